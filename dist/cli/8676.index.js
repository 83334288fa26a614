export const id = 8676;
export const ids = [8676];
export const modules = {

/***/ 8676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProgram: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/cli/commands.js
/** Every command of this version, in the order of the help; each is loaded when it is called for. */
const COMMANDS = [
    { name: "run", summary: "run the phases of a stage", load: () => __webpack_require__.e(/* import() */ 623).then(__webpack_require__.bind(__webpack_require__, 623)) },
    { name: "plan", summary: "show what would run, executing nothing", load: () => __webpack_require__.e(/* import() */ 2887).then(__webpack_require__.bind(__webpack_require__, 2887)) },
    { name: "validate", summary: "check specs and show every finding", load: () => __webpack_require__.e(/* import() */ 7826).then(__webpack_require__.bind(__webpack_require__, 7826)) },
    { name: "schema", summary: "print the JSON Schema of the spec", load: () => __webpack_require__.e(/* import() */ 2511).then(__webpack_require__.bind(__webpack_require__, 2511)) },
    { name: "exec", summary: "run one command in the build's environment", load: () => __webpack_require__.e(/* import() */ 6165).then(__webpack_require__.bind(__webpack_require__, 6165)) },
    { name: "shell", summary: "open a shell in a phase's environment", load: () => __webpack_require__.e(/* import() */ 6568).then(__webpack_require__.bind(__webpack_require__, 6568)) },
    { name: "init", summary: "write a spec and a workflow for this project", load: () => Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(3292), __webpack_require__.e(220), __webpack_require__.e(8277)]).then(__webpack_require__.bind(__webpack_require__, 8238)) },
    { name: "index", summary: "serve a caching package index", load: () => __webpack_require__.e(/* import() */ 3096).then(__webpack_require__.bind(__webpack_require__, 3096)) },
    { name: "cache", summary: "look after the package cache", load: () => __webpack_require__.e(/* import() */ 7512).then(__webpack_require__.bind(__webpack_require__, 7512)) },
    { name: "changes", summary: "report on changes under review", load: () => Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(4204)]).then(__webpack_require__.bind(__webpack_require__, 4204)) },
    { name: "keygen", summary: "make an age identity for encrypted values", load: () => __webpack_require__.e(/* import() */ 7323).then(__webpack_require__.bind(__webpack_require__, 7323)) },
    { name: "encrypt", summary: "encrypt a value for the spec", load: () => __webpack_require__.e(/* import() */ 8667).then(__webpack_require__.bind(__webpack_require__, 8667)) },
];
/** Commands that a later version brings. */
const LATER_COMMANDS = new Set(["report"]);

;// CONCATENATED MODULE: ./lib/cli/program.js




const OVERVIEW_EXAMPLES = `
Examples:
  $ forgexec init                    write a spec for the project in this folder
  $ forgexec run                     install, lint and test
  $ forgexec run --phase linting     only that phase
  $ forgexec plan staging            what the staging stage would do

'forgexec COMMAND --help' shows a command's options and examples.`;
/** Parses the command line and runs the command it names; returns its exit code. Throws a UsageError for bad usage found by a command. */
async function runProgram(argv, cli) {
    const named = argv[0] === "help" ? argv[1] : argv[0];
    if (named !== undefined && LATER_COMMANDS.has(named)) {
        throw new errors/* UsageError */.e("later-command", `the command '${named}' is not in this version of forgexec (${version/* VERSION */.x}); 'forgexec --help' lists those that are`);
    }
    let code = 0;
    const program = new esm/* Command */.uB("forgexec")
        .description("Runs a build spec's phases: install, lint, test, deploy.")
        .version(version/* VERSION */.x, "-V, --version", "print the version")
        .helpOption("-h, --help", "show this help")
        .enablePositionalOptions()
        .helpCommand("help [command]", "show the help of a command")
        .addHelpText("after", OVERVIEW_EXAMPLES);
    configure(program, cli);
    for (const entry of COMMANDS) {
        const command = program.command(entry.name).description(entry.summary).helpOption("-h, --help", "show this help");
        configure(command, cli);
        if (entry.name !== named)
            continue;
        const { define } = await entry.load();
        define(command, {
            cli,
            end: (value) => {
                code = value;
            },
        });
    }
    try {
        await program.parseAsync(argv, { from: "user" });
    }
    catch (error) {
        if (!(error instanceof esm/* CommanderError */.b7))
            throw error;
        return error.exitCode === 0 ? 0 : 2;
    }
    return code;
}
function configure(command, cli) {
    command.exitOverride().showHelpAfterError("(--help shows the usage)");
    command.configureOutput({
        writeOut: (text) => cli.stdout.write(text),
        writeErr: (text) => cli.stderr.write(text),
        getOutHelpWidth: () => cli.stdout.columns ?? 100,
        getErrHelpWidth: () => cli.stderr.columns ?? 100,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
    });
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/**
 * Bad usage or a bad spec: found before anything ran, exit code 2, never a stack trace.
 * The message says what happened, where, why, and what to do next; it begins with the place, where there is one.
 */
class UsageError extends Error {
    name = "UsageError";
    /** A stable, kebab-case name of the kind of error. */
    code;
    /** Null: it is about no file. */
    place;
    /** The message without the place. */
    why;
    constructor(code, why, options) {
        const { place = null } = options ?? {};
        super(place === null ? why : `${place.file}:${place.line}:${place.column}: ${why}`, options);
        this.code = code;
        this.place = place;
        this.why = why;
    }
}


/***/ })

};
