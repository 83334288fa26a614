export const id = 1067;
export const ids = [1067];
export const modules = {

/***/ 5004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ shouldColor)
/* harmony export */ });
/**
 * Whether to write colours. A mode other than `auto` decides; then NO_COLOR (no-color.org: set and not empty),
 * FORCE_COLOR (force-color.org; `0` and `false` say no, as Node's own), CLICOLOR_FORCE and CLICOLOR
 * (bixense.com/clicolors), TERM=dumb, and whether the stream is a terminal.
 */
function shouldColor(options) {
    const { mode, environment } = options;
    if (mode !== "auto")
        return mode === "always";
    if (isSet(environment.NO_COLOR))
        return false;
    const force = environment.FORCE_COLOR;
    if (force !== undefined)
        return force !== "0" && force !== "false";
    if (isSet(environment.CLICOLOR_FORCE) && environment.CLICOLOR_FORCE !== "0")
        return true;
    if (environment.CLICOLOR === "0" || environment.TERM === "dumb")
        return false;
    return options.isTTY === true;
}
function isSet(value) {
    return value !== undefined && value !== "";
}


/***/ }),

/***/ 6072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
// Control characters (C0, DEL, C1), line and paragraph separators, and those that turn the direction of text around.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** The text with every character that could act on a terminal shown as an escape, such as `\x1b`. Tabs and newlines too. */
function printable(text) {
    return text.replace(UNPRINTABLE, escapeOf);
}
/** As `printable`, but lines stay lines: for messages of several. */
function printableLines(text) {
    return text.split("\n").map(printable).join("\n");
}
function escapeOf(char) {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    const code = char.charCodeAt(0).toString(16);
    return short[char] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`);
}


/***/ }),

/***/ 6096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ps: () => (/* reexport */ consoleReporter),
  FV: () => (/* reexport */ markdown_escapeMarkdown),
  OF: () => (/* reexport */ markdown_fenced),
  jsonReporter: () => (/* reexport */ jsonReporter),
  planTable: () => (/* reexport */ planTable),
  report: () => (/* reexport */ report),
  sandboxText: () => (/* reexport */ sandboxText),
  shouldColor: () => (/* reexport */ color/* shouldColor */.T),
  lP: () => (/* reexport */ sizeText)
});

// UNUSED EXPORTS: actionsReporter, durationText, summaryReporter, teeReporters, writeSummary

// EXTERNAL MODULE: ./lib/color.js
var color = __webpack_require__(5004);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/terminal-text.js + 1 modules
var terminal_text = __webpack_require__(7138);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/report/actions-annotations.js


/**
 * GitHub shows ten of each level for one workflow step, and drops the rest. One error is left to the action itself, which
 * ends with it (`core.setFailed`).
 */
const MOST = { error: 9, warning: 10, notice: 10 };
/**
 * Annotations as workflow commands, as many as GitHub shows. The last error is kept for the step that fails the run:
 * it comes after all those that its tools reported.
 */
class actions_annotations_Annotations {
    #workspace;
    #given = { error: 0, warning: 0, notice: 0 };
    #dropped = { error: 0, warning: 0, notice: 0 };
    #held;
    constructor(workspace) {
        this.#workspace = workspace;
    }
    /** The command for what a step reported; empty if there is no room left, or if it has to wait for the end. */
    found(annotation) {
        const { level } = annotation;
        if (level !== "error" || this.#given.error < MOST.error - 1)
            return this.#give(annotation);
        if (this.#held === undefined && this.#given.error < MOST.error)
            this.#held = this.#command(annotation);
        else
            this.#dropped.error++;
        return "";
    }
    /** The command for a step that failed. */
    failed(annotation) {
        return this.#give(annotation);
    }
    /** What waited for the end, and how many were left out. */
    rest() {
        const free = this.#given.error < MOST.error;
        const command = free ? (this.#held ?? "") : "";
        const errors = this.#dropped.error + (this.#held !== undefined && !free ? 1 : 0);
        this.#held = undefined;
        const dropped = Object.entries({ ...this.#dropped, error: errors }).filter(([, count]) => count > 0);
        const list = dropped.map(([level, count]) => `${count} ${level}${count === 1 ? "" : "s"}`).join(", ");
        return { command, note: list === "" ? "" : `Not annotated, as GitHub shows 10 of each kind: ${list}.` };
    }
    #give(annotation) {
        const { level } = annotation;
        if (this.#given[level] >= MOST[level]) {
            this.#dropped[level]++;
            return "";
        }
        this.#given[level]++;
        return this.#command(annotation);
    }
    #command({ level, file, line, column, title, message }) {
        const col = line === undefined ? undefined : column;
        return workflowCommand(level, { file: this.#within(file), line, col, title }, message);
    }
    /** GitHub wants paths relative to the workspace, with slashes. */
    #within(file) {
        if (file === undefined || this.#workspace === undefined)
            return file;
        const path = relative(this.#workspace, resolve(this.#workspace, file));
        return path.startsWith("..") || isAbsolute(path) ? file : path.split(sep).join("/");
    }
}

;// CONCATENATED MODULE: ./lib/report/duration.js
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A duration for people: `340ms`, `3.2s`, `2m 05s`, `1h 02m`. Takes milliseconds; what is negative or no number counts as 0. */
function duration_durationText(ms) {
    const whole = Number.isFinite(ms) && ms > 0 ? Math.round(ms) : 0;
    if (whole < SECOND)
        return `${whole}ms`;
    // Rounded before the unit is chosen, so that 59.96 s is not "60.0s".
    const tenths = Math.round(whole / 100);
    if (tenths < 600)
        return `${Math.floor(tenths / 10)}.${tenths % 10}s`;
    const seconds = Math.round(whole / SECOND);
    if (seconds * SECOND < HOUR)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    const minutes = Math.round(whole / MINUTE);
    return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}
function two(value) {
    return String(value).padStart(2, "0");
}

;// CONCATENATED MODULE: ./lib/report/cache-text.js


/** What the package cache did, as one sentence without its full stop; null: it was not asked. */
function cache_text_cacheText(cache) {
    if (cache.hit === "off")
        return null;
    const found = foundText(cache);
    const why = cache.reason === undefined ? "" : `: ${(0,terminal_text/* oneLine */.TN)(cache.reason)}`;
    const saved = cache.savedKey === null ? "" : `; saved for the next run (${sizeText(cache.bytes)})`;
    return `package cache: ${found}${why}${saved}`;
}
function foundText({ hit, bytes, restoredMs }) {
    if (hit === "none")
        return "nothing to take";
    if (hit === "partial")
        return "packages of an earlier run, a new environment";
    return bytes === 0
        ? "the environment of the last run"
        : `the whole environment (${sizeText(bytes)} in ${duration_durationText(restoredMs)})`;
}
/** A size as people read it: decimal units, as package indexes show them. */
function sizeText(bytes) {
    const units = ["kB", "MB", "GB"];
    let value = bytes / 1000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

;// CONCATENATED MODULE: ./lib/report/outputs.js

/** Cleans the outputs of a phase's steps; what a stream has printed so far decides the colours that it goes on with. */
class outputs_Outputs {
    #colours;
    #streams = new Map();
    constructor(colours) {
        this.#colours = colours;
    }
    clean(event) {
        const key = `${event.phase} ${event.step} ${event.stream}`;
        let printable = this.#streams.get(key);
        if (printable === undefined) {
            printable = new terminal_text/* Printable */.wx(this.#colours);
            this.#streams.set(key, printable);
        }
        return printable.clean(event.text);
    }
    /** A phase is over, and with it its steps. */
    clear() {
        this.#streams.clear();
    }
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
;// CONCATENATED MODULE: ./lib/report/theme.js

const theme_MARKS = {
    success: "✔",
    failure: "✖",
    cancelled: "■",
    skipped: "○",
    "timed-out": "✖",
};
function theme_theme(color) {
    const { bold, dim, red, yellow, green, cyan, magenta, blue } = picocolors.createColors(color);
    const paints = {
        success: green,
        failure: red,
        cancelled: yellow,
        skipped: dim,
        "timed-out": red,
    };
    const labels = [cyan, magenta, blue, yellow, green];
    const paint = (result) => paints[result];
    return { bold, dim, red, yellow, green, cyan, labels, paint, mark: (result) => paint(result)(theme_MARKS[result]) };
}

// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var spec = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/report/words.js


/** How a step ended, in words: `exit code 1`, `killed by SIGKILL`, `timed out`. */
function words_reasonText(end) {
    if (end.timedOut === true || end.result === "timed-out")
        return "timed out";
    if (end.result === "cancelled")
        return "cancelled";
    if (end.result === "skipped")
        return end.cached === true ? "cached" : "skipped";
    if (end.signal !== null)
        return `killed by ${(0,terminal_text/* oneLine */.TN)(end.signal)}`;
    if (end.exitCode !== null && end.exitCode !== 0)
        return `exit code ${end.exitCode}`;
    return end.result === "success" ? "success" : "failed";
}
/** Why a phase failed before its steps, with the place. */
function words_phaseErrorText({ message, place }) {
    return place === null ? message : `${place.file}:${place.line}:${place.column}: ${message}`;
}
/** What a run's or a phase's result is called in a sentence. */
const words_RESULT_WORDS = {
    success: "succeeded",
    failure: "failed",
    cancelled: "was cancelled",
    skipped: "was skipped",
    "timed-out": "timed out",
};
/** The command as a shell would read it back, on one line. */
function words_commandText(argv) {
    return (0,terminal_text/* oneLine */.TN)((0,spec/* quoteWords */.AD)(argv));
}
/** The step's name, unless it only repeats the command or its beginning, as the name of a step without one does. */
function words_ownName(step) {
    const name = step.name.endsWith(" …") ? step.name.slice(0, -2) : step.name;
    const commands = [(0,spec/* quoteWords */.AD)(step.argv), step.argv.join(" "), (step.argv.at(-1) ?? "").trim()];
    return commands.some((command) => command.startsWith(name)) ? undefined : (0,terminal_text/* oneLine */.TN)(step.name);
}
const LONGEST_TITLE = 1000;
/** The step's name, or its command where it has none. */
function words_stepTitle(step) {
    return (0,terminal_text/* oneLine */.TN)((step.name === "" ? (0,spec/* quoteWords */.AD)(step.argv) : step.name).slice(0, LONGEST_TITLE));
}
/** The command that runs a build again from a phase on. */
function rerunCommand(plan, phase) {
    const spec = plan.spec === ".forge.yml" ? [] : ["--spec", plan.spec];
    return words_commandText(["forgexec", "run", plan.stage, ...spec, "--from", phase]);
}

;// CONCATENATED MODULE: ./lib/report/actions-lines.js








const LONGEST_LABEL = 24;
const LONGEST_COMMAND = 2000;
/** The lines of the Actions log, without what makes them inert. The log page shows colours. */
class actions_lines_ActionsLines {
    #trace;
    #outputs = new Outputs("keep");
    #theme = theme(true);
    constructor(trace) {
        this.#trace = trace;
    }
    of(event) {
        switch (event.type) {
            case "run.start":
                return `forgexec ${event.version} · ${event.stage}`;
            case "progress":
                return this.#theme.dim(oneLine(event.text));
            case "step.start":
                return this.#stepStart(event);
            case "step.ready":
                return `${this.#theme.mark("success")} ${this.#title(event)} is ready`;
            case "step.end":
                return this.#stepEnd(event);
            case "annotation":
                return oneLine(`${event.level}: ${event.file}:${event.line}:${event.column}: ${event.title} ${event.message}`);
            case "warning":
                return this.#theme.yellow(`warning: ${oneLine(event.message)}`);
            default:
                return "";
        }
    }
    output(event) {
        const label = this.#label(event);
        const text = this.#outputs.clean(event);
        return label === "" ? text : label + text.replaceAll("\n", `\n${label}`);
    }
    /** Output as it is; a label would keep the runner from seeing a command. */
    rawOutput(event) {
        const label = this.#label(event);
        if (label === "")
            return event.text;
        return event.text.replace(/^(?!\s*::|.*##\[)/gm, label);
    }
    phaseEnd(event) {
        this.#outputs.clear();
        const { dim, mark } = this.#theme;
        if (event.result === "skipped")
            return `${mark("skipped")} ${dim(`${event.phase} skipped`)}`;
        const cached = event.cached ? ", cached" : "";
        return `${mark(event.result)} ${event.phase} ${RESULT_WORDS[event.result]} ${dim(`in ${durationText(event.durationMs)}${cached}`)}`;
    }
    /** What to show outside the group of a phase that has ended. */
    failures(event) {
        const file = this.#trace.plan?.spec;
        const failed = this.#trace.failures(event.phase).map((step) => this.#failure(step, file));
        if (failed.length > 0 || !isFailure(event.result))
            return failed;
        const { message = `${event.phase} ${RESULT_WORDS[event.result]}`, place = null } = event.error ?? {};
        const annotation = { level: "error", file, ...place, title: event.phase, message: plain(message) };
        return [{ tail: "", annotation }];
    }
    runEnd(event) {
        const { mark, bold } = this.#theme;
        const stage = this.#trace.plan?.stage ?? "run";
        const code = event.exitCode === 0 ? "" : `, exit code ${event.exitCode}`;
        const cache = cacheText(event.cache);
        const last = `${mark(event.result)} ${bold(`${stage} ${RESULT_WORDS[event.result]}`)} in ${durationText(event.durationMs)}${code}`;
        return cache === null ? last : `${this.#theme.dim(cache)}\n${last}`;
    }
    #failure(step, file) {
        const { bold, red } = this.#theme;
        const reason = step.end === undefined ? "failed" : reasonText(step.end);
        const took = durationText(step.end?.durationMs ?? 0);
        const command = clip(commandText(step.argv), LONGEST_COMMAND);
        const head = `${red(bold(`${step.phase} › ${stepTitle(step)}: ${reason}`))}`;
        const output = plain(step.tail.text());
        const last = output === "" ? "It printed nothing." : `Its last lines:\n${output}`;
        return {
            tail: `${head}\n$ ${command}\n${last}`,
            annotation: {
                level: "error",
                file,
                line: step.planned?.position.line,
                column: step.planned?.position.column,
                title: `${step.phase}: ${stepTitle(step)}`,
                message: `${command}: ${reason} after ${took}`,
            },
        };
    }
    #stepStart(event) {
        const name = ownName(event);
        const again = event.attempt > 1 ? `attempt ${event.attempt}: ` : "";
        const command = this.#theme.cyan(`$ ${clip(commandText(event.argv), LONGEST_COMMAND)}`);
        const kind = event.background ? this.#theme.dim(" (in the background)") : "";
        return `${again}${name === undefined ? "" : `${this.#theme.bold(name)}  `}${command}${kind}`;
    }
    #stepEnd(event) {
        const { dim, mark, paint } = this.#theme;
        const step = this.#trace.step(event);
        if (step === undefined)
            return this.#unstarted(event);
        const took = dim(durationText(event.durationMs));
        const title = isLabelled(this.#trace, step) ? `${this.#title(event)} ` : "";
        const allowed = isFailure(event.result) && isAllowed(step) ? " (may fail)" : "";
        const reason = event.result === "success" ? "" : `${paint(event.result)(reasonText(event))}${allowed} `;
        return `${mark(event.result)} ${title}${reason}${took}`;
    }
    #unstarted(event) {
        const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
        if (planned === undefined || (planned.skip === null && event.cached !== true))
            return "";
        const why = planned.skip === null ? "" : `: ${oneLine(planned.skip)}`;
        return `${this.#theme.mark(event.result)} ${this.#theme.dim(`${stepTitle(planned)} ${reasonText(event)}${why}`)}`;
    }
    #title(at) {
        const step = this.#trace.step(at);
        return step === undefined ? "" : stepTitle(step);
    }
    #label(event) {
        const step = this.#trace.step(event);
        if (step === undefined || !isLabelled(this.#trace, step))
            return "";
        return `${this.#theme.dim(`[${clip(stepTitle(step), LONGEST_LABEL)}]`)} `;
    }
}

