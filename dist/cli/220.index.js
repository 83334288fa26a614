export const id = 220;
export const ids = [220];
export const modules = {

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


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ux: () => (/* reexport */ LONGEST_TIMEOUT_MS),
  ZG: () => (/* reexport */ PHASES),
  K2: () => (/* reexport */ SANDBOX_BACKENDS),
  SPEC_FILE: () => (/* reexport */ SPEC_FILE),
  b_: () => (/* reexport */ describe),
  findSpec: () => (/* reexport */ findSpec),
  Dm: () => (/* reexport */ findVariables),
  a3: () => (/* reexport */ formatDuration),
  Xq: () => (/* reexport */ formatSize),
  loadSpec: () => (/* reexport */ loadSpec),
  IM: () => (/* reexport */ openYaml),
  parseDuration: () => (/* reexport */ parseDuration),
  DB: () => (/* reexport */ parseSize),
  ZZ: () => (/* reexport */ parseTimeout),
  $t: () => (/* reexport */ placeOf),
  XW: () => (/* reexport */ quoteWord),
  AD: () => (/* reexport */ quoteWords),
  IW: () => (/* reexport */ renderDiagnostic),
  specJsonSchema: () => (/* reexport */ specJsonSchema),
  splitWords: () => (/* reexport */ splitWords),
  V2: () => (/* reexport */ substitute),
  tu: () => (/* reexport */ substituteInScript)
});

// UNUSED EXPORTS: LARGEST_SPEC, VARIABLES, isVariable, parseSpec

// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
;// CONCATENATED MODULE: ./lib/spec/problem.js

