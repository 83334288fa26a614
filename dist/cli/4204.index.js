export const id = 4204;
export const ids = [4204,7527,7789,170];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 7336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 7449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ SOURCE_KINDS),
/* harmony export */   x: () => (/* binding */ ConfigError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const SOURCE_KINDS = ["github", "gerrit", "gerrit-ssh"];
/** A configuration with something wrong in it. */
class ConfigError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e {
    diagnostics;
    /** The file's text, for showing a finding's line. */
    specText;
    constructor(diagnostics, text) {
        const [first] = diagnostics;
        const place = first === undefined ? "" : `${first.file}:${first.line}:${first.column}: `;
        super("bad-config", `${place}${first?.message ?? "The configuration is wrong."}`);
        this.diagnostics = diagnostics;
        this.specText = text;
    }
}


/***/ }),

/***/ 4781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ waitText),
/* harmony export */   X: () => (/* binding */ ageText)
/* harmony export */ });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;
/** From how many ms on a unit is used: days are told up to two months, since lists are about weeks. */
const UNITS = [
    { from: 2 * YEAR, ms: YEAR, one: "year", many: "years" },
    { from: 60 * DAY, ms: MONTH, one: "month", many: "months" },
    { from: DAY, ms: DAY, one: "day", many: "days" },
    { from: HOUR, ms: HOUR, one: "hour", many: "hours" },
    { from: MINUTE, ms: MINUTE, one: "min", many: "min" },
];
/** A duration in ms as people say it, rounded down: `5 min`, `3 hours`, `45 days`, `7 months`. Under a minute: `under a minute`. */
function waitText(ms) {
    const unit = UNITS.find(({ from }) => ms >= from);
    if (unit === undefined)
        return "under a minute";
    const count = Math.floor(ms / unit.ms);
    return `${count} ${count === 1 ? unit.one : unit.many}`;
}
/** How long ago that was, both in ms since the epoch; what is to come counts as now: clocks differ. */
function ageText(then, now) {
    const ms = now - then;
    return ms < MINUTE ? "just now" : waitText(ms);
}


/***/ }),

/***/ 8187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ cellText),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   kf: () => (/* binding */ isNumeric)
/* harmony export */ });
/* harmony import */ var _reports_change_columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3719);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4781);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2023);



/** A cell as people read it, on one line and harmless to a terminal; empty where there is nothing. */
function cellText(value, column, now) {
    if (value === null)
        return "";
    if (typeof value === "string")
        return (0,_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cleanLine */ .O)(value);
    switch (column.kind) {
        case "time":
            return (0,_age_js__WEBPACK_IMPORTED_MODULE_1__/* .ageText */ .X)(value, now);
        case "wait":
            return (0,_age_js__WEBPACK_IMPORTED_MODULE_1__/* .waitText */ .L)(value);
        case "vote":
            return (0,_reports_change_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .signed */ .x8)(value);
        case "rate":
            return value.toFixed(2);
        case "share":
            return `${Math.round(value * 100)}%`;
        default:
            return String(value);
    }
}
/** A time as programs read it (ISO 8601); null where it is none that a calendar has. */
function timeText(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
/** Whether a column's cells stand at its right side. */
function isNumeric({ kind }) {
    return kind === "count" || kind === "rate" || kind === "share" || kind === "vote";
}


/***/ }),

/***/ 2023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ cleanLine),
/* harmony export */   v: () => (/* binding */ cleanLines)
/* harmony export */ });
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7138);

/** Text from outside on one line, without anything that a terminal would act on. */
function cleanLine(text) {
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(unreturned(text));
}
/** The same of several lines. */
function cleanLines(text) {
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(unreturned(text));
}
/** In the output of a command a carriage return takes back what stands before it; here that would hide it. */
function unreturned(text) {
    return text.replace(/\r\n?/g, "\n");
}


/***/ }),

/***/ 8480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/** Characters that JSON may hold raw and a terminal would act on. */
const ACTIVE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** The value as JSON on one line, in which nothing can act on a terminal. */
function jsonText(value) {
    return JSON.stringify(value).replace(ACTIVE, escaped);
}
function escaped(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}


/***/ }),

/***/ 7354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hR: () => (/* reexport */ FORMATS),
  Sk: () => (/* reexport */ REPORTS),
  s1: () => (/* reexport */ model/* SOURCE_KINDS */.s),
  botsCalled: () => (/* reexport */ people/* botsCalled */.uf),
  compileFilter: () => (/* reexport */ compileFilter),
  eventJson: () => (/* reexport */ eventJson),
  eventLine: () => (/* reexport */ eventLine),
  formatReport: () => (/* reexport */ formatReport),
  loadConfig: () => (/* reexport */ loadConfig),
  openSource: () => (/* reexport */ openSource),
  painter: () => (/* reexport */ painter),
  parseChange: () => (/* reexport */ parseChange),
  plotReviewRate: () => (/* reexport */ plotReviewRate),
  requireChange: () => (/* reexport */ requireChange),
  resolveSettings: () => (/* reexport */ resolveSettings),
  runReport: () => (/* reexport */ runReport),
  teamFinder: () => (/* reexport */ people/* teamFinder */.wX)
});

// UNUSED EXPORTS: CHANGE_STATUSES, ConfigError, NO_FILTER, VOTE_COLUMNS, nameOf, peopleCalled

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/changes/config/load.js




const CONFIG_FILE = ".forge-changes.yml";
const LARGEST = 1024 * 1024;
/**
 * The configuration: of `.forge-changes.yml` in this folder or the nearest one above, and for what that does not say of
 * `forgexec/changes.yml` in XDG_CONFIG_HOME (`~/.config`); or of the named file alone.
 * @throws ConfigError for a bad one, UsageError for one that cannot be read
 */
async function loadConfig(places) {
    const { cwd, file } = places;
    if (file !== null)
        return { config: (await read((0,external_node_path_.resolve)(cwd, file), file)) ?? missing(file), serverFrom: "own" };
    const own = userFile(places);
    const nearest = await findUpwards(cwd);
    const project = nearest === null ? null : await read(nearest, shortName(cwd, nearest));
    const personal = await read(own, own);
    const serverFrom = project?.server === undefined ? "own" : "project";
    // A server goes with how to talk to it.
    const { source, server, port, login, ...rest } = personal ?? {};
    const access = project?.server === undefined && project?.source === undefined ? { source, server, port, login } : {};
    return { config: given({ ...access, ...rest, ...project }), serverFrom };
}
function given(config) {
    return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
function userFile({ environment, home }) {
    const xdg = environment.XDG_CONFIG_HOME;
    return (0,external_node_path_.join)(xdg && (0,external_node_path_.isAbsolute)(xdg) ? xdg : (0,external_node_path_.join)(home, ".config"), "forgexec", "changes.yml");
}
async function findUpwards(directory) {
    for (let folder = (0,external_node_path_.resolve)(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        const path = (0,external_node_path_.join)(folder, CONFIG_FILE);
        if ((await (0,promises_.stat)(path).catch(() => null))?.isDirectory() === false)
            return path;
        if (folder === (0,external_node_path_.dirname)(folder))
            return null;
    }
}
function shortName(cwd, path) {
    const near = (0,external_node_path_.relative)(cwd, path);
    return near.startsWith("..") ? path : near;
}
/** Null: there is no such file. */
async function read(path, name) {
    const content = await (0,read_file/* readRegularFile */.X)(path, LARGEST).catch((cause) => {
        if (cause.code === "ENOENT" || cause.code === "ENOTDIR")
            return null;
        throw new errors/* UsageError */.e("unreadable-config", `${name} cannot be read: ${cause.code ?? cause.message}.`, { cause });
    });
    if (content === null)
        return null;
    if (!("bytes" in content)) {
        throw new errors/* UsageError */.e("unreadable-config", `${name} is no file of at most 1 MiB that could be a configuration.`);
    }
    // Reading YAML takes a while to load, and most have no such file.
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1350)]).then(__webpack_require__.bind(__webpack_require__, 943));
    return parseConfig(decode(content.bytes, name), name);
}
function decode(bytes, name) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* UsageError */.e("unreadable-config", `${name} is not a text file in UTF-8.`, { cause });
    }
}
function missing(file) {
    throw new errors/* UsageError */.e("no-config", `There is no configuration ${file}. Name another by --config, or leave it out.`);
}

// EXTERNAL MODULE: ./lib/changes/config/model.js
var model = __webpack_require__(7449);
// EXTERNAL MODULE: ./lib/changes/people.js
var people = __webpack_require__(1034);
// EXTERNAL MODULE: ./lib/changes/reports/reviews.js
var reviews = __webpack_require__(6304);
;// CONCATENATED MODULE: ./lib/changes/filters/approval.js

