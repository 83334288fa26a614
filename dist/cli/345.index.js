export const id = 345;
export const ids = [345];
export const modules = {

/***/ 9502:
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

/***/ 2243:
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
;// CONCATENATED MODULE: ./lib/packages/version-request.js
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
        const parts = versionParts(name);
        const exact = installed.includes(name) ? name : undefined;
        const version = exact ?? (parts && installed.sort(newestFirst).find((each) => matchesVersion(each, parts)));
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
        return (0,external_node_fs_.readFileSync)(path, "utf8");
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
    return usable.sort((left, right) => newestFirst(left.version, right.version));
}
/** Those of `installed` that a request's parts name. */
function matching(installed, parts) {
    return installed.filter(({ version }) => matchesVersion(version, parts)).map(({ executable }) => executable);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/packages/files.js
var files = __webpack_require__(9502);
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
    const parts = versionParts(request);
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
        const interpreter = await probe(path, search);
        if (interpreter !== null)
            return interpreter;
    }
    throw new errors/* UsageError */.e("no-python", `No Python was found on PATH (${defaultNames(search.platform).join(", ")}).${elsewhere(search)} ` +
        "Install Python 3 (on GitHub: the actions/setup-python step before this one), or name an interpreter with `python` in the spec or --python.");
}
async function findVersion(request, parts, search) {
    const found = [];
    for (const path of candidatesFor(parts, search)) {
        const interpreter = await probe(path, search);
        if (interpreter === null)
            continue;
        if (matchesVersion(interpreter.version, parts))
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
    const interpreter = isProgram(executable) ? await probe(executable, search) : null;
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
    const there = [...others].map(([executable, version]) => `${version} (${executable})`).sort(newestFirst);
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

/***/ 3345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ax: () => (/* reexport */ find_interpreter/* findInterpreter */.A),
  openIndex: () => (/* reexport */ openIndex),
  _O: () => (/* reexport */ openPackages),
  readUpstream: () => (/* reexport */ readUpstream),
  M$: () => (/* reexport */ recoverPypirc)
});

// EXTERNAL MODULE: ./lib/packages/find-interpreter.js + 5 modules
var find_interpreter = __webpack_require__(2243);
;// CONCATENATED MODULE: ./lib/packages/open-index.js
/**
 * Starts the caching package index (PEP 503, 691, 658): on loopback, over a store on disk. What it needs is loaded here.
 *
 * @throws UsageError `not-listening`, `invalid-upstream`
 */
