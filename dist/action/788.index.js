export const id = 788;
export const ids = [788];
export const modules = {

/***/ 8788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openEngine: () => (/* binding */ openEngine)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/sha256.js
var lib_sha256 = __webpack_require__(5468);
;// CONCATENATED MODULE: ./lib/packages/index-server/blob-store.js




/** Files by the sha256 of their bytes. Each is checked before its first use in a process, and again when it has been touched. */
class BlobStore {
    #store;
    #verified = new Map();
    #verifying = new Map();
    #publishing = new Set();
    constructor(store) {
        this.#store = store;
    }
    /** Opens a kept file; null: it is not there, or was damaged and is dropped. */
    async open(sha256) {
        const path = this.path(sha256);
        let handle;
        try {
            handle = await (0,promises_.open)(path, "r");
        }
        catch (error) {
            if (!(0,files/* isCode */._m)(error, "ENOENT"))
                this.#store.fault(error);
            return null;
        }
        try {
            const stats = await handle.stat({ bigint: true });
            if (stats.isFile() && (await this.#isWhole({ sha256, handle, stamp: stampOf(stats) }))) {
                return { sha256, size: Number(stats.size), handle };
            }
        }
        catch (error) {
            this.#store.fault(error);
        }
        await handle.close();
        this.#verified.delete(sha256);
        this.#store.later(() => (0,promises_.rm)(path, { force: true }));
        return null;
    }
    /** Keeps bytes of that sha256. @throws where nothing can be written */
    async write(bytes, sha256) {
        const temporary = this.#store.temporaryFile();
        const handle = await (0,promises_.open)(temporary, "wx+", 0o600);
        try {
            await handle.writeFile(bytes);
            await this.publish(temporary, { sha256, handle });
        }
        finally {
            await handle.close();
            await (0,promises_.rm)(temporary, { force: true });
        }
    }
    /** Moves a finished file of that sha256 in, flushed to disk first. */
    publish(temporary, file) {
        const publishing = this.#publish(temporary, file);
        const done = () => this.#publishing.delete(publishing);
        this.#publishing.add(publishing);
        publishing.then(done, done);
        return publishing;
    }
    async #publish(temporary, file) {
        const { sha256, handle } = file;
        const path = this.path(sha256);
        await handle.sync();
        await this.#store.write(async () => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
            await (0,promises_.rename)(temporary, path);
        });
        this.#verified.set(sha256, stampOf(await handle.stat({ bigint: true })));
    }
    /** Waits for what is just about to be there. */
    async settled() {
        await Promise.allSettled(this.#publishing);
    }
    /** Which of these are there, or just about to be; not checked. */
    async keptOf(names) {
        await this.settled();
        const valid = [...new Set(names)].filter((name) => /^[0-9a-f]{64}$/.test(name));
        const there = await Promise.all(valid.map((name) => (0,promises_.access)(this.path(name)).then(() => true, () => false)));
        return new Set(valid.filter((_, index) => there[index]));
    }
    path(sha256) {
        return (0,external_node_path_.join)(this.#store.root, "files", sha256.slice(0, 2), sha256);
    }
    #isWhole(file) {
        const { sha256, handle, stamp } = file;
        if (this.#verified.get(sha256) === stamp)
            return Promise.resolve(true);
        const key = `${sha256} ${stamp}`;
        let check = this.#verifying.get(key);
        if (check === undefined) {
            check = (0,lib_sha256/* sha256OfFile */.V)(handle).then((found) => {
                if (found === sha256)
                    this.#verified.set(sha256, stamp);
                return found === sha256;
            });
            this.#verifying.set(key, check);
            const done = () => this.#verifying.delete(key);
            check.then(done, done);
        }
        return check;
    }
}
function stampOf({ ino, size, mtimeNs }) {
    return `${ino} ${size} ${mtimeNs}`;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/packages/index-server/fault.js
/** Why an upstream gave no answer. The message is for people and holds no credentials. */
class UpstreamFault extends Error {
    name = "UpstreamFault";
    status;
    constructor(status, message, options) {
        super(message, options);
        this.status = status;
    }
    /** Whether the next request would most likely fail in the same way. */
    get isOutage() {
        return this.status !== 502;
    }
}
/** A fault from whatever the HTTP client threw. `what` says what was being fetched, without credentials. */
function asFault(error, what) {
    if (error instanceof UpstreamFault)
        return error;
    const { code, message, name } = (error ?? {});
    const timedOut = /TIMEOUT|TIMEDOUT/.test(code ?? "") || name === "TimeoutError";
    const why = timedOut ? "did not answer in time" : `could not be fetched (${code ?? message ?? name})`;
    return new UpstreamFault(timedOut ? 504 : 503, `${what} ${why}`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/packages/index-server/printable-url.js
/** A URL as messages may show it: its origin and path; credentials and signatures stay out. */
function printableUrl(text) {
    if (!URL.canParse(text))
        return "(not a URL)";
    const { origin, pathname } = new URL(text);
    return `${origin}${pathname}`;
}

;// CONCATENATED MODULE: ./lib/packages/index-server/client.js





/** Not Via: for that, servers leave pages unpacked. */
const MARK_HEADER = "x-forgexec-index";
const MAX_REDIRECTS = 5;
/** So soon after a request began, a lost connection is one that had been kept open too long. */
const STALE_CONNECTION_MS = 1000;
/** Speaks HTTP to upstreams: through the proxies of the environment, and with credentials for their own origin alone. */
class Client {
    #agent;
    /** For the hosts whose certificates are not checked. */
    #trusting;
    #connection;
    #patience;
    #mark;
    constructor(options) {
        const { patience, connection } = options;
        this.#mark = options.mark;
        this.#patience = patience;
        this.#connection = connection;
        const ca = connection.authorities;
        // Made once: a long list takes a while to read, and there is a connection for each of many files.
        const secure = ca === undefined ? {} : { secureContext: (0,external_node_tls_.createSecureContext)({ ca: [...ca] }) };
        const connect = { timeout: patience.connectMs, ...secure };
        const proxies = proxiesOf(options.environment, connection);
        this.#agent = agent({ ...proxies, connect });
        this.#trusting = agent({ ...proxies, connect: { ...connect, rejectUnauthorized: false } });
    }
    /** One GET, redirects followed. The caller reads or destroys the body. @throws UpstreamFault, or undici's own errors */
    async get({ url, root, headers, downgrade, signal }) {
        let target = new URL(url);
        const until = performance.now() + this.#patience.headersMs;
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            if (root.url.startsWith("https:") && target.protocol === "http:" && downgrade === "refused") {
                throw new UpstreamFault(502, `${printableUrl(target.href)} is not encrypted, unlike the index that names it`);
            }
            const response = await this.#once({ target, root, headers, signal, until });
            const location = response.header("location");
            if (![301, 302, 303, 307, 308].includes(response.status) || location === null)
                return response;
            response.body.on("error", () => { }).destroy();
            target = redirected(location, target);
        }
        throw new UpstreamFault(502, `${printableUrl(url)} redirects too often`);
    }
    /** Asked once more where a connection that was kept open had been closed by the other side. */
    async #once(hop) {
        const began = performance.now();
        try {
            return await this.#send(hop);
        }
        catch (error) {
            const { code } = error;
            const lost = code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
            if (!lost || performance.now() - began > STALE_CONNECTION_MS)
                throw error;
            return this.#send(hop);
        }
    }
    async #send({ target, root, headers, signal, until }) {
        const authorization = this.#authorization(target, root);
        const response = await (0,undici/* request */.Em)(target, {
            dispatcher: isTrusted(target, this.#connection.trustedHosts ?? []) ? this.#trusting : this.#agent,
            headers: {
                "user-agent": `forgexec/${version/* VERSION */.x}`,
                [MARK_HEADER]: this.#mark,
                ...headers,
                ...(authorization === null ? {} : { authorization }),
            },
            headersTimeout: Math.max(1, until - performance.now()),
            bodyTimeout: this.#patience.stallMs,
            signal,
        });
        const header = (name) => {
            const value = response.headers[name];
            return (Array.isArray(value) ? value[0] : value) ?? null;
        };
        return { url: target.href, status: response.statusCode, header, body: response.body };
    }
    #authorization(target, root) {
        if (target.origin === root.origin && root.authorization !== null)
            return root.authorization;
        return this.#connection.authorization?.(target) ?? null;
    }
    async close() {
        await Promise.all([this.#agent.destroy(), this.#trusting.destroy()]);
    }
}
// An empty text keeps undici from looking at the process's own variables.
function proxiesOf(env, { proxy }) {
    const all = proxy ?? env.all_proxy ?? env.ALL_PROXY ?? "";
    return {
        httpProxy: proxy ?? (env.http_proxy || env.HTTP_PROXY || all),
        httpsProxy: proxy ?? (env.https_proxy || env.HTTPS_PROXY || all),
        noProxy: proxy === undefined ? (env.no_proxy ?? env.NO_PROXY ?? "") : "",
    };
}
function agent(options) {
    const { connect } = options;
    return new undici/* EnvHttpProxyAgent */.J2({ ...options, connections: 16, requestTls: connect, proxyTls: connect });
}
/** pip's rule: `host` stands for each of its ports. */
function isTrusted({ hostname, port, protocol }, trusted) {
    if (trusted.length === 0)
        return false;
    const name = hostname.replace(/^\[|\]$/g, "");
    const number = port || (protocol === "https:" ? "443" : "80");
    return trusted.some((each) => {
        const entry = each.toLowerCase();
        return [hostname, name, `${hostname}:${number}`, `${name}:${number}`].includes(entry);
    });
}
function redirected(location, from) {
    const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
    if (target === null || !/^https?:$/.test(target.protocol)) {
        throw new UpstreamFault(502, `${printableUrl(from.href)} redirects to something that is no http URL`);
    }
    target.username = "";
    target.password = "";
    return target;
}

// EXTERNAL MODULE: ./lib/packages/find-interpreter.js + 2 modules
var find_interpreter = __webpack_require__(65);
// EXTERNAL MODULE: ./lib/packages/python.js
var python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/index-server/default-upstream.js



/** pip's own parser merges its configuration files, its variables and what is built in. */
const SCRIPT = `
import json
from pip._internal.commands import create_command
options, _ = create_command("download").parser.parse_args([])
print("\\n" + json.dumps({"url": options.index_url, "none": bool(options.no_index)}))
`;
const TIMEOUT_MS = 12_000;
/**
 * The index that the machine's pip is configured to use: `index-url` of its files, PIP_INDEX_URL, else pip's built-in one.
 *
 * @throws UsageError where there is no Python, its pip can't be asked, or is told to use no index
 */
async function defaultUpstream({ environment, platform, cwd, signal }) {
    const { executable } = await (0,find_interpreter/* findInterpreter */.A)({ request: null, environment, platform, signal });
    const args = ["-W", "ignore", "-c", SCRIPT];
    const text = await (0,python/* runPython */.w)({ python: executable, args, environment, cwd, timeoutMs: TIMEOUT_MS, signal }).catch((cause) => {
        // Its own message would show what pip said, which may hold the credentials of an index.
        throw new errors/* UsageError */.e("no-pip", `the pip of ${executable} can't be asked`, { cause });
    });
    const { url, none } = JSON.parse(text.trim().split("\n").at(-1) ?? "");
    if (none)
        throw new errors/* UsageError */.e("no-index", "pip is configured with no-index");
    return url;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/packages/index-server/fetch-file.js


/** The upstream does not give the file at the place that its page names (any more). */
class FileGone extends UpstreamFault {
    /** Its status: 403, 404 or 410. */
    answered;
    constructor(answered, message) {
        super(502, message);
        this.answered = answered;
    }
}
const RETRIES = 2;
/** Asks an upstream for a file. @throws UpstreamFault; FileGone where its link leads nowhere */
async function fetchFile(request) {
    const { file } = request;
    const response = await ask(request, {});
    const length = response.header("content-length");
    const size = length !== null && /^\d+$/.test(length) ? Number(length) : file.size;
    if (file.size !== null && size !== file.size) {
        response.body.on("error", () => { }).destroy();
        throw new UpstreamFault(502, `${printableUrl(file.url)} is ${size} bytes, the page says ${file.size}`);
    }
    return { size, chunks: chunks({ request, response, size }) };
}
async function ask(request, headers) {
    const { client, root, file, signal } = request;
    const what = printableUrl(file.url);
    const response = await client
        .get({
        url: file.url,
        root,
        headers: { accept: "*/*", "accept-encoding": "identity", ...headers },
        downgrade: file.hashes.sha256 === undefined ? "refused" : "allowed",
        signal,
    })
        .catch((error) => {
        throw asFault(error, what);
    });
    const { status } = response;
    if (status === 200 || (status === 206 && headers.range !== undefined))
        return response;
    response.body.on("error", () => { }).destroy();
    const said = `${what}: the upstream answered ${status}`;
    if (status === 403 || status === 404 || status === 410)
        throw new FileGone(status, said);
    throw new UpstreamFault(status >= 500 || status === 429 ? 503 : 502, said);
}
async function* chunks({ request, response, size }) {
    let body = response.body;
    let position = 0;
    for (let tries = 0;; tries++) {
        try {
            for await (const chunk of body) {
                position += chunk.length;
                yield chunk;
            }
            if (size !== null && position < size)
                throw new UpstreamFault(502, "broke off");
            return;
        }
        catch (error) {
            const fault = asFault(error, printableUrl(request.file.url));
            if (tries === RETRIES || position === 0 || request.signal.aborted || fault.status === 504)
                throw fault;
            const rest = await remaining({ request, response, position }).catch(() => null);
            if (rest === null)
                throw fault;
            body = rest;
        }
    }
}
/** The rest of a file that broke off; null: the upstream can't give just that, or its file may be another by now. */
async function remaining(broken) {
    const { request, response, position } = broken;
    const etag = response.header("etag");
    if (request.file.hashes.sha256 === undefined && (etag === null || etag.startsWith("W/")))
        return null;
    const condition = etag === null || etag.startsWith("W/") ? {} : { "if-range": etag };
    const rest = await ask(request, { range: `bytes=${position}-`, ...condition });
    if (rest.status === 206 && rest.header("content-range")?.startsWith(`bytes ${position}-`))
        return rest.body;
    rest.body.on("error", () => { }).destroy();
    return null;
}

;// CONCATENATED MODULE: ./lib/packages/index-server/hashing.js

/** Reckons a file's sha256, and every hash that its page names, while it comes in. */
class Hashing {
    #wanted;
    #sha256 = (0,external_node_crypto_.createHash)("sha256");
    #others;
    constructor(wanted) {
        this.#wanted = wanted;
        this.#others = Object.keys(wanted)
            .filter((name) => name !== "sha256")
            .map((name) => [name, (0,external_node_crypto_.createHash)(name)]);
    }
    update(bytes) {
        this.#sha256.update(bytes);
        for (const [, hash] of this.#others)
            hash.update(bytes);
    }
    /** The sha256, and the name of a hash that is not what the page says; null: all are. Once only. */
    finish() {
        const sha256 = this.#sha256.digest("hex");
        const found = [
            ["sha256", sha256],
            ...this.#others.map(([name, hash]) => [name, hash.digest("hex")]),
        ];
        const wrong = found.find(([name, digest]) => this.#wanted[name] !== undefined && this.#wanted[name] !== digest);
        return { sha256, wrong: wrong?.[0] ?? null };
    }
}

;// CONCATENATED MODULE: ./lib/packages/index-server/download.js





/** Kept back from whoever reads along, until the whole is known to be right: nobody gets a wrong file complete. */
const HELD_BACK = 1;
/** The store could not take the file: whoever waits for it must fetch it past the store. */
class StoreFault extends Error {
}
/** One file on its way into the store, read along by any number of clients. */
class Download {
    /** Bytes in all; null: not known before the end. Holds once `begun` is fulfilled. */
    size = null;
    /** The upstream has begun to send. Rejects with an UpstreamFault or StoreFault. */
    begun;
    /** The file is whole, right and in the store (or could not be put there). Never rejects. */
    ended;
    #state = { kind: "coming" };
    #written = 0;
    #handle = null;
    #readers = 0;
    #wake = () => { };
    #changed = Promise.resolve();
    constructor(parts) {
        this.#renew();
        let began;
        let failed;
        this.begun = new Promise((resolve, reject) => {
            [began, failed] = [resolve, reject];
        });
        this.begun.catch(() => { });
        this.ended = this.#run(parts, () => began?.()).catch((error) => {
            this.#state = { kind: "failed", error };
            failed?.(error);
            this.#tell();
        });
        this.ended.then(() => this.#finish());
    }
    get state() {
        return this.#state;
    }
    /** How many bytes may be read by now. */
    get readable() {
        return this.#state.kind === "whole" ? this.#written : Math.max(0, this.#written - HELD_BACK);
    }
    /** Resolves at the next change of `readable` or `state`. */
    get changed() {
        return this.#changed;
    }
    /** Reads what may be read; the bytes read. */
    async read(buffer, position) {
        const length = Math.min(buffer.length, this.readable - position);
        if (this.#handle === null || length <= 0)
            return 0;
        return (await this.#handle.read(buffer, 0, length, position)).bytesRead;
    }
    /** Keeps the bytes at hand until `leave`. */
    enter() {
        this.#readers++;
    }
    leave() {
        this.#readers--;
        this.#finish();
    }
    async #run({ request, store, blobs }, began) {
        const temporary = await kept(async () => {
            const path = store.temporaryFile();
            this.#handle = await (0,promises_.open)(path, "wx+", 0o600);
            return { path, handle: this.#handle };
        });
        try {
            const incoming = await fetchFile(request);
            this.size = incoming.size;
            began();
            const hashing = new Hashing(request.file.hashes);
            for await (const chunk of incoming.chunks) {
                await kept(() => writeAll(temporary.handle, chunk, this.#written));
                hashing.update(chunk);
                this.#written += chunk.length;
                this.#tell();
            }
            const sha256 = this.#checked(request, hashing);
            this.size = this.#written;
            this.#state = { kind: "whole", sha256 };
            this.#tell();
            await blobs.publish(temporary.path, { sha256, handle: temporary.handle }).catch((error) => store.fault(error));
        }
        finally {
            await (0,promises_.rm)(temporary.path, { force: true }).catch(() => { });
        }
    }
    #checked({ file }, hashing) {
        const { sha256, wrong } = hashing.finish();
        const what = printableUrl(file.url);
        if (file.size !== null && file.size !== this.#written) {
            throw new UpstreamFault(502, `${what} was ${this.#written} bytes, the page says ${file.size}`);
        }
        if (wrong !== null)
            throw new UpstreamFault(502, `${what} does not have the ${wrong} that the page names`);
        return sha256;
    }
    #tell() {
        const wake = this.#wake;
        this.#renew();
        wake();
    }
    #renew() {
        this.#changed = new Promise((resolve) => {
            this.#wake = resolve;
        });
    }
    #finish() {
        if (this.#readers > 0 || this.#handle === null || this.#state.kind === "coming")
            return;
        const handle = this.#handle;
        this.ended.then(() => {
            if (this.#readers > 0 || this.#handle === null)
                return;
            this.#handle = null;
            handle.close().catch(() => { });
        });
    }
}
async function kept(action) {
    try {
        return await action();
    }
    catch (cause) {
        throw new StoreFault(cause.message, { cause });
    }
}
async function writeAll(handle, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
    }
}

// EXTERNAL MODULE: ./lib/packages/index-server/wheel-metadata.js
var wheel_metadata = __webpack_require__(4127);
;// CONCATENATED MODULE: ./lib/packages/index-server/files.js




/** Files of all upstreams: those in the store, and those on their way into it, each once for all who ask at the time. */
class Files {
    #parts;
    #downloads = new Map();
    #closed = new AbortController();
    #kept = new Set();
    #fetched = new Set();
    #fetchedBytes = 0;
    constructor(parts) {
        this.#parts = parts;
        // One listener a download: Node would warn of the eleventh.
        (0,external_node_events_.setMaxListeners)(0, this.#closed.signal);
    }
    /** Ends when the server does. */
    get signal() {
        return this.#closed.signal;
    }
    /** What was served from the store and what had to be fetched, whatever a client can have had whole by now. */
    usage() {
        const fetched = new Set(this.#fetched);
        let fetchedBytes = this.#fetchedBytes;
        // Until the disk has it.
        for (const { state, size } of this.#downloads.values()) {
            if (state.kind !== "whole")
                continue;
            fetched.add(state.sha256);
            fetchedBytes += size ?? 0;
        }
        return { kept: new Set(this.#kept), fetched, fetchedBytes };
    }
    /** The file from the store; null: it is not there, or (`fresh`, and without a hash on its page) too old to be believed. */
    async kept(file, need) {
        const blob = await this.#open(file, need);
        if (blob !== null)
            this.#kept.add(blob.sha256);
        return blob;
    }
    async #open(file, need) {
        const { blobs, references, ttlMs, now } = this.#parts;
        const { sha256 } = file.hashes;
        if (sha256 !== undefined)
            return (await blobs.open(sha256)) ?? (await this.#fromWheel(file, sha256));
        const reference = await references.read(file.url);
        if (reference === null)
            return null;
        const age = now() - reference.fetchedAt;
        return need === "any" || (age >= 0 && age < ttlMs) ? blobs.open(reference.sha256) : null;
    }
    /** A wheel's metadata out of the wheel, where that is kept and holds the very bytes that the page names; null: not so. */
    async #fromWheel({ wheel }, sha256) {
        const { blobs, store } = this.#parts;
        if (wheel === undefined)
            return null;
        await blobs.settled();
        const blob = await blobs.open(wheel);
        if (blob === null)
            return null;
        try {
            const bytes = await (0,wheel_metadata/* wheelMetadata */.B)(blob.handle, blob.size);
            if (bytes === null || (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex") !== sha256)
                return null;
            await blobs.write(bytes, sha256);
            return await blobs.open(sha256);
        }
        catch (error) {
            store.fault(error);
            return null;
        }
        finally {
            await blob.handle.close();
        }
    }
    /** The running download of a file, else a new one. */
    download(root, file) {
        const key = `${root.id} ${file.url} ${file.hashes.sha256 ?? ""}`;
        const running = this.#downloads.get(key);
        if (running !== undefined)
            return running;
        const { client, store, blobs, references, now } = this.#parts;
        const download = new Download({ request: { client, root, file, signal: this.signal }, store, blobs });
        this.#downloads.set(key, download);
        download.ended.then(() => {
            this.#downloads.delete(key);
            const { state } = download;
            if (state.kind === "whole") {
                this.#fetched.add(state.sha256);
                this.#fetchedBytes += download.size ?? 0;
            }
            if (state.kind === "whole" && file.hashes.sha256 === undefined) {
                references.write(file.url, { sha256: state.sha256, fetchedAt: now() });
            }
        });
        return download;
    }
    /** Tells of the first fault of the store. */
    storeFault(error) {
        this.#parts.store.fault(error);
    }
    /** Breaks off what is on its way. */
    async close() {
        this.#closed.abort();
        await Promise.all([...this.#downloads.values()].map(({ ended }) => ended));
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/packages/index-server/exchange.js
/** The value of Cache-Control: what is said, unless the client may keep nothing. */
function cacheControl({ reuse }, allowed) {
    return reuse === "forbidden" ? "no-store" : allowed;
}
/** A whole answer in plain text. */
function sendText({ request, response }, answer) {
    const body = Buffer.from(`${answer.text}\n`);
    response.writeHead(answer.status, {
        "content-type": "text/plain; charset=utf-8",
        "content-length": body.length,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        ...answer.headers,
    });
    response.end(request.method === "HEAD" ? undefined : body);
}
/** Text that may stand in a header: printable ASCII. */
function headerText(text) {
    return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}

;// CONCATENATED MODULE: ./lib/packages/index-server/names.js
const PROJECT = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** Separators, control characters, half surrogates. */
const UNSAFE = /[/\\\p{Cc}\p{Cs}\u2028\u2029]/u;
const DISTRIBUTION = /\.(?:whl|egg|zip|tgz|tbz2?|txz|tlz|tar(?:\.(?:gz|bz2|xz|lzma|z))?|exe|msi|rpm|deb|dmg)$/i;
/** A project's name in its one normal form (PEP 503). */
function normalizeName(name) {
    return name.replace(/[-_.]+/g, "-").toLowerCase();
}
/** Whether a project may have this name at all (core metadata specification). */
function isProjectName(name) {
    return name.length <= 200 && PROJECT.test(name);
}
/** Whether a name from a page can be one part of a path and of a line of text. */
function isSafeFileName(name) {
    if (name === "" || name === "." || name === "..")
        return false;
    return Buffer.byteLength(name) <= 255 && !UNSAFE.test(name);
}
/** Whether a link on a page without types leads to a distribution, rather than to a home page. */
function looksLikeDistribution(name) {
    return DISTRIBUTION.test(name);
}

;// CONCATENATED MODULE: ./lib/packages/index-server/route.js

const NOTHING = { kind: "nothing" };
/** Reads a path (without its query). Names that are not normal redirect to those that are, also a missing slash at the end. */
function route(path, sources) {
    const parts = path.split("/");
    const named = parts[1] !== "simple";
    const source = sources.get(named ? (parts[1] ?? "") : "");
    const rest = parts.slice(named ? 3 : 2);
    if (source === undefined || parts[named ? 2 : 1] !== "simple" || rest.length > 2)
        return NOTHING;
    const [project, file] = rest.map(decoded);
    if (project === undefined)
        return { kind: "redirect", to: source.path };
    if (project === "" && file === undefined)
        return { kind: "list", source };
    if (project === null || file === null || !isProjectName(project))
        return NOTHING;
    const normal = normalizeName(project);
    if (file === undefined)
        return { kind: "redirect", to: `${source.path}${normal}/` };
    if (file !== "" && !isSafeFileName(file))
        return NOTHING;
    if (normal !== rest[0])
        return { kind: "redirect", to: `${source.path}${normal}/${encodeURIComponent(file)}` };
    return file === "" ? { kind: "page", source, project } : { kind: "file", source, project, file };
}
function decoded(text) {
    if (!text.includes("%"))
        return text;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./node_modules/range-parser/index.js
var range_parser = __webpack_require__(6412);
;// CONCATENATED MODULE: ./lib/packages/index-server/byte-range.js

/** What the headers Range and If-Range ask for (RFC 9110). Several ranges at once are answered with all of it, as is allowed. */
function byteRange(headers, size, etag) {
    const { range } = headers;
    const condition = headers["if-range"];
    if (range === undefined || (condition !== undefined && condition !== etag))
        return { kind: "all" };
    const ranges = range_parser(size, range);
    if (ranges === -1)
        return { kind: "unsatisfiable" };
    if (ranges === -2 || ranges.type !== "bytes" || ranges.length !== 1)
        return { kind: "all" };
    const [part] = ranges;
    return part === undefined ? { kind: "all" } : { kind: "part", start: part.start, end: part.end };
}

;// CONCATENATED MODULE: ./lib/packages/index-server/file-headers.js

/** The answer to a request for a file of that size; `sha256` null: not known yet; `size` null: neither. */
function fileStart(request, file) {
    const { size, sha256 } = file;
    const etag = sha256 === null ? null : `"${sha256}"`;
    const common = {
        "content-type": "application/octet-stream",
        "x-content-type-options": "nosniff",
        "accept-ranges": "bytes",
        "cache-control": file.cacheControl,
        ...(etag === null ? {} : { etag }),
    };
    if (etag !== null && matches(request["if-none-match"], etag)) {
        return { status: 304, headers: common, start: 0, stop: 0 };
    }
    if (size === null)
        return { status: 200, headers: common, start: 0, stop: null };
    const range = byteRange(request, size, etag);
    if (range.kind === "unsatisfiable") {
        const headers = { ...common, "content-range": `bytes */${size}`, "content-length": 0 };
        return { status: 416, headers, start: 0, stop: 0 };
    }
    if (range.kind === "all")
        return { status: 200, headers: { ...common, "content-length": size }, start: 0, stop: size };
    const { start, end } = range;
    const headers = { ...common, "content-range": `bytes ${start}-${end}/${size}`, "content-length": end - start + 1 };
    return { status: 206, headers, start, stop: end + 1 };
}
/** Whether If-None-Match names the tag, compared weakly (RFC 9110). */
function matches(header, etag) {
    if (header === undefined)
        return false;
    if (header === etag || header.trim() === "*")
        return true;
    return header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}

;// CONCATENATED MODULE: ./lib/packages/index-server/find-file.js

/** Where a file comes from, by its project's page. One that the kept page lacks is looked for on the upstream's own. */
async function findFile(pages, target, need) {
    const { source, project, file: name } = target;
    const outcome = await pages.get(source, project, need);
    if (outcome.kind !== "page")
        return outcome;
    const file = remoteFile(outcome.page, name);
    if (file !== null)
        return { kind: "file", file };
    if (need === "any")
        return findFile(pages, target, "checked");
    if (outcome.stale === null)
        return { kind: "absent" };
    const status = outcome.stale === "offline" ? 504 : 503;
    const message = `${name} is not on the page that is kept, and that could not be renewed (${outcome.stale})`;
    return { kind: "fault", fault: new UpstreamFault(status, message) };
}
/** What lies beside a distribution: its metadata (PEP 658) and its signature (PEP 503). */
const BESIDE = [".metadata", ".asc"];
function remoteFile(page, name) {
    const entry = page.file(name);
    if (entry !== undefined)
        return { name, url: entry.url, hashes: entry.hashes, size: entry.size ?? null };
    for (const suffix of BESIDE) {
        const main = name.endsWith(suffix) ? page.file(name.slice(0, -suffix.length)) : undefined;
        if (main !== undefined)
            return beside(main, suffix);
    }
    return null;
}
function beside(main, suffix) {
    const { metadata, signature } = main;
    const url = new URL(main.url);
    url.pathname += suffix;
    const file = { name: `${main.name}${suffix}`, url: url.href, size: null };
    if (suffix === ".metadata") {
        if (metadata === undefined)
            return null;
        const wheel = main.name.endsWith(".whl") ? main.hashes.sha256 : undefined;
        return { ...file, hashes: metadata === true ? {} : metadata, ...(wheel === undefined ? {} : { wheel }) };
    }
    return signature === undefined ? null : { ...file, hashes: {} };
}

;// CONCATENATED MODULE: ./lib/packages/index-server/send.js
/** Two such buffers take turns: one is read into while the other is on its way to the client. */
const BUFFER_BYTES = { kept: 512 * 1024, coming: 64 * 1024 };
/** Sends bytes from `start` to before `stop`, as fast as the client takes them. False: the client went away. */
async function sendBytes(response, { read, start, stop, bufferBytes }) {
    const length = stop === null ? bufferBytes : Math.min(bufferBytes, stop - start);
    const buffers = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
    let sent = Promise.resolve();
    let position = start;
    for (let turn = 0; stop === null || position < stop; turn = 1 - turn) {
        const buffer = buffers[turn === 0 ? 0 : 1];
        const wanted = stop === null ? buffer : buffer.subarray(0, stop - position);
        const count = await read(wanted, position);
        await sent;
        if (response.destroyed)
            return false;
        if (count === 0)
            return stop === null;
        sent = written(response, wanted.subarray(0, count));
        position += count;
    }
    await sent;
    return !response.destroyed;
}
/** Resolves when the system has taken the bytes, or the client is gone. */
function written(response, bytes) {
    return new Promise((resolve) => {
        const done = () => {
            response.off("close", done);
            resolve();
        };
        response.on("close", done);
        response.write(bytes, done);
        if (response.destroyed)
            done();
    });
}

;// CONCATENATED MODULE: ./lib/packages/index-server/relay.js





/**
 * Sends a file to one client past the store, from byte `start` to before `stop`: for a disk that is full or can't be
 * written. The last piece goes out only when the whole has proved right.
 *
 * @throws UpstreamFault; what was sent by then is not complete
 */
async function relay(response, { request, start, stop, begin }) {
    const { chunks, size } = await fetchFile(request);
    begin(size);
    const hashing = new Hashing(request.file.hashes);
    let position = 0;
    let held = Buffer.alloc(0);
    for await (const chunk of chunks) {
        hashing.update(chunk);
        const part = chunk.subarray(Math.max(0, start - position), Math.max(0, (stop ?? Infinity) - position));
        position += chunk.length;
        if (part.length === 0)
            continue;
        if (held.length > 0)
            await write(response, held);
        held = part;
    }
    if (hashing.finish().wrong !== null) {
        throw new UpstreamFault(502, `${printableUrl(request.file.url)} does not have the hash that the page names`);
    }
    if (held.length > 0)
        await write(response, held);
}
async function write(response, bytes) {
    await written(response, bytes);
    if (response.destroyed)
        throw new Error("the client went away");
}

;// CONCATENATED MODULE: ./lib/packages/index-server/serve-file.js








/** Serves a file: from the store, else from the upstream, and then on its way into the store. */
async function serveFile(exchange, services, target) {
    let found = await findFile(services.pages, target, "any");
    for (let tries = 0;; tries++) {
        if (found.kind === "absent")
            return sendText(exchange, { status: 404, text: `There is no file ${target.file}.` });
        if (found.kind === "fault")
            return sendFault(exchange, found.fault);
        const root = await target.source.root();
        const source = { root, file: found.file };
        const kept = await services.files.kept(source.file, services.mode === "offline" ? "any" : "fresh");
        if (kept !== null)
            return sendKept(exchange, kept, source.file);
        if (services.mode === "offline") {
            return sendFault(exchange, new UpstreamFault(504, `${target.file} is not kept, and ${services.pages.offline}`));
        }
        const before = source.file.url;
        try {
            return await sendComing(exchange, services, source);
        }
        catch (error) {
            if (exchange.response.headersSent || exchange.response.destroyed)
                throw error;
            // Links that are signed for a time lead nowhere after it: a new page has new ones.
            if (error instanceof FileGone && tries === 0) {
                found = await findFile(services.pages, target, "checked");
                if (found.kind === "file" && found.file.url !== before)
                    continue;
                if (error.answered !== 403 && found.kind !== "fault") {
                    return sendText(exchange, { status: 404, text: `${error.message}.` });
                }
            }
            const old = await services.files.kept(source.file, "any");
            if (old !== null)
                return sendKept(exchange, old, source.file);
            return sendFault(exchange, asFault(error, target.file));
        }
    }
}
async function sendKept(exchange, blob, file) {
    const { handle, size, sha256 } = blob;
    exchange.outcome = "kept";
    try {
        const begin = fileStart(exchange.request.headers, { size, sha256, cacheControl: lifetime(exchange, file) });
        const read = async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead;
        await answer(exchange, begin, () => sendBytes(exchange.response, { read, start: begin.start, stop: begin.stop, bufferBytes: BUFFER_BYTES.kept }));
    }
    finally {
        await handle.close();
    }
}
/** Serves a file that is on its way. @throws UpstreamFault, with nothing sent yet if it could not be had at all */
async function sendComing(exchange, services, { root, file }) {
    const { request, response } = exchange;
    exchange.outcome = "fetched";
    if (request.method === "HEAD" && file.size !== null) {
        const sha256 = file.hashes.sha256 ?? null;
        return answer(exchange, fileStart(request.headers, { size: file.size, sha256, cacheControl: lifetime(exchange, file) }), nothing);
    }
    const download = services.files.download(root, file);
    download.enter();
    let position = 0;
    let begin = null;
    try {
        await download.begun;
        // Without a length nobody could tell a whole answer from one that broke off.
        await until(download, () => download.size !== null, response);
        begin = startOf(exchange, download, file);
        const start = begin.start;
        if (begin.status < 300)
            await until(download, () => download.readable > start, response);
        const read = async (buffer, at) => {
            await until(download, () => download.readable > at, response);
            const count = await download.read(buffer, at);
            position = at + count;
            return count;
        };
        const send = () => sendBytes(response, { read, start, stop: begin?.stop ?? null, bufferBytes: BUFFER_BYTES.coming });
        await answer(exchange, begin, send);
    }
    catch (error) {
        if (!(error instanceof StoreFault) || response.destroyed)
            throw error;
        services.files.storeFault(error);
        await sendPast(exchange, services, { found: { root, file }, begin, position });
    }
    finally {
        download.leave();
    }
}
/** The same without the store, from where it failed. */
async function sendPast(exchange, { client, files }, state) {
    const { found, begin, position } = state;
    const stop = begin?.stop ?? null;
    const start = Math.max(position, begin?.start ?? 0);
    const request = { ...found, client, signal: files.signal };
    const { response } = exchange;
    await relay(response, {
        request,
        start,
        stop,
        begin: (size) => {
            if (response.headersSent)
                return;
            const headers = {
                "content-type": "application/octet-stream",
                "cache-control": cacheControl(exchange, "no-cache"),
            };
            const length = size === null ? {} : { "content-length": size };
            response.writeHead(200, { ...headers, ...length });
        },
    });
    response.end();
}
function startOf(exchange, download, file) {
    const sha256 = download.state.kind === "whole" ? download.state.sha256 : (file.hashes.sha256 ?? null);
    return fileStart(exchange.request.headers, { size: download.size, sha256, cacheControl: lifetime(exchange, file) });
}
/** Waits until `enough`, or the client is gone. @throws what ended the download */
async function until(download, enough, response) {
    for (;;) {
        const { state, changed } = download;
        if (state.kind === "failed")
            throw state.error;
        if (state.kind === "whole" || enough())
            return;
        if (response.destroyed)
            throw new Error("the client went away");
        await changed;
    }
}
async function answer(exchange, begin, send) {
    const { request, response } = exchange;
    response.writeHead(begin.status, begin.headers);
    if (request.method === "HEAD" || begin.status >= 300) {
        response.end();
        return;
    }
    if (await send())
        response.end();
    else
        response.destroy();
}
function sendFault(exchange, fault) {
    exchange.outcome = fault.message;
    sendText(exchange, { status: fault.status, text: `${fault.message}.` });
}
function lifetime(exchange, { hashes }) {
    return cacheControl(exchange, hashes.sha256 === undefined ? "no-cache" : "max-age=31536000, immutable");
}
async function nothing() {
    return true;
}

// EXTERNAL MODULE: ./node_modules/negotiator/index.js
var negotiator = __webpack_require__(668);
;// CONCATENATED MODULE: ./lib/packages/index-server/accept.js

const JSON_TYPES = ["application/vnd.pypi.simple.v1+json", "application/vnd.pypi.simple.latest+json"];
const HTML_TYPES = ["application/vnd.pypi.simple.v1+html", "application/vnd.pypi.simple.latest+html"];
/** Without a preference the form that every client understands. */
const OFFERED = ["text/html", ...JSON_TYPES, ...HTML_TYPES];
const REMEMBERED = 256;
const known = new Map();
/** What a client with that header Accept gets (RFC 9110, PEP 691); null: nothing that it takes. */
function negotiate(accept) {
    const header = accept ?? "*/*";
    let answer = known.get(header);
    if (answer === undefined) {
        answer = representation(new negotiator({ headers: { accept: header } }).mediaType(OFFERED));
        if (known.size < REMEMBERED)
            known.set(header, answer);
    }
    return answer;
}
/** The same for `?format=` (PEP 691). */
function representation(type) {
    if (type === undefined || !OFFERED.includes(type))
        return null;
    if (JSON_TYPES.includes(type))
        return { form: "json", contentType: JSON_TYPES[0] ?? "" };
    return { form: "html", contentType: type === "text/html" ? "text/html; charset=utf-8" : (HTML_TYPES[0] ?? "") };
}

;// CONCATENATED MODULE: ./lib/packages/index-server/render-html.js
/** A project's page of this server as PEP 503 has it; links are relative. */
function renderHtml(project) {
    const { name, apiVersion, files, tracks = [], alternateLocations = [], status } = project;
    const meta = [
        ["pypi:repository-version", apiVersion],
        ...tracks.map((url) => ["pypi:tracks", url]),
        ...alternateLocations.map((url) => ["pypi:alternate-locations", url]),
        ...(status ? [["pypi:project-status", status.status]] : []),
        ...(status?.reason === undefined ? [] : [["pypi:project-status-reason", status.reason]]),
    ].map(([key = "", content = ""]) => `<meta name="${key}" content="${escaped(content)}">`);
    return render_html_document(`Links for ${name}`, meta, files.map(linkOf));
}
/** A list of projects. */
function renderNames(names) {
    const meta = ['<meta name="pypi:repository-version" content="1.0">'];
    return render_html_document("Projects kept here", meta, names.map((name) => `<a href="${name}/">${name}</a>`));
}
function render_html_document(title, meta, links) {
    const head = ["<!DOCTYPE html>", "<html>", "<head>", '<meta charset="utf-8">', ...meta, `<title>${title}</title>`];
    const body = ["</head>", "<body>", `<h1>${title}</h1>`, ...links.map((link) => `${link}<br>`), "</body>", "</html>"];
    return `${[...head, ...body].join("\n")}\n`;
}
function linkOf(file) {
    const { name, requiresPython, yanked, metadata, signature, provenance } = file;
    const best = strongest(file.hashes);
    const told = metadata === undefined ? undefined : metadata === true ? "true" : (strongest(metadata) ?? "true");
    const attributes = {
        href: `${encodeURIComponent(name)}${best === null ? "" : `#${best}`}`,
        "data-requires-python": requiresPython,
        "data-yanked": yanked === true ? "" : yanked,
        // The older name as well: pips that know only it read it here without harm.
        "data-core-metadata": told,
        "data-dist-info-metadata": told,
        "data-gpg-sig": signature ? "true" : undefined,
        "data-provenance": provenance,
    };
    const written = Object.entries(attributes)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([key, value]) => `${key}="${escaped(String(value))}"`);
    return `<a ${written.join(" ")}>${escaped(name)}</a>`;
}
function strongest(hashes) {
    const name = ["sha256", "sha512", "sha384", "sha224", "sha1", "md5"].find((each) => hashes[each] !== undefined);
    return name === undefined ? null : `${name}=${hashes[name]}`;
}
const ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function escaped(text) {
    return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

;// CONCATENATED MODULE: ./lib/packages/index-server/serve-page.js




/** How many projects the root page lists at most. */
const MAX_NAMES = 1000;
/** Begins the outcome of an answer from a kept page that could not be checked. */
const STALE = "stale: ";
/** Serves a page that is fresh in memory, without waiting for anything; false: there is none. */
function serveFresh(exchange, pages, target) {
    const page = pages.fresh(target.source, target.project);
    if (page === undefined || wantsChecked(exchange))
        return false;
    const form = formOf(exchange);
    if (form === null)
        return notAcceptable(exchange);
    exchange.outcome = "kept";
    send(exchange, { prepared: page.prepare(form), stale: null });
    return true;
}
/** Serves a project's page. */
async function servePage(exchange, services, { source, project }) {
    const form = formOf(exchange);
    if (form === null) {
        notAcceptable(exchange);
        return;
    }
    const outcome = await services.pages.get(source, project, wantsChecked(exchange) ? "checked" : "fresh");
    if (exchange.response.destroyed)
        return;
    if (outcome.kind === "absent") {
        sendText(exchange, { status: 404, text: `The upstream has no project ${project}.` });
    }
    else if (outcome.kind === "fault") {
        exchange.outcome = outcome.fault.message;
        sendText(exchange, { status: outcome.fault.status, text: `No page of ${project}: ${outcome.fault.message}.` });
    }
    else if (outcome.stale === null) {
        exchange.outcome = "checked";
        send(exchange, { prepared: outcome.page.prepare(form), stale: null });
    }
    else {
        exchange.outcome = `${STALE}${outcome.stale}`;
        const advertised = await servable(outcome.page, services);
        send(exchange, { prepared: outcome.page.prepare(form, advertised), stale: outcome.stale });
    }
}
/** The projects of an upstream of which a page is kept; an index of all that there are would be huge, and no client needs it. */
async function serveNames(exchange, store, source) {
    const form = formOf(exchange);
    if (form === null) {
        notAcceptable(exchange);
        return;
    }
    const rootId = await source
        .root()
        .then(({ id }) => id)
        .catch(() => null);
    const names = rootId === null ? [] : (await store.names(rootId)).slice(0, MAX_NAMES);
    const list = { meta: { "api-version": "1.0" }, projects: names.map((name) => ({ name })) };
    const body = Buffer.from(form.form === "json" ? JSON.stringify(list) : renderNames(names));
    exchange.response.writeHead(200, {
        "content-type": form.contentType,
        "content-length": body.length,
        "cache-control": "no-cache",
        vary: "Accept",
    });
    exchange.response.end(exchange.request.method === "HEAD" ? undefined : body);
}
function send(exchange, { prepared, stale }) {
    const { request, response } = exchange;
    const { body, etag, contentType } = prepared;
    const headers = [
        ...["Content-Type", contentType, "ETag", etag, "Vary", "Accept"],
        ...["Cache-Control", cacheControl(exchange, "no-cache")],
        ...(stale === null ? [] : ["Warning", '110 forgexec "Response is Stale"', "X-Forgexec-Stale", headerText(stale)]),
    ];
    if (matches(request.headers["if-none-match"], etag)) {
        response.writeHead(304, headers).end();
        return;
    }
    headers.push("Content-Length", String(body.length));
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : body);
}
/** Files whose metadata is kept: with the upstream gone no other can be served. */
async function servable(page, { blobs }) {
    const wanted = page.kept.project.files.filter(({ metadata }) => metadata !== undefined && metadata !== true);
    const kept = await blobs.keptOf(wanted.map(({ metadata }) => metadata.sha256 ?? ""));
    return new Set(wanted.filter(({ metadata }) => kept.has(metadata.sha256 ?? "")));
}
function formOf({ request }) {
    const url = request.url ?? "";
    const query = url.indexOf("?");
    const format = query < 0 ? null : new URLSearchParams(url.slice(query)).get("format");
    return format === null ? negotiate(request.headers.accept) : representation(format);
}
function wantsChecked({ request }) {
    return request.headers["cache-control"]?.includes("no-cache") === true;
}
function notAcceptable(exchange) {
    const text = "Pages are text/html, application/vnd.pypi.simple.v1+html or application/vnd.pypi.simple.v1+json.";
    sendText(exchange, { status: 406, text, headers: { vary: "Accept" } });
    return true;
}

;// CONCATENATED MODULE: ./lib/packages/index-server/handler.js







/** Answers the index's requests. */
function handler(settings) {
    const { services, sources, log, fault, pinned, pipKeeps } = settings;
    return (request, response) => {
        const exchange = { request, response, outcome: "", reuse: reuseBy(request, pipKeeps) };
        if (log !== undefined)
            logWhenDone(exchange, log);
        const refusal = refusalOf(request, settings);
        if (refusal !== null) {
            sendText(exchange, refusal);
            return;
        }
        const target = route(pathOf(request), sources);
        const elsewhere = pinnedElsewhere(target, pinned);
        if (elsewhere !== null) {
            exchange.outcome = "pinned to another index";
            sendText(exchange, { status: 404, text: `${elsewhere} is served by another index alone.` });
            return;
        }
        if (target.kind === "page" && serveFresh(exchange, services.pages, target))
            return;
        handler_answer(exchange, services, target)
            .catch((error) => fail(exchange, error))
            .then(() => {
            const reason = faultOf(exchange);
            if (reason !== null)
                fault?.(reason);
        });
    };
}
async function handler_answer(exchange, services, target) {
    switch (target.kind) {
        case "page":
            return servePage(exchange, services, target);
        case "file":
            return serveFile(exchange, services, target);
        case "list":
            return serveNames(exchange, services.store, target.source);
        case "redirect":
            return sendText(exchange, { status: 301, text: `See ${target.to}`, headers: { location: target.to } });
        case "nothing":
            return sendText(exchange, { status: 404, text: "There is nothing here. Package indexes end in /simple/." });
    }
}
/** What breaks off an answer: the client must not take it for a whole one. */
function fail(exchange, error) {
    const fault = asFault(error, "the answer");
    exchange.outcome ||= fault.message;
    const { response } = exchange;
    if (response.headersSent || response.destroyed) {
        exchange.outcome = `broken off: ${fault.message}`;
        response.destroy();
    }
    else {
        sendText(exchange, { status: fault.status, text: `${fault.message}.` });
    }
}
/** Why there was no answer, or none that could be checked; null: there was, or whoever asked has gone. */
function faultOf({ response, outcome }) {
    if (response.destroyed && !response.writableFinished)
        return null;
    if (outcome.startsWith(STALE))
        return `${outcome.slice(STALE.length)}; what is kept is served`;
    return response.statusCode >= 502 && response.statusCode <= 504 ? outcome : null;
}
function refusalOf(request, { mark, reach }) {
    if (request.method !== "GET" && request.method !== "HEAD") {
        return { status: 405, text: "This index is only read.", headers: { allow: "GET, HEAD" } };
    }
    if (reach === "loopback" && !isLoopbackName(request.headers.host ?? "localhost")) {
        return { status: 403, text: "This index serves its own machine, by 127.0.0.1 or localhost." };
    }
    if (request.headers[MARK_HEADER] === mark)
        return { status: 508, text: "The upstream leads back to this index." };
    return null;
}
/** The project that is asked for, where another index alone may serve it. */
function pinnedElsewhere(target, pinned) {
    if (target.kind !== "page" && target.kind !== "file")
        return null;
    const index = pinned(target.project);
    return index === null || index === target.source.name ? null : target.project;
}
// Not by an answer for all: uv keeps no unpacked wheel of an answer that must not be stored.
function reuseBy({ headers }, pipKeeps) {
    return pipKeeps === "nothing" && headers["user-agent"]?.startsWith("pip/") ? "forbidden" : "allowed";
}
const names = new Map();
function isLoopbackName(host) {
    let known = names.get(host);
    if (known === undefined) {
        const name = host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "");
        known = name === "localhost" || name === "::1" || ((0,external_node_net_.isIP)(name) === 4 && name.startsWith("127."));
        if (names.size < 64)
            names.set(host, known);
    }
    return known;
}
function pathOf({ url = "/" }) {
    const query = url.indexOf("?");
    return query < 0 ? url : url.slice(0, query);
}
function logWhenDone(exchange, log) {
    const { request, response } = exchange;
    const began = performance.now();
    response.once("close", () => {
        const took = `${Math.round(performance.now() - began)}ms`;
        const path = pathOf(request)
            .replace(/[^\x21-\x7e]/g, "?")
            .slice(0, 300);
        const end = response.writableFinished ? "" : " (not complete)";
        log(`${request.method} ${path} ${response.statusCode} ${took}${end} ${exchange.outcome}`.trimEnd());
    });
}

// EXTERNAL MODULE: ./lib/packages/index-server/page-store.js
var page_store = __webpack_require__(1199);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/htmlparser2/dist/esm/index.js + 28 modules
var esm = __webpack_require__(4618);
;// CONCATENATED MODULE: ./lib/packages/index-server/file-entry.js

const DIGEST_LENGTHS = {
    md5: 32,
    sha1: 40,
    sha224: 56,
    sha256: 64,
    sha384: 96,
    sha512: 128,
};
const URL_LENGTH = 8192;
/** A file of a page; null where its URL or name is not one to be served. */
function fileEntry(raw, base) {
    const url = webUrl(raw.url, base);
    if (url === null)
        return null;
    const name = raw.name ?? lastPart(url);
    if (typeof name !== "string" || !isSafeFileName(name))
        return null;
    const hashes = hashesOf(raw.hashes) ?? {};
    // A page that names a hash wants it checked.
    if (named(raw.hashes, "sha256") && hashes.sha256 === undefined)
        return null;
    url.hash = "";
    const { yanked, size, signature } = raw;
    const metadata = raw.metadata === true ? true : hashesOf(raw.metadata);
    const provenance = webUrl(raw.provenance, undefined)?.href;
    return {
        name,
        url: url.href,
        hashes,
        ...(yanked === true ? { yanked } : {}),
        ...(typeof yanked === "string" ? { yanked: yanked === "" ? true : yanked } : {}),
        ...(typeof raw.requiresPython === "string" ? { requiresPython: raw.requiresPython } : {}),
        ...(metadata ? { metadata: isEmpty(metadata) ? true : metadata } : {}),
        ...(signature === true ? { signature } : {}),
        ...(Number.isSafeInteger(size) && size >= 0 ? { size: size } : {}),
        ...(typeof raw.uploadTime === "string" ? { uploadTime: raw.uploadTime } : {}),
        ...(provenance === undefined ? {} : { provenance }),
    };
}
/** The hashes that a URL's fragment names (PEP 503): `#sha256=…`. */
function hashesInFragment(fragment) {
    return Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
}
/** A hash written `name=value`; null: none. */
function hashInText(text) {
    const [name, value] = text.split("=");
    return name && value ? { [name]: value } : null;
}
function webUrl(value, base) {
    if (typeof value !== "string" || value.length > URL_LENGTH || !URL.canParse(value, base))
        return null;
    const url = new URL(value, base);
    if (!/^https?:$/.test(url.protocol))
        return null;
    url.username = "";
    url.password = "";
    return url;
}
function lastPart({ pathname }) {
    try {
        return decodeURIComponent(pathname.slice(pathname.lastIndexOf("/") + 1));
    }
    catch {
        return null;
    }
}
function hashesOf(value) {
    if (typeof value !== "object" || value === null)
        return null;
    const hashes = {};
    for (const [name, digest] of Object.entries(value)) {
        if (typeof digest !== "string" || digest.length !== DIGEST_LENGTHS[name])
            continue;
        if (/^[0-9a-f]+$/i.test(digest))
            hashes[name] = digest.toLowerCase();
    }
    return hashes;
}
function named(hashes, name) {
    return typeof hashes === "object" && hashes !== null && name in hashes;
}
function isEmpty(value) {
    return value !== true && Object.keys(value).length === 0;
}

;// CONCATENATED MODULE: ./lib/packages/index-server/parse-json.js


/** Reads a project's page as PEP 691 has it. @throws UpstreamFault for what is no such page, or of another major version */
function parseJson(text, { name, base }) {
    const page = fieldsOf(readJson(text));
    const meta = fieldsOf(page?.meta);
    if (!Array.isArray(page?.files))
        throw new UpstreamFault(502, "its page is no JSON of a package index");
    const raw = page.files;
    const files = raw.map((value) => fileOf(fieldsOf(value), base)).filter((file) => file !== null);
    const status = fieldsOf(page["project-status"]);
    return {
        name,
        apiVersion: apiVersion(meta?.["api-version"]),
        files,
        ...texts("versions", page.versions),
        ...texts("tracks", meta?.tracks),
        ...texts("alternateLocations", page["alternate-locations"]),
        ...(typeof status?.status === "string" ? { status: statusOf(status.status, status.reason) } : {}),
    };
}
/** A version of the protocol that this program knows (PEP 629). @throws UpstreamFault for another major one */
function apiVersion(value) {
    const match = typeof value === "string" ? /^(\d{1,4})\.(\d{1,4})$/.exec(value) : null;
    if (match === null)
        return "1.0";
    if (match[1] !== "1") {
        throw new UpstreamFault(502, `its page is of version ${match[0]} of the index protocol, which is not known here`);
    }
    return match[0];
}
function statusOf(status, reason) {
    return { status, ...(typeof reason === "string" ? { reason } : {}) };
}
function fileOf(file, base) {
    if (file === null)
        return null;
    const { filename: name, url, hashes, yanked, size, provenance } = file;
    const metadata = file["core-metadata"] ?? file["data-dist-info-metadata"] ?? file["dist-info-metadata"];
    const requiresPython = file["requires-python"];
    const [signature, uploadTime] = [file["gpg-sig"], file["upload-time"]];
    return fileEntry({ name, url, hashes, yanked, size, provenance, metadata, requiresPython, signature, uploadTime }, base);
}
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new UpstreamFault(502, "its page is broken JSON", { cause });
    }
}
function fieldsOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
function texts(key, value) {
    if (!Array.isArray(value))
        return {};
    return { [key]: value.filter((each) => typeof each === "string") };
}

;// CONCATENATED MODULE: ./lib/packages/index-server/parse-html.js




/** Reads a project's page as PEP 503 has it; links that lead to no distribution are left out. @throws UpstreamFault for a version of the protocol that is not known */
function parseHtml(text, { name, base }) {
    const links = [];
    const meta = new Map();
    let from = null;
    const parser = new esm/* Parser */.iX({
        onopentag(tag, attributes) {
            if (tag === "a" && attributes.href !== undefined)
                links.push(attributes);
            else if (tag === "base" && attributes.href !== undefined)
                from ??= resolved(attributes.href, base);
            else if (tag === "meta" && attributes.name?.startsWith("pypi:")) {
                meta.set(attributes.name, [...(meta.get(attributes.name) ?? []), attributes.content ?? ""]);
            }
        },
    }, { decodeEntities: true });
    parser.end(text);
    const [status] = meta.get("pypi:project-status") ?? [];
    const tracks = meta.get("pypi:tracks");
    const alternateLocations = meta.get("pypi:alternate-locations");
    return {
        name,
        apiVersion: apiVersion(meta.get("pypi:repository-version")?.[0]),
        files: links.map((link) => parse_html_fileOf(link, from ?? base)).filter((file) => file !== null),
        ...(tracks ? { tracks } : {}),
        ...(alternateLocations ? { alternateLocations } : {}),
        ...(status === undefined ? {} : { status: statusOf(status, meta.get("pypi:project-status-reason")?.[0]) }),
    };
}
function parse_html_fileOf(link, base) {
    const url = link.href?.trim();
    if (url === undefined || !URL.canParse(url, base))
        return null;
    const metadata = link["data-core-metadata"] ?? link["data-dist-info-metadata"];
    const entry = fileEntry({
        url,
        hashes: hashesInFragment(new URL(url, base).hash),
        requiresPython: link["data-requires-python"],
        yanked: link["data-yanked"],
        metadata: metadata === undefined ? undefined : (hashInText(metadata) ?? metadata !== "false"),
        signature: link["data-gpg-sig"] === "true",
        provenance: link["data-provenance"],
    }, base);
    return entry !== null && looksLikeDistribution(entry.name) ? entry : null;
}
function resolved(href, base) {
    const url = URL.canParse(href, base) ? new URL(href, base) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

;// CONCATENATED MODULE: ./lib/packages/index-server/fetch-page.js






const ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1, */*;q=0.01";
/** A page that takes more, packed or unpacked, is refused: it would take the memory of everything else. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;
/** Asks an upstream for a project's page. @throws UpstreamFault */
async function fetchPage(request) {
    const { client, root, project, validators, signal } = request;
    const url = `${root.url}${project}/`;
    const what = printableUrl(url);
    const headers = {
        accept: ACCEPT,
        "accept-encoding": "gzip",
        ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
        ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
    };
    try {
        const response = await client.get({ url, root, headers, downgrade: "refused", signal });
        return await answerOf(response, request);
    }
    catch (error) {
        if (!(error instanceof UpstreamFault))
            throw asFault(error, what);
        throw new UpstreamFault(error.status, error.message.startsWith("http") ? error.message : `${what}: ${error.message}`);
    }
}
async function answerOf(response, { project, validators }) {
    const { status, body, header } = response;
    if (status === 200) {
        const type = header("content-type")?.toLowerCase() ?? "text/html";
        const text = (await read(body, header("content-encoding"))).toString("utf8");
        const page = { name: project, base: response.url };
        const parsed = type.includes("json") ? parseJson(text, page) : parseHtml(checked(text, type), page);
        return {
            kind: "page",
            project: { ...parsed, files: firstOfEachName(parsed.files) },
            validators: { etag: header("etag"), lastModified: header("last-modified") },
        };
    }
    body.on("error", () => { }).destroy();
    if (status === 304 && validators !== null)
        return { kind: "same" };
    if (status === 404 || status === 410)
        return { kind: "absent" };
    throw new UpstreamFault(status >= 500 || status === 429 ? 503 : 502, refusal(status));
}
function firstOfEachName(files) {
    const names = new Set();
    return files.filter(({ name }) => !names.has(name) && names.add(name));
}
function refusal(status) {
    const credentials = status === 401 || status === 403 || status === 407;
    return `it answered ${status}${credentials ? ": check the credentials in the upstream's URL" : ""}`;
}
function checked(text, type) {
    if (type.includes("html"))
        return text;
    throw new UpstreamFault(502, `its page is neither HTML nor JSON (${type.replace(/[^\w./+-]/g, " ").slice(0, 60)})`);
}
async function read(body, encoding) {
    const chunks = [];
    let size = 0;
    const collect = async (source) => {
        for await (const chunk of source) {
            size += chunk.length;
            if (size > MAX_PAGE_BYTES) {
                throw new UpstreamFault(502, `its page is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MiB`);
            }
            chunks.push(chunk);
        }
    };
    const decoder = decoderOf(encoding);
    await (decoder === null ? (0,external_node_stream_promises_.pipeline)(body, collect) : (0,external_node_stream_promises_.pipeline)(body, decoder, collect));
    return Buffer.concat(chunks);
}
function decoderOf(encoding) {
    const name = encoding?.trim().toLowerCase() ?? "";
    if (name === "" || name === "identity")
        return null;
    if (name === "gzip" || name === "x-gzip")
        return (0,external_node_zlib_.createGunzip)();
    if (name === "deflate")
        return (0,external_node_zlib_.createInflate)();
    if (name === "br")
        return (0,external_node_zlib_.createBrotliDecompress)();
    throw new UpstreamFault(502, "its page is packed in a way that is not known here");
}

;// CONCATENATED MODULE: ./lib/packages/index-server/render-json.js
/** A project's page of this server as PEP 691 has it. Its links are relative: they hold under any name of this server. */
function renderJson(project) {
    const { name, apiVersion, files, versions, tracks, alternateLocations, status } = project;
    return JSON.stringify({
        meta: { "api-version": apiVersion, ...(tracks ? { tracks } : {}) },
        name,
        ...(versions ? { versions } : {}),
        ...(alternateLocations ? { "alternate-locations": alternateLocations } : {}),
        ...(status ? { "project-status": status } : {}),
        files: files.map(render_json_fileOf),
    });
}
function render_json_fileOf(file) {
    const { name, hashes, requiresPython, yanked, metadata, signature, size, uploadTime, provenance } = file;
    return {
        filename: name,
        url: encodeURIComponent(name),
        hashes,
        ...(requiresPython === undefined ? {} : { "requires-python": requiresPython }),
        ...(yanked === undefined ? {} : { yanked }),
        ...(metadata === undefined ? {} : { "core-metadata": metadata }),
        ...(signature === undefined ? {} : { "gpg-sig": true }),
        ...(size === undefined ? {} : { size }),
        ...(uploadTime === undefined ? {} : { "upload-time": uploadTime }),
        ...(provenance === undefined ? {} : { provenance }),
    };
}

;// CONCATENATED MODULE: ./lib/packages/index-server/loaded-page.js



/** A page in memory. */
class LoadedPage {
    kept;
    checkedAt;
    #prepared = new Map();
    #files = null;
    constructor(kept) {
        this.kept = kept;
        this.checkedAt = kept.checkedAt;
    }
    /** Rough number of bytes that it takes. */
    get weight() {
        const bodies = [...this.#prepared.values()].reduce((sum, { body }) => sum + body.length, 0);
        return 1000 + this.kept.project.files.length * 1200 + bodies;
    }
    /** Made once for each form. `advertised`: which files' metadata can be served; absent: all that the upstream has. */
    prepare(representation, advertised) {
        const { contentType, form } = representation;
        const ready = advertised === undefined ? this.#prepared.get(contentType) : undefined;
        if (ready !== undefined)
            return ready;
        const { project } = this.kept;
        const files = advertised === undefined
            ? project.files
            : project.files.map((file) => (advertised.has(file) ? file : withoutMetadata(file)));
        const text = form === "json" ? renderJson({ ...project, files }) : renderHtml({ ...project, files });
        const body = Buffer.from(text);
        const etag = `"${(0,external_node_crypto_.createHash)("sha256").update(contentType).update(body).digest("hex").slice(0, 32)}"`;
        const prepared = { body, etag, contentType };
        if (advertised === undefined)
            this.#prepared.set(contentType, prepared);
        return prepared;
    }
    file(name) {
        this.#files ??= new Map(this.kept.project.files.map((file) => [file.name, file]));
        return this.#files.get(name);
    }
}
function withoutMetadata(file) {
    const { metadata: _metadata, ...rest } = file;
    return rest;
}

;// CONCATENATED MODULE: ./lib/packages/index-server/page-memory.js
/** What pages in memory may take, in bytes, roughly. */
const MAX_BYTES = 32 * 1024 * 1024;
/** How often their weight is reckoned anew: it grows when they are first served. */
const RECKON_EVERY = 16;
/** Pages in memory; those that came first go first. */
class PageMemory {
    #pages = new Map();
    #changes = 0;
    get(key) {
        return this.#pages.get(key);
    }
    set(key, page) {
        this.#pages.delete(key);
        this.#pages.set(key, page);
        this.#changes++;
        if (page.weight > MAX_BYTES / 8 || this.#changes % RECKON_EVERY === 0)
            this.#trim();
    }
    delete(key) {
        this.#pages.delete(key);
    }
    #trim() {
        let total = [...this.#pages.values()].reduce((sum, { weight }) => sum + weight, 0);
        for (const [key, page] of this.#pages) {
            if (total <= MAX_BYTES || this.#pages.size === 1)
                return;
            total -= page.weight;
            this.#pages.delete(key);
        }
    }
}

;// CONCATENATED MODULE: ./lib/packages/index-server/pages.js




/** An upstream's "there is no such project" is believed for this long, in ms. */
const ABSENT_MS = 20_000;
const MAX_ABSENT = 10_000;
/** Pages of all upstreams: kept ones while they are fresh, else checked with the upstream, once for all who ask at the time. */
class Pages {
    #settings;
    #memory = new PageMemory();
    #absent = new Map();
    #loading = new Map();
    #flights = new Map();
    #closed = new AbortController();
    constructor(settings) {
        this.#settings = settings;
    }
    /** A page that can be served at once. */
    fresh(source, name) {
        const page = this.#memory.get(keyOf(source, name));
        return page !== undefined && this.#isFresh(page.checkedAt) ? page : undefined;
    }
    async get(source, name, need) {
        const key = keyOf(source, name);
        const { mode, now, offline } = this.#settings;
        const page = await this.#load(source, name).catch((error) => asFault(error, "the upstream"));
        if (page instanceof UpstreamFault)
            return { kind: "fault", fault: page };
        if (page !== null && (need === "any" || (need === "fresh" && this.#isFresh(page.checkedAt)))) {
            return { kind: "page", page, stale: null };
        }
        if (mode === "offline") {
            if (page !== null)
                return { kind: "page", page, stale: "offline" };
            return { kind: "fault", fault: new UpstreamFault(504, `no page of ${name} is kept, and ${offline}`) };
        }
        if (need !== "checked" && now() < (this.#absent.get(key) ?? 0))
            return { kind: "absent" };
        const outage = source.outage();
        if (page !== null && outage !== null)
            return { kind: "page", page, stale: outage };
        const flight = this.#check(source, name, page);
        return page === null ? flight.outcome : this.#bounded(source, page, flight);
    }
    /** Why nobody is asked, for people. */
    get offline() {
        return this.#settings.offline;
    }
    /** Stops asking. */
    close() {
        this.#closed.abort();
    }
    #isFresh(checkedAt) {
        const age = this.#settings.now() - checkedAt;
        return age >= 0 && age < this.#settings.ttlMs;
    }
    /** The page in memory, else in the store. */
    #load(source, name) {
        const key = keyOf(source, name);
        const page = this.#memory.get(key);
        if (page !== undefined)
            return Promise.resolve(page);
        let loading = this.#loading.get(key);
        if (loading === undefined) {
            loading = this.#fromStore(source, name).finally(() => this.#loading.delete(key));
            this.#loading.set(key, loading);
        }
        return loading;
    }
    async #fromStore(source, name) {
        const kept = await this.#settings.store.read((await source.root()).id, name);
        return kept === null ? null : this.#remember(keyOf(source, name), kept);
    }
    #remember(key, kept) {
        const page = new LoadedPage(kept);
        this.#memory.set(key, page);
        return page;
    }
    #check(source, name, page) {
        const key = keyOf(source, name);
        const running = this.#flights.get(key);
        if (running !== undefined)
            return running;
        const outcome = this.#ask(source, name, page).catch((error) => {
            const fault = source.failed(error);
            return page === null ? { kind: "fault", fault } : { kind: "page", page, stale: fault.message };
        });
        const flight = { outcome: outcome.finally(() => this.#flights.delete(key)), startedAt: performance.now() };
        this.#flights.set(key, flight);
        return flight;
    }
    async #ask(source, name, page) {
        const { client, store, now, giveUpMs } = this.#settings;
        const key = keyOf(source, name);
        const root = await source.root();
        const signal = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(giveUpMs)]);
        const validators = page?.kept.validators ?? null;
        const answer = await fetchPage({ client, root, project: name, validators, signal });
        source.answered();
        if (answer.kind === "absent") {
            if (this.#absent.size >= MAX_ABSENT)
                this.#absent.clear();
            this.#absent.set(key, now() + ABSENT_MS);
            this.#memory.delete(key);
            if (page !== null)
                store.remove(root.id, name);
            return { kind: "absent" };
        }
        this.#absent.delete(key);
        if (answer.kind === "same" && page !== null) {
            page.checkedAt = now();
            store.touch(root.id, name, page.checkedAt);
            return { kind: "page", page, stale: null };
        }
        if (answer.kind === "same")
            throw new UpstreamFault(502, "it says that nothing has changed, but nothing is kept");
        const kept = { project: answer.project, validators: answer.validators, checkedAt: now() };
        store.write(root.id, kept);
        return { kind: "page", page: this.#remember(key, kept), stale: null };
    }
    /** The outcome, or the kept page when that takes too long; the upstream is then waited for behind the scenes. */
    async #bounded(source, page, { outcome, startedAt }) {
        const { keptAfterMs } = this.#settings;
        let timer;
        const tooLong = new Promise((resolve) => {
            timer = setTimeout(() => {
                const seconds = Math.round(keptAfterMs / 1000);
                const fault = source.failed(new UpstreamFault(504, `the upstream did not answer within ${seconds} s`));
                resolve({ kind: "page", page, stale: fault.message });
            }, Math.max(0, startedAt + keptAfterMs - performance.now()));
        });
        try {
            return await Promise.race([outcome, tooLong]);
        }
        finally {
            clearTimeout(timer);
        }
    }
}
function keyOf(source, name) {
    return `${source.path}${name}`;
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/packages/index-server/pins.js


const pins_REMEMBERED = 10_000;
/** Tells, of a normalised name, which index alone may serve it; null: any. Names count before globs, else the first that fits. */
function pinnedTo(pins) {
    if (pins.length === 0)
        return () => null;
    const names = new Map();
    const globs = [];
    for (const { pattern, index } of pins) {
        const normal = normalizeName(pattern);
        if (/^[a-z0-9-]+$/.test(normal))
            names.set(normal, names.get(normal) ?? index);
        else
            globs.push({ matches: picomatch(normal, { dot: true }), index });
    }
    const known = new Map();
    return (project) => {
        let index = known.get(project);
        if (index === undefined) {
            index = names.get(project) ?? globs.find(({ matches }) => matches(project))?.index ?? null;
            if (known.size < pins_REMEMBERED)
                known.set(project, index);
        }
        return index;
    };
}

// EXTERNAL MODULE: ./lib/packages/index-server/reference-store.js
var reference_store = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/packages/index-server/upstream.js
var index_server_upstream = __webpack_require__(5625);
;// CONCATENATED MODULE: ./lib/packages/index-server/source.js


/** After the default upstream could not be found out, the next request may ask again only after this time, in ms. */
const ASK_AGAIN_MS = 5000;
/** While an upstream is out of order, kept pages are served without asking it; in ms. */
const OUTAGE_MS = 20_000;
/** One mirrored index: where it is, and whether it answers at present. */
class Source {
    name;
    #root = null;
    #asking = null;
    #outage = { until: 0, reason: "" };
    #ask;
    #now;
    /** `ask` gives the URL of an upstream that has none of its own; called when first needed. */
    constructor(upstream, { ask, now }) {
        this.name = upstream.name;
        this.#ask = ask;
        this.#now = now;
        if (upstream.url !== null)
            this.#root = (0,index_server_upstream/* parseRoot */.q)(upstream.url);
    }
    /** Its path on this server: begins and ends with a slash. */
    get path() {
        return this.name === null ? "/simple/" : `/${this.name}/simple/`;
    }
    /** Where it is. @throws UpstreamFault where pip can't be asked */
    async root() {
        if (this.#root !== null)
            return this.#root;
        this.#asking ??= this.#ask()
            .then(index_server_upstream/* parseRoot */.q)
            .then((root) => {
            this.#root = root;
            return root;
        }, (error) => {
            setTimeout(() => {
                this.#asking = null;
            }, ASK_AGAIN_MS).unref();
            throw new UpstreamFault(503, `which index pip uses could not be found out: ${error.message}. Name one with --upstream`);
        });
        return this.#asking;
    }
    /** Why it is not asked for now; null: it may be asked. */
    outage() {
        return this.#now() < this.#outage.until ? this.#outage.reason : null;
    }
    failed(error) {
        const fault = asFault(error, "the upstream");
        if (fault.isOutage)
            this.#outage = { until: this.#now() + OUTAGE_MS, reason: fault.message };
        return fault;
    }
    answered() {
        this.#outage = { until: 0, reason: "" };
    }
}

// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
// EXTERNAL MODULE: ./lib/own-folder.js
var own_folder = __webpack_require__(4824);
;// CONCATENATED MODULE: ./lib/packages/index-server/store.js




/** Folders of another number hold another format, and are left alone. */
const FORMAT = "v1";
const LOCK_MS = 10_000;
/**
 * The folder that pages and files are kept in. Any number of processes read it; what they write appears by renaming, one
 * writer at a time.
 */
class Store {
    root;
    /** A folder of this process alone, on the same file system; null: nothing can be written here. */
    temporary;
    #own;
    #note;
    #turn = Promise.resolve();
    #noted = false;
    constructor(parts) {
        this.root = parts.root;
        this.temporary = parts.own?.path ?? null;
        this.#own = parts.own;
        this.#note = parts.note;
    }
    /** Opens the store, made if need be, and clears up after processes that were killed. One that can't be written is read all the same. */
    static async open(directory, note) {
        const root = (0,external_node_path_.join)(directory, FORMAT);
        try {
            return new Store({ root, own: await (0,own_folder/* makeOwnFolder */.x)((0,external_node_path_.join)(root, "tmp")), note });
        }
        catch (error) {
            const store = new Store({ root, own: null, note });
            store.fault(error);
            return store;
        }
    }
    /** A new name in this process's folder. @throws where nothing can be written */
    temporaryFile() {
        if (this.temporary === null)
            throw new Error(`${this.root} can't be written`);
        return (0,external_node_path_.join)(this.temporary, (0,external_node_crypto_.randomBytes)(9).toString("hex"));
    }
    /** Does what makes things appear in the store, or go from it; alone among all processes. */
    write(action) {
        const turn = this.#turn.then(async () => {
            if (this.temporary === null)
                throw new Error(`${this.root} can't be written`);
            const lock = await (0,lib_lock/* waitForLock */.gJ)((0,external_node_path_.join)(this.root, "lock"), LOCK_MS);
            try {
                return await action();
            }
            finally {
                await lock.release();
            }
        });
        this.#turn = turn.catch(() => { });
        return turn;
    }
    /** Writes something that answers don't wait for. A fault is told of once, and costs only time later. */
    later(action) {
        if (this.temporary === null)
            return;
        this.write(action).catch((error) => this.fault(error));
    }
    /** Tells of the first fault of the store. */
    fault(error) {
        if (this.#noted)
            return;
        this.#noted = true;
        this.#note(`the package index keeps nothing new: ${error.message}`);
    }
    /** Waits for what is being written, and removes this process's folder. */
    async close() {
        await this.#turn;
        await this.#own?.remove();
    }
}

;// CONCATENATED MODULE: ./lib/packages/index-server/tell-faults.js
const MOST = 5;
/** Tells of faults of upstreams, which clients hide behind "no matching distribution": each once, a few at most. */
function tellFaults(note) {
    const told = new Set();
    return (message) => {
        if (told.has(message) || told.size >= MOST)
            return;
        told.add(message);
        note(message);
    };
}

;// CONCATENATED MODULE: ./lib/packages/index-server/engine.js















const TTL_MS = 10 * 60 * 1000;
const PATIENCE = {
    connectMs: 10_000,
    headersMs: 30_000,
    stallMs: 30_000,
    keptAfterMs: 8000,
    giveUpMs: 30_000,
};
/** Why the second way asks nobody. */
const OF_A_SANDBOX = "to a sandbox with an isolated network, outside of `install`, the index gives only what is kept";
/** Opens the store and makes ready to answer; upstreams are asked when a request needs them. @throws UsageError `invalid-upstream` */
async function openEngine(options) {
    const { reach, mode = "online", ttlMs = TTL_MS, now = Date.now, log, connection = {} } = options;
    const patience = { ...PATIENCE, ...options.patience };
    const closed = new AbortController();
    const sources = sourcesOf(options, { now, signal: closed.signal });
    const store = await Store.open(options.store, options.note);
    const mark = (0,external_node_crypto_.randomBytes)(12).toString("hex");
    const client = new Client({ environment: options.environment, patience, mark, connection });
    const blobs = new BlobStore(store);
    const pageStore = new page_store/* PageStore */.p(store);
    const references = new reference_store/* ReferenceStore */.v(store);
    const files = new Files({ client, store, blobs, references, ttlMs, now });
    const { keptAfterMs, giveUpMs } = patience;
    const common = { client, store: pageStore, ttlMs, now, keptAfterMs, giveUpMs };
    const pages = new Pages({ ...common, mode, offline: "the index is offline" });
    const kept = new Pages({ ...common, mode: "offline", offline: OF_A_SANDBOX });
    const services = { pages, files, blobs, client, store: pageStore, mode };
    const pinned = pinnedTo(options.pins ?? []);
    const { pipKeeps = "files" } = options;
    const fault = options.fault && tellFaults(options.fault);
    const told = { sources, mark, reach, pinned, pipKeeps, fault, log };
    return {
        paths: new Map([...sources].map(([name, { path }]) => [name, path])),
        reveals: hasCredentials(options) ? "credentialed" : "public",
        handle: handler({ services, ...told }),
        handleOffline: handler({ services: { ...services, pages: kept, mode: "offline" }, ...told }),
        usage: () => files.usage(),
        async close() {
            closed.abort();
            pages.close();
            kept.close();
            await files.close();
            await client.close();
            await store.close();
        },
    };
}
function sourcesOf({ upstreams, environment, platform, ask }, { now, signal }) {
    const asking = ask ?? (() => defaultUpstream({ environment, platform, cwd: "/", signal }));
    const unnamed = upstreams.some(({ name }) => name === null);
    const sources = new Map();
    for (const upstream of unnamed ? upstreams : [{ name: null, url: null }, ...upstreams]) {
        const key = upstream.name ?? "";
        if (sources.has(key)) {
            const which = key === "" ? "without a name" : `named ${key}`;
            throw new errors/* UsageError */.e("invalid-upstream", `--upstream: there can be only one ${which}; name the others: NAME=URL.`);
        }
        sources.set(key, new Source(upstream, { ask: () => asking(signal), now }));
    }
    return sources;
}
function hasCredentials({ upstreams, connection }) {
    return upstreams.some(({ url }) => {
        if (url === null)
            return false;
        const root = (0,index_server_upstream/* parseRoot */.q)(url);
        return root.authorization !== null || (connection?.authorization?.(new URL(root.url)) ?? null) !== null;
    });
}


/***/ }),

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


/***/ })

};
