export const id = 4329;
export const ids = [4329];
export const modules = {

/***/ 5428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _m: () => (/* binding */ isCode),
/* harmony export */   qC: () => (/* binding */ readIfThere),
/* harmony export */   vK: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/** Writes a file so that nobody ever sees half of it. Mode 0600 unless `mode` says otherwise. */
async function writeAtomically(path, content, mode = 0o600) {
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}.tmp`;
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, "wx", mode);
        try {
            await file.writeFile(content);
            await file.chmod(mode);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw error;
    }
}
/** Content of a text file; null where there is none. Other faults are thrown. */
async function readIfThere(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8");
    }
    catch (error) {
        if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR"))
            return null;
        throw error;
    }
}
/** Whether an error is the system's error of that name. */
function isCode(error, code) {
    return error?.code === code;
}


/***/ }),

/***/ 5505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ holder),
/* harmony export */   S2: () => (/* binding */ busy),
/* harmony export */   ex: () => (/* binding */ RETRY_MS),
/* harmony export */   qR: () => (/* binding */ withLockNow),
/* harmony export */   x$: () => (/* binding */ tryLockNow)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5428);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);





/** How long a taken lock is let alone before it is tried again. */
const RETRY_MS = 15;
const MAX_GUARDS = 4;
/**
 * Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over:
 * under a guard lock of its own, so that of several takers one wins and none removes what another has just taken.
 */
function tryLockNow(path, guards = 0) {
    const fresh = claim(path);
    const guardPath = `${path}.takeover`;
    // A guard that is there without a lock to take over was left by whoever was killed while they held it.
    if (fresh !== null && guards < MAX_GUARDS && isThere(guardPath))
        tryLockNow(guardPath, guards + 1)?.release();
    if (fresh !== null)
        return fresh;
    const seen = holder(path);
    if (seen.state === "live" || guards >= MAX_GUARDS)
        return null;
    const guard = tryLockNow(guardPath, guards + 1);
    if (guard === null)
        return null;
    try {
        if (holder(path).state === "dead")
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
        return claim(path);
    }
    finally {
        guard.release();
    }
}
/**
 * Does something under a lock that all hold only as long as this takes, waiting while all else in this process waits too: it can be the last
 * thing that a process does. Not to be nested. @throws UsageError `busy` after `timeoutMs`.
 */
function withLockNow(path, timeoutMs, work) {
    const end = Date.now() + timeoutMs;
    let lock = tryLockNow(path);
    while (lock === null) {
        if (Date.now() > end)
            throw busy(path, timeoutMs);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
        lock = tryLockNow(path);
    }
    try {
        return work();
    }
    finally {
        lock.release();
    }
}
/** What is told of a lock that did not become free in time. */
function busy(path, timeoutMs) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("busy", `${path} has been held by process ${holder(path).owner?.pid ?? "?"} for more than ${Math.round(timeoutMs / 1000)} s. ` +
        "If no forgexec runs, remove that file and try again.");
}
/**
 * The lock is a link that points at no file: its target is the text that names the owner. symlink(2) makes it whole at
 * once, fails where there is one, and leaves nothing else behind for whoever is killed meanwhile.
 */
function claim(path) {
    const content = JSON.stringify({ ...(0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .thisProcess */ .WF)(), nonce: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex") });
    const lock = { path, release: () => release(path, content) };
    try {
        if (process.platform === "win32")
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, content, FILE);
        else
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)(content, path);
        return lock;
    }
    catch (error) {
        if ((0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "EEXIST"))
            return null;
        if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, code)))
            throw readable(error, path);
    }
    // A file system without links.
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, content, FILE);
        return lock;
    }
    catch {
        return null;
    }
}
/** Without the text that names the owner, which tells nobody anything. */
function readable(error, path) {
    const { message, code } = error;
    return Object.assign(new Error(message.replace(/, symlink '.*$/s, `, ${path}`), { cause: error }), { code });
}
const FILE = { flag: "wx", mode: 0o600 };
function isThere(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** What is written into a lock. */
function contentOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(path);
    }
    catch (error) {
        if (!(0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "EINVAL") && !(0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "UNKNOWN"))
            throw error;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, "utf8");
    }
}
function release(path, content) {
    if (isHeld(path, content))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
}
/** Whether it is not another's by now, or gone. */
function isHeld(path, content) {
    try {
        return contentOf(path) === content;
    }
    catch {
        return false;
    }
}
/** Who holds the lock at `path`. */
function holder(path) {
    try {
        const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .asOwner */ .gv)(JSON.parse(contentOf(path)));
        return { state: owner !== null && (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(owner) ? "live" : "dead", owner };
    }
    catch (error) {
        return { state: (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOENT") ? "none" : "dead", owner: null };
    }
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bh: () => (/* binding */ tryLock),
/* harmony export */   gJ: () => (/* binding */ waitForLock),
/* harmony export */   ms: () => (/* binding */ lockHolder)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _lock_now_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5505);


/** Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over. */
async function tryLock(path) {
    const lock = (0,_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .tryLockNow */ .x$)(path);
    return lock && { path, release: async () => lock.release() };
}
/** Who holds the lock at `path`; null: nobody who still runs. */
async function lockHolder(path) {
    const { state, owner } = (0,_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .holder */ .Lm)(path);
    return state === "live" ? owner : null;
}
/** Waits for a lock that others hold for moments only. @throws UsageError `busy` after `timeoutMs`. */
async function waitForLock(path, timeoutMs) {
    const end = Date.now() + timeoutMs;
    for (;;) {
        const lock = await tryLock(path);
        if (lock !== null)
            return lock;
        if (Date.now() > end)
            throw (0,_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .busy */ .S2)(path, timeoutMs);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .RETRY_MS */ .ex);
    }
}


/***/ }),

/***/ 4824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ removeLeftFolders),
/* harmony export */   x: () => (/* binding */ makeOwnFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3964);




/**
 * Makes a folder in `parent` whose name begins with `prefix`, and removes those whose owners are gone.
 *
 * @throws where nothing can be written to `parent`
 */
async function makeOwnFolder(parent, prefix = "") {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true, mode: 0o700 });
    await removeLeftFolders(parent, prefix);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`);
    const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .tryLock */ .bh)(`${path}.lock`);
    if (lock === null)
        throw new Error(`${path}.lock can't be taken`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode: 0o700 });
    }
    catch (error) {
        await lock.release();
        throw error;
    }
    return { path, remove: () => removeWithLock(path, lock) };
}
/** Removes the folders of that prefix whose owners are gone, as far as it can. */
async function removeLeftFolders(parent, prefix = "") {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])) {
        if (!name.startsWith(prefix) || !name.endsWith(".lock"))
            continue;
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .tryLock */ .bh)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name)).catch(() => null);
        if (lock !== null)
            await removeWithLock((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name.slice(0, -".lock".length)), lock);
    }
}
// The lock goes last, and stays where the folder does: somebody still has to remove it.
async function removeWithLock(path, lock) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true }).then(() => lock.release().catch(() => undefined), () => undefined);
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WF: () => (/* binding */ thisProcess),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   gv: () => (/* binding */ asOwner)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9268);



// A process of another container can't be seen from here; a lock of one that was killed must end some day.
const UNSEEN_OWNER_MS = 24 * 60 * 60 * 1000;
/** This process as an owner. */
function thisProcess() {
    return { pid: process.pid, start: startTime(process.pid), world: world(), since: Date.now() };
}
/** Whether the owner still runs. One in another container counts as running for a day. */
function isAlive(owner) {
    const here = world();
    if (owner.world !== here) {
        const sameBoot = boot(owner.world) === boot(here);
        return sameBoot && Date.now() - owner.since < UNSEEN_OWNER_MS;
    }
    try {
        process.kill(owner.pid, 0);
    }
    catch (error) {
        if (error.code !== "EPERM")
            return false;
    }
    const start = startTime(owner.pid);
    return start === owner.start && (0,_command_index_js__WEBPACK_IMPORTED_MODULE_2__.readProcess)(owner.pid)?.zombie !== true;
}
/** Reads what `thisProcess` gave from JSON; null: it is something else. */
function asOwner(value) {
    const { pid, start, world, since } = (value ?? {});
    const valid = Number.isSafeInteger(pid) && pid > 0 && isText(start) && isText(world) && Number.isFinite(since);
    return valid ? value : null;
}
function isText(value) {
    return value === null || typeof value === "string";
}
function boot(world) {
    return world?.split(" ")[0];
}
function world() {
    try {
        return `${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)("/proc/sys/kernel/random/boot_id", "latin1").trim()} ${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)("/proc/self/ns/pid")}`;
    }
    catch {
        return null;
    }
}
const mine = new Map();
function startTime(pid) {
    if (pid === process.pid && mine.has(pid))
        return mine.get(pid) ?? null;
    const start = (0,_command_index_js__WEBPACK_IMPORTED_MODULE_2__.readProcess)(pid)?.start ?? (process.platform === "darwin" ? startFromPs(pid) : null);
    if (pid === process.pid)
        mine.set(pid, start);
    return start;
}
function startFromPs(pid) {
    try {
        const env = { LC_ALL: "C", TZ: "UTC" };
        const text = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)("/bin/ps", ["-o", "lstart=", "-p", String(pid)], {
            encoding: "utf8",
            env,
            stdio: "pipe",
        });
        return text.trim() || null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 5108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectionOf: () => (/* binding */ connectionOf),
  machineConnection: () => (/* binding */ machineConnection)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/packages/pip-files.js
var pip_files = __webpack_require__(3578);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/packages/clients/pip-settings.js
var pip_settings = __webpack_require__(6037);
;// CONCATENATED MODULE: ./lib/packages/clients/certificates.js




/** Where Linux distributions keep what the machine trusts. */
const SYSTEM = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];
const MOST_FILES = 1000;
const MOST_BYTES = 16 * 1024 * 1024;
/**
 * Certificates of the authorities that pip would believe, PEM: those of its option `cert`, of REQUESTS_CA_BUNDLE or
 * CURL_CA_BUNDLE alone, where one is given; else those that Node brings, the machine's own, and those that SSL_CERT_FILE and
 * NODE_EXTRA_CA_CERTS name. What can't be read is left out, with a note where it was asked for.
 */
async function authorities(settings, note) {
    const { environment } = settings;
    const named = (0,pip_settings/* pipOption */.TU)(settings, "cert") || environment.REQUESTS_CA_BUNDLE || environment.CURL_CA_BUNDLE;
    if (named) {
        const found = await read(named);
        if (found.length > 0)
            return found;
        note(`No certificate can be read from ${named}, which pip is told to use: the index goes by the machine's own.`);
    }
    const { SSL_CERT_FILE, SSL_CERT_DIR, NODE_EXTRA_CA_CERTS } = environment;
    const further = [...(SSL_CERT_FILE ? [SSL_CERT_FILE] : SYSTEM), SSL_CERT_DIR, NODE_EXTRA_CA_CERTS];
    const lists = await Promise.all([...new Set(further)].map((path) => (path ? read(path) : [])));
    return [...new Set([...external_node_tls_.rootCertificates, ...lists.flat()])];
}
/** The certificates of a file, or of the files of a folder. */
async function read(path) {
    try {
        const isFolder = (await (0,promises_.stat)(path)).isDirectory();
        const files = isFolder ? (await (0,promises_.readdir)(path)).slice(0, MOST_FILES).map((name) => (0,external_node_path_.join)(path, name)) : [path];
        const texts = await Promise.all(files.map((file) => certificates_text(file)));
        return texts.flatMap((each) => each.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? []);
    }
    catch {
        return [];
    }
}
async function certificates_text(path) {
    const stats = await (0,promises_.stat)(path).catch(() => null);
    return stats?.isFile() && stats.size <= MOST_BYTES ? await (0,promises_.readFile)(path, "latin1").catch(() => "") : "";
}

;// CONCATENATED MODULE: ./lib/packages/clients/netrc.js


/** Reads the user's netrc, which pip takes credentials from for hosts that a URL gives none for: gives the header Authorization. */
async function readNetrc(environment, home) {
    const paths = environment.NETRC ? [environment.NETRC] : [(0,external_node_path_.join)(home, ".netrc"), (0,external_node_path_.join)(home, "_netrc")];
    for (const path of paths) {
        const text = await (0,promises_.readFile)(path, "utf8").catch(() => null);
        if (text === null)
            continue;
        const machines = parse(text);
        return ({ hostname }) => {
            const found = machines.get(hostname) ?? machines.get("");
            if (found === undefined)
                return null;
            return `Basic ${Buffer.from(`${found.login}:${found.password}`).toString("base64")}`;
        };
    }
    return () => null;
}
/** By host; "": the default one. Macros and comments are passed over. */
function parse(text) {
    const machines = new Map();
    const plain = text.replace(/^\s*macdef\b[\s\S]*?(?:\n\s*\n|(?![\s\S]))/gm, "\n").replace(/^\s*#.*$/gm, "");
    const tokens = [...plain.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    let current = null;
    for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at];
        if (token === "default" || token === "machine") {
            const host = token === "default" ? "" : (tokens[++at] ?? "");
            current = { login: "", password: "" };
            if (!machines.has(host))
                machines.set(host, current);
        }
        else if (token === "login" || token === "user") {
            const login = tokens[++at] ?? "";
            if (current !== null)
                current.login = login;
        }
        else if (token === "password") {
            const password = tokens[++at] ?? "";
            if (current !== null)
                current.password = password;
        }
        else if (token === "account")
            at++;
    }
    return machines;
}

// EXTERNAL MODULE: ./lib/packages/clients/proxies.js
var proxies = __webpack_require__(8653);
;// CONCATENATED MODULE: ./lib/packages/clients/connection.js






/** How pip would reach its indexes: certificates, hosts that it trusts without, its own proxy, the user's netrc. */
async function connectionOf({ settings, environment, home, note, }) {
    const [certificates, authorization] = await Promise.all([authorities(settings, note), readNetrc(environment, home)]);
    const proxy = (0,proxies/* pipProxy */.Qs)(settings);
    return {
        authorities: certificates,
        authorization,
        trustedHosts: (0,pip_settings/* words */.aL)((0,pip_settings/* pipOption */.TU)(settings, "trusted-host")),
        ...(proxy === null ? {} : { proxy }),
    };
}
/** The same for the machine's pip, whichever interpreter's that is. */
async function machineConnection(machine) {
    const { environment } = machine;
    const home = environment.HOME || environment.USERPROFILE || (0,external_node_os_.homedir)();
    const sections = await (0,pip_files/* readPipConfiguration */.QF)({ ...machine, home, basePrefix: null });
    const settings = { sections, files: "on", variables: {}, environment };
    return connectionOf({ ...machine, settings, home });
}


/***/ }),

/***/ 6825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* reexport */ computeTag),
  B: () => (/* reexport */ openClients)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/packages/give-to.js
var give_to = __webpack_require__(7460);
// EXTERNAL MODULE: ./lib/packages/ini.js
var ini = __webpack_require__(3963);
// EXTERNAL MODULE: ./lib/packages/recover.js
var recover = __webpack_require__(1809);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/packages/clients/bypass.js


const OPTION = /^(?:-i|--index-url|--extra-index-url|--pypi-url|--default-index|--index)(?:=|$)/;
const SHORT = /^-i[^=]/;
const CLIENT = /(?:^|[\\/])(?:pip|pip3|pip3\.\d+|pip-compile|pip-sync|uv)(?:\.exe)?$/;
const LIST = /^(?:-r|--requirements?|-c|--constraints?)$/;
const MOST_LISTS = 50;
const MOST_BYTES = 1024 * 1024;
/** What of the planned commands names an index of its own, which is the user's will and goes past ours: in words, each once. */
async function bypasses(commands, directory) {
    const found = new Set();
    const lists = new Set();
    for (const words of commands.flatMap(clientCalls)) {
        const option = words.find((word) => OPTION.test(word) || SHORT.test(word));
        if (option !== undefined)
            found.add(`${option.split("=")[0]} in a command`);
        words.forEach((word, at) => {
            const name = LIST.test(word) ? words[at + 1] : /^(?:-r|-c|--requirements?=|--constraints?=)(.+)$/.exec(word)?.[1];
            if (name !== undefined && lists.size < MOST_LISTS)
                lists.add(name);
        });
    }
    for (const name of lists) {
        const text = await readList((0,external_node_path_.resolve)(directory, name));
        const option = /^\s*(-i|--index-url|--extra-index-url)(?=[\s=])/m.exec(text)?.[1];
        if (option !== undefined)
            found.add(`${option} in ${name}`);
    }
    return [...found];
}
/** What a client is called with in a command: a shell's text may have several, and other programs' words. */
function clientCalls(argv) {
    const parts = argv.map((word) => /\s/.test(word) ? word.replace(/[;&|()\n]+/g, ` ${BETWEEN} `).split(/\s+/) : [word]);
    const calls = [];
    let call = null;
    for (const word of parts.flat()) {
        if (word === BETWEEN)
            call = null;
        else if (call !== null)
            call.push(word);
        else if (CLIENT.test(word)) {
            call = [];
            calls.push(call);
        }
    }
    return calls;
}
/** Stands between the commands of a shell's text. */
const BETWEEN = ";";
const OWN_INDEX = /(?:^|[\s;&|(/\\])((?:uv\s+(?:-\S+\s+)*(?:sync|lock|add|tool)|(?:poetry|pdm|pipenv)\s+(?:-\S+\s+)*(?:install|sync|lock|add|update)|uvx))\b/;
/** What of the commands asks the index that its project or its lock names, whatever pip is told: in words, each once. */
function asksOwnIndex(commands) {
    return [...new Set(commands.flatMap((argv) => OWN_INDEX.exec(argv.join(" "))?.[1]?.replace(/\s+/g, " ") ?? []))];
}
async function readList(path) {
    const text = (await (0,read_file/* readText */.y)(path)) ?? "";
    return text.slice(0, MOST_BYTES);
}

;// CONCATENATED MODULE: ./lib/packages/clients/cache-variables.js

/** The clients that keep a cache, and the folder of each. */
const CLIENTS = ["pip", "uv", "poetry", "pdm"];
/** Variables that put the clients' caches into folders of `folder`, but those that the user has placed or switched off. */
function cacheVariables({ settings, placed, folder }) {
    const { environment } = settings;
    const none = (...names) => names.every((name) => !environment[name]);
    const pip = none("PIP_CACHE_DIR", "PIP_NO_CACHE_DIR") && !configures(settings, ["cache-dir", "no-cache-dir"]);
    return {
        ...(pip ? { PIP_CACHE_DIR: (0,external_node_path_.join)(folder, "pip") } : {}),
        ...(none("UV_CACHE_DIR", "UV_NO_CACHE") && !placed("uv") ? { UV_CACHE_DIR: (0,external_node_path_.join)(folder, "uv") } : {}),
        ...(none("POETRY_CACHE_DIR", "POETRY_NO_CACHE") && !placed("poetry")
            ? { POETRY_CACHE_DIR: (0,external_node_path_.join)(folder, "poetry") }
            : {}),
        ...(none("PDM_CACHE_DIR", "PDM_NO_CACHE") ? { PDM_CACHE_DIR: (0,external_node_path_.join)(folder, "pdm") } : {}),
    };
}
const PLACES = /^(PIP_(NO_)?(CACHE_DIR|COMPILE)|(UV|POETRY|PDM)_(NO_CACHE|CACHE_DIR)|UV_PROJECT_ENVIRONMENT|POETRY_VIRTUALENVS_PATH|PDM_(PYTHON|IGNORE_SAVED_PYTHON))$/;
/** The variables but those that say where and how clients keep things on this machine. */
function withoutPlaces(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !PLACES.test(name)));
}
/** Whether pip's files or variables say anything of one of these options. */
function configures({ sections, environment }, options) {
    return options.some((option) => {
        const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
        return Boolean(variable) || [...sections.values()].some((section) => Boolean(section.get(option)));
    });
}
/** How pip behaves in a run, unless the user has said how. */
function pipManners(settings) {
    return {
        // Modules are compiled when they are first imported, which most of a big environment never is. Both spellings stop pip.
        ...(configures(settings, ["compile", "no-compile"]) ? {} : { PIP_COMPILE: "0" }),
        ...(configures(settings, ["disable-pip-version-check", "no-disable-pip-version-check"])
            ? {}
            : { PIP_DISABLE_PIP_VERSION_CHECK: "1" }),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/packages/clients/lock-writers.js


/** Clients that write the addresses of indexes or files into what a project commits. */
const WRITERS = [
    /(?:^|[\s;&|(/\\"'])pip-compile\b/,
    /-m["',\s]+piptools\b/,
    /(?:^|[\s;&|(/\\])pip[\d.]*(?:\.exe)?\s+(?:-\S+\s+)*lock\b/,
    /-m\s+pip\s+(?:-\S+\s+)*lock\b/,
    /\buv\s+(?:-\S+\s+)*pip\s+compile\b.*(?:--emit-index|pylock)/,
];
/** Files that say what a program runs. */
const RECIPES = {
    tox: ["tox.ini", "tox.toml", "setup.cfg", "pyproject.toml"],
    nox: ["noxfile.py"],
    make: ["Makefile", "makefile", "GNUmakefile"],
    just: ["justfile", "Justfile"],
    task: ["Taskfile.yml", "Taskfile.yaml"],
    invoke: ["tasks.py"],
    inv: ["tasks.py"],
    doit: ["dodo.py"],
    hatch: ["pyproject.toml", "hatch.toml"],
    pdm: ["pyproject.toml"],
    poe: ["pyproject.toml"],
    "pre-commit": [".pre-commit-config.yaml"],
};
const SCRIPTS = [".sh", ".bash", ".py", ".mk"];
const lock_writers_MOST_BYTES = 1024 * 1024;
/**
 * Whether a command, as words, writes a lock file with addresses: itself, in the text that a shell is given, or by a
 * script or recipe of the project. A list of requirements does not count: it says at its top what wrote it.
 */
function writesLock(argv, directory) {
    if (matches(argv.join(" ")))
        return true;
    return recipesOf(argv).some((name) => matches(read((0,external_node_path_.resolve)(directory, name))));
}
function recipesOf(argv) {
    const words = argv.flatMap((word) => word.split(/\s+/));
    return words.flatMap((word) => {
        const name = (0,external_node_path_.basename)(word).replace(/\.exe$/, "");
        return Object.hasOwn(RECIPES, name) ? (RECIPES[name] ?? []) : SCRIPTS.includes((0,external_node_path_.extname)(word)) ? [word] : [];
    });
}
function matches(text) {
    return WRITERS.some((pattern) => pattern.test(text));
}
function read(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        // What is no file may never end.
        return !stats.isFile() || stats.size > lock_writers_MOST_BYTES ? "" : (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/packages/clients/uv-files.js



const NOT_LOOKED_INTO = /^(?:\..*|node_modules|__pycache__|venv|env|build|dist)$/;
const MOST_FOLDERS = 200;
const SYSTEM_FOLDERS = "/etc/xdg";
/** The folders where system-wide configuration is looked for, in the form of the variable XDG_CONFIG_DIRS. */
function configFolders(environment) {
    return environment.XDG_CONFIG_DIRS || SYSTEM_FOLDERS;
}
/** uv's configuration for the project: of its folder and those above, and of the folders right below, where steps may run. */
async function projectUvFiles({ directory }) {
    const folders = [];
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        folders.push(folder);
        if ((0,external_node_path_.dirname)(folder) === folder)
            break;
    }
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const below = entries.filter((entry) => entry.isDirectory() && !NOT_LOOKED_INTO.test(entry.name));
    folders.push(...below.slice(0, MOST_FOLDERS).map(({ name }) => (0,external_node_path_.join)(directory, name)));
    const found = await Promise.all(folders.flatMap((folder) => [uv_files_read((0,external_node_path_.join)(folder, "uv.toml")), readProject(folder)]));
    return found.filter((file) => file !== null);
}
/** The user's configuration of uv; null: none. */
function userUvFile({ environment, home }) {
    return uv_files_read((0,external_node_path_.join)(environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, ".config"), "uv", "uv.toml"));
}
/** The one system-wide configuration that uv would take; null: none. */
async function systemUvFile({ environment, root = "/" }) {
    const named = environment.XDG_CONFIG_DIRS ? configFolders(environment).split(":") : [(0,external_node_path_.join)(root, SYSTEM_FOLDERS)];
    for (const folder of [...named.filter(Boolean), (0,external_node_path_.join)(root, "etc")]) {
        const file = await uv_files_read((0,external_node_path_.join)(folder, "uv", "uv.toml"));
        if (file !== null)
            return file;
    }
    return null;
}
async function uv_files_read(path) {
    const text = await (0,read_file/* readText */.y)(path);
    return text === null ? null : { path, table: await parse(text) };
}
async function readProject(folder) {
    const path = (0,external_node_path_.join)(folder, "pyproject.toml");
    const text = await (0,read_file/* readText */.y)(path);
    if (text === null || !/\buv\b/.test(text))
        return null;
    const { tool } = (await parse(text));
    return tool?.uv === undefined ? null : { path, table: tool.uv };
}
/** What can't be read says nothing here: uv will complain of it. */
async function parse(text) {
    const { parse: parseToml } = await __webpack_require__.e(/* import() */ 3292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return parseToml(text);
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/packages/clients/past-index.js





/**
 * Gives a command that writes a lock file the variables that it would have without the index, so that no address on
 * loopback gets into the lock; all others none. The configuration file for it, which may hold credentials as the user's
 * own does, is written when first needed, with mode 0600.
 */
function variablesPastIndex({ settings, directory, folder, owner, changed, uv, }) {
    let variables;
    return (argv) => {
        if (!writesLock(argv, directory))
            return {};
        variables ??= {
            // An empty one is none to pip.
            ...Object.fromEntries(changed.map((name) => [name, settings.environment[name] ?? ""])),
            ...(settings.files === "on" ? { PIP_CONFIG_FILE: writePlain(folder, { settings, owner }) } : {}),
            ...(uv === "pointed" ? { XDG_CONFIG_DIRS: configFolders(settings.environment) } : {}),
        };
        return variables;
    };
}
function writePlain(folder, { settings: { sections }, owner }) {
    const path = (0,external_node_path_.join)(folder, "past-index.pip.conf");
    (0,external_node_fs_.writeFileSync)(path, (0,ini/* writeIni */.cu)(sections), { mode: 0o600 });
    if (owner !== null)
        (0,external_node_fs_.chownSync)(path, owner.uid, owner.gid);
    return path;
}

// EXTERNAL MODULE: ./lib/packages/clients/pip-settings.js
var pip_settings = __webpack_require__(6037);
// EXTERNAL MODULE: ./lib/packages/run-folder.js
var run_folder = __webpack_require__(3789);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/sha256.js
var sha256 = __webpack_require__(5468);
// EXTERNAL MODULE: ./lib/packages/files-below.js
var files_below = __webpack_require__(8158);
// EXTERNAL MODULE: ./lib/packages/index-server/wheel-metadata.js
var wheel_metadata = __webpack_require__(4127);
;// CONCATENATED MODULE: ./lib/packages/clients/built-notes.js








const SUFFIX = ".sha256";
/** So long after the last byte nobody is still writing a wheel; in ms. */
const AT_REST_MS = 2000;
const UV_NOTES = "forgexec";
const UV_ARCHIVES = /^archive-v\d+$/;
/**
 * Notes what pip and uv have just put into their caches in `folder` and install from without checking it again: of each
 * wheel that pip built its sha256; of each package that uv keeps unpacked, and whose files environments may share by hard
 * links, the sizes and times of its files. To be called before anything but the installers can have changed them.
 */
async function noteBuilt(folder) {
    for (const wheel of await pipWheels(folder)) {
        if ((await (0,read_file/* readText */.y)(wheel + SUFFIX)) === null)
            await (0,files/* writeAtomically */.vK)(wheel + SUFFIX, await sha256Of(wheel));
    }
    for (const { path, note } of await uvArchives(folder)) {
        if ((await (0,read_file/* readText */.y)(note)) !== null)
            continue;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(note), { recursive: true, mode: 0o700 });
        await (0,files/* writeAtomically */.vK)(note, await stateOf(path));
    }
}
/**
 * Removes what is not as it was noted, so that the client fetches or builds it again, and wheels that were never noted and
 * are no whole archives. Gives the names of what went.
 */
async function dropDamaged(folder) {
    const dropped = [];
    for (const wheel of await pipWheels(folder)) {
        const noted = await (0,read_file/* readText */.y)(wheel + SUFFIX);
        if (noted === null ? await isUsable(wheel) : noted === (await sha256Of(wheel)))
            continue;
        for (const path of [wheel, wheel + SUFFIX, (0,external_node_path_.join)((0,external_node_path_.dirname)(wheel), "origin.json")])
            await (0,promises_.rm)(path, { force: true });
        dropped.push((0,external_node_path_.basename)(wheel));
    }
    for (const { path, note } of await uvArchives(folder)) {
        const noted = await (0,read_file/* readText */.y)(note);
        if (noted === null || noted === (await stateOf(path)))
            continue;
        dropped.push(...(await distributionsIn(path)));
        for (const gone of [path, note])
            await (0,promises_.rm)(gone, { recursive: true, force: true });
    }
    return dropped;
}
async function pipWheels(folder) {
    return (await (0,files_below/* filesBelow */.D)((0,external_node_path_.join)(folder, "pip", "wheels"))).filter((path) => path.endsWith(".whl"));
}
async function uvArchives(folder) {
    const uv = (0,external_node_path_.join)(folder, "uv");
    const archives = [];
    for (const bucket of (await namesIn(uv)).filter((name) => UV_ARCHIVES.test(name))) {
        for (const id of await namesIn((0,external_node_path_.join)(uv, bucket)))
            archives.push({ path: (0,external_node_path_.join)(uv, bucket, id), note: (0,external_node_path_.join)(uv, UV_NOTES, bucket, id) });
    }
    return archives;
}
async function distributionsIn(archive) {
    const names = (await namesIn(archive)).filter((name) => name.endsWith(".dist-info"));
    return names.length > 0 ? names.map((name) => name.replace(/\.dist-info$/, "")) : [(0,external_node_path_.basename)(archive)];
}
/** Changes with each file's size and, in seconds, time: what came out of an archive has lost the fractions. */
async function stateOf(folder) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const path of (await (0,files_below/* filesBelow */.D)(folder)).toSorted()) {
        const { size, mtimeMs } = await (0,promises_.lstat)(path);
        hash.update(JSON.stringify([(0,external_node_path_.relative)(folder, path), size, Math.floor(mtimeMs / 1000)]));
    }
    return hash.digest("hex");
}
async function sha256Of(path) {
    const handle = await (0,promises_.open)(path, "r");
    try {
        return await (0,sha256/* sha256OfFile */.V)(handle);
    }
    finally {
        await handle.close();
    }
}
/** A wheel that another run is just putting there is not whole yet. */
async function isUsable(path) {
    const handle = await (0,promises_.open)(path, "r");
    try {
        const { size, mtimeMs } = await handle.stat();
        return Date.now() - mtimeMs < AT_REST_MS || (await (0,wheel_metadata/* wheelMetadata */.B)(handle, size)) !== null;
    }
    finally {
        await handle.close();
    }
}
async function namesIn(folder) {
    return (0,promises_.readdir)(folder).catch(() => []);
}

;// CONCATENATED MODULE: ./lib/packages/clients/drop-strange.js


/**
 * Removes from a folder that commands of a sandbox wrote to what would lead or hold up those who read it outside: links out of it, and what
 * is neither a file nor a folder. To be called while nothing in a sandbox writes to it, and before anything else looks into it.
 */
async function dropStrange(folder) {
    const root = await (0,promises_.realpath)(folder).catch(() => null);
    if (root !== null)
        await dropIn(root, root);
}
async function dropIn(folder, root) {
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => [])) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            await dropIn(path, root);
        else if (await isStrange(entry, { folder, root }))
            await (0,promises_.rm)(path, { force: true });
    }
}
async function isStrange(entry, { folder, root }) {
    if (!entry.isSymbolicLink())
        return !entry.isFile();
    const path = (0,external_node_path_.join)(folder, entry.name);
    const target = await (0,promises_.readlink)(path).catch(() => "..");
    // Past a link `..` is not what it seems.
    const climbs = /[^/.][^/]*\/(?:.*\/)?\.\.(?:\/|$)/.test(target);
    const inside = (place) => place === root || place.startsWith(root + external_node_path_.sep);
    return climbs || !inside((0,external_node_path_.resolve)(folder, target)) || !inside(await (0,promises_.realpath)(path).catch(() => root));
}

;// CONCATENATED MODULE: ./lib/packages/clients/link-tree.js



/** Smaller files are copied: programs write to some of them in place, and the one that is kept must not see it. */
const LINKED_FROM_BYTES = 64 * 1024;
/** Puts what is in a folder into another one, big files as hard links; what is there already stays, what goes meanwhile is left out. */
async function linkTree(from, to, links) {
    const entries = await (0,promises_.readdir)(from, { withFileTypes: true }).catch(() => []);
    if (entries.length === 0)
        return;
    await (0,promises_.mkdir)(to, { recursive: true, mode: 0o700 });
    await Promise.all(entries.map((entry) => put(entry, { from, to, links })));
}
async function put(entry, { from, to, links }) {
    const [source, target] = [(0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name)];
    if (entry.isDirectory())
        return linkTree(source, target, links);
    try {
        if (entry.isSymbolicLink())
            await (0,promises_.symlink)(await (0,promises_.readlink)(source), target);
        else if (entry.isFile())
            await putFile(source, target, links);
    }
    catch (error) {
        const { code } = error;
        if (code !== "EEXIST" && code !== "ENOENT")
            throw error;
    }
}
async function putFile(source, target, links) {
    const { size, atime, mtime } = await (0,promises_.stat)(source);
    if (links !== "none" && size >= LINKED_FROM_BYTES) {
        const linked = await (0,promises_.link)(source, target).then(() => true, (error) => {
            if (error.code === "EXDEV" || error.code === "EMLINK" || error.code === "EPERM")
                return false;
            throw error;
        });
        if (linked)
            return;
    }
    await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
    await (0,promises_.utimes)(target, atime, mtime);
}

;// CONCATENATED MODULE: ./lib/packages/clients/places.js







function placesOf({ slot, cacheDirectory, tag, cache, writable }) {
    const own = (0,run_folder/* runFolder */.k)(slot.path);
    const shared = cache === "on" && writable === "shared";
    return {
        own,
        caches: shared ? sharedCaches({ cacheDirectory, tag }) : (0,external_node_path_.join)(own, "caches"),
        store: shared ? (0,external_node_path_.join)(cacheDirectory, "index") : (0,external_node_path_.join)(own, "index"),
    };
}
function sharedCaches({ cacheDirectory, tag }) {
    return (0,external_node_path_.join)(cacheDirectory, "clients", tag);
}
// Not its locks, nor what others are just writing.
const STORE_PARTS = ["files", "pages", "references"].map((name) => (0,external_node_path_.join)("v1", name));
/** What has to be there before a client looks into its cache: all that is restored lazily, and the throw-away copies. Never rejects. */
async function prepareCaches(options, places) {
    const { beforeFirstUse, cache, writable, note, warn = (_code, message) => note(message) } = options;
    if (cache === "off")
        return;
    try {
        await beforeFirstUse?.();
        if (options.sandboxes === "some")
            await dropStrange(sharedCaches(options));
        if (writable === "private")
            await copyCaches(options, places);
        if (writable === "private")
            await (0,give_to/* giveTo */.j)(places.caches, options.owner ?? null);
        const dropped = await dropDamaged(places.caches);
        if (dropped.length > 0)
            warn("cache-damaged", `${dropped.join(", ")}: damaged in the cache, and made or fetched anew.`);
    }
    catch (error) {
        note(`What earlier runs have kept of packages can't be used: ${error.message}`);
    }
}
/** Notes what the clients have put into their caches by now. Never rejects: what is not noted is trusted. */
async function noteCaches({ cache, writable, sandboxes }, places) {
    if (cache !== "on" || writable !== "shared")
        return;
    if (sandboxes === "some")
        await dropStrange(places.caches);
    await noteBuilt(places.caches).catch(() => undefined);
}
async function copyCaches(options, places) {
    const { cacheDirectory, sandboxes } = options;
    const shared = sharedCaches(options);
    const links = sandboxes === "some" ? "none" : "of-big-files";
    const copies = CLIENTS.map((client) => linkTree((0,external_node_path_.join)(shared, client), (0,external_node_path_.join)(places.caches, client), links));
    const parts = STORE_PARTS.map((part) => 
    // The index alone writes to it.
    linkTree((0,external_node_path_.join)(cacheDirectory, "index", part), (0,external_node_path_.join)(places.store, part), "of-big-files"));
    await Promise.all([...copies, ...parts]);
}

;// CONCATENATED MODULE: ./lib/packages/clients/poetry.js


/** Reads whether the user's or the project's configuration of poetry places its folders. */
async function readPoetrySettings(options) {
    const { environment, directory } = options;
    const own = environment.POETRY_CONFIG_DIR || (0,external_node_path_.join)(configFolder(options), "pypoetry");
    const files = [(0,external_node_path_.join)(own, "config.toml"), (0,external_node_path_.join)(directory, "poetry.toml")];
    const texts = await Promise.all(files.map((file) => (0,read_file/* readText */.y)(file)));
    const says = (pattern) => texts.some((text) => pattern.test(text ?? ""));
    return {
        placesCache: says(/^\s*cache-dir\s*=/m),
        placesEnvironments: says(/^\s*(?:virtualenvs\.)?path\s*=/m) || Boolean(environment.POETRY_VIRTUALENVS_PATH),
    };
}
/** Poetry makes environments in its cache, where they would be kept as if they were one: they stay where they would be. */
function environmentsVariable(options) {
    return { POETRY_VIRTUALENVS_PATH: (0,external_node_path_.join)(cacheFolder(options), "virtualenvs") };
}
function configFolder({ environment, home, platform }) {
    if (platform === "win32")
        return environment.APPDATA || (0,external_node_path_.join)(home, "AppData", "Roaming");
    if (platform === "darwin")
        return environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, "Library", "Application Support");
    return environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, ".config");
}
function cacheFolder({ environment, home, platform }) {
    if (platform === "win32") {
        return (0,external_node_path_.join)(environment.LOCALAPPDATA || (0,external_node_path_.join)(home, "AppData", "Local"), "pypoetry", "Cache");
    }
    const folder = platform === "darwin" ? (0,external_node_path_.join)(home, "Library", "Caches") : (0,external_node_path_.join)(home, ".cache");
    return (0,external_node_path_.join)(environment.XDG_CACHE_HOME || folder, "pypoetry");
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/packages/index-server/upstream.js
var upstream = __webpack_require__(5625);
;// CONCATENATED MODULE: ./lib/packages/clients/served-indexes.js





/** Options of pip that name indexes. */
const INDEX_OPTIONS = ["index-url", "pypi-url", "extra-index-url"];
/** The path under which pip's built-in index is served. */
const DEFAULT_PATH = "/simple/";
/**
 * Chooses what stands in for each index that pip is configured with. A stand-in's name holds a hash of the upstream's
 * address: clients key what they keep by the address on loopback, and what came from one index must not be taken for
 * another's of the same name.
 */
function servedIndexes(settings, { named, further }) {
    const byId = new Map();
    for (const url of [...urlsOf(settings), ...further, ...named.map((each) => each.url)]) {
        const root = mirrorable(url, settings);
        if (root === null)
            continue;
        const known = byId.get(root.id);
        if (known !== undefined && (known.root.authorization !== null || root.authorization === null))
            continue;
        const label = named.find((each) => mirrorable(each.url, settings)?.id === root.id)?.name ?? null;
        byId.set(root.id, { name: `${label ?? "index"}-${root.id.slice(0, 8)}`, url, label, root });
    }
    return {
        served: [{ name: null, url: null, label: null }, ...[...byId.values()].map(({ root: _root, ...index }) => index)],
        pathOf(url) {
            const root = mirrorable(url, settings);
            const index = root === null ? undefined : byId.get(root.id);
            return index === undefined ? null : `/${index.name}/simple/`;
        },
    };
}
/** Every index that pip is configured with, anywhere. */
function urlsOf({ sections, environment }) {
    const variables = [environment.PIP_INDEX_URL, environment.PIP_PYPI_URL, environment.PIP_EXTRA_INDEX_URL];
    const options = [...sections.values()].flatMap((section) => INDEX_OPTIONS.map((option) => section.get(option)));
    return [...variables, ...options].flatMap(pip_settings/* words */.aL);
}
/** An index that can be asked in pip's stead; null: pip has to ask it, or would refuse to. */
function mirrorable(url, settings) {
    let root;
    try {
        root = (0,upstream/* parseRoot */.q)(url);
    }
    catch {
        return null;
    }
    const { protocol, hostname, host, username, password } = new URL(url);
    if (protocol === "http:" && !isLoopback(hostname) && !isTrusted({ hostname, host }, settings))
        return null;
    if (protocol === "https:" && (0,pip_settings/* pipOption */.TU)(settings, "client-cert") !== null)
        return null;
    if (password === "" && asksKeyring(settings, username))
        return null;
    return root;
}
/** pip looks into the keyring where it is told to; left to itself, if there is one, for a user without a password. */
function asksKeyring(settings, username) {
    const provider = (0,pip_settings/* pipOption */.TU)(settings, "keyring-provider") ?? "auto";
    if (provider !== "auto")
        return provider !== "disabled";
    if (username === "")
        return false;
    const folders = (settings.environment.PATH ?? "").split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    return folders.some((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "keyring")) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "keyring.exe")));
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || ((0,external_node_net_.isIP)(hostname) === 4 && hostname.startsWith("127."));
}
function isTrusted({ hostname, host }, settings) {
    const trusted = (0,pip_settings/* words */.aL)((0,pip_settings/* pipOption */.TU)(settings, "trusted-host")).map((each) => each.toLowerCase());
    return trusted.includes(hostname) || trusted.includes(host);
}
/** Whether pip is told to use no index at all: nothing is changed then. */
function usesNoIndex(settings) {
    return (0,pip_settings/* isOn */.Mp)(settings, "no-index");
}

