export const id = 275;
export const ids = [275];
export const modules = {

/***/ 6275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runChangesAction: () => (/* binding */ runChangesAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/changes/config/load.js




const CONFIG_FILE = ".forge-changes.yml";
const LARGEST = 1024 * 1024;
/**
 * The configuration: of `.forge-changes.yml` in this folder or the nearest one above, and for what that does not say of
 * `forgexec/changes.yml` in XDG_CONFIG_HOME (`~/.config`); or of the named file alone.
 * @throws ConfigError for a bad one, UsageError for one that cannot be read
 */
async function loadConfig(places) {
    const { cwd, file } = places;
    if (file !== null)
        return { config: (await read((0,external_node_path_.resolve)(cwd, file), file)) ?? missing(file), serverFrom: "own" };
    const own = userFile(places);
    const nearest = await findUpwards(cwd);
    const project = nearest === null ? null : await read(nearest, shortName(cwd, nearest));
    const personal = await read(own, own);
    const serverFrom = project?.server === undefined ? "own" : "project";
    // A server goes with how to talk to it.
    const { source, server, port, login, ...rest } = personal ?? {};
    const access = project?.server === undefined && project?.source === undefined ? { source, server, port, login } : {};
    return { config: given({ ...access, ...rest, ...project }), serverFrom };
}
function given(config) {
    return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
function userFile({ environment, home }) {
    const xdg = environment.XDG_CONFIG_HOME;
    return (0,external_node_path_.join)(xdg && (0,external_node_path_.isAbsolute)(xdg) ? xdg : (0,external_node_path_.join)(home, ".config"), "forgexec", "changes.yml");
}
async function findUpwards(directory) {
    for (let folder = (0,external_node_path_.resolve)(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        const path = (0,external_node_path_.join)(folder, CONFIG_FILE);
        if ((await (0,promises_.stat)(path).catch(() => null))?.isDirectory() === false)
            return path;
        if (folder === (0,external_node_path_.dirname)(folder))
            return null;
    }
}
function shortName(cwd, path) {
    const near = (0,external_node_path_.relative)(cwd, path);
    return near.startsWith("..") ? path : near;
}
/** Null: there is no such file. */
async function read(path, name) {
    const content = await (0,read_file/* readRegularFile */.X)(path, LARGEST).catch((cause) => {
        if (cause.code === "ENOENT" || cause.code === "ENOTDIR")
            return null;
        throw new errors/* UsageError */.e("unreadable-config", `${name} cannot be read: ${cause.code ?? cause.message}.`, { cause });
    });
    if (content === null)
        return null;
    if (!("bytes" in content)) {
        throw new errors/* UsageError */.e("unreadable-config", `${name} is no file of at most 1 MiB that could be a configuration.`);
    }
    // Reading YAML takes a while to load, and most have no such file.
    const { parseConfig } = await __webpack_require__.e(/* import() */ 943).then(__webpack_require__.bind(__webpack_require__, 943));
    return parseConfig(decode(content.bytes, name), name);
}
function decode(bytes, name) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* UsageError */.e("unreadable-config", `${name} is not a text file in UTF-8.`, { cause });
    }
}
function missing(file) {
    throw new errors/* UsageError */.e("no-config", `There is no configuration ${file}. Name another by --config, or leave it out.`);
}

// EXTERNAL MODULE: ./lib/changes/config/model.js
var model = __webpack_require__(7449);
// EXTERNAL MODULE: ./lib/changes/people.js
var people = __webpack_require__(1034);
// EXTERNAL MODULE: ./lib/changes/reports/reviews.js
var reviews = __webpack_require__(6304);
;// CONCATENATED MODULE: ./lib/changes/filters/approval.js

/** What the columns are called: as in the reports, and as Gerrit's labels are. */
const COLUMNS = {
    tests: "tests",
    verified: "tests",
    reviews: "reviews",
    review: "reviews",
    "code-review": "reviews",
    workflow: "workflow",
};
const FORM = /^([a-z-]*[a-z])?\s*[=:]?\s*([+-]?[012])?$/i;
/**
 * Reads `reviews=+2`, `tests=-1`, `workflow`, `Code-Review+2`, or `+2` alone, which is a review.
 * @throws UsageError for anything else
 */
function parseApproval(text) {
    const [, name = "reviews", value] = FORM.exec(text.trim()) ?? [];
    const column = COLUMNS[name.toLowerCase()];
    if (column === undefined || !FORM.test(text.trim()) || text.trim() === "" || value === "0") {
        throw new errors/* UsageError */.e("bad-approval", `--approval: "${text}" is none. Write a column (tests, reviews, workflow), with a vote or without: reviews=+2, tests=-1, workflow.`);
    }
    return { column, value: value === undefined ? null : Number(value) };
}
/** Whether the version has such a vote. */
function hasApproval(version, { column, value }) {
    return version.votes.some((vote) => vote.column === column && (value === null || vote.value === value));
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/changes/filters/pattern.js


/**
 * A name as it is, or a regular expression where it begins with `^`, as Gerrit's search has it.
 * @throws UsageError for a bad expression
 */
function namePattern(option, text) {
    if (!text.startsWith("^"))
        return (name) => name === text;
    const expression = compile(option, text);
    return (name) => expression.test(name);
}
/**
 * A path: a regular expression that is looked for anywhere in it, or a glob where it begins with `*` or has `**`.
 * @throws UsageError for a bad expression
 */
function pathPattern(option, text) {
    if (text.startsWith("*") || text.includes("**"))
        return picomatch(text, { dot: true, matchBase: true });
    const expression = compile(option, text);
    return (path) => expression.test(path);
}
function compile(option, text) {
    try {
        return new RegExp(text);
    }
    catch (cause) {
        const why = cause.message.replace(/^Invalid regular expression: /, "");
        throw new errors/* UsageError */.e("bad-pattern", `${option}: "${text}" is no regular expression: ${why}.`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/changes/filters/filter.js




const NO_FILTER = {
    statuses: [],
    projects: [],
    branches: [],
    topics: [],
    owners: [],
    reviewers: [],
    messages: [],
    files: [],
    approvals: [],
};
/** @throws UsageError for a bad expression or approval */
function compileFilter(options) {
    const tests = [];
    const add = (values, test) => {
        if (values.length > 0)
            tests.push(test);
    };
    const { statuses, projects, branches, topics, owners, reviewers, messages, files, approvals } = options;
    // GitHub takes a repository's name in any case.
    const project = anyName("--project", projects.map((name) => (name.startsWith("^") ? name : name.toLowerCase())));
    const branch = anyName("--branch", branches);
    const topic = anyName("--topic", topics);
    const file = any(files.map((text) => pathPattern("--file", text)));
    const owner = (0,people/* peopleCalled */.R9)(owners);
    const reviewer = (0,people/* peopleCalled */.R9)(reviewers);
    const words = messages.map((text) => text.toLowerCase());
    const votes = approvals.map(parseApproval);
    add(statuses, (change) => statuses.includes(change.status));
    add(projects, (change) => project(change.project) || project(change.project.toLowerCase()));
    add(branches, (change) => branch(change.branch));
    add(topics, (change) => change.topic !== null && topic(change.topic));
    add(owners, (change) => owner.has(change.owner));
    add(reviewers, (change) => reviewersOf(change).some((person) => reviewer.has(person)));
    add(messages, (change) => says(change, words));
    add(files, (change) => (change.files ?? []).some(file));
    add(approvals, (change) => hasOne(change, votes));
    return (change) => tests.every((test) => test(change));
}
function any(tests) {
    return (text) => tests.some((test) => test(text));
}
function anyName(option, texts) {
    return any(texts.map((text) => namePattern(option, text)));
}
function reviewersOf(change) {
    const voters = change.versions.flatMap(({ votes }) => votes.filter(({ column }) => column === "reviews"));
    return [...change.reviewers, ...voters.map(({ by }) => by)];
}
function says({ subject, message }, words) {
    const text = `${subject}\n${message}`.toLowerCase();
    return words.some((word) => text.includes(word));
}
function hasOne(change, votes) {
    const current = (0,reviews/* currentVersion */.YO)(change);
    return votes.some((vote) => hasApproval(current, vote));
}

// EXTERNAL MODULE: ./lib/changes/formats/cells.js
var cells = __webpack_require__(8187);
// EXTERNAL MODULE: ./lib/changes/formats/clean.js
var clean = __webpack_require__(2023);
;// CONCATENATED MODULE: ./lib/changes/formats/event.js




const KIND_WIDTH = "reopened".length;
/** What happened, as one line for a terminal. */
function eventLine({ at, kind, change, by, text }, paint) {
    const time = (timeText(at) ?? "").slice(0, 19).replace("T", " ");
    const who = nameOf(by);
    const told = `${who === null ? "" : `${paint.name(cleanLine(who))}: `}${cleanLine(text)}`;
    const kindText = kindPaint(kind, paint)(kind.padEnd(KIND_WIDTH));
    return `${paint.dim(time)}  ${kindText}  ${paint.place(cleanLine(change.url))}  ${cleanLine(change.subject)}  ${told}\n`;
}
function kindPaint(kind, paint) {
    if (kind === "merged")
        return paint.good;
    if (kind === "closed")
        return paint.bad;
    return kind === "vote" ? paint.place : paint.name;
}
/** What happened, as one line of JSON. */
function eventJson({ at, kind, change, by, text }) {
    const { url, project, branch, subject, number } = change;
    const event = {
        time: timeText(at),
        kind,
        url,
        number,
        project,
        branch,
        subject,
        owner: nameOf(change.owner),
        by: nameOf(by),
        text,
    };
    return `${jsonText(event)}\n`;
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
;// CONCATENATED MODULE: ./lib/changes/formats/paint.js

const asIs = (text) => text;
function painter(color) {
    const { bold, dim, red, green, cyan, underline } = picocolors.createColors(color === "colors");
    const votes = {
        "-2": (text) => bold(red(text)),
        "2": (text) => bold(green(text)),
        "-1": red,
        "1": green,
    };
    return {
        title: bold,
        heading: (text) => dim(underline(text)),
        dim,
        name: bold,
        place: cyan,
        good: green,
        bad: red,
        cell: (value, { kind }) => {
            if (kind === "vote")
                return votes[String(value)] ?? asIs;
            return kind === "time" || kind === "url" ? dim : asIs;
        },
    };
}

;// CONCATENATED MODULE: ./lib/changes/formats/format.js

const FORMATS = ["text", "csv", "json", "markdown", "html"];
/** The report in a format; what writes it is loaded when it is first needed. */
async function formatReport(outcome, format, view) {
    const { now, width, color, limit, picture } = view;
    switch (format) {
        case "text":
            return (await __webpack_require__.e(/* import() */ 115).then(__webpack_require__.bind(__webpack_require__, 5115))).toText(outcome, { now, width, paint: painter(color) });
        case "csv":
            return (await __webpack_require__.e(/* import() */ 418).then(__webpack_require__.bind(__webpack_require__, 5418))).toCsv(outcome);
        case "json":
            return (await __webpack_require__.e(/* import() */ 89).then(__webpack_require__.bind(__webpack_require__, 3089))).toJson(outcome);
        case "markdown": {
            const chart = picture === "rate" ? (await __webpack_require__.e(/* import() */ 722).then(__webpack_require__.bind(__webpack_require__, 2722))).plotMermaid(outcome.table) : "";
            const sizeOf = limit?.in === "bytes" ? Buffer.byteLength : ({ length }) => length;
            const room = limit === null ? null : limit.most - sizeOf(chart) - 1;
            const { toMarkdown } = await __webpack_require__.e(/* import() */ 769).then(__webpack_require__.bind(__webpack_require__, 2769));
            const text = toMarkdown(outcome, { now, limit: room, sizeOf });
            return chart === "" ? text : `${chart}\n${text}`;
        }
        case "html": {
            const svg = picture === "rate" ? (await Promise.all(/* import() */[__webpack_require__.e(789), __webpack_require__.e(64), __webpack_require__.e(19)]).then(__webpack_require__.bind(__webpack_require__, 4019))).plotSvg(outcome.table, now) : null;
            return (await Promise.all(/* import() */[__webpack_require__.e(789), __webpack_require__.e(419)]).then(__webpack_require__.bind(__webpack_require__, 2419))).toHtml(outcome, { now, picture: svg });
        }
    }
}

// EXTERNAL MODULE: ./lib/changes/reports/report.js
var report = __webpack_require__(9127);
;// CONCATENATED MODULE: ./lib/changes/reports/comments.js


const comments_COLUMNS = [
    { key: "version", name: "Version", kind: "count", shown: "always" },
    { key: "author", name: "Author", kind: "text", shown: "always" },
    { key: "created", name: "Created", kind: "time", shown: "always" },
    { key: "file", name: "File", kind: "text", shown: "always" },
    { key: "line", name: "Line", kind: "count", shown: "always" },
    { key: "comment", name: "Comment", kind: "prose", shown: "always" },
];
/** The comments on one change, by version, the oldest first. */
const comments = {
    name: "comments",
    summary: "the comments on one change, by version",
    statuses: report/* ALL_STATUSES */.nY,
    live: report/* ALL_STATUSES */.nY,
    user: "unused",
    with: new Set(["comments"]),
    period: () => null,
    begin: (options) => collector(options),
};
function collector(options) {
    const threads = [];
    return {
        add: (change) => void threads.push(threadOf(change, options)),
        end: () => {
            const rows = threads.flatMap(({ versions }) => versions.flatMap((version) => version.rows));
            return {
                table: { title: "Comments", columns: comments_COLUMNS, rows, omitted: 0 },
                view: { kind: "threads", threads },
            };
        },
    };
}
function threadOf(change, { bots, botComments, commentsOn }) {
    const shown = change.comments
        .filter(({ by }) => botComments === "shown" || !bots.has(by))
        .sort((a, b) => a.at - b.at);
    const versions = commentsOn === "current-version" ? change.versions.slice(-1) : change.versions;
    const known = new Set(change.versions.map(({ number }) => number));
    const groups = versions.map(({ number, sha }) => ({
        title: `Version ${number}${sha === null ? "" : ` (${sha.slice(0, 12)})`}`,
        rows: shown.filter(({ version }) => version === number).map(rowOf),
    }));
    const general = shown.filter(({ version }) => version === null || !known.has(version));
    const apart = general.length === 0 || commentsOn === "current-version" ? [] : [{ title: "No version", rows: general.map(rowOf) }];
    return { title: change.subject, url: change.url, versions: [...groups, ...apart] };
}
function rowOf({ version, by, at, file, line, text }) {
    return { version, author: (0,people/* nameOf */.Vb)(by), created: at, file, line, comment: text };
}

// EXTERNAL MODULE: ./lib/changes/reports/change-columns.js
var change_columns = __webpack_require__(3719);
;// CONCATENATED MODULE: ./lib/changes/reports/change-list.js

/** A report that is a list of the changes that pass a test, the oldest first. */
function changeList(definition) {
    const { name, title, summary, statuses, user, accept } = definition;
    return {
        name,
        summary,
        statuses,
        live: ["open"],
        user,
        with: new Set(["votes"]),
        period: () => null,
        begin: (options) => change_list_collector(title, accept(options)),
    };
}
function change_list_collector(title, accepted) {
    const rows = [];
    return {
        add: (change) => {
            if (accepted(change))
                rows.push({ created: change.created, number: change.number, row: (0,change_columns/* changeRow */.L_)(change) });
        },
        end: () => {
            rows.sort((a, b) => a.created - b.created || a.number - b.number);
            const table = { title, columns: change_columns/* CHANGE_COLUMNS */.FK, rows: rows.map(({ row }) => row), omitted: 0 };
            return { table, view: { kind: "table" } };
        },
    };
}

;// CONCATENATED MODULE: ./lib/changes/reports/lists.js




const EXPIRED_AFTER_DAYS = 28;
/** Makes a to-do list's test: open changes only, and never the user's own. */
function todo(test) {
    return (options) => {
        const me = userOf(options);
        const passes = test(options);
        return (change) => change.status === "open" && !me.has(change.owner) && passes(change);
    };
}
function userOf({ user }) {
    return (0,people/* peopleCalled */.R9)(user === null ? [] : [user]);
}
/** The reports that list changes. A review is a vote in the column Reviews. */
const LISTS = [
    changeList({
        name: "list",
        title: "Changes",
        summary: "changes that the filters let through",
        statuses: report/* ALL_STATUSES */.nY,
        user: "unused",
        accept: () => () => true,
    }),
    changeList({
        name: "todo-mine",
        title: "Changes to review again",
        summary: "you reviewed an older version, and not the current one",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return ({ versions }) => versions.slice(0, -1).some((version) => (0,reviews/* reviewedBy */.d6)(version, me)) &&
                !versions.slice(-1).some((version) => (0,reviews/* reviewedBy */.d6)(version, me));
        }),
    }),
    changeList({
        name: "todo-others",
        title: "Changes that others review",
        summary: "you never reviewed them, others did",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return (change) => !change.versions.some((version) => (0,reviews/* reviewedBy */.d6)(version, me)) && (0,reviews/* reviewedByOthers */.wq)(change, options.bots);
        }),
    }),
    changeList({
        name: "todo-anyones",
        title: "Changes under review",
        summary: "others reviewed them, you did not review the current version",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return (change) => !(0,reviews/* reviewedBy */.d6)((0,reviews/* currentVersion */.YO)(change), me) && (0,reviews/* reviewedByOthers */.wq)(change, options.bots, me);
        }),
    }),
    changeList({
        name: "todo-noones",
        title: "Changes without a review",
        summary: "nobody reviewed them, bots aside",
        statuses: ["open"],
        user: "optional",
        accept: todo((options) => (change) => !(0,reviews/* reviewedByOthers */.wq)(change, options.bots)),
    }),
    changeList({
        name: "todo-approvable",
        title: "Changes to approve",
        summary: "a +2, no -2, no workflow vote, and you did not review the current version",
        statuses: ["open"],
        user: "needed",
        accept: todo((options) => {
            const me = userOf(options);
            return (change) => {
                const current = (0,reviews/* currentVersion */.YO)(change);
                const given = new Set((0,reviews/* reviewsOf */.Nv)(current).map(({ value }) => value));
                const refused = given.has(-2) || (options.approvable === "no-objection" && given.has(-1));
                const inWorkflow = current.votes.some(({ column }) => column === "workflow");
                return given.has(2) && !refused && !inWorkflow && !(0,reviews/* reviewedBy */.d6)(current, me);
            };
        }),
    }),
    changeList({
        name: "todo-expirable",
        title: "Changes that may be given up",
        summary: "the current version has had a negative review for long",
        statuses: ["open"],
        user: "optional",
        accept: todo(({ now, days }) => {
            const before = now - (days ?? EXPIRED_AFTER_DAYS) * report/* DAY_MS */.sO;
            return (change) => (0,reviews/* reviewsOf */.Nv)((0,reviews/* currentVersion */.YO)(change)).some(({ value, at }) => value < 0 && at !== null && at < before);
        }),
    }),
];

;// CONCATENATED MODULE: ./lib/changes/reports/waits.js

/** Whom an open change waits for: its submitter if anything on the current version is negative, else its reviewers. */
function waitsFor(change) {
    return (0,reviews/* currentVersion */.YO)(change).votes.some(({ value }) => value < 0) ? "submitter" : "reviewer";
}
/** Counted from when a version was made, to `now`; never less than 0. */
function waitsOf(change, now) {
    const since = (version) => Math.max(0, now - (version?.created ?? now));
    const rejected = change.versions.findLastIndex((version) => (0,reviews/* reviewsOf */.Nv)(version).some(({ value }) => value < 0));
    return {
        last: since((0,reviews/* currentVersion */.YO)(change)),
        first: since(change.versions[0]),
        rejection: since(change.versions[rejected + 1]),
    };
}
/** The arithmetic mean; null of nothing. */
function average(values) {
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The middle value, or the mean of the two in the middle; null of nothing. */
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return average(sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1));
}
/** Null of nothing. */
function longest(values) {
    return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value), 0);
}

;// CONCATENATED MODULE: ./lib/changes/reports/open-stats.js



const DEFAULT_DAYS = 7;
const always = { shown: "always" };
const open_stats_COLUMNS = [
    { key: "open", name: "Open", kind: "count", ...always },
    { key: "waitingOnSubmitter", name: "Waiting on submitter", kind: "count", ...always },
    { key: "waitingOnReviewer", name: "Waiting on reviewer", kind: "count", ...always },
    { key: "averageSinceLast", name: "Average since last", kind: "wait", ...always },
    { key: "medianSinceLast", name: "Median since last", kind: "wait", ...always },
    { key: "longestSinceLast", name: "Longest since last", kind: "wait", ...always },
    { key: "averageSinceFirst", name: "Average since first", kind: "wait", ...always },
    { key: "medianSinceFirst", name: "Median since first", kind: "wait", ...always },
    { key: "longestSinceFirst", name: "Longest since first", kind: "wait", ...always },
    { key: "averageSinceRejection", name: "Average since rejection", kind: "wait", ...always },
    { key: "medianSinceRejection", name: "Median since rejection", kind: "wait", ...always },
    { key: "longestSinceRejection", name: "Longest since rejection", kind: "wait", ...always },
    { key: "olderThanDays", name: "Older than days", kind: "count", ...always },
    { key: "days", name: "Days", kind: "count", ...always },
];
const WAIT = { key: "wait", name: "Wait", kind: "wait", ...always };
const WAITING_COLUMNS = [
    WAIT,
    ...change_columns/* CHANGE_COLUMNS */.FK.filter(({ key }) => ["url", "owner", "project", "subject", "tests", "reviews"].includes(key)),
];
/** How long open changes have waited for review. */
const openStats = {
    name: "open-stats",
    summary: "open changes: whom they wait for, and how long",
    statuses: ["open"],
    live: ["open"],
    user: "unused",
    with: new Set(["votes"]),
    period: () => null,
    begin: (options) => open_stats_collector(options),
};
function open_stats_collector({ now, days }) {
    const waiting = [];
    let onSubmitter = 0;
    return {
        add: (change) => {
            if (change.status !== "open")
                return;
            if (waitsFor(change) === "submitter")
                onSubmitter++;
            else
                waiting.push({ row: (0,change_columns/* changeRow */.L_)(change), waits: waitsOf(change, now) });
        },
        end: () => {
            const bound = days ?? DEFAULT_DAYS;
            const row = summary(waiting, { onSubmitter, days: bound });
            const columns = open_stats_COLUMNS.map((column) => column.key === "olderThanDays" ? { ...column, name: `Older than ${bound} days` } : column);
            return {
                table: { title: "Open changes", columns, rows: [row], omitted: 0 },
                view: {
                    kind: "facts",
                    tables: [
                        longestWaiting("Waiting longest since the last version", waiting, ({ last }) => last),
                        longestWaiting("Waiting longest since the first version", waiting, ({ first }) => first),
                    ],
                },
            };
        },
    };
}
function summary(waiting, more) {
    const last = waiting.map(({ waits }) => waits.last);
    const first = waiting.map(({ waits }) => waits.first);
    const rejection = waiting.map(({ waits }) => waits.rejection);
    return {
        open: waiting.length + more.onSubmitter,
        waitingOnSubmitter: more.onSubmitter,
        waitingOnReviewer: waiting.length,
        averageSinceLast: average(last),
        medianSinceLast: median(last),
        longestSinceLast: longest(last),
        averageSinceFirst: average(first),
        medianSinceFirst: median(first),
        longestSinceFirst: longest(first),
        averageSinceRejection: average(rejection),
        medianSinceRejection: median(rejection),
        longestSinceRejection: longest(rejection),
        olderThanDays: last.filter((wait) => wait > more.days * report/* DAY_MS */.sO).length,
        days: more.days,
    };
}
function longestWaiting(title, waiting, of) {
    const sorted = [...waiting].sort((a, b) => of(b.waits) - of(a.waits));
    const rows = sorted.map(({ row, waits }) => ({ ...row, wait: of(waits) }));
    return { title, columns: WAITING_COLUMNS, rows, omitted: 0 };
}

// EXTERNAL MODULE: ./lib/changes/reports/review-rate.js
var review_rate = __webpack_require__(9692);
// EXTERNAL MODULE: ./lib/changes/reports/reviewers.js
var reports_reviewers = __webpack_require__(7125);
;// CONCATENATED MODULE: ./lib/changes/reports/review-stats.js


const review_stats_DEFAULT_DAYS = 30;
const review_stats_COLUMNS = [
    { key: "user", name: "User", kind: "text", shown: "always", least: 8 },
    { key: "team", name: "Team", kind: "text", shown: "always", least: 8, dropped: 1 },
    { key: "reviews", name: "Reviews", kind: "count", shown: "always" },
    { key: "-2", name: "-2", kind: "count", shown: "always" },
    { key: "-1", name: "-1", kind: "count", shown: "always" },
    { key: "+1", name: "+1", kind: "count", shown: "always" },
    { key: "+2", name: "+2", kind: "count", shown: "always" },
    { key: "positive", name: "Positive", kind: "share", shown: "always" },
];
/** How often each reviewer voted in the last days, and how. */
const reviewStats = {
    name: "review-stats",
    summary: "reviews by reviewer: how many, and how they came out",
    statuses: report/* ALL_STATUSES */.nY,
    live: report/* ALL_STATUSES */.nY,
    user: "unused",
    with: new Set(["reviews"]),
    period: ({ days }) => (days ?? review_stats_DEFAULT_DAYS) * report/* DAY_MS */.sO,
    begin: (options) => review_stats_collector(options),
};
function review_stats_collector({ now, days, ...people }) {
    const period = days ?? review_stats_DEFAULT_DAYS;
    const since = now - period * report/* DAY_MS */.sO;
    const reviewers = (0,reports_reviewers/* reviewersOf */.G)(people, (user, team) => ({ user, team, counts: { [-2]: 0, [-1]: 0, 1: 0, 2: 0 } }));
    return {
        add: ({ versions }) => {
            for (const { votes } of versions) {
                for (const { column, by, at, value } of votes) {
                    if (column !== "reviews" || at === null || at <= since || at > now)
                        continue;
                    const reviewer = reviewers.of(by);
                    if (reviewer !== null)
                        reviewer.counts[value]++;
                }
            }
        },
        end: () => {
            const rows = reviewers.all().map(review_stats_rowOf);
            rows.sort((a, b) => Number(b.reviews) - Number(a.reviews) || String(a.user).localeCompare(String(b.user), "en"));
            const title = `Reviews of the last ${period} ${period === 1 ? "day" : "days"}`;
            return { table: { title, columns: review_stats_COLUMNS, rows, omitted: 0 }, view: { kind: "table" } };
        },
    };
}
function review_stats_rowOf({ user, team, counts }) {
    const positive = counts[1] + counts[2];
    const reviews = positive + counts[-1] + counts[-2];
    return {
        user,
        team,
        reviews,
        "-2": counts[-2],
        "-1": counts[-1],
        "+1": counts[1],
        "+2": counts[2],
        positive: positive / reviews,
    };
}

;// CONCATENATED MODULE: ./lib/changes/reports/catalogue.js





/** Every report but `watch`, which never ends. */
const REPORTS = [...LISTS, review_rate/* reviewRate */.f, reviewStats, openStats, comments];

// EXTERNAL MODULE: ./lib/closest.js
var closest = __webpack_require__(4904);
;// CONCATENATED MODULE: ./lib/changes/reports/arrange.js


