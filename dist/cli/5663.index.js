export const id = 5663;
export const ids = [5663];
export const modules = {

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parsePage),
/* harmony export */   p: () => (/* binding */ PageStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5428);




/** A page from the bytes of its file. @throws where they are not what was written */
function parsePage(bytes) {
    const end = bytes.indexOf(10);
    if (sha256(bytes.subarray(end + 1)) !== bytes.toString("latin1", 0, end))
        throw new Error("damaged");
    const { project, validators } = JSON.parse(bytes.toString("utf8", end + 1));
    return { project, validators };
}
/** Pages in the store: a line with the sha256 of the rest, then JSON. The time of the check is the file's own. */
class PageStore {
    #store;
    constructor(store) {
        this.#store = store;
    }
    /** A kept page; null: none, or a damaged one, which is dropped. */
    async read(rootId, name) {
        const path = this.#path(rootId, name);
        try {
            const [bytes, { mtimeMs }] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)]);
            return { ...parsePage(bytes), checkedAt: mtimeMs };
        }
        catch (error) {
            if (!(0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOENT"))
                this.remove(rootId, name);
            return null;
        }
    }
    write(rootId, { project, validators, checkedAt }) {
        const path = this.#path(rootId, project.name);
        this.#store.later(async () => {
            const body = Buffer.from(JSON.stringify({ project, validators }));
            const temporary = this.#store.temporaryFile();
            await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeAtomically */ .vK)(temporary, Buffer.concat([Buffer.from(`${sha256(body)}\n`), body]));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(temporary, checkedAt / 1000, checkedAt / 1000);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
        });
    }
    /** Notes that a page is still what the upstream has. */
    touch(rootId, name, checkedAt) {
        const path = this.#path(rootId, name);
        this.#store.later(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(path, checkedAt / 1000, checkedAt / 1000).catch(() => { }));
    }
    remove(rootId, name) {
        this.#store.later(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(this.#path(rootId, name), { force: true }));
    }
    /** Names of the projects of which a page is kept. */
    async names(rootId) {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#store.root, "pages", rootId)).catch(() => []);
        return entries
            .filter((name) => name.endsWith(".json"))
            .map((name) => name.slice(0, -".json".length))
            .sort();
    }
    #path(rootId, name) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#store.root, "pages", rootId, `${name}.json`);
    }
}
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
}


/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readReference),
/* harmony export */   v: () => (/* binding */ ReferenceStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5428);




/** A reference from its file; null: there is none that can be read. */
async function readReference(path) {
    try {
        const { sha256, fetchedAt } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8"));
        return /^[0-9a-f]{64}$/.test(sha256) && Number.isFinite(fetchedAt) ? { sha256, fetchedAt } : null;
    }
    catch {
        return null;
    }
}
/** References in the store, by the hash of the URL. */
class ReferenceStore {
    #store;
    constructor(store) {
        this.#store = store;
    }
    read(url) {
        return readReference(this.#path(url));
    }
    write(url, reference) {
        const path = this.#path(url);
        this.#store.later(async () => {
            const temporary = this.#store.temporaryFile();
            await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeAtomically */ .vK)(temporary, JSON.stringify(reference));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
        });
    }
    #path(url) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#store.root, "references", `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(url).digest("hex")}.json`);
    }
}


/***/ }),

/***/ 5663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkKept: () => (/* reexport */ checkKept),
  clearKept: () => (/* reexport */ clearKept),
  listKept: () => (/* reexport */ listKept),
  pruneKept: () => (/* reexport */ pruneKept),
  updateWheelhouse: () => (/* reexport */ updateWheelhouse),
  warmKept: () => (/* reexport */ warmKept)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cache/index.js + 15 modules
var cache = __webpack_require__(1037);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
// EXTERNAL MODULE: ./lib/own-folder.js
var own_folder = __webpack_require__(4824);
// EXTERNAL MODULE: ./lib/sha256.js
var sha256 = __webpack_require__(5468);
// EXTERNAL MODULE: ./lib/packages/files-below.js
var files_below = __webpack_require__(8158);
;// CONCATENATED MODULE: ./lib/packages/upkeep/tree.js