;// CONCATENATED MODULE: ./lib/packages/clients/point-pip.js


/** Commands of pip that look packages up, except `lock`, which writes down the addresses that it is given. */
const COMMANDS = ["install", "download", "wheel", "list", "index"];
/** Variables of pip that name indexes. */
const INDEX_VARIABLES = ["PIP_INDEX_URL", "PIP_PYPI_URL", "PIP_EXTRA_INDEX_URL"];
/**
 * Leads pip through the index: by sections of those commands alone, so that `pip lock` still writes the real addresses.
 * Where the global section holds credentials it gets the stand-ins too: they are nobody's business.
 */
function pointPip(settings, standIns) {
    const list = (value) => (0,pip_settings/* words */.aL)(value).map(standIns.of).join(" ");
    const sections = new Map([...settings.sections].map(([name, options]) => [name, new Map(options)]));
    const global = sections.get("global") ?? new Map();
    const original = settings.sections.get("global");
    for (const command of COMMANDS) {
        const section = sections.get(command) ?? new Map();
        sections.set(command, section);
        for (const option of INDEX_OPTIONS) {
            const value = section.get(option) || original?.get(option);
            if (value)
                section.set(option, list(value));
        }
        const named = section.has("index-url") || section.has("pypi-url");
        if (!named && standIns.builtIn !== null)
            section.set("index-url", standIns.builtIn);
    }
    for (const [name, section] of sections) {
        if (COMMANDS.includes(name))
            continue;
        for (const option of INDEX_OPTIONS) {
            const value = section.get(option);
            if (value !== undefined && (0,pip_settings/* words */.aL)(value).some(hasCredentials))
                section.set(option, list(value));
        }
    }
    const remove = moveProxy(sections, global, settings);
    return { sections, variables: pointVariables(settings, standIns, list), remove };
}
function pointVariables({ environment, files }, { builtIn }, list) {
    const variables = {};
    for (const name of INDEX_VARIABLES) {
        const value = environment[name];
        if (value)
            variables[name] = list(value);
    }
    const named = variables.PIP_INDEX_URL !== undefined || variables.PIP_PYPI_URL !== undefined;
    if (files === "off" && !named && builtIn !== null)
        variables.PIP_INDEX_URL = builtIn;
    return variables;
}
/** pip sends everything through its proxy, also what goes to this machine. */
function moveProxy(sections, global, { environment }) {
    const proxy = environment.PIP_PROXY || global.get("proxy");
    for (const section of sections.values())
        section.delete("proxy");
    if (proxy)
        sections.set("lock", new Map([["proxy", proxy], ...(sections.get("lock") ?? [])]));
    return environment.PIP_PROXY ? ["PIP_PROXY"] : [];
}
function hasCredentials(url) {
    return URL.canParse(url) && (new URL(url).username !== "" || new URL(url).password !== "");
}

;// CONCATENATED MODULE: ./lib/packages/clients/point-uv.js



const VARIABLES = [
    "UV_DEFAULT_INDEX",
    "UV_INDEX",
    "UV_INDEX_URL",
    "UV_EXTRA_INDEX_URL",
    "UV_NO_INDEX",
    "UV_CONFIG_FILE",
    "UV_NO_CONFIG",
];
const KEYS = ["index", "index-url", "extra-index-url", "default-index", "no-index"];
/** Reads what uv would go by. */
async function readUvSettings(options) {
    const [project, user, system] = await Promise.all([
        projectUvFiles(options),
        userUvFile(options),
        systemUvFile(options),
    ]);
    const files = [...project, user, system].filter((file) => file !== null);
    const variable = VARIABLES.find((name) => options.environment[name]);
    return {
        system,
        own: variable ?? files.find(({ table }) => namesIndex(table))?.path ?? null,
        saysStrategy: files.some(({ table }) => table["index-strategy"] !== undefined),
        placesCache: files.some(({ table }) => table["cache-dir"] !== undefined || table["no-cache"] === true),
    };
}
function namesIndex(table) {
    const { pip } = table;
    return KEYS.some((key) => table[key] !== undefined || pip?.[key] !== undefined);
}
/**
 * Points `uv pip` at indexes by a system-wide configuration of this run's own, in `folder`: the only way that leaves
 * lock files alone, and that whatever the user says outranks. What else the machine's one says is taken over.
 */
async function pointUv(folder, { options, uv, indexUrl, extraIndexUrls, }) {
    // As pip has it. By uv's own rule the first index that knows a name is the only one: what uv found without being told
    // of further indexes would then be out of its reach.
    const strategy = uv.saysStrategy ? {} : { "index-strategy": "unsafe-best-match" };
    const several = { "extra-index-url": extraIndexUrls, ...strategy };
    const pip = { "index-url": indexUrl, ...(extraIndexUrls.length > 0 ? several : {}) };
    const path = (0,external_node_path_.join)(folder, "uv", "uv.toml");
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, "uv"), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(path, await point_uv_text(uv.system, pip), { mode: 0o600 });
    return { XDG_CONFIG_DIRS: `${folder}:${configFolders(options.environment)}` };
}
async function point_uv_text(system, pip) {
    if (system !== null) {
        const { stringify } = await __webpack_require__.e(/* import() */ 3292).then(__webpack_require__.bind(__webpack_require__, 3292));
        return stringify({ ...system.table, pip: { ...pip, ...system.table.pip } });
    }
    const lines = Object.entries(pip).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
    return `[pip]\n${lines.join("\n")}\n`;
}

// EXTERNAL MODULE: ./lib/packages/clients/proxies.js
var proxies = __webpack_require__(8653);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./lib/packages/index-server/listen.js
var listen = __webpack_require__(1435);
;// CONCATENATED MODULE: ./lib/packages/index-server/peer.js

/** Who owns the process at the other end of a connection over IPv4 loopback (/proc/net/tcp, proc(5)); null: it can't be told. */
async function peerUser({ remoteAddress, remotePort, }) {
    if (remoteAddress === undefined || remotePort === undefined)
        return null;
    const table = await (0,promises_.readFile)("/proc/net/tcp", "latin1").catch(() => "");
    const wanted = `${address(remoteAddress)}:${remotePort.toString(16).toUpperCase().padStart(4, "0")}`;
    for (const line of table.split("\n")) {
        const [, local, , , , , , user] = line.trim().split(/\s+/);
        if (local === wanted && user !== undefined)
            return Number(user);
    }
    return null;
}
/** The kernel writes an address as a number of the machine's byte order, which on all that Node runs on but s390x is the little one. */
function address(text) {
    const bytes = text.split(".").map((part) => Number(part).toString(16).toUpperCase().padStart(2, "0"));
    return bytes.reverse().join("");
}
/** Lets only one user, and root, in; on whichever system that can be told. Each connection is looked at once. */
class Doorkeeper {
    #user;
    #known = new WeakMap();
    /** @param user undefined: the system has no such thing. Root lets everybody in: it may run its commands as anyone. */
    constructor(user) {
        this.#user = user;
    }
    admits(socket) {
        let admitted = this.#known.get(socket);
        if (admitted === undefined) {
            admitted = this.#look(socket);
            this.#known.set(socket, admitted);
        }
        return admitted;
    }
    async #look(socket) {
        if (this.#user === undefined || this.#user === 0)
            return true;
        const user = await peerUser(socket);
        return user === null || user === 0 || user === this.#user;
    }
}

;// CONCATENATED MODULE: ./lib/packages/index-server/lazy.js



const HOST = "127.0.0.1";
const NOTHING = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };
/** Binds a port on loopback, and nothing else: a run that asks the index for nothing pays next to nothing for it. @throws UsageError `not-listening` */
async function openLazily(lazy) {
    const { ports, options, note } = lazy;
    let opening;
    let engine = null;
    const open = () => {
        opening ??= load(options).then((opened) => {
            engine = opened;
            return opened;
        }, (error) => {
            note(`The package index can't answer: ${error.message}`);
            return null;
        });
        return opening;
    };
    const doorkeeper = new Doorkeeper(lazy.user ?? process.getuid?.());
    const answer = async (way, request, response) => {
        const opened = await open();
        if (opened === null)
            refuse(response, { status: 503, why: "The package index is out of order." });
        else if (opened.reveals === "credentialed" && !(await doorkeeper.admits(request.socket)))
            refuse(response, { status: 403, why: "This index serves the user who runs the build." });
        else
            opened[way](request, response);
    };
    const serve = async (way, at) => {
        const server = (0,external_node_http_.createServer)({ keepAliveTimeout: listen/* KEEP_ALIVE_MS */.t5 });
        server.on("request", (request, response) => {
            if (engine?.reveals === "public")
                engine[way](request, response);
            else
                void answer(way, request, response);
        });
        return { server, port: await (0,listen/* listen */.KT)(server, { host: HOST, ports: at }) };
    };
    const { server, port } = await serve("handle", ports);
    let offline;
    let closing;
    return {
        address: (0,listen/* addressOf */.ci)(HOST, port),
        port,
        async offlinePort() {
            offline ??= serve("handleOffline", [0]);
            return (await offline).port;
        },
        ready: async () => void (await open()),
        usage: () => engine?.usage() ?? NOTHING,
        close() {
            closing ??= (async () => {
                const second = await offline?.catch(() => null);
                for (const each of [server, second?.server]) {
                    each?.close();
                    each?.closeAllConnections();
                }
                await (await opening)?.close();
            })();
            return closing;
        },
    };
}
async function load(options) {
    const [{ openEngine }, settings] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8514), __webpack_require__.e(8190), __webpack_require__.e(8788)]).then(__webpack_require__.bind(__webpack_require__, 6407)), options()]);
    return openEngine(settings);
}
function refuse(response, { status, why }) {
    if (!response.destroyed)
        response.writeHead(status, { "content-type": "text/plain" }).end(`${why}\n`);
}

// EXTERNAL MODULE: ./lib/packages/python.js
var python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/clients/built-in-index.js

const SCRIPT = `
import sys
sys.path[:0] = sys.argv[1:]
from pip._internal.models.index import PyPI
print(PyPI.simple_url)
`;
const TIMEOUT_MS = 12_000;
/** The index that pip has built in: asked of the interpreter's own pip, else of the one that its ensurepip brings. Null: there is no pip. */
function builtInIndex({ executable, pip, bundledPip, image }, environment) {
    if (image !== undefined) {
        const { builtInIndex: url } = image;
        return url === null ? null : async () => url;
    }
    if (pip === null && bundledPip === null)
        return null;
    const wheel = pip === null && bundledPip !== null ? [bundledPip] : [];
    return async (signal) => {
        const args = ["-I", "-c", SCRIPT, ...wheel];
        const text = await (0,python/* runPython */.w)({ python: executable, args, environment, cwd: "/", timeoutMs: TIMEOUT_MS, signal });
        return text.trim();
    };
}

// EXTERNAL MODULE: ./lib/packages/clients/connection.js + 2 modules
var clients_connection = __webpack_require__(5108);
;// CONCATENATED MODULE: ./lib/packages/clients/run-index.js







/** Below the ports that systems hand out by themselves. */
const FIRST_PORT = 18_500;
const PORTS = 4000;
/** Binds the index's port. What answers there, and what it needs to know, is loaded and read by the first request. */
async function openRunIndex({ options, settings, indexes, store, prepare }) {
    const ask = builtInIndex(options.interpreter, options.environment);
    const pins = pinsOf(options, settings, indexes);
    const lazy = await openLazily({
        ports: portsOf(options),
        note: options.note,
        options: async () => {
            const [connection] = await Promise.all([(0,clients_connection.connectionOf)({ ...options, settings }), prepare()]);
            return {
                store,
                upstreams: indexes.served,
                environment: options.environment,
                platform: options.platform,
                mode: options.mode,
                note: options.note,
                ...(options.mode === "offline"
                    ? {}
                    : {
                        fault: (reason) => options.note(`The package index had no answer from its upstream: ${reason}.`),
                    }),
                reach: "loopback",
                connection,
                pins,
                pipKeeps: "nothing",
                ...(ask === null ? {} : { ask: (ended) => ask(either(ended, options.signal)) }),
            };
        },
    });
    const standIn = (url) => {
        const path = indexes.pathOf(url);
        return path === null ? url : `${lazy.address}${path}`;
    };
    return { lazy, standIn, builtIn: ask === null ? null : `${lazy.address}${DEFAULT_PATH}` };
}
/**
 * The spec's pins by the names that the indexes are served under.
 *
 * @throws UsageError `pins-not-kept` where an index that pip asks itself could be asked for a pinned name
 */
function pinsOf({ pypi, indexes: further = [] }, settings, indexes) {
    const pins = pypi?.pins ?? [];
    if (pins.length === 0)
        return [];
    const past = [...urlsOf(settings), ...further.flatMap(pip_settings/* words */.aL)].find((url) => indexes.pathOf(url) === null);
    if (past !== undefined) {
        throw new errors/* UsageError */.e("pins-not-kept", `pypi.packages: pip asks the index ${withoutCredentials(past)} itself (a folder, a client certificate, a keyring, or plain http from a host that is not trusted), so that a pinned name could reach it. Leave that index or the pins out.`);
    }
    return pins.map(({ pattern, index }) => {
        const served = indexes.served.find(({ label }) => label === index);
        return { pattern, index: served?.name ?? "" };
    });
}
function either(ended, signal) {
    return signal === undefined ? ended : AbortSignal.any([ended, signal]);
}
function withoutCredentials(url) {
    return url.replace(/\/\/[^/]*@/g, "//***@");
}
/**
 * Clients key what they keep by the index's address, so it should be the same in every run: it goes by the cache directory
 * and the slot, and whoever has another directory does not get in the way. The further ones are for another project's
 * run at the same time; 0: any.
 */
function portsOf({ cacheDirectory, slot }) {
    const own = (0,external_node_crypto_.createHash)("sha256").update(cacheDirectory).digest().readUInt32BE() + slot.number;
    const port = FIRST_PORT + (own % PORTS);
    return [port, port + PORTS, port + 2 * PORTS, 0];
}

;// CONCATENATED MODULE: ./lib/packages/clients/open-clients.js

















const open_clients_NOTHING = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };
/**
 * Points pip, uv, tox, nox, poetry, pdm and build backends at the package index of this run and at the caches that runs
 * share, without changing a command: by a configuration file of pip's (mode 0600), one of uv's, and variables.
 *
 * @throws UsageError `invalid-pip-configuration`, `pins-not-kept`
 */
