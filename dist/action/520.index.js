export const id = 520;
export const ids = [520];
export const modules = {

/***/ 9491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BACKENDS: () => (/* reexport */ BACKENDS),
  describeImage: () => (/* reexport */ describeImage),
  executorForPlatform: () => (/* reexport */ executorForPlatform),
  getExecutor: () => (/* reexport */ getExecutor),
  recoverContainers: () => (/* reexport */ recoverContainers)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var lib_command = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/sandbox/refuse.js

/** What there is to say of a command for a sandbox that has been closed, or has ended. */
const NOT_OPEN = "the sandbox is not open any more";
/** The error of a sandbox for which the system has no more processes, descriptors or the like, by the system's own error. */
function notStarted(cause) {
    const { code, message } = cause;
    return refuse("spawn", `it could not be started (${code ?? message})`, { cause });
}
/** The error of something that was not run. The message begins with the command, where there is one. */
function refuse(reason, why, details = {}) {
    const command = (details.command ?? []).map(String).map(lib_command.quote).join(" ");
    return new lib_command.CommandError(command === "" ? `The sandbox: ${why}` : `${command}: ${why}`, {
        reason,
        command,
        cause: details.cause,
        ...(details.limit === undefined ? {} : { limit: details.limit }),
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/sandbox/programs.js



/** Where systems have programs of their own. */
const SYSTEM = ["/usr/bin", "/bin", "/usr/local/bin"];
/** Where programs were found, by name and PATH. */
const remembered = new Map();
/**
 * The program that PATH names first, by default this process's, whether it works or not; where there is no PATH, the system's. As in a shell
 * it is looked for anew when PATH has changed or it is gone. Entries that are empty or relative do not count: they would lead into a
 * project's folder.
 */
function findOnPath(name, path = (0,lib_command.parentEnvironment)().PATH) {
    const key = `${name}:${path}`;
    const known = remembered.get(key);
    if (known !== undefined && isProgram(known))
        return known;
    const found = findIn(path === undefined ? SYSTEM : path.split(external_node_path_.delimiter), name);
    if (found !== null)
        remembered.set(key, found);
    return found;
}
/** A program of the system's own, whatever PATH says: one that a user has put there might be writable from inside. */
function findSystemProgram(name) {
    return findIn(SYSTEM, name);
}
/** The same; where the system has none, PATH's. */
function findHelperProgram(name) {
    return findSystemProgram(name) ?? findOnPath(name);
}
function findIn(folders, name) {
    const paths = folders.filter((folder) => (0,external_node_path_.isAbsolute)(folder)).map((folder) => `${folder}/${name}`);
    return paths.find(isProgram) ?? null;
}
function isProgram(path) {
    try {
        if (!(0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile())
            return false;
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/engine.js
/** A value within what JSON gave, by names joined with dots; undefined where there is none. */
function pick(value, path) {
    let at = value;
    for (const name of path.split(".")) {
        if (typeof at !== "object" || at === null)
            return undefined;
        at = at[name];
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/docker-facts.js

/** What `docker info` says of limits, and the limits' names. */
const BY_FLAG = {
    MemoryLimit: ["memory"],
    CpuCfsQuota: ["cpus"],
    PidsLimit: ["pids"],
    OomKillDisable: ["noOomKill"],
};
/** What `docker info --format '{{json .}}'` says. A client without an engine may say all this and succeed. */
function dockerFacts({ program, environment, uid, host, info }) {
    const errors = pick(info, "ServerErrors");
    if (Array.isArray(errors) && errors.length > 0)
        return { type: "fails", why: errors.map(String).join(" ") };
    const version = pick(info, "ServerVersion");
    if (typeof version !== "string" || version === "")
        return { type: "fails", why: "no engine answers its client" };
    const options = pick(info, "SecurityOptions");
    const rootless = Array.isArray(options) && options.some((option) => String(option).includes("name=rootless"));
    const flags = Object.entries(BY_FLAG).filter(([flag]) => pick(info, flag) === true);
    const devices = rootless ? [] : ["deviceReadBps", "deviceWriteBps"];
    const elsewhere = !isLocal(environment) || isOthers(pick(info, "Name"), host);
    const here = process.platform === "linux" && !elsewhere && pick(info, "OperatingSystem") !== "Docker Desktop";
    return {
        type: "works",
        engine: {
            name: "docker",
            program,
            environment,
            version,
            rights: rootless ? "rootless" : "root",
            limits: ["openFiles", "timeout", ...devices, ...flags.flatMap(([, limits]) => limits)],
            swap: pick(info, "SwapLimit") === true ? "bounded" : "free",
            hardProcesses: null,
            pullFolder: null,
            architecture: String(pick(info, "Architecture") ?? ""),
            processes: !here ? "none" : rootless || uid === 0 ? "own" : "foreign",
        },
    };
}
function isLocal({ DOCKER_HOST }) {
    return DOCKER_HOST === undefined || DOCKER_HOST === "" || DOCKER_HOST.startsWith("unix://");
}
/** A service that has another host's name is reached by a context of the client's, or through a socket that was handed into a container. */
function isOthers(name, host) {
    return typeof name === "string" && name !== "" && name !== host;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/podman-facts.js


/** Cgroup controllers (both versions' names) and the limits that they make possible. */
const BY_CONTROLLER = {
    memory: ["memory"],
    cpu: ["cpus"],
    pids: ["pids"],
    blkio: ["deviceReadBps", "deviceWriteBps"],
    io: ["deviceReadBps", "deviceWriteBps"],
};
/** What `podman info --format json` says. */
function podmanFacts({ program, environment, uid, info }) {
    const version = pick(info, "version.Version");
    if (typeof version !== "string")
        return { type: "fails", why: "it does not say its version" };
    const remote = pick(info, "host.serviceIsRemote") === true;
    const rootless = pick(info, "host.security.rootless") === true;
    const controllers = pick(info, "host.cgroupControllers");
    const told = Array.isArray(controllers) ? controllers.map(String) : [];
    const manager = pick(info, "host.cgroupManager");
    const local = rootless && !remote && pick(info, "host.cgroupVersion") === "v2";
    const names = (local ? delegatedControllers(manager, uid) : null) ?? told;
    const limits = ["openFiles", "timeout", ...names.flatMap((name) => BY_CONTROLLER[name] ?? [])];
    const first = pick(info, "host.cgroupVersion") !== "v2";
    // Cgroup v2 has no such thing.
    if (first && names.includes("memory"))
        limits.push("noOomKill");
    return {
        type: "works",
        engine: {
            name: "podman",
            program,
            environment,
            version,
            rights: rootless ? "rootless" : "root",
            limits,
            swap: boundsSwap(first) ? "bounded" : "free",
            hardProcesses: hardProcesses(),
            pullFolder: remote ? null : pullFolder(info, environment),
            architecture: String(pick(info, "host.arch") ?? ""),
            // Without a service the containers are this user's own.
            processes: remote || process.platform !== "linux" ? "none" : "own",
        },
    };
}
/** containers.conf(5), image_copy_tmp_dir; older ones do not tell. */
function pullFolder(info, { TMPDIR }) {
    const said = pick(info, "store.imageCopyTmpDir");
    return typeof said === "string" && said.startsWith("/") ? said : TMPDIR || "/var/tmp";
}
/**
 * Without root's rights, what podman tells are the controllers of the group that it is asked in. Containers are in another: one that the
 * user's systemd makes; and where there is none of these, in no group at all, whatever limits are asked for. null: not to be seen.
 */
function delegatedControllers(manager, uid) {
    if (manager === "cgroupfs")
        return [];
    try {
        const path = `/sys/fs/cgroup/user.slice/user-${uid}.slice/user@${uid}.service/cgroup.controllers`;
        return (0,external_node_fs_.readFileSync)(path, "latin1").split(/\s+/);
    }
    catch {
        return null;
    }
}
/** A kernel may be built, or started, without accounting of swap; the runtime then fails where it is asked for. */
function boundsSwap(first) {
    if (first)
        return (0,external_node_fs_.existsSync)("/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes");
    return ["system.slice", "user.slice", "init.scope", "machine.slice"].some((name) => (0,external_node_fs_.existsSync)(`/sys/fs/cgroup/${name}/memory.swap.max`));
}
/** podman bounds its processes by its limit of open files as well, since it sets both alike. */
function hardProcesses() {
    try {
        const text = (0,external_node_fs_.readFileSync)("/proc/self/limits", "latin1");
        const hard = ["processes", "open files"].map((name) => new RegExp(`^Max ${name} +\\S+ +(\\d+)`, "m").exec(text)?.[1]);
        const known = hard.filter((value) => value !== undefined).map(Number);
        return known.length > 0 ? Math.min(...known) : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/detect.js






/** podman comes first: it needs no service, and containers are then children of the user's own. */
const CANDIDATES = [
    { name: "podman", argv: ["info", "--format", "json"], facts: podmanFacts },
    { name: "docker", argv: ["info", "--format", "{{json .}}"], facts: dockerFacts },
];
/** An engine that hangs, as one whose service does not answer, is none. */
const PROBE_MS = 15_000;
const known = new Map();
/**
 * The first engine that works with this environment (PATH, CONTAINERS_CONF, DOCKER_HOST, …). It is asked once in a process, while all
 * else waits: what a sandbox can do is a plain property. FORGEXEC_CONTAINER_ENGINE names the only one to try.
 */
function detectEngine(environment) {
    const key = JSON.stringify(Object.entries(environment).sort());
    const detection = known.get(key) ?? detect(environment);
    known.set(key, detection);
    return detection;
}
function detect(environment) {
    const wanted = environment.FORGEXEC_CONTAINER_ENGINE;
    const candidates = CANDIDATES.filter(({ name }) => wanted === undefined || wanted === "" || name === wanted);
    const reasons = candidates.length > 0 ? [] : [`FORGEXEC_CONTAINER_ENGINE is ${(0,printable/* printable */.g)(wanted ?? "")}: podman or docker`];
    for (const candidate of candidates) {
        const probed = probe(candidate, environment);
        if (probed.type === "works")
            return { type: "found", engine: probed.engine };
        reasons.push(`${candidate.name}: ${probed.why}`);
    }
    return { type: "none", reasons };
}
function probe({ name, argv, facts }, environment) {
    const program = findOnPath(name, environment.PATH ?? "");
    if (program === null)
        return fails("it is not installed (not on PATH)");
    const result = (0,external_node_child_process_.spawnSync)(program, argv, {
        env: environment,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        timeout: PROBE_MS,
        killSignal: "SIGKILL",
        maxBuffer: 16 * 1024 * 1024,
    });
    if (result.error?.code === "ETIMEDOUT")
        return fails(`\`${name} info\` did not answer within ${PROBE_MS / 1000} s`);
    if (result.error)
        return fails(`it could not be started (${result.error.message})`);
    if (result.status !== 0)
        return fails(lastLine(result.stderr) ?? `\`${name} info\` ended with ${result.status ?? result.signal}`);
    try {
        const uid = process.geteuid?.() ?? -1;
        return facts({ program, environment, uid, host: (0,external_node_os_.hostname)(), info: JSON.parse(result.stdout) });
    }
    catch {
        return fails(`\`${name} info\` gave no JSON`);
    }
}
function fails(why) {
    return { type: "fails", why };
}
function lastLine(text) {
    const line = text.trim().split("\n").at(-1)?.trim();
    return line ? (0,printable/* printable */.g)(line) : null;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/here.js




/** Where what engines start by its name lies (iptables), which the PATH of many users does not lead to. */
const SYSTEM_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];
/** The engine is called with this process's own environment: that is where its settings are. `change`: what is different in it. */
function detectHere(change = (same) => same) {
    const set = Object.entries((0,lib_command.parentEnvironment)()).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    const environment = change(Object.fromEntries(set));
    return detectEngine({ ...environment, PATH: withSystemFolders(environment.PATH ?? "") });
}
function withSystemFolders(path) {
    if (process.platform === "win32")
        return path;
    const folders = path.split(external_node_path_.delimiter);
    return [...folders, ...SYSTEM_FOLDERS.filter((folder) => !folders.includes(folder))].join(external_node_path_.delimiter);
}
function callerHere() {
    const detection = detectHere();
    if (detection.type === "found")
        return { engine: detection.engine, uid: process.geteuid?.() ?? -1 };
    throw refuse("unsupported", missingEngine(detection.reasons));
}
/** For people who want containers and have no engine. */
function missingEngine(reasons) {
    return (`no container engine works on this machine (${reasons.join("; ")}). ` +
        "Install podman (the package podman of Debian, Ubuntu and Fedora), or start docker's service and see that this user may use it");
}

;// CONCATENATED MODULE: ./lib/sandbox/container/environment.js
/** Readers of such files differ in quotes, comments, line ends and long lines: only what all read alike goes there. */
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const PLAIN_VALUE = /^(?!["'])[^\p{Cc}\ufffd]*$/u;
const LONGEST_LINE = 32 * 1024;
/** Names that would change what the client, or a program that it starts, does. */
const CLIENTS_OWN = /^(PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|ENV|BASH_.*|SHELLOPTS|BASHOPTS|PS4|IFS|LANG|LANGUAGE|LC_.*|LOCPATH|NLSPATH|GCONV_PATH|TZ|TZDIR|HOSTALIASES|RES_OPTIONS|LOCALDOMAIN|LD_.*|GLIBC_.*|MALLOC_.*|GO[A-Z]+|_?CONTAINERS?_.*|DOCKER_.*|PODMAN_.*|BUILDAH_.*|STORAGE_.*|XDG_.*|DBUS_.*|LISTEN_.*|NOTIFY_SOCKET|NETAVARK_.*|CNI_.*|SSL_.*|REGISTRY_.*|(HTTPS?|FTP|ALL|NO)_PROXY)$/i;
/** Plain lines go through the pipe, so that no name means anything to the client; the rest through its environment. */
function handOver(environment) {
    const lines = [];
    const client = {};
    const refused = [];
    for (const [name, value] of Object.entries(environment)) {
        const line = `${name}=${value}`;
        if (PLAIN_NAME.test(name) && PLAIN_VALUE.test(value) && line.length < LONGEST_LINE)
            lines.push(line);
        // podman takes a name that ends with * for a pattern.
        else if (CLIENTS_OWN.test(name) || name.endsWith("*"))
            refused.push(name);
        else
            client[name] = value;
    }
    return { file: lines.map((line) => `${line}\n`).join(""), client, refused };
}
/** The options for it; `filePath`: where the client finds the lines. */
function environmentArgv({ file, client }, filePath) {
    return [...(file === "" ? [] : ["--env-file", filePath]), ...Object.keys(client).flatMap((name) => ["--env", name])];
}

;// CONCATENATED MODULE: ./lib/sandbox/container/engine-call.js



/** Where the client's first passed descriptor can be opened by name. */
const PASSED_FILE = "/dev/fd/3";
const NOTHING = { file: "", client: {}, refused: [] };
/** A call of the engine's client, with its output captured. `argv` gets the options that hand the environment over. */
function engineCommand(engine, argv, handover = NOTHING) {
    const command = new lib_command.Command(engine.program, argv(environmentArgv(handover, PASSED_FILE)))
        .envAll({ ...engine.environment, ...handover.client })
        .stdout("capture")
        .stderr("capture")
        .inheritedFds("close");
    if (handover.file !== "")
        command.sendBuffer(handover.file);
    return command;
}
/** Calls the client to its end; whatever that is. */
function call(engine, args, timeoutMs = 60_000) {
    return engineCommand(engine, () => args)
        .timeout(timeoutMs)
        .allowFailure()
        .run();
}
/** docker's client adds where its usage is to be read, which is of no use to who did not call it. */
const USAGE = /^(Run|See) 'docker .*--help'/;
/** What the engine said about its failure: its last lines, which other people's text may be in. */
function saidBy(result) {
    const all = (0,printable/* printableLines */.f)(String(result.stderr).trim()).split("\n");
    const lines = all.filter((line) => line !== "" && !USAGE.test(line));
    return lines.slice(-5).join("\n") || `it ended with ${result.exitCode ?? result.signal}`;
}

// EXTERNAL MODULE: ./lib/owner.js
var lib_owner = __webpack_require__(5524);
;// CONCATENATED MODULE: ./lib/sandbox/container/folder.js




const NAME = /^forgexec-container-(\d+)-(\d*)-/;
/**
 * A folder for what a container needs on this machine while it lives: its keeper, and a place for its monitor, which writes into the
 * working directory that it was started in. The name says whose it is.
 */
function makeFolder(parent = (0,external_node_os_.tmpdir)()) {
    const { pid, start } = (0,lib_owner/* thisProcess */.WF)();
    return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `forgexec-container-${pid}-${start ?? ""}-`));
}
/** The name of the container that a folder is for: so what is noted of the one names the other. */
function containerName(folder) {
    return (0,external_node_path_.basename)(folder);
}
/** Whether something is called as such folders and their containers are. */
function isFolderName(name) {
    return NAME.test(name);
}
/** The folders of this user's containers. */
function containerFolders(parent = (0,external_node_os_.tmpdir)()) {
    const { world, since } = (0,lib_owner/* thisProcess */.WF)();
    return namesIn(parent).flatMap((name) => {
        const [, pid, start] = NAME.exec(name) ?? [];
        const path = (0,external_node_path_.join)(parent, name);
        if (pid === undefined || !isOwn(path))
            return [];
        const owner = (0,lib_owner/* asOwner */.gv)({ pid: Number(pid), start: start || null, world, since });
        return owner === null ? [] : [{ path, pid: owner.pid, state: (0,lib_owner/* isAlive */._n)(owner) ? "live" : "abandoned" }];
    });
}
/** Removes the folders of processes that were killed. */
function sweepFolders(parent) {
    for (const path of abandonedFolders(parent))
        removeFolder(path);
}
/** The folders of this user's containers whose processes were killed. */
function abandonedFolders(parent = (0,external_node_os_.tmpdir)()) {
    return containerFolders(parent).flatMap(({ path, state }) => (state === "abandoned" ? [path] : []));
}
/** Anybody can make a folder of such a name where temporary files lie. */
function isOwn(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.uid === process.geteuid?.();
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
/** Removes a folder and what is in it; one that is gone, or another user's, is left. */
function removeFolder(folder) {
    try {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
    catch {
        // Another user's.
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/pull.js






/** A registry may be slow, and an image large. */
const PULL_MS = 30 * 60_000;
/** How many lines of its error are told. */
const TOLD = 5;
/** Fetches an image. @throws CommandError `aborted` by the signal, else `spawn` with the engine's own words. */
async function pullImage(engine, reference, waiting) {
    const { pullFolder } = engine;
    if (pullFolder === null || !(0,external_node_fs_.existsSync)(pullFolder))
        return pull(engine, reference, waiting);
    // A podman that is ended leaves the layers where they are.
    sweepFolders(pullFolder);
    const folder = makeFolder(pullFolder);
    const remove = () => removeFolder(folder);
    const unguard = (0,lib_command.guardPlace)({ end: async () => remove(), endNow: remove });
    try {
        const environment = { ...engine.environment, TMPDIR: folder };
        await pull({ ...engine, environment }, reference, waiting);
    }
    finally {
        remove();
        unguard();
    }
}
async function pull(engine, reference, { signal, onProgress }) {
    let last = [];
    const errors = [];
    const told = (line) => {
        const text = (0,printable/* printable */.g)(line).trimEnd();
        if (text === "")
            return;
        if (errors.length > 0 || /^error\b/i.test(text))
            return void errors.push(text);
        last = [text];
        onProgress?.(text);
    };
    const pulling = engineCommand(engine, () => ["pull", reference])
        // podman's stdout is the image's id, docker's its progress.
        .stdout(engine.name === "docker" ? told : "null")
        .stderr(told)
        .timeout(PULL_MS)
        .allowFailure();
    const pulled = await (signal ? pulling.signal(signal) : pulling).run();
    if (pulled.reason === "aborted")
        throw refuse("aborted", `fetching the image ${reference} was stopped`, { cause: pulled });
    if (pulled.exitCode === 0)
        return;
    throw refuse("spawn", [
        `the image ${reference} is not on this machine, and ${engine.name} could not pull it. ${why(pulled)}`,
        ...(errors.length > 0 ? errors.slice(0, TOLD) : last),
    ].join("\n"), { cause: pulled });
}
function why({ timedOut }) {
    if (timedOut)
        return `It took more than ${PULL_MS / 60_000} minutes.`;
    return "Check its name, the network, and whether the registry wants a login.";
}

;// CONCATENATED MODULE: ./lib/sandbox/container/image.js




/** A reference that no client can take for an option. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,1023}$/;
/**
 * Sees to it that the image is here. @throws CommandError that says why it cannot be had, or `aborted` by the signal; nothing of it has run
 * then.
 */
async function prepareImage(engine, reference, options) {
    if (!REFERENCE.test(reference))
        throw refuse("invalid", `image is ${JSON.stringify(reference)}, which is no name of a container image`);
    const here = await look(engine, reference);
    if (here)
        return here;
    if (options.pull === "never") {
        const hint = `Get it with \`${engine.name} pull ${reference}\`, or set pull to missing`;
        throw refuse("spawn", `the image ${reference} is not on this machine, and pull is never. ${hint}`);
    }
    await pullImage(engine, reference, options);
    const there = await look(engine, reference);
    if (there)
        return there;
    throw refuse("spawn", `${engine.name} pulled the image ${reference}, but does not find it`);
}
async function look(engine, reference) {
    const seen = await call(engine, ["image", "inspect", "--format", "{{json .}}", reference]);
    if (seen.exitCode !== 0)
        return null;
    // podman gives a list, whatever the format.
    const [facts] = [JSON.parse(seen.stdout)].flat();
    const id = String(pick(facts, "Id") ?? "");
    const variables = pick(facts, "Config.Env");
    const workingDirectory = pick(facts, "Config.WorkingDir");
    return {
        id: id.includes(":") ? id : `sha256:${id}`,
        user: String(pick(facts, "Config.User") ?? ""),
        environment: Object.fromEntries((Array.isArray(variables) ? variables : []).map((pair) => split(String(pair)))),
        workingDirectory: typeof workingDirectory === "string" && workingDirectory !== "" ? workingDirectory : null,
    };
}
function split(pair) {
    const at = pair.indexOf("=");
    return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

;// CONCATENATED MODULE: ./lib/sandbox/container/describe-image.js


/**
 * What is to be known of a container image before anything runs in it; it is fetched where it is not on this machine, unless `pull` is
 * `never`. `onProgress` is told each line of the engine's about the fetching, which takes at most 30 minutes; `signal` ends it.
 *
 * @throws CommandError `spawn` where it is missing or cannot be fetched, `invalid` for what is no image's name, `unsupported` where there is
 * no container engine, `aborted` by the signal.
 */
async function describeImage(reference, options = {}) {
    return prepareImage(callerHere().engine, reference, { pull: "missing", ...options });
}

;// CONCATENATED MODULE: ./lib/sandbox/container/noted-engine.js
/** What decides which engine and which storage a client goes to, by podman(1), containers.conf(5), containers-storage.conf(5) and docker(1). */
const DECIDING = /^(PATH|HOME|XDG_(RUNTIME_DIR|DATA_HOME|CONFIG_HOME)|DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS_VERIFY)|CONTAINER_(HOST|CONNECTION|SSHKEY)|CONTAINERS_(CONF|CONF_OVERRIDE|STORAGE_CONF)|STORAGE_(DRIVER|OPTS))$/;
function noteOf({ name, environment }) {
    const deciding = Object.entries(environment).filter(([variable]) => DECIDING.test(variable));
    return { name, variables: Object.fromEntries(deciding) };
}
/** An environment in which that very engine is found, and no other. */
function environmentFor({ name, variables }, environment) {
    const rest = Object.entries(environment).filter(([variable]) => !DECIDING.test(variable));
    return { ...Object.fromEntries(rest), ...variables, FORGEXEC_CONTAINER_ENGINE: name };
}

// EXTERNAL MODULE: ./lib/state-folder.js
var state_folder = __webpack_require__(2659);
;// CONCATENATED MODULE: ./lib/sandbox/container/loan.js
/** Reads a loan from its JSON; null: it is none. */
function readLoan(text) {
    try {
        const { folder, owner, since } = JSON.parse(text);
        const valid = typeof folder === "string" && folder.startsWith("/") && [owner.uid, owner.gid, since].every(Number.isFinite);
        return valid ? { folder, owner: { uid: owner.uid, gid: owner.gid }, since } : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/sandbox/container/seal.js




/**
 * A text with what shows that forgexec wrote it, and no command in a sandbox of the same user's, who may write where it lies: a code by a key
 * in a folder that sandboxes hide (HMAC, RFC 2104, with SHA-256). null: there is no place for a key.
 */
function sealed(text) {
    const key = readKey() ?? makeKey();
    return key && `${codeOf(text, key)}\n${text}`;
}
/** The text of what was sealed; null: it was not, or was changed since. */
function unsealed(text) {
    const key = readKey();
    const end = text.indexOf("\n");
    const content = text.slice(end + 1);
    const code = Buffer.from(text.slice(0, Math.max(end, 0)));
    const right = Buffer.from(key === null ? "" : codeOf(content, key));
    return key !== null && code.length === right.length && (0,external_node_crypto_.timingSafeEqual)(code, right) ? content : null;
}
function codeOf(text, key) {
    return (0,external_node_crypto_.createHmac)("sha256", key).update(text).digest("hex");
}
function folder() {
    return (0,state_folder/* hiddenStateFolder */.QI)("seal");
}
function readKey() {
    try {
        if (!(0,state_folder/* isOwnFolder */.Zn)(folder()))
            return null;
        const key = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder(), "key"), "utf8");
        return /^[0-9a-f]{64}$/.test(key) ? key : null;
    }
    catch {
        return null;
    }
}
/** Of processes that make one at the same time all have the first one's. */
function makeKey() {
    const made = (0,state_folder/* makeStateFolder */.En)(folder());
    if (made === null)
        return null;
    const key = (0,external_node_path_.join)(made, "key");
    const own = `${key}.${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
    try {
        (0,external_node_fs_.writeFileSync)(own, (0,external_node_crypto_.randomBytes)(32).toString("hex"), { mode: 0o600, flag: "wx" });
        (0,external_node_fs_.linkSync)(own, key);
    }
    catch {
        // Another process was first.
    }
    finally {
        (0,external_node_fs_.rmSync)(own, { force: true });
    }
    return readKey();
}

;// CONCATENATED MODULE: ./lib/sandbox/container/notes.js









/** A home can be that of other machines, too, whose processes cannot be seen from here; one that was killed must end some day. */
const UNSEEN_MACHINE_MS = 24 * 60 * 60 * 1000;
const notes_NAME = "containers";
/** Where it is noted. @throws CommandError "spawn" where there is no such folder */
function notesFolder() {
    return (0,state_folder/* makeStateFolder */.En)((0,state_folder/* stateFolder */.yp)(notes_NAME)) ?? unnoted((0,state_folder/* stateFolder */.yp)(notes_NAME));
}
function unnoted(folder) {
    throw refuse("spawn", `containers: nothing can be noted of them in ${folder}. Let this user, and nobody else, write to it, or name another place by XDG_STATE_HOME`);
}
/** Notes a container of this process's, or something new of it. @throws CommandError "spawn" where that cannot be done */
function noteContainer(note) {
    const file = (0,external_node_path_.join)(notesFolder(), (0,external_node_path_.basename)(note.place));
    const text = sealed(JSON.stringify({ ...note, owner: (0,lib_owner/* thisProcess */.WF)(), machine: (0,external_node_os_.hostname)() }));
    (0,external_node_fs_.writeFileSync)(`${file}.new`, text ?? unnoted((0,state_folder/* hiddenStateFolder */.QI)("")), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(`${file}.new`, file);
}
/** All was put right. */
function forgetContainer(place) {
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)((0,state_folder/* stateFolder */.yp)(notes_NAME), (0,external_node_path_.basename)(place)), { force: true });
}
/** All that was noted and not forgotten. */
function notedContainers() {
    const folder = (0,state_folder/* stateFolder */.yp)(notes_NAME);
    return notes_namesIn(folder).flatMap((name) => read((0,external_node_path_.join)(folder, name)) ?? []);
}
/** Those whose processes were killed. */
function abandonedContainers() {
    return notedContainers().filter(({ state }) => state === "abandoned");
}
function notes_namesIn(folder) {
    try {
        return (0,state_folder/* isOwnFolder */.Zn)(folder) ? (0,external_node_fs_.readdirSync)(folder).filter(isFolderName) : [];
    }
    catch {
        return [];
    }
}
function read(file) {
    try {
        const { place, engine, loan, machine, owner: value } = JSON.parse(unsealed((0,external_node_fs_.readFileSync)(file, "utf8")) ?? "");
        const owner = (0,lib_owner/* asOwner */.gv)(value);
        if (owner === null || !(0,external_node_path_.isAbsolute)(place) || (0,external_node_path_.basename)(place) !== (0,external_node_path_.basename)(file))
            return null;
        const lent = loan === null ? null : readLoan(JSON.stringify(loan));
        return { place, engine, loan: lent && { ...lent, to: loan.to }, pid: owner.pid, state: stateOf(owner, machine) };
    }
    catch {
        return null;
    }
}
function stateOf(owner, machine) {
    const elsewhere = machine !== (0,external_node_os_.hostname)() && Date.now() - owner.since < UNSEEN_MACHINE_MS;
    return elsewhere || (0,lib_owner/* isAlive */._n)(owner) ? "live" : "abandoned";
}

;// CONCATENATED MODULE: ./lib/sandbox/container/labels.js

/**
 * On every container that forgexec makes: which process owns it, as JSON. An image may bring one of the same name, which any container of it
 * has that forgexec did not make: by itself it says nothing.
 */
const OWNER_LABEL = "forgexec.owner";
/** The labels of a container that belongs to this process. */
function labelsOfThis() {
    return { [OWNER_LABEL]: JSON.stringify((0,lib_owner/* thisProcess */.WF)()) };
}
/** A process of another machine cannot be seen from here, and a container of one that was killed must end some day. */
const UNSEEN_OWNER_MS = 24 * 60 * 60 * 1000;
/** Whether the labels of a container of forgexec's name a process that runs no more, by what is known of it where the engine is. */
function isAbandoned(labels, { processes }) {
    if (typeof labels !== "object" || labels === null)
        return false;
    const { [OWNER_LABEL]: owner } = labels;
    if (typeof owner !== "string")
        return false;
    try {
        const known = (0,lib_owner/* asOwner */.gv)(JSON.parse(owner));
        return known !== null && !(0,lib_owner/* isAlive */._n)(known) && !(processes === "none" && labels_isOthers(known));
    }
    catch {
        return false;
    }
}
/** Whether it may well be the live process of another machine, which has the same engine. */
function labels_isOthers({ world, since }) {
    const boot = (text) => text?.split(" ")[0];
    return boot(world) !== boot((0,lib_owner/* thisProcess */.WF)().world) && Date.now() - since < UNSEEN_OWNER_MS;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/remove-container.js

/** Removes a container with all that runs in it; one that is gone already is fine. */
async function removeContainer(engine, name) {
    const gone = await call(engine, removeArgv(name));
    if (gone.exitCode === 0 || isGone(gone.stderr))
        return;
    // An engine that is busy removing it says so; a second try finds it gone.
    const again = await call(engine, removeArgv(name));
    if (again.exitCode !== 0 && !isGone(again.stderr))
        throw new Error(`${engine.name} could not remove the container ${name}; remove it by hand: ${engine.name} rm --force ${name}\n${saidBy(again)}`);
}
/** Whether something may still run in a container: also where the engine does not say. */
async function mayRun(engine, name) {
    const seen = await call(engine, ["container", "inspect", "--format", "{{.State.Running}}", name]);
    return seen.exitCode === 0 ? seen.stdout.trim() !== "false" : !isGone(seen.stderr);
}
/** The arguments that have the engine remove a container. */
function removeArgv(name) {
    return ["rm", "--force", "--volumes", name];
}
function isGone(stderr) {
    return /no such container|no container with/i.test(stderr);
}

// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
;// CONCATENATED MODULE: ./lib/sandbox/container/beneath.js

/** open(2)'s flag for a descriptor that is a place and no more, which Node does not name. */
const O_PATH = 0o10000000;
/**
 * Hands `use` a name for what lies at a path in a folder, which means that very file or folder as long as `use` runs. No link is followed on
 * the way, nor at the end, whoever puts one there meanwhile: as openat2(2) with RESOLVE_NO_SYMLINKS, which Node does not have. For Linux.
 *
 * @throws a file system's error, as ENOENT, or ENOTDIR for a link on the way
 */
function beneath(folder, path, use) {
    let fd = (0,external_node_fs_.openSync)(folder, O_PATH);
    try {
        for (const part of path.split("/").filter(Boolean)) {
            const next = openPlace(`/proc/self/fd/${fd}/${part}`);
            (0,external_node_fs_.closeSync)(fd);
            fd = next;
        }
        return use(`/proc/self/fd/${fd}`);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** A descriptor of a file or folder, or of a link itself, which cannot be read by it. */
function openPlace(path) {
    return (0,external_node_fs_.openSync)(path, O_PATH | external_node_fs_.constants.O_NOFOLLOW);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/change-owner.js






const HELPER_MS = 120_000;
const SUDO_MS = 10_000;
/**
 * How owners are changed here: by root directly; under a podman without root's rights in its user namespace, in which `to` is counted;
 * else by sudo where it asks for no password.
 */
function changeOwner(engine, uid) {
    if (uid === 0)
        return changeAsRoot;
    const inNamespace = engine.name === "podman" && engine.rights === "rootless";
    const prefix = inNamespace ? [engine.program, "unshare"] : ["sudo", "--non-interactive"];
    return (entries, to) => throughHelper(engine, { prefix, paths: entries.map(({ path }) => path), to });
}
/** Whether owners can be changed here; asked before anything runs, since files could not be given back afterwards. */
function canChangeOwner(engine, uid) {
    if (uid === 0 || (engine.name === "podman" && engine.rights === "rootless"))
        return true;
    const { status } = (0,external_node_child_process_.spawnSync)("sudo", ["--non-interactive", "true"], { env: engine.environment, timeout: SUDO_MS });
    return status === 0;
}
/**
 * Commands of another session may be at work in the folder: they may put links to this machine's other folders, or files that are none of
 * theirs, where something else was found. So no link is followed on the way, and nothing is changed but what was found.
 */
function changeAsRoot(entries, to) {
    for (const [folder, inside] of byFolder(entries))
        passing(() => beneath("/", folder, (name) => {
            for (const entry of inside)
                passing(() => changeOne(`${name}/${external_node_path_.posix.basename(entry.path)}`, entry, to));
        }));
}
/** So that each folder is looked up once. */
function byFolder(entries) {
    const folders = new Map();
    for (const entry of entries) {
        const folder = external_node_path_.posix.dirname(entry.path);
        const known = folders.get(folder);
        if (known)
            known.push(entry);
        else
            folders.set(folder, [entry]);
    }
    return folders;
}
function changeOne(path, { dev, ino }, { uid, gid }) {
    const place = openPlace(path);
    try {
        const there = (0,external_node_fs_.fstatSync)(place);
        if (there.dev === dev && there.ino === ino)
            (0,external_node_fs_.chownSync)(`/proc/self/fd/${place}`, uid, gid);
    }
    finally {
        (0,external_node_fs_.closeSync)(place);
    }
}
/** What is gone, has a link on the way to it by now, or may not be changed (chattr +i) is passed over; the rest can be changed. */
function passing(work) {
    try {
        work();
    }
    catch (error) {
        if (!["ENOENT", "ENOTDIR", "EPERM", "EROFS"].some((code) => (0,files/* isCode */._m)(error, code)))
            throw error;
    }
}
function throughHelper(engine, { prefix, paths, to }) {
    if (paths.length === 0)
        return;
    const owner = `${to.uid}:${to.gid}`;
    const [program = "", ...args] = [...prefix, "xargs", "--null", "chown", "--no-dereference", owner, "--"];
    const result = (0,external_node_child_process_.spawnSync)(program, args, {
        env: engine.environment,
        input: paths.map((path) => `${path}\0`).join(""),
        encoding: "utf8",
        timeout: HELPER_MS,
        killSignal: "SIGKILL",
    });
    if (result.status === 0)
        return;
    const why = result.error?.message ?? (0,printable/* printableLines */.f)(result.stderr.trim());
    throw new Error(`\`${prefix.join(" ")} chown\` failed: ${why}`);
}

// EXTERNAL MODULE: ./lib/within.js
var lib_within = __webpack_require__(2212);
// EXTERNAL MODULE: ./lib/lock-now.js
var lock_now = __webpack_require__(5505);
;// CONCATENATED MODULE: ./lib/sandbox/container/open-loans.js



/** So long may it take to change the owners of everything in a large folder. */
const LONGEST_MS = 300_000;
/** Does something while no other process of this user lends a folder or gives one back. At once, while all else waits. */
function alone(work) {
    // Where only this user can write: nobody else can hold it.
    return (0,lock_now/* withLockNow */.qR)((0,external_node_path_.join)(notesFolder(), "lock"), LONGEST_MS, work);
}
/** All loans that were begun and not ended. To be asked for alone. */
function openLoans() {
    return notedContainers().flatMap(({ loan, place, pid, state }) => loan === null ? [] : [{ ...loan, place, pid, state }]);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/ownership.js



/** What is longer cannot be named to the system (limits.h), so that nobody has put it there by its name. */
const PATH_MAX = 4096;
/**
 * What lies in `folder`, and itself, whose owner may be changed, of that which `wants` picks. `folder`: without a link in any part. Never
 * through a symbolic link, also where one is put there meanwhile, never on another file system; nothing where the folder is gone; no device;
 * and no file that has a name outside of the folder as well, since that file is not the folder's own.
 */
function ownedEntries(folder, wants) {
    const root = ownership_look(folder);
    if (root === null)
        return [];
    const found = [];
    const linked = new Map();
    const consider = ({ path, stats }) => {
        const { dev, ino, nlink } = stats;
        if (dev !== root.dev || stats.isBlockDevice() || stats.isCharacterDevice() || !wants(stats, path))
            return;
        const entry = { path, dev, ino };
        if (stats.isDirectory() || nlink < 2) {
            found.push(entry);
            return;
        }
        const known = linked.get(ino);
        if (known)
            known.names.push(entry);
        else
            linked.set(ino, { names: [entry], links: nlink });
    };
    consider({ path: folder, stats: root });
    const folders = root.isDirectory() ? [folder] : [];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
        for (const seen of entriesOf(next)) {
            consider(seen);
            if (seen.stats.isDirectory() && seen.stats.dev === root.dev)
                folders.push(seen.path);
        }
    }
    for (const { names, links } of linked.values())
        if (names.length === links)
            found.push(...names.slice(0, 1));
    return found;
}
function ownership_look(path) {
    try {
        return beneath("/", path, (name) => (0,external_node_fs_.statSync)(name));
    }
    catch (error) {
        if ((0,files/* isCode */._m)(error, "ENOENT") || (0,files/* isCode */._m)(error, "ENOTDIR"))
            return null;
        throw error;
    }
}
function entriesOf(folder) {
    if (folder.length > PATH_MAX)
        return [];
    try {
        return beneath("/", folder, (name) => (0,external_node_fs_.readdirSync)(name).flatMap((base) => {
            const stats = (0,external_node_fs_.lstatSync)(`${name}/${base}`, { throwIfNoEntry: false });
            return stats ? [{ path: `${folder}/${base}`, stats }] : [];
        }));
    }
    catch {
        // It is closed to this user, and so is what lies in it; or it is gone, or a link by now.
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/lend-folder.js





/** As the host numbers users. It can write everything anyway, so that nothing is given to it; what it makes has to be given back all the same. */
const ROOT = 0;
/**
 * A loan of the workspace to the container whose folder is `place`, beginning when that was made. Where the workspace, a part of it or what it
 * is a part of is lent already, its owner is the one that it was lent by, and whoever is the last to have it gives back what was changed since
 * it was lent first.
 */
function newLoan(workspace, place) {
    const folder = (0,external_node_fs_.realpathSync)(workspace);
    return alone(() => {
        const { uid, gid, ctimeMs } = (0,external_node_fs_.lstatSync)(folder);
        const isLent = (loan) => (0,lib_within/* isWithin */.U)(folder, loan.folder) && loan.to === uid && ctimeMs > loan.since;
        const loans = openLoans().filter((loan) => isLent(loan) || (loan.state === "live" && overlap(loan.folder, folder)));
        // Root may have given the very folder to anybody meanwhile.
        const lent = loans.find((loan) => isLent(loan) || loan.folder === folder);
        const since = Math.min((0,external_node_fs_.lstatSync)(place).ctimeMs, ...loans.map((loan) => loan.since));
        return { folder, owner: lent?.owner ?? { uid, gid }, since };
    });
}
/**
 * Gives what the folder's owner has in it to the user whom the image's commands run as. Where it, or a part of it, or what it is a part of, is
 * lent to another user just now, nothing is done: gives that loan.
 */
function lend(loan, { place, engine, uid, to, change }) {
    return alone(() => {
        const { folder, owner } = loan;
        const other = openLoans().find((open) => open.state === "live" && areForeign(open.to, uid) && overlap(open.folder, folder));
        if (other)
            return other;
        // Before anything is given away.
        noteContainer({ place, engine, loan: { ...loan, to: uid } });
        if (uid !== owner.uid && uid !== ROOT)
            change(ownedEntries(folder, (stats) => stats.uid === owner.uid), to);
        return null;
    });
}
/** Whether one of two users could not work with what is given to the other. */
function areForeign(one, other) {
    return one !== other && one !== ROOT && other !== ROOT;
}
function overlap(one, other) {
    return (0,lib_within/* isWithin */.U)(one, other) || (0,lib_within/* isWithin */.U)(other, one);
}
/** Gives all that was lent, made or changed in the folder since then to its owner, but for what live processes have still borrowed. */
function giveBack(loan, { place, to, change }) {
    alone(() => {
        const { owner, since, folder } = loan;
        const others = openLoans().filter((open) => open.state === "live" && open.place !== place);
        // What others have, and give back themselves.
        const isLent = ({ uid, ctimeMs }, path) => others.some((open) => open.to === uid && ctimeMs > open.since && (0,lib_within/* isWithin */.U)(path, open.folder));
        const changed = ownedEntries(folder, (stats, path) => (stats.uid !== owner.uid || stats.gid !== owner.gid) && stats.ctimeMs > since && !isLent(stats, path));
        try {
            change(changed, to);
        }
        finally {
            forgetContainer(place);
        }
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/container/take-back.js




/**
 * Gives the lent folder back, the owner counted as inside where the engine works in a user namespace. `place`: the container's folder.
 *
 * @throws CommandError "spawn" that says how to put right by hand what cannot be given back
 */
function takeBack(loan, place, { engine, uid }) {
    const { folder, owner } = loan;
    const inside = engine.name === "podman" && engine.rights === "rootless";
    try {
        giveBack(loan, { place, to: inside ? { uid: 0, gid: 0 } : owner, change: changeOwner(engine, uid) });
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        const command = `sudo chown -R -h ${owner.uid}:${owner.gid} ${(0,lib_command.quote)(folder)}`;
        throw refuse("spawn", `workspace: some files in ${folder} still belong to the image's users; \`${command}\` puts that right. ${why}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/recover.js






/**
 * Removes an engine's containers of forgexec processes that were killed: those that are noted, and others of forgexec's name, which no image
 * can give itself, by their labels. Those of live processes stay. null: the engine does not answer.
 */
async function removeAbandoned(engine, noted = []) {
    const names = await recover_namesIn(engine);
    if (names === null)
        return null;
    const known = new Set(noted.map(({ place }) => containerName(place)));
    const running = new Set();
    let removed = 0;
    for (const name of names) {
        if (!known.has(name) && !isAbandoned(await labelsOf(engine, name), engine))
            continue;
        try {
            await removeContainer(engine, name);
            removed += 1;
        }
        catch {
            // The next run tries it again.
            if (await mayRun(engine, name))
                running.add(name);
        }
    }
    return { removed, running };
}
/**
 * Removes an engine's abandoned containers, and puts right what is left of those that are noted, but for one that may still run: it has what
 * was lent to it in use. How many were removed.
 */
async function recoverNoted(caller, noted) {
    const removal = await removeAbandoned(caller.engine, noted);
    if (removal === null)
        return 0;
    for (const container of noted)
        if (!removal.running.has(containerName(container.place)))
            settleAbandoned(container, caller);
    return removal.removed;
}
/** Also where there was no container any more: its process was killed after it had removed that, or its storage is gone, too. */
function settleAbandoned({ place, loan }, caller) {
    try {
        if (loan)
            takeBack(loan, place, caller);
    }
    finally {
        removeFolder(place);
        forgetContainer(place);
    }
}
async function recover_namesIn(engine) {
    const argv = ["ps", "--all", "--filter", "name=^/?forgexec-container-", "--format", "{{.Names}}"];
    const listed = await call(engine, argv);
    return listed.exitCode === 0 ? listed.stdout.split("\n").filter(isFolderName) : null;
}
/** One that has just gone cannot be looked at. */
async function labelsOf(engine, name) {
    const seen = await call(engine, ["container", "inspect", "--format", "{{json .Config.Labels}}", name]);
    try {
        return JSON.parse(seen.stdout);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/recover-here.js





/**
 * Removes the containers that processes of forgexec left that were killed, and gives back the folders lent to them, as opening a container does.
 * What is noted of containers tells which engine they are of; where nothing is, none is asked. An engine that does not answer is asked again
 * the next time. Gives their number.
 */
async function recoverContainers() {
    const groups = new Map();
    for (const container of abandonedContainers()) {
        const key = JSON.stringify(container.engine);
        groups.set(key, [...(groups.get(key) ?? []), container]);
    }
    let removed = 0;
    for (const group of groups.values())
        removed += await recoverGroup(group);
    // Of a process that was killed before it had noted anything.
    const noted = new Set(notedContainers().map(({ place }) => place));
    for (const folder of abandonedFolders())
        if (!noted.has(folder))
            removeFolder(folder);
    return removed;
}
/** Containers of one engine. */
async function recoverGroup(group) {
    const [first] = group;
    const detection = first && detectHere((environment) => environmentFor(first.engine, environment));
    if (detection?.type !== "found")
        return 0;
    return recoverNoted({ engine: detection.engine, uid: process.geteuid?.() ?? -1 }, group);
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/sandbox/enter/syscalls.js
/**
 * Linux's numbers for the system calls that a helper needs and Perl has no name for (syscalls(2)). Those of the generic table
 * (asm-generic/unistd.h), which newer architectures share, and x86-64's own; from 424 on they are the same everywhere.
 */
const generic = {
    capset: 91,
    prctl: 167,
    setns: 268,
    unshare: 97,
    mount: 40,
    mkdirat: 34,
    mknodat: 33,
    unlinkat: 35,
    wait4: 260,
    prlimit64: 261,
};
const x64 = {
    capset: 126,
    prctl: 157,
    setns: 308,
    unshare: 272,
    mount: 165,
    mkdirat: 258,
    mknodat: 259,
    unlinkat: 263,
    wait4: 61,
    prlimit64: 302,
};
const everywhere = { open_tree: 428, move_mount: 429, close_range: 436, openat2: 437, mount_setattr: 442 };
const tables = {
    x64: { ...x64, ...everywhere },
    arm64: { ...generic, ...everywhere },
    riscv64: { ...generic, ...everywhere },
    loong64: { ...generic, ...everywhere },
};
/** The numbers for a processor (as `process.arch` names it) as `name number …`; null: not known. */
function syscallTable(arch) {
    const table = tables[arch];
    return table ? Object.entries(table).flat().join(" ") : null;
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/perl.js



/** Perl and the processor's system calls, or what is missing. */
function findHelper() {
    const syscalls = syscallTable(process.arch);
    if (syscalls === null) {
        return { code: "unknown-processor", message: `sandboxes are not known to work on the processor ${process.arch}` };
    }
    const [perl, nsenter] = ["perl", "nsenter"].map(findSystemProgram);
    if (perl && nsenter)
        return { perl, nsenter, syscalls };
    if (perl) {
        return { code: "no-nsenter", message: "nsenter is missing, which is part of util-linux: install that" };
    }
    return {
        code: "no-perl",
        message: "Perl is missing, which starts the commands of an open sandbox. Install it (Debian, Ubuntu: perl-base; Fedora: perl-interpreter; Alpine: perl)",
    };
}
/** @throws CommandError "unsupported". */
function requireHelper() {
    const helper = findHelper();
    if ("perl" in helper)
        return helper;
    throw refuse("unsupported", helper.message);
}
/** What every helper program of this machine gets, and nothing else. */
const helperVariables = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
/** The environment of a helper, which has nothing in it that came from a spec: such variables could change what Perl does. */
function helperEnvironment(helper, variables) {
    return new Map(Object.entries({ ...helperVariables, FX_NR: helper.syscalls, ...variables }));
}
/** Words as the helpers take lists of them. */
function coded(words) {
    const code = (byte) => `%${byte.toString(16).padStart(2, "0")}`;
    const plain = /[A-Za-z0-9_./-]/;
    return words
        .map((word) => [...Buffer.from(word)]
        .map((byte) => (plain.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : code(byte)))
        .join(""))
        .join(" ");
}
/** One word back from a helper. */
function decoded(text) {
    const bytes = text.replace(/%([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString();
}

;// CONCATENATED MODULE: ./lib/sandbox/environment.js

/** What a command in a sandbox gets as its environment: its own, else the configuration's, else this process's. PATH is kept if it has none. */
function environmentOf(settings, config) {
    const given = settings.environment ?? (config.env ? new Map(Object.entries(config.env)) : null);
    // To read all of this process's takes longer than all else here.
    const wanted = given ?? definedOnes((0,lib_command.parentEnvironment)());
    const path = wanted.has("PATH") ? undefined : (0,lib_command.parentEnvironment)().PATH;
    return path === undefined ? new Map(wanted) : new Map([["PATH", path], ...wanted]);
}
function definedOnes(environment) {
    return new Map(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./lib/sandbox/inside-root.js


/** As many as the kernel follows (path_resolution(7)). */
const MOST_LINKS = 40;
/**
 * Where a path of a sandbox leads when its root is `root`: every symbolic link followed, none of them, and no `..`, out of the root.
 * Gives the path as it is inside; parts that do not exist are kept as they are. null: the links go round in a circle.
 */
function resolveInside(root, path) {
    return followInside(path, (inside) => onHost(root, inside));
}
/** The same where a sandbox is made of several folders: `hostPath` gives the path by which this machine knows one inside; null: it knows none. */
function followInside(path, hostPath) {
    let waiting = path.split("/").filter(Boolean);
    let resolved = [];
    for (let links = 0; waiting.length > 0;) {
        const [name = "", ...rest] = waiting;
        waiting = rest;
        if (name === ".")
            continue;
        if (name === "..") {
            resolved.pop();
            continue;
        }
        const place = hostPath(`/${[...resolved, name].join("/")}`);
        const link = place === null ? null : readLink(place);
        if (link === null) {
            resolved.push(name);
            continue;
        }
        links += 1;
        if (links > MOST_LINKS)
            return null;
        if (link.startsWith("/"))
            resolved = [];
        waiting = [...link.split("/").filter(Boolean), ...waiting];
    }
    return `/${resolved.join("/")}`;
}
/** The path by which this machine knows a path inside, whose links have been followed. */
function onHost(root, inside) {
    return external_node_path_.posix.join(root, inside);
}
function readLink(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path).isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(path) : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/layers.js



/** The sandbox's files as they are laid over one another, the last on top. */
class Layers {
    #layers;
    #bottom;
    /** `root`: the folder that is the root; null: this machine does not know it. */
    constructor(root) {
        this.#bottom = { target: "/", backing: root };
        this.#layers = [this.#bottom];
    }
    /** A path inside, with its links followed as the sandbox's commands would: none leads out of it. */
    resolve(path) {
        const resolved = followInside(path, (inside) => this.hostPath(inside));
        if (resolved === null)
            throw refuse("mount", `${path} cannot be followed: its symbolic links go round in a circle`);
        return resolved;
    }
    add(layer) {
        this.#layers.push(layer);
    }
    /** Puts a layer right on top of another, below what was laid over that since. */
    addAfter(below, layer) {
        this.#layers.splice(this.#layers.indexOf(below) + 1, 0, layer);
    }
    /** What a path lies in. */
    under(path) {
        return this.#layers.findLast(({ target }) => (0,lib_within/* isWithin */.U)(path, target)) ?? this.#bottom;
    }
    /** Whether a path, whose links have been followed, is surely not there; `made`: what else is made inside. */
    lacks(path, made) {
        const { target, content } = this.under(path);
        const points = [...made, ...this.#layers.map((layer) => layer.target)];
        return content === "nothing" && path !== target && !points.some((point) => (0,lib_within/* isWithin */.U)(point, path));
    }
    /** Where a path is on this machine; null: it is in something new. */
    hostPath(path) {
        const { target, backing } = this.under(path);
        return backing === null ? null : onHost(backing, path.slice(target === "/" ? 0 : target.length));
    }
}
/**
 * The mounts that come before the workspace, and those after it: what is mounted within it is not to be covered by it, nor it by what it
 * lies in.
 */
function aroundWorkspace(mounts, workspace) {
    const within = ({ target }) => workspace !== null && (0,lib_within/* isWithin */.U)(target, workspace);
    return { before: mounts.filter((mount) => !within(mount)), after: mounts.filter(within) };
}

;// CONCATENATED MODULE: ./lib/sandbox/mount-points.js





const RECORDS = "mount-points";
/**
 * Folders and files of this machine that something is mounted on. What holds the sandbox open makes those that are missing, and removes
 * them when no other sandbox uses them any more.
 */
class MountPoints {
    #needed = new Map();
    /** @throws CommandError "mount" where a file is in a folder's place, or a folder in a file's: not every bwrap says so with the system's error */
    need(path, type) {
        const found = typeIfThere(path);
        if (found !== null && found !== type)
            throw refuse("mount", `a ${type} cannot be mounted on ${(0,printable/* printable */.g)(path)}: it is a ${found}`, {
                cause: (0,lib_command.systemError)(type === "folder" ? "ENOTDIR" : "EISDIR", { syscall: "mount", path }),
            });
        this.#needed.set(path, type);
    }
    /** Each as `d` or `f` and its path. */
    get words() {
        return [...this.#needed].map(([path, type]) => `${type === "folder" ? "d" : "f"}${path}`);
    }
    /** Whether all are there, and none of them may have been made for some other sandbox, with which it would go. */
    get areLasting() {
        return this.#areThere && isEmpty((0,state_folder/* homeStateFolder */.l3)(RECORDS));
    }
    /** Where what is made is written down, for whoever has to remove it; null: there is no such place. */
    get record() {
        // What is inside is not to have a say in what is removed outside: sandboxes hide that folder.
        return this.#areThere ? (0,state_folder/* homeStateFolder */.l3)(RECORDS) : (0,state_folder/* makeStateFolder */.En)((0,state_folder/* homeStateFolder */.l3)(RECORDS));
    }
    get #areThere() {
        return [...this.#needed.keys()].every(exists);
    }
}
function isEmpty(folder) {
    try {
        return folder === null || (0,external_node_fs_.readdirSync)(folder).length === 0;
    }
    catch {
        return true;
    }
}
/** What a source needs to be mounted on. */
function mountPointType(source) {
    try {
        return typeOf(source);
    }
    catch (cause) {
        const { code } = cause;
        throw refuse("mount", `${(0,printable/* printable */.g)(source)} cannot be mounted: it is not there, or not to be seen (${code})`, {
            cause,
        });
    }
}
function typeOf(path) {
    return (0,external_node_fs_.statSync)(path).isDirectory() ? "folder" : "file";
}
/** null: it is not there, or not to be seen. */
function typeIfThere(path) {
    try {
        return typeOf(path);
    }
    catch {
        return null;
    }
}
function exists(path) {
    try {
        (0,external_node_fs_.lstatSync)(path);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/files-here.js






/** Every sandbox but a chroot has these of its own. */
const OWN = ["/proc", "/dev"];
/** The sandbox's files as far as this machine has them: not what is in an image, nor what is missing, which `reader` is told of. */
function filesOf(config, reader, view = { hidden: [], kept: [] }) {
    const { filesystemRoot, image, extraMounts, workspace } = config;
    const folder = (key, path) => reader.part([key], () => requireFolder(key, path), null, path);
    const root = folder("filesystemRoot", filesystemRoot);
    const shown = workspace === null ? null : { target: workspace, backing: folder("workspace", workspace) };
    const placed = extraMounts.map((mount, index) => placedMount(mount, { reader, at: ["extraMounts", index] }));
    const layers = new Layers(image === null ? root : null);
    const named = [config.cwd ?? [], ...writablePathsOf(config)].flat().map((path) => layers.resolve(path));
    for (const target of OWN)
        layers.add({ target, backing: null });
    for (const target of view.hidden)
        layers.add({ target, backing: null, content: "nothing" });
    for (const path of [...view.kept, ...named.filter((path) => view.hidden.some((folder) => (0,lib_within/* isWithin */.U)(path, folder)))])
        layers.add({ target: path, backing: path });
    const { before, after } = aroundWorkspace(placed, workspace);
    const lay = ({ at, ...layer }) => reader.part(at, () => layers.add({ ...layer, target: layers.resolve(layer.target) }), undefined, layer.target);
    before.forEach(lay);
    if (shown !== null)
        layers.add({ ...shown, target: layers.resolve(shown.target) });
    after.forEach(lay);
    return layers;
}
function writablePathsOf({ writablePaths }) {
    return writablePaths.type === "some" ? writablePaths.paths : [];
}
/** A mount as a layer, with the place in the configuration that says where it is to be. */
function placedMount({ type, source, target }, { reader, at }) {
    const place = { at: [...at, "target"], target };
    if (source === null)
        return { ...place, backing: null, ...(type === "tmpfs" ? { content: "nothing" } : {}) };
    return { ...place, backing: reader.part([...at, "source"], () => there(source), null, source) };
}
function there(source) {
    mountPointType(source);
    return source;
}
function requireFolder(key, path) {
    const cause = faultOf(path, "folder");
    if (cause === null)
        return path;
    throw refuse("mount", `${key} ${path} is no folder, or is not there`, { cause });
}
function isFolder(path) {
    return faultOf(path, "folder") === null;
}
/** What keeps a path from being what is wanted, as the system tells it; null: nothing does. */
function faultOf(path, wanted) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() || wanted === "anything" ? null : (0,lib_command.systemError)("ENOTDIR", { path });
    }
    catch (cause) {
        return cause;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/settings.js


const PERIOD_US = 100_000;
/** What limits mean to one controller, in the files of cgroup v1 or v2 (kernel documentation, admin-guide/cgroup-v1 and cgroup-v2). Empty: nothing. */
function groupSettings(controller, version, limits) {
    const { memory, cpus, pids } = limits;
    switch (controller) {
        case "memory":
            return memory === null ? [] : memorySettings(memory, version, limits);
        case "pids":
            return pids === null ? [] : [{ file: "pids.max", value: String(pids) }];
        case "cpu": {
            if (cpus === null)
                return [];
            const quota = String(Math.max(1000, Math.round(cpus * PERIOD_US)));
            if (version === 2)
                return [{ file: "cpu.max", value: `${quota} ${PERIOD_US}` }];
            return [
                { file: "cpu.cfs_period_us", value: String(PERIOD_US) },
                { file: "cpu.cfs_quota_us", value: quota },
            ];
        }
        case "blkio":
            return [
                ...limits.deviceReadBps.map((rate) => rateSetting(rate, "read", version)),
                ...limits.deviceWriteBps.map((rate) => rateSetting(rate, "write", version)),
            ];
    }
}
/** Swap is no way around the limit. */
function memorySettings(memory, version, limits) {
    if (version === 2) {
        return [
            { file: "memory.max", value: String(memory) },
            { file: "memory.swap.max", value: "0", optional: true },
        ];
    }
    return [
        { file: "memory.limit_in_bytes", value: String(memory) },
        { file: "memory.memsw.limit_in_bytes", value: String(memory), optional: true },
        ...(limits.noOomKill ? [{ file: "memory.oom_control", value: "1" }] : []),
    ];
}
function rateSetting({ device, bps }, direction, version) {
    const number = deviceNumber(device);
    if (version === 2)
        return { file: "io.max", value: `${number} ${direction === "read" ? "rbps" : "wbps"}=${bps}` };
    return { file: `blkio.throttle.${direction}_bps_device`, value: `${number} ${bps}` };
}
/** Major and minor number of a block device (makedev(3)). @throws CommandError "invalid" where it is none. */
function deviceNumber(device) {
    let stats;
    try {
        stats = (0,external_node_fs_.statSync)(device);
    }
    catch (cause) {
        throw refuse("invalid", `limits names the device ${device}, which is not there`, { cause });
    }
    if (!stats.isBlockDevice())
        throw refuse("invalid", `limits names ${device}, which is no block device`);
    const number = BigInt(stats.rdev);
    const major = ((number >> 8n) & 0xfffn) | ((number >> 32n) & ~0xfffn);
    const minor = (number & 0xffn) | ((number >> 12n) & ~0xffn);
    return `${major}:${minor}`;
}

;// CONCATENATED MODULE: ./lib/sandbox/reader.js

/** Reads a configuration part by part, to its end whatever is wrong with one. */
class Reader {
    faults = [];
    /** What `read` gives; where it refuses, that is kept with its place, and `instead` stands for the part. `path`: what was looked for. */
    part(at, read, instead, path) {
        try {
            return read();
        }
        catch (error) {
            if (!(error instanceof lib_command.CommandError))
                throw error;
            this.faults.push({ at, error, ...(path === undefined ? {} : { path }) });
            return instead;
        }
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/absent.js




/** What a configuration names of this machine and is not there, or is something else than what it is wanted for. */
function findAbsent(config) {
    const reader = new Reader();
    const { limits } = config;
    const layers = filesOf(config, reader);
    writablePathsOf(config).forEach((path, index) => {
        const at = ["filesystemWritablePaths", index];
        const source = reader.part(at, () => layers.hostPath(layers.resolve(path)), null, path);
        if (source !== null)
            reader.part(at, () => requireThere(path, source), undefined, source);
    });
    for (const key of ["deviceReadBps", "deviceWriteBps"])
        for (const { device } of limits[key])
            reader.part(["limits", key, device], () => deviceNumber(device), "", device);
    return reader.faults;
}
/** That commands which name no folder have none to start in; nothing where this machine cannot tell. */
function findLostStart(config) {
    const { cwd } = config;
    if (cwd === null)
        return [];
    const reader = new Reader();
    // What else is missing is told as such.
    const layers = filesOf(config, new Reader());
    const place = reader.part(["cwd"], () => layers.resolve(cwd), null, cwd);
    if (place === null)
        return reader.faults;
    const source = layers.hostPath(place);
    const isThere = source === null ? !layers.lacks(place, writablePathsOf(config)) : isFolder(source);
    if (isThere)
        return [];
    const where = source === null || source === cwd ? "" : ` (${source} on this machine)`;
    const error = refuse("spawn", `cwd ${cwd} is no folder inside, or is not there${where}`);
    return [{ at: ["cwd"], error, path: source ?? cwd }];
}
/** Whether the sandbox covers what is in a folder, with what it hides of this machine or with its own mounts. */
function isHidden(folder, config, view) {
    const reader = new Reader();
    const layers = filesOf(config, reader, view);
    const place = reader.part([], () => layers.resolve(folder), null);
    return place !== null && layers.lacks(place, writablePathsOf(config));
}
function requireThere(path, source) {
    const cause = faultOf(source, "anything");
    if (cause === null)
        return;
    const where = source === path ? "" : ` (${source} on this machine)`;
    throw refuse("mount", `filesystemWritablePaths has ${path}, which is not there${where}: make it first, or leave it out`, { cause });
}

;// CONCATENATED MODULE: ./lib/sandbox/shape.js

/** A list of the configuration; absent: empty. @throws CommandError "invalid" for anything else, as a program without types may hand in. */
function listOf(key, value) {
    if (value === undefined)
        return [];
    if (Array.isArray(value))
        return value;
    throw refuse("invalid", `${key} is ${shown(value)}, not a list`);
}
/** An object of the configuration with none but known keys, `null` for all that there are; absent: empty. @throws CommandError "invalid". */
function objectOf(key, value, known) {
    if (value === undefined)
        return {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw refuse("invalid", `${key} is ${shown(value)}, not an object`);
    }
    const strange = Object.keys(value).find((name) => known !== null && !known.includes(name));
    if (strange === undefined)
        return value;
    throw refuse("invalid", `${key} has ${shown(strange)}, which is none of ${known?.join(", ")}`);
}
/** A value in a message. */
function shown(value) {
    return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
}

;// CONCATENATED MODULE: ./lib/sandbox/command-in.js



/** @throws CommandError "invalid" where it is no list of words, or an empty one. */
function requireWords(argv) {
    if (!Array.isArray(argv) || argv.some((word) => typeof word !== "string"))
        throw refuse("invalid", `the command is ${shown(argv)}, not a list of words as ["echo", "x"]`);
    if (argv.length === 0 || argv[0] === "")
        throw refuse("invalid", "the command is empty");
}
/** A command of a place, with the limits that each command has for itself. */
function commandIn(place, argv, { openFiles, timeout }) {
    requireWords(argv);
    const [program = "", ...args] = argv;
    const command = new lib_command.Command(program, args).within(place);
    if (openFiles !== null)
        command.limits({ openFiles });
    return timeout === null ? command : command.timeout(timeout);
}

;// CONCATENATED MODULE: ./lib/sandbox/configured-session.js
/** Has a session's commands begin with the configuration's outputs; their own `stdout` and `stderr` go over these. */
function configuredSession(session, { stdout, stderr }) {
    const bare = session.command.bind(session);
    const command = (argv) => bare(argv).stdout(stdout).stderr(stderr);
    return Object.assign(session, { command });
}

;// CONCATENATED MODULE: ./lib/sandbox/contrary.js

function contrary_faultOf({ key, why, advice }) {
    return { at: [key], error: refuse("invalid", `${why}; ${advice}`) };
}
/** The configuration without such keys; `warn` is told of each. */
function degradeContrary(config, found, warn) {
    let left = config;
    for (const { key, why, fallback } of found) {
        const { [key]: _out, ...rest } = left;
        left = rest;
        warn(`The sandbox: ${why}: ${fallback}.`);
    }
    return left;
}

;// CONCATENATED MODULE: ./lib/sandbox/endless-wait.js

/** That processes are to wait for memory that nothing bounds, of a backend that can have them wait. Where it cannot, that is what is wrong. */
function findEndlessWait({ limits = {} }, capabilities) {
    const { noOomKill, memory } = limits;
    if (noOomKill !== true || memory !== undefined || !capabilities.limits.includes("noOomKill"))
        return [];
    const why = "limits.noOomKill without limits.memory would stop the whole machine; give both";
    return [{ at: ["limits", "noOomKill"], error: refuse("invalid", why) }];
}
/** @throws CommandError "invalid" for it. */
function checkEndlessWait(config, capabilities) {
    for (const { error } of findEndlessWait(config, capabilities))
        throw error;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/sandbox/absolute.js


/** An absolute path without `.`, `..`, double and trailing slashes. */
function absolute(key, path) {
    if (typeof path !== "string" || !path.startsWith("/") || path.includes("\0")) {
        throw refuse("invalid", `${key} is ${JSON.stringify(path)}, not an absolute path`);
    }
    const plain = external_node_path_.posix.normalize(path);
    return plain.length > 1 && plain.endsWith("/") ? plain.slice(0, -1) : plain;
}

// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var spec = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/sandbox/normalise-limits.js




/** Every limit that there is. */
const LIMITS = Object.keys({
    memory: true,
    cpus: true,
    pids: true,
    openFiles: true,
    timeout: true,
    deviceReadBps: true,
    deviceWriteBps: true,
    noOomKill: true,
});
/** Bounds as the spec or a program gives them, in bytes, counts and milliseconds. */
function readLimits(given, reader) {
    const limits = reader.part(["limits"], () => objectOf("limits", given, LIMITS), {});
    const part = (key, read, absent) => {
        const value = limits[key];
        return reader.part(["limits", key], () => (value === undefined ? absent : read(value, key)), absent);
    };
    return {
        memory: part("memory", bytes, null),
        cpus: part("cpus", processors, null),
        pids: part("pids", count, null),
        openFiles: part("openFiles", count, null),
        timeout: part("timeout", milliseconds, null),
        deviceReadBps: part("deviceReadBps", rates, []),
        deviceWriteBps: part("deviceWriteBps", rates, []),
        noOomKill: part("noOomKill", waiting, false),
    };
}
function processors(cpus) {
    if (Number.isFinite(cpus) && cpus >= 0.01)
        return cpus;
    throw wrong("cpus", cpus, "a number of processors, at least 0.01");
}
function waiting(noOomKill) {
    if (typeof noOomKill === "boolean")
        return noOomKill;
    throw wrong("noOomKill", noOomKill, "true or false");
}
function wrong(key, value, expected) {
    return refuse("invalid", `limits.${key} is ${shown(value)}, not ${expected}`);
}
function bytes(value, key) {
    const size = typeof value === "number" ? value : (0,spec/* parseSize */.DB)(value);
    if (size === undefined || !Number.isSafeInteger(size) || size <= 0)
        throw wrong(key, value, "a size above 0, as 512MiB");
    return size;
}
function count(value, key) {
    if (!Number.isSafeInteger(value) || value <= 0)
        throw wrong(key, value, "a count above 0");
    return value;
}
function milliseconds(value) {
    const time = typeof value === "number" ? value : (0,spec/* parseTimeout */.ZZ)(value);
    if (time === undefined || !(time > 0 && time <= spec/* LONGEST_TIMEOUT_MS */.ux)) {
        throw wrong("timeout", value, "a duration of at most 24 days, as 10m, or a number of milliseconds");
    }
    return time;
}
function rates(devices, key) {
    return Object.entries(objectOf(`limits.${key}`, devices, null)).map(([device, rate]) => ({
        device: absolute(`limits.${key}'s device`, device),
        bps: bytes(rate ?? "", key),
    }));
}

;// CONCATENATED MODULE: ./lib/sandbox/tmpfs-size.js




/** As tmpfs(5) has it: bytes, with a letter times 1024 so often, or a part of the memory. */
const SHORT = /^(\d+)([kmgt])$/i;
const PERCENT = /^(\d{1,6})%$/;
/** The options of a mount, a tmpfs' size in the words of tmpfs(5), which has none for MiB. @throws CommandError "invalid" for what is no size. */
function withSize({ type, target, options }) {
    if (type !== "tmpfs")
        return options;
    return options.map((option) => {
        const [name = "", ...value] = option.split("=");
        if (name !== "size")
            return option;
        const text = value.join("=");
        const bytes = bytesOf(text);
        if (bytes !== undefined)
            return SHORT.test(text) || PERCENT.test(text) ? option : `size=${bytes}`;
        const why = `extraMounts has ${shown(option)} of the tmpfs mount at ${shown(target)}, which is no size: give it as 64MiB, 64m, in bytes or, of the memory, as 50%`;
        throw refuse("invalid", why);
    });
}
/** Such a size in bytes, by this machine's memory; undefined: it is none. */
function bytesOf(text) {
    const percent = PERCENT.exec(text)?.[1];
    return percent === undefined
        ? (0,spec/* parseSize */.DB)(text.replace(SHORT, "$1$2iB"))
        : Math.floor(((0,external_node_os_.totalmem)() * Number(percent)) / 100);
}

;// CONCATENATED MODULE: ./lib/sandbox/normalise.js








/** A compiler sees to it that none is missing, nor one too many. */
const KEYS = Object.keys({
    cwd: true,
    env: true,
    filesystemRoot: true,
    filesystemWritablePaths: true,
    mounts: true,
    extraMounts: true,
    network: true,
    forwards: true,
    stdout: true,
    stderr: true,
    image: true,
    pull: true,
    ports: true,
    workspace: true,
    limits: true,
    capabilities: true,
});
/**
 * Checks a configuration, whatever backend it is for, and brings it into one form.
 *
 * @throws CommandError "invalid", naming the key.
 */
function normalise(given) {
    const reader = new Reader();
    const config = readConfig(given, reader);
    for (const { error } of reader.faults)
        throw error;
    return config;
}
/** Everything for which `normalise` refuses a configuration. */
function findInvalid(given) {
    const reader = new Reader();
    reader.part([], () => readConfig(given, reader), null);
    return reader.faults;
}
function readConfig(given, reader) {
    const config = objectOf("the configuration", given, KEYS);
    checkNulls(config);
    const part = (key, read, instead) => reader.part([key], () => read(config[key]), instead);
    const optional = (key, read) => part(key, (value) => (value === undefined ? null : read(value)), null);
    const network = part("network", (word) => oneOf("network", word, ["undefined", "isolated"]), "undefined");
    return {
        cwd: optional("cwd", (path) => absolute("cwd", path)),
        env: part("env", readEnvironment, null),
        filesystemRoot: part("filesystemRoot", (root = "/") => absolute("filesystemRoot", root), "/"),
        writablePaths: part("filesystemWritablePaths", readWritablePaths, { type: "all" }),
        mounts: part("mounts", (word) => oneOf("mounts", word, ["undefined", "isolated"]), "undefined"),
        extraMounts: part("extraMounts", (mounts) => listOf("extraMounts", mounts), []).flatMap((mount, index) => {
            const at = ["extraMounts", index];
            const read = reader.part(at, () => [readMount(mount)], []);
            return read.map((one) => ({ ...one, options: reader.part([...at, "options"], () => withSize(one), []) }));
        }),
        network,
        forwards: part("forwards", readForwards, []),
        stdout: config.stdout ?? "capture",
        stderr: config.stderr ?? "capture",
        image: optional("image", readImage),
        pull: part("pull", (word) => oneOf("pull", word, ["missing", "never"]), "missing"),
        ports: part("ports", (ports) => readPorts(listOf("ports", ports), network), []),
        workspace: optional("workspace", readWorkspace),
        limits: readLimits(config.limits, reader),
        capabilities: readCapabilities(config.capabilities, reader),
    };
}
/** What is absent is the standard; null is no way to say so. */
function checkNulls(config) {
    const empty = KEYS.find((key) => config[key] === null);
    if (empty !== undefined)
        throw refuse("invalid", `${empty} is null; leave it out instead`);
}
/** One of a few words; absent: the first. */
function oneOf(key, value, words) {
    const found = value === undefined ? words[0] : words.find((word) => word === value);
    if (found !== undefined)
        return found;
    throw refuse("invalid", `${key} is ${shown(value)}; it can be: ${words.join(", ")}`);
}
/** A port can lead to one place only. */
function once(key, ports) {
    const twice = ports.find((port, index) => ports.indexOf(port) !== index);
    if (twice !== undefined)
        throw refuse("invalid", `${key} has the port ${twice} twice`);
}
function readImage(image) {
    if (typeof image === "string" && /^[^\s\0-][^\s\0]*$/.test(image))
        return image;
    throw refuse("invalid", `image is ${shown(image)}, which is no name of a container image`);
}
/** These are the sandbox's own; and a workspace that is everything would show all that it hides. */
function readWorkspace(path) {
    const workspace = absolute("workspace", path);
    if (!/^\/(proc|sys|dev)?(\/|$)/.test(workspace) || /^\/dev\/shm\/./.test(workspace))
        return workspace;
    throw refuse("invalid", `workspace is ${shown(path)}; it has to be a folder of its own`);
}
function readEnvironment(env) {
    if (env === undefined)
        return null;
    for (const [name, value] of Object.entries(objectOf("env", env, null))) {
        if (name === "" || /[=\0]/.test(name) || typeof value !== "string" || value.includes("\0")) {
            throw refuse("invalid", `env has ${JSON.stringify(name)}, which is no variable with a text`);
        }
    }
    return { ...env };
}
function readWritablePaths(paths = "all") {
    if (paths === "all" || paths === "none")
        return { type: paths };
    if (!Array.isArray(paths)) {
        throw refuse("invalid", `filesystemWritablePaths is ${JSON.stringify(paths)}, not all, none or a list of paths`);
    }
    const plain = paths.map((path) => absolute("filesystemWritablePaths", path));
    return { type: "some", paths: [...new Set(plain)] };
}
function readMount(mount) {
    const { type, options = "", ...rest } = objectOf("extraMounts", mount, ["type", "source", "target", "options"]);
    if (type !== "proc" && type !== "tmpfs" && type !== "bind") {
        throw refuse("invalid", `extraMounts has the type ${JSON.stringify(type)}; there are proc, tmpfs and bind`);
    }
    if (typeof options !== "string") {
        throw refuse("invalid", `extraMounts has the options ${shown(options)}, not a text as ro,nosuid`);
    }
    const target = absolute("extraMounts' target", rest.target ?? "");
    if (target === "/") {
        throw refuse("invalid", "extraMounts' target is /, which would hide all else; give filesystemRoot for another root");
    }
    return {
        type,
        source: type === "bind" ? absolute("extraMounts' source", rest.source ?? "") : null,
        target,
        options: options.split(",").filter((option) => option !== "" && option !== "defaults"),
    };
}
function readForwards(given) {
    const forwards = listOf("forwards", given);
    forwards.forEach(checkForward);
    once("forwards", forwards.map(({ port }) => port));
    return forwards;
}
function checkForward(forward) {
    const { port, to } = objectOf("forwards", forward, ["port", "to"]);
    checkPort("forwards", port);
    const either = to;
    const place = objectOf("forwards' to", either, ["port", "socketPath"]);
    if (place.socketPath === undefined)
        checkPort("forwards", place.port);
    else
        absolute("forwards' socketPath", place.socketPath);
    if (place.socketPath !== undefined && place.port !== undefined)
        throw refuse("invalid", "forwards' to has a port and a socketPath; give one");
}
function readPorts(ports, network) {
    if (ports.length > 0 && network === "isolated") {
        throw refuse("invalid", "ports cannot be published with an isolated network; leave one of the two out");
    }
    return ports.map((port) => {
        const { host, sandbox, address = "127.0.0.1" } = objectOf("ports", port, ["host", "sandbox", "address"]);
        checkPort("ports", host);
        checkPort("ports", sandbox);
        if (typeof address === "string" && (0,external_node_net_.isIP)(address) !== 0)
            return { host, sandbox, address };
        throw refuse("invalid", `ports has the address ${shown(address)}, which is none`);
    });
}
function checkPort(key, port) {
    if (port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65_535)
        return;
    throw refuse("invalid", `${key} has the port ${shown(port)}, which is none`);
}
function readCapabilities(given, reader) {
    const sets = reader.part(["capabilities"], () => objectOf("capabilities", given, ["drop", "add"]), {});
    const read = (which) => {
        const key = `capabilities.${which}`;
        const names = reader.part(["capabilities", which], () => listOf(key, sets[which]), []);
        const plain = names.flatMap((name, index) => reader.part(["capabilities", which, index], () => [readCapability(key, String(name))], []));
        return [...new Set(plain)];
    };
    return { drop: read("drop"), add: read("add") };
}
function readCapability(key, name) {
    const plain = name.toLowerCase().replace(/^cap_/, "");
    if (plain === "all" || (0,lib_command.capabilityNumber)(plain) !== null)
        return plain;
    throw refuse("invalid", `${key} has ${JSON.stringify(plain)}, which is no capability (capabilities(7))`);
}

;// CONCATENATED MODULE: ./lib/sandbox/mount-options.js


/** Each option that the backend does not take. */
function findStrangeOptions({ extraMounts }, backend) {
    return extraMounts.flatMap((mount, index) => backend.strangeOptions(mount).map((strange) => {
        const why = `extraMounts: the ${backend.name} sandbox cannot do ${optionOf(mount, strange)}: leave it out`;
        return { at: ["extraMounts", index, "options"], error: refuse("unsupported", why) };
    }));
}
/** @throws CommandError "unsupported" for the first of them. */
function checkOptions(config, backend) {
    for (const { error } of findStrangeOptions(config, backend))
        throw error;
}
/** The configuration without such options; `warn` is told of each. */
function degradeOptions(config, backend, warn) {
    const found = normalise(config).extraMounts.map((mount) => ({ mount, strange: backend.strangeOptions(mount) }));
    if (found.every(({ strange }) => strange.length === 0))
        return config;
    const extraMounts = (config.extraMounts ?? []).map((given, index) => {
        const { mount, strange } = found[index] ?? {};
        if (!mount || !strange?.length)
            return given;
        for (const option of strange)
            warn(`The ${backend.name} sandbox cannot do extraMounts' ${optionOf(mount, option)} here: it is left out.`);
        return { ...given, options: mount.options.filter((option) => !strange.includes(option)).join(",") };
    });
    return { ...config, extraMounts };
}
function optionOf({ type, target }, option) {
    return `option ${JSON.stringify(option)} of the ${type} mount at ${JSON.stringify(target)}`;
}

;// CONCATENATED MODULE: ./lib/sandbox/rehearse.js


/** How a command fails by itself, in a sandbox that works. */
const ITS_OWN = ["exit", "signal"];
/** How engines and their runtimes call the limit of open files. */
const OPEN_FILES = /rlimit|ulimit|nofile|open files/i;
/** How a limit is told that this process may not set. */
const ABOVE = /above (?:this process's|the) hard limit(?: of \d+)?/;
/** How it is told that a program could not even say why it failed. */
const WORDLESS = /it said nothing$/;
/** Opens a sandbox, has it run true(1), and closes it: what kept it from that; null: nothing. */
async function rehearsed(config, open) {
    try {
        const session = await open(config);
        try {
            return await faultOfCommand(session, config);
        }
        finally {
            await session.close();
        }
    }
    catch (error) {
        const failure = failureOf(error);
        const { openFiles } = config.limits;
        return openFiles !== null && OPEN_FILES.test(failure.message)
            ? openFilesFault(failure, openFiles)
            : { at: placeOf(failure, config), error: failure };
    }
}
async function faultOfCommand(session, config) {
    const { openFiles } = config.limits;
    try {
        await session.command(["true"]).run();
        return null;
    }
    catch (error) {
        const failure = failureOf(error);
        const { reason } = failure;
        // Another root need not have it.
        if (reason === "not-found" || reason === "not-executable")
            return null;
        const at = placeOf(failure, config);
        if (openFiles !== null && reason !== "limit" && at[0] !== "cwd")
            return openFilesFault(failure, openFiles);
        return ITS_OWN.includes(reason) ? null : { at, error: ofSandbox(failure) };
    }
}
function failureOf(error) {
    if (error instanceof lib_command.CommandError && error.reason !== "aborted")
        return error;
    throw error;
}
/** Whose command it was is of no interest here, and may be a long helper program. */
function rehearse_saidBy({ message, command }) {
    const subject = command === "" ? "The sandbox: " : `${command}: `;
    return message.startsWith(subject) ? message.slice(subject.length) : message;
}
function ofSandbox(failure) {
    const { reason, limit } = failure;
    return refuse(reason, rehearse_saidBy(failure), { cause: failure, ...(limit === null ? {} : { limit }) });
}
function openFilesFault(failure, openFiles) {
    const said = rehearse_saidBy(failure);
    const [tooHigh] = ABOVE.exec(said) ?? [];
    const words = WORDLESS.test(said) ? "" : `: ${said}`;
    const what = tooHigh ?? `too low for any command to be started${words}`;
    const why = `limits.openFiles is ${openFiles}, ${what}`;
    return { at: ["limits", "openFiles"], error: refuse("unsupported", why, { cause: failure }) };
}
/** The key that is most likely to blame; empty: none stands out. */
function placeOf({ reason, limit, message }, { cwd, limits, extraMounts }) {
    if (limit !== null)
        return ["limits", limit];
    if (reason === "spawn" && cwd !== null && cwd !== "/" && message.includes(cwd))
        return ["cwd"];
    const bounds = ["memory", "pids"].filter((name) => limits[name] !== null);
    if (reason === "spawn" && bounds.length === 1)
        return ["limits", ...bounds];
    const mount = reason === "mount" ? extraMounts.findIndex(({ target }) => message.includes(target)) : -1;
    return mount < 0 ? [] : ["extraMounts", mount];
}

;// CONCATENATED MODULE: ./lib/sandbox/run-to-result.js


/** Runs a command with the configuration's outputs and time limit. Its own failure is a result; what its sandbox did to it is an error. */
async function runToResult(command, { stdout, stderr, limits }) {
    for (const [name, to] of Object.entries({ stdout, stderr })) {
        if (to === "pipe") {
            const why = `${name} cannot be "pipe": nobody could read it. Use open() and its command()`;
            throw refuse("invalid", why, { command: command.toArgv() });
        }
    }
    const wired = command.stdout(stdout).stderr(stderr);
    if (limits.timeout !== null)
        wired.timeout(limits.timeout);
    const result = await wired.run().catch(failedCommand);
    const isKept = (to) => to === "capture" || to === "buffer";
    return {
        exitCode: result.status,
        stdout: isKept(stdout) ? result.stdout : null,
        stderr: isKept(stderr) ? result.stderr : null,
    };
}
function failedCommand(error) {
    if (error instanceof lib_command.CommandError && (error.reason === "exit" || error.reason === "signal"))
        return error;
    throw error;
}

;// CONCATENATED MODULE: ./lib/sandbox/supported.js

/**
 * @throws CommandError "unsupported" for the first thing that the backend cannot do here, naming its key. To be called before anything runs.
 */
function checkSupported(backend, capabilities, asked) {
    for (const { error } of findUnsupported(backend, capabilities, asked))
        throw error;
}
/** All of what the backend cannot do. */
function findUnsupported(backend, capabilities, asked) {
    const details = asked.command === undefined ? {} : { command: asked.command };
    const lacking = demandsOf(asked.config).filter((demand) => !isMet(demand, capabilities));
    return lacking.map(({ key, at, name, shown }) => {
        const can = capabilities[key] ?? [];
        const known = can.length === 0 ? `it has no ${key} at all` : `its ${key} can be: ${can.join(", ")}`;
        const reason = asked.whyNot?.(key) ?? null;
        const here = reason === null ? ` (${known}). Leave it out` : `: ${reason}. Otherwise leave it out`;
        const why = `the ${backend} sandbox cannot do ${name}${shown} here${here}, or choose another backend`;
        return { at, error: refuse("unsupported", why, details) };
    });
}
/** The configuration with what the backend cannot do set to what remains of it, or taken out where nothing does; `warn` is told of each change. */
function degrade(backend, capabilities, asked) {
    let { config } = asked;
    for (const demand of demandsOf(config)) {
        if (isMet(demand, capabilities))
            continue;
        config = demand.without(config, capabilities[demand.key] ?? []);
        asked.warn(`The ${backend} sandbox cannot do ${demand.name}${demand.shown} here: ${demand.fallback}.`);
    }
    return config;
}
function isMet(demand, capabilities) {
    return demand.values.some((value) => capabilities[demand.key]?.includes(value) ?? false);
}
function demandsOf(config) {
    const demands = [];
    const set = (key, standard, fallback) => {
        const value = config[key];
        if (value === undefined || value === standard)
            return;
        const text = typeof value === "string" ? value : "any";
        const free = key === "image" || key === "filesystemRoot" || key === "cwd" || key === "workspace";
        demands.push({
            key,
            at: [key],
            name: key,
            values: free ? ["any"] : [text],
            shown: typeof value === "string" ? ` ${JSON.stringify(value)}` : "",
            fallback,
            // Whoever has all that is said of a sandbox written down is to read there what it comes to.
            without: (from, remaining) => typeof standard === "string" && remaining.includes(standard) ? { ...from, [key]: standard } : omit(from, key),
        });
    };
    set("image", undefined, "it is left out, and commands run on this machine's own files");
    set("pull", "missing", "it is left out");
    if (config.ports?.length)
        set("ports", undefined, "none is published");
    set("workspace", undefined, "it is left out, and files keep the owner that commands give them");
    set("filesystemRoot", "/", 'the root is "/"');
    set("filesystemWritablePaths", "all", "everything that the user may write to is writable");
    set("mounts", "undefined", 'it is "undefined"');
    set("network", "undefined", 'it is "undefined", the machine\'s own network');
    if (config.forwards?.length)
        set("forwards", undefined, "they are left out");
    demands.push(...mountDemands(config), ...limitDemands(config), ...capabilityDemands(config));
    return demands;
}
function mountDemands(config) {
    return (config.extraMounts ?? []).map((mount, index) => ({
        key: "extraMounts",
        at: ["extraMounts", index],
        name: "extraMounts",
        values: [mount.type],
        shown: ` of type ${mount.type} at ${JSON.stringify(mount.target)}`,
        fallback: "it is left out",
        without: (from) => ({ ...from, extraMounts: (from.extraMounts ?? []).filter((other) => other !== mount) }),
    }));
}
function limitDemands(config) {
    const limits = config.limits ?? {};
    const asked = Object.keys(limits).filter((name) => isAsked(limits[name]));
    return asked.map((name) => ({
        key: "limits",
        at: ["limits", name],
        name: `limits.${name}`,
        values: [name],
        shown: "",
        fallback: "it is left out",
        without: (from) => ({ ...from, limits: omit(from.limits ?? {}, name) }),
    }));
}
function isAsked(value) {
    if (typeof value === "object" && value !== null)
        return Object.keys(value).length > 0;
    return value !== undefined && value !== false;
}
function capabilityDemands(config) {
    const { capabilities } = config;
    const asked = ["drop", "add"].filter((which) => (capabilities?.[which] ?? []).length > 0);
    return asked.map((which) => ({
        key: "capabilities",
        at: ["capabilities", which],
        name: `capabilities.${which}`,
        values: [which],
        shown: "",
        fallback: "it is left out",
        without: (from) => ({ ...from, capabilities: omit(from.capabilities ?? {}, which) }),
    }));
}
function omit(from, key) {
    const { [key]: _left, ...rest } = from;
    return rest;
}

;// CONCATENATED MODULE: ./lib/sandbox/executor-base.js











/** What is the same with each backend: the configuration is checked before anything runs, and results have one form. */
class ExecutorBase {
    /** Options of a mount that the backend does not take. */
    strangeOptions(_mount) {
        return [];
    }
    whyNot(_key) {
        return null;
    }
    /** Keys that the backend cannot do beside the others of a configuration; to leave them out is what helps. */
    findContrary(_config) {
        return [];
    }
    /** A sandbox for one command. Its stdio and time-out are set by the caller. */
    async openSingle(config, argv) {
        const session = await this.openSession(config, {});
        return { command: session.command(argv), close: () => session.close() };
    }
    degradeConfigForCapabilities(config, { warn = (message) => process.emitWarning(message) } = {}) {
        normalise(config);
        const { name, capabilities } = this;
        checkEndlessWait(config, capabilities);
        const able = degradeOptions(degrade(name, capabilities, { config, warn }), this, warn);
        return degradeContrary(able, this.findContrary(able), warn);
    }
    check(config) {
        this.#check(config);
    }
    faults(config) {
        const invalid = findInvalid(config);
        // What is of another shape cannot be looked into.
        if (invalid.some(({ at }) => at.length < 2))
            return invalid;
        const strange = invalid.length > 0 ? [] : findStrangeOptions(normalise(config), this);
        const unsupported = findUnsupported(this.name, this.utmost, { config });
        const contrary = this.findContrary(config).map(contrary_faultOf);
        return [...invalid, ...findEndlessWait(config, this.utmost), ...unsupported, ...contrary, ...strange];
    }
    async unmet(config) {
        return this.findUnmet(this.#check(config));
    }
    async findUnmet(config) {
        return [...this.findAbsent(config), ...findLostStart(config)];
    }
    hides(config, folder) {
        const checked = this.#check(config);
        return isHidden(folder, checked, this.viewFor(checked) ?? undefined);
    }
    /** What of this machine's files is hidden beside the mounts; null: nothing. */
    viewFor(_config) {
        return null;
    }
    findAbsent(config) {
        return findAbsent(config);
    }
    async rehearse(config, options = {}) {
        const checked = this.#check(config);
        const [lost] = findLostStart(checked);
        if (lost !== undefined)
            return lost;
        const tried = this.rehearsal(checked);
        return tried && rehearsed(tried, (wanted) => this.openSession(wanted, options));
    }
    /** What has to be tried of a configuration; null: nothing. */
    rehearsal(config) {
        const { filesystemRoot, extraMounts, writablePaths } = config;
        const more = filesystemRoot !== "/" || extraMounts.length > 0 || writablePaths.type === "some";
        return more || isLimited(config) ? config : null;
    }
    async runSandbox(command, config) {
        requireWords(command);
        const checked = this.#check(config ?? {}, command);
        if (checked.forwards.length > 0) {
            throw refuse("unsupported", "forwards are for a session; use open() and its command()", { command });
        }
        this.#requirePresent(checked);
        const single = await this.openSingle(checked, command);
        try {
            return (await runToResult(single.command, checked));
        }
        finally {
            await single.close();
        }
    }
    async runSandboxWithRedirection(command, config = {}) {
        const { stdout = "inherit", stderr = "inherit" } = config;
        return (await this.runSandbox(command, { ...config, stdout, stderr })).exitCode;
    }
    async open(config, options = {}) {
        const checked = this.#check(config ?? {});
        this.#requirePresent(checked);
        const { signal } = options;
        if (signal?.aborted)
            throw stopped();
        const session = await this.openSession(checked, options);
        if (!signal?.aborted)
            return configuredSession(session, checked);
        await session.close();
        throw stopped();
    }
    #requirePresent(config) {
        for (const { error } of this.findAbsent(config))
            throw error;
    }
    #check(config, command) {
        const checked = normalise(config);
        const { name, capabilities } = this;
        const whyNot = (key) => this.whyNot(key);
        checkSupported(name, capabilities, { config, whyNot, ...(command === undefined ? {} : { command }) });
        checkEndlessWait(config, capabilities);
        for (const contrary of this.findContrary(config))
            throw contrary_faultOf(contrary).error;
        checkOptions(checked, this);
        return checked;
    }
}
/** Whether a limit may keep a sandbox from being made. */
function isLimited({ limits }) {
    const { memory, cpus, pids, openFiles, deviceReadBps, deviceWriteBps } = limits;
    const rates = deviceReadBps.length + deviceWriteBps.length;
    return [memory, cpus, pids, openFiles].some((limit) => limit !== null) || rates > 0;
}
function stopped() {
    return refuse("aborted", "opening it was stopped");
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/names.js



/**
 * A name that says whose group it is: the PID namespace, the process and its start time, so that a later run can tell what was left. The rest
 * is by chance: threads of a process, and copies of this library in it, count on their own.
 */
function groupName() {
    const part = (0,external_node_crypto_.randomBytes)(6).toString("hex");
    return `forgexec-${pidNamespace()}-${process.pid}-${(0,lib_command.readProcess)(process.pid)?.start ?? "0"}-${part}`;
}
/** Whether a folder is a group whose process is gone. Those of other PID namespaces cannot be told of. */
function isLeftBehind(name) {
    const found = /^forgexec-(\d+)-(\d+)-(\d+)-[\da-f]+$/.exec(name);
    if (!found || found[1] !== pidNamespace())
        return false;
    return (0,lib_command.readProcess)(Number(found[2]))?.start !== found[3];
}
function pidNamespace() {
    return /\d+/.exec((0,external_node_fs_.readlinkSync)("/proc/self/ns/pid"))?.[0] ?? "0";
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/places.js


const CONTROLLERS = ["memory", "cpu", "pids", "blkio"];
/** This machine's. */
function readCgroupFiles(sudo) {
    return { mountinfo: places_read("/proc/self/mountinfo"), membership: places_read("/proc/self/cgroup"), sudo };
}
/** Whether there are control groups of any version, whoever may write to them. */
function hasGroups({ mountinfo }) {
    return mounts(mountinfo).length > 0;
}
/** Every folder that a group may have been made in, and that this user may write to, whatever the controllers. */
function ownParents(files) {
    const first = CONTROLLERS.flatMap((controller) => firstVersion(controller, files)?.parent ?? []);
    const second = upwards(files);
    return [...new Set([...first, ...second])].filter((parent) => accessTo([parent]) === "own");
}
/**
 * Where a group with these controllers can be made. Of cgroup v2 it is one folder for all of them, since a process is in one group there;
 * what is missing in the answer has no place: there is no such controller, or none that may be written to.
 */
function findPlaces(controllers, files) {
    const places = new Map();
    for (const controller of controllers) {
        const place = firstVersion(controller, files);
        if (place)
            places.set(controller, place);
    }
    const others = controllers.filter((controller) => !places.has(controller));
    const place = others.length === 0 ? null : secondVersion(others, files);
    if (place)
        for (const controller of others)
            places.set(controller, place);
    return places;
}
function firstVersion(controller, files) {
    const mount = mounts(files.mountinfo).find(({ type, options }) => type === "cgroup" && options.includes(controller));
    if (!mount)
        return null;
    const own = memberships(files.membership).find(({ controllers }) => controllers.includes(controller))?.path;
    // A container sees its own part of the tree as the whole of it.
    const path = own === undefined ? mount.point : (0,external_node_path_.join)(mount.point, (0,external_node_path_.relative)(mount.root, own));
    const parent = path.startsWith(mount.point) && (0,external_node_fs_.existsSync)(path) ? path : mount.point;
    const access = accessTo([parent]);
    if (access === "own" || (access === "refused" && files.sudo()))
        return { version: 1, parent, access: access === "own" ? "own" : "sudo", enable: [] };
    return null;
}
/**
 * Of cgroup v2 the nearest folder upwards whose children have the controllers, or can be given them. The user's own come before those that
 * take sudo(8).
 */
function secondVersion(controllers, files) {
    const names = controllers.map((controller) => (controller === "blkio" ? "io" : controller));
    const places = upwards(files).flatMap((parent) => {
        const enable = toEnable(parent, names);
        const written = ["", "cgroup.procs", ...(enable?.length ? ["cgroup.subtree_control"] : [])];
        return enable ? [{ parent, enable, access: accessTo(written.map((file) => (0,external_node_path_.join)(parent, file))) }] : [];
    });
    for (const access of ["own", "refused"]) {
        const found = places.filter((place) => place.access === access);
        const place = found.find(({ enable }) => enable.length === 0) ?? found[0];
        if (place && (access === "own" || files.sudo()))
            return { version: 2, parent: place.parent, access: access === "own" ? "own" : "sudo", enable: place.enable };
    }
    return null;
}
/** The folder of cgroup v2 that this process is in, and those above it, as far as they are to be seen. */
function upwards(files) {
    const mount = mounts(files.mountinfo).find(({ type }) => type === "cgroup2");
    if (!mount)
        return [];
    const own = memberships(files.membership).find(({ controllers }) => controllers.length === 0)?.path ?? "/";
    let path = (0,external_node_path_.join)(mount.point, (0,external_node_path_.relative)(mount.root, own));
    if (!path.startsWith(mount.point) || !(0,external_node_fs_.existsSync)(path))
        path = mount.point;
    const folders = [];
    for (; path.startsWith(mount.point); path = (0,external_node_path_.dirname)(path))
        folders.push(path);
    return folders;
}
/**
 * What a folder has to be told to hand down, for its children to have the controllers; null: they cannot have them. A group with processes
 * in it hands none down, unless it is the root of all; and one of threads has no such children.
 */
function toEnable(folder, names) {
    const words = (file) => places_read((0,external_node_path_.join)(folder, file)).split(/\s+/).filter(Boolean);
    const type = places_read((0,external_node_path_.join)(folder, "cgroup.type")).trim();
    if (type !== "" && type !== "domain")
        return null;
    const handedDown = words("cgroup.subtree_control");
    const missing = names.filter((name) => !handedDown.includes(name));
    if (missing.length === 0)
        return [];
    const free = type === "" || handedDown.length > 0 || words("cgroup.procs").length === 0;
    const available = words("cgroup.controllers");
    return free && missing.every((name) => available.includes(name)) ? missing : null;
}
function accessTo(paths) {
    try {
        for (const path of paths)
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.W_OK);
        return "own";
    }
    catch (error) {
        return error.code === "EACCES" ? "refused" : "none";
    }
}
function mounts(mountinfo) {
    return mountinfo.split("\n").flatMap((line) => {
        const [before = "", after = ""] = line.split(" - ");
        const [, , , root = "/", point = ""] = before.split(" ");
        const [type = "", , options = ""] = after.split(" ");
        return type.startsWith("cgroup") ? [{ root, point, type, options: options.split(",") }] : [];
    });
}
function memberships(membership) {
    return membership.split("\n").flatMap((line) => {
        const [number, controllers, ...path] = line.split(":");
        if (number === undefined || controllers === undefined)
            return [];
        return [{ controllers: controllers.split(",").filter(Boolean), path: path.join(":") }];
    });
}
function places_read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "latin1");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/sudo.js


let sudo_known = null;
/** Whether sudo(8) asks for no password here. Each one that there is, is asked once by each user that this process is. */
function hasSudo() {
    const program = findHelperProgram("sudo");
    const uid = process.geteuid?.();
    if (sudo_known?.program !== program || sudo_known.uid !== uid)
        sudo_known = { program, uid, works: program !== null && sudo(program, ["true"]).status === 0 };
    return sudo_known.works;
}
/** Runs a shell's text as root; what varies comes as arguments. Throws where it fails. */
function asRoot(script, args) {
    const { status, stderr } = sudo(findHelperProgram("sudo") ?? "sudo", ["sh", "-c", script, "sh", ...args]);
    if (status !== 0)
        throw new Error(stderr.trim() || `sudo ended with ${status}`);
}
function sudo(program, argv) {
    return (0,external_node_child_process_.spawnSync)(program, ["-n", ...argv], {
        encoding: "utf8",
        stdio: ["ignore", "ignore", "pipe"],
        timeout: 10_000,
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/clear.js





/** Removes groups; what still runs in them is killed. */
function removeFolders(folders) {
    for (const folder of folders) {
        try {
            for (const pid of (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, "cgroup.procs"), "latin1").split("\n")) {
                if (Number(pid) > 0)
                    process.kill(Number(pid), "SIGKILL");
            }
        }
        catch {
            // It ended meanwhile.
        }
        try {
            (0,external_node_fs_.rmdirSync)(folder);
        }
        catch (error) {
            if (error.code === "EACCES" && hasSudo())
                asRoot('rmdir "$1" || true', [folder]);
            // Else what ran in it is still ending: the next run finds it.
        }
    }
}
/** Removes what runs that were killed have left in a folder of groups. */
function clearLeft(parent) {
    removeFolders(clear_namesIn(parent)
        .filter(isLeftBehind)
        .map((name) => (0,external_node_path_.join)(parent, name)));
}
let isCleared = false;
/** The same of every folder that this user may write to, for a sandbox of whatever limits: when a process makes its first one. */
function clearAllLeft() {
    if (isCleared)
        return;
    isCleared = true;
    for (const parent of ownParents(readCgroupFiles(() => false)))
        clearLeft(parent);
}
function clear_namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        // What is not to be seen is not to be cleared either.
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/limit-verdict.js

/** Why a command failed, where a limit has been met since `before`; null: none has. */
function limitVerdict({ before, after }, limits) {
    if (after.memory > before.memory) {
        const memory = limits.memory === null ? "" : `, ${(0,spec/* formatSize */.Xq)(limits.memory)},`;
        return {
            reason: "limit",
            limit: "memory",
            why: `a process was killed: the sandbox's memory${memory} was used up. Raise limits.memory, or use less`,
        };
    }
    if (after.pids > before.pids) {
        return {
            reason: "limit",
            limit: "pids",
            why: `a process could not be started: the sandbox has ${limits.pids} already, and limits.pids allows no more`,
        };
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/group.js



/** A control group: one folder in each hierarchy that has a say. */
class Group {
    access;
    /** What a process writes its number to, to be in it. */
    joinFiles;
    folders;
    #byController;
    #limits;
    /** `access`: whether the user may write to it, or needs sudo(8) to. */
    constructor(byController, limits, access) {
        this.access = access;
        this.#byController = byController;
        this.#limits = limits;
        this.folders = [...new Set(byController.values())];
        this.joinFiles = this.folders.map((folder) => (0,external_node_path_.join)(folder, "cgroup.procs"));
    }
    counters() {
        return {
            memory: this.#count("memory", ["memory.events", "memory.oom_control"], "oom_kill"),
            pids: this.#count("pids", ["pids.events"], "max"),
        };
    }
    /** Why a command failed, where a limit has been met since; null: none has. */
    verdict(before) {
        return limitVerdict({ before: before ?? { memory: 0, pids: 0 }, after: this.counters() }, this.#limits);
    }
    #count(controller, files, name) {
        const folder = this.#byController.get(controller);
        if (folder === undefined)
            return 0;
        for (const file of files) {
            const found = new RegExp(`^${name} (\\d+)$`, "m").exec(group_read((0,external_node_path_.join)(folder, file)));
            if (found)
                return Number(found[1]);
        }
        return 0;
    }
}
function group_read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "latin1");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/process-limits.js

/** Numbers of setrlimit(2), the same on every processor that helpers work on. */
const RLIMIT_NPROC = 6;
const RLIMIT_AS = 9;
/**
 * The limits that a machine without control groups of any version has by setrlimit(2) instead: memory of each process, and processes of the
 * user, which bind nobody who is root.
 */
function processLimits() {
    if (hasGroups(readCgroupFiles(() => false)))
        return [];
    return process.geteuid?.() === 0 ? ["memory"] : ["memory", "pids"];
}
/** The same for a helper to set, as `RESOURCE:VALUE …`. */
function processLimitWords({ memory, pids }) {
    if (memory === null && pids === null)
        return "";
    const able = processLimits();
    return [
        memory !== null && able.includes("memory") ? `${RLIMIT_AS}:${memory}` : [],
        pids !== null && able.includes("pids") ? `${RLIMIT_NPROC}:${pids}` : [],
    ]
        .flat()
        .join(" ");
}

;// CONCATENATED MODULE: ./lib/sandbox/groups/make.js










/** Which limits can be had by control groups on this machine, by the names of the configuration. */
function groupLimits() {
    const files = readCgroupFiles(hasSudo);
    const place = (controller) => findPlaces([controller], files).get(controller);
    const memory = place("memory");
    return [
        ...(memory ? ["memory"] : []),
        ...(memory?.version === 1 ? ["noOomKill"] : []),
        ...(place("cpu") ? ["cpus"] : []),
        ...(place("pids") ? ["pids"] : []),
        ...(place("blkio") ? ["deviceReadBps", "deviceWriteBps"] : []),
    ];
}
/**
 * Makes a group with the limits; null where none of them needs one. What runs that were killed have left is cleared away first.
 *
 * @throws CommandError "unsupported" where one cannot be set, naming it; nothing is left of the group then.
 */
function makeGroup(limits) {
    clearAllLeft();
    const name = groupName();
    const asked = CONTROLLERS.filter((controller) => groupSettings(controller, 1, limits).length > 0);
    const others = asked.length === 0 ? [] : processLimits();
    const needed = asked.filter((controller) => !others.includes(controller));
    const places = findPlaces(needed, readCgroupFiles(hasSudo));
    const byController = new Map();
    let access = "own";
    try {
        for (const controller of needed) {
            const place = places.get(controller);
            if (!place)
                throw refuse("unsupported", `limits: this machine has no ${controller} control group to write to`);
            if (place.access === "sudo")
                access = "sudo";
            clearLeft(place.parent);
            const folder = (0,external_node_path_.join)(place.parent, name);
            // Controllers may share a hierarchy. Any other group of that name is somebody else's: to be neither used nor removed.
            if (![...byController.values()].includes(folder))
                make(folder, place);
            byController.set(controller, folder);
            for (const setting of groupSettings(controller, place.version, limits))
                set(folder, setting, place);
        }
    }
    catch (error) {
        removeFolders([...byController.values()]);
        throw error;
    }
    return byController.size === 0 ? null : new Group(byController, limits, access);
}
function make(folder, place) {
    for (const controller of place.enable)
        set(place.parent, { file: "cgroup.subtree_control", value: `+${controller}` }, place);
    try {
        if (place.access === "own")
            (0,external_node_fs_.mkdirSync)(folder);
        else
            asRoot('mkdir "$1" && chown "$2" "$1" "$1/cgroup.procs"', [folder, String(process.getuid?.())]);
    }
    catch (cause) {
        const why = cause.code ?? cause.message;
        throw refuse("unsupported", `limits: no control group can be made in ${place.parent} (${why})`, { cause });
    }
}
function set(folder, { file, value, optional }, { access }) {
    const path = (0,external_node_path_.join)(folder, file);
    if (optional && !(0,external_node_fs_.existsSync)(path))
        return;
    try {
        if (access === "own")
            (0,external_node_fs_.writeFileSync)(path, value, { flag: "r+" });
        else
            asRoot('printf %s "$2" > "$1"', [path, value]);
    }
    catch (cause) {
        const why = cause.code ?? cause.message;
        throw refuse("unsupported", `limits: the kernel does not take ${value} for ${file} (${why})`, { cause });
    }
}
/** Removes a group that nothing runs in any more. */
function removeGroup(group) {
    if (group)
        removeFolders(group.folders);
}

;// CONCATENATED MODULE: ./lib/sandbox/host-capabilities.js



/** What a backend can be asked for that makes its sandboxes of this machine's own means: mounts, control groups, capabilities. */
function hostCapabilities(own) {
    return {
        ...utmostOf(own),
        // Looked for only where a limit is asked for.
        get limits() {
            return ["timeout", "openFiles", ...groupLimits(), ...processLimits()];
        },
    };
}
/** The same of any machine. */
function utmostOf(own) {
    return {
        ...own,
        cwd: ["any"],
        env: ["any"],
        filesystemRoot: ["any"],
        filesystemWritablePaths: ["all", "none", "any"],
        mounts: ["undefined", "isolated"],
        extraMounts: ["proc", "tmpfs", "bind"],
        stdout: ["any"],
        stderr: ["any"],
        image: [],
        workspace: ["any"],
        limits: LIMITS,
        capabilities: ["drop", "add"],
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/start-folder.js

/** This process's working directory; null: it was removed. */
function workingDirectory() {
    try {
        return process.cwd();
    }
    catch {
        return null;
    }
}
/** Where commands start that name no folder; `here`: this process's working directory. @throws CommandError "spawn" where that is gone. */
function startFolder({ cwd, workspace, filesystemRoot }, here) {
    const folder = cwd ?? workspace ?? (filesystemRoot === "/" ? here : "/");
    if (folder !== null)
        return folder;
    throw refuse("spawn", "this process's working directory, where commands start, was removed; give cwd");
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/debug-ports.js




const debug_ports_NAME = /^(?:dotnet-diagnostic-(\d+)-\d+-socket|clr-debug-pipe-(\d+)-\d+-(?:in|out))$/;
/**
 * Where the .NET programs that this process is a part of, as GitHub's runner, listen for debuggers: whoever reaches that has the program's
 * memory, and can have it load code (.NET's documentation, "Diagnostic port"). They are sockets and pipes among temporary files. Those of
 * other programs come and go, which a mount point must not.
 */
function debugPorts(folders = ["/tmp", (0,external_node_os_.tmpdir)()]) {
    return [...new Set(folders)].flatMap((folder) => {
        try {
            const names = (0,external_node_fs_.readdirSync)(folder).filter(isAncestors);
            return names.map((name) => (0,external_node_path_.join)((0,external_node_fs_.realpathSync)(folder), name));
        }
        catch {
            return [];
        }
    });
}
function isAncestors(name) {
    const [, socket, pipe] = debug_ports_NAME.exec(name) ?? [];
    const pid = Number(socket ?? pipe);
    for (let next = process.pid; pid > 0 && next > 0; next = (0,lib_command.readProcess)(next)?.parent ?? 0) {
        if (next === pid)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/mount-options.js

/** How a mount is in every sandbox, or may be said to be. */
const plain = {
    proc: ["rw", "ro", "nosuid", "nodev", "noexec"],
    bind: ["bind", "rbind", "rw", "ro", "nosuid", "nodev", "dev"],
    tmpfs: ["rw", "ro", "nosuid", "nodev"],
};
/** Options of a mount that bubblewrap has none for. */
function strangeOptions({ type, options }) {
    const isKnown = (option) => plain[type].includes(option) || (type === "tmpfs" && ofTmpfs(option) !== null);
    return options.filter((option) => !isKnown(option));
}
/** bwrap's arguments before `--tmpfs`. As mount(8) makes it, everybody may write to it, unless a mode is given. */
function tmpfsOptions(options) {
    const given = options.flatMap((option) => ofTmpfs(option) ?? []);
    return given.includes("--perms") ? given : ["--perms", "1777", ...given];
}
function ofTmpfs(option) {
    const [name = "", value = ""] = option.split("=");
    if (name === "mode" && /^[0-7]{3,4}$/.test(value))
        return ["--perms", value];
    // To bubblewrap 0 is no size, and not none.
    const bytes = name === "size" ? bytesOf(value) || null : null;
    return bytes === null ? null : ["--size", String(bytes)];
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/mounts.js





/** Of every proc file system what is not of processes, but of the whole machine: root may write there whatever its capabilities are (proc(5)). */
const MACHINES_OWN = ["acpi", "asound", "bus", "fs", "irq", "scsi", "sys", "sysrq-trigger"];
/** bubblewrap's arguments for the sandbox's files (bwrap(1)), and where a path leads in there. */
function mountArgs(request) {
    const { config, view } = request;
    const { filesystemRoot, writablePaths } = config;
    const build = new Build(request);
    const layers = build.layers;
    build.push(layers.under("/"), writablePaths.type === "all" ? "--bind" : "--ro-bind", filesystemRoot, "/");
    build.proc("/proc");
    build.system("--dev", "/dev");
    if (view) {
        // As root the files of /sys could be written to, the sandbox's own limits among them.
        build.push(null, "--ro-bind", "/sys", "/sys");
        for (const path of view.hidden)
            build.tmpfs(path, []);
        for (const path of view.kept)
            build.bind(path, path, "--ro-bind");
        for (const path of debugPorts())
            build.push(null, "--ro-bind", "/dev/null", path);
    }
    if (request.shown !== null)
        build.bind(request.shown, request.shown, build.isWritable(request.shown) ? "--bind" : "--ro-bind");
    for (const path of view ? namedIn(view, config) : [])
        build.bind(path, path, "--bind");
    const { workspace } = config;
    const { before, after } = aroundWorkspace(config.extraMounts, workspace);
    for (const mount of before)
        build.extra(mount);
    if (workspace !== null)
        build.bind(workspace, workspace, "--bind");
    for (const mount of after)
        build.extra(mount);
    if (writablePaths.type !== "all")
        build.closeAllBut(writablePaths.type === "some" ? writablePaths.paths : []);
    return { args: build.args, layers };
}
/** Writable paths are shown where they lie in what is hidden, unless something is mounted there anyway. */
function namedIn({ hidden }, { writablePaths, extraMounts }) {
    if (writablePaths.type !== "some")
        return [];
    return writablePaths.paths.filter((path) => hidden.some((folder) => (0,lib_within/* isWithin */.U)(path, folder)) && !extraMounts.some(({ target }) => (0,lib_within/* isWithin */.U)(path, target)));
}
class Build {
    /** What is laid over what, from the bottom up. */
    #steps = [];
    /** What is done when all is mounted. */
    #last = [];
    layers;
    #request;
    /** Those that are still writable as a whole. */
    #tmpfs = [];
    constructor(request) {
        this.#request = request;
        this.layers = new Layers(request.config.filesystemRoot);
    }
    get args() {
        return [...this.#steps.flatMap(({ args }) => args), ...this.#last];
    }
    push(layer, ...args) {
        this.#steps.push({ layer, args });
    }
    /** Whether the configuration lets a path be written to. */
    isWritable(path) {
        const { writablePaths } = this.#request.config;
        if (writablePaths.type !== "some")
            return writablePaths.type === "all";
        return writablePaths.paths.some((folder) => (0,lib_within/* isWithin */.U)(this.layers.resolve(path), this.layers.resolve(folder)));
    }
    #lay(layer, ...args) {
        this.push(layer, ...args);
        this.layers.add(layer);
    }
    /** What the sandbox has of its own, wherever its root comes from. */
    system(option, path) {
        this.#point(path, "folder");
        this.#lay({ target: path, backing: null }, option, path);
    }
    /**
     * Process 1 is bubblewrap itself: by its `exe` root could change this machine's bwrap, by its `mem` all could do what their own filter of
     * system calls refuses. As to the rest, bubblewrap looks whether it may write to the folders, not to what is in them.
     */
    proc(path) {
        this.system("--proc", path);
        this.push(null, "--tmpfs", `${path}/1`, "--remount-ro", `${path}/1`);
        if (this.#request.uid !== 0)
            return;
        for (const name of MACHINES_OWN)
            this.push(null, "--ro-bind-try", `/proc/${name}`, `${path}/${name}`);
    }
    /** `words`: bwrap's own for it. */
    tmpfs(path, words) {
        const target = this.layers.resolve(path);
        this.#point(target, "folder");
        this.#lay({ target, backing: null }, ...words, "--tmpfs", target);
        this.#cover(target);
        this.#tmpfs.push(target);
    }
    bind(source, path, option) {
        const target = this.layers.resolve(path);
        this.#point(target, mountPointType(source));
        this.#lay({ target, backing: source }, option, source, target);
        this.#cover(target);
    }
    /** What lies in a place that something else is laid over is not to be seen any more, nor to be closed. */
    #cover(target) {
        this.#tmpfs = this.#tmpfs.filter((path) => !(0,lib_within/* isWithin */.U)(path, target));
    }
    extra({ type, source, target, options }) {
        if (type === "tmpfs") {
            this.tmpfs(target, tmpfsOptions(options));
            if (options.includes("ro"))
                this.#closeTmpfs(this.layers.resolve(target));
        }
        else if (type === "proc") {
            const path = this.layers.resolve(target);
            if (path !== "/proc")
                this.proc(path);
            if (options.includes("ro"))
                this.#last.push("--remount-ro", path);
        }
        else {
            this.bind(source ?? target, target, bindOption(options, this.isWritable(target) ? "writable" : "read-only"));
        }
    }
    /** Opens the writable paths, each on top of what it lies in: what is mounted in it, or hidden in it, stays. */
    closeAllBut(paths) {
        const writable = paths.map((path) => this.layers.resolve(path));
        for (const path of writable) {
            const below = this.layers.under(path);
            const source = this.layers.hostPath(path);
            if (source !== null)
                this.#open(path, { below, source });
            else if (below.target !== path && !writable.some((other) => other !== path && (0,lib_within/* isWithin */.U)(path, other)))
                this.tmpfs(path, []);
        }
        for (const path of [...this.#tmpfs]) {
            if (!writable.some((folder) => (0,lib_within/* isWithin */.U)(path, folder)))
                this.#closeTmpfs(path);
        }
    }
    #open(target, { below, source }) {
        this.#point(target, mountPointType(source));
        const layer = { target, backing: source };
        const at = this.#steps.findIndex((step) => step.layer === below);
        this.#steps.splice(at + 1, 0, { layer, args: ["--bind", source, target] });
        this.layers.addAfter(below, layer);
    }
    #closeTmpfs(path) {
        const index = this.#tmpfs.indexOf(path);
        if (index < 0)
            return;
        this.#tmpfs.splice(index, 1);
        this.#last.push("--remount-ro", path);
    }
    /** bubblewrap makes mount points in what is new; in what is this machine's, the holder does, and removes them afterwards. */
    #point(target, type) {
        const path = this.layers.hostPath(target);
        if (path !== null)
            this.#request.points.need(path, type);
    }
}
function bindOption(options, place) {
    if (options.includes("ro") || place === "read-only")
        return "--ro-bind";
    return options.includes("dev") ? "--dev-bind" : "--bind";
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/argv.js



/** The arguments that make the sandbox, without the command. */
function sandboxArgs(request) {
    const { config, view, points, uid, keep } = request;
    const mounts = { config, view, points, uid, shown: shownFolder(request) };
    return [
        "--die-with-parent",
        ...(uid === 0 ? [] : ["--unshare-user"]),
        "--unshare-pid",
        "--unshare-ipc",
        "--unshare-uts",
        "--unshare-cgroup-try",
        ...(config.network === "isolated" ? ["--unshare-net"] : []),
        ...mountArgs(mounts).args,
        "--cap-drop",
        "ALL",
        ...keep.flatMap((number) => ["--cap-add", (0,lib_command.capabilityName)(number) ?? []].flat()),
    ];
}
/** A folder that was named, or this process's own where it is not a whole home, is shown though it lies in what is hidden. */
function shownFolder({ config, view, here }) {
    if (!view)
        return null;
    const folder = config.cwd ?? (here === null || view.hidden.includes(here) ? null : here);
    const real = folder === null ? null : resolveInside(config.filesystemRoot, folder);
    return real !== null && view.hidden.some((path) => isInside(real, path)) ? real : null;
}
function isInside(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/sandbox/enter/fault.js





/** The helper's own line among others; null: it had nothing to say, so the program was reached. */
function readFault(status) {
    const found = /^fail (\S+) (\d+) (.*)$/m.exec(status);
    if (!found)
        return null;
    const [, step = "", errno = "", detail = ""] = found;
    return { step, code: errorName(Number(errno)), detail: (0,printable/* printable */.g)(decoded(detail)) };
}
/** The system call of a step, where it is about one path. */
const CALLS = {
    fork: "fork",
    exec: "execvp",
    cwd: "chdir",
    mount: "mount",
    root: "chroot",
};
/** Why there is no sandbox where the system has no more processes or memory for it; `said`: how it was told. */
function noRoom(said) {
    return `the system refused it a process or memory (${said}): run fewer at a time, or raise what bounds forgexec itself (ulimit -u, the pids.max and memory of its control group)`;
}
/** The same in words for people, with the reason that a CommandError has. */
function faultVerdict({ step, code, detail }) {
    const syscall = CALLS[step];
    const cause = (0,lib_command.systemError)(code, {
        ...(syscall === undefined ? {} : { syscall }),
        ...(detail === "" ? {} : { path: detail }),
    });
    const say = (reason, why) => ({ reason, why, notStarted: true, cause });
    switch (step) {
        case "exec":
            if (code === "ENOENT" || code === "ENOTDIR")
                return say("not-found", `${detail} was not found in the sandbox`);
            if (code === "EACCES" || code === "ENOEXEC" || code === "EISDIR")
                return say("not-executable", `${detail} is not an executable file in the sandbox`);
            if (code === "E2BIG")
                return say("spawn", "its arguments and environment are too long for the system (E2BIG)");
            return say("spawn", `${detail} could not be started in the sandbox (${code})`);
        case "cwd":
            return say("spawn", `the working directory ${detail} ${code === "ENOENT" ? "is not there" : "cannot be entered"} in the sandbox (${code})`);
        case "fork":
            return say("spawn", noRoom(code));
        case "mount":
            return say("mount", `${detail} could not be mounted (${code})`);
        case "point":
            return say("mount", `the mount point ${detail} is not there and cannot be made (${code})`);
        case "cgroup":
            return say("spawn", `the control group ${detail} could not be joined (${code})`);
        case "gone":
            return { reason: "spawn", why: NOT_OPEN, notStarted: true };
        default:
            return say("spawn", `the sandbox could not be entered: ${step} ${detail} (${code})`);
    }
}
function errorName(errno) {
    try {
        return (0,external_node_util_.getSystemErrorName)(-errno);
    }
    catch {
        return `errno ${errno}`;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/missing.js
const APPARMOR = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";
/** What this machine plainly lacks for bubblewrap; null: nothing that files can tell of. */
function missingForBubblewrap(machine) {
    if (machine.platform !== "linux") {
        return { code: "not-linux", message: "bubblewrap is for Linux only; use a container, or no sandbox" };
    }
    if (machine.bwrap() === null) {
        return {
            code: "no-bwrap",
            message: "bubblewrap is not installed: there is no bwrap on PATH. Install the package bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)",
        };
    }
    return machine.uid === 0 ? null : userNamespaces(machine);
}
function userNamespaces(machine) {
    const setting = (path) => machine.read(path)?.trim();
    if (setting("/proc/sys/user/max_user_namespaces") === "0") {
        return {
            code: "no-user-namespaces",
            message: "user namespaces are switched off on this machine (user.max_user_namespaces is 0). Switch them on with sudo sysctl -w user.max_user_namespaces=15000, or use a container",
        };
    }
    if (setting("/proc/sys/kernel/unprivileged_userns_clone") === "0") {
        return {
            code: "no-user-namespaces",
            message: "only root may make user namespaces on this machine (kernel.unprivileged_userns_clone is 0). Allow them with sudo sysctl -w kernel.unprivileged_userns_clone=1, or use a container",
        };
    }
    if (setting(APPARMOR) === "1" && !profiles.some((path) => machine.read(path) !== null))
        return appArmorRestricts;
    return null;
}
/** AppArmor profiles by which distributions let bwrap make user namespaces. */
const profiles = ["/etc/apparmor.d/bwrap-userns-restrict", "/etc/apparmor.d/bwrap", "/etc/apparmor.d/usr.bin.bwrap"];
const appArmorRestricts = {
    code: "apparmor-restricts-user-namespaces",
    message: "AppArmor keeps bubblewrap from making user namespaces (kernel.apparmor_restrict_unprivileged_userns is 1, as on Ubuntu 24.04 and GitHub's runners). " +
        "Allow them with sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, give /usr/bin/bwrap a profile with the rule userns, or use a container",
};
/** How bwrap's messages begin where it may not make what it needs; paths come later in those about mounts. */
const REFUSED = /^bwrap: (setting up [ug]id map|loopback: |no permissions to create |creating new namespace |unshare |failed to make \/ slave)/i;
/** What bwrap says where it may not make what it needs. */
function refusedByKernel(said, machine) {
    if (!REFUSED.test(said))
        return null;
    if (machine.read(APPARMOR)?.trim() === "1")
        return appArmorRestricts;
    return {
        code: "no-namespaces",
        message: `this machine does not let bubblewrap make its namespaces (${said}). Inside a container they need the option --privileged or a profile that allows them; else use another sandbox`,
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/judge.js




/** How bubblewrap's messages begin. */
const BWRAP_WORDS = "bwrap: ";
/** What fork(2) and clone(2) met, at the end of a message. */
const NO_ROOM = /: (Resource temporarily unavailable|Cannot allocate memory)$/;
/** Why bubblewrap did not come to run the command, from the last line that it wrote. */
function bubblewrapVerdict(said, machine) {
    const [, step, name = "", met = ""] = /^bwrap: (execvp|Can't chdir to) (.*): ([^:]*)$/.exec(said) ?? [];
    if (step !== undefined)
        return faultVerdict({
            step: step === "execvp" ? "exec" : "cwd",
            code: (0,lib_command.errorCode)(met) ?? (0,printable/* printable */.g)(met),
            detail: (0,printable/* printable */.g)(name),
        });
    const text = (0,printable/* printable */.g)(said.replace(/^bwrap: /, ""));
    const say = (reason, why, place = {}) => ({
        reason,
        why,
        ...(text === "" ? {} : { cause: (0,lib_command.saidError)(text, place) }),
    });
    // Of whatever step: it would be refused to every other program as well.
    if (NO_ROOM.test(said))
        return say("spawn", noRoom(text));
    const refused = refusedByKernel(said, machine);
    if (refused)
        return say("unsupported", refused.message);
    if (/mount|bind|mkdir|create|\bsource\b|destination|remount|tmpfs|proc/i.test(said)) {
        const [syscall] = /mount|mkdir/.exec(said) ?? [];
        return say("mount", `a mount of the sandbox failed: ${text}`, syscall === undefined ? {} : { syscall });
    }
    return say("spawn", `bubblewrap could not make the sandbox: ${text || `${machine.bwrap()} failed without a word`}`);
}
/** The same for a command of its own sandbox: `status` is what bubblewrap told of it. null: the command ran. */
function singleVerdict(end, facts) {
    if (/"exit-code"/.test(facts.status))
        return null;
    // Ended by a signal from outside, it had no time to tell.
    if (end.exit.signal !== null)
        return null;
    const lines = [...end.lastLines, ...end.heldBack.flatMap((text) => text.split("\n"))];
    const said = lines.findLast((line) => line.startsWith(BWRAP_WORDS)) ?? lines.at(-1) ?? "";
    return { ...bubblewrapVerdict(said, facts.machine), notStarted: true };
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/privileges.js


/** The last capability that the kernel knows. */
function lastCapability() {
    last ??= readLast();
    return last;
}
/** The kernel stays the same. */
let last;
function readLast() {
    try {
        return Number((0,external_node_fs_.readFileSync)("/proc/sys/kernel/cap_last_cap", "latin1"));
    }
    catch {
        return 40;
    }
}
/** Capabilities by number: a set less what is dropped, and more what is added. `all` stands for each. */
function capabilitySet(standard, change) {
    const last = lastCapability();
    const numbers = (names) => names
        .flatMap((name) => name === "all" ? Array.from({ length: last + 1 }, (_, number) => number) : [(0,lib_command.capabilityNumber)(name) ?? []])
        .flat();
    const dropped = new Set(numbers(change.drop));
    const kept = new Set(numbers(standard).filter((number) => !dropped.has(number)));
    for (const number of numbers(change.add))
        kept.add(number);
    return [...kept].filter((number) => number <= last).sort((a, b) => a - b);
}
/** Those of some capabilities that this process has itself: no others can be handed on. */
function heldOf(numbers) {
    const held = permitted();
    return numbers.filter((number) => ((held >> BigInt(number)) & 1n) === 1n);
}
/** By user: Node has no other way to give up capabilities than to become another. */
const sets = new Map();
function permitted() {
    const user = process.geteuid?.();
    const known = sets.get(user);
    if (known !== undefined)
        return known;
    const status = (0,external_node_fs_.readFileSync)("/proc/self/status", "latin1");
    const set = BigInt(`0x${/^CapPrm:\s*(\w+)/m.exec(status)?.[1] ?? "0"}`);
    sets.set(user, set);
    return set;
}

;// CONCATENATED MODULE: ./lib/sandbox/filter/bpf.js
const LOAD_WORD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_AT_LEAST = 0x35;
const JUMP_IF_ANY_BIT = 0x45;
const RETURN = 0x06;
/** What a filter says of a system call (seccomp(2)). */
const ALLOW = 0x7fff0000;
const ERRNO = 0x00050000;
/** Loads a field of struct seccomp_data, by its offset. */
const load = (offset) => [LOAD_WORD, 0, 0, offset];
const allow = [RETURN, 0, 0, ALLOW];
const refuseWith = (errno) => [RETURN, 0, 0, ERRNO | errno];
/** The offset of an argument's lower half: what the kernel looks at where the argument is an int, and processors here are little-endian. */
const argument = (index) => 16 + 8 * index;
/** Instructions that run if the loaded word is equal to one of some numbers, at least one, or has one of some bits. They have to return. */
function ifEqual(values, then) {
    const tests = values.map((value, index) => {
        const left = values.length - index - 1;
        return [JUMP_IF_EQUAL, left, left === 0 ? then.length : 0, value];
    });
    return [...tests, ...then];
}
function ifAtLeast(value, then) {
    return [[JUMP_IF_AT_LEAST, 0, then.length, value], ...then];
}
function ifAnyBit(bits, then) {
    return [[JUMP_IF_ANY_BIT, 0, then.length, bits], ...then];
}
/** As the kernel takes them: an array of struct sock_filter. */
function assemble(instructions) {
    const bytes = Buffer.alloc(instructions.length * 8);
    instructions.forEach(([code, ifTrue, ifFalse, k], index) => {
        bytes.writeUInt16LE(code, index * 8);
        bytes.writeUInt8(ifTrue, index * 8 + 2);
        bytes.writeUInt8(ifFalse, index * 8 + 3);
        bytes.writeUInt32LE(k, index * 8 + 4);
    });
    return bytes;
}

;// CONCATENATED MODULE: ./lib/sandbox/filter/tables.js
/** The numbers that every ABI shares. */
const shared = {
    io_uring_setup: 425,
    io_uring_enter: 426,
    io_uring_register: 427,
    pidfd_open: 434,
    clone3: 435,
};
const tables_x64 = {
    audit: 0xc000003e,
    // x32's.
    foreignFrom: 0x40000000,
    numbers: {
        ...shared,
        ioctl: 16,
        socket: 41,
        clone: 56,
        ptrace: 101,
        init_module: 175,
        delete_module: 176,
        kexec_load: 246,
        add_key: 248,
        request_key: 249,
        keyctl: 250,
        unshare: 272,
        perf_event_open: 298,
        process_vm_readv: 310,
        process_vm_writev: 311,
        finit_module: 313,
        kexec_file_load: 320,
        bpf: 321,
        userfaultfd: 323,
    },
};
const i386 = {
    audit: 0x40000003,
    foreignFrom: null,
    numbers: {
        ...shared,
        ptrace: 26,
        ioctl: 54,
        socketcall: 102,
        clone: 120,
        init_module: 128,
        delete_module: 129,
        kexec_load: 283,
        add_key: 286,
        request_key: 287,
        keyctl: 288,
        unshare: 310,
        perf_event_open: 336,
        process_vm_readv: 347,
        process_vm_writev: 348,
        finit_module: 350,
        bpf: 357,
        socket: 359,
        userfaultfd: 374,
    },
};
const arm64 = {
    audit: 0xc00000b7,
    foreignFrom: null,
    numbers: {
        ...shared,
        ioctl: 29,
        unshare: 97,
        kexec_load: 104,
        init_module: 105,
        delete_module: 106,
        ptrace: 117,
        socket: 198,
        add_key: 217,
        request_key: 218,
        keyctl: 219,
        clone: 220,
        perf_event_open: 241,
        process_vm_readv: 270,
        process_vm_writev: 271,
        finit_module: 273,
        bpf: 280,
        userfaultfd: 282,
        kexec_file_load: 294,
    },
};
const arm = {
    audit: 0x40000028,
    foreignFrom: null,
    numbers: {
        ...shared,
        ptrace: 26,
        ioctl: 54,
        clone: 120,
        init_module: 128,
        delete_module: 129,
        socket: 281,
        add_key: 309,
        request_key: 310,
        keyctl: 311,
        unshare: 337,
        kexec_load: 347,
        perf_event_open: 364,
        process_vm_readv: 376,
        process_vm_writev: 377,
        finit_module: 379,
        bpf: 386,
        userfaultfd: 388,
        kexec_file_load: 401,
    },
};
/** The ABIs of a processor (as `process.arch` names it), its own and the 32-bit one that it can have; empty: not known. */
function abisOf(arch) {
    return { x64: [tables_x64, i386], arm64: [arm64, arm] }[arch] ?? [];
}

;// CONCATENATED MODULE: ./lib/sandbox/filter/filter.js


const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;
const NUMBER = 0;
const ARCHITECTURE = 4;
/** TIOCSTI and TIOCLINUX type into a terminal (ioctl_tty(2)). */
const TYPING = [0x5412, 0x541c];
/** Process 1 of a sandbox: bubblewrap's, which has no filter. */
const FIRST = [1];
const CLONE_NEWUSER = 0x10000000;
/** Unix, IPv4, IPv6, netlink and packet sockets belong to a network namespace; the like of vsock do not (socket(2)). */
const NETWORK_FAMILIES = [1, 2, 10, 16, 17];
/** Calls that are refused, unless commands have one of the capabilities that are for them. */
const filter_REFUSED = [
    // Keys belong to the user or the session, not to a namespace: this machine's own are to be had.
    { calls: ["add_key", "request_key", "keyctl"], but: [] },
    // It does what other calls do, and no filter sees them.
    { calls: ["io_uring_setup", "io_uring_enter", "io_uring_register"], but: [] },
    { calls: ["bpf"], but: ["bpf", "sys_admin"] },
    { calls: ["perf_event_open"], but: ["perfmon", "sys_admin"] },
    { calls: ["userfaultfd"], but: ["sys_ptrace"] },
    { calls: ["kexec_load", "kexec_file_load"], but: ["sys_boot"] },
    { calls: ["init_module", "finit_module", "delete_module"], but: ["sys_module"] },
];
/**
 * A seccomp(2) filter for the commands of a sandbox: the calls by which they could reach what no namespace holds apart. null: the
 * processor's calls are not known.
 */
function syscallFilter(request) {
    const abis = abisOf(request.arch);
    if (abis.length === 0)
        return null;
    const parts = abis.flatMap((abi) => ifEqual([abi.audit], rulesOf(abi, request)));
    return assemble([load(ARCHITECTURE), ...parts, refuseWith(ENOSYS)]);
}
function rulesOf({ numbers, foreignFrom }, request) {
    const on = (calls, then) => {
        const known = calls.flatMap((call) => numbers[call] ?? []);
        return known.length === 0 ? [] : ifEqual(known, then);
    };
    const refused = filter_REFUSED.filter(({ but }) => !but.some(request.holds)).flatMap(({ calls }) => calls);
    return [
        load(NUMBER),
        ...(foreignFrom === null ? [] : ifAtLeast(foreignFrom, [refuseWith(ENOSYS)])),
        ...on(refused, [refuseWith(EPERM)]),
        ...on(["ioctl"], [load(argument(1)), ...ifEqual(TYPING, [refuseWith(EPERM)]), allow]),
        ...on(["ptrace"], [load(argument(1)), ...ifEqual(FIRST, [refuseWith(EPERM)]), allow]),
        ...on(["process_vm_readv", "process_vm_writev", "pidfd_open"], [load(argument(0)), ...ifEqual(FIRST, [refuseWith(EPERM)]), allow]),
        ...(request.userNamespaces === "allowed" ? [] : withoutUserNamespaces(on)),
        ...(request.network === "isolated" ? withinNetwork(on) : []),
        allow,
    ];
}
/** What clone3(2) is asked for lies in memory; C libraries take the older call where it is not there. */
function withoutUserNamespaces(on) {
    return [
        ...on(["clone", "unshare"], [load(argument(0)), ...ifAnyBit(CLONE_NEWUSER, [refuseWith(EPERM)]), allow]),
        ...on(["clone3"], [refuseWith(ENOSYS)]),
    ];
}
function withinNetwork(on) {
    return [
        ...on(["socket"], [load(argument(0)), ...ifEqual(NETWORK_FAMILIES, [allow]), refuseWith(EAFNOSUPPORT)]),
        // What it is asked for lies in memory too.
        ...on(["socketcall"], [refuseWith(ENOSYS)]),
    ];
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/rights.js



/**
 * What root keeps in a sandbox: what installing and building need of files, users and low ports. Nothing by which mounts, devices, the
 * network or other users' processes could be changed.
 */
const standard = [
    "chown",
    "dac_override",
    "fowner",
    "fsetid",
    "kill",
    "setgid",
    "setuid",
    "setpcap",
    "net_bind_service",
];
/** The capabilities of a sandbox's commands, by number. A common user has those that are added, over the sandbox's own namespaces only. */
function capabilitiesOf(config, uid) {
    if (uid !== 0)
        return capabilitySet([], config.capabilities);
    return heldOf(capabilitySet(standard, config.capabilities));
}
/**
 * The filter of system calls that all commands of a sandbox have; null: none is known for this processor. root's user namespaces are refused:
 * by them it would be root over its own control groups again, the limits among them. A common user's give no right over this machine.
 */
function filterOf(request) {
    const { config, uid, keep } = request;
    const key = [config.network, uid, ...keep].join(" ");
    const known = filters.get(key);
    if (known !== undefined)
        return known;
    const holds = (name) => keep.includes((0,lib_command.capabilityNumber)(name) ?? -1);
    const filter = syscallFilter({
        arch: process.arch,
        network: config.network,
        userNamespaces: uid === 0 && !holds("sys_admin") ? "refused" : "allowed",
        holds,
    });
    filters.set(key, filter);
    return filter;
}
/** By what they depend on: mostly all commands of a process have the same. */
const filters = new Map();

;// CONCATENATED MODULE: ./lib/sandbox/enter/join-program.js
/**
 * Joins namespaces of the process FX_PID, if it is still the one that started at FX_START: those of the given names that are not this
 * process's own already, after the user namespace that owns the first argument's, without which they could not be entered. True: what is
 * forked from now on is in another PID namespace.
 */
const joining = `
sub join_namespaces {
  my ($owned, @names) = @_;
  my $pid = $given{FX_PID};
  my (%file, %mine);
  for my $name (@names, 'user') {
    open($file{$name}, '<', "/proc/$pid/ns/$name") or fail('gone', $name);
    $mine{$name} = (stat "/proc/self/ns/$name")[1];
  }
  open(my $stat, '<', "/proc/$pid/stat") or fail('gone', 'stat');
  my $line = readline $stat;
  close $stat;
  $line =~ s/^.*\\) //s;
  (split / /, $line)[19] eq $given{FX_START} or fail('gone', 'another process');
  # NS_GET_USERNS, ioctl_ns(2).
  my $number = ioctl $file{$owned}, 0xb701, 0;
  my $owner;
  if ($number) {
    open $owner, '<&=', $number + 0;
    my $inode = (stat $owner)[1];
    if ($inode != $mine{user}) {
      call('setns', fileno $owner, 0) == 0 or fail('join', 'user');
      $mine{user} = $inode;
    }
  }
  my $forks = 0;
  for my $name (@names) {
    next if (stat $file{$name})[1] == $mine{$name};
    call('setns', fileno $file{$name}, 0) == 0 or fail('join', $name);
    $forks = 1 if $name eq 'pid';
  }
  close $owner if $owner;
  close $_ for values %file;
  return $forks;
}
`;

;// CONCATENATED MODULE: ./lib/sandbox/enter/points-program.js
/**
 * Mount points, for what holds a sandbox open. One that is missing is made, and written down before. While a sandbox uses one, it has a
 * shared lock on it (flock(2)): of those that use it the last removes it, for a mount goes with its mount point in every namespace. What
 * was left by holders that were killed, the next one removes: what is written down, locked by nobody, and empty.
 *
 * FX_POINTS: those of this sandbox, `d` or `f` and the path. FX_MADE: the folder where each holder writes down what it makes, a line each:
 * the point, and its device and inode once it is there.
 */
const pointsProgram = `
my (@made, @locks, $record, $alone, $wanted);
# Who has this lock makes and removes; nobody has it for long, unless it is stopped.
sub alone {
  open($alone, '<', $given{FX_MADE} // '') or return;
  for (1 .. 500) { return if flock $alone, 2 | 4; select undef, undef, undef, 0.01 }
}
sub not_alone { close $alone if $alone }
sub write_down {
  my $text = shift;
  if (!$record && defined $given{FX_MADE}) {
    for (1 .. 100) { last if sysopen $record, "$given{FX_MADE}/$$-$_", 0301, 0600 }
  }
  syswrite $record, $text if $record;
}
sub make_missing {
  my ($type, $path) = @_;
  return if lstat $path;
  make_missing('d', $1) if $path =~ m{^(/.*[^/])/+[^/]+$};
  write_down(coded("$type$path"));
  my $done = $type eq 'd' ? mkdir $path : sysopen(my $file, $path, 0301, 0644);
  if (!$done && $! != 17) {
    my $errno = $! + 0;
    not_alone();
    refused("fail point $errno " . coded($wanted));
  }
  my $id = join ':', (lstat $path)[0, 1];
  write_down(" $id\\n");
  push @made, [$type, $path, $id];
}
sub open_point {
  my ($type, $path) = @_;
  lstat $path or return;
  ($type eq 'd' ? -d _ : -f _) && sysopen(my $file, $path, 04000) or return;
  return $file;
}
sub make_points {
  alone();
  sweep();
  for my $point (map { plain($_) } split / /, $given{FX_POINTS} // '') {
    my ($type, $path) = (substr($point, 0, 1), substr $point, 1);
    $wanted = $path;
    # Somebody who writes it down elsewhere may be about to remove it.
    for (1 .. 20) {
      make_missing($type, $path);
      my $file = open_point($type, $path) or last;
      my $locked = flock $file, 1 | 4;
      push @locks, $file;
      last if $locked ? (stat $file)[3] : $! != 11;
      select undef, undef, undef, 0.01;
    }
  }
  not_alone();
}
# Whether there is nothing more to be done for a mount point: it is gone, or has become somebody's own.
sub remove_point {
  my ($type, $path, $id) = @_;
  my $file = open_point($type, $path) or return 1;
  return 1 if $id && $id ne join ':', (stat $file)[0, 1];
  return 0 if !flock($file, 2 | 4) && $! == 11;
  if ($type eq 'd') { rmdir $path } elsif (-z $file) { unlink $path }
  return 1;
}
sub sweep {
  my %points;
  if (opendir my $folder, $given{FX_MADE} // '') {
    for my $name (map { "$given{FX_MADE}/$_" } grep { /^\\d/ } readdir $folder) {
      open(my $file, '<', $name) or next;
      $points{$name} = [map { /^([df])(\\S+) ?(\\S*)/ ? [$1, plain($2), $3] : () } readline $file];
    }
  }
  my %used;
  for my $point (sort { length $b->[1] <=> length $a->[1] } @made, map { @$_ } values %points) {
    my $path = $point->[1];
    $used{$path} = 1 if (grep { index($_, "$path/") == 0 } keys %used) || !remove_point(@$point);
  }
  for my $name (keys %points) { unlink $name unless grep { $used{$_->[1]} } @{$points{$name}} }
}
sub remove_points {
  @locks = ();
  alone();
  sweep();
  not_alone();
}
`;

;// CONCATENATED MODULE: ./lib/sandbox/enter/prelude.js

/**
 * What both helpers begin with. They are Perl because what they do has to happen in one process, between two programs: once a process
 * has entered a sandbox with the rights that this takes, nothing of the sandbox may be loaded into it before those rights are gone.
 * Everything they need comes in variables, of which the program that follows sees none.
 *
 * A failure is told as a line `fail STEP ERRNO DETAIL` in the file at descriptor FX_STATUS.
 */
const prelude = `
$0 = 'forgexec sandbox';
my %nr = split / /, $ENV{FX_NR};
my %given = %ENV;
sub plain { my $text = shift; $text =~ s/%(..)/chr hex $1/ge; $text }
sub coded { my $text = shift; $text =~ s/([^\\w.\\/-])/sprintf '%%%02x', ord $1/ge; $text }
my $status;
if (defined $given{FX_STATUS}) { open $status, '>&=', $given{FX_STATUS}; fcntl $status, 2, 1; }
sub fail {
  my ($step, $detail) = @_;
  my $errno = $! + 0;
  syswrite $status, "fail $step $errno " . coded($detail // '') . "\\n";
  exit 125;
}
sub call { my $name = shift; syscall $nr{$name}, @_ }
sub prctl { call('prctl', $_[0] + 0, ($_[1] // 0) + 0, ($_[2] // 0) + 0, 0, 0) }
# Out of reach for ptrace(2) and for a look into /proc, for all that have no rights over this machine.
prctl(4, 0);
sub join_groups {
  for my $path (map { plain($_) } split / /, $given{FX_CGROUPS} // '') {
    my $file;
    next if open($file, '>', $path) && defined syswrite($file, $$);
    # A group of version 2 that lies elsewhere in the tree is joined by root only.
    next if $given{FX_SUDO} && system('sudo', '-n', 'sh', '-c', 'echo "$1" > "$2"', 'sh', $$, $path) == 0;
    fail('cgroup', $path);
  }
}
`;
/** What a holder does when the sandbox is gone: control groups and mount points that were made for it are removed. */
const tidying = `${pointsProgram}
# Whether there is nothing more to be done for a control group: it is gone, or cannot go. One that root made is root's to remove.
sub remove_group {
  my $path = shift;
  return 1 if rmdir $path;
  return $! != 16 unless $! == 13 && $given{FX_SUDO};
  return system('sudo', '-n', 'sh', '-c', 'rmdir "$1" 2> /dev/null', 'sh', $path) == 0;
}
sub tidy {
  for my $path (map { plain($_) } split / /, $given{FX_GROUPS} // '') {
    for (1 .. 200) { last if remove_group($path); select undef, undef, undef, 0.01; }
  }
  remove_points();
}
# Keeps what is open until the input ends, or what it is held by does.
sub hold {
  my ($first, $kid) = @_;
  close STDOUT;
  $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM);
  # Its end interrupts the wait for the end of input.
  $SIG{CHLD} = sub { close STDIN };
  # It may have come already.
  close STDIN if waitpid($kid, 1) == $kid;
  1 while defined(my $got = sysread STDIN, my $some, 16) && $got;
  kill 9, $first;
  # It is over when all others in there are; they may be many, or held up by the kernel.
  for (1 .. 1000) { last if is_over($first); select undef, undef, undef, 0.002 }
  kill 9, $kid;
  waitpid $kid, 0;
  tidy();
}
sub is_over {
  open(my $stat, '<', "/proc/$_[0]/stat") or return 1;
  my ($state) = (readline($stat) // '') =~ /.*\\) (.)/;
  return !defined $state || $state =~ /[ZX]/;
}
# Of the one that the sandbox is in: 0 in the new process.
sub start_keeper {
  my $kid = fork;
  return $kid if defined $kid;
  my $errno = $! + 0;
  refused("fail fork $errno ");
}
# Who hears this looks at the control group's counters first, and then closes the input.
sub refused {
  $SIG{PIPE} = 'IGNORE';
  syswrite STDOUT, 'failed ' . coded($_[0]) . "\\n";
  close STDOUT;
  1 while sysread STDIN, my $some, 16;
  tidy();
  exit 125;
}
`;

;// CONCATENATED MODULE: ./lib/sandbox/enter/enter-program.js


/**
 * Runs a program in a sandbox that is open already. It joins the control groups, the namespaces of a process inside (the user namespace
 * that owns the mounts first, the process's own last), forks to be inside of the PID namespace too, and there gives up what the sandbox
 * does not allow. This process itself stays, waits, and ends as the program did.
 *
 * FX_DOOR: the descriptor of the namespace that it was started in. FX_PID, FX_START: the process inside and its start time; without it nothing is joined. FX_ROOT: a folder to chroot to. FX_CWD.
 * FX_KEEP, FX_LAST: the capabilities to be kept (numbers), and the last there is; without FX_KEEP they stay. FX_NNP: set no_new_privs.
 * FX_LIMITS: limits as setrlimit(2) numbers them, `RESOURCE:VALUE …`.
 * FX_FILTER: a filter of system calls, in hexadecimal digits.
 * FX_E0…: the environment. The arguments are the program's.
 */
const enterProgram = `${prelude}${joining}
syswrite $status, "begun\\n";
call('close_range', $given{FX_DOOR} + 0, $given{FX_DOOR} + 0, 0) if defined $given{FX_DOOR};
join_groups();
my $forks = defined $given{FX_PID} && join_namespaces('mnt', qw(cgroup ipc uts net pid mnt user));
if ($forks) {
  my $kid = fork;
  defined $kid or fail('fork');
  if ($kid) {
    $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM);
    call('close_range', 0, 0x7fffffff, 0);
    # Perl's own waitpid does not tell of a program that is stopped.
    my $end = 0;
    while (1) {
      my $word = pack 'l', 0;
      my $seen = call('wait4', $kid + 0, $word, 2, 0);
      next if $seen < 0 && $! == 4;
      $end = unpack 'l', $word;
      last if ($end & 255) != 127;
      kill 'STOP', $$;
      kill 'CONT', $kid;
    }
    my $signal = $end & 127;
    exit $end >> 8 unless $signal;
    my $name = {1 => 'HUP', 2 => 'INT', 3 => 'QUIT', 15 => 'TERM'}->{$signal};
    $SIG{$name} = 'DEFAULT' if $name;
    kill $signal, $$;
    exit 128 + $signal;
  }
}
if (defined $given{FX_ROOT}) { chroot($given{FX_ROOT}) or fail('root', $given{FX_ROOT}); chdir '/'; }
chdir($given{FX_CWD}) or fail('cwd', $given{FX_CWD});
if (defined $given{FX_KEEP}) {
  my %keep = map { $_ => 1 } split / /, $given{FX_KEEP};
  my @set = (0, 0);
  for my $cap (0 .. $given{FX_LAST}) {
    if ($keep{$cap}) { $set[$cap >> 5] |= 1 << ($cap & 31) }
    elsif (prctl(23, $cap) == 1) { prctl(24, $cap) == 0 or fail('capabilities', $cap) }
  }
  prctl(47, 4);
  my $common = $> == 0 ? 0 : -1;
  my @inherited = map { $_ & $common } @set;
  my ($head, $data) = (pack('Ll', 0x20080522, 0), pack('L6', $set[0], $set[0], $inherited[0], $set[1], $set[1], $inherited[1]));
  call('capset', $head, $data) == 0 or fail('capabilities', 'set');
  if ($common) { for my $cap (keys %keep) { prctl(47, 2, $cap) == 0 or fail('capabilities', $cap) } }
}
if ($given{FX_NNP}) { prctl(38, 1) == 0 or fail('no-new-privs') }
prctl(1, 9) if $forks;
if (defined $given{FX_FILTER}) {
  my $filter = pack 'H*', $given{FX_FILTER};
  # struct sock_fprog: how many, and where.
  my $program = pack 'Sx![P]P', length($filter) / 8, $filter;
  call('prctl', 22, 2, $program) == 0 or fail('filter');
}
%ENV = ();
for (my $i = 0; defined $given{"FX_E$i"}; $i++) { my ($name, $value) = split /=/, $given{"FX_E$i"}, 2; $ENV{$name} = $value; }
for (split / /, $given{FX_LIMITS}) {
  my ($resource, $most) = split /:/;
  my $limit = "\\0" x 16;
  call('prlimit64', 0, $resource + 0, 0, $limit) == 0 or fail('limit', $resource);
  my $hard = (unpack 'QQ', $limit)[1];
  $most = $hard if $hard < $most;
  $limit = pack 'QQ', $most, $most;
  call('prlimit64', 0, $resource + 0, $limit, 0) == 0 or fail('limit', $resource);
}
no warnings 'exec';
exec { $ARGV[0] } @ARGV;
my $errno = $! + 0;
syswrite $status, "fail exec $errno " . coded($ARGV[0]) . "\\n";
exit($errno == 2 || $errno == 20 ? 127 : 126);
`;

;// CONCATENATED MODULE: ./lib/sandbox/enter/joining.js

/** What a helper has to know to join a control group. */
function joiningVariables(group) {
    return { FX_CGROUPS: coded(group.joinFiles), ...(group.access === "sudo" ? { FX_SUDO: "1" } : {}) };
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/nameless-file.js




/** As much as is read of what a helper has to say. */
const MOST = 64 * 1024;
/** A file without a name, which a helper has by its descriptor: nothing else can read or write it, and nothing of it is left. */
class NamelessFile {
    fd;
    /** @throws CommandError "spawn" where there can be none, as with too few descriptors. */
    constructor() {
        try {
            this.fd = openNameless("/dev/shm") ?? openNameless((0,external_node_os_.tmpdir)()) ?? openAndRemove();
        }
        catch (error) {
            throw notStarted(error);
        }
    }
    /** One for a program that reads these bytes from its beginning. */
    static of(bytes) {
        const file = new NamelessFile();
        (0,external_node_fs_.writeSync)(file.fd, bytes, 0, null, 0);
        return file;
    }
    read() {
        const buffer = Buffer.alloc(Math.min(MOST, (0,external_node_fs_.fstatSync)(this.fd).size));
        return buffer.toString("utf8", 0, (0,external_node_fs_.readSync)(this.fd, buffer, 0, buffer.length, 0));
    }
    close() {
        (0,external_node_fs_.closeSync)(this.fd);
    }
}
/** open(2)'s O_TMPFILE, less O_DIRECTORY, which is part of it and differs between processors. */
const TMPFILE = 0o20000000;
/** A file that never had a name; null: the folder's file system has no such files. */
function openNameless(folder) {
    try {
        return (0,external_node_fs_.openSync)(folder, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_DIRECTORY | TMPFILE, 0o600);
    }
    catch {
        return null;
    }
}
function openAndRemove() {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "forgexec-"));
    try {
        const path = (0,external_node_path_.join)(folder, "status");
        const file = (0,external_node_fs_.openSync)(path, "wx+", 0o600);
        (0,external_node_fs_.unlinkSync)(path);
        return file;
    }
    finally {
        // Not by rmSync, which opens the folder: there may be no descriptor left.
        (0,external_node_fs_.rmdirSync)(folder);
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/unsupported-inside.js
/** What a Command may ask for and cannot have in an open sandbox, by the name of the method; null: all of it is to be had. */
function unsupportedInside(settings) {
    const { pidFile, daemonize, preExec, handshake, user, clearCapabilities, capabilities } = settings;
    if (pidFile !== null)
        return "pidFile";
    if (daemonize)
        return "daemonize";
    if (preExec !== null)
        return "preExec";
    if (handshake)
        return "handshake";
    if (user !== null)
        return "user";
    if (clearCapabilities || capabilities.length > 0)
        return "clearCapabilities";
    if (settings.selinuxLabel !== null)
        return "selinuxLabel";
    return settings.appArmorProfile === null ? null : "appArmorProfile";
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/enclosure.js










/** The helper itself could not be loaded, as with too few open files. */
function notBegun({ lastLines }) {
    const said = lastLines.at(-1) ?? "it said nothing";
    const why = `what enters the sandbox could not be started: ${said}`;
    return { reason: "spawn", why, notStarted: true, cause: (0,lib_command.saidError)(said) };
}
/** Runs commands in an open sandbox, each by a helper that joins it, gives up its rights there and becomes the command. */
class EnterEnclosure {
    #place;
    #entered = new Set();
    #closed = false;
    constructor(place) {
        this.#place = place;
    }
    /** Lets no more commands in. Settles when none is left. */
    async left() {
        this.#closed = true;
        await Promise.all(this.#entered);
    }
    async enter(settings) {
        const argv = [settings.program, ...settings.args];
        const missing = unsupportedInside(settings);
        if (missing !== null)
            throw refuse("unsupported", `${missing} is not to be had in a sandbox`, { command: argv });
        const { helper, group, door } = this.#place;
        if (this.#closed)
            throw refuse("spawn", NOT_OPEN, { command: argv });
        const status = new NamelessFile();
        const handed = door === null ? [status.fd] : [status.fd, door];
        const passed = [...settings.passed, ...handed.map((fd) => ({ type: "fd", fd, closeInParent: false }))];
        const start = [helper.perl, "-e", enterProgram, "--", ...argv];
        const [program = "", ...args] = door === null ? start : [helper.nsenter, `--mount=/proc/self/fd/${passed.length + 2}`, "--", ...start];
        let leave = () => { };
        const over = new Promise((resolve) => {
            leave = resolve;
        });
        this.#entered.add(over);
        const before = group?.counters() ?? null;
        return {
            settings: {
                ...settings,
                program,
                args,
                environment: helperEnvironment(helper, this.#variables(settings, settings.passed.length + 3)),
                cwd: "/",
                passed,
                enclosure: null,
                role: "relay",
            },
            judge: async (end) => {
                const said = status.read();
                const fault = readFault(said);
                // A fork that was refused, to the helper as to the command.
                const met = fault === null || fault.code === "EAGAIN" ? group?.verdict(before) : null;
                if (met)
                    return met;
                if (fault !== null)
                    return faultVerdict(fault);
                return said === "" && end.exit.signal === null ? notBegun(end) : null;
            },
            leave: async () => {
                status.close();
                this.#entered.delete(over);
                leave();
            },
        };
    }
    #variables(settings, statusFd) {
        const { inside, root, cwd, privileges, group, config } = this.#place;
        const environment = [...environmentOf(settings, config)].map(([name, value], index) => [
            `FX_E${index}`,
            `${name}=${value}`,
        ]);
        return {
            ...Object.fromEntries(environment),
            FX_STATUS: String(statusFd),
            ...(this.#place.door === null ? {} : { FX_DOOR: String(statusFd + 1) }),
            FX_CWD: settings.cwd ?? cwd,
            ...(group ? joiningVariables(group) : {}),
            ...(inside ? { FX_PID: String(inside.pid), FX_START: inside.start } : {}),
            ...(root === null ? {} : { FX_ROOT: root }),
            ...(privileges.keep === null ? {} : { FX_KEEP: privileges.keep.join(" "), FX_LAST: String(privileges.last) }),
            FX_NNP: privileges.noNewPrivileges ? "1" : "",
            FX_LIMITS: processLimitWords(config.limits),
            ...(privileges.filter === null ? {} : { FX_FILTER: privileges.filter.toString("hex") }),
        };
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/hold.js







/** A sandbox that is open as long as its holder lives. */
class Held {
    /** A process inside, as this machine numbers it. */
    inside;
    /** The mount namespace in which the helper's own file is guarded, as an open descriptor; null: it is not. */
    door;
    #holder;
    #gone;
    #unguard;
    #closed = false;
    constructor(parts) {
        this.#holder = parts.holder;
        this.#gone = parts.gone;
        this.inside = parts.inside;
        this.door = parts.door;
        this.#unguard = (0,lib_command.guardPlace)({ end: () => this.close(), endNow: () => this.#end() });
    }
    /** Starts a holder. Settles when the sandbox is open. @throws CommandError that says why it is not. */
    static async open(request) {
        const { helper, group, variables } = request;
        const { record } = request.points;
        const environment = helperEnvironment(helper, {
            ...variables,
            FX_INPUTS: String(request.inputs.length),
            FX_POINTS: coded(request.points.words),
            ...(record === null ? {} : { FX_MADE: record }),
            ...(group ? { ...joiningVariables(group), FX_GROUPS: coded(group.folders) } : {}),
        });
        const holder = await (0,lib_command.startChild)(helper.perl, ["-e", request.program, "--", ...request.args], {
            env: Object.fromEntries(environment),
            cwd: "/",
            stdio: ["pipe", "pipe", "pipe", ...request.inputs],
            detached: true,
        }).catch((error) => {
            throw notStarted(error);
        });
        const gone = new Promise((resolve) => {
            holder.once("exit", () => resolve());
            holder.once("error", () => resolve());
        });
        holder.stdin?.on("error", () => { });
        const complaint = firstLine(holder.stderr);
        const said = await firstLine(holder.stdout);
        const [, first, keeper] = /^ready (\d+)(?: (\d+))?$/.exec(said) ?? [];
        const pid = Number(first);
        const start = pid > 0 ? (0,lib_command.readProcess)(pid)?.start : undefined;
        if (start === undefined) {
            const met = group?.verdict(null) ?? null;
            holder.stdin?.end();
            await gone;
            throw met === null ? notOpened(said, await complaint, request.judge) : refuse(met.reason, met.why, met);
        }
        const guarded = "FX_GUARD" in variables && keeper !== undefined;
        let door;
        try {
            door = guarded ? (0,external_node_fs_.openSync)(`/proc/${keeper}/ns/mnt`, "r") : null;
        }
        catch (error) {
            holder.stdin?.end();
            await gone;
            throw notStarted(error);
        }
        // From now on nothing of it keeps this process from ending.
        holder.stderr.destroy();
        holder.unref();
        return new Held({ holder, gone, inside: { pid, start }, door });
    }
    /** Ends all that runs inside. Settles when nothing of the sandbox is left. */
    async close() {
        this.#end();
        this.#holder.ref();
        await this.#gone;
        if (this.door !== null && !this.#closed)
            (0,external_node_fs_.closeSync)(this.door);
        this.#closed = true;
        this.#unguard();
    }
    #end() {
        this.#holder.stdin.end();
    }
}
function notOpened(said, complaint, judge) {
    const text = decoded(/^failed (.*)$/.exec(said)?.[1] ?? "") || complaint;
    const fault = readFault(text);
    const last = (0,printable/* printable */.g)(text.trim().split("\n").at(-1) ?? "");
    const verdict = fault ? faultVerdict(fault) : judge(last);
    return refuse(verdict.reason, verdict.why, verdict);
}
/** Up to a stream's first newline, or its end. */
function firstLine(stream) {
    return new Promise((resolve) => {
        let text = "";
        const done = () => {
            stream.destroy();
            resolve(text.split("\n")[0] ?? "");
        };
        stream.on("data", (chunk) => {
            text += chunk.toString("latin1");
            if (text.includes("\n") || text.length > 64 * 1024)
                done();
        });
        stream.once("end", done).once("error", done);
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/hold-program.js

/**
 * Opens a sandbox and keeps it. It stays outside, and ends the sandbox when its input ends, which is when this library closes it or its
 * process is gone, however it went; then it tidies up. `ready PID KEEPER` on stdout: it is open, PID a process inside and KEEPER one that sees the files that are guarded;
 * `failed TEXT`: it is not.
 *
 * The arguments are bubblewrap and its own. FX_INPUTS: how many descriptors from 3 on are for it.
 * FX_GUARD: files that are made read-only for bubblewrap, so that nobody inside changes them by way of /proc/1/exe.
 *
 * FX_GROUPS: what is to be removed at the end.
 */
const holdProgram = `${prelude}${tidying}
# What this library's process was started with: whatever is inside would have it too.
sub close_from {
  my $first = shift;
  return if call('close_range', $first + 0, 0x7fffffff, 0) == 0;
  opendir my $folder, '/proc/self/fd' or return;
  my @numbers = grep { /^\\d+$/ && $_ >= $first } readdir $folder;
  closedir $folder;
  for my $number (@numbers) { open(my $file, '<&=', $number) && close $file }
}
close_from(3 + $given{FX_INPUTS});
my $parent = $$;
make_points();
pipe(my $in, my $to_keeper); pipe(my $from_keeper, my $out); pipe(my $errors, my $err); pipe(my $info, my $tell);
my $kid = start_keeper();
if (!$kid) {
  prctl(1, 9);
  exit 125 if getppid != $parent;
  open $status, '>&', $err; fcntl $status, 2, 1;
  join_groups();
  if (defined $given{FX_GUARD}) {
    my ($none, $root) = ("none\\0", "/\\0");
    call('unshare', 0x20000) == 0 or fail('unshare', 'mounts');
    call('mount', $none, $root, 0, (1 << 19) | 16384, 0) == 0 or fail('mount', '/');
    for my $file (map { plain($_) . "\\0" } split / /, $given{FX_GUARD}) {
      call('mount', $file, $file, 0, 4096, 0) == 0 or fail('mount', $file);
      call('mount', $file, $file, 0, 4096 | 32 | 1, 0) == 0 or fail('mount', $file);
    }
  }
  open STDIN, '<&', $in; open STDOUT, '>&', $out; open STDERR, '>&', $err;
  fcntl $tell, 2, 0;
  %ENV = (PATH => $given{PATH});
  no warnings 'exec';
  my $program = shift @ARGV;
  exec { $program } $program, '--info-fd', fileno $tell, @ARGV;
  print STDERR "$program: $!\\n";
  exit 125;
}
# This library's process may be gone already.
$SIG{PIPE} = 'IGNORE';
close $_ for $in, $out, $err, $tell;
for my $number (3 .. 2 + $given{FX_INPUTS}) { open(my $input, '<&=', $number) && close $input }
syswrite $to_keeper, '.';
my $ready = sysread $from_keeper, my $dot, 1;
if (!$ready) {
  local $/;
  my $text = substr(readline($errors) // '', 0, 4000);
  waitpid $kid, 0;
  refused($text);
}
my $json = join '', readline $info;
my ($first) = $json =~ /"child-pid": *(\\d+)/;
my $inside = '';
if (open my $children, '<', "/proc/$first/task/$first/children") { ($inside) = split / /, readline($children) // ''; }
close $_ for $from_keeper, $errors, $info;
syswrite STDOUT, "ready $inside $kid\\n";
hold($first, $kid);
`;

;// CONCATENATED MODULE: ./lib/sandbox/enter/network.js



/** Runs a program of this machine in the network of FX_PID, and in nothing else of its. */
const networkProgram = `${prelude}${joining}
open $status, '>&', \\*STDERR;
join_namespaces('net', 'net');
delete @ENV{grep /^FX_/, keys %ENV};
exec { $ARGV[0] } @ARGV;
fail('exec', $ARGV[0]);
`;
/** The words in front of a program that is to run in the network of a process. */
function enterNetwork(helper, inside) {
    const variables = helperEnvironment(helper, { FX_PID: String(inside.pid), FX_START: inside.start });
    const words = [...variables].map(([name, value]) => `${name}=${value}`);
    // By its path: a relative entry of PATH would lead elsewhere.
    return ["/usr/bin/env", ...words, helper.perl, "-e", networkProgram, "--"];
}

;// CONCATENATED MODULE: ./lib/sandbox/forward/listen-inside.js



const LISTEN_MS = 20_000;
/**
 * A socket belongs to the network that it was made in, whoever holds it: this program makes those that are asked for, hands them over and
 * is gone, before anything else runs there.
 */
const LISTENER = `
const { createServer } = require("node:net");
const ports = JSON.parse(process.argv[1]);
let left = ports.length;
for (const port of ports) {
  const server = createServer();
  server.once("error", ({ code }) => process.send({ port, code }, () => process.exit(1)));
  server.listen({ port, host: "127.0.0.1" }, () =>
    process.send({ port }, server, () => { if (--left === 0) process.exit(0); }));
}`;
/**
 * Sockets that listen at ports of 127.0.0.1 in the sandbox's network, held by this process, by their ports.
 * @throws CommandError "spawn" where that network cannot be entered or a port is taken.
 */
async function listenInside(enter, ports) {
    const servers = new Map();
    const [program, ...words] = [...enter, process.execPath, "-e", LISTENER, JSON.stringify(ports)];
    const child = await (0,lib_command.startChild)(program, words, {
        env: { PATH: (0,lib_command.parentEnvironment)().PATH },
        stdio: ["ignore", "ignore", "pipe", "ipc"],
        timeout: LISTEN_MS,
        killSignal: "SIGKILL",
    }).catch((error) => {
        throw notEntered(error.message, error);
    });
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            for (const server of servers.values())
                server.close();
            reject(error);
        };
        const said = collect(child);
        child.once("error", (error) => fail(notEntered(error.message, error)));
        child.on("message", (message, handle) => {
            const { port, code } = message;
            if (code !== undefined)
                fail(refuse("spawn", `forwards: no socket can listen at port ${port} inside (${code})`));
            else if (handle instanceof external_node_net_.Server)
                servers.set(port, handle);
        });
        child.once("close", () => {
            if (servers.size === ports.length)
                resolve(servers);
            else
                fail(notEntered(said() || "no reason was given"));
        });
    });
}
function notEntered(why, cause) {
    return refuse("spawn", `forwards: the sandbox's network could not be entered: ${why}`, { cause });
}
function collect(child) {
    let text = "";
    child.stderr?.setEncoding("utf8").on("data", (chunk) => {
        text = (text + chunk).slice(-2000);
    });
    return () => text.trim();
}

;// CONCATENATED MODULE: ./lib/sandbox/forward/relay.js



/**
 * Opens the ways out of a sandbox's network: each connection to 127.0.0.1:`port` inside is carried, by this process, to the one place that
 * the forward names. They keep no process alive. `enter`: null where that network cannot be entered. @throws CommandError "spawn", "unsupported".
 */
async function openForwards(forwards, enter) {
    if (forwards.length === 0)
        return { close() { } };
    if (enter === null)
        throw refuse("unsupported", "forwards: the sandbox's network cannot be entered from here");
    const targets = new Map(forwards.map(({ port, to }) => [port, to]));
    const servers = await listenInside(enter, [...targets.keys()]);
    const open = new Set();
    for (const [port, server] of servers) {
        const to = targets.get(port);
        if (to)
            relay(server, { to, open });
    }
    return {
        close() {
            for (const server of servers.values())
                server.close();
            for (const socket of open)
                socket.destroy();
        },
    };
}
function relay(server, { to, open }) {
    // One side may be done with writing long before the other, as a client that has sent its request.
    Object.assign(server, { allowHalfOpen: true });
    server.unref();
    server.on("connection", (inside) => {
        const target = "port" in to ? { host: "127.0.0.1", port: to.port } : { path: to.socketPath };
        const outside = (0,external_node_net_.connect)({ ...target, allowHalfOpen: true });
        for (const [from, into] of [
            [inside, outside],
            [outside, inside],
        ]) {
            open.add(from);
            from.pipe(into);
            // A fault of one side ends both: the other would wait for ever.
            from.on("error", () => into.destroy());
            from.on("close", () => {
                open.delete(from);
                if (!from.readableEnded)
                    into.destroy();
            });
        }
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/forward/until-answered.js



/** Asks again and again, in the network that it was started in, and ends when there was an answer. One try must not outlast 2 s. */
const ASKER = `
const at = JSON.parse(process.argv[1]);
const pauses = [25, 50, 100, 200];
const tcp = (done) => {
  const socket = require("node:net").connect({ host: at.host, port: at.port, timeout: 2000 });
  socket.once("connect", () => done(true)).once("timeout", () => socket.destroy()).once("error", () => {}).once("close", () => done(false));
};
const http = (done) => {
  const { get } = require(at.url.startsWith("https:") ? "node:https" : "node:http");
  const request = get(at.url, { agent: false, timeout: 2000 }, ({ statusCode }) => {
    done(statusCode >= 200 && statusCode < 400);
    request.destroy();
  });
  request.once("timeout", () => request.destroy()).on("error", () => {}).once("close", () => done(false));
};
const ask = (count) => {
  let answered = false;
  (at.url === undefined ? tcp : http)((ready) => {
    if (answered) return;
    answered = true;
    if (ready) process.exit(0);
    setTimeout(ask, pauses[count] ?? 250, count + 1);
  });
};
ask(0);`;
/**
 * Waits until something answers in a sandbox's network. Nothing of the sandbox but the answer reaches the program that asks.
 * @throws CommandError "spawn" where that network cannot be entered
 */
async function untilAnswered(enter, at, signal) {
    const [program, ...words] = [...enter, process.execPath, "-e", ASKER, JSON.stringify(at)];
    const { PATH = "" } = (0,lib_command.parentEnvironment)();
    try {
        await new lib_command.Command(program, words).envAll({ PATH }).stderr("capture").killGrace(0).signal(signal).run();
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof lib_command.CommandError))
            throw error;
        const why = (0,printable/* printable */.g)(String(error.stderr).trim()) || error.shortMessage.slice(error.command.length + ": ".length);
        throw refuse("spawn", `its network could not be entered: ${why}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/keeper.js




/** Where the keeper's files are put in a root that is not this machine's: /dev is the sandbox's own there. */
const FOLDER = "/dev/forgexec";
/** cat(1), which says when the sandbox is there by handing back what it is given; with its libraries, where the root may have none. */
function keeperFor(root) {
    const cat = findHelperProgram("cat");
    if (cat === null)
        throw refuse("unsupported", "there is no cat on this machine, which keeps a sandbox open");
    if (root === "/")
        return { args: [], argv: [cat] };
    const { interpreter, libraries } = dependencies(cat);
    const files = [cat, ...(interpreter === null ? [] : [interpreter]), ...libraries];
    const args = files.flatMap((file) => ["--ro-bind", file, `${FOLDER}/${(0,external_node_path_.basename)(file)}`]);
    const program = `${FOLDER}/${(0,external_node_path_.basename)(cat)}`;
    if (interpreter === null)
        return { args, argv: [program] };
    return { args, argv: [`${FOLDER}/${(0,external_node_path_.basename)(interpreter)}`, "--library-path", FOLDER, program] };
}
/** What ldd(1) says that a program is loaded with. */
function dependencies(program) {
    let text;
    try {
        text = (0,external_node_child_process_.execFileSync)("ldd", [program], {
            encoding: "utf8",
            stdio: ["ignore", "pipe", "ignore"],
            env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
        });
    }
    catch {
        // Not a dynamic program.
        return { interpreter: null, libraries: [] };
    }
    const libraries = [...text.matchAll(/=> (\/\S+)/g)].map((match) => match[1] ?? "");
    const interpreter = /^\s*(\/\S*\/ld[-\w.]*)/m.exec(text)?.[1] ?? null;
    return { interpreter, libraries: libraries.filter((path) => path !== interpreter) };
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/session.js

















/** Opens a bubblewrap that stays, for commands that join it. */
async function openBubblewrap(request) {
    const { config, points, machine, uid } = request;
    const helper = requireHelper();
    const cwd = startFolder(config, request.here);
    const bwrap = machine.bwrap() ?? "bwrap";
    const keeper = keeperFor(config.filesystemRoot);
    const args = [...sandboxArgs(request), ...keeper.args, "--chdir", "/", "--clearenv"];
    const filter = filterOf(request);
    const words = Buffer.from(args.map((arg) => `${arg}\0`).join(""));
    const group = makeGroup(config.limits);
    const files = [];
    let held;
    try {
        for (const input of filter === null ? [words] : [words, filter])
            files.push(NamelessFile.of(input));
        const guard = uid === 0 ? { FX_GUARD: coded([(0,external_node_fs_.realpathSync)(bwrap), (0,external_node_fs_.realpathSync)(helper.perl)]) } : {};
        held = await Held.open({
            helper,
            program: holdProgram,
            args: [bwrap, "--args", "3", ...(filter === null ? [] : ["--seccomp", "4"]), "--", ...keeper.argv],
            variables: guard,
            inputs: files.map(({ fd }) => fd),
            group,
            points,
            judge: (said) => bubblewrapVerdict(said, machine),
        });
    }
    catch (error) {
        removeGroup(group);
        throw error;
    }
    finally {
        for (const file of files)
            file.close();
    }
    const forwards = await openForwards(config.forwards, enterNetwork(helper, held.inside)).catch(async (error) => {
        await held.close();
        throw error;
    });
    const place = new EnterEnclosure({
        helper,
        config,
        inside: held.inside,
        door: held.door,
        root: null,
        cwd,
        privileges: { keep: request.keep, last: lastCapability(), noNewPrivileges: true, filter },
        group,
    });
    return {
        command: (argv) => commandIn(place, argv, config.limits),
        ...(config.network === "isolated"
            ? { untilAnswered: (at, signal) => untilAnswered(enterNetwork(helper, held.inside), at, signal) }
            : {}),
        async close() {
            forwards.close();
            const left = place.left();
            await held.close();
            await left;
            removeGroup(group);
        },
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/single.js










/** A command in a bubblewrap of its own: one process more than the command, and nothing kept. */
function openSingle(argv, request) {
    const { config, machine } = request;
    const bwrap = machine.bwrap() ?? "bwrap";
    const filter = filterOf(request);
    /** Process 1 of the sandbox, as this machine numbers it; null: there was none. */
    let first = null;
    const place = {
        async enter(settings) {
            const status = new NamelessFile();
            const environment = [...environmentOf(settings, config)].flatMap(([name, value]) => ["--setenv", name, value]);
            const args = [
                ...request.args,
                "--chdir",
                settings.cwd ?? startFolder(config, request.here),
                "--clearenv",
                ...environment,
            ];
            // Not in its argv, which every user of this machine may read.
            const input = NamelessFile.of(Buffer.from(args.map((arg) => `${arg}\0`).join("")));
            const passed = [
                { type: "fd", fd: input.fd, closeInParent: true },
                { type: "fd", fd: status.fd, closeInParent: false },
                ...(filter === null ? [] : [{ type: "fd", fd: NamelessFile.of(filter).fd, closeInParent: true }]),
            ];
            const options = ["--args", "3", "--json-status-fd", "4", ...(filter === null ? [] : ["--seccomp", "5"])];
            return {
                settings: {
                    ...settings,
                    program: bwrap,
                    args: [...options, "--", settings.program, ...settings.args],
                    environment: new Map(Object.entries(helperVariables)),
                    cwd: "/",
                    passed,
                    enclosure: null,
                    ownWords: [BWRAP_WORDS],
                },
                judge: async (end) => singleVerdict(end, { status: status.read(), machine }),
                leave: async () => {
                    first = /"child-pid": *(\d+)/.exec(status.read())?.[1] ?? null;
                    status.close();
                },
            };
        },
    };
    return {
        command: commandIn(place, argv, config.limits),
        close: async () => {
            if (first !== null)
                await untilOver(first);
        },
    };
}
/** How long the kernel may take to end what a command left behind, and how often that is looked at, in milliseconds. */
const ENDING_MS = 2000;
const LOOK_MS = 2;
/**
 * bubblewrap does not wait for its process 1, which is over when all others in there are. Those that the command left behind are its children;
 * where there are none, there is nothing to wait for.
 */
async function untilOver(first) {
    if (!hasChildren(first))
        return;
    const end = performance.now() + ENDING_MS;
    while ((0,lib_command.readProcess)(Number(first))?.zombie === false && performance.now() < end)
        await (0,promises_.setTimeout)(LOOK_MS);
}
/** By proc_pid_task(5); where the kernel does not tell: false. */
function hasChildren(pid) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, "latin1") !== "";
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/name-servers.js



/** What resolved and resolvconf keep there, whatever the system's own file leads to. */
const USUAL = [
    "/run/systemd/resolve/stub-resolv.conf",
    "/run/systemd/resolve/resolv.conf",
    "/run/resolvconf/resolv.conf",
];
/** As many links as the kernel follows (path_resolution(7)). */
const name_servers_MOST_LINKS = 40;
/**
 * The files in /run that say which name servers there are, by resolv.conf(5) and what it links to. Never their folders: a resolver's sockets
 * lie beside them, and to connect to a socket by its path no network is needed.
 */
function nameServers(configuration = "/etc/resolv.conf") {
    const paths = new Set([...USUAL, ...followed(configuration)]);
    return [...paths].filter((path) => (0,lib_within/* isWithin */.U)(path, "/run") && isFile(path));
}
/** Where a link leads, step by step. */
function followed(path) {
    const paths = [];
    for (let next = targetOf(path); next !== null && paths.length < name_servers_MOST_LINKS; next = targetOf(next))
        paths.push(next);
    return paths;
}
/** null: it is no link, or leads nowhere. */
function targetOf(path) {
    try {
        const target = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), (0,external_node_fs_.readlinkSync)(path));
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(target)), (0,external_node_path_.basename)(target));
    }
    catch {
        return null;
    }
}
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/view.js



/** Of /run, what whole systems are read from; the rest of it is sockets of services, which run with other rights. */
const KEPT_OF_RUN = ["/run/current-system", "/run/opengl-driver"];
/**
 * What is hidden where the sandbox's root is this machine's: the user's `own`, homes and what later runs go by; the sockets in /run; and
 * other views of /proc than its own, in which this process and the runner's would be seen.
 */
function viewOf(facts) {
    const procs = procMounts(facts.mountinfo).filter((path) => !(0,lib_within/* isWithin */.U)(path, "/proc"));
    const hidden = [...facts.own, "/run", ...procs].filter((path) => (0,external_node_fs_.existsSync)(path));
    const outer = hidden.filter((path) => !hidden.some((other) => other !== path && (0,lib_within/* isWithin */.U)(path, other)));
    return { hidden: [...new Set(outer)], kept: [...KEPT_OF_RUN.filter((path) => (0,external_node_fs_.existsSync)(path)), ...nameServers()] };
}
/** Where proc file systems are mounted, by mountinfo (proc(5)). */
function procMounts(mountinfo) {
    return mountinfo.split("\n").flatMap((line) => {
        if (!line.includes(" - proc "))
            return [];
        const [before = "", after = ""] = line.split(" - ");
        const point = before.split(" ")[4];
        return after.startsWith("proc ") && point !== undefined ? [unescaped(point)] : [];
    });
}
/** mountinfo has spaces and the like in octal. */
function unescaped(path) {
    return path.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/executor.js


















const executor_OWN = { network: ["undefined", "isolated"], forwards: ["any"] };
/** As many arguments as bubblewrap takes, its own and the command's together, are 9000. */
const MOST_WORDS = 8000;
function fits(config, words) {
    return words.length + 3 * environmentOf({ environment: null }, config).size < MOST_WORDS;
}
/** bubblewrap joins no control group, and leaves the bounding set, and as ambient all that a command has. */
function needsSession({ limits, capabilities }) {
    const { memory, cpus, pids, deviceReadBps, deviceWriteBps } = limits;
    const rates = deviceReadBps.length + deviceWriteBps.length;
    const isLimited = memory !== null || cpus !== null || pids !== null || rates > 0;
    return isLimited || capabilities.drop.length + capabilities.add.length > 0;
}
/** A link to it is this machine's root, too. */
function isThisMachines(root) {
    try {
        return root === "/" || (0,external_node_fs_.realpathSync)(root) === "/";
    }
    catch {
        return false;
    }
}
/** Whether what bubblewrap writes of a command that it could not start comes to this process: it has no other way to tell why. */
function tellsFaults({ stdout, stderr }) {
    const to = stderr === "stdout" ? stdout : stderr;
    return to !== "null" && to !== "inherit" && typeof to !== "number";
}
/** What is not known cannot be hidden. */
function readMounts() {
    try {
        return (0,external_node_fs_.readFileSync)("/proc/self/mountinfo", "utf8");
    }
    catch (error) {
        throw notStarted(error);
    }
}
/** Sandboxes by bubblewrap: namespaces of their own, this machine's files or another root's, no image. */
class BubblewrapExecutor extends ExecutorBase {
    name = "bubblewrap";
    #machine;
    constructor(machine) {
        super();
        this.#machine = machine;
    }
    get capabilities() {
        return hostCapabilities(executor_OWN);
    }
    get utmost() {
        return utmostOf(executor_OWN);
    }
    missing() {
        return missingForBubblewrap(this.#machine);
    }
    async preflight() {
        const missing = this.missing();
        if (missing)
            return [missing];
        const helper = findHelper();
        const problems = "perl" in helper ? [] : [helper];
        const args = [
            "--die-with-parent",
            "--unshare-all",
            "--ro-bind",
            "/",
            "/",
            "--proc",
            "/proc",
            "--dev",
            "/dev",
            "true",
        ];
        const tried = await (0,lib_command.run)(this.#machine.bwrap() ?? "bwrap", args, {
            env: helperVariables,
            allowFailure: true,
            timeout: 10_000,
        });
        if (tried.reason === null)
            return problems;
        const { why } = bubblewrapVerdict(tried.stderr.trim().split("\n").at(-1) ?? "", this.#machine);
        return [...problems, { code: "bubblewrap-fails", message: why }];
    }
    strangeOptions(mount) {
        return strangeOptions(mount);
    }
    findContrary({ forwards, network }) {
        if (!forwards?.length || network === "isolated")
            return [];
        return [
            {
                key: "forwards",
                why: "forwards are ways out of an isolated network",
                advice: "set network to isolated, or leave them out",
                fallback: "they are left out",
            },
        ];
    }
    viewFor({ filesystemRoot }) {
        if (!isThisMachines(filesystemRoot))
            return null;
        const { homes, states } = this.#machine;
        return viewOf({ own: [...homes, ...states], mountinfo: readMounts() });
    }
    async openSession(config) {
        return openBubblewrap(this.#request(config));
    }
    /** One command alone needs nobody to hold its sandbox open; what its limits and capabilities need, a session has. */
    async openSingle(config, argv) {
        if (needsSession(config))
            return super.openSingle(config, argv);
        clearAllLeft();
        const request = this.#request(config);
        const args = sandboxArgs(request);
        // Mount points that are made have to be removed, also if this process is killed: what holds a session does that.
        if (request.points.areLasting && tellsFaults(config) && fits(config, [...args, ...argv]))
            return openSingle(argv, { ...request, args });
        return super.openSingle(config, argv);
    }
    #request(config) {
        const missing = this.missing();
        if (missing)
            throw refuse("unsupported", missing.message);
        const { uid } = this.#machine;
        return {
            config,
            view: this.viewFor(config),
            points: new MountPoints(),
            here: workingDirectory(),
            uid,
            keep: capabilitiesOf(config, uid),
            machine: this.#machine,
        };
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/bubblewrap/machine.js





/** This one. A process may become another user (seteuid(2)); what does not change while it is one is looked for once. */
function thisMachine() {
    const entries = new Map();
    return {
        platform: process.platform,
        get uid() {
            return process.geteuid?.() ?? -1;
        },
        get homes() {
            const known = entries.get(this.uid) ?? entryHomes(this.uid);
            entries.set(this.uid, known);
            return findHomes(known);
        },
        get states() {
            return [(0,state_folder/* homelessState */.ug)(), (0,state_folder/* stateFolder */.yp)("")].flatMap((path) => (path === null ? [] : (real(path) ?? [])));
        },
        read: machine_read,
        bwrap: () => findOnPath("bwrap"),
    };
}
function findHomes(entries) {
    const named = [(0,lib_command.parentEnvironment)().HOME, ...entries];
    const homes = named.flatMap((home) => (home?.startsWith("/") ? [real(home)] : []));
    return [...new Set(homes)].filter((home) => home !== null && home !== "/");
}
/** Of passwd(5), and of all that the system asks for users, such as a directory service, by whichever is asked first (nsswitch.conf(5)). */
function entryHomes(uid) {
    const entry = machine_read("/etc/passwd")
        ?.split("\n")
        .find((line) => line.split(":")[2] === String(uid));
    return [entry?.split(":")[5] ?? [], lookedUpHome() ?? []].flat();
}
function lookedUpHome() {
    try {
        return (0,external_node_os_.userInfo)().homedir;
    }
    catch {
        return null;
    }
}
function machine_read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return null;
    }
}
function real(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/chroot/mounts.js

/** Options of mount(8) that are flags of mount(2), each with the bits that it sets and those that it clears. */
const flags = {
    ro: [1, 0],
    rw: [0, 1],
    nosuid: [2, 0],
    suid: [0, 2],
    nodev: [4, 0],
    dev: [0, 4],
    noexec: [8, 0],
    exec: [0, 8],
    sync: [16, 0],
    async: [0, 16],
    noatime: [1024, 0],
    nodiratime: [2048, 0],
    relatime: [1 << 21, 0],
    strictatime: [1 << 24, 0],
    bind: [0, 0],
    rbind: [0, 0],
    nofail: [0, 0],
};
/** Options of a mount that mean nothing to it: a bind mount has no file system of its own to tell them to. */
function mounts_strangeOptions({ type, options }) {
    return type === "bind" ? options.filter((option) => !(option in flags)) : [];
}
/** A mount as the helper takes it: type, source, target, flags and the file system's own options. */
function mountWord({ type, source, target, options }) {
    let bits = 0;
    const data = [];
    for (const option of options) {
        const flag = flags[option];
        if (flag)
            bits = (bits | flag[0]) & ~flag[1];
        else
            data.push(option);
    }
    // An empty word would be lost between the others.
    return [type, source ?? type, target, String(bits), data.join(",")].map((word) => coded([word])).join(" ");
}

;// CONCATENATED MODULE: ./lib/sandbox/enter/chroot-program.js

/**
 * Opens a chroot and keeps it: mounts in a mount namespace of its own, so that none of them is ever seen outside, nor left by a `kill -9`;
 * and a PID namespace, so that what a command leaves behind ends with it. `ready PID` on stdout, or `failed TEXT`. It ends when its input
 * does, and then tidies up.
 *
 * Targets are found by openat2(2) with RESOLVE_IN_ROOT: no link and no `..` leads out of the root. FX_ROOT: the root. FX_M0…: the mounts in
 * their order, as `TYPE SOURCE TARGET FLAGS DATA`. FX_WRITABLE: the paths that stay writable, absent: all of them.
 *
 * FX_GROUPS: what is to be removed at the end.
 */
const chrootProgram = `${prelude}${tidying}
my $parent = $$;
make_points();
pipe(my $news, my $tell);
my $kid = start_keeper();
if (!$kid) {
  prctl(1, 9);
  exit 125 if getppid != $parent;
  $status = $tell; fcntl $status, 2, 1;
  close $news;
  join_groups();
  call('unshare', 0x20000 | 0x20000000) == 0 or fail('unshare', 'mounts and processes');
  my $first = fork;
  defined $first or fail('fork');
  if ($first) { close STDIN; close STDOUT; waitpid $first, 0; exit 125 }
  prctl(1, 9);
  # As this machine numbers it: a proc that is mounted in there has other numbers.
  open(my $stat, '<', '/proc/self/stat') or fail('mount', '/proc');
  my $number = (split / /, readline $stat)[0];
  close $stat;
  prepare();
  syswrite $tell, "ready $number\\n";
  $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM);
  # Process 1 inside: children of processes that are gone become its own, and are not waited for.
  $SIG{CHLD} = 'IGNORE';
  call('close_range', 0, 0x7fffffff, 0);
  sleep 1000000 while 1;
}
# This library's process may be gone already.
$SIG{PIPE} = 'IGNORE';
close $tell;
my $said = readline($news) // '';
if ($said !~ /^ready/) {
  waitpid $kid, 0;
  refused($said);
}
my ($first) = $said =~ /(\\d+)/;
syswrite STDOUT, $said;
hold($first, $kid);

my ($top, $none);
sub inside {
  my ($path, $create) = @_;
  my $how = pack 'QQQ', 0x200000 | 0x80000, 0, 0x10;
  my $name = "$path\\0";
  # With .. in it, EAGAIN says no more than that something was renamed or mounted on this machine meanwhile.
  my ($number, $tries) = (-1, 0);
  do { $number = call('openat2', fileno $top, $name, $how, 24) } while ($number < 0 && $! == 11 && ++$tries < 10_000);
  return if $number < 0;
  open my $file, '<&=', $number;
  return $file;
}
sub mount {
  my ($source, $target, $type, $flags, $data) = map { "$_\\0" } @_[0 .. 4];
  return call('mount', $source, $target, $type, $flags + 0, $data) == 0;
}
sub folder_of { my $path = shift; $path =~ s{/+[^/]+/*$}{}; $path eq '' ? '/' : $path }
sub make {
  my ($path, $folder) = @_;
  my $there = inside($path);
  return $there if $there;
  return if $! != 2 || $path eq '/';
  my $above = make(folder_of($path), 1) or return;
  my ($name) = $path =~ m{([^/]+)/*$};
  $name .= "\\0";
  my $made = $folder ? call('mkdirat', fileno $above, $name, 0755) : call('mknodat', fileno $above, $name, 0100644, 0);
  return if $made != 0;
  return inside($path);
}
sub set_mode {
  my ($number, $set, $clear, $how) = @_;
  my ($empty, $attributes) = ("\\0", pack 'QQQQ', $set, $clear, 0, 0);
  return call('mount_setattr', $number, $empty, 0x1000 | $how, $attributes, 32) == 0;
}
# The mount that an open file lies in, by its number (proc(5)).
sub mount_of {
  my $number = fileno $_[0];
  open(my $info, '<', "/proc/self/fdinfo/$number") or return '';
  my ($id) = map { /^mnt_id:\\s*(\\d+)/ } readline $info;
  return $id // '';
}
sub is_readonly {
  my $id = shift;
  open(my $info, '<', '/proc/self/mountinfo') or return 1;
  my ($options) = map { (split / /)[5] } grep { /^$id / } readline $info;
  return ($options // 'ro') =~ /^ro(,|$)/;
}
sub prepare {
  my $root = $given{FX_ROOT};
  mount('none', '/', 'none', (1 << 18) | 16384, '') or fail('mount', '/');
  $root eq '/' or mount($root, $root, 'none', 4096 | 16384, '') or fail('mount', $root);
  sysopen($top, $root, 0x200000) or fail('mount', $root);
  my $empty = "\\0";
  # What is laid over a folder hides the sources that lie in it: they are taken before.
  my @mounts;
  for (my $i = 0; defined $given{"FX_M$i"}; $i++) {
    my ($type, $source, $target, $flags, $data) = map { plain($_) } split / /, $given{"FX_M$i"}, -1;
    my ($tree, $folder) = (undef, 1);
    if ($type eq 'bind') {
      my $name = "$source\\0";
      $folder = -d $source;
      -e $source or fail('mount', $source);
      $tree = call('open_tree', -100, $name, 0x8000 | 0x80000 | 1);
      $tree >= 0 or fail('mount', $source);
    }
    push @mounts, [$type, $target, $flags, $data, $tree, $folder];
  }
  # Those that nothing but their option makes read-only.
  my %closed;
  for (@mounts) {
    my ($type, $target, $flags, $data, $tree, $folder) = @$_;
    my $point = make($target, $folder) or fail('mount', $target);
    my $path = '/proc/self/fd/' . fileno $point;
    if (defined $tree) {
      call('move_mount', $tree, $empty, fileno $point, $empty, 4 | 0x40) == 0 or fail('mount', $target);
    } else {
      mount($type, $path, $type, $flags, $data) or fail('mount', $target);
    }
    if (defined $tree && $flags) {
      my $new = inside($target) or fail('mount', $target);
      my $id = mount_of($new);
      $closed{$id} = 1 if $flags & 1 && !is_readonly($id);
      mount('none', '/proc/self/fd/' . fileno $new, 'none', 32 | 4096 | $flags, '') or fail('mount', $target);
    }
  }
  return if !defined $given{FX_WRITABLE};
  my @open;
  for my $path (map { plain($_) } split / /, $given{FX_WRITABLE}) {
    my $point = inside($path) or fail('mount', $path);
    my $tree = call('open_tree', fileno $point, $empty, 0x1000 | 0x8000 | 0x80000 | 1);
    $tree >= 0 or fail('mount', $path);
    if ($closed{mount_of($point)}) { set_mode($tree, 0, 1, 0) or fail('mount', $path) }
    push @open, [$path, $tree];
  }
  sysopen($top, $root, 0x200000) or fail('mount', $root);
  set_mode(fileno $top, 1, 0, 0x8000) or fail('mount', 'the root, read-only');
  for (@open) {
    my ($path, $tree) = @$_;
    my $point = inside($path) or fail('mount', $path);
    call('move_mount', $tree, $empty, fileno $point, $empty, 4 | 0x40) == 0 or fail('mount', $path);
  }
}
`;

;// CONCATENATED MODULE: ./lib/sandbox/chroot/mount-points.js


/** Tells `points` of the mount points that lie in this machine's files. Those in a new file system are made there, by the helper. */
function findMountPoints(mounts, root, points) {
    const layers = new Layers(root);
    for (const { type, source, target } of mounts) {
        const inside = layers.resolve(target);
        const path = layers.hostPath(inside);
        const kind = source === null ? "folder" : mountPointType(source);
        if (path !== null)
            points.need(path, kind);
        layers.add({ target: inside, backing: type === "bind" ? source : null });
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/chroot/session.js














/** Opens a chroot with its mounts, for commands that join it. `here`: this process's working directory. */
async function openChroot(config, here) {
    const helper = requireHelper();
    const cwd = startFolder(config, here);
    const mounts = mountsOf(config);
    const words = Object.fromEntries(mounts.map((mount, index) => [`FX_M${index}`, mountWord(mount)]));
    const { writablePaths, filesystemRoot } = config;
    const writable = writablePaths.type === "some" ? [...writablePaths.paths, ...workspaceOf(config)] : workspaceOf(config);
    const points = new MountPoints();
    const group = makeGroup(config.limits);
    let held;
    try {
        findMountPoints(mounts, filesystemRoot, points);
        held = await Held.open({
            helper,
            program: chrootProgram,
            args: [],
            variables: {
                ...words,
                FX_ROOT: filesystemRoot,
                ...(writablePaths.type === "all" ? {} : { FX_WRITABLE: coded(writable) }),
            },
            inputs: [],
            group,
            points,
            judge: (said) => ({ reason: "spawn", why: `it could not be opened: ${said}`, cause: (0,lib_command.saidError)(said) }),
        });
    }
    catch (error) {
        removeGroup(group);
        throw error;
    }
    const place = new EnterEnclosure({
        helper,
        config,
        inside: held.inside,
        door: null,
        root: filesystemRoot,
        cwd,
        privileges: privilegesOf(config),
        group,
    });
    return {
        command: (argv) => commandIn(place, argv, config.limits),
        async close() {
            const left = place.left();
            await held.close();
            await left;
            removeGroup(group);
        },
    };
}
/** The workspace is one more bind mount, unless it is there anyway: the root is this machine's own, and nothing covers it. */
function mountsOf(config) {
    const { workspace, filesystemRoot, extraMounts } = config;
    if (workspace === null)
        return extraMounts;
    const covered = extraMounts.some(({ target }) => (0,lib_within/* isWithin */.U)(workspace, target));
    if (filesystemRoot === "/" && !covered)
        return extraMounts;
    const { before, after } = aroundWorkspace(extraMounts, workspace);
    return [...before, { type: "bind", source: workspace, target: workspace, options: [] }, ...after];
}
function workspaceOf({ workspace }) {
    return workspace === null ? [] : [workspace];
}
/** root keeps what it has unless something is dropped: then it cannot gain it again. */
function privilegesOf({ capabilities }) {
    const asked = capabilities.drop.length + capabilities.add.length > 0;
    return {
        keep: asked ? heldOf(capabilitySet(["all"], capabilities)) : null,
        last: lastCapability(),
        noNewPrivileges: capabilities.drop.length > 0,
        filter: null,
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/chroot/executor.js







const chroot_executor_OWN = { network: ["undefined"], forwards: [] };
/** Another root, by chroot(2): for root, who has all rights in there. It keeps files apart, and no hostile program. */
class ChrootExecutor extends ExecutorBase {
    name = "chroot";
    #machine;
    constructor(machine) {
        super();
        this.#machine = machine;
    }
    get capabilities() {
        return hostCapabilities(chroot_executor_OWN);
    }
    get utmost() {
        return utmostOf(chroot_executor_OWN);
    }
    missing() {
        const { platform, uid } = this.#machine;
        if (platform !== "linux")
            return { code: "not-linux", message: "the chroot sandbox is for Linux only; use a container" };
        if (uid !== 0)
            return { code: "not-root", message: "only root may chroot; run as root, or use bubblewrap or a container" };
        const helper = findHelper();
        return "perl" in helper ? null : helper;
    }
    async preflight() {
        const missing = this.missing();
        return missing ? [missing] : [];
    }
    strangeOptions(mount) {
        return mounts_strangeOptions(mount);
    }
    async openSession(config) {
        const missing = this.missing();
        if (missing)
            throw refuse("unsupported", missing.message);
        return openChroot(config, workingDirectory());
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/enter-network.js

/** nsenter is no engine's, so that the system's own will do where PATH does not lead to one. */
const enter_network_SYSTEM_FOLDERS = "/usr/bin:/bin";
/** Why the networks of an engine's containers cannot be entered from this machine, and what to do about it; null: they can. `folders`: the system's own. */
function whyNotEntered(engine, folders = enter_network_SYSTEM_FOLDERS) {
    if (engine.processes === "none")
        return `${engine.name}'s containers run on another machine. Use an engine of this one`;
    if (engine.processes === "foreign")
        return `${engine.name}'s service runs as another user, into whose containers' network nobody else is let. Use podman, or run as root`;
    return nsenter(engine, folders) === null ? "nsenter is missing, which is part of util-linux: install that" : null;
}
/** The network of a process; without root's rights its user namespace comes first, in which the one who called is root. null: there is no way. */
function networkOf(engine, pid) {
    // Into another user's nobody is let.
    const program = engine.processes === "own" ? nsenter(engine, enter_network_SYSTEM_FOLDERS) : null;
    const user = engine.rights === "root" ? [] : ["--preserve-credentials", `--user=/proc/${pid}/ns/user`];
    return program === null ? null : [program, ...user, `--net=/proc/${pid}/ns/net`];
}
function nsenter({ environment }, folders) {
    return findOnPath("nsenter", `${environment.PATH ?? ""}:${folders}`);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/capabilities.js

/** Every limit that there is: where no engine works, that is what is to be said, and not that a limit is missing. */
const ALL_LIMITS = ["memory", "cpus", "pids", "openFiles", "timeout", "deviceReadBps", "deviceWriteBps", "noOomKill"];
/** What a sandbox can be asked for where this engine is the one; null: none works. */
function capabilities_capabilitiesOf(engine) {
    return {
        cwd: ["any"],
        env: ["any"],
        image: ["any"],
        pull: ["missing", "never"],
        ports: ["any"],
        workspace: ["any"],
        // docker runs images only.
        filesystemRoot: engine?.name === "docker" ? ["/"] : ["any"],
        filesystemWritablePaths: ["all", "none", "any"],
        mounts: ["undefined", "isolated"],
        extraMounts: ["bind", "tmpfs", "proc"],
        network: ["undefined", "isolated"],
        // Its network is entered from outside.
        forwards: engine === null || whyNotEntered(engine) === null ? ["any"] : [],
        stdout: ["any"],
        stderr: ["any"],
        limits: engine?.limits ?? ALL_LIMITS,
        capabilities: ["drop", "add"],
    };
}
/** Why a key of the configuration has not all of its values with this engine; null: there is no more to say than which it has. */
function whyNot(key, engine) {
    if (key === "forwards")
        return whyNotEntered(engine);
    if (key !== "filesystemRoot" || engine.name !== "docker")
        return null;
    return "docker runs images only. podman can do it: install that, or name it in FORGEXEC_CONTAINER_ENGINE";
}

;// CONCATENATED MODULE: ./lib/sandbox/container/inside-ids.js

/** Whom a process runs as, by the numbers of this machine and by those of its own user namespace; null: not to be seen. */
function idsOf(pid) {
    try {
        const status = (0,external_node_fs_.readFileSync)(`/proc/${pid}/status`, "latin1");
        const outside = { uid: effective(status, "Uid"), gid: effective(status, "Gid") };
        const inside = {
            uid: mapped(outside.uid, `/proc/${pid}/uid_map`),
            gid: mapped(outside.gid, `/proc/${pid}/gid_map`),
        };
        return { outside, inside };
    }
    catch {
        return null;
    }
}
function effective(status, name) {
    return Number(new RegExp(`^${name}:\\t\\d+\\t(\\d+)`, "m").exec(status)?.[1]);
}
/** user_namespaces(7): each line is the first number inside, the first outside, and how many. */
function mapped(outside, path) {
    for (const line of (0,external_node_fs_.readFileSync)(path, "latin1").trim().split("\n")) {
        const [inner = 0, outer = 0, count = 0] = line.trim().split(/\s+/).map(Number);
        if (outside >= outer && outside < outer + count)
            return inner + outside - outer;
    }
    return outside;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/lending.js






/**
 * Which user inside is to be the one who called, under a podman without root's rights: then no file ever changes its owner, and all that runs
 * inside can be seen and signalled. null: the engine's own way, by which that user is root inside; so it has to be where the image names
 * its user by a word.
 */
function keepIdFor(image, engine) {
    const [, uid, gid] = /^(\d+)(?::(\d+))?$/.exec(image?.user ?? "") ?? [];
    return canKeepIds(engine) && uid !== undefined && Number(uid) !== 0
        ? { uid: Number(uid), gid: Number(gid ?? uid) }
        : null;
}
/** The same for a user who is known by number only once the image runs: `pid` is a process of it. */
function keepIdOfNamed(pid, engine) {
    const ids = canKeepIds(engine) ? idsOf(pid) : null;
    return ids === null || ids.inside.uid === 0 ? null : ids.inside;
}
function canKeepIds({ name, rights, version }) {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return name === "podman" && rights === "rootless" && (major > 4 || (major === 4 && minor >= 3));
}
/** @throws CommandError "unsupported" where what commands make in the workspace could not be given back to its owner. */
function requireGivingBack(workspace, { engine, uid }) {
    if (workspace === null || engine.processes === "none" || canChangeOwner(engine, uid))
        return;
    throw refuse("unsupported", `workspace: commands run as the image's user, and what they make in ${(0,printable/* printable */.g)(workspace)} could not be given back to you. ` +
        "Use podman without root's rights, run as root, or allow sudo without a password");
}
/**
 * The loan of a workspace to the container whose folder is `place`; null: there is none, or the engine is on another machine, and has its
 * own way of showing files as their user's.
 */
function loanOf(workspace, place, { engine }) {
    return workspace === null || engine.processes === "none" ? null : newLoan(workspace, place);
}
/**
 * Gives the image's user what the folder's owner has in it, unless they are one, or the image's is root: then it is only noted, since what root
 * makes is given to the owner at the end, too.
 * @throws CommandError "invalid" while it is lent to another user, "spawn" where it cannot be given away
 */
function lendTo(loan, { place, pid }, { engine, uid }) {
    const ids = idsOf(pid);
    if (ids === null)
        return;
    const inNamespace = engine.name === "podman" && engine.rights === "rootless";
    const to = inNamespace ? ids.inside : ids.outside;
    let other;
    try {
        other = lend(loan, { place, engine: noteOf(engine), uid: ids.outside.uid, to, change: changeOwner(engine, uid) });
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw refuse("spawn", `workspace: ${(0,printable/* printable */.g)(loan.folder)} could not be given to the image's user ${ids.inside.uid}: ${why}`, { cause });
    }
    if (other !== null)
        throw refuse("invalid", lentAlready(loan, { other, uid: ids.outside.uid }));
}
function lentAlready({ folder }, { other, uid }) {
    return (`workspace: ${(0,printable/* printable */.g)(folder)} is to be the image's user ${uid}'s, but ${other.folder === folder ? "it" : (0,printable/* printable */.g)(other.folder)} ` +
        `is lent to the user ${other.to} of another image, as long as process ${other.pid} has that in use. ` +
        "Wait for its end, use a copy of the folder (git worktree), or images with the same user");
}

;// CONCATENATED MODULE: ./lib/sandbox/container/parts.js





/**
 * Looks at the parts of folders that are to be bound. Others may change what lies in such a folder meanwhile, and no engine takes an open
 * descriptor for a source: so it is looked again when they are mounted.
 *
 * @throws CommandError `mount`
 */
function lookAtParts(mounts) {
    return mounts.flatMap((mount) => {
        if (mount.type !== "bind" || mount.partOf === null)
            return [];
        const { source, target, partOf } = mount;
        const there = parts_look(source, () => beneath(partOf, external_node_path_.posix.relative(partOf, source), (name) => (0,external_node_fs_.statSync)(name, { bigint: true })));
        if (there.isSymbolicLink())
            throw changed(source);
        return [{ source, target, dev: there.dev, ino: there.ino }];
    });
}
/**
 * Requires that a container has mounted just what was looked at. `pid`: a process of it, before commands run there.
 *
 * @throws CommandError `mount`
 */
function requireParts(pid, parts) {
    const root = `/proc/${pid}/root`;
    for (const { source, target, dev, ino } of parts) {
        const inside = resolveInside(root, target) ?? target;
        const mounted = parts_look(source, () => (0,external_node_fs_.statSync)(onHost(root, inside), { bigint: true }));
        if (mounted.dev !== dev || mounted.ino !== ino)
            throw changed(source);
    }
}
function parts_look(source, stat) {
    try {
        return stat();
    }
    catch (cause) {
        throw changed(source, cause);
    }
}
function changed(source, cause) {
    return refuse("mount", `${source} was changed while it was being mounted`, { cause });
}

;// CONCATENATED MODULE: ./lib/sandbox/container/process-one.js


/**
 * The keeper, as this process numbers it; null: it is not to be seen from here. The number that a service gives is its own PID namespace's,
 * which another process may have here.
 */
async function processOne(engine, name) {
    if (engine.processes === "none")
        return null;
    const seen = await call(engine, ["container", "inspect", "--format", "{{.State.Pid}} {{.Id}}", name]);
    const [number, id = ""] = seen.stdout.trim().split(" ");
    const pid = Number(number);
    if (seen.exitCode !== 0 || !(pid > 0))
        return null;
    return engine.name === "podman" || isOf(pid, id) ? pid : null;
}
/** Whether a process is a container's: its control group is named after it, or files of its are mounted for it. */
function isOf(pid, id) {
    return ["cgroup", "mountinfo"].some((name) => {
        try {
            return (0,external_node_fs_.readFileSync)(`/proc/${pid}/${name}`, "latin1").includes(id);
        }
        catch {
            return false;
        }
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/container/layers.js


/** A container's mounts as they are laid over one another, the last on top. What lies in an image, this machine does not know. */
class MountLayers {
    #files;
    #mounts = [];
    /** `root`: the folder that is the container's root; null: an image is. */
    constructor(root) {
        this.#files = new Layers(root);
    }
    /** What is mounted, none of it hidden by another. */
    get mounts() {
        return this.#mounts;
    }
    /** Where a path leads inside. @throws CommandError `mount` where its links go round in a circle */
    follow(path) {
        return this.#files.resolve(path);
    }
    /**
     * Lays a mount over what is there. What it hides is left out: engines mount by the length of paths, and nothing twice at one place.
     * Gives the mount at the place where its target leads.
     */
    lay(mount) {
        const laid = { ...mount, target: this.follow(mount.target) };
        this.#files.add({ target: laid.target, backing: laid.type === "bind" ? laid.source : null });
        this.#mounts = [...this.#mounts.filter((other) => !(0,lib_within/* isWithin */.U)(other.target, laid.target)), laid];
        return laid;
    }
}
/** The mount that a path lies in. */
function mountUnder(path, mounts) {
    return mounts.findLast(({ target }) => (0,lib_within/* isWithin */.U)(path, target));
}

;// CONCATENATED MODULE: ./lib/sandbox/container/resolve-mounts.js




/** Options of mount(8) that say nothing, or how a bind mount is in every container. */
const PLAIN_OPTIONS = new Set(["bind", "rbind", "rw", "ro", "noauto"]);
/** Those that podman can give a bind mount; docker has no such options. */
const PODMANS_OPTIONS = new Set(["nosuid", "nodev", "noexec", "suid", "dev", "exec"]);
/**
 * The extra mounts and the workspace, each laid over those before it, then the writable paths, which are applied after them: where not
 * everything is writable, a mount is as read-only as the rest, unless it is in such a path. One with the option `ro` is read-only there too,
 * unless its own path is listed.
 *
 * @throws CommandError `mount` for a path whose links go round in a circle
 */
function resolveMounts(config) {
    const { extraMounts, image, filesystemRoot, writablePaths, workspace } = config;
    const root = image === null ? filesystemRoot : null;
    const layers = new MountLayers(root);
    const extras = [];
    for (const extra of extraMounts) {
        const mount = resolveMount(extra);
        if (typeof mount === "string")
            return { type: "fault", why: `extraMounts: ${mount}` };
        if (mount !== null)
            extras.push(mount);
    }
    const { before, after } = aroundWorkspace(extras, workspace);
    for (const mount of before)
        layers.lay(mount);
    const own = workspace === null ? null : layers.lay(bind(workspace, workspace));
    for (const mount of after)
        layers.lay(mount);
    if (writablePaths.type === "all")
        return { type: "mounts", mounts: layers.mounts, rootMode: "read-write" };
    const asked = writablePaths.type === "some" ? writablePaths.paths : [];
    const paths = [...new Set(asked.map((path) => layers.follow(path)))];
    const mounts = layers.mounts.map((mount) => mount === own ? own : withMode(mount, isOpened(mount, paths) ? "read-write" : "read-only"));
    const rootMode = paths.includes("/") ? "read-write" : "read-only";
    const closed = rootMode === "read-write" ? paths.filter((path) => path !== "/" && mountUnder(path, mounts) !== undefined) : paths;
    const opened = closed.flatMap((path) => openPath(path, { mounts, root }));
    return { type: "mounts", mounts: [...mounts, ...opened], rootMode };
}
/** Options that the engine does not take for a bind mount; those of a tmpfs are the kernel's. */
function resolve_mounts_strangeOptions({ type, options }, engine) {
    const isTaken = (word) => PLAIN_OPTIONS.has(word) || (engine === "podman" && PODMANS_OPTIONS.has(word));
    return type === "bind" ? options.filter((word) => !isTaken(word)) : [];
}
/** One extra mount; null: it is there anyway; a text: why there can be none. */
function resolveMount(extra) {
    const { type, source, target, options } = extra;
    // Every container has its own there.
    if (type === "proc")
        return target === "/proc" ? null : `a container has its proc at /proc, and none at ${target}`;
    if (type === "tmpfs")
        return target.includes(":") ? `no engine puts a tmpfs at ${target}: it has a colon` : { type, target, options };
    return {
        ...bind(source ?? target, target),
        mode: options.includes("ro") ? "read-only" : "read-write",
        options: options.filter((word) => !PLAIN_OPTIONS.has(word)),
    };
}
function isOpened(mount, paths) {
    if (mount.type === "bind" && mount.mode === "read-only")
        return paths.includes(mount.target);
    if (mount.type === "tmpfs" && mount.options.includes("ro"))
        return false;
    return isWithinAny(mount.target, paths);
}
/** A mount that can be written to, or not. */
function withMode(mount, mode) {
    if (mount.type === "bind")
        return { ...mount, mode };
    if (mount.type === "copy")
        return mount;
    const others = mount.options.filter((word) => word !== "ro" && word !== "rw");
    return { ...mount, options: mode === "read-only" ? [...others, "ro"] : others };
}
/** What makes a path writable: of a bound folder, that part of it; of a root folder, that part; of an image, a copy that goes with the container. */
function openPath(target, { mounts, root }) {
    const below = mountUnder(target, mounts);
    // It is writable already; and no engine mounts twice at one place.
    if (below?.target === target)
        return [];
    if (below?.type === "bind")
        return below.mode === "read-write" ? [] : [part(below.source, external_node_path_.posix.relative(below.target, target), target)];
    if (below?.type === "tmpfs")
        return [{ type: "tmpfs", target, options: [] }];
    return [root === null ? { type: "copy", target } : part(root, target, target)];
}
function isWithinAny(path, folders) {
    return folders.some((folder) => (0,lib_within/* isWithin */.U)(path, folder));
}
function bind(source, target) {
    return { type: "bind", source, target, mode: "read-write", options: [], partOf: null };
}
function part(folder, path, target) {
    return { ...bind(external_node_path_.posix.join(folder, path), target), partOf: folder };
}

;// CONCATENATED MODULE: ./lib/sandbox/container/resolve.js

/**
 * Resolves a configuration that has been checked against what the engine can do. Of this machine it looks at nothing but links.
 *
 * @throws CommandError `mount` for a path whose links go round in a circle
 */
function resolve(config) {
    const { image, filesystemRoot, network, ports, capabilities, limits } = config;
    if (image !== null && filesystemRoot !== "/")
        return invalid("a container has its files from image or from filesystemRoot, not from both");
    if (image === null && filesystemRoot === "/")
        return invalid("a container has its files from an image: give image a name, or filesystemRoot a folder");
    const mounted = resolveMounts(config);
    if (mounted.type === "fault")
        return { type: "fault", reason: "unsupported", why: mounted.why };
    const { add } = capabilities;
    // What is added comes after what is dropped; engines take no name in both lists.
    const drop = add.includes("all") ? [] : capabilities.drop.filter((name) => !add.includes(name));
    return {
        type: "request",
        request: {
            root: image === null ? { type: "folder", path: filesystemRoot } : { type: "image", image },
            rootMode: mounted.rootMode,
            mounts: mounted.mounts,
            network,
            ports,
            limits,
            // A device made in a bound folder would be there for this machine as well.
            capabilities: { drop: makesDevices(add) ? drop : [...drop, "mknod"], add },
        },
    };
}
function makesDevices(add) {
    return add.includes("mknod") || add.includes("all");
}
function invalid(why) {
    return { type: "fault", reason: "invalid", why };
}

// EXTERNAL MODULE: external "node:tty"
var external_node_tty_ = __webpack_require__(7066);
;// CONCATENATED MODULE: ./lib/sandbox/container/counters.js

/** Reads the counters of the cgroup that a process is in, cgroup v1 or v2; null where they are not to be seen. */
function readCounters(pid) {
    const groups = counters_read(`/proc/${pid}/cgroup`);
    if (groups === null)
        return null;
    // A cgroup namespace is the process's own: from here its paths are whole.
    const paths = new Map();
    for (const line of groups.trim().split("\n")) {
        const [, controllers = "", ...path] = line.split(":");
        for (const name of controllers.split(","))
            paths.set(name, path.join(":"));
    }
    return {
        memory: counter(folders(paths, "memory"), ["memory.oom_control", "memory.events"], "oom_kill"),
        pids: counter(folders(paths, "pids"), ["pids.events"], "max"),
    };
}
/** Where the files of a controller may lie: its own hierarchy of v1, else the one of v2, which some mount below `unified`. */
function folders(paths, controller) {
    const own = paths.get(controller);
    const unified = paths.get("") ?? "";
    return [
        ...(own === undefined ? [] : [`/sys/fs/cgroup/${controller}${own}`]),
        `/sys/fs/cgroup${unified}`,
        `/sys/fs/cgroup/unified${unified}`,
    ];
}
function counter(folders, files, name) {
    for (const folder of folders) {
        for (const file of files) {
            const found = new RegExp(`^${name} (\\d+)$`, "m").exec(counters_read(`${folder}/${file}`) ?? "");
            if (found)
                return Number(found[1]);
        }
    }
    return 0;
}
function counters_read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "latin1");
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/exec-argv.js
const STDIN = { closed: [], open: ["--interactive"], terminal: ["--interactive", "--tty"] };
/** The arguments of podman or docker that run a command in a container. Pure. */
function execArgv(request) {
    const { container, argv, cwd, user, stdin, environment, marker } = request;
    return [
        // Its warnings would stand in the command's stderr.
        ...["--log-level", "error"],
        "exec",
        ...STDIN[stdin],
        ...(cwd === null ? [] : ["--workdir", cwd]),
        ...(user === null ? [] : ["--user", user.gid === null ? String(user.uid) : `${user.uid}:${user.gid}`]),
        ...environment,
        ...["--env", `${marker.name}=${marker.value}`],
        container,
        ...argv,
    ];
}

;// CONCATENATED MODULE: ./lib/sandbox/container/judge.js




/** How engines' messages begin: podman's own, its runtimes', docker's. */
const ENGINE_WORDS = ["Error: ", "OCI runtime ", "docker: "];
/**
 * Why a command in a container failed, where it is not its own exit: the engine's message tells a command that is not there from one that
 * ends with 127 by itself, and the counters tell of a limit. null: it failed by itself.
 */
function judge({ end, limits, before, after, container, ...command }) {
    const said = end.heldBack.find((line) => isEngines(end.exit.exitCode, line)) ?? null;
    const fault = said === null ? null : judge_faultOf(said, command);
    if (fault)
        return { ...fault, notStarted: true };
    const limit = before && after && limitVerdict({ before, after }, limits);
    if (said !== null) {
        const why = container === "gone" ? NOT_OPEN : `it could not be started in the container: ${(0,printable/* printable */.g)(said)}`;
        return { ...(limit ?? { reason: "spawn", why }), notStarted: true };
    }
    return limit ?? (container === "gone" ? { reason: "spawn", why: "its container has ended" } : null);
}
/** What is in an engine's message by the client's exit code; podman 5 ends with 255 where it has no number for what the runtime says. */
const ENGINE_SAYS = {
    125: /\b(OCI|runc|crun|conmon|container|exec session)\b/,
    126: /\bOCI\b/,
    127: /\bOCI\b/,
    255: /^Error: OCI runtime error: /,
};
/** Whether a line is the engine's, and not that of a command which says something alike, as another engine inside would. */
function isEngines(exitCode, line) {
    if (exitCode === null || !ENGINE_WORDS.some((beginning) => line.startsWith(beginning)))
        return false;
    return ENGINE_SAYS[exitCode]?.test(line) ?? false;
}
/** What the command itself lacks. The runtime says errno's text; podman adds its own words, which come last. */
function judge_faultOf(said, { program, cwd }) {
    const code = errnoIn(said);
    if (/chdir|workdir|working directory/i.test(said)) {
        const what = `the working directory${cwd === null ? "" : ` ${(0,printable/* printable */.g)(cwd)}`}`;
        const why = `${what} ${code === "ENOENT" ? "is not there" : "cannot be entered"} in the container`;
        const cause = code === null ? {} : { cause: (0,lib_command.systemError)(code, { syscall: "chdir", ...(cwd === null ? {} : { path: cwd }) }) };
        return { reason: "spawn", why, ...cause };
    }
    const causeOf = (code) => (0,lib_command.systemError)(code, { syscall: "execvp", path: program });
    if (/executable file.* not found|no such file or directory|command that was not found/i.test(said))
        return {
            reason: "not-found",
            why: `${(0,printable/* printable */.g)(program)} was not found in the container`,
            cause: causeOf("ENOENT"),
        };
    const [refused] = /permission denied|exec format error|is a directory|not a regular file/i.exec(said) ?? [];
    if (refused === undefined)
        return null;
    return {
        reason: "not-executable",
        why: `${(0,printable/* printable */.g)(program)} cannot be executed in the container (${refused.toLowerCase()})`,
        cause: causeOf(code ?? "EACCES"),
    };
}
/** The first error of the system that a message names. Go writes them in lower case, where strerror(3) does not. */
function errnoIn(said) {
    const [text] = /no such file or directory|(not|is) a directory|permission denied|exec format error/i.exec(said) ?? [];
    return text === undefined ? null : (0,lib_command.errorCode)(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/one-output.js

/**
 * Whether stdout and stderr are to be one stream, in the order in which they are written. Engines carry them in two, so that the command
 * itself has to be given one.
 */
function isOneOutput({ stdout, stderr }) {
    if (stderr.type === "stdout")
        return true;
    if (stdout.type === "stream")
        return stderr.type === "stream" && stderr.stream === stdout.stream;
    const [one, other] = [fdOf(stdout, 1), fdOf(stderr, 2)];
    return one !== null && other !== null && areSame(one, other);
}
function fdOf(target, own) {
    if (target.type === "inherit")
        return own;
    return target.type === "fd" ? target.fd : null;
}
/** Whether two descriptors lead to the same file, pipe or terminal. */
function areSame(one, other) {
    if (one === other)
        return true;
    const [a, b] = [(0,external_node_fs_.fstatSync)(one, { bigint: true }), (0,external_node_fs_.fstatSync)(other, { bigint: true })];
    return a.dev === b.dev && a.ino === b.ino;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/signal-inside.js

/** Signals the processes whose environment has the marker. The shell that runs this has it as an argument only. */
const SCRIPT = 'cd /proc; for p in [0-9]*; do case "$(cat $p/environ 2>/dev/null | tr "\\0" " ")" in *"$1"*) kill -"$2" $p;; esac; done; :';
const SIGNAL_MS = 20_000;
/**
 * Signals the processes of a command from inside the container: for those whom this process cannot see or may not signal, as under a docker
 * whose service runs as root. As the image's user, who may look at its own, and as root. Where the image has no shell, cat and tr to do that
 * with, SIGKILL is for the whole container: nothing that was to end lives on.
 */
async function signalInside({ engine, name }, marker, signal) {
    const words = ["sh", "-c", SCRIPT, "sh", `${marker.name}=${marker.value}`, signal.slice(3)];
    const tries = [[], ["--user", "0"]].map((user) => call(engine, ["exec", ...user, name, ...words], SIGNAL_MS));
    const done = await Promise.all(tries);
    if (signal === "SIGKILL" && done.some(({ exitCode }) => exitCode !== 0))
        await call(engine, ["kill", "--signal", "KILL", name], SIGNAL_MS);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/watched-outputs.js

/**
 * The outputs such that the engine's own messages pass through this process, which tell a command that is not there from one that ends with
 * 127. What the command writes has come through the engine anyway. `terminal`: all that it writes goes to stdout, and has to go there as it is.
 */
function watchedOutputs({ stdout, stderr }, { engine, outputs }) {
    // docker says it on stdout, and so does what makes one output of two.
    const onStdout = outputs === "one" || (outputs === "two" && engine === "docker");
    return { stdout: onStdout ? watched(stdout, 1) : stdout, stderr: watched(stderr, 2) };
}
function watched(target, own) {
    switch (target.type) {
        case "null":
            return { type: "line", line: () => { } };
        case "inherit":
            return toFd(own);
        case "fd":
            return toFd(target.fd);
        default:
            return target;
    }
}
function toFd(fd) {
    return { type: "stream", stream: (0,external_node_fs_.createWriteStream)("", { fd, autoClose: false }) };
}

;// CONCATENATED MODULE: ./lib/sandbox/container/enclosure.js











/** The variable by which the processes of one command are found, from outside of the container. */
const MARKER = "FORGEXEC_SANDBOX_COMMAND";
/** What a Command may ask for and a container's engine cannot do, by the name of the method. */
function unsupported(settings) {
    const { passed, pidFile, daemonize, preExec, handshake, umask, limits, selinuxLabel, appArmorProfile } = settings;
    if (passed.length > 0)
        return "passFd";
    if (pidFile !== null)
        return "pidFile";
    if (daemonize)
        return "daemonize";
    if (preExec !== null)
        return "preExec";
    if (handshake)
        return "handshake";
    if (umask !== null)
        return "umask";
    if (Object.keys(limits).length > 0)
        return "limits";
    if (settings.clearCapabilities || settings.capabilities.length > 0)
        return "clearCapabilities";
    if (selinuxLabel !== null)
        return "selinuxLabel";
    return appArmorProfile === null ? null : "appArmorProfile";
}
/** Runs commands in an open container, by `exec` of its engine. */
class ContainerEnclosure {
    #container;
    constructor(container) {
        this.#container = container;
    }
    async enter(settings) {
        const { engine, pid, joiner } = this.#container;
        const argv = [settings.program, ...settings.args];
        const missing = unsupported(settings);
        if (missing !== null)
            throw refuse("unsupported", `${missing} is not to be had in a container`, { command: argv });
        if (this.#container.isClosed())
            throw refuse("spawn", NOT_OPEN, { command: argv });
        const marker = settings.killMarker ?? { name: MARKER, value: (0,external_node_crypto_.randomUUID)() };
        const environment = { ...Object.fromEntries(settings.environment ?? []) };
        delete environment[marker.name];
        const handover = handOver(environment);
        if (handover.refused.length > 0)
            throw refuse("invalid", `no container engine hands over such a value of ${handover.refused.join(", ")}`, {
                command: argv,
            });
        const stdin = stdinOf(settings);
        // On a terminal that is made inside, both are one by themselves.
        const outputs = stdin === "terminal" ? "terminal" : isOneOutput(settings) ? "one" : "two";
        const cwd = settings.cwd ?? this.#container.cwd;
        const args = execArgv({
            container: this.#container.name,
            argv: joiner !== null && outputs === "one" ? [joiner, ...argv] : argv,
            cwd,
            user: settings.user === null ? null : { uid: settings.user.uid, gid: settings.user.gid ?? null },
            stdin,
            environment: environmentArgv(handover, PASSED_FILE),
            marker,
        });
        const before = pid === null ? null : readCounters(pid);
        return {
            settings: {
                ...settings,
                ...watchedOutputs(settings, { engine: engine.name, outputs }),
                program: engine.program,
                args,
                environment: new Map(Object.entries({ ...engine.environment, ...handover.client })),
                cwd: null,
                user: null,
                passed: handover.file === "" ? [] : [{ type: "bytes", bytes: Buffer.from(handover.file) }],
                killMarker: engine.processes === "own" ? marker : null,
                enclosure: null,
                role: "relay",
                ownWords: ENGINE_WORDS,
            },
            judge: (end) => this.#judge({ end, program: settings.program, cwd, before }),
            ...(engine.processes === "own" ? {} : { signal: (signal) => signalInside(this.#container, marker, signal) }),
            leave: async () => { },
        };
    }
    async #judge(known) {
        const { pid, limits } = this.#container;
        const after = pid === null ? null : readCounters(pid);
        const container = after !== null || (await this.#container.runs()) ? "runs" : "gone";
        return judge({ ...known, limits, after, container });
    }
}
function stdinOf({ stdin, stdout }) {
    if (stdin.type === "null")
        return "closed";
    const terminal = stdin.type === "inherit" && stdout.type === "inherit" && (0,external_node_tty_.isatty)(0) && (0,external_node_tty_.isatty)(1);
    return terminal ? "terminal" : "open";
}

;// CONCATENATED MODULE: ./lib/sandbox/container/session.js






/** A container that commands run in, one after the other or side by side. */
class ContainerSession {
    /** Process 1 of the container, as this machine numbers it; null: it is not to be seen from here. */
    pid;
    untilAnswered;
    #parts;
    #enclosure;
    #closed = null;
    constructor(parts) {
        const { engine, name, pid, joiner, cwd, limits, network } = parts;
        this.pid = pid;
        if (network !== null)
            this.untilAnswered = (at, signal) => untilAnswered(network, at, signal);
        this.#parts = parts;
        const isClosed = () => this.#closed !== null || (pid !== null && (0,lib_command.readProcess)(pid) === null);
        const container = { engine, name, pid, joiner, cwd, limits, isClosed, runs: () => this.#runs() };
        this.#enclosure = new ContainerEnclosure(container);
    }
    command(argv) {
        const [program = "", ...args] = argv;
        const command = new lib_command.Command(program, args).within(this.#enclosure).leftovers("keep");
        const { timeout } = this.#parts.limits;
        return timeout === null ? command : command.timeout(timeout);
    }
    close() {
        this.#closed ??= this.#close();
        return this.#closed;
    }
    async #close() {
        const { engine, name, undo, unguard, forwards } = this.#parts;
        forwards.close();
        try {
            await removeContainer(engine, name);
        }
        finally {
            try {
                undo();
            }
            finally {
                unguard();
            }
        }
    }
    async #runs() {
        const { pid, engine, name } = this.#parts;
        if (pid !== null)
            return (0,lib_command.readProcess)(pid) !== null;
        const seen = await call(engine, ["container", "inspect", "--format", "{{.State.Running}}", name]);
        return seen.stdout.trim() === "true";
    }
}
/** Has a container removed when this process ends, by whatever signal or exit it can see; returns what ends that. */
function guardContainer(engine, { name, undo }) {
    return (0,lib_command.guardPlace)({
        end: () => removeContainer(engine, name).finally(undo),
        endNow: () => {
            (0,external_node_child_process_.spawnSync)(engine.program, removeArgv(name), {
                env: engine.environment,
                stdio: "ignore",
                timeout: 10_000,
                killSignal: "SIGKILL",
            });
            undo();
        },
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/container/keeper-arm64.js
/** The keeper's code for arm64, as keeper-program.ts says what it does. System calls: syscall(2); their numbers: the kernel's asm-generic/unistd.h. */
const WORDS = [
    0xf94003e0, //           ldr x0, [sp]                         without arguments:
    0xf100041f, //           cmp x0, #1
    0x540001e1, //           b.ne join
    0xd28010c8, //           mov x8, #134                         rt_sigaction(
    0xd2800220, //           mov x0, #17                            SIGCHLD,
    0x10000fa1, //           adr x1, ignore                         the struct at the end,
    0xd2800002, //           mov x2, #0                             NULL,
    0xd2800103, //           mov x3, #8                             8)
    0xd4000001, //           svc #0
    0xd2800928, // wait:     mov x8, #73                          again: ppoll(
    0xd2800000, //           mov x0, #0                             NULL,
    0xd2800001, //           mov x1, #0                             0,
    0xd2800002, //           mov x2, #0                             NULL,
    0xd2800003, //           mov x3, #0                             NULL,
    0xd2800004, //           mov x4, #0                             0)
    0xd4000001, //           svc #0
    0x17fffff9, //           b wait
    0xd2800308, // join:     mov x8, #24                          with arguments: dup3(
    0xd2800020, //           mov x0, #1                             1,
    0xd2800041, //           mov x1, #2                             2,
    0xd2800002, //           mov x2, #0                             0)
    0xd4000001, //           svc #0
    0xf94003e0, //           ldr x0, [sp]                         argc
    0x910043f3, //           add x19, sp, #16                     argv + 1
    0x8b000e74, //           add x20, x19, x0, lsl #3             the environment
    0xf9400275, //           ldr x21, [x19]                       the program's name
    0xd2800016, //           mov x22, #0                          whether there was one that could not be executed
    0xaa1503e0, //           mov x0, x21
    0x38401401, // slash:    ldrb w1, [x0], #1                    a name with a slash is a path
    0x7100bc3f, //           cmp w1, #47
    0x540005c0, //           b.eq plain
    0x35ffffa1, //           cbnz w1, slash
    0xaa1403e0, //           mov x0, x20
    0x52882a03, //           mov w3, #0x4150                      PATH
    0x72a90a83, //           movk w3, #0x4854, lsl #16
    0xf8408401, // variable: ldr x1, [x0], #8                     the variable PATH=
    0xb4000541, //           cbz x1, fail
    0xb9400022, //           ldr w2, [x1]
    0x6b03005f, //           cmp w2, w3
    0x54ffff81, //           b.ne variable
    0x39401022, //           ldrb w2, [x1, #4]
    0x7100f45f, //           cmp w2, #61
    0x54ffff21, //           b.ne variable
    0x91001437, //           add x23, x1, #5
    0xd14013ff, //           sub sp, sp, #4, lsl #12              room for a path
    0x910003e1, // folder:   mov x1, sp                           each folder, up to a colon or the end
    0x91400fe2, //           add x2, sp, #3, lsl #12              where it has to end
    0x384016f8, // copy:     ldrb w24, [x23], #1
    0x340000f8, //           cbz w24, copied
    0x7100eb1f, //           cmp w24, #58
    0x540000a0, //           b.eq copied
    0xeb02003f, //           cmp x1, x2
    0x54ffff62, //           b.hs copy
    0x38001438, //           strb w24, [x1], #1
    0x17fffff9, //           b copy
    0xeb02003f, // copied:   cmp x1, x2                           too long, empty or relative: none
    0x54000242, //           b.hs next
    0x910003e3, //           mov x3, sp
    0xeb03003f, //           cmp x1, x3
    0x540001e0, //           b.eq next
    0x39400064, //           ldrb w4, [x3]
    0x7100bc9f, //           cmp w4, #47
    0x54000181, //           b.ne next
    0x38001424, //           strb w4, [x1], #1                    folder, slash, name
    0x913ffc45, //           add x5, x2, #4095
    0xaa1503e0, //           mov x0, x21
    0x38401404, // name:     ldrb w4, [x0], #1
    0x38001424, //           strb w4, [x1], #1
    0x34000084, //           cbz w4, run
    0xeb05003f, //           cmp x1, x5
    0x54ffff83, //           b.lo name
    0x14000003, //           b next
    0x910003e0, // run:      mov x0, sp
    0x94000011, //           bl try
    0x35fffc78, // next:     cbnz w24, folder
    0x14000003, //           b fail
    0xaa1503e0, // plain:    mov x0, x21
    0x9400000d, //           bl try
    0x100002c1, // fail:     adr x1, missing                      write(2, why not)
    0xd2800842, //           mov x2, #missinglength
    0xb4000076, //           cbz x22, say
    0x50000461, //           adr x1, denied
    0xd2800622, //           mov x2, #deniedlength
    0xd2800808, // say:      mov x8, #64
    0xd2800040, //           mov x0, #2
    0xd4000001, //           svc #0
    0xd2800fe0, //           mov x0, #127                         exit(127, or 126)
    0xcb160000, //           sub x0, x0, x22
    0xd2800ba8, //           mov x8, #93
    0xd4000001, //           svc #0
    0xd2801ba8, // try:      mov x8, #221                         execve(x0, argv + 1, the environment): ENOENT and ENOTDIR are none
    0xaa1303e1, //           mov x1, x19
    0xaa1403e2, //           mov x2, x20
    0xd4000001, //           svc #0
    0xb100081f, //           cmn x0, #2
    0x54000080, //           b.eq back
    0xb100501f, //           cmn x0, #20
    0x54000040, //           b.eq back
    0xd2800036, //           mov x22, #1
    0xd65f03c0, // back:     ret
];
const keeper_arm64_arm64 = Buffer.alloc(WORDS.length * 4);
for (const [index, word] of WORDS.entries())
    keeper_arm64_arm64.writeUInt32LE(word, index * 4);

;// CONCATENATED MODULE: ./lib/sandbox/container/keeper-x64.js
/** The keeper's code for x86-64, as keeper-program.ts says what it does. System calls: syscall(2); their numbers: the kernel's syscall_64.tbl. */
const keeper_x64_x64 = Buffer.from([
    "83 3c 24 01", //           cmp dword ptr [rsp], 1               without arguments:
    "75 24", //           jne join
    "b8 0d 00 00 00", //           mov eax, 13                          rt_sigaction(
    "bf 11 00 00 00", //           mov edi, 17                            SIGCHLD,
    "48 8d 35 a1 01 00 00", //           lea rsi, [rip+ignore]                  the struct at the end,
    "31 d2", //           xor edx, edx                           NULL,
    "41 ba 08 00 00 00", //           mov r10d, 8                            8)
    "0f 05", //           syscall
    "b8 22 00 00 00", // wait:     mov eax, 34                          again: pause()
    "0f 05", //           syscall
    "eb f7", //           jmp wait
    "b8 21 00 00 00", // join:     mov eax, 33                          with arguments: dup2(
    "bf 01 00 00 00", //           mov edi, 1                             1,
    "be 02 00 00 00", //           mov esi, 2                             2)
    "0f 05", //           syscall
    "48 8b 04 24", //           mov rax, [rsp]                       argc
    "4c 8d 64 24 10", //           lea r12, [rsp+16]                    argv + 1
    "4c 8d 6c c4 10", //           lea r13, [rsp+rax*8+16]              the environment
    "4d 8b 34 24", //           mov r14, [r12]                       the program's name
    "31 db", //           xor ebx, ebx                         whether there was one that could not be executed
    "4c 89 f6", //           mov rsi, r14
    "ac", // slash:    lodsb                                a name with a slash is a path
    "3c 2f", //           cmp al, 47
    "0f 84 8f 00 00 00", //           je plain
    "84 c0", //           test al, al
    "75 f3", //           jne slash
    "4c 89 ee", //           mov rsi, r13
    "48 ad", // variable: lodsq                                the variable PATH=
    "48 85 c0", //           test rax, rax
    "0f 84 85 00 00 00", //           je fail
    "81 38 50 41 54 48", //           cmp dword ptr [rax], 0x48544150
    "75 ed", //           jne variable
    "80 78 04 3d", //           cmp byte ptr [rax+4], 61
    "75 e7", //           jne variable
    "48 8d 70 05", //           lea rsi, [rax+5]
    "48 81 ec 00 40 00 00", //           sub rsp, 16384                       room for a path
    "48 8d 94 24 00 30 00 00", //           lea rdx, [rsp+12288]                 where its folder has to end
    "48 89 e7", // folder:   mov rdi, rsp                         each folder, up to a colon or the end
    "ac", // copy:     lodsb
    "84 c0", //           test al, al
    "74 0c", //           je copied
    "3c 3a", //           cmp al, 58
    "74 08", //           je copied
    "48 39 d7", //           cmp rdi, rdx
    "73 f2", //           jae copy
    "aa", //           stosb
    "eb ef", //           jmp copy
    "49 89 f7", // copied:   mov r15, rsi                         what comes after it
    "0f b6 e8", //           movzx ebp, al                        whether anything does
    "48 39 d7", //           cmp rdi, rdx                         too long, empty or relative: none
    "73 34", //           jae next
    "48 39 e7", //           cmp rdi, rsp
    "74 2f", //           je next
    "b0 2f", //           mov al, 47
    "38 04 24", //           cmp byte ptr [rsp], al
    "75 28", //           jne next
    "aa", //           stosb                                folder, slash, name
    "48 8d 8a ff 0f 00 00", //           lea rcx, [rdx+4095]
    "4c 89 f6", //           mov rsi, r14
    "ac", // name:     lodsb
    "aa", //           stosb
    "84 c0", //           test al, al
    "74 07", //           je run
    "48 39 cf", //           cmp rdi, rcx
    "72 f5", //           jb name
    "eb 10", //           jmp next
    "48 89 e7", // run:      mov rdi, rsp
    "e8 4f 00 00 00", //           call try
    "48 8d 94 24 00 30 00 00", //           lea rdx, [rsp+12288]
    "4c 89 fe", // next:     mov rsi, r15
    "85 ed", //           test ebp, ebp
    "75 a6", //           jne folder
    "eb 08", //           jmp fail
    "4c 89 f7", // plain:    mov rdi, r14
    "e8 36 00 00 00", //           call try
    "48 8d 35 4c 00 00 00", // fail:     lea rsi, [rip+missing]               write(2, why not)
    "ba 42 00 00 00", //           mov edx, missinglength
    "85 db", //           test ebx, ebx
    "74 0c", //           je say
    "48 8d 35 7e 00 00 00", //           lea rsi, [rip+denied]
    "ba 31 00 00 00", //           mov edx, deniedlength
    "b8 01 00 00 00", // say:      mov eax, 1
    "bf 02 00 00 00", //           mov edi, 2
    "0f 05", //           syscall
    "bf 7f 00 00 00", //           mov edi, 127                         exit(127, or 126)
    "29 df", //           sub edi, ebx
    "b8 3c 00 00 00", //           mov eax, 60
    "0f 05", //           syscall
    "b8 3b 00 00 00", // try:      mov eax, 59                          execve(rdi, argv + 1, the environment): ENOENT and ENOTDIR are none
    "4c 89 e6", //           mov rsi, r12
    "4c 89 ea", //           mov rdx, r13
    "0f 05", //           syscall
    "83 f8 fe", //           cmp eax, -2
    "74 0a", //           je back
    "83 f8 ec", //           cmp eax, -20
    "74 05", //           je back
    "bb 01 00 00 00", //           mov ebx, 1
    "c3", // back:     ret
]
    .join("")
    .replaceAll(" ", ""), "hex");

;// CONCATENATED MODULE: ./lib/sandbox/container/keeper-program.js


/**
 * A program that holds a container open, in images that have no program at all: without arguments it does nothing, for as long as it is let.
 * As process 1 it lets the kernel collect the orphans that come to it (SIGCHLD ignored, sigaction(2)), and no signal from inside ends it.
 *
 * With arguments it makes stderr the same as stdout, and becomes the command that they are, found as execvp(3) does it, but in absolute folders
 * only; else it says why not, as a runtime would, and exits with 127 or 126.
 *
 * An ELF file for Linux without libraries, of some 600 bytes; null for a processor that it is not written for.
 */
function keeperProgram(architecture) {
    const target = TARGETS[architecture];
    return target ? elf(target.machine, target.code) : null;
}
const X64 = { machine: 62, code: keeper_x64_x64 };
const ARM64 = { machine: 183, code: keeper_arm64_arm64 };
/** By the names that engines have for them. */
const TARGETS = { amd64: X64, x86_64: X64, arm64: ARM64, aarch64: ARM64 };
/** judge.ts knows them. */
const MESSAGES = Buffer.from("OCI runtime exec failed: exec: executable file not found in $PATH\nOCI runtime exec failed: exec: permission denied\n");
const HEADERS = 64 + 56;
const BASE = 0x400000;
const SIGACTION = 32;
/** One readable and executable segment: the headers, the code, the messages, and, on a multiple of 8 bytes, a struct sigaction with SIG_IGN. */
function elf(machine, code) {
    const sigaction = Math.ceil((HEADERS + code.length + MESSAGES.length) / 8) * 8;
    const size = sigaction + SIGACTION;
    const file = Buffer.alloc(size);
    file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]); // ELF, 64 bits, little-endian
    file.writeUInt16LE(2, 16); // ET_EXEC
    file.writeUInt16LE(machine, 18);
    file.writeUInt32LE(1, 20);
    file.writeUInt32LE(BASE + HEADERS, 24); // e_entry
    file.writeUInt32LE(64, 32); // e_phoff
    file.writeUInt16LE(64, 52);
    file.writeUInt16LE(56, 54);
    file.writeUInt16LE(1, 56);
    file.writeUInt32LE(1, 64); // PT_LOAD
    file.writeUInt32LE(5, 68); // PF_R | PF_X
    file.writeUInt32LE(BASE, 80);
    file.writeUInt32LE(BASE, 88);
    file.writeUInt32LE(size, 96);
    file.writeUInt32LE(size, 104);
    file.writeUInt32LE(0x10000, 112); // the largest page size of these processors
    code.copy(file, HEADERS);
    MESSAGES.copy(file, HEADERS + code.length);
    file[sigaction] = 1; // SIG_IGN
    return file;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/keeper.js



/** In every container /dev is a file system of its own, so that a mount point there leaves nothing in the image or a root folder. */
const INSIDE = "/dev/.forgexec-keeper";
/** Programs that images have and that can wait for ever. */
const IMAGES_OWN = [
    ["sleep", "2147483647"],
    ["tail", "-f", "/dev/null"],
    ["python3", "-c", "import signal; signal.pause()"],
];
/**
 * The keepers to try, the best first: forgexec's own, written into the folder, needs nothing of the image, but a processor that it is
 * made for and an engine that sees this machine's files.
 */
function keepers(architecture, folder) {
    const program = keeperProgram(architecture);
    const others = IMAGES_OWN.map((argv) => ({ argv, file: null }));
    if (program === null)
        return others;
    const file = (0,external_node_path_.join)(folder, "keeper");
    // It may be the second try of a user who cannot write to a file that nobody may write to.
    (0,external_node_fs_.rmSync)(file, { force: true });
    (0,external_node_fs_.writeFileSync)(file, program, { mode: 0o555 });
    return [{ argv: [INSIDE], file }, ...others];
}

;// CONCATENATED MODULE: ./lib/sandbox/container/limit-argv.js
/** The arguments that set limits; the one of time is not the engine's. Memory bounds swap too where that can be: else a hog would only move. */
function limitArgv(limits, { swap, hardProcesses }) {
    const { memory, cpus, pids, openFiles, deviceReadBps, deviceWriteBps, noOomKill } = limits;
    return [
        ...(memory === null ? [] : ["--memory", `${memory}b`]),
        ...(memory === null || swap === "free" ? [] : ["--memory-swap", `${memory}b`]),
        ...(noOomKill ? ["--oom-kill-disable"] : []),
        ...(cpus === null ? [] : ["--cpus", String(cpus)]),
        ...(pids === null ? [] : ["--pids-limit", String(pids)]),
        ...(openFiles === null ? [] : ["--ulimit", `nofile=${openFiles}:${openFiles}`]),
        // With one limit given, podman takes the others from nowhere, and tries to raise them above what it has itself.
        ...(openFiles === null || hardProcesses === null ? [] : ["--ulimit", `nproc=${hardProcesses}:${hardProcesses}`]),
        ...deviceReadBps.flatMap((rate) => ["--device-read-bps", limit_argv_text(rate)]),
        ...deviceWriteBps.flatMap((rate) => ["--device-write-bps", limit_argv_text(rate)]),
    ];
}
function limit_argv_text({ device, bps }) {
    return `${device}:${bps}`;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/mount-argv.js
/** The arguments that make the mount. `--mount` takes any path, where `--volume` would stumble over a colon. */
function mountArgv(mount, engine) {
    switch (mount.type) {
        case "bind":
            return [
                "--mount",
                fields(["type=bind", `source=${mount.source}`, `target=${mount.target}`, ...bindOptions(mount)]),
            ];
        case "tmpfs":
            return tmpfsArgv(mount, engine);
        case "copy":
            return ["--mount", fields(["type=volume", `target=${mount.target}`])];
    }
}
function bindOptions({ mode, options }) {
    return [...(mode === "read-only" ? ["readonly"] : []), ...options];
}
/**
 * As `--tmpfs`, the only option of both engines that takes mount(8)'s own words. The kernel's own mode is written out, since runtimes would
 * take that of the folder below; `notmpcopyup`: podman would copy the image's files in.
 */
function tmpfsArgv({ target, options }, engine) {
    const mode = options.some((option) => option.startsWith("mode=")) ? [] : ["mode=1777"];
    const words = [...options, ...mode, ...(engine === "podman" ? ["notmpcopyup"] : [])];
    return ["--tmpfs", `${target}:${words.join(",")}`];
}
/** One record of comma-separated values (RFC 4180), as both engines read `--mount`. */
function fields(values) {
    return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",");
}

;// CONCATENATED MODULE: ./lib/sandbox/container/unset.js
/** What docker's client has to know itself, whatever an image calls its variables. */
const CLIENTS_NEEDS = /^(PATH|HOME|TMPDIR|(DOCKER|XDG|SSH|SSL)_.*|.*_PROXY)$/i;
/** The image's variables that a configuration's environment takes the place of: all that it does not name, but for PATH. */
function unsetBy(env, image) {
    if (env === null || image === null)
        return [];
    return Object.keys(image.environment).filter((name) => name !== "" && name !== "PATH" && !Object.hasOwn(env, name));
}
/** The options that leave an image's variables out. */
function unsetArgv(names, engine) {
    if (engine.name === "docker")
        return unsetByDocker(names, engine).map((name) => `--env=${name}`);
    // podman has the option since 4.0.
    return Number.parseInt(engine.version, 10) < 4 ? [] : names.map((name) => `--unsetenv=${name}`);
}
/** What the client is called with for these options: a variable that docker's has itself is handed on by such an option, and not left out. */
function unsetEnvironment(names, engine) {
    const unset = engine.name === "docker" ? unsetByDocker(names, engine) : [];
    return Object.fromEntries(Object.entries(engine.environment).filter(([name]) => !unset.includes(name)));
}
function unsetByDocker(names, { environment }) {
    return names.filter((name) => !(Object.hasOwn(environment, name) && CLIENTS_NEEDS.test(name)));
}

;// CONCATENATED MODULE: ./lib/sandbox/container/run-argv.js



/** The arguments of podman or docker that make a container and start its keeper. Pure: the same request gives the same words. */
function runArgv(request, engine) {
    const podman = engine.name === "podman";
    const { root, keeper, capabilities, keepId } = request;
    return [
        "run",
        "--detach",
        "--rm",
        ...["--name", request.name],
        ...Object.entries(request.labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
        // The keeper has nothing to end: no need to wait for it.
        ...["--stop-timeout", "0"],
        ...["--pull", "never"],
        "--no-healthcheck",
        // What set-user-id programs would give is not to be had here.
        ...["--security-opt", "no-new-privileges"],
        // Bound folders keep their labels on the host; relabelling the user's files would be the other way.
        ...["--security-opt", "label=disable"],
        // podman would hand on the proxies of its own environment, and the socket that systemd listens at.
        ...(podman ? ["--http-proxy=false", "--sdnotify=ignore"] : []),
        // Its own by default on control groups of version 2 alone: else the names of this machine's are to be seen.
        ...(hasGroupNamespaces(engine) ? ["--cgroupns=private"] : []),
        ...(podman && keepId ? ["--userns", userNamespace(keepId)] : []),
        ...(request.rootMode === "read-only" ? ["--read-only", ...(podman ? ["--read-only-tmpfs=false"] : [])] : []),
        ...request.mounts.flatMap((mount) => mountArgv(mount, engine.name)),
        ...(request.network === "isolated" ? ["--network", "none"] : []),
        ...request.ports.flatMap(({ address, host, sandbox }) => ["--publish", published(address, host, sandbox)]),
        ...limitArgv(request.limits, engine),
        ...capabilities.drop.flatMap((name) => ["--cap-drop", name.toUpperCase()]),
        ...capabilities.add.flatMap((name) => ["--cap-add", name.toUpperCase()]),
        ...unsetArgv(request.unset, engine),
        ...request.environment,
        ...(root.type === "image"
            ? ["--entrypoint", keeper[0], root.image, ...keeper.slice(1)]
            : ["--rootfs", root.path, ...keeper]),
    ];
}
/** docker has them since 20.10. Without root's rights they are the default with version 2, and with version 1 there are no groups to make. */
function hasGroupNamespaces({ name, version, rights }) {
    if (rights === "rootless")
        return false;
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return name === "podman" || major > 20 || (major === 20 && minor >= 10);
}
/** An IPv6 address stands in brackets. */
function published(address, host, sandbox) {
    return `${address.includes(":") ? `[${address}]` : address}:${host}:${sandbox}`;
}
function userNamespace({ uid, gid }) {
    return `keep-id:uid=${uid},gid=${gid}`;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/taken-ports.js


/** Those ports at which something listens on this machine already. */
async function takenPorts(ports) {
    const looked = await Promise.all(ports.map(async ({ host, address }) => {
        if (!(await isTaken(host, address)))
            return [];
        return [{ at: ["ports", String(host)], error: refuse("invalid", whyTaken({ host, address })) }];
    }));
    return looked.flat();
}
/** What is wrong with a port that is taken, and what to do about it. */
function whyTaken({ host, address }) {
    return `the port ${host} cannot be published: something listens at ${address} on it already. End that, or publish another`;
}
/** Other faults, such as a low port that only the engine may have, are the engine's to tell. */
function isTaken(port, host) {
    const server = (0,external_node_net_.createServer)();
    return new Promise((resolve) => {
        server.once("error", (error) => resolve(error.code === "EADDRINUSE"));
        server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
    });
}

;// CONCATENATED MODULE: ./lib/sandbox/container/start-fault.js

/** How runtimes name a file of a control group, and what the kernel says to a value that it does not take. */
const REFUSED_BY_KERNEL = /\b(pids|cpu|memory|blkio|io)\.[\w.]+\W.*invalid argument/i;
/** docker's service looks itself whether there are so many. */
const MORE_THAN_THERE_ARE = /range of CPUs is from/i;
/** Below what a runtime has used already, by the kernel, or below what docker's service allows. */
const TOO_LITTLE_MEMORY = /unable to set memory limit|minimum memory limit|OOM-killed|\bmemory\.\w+\W.*device or resource busy/i;
/** What Go's programs and C's say where a fork is refused. */
const NO_MORE_PROCESSES = /resource temporarily unavailable|failed to create new OS thread|pthread_create/i;
/** The runtime's own process inside was killed before it had come to the keeper. */
const KILLED = /container that has stopped|connection reset by peer|broken pipe|sync socket|signal: killed/i;
/** By the kernel, or by docker's service, which keeps account of them. */
const TAKEN_PORT = /address already in use|port is already allocated/i;
/** The kernel lets nobody give what he has not. */
const REFUSED_CAPABILITIES = /\bcap(s|set|abilities)\b.*operation not permitted/i;
const FEWER = "It has not all of that itself, as where its service is in a container: name only those that commands need";
/** What runtimes need to start is below these. */
const MOST_NEEDED = { memory: 64 * 1024 * 1024, pids: 64 };
/** Something mounted where a file of the engine's own, or a folder, has to be, is told by what it is. */
const OF_MOUNTS = /\bmount|statfs|bind source|(is|not) a directory/i;
/** Why an engine started no container, by its words and its runtime's. */
function startFault(said, { limits, ports, capabilities }) {
    const { openFiles } = limits;
    if (openFiles !== null && /rlimit/i.test(said))
        return { reason: "invalid", why: `limits.openFiles of ${openFiles} is above the hard limit` };
    const taken = TAKEN_PORT.test(said) ? ports.find(({ host }) => new RegExp(`:${host}\\b`).test(said)) : undefined;
    if (taken !== undefined)
        return { reason: "invalid", why: whyTaken(taken) };
    const { add } = capabilities;
    if (add.length > 0 && REFUSED_CAPABILITIES.test(said))
        return { reason: "unsupported", why: `capabilities.add: the engine cannot give ${add.join(", ")}. ${FEWER}` };
    const limit = limitMet(said, limits);
    if (limit !== null)
        return { reason: "limit", limit, why: `limits.${limit} is too low to start a container` };
    if (REFUSED_BY_KERNEL.test(said))
        return { reason: "unsupported", why: "limits: the kernel does not take them" };
    if (MORE_THAN_THERE_ARE.test(said))
        return { reason: "unsupported", why: "limits.cpus is more than there are" };
    return { reason: OF_MOUNTS.test(said) ? "mount" : "spawn", why: null };
}
/** The limit that kept the runtime from starting anything; null: none did. */
function limitMet(said, { memory, pids }) {
    if (memory !== null && TOO_LITTLE_MEMORY.test(said))
        return "memory";
    if (pids !== null && NO_MORE_PROCESSES.test(said))
        return "pids";
    if (!KILLED.test(said))
        return null;
    if (memory !== null && memory < MOST_NEEDED.memory)
        return "memory";
    return pids !== null && pids < MOST_NEEDED.pids ? "pids" : null;
}

;// CONCATENATED MODULE: ./lib/sandbox/container/start-keeper.js







/** Starting a container takes a moment; one that has to copy a large image under `vfs` takes many. */
const START_MS = 10 * 60_000;
/**
 * Makes the container and starts what keeps it open, and gives that: forgexec's own keeper, else the first program of the image's that can
 * wait.
 * @throws CommandError `mount`, `spawn`; `invalid`, `unsupported` for limits that cannot be set, `limit` for those that are too low; no container
 * is left then.
 */
async function startKeeper(engine, start) {
    const tried = [];
    for (const keeper of keepers(engine.architecture, start.folder)) {
        const result = await run(engine, start, keeper);
        if (result.exitCode === 0)
            return keeper;
        if (!isKeepersFault(result, keeper))
            throw failure(engine, start.request, result);
        tried.push(`${keeper.file === null ? keeper.argv[0] : "forgexec's own"}: ${saidBy(result)}`);
    }
    throw refuse("spawn", `nothing can keep a container of ${nameOf(start.request)} open. forgexec's own program for it is for the processors amd64 and arm64, ` +
        `and is handed over as a file; otherwise the image needs one of sleep, tail and python3.\n${tried.join("\n")}`);
}
async function run(engine, { request, handover, folder }, keeper) {
    const [target] = keeper.argv;
    const mount = keeper.file === null
        ? []
        : [{ type: "bind", source: keeper.file, target, mode: "read-only", options: [], partOf: null }];
    const argv = (environment) => runArgv({ ...request, keeper: keeper.argv, mounts: [...request.mounts, ...mount], environment }, engine);
    try {
        const environment = unsetEnvironment(request.unset, engine);
        return await engineCommand({ ...engine, environment }, argv, handover)
            .cwd(folder)
            .timeout(START_MS)
            .run();
    }
    catch (error) {
        if (!(error instanceof lib_command.CommandError))
            throw error;
        if (error.cause?.code !== "E2BIG")
            return error;
        const why = "env is too long for the system (E2BIG)";
        throw refuse("spawn", `no container of ${nameOf(request)} could be started: ${why}`, { cause: error.cause });
    }
}
/** Whether it was the keeper that could not be started, or not be handed over: another one may. */
function isKeepersFault(result, { argv, file }) {
    const said = saidBy(result);
    if (file !== null && said.includes(file))
        return true;
    return (result.exitCode === 126 || result.exitCode === 127) && said.includes(argv[0]);
}
function failure(engine, request, result) {
    const said = saidBy(result);
    const { reason, why, ...limit } = startFault(said, request);
    const told = result.timedOut ? `it took more than ${START_MS / 60_000} minutes` : `${engine.name} said:\n${said}`;
    const message = `no container of ${nameOf(request)} could be started: ${told}`;
    return refuse(reason, why === null ? message : `${why}; ${message}`, { cause: result, ...limit });
}
function nameOf({ root }) {
    return root.type === "image" ? root.image : JSON.stringify(root.path);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/taken-rates.js




/** @throws CommandError `invalid` where a device that a rate is for is none of this machine's */
function requireDevices({ deviceReadBps, deviceWriteBps }) {
    for (const { device } of [...deviceReadBps, ...deviceWriteBps])
        deviceNumber(device);
}
/**
 * Looks whether a container has the device rates that were asked for: docker's client 26.1 leaves them out of what it asks its service for,
 * and says nothing. Costs nothing where there are none.
 *
 * @throws CommandError `unsupported` where one is missing
 */
async function requireRates(engine, name, { deviceReadBps, deviceWriteBps }) {
    const rates = Object.entries({ deviceReadBps, deviceWriteBps }).filter(([, asked]) => asked.length > 0);
    if (rates.length === 0)
        return;
    const seen = await call(engine, ["container", "inspect", "--format", "{{json .HostConfig}}", name]);
    if (seen.exitCode !== 0)
        throw refuse("spawn", `${engine.name} does not tell what limits its container has: ${saidBy(seen)}`);
    const has = JSON.parse(seen.stdout);
    for (const [key, asked] of rates) {
        const taken = pick(has, `BlkioD${key.slice(1)}`);
        const devices = Array.isArray(taken) ? taken.map((rate) => pick(rate, "Path")) : [];
        const lost = asked.find(({ device }) => !devices.includes(device));
        if (lost !== undefined)
            throw refuse("unsupported", `limits.${key}: ${engine.name} ${engine.version} took the rate of ${lost.device} without a word, and did not set it. Leave it out, or use another version of ${engine.name}'s client`);
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/root-folder.js




/** Where engines put files, folders and mounts of their own into a container. */
const ENGINES_OWN = [
    "/dev",
    "/etc/hostname",
    "/etc/hosts",
    "/etc/mtab",
    "/etc/resolv.conf",
    "/proc",
    "/run/.containerenv",
    "/run/secrets",
    "/sys",
];
/** What podman makes /etc/mtab point at. */
const MTAB = "/proc/mounts";
/**
 * A folder that serves as a container's root gets mount points, which stay when the container is gone. Called before it is there; the
 * result takes away what is empty then and was not there before, and follows no link: commands may have put one in its place.
 */
function rememberRoot(root, targets) {
    const missing = new Set();
    for (const target of [...ENGINES_OWN, ...targets]) {
        for (let path = resolveInside(root, target) ?? "/"; path !== "/"; path = external_node_path_.posix.dirname(path))
            if (!isThere(root, path))
                missing.add(path);
    }
    return () => {
        for (const path of [...missing].sort((a, b) => b.length - a.length))
            takeAway(root, path);
    };
}
function isThere(root, path) {
    try {
        return (0,external_node_fs_.lstatSync)(root + path, { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        // Below a file.
        return false;
    }
}
function takeAway(root, path) {
    try {
        beneath(root, external_node_path_.posix.dirname(path), (folder) => takeOut(`${folder}/${external_node_path_.posix.basename(path)}`));
    }
    catch {
        // It is gone, or has been put to use, or a link is on the way to it.
    }
}
function takeOut(path) {
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (stats.isDirectory())
        (0,external_node_fs_.rmdirSync)(path);
    else if (stats.isFile() && stats.size === 0)
        (0,external_node_fs_.unlinkSync)(path);
    else if (stats.isSymbolicLink() && (0,external_node_fs_.readlinkSync)(path) === MTAB)
        (0,external_node_fs_.unlinkSync)(path);
}

;// CONCATENATED MODULE: ./lib/sandbox/container/undo.js




/** To be called before the container is there: gives what puts all right once it is gone, at once. Safe to call twice. */
function undoing(caller, { folder, loan, request }) {
    const { root, mounts } = request;
    const targets = mounts.map(({ target }) => target);
    const cleanRoot = root.type === "folder" ? rememberRoot(root.path, targets) : () => { };
    let done = false;
    return () => {
        if (done)
            return;
        done = true;
        cleanRoot();
        try {
            if (loan)
                takeBack(loan, folder, caller);
        }
        finally {
            removeFolder(folder);
            forgetContainer(folder);
        }
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/container/open.js























/** Makes a container and gives a session in it. @throws CommandError that says what is wrong or missing; nothing is left then. */
async function openContainer(config, caller, waiting = {}) {
    const { engine } = caller;
    const resolved = resolve({ ...config, filesystemRoot: (0,external_node_fs_.realpathSync)(config.filesystemRoot) });
    if (resolved.type === "fault")
        throw refuse(resolved.reason, resolved.why);
    const { request } = resolved;
    if (engine.processes !== "none")
        requireDevices(config.limits);
    for (const mount of request.mounts)
        if (mount.type === "bind")
            mountPointType(mount.source);
    const parts = engine.processes === "own" ? lookAtParts(request.mounts) : [];
    const handover = handOver(config.env ?? {});
    if (handover.refused.length > 0)
        throw refuse("invalid", `env: no container engine hands over such a value of ${handover.refused.join(", ")}`);
    requireGivingBack(config.workspace, caller);
    await sweep(caller);
    const image = request.root.type === "image"
        ? await prepareImage(engine, request.root.image, { pull: config.pull, ...waiting })
        : null;
    const folder = notedFolder(engine);
    const loan = loanOf(config.workspace, folder, caller);
    const undo = undoing(caller, { folder, loan, request });
    const name = containerName(folder);
    const unguard = guardContainer(engine, { name, undo });
    try {
        const whole = { ...request, name, labels: labelsOfThis(), unset: unsetBy(config.env, image) };
        const keepId = keepIdFor(image, engine);
        let keeper = await startKeeper(engine, { request: { ...whole, keepId }, handover, folder });
        let pid = await processOne(engine, name);
        const named = pid === null || keepId !== null ? null : keepIdOfNamed(pid, engine);
        if (named !== null) {
            await removeContainer(engine, name);
            keeper = await startKeeper(engine, { request: { ...whole, keepId: named }, handover, folder });
            pid = await processOne(engine, name);
        }
        if (pid !== null)
            requireParts(pid, parts);
        await requireRates(engine, name, config.limits);
        if (loan && pid !== null)
            lendTo(loan, { place: folder, pid }, caller);
        const processes = pid === null ? "none" : engine.processes;
        const network = pid === null ? null : networkOf(engine, pid);
        const forwards = await openForwards(config.forwards, network);
        return new ContainerSession({
            engine: { ...engine, processes },
            name,
            pid,
            joiner: keeper.file === null ? null : keeper.argv[0],
            cwd: config.cwd ?? config.workspace,
            limits: config.limits,
            undo,
            unguard,
            forwards,
            network,
        });
    }
    catch (error) {
        // What failed first is what is told.
        await removeContainer(engine, name)
            .catch(() => { })
            .then(undo)
            .catch(() => { });
        unguard();
        throw error;
    }
}
/** A container's folder, of which others know that come after a kill -9. */
function notedFolder(engine) {
    const place = makeFolder();
    try {
        noteContainer({ place, engine: noteOf(engine), loan: null });
        return place;
    }
    catch (error) {
        removeFolder(place);
        throw error;
    }
}
/** Engines for which abandoned containers were looked for already: once in a process is enough, unless notes tell of more. */
const swept = new WeakSet();
/** A fault of another container's is no reason not to make this one. */
async function sweep(caller) {
    try {
        if (!swept.has(caller.engine))
            await removeAbandoned(caller.engine);
        swept.add(caller.engine);
        if (abandonedContainers().length > 0)
            await recoverContainers();
    }
    catch (error) {
        process.emitWarning(error.message);
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/try-out.js






/**
 * Makes a container of an empty folder, which takes no image, and takes it away again: why that failed, for people; null: it works. docker
 * runs images only, so that of it no more is known than that its engine answers.
 */
async function tryOut(caller) {
    const { engine } = caller;
    if (engine.name === "docker")
        return null;
    const root = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "forgexec-preflight-"));
    try {
        const session = await openContainer(normalise({ filesystemRoot: root, network: "isolated" }), caller);
        await session.close();
        return null;
    }
    catch (error) {
        if (!(error instanceof lib_command.CommandError))
            throw error;
        return `${engine.name} ${engine.version} answers, but starts no container. ${error.message}`;
    }
    finally {
        (0,external_node_fs_.rmSync)(root, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/container/executor.js









/** Sandboxes that are containers, by podman or docker. */
class ContainerExecutor extends ExecutorBase {
    name = "container";
    /** Asks the engines, the first time: that takes a moment, for which all else waits. */
    get capabilities() {
        const detection = detectHere();
        return capabilities_capabilitiesOf(detection.type === "found" ? detection.engine : null);
    }
    whyNot(key) {
        const detection = detectHere();
        return detection.type === "found" ? whyNot(key, detection.engine) : null;
    }
    get utmost() {
        return capabilities_capabilitiesOf(null);
    }
    /** What keeps containers from working here; null: an engine answers. */
    missing() {
        const detection = detectHere();
        return detection.type === "found"
            ? null
            : { code: "no-container-engine", message: missingEngine(detection.reasons) };
    }
    async preflight() {
        const problem = this.missing();
        if (problem !== null)
            return [problem];
        const failure = await tryOut(callerHere());
        return failure === null ? [] : [{ code: "container-not-started", message: failure }];
    }
    strangeOptions(mount) {
        const detection = detectHere();
        return resolve_mounts_strangeOptions(mount, detection.type === "found" ? detection.engine.name : "podman");
    }
    async findUnmet(config) {
        return [...(await super.findUnmet(config)), ...(await this.#takenPorts(config))];
    }
    findAbsent(config) {
        const limits = isHere() ? config.limits : { ...config.limits, deviceReadBps: [], deviceWriteBps: [] };
        return super.findAbsent({ ...config, limits });
    }
    /** A workspace would be lent and given back, which takes a while; of ports `unmet` tells, and of what lies in the workspace. */
    rehearsal(config) {
        const { filesystemRoot, extraMounts, cwd } = config;
        const start = cwd === null || isInWorkspace(cwd, config) ? "/" : cwd;
        const more = filesystemRoot !== "/" || extraMounts.some(({ options }) => options.length > 0) || start !== "/";
        return more || isLimited(config) ? { ...config, cwd: start, workspace: null, ports: [] } : null;
    }
    async openSession(config, options) {
        for (const { error } of await this.#takenPorts(config))
            throw error;
        return openContainer(config, callerHere(), options);
    }
    async #takenPorts({ ports }) {
        return isHere() ? takenPorts(ports) : [];
    }
}
/** Also by links of this machine's. */
function isInWorkspace(cwd, { workspace }) {
    if (workspace === null)
        return false;
    return (0,lib_within/* isWithin */.U)(cwd, workspace) || ((0,external_node_fs_.existsSync)(cwd) && (0,lib_within/* isWithin */.U)((0,external_node_fs_.realpathSync)(cwd), (0,external_node_fs_.realpathSync)(workspace)));
}
/** Whether containers run on this machine, so that its devices and ports are theirs. */
function isHere() {
    const detection = detectHere();
    return detection.type === "found" && detection.engine.processes !== "none";
}

;// CONCATENATED MODULE: ./lib/sandbox/model.js
/** The sandbox tools that there are, by the names that specs and FORGEXEC_SANDBOX use. */
const BACKENDS = ["none", "chroot", "bubblewrap", "container"];

;// CONCATENATED MODULE: ./lib/sandbox/none/session.js



/** Commands of this machine. Those still running are ended with the session, unless they were given a signal of their own. */
function openNone(config) {
    const closing = new AbortController();
    const running = new Set();
    const place = {
        async enter(settings) {
            if (closing.signal.aborted)
                throw refuse("spawn", NOT_OPEN, { command: [settings.program, ...settings.args] });
            let leave = () => { };
            const over = new Promise((resolve) => {
                leave = resolve;
            });
            running.add(over);
            return {
                settings: {
                    ...settings,
                    environment: environmentOf(settings, config),
                    cwd: settings.cwd ?? config.cwd,
                    enclosure: null,
                },
                judge: async () => null,
                leave: async () => {
                    running.delete(over);
                    leave();
                },
            };
        },
    };
    return {
        command: (argv) => commandIn(place, argv, config.limits).signal(closing.signal),
        async close() {
            closing.abort();
            await Promise.all(running);
        },
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/none/executor.js


/** No sandbox: commands run on this machine as they are, with this interface. */
class NoneExecutor extends ExecutorBase {
    name = "none";
    capabilities = {
        cwd: ["any"],
        env: ["any"],
        filesystemRoot: ["/"],
        filesystemWritablePaths: ["all"],
        mounts: ["undefined"],
        extraMounts: [],
        network: ["undefined"],
        forwards: [],
        stdout: ["any"],
        stderr: ["any"],
        image: [],
        limits: ["timeout", "openFiles"],
        capabilities: [],
    };
    get utmost() {
        return this.capabilities;
    }
    missing() {
        return null;
    }
    async preflight() {
        return [];
    }
    async openSession(config) {
        return openNone(config);
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/executors.js








/** What each backend is made by; each is made once. */
const makers = {
    none: () => new NoneExecutor(),
    chroot: () => new ChrootExecutor(thisMachine()),
    bubblewrap: () => new BubblewrapExecutor(thisMachine()),
    container: () => new ContainerExecutor(),
};
/** What stands for "auto", the best first. Never one that isolates nothing. */
const preferred = ["bubblewrap", "container"];
const made = new Map();
/**
 * The executor of that name; of "auto", what `executorForPlatform` gives.
 *
 * @throws UsageError "unknown-sandbox", with the names that there are; of "auto", as `executorForPlatform`.
 */
function getExecutor(name) {
    if (name === "auto")
        return executorForPlatform();
    const backend = BACKENDS.find((known) => known === name);
    const executor = backend && (made.get(backend) ?? makers[backend]());
    if (!executor) {
        throw new errors/* UsageError */.e("unknown-sandbox", `There is no sandbox called ${JSON.stringify(name)}. Those there are: ${BACKENDS.join(", ")}; "auto" picks one.`);
    }
    made.set(executor.name, executor);
    return executor;
}
/**
 * The executor that FORGEXEC_SANDBOX names; else the first that this machine seems to have of bubblewrap and container.
 * Whether it truly works, its `preflight` tells. Never one that isolates nothing, unless it was named.
 *
 * @throws UsageError "no-sandbox" where there is none, with what each lacks; "unknown-sandbox" for a name that is none.
 */
function executorForPlatform(options = {}) {
    const named = (options.environment ?? (0,lib_command.parentEnvironment)()).FORGEXEC_SANDBOX;
    if (named !== undefined && named !== "" && named !== "auto")
        return namedByVariable(named);
    const reasons = [];
    for (const executor of preferred.map(getExecutor)) {
        const missing = executor.missing();
        if (missing === null)
            return executor;
        reasons.push(`${executor.name}: ${missing.message}`);
    }
    throw new errors/* UsageError */.e("no-sandbox", `No sandbox works on this machine, and nothing is run without one unasked.\n${reasons.join("\n")}\nOr name "none" to run without one.`);
}
function namedByVariable(name) {
    try {
        return getExecutor(name);
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.e))
            throw error;
        throw new errors/* UsageError */.e(error.code, `FORGEXEC_SANDBOX: ${error.message}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/index.js






/***/ })

};
