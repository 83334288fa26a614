export const id = 680;
export const ids = [680];
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

/***/ 4693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bH: () => (/* binding */ labelVote),
/* harmony export */   cQ: () => (/* binding */ voteValue),
/* harmony export */   q3: () => (/* binding */ NOT_READY),
/* harmony export */   uV: () => (/* binding */ columnOf)
/* harmony export */ });
/** Gerrit's labels, and what they were called before they had names that one could choose. */
const COLUMNS = new Map([
    ["Verified", "tests"],
    ["VRIF", "tests"],
    ["Code-Review", "reviews"],
    ["CRVW", "reviews"],
    ["Workflow", "workflow"],
    ["APRV", "workflow"],
]);
/** The column that a label's votes are in; null for labels that are none of the three. */
function columnOf(label) {
    return COLUMNS.get(label ?? "") ?? null;
}
/** What a vote counts; null for 0. A site may allow more than 2, which says no more than 2 does. */
function voteValue(given) {
    const value = Math.max(-2, Math.min(2, Math.trunc(given ?? 0)));
    return value === 0 ? null : value;
}
/** A vote with a label; null for what is none. */
function labelVote(label) {
    const column = columnOf(label.name);
    const value = voteValue(label.value);
    return column === null || value === null ? null : { column, value, by: label.by, at: label.at };
}
/** A change that is not ready says so as a draft on GitHub does. */
const NOT_READY = { column: "workflow", value: -1, by: null, at: null };


/***/ }),

/***/ 1203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ readMessageHead),
/* harmony export */   Ny: () => (/* binding */ votesIn),
/* harmony export */   fY: () => (/* binding */ hasVote)
/* harmony export */ });
const HEAD = /^(?:uploaded )?patch set (\d{1,9})(?::([^\r\n]*))?/i;
/** One after the other; what follows the first word that is no vote is a person's, in the messages of old releases. */
const VOTE = /[ \t]*(?:([A-Za-z][A-Za-z0-9-]*)([+-]\d)|-([A-Za-z][A-Za-z0-9-]*))(?![^ \t])/y;
/** Reads `Patch Set 2: Code-Review+1 -Verified` and what else begins with a patch set. */
function readMessageHead(message) {
    const found = HEAD.exec(message);
    return found === null ? { patchSet: null, rest: "" } : { patchSet: Number(found[1]), rest: found[2] ?? "" };
}
function votesIn({ rest }) {
    const votes = [];
    VOTE.lastIndex = 0;
    for (let found = VOTE.exec(rest); found !== null; found = VOTE.exec(rest)) {
        const [, given, value, taken] = found;
        votes.push({ label: given ?? taken ?? "", value: given === undefined ? 0 : Number(value) });
    }
    return votes;
}
/** Whether a vote was given, and not only taken back. */
function hasVote({ rest }) {
    VOTE.lastIndex = 0;
    for (let found = VOTE.exec(rest); found !== null; found = VOTE.exec(rest)) {
        if (found[2] !== undefined && Number(found[2]) !== 0)
            return true;
    }
    return false;
}


/***/ }),

/***/ 2327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ accountAt),
/* harmony export */   X: () => (/* binding */ accountOf)
/* harmony export */ });
/** An account; any part of it may be missing. Null where there is none. */
function accountAt(fields, name) {
    const account = fields.object(name);
    return account === null ? null : accountOf(account);
}
function accountOf(account) {
    return { login: account.text("username"), name: account.text("name"), email: account.text("email") };
}


/***/ }),

/***/ 9792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ gerritQuery)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6072);


const DAY_MS = 24 * 3_600_000;
const STATUSES = {
    open: "status:open",
    merged: "status:merged",
    closed: "status:abandoned",
};
/**
 * A query in Gerrit's own search language, as terms that must all hold; the first one never begins with `-`. The age is in whole days, so that the same report asks the same within a day.
 * @throws UsageError `bad-project` for a name that would be something else in a query
 */
