export const id = 2769;
export const ids = [2769];
export const modules = {

/***/ 5796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ linkTo)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2023);

/** Addresses come from outside: only `http:` and `https:` become links. */
function linkTo(address) {
    const url = parse(address);
    if (url === null || (url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "")
        return null;
    const number = /\/\+?(\d{1,12})\/?$/.exec(url.pathname)?.[1];
    const href = url.href.replace(/[()|'"<>`[\]\\^{}]/g, (character) => encodeURIComponent(character).replace(/[()']/g, hex));
    return { href, label: number === undefined ? (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(`${url.host}${url.pathname}`) : `#${number}` };
}
/** As `URL.parse`, which Node 20 does not have. */
function parse(address) {
    try {
        return new URL(address);
    }
    catch {
        return null;
    }
}
function hex(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}


/***/ }),

/***/ 2769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toMarkdown: () => (/* binding */ toMarkdown)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6096);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4781);
/* harmony import */ var _cells_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8187);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2023);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5796);





const MARKS = { "-2": "⛔", "-1": "🔴", "1": "🟢", "2": "✅" };
/** The report as GitHub's Markdown. Nothing that comes from outside is markup, a mention or a link to a name in it. */
function toMarkdown({ table, view }, at) {
    const paper = new Paper(at);
    if (view.kind === "threads") {
        const left = view.threads.reduce((sum, thread) => sum + addThread(paper, thread, at), 0);
        if (left > 0)
            paper.close(`*and ${left} more*\n`);
        else if (view.threads.length === 0)
            paper.add("No comments.\n");
    }
    else if (view.kind === "table") {
        addTable(paper, table, at);
    }
    else {
        paper.add(factsTable(table, at));
        for (const each of view.tables)
            if (each.rows.length > 0)
                addTable(paper, each, at);
    }
    return paper.text();
}
/** Takes parts as long as there is room; what does not fit is counted. */
class Paper {
    #parts = [];
    #at;
    #used = 0;
    constructor(at) {
        this.#at = at;
    }
    /** Whether the part had a place; one is kept for a last line. */
    add(part) {
        const size = this.#at.sizeOf(part);
        if (this.#at.limit !== null && this.#used + size > this.#at.limit - 100)
            return false;
        this.#used += size;
        this.#parts.push(part);
        return true;
    }
    /** A last line, which always has a place. */
    close(line) {
        this.#parts.push(line);
        this.#used += this.#at.sizeOf(line);
    }
    text() {
        return this.#parts.join("");
    }
}
function addTable(paper, table, at) {
    const { title, columns, rows, omitted } = table;
    if (!paper.add(`### ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLine */ .O)(title))}: ${rows.length + omitted}\n\n`) || rows.length === 0)
        return;
    const head = `| ${columns.map(({ name }) => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(name)).join(" | ")} |\n`;
    const rule = `| ${columns.map((column) => ((0,_cells_js__WEBPACK_IMPORTED_MODULE_2__/* .isNumeric */ .kf)(column) ? "---:" : ":---")).join(" | ")} |\n`;
    let shown = 0;
    if (paper.add(head + rule)) {
        while (shown < rows.length && paper.add(rowLine(rows[shown] ?? {}, columns, at)))
            shown++;
    }
    const left = rows.length - shown + omitted;
    if (left > 0)
        paper.close(`\n*and ${left} more*\n`);
    else
        paper.add("\n");
}
function rowLine(row, columns, { now }) {
    return `| ${columns.map((column) => markdownCell(row[column.key] ?? null, column, now)).join(" | ")} |\n`;
}
function markdownCell(value, column, now) {
    const text = (0,_cells_js__WEBPACK_IMPORTED_MODULE_2__/* .cellText */ .Ie)(value, column, now);
    if (text === "")
        return "";
    if (column.kind === "url")
        return linkText(text);
    const short = column.most !== undefined && text.length > column.most ? `${[...text].slice(0, column.most).join("")}…` : text;
    if (column.kind !== "vote")
        return (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(short);
    return `${MARKS[String(value)] ?? ""} ${short}`.trim();
}
function linkText(address) {
    const link = (0,_link_js__WEBPACK_IMPORTED_MODULE_4__/* .linkTo */ .u)(address);
    return link === null ? (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(address) : `[${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(link.label)}](${link.href})`;
}
function factsTable({ title, columns, rows }, { now }) {
    const facts = rows.flatMap((row) => columns.map((column) => {
        const text = (0,_cells_js__WEBPACK_IMPORTED_MODULE_2__/* .cellText */ .Ie)(row[column.key] ?? null, column, now);
        return `| ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(column.name)} | ${text === "" ? "–" : (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(text)} |\n`;
    }));
    return `### ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLine */ .O)(title))}\n\n| | |\n| :--- | ---: |\n${facts.join("")}\n`;
}
/** How many comments had no place. */
function addThread(paper, { title, url, versions }, at) {
    let left = 0;
    const headed = paper.add(`### ${linkText(url)} ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLine */ .O)(title))}\n\n`);
    for (const version of versions) {
        const heading = `#### ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(version.title)}\n\n`;
        const placed = headed && paper.add(version.rows.length === 0 ? `${heading}No comments.\n\n` : heading);
        for (const row of version.rows)
            if (!placed || !paper.add(commentText(row, at)))
                left++;
    }
    return left;
}
function commentText(row, { now }) {
    const age = typeof row.created === "number" ? (0,_age_js__WEBPACK_IMPORTED_MODULE_1__/* .ageText */ .X)(row.created, now) : "";
    const place = row.file === null ? "" : `, ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLine */ .O)(`${row.file}${row.line === null ? "" : `:${row.line}`}`))}`;
    const author = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLine */ .O)(String(row.author ?? "(unknown)")));
    return `**${author}**, ${age === "just now" ? age : `${age} ago`}${place}\n\n${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)((0,_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLines */ .v)(String(row.comment ?? "")).trim())}\n`;
}


/***/ })

};
