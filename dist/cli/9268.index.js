export const id = 9268;
export const ids = [9268];
export const modules = {

/***/ 9268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Command: () => (/* reexport */ Command),
  CommandError: () => (/* reexport */ CommandError),
  capabilityName: () => (/* reexport */ capabilityName),
  capabilityNumber: () => (/* reexport */ capabilityNumber),
  closeInheritedFds: () => (/* reexport */ closeInheritedFds),
  errorCode: () => (/* reexport */ errorCode),
  guardPlace: () => (/* reexport */ guardPlace),
  killMarked: () => (/* reexport */ killMarked),
  markedValues: () => (/* reexport */ markedValues),
  parentEnvironment: () => (/* reexport */ parentEnvironment),
  quote: () => (/* reexport */ quote),
  readProcess: () => (/* reexport */ readProcess),
  run: () => (/* reexport */ simple_run),
  saidError: () => (/* reexport */ saidError),
  startChild: () => (/* reexport */ startChild),
  systemError: () => (/* reexport */ systemError)
});

;// CONCATENATED MODULE: ./lib/command/capabilities.js
/** Linux's capabilities in the order of their numbers (capabilities(7), linux/capability.h). */
const names = [
    "chown",
    "dac_override",
    "dac_read_search",
    "fowner",
    "fsetid",
    "kill",
    "setgid",
    "setuid",
    "setpcap",
    "linux_immutable",
    "net_bind_service",
    "net_broadcast",
    "net_admin",
    "net_raw",
    "ipc_lock",
    "ipc_owner",
    "sys_module",
    "sys_rawio",
    "sys_chroot",
    "sys_ptrace",
    "sys_pacct",
    "sys_admin",
    "sys_boot",
    "sys_nice",
    "sys_resource",
    "sys_time",
    "sys_tty_config",
    "mknod",
    "lease",
    "audit_write",
    "audit_control",
    "setfcap",
    "mac_override",
    "mac_admin",
    "syslog",
    "wake_alarm",
    "block_suspend",
    "audit_read",
    "perfmon",
    "bpf",
    "checkpoint_restore",
];
/** The number of a capability, null where there is none of that name. */
function capabilityNumber(name) {
    const index = names.indexOf(name);
    return index < 0 ? null : index;
}
/** "CAP_NET_RAW" and "net_raw" are the same. */
function plainCapability(name) {
    return name.toLowerCase().replace(/^cap_/, "");
}
/** The name of the capability of that number, as CAP_CHOWN; null where there is none. */
function capabilityName(number) {
    const name = names[number];
    return name === undefined ? null : `CAP_${name.toUpperCase()}`;
}

;// CONCATENATED MODULE: ./lib/command/targets.js
/** null: it is nothing that stdin can be. */
function readInput(from) {
    if (isMode(from))
        return { type: from };
    if (typeof from === "string")
        return { type: "bytes", bytes: Buffer.from(from) };
    if (from instanceof Uint8Array)
        return { type: "bytes", bytes: Buffer.from(from) };
    if (typeof from === "number")
        return isFd(from) ? { type: "fd", fd: from } : null;
    return typeof from?.pipe === "function" ? { type: "stream", stream: from } : null;
}
function isMode(from) {
    return from === "null" || from === "inherit" || from === "pipe";
}
/** null: it is nothing that an output can be. */
function readOutput(to) {
    switch (to) {
        case "capture":
        case "buffer":
        case "pipe":
        case "inherit":
        case "null":
        case "stdout":
            return { type: to };
    }
    if (typeof to === "number")
        return isFd(to) ? { type: "fd", fd: to } : null;
    if (typeof to === "function")
        return { type: "line", line: to };
    return typeof to === "object" && typeof to?.write === "function" ? { type: "stream", stream: to } : null;
}
/** Whether it can be the number of a descriptor. */
function isFd(fd) {
    return Number.isInteger(fd) && fd >= 0;
}

;// CONCATENATED MODULE: ./lib/command/environment.js
/** What virCommandAddEnvPassCommon passes on, besides LC_ALL=C. */
const common = ["LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR"];
/** The environment that commands inherit; a library has no other place to take it from than its own process. */
function parentEnvironment() {
    return process.env;
}
/** Whether this process runs with rights its caller lacks (setuid or setgid), so that its environment may be an attack. */
function privileged() {
    return process.getuid?.() !== process.geteuid?.() || process.getgid?.() !== process.getegid?.();
}
/** The value that `envPass` passes on; undefined: the variable is not set. */
function passedValue(name, fallback, whenPrivileged) {
    const trusted = whenPrivileged === "pass" || !privileged();
    return (trusted ? parentEnvironment()[name] : undefined) ?? fallback;
}
/** The common set with a fixed locale, so that messages can be parsed. */
function commonVariables() {
    const passed = common.flatMap((name) => {
        const value = parentEnvironment()[name];
        return value === undefined ? [] : [[name, value]];
    });
    return [["LC_ALL", "C"], ...passed];
}
/** XDG base directories below a folder, as virCommandAddEnvXDG has them. */
function xdgVariables(baseDir) {
    return [
        ["XDG_DATA_HOME", `${baseDir}/.local/share`],
        ["XDG_CACHE_HOME", `${baseDir}/.cache`],
        ["XDG_CONFIG_HOME", `${baseDir}/.config`],
    ];
}

;// CONCATENATED MODULE: ./lib/command/quote.js
const safe = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** A word as a POSIX shell reads it back: as it is where that is safe, else in single quotes. */
function quote(word) {
    return safe.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** A program's name: an `=` in it would make it an assignment. */
function quoteProgram(program) {
    return program.includes("=") ? `'${program.replaceAll("'", "'\\''")}'` : quote(program);
}
/**
 * A command as text for a shell (POSIX, section 2.2): the variables that were added, the program, the arguments.
 * With `lineBreaks` each variable, the program, and each option with its value has a line of its own, joined by " \\\n".
 */
function commandText(command, options = {}) {
    const variables = [...(command.environment ?? [])].map(([name, value]) => `${name}=${quoteEmpty(value)}`);
    const lines = [...variables, quoteProgram(command.program)];
    let afterOption = false;
    // A word that is no string is refused later on, in a message that has the command in it.
    for (const arg of command.args.map(String)) {
        const option = arg.startsWith("-");
        if (afterOption && !option)
            lines[lines.length - 1] += ` ${quote(arg)}`;
        else
            lines.push(quote(arg));
        afterOption = option;
    }
    return lines.join(options.lineBreaks ? " \\\n" : " ");
}
/** A command as messages name it: without its variables, whose values may be secrets and whose number is great. */
function commandWords(command) {
    return commandText({ ...command, environment: null });
}
function quoteEmpty(value) {
    return value === "" ? "" : quote(value);
}

;// CONCATENATED MODULE: ./lib/command/settings.js
/** A command's settings before anything is asked of it: virCommand's defaults, which discard output. */
function defaultSettings(program, args) {
    return {
        program,
        args: [...args],
        environment: null,
        cwd: null,
        umask: null,
        limits: {},
        user: null,
        clearCapabilities: false,
        capabilities: [],
        selinuxLabel: null,
        appArmorProfile: null,
        stdin: { type: "null" },
        stdout: { type: "null" },
        stderr: { type: "null" },
        maxBuffer: 100 * 1024 * 1024,
        passed: [],
        pidFile: null,
        daemonize: false,
        preExec: null,
        handshake: false,
        timeoutMs: null,
        idleTimeoutMs: null,
        killGraceMs: 3000,
        drainMs: 250,
        signal: null,
        killSignal: null,
        allowFailure: false,
        leftovers: "keep",
        killMarker: null,
        session: null,
        inheritedFds: "close",
        enclosure: null,
        role: "command",
        ownWords: [],
    };
}

;// CONCATENATED MODULE: ./lib/command/words.js



/** A command's words and its environment: what it is as text. */
class CommandWords {
    settings;
    /** The first bad value, in words. */
    fault = null;
    constructor(program, args = []) {
        this.settings = defaultSettings(program, args);
    }
    /** Adds one argument. */
    arg(value) {
        return this.args(value);
    }
    /** Adds arguments; lists of them too. */
    args(...values) {
        this.settings.args.push(...values.flat());
        return this;
    }
    /** Adds one argument "name=value". */
    argPair(name, value) {
        return this.arg(`${name}=${value}`);
    }
    /** Sets a variable. The first call of any env* method starts from an empty environment; the last value of a name wins. */
    env(name, value) {
        this.#environment().set(name, value);
        return this;
    }
    /** Sets a variable from "NAME=value". */
    envString(pair) {
        const at = pair.indexOf("=");
        if (at < 1)
            return this.fail(`the environment string ${JSON.stringify(pair)} is not NAME=value`);
        return this.env(pair.slice(0, at), pair.slice(at + 1));
    }
    /** Sets every variable of a record; those whose value is undefined are left out, so process.env may be given. */
    envAll(variables) {
        const environment = this.#environment();
        for (const [name, value] of Object.entries(variables))
            if (value !== undefined)
                environment.set(name, value);
        return this;
    }
    /**
     * Passes on the parent's variable, as it is now; else the fallback; else it stays unset.
     * `whenPrivileged: "fallback"` does not trust the parent's value in a setuid or setgid process.
     */
    envPass(name, fallback, options = {}) {
        const environment = this.#environment();
        const value = passedValue(name, fallback, options.whenPrivileged ?? "pass");
        if (value !== undefined)
            environment.set(name, value);
        return this;
    }
    /** Passes on PATH, LD_PRELOAD, LD_LIBRARY_PATH, USER, HOME, LOGNAME and TMPDIR, and sets LC_ALL=C. */
    envPassCommon() {
        return this.envAll(Object.fromEntries(commonVariables()));
    }
    /** Sets XDG_DATA_HOME, XDG_CACHE_HOME and XDG_CONFIG_HOME to folders below `baseDir`. */
    envXdg(baseDir) {
        return this.envAll(Object.fromEntries(xdgVariables(baseDir)));
    }
    /** The program and its arguments. */
    toArgv() {
        return [this.settings.program, ...this.settings.args];
    }
    /** The command for a shell to read, the variables that were added first; `lineBreaks`: each option with its value on a line of its own. */
    toString(options = {}) {
        return commandText(this.settings, options);
    }
    fail(fault) {
        this.fault ??= fault;
        return this;
    }
    #environment() {
        this.settings.environment ??= new Map();
        return this.settings.environment;
    }
}

;// CONCATENATED MODULE: ./lib/command/builder.js



/**
 * A command being put together, word by word; no shell ever sees it. Nothing is reported before it is run: the first bad value
 * that was set is thrown there, as a CommandError with reason "invalid".
 */
class CommandBuilder extends CommandWords {
    /** The working directory. One that does not exist is reason "spawn". */
    cwd(directory) {
        this.settings.cwd = directory;
        return this;
    }
    /** The file mode creation mask, as 0o022. */
    umask(mask) {
        this.settings.umask = mask;
        return this;
    }
    /** Resource limits; soft and hard limit alike. One above this process's own hard limit is bad input. */
    limits(limits) {
        this.settings.limits = { ...this.settings.limits, ...limits };
        return this;
    }
    /** Who the command runs as. Without `gid` the group stays; without `groups` there are no supplementary ones. */
    user(ids) {
        this.settings.user = ids;
        return this;
    }
    /**
     * Takes all capabilities (capabilities(7)) but the allowed ones. A process that may not change its bounding set, as a common user's,
     * has none to lose: there it means empty sets and no_new_privs.
     */
    clearCapabilities() {
        this.settings.clearCapabilities = true;
        return this;
    }
    /** Leaves a capability to the command, as "net_bind_service". This process must hold it. */
    allowCapability(name) {
        this.settings.capabilities.push(plainCapability(name));
        return this;
    }
    /** The SELinux context that the command runs in. */
    selinuxLabel(label) {
        this.settings.selinuxLabel = label;
        return this;
    }
    /** The AppArmor profile that the command runs under. */
    appArmorProfile(name) {
        this.settings.appArmorProfile = name;
        return this;
    }
    /** Gives the child one of this process's descriptors; its number in the child. `closeInParent`: it is closed here once the start was tried. */
    passFd(fd, options = {}) {
        if (!isFd(fd))
            this.fail(`passFd was given ${fd}, not a descriptor`);
        return this.#pass({ type: "fd", fd, closeInParent: options.closeInParent ?? false });
    }
    /** Gives the child a pipe from which it reads the bytes; its number in the child. */
    sendBuffer(buffer) {
        return this.#pass({ type: "bytes", bytes: Buffer.from(buffer) });
    }
    #pass(passed) {
        return this.settings.passed.push(passed) + 2;
    }
    /** A file that holds the child's process id, written and locked (flock(2)) before exec; the child keeps the lock until it ends. */
    pidFile(path) {
        this.settings.pidFile = path;
        return this;
    }
    /** Leaves the child running in a session of its own, in the root folder, as nobody's child: `run` settles once it is started. */
    daemonize() {
        this.settings.daemonize = true;
        return this;
    }
    /** A command that runs in the child's place, with its process's rights, before exec. Where it fails, the command is not run. */
    preExec(argv) {
        this.settings.preExec = [...argv];
        return this;
    }
    /** The child stops before exec until `child.handshakeNotify()`; `child.handshakeWait()` tells whether it came that far. */
    handshake() {
        this.settings.handshake = true;
        return this;
    }
    /** Descriptors that this process itself inherited and that would reach every child: closed there (default) or passed on. */
    inheritedFds(what) {
        this.settings.inheritedFds = what;
        return this;
    }
    /** Input: text, bytes, a stream, a descriptor, or one of the modes "null" (default), "inherit" and "pipe" (`child.write`). */
    stdin(from) {
        const source = readInput(from);
        if (!source)
            return this.fail("stdin is neither text, Buffer, stream, descriptor nor mode");
        this.settings.stdin = source;
        return this;
    }
    setOutput(name, to) {
        const target = readOutput(to);
        if (!target || (name === "stdout" && target.type === "stdout"))
            return this.fail(`${name} is no place to write to`);
        this.settings[name] = target;
        return this;
    }
    /** How many bytes of each captured output are kept, the last ones; the others are counted. Default 100 MiB. */
    maxBuffer(bytes) {
        if (!(bytes >= 0))
            return this.fail(`maxBuffer is ${bytes}, not a number of bytes`);
        this.settings.maxBuffer = bytes;
        return this;
    }
    /** Ends the command's whole tree after so many milliseconds: reason "timeout". Infinity: never. */
    timeout(ms) {
        this.settings.timeoutMs = this.#duration("timeout", ms);
        return this;
    }
    /** Ends the command's whole tree when it has written nothing for so many milliseconds: reason "idle-timeout". */
    idleTimeout(ms) {
        this.settings.idleTimeoutMs = this.#duration("idleTimeout", ms);
        return this;
    }
    /** Milliseconds between SIGTERM and SIGKILL when the command is ended. Default 3000. */
    killGrace(ms) {
        if (!(ms >= 0))
            return this.fail(`killGrace is ${ms}, not a number of milliseconds`);
        this.settings.killGraceMs = ms;
        return this;
    }
    /** After the command's exit, milliseconds to wait for the end of output that a leftover process holds open. What is in the pipe is always read. Default 250. */
    drain(ms) {
        if (!(ms >= 0))
            return this.fail(`drain is ${ms}, not a number of milliseconds`);
        this.settings.drainMs = ms;
        return this;
    }
    /** Ends the command when aborted: SIGTERM, SIGKILL after `killGrace`; reason "aborted". */
    signal(signal) {
        this.settings.signal = signal;
        return this;
    }
    /** Ends the command with SIGKILL, at once, when aborted; reason "aborted". */
    killSignal(signal) {
        this.settings.killSignal = signal;
        return this;
    }
    /** What is left of the command's tree when it has exited: let live (default), or ended as `abort` would. */
    leftovers(what) {
        this.settings.leftovers = what;
        return this;
    }
    /** Processes with this variable in their environment belong to the command's tree. It is not set here: give it with `env`. */
    killMarker(marker) {
        this.settings.killMarker = marker;
        return this;
    }
    /** "new": a session of its own, out of the terminal's reach. "same": the caller's. Default: "same" where stdin is inherited, else "new". */
    session(which) {
        this.settings.session = which;
        return this;
    }
    /** Runs the command in another place, as a container or a sandbox that is open already. */
    within(enclosure) {
        this.settings.enclosure = enclosure;
        return this;
    }
    /** A result, with its `reason`, instead of a CommandError; bad input and what the host cannot do are errors still. */
    allowFailure() {
        this.settings.allowFailure = true;
        return this;
    }
    #duration(name, ms) {
        if (ms === Number.POSITIVE_INFINITY)
            return null;
        if (!(ms > 0))
            this.fail(`${name} is ${ms}, not a number of milliseconds above 0`);
        return ms;
    }
}