function gerritQuery(query, projects, now) {
    const { number, updatedSince, statuses } = query;
    if (number !== undefined)
        return [`change:${Math.trunc(number)}`];
    const terms = [
        anyOf(projects.map((project) => `project:${projectTerm(project)}`)),
        anyOf(statuses.map((status) => STATUSES[status])),
        updatedSince === undefined ? "" : `-age:${Math.max(1, Math.ceil((now - updatedSince) / DAY_MS))}d`,
    ];
    return terms.filter((term) => term !== "");
}
function anyOf(terms) {
    return terms.length > 1 ? `(${terms.join(" OR ")})` : (terms[0] ?? "");
}
/** A name, or `^` and a regular expression. In quotes where it has anything that the language could take for its own. */
function projectTerm(project) {
    const isPattern = project.startsWith("^");
    if (project === "" || /["\p{Cc}]/u.test(project) || (!isPattern && project.includes("\\"))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("bad-project", `"${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(project)}" can't be the name of a project on Gerrit.`);
    }
    return /^[A-Za-z0-9][A-Za-z0-9._/+-]*$/.test(project) ? project : `"${project}"`;
}


/***/ }),

/***/ 1156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ changeOfRecord),
/* harmony export */   ZE: () => (/* binding */ headingOfRecord),
/* harmony export */   ZL: () => (/* binding */ isRealFile)
/* harmony export */ });
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6045);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4693);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1203);
/* harmony import */ var _person_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2327);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6708);





