export const id = 2826;
export const ids = [2826];
export const modules = {

/***/ 7453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ filterOf),
/* harmony export */   O: () => (/* binding */ openSettings)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6072);


/** The flags with the configuration under them. */
async function openSettings(cli, flags, more = {}) {
    const { loadConfig, resolveSettings } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7354));
    const { cwd, home, environment } = cli;
    const loaded = await loadConfig({ cwd, home, environment, file: flags.config ?? null });
    const wishes = {
        source: flags.source ?? null,
        from: flags.from === undefined ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, flags.from),
        server: flags.server ?? null,
        port: flags.port ?? null,
        login: flags.login ?? null,
        keyFile: flags.key === undefined ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, flags.key),
        user: flags.user ?? null,
        projects: [...(flags.project ?? []), ...(flags.repository ?? [])],
        groups: flags.allGroups === true ? "all" : (flags.group ?? []),
        bots: flags.bot ?? [],
    };
    return resolveSettings(wishes, loaded, {
        cache: await cacheOf(cli, flags),
        environment,
        now: () => cli.now().getTime(),
        note: (line) => void cli.stderr.write(`forgexec: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(line)}\n`),
        ...more,
    });
}
async function cacheOf(cli, { cache, refresh, from }) {
    // Recorded changes are no answers; what finds the folder takes a while to load.
    if (!cache || from !== undefined)
        return { directory: "", mode: "off" };
    const { cacheDirectory } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    return { directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cacheDirectory(cli), "changes"), mode: refresh === true ? "refresh" : "use" };
}
/** What the flags let through. */
function filterOf(flags, projects) {
    return {
        projects,
        statuses: flags.status ?? [],
        branches: flags.branch ?? [],
        topics: flags.topic ?? [],
        owners: flags.owner ?? [],
        reviewers: flags.reviewer ?? [],
        messages: flags.message ?? [],
        files: flags.file ?? [],
        approvals: flags.approval ?? [],
    };
}


/***/ }),

/***/ 2826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showReport: () => (/* binding */ showReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/color.js
var lib_color = __webpack_require__(5004);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/cli/changes-opened.js
var changes_opened = __webpack_require__(7453);
// EXTERNAL MODULE: ./lib/cli/changes-stop.js
var changes_stop = __webpack_require__(884);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/cli/pager.js

/** `less` quits where all fits on the screen, shows colours, and leaves the text there when it ends. */
const LESS = "FRX";
/**
 * Writes a text to standard output; where that is a terminal and the text has more lines than it, through FORGEXEC_PAGER, PAGER
 * or `less`. A pager that is empty, `cat` or not to be had is none.
 */
async function page(cli, text, wanted) {
    const argv = wanted && isLong(cli, text) ? await pagerOf(cli.environment) : [];
    if (argv.length > 0 && (await shownBy(cli, argv, text)))
        return;
    cli.stdout.write(text);
}
function isLong({ stdout }, text) {
    return stdout.isTTY === true && text.split("\n").length > (stdout.rows ?? Number.POSITIVE_INFINITY);
}
async function pagerOf({ FORGEXEC_PAGER, PAGER }) {
    const { splitWords } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220)]).then(__webpack_require__.bind(__webpack_require__, 220));
    const split = splitWords(FORGEXEC_PAGER ?? PAGER ?? "less");
    const words = "words" in split ? split.words : [];
    return words[0] === "cat" ? [] : words;
}
/** False: there is no such pager, and nothing was shown. */
async function shownBy(cli, [program = "", ...args], text) {
    const { startChild } = await __webpack_require__.e(/* import() */ 9268).then(__webpack_require__.bind(__webpack_require__, 9268));
    // Ctrl-C is the pager's: it must not end forgexec under it.
    const release = cli.onSignal(() => { });
    try {
        const child = await startChild(program, args, {
            stdio: ["pipe", "inherit", "inherit"],
            env: { ...cli.environment, LESS: cli.environment.LESS ?? LESS },
        });
        // Who has seen enough closes the pipe.
        child.stdin?.once("error", () => { });
        child.stdin?.end(text);
        await (0,external_node_events_.once)(child, "close");
        return true;
    }
    catch {
        return false;
    }
    finally {
        release();
    }
}

