export const id = 625;
export const ids = [625];
export const modules = {

/***/ 5625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseUpstream: () => (/* binding */ parseUpstream),
/* harmony export */   q: () => (/* binding */ parseRoot)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** Reads what `--upstream` is given: `URL` or `NAME=URL`. @throws UsageError `invalid-upstream`; the message holds no credentials. */
function parseUpstream(text) {
    const match = /^([^=/:]*)=(.*)$/.exec(text);
    const [name, url] = match ? [match[1] ?? "", match[2] ?? ""] : [null, text];
    if (name !== null && (!NAME.test(name) || name.toLowerCase() === "simple")) {
        throw invalid(`'${name}' can't name an upstream: letters, digits, '.', '-' and '_' can, but the word 'simple' can't`);
    }
    parseRoot(url);
    return { name, url };
}
/** Takes an upstream's URL apart. @throws UsageError `invalid-upstream` */
function parseRoot(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) {
        throw invalid("an upstream is the http or https URL of a package index's root, such as https://index.example/simple");
    }
    if (url.search !== "" || url.hash !== "") {
        throw invalid(`the upstream at ${url.host} may not have a '?' or '#' part: give the root of the index`);
    }
    const authorization = authorizationOf(url);
    url.username = "";
    url.password = "";
    if (!url.pathname.endsWith("/"))
        url.pathname += "/";
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(url.href).digest("hex").slice(0, 24);
    return { url: url.href, origin: url.origin, authorization, id };
}
function authorizationOf({ username, password }) {
    if (username === "" && password === "")
        return null;
    return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}`;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function invalid(why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e("invalid-upstream", `--upstream: ${why}.`);
}


/***/ })

};