/** What the columns are called: as in the reports, and as Gerrit's labels are. */
const COLUMNS = {
    tests: "tests",
    verified: "tests",
    reviews: "reviews",
    review: "reviews",
    "code-review": "reviews",
    workflow: "workflow",
};
const FORM = /^([a-z-]*[a-z])?\s*[=:]?\s*([+-]?[012])?$/i;
/**
 * Reads `reviews=+2`, `tests=-1`, `workflow`, `Code-Review+2`, or `+2` alone, which is a review.
 * @throws UsageError for anything else
 */
function parseApproval(text) {
    const [, name = "reviews", value] = FORM.exec(text.trim()) ?? [];
    const column = COLUMNS[name.toLowerCase()];
    if (column === undefined || !FORM.test(text.trim()) || text.trim() === "" || value === "0") {
        throw new errors/* UsageError */.e("bad-approval", `--approval: "${text}" is none. Write a column (tests, reviews, workflow), with a vote or without: reviews=+2, tests=-1, workflow.`);
    }
    return { column, value: value === undefined ? null : Number(value) };
}
/** Whether the version has such a vote. */
function hasApproval(version, { column, value }) {
    return version.votes.some((vote) => vote.column === column && (value === null || vote.value === value));
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/changes/filters/pattern.js


/**
 * A name as it is, or a regular expression where it begins with `^`, as Gerrit's search has it.
 * @throws UsageError for a bad expression
 */
function namePattern(option, text) {
    if (!text.startsWith("^"))
        return (name) => name === text;
    const expression = compile(option, text);
    return (name) => expression.test(name);
}
/**
 * A path: a regular expression that is looked for anywhere in it, or a glob where it begins with `*` or has `**`.
 * @throws UsageError for a bad expression
 */
function pathPattern(option, text) {
    if (text.startsWith("*") || text.includes("**"))
        return picomatch(text, { dot: true, matchBase: true });
    const expression = compile(option, text);
    return (path) => expression.test(path);
}
function compile(option, text) {
    try {
        return new RegExp(text);
    }
    catch (cause) {
        const why = cause.message.replace(/^Invalid regular expression: /, "");
        throw new errors/* UsageError */.e("bad-pattern", `${option}: "${text}" is no regular expression: ${why}.`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/changes/filters/filter.js




const NO_FILTER = {
    statuses: [],
    projects: [],
    branches: [],
    topics: [],
    owners: [],
    reviewers: [],
    messages: [],
    files: [],
    approvals: [],
};
/** @throws UsageError for a bad expression or approval */
function compileFilter(options) {
    const tests = [];
    const add = (values, test) => {
        if (values.length > 0)
            tests.push(test);
    };
    const { statuses, projects, branches, topics, owners, reviewers, messages, files, approvals } = options;
    // GitHub takes a repository's name in any case.
    const project = anyName("--project", projects.map((name) => (name.startsWith("^") ? name : name.toLowerCase())));
    const branch = anyName("--branch", branches);
    const topic = anyName("--topic", topics);
    const file = any(files.map((text) => pathPattern("--file", text)));
    const owner = (0,people/* peopleCalled */.R9)(owners);
    const reviewer = (0,people/* peopleCalled */.R9)(reviewers);
    const words = messages.map((text) => text.toLowerCase());
    const votes = approvals.map(parseApproval);
    add(statuses, (change) => statuses.includes(change.status));
    add(projects, (change) => project(change.project) || project(change.project.toLowerCase()));
    add(branches, (change) => branch(change.branch));
    add(topics, (change) => change.topic !== null && topic(change.topic));
    add(owners, (change) => owner.has(change.owner));
    add(reviewers, (change) => reviewersOf(change).some((person) => reviewer.has(person)));
    add(messages, (change) => says(change, words));
    add(files, (change) => (change.files ?? []).some(file));
    add(approvals, (change) => hasOne(change, votes));
    return (change) => tests.every((test) => test(change));
}
function any(tests) {
    return (text) => tests.some((test) => test(text));
}
function anyName(option, texts) {
    return any(texts.map((text) => namePattern(option, text)));
}
function reviewersOf(change) {
    const voters = change.versions.flatMap(({ votes }) => votes.filter(({ column }) => column === "reviews"));
    return [...change.reviewers, ...voters.map(({ by }) => by)];
}
function says({ subject, message }, words) {
    const text = `${subject}\n${message}`.toLowerCase();
    return words.some((word) => text.includes(word));
}
function hasOne(change, votes) {
    const current = (0,reviews/* currentVersion */.YO)(change);
    return votes.some((vote) => hasApproval(current, vote));
}

// EXTERNAL MODULE: ./lib/changes/formats/cells.js
var cells = __webpack_require__(8187);
// EXTERNAL MODULE: ./lib/changes/formats/clean.js
var clean = __webpack_require__(2023);
// EXTERNAL MODULE: ./lib/changes/formats/json-text.js
var json_text = __webpack_require__(8480);
;// CONCATENATED MODULE: ./lib/changes/formats/event.js




const KIND_WIDTH = "reopened".length;
/** What happened, as one line for a terminal. */
function eventLine({ at, kind, change, by, text }, paint) {
    const time = ((0,cells/* timeText */.Tc)(at) ?? "").slice(0, 19).replace("T", " ");
    const who = (0,people/* nameOf */.Vb)(by);
    const told = `${who === null ? "" : `${paint.name((0,clean/* cleanLine */.O)(who))}: `}${(0,clean/* cleanLine */.O)(text)}`;
    const kindText = kindPaint(kind, paint)(kind.padEnd(KIND_WIDTH));
    return `${paint.dim(time)}  ${kindText}  ${paint.place((0,clean/* cleanLine */.O)(change.url))}  ${(0,clean/* cleanLine */.O)(change.subject)}  ${told}\n`;
}
function kindPaint(kind, paint) {
    if (kind === "merged")
        return paint.good;
    if (kind === "closed")
        return paint.bad;
    return kind === "vote" ? paint.place : paint.name;
}
/** What happened, as one line of JSON. */
function eventJson({ at, kind, change, by, text }) {
    const { url, project, branch, subject, number } = change;
    const event = {
        time: (0,cells/* timeText */.Tc)(at),
        kind,
        url,
        number,
        project,
        branch,
        subject,
        owner: (0,people/* nameOf */.Vb)(change.owner),
        by: (0,people/* nameOf */.Vb)(by),
        text,
    };
    return `${(0,json_text/* jsonText */.s)(event)}\n`;
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
;// CONCATENATED MODULE: ./lib/changes/formats/paint.js

const asIs = (text) => text;
function painter(color) {
    const { bold, dim, red, green, cyan, underline } = picocolors.createColors(color === "colors");
    const votes = {
        "-2": (text) => bold(red(text)),
        "2": (text) => bold(green(text)),
        "-1": red,
        "1": green,
    };
    return {
        title: bold,
        heading: (text) => dim(underline(text)),
        dim,
        name: bold,
        place: cyan,
        good: green,
        bad: red,
        cell: (value, { kind }) => {
            if (kind === "vote")
                return votes[String(value)] ?? asIs;
            return kind === "time" || kind === "url" ? dim : asIs;
        },
    };
}

;// CONCATENATED MODULE: ./lib/changes/formats/format.js

const FORMATS = ["text", "csv", "json", "markdown", "html"];
/** The report in a format; what writes it is loaded when it is first needed. */
async function formatReport(outcome, format, view) {
    const { now, width, color, limit, picture } = view;
    switch (format) {
        case "text":
            return (await __webpack_require__.e(/* import() */ 5115).then(__webpack_require__.bind(__webpack_require__, 5115))).toText(outcome, { now, width, paint: painter(color) });
        case "csv":
            return (await __webpack_require__.e(/* import() */ 5418).then(__webpack_require__.bind(__webpack_require__, 5418))).toCsv(outcome);
        case "json":
            return (await __webpack_require__.e(/* import() */ 1450).then(__webpack_require__.bind(__webpack_require__, 1450))).toJson(outcome);
        case "markdown": {
            const chart = picture === "rate" ? (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1067), __webpack_require__.e(2722)]).then(__webpack_require__.bind(__webpack_require__, 2722))).plotMermaid(outcome.table) : "";
            const sizeOf = limit?.in === "bytes" ? Buffer.byteLength : ({ length }) => length;
            const room = limit === null ? null : limit.most - sizeOf(chart) - 1;
            const { toMarkdown } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1067), __webpack_require__.e(2769)]).then(__webpack_require__.bind(__webpack_require__, 2769));
            const text = toMarkdown(outcome, { now, limit: room, sizeOf });
            return chart === "" ? text : `${chart}\n${text}`;
        }
        case "html": {
            const svg = picture === "rate" ? (await Promise.all(/* import() */[__webpack_require__.e(8514), __webpack_require__.e(1678), __webpack_require__.e(4019)]).then(__webpack_require__.bind(__webpack_require__, 4019))).plotSvg(outcome.table, now) : null;
            return (await Promise.all(/* import() */[__webpack_require__.e(8514), __webpack_require__.e(2419)]).then(__webpack_require__.bind(__webpack_require__, 2419))).toHtml(outcome, { now, picture: svg });
        }
    }
}

