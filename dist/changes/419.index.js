export const id = 419;
export const ids = [419];
export const modules = {

/***/ 2419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  toHtml: () => (/* binding */ toHtml)
});

// EXTERNAL MODULE: ./node_modules/entities/dist/esm/index.js + 5 modules
var esm = __webpack_require__(5789);
// EXTERNAL MODULE: ./lib/changes/formats/age.js
var formats_age = __webpack_require__(4781);
// EXTERNAL MODULE: ./lib/changes/formats/cells.js
var cells = __webpack_require__(8187);
// EXTERNAL MODULE: ./lib/changes/formats/clean.js
var clean = __webpack_require__(2023);
// EXTERNAL MODULE: ./lib/changes/formats/link.js
var formats_link = __webpack_require__(5796);
;// CONCATENATED MODULE: ./lib/changes/formats/style.js
/** How the HTML page looks. Every pair of colours has a contrast of 4.5 or more (WCAG 2.2, 1.4.3), in both schemes. */
const STYLE = `:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --back: #ffffff; --line: #d1d9e0; --stripe: #f6f8fa;
  --link: #0757ba; --good: #116329; --bad: #b3131c; --good-back: #116329; --bad-back: #b3131c; --on: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9da7b3; --back: #0d1117; --line: #3d444d; --stripe: #151b23;
  --link: #58a6ff; --good: #4cc761; --bad: #ff7b72; --good-back: #4cc761; --bad-back: #ff7b72; --on: #0d1117; } }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 100rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; color: var(--dim); }
a { color: var(--link); text-decoration: underline; text-underline-offset: 2px; }
.made { color: var(--dim); margin: 0 0 1.5rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--dim); padding-bottom: 0.5rem; }
th, td { text-align: left; padding: 0.4rem 0.7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { white-space: nowrap; border-bottom-width: 2px; }
td { overflow-wrap: anywhere; min-width: 12ch; }
.short, td.number, td.age { min-width: 0; white-space: nowrap; }
tbody tr:nth-child(even) { background: var(--stripe); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.age { white-space: nowrap; color: var(--dim); }
.vote { display: inline-block; min-width: 2.2em; padding: 0 0.3em; border-radius: 0.4em; text-align: center; }
.p1 { color: var(--good); } .m1 { color: var(--bad); }
.p2 { color: var(--on); background: var(--good-back); font-weight: 700; }
.m2 { color: var(--on); background: var(--bad-back); font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 2rem; margin: 1rem 0 2rem; }
dt { color: var(--dim); } dd { margin: 0; font-weight: 600; }
article { margin: 0 0 1rem; padding: 0.6rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
article p { margin: 0 0 0.4rem; } article time { color: var(--dim); }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
figure { margin: 0 0 1.5rem; overflow-x: auto; } figure svg { max-width: 100%; height: auto; }
`;

;// CONCATENATED MODULE: ./lib/changes/formats/html.js






const VOTE_CLASSES = {
    "-2": "vote m2",
    "-1": "vote m1",
    "1": "vote p1",
    "2": "vote p2",
};
/**
 * The report as a page that stands alone: no scripts, nothing loaded, light and dark as the reader has it. Everything from outside
 * is escaped, and a policy in the page forbids whatever else might run.
 */
