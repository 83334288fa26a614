export const id = 5246;
export const ids = [5246,6072,3691,1310];
export const modules = {

/***/ 7799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareShell: () => (/* binding */ prepareShell)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _spec_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7576);




/**
 * The user's shell, with the build's PATH and a prompt that tells where one is. A shell's own start-up file often sets
 * both anew, so an interactive bash or zsh gets one that reads the user's first.
 */
async function prepareShell(cli, wanted) {
    const program = programOf(cli);
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(program).replace(/\.exe$/i, "");
    const plain = {
        argv: [program],
        environment: { ...wanted.environment, PS1: `(${wanted.label}) $ ` },
        close: async () => { },
    };
    if (!cli.interactive || cli.platform === "win32")
        return { ...plain, environment: wanted.environment };
    cli.stderr.write(`forgexec: the environment of ${wanted.label}; exit or Ctrl-D leaves it\n`);
    if (name === "bash")
        return withStartUp(wanted, (folder) => bash(program, { folder, wanted }));
    if (name === "zsh")
        return withStartUp(wanted, (folder) => zsh(program, { folder, wanted }));
    if (name === "fish")
        return { ...plain, argv: [program, "--init-command", `set -gx PATH ${fishPath(wanted)}`] };
    return plain;
}
function programOf(cli) {
    const set = cli.environment.SHELL;
    if (set !== undefined && set !== "")
        return set;
    return cli.platform === "win32" ? (cli.environment.ComSpec ?? "cmd.exe") : "sh";
}
async function withStartUp(wanted, plan) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(wanted.environment.TMPDIR ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "forgexec-shell-"));
    const { argv, environment, file } = plan(folder);
    // It removes itself once it is read, so that nothing is left even by a kill -9.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file.name), `${file.text}command rm -rf ${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteWord */ .XW)(folder)}\n`, { mode: 0o600 });
    return { argv, environment, close: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true }) };
}
function bash(program, at) {
    const text = `[ -r ~/.bashrc ] && . ~/.bashrc\n${settings(at.wanted)}`;
    return {
        argv: [program, "--rcfile", (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at.folder, "bashrc"), "-i"],
        environment: at.wanted.environment,
        file: { name: "bashrc", text },
    };
}
function zsh(program, at) {
    const { environment } = at.wanted;
    const own = (0,_spec_index_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteWord */ .XW)(environment.ZDOTDIR ?? environment.HOME ?? "");
    const text = `ZDOTDIR=${own}\n[ -r "$ZDOTDIR/.zshrc" ] && . "$ZDOTDIR/.zshrc"\n${settings(at.wanted)}`;
    return { argv: [program, "-i"], environment: { ...environment, ZDOTDIR: at.folder }, file: { name: ".zshrc", text } };
}
function settings({ environment, label }) {
    return `export PATH=${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteWord */ .XW)(environment.PATH ?? "")}\nhash -r\nPS1=${(0,_spec_index_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteWord */ .XW)(`(${label}) `)}"$PS1"\n`;
}
function fishPath({ environment }) {
    return (environment.PATH ?? "")
        .split(":")
        .map((folder) => (0,_spec_index_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteWord */ .XW)(folder))
        .join(" ");
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
