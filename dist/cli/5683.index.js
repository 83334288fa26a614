export const id = 5683;
export const ids = [5683];
export const modules = {

/***/ 8162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bounded)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8333);

const call = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script("call()");
let context;
/**
 * The value of `action`; null where it took longer than `ms` milliseconds and was ended by force. For patterns that a
 * spec brings: a few characters of one can take for ever, and meanwhile nothing else runs, not even a cancellation.
 */
function bounded(action, ms) {
    context ??= (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({});
    context.call = action;
    try {
        return { value: call.runInContext(context, { timeout: ms }) };
    }
    catch (error) {
        if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
            return null;
        throw error;
    }
    finally {
        context.call = undefined;
    }
}


/***/ }),

/***/ 5683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cJ: () => (/* reexport */ Cancelled),
  n5: () => (/* reexport */ phaseVariables),
  eF: () => (/* reexport */ run)
});

// UNUSED EXPORTS: endStraysOfDeadRuns

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/run/cancel.js

/** The reason to abort a run's signal with; its exit code is 128 + the signal's number. */
class Cancelled extends Error {
    signal;
    name = "Cancelled";
    constructor(signal) {
        super(`cancelled by ${signal}`);
        this.signal = signal;
    }
}
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 };
function exitCodeOf(signal) {
    return 128 + NUMBERS[signal];
}
/** Why a scope was aborted; a signal aborted with anything but a Cancelled counts as SIGINT. */
function stopReason(signal) {
    if (!signal.aborted)
        return null;
    const reason = signal.reason;
    if (reason instanceof Stop)
        return reason.why;
    return { kind: "cancelled", signal: reason instanceof Cancelled ? reason.signal : "SIGINT" };
}
/** Wraps a reason, since an abort's reason should be an error. */
class Stop extends Error {
    why;
    name = "Stop";
    constructor(why) {
        super(why.kind);
        this.why = why;
    }
}
/** A part of a run that can be told to stop: by its parent, by its own time-out, or by itself. */
class Scope {
    #controller = new AbortController();
    #timer;
    #release;
    constructor(parent, timeout) {
        // As in run(): any number of steps may listen.
        (0,external_node_events_.setMaxListeners)(0, this.signal);
        const follow = () => this.#controller.abort(parent.reason);
        if (parent.aborted)
            follow();
        else
            parent.addEventListener("abort", follow, { once: true });
        this.#release = () => parent.removeEventListener("abort", follow);
        if (timeout?.ms != null) {
            const why = { kind: "timeout", of: timeout.of };
            this.#timer = setTimeout(() => this.stop(why), Math.min(timeout.ms, LONGEST_TIMER));
        }
    }
    get signal() {
        return this.#controller.signal;
    }
    get reason() {
        return stopReason(this.signal);
    }
    stop(why) {
        this.#controller.abort(new Stop(why));
    }
    /** Ends the timer and lets go of the parent. */
    close() {
        clearTimeout(this.#timer);
        this.#release();
    }
}
/** The longest delay that Node's timers take, in milliseconds; about 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/run/environment.js

/** Marks every process of a run, so that strays are found. */
const RUN_ID = "FORGEXEC_RUN_ID";
/** Marks every process of one command, and of no other: what is ended with it. */
const COMMAND_ID = "FORGEXEC_COMMAND_ID";
/** The whole environment of a step's command, secrets filled in. */
function stepEnvironment(run, { phase: name, planned }) {
    const { services, session, sandbox } = run;
    const phase = run.plan.phases.find((other) => other.phase === name);
    const { environment: values, argv } = planned;
    return { ...phaseVariables({ services, session, sandbox, phase, values, argv }), [RUN_ID]: run.runId };
}
/** The machine's environment with what the build's own environment and the given values change in it. */
function phaseVariables(options) {
    const { services, sandbox, phase, values, argv } = options;
    const session = sandbox?.packages === "absent" ? null : options.session;
    const variables = {
        ...(sandbox?.environment ?? services.environment),
        ...(phase?.idToken ? services.idTokenEnvironment : {}),
    };
    for (const name of session?.remove ?? [])
        delete variables[name];
    Object.assign(variables, session?.variables, argv === undefined ? {} : session?.variablesFor?.(argv));
    for (const [name, wanted] of Object.entries(values)) {
        const value = services.resolve(wanted);
        variables[name] = session?.standIn?.({ name, value, argv: argv ?? [] }) ?? value;
    }
    // The build's own environment comes first, whatever PATH the spec sets.
    const path = [...(session?.path ?? []), variables.PATH].filter((part) => part !== undefined);
    if (path.length > 0)
        variables.PATH = path.join(external_node_path_.delimiter);
    return variables;
}

// EXTERNAL MODULE: ./lib/plan/index.js + 12 modules
var plan = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/run/channel.js
/** How much may wait in a channel, in units of weight, before its writers are asked to pause. */
const HIGH_WATER = 1 << 20;
/**
 * A queue between the parts of a run, which write, and whoever iterates, who reads.
 * `push` returns a promise where the reader is behind: a writer that waits for it keeps memory bounded.
 */
class Channel {
    #queue = [];
    #weight = 0;
    #closed = false;
    #wakeReader;
    #drained;
    push(item, weight = 1) {
        if (this.#closed)
            return undefined;
        this.#queue.push({ item, weight });
        this.#weight += weight;
        this.#wakeReader?.();
        if (this.#weight < HIGH_WATER)
            return undefined;
        this.#drained ??= deferred();
        return this.#drained.promise;
    }
    /** Nothing more is taken; what waits can still be read. */
    close() {
        this.#closed = true;
        this.#wakeReader?.();
    }
    async *[Symbol.asyncIterator]() {
        try {
            while (true) {
                const batch = this.#queue;
                this.#queue = [];
                for (const { item, weight } of batch) {
                    yield item;
                    this.#release(weight);
                }
                if (batch.length > 0)
                    continue;
                if (this.#closed)
                    return;
                await new Promise((wake) => {
                    this.#wakeReader = wake;
                });
                this.#wakeReader = undefined;
            }
        }
        finally {
            this.#closed = true;
            this.#queue = [];
            this.#release(this.#weight);
        }
    }
    #release(weight) {
        this.#weight -= weight;
        if (this.#weight >= HIGH_WATER)
            return;
        this.#drained?.resolve();
        this.#drained = undefined;
    }
}
function deferred() {
    let resolve = () => { };
    const promise = new Promise((done) => {
        resolve = done;
    });
    return { promise, resolve };
}

;// CONCATENATED MODULE: ./lib/run/context.js
const SKIPPED = {
    result: "skipped",
    exitCode: null,
    signal: null,
    status: 0,
    durationMs: 0,
    attempts: 0,
};
/** Not run, since the environment came whole from the cache. */
const CACHED = { ...SKIPPED, cached: true };
function summarise(planned, outcome) {
    const { name, argv, background } = planned;
    const { result, exitCode, signal, durationMs, attempts, cached } = outcome;
    const summary = { name, argv, result, exitCode, signal, durationMs, attempts, background };
    return cached === undefined ? summary : { ...summary, cached };
}
/** Tells of a step that will not run, or not any more. */
function emitSkipped(emit, { phase, planned }, outcome = SKIPPED) {
    void emit({
        type: "step.end",
        phase,
        step: planned.step,
        result: "skipped",
        exitCode: null,
        signal: null,
        durationMs: 0,
        timedOut: false,
        ...(outcome.cached === undefined ? {} : { cached: outcome.cached }),
    });
}

;// CONCATENATED MODULE: ./lib/run/mask-event.js
/** Words of the event's own, which a secret that happens to be one of them must not change. */
const OWN = new Set([
    "type",
    "result",
    "stage",
    "phase",
    "version",
    "stream",
    "level",
    "code",
    "signal",
    "kind",
    "if",
    "hit",
]);
/** The event with secrets masked wherever a text of the user's stands: names, argv, folders, messages. */
function maskEvent(event, masker) {
    // Output is masked where it is cut into lines.
    if (masker.longest === 0 || event.type === "output")
        return event;
    return masked(event, masker);
}
function masked(value, masker) {
    if (typeof value === "string")
        return masker.mask(value);
    if (Array.isArray(value))
        return value.map((item) => masked(item, masker));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        OWN.has(key) && typeof item === "string" ? item : masked(item, masker),
    ]));
}

;// CONCATENATED MODULE: ./lib/run/packages.js
const NO_CACHE = { hit: "off", key: null, restoredMs: 0, savedKey: null, bytes: 0 };
/** Opens the build's environment when a phase first needs it, and closes it once, at the end. */
class Packages {
    #plan;
    #services;
    #emit;
    #session;
    constructor(plan, services, emit) {
        this.#plan = plan;
        this.#services = services;
        this.#emit = emit;
    }
    /** Puts right what a killed run left behind; a fault there is no reason not to run. */
    async recover() {
        await this.#guard("not-recovered", async () => {
            for (const message of await this.#services.recover())
                void this.#emit({ type: "warning", code: "recovered", message });
        });
    }
    async enter(phase, signal) {
        if (!this.#plan.needsPython)
            return null;
        if (this.#session === undefined)
            await this.#open(phase, signal);
        await this.#session?.enterPhase(phase);
        return this.#session ?? null;
    }
    async #open(phase, signal) {
        this.#session = await this.#services.openPackages({
            note: (text) => void this.#emit({ type: "progress", phase, text: this.#services.masker.mask(text) }),
            warn: (code, text) => void this.#emit({ type: "warning", code, message: this.#services.masker.mask(text) }),
            signal,
        });
    }
    async leave(phase, outcome) {
        await this.#guard("environment-not-kept", async () => this.#session?.leavePhase(phase, outcome));
    }
    /** What the package cache did for the run. */
    async close(outcome) {
        await this.#guard("environment-not-closed", async () => this.#session?.close(outcome));
        return this.#session?.cache?.() ?? NO_CACHE;
    }
    /** What goes wrong around the phases costs the next run time, not this one its result. */
    async #guard(code, action) {
        try {
            await action();
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            void this.#emit({ type: "warning", code, message: this.#services.masker.mask(why) });
        }
    }
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var spec = __webpack_require__(220);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/run/output.js


