export const id = 469;
export const ids = [469];
export const modules = {

/***/ 7469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   processEdge: () => (/* binding */ processEdge)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6421);


/** The edge of this very process. */
function processEdge() {
    const set = Object.entries(process.env).filter((pair) => pair[1] !== undefined);
    return {
        core: _actions_core__WEBPACK_IMPORTED_MODULE_1__,
        environment: Object.fromEntries(set),
        platform: process.platform,
        home: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(),
        cwd: process.cwd(),
        now: () => new Date(),
        log: process.stdout,
        signals: process,
        fail: () => {
            process.exitCode = _actions_core__WEBPACK_IMPORTED_MODULE_1__.ExitCode.Failure;
        },
        closeInherited: async () => (await __webpack_require__.e(/* import() */ 268).then(__webpack_require__.bind(__webpack_require__, 9268))).closeInheritedFds(),
    };
}


/***/ })

};