/** Counts files, each once however many names it has. */
class Tally {
    #seen = new Set();
    file(stats) {
        const key = `${stats.dev} ${stats.ino}`;
        const known = stats.nlink > 1 && this.#seen.has(key);
        if (stats.nlink > 1)
            this.#seen.add(key);
        // Most systems note the time of reading but once a day.
        const used = Math.max(stats.mtimeMs, stats.atimeMs);
        return { bytes: known ? 0 : stats.size, created: stats.mtimeMs, used };
    }
    async tree(path) {
        const files = await filesIn(path);
        const sizes = await Promise.all(files.map((file) => (0,promises_.lstat)(file).catch(() => null)));
        let [bytes, created, used] = [0, 0, 0];
        for (const stats of sizes) {
            if (stats === null)
                continue;
            const size = this.file(stats);
            bytes += size.bytes;
            created = Math.max(created, size.created);
            used = Math.max(used, size.used);
        }
        return { bytes, created, used };
    }
}
/** Paths of all that is in a folder but folders; of a file, its own. Links are not followed. */
async function filesIn(path) {
    const stats = await (0,promises_.lstat)(path).catch(() => null);
    if (stats === null)
        return [];
    if (!stats.isDirectory())
        return [path];
    return (0,files_below/* filesBelow */.D)(path);
}
/** Names in a folder, sorted; none where it can't be read, or is a link to one. */
async function namesIn(path) {
    if ((await (0,promises_.lstat)(path).catch(() => null))?.isDirectory() !== true)
        return [];
    return (await (0,promises_.readdir)(path).catch(() => [])).sort();
}

// EXTERNAL MODULE: ./lib/packages/index-server/page-store.js
var page_store = __webpack_require__(1199);
// EXTERNAL MODULE: ./lib/packages/index-server/reference-store.js
var reference_store = __webpack_require__(1591);
;// CONCATENATED MODULE: ./lib/packages/index-server/inventory.js








