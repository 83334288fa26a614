export const id = 7826;
export const ids = [7826];
export const modules = {

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT),
/* harmony export */   reportFailure: () => (/* binding */ reportFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6072);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3411);



/** Exit codes of forgexec's own; a failed command's code is passed on as it is. */
const EXIT = { usage: 2, fault: 70, output: 74 };
/** Tells of what ended a command before its time, on standard error, and returns the exit code. A stack is shown only where asked for. */
async function reportFailure(error, context) {
    const { argv, cli } = context;
    if (isSpecError(error)) {
        const { printDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1894)]).then(__webpack_require__.bind(__webpack_require__, 9606));
        if (error.diagnostics.length === 0)
            cli.stderr.write(`error: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(error.message)}\n`);
        else
            printDiagnostics(error, { cli, color: colorOf(argv) });
        return EXIT.usage;
    }
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e) {
        cli.stderr.write(`error: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(error.message)}\n`);
        return EXIT.usage;
    }
    const { message = String(error), stack } = (error ?? {});
    if (cli.outputGone.aborted && cli.outputGone.reason === error) {
        cli.stderr.write(`error: standard output cannot be written: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(message)}\n`);
        return EXIT.output;
    }
    const verbose = argv.includes("--verbose") || (cli.environment.FORGEXEC_DEBUG ?? "") !== "";
    cli.stderr.write(`error: forgexec itself failed: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .f)(message)}\n` +
        `This is a fault of forgexec ${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x} (Node ${process.version}, ${cli.platform}), not of your build. Please report it with the command that you ran` +
        `${verbose ? "" : ", and what it prints with FORGEXEC_DEBUG=1"}.\n`);
    if (verbose && stack !== undefined)
        cli.stderr.write(`${stack}\n`);
    return EXIT.fault;
}
function isSpecError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e && "diagnostics" in error;
}
/** The value of `--color`, of a command line that has been parsed without error. */
function colorOf(argv) {
    const at = argv.findLastIndex((word) => word === "--color" || word.startsWith("--color="));
    const value = at < 0 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
    return value === "always" || value === "never" ? value : "auto";
}


/***/ }),

/***/ 9048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ buildOptions),
/* harmony export */   Kx: () => (/* binding */ addOpeningOptions),
/* harmony export */   Nm: () => (/* binding */ addEnvironmentOptions),
/* harmony export */   QC: () => (/* binding */ addColorOption),
/* harmony export */   WG: () => (/* binding */ addCacheOptions),
/* harmony export */   m: () => (/* binding */ addSelectionOptions),
/* harmony export */   rC: () => (/* binding */ addSpecOptions)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8179);

function addColorOption(command) {
    command.addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"));
}
function addSpecOptions(command) {
    command
        .option("--spec <file>", "the spec; without it .forge.yml in this folder or the nearest one above")
        .option("--directory <dir>", "where commands run; without it the folder of the spec");
}
/** Variables and interpreter, for every command that makes the build's environment. */
function addEnvironmentOptions(command) {
    command
        .option("--env <name=value>", "a variable for every command (repeatable)", collectVariable)
        .option("--python <python>", "interpreter of the build's environment: a version or a path")
        .option("--sandbox <backend>", "what commands are shut into: auto, none, chroot, bubblewrap or container")
        .option("--image <image>", "the container image that commands run in");
}
/** Whether earlier runs' packages are used, and whether an index is asked. */
function addCacheOptions(command) {
    command
        .option("--no-cache", "use nothing of an earlier run, and keep nothing for the next")
        .option("--offline", "ask no package index: what an earlier run has kept is all there is");
}
function addSelectionOptions(command) {
    command
        .option("--phase <name>", "run only this phase (repeatable)", (value, before = []) => [
        ...before,
        value,
    ])
        .option("--from <name>", "begin with this phase")
        .option("--timeout <duration>", "end the run after this time: 90, 90s, 10m, 1h30m")
        .option("--keep-going", "after a failure run the phases that are left all the same");
}
/** What commands have in common that open the build's environment for one command of the user's. */
function addOpeningOptions(command) {
    addSpecOptions(command);
    addEnvironmentOptions(command);
    addCacheOptions(command);
    addColorOption(command);
}
function collectVariable(text, before = {}) {
    const at = text.indexOf("=");
    if (at < 1)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di("It is written NAME=VALUE, such as --env APP_MODE=test.");
    if (text.includes("\0"))
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di("A variable cannot hold a NUL character.");
    return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
/** What src/build is asked for, from the flags and the edge. */
function buildOptions(cli, stage, flags) {
    const { environment, platform, home, cwd, now } = cli;
    const decryptionKey = environment.FORGE_DECRYPTION_KEY;
    return {
        machine: { environment, platform, home, cwd, now },
        stage,
        phases: flags.phase ?? [],
        environment: flags.env ?? {},
        keepGoing: flags.keepGoing === true,
        network: flags.offline === true ? "offline" : "online",
        cache: { use: flags.cache === false ? "false" : "auto" },
        ...given("spec", flags.spec),
        ...given("directory", flags.directory),
        ...given("from", flags.from),
        ...given("python", flags.python),
        ...given("sandbox", flags.sandbox),
        ...given("image", flags.image),
        ...given("timeout", flags.timeout),
        ...given("decryptionKey", decryptionKey === "" ? undefined : decryptionKey),
    };
}
function given(key, value) {
    return (value === undefined ? {} : { [key]: value });
}


/***/ }),

