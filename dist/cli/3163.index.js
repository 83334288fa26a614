export const id = 3163;
export const ids = [3163,6072,3691,1310];
export const modules = {

/***/ 7776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   path: () => (/* binding */ path)
/* harmony export */ });
/* harmony import */ var _upkeep_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8955);

/** Prints where things are kept; returns the exit code. */
async function path(cli, flags) {
    const upkeep = await (0,_upkeep_js__WEBPACK_IMPORTED_MODULE_0__/* .upkeepOf */ .q)(cli);
    const found = flags.wheelhouse
        ? await upkeep.wheelhouse(await (0,_upkeep_js__WEBPACK_IMPORTED_MODULE_0__/* .pythonOf */ .w)(cli, flags.python), cli.platform)
        : upkeep.directory;
    cli.stdout.write(`${found}\n`);
    return 0;
}


/***/ }),

/***/ 8955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ upkeepOf),
/* harmony export */   w: () => (/* binding */ pythonOf)
/* harmony export */ });
/* harmony import */ var _build_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2281);
/* harmony import */ var _packages_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8055);


/** The cache directory of this command line, and what can be done with it. */
async function upkeepOf(cli) {
    const directory = (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__.cacheDirectory)(cli);
    return { ...(await (0,_packages_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openUpkeep */ .vJ)(directory)), directory };
}
/** The Python that is meant. @throws UsageError where there is none */
function pythonOf(cli, request) {
    const { environment, platform, cwd } = cli;
    return (0,_packages_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findInterpreter */ .Ax)({
        ...{ request: request ?? null, environment, platform, directory: cwd, cacheDirectory: (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__.cacheDirectory)(cli) },
    });
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
