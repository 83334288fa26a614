export const id = 2511;
export const ids = [2511];
export const modules = {

/***/ 2511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
const EXAMPLES = `
Editors with a YAML language server check and complete a spec by it.

Examples:
  $ forgexec schema > forge.schema.json
  then, as the first line of .forge.yml:
  # yaml-language-server: $schema=forge.schema.json`;
const define = (command, { cli, end }) => {
    command.addHelpText("after", EXAMPLES).action(async () => {
        const { specJsonSchema } = await Promise.all(/* import() */[__webpack_require__.e(5762), __webpack_require__.e(220), __webpack_require__.e(2258)]).then(__webpack_require__.bind(__webpack_require__, 220));
        cli.stdout.write(`${JSON.stringify(specJsonSchema(), null, 2)}\n`);
        end(0);
    });
};


/***/ })

};
