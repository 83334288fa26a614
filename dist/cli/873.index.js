export const id = 873;
export const ids = [873];
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

/***/ 3254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   watchChanges: () => (/* binding */ watchChanges)
/* harmony export */ });
/* harmony import */ var _color_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5004);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _spec_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _changes_opened_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7453);
/* harmony import */ var _changes_stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(884);





/** Shows what happens, a line each, until a signal or the reader's end; returns the exit code. */
async function watchChanges({ cli, flags, }) {
    const { botsCalled, compileFilter, eventJson, eventLine, openSource, painter } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7354));
    const settings = await (0,_changes_opened_js__WEBPACK_IMPORTED_MODULE_2__/* .openSettings */ .O)(cli, flags, pollOf(flags.interval));
    const filter = (0,_changes_opened_js__WEBPACK_IMPORTED_MODULE_2__/* .filterOf */ .K)(flags, settings.projects);
    const accepted = compileFilter(filter);
    const bots = botsCalled(settings.bots);
    const source = await openSource(settings.source);
    const { watch } = source;
    if (watch === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("no-watch", "watch needs a server: recorded changes (--from) never change. Use list for them.");
    }
    const { environment, stdout } = cli;
    const paint = painter((0,_color_js__WEBPACK_IMPORTED_MODULE_4__/* .shouldColor */ .T)({ mode: flags.color, environment, isTTY: stdout.isTTY }) ? "colors" : "plain");
    return (0,_changes_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .stoppable */ .p)(cli, async (signal) => {
        const gone = AbortSignal.any([signal, cli.outputGone]);
        const query = {
            statuses: ["open", "merged", "closed"],
            projects: settings.projects.some((name) => name.startsWith("^")) ? [] : settings.projects,
            with: new Set(["votes", "comments", "reviewers", ...filesWanted(flags)]),
        };
        try {
            for await (const event of watch.call(source, query, gone)) {
                if ((flags.bots !== true && bots.has(event.by)) || !accepted(event.change))
                    continue;
                stdout.write(flags.json === true ? eventJson(event) : eventLine(event, paint));
            }
        }
        catch (error) {
            if (!cli.outputGone.aborted)
                throw error;
        }
        return 0;
    });
}
function filesWanted({ file = [] }) {
    return file.length > 0 ? ["files"] : [];
}
function pollOf(interval) {
    if (interval === undefined)
        return {};
    const pollMs = (0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimeout */ .ZZ)(interval);
    if (pollMs === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("bad-interval", `--interval: "${interval}" is no duration; write one such as 30s or 5m.`);
    }
    return { pollMs };
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
