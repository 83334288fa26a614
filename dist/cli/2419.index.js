export const id = 2419;
export const ids = [2419];
export const modules = {

/***/ 2419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  toHtml: () => (/* binding */ toHtml)
});

// EXTERNAL MODULE: ./node_modules/entities/dist/esm/index.js + 2 modules
var esm = __webpack_require__(2658);
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


/***/ }),

/***/ 2658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nc: () => (/* reexport */ escape_escapeUTF8)
});

// UNUSED EXPORTS: DecodingMode, EncodingMode, EntityDecoder, EntityLevel, decode, decodeHTML, decodeHTML4, decodeHTML4Strict, decodeHTML5, decodeHTML5Strict, decodeHTMLAttribute, decodeHTMLStrict, decodeStrict, decodeXML, decodeXMLStrict, encode, encodeHTML, encodeHTML4, encodeHTML5, encodeNonAsciiHTML, encodeXML, escape, escapeAttribute, escapeText

// EXTERNAL MODULE: ./node_modules/entities/dist/esm/decode.js + 5 modules
var decode = __webpack_require__(8514);
;// CONCATENATED MODULE: ./node_modules/entities/dist/esm/escape.js
const xmlCodeMap = new Map([
    [34, "&quot;"],
    [38, "&amp;"],
    [39, "&apos;"],
    [60, "&lt;"],
    [62, "&gt;"],
]);
// For compatibility with node < 4, we wrap `codePointAt`
const escape_getCodePoint = 
// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
String.prototype.codePointAt == null
    ? (c, index) => (c.charCodeAt(index) & 64512) === 55296
        ? (c.charCodeAt(index) - 55296) * 1024 +
            c.charCodeAt(index + 1) -
            56320 +
            65536
        : c.charCodeAt(index)
    : // http://mathiasbynens.be/notes/javascript-encoding#surrogate-formulae
        (input, index) => input.codePointAt(index);
/**
 * Bitset for ASCII characters that need to be escaped in XML.
 */
const XML_BITSET_VALUE = 1342177476; // 32..63 -> 34 ("),38 (&),39 ('),60 (<),62 (>)
/**
 * Encodes all non-ASCII characters, as well as characters not valid in XML
 * documents using XML entities. Uses a fast bitset scan instead of RegExp.
 *
 * If a character has no equivalent entity, a numeric hexadecimal reference
 * (eg. `&#xfc;`) will be used.
 */
function escape_encodeXML(input) {
    let out;
    let last = 0;
    const { length } = input;
    for (let index = 0; index < length; index++) {
        const char = input.charCodeAt(index);
        // Check for ASCII chars that don't need escaping
        if (char < 0x80 &&
            (((XML_BITSET_VALUE >>> char) & 1) === 0 || char >= 64 || char < 32)) {
            continue;
        }
        if (out === undefined)
            out = input.substring(0, index);
        else if (last !== index)
            out += input.substring(last, index);
        if (char < 64) {
            // Known replacement
            out += xmlCodeMap.get(char);
            last = index + 1;
            continue;
        }
        // Non-ASCII: encode as numeric entity (handle surrogate pair)
        const cp = escape_getCodePoint(input, index);
        out += `&#x${cp.toString(16)};`;
        if (cp !== char)
            index++; // Skip trailing surrogate
        last = index + 1;
    }
    if (out === undefined)
        return input;
    if (last < length)
        out += input.substr(last);
    return out;
}
/**
 * Encodes all non-ASCII characters, as well as characters not valid in XML
 * documents using numeric hexadecimal reference (eg. `&#xfc;`).
 *
 * Have a look at `escapeUTF8` if you want a more concise output at the expense
 * of reduced transportability.
 *
 * @param data String to escape.
 */
const escape_escape = (/* unused pure expression or super */ null && (escape_encodeXML));
/**
 * Creates a function that escapes all characters matched by the given regular
 * expression using the given map of characters to escape to their entities.
 *
 * @param regex Regular expression to match characters to escape.
 * @param map Map of characters to escape to their entities.
 *
 * @returns Function that escapes all characters matched by the given regular
 * expression using the given map of characters to escape to their entities.
 */
