export const id = 6165;
export const ids = [6165];
export const modules = {

/***/ 6165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9048);

const EXAMPLES = `
The command has forgexec's own standard input, output and error and its open descriptors, and
receives its signals. The exit code is the command's: 128+N for a signal N, 127 not found,
126 not executable.

Examples:
  $ forgexec exec -- python -m pytest -k login
  $ forgexec exec -- pip list
  $ forgexec exec --env APP_MODE=debug -- flask run
  $ forgexec exec -- pip install -r <(grep -v torch requirements.txt)`;
const define = (command, { cli, end }) => {
    command
        .usage("[options] -- <command...>")
        .argument("<command...>", "the command and its arguments")
        .passThroughOptions();
    (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .addOpeningOptions */ .Kx)(command);
    command.addHelpText("after", EXAMPLES).action(async (argv, flags) => {
        const { runInForeground } = await __webpack_require__.e(/* import() */ 1277).then(__webpack_require__.bind(__webpack_require__, 1277));
        const { runInSandbox } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(439)]).then(__webpack_require__.bind(__webpack_require__, 4344));
        const { withOpenBuild } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(5683), __webpack_require__.e(7272)]).then(__webpack_require__.bind(__webpack_require__, 8573));
        end(await withOpenBuild({ cli, flags, argv }, ({ environment, workingDirectory, sandbox }) => {
            const command = { argv, environment, workingDirectory };
            return sandbox === null ? runInForeground(cli, command) : runInSandbox(cli, command, sandbox);
        }));
    });
};


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


/***/ })

};
