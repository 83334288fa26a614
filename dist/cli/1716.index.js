export const id = 1716;
export const ids = [1716];
export const modules = {

/***/ 6783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ retryAfterSeconds),
/* harmony export */   u: () => (/* binding */ patientGet)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2762);

/** Before the second try, the third, …: in ms. */
const WAITS_MS = [500, 2000, 5000];
/** Longer than that nobody wants to wait for a server that is down. */
const LONGEST_WAIT_MS = 60_000;
/** Those that pass: a server or a proxy in its way is restarted or has too much to do. 501 stays. */
const PASSING = new Set([500, 502, 503, 504, 520, 522, 524]);
/** One GET, tried up to four times where the connection or the server fails. Gives the last answer, whatever its status. */
async function patientGet(client, asked, patience) {
    for (const pause of WAITS_MS) {
        const answer = await attempt(client, asked);
        if (answer instanceof Error) {
            patience.note(`${asked.url.host} can't be reached (${answer.message}); trying again`);
            await patience.wait(pause, asked.signal);
        }
        else if (PASSING.has(answer.status)) {
            patience.note(`${asked.url.host} answers with ${answer.status}; trying again`);
            await patience.wait(retryAfter(answer) ?? pause, asked.signal);
        }
        else {
            return answer;
        }
    }
    return client.get(asked);
}
async function attempt(client, asked) {
    try {
        return await client.get(asked);
    }
    catch (error) {
        if (asked.signal.aborted || error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFault */ .F || !(error instanceof Error))
            throw error;
        return error;
    }
}
function retryAfter(answer) {
    const seconds = retryAfterSeconds(answer);
    return seconds === null ? null : Math.min(seconds * 1000, LONGEST_WAIT_MS);
}
/** The header Retry-After where it is in seconds, as RFC 9110 has it; null: not there, or a date. */
function retryAfterSeconds(answer) {
    const value = answer.header("retry-after") ?? "";
    return /^\d{1,6}$/.test(value) ? Number(value) : null;
}


/***/ }),

/***/ 1723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ baseUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6072);


/**
 * The address of a web API, without a slash at its end.
 * @throws UsageError `bad-source` for what is no http URL, or has credentials, a query or a fragment
 */
function baseUrl(text, what) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("bad-source", `${what} must be a URL that begins with https:// or http://, not "${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text)}".`);
    }
    if (url.username !== "" || url.password !== "") {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("bad-source", `${what} must not hold a user name or a password; give them in their own place.`);
    }
    if (url.search !== "" || url.hash !== "") {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("bad-source", `${what} must end with its path, not with a query: "${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text)}".`);
    }
    return url.href.replace(/\/+$/, "");
}


/***/ }),

/***/ 7175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ changeOf)
});

