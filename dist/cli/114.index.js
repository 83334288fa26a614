export const id = 114;
export const ids = [114];
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


/***/ })

};