async function openClients(given) {
    const environment = given.commandsIn === "image" ? withoutPlaces(given.environment) : given.environment;
    const options = { ...given, environment };
    const places = placesOf(options);
    await (0,promises_.rm)(places.own, { recursive: true, force: true });
    const [settings, uv, poetry] = await Promise.all([
        (0,pip_settings/* readPipSettings */.p$)(options),
        readUvSettings(options),
        readPoetrySettings(options),
        ...[places.own, places.caches].map((folder) => (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 })),
    ]);
    const known = { options, settings, places, uv, poetry };
    const prepare = once(() => prepareCaches(options, places));
    const index = await indexFor(known, prepare);
    const close = once(async () => {
        await index?.lazy.close();
        await (0,promises_.rm)((0,recover/* pipConfigPath */.De)(options.slot.path), { force: true });
        await (0,promises_.rm)(places.own, { recursive: true, force: true });
    });
    try {
        const told = await tell(known, index);
        for (const given of [...told.places.readable, ...told.places.writable])
            await (0,give_to/* giveTo */.j)(given, options.owner ?? null);
        return {
            ...told,
            ready: () => (index === null ? prepare() : index.lazy.ready()),
            noteCaches: () => noteCaches(options, places),
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
/** Null: the clients ask the machine's indexes themselves. */
async function indexFor({ options, settings, places }, prepare) {
    const { cache, pypi, note } = options;
    const pinned = (pypi?.pins ?? []).length > 0;
    if ((cache === "off" && !pinned && options.reach !== "only-index") || usesNoIndex(settings))
        return null;
    if ((0,proxies/* usesSocks */.gW)(settings, (0,proxies/* pipProxy */.Qs)(settings))) {
        if (pinned)
            throw new errors/* UsageError */.e("pins-not-kept", "pypi.packages: the package index, which keeps pinned names from other indexes, can't ask through a SOCKS proxy. Name an HTTP proxy, or leave the pins out.");
        note("The package index is not used: it can't ask through a SOCKS proxy.");
        return null;
    }
    const indexes = servedIndexes(settings, {
        named: pypi?.namedIndexes ?? [],
        further: (options.indexes ?? []).flatMap(pip_settings/* words */.aL),
    });
    return openRunIndex({ options, settings, indexes, store: places.store, prepare });
}
/** Writes the configuration files; gives the variables. */
async function tell(known, index) {
    const { options, settings, places } = known;
    const pointed = index === null ? asItIs(settings) : pointPip(settings, { of: index.standIn, builtIn: index.builtIn });
    const led = { ...pointed.variables, ...(index === null ? {} : (0,proxies/* proxyVariables */.eq)(settings)) };
    const uv = index === null ? {} : await uvVariables(known, index);
    const variables = {
        ...settings.variables,
        ...(options.cache === "on" ? { ...pipManners(settings), ...caches(known) } : {}),
        ...led,
        ...(await writePipConfiguration(options, settings, pointed.sections)),
        ...buildsEnvironment(options),
        ...uv,
    };
    if (index !== null)
        await tellOfBypasses(known);
    const pinned = (options.pypi?.pins ?? []).length > 0;
    const changed = [...Object.keys(pointed.variables), ...pointed.remove];
    const variablesFor = index === null || pinned
        ? () => ({})
        : variablesPastIndex({
            settings,
            directory: options.directory,
            folder: places.own,
            owner: options.owner ?? null,
            changed,
            uv: uv.XDG_CONFIG_DIRS === undefined ? "left-alone" : "pointed",
        });
    return {
        variables,
        remove: pointed.remove,
        variablesFor,
        standIn({ name, value, argv }) {
            const led = index !== null && INDEX_VARIABLES.includes(name) && Object.keys(variablesFor(argv)).length === 0;
            return led ? (0,pip_settings/* words */.aL)(value).map(index.standIn).join(" ") : value;
        },
        index: index === null ? null : index.lazy,
        places: {
            readable: [places.own, ...(settings.files === "off" ? [] : [(0,recover/* pipConfigPath */.De)(options.slot.path)])],
            writable: [places.caches],
        },
        indexUrl: index === null ? null : (indexesOf(settings, index)?.indexUrl ?? null),
        usage: () => index?.lazy.usage() ?? open_clients_NOTHING,
    };
}
function asItIs({ sections }) {
    return { sections, variables: {}, remove: [] };
}
async function writePipConfiguration({ slot, environment }, { files }, sections) {
    if (files === "off")
        return { PIP_CONFIG_FILE: environment.PIP_CONFIG_FILE ?? "" };
    const path = (0,recover/* pipConfigPath */.De)(slot.path);
    await (0,promises_.rm)(path, { force: true });
    await (0,promises_.writeFile)(path, (0,ini/* writeIni */.cu)(sections), { flag: "wx", mode: 0o600 });
    return { PIP_CONFIG_FILE: path };
}
/** What makes clients with projects fill the build's environment, as VIRTUAL_ENV does by itself for pip, `uv pip` and poetry. */
function buildsEnvironment({ environment, slot }) {
    return {
        ...(environment.UV_PROJECT_ENVIRONMENT ? {} : { UV_PROJECT_ENVIRONMENT: slot.path }),
        // Of a developer's own environment, which pdm has noted in the project.
        ...(environment.PDM_IGNORE_SAVED_PYTHON || environment.PDM_PYTHON ? {} : { PDM_IGNORE_SAVED_PYTHON: "1" }),
    };
}
function caches({ options, settings, places, uv, poetry }) {
    const placed = (client) => (client === "uv" ? uv.placesCache : poetry.placesCache);
    const sections = options.commandsIn === "image" ? new Map() : settings.sections;
    const variables = cacheVariables({ settings: { ...settings, sections }, placed, folder: places.caches });
    const own = variables.POETRY_CACHE_DIR === undefined || poetry.placesEnvironments;
    return own ? variables : { ...variables, ...environmentsVariable(options) };
}
/** What stands for the indexes that `pip install` goes by; null: one of them is not served. */
function indexesOf(settings, { builtIn, standIn, lazy }) {
    const own = (0,pip_settings/* pipOption */.TU)(settings, "index-url") ?? (0,pip_settings/* pipOption */.TU)(settings, "pypi-url");
    const indexUrl = own === null ? builtIn : standIn(own);
    const extraIndexUrls = (0,pip_settings/* words */.aL)((0,pip_settings/* pipOption */.TU)(settings, "extra-index-url")).map(standIn);
    const served = (url) => url.startsWith(`${lazy.address}/`);
    return indexUrl !== null && [indexUrl, ...extraIndexUrls].every(served) ? { indexUrl, extraIndexUrls } : null;
}
async function uvVariables({ options, settings, uv, places }, index) {
    const indexes = indexesOf(settings, index);
    // On Windows uv has one fixed place for a system-wide configuration.
    if (uv.own !== null || indexes === null || options.platform === "win32")
        return {};
    return pointUv((0,external_node_path_.join)(places.own, "config"), { options, uv, ...indexes });
}
async function tellOfBypasses({ options, uv }) {
    const { commands = [], isolatedCommands = [], directory, note } = options;
    const own = asksOwnIndex(isolatedCommands);
    const found = [...(await bypasses(commands, directory)), ...own];
    const usesUv = commands.some((argv) => argv.some((word) => /(?:^|[\s\\/])uv(?:\s|$)/.test(word)));
    if (uv.own !== null && usesUv)
        found.push(`${uv.own}, which says what uv asks`);
    if (found.length === 0)
        return;
    const cut = own.length > 0 || (await bypasses(isolatedCommands, directory)).length > 0;
    note(`Past the package index of this run go: ${found.join("; ")}.${cut ? ` ${CUT_OFF}` : ""}`);
}
const CUT_OFF = "An isolated network reaches nothing but that index. Say `network: undefined` in the `sandbox` of their phase, or install by pip or `uv pip` what they export.";
function once(action) {
    let running;
    return () => {
        running ??= action();
        return running;
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/packages/system.js
var system = __webpack_require__(4016);
;// CONCATENATED MODULE: ./lib/packages/clients/tag.js



/**
 * Names the machines that can use each other's built wheels: system, architecture, C library and its version, level of
 * the processor, Python, as `linux-x64-glibc2.36-v3-cpython3.11`. Starts no process.
 */
function computeTag({ interpreter, platform }) {
    const { implementation, version, build, image } = interpreter;
    const minor = version.split(".").slice(0, 2).join(".");
    // Extension modules for Python without its lock are another ABI.
    const threads = /free-threading/i.test(build) ? "t" : "";
    const python = `${implementation}${minor}${threads}`;
    // Its C library is its own.
    const library = image === undefined ? libraryOf(platform) : `image${image.id.replace(/^.*:/, "").slice(0, 16)}`;
    const parts = [platform, (0,external_node_os_.arch)(), library, processor(platform), python];
    return parts.filter((part) => part !== "").join("-");
}
const LIBRARIES = {
    x64: ["/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/usr/lib/libc.so.6"],
    arm64: ["/lib/aarch64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/usr/lib/libc.so.6"],
};
const MUSL = { x64: "/lib/ld-musl-x86_64.so.1", arm64: "/lib/ld-musl-aarch64.so.1" };
let library;
/** The library says its version itself: asking Node for a report of the process takes three times as long. */
function libraryOf(platform) {
    if (platform !== "linux")
        return "";
    library ??= glibc() ?? musl() ?? reported();
    return library;
}
function glibc() {
    for (const path of LIBRARIES[(0,external_node_os_.arch)()] ?? []) {
        const version = find(path, /GNU C Library [^\n]*? version (\d+\.\d+)/);
        if (version !== null)
            return `glibc${version}`;
    }
    return null;
}
function musl() {
    const version = find(MUSL[(0,external_node_os_.arch)()] ?? "", /\0(1\.\d+)\.\d+\0/);
    return version === null ? null : `musl${version}`;
}
function reported() {
    Object.assign(process.report, { excludeNetwork: true });
    const { header } = process.report.getReport();
    return header.glibcVersionRuntime === undefined ? "musl" : `glibc${header.glibcVersionRuntime}`;
}
function processor(platform) {
    const level = (0,system/* processorLevel */.d)();
    if (level !== "" || platform === "linux")
        return level;
    const model = (0,external_node_os_.cpus)()[0]?.model ?? "";
    return model
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .slice(0, 40);
}
const PIECE = 256 * 1024;
/** The first group of the first match in a file, read piece by piece. */
function find(path, pattern) {
    try {
        const file = (0,external_node_fs_.openSync)(path, "r");
        try {
            const buffer = Buffer.allocUnsafe(PIECE);
            let rest = "";
            for (;;) {
                const count = (0,external_node_fs_.readSync)(file, buffer);
                if (count === 0)
                    return null;
                const text = rest + buffer.toString("latin1", 0, count);
                const found = pattern.exec(text)?.[1];
                if (found !== undefined)
                    return found;
                rest = text.slice(-256);
            }
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/packages/clients/index.js




/***/ }),

/***/ 6037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mp: () => (/* binding */ isOn),
/* harmony export */   TU: () => (/* binding */ pipOption),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   p$: () => (/* binding */ readPipSettings)
/* harmony export */ });
/* harmony import */ var _pip_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3578);
/* harmony import */ var _pip_merge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3937);


/** Reads what pip is configured with on the machine, and merges the spec's part. @throws UsageError `invalid-pip-configuration` */
async function readPipSettings(options) {
    const { environment, home, platform, root, interpreter } = options;
    const additions = (0,_pip_merge_js__WEBPACK_IMPORTED_MODULE_1__/* .pipAdditions */ .dV)(options.pypi, options.directory);
    // Some file instead of the null device would bring the system's files back, which the user has switched off.
    if ((0,_pip_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isNullDevice */ .Sn)(environment.PIP_CONFIG_FILE)) {
        const variables = (0,_pip_merge_js__WEBPACK_IMPORTED_MODULE_1__/* .pipVariables */ .hl)(environment, additions, "always");
        return { sections: new Map(), files: "off", variables, environment: { ...environment, ...variables } };
    }
    const { basePrefix } = interpreter;
    const surroundings = { environment, home, platform, basePrefix, ...(root === undefined ? {} : { root }) };
    const sections = (0,_pip_merge_js__WEBPACK_IMPORTED_MODULE_1__/* .mergePipConfiguration */ .cG)(await (0,_pip_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readPipConfiguration */ .QF)(surroundings), additions);
    const variables = (0,_pip_merge_js__WEBPACK_IMPORTED_MODULE_1__/* .pipVariables */ .hl)(environment, additions, "where-set");
    return { sections, files: "on", variables, environment: { ...environment, ...variables } };
}
/** The value that `pip install` goes by: of a variable, else of its own section, else of the global one. Empty ones don't count. */
function pipOption({ sections, environment }, option) {
    const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
    return variable || sections.get("install")?.get(option) || sections.get("global")?.get(option) || null;
}
/** Whether an option that is on or off is on, for any of pip's commands. */
function isOn(settings, option) {
    const { sections, environment } = settings;
    const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
    const values = [variable, ...[...sections.values()].map((options) => options.get(option))];
    return values.some((value) => /^(?:y|yes|t|true|on|1)$/i.test(value?.trim() ?? ""));
}
/** The words of an option that is a list. */
function words(value) {
    return (value ?? "").split(/\s+/).filter(Boolean);
}


/***/ }),

/***/ 8653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qs: () => (/* binding */ pipProxy),
/* harmony export */   eq: () => (/* binding */ proxyVariables),
/* harmony export */   gW: () => (/* binding */ usesSocks)
/* harmony export */ });
/* harmony import */ var _pip_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6037);

const PROXIES = ["http_proxy", "https_proxy", "all_proxy"];
const ADDRESS = "127.0.0.1";
/** The proxy that pip alone is told of; null: none. */
function pipProxy(settings) {
    return (0,_pip_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .pipOption */ .TU)(settings, "proxy");
}
/** Whether what the upstreams are reached through is a proxy that the index can't speak to. */
function usesSocks({ environment }, proxy) {
    const all = [proxy, ...PROXIES.map((name) => variable(environment, name))];
    return all.some((url) => url !== null && /^socks/i.test(url));
}
/**
 * Variables that keep requests to the index from going to a proxy. Where pip has a proxy of its own, that becomes the
 * variables': pip would send requests to the index through it, and what does not go to the index still needs it.
 */
function proxyVariables(settings) {
    const { environment } = settings;
    const own = pipProxy(settings);
    const variables = own === null ? {} : { http_proxy: own, https_proxy: own };
    if (own === null && PROXIES.every((name) => variable(environment, name) === null))
        return {};
    for (const name of ["no_proxy", "NO_PROXY"])
        variables[name] = withAddress(variable(environment, "no_proxy"));
    return variables;
}
function withAddress(list) {
    const hosts = (list ?? "").split(/[\s,]+/).filter(Boolean);
    return hosts.includes("*") || hosts.includes(ADDRESS) ? hosts.join(",") : [...hosts, ADDRESS].join(",");
}
/** Programs look for the small letters first. */
function variable(environment, name) {
    return environment[name] || environment[name.toUpperCase()] || null;
}


/***/ }),

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ filesBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Paths of all that is in a folder and the folders below it, folders themselves excepted; none where it can't be read. Links are not followed. */
async function filesBelow(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath ?? entry.path, entry.name));
}


/***/ }),

/***/ 65:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ findInterpreter)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/packages/version-request.js
var version_request = __webpack_require__(2241);
;// CONCATENATED MODULE: ./lib/packages/pyenv.js



/** The pyenv root that a shim belongs to; null: not a shim of pyenv. */
function pyenvRootOf(path) {
    const folder = (0,external_node_path_.dirname)(path);
    if ((0,external_node_path_.basename)(folder) !== "shims")
        return null;
    const root = (0,external_node_path_.dirname)(folder);
    return list((0,external_node_path_.join)(root, "versions")).length > 0 ? root : null;
}
/**
 * The interpreter behind a shim of pyenv, found as pyenv does it: PYENV_VERSION, else `.python-version` from the
 * project upwards, else the root's `version`. Asking the shim would cost 70 ms. Null: the shim has nothing to run.
 */
function behindShim(shim, root, where) {
    const chosen = selection(root, where.environment, where.directory);
    const installed = list((0,external_node_path_.join)(root, "versions"));
    for (const name of chosen) {
        const parts = (0,version_request/* versionParts */.VJ)(name);
        const exact = installed.includes(name) ? name : undefined;
        const version = exact ?? (parts && installed.sort(version_request/* newestFirst */.ll).find((each) => (0,version_request/* matchesVersion */.y1)(each, parts)));
        if (version)
            return (0,external_node_path_.join)(root, "versions", version, "bin", (0,external_node_path_.basename)(shim));
    }
    return null;
}
function selection(root, environment, directory) {
    if (environment.PYENV_VERSION)
        return names(environment.PYENV_VERSION);
    for (let folder = directory; folder !== undefined;) {
        const text = read((0,external_node_path_.join)(folder, ".python-version"));
        if (text !== null)
            return names(text);
        const parent = (0,external_node_path_.dirname)(folder);
        folder = parent === folder ? undefined : parent;
    }
    return names(read((0,external_node_path_.join)(root, "version")) ?? "");
}
function names(text) {
    return text
        .split("\n")
        .map((line) => line.replace(/#.*/, ""))
        .flatMap((line) => line.split(/[\s:]+/))
        .filter((name) => /^[\w.+-]+$/.test(name) && !name.startsWith("."));
}
function read(path) {
    try {
        // What is no file may never end.
        return (0,external_node_fs_.statSync)(path).isFile() ? (0,external_node_fs_.readFileSync)(path, "utf8") : null;
    }
    catch {
        return null;
    }
}
function list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/packages/candidates.js




/** Programs on PATH with one of these names, in the order of `names`, then of PATH. Relative entries don't count: the project could fill them. */
function onPath(names, search) {
    const folders = pathOf(search).split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    const found = names.flatMap((name) => folders.map((folder) => (0,external_node_path_.join)(folder, programName(name, search.platform))));
    return [...new Set(found.filter(isProgram).flatMap((path) => unshim(path, search)))];
}
function unshim(path, search) {
    const root = pyenvRootOf(path);
    if (root === null)
        return [path];
    const real = behindShim(path, root, { environment: search.environment, directory: search.directory });
    return real !== null && isProgram(real) ? [real] : [];
}
/** Interpreters in the tool cache of GitHub's runners, in pyenv and in uv, the newest first. */
function inVersionFolders(search) {
    const { environment } = search;
    const home = environment.HOME ?? environment.USERPROFILE;
    const toolCaches = [environment.RUNNER_TOOL_CACHE, environment.AGENT_TOOLSDIRECTORY];
    const pyenvRoot = environment.PYENV_ROOT ?? (home && (0,external_node_path_.join)(home, ".pyenv"));
    const uvRoot = environment.UV_PYTHON_INSTALL_DIR ?? (home && (0,external_node_path_.join)(home, ".local", "share", "uv", "python"));
    const found = [
        ...toolCaches.filter((root) => Boolean(root)).flatMap((root) => fromToolCache(root, search)),
        ...(pyenvRoot ? fromFolders((0,external_node_path_.join)(pyenvRoot, "versions"), /^(\d+\.\d+\.\w+)$/, search) : []),
        ...(uvRoot ? fromFolders(uvRoot, /^cpython-(\d+\.\d+\.\w+)-/, search) : []),
    ];
    const usable = found.filter(({ version }) => !version.startsWith("2."));
    return usable.sort((left, right) => (0,version_request/* newestFirst */.ll)(left.version, right.version));
}
/** Those of `installed` that a request's parts name. */
function matching(installed, parts) {
    return installed.filter(({ version }) => (0,version_request/* matchesVersion */.y1)(version, parts)).map(({ executable }) => executable);
}
// <tool cache>/Python/3.12.1/x64/bin/python, beside a file x64.complete.
function fromToolCache(root, search) {
    const folder = (0,external_node_path_.join)(root, "Python");
    return candidates_list(folder).flatMap((version) => candidates_list((0,external_node_path_.join)(folder, version)).flatMap((arch) => interpreterIn((0,external_node_path_.join)(folder, version, arch), version, search)));
}
function fromFolders(folder, pattern, search) {
    return candidates_list(folder).flatMap((name) => {
        const version = pattern.exec(name)?.[1];
        return version === undefined ? [] : interpreterIn((0,external_node_path_.join)(folder, name), version, search);
    });
}
/** The interpreter of an installation or virtual environment, as a list of one or none. */
function interpreterIn(prefix, version, search) {
    const places = search.platform === "win32" ? ["python.exe", "Scripts/python.exe"] : ["bin/python3", "bin/python"];
    const executable = places.map((place) => (0,external_node_path_.join)(prefix, place)).find(isProgram);
    return executable === undefined ? [] : [{ version, executable }];
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function programName(name, platform) {
    return platform === "win32" ? `${name}.exe` : name;
}
function pathOf({ environment, platform }) {
    if (platform !== "win32")
        return environment.PATH ?? "";
    const name = Object.keys(environment).find((key) => key.toUpperCase() === "PATH");
    return (name && environment[name]) ?? "";
}
function candidates_list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/packages/probe.js + 1 modules
var probe = __webpack_require__(6153);
;// CONCATENATED MODULE: ./lib/packages/find-interpreter.js






/**
 * The Python interpreter that a request names, verified by asking it.
 *
 * Looked for on PATH (pyenv's shims resolved), then, for a version, in the tool cache of GitHub's runners
 * (`RUNNER_TOOL_CACHE`, `AGENT_TOOLSDIRECTORY`), in pyenv's and in uv's folders. Any Python from 3.6 on will do.
 *
 * @throws UsageError `no-python` (nothing asked for, none there), `python-not-found` (says which there are),
 *   `invalid-python` (the request is neither a version nor a path).
 */
async function findInterpreter(search) {
    const { request } = search;
    if (request === null)
        return findDefault(search);
    const parts = (0,version_request/* versionParts */.VJ)(request);
    if (parts !== null && Number(parts[0]) < 3) {
        throw new errors/* UsageError */.e("invalid-python", `python: "${request}" is too old: the build's environment needs Python 3.6 or later.`);
    }
    if (parts !== null)
        return findVersion(request, parts, search);
    if (/[\\/]/.test(request))
        return findPath(request, search);
    throw new errors/* UsageError */.e("invalid-python", `python: "${request}" is neither a version such as "3.12" nor a path. Write python: "3.12", or the interpreter's path.`);
}
function defaultNames(platform) {
    return platform === "win32" ? ["python", "python3"] : ["python3", "python"];
}
async function findDefault(search) {
    for (const path of onPath(defaultNames(search.platform), search)) {
        const interpreter = await (0,probe/* probe */.d)(path, search);
        if (interpreter !== null)
            return interpreter;
    }
    throw new errors/* UsageError */.e("no-python", `No Python was found on PATH (${defaultNames(search.platform).join(", ")}).${elsewhere(search)} ` +
        "Install Python 3 (on GitHub: the actions/setup-python step before this one), or name an interpreter with `python` in the spec or --python.");
}
async function findVersion(request, parts, search) {
    const found = [];
    for (const path of candidatesFor(parts, search)) {
        const interpreter = await (0,probe/* probe */.d)(path, search);
        if (interpreter === null)
            continue;
        if ((0,version_request/* matchesVersion */.y1)(interpreter.version, parts))
            return interpreter;
        found.push(interpreter);
    }
    throw new errors/* UsageError */.e("python-not-found", notThere(request, found, search));
}
/** PATH first; the folders of installed versions are looked through only where it has none that fits. */
function* candidatesFor(parts, search) {
    const named = parts.length > 1 ? [`python${parts.slice(0, 2).join(".")}`] : [];
    yield* onPath([...named, ...defaultNames(search.platform)], search);
    yield* matching(inVersionFolders(search), parts);
}
async function findPath(request, search) {
    const path = (0,external_node_path_.isAbsolute)(request) ? request : (0,external_node_path_.resolve)(search.directory ?? "/", request);
    const inFolder = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory()
        ? interpreterIn(path, "", search)[0]?.executable
        : undefined;
    const executable = inFolder ?? path;
    const interpreter = isProgram(executable) ? await (0,probe/* probe */.d)(executable, search) : null;
    if (interpreter !== null)
        return interpreter;
    throw new errors/* UsageError */.e("python-not-found", `python: ${path} is no Python 3 interpreter that can be run. Give the path of one, or a version such as "3.12".${elsewhere(search)}`);
}
function notThere(request, found, search) {
    const others = new Map(inVersionFolders(search).map(({ executable, version }) => [executable, version]));
    for (const { base, version, executable } of new Map(found.map((each) => [each.base, each])).values()) {
        others.delete(base);
        others.set(executable, version);
    }
    const there = [...others].map(([executable, version]) => `${version} (${executable})`).sort(version_request/* newestFirst */.ll);
    const list = there.length === 0 ? "No other Python was found either." : `Found: ${there.join(", ")}.`;
    return (`Python ${request} was asked for and is not on this machine. ${list} ` +
        `Install it (on GitHub: actions/setup-python with python-version: "${request}" before this step; elsewhere the system's packages or \`pyenv install ${request}\`), ` +
        "or ask for another with `python` in the spec or --python.");
}
function elsewhere(search) {
    const there = inVersionFolders(search).map(({ version, executable }) => `${version} (${executable})`);
    return there.length === 0 ? "" : ` Found elsewhere: ${there.join(", ")}.`;
}


/***/ }),

/***/ 7460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ giveTo)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5428);




/** Gives what is at a path and below it to a user; links themselves, and not what they lead to. Null: nothing is to be given. */
async function giveTo(path, owner) {
    if (owner === null)
        return;
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path, { recursive: true, withFileTypes: true }).catch((error) => {
        if ((0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOTDIR") || (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOENT"))
            return [];
        throw error;
    });
    for (const each of [path, ...entries.map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath ?? entry.path, entry.name))]) {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(each, { throwIfNoEntry: false });
        if (stats !== undefined && (stats.uid !== owner.uid || stats.gid !== owner.gid))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lchown)(each, owner.uid, owner.gid);
    }
}


/***/ }),

/***/ 7108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xy: () => (/* reexport */ clearPlace),
  UY: () => (/* reexport */ openImage),
  TV: () => (/* reexport */ packImage),
  Vs: () => (/* reexport */ recoverImages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/packages/image/parts.js
var image_parts = __webpack_require__(9061);
// EXTERNAL MODULE: ./lib/packages/image/remove-parts.js
var remove_parts = __webpack_require__(1664);
;// CONCATENATED MODULE: ./lib/packages/image/clear-place.js



/**
 * Takes away what a killed run left mounted at an environment's place; costs a look where nothing is. The caller holds its slot.
 *
 * @throws ImageError where it can't be taken away
 */
async function clearPlace(environment) {
    const folder = await (0,promises_.lstat)(`${environment}.image`).catch(() => null);
    if (folder !== null)
        await (0,remove_parts/* removeParts */.h)(await (0,image_parts/* partsOf */.CI)(environment));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/packages/image/model.js
var model = __webpack_require__(7006);
;// CONCATENATED MODULE: ./lib/packages/image/format.js


const MAGIC = [
    ["68737173", "squashfs"],
    ["28b52ffd", "tar+zstd"],
    ["1f8b", "tar+gzip"],
];
/** What an image is, by its first bytes. @throws ImageError `damaged` where it is nothing known. */
async function formatOf(path) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
        const start = buffer.subarray(0, bytesRead).toString("hex");
        const match = MAGIC.find(([magic]) => start.startsWith(magic));
        if (match === undefined)
            throw new model/* ImageError */.C("damaged", `${path} is not an environment image`);
        return match[1];
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./lib/packages/image/privileged.js
var privileged = __webpack_require__(3526);
;// CONCATENATED MODULE: ./lib/packages/image/mount-image.js



const MOUNT_TIMEOUT_MS = 10_000;
const SAFE = "nodev,nosuid";
/**
 * Mounts a squashfs image read-only, and over it, at the environment's place, a file system that takes up changes: on
 * the disk, or in memory where the disk's file system can't be the upper one (in a container it is often an overlay
 * itself). The image is never written to.
 *
 * @throws ImageError where it can't be mounted; what was mounted by then stays, for `removeParts`.
 */
async function mountImage(file, parts) {
    await (0,promises_.mkdir)(parts.lower, { recursive: true, mode: 0o700 });
    await (0,promises_.rm)(parts.environment, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)(parts.environment, { mode: 0o755 });
    await mountLower(file, parts);
    try {
        await mountOverlay(parts, ".");
    }
    catch {
        await mountMemory(parts);
        await mountOverlay(parts, "memory");
    }
}
// Another run that just lets go of the same file's loop device can make this fail.
async function mountLower(file, { lower, folder }) {
    const args = ["-t", "squashfs", "-o", `loop,ro,${SAFE}`, "--", file, lower];
    const call = { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder };
    await (0,privileged/* runAsRoot */.y)("mount", args, call).catch((error) => {
        if ((0,privileged/* mayNot */.z)(error))
            throw error;
        return (0,privileged/* runAsRoot */.y)("mount", args, call);
    });
}
// Folders are named from the working directory: a comma, colon or backslash in a path would end the option.
async function mountOverlay({ folder, lower, environment }, writable) {
    const [upper, work] = [(0,external_node_path_.join)(writable, "upper"), (0,external_node_path_.join)(writable, "work")];
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, upper), { mode: 0o755 });
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, work), { mode: 0o700 });
    // The environment's own folder is the upper one, as this user's.
    await (0,promises_.chmod)((0,external_node_path_.join)(folder, upper), (await (0,promises_.stat)(lower)).mode & 0o777);
    const layers = `lowerdir=lower,upperdir=${upper},workdir=${work}`;
    // With redirect_dir a folder of the image can be renamed, as on any file system; nothing there has to last: volatile.
    const tries = [`${SAFE},redirect_dir=on,volatile,${layers}`, `${SAFE},${layers}`];
    let failure;
    for (const options of tries) {
        try {
            const args = ["-t", "overlay", "-o", options, "--", "overlay", environment];
            await (0,privileged/* runAsRoot */.y)("mount", args, { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder });
            return;
        }
        catch (error) {
            failure = error;
        }
    }
    throw failure;
}
async function mountMemory({ folder, memory }) {
    await (0,promises_.mkdir)(memory, { mode: 0o700 });
    const owner = `uid=${process.getuid?.() ?? 0},gid=${process.getgid?.() ?? 0}`;
    const args = ["-t", "tmpfs", "-o", `${SAFE},mode=0700,${owner}`, "--", "tmpfs", memory];
    await (0,privileged/* runAsRoot */.y)("mount", args, { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder });
}

