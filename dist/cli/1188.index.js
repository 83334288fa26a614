export const id = 1188;
export const ids = [1188,9606,6072,3691,3453,6937,1310];
export const modules = {

/***/ 9114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listenForCancel: () => (/* binding */ listenForCancel)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5683);


/** A broken pipe's signal, as the shell counts it. */
const SIGPIPE = 13;
/** Turns the process's signals, and the end of whoever reads its output, into a cancelled run. */
function listenForCancel(cli) {
    const soft = new AbortController();
    const hard = new AbortController();
    let code = null;
    const onSignal = (signal) => {
        const reason = new _run_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ(signal);
        if (!soft.signal.aborted) {
            code = 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[signal];
            cli.stderr.write(`\nforgexec: ${signal}: ending what runs; once more kills it\n`);
            soft.abort(reason);
            if (signal !== "SIGQUIT")
                return;
        }
        hard.abort(reason);
    };
    const onOutputGone = () => {
        if (soft.signal.aborted)
            return;
        code = 128 + SIGPIPE;
        soft.abort(new _run_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ("SIGTERM"));
    };
    const ignore = cli.onSignal(onSignal);
    cli.outputGone.addEventListener("abort", onOutputGone);
    if (cli.outputGone.aborted)
        onOutputGone();
    return {
        signal: soft.signal,
        killSignal: hard.signal,
        exitCode: () => code,
        release: () => {
            ignore();
            cli.outputGone.removeEventListener("abort", onOutputGone);
        },
    };
}


/***/ }),

/***/ 9606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   printDiagnostics: () => (/* binding */ printDiagnostics)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9712);
/* harmony import */ var _spec_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7576);


/** Shows a spec's findings on standard error, each with its line. */
function printDiagnostics(found, view) {
    const { stderr, environment } = view.cli;
    const color = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.shouldColor)({ mode: view.color, environment, isTTY: stderr.isTTY }) ? "always" : "never";
    for (const diagnostic of found.diagnostics)
        stderr.write(`${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDiagnostic */ .IW)(diagnostic, found.specText, { color })}\n`);
}


/***/ }),

/***/ 8573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withOpenBuild: () => (/* binding */ withOpenBuild)
/* harmony export */ });
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9114);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9606);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9048);



/** Makes the build's environment, hands it to `use`, and puts everything back, whatever happens. Returns what `use` does, or the code of the signal that ended the making. */
async function withOpenBuild(opening, use) {
    const { cli, flags, phase, argv } = opening;
    const { prepareBuild } = await Promise.all(/* import() */[__webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(8055), __webpack_require__.e(1037), __webpack_require__.e(2281)]).then(__webpack_require__.bind(__webpack_require__, 2281));
    const cancel = (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__.listenForCancel)(cli);
    let opened;
    try {
        const build = await prepareBuild((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .buildOptions */ .Dm)(cli, stageOf(phase), flags));
        (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__.printDiagnostics)(build, { cli, color: flags.color });
        const note = (line) => void cli.stderr.write(`${build.mask(line)}\n`);
        opened = await build.open({
            note,
            signal: cancel.signal,
            ...(phase === undefined ? {} : { phase }),
            ...(argv === undefined ? {} : { argv }),
        });
    }
    catch (error) {
        const code = cancel.exitCode();
        if (code !== null)
            return code;
        throw error;
    }
    finally {
        cancel.release();
    }
    // A signal from here on must not end forgexec before the user's files are put back.
    const release = cli.onSignal(() => { });
    try {
        return cancel.exitCode() ?? (await use(opened));
    }
    finally {
        await opened.close();
        release();
    }
}
/** The stage that a phase belongs to. */
function stageOf(phase) {
    if (phase?.startsWith("staging/"))
        return "staging";
    if (phase?.startsWith("production/"))
        return "production";
    return "execute";
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