const WIDEST = 1000;
/**
 * The table sorted, cut to so many rows and to the columns asked for, in the order they are asked for.
 * @throws UsageError for a column that it does not have
 */
function arrange(table, arrangement) {
    const { sort, fields, limit } = arrangement;
    const sorted = sort === null ? table.rows : sortRows(table, sort);
    const kept = limit === null ? sorted : sorted.slice(0, limit);
    const columns = fields.length === 0
        ? table.columns.filter(({ shown }) => shown === "always")
        : fields.map((field) => fieldOf(table, field));
    return { ...table, columns, rows: kept, omitted: table.omitted + sorted.length - kept.length };
}
function sortRows(table, sort) {
    const [, name = "", order] = /^(.*?)(?::(rev|desc|asc))?$/.exec(sort) ?? [];
    const { key } = columnOf(table, name, "--sort");
    const sign = order === "rev" || order === "desc" ? -1 : 1;
    return [...table.rows].sort((a, b) => compare(a[key] ?? null, b[key] ?? null, sign));
}
/** What is missing comes last, whichever way. */
function compare(a, b, sign) {
    if (a === null || b === null)
        return Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number")
        return sign * (a - b);
    return sign * String(a).localeCompare(String(b), "en");
}
function fieldOf(table, field) {
    const [, name = "", width] = /^(.*?)(?::(\d{1,4}))?$/.exec(field) ?? [];
    const { dropped, ...column } = columnOf(table, name, "--field");
    if (width === undefined)
        return column;
    return { ...column, most: Math.max(1, Math.min(WIDEST, Number(width))) };
}
function columnOf(table, name, option) {
    const wanted = name.trim().toLowerCase();
    const found = table.columns.find((column) => [column.key, column.name].some((known) => known.toLowerCase() === wanted));
    if (found !== undefined)
        return found;
    const keys = table.columns.map(({ key }) => key);
    const near = (0,closest/* closest */.k)(name, keys);
    const hint = near === undefined ? `It has ${keys.join(", ")}.` : `Did you mean ${near}?`;
    throw new errors/* UsageError */.e("unknown-field", `${option}: this report has no column "${name}". ${hint}`);
}

;// CONCATENATED MODULE: ./lib/changes/run-report.js



/** How many of the changes that wait longest are shown where nobody says. */
const LONGEST_SHOWN = 5;
/**
 * Fetches what a report needs, no more, and makes it. Of the changes only what the report keeps stays in memory.
 * @throws UsageError for a missing user, a bad filter, sort or field, before anything is fetched; and whatever the source throws
 */
async function runReport(source, request, signal) {
    const { report, options, arrangement, number } = request;
    if (report.user === "needed" && options.user === null) {
        throw new errors/* UsageError */.e("no-user", `${report.name} needs to know whose list it is: give --user LOGIN, or \`user: LOGIN\` in ~/.config/forgexec/changes.yml or .forge-changes.yml.`);
    }
    const accepted = compileFilter(request.filter);
    // Bad columns are told before a minute of fetching.
    arrange(report.begin(options).end().table, arrangement);
    const collector = report.begin(options);
    for await (const change of source.changes(queryFor(source, request), signal)) {
        if ((number === null || change.number === number) && accepted(change))
            collector.add(change);
    }
    const outcome = collector.end();
    return { outcome: arranged(outcome, arrangement), count: outcome.table.rows.length };
}
/** Facts are one row; what a limit is for are the tables after them. */
function arranged(outcome, arrangement) {
    const { table, view } = outcome;
    if (view.kind !== "facts")
        return { table: arrange(table, arrangement), view };
    const limit = arrangement.limit ?? LONGEST_SHOWN;
    return {
        table: arrange(table, { ...arrangement, limit: null }),
        view: { ...view, tables: view.tables.map((each) => arrange(each, { sort: null, fields: [], limit })) },
    };
}
function queryFor(source, { report, options, filter, number }) {
    const { statuses, projects, files, approvals, reviewers } = filter;
    const period = report.period(options);
    const unasked = source.kind === "recorded" || number !== null ? report.statuses : report.live;
    const wanted = new Set(report.with);
    if (files.length > 0)
        wanted.add("files");
    if (approvals.length > 0)
        wanted.add("votes");
    // The list of reviewers knows who was asked, the votes who did.
    if (reviewers.length > 0)
        wanted.add("reviewers").add("reviews");
    return {
        statuses: statuses.length === 0 ? unasked : report.statuses.filter((status) => statuses.includes(status)),
        projects: projects.some(isPattern) ? [] : projects,
        // Recorded data is whole already, and may have been put together with times that do not go together.
        ...(period === null || source.kind === "recorded" ? {} : { updatedSince: options.now - period }),
        ...(number === null ? {} : { number }),
        with: wanted,
    };
}
function isPattern(project) {
    return project.startsWith("^");
}
/** @throws UsageError for what is no change's number */
function parseChange(text) {
    const [, project, digits] = /^(?:(.{1,300})?#)?(\d{1,15})$/.exec(text.trim()) ?? [];
    if (digits !== undefined)
        return { number: Number(digits), project: project ?? null };
    throw new errors/* UsageError */.e("bad-change", `"${text}" is no change: give its number, such as 42 or owner/name#42.`);
}
/** @throws UsageError for a change that is not there */
function requireChange(outcome, change) {
    const found = outcome.view.kind === "threads" ? outcome.view.threads : null;
    if (found?.length === 0)
        throw new errors/* UsageError */.e("no-change", `There is no change ${change} among those asked for.`);
}

;// CONCATENATED MODULE: ./lib/changes/settings.js


const GITHUB_API = "https://api.github.com";
/** @throws UsageError for a group that is not in the configuration, a server or repository that is missing */
function resolveSettings(wishes, { config, serverFrom }, common) {
    const projects = [...wishes.projects, ...groupProjects(wishes.groups, config.groups ?? {})];
    const trust = wishes.server === null && serverFrom === "project" && config.server !== undefined ? "withheld" : "sent";
    return {
        user: wishes.user ?? config.user ?? null,
        bots: [...wishes.bots, ...(config.bots ?? [])],
        teams: config.teams ?? {},
        projects,
        source: sourceOptions(wishes, { config, common, projects, trust }),
    };
}
function groupProjects(wanted, groups) {
    const names = wanted === "all" ? Object.keys(groups) : wanted;
    if (wanted === "all" && names.length === 0) {
        throw new errors/* UsageError */.e("no-groups", "--all-groups: the configuration has no `groups`.");
    }
    return names.flatMap((name) => {
        const found = Object.hasOwn(groups, name) ? groups[name] : undefined;
        if (found !== undefined)
            return found;
        const known = Object.keys(groups);
        const near = (0,closest/* closest */.k)(name, known);
        const hint = near ? `Did you mean ${near}?` : known.length > 0 ? `It has ${known.join(", ")}.` : "It has none.";
        throw new errors/* UsageError */.e("unknown-group", `--group: there is no group "${name}" in the configuration. ${hint}`);
    });
}
function sourceOptions(wishes, known) {
    if (wishes.from !== null)
        return { ...known.common, kind: "recorded", file: wishes.from };
    switch (wishes.source ?? known.config.source ?? "github") {
        case "github":
            return github(wishes, known);
        case "gerrit":
            return gerrit(wishes, known);
        case "gerrit-ssh":
            return gerritSsh(wishes, known);
    }
}
function github(wishes, { config, common, projects, trust }) {
    const { environment } = common;
    const own = environment.GITHUB_REPOSITORY ? [environment.GITHUB_REPOSITORY] : [];
    const repositories = projects.length > 0 ? projects : (config.projects ?? own);
    if (repositories.length === 0 || repositories.some((name) => name.startsWith("^"))) {
        throw new errors/* UsageError */.e("no-repository", "Which repository? Give --repository OWNER/NAME, `projects: [OWNER/NAME]` in .forge-changes.yml, or GITHUB_REPOSITORY.");
    }
    const token = environment.GITHUB_TOKEN || environment.GH_TOKEN || null;
    const server = wishes.server ?? config.server;
    return {
        ...common,
        kind: "github",
        apiUrl: server ?? (environment.GITHUB_API_URL || GITHUB_API),
        token: secret(token, { trust, common, server }),
        repositories,
    };
}
function gerrit(wishes, { config, common, projects, trust }) {
    const { environment } = common;
    const url = wishes.server ?? config.server ?? (environment.GERRIT_URL || undefined);
    if (url === undefined)
        throw noServer("--server https://review.example.org", "`server`", "GERRIT_URL");
    return {
        ...common,
        kind: "gerrit",
        url: url.includes("://") ? url : `https://${url}`,
        user: wishes.login ?? config.login ?? (environment.GERRIT_USERNAME || null),
        password: secret(environment.GERRIT_PASSWORD || null, { trust, common, server: url }),
        projects: projects.length > 0 ? projects.filter(isName) : (config.projects ?? []),
    };
}
function gerritSsh(wishes, { config, common, projects }) {
    const host = wishes.server ?? config.server;
    if (host === undefined)
        throw noServer("--server HOST, which may be one of ~/.ssh/config", "`server`", null);
    const port = wishes.port ?? config.port;
    return {
        ...common,
        kind: "gerrit-ssh",
        host,
        ...(port === undefined || port === null ? {} : { port }),
        user: wishes.login ?? config.login ?? null,
        keyFile: wishes.keyFile,
        projects: projects.length > 0 ? projects.filter(isName) : (config.projects ?? []),
    };
}
function isName(project) {
    return !project.startsWith("^");
}
function secret(value, { trust, common, server, }) {
    if (value === null || trust === "sent")
        return value;
    common.note(`${server} is named by a project's .forge-changes.yml, so no token or password is sent there: --server or a file of your own allows it`);
    return null;
}
function noServer(flag, key, variable) {
    const also = variable === null ? "" : `, or ${variable}`;
    return new errors/* UsageError */.e("no-server", `Which Gerrit server? Give ${flag}, ${key} in a configuration${also}.`);
}

;// CONCATENATED MODULE: ./lib/changes/sources/index.js
/**
 * Opens a place that changes come from. Nothing is asked before its `changes` or `watch` is iterated; whatever that opens is closed
 * when the iteration ends, also early.
 * @throws UsageError for options that cannot be right (a URL that is none, a host that ssh would take for an option)
 */
async function openSource(options) {
    // Each is loaded when it is called for: recorded changes need no HTTP client, which is the largest part of all.
    switch (options.kind) {
        case "github":
            return (await Promise.all(/* import() */[__webpack_require__.e(565), __webpack_require__.e(716)]).then(__webpack_require__.bind(__webpack_require__, 1716))).openGithub(options);
        case "gerrit":
            return (await Promise.all(/* import() */[__webpack_require__.e(565), __webpack_require__.e(680)]).then(__webpack_require__.bind(__webpack_require__, 7680))).openGerrit(options);
        case "gerrit-ssh":
            return (await Promise.all(/* import() */[__webpack_require__.e(565), __webpack_require__.e(268), __webpack_require__.e(797)]).then(__webpack_require__.bind(__webpack_require__, 797))).openGerritSsh(options);
        case "recorded":
            return (await __webpack_require__.e(/* import() */ 377).then(__webpack_require__.bind(__webpack_require__, 1377))).openRecorded(options);
    }
}

;// CONCATENATED MODULE: ./lib/changes/index.js














// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
// EXTERNAL MODULE: ./lib/spec/index.js + 40 modules
var spec = __webpack_require__(5832);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/action/inert.js
const ZERO_WIDTH = "\u200b";
/** Lines that the runner takes no workflow commands from: a block of `stop-commands` with a token that nobody can guess. */
function inert(text, randomToken) {
    const token = randomToken();
    return `::stop-commands::${token}\n${undrawn(text)}\n::${token}::\n`;
}
/** Breaks, without showing, what the log page may draw as a command whatever stands around it. */
function undrawn(text) {
    return text.replaceAll("##[", `##${ZERO_WIDTH}[`);
}

;// CONCATENATED MODULE: ./lib/action/fault.js




const ISSUES = "https://github.com/forgexec/forgexec/issues";
/** Fails the job for what should not have happened; the stack is told where the job has debug logging. */
function tellFault(edge, error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    if (edge.environment.RUNNER_DEBUG === "1" && stack)
        edge.log.write(inert(stack, external_node_crypto_.randomUUID));
    edge.core.setFailed(`forgexec itself failed: ${undrawn((0,printable/* printableLines */.f)(message))}\nThis is a fault of forgexec ${version/* VERSION */.x} (Node ${process.version}, ${edge.platform}), ` +
        `not of your build. Please report it at ${ISSUES}, with this log; with debug logging turned on it says more.`);
}

;// CONCATENATED MODULE: ./lib/action/secrets.js
/** Registers a secret with the runner: whole, which masks each line on GitHub, and line by line for runners that mask it whole only. */
function hide(core, secret) {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    for (const text of new Set([secret, ...lines])) {
        if (text.trim() !== "")
            core.setSecret(text);
    }
}

;// CONCATENATED MODULE: ./lib/action/parsers.js

/** Any text; empty: null. */
const parsers_text = (given) => (given === "" ? null : given);
/** Names separated by commas, blanks or newlines. */
const names = (given) => given.split(/[\s,]+/).filter((name) => name !== "");
/** A boolean as YAML 1.2's core schema writes it. */
const flag = (given) => {
    if (["true", "True", "TRUE"].includes(given))
        return "on";
    if (["false", "False", "FALSE"].includes(given))
        return "off";
    throw new Error(`"${given}" is neither true nor false`);
};
/** A time-out as the spec writes it; empty: null. */
const duration = (given) => {
    if (given !== "" && (0,spec/* parseTimeout */.ZZ)(given) === undefined) {
        throw new Error(`"${given}" is no duration; write one such as 90s, 10m or 1h30m`);
    }
    return parsers_text(given);
};
/** How long something counts as fresh, as the spec writes durations; 0: for ever. */
const age = (given) => {
    if ((0,spec/* parseDuration */.E9)(given) !== undefined)
        return given;
    throw new Error(`"${given}" is no duration; write one such as 12h, 3d or 0`);
};
/** The beginning of the cache's keys; empty: null. A key is bounded and has no commas. */
const prefix = (given) => {
    if (/^[\w.-]{0,100}$/.test(given))
        return parsers_text(given);
    throw new Error(`"${given}" is no prefix; it has at most 100 letters, digits, dots, dashes and underscores`);
};
/** One of some words. */
function oneOf(...words) {
    return (given) => {
        const found = words.find((word) => word === given);
        if (found === undefined)
            throw new Error(`"${given}" is none of ${words.join(", ")}`);
        return found;
    };
}
/** Empty: null. */
function optional(parse) {
    return (given) => (given === "" ? null : parse(given));
}
/** A value that a later release will take: whatever is not among those that this one can honour is refused. */
function only(accepted, parse) {
    return (given) => {
        const value = parse(given);
        if (value !== null && !accepted.includes(value)) {
            const leave = accepted.length > 0 ? `only ${accepted.join(" or ")} is taken` : "leave it out";
            throw new Error(`"${value}" needs a later release of forgexec; in this one ${leave}`);
        }
        return value;
    };
}

;// CONCATENATED MODULE: ./lib/action/inputs.js



/** Every input of action.yml with its default and its parser. */
const INPUTS = {
    spec: input("", parsers_text),
    stage: input("execute", parsers_text),
    phases: input("", names),
    workingDirectory: input("", parsers_text),
    python: input("", parsers_text),
    packageCache: input("auto", oneOf("auto", "true", "false", "read-only")),
    cachePrefix: input("", prefix),
    freshness: input("3d", age),
    sandbox: input("", optional(oneOf(...spec/* SANDBOX_BACKENDS */.K2))),
    githubToken: input("", parsers_text),
    statuses: input("auto", only(["auto", "false"], oneOf("auto", "true", "false"))),
    comment: input("false", only(["false"], oneOf("true", "false"))),
    summary: input("true", flag),
    annotations: input("true", flag),
    decryptionKey: input("", parsers_text),
    workflowCommands: input("false", flag),
    timeout: input("", duration),
    report: input("", only([], parsers_text)),
    mount: input("auto", oneOf("auto", "true", "false")),
    matrixEntry: input("", only([], parsers_text)),
};
/** Reads every input. Bad ones are a UsageError that names them all. */
function readInputs(read) {
    return readTable(INPUTS, read);
}
/** Reads an action's inputs by a table of them. Bad ones are a UsageError that names them all. */
function readTable(table, read) {
    const problems = [];
    const values = Object.entries(table).map(([key, { fallback, parse }]) => {
        const name = inputName(key);
        try {
            return [key, parse(read(name).trim() || fallback)];
        }
        catch (error) {
            problems.push(`input "${name}": ${error.message}.`);
            return [key, null];
        }
    });
    if (problems.length > 0)
        throw new errors/* UsageError */.e("invalid-input", problems.join("\n"));
    return Object.freeze(Object.fromEntries(values));
}
/** An input's name in a workflow: `workingDirectory` is `working-directory`. */
function inputName(key) {
    return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** One line of such a table. */
function input(fallback, parse) {
    return { fallback, parse };
}

;// CONCATENATED MODULE: ./lib/action/changes/inputs.js



const STATUSES = ["open", "merged", "closed"];
/** A whole number; empty: null. */
const number = (given) => {
    if (given === "")
        return null;
    if (!/^[1-9]\d{0,8}$/.test(given))
        throw new Error(`"${given}" is no whole number from 1 up`);
    return Number(given);
};
/** Each of the given words once, or none of them. */
function wordsOf(known) {
    const one = oneOf(...known);
    return (given) => names(given).map(one);
}
/** Every input of changes/action.yml with its default and its parser. */
const CHANGES_INPUTS = {
    report: input("list", oneOf(...REPORTS.map(({ name }) => name))),
    repositories: input("", names),
    user: input("", parsers_text),
    format: input("markdown", oneOf(...FORMATS)),
    postTo: input("summary", oneOf("summary", "issue", "comment")),
    githubToken: input("", parsers_text),
    issue: input("", number),
    title: input("", parsers_text),
    id: input("", parsers_text),
    change: input("", parsers_text),
    status: input("open", wordsOf(STATUSES)),
    bots: input("", names),
    days: input("", number),
    strict: input("false", flag),
    sort: input("", parsers_text),
    fields: input("", names),
    limit: input("", number),
    config: input("", parsers_text),
    source: input("", (given) => (given === "" ? null : oneOf(...model/* SOURCE_KINDS */.s)(given))),
    server: input("", parsers_text),
    from: input("", parsers_text),
};
/** Reads every input. Bad ones are a UsageError that names them all. */
function readChangesInputs(read) {
    return readTable(CHANGES_INPUTS, read);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/action/changes/make-report.js







/** Fetches and makes the report that the inputs ask for. */
async function makeReport(edge, inputs, signal) {
    const report = REPORTS.find(({ name }) => name === inputs.report);
    if (report === undefined)
        throw new Error(`no report ${inputs.report}`);
    const now = edge.now().getTime();
    const settings = await settingsOf(edge, inputs);
    const reference = report.name === "comments" ? parseChange(inputs.change ?? "") : null;
    const projects = reference?.project == null ? settings.projects : [reference.project];
    const source = await openSource(settings.source);
    const request = {
        report,
        number: reference?.number ?? null,
        filter: { ...NO_FILTER, projects, statuses: statusesOf(report, inputs) },
        arrangement: { sort: inputs.sort, fields: inputs.fields, limit: inputs.limit },
        options: {
            now,
            user: settings.user,
            bots: (0,people/* botsCalled */.uf)(settings.bots),
            teamOf: (0,people/* teamFinder */.wX)(settings.teams),
            days: inputs.days,
            approvable: inputs.strict === "on" ? "no-objection" : "no-veto",
            botComments: "left-out",
            commentsOn: "every-version",
        },
    };
    const { outcome, count } = await runReport(source, request, signal);
    if (reference !== null)
        requireChange(outcome, inputs.change ?? "");
    return { outcome, count, now, user: settings.user, picture: report.name === "review-rate" ? "rate" : "none" };
}
/** The input `status` is for the list; the other reports know what they are about. */
function statusesOf(report, inputs) {
    return report.name === "list" ? inputs.status : [];
}
async function settingsOf(edge, inputs) {
    const { core, cwd, home, environment } = edge;
    const workspace = environment.GITHUB_WORKSPACE || cwd;
    const loaded = await loadConfig({ cwd: workspace, home, environment, file: inWorkspace(workspace, inputs.config) });
    const wishes = {
        source: inputs.source,
        from: inputs.from === null ? null : (0,external_node_path_.resolve)(workspace, inWorkspace(workspace, inputs.from) ?? ""),
        server: inputs.server,
        port: null,
        login: null,
        keyFile: null,
        user: inputs.user,
        projects: inputs.repositories,
        groups: [],
        bots: inputs.bots,
    };
    return resolveSettings(wishes, loaded, {
        cache: { directory: (0,external_node_path_.join)(workspace, ".forge", "changes"), mode: "off" },
        environment: inputs.githubToken === null ? environment : { ...environment, GITHUB_TOKEN: inputs.githubToken },
        now: () => edge.now().getTime(),
        note: (line) => core.info(undrawn((0,printable/* printable */.g)(line))),
    });
}
/** A path that an input names, which must lie in the workspace. */
function inWorkspace(workspace, path) {
    if (path === null)
        return null;
    const near = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, path));
    if (near !== ".." && !near.startsWith(`..${external_node_path_.sep}`) && (0,external_node_path_.resolve)(workspace, near) === (0,external_node_path_.resolve)(workspace, path))
        return path;
    throw new errors/* UsageError */.e("outside", `${path} lies outside of the workspace ${workspace}.`);
}
const EXTENSIONS = {
    text: "txt",
    csv: "csv",
    json: "json",
    markdown: "md",
    html: "html",
};
/** Writes the report to a file of its own in the runner's temporary folder, which the runner empties; returns the path. */
async function writeReport(edge, made, format) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(edge.environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), "forgexec-changes-"));
    const path = (0,external_node_path_.join)(folder, `report.${EXTENSIONS[format]}`);
    const view = { now: made.now, width: null, color: "plain", limit: null, picture: made.picture };
    await (0,promises_.writeFile)(path, await formatReport(made.outcome, format, view));
    return path;
}

;// CONCATENATED MODULE: ./lib/action/changes/outputs.js
/** What the outputs say when there is no report. */
const NO_REPORT = { path: "", count: "", url: "" };

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/report/index.js + 20 modules
var lib_report = __webpack_require__(1958);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
;// CONCATENATED MODULE: ./lib/action/changes/github-api.js