/***/ 7826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6072);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1612);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9048);





const EXAMPLES = `
Shows every error and warning, each with its place, and runs nothing. Without FILE it is
.forge.yml in this folder or the nearest one above. Exit code: 2 if anything is an error, else 0.

Examples:
  $ forgexec validate
  $ forgexec validate .forge.yml examples/*/.forge.yml
  $ forgexec validate --json | jq -r '.[].message'`;
const define = (command, { cli, end }) => {
    command.argument("[file...]", "specs to check").option("--json", "the findings as a JSON array on standard output");
    (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .addColorOption */ .QC)(command);
    command.addHelpText("after", EXAMPLES).action(async (files, flags) => {
        end(await validate({ cli, files, flags }));
    });
};
async function validate(options) {
    const { cli, flags } = options;
    const { loadSpec, SPEC_FILE } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(7789)]).then(__webpack_require__.bind(__webpack_require__, 220));
    const { printDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1894)]).then(__webpack_require__.bind(__webpack_require__, 9606));
    const all = [];
    const files = options.files.length > 0 ? options.files : await nearestSpec(cli);
    if (files.length === 0) {
        const message = `No .forge.yml in ${cli.cwd} or any folder above it. Write one with 'forgexec init', or name the file to check.`;
        if (!flags.json)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e("no-spec", message);
        all.push({ file: SPEC_FILE, line: 1, column: 1, severity: "error", code: "no-spec", message });
    }
    for (const file of files) {
        const { spec, text, diagnostics: ofSpec } = await loadSpec((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cli.cwd, file), file);
        const diagnostics = spec === undefined ? ofSpec : [...ofSpec, ...(await sandboxFindingsOf(spec, text))];
        all.push(...diagnostics);
        if (flags.json)
            continue;
        printDiagnostics({ diagnostics, specText: text }, { cli, color: flags.color });
        if (!hasErrors(diagnostics))
            cli.stdout.write(`${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(file)}: ${verdict(diagnostics.length)}\n`);
    }
    if (flags.json)
        cli.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return hasErrors(all) ? _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.usage : 0;
}
async function sandboxFindingsOf(spec, text) {
    const asks = [spec, ...Object.values(spec.phases)].some(({ sandbox }) => sandbox !== undefined);
    return asks ? (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(170)]).then(__webpack_require__.bind(__webpack_require__, 5076))).sandboxFindings(spec, text) : [];
}
function hasErrors(diagnostics) {
    return diagnostics.some(({ severity }) => severity === "error");
}
function verdict(warnings) {
    if (warnings === 0)
        return "valid";
    return `valid, with ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
}
/** The nearest spec from here upwards; none: an empty list. */
async function nearestSpec(cli) {
    const { findSpec } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(7789)]).then(__webpack_require__.bind(__webpack_require__, 220));
    const found = await findSpec(cli.cwd);
    if (found === undefined)
        return [];
    const near = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cli.cwd, found);
    return [near.startsWith("..") ? found : near];
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
