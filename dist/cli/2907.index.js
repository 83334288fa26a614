export const id = 2907;
export const ids = [2907];
export const modules = {

/***/ 8162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bounded)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);

const call = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script("call()");
let context;
/**
 * The value of `action`; null where it took longer than `ms` milliseconds and was ended by force. For patterns that a
 * spec brings: a few characters of one can take for ever, and meanwhile nothing else runs, not even a cancellation.
 */
function bounded(action, ms) {
    context ??= (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({});
    context.call = action;
    try {
        return { value: call.runInContext(context, { timeout: ms }) };
    }
    catch (error) {
        if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
            return null;
        throw error;
    }
    finally {
        context.call = undefined;
    }
}


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/**
 * Reads a regular file of at most `limit` bytes, for paths that strangers choose: neither a FIFO nor a device, nor a file
 * of the kernel's that waits (`/proc/kmsg`) or never ends, holds anything up. Rejects as `open` and `read` do.
 */
async function readRegularFile(path, limit) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stats = await file.stat();
        const { size, mtimeMs } = stats;
        if (!stats.isFile())
            return { problem: stats.isDirectory() ? "directory" : "no-regular-file", size, mtimeMs };
        if (size > limit)
            return { problem: "too-large", size, mtimeMs };
        // One more than it said it has: a file may grow, and the kernel's say 0.
        const buffer = Buffer.alloc(size > 0 ? size + 1 : limit + 1);
        let length = 0;
        while (length < buffer.length) {
            const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
            if (bytesRead === 0)
                break;
            length += bytesRead;
        }
        if (length > limit)
            return { problem: "too-large", size: length, mtimeMs };
        return { bytes: buffer.subarray(0, length) };
    }
    finally {
        await file.close();
    }
}


/***/ })

};
