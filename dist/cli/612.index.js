export const id = 612;
export const ids = [612];
export const modules = {

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT),
/* harmony export */   reportFailure: () => (/* binding */ reportFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3411);


/** Exit codes of forgexec's own; a failed command's code is passed on as it is. */
const EXIT = { usage: 2, fault: 70, output: 74 };
/** Tells of what ended a command before its time, on standard error, and returns the exit code. A stack is shown only where asked for. */
async function reportFailure(error, context) {
    const { argv, cli } = context;
    if (isSpecError(error)) {
        const { printDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(395), __webpack_require__.e(339), __webpack_require__.e(617), __webpack_require__.e(996), __webpack_require__.e(606)]).then(__webpack_require__.bind(__webpack_require__, 9606));
        if (error.diagnostics.length === 0)
            cli.stderr.write(`error: ${error.message}\n`);
        else
            printDiagnostics(error, { cli, color: colorOf(argv) });
        return EXIT.usage;
    }
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e) {
        cli.stderr.write(`error: ${error.message}\n`);
        return EXIT.usage;
    }
    const { message = String(error), stack } = (error ?? {});
    if (cli.outputGone.aborted && cli.outputGone.reason === error) {
        cli.stderr.write(`error: standard output cannot be written: ${message}\n`);
        return EXIT.output;
    }
    const verbose = argv.includes("--verbose") || (cli.environment.FORGEXEC_DEBUG ?? "") !== "";
    cli.stderr.write(`error: forgexec itself failed: ${message}\n` +
        `This is a fault of forgexec ${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x} (Node ${process.version}, ${cli.platform}), not of your build. Please report it with the command that you ran` +
        `${verbose ? "" : ", and what it prints with FORGEXEC_DEBUG=1"}.\n`);
    if (verbose && stack !== undefined)
        cli.stderr.write(`${stack}\n`);
    return EXIT.fault;
}
function isSpecError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e && "diagnostics" in error;
}
/** The value of `--color`, of a command line that has been parsed without error. */
function colorOf(argv) {
    const at = argv.findLastIndex((word) => word === "--color" || word.startsWith("--color="));
    const value = at < 0 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
    return value === "always" || value === "never" ? value : "auto";
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/**
 * Bad usage or a bad spec: found before anything ran, exit code 2, never a stack trace.
 * The message says what happened, where, why, and what to do next.
 */
class UsageError extends Error {
    name = "UsageError";
    /** A stable, kebab-case name of the kind of error. */
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}


/***/ })

};