const LOCK_MS = 10_000;
const SHA256 = /^[0-9a-f]{64}$/;
/** @param store what `IndexOptions.store` names */
async function readInventory(store) {
    const root = (0,external_node_path_.join)(store, "v1");
    const [files = [], pages = [], references = []] = await Promise.all(["files", "pages", "references"].map((name) => filesIn((0,external_node_path_.join)(root, name))));
    return { root, files, pages, references };
}
/** Names that the kept pages have for files and their metadata, by sha256. */
async function fileNames({ pages }) {
    const names = new Map();
    for (const path of pages) {
        for (const { name, hashes, metadata } of (await projectOf(path))?.files ?? []) {
            if (hashes.sha256 !== undefined)
                names.set(hashes.sha256, name);
            if (typeof metadata === "object" && metadata.sha256)
                names.set(metadata.sha256, `${name}.metadata`);
        }
    }
    return names;
}
/** Why a file of the store can't be used; null: it is as it was written. */
async function whyDamaged(inventory, path) {
    if (inventory.pages.includes(path))
        return (await projectOf(path)) === null ? "its sha256 is not the one it had" : null;
    if (inventory.references.includes(path))
        return (await (0,reference_store/* readReference */.W)(path)) !== null ? null : "it can't be read";
    if (!SHA256.test((0,external_node_path_.basename)(path)) || !(await (0,promises_.lstat)(path)).isFile())
        return "it is no file of the index";
    const handle = await (0,promises_.open)(path, "r");
    try {
        return (await (0,sha256/* sha256OfFile */.V)(handle)) === (0,external_node_path_.basename)(path) ? null : "its sha256 is not the one it had";
    }
    finally {
        await handle.close();
    }
}
/** Takes files out of a store, as its one writer. */
async function removeFromIndex({ root }, paths) {
    if (paths.length === 0)
        return;
    const lock = await (0,lib_lock/* waitForLock */.gJ)((0,external_node_path_.join)(root, "lock"), LOCK_MS);
    try {
        for (const path of paths)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    finally {
        await lock.release();
    }
}
/** Removes what servers left that were killed. */
async function sweepIndex({ root }) {
    await (0,own_folder/* removeLeftFolders */.b)((0,external_node_path_.join)(root, "tmp"));
}
async function projectOf(path) {
    try {
        return (0,page_store/* parsePage */.N)(await (0,promises_.readFile)(path)).project;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/packages/python.js
var python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/upkeep/built-wheels.js



/** uv's folders of what was built from a file, of an index or a URL. */
const UV_SDISTS = new Set(["index", "pypi", "url"]);
const UV_BUILT = /^(?:sdists|built-wheels)-v\d+$/;
/** Wheels that pip and uv built on machines of that tag. */
async function builtWheels(clients) {
    const pip = (await namesIn((0,external_node_path_.join)(clients, "pip"))).includes("wheels")
        ? (await filesIn((0,external_node_path_.join)(clients, "pip", "wheels"))).filter(isWheel)
        : [];
    const ofPip = pip.map(async (path) => ({ path, client: "pip", from: await pipSource(path) }));
    return [...(await Promise.all(ofPip)), ...(await uvWheels((0,external_node_path_.join)(clients, "uv")))];
}
async function uvWheels(uv) {
    const wheels = [];
    // The rest of uv's cache is big.
    for (const version of (await namesIn(uv)).filter((name) => UV_BUILT.test(name))) {
        for (const bucket of await namesIn((0,external_node_path_.join)(uv, version))) {
            const from = UV_SDISTS.has(bucket) ? "sdist" : "elsewhere";
            const paths = (await filesIn((0,external_node_path_.join)(uv, version, bucket))).filter(isWheel);
            wheels.push(...paths.map((path) => ({ path, client: "uv", from })));
        }
    }
    return wheels;
}
/** Takes a wheel of pip's out of its cache, with what pip notes beside it. */
async function removePipWheel({ path }) {
    const folder = (0,external_node_path_.dirname)(path);
    await (0,promises_.rm)(path, { force: true });
    const left = (await filesIn(folder)).filter(isWheel);
    if (left.length > 0)
        return;
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    // Up to the folder that pip keeps them all in.
    for (let above = (0,external_node_path_.dirname)(folder); (0,external_node_path_.basename)(above) !== "wheels"; above = (0,external_node_path_.dirname)(above)) {
        if (!(await (0,promises_.rmdir)(above).then(() => true, () => false)))
            return;
    }
}
function isWheel(path) {
    return path.endsWith(".whl");
}
/** pip notes what it built a wheel from (PEP 610); before version 22.2 it did not, and built only what had no local source. */
async function pipSource(path) {
    try {
        const origin = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)((0,external_node_path_.dirname)(path), "origin.json"), "utf8"));
        return "vcs_info" in origin || "dir_info" in origin ? "elsewhere" : "sdist";
    }
    catch (error) {
        return error.code === "ENOENT" ? "sdist" : "elsewhere";
    }
}

;// CONCATENATED MODULE: ./lib/packages/upkeep/live-runs.js



const LOCK = ".lock";
/** The locks of a folder that live processes hold: names without `.lock`, with what to call the process. */
async function heldLocks(folder, what) {
    const held = new Map();
    for (const name of await namesIn(folder)) {
        if (!name.endsWith(LOCK))
            continue;
        const owner = await (0,lib_lock/* lockHolder */.ms)((0,external_node_path_.join)(folder, name)).catch(() => null);
        if (owner !== null)
            held.set(name.slice(0, -LOCK.length), `${what} (process ${owner.pid})`);
    }
    return held;
}
/** Live runs, by the name of the environment that each holds. */
function liveRuns(cacheDirectory) {
    return heldLocks((0,external_node_path_.join)(cacheDirectory, "env"), "a run");
}

;// CONCATENATED MODULE: ./lib/packages/upkeep/index-items.js