// What is wrong a hundred times is wrong in one way; a hostile spec does not get to print a million lines.
const MOST = 100;
/** Tells the line and column of offsets in a text. Both count from 1; a column counts characters, not UTF-16 units. */
function positions(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    // Places are mostly asked for in order, and a spec may be one line of a megabyte with a step every other character.
    let last = { line: -1, offset: 0, column: 1 };
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        const from = last.line === low && last.offset <= offset ? last : { offset: starts[low] ?? 0, column: 1 };
        last = { line: low, offset, column: from.column + [...text.slice(from.offset, offset)].length };
        return { line: low + 1, column: last.column };
    };
}
/** The findings as diagnostics: sorted by place, each once, at most a hundred and a last one that says how many were left out. */
function toDiagnostics(problems, file, positionOf) {
    const sorted = [...problems].sort((a, b) => a.offset - b.offset);
    const seen = new Set();
    const unique = sorted.filter((problem) => {
        const key = JSON.stringify([problem.offset, problem.code, problem.message]);
        return !seen.has(key) && seen.add(key);
    });
    const errorsFirst = unique.length > MOST ? unique.filter(({ severity }) => severity === "error") : unique;
    const shown = (errorsFirst.length > 0 ? errorsFirst : unique).slice(0, MOST);
    const diagnostics = shown.map(({ offset, severity, code, message, suggestion }) => ({
        file,
        ...positionOf(offset),
        severity,
        code,
        message: (0,printable/* printable */.g)(message),
        ...(suggestion === undefined ? {} : { suggestion: (0,printable/* printable */.g)(suggestion) }),
    }));
    const last = shown.at(-1);
    if (!last || unique.length <= MOST)
        return diagnostics;
    const message = `${unique.length - shown.length} more findings are not shown.`;
    const more = { file, ...positionOf(last.offset), severity: last.severity, code: "too-many-findings", message };
    return [...diagnostics, more];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/spec/yaml/aliases.js

/** How far aliases may multiply what they stand for, reckoned as the yaml library does. */
const MOST_EXPANDED = 100;
/** Finds what each alias stands for; reports those without an anchor, those inside their own anchor, and too many. */
function resolveAliases(document, report) {
    const anchors = new Map();
    const targets = new Map();
    const byAlias = new Map();
    const weigh = (node) => {
        if ((0,dist/* isAlias */.Vj)(node)) {
            const anchor = byAlias.get(node);
            return anchor ? anchor.uses * (anchor.weight ?? 1) : 0;
        }
        if ((0,dist/* isPair */.tO)(node))
            return Math.max(weigh(node.key), weigh(node.value));
        return (0,dist/* isCollection */.P3)(node) ? node.items.reduce((most, item) => Math.max(most, weigh(item)), 0) : 1;
    };
    (0,dist/* visit */.YR)(document, {
        Node(_key, node) {
            if ((0,dist/* isAlias */.Vj)(node)) {
                const problem = use(node);
                if (problem)
                    report({ offset: node.range?.[0] ?? 0, severity: "error", ...problem });
                if (problem?.code === "alias-bomb")
                    return dist/* visit */.YR.BREAK;
            }
            else if ((0,dist/* isNode */.Ll)(node) && node.anchor) {
                anchors.set(node.anchor, { node, uses: 0, weight: undefined });
            }
            return undefined;
        },
    });
    return targets;
    function use(alias) {
        const name = alias.source;
        const anchor = anchors.get(name);
        if (!anchor) {
            return { code: "unknown-alias", message: `There is no anchor \`&${name}\` before this alias.` };
        }
        if ((alias.range?.[0] ?? 0) < (anchor.node.range?.[1] ?? 0)) {
            return { code: "circular-alias", message: `The alias \`*${name}\` stands inside its own anchor.` };
        }
        byAlias.set(alias, anchor);
        anchor.uses++;
        anchor.weight ??= Math.max(1, weigh(anchor.node));
        if (anchor.uses * anchor.weight > MOST_EXPANDED) {
            const message = `Aliases multiply the spec too far here: at most ${MOST_EXPANDED} uses of what \`&${name}\` holds, nested ones multiplied.`;
            return { code: "alias-bomb", message };
        }
        targets.set(alias, anchor.node);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/spec/yaml/syntax.js

// A text that is no YAML at all can have an error at every other character.
const syntax_MOST = 200;
/** The document's syntax errors, each where a person would look for it, one a line: the rest mostly follows from the first. */
function syntaxProblems(document) {
    const ends = document.errors.some(isUnclosed) ? unclosable(document) : [];
    return document.errors.slice(0, syntax_MOST).map((error) => {
        const [offset] = error.pos;
        const opened = isUnclosed(error) ? ends.find((node) => node.range?.[1] === offset) : undefined;
        if (opened?.range)
            return syntax(opened.range[0], (0,dist/* isScalar */.jn)(opened) ? "This quote is not closed." : "This bracket is not closed.");
        if (error.code !== "TAB_AS_INDENT")
            return syntax(offset, sentence(error.message));
        return { ...syntax(offset, "A tab cannot indent in YAML. Use spaces."), code: "tab-indentation" };
    });
}
/** Only the first of the syntax problems that begin on one line. */
function onePerLine(problems, text) {
    const lineStart = (offset) => text.lastIndexOf("\n", offset - 1);
    const seen = new Set();
    return [...problems]
        .sort((a, b) => a.offset - b.offset)
        .filter(({ offset }) => {
        const start = lineStart(offset);
        return !seen.has(start) && seen.add(start);
    });
}
function syntax(offset, message) {
    return { offset, severity: "error", code: "yaml-syntax", message };
}
function sentence(message) {
    return `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`;
}
function isUnclosed({ message }) {
    return /^Missing closing|^Flow (?:map|sequence) in block collection must|expected flow .* to end with/i.test(message);
}
/** Everything that has an end of its own to be missed: quoted scalars, then flow collections, the innermost first. */
function unclosable(document) {
    const nodes = [];
    (0,dist/* visit */.YR)(document, {
        Node(_key, node) {
            const quoted = (0,dist/* isScalar */.jn)(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
            if ((0,dist/* isNode */.Ll)(node) && (quoted || ((0,dist/* isCollection */.P3)(node) && node.flow)))
                nodes.push(node);
        },
    });
    return nodes.reverse();
}

;// CONCATENATED MODULE: ./lib/spec/yaml/tabs.js
const INDENTED_BY_TABS = /^( *\t[ \t]*)(?=\S)/gm;
/** Puts `width` spaces in the place of each tab that indents a line, so that the rest of the spec can still be checked. */
function untab(text, width) {
    const shifts = [];
    let by = 0;
    const untabbed = text.replace(INDENTED_BY_TABS, (indent, _group, offset) => {
        const spaces = indent.replaceAll("\t", " ".repeat(width));
        by += spaces.length - indent.length;
        shifts.push({ from: offset + spaces.length + by - (spaces.length - indent.length), by });
        return spaces;
    });
    const originalOffset = (offset) => {
        let low = 0;
        let high = shifts.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((shifts[middle]?.from ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return offset - (shifts[low - 1]?.by ?? 0);
    };
    return { text: untabbed, originalOffset };
}

;// CONCATENATED MODULE: ./lib/spec/yaml/tokens.js

/** How deep a spec's lists and mappings may nest. */
const DEEPEST = 64;
const COLLECTIONS = new Set(["block-map", "block-seq", "flow-collection"]);
/** The concrete syntax of a YAML text, or the offset at which it nests deeper than any spec needs to. */
function tokenize(text) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        tokens.push(...parser.next(lexeme));
        // The parser keeps what is open on its stack: stopped here, a hostile text never reaches the recursive composer.
        if (parser.stack.length > DEEPEST && parser.stack.filter(({ type }) => COLLECTIONS.has(type)).length > DEEPEST) {
            return { tooDeepAt: Math.min(parser.offset, text.length) };
        }
    }
    tokens.push(...parser.end());
    return { tokens };
}

;// CONCATENATED MODULE: ./lib/spec/yaml/tree.js

/** The document as nodes that know their places, with aliases and merge keys resolved. Reports bad and duplicate keys. */
function toTree(document, context) {
    const done = new Map();
    return document.contents ? convert(document.contents, document.contents.range?.[0] ?? 0) : undefined;
    function convert(node, fallback) {
        if ((0,dist/* isAlias */.Vj)(node))
            return convert(context.targets.get(node), node.range?.[0] ?? fallback);
        const known = done.get(node);
        if (known)
            return known;
        const converted = build(node, fallback);
        if (node)
            done.set(node, converted);
        return converted;
    }
    function build(node, fallback) {
        if ((0,dist/* isMap */.jh)(node))
            return { kind: "map", offset: start(node, fallback), entries: entries(node) };
        if ((0,dist/* isSeq */.oP)(node)) {
            const offset = start(node, fallback);
            return {
                kind: "list",
                offset,
                items: node.items.map((item) => convert(item, ((0,dist/* isScalar */.jn)(item) && item.range?.[0]) || offset)),
            };
        }
        if (!(0,dist/* isScalar */.jn)(node))
            return convert(document.createNode(null), fallback);
        const value = node.value;
        const text = typeof value === "string" ? value : (node.source ?? String(value));
        const plain = ["string", "number", "boolean"].includes(typeof value) ? value : null;
        return {
            kind: "scalar",
            offset: start(node, fallback),
            value: value === null ? null : (plain ?? text),
            text,
            scalar: node,
        };
    }
    function entries(map) {
        const own = new Map();
        const merged = new Map();
        for (const { key, value } of map.items) {
            const offset = (0,dist/* isScalar */.jn)(key) || (0,dist/* isAlias */.Vj)(key) ? (key.range?.[0] ?? map.range?.[0] ?? 0) : (map.range?.[0] ?? 0);
            const name = keyName(key);
            if (name === undefined) {
                const at = (0,dist/* isMap */.jh)(key) || (0,dist/* isSeq */.oP)(key) ? start(key, offset) : offset;
                context.report({ offset: at, severity: "error", code: "bad-key", message: "A key must be a plain text." });
            }
            else if (isMergeKey(key)) {
                for (const entry of mergedEntries(convert(value, offset)))
                    if (!merged.has(entry.key))
                        merged.set(entry.key, entry);
            }
            else if (own.has(name)) {
                const message = `The key ${JSON.stringify(name)} stands here a second time.`;
                context.report({ offset, severity: "error", code: "duplicate-key", message });
            }
            else {
                own.set(name, { key: name, offset, value: convert(value, offset) });
            }
        }
        for (const [name, entry] of merged)
            if (!own.has(name))
                own.set(name, entry);
        return own;
    }
    function mergedEntries(node) {
        if (node.kind === "map")
            return [...node.entries.values()];
        if (node.kind === "list" && node.items.every((item) => item.kind === "map"))
            return node.items.flatMap(mergedEntries);
        const message = "A merge key `<<` takes a mapping (by its alias), or a list of them.";
        context.report({ offset: node.offset, severity: "error", code: "bad-merge", message });
        return [];
    }
    function keyName(key) {
        const node = (0,dist/* isAlias */.Vj)(key) ? context.targets.get(key) : key;
        if (!(0,dist/* isScalar */.jn)(node) || node.value === null)
            return undefined;
        return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
    }
}
function isMergeKey(key) {
    return (0,dist/* isScalar */.jn)(key) && key.source === "<<" && (key.type === undefined || key.type === "PLAIN");
}
/** Where a node begins; an absent value has no place of its own and takes its key's. */
function start(node, fallback) {
    const range = node.range;
    return range && range[1] > range[0] ? range[0] : fallback;
}

;// CONCATENATED MODULE: ./lib/spec/yaml/read.js






const TAB_WIDTHS = [2, 4, 8, 1];
/**
 * Reads one YAML 1.2 document (core schema, merge keys) and reports everything that is wrong with it as YAML, with
 * offsets of the original text.
 */
function readYaml(text) {
    const result = readDocument(text);
    const tabs = result.problems.filter(({ code }) => code === "tab-indentation");
    if (tabs.length === 0)
        return result;
    for (const width of TAB_WIDTHS) {
        const { text: untabbed, originalOffset } = untab(text, width);
        const again = readDocument(untabbed);
        if (again.brokenAt < Number.POSITIVE_INFINITY)
            continue;
        const others = again.problems.map((problem) => ({ ...problem, offset: originalOffset(problem.offset) }));
        return { ...again, problems: [...tabs, ...others], originalOffset };
    }
    return { ...result, problems: tabs };
}
function readDocument(text) {
    const problems = [];
    const error = (offset, code, message) => problems.push({ offset, severity: "error", code, message });
    const whole = { text, originalOffset: (offset) => offset, brokenAt: Number.POSITIVE_INFINITY };
    const tokenized = tokenize(text);
    if ("tooDeepAt" in tokenized) {
        error(tokenized.tooDeepAt, "too-deep", `Lists and mappings nest deeper than ${DEEPEST} here.`);
        return { ...whole, root: undefined, problems };
    }
    const composer = new dist/* Composer */.Dk({ prettyErrors: false, uniqueKeys: false, merge: true, version: "1.2" });
    const documents = composer.compose(tokenized.tokens, true, text.length);
    const document = documents.next().value;
    const second = documents.next().value;
    if (!document)
        return { ...whole, root: undefined, problems };
    const syntax = syntaxProblems(document);
    problems.push(...onePerLine(syntax, text));
    for (const { pos, message } of document.warnings.slice(0, 200))
        error(pos[0], "unknown-tag", `${message}. Specs have no tags.`);
    if (second)
        error(second.range[0], "multiple-documents", "A second document begins here. A spec is one document.");
    const report = (problem) => problems.push(problem);
    const targets = resolveAliases(document, report);
    const bomb = problems.some(({ code }) => code === "alias-bomb");
    const root = bomb ? undefined : toTree(document, { targets, report });
    return { ...whole, root, problems, brokenAt: Math.min(whole.brokenAt, ...syntax.map(({ offset }) => offset)) };
}

;// CONCATENATED MODULE: ./lib/spec/document.js


/** Reads one YAML 1.2 document of any shape; never throws. `file` is the name that its findings carry. */
function openYaml(text, file) {
    const source = text.replace(/^\ufeff/, "");
    const yaml = readYaml(source);
    const problems = [...yaml.problems];
    return {
        root: yaml.root,
        report: (problem) => {
            // What is read behind a syntax error is not what was meant.
            if (problem.offset < yaml.brokenAt)
                problems.push({ ...problem, offset: yaml.originalOffset(problem.offset) });
        },
        diagnostics: () => toDiagnostics(problems, file, positions(source)),
    };
}

;// CONCATENATED MODULE: ./lib/spec/duration.js
const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/;
const FACTORS = [86_400_000, 3_600_000, 60_000, 1000];
/** The longest time that a timer of Node can wait, in milliseconds: a little under 25 days. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
/**
 * A duration in milliseconds: `90` and `90s` (seconds), `10m`, `1h30m`, `3d`; units in this order, each at most once.
 * Undefined for anything else, and for more than 2^53 - 1 milliseconds.
 */
function parseDuration(text) {
    const match = DURATION.exec(text);
    if (!match || text === "")
        return undefined;
    const total = FACTORS.reduce((sum, factor, index) => sum + Number(match[index + 1] ?? 0) * factor, 0);
    return Number.isSafeInteger(total) ? total : undefined;
}
/** A duration that a timer can wait for: as `parseDuration`, more than 0 and at most LONGEST_TIMEOUT_MS. */
function parseTimeout(text) {
    const milliseconds = parseDuration(text);
    return milliseconds && milliseconds <= LONGEST_TIMEOUT_MS ? milliseconds : undefined;
}
/** Milliseconds for people: `350ms`, `1.2s`, `42s`, `1m30s`, `2h5m`. Never negative. */
function formatDuration(milliseconds) {
    const rounded = Math.max(0, Math.round(milliseconds));
    if (rounded < 1000)
        return `${rounded}ms`;
    if (rounded < 9950)
        return `${Number((rounded / 1000).toFixed(1))}s`;
    const seconds = Math.round(rounded / 1000);
    const parts = [
        [Math.floor(seconds / 86_400), "d"],
        [Math.floor(seconds / 3600) % 24, "h"],
        [Math.floor(seconds / 60) % 60, "m"],
        [seconds % 60, "s"],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    return parts
        .slice(first, first + 2)
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count}${unit}`)
        .join("");
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/spec/find.js


const SPEC_FILE = ".forge.yml";
/** The nearest `.forge.yml` in `directory` or a folder above it, as an absolute path; undefined where there is none. */
async function findSpec(directory) {
    for (let folder = (0,external_node_path_.resolve)(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        const path = (0,external_node_path_.join)(folder, SPEC_FILE);
        const found = await (0,promises_.stat)(path).then((stats) => !stats.isDirectory(), () => false);
        if (found)
            return path;
        if (folder === (0,external_node_path_.dirname)(folder))
            return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./lib/spec/schema/field.js

/** What the published JSON Schema says beyond the types: descriptions, patterns, names of definitions. */
const documentation = registries/* registry */.u5();
/** Adds to what the published JSON Schema says of a part. */
function documented(schema, meta) {
    documentation.add(schema, { ...documentation.get(schema), ...meta });
    return schema;
}
/** A text; YAML numbers and booleans are taken as they are written. `expected` is what a finding says should stand here. */
function field_text(expected = "a text") {
    return schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: expected });
}
/** A text that `accepts` takes; `code` is that of the finding otherwise. A `pattern` goes to the JSON Schema. */
function checkedText(options) {
    const { expected, code, accepts, pattern } = options;
    const schema = field_text(expected).check(schemas/* refine */.YPB((value) => accepts(String(value)), { error: expected, params: { code } }));
    return pattern ? documented(schema, { pattern: pattern.source }) : schema;
}
/** As `checkedText`, where the pattern alone decides. */
function patternText(options) {
    return checkedText({ ...options, accepts: (value) => options.pattern.test(value) });
}
function flag(expected = "`true` or `false`") {
    return schemas/* boolean */.zMY({ error: expected });
}
function integer(options) {
    const { least, most, expected: error } = options;
    return schemas/* int */.Whr({ error }).check(api/* _gte */.qm(least, { error }), api/* _lte */.Zm(most, { error }));
}
function choice(values) {
    const error = `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
    return schemas/* enum */.k5n(values, { error });
}
/** A mapping with these keys and no others. For an unknown key the issue's message is the list of known ones. */
function mapping(shape, expected = "a mapping") {
    return schemas/* strictObject */.rej(shape, {
        error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : expected),
    });
}
/** As `mapping`; exactly one of `keys` must be there. */
function mappingWithOneOf(shape, options) {
    const { keys, expected } = options;
    const names = keys.map((key) => `\`${key}\``).join(", ");
    const given = (value) => keys.filter((key) => Object.hasOwn(value, key)).length;
    const schema = mapping(shape, expected).check(schemas/* refine */.YPB((value) => given(value) === 1, {
        error: `exactly one of ${names}`,
        params: { code: "one-of", keys, known: Object.keys(shape) },
    }));
    return documented(schema, { oneOf: keys.map((key) => ({ required: [key] })) });
}
/** A list, or one item that stands for a list of it. */
function oneOrMore(item, expected) {
    return schemas/* union */.KCZ([item, schemas/* array */.YOg(item)], { error: expected });
}

;// CONCATENATED MODULE: ./lib/spec/size.js
const SIZE = /^(\d+)(?:([KMGT])(i?)B|B)?$/i;
const POWERS = { K: 1, M: 2, G: 3, T: 4 };
/**
 * A size in bytes: `1024`, `512MiB` (powers of 1024: KiB, MiB, GiB, TiB), `2GB` (powers of 1000: kB, MB, GB, TB).
 * Undefined for anything else, and for more than 2^53 - 1 bytes.
 */
function parseSize(text) {
    const match = SIZE.exec(text);
    if (!match)
        return undefined;
    const unit = match[2]?.toUpperCase();
    const bytes = Number(match[1]) * (unit ? (match[3] ? 1024 : 1000) ** POWERS[unit] : 1);
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}
const UNITS = ["TiB", "GiB", "MiB", "KiB"];
/** A size in bytes as people write it: `64MiB`; one that is no whole number of KiB in bytes. */
function formatSize(bytes) {
    const at = UNITS.findIndex((_, index) => bytes % 1024 ** (UNITS.length - index) === 0);
    return at < 0 || bytes === 0 ? `${bytes} bytes` : `${bytes / 1024 ** (UNITS.length - at)}${UNITS[at]}`;
}

;// CONCATENATED MODULE: ./lib/spec/schema/fields.js



const timeout = (description) => documented(checkedText({
    expected: "a time such as `90s`, `10m` or `1h30m`, more than 0 and at most 24d",
    code: "bad-duration",
    accepts: (value) => parseTimeout(value) !== undefined,
    pattern: /^(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s?)?$/,
}), { description, exclusiveMinimum: 0 });
const size = () => checkedText({
    expected: "a size such as `512MiB` or `2GB`",
    code: "bad-size",
    accepts: (value) => parseSize(value) !== undefined,
    pattern: /^\d+(?:[KMGTkmgt][Ii]?[Bb]|[Bb])?$/,
});
const HTTP_URL = /^https?:\/\/[^\s/?#]+\S*$/i;
const INDEX_URL = /^(?:https?:\/\/[^\s/?#]+\S*|file:\/\/\S+)$/i;
const httpUrl = () => checkedText({
    expected: "a URL that begins with `http://` or `https://`",
    code: "bad-url",
    accepts: (value) => HTTP_URL.test(value) && URL.canParse(value),
    pattern: HTTP_URL,
});
const indexUrl = () => checkedText({
    expected: "a URL that begins with `https://`, `http://` or `file://`",
    code: "bad-url",
    accepts: (value) => INDEX_URL.test(value) && URL.canParse(value),
    pattern: INDEX_URL,
});
/** One line without control characters: what may go into a configuration file. */
const line = (expected = "a text of one line") => patternText({ expected, code: "bad-text", pattern: /^[^\x00-\x1f\x7f]+$/ });
/** A text without NUL, which no argument, variable or path can hold. */
const withoutNul = (expected) => checkedText({
    expected: `${expected} without NUL characters`,
    code: "nul-character",
    accepts: (value) => !value.includes("\0"),
});
const command = documented(field_text("a command"), {
    id: "command",
    description: "A command: split into words as a POSIX shell would, and run without a shell.",
});

;// CONCATENATED MODULE: ./lib/spec/model.js
/** What a valid spec says, after normalisation: shorthand forms are gone, words are split, durations are milliseconds. */
/** Every phase, in the order of the stage `all`. */
const PHASES = [
    "install",
    "linting",
    "execute",
    "staging/deploy",
    "staging/execute",
    "production/deploy",
    "production/execute",
];
/** What commands can be shut into; `auto`: the best that the machine has. */
const SANDBOX_BACKENDS = ["auto", "none", "chroot", "bubblewrap", "container"];

;// CONCATENATED MODULE: ./lib/spec/schema/sandbox.js




const path = () => withoutNul("a path");
const paths = schemas/* array */.YOg(path(), { error: "a list of paths" });
const names = schemas/* array */.YOg(field_text("a capability"), { error: "a list of capabilities" });
const isolation = () => choice(["undefined", "isolated"]);
const count = (expected) => integer({ least: 1, most: Number.MAX_SAFE_INTEGER, expected });
const extraMount = mapping({
    source: schemas/* optional */.lqM(path()),
    target: path(),
    type: choice(["proc", "tmpfs", "bind"]),
    options: schemas/* optional */.lqM(field_text("mount options")),
}).check(schemas/* refine */.YPB((mount) => mount.type !== "bind" || mount.source !== undefined, {
    error: "a `source` beside the type `bind`: the folder or file that is mounted",
    params: { code: "missing-source" },
}));
const rates = () => documented(schemas/* record */.g1P(schemas/* string */.YjP(), size(), { error: "a mapping of devices to sizes" }), {
    description: "Bytes a second by device, such as { /dev/sda: 10MiB }.",
});
const limits = mapping({
    memory: schemas/* optional */.lqM(size()),
    cpus: schemas/* optional */.lqM(documented(schemas/* number */.aig({ error: "a number of CPUs" }).check(api/* _gt */.Tx(0, { error: "a number of CPUs above 0" })), {
        description: "CPUs, such as 2 or 0.5.",
    })),
    pids: schemas/* optional */.lqM(count("a number of processes above 0")),
    "open-files": schemas/* optional */.lqM(count("a number of files above 0")),
    timeout: schemas/* optional */.lqM(timeout("How long a command may run.")),
    "device-read-bps": schemas/* optional */.lqM(rates()),
    "device-write-bps": schemas/* optional */.lqM(rates()),
    "no-oom-kill": schemas/* optional */.lqM(flag()),
});
const sandbox = documented(mapping({
    backend: schemas/* optional */.lqM(choice(SANDBOX_BACKENDS)),
    "filesystem-root": schemas/* optional */.lqM(path()),
    "filesystem-writable-paths": schemas/* optional */.lqM(schemas/* union */.KCZ([choice(["all", "none"]), paths], { error: "`all`, `none` or a list of paths" })),
    mounts: schemas/* optional */.lqM(isolation()),
    "extra-mounts": schemas/* optional */.lqM(schemas/* array */.YOg(extraMount, { error: "a list of mounts" })),
    network: schemas/* optional */.lqM(isolation()),
    limits: schemas/* optional */.lqM(limits),
    capabilities: schemas/* optional */.lqM(mapping({ drop: schemas/* optional */.lqM(names), add: schemas/* optional */.lqM(names) })),
    degrade: schemas/* optional */.lqM(flag()),
}), { id: "sandbox", description: "What commands are shut into." });

;// CONCATENATED MODULE: ./lib/spec/schema/value.js



const VARIABLE_NAME = /^[^=\0]+$/;
// An armoured file whose lines YAML has folded is still one: the spaces are put right when it is read.
const ARMOUR = /^\s*-----BEGIN AGE ENCRYPTED FILE-----\s[A-Za-z0-9+/=\s]+-----END AGE ENCRYPTED FILE-----\s*$/;
const reference = mappingWithOneOf({
    env: schemas/* optional */.lqM(patternText({
        expected: "the name of an environment variable",
        code: "bad-variable-name",
        pattern: VARIABLE_NAME,
    })),
    encrypted: schemas/* optional */.lqM(checkedText({
        expected: "a value encrypted with age, in its text form, as `forgexec encrypt` prints it",
        code: "not-encrypted",
        accepts: (value) => ARMOUR.test(value),
        pattern: ARMOUR,
    })),
}, { keys: ["env", "encrypted"], expected: "`{ env: NAME }` or `{ encrypted: … }`" });
const secret = documented(schemas/* union */.KCZ([withoutNul("a text"), reference], { error: "a text, `{ env: NAME }` or `{ encrypted: … }`" }), { id: "secret", description: "A text, a variable of forgexec's own environment, or a value encrypted with age." });
const variableName = schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => VARIABLE_NAME.test(name), {
    error: "a name without `=` and NUL",
    params: { code: "bad-variable-name" },
}));
documented(variableName, { pattern: VARIABLE_NAME.source });
const stepEnvironment = documented(schemas/* record */.g1P(variableName, secret, { error: "a mapping of variables" }), {
    id: "environment",
    description: "Environment variables.",
});
/** A list of values makes a matrix. */
const specEnvironment = documented(schemas/* nullable */.mee(schemas/* record */.g1P(variableName, schemas/* union */.KCZ([secret, schemas/* array */.YOg(secret)], { error: "a text, `{ env: NAME }` or `{ encrypted: … }`" }), {
    error: "a mapping of variables",
})), { description: "Environment variables for every command. A list of values makes a matrix." });

;// CONCATENATED MODULE: ./lib/spec/schema/step.js




// Options would look as if they were passed on; a path may have spaces.
const SHELL = /^(?:[^\s/\0]+|[^\0]*[/\\][^\0]*)$/;
const port = integer({ least: 1, most: 65_535, expected: "a port number from 1 to 65535" });
const address = patternText({
    expected: "a port number from 1 to 65535, or `host:port`",
    code: "bad-port",
    pattern: /^(?:(?:[\w.-]+|\[[\da-fA-F:.]+\]):)?(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
});
const pattern = field_text("a regular expression").check(schemas/* refine */.YPB((value) => isRegExp(String(value)), { error: "a regular expression", params: { code: "bad-regexp" } }));
const ready = documented(mappingWithOneOf({
    http: schemas/* optional */.lqM(documented(httpUrl(), { description: "Ready when this URL answers with success." })),
    tcp: schemas/* optional */.lqM(documented(address, { description: "Ready when this port takes connections.", minimum: 1, maximum: 65_535 })),
    log: schemas/* optional */.lqM(documented(pattern, { format: "regex", description: "Ready when a line of its output matches." })),
    command: schemas/* optional */.lqM(command),
    timeout: schemas/* optional */.lqM(timeout("How long it may take to become ready.")),
}, { keys: ["http", "tcp", "log", "command"], expected: "a mapping with one of `http`, `tcp`, `log` or `command`" }), { id: "ready", description: "How a background command shows that it is ready." });
const shellName = schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => SHELL.test(name), {
    error: "the name of a shell on PATH, or a path",
    params: { code: "bad-shell" },
}));
documented(shellName, { pattern: SHELL.source });
const stepMapping = mappingWithOneOf({
    name: schemas/* optional */.lqM(documented(field_text("a name"), { description: "What reports call the step." })),
    run: schemas/* optional */.lqM(command),
    background: schemas/* optional */.lqM(documented(oneOrMore(command, "a command or a list of commands"), {
        description: "Started, and running until the phase ends.",
    })),
    ready: schemas/* optional */.lqM(ready),
    environment: schemas/* optional */.lqM(stepEnvironment),
    "working-directory": schemas/* optional */.lqM(withoutNul("a directory")),
    timeout: schemas/* optional */.lqM(timeout("How long the command may run.")),
    "idle-timeout": schemas/* optional */.lqM(timeout("How long the command may print nothing.")),
    retry: schemas/* optional */.lqM(documented(integer({ least: 0, most: 100, expected: "a whole number of further tries from 0 to 100" }), {
        description: "Further tries after a failure.",
    })),
    "continue-on-error": schemas/* optional */.lqM(documented(flag(), { description: "A failure is reported, and the phase goes on." })),
    shell: schemas/* optional */.lqM(documented(schemas/* union */.KCZ([schemas/* boolean */.zMY(), shellName], {
        error: "`true` (`sh -e`), `false`, a shell's name or its path",
    }), { description: "true: `sh -e`; a name or a path: that shell." })),
    if: schemas/* optional */.lqM(documented(choice(["linux", "macos", "windows"]), { description: "The only system to run on." })),
    stdin: schemas/* optional */.lqM(withoutNul("a file")),
    cached: schemas/* optional */.lqM(documented(flag(), {
        description: "In `install` with `inputs`: whether it need not run where the environment comes from the cache.",
    })),
    report: schemas/* optional */.lqM(oneOrMore(withoutNul("a file"), "a file or a list of files")),
}, { keys: ["run", "background"], expected: "a command, or a mapping with `run` or `background`" });
const step = documented(schemas/* union */.KCZ([command, stepMapping], { error: "a command, or a mapping with `run` or `background`" }), { id: "step" });
const publishedPort = port;
function isRegExp(source) {
    try {
        return Boolean(new RegExp(source));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/spec/schema/phase.js





const EXPECTED = "a list of commands, or a mapping whose `steps` is one";
const steps = documented(schemas/* nullable */.mee(schemas/* array */.YOg(step, { error: "a list of commands" })), { id: "steps" });
const common = () => ({
    steps: schemas/* optional */.lqM(steps),
    parallel: schemas/* optional */.lqM(documented(flag(), { description: "The steps run at the same time." })),
    timeout: schemas/* optional */.lqM(timeout("How long the phase may take.")),
    sandbox: schemas/* optional */.lqM(sandbox),
    shards: schemas/* optional */.lqM(integer({ least: 1, most: 1000, expected: "a whole number from 1 to 1000" })),
});
function phase(shape, id) {
    return documented(schemas/* union */.KCZ([steps, mapping(shape, EXPECTED)], { error: EXPECTED }), { id });
}
const plainPhase = phase(common(), "phase");
const installPhase = phase({
    ...common(),
    inputs: schemas/* optional */.lqM(documented(schemas/* array */.YOg(withoutNul("a file pattern"), { error: "a list of file patterns" }), {
        description: "What the packages depend on: while it is the same, installing is not done again.",
    })),
}, "install-phase");
const deployPhase = phase({ ...common(), "id-token": schemas/* optional */.lqM(documented(flag(), { description: "OIDC variables reach its commands." })) }, "deploy-phase");
const stage = documented(schemas/* nullable */.mee(mapping({ deploy: schemas/* optional */.lqM(deployPhase), execute: schemas/* optional */.lqM(plainPhase) }, "a mapping with `deploy` and `execute`")), { id: "stage" });

;// CONCATENATED MODULE: ./lib/spec/schema/pypi.js




const SERVER_NAME = /^(?!(?:distutils|DEFAULT)$)[\w.-]+$/;
const serverName = documented(schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => SERVER_NAME.test(name), {
    error: "a name of letters, digits, `.`, `_` and `-`, other than `distutils` and `DEFAULT`",
    params: { code: "bad-server-name" },
})), { pattern: SERVER_NAME.source });
const server = mapping({
    repository: documented(indexUrl(), { description: "Where distributions are uploaded to." }),
    username: schemas/* optional */.lqM(line("a user name")),
    password: schemas/* optional */.lqM(secret),
});
const INDEX_NAME = /^(?!simple$)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const namedIndex = mapping({
    name: patternText({
        expected: "a name of letters, digits, `.`, `_` and `-`, other than `simple`",
        code: "bad-index-name",
        pattern: INDEX_NAME,
    }),
    url: documented(indexUrl(), { description: "The index, as in `index-url`." }),
}, "a URL, or `{ name, url }`");
/** A name as packages have it, with `*`, `?`, `[…]` and `{…,…}` as in a shell. */
const PACKAGES = /^[\w.*?[\]{},!-]+$/;
const pypi_packages = documented(schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => PACKAGES.test(name), {
    error: "a package's name, or a glob of names such as `mycorp-*`",
    params: { code: "bad-package-name" },
})), { pattern: PACKAGES.source });
const host = () => patternText({ expected: "a host, or `host:port`", code: "bad-host", pattern: /^[^\s/@]+$/ });
const pypi = documented(schemas/* nullable */.mee(mapping({
    "index-servers": schemas/* optional */.lqM(documented(schemas/* record */.g1P(serverName, server, { error: "a mapping of names to servers" }), {
        description: "Servers to upload to: they become ~/.pypirc while the build runs.",
    })),
    "index-url": schemas/* optional */.lqM(documented(indexUrl(), { description: "The index that pip installs from." })),
    "extra-index-url": schemas/* optional */.lqM(documented(schemas/* union */.KCZ([
        indexUrl(),
        namedIndex,
        schemas/* array */.YOg(schemas/* union */.KCZ([indexUrl(), namedIndex], { error: "a URL, or `{ name, url }`" })),
    ], {
        error: "a URL or a list of URLs",
    }), { description: "Further indexes that pip installs from." })),
    "trusted-host": schemas/* optional */.lqM(documented(oneOrMore(host(), "a host or a list of hosts"), {
        description: "Hosts whose certificates pip does not check.",
    })),
    "find-links": schemas/* optional */.lqM(documented(oneOrMore(line("a URL or a directory"), "a URL, a directory, or a list of them"), {
        description: "Pages and directories where pip looks for distributions.",
    })),
    packages: schemas/* optional */.lqM(documented(schemas/* record */.g1P(pypi_packages, line("the name of an index"), { error: "a mapping of packages to indexes" }), {
        description: "Names of packages, or globs, to the one entry of `extra-index-url` that may serve them: pip and uv ask no other.",
    })),
    pip: schemas/* optional */.lqM(documented(patternText({
        expected: "a version of pip such as `24.0`, `newest` or `bundled`",
        code: "bad-version",
        pattern: /^(?:newest|bundled|\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?)$/,
    }), { description: "The pip of the build's environment." })),
})), { description: "What pip and upload tools are configured with." });

;// CONCATENATED MODULE: ./lib/spec/schema/spec.js








const PORT = /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
const hostPort = documented(schemas/* string */.YjP()
    .check(schemas/* refine */.YPB((name) => PORT.test(name), { error: "a port number from 1 to 65535", params: { code: "out-of-range" } })), { pattern: PORT.source });
/** As engines have it: a registry, a path, a tag, a digest. What begins with a dash would be an option to them. */
const imageName = patternText({
    expected: "the name of an image, such as `python:3.12-slim`",
    code: "bad-image",
    pattern: /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,1023}$/,
});
const matcher = mapping({
    name: field_text("a name"),
    pattern: field_text("a regular expression"),
    severity: schemas/* optional */.lqM(choice(["error", "warning", "notice"])),
});
/** The whole format: the source of the types of a spec as it is written, of its validation and of the JSON Schema. */
const specSchema = mapping({
    image: schemas/* optional */.lqM(documented(oneOrMore(imageName, "an image or a list of images"), {
        description: "The container image that every phase runs in.",
    })),
    python: schemas/* optional */.lqM(documented(oneOrMore(line("a version or a path"), "a version or a path of Python, or a list of them"), {
        description: "The interpreter of the build's environment: a version or a path.",
    })),
    environment: schemas/* optional */.lqM(specEnvironment),
    ports: schemas/* optional */.lqM(schemas/* record */.g1P(hostPort, publishedPort, { error: "a mapping of host ports to container ports" })),
    sandbox: schemas/* optional */.lqM(sandbox),
    timeout: schemas/* optional */.lqM(timeout("How long the run may take.")),
    pypi: schemas/* optional */.lqM(pypi),
    matchers: schemas/* optional */.lqM(schemas/* array */.YOg(matcher, { error: "a list of matchers" })),
    install: schemas/* optional */.lqM(installPhase),
    linting: schemas/* optional */.lqM(plainPhase),
    execute: schemas/* optional */.lqM(plainPhase),
    staging: schemas/* optional */.lqM(stage),
    production: schemas/* optional */.lqM(stage),
}, "a mapping with phases such as `execute`");

