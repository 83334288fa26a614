export const id = 1377;
export const ids = [1377];
export const modules = {

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

/***/ 1377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRecorded: () => (/* binding */ openRecorded)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
// EXTERNAL MODULE: ./lib/changes/sources/fields.js
var sources_fields = __webpack_require__(4471);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/record-change.js
var record_change = __webpack_require__(1156);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/rest-change.js + 1 modules
var rest_change = __webpack_require__(5960);
// EXTERNAL MODULE: ./lib/changes/sources/github/change.js + 5 modules
var change = __webpack_require__(7175);
;// CONCATENATED MODULE: ./lib/changes/sources/github/recorded-pull.js

/**
 * A pull request with `reviews`, `check_runs`, `statuses`, `comments`, `review_comments` and `files` embedded: each the list, or the object
 * that the API wraps it in. In a bare pull request some of these are counts.
 */
function recordedPull(fields) {
    const files = fields.list("files").map((file) => file.text("filename"));
    return {
        fields,
        reviews: fields.list("reviews"),
        checks: wrapped(fields, ["check_runs", "checks"]),
        statuses: wrapped(fields, ["statuses", "status"]),
        checked: null,
        comments: [...fields.list("comments"), ...fields.list("review_comments")],
        files: Array.isArray(fields.raw("files")) ? files.filter((file) => file !== null) : null,
        queue: fields.object("merge_queue_entry") === null ? "out" : "in",
        project: null,
    };
}
const LISTS = {
    check_runs: "check_runs",
    checks: "check_runs",
    statuses: "statuses",
    status: "statuses",
};
function wrapped(fields, names) {
    return names.flatMap((name) => {
        const value = fields.raw(name);
        return Array.isArray(value) ? sources_fields/* Fields */.C.listOf(value) : (sources_fields/* Fields */.C.of(value)?.list(LISTS[name] ?? name) ?? []);
    });
}

// EXTERNAL MODULE: ./lib/changes/sources/wanted.js
var wanted = __webpack_require__(1309);
;// CONCATENATED MODULE: ./lib/changes/sources/recorded-line.js






/**
 * The change in one line of recorded data; null for one that is not asked for, and for a line that is none: an empty one, Gerrit's statistics,
 * the prefix of its REST API. Each line may be of another system. @throws Error that says what is wrong with the line
 */
function changeOfLine(line, query) {
    const text = line.trim();
    if (text === "" || text === ")]}'")
        return null;
    const fields = sources_fields/* Fields */.C.of(parsed(text));
    if (fields === null)
        throw new Error("not a JSON object");
    if (fields.has("_number"))
        return recorded_line_wanted((0,rest_change/* changeOfRest */.u)({ fields, lineComments: null, site: "" }), query);
    if (isPull(fields))
        return recorded_line_wanted((0,change/* changeOf */.C)(recordedPull(fields)), query);
    if (isRecord(fields))
        return (0,wanted/* isWanted */.Y)((0,record_change/* headingOfRecord */.ZE)(fields), query) ? (0,record_change/* changeOfRecord */.Dd)(fields, query.with) : null;
    if (fields.text("type") === "stats")
        return null;
    if (fields.text("type") === "error")
        throw new Error(`Gerrit said: ${fields.text("message") ?? "an error"}`);
    throw new Error("neither a pull request of GitHub nor a change of Gerrit");
}
function recorded_line_wanted(change, query) {
    return (0,wanted/* isWanted */.Y)(change, query) ? change : null;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new Error(`not JSON: ${error.message}`);
    }
}
function isPull(fields) {
    return fields.has("number") && ["html_url", "head", "base", "created_at", "user"].some((name) => fields.has(name));
}
function isRecord(fields) {
    return (fields.has("number") && ["project", "patchSets", "owner", "createdOn", "subject"].some((name) => fields.has(name)));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/changes/sources/whole-lines.js

const NEWLINE = 0x0a;
/** In bytes, read at a time. */
const PART = 256 * 1024;
/** In bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** A line is longer than 64 MiB. */
class LineTooLong extends Error {
    name = "LineTooLong";
}
/**
 * A file in parts of whole lines, the last of which may lack its newline. A part is overwritten by the next: of the file, no more than one is in
 * memory. @throws LineTooLong, and what the system says of a file that can't be read
 */
async function* wholeLines(file, signal) {
    const handle = await (0,promises_.open)(file);
    try {
        let buffer = Buffer.allocUnsafe(PART);
        let filled = 0;
        for (;;) {
            signal.throwIfAborted();
            const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, null);
            if (bytesRead === 0)
                break;
            const end = filled + buffer.subarray(filled, filled + bytesRead).lastIndexOf(NEWLINE) + 1;
            const hasLine = end > filled;
            filled += bytesRead;
            if (hasLine) {
                yield buffer.subarray(0, end);
                buffer.copyWithin(0, end, filled);
                filled -= end;
            }
            if (filled > LONGEST_LINE)
                throw new LineTooLong();
            if (filled === buffer.length)
                buffer = Buffer.concat([buffer], 2 * filled);
        }
        if (filled > 0)
            yield buffer.subarray(0, filled);
    }
    finally {
        await handle.close();
    }
}
/** The texts of a part's lines. ASCII, as most lines are, takes half the memory and is parsed in half the time. */
function* linesIn(part) {
    let start = 0;
    for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, start)) {
        yield part.toString("utf8", start, end);
        start = end + 1;
    }
    if (start < part.length)
        yield part.toString("utf8", start);
}

;// CONCATENATED MODULE: ./lib/changes/sources/recorded.js




const BYTE_ORDER_MARK = /^\ufeff/;
/**
 * Changes from a file with one JSON object a line, read as it goes: of the file, only a part at a time is in memory.
 * @throws UsageError `unreadable-changes` for a file that can't be read, `bad-changes` for a line that is no change, with its place
 */
function openRecorded(options) {
    return { kind: "recorded", changes: (query, signal) => recordedChanges(options, query, signal), watch: null };
}
async function* recordedChanges({ file, progress }, query, signal) {
    let done = 0;
    let number = 0;
    try {
        for await (const part of wholeLines(file, signal)) {
            for (const line of linesIn(part)) {
                number++;
                const change = changeIn(line, query, () => `${file}:${number}`);
                if (change === null)
                    continue;
                yield change;
                progress?.(++done, null);
            }
        }
    }
    catch (error) {
        throw error instanceof LineTooLong ? tooLong(file, number + 1) : unreadable(error, file, signal);
    }
}
function changeIn(line, query, place) {
    try {
        return changeOfLine(line.replace(BYTE_ORDER_MARK, ""), query);
    }
    catch (error) {
        throw new errors/* UsageError */.e("bad-changes", `${place()}: ${(0,printable/* printable */.g)(error.message)}. Recorded changes are one JSON object a line: what \`gerrit query --format JSON\` prints, or pull requests as GitHub's API gives them.`);
    }
}
function tooLong(file, number) {
    return new errors/* UsageError */.e("bad-changes", `${file}:${number}: a line of more than 64 MiB can't be one change.`);
}
function unreadable(error, file, signal) {
    const { code } = error;
    if (signal.aborted)
        return signal.reason;
    if (error instanceof errors/* UsageError */.e || code === undefined)
        return error;
    const why = { ENOENT: "there is no such file", EISDIR: "it is a directory", EACCES: "you may not read it" }[code] ?? code;
    return new errors/* UsageError */.e("unreadable-changes", `The recorded changes in ${file} can't be read: ${why}.`, {
        cause: error,
    });
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