const github_api_GITHUB_API = "https://api.github.com";
const ANSWER_MS = 30_000;
/** How often a request is sent that met a fault of the server's, or a limit that ends soon. */
const TRIES = 4;
const LONGEST_WAIT_MS = 20_000;
/** GitHub's REST API for what the action writes. Faults are UsageErrors that say what to do. */
class GithubApi {
    #options;
    #url;
    #agent;
    constructor(options) {
        const { environment } = options;
        this.#options = options;
        this.#url = (environment.GITHUB_API_URL || github_api_GITHUB_API).replace(/\/+$/, "");
        this.#agent = new undici/* EnvHttpProxyAgent */.J2({
            httpProxy: environment.http_proxy ?? environment.HTTP_PROXY ?? "",
            httpsProxy: environment.https_proxy ?? environment.HTTPS_PROXY ?? "",
            noProxy: environment.no_proxy ?? environment.NO_PROXY ?? "",
        });
    }
    /**
     * One request; `path` begins with a slash. Statuses in `accept` are answers, all others of 400 and more are errors.
     * A server's fault is met by a few more tries, but a POST is sent again only where it cannot have had an effect.
     */
    async send(method, path, { body, accept = [] } = {}) {
        for (let tries = 1;; tries++) {
            const answer = await this.#once(method, path, body);
            if (answer.status < 400 || accept.includes(answer.status))
                return answer;
            const waitMs = tries < TRIES ? waitFor(answer, { method, tries }) : null;
            if (waitMs === null)
                throw refusal(answer, { method, path });
            await this.#options.wait(waitMs);
        }
    }
    async close() {
        await this.#agent.close();
    }
    async #once(method, path, body) {
        const { token, signal } = this.#options;
        try {
            const response = await (0,undici/* request */.Em)(`${this.#url}${path}`, {
                method,
                dispatcher: this.#agent,
                headers: {
                    accept: "application/vnd.github+json",
                    "user-agent": `forgexec/${version/* VERSION */.x}`,
                    "x-github-api-version": "2022-11-28",
                    ...(body === undefined ? {} : { "content-type": "application/json" }),
                    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
                },
                body: body === undefined ? null : JSON.stringify(body),
                signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
            });
            const retryAfter = Number(response.headers["retry-after"] ?? Number.NaN);
            return { status: response.statusCode, body: parsed(await response.body.text()), retryAfter };
        }
        catch (cause) {
            if (signal.aborted)
                throw cause;
            const why = (0,printable/* printable */.g)(cause.message);
            throw new errors/* UsageError */.e("github-unreachable", `GitHub at ${this.#url} cannot be reached: ${why}.`, { cause });
        }
    }
}
function waitFor({ status, retryAfter }, { method, tries }) {
    if ((status === 403 || status === 429) && retryAfter * 1000 <= LONGEST_WAIT_MS)
        return retryAfter * 1000;
    // Whether a POST that failed so had an effect is not known: better none than two.
    return status >= 500 && method !== "POST" ? 500 * 2 ** tries : null;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
const ADVICE = {
    401: "The token is wrong or has expired: give another as github-token.",
    403: "The token may not do that: the job needs `permissions: issues: write` (for a pull request `pull-requests: write`). Or the rate limit is used up.",
    404: "There is no such repository, issue or pull request, or the token may not see it.",
    410: "Issues are turned off in this repository: turn them on, or post to the summary.",
    422: "GitHub does not take what was sent.",
    429: "The rate limit is used up: try again later.",
};
function refusal({ status, body }, { method, path }) {
    const said = body?.message;
    const message = typeof said === "string" ? ` ("${(0,printable/* printable */.g)(said.slice(0, 300))}")` : "";
    const advice = ADVICE[status] ?? "GitHub itself seems to be in trouble: try again later.";
    return new errors/* UsageError */.e("github-refused", `GitHub answers ${status} to ${method} ${path}${message}. ${advice}`);
}

;// CONCATENATED MODULE: ./lib/action/changes/sticky.js

/** GitHub takes no more in a comment or an issue's text; counted in UTF-16 units, which are never fewer than its characters. */
const LONGEST_BODY = 65_536;
const PER_PAGE = 100;
/** As many pages are looked through; who has more comments than that gets a new one. */
const MOST_PAGES = 50;
/** Writes the text as a comment on an issue or pull request, over its own earlier one if there is one; returns the comment's address. */
async function postComment(api, posting) {
    const { repository, id, issue } = posting;
    const list = `/repos/${repository}/issues/${issue}/comments`;
    const body = marked(posting);
    const own = await find(api, `${list}?`, id);
    const answer = own === null
        ? await api.send("POST", list, { body: { body } })
        : await api.send("PATCH", `/repos/${repository}/issues/comments/${own.id}`, { body: { body } });
    return addressIn(answer.body);
}
/** Writes the text into an issue that it opens, or into the open one that it opened earlier; returns the issue's address. */
async function postIssue(api, posting) {
    const { repository, id, title } = posting;
    const list = `/repos/${repository}/issues`;
    const body = marked(posting);
    const own = await find(api, `${list}?state=open&sort=created&direction=asc&`, id);
    const answer = own === null
        ? await api.send("POST", list, { body: { title, body } })
        : await api.send("PATCH", `${list}/${own.number}`, { body: { title, body } });
    return addressIn(answer.body);
}
/** Room for the text beside the marker. */
function roomFor(id) {
    return LONGEST_BODY - markerOf(id).length - 1;
}
function marked({ id, body }) {
    return `${markerOf(id)}\n${body}`;
}
/** What does not show, and names the post; only letters, digits and dashes, so that nothing in it ends the comment. */
function markerOf(id) {
    return `<!-- forgexec-changes:${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}
/** The first that begins with the marker and was written by whoever the token is: anyone could put the marker into a text of theirs. */
async function find(api, list, id) {
    const marker = markerOf(id);
    const self = await ownLogin(api);
    for (let page = 1; page <= MOST_PAGES; page++) {
        const { body } = await api.send("GET", `${list}per_page=${PER_PAGE}&page=${page}`);
        if (!Array.isArray(body))
            throw new errors/* UsageError */.e("github-refused", "GitHub's answer is not the list that it should be.");
        for (const item of body) {
            const isOwn = self === null ? item.user?.type === "Bot" : item.user?.login === self;
            if (isOwn && item.body?.startsWith(marker) === true && item.pull_request == null && item.id !== undefined) {
                return { id: item.id, number: item.number };
            }
        }
        if (body.length < PER_PAGE)
            return null;
    }
    return null;
}
/** Null: the token is an app's, as the job's own is, and whatever it writes is by a bot. */
async function ownLogin(api) {
    const { status, body } = await api.send("GET", "/user", { accept: [401, 403, 404] });
    const login = body?.login;
    return status === 200 && typeof login === "string" ? login : null;
}
function addressIn(body) {
    const url = body?.html_url;
    return typeof url === "string" ? url : "";
}

;// CONCATENATED MODULE: ./lib/action/changes/post-report.js







/** GitHub shows no summary over 1 MiB. */
const MOST_SUMMARY_BYTES = 1024 * 1024 - 1024;
/** Where the report is posted to; returns the address of what was written, empty for the summary. */
async function postReport(edge, { inputs, made, signal }) {
    if (inputs.postTo === "summary") {
        await toSummary(edge, made);
        return "";
    }
    const { environment } = edge;
    const repository = environment.GITHUB_REPOSITORY ?? "";
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw new errors/* UsageError */.e("no-repository", "GITHUB_REPOSITORY is not set, so there is no repository to post to.");
    }
    const id = inputs.id ?? [inputs.report, made.user].filter((part) => part !== null).join(" ");
    const view = {
        now: made.now,
        width: null,
        color: "plain",
        limit: { most: roomFor(id), in: "units" },
        picture: made.picture,
    };
    const body = await formatReport(made.outcome, "markdown", view);
    const api = new GithubApi({
        environment,
        token: inputs.githubToken,
        signal,
        wait: (ms) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }),
    });
    try {
        if (inputs.postTo === "comment") {
            return await postComment(api, { repository, id, body, issue: inputs.issue ?? (await issueOfEvent(edge)) });
        }
        return await postIssue(api, { repository, id, body, title: inputs.title ?? made.outcome.table.title });
    }
    finally {
        await api.close();
    }
}
async function toSummary({ environment, core }, made) {
    const file = environment.GITHUB_STEP_SUMMARY;
    if (!file) {
        core.warning("The runner has no job summary, so the report is only in the file of the output path.");
        return;
    }
    const view = { now: made.now, width: null, color: "plain", picture: made.picture };
    const texts = [];
    // Earlier steps may have taken some of the room: the first that fits is written, and the shortest always does.
    for (const share of [1, 0.9, 0.5]) {
        const limit = { most: Math.floor(MOST_SUMMARY_BYTES * share), in: "bytes" };
        texts.push(await formatReport(made.outcome, "markdown", { ...view, limit }));
    }
    const fitting = (bytes) => texts.find((text) => Buffer.byteLength(text) <= bytes) ?? texts.at(-1) ?? "";
    await (0,lib_report/* writeSummary */.Sy)({ file }, MOST_SUMMARY_BYTES, fitting);
}
/** The issue or pull request that the event is about. */
async function issueOfEvent({ environment }) {
    const payload = await (0,promises_.readFile)(environment.GITHUB_EVENT_PATH ?? "", "utf8")
        .then(JSON.parse)
        .catch(() => null);
    const number = payload?.issue?.number ?? payload?.pull_request?.number ?? payload?.number;
    if (Number.isSafeInteger(number) && number > 0)
        return number;
    throw new errors/* UsageError */.e("no-issue", "post-to: comment needs to know where: the event is not about an issue or pull request, so give its number by the input issue.");
}

;// CONCATENATED MODULE: ./lib/action/changes/run.js












const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** The action of change reports. Sets every output whatever happens, and the exit code; never throws. */
async function runChangesAction(edge) {
    let outputs = NO_REPORT;
    const stop = new AbortController();
    const cancel = () => stop.abort(new Error("cancelled"));
    for (const signal of SIGNALS)
        edge.signals.on(signal, cancel);
    try {
        for await (const known of run(edge, stop.signal))
            outputs = known;
    }
    catch (error) {
        if (stop.signal.aborted)
            edge.core.setFailed("The report was cancelled.");
        else
            tell(edge, error);
    }
    finally {
        for (const signal of SIGNALS)
            edge.signals.off(signal, cancel);
        for (const [name, value] of Object.entries(outputs))
            edge.core.setOutput(name, value);
    }
}
/** Tells the outputs as they become known: a report that cannot be posted is there all the same. */
async function* run(edge, signal) {
    const inputs = readChangesInputs((name) => edge.core.getInput(name));
    hide(edge.core, inputs.githubToken ?? "");
    const made = await makeReport(edge, inputs, signal);
    const path = await writeReport(edge, made, inputs.format);
    edge.core.info(`${inputs.report}: ${made.count} ${made.count === 1 ? "row" : "rows"}, written to ${path}`);
    const count = String(made.count);
    yield { path, count, url: "" };
    const url = await postReport(edge, { inputs, made, signal });
    if (url !== "")
        edge.core.info(`Posted to ${url}`);
    yield { path, count, url };
}
function tell(edge, error) {
    if (error instanceof model/* ConfigError */.x) {
        const texts = error.diagnostics.map((found) => (0,spec/* renderDiagnostic */.IW)(found, error.specText, { color: "never" }));
        edge.log.write(inert(texts.join("\n"), external_node_crypto_.randomUUID));
    }
    if (error instanceof errors/* UsageError */.e)
        edge.core.setFailed(undrawn((0,printable/* printableLines */.f)(error.message)));
    else
        tellFault(edge, error);
}


/***/ }),

/***/ 7449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ SOURCE_KINDS),
/* harmony export */   x: () => (/* binding */ ConfigError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const SOURCE_KINDS = ["github", "gerrit", "gerrit-ssh"];
/** A configuration with something wrong in it. */
class ConfigError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e {
    diagnostics;
    /** The file's text, for showing a finding's line. */
    specText;
    constructor(diagnostics, text) {
        const [first] = diagnostics;
        const place = first === undefined ? "" : `${first.file}:${first.line}:${first.column}: `;
        super("bad-config", `${place}${first?.message ?? "The configuration is wrong."}`);
        this.diagnostics = diagnostics;
        this.specText = text;
    }
}


/***/ }),

/***/ 4781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ waitText),
/* harmony export */   X: () => (/* binding */ ageText)
/* harmony export */ });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;
/** From how many ms on a unit is used: days are told up to two months, since lists are about weeks. */
const UNITS = [
    { from: 2 * YEAR, ms: YEAR, one: "year", many: "years" },
    { from: 60 * DAY, ms: MONTH, one: "month", many: "months" },
    { from: DAY, ms: DAY, one: "day", many: "days" },
    { from: HOUR, ms: HOUR, one: "hour", many: "hours" },
    { from: MINUTE, ms: MINUTE, one: "min", many: "min" },
];
/** A duration in ms as people say it, rounded down: `5 min`, `3 hours`, `45 days`, `7 months`. Under a minute: `under a minute`. */
function waitText(ms) {
    const unit = UNITS.find(({ from }) => ms >= from);
    if (unit === undefined)
        return "under a minute";
    const count = Math.floor(ms / unit.ms);
    return `${count} ${count === 1 ? unit.one : unit.many}`;
}
/** How long ago that was, both in ms since the epoch; what is to come counts as now: clocks differ. */
function ageText(then, now) {
    const ms = now - then;
    return ms < MINUTE ? "just now" : waitText(ms);
}


/***/ }),

/***/ 8187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ cellText),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   kf: () => (/* binding */ isNumeric)
/* harmony export */ });
/* harmony import */ var _reports_change_columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3719);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4781);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2023);



/** A cell as people read it, on one line and harmless to a terminal; empty where there is nothing. */
function cellText(value, column, now) {
    if (value === null)
        return "";
    if (typeof value === "string")
        return (0,_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cleanLine */ .O)(value);
    switch (column.kind) {
        case "time":
            return (0,_age_js__WEBPACK_IMPORTED_MODULE_1__/* .ageText */ .X)(value, now);
        case "wait":
            return (0,_age_js__WEBPACK_IMPORTED_MODULE_1__/* .waitText */ .L)(value);
        case "vote":
            return (0,_reports_change_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .signed */ .x8)(value);
        case "rate":
            return value.toFixed(2);
        case "share":
            return `${Math.round(value * 100)}%`;
        default:
            return String(value);
    }
}
/** A time as programs read it (ISO 8601); null where it is none that a calendar has. */
function timeText(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
/** Whether a column's cells stand at its right side. */
function isNumeric({ kind }) {
    return kind === "count" || kind === "rate" || kind === "share" || kind === "vote";
}


/***/ }),

/***/ 2023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ cleanLine),
/* harmony export */   v: () => (/* binding */ cleanLines)
/* harmony export */ });
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7138);

/** Text from outside on one line, without anything that a terminal would act on. */
function cleanLine(text) {
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(unreturned(text));
}
/** The same of several lines. */
function cleanLines(text) {
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(unreturned(text));
}
/** In the output of a command a carriage return takes back what stands before it; here that would hide it. */
function unreturned(text) {
    return text.replace(/\r\n?/g, "\n");
}


/***/ }),

/***/ 764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ CHANGE_STATUSES),
/* harmony export */   p: () => (/* binding */ VOTE_COLUMNS)
/* harmony export */ });
/** The three columns that votes fall into. */
const VOTE_COLUMNS = ["tests", "reviews", "workflow"];
const CHANGE_STATUSES = ["open", "merged", "closed"];


/***/ }),

/***/ 1034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ peopleCalled),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   uf: () => (/* binding */ botsCalled),
/* harmony export */   wX: () => (/* binding */ teamFinder)
/* harmony export */ });
const BOT = /\[bot\]$/;
/** Everybody who goes by one of the names. Nobody is nobody: a deleted account is in no set. */
function peopleCalled(names) {
    const known = new Set(names.map((name) => name.toLowerCase()));
    const isKnown = (name) => name !== null && known.has(name.toLowerCase());
    return {
        has: (person) => person !== null && (isKnown(person.login) || isKnown(person.name) || isKnown(person.email)),
    };
}
/** The bots among the people: those named, with or without GitHub's `[bot]`, and whoever has that in the login. */
function botsCalled(names) {
    const named = peopleCalled(names.flatMap((name) => [name, name.replace(BOT, ""), `${name.replace(BOT, "")}[bot]`]));
    return { has: (person) => named.has(person) || (person?.login != null && BOT.test(person.login)) };
}
/** What somebody is called in a report: the login, else the name, else the email address; null where nothing is known. */
function nameOf(person) {
    return person?.login || person?.name || person?.email || null;
}
/** Finds the team that somebody is in; of several the first. Null: none. */
function teamFinder(teams) {
    const sets = Object.entries(teams).map(([team, members]) => ({ team, members: peopleCalled(members) }));
    return (person) => sets.find(({ members }) => members.has(person))?.team ?? null;
}


/***/ }),

/***/ 3719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ CHANGE_COLUMNS),
/* harmony export */   L_: () => (/* binding */ changeRow),
/* harmony export */   x8: () => (/* binding */ signed)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(764);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1034);
/* harmony import */ var _reviews_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6304);



/** The columns of every report that lists changes. */
const CHANGE_COLUMNS = [
    { key: "status", name: "Status", kind: "text", shown: "always", dropped: 3 },
    { key: "url", name: "URL", kind: "url", shown: "always" },
    { key: "owner", name: "Owner", kind: "text", shown: "always", least: 8 },
    { key: "project", name: "Project", kind: "text", shown: "always", least: 12, dropped: 2 },
    { key: "branch", name: "Branch", kind: "text", shown: "always", least: 8, dropped: 1 },
    { key: "topic", name: "Topic", kind: "text", shown: "on-request", least: 8 },
    { key: "subject", name: "Subject", kind: "text", shown: "always", least: 20 },
    { key: "created", name: "Created", kind: "time", shown: "always", dropped: 4 },
    { key: "updated", name: "Updated", kind: "time", shown: "always", dropped: 5 },
    { key: "approvals", name: "Approvals", kind: "text", shown: "on-request", least: 12 },
    { key: "tests", name: "Tests", kind: "vote", shown: "always" },
    { key: "reviews", name: "Reviews", kind: "vote", shown: "always" },
    { key: "workflow", name: "Workflow", kind: "vote", shown: "always" },
];
/** A change as a row of those columns; the votes are those on the current version. */
function changeRow(change) {
    const current = (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .currentVersion */ .YO)(change);
    return {
        status: change.status,
        url: change.url,
        owner: (0,_people_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(change.owner),
        project: change.project,
        branch: change.branch,
        topic: change.topic,
        subject: change.subject,
        created: change.created,
        updated: change.updated,
        approvals: approvals(current),
        tests: (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .castingVote */ .wY)(current, "tests"),
        reviews: (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .castingVote */ .wY)(current, "reviews"),
        workflow: (0,_reviews_js__WEBPACK_IMPORTED_MODULE_0__/* .castingVote */ .wY)(current, "workflow"),
    };
}
/** Every vote, column by column: `tests +1, reviews -1 +2`. */
function approvals(version) {
    const told = _model_js__WEBPACK_IMPORTED_MODULE_2__/* .VOTE_COLUMNS */ .p.flatMap((column) => {
        const votes = version.votes.filter((vote) => vote.column === column).map(({ value }) => signed(value));
        return votes.length === 0 ? [] : [`${column} ${votes.join(" ")}`];
    });
    return told.length === 0 ? null : told.join(", ");
}
/** A vote as people write it: with its sign. */
function signed(value) {
    return value > 0 ? `+${value}` : String(value);
}


/***/ }),

/***/ 9127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mb: () => (/* binding */ WEEK_MS),
/* harmony export */   nY: () => (/* binding */ ALL_STATUSES),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
const ALL_STATUSES = ["open", "merged", "closed"];
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;


/***/ }),

/***/ 9692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ reviewRate),
/* harmony export */   o: () => (/* binding */ WEEKS)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9127);
/* harmony import */ var _reviewers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7125);


/** How far the rate goes back. */
const WEEKS = 52;
const DAYS_A_WEEK = 7;
const COLUMNS = [
    { key: "user", name: "User", kind: "text", shown: "always", least: 8 },
    { key: "team", name: "Team", kind: "text", shown: "always", least: 8 },
    { key: "total", name: "Total", kind: "rate", shown: "always" },
    ...Array.from({ length: WEEKS }, (_, week) => {
        const name = `Week ${week + 1}`;
        // Where there is no room, the weeks that are longest ago go first.
        return { key: `week${week + 1}`, name, kind: "rate", shown: "always", dropped: WEEKS - week };
    }),
];
/** Each reviewer's comments with a vote a day: averaged over each of the last 52 weeks, and over all of them. */
const reviewRate = {
    name: "review-rate",
    summary: "reviews a day of each reviewer, week by week for a year",
    statuses: _report_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_STATUSES */ .nY,
    live: _report_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_STATUSES */ .nY,
    user: "unused",
    with: new Set(["review-comments"]),
    period: () => WEEKS * _report_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK_MS */ .mb,
    begin: (options) => collector(options),
};
function collector({ now, ...people }) {
    const reviewers = (0,_reviewers_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewersOf */ .G)(people, (user, team) => ({ user, team, weeks: new Array(WEEKS).fill(0) }));
    return {
        add: ({ comments }) => {
            for (const { by, at, voted } of comments) {
                const week = Math.floor((now - at) / _report_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK_MS */ .mb);
                if (!voted || week < 0 || week >= WEEKS)
                    continue;
                const reviewer = reviewers.of(by);
                if (reviewer !== null)
                    reviewer.weeks[week] = (reviewer.weeks[week] ?? 0) + 1;
            }
        },
        end: () => {
            const rows = reviewers.all().map(rowOf);
            rows.sort((a, b) => Number(b.total) - Number(a.total) || String(a.user).localeCompare(String(b.user), "en"));
            return {
                table: { title: "Reviews a day, by week", columns: COLUMNS, rows, omitted: 0 },
                view: { kind: "table" },
            };
        },
    };
}
function rowOf({ user, team, weeks }) {
    const total = weeks.reduce((sum, count) => sum + count, 0);
    return {
        user,
        team,
        total: total / (WEEKS * DAYS_A_WEEK),
        ...Object.fromEntries(weeks.map((count, week) => [`week${week + 1}`, count / DAYS_A_WEEK])),
    };
}


/***/ }),

/***/ 7125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reviewersOf)
/* harmony export */ });
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1034);

/** `begin` makes what is kept of somebody who is met for the first time. Who is a bot is looked up once a name. */
function reviewersOf({ bots, teamOf }, begin) {
    const known = new Map();
    return {
        of: (person) => {
            const user = (0,_people_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(person);
            if (user === null)
                return null;
            let found = known.get(user);
            if (found === undefined) {
                found = bots.has(person) ? null : begin(user, teamOf(person));
                known.set(user, found);
            }
            return found;
        },
        all: () => [...known.values()].filter((found) => found !== null),
    };
}


/***/ }),

/***/ 6304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ reviewsOf),
/* harmony export */   YO: () => (/* binding */ currentVersion),
/* harmony export */   d6: () => (/* binding */ reviewedBy),
/* harmony export */   wY: () => (/* binding */ castingVote),
/* harmony export */   wq: () => (/* binding */ reviewedByOthers)
/* harmony export */ });
/** A strong vote counts more than any number of weak ones, and a negative one more than a positive one. */
const CASTING_ORDER = [-2, 2, -1, 1];
/** The newest version. */
function currentVersion(change) {
    const current = change.versions.at(-1);
    if (current === undefined)
        throw new Error(`change ${change.url} has no version`);
    return current;
}
/** The vote that a column comes down to: the first present of -2, +2, -1, +1; null where there is none. */
function castingVote(version, column) {
    let best = CASTING_ORDER.length;
    for (const vote of version.votes) {
        if (vote.column === column)
            best = Math.min(best, CASTING_ORDER.indexOf(vote.value));
    }
    return CASTING_ORDER[best] ?? null;
}
/** The votes that are reviews. */
function reviewsOf(version) {
    return version.votes.filter(({ column }) => column === "reviews");
}
/** Whether one of the people has reviewed that version. */
function reviewedBy(version, people) {
    return version.votes.some(({ column, by }) => column === "reviews" && people.has(by));
}
/** Whether any version was reviewed by anyone outside of the given sets; a deleted account's review is one. */
function reviewedByOthers(change, ...without) {
    return change.versions.some((version) => version.votes.some(({ column, by }) => column === "reviews" && !without.some((people) => people.has(by))));
}


/***/ }),

/***/ 4904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The candidate that a person most likely meant: one that begins so, else the nearest; undefined where none is near. */
function closest(word, candidates) {
    const begun = word.length > 2 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined;
    if (begun !== undefined)
        return begun;
    const near = candidates
        .map((candidate) => ({ candidate, cost: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase().slice(0, 100), candidate.toLowerCase()) }))
        .filter(({ candidate, cost }) => cost <= Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3)))
        .sort((a, b) => a.cost - b.cost);
    return near[0]?.candidate;
}


/***/ }),

/***/ 4648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   CF: () => (/* binding */ padStart),
/* harmony export */   D3: () => (/* binding */ widest),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/* harmony import */ var get_east_asian_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5322);

/** Text of one column a character, our own marks and lines among it: most texts, and no segmenter has to be loaded. */
const NARROW = /^[ -~¡-ʯ…›│━▶✔✖■○]*$/;
/** What joins the character before it, or does not show. */
const INVISIBLE = /^[\p{Mark}\p{Control}\p{Format}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u;
const EMOJI_STYLE = "\ufe0f";
let segmenter;
function graphemes(text) {
    segmenter ??= new Intl.Segmenter();
    return segmenter.segment(text);
}
/** Columns that a text without escape sequences takes in a terminal; wide characters (UAX #11) and emoji count two. */
function widthOf(text) {
    if (NARROW.test(text))
        return text.length;
    let width = 0;
    for (const { segment } of graphemes(text))
        width += graphemeWidth(segment);
    return width;
}
function graphemeWidth(grapheme) {
    const first = grapheme.codePointAt(0);
    if (first === undefined || INVISIBLE.test(grapheme))
        return 0;
    return grapheme.includes(EMOJI_STYLE) ? 2 : (0,get_east_asian_width__WEBPACK_IMPORTED_MODULE_0__/* .eastAsianWidth */ .Q1)(first);
}
/** Columns of the widest text, or `least` where that is more. Takes any number of texts. */
function widest(texts, least) {
    let width = least;
    for (const text of texts)
        width = Math.max(width, widthOf(text));
    return width;
}
/** The text cut to so many columns, with an ellipsis where something was cut. Takes text without escape sequences. */
function clip(text, width) {
    // A grapheme can have any number of characters; so many is all that a column is worth.
    const start = text.slice(0, width * 16 + 16);
    if (start.length === text.length && widthOf(text) <= width)
        return text;
    if (width < 1)
        return "";
    if (NARROW.test(start))
        return `${text.slice(0, width - 1)}…`;
    let used = 0;
    let kept = "";
    for (const { segment } of graphemes(start)) {
        used += graphemeWidth(segment);
        if (used > width - 1)
            break;
        kept += segment;
    }
    return `${kept}…`;
}
/** The text with spaces after it up to so many columns. */
function pad(text, width) {
    return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
/** The text with spaces before it up to so many columns. */
function padStart(text, width) {
    return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/**
 * Bad usage or a bad spec: found before anything ran, exit code 2, never a stack trace.
 * The message says what happened, where, why, and what to do next; it begins with the place, where there is one.
 */
class UsageError extends Error {
    name = "UsageError";
    /** A stable, kebab-case name of the kind of error. */
    code;
    /** Null: it is about no file. */
    place;
    /** The message without the place. */
    why;
    constructor(code, why, options) {
        const { place = null } = options ?? {};
        super(place === null ? why : `${place.file}:${place.line}:${place.column}: ${why}`, options);
        this.code = code;
        this.place = place;
        this.why = why;
    }
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


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* unused harmony export readText */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/** Larger than any file of settings. */
const MOST_TEXT = (/* unused pure expression or super */ null && (16 * 1024 * 1024));
/** A text file that strangers may have put there, such as one of the project's; null where there is none, or none that can be read as one. */
async function readText(path) {
    const content = await readRegularFile(path, MOST_TEXT).catch(() => null);
    return content !== null && "bytes" in content ? content.bytes.toString("utf8") : null;
}
/**
 * Reads a regular file of at most `limit` bytes, for paths that strangers choose: neither a FIFO nor a device, nor a file
 * of the kernel's that waits (`/proc/kmsg`) or never ends, holds anything up. Rejects as `open` and `read` do.
 */
async function readRegularFile(path, limit) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stats = await file.stat();
        const { size, mtimeMs } = stats;
        if (!stats.isFile())
            return { problem: stats.isDirectory() ? "directory" : "no-regular-file", size, mtimeMs };
        if (size > limit)
            return { problem: "too-large", size, mtimeMs };
        // One more than it said it has: a file may grow, and the kernel's say 0.
        const buffer = Buffer.alloc(size > 0 ? size + 1 : limit + 1);
        let length = 0;
        while (length < buffer.length) {
            const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
            if (bytesRead === 0)
                break;
            length += bytesRead;
        }
        if (length > limit)
            return { problem: "too-large", size: length, mtimeMs };
        return { bytes: buffer.subarray(0, length) };
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 1958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FV: () => (/* reexport */ markdown_escapeMarkdown),
  OF: () => (/* reexport */ markdown_fenced),
  Sy: () => (/* reexport */ summary_target_writeSummary)
});

// UNUSED EXPORTS: actionsReporter, consoleReporter, durationText, jsonReporter, planTable, report, sandboxText, shouldColor, sizeText, summaryReporter, teeReporters

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/terminal-text.js + 1 modules
var terminal_text = __webpack_require__(7138);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/report/actions-annotations.js


/**
 * GitHub shows ten of each level for one workflow step, and drops the rest. One error is left to the action itself, which
 * ends with it (`core.setFailed`).
 */
const MOST = { error: 9, warning: 10, notice: 10 };
/**
 * Annotations as workflow commands, as many as GitHub shows. The last error is kept for the step that fails the run:
 * it comes after all those that its tools reported.
 */
class actions_annotations_Annotations {
    #workspace;
    #given = { error: 0, warning: 0, notice: 0 };
    #dropped = { error: 0, warning: 0, notice: 0 };
    #held;
    constructor(workspace) {
        this.#workspace = workspace;
    }
    /** The command for what a step reported; empty if there is no room left, or if it has to wait for the end. */
    found(annotation) {
        const { level } = annotation;
        if (level !== "error" || this.#given.error < MOST.error - 1)
            return this.#give(annotation);
        if (this.#held === undefined && this.#given.error < MOST.error)
            this.#held = this.#command(annotation);
        else
            this.#dropped.error++;
        return "";
    }
    /** The command for a step that failed. */
    failed(annotation) {
        return this.#give(annotation);
    }
    /** What waited for the end, and how many were left out. */
    rest() {
        const free = this.#given.error < MOST.error;
        const command = free ? (this.#held ?? "") : "";
        const errors = this.#dropped.error + (this.#held !== undefined && !free ? 1 : 0);
        this.#held = undefined;
        const dropped = Object.entries({ ...this.#dropped, error: errors }).filter(([, count]) => count > 0);
        const list = dropped.map(([level, count]) => `${count} ${level}${count === 1 ? "" : "s"}`).join(", ");
        return { command, note: list === "" ? "" : `Not annotated, as GitHub shows 10 of each kind: ${list}.` };
    }
    #give(annotation) {
        const { level } = annotation;
        if (this.#given[level] >= MOST[level]) {
            this.#dropped[level]++;
            return "";
        }
        this.#given[level]++;
        return this.#command(annotation);
    }
    #command({ level, file, line, column, title, message }) {
        const col = line === undefined ? undefined : column;
        return workflowCommand(level, { file: this.#within(file), line, col, title }, message);
    }
    /** GitHub wants paths relative to the workspace, with slashes. */
    #within(file) {
        if (file === undefined || this.#workspace === undefined)
            return file;
        const path = relative(this.#workspace, resolve(this.#workspace, file));
        return path.startsWith("..") || isAbsolute(path) ? file : path.split(sep).join("/");
    }
}

;// CONCATENATED MODULE: ./lib/report/duration.js
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A duration for people: `340ms`, `3.2s`, `2m 05s`, `1h 02m`. Takes milliseconds; what is negative or no number counts as 0. */
function duration_durationText(ms) {
    const whole = Number.isFinite(ms) && ms > 0 ? Math.round(ms) : 0;
    if (whole < SECOND)
        return `${whole}ms`;
    // Rounded before the unit is chosen, so that 59.96 s is not "60.0s".
    const tenths = Math.round(whole / 100);
    if (tenths < 600)
        return `${Math.floor(tenths / 10)}.${tenths % 10}s`;
    const seconds = Math.round(whole / SECOND);
    if (seconds * SECOND < HOUR)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    const minutes = Math.round(whole / MINUTE);
    return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}
function two(value) {
    return String(value).padStart(2, "0");
}

;// CONCATENATED MODULE: ./lib/report/cache-text.js


/** What the package cache did, as one sentence without its full stop; null: it was not asked. */
function cache_text_cacheText(cache) {
    if (cache.hit === "off")
        return null;
    const found = foundText(cache);
    const why = cache.reason === undefined ? "" : `: ${oneLine(cache.reason)}`;
    const saved = cache.savedKey === null ? "" : `; saved for the next run (${sizeText(cache.bytes)})`;
    return `package cache: ${found}${why}${saved}`;
}
function foundText({ hit, bytes, restoredMs }) {
    if (hit === "none")
        return "nothing to take";
    if (hit === "partial")
        return "packages of an earlier run, a new environment";
    return bytes === 0
        ? "the environment of the last run"
        : `the whole environment (${sizeText(bytes)} in ${durationText(restoredMs)})`;
}
/** A size as people read it: decimal units, as package indexes show them. */
function sizeText(bytes) {
    const units = ["kB", "MB", "GB"];
    let value = bytes / 1000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

;// CONCATENATED MODULE: ./lib/report/outputs.js

/** Cleans the outputs of a phase's steps; what a stream has printed so far decides the colours that it goes on with. */
class outputs_Outputs {
    #colours;
    #streams = new Map();
    constructor(colours) {
        this.#colours = colours;
    }
    clean(event) {
        const key = `${event.phase} ${event.step} ${event.stream}`;
        let printable = this.#streams.get(key);
        if (printable === undefined) {
            printable = new Printable(this.#colours);
            this.#streams.set(key, printable);
        }
        return printable.clean(event.text);
    }
    /** A phase is over, and with it its steps. */
    clear() {
        this.#streams.clear();
    }
}

;// CONCATENATED MODULE: ./lib/report/theme.js

const theme_MARKS = {
    success: "✔",
    failure: "✖",
    cancelled: "■",
    skipped: "○",
    "timed-out": "✖",
};
function theme_theme(color) {
    const { bold, dim, red, yellow, green, cyan, magenta, blue } = picocolors.createColors(color);
    const paints = {
        success: green,
        failure: red,
        cancelled: yellow,
        skipped: dim,
        "timed-out": red,
    };
    const labels = [cyan, magenta, blue, yellow, green];
    const paint = (result) => paints[result];
    return { bold, dim, red, yellow, green, cyan, labels, paint, mark: (result) => paint(result)(theme_MARKS[result]) };
}

// EXTERNAL MODULE: ./lib/spec/index.js + 40 modules
var spec = __webpack_require__(5832);
;// CONCATENATED MODULE: ./lib/report/words.js


/** How a step ended, in words: `exit code 1`, `killed by SIGKILL`, `timed out`. */
function words_reasonText(end) {
    if (end.timedOut === true || end.result === "timed-out")
        return "timed out";
    if (end.result === "cancelled")
        return "cancelled";
    if (end.result === "skipped")
        return end.cached === true ? "cached" : "skipped";
    if (end.signal !== null)
        return `killed by ${oneLine(end.signal)}`;
    if (end.exitCode !== null && end.exitCode !== 0)
        return `exit code ${end.exitCode}`;
    return end.result === "success" ? "success" : "failed";
}
/** Why a phase failed before its steps, with the place. */
function words_phaseErrorText({ message, place }) {
    return place === null ? message : `${place.file}:${place.line}:${place.column}: ${message}`;
}
/** What a run's or a phase's result is called in a sentence. */
const words_RESULT_WORDS = {
    success: "succeeded",
    failure: "failed",
    cancelled: "was cancelled",
    skipped: "was skipped",
    "timed-out": "timed out",
};
/** The command as a shell would read it back, on one line. */
function words_commandText(argv) {
    return oneLine(quoteWords(argv));
}
/** The step's name, unless it only repeats the command or its beginning, as the name of a step without one does. */
function words_ownName(step) {
    const name = step.name.endsWith(" …") ? step.name.slice(0, -2) : step.name;
    const commands = [quoteWords(step.argv), step.argv.join(" "), (step.argv.at(-1) ?? "").trim()];
    return commands.some((command) => command.startsWith(name)) ? undefined : oneLine(step.name);
}
const LONGEST_TITLE = 1000;
/** The step's name, or its command where it has none. */
function words_stepTitle(step) {
    return oneLine((step.name === "" ? quoteWords(step.argv) : step.name).slice(0, LONGEST_TITLE));
}
/** The command that runs a build again from a phase on. */
function words_rerunCommand(plan, phase) {
    const spec = plan.spec === ".forge.yml" ? [] : ["--spec", plan.spec];
    return words_commandText(["forgexec", "run", plan.stage, ...spec, "--from", phase]);
}

;// CONCATENATED MODULE: ./lib/report/actions-lines.js








const LONGEST_LABEL = 24;
const LONGEST_COMMAND = 2000;
/** The lines of the Actions log, without what makes them inert. The log page shows colours. */
class actions_lines_ActionsLines {
    #trace;
    #outputs = new Outputs("keep");
    #theme = theme(true);
    constructor(trace) {
        this.#trace = trace;
    }
    of(event) {
        switch (event.type) {
            case "run.start":
                return `forgexec ${event.version} · ${event.stage}`;
            case "progress":
                return this.#theme.dim(oneLine(event.text));
            case "step.start":
                return this.#stepStart(event);
            case "step.ready":
                return `${this.#theme.mark("success")} ${this.#title(event)} is ready`;
            case "step.end":
                return this.#stepEnd(event);
            case "annotation":
                return oneLine(`${event.level}: ${event.file}:${event.line}:${event.column}: ${event.title} ${event.message}`);
            case "warning":
                return this.#theme.yellow(`warning: ${oneLine(event.message)}`);
            default:
                return "";
        }
    }
    output(event) {
        const label = this.#label(event);
        const text = this.#outputs.clean(event);
        return label === "" ? text : label + text.replaceAll("\n", `\n${label}`);
    }
    /** Output as it is; a label would keep the runner from seeing a command. */
    rawOutput(event) {
        const label = this.#label(event);
        if (label === "")
            return event.text;
        return event.text.replace(/^(?!\s*::|.*##\[)/gm, label);
    }
    phaseEnd(event) {
        this.#outputs.clear();
        const { dim, mark } = this.#theme;
        if (event.result === "skipped")
            return `${mark("skipped")} ${dim(`${event.phase} skipped`)}`;
        const cached = event.cached ? ", cached" : "";
        return `${mark(event.result)} ${event.phase} ${RESULT_WORDS[event.result]} ${dim(`in ${durationText(event.durationMs)}${cached}`)}`;
    }
    /** What to show outside the group of a phase that has ended. */
    failures(event) {
        const file = this.#trace.plan?.spec;
        const failed = this.#trace.failures(event.phase).map((step) => this.#failure(step, file));
        if (failed.length > 0 || !isFailure(event.result))
            return failed;
        const { message = `${event.phase} ${RESULT_WORDS[event.result]}`, place = null } = event.error ?? {};
        const annotation = { level: "error", file, ...place, title: event.phase, message: plain(message) };
        return [{ tail: "", annotation }];
    }
    runEnd(event) {
        const { mark, bold } = this.#theme;
        const stage = this.#trace.plan?.stage ?? "run";
        const code = event.exitCode === 0 ? "" : `, exit code ${event.exitCode}`;
        const cache = cacheText(event.cache);
        const last = `${mark(event.result)} ${bold(`${stage} ${RESULT_WORDS[event.result]}`)} in ${durationText(event.durationMs)}${code}`;
        return cache === null ? last : `${this.#theme.dim(cache)}\n${last}`;
    }
    #failure(step, file) {
        const { bold, red } = this.#theme;
        const reason = step.end === undefined ? "failed" : reasonText(step.end);
        const took = durationText(step.end?.durationMs ?? 0);
        const command = clip(commandText(step.argv), LONGEST_COMMAND);
        const head = `${red(bold(`${step.phase} › ${stepTitle(step)}: ${reason}`))}`;
        const output = plain(step.tail.text());
        const last = output === "" ? "It printed nothing." : `Its last lines:\n${output}`;
        return {
            tail: `${head}\n$ ${command}\n${last}`,
            annotation: {
                level: "error",
                file,
                line: step.planned?.position.line,
                column: step.planned?.position.column,
                title: `${step.phase}: ${stepTitle(step)}`,
                message: `${command}: ${reason} after ${took}`,
            },
        };
    }
    #stepStart(event) {
        const name = ownName(event);
        const again = event.attempt > 1 ? `attempt ${event.attempt}: ` : "";
        const command = this.#theme.cyan(`$ ${clip(commandText(event.argv), LONGEST_COMMAND)}`);
        const kind = event.background ? this.#theme.dim(" (in the background)") : "";
        return `${again}${name === undefined ? "" : `${this.#theme.bold(name)}  `}${command}${kind}`;
    }
    #stepEnd(event) {
        const { dim, mark, paint } = this.#theme;
        const step = this.#trace.step(event);
        if (step === undefined)
            return this.#unstarted(event);
        const took = dim(durationText(event.durationMs));
        const title = isLabelled(this.#trace, step) ? `${this.#title(event)} ` : "";
        const allowed = isFailure(event.result) && isAllowed(step) ? " (may fail)" : "";
        const reason = event.result === "success" ? "" : `${paint(event.result)(reasonText(event))}${allowed} `;
        return `${mark(event.result)} ${title}${reason}${took}`;
    }
    #unstarted(event) {
        const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
        if (planned === undefined || (planned.skip === null && event.cached !== true))
            return "";
        const why = planned.skip === null ? "" : `: ${oneLine(planned.skip)}`;
        return `${this.#theme.mark(event.result)} ${this.#theme.dim(`${stepTitle(planned)} ${reasonText(event)}${why}`)}`;
    }
    #title(at) {
        const step = this.#trace.step(at);
        return step === undefined ? "" : stepTitle(step);
    }
    #label(event) {
        const step = this.#trace.step(event);
        if (step === undefined || !isLabelled(this.#trace, step))
            return "";
        return `${this.#theme.dim(`[${clip(stepTitle(step), LONGEST_LABEL)}]`)} `;
    }
}

