export const id = 797;
export const ids = [797];
export const modules = {

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

/***/ 797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGerritSsh: () => (/* binding */ openGerritSsh)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/changes/sources/session.js + 4 modules
var session = __webpack_require__(8434);
// EXTERNAL MODULE: ./lib/changes/sources/wanted.js
var wanted = __webpack_require__(1309);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/query.js
var gerrit_query = __webpack_require__(9792);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/record-change.js
var record_change = __webpack_require__(1156);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var command = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/ssh-command.js



const PORT = 29418;
/** @throws UsageError `bad-source` for what ssh would take for something else, such as a host that begins with `-` */
function sshAccess(options) {
    const { host, port = PORT, user = null, keyFile = null, environment } = options;
    const isAddress = /^[0-9A-Fa-f:.]+(%[A-Za-z0-9]+)?$/.test(host);
    if (!isAddress && !/^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_.])?$/.test(host))
        throw bad("host", host);
    if (user !== null && !/^[A-Za-z0-9_][A-Za-z0-9._@+-]*$/.test(user))
        throw bad("user", user);
    if (!(Number.isInteger(port) && port > 0 && port < 65_536))
        throw bad("port", String(port));
    if (keyFile !== null && (keyFile === "" || keyFile.startsWith("-")))
        throw bad("key file", keyFile);
    return { host, port, user, keyFile, environment };
}
function bad(what, value) {
    return new errors/* UsageError */.e("bad-source", `"${(0,printable/* printable */.g)(value)}" can't be the ${what} for Gerrit over ssh.`);
}
/** How the place is called in messages. */
function placeOf({ host, port }) {
    return `${host}:${port}`;
}
/**
 * `ssh … gerrit WORDS`, never asking anything: a question would wait for an answer for ever. ssh joins the words with spaces, and they are split
 * again there, by Gerrit itself as by a shell: each is quoted for that.
 */
function gerritCommand(access, words) {
    const { host, port, user, keyFile, environment } = access;
    return new command.Command("ssh")
        .envAll(environment)
        .args("-p", String(port))
        .args("-o", "BatchMode=yes")
        .args("-o", "ConnectTimeout=15")
        .args("-o", "ServerAliveInterval=30")
        .args("-o", "ServerAliveCountMax=4")
        .args(...(keyFile === null ? [] : ["-i", keyFile, "-o", "IdentitiesOnly=yes"]))
        .args(user === null ? host : `${user}@${host}`)
        .args("gerrit", ...words.map((word) => (0,command.quote)(word)));
}
/** What a failure of ssh, or of Gerrit's command, means for the user. */
function sshFailure(error, access) {
    if (!(error instanceof command.CommandError) || error.reason === "aborted")
        return error;
    const place = `Gerrit at ${placeOf(access)}`;
    if (error.reason === "not-found") {
        return new errors/* UsageError */.e("ssh-not-found", `${place} can't be asked: there is no program \`ssh\` on PATH. Install OpenSSH's client.`, { cause: error });
    }
    const said = lastLine(String(error.stderr));
    const why = said === "" ? `ssh ended with ${error.exitCode ?? error.signal ?? error.reason}` : (0,printable/* printable */.g)(said);
    const advice = error.exitCode === 255
        ? "Look at the host, the port, the user and the key; the host's key must be known already, for nothing is asked (try ssh once by hand)."
        : "The user may lack the right, or the server may be too old for the command.";
    return new errors/* UsageError */.e("gerrit-unreachable", `${place} can't be asked over ssh: ${why}. ${advice}`, { cause: error });
}
function lastLine(text) {
    return text.trim().split("\n").at(-1)?.trim().slice(0, 300) ?? "";
}

// EXTERNAL MODULE: ./lib/changes/sources/fields.js
var sources_fields = __webpack_require__(4471);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/ssh-page.js



/**
 * Reads the records of one query, which began after `start` changes. Since 2.9 Gerrit says in its statistics whether there are more; before,
 * each change had a key to go on from.
 * @throws UsageError `gerrit-refused` for an error record, `bad-changes` for what is no record
 */
function readSshPage(lines, start) {
    const all = lines.filter((line) => line.trim() !== "").map(parsed);
    const failed = all.find((fields) => fields.text("type") === "error");
    if (failed !== undefined) {
        throw new errors/* UsageError */.e("gerrit-refused", `Gerrit refuses the query: ${(0,printable/* printable */.g)(failed.text("message") ?? "it does not say why")}.`);
    }
    const statistics = all.find((fields) => fields.text("type") === "stats");
    const records = all.filter((fields) => fields.has("number") && fields !== statistics);
    const sortKey = records.at(-1)?.text("sortKey") ?? null;
    if (statistics?.has("moreChanges")) {
        return { records, next: statistics.flag("moreChanges") ? { start: start + records.length } : null };
    }
    return { records, next: sortKey === null ? null : { sortKey } };
}
function parsed(line) {
    try {
        const fields = sources_fields/* Fields */.C.of(JSON.parse(line));
        if (fields !== null)
            return fields;
    }
    catch {
        // Said below.
    }
    const shown = (0,printable/* printable */.g)(line.slice(0, 80));
    throw new errors/* UsageError */.e("bad-changes", `Gerrit printed "${shown}" where a JSON record should be. Is that a Gerrit server?`);
}

