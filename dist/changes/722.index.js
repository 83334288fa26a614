export const id = 722;
export const ids = [722];
export const modules = {

/***/ 2722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plotMermaid: () => (/* binding */ plotMermaid)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1958);
/* harmony import */ var _reports_review_rate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9692);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3788);



/** A square of nearly each colour of the lines, since the chart has no legend. */
const SQUARES = ["🟦", "🟧", "🟩", "🟪", "🟨"];
/**
 * The rates of those who review most as a Mermaid XY chart (mermaid.js.org/syntax/xyChart), with a legend under it, for a job
 * summary, an issue or a comment. `table` is that of the report `review-rate`. Empty where nobody reviewed.
 */
function plotMermaid(table) {
    const series = (0,_series_js__WEBPACK_IMPORTED_MODULE_2__/* .seriesOf */ .Lf)(table).slice(0, SQUARES.length);
    if (series.length === 0)
        return "";
    const palette = _series_js__WEBPACK_IMPORTED_MODULE_2__/* .COLOURS */ .O5.slice(0, series.length).join(", ");
    const most = Math.max(...series.flatMap(({ rates }) => rates));
    const lines = series.map(({ rates }) => `  line [${rates.map((rate) => Number(rate.toFixed(3))).join(", ")}]`);
    const legend = series.map(({ name, total }, index) => `${SQUARES[index]} ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(name)} ${total.toFixed(2)}`);
    return [
        "```mermaid",
        "---",
        "config:",
        "  themeVariables:",
        "    xyChart:",
        `      plotColorPalette: "${palette}"`,
        "---",
        "xychart-beta",
        '  title "Reviews a day, by week"',
        `  x-axis "weeks ago" ${_reports_review_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .WEEKS */ .o} --> 1`,
        `  y-axis "reviews a day" 0 --> ${most === 0 ? 1 : Number((most * 1.1).toFixed(3))}`,
        ...lines,
        "```",
        "",
        `${legend.join(" · ")}`,
        "",
    ].join("\n");
}


/***/ }),

/***/ 3788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   O5: () => (/* binding */ COLOURS)
/* harmony export */ });
/* unused harmony export MOST_SERIES */
/* harmony import */ var _formats_clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2023);
/* harmony import */ var _reports_review_rate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9692);


/** More lines than this cannot be told from each other. */
const MOST_SERIES = 6;
/** Colours that can also be told apart by most people who see some colours alike (Okabe and Ito), on light and on dark. */
const COLOURS = [
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#b38600",
    "#3a9bd9",
    "#7f7f7f",
    "#8f5fbf",
];
/** The reviewers who review most, from the report `review-rate`, in the order of its rows. */
function seriesOf({ rows }) {
    return rows.slice(0, MOST_SERIES).map((row) => ({
        name: (0,_formats_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(String(row.user ?? "")),
        total: Number(row.total ?? 0),
        rates: Array.from({ length: _reports_review_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .WEEKS */ .o }, (_, index) => Number(row[`week${_reports_review_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .WEEKS */ .o - index}`] ?? 0)),
    }));
}


/***/ })

};
