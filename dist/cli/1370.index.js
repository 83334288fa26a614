export const id = 1370;
export const ids = [1370,6072,3691,1310];
export const modules = {

/***/ 8387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  personReporter: () => (/* binding */ personReporter)
});

// EXTERNAL MODULE: ./lib/report/index.js + 27 modules
var report = __webpack_require__(9712);
;// CONCATENATED MODULE: ./lib/cli/split-terminal.js
/** Two outputs that a reporter takes for one; what is written goes to the one that was last turned to, in order. */
class SplitTerminal {
    #main;
    #listeners = [];
    #known;
    #current;
    constructor(main) {
        this.#main = main;
        this.#current = main;
        this.#known = new Set([main]);
    }
    get isTTY() {
        return this.#main.isTTY === true;
    }
    get columns() {
        return this.#main.columns ?? 80;
    }
    get destroyed() {
        return this.#current.destroyed;
    }
    write(chunk) {
        return this.#current.write(chunk);
    }
    /** Waits until the other output has taken what was written, so that both together keep the order. */
    async turnTo(output) {
        const before = this.#current;
        if (before === output)
            return;
        if (before.writableLength > 0 && !before.destroyed) {
            await new Promise((resolve) => before.write("", () => resolve()));
        }
        if (!this.#known.has(output)) {
            this.#known.add(output);
            for (const { event, listener } of this.#listeners)
                output.on(event, listener);
        }
        this.#current = output;
    }
    on(event, listener) {
        this.#listeners.push({ event, listener });
        for (const output of this.#known)
            output.on(event, listener);
        return this;
    }
    off(event, listener) {
        const at = this.#listeners.findIndex((entry) => entry.event === event && entry.listener === listener);
        if (at >= 0)
            this.#listeners.splice(at, 1);
        for (const output of this.#known)
            output.off(event, listener);
        return this;
    }
}

;// CONCATENATED MODULE: ./lib/cli/console.js


/**
 * Reports a run to a person: what the commands write to standard output goes there, everything else to standard error.
 * In the log of GitHub Actions all of it goes to standard error: two streams have two readers there, which mix up the order.
 */
function personReporter(cli, flags) {
    const outputTo = cli.environment.GITHUB_ACTIONS === "true" ? cli.stderr : cli.stdout;
    const terminal = new SplitTerminal(cli.stderr);
    const isTTY = outputTo.isTTY === true && cli.stderr.isTTY === true;
    const reporter = (0,report/* consoleReporter */.Ps)({
        out: terminal,
        color: (0,report.shouldColor)({ mode: flags.color, environment: cli.environment, isTTY }),
        level: flags.quiet ? "quiet" : flags.verbose ? "verbose" : "normal",
        // Live lines are drawn around the output, which must then go the same way.
        progress: isTTY ? "auto" : "never",
        now: cli.now,
    });
    return {
        async handle(event) {
            await terminal.turnTo(event.type === "output" && event.stream === "stdout" ? outputTo : cli.stderr);
            await reporter.handle(event);
        },
        close: () => reporter.close?.(),
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