;// CONCATENATED MODULE: ./lib/report/actions.js








/** Lines of output shown again, outside the group, for each failure. */
const TAIL = { lines: 30, characters: 16 * 1024 };
/** Reports a run to the log of GitHub Actions: a group a phase, and what failed outside of them. */
function actionsReporter(options) {
    const { out, workflowCommands = "inert" } = options;
    const sink = new Sink(out);
    const trace = new Trace(TAIL);
    const log = new ActionsLog(options.randomToken ?? (() => randomBytes(20).toString("hex")));
    const lines = new ActionsLines(trace);
    const annotations = options.annotations === "off" ? undefined : new Annotations(options.workspace);
    let group = false;
    const endGroup = () => {
        if (group)
            log.live(workflowCommand("endgroup"));
        group = false;
        log.close();
    };
    const beginGroup = (title) => {
        endGroup();
        log.live(workflowCommand("group", {}, title));
        group = true;
    };
    const output = (event) => {
        if (workflowCommands === "run")
            log.live(lines.rawOutput(event) || " ");
        else
            log.inert(lines.output(event) || " ");
    };
    const annotate = (annotation, event) => {
        const command = annotations?.found(annotation) ?? "";
        if (command === "")
            log.inert(lines.of(event));
        else
            log.live(command);
    };
    const phaseEnd = (event) => {
        endGroup();
        log.live(lines.phaseEnd(event));
        for (const { tail, annotation } of lines.failures(event)) {
            const command = annotations?.failed(annotation) ?? "";
            log.inert(tail === "" && command === "" ? `${annotation.title}: ${annotation.message}` : tail);
            log.live(command);
        }
        log.close();
    };
    const runEnd = (event) => {
        endGroup();
        const { command = "", note = "" } = annotations?.rest() ?? {};
        for (const line of [command, note, lines.runEnd(event)])
            log.live(line);
    };
    const take = (event) => {
        switch (event.type) {
            case "run.start":
                log.live(lines.of(event));
                break;
            case "phase.start":
                beginGroup(event.phase);
                break;
            case "output":
                output(event);
                break;
            case "annotation":
                annotate({ ...event, message: plain(event.message), title: plain(event.title) }, event);
                break;
            case "warning":
                annotate({ level: "warning", title: "forgexec", message: plain(event.message) }, event);
                break;
            case "phase.end":
                phaseEnd(event);
                break;
            case "run.end":
                runEnd(event);
                break;
            default:
                log.inert(lines.of(event));
        }
    };
    return {
        handle(event) {
            trace.take(event);
            take(event);
            // Nothing is left open while forgexec does something else, or another writes to the log.
            if (!group)
                log.close();
            return sink.write(log.take());
        },
        async close() {
            endGroup();
            await sink.write(log.take());
            await sink.close();
        },
    };
}

