export const id = 1978;
export const ids = [1978,6072,3691,1310];
export const modules = {

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

/***/ 1978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6072);
/* harmony import */ var _upkeep_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8955);



/** Reads all that is kept and removes what is damaged; returns the exit code: 1 where something was. */
async function verify(cli, flags) {
    const upkeep = await (0,_upkeep_js__WEBPACK_IMPORTED_MODULE_1__/* .upkeepOf */ .q)(cli);
    const check = await upkeep.verify(await anyPython(cli));
    const { whole, damaged, unchecked } = check;
    if (flags.json) {
        const told = damaged.map(({ what, name, why }) => ({ kind: what, name, why }));
        cli.stdout.write(`${JSON.stringify({ whole, damaged: told, unchecked }, null, 2)}\n`);
    }
    else {
        for (const { what, name, why } of damaged)
            cli.stdout.write(`${what} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(name)}: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(why)}: removed\n`);
        const found = damaged.length === 0 ? "all whole" : `${damaged.length} damaged and removed`;
        cli.stderr.write(`${whole + damaged.length} things checked in ${upkeep.directory}: ${found}\n`);
    }
    for (const line of unchecked)
        cli.stderr.write(`not checked: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(line)}\n`);
    return damaged.length === 0 ? 0 : 1;
}
async function anyPython(cli) {
    try {
        return await (0,_upkeep_js__WEBPACK_IMPORTED_MODULE_1__/* .pythonOf */ .w)(cli, undefined);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e)
            return null;
        throw error;
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