;// CONCATENATED MODULE: ./lib/spec/json-schema.js



/**
 * The JSON Schema (draft 2020-12) of a spec, for editors and other tools. It knows types, keys and forms; what takes more
 * than that, such as an unterminated quote in a command, only `parseSpec` finds.
 */
function specJsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(specSchema, { metadata: documentation, io: "input" });
    const { $schema, ...rest } = schema;
    return { $schema, title: "forgexec build spec", description: "The build spec `.forge.yml` of forgexec.", ...rest };
}

// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
// EXTERNAL MODULE: ./lib/closest.js
var closest = __webpack_require__(4904);
;// CONCATENATED MODULE: ./lib/spec/redact.js
/** A key and what stands behind it; quantifiers are bounded, since the text may be anything. */
const KEY = /(?<![\w.-])(["']?)([\w.-]{1,64})\1\s{0,64}:(?=\s|$)/g;
const SECRET_KEY = /^(?:pass?wor?d|passwd|passphrase|pwd|secret|token|encrypted)$|(?:password|secret|token)$/i;
const PROPERTIES = /^(?:\s*[&!]\S*)*\s*/;
const VALUE = /^(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|\[[^\]]*\]?|[^\s{[&*|>"'][^,}]*)/;
const EXPLICIT_KEY = /^\s*\?\s*(["']?)([\w.-]{1,64})\1\s*$/;
const EXPLICIT_VALUE = /^(\s*:\s+)(\S.*)$/;
/** How far up a value's key is looked for, in lines. */
const FURTHEST = 500;
/**
 * One line of a spec's text, counted from 1, as it may be shown: values of keys that are called like a secret are starred,
 * also on the lines below the key, and so are user names and passwords in URLs.
 */
function redactedLine(text, line) {
    // Findings come by line, and a spec may be a single line of a megabyte with a hundred of them.
    if (last?.text !== text || last.line !== line)
        last = { text, line, redacted: redact(text, line) };
    return last.redacted;
}
let last;
function redact(text, line) {
    const lines = text.replace(/^\ufeff/, "").split("\n");
    const source = (lines[line - 1] ?? "").replace(/\r$/, "");
    const continued = isContinuation(lines, line - 1) ? source.replace(/\S.*$/, starred) : source;
    return withoutCredentials(starValues(continued));
}
/** The text with what names a user in its URLs starred. */
function withoutCredentials(text) {
    return text.replace(/(?<=:\/\/)[^/\s"']{1,4096}@/g, (user) => `${stars(user.length - 1)}@`);
}
function starValues(source) {
    let result = "";
    let from = 0;
    for (const found of source.matchAll(KEY)) {
        if (found.index < from || !SECRET_KEY.test(found[2] ?? ""))
            continue;
        const begin = found.index + found[0].length;
        const value = begin + (PROPERTIES.exec(source.slice(begin))?.[0].length ?? 0);
        const length = VALUE.exec(source.slice(value))?.[0].length ?? 0;
        result += source.slice(from, value) + stars(length);
        from = value + length;
    }
    return result + source.slice(from);
}
/** Whether the line is within the value of a secret's key that stands above it; a mapping there has keys of its own. */
function isContinuation(lines, at) {
    const own = lines[at] ?? "";
    const explicit = EXPLICIT_VALUE.exec(own);
    if (explicit !== null)
        return SECRET_KEY.test(EXPLICIT_KEY.exec(lines[at - 1] ?? "")?.[2] ?? "");
    let indent = indentOf(own);
    for (let above = at - 1; above >= Math.max(0, at - FURTHEST) && indent > 0; above--) {
        const line = lines[above] ?? "";
        if (line.trim() === "" || indentOf(line) >= indent)
            continue;
        const keys = [...line.slice(0, 4096).matchAll(KEY)];
        const last = keys.at(-1)?.[2] ?? EXPLICIT_KEY.exec(line)?.[2];
        if (last !== undefined)
            return SECRET_KEY.test(last) && !isEntry(own);
        indent = indentOf(line);
    }
    return false;
}
function isEntry(line) {
    return /^\s*(["']?)(?:env|encrypted)\1\s*:/.test(line);
}
function indentOf(line) {
    return /^[ \t-]*/.exec(line)?.[0].length ?? 0;
}
function starred(text) {
    return stars(text.length);
}
function stars(length) {
    return "*".repeat(length);
}

;// CONCATENATED MODULE: ./lib/spec/yaml/node.js
/** The node as plain data; a part that stands in two places is one object. */
function toPlain(node, scalar = ({ value }) => value) {
    const done = new Map();
    const convert = (part) => {
        if (part.kind === "scalar")
            return scalar(part);
        const known = done.get(part);
        if (known !== undefined)
            return known;
        const plain = part.kind === "list"
            ? part.items.map(convert)
            : Object.fromEntries([...part.entries.values()].map((entry) => [entry.key, convert(entry.value)]));
        done.set(part, plain);
        return plain;
    };
    return convert(node);
}
/** The node as plain data with numbers and booleans as they are written, so that 3.1 and 3.10 differ. */
function toWritten(node) {
    return node ? toPlain(node, ({ value, text }) => (value === null ? null : text)) : null;
}
/** What stands at a path of keys and indices; undefined where there is nothing. */
function at(root, path) {
    return path.reduce((node, part) => {
        if (node?.kind === "list")
            return node.items[Number(part)];
        return member(node, String(part));
    }, root);
}
/** The entry at a path whose last part is a mapping's key. */
function entryAt(root, path) {
    const holder = at(root, path.slice(0, -1));
    return holder?.kind === "map" ? holder.entries.get(String(path.at(-1))) : undefined;
}
/** The entry's value, where the node is a mapping that has the key. */
function member(node, key) {
    return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}
/** The scalar's text as written; undefined for null and for what is no scalar. */
function textOf(node) {
    return node?.kind === "scalar" && node.value !== null ? node.text : undefined;
}
/** What a person would call the node: `a list`, `the number 3`, `nothing`. */
function describe(node) {
    if (node.kind === "map")
        return "a mapping";
    if (node.kind === "list")
        return "a list";
    if (node.value === null)
        return "nothing";
    const text = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
    return typeof node.value === "string" ? JSON.stringify(text) : `the ${typeof node.value} ${text}`;
}

;// CONCATENATED MODULE: ./lib/spec/check/keys.js

// Where each key belongs, for those that stand in the wrong place.
const HOMES = {
    deploy: "`staging` or `production`",
    steps: "a phase",
    parallel: "a phase",
    "id-token": "a `deploy` phase",
    inputs: "the phase `install`",
    shards: "a phase",
    run: "a step, an item of a phase's list",
    background: "a step, an item of a phase's list",
    ready: "a step with `background`",
    "working-directory": "a step",
    "idle-timeout": "a step",
    retry: "a step",
    "continue-on-error": "a step",
    shell: "a step",
    if: "a step",
    stdin: "a step",
    report: "a step",
    environment: "the top level or a step",
    timeout: "the top level, a phase, a step or `ready`",
    install: "the top level",
    linting: "the top level",
    execute: "the top level, `staging` or `production`",
    staging: "the top level",
    production: "the top level",
    python: "the top level",
    pypi: "the top level",
    image: "the top level",
    ports: "the top level",
    matchers: "the top level",
    sandbox: "the top level or a phase",
    "index-servers": "`pypi`",
    "index-url": "`pypi`",
    "extra-index-url": "`pypi`",
    "trusted-host": "`pypi`",
    "find-links": "`pypi`",
};
const OTHER_NAMES = {
    env: "environment",
    lint: "linting",
    test: "execute",
    tests: "execute",
    script: "execute",
    command: "run",
    cmd: "run",
    cwd: "working-directory",
};
/** The key that an unknown one most likely stands for; undefined for a key that is known elsewhere. */
function meantKey(key, known) {
    const other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
    if (other && known.includes(other))
        return other;
    return Object.hasOwn(HOMES, key) ? undefined : (0,closest/* closest */.k)(key, known);
}
/** The finding for a key that is not known where it stands. */
function unknownKey(key, known, offset) {
    const suggestion = meantKey(key, known);
    const home = suggestion === undefined && Object.hasOwn(HOMES, key) ? HOMES[key] : undefined;
    const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
    const rest = home ? ` It belongs to ${home}.` : suggestion ? "" : ` Known are ${list(known)}.`;
    const message = `The key ${shown} is not known here.${rest}`;
    return { offset, severity: "error", code: "unknown-key", message, ...(suggestion ? { suggestion } : {}) };
}
function list(keys) {
    return keys.map((key) => `\`${key}\``).join(", ");
}

;// CONCATENATED MODULE: ./lib/spec/check/issues.js




/** Turns what the schema finds into findings at the places of the text. */
function reportIssues(issues, root, report) {
    for (const issue of issues)
        for (const problem of problems(issue, root))
            report(problem);
}
function problems(issue, root) {
    const node = at(root, issue.path);
    const parent = at(root, issue.path.slice(0, -1));
    const last = String(issue.path.at(-1) ?? "");
    const error = (offset, code, message, suggestion) => ({
        offset,
        severity: "error",
        code,
        message,
        ...(suggestion ? { suggestion } : {}),
    });
    if (!node)
        return [error(parent?.offset ?? 0, "missing-key", `The key \`${last}\` is missing here.`)];
    // What was to be encrypted and is not may be a secret, and so may anything where a password belongs.
    const secret = codeOf(issue) === "not-encrypted" || issue.path.includes("password");
    const shown = secret && node.kind === "scalar" ? "another text" : withoutCredentials(describe(node));
    const found = `Expected ${issue.message}, found ${shown}.`;
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.map((key) => {
                const entry = node.kind === "map" ? node.entries.get(key) : undefined;
                return unknownKey(key, issue.message.split(" "), entry?.offset ?? node.offset);
            });
        case "invalid_union": {
            const branch = likeliestBranch(issue.errors);
            if (!branch)
                return [error(node.offset, "wrong-type", found, listItem(issue.message, node))];
            return branch.flatMap((inner) => problems({ ...inner, path: [...issue.path, ...inner.path] }, root));
        }
        case "invalid_key": {
            const entry = parent?.kind === "map" ? parent.entries.get(last) : undefined;
            const inner = issue.issues[0];
            return [
                error(entry?.offset ?? node.offset, codeOf(inner), `Expected ${inner?.message}, found ${JSON.stringify(last)}.`),
            ];
        }
        case "invalid_value":
            if (node.kind !== "scalar" || node.value === null)
                return [error(node.offset, "wrong-type", found)];
            return [
                error(node.offset, "bad-value", found, node.kind === "scalar" ? (0,closest/* closest */.k)(node.text, issue.values.map(String)) : undefined),
            ];
        case "too_small":
        case "too_big":
            return [error(node.offset, "out-of-range", found)];
        case "custom": {
            const code = codeOf(issue);
            if (isMisspelt(node, issue.params))
                return [];
            return [error(node.offset, code, ofMapping(code, issue.message) ?? found)];
        }
        default:
            return [error(node.offset, "wrong-type", found, listItem(issue.message, node))];
    }
}
/** What a mapping as a whole lacks: that it is one is no news. */
function ofMapping(code, expected) {
    if (code === "missing-source")
        return `Expected ${expected}.`;
    return code === "one-of" ? `Expected ${expected} here.` : null;
}
/** Of a union's branches the one that the value was meant for: it is of the right type, and least is wrong with it. */
function likeliestBranch(branches) {
    const count = (issues) => issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
    return branches.filter((issues) => !issues.some(isMismatch)).sort((a, b) => count(a) - count(b))[0];
}
function isMismatch(issue) {
    if (issue.path.length > 0)
        return false;
    if (issue.code === "invalid_union")
        return likeliestBranch(issue.errors) === undefined;
    return issue.code === "invalid_type" || issue.code === "invalid_value";
}
/** Whether the one key that is missing stands there under a wrong name: that is told of the name. */
function isMisspelt(node, params) {
    const { keys, known } = (params ?? {});
    if (node.kind !== "map" || !keys || !known)
        return false;
    const names = [...node.entries.keys()];
    return (!names.some((name) => keys.includes(name)) &&
        names.some((name) => !known.includes(name) && keys.includes(meantKey(name, known) ?? "")));
}
function codeOf(issue) {
    return issue?.code === "custom" && typeof issue.params?.code === "string" ? issue.params.code : "bad-value";
}
/** A single command where a list of them belongs is the likeliest slip. */
function listItem(expected, node) {
    return expected.startsWith("a list of commands") &&
        node.kind === "scalar" &&
        node.value !== null &&
        !node.text.includes("\n")
        ? `- ${node.text.slice(0, 100)}`
        : undefined;
}

;// CONCATENATED MODULE: ./lib/spec/shell-contexts.js
const HERE = /^<<(-?)[ \t]*((?:'[^'\n]*'|"[^"\n]*"|\\.|[^\s;&|()<>'"\\])+)/;
/** Tells the context of each offset of a script, in rising order, by the quoting rules of POSIX's shell and of bash. */
function shellPlaces(script, offsets) {
    const places = [];
    const stack = ["script"];
    let waiting = [];
    let index = 0;
    const top = () => stack.at(-1) ?? "script";
    const pop = () => void (stack.length > 1 && stack.pop());
    /** Goes on to `end`; what is asked for up to there is in `context`. */
    const pass = (end, context) => {
        const backquotes = stack.filter((frame) => frame === "backquote").length;
        while (places.length < offsets.length && (offsets[places.length] ?? 0) < end)
            places.push({ context, backquotes });
        index = end;
    };
    const after = (found) => (found < 0 ? script.length : found + 1);
    const hereDocuments = () => {
        for (const { delimiter, literal, tabs } of waiting) {
            for (let ended = false; !ended && index < script.length;) {
                const end = after(script.indexOf("\n", index));
                const line = script.slice(index, end).replace(/\n$/, "");
                ended = (tabs ? line.replace(/^\t+/, "") : line) === delimiter;
                pass(end, literal ? "here-literal" : "here");
            }
        }
        waiting = [];
    };
    const dollar = () => {
        const inside = top() === "double" ? "double" : "plain";
        if (script.startsWith("$((", index)) {
            pass(index + 3, inside);
            stack.push("arithmetic");
        }
        else if (script.startsWith("$(", index)) {
            pass(index + 2, inside);
            stack.push("parenthesis");
        }
        else if (inside === "plain" && script.startsWith("$'", index)) {
            let end = index + 2;
            while (end < script.length && script.charAt(end) !== "'")
                end += script.charAt(end) === "\\" ? 2 : 1;
            pass(Math.min(end + 1, script.length), "ansi");
        }
        else {
            pass(index + 1, inside);
        }
    };
    const plain = (char) => {
        const here = char === "<" && top() !== "arithmetic" ? HERE.exec(script.slice(index, index + 1000)) : null;
        if (char === "'") {
            pass(after(script.indexOf("'", index + 1)), "single");
        }
        else if (char === "#" && /^$|[\s;&|()]/.test(script.charAt(index - 1)) && top() !== "arithmetic") {
            const end = script.indexOf("\n", index);
            pass(end < 0 ? script.length : end, "comment");
        }
        else if (script.startsWith("<<<", index)) {
            pass(index + 3, "plain");
        }
        else if (here) {
            const [whole, dash, word = ""] = here;
            waiting.push({ delimiter: word.replace(/['"\\]/g, ""), literal: /['"\\]/.test(word), tabs: dash === "-" });
            pass(index + whole.length, "plain");
        }
        else if (char === "(") {
            pass(index + 1, "plain");
            stack.push("parenthesis");
        }
        else if (char === ")") {
            const ends = top() === "arithmetic" && script.startsWith("))", index);
            if (ends || top() === "parenthesis")
                pop();
            pass(index + (ends ? 2 : 1), "plain");
        }
        else {
            pass(index + 1, "plain");
            if (char === "\n")
                hereDocuments();
        }
    };
    while (index < script.length) {
        const char = script.charAt(index);
        const inside = top() === "double" ? "double" : "plain";
        if (char === "\\")
            pass(Math.min(index + 2, script.length), inside);
        else if (char === "$")
            dollar();
        else if (char === "`" || char === '"') {
            const frame = char === '"' ? "double" : "backquote";
            const ends = top() === frame;
            pass(index + 1, inside);
            if (ends)
                pop();
            else
                stack.push(frame);
        }
        else if (inside === "double")
            pass(index + 1, "double");
        else
            plain(char);
    }
    pass(script.length + 1, top() === "double" ? "double" : "plain");
    return places;
}

;// CONCATENATED MODULE: ./lib/spec/quote.js
const UNSAFE = /[^\w@%+=:,./-]/;
/** The word as a POSIX shell reads it back, quoted only if need be: Python's `shlex.quote`. */
function quoteWord(word) {
    if (word === "")
        return "''";
    return UNSAFE.test(word) ? `'${word.replaceAll("'", `'"'"'`)}'` : word;
}
/** The words as one command line that `splitWords` and a POSIX shell split into the same words: Python's `shlex.join`. */
function quoteWords(words) {
    return words.map(quoteWord).join(" ");
}

;// CONCATENATED MODULE: ./lib/spec/shell-quote.js

/** A value as it must be written at a place of a shell's script, so that the shell reads just the value. */
function quoteAt(value, { context, backquotes }) {
    let quoted = quoteIn(value, context);
    for (let level = 0; level < backquotes; level++)
        quoted = quoted.replace(/[\\`$]/g, "\\$&");
    return quoted;
}
function quoteIn(value, context) {
    switch (context) {
        case "plain":
            return quoteWord(value);
        case "single":
            return value.replaceAll("'", `'\\''`);
        case "double":
            return value.replace(/[\\`$"]/g, "\\$&");
        case "ansi":
            return value.replace(/[^\w@%+=:,./-]+/g, (unsafe) => [...Buffer.from(unsafe)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""));
        case "comment":
            return value.replace(/[\r\n]/g, " ");
        case "here":
            return value.replace(/[\\`$]/g, "\\$&");
        case "here-literal":
            return value;
    }
}

;// CONCATENATED MODULE: ./lib/spec/variables.js


/** Every variable that a command, a working directory or an environment value may name as `{forge-…}`. */
const VARIABLES = [
    "forge-commit-count",
    "forge-pull-request",
    "forge-owner",
    "forge-repo",
    "forge-sha",
    "forge-action",
    "forge-run-id",
];
// The first branch is the literal brace; what follows it is then no variable any more.
const VARIABLE = /\{\{(?=forge-)|\{(forge-[\w.-]*)\}/g;
function isVariable(name) {
    return VARIABLES.includes(name);
}
/** Every `{forge-…}` of a text in order, unknown names too. `{{forge-` is a literal brace, all other braces are text. */
function findVariables(text) {
    return [...text.matchAll(VARIABLE)].flatMap(({ 1: name, index }) => name === undefined ? [] : [{ name, offset: index }]);
}
/**
 * Puts values in the place of `{forge-…}`, and `{forge-` in that of `{{forge-`. Values are not scanned again. A name
 * without a value in `values` stays as it is written.
 */
function substitute(text, values) {
    return replaceVariables(text, values, (value) => value);
}
/** As `substitute`, in a script for a shell: each value is quoted as its place needs it, within quotes too. */
function substituteInScript(script, values) {
    const uses = findVariables(script);
    if (uses.length === 0)
        return substitute(script, values);
    const offsets = uses.map(({ offset }) => offset);
    const places = new Map(shellPlaces(script, offsets).map((place, index) => [offsets[index], place]));
    return replaceVariables(script, values, (value, offset) => quoteAt(value, places.get(offset) ?? PLAIN));
}
const PLAIN = { context: "plain", backquotes: 0 };
function replaceVariables(text, values, show) {
    return text.replace(VARIABLE, (whole, name, offset) => {
        if (name === undefined)
            return "{";
        return Object.hasOwn(values, name) ? show(values[name] ?? "", offset) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/spec/read/context.js


const PREFIX = "forge-";
/** Findings of one kind in one text: finding a place takes a while, and more than this are never shown. */
const MOST_FINDINGS = 100;
/** Reports keys of the format that this version cannot serve yet. */
function refuseKeys(node, keys, reading) {
    if (node?.kind !== "map")
        return;
    for (const key of keys) {
        const entry = node.entries.get(key);
        if (entry)
            refuse(`\`${key}\``, entry.offset, reading);
    }
}
function refuse(what, offset, reading) {
    const message = `${what} is not supported by this version of forgexec yet.`;
    reading.report({ offset, severity: "error", code: "not-supported-yet", message });
}
/** Reports those uses of `{forge-…}` whose name is none; `offsetOf` gives a use's place in the spec's text. */
function checkVariables(uses, offsetOf, reading) {
    const unknown = uses.filter(({ name }) => !isVariable(name)).slice(0, MOST_FINDINGS);
    for (const { name, offset } of unknown) {
        const near = (0,closest/* closest */.k)(name.slice(PREFIX.length), VARIABLES.map((known) => known.slice(PREFIX.length)));
        const message = `There is no variable \`{${name}}\`. Known are ${VARIABLES.map((known) => `{${known}}`).join(", ")}.`;
        const suggestion = near ? { suggestion: `{${PREFIX}${near}}` } : {};
        reading.report({ offset: offsetOf(offset), severity: "error", code: "unknown-variable", message, ...suggestion });
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/sandbox.js

/** Reads a `sandbox`; undefined where there is none. What is of a wrong type was reported by the schema. */
function readSandbox(node) {
    if (node?.kind !== "map")
        return undefined;
    return defined({
        backend: textOf(member(node, "backend")),
        filesystemRoot: textOf(member(node, "filesystem-root")),
        filesystemWritablePaths: textOf(member(node, "filesystem-writable-paths")) ?? texts(node, "filesystem-writable-paths"),
        mounts: textOf(member(node, "mounts")),
        extraMounts: items(node, "extra-mounts")?.map(readMount),
        network: textOf(member(node, "network")),
        limits: readLimits(member(node, "limits")),
        capabilities: readCapabilities(member(node, "capabilities")),
        degrade: plainOf(member(node, "degrade")),
    });
}
function readMount(node) {
    const text = (key) => textOf(member(node, key));
    return defined({
        type: text("type"),
        source: text("source"),
        target: text("target"),
        options: text("options"),
    });
}
function readLimits(node) {
    if (node?.kind !== "map")
        return undefined;
    const value = (key) => plainOf(member(node, key));
    return defined({
        memory: textOf(member(node, "memory")),
        cpus: value("cpus"),
        pids: value("pids"),
        openFiles: value("open-files"),
        timeout: textOf(member(node, "timeout")),
        deviceReadBps: readRates(member(node, "device-read-bps")),
        deviceWriteBps: readRates(member(node, "device-write-bps")),
        noOomKill: value("no-oom-kill"),
    });
}
function readRates(node) {
    if (node?.kind !== "map")
        return undefined;
    return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, textOf(value) ?? ""]));
}
function readCapabilities(node) {
    if (node?.kind !== "map")
        return undefined;
    return defined({ drop: texts(node, "drop"), add: texts(node, "add") });
}
function items(node, key) {
    const list = member(node, key);
    return list?.kind === "list" ? list.items : undefined;
}
function texts(node, key) {
    return items(node, key)?.flatMap((item) => textOf(item) ?? []);
}
function plainOf(node) {
    return node?.kind === "scalar" ? toPlain(node) : undefined;
}
/** The keys that have a value. The schema has seen to it that it is of the right type. */
function defined(from) {
    return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./lib/spec/operators.js
const WHOLE_WORD = /^(?:\|\|?|\|&|&&?|;;?|\d*(?:>>?|>\||<{1,3}|<>)|&>>?|\d*[<>]&(?:\d+|-))$/;
/**
 * The shell operators of a command: those that stand as a word of their own, and `$(`, backquotes and `*` anywhere.
 * What is quoted is no operator, as it would be none to a shell.
 */
function findOperators(words) {
    return words.flatMap(({ text, start, offsets, quoting }) => {
        const unquoted = quoting.every((kind) => kind === "none");
        if (unquoted && WHOLE_WORD.test(text))
            return [{ operator: text, offset: start }];
        for (let index = 0; index < text.length; index++) {
            const operator = operatorAt(text, index);
            const kind = quoting[index];
            const live = kind === "none" || (kind === "double" && operator !== "*");
            if (operator && live)
                return [{ operator, offset: offsets[index] ?? start }];
        }
        return [];
    });
}
function operatorAt(text, index) {
    const char = text.charAt(index);
    if (char === "`" || char === "*")
        return char;
    return char === "$" && text.charAt(index + 1) === "(" ? "$(" : undefined;
}

;// CONCATENATED MODULE: ./lib/spec/words.js
const WHITESPACE = new Set([" ", "\t", "\r", "\n"]);
/**
 * Splits a command into words by the rules of Python's `shlex.split(text)` (POSIX, comments off), and tells where each
 * character came from. A backslash outside quotes takes the next character as it is, a newline too; in double quotes it
 * does so before `"` and `\` only; in single quotes nothing is special.
 */
function scanWords(text) {
    const words = [];
    let word;
    const open = (offset) => {
        word ??= { text: [], start: offset, offsets: [], quoting: [] };
        return word;
    };
    const add = (offset, quoting) => {
        const target = open(offset);
        target.text.push(text.charAt(offset));
        target.offsets.push(offset);
        target.quoting.push(quoting);
    };
    const close = () => {
        if (word)
            words.push({ ...word, text: word.text.join("") });
        word = undefined;
    };
    for (let index = 0; index < text.length; index++) {
        const char = text.charAt(index);
        if (WHITESPACE.has(char)) {
            close();
        }
        else if (char === "\\") {
            if (index + 1 >= text.length)
                return { problem: "No escaped character", offset: index };
            open(index);
            add(++index, "escaped");
        }
        else if (char === "'") {
            const end = text.indexOf("'", index + 1);
            if (end < 0)
                return { problem: "No closing quotation", offset: index };
            open(index);
            for (let inner = index + 1; inner < end; inner++)
                add(inner, "single");
            index = end;
        }
        else if (char === '"') {
            const start = index;
            open(index);
            for (index++; text.charAt(index) !== '"'; index++) {
                if (index >= text.length)
                    return { problem: "No closing quotation", offset: start };
                if (text.charAt(index) !== "\\") {
                    add(index, "double");
                }
                else if (index + 1 >= text.length) {
                    return { problem: "No escaped character", offset: index };
                }
                else if (text.charAt(index + 1) === '"' || text.charAt(index + 1) === "\\") {
                    add(++index, "escaped");
                }
                else {
                    add(index, "double");
                    add(++index, "double");
                }
            }
        }
        else {
            add(index, "none");
        }
    }
    close();
    return { words };
}
/** Splits a command exactly as Python's `shlex.split(text)` does: the words, or why there are none and where. */
function splitWords(text) {
    const scanned = scanWords(text);
    return "problem" in scanned ? scanned : { words: scanned.words.map((word) => word.text) };
}

;// CONCATENATED MODULE: ./lib/spec/yaml/offsets.js
/**
 * The offset in the spec's text of one character of a scalar's value, whatever its style: quotes, escapes, folded lines
 * and a block's indentation are stepped over.
 */
function offsetWithin(text, node, index) {
    const [start, end] = node.scalar.range ?? [node.offset, node.offset];
    const style = node.scalar.type;
    const block = style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED";
    let at = block ? text.indexOf("\n", start) + 1 : start;
    if (style === "QUOTE_DOUBLE" || style === "QUOTE_SINGLE")
        at++;
    let found = at;
    for (let done = 0; done <= index && at < end;) {
        const wanted = node.text.charAt(done);
        const length = style === "QUOTE_DOUBLE" && text.charAt(at) === "\\" ? escapeLength(text.charAt(at + 1)) : 1;
        const blank = /\s/.test(text.charAt(at));
        if (length > 1 && /\s/.test(text.charAt(at + 1))) {
            at += length;
        }
        else if (length > 1 || text.charAt(at) === wanted || (blank && /\s/.test(wanted))) {
            found = at;
            at += style === "QUOTE_SINGLE" && wanted === "'" ? 2 : length;
            done++;
        }
        else if (blank) {
            at++;
        }
        else if (/\s/.test(wanted)) {
            done++;
        }
        else {
            return found;
        }
    }
    return found;
}
function escapeLength(letter) {
    return { x: 4, u: 6, U: 10 }[letter] ?? 2;
}

;// CONCATENATED MODULE: ./lib/spec/read/command.js





/** Reads a command; undefined (and reported) where nothing can be run. */
function readCommand(node, shell, reading) {
    if (node?.kind !== "scalar" || node.value === null)
        return undefined;
    const { offset, text: command } = node;
    const place = (index) => offsetWithin(reading.text, node, index);
    const error = (at, code, message) => reading.report({ offset: at, severity: "error", code, message });
    if (command.trim() === "") {
        error(offset, "empty-command", "The command is empty.");
        return undefined;
    }
    if (command.includes("\0")) {
        error(place(command.indexOf("\0")), "nul-character", "A command cannot hold a NUL character.");
        return undefined;
    }
    if (shell !== undefined) {
        checkVariables(findVariables(command), place, reading);
        return { offset, command, words: [] };
    }
    const scanned = scanWords(command);
    if ("problem" in scanned) {
        error(place(scanned.offset), ...unsplittable(scanned));
        return undefined;
    }
    if (scanned.words[0]?.text === "") {
        error(offset, "empty-command", "The command's first word, its program, is empty.");
        return undefined;
    }
    checkWords(scanned.words, node, reading);
    return { offset, command, words: scanned.words.map((word) => word.text) };
}
function unsplittable({ problem }) {
    return problem === "No closing quotation"
        ? ["unterminated-quote", "This quote has no closing one (No closing quotation)."]
        : ["unterminated-escape", "There is nothing after this backslash (No escaped character)."];
}
function checkWords(words, node, reading) {
    const place = (index) => offsetWithin(reading.text, node, index);
    const uses = words.flatMap((word) => findVariables(word.text).map(({ name, offset }) => ({ name, offset: word.offsets[offset] ?? word.start })));
    checkVariables(uses, place, reading);
    for (const { operator, offset } of findOperators(words).slice(0, MOST_FINDINGS)) {
        const message = `No shell runs this command, so \`${operator}\` has no meaning in it. For a shell, write the command under \`run\` with \`shell: true\`.`;
        reading.report({ offset: place(offset), severity: "warning", code: "shell-operator", message });
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/ready.js



/** How long a background command may take to become ready where the spec does not say. */
const DEFAULT_TIMEOUT_MS = 30_000;
function readReady(node, reading) {
    if (node?.kind !== "map")
        return undefined;
    const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "") ?? DEFAULT_TIMEOUT_MS;
    const url = textOf(member(node, "http"));
    if (url !== undefined)
        return { kind: "http", url, timeoutMs };
    const address = textOf(member(node, "tcp"));
    if (address !== undefined)
        return { kind: "tcp", ...readAddress(address), timeoutMs };
    const pattern = textOf(member(node, "log"));
    if (pattern !== undefined)
        return { kind: "log", pattern, timeoutMs };
    const command = readCommand(member(node, "command"), undefined, reading);
    return command ? { kind: "command", words: command.words, timeoutMs } : undefined;
}
function readAddress(address) {
    const colon = address.lastIndexOf(":");
    const host = colon < 0 ? "127.0.0.1" : address.slice(0, colon).replace(/^\[(.*)\]$/, "$1");
    return { host, port: Number(address.slice(colon + 1)) };
}

;// CONCATENATED MODULE: ./lib/spec/read/value.js





/** Reads a text that may name variables, such as a working directory. */
function readText(node, reading) {
    const text = textOf(node);
    if (text === undefined || node?.kind !== "scalar")
        return undefined;
    checkVariables(findVariables(text), (index) => offsetWithin(reading.text, node, index), reading);
    return text;
}
/** Reads a mapping of environment variables. */
function readEnvironment(node, reading) {
    if (node?.kind !== "map")
        return {};
    const values = [];
    for (const { key, value } of node.entries.values()) {
        if (value.kind === "list")
            refuse("A list of values, which makes a matrix,", value.offset, reading);
        const read = readText(value, reading) ?? readReference(value);
        if (read !== undefined)
            values.push([key, read]);
    }
    return Object.fromEntries(values);
}
/** Reads a password. One that stands there as it is, neither encrypted nor taken from a variable, gets a warning. */
function readPassword(node, reading) {
    const text = textOf(node);
    if (text === undefined || !node)
        return readReference(node);
    if (ARMOUR.test(text))
        return { encrypted: unfold(text) };
    const message = "This password can be read by everyone who can read the spec. Use `{ env: NAME }` or `forgexec encrypt`.";
    reading.report({ offset: node.offset, severity: "warning", code: "plain-password", message });
    return text;
}
function readReference(node) {
    const env = textOf(member(node, "env"));
    if (env !== undefined)
        return { env };
    const encrypted = textOf(member(node, "encrypted"));
    return encrypted === undefined ? undefined : { encrypted: unfold(encrypted) };
}
/** Undoes what YAML's line folding did to an armoured file: base64 has no spaces, so each was the end of a line. */
function unfold(armoured) {
    const [, begin, body = "", end] = /^\s*(-+BEGIN [^-]+-+)([\s\S]*?)(-+END [^-]+-+)\s*$/.exec(armoured) ?? [];
    return begin && end ? [begin, ...body.trim().split(/\s+/), end, ""].join("\n") : armoured;
}

;// CONCATENATED MODULE: ./lib/spec/read/step.js






const LATER = ["report"];
const NOT_IN_BACKGROUND = ["timeout", "idle-timeout", "retry", "cached"];
const NO_OPTIONS = { environment: {}, retry: 0, continueOnError: false };
/** Reads one item of a phase's list: a step, or several where it is a list of background commands. */
function readSteps(node, reading) {
    if (node.kind !== "map")
        return toSteps([readCommand(node, undefined, reading)], { background: false }, reading);
    refuseKeys(node, LATER, reading);
    const shell = readShell(member(node, "shell"));
    const background = member(node, "background");
    checkBackground(node, background, reading);
    const options = readOptions(node, shell, reading);
    const commands = background?.kind === "list" ? background.items : [background ?? member(node, "run")];
    if (background?.kind === "list" && commands.length === 0) {
        reading.report({
            offset: background.offset,
            severity: "error",
            code: "empty-command",
            message: "The list of commands is empty.",
        });
    }
    const steps = toSteps(commands.map((command) => readCommand(command, shell, reading)), { ...options, background: background !== undefined }, reading);
    const ready = readReady(member(node, "ready"), reading);
    return steps.map((step, index) => (ready && background && index === steps.length - 1 ? { ...step, ready } : step));
}
function toSteps(commands, options, reading) {
    return commands.flatMap((command) => command
        ? [
            {
                ...NO_OPTIONS,
                ...options,
                position: reading.positionOf(command.offset),
                command: command.command,
                words: command.words,
            },
        ]
        : []);
}
function readOptions(node, shell, reading) {
    const name = textOf(member(node, "name"));
    const workingDirectory = readText(member(node, "working-directory"), reading);
    const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
    const idleTimeoutMs = parseTimeout(textOf(member(node, "idle-timeout")) ?? "");
    const retry = member(node, "retry");
    const platform = textOf(member(node, "if"));
    const stdin = textOf(member(node, "stdin"));
    const cached = member(node, "cached");
    return {
        environment: readEnvironment(member(node, "environment"), reading),
        retry: retry?.kind === "scalar" && typeof retry.value === "number" ? retry.value : 0,
        continueOnError: isTrue(member(node, "continue-on-error")),
        ...(name === undefined ? {} : { name }),
        ...(shell === undefined ? {} : { shell }),
        ...(workingDirectory === undefined ? {} : { workingDirectory }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(idleTimeoutMs === undefined ? {} : { idleTimeoutMs }),
        ...(platform === undefined ? {} : { if: platform }),
        ...(stdin === undefined ? {} : { stdin }),
        ...(cached === undefined ? {} : { cached: isTrue(cached) }),
    };
}
function readShell(node) {
    if (node?.kind !== "scalar" || node.value === false || node.value === null)
        return undefined;
    return node.value === true ? "sh" : node.text;
}
function isTrue(node) {
    return node?.kind === "scalar" && node.value === true;
}
/** Reports what goes with background commands only, or with the others only. */
function checkBackground(node, background, reading) {
    if (node.kind !== "map")
        return;
    const error = (offset, code, message) => reading.report({ offset, severity: "error", code, message });
    const ready = node.entries.get("ready");
    if (!background && ready)
        error(ready.offset, "ready-without-background", "Only a `background` step can become ready.");
    if (!background)
        return;
    for (const key of NOT_IN_BACKGROUND) {
        const entry = node.entries.get(key);
        if (!entry)
            continue;
        const message = `\`${key}\` has no meaning for a background step, which runs until its phase ends. \`ready\` and the phase have a \`timeout\`.`;
        error(entry.offset, "not-in-background", message);
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/phase.js





const phase_LATER = ["shards"];
/** Reads a phase; undefined where it has no steps. */
function readPhase(name, entry, reading) {
    if (!entry)
        return undefined;
    const { value: node } = entry;
    refuseKeys(node, phase_LATER, reading);
    const list = node.kind === "list" ? node : member(node, "steps");
    const steps = list?.kind === "list" ? list.items.flatMap((item) => readSteps(item, reading)) : [];
    if (steps.length === 0)
        return undefined;
    const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
    const inputs = name === "install" ? readInputs(member(node, "inputs")) : undefined;
    const sandbox = readSandbox(member(node, "sandbox"));
    if (inputs === undefined)
        warnOfCached(list, reading);
    return {
        name,
        position: reading.positionOf(entry.offset),
        steps,
        parallel: isTrue(member(node, "parallel")),
        idToken: isTrue(member(node, "id-token")),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(inputs === undefined ? {} : { inputs }),
        ...(sandbox === undefined ? {} : { sandbox }),
    };
}
function readInputs(node) {
    return node?.kind === "list" ? node.items.flatMap((item) => textOf(item) ?? []) : undefined;
}
/** Without `install.inputs` nothing says what the step's work depends on, so it is always done. */
function warnOfCached(list, reading) {
    for (const step of list?.kind === "list" ? list.items : []) {
        const cached = step.kind === "map" ? step.entries.get("cached") : undefined;
        if (cached === undefined || !isTrue(cached.value))
            continue;
        const message = "`cached` has a meaning only in `install`, and there with `inputs`; this step always runs.";
        reading.report({ offset: cached.offset, severity: "warning", code: "cached-without-inputs", message });
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/indexes.js



/** Reads the entries of `extra-index-url` that have a name; a name that stands twice is reported. */
function readNamedIndexes(items, reading) {
    const names = new Set();
    return items.flatMap((item) => {
        const node = member(item, "name");
        const name = textOf(node);
        const url = textOf(member(item, "url"));
        if (node === undefined || name === undefined || url === undefined)
            return [];
        if (names.has(name)) {
            const message = `Two entries of \`extra-index-url\` are named ${JSON.stringify(name)}.`;
            reading.report({ offset: node.offset, severity: "error", code: "duplicate-index", message });
        }
        names.add(name);
        return [{ name, url }];
    });
}
/** Reads `packages`: which index each glob of names is pinned to. A name that no index has is reported. */
function readPins(node, indexes, reading) {
    if (node?.kind !== "map")
        return [];
    const known = indexes.map(({ name }) => name);
    const pins = [];
    let findings = 0;
    for (const { key: pattern, value } of node.entries.values()) {
        const index = textOf(value);
        if (index === undefined)
            continue;
        pins.push({ pattern, index });
        if (known.includes(index) || ++findings > MOST_FINDINGS)
            continue;
        const suggestion = (0,closest/* closest */.k)(index, known);
        const rest = known.length > 0
            ? `Known are ${known.map((name) => `\`${name}\``).join(", ")}.`
            : "Give one its name: `extra-index-url: [{ name: …, url: … }]`.";
        const message = `No entry of \`extra-index-url\` is named ${JSON.stringify(index)}. ${rest}`;
        reading.report({
            offset: value.offset,
            severity: "error",
            code: "unknown-index",
            message,
            ...(suggestion === undefined ? {} : { suggestion }),
        });
    }
    return pins;
}

;// CONCATENATED MODULE: ./lib/spec/read/pypi.js



/** Reads the `pypi` block; undefined where there is none. */
function readPypi(node, reading) {
    if (node?.kind !== "map")
        return undefined;
    const extra = asList(member(node, "extra-index-url"));
    const namedIndexes = readNamedIndexes(extra, reading);
    const indexUrl = textOf(member(node, "index-url"));
    const pip = textOf(member(node, "pip"));
    return {
        indexServers: readServers(member(node, "index-servers"), reading),
        extraIndexUrls: extra.flatMap((item) => textOf(item) ?? textOf(member(item, "url")) ?? []),
        namedIndexes,
        pins: readPins(member(node, "packages"), namedIndexes, reading),
        trustedHosts: pypi_texts(member(node, "trusted-host")),
        findLinks: pypi_texts(member(node, "find-links")),
        ...(indexUrl === undefined ? {} : { indexUrl }),
        ...(pip === undefined ? {} : { pip }),
    };
}
function readServers(node, reading) {
    if (node?.kind !== "map")
        return [];
    return [...node.entries.values()].flatMap(({ key: name, value }) => {
        const repository = textOf(member(value, "repository"));
        const username = textOf(member(value, "username"));
        const password = readPassword(member(value, "password"), reading);
        if (repository === undefined)
            return [];
        return [
            {
                name,
                repository,
                ...(username === undefined ? {} : { username }),
                ...(password === undefined ? {} : { password }),
            },
        ];
    });
}
function asList(node) {
    if (!node)
        return [];
    return node.kind === "list" ? node.items : [node];
}
function pypi_texts(node) {
    return asList(node).flatMap((item) => textOf(item) ?? []);
}

;// CONCATENATED MODULE: ./lib/spec/read/spec.js








const spec_LATER = ["matchers"];
/** Reads the whole spec. What it returns is worth something only if nothing was reported as an error. */
function readSpec(root, file, reading) {
    refuseKeys(root, spec_LATER, reading);
    const python = root.kind === "map" ? root.entries.get("python") : undefined;
    if (python?.value.kind === "list")
        refuse("A list of values, which makes a matrix,", python.value.offset, reading);
    const image = member(root, "image");
    if (image?.kind === "list")
        refuse("A list of images, which makes a matrix,", image.offset, reading);
    const imageName = textOf(image);
    const sandbox = readSandbox(member(root, "sandbox"));
    const interpreter = textOf(python?.value);
    const timeoutMs = parseTimeout(textOf(member(root, "timeout")) ?? "");
    const pypi = readPypi(member(root, "pypi"), reading);
    return {
        file,
        environment: readEnvironment(member(root, "environment"), reading),
        ports: readPorts(root, reading),
        phases: readPhases(root, reading),
        environmentInputs: {
            python: toWritten(member(root, "python")),
            pypi: toWritten(member(root, "pypi")),
            install: toWritten(member(root, "install")),
        },
        ...(imageName === undefined ? {} : { image: imageName }),
        ...(sandbox === undefined ? {} : { sandbox }),
        ...(interpreter === undefined ? {} : { python: interpreter }),
        ...(pypi === undefined ? {} : { pypi }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    };
}
function readPorts(root, reading) {
    const entry = root.kind === "map" ? root.entries.get("ports") : undefined;
    if (entry?.value.kind !== "map")
        return [];
    if (member(root, "image") === undefined) {
        const message = "`ports` are those of a container: give `image` too, or leave them out. Without one, commands listen on this machine's own ports.";
        reading.report({ offset: entry.offset, severity: "error", code: "ports-without-image", message });
    }
    return [...entry.value.entries.values()].map(({ key, value }) => ({
        host: Number(key),
        sandbox: Number(textOf(value)),
    }));
}
function readPhases(root, reading) {
    const phases = {};
    for (const name of PHASES) {
        const phase = readPhase(name, phaseEntry(root, name), reading);
        if (phase)
            phases[name] = phase;
    }
    return phases;
}
function phaseEntry(root, name) {
    const [first = "", second] = name.split("/");
    const holder = second === undefined ? root : member(root, first);
    return holder?.kind === "map" ? holder.entries.get(second ?? first) : undefined;
}

;// CONCATENATED MODULE: ./lib/spec/parse.js







/** The largest spec that is read, in bytes. */
const LARGEST_SPEC = 1024 * 1024;
/**
 * Reads a build spec. Never throws: whatever is wrong with the text is in the diagnostics, all of it at once. `file` is
 * the name that they carry.
 */
function parseSpec(text, file) {
    return parse(text.replace(/^\ufeff/, ""), file);
}
function parse(text, file) {
    const positionOf = positions(text);
    const problems = [];
    const spec = Buffer.byteLength(text) > LARGEST_SPEC ? tooLarge(problems) : read({ text, file, positionOf }, problems);
    const failed = problems.some(({ severity }) => severity === "error");
    return { spec: failed ? undefined : spec, diagnostics: toDiagnostics(problems, file, positionOf) };
}
function tooLarge(problems) {
    problems.push({ offset: 0, severity: "error", code: "too-large", message: "The spec is larger than 1 MiB." });
}
function read({ text, file, positionOf }, problems) {
    const yaml = readYaml(text);
    for (const problem of yaml.problems)
        problems.push(problem);
    // Where something is wrong as YAML, what else seems wrong follows from it.
    const known = new Set(yaml.problems.map((problem) => problem.offset));
    const report = (problem) => {
        const offset = yaml.originalOffset(problem.offset);
        if (problem.offset < yaml.brokenAt && !known.has(offset))
            problems.push({ ...problem, offset });
    };
    const { root } = yaml;
    if (!root) {
        if (problems.length === 0)
            problems.push(empty());
        return undefined;
    }
    if (root.kind !== "map") {
        const nothing = root.kind === "scalar" && root.value === null;
        if (nothing && problems.length === 0)
            problems.push(empty());
        else if (!nothing)
            report(notAMapping(root.offset, describe(root)));
        return undefined;
    }
    const checked = specSchema.safeParse(toPlain(root));
    if (!checked.success)
        reportIssues(checked.error.issues, root, report);
    const spec = readSpec(root, file, { text: yaml.text, report, positionOf });
    const whole = yaml.brokenAt === Number.POSITIVE_INFINITY;
    if (whole && !hasPhase(root) && !problems.some(hidesPhase))
        problems.push(noPhase(root.offset));
    return spec;
}
/** Whether anything stands in any phase, be it right or wrong. */
function hasPhase(root) {
    return PHASES.some((name) => {
        const [first = "", second] = name.split("/");
        const outer = member(root, first);
        return hasContent(second !== undefined && outer?.kind === "map" ? member(outer, second) : outer);
    });
}
/** Whether a finding tells why a phase that was meant is not there. */
function hidesPhase({ code, suggestion }) {
    return (code === "unknown-alias" || (code === "unknown-key" && PHASES.some((name) => name.split("/")[0] === suggestion)));
}
function hasContent(node) {
    if (node?.kind === "map")
        return hasContent(member(node, "steps"));
    return node?.kind === "list" ? node.items.length > 0 : node !== undefined && node.value !== null;
}
function empty() {
    const message = "The spec is empty. It needs a phase with commands, such as `execute: [pytest]`.";
    return { offset: 0, severity: "error", code: "empty-spec", message };
}
function notAMapping(offset, found) {
    const message = `Expected a mapping with phases such as \`execute\`, found ${found}.`;
    return { offset, severity: "error", code: "wrong-type", message };
}
function noPhase(offset) {
    const message = "The spec has neither `execute` nor any other phase with commands: install, linting, execute, staging or production.";
    return { offset, severity: "error", code: "no-phase", message };
}

;// CONCATENATED MODULE: ./lib/spec/load.js


/**
 * Reads a spec from a file. Whatever is wrong, the file itself included (not there, a directory, empty, binary, over 1 MiB),
 * is in the diagnostics; `name` is the file's name in them. Rejects never.
 */
async function loadSpec(path, name) {
    const read = await load_readText(path);
    if ("text" in read)
        return { text: read.text, ...parseSpec(read.text, name) };
    const diagnostic = { file: name, line: 1, column: 1, severity: "error", ...read };
    return { text: "", spec: undefined, diagnostics: [diagnostic] };
}
const UNUSABLE = {
    directory: ["spec-not-a-file", "This is a directory. Name the spec's file in it."],
    "no-regular-file": ["spec-not-a-file", "This is no regular file."],
    "too-large": ["too-large", "The spec is larger than 1 MiB."],
};
async function load_readText(path) {
    try {
        const content = await (0,read_file/* readRegularFile */.X)(path, LARGEST_SPEC);
        if ("bytes" in content)
            return decode(content.bytes);
        const [code, message] = UNUSABLE[content.problem];
        return unread(code, message);
    }
    catch (error) {
        return unread(...explain(error));
    }
}
function decode(bytes) {
    const binary = unread("binary-spec", "This is not a text file in UTF-8.");
    if (bytes.includes(0))
        return binary;
    try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    }
    catch {
        return binary;
    }
}
function explain(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") {
        return ["spec-not-found", "There is no such file. `forgexec init` writes a spec."];
    }
    const reason = code === "EACCES" || code === "EPERM" ? "permission denied" : String(code ?? error);
    return ["spec-unreadable", `The file cannot be read: ${reason}.`];
}
function unread(code, message) {
    return { code, message };
}

;// CONCATENATED MODULE: ./lib/spec/place.js



/** Where in a spec's text the first of some values is that are there, or its key, each a path of keys and indices; null: none is. */
function placeOf(text, paths, part = "value") {
    const plain = text.replace(/^\ufeff/, "");
    const { root, originalOffset } = readYaml(plain);
    for (const path of paths) {
        const found = root && (part === "value" ? at(root, path) : entryAt(root, path));
        if (found !== undefined)
            return positions(plain)(originalOffset(found.offset));
    }
    return null;
}

// EXTERNAL MODULE: ./lib/columns.js
var columns = __webpack_require__(4648);
;// CONCATENATED MODULE: ./lib/spec/render.js



const TAB = "    ";
const WIDEST = 160;
/**
 * A finding as a person reads it: `file:line:column: error: message`, the line of the spec with a caret under the place,
 * and what was probably meant. `text` is the spec's text. Several lines, without a last newline; nothing of the spec
 * reaches the terminal raw, and passwords are starred (see `redactedLine`).
 */
function renderDiagnostic(diagnostic, text, options) {
    const { file, line, column, severity, message, suggestion } = diagnostic;
    const paint = options.color === "always" ? ansi : (plain) => plain;
    const hue = severity === "error" ? 31 : 33;
    const head = `${paint(`${(0,printable/* printable */.g)(file)}:${line}:${column}:`, 1)} ${paint(`${severity}:`, hue)} ${(0,printable/* printableLines */.f)(message)}`;
    const hint = suggestion === undefined ? [] : [`  did you mean ${paint(`\`${(0,printable/* printable */.g)(suggestion)}\``, 32)}?`];
    return [head, ...excerpt(redactedLine(text, line), column, (caret) => paint(caret, hue)), ...hint].join("\n");
}
function ansi(text, code) {
    return `\u001b[${code}m${text}\u001b[0m`;
}
/** The line and the caret under its column; of a long line the part around it. */
function excerpt(source, column, paint) {
    if (source.trim() === "")
        return [];
    const characters = [...source];
    const first = Math.max(0, column - 1 - WIDEST / 2);
    const show = (part) => part.map((char) => (char === "\t" ? TAB : (0,printable/* printable */.g)(char))).join("");
    const shown = characters.slice(first, first + WIDEST);
    const before = (first > 0 ? "…" : "") + show(characters.slice(first, column - 1));
    const after = show(shown.slice(column - 1 - first)) + (first + WIDEST < characters.length ? "…" : "");
    return [`  ${before}${after}`, `  ${" ".repeat((0,columns/* widthOf */.qz)(before))}${paint("^")}`];
}

;// CONCATENATED MODULE: ./lib/spec/index.js
















/***/ })

};