;// CONCATENATED MODULE: ./lib/changes/plot/plot.js
/** The picture of the report `review-rate`, as SVG; `now` is ms since the epoch. What draws it is loaded when it is first needed. */
async function plotReviewRate({ table }, now) {
    return (await Promise.all(/* import() */[__webpack_require__.e(8514), __webpack_require__.e(1678), __webpack_require__.e(4019)]).then(__webpack_require__.bind(__webpack_require__, 4019))).plotSvg(table, now);
}

// EXTERNAL MODULE: ./lib/changes/reports/report.js
var report = __webpack_require__(9127);
;// CONCATENATED MODULE: ./lib/changes/reports/comments.js


const comments_COLUMNS = [
    { key: "version", name: "Version", kind: "count", shown: "always" },
    { key: "author", name: "Author", kind: "text", shown: "always" },
    { key: "created", name: "Created", kind: "time", shown: "always" },
    { key: "file", name: "File", kind: "text", shown: "always" },
    { key: "line", name: "Line", kind: "count", shown: "always" },
    { key: "comment", name: "Comment", kind: "prose", shown: "always" },
];
/** The comments on one change, by version, the oldest first. */
const comments = {
    name: "comments",
    summary: "the comments on one change, by version",
    statuses: report/* ALL_STATUSES */.nY,
    live: report/* ALL_STATUSES */.nY,
    user: "unused",
    with: new Set(["comments"]),
    period: () => null,
    begin: (options) => collector(options),
};
function collector(options) {
    const threads = [];
    return {
        add: (change) => void threads.push(threadOf(change, options)),
        end: () => {
            const rows = threads.flatMap(({ versions }) => versions.flatMap((version) => version.rows));
            return {
                table: { title: "Comments", columns: comments_COLUMNS, rows, omitted: 0 },
                view: { kind: "threads", threads },
            };
        },
    };
}
function threadOf(change, { bots, botComments, commentsOn }) {
    const shown = change.comments
        .filter(({ by }) => botComments === "shown" || !bots.has(by))
        .sort((a, b) => a.at - b.at);
    const versions = commentsOn === "current-version" ? change.versions.slice(-1) : change.versions;
    const known = new Set(change.versions.map(({ number }) => number));
    const groups = versions.map(({ number, sha }) => ({
        title: `Version ${number}${sha === null ? "" : ` (${sha.slice(0, 12)})`}`,
        rows: shown.filter(({ version }) => version === number).map(rowOf),
    }));
    const general = shown.filter(({ version }) => version === null || !known.has(version));
    const apart = general.length === 0 || commentsOn === "current-version" ? [] : [{ title: "No version", rows: general.map(rowOf) }];
    return { title: change.subject, url: change.url, versions: [...groups, ...apart] };
}
function rowOf({ version, by, at, file, line, text }) {
    return { version, author: (0,people/* nameOf */.Vb)(by), created: at, file, line, comment: text };
}

// EXTERNAL MODULE: ./lib/changes/reports/change-columns.js
var change_columns = __webpack_require__(3719);
;// CONCATENATED MODULE: ./lib/changes/reports/change-list.js

/** A report that is a list of the changes that pass a test, the oldest first. */
function changeList(definition) {
    const { name, title, summary, statuses, user, accept } = definition;
    return {
        name,
        summary,
        statuses,
        live: ["open"],
        user,
        with: new Set(["votes"]),
        period: () => null,
        begin: (options) => change_list_collector(title, accept(options)),
    };
}
function change_list_collector(title, accepted) {
    const rows = [];
    return {
        add: (change) => {
            if (accepted(change))
                rows.push({ created: change.created, number: change.number, row: (0,change_columns/* changeRow */.L_)(change) });
        },
        end: () => {
            rows.sort((a, b) => a.created - b.created || a.number - b.number);
            const table = { title, columns: change_columns/* CHANGE_COLUMNS */.FK, rows: rows.map(({ row }) => row), omitted: 0 };
            return { table, view: { kind: "table" } };
        },
    };
}

;// CONCATENATED MODULE: ./lib/changes/reports/lists.js




const EXPIRED_AFTER_DAYS = 28;
/** Makes a to-do list's test: open changes only, and never the user's own. */
function todo(test) {
    return (options) => {
        const me = userOf(options);
        const passes = test(options);
        return (change) => change.status === "open" && !me.has(change.owner) && passes(change);
    };
}
function userOf({ user }) {
    return (0,people/* peopleCalled */.R9)(user === null ? [] : [user]);
}
/** The reports that list changes. A review is a vote in the column Reviews. */
const LISTS = [
    changeList({
        name: "list",
        title: "Changes",
        summary: "changes that the filters let through",
        statuses: report/* ALL_STATUSES */.nY,
        user: "unused",
        accept: () => () => true,
    }),
    changeList({
        name: "todo-mine",
        title: "Changes to review again",
        summary: "you reviewed an older version, and not the current one",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return ({ versions }) => versions.slice(0, -1).some((version) => (0,reviews/* reviewedBy */.d6)(version, me)) &&
                !versions.slice(-1).some((version) => (0,reviews/* reviewedBy */.d6)(version, me));
        }),
    }),
    changeList({
        name: "todo-others",
        title: "Changes that others review",
        summary: "you never reviewed them, others did",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return (change) => !change.versions.some((version) => (0,reviews/* reviewedBy */.d6)(version, me)) && (0,reviews/* reviewedByOthers */.wq)(change, options.bots);
        }),
    }),
    changeList({
        name: "todo-anyones",
        title: "Changes under review",
        summary: "others reviewed them, you did not review the current version",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return (change) => !(0,reviews/* reviewedBy */.d6)((0,reviews/* currentVersion */.YO)(change), me) && (0,reviews/* reviewedByOthers */.wq)(change, options.bots, me);
        }),
    }),
    changeList({
        name: "todo-noones",
        title: "Changes without a review",
        summary: "nobody reviewed them, bots aside",
        statuses: ["open"],
        user: "optional",
        accept: todo((options) => (change) => !(0,reviews/* reviewedByOthers */.wq)(change, options.bots)),
    }),
    changeList({
        name: "todo-approvable",
        title: "Changes to approve",
        summary: "a +2, no -2, no workflow vote, and you did not review the current version",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return (change) => {
                const current = (0,reviews/* currentVersion */.YO)(change);
                const given = new Set((0,reviews/* reviewsOf */.Nv)(current).map(({ value }) => value));
                const refused = given.has(-2) || (options.approvable === "no-objection" && given.has(-1));
                const inWorkflow = current.votes.some(({ column }) => column === "workflow");
                return given.has(2) && !refused && !inWorkflow && !(0,reviews/* reviewedBy */.d6)(current, me);
            };
        }),
    }),
    changeList({
        name: "todo-expirable",
        title: "Changes that may be given up",
        summary: "the current version has had a negative review for long",
        statuses: ["open"],
        user: "optional",
        accept: todo(({ now, days }) => {
            const before = now - (days ?? EXPIRED_AFTER_DAYS) * report/* DAY_MS */.sO;
            return (change) => (0,reviews/* reviewsOf */.Nv)((0,reviews/* currentVersion */.YO)(change)).some(({ value, at }) => value < 0 && at !== null && at < before);
        }),
    }),
];

;// CONCATENATED MODULE: ./lib/changes/reports/waits.js

/** Whom an open change waits for: its submitter if anything on the current version is negative, else its reviewers. */
function waitsFor(change) {
    return (0,reviews/* currentVersion */.YO)(change).votes.some(({ value }) => value < 0) ? "submitter" : "reviewer";
}
/** Counted from when a version was made, to `now`; never less than 0. */
function waitsOf(change, now) {
    const since = (version) => Math.max(0, now - (version?.created ?? now));
    const rejected = change.versions.findLastIndex((version) => (0,reviews/* reviewsOf */.Nv)(version).some(({ value }) => value < 0));
    return {
        last: since((0,reviews/* currentVersion */.YO)(change)),
        first: since(change.versions[0]),
        rejection: since(change.versions[rejected + 1]),
    };
}
/** The arithmetic mean; null of nothing. */
function average(values) {
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The middle value, or the mean of the two in the middle; null of nothing. */
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return average(sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1));
}
/** Null of nothing. */
function longest(values) {
    return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value), 0);
}

;// CONCATENATED MODULE: ./lib/changes/reports/open-stats.js



