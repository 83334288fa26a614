export const id = 7323;
export const ids = [7323];
export const modules = {

/***/ 7323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);



const EXAMPLES = `
The identity is the secret: keep it out of the repository and give it to forgexec as
FORGE_DECRYPTION_KEY, or to the action as its input decryption-key. The public key is what
values are encrypted for.

Examples:
  $ forgexec keygen --output forge.key
  $ forgexec encrypt --recipient age1… < password.txt
  $ FORGE_DECRYPTION_KEY="$(cat forge.key)" forgexec run staging`;
const define = (command, { cli, end }) => {
    command
        .option("--output <file>", "write the identity to a new file that only you may read")
        .addHelpText("after", EXAMPLES)
        .action(async (flags) => {
        await keygen(cli, flags.output);
        end(0);
    });
};
/** Writes an identity in the form of age-keygen(1). */
async function keygen(cli, output) {
    const { generateIdentity } = await __webpack_require__.e(/* import() */ 7597).then(__webpack_require__.bind(__webpack_require__, 7597));
    const { identity, recipient } = await generateIdentity();
    const created = cli
        .now()
        .toISOString()
        .replace(/\.\d+Z$/, "Z");
    const text = `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
    if (output === undefined)
        cli.stdout.write(text);
    else
        await writeNew((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cli.cwd, output), text);
    cli.stderr.write(`Public key: ${recipient}\n`);
}
async function writeNew(file, text) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, "wx", 0o600);
        try {
            await handle.writeFile(text);
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        const { code, message } = cause;
        if (code === "EEXIST") {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("file-exists", `${file} exists and is not overwritten: a lost identity cannot be had again. Name another file.`, { cause });
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("not-written", `The identity could not be written to ${file}: ${message}.`, { cause });
    }
}


/***/ })

};