// EXTERNAL MODULE: ./lib/columns.js
var lib_columns = __webpack_require__(4648);
;// CONCATENATED MODULE: ./lib/report/tail.js
/** The last lines of an output, in bounded memory: at most twice `characters`, however much goes in. */
class Tail {
    #limits;
    #chunks = [];
    #length = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    /** Takes whole lines, without the last newline. */
    push(text) {
        const { characters } = this.#limits;
        if (text.length > characters) {
            // One more than is shown tells that something was cut.
            this.#chunks = [copy(text.slice(-characters - 1))];
            this.#length = characters + 1;
            return;
        }
        this.#chunks.push(copy(text));
        this.#length += text.length + 1;
        if (this.#length > 2 * characters || this.#chunks.length > 4 * this.#limits.lines + 64)
            this.#shrink();
    }
    clear() {
        this.#chunks = [];
        this.#length = 0;
    }
    /** The last lines; the first one may be the end of a longer line, then `…` begins it. */
    text() {
        const all = this.#chunks.join("\n");
        const lines = all.split("\n").slice(-this.#limits.lines).join("\n");
        if (lines.length <= this.#limits.characters)
            return lines;
        const cut = lines.slice(-this.#limits.characters);
        const newline = cut.indexOf("\n");
        const whole = newline >= 0 && newline < cut.length / 2 ? cut.slice(newline + 1) : `…${cut.slice(1)}`;
        return whole.replace(/^(…?)[\udc00-\udfff]/, "$1");
    }
    #shrink() {
        const text = this.text();
        this.#chunks = [copy(text)];
        this.#length = text.length;
    }
}
/** A slice keeps the whole string that it was cut from alive, here a chunk of output; a copy does not. */
function copy(text) {
    return Buffer.from(text, "utf16le").toString("utf16le");
}

;// CONCATENATED MODULE: ./lib/report/trace.js

/** Beyond so many failed steps their last output is not kept: memory stays bounded however many fail. */
const MOST_TAILS = 100;
/** Follows a run: what was planned, what ran, what runs now, and the last output of what failed. */
class trace_Trace {
    phases = new Map();
    plan;
    /** What forgexec itself does for the phase that runs. */
    progress;
    #current;
    #limits;
    #tails = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    take(event) {
        switch (event.type) {
            case "run.start":
                this.plan = event.plan;
                return;
            case "phase.start":
                this.#current = this.#phase(event.phase, event.time);
                this.progress = undefined;
                return;
            case "step.start":
                this.#start(event);
                return;
            case "output":
                this.step(event)?.tail.push(event.text);
                return;
            case "step.end":
                this.#end(event);
                return;
            case "progress":
                this.progress = event.text;
                return;
            case "phase.end":
                this.#phase(event.phase, event.time).end = event;
                this.#current = undefined;
        }
    }
    step(at) {
        return this.phases.get(at.phase)?.steps.get(at.step);
    }
    planned(at) {
        const phase = this.plan?.phases.find((candidate) => candidate.phase === at.phase);
        const likely = phase?.steps[at.step];
        return likely?.step === at.step ? likely : phase?.steps.find((candidate) => candidate.step === at.step);
    }
    /** The phase that runs. */
    current() {
        return this.#current;
    }
    /** Steps that were started and have not ended, in spec order. */
    running() {
        return this.#steps().filter((step) => step.end === undefined);
    }
    /** Steps that made their phase fail, in spec order. */
    failures(phase) {
        return this.#steps(phase).filter((step) => trace_isFailure(step.end?.result) && !trace_isAllowed(step));
    }
    #steps(only) {
        const phases = [...this.phases.values()].filter(({ phase }) => only === undefined || phase === only);
        return phases.flatMap(({ steps }) => [...steps.values()].sort((a, b) => a.step - b.step));
    }
    #phase(phase, time) {
        const known = this.phases.get(phase);
        if (known !== undefined)
            return known;
        const parallel = this.plan?.phases.find((planned) => planned.phase === phase)?.parallel ?? false;
        const trace = {
            phase,
            startedAt: Date.parse(time),
            parallel,
            steps: new Map(),
            end: undefined,
        };
        this.phases.set(phase, trace);
        return trace;
    }
    #start(event) {
        const phase = this.#phase(event.phase, event.time);
        const planned = this.planned(event);
        this.progress = undefined;
        const { name, argv, background, attempt, step } = event;
        const startedAt = Date.parse(event.time);
        const tail = new Tail(this.#limits);
        phase.steps.set(step, {
            phase: event.phase,
            step,
            name,
            argv,
            background,
            attempt,
            startedAt,
            planned,
            tail,
            end: undefined,
        });
    }
    #end(event) {
        const step = this.step(event);
        if (step === undefined)
            return;
        step.end = event;
        if (trace_isFailure(event.result) && this.#tails < MOST_TAILS)
            this.#tails++;
        else
            step.tail.clear();
    }
}
function trace_isFailure(result) {
    return result === "failure" || result === "timed-out";
}
/** Whether the spec lets the step fail. */
function trace_isAllowed(step) {
    return step.planned?.continueOnError === true;
}
/** Whether a step runs beside others, so that its lines have to say whose they are. */
function trace_isLabelled(trace, step) {
    return step.background || trace.phases.get(step.phase)?.parallel === true;
}

;// CONCATENATED MODULE: ./lib/report/console-closing.js






