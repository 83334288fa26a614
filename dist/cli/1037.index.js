export const id = 1037;
export const ids = [1037];
export const modules = {

/***/ 1037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* reexport */ DirectoryCache)
});

// UNUSED EXPORTS: ActionsCache

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/own-folder.js
var own_folder = __webpack_require__(4824);
;// CONCATENATED MODULE: ./lib/cache/actions-key.js

const LENGTH = 512;
/** What is left of a key that is too long; prefixes are cut there too, so that they still begin it. */
const KEPT = LENGTH - 65;
/** The service takes so many keys at once, the key itself among them. */
const actions_key_MOST_KEYS = 10;
/** A key as the service takes it: at most 512 characters, no commas. What it stood for is in the entry itself. */
function actions_key_wireKey(key) {
    const plain = plainKey(key);
    if (plain.length <= LENGTH)
        return plain;
    return `${plain.slice(0, KEPT)}-${createHash("sha256").update(key).digest("hex")}`;
}
/** The beginning of a key, likewise; it may fit more keys than the ones meant. */
function actions_key_wirePrefix(prefix) {
    return plainKey(prefix).slice(0, KEPT);
}
function plainKey(key) {
    return key.replaceAll(/[,\p{Cc}\p{Cs}]/gu, "_");
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var command = __webpack_require__(9268);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1514);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/cache/record.js





/** Version of what an entry's folder looks like. */
const FORMAT = 1;
const NAME = "record";
const LIMIT = 1024 * 1024;
const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const bytes = schemas/* number */.aig().int().nonnegative();
const part = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("file"), sha256, bytes, mode: schemas/* number */.aig().int().min(0).max(0o7777), mtimeMs: schemas/* number */.aig() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("folder"), sha256, bytes, archive: schemas/* enum */.k5n(["tar", "tar+zstd", "tar+gzip"]) }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz("absent") }),
]);
const schema = schemas/* object */.Ikc({
    format: schemas/* literal */.euz(FORMAT),
    key: schemas/* string */.YjP(),
    paths: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
    parts: schemas/* array */.YOg(part),
    bytes,
    created: schemas/* number */.aig(),
})
    .refine(({ paths, parts }) => paths.length === parts.length);
