export const id = 8667;
export const ids = [8667];
export const modules = {

/***/ 8667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8179);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3550);




const EXAMPLES = `
The value comes from standard input; one newline at its end is left out. What is printed goes
below the key whose value it is. The default indentation fits a server's password, and anything
further to the left:

  pypi:
    index-servers:
      some-server:
        password:
          encrypted: |
            -----BEGIN AGE ENCRYPTED FILE-----

Examples:
  $ forgexec encrypt --recipient age1…            asks for the value
  $ forgexec encrypt --recipient age1… < token.txt
  $ forgexec encrypt --recipient age1… --indent 4 < token.txt`;
const define = (command, { cli, end }) => {
    command
        .requiredOption("--recipient <age1…>", "the public key that 'forgexec keygen' printed", onlyOnce)
        .option("--indent <columns>", "spaces in front of each line", parseIndent, 8)
        .addHelpText("after", EXAMPLES)
        .action(async (flags) => {
        const { encryptValue } = await __webpack_require__.e(/* import() */ 7597).then(__webpack_require__.bind(__webpack_require__, 7597));
        const armoured = await encryptValue(await readValue(cli), flags.recipient);
        cli.stdout.write(asYaml(armoured, flags.indent));
        cli.stderr.write("Paste this on the lines below 'password:', or below the variable's name, each line with its indentation.\n");
        end(0);
    });
};
function onlyOnce(value, before) {
    if (before !== undefined)
        throw new commander__WEBPACK_IMPORTED_MODULE_1__/* .InvalidArgumentError */ .Di("A value is encrypted for one recipient.");
    return value;
}
function parseIndent(value) {
    if (!/^\d{1,2}$/.test(value))
        throw new commander__WEBPACK_IMPORTED_MODULE_1__/* .InvalidArgumentError */ .Di("It is a number of spaces, 0 to 99.");
    return Number(value);
}
/** A mapping `encrypted: …` with a literal block, which is YAML wherever its indentation is deeper than its key's. */
function asYaml(armoured, indent) {
    const lines = [
        "encrypted: |",
        ...armoured
            .trimEnd()
            .split("\n")
            .map((line) => `  ${line}`),
    ];
    return lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}
async function readValue(cli) {
    const value = cli.interactive
        ? await (0,_prompt_js__WEBPACK_IMPORTED_MODULE_3__/* .askHidden */ .g)(cli, "Value (not shown): ")
        : textOf(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(cli.stdin())).replace(/\r?\n$/, "");
    if (value !== "")
        return value;
    const example = 'printf %s "$TOKEN" | forgexec encrypt --recipient age1…';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("empty-value", `there is no value to encrypt: standard input was empty. For one: ${example}`);
}
function textOf(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        const message = "the value is not text in UTF-8, which is all that a variable or a password can be; encode it first, as with base64";
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("not-text", message, { cause });
    }
}


/***/ }),

/***/ 3550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ askHidden),
/* harmony export */   v: () => (/* binding */ askYesOrNo)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);


/** Asks on the terminal for one line that is not shown. End of input is an empty answer. */
function askHidden(cli, question) {
    const nowhere = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Writable({ write: (_chunk, _encoding, done) => done() });
    const reader = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: cli.stdin(), output: nowhere, terminal: true });
    // Only now: the terminal shows nothing of what is typed from here on.
    cli.stderr.write(question);
    return new Promise((resolve) => {
        let answer = "";
        reader.once("line", (line) => {
            answer = line;
            reader.close();
        });
        // Raw mode takes Ctrl-C from the terminal: it ends the question, as Ctrl-D does.
        reader.once("SIGINT", () => reader.close());
        reader.once("close", () => {
            cli.stderr.write("\n");
            resolve(answer);
        });
    });
}
/** Asks on the terminal; anything but yes, and the end of input, is no. */
function askYesOrNo(cli, question) {
    const reader = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: cli.stdin(), output: cli.stderr, terminal: true });
    return new Promise((resolve) => {
        let answer = false;
        reader.once("SIGINT", () => reader.close());
        reader.once("close", () => resolve(answer));
        reader.question(`${question} [y/N] `, (text) => {
            answer = /^y(?:es)?$/i.test(text.trim());
            reader.close();
        });
    });
}


/***/ })

};