function indexStore(cacheDirectory) {
    return (0,external_node_path_.join)(cacheDirectory, "index");
}
/** Files and pages of the package index. While a server is open on the store, all of it is in use. */
async function indexItems(cacheDirectory, tally) {
    const inventory = await readInventory(indexStore(cacheDirectory));
    const names = await fileNames(inventory);
    const inUse = await userOf(inventory);
    const items = [];
    const paths = [...inventory.files.map((path) => ["file", path]), ...inventory.pages.map((path) => ["page", path])];
    for (const [what, path] of paths) {
        const stats = await (0,promises_.lstat)(path).catch(() => null);
        if (stats === null)
            continue;
        const name = what === "file" ? (names.get((0,external_node_path_.basename)(path)) ?? (0,external_node_path_.basename)(path)) : (0,external_node_path_.basename)(path, ".json");
        const remove = async () => {
            if ((await userOf(inventory)) !== null)
                return false;
            await removeFromIndex(inventory, [path]);
            return true;
        };
        items.push({ what, name, ...tally.file(stats), cost: "download", inUse, remove });
    }
    return items;
}
/** References to files that are not kept any more. */
async function danglingReferences(inventory) {
    const kept = new Set(inventory.files.map((path) => (0,external_node_path_.basename)(path)));
    const targets = await Promise.all(inventory.references.map(async (path) => [path, await (0,reference_store/* readReference */.W)(path)]));
    return targets.filter(([, reference]) => reference === null || !kept.has(reference.sha256)).map(([path]) => path);
}
async function userOf({ root }) {
    return [...(await heldLocks((0,external_node_path_.join)(root, "tmp"), "an index")).values()][0] ?? null;
}

;// CONCATENATED MODULE: ./lib/packages/upkeep/check.js







/** Says of each wheel named on a line of standard input why it can't be used: a zip has a checksum of each file in it. */
const SCRIPT = `
import json, sys, zipfile
for path in json.loads(sys.argv[1]):
    try:
        with zipfile.ZipFile(path) as archive: why = archive.testzip() and "a file in it is damaged"
    except Exception as error: why = "it is no archive any more (%s)" % type(error).__name__
    print(json.dumps([path, why]))
`;
const AT_ONCE = 200;
const TIMEOUT_MS = 600_000;
/**
 * Reads every byte of what is kept: images and files against their sha256, pages against theirs, built wheels against the
 * checksums within. What is damaged is removed. The clients check the rest of their caches themselves.
 *
 * @param interpreter reads the wheels; null: they are not checked
 * @throws where something can't be read or removed
 */
async function checkKept(cacheDirectory, interpreter) {
    const parts = [
        await checkImages(cacheDirectory),
        await checkIndex(cacheDirectory),
        await checkWheels(cacheDirectory, interpreter),
    ];
    return {
        whole: parts.reduce((sum, { whole }) => sum + whole, 0),
        damaged: parts.flatMap(({ damaged }) => damaged),
        unchecked: parts.flatMap(({ unchecked }) => unchecked),
    };
}
async function checkImages(cacheDirectory) {
    const { whole, damaged } = await new cache/* DirectoryCache */.Q((0,external_node_path_.join)(cacheDirectory, "store")).verify();
    const told = damaged.map(({ id, key, why }) => ({ what: "image", name: key ?? id, why }));
    return { whole: whole.length, damaged: told, unchecked: [] };
}
async function checkIndex(cacheDirectory) {
    const inventory = await readInventory(indexStore(cacheDirectory));
    const names = await fileNames(inventory);
    const damaged = [];
    const paths = [];
    let whole = 0;
    for (const path of [...inventory.files, ...inventory.pages, ...inventory.references]) {
        const why = await whyDamaged(inventory, path);
        if (why === null)
            whole++;
        if (why === null)
            continue;
        paths.push(path);
        const what = inventory.pages.includes(path) ? "page" : "file";
        damaged.push({ what, name: names.get((0,external_node_path_.basename)(path)) ?? (0,external_node_path_.basename)(path), why });
    }
    await removeFromIndex(inventory, paths);
    return { whole, damaged, unchecked: [] };
}
async function checkWheels(cacheDirectory, interpreter) {
    const clients = (0,external_node_path_.join)(cacheDirectory, "clients");
    const lists = await Promise.all((await namesIn(clients)).map((tag) => builtWheels((0,external_node_path_.join)(clients, tag))));
    const wheels = lists.flat();
    if (wheels.length === 0)
        return { whole: 0, damaged: [], unchecked: [] };
    if (interpreter === null)
        return {
            whole: 0,
            damaged: [],
            unchecked: [`${wheels.length} built wheels: there is no Python to read them with`],
        };
    const damaged = [];
    const unchecked = [];
    for (let at = 0; at < wheels.length; at += AT_ONCE) {
        const some = wheels.slice(at, at + AT_ONCE);
        const faults = await faultsOf(some.map(({ path }) => path), interpreter);
        for (const wheel of some) {
            const why = faults.get(wheel.path);
            if (!why)
                continue;
            // uv's own bookkeeping leads to a wheel of its; pip looks for one and is content with none.
            if (wheel.client === "pip")
                await removePipWheel(wheel);
            else
                unchecked.push(`${(0,external_node_path_.basename)(wheel.path)}, which uv keeps, is damaged (${why}); remove it with: uv cache clean ${(0,external_node_path_.basename)(wheel.path).split("-")[0]}`);
            damaged.push({ what: "wheel", name: (0,external_node_path_.basename)(wheel.path), why });
        }
    }
    return { whole: wheels.length - damaged.length, damaged, unchecked };
}
async function faultsOf(paths, { executable }) {
    const args = ["-I", "-c", SCRIPT, JSON.stringify(paths)];
    const text = await (0,python/* runPython */.w)({ python: executable, args, environment: {}, cwd: "/", timeoutMs: TIMEOUT_MS });
    return new Map(text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)));
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/packages/upkeep/client-items.js