const MOST_FAILURES = 10;
/** The end of the terminal report: what failed, a line a phase with a timeline, and the result. */
function closingText(closing) {
    const { level } = closing;
    const parts = level === "quiet" ? [failures(closing), result(closing)] : [failures(closing), phases(closing), result(closing)];
    return parts.map((part) => (level === "quiet" ? part : `\n${part}`).replace(/^\n$/, "")).join("");
}
function phases(closing) {
    const { end, theme, level } = closing;
    const names = Math.max(0, ...end.phases.map(({ phase }) => (0,lib_columns/* widthOf */.qz)(phase)));
    const times = Math.max(0, ...end.phases.map(timeOf).map(lib_columns/* widthOf */.qz));
    const lines = end.phases.map((phase) => {
        const time = theme.dim((0,lib_columns/* padStart */.CF)(timeOf(phase), times));
        return `${theme.mark(phase.result)} ${(0,lib_columns/* pad */.eV)(phase.phase, names)}  ${time}  ${bar(closing, phase)}`.trimEnd();
    });
    const { cache } = end;
    const key = level === "verbose" ? [`cache: ${cache.hit}${cache.key === null ? "" : ` ${(0,terminal_text/* oneLine */.TN)(cache.key)}`}`] : [];
    const facts = [cache_text_cacheText(cache) ?? [], key].flat().map((fact) => theme.dim(`  ${fact}`));
    return [...lines, ...facts].map((line) => `${line}\n`).join("");
}
function timeOf(phase) {
    if (phase.result === "skipped")
        return "skipped";
    return phase.cached ? "cached" : duration_durationText(phase.durationMs);
}
/** Where the phase lies in the run's time. */
function bar(closing, phase) {
    const { end, trace, theme } = closing;
    const first = Math.min(...[...trace.phases.values()].map(({ startedAt }) => startedAt));
    const started = trace.phases.get(phase.phase)?.startedAt;
    if (started === undefined || phase.result === "skipped" || end.durationMs <= 0)
        return "";
    const width = Math.max(10, Math.min(40, closing.width - 40));
    const total = Math.max(1, end.durationMs);
    const from = Math.min(width - 1, Math.max(0, Math.floor(((started - first) / total) * width)));
    const length = Math.min(width - from, Math.max(1, Math.round((phase.durationMs / total) * width)));
    return " ".repeat(from) + theme.paint(phase.result)("━".repeat(length));
}
function failures(closing) {
    const { end, trace, theme } = closing;
    const failed = trace.failures();
    const shown = failed.slice(0, MOST_FAILURES).map((step) => failure(closing, step));
    const more = failed.length - shown.length;
    if (more > 0)
        shown.push(`${theme.red(`… and ${more} more failed steps`)}\n`);
    const stepless = end.phases.filter((phase) => trace_isFailure(phase.result) && trace.failures(phase.phase).length === 0);
    return [...shown, ...stepless.map((phase) => phaseFailure(closing, phase))].join("\n");
}
/** A phase that failed though no step of it did: its environment could not be made, or its time was up. */
function phaseFailure({ theme }, phase) {
    const head = `${theme.red(theme.bold(" FAILED "))}${theme.bold(phase.phase)}  ${theme.red(words_RESULT_WORDS[phase.result])}`;
    const why = phase.error === undefined ? [] : (0,terminal_text/* plain */.pj)(words_phaseErrorText(phase.error)).split("\n");
    const lines = why.map((line) => `${theme.red("  │")} ${line}`);
    return [head, ...lines].map((line) => `${line}\n`).join("");
}
function failure(closing, step) {
    const { theme, trace } = closing;
    const { bold, dim, red } = theme;
    const name = words_ownName(step);
    const reason = step.end === undefined ? "" : `${words_reasonText(step.end)} after ${duration_durationText(step.end.durationMs)}`;
    const attempts = step.attempt > 1 ? ` (attempt ${step.attempt})` : "";
    const head = `${red(bold(" FAILED "))}${bold(`${step.phase}${name === undefined ? "" : ` › ${name}`}`)}  ${red(reason)}${attempts}`;
    const command = (0,terminal_text/* plain */.pj)(words_commandText(step.argv));
    const tail = step.tail.text();
    const output = tail === ""
        ? [dim("  (no output)")]
        : (0,terminal_text/* plain */.pj)(tail)
            .split("\n")
            .map((line) => `${red("  │")} ${line}`);
    const rerun = trace.plan === undefined ? [] : [`  ${dim("again from here:")} ${rerunCommand(trace.plan, step.phase)}`];
    return [head, `  ${dim("$")} ${command}`, ...output, ...rerun].map((line) => `${line}\n`).join("");
}
function result(closing) {
    const { end, trace, theme } = closing;
    const { bold, dim, mark, paint } = theme;
    const stage = trace.plan?.stage ?? "run";
    const words = paint(end.result)(bold(`${stage} ${words_RESULT_WORDS[end.result]}`));
    const code = end.exitCode === 0 ? "" : dim(`  exit code ${end.exitCode}`);
    const [first, ...others] = trace.failures();
    const what = first === undefined
        ? ""
        : `: ${first.phase} › ${words_stepTitle(first)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
    return `${mark(end.result)} ${words}${what}  ${dim(`in ${duration_durationText(end.durationMs)}`)}${code}\n`;
}

;// CONCATENATED MODULE: ./lib/report/console-lines.js





const INDENT = "    ";
const console_lines_LONGEST_LABEL = 16;
const console_lines_LONGEST_COMMAND = 500;
/** The terminal report's lines for each event but the last. Each text ends with a newline or is empty. */
class ConsoleLines {
    #theme;
    #level;
    #trace;
    constructor(options) {
        this.#theme = options.theme;
        this.#level = options.level;
        this.#trace = options.trace;
    }
    of(event) {
        if (this.#level === "quiet")
            return "";
        switch (event.type) {
            case "run.start":
                return this.#runStart(event);
            case "phase.start":
                return `\n${this.#theme.bold(this.#theme.cyan(`▶ ${event.phase}`))}\n`;
            case "step.start":
                return this.#stepStart(event);
            case "step.ready":
                return this.#about(event, (step) => `${this.#theme.mark("success")} ${this.#title(step)} ${this.#theme.dim("is ready")}`);
            case "step.end":
                return this.#stepEnd(event);
            case "phase.end":
                return this.#phaseEnd(event);
            case "progress":
                return `${INDENT}${this.#theme.dim((0,terminal_text/* oneLine */.TN)(event.text))}\n`;
            case "annotation":
                return this.#annotation(event);
            case "warning":
                return `${this.#theme.yellow(`warning: ${(0,terminal_text/* oneLine */.TN)(event.message)}`)}\n`;
            default:
                return "";
        }
    }
    /** A step's output, cleaned, with what stands before each of its lines. */
    output(event, text) {
        const step = this.#trace.step(event);
        const prefix = step !== undefined && trace_isLabelled(this.#trace, step) ? this.#label(step) : INDENT;
        return `${prefix}${text.replaceAll("\n", `\n${prefix}`)}\n`;
    }
    #runStart(event) {
        const { bold, dim } = this.#theme;
        const { version, stage, spec, directory, plan } = event;
        const first = `${bold("forgexec")} ${dim(`${version} · ${stage} · ${(0,terminal_text/* oneLine */.TN)(spec)}`)}\n`;
        if (this.#level !== "verbose")
            return first;
        const facts = [
            `directory  ${(0,terminal_text/* oneLine */.TN)(directory)}`,
            `python     ${plan.needsPython ? (0,terminal_text/* oneLine */.TN)(plan.python ?? "python3 on PATH") : "not needed"}`,
            `cache key  ${plan.cacheKey === null ? "none" : (0,terminal_text/* oneLine */.TN)(plan.cacheKey)}`,
        ];
        return first + facts.map((fact) => `  ${dim(fact)}\n`).join("");
    }
    #stepStart(event) {
        const { bold, dim } = this.#theme;
        const planned = this.#trace.step(event)?.planned;
        const name = words_ownName(event);
        const again = event.attempt > 1 ? this.#theme.yellow(`attempt ${event.attempt} of ${(planned?.retry ?? 0) + 1}  `) : "";
        const kind = event.background ? dim("  in the background") : "";
        const command = `${dim("$")} ${bold((0,lib_columns/* clip */.$Q)(words_commandText(event.argv), console_lines_LONGEST_COMMAND))}`;
        const line = `  ${again}${name === undefined ? "" : `${(0,lib_columns/* clip */.$Q)(name, console_lines_LONGEST_COMMAND)}  `}${command}${kind}\n`;
        if (this.#level !== "verbose" || planned === undefined)
            return line;
        const names = Object.keys(planned.environment).sort();
        const facts = [
            `in ${(0,terminal_text/* oneLine */.TN)(planned.workingDirectory)}`,
            ...(names.length > 0 ? [`with ${(0,terminal_text/* oneLine */.TN)(names.join(" "))}`] : []),
            ...(planned.timeoutMs === null ? [] : [`at most ${duration_durationText(planned.timeoutMs)}`]),
        ];
        return line + facts.map((fact) => `${INDENT}${dim(fact)}\n`).join("");
    }
    #stepEnd(event) {
        const { dim, yellow, mark, paint } = this.#theme;
        const step = this.#trace.step(event);
        const took = dim(duration_durationText(event.durationMs));
        if (step === undefined)
            return this.#unstarted(event);
        const title = trace_isLabelled(this.#trace, step) ? `${this.#title(step)}  ` : "";
        if (event.result === "success")
            return `  ${mark("success")} ${title}${took}\n`;
        const allowed = trace_isAllowed(step) ? yellow(" (may fail)") : "";
        return `  ${mark(event.result)} ${title}${paint(event.result)(words_reasonText(event))}${allowed}  ${took}\n`;
    }
    /** A step that was never started, such as one for another platform. */
    #unstarted(event) {
        const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
        const tells = planned?.skip !== null || event.cached === true || this.#level === "verbose";
        if (planned === undefined || !tells)
            return "";
        const why = planned.skip === null ? words_reasonText(event) : `${words_reasonText(event)}: ${(0,terminal_text/* oneLine */.TN)(planned.skip)}`;
        return `  ${this.#theme.mark(event.result)} ${this.#theme.dim(`${(0,lib_columns/* clip */.$Q)(words_stepTitle(planned), 60)}  ${why}`)}\n`;
    }
    #phaseEnd(event) {
        const { bold, dim, mark, paint } = this.#theme;
        if (event.result === "skipped")
            return `\n${mark("skipped")} ${dim(`${event.phase}  skipped`)}\n`;
        const cached = event.cached ? dim("  cached") : "";
        return `${mark(event.result)} ${bold(paint(event.result)(event.phase))}  ${dim(duration_durationText(event.durationMs))}${cached}\n`;
    }
    #annotation(event) {
        const paint = { error: this.#theme.red, warning: this.#theme.yellow, notice: this.#theme.cyan }[event.level];
        const place = `${event.file}:${event.line}:${event.column}`;
        const title = event.title === "" ? "" : `${event.title}: `;
        return `${INDENT}${(0,terminal_text/* oneLine */.TN)(place)} ${paint(event.level)} ${(0,terminal_text/* oneLine */.TN)(`${title}${event.message}`)}\n`;
    }
    #about(event, line) {
        const step = this.#trace.step(event);
        return step === undefined ? "" : `  ${line(step)}\n`;
    }
    #title(step) {
        return (0,lib_columns/* clip */.$Q)(words_stepTitle(step), 60);
    }
    /** The labels of a phase are all as wide as its longest. */
    #label(step) {
        const steps = this.#trace.phases.get(step.phase)?.steps.values() ?? [];
        const names = [...steps]
            .filter((other) => trace_isLabelled(this.#trace, other))
            .map((other) => (0,lib_columns/* clip */.$Q)(words_stepTitle(other), console_lines_LONGEST_LABEL));
        const width = (0,lib_columns/* widest */.D3)(names, 0);
        const paint = this.#theme.labels[step.step % this.#theme.labels.length] ?? this.#theme.cyan;
        return `${INDENT}${paint((0,lib_columns/* pad */.eV)((0,lib_columns/* clip */.$Q)(words_stepTitle(step), console_lines_LONGEST_LABEL), width))} ${this.#theme.dim("│")} `;
    }
}

