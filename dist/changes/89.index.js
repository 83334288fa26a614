export const id = 89;
export const ids = [89];
export const modules = {

/***/ 3089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  toJson: () => (/* binding */ toJson)
});

// EXTERNAL MODULE: ./lib/changes/formats/cells.js
var cells = __webpack_require__(8187);
;// CONCATENATED MODULE: ./lib/changes/formats/json-text.js
/** Characters that JSON may hold raw and a terminal would act on. */
const ACTIVE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** The value as JSON on one line, in which nothing can act on a terminal. */
function jsonText(value) {
    return JSON.stringify(value).replace(ACTIVE, escaped);
}
function escaped(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

;// CONCATENATED MODULE: ./lib/changes/formats/json.js


/**
 * The report's rows as an array of objects, a line each, with the columns' keys. Times are ISO 8601, waits milliseconds, shares
 * from 0 to 1, votes numbers; what is missing is null.
 */
function toJson({ table }) {
    const lines = table.rows.map((row) => {
        const cells = table.columns.map((column) => [column.key, jsonValue(row[column.key] ?? null, column)]);
        return `  ${jsonText(Object.fromEntries(cells))}`;
    });
    return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}
function jsonValue(value, { kind }) {
    return kind === "time" && typeof value === "number" ? (0,cells/* timeText */.Tc)(value) : value;
}


/***/ })

};
