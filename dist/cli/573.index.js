export const id = 573;
export const ids = [573,606,114];
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
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1996);
/* harmony import */ var _spec_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(513);


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
    const { cli, flags, phase } = opening;
    const { prepareBuild } = await Promise.all(/* import() */[__webpack_require__.e(6), __webpack_require__.e(345), __webpack_require__.e(997)]).then(__webpack_require__.bind(__webpack_require__, 7997));
    const cancel = (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__.listenForCancel)(cli);
    let opened;
    try {
        const build = await prepareBuild((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .buildOptions */ .Dm)(cli, stageOf(phase), flags));
        (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__.printDiagnostics)(build, { cli, color: flags.color });
        const note = (line) => void cli.stderr.write(`${build.mask(line)}\n`);
        opened = await build.open({ note, signal: cancel.signal, ...(phase === undefined ? {} : { phase }) });
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


/***/ })

};
