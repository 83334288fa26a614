export const id = 1277;
export const ids = [1277];
export const modules = {

/***/ 1277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInForeground: () => (/* binding */ runInForeground)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/cli/descriptors.js

/** Node marks the low descriptors it was started with as not for its children; from this one on they are inherited anyway. */
const MARKED = 64;
/**
 * The `stdio` of a child that is to have every descriptor forgexec was started with, such as those of `<(…)` and `3<file`.
 * On Linux all of them; elsewhere 0 to 2, and whatever high ones the system passes on by itself.
 */
function inheritedStdio(platform) {
    const stdio = ["inherit", "inherit", "inherit"];
    if (platform !== "linux")
        return stdio;
    const passed = startedWith().filter((fd) => fd > 2 && fd < MARKED);
    for (const fd of passed) {
        while (stdio.length < fd)
            stdio.push("ignore");
        stdio[fd] = fd;
    }
    return stdio;
}
/** open(2)'s O_PATH on Linux, which Node does not name. */
const O_PATH = 0o10000000;
/**
 * Open descriptors that are neither Node's own (event queues, and pipes of which it holds both ends) nor those by which pipes are kept
 * for the next command.
 */
function startedWith() {
    const targets = new Map();
    for (const name of (0,external_node_fs_.readdirSync)("/proc/self/fd")) {
        try {
            targets.set(Number(name), (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${name}`));
        }
        catch {
            // The one that the folder was read through.
        }
    }
    const count = new Map();
    for (const target of targets.values())
        count.set(target, (count.get(target) ?? 0) + 1);
    return [...targets]
        .filter(([, target]) => !target.startsWith("anon_inode:"))
        .filter(([fd, target]) => !(target.startsWith("pipe:") && ((count.get(target) ?? 0) > 1 || isPathOnly(fd))))
        .map(([fd]) => fd);
}
function isPathOnly(fd) {
    try {
        const flags = /^flags:\s*(\d+)/m.exec((0,external_node_fs_.readFileSync)(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
        return (Number.parseInt(flags ?? "0", 8) & O_PATH) !== 0;
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/cli/foreground.js



/**
 * Runs one command in forgexec's place: with its terminal, in its process group, so that job control works, and with its
 * descriptors. Signals are passed on. Returns the exit code: 128+N for a signal N, 127 not found, 126 not executable.
 */
function runInForeground(cli, command) {
    const [program = "", ...args] = command.argv;
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(program, args, {
            cwd: command.workingDirectory,
            env: command.environment,
            stdio: inheritedStdio(cli.platform),
        });
        const release = cli.onSignal((signal) => {
            // The terminal has sent it to the whole foreground group already.
            if (cli.interactive && (signal === "SIGINT" || signal === "SIGQUIT"))
                return;
            child.kill(signal);
        });
        child.once("error", (error) => {
            release();
            cli.stderr.write(`error: ${program}: ${reasonOf(error)}\n`);
            resolve(error.code === "ENOENT" ? 127 : 126);
        });
        child.once("exit", (code, signal) => {
            release();
            resolve(signal === null ? (code ?? 0) : 128 + external_node_os_.constants.signals[signal]);
        });
    });
}
function reasonOf(error) {
    if (error.code === "ENOENT")
        return "not found on the PATH of the build's environment";
    if (error.code === "EACCES")
        return "not executable";
    return error.message;
}


/***/ })

};
