export const id = 3453;
export const ids = [3453,6072,3691,1310];
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