// EXTERNAL MODULE: ./lib/packages/give-to.js
var give_to = __webpack_require__(7460);
;// CONCATENATED MODULE: ./lib/packages/image/listing.js


const MODE = "([-a-zA-Z])([-rwxsStTlL]{9})[.+@]?";
/** `unsquashfs -lln` and GNU `tar -tv --numeric-owner`: mode, uid/gid, size (of a device: its numbers), day, time, name. */
const GNU = new RegExp(String.raw `^${MODE} (\d+)\/(\d+) +(\d+(?:, *\d+)?) \d{4}-\d\d-\d\d \d\d:\d\d (.+)$`);
/** bsdtar: as `ls -ln`. */
const BSD = new RegExp(String.raw `^${MODE} +\d+ +(\d+) +(\d+) +(\d+(?:, *\d+)?) +\w{3} +\d+ +[\d:]+ (.+)$`);
/**
 * Reads the listing of an image and refuses what an environment has no use for and an attack has: devices, setuid and
 * setgid files, names that lead outside, hard links to what is not in the image, a name that comes twice or goes
 * through a link. The programs that unpack refuse most of it too; older ones have not always.
 *
 * @throws ImageError `refused`, with the member's name.
 */
class Listing {
    #links = new Set();
    #names = new Set();
    #files = new Set();
    #owners = new Set();
    #bytes = 0;
    #refusal = null;
    /** Takes the next line. */
    add(line) {
        if (line !== "")
            this.#refusal ??= this.#read(line);
    }
    /** Once every line is in. */
    contents() {
        if (this.#refusal !== null)
            throw new model/* ImageError */.C("refused", `the image is refused: ${this.#refusal}`);
        for (const name of this.#names)
            this.#refuseThroughLink(name);
        return { bytes: this.#bytes, ownedBy: (uid, gid) => [...this.#owners].every((owner) => owner === `${uid} ${gid}`) };
    }
    #read(line) {
        const match = GNU.exec(line) ?? BSD.exec(line);
        if (match === null)
            return `${shown(line)} is no line of a listing`;
        const [, type = "", mode = "", uid, gid, size = "", text = ""] = match;
        const [name = "", target, ...more] = text.split(type === "l" ? " -> " : type === "h" ? " link to " : "\0");
        if (!["-", "d", "l", "h"].includes(type))
            return `${shown(name)} is a device, a pipe or a socket`;
        // Folders may pass their group on.
        if (/s/i.test(mode) && type !== "d")
            return `${shown(name)} is setuid or setgid`;
        if (more.length > 0)
            return `${shown(text)} cannot be told apart`;
        const path = inside(name);
        if (path === null)
            return `${shown(name)} leads outside`;
        if (path !== "" && this.#names.has(path))
            return `${shown(name)} comes twice`;
        if (type === "h" && !this.#files.has(inside(target ?? "") ?? ""))
            return `${shown(name)} is a link to what is not in it`;
        this.#names.add(path);
        this.#owners.add(`${uid} ${gid}`);
        if (type === "l")
            this.#links.add(path);
        if (type === "-") {
            this.#files.add(path);
            this.#bytes += Number(size);
        }
        return null;
    }
    #refuseThroughLink(name) {
        for (let folder = external_node_path_.posix.dirname(name); folder !== "."; folder = external_node_path_.posix.dirname(folder)) {
            if (this.#links.has(folder))
                throw new model/* ImageError */.C("refused", `the image is refused: ${shown(name)} goes through a link`);
        }
    }
}
/** The member's path within the image, "" for its root; null: it leads outside. */
function inside(name) {
    if (name.startsWith("/") || name.split("/").includes(".."))
        return null;
    const path = external_node_path_.posix.normalize(name).replace(/\/$/, "");
    return path === "." ? "" : path;
}
function shown(name) {
    return JSON.stringify(name.slice(0, 200));
}

// EXTERNAL MODULE: ./lib/packages/image/tool.js
var tool = __webpack_require__(4893);
;// CONCATENATED MODULE: ./lib/packages/image/unpack-image.js





const UNPACK_TIMEOUT_MS = 300_000;
/**
 * Unpacks an image to where the environment belongs, in parallel where the format allows it: beside it first, so that
 * nobody sees half an environment. All is this user's own in the end.
 *
 * @throws ImageError `missing-tool` without the program for the format, `refused`, `no-space` or `failed`.
 */
async function unpackImage(request) {
    const { parts } = request;
    await (0,promises_.mkdir)(parts.folder, { recursive: true, mode: 0o700 });
    await (0,promises_.rm)(parts.unpacked, { recursive: true, force: true });
    try {
        const contents = await list(request);
        await refuseWithoutSpace(parts.folder, contents.bytes);
        await extract(request);
        await own(parts.unpacked, contents);
        await (0,promises_.rm)(parts.environment, { recursive: true, force: true, maxRetries: 3 });
        await (0,promises_.rename)(parts.unpacked, parts.environment);
    }
    catch (error) {
        await (0,promises_.rm)(parts.unpacked, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
        throw (0,tool/* isMissing */.b)(error) ? missing(request.format, error) : error;
    }
}
async function list({ file, format, signal }) {
    const listing = new Listing();
    const line = (text) => listing.add(text);
    const [program, args] = format === "squashfs"
        ? ["unsquashfs", ["-no-progress", "-lln", file]]
        : ["tar", ["-t", "-v", "--numeric-owner", "-f", file]];
    await (0,tool/* runTool */.q)(program, args, { timeoutMs: UNPACK_TIMEOUT_MS, signal, line });
    return listing.contents();
}
async function extract({ file, format, parts, signal }) {
    const call = { timeoutMs: UNPACK_TIMEOUT_MS, signal };
    if (format === "squashfs") {
        const args = ["-no-progress", "-quiet", "-no-xattrs", "-dest", parts.unpacked, file];
        await (0,tool/* runTool */.q)("unsquashfs", args, call);
        return;
    }
    await (0,promises_.mkdir)(parts.unpacked, { mode: 0o755 });
    await (0,tool/* runTool */.q)("tar", ["-x", "-p", "--no-same-owner", "-f", file, "-C", parts.unpacked], call);
}
async function refuseWithoutSpace(folder, bytes) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    const free = bavail * bsize;
    if (bytes > free)
        throw new model/* ImageError */.C("no-space", `the image unpacks to ${mib(bytes)}, and ${folder} has ${mib(free)} free`);
}
function mib(bytes) {
    return `${Math.ceil(bytes / 1024 ** 2)} MiB`;
}
// unsquashfs gives files to the owner that the image names, where it can: as root.
async function own(folder, contents) {
    const [uid, gid] = [process.getuid?.(), process.getgid?.()];
    if (uid !== 0 || gid === undefined || contents.ownedBy(uid, gid))
        return;
    await (0,give_to/* giveTo */.j)(folder, { uid, gid });
}
function missing(format, cause) {
    const what = format === "squashfs" ? "squashfs-tools is missing" : cause.message;
    return new model/* ImageError */.C("missing-tool", `${what}, so the environment's image can't be unpacked`, { cause });
}

// EXTERNAL MODULE: ./lib/sha256.js
var lib_sha256 = __webpack_require__(5468);
;// CONCATENATED MODULE: ./lib/packages/image/verify.js



/** sha256 of a file in hex, and its size. @throws the system's error where it can't be read. */
async function digestOf(path, signal) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const { sha256, stats } = await (0,lib_sha256/* rememberedSha256 */.g)(file, signal);
        return { sha256, bytes: Number(stats.size) };
    }
    finally {
        await file.close();
    }
}
/** @throws ImageError `damaged` where the file's bytes are not those that were packed. */
async function verifyImage(path, sha256, signal) {
    const found = await digestOf(path, signal);
    if (found.sha256 !== sha256)
        throw new model/* ImageError */.C("damaged", `${path} is damaged: its sha256 is ${found.sha256}, not ${sha256}`);
}

;// CONCATENATED MODULE: ./lib/packages/image/open-image.js









/**
 * Brings an environment back from its image: verified, then mounted where that is allowed and can be done (by root, or
 * by sudo without a password), else unpacked. What an earlier run left mounted at its place is taken away first.
 *
 * @throws ImageError where it can't be used: there is then no environment, and nothing is mounted. The signal's reason
 *   when aborted, likewise.
 */
async function openImage(request) {
    const { file, sha256, platform, signal } = request;
    if (platform === "win32")
        throw new model/* ImageError */.C("unsupported", "environment images are not used on Windows");
    const parts = await (0,image_parts/* partsOf */.CI)(request.environment);
    await (0,remove_parts/* removeParts */.h)(parts);
    try {
        await verifyImage(file, sha256, signal);
        const way = await restore(request, parts);
        await checkPython(parts.environment, request.python ?? "machine");
        signal?.throwIfAborted();
        return way === "mounted" ? { way, close: once(() => (0,remove_parts/* removeParts */.h)(parts)) } : { way, close: async () => undefined };
    }
    catch (error) {
        await (0,remove_parts/* removeParts */.h)(parts);
        signal?.throwIfAborted();
        throw asImageError(error);
    }
}
async function restore(request, parts) {
    const { file, mounting, platform, signal, note } = request;
    const format = await formatOf(file);
    if (mounting === "allowed" && platform === "linux" && format === "squashfs") {
        try {
            signal?.throwIfAborted();
            await mountImage(file, parts);
            return "mounted";
        }
        catch (error) {
            signal?.throwIfAborted();
            note?.(`The environment's image is unpacked, since it can't be mounted: ${error.message}.`);
            await (0,remove_parts/* removeParts */.h)(parts);
        }
    }
    await unpackImage({ file, format, parts, signal });
    return "unpacked";
}
// The cheap half of the question whether it works; the other is to start it.
async function checkPython(environment, whose) {
    const python = (0,external_node_path_.join)(environment, "bin", "python");
    try {
        if (whose === "image")
            await (0,promises_.lstat)(python);
        else
            await (0,promises_.access)(python, promises_.constants.X_OK);
    }
    catch (error) {
        throw new model/* ImageError */.C("refused", `${python} of the image is not there or can't be executed`, { cause: error });
    }
}
function asImageError(error) {
    const { code, message } = error;
    if (error instanceof model/* ImageError */.C || code === undefined)
        return error;
    return new model/* ImageError */.C(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "failed", message, { cause: error });
}
function once(action) {
    let running;
    return () => {
        running ??= action();
        return running;
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/packages/image/pack-squashfs.js

/** An environment of gigabytes on a slow disk still packs within it. */
const PACK_TIMEOUT_MS = 300_000;
// Chosen by bench/image.mjs: lz4 packs a little faster, into a file that is larger by a third; gzip is beaten in all.
const COMPRESSION = ["-comp", "zstd", "-Xcompression-level", "1"];
const OPTIONS = [
    ...["-no-progress", "-quiet", "-noappend", "-no-recovery", "-no-xattrs"],
    // Its queues: a quarter of the machine's memory by default, and no faster for it.
    ...["-mem", "256M"],
    // Else a file that can't be read is packed as an empty one, with success.
    "-exit-on-error",
    ...["-action", "exclude @ type(s) || type(p) || type(b) || type(c)"],
];
/** Packs a folder into a squashfs file. @throws ImageError `missing-tool` without mksquashfs. */
async function packSquashfs({ environment, file, signal }) {
    // Paths that begin with a dash would be options.
    await (0,tool/* runTool */.q)("mksquashfs", [environment, file, ...OPTIONS, ...COMPRESSION], { timeoutMs: PACK_TIMEOUT_MS, signal });
}

;// CONCATENATED MODULE: ./lib/packages/image/pack-tar.js




/** Packs a folder by tar, compressed by zstd where there is one, else by gzip. For GNU tar and bsdtar. */
async function packTar({ environment, file, signal }) {
    const names = await membersOf(environment);
    const zstd = await hasZstd();
    // The fastest levels: what is compressed is fetched once and unpacked once, and somebody waits for each.
    const program = zstd ? "zstd -1 -T0" : "gzip -1";
    const options = ["--null", "--no-recursion", "--use-compress-program", program];
    await (0,tool/* runTool */.q)("tar", ["-c", "-f", file, "-C", environment, ...options, "-T", "-"], {
        timeoutMs: PACK_TIMEOUT_MS,
        stdin: names.map((name) => `./${name}\0`).join(""),
        signal,
    });
    return zstd ? "tar+zstd" : "tar+gzip";
}
async function hasZstd() {
    try {
        await (0,tool/* runTool */.q)("zstd", ["--version"], { timeoutMs: 5000 });
        return true;
    }
    catch (error) {
        if ((0,tool/* isMissing */.b)(error))
            return false;
        throw error;
    }
}
// Folders come before what is in them.
async function membersOf(environment) {
    const entries = await (0,promises_.readdir)(environment, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
        .map((entry) => (0,external_node_path_.relative)(environment, (0,external_node_path_.join)(entry.parentPath ?? entry.path, entry.name)))
        .sort();
}

;// CONCATENATED MODULE: ./lib/packages/image/pack-image.js









/**
 * Packs an environment into one file: squashfs, which can be mounted, else a tar archive. Sockets, pipes, devices and
 * extended attributes are left out; owners, modes and times are kept. Nobody ever sees half of the file. Nothing may
 * write to the environment meanwhile.
 *
 * @throws ImageError where it can't be packed (the file is then as it was before); the signal's reason when aborted.
 */
async function packImage(request) {
    const { file, platform, signal } = request;
    if (platform === "win32")
        throw new model/* ImageError */.C("unsupported", "environment images are not made on Windows");
    const unfinished = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}${image_parts/* UNFINISHED */.yA}`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        const format = await packInto(unfinished, request);
        await sync(unfinished);
        const { sha256, bytes } = await digestOf(unfinished, signal);
        await (0,promises_.rename)(unfinished, file);
        return { file, sha256, bytes, format };
    }
    catch (error) {
        await (0,promises_.rm)(unfinished, { force: true }).catch(() => undefined);
        throw pack_image_asImageError(error, signal);
    }
}
async function packInto(unfinished, request) {
    const packing = { environment: request.environment, file: unfinished, signal: request.signal };
    try {
        await packSquashfs(packing);
        return "squashfs";
    }
    catch (error) {
        if (!(0,tool/* isMissing */.b)(error))
            throw error;
        if (request.platform === "linux")
            request.note?.("squashfs-tools is missing: the environment's image is a tar archive, which is slower to restore.");
        return packTar(packing);
    }
}
async function sync(path) {
    const file = await (0,promises_.open)(path, "r+");
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}
function pack_image_asImageError(error, signal) {
    if (signal?.aborted || error instanceof model/* ImageError */.C)
        return signal?.aborted ? signal.reason : error;
    const { code, message } = error;
    if (code === undefined)
        return error;
    return new model/* ImageError */.C(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "failed", message, { cause: error });
}

// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
// EXTERNAL MODULE: ./lib/packages/image/mount-table.js
var mount_table = __webpack_require__(9627);
;// CONCATENATED MODULE: ./lib/packages/image/recover-images.js






const SUFFIX = ".image";
/**
 * Takes away what runs left of their environment images that were ended by `kill -9`: mounts under `<cache
 * directory>/env`, and their files; the images' own files stay. For the start of every run; costs a look into that
 * folder and, where there are images, one at the table of mounts. A slot that a live run holds is left alone: its lock
 * is taken meanwhile. Gives sentences for the user, of what could not be removed; never throws.
 */
async function recoverImages(where) {
    const folder = await (0,promises_.realpath)((0,external_node_path_.join)(where.cacheDirectory, "env")).catch(() => null);
    if (folder === null)
        return [];
    const problems = [];
    for (const slot of await leftovers(folder)) {
        const lock = await (0,lib_lock/* tryLock */.bh)(`${slot}.lock`).catch(() => null);
        if (lock === null)
            continue;
        try {
            await (0,remove_parts/* removeParts */.h)(await (0,image_parts/* partsOf */.CI)(slot));
            await removeUnfinished(`${slot}${SUFFIX}`);
        }
        catch (error) {
            problems.push(error.message);
        }
        finally {
            await lock.release();
        }
    }
    return problems;
}
/** Environments with more beside them than an image's file. */
async function leftovers(folder) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX));
    if (names.length === 0)
        return [];
    const mounted = await (0,mount_table/* mountPoints */.l)();
    const slots = names.map((name) => (0,external_node_path_.join)(folder, name.slice(0, -SUFFIX.length)));
    const left = await Promise.all(slots.map(async (slot) => mounted.includes(slot) || (await (0,promises_.readdir)(`${slot}${SUFFIX}`).catch(() => [])).some(isPart)));
    return slots.filter((_, index) => left[index]);
}
function isPart(name) {
    return name.endsWith(image_parts/* UNFINISHED */.yA) || image_parts/* PART_NAMES */.zK.includes(name);
}
async function removeUnfinished(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names.filter((other) => other.endsWith(image_parts/* UNFINISHED */.yA)))
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
}

;// CONCATENATED MODULE: ./lib/packages/image/index.js






/***/ }),

/***/ 7006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ImageError)
/* harmony export */ });
/** An image that could not be packed or opened: an expected outcome, which costs time and not the build. */
class ImageError extends Error {
    name = "ImageError";
    fault;
    constructor(fault, message, options) {
        super(message, options);
        this.fault = fault;
    }
}


/***/ }),

/***/ 9627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ mountPoints)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/**
 * Mount points of this process's mount namespace in the order in which they were made: /proc/self/mountinfo, proc(5).
 * One that was mounted over comes as often as it was. None where there is no such table.
 */
async function mountPoints() {
    const table = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)("/proc/self/mountinfo", "latin1").catch(() => "");
    return table
        .split("\n")
        .map((line) => line.split(" ")[4])
        .filter((field) => field !== undefined)
        .map(decode);
}
/** Space, tab, line break and backslash are written as \ooo, the other bytes as they are. */
function decode(field) {
    const bytes = field.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    return Buffer.from(bytes, "latin1").toString("utf8");
}


/***/ }),

/***/ 9061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   yA: () => (/* binding */ UNFINISHED),
/* harmony export */   zK: () => (/* binding */ PART_NAMES)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Names within `Parts.folder` that are made when an image is opened and go when it is closed. */
const PART_NAMES = ["lower", "memory", "upper", "work", "unpacked"];
/** Ending of files that are not finished. */
const UNFINISHED = ".tmp";
/** The folder above the environment must be there. */
async function partsOf(environment) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(environment)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(environment));
    const folder = `${path}.image`;
    const part = (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    return { environment: path, folder, lower: part("lower"), memory: part("memory"), unpacked: part("unpacked") };
}


/***/ }),

/***/ 3526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ runAsRoot),
/* harmony export */   z: () => (/* binding */ mayNot)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7006);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4893);


/**
 * Runs a program as root: at once, or through sudo where it asks for no password. It never prompts. A process of root's
 * can't be ended by a common user, so under sudo its end comes from `timeout`.
 *
 * @throws ImageError where it fails, or this user may not.
 */
async function runAsRoot(program, args, call) {
    if (process.getuid?.() === 0) {
        await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .runTool */ .q)(program, args, call);
        return;
    }
    const seconds = String(Math.ceil(call.timeoutMs / 1000));
    const under = ["-n", "--", "timeout", "-k", "1", seconds, program, ...args];
    await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .runTool */ .q)("sudo", under, { ...call, timeoutMs: call.timeoutMs + 3000 });
}
/** Whether an error is sudo's own: it is not installed, or this user may not without a password. */
function mayNot(error) {
    return (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .isMissing */ .b)(error) || (error instanceof _model_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageError */ .C && /^sudo failed.* sudo: /.test(error.message));
}


/***/ }),

/***/ 1664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeParts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7006);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9627);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9061);
/* harmony import */ var _privileged_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3526);







const CALL = { timeoutMs: 10_000 };
/** What still runs in the environment gets so long to end; then the mount goes as soon as it does. */
const PAUSES_MS = [20, 80];
/**
 * Unmounts what is mounted at an environment and its parts, and removes the parts; the image's file stays. Whatever
 * still runs in it keeps the files that it has open. Nothing to do: one look at the table of mounts.
 *
 * @throws ImageError where a mount stays, with what to do.
 */
async function removeParts(parts) {
    // A mount in the environment that somebody else made goes with it, lazily; so does one over another.
    const ours = [parts.environment, parts.lower, parts.memory];
    const mounted = (await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountPoints */ .l)()).filter((point) => ours.includes(point));
    for (const point of ours.flatMap((path) => mounted.filter((other) => other === path)))
        await unmount(point);
    // The mount point, which is empty without a mount.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(parts.environment).catch(() => undefined);
    for (const name of _parts_js__WEBPACK_IMPORTED_MODULE_5__/* .PART_NAMES */ .zK)
        await removeTree((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parts.folder, name));
    // Unless the image's file is in it.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(parts.folder).catch(() => undefined);
}
async function unmount(point) {
    for (const pause of PAUSES_MS) {
        try {
            await (0,_privileged_js__WEBPACK_IMPORTED_MODULE_6__/* .runAsRoot */ .y)("umount", ["--", point], CALL);
            return;
        }
        catch {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pause);
        }
    }
    try {
        await (0,_privileged_js__WEBPACK_IMPORTED_MODULE_6__/* .runAsRoot */ .y)("umount", ["-l", "--", point], CALL);
    }
    catch (error) {
        throw new _model_js__WEBPACK_IMPORTED_MODULE_3__/* .ImageError */ .C("failed", `${point} is still mounted; unmount it with: sudo umount -l '${point}'`, {
            cause: error,
        });
    }
}
// Overlay leaves folders of root's there, and so do commands that run as root.
async function removeTree(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    }
    catch (error) {
        const args = ["-rf", "--one-file-system", "--", path];
        await (0,_privileged_js__WEBPACK_IMPORTED_MODULE_6__/* .runAsRoot */ .y)("rm", args, { timeoutMs: 60_000 }).catch(() => {
            throw new _model_js__WEBPACK_IMPORTED_MODULE_3__/* .ImageError */ .C("failed", `${path} could not be removed: ${error.message}`, { cause: error });
        });
    }
}


/***/ }),

/***/ 4893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMissing),
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9268);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7006);


const MAX_TEXT = 64 * 1024;
/**
 * Runs a helper program. The machine's environment is kept from it but for a few variables: SOURCE_DATE_EPOCH,
 * TAR_OPTIONS, ZSTD_CLEVEL and their like would change what it does.
 *
 * @throws ImageError `missing-tool` where it is not installed, `failed` or `no-space` with its own words.
 */
async function runTool(program, args, call) {
    const command = new _command_index_js__WEBPACK_IMPORTED_MODULE_0__.Command(program, args).envPassCommon().env("LC_ALL", "C").timeout(call.timeoutMs).killGrace(500);
    command.maxBuffer(MAX_TEXT).leftovers("kill").allowFailure();
    if (call.cwd !== undefined)
        command.cwd(call.cwd);
    if (call.stdin !== undefined)
        command.stdin(call.stdin);
    if (call.signal !== undefined)
        command.signal(call.signal);
    const result = await command
        .stdout(call.line ?? "capture")
        .stderr("capture")
        .run();
    call.signal?.throwIfAborted();
    if (result.reason !== null)
        throw faultOf(program, result, call);
    return String(result.stdout);
}
function faultOf(program, result, call) {
    if (result.reason === "not-found" || result.reason === "not-executable")
        return new _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C("missing-tool", `${program} is missing`);
    const words = (result.stderr || result.stdout).trim().replace(/\s+/g, " ").slice(-500);
    if (result.timedOut)
        return new _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C("failed", `${program} took longer than ${call.timeoutMs / 1000} s: ${words}`);
    const fault = /no space left|disk quota/i.test(words) ? "no-space" : "failed";
    return new _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C(fault, `${program} failed (${result.reason} ${result.status}): ${words}`);
}
/** Whether an error is a program's absence. */
function isMissing(error) {
    return error instanceof _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C && error.fault === "missing-tool";
}


/***/ }),

/***/ 1435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ listen),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   t5: () => (/* binding */ KEEP_ALIVE_MS)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5428);



/** How long a client's connection stays open between two requests, in ms. */
const KEEP_ALIVE_MS = 75_000;
/** Binds the first of the ports that is free; the port. @throws UsageError `not-listening` where none is, or the address is not this machine's */
async function listen(server, { host, ports }) {
    for (const [index, port] of ports.entries()) {
        try {
            await bind(server, host, port);
            return server.address().port;
        }
        catch (cause) {
            if ((0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isCode */ ._m)(cause, "EADDRINUSE") && index < ports.length - 1)
                continue;
            const why = (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isCode */ ._m)(cause, "EADDRINUSE") ? "something else listens there" : cause.message;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e("not-listening", `The index can't listen on port ${port} of ${host}: ${why}.`, { cause });
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e("not-listening", "The index was given no port to listen on.");
}
/** `http://HOST:PORT`, without a slash at the end. */
function addressOf(host, port) {
    return `http://${(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 6 ? `[${host}]` : host}:${port}`;
}
function bind(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen({ host, port }, () => {
            server.off("error", reject);
            resolve();
        });
    });
}


/***/ }),

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


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ wheelMetadata)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);


const inflate = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateRaw);
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const MOST_DIRECTORY = 32 * 1024 * 1024;
const MOST_METADATA = 8 * 1024 * 1024;
const METADATA = /^[^/]+\.dist-info\/METADATA$/;
/** The file METADATA of a wheel (binary distribution format; ZIP without its 64-bit form); null: none that can be read. */
async function wheelMetadata(handle, size) {
    try {
        const entry = findEntry(await directoryOf(handle, size));
        if (entry === null || entry.size > MOST_METADATA || entry.packed > MOST_METADATA)
            return null;
        const local = await read(handle, entry.offset, 30);
        if (local.readUInt32LE(0) !== LOCAL)
            return null;
        const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
        const bytes = await read(handle, start, entry.packed);
        if (entry.method === 0)
            return bytes;
        return entry.method === 8 ? await inflate(bytes, { maxOutputLength: MOST_METADATA }) : null;
    }
    catch {
        return null;
    }
}
async function directoryOf(handle, size) {
    const length = Math.min(size, END_BYTES + MOST_COMMENT);
    const tail = await read(handle, size - length, length);
    for (let at = tail.length - END_BYTES; at >= 0; at--) {
        if (tail.readUInt32LE(at) !== END)
            continue;
        const bytes = tail.readUInt32LE(at + 12);
        if (bytes > MOST_DIRECTORY)
            break;
        return read(handle, tail.readUInt32LE(at + 16), bytes);
    }
    throw new Error("no directory");
}
function findEntry(directory) {
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
        const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
        if (METADATA.test(directory.toString("utf8", at + 46, nameEnd))) {
            return {
                method: directory.readUInt16LE(at + 10),
                packed: directory.readUInt32LE(at + 20),
                size: directory.readUInt32LE(at + 24),
                offset: directory.readUInt32LE(at + 42),
            };
        }
        at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return null;
}
async function read(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    if (bytesRead !== length)
        throw new Error("too short");
    return buffer;
}


/***/ }),

/***/ 4329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _0: () => (/* reexport */ environmentKeyOf),
  jJ: () => (/* reexport */ findImagePython),
  Ax: () => (/* reexport */ find_interpreter/* findInterpreter */.A),
  Np: () => (/* reexport */ isImagePythonKnown),
  openIndex: () => (/* reexport */ openIndex),
  _O: () => (/* reexport */ openPackages),
  vJ: () => (/* reexport */ openUpkeep),
  readUpstream: () => (/* reexport */ readUpstream),
  cm: () => (/* reexport */ recover/* recoverPackages */.cm)
});

// UNUSED EXPORTS: isStillThere

// EXTERNAL MODULE: ./lib/packages/find-interpreter.js + 2 modules
var find_interpreter = __webpack_require__(65);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/files.js
var lib_files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/packages/probe.js + 1 modules
var probe = __webpack_require__(6153);
// EXTERNAL MODULE: ./lib/packages/version-request.js
var version_request = __webpack_require__(2241);
;// CONCATENATED MODULE: ./lib/packages/image-python.js







