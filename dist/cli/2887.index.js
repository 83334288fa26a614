export const id = 2887;
export const ids = [2887];
export const modules = {

/***/ 3208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refuseLaterOptions),
/* harmony export */   y: () => (/* binding */ addLaterOptions)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8179);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3411);



/** Options of the contract that a later version brings. They are parsed, so that the answer is not "unknown option", and not in the help. */
const LATER = [
    { flags: "--shard <k/n>", key: "shard", harmless: "1/1" },
    { flags: "--jobs <n>", key: "jobs" },
    { flags: "--report <file.html>", key: "report" },
];
function addLaterOptions(command) {
    for (const { flags } of LATER)
        command.addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$(flags).hideHelp());
}
/** @throws UsageError for the first option of a later version that asks for something */
function refuseLaterOptions(flags) {
    for (const later of LATER) {
        const value = flags[later.key];
        if (value === undefined || value === later.harmless)
            continue;
        const name = later.flags.split(" ")[0];
        const instead = later.harmless === undefined ? "leave it out" : `leave it out, or give ${name} ${later.harmless}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e("later-option", `${name} is not supported by this version yet (${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x}): ${instead}`);
    }
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

/***/ 2887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var _later_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3208);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9048);


const EXAMPLES = `
Examples:
  $ forgexec plan                     what 'forgexec run' would do
  $ forgexec plan production --json   the same for a stage, for programs
  $ echo "matrix=$(forgexec plan --matrix)" >> "$GITHUB_OUTPUT"`;
const define = (command, { cli, end }) => {
    command.argument("[stage]", "the stage to plan", "execute");
    (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .addSpecOptions */ .rC)(command);
    (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .addSelectionOptions */ .m)(command);
    (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .addEnvironmentOptions */ .Nm)(command);
    command.option("--json", "the plan as JSON").option("--matrix", "a value for strategy.matrix of a workflow, as JSON");
    (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .addCacheOptions */ .WG)(command);
    (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .addColorOption */ .QC)(command);
    (0,_later_js__WEBPACK_IMPORTED_MODULE_0__/* .addLaterOptions */ .y)(command);
    command.addHelpText("after", EXAMPLES).action(async (stage, flags) => {
        (0,_later_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseLaterOptions */ .h)({ ...flags });
        const { prepareBuild } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(7020)]).then(__webpack_require__.bind(__webpack_require__, 5076));
        const { printDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(5053)]).then(__webpack_require__.bind(__webpack_require__, 9606));
        const { matrixOf } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(714), __webpack_require__.e(4639)]).then(__webpack_require__.bind(__webpack_require__, 714));
        const build = await prepareBuild({ ...(0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .buildOptions */ .Dm)(cli, stage, flags), secrets: "left-alone" });
        printDiagnostics(build, { cli, color: flags.color });
        if (flags.matrix)
            cli.stdout.write(`${JSON.stringify(matrixOf(build.plan))}\n`);
        else if (flags.json)
            cli.stdout.write(`${JSON.stringify(build.plan, null, 2)}\n`);
        else {
            const { planTable, shouldColor } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(1067), __webpack_require__.e(7527)]).then(__webpack_require__.bind(__webpack_require__, 6096));
            const color = shouldColor({ mode: flags.color, environment: cli.environment, isTTY: cli.stdout.isTTY });
            cli.stdout.write(planTable(build.plan, { color, width: cli.stdout.columns }));
        }
        end(0);
    });
};


/***/ })

};