;// CONCATENATED MODULE: ./lib/command/error.js
/** The part of a result that a command has before it was started. */
const notStarted = {
    exitCode: null,
    signal: null,
    status: 126,
    stdout: "",
    stderr: "",
    durationMs: 0,
    pid: null,
    timedOut: false,
    truncated: false,
    truncatedBytes: 0,
};
/**
 * A command that did not succeed, with the fields of its result. `reason` says why, `command` is the command quoted for a shell,
 * and the message has both and the last lines of its stderr. An expected outcome: print the message, not the stack.
 */
class CommandError extends Error {
    name = "CommandError";
    reason;
    command;
    /** The message without the last lines of its stderr, for where they have been shown as they came. */
    shortMessage;
    exitCode;
    signal;
    status;
    stdout;
    stderr;
    durationMs;
    pid;
    timedOut;
    truncated;
    truncatedBytes;
    /** With reason "limit": which one, as "memory" or "pids". */
    limit;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        const result = details.result ?? notStarted;
        this.reason = details.reason;
        this.command = details.command;
        this.shortMessage = details.shortMessage ?? message;
        this.exitCode = result.exitCode;
        this.signal = result.signal;
        this.status = result.status;
        this.stdout = result.stdout;
        this.stderr = result.stderr;
        this.durationMs = result.durationMs;
        this.pid = result.pid;
        this.timedOut = result.timedOut;
        this.truncated = result.truncated;
        this.truncatedBytes = result.truncatedBytes;
        this.limit = details.limit ?? null;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/command/system-error.js


/** An error as Node makes it of a system call's, for one that another process met; `code` as errno(3) names it. */
function systemError(code, place = {}) {
    const number = -(external_node_os_.constants.errno[code] ?? 0);
    const text = (0,external_node_util_.getSystemErrorMap)().get(number)?.[1];
    const where = [place.syscall, place.path === undefined ? undefined : `'${place.path}'`].filter(Boolean).join(" ");
    const message = [text === undefined ? code : `${code}: ${text}`, where].filter(Boolean).join(", ");
    return Object.assign(new Error(message), number === 0 ? {} : { errno: number }, { code, ...place });
}
/** What strerror(3) says, in the locale C. */
const texts = {
    "Argument list too long": "E2BIG",
    "Cannot allocate memory": "ENOMEM",
    "Device or resource busy": "EBUSY",
    "Exec format error": "ENOEXEC",
    "File exists": "EEXIST",
    "File name too long": "ENAMETOOLONG",
    "Invalid argument": "EINVAL",
    "Is a directory": "EISDIR",
    "No space left on device": "ENOSPC",
    "No such device": "ENODEV",
    "No such file or directory": "ENOENT",
    "Not a directory": "ENOTDIR",
    "Operation not permitted": "EPERM",
    "Permission denied": "EACCES",
    "Read-only file system": "EROFS",
    "Resource temporarily unavailable": "EAGAIN",
    "Text file busy": "ETXTBSY",
    "Too many levels of symbolic links": "ELOOP",
    "Too many open files": "EMFILE",
};
/** How errno(3) names what strerror(3) says; null: unknown. */
function errorCode(text) {
    return texts[text] ?? null;
}
/** The error of a program's message, which ends with the system's text as is the custom; without one it is the message alone. */
function saidError(said, place = {}) {
    const code = errorCode(said.slice(said.lastIndexOf(": ") + 2).trim());
    return code === null ? new Error(said) : systemError(code, place);
}

;// CONCATENATED MODULE: ./lib/command/launch-fault.js

const statuses = { 127: "not-found", 126: "not-executable" };
/**
 * Whether a helper of the launch failed, rather than the program: the last line of stderr is the helper's, and it ended with the status
 * that these helpers end with. null: the program's own exit.
 */
function launchFault(exit, stderr, helpers) {
    const last = stderr.at(-1) ?? "";
    const speaker = last.slice(0, Math.max(0, last.indexOf(": ")));
    const name = helpers.find((helper) => speaker === helper || (speaker.startsWith("/") && speaker.endsWith(`/${helper}`)));
    if (name === undefined || exit.exitCode === null || ![1, 125, 126, 127].includes(exit.exitCode))
        return null;
    const couldNotExec = name === "env" || last.includes("failed to execute") ? statuses[exit.exitCode] : undefined;
    return {
        reason: couldNotExec ?? "spawn",
        why: `it could not be started: ${last}`,
        cause: causeOf(last, couldNotExec),
    };
}
/** The helper says it in the command's own language, whatever that is. */
function causeOf(said, reason) {
    const cause = saidError(said, { syscall: "execve" });
    if (cause.code !== undefined || reason === undefined)
        return cause;
    return systemError(reason === "not-found" ? "ENOENT" : "EACCES", { syscall: "execve" });
}

;// CONCATENATED MODULE: ./lib/command/message.js
/** What a failed command's error says: the command and the reason. */
function failureMessage(failure) {
    return `${failure.command}: ${why(failure)}`;
}
function why(failure) {
    const { ending, exit } = failure;
    if (failure.why !== null)
        return failure.why;
    switch (failure.reason) {
        case "timeout":
            return `took longer than ${failure.timeoutMs} ms and was stopped`;
        case "idle-timeout":
            return `wrote nothing for ${failure.idleTimeoutMs} ms and was stopped`;
        case "aborted":
            return ending?.type === "aborted" && ending.because ? `was stopped: ${ending.because}` : "was stopped on request";
        case "signal":
            return `was ended by ${exit.signal}`;
        default:
            return `exited with code ${exit.exitCode}`;
    }
}

;// CONCATENATED MODULE: ./lib/command/outcome.js

/** Why a command that was started did not succeed: what this process did to it goes before what it did itself. */
function reasonOf(exit, ending) {
    if (ending)
        return ending.type;
    if (exit.signal !== null)
        return "signal";
    return exit.exitCode === 0 ? null : "exit";
}
/** A shell's exit status: the exit code, or 128 + the signal's number. */
function statusOf({ exitCode, signal }) {
    if (signal !== null)
        return 128 + (external_node_os_.constants.signals[signal] ?? 0);
    return exitCode ?? 126;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/command/process-table.js

/** One process, or null where it is gone. */
function readProcess(pid) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "latin1");
    }
    catch {
        return null;
    }
    // The name is in parentheses and may hold anything, parentheses and spaces too: fields count from the last one.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state = "", parent = "", group = "", session = ""] = fields;
    return {
        pid,
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        start: fields[19] ?? "",
        zombie: state === "Z" || state === "X",
        stopped: state === "T" || state === "t",
    };
}
/** Whether there is a /proc to look at. */
function canSeeProcesses() {
    return readProcess(process.pid) !== null;
}
/** All processes; empty where there is no /proc. */
function readProcesses() {
    const entries = [];
    for (const pid of readPids()) {
        const entry = readProcess(pid);
        if (entry)
            entries.push(entry);
    }
    return entries;
}
/** The numbers of all processes; none where there is no /proc. */
function readPids() {
    try {
        return (0,external_node_fs_.readdirSync)("/proc")
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        return [];
    }
}
/** Whether the process was started with `variable` ("NAME=value") in its environment; false where that may not be read. */
function hasVariable(pid, variable) {
    try {
        return `\0${(0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, "latin1")}`.includes(`\0${variable}\0`);
    }
    catch {
        return false;
    }
}
/** The value that the process's environment gave `name` when it started; null: none, or it may not be read. */
function readVariable(pid, name) {
    try {
        const variables = (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, "utf8").split("\0");
        return variables.find((variable) => variable.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/command/start-child.js

/**
 * Node's spawn, with each way in which it says that nothing was started as one. Where the system has no descriptors left, or no processes,
 * Node gives a child that has not even its streams, and tells why only later.
 *
 * @throws the system's error, with its `code`.
 */
async function startChild(program, args, options) {
    const child = (0,external_node_child_process_.spawn)(program, args, options);
    if (child.pid !== undefined)
        return child;
    throw await new Promise((resolve) => child.once("error", resolve));
}

;// CONCATENATED MODULE: ./lib/command/make-pipes.js



/** open(2)'s O_PATH on Linux, which Node does not name. */
const O_PATH = 0o10000000;
/**
 * Makes anonymous pipes and gives O_PATH descriptors of them; fewer, or none, where the host does not let it.
 * A shell's pipeline is the only maker of pipes that is everywhere: each of its parts says that it is there and waits for input, the
 * pipes are taken hold of through /proc, and then the first part's end of input lets all of them end.
 */
async function makePipes(count) {
    const parts = Array.from({ length: count + 1 }, () => "f").join("|");
    const shell = startChild("/bin/sh", ["-c", `f() { echo >&2; read x; }; ${parts}`], {
        stdio: ["pipe", "ignore", "pipe"],
        env: {},
    });
    const child = await shell.catch(() => null);
    if (child === null)
        return [];
    const gone = new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.once("error", () => resolve());
    });
    child.stdin?.on("error", () => { });
    const ready = await Promise.race([said(child, count + 1), gone.then(() => false)]);
    const handles = ready ? holdPipes(child.pid) : [];
    child.stdin?.end();
    // A part that still ran would read what is meant for someone else.
    await gone;
    return handles;
}
/** Until so many bytes came. */
function said(child, bytes) {
    return new Promise((resolve) => {
        let seen = 0;
        child.stderr?.on("data", (chunk) => {
            seen += chunk.length;
            if (seen >= bytes)
                resolve(true);
        });
    });
}
function holdPipes(shell) {
    const handles = [];
    try {
        for (const pid of childrenOf(shell)) {
            const stdout = `/proc/${pid}/fd/1`;
            if (!(0,external_node_fs_.readlinkSync)(stdout).startsWith("pipe:"))
                continue;
            const handle = (0,external_node_fs_.openSync)(stdout, O_PATH);
            handles.push(handle);
            // A child that runs as another user may open /dev/stderr too; nobody gets here but through a process that has the pipe.
            (0,external_node_fs_.chmodSync)(`/proc/self/fd/${handle}`, 0o666);
        }
    }
    catch {
        for (const handle of handles.splice(0))
            (0,external_node_fs_.closeSync)(handle);
    }
    return handles;
}
function childrenOf(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, "latin1");
        return text.split(" ").filter(Boolean).map(Number);
    }
    catch {
        // A kernel without CONFIG_PROC_CHILDREN.
        return readProcesses()
            .filter((entry) => entry.parent === pid)
            .map((entry) => entry.pid);
    }
}

;// CONCATENATED MODULE: ./lib/command/pipe-pool.js


/** How many are made at once, and how many are kept while no command runs; those go as well after a moment. */
const batch = 4;
const idleKept = 4;
const idleMs = 200;
const idle = [];
let leased = 0;
let making = null;
let timer = null;
/** Takes pipes out of the pool; null where the host has none to offer (no Linux, no /proc), and Node's own must do. */
async function takePipes(count) {
    if (process.platform !== "linux")
        return null;
    while (idle.length < count) {
        making ??= fill(Math.max(batch, count)).finally(() => {
            making = null;
        });
        if (!(await making))
            return null;
    }
    leased += count;
    if (timer)
        clearTimeout(timer);
    timer = null;
    return idle.splice(idle.length - count, count);
}
/**
 * Gives a pipe back. One that some process still has open is let go, not used again: what it holds is not for the next command.
 * "ended": it was read to its end, so that nobody can write to it; who might still read it has this process's own rights, and could
 * as well open what it has open.
 */
