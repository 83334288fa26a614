export const id = 1612;
export const ids = [1612];
export const modules = {

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT),
/* harmony export */   reportFailure: () => (/* binding */ reportFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6072);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3411);



/** Exit codes of forgexec's own; a failed command's code is passed on as it is. */
const EXIT = { usage: 2, fault: 70, output: 74 };
/** Tells of what ended a command before its time, on standard error, and returns the exit code. A stack is shown only where asked for. */
async function reportFailure(error, context) {
    const { argv, cli } = context;
    if (isSpecError(error)) {
        const { printDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1894)]).then(__webpack_require__.bind(__webpack_require__, 9606));
        if (error.diagnostics.length === 0)
            cli.stderr.write(`error: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(error.message)}\n`);
        else
            printDiagnostics(error, { cli, color: colorOf(argv) });
        return EXIT.usage;
    }
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e) {
        cli.stderr.write(`error: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(error.message)}\n`);
        return EXIT.usage;
    }
    const { message = String(error), stack } = (error ?? {});
    if (cli.outputGone.aborted && cli.outputGone.reason === error) {
        cli.stderr.write(`error: standard output cannot be written: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(message)}\n`);
        return EXIT.output;
    }
    const verbose = argv.includes("--verbose") || (cli.environment.FORGEXEC_DEBUG ?? "") !== "";
    cli.stderr.write(`error: forgexec itself failed: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(message)}\n` +
        `This is a fault of forgexec ${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x} (Node ${process.version}, ${cli.platform}), not of your build. Please report it with the command that you ran` +
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
 * The message says what happened, where, why, and what to do next; it begins with the place, where there is one.
 */
class UsageError extends Error {
    name = "UsageError";
    /** A stable, kebab-case name of the kind of error. */
    code;
    /** Null: it is about no file. */
    place;
    /** The message without the place. */
    why;
    constructor(code, why, options) {
        const { place = null } = options ?? {};
        super(place === null ? why : `${place.file}:${place.line}:${place.column}: ${why}`, options);
        this.code = code;
        this.place = place;
        this.why = why;
    }
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
