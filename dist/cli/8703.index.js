export const id = 8703;
export const ids = [8703];
export const modules = {

/***/ 2762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault)
/* harmony export */ });
/** An answer that can't be used; asking again would bring no other. The message goes on after "…: ". */
class HttpFault extends Error {
    name = "HttpFault";
}


/***/ }),

/***/ 4471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields)
/* harmony export */ });
/** A name for a host, and no credentials: most links are such, and a test is a tenth of the work of parsing them. */
const PLAIN_LINK = /^https?:\/\/(?:[a-z][a-z0-9-]*\.)*[a-z][a-z0-9-]*(?::\d{1,4})?\/[\x21-\x7e]*$/;
/**
 * What another system sent, read field by field. Nothing is an error there: a field that is missing, null or of another kind is null,
 * for systems leave fields out (deleted accounts, older releases) and add new ones.
 */
class Fields {
    #values;
    constructor(values) {
        this.#values = values;
    }
    /** Null where the value is no object. */
    static of(value) {
        return typeof value === "object" && value !== null && !Array.isArray(value) ? new Fields(value) : null;
    }
    /** The objects in a list; other things in it are left out. */
    static listOf(value) {
        if (!Array.isArray(value))
            return [];
        const found = [];
        for (const item of value) {
            const fields = Fields.of(item);
            if (fields !== null)
                found.push(fields);
        }
        return found;
    }
    has(name) {
        return this.raw(name) !== undefined;
    }
    /** Of the fields that every object has by birth, such as `constructor`, none is a name that anybody asks for. */
    raw(name) {
        return this.#values[name];
    }
    /** A text that is not empty. */
    text(name) {
        const value = this.raw(name);
        return typeof value === "string" && value !== "" ? value : null;
    }
    /** A number, or a text that is one: Gerrit writes either. */
    number(name) {
        const value = this.raw(name);
        if (typeof value === "number")
            return Number.isFinite(value) ? value : null;
        return typeof value === "string" && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : null;
    }
    flag(name) {
        return this.raw(name) === true;
    }
    object(name) {
        return Fields.of(this.raw(name));
    }
    list(name) {
        return Fields.listOf(this.raw(name));
    }
    /** Each name with the object that it leads to. */
    entries() {
        return Object.entries(this.#values).flatMap(([name, value]) => {
            const fields = Fields.of(value);
            return fields === null ? [] : [[name, fields]];
        });
    }
    /** Each name with the list that it leads to. */
    lists() {
        return Object.entries(this.#values).map(([name, value]) => [name, Fields.listOf(value)]);
    }
    /** A time in seconds since the epoch, as ms. */
    seconds(name) {
        const value = this.number(name);
        return value === null ? null : value * 1000;
    }
    /** A time as ISO 8601 or as Gerrit writes it (`2013-02-01 09:59:32.186000000`, in UTC), as ms since the epoch. */
    time(name) {
        const value = this.text(name);
        if (value === null)
            return null;
        const gerrit = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\d*$/.exec(value);
        const time = Date.parse(gerrit === null ? value : `${gerrit[1]}T${gerrit[2]}${gerrit[3] ?? ""}Z`);
        return Number.isNaN(time) ? null : time;
    }
    /** A link that may be shown: http and https only, without credentials. */
    link(name) {
        const value = this.text(name);
        if (value === null || PLAIN_LINK.test(value))
            return value;
        if (!URL.canParse(value))
            return null;
        const url = new URL(value);
        if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
            return null;
        // As it was written, unless there is something in it that a link has no business to have.
        return /^[\x21-\x7e]+$/.test(value) ? value : url.href;
    }
}


/***/ }),

/***/ 1941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ newsOf),
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6045);

