export const id = 5115;
export const ids = [5115];
export const modules = {

/***/ 5115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  toText: () => (/* binding */ toText)
});

// EXTERNAL MODULE: ./lib/columns.js
var lib_columns = __webpack_require__(4648);
// EXTERNAL MODULE: ./lib/changes/formats/age.js
var formats_age = __webpack_require__(4781);
// EXTERNAL MODULE: ./lib/changes/formats/cells.js
var cells = __webpack_require__(8187);
// EXTERNAL MODULE: ./lib/changes/formats/clean.js
var clean = __webpack_require__(2023);
;// CONCATENATED MODULE: ./lib/changes/formats/fit-widths.js
const GAP = 2;
/** Below this nothing of a cell is left to read. */
const NARROWEST = 3;
/**
 * Widths that fit into so many columns of a terminal: cells that may be cut are, then columns that may be left out are, and at
 * last every cell is cut.
 */
function fitWidths(columns, room) {
    let shown = columns;
    while (total(shown.map(least)) > room) {
        const next = shown.reduce((first, each) => (rank(each) < rank(first) ? each : first), null);
        if (next === null)
            return squeeze(shown, room);
        shown = shown.filter((each) => each !== next);
    }
    return widen(shown, room);
}
function total(widths) {
    return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}
function least({ column, width }) {
    return column.least === undefined ? width : Math.min(width, Math.max(column.least, column.name.length));
}
function rank(measured) {
    return measured?.column.dropped ?? Number.POSITIVE_INFINITY;
}
/** Gives what is left to the cells that were cut, the narrowest first, so that few stay cut. */
function widen(shown, room) {
    const widths = new Map(shown.map((each) => [each, least(each)]));
    let left = room - total([...widths.values()]);
    const wanting = shown.filter((each) => each.width > least(each)).sort((a, b) => a.width - b.width);
    for (const [index, each] of wanting.entries()) {
        const more = Math.min(each.width - least(each), Math.floor(left / (wanting.length - index)));
        widths.set(each, least(each) + more);
        left -= more;
    }
    return shown.map((each) => ({ ...each, width: widths.get(each) ?? each.width }));
}
function squeeze(shown, room) {
    const widths = shown.map(least);
    while (total(widths) > room) {
        const widest = widths.indexOf(Math.max(...widths));
        const width = widths[widest] ?? 0;
        if (width <= NARROWEST)
            break;
        widths[widest] = width - 1;
    }
    const fitting = shown.map((each, index) => ({ ...each, width: widths[index] ?? each.width }));
    while (fitting.length > 1 && total(fitting.map(({ width }) => width)) > room)
        fitting.pop();
    return fitting;
}

;// CONCATENATED MODULE: ./lib/changes/formats/text-table.js



/** The table's heading and rows, aligned, a line each without its newline. */
function tableLines(table, { now, width, paint }) {
    const texts = table.columns.map((column) => table.rows.map((row) => {
        const text = (0,cells/* cellText */.Ie)(row[column.key] ?? null, column, now);
        return column.most === undefined ? text : (0,lib_columns/* clip */.$Q)(text, column.most);
    }));
    const measured = table.columns.map((column, index) => ({
        column,
        width: (texts[index] ?? []).reduce((most, text) => Math.max(most, (0,lib_columns/* widthOf */.qz)(text)), (0,lib_columns/* widthOf */.qz)(column.name)),
        texts: texts[index] ?? [],
    }));
    const shown = fitWidths(measured, width ?? Number.POSITIVE_INFINITY).map((each) => ({
        ...each,
        texts: measured.find(({ column }) => column === each.column)?.texts ?? [],
    }));
    const gap = " ".repeat(GAP);
    const place = (text, at) => at.right ? (0,lib_columns/* padStart */.CF)((0,lib_columns/* clip */.$Q)(text, at.width), at.width) : (0,lib_columns/* pad */.eV)((0,lib_columns/* clip */.$Q)(text, at.width), at.width);
    const heading = shown.map(({ column, width: room }) => paint.heading(place(column.name, { width: room, right: (0,cells/* isNumeric */.kf)(column) })));
    const lines = table.rows.map((row, index) => shown
        .map((each, at) => {
        const { column, width: room } = each;
        const text = (0,lib_columns/* clip */.$Q)(each.texts[index] ?? "", room);
        const blank = " ".repeat(Math.max(0, room - (0,lib_columns/* widthOf */.qz)(text)));
        const painted = text === "" ? "" : paint.cell(row[column.key] ?? null, column)(text);
        if ((0,cells/* isNumeric */.kf)(column))
            return blank + painted;
        return at === shown.length - 1 ? painted : painted + blank;
    })
        .join(gap)
        .trimEnd());
    return [heading.join(gap), ...lines];
}

;// CONCATENATED MODULE: ./lib/changes/formats/wrap.js

