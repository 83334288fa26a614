export const id = 9660;
export const ids = [9660];
export const modules = {

/***/ 9660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   open: () => (/* binding */ open)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6407);
/* harmony import */ var _listen_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1435);




/** Starts the index: its port is bound when this returns; upstreams are asked when a request needs them. See `openIndex` of packages/. */
async function open(options) {
    const { host = "127.0.0.1", ports = [0] } = options;
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.createServer)({ keepAliveTimeout: _listen_js__WEBPACK_IMPORTED_MODULE_3__/* .KEEP_ALIVE_MS */ .t5 });
    const engine = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_2__.openEngine)({ ...options, reach: isLoopback(host) ? "loopback" : "anyone" });
    server.on("request", engine.handle);
    let closing;
    const close = () => {
        closing ??= (async () => {
            const closed = engine.close();
            server.close();
            server.closeAllConnections();
            await closed;
        })();
        return closing;
    };
    try {
        const port = await (0,_listen_js__WEBPACK_IMPORTED_MODULE_3__/* .listen */ .KT)(server, { host, ports });
        const base = (0,_listen_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .ci)(host, port);
        const urlOf = (name) => {
            const path = engine.paths.get(name ?? "");
            if (path === undefined)
                throw new Error(`the package index has no upstream ${name ?? "without a name"}`);
            return `${base}${path}`;
        };
        return { url: `${base}/simple/`, port, urlOf, usage: () => engine.usage(), close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
function isLoopback(host) {
    return host === "localhost" || host === "::1" || ((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 4 && host.startsWith("127."));
}


/***/ })

};