const DEFAULT_DAYS = 7;
const always = { shown: "always" };
const open_stats_COLUMNS = [
    { key: "open", name: "Open", kind: "count", ...always },
    { key: "waitingOnSubmitter", name: "Waiting on submitter", kind: "count", ...always },
    { key: "waitingOnReviewer", name: "Waiting on reviewer", kind: "count", ...always },
    { key: "averageSinceLast", name: "Average since last", kind: "wait", ...always },
    { key: "medianSinceLast", name: "Median since last", kind: "wait", ...always },
    { key: "longestSinceLast", name: "Longest since last", kind: "wait", ...always },
    { key: "averageSinceFirst", name: "Average since first", kind: "wait", ...always },
    { key: "medianSinceFirst", name: "Median since first", kind: "wait", ...always },
    { key: "longestSinceFirst", name: "Longest since first", kind: "wait", ...always },
    { key: "averageSinceRejection", name: "Average since rejection", kind: "wait", ...always },
    { key: "medianSinceRejection", name: "Median since rejection", kind: "wait", ...always },
    { key: "longestSinceRejection", name: "Longest since rejection", kind: "wait", ...always },
    { key: "olderThanDays", name: "Older than days", kind: "count", ...always },
    { key: "days", name: "Days", kind: "count", ...always },
];
const WAIT = { key: "wait", name: "Wait", kind: "wait", ...always };
const WAITING_COLUMNS = [
    WAIT,
    ...change_columns/* CHANGE_COLUMNS */.FK.filter(({ key }) => ["url", "owner", "project", "subject", "tests", "reviews"].includes(key)),
];
/** How long open changes have waited for review. */
const openStats = {
    name: "open-stats",
    summary: "open changes: whom they wait for, and how long",
    statuses: ["open"],
    live: ["open"],
    user: "unused",
    with: new Set(["votes"]),
    period: () => null,
    begin: (options) => open_stats_collector(options),
};
function open_stats_collector({ now, days }) {
    const waiting = [];
    let onSubmitter = 0;
    return {
        add: (change) => {
            if (change.status !== "open")
                return;
            if (waitsFor(change) === "submitter")
                onSubmitter++;
            else
                waiting.push({ row: (0,change_columns/* changeRow */.L_)(change), waits: waitsOf(change, now) });
        },
        end: () => {
            const bound = days ?? DEFAULT_DAYS;
            const row = summary(waiting, { onSubmitter, days: bound });
            const columns = open_stats_COLUMNS.map((column) => column.key === "olderThanDays" ? { ...column, name: `Older than ${bound} days` } : column);
            return {
                table: { title: "Open changes", columns, rows: [row], omitted: 0 },
                view: {
                    kind: "facts",
                    tables: [
                        longestWaiting("Waiting longest since the last version", waiting, ({ last }) => last),
                        longestWaiting("Waiting longest since the first version", waiting, ({ first }) => first),
                    ],
                },
            };
        },
    };
}
function summary(waiting, more) {
    const last = waiting.map(({ waits }) => waits.last);
    const first = waiting.map(({ waits }) => waits.first);
    const rejection = waiting.map(({ waits }) => waits.rejection);
    return {
        open: waiting.length + more.onSubmitter,
        waitingOnSubmitter: more.onSubmitter,
        waitingOnReviewer: waiting.length,
        averageSinceLast: average(last),
        medianSinceLast: median(last),
        longestSinceLast: longest(last),
        averageSinceFirst: average(first),
        medianSinceFirst: median(first),
        longestSinceFirst: longest(first),
        averageSinceRejection: average(rejection),
        medianSinceRejection: median(rejection),
        longestSinceRejection: longest(rejection),
        olderThanDays: last.filter((wait) => wait > more.days * report/* DAY_MS */.sO).length,
        days: more.days,
    };
}
function longestWaiting(title, waiting, of) {
    const sorted = [...waiting].sort((a, b) => of(b.waits) - of(a.waits));
    const rows = sorted.map(({ row, waits }) => ({ ...row, wait: of(waits) }));
    return { title, columns: WAITING_COLUMNS, rows, omitted: 0 };
}

// EXTERNAL MODULE: ./lib/changes/reports/review-rate.js
var review_rate = __webpack_require__(9692);
// EXTERNAL MODULE: ./lib/changes/reports/reviewers.js
var reports_reviewers = __webpack_require__(7125);
;// CONCATENATED MODULE: ./lib/changes/reports/review-stats.js


const review_stats_DEFAULT_DAYS = 30;
const review_stats_COLUMNS = [
    { key: "user", name: "User", kind: "text", shown: "always", least: 8 },
    { key: "team", name: "Team", kind: "text", shown: "always", least: 8, dropped: 1 },
    { key: "reviews", name: "Reviews", kind: "count", shown: "always" },
    { key: "-2", name: "-2", kind: "count", shown: "always" },
    { key: "-1", name: "-1", kind: "count", shown: "always" },
    { key: "+1", name: "+1", kind: "count", shown: "always" },
    { key: "+2", name: "+2", kind: "count", shown: "always" },
    { key: "positive", name: "Positive", kind: "share", shown: "always" },
];
/** How often each reviewer voted in the last days, and how. */
const reviewStats = {
    name: "review-stats",
    summary: "reviews by reviewer: how many, and how they came out",
    statuses: report/* ALL_STATUSES */.nY,
    live: report/* ALL_STATUSES */.nY,
    user: "unused",
    with: new Set(["reviews"]),
    period: ({ days }) => (days ?? review_stats_DEFAULT_DAYS) * report/* DAY_MS */.sO,
    begin: (options) => review_stats_collector(options),
};
function review_stats_collector({ now, days, ...people }) {
    const period = days ?? review_stats_DEFAULT_DAYS;
    const since = now - period * report/* DAY_MS */.sO;
    const reviewers = (0,reports_reviewers/* reviewersOf */.G)(people, (user, team) => ({ user, team, counts: { [-2]: 0, [-1]: 0, 1: 0, 2: 0 } }));
    return {
        add: ({ versions }) => {
            for (const { votes } of versions) {
                for (const { column, by, at, value } of votes) {
                    if (column !== "reviews" || at === null || at <= since || at > now)
                        continue;
                    const reviewer = reviewers.of(by);
                    if (reviewer !== null)
                        reviewer.counts[value]++;
                }
            }
        },
        end: () => {
            const rows = reviewers.all().map(review_stats_rowOf);
            rows.sort((a, b) => Number(b.reviews) - Number(a.reviews) || String(a.user).localeCompare(String(b.user), "en"));
            const title = `Reviews of the last ${period} ${period === 1 ? "day" : "days"}`;
            return { table: { title, columns: review_stats_COLUMNS, rows, omitted: 0 }, view: { kind: "table" } };
        },
    };
}
function review_stats_rowOf({ user, team, counts }) {
    const positive = counts[1] + counts[2];
    const reviews = positive + counts[-1] + counts[-2];
    return {
        user,
        team,
        reviews,
        "-2": counts[-2],
        "-1": counts[-1],
        "+1": counts[1],
        "+2": counts[2],
        positive: positive / reviews,
    };
}

;// CONCATENATED MODULE: ./lib/changes/reports/catalogue.js





/** Every report but `watch`, which never ends. */
const REPORTS = [...LISTS, review_rate/* reviewRate */.f, reviewStats, openStats, comments];

// EXTERNAL MODULE: ./lib/closest.js
var closest = __webpack_require__(4904);
;// CONCATENATED MODULE: ./lib/changes/reports/arrange.js


const WIDEST = 1000;
/**
 * The table sorted, cut to so many rows and to the columns asked for, in the order they are asked for.
 * @throws UsageError for a column that it does not have
 */
function arrange(table, arrangement) {
    const { sort, fields, limit } = arrangement;
    const sorted = sort === null ? table.rows : sortRows(table, sort);
    const kept = limit === null ? sorted : sorted.slice(0, limit);
    const columns = fields.length === 0
        ? table.columns.filter(({ shown }) => shown === "always")
        : fields.map((field) => fieldOf(table, field));
    return { ...table, columns, rows: kept, omitted: table.omitted + sorted.length - kept.length };
}
function sortRows(table, sort) {
    const [, name = "", order] = /^(.*?)(?::(rev|desc|asc))?$/.exec(sort) ?? [];
    const { key } = columnOf(table, name, "--sort");
    const sign = order === "rev" || order === "desc" ? -1 : 1;
    return [...table.rows].sort((a, b) => compare(a[key] ?? null, b[key] ?? null, sign));
}
/** What is missing comes last, whichever way. */
function compare(a, b, sign) {
    if (a === null || b === null)
        return Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number")
        return sign * (a - b);
    return sign * String(a).localeCompare(String(b), "en");
}
function fieldOf(table, field) {
    const [, name = "", width] = /^(.*?)(?::(\d{1,4}))?$/.exec(field) ?? [];
    const { dropped, ...column } = columnOf(table, name, "--field");
    if (width === undefined)
        return column;
    return { ...column, most: Math.max(1, Math.min(WIDEST, Number(width))) };
}
function columnOf(table, name, option) {
    const wanted = name.trim().toLowerCase();
    const found = table.columns.find((column) => [column.key, column.name].some((known) => known.toLowerCase() === wanted));
    if (found !== undefined)
        return found;
    const keys = table.columns.map(({ key }) => key);
    const near = (0,closest/* closest */.k)(name, keys);
    const hint = near === undefined ? `It has ${keys.join(", ")}.` : `Did you mean ${near}?`;
    throw new errors/* UsageError */.e("unknown-field", `${option}: this report has no column "${name}". ${hint}`);
}

