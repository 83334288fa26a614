export const id = 3096;
export const ids = [3096];
export const modules = {

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8179);



/** The same port in every run, where it is free: clients' own caches go by the index's URL. */
const USUAL_PORT = 18_413;
const EXAMPLES = `
The first line of standard output, when it is ready, is {"url":"http://127.0.0.1:PORT/simple/"}.
An upstream with a name is served at /NAME/simple/; indexes are never merged.

Examples:
  $ forgexec index serve                                  what pip is configured with, kept and served
  $ forgexec index serve --port 0 --store ./index         any free port, a store of its own
  $ forgexec index serve --upstream https://index.example/simple --upstream own=https://own.example/simple
  $ forgexec index serve --offline                        only what is kept
  $ pip install --index-url http://127.0.0.1:${USUAL_PORT}/simple/ NAME

Exit code: 0 ended by SIGTERM, 130 by SIGINT (Ctrl-C), 2 bad usage or a port that is taken.`;
const OVERVIEW = `
Examples:
  $ forgexec index serve           what pip is configured with, kept and served
  $ forgexec index serve --help    its options`;
const define = (command, { cli, end }) => {
    command.helpCommand(false).addHelpText("after", OVERVIEW);
    const serve = command
        .command("serve")
        .description("serve a caching package index on this machine")
        .copyInheritedSettings(command);
    serve
        .helpOption("-h, --help", "show this help")
        .option("--port <n>", `port to listen on; 0: any (without it ${USUAL_PORT}, else any)`, readPort)
        .option("--host <address>", "address to listen on", "127.0.0.1")
        .option("--upstream <url>", "root of an index, or NAME=URL (repeatable; without it what pip uses)", collect, [])
        .option("--store <dir>", "where pages and files are kept (without it in the cache directory)")
        .option("--ttl <duration>", "how long a page counts as fresh: 90, 90s, 10m, 1h30m (without it 10m)")
        .option("--offline", "ask no upstream")
        .option("--verbose", "a line for each request, on standard error")
        .addHelpText("after", EXAMPLES)
        .action(async (flags) => {
        const { ttl, ...rest } = flags;
        end(await serveIndex(cli, { ...rest, ...(ttl === undefined ? {} : { ttl: await readTtl(serve, ttl) }) }));
    });
};
/** Serves until a signal ends it; returns the exit code. */
async function serveIndex(cli, flags) {
    const { openIndex, readUpstream } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(3465)]).then(__webpack_require__.bind(__webpack_require__, 4329));
    const upstreams = await Promise.all(flags.upstream.map(readUpstream));
    const ended = signal(cli);
    try {
        const index = await openIndex({
            store: await storeOf(cli, flags.store),
            upstreams,
            environment: cli.environment,
            platform: cli.platform,
            host: flags.host,
            ports: flags.port === undefined ? [USUAL_PORT, 0] : [flags.port],
            mode: flags.offline ? "offline" : "online",
            note: (line) => cli.stderr.write(`forgexec: ${line}\n`),
            ...(flags.ttl === undefined ? {} : { ttlMs: flags.ttl }),
            ...(flags.verbose ? { log: (line) => cli.stderr.write(`${line}\n`) } : {}),
        });
        cli.stdout.write(`${JSON.stringify({ url: index.url })}\n`);
        const name = await ended.received;
        await index.close();
        return name === "SIGTERM" ? 0 : 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[name];
    }
    finally {
        ended.release();
    }
}
function signal(cli) {
    let release = () => { };
    const received = new Promise((found) => {
        release = cli.onSignal(found);
    });
    return { received, release };
}
async function storeOf(cli, store) {
    if (store !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cli.cwd, store);
    const { cacheDirectory } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(1514), __webpack_require__.e(4006), __webpack_require__.e(220), __webpack_require__.e(9268), __webpack_require__.e(714), __webpack_require__.e(4329), __webpack_require__.e(5683), __webpack_require__.e(1037), __webpack_require__.e(5076), __webpack_require__.e(7020)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cacheDirectory(cli), "index");
}
function collect(value, before) {
    return [...before, value];
}
function readPort(text) {
    const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (!(port <= 65_535))
        throw new commander__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgumentError */ .Di("A port is a number from 0 to 65535.");
    return port;
}
async function readTtl(command, text) {
    const { parseDuration } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(2258)]).then(__webpack_require__.bind(__webpack_require__, 220));
    const ttl = parseDuration(text);
    if (ttl === undefined) {
        command.error(`error: option '--ttl <duration>' argument '${text}' is invalid. It is written 90, 90s, 10m or 1h30m.`);
    }
    return ttl;
}


/***/ })

};