;// CONCATENATED MODULE: ./lib/report/actions.js








/** Lines of output shown again, outside the group, for each failure. */
const TAIL = { lines: 30, characters: 16 * 1024 };
/** Reports a run to the log of GitHub Actions: a group a phase, and what failed outside of them. */
function actionsReporter(options) {
    const { out, workflowCommands = "inert" } = options;
    const sink = new Sink(out);
    const trace = new Trace(TAIL);
    const log = new ActionsLog(options.randomToken ?? (() => randomBytes(20).toString("hex")));
    const lines = new ActionsLines(trace);
    const annotations = options.annotations === "off" ? undefined : new Annotations(options.workspace);
    let group = false;
    const endGroup = () => {
        if (group)
            log.live(workflowCommand("endgroup"));
        group = false;
        log.close();
    };
    const beginGroup = (title) => {
        endGroup();
        log.live(workflowCommand("group", {}, title));
        group = true;
    };
    const output = (event) => {
        if (workflowCommands === "run")
            log.live(lines.rawOutput(event) || " ");
        else
            log.inert(lines.output(event) || " ");
    };
    const annotate = (annotation, event) => {
        const command = annotations?.found(annotation) ?? "";
        if (command === "")
            log.inert(lines.of(event));
        else
            log.live(command);
    };
    const phaseEnd = (event) => {
        endGroup();
        log.live(lines.phaseEnd(event));
        for (const { tail, annotation } of lines.failures(event)) {
            const command = annotations?.failed(annotation) ?? "";
            log.inert(tail === "" && command === "" ? `${annotation.title}: ${annotation.message}` : tail);
            log.live(command);
        }
        log.close();
    };
    const runEnd = (event) => {
        endGroup();
        const { command = "", note = "" } = annotations?.rest() ?? {};
        for (const line of [command, note, lines.runEnd(event)])
            log.live(line);
    };
    const take = (event) => {
        switch (event.type) {
            case "run.start":
                log.live(lines.of(event));
                break;
            case "phase.start":
                beginGroup(event.phase);
                break;
            case "output":
                output(event);
                break;
            case "annotation":
                annotate({ ...event, message: plain(event.message), title: plain(event.title) }, event);
                break;
            case "warning":
                annotate({ level: "warning", title: "forgexec", message: plain(event.message) }, event);
                break;
            case "phase.end":
                phaseEnd(event);
                break;
            case "run.end":
                runEnd(event);
                break;
            default:
                log.inert(lines.of(event));
        }
    };
    return {
        handle(event) {
            trace.take(event);
            take(event);
            // Nothing is left open while forgexec does something else, or another writes to the log.
            if (!group)
                log.close();
            return sink.write(log.take());
        },
        async close() {
            endGroup();
            await sink.write(log.take());
            await sink.close();
        },
    };
}

;// CONCATENATED MODULE: ./lib/report/console-closing.js






const MOST_FAILURES = 10;
/** The end of the terminal report: what failed, a line a phase with a timeline, and the result. */
function console_closing_closingText(closing) {
    const { level } = closing;
    const parts = level === "quiet" ? [failures(closing), result(closing)] : [failures(closing), phases(closing), result(closing)];
    return parts.map((part) => (level === "quiet" ? part : `\n${part}`).replace(/^\n$/, "")).join("");
}
function phases(closing) {
    const { end, theme, level } = closing;
    const names = Math.max(0, ...end.phases.map(({ phase }) => widthOf(phase)));
    const times = Math.max(0, ...end.phases.map(timeOf).map(widthOf));
    const lines = end.phases.map((phase) => {
        const time = theme.dim(padStart(timeOf(phase), times));
        return `${theme.mark(phase.result)} ${pad(phase.phase, names)}  ${time}  ${bar(closing, phase)}`.trimEnd();
    });
    const { cache } = end;
    const key = level === "verbose" ? [`cache: ${cache.hit}${cache.key === null ? "" : ` ${oneLine(cache.key)}`}`] : [];
    const facts = [cacheText(cache) ?? [], key].flat().map((fact) => theme.dim(`  ${fact}`));
    return [...lines, ...facts].map((line) => `${line}\n`).join("");
}
function timeOf(phase) {
    if (phase.result === "skipped")
        return "skipped";
    return phase.cached ? "cached" : durationText(phase.durationMs);
}
/** Where the phase lies in the run's time. */
function bar(closing, phase) {
    const { end, trace, theme } = closing;
    const first = Math.min(...[...trace.phases.values()].map(({ startedAt }) => startedAt));
    const started = trace.phases.get(phase.phase)?.startedAt;
    if (started === undefined || phase.result === "skipped" || end.durationMs <= 0)
        return "";
    const width = Math.max(10, Math.min(40, closing.width - 40));
    const total = Math.max(1, end.durationMs);
    const from = Math.min(width - 1, Math.max(0, Math.floor(((started - first) / total) * width)));
    const length = Math.min(width - from, Math.max(1, Math.round((phase.durationMs / total) * width)));
    return " ".repeat(from) + theme.paint(phase.result)("━".repeat(length));
}
function failures(closing) {
    const { end, trace, theme } = closing;
    const failed = trace.failures();
    const shown = failed.slice(0, MOST_FAILURES).map((step) => failure(closing, step));
    const more = failed.length - shown.length;
    if (more > 0)
        shown.push(`${theme.red(`… and ${more} more failed steps`)}\n`);
    const stepless = end.phases.filter((phase) => isFailure(phase.result) && trace.failures(phase.phase).length === 0);
    return [...shown, ...stepless.map((phase) => phaseFailure(closing, phase))].join("\n");
}
/** A phase that failed though no step of it did: its environment could not be made, or its time was up. */
function phaseFailure({ theme }, phase) {
    const head = `${theme.red(theme.bold(" FAILED "))}${theme.bold(phase.phase)}  ${theme.red(RESULT_WORDS[phase.result])}`;
    const why = phase.error === undefined ? [] : plain(phaseErrorText(phase.error)).split("\n");
    const lines = why.map((line) => `${theme.red("  │")} ${line}`);
    return [head, ...lines].map((line) => `${line}\n`).join("");
}
function failure(closing, step) {
    const { theme, trace } = closing;
    const { bold, dim, red } = theme;
    const name = ownName(step);
    const reason = step.end === undefined ? "" : `${reasonText(step.end)} after ${durationText(step.end.durationMs)}`;
    const attempts = step.attempt > 1 ? ` (attempt ${step.attempt})` : "";
    const head = `${red(bold(" FAILED "))}${bold(`${step.phase}${name === undefined ? "" : ` › ${name}`}`)}  ${red(reason)}${attempts}`;
    const command = plain(commandText(step.argv));
    const tail = step.tail.text();
    const output = tail === ""
        ? [dim("  (no output)")]
        : plain(tail)
            .split("\n")
            .map((line) => `${red("  │")} ${line}`);
    const rerun = trace.plan === undefined ? [] : [`  ${dim("again from here:")} ${rerunCommand(trace.plan, step.phase)}`];
    return [head, `  ${dim("$")} ${command}`, ...output, ...rerun].map((line) => `${line}\n`).join("");
}
function result(closing) {
    const { end, trace, theme } = closing;
    const { bold, dim, mark, paint } = theme;
    const stage = trace.plan?.stage ?? "run";
    const words = paint(end.result)(bold(`${stage} ${RESULT_WORDS[end.result]}`));
    const code = end.exitCode === 0 ? "" : dim(`  exit code ${end.exitCode}`);
    const [first, ...others] = trace.failures();
    const what = first === undefined
        ? ""
        : `: ${first.phase} › ${stepTitle(first)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
    return `${mark(end.result)} ${words}${what}  ${dim(`in ${durationText(end.durationMs)}`)}${code}\n`;
}

;// CONCATENATED MODULE: ./lib/report/console-lines.js





const INDENT = "    ";
const console_lines_LONGEST_LABEL = 16;
const console_lines_LONGEST_COMMAND = 500;
/** The terminal report's lines for each event but the last. Each text ends with a newline or is empty. */
class console_lines_ConsoleLines {
    #theme;
    #level;
    #trace;
    constructor(options) {
        this.#theme = options.theme;
        this.#level = options.level;
        this.#trace = options.trace;
    }
    of(event) {
        if (this.#level === "quiet")
            return "";
        switch (event.type) {
            case "run.start":
                return this.#runStart(event);
            case "phase.start":
                return `\n${this.#theme.bold(this.#theme.cyan(`▶ ${event.phase}`))}\n`;
            case "step.start":
                return this.#stepStart(event);
            case "step.ready":
                return this.#about(event, (step) => `${this.#theme.mark("success")} ${this.#title(step)} ${this.#theme.dim("is ready")}`);
            case "step.end":
                return this.#stepEnd(event);
            case "phase.end":
                return this.#phaseEnd(event);
            case "progress":
                return `${INDENT}${this.#theme.dim(oneLine(event.text))}\n`;
            case "annotation":
                return this.#annotation(event);
            case "warning":
                return `${this.#theme.yellow(`warning: ${oneLine(event.message)}`)}\n`;
            default:
                return "";
        }
    }
    /** A step's output, cleaned, with what stands before each of its lines. */
    output(event, text) {
        const step = this.#trace.step(event);
        const prefix = step !== undefined && isLabelled(this.#trace, step) ? this.#label(step) : INDENT;
        return `${prefix}${text.replaceAll("\n", `\n${prefix}`)}\n`;
    }
    #runStart(event) {
        const { bold, dim } = this.#theme;
        const { version, stage, spec, directory, plan } = event;
        const first = `${bold("forgexec")} ${dim(`${version} · ${stage} · ${oneLine(spec)}`)}\n`;
        if (this.#level !== "verbose")
            return first;
        const facts = [
            `directory  ${oneLine(directory)}`,
            `python     ${plan.needsPython ? oneLine(plan.python ?? "python3 on PATH") : "not needed"}`,
            `cache key  ${plan.cacheKey === null ? "none" : oneLine(plan.cacheKey)}`,
        ];
        return first + facts.map((fact) => `  ${dim(fact)}\n`).join("");
    }
    #stepStart(event) {
        const { bold, dim } = this.#theme;
        const planned = this.#trace.step(event)?.planned;
        const name = ownName(event);
        const again = event.attempt > 1 ? this.#theme.yellow(`attempt ${event.attempt} of ${(planned?.retry ?? 0) + 1}  `) : "";
        const kind = event.background ? dim("  in the background") : "";
        const command = `${dim("$")} ${bold(clip(commandText(event.argv), console_lines_LONGEST_COMMAND))}`;
        const line = `  ${again}${name === undefined ? "" : `${clip(name, console_lines_LONGEST_COMMAND)}  `}${command}${kind}\n`;
        if (this.#level !== "verbose" || planned === undefined)
            return line;
        const names = Object.keys(planned.environment).sort();
        const facts = [
            `in ${oneLine(planned.workingDirectory)}`,
            ...(names.length > 0 ? [`with ${oneLine(names.join(" "))}`] : []),
            ...(planned.timeoutMs === null ? [] : [`at most ${durationText(planned.timeoutMs)}`]),
        ];
        return line + facts.map((fact) => `${INDENT}${dim(fact)}\n`).join("");
    }
    #stepEnd(event) {
        const { dim, yellow, mark, paint } = this.#theme;
        const step = this.#trace.step(event);
        const took = dim(durationText(event.durationMs));
        if (step === undefined)
            return this.#unstarted(event);
        const title = isLabelled(this.#trace, step) ? `${this.#title(step)}  ` : "";
        if (event.result === "success")
            return `  ${mark("success")} ${title}${took}\n`;
        const allowed = isAllowed(step) ? yellow(" (may fail)") : "";
        return `  ${mark(event.result)} ${title}${paint(event.result)(reasonText(event))}${allowed}  ${took}\n`;
    }
    /** A step that was never started, such as one for another platform. */
    #unstarted(event) {
        const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
        const tells = planned?.skip !== null || event.cached === true || this.#level === "verbose";
        if (planned === undefined || !tells)
            return "";
        const why = planned.skip === null ? reasonText(event) : `${reasonText(event)}: ${oneLine(planned.skip)}`;
        return `  ${this.#theme.mark(event.result)} ${this.#theme.dim(`${clip(stepTitle(planned), 60)}  ${why}`)}\n`;
    }
    #phaseEnd(event) {
        const { bold, dim, mark, paint } = this.#theme;
        if (event.result === "skipped")
            return `\n${mark("skipped")} ${dim(`${event.phase}  skipped`)}\n`;
        const cached = event.cached ? dim("  cached") : "";
        return `${mark(event.result)} ${bold(paint(event.result)(event.phase))}  ${dim(durationText(event.durationMs))}${cached}\n`;
    }
    #annotation(event) {
        const paint = { error: this.#theme.red, warning: this.#theme.yellow, notice: this.#theme.cyan }[event.level];
        const place = `${event.file}:${event.line}:${event.column}`;
        const title = event.title === "" ? "" : `${event.title}: `;
        return `${INDENT}${oneLine(place)} ${paint(event.level)} ${oneLine(`${title}${event.message}`)}\n`;
    }
    #about(event, line) {
        const step = this.#trace.step(event);
        return step === undefined ? "" : `  ${line(step)}\n`;
    }
    #title(step) {
        return clip(stepTitle(step), 60);
    }
    /** The labels of a phase are all as wide as its longest. */
    #label(step) {
        const steps = this.#trace.phases.get(step.phase)?.steps.values() ?? [];
        const names = [...steps]
            .filter((other) => isLabelled(this.#trace, other))
            .map((other) => clip(stepTitle(other), console_lines_LONGEST_LABEL));
        const width = widest(names, 0);
        const paint = this.#theme.labels[step.step % this.#theme.labels.length] ?? this.#theme.cyan;
        return `${INDENT}${paint(pad(clip(stepTitle(step), console_lines_LONGEST_LABEL), width))} ${this.#theme.dim("│")} `;
    }
}

;// CONCATENATED MODULE: ./lib/report/live.js


/**
 * Lines that stay at the end of a terminal while text scrolls above them. What to write is returned, never written here.
 * The cursor is never hidden and no mode is ever set, so there is nothing to restore, not even after SIGKILL.
 */