async function openIndex(options) {
    const { open } = await Promise.all(/* import() */[__webpack_require__.e(416), __webpack_require__.e(689)]).then(__webpack_require__.bind(__webpack_require__, 9689));
    return open(options);
}
/** Reads `URL` or `NAME=URL`. @throws UsageError `invalid-upstream`; its message holds no credentials */
async function readUpstream(text) {
    const { parseUpstream } = await __webpack_require__.e(/* import() */ 625).then(__webpack_require__.bind(__webpack_require__, 5625));
    return parseUpstream(text);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/packages/files.js
var files = __webpack_require__(9502);
;// CONCATENATED MODULE: ./lib/packages/packed.js



const HATCHLING = /^\s*build-backend\s*=\s*["']hatchling\b/m;
const IGNORED = /^\.forge\/?\s*$/m;
const IGNORED_HERE = /^\/?\.forge\/?\s*$/m;
/**
 * Whether building the project would pack what `.forge/` links to: hatchling follows links and reads no `.gitignore` but
 * the nearest one from the project upwards, so it would put the whole environment into the sdist.
 */
async function wouldBePacked(directory) {
    const project = await (0,files/* readIfThere */.qC)((0,external_node_path_.join)(directory, "pyproject.toml")).catch(() => null);
    if (project === null || !HATCHLING.test(project))
        return false;
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, ".gitignore"), "utf8").catch(() => null);
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
        if (!(0,files/* isCode */._m)(error, code))
            throw error;
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/packages/python.js
var packages_python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/pip-wheel.js








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
    const bundled = interpreter.bundledPip !== null && (0,external_node_fs_.existsSync)(interpreter.bundledPip) ? interpreter.bundledPip : null;
    if (pip === "bundled" && bundled !== null)
        return bundled;
    const pinned = pip !== "newest" && pip !== "bundled";
    if (pinned && bundled !== null && (0,external_node_path_.basename)(bundled).startsWith(`pip-${pip}-`))
        return bundled;
    const kept = await recall(request);
    if (kept !== null && (pinned || Date.now() - kept.asked < FRESH_MS))
        return kept.path;
    const failure = await download(request, bundled);
    if (failure instanceof Error === false)
        return failure.path;
    if (pinned) {
        throw new errors/* UsageError */.e("pip-not-found", `pypi.pip: pip ${pip} could not be had for Python ${interpreter.version}: ${failure.message}. Give a version that the index has, "newest" or "bundled".`);
    }
    const instead = kept?.path ?? bundled;
    if (instead !== null)
        request.note(`The newest pip could not be had; ${(0,external_node_path_.basename)(instead)} is taken: ${failure.message}`);
    return instead;
}
function folderOf({ cacheDirectory, interpreter }) {
    const minor = interpreter.version.split(".").slice(0, 2).join(".");
    return (0,external_node_path_.join)(cacheDirectory, "pip", `${interpreter.implementation}-${minor}`);
}
function recordOf(request) {
    return (0,external_node_path_.join)(folderOf(request), `${request.pip.replace(/[^\w.]/g, "_")}.json`);
}
async function recall(request) {
    try {
        const kept = JSON.parse(await (0,promises_.readFile)(recordOf(request), "utf8"));
        const path = (0,external_node_path_.join)(folderOf(request), (0,external_node_path_.basename)(kept.file));
        return (await sha256(path)) === kept.sha256 ? { ...kept, path } : null;
    }
    catch {
        return null;
    }
}
async function download(request, bundled) {
    const { interpreter, pip } = request;
    const start = interpreter.pip !== null ? ["-I", "-m", "pip"] : bundled !== null ? ["-I", (0,external_node_path_.join)(bundled, "pip")] : null;
    if (start === null)
        return new Error("this Python has neither pip nor ensurepip");
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "forgexec-pip-"));
    try {
        const wanted = pip === "newest" || pip === "bundled" ? "pip" : `pip==${pip}`;
        await (0,packages_python/* runPython */.w)({
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
        const file = (await (0,promises_.readdir)(temporary)).find((name) => /^pip-[\w.!+]+-py[\w.]+-none-any\.whl$/.test(name));
        if (file === undefined)
            return new Error("pip downloaded no wheel of itself");
        return { path: await keep(request, (0,external_node_path_.join)(temporary, file)) };
    }
    catch (error) {
        if (request.signal?.aborted)
            throw error;
        return new Error(lastLine(error));
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
function forDownload(environment) {
    const { PIP_CONSTRAINT, PIP_REQUIRE_HASHES, PIP_PLATFORM, PIP_PYTHON_VERSION, PIP_PRE, PIP_LOG, ...rest } = environment;
    return { ...rest, PIP_REQUIRE_VIRTUALENV: "0" };
}
async function keep(request, from) {
    const folder = folderOf(request);
    const path = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(from));
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.${Date.now()}.tmp`;
    await (0,promises_.copyFile)(from, temporary);
    await (0,promises_.rename)(temporary, path);
    const kept = { file: (0,external_node_path_.basename)(path), sha256: await sha256(path), asked: Date.now() };
    await (0,files/* writeAtomically */.vK)(recordOf(request), JSON.stringify(kept));
    return path;
}
async function sha256(path) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(await (0,promises_.readFile)(path))
        .digest("hex");
}
function lastLine(error) {
    const { stderr, message } = error;
    const lines = (stderr ?? "").split("\n").filter((line) => line.trim() !== "");
    const errors = lines.filter((line) => line.startsWith("ERROR"));
    return (errors.at(-1) ?? lines.at(-1) ?? message).trim();
}

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







const MAKE_TIMEOUT_MS = 120_000;
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
    const wheel = await pipWheel(request);
    if (wheel === null && request.index === "unnamed") {
        throw new errors/* UsageError */.e("no-pip", `${interpreter.executable} has neither pip nor ensurepip, and no index is named. Install pip for it (on Debian: python3-pip or python3-venv), or give pypi.index-url or PIP_INDEX_URL.`);
    }
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const call = { environment: request.environment, cwd: (0,external_node_os_.tmpdir)(), timeoutMs: MAKE_TIMEOUT_MS, signal };
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

;// CONCATENATED MODULE: ./lib/packages/ini.js
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

;// CONCATENATED MODULE: ./lib/packages/pip-files.js



/**
 * Paths of pip's configuration files, those that win last: global, user, site, then PIP_CONFIG_FILE
 * (pip's user guide, "Configuration"). With PIP_CONFIG_FILE naming the null device pip reads none.
 */
function pipFiles(surroundings) {
    const named = surroundings.environment.PIP_CONFIG_FILE;
    if (isNullDevice(named))
        return [];
    const { basePrefix, platform } = surroundings;
    const site = (0,external_node_path_.join)(basePrefix, platform === "win32" ? "pip.ini" : "pip.conf");
    return [...globalFiles(surroundings), ...userFiles(surroundings), site, ...(named ? [named] : [])];
}
/** Whether a value of PIP_CONFIG_FILE switches all of pip's files off. */
function isNullDevice(path) {
    return path === "/dev/null" || path?.toLowerCase() === "nul";
}
function globalFiles({ environment, platform, root = "/" }) {
    if (platform === "win32")
        return [(0,external_node_path_.join)(environment.PROGRAMDATA ?? "C:\\ProgramData", "pip", "pip.ini")];
    if (platform === "darwin")
        return [(0,external_node_path_.join)(root, "Library/Application Support/pip/pip.conf")];
    const folders = environment.XDG_CONFIG_DIRS?.trim()
        ? environment.XDG_CONFIG_DIRS.split(":").filter(Boolean)
        : [(0,external_node_path_.join)(root, "etc/xdg")];
    return [...folders.map((folder) => (0,external_node_path_.join)(folder, "pip", "pip.conf")), (0,external_node_path_.join)(root, "etc/pip.conf")];
}
function userFiles({ environment, home, platform }) {
    if (platform === "win32") {
        const roaming = environment.APPDATA ?? (0,external_node_path_.join)(home, "AppData", "Roaming");
        return [(0,external_node_path_.join)(home, "pip", "pip.ini"), (0,external_node_path_.join)(roaming, "pip", "pip.ini")];
    }
    const legacy = (0,external_node_path_.join)(home, ".pip", "pip.conf");
    const xdg = (0,external_node_path_.join)(environment.XDG_CONFIG_HOME?.trim() || (0,external_node_path_.join)(home, ".config"), "pip", "pip.conf");
    if (platform === "darwin")
        return [legacy, xdg, (0,external_node_path_.join)(home, "Library/Application Support/pip/pip.conf")];
    return [legacy, xdg];
}
/**
 * What pip is configured with by files: each file over those before it. Names are as pip normalises them
 * (`find_links` is `find-links`). A file that can't be read is passed over, as pip does.
 */
async function readPipConfiguration(surroundings) {
    const merged = new Map();
    for (const path of pipFiles(surroundings)) {
        const text = await (0,files/* readIfThere */.qC)(path).catch(() => null);
        if (text === null)
            continue;
        for (const [section, options] of parseIni(text)) {
            const into = merged.get(section) ?? new Map();
            merged.set(section, into);
            for (const [name, value] of options)
                into.set(name.replaceAll("_", "-").replace(/^--/, ""), value);
        }
    }
    return merged;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/packages/pip-merge.js




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
    if (value !== "" && isOneLineValue(value) && !/\s/.test(value))
        return value;
    throw new errors/* UsageError */.e("invalid-pip-configuration", `pypi.${key}: ${JSON.stringify(withoutCredentials(value))} is empty or holds white space, which pip's configuration can't say. Write one URL, host or folder an entry.`);
}
function withoutCredentials(url) {
    return url.replace(/\/\/[^/]*@/g, "//***@");
}
// pip takes a list apart at white space and reads the file in the locale's encoding: such a folder goes in as a URL.
function findLink(value, directory) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(value))
        return value;
    if (value === "" || !isOneLineValue(value))
        return value;
    const path = (0,external_node_path_.isAbsolute)(value) ? value : (0,external_node_path_.resolve)(directory, value);
    return /^[!-~]+$/.test(path) ? path : (0,external_node_url_.pathToFileURL)(path).href;
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

;// CONCATENATED MODULE: ./lib/packages/pip-configuration.js




/**
 * Writes what pip is configured with, merged with the spec's part, to a file of mode 0600 at `path`, and gives the
 * variables that make pip use it. The user's own files are not touched.
 */
async function configurePip(path, additions, where) {
    const { environment, home, platform, root } = where.options;
    // Some file instead of the null device would bring the system's files back, which the user has switched off.
    if (isNullDevice(environment.PIP_CONFIG_FILE)) {
        return {
            PIP_CONFIG_FILE: environment.PIP_CONFIG_FILE,
            ...pipVariables(environment, additions, "always"),
        };
    }
    const { basePrefix } = where.interpreter;
    const surroundings = { environment, home, platform, basePrefix, ...(root === undefined ? {} : { root }) };
    const merged = mergePipConfiguration(await readPipConfiguration(surroundings), additions);
    await (0,promises_.rm)(path, { force: true });
    await (0,promises_.writeFile)(path, writeIni(merged), { flag: "wx", mode: 0o600 });
    return { PIP_CONFIG_FILE: path, ...pipVariables(environment, additions, "where-set") };
}

;// CONCATENATED MODULE: ./lib/packages/fingerprint.js



const TELLING = /\.(dist-info|egg-info|egg-link|pth)$/;
/**
 * A hash that changes when a distribution was installed into, updated in or removed from the environment: names and
 * times of site-packages' dist-info, egg-info, egg-link and pth entries. Null: there is no site-packages.
 */
async function fingerprint(environment, platform) {
    const folders = platform === "win32" ? [(0,external_node_path_.join)(environment, "Lib")] : await librariesOf(environment);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let seen = 0;
    for (const folder of folders) {
        const site = (0,external_node_path_.join)(folder, "site-packages");
        const names = await (0,promises_.readdir)(site).catch(() => null);
        if (names === null)
            continue;
        seen++;
        const telling = names.filter((name) => TELLING.test(name)).sort();
        const times = await Promise.all(telling.map(async (name) => (await (0,promises_.stat)((0,external_node_path_.join)(site, name)).catch(() => null))?.mtimeMs ?? 0));
        hash.update(JSON.stringify([folder, telling, times]));
    }
    return seen === 0 ? null : hash.digest("hex");
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
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
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
 * which the commands name and what requirements files include. Bounded: a large tree is read only near its root.
 */
async function installInputs(directory, install) {
    const words = wordsOf(install).slice(0, MAX_FILES);
    const declared = install?.inputs;
    const patterns = Array.isArray(declared) ? declared.filter((each) => typeof each === "string") : USUAL;
    const found = await walk(directory, picomatch([...patterns], { dot: true }));
    const named = words.map((word) => (0,external_node_path_.resolve)(directory, word)).filter((path) => mayBeInput(directory, path));
    // What the commands name comes first: it counts however much else there is.
    const contents = await readAll([...named, ...found]);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const [file, content] of [...contents].sort(([left], [right]) => (left < right ? -1 : 1)))
        hash.update(JSON.stringify([(0,external_node_path_.relative)(directory, file), content.length])).update(content);
    const fromPath = words.some(installsPath) || [...contents].some(([file, content]) => includesPath(file, content));
    return { hash: hash.digest("hex"), fromPath: fromPath ? "yes" : "no" };
}
async function readAll(files) {
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
        for (const other of includedBy(file, content).slice(0, MAX_FILES))
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
function includesPath(file, content) {
    if (!/\.(txt|in|pip|list)$/.test(file))
        return false;
    return /^\s*(-e|--editable|\.{1,2}(\/|\s|$|\[)|file:)/m.test(content.toString("latin1"));
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
    return word === "-e" || word === "--editable" || /^\.{1,2}(\/|$|\[)/.test(word) || PROJECT_INSTALLERS.has(word);
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

;// CONCATENATED MODULE: ./lib/packages/stamp.js








const STAMP_FORMAT = 1;
/** The key of the environment as it would be made now. */
async function stampKey(source) {
    const { interpreter, inputs, platform } = source;
    const files = await installInputs(source.directory, inputs.install);
    return {
        "forgexec's format of environments": String(STAMP_FORMAT),
        "the system": `${platform} ${(0,external_node_os_.arch)()}`,
        "the user": String(process.getuid?.() ?? ""),
        "the environment's path": source.path,
        "the Python interpreter": digest([
            interpreter.version,
            interpreter.implementation,
            interpreter.build,
            interpreter.base,
        ]),
        "python in the spec": digest(inputs.python),
        "pypi in the spec": digest(inputs.pypi),
        "install in the spec": digest(inputs.install),
        "a file that install depends on": files.hash,
        "the project's folder": files.fromPath === "yes" ? source.directory : "",
    };
}
/** Looks at the environment at `source.path`. No Python is started. */
async function standing(source) {
    const stamp = await readStamp(source.path);
    const python = await (0,promises_.stat)(pythonOf(source.path, source.platform)).catch(() => null);
    if (stamp === null || python === null)
        return { state: "missing" };
    const key = await stampKey(source);
    const changed = Object.keys(key).filter((part) => stamp.key[part] !== key[part]);
    if (changed.length > 0)
        return { state: "outdated", reason: `${changed.join(" and ")} changed since it was made` };
    if (stamp.fingerprint !== (await fingerprint(source.path, source.platform)))
        return { state: "outdated", reason: "its packages were changed after install" };
    return { state: "valid" };
}
/** Says that the environment is whole. The last thing that is written to it. */
async function writeStamp(source) {
    const stamp = { key: await stampKey(source), fingerprint: await fingerprint(source.path, source.platform) };
    await (0,files/* writeAtomically */.vK)(stampPath(source.path), `${JSON.stringify(stamp, null, 2)}\n`);
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
        const stamp = JSON.parse((await (0,files/* readIfThere */.qC)(stampPath(path))) ?? "null");
        return stamp?.key && typeof stamp.key === "object" ? stamp : null;
    }
    catch {
        return null;
    }
}
function digest(value) {
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
 * Sees to it that a whole environment stands at `source.path`: the kept one while all that it depends on is the same,
 * else a new one. Without `install` among the phases a kept one stays as it is, since nothing would fill a new one.
 */
async function prepareEnvironment(source, options) {
    const { note } = options;
    const now = await standing(source);
    if (now.state === "valid")
        return;
    const installs = options.phases.includes("install");
    const filled = hasInstall(source.inputs.install);
    if (now.state === "outdated" && filled && !installs) {
        note(`The environment is used as it stands, although ${now.reason}. Run the install phase to bring it up to date.`);
        return;
    }
    if (now.state === "outdated")
        note(`The environment is made anew: ${now.reason}.`);
    await removeStamp(source.path);
    await makeEnvironment({
        path: source.path,
        interpreter: source.interpreter,
        pip: options.pypi?.pip ?? "newest",
        index: options.pypi?.indexUrl || options.environment.PIP_INDEX_URL ? "named" : "unnamed",
        cacheDirectory: options.cacheDirectory,
        environment: options.environment,
        platform: options.platform,
        note,
        signal: options.signal,
    });
    if (!filled)
        await writeStamp(source);
    else if (!installs)
        note("The environment is empty: it was not there, and install is not among the phases. Run the install phase first.");
}

// EXTERNAL MODULE: ./lib/packages/owner.js
var packages_owner = __webpack_require__(2718);
// EXTERNAL MODULE: ./lib/packages/lock.js
var packages_lock = __webpack_require__(8534);
;// CONCATENATED MODULE: ./lib/packages/pypirc-file.js

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
    const present = parseIni(users);
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
    const present = parseIni(users);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(5395);
;// CONCATENATED MODULE: ./lib/packages/pypirc-record.js





const section = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    repository: schemas/* string */.YjP(),
    username: schemas/* nullable */.mee(schemas/* string */.YjP()),
    password: schemas/* nullable */.mee(schemas/* string */.YjP()),
});
const participant = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    owner: schemas/* custom */.IeY((value) => (0,packages_owner/* asOwner */.gv)(value) !== null),
    project: schemas/* string */.YjP(),
    sections: schemas/* readonly */.tBZ(schemas/* array */.YOg(section)),
    definitions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
});
const pypirc_record_standing = schemas/* object */.Ikc({
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
    before: schemas/* nullable */.mee(pypirc_record_standing),
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
    const lock = await (0,packages_lock/* waitForLock */.g)(lockPath(path), LOCK_TIMEOUT_MS).catch((error) => {
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
    const [live, gone] = [true, false].map((wanted) => (journal?.participants ?? []).filter(({ owner }) => (0,packages_owner/* isAlive */._n)(owner) === wanted));
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
    const merged = mergePypirc(before?.content ?? "", sectionsOf(next));
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
    const content = unmergePypirc(current.content, journal.before?.content ?? "", names);
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

;// CONCATENATED MODULE: ./lib/packages/pypirc.js





/**
 * Puts the spec's servers into the user's ~/.pypirc (Python's packaging guide, "The .pypirc file"), mode 0600.
 *
 * @throws UsageError `invalid-pypirc` for a value that the file can't hold, `pypirc-conflict` when another live run
 *   defines a section differently, `pypirc-unusable` when the file can't be read.
 */
async function openPypirc(request) {
    const id = (0,external_node_crypto_.randomBytes)(8).toString("hex");
    const owner = (0,packages_owner/* thisProcess */.WF)();
    const definitions = Object.fromEntries(request.servers.map((server) => [server.name, definitionOf(server, request)]));
    let state = "not-encrypted";
    async function write(passwords) {
        const sections = request.servers.map((server) => sectionOf(server, passwords, request));
        const participant = { id, owner, project: request.project, sections, definitions };
        const notes = await changeParticipants(request.home, (live) => {
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
        async close() {
            if (state === "closed")
                return;
            const notes = await changeParticipants(request.home, (live) => live.filter((each) => each.id !== id));
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
    if (!/^[!-~]+$/.test(server.name) || !isSectionName(server.name) || server.name.toLowerCase() === "distutils") {
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
    if (!isOneLineValue(value)) {
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

;// CONCATENATED MODULE: ./lib/packages/recover.js




const LEFTOVER = /^(.+)\.(?:pip\.conf|lock)$/;
/** The pip configuration of the run that holds the environment at `path`. */
function pipConfigPath(path) {
    return `${path}.pip.conf`;
}
function lockOf(path) {
    return `${path}.lock`;
}
/**
 * Undoes what runs of this user left that were ended by `kill -9`, whichever project they were of: their sections in
 * ~/.pypirc, their pip configuration files and their locks. For the start of every run; costs two look-ups when there is nothing.
 * What live runs have stays. Gives sentences for the user.
 *
 * @throws UsageError where ~/.pypirc can't be read or written.
 */
async function recoverPypirc(where) {
    await removeLeftovers((0,external_node_path_.join)(where.cacheDirectory, "env"));
    return (await journalExists(where.home)) ? await changeParticipants(where.home, (live) => live) : [];
}
async function removeLeftovers(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const slots = names.map((name) => LEFTOVER.exec(name)?.[1]).filter((slot) => slot !== undefined);
    for (const slot of new Set(slots)) {
        const path = (0,external_node_path_.join)(folder, slot);
        const lock = await (0,packages_lock/* tryLock */.b)(lockOf(path)).catch(() => null);
        if (lock === null)
            continue;
        await (0,promises_.rm)(pipConfigPath(path), { force: true }).catch(() => undefined);
        await lock.release();
    }
}

;// CONCATENATED MODULE: ./lib/packages/slot.js





const MAX_SLOTS = 1000;
/** `<owner>-<repository>`, or the folder's name and a hash of its path where those are not known. */
function slotName({ owner, repository, directory }) {
    if (owner && repository)
        return `${plain(owner)}-${plain(repository)}`;
    const hash = (0,external_node_crypto_.createHash)("sha256").update(directory).digest("hex").slice(0, 8);
    return `${plain((0,external_node_path_.basename)(directory))}-${hash}`;
}
/** Path of the environment in slot `n`: the same in every run, since scripts hold it. */
function slotPath(owner, n) {
    return (0,external_node_path_.join)(owner.cacheDirectory, "env", `${slotName(owner)}-${n}`);
}
/** Takes the lowest slot that no live run holds. @throws UsageError where the cache directory cannot be written to. */
async function takeSlot(owner) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(owner.cacheDirectory, "env"), { recursive: true, mode: 0o700 });
        for (let n = 0; n < MAX_SLOTS; n++) {
            const path = slotPath(owner, n);
            const lock = await (0,packages_lock/* tryLock */.b)(`${path}.lock`);
            if (lock !== null)
                return { path, lock };
        }
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* UsageError */.e("cache-directory", `The build's environment cannot be made in the cache directory ${owner.cacheDirectory}: ${why}. Name a directory that can be written to with FORGEXEC_CACHE_DIR.`);
    }
    throw new errors/* UsageError */.e("no-free-environment", `${MAX_SLOTS} environments of this project are in use under ${owner.cacheDirectory}/env. End some runs and try again.`);
}
// A leading dot or dash would make a hidden folder, or an option.
function plain(name) {
    const text = name.replace(/[^\w.-]+/g, "_").replace(/^[.-]+/, "_");
    return text.slice(0, 80) || "project";
}

;// CONCATENATED MODULE: ./lib/packages/open-packages.js












/**
 * Makes the build's Python environment ready, or takes the one kept from an earlier run, and configures pip and
 * ~/.pypirc for the length of the run. Null: the machine has no Python, and neither `python` nor `pypi` asks for it
 * (a note says so).
 *
 * @throws UsageError when an interpreter that is asked for is not there, an environment can't be made, or the spec's
 *   `pypi` part can't be put into pip's configuration or ~/.pypirc.
 */
async function openPackages(options) {
    const directory = await (0,promises_.realpath)(options.directory);
    const additions = pipAdditions(options.pypi, directory);
    const interpreter = await interpreterFor(options, directory);
    if (interpreter === null)
        return null;
    const slot = await takeSlot({ ...options, directory });
    const closers = [() => slot.lock.release()];
    try {
        const source = { ...options, path: slot.path, interpreter, inputs: options.environmentInputs, directory };
        const pypirc = await pypircFor(options, directory);
        closers.push(async () => pypirc?.close());
        await prepareEnvironment(source, options);
        const link = await linkEnvironment(directory, slot.path);
        if (link !== null)
            options.note(link);
        const configuration = pipConfigPath(slot.path);
        closers.push(() => (0,promises_.rm)(configuration, { force: true }));
        const variables = await configurePip(configuration, additions, { options, interpreter });
        return session({ options, slot, source, variables, pypirc, close: once(() => closeAll(closers)) });
    }
    catch (error) {
        await closeAll(closers);
        throw error;
    }
}
async function interpreterFor(options, directory) {
    const { python: request, environment, platform, cacheDirectory, signal } = options;
    const search = { request, environment, platform, directory, cacheDirectory };
    try {
        return await (0,find_interpreter/* findInterpreter */.A)({ ...search, ...(signal === undefined ? {} : { signal }) });
    }
    catch (error) {
        const needed = options.pypi !== undefined || request !== null;
        if (needed || !(error instanceof errors/* UsageError */.e))
            throw error;
        options.note(`${error.message} The commands run without an environment of their own.`);
        return null;
    }
}
async function pypircFor(options, project) {
    const servers = options.pypi?.indexServers ?? [];
    const { home, resolve, note } = options;
    return servers.length === 0 ? null : await openPypirc({ home, project, servers, resolve, note });
}
function session({ options, slot, source, variables, pypirc, close }) {
    return {
        variables: { VIRTUAL_ENV: slot.path, ...variables },
        remove: ["PYTHONHOME", "__PYVENV_LAUNCHER__"],
        path: [programsOf(slot.path, options.platform)],
        environmentPath: slot.path,
        async enterPhase(phase) {
            if (phase === "install")
                await removeStamp(slot.path);
            await pypirc?.enterPhase(phase);
        },
        async leavePhase(phase, { succeeded }) {
            await pypirc?.leavePhase(phase);
            if (phase === "install" && succeeded)
                await writeStamp(source);
        },
        close,
    };
}
// The slot's lock is the first in and the last out: while it is held nobody else touches what belongs to the slot.
async function closeAll(closers) {
    let failure;
    for (const closer of closers.toReversed()) {
        await closer().catch((error) => {
            failure ??= error;
        });
    }
    if (failure !== undefined)
        throw failure;
}
function once(action) {
    let running;
    return () => {
        running ??= action();
        return running;
    };
}

;// CONCATENATED MODULE: ./lib/packages/index.js






/***/ }),