function giveBack(pipe, seen) {
    leased -= 1;
    if (seen !== "ended" && (hasReader(pipe) || hasWriter(pipe)))
        (0,external_node_fs_.closeSync)(pipe.handle);
    else
        idle.push(pipe);
    closeIdle(Math.max(idleKept, leased));
    if (idle.length === 0)
        return;
    timer ??= setTimeout(() => closeIdle(0), idleMs).unref();
    timer.refresh();
}
/** Opens one end. This process's own is `nonBlocking`; a child's is not, since programs do not expect that. */
function openEnd(pipe, end, mode) {
    const flags = end === "read" ? external_node_fs_.constants.O_RDONLY : external_node_fs_.constants.O_WRONLY;
    return (0,external_node_fs_.openSync)(`/proc/self/fd/${pipe.handle}`, mode === "blocking" ? flags : flags | external_node_fs_.constants.O_NONBLOCK);
}
async function fill(count) {
    const handles = await makePipes(count);
    idle.push(...handles.map((handle) => ({ handle })));
    return handles.length > 0;
}
/** Writing to a pipe that nobody reads gives EPIPE. Where it cannot be tried, the answer is yes. */
function hasReader(pipe) {
    return !probe(pipe, "write", (fd) => {
        try {
            (0,external_node_fs_.writeSync)(fd, "\n");
            return false;
        }
        catch (error) {
            return error.code === "EPIPE";
        }
    });
}
/** Reading a pipe finds its end at once only where nobody can write to it. */
function hasWriter(pipe) {
    return !probe(pipe, "read", (fd) => (0,external_node_fs_.readSync)(fd, Buffer.alloc(1)) === 0);
}
function probe(pipe, end, look) {
    try {
        const fd = openEnd(pipe, end, "nonBlocking");
        try {
            return look(fd);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    catch {
        return false;
    }
}
function closeIdle(keep) {
    for (const pipe of idle.splice(keep))
        (0,external_node_fs_.closeSync)(pipe.handle);
    if (idle.length > 0 || timer === null)
        return;
    clearTimeout(timer);
    timer = null;
}

;// CONCATENATED MODULE: ./lib/command/setup-report.js



/**
 * The way back from a child that is not yet the program: it opens these pipes by their path below this process in /proc,
 * so that no descriptor of theirs is left in the program.
 */
class SetupReport {
    statusPath;
    goPath;
    /** The daemon's process, once it has said so. */
    pid = null;
    state = { type: "silent" };
    #pipes;
    #status;
    #go;
    /** Held open here too, since the child may not have opened it yet when it is let go. */
    #goRead;
    #socket;
    #watchers = new Set();
    #text = "";
    constructor(pipes) {
        this.#pipes = pipes;
        const [status, go] = pipes;
        const reading = openEnd(status, "read", "nonBlocking");
        this.#status = openEnd(status, "write", "nonBlocking");
        this.#goRead = openEnd(go, "read", "nonBlocking");
        this.#go = openEnd(go, "write", "nonBlocking");
        this.statusPath = `/proc/${process.pid}/fd/${this.#status}`;
        this.goPath = `/proc/${process.pid}/fd/${this.#go}`;
        this.#socket = new external_node_net_.Socket({ fd: reading, readable: true, writable: false });
        this.#socket.on("data", (chunk) => this.#read(chunk.toString("latin1"))).on("error", () => { });
    }
    /** null where the host has no pipes to offer. */
    static async open() {
        const [status, go] = (await takePipes(2)) ?? [];
        return status && go ? new SetupReport([status, go]) : null;
    }
    /** Settles with the state that first fits; never, where none comes. */
    until(fits) {
        return new Promise((resolve) => {
            const look = () => {
                if (!fits(this.state))
                    return;
                this.#watchers.delete(look);
                resolve(this.state);
            };
            this.#watchers.add(look);
            look();
        });
    }
    /** Lets the child go on. */
    go() {
        (0,external_node_fs_.writeSync)(this.#go, "go\n");
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#status);
        (0,external_node_fs_.closeSync)(this.#go);
        (0,external_node_fs_.closeSync)(this.#goRead);
        const [status, go] = this.#pipes;
        giveBack(go);
        this.#socket.once("close", () => giveBack(status));
        this.#socket.destroy();
    }
    #read(text) {
        const lines = (this.#text + text).split("\n");
        this.#text = lines.pop() ?? "";
        for (const line of lines)
            this.#take(line);
        for (const watcher of [...this.#watchers])
            watcher();
    }
    #take(line) {
        const [word, value] = line.split(" ");
        if (word === "pid")
            this.pid = Number(value);
        else if (word === "pre-exec")
            this.state = { type: word, status: Number(value) };
        else if (word === "ready" || word === "started" || word === "locked")
            this.state = { type: word };
    }
}
/** Why a set-up failed, in words. */
function setupFault(state, names) {
    if (state.type === "locked")
        return `another process holds the pid file ${names.pidFile}`;
    if (state.type === "pre-exec")
        return `the pre-exec command ${names.preExec} ended with status ${state.status}`;
    return "its set-up did not come to an end";
}

;// CONCATENATED MODULE: ./lib/command/conclude.js






/** The result, or the error that takes its place: first what this process did to the command, then the launch, then its own exit. */
function conclude(facts) {
    const { settings, outputs, ending, durationMs, pid } = facts;
    const launch = ending || facts.exit.exitCode === 0 ? null : (facts.verdict ?? failedLaunch(facts));
    const exit = exitOf(facts.exit, launch);
    const reason = launch?.reason ?? reasonOf(exit, ending);
    const truncatedBytes = (outputs.capture("stdout")?.dropped ?? 0) + (outputs.capture("stderr")?.dropped ?? 0);
    const result = {
        ...exit,
        status: statusOf(exit),
        stdout: captured(facts, "stdout"),
        stderr: captured(facts, "stderr"),
        durationMs,
        pid,
        timedOut: reason === "timeout" || reason === "idle-timeout",
        truncated: truncatedBytes > 0,
        truncatedBytes,
        reason,
    };
    if (reason === null || settings.allowFailure)
        return result;
    const command = commandWords(settings);
    const { timeoutMs, idleTimeoutMs } = settings;
    const why = launch?.why ?? null;
    const shortMessage = failureMessage({ command, reason, why, exit, ending, timeoutMs, idleTimeoutMs });
    const message = [shortMessage, ...outputs.lastLines()].join("\n");
    const cause = ending?.type === "aborted" ? ending.cause : launch?.cause;
    const limit = launch?.limit === undefined ? {} : { limit: launch.limit };
    return new CommandError(message, { reason, command, shortMessage, result, cause, ...limit });
}
/** What was not found or not executable has a shell's exit code, and what was not started none, whatever a client ended with. */
function exitOf(exit, launch) {
    if (launch?.reason === "not-found")
        return { exitCode: 127, signal: null };
    if (launch?.reason === "not-executable")
        return { exitCode: 126, signal: null };
    return launch?.notStarted ? { exitCode: null, signal: null } : exit;
}
function failedLaunch(facts) {
    const { settings, setup } = facts;
    if (setup && setup.type !== "started") {
        const why = setupFault(setup, {
            pidFile: settings.pidFile,
            preExec: (settings.preExec ?? []).map(quote).join(" "),
        });
        return { reason: settings.handshake ? "handshake" : "spawn", why };
    }
    return launchFault(facts.exit, facts.helpers.length > 0 ? facts.outputs.lastLines() : [], facts.helpers);
}
function captured({ settings, outputs }, name) {
    const capture = outputs.capture(name);
    if (settings[name].type === "buffer")
        return capture?.bytes() ?? Buffer.alloc(0);
    return capture?.text() ?? "";
}

;// CONCATENATED MODULE: ./lib/command/deadlines.js
/** setTimeout's longest delay; what is asked beyond it (24 days) never comes. */
const longestDelay = 2 ** 31 - 1;
/** Calls back once when a command has run or been silent for too long. Returns what stops the watch. */
function watchTime(options) {
    const { timeoutMs, idleTimeoutMs, pumps, onExpired } = options;
    const timers = new Set();
    const after = (ms, then) => {
        if (ms > longestDelay)
            return;
        const timer = setTimeout(() => {
            timers.delete(timer);
            then();
        }, ms);
        timers.add(timer);
    };
    if (timeoutMs !== null)
        after(timeoutMs, () => onExpired("timeout"));
    if (idleTimeoutMs !== null) {
        // One timer that looks at when the last output came: starting one anew at each chunk would cost more than the reading.
        const begun = performance.now();
        const look = () => {
            const last = Math.max(begun, ...pumps.map((pump) => (pump.held ? performance.now() : pump.lastActivity)));
            const left = last + idleTimeoutMs - performance.now();
            if (left <= 0)
                onExpired("idle-timeout");
            else
                after(Math.ceil(left), look);
        };
        after(idleTimeoutMs, look);
    }
    return () => {
        for (const timer of timers)
            clearTimeout(timer);
        timers.clear();
    };
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
;// CONCATENATED MODULE: ./lib/command/pump.js
/** What a pipe can hold at most (/proc/sys/fs/pipe-max-size as shipped): past it, nothing is from before the command's exit. */
const largestPipe = 1024 * 1024;
/** Carries one output of a command to its sink, at the sink's pace. */
class Pump {
    /** Settles when the last byte was taken; rejects where the sink failed. */
    done;
    /** When the command last wrote, or was last let write: performance.now(). */
    lastActivity = performance.now();
    #source;
    #sink;
    #bytes = 0;
    #held = null;
    #over = false;
    #finished = false;
    #failed = false;
    #resolve = () => { };
    #reject = () => { };
    #onMove = null;
    #hurried = null;
    constructor(source, sink) {
        this.#source = source;
        this.#sink = sink;
        this.done = new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
        });
        this.done.catch(() => { });
        source.on("data", this.#onData).on("end", this.#onEnd).on("error", this.#onEnd).on("close", this.#onEnd);
    }
    /** Whether the sink makes the command wait just now. */
    get held() {
        return this.#held !== null;
    }
    /** Whether `done` has settled well: there is nothing left to wait for. */
    get finished() {
        return this.#finished;
    }
    #onData = (chunk) => {
        this.#bytes += chunk.length;
        this.lastActivity = performance.now();
        this.#onMove?.();
        let wait;
        try {
            wait = this.#sink.write(chunk);
        }
        catch (error) {
            this.#fail(error);
            return;
        }
        if (wait)
            this.#hold(wait);
    };
    #hold(wait) {
        this.#source.pause();
        this.#held = wait.then(() => {
            this.#held = null;
            this.lastActivity = performance.now();
            if (!this.#over)
                this.#source.resume();
        }, (error) => {
            this.#held = null;
            this.#fail(error);
        });
    }
    /** The rest is read and dropped: the command is about to be ended and must not block meanwhile. */
    #fail(error) {
        this.#failed = true;
        this.#reject(error);
        if (this.#over)
            return;
        this.#over = true;
        this.#letGo();
        this.#onMove?.();
    }
    #onEnd = () => {
        if (this.#over)
            return;
        this.#over = true;
        if (this.#held)
            this.#held.then(this.#endSink);
        else
            this.#endSink();
        this.#onMove?.();
    };
    #endSink = () => {
        if (this.#failed)
            return;
        try {
            const last = this.#sink.end();
            if (last)
                last.then(this.#finish, this.#reject);
            else
                this.#finish();
        }
        catch (error) {
            this.#reject(error);
        }
    };
    #finish = () => {
        this.#finished = true;
        this.#resolve();
    };
    /** What still comes is for nobody, but a leftover process must not die of SIGPIPE for it, nor keep this process alive. */
    #letGo() {
        this.#source.off("data", this.#onData);
        this.#source.on("data", () => { }).resume();
        this.#source.unref?.();
    }
    /**
     * After the command's exit: all that is in the pipe is read. Then either its end comes, or some leftover process holds it open:
     * that one is waited for no longer than `graceMs`.
     */
    async settle(graceMs) {
        let deadline = performance.now() + graceMs;
        const before = this.#bytes;
        while (!this.#over) {
            if (this.#held) {
                const since = performance.now();
                await Promise.race([this.#held, this.done.catch(() => { })]);
                deadline += performance.now() - since;
                continue;
            }
            const seen = this.#bytes;
            await turn();
            await turn();
            if (this.#over || this.#held)
                continue;
            const late = performance.now() >= deadline;
            if (late && (this.#bytes === seen || this.#bytes - before > largestPipe)) {
                this.#onEnd();
                this.#letGo();
                return;
            }
            if (!late && this.#bytes === seen)
                await this.#move(deadline - performance.now());
        }
    }
    /** Waits no longer than so many milliseconds for a sink that takes nothing; what it has not taken is lost. */
    hurry(ms) {
        if (this.#over && this.#held === null)
            return;
        this.#hurried ??= setTimeout(() => {
            if (!this.#over) {
                this.#over = true;
                this.#letGo();
            }
            this.#finish();
        }, ms);
        const stop = () => clearTimeout(this.#hurried ?? undefined);
        this.done.then(stop, stop);
    }
    /** Until something comes, or the end, or the time is over. */
    #move(ms) {
        return new Promise((resolve) => {
            const timer = setTimeout(() => moved(), Math.max(0, ms));
            const moved = () => {
                clearTimeout(timer);
                this.#onMove = null;
                resolve();
            };
            this.#onMove = moved;
        });
    }
}
/** One round of the event loop: what the kernel has for the open sockets is delivered in it. */
function turn() {
    return new Promise((resolve) => setImmediate(resolve));
}

;// CONCATENATED MODULE: ./lib/command/signal-listeners.js
/**
 * Whether someone besides the one listener of this library's listens for a signal and so decides what becomes of the process. Those of
 * the package signal-exit (which execa and many others bring along) do not: like this library they only clear up before the signal ends
 * the process, and leave the decision to whoever else listens. Two that leave it to each other would make the signal do nothing.
 */
function othersDecide(signal) {
    return process.listenerCount(signal) > 1 + clearingUp();
}
function clearingUp() {
    const { [Symbol.for("signal-exit emitter")]: current } = globalThis;
    const { __signal_exit_emitter__: older } = process;
    return countOf(current) + countOf(older);
}
function countOf(emitter) {
    const { count } = (emitter ?? {});
    return typeof count === "number" ? count : 0;
}

;// CONCATENATED MODULE: ./lib/command/terminate-group.js

/**
 * Ends a child where /proc does not tell of its tree: on macOS its process group, on Windows what taskkill(1) finds below it.
 * Without a child there is nothing to go by.
 */
async function terminateGroup(options) {
    const { child, hurry } = options;
    if (!child || child.exitCode !== null || child.signalCode !== null)
        return true;
    const gone = new Promise((resolve) => child.once("exit", () => resolve()));
    if (child.pid !== undefined)
        signalGroup(child.pid, "SIGTERM");
    await new Promise((resolve) => {
        const timer = setTimeout(resolve, hurry.aborted ? 0 : options.graceMs);
        hurry.addEventListener("abort", () => resolve(), { once: true });
        void gone.then(() => {
            clearTimeout(timer);
            resolve();
        });
    });
    if (child.pid !== undefined)
        signalGroup(child.pid, "SIGKILL");
    await gone;
    return true;
}
/** Signals a process and those that go with it, as far as the system tells of them. */
function signalGroup(pid, signal) {
    if (process.platform === "win32") {
        const force = signal === "SIGKILL" ? ["/F"] : [];
        (0,external_node_child_process_.spawn)("taskkill", ["/PID", String(pid), "/T", ...force], { stdio: "ignore" }).on("error", () => { });
        return;
    }
    for (const target of [-pid, pid]) {
        try {
            process.kill(target, signal);
            return;
        }
        catch {
            // It leads no group: it shares the caller's session. Or it is gone.
        }
    }
}

;// CONCATENATED MODULE: ./lib/command/terminate.js


/** How often the tree is looked at while it has time to end; short at first, since most processes end at once. */
const pauses = [5, 10, 20, 40, 80];
/** A process in uninterruptible sleep outlives SIGKILL; it is not waited for longer than this. */
const killWaitMs = 2000;
/** Sends a signal, unless the number belongs to another process by now. */
function signalProcess(pid, start, signal) {
    if (readProcess(pid)?.start !== start)
        return;
    try {
        process.kill(pid, signal);
    }
    catch {
        // It ended meanwhile, or belongs to a user that this one may not signal.
    }
}
/** A process for good: its number alone may come to be another's. */
function nameOf({ pid, start }) {
    return `${pid} ${start}`;
}
/**
 * Stops all members that are not in `seen` yet, again and again until a look finds nothing new: what is stopped neither forks nor ends,
 * so that what it forked just before is still found by its parent, whatever session it moved to.
 */
function stopNew(tree, seen, counts = () => true) {
    const stopped = [];
    let quiet = 0;
    for (let round = 0;; round += 1) {
        const all = tree.members();
        const members = all.filter(counts);
        const fresh = members.filter((entry) => !seen.has(nameOf(entry)));
        // One that has not taken the signal yet may have forked after this look; one that the kernel holds up is not waited for.
        const running = stopped.length > 0 && members.some((entry) => !entry.stopped);
        quiet = fresh.length === 0 && !running ? quiet + 1 : 0;
        // A look lists the processes before it reads each: what one forked in between, before it stopped, the next look shows.
        const enough = stopped.length === 0 ? 1 : 2;
        if (quiet >= enough || round === 50)
            return { stopped, left: all };
        for (const entry of fresh) {
            seen.add(nameOf(entry));
            signalProcess(entry.pid, entry.start, "SIGSTOP");
        }
        stopped.push(...fresh);
    }
}
/**
 * Sends a signal to each process of a tree, as a terminal does to all in its foreground, and leaves the rest to them; not to what stands
 * for others. Waits for the first to be there, until `over` is aborted.
 */
async function signalTree(tree, signal, over) {
    if (!canSeeProcesses()) {
        if (tree.pid !== null && !over.aborted)
            signalGroup(tree.pid, signal);
        return;
    }
    for (let look = 0; !over.aborted; look += 1) {
        const members = tree.members().filter(({ pid }) => !tree.endsLast(pid));
        for (const { pid, start } of members)
            signalProcess(pid, start, signal);
        if (members.length > 0)
            return;
        await pause(pauses[look] ?? 100, over);
    }
}
/** Kills all there is now; a tree that forks meanwhile does not get away. */
function killNow(tree) {
    if (!canSeeProcesses()) {
        if (tree.pid !== null)
            signalGroup(tree.pid, "SIGKILL");
        return;
    }
    for (const { pid, start } of stopNew(tree, new Set()).stopped)
        signalProcess(pid, start, "SIGKILL");
}
/**
 * Ends a tree: SIGTERM (and SIGCONT) to each process, also to those that come later; SIGKILL to what is left after
 * `graceMs`, or once `hurry` is aborted. Settles when none is left: true, or when the kernel does not let go of one: false.
 * `child` stands for the tree where there is no /proc.
 */
async function terminate(tree, options) {
    if (!canSeeProcesses())
        return terminateGroup(options);
    const deadline = performance.now() + options.graceMs;
    const asked = new Set();
    for (let look = 0; performance.now() < deadline && !options.hurry.aborted; look += 1) {
        const { stopped, left } = stopNew(tree, asked, ({ pid }) => !tree.endsLast(pid));
        for (const { pid, start } of stopped)
            signalProcess(pid, start, "SIGTERM");
        // Children first: their parents need not know that they were stopped.
        for (const { pid, start } of stopped.reverse())
            signalProcess(pid, start, "SIGCONT");
        // What stands for another stops with it, as job control wants, and has to go on for its end.
        for (const { pid, start } of left.filter((entry) => tree.endsLast(entry.pid) && entry.stopped)) {
            signalProcess(pid, start, "SIGCONT");
        }
        if (left.length === 0)
            return true;
        await pause(Math.min(pauses[look] ?? 100, Math.max(1, deadline - performance.now())), options.hurry);
    }
    const end = performance.now() + killWaitMs;
    for (let look = 0; performance.now() < end; look += 1) {
        killNow(tree);
        if (tree.members().length === 0)
            return true;
        await pause(pauses[look] ?? 100, null);
    }
    return false;
}
function pause(ms, hurry) {
    return new Promise((resolve) => {
        const done = () => {
            clearTimeout(timer);
            hurry?.removeEventListener("abort", done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        hurry?.addEventListener("abort", done);
    });
}

;// CONCATENATED MODULE: ./lib/command/live.js




const deadly = ["SIGINT", "SIGTERM", "SIGHUP"];
/** What runs now, or is about to: commands go before the places that they run in. */
const commands = new Set();
const places = new Set();
let listening = false;
let dying = null;
/** Set in what ends a place: the commands that it takes are not held back for the end of it all. */
const ending = new external_node_async_hooks_.AsyncLocalStorage();
/**
 * Keeps a command's tree from outliving this process: when it exits, the tree is killed; when a signal is about to end it and nobody else
 * listens for that signal, the tree is ended first. The listeners are there while a command runs, and a moment longer. Made before the fork:
 * a signal that came just after it would else end this process and leave the child.
 */
class Guard {
    /** Set as soon as there is one. */
    tree = null;
    /** The command is over, or was not started. */
    release;
    #graceMs;
    constructor(graceMs) {
        this.#graceMs = graceMs;
        this.release = watch(commands, this);
    }
    async end(hurry) {
        if (this.tree)
            await terminate(this.tree, { graceMs: this.#graceMs, hurry });
    }
    endNow() {
        if (this.tree)
            killNow(this.tree);
    }
}
/** The same for a place that commands run in, as a container or a mount: it is ended after them. Returns what ends the watch. */
function guardPlace(place) {
    return watch(places, place);
}
function watch(set, guarded) {
    set.add(guarded);
    if (!listening)
        listen();
    return () => {
        if (set.delete(guarded) && isIdle())
            void unlistenLater();
    };
}
function isIdle() {
    return commands.size + places.size === 0;
}
function listen() {
    listening = true;
    process.on("exit", onExit);
    // First in line: a listener that was added with "once" is gone when those after it are called.
    for (const signal of deadly)
        process.prependListener(signal, onSignal);
}
function unlisten() {
    listening = false;
    process.off("exit", onExit);
    for (const signal of deadly)
        process.off(signal, onSignal);
}
/**
 * A signal that has come, but has not been told of yet, is forgotten with the last listener: it would neither be heard nor end the process.
 * In two turns it has been told of.
 */
async function unlistenLater() {
    await turn();
    await turn();
    if (isIdle())
        unlisten();
}
function onExit() {
    for (const guarded of [...commands, ...places])
        guarded.endNow();
}
/**
 * While a signal is about to end this process, its commands' results are held back, and none is begun: without them it would be gone
 * already, and must not take their end for a failure and go on.
 */
function beforeResult() {
    return ending.getStore() ? undefined : dying?.over;
}
/** An application that listens too decides for itself; whatever it does, its exit takes the trees along. */
function onSignal(signal) {
    if (othersDecide(signal))
        return;
    if (dying) {
        dying.hurry.abort();
        return;
    }
    const hurry = new AbortController();
    dying = { hurry, over: endAll(hurry.signal, signal) };
}
async function endAll(hurry, signal) {
    const endEach = (set) => Promise.allSettled([...set].map((guarded) => guarded.end(hurry)));
    await endEach(commands);
    await ending.run(true, () => endEach(places));
    unlisten();
    process.kill(process.pid, signal);
    // Still here: somebody else clears up before the end, or has begun to listen meanwhile. A listener is called a turn later.
    await turn();
    await turn();
    dying = null;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/command/capture.js
/** Keeps the last `limit` bytes of a stream and counts the others. */
class Capture {
    #limit;
    #chunks = [];
    #first = 0;
    #kept = 0;
    #dropped = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    write(chunk) {
        this.#chunks.push(chunk);
        this.#kept += chunk.length;
        for (;;) {
            const oldest = this.#chunks[this.#first];
            if (oldest === undefined || this.#kept - oldest.length < this.#limit)
                break;
            this.#kept -= oldest.length;
            this.#dropped += oldest.length;
            this.#first += 1;
        }
        // Cutting the list now and then keeps it short without moving it at each chunk.
        if (this.#first > 1024) {
            this.#chunks = this.#chunks.slice(this.#first);
            this.#first = 0;
        }
    }
    end() { }
    /** Bytes that came and were not kept. */
    get dropped() {
        return this.#dropped + Math.max(0, this.#kept - this.#limit);
    }
    bytes() {
        const all = Buffer.concat(this.#chunks.slice(this.#first));
        return all.length > this.#limit ? all.subarray(all.length - this.#limit) : all;
    }
    /** As text; a character that the cut went through is left out. */
    text() {
        const bytes = this.bytes();
        let start = 0;
        if (this.dropped > 0)
            while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80)
                start += 1;
        return bytes.toString("utf8", start);
    }
}

;// CONCATENATED MODULE: ./lib/command/held.js
/** No message of a client is longer, in bytes and in lines. */
const LONGEST = 64 * 1024;
const MOST_LINES = 2;
/** A client ends right after its message: what comes later, or not at all, is waited for no longer. */
const HOLD_MS = 2000;
const LINE_END = 0x0a;
/**
 * Passes output on, but for what begins as a client speaks for itself: a client that could not start the command says so, and nothing else was
 * written then. Whose it is is known only when the command is over.
 */
class Held {
    #next;
    #beginnings;
    /** All that has come, while it may be a client's message. */
    #message = Buffer.alloc(0);
    /** `told`: passed on, since it took too long; it may still be a client's. */
    #state = "held";
    #timer;
    constructor(next, beginnings) {
        this.#next = next;
        this.#beginnings = beginnings.map((text) => Buffer.from(text));
    }
    write(chunk) {
        if (this.#state === "passing")
            return this.#next.write(chunk);
        const before = this.#state;
        this.#message = Buffer.concat([this.#message, chunk]);
        if (!this.#mayBeClients()) {
            this.#settleOn("passing");
            return this.#next.write(before === "told" ? chunk : this.#message);
        }
        if (before === "told")
            return this.#next.write(chunk);
        this.#timer ??= setTimeout(() => this.#tell(), HOLD_MS);
        return undefined;
    }
    #mayBeClients() {
        const message = this.#message;
        // The end of the last line begins no other.
        if (message.length > LONGEST || message.subarray(0, -1).filter((byte) => byte === LINE_END).length >= MOST_LINES)
            return false;
        return this.#beginnings.some((beginning) => {
            const length = Math.min(message.length, beginning.length);
            return message.subarray(0, length).equals(beginning.subarray(0, length));
        });
    }
    #settleOn(state) {
        clearTimeout(this.#timer);
        this.#state = state;
    }
    #tell() {
        this.#settleOn("told");
        // A sink that fails says so again at the next write, or at the end.
        this.#next.write(this.#message)?.catch(() => { });
    }
    end() {
        if (this.line !== null)
            return undefined;
        this.#settleOn("over");
        return this.#next.end();
    }
    /** What may be a client's message; null: nothing. */
    get line() {
        const mayBe = this.#state !== "passing" && this.#message.length > 0;
        return mayBe ? this.#message.toString("utf8").trimEnd() : null;
    }
    /** Ends the output, with what is held back where it is the command's. To be called when the command is over. */
    async settle(whose) {
        const before = this.#state;
        if (before === "over")
            return;
        this.#settleOn("over");
        if (whose === "command" && before === "held" && this.#message.length > 0)
            await this.#next.write(this.#message);
        await this.#next.end();
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/command/line-splitter.js

/** A line longer than this many UTF-16 units is handed on in pieces, so that a stream without line ends needs no more memory than one with. */
const longestLine = 16 * 1024 * 1024;
/** Cuts UTF-8 bytes into lines at "\n" or "\r\n", a character split between chunks put together; what is no UTF-8 becomes U+FFFD. */
class LineSplitter {
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #rest = "";
    push(chunk) {
        return this.#split(this.#decoder.write(chunk));
    }
    /** The lines that are left at the end: the last one, if it has no line end. */
    end() {
        const lines = this.#split(this.#decoder.end());
        const last = this.#rest;
        this.#rest = "";
        if (last !== "")
            lines.push(last);
        return lines;
    }
    #split(text) {
        const lines = text.split("\n");
        lines[0] = this.#rest + (lines[0] ?? "");
        this.#rest = lines.pop() ?? "";
        for (const [index, line] of lines.entries()) {
            if (line.endsWith("\r"))
                lines[index] = line.slice(0, -1);
        }
        if (this.#rest.length > longestLine) {
            lines.push(this.#rest);
            this.#rest = "";
        }
        return lines;
    }
}

;// CONCATENATED MODULE: ./lib/command/sink.js

/** Reads and forgets, so that the command is not held up. */
const discard = { write: () => undefined, end: () => undefined };
/** Calls back for each line as it comes, without its line end; the last one also where it has none. */
function lineSink(onLine) {
    const splitter = new LineSplitter();
    return {
        write(chunk) {
            for (const line of splitter.push(chunk))
                onLine(line);
            return undefined;
        },
        end() {
            for (const line of splitter.end())
                onLine(line);
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/command/stream-sink.js
/**
 * Writes to a stream at the stream's own pace. The stream is not ended: it may serve the next command too, and many at once. Its failure
 * is the command's affair as long as it writes, and no uncaught error.
 */
function streamSink(stream) {
    let unwritten = 0;
    let waiting = null;
    let unlisten = null;
    let failure = null;
    const settle = (error) => {
        const { settle: done } = waiting ?? {};
        waiting = null;
        done?.(error);
    };
    const onWritten = (error) => {
        unwritten -= 1;
        failure ??= error ?? null;
        // The stream's own "error" comes a moment after this one, and must still find its listener then.
        if (error)
            setImmediate(settle, error);
        else if (unwritten === 0 && waiting?.until === "flushed")
            settle();
    };
    const handlers = {
        drain: () => {
            if (waiting?.until === "drained")
                settle();
        },
        error: (error) => {
            failure ??= error;
            unlisten?.();
            settle(error);
        },
        close: () => {
            unlisten?.();
            settle(stream_sink_reasonOf(stream));
        },
    };
    const wait = (until) => new Promise((resolve, reject) => {
        waiting = { until, settle: (error) => (error ? reject(error) : resolve()) };
    });
    return {
        write(chunk) {
            if (stream.destroyed || stream.writableEnded)
                return Promise.reject(stream_sink_reasonOf(stream));
            unlisten ??= stream_sink_listen(stream, handlers);
            unwritten += 1;
            return stream.write(chunk, onWritten) ? undefined : wait("drained");
        },
        end() {
            if (failure) {
                setImmediate(() => unlisten?.());
                return Promise.reject(failure);
            }
            if (unwritten === 0 || stream.destroyed) {
                unlisten?.();
                return undefined;
            }
            return wait("flushed").finally(() => unlisten?.());
        },
    };
}
function stream_sink_reasonOf(stream) {
    return stream.errored ?? new Error("it was closed");
}
/** More commands than Node expects listeners may write to one stream: that is no leak. */
function stream_sink_listen(stream, handlers) {
    const entries = Object.entries(handlers);
    const most = stream.getMaxListeners();
    const raised = most > 0 && Number.isFinite(most);
    if (raised)
        stream.setMaxListeners(most + 1);
    for (const [event, handler] of entries)
        stream.on(event, handler);
    let listening = true;
    return () => {
        if (!listening)
            return;
        listening = false;
        for (const [event, handler] of entries)
            stream.off(event, handler);
        if (raised)
            stream.setMaxListeners(stream.getMaxListeners() - 1);
    };
}

;// CONCATENATED MODULE: ./lib/command/tail.js
const keptBytes = 4096;
/** Passes output on and remembers its end, for the message of a failure. */
class Tail {
    #next;
    #chunks = [];
    constructor(next) {
        this.#next = next;
    }
    write(chunk) {
        if (chunk.length >= keptBytes)
            this.#chunks = [chunk];
        else {
            this.#chunks.push(chunk);
            if (this.#chunks.length > 64)
                this.#chunks = [this.#bytes()];
        }
        return this.#next.write(chunk);
    }
    end() {
        return this.#next.end();
    }
    #bytes() {
        const all = Buffer.concat(this.#chunks);
        return all.subarray(Math.max(0, all.length - keptBytes));
    }
    /** The last lines, at most `count`; where the first is cut, the cut shows. */
    lines(count) {
        const text = this.#bytes().toString("utf8").trimEnd();
        return text === "" ? [] : text.split(/\r?\n/).slice(-count);
    }
}

;// CONCATENATED MODULE: ./lib/command/outputs.js






/** Whether an output goes through a pipe of this process. With an idle timeout it does even to be dropped: its silence is timed. */
function passesThrough(target, settings) {
    if (target.type === "null")
        return settings.idleTimeoutMs !== null;
    return target.type !== "inherit" && target.type !== "fd" && target.type !== "stdout";
}
/** Decides how an output is carried. */
function planOutput(target, settings) {
    switch (target.type) {
        case "null":
            return passesThrough(target, settings) ? piped(discard, settings) : { type: "plain", stdio: "ignore" };
        case "inherit":
            return { type: "plain", stdio: "inherit" };
        case "fd":
            return { type: "plain", stdio: target.fd };
        case "stdout":
            return { type: "same-as-stdout" };
        case "stream":
            return piped(streamSink(target.stream), settings);
        case "line":
            return piped(lineSink(target.line), settings);
        case "capture":
        case "buffer": {
            const capture = new Capture(settings.maxBuffer);
            return { ...piped(capture, settings), capture };
        }
        case "pipe": {
            const readable = new external_node_stream_.PassThrough({ highWaterMark: 64 * 1024 });
            const sink = streamSink(readable);
            const ending = { write: sink.write, end: () => void readable.end() };
            return { ...piped(ending, settings), awaited: false, readable };
        }
    }
}
function piped(sink, { ownWords }) {
    const tail = new Tail(sink);
    const held = ownWords.length > 0 ? new Held(tail, ownWords) : null;
    return { type: "piped", sink: held ?? tail, awaited: true, capture: null, tail, held, readable: null };
}
/** Both outputs of one command, and what is known of them once it is over. */
class Outputs {
    plans;
    constructor(settings) {
        this.plans = { stdout: planOutput(settings.stdout, settings), stderr: planOutput(settings.stderr, settings) };
    }
    capture(name) {
        const plan = this.plans[name];
        return plan.type === "piped" ? plan.capture : null;
    }
    readable(name) {
        const plan = this.plans[name];
        return plan.type === "piped" ? plan.readable : null;
    }
    /** The last lines of stderr, or of stdout where both are one. */
    lastLines() {
        const { stdout, stderr } = this.plans;
        const plan = stderr.type === "same-as-stdout" ? stdout : stderr;
        return plan.type === "piped" ? plan.tail.lines(10) : [];
    }
    /** The last lines that may be a client's own. */
    heldBack() {
        return this.#piped().flatMap(({ held }) => held?.line ?? []);
    }
    /** Once it is known whose they are: they are passed on, or dropped. Settles when that has been taken by all that are waited for. */
    async settle(whose) {
        const settled = this.#piped().map(({ held, awaited }) => ({ awaited, done: held?.settle(whose).catch(() => { }) }));
        await Promise.all(settled.map(({ awaited, done }) => (awaited ? done : undefined)));
    }
    #piped() {
        return [this.plans.stderr, this.plans.stdout].filter((plan) => plan.type === "piped");
    }
}

;// CONCATENATED MODULE: ./lib/command/check.js



/** What is wrong with a command before anything runs: the first fault in words, or null. */
function findFault(settings) {
    const words = [settings.program, ...settings.args, ...(settings.preExec ?? [])];
    if (settings.program === "")
        return "the program's name is empty";
    if (settings.preExec?.length === 0)
        return "the pre-exec command is empty";
    for (const word of words) {
        if (typeof word !== "string")
            return `an argument is ${word === null ? "null" : `a ${typeof word}`}, not a string`;
        if (word.includes("\0"))
            return `the argument ${JSON.stringify(word)} has a NUL in it`;
    }
    for (const [name, value] of settings.environment ?? []) {
        const fault = variableFault(name, value);
        if (fault)
            return fault;
    }
    return textFault(settings) ?? closedFd(settings) ?? watchFault(settings) ?? daemonFault(settings);
}
function variableFault(name, value) {
    const shown = JSON.stringify(name);
    if (typeof name !== "string" || name === "")
        return "an environment variable's name is empty";
    if (name.includes("="))
        return `the environment variable's name ${shown} has a "=" in it`;
    if (name.includes("\0"))
        return `the environment variable's name ${shown} has a NUL in it`;
    if (typeof value !== "string")
        return `the environment variable ${shown} is no string`;
    if (value.includes("\0"))
        return `the environment variable ${shown} has a NUL in its value`;
    return null;
}
const check_texts = ["cwd", "pidFile", "selinuxLabel", "appArmorProfile"];
function textFault(settings) {
    for (const name of check_texts) {
        const text = settings[name];
        if (text === null)
            continue;
        if (typeof text !== "string" || text === "")
            return `${name} is ${JSON.stringify(text)}, not a text`;
        if (text.includes("\0"))
            return `${name} is ${JSON.stringify(text)}, which has a NUL in it`;
    }
    return null;
}
function closedFd(settings) {
    const uses = [];
    for (const name of ["stdin", "stdout", "stderr"]) {
        const use = settings[name];
        if (use.type === "fd")
            uses.push([name, use.fd]);
    }
    for (const passed of settings.passed)
        if (passed.type === "fd")
            uses.push(["a passed descriptor", passed.fd]);
    for (const [name, fd] of uses) {
        try {
            (0,external_node_fs_.fstatSync)(fd);
        }
        catch {
            return `${name} is descriptor ${fd}, which is not open`;
        }
    }
    return null;
}
/** Output that does not pass through this process is not seen, so its silence cannot be timed. */
function watchFault(settings) {
    if (settings.idleTimeoutMs === null)
        return null;
    for (const name of ["stdout", "stderr"]) {
        const type = settings[name].type;
        if (type === "fd" || type === "inherit") {
            return `idleTimeout cannot watch ${name}: it goes past this process (${type}); give it a stream instead`;
        }
    }
    return null;
}
/** A daemon outlives this process: nothing of it can run through here, and its folder is the root. */
function daemonFault(settings) {
    if (!settings.daemonize)
        return null;
    if (settings.cwd !== null)
        return "a daemon has no working directory but /";
    if (settings.timeoutMs !== null || settings.idleTimeoutMs !== null)
        return "a daemon has no timeout";
    if (settings.stdin.type !== "null" && settings.stdin.type !== "fd")
        return "a daemon's stdin is a descriptor or null";
    for (const name of ["stdout", "stderr"]) {
        if (passesThrough(settings[name], settings))
            return `a daemon's ${name} is a descriptor, "inherit" or null`;
    }
    return null;
}
/** Why the working directory cannot be one, or null. */
function findDirectoryFault(cwd) {
    if (cwd === null)
        return null;
    const fault = (what, cause) => ({ why: `the working directory ${cwd} ${what}`, cause });
    try {
        if (!(0,external_node_fs_.statSync)(cwd).isDirectory())
            return fault("is no directory", systemError("ENOTDIR", { syscall: "chdir", path: cwd }));
        (0,external_node_fs_.accessSync)(cwd, external_node_fs_.constants.X_OK);
        return null;
    }
    catch (error) {
        const code = error.code;
        return fault(code === "ENOENT" ? "does not exist" : `cannot be entered (${code})`, error);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/command/lookup.js



function look(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isDirectory() ? "not-executable" : "found";
    }
    catch (error) {
        const code = error.code;
        return code === "EACCES" || code === "EPERM" ? "not-executable" : "missing";
    }
}
/**
 * Finds a program as execvp(3) does: a name without a slash on the child's PATH if it sets one, else on the parent's;
 * a relative name or PATH entry is taken from the child's working directory.
 */
function lookUp(program, options) {
    const base = options.cwd ?? ".";
    if (program.includes("/")) {
        const path = (0,external_node_path_.isAbsolute)(program) ? program : (0,external_node_path_.resolve)(base, program);
        const seen = look(path);
        if (seen === "missing")
            return { type: "not-found" };
        return { type: seen, path };
    }
    const path = options.environment?.get("PATH") ?? parentEnvironment().PATH ?? "/usr/bin:/bin";
    let refused = null;
    for (const entry of path.split(external_node_path_.delimiter)) {
        const candidate = (0,external_node_path_.isAbsolute)(entry) ? `${entry}/${program}` : (0,external_node_path_.resolve)(base, entry, program);
        const seen = look(candidate);
        if (seen === "found")
            return { type: "found", path: candidate };
        if (seen === "not-executable" && !isDirectory(candidate))
            refused ??= candidate;
    }
    return refused === null ? { type: "not-found" } : { type: "not-executable", path: refused };
}
function isDirectory(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/command/host.js



const limitNames = {
    processes: "Max processes",
    openFiles: "Max open files",
    lockedMemory: "Max locked memory",
    coreSize: "Max core file size",
    cpuTime: "Max cpu time",
    addressSpace: "Max address space",
};
/** Whether there is a limit of that name. */
function isLimit(name) {
    return Object.hasOwn(limitNames, name);
}
/** This process and its machine. What a command does not depend on is not looked at: each look would cost its start time. */
function readHost() {
    let limits = null;
    let capabilities = null;
    return {
        platform: process.platform,
        pid: process.pid,
        uid: process.geteuid?.() ?? -1,
        gid: process.getegid?.() ?? -1,
        holds(name) {
            capabilities ??= effectiveCapabilities();
            return ((capabilities >> BigInt(capabilityNumber(name) ?? 64)) & 1n) === 1n;
        },
        hardLimit(name) {
            limits ??= read("/proc/self/limits");
            return hardLimit(limits, limitNames[name]);
        },
        get selinux() {
            return read("/sys/fs/selinux/enforce") !== "";
        },
        get appArmor() {
            return read("/sys/module/apparmor/parameters/enabled").startsWith("Y");
        },
        helper: findHelper,
    };
}
function effectiveCapabilities() {
    return BigInt(`0x${/^CapEff:\s*(\w+)/m.exec(read("/proc/self/status"))?.[1] ?? "0"}`);
}
/** The hard limit's column of /proc/self/limits (proc(5)). */
function hardLimit(table, name) {
    const line = table.split("\n").find((row) => row.startsWith(name));
    const value = line?.slice(name.length).trim().split(/\s+/)[1];
    return value === undefined || value === "unlimited" ? Number.POSITIVE_INFINITY : Number(value);
}
/** By name and PATH, which may change. */
const found = new Map();
/** Helpers are the system's own, whatever PATH the command is given. */
function findHelper(name) {
    const { PATH = "" } = parentEnvironment();
    const key = `${name}:${PATH}`;
    const known = found.get(key);
    if (known !== undefined)
        return known;
    const path = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", ...PATH.split(":")];
    for (const folder of path) {
        if (!folder.startsWith("/"))
            continue;
        try {
            (0,external_node_fs_.accessSync)(`${folder}/${name}`, external_node_fs_.constants.X_OK);
            found.set(key, `${folder}/${name}`);
            return `${folder}/${name}`;
        }
        catch {
            // Not in this folder.
        }
    }
    return null;
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "latin1");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/command/privileges.js


/** Why bad values of the limits, ids and capabilities cannot be meant, or null. */
function findPrivilegeFault(settings, host) {
    for (const name of settings.capabilities) {
        if (capabilityNumber(name) === null)
            return `there is no capability ${JSON.stringify(name)}`;
    }
    const { umask, user } = settings;
    if (umask !== null && !(Number.isInteger(umask) && umask >= 0 && umask <= 0o777)) {
        return `the umask ${umask} is not between 0 and 0o777`;
    }
    for (const id of user ? [user.uid, user.gid ?? 0, ...(user.groups ?? [])] : []) {
        if (!Number.isInteger(id) || id < 0 || id > 0xfffffffe)
            return `${id} is no user or group id`;
    }
    for (const [name, value] of limitsOf(settings)) {
        if (!isLimit(name))
            return `there is no limit ${JSON.stringify(name)}`;
        const hard = host.hardLimit(name);
        if (!(value >= 0) || (value !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(value))) {
            return `the limit ${name} is ${value}, not a whole number`;
        }
        if (value > hard)
            return `the limit ${name} of ${value} is above this process's hard limit of ${hard}`;
    }
    return null;
}
/** What the host cannot do of what is asked, named; null: it can do all. */
function findUnsupported(settings, host) {
    const asked = [
        [limitsOf(settings).length > 0, "limits", () => linux(host) ?? needs(host, "prlimit")],
        [settings.umask !== null, "umask", () => shell(host)],
        [settings.preExec !== null, "preExec", () => linux(host)],
        [settings.handshake, "handshake", () => linux(host)],
        [settings.daemonize, "daemonize", () => linux(host) ?? needs(host, "setsid")],
        [settings.pidFile !== null, "pidFile", () => linux(host) ?? needs(host, "flock")],
        [settings.user !== null, "user", () => user(settings, host)],
        [settings.clearCapabilities, "clearCapabilities", () => linux(host) ?? needs(host, "setpriv")],
        [settings.capabilities.length > 0, "allowCapability", () => capabilities(settings, host)],
        [settings.selinuxLabel !== null, "selinuxLabel", () => label(host, host.selinux, "SELinux")],
        [settings.appArmorProfile !== null, "appArmorProfile", () => label(host, host.appArmor, "AppArmor")],
        [
            settings.passed.length > 0,
            "passFd and sendBuffer",
            () => (host.platform === "win32" ? "Windows has none" : null),
        ],
    ];
    for (const [isAsked, name, why] of asked) {
        const missing = isAsked ? why() : null;
        if (missing !== null)
            return `${name} is not supported here: ${missing}`;
    }
    return null;
}
/** The limits that were given. */
function limitsOf(settings) {
    const entries = Object.entries(settings.limits);
    return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
/** Whether the ids are the process's own, so that there is nothing to change. */
function isOwnUser(settings, host) {
    const { user: ids } = settings;
    return ids === null || (ids.uid === host.uid && (ids.gid ?? host.gid) === host.gid && ids.groups === undefined);
}
function linux(host) {
    return host.platform === "linux" ? null : `it needs Linux, this is ${host.platform}`;
}
function shell(host) {
    return host.platform === "win32" ? "Windows has none" : needs(host, "sh");
}
function needs(host, helper) {
    return host.helper(helper) === null ? `it needs the program ${helper} (util-linux), which is not there` : null;
}
function user(settings, host) {
    if (host.platform === "win32")
        return "Windows has no user ids";
    if (isOwnUser(settings, host))
        return null;
    if (host.platform !== "linux")
        return host.uid === 0 ? null : "only root can change the user";
    if (!host.holds("setuid") || !host.holds("setgid"))
        return "this process has not the capabilities setuid and setgid";
    return needs(host, "setpriv");
}
function capabilities(settings, host) {
    const lacking = settings.capabilities.find((name) => !host.holds(name));
    if (lacking !== undefined)
        return `this process has not the capability ${lacking} itself`;
    return (linux(host) ?? (host.holds("setpcap") ? needs(host, "setpriv") : "this process has not the capability setpcap"));
}
function label(host, present, system) {
    return linux(host) ?? (present ? needs(host, "setpriv") : `${system} is not enabled on this host`);
}

;// CONCATENATED MODULE: ./lib/command/refusal.js






/** The error of a command that never ran; its status is a shell's: 127 not found, 126 otherwise. */
function refusal(settings, reason, why, cause) {
    const command = shortened(commandWords(settings));
    const status = reason === "not-found" ? 127 : 126;
    const known = reason === "not-found" || reason === "not-executable";
    return new CommandError(`${command}: ${why}`, {
        reason,
        command,
        cause,
        result: { ...notStarted, status, exitCode: known ? status : null, reason },
    });
}
/** What never ran may be longer than anybody reads. */
function shortened(command) {
    return command.length > MOST_SHOWN ? `${command.slice(0, MOST_SHOWN)}…` : command;
}
const MOST_SHOWN = 4096;
/** Throws for bad input. */
function refuseInvalid(settings, fault) {
    const found = fault ?? findFault(settings);
    if (found !== null)
        throw refusal(settings, "invalid", found);
}
/**
 * The file of the program; throws for what cannot be started here, before anything is. Where no helper comes first, spawn itself finds
 * the program just as well and tells why it did not, so that looking twice is saved.
 */
function findProgram(settings, host) {
    const searched = settings.program.includes("/") || settings.environment === null || settings.environment.has("PATH");
    if (!host && (searched || process.platform === "win32"))
        return settings.program;
    if (host)
        refuseUnsupported(settings, host);
    const directoryFault = findDirectoryFault(settings.cwd);
    if (directoryFault !== null)
        throw refusal(settings, "spawn", directoryFault.why, directoryFault.cause);
    const [hook] = settings.preExec ?? [];
    if (hook !== undefined)
        find(settings, hook);
    return find(settings, settings.program);
}
function refuseUnsupported(settings, host) {
    const fault = findPrivilegeFault(settings, host);
    if (fault !== null)
        throw refusal(settings, "invalid", fault);
    const missing = findUnsupported(settings, host);
    if (missing !== null)
        throw refusal(settings, "unsupported", missing);
}
function find(settings, program) {
    const found = lookUp(program, settings);
    if (found.type === "found")
        return found.path;
    // As spawn itself would tell.
    const place = { syscall: `spawn ${program}`, path: program };
    if (found.type === "not-found")
        throw notFound(settings, program, systemError("ENOENT", place));
    throw notExecutable(settings, program, systemError("EACCES", place));
}
/** What spawn(2)'s error means: first of all whether it was the working directory. */
function spawnError(settings, error) {
    const directoryFault = findDirectoryFault(settings.cwd);
    if (directoryFault !== null)
        return refusal(settings, "spawn", directoryFault.why, directoryFault.cause);
    if (error.code === "ENOENT" || error.code === "ENOTDIR")
        return notFound(settings, settings.program, error);
    if (error.code === "EACCES")
        return notExecutable(settings, settings.program, error);
    if (error.code === "E2BIG")
        return refusal(settings, "spawn", "its arguments and environment are too long for the system (E2BIG)", error);
    return refusal(settings, "spawn", `it could not be started (${error.code ?? error.message})`, error);
}
/** The error of a client that was not started, told of the command that it was to start: the client's own words mean nothing to people. */
function refusalOf(settings, { program }, error) {
    const why = error.message.slice(error.command.length + ": ".length);
    const missing = error.reason === "not-found" || error.reason === "not-executable";
    // Without a client the command itself is what is started.
    return refusal(settings, missing && program !== settings.program ? "spawn" : error.reason, why, error.cause);
}
function notFound(settings, program, cause) {
    const where = program.includes("/") ? "does not exist, or its interpreter does not" : "was not found on PATH";
    return refusal(settings, "not-found", `${program} ${where}`, cause);
}
function notExecutable(settings, program, cause) {
    return refusal(settings, "not-executable", `${program} is not an executable file`, cause);
}

;// CONCATENATED MODULE: ./lib/command/child.js







/** To make one for each command takes longer than most of what is done at its end. */
const OVER = new DOMException("the command is over", "AbortError");
/** Watches one child from its start to its result. */
class RunningChild {
    pid;
    stdout;
    stderr;
    /** Settles with what became of the command; never rejects. */
    over;
    #settings;
    #started;
    #client;
    #outputs;
    #hurry = null;
    #ending = null;
    #terminated = null;
    #exit = new AbortController();
    #giveUp = () => { };
    /** `client`: what stands here for a command that runs elsewhere. */
    constructor(settings, started, client = null) {
        this.#settings = settings;
        this.#started = started;
        this.#client = client;
        this.pid = started.pid;
        const exit = this.#exitOf(started.child);
        this.stdout = started.wiring.outputs.readable("stdout");
        this.stderr = started.wiring.outputs.readable("stderr");
        this.#outputs = started.wiring.connect(started.child, (error) => this.#streamFailed("stdin", error));
        this.over = this.#watch(exit);
    }
    async wait() {
        const outcome = await this.over;
        if (outcome instanceof CommandError)
            throw outcome;
        return outcome;
    }
    async signal(name) {
        if (this.#client?.signal)
            return this.#client.signal(name);
        await signalTree(this.#started.tree.marked(), name, this.#exit.signal);
    }
    async abort() {
        this.#end({ type: "aborted" });
        await this.over;
    }
    async kill() {
        this.#hurry ??= new AbortController();
        this.#hurry.abort();
        if (!this.#exit.signal.aborted)
            killNow(this.#started.tree);
        await this.abort();
    }
    async write(chunk) {
        return (await this.#started.wiring.stdin?.write(chunk)) ?? false;
    }
    closeStdin() {
        this.#started.wiring.stdin?.close();
    }
    async handshakeWait() {
        const setup = this.#handshake();
        await Promise.race([setup.until((state) => state.type !== "silent"), this.over]);
        if (setup.state.type === "ready" || setup.state.type === "started")
            return;
        const outcome = await this.over;
        if (outcome instanceof CommandError)
            throw outcome;
        throw refusal(this.#settings, "handshake", "its set-up failed");
    }
    handshakeNotify() {
        const setup = this.#handshake();
        if (!this.#exit.signal.aborted)
            setup.go();
    }
    #handshake() {
        const { setup } = this.#started;
        if (setup && this.#settings.handshake)
            return setup;
        throw refusal(this.#settings, "invalid", "the command was started without handshake()");
    }
    #end(ending) {
        if (this.#exit.signal.aborted) {
            // What is left to do is only to hand over output; nobody is to wait for a reader that has stopped.
            for (const { pump } of this.#outputs)
                pump.hurry(this.#settings.drainMs);
            return;
        }
        this.#ending ??= ending;
        this.#terminated ??= this.#terminate();
    }
    async #terminate() {
        const { tree, child } = this.#started;
        this.#hurry ??= new AbortController();
        const hurry = this.#hurry.signal;
        const asked = hurry.aborted ? undefined : this.#client?.signal?.("SIGTERM");
        const gone = await terminate(tree, { graceMs: this.#settings.killGraceMs, hurry, child });
        await asked;
        await this.#client?.signal?.("SIGKILL");
        if (!gone)
            this.#giveUp({ exitCode: null, signal: "SIGKILL" });
    }
    #streamFailed(name, cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        this.#end({ type: "aborted", because: `the stream at its ${name} failed: ${why}`, cause });
    }
    async #watch(exit) {
        const { wiring, guard, startedAt, setup, helpers } = this.#started;
        const release = this.#listen();
        const exited = await exit;
        this.#exit.abort(OVER);
        const durationMs = performance.now() - startedAt;
        if (this.#settings.leftovers === "kill")
            this.#terminated ??= this.#terminate();
        await this.#terminated;
        const held = beforeResult();
        if (held)
            await held;
        guard.release();
        if (this.#ending)
            for (const { pump } of this.#outputs)
                pump.hurry(this.#settings.drainMs);
        const unfinished = this.#outputs.filter(({ pump }) => !pump.finished);
        if (unfinished.length > 0)
            await Promise.all(unfinished.map((output) => this.#drain(output)));
        release?.();
        const state = setup ? await lastState(setup) : null;
        wiring.release();
        const { pid } = this;
        const { outputs } = wiring;
        const verdict = await this.#verdict(exited);
        const settled = outputs.settle(verdict?.notStarted ? "client" : "command");
        // A reader that has stopped is not waited for, as above.
        if (!this.#ending)
            await settled;
        return conclude({
            settings: this.#settings,
            outputs,
            pid,
            exit: exited,
            ending: this.#ending,
            setup: state,
            verdict,
            helpers,
            durationMs,
        });
    }
    /** What its place has to say of a failure. */
    async #verdict(exit) {
        const client = this.#client;
        if (!client)
            return null;
        try {
            if (this.#ending || exit.exitCode === 0)
                return null;
            const { outputs } = this.#started.wiring;
            return await client.judge({ exit, lastLines: outputs.lastLines(), heldBack: outputs.heldBack() });
        }
        finally {
            await client.leave();
        }
    }
    /** What may end the command from outside; returns what takes every listener and timer away. Most commands have none. */
    #listen() {
        for (const { plan, pump } of this.#outputs) {
            if (plan.awaited)
                pump.done.catch((error) => this.#streamFailed("output", error));
        }
        const { signal, killSignal, timeoutMs, idleTimeoutMs } = this.#settings;
        if (!signal && !killSignal && timeoutMs === null && idleTimeoutMs === null)
            return null;
        const pumps = this.#outputs.map(({ pump }) => pump);
        const onAbort = () => this.#end({ type: "aborted", cause: signal?.reason });
        const onKill = () => void this.kill();
        const stopTimers = watchTime({ timeoutMs, idleTimeoutMs, pumps, onExpired: (type) => this.#end({ type }) });
        signal?.addEventListener("abort", onAbort);
        killSignal?.addEventListener("abort", onKill);
        return () => {
            stopTimers();
            signal?.removeEventListener("abort", onAbort);
            killSignal?.removeEventListener("abort", onKill);
        };
    }
    async #drain({ plan, pump }) {
        const drained = pump.settle(this.#settings.drainMs).then(() => pump.done);
        drained.catch(() => { });
        if (!plan.awaited)
            return;
        await drained.catch((error) => {
            this.#ending ??= { type: "aborted", because: `the stream at its output failed: ${error.message}`, cause: error };
        });
    }
    #exitOf(child) {
        child.on("error", () => { });
        return new Promise((resolve) => {
            child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
            this.#giveUp = resolve;
        });
    }
}
/** What it said just before its exit may still be on its way. */
async function lastState(setup) {
    await turn();
    await turn();
    setup.close();
    return setup.state;
}

;// CONCATENATED MODULE: ./lib/command/tree.js

/**
 * The processes of a command: its session, their children and children's children whatever session they moved to, and those with the
 * marker in their environment. A process once seen stays a member when its parent ends and init adopts it.
 */
class ProcessTree {
    #root;
    #known = new Map();
    /** The root's start time, without which a later process of that number could be taken for it. */
    #start = null;
    constructor(root) {
        this.#root = root;
    }
    get pid() {
        return this.#root.pid;
    }
    /** Whether the process is to be left to end by itself, once the others have. */
    endsLast(pid) {
        return this.#root.relay === true && pid === this.#root.pid;
    }
    /** Those that have the marker, and what they started: not what the client that stands for them starts for itself. Without a marker all. */
    marked() {
        const { relay, marker } = this.#root;
        return relay === true && marker !== null ? new ProcessTree({ pid: null, leader: false, marker }) : this;
    }
    /** Learns the root's start time. To be called before its exit is known here, as long as nothing else can have its number. */
    pin() {
        const { pid } = this.#root;
        if (pid === null || this.#start !== null)
            return;
        this.#start = readProcess(pid)?.start ?? null;
        if (this.#start !== null)
            this.#known.set(pid, this.#start);
    }
    /** Those alive now; zombies are not. */
    members() {
        this.pin();
        const table = readProcesses().filter((entry) => entry.pid !== process.pid);
        const members = new Map();
        const add = (entry) => {
            if (members.has(entry.pid))
                return;
            members.set(entry.pid, entry);
            this.#known.set(entry.pid, entry.start);
        };
        for (const entry of table)
            if (this.#isOwn(entry))
                add(entry);
        for (let size = -1; size !== members.size;) {
            size = members.size;
            for (const entry of table)
                if (members.has(entry.parent))
                    add(entry);
        }
        return [...members.values()].filter((entry) => !entry.zombie);
    }
    #isOwn(entry) {
        if (this.#known.get(entry.pid) === entry.start)
            return true;
        const { pid, leader, marker } = this.#root;
        if (leader && pid !== null && entry.session === pid && startedSince(entry, this.#start))
            return true;
        return marker !== null && hasVariable(entry.pid, `${marker.name}=${marker.value}`);
    }
}
/** A session's number is free again once its last process is gone: one whose leader is another process is not ours. */
function startedSince(entry, start) {
    if (start === null)
        return true;
    return BigInt(entry.start || "0") >= BigInt(start);
}

;// CONCATENATED MODULE: ./lib/command/daemon.js







/** How often a daemon that is being set up is looked at: nobody is told of its death, since it is nobody's child. */
const lookMs = 50;
/** A daemon from its fork to its start; after that it is on its own, and `wait` is done. */
class Daemon {
    pid;
    stdout = null;
    stderr = null;
    /** Settles once the daemon is started or has failed to; never rejects. */
    over;
    #settings;
    #setup;
    #tree;
    constructor(settings, setup, started) {
        this.#settings = settings;
        this.#setup = setup;
        this.pid = setup.pid ?? started.pid;
        this.#tree = new ProcessTree({ pid: this.pid, leader: true, marker: settings.killMarker });
        this.#tree.pin();
        this.over = this.#watch(started);
    }
    /** Settles when the daemon's process is there. */
    static async start(settings, started) {
        const { setup, child, wiring, guard } = started;
        // A daemon is to outlive this process.
        guard.release();
        if (!setup)
            throw refusal(settings, "unsupported", "a daemon needs pipes in /proc");
        const forked = new Promise((resolve) => child.once("exit", resolve));
        wiring.connect(child, () => { });
        const known = setup.until(() => setup.pid !== null);
        const exitCode = await forked;
        if (exitCode === 0)
            await Promise.race([known, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
        if (setup.pid !== null)
            return new Daemon(settings, setup, started);
        setup.close();
        throw refusal(settings, "spawn", "its process could not be forked off");
    }
    async wait() {
        const outcome = await this.over;
        if (outcome instanceof CommandError)
            throw outcome;
        return outcome;
    }
    async signal(name) {
        // It is there by now, or is gone.
        await signalTree(this.#tree, name, AbortSignal.timeout(0));
    }
    async abort() {
        await terminate(this.#tree, { graceMs: this.#settings.killGraceMs, hurry: new AbortController().signal });
    }
    async kill() {
        killNow(this.#tree);
    }
    async write() {
        return false;
    }
    closeStdin() { }
    async handshakeWait() {
        if (!this.#settings.handshake)
            throw refusal(this.#settings, "invalid", "the command was started without handshake()");
        await Promise.race([this.#setup.until((state) => state.type !== "silent"), this.over]);
        if (this.#setup.state.type !== "ready" && this.#setup.state.type !== "started")
            await this.wait();
    }
    handshakeNotify() {
        if (!this.#settings.handshake)
            throw refusal(this.#settings, "invalid", "the command was started without handshake()");
        this.#setup.go();
    }
    async #watch({ startedAt, wiring }) {
        const setup = this.#setup;
        const settled = setup.until(({ type }) => type === "started" || type === "locked" || type === "pre-exec");
        await Promise.race([settled, this.#death()]);
        wiring.release();
        setup.close();
        const result = { ...notStarted, pid: this.pid, durationMs: performance.now() - startedAt };
        if (setup.state.type === "started")
            return { ...result, exitCode: 0, status: 0, reason: null };
        const preExec = (this.#settings.preExec ?? []).map(quote).join(" ");
        const reason = this.#settings.handshake ? "handshake" : "spawn";
        const error = refusal(this.#settings, reason, setupFault(setup.state, { pidFile: this.#settings.pidFile, preExec }));
        return this.#settings.allowFailure ? { ...result, reason } : error;
    }
    #death() {
        return new Promise((resolve) => {
            const timer = setInterval(() => {
                const entry = readProcess(this.pid);
                const over = this.#setup.state.type !== "silent" && this.#setup.state.type !== "ready";
                if (!over && entry && !entry.zombie)
                    return;
                clearInterval(timer);
                resolve();
            }, lookMs);
        });
    }
}

;// CONCATENATED MODULE: ./lib/command/dry-run.js






const current = new external_node_async_hooks_.AsyncLocalStorage();
/** Calls `inside` with dry run on, for it and all that it starts; other work of the process is not touched. */
function withinDryRun(run, inside) {
    return current.run(run, inside);
}
function currentDryRun() {
    return current.getStore() ?? null;
}
/** The child of a command that is not run: it writes what the responder says, and is over. */
async function pretend(settings, run, command) {
    run.commands.push(command);
    const input = settings.stdin.type === "bytes" ? settings.stdin.bytes : null;
    const response = (await run.respond?.(command, { input })) ?? {};
    const outputs = new Outputs(settings);
    const over = carry(outputs, response).then(() => outcome(settings, outputs, response));
    return {
        pid: null,
        stdout: outputs.readable("stdout"),
        stderr: outputs.readable("stderr"),
        async wait() {
            const result = await over;
            if (result instanceof CommandError)
                throw result;
            return result;
        },
        signal: async () => { },
        abort: async () => { },
        kill: async () => { },
        write: async () => true,
        closeStdin() { },
        handshakeWait: async () => { },
        handshakeNotify() { },
    };
}
async function carry(outputs, response) {
    const texts = { stdout: Buffer.from(response.stdout ?? ""), stderr: Buffer.from(response.stderr ?? "") };
    const { stdout, stderr } = outputs.plans;
    const first = stderr.type === "same-as-stdout" ? Buffer.concat([texts.stdout, texts.stderr]) : texts.stdout;
    const pumps = [];
    for (const [plan, bytes] of [
        [stdout, first],
        [stderr, texts.stderr],
    ]) {
        if (plan.type !== "piped")
            continue;
        const { done } = new Pump(external_node_stream_.Readable.from(bytes.length > 0 ? [bytes] : []), plan.sink);
        if (plan.awaited)
            pumps.push(done);
    }
    await Promise.all(pumps);
}
function outcome(settings, outputs, response) {
    const signal = response.signal ?? null;
    const exit = { exitCode: signal === null ? (response.exitCode ?? 0) : null, signal };
    return conclude({
        settings,
        outputs,
        pid: null,
        exit,
        ending: null,
        setup: null,
        verdict: null,
        helpers: [],
        durationMs: 0,
    });
}

;// CONCATENATED MODULE: ./lib/command/failed-child.js
/** The child of a command that could not be started, where failure is allowed: over already. Bad input and what the host cannot do still throw. */
function failedChild(error) {
    if (error.reason === "invalid" || error.reason === "unsupported")
        throw error;
    const { exitCode, signal, status, stdout, stderr, durationMs, pid, timedOut, truncated, truncatedBytes, reason } = error;
    const result = {
        exitCode,
        signal,
        status,
        stdout,
        stderr,
        durationMs,
        pid,
        timedOut,
        truncated,
        truncatedBytes,
        reason,
    };
    return {
        pid: null,
        stdout: null,
        stderr: null,
        wait: async () => result,
        signal: async () => { },
        abort: async () => { },
        kill: async () => { },
        write: async () => false,
        closeStdin() { },
        handshakeWait: async () => {
            throw error;
        },
        handshakeNotify() { },
    };
}

;// CONCATENATED MODULE: ./lib/command/lines.js

/** The lines of a child's stdout as they come, at the reader's pace; when the reader stops, the child is ended. */
async function* readLines(child) {
    const splitter = new LineSplitter();
    let finished = false;
    try {
        for await (const chunk of chunksOf(child.stdout))
            yield* splitter.push(chunk);
        yield* splitter.end();
        finished = true;
    }
    finally {
        if (!finished)
            await child.abort();
    }
    await child.wait();
}
/** The pieces of a child's stdout split at a separator; the last one also where no separator follows it. */
async function* readFields(child, separator) {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of chunksOf(child.stdout)) {
        const fields = (rest + decoder.decode(chunk, { stream: true })).split(separator);
        rest = fields.pop() ?? "";
        yield* fields;
    }
    rest += decoder.decode();
    if (rest !== "")
        yield rest;
    await child.wait();
}
function chunksOf(stdout) {
    return stdout ?? [];
}

;// CONCATENATED MODULE: ./lib/command/matching.js
/** A line's matches by every expression, in their order; none where one of them does not match, as virCommandRunRegex has it. */
function matchLine(line, expressions) {
    const matches = [];
    for (const expression of expressions) {
        expression.lastIndex = 0;
        const match = expression.exec(line);
        if (!match)
            return [];
        matches.push(match);
    }
    return matches;
}
/** Puts fields into rows of so many columns; the last row may be shorter. */
function toRows(fields, columns) {
    const rows = [];
    for (let at = 0; at < fields.length; at += columns)
        rows.push(fields.slice(at, at + columns));
    return rows;
}

;// CONCATENATED MODULE: ./lib/command/cover-fds.js
/**
 * Puts another descriptor over those that the child must not get, where there is no bash to close them: what they are of is out of reach
 * then, though their numbers are open.
 */
function coverFds(stdio, unwanted, cover) {
    const slots = [...stdio];
    for (const fd of unwanted) {
        // From 3 on, "ignore" leaves a number as it is: closed.
        while (slots.length < fd)
            slots.push("ignore");
        slots[fd] = cover;
    }
    return slots;
}

;// CONCATENATED MODULE: ./lib/command/inherited-fds.js

/** open(2)'s O_CLOEXEC on Linux. */
const O_CLOEXEC = 0o2000000;
/** Node opens everything else with O_CLOEXEC, so what a child would get unasked is what this process was started with. */
let candidates = null;
/** Descriptors above 2 that this process was started with and that would reach every child. None where /proc does not tell. */
function inheritedFds() {
    candidates ??= openFds().filter(staysOpen);
    return candidates.filter(staysOpen);
}
/**
 * Closes what this process was started with above descriptor 2, for good: its children then need no helper to be kept from it.
 * For programs of one's own, never for a library: someone may be using them.
 */
function closeInheritedFds() {
    for (const fd of inheritedFds())
        (0,external_node_fs_.closeSync)(fd);
}
function openFds() {
    try {
        return (0,external_node_fs_.readdirSync)("/proc/self/fd")
            .map(Number)
            .filter((fd) => fd > 2 && !isReadByNode(fd));
    }
    catch {
        return [];
    }
}
/** Where certificates and OpenSSL's configuration lie. */
const TRUST = ["/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/usr/lib/ssl", "/usr/share/ca-certificates"];
const NAMING_TRUST = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR", "OPENSSL_CONF"];
/**
 * Whether OpenSSL may be reading it: from Node 24 on certificates are, at the start and in a thread of their own, and are opened as fopen(3)
 * does. Were it closed here, that thread would close the next one of its number, such as the event loop's own.
 */
function isReadByNode(fd) {
    try {
        const target = (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${fd}`);
        const named = NAMING_TRUST.flatMap((name) => real(process.env[name] ?? "") ?? []);
        return [...TRUST, ...named].some((path) => target === path || target.startsWith(`${path}/`));
    }
    catch {
        return false;
    }
}
function real(path) {
    try {
        return path === "" ? null : (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return null;
    }
}
function staysOpen(fd) {
    try {
        const flags = /^flags:\s*(\d+)/m.exec((0,external_node_fs_.readFileSync)(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
        return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/command/shell-stage.js
/**
 * A shell's set-up and, after it, env(1) to undo what shells do to the environment: they set PWD and the like, and drop what is no name
 * of theirs. The shell's text is made of fixed pieces; all that varies is handed over as arguments. Empty where nothing asks for it.
 */
function shellStage(setup, facts) {
    const { host } = facts;
    const pieces = piecesOf(setup);
    if (pieces.length === 0)
        return [];
    const preExec = setup.preExec ?? [];
    const parameters = [
        setup.umask === null ? "" : `0${setup.umask.toString(8)}`,
        setup.pidFd === null ? "" : String(setup.pidFd),
        setup.statusPath ?? "",
        setup.goPath ?? "",
        host.helper("flock") ?? "flock",
        setup.closeFds.join(" "),
        String(preExec.length),
    ];
    const text = [...pieces, `shift ${parameters.length}`, ...(setup.preExec ? ['shift "$__forgexec_words"'] : []), run];
    // Only bash can name descriptors above 9; -p keeps it from reading start files and functions out of the environment.
    const shell = setup.closeFds.length > 0 ? [host.helper("bash") ?? "bash", "-p"] : [host.helper("sh") ?? "/bin/sh"];
    return [...shell, "-c", text.join("\n"), "forgexec", ...parameters, ...preExec, ...restoreStage(facts)];
}
const run = 'unset __forgexec_words __forgexec_word __forgexec_go\nexec "$@"';
function piecesOf(setup) {
    const pieces = [];
    if (setup.closeFds.length > 0)
        pieces.push("for __forgexec_word in $6; do exec {__forgexec_word}>&-; done");
    if (setup.joinOutputs)
        pieces.push("exec 2>&1");
    if (setup.reportPid)
        pieces.push('echo "pid $$" > "$3"');
    if (setup.umask !== null)
        pieces.push('umask "$1"');
    if (setup.pidFd !== null)
        pieces.push(lock);
    if (setup.preExec)
        pieces.push("__forgexec_words=$7", preExec);
    if (setup.goPath !== null) {
        pieces.push('echo ready > "$3"', 'read __forgexec_go < "$4" || exit 126');
    }
    if (setup.statusPath !== null)
        pieces.push('echo started > "$3"');
    return pieces;
}
const lock = `"$5" -n "$2" || { echo locked > "$3"; exit 126; }
echo $$ > "/proc/self/fd/$2"`;
/** The pre-exec command's words come before the program's. A subshell drops the others by turning them round. */
const preExec = `(
  shift 7
  for __forgexec_word in "$@"; do
    if [ "$__forgexec_words" -gt 0 ]; then
      set -- "$@" "$__forgexec_word"
      __forgexec_words=$((__forgexec_words - 1))
    fi
    shift
  done
  unset __forgexec_words __forgexec_word
  exec "$@" < /dev/null >&2
) || { echo "pre-exec $?" > "$3"; exit 126; }`;
const shellsOwn = /^(PWD|OLDPWD|SHLVL|_|IFS|PPID|LINENO|OPTIND|OPTERR|OPTARG|PS[0-4]|U?E?UID|GROUPS|RANDOM|SRANDOM|SECONDS|EPOCH\w+|DIRSTACK|FUNCNAME|HISTCMD|HOSTNAME|HOSTTYPE|MACHTYPE|OSTYPE|SHELL|SHELLOPTS|TERM|COLUMNS|LINES|MAILCHECK|PIPESTATUS|BASH\w*|COMP_\w+|__forgexec_\w+)$/;
function restoreStage(facts) {
    const set = [];
    for (const [name, value] of facts.environment) {
        if (shellsOwn.test(name) || !/^[A-Za-z_]\w*$/.test(name))
            set.push(`${name}=${value}`);
    }
    const env = facts.host.helper("env") ?? "/usr/bin/env";
    return [env, "-u", "PWD", "-u", "OLDPWD", "-u", "SHLVL", "-u", "_", "--", ...set];
}

;// CONCATENATED MODULE: ./lib/command/launcher.js


const prlimitOptions = {
    processes: "nproc",
    openFiles: "nofile",
    lockedMemory: "memlock",
    coreSize: "core",
    cpuTime: "cpu",
    addressSpace: "as",
};
/**
 * What has to happen between fork and exec, as a chain of helpers in the order in which it must happen: a session of its own for a
 * daemon; the shell's part, with the caller's rights; the environment as it was before the shell; limits; last the loss of rights.
 * Node has no hook there, and each helper keeps the process id.
 */
function planLaunch(settings, facts) {
    const setup = {
        umask: settings.umask,
        pidFd: facts.pidFd,
        preExec: settings.preExec,
        reportPid: settings.daemonize,
        statusPath: facts.statusPath,
        goPath: facts.goPath,
        closeFds: facts.closeFds,
        joinOutputs: facts.joinOutputs,
    };
    const shell = shellStage(setup, { host: facts.host, environment: facts.environment });
    const drops = privilegeStage(settings, facts.host, shell.length > 0);
    const chain = [
        ...(settings.daemonize ? [helper(facts.host, "setsid"), "--fork"] : []),
        ...shell,
        ...limitStage(settings, facts.host),
        ...drops.argv,
    ];
    // env(1) would take a program with "=" in its path for a variable, so that another helper has to come in between.
    if (chain.length > 0 && facts.program.includes("="))
        chain.push(helper(facts.host, "nice"), "-n", "0");
    const [file, ...rest] = [...chain, facts.program, ...settings.args];
    const argv0 = chain.length === 0 ? settings.program : null;
    const helpers = ["setsid", "env", "prlimit", "setpriv"].filter((name) => chain.includes(helper(facts.host, name)));
    return { file: file ?? facts.program, args: rest, argv0, ids: drops.ids, helpers };
}
/** prlimit(1), soft and hard limit alike. */
function limitStage(settings, host) {
    const limits = limitsOf(settings);
    if (limits.length === 0)
        return [];
    const value = (limit) => (limit === Number.POSITIVE_INFINITY ? "unlimited" : String(limit));
    const options = limits.map(([name, limit]) => `--${prlimitOptions[name]}=${value(limit)}:${value(limit)}`);
    return [helper(host, "prlimit"), ...options];
}
/** setpriv(1); where it is only the ids and nothing runs before the program, spawn sets them without a helper. */
function privilegeStage(settings, host, afterShell) {
    const caps = capabilityOptions(settings, host);
    const labels = [
        ...(settings.selinuxLabel === null ? [] : [`--selinux-label=${settings.selinuxLabel}`]),
        ...(settings.appArmorProfile === null ? [] : [`--apparmor-profile=${settings.appArmorProfile}`]),
    ];
    const user = isOwnUser(settings, host) ? null : settings.user;
    const groups = user?.groups ?? [];
    if (user && groups.length === 0 && !afterShell && caps.length === 0 && labels.length === 0) {
        return { argv: [], ids: { uid: user.uid, ...(user.gid === undefined ? {} : { gid: user.gid }) } };
    }
    const ids = user
        ? [
            `--reuid=${user.uid}`,
            `--regid=${user.gid ?? host.gid}`,
            groups.length > 0 ? `--groups=${groups.join(",")}` : "--clear-groups",
        ]
        : [];
    const options = [...ids, ...caps, ...labels];
    return { argv: options.length === 0 ? [] : [helper(host, "setpriv"), ...options], ids: {} };
}
/**
 * Allowed capabilities are inheritable and ambient too, else another user than root would lose them at exec. Without CAP_SETPCAP the
 * bounding set cannot be changed: such a process has no capabilities to lose, and no_new_privs keeps it from gaining any.
 */
function capabilityOptions(settings, host) {
    const allowed = settings.capabilities.map((name) => `+${name}`);
    if (!settings.clearCapabilities) {
        return allowed.length === 0 ? [] : [`--inh-caps=${allowed.join(",")}`, `--ambient-caps=${allowed.join(",")}`];
    }
    const set = ["-all", ...allowed].join(",");
    const sets = [`--inh-caps=${set}`, `--ambient-caps=${set}`];
    return host.holds("setpcap") ? [`--bounding-set=${set}`, ...sets] : ["--no-new-privs", ...sets];
}
function helper(host, name) {
    return host.helper(name) ?? name;
}

;// CONCATENATED MODULE: ./lib/command/spawn-child.js



/** Spawns what was planned. Throws the CommandError that says why nothing was started. */
async function spawnChild(settings, launch, stdio) {
    try {
        const child = await startChild(launch.file, launch.args, {
            ...(launch.argv0 === null ? {} : { argv0: launch.argv0 }),
            stdio: [...stdio],
            detached: hasOwnSession(settings),
            windowsHide: true,
            ...launch.ids,
            // A daemon's is the root folder, so that it keeps no file system from being unmounted.
            cwd: settings.daemonize ? "/" : (settings.cwd ?? undefined),
            env: settings.environment === null ? parentEnvironment() : Object.fromEntries(settings.environment),
        });
        return { child, pid: child.pid };
    }
    catch (error) {
        throw spawnError(settings, error);
    }
}
/** A command that shares the terminal stays in its session: Ctrl-C and job control reach it there. */
function hasOwnSession(settings) {
    if (process.platform === "win32")
        return false;
    return settings.session === null ? settings.stdin.type !== "inherit" : settings.session === "new";
}

;// CONCATENATED MODULE: ./lib/command/channel.js



/** A pipe that the child writes. Without a pipe of the pool it is Node's own, which the child cannot open again by name. */
function outputChannel(pipe, slot, writer) {
    if (pipe === null)
        return { ...nodePipe, open: (child) => nodeStream(child, slot) };
    const [ours, theirs] = openBoth(pipe, "read");
    return {
        stdio: theirs,
        closeChildEnd: () => (0,external_node_fs_.closeSync)(theirs),
        abandon() {
            (0,external_node_fs_.closeSync)(ours);
            (0,external_node_fs_.closeSync)(theirs);
            giveBack(pipe);
        },
        open() {
            const socket = new external_node_net_.Socket({ fd: ours, readable: true, writable: false });
            return socket.once("close", () => giveBack(pipe, writer === "own-rights" ? "ended" : undefined));
        },
    };
}
/** A pipe that the child reads. */
function inputChannel(pipe, slot) {
    if (pipe === null) {
        const open = (child) => nodeStream(child, slot);
        return { ...nodePipe, prefill: () => 0, open, close() { }, release() { } };
    }
    const [ours, theirs] = openBoth(pipe, "write");
    return {
        stdio: theirs,
        closeChildEnd: () => (0,external_node_fs_.closeSync)(theirs),
        abandon() {
            (0,external_node_fs_.closeSync)(ours);
            (0,external_node_fs_.closeSync)(theirs);
            giveBack(pipe);
        },
        prefill: (bytes) => fillPipe(ours, bytes),
        open: () => new external_node_net_.Socket({ fd: ours, readable: false, writable: true }),
        close: () => (0,external_node_fs_.closeSync)(ours),
        release: () => giveBack(pipe),
    };
}
/** This process's end and the child's; neither, where there are no descriptors for both. */
function openBoth(pipe, end) {
    const opened = [];
    try {
        const ours = openEnd(pipe, end, "nonBlocking");
        opened.push(ours);
        return [ours, openEnd(pipe, end === "read" ? "write" : "read", "blocking")];
    }
    catch (error) {
        for (const fd of opened)
            (0,external_node_fs_.closeSync)(fd);
        giveBack(pipe);
        throw error;
    }
}
const nodePipe = { stdio: "pipe", closeChildEnd() { }, abandon() { } };
function nodeStream(child, slot) {
    const stream = child.stdio[slot];
    if (!stream)
        throw new Error(`the child has no pipe at descriptor ${slot}`);
    return stream;
}
function fillPipe(fd, bytes) {
    let written = 0;
    try {
        while (written < bytes.length)
            written += (0,external_node_fs_.writeSync)(fd, bytes, written);
    }
    catch (error) {
        if (error.code !== "EAGAIN")
            throw error;
    }
    return written;
}

;// CONCATENATED MODULE: ./lib/command/input.js
/** Writes into a pipe of the child. That the child stops reading is its right and no error: what is left is dropped. */
class Feed {
    #channel;
    #stream = null;
    #prefilled = 0;
    #stop = () => { };
    constructor(channel) {
        this.#channel = channel;
    }
    /** Before the start: what the pipe holds is then there at once, and short input needs nothing after it. */
    prefill(bytes) {
        this.#prefilled = this.#channel.prefill(bytes);
    }
    feedBytes(child, bytes) {
        if (this.#channel.stdio !== "pipe" && this.#prefilled === bytes.length)
            this.#channel.close();
        else
            this.#open(child).end(bytes.subarray(this.#prefilled));
    }
    /** `onError`: the source failed, so that the child would take a part for the whole. */
    feedStream(child, source, onError) {
        const target = this.#open(child);
        const onEnd = () => target.end();
        const onClose = () => {
            if (!source.readableEnded && source.errored === null)
                onError(new Error("it was closed before its end"));
        };
        this.#stop = () => {
            source.unpipe(target);
            source.off("error", onError).off("close", onClose).off("end", onEnd);
        };
        target.once("close", () => this.#stop());
        source.once("error", onError).once("close", onClose).once("end", onEnd);
        if (source.errored)
            onError(source.errored);
        else if (source.readableEnded)
            onEnd();
        else
            source.pipe(target, { end: false });
    }
    openForWriting(child) {
        this.#open(child);
    }
    /** Settles when the bytes are on their way: false where the child no longer reads. */
    write(chunk) {
        const stream = this.#stream;
        if (!stream?.writable)
            return Promise.resolve(false);
        return new Promise((resolve) => stream.write(chunk, (error) => resolve(!error)));
    }
    close() {
        this.#stream?.end();
    }
    abandon() {
        this.#channel.abandon();
    }
    /** The command is over: nothing reads any more. */
    release() {
        this.#stop();
        const stream = this.#stream;
        if (stream === null || stream.closed) {
            this.#channel.release();
            return;
        }
        stream.once("close", () => this.#channel.release());
        stream.destroy();
    }
    #open(child) {
        const stream = this.#channel.open(child);
        stream.on("error", () => { });
        this.#stream = stream;
        return stream;
    }
}

;// CONCATENATED MODULE: ./lib/command/wiring.js





/** All descriptors of one child: what spawn is given, and what runs through them. */
class Wiring {
    stdio;
    #outputs = [];
    #feeds = [];
    #settings;
    stdin;
    outputs;
    constructor(settings, pipes) {
        this.#settings = settings;
        const next = () => pipes?.pop() ?? null;
        this.outputs = new Outputs(settings);
        try {
            const stdin = this.#input(next);
            this.stdin = this.#feeds[0]?.feed ?? null;
            this.stdio = [stdin, ...this.#outputSlots(next), ...this.#passedSlots(next)];
        }
        catch (error) {
            this.abandon();
            throw error;
        }
    }
    #outputSlots(next) {
        const { stdout, stderr } = this.outputs.plans;
        const slot = this.#output(stdout, next, 1);
        return [slot, stderr.type === "same-as-stdout" ? sameAs(slot) : this.#output(stderr, next, 2)];
    }
    #passedSlots(next) {
        return this.#settings.passed.map((passed, index) => passed.type === "fd" ? passed.fd : this.#bytes(passed.bytes, next(), index + 3));
    }
    /** Opens what the settings ask for; pipes are made first where there are too few. */
    static async open(settings) {
        const count = countPipes(settings);
        const pipes = count === 0 ? [] : await takePipes(count);
        const spare = pipes ?? [];
        try {
            return new Wiring(settings, pipes && spare);
        }
        catch (error) {
            for (const pipe of spare)
                giveBack(pipe);
            throw error;
        }
    }
    #input(next) {
        const source = this.#settings.stdin;
        if (source.type === "null")
            return "ignore";
        if (source.type === "inherit")
            return "inherit";
        if (source.type === "fd")
            return source.fd;
        if (source.type === "bytes")
            return this.#bytes(source.bytes, next(), 0);
        const channel = inputChannel(next(), 0);
        this.#feeds.push({ feed: new Feed(channel), channel, bytes: null });
        return channel.stdio;
    }
    #bytes(bytes, pipe, slot) {
        const channel = inputChannel(pipe, slot);
        const feed = new Feed(channel);
        feed.prefill(bytes);
        this.#feeds.push({ feed, channel, bytes });
        return channel.stdio;
    }
    #output(plan, next, slot) {
        if (plan.type === "plain")
            return plan.stdio;
        if (plan.type === "same-as-stdout")
            return "ignore";
        const channel = outputChannel(next(), slot, this.#settings.user === null ? "own-rights" : "other-rights");
        this.#outputs.push({ plan, channel });
        return channel.stdio;
    }
    /** Whether stderr has to be joined to stdout in the child: Node's own pipe cannot be given twice. */
    get joinsInChild() {
        return this.outputs.plans.stderr.type === "same-as-stdout" && this.stdio[1] === "pipe";
    }
    /** After the start: begins to carry. `onError` is told of a source of input that failed. */
    connect(child, onError) {
        for (const { channel } of [...this.#outputs, ...this.#feeds])
            channel.closeChildEnd();
        for (const { feed, bytes } of this.#feeds) {
            if (bytes)
                feed.feedBytes(child, bytes);
            else if (this.#settings.stdin.type === "stream")
                feed.feedStream(child, this.#settings.stdin.stream, onError);
            else
                feed.openForWriting(child);
        }
        return this.#outputs.map(({ plan, channel }) => ({ plan, pump: new Pump(channel.open(child), plan.sink) }));
    }
    /** Nothing was started: all is closed again. */
    abandon() {
        for (const { channel } of [...this.#outputs, ...this.#feeds])
            channel.abandon();
    }
    /** The command is over. */
    release() {
        for (const { feed } of this.#feeds)
            feed.release();
    }
}
/** Joined streams are one descriptor twice, so that they interleave as they were written. "inherit" would be the parent's own stderr. */
function sameAs(stdout) {
    if (typeof stdout === "number")
        return stdout;
    return stdout === "inherit" ? 1 : "ignore";
}
function countPipes(settings) {
    const outputs = [settings.stdout, settings.stderr].filter((target) => passesThrough(target, settings));
    const inputs = [settings.stdin, ...settings.passed].filter(({ type }) => fed.has(type));
    return outputs.length + inputs.length;
}
const fed = new Set(["bytes", "stream", "pipe"]);

;// CONCATENATED MODULE: ./lib/command/start.js













/** Starts the command, or throws the CommandError that says why nothing was started. Bad input has been refused before. */
async function startProcess(settings) {
    try {
        const unwanted = settings.inheritedFds === "close" ? inheritedFds() : [];
        const host = asksForHost(settings) || unwanted.length > 0 ? readHost() : null;
        const program = findProgram(settings, host);
        return await launchIn(settings, { host, program, unwanted });
    }
    catch (error) {
        const { code } = error;
        if (error instanceof CommandError || code === undefined)
            throw error;
        // This process has no descriptor left, or the like.
        throw spawnError(settings, error);
    }
    finally {
        for (const passed of settings.passed)
            if (passed.type === "fd" && passed.closeInParent)
                closeQuietly(passed.fd);
    }
}
async function launchIn(settings, plan) {
    const wiring = await Wiring.open(settings);
    let setup = null;
    let guard = null;
    const opened = [];
    try {
        if (reports(settings))
            setup = await openReport(settings);
        if (settings.pidFile !== null)
            opened.push(openPidFile(settings, settings.pidFile));
        // A signal is about to end this process: what it would leave behind is not begun.
        const held = beforeResult();
        if (held)
            await held;
        if (settings.signal?.aborted || settings.killSignal?.aborted) {
            throw refusal(settings, "aborted", "was stopped before it was started");
        }
        guard = new Guard(settings.killGraceMs);
        const startedAt = performance.now();
        const { launch, stdio } = planned(settings, { ...plan, wiring, setup, opened });
        const { child, pid } = await spawnChild(settings, launch, stdio);
        const tree = new ProcessTree({
            pid,
            leader: hasOwnSession(settings),
            marker: settings.killMarker,
            relay: settings.role === "relay",
        });
        guard.tree = tree;
        // What is looked at only while the command runs is pinned then; its leftovers are looked at after it.
        if (settings.leftovers === "kill")
            tree.pin();
        return { child, pid, wiring, tree, guard, startedAt, setup, helpers: launch.helpers };
    }
    catch (error) {
        guard?.release();
        wiring.abandon();
        setup?.close();
        throw error;
    }
    finally {
        opened.forEach(closeQuietly);
    }
}
/** Whether anything is asked that depends on what the host can do. */
function asksForHost(settings) {
    return (settings.umask !== null ||
        Object.keys(settings.limits).length > 0 ||
        settings.user !== null ||
        settings.clearCapabilities ||
        settings.capabilities.length > 0 ||
        settings.selinuxLabel !== null ||
        settings.appArmorProfile !== null ||
        settings.passed.length > 0 ||
        reports(settings));
}
/** Whether the launch may fail in a way, or at a moment, that only it can tell. */
function reports(settings) {
    return settings.pidFile !== null || settings.daemonize || settings.preExec !== null || settings.handshake;
}
/** What is spawned, and with which descriptors. */
function planned(settings, request) {
    const { program, setup, wiring, opened } = request;
    const host = request.host ?? (wiring.joinsInChild ? readHost() : null);
    if (!host) {
        const launch = { file: program, args: settings.args, argv0: settings.program, ids: {}, helpers: [] };
        return { launch, stdio: wiring.stdio };
    }
    const stdio = [...wiring.stdio, ...opened];
    // A number that the child's own descriptors take is closed by that.
    const unwanted = request.unwanted.filter((fd) => fd >= stdio.length);
    const covered = unwanted.length > 0 && host.helper("bash") === null;
    const launch = planLaunch(settings, {
        host,
        program,
        environment: settings.environment ?? definedOnes(parentEnvironment()),
        closeFds: covered ? [] : unwanted,
        pidFd: settings.pidFile === null ? null : stdio.length - 1,
        statusPath: setup?.statusPath ?? null,
        goPath: settings.handshake ? (setup?.goPath ?? null) : null,
        joinOutputs: wiring.joinsInChild,
    });
    if (!covered)
        return { launch, stdio };
    const cover = (0,external_node_fs_.openSync)("/dev/null", "r+");
    opened.push(cover);
    return { launch, stdio: coverFds(stdio, unwanted, cover) };
}
function definedOnes(environment) {
    return Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
async function openReport(settings) {
    const report = await SetupReport.open();
    if (!report)
        throw refusal(settings, "unsupported", "preExec, pidFile, daemonize and handshake need pipes in /proc");
    return report;
}
function openPidFile(settings, path) {
    try {
        return (0,external_node_fs_.openSync)(path, "a+", 0o644);
    }
    catch (error) {
        const code = error.code;
        throw refusal(settings, "spawn", `the pid file ${path} cannot be written (${code})`, error);
    }
}
function closeQuietly(fd) {
    try {
        (0,external_node_fs_.closeSync)(fd);
    }
    catch {
        // It was not open: that has been reported.
    }
}

;// CONCATENATED MODULE: ./lib/command/command.js










/**
 * A command: spawned without a shell, with nothing leaked in and nothing left behind. Put it together with the methods, then `run` or
 * `start` it; it may be run again once it is over.
 */
class Command extends CommandBuilder {
    #running = false;
    /**
     * Within `inside`, and all that it starts, no command is spawned: each is noted in `commands`, in order, and has done what `respond`
     * says (nothing, with success, unless it says otherwise). Gives what `inside` gives.
     */
    static dryRun(inside, options = {}) {
        const commands = [];
        const respond = options.respond;
        return withinDryRun({ commands, respond: respond ?? null }, () => inside(commands));
    }
    stdout(to) {
        return this.setOutput("stdout", to);
    }
    stderr(to) {
        return this.setOutput("stderr", to);
    }
    /** Runs the command to its end; a daemon, to its start. Rejects with a CommandError unless it succeeds or failure is allowed. */
    async run() {
        if (this.settings.handshake) {
            throw refusal(this.settings, "invalid", "with handshake() it can only be started: nobody would let it go on");
        }
        return (await this.start()).wait();
    }
    /** Starts the command. Rejects where nothing could be started; with `allowFailure` the child's `wait` tells instead. */
    async start() {
        return (await this.#start(this.settings));
    }
    /**
     * The lines of stdout as they come, without their ends ("\n" or "\r\n"), the command held back to the reader's pace. After the last one
     * a failure is thrown; leaving the loop early ends the command. A line over 16 Mi characters comes in pieces.
     */
    async *lines() {
        yield* readLines(await this.#start(this.#reading()));
    }
    /** For each line of stdout that every expression matches, its matches in the order of the expressions. */
    async matchLines(expressions) {
        const matches = [];
        for await (const line of this.lines())
            matches.push(...matchLine(line, expressions));
        return matches;
    }
    /** The fields of stdout, each ended by the separator, as rows of `columns` (default 1); the last row may be shorter. */
    async records(separator, options = {}) {
        const columns = options.columns ?? 1;
        if (separator === "" || !(Number.isInteger(columns) && columns > 0)) {
            throw refusal(this.settings, "invalid", "records needs a separator and a number of columns above 0");
        }
        const fields = [];
        for await (const field of readFields(await this.#start(this.#reading()), separator))
            fields.push(field);
        return toRows(fields, columns);
    }
    /** The settings for reading stdout here; stderr is kept for the error's message unless it goes somewhere. */
    #reading() {
        const { stderr } = this.settings;
        return {
            ...this.settings,
            stdout: { type: "pipe" },
            stderr: stderr.type === "null" ? { type: "capture" } : stderr,
        };
    }
    async #start(settings) {
        refuseInvalid(settings, this.fault);
        if (this.#running)
            throw refusal(settings, "invalid", "it is running already; make another Command for another run");
        const dry = currentDryRun();
        if (dry)
            return pretend(settings, dry, this);
        this.#running = true;
        const finish = expectErrors(settings);
        let client = null;
        try {
            client = (await settings.enclosure?.enter(settings)) ?? null;
            const started = await (client ? startClient(settings, client) : startProcess(settings));
            const child = settings.daemonize
                ? await Daemon.start(settings, started)
                : new RunningChild(settings, started, client);
            void child.over.then(() => {
                this.#running = false;
                finish();
                // A daemon that is started is in nobody's care any more.
                if (child instanceof Daemon)
                    void client?.leave();
            });
            return child;
        }
        catch (error) {
            this.#running = false;
            finish();
            await client?.leave();
            if (!(error instanceof CommandError) || !settings.allowFailure)
                throw error;
            return failedChild(error);
        }
    }
}
/** A client that cannot be started is told of in the words of the command that it stands for. */
async function startClient(settings, client) {
    try {
        return await startProcess(client.settings);
    }
    catch (error) {
        throw error instanceof CommandError ? refusalOf(settings, client.settings, error) : error;
    }
}
/** A source of input may fail before the command has come to read it: that is told then, and is no uncaught error. */
function expectErrors({ stdin }) {
    if (stdin.type !== "stream")
        return () => { };
    const ignore = () => { };
    stdin.stream.on("error", ignore);
    return () => stdin.stream.off("error", ignore);
}

;// CONCATENATED MODULE: ./lib/command/kill-marked.js



/**
 * Ends every process that carries the marker in its environment, and all their descendants: SIGTERM, SIGKILL after `graceMs` or as soon
 * as `hurry` is aborted. Settles when none is left; how many were found at first. Linux only: elsewhere none is found.
 */
async function killMarked(marker, options) {
    // The usual case, at the end of every run: a look at the environments alone is half the work of a look at the tree.
    if (!readPids().some((pid) => hasVariable(pid, `${marker.name}=${marker.value}`)))
        return 0;
    const tree = new ProcessTree({ pid: null, leader: false, marker });
    const found = tree.members().length;
    if (found > 0)
        await terminate(tree, { graceMs: options.graceMs, hurry: options.hurry ?? new AbortController().signal });
    return found;
}

;// CONCATENATED MODULE: ./lib/command/marked-values.js

/** Every value that the variable `name` was given in the environment of a live process that this one may look at. Linux only. */
function markedValues(name) {
    const values = readPids().flatMap((pid) => readVariable(pid, name) ?? []);
    return [...new Set(values)];
}

;// CONCATENATED MODULE: ./lib/command/simple.js

/** Runs a program to its end and gives what it wrote. Rejects with a CommandError unless it succeeds or failure is allowed. */
function simple_run(program, args = [], options = {}) {
    const command = new Command(program, args).stdout(options.stdout ?? "capture").stderr(options.stderr ?? "capture");
    if (options.env)
        command.envAll(options.env);
    if (options.cwd !== undefined)
        command.cwd(options.cwd);
    if (options.stdin !== undefined)
        command.stdin(options.stdin);
    if (options.maxBuffer !== undefined)
        command.maxBuffer(options.maxBuffer);
    if (options.timeout !== undefined)
        command.timeout(options.timeout);
    if (options.idleTimeout !== undefined)
        command.idleTimeout(options.idleTimeout);
    if (options.killGrace !== undefined)
        command.killGrace(options.killGrace);
    if (options.signal !== undefined)
        command.signal(options.signal);
    if (options.allowFailure)
        command.allowFailure();
    return command.run();
}

;// CONCATENATED MODULE: ./lib/command/index.js















/***/ })

};
