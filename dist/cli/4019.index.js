export const id = 4019;
export const ids = [4019];
export const modules = {

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


/***/ }),

/***/ 4019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plotSvg: () => (/* binding */ plotSvg)
/* harmony export */ });
/* harmony import */ var d3_scale__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(704);
/* harmony import */ var d3_shape__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6879);
/* harmony import */ var entities__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4648);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9127);
/* harmony import */ var _reports_review_rate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9692);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3788);







const WIDTH = 960;
const HEIGHT = 420;
const PLOT = { left: 52, top: 56, right: 740, bottom: 372 };
const LEGEND = { left: 764, line: 24, name: 18 };
/** Lines that also differ without colours. */
const DASHES = ["", "7 3", "2 3", "9 3 2 3"];
const STYLE = `.rate-plot{--ink:#1f2328;--dim:#59636e;--grid:#d1d9e0;--back:#fff;font:13px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){.rate-plot{--ink:#e6edf3;--dim:#9da7b3;--grid:#30363d;--back:#0d1117}}
.rate-plot .back{fill:var(--back)}.rate-plot text{fill:var(--ink)}.rate-plot .dim{fill:var(--dim)}
.rate-plot .grid{stroke:var(--grid)}.rate-plot .rate{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}`;
/**
 * The reviewers' rates over the year as an SVG 1.1 picture that stands alone: lines, axes and a legend, light and dark as the
 * reader has it, without scripts or anything loaded. `table` is that of the report `review-rate`; `now` is ms since the epoch.
 */
function plotSvg(table, now) {
    const series = (0,_series_js__WEBPACK_IMPORTED_MODULE_3__/* .seriesOf */ .Lf)(table);
    const start = now - (_reports_review_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .WEEKS */ .o - 1) * _reports_report_js__WEBPACK_IMPORTED_MODULE_1__/* .WEEK_MS */ .mb;
    const most = Math.max(...series.flatMap(({ rates }) => rates), 0);
    const x = (0,d3_scale__WEBPACK_IMPORTED_MODULE_4__/* .scaleUtc */ .Pp)().domain([start, now]).range([PLOT.left, PLOT.right]);
    const y = (0,d3_scale__WEBPACK_IMPORTED_MODULE_4__/* .scaleLinear */ .m4)()
        .domain([0, most === 0 ? 1 : most])
        .nice(5)
        .range([PLOT.bottom, PLOT.top]);
    const path = (0,d3_shape__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)((_, week) => x(start + week * _reports_report_js__WEBPACK_IMPORTED_MODULE_1__/* .WEEK_MS */ .mb), (rate) => y(rate)).curve(d3_shape__WEBPACK_IMPORTED_MODULE_5__/* .curveMonotoneX */ .nV);
    const rules = y.ticks(5).map((rate) => {
        const at = round(y(rate));
        return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at}" y2="${at}"/><text class="dim" x="${PLOT.left - 8}" y="${at + 4}" text-anchor="end">${y.tickFormat(5)(rate)}</text>`;
    });
    const months = x.ticks(12).map((date) => {
        const at = round(x(date));
        return `<line class="grid" x1="${at}" x2="${at}" y1="${PLOT.bottom}" y2="${PLOT.bottom + 5}"/><text class="dim" x="${at}" y="${PLOT.bottom + 20}" text-anchor="middle">${monthName(date)}</text>`;
    });
    const lines = series.map((each, index) => `<path class="rate" stroke="${colour(index)}"${dashes(index)} d="${path([...each.rates]) ?? ""}"><title>${xml(tooltip(each))}</title></path>`);
    const more = table.rows.length + table.omitted - series.length;
    return `<svg xmlns="http://www.w3.org/2000/svg" class="rate-plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="rate-title rate-text">
<title id="rate-title">${xml(table.title)}</title>
<desc id="rate-text">${xml(series.length === 0 ? "Nobody reviewed." : series.map(tooltip).join("; "))}</desc>
<style>${STYLE}</style>
<rect class="back" width="${WIDTH}" height="${HEIGHT}"/>
<text x="${PLOT.left}" y="26" font-size="16" font-weight="600">${xml(table.title)}</text>
<text class="dim" x="${PLOT.left}" y="44">reviews a day, the last ${_reports_review_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .WEEKS */ .o} weeks</text>
<g>${rules.join("")}</g>
<g>${months.join("")}</g>
<g>${lines.join("\n")}</g>
<g>${series.map(legendLine).join("\n")}${more > 0 ? legendNote(series.length, `and ${more} more`) : ""}${series.length === 0 ? legendNote(0, "Nobody reviewed") : ""}</g>
</svg>
`;
}
function legendLine(series, index) {
    const y = PLOT.top + index * LEGEND.line;
    const sample = `<line x1="${LEGEND.left}" x2="${LEGEND.left + 26}" y1="${y}" y2="${y}" stroke="${colour(index)}" stroke-width="2.2"${dashes(index)}/>`;
    const name = `<text x="${LEGEND.left + 34}" y="${y + 4}">${xml((0,_columns_js__WEBPACK_IMPORTED_MODULE_6__/* .clip */ .$Q)(series.name, LEGEND.name))}</text>`;
    return `${sample}${name}<text class="dim" x="${WIDTH - 8}" y="${y + 4}" text-anchor="end">${series.total.toFixed(2)}</text>`;
}
function legendNote(index, text) {
    return `<text class="dim" x="${LEGEND.left}" y="${PLOT.top + index * LEGEND.line + 4}">${xml(text)}</text>`;
}
function tooltip({ name, total }) {
    return `${name}: ${total.toFixed(2)} reviews a day over the year`;
}
function colour(index) {
    return _series_js__WEBPACK_IMPORTED_MODULE_3__/* .COLOURS */ .O5[index % _series_js__WEBPACK_IMPORTED_MODULE_3__/* .COLOURS */ .O5.length] ?? _series_js__WEBPACK_IMPORTED_MODULE_3__/* .COLOURS */ .O5[0];
}
function dashes(index) {
    const dash = DASHES[Math.floor(index / 2) % DASHES.length];
    return dash === "" ? "" : ` stroke-dasharray="${dash}"`;
}
function monthName(date) {
    return new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(date);
}
function round(value) {
    return Math.round(value * 10) / 10;
}
/** Text of an XML document, which may hold neither lone surrogates nor the two noncharacters at the plane's end. */
function xml(text) {
    return (0,entities__WEBPACK_IMPORTED_MODULE_0__/* .escapeUTF8 */ .Nc)(text.replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd"));
}


/***/ }),