/***/ 8534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ tryLock),
/* harmony export */   g: () => (/* binding */ waitForLock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9502);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2718);






const RETRY_MS = 15;
const MAX_GUARDS = 4;
/**
 * Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over:
 * under a guard lock of its own, so that of several takers one wins and none removes what another has just taken.
 */
async function tryLock(path, guards = 0) {
    const fresh = await claim(path);
    const guardPath = `${path}.takeover`;
    // A guard that is there without a lock to take over was left by whoever was killed while they held it.
    if (fresh !== null && guards < MAX_GUARDS && (await isThere(guardPath)))
        await (await tryLock(guardPath, guards + 1))?.release();
    if (fresh !== null)
        return fresh;
    const seen = await holder(path);
    if (seen.state === "live" || guards >= MAX_GUARDS)
        return null;
    const guard = await tryLock(guardPath, guards + 1);
    if (guard === null)
        return null;
    try {
        if ((await holder(path)).state === "dead")
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        return await claim(path);
    }
    finally {
        await guard.release();
    }
}
/** Waits for a lock that others hold for moments only. @throws UsageError `busy` after `timeoutMs`. */
async function waitForLock(path, timeoutMs) {
    const end = Date.now() + timeoutMs;
    for (;;) {
        const lock = await tryLock(path);
        if (lock !== null)
            return lock;
        if (Date.now() > end) {
            const { owner } = await holder(path);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e("busy", `${path} has been held by process ${owner?.pid ?? "?"} for more than ${Math.round(timeoutMs / 1000)} s. ` +
                "If no forgexec runs, remove that file and try again.");
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(RETRY_MS);
    }
}
/**
 * The lock is a link that points at no file: its target is the text that names the owner. symlink(2) makes it whole at
 * once, fails where there is one, and leaves nothing else behind for whoever is killed meanwhile.
 */
async function claim(path) {
    const content = JSON.stringify({ ...(0,_owner_js__WEBPACK_IMPORTED_MODULE_5__/* .thisProcess */ .WF)(), nonce: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex") });
    const lock = { path, release: () => release(path, content) };
    try {
        await (process.platform === "win32" ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, content, FILE) : (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)(content, path));
        return lock;
    }
    catch (error) {
        if ((0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isCode */ ._m)(error, "EEXIST"))
            return null;
        if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isCode */ ._m)(error, code)))
            throw error;
    }
    // A file system without links.
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, content, FILE).then(() => lock, () => null);
}
const FILE = { flag: "wx", mode: 0o600 };
async function isThere(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => null)) !== null;
}
/** What is written into a lock. */
async function contentOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(path);
    }
    catch (error) {
        if (!(0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isCode */ ._m)(error, "EINVAL") && !(0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isCode */ ._m)(error, "UNKNOWN"))
            throw error;
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8");
    }
}
async function release(path, content) {
    const current = await contentOf(path).catch(() => null);
    if (current === content)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
}
async function holder(path) {
    try {
        const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_5__/* .asOwner */ .gv)(JSON.parse(await contentOf(path)));
        return { state: owner !== null && (0,_owner_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(owner) ? "live" : "dead", owner };
    }
    catch (error) {
        return { state: (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isCode */ ._m)(error, "ENOENT") ? "none" : "dead", owner: null };
    }
}


/***/ }),

/***/ 2718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WF: () => (/* binding */ thisProcess),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   gv: () => (/* binding */ asOwner)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2154);



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

/***/ 5163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ runPython)
/* harmony export */ });
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2154);

/** Runs Python and gives its standard output; rejects with a CommandError when it fails. PYTHONHOME never reaches it. */
async function runPython(call) {
    const { PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...env } = call.environment;
    const { python, args, cwd, timeoutMs: timeout, signal } = call;
    const options = { env, cwd, timeout, killGrace: 0, maxBuffer: 16 * 1024 * 1024 };
    const { stdout } = await (0,_command_index_js__WEBPACK_IMPORTED_MODULE_0__.run)(python, args, signal === undefined ? options : { ...options, signal });
    return stdout;
}


/***/ })

};
