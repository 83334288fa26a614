export const id = 4344;
export const ids = [4344];
export const modules = {

/***/ 4344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runInSandbox: () => (/* binding */ runInSandbox),
/* harmony export */   sandboxShell: () => (/* binding */ sandboxShell)
/* harmony export */ });
/**
 * Runs one command in a phase's sandbox with forgexec's own standard input, output and error; no other descriptor reaches it. Signals
 * are passed on. Returns the exit code, 128+N for a signal N.
 */
async function runInSandbox(cli, command, sandbox) {
    const starting = sandbox
        .command(command.argv)
        .envAll(command.environment)
        .cwd(command.workingDirectory)
        .stdin("inherit")
        .stdout("inherit")
        .stderr("inherit")
        .allowFailure()
        .start();
    const release = cli.onSignal((signal) => {
        // The terminal has sent it to whoever listens there already.
        if (cli.interactive && (signal === "SIGINT" || signal === "SIGQUIT"))
            return;
        // What cannot be started is told below.
        starting.then((child) => child.signal(signal)).catch(() => { });
    });
    try {
        const result = await (await starting).wait();
        const told = result.reason !== null && !["exit", "signal"].includes(result.reason);
        if (told)
            cli.stderr.write(`error: ${command.argv[0]}: ${whyOf(result)}\n`);
        return result.status;
    }
    finally {
        release();
    }
}
/**
 * A terminal of this machine controls nothing in namespaces of their own, so the shell gets one that is made inside, by script(1) of
 * util-linux; where there is none, it has no job control.
 */
const ON_TERMINAL = `case $(script --version 2> /dev/null) in
*util-linux*) exec script --quiet --return --command sh /dev/null ;;
*) exec sh +m ;;
esac`;
/** The shell that is to be had in every sandbox. */
function sandboxShell({ interactive }) {
    return interactive ? ["sh", "-c", ON_TERMINAL] : ["sh"];
}
function whyOf({ reason, message }) {
    if (reason === "not-found")
        return "not found in the sandbox";
    if (reason === "not-executable")
        return "not executable in the sandbox";
    return message ?? `it could not be run in the sandbox (${reason})`;
}


/***/ })

};