const SUMMARY = 200;
/** All that happened on a change by what it tells of itself, in order of time, each with a key that stays the same. */
function newsOf(change) {
    const news = [
        ...change.versions.map((version) => ofVersion(change, version)),
        ...change.versions.flatMap(({ votes, number }) => votes.flatMap((vote) => ofVote(change, vote, number))),
        ...change.versions.flatMap((version) => ofTests(change, version)),
        ...change.comments.flatMap((comment) => ofComment(change, comment)),
        ...ending(change),
    ];
    return news.map((event) => ({ key: keyOfEvent(event), event })).sort((a, b) => a.event.at - b.event.at);
}
/** Of what nobody did (checks) the time moves as more of it comes. */
function keyOfEvent({ change, kind, at, by, text }) {
    const when = kind === "vote" && by === null ? null : at;
    return JSON.stringify([change.project, change.number, kind, when, by === null ? null : (0,_people_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .T)(by), text]);
}
function ofVersion(change, { number, sha, created }) {
    const first = number === change.versions[0]?.number;
    const text = first ? change.subject : `version ${number}${sha === null ? "" : ` (${sha.slice(0, 7)})`}`;
    return { at: created, kind: first ? "opened" : "updated", change, by: change.owner, text };
}
function ofVote(change, { column, value, by, at }, version) {
    if (at === null || (column === "tests" && by === null))
        return [];
    return [{ at, kind: "vote", change, by, text: `${column} ${value > 0 ? "+" : ""}${value} on version ${version}` }];
}
/** A version may have dozens of checks: told is what they come to, once for a failure and once for success. */
function ofTests(change, { votes, number }) {
    const tests = votes.filter(({ column, by }) => column === "tests" && by === null);
    const failed = tests.filter(({ value }) => value < 0);
    const told = failed.length > 0 ? failed : tests;
    const at = Math.max(...told.map((vote) => vote.at ?? 0));
    if (told.length === 0 || at === 0)
        return [];
    const text = `tests ${failed.length > 0 ? "-1" : "+1"} on version ${number}`;
    return [{ at, kind: "vote", change, by: null, text }];
}
/** One that came with a vote is told as the vote, unless it has words of its own. */
function ofComment(change, { by, at, text, file, line, voted }) {
    const place = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
    const words = summary(voted ? text.replace(/^patch set \d+:.*/i, "") : text);
    if (voted && words === "")
        return [];
    return [{ at, kind: "comment", change, by, text: `${place}${words}` }];
}
function ending(change) {
    if (change.status === "open")
        return [];
    return [{ at: change.ended ?? change.updated, kind: change.status, change, by: null, text: change.subject }];
}
/** One line of it, not too long. */
function summary(text) {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length > SUMMARY ? `${line.slice(0, SUMMARY - 1)}…` : line;
}


/***/ }),

/***/ 6045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ keyOf),
/* harmony export */   y: () => (/* binding */ distinctPeople)
/* harmony export */ });
/** Those of the list that are somebody, each once. */
function distinctPeople(people) {
    const found = new Map();
    for (const person of people) {
        if (person === null)
            continue;
        const key = keyOf(person);
        if (key !== null && !found.has(key))
            found.set(key, person);
    }
    return [...found.values()];
}
/** What tells two people apart; null where nothing is known of them. */
function keyOf({ login, email, name }) {
    return login ?? email ?? name;
}


/***/ }),

/***/ 8434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ inSession)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
;// CONCATENATED MODULE: ./lib/changes/cache/own-folder.js



/** In containers a process often has the number of one that was killed; no fetch takes that long. */
const ABANDONED_MS = 24 * 3_600_000;
/** Makes one, and takes away those of processes that were killed. Null where nothing can be written. */
async function openOwnFolder(parent) {
    try {
        await (0,external_node_fs_promises_.mkdir)(parent, { recursive: true, mode: 0o700 });
        await clearUp(parent);
        const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(parent, `${process.pid}-`));
        return {
            newFile: () => (0,external_node_path_.join)(folder, (0,external_node_crypto_.randomBytes)(9).toString("hex")),
            close: () => (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true }),
        };
    }
    catch {
        return null;
    }
}
async function clearUp(parent) {
    for (const name of await (0,external_node_fs_promises_.readdir)(parent)) {
        const pid = Number(/^(\d{1,9})-/.exec(name)?.[1] ?? 0);
        const path = (0,external_node_path_.join)(parent, name);
        if (pid > 0 && (!isAlive(pid) || (await isAbandoned(path))))
            await (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true });
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === "EPERM";
    }
}
async function isAbandoned(path) {
    const found = await (0,external_node_fs_promises_.stat)(path).catch(() => null);
    return found !== null && Date.now() - found.mtimeMs > ABANDONED_MS;
}

;// CONCATENATED MODULE: ./lib/changes/cache/prune.js



