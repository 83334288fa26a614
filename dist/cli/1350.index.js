export const id = 1350;
export const ids = [1350];
export const modules = {

/***/ 943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfig: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _closest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4904);
/* harmony import */ var _spec_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7449);



const KEYS = {
    source: (node, reading) => oneOf(_model_js__WEBPACK_IMPORTED_MODULE_2__/* .SOURCE_KINDS */ .s, node, reading),
    server: text,
    port: port,
    login: text,
    user: text,
    projects: texts,
    groups: lists,
    teams: lists,
    bots: texts,
};
/**
 * Reads a configuration; `file` is its name in findings.
 * @throws ConfigError with everything that is wrong with it
 */
function parseConfig(source, file) {
    const document = (0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openYaml */ .IM)(source, file);
    const { root, report } = document;
    const config = {};
    if (root?.kind === "map") {
        for (const { key, offset, value } of root.entries.values()) {
            if (isKey(key)) {
                const taken = KEYS[key](value, document);
                if (taken !== undefined)
                    config[key] = taken;
            }
            else
                unknownKey(key, offset, document);
        }
    }
    else if (root !== undefined && !isNothing(root)) {
        report({
            offset: root.offset,
            severity: "error",
            code: "wrong-type",
            message: `Expected a mapping with keys such as \`projects\`, found ${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .describeYaml */ .b_)(root)}.`,
        });
    }
    const diagnostics = document.diagnostics();
    if (diagnostics.some(({ severity }) => severity === "error"))
        throw new _model_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .x(diagnostics, source);
    return config;
}
function isKey(key) {
    return Object.hasOwn(KEYS, key);
}
function isNothing(node) {
    return node.kind === "scalar" && node.value === null;
}
function unknownKey(key, offset, { report }) {
    const known = Object.keys(KEYS);
    const suggestion = (0,_closest_js__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(key, known);
    const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
    const rest = suggestion === undefined ? ` Known are ${known.map((name) => `\`${name}\``).join(", ")}.` : "";
    const message = `The key ${shown} is not known here.${rest}`;
    report({ offset, severity: "error", code: "unknown-key", message, ...(suggestion ? { suggestion } : {}) });
}
function wrong(expected, node, { report }) {
    const message = `Expected ${expected}, found ${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .describeYaml */ .b_)(node)}.`;
    report({ offset: node.offset, severity: "error", code: "wrong-type", message });
}
function text(node, reading) {
    if (node.kind !== "scalar" || node.value === null || node.text.trim() === "")
        return wrong("a text", node, reading);
    return node.text;
}
function port(node, reading) {
    const number = node.kind === "scalar" && /^\d{1,5}$/.test(node.text) ? Number(node.text) : 0;
    return number >= 1 && number <= 65_535 ? number : wrong("a port from 1 to 65535", node, reading);
}
function oneOf(words, node, reading) {
    if (node.kind === "scalar" && words.includes(node.text))
        return node.text;
    const suggestion = node.kind === "scalar" ? (0,_closest_js__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(node.text, words) : undefined;
    const message = `Expected ${words.join(", ")}, found ${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .describeYaml */ .b_)(node)}.`;
    const hint = suggestion === undefined ? {} : { suggestion };
    reading.report({ offset: node.offset, severity: "error", code: "bad-value", message, ...hint });
    return undefined;
}
/** A list of texts; one alone may stand without the list, and nothing is an empty list. */
function texts(node, reading) {
    if (isNothing(node))
        return [];
    if (node.kind === "scalar") {
        const one = text(node, reading);
        return one === undefined ? undefined : [one];
    }
    if (node.kind !== "list")
        return wrong("a list of texts", node, reading);
    return node.items.flatMap((item) => text(item, reading) ?? []);
}
function lists(node, reading) {
    if (isNothing(node))
        return {};
    if (node.kind !== "map")
        return wrong("a mapping of names to lists", node, reading);
    const named = [...node.entries.values()].map(({ key, value }) => [key, texts(value, reading) ?? []]);
    return Object.fromEntries(named);
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