const PROBE_TIMEOUT_MS = 60_000;
const MAKE_TIMEOUT_MS = 180_000;
/** Also the index that its pip, or the one of its ensurepip, has built in, and who it runs as. */
const IMAGE_PROBE = `${probe/* PROBE */.v}
wheel = bundled()
if wheel:
    sys.path.append(wheel)
try:
    from pip._internal.models.index import PyPI
    print(PyPI.simple_url)
except Exception:
    print("")
print(json.dumps({"uid": os.getuid(), "gid": os.getgid(), "home": os.path.expanduser("~")}))
`;
/** The image's Python, by its own answer, which is kept: the same digest, the same Python. @throws UsageError `no-python` where it has none, or not the one that is asked for */
async function findImagePython(image, search) {
    const { request, cacheDirectory } = search;
    const parts = request === null ? [] : (0,version_request/* versionParts */.VJ)(request);
    const minor = parts === null || parts.length < 2 ? [] : [`python${parts.slice(0, 2).join(".")}`];
    const names = parts === null ? [request ?? ""] : [...minor, "python3", "python"];
    const memo = memoOf(image, search);
    const kept = await recall(memo);
    if (kept !== null)
        return kept;
    const found = [];
    for (const name of names) {
        const interpreter = await ask(image, name, search.signal);
        if (interpreter === null)
            continue;
        if (parts !== null && !(0,version_request/* matchesVersion */.y1)(interpreter.version, parts)) {
            found.push(interpreter.version);
            continue;
        }
        await (0,promises_.mkdir)((0,external_node_path_.join)(cacheDirectory, "interpreters"), { recursive: true, mode: 0o700 })
            .then(() => (0,lib_files/* writeAtomically */.vK)(memo, JSON.stringify(interpreter)))
            .catch(() => undefined);
        return interpreter;
    }
    const wanted = request === null ? "" : ` ${request}`;
    const others = found.length === 0 ? "" : ` (it has ${found.join(", ")})`;
    throw new errors/* UsageError */.e("no-python", `The image ${image.name} has no Python${wanted}${others}. Name another image, or leave out what asks for it.`);
}
/** Whether `findImagePython` knows the answer without running anything. */
async function isImagePythonKnown(image, search) {
    return (await recall(memoOf(image, search))) !== null;
}
function memoOf({ id }, { request, cacheDirectory }) {
    return (0,external_node_path_.join)(cacheDirectory, "interpreters", `image-${digest(`${id} ${request ?? ""}`)}.json`);
}
async function ask(image, name, signal) {
    try {
        const text = await image.run([name, "-I", "-c", IMAGE_PROBE], {
            writable: [],
            timeoutMs: PROBE_TIMEOUT_MS,
            signal,
        });
        const [answer = "", index = "", user = ""] = text.trim().split("\n");
        const interpreter = JSON.parse(answer);
        const builtInIndex = index.startsWith("http") ? index : null;
        const known = { ...interpreter, image: { id: image.id, builtInIndex, user: JSON.parse(user) } };
        return isSound(known) ? known : null;
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        return null;
    }
}
/** What an image says of itself becomes parts of paths on this machine. */
function isSound({ version, implementation, build, executable, image }) {
    const { uid, gid, home } = image?.user ?? {};
    return (/^\d+\.\d+[\w.+-]*$/.test(version) &&
        /^\w+$/.test(implementation) &&
        [build, executable].every((text) => typeof text === "string") &&
        [uid, gid].every((id) => Number.isSafeInteger(id)) &&
        typeof home === "string" &&
        (0,external_node_path_.isAbsolute)(home));
}
async function recall(path) {
    try {
        const kept = JSON.parse((await (0,lib_files/* readIfThere */.qC)(path)) ?? "null");
        return kept !== null && isSound(kept) ? kept : null;
    }
    catch {
        return null;
    }
}
/**
 * Makes a virtual environment at `path` by the image's Python, with the pip that the image brings.
 *
 * @throws UsageError `no-environment` with Python's own words, or where the engine gives its files to another user
 */
async function makeInImage(image, about) {
    const { path, interpreter, pip, signal } = about;
    if (pip !== "newest" && pip !== "bundled") {
        throw new errors/* UsageError */.e("no-pip", `pypi.pip: an environment of the image ${image.name} has the pip that the image brings. Leave it out, or install pip==${pip} in install.`);
    }
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
    const owner = ownerIn(image, interpreter);
    if (owner !== null)
        await (0,promises_.lchown)(path, owner.uid, owner.gid);
    const without = interpreter.bundledPip === null ? ["--without-pip"] : [];
    try {
        const argv = [interpreter.executable, "-I", "-m", "venv", ...without, path];
        await image.run(argv, { writable: [path], timeoutMs: MAKE_TIMEOUT_MS, signal });
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        throw new errors/* UsageError */.e("no-environment", `The Python of the image ${image.name} could not make the build's environment: ${error.message.slice(-2000)}`, { cause: error });
    }
    const made = await (0,promises_.stat)((0,external_node_path_.join)(path, "pyvenv.cfg")).catch(() => null);
    const uid = owner?.uid ?? process.getuid?.() ?? 0;
    if (made?.uid === uid)
        return;
    throw new errors/* UsageError */.e("no-environment", `The container engine gives what is made in ${image.name} to another user, so that no environment can be kept. Use podman without root's rights, or run forgexec as root.`);
}
/** Whose files have to be what commands in the image are to read and write; null: whoever runs this, as ever. */
function ownerIn(image, { image: of }) {
    const user = of?.user;
    return image?.files !== "users" || user === undefined || user.uid === 0 ? null : user;
}
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 32);
}

// EXTERNAL MODULE: ./lib/packages/kept-image.js
var kept_image = __webpack_require__(1713);
;// CONCATENATED MODULE: ./lib/packages/open-index.js
/**
 * Starts the caching package index (PEP 503, 691, 658): on loopback, over a store on disk. What it needs is loaded here.
 * Upstreams are reached as the machine's pip would reach them, unless `connection` says how.
 *
 * @throws UsageError `not-listening`, `invalid-upstream`
 */
async function openIndex(options) {
    const [{ open }, { machineConnection }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8514), __webpack_require__.e(8190), __webpack_require__.e(8788), __webpack_require__.e(9660)]).then(__webpack_require__.bind(__webpack_require__, 9660)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5108)),
    ]);
    return open({ ...options, connection: options.connection ?? (await machineConnection(options)) });
}
/** Reads `URL` or `NAME=URL`. @throws UsageError `invalid-upstream`; its message holds no credentials */
async function readUpstream(text) {
    const { parseUpstream } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5625));
    return parseUpstream(text);
}

// EXTERNAL MODULE: ./lib/plan/index.js + 12 modules
var plan = __webpack_require__(714);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/packages/compiled.js



/** Less than this takes Python no time to compile again. */
const LEAST_BYTES = 256 * 1024;
/**
 * Whether Python has compiled modules of the environment since `since` (milliseconds since the epoch), so many that they
 * are worth keeping, and nothing else in it was written to. A file's time of change cannot be set by whoever writes to it.
 * Ten thousand files take 0.2 s.
 */
async function hasOnlyCompiled(environment, since) {
    const found = { compiledBytes: 0, changed: false };
    await look(environment, { since, found });
    return !found.changed && found.compiledBytes >= LEAST_BYTES;
}
async function look(folder, { since, found }) {
    const compiled = folder.endsWith("__pycache__");
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        if (found.changed)
            return;
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            await look(path, { since, found });
        else {
            // As in `fullFingerprint`: a call that waits takes a third of the time.
            const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
            if (stats !== undefined && stats.ctimeMs <= since)
                continue;
            if (compiled && entry.isFile() && entry.name.endsWith(".pyc"))
                found.compiledBytes += stats?.size ?? 0;
            else
                found.changed = true;
        }
    }
}

;// CONCATENATED MODULE: ./lib/packages/environment-key.js

const FORMAT = 1;
const PART_LENGTH = 8;
/** What tells the environments of one project apart from those of others, and from another format's. */
function keyPrefix(options) {
    const { prefix, project } = options;
    return `${plain(prefix)}forgexec-env-${FORMAT}-${plain(project).slice(0, 120)}-`;
}
/**
 * The key of an environment in a store: short hashes of all that it depends on, one for each part, so that two keys tell
 * which parts differ. At most 512 characters without commas, as the Actions cache wants it.
 */
function environmentKey(parts, prefix) {
    const hashes = Object.values(parts).map((text) => (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, PART_LENGTH));
    return prefix + hashes.join("");
}
/** The parts of `parts` that the environment of another key of the same prefix does not share; empty: it can't be told. */
function differingParts(parts, prefix, other) {
    const own = environmentKey(parts, prefix).slice(prefix.length);
    const theirs = other.slice(prefix.length);
    if (!other.startsWith(prefix) || theirs.length !== own.length)
        return [];
    return Object.keys(parts).filter((_, index) => {
        const from = index * PART_LENGTH;
        return own.slice(from, from + PART_LENGTH) !== theirs.slice(from, from + PART_LENGTH);
    });
}
/** The freshness window that a moment lies in. `freshnessMs`: its length, in ms; 0: there is none. */
function freshnessWindow(now, freshnessMs) {
    return freshnessMs > 0 ? `${freshnessMs}/${Math.floor(now / freshnessMs)}` : "";
}
function plain(text) {
    return text.replace(/[^\w.-]+/g, "_");
}

;// CONCATENATED MODULE: ./lib/packages/exposed.js


// Beside the environment: what lies in it is whatever the commands of a sandbox made of it, its stamp too.
function markOf(environment) {
    return `${environment}.exposed`;
}
/** Notes that commands of a sandbox can write to the environment of this key from now on. */
async function markExposed(environment, key) {
    await (0,promises_.writeFile)(markOf(environment), key, { mode: 0o600 });
}
/** Its key, if they could since it was made or restored; null: they could not. */
async function exposedKey(environment) {
    return (0,lib_files/* readIfThere */.qC)(markOf(environment));
}
/** It is made anew, or was restored. */
async function clearExposed(environment) {
    await (0,promises_.rm)(markOf(environment), { force: true });
}

// EXTERNAL MODULE: ./lib/packages/give-to.js
var give_to = __webpack_require__(7460);
// EXTERNAL MODULE: ./lib/packages/image/index.js + 11 modules
var packages_image = __webpack_require__(7108);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/packages/pip-wheel.js
var pip_wheel = __webpack_require__(918);
// EXTERNAL MODULE: ./lib/packages/python.js
var packages_python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/python-scripts.js
/**
 * Puts the pip wheel argv[1] into the environment whose Python runs this: what pip's own installation of a wheel leaves
 * there, without the seconds that it takes. For POSIX systems and Python 3.6 and later.
 */
const PUT_PIP_IN = `
import base64, csv, hashlib, io, os, sys, sysconfig, zipfile
wheel, = sys.argv[1:]
site, scripts = sysconfig.get_path("purelib"), sysconfig.get_path("scripts")
root = os.path.realpath(site)
archive = zipfile.ZipFile(wheel)
for name in archive.namelist():
    target = os.path.realpath(os.path.join(site, name))
    if not target.startswith(root + os.sep):
        sys.exit("the wheel has a file outside of itself: " + name)
info = [name for name in archive.namelist() if name.endswith(".dist-info/RECORD")][0].rsplit("/", 1)[0]
entry = "pip._internal.cli.main:main"
for line in archive.read(info + "/entry_points.txt").decode("utf-8").splitlines():
    if line.replace(" ", "").startswith("pip="):
        entry = line.split("=", 1)[1].strip()
module, function = entry.split(":")
archive.extractall(site)
python = sys.executable
if " " in python or len(python) > 120:
    shebang = "#!/bin/sh\\n'''exec' \\"" + python + "\\" \\"$0\\" \\"$@\\"\\n' '''\\n"
else:
    shebang = "#!" + python + "\\n"
body = shebang + """# -*- coding: utf-8 -*-
import re
import sys
from """ + module + " import " + function + """
if __name__ == "__main__":
    sys.argv[0] = re.sub(r"(-script\\\\.pyw|\\\\.exe)?$", "", sys.argv[0])
    sys.exit(""" + function + """())
"""
def digest(data):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
added = []
for name in ("pip", "pip%d" % sys.version_info[0], "pip%d.%d" % sys.version_info[:2]):
    path = os.path.join(scripts, name)
    data = body.encode("utf-8")
    with open(path, "wb") as out:
        out.write(data)
    os.chmod(path, 0o755)
    added.append((os.path.relpath(path, site).replace(os.sep, "/"), digest(data), str(len(data))))
with open(os.path.join(site, info, "INSTALLER"), "wb") as out:
    out.write(b"pip\\n")
added.append((info + "/INSTALLER", digest(b"pip\\n"), "4"))
text = io.StringIO()
csv.writer(text, lineterminator="\\n").writerows(added)
with open(os.path.join(site, info, "RECORD"), "a", newline="", encoding="utf-8") as out:
    out.write(text.getvalue())
`;

;// CONCATENATED MODULE: ./lib/packages/make-environment.js







const make_environment_MAKE_TIMEOUT_MS = 120_000;
/** Folder of an environment's programs. */
function programsOf(path, platform) {
    return (0,external_node_path_.join)(path, platform === "win32" ? "Scripts" : "bin");
}
/** The environment's own Python. */
function pythonOf(path, platform) {
    return (0,external_node_path_.join)(programsOf(path, platform), platform === "win32" ? "python.exe" : "python");
}
/**
 * Makes a virtual environment with pip, and without setuptools, at `path`; what was there is removed first. It is made
 * in place, since its scripts hold its path.
 *
 * @throws UsageError `no-environment` with Python's own words, `no-pip` where there is neither pip nor an index.
 */
async function makeEnvironment(request) {
    const { path, interpreter, signal } = request;
    const wheel = await (0,pip_wheel/* pipWheel */.X)(request);
    if (wheel === null && request.index === "unnamed") {
        throw new errors/* UsageError */.e("no-pip", `${interpreter.executable} has neither pip nor ensurepip, and no index is named. Install pip for it (on Debian: python3-pip or python3-venv), or give pypi.index-url or PIP_INDEX_URL.`);
    }
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const call = { environment: request.environment, cwd: (0,external_node_os_.tmpdir)(), timeoutMs: make_environment_MAKE_TIMEOUT_MS, signal };
    try {
        await (0,packages_python/* runPython */.w)({ ...call, python: interpreter.executable, args: ["-I", "-m", "venv", "--without-pip", path] });
        if (wheel === null) {
            request.note(`${interpreter.executable} has no pip: the environment has none either.`);
            return;
        }
        await putPipIn(request, wheel, call);
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        const { stderr, stdout, message } = error;
        throw new errors/* UsageError */.e("no-environment", `${interpreter.executable} could not make the build's environment ${path}: ${(stderr || stdout || message).trim().slice(-2000)}`, { cause: error });
    }
}
async function putPipIn(request, wheel, call) {
    const python = pythonOf(request.path, request.platform);
    // There pip's own launchers are programs, which only pip makes.
    const args = request.platform === "win32"
        ? ["-I", (0,external_node_path_.join)(wheel, "pip"), "--isolated", "install", "--no-index", "--no-deps", wheel]
        : ["-I", "-c", PUT_PIP_IN, wheel];
    await (0,packages_python/* runPython */.w)({ ...call, python, args });
}

// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/packages/fingerprint.js




const TELLING = /\.(dist-info|egg-info|egg-link|pth)$/;
/**
 * A hash that changes when a distribution was installed into, updated in or removed from the environment: names and
 * times, in seconds, of site-packages' dist-info, egg-info, egg-link and pth entries. Null: there is no site-packages.
 */
function fingerprint(environment, platform) {
    return overPackages(environment, platform, async (site, names, hash) => {
        const telling = names.filter((name) => TELLING.test(name)).sort();
        const times = await Promise.all(telling.map(async (name) => wholeSeconds(await (0,promises_.stat)((0,external_node_path_.join)(site, name)).catch(() => null))));
        hash.update(JSON.stringify([site, telling, times]));
    });
}
/**
 * As `fingerprint`, but it changes with the size or time of any file in site-packages, however it was written to. What
 * Python compiles while modules are imported does not count. Ten thousand files take 0.2 s.
 */