// EXTERNAL MODULE: ./lib/changes/sources/people.js
var people = __webpack_require__(6045);
;// CONCATENATED MODULE: ./lib/changes/sources/github/person.js
/** GitHub's own stand-in for accounts that are no more; its API gives null for them. */
const GHOST = { login: "ghost", name: null, email: null };
/** Who a field names: null where the field is not there at all. */
function personAt(fields, name) {
    if (fields.raw(name) === null)
        return GHOST;
    const user = fields.object(name);
    return user === null ? null : personOf(user);
}
function personOf(user) {
    return { login: user.text("login"), name: user.text("name"), email: user.text("email") };
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/pull.js
/** The newest commit, which is what is under review; "" where nothing names it. */
function headOf(pull) {
    return pull.fields.object("head")?.text("sha") ?? "";
}
/** The commit that a check run is about. */
function shaOfCheck(check, pull) {
    return pull.checked ?? check.text("head_sha") ?? check.object("check_suite")?.text("head_sha") ?? headOf(pull);
}
/**
 * The commit that a status is about. A status has it in its URL only, which counts where a review or a check run names that commit too:
 * those recorded with a pull request are its newest commit's, wherever they were moved from.
 */
function shaOfStatus(status, pull) {
    const told = pull.checked ?? status.text("sha");
    if (told !== null)
        return told;
    const named = /\/statuses\/([0-9a-f]{40,64})$/.exec(status.text("url") ?? "")?.[1];
    const isKnown = pull.reviews.some((review) => review.text("commit_id") === named) ||
        pull.checks.some((check) => shaOfCheck(check, pull) === named);
    return named !== undefined && isKnown ? named : headOf(pull);
}
/** The commit that a review is about; null: one that is no longer there. Where nothing is said, it is the newest. */
function shaOfReview(review, pull) {
    return review.has("commit_id") ? review.text("commit_id") : headOf(pull);
}
function createdOf(pull) {
    return pull.fields.time("created_at") ?? pull.fields.time("updated_at") ?? 0;
}
/** When a check began, or the next best time. */
function startOfCheck(check) {
    return check.time("started_at") ?? check.time("completed_at");
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/votes.js


const FAILED = new Set(["failure", "timed_out", "cancelled", "action_required", "startup_failure", "error"]);
const INSIDERS = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
const HELD_BACK = new Set(["wip", "work in progress", "do not merge"]);
/** The votes on one head commit; what says how a pull request as a whole stands counts for the present one. */
function votesOn(sha, pull) {
    return [...testVotes(sha, pull), ...reviewVotes(sha, pull), ...(sha === headOf(pull) ? workflowVotes(pull) : [])];
}
/** The latest run of each check and the latest status of each context. */
function testVotes(sha, pull) {
    const checks = pull.checks.filter((check) => shaOfCheck(check, pull) === sha);
    const statuses = pull.statuses.filter((status) => shaOfStatus(status, pull) === sha);
    return [
        ...latest(checks, checkName, startOfCheck).map((check) => ({
            result: check.text("conclusion"),
            at: check.time("completed_at"),
        })),
        ...latest(statuses, (status) => status.text("context"), (status) => status.time("updated_at") ?? status.time("created_at")).map((status) => ({
            result: status.text("state"),
            at: status.time("updated_at") ?? status.time("created_at"),
        })),
    ].flatMap(({ result, at }) => {
        const value = testValue(result?.toLowerCase() ?? null);
        return value === null ? [] : [{ column: "tests", value, by: null, at }];
    });
}
function testValue(result) {
    if (result === "success")
        return 1;
    return result !== null && FAILED.has(result) ? -1 : null;
}
/** Checks of two apps may have the same name. */
function checkName(check) {
    const name = check.text("name");
    return name === null ? null : JSON.stringify([check.object("app")?.number("id"), name]);
}
/** Each reviewer's latest review that says yes or no, or said so and was dismissed. */
function reviewVotes(sha, pull) {
    const decided = pull.reviews.filter((review) => shaOfReview(review, pull) === sha && !["COMMENTED", "PENDING", ""].includes(stateOf(review)));
    const reviewer = (review) => personAt(review, "user")?.login ?? null;
    return latest(decided, reviewer, (review) => review.time("submitted_at")).flatMap((review) => {
        const weight = INSIDERS.has(review.text("author_association")?.toUpperCase() ?? "") ? 2 : 1;
        const value = { APPROVED: weight, CHANGES_REQUESTED: -weight }[stateOf(review)];
        if (value === undefined)
            return [];
        return [
            { column: "reviews", value: value, by: personAt(review, "user"), at: review.time("submitted_at") },
        ];
    });
}
/** In capitals, as the REST API has it; webhooks write it small. */
function stateOf(review) {
    return review.text("state")?.toUpperCase() ?? "";
}
function workflowVotes(pull) {
    const held = pull.fields.flag("draft") || labelsOf(pull).some((label) => HELD_BACK.has(label));
    const released = pull.fields.object("auto_merge") !== null || pull.queue === "in";
    const vote = (value) => ({ column: "workflow", value, by: null, at: null });
    return [...(held ? [vote(-1)] : []), ...(released ? [vote(1)] : [])];
}
/** `do-not-merge` is what many write for `do not merge`. */
function labelsOf(pull) {
    const labels = pull.fields.raw("labels");
    const names = Array.isArray(labels) ? labels.map((label) => (typeof label === "string" ? label : nameOf(label))) : [];
    return names.map((name) => name
        .toLowerCase()
        .replace(/[\s_-]+/g, " ")
        .trim());
}
function nameOf(label) {
    const name = label?.name;
    return typeof name === "string" ? name : "";
}
/** The latest of those with one key, in the order of the keys; those without a key stand for themselves. */
function latest(items, key, time) {
    const kept = new Map();
    for (const item of items) {
        const name = key(item) ?? item;
        const other = kept.get(name);
        if (other === undefined || isLater(item, other, time))
            kept.set(name, item);
    }
    return [...kept.values()];
}
/** Of two at the same time the one with the higher id, else the one named later. */
function isLater(item, other, time) {
    const [a, b] = [time(item) ?? 0, time(other) ?? 0];
    return a !== b ? a > b : (item.number("id") ?? 0) >= (other.number("id") ?? 0);
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/comments.js



/** All that was said, in order of time: reviews with a text or a vote, comments, and comments on lines. */
function commentsOf(pull, heads) {
    const reviews = pull.reviews.flatMap((review) => reviewComment(review, pull, heads));
    const others = pull.comments.map((comment) => plainComment(comment, pull, heads));
    return [...reviews, ...others].sort((a, b) => a.at - b.at);
}
function reviewComment(review, pull, heads) {
    const voted = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(stateOf(review));
    const text = review.text("body") ?? "";
    if (stateOf(review) === "PENDING" || (text === "" && !voted))
        return [];
    return [
        {
            by: personAt(review, "user"),
            at: review.time("submitted_at") ?? createdOf(pull),
            version: numberOf(shaOfReview(review, pull), heads),
            text,
            file: null,
            line: null,
            voted,
        },
    ];
}
/** A line comment's own commit follows the branch while the line is there; the original one is what was looked at. */
function plainComment(comment, pull, heads) {
    return {
        by: personAt(comment, "user"),
        at: comment.time("created_at") ?? createdOf(pull),
        version: numberOf(comment.text("original_commit_id") ?? comment.text("commit_id"), heads),
        text: comment.text("body") ?? "",
        file: comment.text("path"),
        line: comment.number("line") ?? comment.number("original_line"),
        voted: false,
    };
}
function numberOf(sha, heads) {
    const index = heads.findIndex((head) => head.sha === sha);
    return index < 0 ? null : index + 1;
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/versions.js

/**
 * The head commits that reviews, checks and the pull request name, in order of time, the present one last. A commit is as old as the first
 * thing that names it; the first one is as old as the pull request. With one alone, its checks tell when it was pushed, for they begin then.
 */
function headsOf(pull) {
    const present = headOf(pull);
    const created = createdOf(pull);
    const checks = checkTimes(pull);
    const all = earliest([...checks, ...reviewTimes(pull)], created);
    const older = [...all].filter(([sha]) => sha !== present).sort(([, a], [, b]) => a - b);
    if (older.length === 0)
        return [{ sha: present, created: earliest(checks, created).get(present) ?? created }];
    const heads = older.map(([sha, at], index) => ({ sha, created: index === 0 ? created : at }));
    const last = heads.at(-1)?.created ?? created;
    const pushed = all.get(present) ?? pull.fields.time("updated_at") ?? last;
    return [...heads, { sha: present, created: Math.max(pushed, last) }];
}
function checkTimes(pull) {
    return [
        ...pull.checks.map((check) => [shaOfCheck(check, pull), startOfCheck(check)]),
        ...pull.statuses.map((status) => [shaOfStatus(status, pull), status.time("created_at")]),
    ];
}
function reviewTimes(pull) {
    return pull.reviews.map((review) => [shaOfReview(review, pull), review.time("submitted_at")]);
}
/** The first time of each commit, none before the pull request: what was checked earlier was not yet under review. */
function earliest(sightings, created) {
    const times = new Map();
    for (const [sha, at] of sightings) {
        if (sha === null)
            continue;
        const time = Math.max(at ?? created, created);
        times.set(sha, Math.min(times.get(sha) ?? time, time));
    }
    return times;
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/change.js






/** A pull request as a change. @throws Error where it has no number */
function changeOf(pull) {
    const { fields } = pull;
    const number = fields.number("number");
    if (number === null)
        throw new Error("a pull request without a `number`");
    const heads = headsOf(pull);
    const created = createdOf(pull);
    const owner = personAt(fields, "user");
    const status = statusOf(fields);
    return {
        number,
        status,
        url: fields.link("html_url") ?? "",
        owner,
        project: projectOf(pull),
        branch: fields.object("base")?.text("ref") ?? "",
        topic: fields.object("head")?.text("ref") ?? null,
        subject: fields.text("title") ?? "",
        message: fields.text("body") ?? "",
        created,
        updated: fields.time("updated_at") ?? created,
        ended: status === "open" ? null : (fields.time("merged_at") ?? fields.time("closed_at")),
        versions: heads.map(({ sha, created }, index) => ({
            number: index + 1,
            sha: sha === "" ? null : sha,
            created,
            votes: votesOn(sha, pull),
        })),
        comments: commentsOf(pull, heads),
        reviewers: reviewersOf(pull, owner),
        files: pull.files,
    };
}
/** What is open is not merged, whatever times it has: recorded examples have all of them. */
function statusOf(fields) {
    const state = fields.text("state")?.toLowerCase() ?? null;
    if (state === "open")
        return "open";
    if (fields.time("merged_at") !== null || fields.flag("merged"))
        return "merged";
    return state === "closed" || fields.time("closed_at") !== null ? "closed" : "open";
}
function projectOf({ fields, project }) {
    const named = fields.object("base")?.object("repo")?.text("full_name") ?? project;
    return named ?? /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/pull\//.exec(fields.text("html_url") ?? "")?.[1] ?? "";
}
/** An author's own remarks in a review make no reviewer of them. */
function reviewersOf(pull, owner) {
    const asked = pull.fields.list("requested_reviewers").map(personOf);
    const did = pull.reviews.map((review) => personAt(review, "user")).filter((by) => by?.login !== owner?.login);
    return (0,people/* distinctPeople */.y)([...asked, ...did]);
}


/***/ }),

/***/ 1716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGithub: () => (/* binding */ openGithub)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
// EXTERNAL MODULE: ./lib/changes/sources/base-url.js
var base_url = __webpack_require__(1723);
// EXTERNAL MODULE: ./lib/changes/sources/fields.js
var sources_fields = __webpack_require__(4471);
// EXTERNAL MODULE: ./lib/changes/sources/poll.js
var poll = __webpack_require__(9643);
// EXTERNAL MODULE: ./lib/changes/sources/session.js + 4 modules
var session = __webpack_require__(8434);
// EXTERNAL MODULE: ./lib/changes/sources/side-by-side.js
var side_by_side = __webpack_require__(6895);
// EXTERNAL MODULE: ./lib/changes/sources/wanted.js
var wanted = __webpack_require__(1309);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/changes/http/fault.js
var fault = __webpack_require__(2762);
// EXTERNAL MODULE: ./lib/changes/http/patient.js
var patient = __webpack_require__(6783);
// EXTERNAL MODULE: ./lib/changes/sources/kept.js
var sources_kept = __webpack_require__(6790);
;// CONCATENATED MODULE: ./lib/changes/sources/github/rate-limit.js


/** Without a time in the answer, GitHub asks for a minute at least, and longer each time. */
const SECONDARY_MS = 60_000;
const LEAST_MS = 1000;
/** Beside those of an hour: so many it allows a minute (docs, "Rate limits for the REST API", secondary). */
const A_MINUTE = 900;
const MINUTE_MS = 60_000;
/** The limits are by the hour. */
const LONGEST_MS = 2 * 3_600_000;
/**
 * Keeps to GitHub's rate limits: no more requests are under way than are left, and where none is left, or GitHub says to go slower, all wait
 * for the one time, which is said once.
 */
class RateLimit {
    #clock;
    #remaining = null;
    #resetAt = 0;
    #underWay = 0;
    #refusals = 0;
    #pause = null;
    #limit = null;
    #minute = { began: 0, sent: 0 };
    #left = new Turn();
    constructor(clock) {
        this.#clock = clock;
    }
    /** Returns when a request may be sent; after it, `leave` must be called. */
    async enter(signal) {
        for (;;) {
            signal.throwIfAborted();
            if (this.#pause !== null)
                await this.#pause;
            else if (this.#mayGo()) {
                const ms = this.#untilNextMinute();
                if (ms === 0)
                    break;
                await this.#pauseFor(ms, `it allows ${A_MINUTE} requests a minute`, signal);
            }
            else if (this.#underWay > 0)
                await this.#left.done;
            else
                await this.#pauseFor(this.#resetAt - this.#clock.now(), this.#usedUp(), signal);
        }
        this.#underWay++;
        this.#minute.sent++;
    }
    /** Takes note of what an answer says of the limits; null: there was no answer. */
    leave(answer) {
        this.#underWay--;
        if (answer !== null)
            this.#read(answer);
        const left = this.#left;
        this.#left = new Turn();
        left.over();
    }
    /** Waits where an answer is a refusal for having asked too much, and then gives `again`. */
    async refused(answer, signal) {
        if (answer.status !== 403 && answer.status !== 429) {
            this.#refusals = 0;
            return "no";
        }
        const seconds = (0,patient/* retryAfterSeconds */.C)(answer);
        if (seconds !== null)
            await this.#pauseFor(seconds * 1000, "it asks to go slower", signal);
        else if (answer.header("x-ratelimit-remaining") === "0") {
            await this.#pauseFor(this.#resetAt - this.#clock.now(), this.#usedUp(), signal);
        }
        else if (answer.status === 429 || /secondary rate limit|abuse detection/i.test(answer.body)) {
            await this.#pauseFor(SECONDARY_MS * 2 ** Math.min(this.#refusals++, 4), "it asks to go slower", signal);
        }
        else
            return "no";
        return "again";
    }
    /** 0: there is room in this minute. A server without limits (an Enterprise one may have none) has none of this kind either. */
    #untilNextMinute() {
        const now = this.#clock.now();
        if (now - this.#minute.began >= MINUTE_MS || now < this.#minute.began)
            this.#minute = { began: now, sent: 0 };
        const full = this.#limit !== null && this.#minute.sent >= A_MINUTE;
        return full ? this.#minute.began + MINUTE_MS - now : 0;
    }
    #usedUp() {
        return `its rate limit${this.#limit === null ? "" : ` of ${this.#limit} requests an hour`} is used up`;
    }
    #mayGo() {
        return this.#remaining === null || this.#clock.now() >= this.#resetAt || this.#underWay < this.#remaining;
    }
    /** All who come meanwhile wait for the same pause. */
    #pauseFor(ms, why, signal) {
        this.#pause ??= this.#paused(Math.max(ms, LEAST_MS), why, signal).finally(() => {
            this.#pause = null;
        });
        return this.#pause;
    }
    async #paused(ms, why, signal) {
        if (ms > LONGEST_MS) {
            const hours = Math.ceil(ms / 3_600_000);
            throw new errors/* UsageError */.e("github-rate-limit", `GitHub: ${why}, for ${hours} hours. Come back then, or use another token.`);
        }
        const at = new Date(this.#clock.now() + ms).toISOString().slice(11, 19);
        this.#clock.note(`GitHub: ${why}; waiting ${Math.ceil(ms / 1000)} s, until ${at} UTC`);
        await this.#clock.wait(ms, signal);
        // What was left before the pause says nothing any more.
        this.#remaining = null;
        this.#clock.note("GitHub: going on");
    }
    /** The reset is told in the server's time, and so is the answer's: this machine's clock may be wrong. */
    #read(answer) {
        const remaining = whole(answer.header("x-ratelimit-remaining"));
        const reset = whole(answer.header("x-ratelimit-reset"));
        if (remaining === null || reset === null || (answer.header("x-ratelimit-resource") ?? "core") !== "core")
            return;
        this.#limit = whole(answer.header("x-ratelimit-limit"));
        const there = Date.parse(answer.header("date") ?? "");
        const ahead = Number.isNaN(there) ? reset * 1000 - this.#clock.now() : reset * 1000 - there;
        const resetAt = this.#clock.now() + ahead;
        // Answers overtake each other: within one period the lowest number is the last.
        const same = this.#remaining !== null && Math.abs(resetAt - this.#resetAt) < 5000;
        this.#remaining = same ? Math.min(this.#remaining ?? remaining, remaining) : remaining;
        this.#resetAt = resetAt;
    }
}
function whole(text) {
    return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
/** Something that will be over, for those who wait for it. */
class Turn {
    done;
    over = () => { };
    constructor() {
        this.done = new Promise((resolve) => {
            this.over = resolve;
        });
    }
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/refusal.js



/** GitHub does not give one thing; others it may. Ends the fetch with its message where the thing can't be done without. */
class ApiRefusal extends errors/* UsageError */.e {
    status;
    constructor({ status, message }) {
        super("github-refused", message);
        this.status = status;
    }
}
/** What an answer other than success means, and what to do about it. */
function refusalOf(refused) {
    const { answer, access } = refused;
    const path = (0,printable/* printable */.g)(refused.path);
    const said = messageOf(answer);
    const token = access.token === null ? "There is no token: set GITHUB_TOKEN." : "";
    switch (answer.status) {
        case 401:
            return new errors/* UsageError */.e("github-token-refused", `GitHub at ${access.apiUrl} refuses the token (401${said}): it has expired, was revoked, or is for another server. ${token || "Make a new one and set GITHUB_TOKEN."}`);
        case 403:
            return new ApiRefusal({
                status: 403,
                message: `GitHub forbids ${path} (403${said}). ${token || "The token needs the permission to read it; an organisation with SSO must have approved it."}`,
            });
        case 404:
            return new ApiRefusal({
                status: 404,
                message: `GitHub has nothing at ${path} (404${said}). Look at the repository's name; a private one looks the same to whoever may not read it. ${token}`.trim(),
            });
        default:
            return new ApiRefusal({ status: answer.status, message: `GitHub answers ${path} with ${answer.status}${said}.` });
    }
}
function messageOf(answer) {
    try {
        const message = sources_fields/* Fields */.C.of(JSON.parse(answer.body))?.text("message") ?? null;
        return message === null ? "" : `: ${(0,printable/* printable */.g)(message.slice(0, 200))}`;
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/api.js








/** How often one question is put again after a refusal for asking too much. */
const MAX_REFUSALS = 12;
/**
 * GitHub's REST API: answers from the cache where they are fresh, asked by their ETag where they are not, within the rate limits.
 * REST and not GraphQL, though that needs fewer requests: what has not changed costs nothing of the rate limit here, and any token may read it.
 */
class GithubApi {
    #access;
    #session;
    #limit;
    #asker;
    constructor(access, session) {
        this.#access = access;
        this.#session = session;
        this.#limit = new RateLimit(session);
        // Answers differ by who asks. A token is long and random: nobody finds it by its hash.
        this.#asker = access.token === null ? "" : (0,external_node_crypto_.createHash)("sha256").update(access.token).digest("hex").slice(0, 32);
    }
    /**
     * The answer to a GET of a path under the API's URL, such as `/repos/o/r/pulls?page=2`.
     * @throws ApiRefusal where there is no such thing, or the token may not read it; UsageError for all that ends the fetch
     */
    async get(path) {
        return (0,sources_kept/* keptOrAsked */.w)({
            session: this.#session,
            question: ["github", this.#access.apiUrl, this.#asker, path],
            send: (kept) => this.#ask(path, kept),
            read: jsonIn,
            unreadable: () => new ApiRefusal({ status: 200, message: `GitHub's answer to ${(0,printable/* printable */.g)(path)} is not JSON.` }),
        }).then(({ value, link }) => ({ value: value.json, link }));
    }
    async #ask(path, kept) {
        const answer = await this.#send(path, kept);
        if (answer.status === 200 || (answer.status === 304 && kept !== null))
            return answer;
        throw refusalOf({ answer, path, access: this.#access });
    }
    /** Sends it until it is not refused for asking too much. */
    async #send(path, kept) {
        const { signal } = this.#session;
        for (let refusals = 0; refusals < MAX_REFUSALS; refusals++) {
            await this.#limit.enter(signal);
            const answer = await this.#once(path, kept);
            if ((await this.#limit.refused(answer, signal)) === "no")
                return answer;
        }
        throw new errors/* UsageError */.e("github-rate-limit", `GitHub refused ${(0,printable/* printable */.g)(path)} ${MAX_REFUSALS} times for asking too much. Try again later.`);
    }
    async #once(path, kept) {
        const { http, signal } = this.#session;
        const { apiUrl, token } = this.#access;
        let answer = null;
        try {
            answer = await (0,patient/* patientGet */.u)(http, {
                url: new URL(`${apiUrl}${path}`),
                headers: headers(kept),
                authorization: token === null ? null : `Bearer ${token}`,
                signal,
            }, this.#session);
            return answer;
        }
        catch (error) {
            throw unreachable(error, apiUrl, signal);
        }
        finally {
            this.#limit.leave(answer);
        }
    }
}
function headers(kept) {
    return {
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28",
        ...(0,sources_kept/* conditions */.j)(kept),
    };
}
function jsonIn(body) {
    try {
        return { json: JSON.parse(body) };
    }
    catch {
        return null;
    }
}
function unreachable(error, apiUrl, signal) {
    if (signal.aborted || !(error instanceof Error))
        return error;
    const why = error instanceof fault/* HttpFault */.F ? error.message : `it can't be reached (${error.message})`;
    return new errors/* UsageError */.e("github-unreachable", `No answer from GitHub at ${apiUrl}: ${(0,printable/* printable */.g)(why)}. Look at the network, the proxy settings and GITHUB_API_URL.`, { cause: error });
}

// EXTERNAL MODULE: ./lib/changes/sources/github/change.js + 5 modules
var github_change = __webpack_require__(7175);
;// CONCATENATED MODULE: ./lib/changes/sources/github/merge-queue.js


/**
 * The numbers of the pull requests in a repository's merge queues. Pull requests do not say it themselves in the REST API; but for each one
 * that is in a queue there is a branch `gh-readonly-queue/<base>/pr-<number>-<commit>`, and one request lists these.
 */
async function queuedPulls(api, repository) {
    try {
        const { value } = await api.get(`/repos/${repository}/git/matching-refs/${encodeURIComponent("heads/gh-readonly-queue/")}`);
        const refs = sources_fields/* Fields */.C.listOf(value).map((ref) => ref.text("ref") ?? "");
        return new Set(refs
            .flatMap((ref) => /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d{1,9})-[0-9a-f]+$/.exec(ref)?.[1] ?? [])
            .map(Number));
    }
    catch (error) {
        if (error instanceof ApiRefusal)
            return new Set();
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/link.js
/**
 * The number of the last page, as a Link header (RFC 8288) of GitHub tells it; 1 where there is but one. Only the number is taken:
 * the links themselves may lead anywhere, and the token goes along.
 */
function lastPage(link) {
    return pageOf(link, "last") ?? pageOf(link, "next") ?? 1;
}
/** The number of the next page; null: there is none. */
function nextPage(link) {
    return pageOf(link, "next");
}
function pageOf(link, relation) {
    for (const [, target, parameters] of (link ?? "").matchAll(/<([^>]*)>([^<]*)/g)) {
        const named = /;\s*rel="?([^";,]*)"?/.exec(parameters ?? "")?.[1]?.split(/\s+/) ?? [];
        const page = /[?&]page=(\d{1,6})(?:&|$)/.exec(target ?? "")?.[1];
        if (named.includes(relation) && page !== undefined)
            return Number(page);
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/pages.js



/** Pages of one list that are under way at a time. */
const WIDTH = 4;
/** Of 100 each; more belongs to no pull request. */
const MOST_PAGES = 100;
/**
 * A list's pages in their order, those after the first fetched side by side. `name`: where the list is wrapped in an object.
 * Where only the next page is told, and not the last, they are fetched one by one.
 */
async function* pagesOf(api, path, name) {
    const at = (page) => `${path}${path.includes("?") ? "&" : "?"}per_page=100&page=${page}`;
    const load = async (page) => {
        const { value, link } = await api.get(at(page));
        return { items: sources_fields/* Fields */.C.listOf(name === null ? value : sources_fields/* Fields */.C.of(value)?.raw(name)), link };
    };
    const first = await load(1);
    const pages = lastPage(first.link);
    yield { items: first.items, pages };
    let next = nextPage(first.link);
    if (next === null)
        return;
    for await (const { items, link } of (0,side_by_side/* sideBySide */.Q)(numbers(2, pages), WIDTH, load)) {
        yield { items, pages };
        next = nextPage(link);
    }
    for (let page = pages + 1; next === page; page++) {
        const { items, link } = await load(page);
        yield { items, pages: page };
        next = nextPage(link);
    }
}
/** All of a list that belongs to one pull request. */
async function listOf(api, path, name = null) {
    const all = [];
    let pages = 0;
    for await (const { items } of pagesOf(api, path, name)) {
        all.push(...items);
        if (++pages >= MOST_PAGES)
            break;
    }
    return all;
}
function* numbers(from, to) {
    for (let number = from; number <= to; number++)
        yield number;
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/parts.js


/** What GitHub's list of reviews tells. */
const REVIEW_PARTS = ["reviews", "review-comments", "votes", "comments", "reviewers"];
/** A pull request with what the query wants of it, all parts asked for at a time. */
async function withParts(fields, context) {
    const { api, repository, with: wanted } = context;
    const number = fields.number("number") ?? 0;
    const root = `/repos/${repository}`;
    const sha = fields.object("head")?.text("sha") ?? null;
    const commit = wanted.has("votes") && sha !== null ? `${root}/commits/${encodeURIComponent(sha)}` : null;
    const people = REVIEW_PARTS.some((part) => wanted.has(part));
    const none = Promise.resolve([]);
    const [reviews, checks, statuses, spoken, onLines, files, queued] = await Promise.all([
        people ? listOf(api, `${root}/pulls/${number}/reviews`) : none,
        commit === null ? none : optional(listOf(api, `${commit}/check-runs`, "check_runs"), "check runs", context),
        commit === null ? none : optional(statusesOf(api, commit), "commit statuses", context),
        wanted.has("comments") ? listOf(api, `${root}/issues/${number}/comments`) : none,
        wanted.has("comments") ? listOf(api, `${root}/pulls/${number}/comments`) : none,
        wanted.has("files") ? listOf(api, `${root}/pulls/${number}/files`) : null,
        context.queued(),
    ]);
    return {
        fields,
        reviews,
        checks,
        statuses,
        checked: sha,
        comments: [...spoken, ...onLines],
        files: files?.map((file) => file.text("filename")).filter((path) => path !== null) ?? null,
        queue: queued.has(number) ? "in" : "out",
        project: repository,
    };
}
/** The latest of each context; servers without the combined view have the list of all, of which the latest are taken later. */
async function statusesOf(api, commit) {
    try {
        return await listOf(api, `${commit}/status`, "statuses");
    }
    catch (error) {
        if (error instanceof ApiRefusal && error.status === 404)
            return listOf(api, `${commit}/statuses`);
        throw error;
    }
}
/** A token may lack the permission for checks, and a commit may be gone: the change is still there. */
async function optional(list, what, { missing }) {
    try {
        return await list;
    }
    catch (error) {
        if (!(error instanceof ApiRefusal))
            throw error;
        if (error.status !== 404 && error.status !== 422)
            missing(what, error.message);
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/changes/sources/github/source.js














/** Pull requests whose parts are under way at a time; the connections bound it too. */
const source_WIDTH = 8;
/** Pull requests from GitHub's REST API. @throws UsageError `bad-source` */
function openGithub(options) {
    const access = { apiUrl: (0,base_url/* baseUrl */.p)(options.apiUrl, "GitHub's API"), token: checkedToken(options.token) };
    const load = async function* (session, query) {
        const api = new GithubApi(access, session);
        const repositories = query.projects.length > 0 ? query.projects : options.repositories;
        for (const repository of repositories.map(checkedName))
            yield* pullsOf({ api, session, query, repository });
    };
    return {
        kind: "github",
        changes: (query, signal) => (0,session/* inSession */.C)(options, signal, (session) => load(session, query)),
        watch: (0,poll/* pollingWatch */.T)(options, { load, checks: "silent" }),
    };
}
async function* pullsOf(of) {
    const { api, session, query, repository } = of;
    const queueing = query.with.has("votes") && query.statuses.includes("open");
    let queued = queueing ? null : Promise.resolve(new Set());
    const noted = new Set();
    const context = {
        api,
        repository,
        with: query.with,
        queued: () => {
            queued ??= queuedPulls(api, repository);
            return queued;
        },
        missing: (what, why) => {
            if (!noted.has(what))
                session.note(`${repository}: the ${what} are left out. ${why}`);
            noted.add(what);
        },
    };
    let done = 0;
    let total = null;
    const listed = query.number === undefined ? listedPulls(of, (most) => (total = most)) : onePull(of, query.number);
    for await (const change of (0,side_by_side/* sideBySide */.Q)(listed, source_WIDTH, async (fields) => (0,github_change/* changeOf */.C)(await withParts(fields, context)))) {
        yield change;
        session.progress(++done, total);
    }
}
async function* onePull({ api, repository, query }, number) {
    try {
        const fields = sources_fields/* Fields */.C.of((await api.get(`/repos/${repository}/pulls/${number}`)).value);
        if (fields !== null && isListed(fields, query))
            yield fields;
    }
    catch (error) {
        // The repository may be there without it: whoever asked sees that nothing came.
        if (!(error instanceof ApiRefusal) || error.status !== 404)
            throw error;
    }
}
/** The pull requests of the list that the query wants, each once: while pages are fetched, others move from one to the next. */
async function* listedPulls({ api, repository, query }, total) {
    const seen = new Set();
    for await (const { items, pages } of pagesOf(api, `/repos/${repository}/pulls?${listQuery(query)}`, null)) {
        total(pages === 1 ? items.length : pages * 100);
        for (const fields of items) {
            const number = fields.number("number");
            if (number === null || seen.has(number) || !isListed(fields, query))
                continue;
            seen.add(number);
            yield fields;
        }
        const since = query.updatedSince;
        if (since !== undefined && items.every((fields) => (fields.time("updated_at") ?? since) < since))
            return;
    }
}
function listQuery({ statuses, updatedSince }) {
    const closed = statuses.includes("merged") || statuses.includes("closed");
    const state = closed ? (statuses.includes("open") ? "all" : "closed") : "open";
    return `state=${state}&sort=${updatedSince === undefined ? "created" : "updated"}&direction=desc`;
}
/** By the list alone, before anything more is asked for. */
function isListed(fields, query) {
    const bare = {
        fields,
        reviews: [],
        checks: [],
        statuses: [],
        checked: null,
        comments: [],
        files: null,
        queue: "out",
        project: null,
    };
    return (0,wanted/* isWanted */.Y)((0,github_change/* changeOf */.C)(bare), { ...query, projects: [] });
}
function checkedName(repository) {
    if (/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(repository) && !/(^|\/)\.{1,2}(\/|$)/.test(repository))
        return repository;
    throw new errors/* UsageError */.e("bad-repository", `A repository is named as owner/name, not "${(0,printable/* printable */.g)(repository)}".`);
}
/** What is no token would fail in the depth of the HTTP client, with the token in the message. */
function checkedToken(token) {
    const trimmed = token?.trim() ?? "";
    if (/[^\x21-\x7e]/.test(trimmed)) {
        throw new errors/* UsageError */.e("bad-source", "GitHub's token has characters that no token has, such as a space or a line end.");
    }
    return trimmed === "" ? null : trimmed;
}


/***/ }),

/***/ 6790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ conditions),
/* harmony export */   w: () => (/* binding */ keptOrAsked)
/* harmony export */ });
/** The kept answer where it is fresh, or the system says that it still holds; else the system's own, which is kept then. */
async function keptOrAsked(asking) {
    const { session, question, read } = asking;
    const kept = await session.cache.load(question);
    const value = kept === null ? null : read(kept.body);
    if (kept === null || value === null)
        return asked(asking);
    if (kept.age === "fresh")
        return { value, link: kept.link };
    const answer = await asking.send(kept);
    if (answer.status !== 304)
        return taken(asking, answer);
    await session.cache.save(question, kept);
    return { value, link: kept.link };
}
async function asked(asking) {
    return taken(asking, await asking.send(null));
}
async function taken({ session, question, read, unreadable }, answer) {
    const value = read(answer.body);
    if (value === null)
        throw unreadable();
    const whole = {
        body: answer.body,
        etag: answer.header("etag"),
        lastModified: answer.header("last-modified"),
        link: answer.header("link"),
    };
    await session.cache.save(question, whole);
    return { value, link: whole.link };
}
/** The headers that ask whether what is kept still holds (RFC 9110, conditional requests). */
function conditions(kept) {
    if (kept?.etag != null)
        return { "if-none-match": kept.etag };
    return kept?.lastModified != null ? { "if-modified-since": kept.lastModified } : {};
}


/***/ }),

/***/ 9643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pollingWatch)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(764);
/* harmony import */ var _news_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1941);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8434);



/** Where a look begins: what was touched in that time before the start tells what is new. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** Told events that are remembered, so that none is told twice. */
const REMEMBERED = 20_000;
/** Open changes that are looked at again though they were not updated. */
const LOOKED_AFTER = 20;
/** Watches a source by looking again and again at what was updated since. Times are the system's own: this machine's clock may be wrong. */
function pollingWatch(options, polled) {
    // What is kept is asked for anew, at the price of a question whether it still holds.
    const mode = options.cache.mode === "use" ? "refresh" : options.cache.mode;
    const renewed = { ...options, cache: { ...options.cache, mode } };
    return (query, signal) => (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .inSession */ .C)(renewed, signal, (session) => eventsIn(session, query, polled));
}
async function* eventsIn(session, query, polled) {
    const all = { ...query, statuses: _model_js__WEBPACK_IMPORTED_MODULE_1__/* .CHANGE_STATUSES */ .e };
    const known = new Map();
    const told = new Set();
    const start = session.now();
    let newest = 0;
    for await (const change of polled.load(session, { ...all, updatedSince: start - LOOK_BACK_MS, with: new Set() })) {
        known.set(nameOf(change), knownOf(change));
        newest = Math.max(newest, change.updated);
    }
    newest = newest === 0 ? start : newest;
    const floor = newest;
    for (;;) {
        await session.wait(session.pollMs, session.signal);
        session.signal.throwIfAborted();
        const events = [];
        for await (const change of looked(session, { ...all, updatedSince: newest }, { polled, known })) {
            const before = known.get(nameOf(change))?.status;
            known.set(nameOf(change), knownOf(change));
            newest = Math.max(newest, change.updated);
            if (change.status === "open" && before !== undefined && before !== "open")
                events.push(reopened(change));
            for (const { key, event } of (0,_news_js__WEBPACK_IMPORTED_MODULE_2__/* .newsOf */ .L)(change)) {
                if (event.at <= floor || told.has(key))
                    continue;
                told.add(key);
                events.push(event);
            }
        }
        yield* events.sort((a, b) => a.at - b.at);
        forget(told);
    }
}
/** What was updated since, and where checks come silently, the newest of the other open changes too. */
async function* looked(session, query, { polled, known }) {
    const seen = new Set();
    for await (const change of polled.load(session, { ...query, with: new Set(["comments", "votes"]) })) {
        seen.add(nameOf(change));
        yield change;
    }
    if (polled.checks === "updating")
        return;
    const others = [...known.values()].filter((change) => change.status === "open" && !seen.has(nameOf(change)));
    for (const { project, number } of others.sort((a, b) => b.updated - a.updated).slice(0, LOOKED_AFTER)) {
        const { updatedSince: _, ...anyTime } = query;
        yield* polled.load(session, { ...anyTime, projects: [project], number, with: new Set(["votes"]) });
    }
}
function knownOf({ project, number, status, updated }) {
    return { project, number, status, updated };
}
function nameOf(change) {
    return `${change.project} ${change.number}`;
}
function reopened(change) {
    return { at: change.updated, kind: "reopened", change, by: null, text: change.subject };
}
/** The oldest first: a set keeps the order in which things came. */
function forget(told) {
    for (const key of told) {
        if (told.size <= REMEMBERED)
            return;
        told.delete(key);
    }
}


/***/ }),

/***/ 6895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ sideBySide)
/* harmony export */ });
/**
 * What `load` gives for each item, in the items' order, with up to `width` under way at a time. An item is taken when there is room for it,
 * so the items may themselves be fetched as they are needed. Left early, what is under way is left to end by its signal.
 */
async function* sideBySide(items, width, load) {
    const underWay = [];
    for await (const item of items) {
        const loading = load(item);
        // Whoever comes to its turn hears of a failure; until then it is not unheard.
        loading.catch(() => { });
        underWay.push(loading);
        if (underWay.length >= width)
            yield (await underWay.shift());
    }
    for (const loading of underWay)
        yield await loading;
}


/***/ })

};
