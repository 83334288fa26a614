export const id = 7512;
export const ids = [7512];
export const modules = {

/***/ 7512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
const OVERVIEW = `
The package cache is the folder that FORGEXEC_CACHE_DIR names, else forgexec in
XDG_CACHE_HOME, else ~/.cache/forgexec.

Examples:
  $ forgexec cache ls
  $ forgexec cache prune --max-size 2GiB --older-than 14d
  $ forgexec cache warm -r requirements.txt -r test-requirements.txt
  $ pip install --no-index --find-links "$(forgexec cache path --wheelhouse)" NAME
  $ forgexec cache ls --help    a command's options`;
const LS = `
Kinds: image (an environment, packed), environment (one that lies ready), file and page (of the
package index), client (what pip, uv, poetry and pdm keep), wheel (built from an sdist), pip.

Examples:
  $ forgexec cache ls
  $ forgexec cache ls --json | jq 'map(.bytes) | add'`;
const PRUNE = `
First goes what was not used for as long as --older-than says; then, until the rest fits into
--max-size, what can be downloaded or packed again before wheels that were built here, and of
each the least recently used first. What a live run or index uses stays.

Examples:
  $ forgexec cache prune
  $ forgexec cache prune --max-size 500MiB
  $ forgexec cache prune --older-than 30d --max-size 20GB`;
const VERIFY = `
What is damaged is removed; the next run gets it anew. Exit code: 0 all is whole, 1 something was not.

Examples:
  $ forgexec cache verify
  $ forgexec cache verify --json`;
const PATH = `
The wheelhouse is a plain folder of the wheels that were built here from sdists, for one Python.

Examples:
  $ du -sh "$(forgexec cache path)"
  $ pip install --find-links "$(forgexec cache path --wheelhouse)" -r requirements.txt`;
const CLEAR = `
Nothing is removed while a run uses the cache. Folders in it that are not forgexec's own stay.

Examples:
  $ forgexec cache clear
  $ forgexec cache clear --yes    without asking`;
const WARM = `
In effect pip wheel -r: a run that installs these requirements then downloads and builds
nothing. The exit code is pip's.

Examples:
  $ forgexec cache warm -r requirements.txt
  $ forgexec cache warm -r requirements.txt -r dev.txt --python 3.12`;
const define = (command, { cli, end }) => {
    command.helpCommand(false).addHelpText("after", OVERVIEW);
    const add = (name, summary, examples) => command
        .command(name)
        .description(summary)
        .copyInheritedSettings(command)
        .helpOption("-h, --help", "show this help")
        .addHelpText("after", examples);
    add("ls", "list what is kept", LS)
        .option("--json", "as JSON")
        .action(async (flags) => end(await (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(1067), __webpack_require__.e(8340)]).then(__webpack_require__.bind(__webpack_require__, 8834))).ls(cli, flags)));
    add("prune", "remove what is too much or too old", PRUNE)
        .option("--max-size <size>", "what may stay: 500MiB, 2GB", "5GiB")
        .option("--older-than <duration>", "remove what was not used for so long: 12h, 14d")
        .option("--json", "what went, as JSON")
        .action(async (flags) => end(await (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(1067), __webpack_require__.e(7247)]).then(__webpack_require__.bind(__webpack_require__, 4331))).prune(cli, flags)));
    add("verify", "read all that is kept, and remove what is damaged", VERIFY)
        .option("--json", "as JSON")
        .action(async (flags) => end(await (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(7194)]).then(__webpack_require__.bind(__webpack_require__, 1978))).verify(cli, flags)));
    add("path", "print where it is kept", PATH)
        .option("--wheelhouse", "the folder of wheels that were built here")
        .option("--python <python>", "whose wheels: a version or a path (without it python3)")
        .action(async (flags) => end(await (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(4799)]).then(__webpack_require__.bind(__webpack_require__, 7776))).path(cli, flags)));
    add("clear", "remove all of it", CLEAR)
        .option("--yes", "do not ask")
        .action(async (flags) => end(await (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(1067), __webpack_require__.e(2758)]).then(__webpack_require__.bind(__webpack_require__, 1066))).clear(cli, flags)));
    add("warm", "download and build what requirements need", WARM)
        .requiredOption("-r, --requirement <file>", "a requirements file (repeatable)", collect)
        .option("--python <python>", "for which Python: a version or a path (without it python3)")
        .option("--offline", "ask no index")
        .option("--json", "what came of it, as JSON")
        .action(async (flags) => end(await (await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(1067), __webpack_require__.e(2708)]).then(__webpack_require__.bind(__webpack_require__, 3698))).warm(cli, flags)));
};
function collect(value, before = []) {
    return [...before, value];
}


/***/ })

};