/** What pip, uv and the others keep for themselves, and pip's wheels of itself. While a run lives, they are in use. */
async function clientItems(cacheDirectory, tally) {
    const folder = (0,external_node_path_.join)(cacheDirectory, "clients");
    const user = async () => [...(await liveRuns(cacheDirectory)).values()][0] ?? null;
    const inUse = await user();
    const unlessUsed = (remove) => async () => {
        if ((await user()) !== null)
            return false;
        await remove();
        return true;
    };
    const items = [];
    for (const tag of await namesIn(folder)) {
        const wheels = await builtWheels((0,external_node_path_.join)(folder, tag));
        for (const wheel of wheels.filter(({ client }) => client === "pip")) {
            const stats = await (0,promises_.lstat)(wheel.path).catch(() => null);
            if (stats === null)
                continue;
            const remove = unlessUsed(() => removePipWheel(wheel));
            items.push({ what: "wheel", name: (0,external_node_path_.basename)(wheel.path), ...tally.file(stats), cost: "build", inUse, remove });
        }
        for (const client of await namesIn((0,external_node_path_.join)(folder, tag))) {
            const path = (0,external_node_path_.join)(folder, tag, client);
            const parts = client === "pip" ? (await namesIn(path)).filter((name) => name !== "wheels") : [""];
            const sizes = await Promise.all(parts.map((part) => tally.tree((0,external_node_path_.join)(path, part))));
            const size = {
                bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
                created: Math.max(0, ...sizes.map(({ created }) => created)),
                used: Math.max(0, ...sizes.map(({ used }) => used)),
            };
            if (size.created === 0)
                continue;
            const cost = wheels.some((wheel) => wheel.client === client && client !== "pip") ? "build" : "download";
            const remove = unlessUsed(async () => {
                for (const part of parts)
                    await (0,promises_.rm)((0,external_node_path_.join)(path, part), { recursive: true, force: true });
            });
            items.push({ what: "client", name: `${client} ${tag}`, ...size, cost, inUse, remove });
        }
    }
    for (const name of await namesIn((0,external_node_path_.join)(cacheDirectory, "pip"))) {
        const path = (0,external_node_path_.join)(cacheDirectory, "pip", name);
        const remove = unlessUsed(() => (0,promises_.rm)(path, { recursive: true, force: true }));
        items.push({ what: "pip", name, ...(await tally.tree(path)), cost: "download", inUse, remove });
    }
    return items;
}

// EXTERNAL MODULE: ./lib/packages/image/mount-table.js
var mount_table = __webpack_require__(9627);
// EXTERNAL MODULE: ./lib/packages/image/parts.js
var parts = __webpack_require__(9061);
// EXTERNAL MODULE: ./lib/packages/image/remove-parts.js
var remove_parts = __webpack_require__(1664);
// EXTERNAL MODULE: ./lib/packages/recover.js
var recover = __webpack_require__(1809);
// EXTERNAL MODULE: ./lib/packages/run-folder.js
var run_folder = __webpack_require__(3789);
;// CONCATENATED MODULE: ./lib/packages/upkeep/environments.js