function toHtml({ table, view }, { now, picture }) {
    const main = view.kind === "threads"
        ? view.threads.map((thread) => threadHtml(thread, now)).join("\n") || "<p>No comments.</p>"
        : view.kind === "facts"
            ? [factsHtml(table, now), ...view.tables.map((each) => tableHtml(each, now))].join("\n")
            : tableHtml(table, now);
    const made = (0,cells/* timeText */.Tc)(now);
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escaped(table.title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(table.title)}</h1>
<p class="made">As of ${made === null ? "an unknown time" : `<time datetime="${made}">${made.slice(0, 16).replace("T", " ")} UTC</time>`}</p>
${picture === null ? "" : `<figure>\n${picture}</figure>\n`}${main}
</main>
</body>
</html>
`;
}
function escaped(text) {
    // UTF-8 has no lone surrogates.
    return (0,esm/* escapeUTF8 */.Nc)(text.replace(/\p{Cs}/gu, "\ufffd"));
}
function tableHtml({ title, columns, rows, omitted }, now) {
    const count = rows.length + omitted;
    if (rows.length === 0)
        return `<p>${escaped(title)}: none.</p>`;
    const head = columns.map((column) => `<th scope="col"${aligned(column)}>${escaped(column.name)}</th>`).join("");
    const body = rows.map((row) => `<tr>${columns.map((column) => cellHtml(row[column.key] ?? null, column, now)).join("")}</tr>`);
    const more = omitted === 0 ? "" : `\n<p>and ${omitted} more</p>`;
    return `<div class="wide" role="region" aria-label="${escaped(title)}" tabindex="0">
<table>
<caption>${escaped(title)}: ${count}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>${more}`;
}
function aligned(column) {
    return (0,cells/* isNumeric */.kf)(column) ? ' class="number"' : "";
}
function cellHtml(value, column, now) {
    const text = (0,cells/* cellText */.Ie)(value, column, now);
    if (text === "")
        return `<td${aligned(column)}></td>`;
    if (column.kind === "url")
        return `<td class="short">${linkHtml(text)}</td>`;
    if (column.kind === "time" && typeof value === "number") {
        const iso = (0,cells/* timeText */.Tc)(value) ?? "";
        return `<td class="age"><time datetime="${iso}" title="${iso}">${escaped(text)}</time></td>`;
    }
    if (column.kind === "vote")
        return `<td class="number"><span class="${VOTE_CLASSES[String(value)] ?? "vote"}">${text}</span></td>`;
    const short = column.key === "status" ? ' class="short"' : aligned(column);
    return `<td${short}>${escaped(text)}</td>`;
}
function linkHtml(address) {
    const link = (0,formats_link/* linkTo */.u)(address);
    if (link === null)
        return escaped(address);
    return `<a href="${escaped(link.href)}" title="${escaped(link.href)}" rel="noreferrer">${escaped(link.label)}</a>`;
}
function factsHtml({ columns, rows }, now) {
    const facts = rows.flatMap((row) => columns.map((column) => {
        const text = (0,cells/* cellText */.Ie)(row[column.key] ?? null, column, now);
        return `<dt>${escaped(column.name)}</dt><dd>${text === "" ? "–" : escaped(text)}</dd>`;
    }));
    return `<dl>\n${facts.join("\n")}\n</dl>`;
}
function threadHtml({ title, url, versions }, now) {
    const parts = versions.map((version) => `<h3>${escaped(version.title)}</h3>\n${version.rows.length === 0 ? "<p>No comments.</p>" : version.rows.map((row) => commentHtml(row, now)).join("\n")}`);
    return `<section>\n<h2>${linkHtml((0,clean/* cleanLine */.O)(url))} ${escaped((0,clean/* cleanLine */.O)(title))}</h2>\n${parts.join("\n")}\n</section>`;
}
function commentHtml(row, now) {
    const author = escaped((0,clean/* cleanLine */.O)(String(row.author ?? "(unknown)")));
    const at = typeof row.created === "number" ? row.created : null;
    const age = at === null ? "" : `<time datetime="${(0,cells/* timeText */.Tc)(at) ?? ""}">${ago(at, now)}</time>`;
    const place = row.file === null
        ? ""
        : ` <code>${escaped((0,clean/* cleanLine */.O)(String(row.file)))}${row.line === null ? "" : `:${row.line}`}</code>`;
    return `<article>\n<p><b>${author}</b> ${age}${place}</p>\n<pre>${escaped((0,clean/* cleanLines */.v)(String(row.comment ?? "")).trim())}</pre>\n</article>`;
}
function ago(at, now) {
    const age = (0,formats_age/* ageText */.X)(at, now);
    return age === "just now" ? age : `${age} ago`;
}


/***/ }),

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


/***/ })

};