const VOTE_PARTS = ["reviews", "votes", "reviewers"];
/** A record of `gerrit query --format JSON` as a change, with the parts that are wanted. @throws Error where it has no number */
function changeOfRecord(record, parts) {
    const { number, status, project, created, updated } = headingOfRecord(record);
    const sets = patchSetsOf(record);
    const voted = VOTE_PARTS.some((part) => parts.has(part));
    const commented = parts.has("comments") || parts.has("review-comments");
    const versions = versionsOf(sets, created, voted ? votesOf : () => []);
    return {
        number,
        status,
        url: record.link("url") ?? "",
        owner: (0,_person_js__WEBPACK_IMPORTED_MODULE_1__/* .accountAt */ .V)(record, "owner"),
        project,
        branch: record.text("branch") ?? "",
        topic: record.text("topic"),
        subject: record.text("subject") ?? "",
        message: record.text("commitMessage") ?? record.text("subject") ?? "",
        created,
        updated,
        versions: record.flag("wip") ? notReady(versions) : versions,
        comments: commented ? commentsOf(record, sets, created) : [],
        reviewers: parts.has("reviewers") ? reviewersOf(record, versions) : [],
        files: parts.has("files") ? filesOf(sets) : null,
    };
}
/** What tells whether a record is wanted at all; most are passed over by it. @throws Error where it has no number */
function headingOfRecord(record) {
    const number = record.number("number");
    if (number === null)
        throw new Error("a change without a `number`");
    const created = record.seconds("createdOn") ?? record.seconds("lastUpdated") ?? 0;
    const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c)(record.text("status"));
    return {
        number,
        status: status === "open" && record.raw("open") === false ? "closed" : status,
        project: record.text("project") ?? "",
        created,
        updated: record.seconds("lastUpdated") ?? created,
    };
}
/** In order of their number, whatever order they came in. */
function patchSetsOf(record) {
    const current = record.object("currentPatchSet");
    const all = record.list("patchSets");
    const sets = all.length > 0 || current === null ? all : [current];
    return sets.toSorted((a, b) => (a.number("number") ?? 0) - (b.number("number") ?? 0));
}
function versionsOf(sets, created, votes) {
    if (sets.length === 0)
        return [{ number: 1, sha: null, created, votes: [] }];
    return sets.map((set, index) => ({
        number: set.number("number") ?? index + 1,
        sha: set.text("revision"),
        created: set.seconds("createdOn") ?? created,
        votes: votes(set),
    }));
}
/** The current version says so. */
function notReady(versions) {
    return versions.map((version, index) => index === versions.length - 1 ? { ...version, votes: [...version.votes, _labels_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_READY */ .q3] } : version);
}
function votesOf(set) {
    const votes = [];
    for (const approval of set.list("approvals")) {
        const column = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .columnOf */ .uV)(approval.text("type"));
        const value = column === null ? null : (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .voteValue */ .cQ)(approval.number("value"));
        if (column === null || value === null)
            continue;
        votes.push({ column, value, by: (0,_person_js__WEBPACK_IMPORTED_MODULE_1__/* .accountAt */ .V)(approval, "by"), at: approval.seconds("grantedOn") });
    }
    return votes;
}
function reviewersOf(record, versions) {
    const people = record.list("allReviewers").map(_person_js__WEBPACK_IMPORTED_MODULE_1__/* .accountOf */ .X);
    for (const { votes } of versions) {
        for (const { by } of votes)
            people.push(by);
    }
    return (0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .distinctPeople */ .y)(people);
}
function commentsOf(record, sets, created) {
    const began = sets[0]?.seconds("createdOn") ?? created;
    const messages = [];
    for (const message of record.list("comments")) {
        const text = message.text("message") ?? "";
        const head = (0,_message_js__WEBPACK_IMPORTED_MODULE_4__/* .readMessageHead */ .Ii)(text);
        const at = message.seconds("timestamp") ?? began;
        const by = (0,_person_js__WEBPACK_IMPORTED_MODULE_1__/* .accountAt */ .V)(message, "reviewer");
        messages.push({ by, at, version: head.patchSet, text, file: null, line: null, voted: (0,_message_js__WEBPACK_IMPORTED_MODULE_4__/* .hasVote */ .fY)(head) });
    }
    const onLines = sets.flatMap((set) => set.list("comments").map((it) => lineComment(it, set, messages)));
    return messages.concat(onLines).sort((a, b) => a.at - b.at);
}
/** These have no time of their own; they were published with a message of the same person on the same patch set. */
function lineComment(comment, set, messages) {
    const by = (0,_person_js__WEBPACK_IMPORTED_MODULE_1__/* .accountAt */ .V)(comment, "reviewer");
    const version = set.number("number");
    const published = messages.find((message) => message.version === version && message.by?.login === by?.login && message.by?.email === by?.email);
    return {
        by,
        at: published?.at ?? set.seconds("createdOn") ?? 0,
        version,
        text: comment.text("message") ?? "",
        file: comment.text("file"),
        line: comment.number("line"),
        voted: false,
    };
}
/** Gerrit lists the commit message and a merge's commits as files. */
function isRealFile(path) {
    return path !== null && !["/COMMIT_MSG", "/MERGE_LIST", "/PATCHSET_LEVEL"].includes(path);
}
function filesOf(sets) {
    const current = sets.at(-1);
    if (!current?.has("files"))
        return null;
    return current
        .list("files")
        .map((file) => file.text("file"))
        .filter(isRealFile);
}


/***/ }),

/***/ 5960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ changeOfRest)
});

// EXTERNAL MODULE: ./lib/changes/sources/people.js
var people = __webpack_require__(6045);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/labels.js
var labels = __webpack_require__(4693);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/message.js
var gerrit_message = __webpack_require__(1203);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/person.js
var person = __webpack_require__(2327);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/record-change.js
var record_change = __webpack_require__(1156);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/rest-votes.js