function fullFingerprint(environment, platform) {
    return overPackages(environment, platform, (site, _names, hash) => addFolder(site, hash));
}
async function overPackages(environment, platform, add) {
    const folders = platform === "win32" ? [(0,external_node_path_.join)(environment, "Lib")] : await librariesOf(environment);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let seen = 0;
    for (const folder of folders) {
        const site = (0,external_node_path_.join)(folder, "site-packages");
        const names = await (0,promises_.readdir)(site).catch(() => null);
        if (names === null)
            continue;
        seen++;
        await add(site, names, hash);
    }
    return seen === 0 ? null : hash.digest("hex");
}
async function addFolder(folder, hash) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    entries.sort((left, right) => (left.name < right.name ? -1 : 1));
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.name === "__pycache__")
            continue;
        if (entry.isDirectory())
            await addFolder(path, hash);
        else {
            // A call that waits takes a third of the time of one that does not, and nothing else happens meanwhile.
            const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
            hash.update(JSON.stringify([path, stats?.size, wholeSeconds(stats ?? null)]));
        }
    }
}
// What came out of an image has lost the fractions.
function wholeSeconds(stats) {
    return Math.floor((stats?.mtimeMs ?? 0) / 1000);
}
async function librariesOf(environment) {
    const folder = (0,external_node_path_.join)(environment, "lib");
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.sort().map((name) => (0,external_node_path_.join)(folder, name));
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./lib/bounded.js
var bounded = __webpack_require__(8162);
;// CONCATENATED MODULE: ./lib/packages/requirement-sources.js
const REQUIREMENTS = /\.(?:txt|in|pip|list)$/;
const LOCK = /\.lock$/;
/** What stands behind it is a folder or a repository, whatever it is called. */
const EDITABLE = /^\s*(?:-e|--editable)(?:\s|=)*/;
const ARCHIVE = /\.(?:whl|zip|tar(?:\.\w+)?|tgz)$/i;
/** In locks of uv, poetry and pdm: packages from a folder beside the project itself, which its own options leave out. */
const LOCKED_FOLDERS = [
    /\bsource = \{ (?:editable|directory|path) = "(?!\.")/,
    /^type = "(?:directory|file)"$/m,
    /^path = "/m,
];
const LOCKED_URLS = [/\bsource = \{ (?:git|url) = "/, /^type = "(?:git|url)"$/m, /^git = "/m];
/** What a requirements file or a lock installs from, the farthest from an index that it names; for other files `index`. */
function packageSource(file, content) {
    if (LOCK.test(file)) {
        const text = content.toString("latin1");
        if (LOCKED_FOLDERS.some((pattern) => pattern.test(text)))
            return "folder";
        return LOCKED_URLS.some((pattern) => pattern.test(text)) ? "url" : "index";
    }
    return farthest(requirementsIn(file, content).map(sourceOf));
}
/** The farthest from an index. */
function farthest(sources) {
    if (sources.includes("folder"))
        return "folder";
    return sources.includes("url") ? "url" : "index";
}
/** The archives of this machine that a requirements file names: relative ones start from where pip runs. */
function archivesIn(file, content) {
    return requirementsIn(file, content)
        .filter((requirement) => sourceOf(requirement) === "folder")
        .map((requirement) => requirement.replace(/^.*?@\s*/, "").replace(/^file:(?:\/\/)?/, ""))
        .filter((path) => ARCHIVE.test(path));
}
// pip's requirements file format: options, comments, markers and hashes are not what is installed.
function requirementsIn(file, content) {
    if (!REQUIREMENTS.test(file))
        return [];
    const lines = content.toString("utf8").split(/[\r\n]+/);
    return lines
        .map((line) => line.replace(/(?:^|\s)#.*$/, "").replace(EDITABLE, "./"))
        .map((line) => line.replace(/\s+--.*$|\s+;.*$|\s*\\$/g, "").trim())
        .filter((line) => line !== "" && !line.startsWith("-"));
}
// pip's rule: what has a separator, begins with a dot, ends like an archive, or is a URL, is no name on an index.
function sourceOf(requirement) {
    const name = requirement.replace(/;.*$/, "").trim();
    if (!/[/\\@:]|^\./.test(name) && !ARCHIVE.test(name))
        return "index";
    return name.includes("://") && !/\bfile:/i.test(name) ? "url" : "folder";
}

;// CONCATENATED MODULE: ./lib/packages/install-inputs.js








const USUAL = [
    "**/*requirements*.{txt,in}",
    "**/requirements/**/*.{txt,in}",
    "**/*constraints*.txt",
    "**/pyproject.toml",
    "**/setup.{py,cfg}",
    "**/*.lock",
    "**/tox.ini",
    "**/Pipfile*",
];
const SKIPPED = new Set([".git", ".hg", ".forge", "node_modules", ".venv", "venv", ".tox", ".nox", "__pycache__"]);
const MAX_FOLDERS = 3000;
const MAX_DEPTH = 10;
const MAX_FILES = 2000;
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
/** How long the patterns of the spec may be compared with a folder's names, in milliseconds. */
const MATCH_BOUND = 500;
/**
 * Hashes the files that installing depends on: those that `install.inputs` names, else the usual ones in the tree
 * (requirements, constraints, pyproject.toml, setup.py and setup.cfg, locks, tox.ini, Pipfile), and in both cases files
 * which the commands, or `further` words, name and what requirements files include. Bounded: a large tree is read only near its root.
 */
async function installInputs(directory, install, further = []) {
    const words = wordsOf(install).slice(0, MAX_FILES);
    const declared = install?.inputs;
    const patterns = Array.isArray(declared) ? declared.filter((each) => typeof each === "string") : USUAL;
    const found = await walk(directory, picomatch([...patterns], { dot: true }));
    const named = [...words, ...further]
        .map((word) => (0,external_node_path_.resolve)(directory, word))
        .filter((path) => mayBeInput(directory, path));
    // What the commands name comes first: it counts however much else there is.
    const contents = await readAll([...named, ...found], directory);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const [file, content] of [...contents].sort(([left], [right]) => (left < right ? -1 : 1)))
        hash.update(JSON.stringify([(0,external_node_path_.relative)(directory, file), content.length])).update(content);
    const filesFrom = farthest([...contents].map(([file, content]) => packageSource(file, content)));
    const fromPath = words.some(installsPath) || filesFrom === "folder";
    return { hash: hash.digest("hex"), fromPath: fromPath ? "yes" : "no", filesFrom };
}
async function readAll(files, directory) {
    const contents = new Map();
    let looked = 0;
    let room = MAX_TOTAL_BYTES;
    // A set goes on to what is added to it while it is walked.
    const queue = new Set(files);
    for (const file of queue) {
        if (looked++ >= MAX_FILES)
            break;
        const content = await contentOf(file, Math.min(MAX_BYTES, room));
        if (content === null)
            continue;
        room -= content.length;
        contents.set(file, content);
        const archives = archivesIn(file, content).map((path) => (0,external_node_path_.resolve)(directory, path));
        for (const other of [...includedBy(file, content), ...archives].slice(0, MAX_FILES))
            queue.add(other);
    }
    return contents;
}
// pip's requirements file format: -r, -c and their long forms, relative to the file that has them.
function includedBy(file, content) {
    if (!/\.(txt|in|pip|list)$/.test(file))
        return [];
    const lines = content.toString("utf8").matchAll(/^\s*(?:-[rc]|--requirement|--constraint)[ =]?\s*([^\s#]+)/gm);
    return [...lines].map(([, path = ""]) => (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), path)).filter((path) => !path.includes("\0"));
}
// Elsewhere on the machine only what looks like it: a program's or a device's file is none.
function mayBeInput(directory, path) {
    const within = path.startsWith(directory.endsWith(external_node_path_.sep) ? directory : directory + external_node_path_.sep);
    return within || /\.(txt|in|toml|lock|cfg|whl|tar\.gz|zip)$/.test(path);
}
// Whatever words the commands have, in whichever form the spec gave them.
function wordsOf(value) {
    if (typeof value === "string")
        return value.split(/[\s'"=]+/).filter((word) => word !== "" && word.length < 512 && !word.includes("\0"));
    if (typeof value !== "object" || value === null)
        return [];
    return Object.values(value).flatMap(wordsOf);
}
const PROJECT_INSTALLERS = new Set([
    "poetry",
    "pdm",
    "hatch",
    "flit",
    "uv",
    "make",
    "pipenv",
    "rye",
    "pixi",
    "setup.py",
]);
function installsPath(word) {
    return (word === "-e" || word === "--editable" || /^\.{1,2}(\/|$|\[)/.test(word) || PROJECT_INSTALLERS.has((0,external_node_path_.basename)(word)));
}
/** Of a file that is too large its size and time; null for what is no file. */
async function contentOf(path, limit) {
    try {
        const content = await (0,read_file/* readRegularFile */.X)(path, limit);
        if ("bytes" in content)
            return content.bytes;
        return content.problem === "too-large" ? Buffer.from(`${content.size} ${content.mtimeMs}`) : null;
    }
    catch {
        return null;
    }
}
async function walk(directory, wanted) {
    const found = [];
    let level = [directory];
    let folders = 0;
    for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
        const next = [];
        for (const folder of level) {
            if (++folders > MAX_FOLDERS)
                return found;
            const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
            // A virtual environment, whatever its name.
            if (depth > 0 && entries.some(({ name }) => name === "pyvenv.cfg"))
                continue;
            entries.sort((left, right) => (left.name < right.name ? -1 : 1));
            const pathOf = ({ name }) => (0,external_node_path_.join)(folder, name);
            for (const entry of entries)
                if (entry.isDirectory() && !SKIPPED.has(entry.name))
                    next.push(pathOf(entry));
            const files = entries.filter((entry) => !entry.isDirectory()).map(pathOf);
            const here = wantedOf(files, (path) => wanted((0,external_node_path_.relative)(directory, path).split(external_node_path_.sep).join("/")));
            for (const path of here)
                found.push(path);
            if (found.length > MAX_FILES)
                return found;
        }
        level = next;
    }
    return found;
}
function wantedOf(files, wanted) {
    const matched = (0,bounded/* bounded */.M)(() => files.filter(wanted), MATCH_BOUND);
    if (matched !== null)
        return matched.value;
    throw new errors/* UsageError */.e("slow-pattern", "install.inputs: a pattern takes too long to compare with the project's files. Write it with fewer `*` and alternatives.");
}

// EXTERNAL MODULE: ./lib/packages/system.js
var system = __webpack_require__(4016);
;// CONCATENATED MODULE: ./lib/packages/stamp.js









const STAMP_FORMAT = 4;
/** The key of the environment as it would be made now, and where the files that it depends on install from. */
async function stampKey(source) {
    const { interpreter, inputs, platform } = source;
    const files = await installInputs(source.directory, inputs.install, source.choices.flatMap(([, value]) => value.split(/\s+/)));
    const parts = {
        "forgexec's format of environments": String(STAMP_FORMAT),
        "the system": `${(0,system/* systemRelease */.z)(platform)} ${(0,system/* processorLevel */.d)()}`,
        "the user": String(process.getuid?.() ?? ""),
        "the environment's path": source.path,
        "the Python interpreter": stamp_digest([
            interpreter.version,
            interpreter.implementation,
            interpreter.build,
            interpreter.base,
        ]),
        // Always there, or keys with and without one could not be compared part by part.
        "the image": interpreter.image?.id ?? "",
        "python in the spec": stamp_digest(inputs.python),
        "pypi in the spec": stamp_digest(inputs.pypi),
        "install in the spec": stamp_digest(inputs.install),
        "a variable that install depends on": stamp_digest(source.choices),
        "a file that install depends on": files.hash,
        "the project's folder": files.fromPath === "yes" ? source.directory : "",
        "the freshness window": source.window,
    };
    return { parts, filesFrom: files.filesFrom };
}
/**
 * Looks at the environment at `source.path`: whether it is that of `key`, and as install left it. No Python is started.
 * `distributions`: for what has just come out of an image.
 */
async function standing(source, key, closeness) {
    const stamp = await readStamp(source.path);
    // An image's Python is none of this machine's, so the environment's link to it leads nowhere here.
    const look = source.interpreter.image === undefined ? promises_.stat : promises_.lstat;
    const python = await look(pythonOf(source.path, source.platform)).catch(() => null);
    if (stamp === null || python === null)
        return { state: "missing" };
    const changed = differences(key, stamp.key);
    const same = changed.length === 0 || (stamp.after !== undefined && differences(key, stamp.after).length === 0);
    if (!same)
        return { state: "outdated", reason: `${changed.join(" and ")} changed since it was made` };
    if (stamp.fingerprint !== (await fingerprint(source.path, source.platform)))
        return { state: "outdated", reason: "its packages were changed after install" };
    if (closeness === "files" && stamp.files !== (await fullFingerprint(source.path, source.platform)))
        return { state: "outdated", reason: "files of its packages were changed after install" };
    return { state: "valid" };
}
function differences(key, other) {
    return Object.keys(key).filter((part) => other[part] !== key[part]);
}
/**
 * Says that the environment is whole. The last thing that is written to it. Installing may have written a file that it
 * depends on, such as a lock: then it is that of the key before and of the one after. `distributions`: for an environment
 * that is gone after the run.
 */
async function writeStamp(source, key, closeness) {
    const { parts } = await stampKey(source);
    const after = differences(key, parts).length === 0 ? {} : { after: parts };
    const { path, platform } = source;
    const files = closeness === "files" ? { files: await fullFingerprint(path, platform) } : {};
    const stamp = { key, ...after, fingerprint: await fingerprint(path, platform), ...files };
    await (0,lib_files/* writeAtomically */.vK)(stampPath(source.path), `${JSON.stringify(stamp, null, 2)}\n`);
}
/** When the environment was whole, in milliseconds since the epoch; null: it is not. */
async function stampedAt(path) {
    return (await (0,promises_.stat)(stampPath(path)).catch(() => null))?.ctimeMs ?? null;
}
/** Says that the environment is not to be used again as it is. */
async function removeStamp(path) {
    await (0,promises_.rm)(stampPath(path), { force: true });
}
function stampPath(path) {
    return (0,external_node_path_.join)(path, "forgexec-environment.json");
}
async function readStamp(path) {
    try {
        const stamp = JSON.parse((await (0,read_file/* readText */.y)(stampPath(path))) ?? "null");
        return stamp?.key && typeof stamp.key === "object" ? stamp : null;
    }
    catch {
        return null;
    }
}
function stamp_digest(value) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify(value) ?? "")
        .digest("hex")
        .slice(0, 32);
}

;// CONCATENATED MODULE: ./lib/packages/prepare-environment.js



/** Whether the spec has anything under `install`. */
function hasInstall(install) {
    const steps = Array.isArray(install) ? install : install?.steps;
    return Array.isArray(steps) ? steps.length > 0 : Boolean(install);
}
/**
 * Sees to it that an environment stands at `source.path` that is not there, or not that of `key`: makes a new one. Without
 * `install` among the phases an outdated one stays as it is, since nothing would fill a new one.
 */
async function prepareEnvironment(source, options, found) {
    const { note } = options;
    const { key, now } = found;
    const installs = options.phases.includes("install");
    const filled = hasInstall(source.inputs.install);
    if (now.state === "outdated" && filled && !installs) {
        note(`The environment is used as it stands, although ${now.reason}. Run the install phase to bring it up to date.`);
        return;
    }
    if (now.state === "outdated")
        note(`The environment is made anew: ${now.reason}.`);
    await removeStamp(source.path);
    if (options.image !== undefined) {
        const { interpreter, path } = source;
        const pip = options.pypi?.pip ?? "newest";
        await makeInImage(options.image, { path, interpreter, pip, signal: options.signal });
    }
    else
        await makeEnvironment({
            path: source.path,
            interpreter: source.interpreter,
            pip: options.pypi?.pip ?? "newest",
            index: options.pypi?.indexUrl || options.environment.PIP_INDEX_URL ? "named" : "unnamed",
            cacheDirectory: options.cacheDirectory,
            network: options.network,
            environment: options.environment,
            platform: options.platform,
            note,
            signal: options.signal,
        });
    if (!filled)
        await writeStamp(source, key, "files");
    else if (!installs)
        note("The environment is empty: it was not there, and install is not among the phases. Run the install phase first.");
}

// EXTERNAL MODULE: ./lib/packages/slot.js
var packages_slot = __webpack_require__(9937);
;// CONCATENATED MODULE: ./lib/packages/build-environment.js











/** The build's Python environment for the length of a run: kept, restored or made; packed after install, and again with what was compiled since; saved at the end. */
class BuildEnvironment {
    key;
    origin;
    /** Whether it holds all that install puts into it. */
    contents;
    savedKey = null;
    packedBytes = 0;
    #source;
    #parts;
    #cache;
    #place;
    #exposed = false;
    constructor(parts) {
        this.key = parts.key;
        this.origin = parts.origin;
        this.contents = parts.contents;
        this.#source = parts.source;
        this.#parts = parts.parts;
        this.#cache = parts.cache;
        this.#place = parts.place;
    }
    /** Sees to it that an environment stands at `source.path`. `beforeMaking`: called where a new one has to be made. */
    static async open(source, options, beforeMaking) {
        const cache = options.cache ?? null;
        await (0,packages_image/* clearPlace */.xy)(source.path);
        const { parts, filesFrom } = await stampKey(source);
        const key = keyOf(parts, source, options);
        const place = {
            environment: source.path,
            platform: source.platform,
            python: options.image === undefined ? "machine" : "image",
            signal: options.signal,
            note: options.note,
            warn: options.warn ?? ((_code, message) => options.note(message)),
        };
        const origin = await originOf({ source, parts, key, cache, place, options, beforeMaking });
        const contents = cache !== null && origin.kind !== "made" && filesFrom === "index" ? "whole" : "unknown";
        return new BuildEnvironment({ key, origin, contents, source, parts, cache, place });
    }
    /** Variables for its commands. A mount is a file system of its own, to which uv could not link from its cache. */
    variables(machine) {
        return this.#isMounted && !machine.UV_LINK_MODE ? { UV_LINK_MODE: "copy" } : {};
    }
    /** Whether it came from an image that a failed run left beside it. */
    get #isLeft() {
        return this.origin.kind === "restored" && this.origin.from.where === "beside";
    }
    get #isMounted() {
        return this.origin.kind === "restored" && this.origin.from.image.way === "mounted";
    }
    /** While install runs the environment counts as unfinished. */
    beginInstall() {
        return removeStamp(this.#source.path);
    }
    /** Commands of a sandbox get to write to it. What is mounted goes with the run; and install's own work counts where it is kept. */
    async expose(phase) {
        if (this.#isMounted || (phase === "install" && this.#cache?.use === "read-write"))
            return;
        this.#exposed = true;
        await markExposed(this.#source.path, this.key);
    }
    /** Install has succeeded: says so, and packs what is not in the store yet, before anything else writes to it. */
    async installed() {
        await writeStamp(this.#source, this.#parts, this.#isMounted ? "distributions" : "files");
        if (this.#cache?.use !== "read-write" || this.origin.kind !== "made")
            return;
        const image = await (0,kept_image/* packForStore */.gt)(this.#place);
        this.packedBytes = image?.bytes ?? 0;
    }
    /** Takes mounts away; saves what was packed, or gives it as still to be saved. `outcome`: of the whole run. */
    async close(outcome) {
        if (this.origin.kind === "restored")
            await this.origin.from.image.close();
        const { path } = this.#source;
        const unsaved = this.packedBytes > 0 || this.#isLeft;
        if (!unsaved || !outcome.succeeded || this.#cache?.use !== "read-write") {
            // The environment itself will not be taken again, but what it was after install may be.
            if (unsaved && (this.#exposed || this.#isLeft))
                await (0,kept_image/* leaveImage */.LR)(path, this.key);
            else
                await (0,kept_image/* dropAbandonedImage */.Pj)(path);
            return [];
        }
        if (await this.#hasCompiledMore()) {
            this.packedBytes = (await (0,kept_image/* packForStore */.gt)(this.#place))?.bytes ?? 0;
            if (this.packedBytes === 0)
                return [];
        }
        const paths = (0,kept_image/* imagePaths */.uz)(path);
        if (this.#cache.saving === "later") {
            await (0,kept_image/* leaveImage */.LR)(path, this.key);
            return [{ what: "environment", key: this.key, paths }];
        }
        const saved = await this.#cache.environments.save(this.key, paths);
        this.savedKey = saved?.key ?? null;
        await (0,kept_image/* dropImage */.zd)(path);
        return [];
    }
    /**
     * Whether the image is to be packed again, now with what Python compiled when the later phases imported it: with many
     * packages that takes longer than all else of a second run. What commands of a sandbox left never is.
     */
    async #hasCompiledMore() {
        const { path } = this.#source;
        if (this.packedBytes === 0 || this.#exposed)
            return false;
        const since = await stampedAt(path);
        if (since === null || !(await hasOnlyCompiled(path, since)))
            return false;
        return (await standing(this.#source, this.#parts, "files")).state === "valid";
    }
}
/** The key of the environment in slot 0, for showing it; nothing is made. */
async function previewKey(source, options) {
    return keyOf((await stampKey(source)).parts, source, options);
}
function keyOf(parts, source, options) {
    return environmentKey(parts, prefixOf(source, options));
}
function prefixOf(source, options) {
    return keyPrefix({
        prefix: options.cache?.prefix ?? "",
        project: (0,packages_slot/* slotName */.M8)({ ...options, directory: source.directory }),
    });
}
async function originOf(search) {
    const { source, parts, key, cache, place, options } = search;
    const exposed = await exposedKey(source.path);
    const usable = cache?.use !== "off" && exposed === null;
    const now = usable ? await standing(source, parts, "files") : { state: "missing" };
    if (now.state === "valid")
        return { kind: "kept" };
    if (cache !== null && cache.use !== "off") {
        const began = performance.now();
        const from = (await (0,kept_image/* takeLeft */.$M)(key, cache, place)) ?? (await (0,kept_image/* takeFromStore */.Rf)(key, cache, place));
        if (from !== null)
            await (0,give_to/* giveTo */.j)(source.path, ownerIn(options.image, source.interpreter));
        if (from !== null && (await isWhole(search, from))) {
            await clearExposed(source.path);
            return { kind: "restored", from, restoredMs: Math.round(performance.now() - began) };
        }
    }
    const reason = cache === null || cache.use === "off" ? null : await reasonOf(search, { exposed, now });
    await search.beforeMaking();
    if (now.state === "missing")
        await clearExposed(source.path);
    await prepareEnvironment(source, options, { key: parts, now });
    return { kind: "made", reason };
}
/** An image says of itself what it holds; one that does not hold what its key says is of no use. */
async function isWhole({ source, parts, place }, from) {
    if ((await standing(source, parts, "distributions")).state === "valid")
        return true;
    await from.image.close();
    await (0,promises_.rm)(source.path, { recursive: true, force: true });
    place.warn("environment-not-restored", "The kept environment is not what its key says; it is made anew.");
    return false;
}
/** Why neither the environment in its place nor one that was kept is that of the key: which part of it changed, else what became of it. */
async function reasonOf({ source, parts, cache, options }, { exposed, now }) {
    const prefix = prefixOf(source, options);
    const other = exposed ?? (await cache?.environments.find(prefix, (0,kept_image/* imagePaths */.uz)(source.path)));
    const changed = other ? differingParts(parts, prefix, other) : [];
    if (changed.length > 0)
        return `${changed.join(" and ")} changed`;
    if (exposed !== null)
        return "the environment that is there may have been changed by commands of a sandbox";
    if (now.state === "outdated")
        return now.reason;
    return other ? "the environment that is there could not be used" : "no environment of this project is there yet";
}

// EXTERNAL MODULE: ./lib/packages/clients/index.js + 19 modules
var clients = __webpack_require__(6825);
// EXTERNAL MODULE: ./lib/packages/files-below.js
var files_below = __webpack_require__(8158);
;// CONCATENATED MODULE: ./lib/packages/package-store.js




const package_store_FORMAT = 1;
const HOLDS_FILES = /^[0-9a-f]{64}$/;
/** More than this is not carried from machine to machine: a service gives a repository 10 GB in all. */
const MOST_BYTES = 2 * 1024 ** 3;
/** The clients by what their caches cost to fill again: downloads before what was built. */
const CHEAPEST_FIRST = ["poetry", "pdm", "uv", "pip"];
/** What changes without anything new being there. */
const RESTLESS = /^(?:pip\/(?:http(?:-v2)?|selfcheck)\/|uv\/(?:interpreter|\.tmp|simple)|.*\.lock$)/;
/** What the index and the clients keep in the cache directory, carried from machine to machine by a store. */
class PackageStore {
    #store;
    #prefix;
    #cacheDirectory;
    #clients;
    #mostBytes;
    #restored = null;
    #origin = "nothing";
    #asked;
    /** `tag`: the machines that may share what was built. `mostBytes`: of all that is kept. */
    constructor(options) {
        const { store, prefix, cacheDirectory, tag, mostBytes = MOST_BYTES } = options;
        this.#store = store;
        this.#prefix = `${prefix}forgexec-packages-${package_store_FORMAT}-${tag}-`;
        this.#cacheDirectory = cacheDirectory;
        this.#clients = (0,external_node_path_.join)(cacheDirectory, "clients", tag);
        this.#mostBytes = mostBytes;
    }
    /**
     * Fetches what the newest run of this prefix left; once. What an earlier step of the job has left is not replaced: it is
     * that and more, and still to be saved. A fault is the store's to tell of, and a miss.
     */
    restore(signal) {
        this.#asked ??= (async () => {
            if ((await this.#contents()).length > 0) {
                this.#origin = "earlier step";
                return;
            }
            const options = signal === undefined ? {} : { signal };
            const hit = await this.#store.restore(`${this.#prefix}none`, [this.#prefix], this.#paths, options);
            this.#restored = hit?.key ?? null;
            if (hit !== null)
                this.#origin = "store";
        })();
        return this.#asked;
    }
    /** Whether something of an earlier run is there. */
    get found() {
        return this.#origin !== "nothing";
    }
    /**
     * Gives what is to be saved: under a hash of the contents, so that nothing new is nothing to save. Null: it is what was
     * restored, or there is nothing, or nobody asked what there was before, so that this would be less.
     *
     * @param used what the run took of the index's files; the others are dropped. `unknown`: it did not do all that such a
     *   run does, having failed or found its environment whole
     */
    async pending(used) {
        if (this.#asked === undefined)
            return null;
        await this.#asked;
        if (used !== "unknown" && this.#origin !== "earlier step")
            await this.#dropUnused(used);
        await this.#fit();
        const names = await this.#contents();
        if (names.length === 0)
            return null;
        const hash = (0,external_node_crypto_.createHash)("sha256").update(names.join("\n")).digest("hex").slice(0, 32);
        const key = this.#prefix + hash;
        if (key === this.#restored)
            return null;
        for (const path of this.#paths)
            await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
        return { what: "packages", key, paths: this.#paths };
    }
    get #paths() {
        return [(0,external_node_path_.join)(this.#cacheDirectory, "index"), this.#clients, (0,external_node_path_.join)(this.#cacheDirectory, "pip")];
    }
    get #files() {
        return (0,external_node_path_.join)(this.#cacheDirectory, "index", "v1", "files");
    }
    async #dropUnused(used) {
        for (const path of await (0,files_below/* filesBelow */.D)(this.#files)) {
            const name = path.slice(-64);
            if (HOLDS_FILES.test(name) && !used.has(name))
                await (0,promises_.rm)(path, { force: true });
        }
    }
    /** Drops what costs least to have again until the rest is within the bound: the index's files, the oldest first; then clients' caches. */
    async #fit() {
        const files = await Promise.all((await (0,files_below/* filesBelow */.D)(this.#files)).map(sizeOf));
        files.sort((left, right) => left.mtimeMs - right.mtimeMs);
        const clients = CHEAPEST_FIRST.map(async (client) => {
            const path = (0,external_node_path_.join)(this.#clients, client);
            const sizes = await Promise.all((await (0,files_below/* filesBelow */.D)(path)).map(sizeOf));
            return { path, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
        });
        const parts = [...files, ...(await Promise.all(clients))];
        let left = parts.reduce((sum, { bytes }) => sum + bytes, 0);
        for (const { path, bytes } of parts) {
            if (left <= this.#mostBytes)
                return;
            await (0,promises_.rm)(path, { recursive: true, force: true });
            left -= bytes;
        }
    }
    async #contents() {
        const files = (await (0,files_below/* filesBelow */.D)(this.#files)).map((path) => (0,external_node_path_.relative)(this.#files, path));
        const clients = (await (0,files_below/* filesBelow */.D)(this.#clients)).map((path) => (0,external_node_path_.relative)(this.#clients, path).replaceAll("\\", "/"));
        return [...files, ...clients.filter((name) => !RESTLESS.test(name))].sort();
    }
}
/** Whether a folder has anything in it. */
async function hasContents(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names) {
        const stats = await (0,promises_.stat)((0,external_node_path_.join)(folder, name)).catch(() => null);
        if (stats?.isFile() || (stats?.isDirectory() && (await hasContents((0,external_node_path_.join)(folder, name)))))
            return true;
    }
    return false;
}
async function sizeOf(path) {
    const { size, mtimeMs } = await (0,promises_.lstat)(path).catch(() => ({ size: 0, mtimeMs: 0 }));
    return { path, bytes: size, mtimeMs };
}

;// CONCATENATED MODULE: ./lib/packages/client-session.js





/** Where the clients' own caches lie. */
function clientsFolder(cacheDirectory, tag) {
    return (0,external_node_path_.join)(cacheDirectory, "clients", tag);
}
/** Points the clients at the package index and at their caches. Without a package cache only pip is configured. */
async function clientsFor(where) {
    const { options, interpreter, slot } = where;
    const { cache, platform, cacheDirectory, signal } = options;
    const use = cache?.use ?? "off";
    const machines = (0,clients/* computeTag */.g)({ interpreter, platform });
    // What commands of a sandbox leave there is for their own project's sandboxes.
    const tag = options.sandboxes === "some" ? `${machines}-${(0,packages_slot/* slotName */.M8)(options)}` : machines;
    const before = use !== "off" && (await hasContents(clientsFolder(cacheDirectory, tag)));
    const store = use === "off" || !cache?.packages
        ? null
        : new PackageStore({ store: cache.packages, prefix: cache.prefix, cacheDirectory, tag });
    const restore = async () => store?.restore(signal);
    const { network: mode = "online" } = options;
    const settings = await (0,clients/* openClients */.B)({
        ...options,
        interpreter,
        slot,
        owner: ownerIn(options.image, interpreter),
        commandsIn: options.image === undefined ? "machine" : "image",
        mode,
        tag,
        cache: use === "off" ? "off" : "on",
        writable: use === "read-write" ? "shared" : "private",
        beforeFirstUse: restore,
    });
    return {
        variables: settings.variables,
        variablesFor: (argv) => settings.variablesFor(argv),
        standIn: (variable) => settings.standIn(variable),
        remove: settings.remove,
        index: settings.index,
        places: settings.places,
        restore: () => settings.ready(),
        noteCaches: () => settings.noteCaches(),
        reused: () => {
            const { kept, fetched } = settings.usage();
            // What is fetched for one build of the run is kept for the next.
            const older = [...kept].some((file) => !fetched.has(file));
            return before || store?.found === true || older ? "yes" : "no";
        },
        async close(did) {
            const { kept, fetched } = settings.usage();
            await settings.close();
            const used = did === "everything" ? new Set([...kept, ...fetched]) : "unknown";
            const pending = use === "read-write" ? await store?.pending(used) : null;
            return pending ? [pending] : [];
        },
    };
}

;// CONCATENATED MODULE: ./lib/packages/install-choices.js
/** Variables that decide which distributions pip and uv take or how they are built; where from is not among them. */
const CHOOSING = /^(?:PIP_(?:(?:BUILD_)?CONSTRAINT|REQUIREMENT|PRE|NO_DEPS|NO_BINARY|ONLY_BINARY|PREFER_BINARY|UPLOADED_PRIOR_TO|CONFIG_SETTINGS)|UV_(?:(?:BUILD_)?CONSTRAINT|OVERRIDE|EXCLUDE|EXCLUDE_NEWER|PRERELEASE|RESOLUTION|NO_BINARY(?:_PACKAGE)?|NO_BUILD(?:_PACKAGE)?|TORCH_BACKEND)|C(?:PP|XX)?FLAGS|LDFLAGS|CC|CXX)$/;
/** What the machine's and the spec's variables (which outrank them) choose; sorted by name. */
function installChoices(machine, spec) {
    const written = Object.entries(spec).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return Object.entries({ ...machine, ...Object.fromEntries(written) })
        .filter(([name]) => CHOOSING.test(name))
        .sort(([left], [right]) => (left < right ? -1 : 1));
}

;// CONCATENATED MODULE: ./lib/packages/upkeep.js

/** Looks after a cache directory; the folder need not be there. What it needs is loaded here. */
async function openUpkeep(cacheDirectory) {
    const upkeep = await Promise.all(/* import() */[__webpack_require__.e(1514), __webpack_require__.e(1037), __webpack_require__.e(5663)]).then(__webpack_require__.bind(__webpack_require__, 5663));
    return {
        list: () => upkeep.listKept(cacheDirectory),
        prune: (limits) => upkeep.pruneKept(cacheDirectory, limits),
        verify: (interpreter) => upkeep.checkKept(cacheDirectory, interpreter),
        clear: () => upkeep.clearKept(cacheDirectory),
        wheelhouse: (interpreter, platform) => upkeep.updateWheelhouse(cacheDirectory, (0,clients/* computeTag */.g)({ interpreter, platform })),
        warm: (options) => upkeep.warmKept({ ...options, cacheDirectory }),
    };
}

;// CONCATENATED MODULE: ./lib/packages/keep-tidy.js




/** More than this is not kept on a machine without being asked to: `forgexec cache prune`'s own default. */
const keep_tidy_MOST_BYTES = 5 * 1024 ** 3;
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * Once a day, after a run that kept something new, brings the cache directory down to its bound: nobody should have to
 * look after a cache. A fault is left to `forgexec cache prune`, which tells of it.
 */
async function keepTidy(cacheDirectory, now) {
    const stamp = (0,external_node_path_.join)(cacheDirectory, "store", "pruned");
    try {
        const last = await (0,promises_.stat)(stamp).catch(() => null);
        if (last !== null && Math.abs(now - last.mtimeMs) < DAY_MS)
            return;
        await (0,lib_files/* writeAtomically */.vK)(stamp, "");
        if (last === null)
            return;
        await (await openUpkeep(cacheDirectory)).prune({ maxBytes: keep_tidy_MOST_BYTES, now });
    }
    catch {
        // The cache costs time, not the build.
    }
}

;// CONCATENATED MODULE: ./lib/packages/packed.js


const HATCHLING = /^\s*build-backend\s*=\s*["']hatchling\b/m;
const IGNORED = /^\.forge\/?\s*$/m;
const IGNORED_HERE = /^\/?\.forge\/?\s*$/m;
/**
 * Whether building the project would pack what `.forge/` links to: hatchling follows links and reads no `.gitignore` but
 * the nearest one from the project upwards, so it would put the whole environment into the sdist.
 */
async function wouldBePacked(directory) {
    const project = await (0,read_file/* readText */.y)((0,external_node_path_.join)(directory, "pyproject.toml"));
    if (project === null || !HATCHLING.test(project))
        return false;
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        const text = await (0,read_file/* readText */.y)((0,external_node_path_.join)(folder, ".gitignore"));
        if (text !== null)
            return !(folder === directory ? IGNORED_HERE : IGNORED).test(text);
        if (folder === (0,external_node_path_.dirname)(folder))
            return true;
    }
}

;// CONCATENATED MODULE: ./lib/packages/link.js




/**
 * Makes `.forge/env` in the project a link to the environment, and `.forge/` ignored by git. What stands there and is
 * not forgexec's own is left alone: a spec's repository must not turn this into writing elsewhere.
 * Gives a sentence for the user when there is no link in the end, else null.
 */
async function linkEnvironment(directory, environment) {
    const folder = (0,external_node_path_.join)(directory, ".forge");
    try {
        await (0,promises_.mkdir)(folder).catch(unless("EEXIST"));
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            return `${folder} is not a folder, so there is no link to the environment.`;
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, ".gitignore"), "*\n", { flag: "wx" }).catch(unless("EEXIST"));
        const link = (0,external_node_path_.join)(folder, "env");
        if (!(await wouldBePacked(directory)))
            return await pointAt(link, environment);
        await removeLink(link);
        return `There is no link ${link}: hatchling would pack the environment into the project's sdist. Add .forge/ to .gitignore to have it.`;
    }
    catch (error) {
        return `There is no link ${(0,external_node_path_.join)(folder, "env")} to the environment: ${error.message}`;
    }
}
async function pointAt(link, target) {
    const there = await (0,promises_.lstat)(link).catch(() => null);
    if (there !== null && !there.isSymbolicLink())
        return `${link} is not a link; it is left as it is.`;
    if (there !== null && (await (0,promises_.readlink)(link)) === target)
        return null;
    if (there !== null)
        await (0,promises_.rm)(link, { force: true });
    // Another run may have been faster.
    await (0,promises_.symlink)(target, link, "junction").catch(unless("EEXIST"));
    return null;
}
async function removeLink(link) {
    const there = await (0,promises_.lstat)(link).catch(() => null);
    if (there?.isSymbolicLink())
        await (0,promises_.rm)(link, { force: true });
}
function unless(code) {
    return (error) => {
        if (!(0,lib_files/* isCode */._m)(error, code))
            throw error;
    };
}

// EXTERNAL MODULE: ./lib/packages/pip-merge.js
var pip_merge = __webpack_require__(3937);
// EXTERNAL MODULE: ./lib/owner.js
var lib_owner = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/packages/ini.js
var ini = __webpack_require__(3963);
// EXTERNAL MODULE: ./lib/packages/pypirc-file.js
var pypirc_file = __webpack_require__(3845);
// EXTERNAL MODULE: ./lib/packages/pypirc-journal.js + 2 modules
var pypirc_journal = __webpack_require__(2354);
;// CONCATENATED MODULE: ./lib/packages/pypirc.js






/**
 * Puts the spec's servers into the user's ~/.pypirc (Python's packaging guide, "The .pypirc file"), mode 0600.
 *
 * @throws UsageError `invalid-pypirc` for a value that the file can't hold, `pypirc-conflict` when another live run
 *   defines a section differently, `pypirc-unusable` when the file can't be read.
 */
async function openPypirc(request) {
    const id = (0,external_node_crypto_.randomBytes)(8).toString("hex");
    const owner = (0,lib_owner/* thisProcess */.WF)();
    const definitions = Object.fromEntries(request.servers.map((server) => [server.name, definitionOf(server, request)]));
    let state = "not-encrypted";
    async function write(passwords) {
        const sections = request.servers.map((server) => sectionOf(server, passwords, request));
        const participant = { id, owner, project: request.project, sections, definitions };
        const notes = await (0,pypirc_journal/* changeParticipants */.r6)(request.home, (live) => {
            const others = live.filter((each) => each.id !== id);
            refuseConflict(participant, others);
            return [...others, participant];
        });
        notes.forEach(request.note);
        state = passwords;
    }
    await write("not-encrypted");
    return {
        async enterPhase(phase) {
            const wanted = phase.endsWith("/deploy") ? "all" : "not-encrypted";
            if (state !== wanted && state !== "closed")
                await write(wanted);
        },
        async leavePhase() {
            if (state === "all")
                await write("not-encrypted");
        },
        text() {
            const sections = request.servers.map((server) => sectionOf(server, "all", request));
            return (0,pypirc_file/* mergePypirc */.a)("", sections);
        },
        async close() {
            if (state === "closed")
                return;
            const notes = await (0,pypirc_journal/* changeParticipants */.r6)(request.home, (live) => live.filter((each) => each.id !== id));
            state = "closed";
            notes.forEach(request.note);
        },
    };
}
function refuseConflict(mine, others) {
    for (const other of others) {
        const name = Object.keys(mine.definitions).find((each) => other.definitions[each] !== undefined && other.definitions[each] !== mine.definitions[each]);
        if (name === undefined)
            continue;
        throw new errors/* UsageError */.e("pypirc-conflict", `pypi.index-servers: another run (process ${other.owner.pid}, project ${other.project}) has a server "${name}" in ~/.pypirc that is defined differently. ` +
            "Wait until it has ended, or give the server another name in one of the two specs.");
    }
}
function sectionOf(server, passwords, request) {
    if (!/^[!-~]+$/.test(server.name) || !(0,ini/* isSectionName */.N9)(server.name) || server.name.toLowerCase() === "distutils") {
        throw new errors/* UsageError */.e("invalid-pypirc", `pypi.index-servers: ${JSON.stringify(server.name)} can't be the name of a section of ~/.pypirc. Use letters, digits, dots, dashes.`);
    }
    const check = (key, value) => lineOf(`${server.name}.${key}`, value);
    const password = passwordOf(server.password, passwords, request);
    return {
        name: server.name,
        repository: check("repository", server.repository),
        username: server.username === undefined ? null : check("username", server.username),
        password: password === null ? null : check("password", password),
    };
}
function passwordOf(value, passwords, { resolve }) {
    if (value === undefined)
        return null;
    if (typeof value === "object" && "encrypted" in value && passwords === "not-encrypted")
        return null;
    if (passwords === "all" || typeof value === "string")
        return withoutLastNewline(resolve(value));
    try {
        return withoutLastNewline(resolve(value));
    }
    catch {
        return null;
    }
}
// Whoever encrypts with `echo` or a file has one.
function withoutLastNewline(text) {
    return text.replace(/\r?\n$/, "");
}
function lineOf(what, value) {
    // The value itself may be the secret.
    if (!(0,ini/* isOneLineValue */.q5)(value)) {
        throw new errors/* UsageError */.e("invalid-pypirc", `pypi.index-servers: ${what} holds a line break, another control character, or white space at its start or end, which ~/.pypirc can't say.`);
    }
    return Buffer.from(value, "utf8").toString("latin1");
}
function definitionOf(server, request) {
    const { password } = server;
    const known = typeof password === "object" && "env" in password ? passwordOf(password, "not-encrypted", request) : password;
    const definition = JSON.stringify([server.repository, server.username ?? null, known ?? null]);
    return (0,external_node_crypto_.createHash)("sha256").update(definition).digest("hex");
}

// EXTERNAL MODULE: ./lib/packages/recover.js
var recover = __webpack_require__(1809);
;// CONCATENATED MODULE: ./lib/packages/summarise.js
/** What the package cache did for a run. `reused`: whether files or built wheels of an earlier run were taken. */
function summarise(facts) {
    const { cache, environment, reused } = facts;
    const { key, origin, savedKey, packedBytes } = environment;
    const nothing = { restoredMs: 0, savedKey, bytes: packedBytes };
    if (cache === undefined || cache.use === "off")
        return { hit: "off", key: null, ...nothing };
    if (origin.kind === "kept")
        return { hit: "exact", key, ...nothing };
    if (origin.kind === "restored")
        return { hit: "exact", key, restoredMs: origin.restoredMs, savedKey, bytes: origin.from.bytes };
    const summary = { hit: reused === "yes" ? "partial" : "none", key, ...nothing };
    return origin.reason === null ? summary : { ...summary, reason: origin.reason };
}

// EXTERNAL MODULE: ./lib/own-folder.js
var own_folder = __webpack_require__(4824);
;// CONCATENATED MODULE: ./lib/packages/take-place.js





/** Below so many bytes a disk counts as full: an environment with nothing but pip takes 20 MB. */
const LEAST_FREE = 64 * 1024 * 1024;
/**
 * Takes the lowest free place in the cache directory. Where nothing can be written there, or its disk is full, a folder
 * for this run alone stands in for it, and a warning says so: a cache costs time, not the build.
 *
 * @throws UsageError `no-free-environment`, `cache-directory` where nothing can be written to the system's folder for
 *   temporary files either
 */
async function takePlace(options) {
    let why;
    try {
        const slot = await (0,packages_slot/* takeSlot */.Qk)(options);
        const free = await freeBytes(options.cacheDirectory);
        if (free >= LEAST_FREE)
            return { options, slot, release: () => slot.lock.release() };
        await slot.lock.release();
        why = `only ${Math.floor(free / 1e6)} MB are free there`;
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.e)
            throw error;
        why = error.message;
    }
    return placeForThisRun(options, why);
}
async function placeForThisRun(given, why) {
    const folder = await standIn(given.cacheDirectory, why);
    const message = `The cache directory ${given.cacheDirectory} is left out: ${why}. The run works in ${folder.path}, and keeps nothing.`;
    if (given.warn === undefined)
        given.note(message);
    else
        given.warn("cache-directory", message);
    const { cache, ...rest } = given;
    const off = cache === undefined ? {} : { cache: { ...cache, use: "off", packages: null } };
    const options = { ...rest, ...off, cacheDirectory: folder.path };
    const slot = await (0,packages_slot/* takeSlot */.Qk)(options);
    return { options, slot, release: () => folder.remove() };
}
/** A folder of this user's own, which the next run clears away if this one is killed. */
async function standIn(cacheDirectory, why) {
    try {
        return await (0,own_folder/* makeOwnFolder */.x)((0,external_node_os_.tmpdir)(), `forgexec-cache-${process.getuid?.() ?? "user"}-`);
    }
    catch (error) {
        throw new errors/* UsageError */.e("cache-directory", `The build's environment cannot be made in the cache directory ${cacheDirectory}: ${why}; nor in ${(0,external_node_os_.tmpdir)()}: ${error.message}. Name a directory that can be written to with FORGEXEC_CACHE_DIR.`, { cause: error });
    }
}
async function freeBytes(directory) {
    const { bavail, bsize } = await (0,promises_.statfs)(directory);
    return bavail * bsize;
}

;// CONCATENATED MODULE: ./lib/packages/open-packages.js





















/**
 * Makes the build's Python environment ready: takes the one kept from an earlier run, restores it from the package cache,
 * or makes it; and points pip and the other clients at the package index for the length of the run. Null: the machine has
 * no Python, and neither `python` nor `pypi` asks for it (a note says so).
 *
 * @throws UsageError when an interpreter that is asked for is not there, an environment can't be made, or the spec's
 *   `pypi` part can't be put into pip's configuration or ~/.pypirc.
 */
async function openPackages(wanted) {
    const directory = await (0,promises_.realpath)(wanted.directory);
    (0,pip_merge/* pipAdditions */.dV)(wanted.pypi, directory);
    const interpreter = await interpreterFor(wanted, directory);
    if (interpreter === null)
        return null;
    const { options, slot, release } = await takePlace({ ...wanted, directory });
    const closers = [release];
    try {
        const pypirc = await pypircFor(options, directory);
        closers.push(async () => pypirc?.close());
        closers.push(() => (0,promises_.rm)((0,recover/* shownPypircPath */.wY)(slot.path), { force: true }));
        const clients = await clientsFor({ options, interpreter, slot });
        const pending = [];
        let environment = null;
        closers.push(async ({ succeeded }) => {
            const made = succeeded && environment?.origin.kind === "made";
            pending.push(...(await clients.close(made ? "everything" : "a part")));
        });
        const source = open_packages_sourceOf(options, interpreter, slot.path);
        const opened = await BuildEnvironment.open(source, options, () => clients.restore());
        environment = opened;
        closers.push(async (outcome) => {
            pending.push(...(await opened.close(outcome)));
            if (opened.savedKey !== null)
                await keepTidy(options.cacheDirectory, options.now?.() ?? Date.now());
        });
        const link = await linkEnvironment(directory, slot.path);
        if (link !== null)
            options.note(link);
        const close = once((outcome) => closeAll(closers, outcome));
        return session({ options, interpreter, slot, environment: opened, clients, pypirc, pending, close });
    }
    catch (error) {
        await closeAll(closers, { succeeded: false });
        throw error;
    }
}
/**
 * Key of the environment that `openPackages` would take or make in the lowest place, for showing it; nothing is made. Null:
 * no interpreter is to be had.
 */
async function environmentKeyOf(options) {
    try {
        const directory = await (0,promises_.realpath)(options.directory);
        const interpreter = await interpreterFor(options, directory);
        if (interpreter === null)
            return null;
        return await previewKey(open_packages_sourceOf(options, interpreter, (0,packages_slot/* slotPath */.UG)({ ...options, directory }, 0)), options);
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.e)
            return null;
        throw error;
    }
}
function open_packages_sourceOf(options, interpreter, path) {
    const { environmentInputs: inputs, directory, platform, cache, now = Date.now } = options;
    const window = freshnessWindow(now(), cache?.freshnessMs ?? 0);
    const choices = installChoices(options.environment, options.specEnvironment ?? {});
    return { path, interpreter, inputs, choices, directory, platform, window };
}
async function interpreterFor(options, directory) {
    const { python: request, environment, platform, cacheDirectory, signal } = options;
    const search = { request, environment, platform, directory, cacheDirectory };
    try {
        if (options.image !== undefined)
            return await findImagePython(options.image, { request, cacheDirectory, signal });
        return await (0,find_interpreter/* findInterpreter */.A)({ ...search, ...(signal === undefined ? {} : { signal }) });
    }
    catch (error) {
        const needed = options.pypi !== undefined || request !== null;
        if (needed || !(error instanceof errors/* UsageError */.e))
            throw error;
        options.note(options.image === undefined
            ? `${error.message} The commands run without an environment of their own.`
            : `The image ${options.image.name} has no Python: no environment is made, and the commands run with what the image has.`);
        return null;
    }
}
async function pypircFor(options, project) {
    const servers = options.pypi?.indexServers ?? [];
    const { home, resolve, note } = options;
    return servers.length === 0 ? null : await openPypirc({ home, project, servers, resolve, note });
}
function session({ options, interpreter, slot, environment, clients, pypirc, pending, close }) {
    return {
        variables: { VIRTUAL_ENV: slot.path, ...clients.variables, ...environment.variables(options.environment) },
        remove: ["PYTHONHOME", "__PYVENV_LAUNCHER__", ...clients.remove],
        variablesFor: (argv) => clients.variablesFor(argv),
        standIn: (variable) => clients.standIn(variable),
        path: [programsOf(slot.path, options.platform)],
        madeBy: options.image === undefined ? { machine: interpreter.base } : { image: options.image.id },
        environmentPath: slot.path,
        contents: environment.contents,
        index: clients.index,
        places: async (phase) => ({
            environment: slot.path,
            readable: [...clients.places.readable, ...apart(interpreter)],
            writable: clients.places.writable,
            elsewhere: pypirc !== null && (0,plan/* isDeploy */.W$)(phase) ? [await shownPypirc(pypirc, { slot, interpreter, options })] : [],
        }),
        expose: (phase) => environment.expose(phase),
        async enterPhase(phase) {
            if (phase === "install")
                await environment.beginInstall();
            await pypirc?.enterPhase(phase);
        },
        async leavePhase(phase, { succeeded }) {
            await (0,promises_.rm)((0,recover/* shownPypircPath */.wY)(slot.path), { force: true });
            await pypirc?.leavePhase(phase);
            await clients.noteCaches();
            if (phase !== "install" || !succeeded)
                return;
            await environment.installed();
            if (environment.packedBytes > 0)
                await refreshWheelhouse(options, interpreter);
        },
        close: (outcome = { succeeded: false }) => close(outcome),
        cache: () => summarise({ cache: options.cache, environment, reused: clients.reused() }),
        pending: () => pending,
    };
}
/** The interpreter's own folder, unless it is the system's: it may lie in a home, which sandboxes hide. */
function apart({ basePrefix, image }) {
    if (image !== undefined)
        return [];
    return ["/", "/usr", "/usr/local"].includes(basePrefix) ? [] : [basePrefix];
}
/**
 * Writes what commands of a sandbox see as ~/.pypirc: the spec's servers, none of the user's own. Only what is delivered needs them. Mode 0600, as whoever
 * the commands run as; it goes with the phase.
 */
async function shownPypirc(pypirc, { slot, interpreter, options }) {
    const source = (0,recover/* shownPypircPath */.wY)(slot.path);
    await (0,promises_.rm)(source, { force: true });
    await (0,promises_.writeFile)(source, pypirc.text(), { flag: "wx", mode: 0o600, encoding: "latin1" });
    await (0,give_to/* giveTo */.j)(source, ownerIn(options.image, interpreter));
    return { source, target: (0,external_node_path_.join)(interpreter.image?.user.home ?? options.home, ".pypirc") };
}
/** The folder of wheels built from sdists, for whoever names it to find-links: never a reason to fail. */
async function refreshWheelhouse(options, interpreter) {
    const upkeep = await openUpkeep(options.cacheDirectory);
    await upkeep.wheelhouse(interpreter, options.platform).catch(() => undefined);
}
// The slot's lock is the first in and the last out: while it is held nobody else touches what belongs to the slot.
async function closeAll(closers, outcome) {
    let failure;
    for (const closer of closers.toReversed()) {
        await closer(outcome).catch((error) => {
            failure ??= error;
        });
    }
    if (failure !== undefined)
        throw failure;
}
function once(action) {
    let running;
    return (outcome) => {
        running ??= action(outcome);
        return running;
    };
}

;// CONCATENATED MODULE: ./lib/packages/index.js









/***/ }),

/***/ 3963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ parseIni),
/* harmony export */   N9: () => (/* binding */ isSectionName),
/* harmony export */   cu: () => (/* binding */ writeIni),
/* harmony export */   q5: () => (/* binding */ isOneLineValue)
/* harmony export */ });
/**
 * Reads what Python's `configparser.RawConfigParser` reads, as pip and twine use it: `=` or `:`, comments on lines of
 * their own that start with `#` or `;`, values continued by deeper indented lines, `[DEFAULT]` shining through in every
 * section. Where that refuses a file (a section twice, a line without a value), the rest is taken.
 */
function parseIni(text) {
    const reading = { sections: new Map(), section: null, option: null, indent: 0, pending: 0 };
    for (const line of text.split(/\r\n|[\n\r]/))
        readLine(line, reading);
    const { sections } = reading;
    const defaults = sections.get("DEFAULT");
    sections.delete("DEFAULT");
    if (defaults !== undefined) {
        for (const [name, own] of sections)
            sections.set(name, new Map([...defaults, ...own]));
    }
    return sections;
}
function readLine(line, reading) {
    const value = line.trim();
    if (value === "") {
        reading.pending++;
        return;
    }
    // A comment within a value is dropped, but a blank line before it is part of the value only if more follows.
    if (value.startsWith("#") || value.startsWith(";"))
        return;
    const indent = line.length - line.trimStart().length;
    if (reading.section !== null && reading.option !== null && indent > reading.indent) {
        const before = reading.section.get(reading.option) ?? "";
        reading.section.set(reading.option, `${before}${"\n".repeat(reading.pending + 1)}${value}`);
        reading.pending = 0;
        return;
    }
    reading.indent = indent;
    reading.pending = 0;
    reading.option = null;
    const header = /^\[(.+)\]/.exec(value)?.[1];
    if (header !== undefined) {
        reading.section = reading.sections.get(header) ?? new Map();
        reading.sections.set(header, reading.section);
        return;
    }
    const option = /^(.*?)\s*[=:]\s*(.*)$/.exec(value);
    if (option === null || reading.section === null || option[1] === "")
        return;
    reading.option = option[1].trimEnd().toLowerCase();
    reading.section.set(reading.option, option[2]);
}
/** Whether `text` can stand as an option's value on one line and be read back as it is. */
function isOneLineValue(text) {
    return !hasControls(text) && text.trim() === text;
}
/** Whether `name` can be a section: read back as it is, and no special one. */
function isSectionName(name) {
    return /^[^\s\][]+$/.test(name) && !hasControls(name) && name !== "DEFAULT";
}
// Python's splitlines and text mode break lines at more than newlines.
function hasControls(text) {
    return /[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(text);
}
/** Text of a configuration file which RawConfigParser reads back as `sections`. */
function writeIni(sections) {
    const blocks = [...sections].map(([name, options]) => [
        `[${name}]`,
        ...[...options].map(([option, value]) => `${option} = ${value.replaceAll("\n", "\n\t")}`.trimEnd()),
        "",
    ].join("\n"));
    return blocks.join("\n");
}


/***/ }),

/***/ 1713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ takeLeft),
/* harmony export */   LR: () => (/* binding */ leaveImage),
/* harmony export */   Pj: () => (/* binding */ dropAbandonedImage),
/* harmony export */   Rf: () => (/* binding */ takeFromStore),
/* harmony export */   gt: () => (/* binding */ packForStore),
/* harmony export */   uz: () => (/* binding */ imagePaths),
/* harmony export */   zd: () => (/* binding */ dropImage)
/* harmony export */ });
/* unused harmony exports imageFolder, isStillThere */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5428);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7108);




const PENDING = "pending";
const PENDING_MS = 24 * 60 * 60 * 1000;
/** The folder that the image of the environment at `path` lies in. */
function imageFolder(path) {
    return `${path}.image`;
}
function imagePaths(path) {
    return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(path), "image"), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(path), "image.json")];
}
/** Puts the environment of that key back to its place. Null: the store has none, or it is of no use, which a warning tells. */
async function takeFromStore(key, cache, place) {
    const { environment, signal } = place;
    const paths = imagePaths(environment);
    await dropImage(environment);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(imageFolder(environment), { recursive: true, mode: 0o700 });
    const hit = await cache.environments.restore(key, [], paths, signal === undefined ? {} : { signal });
    return hit === null ? null : openKept(cache, place, "store");
}
/** Puts the environment of that key back from an image that a run which failed has left beside it. Null: there is none. */
async function takeLeft(key, cache, place) {
    const left = await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(place.environment), PENDING));
    return left === key ? openKept(cache, place, "beside") : null;
}
async function openKept(cache, place, where) {
    const { environment, platform, signal } = place;
    const [file, record] = imagePaths(environment);
    try {
        const { sha256, bytes } = asRecord(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(record, "utf8")));
        const { mounting } = cache;
        const image = await (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openImage */ .UY)({
            file,
            sha256,
            environment,
            python: place.python,
            mounting,
            platform,
            signal,
            note: place.note,
        });
        return { image, bytes, where };
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        place.warn("environment-not-restored", `The kept environment can't be used: ${messageOf(error)}`);
        return null;
    }
}
/** Packs the environment for a store; null: it can't be packed, which a warning tells. */
async function packForStore(place) {
    const { environment, platform, signal } = place;
    const [file, record] = imagePaths(environment);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(imageFolder(environment), { recursive: true, mode: 0o700 });
        // An earlier step's, which was to be saved, is no longer there.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(environment), PENDING), { force: true });
        const image = await (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .packImage */ .TV)({ environment, file, platform, signal });
        const { sha256, bytes } = image;
        await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeAtomically */ .vK)(record, JSON.stringify({ sha256, bytes }));
        // A store may link to what nobody writes to.
        await Promise.all([file, record].map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o444)));
        return image;
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        await dropImage(environment);
        place.warn("environment-not-kept", `The environment can't be kept for the next run: ${messageOf(error)}`);
        return null;
    }
}
/** Says that a later process of this job saves the image under `key`: until then it stays. */
async function leaveImage(environment, key) {
    await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeAtomically */ .vK)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(environment), PENDING), key);
}
/** Whether what is to be saved is still there: a later step of the job may have put another environment in its place. */
async function isStillThere({ what, key, paths: [first = ""] }) {
    return what !== "environment" || (await readIfThere(join(dirname(first), PENDING))) === key;
}
/** Removes an image that nobody waits for. One that a later process was to save is waited for, a day at most. */
async function dropAbandonedImage(environment) {
    const pending = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(environment), PENDING)).catch(() => null);
    if (pending === null || Date.now() - pending.mtimeMs > PENDING_MS)
        await dropImage(environment);
}
async function dropImage(environment) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(imageFolder(environment), { recursive: true, force: true }).catch(() => undefined);
}
function asRecord(value) {
    const { sha256, bytes } = (value ?? {});
    if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(bytes))
        throw new Error("its record is damaged");
    return { sha256, bytes: bytes };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 3578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QF: () => (/* binding */ readPipConfiguration),