const BESIDE = /\.(?:image|clients|pip\.conf|lock|lock\.takeover)$/;
/** Environments, each with the image that it may have come from. */
async function environments(cacheDirectory, tally) {
    const folder = (0,external_node_path_.join)(cacheDirectory, "env");
    const names = await namesIn(folder);
    const slots = new Set(names.filter((name) => !name.endsWith(".lock")).map((name) => name.replace(BESIDE, "")));
    const [live, mounted] = await Promise.all([liveRuns(cacheDirectory), (0,mount_table/* mountPoints */.l)()]);
    const items = [];
    for (const name of slots) {
        const path = (0,external_node_path_.join)(folder, name);
        // What is mounted there lies in the image, and takes no room of its own.
        const sizes = [await tally.tree(`${path}.image`), ...(mounted.includes(path) ? [] : [await tally.tree(path)])];
        const newest = (key) => Math.max(...sizes.map((size) => size[key]));
        items.push({
            what: "environment",
            name,
            bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
            created: newest("created"),
            used: newest("used"),
            cost: "download",
            inUse: live.get(name) ?? null,
            remove: () => removeEnvironment(path),
        });
    }
    return items;
}
/** Takes an environment away, mounts first; false: a run holds it. */
async function removeEnvironment(path) {
    const lock = await (0,lib_lock/* tryLock */.bh)(`${path}.lock`);
    if (lock === null)
        return false;
    try {
        await (0,remove_parts/* removeParts */.h)(await (0,parts/* partsOf */.CI)(path));
        for (const each of [path, `${path}.image`, (0,run_folder/* runFolder */.k)(path)])
            await (0,promises_.rm)(each, { recursive: true, force: true });
        await (0,promises_.rm)((0,recover/* pipConfigPath */.De)(path), { force: true });
        return true;
    }
    finally {
        await lock.release();
    }
}

;// CONCATENATED MODULE: ./lib/packages/upkeep/model.js
/** The folders that are forgexec's own; others in the cache directory are left alone. */
const FOLDERS = ["env", "store", "index", "clients", "wheelhouse", "pip", "interpreters"];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/packages/upkeep/wheelhouse.js





function wheelhousePath(cacheDirectory, tag) {
    return (0,external_node_path_.join)(cacheDirectory, "wheelhouse", tag);
}
/**
 * Brings the wheelhouse of these machines up to date: a plain folder, which find-links can name, of the wheels that pip
 * and uv built from sdists and still keep. Links, so it takes no room; what is not kept any more goes. Gives its path.
 *
 * @throws where it can't be written
 */