;// CONCATENATED MODULE: ./lib/changes/run-report.js



/** How many of the changes that wait longest are shown where nobody says. */
const LONGEST_SHOWN = 5;
/**
 * Fetches what a report needs, no more, and makes it. Of the changes only what the report keeps stays in memory.
 * @throws UsageError for a missing user, a bad filter, sort or field, before anything is fetched; and whatever the source throws
 */
async function runReport(source, request, signal) {
    const { report, options, arrangement, number } = request;
    if (report.user === "needed" && options.user === null) {
        throw new errors/* UsageError */.e("no-user", `${report.name} needs to know whose list it is: give --user LOGIN, or \`user: LOGIN\` in ~/.config/forgexec/changes.yml or .forge-changes.yml.`);
    }
    const accepted = compileFilter(request.filter);
    // Bad columns are told before a minute of fetching.
    arrange(report.begin(options).end().table, arrangement);
    const collector = report.begin(options);
    for await (const change of source.changes(queryFor(source, request), signal)) {
        if ((number === null || change.number === number) && accepted(change))
            collector.add(change);
    }
    const outcome = collector.end();
    return { outcome: arranged(outcome, arrangement), count: outcome.table.rows.length };
}
/** Facts are one row; what a limit is for are the tables after them. */
function arranged(outcome, arrangement) {
    const { table, view } = outcome;
    if (view.kind !== "facts")
        return { table: arrange(table, arrangement), view };
    const limit = arrangement.limit ?? LONGEST_SHOWN;
    return {
        table: arrange(table, { ...arrangement, limit: null }),
        view: { ...view, tables: view.tables.map((each) => arrange(each, { sort: null, fields: [], limit })) },
    };
}
function queryFor(source, { report, options, filter, number }) {
    const { statuses, projects, files, approvals, reviewers } = filter;
    const period = report.period(options);
    const unasked = source.kind === "recorded" || number !== null ? report.statuses : report.live;
    const wanted = new Set(report.with);
    if (files.length > 0)
        wanted.add("files");
    if (approvals.length > 0)
        wanted.add("votes");
    // The list of reviewers knows who was asked, the votes who did.
    if (reviewers.length > 0)
        wanted.add("reviewers").add("reviews");
    return {
        statuses: statuses.length === 0 ? unasked : report.statuses.filter((status) => statuses.includes(status)),
        projects: projects.some(isPattern) ? [] : projects,
        // Recorded data is whole already, and may have been put together with times that do not go together.
        ...(period === null || source.kind === "recorded" ? {} : { updatedSince: options.now - period }),
        ...(number === null ? {} : { number }),
        with: wanted,
    };
}
function isPattern(project) {
    return project.startsWith("^");
}
/** @throws UsageError for what is no change's number */
function parseChange(text) {
    const [, project, digits] = /^(?:(.{1,300})?#)?(\d{1,15})$/.exec(text.trim()) ?? [];
    if (digits !== undefined)
        return { number: Number(digits), project: project ?? null };
    throw new errors/* UsageError */.e("bad-change", `"${text}" is no change: give its number, such as 42 or owner/name#42.`);
}
/** @throws UsageError for a change that is not there */
function requireChange(outcome, change) {
    const found = outcome.view.kind === "threads" ? outcome.view.threads : null;
    if (found?.length === 0)
        throw new errors/* UsageError */.e("no-change", `There is no change ${change} among those asked for.`);
}

;// CONCATENATED MODULE: ./lib/changes/settings.js


const GITHUB_API = "https://api.github.com";
/** @throws UsageError for a group that is not in the configuration, a server or repository that is missing */
function resolveSettings(wishes, { config, serverFrom }, common) {
    const projects = [...wishes.projects, ...groupProjects(wishes.groups, config.groups ?? {})];
    const trust = wishes.server === null && serverFrom === "project" && config.server !== undefined ? "withheld" : "sent";
    return {
        user: wishes.user ?? config.user ?? null,
        bots: [...wishes.bots, ...(config.bots ?? [])],
        teams: config.teams ?? {},
        projects,
        source: sourceOptions(wishes, { config, common, projects, trust }),
    };
}
function groupProjects(wanted, groups) {
    const names = wanted === "all" ? Object.keys(groups) : wanted;
    if (wanted === "all" && names.length === 0) {
        throw new errors/* UsageError */.e("no-groups", "--all-groups: the configuration has no `groups`.");
    }
    return names.flatMap((name) => {
        const found = Object.hasOwn(groups, name) ? groups[name] : undefined;
        if (found !== undefined)
            return found;
        const known = Object.keys(groups);
        const near = (0,closest/* closest */.k)(name, known);
        const hint = near ? `Did you mean ${near}?` : known.length > 0 ? `It has ${known.join(", ")}.` : "It has none.";
        throw new errors/* UsageError */.e("unknown-group", `--group: there is no group "${name}" in the configuration. ${hint}`);
    });
}
function sourceOptions(wishes, known) {
    if (wishes.from !== null)
        return { ...known.common, kind: "recorded", file: wishes.from };
    switch (wishes.source ?? known.config.source ?? "github") {
        case "github":
            return github(wishes, known);
        case "gerrit":
            return gerrit(wishes, known);
        case "gerrit-ssh":
            return gerritSsh(wishes, known);
    }
}
function github(wishes, { config, common, projects, trust }) {
    const { environment } = common;
    const own = environment.GITHUB_REPOSITORY ? [environment.GITHUB_REPOSITORY] : [];
    const repositories = projects.length > 0 ? projects : (config.projects ?? own);
    if (repositories.length === 0 || repositories.some((name) => name.startsWith("^"))) {
        throw new errors/* UsageError */.e("no-repository", "Which repository? Give --repository OWNER/NAME, `projects: [OWNER/NAME]` in .forge-changes.yml, or GITHUB_REPOSITORY.");
    }
    const token = environment.GITHUB_TOKEN || environment.GH_TOKEN || null;
    const server = wishes.server ?? config.server;
    return {
        ...common,
        kind: "github",
        apiUrl: server ?? (environment.GITHUB_API_URL || GITHUB_API),
        token: secret(token, { trust, common, server }),
        repositories,
    };
}
function gerrit(wishes, { config, common, projects, trust }) {
    const { environment } = common;
    const url = wishes.server ?? config.server ?? (environment.GERRIT_URL || undefined);
    if (url === undefined)
        throw noServer("--server https://review.example.org", "`server`", "GERRIT_URL");
    return {
        ...common,
        kind: "gerrit",
        url: url.includes("://") ? url : `https://${url}`,
        user: wishes.login ?? config.login ?? (environment.GERRIT_USERNAME || null),
        password: secret(environment.GERRIT_PASSWORD || null, { trust, common, server: url }),
        projects: projects.length > 0 ? projects.filter(isName) : (config.projects ?? []),
    };
}
function gerritSsh(wishes, { config, common, projects }) {
    const host = wishes.server ?? config.server;
    if (host === undefined)
        throw noServer("--server HOST, which may be one of ~/.ssh/config", "`server`", null);
    const port = wishes.port ?? config.port;
    return {
        ...common,
        kind: "gerrit-ssh",
        host,
        ...(port === undefined || port === null ? {} : { port }),
        user: wishes.login ?? config.login ?? null,
        keyFile: wishes.keyFile,
        projects: projects.length > 0 ? projects.filter(isName) : (config.projects ?? []),
    };
}
function isName(project) {
    return !project.startsWith("^");
}
function secret(value, { trust, common, server, }) {
    if (value === null || trust === "sent")
        return value;
    common.note(`${server} is named by a project's .forge-changes.yml, so no token or password is sent there: --server or a file of your own allows it`);
    return null;
}
function noServer(flag, key, variable) {
    const also = variable === null ? "" : `, or ${variable}`;
    return new errors/* UsageError */.e("no-server", `Which Gerrit server? Give ${flag}, ${key} in a configuration${also}.`);
}

;// CONCATENATED MODULE: ./lib/changes/sources/index.js
/**
 * Opens a place that changes come from. Nothing is asked before its `changes` or `watch` is iterated; whatever that opens is closed
 * when the iteration ends, also early.
 * @throws UsageError for options that cannot be right (a URL that is none, a host that ssh would take for an option)
 */
async function openSource(options) {
    // Each is loaded when it is called for: recorded changes need no HTTP client, which is the largest part of all.
    switch (options.kind) {
        case "github":
            return (await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8703), __webpack_require__.e(1716)]).then(__webpack_require__.bind(__webpack_require__, 1716))).openGithub(options);
        case "gerrit":
            return (await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8703), __webpack_require__.e(7680)]).then(__webpack_require__.bind(__webpack_require__, 7680))).openGerrit(options);
        case "gerrit-ssh":
            return (await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(9268), __webpack_require__.e(8703), __webpack_require__.e(797)]).then(__webpack_require__.bind(__webpack_require__, 797))).openGerritSsh(options);
        case "recorded":
            return (await __webpack_require__.e(/* import() */ 1377).then(__webpack_require__.bind(__webpack_require__, 1377))).openRecorded(options);
    }
}