/* harmony export */   Sn: () => (/* binding */ isNullDevice)
/* harmony export */ });
/* unused harmony export pipFiles */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5428);
/* harmony import */ var _ini_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3963);



/**
 * Paths of pip's configuration files, those that win last: global, user, site, then PIP_CONFIG_FILE
 * (pip's user guide, "Configuration"). With PIP_CONFIG_FILE naming the null device pip reads none.
 */
function pipFiles(surroundings) {
    const named = surroundings.environment.PIP_CONFIG_FILE;
    if (isNullDevice(named))
        return [];
    const { basePrefix, platform } = surroundings;
    const site = basePrefix === null ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(basePrefix, platform === "win32" ? "pip.ini" : "pip.conf")];
    return [...globalFiles(surroundings), ...userFiles(surroundings), ...site, ...(named ? [named] : [])];
}
/** Whether a value of PIP_CONFIG_FILE switches all of pip's files off. */
function isNullDevice(path) {
    return path === "/dev/null" || path?.toLowerCase() === "nul";
}
function globalFiles({ environment, platform, root = "/" }) {
    if (platform === "win32")
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(environment.PROGRAMDATA ?? "C:\\ProgramData", "pip", "pip.ini")];
    if (platform === "darwin")
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, "Library/Application Support/pip/pip.conf")];
    const folders = environment.XDG_CONFIG_DIRS?.trim()
        ? environment.XDG_CONFIG_DIRS.split(":").filter(Boolean)
        : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, "etc/xdg")];
    return [...folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, "pip", "pip.conf")), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, "etc/pip.conf")];
}
function userFiles({ environment, home, platform }) {
    if (platform === "win32") {
        const roaming = environment.APPDATA ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "AppData", "Roaming");
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "pip", "pip.ini"), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(roaming, "pip", "pip.ini")];
    }
    const legacy = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, ".pip", "pip.conf");
    const xdg = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(environment.XDG_CONFIG_HOME?.trim() || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, ".config"), "pip", "pip.conf");
    if (platform === "darwin")
        return [legacy, xdg, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "Library/Application Support/pip/pip.conf")];
    return [legacy, xdg];
}
/**
 * What pip is configured with by files: each file over those before it. Names are as pip normalises them
 * (`find_links` is `find-links`). A file that can't be read is passed over, as pip does.
 */
async function readPipConfiguration(surroundings) {
    const merged = new Map();
    for (const path of pipFiles(surroundings)) {
        const text = await (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readIfThere */ .qC)(path).catch(() => null);
        if (text === null)
            continue;
        for (const [section, options] of (0,_ini_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIni */ .Ay)(text)) {
            const into = merged.get(section) ?? new Map();
            merged.set(section, into);
            for (const [name, value] of options)
                into.set(name.replaceAll("_", "-").replace(/^--/, ""), value);
        }
    }
    return merged;
}


/***/ }),

/***/ 3937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cG: () => (/* binding */ mergePipConfiguration),
/* harmony export */   dV: () => (/* binding */ pipAdditions),
/* harmony export */   hl: () => (/* binding */ pipVariables)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _ini_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3963);




const LIST_OPTIONS = ["extra-index-url", "trusted-host", "find-links"];
const VARIABLES = {
    "extra-index-url": "PIP_EXTRA_INDEX_URL",
    "trusted-host": "PIP_TRUSTED_HOST",
    "find-links": "PIP_FIND_LINKS",
};
/**
 * Takes the spec's values for pip, relative folders of find-links starting from the project.
 * @throws UsageError `invalid-pip-configuration` for a value that would not be one word of one line.
 */
function pipAdditions(pypi, directory) {
    const check = (key) => (value) => word(key, value);
    return {
        indexUrl: pypi?.indexUrl === undefined ? null : word("index-url", pypi.indexUrl),
        lists: {
            "extra-index-url": (pypi?.extraIndexUrls ?? []).map(check("extra-index-url")),
            "trusted-host": (pypi?.trustedHosts ?? []).map(check("trusted-host")),
            "find-links": (pypi?.findLinks ?? []).map((value) => word("find-links", findLink(value, directory))),
        },
    };
}
function word(key, value) {
    if (value !== "" && (0,_ini_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneLineValue */ .q5)(value) && !/\s/.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("invalid-pip-configuration", `pypi.${key}: ${JSON.stringify(withoutCredentials(value))} is empty or holds white space, which pip's configuration can't say. Write one URL, host or folder an entry.`);
}
function withoutCredentials(url) {
    return url.replace(/\/\/[^/]*@/g, "//***@");
}
// pip takes a list apart at white space and reads the file in the locale's encoding: such a folder goes in as a URL.
function findLink(value, directory) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(value))
        return value;
    if (value === "" || !(0,_ini_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneLineValue */ .q5)(value))
        return value;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(value) ? value : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, value);
    return /^[!-~]+$/.test(path) ? path : (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href;
}
/**
 * The machine's configuration with the spec's part: lists grow, the spec's index-url stands in place of the machine's.
 * A command's own section outranks [global], so it gets the spec's values wherever it sets the same option.
 */
function mergePipConfiguration(machine, additions) {
    const merged = new Map([...machine].map(([name, options]) => [name, new Map(options)]));
    if (!merged.has("global"))
        merged.set("global", new Map());
    for (const [name, options] of merged) {
        const all = name === "global";
        if (additions.indexUrl !== null && (all || options.has("index-url")))
            options.set("index-url", additions.indexUrl);
        for (const option of LIST_OPTIONS) {
            const added = additions.lists[option];
            if (added.length > 0 && (all || options.has(option)))
                options.set(option, union(options.get(option), added));
        }
    }
    return merged;
}
/**
 * What has to go into variables: where the machine sets one, it outranks pip's files. `always`: pip reads no file at
 * all (PIP_CONFIG_FILE names the null device), so the spec's part goes into variables whether they are set or not.
 */
function pipVariables(environment, additions, when) {
    const variables = {};
    const wanted = (name) => when === "always" || Boolean(environment[name]);
    if (additions.indexUrl !== null && wanted("PIP_INDEX_URL"))
        variables.PIP_INDEX_URL = additions.indexUrl;
    for (const option of LIST_OPTIONS) {
        const name = VARIABLES[option];
        const added = additions.lists[option];
        if (added.length > 0 && wanted(name))
            variables[name] = union(environment[name], added);
    }
    return variables;
}
function union(present, added) {
    return [...new Set([...(present ?? "").split(/\s+/).filter(Boolean), ...added])].join(" ");
}


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ pipWheel)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5428);
/* harmony import */ var _python_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5163);








/** How long the newest pip counts as the newest: as long as `freshness` by default. */
const FRESH_MS = 3 * 24 * 60 * 60 * 1000;
const DOWNLOAD_TIMEOUT_MS = 60_000;
/**
 * Path of the pip wheel to put into an environment; null: there is no pip at all for this Python.
 *
 * The newest and a pinned version come from the cache directory, else through the machine's pip (or the one that
 * ensurepip brings) from the index that it is configured with; the newest, where that fails, is an older one of the
 * cache, else ensurepip's own.
 *
 * @throws UsageError `pip-not-found` when a pinned version can't be had.
 */
async function pipWheel(request) {
    const { pip, interpreter } = request;
    const bundled = interpreter.bundledPip !== null && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(interpreter.bundledPip) ? interpreter.bundledPip : null;
    if (pip === "bundled" && bundled !== null)
        return bundled;
    const pinned = pip !== "newest" && pip !== "bundled";
    if (pinned && bundled !== null && (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(bundled).startsWith(`pip-${pip}-`))
        return bundled;
    const kept = await recall(request);
    if (kept !== null && (pinned || Date.now() - kept.asked < FRESH_MS))
        return kept.path;
    const failure = request.network === "offline" ? new Error("no index is asked offline") : await download(request, bundled);
    if (failure instanceof Error === false)
        return failure.path;
    if (pinned) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e("pip-not-found", `pypi.pip: pip ${pip} could not be had for Python ${interpreter.version}: ${failure.message}. Give a version that the index has, "newest" or "bundled".`);
    }
    const instead = kept?.path ?? bundled;
    if (instead !== null)
        request.note(`The newest pip could not be had; ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(instead)} is taken: ${failure.message}`);
    return instead;
}
function folderOf({ cacheDirectory, interpreter }) {
    const minor = interpreter.version.split(".").slice(0, 2).join(".");
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(cacheDirectory, "pip", `${interpreter.implementation}-${minor}`);
}
function recordOf(request) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folderOf(request), `${request.pip.replace(/[^\w.]/g, "_")}.json`);
}
async function recall(request) {
    try {
        const kept = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(recordOf(request), "utf8"));
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folderOf(request), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(kept.file));
        return (await sha256(path)) === kept.sha256 ? { ...kept, path } : null;
    }
    catch {
        return null;
    }
}
async function download(request, bundled) {
    const { interpreter, pip } = request;
    const start = interpreter.pip !== null ? ["-I", "-m", "pip"] : bundled !== null ? ["-I", (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(bundled, "pip")] : null;
    if (start === null)
        return new Error("this Python has neither pip nor ensurepip");
    const temporary = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), "forgexec-pip-"));
    try {
        const wanted = pip === "newest" || pip === "bundled" ? "pip" : `pip==${pip}`;
        await (0,_python_js__WEBPACK_IMPORTED_MODULE_7__/* .runPython */ .w)({
            python: interpreter.executable,
            // Options of the machine that are about installing must not reach this.
            args: [
                ...start,
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                "--retries",
                "0",
                "--timeout",
                "15",
                "download",
            ].concat(["--no-deps", "--only-binary", ":all:", "--dest", temporary, wanted]),
            environment: forDownload(request.environment),
            cwd: temporary,
            timeoutMs: DOWNLOAD_TIMEOUT_MS,
            signal: request.signal,
        });
        const file = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(temporary)).find((name) => /^pip-[\w.!+]+-py[\w.]+-none-any\.whl$/.test(name));
        if (file === undefined)
            return new Error("pip downloaded no wheel of itself");
        return { path: await keep(request, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(temporary, file)) };
    }
    catch (error) {
        if (request.signal?.aborted)
            throw error;
        return new Error(lastLine(error));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { recursive: true, force: true });
    }
}
function forDownload(environment) {
    const { PIP_CONSTRAINT, PIP_REQUIRE_HASHES, PIP_PLATFORM, PIP_PYTHON_VERSION, PIP_PRE, PIP_LOG, ...rest } = environment;
    return { ...rest, PIP_REQUIRE_VIRTUALENV: "0" };
}
async function keep(request, from) {
    const folder = folderOf(request);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(from));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.${Date.now()}.tmp`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, temporary);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, path);
    const kept = { file: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path), sha256: await sha256(path), asked: Date.now() };
    await (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeAtomically */ .vK)(recordOf(request), JSON.stringify(kept));
    return path;
}
async function sha256(path) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256")
        .update(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path))
        .digest("hex");
}
function lastLine(error) {
    const { stderr, message } = error;
    const lines = (stderr ?? "").split("\n").filter((line) => line.trim() !== "");
    const errors = lines.filter((line) => line.startsWith("ERROR"));
    return (errors.at(-1) ?? lines.at(-1) ?? message).trim();
}


/***/ }),

/***/ 6153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ PROBE),
  d: () => (/* binding */ probe)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
;// CONCATENATED MODULE: ./lib/packages/identity.js


/** A text that changes when the file at `path` (links followed) is another one or was written; null: there is none. */
function fileIdentity(path) {
    let stats;
    try {
        stats = (0,external_node_fs_.statSync)(path);
    }
    catch {
        return null;
    }
    return [stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(":");
}
/** The identity of an interpreter: its own, and that of the pyvenv.cfg which makes it a virtual environment's. */
function interpreterIdentity(executable) {
    const own = fileIdentity(executable);
    return own && `${own} ${fileIdentity((0,external_node_path_.join)((0,external_node_path_.dirname)(executable), "..", "pyvenv.cfg")) ?? "-"}`;
}

// EXTERNAL MODULE: ./lib/packages/python.js
var python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/probe.js








const PROBE_FORMAT = 1;
const PROBE_TIMEOUT_MS = 30_000;
// Python 3.6 and later must understand this. Wheels of distributions lie where WHEEL_PKG_DIR says.
const PROBE = `
import glob, json, os, platform, sys, sysconfig
if sys.version_info < (3, 6):
    sys.exit(3)