/** The votes on the current patch set, as `labels` has them: with DETAILED_LABELS everybody's, else what decides. Null: not told. */
function currentVotes(change) {
    const labels = change.object("labels");
    if (labels === null)
        return null;
    return labels.entries().flatMap(([name, label]) => {
        const votes = label.has("all") ? label.list("all").map((vote) => detailed(name, vote)) : deciding(name, label);
        return votes.filter((vote) => vote !== null);
    });
}
function detailed(name, vote) {
    return (0,labels/* labelVote */.bH)({ name, value: vote.number("value"), by: (0,person/* accountOf */.X)(vote), at: vote.time("date") });
}
function deciding(name, label) {
    const kinds = [
        ["rejected", -2],
        ["approved", 2],
        ["disliked", -1],
        ["recommended", 1],
    ];
    return kinds.flatMap(([field, value]) => {
        const by = (0,person/* accountAt */.V)(label, field);
        return by === null ? [] : [(0,labels/* labelVote */.bH)({ name, value, by, at: null })];
    });
}
/**
 * The votes on each patch set as messages tell of them: `labels` knows the current one's alone. A later vote of the same person
 * with the same label takes the place of an earlier one.
 */
function toldVotes(messages) {
    const told = new Map();
    for (const message of messages) {
        const head = (0,gerrit_message/* readMessageHead */.Ii)(message.text("message") ?? "");
        const number = message.number("_revision_number") ?? head.patchSet;
        if (number === null)
            continue;
        const by = (0,person/* accountAt */.V)(message, "author");
        const votesOfSet = told.get(number) ?? new Map();
        told.set(number, votesOfSet);
        for (const { label, value } of (0,gerrit_message/* votesIn */.Ny)(head)) {
            votesOfSet.set(JSON.stringify([label, voter(message, by)]), (0,labels/* labelVote */.bH)({ name: label, value, by, at: message.time("date") }));
        }
    }
    return new Map([...told].map(([number, votes]) => [number, [...votes.values()].filter((vote) => vote !== null)]));
}
/** Accounts may have no name and no e-mail address; their number they always have. */
function voter(message, by) {
    return message.object("author")?.number("_account_id") ?? (by === null ? null : (0,people/* keyOf */.T)(by));
}

// EXTERNAL MODULE: ./lib/changes/sources/gerrit/status.js
var gerrit_status = __webpack_require__(6708);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/rest-change.js







