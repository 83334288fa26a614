export const id = 1450;
export const ids = [1450];
export const modules = {

/***/ 1450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toJson: () => (/* binding */ toJson)
/* harmony export */ });
/* harmony import */ var _cells_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8187);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8480);


/**
 * The report's rows as an array of objects, a line each, with the columns' keys. Times are ISO 8601, waits milliseconds, shares
 * from 0 to 1, votes numbers; what is missing is null.
 */
function toJson({ table }) {
    const lines = table.rows.map((row) => {
        const cells = table.columns.map((column) => [column.key, jsonValue(row[column.key] ?? null, column)]);
        return `  ${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonText */ .s)(Object.fromEntries(cells))}`;
    });
    return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}
function jsonValue(value, { kind }) {
    return kind === "time" && typeof value === "number" ? (0,_cells_js__WEBPACK_IMPORTED_MODULE_0__/* .timeText */ .Tc)(value) : value;
}


/***/ })

};