// EXTERNAL MODULE: ./lib/changes/sources/news.js
var news = __webpack_require__(1941);
// EXTERNAL MODULE: ./lib/changes/sources/gerrit/person.js
var person = __webpack_require__(2327);
;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/stream-event.js




/** The kinds that are told: what they are, whose doing it is, and how the change stands then. */
const KINDS = {
    "patchset-created": { kind: "updated", by: "uploader", status: "open" },
    "draft-published": { kind: "updated", by: "uploader", status: "open" },
    "comment-added": { kind: "comment", by: "author", status: "open" },
    "change-merged": { kind: "merged", by: "submitter", status: "merged" },
    "change-abandoned": { kind: "closed", by: "abandoner", status: "closed" },
    "change-restored": { kind: "reopened", by: "restorer", status: "open" },
};
/** An event of `gerrit stream-events`; null for those of other kinds. `now`: where it does not tell its time. */
function eventOf(fields, now) {
    const known = KINDS[fields.text("type") ?? ""];
    const raw = fields.object("change");
    if (known === undefined || raw === null)
        return null;
    const patchSet = fields.object("patchSet") ?? fields.object("patchset");
    const at = fields.seconds("eventCreatedOn") ?? patchSet?.seconds("createdOn") ?? now;
    const by = (0,person/* accountAt */.V)(fields, known.by);
    const change = changeIn(fields, at, known.status);
    const number = patchSet?.number("number") ?? null;
    if (known.kind === "comment")
        return commentAdded(fields, { at, change, by, number });
    const kind = known.kind === "updated" && number === 1 ? "opened" : known.kind;
    return { at, kind, change, by, text: textOf(kind, fields, change) };
}
const PARTS = new Set(["votes", "files", "reviewers"]);
/** Events have the change in short, and only the patch set that they are about. */
function changeIn(fields, at, status) {
    const patchSet = (fields.raw("patchSet") ?? fields.raw("patchset"));
    const record = sources_fields/* Fields */.C.of({
        createdOn: at / 1000,
        lastUpdated: at / 1000,
        ...fields.raw("change"),
        ...(patchSet === undefined ? {} : { patchSets: [{ ...patchSet, approvals: fields.raw("approvals") }] }),
    });
    const change = (0,record_change/* changeOfRecord */.Dd)(record, PARTS);
    return fields.object("change")?.has("status") ? change : { ...change, status };
}
/** Gerrit lists all the votes of the reviewer; those that this comment changed have their old value beside them. */
function commentAdded(fields, { at, change, by, number }) {
    const approvals = fields.list("approvals");
    const tellsOld = approvals.some((approval) => approval.has("oldValue"));
    const votes = approvals
        .filter((approval) => approval.number("value") !== 0 && (!tellsOld || approval.has("oldValue")))
        .map((approval) => `${approval.text("type") ?? ""}${signed(approval.number("value") ?? 0)}`);
    const said = (0,news/* summary */.z)((fields.text("comment") ?? "").replace(/^patch set \d+:.*/i, ""));
    const on = number === null ? "" : ` on version ${number}`;
    if (votes.length === 0)
        return { at, kind: "comment", change, by, text: said };
    return { at, kind: "vote", change, by, text: `${votes.join(" ")}${on}${said === "" ? "" : `: ${said}`}` };
}
function signed(value) {
    return value > 0 ? `+${value}` : String(value);
}
function textOf(kind, fields, change) {
    const version = change.versions.at(-1);
    if (kind === "updated" && version !== undefined) {
        return `version ${version.number}${version.sha === null ? "" : ` (${version.sha.slice(0, 7)})`}`;
    }
    return (0,news/* summary */.z)(fields.text("reason") ?? change.subject);
}

;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/stream.js