/** A ChangeInfo of Gerrit's REST API as a change. @throws Error where it has no number */
function changeOfRest(change) {
    const { fields } = change;
    const number = fields.number("_number");
    if (number === null)
        throw new Error("a change without a `_number`");
    const created = fields.time("created") ?? fields.time("updated") ?? 0;
    const versions = versionsOf(fields, created);
    const asked = fields.object("reviewers")?.list("REVIEWER") ?? [];
    return {
        number,
        status: (0,gerrit_status/* statusOf */.c)(fields.text("status")),
        url: linkOf(change, number),
        owner: (0,person/* accountAt */.V)(fields, "owner"),
        project: fields.text("project") ?? "",
        branch: fields.text("branch") ?? "",
        topic: fields.text("topic"),
        subject: fields.text("subject") ?? "",
        message: currentRevision(fields)?.object("commit")?.text("message") ?? fields.text("subject") ?? "",
        created,
        updated: fields.time("updated") ?? created,
        ended: fields.time("submitted"),
        versions,
        comments: commentsOf(change, created),
        reviewers: (0,people/* distinctPeople */.y)([...asked.map(person/* accountOf */.X), ...versions.flatMap(({ votes }) => votes.map(({ by }) => by))]),
        files: filesOf(fields),
    };
}
function linkOf({ fields, site }, number) {
    if (site === "")
        return fields.link("url") ?? "";
    const project = (fields.text("project") ?? "").split("/").map(encodeURIComponent).join("/");
    return project === "" ? `${site}/c/${number}` : `${site}/c/${project}/+/${number}`;
}
/** In order of their number; an edit that is not published has none. */
function revisionsOf(fields) {
    const all = fields.object("revisions")?.entries() ?? [];
    return all
        .filter(([, revision]) => revision.number("_number") !== null)
        .sort(([, a], [, b]) => (a.number("_number") ?? 0) - (b.number("_number") ?? 0));
}
function currentRevision(fields) {
    return revisionsOf(fields).at(-1)?.[1] ?? null;
}
function versionsOf(fields, created) {
    const told = toldVotes(fields.list("messages"));
    const held = fields.flag("work_in_progress") ? [labels/* NOT_READY */.q3] : [];
    const revisions = revisionsOf(fields);
    const present = currentVotes(fields) ?? told.get(currentRevision(fields)?.number("_number") ?? 1) ?? [];
    const older = revisions.slice(0, -1).map(([sha, revision], index) => {
        const number = revision.number("_number") ?? index + 1;
        return { number, sha, created: revision.time("created") ?? created, votes: told.get(number) ?? [] };
    });
    const [sha, current] = revisions.at(-1) ?? [fields.text("current_revision"), null];
    const last = {
        number: current?.number("_number") ?? fields.number("current_revision_number") ?? 1,
        sha,
        created: current?.time("created") ?? created,
        votes: [...present, ...held],
    };
    return [...older, last];
}
function commentsOf({ fields, lineComments }, created) {
    const messages = fields.list("messages").map((message) => {
        const text = message.text("message") ?? "";
        const head = (0,gerrit_message/* readMessageHead */.Ii)(text);
        return {
            by: (0,person/* accountAt */.V)(message, "author"),
            at: message.time("date") ?? created,
            version: message.number("_revision_number") ?? head.patchSet,
            text,
            file: null,
            line: null,
            voted: (0,gerrit_message/* hasVote */.fY)(head),
        };
    });
    return [...messages, ...onLines(lineComments, created)].sort((a, b) => a.at - b.at);
}
function onLines(lineComments, created) {
    return (lineComments?.lists() ?? []).flatMap(([path, comments]) => comments.map((comment) => ({
        by: (0,person/* accountAt */.V)(comment, "author"),
        at: comment.time("updated") ?? created,
        version: comment.number("patch_set"),
        text: comment.text("message") ?? "",
        file: (0,record_change/* isRealFile */.ZL)(path) ? path : null,
        line: comment.number("line"),
        voted: false,
    })));
}
function filesOf(fields) {
    const files = currentRevision(fields)?.object("files") ?? null;
    return files === null
        ? null
        : files
            .entries()
            .map(([path]) => path)
            .filter(record_change/* isRealFile */.ZL);
}


/***/ }),

/***/ 7680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGerrit: () => (/* binding */ openGerrit)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/changes/sources/base-url.js
var base_url = __webpack_require__(1723);
// EXTERNAL MODULE: ./lib/changes/sources/fields.js
var sources_fields = __webpack_require__(4471);
// EXTERNAL MODULE: ./lib/changes/sources/poll.js
var poll = __webpack_require__(9643);
// EXTERNAL MODULE: ./lib/changes/sources/session.js + 5 modules
var session = __webpack_require__(4404);
// EXTERNAL MODULE: ./lib/changes/sources/side-by-side.js
var side_by_side = __webpack_require__(6895);
// EXTERNAL MODULE: ./lib/changes/sources/wanted.js
var wanted = __webpack_require__(1309);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/query.js
var gerrit_query = __webpack_require__(9792);
// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
// EXTERNAL MODULE: ./lib/changes/http/fault.js
var fault = __webpack_require__(2762);
// EXTERNAL MODULE: ./lib/changes/http/patient.js
var patient = __webpack_require__(6783);
// EXTERNAL MODULE: ./lib/changes/sources/kept.js
var sources_kept = __webpack_require__(6790);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/rest-api.js





