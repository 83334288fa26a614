export const id = 8834;
export const ids = [8834,6072,3691,1310];
export const modules = {

/***/ 8834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ls: () => (/* binding */ ls)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9712);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9079);
/* harmony import */ var _upkeep_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8955);



/** Lists what is kept; returns the exit code. */
async function ls(cli, flags) {
    const upkeep = await (0,_upkeep_js__WEBPACK_IMPORTED_MODULE_2__/* .upkeepOf */ .q)(cli);
    const items = await upkeep.list();
    if (flags.json)
        cli.stdout.write(`${JSON.stringify(items.map(_table_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj), null, 2)}\n`);
    else if (items.length === 0)
        cli.stderr.write(`Nothing is kept in ${upkeep.directory}.\n`);
    else {
        cli.stdout.write((0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(items, cli.now().getTime()));
        cli.stderr.write(`${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeText */ .lP)((0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(items))} in ${upkeep.directory}\n`);
    }
    return 0;
}


/***/ }),

/***/ 9079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export ageText */
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4648);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6072);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9712);



const MINUTE = 60_000;
const GAP = "  ";
const HEAD = ["KIND", "SIZE", "AGE", "USED", "NAME"];
/** Things of the cache as a table: the name last, since it may be of any length. */
function table(items, now) {
    const rows = items.map(({ what, name, bytes, created, used, inUse }) => [
        what,
        (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeText */ .lP)(bytes),
        ageText(now - created),
        ageText(now - used),
        `${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(name)}${inUse === null ? "" : `  (in use by ${inUse})`}`,
    ]);
    const lines = [HEAD, ...rows];
    const widths = HEAD.map((_, column) => (0,_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .widest */ .D3)(lines.map((line) => line[column] ?? ""), 0));
    return lines
        .map(([what = "", ...rest]) => {
        const name = rest.pop() ?? "";
        const cells = rest.map((cell, index) => (0,_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .padStart */ .CF)(cell, widths[index + 1] ?? 0));
        return `${[(0,_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .pad */ .eV)(what, widths[0] ?? 0), ...cells, name].join(GAP)}\n`;
    })
        .join("");
}
/** As JSON, for programs. */
function plain({ what, name, bytes, created, used, cost, inUse }) {
    const time = (ms) => new Date(ms).toISOString();
    return { kind: what, name, bytes, created: time(created), used: time(used), built: cost === "build", inUse };
}
/** How long ago, in one unit: `12m`, `5h`, `3d`. */
function ageText(ms) {
    const minutes = Math.max(0, Math.floor(ms / MINUTE));
    if (minutes < 60)
        return `${minutes}m`;
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
}
function totalOf(items) {
    return items.reduce((sum, { bytes }) => sum + bytes, 0);
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