;// CONCATENATED MODULE: ./lib/cli/progress-line.js
const CLEAR = "\r\u001b[K";
/** How often it changes, in ms. */
const EVERY_MS = 200;
/** A line on a terminal that counts up and goes away again; on anything else nothing. `now` is a clock in ms. */
function progressLine(output, now) {
    let shown = false;
    let last = now();
    return {
        show: (done, total) => {
            if (output.isTTY !== true || now() - last < EVERY_MS)
                return;
            last = now();
            shown = true;
            output.write(`${CLEAR}${done}${total === null ? "" : ` of ${total}`} changes`);
        },
        clear: () => {
            if (shown)
                output.write(CLEAR);
            shown = false;
        },
    };
}

;// CONCATENATED MODULE: ./lib/cli/changes-report.js








/** Makes a report and shows it; returns the exit code. */
async function showReport({ cli, report, change, flags }) {
    const { openSource, parseChange, requireChange, runReport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7354));
    const reference = change === null ? null : parseChange(change);
    const progress = progressLine(cli.stderr, () => cli.now().getTime());
    const named = reference?.project == null ? flags : { ...flags, project: [reference.project] };
    const settings = await (0,changes_opened/* openSettings */.O)(cli, named, { progress: progress.show });
    const now = flags.now ?? cli.now().getTime();
    const request = await requestOf({ report, flags, settings, now, number: reference?.number ?? null });
    return (0,changes_stop/* stoppable */.p)(cli, async (signal) => {
        const source = await openSource(settings.source);
        const { outcome } = await runReport(source, request, signal).finally(progress.clear);
        if (change !== null)
            requireChange(outcome, change);
        if (flags.plot !== undefined)
            await writePlot((0,external_node_path_.resolve)(cli.cwd, flags.plot), outcome, now);
        await page(cli, await textOf(cli, { report, outcome, flags, now }), flags.pager);
        return 0;
    });
}
async function requestOf(asked) {
    const { report, flags, settings, now, number } = asked;
    const { botsCalled, teamFinder } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7354));
    return {
        report,
        number,
        filter: (0,changes_opened/* filterOf */.K)(flags, settings.projects),
        arrangement: { sort: flags.sort ?? null, fields: flags.field ?? [], limit: flags.limit ?? null },
        options: {
            now,
            user: settings.user,
            bots: botsCalled(settings.bots),
            teamOf: teamFinder(settings.teams),
            days: flags.days ?? null,
            approvable: flags.strict === true ? "no-objection" : "no-veto",
            botComments: flags.bots === true ? "shown" : "left-out",
            commentsOn: flags.current === true ? "current-version" : "every-version",
        },
    };
}
async function textOf({ stdout, environment }, { report, outcome, flags, now, }) {
    const { formatReport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7354));
    const color = (0,lib_color/* shouldColor */.T)({ mode: flags.color, environment, isTTY: stdout.isTTY }) ? "colors" : "plain";
    const width = stdout.isTTY === true ? (stdout.columns ?? 80) : null;
    const picture = report.name === "review-rate" ? "rate" : "none";
    return formatReport(outcome, flags.format, { now, width, color, limit: null, picture });
}
async function writePlot(path, outcome, now) {
    const { plotReviewRate } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7354));
    const svg = await plotReviewRate(outcome, now);
    await (0,promises_.writeFile)(path, svg).catch((cause) => {
        throw new errors/* UsageError */.e("plot-not-written", `--plot: ${path} could not be written: ${cause.message}.`, { cause });
    });
}


/***/ }),

/***/ 884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ stoppable)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

/** Runs an action that the process's signals stop; its exit code, or 128 and the number of the first signal. */
async function stoppable(cli, action) {
    const stop = new AbortController();
    let by = null;
    const release = cli.onSignal((signal) => {
        by ??= signal;
        // The next one ends the process as it would any other.
        release();
        stop.abort(new Error(`stopped by ${signal}`));
    });
    const stopped = () => (by === null ? null : 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[by]);
    try {
        const code = await action(stop.signal);
        return stopped() ?? code;
    }
    catch (error) {
        const code = stopped();
        if (code === null)
            throw error;
        return code;
    }
    finally {
        release();
    }
}


/***/ }),

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


/***/ })

};