;// CONCATENATED MODULE: ./lib/changes/index.js















/***/ }),

/***/ 764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ CHANGE_STATUSES),
/* harmony export */   p: () => (/* binding */ VOTE_COLUMNS)
/* harmony export */ });
/** The three columns that votes fall into. */
const VOTE_COLUMNS = ["tests", "reviews", "workflow"];
const CHANGE_STATUSES = ["open", "merged", "closed"];


/***/ }),

/***/ 1034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ peopleCalled),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   uf: () => (/* binding */ botsCalled),
/* harmony export */   wX: () => (/* binding */ teamFinder)
/* harmony export */ });
const BOT = /\[bot\]$/;
/** Everybody who goes by one of the names. Nobody is nobody: a deleted account is in no set. */
function peopleCalled(names) {
    const known = new Set(names.map((name) => name.toLowerCase()));
    const isKnown = (name) => name !== null && known.has(name.toLowerCase());
    return {
        has: (person) => person !== null && (isKnown(person.login) || isKnown(person.name) || isKnown(person.email)),
    };
}
/** The bots among the people: those named, with or without GitHub's `[bot]`, and whoever has that in the login. */
function botsCalled(names) {
    const named = peopleCalled(names.flatMap((name) => [name, name.replace(BOT, ""), `${name.replace(BOT, "")}[bot]`]));
    return { has: (person) => named.has(person) || (person?.login != null && BOT.test(person.login)) };
}
/** What somebody is called in a report: the login, else the name, else the email address; null where nothing is known. */
function nameOf(person) {
    return person?.login || person?.name || person?.email || null;
}
/** Finds the team that somebody is in; of several the first. Null: none. */
function teamFinder(teams) {
    const sets = Object.entries(teams).map(([team, members]) => ({ team, members: peopleCalled(members) }));
    return (person) => sets.find(({ members }) => members.has(person))?.team ?? null;
}


/***/ }),

/***/ 3719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ CHANGE_COLUMNS),
/* harmony export */   L_: () => (/* binding */ changeRow),
/* harmony export */   x8: () => (/* binding */ signed)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(764);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1034);
/* harmony import */ var _reviews_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6304);



/** The columns of every report that lists changes. */
const CHANGE_COLUMNS = [
    { key: "status", name: "Status", kind: "text", shown: "always", dropped: 3 },
    { key: "url", name: "URL", kind: "url", shown: "always" },
    { key: "owner", name: "Owner", kind: "text", shown: "always", least: 8 },
    { key: "project", name: "Project", kind: "text", shown: "always", least: 12, dropped: 2 },
    { key: "branch", name: "Branch", kind: "text", shown: "always", least: 8, dropped: 1 },
    { key: "topic", name: "Topic", kind: "text", shown: "on-request", least: 8 },
    { key: "subject", name: "Subject", kind: "text", shown: "always", least: 20 },
    { key: "created", name: "Created", kind: "time", shown: "always", dropped: 4 },
    { key: "updated", name: "Updated", kind: "time", shown: "always", dropped: 5 },
    { key: "approvals", name: "Approvals", kind: "text", shown: "on-request", least: 12 },
    { key: "tests", name: "Tests", kind: "vote", shown: "always" },
    { key: "reviews", name: "Reviews", kind: "vote", shown: "always" },
    { key: "workflow", name: "Workflow", kind: "vote", shown: "always" },
];
/** A change as a row of those columns; the votes are those on the current version. */
function changeRow(change) {
    const current = (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .currentVersion */ .YO)(change);
    return {
        status: change.status,
        url: change.url,
        owner: (0,_people_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(change.owner),
        project: change.project,
        branch: change.branch,
        topic: change.topic,
        subject: change.subject,
        created: change.created,
        updated: change.updated,
        approvals: approvals(current),
        tests: (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .castingVote */ .wY)(current, "tests"),
        reviews: (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .castingVote */ .wY)(current, "reviews"),
        workflow: (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .castingVote */ .wY)(current, "workflow"),
    };
}
/** Every vote, column by column: `tests +1, reviews -1 +2`. */
function approvals(version) {
    const told = _model_js__WEBPACK_IMPORTED_MODULE_2__/* .VOTE_COLUMNS */ .p.flatMap((column) => {
        const votes = version.votes.filter((vote) => vote.column === column).map(({ value }) => signed(value));
        return votes.length === 0 ? [] : [`${column} ${votes.join(" ")}`];
    });
    return told.length === 0 ? null : told.join(", ");
}
/** A vote as people write it: with its sign. */
function signed(value) {
    return value > 0 ? `+${value}` : String(value);
}


/***/ }),

/***/ 9127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mb: () => (/* binding */ WEEK_MS),
/* harmony export */   nY: () => (/* binding */ ALL_STATUSES),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
const ALL_STATUSES = ["open", "merged", "closed"];
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;


/***/ }),

/***/ 9692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ reviewRate),
/* harmony export */   o: () => (/* binding */ WEEKS)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9127);
/* harmony import */ var _reviewers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7125);


/** How far the rate goes back. */
const WEEKS = 52;
const DAYS_A_WEEK = 7;
const COLUMNS = [
    { key: "user", name: "User", kind: "text", shown: "always", least: 8 },
    { key: "team", name: "Team", kind: "text", shown: "always", least: 8 },
    { key: "total", name: "Total", kind: "rate", shown: "always" },
    ...Array.from({ length: WEEKS }, (_, week) => {
        const name = `Week ${week + 1}`;
        // Where there is no room, the weeks that are longest ago go first.
        return { key: `week${week + 1}`, name, kind: "rate", shown: "always", dropped: WEEKS - week };
    }),
];
/** Each reviewer's comments with a vote a day: averaged over each of the last 52 weeks, and over all of them. */
const reviewRate = {
    name: "review-rate",
    summary: "reviews a day of each reviewer, week by week for a year",
    statuses: _report_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_STATUSES */ .nY,
    live: _report_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_STATUSES */ .nY,
    user: "unused",
    with: new Set(["review-comments"]),
    period: () => WEEKS * _report_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK_MS */ .mb,
    begin: (options) => collector(options),
};
function collector({ now, ...people }) {
    const reviewers = (0,_reviewers_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewersOf */ .G)(people, (user, team) => ({ user, team, weeks: new Array(WEEKS).fill(0) }));
    return {
        add: ({ comments }) => {
            for (const { by, at, voted } of comments) {
                const week = Math.floor((now - at) / _report_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK_MS */ .mb);
                if (!voted || week < 0 || week >= WEEKS)
                    continue;
                const reviewer = reviewers.of(by);
                if (reviewer !== null)
                    reviewer.weeks[week] = (reviewer.weeks[week] ?? 0) + 1;
            }
        },
        end: () => {
            const rows = reviewers.all().map(rowOf);
            rows.sort((a, b) => Number(b.total) - Number(a.total) || String(a.user).localeCompare(String(b.user), "en"));
            return {
                table: { title: "Reviews a day, by week", columns: COLUMNS, rows, omitted: 0 },
                view: { kind: "table" },
            };
        },
    };
}
function rowOf({ user, team, weeks }) {
    const total = weeks.reduce((sum, count) => sum + count, 0);
    return {
        user,
        team,
        total: total / (WEEKS * DAYS_A_WEEK),
        ...Object.fromEntries(weeks.map((count, week) => [`week${week + 1}`, count / DAYS_A_WEEK])),
    };
}


/***/ }),

/***/ 7125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reviewersOf)
/* harmony export */ });
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1034);

/** `begin` makes what is kept of somebody who is met for the first time. Who is a bot is looked up once a name. */
function reviewersOf({ bots, teamOf }, begin) {
    const known = new Map();
    return {
        of: (person) => {
            const user = (0,_people_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(person);
            if (user === null)
                return null;
            let found = known.get(user);
            if (found === undefined) {
                found = bots.has(person) ? null : begin(user, teamOf(person));
                known.set(user, found);
            }
            return found;
        },
        all: () => [...known.values()].filter((found) => found !== null),
    };
}


/***/ }),