const HOUR_MS = 3_600_000;
/** An old answer is still worth something: where it holds, the system says so in a few bytes, and GitHub doesn't count that. */
const KEPT_MS = 7 * 24 * HOUR_MS;
const KEPT_BYTES = 256 * 1024 * 1024;
/** Takes away answers that nobody asked for in a week, and the oldest of more than 256 MiB; looks at most once an hour. */
async function prune(root, now) {
    const mark = (0,external_node_path_.join)(root, "pruned.json");
    const last = await (0,external_node_fs_promises_.stat)(mark).catch(() => null);
    if (last !== null && Math.abs(now - last.mtimeMs) < HOUR_MS)
        return;
    await (0,files/* writeAtomically */.vK)(mark, JSON.stringify({ at: new Date(now).toISOString() }));
    await (0,external_node_fs_promises_.utimes)(mark, now / 1000, now / 1000);
    await removeSurplus((0,external_node_path_.join)(root, "answers"), now);
}
async function removeSurplus(folder, now) {
    const files = [];
    for (const name of await (0,external_node_fs_promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, name);
        const found = await (0,external_node_fs_promises_.stat)(path).catch(() => null);
        if (found?.isFile())
            files.push({ path, bytes: found.size, at: found.mtimeMs });
    }
    let bytes = 0;
    for (const file of files.sort((a, b) => b.at - a.at)) {
        bytes += file.bytes;
        if (bytes > KEPT_BYTES || now - file.at > KEPT_MS)
            await (0,external_node_fs_promises_.rm)(file.path, { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/changes/cache/answers.js






/** Folders of another number hold another format, and are left alone. */
const FORMAT = "v1";
/**
 * Answers on disk, a file each, private to the user. They appear by renaming once they are whole: a fetch that is broken off leaves nothing.
 * A cache that can't be read or written is no error: what is asked is asked again.
 */
class AnswerCache {
    #root;
    #mode;
    #maxAgeMs;
    #now;
    #own = null;
    constructor(options) {
        this.#root = (0,external_node_path_.join)(options.directory, FORMAT);
        this.#mode = options.mode;
        this.#maxAgeMs = options.maxAgeMs;
        this.#now = options.now;
    }
    /** Null where nothing is kept, or what is kept is no whole answer. */
    async load(question) {
        if (this.#mode === "off")
            return null;
        const content = await (0,external_node_fs_promises_.readFile)(this.#path(question), "utf8").catch(() => null);
        const kept = content === null ? null : parse(content);
        if (kept === null)
            return null;
        const ageMs = this.#now() - kept.fetchedAt;
        const fresh = this.#mode === "use" && ageMs >= 0 && ageMs < this.#maxAgeMs;
        return { ...kept.answer, age: fresh ? "fresh" : "stale" };
    }
    async save(question, answer) {
        if (this.#mode === "off")
            return;
        try {
            this.#own ??= openOwnFolder((0,external_node_path_.join)(this.#root, "tmp"));
            const own = await this.#own;
            if (own === null)
                return;
            const path = this.#path(question);
            const temporary = own.newFile();
            await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(path, ".."), { recursive: true, mode: 0o700 });
            await (0,files/* writeAtomically */.vK)(temporary, render(answer, this.#now()));
            await (0,external_node_fs_promises_.rename)(temporary, path);
        }
        catch {
            // A full disk or a folder that went away: the answer is not kept, and that is all.
        }
    }
    /** Leaves nothing of this process behind but answers, and takes the oldest away. */
    async close() {
        const own = await this.#own;
        this.#own = null;
        if (own === null)
            return;
        await own.close();
        await prune(this.#root, this.#now()).catch(() => { });
    }
    #path(question) {
        const name = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(question)).digest("hex");
        return (0,external_node_path_.join)(this.#root, "answers", `${name}.json`);
    }
}
/** One JSON object: half of one is none. */
function render({ body, etag, lastModified, link }, fetchedAt) {
    return JSON.stringify({ fetchedAt, etag, lastModified, link, body });
}
function parse(content) {
    try {
        const kept = JSON.parse(content);
        if (typeof kept?.body !== "string" || typeof kept.fetchedAt !== "number")
            return null;
        const text = (name) => (typeof kept[name] === "string" ? kept[name] : null);
        const answer = { body: kept.body, etag: text("etag"), lastModified: text("lastModified"), link: text("link") };
        return { answer, fetchedAt: kept.fetchedAt };
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/changes/http/fault.js
var fault = __webpack_require__(2762);
;// CONCATENATED MODULE: ./lib/changes/http/client.js





const CONNECT_MS = 15_000;
const HEADERS_MS = 60_000;
const STALL_MS = 30_000;
const MAX_REDIRECTS = 5;
/** Of an answer, packed and unpacked. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Reads what web APIs answer: through the proxies of the environment, whole or not at all. */
class HttpClient {
    #agent;
    constructor(environment) {
        this.#agent = new undici/* EnvHttpProxyAgent */.J2({
            // An empty text keeps undici from looking at the process's own variables.
            httpProxy: environment.http_proxy ?? environment.HTTP_PROXY ?? "",
            httpsProxy: environment.https_proxy ?? environment.HTTPS_PROXY ?? "",
            noProxy: environment.no_proxy ?? environment.NO_PROXY ?? "",
            connections: 10,
            connect: { timeout: CONNECT_MS },
        });
    }
    /** One GET, redirects followed. @throws HttpFault for an answer that can't be used, or undici's own errors */
    async get({ url, headers, authorization, signal }) {
        let target = url;
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            const own = target.origin === url.origin && authorization !== null;
            const response = await (0,undici/* request */.Em)(target, {
                dispatcher: this.#agent,
                headers: {
                    "user-agent": `forgexec/${version/* VERSION */.x}`,
                    "accept-encoding": "gzip",
                    ...headers,
                    ...(own ? { authorization } : {}),
                },
                headersTimeout: HEADERS_MS,
                bodyTimeout: STALL_MS,
                signal,
            });
            const header = (name) => {
                const value = response.headers[name];
                return (Array.isArray(value) ? value.join(", ") : value) ?? null;
            };
            const location = header("location");
            if ([301, 302, 303, 307, 308].includes(response.statusCode) && location !== null) {
                response.body.on("error", () => { }).destroy();
                target = redirected(location, target);
                continue;
            }
            const bytes = await bounded(response.body);
            return { status: response.statusCode, header, body: await unpacked(bytes, header("content-encoding")) };
        }
        throw new fault/* HttpFault */.F("it redirects too often");
    }
    close() {
        return this.#agent.destroy();
    }
}
function redirected(location, from) {
    const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
    if (target === null || !/^https?:$/.test(target.protocol))
        throw new fault/* HttpFault */.F("it redirects to something that is no http URL");
    if (from.protocol === "https:" && target.protocol === "http:")
        throw new fault/* HttpFault */.F("it redirects to what is not encrypted");
    target.username = "";
    target.password = "";
    return target;
}
async function bounded(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > MAX_BYTES)
            throw new fault/* HttpFault */.F("the answer is longer than 64 MiB");
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
async function unpacked(bytes, encoding) {
    if (encoding === null || encoding === "identity")
        return bytes.toString("utf8");
    if (encoding !== "gzip")
        throw new fault/* HttpFault */.F("the answer is packed in a way that was not asked for");
    try {
        return (await (0,external_node_util_.promisify)(external_node_zlib_.gunzip)(bytes, { maxOutputLength: MAX_BYTES })).toString("utf8");
    }
    catch (error) {
        throw new fault/* HttpFault */.F("the answer can't be unpacked, or is longer than 64 MiB", { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/changes/sources/session.js




const MAX_AGE_MS = 5 * 60_000;
const POLL_MS = 60_000;
/** Iterates what `work` gives; the connections and the cache are there as long as that, however it ends. */
async function* inSession(options, signal, work) {
    const ending = new AbortController();
    const either = AbortSignal.any([signal, ending.signal]);
    // Each request listens to it: many do at the same time.
    (0,external_node_events_.setMaxListeners)(0, either);
    const session = {
        http: new HttpClient(options.environment),
        cache: new AnswerCache({ maxAgeMs: MAX_AGE_MS, ...options.cache, now: options.now }),
        signal: either,
        now: options.now,
        wait: options.wait ?? timer,
        note: options.note,
        progress: options.progress ?? (() => { }),
        pollMs: options.pollMs ?? POLL_MS,
    };
    try {
        signal.throwIfAborted();
        yield* work(session);
    }
    finally {
        ending.abort(new Error("the source is closed"));
        await session.http.close();
        await session.cache.close();
    }
}
async function timer(ms, signal) {
    await (0,promises_.setTimeout)(ms, undefined, { signal });
}


/***/ }),

/***/ 1309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isWanted)
/* harmony export */ });
/** Whether a change is one that the query asks for: for sources that can't be asked so closely. */
function isWanted(change, query) {
    if (query.number !== undefined && change.number !== query.number)
        return false;
    if (query.updatedSince !== undefined && change.updated < query.updatedSince)
        return false;
    if (query.projects.length > 0 && !query.projects.includes(change.project))
        return false;
    return query.statuses.includes(change.status);
}


/***/ }),

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