/** Against scripts that load answers as programs, Gerrit begins them with this; some proxies take it away. */
const PREFIX = /^\s*\)\]\}'/;
const MAX_REFUSALS = 8;
const SLOWER_MS = 5000;
const LONGEST_MS = 10 * 60_000;
/** Gerrit's REST API; as a user it is found under `/a/`. */
class GerritApi {
    #access;
    #session;
    constructor(access, session) {
        this.#access = access;
        this.#session = session;
    }
    /** The answer to a GET of a path under the site's URL, such as `/changes/?q=…`. @throws UsageError */
    async get(path) {
        const { url, login } = this.#access;
        const { value } = await (0,sources_kept/* keptOrAsked */.w)({
            session: this.#session,
            // Not the password: it may be one that people chose, and could be found by its hash.
            question: ["gerrit", url, login?.user ?? "", path],
            send: (kept) => this.#ask(path, kept),
            read: jsonIn,
            unreadable: () => new errors/* UsageError */.e("gerrit-refused", `${url} answers ${(0,printable/* printable */.g)(path)} with no JSON. Is that the address of a Gerrit site?`),
        });
        return value.json;
    }
    async #ask(path, kept) {
        for (let refusals = 0;; refusals++) {
            const answer = await this.#once(path, kept);
            if (answer.status === 200 || (answer.status === 304 && kept !== null))
                return answer;
            if (answer.status !== 429 || refusals >= MAX_REFUSALS)
                throw refusalOf(answer, path, this.#access);
            await this.#goSlower(answer, refusals);
        }
    }
    async #goSlower(answer, refusals) {
        const { note, wait, signal } = this.#session;
        const told = (0,patient/* retryAfterSeconds */.C)(answer);
        const ms = Math.min(told === null ? SLOWER_MS * 2 ** refusals : told * 1000, LONGEST_MS);
        note(`Gerrit asks to go slower; waiting ${Math.ceil(ms / 1000)} s`);
        await wait(ms, signal);
    }
    async #once(path, kept) {
        const { url, login } = this.#access;
        const { http, signal } = this.#session;
        const authorization = login === null ? null : `Basic ${Buffer.from(`${login.user}:${login.password}`, "utf8").toString("base64")}`;
        const target = new URL(`${url}${login === null ? "" : "/a"}${path}`);
        const headers = { accept: "application/json", ...(0,sources_kept/* conditions */.j)(kept) };
        try {
            return await (0,patient/* patientGet */.u)(http, { url: target, headers, authorization, signal }, this.#session);
        }
        catch (error) {
            if (signal.aborted || !(error instanceof Error))
                throw error;
            const why = error instanceof fault/* HttpFault */.F ? error.message : `it can't be reached (${error.message})`;
            throw new errors/* UsageError */.e("gerrit-unreachable", `No answer from Gerrit at ${url}: ${(0,printable/* printable */.g)(why)}. Look at the address, the network and the proxy settings.`, { cause: error });
        }
    }
}
function jsonIn(body) {
    try {
        return { json: JSON.parse(body.replace(PREFIX, "")) };
    }
    catch {
        return null;
    }
}
function refusalOf(answer, path, { url, login }) {
    const said = (0,printable/* printable */.g)(answer.body.replace(PREFIX, "").trim().slice(0, 200));
    const what = {
        401: "refuses the password",
        403: "forbids it",
        404: "has nothing there",
        400: "does not understand the query",
    }[answer.status];
    const advice = login === null
        ? "Where only users may look, give a user and an HTTP password."
        : "The password is the one for HTTP that Gerrit's settings page makes.";
    const code = answer.status === 401 ? "gerrit-login-refused" : "gerrit-refused";
    return new errors/* UsageError */.e(code, `Gerrit at ${url} ${what ?? "answers with an error"} (${answer.status}${said === "" ? "" : `: ${said}`}), asked for ${(0,printable/* printable */.g)(path)}. ${advice}`);
}

// EXTERNAL MODULE: ./lib/changes/sources/gerrit/rest-change.js + 1 modules
var rest_change = __webpack_require__(5960);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/rest.js