const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Attempts in a row without a single event. */
const MOST_FAILURES = 6;
/** What `gerrit stream-events` tells, for as long as one listens; a connection that is lost is made anew. */
async function* streamedEvents(session, access, projects) {
    const { signal } = session;
    let failures = 0;
    for (;;) {
        const command = gerritCommand(access, ["stream-events"]).signal(signal);
        try {
            for await (const line of command.lines()) {
                failures = 0;
                const event = eventIn(line, session.now());
                if (event !== null && isOf(projects, event.change.project))
                    yield event;
            }
        }
        catch (error) {
            signal.throwIfAborted();
            const failure = sshFailure(error, access);
            // Only a connection that was lost comes back: that ssh tells by 255.
            if (++failures >= MOST_FAILURES || failure.cause?.exitCode !== 255)
                throw failure;
        }
        signal.throwIfAborted();
        const ms = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
        session.note(`The connection to Gerrit at ${placeOf(access)} is lost; trying again in ${Math.ceil(ms / 1000)} s`);
        await session.wait(ms, signal);
    }
}
/** A line that is no event of a change, or of a kind that is not told, is passed over: servers add their own. */
function eventIn(line, now) {
    try {
        const fields = sources_fields/* Fields */.C.of(JSON.parse(line));
        return fields === null ? null : eventOf(fields, now);
    }
    catch {
        return null;
    }
}
function isOf(projects, project) {
    return projects.length === 0 || projects.some((name) => name === project || isPattern(name, project));
}
/** A name that begins with `^` is a regular expression for Gerrit. Here only `.*` at its end is followed; others let all pass. */
function isPattern(name, project) {
    if (!name.startsWith("^"))
        return false;
    const literal = /^\^([A-Za-z0-9/_-]*)\.\*$/.exec(name)?.[1];
    return literal === undefined || project.startsWith(literal);
}

;// CONCATENATED MODULE: ./lib/changes/sources/gerrit/ssh.js








/** Changes a page; what the server's own limit is, at most. */
const PAGE = 500;
/** In characters: 500 changes with all that was ever said about them are a tenth of it. */
const LONGEST_PAGE = 256 * 1024 * 1024;
/** Gerrit may think for long before the first record, and then between two. */
const SILENCE_MS = 5 * 60_000;
/** Changes from Gerrit's commands `query` and `stream-events` over ssh. @throws UsageError `bad-source` */
function openGerritSsh(options) {
    const access = sshAccess(options);
    const projects = (query) => (query.projects.length > 0 ? query.projects : (options.projects ?? []));
    return {
        kind: "gerrit-ssh",
        changes: (query, signal) => (0,session/* inSession */.C)(options, signal, (session) => changesIn(session, access, { ...query, projects: projects(query) })),
        watch: (query, signal) => (0,session/* inSession */.C)(options, signal, (session) => streamedEvents(session, access, projects(query))),
    };
}
async function* changesIn(session, access, query) {
    const seen = new Set();
    let next = { start: 0 };
    while (next !== null) {
        const page = await pageOf(session, access, { query, next });
        const fresh = page.records.filter((record) => !seen.has(record.number("number") ?? 0));
        for (const record of fresh) {
            seen.add(record.number("number") ?? 0);
            if (!(0,wanted/* isWanted */.Y)((0,record_change/* headingOfRecord */.ZE)(record), { ...query, projects: [] }))
                continue;
            yield (0,record_change/* changeOfRecord */.Dd)(record, query.with);
            session.progress(seen.size, null);
        }
        // A server that does not go on gives the same for ever.
        next = fresh.length === 0 ? null : page.next;
    }
}
/** From the cache or from Gerrit; kept once ssh has ended well. */
async function pageOf(session, access, { query, next }) {
    const words = wordsOf(query, next, session.now());
    const start = "start" in next ? next.start : 0;
    const question = ["gerrit-ssh", access.host, String(access.port), access.user ?? "", ...words];
    const kept = await session.cache.load(question);
    if (kept?.age === "fresh") {
        try {
            return readSshPage(kept.body.split("\n"), start);
        }
        catch {
            // What was kept can't be read any more: it is asked for again.
        }
    }
    const lines = [];
    const command = gerritCommand(access, words).idleTimeout(SILENCE_MS).signal(session.signal);
    try {
        let length = 0;
        for await (const line of command.lines()) {
            length += line.length;
            if (length > LONGEST_PAGE)
                throw new errors/* UsageError */.e("gerrit-refused", `Gerrit at ${placeOf(access)} prints more than 256 Mi characters.`);
            lines.push(line);
        }
    }
    catch (error) {
        session.signal.throwIfAborted();
        throw sshFailure(error, access);
    }
    const page = readSshPage(lines, start);
    await session.cache.save(question, { body: lines.join("\n"), etag: null, lastModified: null, link: null });
    return page;
}
function wordsOf(query, next, now) {
    const start = "start" in next && next.start > 0 ? ["--start", String(next.start)] : [];
    const resumed = "sortKey" in next ? [`resume_sortkey:${next.sortKey}`] : [];
    const terms = (0,gerrit_query/* gerritQuery */.m)(query, query.projects, now);
    return [
        "query",
        ...["--format", "JSON"],
        ...["--all-approvals", "--patch-sets", "--comments", "--commit-message", "--all-reviewers"],
        ...(query.with.has("files") ? ["--files"] : []),
        ...start,
        // A term that begins with a hyphen is no option.
        ...(terms.some((term) => term.startsWith("-")) ? ["--"] : []),
        ...terms,
        `limit:${PAGE}`,
        ...resumed,
    ];
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


/***/ })

};