/** The name of an entry: its key and paths, and the format. */
function entryId(key, paths) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([FORMAT, key, paths]))
        .digest("hex");
}
function recordPath(folder) {
    return (0,external_node_path_.join)(folder, NAME);
}
/** Writes the record of an entry: a line with the sha256 of the rest, then JSON. */
async function writeRecord(folder, record) {
    const body = JSON.stringify({ format: FORMAT, ...record });
    await (0,files/* writeAtomically */.vK)(recordPath(folder), `${digest(body)}\n${body}\n`);
}
/** Reads the record of an entry; null: there is none. @throws Damaged; other faults of the file system as they are */
async function record_readRecord(folder) {
    const content = await (0,read_file/* readRegularFile */.X)(recordPath(folder), LIMIT).catch((error) => {
        if ((0,files/* isCode */._m)(error, "ENOENT") || (0,files/* isCode */._m)(error, "ENOTDIR"))
            return null;
        throw error;
    });
    if (content === null)
        return null;
    const [line = "", body = ""] = "bytes" in content ? content.bytes.toString("utf8").split("\n") : [];
    if (line !== digest(body))
        throw new record_Damaged("its record is damaged");
    const { success, data } = schema.safeParse(parsed(body));
    if (!success)
        throw new record_Damaged("another version of forgexec wrote it");
    return data;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
/** An entry that can't be used, now or later. The message goes on from "the entry … is dropped:". */
class record_Damaged extends Error {
    name = "Damaged";
}
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./lib/cache/actions-process.js









/** The program beside this file, as the library has it; the one of the bundles. */
const PROGRAMS = (/* unused pure expression or super */ null && (["./entry.js", "../cache/index.js"]));
/** Names of the machine's environment that would change what tar, Node or the client do. */
const LEFT_OUT = /^(TAR_OPTIONS|NODE_OPTIONS|RUNNER_DEBUG|ACTIONS_STEP_DEBUG|GZIP|ZSTD_.*)$/i;
const UNPACKING = /^Failed to restore: \S*tar\S* failed with error/;
/**
 * tar without `-P`: the client gives that, and then an archive's absolute names, `..` and links would lead out of the
 * folder that it is unpacked in.
 */
const SAFE_TAR = (/* unused pure expression or super */ null && (`#!/bin/sh
for word do
  shift
  [ "$word" = -P ] || set -- "$@" "$word"
done
PATH=\${PATH#*:} exec "\${0##*/}" "$@"
`));
/**
 * Asks the Actions cache's own client, in a process of its own: what it writes to standard output never mixes with a run's,
 * it can be ended when it hangs, and what it takes from the environment (folders, PATH) is its alone. It works below
 * `folder`; names in a request and in archives are relative to `exchangeFolder(folder)`.
 *
 * @throws StoreFault with what the client or the service told of; Damaged
 */
async function actions_process_askActions(request, where, signal) {
    const { folder, environment } = where;
    const files = actions_process_exchangeFolder(folder);
    await mkdir(files, { recursive: true, mode: 0o700 });
    const kept = Object.entries(environment).filter(([name]) => !LEFT_OUT.test(name));
    const command = new Command(process.execPath, [program(), JSON.stringify(request)])
        .envAll(Object.fromEntries(kept))
        // The client puts paths into command lines without quotes, so there are none that a blank could be in. It runs tar in a
        // folder that it makes in RUNNER_TEMP and in this one: each path has to be right in both.
        .env("RUNNER_TEMP", "..")
        .env("GITHUB_WORKSPACE", join("..", basename(files)))
        .cwd(files)
        .signal(signal)
        .killGrace(0)
        .leftovers("kill")
        .maxBuffer(1024 * 1024)
        // Its end tells the program that this process is gone.
        .stdin("pipe")
        .stdout("capture")
        .stderr("capture")
        .allowFailure();
    if (process.platform !== "win32")
        command.env("PATH", await withSafeTar(join(folder, "tools"), environment.PATH ?? ""));
    const { stdout, stderr, reason, status } = await (await command.start()).wait();
    // A try that failed is no fault if another one did not.
    if (reason === null) {
        const { key } = JSON.parse(await readFile(join(files, ANSWER), "utf8"));
        if (key !== null)
            return key;
    }
    const fault = faultIn(stdout);
    if (fault !== null && UNPACKING.test(fault))
        throw new Damaged("what came from it can't be unpacked");
    if (fault !== null)
        throw new StoreFault(fault);
    signal.throwIfAborted();
    if (reason === null)
        return null;
    throw new Error(stderr.split("\n").find((line) => /^\w*Error: /.test(line)) ?? `its client ended with ${status}`);
}
/** Where what is to be saved lies, and what was restored. */
function actions_process_exchangeFolder(folder) {
    return join(folder, "client", "files");
}
async function withSafeTar(folder, path) {
    if (folder.includes(delimiter))
        throw new Error(`${folder} can't be used: it has a "${delimiter}" in it`);
    await mkdir(folder, { mode: 0o700 });
    for (const name of ["tar", "gtar"]) {
        if (path.split(delimiter).some((each) => existsSync(join(each, name)))) {
            await writeFile(join(folder, name), SAFE_TAR, { mode: 0o700 });
        }
    }
    return `${folder}${delimiter}${path}`;
}
function program() {
    const paths = PROGRAMS.map((name) => fileURLToPath(new URL(name, import.meta.url)));
    const found = paths.find((path) => existsSync(path));
    if (found === undefined)
        throw new Error(`its client is missing: ${paths.join(", ")}`);
    return found;
}

// EXTERNAL MODULE: ./lib/sha256.js
var lib_sha256 = __webpack_require__(5468);
;// CONCATENATED MODULE: ./lib/cache/archive.js



/** Writes a folder's content to a new file as a tar archive (pax), with modes, times and links. */
async function packFolder(folder, to, signal) {
    const handle = await (0,promises_.open)(to.file, "wx", 0o600);
    try {
        await tar("--create", compression(to.archive, "pack"), "--format=posix", `--directory=${folder}`, "--file=-", ".")
            .stdout(handle.fd)
            .signal(signal)
            .run();
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/**
 * Unpacks an archive into an empty folder. Nothing is written outside of it, whatever the archive holds: tar takes the
 * leading part off absolute names, refuses those with `..`, and makes links that lead elsewhere only when all else is done.
 *
 * @param fd the archive, open, at its beginning
 * @throws Damaged for an archive with devices
 */
async function unpackFolder(from, into, signal) {
    await tar("--extract", compression(from.archive, "unpack"), "--preserve-permissions", "--no-same-owner", `--directory=${into}`, "--file=-")
        .stdin(from.fd)
        .signal(signal)
        .run();
    // Nobody else could have made them.
    if (process.getuid?.() === 0 && (await hasDevices(into)))
        throw new record_Damaged("its archive holds devices");
}
/** How folders are best archived here: zstd where it is to be had. */
async function bestArchive() {
    const { reason } = await new command.Command("zstd", ["--version"]).timeout(10_000).allowFailure().run();
    return reason === null ? "tar+zstd" : "tar+gzip";
}
/** TAR_OPTIONS and the like of the machine must not reach it: `-P` would undo what keeps hostile archives in. */
function tar(...args) {
    return new command.Command("tar", args.filter((arg) => arg !== null))
        .envPassCommon()
        .envPass("SystemRoot")
        .stderr("capture");
}
function compression(archive, way) {
    if (archive === "tar")
        return null;
    if (archive === "tar+gzip")
        return "--gzip";
    // The files are wheels for the most part, which can't be made much smaller.
    return `--use-compress-program=${way === "pack" ? "zstd -q -1 -T0" : "zstd -q"}`;
}
async function hasDevices(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries.some((entry) => entry.isBlockDevice() || entry.isCharacterDevice());
}

;// CONCATENATED MODULE: ./lib/cache/put-file.js


/**
 * Gives a file a second place: by a hard link where that is safe and possible, else as a copy (which shares its blocks
 * where the file system can do that). Safe: nobody may write to it, so no writing to one place changes the other.
 */
async function putFile(from, to) {
    if (isReadOnly(Number(from.stats.mode)) && (await isLinked(from, to)))
        return "linked";
    await (0,promises_.copyFile)(from.path, to, external_node_fs_.constants.COPYFILE_FICLONE | external_node_fs_.constants.COPYFILE_EXCL);
    return "copied";
}
function isReadOnly(mode) {
    return (mode & 0o222) === 0;
}
async function isLinked(from, to) {
    // Another file system, too many links, or links that are not allowed: then a copy.
    if (!(await (0,promises_.link)(from.path, to).then(() => true, () => false)))
        return false;
    const { ino, dev } = await (0,promises_.lstat)(to, { bigint: true });
    // The path may be another file by now than the one that was looked at.
    if (ino === from.stats.ino && dev === from.stats.dev)
        return true;
    await (0,promises_.rm)(to);
    return false;
}
/** Writes out what the system holds of a file. */
async function syncFile(path) {
    const handle = await (0,promises_.open)(path, "r");
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./lib/cache/pack-entry.js







/** Makes an entry in a new folder. @throws where a path is neither file nor folder, or none of them exists */
async function pack_entry_packEntry(folder, source, signal) {
    const { archive, ...rest } = source;
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    const parts = [];
    for (const [index, path] of source.paths.entries()) {
        signal.throwIfAborted();
        parts.push(await packPart(path, { file: (0,external_node_path_.join)(folder, String(index)), archive }, signal));
    }
    if (parts.every(({ kind }) => kind === "absent"))
        throw new Error(`there is nothing at ${source.paths.join(", ")}`);
    const bytes = parts.reduce((sum, part) => sum + (part.kind === "absent" ? 0 : part.bytes), 0);
    const record = { ...rest, parts, bytes };
    await writeRecord(folder, record);
    return record;
}
async function packPart(path, to, signal) {
    const stats = await (0,promises_.lstat)(path, { bigint: true }).catch((error) => {
        if ((0,files/* isCode */._m)(error, "ENOENT") || (0,files/* isCode */._m)(error, "ENOTDIR"))
            return null;
        throw error;
    });
    if (stats === null)
        return { kind: "absent" };
    if (stats.isDirectory()) {
        const archive = to.archive === "best" ? await bestArchive() : to.archive;
        await packFolder(path, { file: to.file, archive }, signal);
        return { kind: "folder", archive, ...(await measured(to.file, signal)) };
    }
    if (!stats.isFile())
        throw new Error(`${path} is neither a file nor a folder`);
    if ((await putFile({ path, stats }, to.file)) === "copied")
        await syncFile(to.file);
    const mode = Number(stats.mode) & 0o777;
    return { kind: "file", mode, mtimeMs: Number(stats.mtimeNs / 1000n) / 1000, ...(await measured(to.file, signal)) };
}
async function measured(file, signal) {
    const handle = await (0,promises_.open)(file, "r");
    try {
        const { sha256, stats } = await (0,lib_sha256/* rememberedSha256 */.g)(handle, signal);
        return { sha256, bytes: Number(stats.size) };
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./lib/cache/part-file.js





const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
/**
 * Opens a part; the caller closes it. `remembered`: what was found whole in this process is not read again while it is
 * the same file. @throws Damaged where it is not there, no plain file, or of other bytes
 */
async function openPart(path, sha256, options) {
    const { reading, signal } = options;
    const handle = await openPlainly(path);
    try {
        const stats = await handle.stat({ bigint: true });
        if (!stats.isFile())
            throw new record_Damaged("a part of it is no file");
        const found = reading === "always" ? await (0,lib_sha256/* sha256OfFile */.V)(handle, signal) : (await (0,lib_sha256/* rememberedSha256 */.g)(handle, signal)).sha256;
        if (found !== sha256)
            throw new record_Damaged("its sha256 is not the one it had");
        return { handle, stats };
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/** Neither follows a link nor waits for a FIFO. */
async function openPlainly(path) {
    try {
        return await (0,promises_.open)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    }
    catch (error) {
        if (["ENOENT", "ELOOP", "ENXIO", "EMLINK"].some((code) => (0,files/* isCode */._m)(error, code))) {
            throw new record_Damaged("a part of it is missing");
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/cache/swap-in.js



/** Others may put something to the same path meanwhile; so often it is moved away again. */
const TRIES = 20;
/**
 * Puts all in place, or, where that fails, nothing. Whoever is killed meanwhile leaves no path with half of something; the
 * first path goes first and comes last, so that where it is there, the others are as well.
 */
async function swapIn(changes) {
    const undo = [];
    try {
        for (const { path, old } of changes) {
            const away = (0,external_node_path_.join)(old, "0");
            if (await isMoved(path, away))
                undo.push(() => (0,promises_.rename)(away, path));
        }
        for (const change of changes.toReversed()) {
            const { path, fresh } = change;
            if (fresh === null)
                continue;
            await place(fresh, change);
            undo.push(() => (0,promises_.rename)(path, fresh));
        }
    }
    catch (error) {
        for (const step of undo.reverse())
            await step().catch(() => undefined);
        throw error;
    }
}
async function place(fresh, { path, old }) {
    for (let tried = 1;; tried++) {
        try {
            return await (0,promises_.rename)(fresh, path);
        }
        catch (error) {
            const taken = ["ENOTEMPTY", "EEXIST", "EISDIR", "ENOTDIR"].some((code) => (0,files/* isCode */._m)(error, code));
            if (!taken || tried === TRIES)
                throw error;
            await isMoved(path, (0,external_node_path_.join)(old, String(tried)));
        }
    }
}
async function isMoved(from, to) {
    try {
        await (0,promises_.rename)(from, to);
        return true;
    }
    catch (error) {
        if ((0,files/* isCode */._m)(error, "ENOENT") || (0,files/* isCode */._m)(error, "ENOTDIR"))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/cache/unpack-entry.js







/**
 * Puts an entry's files to their paths: each is checked and made ready in a folder beside its path, then all are renamed.
 *
 * @throws Damaged; faults of the file system and of tar, with everything as it was before
 */
async function unpack_entry_unpackEntry(entry, signal) {
    const { paths, parts } = entry.record;
    const folders = [];
    try {
        const changes = [];
        for (const [index, part] of parts.entries()) {
            const path = (0,external_node_path_.resolve)(paths[index]);
            const own = await (0,own_folder/* makeOwnFolder */.x)((0,external_node_path_.dirname)(path), unpack_entry_stagingPrefix(path));
            folders.push(own);
            const fresh = (0,external_node_path_.join)(own.path, "new");
            if (part.kind !== "absent")
                await unpackPart(entry, { index, part, to: fresh }, signal);
            const old = (0,external_node_path_.join)(own.path, "old");
            await (0,promises_.mkdir)(old, { mode: 0o700 });
            changes.push({ path, fresh: part.kind === "absent" ? null : fresh, old });
        }
        signal.throwIfAborted();
        await swapIn(changes);
    }
    finally {
        await Promise.all(folders.map((own) => own.remove()));
    }
}
/** What the names of the folders begin with that entries are made ready in beside their path; the next restore of that path clears them. */
function unpack_entry_stagingPrefix(path) {
    return `.${(0,external_node_path_.basename)(path).slice(0, 200)}.restore-`;
}
async function unpackPart({ folder }, { index, part, to, }, signal) {
    const path = (0,external_node_path_.join)(folder, String(index));
    const { handle, stats } = await openPart(path, part.sha256, { reading: "remembered", signal });
    try {
        if (part.kind === "folder") {
            await (0,promises_.mkdir)(to, { mode: 0o700 });
            await unpackFolder({ fd: handle.fd, archive: part.archive }, to, signal);
        }
        else if ((await putFile({ path, stats }, to)) === "copied") {
            await (0,promises_.chmod)(to, part.mode & 0o777);
            await (0,promises_.utimes)(to, part.mtimeMs / 1000, part.mtimeMs / 1000);
        }
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./lib/cache/actions.js











/**
 * The cache of GitHub Actions, and of what speaks its protocols. What goes there is one folder an entry, the same as in a
 * directory store: files and archives with their sha256s, so whatever comes back is checked before anything is put in
 * place. Entries are not signed: the sha256s find damage, not who wrote it.
 */
class ActionsCache {
    #guard;
    #environment;
    #failed = new Set();
    constructor(options = {}) {
        this.#guard = new Guard("the Actions cache", options);
        this.#environment = options.environment ?? process.env;
    }
    /** Whether a job with these variables has the service; that of the first protocol needs no token. */
    static isAvailable(environment) {
        const { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL } = environment;
        return Boolean(ACTIONS_CACHE_URL || (ACTIONS_RUNTIME_TOKEN && ACTIONS_RESULTS_URL));
    }
    restore(key, restoreKeys, paths, call = {}) {
        return this.#guard.run("restore", call, (signal) => this.#inFolder(paths, async (folder) => {
            const path = wirePath(paths);
            const others = restoreKeys.map(wirePrefix).slice(0, MOST_KEYS - 1);
            const request = { verb: "restore", key: wireKey(key), restoreKeys: others, path };
            if ((await this.#ask(request, folder, signal)) === null)
                return null;
            const entry = join(exchangeFolder(folder), path);
            const record = await recordOf(entry, [key, restoreKeys], paths);
            if (record === null)
                return null;
            await unpackEntry({ folder: entry, record }, signal);
            return hitOf(record);
        }));
    }
    /** As `CacheStore.find`; the key is as the service has it: what is longer than 512 characters is shortened. */
    find(prefix, paths, call = {}) {
        return this.#guard.run("restore", call, (signal) => this.#inFolder(paths, (folder) => {
            const key = wirePrefix(prefix);
            return this.#ask({ verb: "find", key, restoreKeys: [key], path: wirePath(paths) }, folder, signal);
        }));
    }
    save(key, paths, call = {}) {
        return this.#guard.run("save", call, (signal) => this.#inFolder(paths, async (folder) => {
            const path = wirePath(paths);
            // The client compresses all of it.
            const source = { key, paths, archive: "tar", created: Date.now() };
            await mkdir(exchangeFolder(folder), { recursive: true, mode: 0o700 });
            const record = await packEntry(join(exchangeFolder(folder), path), source, signal);
            const saved = await this.#ask({ verb: "save", key: wireKey(key), path }, folder, signal);
            return saved === null ? null : hitOf(record);
        }));
    }
    /** A service that failed is not asked again: each time could take as long as the first. */
    async #ask(request, folder, signal) {
        const way = request.verb === "save" ? "write" : "read";
        if (this.#failed.has("read") || this.#failed.has(way))
            return null;
        try {
            return await askActions(request, { folder, environment: this.#environment }, signal);
        }
        catch (error) {
            if (!(error instanceof Damaged))
                this.#failed.add(way);
            throw error;
        }
    }
    /** Works in a folder beside the first path: the same file system, so that files are linked and renamed. */
    async #inFolder(paths, action) {
        const first = resolve(paths[0] ?? "");
        const own = await makeOwnFolder(dirname(first), stagingPrefix(first));
        try {
            return await action(own.path);
        }
        finally {
            await own.remove();
        }
    }
}
/** The one name that the service has an entry's content under, which with the key names the entry. */
function wirePath(paths) {
    return `forgexec-${createHash("sha256").update(JSON.stringify(paths)).digest("hex").slice(0, 32)}`;
}
/** The record of what came; null: another entry, whose key only begins as the one asked for when cut short. @throws Damaged */
async function recordOf(folder, [key, restoreKeys], paths) {
    const record = await readRecord(folder);
    if (record === null)
        throw new Damaged("what came from it is no entry of forgexec");
    const wanted = record.key === key || restoreKeys.some((prefix) => record.key.startsWith(prefix));
    const same = JSON.stringify(record.paths) === JSON.stringify(paths);
    return wanted && same ? record : null;
}

// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
;// CONCATENATED MODULE: ./lib/cache/entries.js






/** Folders of another number hold another format, and are left alone. */
const entries_FORMAT = "v1";
const LOCK_MS = 10_000;
/** The folders of a directory store. They appear and go by renaming, one writer at a time; anybody may read. */
class Entries {
    #root;
    #folder;
    #lock;
    #swept = false;
    constructor(directory) {
        this.#root = (0,external_node_path_.join)(directory, entries_FORMAT);
        this.#folder = (0,external_node_path_.join)(this.#root, "entries");
        this.#lock = (0,external_node_path_.join)(this.#root, "lock");
    }
    /** The entry of that name; null: there is none. */
    async find(id) {
        const folder = (0,external_node_path_.join)(this.#folder, id);
        const inode = await inodeOf(folder);
        if (inode === null)
            return null;
        try {
            const record = await record_readRecord(folder);
            if (record === null)
                throw new record_Damaged("its record is missing");
            return { id, folder, inode, record, used: (await (0,promises_.stat)(recordPath(folder))).mtimeMs };
        }
        catch (error) {
            if (!(error instanceof record_Damaged))
                throw error;
            return { id, folder, inode, record: null, damaged: error.message, used: 0 };
        }
    }
    async all() {
        const names = await (0,promises_.readdir)(this.#folder).catch((error) => {
            if ((0,files/* isCode */._m)(error, "ENOENT"))
                return [];
            throw error;
        });
        const found = await Promise.all(names.sort().map((name) => this.find(name)));
        return found.filter((entry) => entry !== null);
    }
    /** Notes that the entry in a folder was of use; where nothing can be written, that is forgotten. */
    async touch(folder, now) {
        await (0,promises_.utimes)(recordPath(folder), now / 1000, now / 1000).catch(() => undefined);
    }
    /** Moves a finished entry in; false: there is one of that name. */
    async add(id, from) {
        await (0,promises_.mkdir)(this.#folder, { recursive: true, mode: 0o700 });
        return this.#write(async () => {
            try {
                if ((await inodeOf((0,external_node_path_.join)(this.#folder, id))) !== null)
                    return false;
                await (0,promises_.rename)(from, (0,external_node_path_.join)(this.#folder, id));
                return true;
            }
            catch (error) {
                if ((0,files/* isCode */._m)(error, "ENOTEMPTY") || (0,files/* isCode */._m)(error, "EEXIST"))
                    return false;
                throw error;
            }
        });
    }
    /** Takes an entry out, if it is still the one that was found. */
    async remove({ id, folder, inode }) {
        const own = await this.temporaryFolder();
        try {
            await this.#write(async () => {
                if ((await inodeOf(folder)) === inode)
                    await (0,promises_.rename)(folder, (0,external_node_path_.join)(own.path, id));
            });
        }
        finally {
            await own.remove();
        }
    }
    /** A folder on the same file system that is gone when its owner is. */
    temporaryFolder() {
        return (0,own_folder/* makeOwnFolder */.x)((0,external_node_path_.join)(this.#root, "tmp"));
    }
    /** Removes what processes left that were killed; once. */
    async sweep() {
        if (this.#swept)
            return;
        this.#swept = true;
        await (0,own_folder/* removeLeftFolders */.b)((0,external_node_path_.join)(this.#root, "tmp"));
        const left = (await inodeOf(this.#lock)) === null ? null : await (0,lib_lock/* tryLock */.bh)(this.#lock).catch(() => null);
        await left?.release();
    }
    async #write(action) {
        const lock = await (0,lib_lock/* waitForLock */.gJ)(this.#lock, LOCK_MS);
        try {
            return await action();
        }
        finally {
            await lock.release();
        }
    }
}
async function inodeOf(path) {
    try {
        return (await (0,promises_.lstat)(path, { bigint: true })).ino;
    }
    catch (error) {
        if ((0,files/* isCode */._m)(error, "ENOENT") || (0,files/* isCode */._m)(error, "ENOTDIR"))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
;// CONCATENATED MODULE: ./lib/cache/guard.js

const TIMEOUT_MS = 120_000;
const SAVE_TIMEOUT_MS = 300_000;
const MESSAGE_LENGTH = 500;
/** What is called off may still clear up after itself; a file system that hangs doesn't even look at signals. */
const CLEAR_UP_MS = 5000;
/** A fault that says more than that the time was up. */
class guard_StoreFault extends Error {
    name = "StoreFault";
}
/** Turns the faults of a store into one warning and a miss, and bounds its calls in time. */
class guard_Guard {
    #options;
    #name;
    #told = false;
    /** @param name what the store is called in warnings */
    constructor(name, options) {
        this.#name = name;
        this.#options = options;
    }
    /** What `action` gives; null where it fails, takes too long or is called off. It must not go on once its signal is aborted. */
    async run(kind, call, action) {
        const { timeoutMs = TIMEOUT_MS, saveTimeoutMs = SAVE_TIMEOUT_MS } = this.#options;
        const ms = kind === "save" ? saveTimeoutMs : timeoutMs;
        const ended = new AbortController();
        const timer = setTimeout(() => ended.abort(new Error(`it took more than ${Math.ceil(ms / 1000)} s`)), ms);
        const signal = call.signal === undefined ? ended.signal : AbortSignal.any([ended.signal, call.signal]);
        try {
            signal.throwIfAborted();
            return await Promise.race([action(signal), endedBy(signal)]);
        }
        catch (error) {
            const late = ended.signal.aborted && !(error instanceof guard_StoreFault);
            if (!call.signal?.aborted)
                this.tell(late ? ended.signal.reason : error);
            return null;
        }
        finally {
            clearTimeout(timer);
        }
    }
    /** Tells of the first fault. */
    tell(fault) {
        if (this.#told)
            return;
        this.#told = true;
        const text = fault instanceof Error ? fault.message : String(fault);
        const line = (0,printable/* printable */.g)(text.trim().replaceAll(/\s*\n\s*/g, "; ")).slice(0, MESSAGE_LENGTH);
        this.#options.warn?.(`${this.#name} is left out: ${line}`);
    }
}
function endedBy(signal) {
    return new Promise((_, reject) => {
        const later = () => setTimeout(() => reject(signal.reason), CLEAR_UP_MS).unref();
        signal.addEventListener("abort", later, { once: true });
    });
}

;// CONCATENATED MODULE: ./lib/cache/hit.js
/** What is told of an entry. */
function hit_hitOf({ key, bytes, parts }) {
    return { key, bytes, sha256s: parts.map((part) => (part.kind === "file" ? part.sha256 : null)) };
}

;// CONCATENATED MODULE: ./lib/cache/prune.js
/** What has to go, in the order of their going: what was not used for long, then the least recently used until the rest fits. */
function outdated(entries, limits, now) {
    const { maxBytes = Number.POSITIVE_INFINITY, olderThanMs = Number.POSITIVE_INFINITY } = limits;
    const byUse = entries.toSorted((a, b) => b.used - a.used);
    let bytes = 0;
    const kept = byUse.findIndex(({ used, record }) => {
        bytes += record.bytes;
        return now - used > olderThanMs || bytes > maxBytes;
    });
    return kept < 0 ? [] : byUse.slice(kept).reverse();
}

;// CONCATENATED MODULE: ./lib/cache/directory.js









/**
 * A store in a folder, which any number of processes may use at once. A file that nobody may write to (mode 0444) is kept
 * and restored by hard link, which costs nothing; others are copied, a folder is one archive (tar, with zstd if it is
 * there). Everything is checked against its sha256 before it is restored; what is damaged is dropped.
 */
class DirectoryCache {
    #entries;
    #guard;
    #now;
    /** @param directory made when something is saved */
    constructor(directory, options = {}) {
        this.#entries = new Entries(directory);
        this.#guard = new guard_Guard(`the cache in ${directory}`, options);
        this.#now = options.now ?? Date.now;
    }
    restore(key, restoreKeys, paths, call = {}) {
        return this.#guard.run("restore", call, async (signal) => {
            await this.#entries.sweep();
            for await (const entry of this.#candidates([key, restoreKeys], paths)) {
                if (await this.#unpack(entry, signal))
                    return hit_hitOf(entry.record);
            }
            return null;
        });
    }
    find(prefix, paths, call = {}) {
        return this.#guard.run("restore", call, async () => (await this.#beginning(prefix, paths))[0]?.record.key ?? null);
    }
    save(key, paths, call = {}) {
        return this.#guard.run("save", call, async (signal) => {
            await this.#entries.sweep();
            const id = entryId(key, paths);
            if ((await this.#entries.find(id)) !== null)
                return null;
            const own = await this.#entries.temporaryFolder();
            try {
                const source = { key, paths, archive: "best", created: this.#now() };
                const folder = (0,external_node_path_.join)(own.path, "entry");
                const record = await pack_entry_packEntry(folder, source, signal);
                await this.#entries.touch(folder, source.created);
                signal.throwIfAborted();
                return (await this.#entries.add(id, folder)) ? hit_hitOf(record) : null;
            }
            finally {
                await own.remove();
            }
        });
    }
    /** All entries, the one used last first. @throws where the folder can't be read */
    async list() {
        return (await this.#whole()).map(described).sort((a, b) => b.used - a.used);
    }
    /** Removes an entry; false: there is none of that id. @throws where it can't be removed */
    async remove(id) {
        const entry = /^[0-9a-f]{64}$/.test(id) ? await this.#entries.find(id) : null;
        if (entry !== null)
            await this.#entries.remove(entry);
        return entry !== null;
    }
    /** Reads every byte of every entry, and drops the damaged ones. @throws where they can't be read or removed */
    async verify() {
        const whole = [];
        const damaged = [];
        for (const entry of await this.#entries.all()) {
            const why = entry.damaged ?? (await whyDamaged(entry));
            if (why === null && entry.record !== null)
                whole.push(described(entry));
            if (why === null)
                continue;
            await this.#entries.remove(entry);
            damaged.push({ id: entry.id, key: entry.record?.key ?? null, why });
        }
        return { whole, damaged };
    }
    /** Removes what was not used for long, then the least recently used until the rest fits. Gives what went. */
    async prune(limits) {
        await this.#entries.sweep();
        const gone = outdated(await this.#whole(), limits, this.#now());
        for (const entry of gone)
            await this.#entries.remove(entry);
        return gone.map(described);
    }
    async #whole() {
        return (await this.#entries.all()).filter((entry) => entry.record !== null);
    }
    /** Entries to be tried in turn. */
    async *#candidates([key, restoreKeys], paths) {
        const exact = await this.#entries.find(entryId(key, paths));
        if (exact?.record)
            yield exact;
        else if (exact)
            await this.#drop(exact, exact.damaged);
        for (const prefix of restoreKeys)
            yield* await this.#beginning(prefix, paths);
    }
    async #beginning(prefix, paths) {
        return (await this.#whole())
            .filter(({ id, record }) => record.key.startsWith(prefix) && id === entryId(record.key, paths))
            .sort((a, b) => b.record.created - a.record.created);
    }
    async #unpack(entry, signal) {
        const { folder, record } = entry;
        try {
            await unpack_entry_unpackEntry({ folder, record }, signal);
        }
        catch (error) {
            if (!(error instanceof record_Damaged))
                throw error;
            await this.#drop(entry, error.message);
            return false;
        }
        await this.#entries.touch(folder, this.#now());
        return true;
    }
    async #drop(entry, why) {
        // Another process may have taken it out just now.
        if ((await this.#entries.find(entry.id))?.inode !== entry.inode)
            return;
        this.#guard.tell(new Error(`the entry ${entry.record?.key ?? entry.id} is dropped: ${why}`));
        await this.#entries.remove(entry).catch(() => undefined);
    }
}
async function whyDamaged(entry) {
    try {
        for (const [index, part] of entry.record.parts.entries()) {
            if (part.kind === "absent")
                continue;
            const { handle } = await openPart((0,external_node_path_.join)(entry.folder, String(index)), part.sha256, { reading: "always" });
            await handle.close();
        }
        return null;
    }
    catch (error) {
        if (error instanceof record_Damaged)
            return error.message;
        throw error;
    }
}
function described({ id, used, record: { key, paths, bytes, created } }) {
    return { id, key, paths, bytes, created, used };
}

;// CONCATENATED MODULE: ./lib/cache/index.js




/***/ })

};