class live_LiveLines {
    #drawn = [];
    /** What removes the lines. `columns` is the terminal's width now: lines that no longer fit take several rows. */
    erase(columns) {
        if (this.#drawn.length === 0)
            return "";
        const rows = this.#drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(plain(line)) / Math.max(1, columns))), 0);
        this.#drawn = [];
        return rows > 1 ? `\r\u001b[${rows - 1}A\u001b[J` : "\r\u001b[J";
    }
    /** What draws the lines at the cursor, which stands at the beginning of a row. */
    draw(lines) {
        this.#drawn = lines;
        return lines.join("\n");
    }
}

;// CONCATENATED MODULE: ./lib/report/console-progress.js






const MOST_LINES = 5;
/** The live lines of the terminal report: what runs, and for how long. */
class console_progress_ConsoleProgress {
    #out;
    #theme;
    #trace;
    #now;
    #schedule;
    #lines = new LiveLines();
    #stop;
    #frame = 0;
    #drawnAt = 0;
    constructor(options) {
        this.#out = options.out;
        this.#theme = options.theme;
        this.#trace = options.trace;
        this.#now = options.now ?? (() => new Date());
        this.#schedule = options.schedule ?? every;
    }
    /** Draws anew from time to time. */
    begin(write) {
        let waiting = false;
        this.#stop = this.#schedule(() => {
            // A terminal that is slow to take text is not sent more frames.
            if (waiting)
                return;
            this.#frame++;
            const wait = write(this.#redraw(""));
            if (wait === undefined)
                return;
            waiting = true;
            const done = () => {
                waiting = false;
            };
            wait.then(done, done);
        }, FRAME_MS);
    }
    /** The text with the live lines moved below it; while much is printed they come back only now and then. */
    above(text) {
        if (text === "")
            return "";
        if (this.#now().getTime() - this.#drawnAt < FRAME_MS)
            return this.#lines.erase(this.#columns()) + text;
        return this.#redraw(text);
    }
    /** Removes the live lines for good. */
    end() {
        this.#stop?.();
        this.#stop = undefined;
        return this.#lines.erase(this.#columns());
    }
    #redraw(text) {
        this.#drawnAt = this.#now().getTime();
        return this.#lines.erase(this.#columns()) + text + this.#lines.draw(this.#current());
    }
    #current() {
        const running = this.#trace.running();
        const phase = this.#trace.current();
        if (running.length === 0 && phase !== undefined) {
            return [
                this.#line({ phase: phase.phase, text: oneLine(this.#trace.progress ?? ""), startedAt: phase.startedAt }),
            ];
        }
        const most = Math.max(1, Math.min(MOST_LINES, (this.#out.rows ?? 24) - 2));
        const shown = running.length > most ? running.slice(-(most - 1 || 1)) : running;
        const lines = shown.map((step) => this.#line({ ...step, text: stepTitle(step) }));
        const more = running.length - shown.length;
        return more > 0 && most > 1 ? [this.#theme.dim(`  and ${more} more`), ...lines] : lines;
    }
    #line(what) {
        const { cyan, dim } = this.#theme;
        const elapsed = durationText(Math.floor(Math.max(0, this.#drawnAt - what.startedAt) / 100) * 100);
        const left = what.text === "" ? what.phase : `${what.phase} › `;
        const room = this.#columns() - left.length - elapsed.length - 5;
        // Where there is hardly a column the terminal is no place for progress, but nothing may wrap either.
        if (room < 4)
            return clip(`${what.phase} ${elapsed}`, this.#columns() - 1);
        return `${cyan(FRAMES[this.#frame % FRAMES.length] ?? "")} ${dim(left)}${clip(what.text, room)}  ${dim(elapsed)}`;
    }
    #columns() {
        return Math.max(1, this.#out.columns ?? 80);
    }
}
/** Progress must not keep a process alive. */
const every = (tick, everyMs) => {
    const timer = setInterval(tick, everyMs);
    timer.unref();
    return () => clearInterval(timer);
};

;// CONCATENATED MODULE: ./lib/report/console.js







/** Lines of output kept for each failure. */
const console_TAIL = { lines: 20, characters: 8 * 1024 };
/** Reports a run to people, on a terminal or as plain lines on a pipe. */
function consoleReporter(options) {
    const { out, level = "normal" } = options;
    const look = theme(options.color);
    const trace = new Trace(console_TAIL);
    const lines = new ConsoleLines({ theme: look, level, trace });
    const live = out.isTTY === true && options.progress !== "never";
    const progress = live ? new ConsoleProgress({ ...options, theme: look, trace }) : undefined;
    const sink = new Sink(out);
    const outputs = new Outputs(options.color ? "keep" : "drop");
    const textOf = (event) => {
        if (event.type === "phase.end")
            outputs.clear();
        if (event.type === "output")
            return level === "quiet" ? "" : lines.output(event, outputs.clean(event));
        if (event.type !== "run.end")
            return lines.of(event);
        const width = options.width ?? out.columns ?? 80;
        return closingText({ end: event, trace, theme: look, level, width });
    };
    progress?.begin((text) => sink.write(text));
    return {
        handle(event) {
            trace.take(event);
            const text = textOf(event);
            if (progress === undefined)
                return sink.write(text);
            return sink.write(event.type === "run.end" ? progress.end() + text : progress.above(text));
        },
        async close() {
            await sink.write(progress?.end() ?? "");
            await sink.close();
        },
    };
}

;// CONCATENATED MODULE: ./lib/report/markdown.js

/**
 * A text as it stands, within a table or a paragraph of GitHub's Markdown: nothing of it is markup, a link or a mention.
 * `<code>` keeps GitHub from linking names; entities keep Markdown from reading what is in it.
 */
function markdown_code(text) {
    return `<code>${markdown_escapeMarkdown(text)}</code>`;
}
/** So many characters (code points) of a text, with an ellipsis where something was cut. */
function markdown_cut(text, characters) {
    const start = [...text.slice(0, 2 * characters + 1)];
    return start.length <= characters && text.length <= 2 * characters
        ? text
        : `${start.slice(0, characters - 1).join("")}…`;
}
/** One line of text with everything that Markdown or HTML would act on written as character references. */
function markdown_escapeMarkdown(text) {
    return (0,terminal_text/* oneLine */.TN)(text)
        .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
        .replace(/[&<>"'`*[\]\\~|{}^$@!#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi, reference);
}
/** Lines of text as a code block; its fence is longer than any in the text. */
function markdown_fenced(text) {
    const shown = (0,terminal_text/* plain */.pj)(text).replaceAll("\r", "");
    const longest = Math.max(2, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${shown}\n${fence}\n`;
}
function reference(character) {
    return `&#${character.charCodeAt(0)};`;
}

;// CONCATENATED MODULE: ./lib/report/sandbox-text.js

/** What a phase is shut into, in a line: `bubblewrap, network isolated, memory 2GiB`. */
function sandbox_text_sandboxText({ backend, namedBy, image, ports, configuration, lacking }) {
    const { network, mounts, filesystemRoot, filesystemWritablePaths: writable, extraMounts, limits, capabilities, } = configuration;
    const parts = [
        namedBy === undefined ? backend : `${backend} (${namedBy})`,
        ...(image === null ? [] : [`image ${image}`]),
        ...ports.map(({ host, sandbox }) => `port ${host} → ${sandbox}`),
        ...(network === undefined ? [] : [`network ${network}`]),
        ...(mounts === undefined ? [] : [`mounts ${mounts}`]),
        ...(filesystemRoot === undefined ? [] : [`root ${filesystemRoot}`]),
        ...(writable === undefined
            ? []
            : [`writable: ${typeof writable === "string" ? writable : writable.join(" ") || "none"}`]),
        ...(extraMounts ?? []).map(({ type, target }) => `${type} at ${target}`),
        ...Object.entries(limits ?? {}).map(([name, value]) => `${kebab(name)} ${valueText(value)}`),
        ...Object.entries(capabilities ?? {}).map(([name, values]) => `${name} ${values.join(" ")}`),
        ...(lacking === "left-out" ? ["what it cannot do is left out"] : []),
    ];
    return oneLine(parts.join(", "));
}
function valueText(value) {
    if (typeof value !== "object" || value === null)
        return String(value);
    return Object.entries(value)
        .map(([name, rate]) => `${name} ${rate}`)
        .join(" ");
}
function kebab(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./lib/report/plan-table.js







const GAP = "  ";
const LONGEST_VALUE = 60;
/**
 * What would run, as a table for people: phases, steps, commands, and under each step what is special about it.
 * `width` is in columns, wide characters count two; absent: nothing is cut.
 */
function planTable(plan, options = {}) {
    const look = theme(options.color === true);
    const width = Math.max(20, options.width ?? Number.MAX_SAFE_INTEGER);
    const common = commonEnvironment(plan);
    const rows = plan.phases.flatMap((phase) => rowsOf(plan, phase, common));
    const phases = widest(rows.map(({ phase }) => phase), 5);
    const indexes = widest(rows.map(({ index }) => index), 1);
    const room = width - phases - indexes - 2 * GAP.length;
    const lines = rows.flatMap((row) => {
        const begin = `${look.bold(look.cyan(pad(row.phase, phases)))}${GAP}${look.dim(pad(row.index, indexes))}${GAP}`;
        const command = clip(row.command, room);
        const notes = row.notes.map((note) => " ".repeat(phases + indexes + 2 * GAP.length) + look.dim(clip(`· ${note}`, room)));
        return [begin + (row.skipped ? look.dim(command) : command), ...notes];
    });
    const head = header(plan, common, { look, width });
    const heading = look.dim(`${pad("PHASE", phases)}${GAP}${pad("#", indexes)}${GAP}COMMAND`);
    const body = rows.length === 0 ? [look.dim("Nothing would run.")] : [heading, ...lines];
    return [...head, "", ...body].map((line) => `${line.trimEnd()}\n`).join("");
}
function header(plan, common, view) {
    const { look, width } = view;
    const facts = [
        ["stage", plan.stage],
        ["spec", oneLine(plan.spec)],
        ["directory", oneLine(plan.directory)],
        ["python", plan.needsPython ? oneLine(plan.python ?? "python3 on PATH") : "the machine's"],
        ["cache key", keyText(plan)],
        ...(plan.timeoutMs === null ? [] : [["time-out", durationText(plan.timeoutMs)]]),
        ...common.map((variable, index) => [index === 0 ? "environment" : "", variable]),
    ];
    const warnings = plan.warnings.map(({ message }) => look.yellow(clip(`warning: ${oneLine(message)}`, width)));
    return [
        ...facts.map(([name = "", value = ""]) => `${look.dim(pad(name, 11))}${GAP}${clip(value, width - 13)}`),
        ...warnings,
    ];
}
function keyText({ cacheKey, cacheKeyMissing }) {
    if (cacheKey !== null)
        return oneLine(cacheKey);
    return cacheKeyMissing === undefined ? "no cache" : oneLine(`not known: ${cacheKeyMissing}`);
}
function rowsOf(plan, phase, common) {
    return phase.steps.map((step, index) => {
        const name = ownName(step);
        const first = index === 0;
        const ofPhase = [
            ...(phase.parallel ? ["steps of this phase run at the same time"] : []),
            ...(phase.timeoutMs === null ? [] : [`phase ends after ${durationText(phase.timeoutMs)}`]),
            ...(phase.idToken ? ["OIDC variables are passed on"] : []),
            ...(phase.sandbox === null ? [] : [`sandbox: ${sandboxText(phase.sandbox)}`]),
        ];
        return {
            phase: first ? phase.phase : "",
            index: String(step.step + 1),
            command: `${name === undefined ? "" : `${name}: `}${commandText(step.argv)}`,
            notes: [...(first ? ofPhase : []), ...notesOf(plan, step, common)],
            skipped: step.skip !== null,
        };
    });
}
function notesOf(plan, step, common) {
    const bounds = [
        ...(step.skip === null ? [] : [`skipped: ${oneLine(step.skip)}`]),
        ...(step.background ? ["in the background"] : []),
        ...(step.ready === null ? [] : [`ready when ${readyText(step.ready)}`]),
        ...(step.timeoutMs === null ? [] : [`at most ${durationText(step.timeoutMs)}`]),
        ...(step.idleTimeoutMs === null ? [] : [`at most ${durationText(step.idleTimeoutMs)} without output`]),
        ...(step.retry === 0 ? [] : [`${step.retry + 1} attempts`]),
        ...(step.continueOnError ? ["may fail"] : []),
        ...(step.cacheable ? ["not run where the environment comes from the cache"] : []),
    ];
    const folder = relative(plan.directory, step.workingDirectory);
    return [
        ...(bounds.length > 0 ? [bounds.join(", ")] : []),
        ...(folder === "" ? [] : [`in ${oneLine(folder)}`]),
        ...(step.stdin === null ? [] : [`reads ${oneLine(relative(plan.directory, step.stdin))}`]),
        ...variablesOf(step).filter((variable) => !common.includes(variable)),
    ];
}
function readyText(ready) {
    const within = ` within ${durationText(ready.timeoutMs)}`;
    switch (ready.kind) {
        case "http":
            return `${oneLine(ready.url)} answers${within}`;
        case "tcp":
            return `${oneLine(ready.host)}:${ready.port} accepts${within}`;
        case "log":
            return `its output matches /${oneLine(ready.pattern)}/${within}`;
        case "command":
            return `${commandText(ready.words)} succeeds${within}`;
    }
}
/** Variables that every step gets are told once. */
function commonEnvironment(plan) {
    const [first, ...others] = plan.phases.flatMap(({ steps }) => steps.map((step) => new Set(variablesOf(step))));
    if (first === undefined)
        return [];
    return [...first].filter((variable) => others.every((set) => set.has(variable)));
}
function variablesOf(step) {
    return Object.entries(step.environment)
        .map(([name, value]) => `${oneLine(name)}=${plan_table_valueText(value)}`)
        .sort();
}
function plan_table_valueText(value) {
    if (typeof value === "string")
        return clip(oneLine(value), LONGEST_VALUE);
    return "env" in value ? `(from ${oneLine(value.env)})` : "(encrypted)";
}

;// CONCATENATED MODULE: ./lib/report/gantt.js


const MOST_BARS = 50;
const LONGEST_NAME = 40;
/**
 * The steps over time as a Mermaid gantt chart (mermaid.js.org/syntax/gantt). Where there are too many, the longest ones
 * and those that failed are shown. Empty without steps.
 */
function gantt_gantt(bars) {
    const shown = gantt_select(bars);
    if (shown.length === 0)
        return "";
    const lines = ["gantt", "  dateFormat x", "  axisFormat %H:%M:%S"];
    let section = "";
    for (const bar of shown) {
        if (bar.section !== section)
            lines.push(`  section ${taskName(bar.section)}`);
        section = bar.section;
        const tag = bar.result === "failure" || bar.result === "timed-out" ? "crit, " : bar.result === "success" ? "" : "done, ";
        const end = bar.startedAt + Math.max(1, Math.round(bar.durationMs));
        lines.push(`    ${taskName(bar.name)} :${tag}${bar.startedAt}, ${end}`);
    }
    const left = bars.length - shown.length;
    const note = left > 0 ? `\n${left} shorter steps are not in the chart.\n` : "";
    return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n${note}`;
}
function gantt_select(bars) {
    if (bars.length <= MOST_BARS)
        return bars;
    const failed = (bar) => (bar.result === "failure" || bar.result === "timed-out" ? 1 : 0);
    const ranked = bars.toSorted((a, b) => failed(b) - failed(a) || b.durationMs - a.durationMs);
    const chosen = new Set(ranked.slice(0, MOST_BARS));
    return bars.filter((bar) => chosen.has(bar));
}
/** Letters and digits with a little punctuation: all else means something to Mermaid somewhere. */
function taskName(name) {
    const plain = oneLine(name.slice(0, 1000))
        .replace(/[^\p{L}\p{M}\p{N} ._/=+-]+/gu, " ")
        .replace(/ +/g, " ")
        .trim();
    return cut(plain === "" ? "step" : plain, LONGEST_NAME);
}

;// CONCATENATED MODULE: ./lib/report/summary-table.js




const summary_table_MARKS = {
    success: "✅",
    failure: "❌",
    cancelled: "🚫",
    skipped: "⏭️",
    "timed-out": "⏱️",
};
/** From all that a reader may want down to the phases alone. */
const DETAILS = [
    { others: 200, failures: Number.POSITIVE_INFINITY, name: 120 },
    { others: 40, failures: Number.POSITIVE_INFINITY, name: 80 },
    { others: 10, failures: Number.POSITIVE_INFINITY, name: 40 },
    { others: 0, failures: Number.POSITIVE_INFINITY, name: 24 },
    { others: 0, failures: Number.POSITIVE_INFINITY, name: 12 },
    { others: 0, failures: 1000, name: 12 },
    { others: 0, failures: 100, name: 12 },
    { others: 0, failures: 0, name: 12 },
];
/** The phases and their steps as a table, as detailed as fits. All phases are in it, and all failures if at all possible. */
function summary_table_summaryTable({ phases, plan, bytes }) {
    const rows = phases.map((phase) => {
        const planned = plan?.phases.find((candidate) => candidate.phase === phase.phase)?.steps ?? [];
        return { phase, mayFail: (step) => planned[step]?.continueOnError === true };
    });
    let table = "";
    for (const detail of DETAILS) {
        table = tableOf(rows, detail);
        if (Buffer.byteLength(table) <= bytes)
            return table;
    }
    return table;
}
function tableOf(phases, detail) {
    const head = ["| Phase | Step | Result | Time | Attempts |", "| :--- | :--- | :--- | ---: | ---: |"];
    const rows = phases.flatMap((rows) => [phaseRow(rows.phase), ...stepRows(rows, detail)]);
    return `${[...head, ...rows].join("\n")}\n`;
}
function phaseRow({ phase, result, durationMs, cached, steps }) {
    const time = result === "skipped" ? "" : `**${durationText(durationMs)}**`;
    const count = `${steps.length} step${steps.length === 1 ? "" : "s"}${cached ? ", cached" : ""}`;
    return `| **${phase}** | ${count} | ${summary_table_MARKS[result]} **${result}** | ${time} | |`;
}
function stepRows({ phase, mayFail }, detail) {
    const rows = [];
    const left = { failures: detail.failures, others: detail.others };
    const hidden = new Map();
    const flush = () => {
        if (hidden.size === 0)
            return;
        const counts = [...hidden].map(([result, count]) => `${count} ${result}`).join(", ");
        rows.push(`| | *… ${counts}* | | | |`);
        hidden.clear();
    };
    for (const [index, step] of phase.steps.entries()) {
        const kind = isFailure(step.result) ? "failures" : "others";
        if (left[kind] > 0) {
            left[kind]--;
            flush();
            rows.push(stepRow(step, { width: detail.name, mayFail: mayFail(index) }));
        }
        else
            hidden.set(step.result, (hidden.get(step.result) ?? 0) + 1);
    }
    flush();
    return rows;
}
function stepRow(step, { width, mayFail }) {
    const { result, durationMs, attempts } = step;
    const time = result === "skipped" ? "" : durationText(durationMs);
    const allowed = mayFail && isFailure(result);
    const mark = allowed ? "⚠️" : summary_table_MARKS[result];
    const kind = step.background ? " *background*" : "";
    return `| | ${code(cut(stepTitle(step), width))}${kind} | ${mark} ${resultText(step)}${allowed ? ", may fail" : ""} | ${time} | ${attempts === 0 ? "" : attempts} |`;
}
function resultText({ result, exitCode, signal, cached }) {
    if (cached)
        return "cached";
    if (result !== "failure")
        return result;
    if (signal !== null)
        return `failure (${signal.replace(/\W/g, "")})`;
    return exitCode === null ? "failure" : `failure (exit code ${exitCode})`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/report/summary-target.js

/** Below this even the shortest table has no place. */
const LEAST_ROOM = 16 * 1024;
/**
 * Writes a summary within the bound. GitHub drops a summary that is too large as a whole: where commands have filled the
 * file, ours is put first and theirs is cut.
 */
async function summary_target_writeSummary(target, maxBytes, text) {
    if ("write" in target) {
        await target.write(text(Math.max(0, maxBytes - (target.existingBytes ?? 0))));
        return;
    }
    const { file } = target;
    const existing = await sizeOf(file);
    const separator = existing > 0 ? "\n\n" : "";
    const room = maxBytes - existing - separator.length;
    if (existing === 0 || room >= LEAST_ROOM) {
        await (0,promises_.appendFile)(file, separator + text(room));
        return;
    }
    const note = "\n\n*What commands wrote here was cut: GitHub shows no summary over 1 MiB.*\n\n";
    const own = Buffer.from(text(Math.floor(maxBytes / 2)) + note);
    await (0,promises_.writeFile)(file, Buffer.concat([own, await headOf(file, Math.max(0, maxBytes - own.length))]));
}
async function sizeOf(file) {
    try {
        return (await (0,promises_.stat)(file)).size;
    }
    catch (error) {
        if (error.code === "ENOENT")
            return 0;
        throw error;
    }
}
/** The whole lines within a file's first bytes. */
async function headOf(file, bytes) {
    const handle = await (0,promises_.open)(file);
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
        const read = buffer.subarray(0, bytesRead);
        return read.subarray(0, read.lastIndexOf("\n") + 1);
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./lib/report/summary.js








const MAX_BYTES = (/* unused pure expression or super */ null && (1024 * 1024 - 1024));
const summary_TAIL = { lines: 50, characters: 16 * 1024 };
const summary_LONGEST_COMMAND = 2000;
/** Writes the job summary when the run has ended: a table of phases and steps, what failed, and a chart. */
function summaryReporter(options) {
    const { target, maxBytes = MAX_BYTES } = options;
    const trace = new Trace(summary_TAIL);
    return {
        handle(event) {
            trace.take(event);
            if (event.type !== "run.end")
                return;
            return writeSummary(target, maxBytes, (bytes) => summaryText({ end: event, trace, bytes }));
        },
    };
}
/** The summary in at most so many bytes; the table comes first, and is there even where it takes more. */
function summaryText(options) {
    const { end, trace, bytes } = options;
    const heading = headingOf(end, trace);
    const table = summaryTable({ phases: end.phases, plan: trace.plan, bytes: bytes - Buffer.byteLength(heading) - 1 });
    let room = bytes - Buffer.byteLength(heading) - Buffer.byteLength(table) - 1;
    const take = (part) => {
        const size = Buffer.byteLength(part) + 1;
        if (part === "" || size > room)
            return "";
        room -= size;
        return `\n${part}`;
    };
    const chart = take(gantt([...trace.phases.values()].flatMap(barsOf)));
    const failures = failureTexts(end, trace).map(take).join("");
    return `${heading}\n${table}${chart}${failures}`;
}
function headingOf(end, trace) {
    const stage = trace.plan?.stage ?? "run";
    const exit = end.exitCode === 0 ? "" : `, exit code ${end.exitCode}`;
    const cache = cacheText(end.cache);
    const line = `## ${MARKS[end.result]} forgexec: ${stage} ${RESULT_WORDS[end.result]} in ${durationText(end.durationMs)}${exit}\n`;
    return cache === null ? line : `${line}\n${escapeMarkdown(capitalised(cache))}.\n`;
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function failureTexts(end, trace) {
    const stepless = end.phases.filter(({ phase, result }) => isFailure(result) && trace.failures(phase).length === 0);
    return [
        ...trace.failures().map(failureText),
        ...stepless.map(({ phase, result, error }) => {
            const why = error === undefined ? `The phase ${RESULT_WORDS[result]}.\n` : fenced(phaseErrorText(error));
            return `### ${MARKS[result]} ${phase}\n\n${why}`;
        }),
    ];
}
function failureText(step) {
    const result = step.end?.result ?? "failure";
    const reason = step.end === undefined ? "failed" : reasonText(step.end);
    const took = durationText(step.end?.durationMs ?? 0);
    const attempt = step.attempt > 1 ? ` at attempt ${step.attempt}` : "";
    const command = escapeMarkdown(commandText(step.argv).slice(0, summary_LONGEST_COMMAND));
    const tail = step.tail.text();
    const output = tail === "" ? "No output.\n" : fenced(tail);
    return `### ${MARKS[result]} ${step.phase}: ${code(stepTitle(step))}\n\n<code>${command}</code>: ${reason} after ${took}${attempt}\n\n${output}`;
}
function barsOf(phase) {
    return [...phase.steps.values()].flatMap((step) => step.end === undefined
        ? []
        : [
            {
                section: phase.phase,
                name: `${step.step + 1}. ${stepTitle(step)}`,
                result: step.end.result,
                startedAt: step.startedAt,
                durationMs: step.end.durationMs,
            },
        ]);
}

;// CONCATENATED MODULE: ./lib/report/index.js














/***/ }),

/***/ 5832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K2: () => (/* reexport */ SANDBOX_BACKENDS),
  b_: () => (/* reexport */ node_describe),
  IM: () => (/* reexport */ openYaml),
  E9: () => (/* reexport */ parseDuration),
  ZZ: () => (/* reexport */ duration_parseTimeout),
  IW: () => (/* reexport */ renderDiagnostic)
});

// UNUSED EXPORTS: LARGEST_SPEC, LONGEST_TIMEOUT_MS, PHASES, SPEC_FILE, VARIABLES, findSpec, findVariables, formatDuration, formatSize, isVariable, loadSpec, parseSize, parseSpec, placeOf, quoteWord, quoteWords, specJsonSchema, splitWords, substitute, substituteInScript

// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
;// CONCATENATED MODULE: ./lib/spec/problem.js

// What is wrong a hundred times is wrong in one way; a hostile spec does not get to print a million lines.
const MOST = 100;
/** Tells the line and column of offsets in a text. Both count from 1; a column counts characters, not UTF-16 units. */
function problem_positions(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    // Places are mostly asked for in order, and a spec may be one line of a megabyte with a step every other character.
    let last = { line: -1, offset: 0, column: 1 };
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        const from = last.line === low && last.offset <= offset ? last : { offset: starts[low] ?? 0, column: 1 };
        last = { line: low, offset, column: from.column + [...text.slice(from.offset, offset)].length };
        return { line: low + 1, column: last.column };
    };
}
/** The findings as diagnostics: sorted by place, each once, at most a hundred and a last one that says how many were left out. */
function problem_toDiagnostics(problems, file, positionOf) {
    const sorted = [...problems].sort((a, b) => a.offset - b.offset);
    const seen = new Set();
    const unique = sorted.filter((problem) => {
        const key = JSON.stringify([problem.offset, problem.code, problem.message]);
        return !seen.has(key) && seen.add(key);
    });
    const errorsFirst = unique.length > MOST ? unique.filter(({ severity }) => severity === "error") : unique;
    const shown = (errorsFirst.length > 0 ? errorsFirst : unique).slice(0, MOST);
    const diagnostics = shown.map(({ offset, severity, code, message, suggestion }) => ({
        file,
        ...positionOf(offset),
        severity,
        code,
        message: (0,printable/* printable */.g)(message),
        ...(suggestion === undefined ? {} : { suggestion: (0,printable/* printable */.g)(suggestion) }),
    }));
    const last = shown.at(-1);
    if (!last || unique.length <= MOST)
        return diagnostics;
    const message = `${unique.length - shown.length} more findings are not shown.`;
    const more = { file, ...positionOf(last.offset), severity: last.severity, code: "too-many-findings", message };
    return [...diagnostics, more];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/spec/yaml/aliases.js

/** How far aliases may multiply what they stand for, reckoned as the yaml library does. */
const MOST_EXPANDED = 100;
/** Finds what each alias stands for; reports those without an anchor, those inside their own anchor, and too many. */
function resolveAliases(document, report) {
    const anchors = new Map();
    const targets = new Map();
    const byAlias = new Map();
    const weigh = (node) => {
        if ((0,dist/* isAlias */.Vj)(node)) {
            const anchor = byAlias.get(node);
            return anchor ? anchor.uses * (anchor.weight ?? 1) : 0;
        }
        if ((0,dist/* isPair */.tO)(node))
            return Math.max(weigh(node.key), weigh(node.value));
        return (0,dist/* isCollection */.P3)(node) ? node.items.reduce((most, item) => Math.max(most, weigh(item)), 0) : 1;
    };
    (0,dist/* visit */.YR)(document, {
        Node(_key, node) {
            if ((0,dist/* isAlias */.Vj)(node)) {
                const problem = use(node);
                if (problem)
                    report({ offset: node.range?.[0] ?? 0, severity: "error", ...problem });
                if (problem?.code === "alias-bomb")
                    return dist/* visit */.YR.BREAK;
            }
            else if ((0,dist/* isNode */.Ll)(node) && node.anchor) {
                anchors.set(node.anchor, { node, uses: 0, weight: undefined });
            }
            return undefined;
        },
    });
    return targets;
    function use(alias) {
        const name = alias.source;
        const anchor = anchors.get(name);
        if (!anchor) {
            return { code: "unknown-alias", message: `There is no anchor \`&${name}\` before this alias.` };
        }
        if ((alias.range?.[0] ?? 0) < (anchor.node.range?.[1] ?? 0)) {
            return { code: "circular-alias", message: `The alias \`*${name}\` stands inside its own anchor.` };
        }
        byAlias.set(alias, anchor);
        anchor.uses++;
        anchor.weight ??= Math.max(1, weigh(anchor.node));
        if (anchor.uses * anchor.weight > MOST_EXPANDED) {
            const message = `Aliases multiply the spec too far here: at most ${MOST_EXPANDED} uses of what \`&${name}\` holds, nested ones multiplied.`;
            return { code: "alias-bomb", message };
        }
        targets.set(alias, anchor.node);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/spec/yaml/syntax.js

// A text that is no YAML at all can have an error at every other character.
const syntax_MOST = 200;
/** The document's syntax errors, each where a person would look for it, one a line: the rest mostly follows from the first. */
function syntaxProblems(document) {
    const ends = document.errors.some(isUnclosed) ? unclosable(document) : [];
    return document.errors.slice(0, syntax_MOST).map((error) => {
        const [offset] = error.pos;
        const opened = isUnclosed(error) ? ends.find((node) => node.range?.[1] === offset) : undefined;
        if (opened?.range)
            return syntax(opened.range[0], (0,dist/* isScalar */.jn)(opened) ? "This quote is not closed." : "This bracket is not closed.");
        if (error.code !== "TAB_AS_INDENT")
            return syntax(offset, sentence(error.message));
        return { ...syntax(offset, "A tab cannot indent in YAML. Use spaces."), code: "tab-indentation" };
    });
}
/** Only the first of the syntax problems that begin on one line. */
function onePerLine(problems, text) {
    const lineStart = (offset) => text.lastIndexOf("\n", offset - 1);
    const seen = new Set();
    return [...problems]
        .sort((a, b) => a.offset - b.offset)
        .filter(({ offset }) => {
        const start = lineStart(offset);
        return !seen.has(start) && seen.add(start);
    });
}
function syntax(offset, message) {
    return { offset, severity: "error", code: "yaml-syntax", message };
}
function sentence(message) {
    return `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`;
}
function isUnclosed({ message }) {
    return /^Missing closing|^Flow (?:map|sequence) in block collection must|expected flow .* to end with/i.test(message);
}
/** Everything that has an end of its own to be missed: quoted scalars, then flow collections, the innermost first. */
function unclosable(document) {
    const nodes = [];
    (0,dist/* visit */.YR)(document, {
        Node(_key, node) {
            const quoted = (0,dist/* isScalar */.jn)(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
            if ((0,dist/* isNode */.Ll)(node) && (quoted || ((0,dist/* isCollection */.P3)(node) && node.flow)))
                nodes.push(node);
        },
    });
    return nodes.reverse();
}

;// CONCATENATED MODULE: ./lib/spec/yaml/tabs.js
const INDENTED_BY_TABS = /^( *\t[ \t]*)(?=\S)/gm;
/** Puts `width` spaces in the place of each tab that indents a line, so that the rest of the spec can still be checked. */
function untab(text, width) {
    const shifts = [];
    let by = 0;
    const untabbed = text.replace(INDENTED_BY_TABS, (indent, _group, offset) => {
        const spaces = indent.replaceAll("\t", " ".repeat(width));
        by += spaces.length - indent.length;
        shifts.push({ from: offset + spaces.length + by - (spaces.length - indent.length), by });
        return spaces;
    });
    const originalOffset = (offset) => {
        let low = 0;
        let high = shifts.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((shifts[middle]?.from ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return offset - (shifts[low - 1]?.by ?? 0);
    };
    return { text: untabbed, originalOffset };
}

;// CONCATENATED MODULE: ./lib/spec/yaml/tokens.js

/** How deep a spec's lists and mappings may nest. */
const DEEPEST = 64;
const COLLECTIONS = new Set(["block-map", "block-seq", "flow-collection"]);
/** The concrete syntax of a YAML text, or the offset at which it nests deeper than any spec needs to. */
function tokenize(text) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        tokens.push(...parser.next(lexeme));
        // The parser keeps what is open on its stack: stopped here, a hostile text never reaches the recursive composer.
        if (parser.stack.length > DEEPEST && parser.stack.filter(({ type }) => COLLECTIONS.has(type)).length > DEEPEST) {
            return { tooDeepAt: Math.min(parser.offset, text.length) };
        }
    }
    tokens.push(...parser.end());
    return { tokens };
}

;// CONCATENATED MODULE: ./lib/spec/yaml/tree.js

/** The document as nodes that know their places, with aliases and merge keys resolved. Reports bad and duplicate keys. */
function toTree(document, context) {
    const done = new Map();
    return document.contents ? convert(document.contents, document.contents.range?.[0] ?? 0) : undefined;
    function convert(node, fallback) {
        if ((0,dist/* isAlias */.Vj)(node))
            return convert(context.targets.get(node), node.range?.[0] ?? fallback);
        const known = done.get(node);
        if (known)
            return known;
        const converted = build(node, fallback);
        if (node)
            done.set(node, converted);
        return converted;
    }
    function build(node, fallback) {
        if ((0,dist/* isMap */.jh)(node))
            return { kind: "map", offset: start(node, fallback), entries: entries(node) };
        if ((0,dist/* isSeq */.oP)(node)) {
            const offset = start(node, fallback);
            return {
                kind: "list",
                offset,
                items: node.items.map((item) => convert(item, ((0,dist/* isScalar */.jn)(item) && item.range?.[0]) || offset)),
            };
        }
        if (!(0,dist/* isScalar */.jn)(node))
            return convert(document.createNode(null), fallback);
        const value = node.value;
        const text = typeof value === "string" ? value : (node.source ?? String(value));
        const plain = ["string", "number", "boolean"].includes(typeof value) ? value : null;
        return {
            kind: "scalar",
            offset: start(node, fallback),
            value: value === null ? null : (plain ?? text),
            text,
            scalar: node,
        };
    }
    function entries(map) {
        const own = new Map();
        const merged = new Map();
        for (const { key, value } of map.items) {
            const offset = (0,dist/* isScalar */.jn)(key) || (0,dist/* isAlias */.Vj)(key) ? (key.range?.[0] ?? map.range?.[0] ?? 0) : (map.range?.[0] ?? 0);
            const name = keyName(key);
            if (name === undefined) {
                const at = (0,dist/* isMap */.jh)(key) || (0,dist/* isSeq */.oP)(key) ? start(key, offset) : offset;
                context.report({ offset: at, severity: "error", code: "bad-key", message: "A key must be a plain text." });
            }
            else if (isMergeKey(key)) {
                for (const entry of mergedEntries(convert(value, offset)))
                    if (!merged.has(entry.key))
                        merged.set(entry.key, entry);
            }
            else if (own.has(name)) {
                const message = `The key ${JSON.stringify(name)} stands here a second time.`;
                context.report({ offset, severity: "error", code: "duplicate-key", message });
            }
            else {
                own.set(name, { key: name, offset, value: convert(value, offset) });
            }
        }
        for (const [name, entry] of merged)
            if (!own.has(name))
                own.set(name, entry);
        return own;
    }
    function mergedEntries(node) {
        if (node.kind === "map")
            return [...node.entries.values()];
        if (node.kind === "list" && node.items.every((item) => item.kind === "map"))
            return node.items.flatMap(mergedEntries);
        const message = "A merge key `<<` takes a mapping (by its alias), or a list of them.";
        context.report({ offset: node.offset, severity: "error", code: "bad-merge", message });
        return [];
    }
    function keyName(key) {
        const node = (0,dist/* isAlias */.Vj)(key) ? context.targets.get(key) : key;
        if (!(0,dist/* isScalar */.jn)(node) || node.value === null)
            return undefined;
        return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
    }
}
function isMergeKey(key) {
    return (0,dist/* isScalar */.jn)(key) && key.source === "<<" && (key.type === undefined || key.type === "PLAIN");
}
/** Where a node begins; an absent value has no place of its own and takes its key's. */
function start(node, fallback) {
    const range = node.range;
    return range && range[1] > range[0] ? range[0] : fallback;
}

;// CONCATENATED MODULE: ./lib/spec/yaml/read.js






const TAB_WIDTHS = [2, 4, 8, 1];
/**
 * Reads one YAML 1.2 document (core schema, merge keys) and reports everything that is wrong with it as YAML, with
 * offsets of the original text.
 */
function read_readYaml(text) {
    const result = readDocument(text);
    const tabs = result.problems.filter(({ code }) => code === "tab-indentation");
    if (tabs.length === 0)
        return result;
    for (const width of TAB_WIDTHS) {
        const { text: untabbed, originalOffset } = untab(text, width);
        const again = readDocument(untabbed);
        if (again.brokenAt < Number.POSITIVE_INFINITY)
            continue;
        const others = again.problems.map((problem) => ({ ...problem, offset: originalOffset(problem.offset) }));
        return { ...again, problems: [...tabs, ...others], originalOffset };
    }
    return { ...result, problems: tabs };
}
function readDocument(text) {
    const problems = [];
    const error = (offset, code, message) => problems.push({ offset, severity: "error", code, message });
    const whole = { text, originalOffset: (offset) => offset, brokenAt: Number.POSITIVE_INFINITY };
    const tokenized = tokenize(text);
    if ("tooDeepAt" in tokenized) {
        error(tokenized.tooDeepAt, "too-deep", `Lists and mappings nest deeper than ${DEEPEST} here.`);
        return { ...whole, root: undefined, problems };
    }
    const composer = new dist/* Composer */.Dk({ prettyErrors: false, uniqueKeys: false, merge: true, version: "1.2" });
    const documents = composer.compose(tokenized.tokens, true, text.length);
    const document = documents.next().value;
    const second = documents.next().value;
    if (!document)
        return { ...whole, root: undefined, problems };
    const syntax = syntaxProblems(document);
    problems.push(...onePerLine(syntax, text));
    for (const { pos, message } of document.warnings.slice(0, 200))
        error(pos[0], "unknown-tag", `${message}. Specs have no tags.`);
    if (second)
        error(second.range[0], "multiple-documents", "A second document begins here. A spec is one document.");
    const report = (problem) => problems.push(problem);
    const targets = resolveAliases(document, report);
    const bomb = problems.some(({ code }) => code === "alias-bomb");
    const root = bomb ? undefined : toTree(document, { targets, report });
    return { ...whole, root, problems, brokenAt: Math.min(whole.brokenAt, ...syntax.map(({ offset }) => offset)) };
}

;// CONCATENATED MODULE: ./lib/spec/document.js


/** Reads one YAML 1.2 document of any shape; never throws. `file` is the name that its findings carry. */
function openYaml(text, file) {
    const source = text.replace(/^\ufeff/, "");
    const yaml = read_readYaml(source);
    const problems = [...yaml.problems];
    return {
        root: yaml.root,
        report: (problem) => {
            // What is read behind a syntax error is not what was meant.
            if (problem.offset < yaml.brokenAt)
                problems.push({ ...problem, offset: yaml.originalOffset(problem.offset) });
        },
        diagnostics: () => problem_toDiagnostics(problems, file, problem_positions(source)),
    };
}

;// CONCATENATED MODULE: ./lib/spec/duration.js
const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/;
const FACTORS = [86_400_000, 3_600_000, 60_000, 1000];
/** The longest time that a timer of Node can wait, in milliseconds: a little under 25 days. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
/**
 * A duration in milliseconds: `90` and `90s` (seconds), `10m`, `1h30m`, `3d`; units in this order, each at most once.
 * Undefined for anything else, and for more than 2^53 - 1 milliseconds.
 */
function parseDuration(text) {
    const match = DURATION.exec(text);
    if (!match || text === "")
        return undefined;
    const total = FACTORS.reduce((sum, factor, index) => sum + Number(match[index + 1] ?? 0) * factor, 0);
    return Number.isSafeInteger(total) ? total : undefined;
}
/** A duration that a timer can wait for: as `parseDuration`, more than 0 and at most LONGEST_TIMEOUT_MS. */
function duration_parseTimeout(text) {
    const milliseconds = parseDuration(text);
    return milliseconds && milliseconds <= LONGEST_TIMEOUT_MS ? milliseconds : undefined;
}
/** Milliseconds for people: `350ms`, `1.2s`, `42s`, `1m30s`, `2h5m`. Never negative. */
function formatDuration(milliseconds) {
    const rounded = Math.max(0, Math.round(milliseconds));
    if (rounded < 1000)
        return `${rounded}ms`;
    if (rounded < 9950)
        return `${Number((rounded / 1000).toFixed(1))}s`;
    const seconds = Math.round(rounded / 1000);
    const parts = [
        [Math.floor(seconds / 86_400), "d"],
        [Math.floor(seconds / 3600) % 24, "h"],
        [Math.floor(seconds / 60) % 60, "m"],
        [seconds % 60, "s"],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    return parts
        .slice(first, first + 2)
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count}${unit}`)
        .join("");
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/spec/find.js


const SPEC_FILE = ".forge.yml";
/** The nearest `.forge.yml` in `directory` or a folder above it, as an absolute path; undefined where there is none. */
async function findSpec(directory) {
    for (let folder = resolve(directory);; folder = dirname(folder)) {
        const path = join(folder, SPEC_FILE);
        const found = await stat(path).then((stats) => !stats.isDirectory(), () => false);
        if (found)
            return path;
        if (folder === dirname(folder))
            return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./lib/spec/schema/field.js

/** What the published JSON Schema says beyond the types: descriptions, patterns, names of definitions. */
const field_documentation = registries/* registry */.u5();
/** Adds to what the published JSON Schema says of a part. */
function documented(schema, meta) {
    field_documentation.add(schema, { ...field_documentation.get(schema), ...meta });
    return schema;
}
/** A text; YAML numbers and booleans are taken as they are written. `expected` is what a finding says should stand here. */
function field_text(expected = "a text") {
    return schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: expected });
}
/** A text that `accepts` takes; `code` is that of the finding otherwise. A `pattern` goes to the JSON Schema. */
function checkedText(options) {
    const { expected, code, accepts, pattern } = options;
    const schema = field_text(expected).check(schemas/* refine */.YPB((value) => accepts(String(value)), { error: expected, params: { code } }));
    return pattern ? documented(schema, { pattern: pattern.source }) : schema;
}
/** As `checkedText`, where the pattern alone decides. */
function patternText(options) {
    return checkedText({ ...options, accepts: (value) => options.pattern.test(value) });
}
function flag(expected = "`true` or `false`") {
    return schemas/* boolean */.zMY({ error: expected });
}
function integer(options) {
    const { least, most, expected: error } = options;
    return schemas/* int */.Whr({ error }).check(api/* _gte */.qm(least, { error }), api/* _lte */.Zm(most, { error }));
}
function choice(values) {
    const error = `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
    return schemas/* enum */.k5n(values, { error });
}
/** A mapping with these keys and no others. For an unknown key the issue's message is the list of known ones. */
function mapping(shape, expected = "a mapping") {
    return schemas/* strictObject */.rej(shape, {
        error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : expected),
    });
}
/** As `mapping`; exactly one of `keys` must be there. */
function mappingWithOneOf(shape, options) {
    const { keys, expected } = options;
    const names = keys.map((key) => `\`${key}\``).join(", ");
    const given = (value) => keys.filter((key) => Object.hasOwn(value, key)).length;
    const schema = mapping(shape, expected).check(schemas/* refine */.YPB((value) => given(value) === 1, {
        error: `exactly one of ${names}`,
        params: { code: "one-of", keys, known: Object.keys(shape) },
    }));
    return documented(schema, { oneOf: keys.map((key) => ({ required: [key] })) });
}
/** A list, or one item that stands for a list of it. */
function oneOrMore(item, expected) {
    return schemas/* union */.KCZ([item, schemas/* array */.YOg(item)], { error: expected });
}

;// CONCATENATED MODULE: ./lib/spec/size.js
const SIZE = /^(\d+)(?:([KMGT])(i?)B|B)?$/i;
const POWERS = { K: 1, M: 2, G: 3, T: 4 };
/**
 * A size in bytes: `1024`, `512MiB` (powers of 1024: KiB, MiB, GiB, TiB), `2GB` (powers of 1000: kB, MB, GB, TB).
 * Undefined for anything else, and for more than 2^53 - 1 bytes.
 */
function parseSize(text) {
    const match = SIZE.exec(text);
    if (!match)
        return undefined;
    const unit = match[2]?.toUpperCase();
    const bytes = Number(match[1]) * (unit ? (match[3] ? 1024 : 1000) ** POWERS[unit] : 1);
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}
const UNITS = (/* unused pure expression or super */ null && (["TiB", "GiB", "MiB", "KiB"]));
/** A size in bytes as people write it: `64MiB`; one that is no whole number of KiB in bytes. */
function formatSize(bytes) {
    const at = UNITS.findIndex((_, index) => bytes % 1024 ** (UNITS.length - index) === 0);
    return at < 0 || bytes === 0 ? `${bytes} bytes` : `${bytes / 1024 ** (UNITS.length - at)}${UNITS[at]}`;
}

;// CONCATENATED MODULE: ./lib/spec/schema/fields.js



const timeout = (description) => documented(checkedText({
    expected: "a time such as `90s`, `10m` or `1h30m`, more than 0 and at most 24d",
    code: "bad-duration",
    accepts: (value) => duration_parseTimeout(value) !== undefined,
    pattern: /^(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s?)?$/,
}), { description, exclusiveMinimum: 0 });
const size = () => checkedText({
    expected: "a size such as `512MiB` or `2GB`",
    code: "bad-size",
    accepts: (value) => parseSize(value) !== undefined,
    pattern: /^\d+(?:[KMGTkmgt][Ii]?[Bb]|[Bb])?$/,
});
const HTTP_URL = /^https?:\/\/[^\s/?#]+\S*$/i;
const INDEX_URL = /^(?:https?:\/\/[^\s/?#]+\S*|file:\/\/\S+)$/i;
const httpUrl = () => checkedText({
    expected: "a URL that begins with `http://` or `https://`",
    code: "bad-url",
    accepts: (value) => HTTP_URL.test(value) && URL.canParse(value),
    pattern: HTTP_URL,
});
const indexUrl = () => checkedText({
    expected: "a URL that begins with `https://`, `http://` or `file://`",
    code: "bad-url",
    accepts: (value) => INDEX_URL.test(value) && URL.canParse(value),
    pattern: INDEX_URL,
});
/** One line without control characters: what may go into a configuration file. */
const line = (expected = "a text of one line") => patternText({ expected, code: "bad-text", pattern: /^[^\x00-\x1f\x7f]+$/ });
/** A text without NUL, which no argument, variable or path can hold. */
const withoutNul = (expected) => checkedText({
    expected: `${expected} without NUL characters`,
    code: "nul-character",
    accepts: (value) => !value.includes("\0"),
});
const command = documented(field_text("a command"), {
    id: "command",
    description: "A command: split into words as a POSIX shell would, and run without a shell.",
});

;// CONCATENATED MODULE: ./lib/spec/model.js
/** What a valid spec says, after normalisation: shorthand forms are gone, words are split, durations are milliseconds. */
/** Every phase, in the order of the stage `all`. */
const model_PHASES = (/* unused pure expression or super */ null && ([
    "install",
    "linting",
    "execute",
    "staging/deploy",
    "staging/execute",
    "production/deploy",
    "production/execute",
]));
/** What commands can be shut into; `auto`: the best that the machine has. */
const SANDBOX_BACKENDS = ["auto", "none", "chroot", "bubblewrap", "container"];

;// CONCATENATED MODULE: ./lib/spec/schema/sandbox.js




const path = () => withoutNul("a path");
const paths = schemas/* array */.YOg(path(), { error: "a list of paths" });
const names = schemas/* array */.YOg(field_text("a capability"), { error: "a list of capabilities" });
const isolation = () => choice(["undefined", "isolated"]);
const count = (expected) => integer({ least: 1, most: Number.MAX_SAFE_INTEGER, expected });
const extraMount = mapping({
    source: schemas/* optional */.lqM(path()),
    target: path(),
    type: choice(["proc", "tmpfs", "bind"]),
    options: schemas/* optional */.lqM(field_text("mount options")),
}).check(schemas/* refine */.YPB((mount) => mount.type !== "bind" || mount.source !== undefined, {
    error: "a `source` beside the type `bind`: the folder or file that is mounted",
    params: { code: "missing-source" },
}));
const rates = () => documented(schemas/* record */.g1P(schemas/* string */.YjP(), size(), { error: "a mapping of devices to sizes" }), {
    description: "Bytes a second by device, such as { /dev/sda: 10MiB }.",
});
const limits = mapping({
    memory: schemas/* optional */.lqM(size()),
    cpus: schemas/* optional */.lqM(documented(schemas/* number */.aig({ error: "a number of CPUs" }).check(api/* _gt */.Tx(0, { error: "a number of CPUs above 0" })), {
        description: "CPUs, such as 2 or 0.5.",
    })),
    pids: schemas/* optional */.lqM(count("a number of processes above 0")),
    "open-files": schemas/* optional */.lqM(count("a number of files above 0")),
    timeout: schemas/* optional */.lqM(timeout("How long a command may run.")),
    "device-read-bps": schemas/* optional */.lqM(rates()),
    "device-write-bps": schemas/* optional */.lqM(rates()),
    "no-oom-kill": schemas/* optional */.lqM(flag()),
});
const sandbox = documented(mapping({
    backend: schemas/* optional */.lqM(choice(SANDBOX_BACKENDS)),
    "filesystem-root": schemas/* optional */.lqM(path()),
    "filesystem-writable-paths": schemas/* optional */.lqM(schemas/* union */.KCZ([choice(["all", "none"]), paths], { error: "`all`, `none` or a list of paths" })),
    mounts: schemas/* optional */.lqM(isolation()),
    "extra-mounts": schemas/* optional */.lqM(schemas/* array */.YOg(extraMount, { error: "a list of mounts" })),
    network: schemas/* optional */.lqM(isolation()),
    limits: schemas/* optional */.lqM(limits),
    capabilities: schemas/* optional */.lqM(mapping({ drop: schemas/* optional */.lqM(names), add: schemas/* optional */.lqM(names) })),
    degrade: schemas/* optional */.lqM(flag()),
}), { id: "sandbox", description: "What commands are shut into." });

;// CONCATENATED MODULE: ./lib/spec/schema/value.js



const VARIABLE_NAME = /^[^=\0]+$/;
// An armoured file whose lines YAML has folded is still one: the spaces are put right when it is read.
const value_ARMOUR = /^\s*-----BEGIN AGE ENCRYPTED FILE-----\s[A-Za-z0-9+/=\s]+-----END AGE ENCRYPTED FILE-----\s*$/;
const reference = mappingWithOneOf({
    env: schemas/* optional */.lqM(patternText({
        expected: "the name of an environment variable",
        code: "bad-variable-name",
        pattern: VARIABLE_NAME,
    })),
    encrypted: schemas/* optional */.lqM(checkedText({
        expected: "a value encrypted with age, in its text form, as `forgexec encrypt` prints it",
        code: "not-encrypted",
        accepts: (value) => value_ARMOUR.test(value),
        pattern: value_ARMOUR,
    })),
}, { keys: ["env", "encrypted"], expected: "`{ env: NAME }` or `{ encrypted: … }`" });
const secret = documented(schemas/* union */.KCZ([withoutNul("a text"), reference], { error: "a text, `{ env: NAME }` or `{ encrypted: … }`" }), { id: "secret", description: "A text, a variable of forgexec's own environment, or a value encrypted with age." });
const variableName = schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => VARIABLE_NAME.test(name), {
    error: "a name without `=` and NUL",
    params: { code: "bad-variable-name" },
}));
documented(variableName, { pattern: VARIABLE_NAME.source });
const stepEnvironment = documented(schemas/* record */.g1P(variableName, secret, { error: "a mapping of variables" }), {
    id: "environment",
    description: "Environment variables.",
});
/** A list of values makes a matrix. */
const specEnvironment = documented(schemas/* nullable */.mee(schemas/* record */.g1P(variableName, schemas/* union */.KCZ([secret, schemas/* array */.YOg(secret)], { error: "a text, `{ env: NAME }` or `{ encrypted: … }`" }), {
    error: "a mapping of variables",
})), { description: "Environment variables for every command. A list of values makes a matrix." });

;// CONCATENATED MODULE: ./lib/spec/schema/step.js




// Options would look as if they were passed on; a path may have spaces.
const SHELL = /^(?:[^\s/\0]+|[^\0]*[/\\][^\0]*)$/;
const port = integer({ least: 1, most: 65_535, expected: "a port number from 1 to 65535" });
const address = patternText({
    expected: "a port number from 1 to 65535, or `host:port`",
    code: "bad-port",
    pattern: /^(?:(?:[\w.-]+|\[[\da-fA-F:.]+\]):)?(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
});
const pattern = field_text("a regular expression").check(schemas/* refine */.YPB((value) => isRegExp(String(value)), { error: "a regular expression", params: { code: "bad-regexp" } }));
const ready = documented(mappingWithOneOf({
    http: schemas/* optional */.lqM(documented(httpUrl(), { description: "Ready when this URL answers with success." })),
    tcp: schemas/* optional */.lqM(documented(address, { description: "Ready when this port takes connections.", minimum: 1, maximum: 65_535 })),
    log: schemas/* optional */.lqM(documented(pattern, { format: "regex", description: "Ready when a line of its output matches." })),
    command: schemas/* optional */.lqM(command),
    timeout: schemas/* optional */.lqM(timeout("How long it may take to become ready.")),
}, { keys: ["http", "tcp", "log", "command"], expected: "a mapping with one of `http`, `tcp`, `log` or `command`" }), { id: "ready", description: "How a background command shows that it is ready." });
const shellName = schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => SHELL.test(name), {
    error: "the name of a shell on PATH, or a path",
    params: { code: "bad-shell" },
}));
documented(shellName, { pattern: SHELL.source });
const stepMapping = mappingWithOneOf({
    name: schemas/* optional */.lqM(documented(field_text("a name"), { description: "What reports call the step." })),
    run: schemas/* optional */.lqM(command),
    background: schemas/* optional */.lqM(documented(oneOrMore(command, "a command or a list of commands"), {
        description: "Started, and running until the phase ends.",
    })),
    ready: schemas/* optional */.lqM(ready),
    environment: schemas/* optional */.lqM(stepEnvironment),
    "working-directory": schemas/* optional */.lqM(withoutNul("a directory")),
    timeout: schemas/* optional */.lqM(timeout("How long the command may run.")),
    "idle-timeout": schemas/* optional */.lqM(timeout("How long the command may print nothing.")),
    retry: schemas/* optional */.lqM(documented(integer({ least: 0, most: 100, expected: "a whole number of further tries from 0 to 100" }), {
        description: "Further tries after a failure.",
    })),
    "continue-on-error": schemas/* optional */.lqM(documented(flag(), { description: "A failure is reported, and the phase goes on." })),
    shell: schemas/* optional */.lqM(documented(schemas/* union */.KCZ([schemas/* boolean */.zMY(), shellName], {
        error: "`true` (`sh -e`), `false`, a shell's name or its path",
    }), { description: "true: `sh -e`; a name or a path: that shell." })),
    if: schemas/* optional */.lqM(documented(choice(["linux", "macos", "windows"]), { description: "The only system to run on." })),
    stdin: schemas/* optional */.lqM(withoutNul("a file")),
    cached: schemas/* optional */.lqM(documented(flag(), {
        description: "In `install` with `inputs`: whether it need not run where the environment comes from the cache.",
    })),
    report: schemas/* optional */.lqM(oneOrMore(withoutNul("a file"), "a file or a list of files")),
}, { keys: ["run", "background"], expected: "a command, or a mapping with `run` or `background`" });
const step = documented(schemas/* union */.KCZ([command, stepMapping], { error: "a command, or a mapping with `run` or `background`" }), { id: "step" });
const publishedPort = port;
function isRegExp(source) {
    try {
        return Boolean(new RegExp(source));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/spec/schema/phase.js





const EXPECTED = "a list of commands, or a mapping whose `steps` is one";
const steps = documented(schemas/* nullable */.mee(schemas/* array */.YOg(step, { error: "a list of commands" })), { id: "steps" });
const common = () => ({
    steps: schemas/* optional */.lqM(steps),
    parallel: schemas/* optional */.lqM(documented(flag(), { description: "The steps run at the same time." })),
    timeout: schemas/* optional */.lqM(timeout("How long the phase may take.")),
    sandbox: schemas/* optional */.lqM(sandbox),
    shards: schemas/* optional */.lqM(integer({ least: 1, most: 1000, expected: "a whole number from 1 to 1000" })),
});
function phase(shape, id) {
    return documented(schemas/* union */.KCZ([steps, mapping(shape, EXPECTED)], { error: EXPECTED }), { id });
}
const plainPhase = phase(common(), "phase");
const installPhase = phase({
    ...common(),
    inputs: schemas/* optional */.lqM(documented(schemas/* array */.YOg(withoutNul("a file pattern"), { error: "a list of file patterns" }), {
        description: "What the packages depend on: while it is the same, installing is not done again.",
    })),
}, "install-phase");
const deployPhase = phase({ ...common(), "id-token": schemas/* optional */.lqM(documented(flag(), { description: "OIDC variables reach its commands." })) }, "deploy-phase");
const stage = documented(schemas/* nullable */.mee(mapping({ deploy: schemas/* optional */.lqM(deployPhase), execute: schemas/* optional */.lqM(plainPhase) }, "a mapping with `deploy` and `execute`")), { id: "stage" });

;// CONCATENATED MODULE: ./lib/spec/schema/pypi.js




const SERVER_NAME = /^(?!(?:distutils|DEFAULT)$)[\w.-]+$/;
const serverName = documented(schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => SERVER_NAME.test(name), {
    error: "a name of letters, digits, `.`, `_` and `-`, other than `distutils` and `DEFAULT`",
    params: { code: "bad-server-name" },
})), { pattern: SERVER_NAME.source });
const server = mapping({
    repository: documented(indexUrl(), { description: "Where distributions are uploaded to." }),
    username: schemas/* optional */.lqM(line("a user name")),
    password: schemas/* optional */.lqM(secret),
});
const INDEX_NAME = /^(?!simple$)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const namedIndex = mapping({
    name: patternText({
        expected: "a name of letters, digits, `.`, `_` and `-`, other than `simple`",
        code: "bad-index-name",
        pattern: INDEX_NAME,
    }),
    url: documented(indexUrl(), { description: "The index, as in `index-url`." }),
}, "a URL, or `{ name, url }`");
/** A name as packages have it, with `*`, `?`, `[…]` and `{…,…}` as in a shell. */
const PACKAGES = /^[\w.*?[\]{},!-]+$/;
const pypi_packages = documented(schemas/* string */.YjP().check(schemas/* refine */.YPB((name) => PACKAGES.test(name), {
    error: "a package's name, or a glob of names such as `mycorp-*`",
    params: { code: "bad-package-name" },
})), { pattern: PACKAGES.source });
const host = () => patternText({ expected: "a host, or `host:port`", code: "bad-host", pattern: /^[^\s/@]+$/ });
const pypi = documented(schemas/* nullable */.mee(mapping({
    "index-servers": schemas/* optional */.lqM(documented(schemas/* record */.g1P(serverName, server, { error: "a mapping of names to servers" }), {
        description: "Servers to upload to: they become ~/.pypirc while the build runs.",
    })),
    "index-url": schemas/* optional */.lqM(documented(indexUrl(), { description: "The index that pip installs from." })),
    "extra-index-url": schemas/* optional */.lqM(documented(schemas/* union */.KCZ([
        indexUrl(),
        namedIndex,
        schemas/* array */.YOg(schemas/* union */.KCZ([indexUrl(), namedIndex], { error: "a URL, or `{ name, url }`" })),
    ], {
        error: "a URL or a list of URLs",
    }), { description: "Further indexes that pip installs from." })),
    "trusted-host": schemas/* optional */.lqM(documented(oneOrMore(host(), "a host or a list of hosts"), {
        description: "Hosts whose certificates pip does not check.",
    })),
    "find-links": schemas/* optional */.lqM(documented(oneOrMore(line("a URL or a directory"), "a URL, a directory, or a list of them"), {
        description: "Pages and directories where pip looks for distributions.",
    })),
    packages: schemas/* optional */.lqM(documented(schemas/* record */.g1P(pypi_packages, line("the name of an index"), { error: "a mapping of packages to indexes" }), {
        description: "Names of packages, or globs, to the one entry of `extra-index-url` that may serve them: pip and uv ask no other.",
    })),
    pip: schemas/* optional */.lqM(documented(patternText({
        expected: "a version of pip such as `24.0`, `newest` or `bundled`",
        code: "bad-version",
        pattern: /^(?:newest|bundled|\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?)$/,
    }), { description: "The pip of the build's environment." })),
})), { description: "What pip and upload tools are configured with." });

;// CONCATENATED MODULE: ./lib/spec/schema/spec.js








const PORT = /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
const hostPort = documented(schemas/* string */.YjP()
    .check(schemas/* refine */.YPB((name) => PORT.test(name), { error: "a port number from 1 to 65535", params: { code: "out-of-range" } })), { pattern: PORT.source });
/** As engines have it: a registry, a path, a tag, a digest. What begins with a dash would be an option to them. */
const imageName = patternText({
    expected: "the name of an image, such as `python:3.12-slim`",
    code: "bad-image",
    pattern: /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,1023}$/,
});
const matcher = mapping({
    name: field_text("a name"),
    pattern: field_text("a regular expression"),
    severity: schemas/* optional */.lqM(choice(["error", "warning", "notice"])),
});
/** The whole format: the source of the types of a spec as it is written, of its validation and of the JSON Schema. */
const spec_specSchema = mapping({
    image: schemas/* optional */.lqM(documented(oneOrMore(imageName, "an image or a list of images"), {
        description: "The container image that every phase runs in.",
    })),
    python: schemas/* optional */.lqM(documented(oneOrMore(line("a version or a path"), "a version or a path of Python, or a list of them"), {
        description: "The interpreter of the build's environment: a version or a path.",
    })),
    environment: schemas/* optional */.lqM(specEnvironment),
    ports: schemas/* optional */.lqM(schemas/* record */.g1P(hostPort, publishedPort, { error: "a mapping of host ports to container ports" })),
    sandbox: schemas/* optional */.lqM(sandbox),
    timeout: schemas/* optional */.lqM(timeout("How long the run may take.")),
    pypi: schemas/* optional */.lqM(pypi),
    matchers: schemas/* optional */.lqM(schemas/* array */.YOg(matcher, { error: "a list of matchers" })),
    install: schemas/* optional */.lqM(installPhase),
    linting: schemas/* optional */.lqM(plainPhase),
    execute: schemas/* optional */.lqM(plainPhase),
    staging: schemas/* optional */.lqM(stage),
    production: schemas/* optional */.lqM(stage),
}, "a mapping with phases such as `execute`");

;// CONCATENATED MODULE: ./lib/spec/json-schema.js



/**
 * The JSON Schema (draft 2020-12) of a spec, for editors and other tools. It knows types, keys and forms; what takes more
 * than that, such as an unterminated quote in a command, only `parseSpec` finds.
 */
function specJsonSchema() {
    const schema = z.toJSONSchema(specSchema, { metadata: documentation, io: "input" });
    const { $schema, ...rest } = schema;
    return { $schema, title: "forgexec build spec", description: "The build spec `.forge.yml` of forgexec.", ...rest };
}

// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
// EXTERNAL MODULE: ./lib/closest.js
var lib_closest = __webpack_require__(4904);
;// CONCATENATED MODULE: ./lib/spec/check/keys.js

// Where each key belongs, for those that stand in the wrong place.
const HOMES = {
    deploy: "`staging` or `production`",
    steps: "a phase",
    parallel: "a phase",
    "id-token": "a `deploy` phase",
    inputs: "the phase `install`",
    shards: "a phase",
    run: "a step, an item of a phase's list",
    background: "a step, an item of a phase's list",
    ready: "a step with `background`",
    "working-directory": "a step",
    "idle-timeout": "a step",
    retry: "a step",
    "continue-on-error": "a step",
    shell: "a step",
    if: "a step",
    stdin: "a step",
    report: "a step",
    environment: "the top level or a step",
    timeout: "the top level, a phase, a step or `ready`",
    install: "the top level",
    linting: "the top level",
    execute: "the top level, `staging` or `production`",
    staging: "the top level",
    production: "the top level",
    python: "the top level",
    pypi: "the top level",
    image: "the top level",
    ports: "the top level",
    matchers: "the top level",
    sandbox: "the top level or a phase",
    "index-servers": "`pypi`",
    "index-url": "`pypi`",
    "extra-index-url": "`pypi`",
    "trusted-host": "`pypi`",
    "find-links": "`pypi`",
};
const OTHER_NAMES = {
    env: "environment",
    lint: "linting",
    test: "execute",
    tests: "execute",
    script: "execute",
    command: "run",
    cmd: "run",
    cwd: "working-directory",
};
/** The key that an unknown one most likely stands for; undefined for a key that is known elsewhere. */
function keys_meantKey(key, known) {
    const other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
    if (other && known.includes(other))
        return other;
    return Object.hasOwn(HOMES, key) ? undefined : closest(key, known);
}
/** The finding for a key that is not known where it stands. */
function keys_unknownKey(key, known, offset) {
    const suggestion = keys_meantKey(key, known);
    const home = suggestion === undefined && Object.hasOwn(HOMES, key) ? HOMES[key] : undefined;
    const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
    const rest = home ? ` It belongs to ${home}.` : suggestion ? "" : ` Known are ${list(known)}.`;
    const message = `The key ${shown} is not known here.${rest}`;
    return { offset, severity: "error", code: "unknown-key", message, ...(suggestion ? { suggestion } : {}) };
}
function list(keys) {
    return keys.map((key) => `\`${key}\``).join(", ");
}

;// CONCATENATED MODULE: ./lib/spec/check/issues.js




/** Turns what the schema finds into findings at the places of the text. */
function issues_reportIssues(issues, root, report) {
    for (const issue of issues)
        for (const problem of problems(issue, root))
            report(problem);
}
function problems(issue, root) {
    const node = at(root, issue.path);
    const parent = at(root, issue.path.slice(0, -1));
    const last = String(issue.path.at(-1) ?? "");
    const error = (offset, code, message, suggestion) => ({
        offset,
        severity: "error",
        code,
        message,
        ...(suggestion ? { suggestion } : {}),
    });
    if (!node)
        return [error(parent?.offset ?? 0, "missing-key", `The key \`${last}\` is missing here.`)];
    // What was to be encrypted and is not may be a secret, and so may anything where a password belongs.
    const secret = codeOf(issue) === "not-encrypted" || issue.path.includes("password");
    const shown = secret && node.kind === "scalar" ? "another text" : withoutCredentials(describe(node));
    const found = `Expected ${issue.message}, found ${shown}.`;
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.map((key) => {
                const entry = node.kind === "map" ? node.entries.get(key) : undefined;
                return unknownKey(key, issue.message.split(" "), entry?.offset ?? node.offset);
            });
        case "invalid_union": {
            const branch = likeliestBranch(issue.errors);
            if (!branch)
                return [error(node.offset, "wrong-type", found, listItem(issue.message, node))];
            return branch.flatMap((inner) => problems({ ...inner, path: [...issue.path, ...inner.path] }, root));
        }
        case "invalid_key": {
            const entry = parent?.kind === "map" ? parent.entries.get(last) : undefined;
            const inner = issue.issues[0];
            return [
                error(entry?.offset ?? node.offset, codeOf(inner), `Expected ${inner?.message}, found ${JSON.stringify(last)}.`),
            ];
        }
        case "invalid_value":
            if (node.kind !== "scalar" || node.value === null)
                return [error(node.offset, "wrong-type", found)];
            return [
                error(node.offset, "bad-value", found, node.kind === "scalar" ? closest(node.text, issue.values.map(String)) : undefined),
            ];
        case "too_small":
        case "too_big":
            return [error(node.offset, "out-of-range", found)];
        case "custom": {
            const code = codeOf(issue);
            if (isMisspelt(node, issue.params))
                return [];
            return [error(node.offset, code, ofMapping(code, issue.message) ?? found)];
        }
        default:
            return [error(node.offset, "wrong-type", found, listItem(issue.message, node))];
    }
}
/** What a mapping as a whole lacks: that it is one is no news. */
function ofMapping(code, expected) {
    if (code === "missing-source")
        return `Expected ${expected}.`;
    return code === "one-of" ? `Expected ${expected} here.` : null;
}
/** Of a union's branches the one that the value was meant for: it is of the right type, and least is wrong with it. */
function likeliestBranch(branches) {
    const count = (issues) => issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
    return branches.filter((issues) => !issues.some(isMismatch)).sort((a, b) => count(a) - count(b))[0];
}
function isMismatch(issue) {
    if (issue.path.length > 0)
        return false;
    if (issue.code === "invalid_union")
        return likeliestBranch(issue.errors) === undefined;
    return issue.code === "invalid_type" || issue.code === "invalid_value";
}
/** Whether the one key that is missing stands there under a wrong name: that is told of the name. */
function isMisspelt(node, params) {
    const { keys, known } = (params ?? {});
    if (node.kind !== "map" || !keys || !known)
        return false;
    const names = [...node.entries.keys()];
    return (!names.some((name) => keys.includes(name)) &&
        names.some((name) => !known.includes(name) && keys.includes(meantKey(name, known) ?? "")));
}
function codeOf(issue) {
    return issue?.code === "custom" && typeof issue.params?.code === "string" ? issue.params.code : "bad-value";
}
/** A single command where a list of them belongs is the likeliest slip. */
function listItem(expected, node) {
    return expected.startsWith("a list of commands") &&
        node.kind === "scalar" &&
        node.value !== null &&
        !node.text.includes("\n")
        ? `- ${node.text.slice(0, 100)}`
        : undefined;
}

;// CONCATENATED MODULE: ./lib/spec/variables.js


/** Every variable that a command, a working directory or an environment value may name as `{forge-…}`. */
const variables_VARIABLES = (/* unused pure expression or super */ null && ([
    "forge-commit-count",
    "forge-pull-request",
    "forge-owner",
    "forge-repo",
    "forge-sha",
    "forge-action",
    "forge-run-id",
]));
// The first branch is the literal brace; what follows it is then no variable any more.
const VARIABLE = /\{\{(?=forge-)|\{(forge-[\w.-]*)\}/g;
function variables_isVariable(name) {
    return variables_VARIABLES.includes(name);
}
/** Every `{forge-…}` of a text in order, unknown names too. `{{forge-` is a literal brace, all other braces are text. */
function variables_findVariables(text) {
    return [...text.matchAll(VARIABLE)].flatMap(({ 1: name, index }) => name === undefined ? [] : [{ name, offset: index }]);
}
/**
 * Puts values in the place of `{forge-…}`, and `{forge-` in that of `{{forge-`. Values are not scanned again. A name
 * without a value in `values` stays as it is written.
 */
function substitute(text, values) {
    return replaceVariables(text, values, (value) => value);
}
/** As `substitute`, in a script for a shell: each value is quoted as its place needs it, within quotes too. */
function substituteInScript(script, values) {
    const uses = variables_findVariables(script);
    if (uses.length === 0)
        return substitute(script, values);
    const offsets = uses.map(({ offset }) => offset);
    const places = new Map(shellPlaces(script, offsets).map((place, index) => [offsets[index], place]));
    return replaceVariables(script, values, (value, offset) => quoteAt(value, places.get(offset) ?? PLAIN));
}
const PLAIN = { context: "plain", backquotes: 0 };
function replaceVariables(text, values, show) {
    return text.replace(VARIABLE, (whole, name, offset) => {
        if (name === undefined)
            return "{";
        return Object.hasOwn(values, name) ? show(values[name] ?? "", offset) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/spec/read/context.js


const PREFIX = "forge-";
/** Findings of one kind in one text: finding a place takes a while, and more than this are never shown. */
const context_MOST_FINDINGS = 100;
/** Reports keys of the format that this version cannot serve yet. */
function context_refuseKeys(node, keys, reading) {
    if (node?.kind !== "map")
        return;
    for (const key of keys) {
        const entry = node.entries.get(key);
        if (entry)
            context_refuse(`\`${key}\``, entry.offset, reading);
    }
}
function context_refuse(what, offset, reading) {
    const message = `${what} is not supported by this version of forgexec yet.`;
    reading.report({ offset, severity: "error", code: "not-supported-yet", message });
}
/** Reports those uses of `{forge-…}` whose name is none; `offsetOf` gives a use's place in the spec's text. */
function context_checkVariables(uses, offsetOf, reading) {
    const unknown = uses.filter(({ name }) => !isVariable(name)).slice(0, context_MOST_FINDINGS);
    for (const { name, offset } of unknown) {
        const near = closest(name.slice(PREFIX.length), VARIABLES.map((known) => known.slice(PREFIX.length)));
        const message = `There is no variable \`{${name}}\`. Known are ${VARIABLES.map((known) => `{${known}}`).join(", ")}.`;
        const suggestion = near ? { suggestion: `{${PREFIX}${near}}` } : {};
        reading.report({ offset: offsetOf(offset), severity: "error", code: "unknown-variable", message, ...suggestion });
    }
}

;// CONCATENATED MODULE: ./lib/spec/words.js
const WHITESPACE = new Set([" ", "\t", "\r", "\n"]);
/**
 * Splits a command into words by the rules of Python's `shlex.split(text)` (POSIX, comments off), and tells where each
 * character came from. A backslash outside quotes takes the next character as it is, a newline too; in double quotes it
 * does so before `"` and `\` only; in single quotes nothing is special.
 */
function words_scanWords(text) {
    const words = [];
    let word;
    const open = (offset) => {
        word ??= { text: [], start: offset, offsets: [], quoting: [] };
        return word;
    };
    const add = (offset, quoting) => {
        const target = open(offset);
        target.text.push(text.charAt(offset));
        target.offsets.push(offset);
        target.quoting.push(quoting);
    };
    const close = () => {
        if (word)
            words.push({ ...word, text: word.text.join("") });
        word = undefined;
    };
    for (let index = 0; index < text.length; index++) {
        const char = text.charAt(index);
        if (WHITESPACE.has(char)) {
            close();
        }
        else if (char === "\\") {
            if (index + 1 >= text.length)
                return { problem: "No escaped character", offset: index };
            open(index);
            add(++index, "escaped");
        }
        else if (char === "'") {
            const end = text.indexOf("'", index + 1);
            if (end < 0)
                return { problem: "No closing quotation", offset: index };
            open(index);
            for (let inner = index + 1; inner < end; inner++)
                add(inner, "single");
            index = end;
        }
        else if (char === '"') {
            const start = index;
            open(index);
            for (index++; text.charAt(index) !== '"'; index++) {
                if (index >= text.length)
                    return { problem: "No closing quotation", offset: start };
                if (text.charAt(index) !== "\\") {
                    add(index, "double");
                }
                else if (index + 1 >= text.length) {
                    return { problem: "No escaped character", offset: index };
                }
                else if (text.charAt(index + 1) === '"' || text.charAt(index + 1) === "\\") {
                    add(++index, "escaped");
                }
                else {
                    add(index, "double");
                    add(++index, "double");
                }
            }
        }
        else {
            add(index, "none");
        }
    }
    close();
    return { words };
}
/** Splits a command exactly as Python's `shlex.split(text)` does: the words, or why there are none and where. */
function splitWords(text) {
    const scanned = words_scanWords(text);
    return "problem" in scanned ? scanned : { words: scanned.words.map((word) => word.text) };
}

;// CONCATENATED MODULE: ./lib/spec/read/command.js





/** Reads a command; undefined (and reported) where nothing can be run. */
function command_readCommand(node, shell, reading) {
    if (node?.kind !== "scalar" || node.value === null)
        return undefined;
    const { offset, text: command } = node;
    const place = (index) => offsetWithin(reading.text, node, index);
    const error = (at, code, message) => reading.report({ offset: at, severity: "error", code, message });
    if (command.trim() === "") {
        error(offset, "empty-command", "The command is empty.");
        return undefined;
    }
    if (command.includes("\0")) {
        error(place(command.indexOf("\0")), "nul-character", "A command cannot hold a NUL character.");
        return undefined;
    }
    if (shell !== undefined) {
        checkVariables(findVariables(command), place, reading);
        return { offset, command, words: [] };
    }
    const scanned = scanWords(command);
    if ("problem" in scanned) {
        error(place(scanned.offset), ...unsplittable(scanned));
        return undefined;
    }
    if (scanned.words[0]?.text === "") {
        error(offset, "empty-command", "The command's first word, its program, is empty.");
        return undefined;
    }
    checkWords(scanned.words, node, reading);
    return { offset, command, words: scanned.words.map((word) => word.text) };
}
function unsplittable({ problem }) {
    return problem === "No closing quotation"
        ? ["unterminated-quote", "This quote has no closing one (No closing quotation)."]
        : ["unterminated-escape", "There is nothing after this backslash (No escaped character)."];
}
function checkWords(words, node, reading) {
    const place = (index) => offsetWithin(reading.text, node, index);
    const uses = words.flatMap((word) => findVariables(word.text).map(({ name, offset }) => ({ name, offset: word.offsets[offset] ?? word.start })));
    checkVariables(uses, place, reading);
    for (const { operator, offset } of findOperators(words).slice(0, MOST_FINDINGS)) {
        const message = `No shell runs this command, so \`${operator}\` has no meaning in it. For a shell, write the command under \`run\` with \`shell: true\`.`;
        reading.report({ offset: place(offset), severity: "warning", code: "shell-operator", message });
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/ready.js



/** How long a background command may take to become ready where the spec does not say. */
const DEFAULT_TIMEOUT_MS = 30_000;
function ready_readReady(node, reading) {
    if (node?.kind !== "map")
        return undefined;
    const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "") ?? DEFAULT_TIMEOUT_MS;
    const url = textOf(member(node, "http"));
    if (url !== undefined)
        return { kind: "http", url, timeoutMs };
    const address = textOf(member(node, "tcp"));
    if (address !== undefined)
        return { kind: "tcp", ...readAddress(address), timeoutMs };
    const pattern = textOf(member(node, "log"));
    if (pattern !== undefined)
        return { kind: "log", pattern, timeoutMs };
    const command = readCommand(member(node, "command"), undefined, reading);
    return command ? { kind: "command", words: command.words, timeoutMs } : undefined;
}
function readAddress(address) {
    const colon = address.lastIndexOf(":");
    const host = colon < 0 ? "127.0.0.1" : address.slice(0, colon).replace(/^\[(.*)\]$/, "$1");
    return { host, port: Number(address.slice(colon + 1)) };
}

;// CONCATENATED MODULE: ./lib/spec/read/value.js





/** Reads a text that may name variables, such as a working directory. */
function value_readText(node, reading) {
    const text = textOf(node);
    if (text === undefined || node?.kind !== "scalar")
        return undefined;
    checkVariables(findVariables(text), (index) => offsetWithin(reading.text, node, index), reading);
    return text;
}
/** Reads a mapping of environment variables. */
function value_readEnvironment(node, reading) {
    if (node?.kind !== "map")
        return {};
    const values = [];
    for (const { key, value } of node.entries.values()) {
        if (value.kind === "list")
            refuse("A list of values, which makes a matrix,", value.offset, reading);
        const read = value_readText(value, reading) ?? readReference(value);
        if (read !== undefined)
            values.push([key, read]);
    }
    return Object.fromEntries(values);
}
/** Reads a password. One that stands there as it is, neither encrypted nor taken from a variable, gets a warning. */
function value_readPassword(node, reading) {
    const text = textOf(node);
    if (text === undefined || !node)
        return readReference(node);
    if (ARMOUR.test(text))
        return { encrypted: unfold(text) };
    const message = "This password can be read by everyone who can read the spec. Use `{ env: NAME }` or `forgexec encrypt`.";
    reading.report({ offset: node.offset, severity: "warning", code: "plain-password", message });
    return text;
}
function readReference(node) {
    const env = textOf(member(node, "env"));
    if (env !== undefined)
        return { env };
    const encrypted = textOf(member(node, "encrypted"));
    return encrypted === undefined ? undefined : { encrypted: unfold(encrypted) };
}
/** Undoes what YAML's line folding did to an armoured file: base64 has no spaces, so each was the end of a line. */
function unfold(armoured) {
    const [, begin, body = "", end] = /^\s*(-+BEGIN [^-]+-+)([\s\S]*?)(-+END [^-]+-+)\s*$/.exec(armoured) ?? [];
    return begin && end ? [begin, ...body.trim().split(/\s+/), end, ""].join("\n") : armoured;
}

;// CONCATENATED MODULE: ./lib/spec/read/step.js






const LATER = (/* unused pure expression or super */ null && (["report"]));
const NOT_IN_BACKGROUND = (/* unused pure expression or super */ null && (["timeout", "idle-timeout", "retry", "cached"]));
const NO_OPTIONS = { environment: {}, retry: 0, continueOnError: false };
/** Reads one item of a phase's list: a step, or several where it is a list of background commands. */
function step_readSteps(node, reading) {
    if (node.kind !== "map")
        return toSteps([readCommand(node, undefined, reading)], { background: false }, reading);
    refuseKeys(node, LATER, reading);
    const shell = readShell(member(node, "shell"));
    const background = member(node, "background");
    checkBackground(node, background, reading);
    const options = readOptions(node, shell, reading);
    const commands = background?.kind === "list" ? background.items : [background ?? member(node, "run")];
    if (background?.kind === "list" && commands.length === 0) {
        reading.report({
            offset: background.offset,
            severity: "error",
            code: "empty-command",
            message: "The list of commands is empty.",
        });
    }
    const steps = toSteps(commands.map((command) => readCommand(command, shell, reading)), { ...options, background: background !== undefined }, reading);
    const ready = readReady(member(node, "ready"), reading);
    return steps.map((step, index) => (ready && background && index === steps.length - 1 ? { ...step, ready } : step));
}
function toSteps(commands, options, reading) {
    return commands.flatMap((command) => command
        ? [
            {
                ...NO_OPTIONS,
                ...options,
                position: reading.positionOf(command.offset),
                command: command.command,
                words: command.words,
            },
        ]
        : []);
}
function readOptions(node, shell, reading) {
    const name = textOf(member(node, "name"));
    const workingDirectory = readText(member(node, "working-directory"), reading);
    const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
    const idleTimeoutMs = parseTimeout(textOf(member(node, "idle-timeout")) ?? "");
    const retry = member(node, "retry");
    const platform = textOf(member(node, "if"));
    const stdin = textOf(member(node, "stdin"));
    const cached = member(node, "cached");
    return {
        environment: readEnvironment(member(node, "environment"), reading),
        retry: retry?.kind === "scalar" && typeof retry.value === "number" ? retry.value : 0,
        continueOnError: step_isTrue(member(node, "continue-on-error")),
        ...(name === undefined ? {} : { name }),
        ...(shell === undefined ? {} : { shell }),
        ...(workingDirectory === undefined ? {} : { workingDirectory }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(idleTimeoutMs === undefined ? {} : { idleTimeoutMs }),
        ...(platform === undefined ? {} : { if: platform }),
        ...(stdin === undefined ? {} : { stdin }),
        ...(cached === undefined ? {} : { cached: step_isTrue(cached) }),
    };
}
function readShell(node) {
    if (node?.kind !== "scalar" || node.value === false || node.value === null)
        return undefined;
    return node.value === true ? "sh" : node.text;
}
function step_isTrue(node) {
    return node?.kind === "scalar" && node.value === true;
}
/** Reports what goes with background commands only, or with the others only. */
function checkBackground(node, background, reading) {
    if (node.kind !== "map")
        return;
    const error = (offset, code, message) => reading.report({ offset, severity: "error", code, message });
    const ready = node.entries.get("ready");
    if (!background && ready)
        error(ready.offset, "ready-without-background", "Only a `background` step can become ready.");
    if (!background)
        return;
    for (const key of NOT_IN_BACKGROUND) {
        const entry = node.entries.get(key);
        if (!entry)
            continue;
        const message = `\`${key}\` has no meaning for a background step, which runs until its phase ends. \`ready\` and the phase have a \`timeout\`.`;
        error(entry.offset, "not-in-background", message);
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/phase.js





const phase_LATER = (/* unused pure expression or super */ null && (["shards"]));
/** Reads a phase; undefined where it has no steps. */
function phase_readPhase(name, entry, reading) {
    if (!entry)
        return undefined;
    const { value: node } = entry;
    refuseKeys(node, phase_LATER, reading);
    const list = node.kind === "list" ? node : member(node, "steps");
    const steps = list?.kind === "list" ? list.items.flatMap((item) => readSteps(item, reading)) : [];
    if (steps.length === 0)
        return undefined;
    const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
    const inputs = name === "install" ? readInputs(member(node, "inputs")) : undefined;
    const sandbox = readSandbox(member(node, "sandbox"));
    if (inputs === undefined)
        warnOfCached(list, reading);
    return {
        name,
        position: reading.positionOf(entry.offset),
        steps,
        parallel: isTrue(member(node, "parallel")),
        idToken: isTrue(member(node, "id-token")),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(inputs === undefined ? {} : { inputs }),
        ...(sandbox === undefined ? {} : { sandbox }),
    };
}
function readInputs(node) {
    return node?.kind === "list" ? node.items.flatMap((item) => textOf(item) ?? []) : undefined;
}
/** Without `install.inputs` nothing says what the step's work depends on, so it is always done. */
function warnOfCached(list, reading) {
    for (const step of list?.kind === "list" ? list.items : []) {
        const cached = step.kind === "map" ? step.entries.get("cached") : undefined;
        if (cached === undefined || !isTrue(cached.value))
            continue;
        const message = "`cached` has a meaning only in `install`, and there with `inputs`; this step always runs.";
        reading.report({ offset: cached.offset, severity: "warning", code: "cached-without-inputs", message });
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/indexes.js



/** Reads the entries of `extra-index-url` that have a name; a name that stands twice is reported. */
function indexes_readNamedIndexes(items, reading) {
    const names = new Set();
    return items.flatMap((item) => {
        const node = member(item, "name");
        const name = textOf(node);
        const url = textOf(member(item, "url"));
        if (node === undefined || name === undefined || url === undefined)
            return [];
        if (names.has(name)) {
            const message = `Two entries of \`extra-index-url\` are named ${JSON.stringify(name)}.`;
            reading.report({ offset: node.offset, severity: "error", code: "duplicate-index", message });
        }
        names.add(name);
        return [{ name, url }];
    });
}
/** Reads `packages`: which index each glob of names is pinned to. A name that no index has is reported. */
function indexes_readPins(node, indexes, reading) {
    if (node?.kind !== "map")
        return [];
    const known = indexes.map(({ name }) => name);
    const pins = [];
    let findings = 0;
    for (const { key: pattern, value } of node.entries.values()) {
        const index = textOf(value);
        if (index === undefined)
            continue;
        pins.push({ pattern, index });
        if (known.includes(index) || ++findings > MOST_FINDINGS)
            continue;
        const suggestion = closest(index, known);
        const rest = known.length > 0
            ? `Known are ${known.map((name) => `\`${name}\``).join(", ")}.`
            : "Give one its name: `extra-index-url: [{ name: …, url: … }]`.";
        const message = `No entry of \`extra-index-url\` is named ${JSON.stringify(index)}. ${rest}`;
        reading.report({
            offset: value.offset,
            severity: "error",
            code: "unknown-index",
            message,
            ...(suggestion === undefined ? {} : { suggestion }),
        });
    }
    return pins;
}

;// CONCATENATED MODULE: ./lib/spec/read/pypi.js



/** Reads the `pypi` block; undefined where there is none. */
function pypi_readPypi(node, reading) {
    if (node?.kind !== "map")
        return undefined;
    const extra = asList(member(node, "extra-index-url"));
    const namedIndexes = readNamedIndexes(extra, reading);
    const indexUrl = textOf(member(node, "index-url"));
    const pip = textOf(member(node, "pip"));
    return {
        indexServers: readServers(member(node, "index-servers"), reading),
        extraIndexUrls: extra.flatMap((item) => textOf(item) ?? textOf(member(item, "url")) ?? []),
        namedIndexes,
        pins: readPins(member(node, "packages"), namedIndexes, reading),
        trustedHosts: texts(member(node, "trusted-host")),
        findLinks: texts(member(node, "find-links")),
        ...(indexUrl === undefined ? {} : { indexUrl }),
        ...(pip === undefined ? {} : { pip }),
    };
}
function readServers(node, reading) {
    if (node?.kind !== "map")
        return [];
    return [...node.entries.values()].flatMap(({ key: name, value }) => {
        const repository = textOf(member(value, "repository"));
        const username = textOf(member(value, "username"));
        const password = readPassword(member(value, "password"), reading);
        if (repository === undefined)
            return [];
        return [
            {
                name,
                repository,
                ...(username === undefined ? {} : { username }),
                ...(password === undefined ? {} : { password }),
            },
        ];
    });
}
function asList(node) {
    if (!node)
        return [];
    return node.kind === "list" ? node.items : [node];
}
function texts(node) {
    return asList(node).flatMap((item) => textOf(item) ?? []);
}

;// CONCATENATED MODULE: ./lib/spec/read/spec.js








const spec_LATER = (/* unused pure expression or super */ null && (["matchers"]));
/** Reads the whole spec. What it returns is worth something only if nothing was reported as an error. */
function spec_readSpec(root, file, reading) {
    refuseKeys(root, spec_LATER, reading);
    const python = root.kind === "map" ? root.entries.get("python") : undefined;
    if (python?.value.kind === "list")
        refuse("A list of values, which makes a matrix,", python.value.offset, reading);
    const image = member(root, "image");
    if (image?.kind === "list")
        refuse("A list of images, which makes a matrix,", image.offset, reading);
    const imageName = textOf(image);
    const sandbox = readSandbox(member(root, "sandbox"));
    const interpreter = textOf(python?.value);
    const timeoutMs = parseTimeout(textOf(member(root, "timeout")) ?? "");
    const pypi = readPypi(member(root, "pypi"), reading);
    return {
        file,
        environment: readEnvironment(member(root, "environment"), reading),
        ports: readPorts(root, reading),
        phases: readPhases(root, reading),
        environmentInputs: {
            python: toWritten(member(root, "python")),
            pypi: toWritten(member(root, "pypi")),
            install: toWritten(member(root, "install")),
        },
        ...(imageName === undefined ? {} : { image: imageName }),
        ...(sandbox === undefined ? {} : { sandbox }),
        ...(interpreter === undefined ? {} : { python: interpreter }),
        ...(pypi === undefined ? {} : { pypi }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    };
}
function readPorts(root, reading) {
    const entry = root.kind === "map" ? root.entries.get("ports") : undefined;
    if (entry?.value.kind !== "map")
        return [];
    if (member(root, "image") === undefined) {
        const message = "`ports` are those of a container: give `image` too, or leave them out. Without one, commands listen on this machine's own ports.";
        reading.report({ offset: entry.offset, severity: "error", code: "ports-without-image", message });
    }
    return [...entry.value.entries.values()].map(({ key, value }) => ({
        host: Number(key),
        sandbox: Number(textOf(value)),
    }));
}
function readPhases(root, reading) {
    const phases = {};
    for (const name of PHASES) {
        const phase = readPhase(name, phaseEntry(root, name), reading);
        if (phase)
            phases[name] = phase;
    }
    return phases;
}
function phaseEntry(root, name) {
    const [first = "", second] = name.split("/");
    const holder = second === undefined ? root : member(root, first);
    return holder?.kind === "map" ? holder.entries.get(second ?? first) : undefined;
}

;// CONCATENATED MODULE: ./lib/spec/parse.js







/** The largest spec that is read, in bytes. */
const parse_LARGEST_SPEC = (/* unused pure expression or super */ null && (1024 * 1024));
/**
 * Reads a build spec. Never throws: whatever is wrong with the text is in the diagnostics, all of it at once. `file` is
 * the name that they carry.
 */
function parse_parseSpec(text, file) {
    return parse(text.replace(/^\ufeff/, ""), file);
}
function parse(text, file) {
    const positionOf = positions(text);
    const problems = [];
    const spec = Buffer.byteLength(text) > parse_LARGEST_SPEC ? tooLarge(problems) : read({ text, file, positionOf }, problems);
    const failed = problems.some(({ severity }) => severity === "error");
    return { spec: failed ? undefined : spec, diagnostics: toDiagnostics(problems, file, positionOf) };
}
function tooLarge(problems) {
    problems.push({ offset: 0, severity: "error", code: "too-large", message: "The spec is larger than 1 MiB." });
}
function read({ text, file, positionOf }, problems) {
    const yaml = readYaml(text);
    for (const problem of yaml.problems)
        problems.push(problem);
    // Where something is wrong as YAML, what else seems wrong follows from it.
    const known = new Set(yaml.problems.map((problem) => problem.offset));
    const report = (problem) => {
        const offset = yaml.originalOffset(problem.offset);
        if (problem.offset < yaml.brokenAt && !known.has(offset))
            problems.push({ ...problem, offset });
    };
    const { root } = yaml;
    if (!root) {
        if (problems.length === 0)
            problems.push(empty());
        return undefined;
    }
    if (root.kind !== "map") {
        const nothing = root.kind === "scalar" && root.value === null;
        if (nothing && problems.length === 0)
            problems.push(empty());
        else if (!nothing)
            report(notAMapping(root.offset, describe(root)));
        return undefined;
    }
    const checked = specSchema.safeParse(toPlain(root));
    if (!checked.success)
        reportIssues(checked.error.issues, root, report);
    const spec = readSpec(root, file, { text: yaml.text, report, positionOf });
    const whole = yaml.brokenAt === Number.POSITIVE_INFINITY;
    if (whole && !hasPhase(root) && !problems.some(hidesPhase))
        problems.push(noPhase(root.offset));
    return spec;
}
/** Whether anything stands in any phase, be it right or wrong. */
function hasPhase(root) {
    return PHASES.some((name) => {
        const [first = "", second] = name.split("/");
        const outer = member(root, first);
        return hasContent(second !== undefined && outer?.kind === "map" ? member(outer, second) : outer);
    });
}
/** Whether a finding tells why a phase that was meant is not there. */
function hidesPhase({ code, suggestion }) {
    return (code === "unknown-alias" || (code === "unknown-key" && PHASES.some((name) => name.split("/")[0] === suggestion)));
}
function hasContent(node) {
    if (node?.kind === "map")
        return hasContent(member(node, "steps"));
    return node?.kind === "list" ? node.items.length > 0 : node !== undefined && node.value !== null;
}
function empty() {
    const message = "The spec is empty. It needs a phase with commands, such as `execute: [pytest]`.";
    return { offset: 0, severity: "error", code: "empty-spec", message };
}
function notAMapping(offset, found) {
    const message = `Expected a mapping with phases such as \`execute\`, found ${found}.`;
    return { offset, severity: "error", code: "wrong-type", message };
}
function noPhase(offset) {
    const message = "The spec has neither `execute` nor any other phase with commands: install, linting, execute, staging or production.";
    return { offset, severity: "error", code: "no-phase", message };
}

;// CONCATENATED MODULE: ./lib/spec/load.js


/**
 * Reads a spec from a file. Whatever is wrong, the file itself included (not there, a directory, empty, binary, over 1 MiB),
 * is in the diagnostics; `name` is the file's name in them. Rejects never.
 */
async function loadSpec(path, name) {
    const read = await load_readText(path);
    if ("text" in read)
        return { text: read.text, ...parseSpec(read.text, name) };
    const diagnostic = { file: name, line: 1, column: 1, severity: "error", ...read };
    return { text: "", spec: undefined, diagnostics: [diagnostic] };
}
const UNUSABLE = {
    directory: ["spec-not-a-file", "This is a directory. Name the spec's file in it."],
    "no-regular-file": ["spec-not-a-file", "This is no regular file."],
    "too-large": ["too-large", "The spec is larger than 1 MiB."],
};
async function load_readText(path) {
    try {
        const content = await readRegularFile(path, LARGEST_SPEC);
        if ("bytes" in content)
            return decode(content.bytes);
        const [code, message] = UNUSABLE[content.problem];
        return unread(code, message);
    }
    catch (error) {
        return unread(...explain(error));
    }
}
function decode(bytes) {
    const binary = unread("binary-spec", "This is not a text file in UTF-8.");
    if (bytes.includes(0))
        return binary;
    try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    }
    catch {
        return binary;
    }
}
function explain(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") {
        return ["spec-not-found", "There is no such file. `forgexec init` writes a spec."];
    }
    const reason = code === "EACCES" || code === "EPERM" ? "permission denied" : String(code ?? error);
    return ["spec-unreadable", `The file cannot be read: ${reason}.`];
}
function unread(code, message) {
    return { code, message };
}

;// CONCATENATED MODULE: ./lib/spec/place.js



/** Where in a spec's text the first of some values is that are there, or its key, each a path of keys and indices; null: none is. */
function placeOf(text, paths, part = "value") {
    const plain = text.replace(/^\ufeff/, "");
    const { root, originalOffset } = readYaml(plain);
    for (const path of paths) {
        const found = root && (part === "value" ? at(root, path) : entryAt(root, path));
        if (found !== undefined)
            return positions(plain)(originalOffset(found.offset));
    }
    return null;
}

// EXTERNAL MODULE: ./lib/columns.js
var columns = __webpack_require__(4648);
;// CONCATENATED MODULE: ./lib/spec/redact.js
/** A key and what stands behind it; quantifiers are bounded, since the text may be anything. */
const KEY = /(?<![\w.-])(["']?)([\w.-]{1,64})\1\s{0,64}:(?=\s|$)/g;
const SECRET_KEY = /^(?:pass?wor?d|passwd|passphrase|pwd|secret|token|encrypted)$|(?:password|secret|token)$/i;
const PROPERTIES = /^(?:\s*[&!]\S*)*\s*/;
const VALUE = /^(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|\[[^\]]*\]?|[^\s{[&*|>"'][^,}]*)/;
const EXPLICIT_KEY = /^\s*\?\s*(["']?)([\w.-]{1,64})\1\s*$/;
const EXPLICIT_VALUE = /^(\s*:\s+)(\S.*)$/;
/** How far up a value's key is looked for, in lines. */
const FURTHEST = 500;
/**
 * One line of a spec's text, counted from 1, as it may be shown: values of keys that are called like a secret are starred,
 * also on the lines below the key, and so are user names and passwords in URLs.
 */
function redactedLine(text, line) {
    // Findings come by line, and a spec may be a single line of a megabyte with a hundred of them.
    if (last?.text !== text || last.line !== line)
        last = { text, line, redacted: redact(text, line) };
    return last.redacted;
}
let last;
function redact(text, line) {
    const lines = text.replace(/^\ufeff/, "").split("\n");
    const source = (lines[line - 1] ?? "").replace(/\r$/, "");
    const continued = isContinuation(lines, line - 1) ? source.replace(/\S.*$/, starred) : source;
    return redact_withoutCredentials(starValues(continued));
}
/** The text with what names a user in its URLs starred. */
function redact_withoutCredentials(text) {
    return text.replace(/(?<=:\/\/)[^/\s"']{1,4096}@/g, (user) => `${stars(user.length - 1)}@`);
}
function starValues(source) {
    let result = "";
    let from = 0;
    for (const found of source.matchAll(KEY)) {
        if (found.index < from || !SECRET_KEY.test(found[2] ?? ""))
            continue;
        const begin = found.index + found[0].length;
        const value = begin + (PROPERTIES.exec(source.slice(begin))?.[0].length ?? 0);
        const length = VALUE.exec(source.slice(value))?.[0].length ?? 0;
        result += source.slice(from, value) + stars(length);
        from = value + length;
    }
    return result + source.slice(from);
}
/** Whether the line is within the value of a secret's key that stands above it; a mapping there has keys of its own. */
function isContinuation(lines, at) {
    const own = lines[at] ?? "";
    const explicit = EXPLICIT_VALUE.exec(own);
    if (explicit !== null)
        return SECRET_KEY.test(EXPLICIT_KEY.exec(lines[at - 1] ?? "")?.[2] ?? "");
    let indent = indentOf(own);
    for (let above = at - 1; above >= Math.max(0, at - FURTHEST) && indent > 0; above--) {
        const line = lines[above] ?? "";
        if (line.trim() === "" || indentOf(line) >= indent)
            continue;
        const keys = [...line.slice(0, 4096).matchAll(KEY)];
        const last = keys.at(-1)?.[2] ?? EXPLICIT_KEY.exec(line)?.[2];
        if (last !== undefined)
            return SECRET_KEY.test(last) && !isEntry(own);
        indent = indentOf(line);
    }
    return false;
}
function isEntry(line) {
    return /^\s*(["']?)(?:env|encrypted)\1\s*:/.test(line);
}
function indentOf(line) {
    return /^[ \t-]*/.exec(line)?.[0].length ?? 0;
}
function starred(text) {
    return stars(text.length);
}
function stars(length) {
    return "*".repeat(length);
}

;// CONCATENATED MODULE: ./lib/spec/render.js



const TAB = "    ";
const WIDEST = 160;
/**
 * A finding as a person reads it: `file:line:column: error: message`, the line of the spec with a caret under the place,
 * and what was probably meant. `text` is the spec's text. Several lines, without a last newline; nothing of the spec
 * reaches the terminal raw, and passwords are starred (see `redactedLine`).
 */
function renderDiagnostic(diagnostic, text, options) {
    const { file, line, column, severity, message, suggestion } = diagnostic;
    const paint = options.color === "always" ? ansi : (plain) => plain;
    const hue = severity === "error" ? 31 : 33;
    const head = `${paint(`${(0,printable/* printable */.g)(file)}:${line}:${column}:`, 1)} ${paint(`${severity}:`, hue)} ${(0,printable/* printableLines */.f)(message)}`;
    const hint = suggestion === undefined ? [] : [`  did you mean ${paint(`\`${(0,printable/* printable */.g)(suggestion)}\``, 32)}?`];
    return [head, ...excerpt(redactedLine(text, line), column, (caret) => paint(caret, hue)), ...hint].join("\n");
}
function ansi(text, code) {
    return `\u001b[${code}m${text}\u001b[0m`;
}
/** The line and the caret under its column; of a long line the part around it. */
function excerpt(source, column, paint) {
    if (source.trim() === "")
        return [];
    const characters = [...source];
    const first = Math.max(0, column - 1 - WIDEST / 2);
    const show = (part) => part.map((char) => (char === "\t" ? TAB : (0,printable/* printable */.g)(char))).join("");
    const shown = characters.slice(first, first + WIDEST);
    const before = (first > 0 ? "…" : "") + show(characters.slice(first, column - 1));
    const after = show(shown.slice(column - 1 - first)) + (first + WIDEST < characters.length ? "…" : "");
    return [`  ${before}${after}`, `  ${" ".repeat((0,columns/* widthOf */.qz)(before))}${paint("^")}`];
}

;// CONCATENATED MODULE: ./lib/spec/yaml/node.js
/** The node as plain data; a part that stands in two places is one object. */
function node_toPlain(node, scalar = ({ value }) => value) {
    const done = new Map();
    const convert = (part) => {
        if (part.kind === "scalar")
            return scalar(part);
        const known = done.get(part);
        if (known !== undefined)
            return known;
        const plain = part.kind === "list"
            ? part.items.map(convert)
            : Object.fromEntries([...part.entries.values()].map((entry) => [entry.key, convert(entry.value)]));
        done.set(part, plain);
        return plain;
    };
    return convert(node);
}
/** The node as plain data with numbers and booleans as they are written, so that 3.1 and 3.10 differ. */
function node_toWritten(node) {
    return node ? node_toPlain(node, ({ value, text }) => (value === null ? null : text)) : null;
}
/** What stands at a path of keys and indices; undefined where there is nothing. */
function node_at(root, path) {
    return path.reduce((node, part) => {
        if (node?.kind === "list")
            return node.items[Number(part)];
        return node_member(node, String(part));
    }, root);
}
/** The entry at a path whose last part is a mapping's key. */
function node_entryAt(root, path) {
    const holder = node_at(root, path.slice(0, -1));
    return holder?.kind === "map" ? holder.entries.get(String(path.at(-1))) : undefined;
}
/** The entry's value, where the node is a mapping that has the key. */
function node_member(node, key) {
    return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}
/** The scalar's text as written; undefined for null and for what is no scalar. */
function node_textOf(node) {
    return node?.kind === "scalar" && node.value !== null ? node.text : undefined;
}
/** What a person would call the node: `a list`, `the number 3`, `nothing`. */
function node_describe(node) {
    if (node.kind === "map")
        return "a mapping";
    if (node.kind === "list")
        return "a list";
    if (node.value === null)
        return "nothing";
    const text = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
    return typeof node.value === "string" ? JSON.stringify(text) : `the ${typeof node.value} ${text}`;
}

;// CONCATENATED MODULE: ./lib/spec/index.js
















/***/ }),

/***/ 7138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TN: () => (/* binding */ oneLine),
  pj: () => (/* binding */ plain)
});

// UNUSED EXPORTS: Printable

;// CONCATENATED MODULE: ./lib/terminal-style.js
/** What a code turns off or sets again: codes of one kind replace each other. */
function kindOf(code) {
    if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97))
        return "foreground";
    if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107))
        return "background";
    if (code === 58 || code === 59)
        return "underline colour";
    if (code === 1 || code === 2 || code === 22)
        return "weight";
    if (code === 4 || code === 21 || code === 24)
        return "underline";
    if (code === 5 || code === 6 || code === 25)
        return "blink";
    return String(code > 20 && code < 30 ? code - 20 : code);
}
const ENDS = new Set([22, 23, 24, 25, 27, 28, 29, 39, 49, 59]);
/**
 * Colours and other graphic rendition in force (SGR, ECMA-48 8.3.117) after one more sequence with the given parameters,
 * such as `1;31` or `38;5;208`: as the sequence that sets all of it, empty where nothing is set.
 */
function nextStyle(style, parameters) {
    const codes = new Map();
    if (style !== "")
        apply(codes, style.slice(2, -1));
    apply(codes, parameters);
    return codes.size === 0 ? "" : `\u001b[${[...codes.values()].join(";")}m`;
}
function apply(codes, parameters) {
    const list = parameters.split(";");
    for (let at = 0; at < list.length; at++) {
        const code = Number.parseInt(list[at] || "0", 10);
        const length = code === 38 || code === 48 || code === 58 ? extended(list, at) : 1;
        if (code === 0)
            codes.clear();
        else if (ENDS.has(code))
            codes.delete(kindOf(code));
        else if (code < 108)
            codes.set(kindOf(code), list.slice(at, at + length).join(";"));
        at += length - 1;
    }
}
/** How many parameters an extended colour takes: `38;5;N`, `38;2;R;G;B`, or one with colons. */
function extended(codes, at) {
    if (codes[at]?.includes(":"))
        return 1;
    return codes[at + 1] === "2" ? 5 : 3;
}

;// CONCATENATED MODULE: ./lib/terminal-text.js

const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;
/**
 * What a terminal would act on: string sequences (OSC, DCS, SOS, PM, APC) with their end, CSI sequences, other escape
 * sequences, an overstruck character, and control characters. An unfinished sequence loses its ESC, and so its power.
 */
const SEQUENCE = /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x00-\x08\n-\x1f\x7f-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]|\x1b[ -/]{0,16}[0-Z\\^-~]|[^\n\x00-\x1f\x7f-\x9f]\x08|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
const SGR = /^(?:\x1b\[|\x9b)([0-9;:]{0,64})m$/;
const MOST_KNOWN = 256;
const RESET = "\u001b[0m";
/**
 * Makes one command's output harmless to what it is printed into, line by line: no cursor movement, no titles, clipboard
 * or hyperlinks, no bells; of a line that redraws itself with carriage returns, the last state. Colours end with each
 * line and go on in the next, so that they don't run into other text.
 */
class Printable {
    #colours;
    /** Styles that followed on a style and a sequence: output has few of them, many times over. */
    #known = new Map();
    #style = "";
    constructor(colours) {
        this.#colours = colours;
    }
    /** Takes and gives whole lines, without the last newline. */
    clean(text) {
        if (this.#style === "" && !CONTROL.test(text))
            return text;
        return text
            .split("\n")
            .map((line) => this.#line(line))
            .join("\n");
    }
    #line(line) {
        const before = this.#style;
        if (before === "" && !CONTROL.test(line))
            return line;
        const shown = lastState(line).replace(SEQUENCE, (sequence) => this.#keep(sequence));
        return `${before}${shown}${this.#style === "" ? "" : RESET}`;
    }
    #keep(sequence) {
        if (this.#colours === "drop")
            return "";
        const key = this.#style + sequence;
        let style = this.#known.get(key);
        if (style === undefined) {
            const parameters = SGR.exec(sequence)?.[1];
            if (parameters === undefined)
                return "";
            style = nextStyle(this.#style, parameters);
            if (this.#known.size < MOST_KNOWN)
                this.#known.set(key, style);
        }
        this.#style = style;
        return sequence.startsWith("\u009b") ? `\u001b[${sequence.slice(1)}` : sequence;
    }
}
/** One text without control characters, escape sequences or line breaks, as names and messages need it. */
function oneLine(text) {
    return plain(text)
        .replace(/[\n\t\u2028\u2029]+/g, " ")
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}
/** Whole lines without colours or anything else that a terminal would act on. */
function plain(text) {
    return new Printable("drop").clean(text);
}
/** What stays visible of a line that returns to its beginning: the last part that is not blank. */
function lastState(line) {
    if (!line.includes("\r"))
        return line;
    return line.split("\r").findLast((part) => part.trim() !== "") ?? "";
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of this package, as in package.json. */
const VERSION = "0.1.0";


/***/ })

};
