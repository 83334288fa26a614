export const id = 2708;
export const ids = [2708,7527,7789,170];
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

/***/ 8955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ upkeepOf),
/* harmony export */   w: () => (/* binding */ pythonOf)
/* harmony export */ });
/* harmony import */ var _build_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5076);
/* harmony import */ var _packages_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4329);


/** The cache directory of this command line, and what can be done with it. */
async function upkeepOf(cli) {
    const directory = (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__.cacheDirectory)(cli);
    return { ...(await (0,_packages_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openUpkeep */ .vJ)(directory)), directory };
}
/** The Python that is meant. @throws UsageError where there is none */
function pythonOf(cli, request) {
    const { environment, platform, cwd } = cli;
    return (0,_packages_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findInterpreter */ .Ax)({
        ...{ request: request ?? null, environment, platform, directory: cwd, cacheDirectory: (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__.cacheDirectory)(cli) },
    });
}


/***/ }),

/***/ 3698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   warm: () => (/* binding */ warm)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _github_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9889);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6072);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6096);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9114);
/* harmony import */ var _upkeep_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8955);






/** Primes the cache; returns pip's exit code, or that of the signal that ended it. */
async function warm(cli, flags) {
    const { environment, platform, home, cwd } = cli;
    const upkeep = await (0,_upkeep_js__WEBPACK_IMPORTED_MODULE_4__/* .upkeepOf */ .q)(cli);
    const cancel = (0,_cancel_js__WEBPACK_IMPORTED_MODULE_3__.listenForCancel)(cli);
    const say = (line) => void cli.stderr.write(`${(0,_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(line)}\n`);
    try {
        const warmed = await upkeep.warm({
            requirements: flags.requirement.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, file)),
            python: flags.python ?? null,
            directory: cwd,
            environment: (0,_github_index_js__WEBPACK_IMPORTED_MODULE_1__/* .commandEnvironment */ .J$)(environment, { workflowCommands: false, platform }),
            ...{ home, platform, network: flags.offline ? "offline" : "online" },
            note: say,
            output: say,
            signal: cancel.signal,
            killSignal: cancel.killSignal,
        });
        const { exitCode, built, fetched, fetchedBytes, kept } = warmed;
        if (flags.json)
            cli.stdout.write(`${JSON.stringify(warmed, null, 2)}\n`);
        else if (exitCode === 0) {
            say(`${built} wheels built, ${fetched} files downloaded (${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeText */ .lP)(fetchedBytes)}), ${kept} were there: ${upkeep.directory}`);
        }
        return cancel.exitCode() ?? exitCode;
    }
    catch (error) {
        const code = cancel.exitCode();
        if (code === null)
            throw error;
        return code;
    }
    finally {
        cancel.release();
    }
}


/***/ }),

/***/ 9114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listenForCancel: () => (/* binding */ listenForCancel)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5683);


/** A broken pipe's signal, as the shell counts it. */
const SIGPIPE = 13;
/** Turns the process's signals, and the end of whoever reads its output, into a cancelled run. */
function listenForCancel(cli) {
    const soft = new AbortController();
    const hard = new AbortController();
    let code = null;
    const onSignal = (signal) => {
        const reason = new _run_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ(signal);
        if (!soft.signal.aborted) {
            code = 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[signal];
            cli.stderr.write(`\nforgexec: ${signal}: ending what runs; once more kills it\n`);
            soft.abort(reason);
            if (signal !== "SIGQUIT")
                return;
        }
        hard.abort(reason);
    };
    const onOutputGone = () => {
        if (soft.signal.aborted)
            return;
        code = 128 + SIGPIPE;
        soft.abort(new _run_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ("SIGTERM"));
    };
    const ignore = cli.onSignal(onSignal);
    cli.outputGone.addEventListener("abort", onOutputGone);
    if (cli.outputGone.aborted)
        onOutputGone();
    return {
        signal: soft.signal,
        killSignal: hard.signal,
        exitCode: () => code,
        release: () => {
            ignore();
            cli.outputGone.removeEventListener("abort", onOutputGone);
        },
    };
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