/** Lines of at most so many columns of a terminal, broken between words, and within a word that is wider. */
function wrap(text, width) {
    return text.split("\n").flatMap((line) => wrapLine(line.replaceAll("\t", "    "), Math.max(2, width)));
}
function wrapLine(line, width) {
    if ((0,lib_columns/* widthOf */.qz)(line) <= width)
        return [line];
    const wrapped = [];
    let current = "";
    for (const word of line.split(/ +/).flatMap((each) => pieces(each, width))) {
        const longer = current === "" ? word : `${current} ${word}`;
        if ((0,lib_columns/* widthOf */.qz)(longer) <= width) {
            current = longer;
            continue;
        }
        if (current !== "")
            wrapped.push(current);
        current = word;
    }
    return current === "" ? wrapped : [...wrapped, current];
}
function pieces(word, width) {
    if ((0,lib_columns/* widthOf */.qz)(word) <= width)
        return [word];
    const found = [];
    let piece = "";
    let used = 0;
    for (const { segment } of new Intl.Segmenter().segment(word)) {
        const more = (0,lib_columns/* widthOf */.qz)(segment);
        if (used + more > width) {
            found.push(piece);
            piece = "";
            used = 0;
        }
        piece += segment;
        used += more;
    }
    return [...found, piece];
}

;// CONCATENATED MODULE: ./lib/changes/formats/text.js






const INDENT = "  ";
const WIDEST_PROSE = 100;
/** What stands behind a title. */
const COUNT_WIDTH = ": 00000".length;
/** The report for a terminal. It fits the width, and nothing in it can act on the terminal. */
function toText({ table, view }, at) {
    if (view.kind === "threads")
        return lines(view.threads.flatMap((thread) => threadLines(thread, at)));
    if (view.kind === "table")
        return lines(titled(table, at));
    const tables = view.tables.filter(({ rows }) => rows.length > 0);
    return lines([...factLines(table, at), ...tables.flatMap((each) => ["", ...titled(each, at)])]);
}
function lines(all) {
    return `${all.join("\n")}\n`;
}
function titled(table, at) {
    const { paint } = at;
    const title = paint.title(shorten(table.title, { width: at.width === null ? null : at.width - COUNT_WIDTH }));
    if (table.rows.length === 0)
        return [`${title}: none`];
    const omitted = table.omitted === 0 ? [] : [paint.dim(`and ${table.omitted} more`)];
    return [`${title}: ${table.rows.length + table.omitted}`, ...tableLines(table, at), ...omitted];
}
function factLines({ title, columns, rows }, { now, width, paint }) {
    const names = (0,lib_columns/* widest */.D3)(columns.map(({ name }) => name), 0);
    const facts = rows.flatMap((row) => columns.map((column) => {
        const text = (0,cells/* cellText */.Ie)(row[column.key] ?? null, column, now);
        const line = `${INDENT}${(0,lib_columns/* pad */.eV)(column.name, names)}${INDENT}${text === "" ? "-" : text}`;
        return width === null ? line : (0,lib_columns/* clip */.$Q)(line, width);
    }));
    return [paint.title(title), ...facts];
}
function threadLines({ title, url, versions }, at) {
    const { paint } = at;
    const head = [paint.title(shorten((0,clean/* cleanLine */.O)(title), at)), paint.dim(shorten((0,clean/* cleanLine */.O)(url), at))];
    const parts = versions.flatMap((version) => [
        "",
        paint.place(version.title),
        ...(version.rows.length === 0 ? [paint.dim(`${INDENT}No comments`)] : []),
        ...version.rows.flatMap((row) => commentLines(row, at)),
    ]);
    return [...head, ...parts, ""];
}
function commentLines(row, at) {
    const { paint, now, width } = at;
    const author = (0,clean/* cleanLine */.O)(String(row.author ?? "(unknown)"));
    const age = typeof row.created === "number" ? (0,formats_age/* ageText */.X)(row.created, now) : "";
    const file = row.file === null ? "" : ` ${(0,clean/* cleanLine */.O)(String(row.file))}${row.line === null ? "" : `:${row.line}`}`;
    const room = Math.max(20, Math.min(width ?? WIDEST_PROSE, WIDEST_PROSE) - 2 * INDENT.length);
    const rest = shorten(` ${age === "just now" ? age : `${age} ago`}${file}`, {
        width: Math.max(0, room - (0,lib_columns/* widthOf */.qz)(author)),
    });
    return [
        "",
        `${INDENT}${paint.name(shorten(author, { width: room }))}${paint.dim(rest)}`,
        ...wrap((0,clean/* cleanLines */.v)(String(row.comment ?? "")).trim(), room).map((line) => `${INDENT}${INDENT}${line}`.trimEnd()),
    ];
}
function shorten(text, { width }) {
    return width === null ? text : (0,lib_columns/* clip */.$Q)(text, width);
}


/***/ })

};