/***/ 4648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   CF: () => (/* binding */ padStart),
/* harmony export */   D3: () => (/* binding */ widest),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/* harmony import */ var get_east_asian_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5322);

/** Text of one column a character, our own marks and lines among it: most texts, and no segmenter has to be loaded. */
const NARROW = /^[ -~¡-ʯ…›│━▶✔✖■○]*$/;
/** What joins the character before it, or does not show. */
const INVISIBLE = /^[\p{Mark}\p{Control}\p{Format}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u;
const EMOJI_STYLE = "\ufe0f";
let segmenter;
function graphemes(text) {
    segmenter ??= new Intl.Segmenter();
    return segmenter.segment(text);
}
/** Columns that a text without escape sequences takes in a terminal; wide characters (UAX #11) and emoji count two. */
function widthOf(text) {
    if (NARROW.test(text))
        return text.length;
    let width = 0;
    for (const { segment } of graphemes(text))
        width += graphemeWidth(segment);
    return width;
}
function graphemeWidth(grapheme) {
    const first = grapheme.codePointAt(0);
    if (first === undefined || INVISIBLE.test(grapheme))
        return 0;
    return grapheme.includes(EMOJI_STYLE) ? 2 : (0,get_east_asian_width__WEBPACK_IMPORTED_MODULE_0__/* .eastAsianWidth */ .Q1)(first);
}
/** Columns of the widest text, or `least` where that is more. Takes any number of texts. */
function widest(texts, least) {
    let width = least;
    for (const text of texts)
        width = Math.max(width, widthOf(text));
    return width;
}
/** The text cut to so many columns, with an ellipsis where something was cut. Takes text without escape sequences. */
function clip(text, width) {
    // A grapheme can have any number of characters; so many is all that a column is worth.
    const start = text.slice(0, width * 16 + 16);
    if (start.length === text.length && widthOf(text) <= width)
        return text;
    if (width < 1)
        return "";
    if (NARROW.test(start))
        return `${text.slice(0, width - 1)}…`;
    let used = 0;
    let kept = "";
    for (const { segment } of graphemes(start)) {
        used += graphemeWidth(segment);
        if (used > width - 1)
            break;
        kept += segment;
    }
    return `${kept}…`;
}
/** The text with spaces after it up to so many columns. */
function pad(text, width) {
    return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
/** The text with spaces before it up to so many columns. */
function padStart(text, width) {
    return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}


/***/ })

};