/** A line longer than this, in UTF-16 units, is passed on in parts. */
const LONGEST_LINE = 64 * 1024;
/**
 * Turns a command's bytes into texts of whole lines, masked. Characters split between chunks are put together;
 * a last line without newline is a line; a secret is masked across chunks, and across the parts of a long line.
 */
class LineOutput extends external_node_stream_.Writable {
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #masked;
    #take;
    /** The beginning of a line, masked. */
    #rest = "";
    constructor(masker, take) {
        super({ highWaterMark: 256 * 1024 });
        this.#masked = masker.stream();
        this.#take = take;
    }
    _write(chunk, _encoding, done) {
        const waits = [this.#takeLines(this.#masked.push(this.#decoder.write(chunk))), this.#passLongLine()].filter((wait) => wait !== undefined);
        if (waits.length === 0)
            done();
        else
            Promise.all(waits).then(() => done(), done);
    }
    _final(done) {
        const text = this.#rest + this.#masked.push(this.#decoder.end()) + this.#masked.end();
        this.#rest = "";
        const wait = text === "" ? undefined : this.#take(breakLongLines(text));
        if (wait === undefined)
            done();
        else
            wait.then(() => done(), done);
    }
    #takeLines(text) {
        // Looked for in what is new only: a line may come a character at a time.
        const end = text.lastIndexOf("\n");
        const lines = this.#rest + text.slice(0, Math.max(end, 0));
        this.#rest = end < 0 ? this.#rest + text : text.slice(end + 1);
        return end < 0 ? undefined : this.#take(breakLongLines(lines));
    }
    #passLongLine() {
        if (this.#rest.length <= LONGEST_LINE)
            return undefined;
        const parts = partsOf(this.#rest);
        this.#rest = parts.pop() ?? "";
        return this.#take(parts.join("\n"));
    }
}
/** Breaks lines over the bound into several. */
function breakLongLines(text) {
    return hasLongLine(text) ? text.split("\n").flatMap(partsOf).join("\n") : text;
}
/** Leaps from line's end to line's end, as far as the bound allows: output is mostly short lines. */
function hasLongLine(text) {
    let start = 0;
    while (text.length - start > LONGEST_LINE) {
        const end = text.lastIndexOf("\n", start + LONGEST_LINE);
        if (end < start)
            return true;
        start = end + 1;
    }
    return false;
}
function partsOf(line) {
    const parts = [];
    let start = 0;
    while (line.length - start > LONGEST_LINE) {
        const cut = wholeCharacters(line, start + LONGEST_LINE);
        parts.push(line.slice(start, cut));
        start = cut;
    }
    parts.push(line.slice(start));
    return parts;
}
/** The given cut, or the one before it where it would fall inside a surrogate pair. */
function wholeCharacters(text, cut) {
    const unit = text.charCodeAt(cut - 1);
    return unit >= 0xd800 && unit <= 0xdbff ? cut - 1 : cut;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var lib_command = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/run/spawn.js








/** From SIGTERM to SIGKILL, in milliseconds: a cancelled run has to be over well inside the runner's 7.5 s. */
const GRACE_MS = 3000;
/** Starts a step's command in a session of its own; what cannot be started is an exit with a `problem`. */
async function start(options) {
    const { stdout, stderr } = options;
    const exit = launch(options).then(async (result) => {
        await Promise.all([flushed(stdout), flushed(stderr)]);
        return result;
    });
    return { exit };
}
/** Runs a command to its end and tells whether it succeeded. */
async function succeeds(options) {
    return (await launch(options)).status === 0;
}
async function launch(options) {
    const { planned, sandbox, stdout, stderr } = options;
    const [program = "", ...args] = planned.argv;
    const opened = planned.stdin === null ? { input: null } : await openInput(planned.stdin, sandbox?.workspace ?? null);
    if ("problem" in opened)
        return notStarted(`its stdin file cannot be read: ${opened.problem}`, 126);
    const { input } = opened;
    const commandId = (0,external_node_crypto_.randomUUID)();
    try {
        const command = (sandbox?.command(planned.argv) ?? new lib_command.Command(program, args))
            .envAll({ ...options.environment, [COMMAND_ID]: commandId })
            .cwd(planned.workingDirectory)
            .stdin(input === null ? "null" : input.fd)
            .stdout(stdout ?? "null")
            .stderr(stderr ?? "null")
            .killGrace(GRACE_MS)
            .killMarker({ name: COMMAND_ID, value: commandId })
            .signal(options.signal)
            .killSignal(options.killSignal);
        if (planned.timeoutMs !== null)
            command.timeout(planned.timeoutMs);
        if (planned.idleTimeoutMs !== null)
            command.idleTimeout(planned.idleTimeoutMs);
        return exitOf(await command.run());
    }
    catch (error) {
        if (!(error instanceof lib_command.CommandError))
            throw error;
        return exitOf(error, withoutEnvironment(error, planned.argv));
    }
    finally {
        await input?.close();
    }
}
// A FIFO would be waited for outside of every time-out, and no signal ends that.
// In a sandbox it has to lie in the workspace: a command in there could have put a link to anywhere.
async function openInput(path, within) {
    try {
        const input = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        const stats = await input.stat();
        const outside = within !== null && !(await liesIn(input, { path, folder: within }));
        if (!outside && (stats.isFile() || stats.isCharacterDevice()))
            return { input };
        await input.close();
        if (outside)
            return { problem: `${path} leads out of ${within}, which is all that a sandbox's steps read from` };
        return { problem: `${path} is ${stats.isDirectory() ? "a directory" : "no regular file"}` };
    }
    catch (error) {
        return { problem: error.message };
    }
}
/** The file that is open, not the one that its name leads to by now. */
async function liesIn(input, { path, folder }) {
    const [root, real] = await Promise.all([
        (0,promises_.realpath)(folder),
        (0,promises_.readlink)(`/proc/self/fd/${input.fd}`).catch(() => (0,promises_.realpath)(path)),
    ]);
    return real.startsWith(root === external_node_path_.sep ? root : root + external_node_path_.sep);
}
/** Reasons for which the command itself is not to blame, or has not begun. */
const TOLD = ["not-found", "not-executable", "spawn", "mount", "limit", "unsupported", "invalid"];
function exitOf(result, message = null) {
    const { exitCode, signal, status, reason } = result;
    const started = result.pid !== null && (reason === null || !TOLD.includes(reason));
    return {
        exitCode,
        signal,
        status,
        timedOut: reason === "timeout" || reason === "idle-timeout" ? reason : null,
        aborted: reason === "aborted",
        problem: started || reason === "aborted" ? null : message,
    };
}
// The quoted command begins with the variables that were set for it: here all of the environment, secrets of the machine among them.
function withoutEnvironment({ shortMessage, command }, argv) {
    return shortMessage.startsWith(command) ? `${(0,spec/* quoteWords */.AD)(argv)}${shortMessage.slice(command.length)}` : shortMessage;
}
function notStarted(problem, status) {
    return { exitCode: status, signal: null, status, timedOut: null, aborted: false, problem };
}
async function flushed(output) {
    if (!output.writableEnded)
        output.end();
    await (0,external_node_stream_promises_.finished)(output);
}

;// CONCATENATED MODULE: ./lib/run/attempt.js





/** Starts a step's command; `step.start` has been emitted when this returns. */
async function startAttempt(options) {
    const { run, place, emit, attempt, signal, watch } = options;
    const { phase, planned } = place;
    const { step, name, argv, background } = planned;
    const started = run.services.now().getTime();
    void emit({ type: "step.start", phase, step, name, argv, background, attempt });
    const output = (stream) => new LineOutput(run.services.masker, (text) => {
        watch?.(text);
        return emit({ type: "output", phase, step, stream, text });
    });
    const note = (line) => void emit({ type: "output", phase, step, stream: "stderr", text: run.services.masker.mask(`forgexec: ${line}`) });
    const running = await start({
        planned,
        environment: stepEnvironment(run, place),
        sandbox: run.sandbox,
        stdout: output("stdout"),
        stderr: output("stderr"),
        signal,
        killSignal: run.services.killSignal,
    });
    const ended = running.exit.then((exit) => {
        explain(exit, options, note);
        return outcomeOf(exit, { signal, attempt, durationMs: run.services.now().getTime() - started });
    });
    return { running, ended, note };
}
function explain(exit, { place, signal }, note) {
    const { timeoutMs, idleTimeoutMs } = place.planned;
    if (exit.problem !== null)
        note(exit.problem);
    else if (exit.timedOut === "timeout")
        note(`ended: it ran longer than its timeout of ${(0,spec/* formatDuration */.a3)(timeoutMs ?? 0)}`);
    else if (exit.timedOut === "idle-timeout")
        note(`ended: no output for its idle-timeout of ${(0,spec/* formatDuration */.a3)(idleTimeoutMs ?? 0)}`);
    else {
        const reason = exit.aborted ? stopReason(signal) : null;
        if (reason?.kind === "timeout")
            note(`ended: the ${reason.of} ran longer than its timeout`);
        if (reason?.kind === "background-failed")
            note(`ended: the background step "${reason.name}" failed`);
    }
}
function outcomeOf(exit, about) {
    const { exitCode, signal } = exit;
    const base = { exitCode, signal, durationMs: about.durationMs, attempts: about.attempt };
    if (exit.timedOut !== null)
        return { ...base, result: "timed-out", status: 124 };
    const reason = exit.aborted ? stopReason(about.signal) : null;
    if (reason?.kind === "timeout")
        return { ...base, result: "timed-out", status: 124 };
    if (reason !== null)
        return { ...base, result: "cancelled", status: exit.status };
    return { ...base, result: exit.status === 0 ? "success" : "failure", status: exit.status };
}

// EXTERNAL MODULE: ./lib/bounded.js
var bounded = __webpack_require__(8162);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/run/readiness.js


/** Pause between two tries, in milliseconds: short at first, since most servers are up soon. */
const PAUSES = [25, 50, 100, 200];
/** One try must not outlast this, in milliseconds, or a server that accepts and never answers would block the check. */
const TRY_BOUND = 2000;
/** Resolves when the step is ready; rejects only when `signal` is aborted. */
async function untilReady(check, signal) {
    for (let attempt = 0;; attempt++) {
        if (await check())
            return;
        await (0,external_node_timers_promises_.setTimeout)(PAUSES[attempt] ?? 250, undefined, { signal });
    }
}
/** Whether the address answers: for http with a status from 200 to 399, for tcp with a connection. */
function probe(ready) {
    return ready.kind === "http" ? answersHttp(ready.url) : answersTcp(ready.host, ready.port);
}
async function answersHttp(url) {
    // Loaded here, since few specs have such a check and every run would pay for it.
    const { get } = url.startsWith("https:") ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    return new Promise((done) => {
        const request = get(url, { agent: false, timeout: TRY_BOUND }, (response) => {
            response.resume();
            done((response.statusCode ?? 0) >= 200 && (response.statusCode ?? 0) < 400);
            request.destroy();
        });
        request.on("timeout", () => request.destroy());
        request.on("error", () => done(false));
        request.on("close", () => done(false));
    });
}
function answersTcp(host, port) {
    return new Promise((done) => {
        const socket = (0,external_node_net_.connect)({ host, port, timeout: TRY_BOUND });
        const finish = (ready) => () => {
            done(ready);
            socket.destroy();
        };
        socket.once("connect", finish(true)).once("timeout", finish(false)).once("error", finish(false));
    });
}

;// CONCATENATED MODULE: ./lib/run/ready.js





/** Waits until a background step is ready, its process is gone, its time is up, or `signal` says that it is over. */
async function awaitReady(options) {
    const { run, place, gone, signal } = options;
    const { ready } = place.planned;
    if (ready === null)
        return "ready";
    const late = AbortSignal.timeout(ready.timeoutMs);
    const end = AbortSignal.any([late, gone, signal]);
    try {
        if (ready.kind === "log")
            await untilLogged(new RegExp(ready.pattern, "m"), options, end);
        else if (ready.kind === "command") {
            const planned = { ...place.planned, argv: ready.words };
            const environment = stepEnvironment(run, place);
            const { sandbox } = run;
            const { killSignal } = run.services;
            await untilReady(() => succeeds({ planned, environment, sandbox, signal: end, killSignal }), end);
        }
        else if (run.sandbox?.untilAnswered)
            await run.sandbox.untilAnswered(ready, end);
        else
            await untilReady(() => probe(ready), end);
        return gone.aborted ? "gone" : "ready";
    }
    catch (error) {
        if (!end.aborted) {
            if (!(error instanceof lib_command.CommandError))
                throw error;
            options.note(`ready.${ready.kind} cannot be asked: ${error.shortMessage}`);
            return "unasked";
        }
        if (signal.aborted)
            return "stopped";
        return gone.aborted ? "gone" : "late";
    }
}
/** How long the pattern may be looked for in one text, in milliseconds. */
const LOOK_BOUND = 500;
function untilLogged(pattern, { listeners, note }, end) {
    return new Promise((resolve, reject) => {
        const stop = (settle) => () => {
            listeners.delete(look);
            end.removeEventListener("abort", fail);
            settle();
        };
        const fail = stop(() => reject(end.reason));
        const found = stop(resolve);
        const look = (text) => {
            const looked = (0,bounded/* bounded */.M)(() => pattern.test(text), LOOK_BOUND);
            if (looked?.value)
                found();
            if (looked !== null)
                return;
            listeners.delete(look);
            note("the pattern of ready.log takes too long to look for in this output, so it is not looked for any more");
        };
        if (end.aborted)
            return fail();
        end.addEventListener("abort", fail);
        listeners.add(look);
    });
}

;// CONCATENATED MODULE: ./lib/run/step.js


/** Runs a foreground step, with its further tries. Emits its events; never rejects for what a command does. */
async function runStep(options) {
    const { run, place, emit, signal } = options;
    if (place.planned.skip !== null || signal.aborted) {
        emitSkipped(emit, place);
        return SKIPPED;
    }
    const began = run.services.now().getTime();
    for (let attempt = 1;; attempt++) {
        const { ended } = await startAttempt({ ...options, attempt });
        const outcome = await ended;
        emitEnd(emit, place, outcome);
        const again = outcome.status !== 0 && attempt <= place.planned.retry && !signal.aborted;
        if (!again)
            return { ...outcome, durationMs: run.services.now().getTime() - began };
    }
}
function emitEnd(emit, { phase, planned }, outcome) {
    const { result, exitCode, signal, durationMs } = outcome;
    void emit({
        type: "step.end",
        phase,
        step: planned.step,
        result,
        exitCode,
        signal,
        durationMs,
        timedOut: result === "timed-out",
    });
}

;// CONCATENATED MODULE: ./lib/run/background.js






/**
 * Starts a background step and waits until it is ready. From then on an end with an error stops the phase at that
 * moment, as does any end before it is ready.
 */
async function startBackground(options) {
    const { run, place, emit, phase, over } = options;
    if (place.planned.skip !== null || phase.signal.aborted) {
        emitSkipped(emit, place);
        return { place, ended: Promise.resolve(SKIPPED) };
    }
    const listeners = new Set();
    const unready = new AbortController();
    const signal = AbortSignal.any([phase.signal, over, unready.signal]);
    const watch = (text) => {
        for (const listener of listeners)
            listener(text);
    };
    const attempt = await startAttempt({ run, place, emit, attempt: 1, signal, watch });
    let state = place.planned.ready === null ? "ready" : "starting";
    const ended = attempt.ended.then((exit) => {
        const outcome = judge(exit, state, phase);
        finish(outcome, { ...options, attempt, state });
        return outcome;
    });
    const ready = await awaitReady({ run, place, listeners, note: attempt.note, gone: goneSignal(attempt), signal });
    if (ready === "ready" && place.planned.ready !== null) {
        state = "ready";
        void emit({ type: "step.ready", phase: place.phase, step: place.planned.step });
    }
    else if (ready === "late" || ready === "unasked") {
        state = ready;
        unready.abort(new Stop({ kind: "phase-over" }));
    }
    if (ready === "late" || ready === "unasked" || ready === "gone")
        await ended;
    return { place, ended };
}
/** A signal that is aborted when the process is gone. */
function goneSignal(attempt) {
    const controller = new AbortController();
    void attempt.running.exit.then(() => controller.abort());
    return controller.signal;
}
function judge(exit, state, phase) {
    if (state === "late")
        return { ...exit, result: "timed-out", status: 124 };
    if (state === "unasked")
        return { ...exit, result: "failure", status: 1 };
    const why = phase.reason?.kind;
    if (exit.result === "cancelled" && why !== "cancelled")
        return { ...exit, result: "success", status: 0 };
    if (exit.result === "success" && state === "starting")
        return { ...exit, result: "failure", status: 1 };
    return exit;
}
/** Says what a failure was, and stops the phase for it. */
function finish(outcome, about) {
    const { attempt, state, place, emit, phase } = about;
    if (state === "late")
        attempt.note(`not ready within ${(0,spec/* formatDuration */.a3)(place.planned.ready?.timeoutMs ?? 0)} (${place.planned.ready?.kind})`);
    else if (outcome.result === "failure" && state !== "unasked") {
        const how = outcome.signal === null ? `ended with exit code ${outcome.exitCode}` : `was ended by ${outcome.signal}`;
        attempt.note(`the background command ${how} ${state === "ready" ? "before the phase was over" : "before it was ready"}`);
    }
    emitEnd(emit, place, outcome);
    const failed = outcome.result === "failure" || outcome.result === "timed-out";
    if (failed && !place.planned.continueOnError)
        phase.stop({ kind: "background-failed", name: place.planned.name });
}

;// CONCATENATED MODULE: ./lib/run/turns.js
/** How much of a waiting step's output is kept, in UTF-16 units, before the step is asked to pause. */
const HELD = 16 * 1024 * 1024;
/**
 * Keeps the events of steps that run at the same time together: the first unfinished step, in the spec's order, is
 * passed through live, the others wait for their turn. A step's start is passed on at once, that of a further try is not.
 */
class Turns {
    #emit;
    #lanes;
    #live = 0;
    constructor(emit, count) {
        this.#emit = emit;
        this.#lanes = Array.from({ length: count }, () => ({ held: [], weight: 0, ended: false, resume: undefined }));
        if (count === 0)
            this.#live = -1;
    }
    /** The writer for the lane `index`, from 0. */
    lane(index) {
        return (event) => {
            const lane = this.#lanes[index];
            const begins = event.type === "step.start" && event.attempt === 1;
            if (lane === undefined || index === this.#live || begins)
                return this.#emit(event);
            lane.held.push(event);
            lane.weight += event.type === "output" ? event.text.length : 0;
            if (lane.weight < HELD)
                return undefined;
            return new Promise((resume) => {
                const earlier = lane.resume;
                lane.resume = () => {
                    earlier?.();
                    resume();
                };
            });
        };
    }
    /** The lane writes nothing more. Where it was the live one, finished ones follow and the next unfinished goes live. */
    end(index) {
        const lane = this.#lanes[index];
        if (lane === undefined)
            return;
        lane.ended = true;
        if (index !== this.#live)
            return;
        for (const other of this.#lanes)
            if (other.ended)
                this.#release(other);
        this.#live = this.#lanes.findIndex((other) => !other.ended);
        const next = this.#lanes[this.#live];
        if (next !== undefined)
            this.#release(next);
    }
    #release(lane) {
        for (const event of lane.held.splice(0))
            void this.#emit(event);
        lane.weight = 0;
        lane.resume?.();
        lane.resume = undefined;
    }
}

;// CONCATENATED MODULE: ./lib/run/phase.js







/** Runs a phase's steps and ends what they left running. Emits all its events but `phase.start`. */
async function runPhase(run, phase) {
    const began = run.services.now().getTime();
    const scope = new Scope(run.signal, { ms: phase.timeoutMs, of: "phase" });
    const outcomes = new Map();
    const failures = [];
    let fault = {};
    const record = ({ planned }, outcome) => {
        outcomes.set(planned.step, outcome);
        const counts = (outcome.result === "failure" || outcome.result === "timed-out") && !planned.continueOnError;
        if (counts)
            failures.push({ step: planned.step, result: outcome.result, status: outcome.status });
    };
    try {
        const entered = await run.packages.enter(phase.phase, scope.signal);
        const ofImage = entered?.madeBy !== undefined && "image" in entered.madeBy;
        const inside = { ...run, session: ofImage && phase.sandbox === null ? null : entered };
        const sandbox = await openSandbox(inside, phase, scope.signal);
        try {
            await runSteps({ run: { ...inside, sandbox }, phase, scope, record, failed: () => failures.length > 0 });
        }
        finally {
            await sandbox?.close().catch((error) => {
                const message = run.services.masker.mask(error.message);
                void run.emit({ type: "warning", code: "sandbox-not-closed", message });
            });
        }
    }
    catch (error) {
        const usage = scope.signal.aborted ? null : usageErrorOf(error);
        if (usage !== null) {
            const { code, why, place } = usage;
            fault = { error: { code, message: run.services.masker.mask(why), place } };
            failures.push({ step: -1, result: "failure", status: 2 });
        }
        for (const planned of phase.steps)
            emitSkipped(run.emit, { phase: phase.phase, planned });
    }
    finally {
        scope.close();
    }
    if (phase.parallel)
        failures.sort((a, b) => a.step - b.step);
    const { result, exitCode } = phase_judge(scope.reason, failures[0]);
    await run.packages.leave(phase.phase, { succeeded: result === "success" });
    const durationMs = run.services.now().getTime() - began;
    const cached = [...outcomes.values()].some((outcome) => outcome.cached === true);
    void run.emit({ type: "phase.end", phase: phase.phase, result, durationMs, cached, ...fault });
    const steps = phase.steps.map((planned) => summarise(planned, outcomes.get(planned.step) ?? SKIPPED));
    return { summary: { phase: phase.phase, result, durationMs, cached, ...fault, steps }, exitCode };
}
/** Not for steps that will not run. */
async function openSandbox(run, phase, signal) {
    const idle = phase.steps.every((planned) => planned.skip !== null || isDone(run, planned));
    if (phase.sandbox === null || idle)
        return null;
    const sandbox = await run.services.openSandbox({ phase, packages: run.session, signal });
    const notice = sandbox?.notice ?? null;
    if (notice !== null)
        void run.emit({ type: "progress", phase: phase.phase, text: run.services.masker.mask(notice) });
    return sandbox;
}
/** The error where it is the user's to mend; any other is a fault of forgexec's own and goes on up. */
function usageErrorOf(error) {
    if (error instanceof errors/* UsageError */.e)
        return error;
    throw error;
}
async function runSteps(running) {
    const { run, phase, scope, record, failed } = running;
    const over = new AbortController();
    const backgrounds = [];
    const together = [];
    const foreground = phase.steps.filter((planned) => !planned.background);
    const turns = new Turns(run.emit, foreground.length);
    const goesOn = run.plan.keepGoing && !(0,plan/* isDeploy */.W$)(phase.phase);
    const foregroundStep = async (place, emit) => record(place, await runStep({ run, place, emit, signal: scope.signal }));
    try {
        for (const planned of phase.steps) {
            const place = { phase: phase.phase, planned };
            if (scope.signal.aborted || (failed() && !goesOn && !phase.parallel)) {
                emitSkipped(run.emit, place);
            }
            else if (isDone(run, planned)) {
                emitSkipped(run.emit, place, CACHED);
                record(place, CACHED);
                if (phase.parallel)
                    turns.end(foreground.indexOf(planned));
            }
            else if (planned.background) {
                const background = await startBackground({ run, place, emit: run.emit, phase: scope, over: over.signal });
                void background.ended.then((outcome) => record(place, outcome));
                backgrounds.push(background);
            }
            else if (phase.parallel) {
                const lane = foreground.indexOf(planned);
                together.push(foregroundStep(place, turns.lane(lane)).finally(() => turns.end(lane)));
            }
            else {
                await foregroundStep(place, run.emit);
            }
        }
        await Promise.all(together);
    }
    finally {
        over.abort(new Stop({ kind: "phase-over" }));
        await Promise.all(backgrounds.map((background) => background.ended));
    }
}
/** Whether the environment came from the cache with all that the step would put into it. */
function isDone(run, planned) {
    return planned.cacheable && planned.skip === null && run.session?.contents === "whole";
}
function phase_judge(reason, failure) {
    if (reason?.kind === "cancelled")
        return { result: "cancelled", exitCode: exitCodeOf(reason.signal) };
    if (reason?.kind === "timeout")
        return { result: "timed-out", exitCode: 124 };
    if (failure === undefined)
        return { result: "success", exitCode: 0 };
    return { result: failure.result, exitCode: failure.status };
}

;// CONCATENATED MODULE: ./lib/run/strays.js




/**
 * The value of FORGEXEC_RUN_ID in every process of a run: who runs it, so that a later run can tell whether it is still
 * alive, and something random. `namespace.pid.start.random`
 */
function createRunId() {
    return [pidNamespace(), process.pid, (0,lib_command.readProcess)(process.pid)?.start ?? "", (0,external_node_crypto_.randomUUID)()].join(".");
}
/** Ends every process that a run left behind, wherever it moved to. `graceMs`: from SIGTERM to SIGKILL. */
async function endStrays(runId, options) {
    await (0,lib_command.killMarked)({ name: RUN_ID, value: runId }, options);
}
/** Ends what runs left running that were killed themselves, so that they could not do it. Linux only. */
async function endStraysOfDeadRuns(options) {
    const dead = (0,lib_command.markedValues)(RUN_ID).filter(isOfDeadRun);
    await Promise.all(dead.map((value) => (0,lib_command.killMarked)({ name: RUN_ID, value }, options)));
}
/** A number of another PID namespace (a container's) says nothing here, so such a run counts as alive. */
function isOfDeadRun(runId) {
    const [namespace, pid, start] = runId.split(".");
    if (!start || namespace !== pidNamespace())
        return false;
    return (0,lib_command.readProcess)(Number(pid))?.start !== start;
}
function pidNamespace() {
    try {
        return (0,external_node_fs_.readlinkSync)("/proc/self/ns/pid").replace(/\D/g, "");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/run/run.js










/**
 * Runs a plan and yields its events, from `run.start` to `run.end`. Commands that fail are results, not errors; an
 * error is thrown only for a fault of forgexec's own. Whoever stops iterating early cancels the run. When the iteration
 * is over no process of the run is left and the user's files are as they were.
 */
async function* run(plan, services) {
    const channel = new Channel();
    const emit = (body) => channel.push(stamped(maskEvent(body, services.masker), services.now()), body.type === "output" ? body.text.length : 1);
    const abandoned = new AbortController();
    // As many commands listen as run at the same time; Node warns of a leak at eleven.
    (0,external_node_events_.setMaxListeners)(0, services.killSignal);
    const signal = AbortSignal.any([services.signal, abandoned.signal]);
    const work = runPlan(plan, services, { emit, signal }).finally(() => channel.close());
    // Whoever iterates gets a failure of it below; until then it must not count as unhandled.
    work.catch(() => undefined);
    try {
        yield* channel;
    }
    finally {
        abandoned.abort();
        await work;
    }
}
/** An event with its fields in the order in which people read them. */
function stamped(body, now) {
    const { type, ...rest } = body;
    return { type, time: now.toISOString(), ...rest };
}
async function runPlan(plan, services, outlets) {
    const { emit } = outlets;
    const spentMs = services.spentMs ?? 0;
    const began = services.now().getTime() - spentMs;
    const { version, spec, stage, directory } = plan;
    void emit({ type: "run.start", version, spec, stage, directory, plan });
    for (const { code, message } of plan.warnings)
        void emit({ type: "warning", code, message });
    const left = plan.timeoutMs === null ? null : plan.timeoutMs - spentMs;
    const scope = new Scope(outlets.signal, { ms: left, of: "run" });
    if (left !== null && left <= 0)
        scope.stop({ kind: "timeout", of: "run" });
    const runId = createRunId();
    const packages = new Packages(plan, services, emit);
    const context = { plan, services, emit, signal: scope.signal, runId, packages, session: null, sandbox: null };
    let outcome;
    let cache;
    await endStraysOfDeadRuns({ graceMs: GRACE_MS, hurry: services.killSignal });
    await packages.recover();
    try {
        outcome = await runPhases(context);
    }
    finally {
        scope.close();
        // A cancelled run has had its grace.
        const graceMs = services.signal.aborted ? 500 : GRACE_MS;
        await endStrays(runId, { graceMs, hurry: services.killSignal });
        cache = await packages.close({ succeeded: outcome?.result === "success" });
    }
    const durationMs = services.now().getTime() - began;
    const { result, exitCode, phases } = outcome;
    void emit({ type: "run.end", result, exitCode, durationMs, phases, cache });
}
/** Runs the phases in order. After a failure the rest is skipped; under `--keep-going` only what would deploy is. */
async function runPhases(run) {
    const phases = [];
    let decisive;
    for (const phase of run.plan.phases) {
        const skip = run.signal.aborted || (decisive !== undefined && (!run.plan.keepGoing || (0,plan/* isDeploy */.W$)(phase.phase)));
        if (skip) {
            phases.push(skipPhase(phase, run.emit));
            continue;
        }
        void run.emit({ type: "phase.start", phase: phase.phase });
        const outcome = await runPhase(run, phase);
        if (outcome.exitCode !== 0)
            decisive ??= outcome;
        phases.push(outcome.summary);
    }
    return { ...verdict(run, decisive), phases };
}
function skipPhase(phase, emit) {
    for (const planned of phase.steps)
        emitSkipped(emit, { phase: phase.phase, planned });
    void emit({ type: "phase.end", phase: phase.phase, result: "skipped", durationMs: 0, cached: false });
    const steps = phase.steps.map((planned) => summarise(planned, SKIPPED));
    return { phase: phase.phase, result: "skipped", durationMs: 0, cached: false, steps };
}
function verdict(run, decisive) {
    if (decisive !== undefined)
        return { result: decisive.summary.result, exitCode: decisive.exitCode };
    const reason = stopReason(run.signal);
    if (reason?.kind === "cancelled")
        return { result: "cancelled", exitCode: exitCodeOf(reason.signal) };
    if (reason?.kind === "timeout")
        return { result: "timed-out", exitCode: 124 };
    return { result: "success", exitCode: 0 };
}

;// CONCATENATED MODULE: ./lib/run/index.js






/***/ })

};