/***/ 6304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ reviewsOf),
/* harmony export */   YO: () => (/* binding */ currentVersion),
/* harmony export */   d6: () => (/* binding */ reviewedBy),
/* harmony export */   wY: () => (/* binding */ castingVote),
/* harmony export */   wq: () => (/* binding */ reviewedByOthers)
/* harmony export */ });
/** A strong vote counts more than any number of weak ones, and a negative one more than a positive one. */
const CASTING_ORDER = [-2, 2, -1, 1];
/** The newest version. */
function currentVersion(change) {
    const current = change.versions.at(-1);
    if (current === undefined)
        throw new Error(`change ${change.url} has no version`);
    return current;
}
/** The vote that a column comes down to: the first present of -2, +2, -1, +1; null where there is none. */
function castingVote(version, column) {
    let best = CASTING_ORDER.length;
    for (const vote of version.votes) {
        if (vote.column === column)
            best = Math.min(best, CASTING_ORDER.indexOf(vote.value));
    }
    return CASTING_ORDER[best] ?? null;
}
/** The votes that are reviews. */
function reviewsOf(version) {
    return version.votes.filter(({ column }) => column === "reviews");
}
/** Whether one of the people has reviewed that version. */
function reviewedBy(version, people) {
    return version.votes.some(({ column, by }) => column === "reviews" && people.has(by));
}
/** Whether any version was reviewed by anyone outside of the given sets; a deleted account's review is one. */
function reviewedByOthers(change, ...without) {
    return change.versions.some((version) => version.votes.some(({ column, by }) => column === "reviews" && !without.some((people) => people.has(by))));
}


/***/ }),

/***/ 4204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ changes_define)
});

// EXTERNAL MODULE: ./lib/changes/index.js + 19 modules
var changes = __webpack_require__(7354);
;// CONCATENATED MODULE: ./lib/cli/changes-examples.js
/** What follows the list of reports in the help. */
const OVERVIEW = `
Examples:
  $ forgexec changes todo-mine --user alice       what changed since you reviewed it
  $ forgexec changes list --status open           every open pull request
  $ forgexec changes review-rate --plot rate.svg  who reviews how much, with a picture

'forgexec changes REPORT --help' shows a report's options and examples.
Without --repository it is the configuration's projects, else GITHUB_REPOSITORY; the token is GITHUB_TOKEN or GH_TOKEN.`;
/** What follows the options in each report's help. */
const EXAMPLES = {
    list: `
Of a server it lists what is open, of recorded changes all; --status tells otherwise.

Examples:
  $ forgexec changes list --status open --branch main --owner alice
  $ forgexec changes list --status open --approval tests=-1 --file '^docs/'
  $ forgexec changes list --sort updated:rev --limit 20 --field url,subject:60,reviews
  $ forgexec changes list --source gerrit --server https://review.example.org --project web --format csv`,
    "todo-mine": `
Examples:
  $ forgexec changes todo-mine --user alice
  $ forgexec changes todo-mine --user alice --group platform --branch main`,
    "todo-others": `
Examples:
  $ forgexec changes todo-others --user alice --bot ci-bot
  $ forgexec changes todo-others --user alice --format html > others.html`,
    "todo-anyones": `
Examples:
  $ forgexec changes todo-anyones --user alice --bot ci-bot
  $ forgexec changes todo-anyones --user alice --sort updated`,
    "todo-noones": `
Examples:
  $ forgexec changes todo-noones --bot ci-bot
  $ forgexec changes todo-noones --all-groups --format markdown`,
    "todo-approvable": `
Examples:
  $ forgexec changes todo-approvable --user alice
  $ forgexec changes todo-approvable --user alice --strict --approval tests=+1`,
    "todo-expirable": `
Examples:
  $ forgexec changes todo-expirable
  $ forgexec changes todo-expirable --days 90 --format json | jq -r '.[].url'`,
    "review-rate": `
Each column is a week, the last seven days first: comments with a vote, divided by seven.

Examples:
  $ forgexec changes review-rate
  $ forgexec changes review-rate --plot rate.svg --limit 10
  $ forgexec changes review-rate --format csv > rate.csv`,
    "review-stats": `
Examples:
  $ forgexec changes review-stats
  $ forgexec changes review-stats --days 90 --sort positive:rev`,
    "open-stats": `
A change waits for its submitter where anything on the current version is negative, else for its
reviewers. Waits are those of the latter, counted from when a version was made.

Examples:
  $ forgexec changes open-stats
  $ forgexec changes open-stats --branch main --days 14 --limit 10`,
    comments: `
Examples:
  $ forgexec changes comments 42
  $ forgexec changes comments 42 --bots --current
  $ forgexec changes comments acme/web#42 --format markdown`,
    watch: `
It goes on until it is interrupted.

Examples:
  $ forgexec changes watch --repository acme/web
  $ forgexec changes watch --source gerrit-ssh --server review.example.org --json`,
};

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
;// CONCATENATED MODULE: ./lib/cli/changes-options.js


const STATUSES = ["open", "merged", "closed"];
const LATEST = 8.64e15;
function addSourceOptions(command) {
    command
        .addOption(new esm/* Option */.c$("--source <system>", "where changes come from (without it github)").choices(changes/* SOURCE_KINDS */.s1))
        .option("--from <file>", "recorded changes, one JSON object a line, in place of a server")
        .option("--server <address>", "the API's address; for ssh the host")
        .option("--port <n>", "ssh port (29418)", whole(1, 65_535, "a port from 1 to 65535"))
        .option("--login <name>", "who you are on the server")
        .option("--key <file>", "ssh key")
        .option("--project <name>", "a project (repeatable)", collect)
        .option("--repository <owner/name>", "the same for GitHub; without it GITHUB_REPOSITORY (repeatable)", collect)
        .option("--group <name>", "the configuration's group of projects (repeatable)", collect)
        .option("--all-groups", "the projects of every group")
        .option("--config <file>", "the configuration; without it .forge-changes.yml, upwards")
        .option("--no-cache", "neither use nor keep answers of the last 5 minutes")
        .option("--refresh", "ask anew, and keep the answers");
}
/** `names`: `--bot` alone; `switch`: bots are left out, and `--bots` lets them in. */
function addPeopleOptions(command, { bots }) {
    command
        .option("--user <login>", "whose list it is")
        .option("--bot <login>", "an account that is no person (repeatable)", collect);
    if (bots === "switch")
        command.option("--bots", "show what bots say as well");
}
function addFilterOptions(command, { statuses }) {
    if (statuses === "any")
        command.option("--status <status>", `${STATUSES.join(", ")} (repeatable)`, collectStatus);
    command
        .option("--branch <name>", "its branch; ^ begins a regular expression (repeatable)", collect)
        .option("--topic <name>", "its topic, likewise (repeatable)", collect)
        .option("--owner <login>", "who made it (repeatable)", collect)
        .option("--reviewer <login>", "who reviews it (repeatable)", collect)
        .option("--message <text>", "what its message says (repeatable)", collect)
        .option("--file <pattern>", "a path in it: a regular expression, or a glob such as **/*.py (repeatable)", collect)
        .option("--approval <vote>", "a vote on it, such as reviews=+2 or tests=-1 (repeatable)", collect);
}
function addOutputOptions(command) {
    command
        .addOption(new esm/* Option */.c$("--format <format>", "how to show it").choices(changes/* FORMATS */.hR).default("text"))
        .option("--sort <field>", "order by a column; FIELD:rev the other way round")
        .option("--field <name>", "show this column; NAME:20 cuts it (repeatable)", collectWords)
        .option("--limit <n>", "show at most so many", whole(1, 1_000_000, "a number of rows, 1 or more"))
        .option("--now <time>", "reckon from this time (ISO 8601) in place of now", instant)
        .option("--no-pager", "never show it in a pager");
    addColors(command);
}
/** Alone, as the reports' forerunner had it, it means always. */
function addColors(command) {
    command.addOption(new esm/* Option */.c$("--color [when]", "colours").choices(["auto", "always", "never"]).preset("always").default("auto"));
}
function collect(value, before = []) {
    return [...before, value];
}
function collectWords(value, before = []) {
    return [...before, ...value.split(",")];
}
function collectStatus(value, before = []) {
    const found = STATUSES.find((status) => status === value.toLowerCase());
    if (found === undefined)
        throw new esm/* InvalidArgumentError */.Di(`It is one of ${STATUSES.join(", ")}.`);
    return [...before, found];
}
function whole(least, most, meaning) {
    return (text) => {
        const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        if (!(number >= least && number <= most))
            throw new esm/* InvalidArgumentError */.Di(`It is ${meaning}.`);
        return number;
    };
}
/** Reads a number of days. */
const days = whole(0, 100_000, "a number of days");
/** A time as ISO 8601 has it, a date alone being its first moment in UTC; ms since the epoch. */
function instant(text) {
    const form = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;
    const time = form.test(text) ? Date.parse(text) : Number.NaN;
    if (!(Math.abs(time) <= LATEST))
        throw new esm/* InvalidArgumentError */.Di("It is a time such as 2030-01-31T12:00:00Z.");
    return time;
}

;// CONCATENATED MODULE: ./lib/cli/changes.js