// EXTERNAL MODULE: ./lib/spinner.js
var spinner = __webpack_require__(494);
;// CONCATENATED MODULE: ./lib/report/live.js


/**
 * Lines that stay at the end of a terminal while text scrolls above them. What to write is returned, never written here.
 * The cursor is never hidden and no mode is ever set, so there is nothing to restore, not even after SIGKILL.
 */
class LiveLines {
    #drawn = [];
    /** What removes the lines. `columns` is the terminal's width now: lines that no longer fit take several rows. */
    erase(columns) {
        if (this.#drawn.length === 0)
            return "";
        const rows = this.#drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil((0,lib_columns/* widthOf */.qz)((0,terminal_text/* plain */.pj)(line)) / Math.max(1, columns))), 0);
        this.#drawn = [];
        return rows > 1 ? `\r\u001b[${rows - 1}A\u001b[J` : "\r\u001b[J";
    }
    /** What draws the lines at the cursor, which stands at the beginning of a row. */
    draw(lines) {
        this.#drawn = lines;
        return lines.join("\n");
    }
}

;// CONCATENATED MODULE: ./lib/report/console-progress.js






const MOST_LINES = 5;
/** The live lines of the terminal report: what runs, and for how long. */
class ConsoleProgress {
    #out;
    #theme;
    #trace;
    #now;
    #schedule;
    #lines = new LiveLines();
    #stop;
    #frame = 0;
    #drawnAt = 0;
    constructor(options) {
        this.#out = options.out;
        this.#theme = options.theme;
        this.#trace = options.trace;
        this.#now = options.now ?? (() => new Date());
        this.#schedule = options.schedule ?? every;
    }
    /** Draws anew from time to time. */
    begin(write) {
        let waiting = false;
        this.#stop = this.#schedule(() => {
            // A terminal that is slow to take text is not sent more frames.
            if (waiting)
                return;
            this.#frame++;
            const wait = write(this.#redraw(""));
            if (wait === undefined)
                return;
            waiting = true;
            const done = () => {
                waiting = false;
            };
            wait.then(done, done);
        }, spinner/* FRAME_MS */.V);
    }
    /** The text with the live lines moved below it; while much is printed they come back only now and then. */
    above(text) {
        if (text === "")
            return "";
        if (this.#now().getTime() - this.#drawnAt < spinner/* FRAME_MS */.V)
            return this.#lines.erase(this.#columns()) + text;
        return this.#redraw(text);
    }
    /** Removes the live lines for good. */
    end() {
        this.#stop?.();
        this.#stop = undefined;
        return this.#lines.erase(this.#columns());
    }
    #redraw(text) {
        this.#drawnAt = this.#now().getTime();
        return this.#lines.erase(this.#columns()) + text + this.#lines.draw(this.#current());
    }
    #current() {
        const running = this.#trace.running();
        const phase = this.#trace.current();
        if (running.length === 0 && phase !== undefined) {
            return [
                this.#line({ phase: phase.phase, text: (0,terminal_text/* oneLine */.TN)(this.#trace.progress ?? ""), startedAt: phase.startedAt }),
            ];
        }
        const most = Math.max(1, Math.min(MOST_LINES, (this.#out.rows ?? 24) - 2));
        const shown = running.length > most ? running.slice(-(most - 1 || 1)) : running;
        const lines = shown.map((step) => this.#line({ ...step, text: words_stepTitle(step) }));
        const more = running.length - shown.length;
        return more > 0 && most > 1 ? [this.#theme.dim(`  and ${more} more`), ...lines] : lines;
    }
    #line(what) {
        const { cyan, dim } = this.#theme;
        const elapsed = duration_durationText(Math.floor(Math.max(0, this.#drawnAt - what.startedAt) / 100) * 100);
        const left = what.text === "" ? what.phase : `${what.phase} › `;
        const room = this.#columns() - left.length - elapsed.length - 5;
        // Where there is hardly a column the terminal is no place for progress, but nothing may wrap either.
        if (room < 4)
            return (0,lib_columns/* clip */.$Q)(`${what.phase} ${elapsed}`, this.#columns() - 1);
        return `${cyan(spinner/* FRAMES */.R[this.#frame % spinner/* FRAMES */.R.length] ?? "")} ${dim(left)}${(0,lib_columns/* clip */.$Q)(what.text, room)}  ${dim(elapsed)}`;
    }
    #columns() {
        return Math.max(1, this.#out.columns ?? 80);
    }
}
/** Progress must not keep a process alive. */
const every = (tick, everyMs) => {
    const timer = setInterval(tick, everyMs);
    timer.unref();
    return () => clearInterval(timer);
};

;// CONCATENATED MODULE: ./lib/report/sink.js
/** Writes to a stream and says when to wait. A stream that breaks takes nothing more; its error is thrown once. */
class sink_Sink {
    #out;
    #broken = false;
    #error;
    #waiting;
    constructor(out) {
        this.#out = out;
        // Without a listener, a reader that goes away (`| head`) would end the process and leave the build's commands behind.
        out.on("error", this.#fail);
    }
    /** Writes; a returned promise resolves when the stream takes more, or never will. */
    write(text) {
        if (text === "")
            return this.#waiting;
        this.#throwOnce();
        if (this.#broken || this.#out.destroyed === true)
            return;
        if (this.#out.write(text))
            return;
        this.#waiting ??= this.#drained();
        return this.#waiting;
    }
    /** Waits for what is under way and lets the stream go. */
    async close() {
        await this.#waiting;
        // The listener stays: the error of a last write may come later.
        this.#throwOnce();
    }
    #fail = (error) => {
        this.#broken = true;
        this.#error ??= error;
    };
    #throwOnce() {
        const error = this.#error;
        if (error === undefined)
            return;
        this.#error = undefined;
        // A reader that has seen enough is no fault.
        if (error.code !== "EPIPE")
            throw error;
    }
    #drained() {
        return new Promise((resolve) => {
            const done = () => {
                for (const event of ["drain", "error", "close"])
                    this.#out.off(event, done);
                this.#waiting = undefined;
                resolve();
            };
            for (const event of ["drain", "error", "close"])
                this.#out.on(event, done);
        });
    }
}

;// CONCATENATED MODULE: ./lib/report/console.js







/** Lines of output kept for each failure. */
const console_TAIL = { lines: 20, characters: 8 * 1024 };
/** Reports a run to people, on a terminal or as plain lines on a pipe. */
function consoleReporter(options) {
    const { out, level = "normal" } = options;
    const look = theme_theme(options.color);
    const trace = new trace_Trace(console_TAIL);
    const lines = new ConsoleLines({ theme: look, level, trace });
    const live = out.isTTY === true && options.progress !== "never";
    const progress = live ? new ConsoleProgress({ ...options, theme: look, trace }) : undefined;
    const sink = new sink_Sink(out);
    const outputs = new outputs_Outputs(options.color ? "keep" : "drop");
    const textOf = (event) => {
        if (event.type === "phase.end")
            outputs.clear();
        if (event.type === "output")
            return level === "quiet" ? "" : lines.output(event, outputs.clean(event));
        if (event.type !== "run.end")
            return lines.of(event);
        const width = options.width ?? out.columns ?? 80;
        return closingText({ end: event, trace, theme: look, level, width });
    };
    progress?.begin((text) => sink.write(text));
    return {
        handle(event) {
            trace.take(event);
            const text = textOf(event);
            if (progress === undefined)
                return sink.write(text);
            return sink.write(event.type === "run.end" ? progress.end() + text : progress.above(text));
        },
        async close() {
            await sink.write(progress?.end() ?? "");
            await sink.close();
        },
    };
}

;// CONCATENATED MODULE: ./lib/report/json.js

/** Each event as one line of JSON, and nothing else (JSON Lines, RFC 8259 values). */
function jsonReporter(options) {
    const sink = new sink_Sink(options.out);
    return {
        handle: (event) => sink.write(`${JSON.stringify(event)}\n`),
        close: () => sink.close(),
    };
}

;// CONCATENATED MODULE: ./lib/report/markdown.js

/**
 * A text as it stands, within a table or a paragraph of GitHub's Markdown: nothing of it is markup, a link or a mention.
 * `<code>` keeps GitHub from linking names; entities keep Markdown from reading what is in it.
 */
function markdown_code(text) {
    return `<code>${markdown_escapeMarkdown(text)}</code>`;
}
/** So many characters (code points) of a text, with an ellipsis where something was cut. */
function markdown_cut(text, characters) {
    const start = [...text.slice(0, 2 * characters + 1)];
    return start.length <= characters && text.length <= 2 * characters
        ? text
        : `${start.slice(0, characters - 1).join("")}…`;
}
/** One line of text with everything that Markdown or HTML would act on written as character references. */
function markdown_escapeMarkdown(text) {
    return (0,terminal_text/* oneLine */.TN)(text)
        .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
        .replace(/[&<>"'`*[\]\\~|{}^$@!#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi, reference);
}
/** Lines of text as a code block; its fence is longer than any in the text. */
function markdown_fenced(text) {
    const shown = (0,terminal_text/* plain */.pj)(text).replaceAll("\r", "");
    const longest = Math.max(2, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${shown}\n${fence}\n`;
}
function reference(character) {
    return `&#${character.charCodeAt(0)};`;
}

;// CONCATENATED MODULE: ./lib/report/sandbox-text.js

/** What a phase is shut into, in a line: `bubblewrap, network isolated, memory 2GiB`. */
function sandboxText({ backend, namedBy, image, ports, configuration, lacking }) {
    const { network, mounts, filesystemRoot, filesystemWritablePaths: writable, extraMounts, limits, capabilities, } = configuration;
    const parts = [
        namedBy === undefined ? backend : `${backend} (${namedBy})`,
        ...(image === null ? [] : [`image ${image}`]),
        ...ports.map(({ host, sandbox }) => `port ${host} → ${sandbox}`),
        ...(network === undefined ? [] : [`network ${network}`]),
        ...(mounts === undefined ? [] : [`mounts ${mounts}`]),
        ...(filesystemRoot === undefined ? [] : [`root ${filesystemRoot}`]),
        ...(writable === undefined
            ? []
            : [`writable: ${typeof writable === "string" ? writable : writable.join(" ") || "none"}`]),
        ...(extraMounts ?? []).map(({ type, target }) => `${type} at ${target}`),
        ...Object.entries(limits ?? {}).map(([name, value]) => `${kebab(name)} ${valueText(value)}`),
        ...Object.entries(capabilities ?? {}).map(([name, values]) => `${name} ${values.join(" ")}`),
        ...(lacking === "left-out" ? ["what it cannot do is left out"] : []),
    ];
    return (0,terminal_text/* oneLine */.TN)(parts.join(", "));
}
function valueText(value) {
    if (typeof value !== "object" || value === null)
        return String(value);
    return Object.entries(value)
        .map(([name, rate]) => `${name} ${rate}`)
        .join(" ");
}
function kebab(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./lib/report/plan-table.js







const GAP = "  ";
const LONGEST_VALUE = 60;
/**
 * What would run, as a table for people: phases, steps, commands, and under each step what is special about it.
 * `width` is in columns, wide characters count two; absent: nothing is cut.
 */
function planTable(plan, options = {}) {
    const look = theme_theme(options.color === true);
    const width = Math.max(20, options.width ?? Number.MAX_SAFE_INTEGER);
    const common = commonEnvironment(plan);
    const rows = plan.phases.flatMap((phase) => rowsOf(plan, phase, common));
    const phases = (0,lib_columns/* widest */.D3)(rows.map(({ phase }) => phase), 5);
    const indexes = (0,lib_columns/* widest */.D3)(rows.map(({ index }) => index), 1);
    const room = width - phases - indexes - 2 * GAP.length;
    const lines = rows.flatMap((row) => {
        const begin = `${look.bold(look.cyan((0,lib_columns/* pad */.eV)(row.phase, phases)))}${GAP}${look.dim((0,lib_columns/* pad */.eV)(row.index, indexes))}${GAP}`;
        const command = (0,lib_columns/* clip */.$Q)(row.command, room);
        const notes = row.notes.map((note) => " ".repeat(phases + indexes + 2 * GAP.length) + look.dim((0,lib_columns/* clip */.$Q)(`· ${note}`, room)));
        return [begin + (row.skipped ? look.dim(command) : command), ...notes];
    });
    const head = header(plan, common, { look, width });
    const heading = look.dim(`${(0,lib_columns/* pad */.eV)("PHASE", phases)}${GAP}${(0,lib_columns/* pad */.eV)("#", indexes)}${GAP}COMMAND`);
    const body = rows.length === 0 ? [look.dim("Nothing would run.")] : [heading, ...lines];
    return [...head, "", ...body].map((line) => `${line.trimEnd()}\n`).join("");
}
function header(plan, common, view) {
    const { look, width } = view;
    const facts = [
        ["stage", plan.stage],
        ["spec", (0,terminal_text/* oneLine */.TN)(plan.spec)],
        ["directory", (0,terminal_text/* oneLine */.TN)(plan.directory)],
        ["python", plan.needsPython ? (0,terminal_text/* oneLine */.TN)(plan.python ?? "python3 on PATH") : "the machine's"],
        ["cache key", keyText(plan)],
        ...(plan.timeoutMs === null ? [] : [["time-out", duration_durationText(plan.timeoutMs)]]),
        ...common.map((variable, index) => [index === 0 ? "environment" : "", variable]),
    ];
    const warnings = plan.warnings.map(({ message }) => look.yellow((0,lib_columns/* clip */.$Q)(`warning: ${(0,terminal_text/* oneLine */.TN)(message)}`, width)));
    return [
        ...facts.map(([name = "", value = ""]) => `${look.dim((0,lib_columns/* pad */.eV)(name, 11))}${GAP}${(0,lib_columns/* clip */.$Q)(value, width - 13)}`),
        ...warnings,
    ];
}
function keyText({ cacheKey, cacheKeyMissing }) {
    if (cacheKey !== null)
        return (0,terminal_text/* oneLine */.TN)(cacheKey);
    return cacheKeyMissing === undefined ? "no cache" : (0,terminal_text/* oneLine */.TN)(`not known: ${cacheKeyMissing}`);
}
function rowsOf(plan, phase, common) {
    return phase.steps.map((step, index) => {
        const name = words_ownName(step);
        const first = index === 0;
        const ofPhase = [
            ...(phase.parallel ? ["steps of this phase run at the same time"] : []),
            ...(phase.timeoutMs === null ? [] : [`phase ends after ${duration_durationText(phase.timeoutMs)}`]),
            ...(phase.idToken ? ["OIDC variables are passed on"] : []),
            ...(phase.sandbox === null ? [] : [`sandbox: ${sandboxText(phase.sandbox)}`]),
        ];
        return {
            phase: first ? phase.phase : "",
            index: String(step.step + 1),
            command: `${name === undefined ? "" : `${name}: `}${words_commandText(step.argv)}`,
            notes: [...(first ? ofPhase : []), ...notesOf(plan, step, common)],
            skipped: step.skip !== null,
        };
    });
}
function notesOf(plan, step, common) {
    const bounds = [
        ...(step.skip === null ? [] : [`skipped: ${(0,terminal_text/* oneLine */.TN)(step.skip)}`]),
        ...(step.background ? ["in the background"] : []),
        ...(step.ready === null ? [] : [`ready when ${readyText(step.ready)}`]),
        ...(step.timeoutMs === null ? [] : [`at most ${duration_durationText(step.timeoutMs)}`]),
        ...(step.idleTimeoutMs === null ? [] : [`at most ${duration_durationText(step.idleTimeoutMs)} without output`]),
        ...(step.retry === 0 ? [] : [`${step.retry + 1} attempts`]),
        ...(step.continueOnError ? ["may fail"] : []),
        ...(step.cacheable ? ["not run where the environment comes from the cache"] : []),
    ];
    const folder = (0,external_node_path_.relative)(plan.directory, step.workingDirectory);
    return [
        ...(bounds.length > 0 ? [bounds.join(", ")] : []),
        ...(folder === "" ? [] : [`in ${(0,terminal_text/* oneLine */.TN)(folder)}`]),
        ...(step.stdin === null ? [] : [`reads ${(0,terminal_text/* oneLine */.TN)((0,external_node_path_.relative)(plan.directory, step.stdin))}`]),
        ...variablesOf(step).filter((variable) => !common.includes(variable)),
    ];
}
function readyText(ready) {
    const within = ` within ${duration_durationText(ready.timeoutMs)}`;
    switch (ready.kind) {
        case "http":
            return `${(0,terminal_text/* oneLine */.TN)(ready.url)} answers${within}`;
        case "tcp":
            return `${(0,terminal_text/* oneLine */.TN)(ready.host)}:${ready.port} accepts${within}`;
        case "log":
            return `its output matches /${(0,terminal_text/* oneLine */.TN)(ready.pattern)}/${within}`;
        case "command":
            return `${words_commandText(ready.words)} succeeds${within}`;
    }
}
/** Variables that every step gets are told once. */
function commonEnvironment(plan) {
    const [first, ...others] = plan.phases.flatMap(({ steps }) => steps.map((step) => new Set(variablesOf(step))));
    if (first === undefined)
        return [];
    return [...first].filter((variable) => others.every((set) => set.has(variable)));
}
function variablesOf(step) {
    return Object.entries(step.environment)
        .map(([name, value]) => `${(0,terminal_text/* oneLine */.TN)(name)}=${plan_table_valueText(value)}`)
        .sort();
}
function plan_table_valueText(value) {
    if (typeof value === "string")
        return (0,lib_columns/* clip */.$Q)((0,terminal_text/* oneLine */.TN)(value), LONGEST_VALUE);
    return "env" in value ? `(from ${(0,terminal_text/* oneLine */.TN)(value.env)})` : "(encrypted)";
}

;// CONCATENATED MODULE: ./lib/report/report.js
/**
 * One reporter out of several: each gets every event, in turn. A fault of one becomes one `warning` event for the
 * others, once, and is never thrown.
 */
function teeReporters(reporters, options = {}) {
    const faulty = new Set();
    let time = "";
    const warn = async (reporter, error) => {
        if (faulty.has(reporter))
            return;
        faulty.add(reporter);
        const message = `A report could not be written: ${error instanceof Error ? error.message : String(error)}. The build goes on.`;
        const sound = reporters.filter((other) => !faulty.has(other));
        if (sound.length === 0)
            options.warn?.(message);
        for (const other of sound) {
            await guard(other, () => other.handle({ type: "warning", time, code: "report-failed", message }));
        }
    };
    const guard = (reporter, act) => {
        try {
            const wait = act();
            if (wait !== undefined)
                return wait.catch((error) => warn(reporter, error));
        }
        catch (error) {
            return warn(reporter, error);
        }
    };
    return {
        async handle(event) {
            time = event.time;
            for (const reporter of reporters) {
                const wait = guard(reporter, () => reporter.handle(event));
                if (wait !== undefined)
                    await wait;
            }
        },
        async close() {
            for (const reporter of reporters)
                await guard(reporter, () => reporter.close?.());
        },
    };
}
/**
 * Feeds a run's events to the reporters, closes them whatever happens, and returns the run's last event.
 * Throws what the events' source throws; an Error if it ends without `run.end`.
 */
async function report(events, reporters, options = {}) {
    const all = teeReporters(reporters, options);
    let end;
    try {
        for await (const event of events) {
            await all.handle(event);
            if (event.type === "run.end")
                end = event;
        }
    }
    finally {
        await all.close?.();
    }
    if (end === undefined)
        throw new Error("The run's events ended without run.end.");
    return end;
}

;// CONCATENATED MODULE: ./lib/report/gantt.js


const MOST_BARS = 50;
const LONGEST_NAME = 40;
/**
 * The steps over time as a Mermaid gantt chart (mermaid.js.org/syntax/gantt). Where there are too many, the longest ones
 * and those that failed are shown. Empty without steps.
 */
function gantt_gantt(bars) {
    const shown = gantt_select(bars);
    if (shown.length === 0)
        return "";
    const lines = ["gantt", "  dateFormat x", "  axisFormat %H:%M:%S"];
    let section = "";
    for (const bar of shown) {
        if (bar.section !== section)
            lines.push(`  section ${taskName(bar.section)}`);
        section = bar.section;
        const tag = bar.result === "failure" || bar.result === "timed-out" ? "crit, " : bar.result === "success" ? "" : "done, ";
        const end = bar.startedAt + Math.max(1, Math.round(bar.durationMs));
        lines.push(`    ${taskName(bar.name)} :${tag}${bar.startedAt}, ${end}`);
    }
    const left = bars.length - shown.length;
    const note = left > 0 ? `\n${left} shorter steps are not in the chart.\n` : "";
    return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n${note}`;
}
function gantt_select(bars) {
    if (bars.length <= MOST_BARS)
        return bars;
    const failed = (bar) => (bar.result === "failure" || bar.result === "timed-out" ? 1 : 0);
    const ranked = bars.toSorted((a, b) => failed(b) - failed(a) || b.durationMs - a.durationMs);
    const chosen = new Set(ranked.slice(0, MOST_BARS));
    return bars.filter((bar) => chosen.has(bar));
}
/** Letters and digits with a little punctuation: all else means something to Mermaid somewhere. */
function taskName(name) {
    const plain = oneLine(name.slice(0, 1000))
        .replace(/[^\p{L}\p{M}\p{N} ._/=+-]+/gu, " ")
        .replace(/ +/g, " ")
        .trim();
    return cut(plain === "" ? "step" : plain, LONGEST_NAME);
}

;// CONCATENATED MODULE: ./lib/report/summary-table.js




const summary_table_MARKS = {
    success: "✅",
    failure: "❌",
    cancelled: "🚫",
    skipped: "⏭️",
    "timed-out": "⏱️",
};
/** From all that a reader may want down to the phases alone. */
const DETAILS = [
    { others: 200, failures: Number.POSITIVE_INFINITY, name: 120 },
    { others: 40, failures: Number.POSITIVE_INFINITY, name: 80 },
    { others: 10, failures: Number.POSITIVE_INFINITY, name: 40 },
    { others: 0, failures: Number.POSITIVE_INFINITY, name: 24 },
    { others: 0, failures: Number.POSITIVE_INFINITY, name: 12 },
    { others: 0, failures: 1000, name: 12 },
    { others: 0, failures: 100, name: 12 },
    { others: 0, failures: 0, name: 12 },
];
/** The phases and their steps as a table, as detailed as fits. All phases are in it, and all failures if at all possible. */
function summary_table_summaryTable({ phases, plan, bytes }) {
    const rows = phases.map((phase) => {
        const planned = plan?.phases.find((candidate) => candidate.phase === phase.phase)?.steps ?? [];
        return { phase, mayFail: (step) => planned[step]?.continueOnError === true };
    });
    let table = "";
    for (const detail of DETAILS) {
        table = tableOf(rows, detail);
        if (Buffer.byteLength(table) <= bytes)
            return table;
    }
    return table;
}
function tableOf(phases, detail) {
    const head = ["| Phase | Step | Result | Time | Attempts |", "| :--- | :--- | :--- | ---: | ---: |"];
    const rows = phases.flatMap((rows) => [phaseRow(rows.phase), ...stepRows(rows, detail)]);
    return `${[...head, ...rows].join("\n")}\n`;
}
function phaseRow({ phase, result, durationMs, cached, steps }) {
    const time = result === "skipped" ? "" : `**${durationText(durationMs)}**`;
    const count = `${steps.length} step${steps.length === 1 ? "" : "s"}${cached ? ", cached" : ""}`;
    return `| **${phase}** | ${count} | ${summary_table_MARKS[result]} **${result}** | ${time} | |`;
}
function stepRows({ phase, mayFail }, detail) {
    const rows = [];
    const left = { failures: detail.failures, others: detail.others };
    const hidden = new Map();
    const flush = () => {
        if (hidden.size === 0)
            return;
        const counts = [...hidden].map(([result, count]) => `${count} ${result}`).join(", ");
        rows.push(`| | *… ${counts}* | | | |`);
        hidden.clear();
    };
    for (const [index, step] of phase.steps.entries()) {
        const kind = isFailure(step.result) ? "failures" : "others";
        if (left[kind] > 0) {
            left[kind]--;
            flush();
            rows.push(stepRow(step, { width: detail.name, mayFail: mayFail(index) }));
        }
        else
            hidden.set(step.result, (hidden.get(step.result) ?? 0) + 1);
    }
    flush();
    return rows;
}
function stepRow(step, { width, mayFail }) {
    const { result, durationMs, attempts } = step;
    const time = result === "skipped" ? "" : durationText(durationMs);
    const allowed = mayFail && isFailure(result);
    const mark = allowed ? "⚠️" : summary_table_MARKS[result];
    const kind = step.background ? " *background*" : "";
    return `| | ${code(cut(stepTitle(step), width))}${kind} | ${mark} ${resultText(step)}${allowed ? ", may fail" : ""} | ${time} | ${attempts === 0 ? "" : attempts} |`;
}
function resultText({ result, exitCode, signal, cached }) {
    if (cached)
        return "cached";
    if (result !== "failure")
        return result;
    if (signal !== null)
        return `failure (${signal.replace(/\W/g, "")})`;
    return exitCode === null ? "failure" : `failure (exit code ${exitCode})`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/report/summary-target.js

/** Below this even the shortest table has no place. */
const LEAST_ROOM = (/* unused pure expression or super */ null && (16 * 1024));
/**
 * Writes a summary within the bound. GitHub drops a summary that is too large as a whole: where commands have filled the
 * file, ours is put first and theirs is cut.
 */
async function summary_target_writeSummary(target, maxBytes, text) {
    if ("write" in target) {
        await target.write(text(Math.max(0, maxBytes - (target.existingBytes ?? 0))));
        return;
    }
    const { file } = target;
    const existing = await sizeOf(file);
    const separator = existing > 0 ? "\n\n" : "";
    const room = maxBytes - existing - separator.length;
    if (existing === 0 || room >= LEAST_ROOM) {
        await appendFile(file, separator + text(room));
        return;
    }
    const note = "\n\n*What commands wrote here was cut: GitHub shows no summary over 1 MiB.*\n\n";
    const own = Buffer.from(text(Math.floor(maxBytes / 2)) + note);
    await writeFile(file, Buffer.concat([own, await headOf(file, Math.max(0, maxBytes - own.length))]));
}
async function sizeOf(file) {
    try {
        return (await stat(file)).size;
    }
    catch (error) {
        if (error.code === "ENOENT")
            return 0;
        throw error;
    }
}
/** The whole lines within a file's first bytes. */
async function headOf(file, bytes) {
    const handle = await open(file);
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
        const read = buffer.subarray(0, bytesRead);
        return read.subarray(0, read.lastIndexOf("\n") + 1);
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./lib/report/summary.js








const MAX_BYTES = (/* unused pure expression or super */ null && (1024 * 1024 - 1024));
const summary_TAIL = { lines: 50, characters: 16 * 1024 };
const summary_LONGEST_COMMAND = 2000;
/** Writes the job summary when the run has ended: a table of phases and steps, what failed, and a chart. */
function summaryReporter(options) {
    const { target, maxBytes = MAX_BYTES } = options;
    const trace = new Trace(summary_TAIL);
    return {
        handle(event) {
            trace.take(event);
            if (event.type !== "run.end")
                return;
            return writeSummary(target, maxBytes, (bytes) => summaryText({ end: event, trace, bytes }));
        },
    };
}
/** The summary in at most so many bytes; the table comes first, and is there even where it takes more. */
function summaryText(options) {
    const { end, trace, bytes } = options;
    const heading = headingOf(end, trace);
    const table = summaryTable({ phases: end.phases, plan: trace.plan, bytes: bytes - Buffer.byteLength(heading) - 1 });
    let room = bytes - Buffer.byteLength(heading) - Buffer.byteLength(table) - 1;
    const take = (part) => {
        const size = Buffer.byteLength(part) + 1;
        if (part === "" || size > room)
            return "";
        room -= size;
        return `\n${part}`;
    };
    const chart = take(gantt([...trace.phases.values()].flatMap(barsOf)));
    const failures = failureTexts(end, trace).map(take).join("");
    return `${heading}\n${table}${chart}${failures}`;
}
function headingOf(end, trace) {
    const stage = trace.plan?.stage ?? "run";
    const exit = end.exitCode === 0 ? "" : `, exit code ${end.exitCode}`;
    const cache = cacheText(end.cache);
    const line = `## ${MARKS[end.result]} forgexec: ${stage} ${RESULT_WORDS[end.result]} in ${durationText(end.durationMs)}${exit}\n`;
    return cache === null ? line : `${line}\n${escapeMarkdown(capitalised(cache))}.\n`;
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function failureTexts(end, trace) {
    const stepless = end.phases.filter(({ phase, result }) => isFailure(result) && trace.failures(phase).length === 0);
    return [
        ...trace.failures().map(failureText),
        ...stepless.map(({ phase, result, error }) => {
            const why = error === undefined ? `The phase ${RESULT_WORDS[result]}.\n` : fenced(phaseErrorText(error));
            return `### ${MARKS[result]} ${phase}\n\n${why}`;
        }),
    ];
}
function failureText(step) {
    const result = step.end?.result ?? "failure";
    const reason = step.end === undefined ? "failed" : reasonText(step.end);
    const took = durationText(step.end?.durationMs ?? 0);
    const attempt = step.attempt > 1 ? ` at attempt ${step.attempt}` : "";
    const command = escapeMarkdown(commandText(step.argv).slice(0, summary_LONGEST_COMMAND));
    const tail = step.tail.text();
    const output = tail === "" ? "No output.\n" : fenced(tail);
    return `### ${MARKS[result]} ${step.phase}: ${code(stepTitle(step))}\n\n<code>${command}</code>: ${reason} after ${took}${attempt}\n\n${output}`;
}
function barsOf(phase) {
    return [...phase.steps.values()].flatMap((step) => step.end === undefined
        ? []
        : [
            {
                section: phase.phase,
                name: `${step.step + 1}. ${stepTitle(step)}`,
                result: step.end.result,
                startedAt: step.startedAt,
                durationMs: step.end.durationMs,
            },
        ]);
}

;// CONCATENATED MODULE: ./lib/report/index.js














/***/ }),

/***/ 494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ FRAMES),
/* harmony export */   V: () => (/* binding */ FRAME_MS)
/* harmony export */ });
/** What turns on a terminal while something is waited for, a frame every `FRAME_MS` milliseconds. */
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;


/***/ })

};