/** Of changes with all their patch sets and messages: more would make answers of tens of MiB. */
const PAGE = 100;
/** Pages under way at a time. */
const WIDTH = 3;
/** Changes from Gerrit's REST API. @throws UsageError `bad-source` */
function openGerrit(options) {
    const access = { url: (0,base_url/* baseUrl */.p)(options.url, "Gerrit's address"), login: loginOf(options) };
    const load = (session, query) => changesIn({ session, access, query, projects: options.projects ?? [] });
    return {
        kind: "gerrit",
        changes: (query, signal) => (0,session/* inSession */.C)(options, signal, (session) => load(session, query)),
        watch: (0,poll/* pollingWatch */.T)(options, { load, checks: "updating" }),
    };
}
async function* changesIn({ session, access, query, projects }) {
    const api = new GerritApi(access, session);
    const asked = (0,gerrit_query/* gerritQuery */.m)(query, query.projects.length > 0 ? query.projects : projects, session.now());
    const seen = new Set();
    for await (const page of pagesOf(api, `/changes/?q=${encodeURIComponent(asked.join(" "))}${optionsOf(query)}`)) {
        const fresh = page.filter((fields) => !seen.has(fields.number("_number") ?? 0));
        // A server that knows no offsets gives the same page for ever.
        if (fresh.length === 0)
            return;
        for (const fields of fresh) {
            seen.add(fields.number("_number") ?? 0);
            const lineComments = query.number !== undefined && query.with.has("comments") ? await lineCommentsOf(api, fields) : null;
            const change = (0,rest_change/* changeOfRest */.u)({ fields, lineComments, site: access.url });
            if (!(0,wanted/* isWanted */.Y)(change, { ...query, projects: [] }))
                continue;
            yield change;
            session.progress(seen.size, null);
        }
    }
}
/**
 * The pages of a query. How long they are the first one tells, for a site may give fewer than asked for; how many there are, the last one:
 * so some are asked for that are not there.
 */
async function* pagesOf(api, path) {
    const load = async (start) => sources_fields/* Fields */.C.listOf(await api.get(`${path}&n=${PAGE}&S=${start}`));
    const first = await load(0);
    yield first;
    if (!hasMore(first))
        return;
    for await (const page of (0,side_by_side/* sideBySide */.Q)(multiples(first.length), WIDTH, load)) {
        yield page;
        if (!hasMore(page))
            return;
    }
}
function hasMore(page) {
    return page.at(-1)?.flag("_more_changes") ?? false;
}
function* multiples(of) {
    for (let start = of;; start += of)
        yield start;
}
const MESSAGES = ["reviews", "review-comments", "votes", "comments", "reviewers"];
/** Labels and messages are what votes are read from: `labels` has those on the current patch set, messages tell of the others. */
function optionsOf(query) {
    const wanted = query.with;
    const votes = MESSAGES.some((part) => wanted.has(part));
    return [
        "ALL_REVISIONS",
        "CURRENT_COMMIT",
        "DETAILED_ACCOUNTS",
        ...(votes ? ["DETAILED_LABELS", "MESSAGES"] : []),
        ...(wanted.has("files") ? ["CURRENT_FILES"] : []),
    ]
        .map((option) => `&o=${option}`)
        .join("");
}
async function lineCommentsOf(api, fields) {
    return sources_fields/* Fields */.C.of(await api.get(`/changes/${fields.number("_number") ?? 0}/comments`));
}
function loginOf({ user, password }) {
    if (!user && !password)
        return null;
    if (!user || !password)
        throw new errors/* UsageError */.e("bad-source", "Gerrit takes a user and an HTTP password together, or neither.");
    return { user, password };
}


/***/ }),

/***/ 6708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/** `NEW`, `DRAFT` and, long ago, `SUBMITTED` are open; lists of events leave the status out. */
function statusOf(status) {
    if (status === "MERGED")
        return "merged";
    return status === "ABANDONED" ? "closed" : "open";
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
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4404);



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