const changes_define = (command, { cli, end }) => {
    command.usage("REPORT [options]").addHelpText("after", OVERVIEW);
    for (const report of changes/* REPORTS */.Sk) {
        const sub = subcommand(command, report);
        if (report.name === "comments")
            sub.argument("<change>", "the change's number, or PROJECT#NUMBER");
        addSourceOptions(sub);
        addPeopleOptions(sub, { bots: report.name === "comments" ? "switch" : "names" });
        if (report.name !== "comments")
            addFilterOptions(sub, { statuses: report.statuses.length > 1 ? "any" : "open" });
        addOwnOptions(sub, report.name);
        addOutputOptions(sub);
        sub.action(async (...given) => {
            const { showReport } = await __webpack_require__.e(/* import() */ 2826).then(__webpack_require__.bind(__webpack_require__, 2826));
            const change = report.name === "comments" ? String(given[0]) : null;
            end(await showReport({ cli, report, change, flags: sub.opts() }));
        });
    }
    defineWatch(command, { cli, end });
};
const defineWatch = (command, { cli, end }) => {
    const watch = subcommand(command, { name: "watch", summary: "what happens, as it happens" });
    addSourceOptions(watch);
    addPeopleOptions(watch, { bots: "switch" });
    addFilterOptions(watch, { statuses: "open" });
    watch.option("--interval <duration>", "how long to wait between two looks: 30s, 5m (without it one minute)");
    watch.option("--json", "one JSON object a line");
    addColors(watch);
    watch.action(async (flags) => {
        const { watchChanges } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(873)]).then(__webpack_require__.bind(__webpack_require__, 3254));
        end(await watchChanges({ cli, flags }));
    });
};
function subcommand(command, { name, summary }) {
    return command
        .command(name)
        .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
        .summary(summary)
        .helpOption("-h, --help", "show this help")
        .addHelpText("after", EXAMPLES[name] ?? "");
}
/** The options that only one report has. */
function addOwnOptions(command, name) {
    if (name === "todo-approvable")
        command.option("--strict", "leave out those with a -1 as well");
    if (name === "todo-expirable")
        command.option("--days <n>", "how old the negative review must be (28)", days);
    if (name === "review-stats")
        command.option("--days <n>", "how far to look back (30)", days);
    if (name === "open-stats")
        command.option("--days <n>", "count those that wait for longer (7)", days);
    if (name === "review-rate")
        command.option("--plot <file.svg>", "write the rates as a picture as well");
    if (name === "comments")
        command.option("--current", "only those on the current version");
}


/***/ }),

/***/ 4904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The candidate that a person most likely meant: one that begins so, else the nearest; undefined where none is near. */
function closest(word, candidates) {
    const begun = word.length > 2 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined;
    if (begun !== undefined)
        return begun;
    const near = candidates
        .map((candidate) => ({ candidate, cost: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase().slice(0, 100), candidate.toLowerCase()) }))
        .filter(({ candidate, cost }) => cost <= Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3)))
        .sort((a, b) => a.cost - b.cost);
    return near[0]?.candidate;
}


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/** Larger than any file of settings. */
const MOST_TEXT = 16 * 1024 * 1024;
/** A text file that strangers may have put there, such as one of the project's; null where there is none, or none that can be read as one. */
async function readText(path) {
    const content = await readRegularFile(path, MOST_TEXT).catch(() => null);
    return content !== null && "bytes" in content ? content.bytes.toString("utf8") : null;
}
/**
 * Reads a regular file of at most `limit` bytes, for paths that strangers choose: neither a FIFO nor a device, nor a file
 * of the kernel's that waits (`/proc/kmsg`) or never ends, holds anything up. Rejects as `open` and `read` do.
 */
async function readRegularFile(path, limit) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stats = await file.stat();
        const { size, mtimeMs } = stats;
        if (!stats.isFile())
            return { problem: stats.isDirectory() ? "directory" : "no-regular-file", size, mtimeMs };
        if (size > limit)
            return { problem: "too-large", size, mtimeMs };
        // One more than it said it has: a file may grow, and the kernel's say 0.
        const buffer = Buffer.alloc(size > 0 ? size + 1 : limit + 1);
        let length = 0;
        while (length < buffer.length) {
            const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
            if (bytesRead === 0)
                break;
            length += bytesRead;
        }
        if (length > limit)
            return { problem: "too-large", size: length, mtimeMs };
        return { bytes: buffer.subarray(0, length) };
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 7138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wx: () => (/* binding */ Printable),
  TN: () => (/* binding */ oneLine),
  pj: () => (/* binding */ plain)
});

;// CONCATENATED MODULE: ./lib/terminal-style.js
/** What a code turns off or sets again: codes of one kind replace each other. */
function kindOf(code) {
    if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97))
        return "foreground";
    if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107))
        return "background";
    if (code === 58 || code === 59)
        return "underline colour";
    if (code === 1 || code === 2 || code === 22)
        return "weight";
    if (code === 4 || code === 21 || code === 24)
        return "underline";
    if (code === 5 || code === 6 || code === 25)
        return "blink";
    return String(code > 20 && code < 30 ? code - 20 : code);
}
const ENDS = new Set([22, 23, 24, 25, 27, 28, 29, 39, 49, 59]);
/**
 * Colours and other graphic rendition in force (SGR, ECMA-48 8.3.117) after one more sequence with the given parameters,
 * such as `1;31` or `38;5;208`: as the sequence that sets all of it, empty where nothing is set.
 */
function nextStyle(style, parameters) {
    const codes = new Map();
    if (style !== "")
        apply(codes, style.slice(2, -1));
    apply(codes, parameters);
    return codes.size === 0 ? "" : `\u001b[${[...codes.values()].join(";")}m`;
}
function apply(codes, parameters) {
    const list = parameters.split(";");
    for (let at = 0; at < list.length; at++) {
        const code = Number.parseInt(list[at] || "0", 10);
        const length = code === 38 || code === 48 || code === 58 ? extended(list, at) : 1;
        if (code === 0)
            codes.clear();
        else if (ENDS.has(code))
            codes.delete(kindOf(code));
        else if (code < 108)
            codes.set(kindOf(code), list.slice(at, at + length).join(";"));
        at += length - 1;
    }
}
/** How many parameters an extended colour takes: `38;5;N`, `38;2;R;G;B`, or one with colons. */
function extended(codes, at) {
    if (codes[at]?.includes(":"))
        return 1;
    return codes[at + 1] === "2" ? 5 : 3;
}

;// CONCATENATED MODULE: ./lib/terminal-text.js

const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;
/**
 * What a terminal would act on: string sequences (OSC, DCS, SOS, PM, APC) with their end, CSI sequences, other escape
 * sequences, an overstruck character, and control characters. An unfinished sequence loses its ESC, and so its power.
 */
const SEQUENCE = /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x00-\x08\n-\x1f\x7f-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]|\x1b[ -/]{0,16}[0-Z\\^-~]|[^\n\x00-\x1f\x7f-\x9f]\x08|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
const SGR = /^(?:\x1b\[|\x9b)([0-9;:]{0,64})m$/;
const MOST_KNOWN = 256;
const RESET = "\u001b[0m";
/**
 * Makes one command's output harmless to what it is printed into, line by line: no cursor movement, no titles, clipboard
 * or hyperlinks, no bells; of a line that redraws itself with carriage returns, the last state. Colours end with each
 * line and go on in the next, so that they don't run into other text.
 */
class Printable {
    #colours;
    /** Styles that followed on a style and a sequence: output has few of them, many times over. */
    #known = new Map();
    #style = "";
    constructor(colours) {
        this.#colours = colours;
    }
    /** Takes and gives whole lines, without the last newline. */
    clean(text) {
        if (this.#style === "" && !CONTROL.test(text))
            return text;
        return text
            .split("\n")
            .map((line) => this.#line(line))
            .join("\n");
    }
    #line(line) {
        const before = this.#style;
        if (before === "" && !CONTROL.test(line))
            return line;
        const shown = lastState(line).replace(SEQUENCE, (sequence) => this.#keep(sequence));
        return `${before}${shown}${this.#style === "" ? "" : RESET}`;
    }
    #keep(sequence) {
        if (this.#colours === "drop")
            return "";
        const key = this.#style + sequence;
        let style = this.#known.get(key);
        if (style === undefined) {
            const parameters = SGR.exec(sequence)?.[1];
            if (parameters === undefined)
                return "";
            style = nextStyle(this.#style, parameters);
            if (this.#known.size < MOST_KNOWN)
                this.#known.set(key, style);
        }
        this.#style = style;
        return sequence.startsWith("\u009b") ? `\u001b[${sequence.slice(1)}` : sequence;
    }
}
/** One text without control characters, escape sequences or line breaks, as names and messages need it. */
function oneLine(text) {
    return plain(text)
        .replace(/[\n\t\u2028\u2029]+/g, " ")
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}
/** Whole lines without colours or anything else that a terminal would act on. */
function plain(text) {
    return new Printable("drop").clean(text);
}
/** What stays visible of a line that returns to its beginning: the last part that is not blank. */
function lastState(line) {
    if (!line.includes("\r"))
        return line;
    return line.split("\r").findLast((part) => part.trim() !== "") ?? "";
}


/***/ })

};