def bundled():
    try:
        import ensurepip
    except ImportError:
        return None
    folders = [sysconfig.get_config_var("WHEEL_PKG_DIR"), os.path.join(os.path.dirname(ensurepip.__file__), "_bundled")]
    for folder in folders:
        found = glob.glob(os.path.join(folder, "pip-*.whl")) if folder else []
        if found:
            return sorted(found)[-1]
    return None
def pip():
    try:
        import importlib.util
        spec = importlib.util.find_spec("pip")
        if spec is None or not spec.origin:
            return None
        with open(spec.origin, encoding="utf-8") as source:
            for line in source:
                if line.startswith("__version__"):
                    return line.split("=", 1)[1].strip().strip("\\"'")
    except Exception:
        pass
    return None
base = getattr(sys, "_base_executable", None) or sys.executable
if sys.prefix == sys.base_prefix:
    base = sys.executable
print(json.dumps({
    "executable": sys.executable, "version": platform.python_version(), "implementation": sys.implementation.name,
    "build": sys.version, "base": os.path.realpath(base), "basePrefix": sys.base_prefix,
    "pip": pip(), "bundledPip": bundled(),
}))
`;
/** Asks the interpreter at `executable` who it is, or takes its kept answer while its file is the same; null: it is no usable Python. */
async function probe(executable, search) {
    const identity = interpreterIdentity(executable);
    if (identity === null)
        return null;
    const memo = memoPath(executable, search);
    const kept = memo && (await recall(memo, identity));
    if (kept)
        return kept;
    const interpreter = await ask(executable, search);
    if (interpreter !== null && memo !== null) {
        const baseIdentity = fileIdentity(interpreter.base);
        const content = { format: PROBE_FORMAT, identity, baseIdentity, interpreter };
        await (0,promises_.mkdir)((0,external_node_path_.join)(memo, ".."), { recursive: true, mode: 0o700 })
            .then(() => (0,files/* writeAtomically */.vK)(memo, JSON.stringify(content)))
            .catch(() => undefined);
    }
    return interpreter;
}
async function ask(executable, search) {
    try {
        const text = await (0,python/* runPython */.w)({
            python: executable,
            args: ["-I", "-c", PROBE],
            environment: search.environment,
            cwd: (0,external_node_os_.tmpdir)(),
            timeoutMs: PROBE_TIMEOUT_MS,
            signal: search.signal,
        });
        const answer = JSON.parse(text);
        return { ...answer, executable, base: await (0,promises_.realpath)(answer.base).catch(() => answer.base) };
    }
    catch (error) {
        if (search.signal?.aborted)
            throw error;
        return null;
    }
}
/** A script stands for whatever interpreter it picks at the moment, so only programs' answers are kept. */
function memoPath(executable, search) {
    if (search.cacheDirectory === undefined || isScript(executable))
        return null;
    const name = (0,external_node_crypto_.createHash)("sha256").update(executable).digest("hex").slice(0, 32);
    return (0,external_node_path_.join)(search.cacheDirectory, "interpreters", `${name}.json`);
}
function isScript(path) {
    try {
        const file = (0,external_node_fs_.openSync)(path, "r");
        try {
            const start = Buffer.alloc(2);
            (0,external_node_fs_.readSync)(file, start, 0, 2, 0);
            return start.toString("latin1") === "#!";
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return true;
    }
}
async function recall(path, identity) {
    try {
        const memo = JSON.parse(await (0,promises_.readFile)(path, "utf8"));
        const same = memo.format === PROBE_FORMAT &&
            memo.identity === identity &&
            memo.baseIdentity === fileIdentity(memo.interpreter.base);
        return same ? memo.interpreter : null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 3845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ unmergePypirc),
/* harmony export */   a: () => (/* binding */ mergePypirc)
/* harmony export */ });
/* harmony import */ var _ini_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3963);

const BEGIN = "# What follows, up to the line that ends it, is forgexec's, for the length of a run.";
const END = "# End of what is forgexec's.";
function blocksOf(text) {
    const blocks = [{ name: null, lines: [] }];
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        const name = /^\s*\[(.+)\]/.exec(line)?.[1];
        if (name !== undefined)
            blocks.push({ name, lines: [line] });
        else
            blocks.at(-1)?.lines.push(line);
    }
    return blocks;
}
/**
 * The user's file with the sections of the spec. A section of the user's with the same name gives way to it (parsers
 * refuse a section twice), `[distutils] index-servers` grows, everything else stays as it is byte for byte.
 */
function mergePypirc(users, sections) {
    const names = sections.map(({ name }) => name);
    const present = (0,_ini_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIni */ .Ay)(users);
    const servers = present.get("distutils")?.get("index-servers")?.split(/\s+/).filter(Boolean);
    const kept = blocksOf(users).filter(({ name }) => name === null || !names.includes(name));
    // Without a list, tools look for these two; with one, only for what it names.
    const usual = ["pypi", "testpypi"].filter((name) => present.has(name));
    const list = [...new Set([...(servers ?? usual), ...names])];
    const text = kept.map((block) => withServers(block, list)).join("");
    const own = [
        BEGIN,
        ...(present.has("distutils") ? [] : ["[distutils]", "index-servers =", ...list.map((name) => `    ${name}`), ""]),
        ...sections.flatMap(sectionLines),
        END,
        "",
    ];
    return `${text === "" || text.endsWith("\n") ? text : `${text}\n`}${own.join("\n")}`;
}
function sectionLines({ name, repository, username, password }) {
    return [
        `[${name}]`,
        `repository = ${repository}`,
        ...(username === null ? [] : [`username = ${username}`]),
        ...(password === null ? [] : [`password = ${password}`]),
        "",
    ];
}
function withServers(block, list) {
    if (block.name !== "distutils")
        return block.lines.join("");
    const value = ["index-servers =\n", ...list.map((name) => `    ${name}\n`)];
    const span = serversSpan(block.lines);
    const lines = [...block.lines];
    if (span === null)
        lines.splice(1, 0, ...value);
    else
        lines.splice(span.start, span.count, ...value);
    const head = lines[0] ?? "";
    if (!head.endsWith("\n"))
        lines[0] = `${head}\n`;
    return lines.join("");
}
// The option's line and those that continue it.
function serversSpan(lines) {
    const start = lines.findIndex((line) => /^\s*index-servers\s*[=:]/i.test(line));
    if (start < 0)
        return null;
    const indent = indentOf(lines[start]);
    let end = start + 1;
    for (let at = end; at < lines.length; at++) {
        const line = lines[at];
        if (line.trim() === "")
            continue;
        if (/^\s*[#;]/.test(line) ? indentOf(line) === 0 : indentOf(line) <= indent)
            break;
        end = at + 1;
    }
    return { start, count: end - start };
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
/**
 * The user's file again, out of one that has forgexec's part and that somebody else wrote to since: our lines go, the
 * sections of `users` that gave way come back, and our names leave the list of servers.
 */
function unmergePypirc(edited, users, names) {
    const lines = edited.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const begin = lines.findIndex((line) => line.trimEnd() === BEGIN);
    const end = lines.findIndex((line, at) => at > begin && line.trimEnd() === END);
    const without = begin < 0 || end < 0 ? lines : [...lines.slice(0, begin), ...lines.slice(end + 1)];
    const present = (0,_ini_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIni */ .Ay)(users);
    const before = present.get("distutils")?.get("index-servers")?.split(/\s+/).filter(Boolean) ?? [];
    const blocks = blocksOf(without.join("")).map((block) => {
        if (block.name !== "distutils")
            return block;
        const span = serversSpan(block.lines);
        if (span === null)
            return block;
        const value = block.lines.slice(span.start, span.start + span.count).join("");
        const now = (/[=:]([\s\S]*)$/.exec(value)?.[1] ?? "").split(/\s+/).filter(Boolean);
        const list = now.filter((name) => before.includes(name) || !names.includes(name));
        const had = present.get("distutils")?.has("index-servers") === true;
        const original = originalServers(users);
        const sameAsBefore = original !== null && list.join(" ") === before.join(" ");
        const replacement = sameAsBefore
            ? [original]
            : list.length === 0 && !had
                ? []
                : ["index-servers =\n", ...list.map((name) => `    ${name}\n`)];
        return {
            ...block,
            lines: [...block.lines.slice(0, span.start), ...replacement, ...block.lines.slice(span.start + span.count)],
        };
    });
    const there = new Set(blocks.map(({ name }) => name));
    const back = blocksOf(users).filter(({ name }) => name !== null && names.includes(name) && !there.has(name));
    const text = blocks.flatMap(({ lines: each }) => each).join("");
    const returned = back.flatMap(({ lines: each }) => each).join("");
    return returned === "" || text === "" || text.endsWith("\n") ? text + returned : `${text}\n${returned}`;
}
function originalServers(users) {
    const block = blocksOf(users).find(({ name }) => name === "distutils");
    const span = block === undefined ? null : serversSpan(block.lines);
    return block === undefined || span === null ? null : block.lines.slice(span.start, span.start + span.count).join("");
}


/***/ }),

/***/ 2354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r6: () => (/* binding */ changeParticipants),
  uM: () => (/* binding */ journalExists)
});

// UNUSED EXPORTS: journalPath

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
// EXTERNAL MODULE: ./lib/owner.js
var lib_owner = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/packages/pypirc-file.js
var pypirc_file = __webpack_require__(3845);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/packages/pypirc-record.js





const section = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    repository: schemas/* string */.YjP(),
    username: schemas/* nullable */.mee(schemas/* string */.YjP()),
    password: schemas/* nullable */.mee(schemas/* string */.YjP()),
});
const participant = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    owner: schemas/* custom */.IeY((value) => (0,lib_owner/* asOwner */.gv)(value) !== null),
    project: schemas/* string */.YjP(),
    sections: schemas/* readonly */.tBZ(schemas/* array */.YOg(section)),
    definitions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
});
const standing = schemas/* object */.Ikc({
    content: schemas/* string */.YjP(),
    mode: schemas/* number */.aig(),
    uid: schemas/* number */.aig(),
    gid: schemas/* number */.aig(),
    atimeMs: schemas/* number */.aig(),
    mtimeMs: schemas/* number */.aig(),
});
const journal = schemas/* object */.Ikc({
    target: schemas/* string */.YjP(),
    /** The user's file without forgexec's part; null: there was none. */
    before: schemas/* nullable */.mee(standing),
    /** Hashes of what the file may hold if nobody else has written to it. */
    expected: schemas/* readonly */.tBZ(schemas/* array */.YOg(schemas/* string */.YjP())),
    participants: schemas/* readonly */.tBZ(schemas/* array */.YOg(participant)),
});
const LARGEST = 64 * 1024 * 1024;
/**
 * Reads the journal at `path`; null where there is none, or what is there is none of forgexec's.
 * @throws UsageError `pypirc-unusable` where something else stands there that can't be replaced
 */
async function readJournal(path) {
    try {
        const content = await (0,read_file/* readRegularFile */.X)(path, LARGEST);
        if ("bytes" in content)
            return parseJournal(content.bytes.toString("utf8"));
        if (content.problem === "too-large")
            return null;
    }
    catch (error) {
        if ((0,files/* isCode */._m)(error, "ENOENT"))
            return null;
        throw error;
    }
    throw new errors/* UsageError */.e("pypirc-unusable", `${path} is no regular file, so forgexec can't keep there what it has to put back in ~/.pypirc. Remove it.`);
}
function parseJournal(text) {
    try {
        const read = journal.safeParse(JSON.parse(text));
        return read.success ? read.data : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/packages/pypirc-target.js





const MAX_LINKS = 40;
/** The file that ~/.pypirc is, links followed also where the last one points at nothing. */
async function pypircTarget(home) {
    let path = (0,external_node_path_.join)(home, ".pypirc");
    for (let links = 0; links < MAX_LINKS; links++) {
        const stats = await (0,promises_.lstat)(path).catch(() => null);
        if (!stats?.isSymbolicLink())
            return path;
        path = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), await (0,promises_.readlink)(path));
    }
    throw new errors/* UsageError */.e("pypirc-unusable", `${(0,external_node_path_.join)(home, ".pypirc")} is a link that leads to itself. Remove it, or point it at a file.`);
}
/** Reads a file whole; null: there is none. @throws UsageError `pypirc-unusable` where it can't be read. */
async function readStanding(path) {
    try {
        const stats = await (0,promises_.stat)(path);
        if (!stats.isFile())
            throw new Error("it is not a file");
        const { uid, gid, atimeMs, mtimeMs } = stats;
        return { content: await (0,promises_.readFile)(path, "latin1"), mode: stats.mode & 0o7777, uid, gid, atimeMs, mtimeMs };
    }
    catch (error) {
        if ((0,files/* isCode */._m)(error, "ENOENT"))
            return null;
        throw new errors/* UsageError */.e("pypirc-unusable", `${path} can't be read, so pypi.index-servers can't be merged with it: ${error.message}. Make it readable, or move it away.`);
    }
}
/** Puts a file back as it stood; null: there was none. */
async function putBack(path, before) {
    if (before === null) {
        await (0,promises_.rm)(path, { force: true });
        return;
    }
    await replaceFile(path, before.content, before.mode);
    await (0,promises_.chown)(path, before.uid, before.gid).catch(() => undefined);
    await (0,promises_.utimes)(path, before.atimeMs / 1000, before.mtimeMs / 1000).catch(() => undefined);
}
/** Name of the file that a replacement is written to first. One name, so that what a `kill -9` leaves is found. */
function replacementOf(path) {
    return `${path}.forgexec-new`;
}
/** Replaces a file at once, for the one process that may write to it; in place where its folder can't be written to. */
async function replaceFile(path, content, mode) {
    const temporary = replacementOf(path);
    const bytes = Buffer.from(content, "latin1");
    try {
        await (0,promises_.rm)(temporary, { force: true });
        const file = await (0,promises_.open)(temporary, "wx", 0o600);
        try {
            await file.writeFile(bytes);
            await file.chmod(mode);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
        if (!["EACCES", "EPERM", "EROFS", "EBUSY"].some((code) => (0,files/* isCode */._m)(error, code)))
            throw error;
        await (0,promises_.chmod)(path, mode | 0o200);
        await (0,promises_.writeFile)(path, bytes);
        await (0,promises_.chmod)(path, mode);
    }
}
/** A hash by which content is known again. */
function hashOf(content) {
    return content === null ? "none" : (0,external_node_crypto_.createHash)("sha256").update(content, "latin1").digest("hex");
}

;// CONCATENATED MODULE: ./lib/packages/pypirc-journal.js








const LOCK_TIMEOUT_MS = 15_000;
const ABANDONED = (path, pid, project) => `A run that was ended by force (process ${pid}, project ${project}) had left its servers in ${path}: they were taken out.`;
const EDITED = (path) => `${path} was changed by something else while forgexec's sections were in it: the change was kept and the sections taken out.`;
/**
 * The user's journal. It lies beside ~/.pypirc and not in the cache directory, which may be another one in the next
 * project: what a `kill -9` left has to be found from any of them.
 */
function journalPath(home) {
    return (0,external_node_path_.join)(home, ".pypirc.forgexec");
}
function lockPath(journal) {
    return `${journal}.lock`;
}
/** Whether there may be something to undo. */
async function journalExists(home) {
    const path = journalPath(home);
    const traces = [path, replacementOf(path), lockPath(path)];
    const there = await Promise.all(traces.map((each) => (0,promises_.lstat)(each).catch(() => null)));
    return there.some((stats) => stats !== null);
}
/**
 * Changes which runs have sections in ~/.pypirc, and writes the file accordingly: with none left it stands as before.
 * Runs that are gone drop out. Gives sentences for the user.
 */
async function changeParticipants(home, change) {
    const path = journalPath(home);
    const lock = await (0,lib_lock/* waitForLock */.gJ)(lockPath(path), LOCK_TIMEOUT_MS).catch((error) => {
        if (error instanceof errors/* UsageError */.e)
            throw error;
        throw new errors/* UsageError */.e("pypirc-unusable", `${home} can't be written to, so pypi.index-servers can't go into ~/.pypirc: ${error.message}. Make it writable, or set HOME to a folder that is.`);
    });
    try {
        return await changeLocked(home, path, change);
    }
    finally {
        await lock.release();
    }
}
async function changeLocked(home, path, change) {
    const notes = [];
    const journal = await readJournal(path);
    const target = await pypircTarget(home);
    await (0,promises_.rm)(replacementOf(path), { force: true });
    await (0,promises_.rm)(replacementOf(target), { force: true }).catch(() => undefined);
    if (journal !== null && journal.target !== target)
        await leaveOldTarget(journal);
    const current = await readStanding(target);
    const [live, gone] = [true, false].map((wanted) => (journal?.participants ?? []).filter(({ owner }) => (0,lib_owner/* isAlive */._n)(owner) === wanted));
    notes.push(...gone.map(({ owner, project }) => ABANDONED(target, owner.pid, project)));
    const next = change(live);
    const { before, edited } = usersFile(journal?.target === target ? journal : null, current);
    if (edited)
        notes.push(EDITED(target));
    if (next.length === 0) {
        if (journal !== null && hashOf(current?.content ?? null) !== hashOf(before?.content ?? null))
            await putBack(target, before);
        else if (journal !== null && before !== null && !edited)
            await putBack(target, before);
        await (0,promises_.rm)(path, { force: true });
        return notes;
    }
    const merged = (0,pypirc_file/* mergePypirc */.a)(before?.content ?? "", sectionsOf(next));
    const expected = [hashOf(current?.content ?? null), hashOf(before?.content ?? null), hashOf(merged)];
    const written = { target, before, expected, participants: next };
    await replaceFile(path, Buffer.from(JSON.stringify(written), "utf8").toString("latin1"), 0o600);
    if (current?.content !== merged)
        await replaceFile(target, merged, 0o600);
    return notes;
}
// The link ~/.pypirc points elsewhere now; what it pointed at gets its content back.
async function leaveOldTarget(journal) {
    const old = await readStanding(journal.target).catch(() => null);
    if (old !== null && journal.expected.includes(hashOf(old.content)))
        await putBack(journal.target, journal.before);
}
function usersFile(journal, current) {
    if (journal === null)
        return { before: current, edited: false };
    if (journal.expected.includes(hashOf(current?.content ?? null)))
        return { before: journal.before, edited: false };
    if (current === null)
        return { before: null, edited: true };
    const names = journal.participants.flatMap(({ sections }) => sections.map(({ name }) => name));
    const content = (0,pypirc_file/* unmergePypirc */.N)(current.content, journal.before?.content ?? "", names);
    if (journal.before === null && content.trim() === "")
        return { before: null, edited: true };
    // 0600 is forgexec's doing; a wider mode is the user's.
    const mode = current.mode === 0o600 ? (journal.before?.mode ?? 0o600) : current.mode;
    return { before: { ...current, content, mode }, edited: true };
}
// Of two runs with the same definition the one that has the password at present decides.
function sectionsOf(participants) {
    const sections = new Map();
    for (const section of participants.flatMap((participant) => participant.sections)) {
        const known = sections.get(section.name);
        if (known === undefined || known.password === null)
            sections.set(section.name, section);
    }
    return [...sections.values()];
}


/***/ }),

/***/ 5163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ runPython)
/* harmony export */ });
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9268);

/** Runs Python and gives its standard output; rejects with a CommandError when it fails. PYTHONHOME never reaches it. */
async function runPython(call) {
    const { PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...env } = call.environment;
    const { python, args, cwd, timeoutMs: timeout, signal } = call;
    const options = { env, cwd, timeout, killGrace: 0, maxBuffer: 16 * 1024 * 1024 };
    const { stdout } = await (0,_command_index_js__WEBPACK_IMPORTED_MODULE_0__.run)(python, args, signal === undefined ? options : { ...options, signal });
    return stdout;
}


/***/ }),

/***/ 1809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ pipConfigPath),
/* harmony export */   cm: () => (/* binding */ recoverPackages),
/* harmony export */   wY: () => (/* binding */ shownPypircPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3964);
/* harmony import */ var _own_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4824);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7108);
/* harmony import */ var _kept_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1713);
/* harmony import */ var _pypirc_journal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2354);
/* harmony import */ var _run_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3789);








const LEFTOVER = /^(.+)\.(?:pip\.conf|pypirc|clients|image|lock)$/;
/** The pip configuration of the run that holds the environment at `path`. */
function pipConfigPath(path) {
    return `${path}.pip.conf`;
}
/** What a phase of the run that holds the environment at `path` sees as ~/.pypirc, in a sandbox. */
function shownPypircPath(path) {
    return `${path}.pypirc`;
}
function lockOf(path) {
    return `${path}.lock`;
}
/**
 * Undoes what runs of this user left that were ended by `kill -9`, whichever project they were of: mounted environments,
 * their sections in ~/.pypirc, their configuration files of pip and others, half-written files, and their locks. For the
 * start of every run; costs five look-ups when there is nothing. What live runs have stays. Gives sentences for the user.
 *
 * @throws UsageError where ~/.pypirc can't be read or written.
 */
async function recoverPackages(where) {
    const mounts = await (0,_image_index_js__WEBPACK_IMPORTED_MODULE_4__/* .recoverImages */ .Vs)(where);
    await removeLeftovers((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(where.cacheDirectory, "env"));
    // A run that finds all in place opens neither the index nor the store, which would see to it.
    for (const part of ["index", "store"])
        await (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLeftFolders */ .b)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(where.cacheDirectory, part, "v1", "tmp"));
    const pypirc = (await (0,_pypirc_journal_js__WEBPACK_IMPORTED_MODULE_6__/* .journalExists */ .uM)(where.home)) ? await (0,_pypirc_journal_js__WEBPACK_IMPORTED_MODULE_6__/* .changeParticipants */ .r6)(where.home, (live) => live) : [];
    return [...mounts, ...pypirc];
}
async function removeLeftovers(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    const slots = names.map((name) => LEFTOVER.exec(name)?.[1]).filter((slot) => slot !== undefined);
    for (const slot of new Set(slots)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, slot);
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .tryLock */ .bh)(lockOf(path)).catch(() => null);
        if (lock === null)
            continue;
        for (const file of [pipConfigPath(path), shownPypircPath(path)])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file, { force: true }).catch(() => undefined);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,_run_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .runFolder */ .k)(path), { recursive: true, force: true }).catch(() => undefined);
        await (0,_kept_image_js__WEBPACK_IMPORTED_MODULE_5__/* .dropAbandonedImage */ .Pj)(path);
        await lock.release();
    }
}


/***/ }),

/***/ 3789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runFolder)
/* harmony export */ });
/** The folder of the run that holds the environment at `path`, for what its clients are told and may write. */
function runFolder(path) {
    return `${path}.clients`;
}


/***/ }),

/***/ 9937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ slotName),
/* harmony export */   Qk: () => (/* binding */ takeSlot),
/* harmony export */   UG: () => (/* binding */ slotPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3964);





const MAX_SLOTS = 1000;
/** `<owner>-<repository>`, or the folder's name and a hash of its path where those are not known. */
function slotName({ owner, repository, directory }) {
    if (owner && repository)
        return `${plain(owner)}-${plain(repository)}`;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(directory).digest("hex").slice(0, 8);
    return `${plain((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory))}-${hash}`;
}
/** Path of the environment in slot `n`: the same in every run, since scripts hold it. */
function slotPath(owner, n) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(owner.cacheDirectory, "env", `${slotName(owner)}-${n}`);
}
/** Takes the lowest slot that no live run holds. @throws the system's error where the cache directory cannot be written to */
async function takeSlot(owner) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(owner.cacheDirectory, "env"), { recursive: true, mode: 0o700 });
    for (let n = 0; n < MAX_SLOTS; n++) {
        const path = slotPath(owner, n);
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .tryLock */ .bh)(`${path}.lock`);
        if (lock !== null)
            return { number: n, path, lock };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e("no-free-environment", `${MAX_SLOTS} environments of this project are in use under ${owner.cacheDirectory}/env. End some runs and try again.`);
}
// A leading dot or dash would make a hidden folder, or an option.
function plain(name) {
    const text = name.replace(/[^\w.-]+/g, "_").replace(/^[.-]+/, "_");
    return text.slice(0, 80) || "project";
}


/***/ }),

/***/ 4016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ processorLevel),
/* harmony export */   z: () => (/* binding */ systemRelease)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/**
 * The system that packages were built on, in one text that changes with its release: on Linux the distribution's ID and
 * version of os-release(5), since its libraries go with it; elsewhere the kernel's major version.
 */
function systemRelease(platform) {
    if (platform !== "linux")
        return `${platform}-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.arch)()}-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)().split(".")[0]}`;
    const text = read("/etc/os-release") ?? read("/usr/lib/os-release") ?? "";
    const field = (name) => new RegExp(`^${name}=["']?([^"'\\n]*)`, "m").exec(text)?.[1] ?? "";
    return `linux-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.arch)()}-${field("ID") || "unknown"}${field("VERSION_ID")}`;
}
const LEVELS = [
    ["v4", ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]],
    ["v3", ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]],
    ["v2", ["cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"]],
];
let level;
/**
 * The processor's level as x86-64's psABI numbers them (`v1` to `v4`), so that nothing built for this machine reaches one
 * that cannot run it; elsewhere, and where /proc/cpuinfo is not to be had, empty.
 */
function processorLevel() {
    level ??= (0,node_os__WEBPACK_IMPORTED_MODULE_1__.arch)() === "x64" ? levelOf(read("/proc/cpuinfo")) : "";
    return level;
}
function levelOf(text) {
    const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(text ?? "")?.[1]?.split(" "));
    if (flags.size === 0)
        return "";
    const has = (at) => LEVELS.slice(at).every(([, needed]) => needed.every((flag) => flags.has(flag)));
    return LEVELS.find((_, at) => has(at))?.[0] ?? "v1";
}
function read(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8");
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 2241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VJ: () => (/* binding */ versionParts),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   y1: () => (/* binding */ matchesVersion)
/* harmony export */ });
/** The parts of a requested Python version ("3.12", "python3.12", "3.12.x"); null: not a version. */
function versionParts(request) {
    const match = /^(?:python)?(\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?)(?:\.[x*])?$/.exec(request.trim());
    return match?.[1] === undefined ? null : match[1].split(".");
}
/** Whether `version` is the one asked for, or one of its minor or patch releases. */
function matchesVersion(version, parts) {
    const own = version.split(".");
    return parts.every((part, index) => own[index] === part);
}
/** Sorts version numbers, the newest first. */
function newestFirst(left, right) {
    return right.localeCompare(left, "en", { numeric: true });
}


/***/ }),

/***/ 5468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sha256OfFile),
/* harmony export */   g: () => (/* binding */ rememberedSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const READ_BYTES = 1024 * 1024;
/** sha256 of an open file's bytes, in hex. Leaves its position as it is. @throws the signal's reason when aborted */
async function sha256OfFile(handle, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (let position = 0;;) {
        signal?.throwIfAborted();
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0)
            return hash.digest("hex");
        hash.update(buffer.subarray(0, bytesRead));
        position += bytesRead;
    }
}
const known = new Map();
/** As `sha256OfFile`, but what was read once in this process is not read again while inode, size and time are the same. */
async function rememberedSha256(handle, signal) {
    const stats = await handle.stat({ bigint: true });
    const before = known.get(identityOf(stats));
    if (before !== undefined)
        return { sha256: before, stats };
    const sha256 = await sha256OfFile(handle, signal);
    // It may have been written to meanwhile.
    const after = await handle.stat({ bigint: true });
    if (identityOf(after) === identityOf(stats))
        known.set(identityOf(stats), sha256);
    return { sha256, stats };
}
function identityOf({ dev, ino, size, mtimeNs }) {
    return `${dev} ${ino} ${size} ${mtimeNs}`;
}


/***/ })

};
