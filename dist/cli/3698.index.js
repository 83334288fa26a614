export const id = 3698;
export const ids = [3698,6072,3691,3453,1310];
export const modules = {

/***/ 8955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ upkeepOf),
/* harmony export */   w: () => (/* binding */ pythonOf)
/* harmony export */ });
/* harmony import */ var _build_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2281);
/* harmony import */ var _packages_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8055);


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
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9712);
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

/***/ 6072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
// Control characters (C0, DEL, C1), line and paragraph separators, and those that turn the direction of text around.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** The text with every character that could act on a terminal shown as an escape, such as `\x1b`. Tabs and newlines too. */
function printable(text) {
    return text.replace(UNPRINTABLE, escapeOf);
}
/** As `printable`, but lines stay lines: for messages of several. */
function printableLines(text) {
    return text.split("\n").map(printable).join("\n");
}
function escapeOf(char) {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    const code = char.charCodeAt(0).toString(16);
    return short[char] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`);
}


/***/ })

};