async function updateWheelhouse(cacheDirectory, tag) {
    const folder = wheelhousePath(cacheDirectory, tag);
    const wheels = new Map();
    for (const { path, from } of await builtWheels((0,external_node_path_.join)(cacheDirectory, "clients", tag))) {
        const stats = from === "sdist" ? await (0,promises_.lstat)(path).catch(() => null) : null;
        // The same name built twice: of two sdists, or by both clients.
        if (!stats?.isFile() || (wheels.get((0,external_node_path_.basename)(path))?.mtimeMs ?? 0) > stats.mtimeMs)
            continue;
        wheels.set((0,external_node_path_.basename)(path), { path, ino: stats.ino, mtimeMs: stats.mtimeMs });
    }
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    for (const name of await namesIn(folder)) {
        if (!wheels.has(name))
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
    }
    for (const [name, { path, ino }] of wheels) {
        const there = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name)).catch(() => null);
        if (there?.ino !== ino)
            await put(path, (0,external_node_path_.join)(folder, name));
    }
    return folder;
}
/** Somebody may read the folder meanwhile, or bring it up to date as well. */
async function put(from, to) {
    const temporary = `${to}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    try {
        await (0,promises_.link)(from, temporary).catch(() => (0,promises_.copyFile)(from, temporary));
        await (0,promises_.rename)(temporary, to);
    }
    catch (error) {
        // It went meanwhile.
        if (error.code !== "ENOENT")
            throw error;
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/packages/upkeep/upkeep.js












/** What goes first. */
const ORDER = { download: 0, build: 1 };
/** All that the cache directory holds: kind by kind, the last used first. */
async function listKept(cacheDirectory) {
    const tally = new Tally();
    const items = [];
    for (const list of [upkeep_images, environments, indexItems, clientItems])
        items.push(...(await list(cacheDirectory, tally)));
    const kinds = [...new Set(items.map(({ what }) => what))];
    return kinds.flatMap((kind) => items.filter(({ what }) => what === kind).sort((a, b) => b.used - a.used));
}
/**
 * Removes what was not used for long; then, until the rest fits, what can be had again by downloading before what has to
 * be built, and of that the least recently used first. What somebody uses stays.
 */
async function pruneKept(cacheDirectory, limits) {
    const { maxBytes = Number.POSITIVE_INFINITY } = limits;
    const gone = [];
    for (;;) {
        const { removed, stayed } = await pruneOnce(await listKept(cacheDirectory), limits);
        gone.push(...removed);
        await tidy(cacheDirectory);
        const left = total(await listKept(cacheDirectory));
        // A file that had another name is there still, and counts for that one now.
        if (left <= maxBytes || removed.length === 0)
            return { gone, stayed, left };
    }
}
async function pruneOnce(items, { maxBytes = Number.POSITIVE_INFINITY, olderThanMs = Number.POSITIVE_INFINITY, now }) {
    const isOld = ({ used }) => now - used > olderThanMs;
    const byWorth = items.toSorted((a, b) => ORDER[a.cost] - ORDER[b.cost] || a.used - b.used);
    const removed = [];
    const stayed = [];
    let left = total(items);
    for (const item of [...byWorth.filter(isOld), ...byWorth.filter((each) => !isOld(each))]) {
        if (!isOld(item) && left <= maxBytes)
            continue;
        if (item.inUse !== null || !(await item.remove())) {
            stayed.push(item);
            continue;
        }
        removed.push(item);
        left -= item.bytes;
    }
    return { removed, stayed };
}
function total(items) {
    return items.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** Removes all of it. Folders that are not forgexec's own stay. @throws UsageError `cache-in-use`, naming who uses it */
async function clearKept(cacheDirectory) {
    const users = [
        ...(await liveRuns(cacheDirectory)),
        ...(await heldLocks((0,external_node_path_.join)(indexStore(cacheDirectory), "v1", "tmp"), "an index")),
    ];
    if (users.length > 0) {
        const names = users.map(([name, who]) => (who.startsWith("a run") ? `${who} in ${name}` : who));
        throw new errors/* UsageError */.e("cache-in-use", `${cacheDirectory} is in use by ${names.join(", ")}. Nothing was removed: wait for the end of it, or end it, and try again.`);
    }
    for (const item of await environments(cacheDirectory, new Tally()))
        await item.remove();
    for (const folder of FOLDERS)
        await (0,promises_.rm)((0,external_node_path_.join)(cacheDirectory, folder), { recursive: true, force: true });
    await (0,promises_.rmdir)(cacheDirectory).catch(() => undefined);
}
function imageStore(cacheDirectory) {
    return new cache/* DirectoryCache */.Q((0,external_node_path_.join)(cacheDirectory, "store"));
}
/** A run that uses one has a link or a copy of its own. */
async function upkeep_images(cacheDirectory) {
    const store = imageStore(cacheDirectory);
    return (await store.list()).map(({ id, key, bytes, created, used }) => ({
        ...{ what: "image", name: key, bytes, created, used, cost: "download", inUse: null },
        remove: () => store.remove(id),
    }));
}
/** Takes away what belonged to what went, and what killed processes left. */
async function tidy(cacheDirectory) {
    await imageStore(cacheDirectory).prune({});
    const inventory = await readInventory(indexStore(cacheDirectory));
    await sweepIndex(inventory);
    await removeFromIndex(inventory, await danglingReferences(inventory));
    for (const tag of await namesIn((0,external_node_path_.join)(cacheDirectory, "wheelhouse")))
        await updateWheelhouse(cacheDirectory, tag);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var command = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/packages/clients/index.js + 19 modules
var packages_clients = __webpack_require__(6825);
// EXTERNAL MODULE: ./lib/packages/find-interpreter.js + 2 modules
var find_interpreter = __webpack_require__(65);
// EXTERNAL MODULE: ./lib/packages/pip-wheel.js
var pip_wheel = __webpack_require__(918);
// EXTERNAL MODULE: ./lib/packages/slot.js
var packages_slot = __webpack_require__(9937);
;// CONCATENATED MODULE: ./lib/packages/upkeep/warm.js











/**
 * Primes the cache directory with all that requirements files need: `pip wheel`, through the package index and with the
 * caches that a run would use, so that a run finds everything there and has nothing to download or build.
 *
 * @throws UsageError `no-requirements`, and those of `findInterpreter`, `pipWheel` and `openClients`
 */
async function warmKept(options) {
    const { requirements, python: request, cacheDirectory, platform, directory } = options;
    await Promise.all(requirements.map(requireFile));
    const interpreter = await (0,find_interpreter/* findInterpreter */.A)({ ...options, request });
    const pip = await (0,pip_wheel/* pipWheel */.X)({ ...options, pip: "newest", interpreter });
    if (pip === null)
        throw new errors/* UsageError */.e("no-pip", `The Python ${interpreter.executable} has no pip, and none can be had.`);
    const tag = (0,packages_clients/* computeTag */.g)({ interpreter, platform });
    const clients = (0,external_node_path_.join)(cacheDirectory, "clients", tag);
    const slot = await (0,packages_slot/* takeSlot */.Qk)({ cacheDirectory, directory, owner: "forgexec", repository: "warm" });
    try {
        const settings = await (0,packages_clients/* openClients */.B)({
            ...{ interpreter, pypi: undefined, directory, cacheDirectory, slot, tag, platform },
            ...{ environment: options.environment, home: options.home, note: options.note, signal: options.signal },
            ...{ cache: "on", mode: options.network, writable: "shared" },
        });
        try {
            const before = new Set((await builtWheels(clients)).map(({ path }) => path));
            const variables = { ...without(options.environment, settings.remove), ...settings.variables };
            const exitCode = await runPip({ options, interpreter, pip, variables, requirements });
            const built = (await builtWheels(clients)).filter(({ path }) => !before.has(path)).length;
            const { fetched, fetchedBytes, kept } = settings.usage();
            const wheelhouse = await updateWheelhouse(cacheDirectory, tag);
            const older = [...kept].filter((file) => !fetched.has(file)).length;
            return { exitCode, built, fetched: fetched.size, fetchedBytes, kept: older, wheelhouse };
        }
        finally {
            await settings.close();
        }
    }
    finally {
        await slot.lock.release();
    }
}
async function requireFile(path) {
    await (0,promises_.access)(path).catch((error) => {
        throw new errors/* UsageError */.e("no-requirements", `The requirements file ${path} can't be read: ${error.message}.`);
    });
}
async function runPip(call) {
    const { options, interpreter, pip, variables, requirements } = call;
    // Only the caches are to stay: what pip puts here are copies of what they hold.
    const wheels = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "forgexec-warm-"));
    try {
        const { status } = await new command.Command(interpreter.executable, [(0,external_node_path_.join)(pip, "pip"), "--no-input", "wheel"])
            .args("--wheel-dir", wheels, ...requirements.map((path) => ["--requirement", path]))
            .envAll({ ...variables, PIP_REQUIRE_VIRTUALENV: "0" })
            .cwd(options.directory)
            .stdout((line) => {
            if (!line.startsWith(`Saved ${wheels}`))
                options.output(line);
        })
            .stderr("stdout")
            .signal(options.signal)
            .killSignal(options.killSignal)
            .leftovers("kill")
            .allowFailure()
            .run();
        return status;
    }
    finally {
        await (0,promises_.rm)(wheels, { recursive: true, force: true });
    }
}
function without(environment, names) {
    const left = new Set(["PYTHONHOME", "__PYVENV_LAUNCHER__", ...names]);
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !left.has(name)));
}

;// CONCATENATED MODULE: ./lib/packages/upkeep/index.js






/***/ })

};