function getEscaper(regex, map) {
    return function escape(data) {
        let match;
        let lastIndex = 0;
        let result = "";
        while ((match = regex.exec(data))) {
            if (lastIndex !== match.index) {
                result += data.substring(lastIndex, match.index);
            }
            // We know that this character will be in the map.
            result += map.get(match[0].charCodeAt(0));
            // Every match will be of length 1
            lastIndex = match.index + 1;
        }
        return result + data.substring(lastIndex);
    };
}
/**
 * Encodes all characters not valid in XML documents using XML entities.
 *
 * Note that the output will be character-set dependent.
 *
 * @param data String to escape.
 */
const escape_escapeUTF8 = /* #__PURE__ */ getEscaper(/["&'<>]/g, xmlCodeMap);
/**
 * Encodes all characters that have to be escaped in HTML attributes,
 * following {@link https://html.spec.whatwg.org/multipage/parsing.html#escapingString}.
 *
 * @param data String to escape.
 */
const escape_escapeAttribute = 
/* #__PURE__ */ getEscaper(/["&\u00A0]/g, new Map([
    [34, "&quot;"],
    [38, "&amp;"],
    [160, "&nbsp;"],
]));
/**
 * Encodes all characters that have to be escaped in HTML text,
 * following {@link https://html.spec.whatwg.org/multipage/parsing.html#escapingString}.
 *
 * @param data String to escape.
 */
const escape_escapeText = /* #__PURE__ */ getEscaper(/[&<>\u00A0]/g, new Map([
    [38, "&amp;"],
    [60, "&lt;"],
    [62, "&gt;"],
    [160, "&nbsp;"],
]));
//# sourceMappingURL=escape.js.map
;// CONCATENATED MODULE: ./node_modules/entities/dist/esm/encode.js


/**
 * We store the characters to consider as a compact bitset for fast lookups.
 */
const HTML_BITSET = /* #__PURE__ */ new Uint32Array([
    5632, // Bits for 09,0A,0C
    4227923966, // 32..63 -> 21-2D (minus space), 2E,2F,3A-3F
    4160749569, // 64..95 -> 40, 5B-5F
    939524097, // 96..127-> 60, 7B-7D
]);
const XML_BITSET = /* #__PURE__ */ new Uint32Array([0, XML_BITSET_VALUE, 0, 0]);
/**
 * Encodes all characters in the input using HTML entities. This includes
 * characters that are valid ASCII characters in HTML documents, such as `#`.
 *
 * To get a more compact output, consider using the `encodeNonAsciiHTML`
 * function, which will only encode characters that are not valid in HTML
 * documents, as well as non-ASCII characters.
 *
 * If a character has no equivalent entity, a numeric hexadecimal reference
 * (eg. `&#xfc;`) will be used.
 */
function encode_encodeHTML(input) {
    return encodeHTMLTrieRe(HTML_BITSET, input);
}
/**
 * Encodes all non-ASCII characters, as well as characters not valid in HTML
 * documents using HTML entities. This function will not encode characters that
 * are valid in HTML documents, such as `#`.
 *
 * If a character has no equivalent entity, a numeric hexadecimal reference
 * (eg. `&#xfc;`) will be used.
 */
function encode_encodeNonAsciiHTML(input) {
    return encodeHTMLTrieRe(XML_BITSET, input);
}
function encodeHTMLTrieRe(bitset, input) {
    let out;
    let last = 0; // Start of the next untouched slice.
    const { length } = input;
    for (let index = 0; index < length; index++) {
        const char = input.charCodeAt(index);
        // Skip ASCII characters that don't need encoding
        if (char < 0x80 && !((bitset[char >>> 5] >>> char) & 1)) {
            continue;
        }
        if (out === undefined)
            out = input.substring(0, index);
        else if (last !== index)
            out += input.substring(last, index);
        let node = htmlTrie.get(char);
        if (typeof node === "object") {
            if (index + 1 < length) {
                const nextChar = input.charCodeAt(index + 1);
                const value = typeof node.next === "number"
                    ? node.next === nextChar
                        ? node.nextValue
                        : undefined
                    : node.next.get(nextChar);
                if (value !== undefined) {
                    out += value;
                    index++;
                    last = index + 1;
                    continue;
                }
            }
            node = node.value;
        }
        if (node === undefined) {
            const cp = getCodePoint(input, index);
            out += `&#x${cp.toString(16)};`;
            if (cp !== char)
                index++;
            last = index + 1;
        }
        else {
            out += node;
            last = index + 1;
        }
    }
    if (out === undefined)
        return input;
    if (last < length)
        out += input.substr(last);
    return out;
}
//# sourceMappingURL=encode.js.map
;// CONCATENATED MODULE: ./node_modules/entities/dist/esm/index.js



/** The level of entities to support. */
var EntityLevel;
(function (EntityLevel) {
    /** Support only XML entities. */
    EntityLevel[EntityLevel["XML"] = 0] = "XML";
    /** Support HTML entities, which are a superset of XML entities. */
    EntityLevel[EntityLevel["HTML"] = 1] = "HTML";
})(EntityLevel || (EntityLevel = {}));
var EncodingMode;
(function (EncodingMode) {
    /**
     * The output is UTF-8 encoded. Only characters that need escaping within
     * XML will be escaped.
     */
    EncodingMode[EncodingMode["UTF8"] = 0] = "UTF8";
    /**
     * The output consists only of ASCII characters. Characters that need
     * escaping within HTML, and characters that aren't ASCII characters will
     * be escaped.
     */
    EncodingMode[EncodingMode["ASCII"] = 1] = "ASCII";
    /**
     * Encode all characters that have an equivalent entity, as well as all
     * characters that are not ASCII characters.
     */
    EncodingMode[EncodingMode["Extensive"] = 2] = "Extensive";
    /**
     * Encode all characters that have to be escaped in HTML attributes,
     * following {@link https://html.spec.whatwg.org/multipage/parsing.html#escapingString}.
     */
    EncodingMode[EncodingMode["Attribute"] = 3] = "Attribute";
    /**
     * Encode all characters that have to be escaped in HTML text,
     * following {@link https://html.spec.whatwg.org/multipage/parsing.html#escapingString}.
     */
    EncodingMode[EncodingMode["Text"] = 4] = "Text";
})(EncodingMode || (EncodingMode = {}));
/**
 * Decodes a string with entities.
 *
 * @param input String to decode.
 * @param options Decoding options.
 */
function esm_decode(input, options = EntityLevel.XML) {
    const level = typeof options === "number" ? options : options.level;
    if (level === EntityLevel.HTML) {
        const mode = typeof options === "object" ? options.mode : undefined;
        return decodeHTML(input, mode);
    }
    return decodeXML(input);
}
/**
 * Decodes a string with entities. Does not allow missing trailing semicolons for entities.
 *
 * @param input String to decode.
 * @param options Decoding options.
 * @deprecated Use `decode` with the `mode` set to `Strict`.
 */
function decodeStrict(input, options = EntityLevel.XML) {
    var _a;
    const normalizedOptions = typeof options === "number" ? { level: options } : options;
    (_a = normalizedOptions.mode) !== null && _a !== void 0 ? _a : (normalizedOptions.mode = DecodingMode.Strict);
    return esm_decode(input, normalizedOptions);
}
/**
 * Encodes a string with entities.
 *
 * @param input String to encode.
 * @param options Encoding options.
 */
function encode(input, options = EntityLevel.XML) {
    const { mode = EncodingMode.Extensive, level = EntityLevel.XML } = typeof options === "number" ? { level: options } : options;
    switch (mode) {
        case EncodingMode.UTF8: {
            return escapeUTF8(input);
        }
        case EncodingMode.Attribute: {
            return escapeAttribute(input);
        }
        case EncodingMode.Text: {
            return escapeText(input);
        }
        case EncodingMode.ASCII: {
            return level === EntityLevel.HTML
                ? encodeNonAsciiHTML(input)
                : encodeXML(input);
        }
        // biome-ignore lint/complexity/noUselessSwitchCase: we get an error for the switch not being exhaustive
        case EncodingMode.Extensive: // eslint-disable-line unicorn/no-useless-switch-case
        default: {
            return level === EntityLevel.HTML
                ? encodeHTML(input)
                : encodeXML(input);
        }
    }
}



//# sourceMappingURL=index.js.map

/***/ })

};
