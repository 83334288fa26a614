export const id = 9606;
export const ids = [9606];
export const modules = {

/***/ 9606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   printDiagnostics: () => (/* binding */ printDiagnostics)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9712);
/* harmony import */ var _spec_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7576);


/** Shows a spec's findings on standard error, each with its line. */
function printDiagnostics(found, view) {
    const { stderr, environment } = view.cli;
    const color = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.shouldColor)({ mode: view.color, environment, isTTY: stderr.isTTY }) ? "always" : "never";
    for (const diagnostic of found.diagnostics)
        stderr.write(`${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDiagnostic */ .IW)(diagnostic, found.specText, { color })}\n`);
}


/***/ })

};
