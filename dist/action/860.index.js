export const id = 860;
export const ids = [860];
export const modules = {

/***/ 860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  processEdge: () => (/* reexport */ processEdge),
  runAction: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: readInputs

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
;// CONCATENATED MODULE: ./lib/action/edge.js


/** The edge of this very process. */
function processEdge() {
    const set = Object.entries(process.env).filter((pair) => pair[1] !== undefined);
    return {
        core: core,
        environment: Object.fromEntries(set),
        platform: process.platform,
        home: (0,external_node_os_.homedir)(),
        cwd: process.cwd(),
        now: () => new Date(),
        log: process.stdout,
        signals: process,
        fail: () => {
            process.exitCode = core.ExitCode.Failure;
        },
        closeInherited: async () => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9268))).closeInheritedFds(),
    };
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var lib_spec = __webpack_require__(220);
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
    if (given !== "" && (0,lib_spec/* parseTimeout */.ZZ)(given) === undefined) {
        throw new Error(`"${given}" is no duration; write one such as 90s, 10m or 1h30m`);
    }
    return parsers_text(given);
};
/** How long something counts as fresh, as the spec writes durations; 0: for ever. */
const age = (given) => {
    if ((0,lib_spec/* parseDuration */.E9)(given) !== undefined)
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
    sandbox: input("", optional(oneOf(...lib_spec/* SANDBOX_BACKENDS */.K2))),
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/build/cache-directory.js

/**
 * The folder that forgexec keeps things in between runs: FORGEXEC_CACHE_DIR, else `forgexec` in XDG_CACHE_HOME, else
 * `~/.cache/forgexec` (XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored).
 */
function cacheDirectory({ environment, home, cwd }) {
    const own = environment.FORGEXEC_CACHE_DIR;
    if (own)
        return (0,external_node_path_.isAbsolute)(own) ? own : (0,external_node_path_.join)(cwd, own);
    const xdg = environment.XDG_CACHE_HOME;
    return xdg && (0,external_node_path_.isAbsolute)(xdg) ? (0,external_node_path_.join)(xdg, "forgexec") : (0,external_node_path_.join)(home, ".cache", "forgexec");
}

;// CONCATENATED MODULE: ./lib/build/model.js

/** A spec with errors, or one that cannot be run here: all of its diagnostics at once, and its text to show their lines. */
class model_SpecError extends errors/* UsageError */.e {
    diagnostics;
    specText;
    constructor(why, found) {
        super(found.code ?? "invalid-spec", why, found);
        this.diagnostics = found.diagnostics;
        this.specText = found.specText;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/github/payload.js
/** The payload in a text; null when it is no JSON object. */
function parsePayload(text) {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/, ""));
        return isObject(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** What stands at a path of keys; undefined when nothing does. */
function at(payload, ...path) {
    let value = payload;
    for (const key of path) {
        if (!isObject(value) || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
/** A text that is not empty; one with a NUL, which no name or address has, counts as none. */
function textAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === "string" && value !== "" && !value.includes("\0") ? value : null;
}
/** A whole number that is not negative. */
function numberAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/github/context.js

/**
 * Reads the context from the variables that GitHub sets and the payload that GITHUB_EVENT_PATH names. Never fails: what is
 * missing or damaged is null, and {@link policyFor} takes it as least trusted.
 */
async function readGithubContext(environment, readFile) {
    const said = (name) => environment[name] || null;
    const event = said("GITHUB_EVENT_NAME");
    const path = said("GITHUB_EVENT_PATH");
    const payload = path === null ? null : parsePayload(await readFile(path).catch(() => ""));
    const [owner, repo] = repositoryOf(said("GITHUB_REPOSITORY") ?? textAt(payload, "repository", "full_name"));
    const runId = said("GITHUB_RUN_ID");
    const server = said("GITHUB_SERVER_URL") ?? "https://github.com";
    const ref = refOf(said("GITHUB_REF") ?? textAt(payload, "ref"), said("GITHUB_REF_TYPE"));
    return {
        inActions: said("GITHUB_ACTIONS") !== null || event !== null,
        event,
        payload,
        owner,
        repo,
        sha: said("GITHUB_SHA"),
        headSha: textAt(payload, "pull_request", "head", "sha"),
        pullRequest: numberAt(payload, "pull_request", "number") ??
            pullRequestOfComment(payload) ??
            pullRequestOfRef(said("GITHUB_REF")),
        commits: numberAt(payload, "pull_request", "commits"),
        baseBranch: baseBranchOf(environment, payload),
        fork: isFork(event, payload),
        ref,
        runId,
        runUrl: owner && repo && runId ? `${server.replace(/\/+$/, "")}/${owner}/${repo}/actions/runs/${runId}` : null,
        actor: said("GITHUB_ACTOR"),
    };
}
function repositoryOf(fullName) {
    const parts = fullName?.split("/") ?? [];
    return parts.length === 2 && parts[0] && parts[1] ? [parts[0], parts[1]] : [null, null];
}
function refOf(ref, type) {
    if (ref === null)
        return null;
    const [, kind, name] = /^refs\/(heads|tags|pull)\/(.+)$/s.exec(ref) ?? [];
    if (kind === undefined || name === undefined) {
        return { kind: type === "branch" || type === "tag" ? type : "unknown", name: ref };
    }
    return { kind: kind === "tags" || type === "tag" ? "tag" : kind === "heads" ? "branch" : "pull", name };
}
function pullRequestOfComment(payload) {
    return at(payload, "issue", "pull_request") ? numberAt(payload, "issue", "number") : null;
}
function pullRequestOfRef(ref) {
    const number = /^refs\/pull\/(\d{1,15})\//.exec(ref ?? "")?.[1];
    return number === undefined ? null : Number(number);
}
function baseBranchOf(environment, payload) {
    return (textAt(payload, "pull_request", "base", "ref") ||
        environment.GITHUB_BASE_REF ||
        textAt(payload, "merge_group", "base_ref")?.replace(/^refs\/heads\//, "") ||
        textAt(payload, "repository", "default_branch") ||
        null);
}
/** Told by the repositories' ids; a repository that is gone, or not named, is a fork. */
function isFork(event, payload) {
    if (event === "workflow_run") {
        const head = numberAt(payload, "workflow_run", "head_repository", "id");
        return head === null || head !== numberAt(payload, "repository", "id");
    }
    if (event?.startsWith("pull_request") || at(payload, "pull_request")) {
        const head = numberAt(payload, "pull_request", "head", "repo", "id");
        return head === null || head !== numberAt(payload, "pull_request", "base", "repo", "id");
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/github/environment.js
/** Belongs to the runner or to forgexec; no command sees it. */
const WITHHELD = [
    "ACTIONS_RUNTIME_*",
    "ACTIONS_RESULTS_URL",
    "ACTIONS_CACHE_*",
    "ACTIONS_ID_TOKEN_*",
    "STATE_*",
    "FORGE_DECRYPTION_KEY",
];
/** Files by which a command gives orders to the runner. */
const COMMAND_FILES = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE"];
/**
 * What commands get of the machine's environment: all but what belongs to the runner and to forgexec. Taken out are every
 * input (`INPUT_*`, in any case), the runner's tokens and addresses, `STATE_*`, FORGE_DECRYPTION_KEY, GITHUB_TOKEN where
 * it is the token that was given as the input `github-token`, and, unless `workflowCommands`, the files that take workflow
 * commands. RUNNER_TRACKING_ID stays: by it the runner finds what a job left behind.
 */
function commandEnvironment(environment, options) {
    const canonical = canonicalName(options.platform);
    const token = inputToken(environment);
    const withheld = [...WITHHELD, ...(options.workflowCommands ? [] : COMMAND_FILES)];
    const kept = entriesOf(environment).filter(([name, value]) => {
        if (/^INPUT_/i.test(name))
            return false;
        if (canonical(name) === "GITHUB_TOKEN" && value === token)
            return false;
        return !withheld.some((pattern) => matches(canonical(name), pattern));
    });
    return Object.fromEntries(kept);
}
/** The variables by which a command asks for an OIDC token: only for phases that say `id-token: true`. */
function idTokenEnvironment(environment, options = {}) {
    const canonical = canonicalName(options.platform);
    return Object.fromEntries(entriesOf(environment).filter(([name]) => matches(canonical(name), "ACTIONS_ID_TOKEN_*")));
}
function canonicalName(platform) {
    return platform === "win32" ? (name) => name.toUpperCase() : (name) => name;
}
function entriesOf(environment) {
    return Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
function inputToken(environment) {
    const input = entriesOf(environment).find(([name]) => /^INPUT_GITHUB[-_]TOKEN$/i.test(name));
    return input?.[1] === "" ? undefined : input?.[1];
}
function matches(name, pattern) {
    return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

;// CONCATENATED MODULE: ./lib/github/policy.js

/** What each event allows; the only such table in the code. docs/secrets.md shows it to users. */
const POLICY_TABLE = {
    trusted: {
        event: "push to a branch, schedule, workflow_dispatch, repository_dispatch, merge_group",
        packageCache: "read-write",
        deploy: "allowed",
        subject: "this event",
    },
    pullRequest: {
        event: "pull_request, same repository",
        packageCache: "read-write",
        deploy: "staging only",
        subject: "a pull request",
    },
    fork: {
        event: "pull_request, fork",
        packageCache: "read-only",
        deploy: "refused",
        subject: "a pull request from a fork",
    },
    privileged: {
        event: "pull_request_target, workflow_run from a fork, issue_comment",
        packageCache: "off",
        deploy: "refused",
        subject: "an event that others can cause while the workflow has its secrets",
    },
    release: {
        event: "release, tag push",
        packageCache: "off",
        deploy: "allowed",
        subject: "a release",
    },
    followUp: {
        event: "workflow_run, same repository, after an event of the first or the fifth row",
        packageCache: "read-only",
        deploy: "allowed",
        subject: "a workflow_run",
    },
    followUpPullRequest: {
        event: "workflow_run, same repository, after pull_request",
        packageCache: "read-only",
        deploy: "staging only",
        subject: "a workflow_run after a pull request",
    },
    unknown: {
        event: "any other event, or one whose payload is missing or damaged",
        packageCache: "off",
        deploy: "refused",
        subject: "an event that forgexec does not know, or whose payload cannot be read,",
    },
    local: {
        event: "no GitHub (a laptop)",
        packageCache: "read-write",
        deploy: "allowed",
        subject: "this machine",
    },
};
const TRUSTED_EVENTS = new Set(["schedule", "workflow_dispatch", "repository_dispatch", "merge_group"]);
/** The row of the table that a run falls under. */
function policyRow(context) {
    const { event, payload, fork, ref } = context;
    if (!context.inActions)
        return "local";
    if (event === null || payload === null)
        return "unknown";
    if (event === "push")
        return ref?.kind === "tag" ? "release" : ref?.kind === "branch" ? "trusted" : "unknown";
    if (TRUSTED_EVENTS.has(event))
        return "trusted";
    if (event === "pull_request")
        return fork ? "fork" : "pullRequest";
    if (event === "pull_request_target" || event === "issue_comment")
        return "privileged";
    if (event === "release")
        return "release";
    if (event === "workflow_run")
        return fork ? "privileged" : followUpRow(textAt(payload, "workflow_run", "event"));
    return "unknown";
}
/** A workflow that follows another has the trust of what started that one, and may run its code beside the default branch's cache. */
function followUpRow(started) {
    if (started === null)
        return "unknown";
    if (started === "push" || started === "release" || TRUSTED_EVENTS.has(started))
        return "followUp";
    return started === "pull_request" ? "followUpPullRequest" : "privileged";
}
/** What the event allows; see spec-format, "Policy by event". */
function policyFor(context) {
    const row = POLICY_TABLE[policyRow(context)];
    const refuse = (what) => ({ refused: `${row.subject} may not ${what}${named(context)}.` });
    const unlessRefused = (what) => (row.deploy === "refused" ? refuse(what) : "allowed");
    return {
        staging: unlessRefused("deploy"),
        production: row.deploy === "allowed" ? "allowed" : refuse(row.deploy === "refused" ? "deploy" : "deploy to production"),
        decryption: unlessRefused("decrypt values"),
        idToken: unlessRefused("use an OIDC token"),
        packageCache: row.packageCache,
    };
}
function named(context) {
    return context.event === null ? "" : ` (event: ${context.event})`;
}
/** How `package-cache: auto` uses the cache: on GitHub, runs of stages that deploy keep away from what other runs wrote. */
function packageCacheUse(context, stage) {
    return context.inActions && stage !== "execute" ? "off" : policyFor(context).packageCache;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var lib_command = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/github/git.js




const TIMEOUT_MS = 30_000;
const MAX_OUTPUT = 8 * 1024 * 1024;
/** Nothing that a repository's own configuration could have run, and no network. */
const HARDENING = [
    "--no-pager",
    "--no-replace-objects",
    ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never"].flatMap((setting) => ["-c", setting]),
];
/** Git's own variables that a user may set for all of git; the rest (GIT_DIR and the like, as in a hook) would point it elsewhere. */
const KEPT = /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|EXEC_PATH|DISCOVERY_ACROSS_FILESYSTEM)$/;
/** A caller of git in `directory` that reads only, asks nobody, reaches no network and ends within 30 s. */
function createGit(directory, environment) {
    const shown = commandEnvironment(environment, { workflowCommands: false });
    const kept = Object.entries(shown).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
    const env = {
        ...Object.fromEntries(kept),
        LC_ALL: "C",
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        GIT_NO_LAZY_FETCH: "1",
        // Unlike protocol.allow it stands above what a repository's own configuration says of a single protocol.
        GIT_ALLOW_PROTOCOL: "none",
    };
    const inRepository = isInRepository(directory);
    return async (...args) => {
        // Most of what git costs is its start, which a folder without a repository can do without.
        if (!inRepository)
            return { ok: false, reason: "no-repository", text: "" };
        const result = await (0,lib_command.run)("git", [...HARDENING, ...args], {
            cwd: directory,
            env,
            timeout: TIMEOUT_MS,
            maxBuffer: MAX_OUTPUT,
            allowFailure: true,
        });
        if (result.reason === null)
            return { ok: true, text: result.stdout.trim() };
        return { ok: false, reason: reasonOf(result), text: result.stderr.trim() };
    };
}
function isInRepository(directory) {
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ".git")))
            return true;
        if (folder === (0,external_node_path_.dirname)(folder))
            return false;
    }
}
function reasonOf({ reason, stderr }) {
    if (reason === "not-found" || reason === "not-executable")
        return "no-git";
    if (reason === "timeout")
        return "timeout";
    if (/dubious ownership/i.test(stderr))
        return "other-owner";
    return /not a git repository/i.test(stderr) ? "no-repository" : "failed";
}
/** Why git could not tell, for people; without a full stop. */
function explainGit(result, directory) {
    switch (result.reason) {
        case "no-git":
            return "git is not installed";
        case "no-repository":
            return `${directory} is not in a git repository`;
        case "other-owner":
            return `git does not read the repository at ${directory}, which belongs to another user (\`git config --global --add safe.directory ${directory}\` allows it)`;
        case "timeout":
            return `git did not answer within ${TIMEOUT_MS / 1000} s`;
        case "failed":
            return `git failed${result.text === "" ? "" : ` (${result.text.split("\n").at(-1)})`}`;
    }
}

;// CONCATENATED MODULE: ./lib/github/commit-count.js

const INSTEAD = "set FORGE_COMMIT_COUNT to the number of commits in the pull request";
const DEEPEN = `check out with \`fetch-depth: 0\` (locally: \`git fetch --unshallow\`), or ${INSTEAD}.`;
/**
 * Counts the commits that the checked-out head adds to its base branch; on the base branch itself, all of the branch's.
 * A shallow clone in which the number cannot be known for sure gives the reason instead.
 */
async function countCommits(options) {
    const { git, context, directory } = options;
    const shallow = await git("rev-parse", "--is-shallow-repository");
    if (!shallow.ok)
        return missing(`${explainGit(shallow, directory)}; ${INSTEAD}.`);
    const head = await headCommit(git, context);
    if (head === null)
        return missing(`the repository has no commit yet; ${INSTEAD}.`);
    const base = await findBase(git, context);
    if (base === null && shallow.text === "true") {
        return missing(`the clone is shallow and has no base branch to count against; ${DEEPEN}`);
    }
    if (base === null) {
        return missing(`no base branch is known to count against (looked for ${context.baseBranch ?? "the branch that origin/HEAD names, main and master"}); ${INSTEAD}.`);
    }
    const repository = { git, shallow: shallow.text === "true" };
    return (await isBaseItself({ git, context, base, head }))
        ? countAll(repository, head)
        : countBetween(repository, { base: base.commit, name: base.name, head });
}
/** GitHub checks out a pull request as a merge into its base: the head is the merge's second parent. */
async function headCommit(git, context) {
    const merged = context.ref?.kind === "pull" ? await commitOf(git, "HEAD^2") : null;
    return merged ?? commitOf(git, "HEAD");
}
async function findBase(git, context) {
    // A base that the event names but that was not fetched must not give way to another branch.
    const names = context.baseBranch === null ? await usualBases(git) : [context.baseBranch];
    for (const name of names) {
        for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`]) {
            const commit = await commitOf(git, ref);
            if (commit !== null)
                return { name, commit };
        }
    }
    return null;
}
async function usualBases(git) {
    const remoteHead = await git("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
    const branches = await git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes");
    const only = branches.ok && branches.text !== "" && !branches.text.includes("\n") ? [branches.text] : [];
    return [...(remoteHead.ok ? [remoteHead.text.replace(/^origin\//, "")] : []), "main", "master", ...only];
}
async function isBaseItself(options) {
    const { git, context, base, head } = options;
    if (context.pullRequest !== null)
        return false;
    const current = await git("symbolic-ref", "--quiet", "--short", "HEAD");
    const branch = current.ok ? current.text : context.ref?.kind === "branch" ? context.ref.name : null;
    if (branch !== null)
        return branch === base.name;
    return (await git("merge-base", "--is-ancestor", head, base.commit)).ok;
}
async function countAll({ git, shallow }, head) {
    if (shallow)
        return missing(`the clone is shallow, so the branch's commits are not all there; ${DEEPEN}`);
    return countOf(await git("rev-list", "--count", head));
}
async function countBetween({ git, shallow }, { base, name, head }) {
    const mergeBase = await git("merge-base", base, head);
    if (!mergeBase.ok) {
        if (shallow)
            return missing(`the clone is shallow and does not reach the base branch ${name}; ${DEEPEN}`);
        return missing(`the head and the base branch ${name} have no commit in common; ${INSTEAD}.`);
    }
    // Where history is cut off, only a straight line from the base is sure to be all there is.
    const isSure = !shallow || (await git("rev-list", "--count", "--merges", `${base}..${head}`)).text === "0";
    if (!isSure)
        return missing(`the clone is shallow, so the commits since the base branch ${name} are not sure; ${DEEPEN}`);
    return countOf(await git("rev-list", "--count", `${base}..${head}`));
}
function countOf(counted) {
    if (counted.ok && /^\d+$/.test(counted.text))
        return { value: counted.text };
    return missing(`git could not count the commits; ${INSTEAD}.`);
}
async function commitOf(git, ref) {
    const found = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
    return found.ok ? found.text : null;
}
function missing(why) {
    return { missing: `The number of commits is not known: ${why}` };
}

;// CONCATENATED MODULE: ./lib/github/remote.js
/**
 * Owner and name in a git remote's address: the last two parts of its path, without `.git`, of
 * `https://host/owner/repo`, `ssh://git@host:22/owner/repo` or `git@host:owner/repo`; null for anything else, as a path.
 */
function repositoryOfRemote(address) {
    const path = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i.exec(address)?.[1] ?? scpPath(address);
    const parts = path
        ?.replace(/[?#].*$/, "")
        .split("/")
        .filter((part) => part !== "") ?? [];
    const [owner, name] = parts.slice(-2);
    const repo = name?.replace(/\.git$/i, "");
    const isNamed = [owner, repo].every((part) => part && /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
    return parts.length >= 2 && isNamed && owner && repo ? { owner, repo } : null;
}
/** ssh's short form; a single letter before the colon is a Windows drive. */
function scpPath(address) {
    return /^(?:[^@/:\s]+@)?[^@/:\s]{2,}:(?!\/\/)(.+)$/.exec(address)?.[1];
}

;// CONCATENATED MODULE: ./lib/github/variables.js




/**
 * What `{forge-…}` and FORGE_* stand for. A FORGE_ variable that is set wins; else the event and GitHub's variables; else
 * git in `directory`. A variable that is set but empty counts as not set. Commits are counted only if `needCommitCount`.
 * @throws UsageError `invalid-commit-count` when FORGE_COMMIT_COUNT is no whole number
 */
async function forgeVariables(options) {
    const { environment, context, directory } = options;
    const given = (name) => (environment[name] ? { value: environment[name] } : null);
    const said = (value) => (value === null ? null : { value: String(value) });
    const git = createGit(directory, environment);
    const givenCount = checkedCount(environment.FORGE_COMMIT_COUNT) ?? said(context.commits);
    const owner = given("FORGE_OWNER") ?? said(context.owner);
    const repo = given("FORGE_REPO") ?? said(context.repo);
    const sha = given("FORGE_SHA") ?? said(context.headSha ?? context.sha);
    const [remote, head, commitCount] = await Promise.all([
        owner !== null && repo !== null ? { owner, repo } : readRemote(git, directory),
        sha ?? readHead(git, directory),
        givenCount ?? (options.needCommitCount ? countCommits({ git, context, directory }) : NOT_COUNTED),
    ]);
    return {
        commitCount,
        owner: owner ?? remote.owner,
        repo: repo ?? remote.repo,
        sha: head,
        pullRequest: given("FORGE_PULL_REQUEST") ??
            said(context.pullRequest) ??
            absent("This run is for no pull request", "FORGE_PULL_REQUEST"),
        runId: given("FORGE_RUN_ID") ?? said(context.runId) ?? absent("There is no GitHub run", "FORGE_RUN_ID"),
        statusUrl: given("FORGE_STATUS_URL") ?? said(context.runUrl) ?? absent("There is no GitHub run", "FORGE_STATUS_URL"),
        installId: given("FORGE_INSTALL_ID") ?? absent("No installation is given", "FORGE_INSTALL_ID"),
    };
}
const NOT_COUNTED = { missing: "The number of commits was not asked for." };
function absent(why, variable) {
    return { missing: `${why}; set ${variable}.` };
}
function checkedCount(text) {
    if (text === undefined || text.trim() === "")
        return null;
    const digits = text.trim();
    if (/^\d{1,15}$/.test(digits))
        return { value: String(Number(digits)) };
    throw new errors/* UsageError */.e("invalid-commit-count", `FORGE_COMMIT_COUNT is "${digits}", which is not a whole number of commits. Correct it, or unset it to have them counted.`);
}
async function readRemote(git, directory) {
    const url = await git("remote", "get-url", "origin");
    const found = url.ok ? repositoryOfRemote(url.text) : null;
    if (found !== null)
        return { owner: { value: found.owner }, repo: { value: found.repo } };
    const configured = url.ok
        ? "the remote origin's address does not name an owner and a repository"
        : whyNoRemote(url, directory);
    return {
        owner: absent(`The repository's owner is not known: ${configured}`, "FORGE_OWNER"),
        repo: absent(`The repository's name is not known: ${configured}`, "FORGE_REPO"),
    };
}
function whyNoRemote(failure, directory) {
    return /no such remote/i.test(failure.text) ? "git has no remote origin" : explainGit(failure, directory);
}
async function readHead(git, directory) {
    const head = await git("rev-parse", "--verify", "--end-of-options", "HEAD^{commit}");
    if (head.ok)
        return { value: head.text };
    const why = head.reason === "failed" ? "the repository has no commit yet" : explainGit(head, directory);
    return absent(`The commit is not known: ${why}`, "FORGE_SHA");
}

;// CONCATENATED MODULE: ./lib/github/index.js





;// CONCATENATED MODULE: ./lib/plan/contradiction.js
/** What to do where a container would have nothing in it. */
const GIVE_FILES = "give `image` (--image) a name, or `filesystem-root` a folder.";
/** Whether a container can be made of it: it has none of this machine's files as they are. */
function hasFiles({ image, configuration }) {
    return image !== null || (configuration.filesystemRoot ?? "/") !== "/";
}
/** What of a sandbox goes with nothing else that is asked of it; empty: nothing that can be told without looking at a machine. */
function contradictionsOf(sandbox) {
    const { backend, namedBy, image, ports, configuration, lacking } = sandbox;
    const found = [];
    if (backend === "container" && !hasFiles(sandbox))
        found.push({
            key: "backend",
            message: `The container sandbox${namedBy === undefined ? "" : `, which ${namedBy} names,`} has no files: ${GIVE_FILES}`,
        });
    if (image !== null && (configuration.filesystemRoot ?? "/") !== "/")
        found.push({
            key: "filesystemRoot",
            message: "`image` and `filesystem-root` both say where files come from: leave one of them out.",
        });
    if (image !== null && lacking === "refused" && backend !== "container" && backend !== "auto")
        found.push({
            key: "backend",
            message: `The ${backend} sandbox cannot do image ${JSON.stringify(image)}: only containers have images. Name the backend container, leave the image out, or say \`degrade: true\` in the spec's \`sandbox\`.`,
        });
    if (ports.length > 0 && configuration.network === "isolated")
        found.push({
            key: "network",
            message: "Ports cannot be published with an isolated network (`network: isolated`): leave one of the two out, or say `degrade: true` beside it for a sandbox without the ports.",
        });
    return found;
}

;// CONCATENATED MODULE: ./lib/plan/matrix.js
/** A value for `strategy.matrix` of a workflow: one entry, since nothing in the spec is a list. */
function matrixOf({ python, stage }) {
    return { include: [{ ...(python === null ? {} : { python }), stage }] };
}

;// CONCATENATED MODULE: ./lib/plan/model.js
const STAGES = ["execute", "staging", "production", "all"];

;// CONCATENATED MODULE: ./lib/plan/stages.js


/** The phases that each stage runs, in order. */
const PHASES_OF = {
    execute: ["install", "linting", "execute"],
    staging: ["install", "staging/deploy", "staging/execute"],
    production: ["install", "production/deploy", "production/execute"],
    all: lib_spec/* PHASES */.ZG,
};
function phasesOf(stage) {
    return PHASES_OF[stage];
}
function isStage(name) {
    return STAGES.includes(name);
}
/** Whether a phase delivers something: such phases alone see encrypted values, and none runs after a failure. */
function isDeploy(phase) {
    return phase.endsWith("/deploy");
}
/** What FORGE_ACTION says in a phase: the stage, and in `all` the phase's own stage. */
function actionOf(stage, phase) {
    if (stage !== "all")
        return stage;
    const owner = phase.split("/")[0] ?? phase;
    return owner === "staging" || owner === "production" ? owner : "execute";
}

;// CONCATENATED MODULE: ./lib/plan/variables.js



function fillerFor(file, stage, phase, variables) {
    const known = {
        "forge-action": { value: actionOf(stage, phase) },
        "forge-commit-count": variables.commitCount,
        "forge-pull-request": variables.pullRequest,
        "forge-owner": variables.owner,
        "forge-repo": variables.repo,
        "forge-sha": variables.sha,
        "forge-run-id": variables.runId,
    };
    const valuesOf = (text, at) => {
        const values = {};
        for (const { name } of (0,lib_spec/* findVariables */.Dm)(text)) {
            const variable = known[name];
            if (variable === undefined)
                continue;
            if ("missing" in variable) {
                const where = `${file}:${at.line}:${at.column}`;
                throw new errors/* UsageError */.e("variable-without-value", `${where}: {${name}} has no value here: ${variable.missing}`);
            }
            values[name] = variable.value;
        }
        return values;
    };
    return {
        fill: (text, at) => (0,lib_spec/* substitute */.V2)(text, valuesOf(text, at)),
        fillScript: (script, at) => (0,lib_spec/* substituteInScript */.tu)(script, valuesOf(script, at)),
    };
}
/** The FORGE_* variables that commands of a phase get; one without a value is absent. */
function forgeEnvironment(stage, phase, variables) {
    const known = {
        FORGE_ACTION: { value: actionOf(stage, phase) },
        FORGE_PULL_REQUEST: variables.pullRequest,
        FORGE_OWNER: variables.owner,
        FORGE_REPO: variables.repo,
        FORGE_SHA: variables.sha,
        FORGE_STATUS_URL: variables.statusUrl,
        FORGE_COMMIT_COUNT: variables.commitCount,
        FORGE_INSTALL_ID: variables.installId,
    };
    return Object.fromEntries(Object.entries(known).flatMap(([name, entry]) => ("value" in entry ? [[name, entry.value]] : [])));
}

;// CONCATENATED MODULE: ./lib/plan/environment.js



/**
 * What is added to the machine's environment for a phase's commands: the spec's values, then FORGE_*, then `--env`.
 * Encrypted values reach the deploy phases only.
 */
function phaseEnvironment(options) {
    const { spec, stage, phase, sandbox, context, filler } = options;
    const values = {};
    const leftOut = [];
    // An image may set it itself: what a container's commands start from has it.
    const hasImage = sandbox !== null && sandbox.image !== null;
    if (!hasImage && !context.machineVariables.has("PYTHONUNBUFFERED"))
        values.PYTHONUNBUFFERED = "1";
    for (const [name, value] of Object.entries(spec.environment)) {
        if (isEncrypted(value) && !(isDeploy(phase.name) && context.policy.decryption === "allowed"))
            leftOut.push(name);
        else
            values[name] = filled(value, phase.position, filler);
    }
    Object.assign(values, forgeEnvironment(stage, phase.name, context.variables), context.environment);
    return { values, leftOut: leftOut.filter((name) => values[name] === undefined) };
}
/** A step's own values; an encrypted one where nothing may be decrypted is a UsageError, since the command needs it. */
function stepEnvironment(spec, step, context, filler) {
    const values = {};
    for (const [name, value] of Object.entries(step.environment)) {
        const rule = context.policy.decryption;
        if (isEncrypted(value) && rule !== "allowed") {
            const where = `${spec.file}:${step.position.line}:${step.position.column}`;
            throw new errors/* UsageError */.e("decryption-refused", `${where}: the command needs the encrypted variable ${name}, which may not be decrypted here: ${rule.refused}`);
        }
        values[name] = filled(value, step.position, filler);
    }
    return values;
}
function filled(value, at, filler) {
    return typeof value === "string" ? filler.fill(value, at) : value;
}
function isEncrypted(value) {
    return typeof value === "object" && "encrypted" in value;
}

// EXTERNAL MODULE: ./lib/closest.js
var closest = __webpack_require__(4904);
;// CONCATENATED MODULE: ./lib/plan/sandbox-overrides.js



/** The variable that says what `auto` is on this machine. */
const AUTOMATIC = "FORGEXEC_SANDBOX";
/** @throws UsageError `unknown-sandbox`, `sandbox-unsupported` */
function sandboxOverrides({ sandbox, image, automaticSandbox, }) {
    const backend = sandbox === undefined ? null : backendOf(sandbox, "");
    const automatic = backendOf(automaticSandbox || "auto", `${AUTOMATIC}: `);
    if (backend === "none" && image !== undefined)
        throw new errors/* UsageError */.e("sandbox-unsupported", "--image names what commands run in, and --sandbox none says that they run in nothing: leave one of the two out.");
    return { backend, image: image ?? null, automatic };
}
/** `by`: what the message begins with. */
function backendOf(name, by) {
    const backend = lib_spec/* SANDBOX_BACKENDS */.K2.find((known) => known === name);
    if (backend !== undefined)
        return backend;
    const near = (0,closest/* closest */.k)(name, lib_spec/* SANDBOX_BACKENDS */.K2);
    throw new errors/* UsageError */.e("unknown-sandbox", `${by}There is no sandbox "${name}". ${near === undefined ? "" : `Did you mean "${near}"? `}Those there are: ${lib_spec/* SANDBOX_BACKENDS */.K2.join(", ")}.`);
}

;// CONCATENATED MODULE: ./lib/plan/sandbox.js



/** What a phase's commands are shut into; null: nothing, they run on the machine as they are. */
function sandbox_planSandbox(spec, phase, context) {
    const { overrides } = context;
    const image = overrides.image ?? spec.image ?? null;
    // `none` is for running without what the spec asks of a sandbox: what it says beside that is all that counts.
    if (overrides.backend === "none")
        return null;
    if (overrides.backend === null && phase.sandbox?.backend === "none")
        return planned(phase.sandbox, { image: null, ports: [], context });
    const settings = merged(spec.sandbox ?? {}, phase.sandbox ?? {});
    if (!isAsked(spec, phase, overrides))
        return null;
    const { automatic } = overrides;
    const byVariable = automatic !== "auto" && isLeftToMachine(spec, phase, overrides);
    if (byVariable && automatic === "none")
        return null;
    const named = overrides.backend ?? settings.backend ?? (image === null ? "auto" : "container");
    const backend = byVariable ? automatic : named;
    const without = image === null || (isShutOff(settings) && (settings.degrade === true || isPublishing(spec, overrides)));
    const sandbox = planned({ ...settings, backend }, { image, ports: without ? [] : spec.ports, context });
    return sandbox !== null && byVariable ? { ...sandbox, namedBy: AUTOMATIC } : sandbox;
}
/** Whether anything says that a phase's commands are shut in. */
function isAsked(spec, { sandbox }, { backend, image }) {
    return [backend ?? undefined, image ?? spec.image, spec.sandbox, sandbox].some((asks) => asks !== undefined);
}
/** Whether the backend is for the machine to choose. An image leaves it no choice. */
function isLeftToMachine(spec, phase, overrides) {
    if (!isAsked(spec, phase, overrides) || (overrides.image ?? spec.image) !== undefined)
        return false;
    const { backend = "auto" } = merged(spec.sandbox ?? {}, phase.sandbox ?? {});
    return (overrides.backend ?? backend) === "auto";
}
function isShutOff({ network }) {
    return network === "isolated";
}
/** Whether some phase of the spec can publish its ports: one beside it that shuts itself off does without. Else they are of no use at all. */
function isPublishing(spec, { backend }) {
    const contained = Object.values(spec.phases).filter(({ sandbox }) => backend !== null || sandbox?.backend !== "none");
    return contained.some(({ sandbox }) => !isShutOff(merged(spec.sandbox ?? {}, sandbox ?? {})));
}
/** Null: nothing is asked of it. */
function planned(settings, about) {
    const { image, ports, context } = about;
    const { backend = "auto", degrade, ...configuration } = withPaths(settings, context.directory);
    if (backend === "none" && image === null && Object.keys(configuration).length === 0)
        return null;
    return {
        backend,
        image,
        ports,
        workspace: context.workspace ?? context.directory,
        lacking: degrade === true ? "left-out" : "refused",
        configuration,
    };
}
/** What has to be said of overrides: a run without the sandbox that the spec asks for is never silent. */
function sandboxWarnings(spec, phases, overrides) {
    const { backend, automatic } = overrides;
    const warning = (what, why) => [
        { code: "no-sandbox", message: `${what} left out: commands run on this machine as it is (${why}).` },
    ];
    if (backend === "none") {
        const asked = [spec, ...phases].some(({ sandbox }) => sandbox !== undefined && sandbox.backend !== "none");
        if (!asked && spec.image === undefined)
            return [];
        return warning(spec.image === undefined ? "The spec's sandbox is" : "The spec's image and sandbox are", "--sandbox none");
    }
    const open = automatic === "none" ? phases.filter((phase) => isLeftToMachine(spec, phase, overrides)) : [];
    if (open.length === 0)
        return [];
    return warning(`The sandbox of ${open.map(({ name }) => name).join(", ")} is`, `${AUTOMATIC} is none`);
}
/** What has to be said of ports that phases do without: nothing is dropped silently. */
function portWarnings({ ports }, phases) {
    const without = phases.filter(({ sandbox }) => sandbox !== null && sandbox.image !== null && sandbox.ports.length === 0);
    if (ports.length === 0 || without.length === 0)
        return [];
    const names = without.map(({ phase }) => phase).join(", ");
    return [{ code: "ports-not-published", message: `No port is published in ${names}: the network is isolated there.` }];
}
/** A phase in its sandbox, whose time limit is that of each command. */
function shutIn(phase, sandbox) {
    const limitMs = (0,lib_spec/* parseTimeout */.ZZ)(sandbox?.configuration.limits?.timeout ?? "");
    if (limitMs === undefined)
        return { ...phase, sandbox };
    const steps = phase.steps.map((step) => ({ ...step, timeoutMs: Math.min(step.timeoutMs ?? limitMs, limitMs) }));
    return { ...phase, sandbox, steps };
}
/** The phase's keys stand before the spec's; those of `limits` and `capabilities` one by one. */
function merged(ofSpec, ofPhase) {
    const part = (key) => ofSpec[key] === undefined && ofPhase[key] === undefined ? {} : { [key]: { ...ofSpec[key], ...ofPhase[key] } };
    return { ...ofSpec, ...ofPhase, ...part("limits"), ...part("capabilities") };
}
/** Relative paths start from the folder that commands run in. */
function withPaths(settings, directory) {
    const { filesystemRoot, filesystemWritablePaths: writable, extraMounts } = settings;
    const path = (text) => (0,external_node_path_.resolve)(directory, text);
    return {
        ...settings,
        ...(filesystemRoot === undefined ? {} : { filesystemRoot: path(filesystemRoot) }),
        ...(typeof writable === "object" ? { filesystemWritablePaths: writable.map(path) } : {}),
        ...(extraMounts === undefined
            ? {}
            : {
                extraMounts: extraMounts.map((mount) => ({
                    ...mount,
                    target: path(mount.target),
                    ...(mount.source === undefined ? {} : { source: path(mount.source) }),
                })),
            }),
    };
}

;// CONCATENATED MODULE: ./lib/plan/select.js





/** The stage by its name; an unknown or refused one is a UsageError. */
function selectStage(name, policy) {
    if (!isStage(name)) {
        throw new errors/* UsageError */.e("unknown-stage", `There is no stage "${name}". ${hint(name, STAGES)}The stages are ${STAGES.join(", ")}.`);
    }
    const guarded = name === "all" ? ["staging", "production"] : name === "execute" ? [] : [name];
    for (const stage of guarded) {
        const rule = policy[stage];
        if (rule !== "allowed")
            throw new errors/* UsageError */.e("stage-refused", `The stage "${name}" may not run here: ${rule.refused}`);
    }
    return name;
}
/** The phases that will run, in the stage's order. A phase that does not exist, in general or here, is a UsageError. */
function selectPhases(spec, stage, context) {
    const present = phasesOf(stage).flatMap((name) => spec.phases[name] ?? []);
    const names = present.map((phase) => phase.name);
    for (const name of [...context.phases, ...(context.from === undefined ? [] : [context.from])]) {
        requirePhase(name, { spec, stage, names });
    }
    const begin = context.from === undefined ? 0 : names.indexOf(context.from);
    const chosen = present
        .slice(begin)
        .filter((phase) => context.phases.length === 0 || context.phases.includes(phase.name));
    if (chosen.length === 0 && context.phases.length > 0) {
        throw new errors/* UsageError */.e("nothing-to-run", `${spec.file}: nothing to run: ${context.phases.join(", ")} ${context.phases.length === 1 ? "comes" : "come"} before ${context.from}, which the run is to begin with.`);
    }
    if (chosen.length === 0) {
        const has = lib_spec/* PHASES */.ZG.filter((name) => spec.phases[name] !== undefined);
        throw new errors/* UsageError */.e("nothing-to-run", `${spec.file}: nothing to run: the stage "${stage}" runs ${phasesOf(stage).join(", ")}, and the spec has ${has.join(", ")}.`);
    }
    return chosen;
}
function requirePhase(name, known) {
    if (known.names.includes(name))
        return;
    const { spec, stage, names } = known;
    const planned = names.length > 0
        ? `The stage "${stage}" of ${spec.file} runs ${names.join(", ")}.`
        : `The stage "${stage}" of ${spec.file} runs no phase.`;
    if (!lib_spec/* PHASES */.ZG.includes(name)) {
        throw new errors/* UsageError */.e("unknown-phase", `There is no phase "${name}". ${hint(name, lib_spec/* PHASES */.ZG)}${planned}`);
    }
    const why = spec.phases[name] === undefined
        ? `${spec.file} has no phase "${name}".`
        : `The phase "${name}" is not one of the stage "${stage}".`;
    throw new errors/* UsageError */.e("unknown-phase", `${why} ${planned}`);
}
function hint(name, known) {
    const near = (0,closest/* closest */.k)(name, known);
    return near === undefined ? "" : `Did you mean "${near}"? `;
}

;// CONCATENATED MODULE: ./lib/plan/fills.js

const REQUIREMENT_FILES = new Set(["-r", "--requirement", "--requirements", "-c", "--constraint", "--constraints"]);
/** Options with a value behind them that says nothing about where packages come from or go to. */
const OTHER_VALUES = new Set([
    ...["-i", "--index-url", "--default-index", "--index", "--extra-index-url", "-f", "--find-links", "--trusted-host"],
    ...["--timeout", "--retries", "--progress-bar", "--cache-dir", "--upgrade-strategy", "--exclude-newer"],
    ...["--only", "--with", "--without", "--extras", "--extra", "-E", "-G", "--group", "--only-group", "--no-group"],
    ...["--only-binary", "--no-binary", "--no-build-isolation-package", "--config-settings", "--upgrade-package"],
]);
/** Options that put packages elsewhere, write something besides them, or take them from a folder. */
const ELSEWHERE = /^(?:-[etCp]|--(?:editable|target|prefix|root|user|report|dry-run|system|python|src|log|log-file|directory|project|output-format))(?:=|$)/;
/** The same, said by variables. */
const ELSEWHERE_VARIABLES = [
    ...["PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_PYTHON", "PIP_REPORT", "PIP_DRY_RUN", "PIP_EDITABLE"],
    ...["UV_PROJECT_ENVIRONMENT", "UV_PYTHON", "UV_SYSTEM_PYTHON", "UV_TARGET", "UV_PROJECT", "UV_WORKING_DIRECTORY"],
];
/** How each program installs what an index has; poetry, pdm and uv install the project itself unless told not to. */
const FORMS = {
    pip,
    uv: (words) => words[0] === "pip"
        ? pip(words.slice(1)) || (words[1] === "sync" && fromIndex(words.slice(2), "files"))
        : words[0] === "sync" && words.includes("--no-install-project") && fromIndex(words.slice(1), "requirements"),
    poetry: (words) => installsLock(words, "--no-root"),
    pdm: (words) => installsLock(words, "--no-self"),
};
/**
 * Whether a command does nothing but fill the build's environment from an index: pip, uv, poetry or pdm, installing
 * nothing from a folder, an archive or a repository. Such a step need not run where the environment comes whole.
 */
function fillsEnvironment(argv, variables = []) {
    if (variables.some((name) => ELSEWHERE_VARIABLES.includes(name)))
        return false;
    const [program = "", ...rest] = argv;
    const name = (0,external_node_path_.basename)(program).replace(/\.exe$/, "");
    if (/^pip(?:\d+(?:\.\d+)?)?$/.test(name))
        return pip(afterOptions(rest));
    if (!/^(?:python(?:\d+(?:\.\d+)?)?|py)$/.test(name))
        return FORMS[name]?.(afterOptions(rest)) ?? false;
    const at = rest.indexOf("-m");
    const plain = at >= 0 && rest.slice(0, at).every((word) => /^-[A-Za-z]+$/.test(word));
    return plain && (FORMS[rest[at + 1] ?? ""]?.(afterOptions(rest.slice(at + 2))) ?? false);
}
function pip(words) {
    return words[0] === "install" && fromIndex(words.slice(1), "requirements");
}
function installsLock(words, withoutProject) {
    const installs = words[0] === "install" || words[0] === "sync";
    return installs && words.includes(withoutProject) && fromIndex(words.slice(1), "requirements");
}
/** What stands behind the global options; nothing where one of them leads elsewhere. */
function afterOptions(words) {
    let at = 0;
    while (words[at]?.startsWith("-")) {
        if (ELSEWHERE.test(words[at] ?? ""))
            return [];
        at += OTHER_VALUES.has(words[at] ?? "") ? 2 : 1;
    }
    return words.slice(at);
}
/** `files`: the bare words are requirements files, as for `uv pip sync`. */
function fromIndex(words, bare) {
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? "";
        if (ELSEWHERE.test(word))
            return false;
        const files = REQUIREMENT_FILES.has(word)
            ? (words[++at] ?? "")
            : /^(?:-[rc]|--requirements?=|--constraints?=)(.*)/.exec(word)?.[1];
        if (files !== undefined && !isProjectFile(files))
            return false;
        if (OTHER_VALUES.has(word))
            at++;
        else if (files === undefined && !word.startsWith("-") && !(bare === "files" ? isProjectFile(word) : isName(word)))
            return false;
    }
    return true;
}
/** A file whose content can be known beforehand: no URL, no device, no standard input. */
function isProjectFile(word) {
    return (word !== "-" && !/^[a-z][a-z0-9+.-]*:\/\//i.test(word) && !word.startsWith("/dev/") && !word.startsWith("/proc/"));
}
// pip's rule: what has a separator, is a dot, ends like an archive, or is a URL, is no name on an index.
function isName(word) {
    const requirement = word.replace(/;.*$/s, "");
    return !/[/\\@:]|^\.|\.(?:whl|zip|tar(?:\.\w+)?|tgz)$/i.test(requirement);
}

;// CONCATENATED MODULE: ./lib/plan/step.js




const LONGEST_NAME = 200;
/** Decides one command: its argv, environment, folder and bounds. */
function planStep(options) {
    const { index, step, spec, context, filler } = options;
    const argv = argvOf(step, filler);
    const written = step.workingDirectory === undefined ? "." : filler.fill(step.workingDirectory, step.position);
    const workingDirectory = (0,external_node_path_.resolve)(context.directory, written);
    const environment = { ...options.environment, ...stepEnvironment(spec, step, context, filler) };
    return {
        step: index,
        name: step.name ?? shown(step, argv),
        argv,
        background: step.background,
        environment,
        workingDirectory,
        timeoutMs: step.timeoutMs ?? null,
        idleTimeoutMs: step.idleTimeoutMs ?? null,
        retry: step.retry,
        continueOnError: step.continueOnError,
        ready: readyOf(step, filler),
        stdin: step.stdin === undefined ? null : (0,external_node_path_.isAbsolute)(step.stdin) ? step.stdin : (0,external_node_path_.resolve)(workingDirectory, step.stdin),
        if: step.if ?? null,
        skip: step.if === undefined || step.if === context.platform ? null : `only on ${step.if}`,
        cacheable: isCacheable(options, { argv, environment }),
        position: step.position,
    };
}
/** Only declared inputs tell what installing depends on; a background step is there for others. */
function isCacheable({ step, phase }, planned) {
    if (phase.inputs === undefined || step.background)
        return false;
    return step.cached ?? (step.shell === undefined && fillsEnvironment(planned.argv, Object.keys(planned.environment)));
}
function argvOf(step, filler) {
    if (step.shell === undefined)
        return step.words.map((word) => filler.fill(word, step.position));
    return [step.shell, "-e", "-c", filler.fillScript(step.command, step.position)];
}
function readyOf(step, filler) {
    if (step.ready?.kind !== "command")
        return step.ready ?? null;
    return { ...step.ready, words: step.ready.words.map((word) => filler.fill(word, step.position)) };
}
/** A step without a name is called by its command: the argv, quoted for a shell, or the first line of a script. */
function shown(step, argv) {
    if (step.shell === undefined)
        return (0,lib_spec/* quoteWords */.AD)(argv).slice(0, LONGEST_NAME);
    const [first = "", ...rest] = (argv.at(-1) ?? "").trim().split("\n");
    return (rest.length > 0 ? `${first} …` : first).slice(0, LONGEST_NAME);
}

;// CONCATENATED MODULE: ./lib/plan/plan.js






/**
 * Decides everything that a run will do. Pure: the same spec and context give the same plan.
 * An unknown or refused stage, a phase that is not there and a variable without a value are UsageErrors.
 */
function planRun(spec, context) {
    const stage = selectStage(context.stage, context.policy);
    const leftOut = new Set();
    const overrides = sandboxOverrides(context);
    const selected = selectPhases(spec, stage, context);
    const phases = selected.map((phase) => {
        const sandbox = sandbox_planSandbox(spec, phase, { ...context, overrides });
        return shutIn(planPhase({ spec, stage, phase, sandbox, context, leftOut }), sandbox);
    });
    return {
        version: context.version,
        spec: spec.file,
        stage,
        directory: context.directory,
        cacheKey: null,
        needsPython: needsPython(spec, context),
        python: context.python ?? spec.python ?? null,
        timeoutMs: context.timeoutMs ?? spec.timeoutMs ?? null,
        keepGoing: context.keepGoing,
        phases,
        warnings: [
            ...(leftOut.size === 0 ? [] : [{ code: "encrypted-left-out", message: leftOutMessage([...leftOut], context) }]),
            ...sandboxWarnings(spec, selected, overrides),
            ...portWarnings(spec, phases),
        ],
    };
}
function planPhase(options) {
    const { spec, stage, phase, sandbox, context, leftOut } = options;
    const filler = fillerFor(spec.file, stage, phase.name, context.variables);
    const environment = phaseEnvironment({ spec, stage, phase, sandbox, context, filler });
    for (const name of environment.leftOut)
        leftOut.add(name);
    return {
        phase: phase.name,
        parallel: phase.parallel,
        timeoutMs: phase.timeoutMs ?? null,
        idToken: phase.idToken && context.policy.idToken === "allowed",
        environment: environment.values,
        steps: phase.steps.map((step, index) => planStep({ index, step, phase, spec, context, filler, environment: environment.values })),
    };
}
/** `python`, `pypi` and `install` make the need for an environment of the build's own; nothing else does. */
function needsPython(spec, context) {
    return (context.python ?? spec.python ?? spec.pypi ?? spec.phases.install) !== undefined;
}
function leftOutMessage(names, context) {
    const rule = context.policy.decryption;
    const why = rule === "allowed"
        ? "encrypted values reach deploy phases only (a step may have its own `environment`)"
        : rule.refused;
    return `Not given to every phase: ${names.join(", ")}: ${why}`;
}

;// CONCATENATED MODULE: ./lib/plan/index.js







;// CONCATENATED MODULE: ./lib/secrets/age.js

const ARMOUR_BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
const ARMOUR_END = "-----END AGE ENCRYPTED FILE-----";
/** Loaded when first needed: most runs decrypt nothing. */
const loadAge = () => __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
/** Makes a new X25519 identity (age-encryption.org/v1). */
async function generateIdentity() {
    const age = await loadAge();
    const identity = await age.generateX25519Identity();
    return { identity, recipient: await age.identityToRecipient(identity) };
}
/**
 * Encrypts a text for a recipient (`age1…`) and gives it ASCII-armoured, ending in a newline, ready for `{ encrypted: … }`.
 * @throws UsageError `invalid-recipient`
 */
async function encryptValue(text, recipient) {
    const age = await loadAge();
    const encrypter = new age.Encrypter();
    try {
        encrypter.addRecipient(recipient.trim());
    }
    catch (cause) {
        const mistaken = /^AGE-SECRET-KEY-/i.test(recipient.trim());
        const hint = mistaken
            ? "It is a secret key: a value is encrypted for the public key that `forgexec keygen` printed with it."
            : "A recipient begins with age1 and is printed by `forgexec keygen`.";
        const name = mistaken ? "The recipient" : `The recipient "${recipient.trim()}"`;
        throw new UsageError("invalid-recipient", `${name} is not a public key of age. ${hint}`, { cause });
    }
    return age.armor.encode(await encrypter.encrypt(text));
}
/**
 * Decrypts an armoured text. `key` holds one identity a line, as age-keygen writes it: blank lines and lines that begin
 * with `#` are passed over. No message shows any part of the key.
 * @throws UsageError `invalid-key`, `damaged-value` (no age armour, or changed since) or `wrong-key`
 */
async function decryptValue(armoured, key) {
    const age = await loadAge();
    const decrypter = new age.Decrypter();
    const identities = identitiesOf(key);
    if (identities.length === 0)
        throw invalidKey("it is empty");
    for (const [index, identity] of identities.entries()) {
        try {
            decrypter.addIdentity(identity);
        }
        catch (cause) {
            throw invalidKey(describeWrongIdentity(identity, index, identities.length), cause);
        }
    }
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await decrypter.decrypt(age.armor.decode(restoreArmour(armoured))));
    }
    catch (cause) {
        throw explain(cause);
    }
}
/** The identities in a key file's text, without comments. */
function identitiesOf(key) {
    const lines = key.split(/\r\n|\r|\n/).map((line) => line.trim());
    return lines.filter((line) => line !== "" && !line.startsWith("#"));
}
/** The armour with its line ends put right: YAML and web forms fold them into spaces. */
function restoreArmour(armoured) {
    const text = armoured.trim();
    if (!text.startsWith(ARMOUR_BEGIN))
        throw damaged(`it does not begin with the line ${ARMOUR_BEGIN}`);
    if (!text.endsWith(ARMOUR_END))
        throw damaged(`it does not end with the line ${ARMOUR_END}`);
    const digits = text.slice(ARMOUR_BEGIN.length, -ARMOUR_END.length).replace(/\s+/g, "");
    return [ARMOUR_BEGIN, ...(digits.match(/.{1,64}/g) ?? []), ARMOUR_END].join("\n");
}
function invalidKey(why, cause) {
    const message = `The decryption key cannot be used: ${why}. It is the identity that \`forgexec keygen\` or age-keygen printed, a line that begins with AGE-SECRET-KEY-1.`;
    return new errors/* UsageError */.e("invalid-key", message, { cause });
}
function describeWrongIdentity(identity, index, count) {
    const which = count === 1 ? "it" : `its identity ${index + 1} of ${count}`;
    if (identity.startsWith("age1"))
        return `${which} is a public key (age1…), with which one can only encrypt`;
    if (/^AGE-SECRET-KEY-/i.test(identity))
        return `${which} is an age identity that was cut short or mistyped`;
    return `${which} is not an age identity`;
}
function damaged(why, cause) {
    const message = `The encrypted value is damaged: ${why}. Paste it anew as \`forgexec encrypt\` printed it, all of its lines, or encrypt the value again.`;
    return new errors/* UsageError */.e("damaged-value", message, { cause });
}
function explain(cause) {
    if (cause instanceof errors/* UsageError */.e)
        return cause;
    if (/no identity matched/i.test(String(cause))) {
        const message = "The decryption key is not one that the value was encrypted for. Give the key that belongs to the recipient, or encrypt the value again for your own (`forgexec encrypt --recipient …`).";
        return new errors/* UsageError */.e("wrong-key", message, { cause });
    }
    return damaged("it is not what age wrote, some of it is missing or was changed", cause);
}

;// CONCATENATED MODULE: ./lib/secrets/finder.js
const TABLE_SIZE = 4096;
const LARGEST_SHIFT = 255;
/**
 * Finds any of a set of strings in a text, by the algorithm of Wu and Manber: a table over pairs of characters says how
 * far the window may move without passing a match, so most of the text is never looked at.
 */
class Finder {
    /** Length of the longest string in UTF-16 units; 0 when there is none. */
    longest;
    #window;
    #shifts;
    #candidates = new Map();
    #byFirst = new Map();
    constructor(needles) {
        const sorted = [...needles].sort((a, b) => b.length - a.length);
        this.longest = sorted[0]?.length ?? 0;
        this.#window = Math.min(sorted.at(-1)?.length ?? 0, LARGEST_SHIFT);
        const block = Math.min(this.#window, 2);
        this.#shifts = new Uint8Array(TABLE_SIZE).fill(this.#window - block + 1);
        for (const needle of sorted)
            this.#enter(needle);
    }
    #enter(needle) {
        append(this.#byFirst, needle.charCodeAt(0), needle);
        const last = this.#window - 1;
        for (let end = Math.min(last, 1); end <= last; end += 1) {
            const slot = this.#slot(needle, end);
            this.#shifts[slot] = Math.min(this.#shifts[slot] ?? 0, last - end);
        }
        append(this.#candidates, this.#slot(needle, last), needle);
    }
    #slot(text, end) {
        const previous = this.#window > 1 ? text.charCodeAt(end - 1) : 0;
        return ((previous << 5) ^ text.charCodeAt(end)) & (TABLE_SIZE - 1);
    }
    /** Where the strings occur, in order; what overlaps or touches is one span. */
    spans(text) {
        const spans = [];
        if (this.longest === 0)
            return spans;
        const shifts = this.#shifts;
        const last = this.#window - 1;
        const pairs = this.#window > 1;
        let at = last;
        while (at < text.length) {
            const previous = pairs ? text.charCodeAt(at - 1) : 0;
            const slot = ((previous << 5) ^ text.charCodeAt(at)) & (TABLE_SIZE - 1);
            const shift = shifts[slot];
            if (shift > 0) {
                at += shift;
                continue;
            }
            const start = at - last;
            const found = this.#candidates.get(slot)?.find((needle) => text.startsWith(needle, start));
            if (found !== undefined)
                addSpan(spans, { start, end: start + found.length });
            at += 1;
        }
        return spans;
    }
    /** Where the text's end begins that may be the beginning of one of the strings; the text's length when nothing may. */
    openEnd(text) {
        const from = Math.max(0, text.length - this.longest + 1, text.lastIndexOf("\n") + 1);
        for (let start = from; start < text.length; start += 1) {
            const rest = text.length - start;
            const needles = this.#byFirst.get(text.charCodeAt(start));
            if (needles?.some((needle) => needle.length > rest && text.endsWith(needle.slice(0, rest))))
                return start;
        }
        return text.length;
    }
}
function append(map, key, needle) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [needle]);
    else
        list.push(needle);
}
function addSpan(spans, span) {
    const previous = spans.at(-1);
    if (previous !== undefined && span.start <= previous.end)
        previous.end = Math.max(previous.end, span.end);
    else
        spans.push({ ...span });
}

;// CONCATENATED MODULE: ./lib/secrets/needles.js
/** Base64 text shorter than this is not looked for: it would be met by chance. */
const SHORTEST_BASE64 = 6;
/**
 * The texts that give a value away: each of its non-blank lines, trimmed, as they are and as common tools print them
 * (percent-encoded, JSON, Python and shell quoting, XML), and base64 of the lines and of the whole, also from within
 * a longer text, as in a Basic authorization header. None holds a line break.
 */
function needlesOf(value) {
    const lines = value
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const needles = new Set();
    if (lines.length === 0)
        return needles;
    for (const line of lines) {
        for (const form of [line, ...percentForms(line), ...quotedForms(line), ...markupForms(line)])
            needles.add(form);
    }
    for (const text of [...lines, value, value.trim()]) {
        for (const form of base64Forms(text))
            needles.add(form);
    }
    needles.delete("");
    return needles;
}
/** As URLs and forms write it: everything escaped but RFC 3986's unreserved, and the usual laxer sets; both cases of hex. */
function percentForms(text) {
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
    const address = new URL("http://host");
    address.password = wellFormed;
    const forms = [component, strict, address.password, encodeURI(wellFormed)];
    forms.push(strict.replaceAll("%2F", "/"), strict.replaceAll("%20", "+"), component.replaceAll("%20", "+"));
    return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())]);
}
/** Inside the quotes of JSON, JavaScript, Python and POSIX shells. */
function quotedForms(text) {
    const json = JSON.stringify(text).slice(1, -1);
    return [
        json,
        json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
        json.replaceAll("/", "\\/"),
        json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
        text.replaceAll("\\", "\\\\"),
        text.replace(/[\\']/g, "\\$&"),
        text.replaceAll("'", `'\\''`),
        text.replaceAll("'", `'"'"'`),
        text.replace(/[\\"$`]/g, "\\$&"),
        text.replace(/[^\w@%+=:,./\-\u0080-\uffff]/g, "\\$&"),
    ];
}
function markupForms(text) {
    const xml = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const quoted = xml.replaceAll('"', "&quot;");
    return [xml, quoted, ...["&apos;", "&#39;", "&#x27;"].map((apostrophe) => quoted.replaceAll("'", apostrophe))];
}
/** The digits that the text alone decides, wherever it begins within a group of three bytes. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].map((offset) => {
        const digits = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const first = Math.ceil((offset * 8) / 6);
        return digits.slice(first, Math.floor(((offset + bytes.length) * 8) / 6));
    });
    return [bytes.toString("base64"), ...forms]
        .filter((form) => form.length >= SHORTEST_BASE64)
        .flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}

;// CONCATENATED MODULE: ./lib/secrets/masker.js


/** What stands in a text in place of a secret. */
const MASK = "***";
/** A masker without secrets; see {@link Masker}. */
function createMasker() {
    const needles = new Set();
    // Made when it is next needed: a spec may name thousands of secrets.
    let made;
    const finderOf = () => {
        made ??= new Finder(needles);
        return made;
    };
    return {
        add(value) {
            const before = needles.size;
            for (const needle of needlesOf(value))
                needles.add(needle);
            if (needles.size > before)
                made = undefined;
        },
        mask(text) {
            const finder = finderOf();
            return finder.longest === 0 ? text : replaceSpans({ text, finder, to: text.length, masked: NOTHING }).text;
        },
        stream: () => createMaskStream(finderOf),
        get longest() {
            return finderOf().longest;
        },
    };
}
/** No mask precedes the text. */
const NOTHING = -1;
function createMaskStream(currentFinder) {
    let held = "";
    // How much of `held` the last mask that was given out covers already.
    let masked = NOTHING;
    const give = (text, to, finder) => {
        const result = replaceSpans({ text, finder, to, masked });
        held = text.slice(to);
        masked = result.masked;
        return result.text;
    };
    return {
        push(text) {
            const finder = currentFinder();
            if (finder.longest === 0 && held === "")
                return text;
            const all = held + text;
            return give(all, finder.openEnd(all), finder);
        },
        end() {
            const rest = give(held, held.length, currentFinder());
            masked = NOTHING;
            return rest;
        },
    };
}
/** Masks the text up to `to`; `masked` is how far a mask that was given out before reaches into the text, and beyond `to` afterwards. */
function replaceSpans(options) {
    const { text, finder, to } = options;
    let result = "";
    let covered = options.masked;
    let position = Math.min(Math.max(covered, 0), to);
    for (const span of finder.spans(text)) {
        if (span.start > covered) {
            if (span.start >= to)
                break;
            result += text.slice(position, span.start) + MASK;
        }
        covered = Math.max(covered, span.end);
        position = Math.min(covered, to);
    }
    if (position === 0 && result === "" && to === text.length && covered < 0)
        return { text, masked: NOTHING };
    return { text: result + text.slice(position, to), masked: covered >= to ? covered - to : NOTHING };
}

;// CONCATENATED MODULE: ./lib/secrets/open.js


/** A value shorter than this disturbs the output when masked. */
const SHORT = 4;
/**
 * Finds the text of all values before anything runs.
 * `environment` is forgexec's own, less what commands must not have: of that, `withheld` knows the names; `decryptionKey` an age identity, or several; `decryption` what the event's policy says.
 * @throws UsageError `secrets`: all values that cannot be had, each with its place, the reason and what to do
 */
async function openSecrets(options) {
    const texts = new Map();
    const secrets = new Set(identitiesOf(options.decryptionKey ?? ""));
    const problems = new Set();
    const warnings = new Map();
    const decrypt = decrypter(options);
    for (const { value, where, use } of options.values) {
        try {
            const text = await textOf(value, { ...options, decrypt });
            texts.set(keyOf(value), text);
            if (typeof value === "string" && use === "environment")
                continue;
            if (text !== "")
                secrets.add(text);
            const warning = warn(value, { where, text });
            if (warning !== null)
                warnings.set(warning.message, warning.code);
        }
        catch (error) {
            if (!(error instanceof errors/* UsageError */.e))
                throw error;
            problems.add(`${capitalise(where)}: ${error.message}`);
        }
    }
    if (problems.size > 0)
        throw new errors/* UsageError */.e("secrets", [...problems].join("\n"));
    return {
        resolve: (value) => {
            const text = typeof value === "string" ? value : texts.get(keyOf(value));
            if (text === undefined)
                throw new Error("A value was asked for that was not opened before the run.");
            return text;
        },
        secrets: [...secrets],
        warnings: [...warnings].map(([message, code]) => ({ code, message })),
    };
}
/** Decrypts each text once, however often it is used. */
function decrypter(options) {
    const { decryptionKey, decryption } = options;
    const done = new Map();
    return async (armoured) => {
        if (decryption !== "allowed") {
            throw new errors/* UsageError */.e("decryption-refused", `the value is encrypted and may not be decrypted: ${decryption.refused}`);
        }
        if (decryptionKey === undefined || decryptionKey.trim() === "") {
            throw new errors/* UsageError */.e("no-decryption-key", "the value is encrypted, and there is no key to decrypt it. Set FORGE_DECRYPTION_KEY, or the action's input decryption-key, to the age identity it was encrypted for.");
        }
        const known = done.get(armoured) ?? decryptValue(armoured, decryptionKey);
        done.set(armoured, known);
        return known;
    };
}
async function textOf(value, context) {
    if (typeof value === "string")
        return value;
    if ("encrypted" in value)
        return context.decrypt(value.encrypted);
    if (context.withheld?.(value.env)) {
        const message = `the environment variable ${value.env} belongs to the runner or to forgexec and is kept from commands. Give them a variable of another name.`;
        throw new errors/* UsageError */.e("withheld-variable", message);
    }
    const text = Object.hasOwn(context.environment, value.env) ? context.environment[value.env] : undefined;
    if (text === undefined) {
        const message = `the environment variable ${value.env} is not set. Set it for forgexec; in a workflow, under the step's env: ${value.env}: \${{ secrets.${value.env} }}.`;
        throw new errors/* UsageError */.e("missing-variable", message);
    }
    return text;
}
function warn(value, found) {
    const { where, text } = found;
    if (text === "") {
        const what = typeof value === "object" && "env" in value ? `the environment variable ${value.env}` : "the value";
        const message = `${capitalise(where)}: ${what} is empty. On GitHub a secret that does not exist, or that the event may not see, is an empty text.`;
        return { code: "empty-secret", message };
    }
    if (text.split(/[\r\n]+/).some((line) => line.trim() !== "" && line.trim().length < SHORT)) {
        const message = `${capitalise(where)}: the secret, or a line of it, is shorter than ${SHORT} characters. It is masked wherever it occurs, so expect *** in the middle of words.`;
        return { code: "short-secret", message };
    }
    return null;
}
function keyOf(value) {
    return JSON.stringify(value);
}
function capitalise(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/secrets/index.js




// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/build/cache-faults.js
/** Where faults of the cache's stores go: to the run that is going on, whose events they become. */
class CacheFaults {
    #listener = null;
    warn(message) {
        this.#listener?.(message);
    }
    listen(listener) {
        this.#listener = listener;
    }
}

;// CONCATENATED MODULE: ./lib/build/locate.js




/** Finds the spec and the folder that commands run in. What is not there, or lies outside `confineTo`, is a UsageError. */
async function locate(options) {
    const { cwd } = options.machine;
    const given = options.directory === undefined ? undefined : (0,external_node_path_.resolve)(cwd, options.directory);
    if (given !== undefined)
        await requireDirectory(given, options.directory ?? given);
    const specPath = await specOf(options, given);
    const directory = given ?? (0,external_node_path_.dirname)(specPath);
    if (options.confineTo !== undefined) {
        const root = await (0,promises_.realpath)(options.confineTo);
        await requireInside(specPath, { root, what: "spec" });
        await requireInside(directory, { root, what: "working directory" });
    }
    const workspace = await workspaceOf(options.confineTo ?? (0,external_node_path_.dirname)(specPath), directory);
    return { specPath, shown: shownPath(specPath, cwd), directory, workspace };
}
/** Links resolved where `directory` is only by them in the folder: it has to be seen at its own path. */
async function workspaceOf(folder, directory) {
    if (directory === folder || directory.startsWith(folder + external_node_path_.sep))
        return folder;
    const [real, within] = await Promise.all([(0,promises_.realpath)(folder), (0,promises_.realpath)(directory)]);
    return within === real || within.startsWith(real + external_node_path_.sep) ? real : directory;
}
async function specOf(options, directory) {
    const { cwd } = options.machine;
    if (options.spec !== undefined) {
        const fromHere = (0,external_node_path_.resolve)(cwd, options.spec);
        const fromThere = (0,external_node_path_.resolve)(directory ?? cwd, options.spec);
        return (await exists(fromHere)) || !(await exists(fromThere)) ? fromHere : fromThere;
    }
    const starts = directory === undefined || directory === cwd ? [cwd] : [directory, cwd];
    for (const start of starts) {
        const found = await (0,lib_spec/* findSpec */.vt)(start);
        if (found !== undefined)
            return found;
    }
    const message = `No .forge.yml in ${starts.join(" or ")} or any folder above it. Write one with "forgexec init", or name a file with --spec.`;
    throw new errors/* UsageError */.e("no-spec", message);
}
async function requireDirectory(path, shown) {
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found?.isDirectory())
        return;
    const why = found === null ? "there is no such directory" : "it is not a directory";
    throw new errors/* UsageError */.e("no-directory", `${shown}: ${why}. Name an existing one as the directory that the build runs in.`);
}
async function requireInside(path, limit) {
    // A path that does not exist is reported later, as a missing file; here only its folder's place counts.
    const real = await (0,promises_.realpath)(path).catch(() => path);
    if (real === limit.root || real.startsWith(limit.root + external_node_path_.sep))
        return;
    throw new errors/* UsageError */.e("outside-workspace", `${path}: the ${limit.what} lies outside the workspace ${limit.root}, which is refused.`);
}
async function exists(path) {
    return (await (0,promises_.stat)(path).catch(() => null)) !== null;
}
function shownPath(path, cwd) {
    const inside = (0,external_node_path_.relative)(cwd, path) || ".";
    return inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside) ? path : inside;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/run/cancel.js

/** The reason to abort a run's signal with; its exit code is 128 + the signal's number. */
class Cancelled extends Error {
    signal;
    name = "Cancelled";
    constructor(signal) {
        super(`cancelled by ${signal}`);
        this.signal = signal;
    }
}
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 };
function exitCodeOf(signal) {
    return 128 + NUMBERS[signal];
}
/** Why a scope was aborted; a signal aborted with anything but a Cancelled counts as SIGINT. */
function stopReason(signal) {
    if (!signal.aborted)
        return null;
    const reason = signal.reason;
    if (reason instanceof Stop)
        return reason.why;
    return { kind: "cancelled", signal: reason instanceof Cancelled ? reason.signal : "SIGINT" };
}
/** Wraps a reason, since an abort's reason should be an error. */
class Stop extends Error {
    why;
    name = "Stop";
    constructor(why) {
        super(why.kind);
        this.why = why;
    }
}
/** A part of a run that can be told to stop: by its parent, by its own time-out, or by itself. */
class Scope {
    #controller = new AbortController();
    #timer;
    #release;
    constructor(parent, timeout) {
        // As in run(): any number of steps may listen.
        (0,external_node_events_.setMaxListeners)(0, this.signal);
        const follow = () => this.#controller.abort(parent.reason);
        if (parent.aborted)
            follow();
        else
            parent.addEventListener("abort", follow, { once: true });
        this.#release = () => parent.removeEventListener("abort", follow);
        if (timeout?.ms != null) {
            const why = { kind: "timeout", of: timeout.of };
            this.#timer = setTimeout(() => this.stop(why), Math.min(timeout.ms, LONGEST_TIMER));
        }
    }
    get signal() {
        return this.#controller.signal;
    }
    get reason() {
        return stopReason(this.signal);
    }
    stop(why) {
        this.#controller.abort(new Stop(why));
    }
    /** Ends the timer and lets go of the parent. */
    close() {
        clearTimeout(this.#timer);
        this.#release();
    }
}
/** The longest delay that Node's timers take, in milliseconds; about 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

;// CONCATENATED MODULE: ./lib/run/environment.js

/** Marks every process of a run, so that strays are found. */
const RUN_ID = "FORGEXEC_RUN_ID";
/** Marks every process of one command, and of no other: what is ended with it. */
const COMMAND_ID = "FORGEXEC_COMMAND_ID";
/** The whole environment of a step's command, secrets filled in. */
function environment_stepEnvironment(run, { phase: name, planned }) {
    const { services, session, sandbox } = run;
    const phase = run.plan.phases.find((other) => other.phase === name);
    const { environment: values, argv } = planned;
    return { ...phaseVariables({ services, session, sandbox, phase, values, argv }), [RUN_ID]: run.runId };
}
/** The machine's environment with what the build's own environment and the given values change in it. */
function phaseVariables(options) {
    const { services, sandbox, phase, values, argv } = options;
    const session = sandbox?.packages === "absent" ? null : options.session;
    const variables = {
        ...(sandbox?.environment ?? services.environment),
        ...(phase?.idToken ? services.idTokenEnvironment : {}),
    };
    for (const name of session?.remove ?? [])
        delete variables[name];
    Object.assign(variables, session?.variables, argv === undefined ? {} : session?.variablesFor?.(argv));
    for (const [name, wanted] of Object.entries(values)) {
        const value = services.resolve(wanted);
        variables[name] = session?.standIn?.({ name, value, argv: argv ?? [] }) ?? value;
    }
    // The build's own environment comes first, whatever PATH the spec sets.
    const path = [...(session?.path ?? []), variables.PATH].filter((part) => part !== undefined);
    if (path.length > 0)
        variables.PATH = path.join(external_node_path_.delimiter);
    return variables;
}

;// CONCATENATED MODULE: ./lib/run/channel.js
/** How much may wait in a channel, in units of weight, before its writers are asked to pause. */
const HIGH_WATER = 1 << 20;
/**
 * A queue between the parts of a run, which write, and whoever iterates, who reads.
 * `push` returns a promise where the reader is behind: a writer that waits for it keeps memory bounded.
 */
class Channel {
    #queue = [];
    #weight = 0;
    #closed = false;
    #wakeReader;
    #drained;
    push(item, weight = 1) {
        if (this.#closed)
            return undefined;
        this.#queue.push({ item, weight });
        this.#weight += weight;
        this.#wakeReader?.();
        if (this.#weight < HIGH_WATER)
            return undefined;
        this.#drained ??= deferred();
        return this.#drained.promise;
    }
    /** Nothing more is taken; what waits can still be read. */
    close() {
        this.#closed = true;
        this.#wakeReader?.();
    }
    async *[Symbol.asyncIterator]() {
        try {
            while (true) {
                const batch = this.#queue;
                this.#queue = [];
                for (const { item, weight } of batch) {
                    yield item;
                    this.#release(weight);
                }
                if (batch.length > 0)
                    continue;
                if (this.#closed)
                    return;
                await new Promise((wake) => {
                    this.#wakeReader = wake;
                });
                this.#wakeReader = undefined;
            }
        }
        finally {
            this.#closed = true;
            this.#queue = [];
            this.#release(this.#weight);
        }
    }
    #release(weight) {
        this.#weight -= weight;
        if (this.#weight >= HIGH_WATER)
            return;
        this.#drained?.resolve();
        this.#drained = undefined;
    }
}
function deferred() {
    let resolve = () => { };
    const promise = new Promise((done) => {
        resolve = done;
    });
    return { promise, resolve };
}

;// CONCATENATED MODULE: ./lib/run/context.js
const SKIPPED = {
    result: "skipped",
    exitCode: null,
    signal: null,
    status: 0,
    durationMs: 0,
    attempts: 0,
};
/** Not run, since the environment came whole from the cache. */
const CACHED = { ...SKIPPED, cached: true };
function summarise(planned, outcome) {
    const { name, argv, background } = planned;
    const { result, exitCode, signal, durationMs, attempts, cached } = outcome;
    const summary = { name, argv, result, exitCode, signal, durationMs, attempts, background };
    return cached === undefined ? summary : { ...summary, cached };
}
/** Tells of a step that will not run, or not any more. */
function emitSkipped(emit, { phase, planned }, outcome = SKIPPED) {
    void emit({
        type: "step.end",
        phase,
        step: planned.step,
        result: "skipped",
        exitCode: null,
        signal: null,
        durationMs: 0,
        timedOut: false,
        ...(outcome.cached === undefined ? {} : { cached: outcome.cached }),
    });
}

;// CONCATENATED MODULE: ./lib/run/mask-event.js
/** Words of the event's own, which a secret that happens to be one of them must not change. */
const OWN = new Set([
    "type",
    "result",
    "stage",
    "phase",
    "version",
    "stream",
    "level",
    "code",
    "signal",
    "kind",
    "if",
    "hit",
]);
/** The event with secrets masked wherever a text of the user's stands: names, argv, folders, messages. */
function maskEvent(event, masker) {
    // Output is masked where it is cut into lines.
    if (masker.longest === 0 || event.type === "output")
        return event;
    return masked(event, masker);
}
function masked(value, masker) {
    if (typeof value === "string")
        return masker.mask(value);
    if (Array.isArray(value))
        return value.map((item) => masked(item, masker));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        OWN.has(key) && typeof item === "string" ? item : masked(item, masker),
    ]));
}

;// CONCATENATED MODULE: ./lib/run/packages.js
const NO_CACHE = { hit: "off", key: null, restoredMs: 0, savedKey: null, bytes: 0 };
/** Opens the build's environment when a phase first needs it, and closes it once, at the end. */
class Packages {
    #plan;
    #services;
    #emit;
    #session;
    constructor(plan, services, emit) {
        this.#plan = plan;
        this.#services = services;
        this.#emit = emit;
    }
    /** Puts right what a killed run left behind; a fault there is no reason not to run. */
    async recover() {
        await this.#guard("not-recovered", async () => {
            for (const message of await this.#services.recover())
                void this.#emit({ type: "warning", code: "recovered", message });
        });
    }
    async enter(phase, signal) {
        if (!this.#plan.needsPython)
            return null;
        if (this.#session === undefined)
            await this.#open(phase, signal);
        await this.#session?.enterPhase(phase);
        return this.#session ?? null;
    }
    async #open(phase, signal) {
        this.#session = await this.#services.openPackages({
            note: (text) => void this.#emit({ type: "progress", phase, text: this.#services.masker.mask(text) }),
            warn: (code, text) => void this.#emit({ type: "warning", code, message: this.#services.masker.mask(text) }),
            signal,
        });
    }
    async leave(phase, outcome) {
        await this.#guard("environment-not-kept", async () => this.#session?.leavePhase(phase, outcome));
    }
    /** What the package cache did for the run. */
    async close(outcome) {
        await this.#guard("environment-not-closed", async () => this.#session?.close(outcome));
        return this.#session?.cache?.() ?? NO_CACHE;
    }
    /** What goes wrong around the phases costs the next run time, not this one its result. */
    async #guard(code, action) {
        try {
            await action();
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            void this.#emit({ type: "warning", code, message: this.#services.masker.mask(why) });
        }
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/run/output.js


/** A line longer than this, in UTF-16 units, is passed on in parts. */
const LONGEST_LINE = 64 * 1024;
/**
 * Turns a command's bytes into texts of whole lines, masked. Characters split between chunks are put together;
 * a last line without newline is a line; a secret is masked across chunks, and across the parts of a long line.
 */
class LineOutput extends external_node_stream_.Writable {
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #masked;
    #take;
    /** The beginning of a line, masked. */
    #rest = "";
    constructor(masker, take) {
        super({ highWaterMark: 256 * 1024 });
        this.#masked = masker.stream();
        this.#take = take;
    }
    _write(chunk, _encoding, done) {
        const waits = [this.#takeLines(this.#masked.push(this.#decoder.write(chunk))), this.#passLongLine()].filter((wait) => wait !== undefined);
        if (waits.length === 0)
            done();
        else
            Promise.all(waits).then(() => done(), done);
    }
    _final(done) {
        const text = this.#rest + this.#masked.push(this.#decoder.end()) + this.#masked.end();
        this.#rest = "";
        const wait = text === "" ? undefined : this.#take(breakLongLines(text));
        if (wait === undefined)
            done();
        else
            wait.then(() => done(), done);
    }
    #takeLines(text) {
        // Looked for in what is new only: a line may come a character at a time.
        const end = text.lastIndexOf("\n");
        const lines = this.#rest + text.slice(0, Math.max(end, 0));
        this.#rest = end < 0 ? this.#rest + text : text.slice(end + 1);
        return end < 0 ? undefined : this.#take(breakLongLines(lines));
    }
    #passLongLine() {
        if (this.#rest.length <= LONGEST_LINE)
            return undefined;
        const parts = partsOf(this.#rest);
        this.#rest = parts.pop() ?? "";
        return this.#take(parts.join("\n"));
    }
}
/** Breaks lines over the bound into several. */
function breakLongLines(text) {
    return hasLongLine(text) ? text.split("\n").flatMap(partsOf).join("\n") : text;
}
/** Leaps from line's end to line's end, as far as the bound allows: output is mostly short lines. */
function hasLongLine(text) {
    let start = 0;
    while (text.length - start > LONGEST_LINE) {
        const end = text.lastIndexOf("\n", start + LONGEST_LINE);
        if (end < start)
            return true;
        start = end + 1;
    }
    return false;
}
function partsOf(line) {
    const parts = [];
    let start = 0;
    while (line.length - start > LONGEST_LINE) {
        const cut = wholeCharacters(line, start + LONGEST_LINE);
        parts.push(line.slice(start, cut));
        start = cut;
    }
    parts.push(line.slice(start));
    return parts;
}
/** The given cut, or the one before it where it would fall inside a surrogate pair. */
function wholeCharacters(text, cut) {
    const unit = text.charCodeAt(cut - 1);
    return unit >= 0xd800 && unit <= 0xdbff ? cut - 1 : cut;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/run/spawn.js








/** From SIGTERM to SIGKILL, in milliseconds: a cancelled run has to be over well inside the runner's 7.5 s. */
const GRACE_MS = 3000;
/** Starts a step's command in a session of its own; what cannot be started is an exit with a `problem`. */
async function start(options) {
    const { stdout, stderr } = options;
    const exit = launch(options).then(async (result) => {
        await Promise.all([flushed(stdout), flushed(stderr)]);
        return result;
    });
    return { exit };
}
/** Runs a command to its end and tells whether it succeeded. */
async function succeeds(options) {
    return (await launch(options)).status === 0;
}
async function launch(options) {
    const { planned, sandbox, stdout, stderr } = options;
    const [program = "", ...args] = planned.argv;
    const opened = planned.stdin === null ? { input: null } : await openInput(planned.stdin, sandbox?.workspace ?? null);
    if ("problem" in opened)
        return notStarted(`its stdin file cannot be read: ${opened.problem}`, 126);
    const { input } = opened;
    const commandId = (0,external_node_crypto_.randomUUID)();
    try {
        const command = (sandbox?.command(planned.argv) ?? new lib_command.Command(program, args))
            .envAll({ ...options.environment, [COMMAND_ID]: commandId })
            .cwd(planned.workingDirectory)
            .stdin(input === null ? "null" : input.fd)
            .stdout(stdout ?? "null")
            .stderr(stderr ?? "null")
            .killGrace(GRACE_MS)
            .killMarker({ name: COMMAND_ID, value: commandId })
            .signal(options.signal)
            .killSignal(options.killSignal);
        if (planned.timeoutMs !== null)
            command.timeout(planned.timeoutMs);
        if (planned.idleTimeoutMs !== null)
            command.idleTimeout(planned.idleTimeoutMs);
        return exitOf(await command.run());
    }
    catch (error) {
        if (!(error instanceof lib_command.CommandError))
            throw error;
        return exitOf(error, withoutEnvironment(error, planned.argv));
    }
    finally {
        await input?.close();
    }
}
// A FIFO would be waited for outside of every time-out, and no signal ends that.
// In a sandbox it has to lie in the workspace: a command in there could have put a link to anywhere.
async function openInput(path, within) {
    try {
        const input = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        const stats = await input.stat();
        const outside = within !== null && !(await liesIn(input, { path, folder: within }));
        if (!outside && (stats.isFile() || stats.isCharacterDevice()))
            return { input };
        await input.close();
        if (outside)
            return { problem: `${path} leads out of ${within}, which is all that a sandbox's steps read from` };
        return { problem: `${path} is ${stats.isDirectory() ? "a directory" : "no regular file"}` };
    }
    catch (error) {
        return { problem: error.message };
    }
}
/** The file that is open, not the one that its name leads to by now. */
async function liesIn(input, { path, folder }) {
    const [root, real] = await Promise.all([
        (0,promises_.realpath)(folder),
        (0,promises_.readlink)(`/proc/self/fd/${input.fd}`).catch(() => (0,promises_.realpath)(path)),
    ]);
    return real.startsWith(root === external_node_path_.sep ? root : root + external_node_path_.sep);
}
/** Reasons for which the command itself is not to blame, or has not begun. */
const TOLD = ["not-found", "not-executable", "spawn", "mount", "limit", "unsupported", "invalid"];
function exitOf(result, message = null) {
    const { exitCode, signal, status, reason } = result;
    const started = result.pid !== null && (reason === null || !TOLD.includes(reason));
    return {
        exitCode,
        signal,
        status,
        timedOut: reason === "timeout" || reason === "idle-timeout" ? reason : null,
        aborted: reason === "aborted",
        problem: started || reason === "aborted" ? null : message,
    };
}
// The quoted command begins with the variables that were set for it: here all of the environment, secrets of the machine among them.
function withoutEnvironment({ shortMessage, command }, argv) {
    return shortMessage.startsWith(command) ? `${(0,lib_spec/* quoteWords */.AD)(argv)}${shortMessage.slice(command.length)}` : shortMessage;
}
function notStarted(problem, status) {
    return { exitCode: status, signal: null, status, timedOut: null, aborted: false, problem };
}
async function flushed(output) {
    if (!output.writableEnded)
        output.end();
    await (0,external_node_stream_promises_.finished)(output);
}

;// CONCATENATED MODULE: ./lib/run/attempt.js





/** Starts a step's command; `step.start` has been emitted when this returns. */
async function startAttempt(options) {
    const { run, place, emit, attempt, signal, watch } = options;
    const { phase, planned } = place;
    const { step, name, argv, background } = planned;
    const started = run.services.now().getTime();
    void emit({ type: "step.start", phase, step, name, argv, background, attempt });
    const output = (stream) => new LineOutput(run.services.masker, (text) => {
        watch?.(text);
        return emit({ type: "output", phase, step, stream, text });
    });
    const note = (line) => void emit({ type: "output", phase, step, stream: "stderr", text: run.services.masker.mask(`forgexec: ${line}`) });
    const running = await start({
        planned,
        environment: environment_stepEnvironment(run, place),
        sandbox: run.sandbox,
        stdout: output("stdout"),
        stderr: output("stderr"),
        signal,
        killSignal: run.services.killSignal,
    });
    const ended = running.exit.then((exit) => {
        attempt_explain(exit, options, note);
        return outcomeOf(exit, { signal, attempt, durationMs: run.services.now().getTime() - started });
    });
    return { running, ended, note };
}
function attempt_explain(exit, { place, signal }, note) {
    const { timeoutMs, idleTimeoutMs } = place.planned;
    if (exit.problem !== null)
        note(exit.problem);
    else if (exit.timedOut === "timeout")
        note(`ended: it ran longer than its timeout of ${(0,lib_spec/* formatDuration */.a3)(timeoutMs ?? 0)}`);
    else if (exit.timedOut === "idle-timeout")
        note(`ended: no output for its idle-timeout of ${(0,lib_spec/* formatDuration */.a3)(idleTimeoutMs ?? 0)}`);
    else {
        const reason = exit.aborted ? stopReason(signal) : null;
        if (reason?.kind === "timeout")
            note(`ended: the ${reason.of} ran longer than its timeout`);
        if (reason?.kind === "background-failed")
            note(`ended: the background step "${reason.name}" failed`);
    }
}
function outcomeOf(exit, about) {
    const { exitCode, signal } = exit;
    const base = { exitCode, signal, durationMs: about.durationMs, attempts: about.attempt };
    if (exit.timedOut !== null)
        return { ...base, result: "timed-out", status: 124 };
    const reason = exit.aborted ? stopReason(about.signal) : null;
    if (reason?.kind === "timeout")
        return { ...base, result: "timed-out", status: 124 };
    if (reason !== null)
        return { ...base, result: "cancelled", status: exit.status };
    return { ...base, result: exit.status === 0 ? "success" : "failure", status: exit.status };
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/bounded.js

const call = new external_node_vm_.Script("call()");
let context;
/**
 * The value of `action`; null where it took longer than `ms` milliseconds and was ended by force. For patterns that a
 * spec brings: a few characters of one can take for ever, and meanwhile nothing else runs, not even a cancellation.
 */
function bounded(action, ms) {
    context ??= (0,external_node_vm_.createContext)({});
    context.call = action;
    try {
        return { value: call.runInContext(context, { timeout: ms }) };
    }
    catch (error) {
        if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
            return null;
        throw error;
    }
    finally {
        context.call = undefined;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/run/readiness.js


/** Pause between two tries, in milliseconds: short at first, since most servers are up soon. */
const PAUSES = [25, 50, 100, 200];
/** One try must not outlast this, in milliseconds, or a server that accepts and never answers would block the check. */
const TRY_BOUND = 2000;
/** Resolves when the step is ready; rejects only when `signal` is aborted. */
async function untilReady(check, signal) {
    for (let attempt = 0;; attempt++) {
        if (await check())
            return;
        await (0,external_node_timers_promises_.setTimeout)(PAUSES[attempt] ?? 250, undefined, { signal });
    }
}
/** Whether the address answers: for http with a status from 200 to 399, for tcp with a connection. */
function probe(ready) {
    return ready.kind === "http" ? answersHttp(ready.url) : answersTcp(ready.host, ready.port);
}
async function answersHttp(url) {
    // Loaded here, since few specs have such a check and every run would pay for it.
    const { get } = url.startsWith("https:") ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    return new Promise((done) => {
        const request = get(url, { agent: false, timeout: TRY_BOUND }, (response) => {
            response.resume();
            done((response.statusCode ?? 0) >= 200 && (response.statusCode ?? 0) < 400);
            request.destroy();
        });
        request.on("timeout", () => request.destroy());
        request.on("error", () => done(false));
        request.on("close", () => done(false));
    });
}
function answersTcp(host, port) {
    return new Promise((done) => {
        const socket = (0,external_node_net_.connect)({ host, port, timeout: TRY_BOUND });
        const finish = (ready) => () => {
            done(ready);
            socket.destroy();
        };
        socket.once("connect", finish(true)).once("timeout", finish(false)).once("error", finish(false));
    });
}

;// CONCATENATED MODULE: ./lib/run/ready.js





/** Waits until a background step is ready, its process is gone, its time is up, or `signal` says that it is over. */
async function awaitReady(options) {
    const { run, place, gone, signal } = options;
    const { ready } = place.planned;
    if (ready === null)
        return "ready";
    const late = AbortSignal.timeout(ready.timeoutMs);
    const end = AbortSignal.any([late, gone, signal]);
    try {
        if (ready.kind === "log")
            await untilLogged(new RegExp(ready.pattern, "m"), options, end);
        else if (ready.kind === "command") {
            const planned = { ...place.planned, argv: ready.words };
            const environment = environment_stepEnvironment(run, place);
            const { sandbox } = run;
            const { killSignal } = run.services;
            await untilReady(() => succeeds({ planned, environment, sandbox, signal: end, killSignal }), end);
        }
        else if (run.sandbox?.untilAnswered)
            await run.sandbox.untilAnswered(ready, end);
        else
            await untilReady(() => probe(ready), end);
        return gone.aborted ? "gone" : "ready";
    }
    catch (error) {
        if (!end.aborted) {
            if (!(error instanceof lib_command.CommandError))
                throw error;
            options.note(`ready.${ready.kind} cannot be asked: ${error.shortMessage}`);
            return "unasked";
        }
        if (signal.aborted)
            return "stopped";
        return gone.aborted ? "gone" : "late";
    }
}
/** How long the pattern may be looked for in one text, in milliseconds. */
const LOOK_BOUND = 500;
function untilLogged(pattern, { listeners, note }, end) {
    return new Promise((resolve, reject) => {
        const stop = (settle) => () => {
            listeners.delete(look);
            end.removeEventListener("abort", fail);
            settle();
        };
        const fail = stop(() => reject(end.reason));
        const found = stop(resolve);
        const look = (text) => {
            const looked = bounded(() => pattern.test(text), LOOK_BOUND);
            if (looked?.value)
                found();
            if (looked !== null)
                return;
            listeners.delete(look);
            note("the pattern of ready.log takes too long to look for in this output, so it is not looked for any more");
        };
        if (end.aborted)
            return fail();
        end.addEventListener("abort", fail);
        listeners.add(look);
    });
}

;// CONCATENATED MODULE: ./lib/run/step.js


/** Runs a foreground step, with its further tries. Emits its events; never rejects for what a command does. */
async function runStep(options) {
    const { run, place, emit, signal } = options;
    if (place.planned.skip !== null || signal.aborted) {
        emitSkipped(emit, place);
        return SKIPPED;
    }
    const began = run.services.now().getTime();
    for (let attempt = 1;; attempt++) {
        const { ended } = await startAttempt({ ...options, attempt });
        const outcome = await ended;
        emitEnd(emit, place, outcome);
        const again = outcome.status !== 0 && attempt <= place.planned.retry && !signal.aborted;
        if (!again)
            return { ...outcome, durationMs: run.services.now().getTime() - began };
    }
}
function emitEnd(emit, { phase, planned }, outcome) {
    const { result, exitCode, signal, durationMs } = outcome;
    void emit({
        type: "step.end",
        phase,
        step: planned.step,
        result,
        exitCode,
        signal,
        durationMs,
        timedOut: result === "timed-out",
    });
}

;// CONCATENATED MODULE: ./lib/run/background.js






/**
 * Starts a background step and waits until it is ready. From then on an end with an error stops the phase at that
 * moment, as does any end before it is ready.
 */
async function startBackground(options) {
    const { run, place, emit, phase, over } = options;
    if (place.planned.skip !== null || phase.signal.aborted) {
        emitSkipped(emit, place);
        return { place, ended: Promise.resolve(SKIPPED) };
    }
    const listeners = new Set();
    const unready = new AbortController();
    const signal = AbortSignal.any([phase.signal, over, unready.signal]);
    const watch = (text) => {
        for (const listener of listeners)
            listener(text);
    };
    const attempt = await startAttempt({ run, place, emit, attempt: 1, signal, watch });
    let state = place.planned.ready === null ? "ready" : "starting";
    const ended = attempt.ended.then((exit) => {
        const outcome = judge(exit, state, phase);
        finish(outcome, { ...options, attempt, state });
        return outcome;
    });
    const ready = await awaitReady({ run, place, listeners, note: attempt.note, gone: goneSignal(attempt), signal });
    if (ready === "ready" && place.planned.ready !== null) {
        state = "ready";
        void emit({ type: "step.ready", phase: place.phase, step: place.planned.step });
    }
    else if (ready === "late" || ready === "unasked") {
        state = ready;
        unready.abort(new Stop({ kind: "phase-over" }));
    }
    if (ready === "late" || ready === "unasked" || ready === "gone")
        await ended;
    return { place, ended };
}
/** A signal that is aborted when the process is gone. */
function goneSignal(attempt) {
    const controller = new AbortController();
    void attempt.running.exit.then(() => controller.abort());
    return controller.signal;
}
function judge(exit, state, phase) {
    if (state === "late")
        return { ...exit, result: "timed-out", status: 124 };
    if (state === "unasked")
        return { ...exit, result: "failure", status: 1 };
    const why = phase.reason?.kind;
    if (exit.result === "cancelled" && why !== "cancelled")
        return { ...exit, result: "success", status: 0 };
    if (exit.result === "success" && state === "starting")
        return { ...exit, result: "failure", status: 1 };
    return exit;
}
/** Says what a failure was, and stops the phase for it. */
function finish(outcome, about) {
    const { attempt, state, place, emit, phase } = about;
    if (state === "late")
        attempt.note(`not ready within ${(0,lib_spec/* formatDuration */.a3)(place.planned.ready?.timeoutMs ?? 0)} (${place.planned.ready?.kind})`);
    else if (outcome.result === "failure" && state !== "unasked") {
        const how = outcome.signal === null ? `ended with exit code ${outcome.exitCode}` : `was ended by ${outcome.signal}`;
        attempt.note(`the background command ${how} ${state === "ready" ? "before the phase was over" : "before it was ready"}`);
    }
    emitEnd(emit, place, outcome);
    const failed = outcome.result === "failure" || outcome.result === "timed-out";
    if (failed && !place.planned.continueOnError)
        phase.stop({ kind: "background-failed", name: place.planned.name });
}

;// CONCATENATED MODULE: ./lib/run/turns.js
/** How much of a waiting step's output is kept, in UTF-16 units, before the step is asked to pause. */
const HELD = 16 * 1024 * 1024;
/**
 * Keeps the events of steps that run at the same time together: the first unfinished step, in the spec's order, is
 * passed through live, the others wait for their turn. A step's start is passed on at once, that of a further try is not.
 */
class Turns {
    #emit;
    #lanes;
    #live = 0;
    constructor(emit, count) {
        this.#emit = emit;
        this.#lanes = Array.from({ length: count }, () => ({ held: [], weight: 0, ended: false, resume: undefined }));
        if (count === 0)
            this.#live = -1;
    }
    /** The writer for the lane `index`, from 0. */
    lane(index) {
        return (event) => {
            const lane = this.#lanes[index];
            const begins = event.type === "step.start" && event.attempt === 1;
            if (lane === undefined || index === this.#live || begins)
                return this.#emit(event);
            lane.held.push(event);
            lane.weight += event.type === "output" ? event.text.length : 0;
            if (lane.weight < HELD)
                return undefined;
            return new Promise((resume) => {
                const earlier = lane.resume;
                lane.resume = () => {
                    earlier?.();
                    resume();
                };
            });
        };
    }
    /** The lane writes nothing more. Where it was the live one, finished ones follow and the next unfinished goes live. */
    end(index) {
        const lane = this.#lanes[index];
        if (lane === undefined)
            return;
        lane.ended = true;
        if (index !== this.#live)
            return;
        for (const other of this.#lanes)
            if (other.ended)
                this.#release(other);
        this.#live = this.#lanes.findIndex((other) => !other.ended);
        const next = this.#lanes[this.#live];
        if (next !== undefined)
            this.#release(next);
    }
    #release(lane) {
        for (const event of lane.held.splice(0))
            void this.#emit(event);
        lane.weight = 0;
        lane.resume?.();
        lane.resume = undefined;
    }
}

;// CONCATENATED MODULE: ./lib/run/phase.js







/** Runs a phase's steps and ends what they left running. Emits all its events but `phase.start`. */
async function runPhase(run, phase) {
    const began = run.services.now().getTime();
    const scope = new Scope(run.signal, { ms: phase.timeoutMs, of: "phase" });
    const outcomes = new Map();
    const failures = [];
    let fault = {};
    const record = ({ planned }, outcome) => {
        outcomes.set(planned.step, outcome);
        const counts = (outcome.result === "failure" || outcome.result === "timed-out") && !planned.continueOnError;
        if (counts)
            failures.push({ step: planned.step, result: outcome.result, status: outcome.status });
    };
    try {
        const entered = await run.packages.enter(phase.phase, scope.signal);
        const ofImage = entered?.madeBy !== undefined && "image" in entered.madeBy;
        const inside = { ...run, session: ofImage && phase.sandbox === null ? null : entered };
        const sandbox = await openSandbox(inside, phase, scope.signal);
        try {
            await runSteps({ run: { ...inside, sandbox }, phase, scope, record, failed: () => failures.length > 0 });
        }
        finally {
            await sandbox?.close().catch((error) => {
                const message = run.services.masker.mask(error.message);
                void run.emit({ type: "warning", code: "sandbox-not-closed", message });
            });
        }
    }
    catch (error) {
        const usage = scope.signal.aborted ? null : usageErrorOf(error);
        if (usage !== null) {
            const { code, why, place } = usage;
            fault = { error: { code, message: run.services.masker.mask(why), place } };
            failures.push({ step: -1, result: "failure", status: 2 });
        }
        for (const planned of phase.steps)
            emitSkipped(run.emit, { phase: phase.phase, planned });
    }
    finally {
        scope.close();
    }
    if (phase.parallel)
        failures.sort((a, b) => a.step - b.step);
    const { result, exitCode } = phase_judge(scope.reason, failures[0]);
    await run.packages.leave(phase.phase, { succeeded: result === "success" });
    const durationMs = run.services.now().getTime() - began;
    const cached = [...outcomes.values()].some((outcome) => outcome.cached === true);
    void run.emit({ type: "phase.end", phase: phase.phase, result, durationMs, cached, ...fault });
    const steps = phase.steps.map((planned) => summarise(planned, outcomes.get(planned.step) ?? SKIPPED));
    return { summary: { phase: phase.phase, result, durationMs, cached, ...fault, steps }, exitCode };
}
/** Not for steps that will not run. */
async function openSandbox(run, phase, signal) {
    const idle = phase.steps.every((planned) => planned.skip !== null || isDone(run, planned));
    if (phase.sandbox === null || idle)
        return null;
    const sandbox = await run.services.openSandbox({ phase, packages: run.session, signal });
    const notice = sandbox?.notice ?? null;
    if (notice !== null)
        void run.emit({ type: "progress", phase: phase.phase, text: run.services.masker.mask(notice) });
    return sandbox;
}
/** The error where it is the user's to mend; any other is a fault of forgexec's own and goes on up. */
function usageErrorOf(error) {
    if (error instanceof errors/* UsageError */.e)
        return error;
    throw error;
}
async function runSteps(running) {
    const { run, phase, scope, record, failed } = running;
    const over = new AbortController();
    const backgrounds = [];
    const together = [];
    const foreground = phase.steps.filter((planned) => !planned.background);
    const turns = new Turns(run.emit, foreground.length);
    const goesOn = run.plan.keepGoing && !isDeploy(phase.phase);
    const foregroundStep = async (place, emit) => record(place, await runStep({ run, place, emit, signal: scope.signal }));
    try {
        for (const planned of phase.steps) {
            const place = { phase: phase.phase, planned };
            if (scope.signal.aborted || (failed() && !goesOn && !phase.parallel)) {
                emitSkipped(run.emit, place);
            }
            else if (isDone(run, planned)) {
                emitSkipped(run.emit, place, CACHED);
                record(place, CACHED);
                if (phase.parallel)
                    turns.end(foreground.indexOf(planned));
            }
            else if (planned.background) {
                const background = await startBackground({ run, place, emit: run.emit, phase: scope, over: over.signal });
                void background.ended.then((outcome) => record(place, outcome));
                backgrounds.push(background);
            }
            else if (phase.parallel) {
                const lane = foreground.indexOf(planned);
                together.push(foregroundStep(place, turns.lane(lane)).finally(() => turns.end(lane)));
            }
            else {
                await foregroundStep(place, run.emit);
            }
        }
        await Promise.all(together);
    }
    finally {
        over.abort(new Stop({ kind: "phase-over" }));
        await Promise.all(backgrounds.map((background) => background.ended));
    }
}
/** Whether the environment came from the cache with all that the step would put into it. */
function isDone(run, planned) {
    return planned.cacheable && planned.skip === null && run.session?.contents === "whole";
}
function phase_judge(reason, failure) {
    if (reason?.kind === "cancelled")
        return { result: "cancelled", exitCode: exitCodeOf(reason.signal) };
    if (reason?.kind === "timeout")
        return { result: "timed-out", exitCode: 124 };
    if (failure === undefined)
        return { result: "success", exitCode: 0 };
    return { result: failure.result, exitCode: failure.status };
}

;// CONCATENATED MODULE: ./lib/run/strays.js




/**
 * The value of FORGEXEC_RUN_ID in every process of a run: who runs it, so that a later run can tell whether it is still
 * alive, and something random. `namespace.pid.start.random`
 */
function createRunId() {
    return [pidNamespace(), process.pid, (0,lib_command.readProcess)(process.pid)?.start ?? "", (0,external_node_crypto_.randomUUID)()].join(".");
}
/** Ends every process that a run left behind, wherever it moved to. `graceMs`: from SIGTERM to SIGKILL. */
async function endStrays(runId, options) {
    await (0,lib_command.killMarked)({ name: RUN_ID, value: runId }, options);
}
/** Ends what runs left running that were killed themselves, so that they could not do it. Linux only. */
async function endStraysOfDeadRuns(options) {
    const dead = (0,lib_command.markedValues)(RUN_ID).filter(isOfDeadRun);
    await Promise.all(dead.map((value) => (0,lib_command.killMarked)({ name: RUN_ID, value }, options)));
}
/** A number of another PID namespace (a container's) says nothing here, so such a run counts as alive. */
function isOfDeadRun(runId) {
    const [namespace, pid, start] = runId.split(".");
    if (!start || namespace !== pidNamespace())
        return false;
    return (0,lib_command.readProcess)(Number(pid))?.start !== start;
}
function pidNamespace() {
    try {
        return (0,external_node_fs_.readlinkSync)("/proc/self/ns/pid").replace(/\D/g, "");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/run/run.js










/**
 * Runs a plan and yields its events, from `run.start` to `run.end`. Commands that fail are results, not errors; an
 * error is thrown only for a fault of forgexec's own. Whoever stops iterating early cancels the run. When the iteration
 * is over no process of the run is left and the user's files are as they were.
 */
async function* run(plan, services) {
    const channel = new Channel();
    const emit = (body) => channel.push(stamped(maskEvent(body, services.masker), services.now()), body.type === "output" ? body.text.length : 1);
    const abandoned = new AbortController();
    // As many commands listen as run at the same time; Node warns of a leak at eleven.
    (0,external_node_events_.setMaxListeners)(0, services.killSignal);
    const signal = AbortSignal.any([services.signal, abandoned.signal]);
    const work = runPlan(plan, services, { emit, signal }).finally(() => channel.close());
    // Whoever iterates gets a failure of it below; until then it must not count as unhandled.
    work.catch(() => undefined);
    try {
        yield* channel;
    }
    finally {
        abandoned.abort();
        await work;
    }
}
/** An event with its fields in the order in which people read them. */
function stamped(body, now) {
    const { type, ...rest } = body;
    return { type, time: now.toISOString(), ...rest };
}
async function runPlan(plan, services, outlets) {
    const { emit } = outlets;
    const spentMs = services.spentMs ?? 0;
    const began = services.now().getTime() - spentMs;
    const { version, spec, stage, directory } = plan;
    void emit({ type: "run.start", version, spec, stage, directory, plan });
    for (const { code, message } of plan.warnings)
        void emit({ type: "warning", code, message });
    const left = plan.timeoutMs === null ? null : plan.timeoutMs - spentMs;
    const scope = new Scope(outlets.signal, { ms: left, of: "run" });
    if (left !== null && left <= 0)
        scope.stop({ kind: "timeout", of: "run" });
    const runId = createRunId();
    const packages = new Packages(plan, services, emit);
    const context = { plan, services, emit, signal: scope.signal, runId, packages, session: null, sandbox: null };
    let outcome;
    let cache;
    await endStraysOfDeadRuns({ graceMs: GRACE_MS, hurry: services.killSignal });
    await packages.recover();
    try {
        outcome = await runPhases(context);
    }
    finally {
        scope.close();
        // A cancelled run has had its grace.
        const graceMs = services.signal.aborted ? 500 : GRACE_MS;
        await endStrays(runId, { graceMs, hurry: services.killSignal });
        cache = await packages.close({ succeeded: outcome?.result === "success" });
    }
    const durationMs = services.now().getTime() - began;
    const { result, exitCode, phases } = outcome;
    void emit({ type: "run.end", result, exitCode, durationMs, phases, cache });
}
/** Runs the phases in order. After a failure the rest is skipped; under `--keep-going` only what would deploy is. */
async function runPhases(run) {
    const phases = [];
    let decisive;
    for (const phase of run.plan.phases) {
        const skip = run.signal.aborted || (decisive !== undefined && (!run.plan.keepGoing || isDeploy(phase.phase)));
        if (skip) {
            phases.push(skipPhase(phase, run.emit));
            continue;
        }
        void run.emit({ type: "phase.start", phase: phase.phase });
        const outcome = await runPhase(run, phase);
        if (outcome.exitCode !== 0)
            decisive ??= outcome;
        phases.push(outcome.summary);
    }
    return { ...verdict(run, decisive), phases };
}
function skipPhase(phase, emit) {
    for (const planned of phase.steps)
        emitSkipped(emit, { phase: phase.phase, planned });
    void emit({ type: "phase.end", phase: phase.phase, result: "skipped", durationMs: 0, cached: false });
    const steps = phase.steps.map((planned) => summarise(planned, SKIPPED));
    return { phase: phase.phase, result: "skipped", durationMs: 0, cached: false, steps };
}
function verdict(run, decisive) {
    if (decisive !== undefined)
        return { result: decisive.summary.result, exitCode: decisive.exitCode };
    const reason = stopReason(run.signal);
    if (reason?.kind === "cancelled")
        return { result: "cancelled", exitCode: exitCodeOf(reason.signal) };
    if (reason?.kind === "timeout")
        return { result: "timed-out", exitCode: 124 };
    return { result: "success", exitCode: 0 };
}

;// CONCATENATED MODULE: ./lib/run/index.js





;// CONCATENATED MODULE: ./lib/build/open.js


/** Makes the environment that a phase's commands get, without running any of them: for `shell` and `exec`. */
async function openBuild(options) {
    const { plan, services, note, signal, argv, prepareSandbox } = options;
    const phase = phaseOf(plan, options.phase);
    for (const line of await prepareSandbox(phase))
        note(line);
    for (const line of await recovered(services))
        note(line);
    const session = plan.needsPython
        ? await services.openPackages({ note, warn: (_code, message) => note(message), signal, phases: [] })
        : null;
    let sandbox = null;
    try {
        await session?.enterPhase(phase.phase);
        if (phase.sandbox !== null)
            sandbox = await services.openSandbox({ phase, packages: session, signal });
        if (sandbox !== null && sandbox.notice !== null)
            note(sandbox.notice);
        return {
            environment: phaseVariables({
                services,
                session,
                sandbox,
                phase,
                values: phase.environment,
                ...(argv === undefined ? {} : { argv }),
            }),
            workingDirectory: plan.directory,
            session,
            sandbox,
            close: async () => {
                await sandbox?.close();
                await session?.close();
            },
        };
    }
    catch (error) {
        await sandbox?.close();
        await session?.close();
        throw error;
    }
}
/** What was put right of runs that were killed; a fault there is no reason not to go on. */
async function recovered(services) {
    try {
        return await services.recover();
    }
    catch (error) {
        return [`What a killed run left could not be put right: ${error.message}`];
    }
}
/** The named phase; without a name the last one that delivers nothing, where tests and programs run. */
function phaseOf(plan, name) {
    const found = name === undefined ? plan.phases.findLast(({ phase }) => !phase.includes("/")) : undefined;
    const phase = found ?? plan.phases.find((other) => other.phase === name) ?? (name === undefined ? plan.phases[0] : undefined);
    if (phase !== undefined)
        return phase;
    throw new errors/* UsageError */.e("unknown-phase", `${plan.spec} has no phase "${name}" in the stage "${plan.stage}"; it has ${plan.phases.map((other) => other.phase).join(", ")}.`);
}

// EXTERNAL MODULE: ./lib/cache/index.js + 17 modules
var cache = __webpack_require__(1378);
;// CONCATENATED MODULE: ./lib/build/package-cache.js





const FRESHNESS = "3d";
const WORDS = { true: "read-write", false: "off", "read-only": "read-only" };
/** How a run uses the package cache. A UsageError for a freshness that is no duration. */
function packageCacheOf(options) {
    const { choice, context, stage, machine, cacheDirectory, warn } = options;
    const { use = "auto", prefix = "", freshness = FRESHNESS, mount = "auto", saving = "at-end" } = choice;
    const shared = choice.shared?.(warn);
    const selfHosted = machine.environment.RUNNER_ENVIRONMENT === "self-hosted";
    const environments = shared ?? new cache/* DirectoryCache */.Q((0,external_node_path_.join)(cacheDirectory, "store"), { warn });
    return {
        use: use === "auto" ? packageCacheUse(context, stage) : WORDS[use],
        environments,
        // A machine that is kept keeps its cache directory.
        packages: selfHosted ? null : (shared ?? null),
        saving,
        prefix,
        freshnessMs: freshnessOf(freshness),
        mounting: mount === "true" || (mount === "auto" && !selfHosted) ? "allowed" : "never",
    };
}
function freshnessOf(text) {
    const milliseconds = (0,lib_spec/* parseDuration */.E9)(text);
    if (milliseconds !== undefined)
        return milliseconds;
    throw new errors/* UsageError */.e("invalid-freshness", `The freshness "${text}" is not a duration such as 12h, 3d or 0.`);
}

// EXTERNAL MODULE: ./lib/packages/find-interpreter.js + 2 modules
var find_interpreter = __webpack_require__(65);
// EXTERNAL MODULE: ./lib/files.js
var lib_files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/packages/probe.js + 1 modules
var packages_probe = __webpack_require__(6153);
// EXTERNAL MODULE: ./lib/packages/version-request.js
var version_request = __webpack_require__(2241);
;// CONCATENATED MODULE: ./lib/packages/image-python.js







const PROBE_TIMEOUT_MS = 60_000;
const MAKE_TIMEOUT_MS = 180_000;
/** Also the index that its pip, or the one of its ensurepip, has built in, and who it runs as. */
const IMAGE_PROBE = `${packages_probe/* PROBE */.v}
wheel = bundled()
if wheel:
    sys.path.append(wheel)
try:
    from pip._internal.models.index import PyPI
    print(PyPI.simple_url)
except Exception:
    print("")
print(json.dumps({"uid": os.getuid(), "gid": os.getgid(), "home": os.path.expanduser("~")}))
`;
/** The image's Python, by its own answer, which is kept: the same digest, the same Python. @throws UsageError `no-python` where it has none, or not the one that is asked for */
async function findImagePython(image, search) {
    const { request, cacheDirectory } = search;
    const parts = request === null ? [] : (0,version_request/* versionParts */.VJ)(request);
    const minor = parts === null || parts.length < 2 ? [] : [`python${parts.slice(0, 2).join(".")}`];
    const names = parts === null ? [request ?? ""] : [...minor, "python3", "python"];
    const memo = memoOf(image, search);
    const kept = await recall(memo);
    if (kept !== null)
        return kept;
    const found = [];
    for (const name of names) {
        const interpreter = await ask(image, name, search.signal);
        if (interpreter === null)
            continue;
        if (parts !== null && !(0,version_request/* matchesVersion */.y1)(interpreter.version, parts)) {
            found.push(interpreter.version);
            continue;
        }
        await (0,promises_.mkdir)((0,external_node_path_.join)(cacheDirectory, "interpreters"), { recursive: true, mode: 0o700 })
            .then(() => (0,lib_files/* writeAtomically */.vK)(memo, JSON.stringify(interpreter)))
            .catch(() => undefined);
        return interpreter;
    }
    const wanted = request === null ? "" : ` ${request}`;
    const others = found.length === 0 ? "" : ` (it has ${found.join(", ")})`;
    throw new errors/* UsageError */.e("no-python", `The image ${image.name} has no Python${wanted}${others}. Name another image, or leave out what asks for it.`);
}
/** Whether `findImagePython` knows the answer without running anything. */
async function isImagePythonKnown(image, search) {
    return (await recall(memoOf(image, search))) !== null;
}
function memoOf({ id }, { request, cacheDirectory }) {
    return (0,external_node_path_.join)(cacheDirectory, "interpreters", `image-${digest(`${id} ${request ?? ""}`)}.json`);
}
async function ask(image, name, signal) {
    try {
        const text = await image.run([name, "-I", "-c", IMAGE_PROBE], {
            writable: [],
            timeoutMs: PROBE_TIMEOUT_MS,
            signal,
        });
        const [answer = "", index = "", user = ""] = text.trim().split("\n");
        const interpreter = JSON.parse(answer);
        const builtInIndex = index.startsWith("http") ? index : null;
        const known = { ...interpreter, image: { id: image.id, builtInIndex, user: JSON.parse(user) } };
        return isSound(known) ? known : null;
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        return null;
    }
}
/** What an image says of itself becomes parts of paths on this machine. */
function isSound({ version, implementation, build, executable, image }) {
    const { uid, gid, home } = image?.user ?? {};
    return (/^\d+\.\d+[\w.+-]*$/.test(version) &&
        /^\w+$/.test(implementation) &&
        [build, executable].every((text) => typeof text === "string") &&
        [uid, gid].every((id) => Number.isSafeInteger(id)) &&
        typeof home === "string" &&
        (0,external_node_path_.isAbsolute)(home));
}
async function recall(path) {
    try {
        const kept = JSON.parse((await (0,lib_files/* readIfThere */.qC)(path)) ?? "null");
        return kept !== null && isSound(kept) ? kept : null;
    }
    catch {
        return null;
    }
}
/**
 * Makes a virtual environment at `path` by the image's Python, with the pip that the image brings.
 *
 * @throws UsageError `no-environment` with Python's own words, or where the engine gives its files to another user
 */
async function makeInImage(image, about) {
    const { path, interpreter, pip, signal } = about;
    if (pip !== "newest" && pip !== "bundled") {
        throw new errors/* UsageError */.e("no-pip", `pypi.pip: an environment of the image ${image.name} has the pip that the image brings. Leave it out, or install pip==${pip} in install.`);
    }
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
    const owner = ownerIn(image, interpreter);
    if (owner !== null)
        await (0,promises_.lchown)(path, owner.uid, owner.gid);
    const without = interpreter.bundledPip === null ? ["--without-pip"] : [];
    try {
        const argv = [interpreter.executable, "-I", "-m", "venv", ...without, path];
        await image.run(argv, { writable: [path], timeoutMs: MAKE_TIMEOUT_MS, signal });
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        throw new errors/* UsageError */.e("no-environment", `The Python of the image ${image.name} could not make the build's environment: ${error.message.slice(-2000)}`, { cause: error });
    }
    const made = await (0,promises_.stat)((0,external_node_path_.join)(path, "pyvenv.cfg")).catch(() => null);
    const uid = owner?.uid ?? process.getuid?.() ?? 0;
    if (made?.uid === uid)
        return;
    throw new errors/* UsageError */.e("no-environment", `The container engine gives what is made in ${image.name} to another user, so that no environment can be kept. Use podman without root's rights, or run forgexec as root.`);
}
/** Whose files have to be what commands in the image are to read and write; null: whoever runs this, as ever. */
function ownerIn(image, { image: of }) {
    const user = of?.user;
    return image?.files !== "users" || user === undefined || user.uid === 0 ? null : user;
}
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 32);
}

// EXTERNAL MODULE: ./lib/packages/kept-image.js
var kept_image = __webpack_require__(1713);
;// CONCATENATED MODULE: ./lib/packages/compiled.js



/** Less than this takes Python no time to compile again. */
const LEAST_BYTES = 256 * 1024;
/**
 * Whether Python has compiled modules of the environment since `since` (milliseconds since the epoch), so many that they
 * are worth keeping, and nothing else in it was written to. A file's time of change cannot be set by whoever writes to it.
 * Ten thousand files take 0.2 s.
 */
async function hasOnlyCompiled(environment, since) {
    const found = { compiledBytes: 0, changed: false };
    await look(environment, { since, found });
    return !found.changed && found.compiledBytes >= LEAST_BYTES;
}
async function look(folder, { since, found }) {
    const compiled = folder.endsWith("__pycache__");
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        if (found.changed)
            return;
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            await look(path, { since, found });
        else {
            // As in `fullFingerprint`: a call that waits takes a third of the time.
            const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
            if (stats !== undefined && stats.ctimeMs <= since)
                continue;
            if (compiled && entry.isFile() && entry.name.endsWith(".pyc"))
                found.compiledBytes += stats?.size ?? 0;
            else
                found.changed = true;
        }
    }
}

;// CONCATENATED MODULE: ./lib/packages/environment-key.js

const FORMAT = 1;
const PART_LENGTH = 8;
/** What tells the environments of one project apart from those of others, and from another format's. */
function keyPrefix(options) {
    const { prefix, project } = options;
    return `${environment_key_plain(prefix)}forgexec-env-${FORMAT}-${environment_key_plain(project).slice(0, 120)}-`;
}
/**
 * The key of an environment in a store: short hashes of all that it depends on, one for each part, so that two keys tell
 * which parts differ. At most 512 characters without commas, as the Actions cache wants it.
 */
function environmentKey(parts, prefix) {
    const hashes = Object.values(parts).map((text) => (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, PART_LENGTH));
    return prefix + hashes.join("");
}
/** The parts of `parts` that the environment of another key of the same prefix does not share; empty: it can't be told. */
function differingParts(parts, prefix, other) {
    const own = environmentKey(parts, prefix).slice(prefix.length);
    const theirs = other.slice(prefix.length);
    if (!other.startsWith(prefix) || theirs.length !== own.length)
        return [];
    return Object.keys(parts).filter((_, index) => {
        const from = index * PART_LENGTH;
        return own.slice(from, from + PART_LENGTH) !== theirs.slice(from, from + PART_LENGTH);
    });
}
/** The freshness window that a moment lies in. `freshnessMs`: its length, in ms; 0: there is none. */
function freshnessWindow(now, freshnessMs) {
    return freshnessMs > 0 ? `${freshnessMs}/${Math.floor(now / freshnessMs)}` : "";
}
function environment_key_plain(text) {
    return text.replace(/[^\w.-]+/g, "_");
}

;// CONCATENATED MODULE: ./lib/packages/exposed.js


// Beside the environment: what lies in it is whatever the commands of a sandbox made of it, its stamp too.
function markOf(environment) {
    return `${environment}.exposed`;
}
/** Notes that commands of a sandbox can write to the environment of this key from now on. */
async function markExposed(environment, key) {
    await (0,promises_.writeFile)(markOf(environment), key, { mode: 0o600 });
}
/** Its key, if they could since it was made or restored; null: they could not. */
async function exposedKey(environment) {
    return (0,lib_files/* readIfThere */.qC)(markOf(environment));
}
/** It is made anew, or was restored. */
async function clearExposed(environment) {
    await (0,promises_.rm)(markOf(environment), { force: true });
}

// EXTERNAL MODULE: ./lib/packages/give-to.js
var give_to = __webpack_require__(7460);
// EXTERNAL MODULE: ./lib/packages/image/index.js + 11 modules
var packages_image = __webpack_require__(7108);
// EXTERNAL MODULE: ./lib/packages/pip-wheel.js
var pip_wheel = __webpack_require__(918);
// EXTERNAL MODULE: ./lib/packages/python.js
var packages_python = __webpack_require__(5163);
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







const make_environment_MAKE_TIMEOUT_MS = 120_000;
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
    const wheel = await (0,pip_wheel/* pipWheel */.X)(request);
    if (wheel === null && request.index === "unnamed") {
        throw new errors/* UsageError */.e("no-pip", `${interpreter.executable} has neither pip nor ensurepip, and no index is named. Install pip for it (on Debian: python3-pip or python3-venv), or give pypi.index-url or PIP_INDEX_URL.`);
    }
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const call = { environment: request.environment, cwd: (0,external_node_os_.tmpdir)(), timeoutMs: make_environment_MAKE_TIMEOUT_MS, signal };
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

// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/packages/fingerprint.js




const TELLING = /\.(dist-info|egg-info|egg-link|pth)$/;
/**
 * A hash that changes when a distribution was installed into, updated in or removed from the environment: names and
 * times, in seconds, of site-packages' dist-info, egg-info, egg-link and pth entries. Null: there is no site-packages.
 */
function fingerprint(environment, platform) {
    return overPackages(environment, platform, async (site, names, hash) => {
        const telling = names.filter((name) => TELLING.test(name)).sort();
        const times = await Promise.all(telling.map(async (name) => wholeSeconds(await (0,promises_.stat)((0,external_node_path_.join)(site, name)).catch(() => null))));
        hash.update(JSON.stringify([site, telling, times]));
    });
}
/**
 * As `fingerprint`, but it changes with the size or time of any file in site-packages, however it was written to. What
 * Python compiles while modules are imported does not count. Ten thousand files take 0.2 s.
 */
function fullFingerprint(environment, platform) {
    return overPackages(environment, platform, (site, _names, hash) => addFolder(site, hash));
}
async function overPackages(environment, platform, add) {
    const folders = platform === "win32" ? [(0,external_node_path_.join)(environment, "Lib")] : await librariesOf(environment);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let seen = 0;
    for (const folder of folders) {
        const site = (0,external_node_path_.join)(folder, "site-packages");
        const names = await (0,promises_.readdir)(site).catch(() => null);
        if (names === null)
            continue;
        seen++;
        await add(site, names, hash);
    }
    return seen === 0 ? null : hash.digest("hex");
}
async function addFolder(folder, hash) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    entries.sort((left, right) => (left.name < right.name ? -1 : 1));
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.name === "__pycache__")
            continue;
        if (entry.isDirectory())
            await addFolder(path, hash);
        else {
            // A call that waits takes a third of the time of one that does not, and nothing else happens meanwhile.
            const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
            hash.update(JSON.stringify([path, stats?.size, wholeSeconds(stats ?? null)]));
        }
    }
}
// What came out of an image has lost the fractions.
function wholeSeconds(stats) {
    return Math.floor((stats?.mtimeMs ?? 0) / 1000);
}
async function librariesOf(environment) {
    const folder = (0,external_node_path_.join)(environment, "lib");
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.sort().map((name) => (0,external_node_path_.join)(folder, name));
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/packages/requirement-sources.js
const REQUIREMENTS = /\.(?:txt|in|pip|list)$/;
const LOCK = /\.lock$/;
/** What stands behind it is a folder or a repository, whatever it is called. */
const EDITABLE = /^\s*(?:-e|--editable)(?:\s|=)*/;
const ARCHIVE = /\.(?:whl|zip|tar(?:\.\w+)?|tgz)$/i;
/** In locks of uv, poetry and pdm: packages from a folder beside the project itself, which its own options leave out. */
const LOCKED_FOLDERS = [
    /\bsource = \{ (?:editable|directory|path) = "(?!\.")/,
    /^type = "(?:directory|file)"$/m,
    /^path = "/m,
];
const LOCKED_URLS = [/\bsource = \{ (?:git|url) = "/, /^type = "(?:git|url)"$/m, /^git = "/m];
/** What a requirements file or a lock installs from, the farthest from an index that it names; for other files `index`. */
function packageSource(file, content) {
    if (LOCK.test(file)) {
        const text = content.toString("latin1");
        if (LOCKED_FOLDERS.some((pattern) => pattern.test(text)))
            return "folder";
        return LOCKED_URLS.some((pattern) => pattern.test(text)) ? "url" : "index";
    }
    return farthest(requirementsIn(file, content).map(sourceOf));
}
/** The farthest from an index. */
function farthest(sources) {
    if (sources.includes("folder"))
        return "folder";
    return sources.includes("url") ? "url" : "index";
}
/** The archives of this machine that a requirements file names: relative ones start from where pip runs. */
function archivesIn(file, content) {
    return requirementsIn(file, content)
        .filter((requirement) => sourceOf(requirement) === "folder")
        .map((requirement) => requirement.replace(/^.*?@\s*/, "").replace(/^file:(?:\/\/)?/, ""))
        .filter((path) => ARCHIVE.test(path));
}
// pip's requirements file format: options, comments, markers and hashes are not what is installed.
function requirementsIn(file, content) {
    if (!REQUIREMENTS.test(file))
        return [];
    const lines = content.toString("utf8").split(/[\r\n]+/);
    return lines
        .map((line) => line.replace(/(?:^|\s)#.*$/, "").replace(EDITABLE, "./"))
        .map((line) => line.replace(/\s+--.*$|\s+;.*$|\s*\\$/g, "").trim())
        .filter((line) => line !== "" && !line.startsWith("-"));
}
// pip's rule: what has a separator, begins with a dot, ends like an archive, or is a URL, is no name on an index.
function sourceOf(requirement) {
    const name = requirement.replace(/;.*$/, "").trim();
    if (!/[/\\@:]|^\./.test(name) && !ARCHIVE.test(name))
        return "index";
    return name.includes("://") && !/\bfile:/i.test(name) ? "url" : "folder";
}

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
const install_inputs_SKIPPED = new Set([".git", ".hg", ".forge", "node_modules", ".venv", "venv", ".tox", ".nox", "__pycache__"]);
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
 * which the commands, or `further` words, name and what requirements files include. Bounded: a large tree is read only near its root.
 */
async function installInputs(directory, install, further = []) {
    const words = wordsOf(install).slice(0, MAX_FILES);
    const declared = install?.inputs;
    const patterns = Array.isArray(declared) ? declared.filter((each) => typeof each === "string") : USUAL;
    const found = await walk(directory, picomatch([...patterns], { dot: true }));
    const named = [...words, ...further]
        .map((word) => (0,external_node_path_.resolve)(directory, word))
        .filter((path) => mayBeInput(directory, path));
    // What the commands name comes first: it counts however much else there is.
    const contents = await readAll([...named, ...found], directory);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const [file, content] of [...contents].sort(([left], [right]) => (left < right ? -1 : 1)))
        hash.update(JSON.stringify([(0,external_node_path_.relative)(directory, file), content.length])).update(content);
    const filesFrom = farthest([...contents].map(([file, content]) => packageSource(file, content)));
    const fromPath = words.some(installsPath) || filesFrom === "folder";
    return { hash: hash.digest("hex"), fromPath: fromPath ? "yes" : "no", filesFrom };
}
async function readAll(files, directory) {
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
        const archives = archivesIn(file, content).map((path) => (0,external_node_path_.resolve)(directory, path));
        for (const other of [...includedBy(file, content), ...archives].slice(0, MAX_FILES))
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
    return (word === "-e" || word === "--editable" || /^\.{1,2}(\/|$|\[)/.test(word) || PROJECT_INSTALLERS.has((0,external_node_path_.basename)(word)));
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
                if (entry.isDirectory() && !install_inputs_SKIPPED.has(entry.name))
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
    const matched = bounded(() => files.filter(wanted), MATCH_BOUND);
    if (matched !== null)
        return matched.value;
    throw new errors/* UsageError */.e("slow-pattern", "install.inputs: a pattern takes too long to compare with the project's files. Write it with fewer `*` and alternatives.");
}

// EXTERNAL MODULE: ./lib/packages/system.js
var system = __webpack_require__(4016);
;// CONCATENATED MODULE: ./lib/packages/stamp.js









const STAMP_FORMAT = 4;
/** The key of the environment as it would be made now, and where the files that it depends on install from. */
async function stampKey(source) {
    const { interpreter, inputs, platform } = source;
    const files = await installInputs(source.directory, inputs.install, source.choices.flatMap(([, value]) => value.split(/\s+/)));
    const parts = {
        "forgexec's format of environments": String(STAMP_FORMAT),
        "the system": `${(0,system/* systemRelease */.z)(platform)} ${(0,system/* processorLevel */.d)()}`,
        "the user": String(process.getuid?.() ?? ""),
        "the environment's path": source.path,
        "the Python interpreter": stamp_digest([
            interpreter.version,
            interpreter.implementation,
            interpreter.build,
            interpreter.base,
        ]),
        // Always there, or keys with and without one could not be compared part by part.
        "the image": interpreter.image?.id ?? "",
        "python in the spec": stamp_digest(inputs.python),
        "pypi in the spec": stamp_digest(inputs.pypi),
        "install in the spec": stamp_digest(inputs.install),
        "a variable that install depends on": stamp_digest(source.choices),
        "a file that install depends on": files.hash,
        "the project's folder": files.fromPath === "yes" ? source.directory : "",
        "the freshness window": source.window,
    };
    return { parts, filesFrom: files.filesFrom };
}
/**
 * Looks at the environment at `source.path`: whether it is that of `key`, and as install left it. No Python is started.
 * `distributions`: for what has just come out of an image.
 */
async function standing(source, key, closeness) {
    const stamp = await readStamp(source.path);
    // An image's Python is none of this machine's, so the environment's link to it leads nowhere here.
    const look = source.interpreter.image === undefined ? promises_.stat : promises_.lstat;
    const python = await look(pythonOf(source.path, source.platform)).catch(() => null);
    if (stamp === null || python === null)
        return { state: "missing" };
    const changed = differences(key, stamp.key);
    const same = changed.length === 0 || (stamp.after !== undefined && differences(key, stamp.after).length === 0);
    if (!same)
        return { state: "outdated", reason: `${changed.join(" and ")} changed since it was made` };
    if (stamp.fingerprint !== (await fingerprint(source.path, source.platform)))
        return { state: "outdated", reason: "its packages were changed after install" };
    if (closeness === "files" && stamp.files !== (await fullFingerprint(source.path, source.platform)))
        return { state: "outdated", reason: "files of its packages were changed after install" };
    return { state: "valid" };
}
function differences(key, other) {
    return Object.keys(key).filter((part) => other[part] !== key[part]);
}
/**
 * Says that the environment is whole. The last thing that is written to it. Installing may have written a file that it
 * depends on, such as a lock: then it is that of the key before and of the one after. `distributions`: for an environment
 * that is gone after the run.
 */
async function writeStamp(source, key, closeness) {
    const { parts } = await stampKey(source);
    const after = differences(key, parts).length === 0 ? {} : { after: parts };
    const { path, platform } = source;
    const files = closeness === "files" ? { files: await fullFingerprint(path, platform) } : {};
    const stamp = { key, ...after, fingerprint: await fingerprint(path, platform), ...files };
    await (0,lib_files/* writeAtomically */.vK)(stampPath(source.path), `${JSON.stringify(stamp, null, 2)}\n`);
}
/** When the environment was whole, in milliseconds since the epoch; null: it is not. */
async function stampedAt(path) {
    return (await (0,promises_.stat)(stampPath(path)).catch(() => null))?.ctimeMs ?? null;
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
        const stamp = JSON.parse((await (0,read_file/* readText */.y)(stampPath(path))) ?? "null");
        return stamp?.key && typeof stamp.key === "object" ? stamp : null;
    }
    catch {
        return null;
    }
}
function stamp_digest(value) {
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
 * Sees to it that an environment stands at `source.path` that is not there, or not that of `key`: makes a new one. Without
 * `install` among the phases an outdated one stays as it is, since nothing would fill a new one.
 */
async function prepareEnvironment(source, options, found) {
    const { note } = options;
    const { key, now } = found;
    const installs = options.phases.includes("install");
    const filled = hasInstall(source.inputs.install);
    if (now.state === "outdated" && filled && !installs) {
        note(`The environment is used as it stands, although ${now.reason}. Run the install phase to bring it up to date.`);
        return;
    }
    if (now.state === "outdated")
        note(`The environment is made anew: ${now.reason}.`);
    await removeStamp(source.path);
    if (options.image !== undefined) {
        const { interpreter, path } = source;
        const pip = options.pypi?.pip ?? "newest";
        await makeInImage(options.image, { path, interpreter, pip, signal: options.signal });
    }
    else
        await makeEnvironment({
            path: source.path,
            interpreter: source.interpreter,
            pip: options.pypi?.pip ?? "newest",
            index: options.pypi?.indexUrl || options.environment.PIP_INDEX_URL ? "named" : "unnamed",
            cacheDirectory: options.cacheDirectory,
            network: options.network,
            environment: options.environment,
            platform: options.platform,
            note,
            signal: options.signal,
        });
    if (!filled)
        await writeStamp(source, key, "files");
    else if (!installs)
        note("The environment is empty: it was not there, and install is not among the phases. Run the install phase first.");
}

// EXTERNAL MODULE: ./lib/packages/slot.js
var packages_slot = __webpack_require__(9937);
;// CONCATENATED MODULE: ./lib/packages/build-environment.js











/** The build's Python environment for the length of a run: kept, restored or made; packed after install, and again with what was compiled since; saved at the end. */
class BuildEnvironment {
    key;
    origin;
    /** Whether it holds all that install puts into it. */
    contents;
    savedKey = null;
    packedBytes = 0;
    #source;
    #parts;
    #cache;
    #place;
    #exposed = false;
    constructor(parts) {
        this.key = parts.key;
        this.origin = parts.origin;
        this.contents = parts.contents;
        this.#source = parts.source;
        this.#parts = parts.parts;
        this.#cache = parts.cache;
        this.#place = parts.place;
    }
    /** Sees to it that an environment stands at `source.path`. `beforeMaking`: called where a new one has to be made. */
    static async open(source, options, beforeMaking) {
        const cache = options.cache ?? null;
        await (0,packages_image/* clearPlace */.xy)(source.path);
        const { parts, filesFrom } = await stampKey(source);
        const key = build_environment_keyOf(parts, source, options);
        const place = {
            environment: source.path,
            platform: source.platform,
            python: options.image === undefined ? "machine" : "image",
            signal: options.signal,
            note: options.note,
            warn: options.warn ?? ((_code, message) => options.note(message)),
        };
        const origin = await originOf({ source, parts, key, cache, place, options, beforeMaking });
        const contents = cache !== null && origin.kind !== "made" && filesFrom === "index" ? "whole" : "unknown";
        return new BuildEnvironment({ key, origin, contents, source, parts, cache, place });
    }
    /** Variables for its commands. A mount is a file system of its own, to which uv could not link from its cache. */
    variables(machine) {
        return this.#isMounted && !machine.UV_LINK_MODE ? { UV_LINK_MODE: "copy" } : {};
    }
    /** Whether it came from an image that a failed run left beside it. */
    get #isLeft() {
        return this.origin.kind === "restored" && this.origin.from.where === "beside";
    }
    get #isMounted() {
        return this.origin.kind === "restored" && this.origin.from.image.way === "mounted";
    }
    /** While install runs the environment counts as unfinished. */
    beginInstall() {
        return removeStamp(this.#source.path);
    }
    /** Commands of a sandbox get to write to it. What is mounted goes with the run; and install's own work counts where it is kept. */
    async expose(phase) {
        if (this.#isMounted || (phase === "install" && this.#cache?.use === "read-write"))
            return;
        this.#exposed = true;
        await markExposed(this.#source.path, this.key);
    }
    /** Install has succeeded: says so, and packs what is not in the store yet, before anything else writes to it. */
    async installed() {
        await writeStamp(this.#source, this.#parts, this.#isMounted ? "distributions" : "files");
        if (this.#cache?.use !== "read-write" || this.origin.kind !== "made")
            return;
        const image = await (0,kept_image/* packForStore */.gt)(this.#place);
        this.packedBytes = image?.bytes ?? 0;
    }
    /** Takes mounts away; saves what was packed, or gives it as still to be saved. `outcome`: of the whole run. */
    async close(outcome) {
        if (this.origin.kind === "restored")
            await this.origin.from.image.close();
        const { path } = this.#source;
        const unsaved = this.packedBytes > 0 || this.#isLeft;
        if (!unsaved || !outcome.succeeded || this.#cache?.use !== "read-write") {
            // The environment itself will not be taken again, but what it was after install may be.
            if (unsaved && (this.#exposed || this.#isLeft))
                await (0,kept_image/* leaveImage */.LR)(path, this.key);
            else
                await (0,kept_image/* dropAbandonedImage */.Pj)(path);
            return [];
        }
        if (await this.#hasCompiledMore()) {
            this.packedBytes = (await (0,kept_image/* packForStore */.gt)(this.#place))?.bytes ?? 0;
            if (this.packedBytes === 0)
                return [];
        }
        const paths = (0,kept_image/* imagePaths */.uz)(path);
        if (this.#cache.saving === "later") {
            await (0,kept_image/* leaveImage */.LR)(path, this.key);
            return [{ what: "environment", key: this.key, paths }];
        }
        const saved = await this.#cache.environments.save(this.key, paths);
        this.savedKey = saved?.key ?? null;
        await (0,kept_image/* dropImage */.zd)(path);
        return [];
    }
    /**
     * Whether the image is to be packed again, now with what Python compiled when the later phases imported it: with many
     * packages that takes longer than all else of a second run. What commands of a sandbox left never is.
     */
    async #hasCompiledMore() {
        const { path } = this.#source;
        if (this.packedBytes === 0 || this.#exposed)
            return false;
        const since = await stampedAt(path);
        if (since === null || !(await hasOnlyCompiled(path, since)))
            return false;
        return (await standing(this.#source, this.#parts, "files")).state === "valid";
    }
}
/** The key of the environment in slot 0, for showing it; nothing is made. */
async function previewKey(source, options) {
    return build_environment_keyOf((await stampKey(source)).parts, source, options);
}
function build_environment_keyOf(parts, source, options) {
    return environmentKey(parts, prefixOf(source, options));
}
function prefixOf(source, options) {
    return keyPrefix({
        prefix: options.cache?.prefix ?? "",
        project: (0,packages_slot/* slotName */.M8)({ ...options, directory: source.directory }),
    });
}
async function originOf(search) {
    const { source, parts, key, cache, place, options } = search;
    const exposed = await exposedKey(source.path);
    const usable = cache?.use !== "off" && exposed === null;
    const now = usable ? await standing(source, parts, "files") : { state: "missing" };
    if (now.state === "valid")
        return { kind: "kept" };
    if (cache !== null && cache.use !== "off") {
        const began = performance.now();
        const from = (await (0,kept_image/* takeLeft */.$M)(key, cache, place)) ?? (await (0,kept_image/* takeFromStore */.Rf)(key, cache, place));
        if (from !== null)
            await (0,give_to/* giveTo */.j)(source.path, ownerIn(options.image, source.interpreter));
        if (from !== null && (await isWhole(search, from))) {
            await clearExposed(source.path);
            return { kind: "restored", from, restoredMs: Math.round(performance.now() - began) };
        }
    }
    const reason = cache === null || cache.use === "off" ? null : await build_environment_reasonOf(search, { exposed, now });
    await search.beforeMaking();
    if (now.state === "missing")
        await clearExposed(source.path);
    await prepareEnvironment(source, options, { key: parts, now });
    return { kind: "made", reason };
}
/** An image says of itself what it holds; one that does not hold what its key says is of no use. */
async function isWhole({ source, parts, place }, from) {
    if ((await standing(source, parts, "distributions")).state === "valid")
        return true;
    await from.image.close();
    await (0,promises_.rm)(source.path, { recursive: true, force: true });
    place.warn("environment-not-restored", "The kept environment is not what its key says; it is made anew.");
    return false;
}
/** Why neither the environment in its place nor one that was kept is that of the key: which part of it changed, else what became of it. */
async function build_environment_reasonOf({ source, parts, cache, options }, { exposed, now }) {
    const prefix = prefixOf(source, options);
    const other = exposed ?? (await cache?.environments.find(prefix, (0,kept_image/* imagePaths */.uz)(source.path)));
    const changed = other ? differingParts(parts, prefix, other) : [];
    if (changed.length > 0)
        return `${changed.join(" and ")} changed`;
    if (exposed !== null)
        return "the environment that is there may have been changed by commands of a sandbox";
    if (now.state === "outdated")
        return now.reason;
    return other ? "the environment that is there could not be used" : "no environment of this project is there yet";
}

// EXTERNAL MODULE: ./lib/packages/clients/index.js + 26 modules
var clients = __webpack_require__(3846);
// EXTERNAL MODULE: ./lib/packages/files-below.js
var files_below = __webpack_require__(8158);
;// CONCATENATED MODULE: ./lib/packages/package-store.js




const package_store_FORMAT = 1;
const HOLDS_FILES = /^[0-9a-f]{64}$/;
/** More than this is not carried from machine to machine: a service gives a repository 10 GB in all. */
const MOST_BYTES = 2 * 1024 ** 3;
/** The clients by what their caches cost to fill again: downloads before what was built. */
const CHEAPEST_FIRST = ["poetry", "pdm", "uv", "pip"];
/** What changes without anything new being there. */
const RESTLESS = /^(?:pip\/(?:http(?:-v2)?|selfcheck)\/|uv\/(?:interpreter|\.tmp|simple)|.*\.lock$)/;
/** What the index and the clients keep in the cache directory, carried from machine to machine by a store. */
class PackageStore {
    #store;
    #prefix;
    #cacheDirectory;
    #clients;
    #mostBytes;
    #restored = null;
    #origin = "nothing";
    #asked;
    /** `tag`: the machines that may share what was built. `mostBytes`: of all that is kept. */
    constructor(options) {
        const { store, prefix, cacheDirectory, tag, mostBytes = MOST_BYTES } = options;
        this.#store = store;
        this.#prefix = `${prefix}forgexec-packages-${package_store_FORMAT}-${tag}-`;
        this.#cacheDirectory = cacheDirectory;
        this.#clients = (0,external_node_path_.join)(cacheDirectory, "clients", tag);
        this.#mostBytes = mostBytes;
    }
    /**
     * Fetches what the newest run of this prefix left; once. What an earlier step of the job has left is not replaced: it is
     * that and more, and still to be saved. A fault is the store's to tell of, and a miss.
     */
    restore(signal) {
        this.#asked ??= (async () => {
            if ((await this.#contents()).length > 0) {
                this.#origin = "earlier step";
                return;
            }
            const options = signal === undefined ? {} : { signal };
            const hit = await this.#store.restore(`${this.#prefix}none`, [this.#prefix], this.#paths, options);
            this.#restored = hit?.key ?? null;
            if (hit !== null)
                this.#origin = "store";
        })();
        return this.#asked;
    }
    /** Whether something of an earlier run is there. */
    get found() {
        return this.#origin !== "nothing";
    }
    /**
     * Gives what is to be saved: under a hash of the contents, so that nothing new is nothing to save. Null: it is what was
     * restored, or there is nothing, or nobody asked what there was before, so that this would be less.
     *
     * @param used what the run took of the index's files; the others are dropped. `unknown`: it did not do all that such a
     *   run does, having failed or found its environment whole
     */
    async pending(used) {
        if (this.#asked === undefined)
            return null;
        await this.#asked;
        if (used !== "unknown" && this.#origin !== "earlier step")
            await this.#dropUnused(used);
        await this.#fit();
        const names = await this.#contents();
        if (names.length === 0)
            return null;
        const hash = (0,external_node_crypto_.createHash)("sha256").update(names.join("\n")).digest("hex").slice(0, 32);
        const key = this.#prefix + hash;
        if (key === this.#restored)
            return null;
        for (const path of this.#paths)
            await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
        return { what: "packages", key, paths: this.#paths };
    }
    get #paths() {
        return [(0,external_node_path_.join)(this.#cacheDirectory, "index"), this.#clients, (0,external_node_path_.join)(this.#cacheDirectory, "pip")];
    }
    get #files() {
        return (0,external_node_path_.join)(this.#cacheDirectory, "index", "v1", "files");
    }
    async #dropUnused(used) {
        for (const path of await (0,files_below/* filesBelow */.D)(this.#files)) {
            const name = path.slice(-64);
            if (HOLDS_FILES.test(name) && !used.has(name))
                await (0,promises_.rm)(path, { force: true });
        }
    }
    /** Drops what costs least to have again until the rest is within the bound: the index's files, the oldest first; then clients' caches. */
    async #fit() {
        const files = await Promise.all((await (0,files_below/* filesBelow */.D)(this.#files)).map(sizeOf));
        files.sort((left, right) => left.mtimeMs - right.mtimeMs);
        const clients = CHEAPEST_FIRST.map(async (client) => {
            const path = (0,external_node_path_.join)(this.#clients, client);
            const sizes = await Promise.all((await (0,files_below/* filesBelow */.D)(path)).map(sizeOf));
            return { path, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
        });
        const parts = [...files, ...(await Promise.all(clients))];
        let left = parts.reduce((sum, { bytes }) => sum + bytes, 0);
        for (const { path, bytes } of parts) {
            if (left <= this.#mostBytes)
                return;
            await (0,promises_.rm)(path, { recursive: true, force: true });
            left -= bytes;
        }
    }
    async #contents() {
        const files = (await (0,files_below/* filesBelow */.D)(this.#files)).map((path) => (0,external_node_path_.relative)(this.#files, path));
        const clients = (await (0,files_below/* filesBelow */.D)(this.#clients)).map((path) => (0,external_node_path_.relative)(this.#clients, path).replaceAll("\\", "/"));
        return [...files, ...clients.filter((name) => !RESTLESS.test(name))].sort();
    }
}
/** Whether a folder has anything in it. */
async function hasContents(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names) {
        const stats = await (0,promises_.stat)((0,external_node_path_.join)(folder, name)).catch(() => null);
        if (stats?.isFile() || (stats?.isDirectory() && (await hasContents((0,external_node_path_.join)(folder, name)))))
            return true;
    }
    return false;
}
async function sizeOf(path) {
    const { size, mtimeMs } = await (0,promises_.lstat)(path).catch(() => ({ size: 0, mtimeMs: 0 }));
    return { path, bytes: size, mtimeMs };
}

;// CONCATENATED MODULE: ./lib/packages/client-session.js





/** Where the clients' own caches lie. */
function clientsFolder(cacheDirectory, tag) {
    return (0,external_node_path_.join)(cacheDirectory, "clients", tag);
}
/** Points the clients at the package index and at their caches. Without a package cache only pip is configured. */
async function clientsFor(where) {
    const { options, interpreter, slot } = where;
    const { cache, platform, cacheDirectory, signal } = options;
    const use = cache?.use ?? "off";
    const machines = (0,clients/* computeTag */.g)({ interpreter, platform });
    // What commands of a sandbox leave there is for their own project's sandboxes.
    const tag = options.sandboxes === "some" ? `${machines}-${(0,packages_slot/* slotName */.M8)(options)}` : machines;
    const before = use !== "off" && (await hasContents(clientsFolder(cacheDirectory, tag)));
    const store = use === "off" || !cache?.packages
        ? null
        : new PackageStore({ store: cache.packages, prefix: cache.prefix, cacheDirectory, tag });
    const restore = async () => store?.restore(signal);
    const { network: mode = "online" } = options;
    const settings = await (0,clients/* openClients */.B)({
        ...options,
        interpreter,
        slot,
        owner: ownerIn(options.image, interpreter),
        commandsIn: options.image === undefined ? "machine" : "image",
        mode,
        tag,
        cache: use === "off" ? "off" : "on",
        writable: use === "read-write" ? "shared" : "private",
        beforeFirstUse: restore,
    });
    return {
        variables: settings.variables,
        variablesFor: (argv) => settings.variablesFor(argv),
        standIn: (variable) => settings.standIn(variable),
        remove: settings.remove,
        index: settings.index,
        places: settings.places,
        restore: () => settings.ready(),
        noteCaches: () => settings.noteCaches(),
        reused: () => {
            const { kept, fetched } = settings.usage();
            // What is fetched for one build of the run is kept for the next.
            const older = [...kept].some((file) => !fetched.has(file));
            return before || store?.found === true || older ? "yes" : "no";
        },
        async close(did) {
            const { kept, fetched } = settings.usage();
            await settings.close();
            const used = did === "everything" ? new Set([...kept, ...fetched]) : "unknown";
            const pending = use === "read-write" ? await store?.pending(used) : null;
            return pending ? [pending] : [];
        },
    };
}

;// CONCATENATED MODULE: ./lib/packages/install-choices.js
/** Variables that decide which distributions pip and uv take or how they are built; where from is not among them. */
const CHOOSING = /^(?:PIP_(?:(?:BUILD_)?CONSTRAINT|REQUIREMENT|PRE|NO_DEPS|NO_BINARY|ONLY_BINARY|PREFER_BINARY|UPLOADED_PRIOR_TO|CONFIG_SETTINGS)|UV_(?:(?:BUILD_)?CONSTRAINT|OVERRIDE|EXCLUDE|EXCLUDE_NEWER|PRERELEASE|RESOLUTION|NO_BINARY(?:_PACKAGE)?|NO_BUILD(?:_PACKAGE)?|TORCH_BACKEND)|C(?:PP|XX)?FLAGS|LDFLAGS|CC|CXX)$/;
/** What the machine's and the spec's variables (which outrank them) choose; sorted by name. */
function installChoices(machine, spec) {
    const written = Object.entries(spec).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return Object.entries({ ...machine, ...Object.fromEntries(written) })
        .filter(([name]) => CHOOSING.test(name))
        .sort(([left], [right]) => (left < right ? -1 : 1));
}

;// CONCATENATED MODULE: ./lib/packages/upkeep.js

/** Looks after a cache directory; the folder need not be there. What it needs is loaded here. */
async function openUpkeep(cacheDirectory) {
    const upkeep = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.bind(__webpack_require__, 5663));
    return {
        list: () => upkeep.listKept(cacheDirectory),
        prune: (limits) => upkeep.pruneKept(cacheDirectory, limits),
        verify: (interpreter) => upkeep.checkKept(cacheDirectory, interpreter),
        clear: () => upkeep.clearKept(cacheDirectory),
        wheelhouse: (interpreter, platform) => upkeep.updateWheelhouse(cacheDirectory, (0,clients/* computeTag */.g)({ interpreter, platform })),
        warm: (options) => upkeep.warmKept({ ...options, cacheDirectory }),
    };
}

;// CONCATENATED MODULE: ./lib/packages/keep-tidy.js




/** More than this is not kept on a machine without being asked to: `forgexec cache prune`'s own default. */
const keep_tidy_MOST_BYTES = 5 * 1024 ** 3;
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * Once a day, after a run that kept something new, brings the cache directory down to its bound: nobody should have to
 * look after a cache. A fault is left to `forgexec cache prune`, which tells of it.
 */
async function keepTidy(cacheDirectory, now) {
    const stamp = (0,external_node_path_.join)(cacheDirectory, "store", "pruned");
    try {
        const last = await (0,promises_.stat)(stamp).catch(() => null);
        if (last !== null && Math.abs(now - last.mtimeMs) < DAY_MS)
            return;
        await (0,lib_files/* writeAtomically */.vK)(stamp, "");
        if (last === null)
            return;
        await (await openUpkeep(cacheDirectory)).prune({ maxBytes: keep_tidy_MOST_BYTES, now });
    }
    catch {
        // The cache costs time, not the build.
    }
}

;// CONCATENATED MODULE: ./lib/packages/packed.js


const HATCHLING = /^\s*build-backend\s*=\s*["']hatchling\b/m;
const IGNORED = /^\.forge\/?\s*$/m;
const IGNORED_HERE = /^\/?\.forge\/?\s*$/m;
/**
 * Whether building the project would pack what `.forge/` links to: hatchling follows links and reads no `.gitignore` but
 * the nearest one from the project upwards, so it would put the whole environment into the sdist.
 */
async function wouldBePacked(directory) {
    const project = await (0,read_file/* readText */.y)((0,external_node_path_.join)(directory, "pyproject.toml"));
    if (project === null || !HATCHLING.test(project))
        return false;
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        const text = await (0,read_file/* readText */.y)((0,external_node_path_.join)(folder, ".gitignore"));
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
        if (!(0,lib_files/* isCode */._m)(error, code))
            throw error;
    };
}

// EXTERNAL MODULE: ./lib/packages/pip-merge.js
var pip_merge = __webpack_require__(3937);
// EXTERNAL MODULE: ./lib/owner.js
var lib_owner = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/packages/ini.js
var ini = __webpack_require__(3963);
// EXTERNAL MODULE: ./lib/packages/pypirc-file.js
var pypirc_file = __webpack_require__(3845);
// EXTERNAL MODULE: ./lib/packages/pypirc-journal.js + 2 modules
var pypirc_journal = __webpack_require__(2354);
;// CONCATENATED MODULE: ./lib/packages/pypirc.js






/**
 * Puts the spec's servers into the user's ~/.pypirc (Python's packaging guide, "The .pypirc file"), mode 0600.
 *
 * @throws UsageError `invalid-pypirc` for a value that the file can't hold, `pypirc-conflict` when another live run
 *   defines a section differently, `pypirc-unusable` when the file can't be read.
 */
async function openPypirc(request) {
    const id = (0,external_node_crypto_.randomBytes)(8).toString("hex");
    const owner = (0,lib_owner/* thisProcess */.WF)();
    const definitions = Object.fromEntries(request.servers.map((server) => [server.name, definitionOf(server, request)]));
    let state = "not-encrypted";
    async function write(passwords) {
        const sections = request.servers.map((server) => sectionOf(server, passwords, request));
        const participant = { id, owner, project: request.project, sections, definitions };
        const notes = await (0,pypirc_journal/* changeParticipants */.r6)(request.home, (live) => {
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
        text() {
            const sections = request.servers.map((server) => sectionOf(server, "all", request));
            return (0,pypirc_file/* mergePypirc */.a)("", sections);
        },
        async close() {
            if (state === "closed")
                return;
            const notes = await (0,pypirc_journal/* changeParticipants */.r6)(request.home, (live) => live.filter((each) => each.id !== id));
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
    if (!/^[!-~]+$/.test(server.name) || !(0,ini/* isSectionName */.N9)(server.name) || server.name.toLowerCase() === "distutils") {
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
    if (!(0,ini/* isOneLineValue */.q5)(value)) {
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

// EXTERNAL MODULE: ./lib/packages/recover.js
var recover = __webpack_require__(1809);
;// CONCATENATED MODULE: ./lib/packages/summarise.js
/** What the package cache did for a run. `reused`: whether files or built wheels of an earlier run were taken. */
function summarise_summarise(facts) {
    const { cache, environment, reused } = facts;
    const { key, origin, savedKey, packedBytes } = environment;
    const nothing = { restoredMs: 0, savedKey, bytes: packedBytes };
    if (cache === undefined || cache.use === "off")
        return { hit: "off", key: null, ...nothing };
    if (origin.kind === "kept")
        return { hit: "exact", key, ...nothing };
    if (origin.kind === "restored")
        return { hit: "exact", key, restoredMs: origin.restoredMs, savedKey, bytes: origin.from.bytes };
    const summary = { hit: reused === "yes" ? "partial" : "none", key, ...nothing };
    return origin.reason === null ? summary : { ...summary, reason: origin.reason };
}

// EXTERNAL MODULE: ./lib/own-folder.js
var own_folder = __webpack_require__(4824);
;// CONCATENATED MODULE: ./lib/packages/take-place.js





/** Below so many bytes a disk counts as full: an environment with nothing but pip takes 20 MB. */
const LEAST_FREE = 64 * 1024 * 1024;
/**
 * Takes the lowest free place in the cache directory. Where nothing can be written there, or its disk is full, a folder
 * for this run alone stands in for it, and a warning says so: a cache costs time, not the build.
 *
 * @throws UsageError `no-free-environment`, `cache-directory` where nothing can be written to the system's folder for
 *   temporary files either
 */
async function takePlace(options) {
    let why;
    try {
        const slot = await (0,packages_slot/* takeSlot */.Qk)(options);
        const free = await freeBytes(options.cacheDirectory);
        if (free >= LEAST_FREE)
            return { options, slot, release: () => slot.lock.release() };
        await slot.lock.release();
        why = `only ${Math.floor(free / 1e6)} MB are free there`;
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.e)
            throw error;
        why = error.message;
    }
    return placeForThisRun(options, why);
}
async function placeForThisRun(given, why) {
    const folder = await standIn(given.cacheDirectory, why);
    const message = `The cache directory ${given.cacheDirectory} is left out: ${why}. The run works in ${folder.path}, and keeps nothing.`;
    if (given.warn === undefined)
        given.note(message);
    else
        given.warn("cache-directory", message);
    const { cache, ...rest } = given;
    const off = cache === undefined ? {} : { cache: { ...cache, use: "off", packages: null } };
    const options = { ...rest, ...off, cacheDirectory: folder.path };
    const slot = await (0,packages_slot/* takeSlot */.Qk)(options);
    return { options, slot, release: () => folder.remove() };
}
/** A folder of this user's own, which the next run clears away if this one is killed. */
async function standIn(cacheDirectory, why) {
    try {
        return await (0,own_folder/* makeOwnFolder */.x)((0,external_node_os_.tmpdir)(), `forgexec-cache-${process.getuid?.() ?? "user"}-`);
    }
    catch (error) {
        throw new errors/* UsageError */.e("cache-directory", `The build's environment cannot be made in the cache directory ${cacheDirectory}: ${why}; nor in ${(0,external_node_os_.tmpdir)()}: ${error.message}. Name a directory that can be written to with FORGEXEC_CACHE_DIR.`, { cause: error });
    }
}
async function freeBytes(directory) {
    const { bavail, bsize } = await (0,promises_.statfs)(directory);
    return bavail * bsize;
}

;// CONCATENATED MODULE: ./lib/packages/open-packages.js





















/**
 * Makes the build's Python environment ready: takes the one kept from an earlier run, restores it from the package cache,
 * or makes it; and points pip and the other clients at the package index for the length of the run. Null: the machine has
 * no Python, and neither `python` nor `pypi` asks for it (a note says so).
 *
 * @throws UsageError when an interpreter that is asked for is not there, an environment can't be made, or the spec's
 *   `pypi` part can't be put into pip's configuration or ~/.pypirc.
 */
async function openPackages(wanted) {
    const directory = await (0,promises_.realpath)(wanted.directory);
    (0,pip_merge/* pipAdditions */.dV)(wanted.pypi, directory);
    const interpreter = await interpreterFor(wanted, directory);
    if (interpreter === null)
        return null;
    const { options, slot, release } = await takePlace({ ...wanted, directory });
    const closers = [release];
    try {
        const pypirc = await pypircFor(options, directory);
        closers.push(async () => pypirc?.close());
        closers.push(() => (0,promises_.rm)((0,recover/* shownPypircPath */.wY)(slot.path), { force: true }));
        const clients = await clientsFor({ options, interpreter, slot });
        const pending = [];
        let environment = null;
        closers.push(async ({ succeeded }) => {
            const made = succeeded && environment?.origin.kind === "made";
            pending.push(...(await clients.close(made ? "everything" : "a part")));
        });
        const source = open_packages_sourceOf(options, interpreter, slot.path);
        const opened = await BuildEnvironment.open(source, options, () => clients.restore());
        environment = opened;
        closers.push(async (outcome) => {
            pending.push(...(await opened.close(outcome)));
            if (opened.savedKey !== null)
                await keepTidy(options.cacheDirectory, options.now?.() ?? Date.now());
        });
        const link = await linkEnvironment(directory, slot.path);
        if (link !== null)
            options.note(link);
        const close = once((outcome) => closeAll(closers, outcome));
        return session({ options, interpreter, slot, environment: opened, clients, pypirc, pending, close });
    }
    catch (error) {
        await closeAll(closers, { succeeded: false });
        throw error;
    }
}
/**
 * Key of the environment that `openPackages` would take or make in the lowest place, for showing it; nothing is made. Null:
 * no interpreter is to be had.
 */
async function environmentKeyOf(options) {
    try {
        const directory = await (0,promises_.realpath)(options.directory);
        const interpreter = await interpreterFor(options, directory);
        if (interpreter === null)
            return null;
        return await previewKey(open_packages_sourceOf(options, interpreter, (0,packages_slot/* slotPath */.UG)({ ...options, directory }, 0)), options);
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.e)
            return null;
        throw error;
    }
}
function open_packages_sourceOf(options, interpreter, path) {
    const { environmentInputs: inputs, directory, platform, cache, now = Date.now } = options;
    const window = freshnessWindow(now(), cache?.freshnessMs ?? 0);
    const choices = installChoices(options.environment, options.specEnvironment ?? {});
    return { path, interpreter, inputs, choices, directory, platform, window };
}
async function interpreterFor(options, directory) {
    const { python: request, environment, platform, cacheDirectory, signal } = options;
    const search = { request, environment, platform, directory, cacheDirectory };
    try {
        if (options.image !== undefined)
            return await findImagePython(options.image, { request, cacheDirectory, signal });
        return await (0,find_interpreter/* findInterpreter */.A)({ ...search, ...(signal === undefined ? {} : { signal }) });
    }
    catch (error) {
        const needed = options.pypi !== undefined || request !== null;
        if (needed || !(error instanceof errors/* UsageError */.e))
            throw error;
        options.note(options.image === undefined
            ? `${error.message} The commands run without an environment of their own.`
            : `The image ${options.image.name} has no Python: no environment is made, and the commands run with what the image has.`);
        return null;
    }
}
async function pypircFor(options, project) {
    const servers = options.pypi?.indexServers ?? [];
    const { home, resolve, note } = options;
    return servers.length === 0 ? null : await openPypirc({ home, project, servers, resolve, note });
}
function session({ options, interpreter, slot, environment, clients, pypirc, pending, close }) {
    return {
        variables: { VIRTUAL_ENV: slot.path, ...clients.variables, ...environment.variables(options.environment) },
        remove: ["PYTHONHOME", "__PYVENV_LAUNCHER__", ...clients.remove],
        variablesFor: (argv) => clients.variablesFor(argv),
        standIn: (variable) => clients.standIn(variable),
        path: [programsOf(slot.path, options.platform)],
        madeBy: options.image === undefined ? { machine: interpreter.base } : { image: options.image.id },
        environmentPath: slot.path,
        contents: environment.contents,
        index: clients.index,
        places: async (phase) => ({
            environment: slot.path,
            readable: [...clients.places.readable, ...apart(interpreter)],
            writable: clients.places.writable,
            elsewhere: pypirc !== null && isDeploy(phase) ? [await shownPypirc(pypirc, { slot, interpreter, options })] : [],
        }),
        expose: (phase) => environment.expose(phase),
        async enterPhase(phase) {
            if (phase === "install")
                await environment.beginInstall();
            await pypirc?.enterPhase(phase);
        },
        async leavePhase(phase, { succeeded }) {
            await (0,promises_.rm)((0,recover/* shownPypircPath */.wY)(slot.path), { force: true });
            await pypirc?.leavePhase(phase);
            await clients.noteCaches();
            if (phase !== "install" || !succeeded)
                return;
            await environment.installed();
            if (environment.packedBytes > 0)
                await refreshWheelhouse(options, interpreter);
        },
        close: (outcome = { succeeded: false }) => close(outcome),
        cache: () => summarise_summarise({ cache: options.cache, environment, reused: clients.reused() }),
        pending: () => pending,
    };
}
/** The interpreter's own folder, unless it is the system's: it may lie in a home, which sandboxes hide. */
function apart({ basePrefix, image }) {
    if (image !== undefined)
        return [];
    return ["/", "/usr", "/usr/local"].includes(basePrefix) ? [] : [basePrefix];
}
/**
 * Writes what commands of a sandbox see as ~/.pypirc: the spec's servers, none of the user's own. Only what is delivered needs them. Mode 0600, as whoever
 * the commands run as; it goes with the phase.
 */
async function shownPypirc(pypirc, { slot, interpreter, options }) {
    const source = (0,recover/* shownPypircPath */.wY)(slot.path);
    await (0,promises_.rm)(source, { force: true });
    await (0,promises_.writeFile)(source, pypirc.text(), { flag: "wx", mode: 0o600, encoding: "latin1" });
    await (0,give_to/* giveTo */.j)(source, ownerIn(options.image, interpreter));
    return { source, target: (0,external_node_path_.join)(interpreter.image?.user.home ?? options.home, ".pypirc") };
}
/** The folder of wheels built from sdists, for whoever names it to find-links: never a reason to fail. */
async function refreshWheelhouse(options, interpreter) {
    const upkeep = await openUpkeep(options.cacheDirectory);
    await upkeep.wheelhouse(interpreter, options.platform).catch(() => undefined);
}
// The slot's lock is the first in and the last out: while it is held nobody else touches what belongs to the slot.
async function closeAll(closers, outcome) {
    let failure;
    for (const closer of closers.toReversed()) {
        await closer(outcome).catch((error) => {
            failure ??= error;
        });
    }
    if (failure !== undefined)
        throw failure;
}
function once(action) {
    let running;
    return (outcome) => {
        running ??= action(outcome);
        return running;
    };
}

;// CONCATENATED MODULE: ./lib/packages/index.js








// EXTERNAL MODULE: ./lib/state-folder.js
var state_folder = __webpack_require__(2659);
;// CONCATENATED MODULE: ./lib/build/sandbox/recover.js



/** Clears away the containers of runs that were killed. Gives a sentence for the user where there were some; costs a look into a folder where there are none. */
async function recoverSandboxes() {
    const places = [(0,external_node_os_.tmpdir)(), (0,state_folder/* stateFolder */.yp)("containers")];
    const names = await Promise.all(places.map((place) => (0,promises_.readdir)(place).catch(() => [])));
    if (!names.flat().some((name) => name.startsWith("forgexec-container-")))
        return [];
    const { recoverContainers } = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 9491));
    const removed = await recoverContainers();
    if (removed === 0)
        return [];
    const what = removed === 1 ? "A container" : `${removed} containers`;
    return [`${what} that an earlier run left, which was killed, ${removed === 1 ? "was" : "were"} removed.`];
}

;// CONCATENATED MODULE: ./lib/build/services.js




/** Puts a run's services together; each run control gives a set of its own. */
function servicesFor(parts) {
    const { machine, plan, masker, resolve, idTokenEnvironment } = parts;
    return ({ signal, killSignal }) => ({
        now: machine.now,
        environment: withPath(parts.environment, machine.platform),
        idTokenEnvironment,
        resolve,
        masker,
        signal,
        killSignal,
        openSandbox: ({ phase, ...rest }) => parts.sandboxes.open(phase, rest),
        recover: async () => [
            ...(await recoverSandboxes()),
            ...(await (0,recover/* recoverPackages */.cm)({ home: machine.home, cacheDirectory: cacheDirectory(machine) })),
        ],
        openPackages: async (wanted) => {
            const inImage = parts.sandboxes.pythonImage();
            if (inImage !== null && "why" in inImage) {
                wanted.note(`${inImage.why} The commands run without an environment of their own.`);
                return null;
            }
            parts.faults.listen((message) => wanted.warn("package-cache", message));
            const phases = plan.phases.filter(({ steps }) => steps.length > 0).map(({ phase }) => phase);
            const indexes = indexesOf(plan).map(resolve);
            const commands = plan.phases.flatMap(({ steps }) => steps.map(({ argv }) => argv));
            const isolated = plan.phases.filter(({ sandbox }) => sandbox?.configuration.network === "isolated");
            const isolatedCommands = isolated.flatMap(({ steps }) => steps.map(({ argv }) => argv));
            const reach = isolated.length > 0 ? "only-index" : "open";
            const sandboxes = plan.phases.some(({ sandbox }) => sandbox !== null && sandbox.backend !== "none")
                ? "some"
                : "none";
            const image = inImage === null ? {} : { image: inImage.image };
            const run = { resolve, phases, commands, isolatedCommands, indexes, reach, sandboxes, ...image };
            const session = await openPackages({ ...packageOptions(parts), ...run, ...wanted });
            if (session === null)
                return null;
            const close = async (outcome) => {
                await session.close(outcome);
                parts.pending.splice(0, parts.pending.length, ...session.pending());
            };
            return { ...session, close };
        },
    });
}
/** What the spec's variables name to pip as indexes. */
function indexesOf(plan) {
    const values = plan.phases.flatMap(({ environment, steps }) => [
        environment,
        ...steps.map((step) => step.environment),
    ]);
    return values.flatMap(({ PIP_INDEX_URL, PIP_EXTRA_INDEX_URL }) => [PIP_INDEX_URL ?? [], PIP_EXTRA_INDEX_URL ?? []].flat());
}
/** What the build's environment is made of and where, without what only a run knows. */
function packageOptions(parts) {
    const { machine, plan, spec, cache, network, owner, repository } = parts;
    return {
        python: plan.python,
        pypi: spec.pypi,
        environmentInputs: spec.environmentInputs,
        specEnvironment: spec.environment,
        directory: plan.directory,
        cacheDirectory: cacheDirectory(machine),
        owner,
        repository,
        environment: withPath(parts.environment, machine.platform),
        home: machine.home,
        platform: machine.platform,
        cache,
        network,
        now: () => machine.now().getTime(),
    };
}
/** An interpreter that the spec insists on must be there before anything runs; else a UsageError. */
async function requireInterpreter(parts, signal) {
    const { plan, spec, blame } = parts;
    if (plan.python === null && spec.pypi === undefined)
        return;
    try {
        await findNeeded(parts, signal);
    }
    catch (error) {
        const at = [plan.python === null ? "pypi" : "python"];
        throw error instanceof errors/* UsageError */.e ? blame.placed({ error, at }) : error;
    }
}
async function findNeeded(parts, signal) {
    const { machine, plan, environment, sandboxes } = parts;
    const inImage = sandboxes.pythonImage();
    if (inImage !== null && "why" in inImage)
        throw new errors/* UsageError */.e("no-environment", inImage.why);
    if (inImage !== null) {
        await findImagePython(inImage.image, { request: plan.python, cacheDirectory: cacheDirectory(machine), signal });
        return;
    }
    await (0,find_interpreter/* findInterpreter */.A)({
        request: plan.python,
        environment: withPath(environment, machine.platform),
        platform: machine.platform,
        directory: plan.directory,
        cacheDirectory: cacheDirectory(machine),
    });
}
/** Windows calls it Path, and an object, unlike the environment itself, minds the case. */
function withPath(environment, platform) {
    if (platform !== "win32")
        return environment;
    return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name.toUpperCase() === "PATH" ? "PATH" : name, value]));
}

;// CONCATENATED MODULE: ./lib/build/shown-key.js



/**
 * The key, where there is one and it can be told without running or fetching anything: an image's digest is part of it, which its engine
 * is asked for, and what its Python once said of itself.
 */
async function shownKey(parts) {
    const { plan, cache, sandboxes, machine } = parts;
    if (!plan.needsPython || cache.use === "off")
        return { cacheKey: null };
    const options = { ...packageOptions(parts), resolve: () => "", note: () => undefined, phases: [] };
    const seen = await sandboxes.look(plan.phases);
    if (seen === null)
        return { cacheKey: await environmentKeyOf(options) };
    if ("why" in seen)
        return shown_key_missing(seen.why);
    const { image } = seen;
    if (!(await isImagePythonKnown(image, { request: plan.python, cacheDirectory: cacheDirectory(machine) })))
        return shown_key_missing(`no run has asked the image ${image.name} for its Python yet`);
    return { cacheKey: await environmentKeyOf({ ...options, image }) };
}
function shown_key_missing(cacheKeyMissing) {
    return { cacheKey: null, cacheKeyMissing };
}

;// CONCATENATED MODULE: ./lib/build/run-prepared.js



/** Sees to it that all sandboxes can be had, and runs. Fetching an image is part of the run's time. */
async function* runPrepared(parts, { control, services }) {
    const { sandboxes, plan } = parts;
    const began = performance.now();
    const late = plan.timeoutMs === null ? [] : [AbortSignal.timeout(Math.min(plan.timeoutMs, run_prepared_LONGEST_TIMER))];
    const signal = AbortSignal.any([control.signal, ...late]);
    const warnings = [];
    try {
        const degraded = await sandboxes.prepare(plan.phases, { signal, progress: control.progress ?? (() => { }) });
        warnings.push(...degraded.map((message) => ({ code: "sandbox-degraded", message })));
        if (!signal.aborted)
            await requireInterpreter(parts, signal);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    if (late.some(({ aborted }) => aborted) && !control.signal.aborted)
        warnings.push({ code: "not-prepared", message: "The run's time was over before its sandboxes were prepared." });
    const spentMs = Math.round(performance.now() - began);
    const shown = signal.aborted ? {} : await shownKey(parts);
    yield* run({ ...plan, ...shown, warnings: [...plan.warnings, ...warnings] }, { ...services, spentMs });
}
/** The longest delay that Node's timers take, in milliseconds. */
const run_prepared_LONGEST_TIMER = 2 ** 31 - 1;

;// CONCATENATED MODULE: ./lib/build/sandbox/faults.js


/** What may be done about what a backend cannot do, beside what the library says. */
function orDegrade({ namedBy }) {
    const by = namedBy === undefined ? "" : ` ${namedBy} names this backend.`;
    return `, or say \`degrade: true\` in the spec's \`sandbox\`.${by}`;
}
/** What a library of sandboxes says of a fault, for the writer of the spec; any other error as it is. */
function sandboxFault(code, error, hints = {}) {
    return error instanceof lib_command.CommandError && error.reason !== "aborted" ? faults_usageErrorOf(code, error, hints) : error;
}
function faults_usageErrorOf(code, error, hints) {
    const { unsupported = "", failed = "" } = hints;
    const hint = error.reason === "unsupported" ? unsupported : error.reason === "spawn" ? failed : "";
    return new errors/* UsageError */.e(code, `${inSpecWords(error.message)}${hint}`, { cause: error });
}
/** What keeps a sandbox open counts too: a limit that is below that is met before any command runs. */
function ofLimits({ limits = {} }) {
    const bounds = ["memory", "pids"].flatMap((name) => limits[name] === undefined ? [] : `${name} ${limits[name]}`);
    return {
        failed: bounds.length === 0
            ? ""
            : `. What keeps a sandbox open counts too: the limits may be too low (${bounds.join(", ")})`,
    };
}
const KEYS = /\b(?:filesystemRoot|filesystemWritablePaths|extraMounts|openFiles|deviceReadBps|deviceWriteBps|noOomKill)\b/g;
/** The library's keys as the spec writes them. */
function inSpecWords(message) {
    return message.replace(KEYS, (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
}

;// CONCATENATED MODULE: ./lib/build/sandbox/blame.js



/** Keys that messages name, in the spec's words. */
const blame_KEYS = /\b(?:limits(?:\.[a-z-]+)?|capabilities(?:\.[a-z]+)?|network|filesystem-root|filesystem-writable-paths|mounts|extra-mounts|image|ports|backend)\b/;
const OF_THE_SPEC = ["image", "ports", "python", "pypi"];
/** Mappings whose keys say what they are about, as a device. */
const KEYED = ["ports", "device-read-bps", "device-write-bps"];
/** Finds what of the spec is to blame for a sandbox or an environment that cannot be had. */
class blame_Blame {
    #source;
    constructor(source) {
        this.#source = source;
    }
    /** The error with the place of what it is about, where the spec says that. */
    placed(blamed) {
        return blamed.error instanceof model_SpecError ? blamed.error : (this.all([blamed]) ?? blamed.error);
    }
    /** Several as one, each once, in the order of the spec's text; an error that is not the spec's comes first, alone. Null: there is none. */
    all(found) {
        const diagnostics = found.map((blamed) => this.#diagnosticOf(blamed));
        const first = diagnostics.indexOf(null);
        const error = found[Math.max(0, first)]?.error;
        if (first >= 0 || error === undefined)
            return error ?? null;
        return this.#specError(diagnostics.filter((diagnostic) => diagnostic !== null), error);
    }
    #specError(diagnostics, { code, cause }) {
        const each = [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
        const sorted = each.sort((a, b) => a.line - b.line || a.column - b.column);
        const [first, ...others] = sorted;
        const why = [
            first?.message,
            ...others.map((other) => `${other.file}:${other.line}:${other.column}: ${other.message}`),
        ];
        const found = { diagnostics: sorted, specText: this.#source.text, code, cause };
        return new model_SpecError(why.join("\n"), first === undefined ? found : { ...found, place: first });
    }
    #diagnosticOf({ error: { code, message }, phase, step, at }) {
        const named = at.length > 0 ? at.map(inSpec) : (blame_KEYS.exec(message)?.[0] ?? "backend").split(".");
        const position = step === undefined ? this.#find(named, phase) : this.#findInStep(phase, step, at);
        return position && { file: this.#source.file, ...position, severity: "error", code, message };
    }
    /** A phase is a list of steps, or a mapping that has one. */
    #findInStep(phase, { step, position }, at) {
        const ofPhase = (phase ?? "").split("/");
        const paths = [[...ofPhase, "steps"], ofPhase].map((steps) => [...steps, step, ...at]);
        return (0,lib_spec/* placeOf */.$t)(this.#source.text, paths) ?? position;
    }
    #find(path, phase) {
        const { text, overridden } = this.#source;
        const [key = ""] = path.map(String);
        if (key === "image" && overridden.image)
            return null;
        if (key === "python" && overridden.python)
            return null;
        if (OF_THE_SPEC.includes(key)) {
            const found = this.#nearest([], path, 1);
            return found ?? (key === "image" && phase !== undefined ? this.#find(["backend"], phase) : null);
        }
        if (key === "backend" && overridden.backend)
            return null;
        const ofPhase = [...(phase ?? "").split("/"), "sandbox"];
        // A phase's keys stand before the spec's; those of some mappings one by one.
        const whole = path.slice(0, ["limits", "capabilities"].includes(key) ? 2 : 1);
        const holder = (0,lib_spec/* placeOf */.$t)(text, [[...ofPhase, ...whole]]) === null ? ["sandbox"] : ofPhase;
        return this.#nearest(holder, path, 1) ?? (0,lib_spec/* placeOf */.$t)(text, [ofPhase, ["sandbox"]]);
    }
    /** The place, or that of what it lies in, down to so many keys. */
    #nearest(holder, path, least) {
        for (let length = path.length; length >= least; length--) {
            const keyed = KEYED.includes(String(path[length - 2]));
            const found = (0,lib_spec/* placeOf */.$t)(this.#source.text, [[...holder, ...path.slice(0, length)]], keyed ? "key" : "value");
            if (found !== null)
                return found;
        }
        return null;
    }
}
function inSpec(part) {
    return typeof part === "number" ? part : inSpecWords(part);
}

// EXTERNAL MODULE: ./lib/within.js
var within = __webpack_require__(2212);
;// CONCATENATED MODULE: ./lib/build/sandbox/hidden.js



/** Files by which a command gives orders to the runner; commands have their names only where the user says so. */
const ORDERS = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE"];
/** Where a self-hosted runner keeps what it registers with, in the folder that its work folder lies in. */
const CREDENTIALS = [".credentials", ".credentials_rsaparams"];
/**
 * What is forgexec's own, which later runs execute, and what is the runner's: the files by which it takes orders, unless commands have their
 * names; its folder for temporary files, where actions before this one keep credentials; and its own credentials. On GitHub's runners that
 * lies in the home, which is hidden anyway; elsewhere it may not.
 */
function hiddenOf(about) {
    const { cacheDirectory, machine, seen } = about;
    const orders = ORDERS.flatMap((name) => (seen[name] === undefined ? (machine[name] ?? []) : []));
    const temporary = machine.RUNNER_TEMP ?? "";
    const credentials = temporary === "" ? [] : CREDENTIALS.map((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(temporary)), name));
    return {
        folders: [cacheDirectory, temporary].filter((path) => path !== ""),
        files: [...orders, ...credentials].filter((path) => path !== ""),
    };
}
/** The configuration with that hidden, where commands would see this machine's files. What the workspace lies in stays. */
function withHidden(config, hidden, workspace) {
    if (config.image !== undefined || (config.filesystemRoot ?? "/") !== "/")
        return config;
    const folders = hidden.folders.filter((path) => kindOf(path) === "folder" && !(0,within/* isWithin */.U)(workspace, path));
    const files = hidden.files.filter((path) => kindOf(path) === "file" && !(0,within/* isWithin */.U)(path, workspace));
    const mounts = [
        ...[...new Set(folders)].map((target) => ({ type: "tmpfs", target })),
        ...[...new Set(files)]
            .filter((path) => !folders.some((folder) => (0,within/* isWithin */.U)(path, folder)))
            .map((target) => ({ type: "bind", source: "/dev/null", target, options: "ro" })),
    ];
    return { ...config, extraMounts: [...mounts, ...(config.extraMounts ?? [])] };
}
function kindOf(path) {
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stats === undefined)
        return "other";
    return stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "other";
}

;// CONCATENATED MODULE: ./lib/build/sandbox/configuration.js



/** What a plan asks of a backend, in the words of `forgexec/sandbox`; the time limit is each step's own already. */
function configurationOf(sandbox, executor, directory) {
    const { workspace } = sandbox;
    return {
        ...askedOf(sandbox),
        cwd: directory,
        ...(executor.capabilities.workspace?.includes("any") ? { workspace } : {}),
    };
}
/** The same without what it has of the folders that are in use. */
function askedOf({ image, ports, configuration }) {
    const { timeout: _timeout, ...limits } = configuration.limits ?? {};
    return {
        ...configuration,
        ...(Object.keys(limits).length === 0 ? {} : { limits }),
        ...(image === null ? {} : { image, ports }),
    };
}
/** The configuration with the build's own environment in it, and the clients' caches. */
function withEnvironment(config, { places, environment }) {
    const { extraMounts = [], filesystemWritablePaths = "all" } = config;
    const mounts = [
        ...places.readable.map((path) => bind(path, "ro")),
        ...[places.environment, ...places.writable].map((path) => bind(path)),
        ...places.elsewhere.map(({ source, target }) => ({ ...bind(source, "ro"), target })),
    ];
    const open = [...places.writable, ...(environment === "writable" ? [places.environment] : [])];
    const listed = listOf(filesystemWritablePaths, places.environment);
    return {
        ...config,
        extraMounts: onTop(mounts, extraMounts),
        ...(listed === "all" ? {} : { filesystemWritablePaths: [...listed, ...open] }),
    };
}
/** The build's own mounts on top of what the spec lays over folders that they lie in, such as a tmpfs at /tmp. */
function onTop(own, ofSpec) {
    const covers = ({ target }) => own.some((mount) => (0,within/* isWithin */.U)(mount.target, target));
    return [...ofSpec.filter(covers), ...own, ...ofSpec.filter((mount) => !covers(mount))];
}
/** Whether commands may write to a folder of this machine that is shown at its own path. */
function writesTo({ filesystemWritablePaths = "all" }, folder) {
    const listed = listOf(filesystemWritablePaths, folder);
    return listed === "all" || listed.some((path) => (0,within/* isWithin */.U)(folder, path) || (0,within/* isWithin */.U)(path, folder));
}
/** Writable paths; what is but a link to the folder, as `.forge/env` is to the environment, as the folder itself: a sandbox may have no such link. */
function listOf(writable, folder) {
    if (writable === "all")
        return "all";
    const real = realOf(folder);
    return writable === "none" ? [] : writable.map((path) => (realOf(path) === real ? folder : path));
}
function realOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
/** The configuration with one way out: to the package index, by the port that clients know it by. */
function withIndex(config, forward) {
    return { ...config, forwards: [forward] };
}
/** The configuration with the files that the runner reads, where commands have their names: they lie in the home. */
function withOrders(config, environment) {
    const named = ORDERS.flatMap((name) => environment[name] ?? []).filter((path) => path !== "" && (0,external_node_fs_.existsSync)(path));
    const paths = [...new Set(named)];
    if (paths.length === 0)
        return config;
    const { extraMounts = [], filesystemWritablePaths: writable = "all" } = config;
    return {
        ...config,
        extraMounts: [...extraMounts, ...paths.map((path) => bind(path))],
        ...(writable === "all" ? {} : { filesystemWritablePaths: [...(writable === "none" ? [] : writable), ...paths] }),
    };
}
function bind(path, options) {
    return { type: "bind", source: path, target: path, ...(options === undefined ? {} : { options }) };
}

;// CONCATENATED MODULE: ./lib/build/sandbox/contradictions.js






/** Refuses sandboxes that no machine can make, also where a plan is only shown. @throws UsageError `sandbox-unsupported` with all that is wrong */
async function refuseContradictions(phases, blame) {
    const found = [];
    for (const { phase, sandbox } of phases)
        for (const { at, error } of sandbox === null ? [] : await errorsOf(sandbox))
            found.push({ phase, at, error });
    const error = blame.all(found);
    if (error !== null)
        throw error;
}
/** What of a valid spec's sandboxes no machine can make as it stands, each once; `text` is the spec's. */
async function sandboxFindings(spec, text) {
    const overridden = { backend: false, image: false, python: false };
    const blame = new Blame({ file: spec.file, text, overridden });
    const context = { directory: "/", overrides: { backend: null, image: null, automatic: "auto" } };
    const phases = Object.values(spec.phases).map((phase) => ({
        phase: phase.name,
        sandbox: planSandbox(spec, phase, context),
    }));
    try {
        await refuseContradictions(phases, blame);
        return [];
    }
    catch (error) {
        if (error instanceof SpecError)
            return error.diagnostics;
        throw error;
    }
}
async function errorsOf(sandbox) {
    const together = contradictionsOf(sandbox).map(({ key, message }) => ({
        at: [key],
        error: new errors/* UsageError */.e("sandbox-unsupported", message),
    }));
    const { getExecutor } = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 9491));
    const { backend, image } = sandbox;
    const contained = image !== null && (backend === "auto" || backend === "container");
    const executor = getExecutor(backend !== "auto" ? backend : contained ? "container" : "bubblewrap");
    const { ports: _ports, image: named, ...config } = askedOf(sandbox);
    const faults = executor.faults(contained && named !== undefined ? { ...config, image: named } : config);
    const refused = faults.filter(({ error }) => sandbox.lacking === "refused" || error.reason !== "unsupported");
    const hints = { unsupported: orDegrade(sandbox) };
    return [
        ...together,
        ...refused.map(({ at, error }) => ({ at, error: faults_usageErrorOf("sandbox-unsupported", error, hints) })),
    ];
}

;// CONCATENATED MODULE: ./lib/build/sandbox/asking.js

/**
 * Refuses a phase with a step that would be asked whether it is ready in a network that is not to be entered from here.
 *
 * @throws UsageError `sandbox-unsupported`
 */
function requireAsking(phase, executor) {
    const asked = askedStep(phase);
    if (asked !== null && !entersNetworks(executor))
        throw notAsked(asked, executor);
}
/** The first step that an address is asked for; null: there is none. */
function askedStep({ steps }) {
    return steps.find(({ ready }) => ready?.kind === "http" || ready?.kind === "tcp") ?? null;
}
/** The error of a step that cannot be asked whether it is ready. */
function notAsked({ name, ready }, executor) {
    const what = `${name}: ready.${ready?.kind} cannot be asked`;
    return unsupported(what, executor, "Or use ready.command or ready.log");
}
/** The error of a package index that commands could not reach. */
function indexUnreachable(executor) {
    const what = "The run's package index cannot be reached from inside";
    return unsupported(what, executor, "Or run without a package cache (--no-cache)");
}
/** Whether this machine gets into the networks of sandboxes that have their own. */
function entersNetworks({ name, capabilities }) {
    return name !== "container" || capabilities.forwards.length > 0;
}
function unsupported(what, executor, hint) {
    const why = executor.whyNot("forwards") ?? "its service numbers processes in another way than this machine";
    return new errors/* UsageError */.e("sandbox-unsupported", `${what}, since containers' networks cannot be entered here: ${why}. ${hint}.`);
}

;// CONCATENATED MODULE: ./lib/build/sandbox/choose.js


/** Finds the executor of a planned sandbox, and tries each backend out once. */
class Chooser {
    #getExecutor;
    #tried = new Map();
    constructor({ getExecutor }) {
        this.#getExecutor = getExecutor;
    }
    /**
     * The backend that the plan names; for `auto` bubblewrap, then container. Never one that isolates nothing.
     *
     * @throws UsageError `no-sandbox` where it does not work on this machine, with what is missing and what to do about it
     */
    async choose(sandbox) {
        const { backend, namedBy, image } = sandbox;
        if (backend !== "auto") {
            const why = await this.#missing(backend);
            if (why === null)
                return this.#getExecutor(backend);
            const asks = image === null ? namedBy && `${namedBy} names` : `the image ${image} needs`;
            const wanted = asks === undefined ? "" : `, which ${asks},`;
            throw noSandbox(`The ${backend} sandbox${wanted} does not work on this machine: ${why}`);
        }
        const reasons = [];
        for (const name of image === null ? ["bubblewrap", "container"] : ["container"]) {
            const missing = await this.#missing(name);
            const why = missing ?? (name === "container" && !hasFiles(sandbox) ? GIVE_FILES : null);
            if (why === null)
                return this.#getExecutor(name);
            reasons.push(`${name}: ${why}`);
        }
        throw noSandbox(`No sandbox works on this machine, and nothing is run without one unasked.\n${reasons.join("\n")}\nOr say \`backend: none\` (--sandbox none) to run without one.`);
    }
    #missing(backend) {
        let tried = this.#tried.get(backend);
        if (tried === undefined) {
            tried = this.#try(backend);
            this.#tried.set(backend, tried);
        }
        return tried;
    }
    async #try(backend) {
        const problems = await this.#getExecutor(backend).preflight();
        return problems.length === 0 ? null : problems.map(({ message }) => message).join("; ");
    }
}
function noSandbox(message) {
    return new errors/* UsageError */.e("no-sandbox", message);
}

;// CONCATENATED MODULE: ./lib/build/sandbox/describer.js

/** Looks at images, at each once. */
function describer({ describeImage }, { signal, progress }) {
    const images = new Map();
    return (name) => {
        const onProgress = (line) => progress(`image ${name}: ${line}`);
        const looked = images.get(name) ?? describeImage(name, { signal, onProgress });
        images.set(name, looked);
        return looked.catch((error) => {
            throw sandboxFault("no-image", error);
        });
    };
}

;// CONCATENATED MODULE: ./lib/build/sandbox/environment.js
/** What of the machine's variables means something in a container. */
const PASSED = /^(?:FORGE_.*|GITHUB_.*|RUNNER_.*|CI)$/;
/** What commands in a container start from: of the machine's variables those of the build, where the image has its programs, and unbuffered output unless the image says otherwise. */
function containerEnvironment(machine, image) {
    const passed = Object.entries(machine).filter(([name]) => PASSED.test(name));
    return {
        PATH: image.PATH || STANDARD_PATH,
        PYTHONUNBUFFERED: image.PYTHONUNBUFFERED ?? "1",
        ...Object.fromEntries(passed),
    };
}
/** What engines take where an image says nothing. */
const STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

;// CONCATENATED MODULE: ./lib/build/sandbox/python-image.js
/** An image as what makes the build's environment: each call has a container of its own, without a network. */
function pythonImage(executor, name, { id }) {
    return {
        name,
        id,
        files: filesOf(),
        async run(argv, { writable, timeoutMs, signal }) {
            const session = await executor.open({
                image: name,
                cwd: "/",
                network: "isolated",
                extraMounts: writable.map((path) => ({ type: "bind", source: path, target: path })),
            });
            try {
                const command = session.command(argv).stdout("capture").stderr("capture").timeout(timeoutMs);
                const { stdout } = await (signal === undefined ? command : command.signal(signal)).run();
                return stdout;
            }
            finally {
                await session.close();
            }
        },
    };
}
/** An engine that root calls runs as root: the image's users are then this machine's, by number. */
function filesOf() {
    return process.getuid?.() === 0 ? "users" : "own";
}
/**
 * Why no environment is made in a container: where its network is not to be entered, it mostly is another user's, to whom the environment would
 * belong, so that commands could not write to it, or nobody could keep it. null: it is.
 */
function whyForeign(executor) {
    if (executor.capabilities.forwards.length > 0)
        return null;
    return `The build's environment cannot be made in a container here: ${executor.whyNot("forwards")}.`;
}

;// CONCATENATED MODULE: ./lib/build/sandbox/look-at-image.js



/** An engine that has not answered by then is not waited for, where nothing but a line of text depends on it; in ms. */
const LOOK_MS = 10_000;
/** An image as it is on this machine, or why nothing is known of it. Nothing is fetched, and nothing can be run in what it gives. */
async function lookAtImage(name) {
    const { describeImage } = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 9491));
    const looked = describeImage(name, { pull: "never" }).then(({ id }) => ({ image: { name, id, files: filesOf(), run: notRun } }), (error) => ({ why: whyUnknown(name, error) }));
    const late = (0,external_node_timers_promises_.setTimeout)(LOOK_MS, { why: "the container engine does not answer" }, { ref: false });
    return Promise.race([looked, late]);
}
function whyUnknown(name, error) {
    if (!(error instanceof lib_command.CommandError))
        throw error;
    if (error.reason === "unsupported")
        return "no container engine works on this machine";
    return error.reason === "invalid" ? error.message : `the image ${name} is not on this machine`;
}
async function notRun() {
    throw new Error("the image is only looked at");
}

;// CONCATENATED MODULE: ./lib/build/sandbox/missing.js




/** What a configuration names and is not there. */
async function findUnmet({ executor, config }) {
    return (await executor.unmet(config)).map(blamedFor(config));
}
/** Finds what keeps sandboxes from being made here, before anything runs in one; each configuration is tried out once. */
class Rehearsals {
    #tried = new Map();
    /** Without what `mayCome`, a path of this machine: then nothing can be tried out yet. */
    async findMissing(wanted, { mayCome, signal }) {
        const { executor, config } = wanted;
        const unmet = await executor.unmet(config);
        if (unmet.length > 0)
            return unmet.filter(({ path }) => path === undefined || !mayCome(path)).map(blamedFor(config));
        const key = JSON.stringify([executor.name, config]);
        const tried = this.#tried.get(key) ?? executor.rehearse(config, { signal });
        this.#tried.set(key, tried);
        const fault = await tried;
        return fault === null ? [] : [blamedFor(config)(fault)];
    }
}
/** The steps that would start in a folder that the sandbox hides, where none before them could have made it. */
function findHiddenStarts({ executor, config }, steps, isShown) {
    const { filesystemWritablePaths: writable = "all" } = config;
    const mayMake = (path) => typeof writable === "string" ? writable === "all" : writable.some((folder) => (0,within/* isWithin */.U)(path, folder));
    const running = steps.filter(({ skip }) => skip === null);
    const sure = running.filter(({ workingDirectory }, index) => index === 0 || !mayMake(workingDirectory));
    return sure
        .filter(({ workingDirectory: path }) => !isShown(path) && executor.hides(config, path))
        .map((step) => ({ step, at: ["working-directory"], error: hiddenStart(step) }));
}
function hiddenStart({ workingDirectory }) {
    return new errors/* UsageError */.e("hidden-directory", `The command cannot start in ${workingDirectory}: the sandbox hides what is there. Choose a folder of the workspace, or show this one by \`filesystem-writable-paths\` or \`extra-mounts\`.`);
}
/** What may yet come before a phase begins: its environment's place, and, by earlier phases, what lies in the workspace. */
function mayComeBefore(turn, { directory, workspace }) {
    const folder = turn === "later" ? workspace : (0,external_node_path_.join)(directory, ".forge");
    return (path) => (0,within/* isWithin */.U)(path, folder);
}
function blamedFor(config) {
    return ({ at, error }) => ({ at, error: faults_usageErrorOf("sandbox-not-opened", error, ofLimits(config)) });
}

;// CONCATENATED MODULE: ./lib/build/sandbox/paths.js




/**
 * Where the paths lead that sandboxes are made of. What lies in the workspace, commands and pull requests decide, and of other folders those
 * that commands may write to: by a link there they would choose what a sandbox shows, and what it lets be written to. So a path in the workspace
 * has to lead into it, or to the environment, and any other one to where it led before a command ran.
 */
class Paths {
    #led = new Map();
    /** Before any command ran. */
    note(config, workspace) {
        for (const path of [workspace, ...pathsIn(config).map(({ path }) => path)])
            if (!this.#led.has(path))
                this.#led.set(path, follow(path));
    }
    /** Those that were noted and lead elsewhere. */
    strayed(config, { workspace, environment }) {
        const inside = [this.#led.get(workspace) ?? workspace, ...(environment === null ? [] : [follow(environment)])];
        return [{ at: [], path: workspace }, ...pathsIn(config)].flatMap(({ at, path }) => {
            const real = follow(path);
            if (inside.some((folder) => (0,within/* isWithin */.U)(real, folder)))
                return [];
            if ((0,within/* isWithin */.U)(path, workspace))
                return [{ at, error: leadingOut(path, real) }];
            return real === this.#led.get(path) ? [] : [{ at, error: leadingElsewhere(path, real) }];
        });
    }
}
function leadingOut(path, real) {
    return new errors/* UsageError */.e("sandbox-not-opened", `${path} leads to ${real}, out of the workspace: whoever may put a link there, as commands and pull requests may, would choose what the sandbox shows. Put a file or a folder there, or name ${real} itself.`);
}
function leadingElsewhere(path, real) {
    return new errors/* UsageError */.e("sandbox-not-opened", `${path} leads to ${real} by now, and did not before the commands of this run: one of them would choose what the sandbox shows. Let it put a file or a folder there.`);
}
function pathsIn(config) {
    const { cwd, filesystemRoot, extraMounts = [], filesystemWritablePaths: writable = "all" } = config;
    return [
        ...(cwd === undefined ? [] : [{ at: [], path: cwd }]),
        ...(filesystemRoot === undefined ? [] : [{ at: ["filesystemRoot"], path: filesystemRoot }]),
        ...extraMounts.flatMap(({ source }, index) => source === undefined || source === null ? [] : [{ at: ["extraMounts", index, "source"], path: source }]),
        ...(typeof writable === "string" ? [] : writable).map((path, index) => ({
            at: ["filesystemWritablePaths", index],
            path,
        })),
    ];
}
/** Links followed; of what is missing, as far as it is there. */
function follow(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return (0,external_node_path_.dirname)(path) === path ? path : (0,external_node_path_.join)(follow((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    }
}

;// CONCATENATED MODULE: ./lib/build/sandbox/use-of-packages.js


/** Whether the Python of the environment is there inside. */
function isOfUse({ madeBy }, { config, image }) {
    if (madeBy !== undefined && "image" in madeBy)
        return image?.id === madeBy.image;
    if (image !== null)
        return false;
    const root = config.filesystemRoot ?? "/";
    return root === "/" || (madeBy !== undefined && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, madeBy.machine)));
}
/** Why commands do without the environment although it was made for the machine that they run on, for people; null: they do not. */
function whyOfNoUse(packages, place) {
    const { madeBy } = packages;
    if (madeBy === undefined || "image" in madeBy || place.image !== null || isOfUse(packages, place))
        return null;
    const { filesystemRoot } = place.config;
    return `The build's environment is not there in ${filesystemRoot}: it was made by ${madeBy.machine}, which that root does not have. The commands run with what the root has.`;
}

;// CONCATENATED MODULE: ./lib/build/sandbox/sandboxes.js















/** The sandboxes of a run's phases: looked at before anything runs, opened one by one. */
class Sandboxes {
    #parts;
    #ready = new Map();
    #paths = new Paths();
    constructor(parts) {
        this.#parts = parts;
    }
    /**
     * Sees to it that each planned sandbox can be had: its backend, what is asked of it, its image. Gives a sentence for each thing that
     * is left out where the spec allows that.
     *
     * @throws UsageError `no-sandbox`, `sandbox-unsupported`, `no-image`
     */
    async prepare(phases, { signal, progress }) {
        const wanted = phases.filter(({ sandbox, steps }) => sandbox !== null && steps.length > 0);
        if (wanted.length === 0)
            return [];
        const library = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 9491));
        const chooser = new Chooser(library);
        const describe = describer(library, { signal, progress });
        const { directory, blame } = this.#parts;
        const warnings = new Set();
        const rehearsals = new Rehearsals();
        const missing = [];
        const first = phases.find(({ steps }) => steps.length > 0);
        try {
            for (const planned of wanted) {
                const { phase, sandbox, steps } = planned;
                if (sandbox === null || signal.aborted)
                    continue;
                const { executor, config } = await this.#blaming({ phase, at: [] }, async () => {
                    const executor = await chooser.choose(sandbox);
                    requireAsking(planned, executor);
                    return { executor, config: checked(executor, sandbox, { directory, warnings }) };
                });
                const { image: name } = config;
                const image = name === undefined ? null : await this.#blaming({ phase, at: ["image"] }, async () => describe(name));
                this.#ready.set(phase, { executor, config, image });
                this.#paths.note(config, sandbox.workspace);
                // The link to the environment may be an earlier run's: where it leads is seen when the phase begins.
                const ground = { workspace: sandbox.workspace, environment: (0,external_node_path_.join)(directory, ".forge/env") };
                const strayed = this.#strayed({ executor, config }, ground);
                const mayCome = mayComeBefore(phase === first?.phase ? "first" : "later", { ...sandbox, directory });
                const found = strayed.length > 0 ? strayed : await rehearsals.findMissing({ executor, config }, { mayCome, signal });
                const hidden = findHiddenStarts({ executor, config }, steps, this.#shownAnyway(sandbox));
                missing.push(...[...found, ...hidden].map((blamed) => ({ ...blamed, phase })));
            }
        }
        catch (error) {
            // It will say itself that it was stopped.
            if (!signal.aborted)
                throw error;
        }
        const error = blame.all(missing);
        if (error !== null)
            throw error;
        return [...warnings];
    }
    #strayed({ executor, config }, ground) {
        // It sees all of this machine anyway.
        return executor.name === "none" ? [] : this.#paths.strayed(config, ground);
    }
    /** Of what is laid over the configuration's own mounts when the phase begins nothing can be told before. */
    #shownAnyway({ workspace }) {
        const { directory, hidden } = this.#parts;
        return (path) => [workspace, directory, ...hidden.folders].some((folder) => (0,within/* isWithin */.U)(path, folder));
    }
    async #blaming(about, action) {
        try {
            return await action();
        }
        catch (error) {
            throw error instanceof errors/* UsageError */.e ? this.#parts.blame.placed({ ...about, error }) : error;
        }
    }
    /** The image that phases run in, for the environment to be made by its Python, or why that cannot be; null: none of them runs in one. */
    pythonImage() {
        for (const { executor, config, image } of this.#ready.values()) {
            if (image === null || config.image === undefined)
                continue;
            const why = whyForeign(executor);
            return why === null ? { image: pythonImage(executor, config.image, image) } : { why };
        }
        return null;
    }
    /** The same of a plan that is only shown: nothing is fetched, and what `pythonImage` gives cannot be run. */
    async look(phases) {
        const prepared = this.pythonImage();
        if (prepared !== null)
            return prepared;
        const name = phases.map(({ sandbox }) => imageOf(sandbox)).find((image) => image !== null);
        return name === undefined ? null : lookAtImage(name);
    }
    /** @throws UsageError `sandbox-not-opened` */
    async open(phase, { packages, signal }) {
        const ready = this.#ready.get(phase.phase);
        if (phase.sandbox === null || ready === undefined)
            throw new Error(`the sandbox of ${phase.phase} was not prepared`);
        const { workspace } = phase.sandbox;
        const { executor, image } = ready;
        const container = executor.name === "container";
        const shown = packages !== null && isOfUse(packages, ready) ? packages : null;
        const session = await this.#blaming({ phase: phase.phase, at: [] }, async () => {
            const places = (await packages?.places?.(phase.phase)) ?? null;
            const strayed = this.#strayed(ready, { workspace, environment: places?.environment ?? null });
            const unmet = strayed.length > 0 ? strayed : await findUnmet(ready);
            const error = this.#parts.blame.all(unmet.map((blamed) => ({ ...blamed, phase: phase.phase })));
            if (error !== null)
                throw error;
            const config = await this.#configured(phase.phase, ready, { packages: shown, places: shown && places });
            return openSession(executor, config, { phase, signal });
        });
        const { environment } = this.#parts;
        const start = container ? containerEnvironment(environment, image?.environment ?? {}) : environment;
        // The environment and uv's cache are mounts of their own inside, from one to the other of which nothing can be linked.
        const copies = shown !== null && executor.name !== "none";
        const uv = copies ? { UV_LINK_MODE: image?.environment.UV_LINK_MODE ?? "copy" } : {};
        return {
            planned: { ...phase.sandbox, backend: executor.name },
            command: (argv) => session.command(argv),
            environment: { ...uv, ...start },
            packages: shown === null ? "absent" : "inside",
            notice: packages === null ? null : whyOfNoUse(packages, ready),
            workspace,
            untilAnswered: answering(session),
            close: () => session.close(),
        };
    }
    async #configured(phase, ready, { packages, places }) {
        const { executor } = ready;
        // It sees all of this machine anyway.
        if (executor.name === "none")
            return ready.config;
        const index = packages?.index;
        const install = phase === "install";
        const base = withOrders(ready.config, this.#parts.environment);
        const config = withHidden(places === null ? base : withEnvironment(base, { places, environment: install ? "writable" : "as-configured" }), this.#parts.hidden, ready.config.workspace ?? this.#parts.directory);
        if (places !== null && writesTo(config, places.environment))
            await packages?.expose?.(phase);
        const isolated = config.network === "isolated";
        if (!index || !(isolated || executor.name === "container"))
            return config;
        if (!entersNetworks(executor))
            throw indexUnreachable(executor);
        // Outside of install an index that asks others would be a way out.
        const port = isolated && !install ? await index.offlinePort() : index.port;
        return withIndex(config, { port: index.port, to: { port } });
    }
}
/** The image that a container will be made of. */
function imageOf(sandbox) {
    return sandbox !== null && ["auto", "container"].includes(sandbox.backend) ? sandbox.image : null;
}
/** The configuration, less what the backend cannot do where the spec allows that. */
function checked(executor, sandbox, { directory, warnings }) {
    const asked = configurationOf(sandbox, executor, directory);
    const warn = (message) => void warnings.add(inSpecWords(message));
    try {
        const config = sandbox.lacking === "refused" ? asked : executor.degradeConfigForCapabilities(asked, { warn });
        executor.check(config);
        return config;
    }
    catch (error) {
        throw sandboxFault("sandbox-unsupported", error, {
            unsupported: orDegrade(sandbox),
        });
    }
}
async function openSession(executor, config, { phase, signal }) {
    let session;
    try {
        session = await executor.open(config, { signal });
    }
    catch (error) {
        throw sandboxFault("sandbox-not-opened", error, ofLimits(config));
    }
    const asks = askedStep(phase);
    if (asks === null || executor.name !== "container" || session.untilAnswered)
        return session;
    await session.close();
    throw notAsked(asks, executor);
}
function answering({ untilAnswered }) {
    if (untilAnswered === undefined)
        return null;
    return (ready, signal) => untilAnswered(ready.kind === "http" ? { url: ready.url } : ready, signal);
}

;// CONCATENATED MODULE: ./lib/build/needed.js

/** Every value of the plan that must be found before anything runs, each with its place. */
function neededValues(plan, spec, environment) {
    const needed = [];
    for (const { phase, steps } of plan.phases) {
        for (const { step, skip, environment: values } of steps) {
            for (const [name, value] of skip === null ? Object.entries(values) : []) {
                if (typeof value === "object")
                    needed.push({ value, where: `phase ${phase}, step ${step}: variable ${name}`, use: "environment" });
            }
        }
    }
    const deploys = plan.phases.some(({ phase }) => isDeploy(phase));
    for (const server of spec.pypi?.indexServers ?? [])
        needed.push(...needed_passwordOf(server, { deploys, environment }));
    return needed;
}
/** Without a deploy phase an encrypted password is not needed, nor is one from a variable that happens not to be set. */
function needed_passwordOf({ name, password }, at) {
    if (password === undefined)
        return [];
    const optional = typeof password === "object" && !("env" in password && at.environment[password.env] !== undefined);
    if (optional && !at.deploys)
        return [];
    return [{ value: password, where: `index server ${name}: password`, use: "password" }];
}
/** Passwords that stand in the spec's own addresses, which tools print: as written and decoded. */
function credentialsInUrls(spec) {
    const { indexUrl, extraIndexUrls = [], findLinks = [], indexServers = [] } = spec.pypi ?? {};
    const addresses = [
        indexUrl ?? "",
        ...extraIndexUrls,
        ...findLinks,
        ...indexServers.map((server) => server.repository),
    ];
    return addresses.flatMap((address) => {
        const { password = "" } = URL.canParse(address) ? new URL(address) : {};
        return password === "" ? [] : [password, decoded(password)];
    });
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/build/secrets.js



/** Finds the text of every value that the plan needs, or of none where the build is only shown. */
async function secretsOf(options) {
    const { build, plan, spec, decryption } = options;
    const { environment } = build.machine;
    if (build.secrets === "left-alone")
        return { resolve: () => "***", secrets: [], warnings: [] };
    const { platform } = build.machine;
    const seen = commandEnvironment(environment, { workflowCommands: build.workflowCommands === "passed", platform });
    const opened = await openSecrets({
        values: neededValues(plan, spec, environment),
        environment: seen,
        // Whoever writes the spec would have the key itself, or the runner's tokens, under another name.
        withheld: (name) => environment[name] !== undefined && seen[name] === undefined,
        decryptionKey: build.decryptionKey || environment.FORGE_DECRYPTION_KEY,
        decryption,
    });
    return { ...opened, secrets: [...opened.secrets, ...credentialsInUrls(spec)] };
}

;// CONCATENATED MODULE: ./lib/build/prepare.js





















/**
 * Reads the spec and plans the run; nothing runs yet.
 * @throws SpecError with all diagnostics of a spec that has errors
 * @throws UsageError for everything else that is found before a run: stage, phase, directory, policy, variables, secrets
 */
async function prepareBuild(options) {
    const { machine } = options;
    const timeoutMs = timeoutOf(options.timeout);
    const place = await locate(options);
    const { spec, text, diagnostics } = await (0,lib_spec/* loadSpec */.II)(place.specPath, place.shown);
    if (spec === undefined)
        throw new model_SpecError(`${place.shown}: the spec has errors; nothing was run.`, { diagnostics, specText: text });
    const context = await readGithubContext(machine.environment, (path) => (0,promises_.readFile)(path, "utf8"));
    const policy = policyFor(context);
    const variables = await forgeVariables({
        environment: machine.environment,
        context,
        directory: place.directory,
        needCommitCount: text.includes("forge-commit-count"),
    });
    const planned = planRun(spec, {
        version: version/* VERSION */.x,
        stage: options.stage,
        directory: place.directory,
        platform: platformOf(machine.platform),
        variables,
        policy,
        machineVariables: new Set(Object.keys(machine.environment)),
        phases: options.phases,
        environment: options.environment,
        keepGoing: options.keepGoing,
        ...(options.from === undefined ? {} : { from: options.from }),
        ...(options.python === undefined ? {} : { python: options.python }),
        ...(options.sandbox === undefined ? {} : { sandbox: options.sandbox }),
        ...(machine.environment.FORGEXEC_SANDBOX === undefined
            ? {}
            : { automaticSandbox: machine.environment.FORGEXEC_SANDBOX }),
        ...(options.image === undefined ? {} : { image: options.image }),
        workspace: place.workspace,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const overridden = {
        backend: options.sandbox !== undefined,
        image: options.image !== undefined,
        python: options.python !== undefined,
    };
    const blame = new blame_Blame({ file: place.shown, text, overridden });
    await refuseContradictions(planned.phases, blame);
    const masker = createMasker();
    const secrets = await secretsOf({ build: options, plan: planned, spec, decryption: policy.decryption });
    for (const secret of secrets.secrets)
        masker.add(secret);
    const faults = new CacheFaults();
    const pending = [];
    const cache = packageCacheOf({
        choice: options.cache ?? {},
        context,
        stage: planned.stage,
        machine,
        cacheDirectory: cacheDirectory(machine),
        warn: (message) => faults.warn(message),
    });
    const shared = {
        machine,
        spec,
        cache,
        network: options.network ?? "online",
        masker,
        resolve: secrets.resolve,
        owner: knownText(variables.owner),
        repository: knownText(variables.repo),
        environment: commandEnvironment(machine.environment, {
            workflowCommands: options.workflowCommands === "passed",
            platform: machine.platform,
        }),
        idTokenEnvironment: idTokenEnvironment(machine.environment, { platform: machine.platform }),
    };
    const sandboxes = new Sandboxes({
        environment: shared.environment,
        directory: planned.directory,
        hidden: hiddenOf({
            cacheDirectory: cacheDirectory(machine),
            machine: machine.environment,
            seen: shared.environment,
        }),
        blame,
    });
    const shown = options.secrets === "left-alone" || !hasImage(planned);
    const plan = {
        ...planned,
        ...(shown ? await shownKey({ ...shared, plan: planned, sandboxes }) : {}),
        warnings: [...planned.warnings, ...secrets.warnings],
    };
    const parts = { ...shared, plan, faults, pending, sandboxes, blame };
    const services = servicesFor(parts);
    return {
        spec,
        plan,
        diagnostics,
        specText: text,
        mask: (value) => masker.mask(value),
        pendingSaves: () => pending,
        secrets: secrets.secrets,
        run: (control) => runPrepared(parts, { control, services: services(control) }),
        open: (wanted) => openBuild({
            ...wanted,
            plan,
            prepareSandbox: (phase) => sandboxes.prepare([phase], { signal: wanted.signal, progress: wanted.note }),
            services: services({ signal: wanted.signal, killSignal: wanted.signal }),
        }),
    };
}
function timeoutOf(text) {
    if (text === undefined)
        return undefined;
    const milliseconds = (0,lib_spec/* parseTimeout */.ZZ)(text);
    if (milliseconds !== undefined)
        return milliseconds;
    throw new errors/* UsageError */.e("invalid-timeout", `The timeout "${text}" is not a duration such as 90, 90s, 10m or 1h30m, more than 0 and at most 24d.`);
}
/** The platform as a step's `if` names it; every Unix but macOS counts as linux. */
function platformOf(platform) {
    if (platform === "win32")
        return "windows";
    return platform === "darwin" ? "macos" : "linux";
}
/** Before a run images are looked at anyway, and fetched. */
function hasImage({ phases }) {
    return phases.some(({ sandbox }) => sandbox !== null && sandbox.image !== null);
}
function knownText(variable) {
    return "value" in variable ? variable.value : null;
}

;// CONCATENATED MODULE: ./lib/build/index.js





;// CONCATENATED MODULE: ./lib/terminal-style.js
/** What a code turns off or sets again: codes of one kind replace each other. */
function terminal_style_kindOf(code) {
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
            codes.delete(terminal_style_kindOf(code));
        else if (code < 108)
            codes.set(terminal_style_kindOf(code), list.slice(at, at + length).join(";"));
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
function terminal_text_oneLine(text) {
    return terminal_text_plain(text)
        .replace(/[\n\t\u2028\u2029]+/g, " ")
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}
/** Whole lines without colours or anything else that a terminal would act on. */
function terminal_text_plain(text) {
    return new Printable("drop").clean(text);
}
/** What stays visible of a line that returns to its beginning: the last part that is not blank. */
function lastState(line) {
    if (!line.includes("\r"))
        return line;
    return line.split("\r").findLast((part) => part.trim() !== "") ?? "";
}

;// CONCATENATED MODULE: ./lib/report/actions-commands.js
/** What a workflow command's message may hold: percent-encoded as the runner decodes it, cut at its bound. */
const LONGEST_MESSAGE = 4096;
/** A workflow command as GitHub's runner reads it from standard output; a value that is undefined is left out. */
function workflowCommand(name, properties = {}, message = "") {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "");
    const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
    return `::${name}${list === "" ? "" : ` ${list}`}::${escapeMessage(cut(message))}`;
}
function escapeMessage(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeMessage(cut(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function cut(text) {
    if (text.length <= LONGEST_MESSAGE)
        return text;
    return `${text.slice(0, LONGEST_MESSAGE - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

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
class Annotations {
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
        const path = (0,external_node_path_.relative)(this.#workspace, (0,external_node_path_.resolve)(this.#workspace, file));
        return path.startsWith("..") || (0,external_node_path_.isAbsolute)(path) ? file : path.split(external_node_path_.sep).join("/");
    }
}

// EXTERNAL MODULE: ./lib/columns.js
var columns = __webpack_require__(4648);
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
    const why = cache.reason === undefined ? "" : `: ${terminal_text_oneLine(cache.reason)}`;
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
        : `the whole environment (${sizeText(bytes)} in ${duration_durationText(restoredMs)})`;
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

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
;// CONCATENATED MODULE: ./lib/report/theme.js

const MARKS = {
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
    return { bold, dim, red, yellow, green, cyan, labels, paint, mark: (result) => paint(result)(MARKS[result]) };
}

;// CONCATENATED MODULE: ./lib/report/tail.js
/** The last lines of an output, in bounded memory: at most twice `characters`, however much goes in. */
class Tail {
    #limits;
    #chunks = [];
    #length = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    /** Takes whole lines, without the last newline. */
    push(text) {
        const { characters } = this.#limits;
        if (text.length > characters) {
            // One more than is shown tells that something was cut.
            this.#chunks = [copy(text.slice(-characters - 1))];
            this.#length = characters + 1;
            return;
        }
        this.#chunks.push(copy(text));
        this.#length += text.length + 1;
        if (this.#length > 2 * characters || this.#chunks.length > 4 * this.#limits.lines + 64)
            this.#shrink();
    }
    clear() {
        this.#chunks = [];
        this.#length = 0;
    }
    /** The last lines; the first one may be the end of a longer line, then `…` begins it. */
    text() {
        const all = this.#chunks.join("\n");
        const lines = all.split("\n").slice(-this.#limits.lines).join("\n");
        if (lines.length <= this.#limits.characters)
            return lines;
        const cut = lines.slice(-this.#limits.characters);
        const newline = cut.indexOf("\n");
        const whole = newline >= 0 && newline < cut.length / 2 ? cut.slice(newline + 1) : `…${cut.slice(1)}`;
        return whole.replace(/^(…?)[\udc00-\udfff]/, "$1");
    }
    #shrink() {
        const text = this.text();
        this.#chunks = [copy(text)];
        this.#length = text.length;
    }
}
/** A slice keeps the whole string that it was cut from alive, here a chunk of output; a copy does not. */
function copy(text) {
    return Buffer.from(text, "utf16le").toString("utf16le");
}

;// CONCATENATED MODULE: ./lib/report/trace.js

/** Beyond so many failed steps their last output is not kept: memory stays bounded however many fail. */
const MOST_TAILS = 100;
/** Follows a run: what was planned, what ran, what runs now, and the last output of what failed. */
class trace_Trace {
    phases = new Map();
    plan;
    /** What forgexec itself does for the phase that runs. */
    progress;
    #current;
    #limits;
    #tails = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    take(event) {
        switch (event.type) {
            case "run.start":
                this.plan = event.plan;
                return;
            case "phase.start":
                this.#current = this.#phase(event.phase, event.time);
                this.progress = undefined;
                return;
            case "step.start":
                this.#start(event);
                return;
            case "output":
                this.step(event)?.tail.push(event.text);
                return;
            case "step.end":
                this.#end(event);
                return;
            case "progress":
                this.progress = event.text;
                return;
            case "phase.end":
                this.#phase(event.phase, event.time).end = event;
                this.#current = undefined;
        }
    }
    step(at) {
        return this.phases.get(at.phase)?.steps.get(at.step);
    }
    planned(at) {
        const phase = this.plan?.phases.find((candidate) => candidate.phase === at.phase);
        const likely = phase?.steps[at.step];
        return likely?.step === at.step ? likely : phase?.steps.find((candidate) => candidate.step === at.step);
    }
    /** The phase that runs. */
    current() {
        return this.#current;
    }
    /** Steps that were started and have not ended, in spec order. */
    running() {
        return this.#steps().filter((step) => step.end === undefined);
    }
    /** Steps that made their phase fail, in spec order. */
    failures(phase) {
        return this.#steps(phase).filter((step) => trace_isFailure(step.end?.result) && !trace_isAllowed(step));
    }
    #steps(only) {
        const phases = [...this.phases.values()].filter(({ phase }) => only === undefined || phase === only);
        return phases.flatMap(({ steps }) => [...steps.values()].sort((a, b) => a.step - b.step));
    }
    #phase(phase, time) {
        const known = this.phases.get(phase);
        if (known !== undefined)
            return known;
        const parallel = this.plan?.phases.find((planned) => planned.phase === phase)?.parallel ?? false;
        const trace = {
            phase,
            startedAt: Date.parse(time),
            parallel,
            steps: new Map(),
            end: undefined,
        };
        this.phases.set(phase, trace);
        return trace;
    }
    #start(event) {
        const phase = this.#phase(event.phase, event.time);
        const planned = this.planned(event);
        this.progress = undefined;
        const { name, argv, background, attempt, step } = event;
        const startedAt = Date.parse(event.time);
        const tail = new Tail(this.#limits);
        phase.steps.set(step, {
            phase: event.phase,
            step,
            name,
            argv,
            background,
            attempt,
            startedAt,
            planned,
            tail,
            end: undefined,
        });
    }
    #end(event) {
        const step = this.step(event);
        if (step === undefined)
            return;
        step.end = event;
        if (trace_isFailure(event.result) && this.#tails < MOST_TAILS)
            this.#tails++;
        else
            step.tail.clear();
    }
}
function trace_isFailure(result) {
    return result === "failure" || result === "timed-out";
}
/** Whether the spec lets the step fail. */
function trace_isAllowed(step) {
    return step.planned?.continueOnError === true;
}
/** Whether a step runs beside others, so that its lines have to say whose they are. */
function trace_isLabelled(trace, step) {
    return step.background || trace.phases.get(step.phase)?.parallel === true;
}

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
        return `killed by ${terminal_text_oneLine(end.signal)}`;
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
    return terminal_text_oneLine((0,lib_spec/* quoteWords */.AD)(argv));
}
/** The step's name, unless it only repeats the command or its beginning, as the name of a step without one does. */
function words_ownName(step) {
    const name = step.name.endsWith(" …") ? step.name.slice(0, -2) : step.name;
    const commands = [(0,lib_spec/* quoteWords */.AD)(step.argv), step.argv.join(" "), (step.argv.at(-1) ?? "").trim()];
    return commands.some((command) => command.startsWith(name)) ? undefined : terminal_text_oneLine(step.name);
}
const LONGEST_TITLE = 1000;
/** The step's name, or its command where it has none. */
function words_stepTitle(step) {
    return terminal_text_oneLine((step.name === "" ? (0,lib_spec/* quoteWords */.AD)(step.argv) : step.name).slice(0, LONGEST_TITLE));
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
class ActionsLines {
    #trace;
    #outputs = new outputs_Outputs("keep");
    #theme = theme_theme(true);
    constructor(trace) {
        this.#trace = trace;
    }
    of(event) {
        switch (event.type) {
            case "run.start":
                return `forgexec ${event.version} · ${event.stage}`;
            case "progress":
                return this.#theme.dim(terminal_text_oneLine(event.text));
            case "step.start":
                return this.#stepStart(event);
            case "step.ready":
                return `${this.#theme.mark("success")} ${this.#title(event)} is ready`;
            case "step.end":
                return this.#stepEnd(event);
            case "annotation":
                return terminal_text_oneLine(`${event.level}: ${event.file}:${event.line}:${event.column}: ${event.title} ${event.message}`);
            case "warning":
                return this.#theme.yellow(`warning: ${terminal_text_oneLine(event.message)}`);
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
        return `${mark(event.result)} ${event.phase} ${words_RESULT_WORDS[event.result]} ${dim(`in ${duration_durationText(event.durationMs)}${cached}`)}`;
    }
    /** What to show outside the group of a phase that has ended. */
    failures(event) {
        const file = this.#trace.plan?.spec;
        const failed = this.#trace.failures(event.phase).map((step) => this.#failure(step, file));
        if (failed.length > 0 || !trace_isFailure(event.result))
            return failed;
        const { message = `${event.phase} ${words_RESULT_WORDS[event.result]}`, place = null } = event.error ?? {};
        const annotation = { level: "error", file, ...place, title: event.phase, message: terminal_text_plain(message) };
        return [{ tail: "", annotation }];
    }
    runEnd(event) {
        const { mark, bold } = this.#theme;
        const stage = this.#trace.plan?.stage ?? "run";
        const code = event.exitCode === 0 ? "" : `, exit code ${event.exitCode}`;
        const cache = cache_text_cacheText(event.cache);
        const last = `${mark(event.result)} ${bold(`${stage} ${words_RESULT_WORDS[event.result]}`)} in ${duration_durationText(event.durationMs)}${code}`;
        return cache === null ? last : `${this.#theme.dim(cache)}\n${last}`;
    }
    #failure(step, file) {
        const { bold, red } = this.#theme;
        const reason = step.end === undefined ? "failed" : words_reasonText(step.end);
        const took = duration_durationText(step.end?.durationMs ?? 0);
        const command = (0,columns/* clip */.$Q)(words_commandText(step.argv), LONGEST_COMMAND);
        const head = `${red(bold(`${step.phase} › ${words_stepTitle(step)}: ${reason}`))}`;
        const output = terminal_text_plain(step.tail.text());
        const last = output === "" ? "It printed nothing." : `Its last lines:\n${output}`;
        return {
            tail: `${head}\n$ ${command}\n${last}`,
            annotation: {
                level: "error",
                file,
                line: step.planned?.position.line,
                column: step.planned?.position.column,
                title: `${step.phase}: ${words_stepTitle(step)}`,
                message: `${command}: ${reason} after ${took}`,
            },
        };
    }
    #stepStart(event) {
        const name = words_ownName(event);
        const again = event.attempt > 1 ? `attempt ${event.attempt}: ` : "";
        const command = this.#theme.cyan(`$ ${(0,columns/* clip */.$Q)(words_commandText(event.argv), LONGEST_COMMAND)}`);
        const kind = event.background ? this.#theme.dim(" (in the background)") : "";
        return `${again}${name === undefined ? "" : `${this.#theme.bold(name)}  `}${command}${kind}`;
    }
    #stepEnd(event) {
        const { dim, mark, paint } = this.#theme;
        const step = this.#trace.step(event);
        if (step === undefined)
            return this.#unstarted(event);
        const took = dim(duration_durationText(event.durationMs));
        const title = trace_isLabelled(this.#trace, step) ? `${this.#title(event)} ` : "";
        const allowed = trace_isFailure(event.result) && trace_isAllowed(step) ? " (may fail)" : "";
        const reason = event.result === "success" ? "" : `${paint(event.result)(words_reasonText(event))}${allowed} `;
        return `${mark(event.result)} ${title}${reason}${took}`;
    }
    #unstarted(event) {
        const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
        if (planned === undefined || (planned.skip === null && event.cached !== true))
            return "";
        const why = planned.skip === null ? "" : `: ${terminal_text_oneLine(planned.skip)}`;
        return `${this.#theme.mark(event.result)} ${this.#theme.dim(`${words_stepTitle(planned)} ${words_reasonText(event)}${why}`)}`;
    }
    #title(at) {
        const step = this.#trace.step(at);
        return step === undefined ? "" : words_stepTitle(step);
    }
    #label(event) {
        const step = this.#trace.step(event);
        if (step === undefined || !trace_isLabelled(this.#trace, step))
            return "";
        return `${this.#theme.dim(`[${(0,columns/* clip */.$Q)(words_stepTitle(step), LONGEST_LABEL)}]`)} `;
    }
}

;// CONCATENATED MODULE: ./lib/report/actions-log.js
/** Breaks what would be read as a command, or drawn as one by the log page, without showing. */
const ZERO_WIDTH = "\u200b";
/**
 * The runner's log as text that commands can't act through. What is not forgexec's own goes into blocks in which the
 * runner reads no workflow commands (`stop-commands`); each block has a token of its own, and a text that has the token
 * of the block in it (a process may find it in the runner's own files) is broken.
 */
class ActionsLog {
    #randomToken;
    #block;
    #text = "";
    constructor(randomToken) {
        this.#randomToken = randomToken;
    }
    /** Adds whole lines, without the last newline, that must not act. */
    inert(text) {
        if (text === "")
            return;
        this.#open();
        this.#text += `${this.#broken(text)}\n`;
    }
    /** Adds whole lines, without the last newline, that may. */
    live(text) {
        if (text === "")
            return;
        this.close();
        this.#text += `${text}\n`;
    }
    /** Ends the block, if there is one: the lines before it have ended, so the token stands at the beginning of its own. */
    close() {
        if (this.#block !== undefined)
            this.#text += `::${this.#block.token}::\n`;
        this.#block = undefined;
    }
    /** What to write now. */
    take() {
        const text = this.#text;
        this.#text = "";
        return text;
    }
    #open() {
        if (this.#block !== undefined)
            return;
        const token = this.#randomToken();
        this.#block = { token, guess: new RegExp(token.replace(/[^A-Za-z0-9]/g, "\\$&"), "gi") };
        this.#text += `::stop-commands::${token}\n`;
    }
    #broken(text) {
        const drawn = text.includes("##[") ? text.replaceAll("##[", `##${ZERO_WIDTH}[`) : text;
        if (this.#block === undefined || !drawn.includes("::"))
            return drawn;
        return drawn.replace(this.#block.guess, (token) => `${token[0]}${ZERO_WIDTH}${token.slice(1)}`);
    }
}

;// CONCATENATED MODULE: ./lib/report/sink.js
/** Writes to a stream and says when to wait. A stream that breaks takes nothing more; its error is thrown once. */
class sink_Sink {
    #out;
    #broken = false;
    #error;
    #waiting;
    constructor(out) {
        this.#out = out;
        // Without a listener, a reader that goes away (`| head`) would end the process and leave the build's commands behind.
        out.on("error", this.#fail);
    }
    /** Writes; a returned promise resolves when the stream takes more, or never will. */
    write(text) {
        if (text === "")
            return this.#waiting;
        this.#throwOnce();
        if (this.#broken || this.#out.destroyed === true)
            return;
        if (this.#out.write(text))
            return;
        this.#waiting ??= this.#drained();
        return this.#waiting;
    }
    /** Waits for what is under way and lets the stream go. */
    async close() {
        await this.#waiting;
        // The listener stays: the error of a last write may come later.
        this.#throwOnce();
    }
    #fail = (error) => {
        this.#broken = true;
        this.#error ??= error;
    };
    #throwOnce() {
        const error = this.#error;
        if (error === undefined)
            return;
        this.#error = undefined;
        // A reader that has seen enough is no fault.
        if (error.code !== "EPIPE")
            throw error;
    }
    #drained() {
        return new Promise((resolve) => {
            const done = () => {
                for (const event of ["drain", "error", "close"])
                    this.#out.off(event, done);
                this.#waiting = undefined;
                resolve();
            };
            for (const event of ["drain", "error", "close"])
                this.#out.on(event, done);
        });
    }
}

;// CONCATENATED MODULE: ./lib/report/actions.js








/** Lines of output shown again, outside the group, for each failure. */
const TAIL = { lines: 30, characters: 16 * 1024 };
/** Reports a run to the log of GitHub Actions: a group a phase, and what failed outside of them. */
function actionsReporter(options) {
    const { out, workflowCommands = "inert" } = options;
    const sink = new sink_Sink(out);
    const trace = new trace_Trace(TAIL);
    const log = new ActionsLog(options.randomToken ?? (() => (0,external_node_crypto_.randomBytes)(20).toString("hex")));
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
                annotate({ ...event, message: terminal_text_plain(event.message), title: terminal_text_plain(event.title) }, event);
                break;
            case "warning":
                annotate({ level: "warning", title: "forgexec", message: terminal_text_plain(event.message) }, event);
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
function code(text) {
    return `<code>${escapeMarkdown(text)}</code>`;
}
/** So many characters (code points) of a text, with an ellipsis where something was cut. */
function markdown_cut(text, characters) {
    const start = [...text.slice(0, 2 * characters + 1)];
    return start.length <= characters && text.length <= 2 * characters
        ? text
        : `${start.slice(0, characters - 1).join("")}…`;
}
/** One line of text with everything that Markdown or HTML would act on written as character references. */
function escapeMarkdown(text) {
    return terminal_text_oneLine(text)
        .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
        .replace(/[&<>"'`*[\]\\~|{}^$@!#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi, reference);
}
/** Lines of text as a code block; its fence is longer than any in the text. */
function fenced(text) {
    const shown = terminal_text_plain(text).replaceAll("\r", "");
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

;// CONCATENATED MODULE: ./lib/report/report.js
/**
 * One reporter out of several: each gets every event, in turn. A fault of one becomes one `warning` event for the
 * others, once, and is never thrown.
 */
function teeReporters(reporters, options = {}) {
    const faulty = new Set();
    let time = "";
    const warn = async (reporter, error) => {
        if (faulty.has(reporter))
            return;
        faulty.add(reporter);
        const message = `A report could not be written: ${error instanceof Error ? error.message : String(error)}. The build goes on.`;
        const sound = reporters.filter((other) => !faulty.has(other));
        if (sound.length === 0)
            options.warn?.(message);
        for (const other of sound) {
            await guard(other, () => other.handle({ type: "warning", time, code: "report-failed", message }));
        }
    };
    const guard = (reporter, act) => {
        try {
            const wait = act();
            if (wait !== undefined)
                return wait.catch((error) => warn(reporter, error));
        }
        catch (error) {
            return warn(reporter, error);
        }
    };
    return {
        async handle(event) {
            time = event.time;
            for (const reporter of reporters) {
                const wait = guard(reporter, () => reporter.handle(event));
                if (wait !== undefined)
                    await wait;
            }
        },
        async close() {
            for (const reporter of reporters)
                await guard(reporter, () => reporter.close?.());
        },
    };
}
/**
 * Feeds a run's events to the reporters, closes them whatever happens, and returns the run's last event.
 * Throws what the events' source throws; an Error if it ends without `run.end`.
 */
async function report(events, reporters, options = {}) {
    const all = teeReporters(reporters, options);
    let end;
    try {
        for await (const event of events) {
            await all.handle(event);
            if (event.type === "run.end")
                end = event;
        }
    }
    finally {
        await all.close?.();
    }
    if (end === undefined)
        throw new Error("The run's events ended without run.end.");
    return end;
}

;// CONCATENATED MODULE: ./lib/report/gantt.js


const MOST_BARS = 50;
const gantt_LONGEST_NAME = 40;
/**
 * The steps over time as a Mermaid gantt chart (mermaid.js.org/syntax/gantt). Where there are too many, the longest ones
 * and those that failed are shown. Empty without steps.
 */
function gantt(bars) {
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
    const plain = terminal_text_oneLine(name.slice(0, 1000))
        .replace(/[^\p{L}\p{M}\p{N} ._/=+-]+/gu, " ")
        .replace(/ +/g, " ")
        .trim();
    return markdown_cut(plain === "" ? "step" : plain, gantt_LONGEST_NAME);
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
function summaryTable({ phases, plan, bytes }) {
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
    const time = result === "skipped" ? "" : `**${duration_durationText(durationMs)}**`;
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
        const kind = trace_isFailure(step.result) ? "failures" : "others";
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
    const time = result === "skipped" ? "" : duration_durationText(durationMs);
    const allowed = mayFail && trace_isFailure(result);
    const mark = allowed ? "⚠️" : summary_table_MARKS[result];
    const kind = step.background ? " *background*" : "";
    return `| | ${code(markdown_cut(words_stepTitle(step), width))}${kind} | ${mark} ${resultText(step)}${allowed ? ", may fail" : ""} | ${time} | ${attempts === 0 ? "" : attempts} |`;
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

;// CONCATENATED MODULE: ./lib/report/summary-target.js

/** Below this even the shortest table has no place. */
const LEAST_ROOM = 16 * 1024;
/**
 * Writes a summary within the bound. GitHub drops a summary that is too large as a whole: where commands have filled the
 * file, ours is put first and theirs is cut.
 */
async function writeSummary(target, maxBytes, text) {
    if ("write" in target) {
        await target.write(text(Math.max(0, maxBytes - (target.existingBytes ?? 0))));
        return;
    }
    const { file } = target;
    const existing = await summary_target_sizeOf(file);
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
async function summary_target_sizeOf(file) {
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








const summary_MAX_BYTES = 1024 * 1024 - 1024;
const summary_TAIL = { lines: 50, characters: 16 * 1024 };
const summary_LONGEST_COMMAND = 2000;
/** Writes the job summary when the run has ended: a table of phases and steps, what failed, and a chart. */
function summaryReporter(options) {
    const { target, maxBytes = summary_MAX_BYTES } = options;
    const trace = new trace_Trace(summary_TAIL);
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
    const cache = cache_text_cacheText(end.cache);
    const line = `## ${summary_table_MARKS[end.result]} forgexec: ${stage} ${words_RESULT_WORDS[end.result]} in ${duration_durationText(end.durationMs)}${exit}\n`;
    return cache === null ? line : `${line}\n${escapeMarkdown(capitalised(cache))}.\n`;
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function failureTexts(end, trace) {
    const stepless = end.phases.filter(({ phase, result }) => trace_isFailure(result) && trace.failures(phase).length === 0);
    return [
        ...trace.failures().map(failureText),
        ...stepless.map(({ phase, result, error }) => {
            const why = error === undefined ? `The phase ${words_RESULT_WORDS[result]}.\n` : fenced(words_phaseErrorText(error));
            return `### ${summary_table_MARKS[result]} ${phase}\n\n${why}`;
        }),
    ];
}
function failureText(step) {
    const result = step.end?.result ?? "failure";
    const reason = step.end === undefined ? "failed" : words_reasonText(step.end);
    const took = duration_durationText(step.end?.durationMs ?? 0);
    const attempt = step.attempt > 1 ? ` at attempt ${step.attempt}` : "";
    const command = escapeMarkdown(words_commandText(step.argv).slice(0, summary_LONGEST_COMMAND));
    const tail = step.tail.text();
    const output = tail === "" ? "No output.\n" : fenced(tail);
    return `### ${summary_table_MARKS[result]} ${step.phase}: ${code(words_stepTitle(step))}\n\n<code>${command}</code>: ${reason} after ${took}${attempt}\n\n${output}`;
}
function barsOf(phase) {
    return [...phase.steps.values()].flatMap((step) => step.end === undefined
        ? []
        : [
            {
                section: phase.phase,
                name: `${step.step + 1}. ${words_stepTitle(step)}`,
                result: step.end.result,
                startedAt: step.startedAt,
                durationMs: step.end.durationMs,
            },
        ]);
}

;// CONCATENATED MODULE: ./lib/report/index.js













;// CONCATENATED MODULE: ./lib/action/build-options.js


/** What the inputs ask of the build. Paths are the workspace's; a spec is never looked for in folders above. */
function buildOptions(edge, inputs, where) {
    const { environment, platform, home, now } = edge;
    const { workspace, shared } = where;
    return {
        machine: { environment, platform, home, now, cwd: workspace },
        confineTo: workspace,
        spec: specPath(inputs),
        stage: inputs.stage,
        phases: inputs.phases,
        environment: {},
        keepGoing: false,
        cache: {
            use: inputs.packageCache,
            freshness: inputs.freshness,
            mount: inputs.mount,
            ...(inputs.cachePrefix === null ? {} : { prefix: inputs.cachePrefix }),
            ...(shared === null ? {} : { shared, saving: "later" }),
        },
        workflowCommands: inputs.workflowCommands === "on" ? "passed" : "withheld",
        ...(inputs.workingDirectory === null ? {} : { directory: inputs.workingDirectory }),
        ...(inputs.python === null ? {} : { python: inputs.python }),
        ...(inputs.sandbox === null ? {} : { sandbox: inputs.sandbox }),
        ...(inputs.timeout === null ? {} : { timeout: inputs.timeout }),
        ...(inputs.decryptionKey === null ? {} : { decryptionKey: inputs.decryptionKey }),
    };
}
/** The spec's file, relative to the workspace. */
function specPath({ spec, workingDirectory }) {
    return spec ?? (0,external_node_path_.join)(workingDirectory ?? "", lib_spec/* SPEC_FILE */.$7);
}

;// CONCATENATED MODULE: ./lib/action/cancellation.js

/**
 * How long, in milliseconds, commands may take to end after the runner's SIGINT. The runner signals nobody but this process,
 * follows with SIGTERM after 7.5 s and SIGKILL 2.5 s later; what still runs then would be orphaned.
 */
const CANCEL_GRACE_MS = 4000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** The first signal ends what runs, with grace; the second, or the end of `graceMs`, kills it. */
function cancelOn(source, graceMs) {
    const gentle = new AbortController();
    const kill = new AbortController();
    let timer;
    const listeners = SIGNALS.map((name) => {
        const listener = () => {
            const reason = new Cancelled(name);
            if (gentle.signal.aborted) {
                kill.abort(reason);
            }
            else {
                timer = setTimeout(() => kill.abort(reason), graceMs);
                gentle.abort(reason);
            }
        };
        source.on(name, listener);
        return { name, listener };
    });
    return {
        signal: gentle.signal,
        killSignal: kill.signal,
        release: () => {
            clearTimeout(timer);
            for (const { name, listener } of listeners)
                source.off(name, listener);
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/phases-output.js
/**
 * The most bytes that the output `phases` takes. A job's outputs may have 1 MiB in all, and a variable of a process on Linux
 * 128 KiB: a step that hands the output to its command by `env:` should still start.
 */
const PHASES_OUTPUT_BYTES = 100 * 1024;
const phases_output_WORDS = 16;
const WORD_LENGTH = 100;
/** Ever shorter forms of a step, the whole one first. */
const CUTS = [
    (step) => step,
    (step) => ({ ...step, name: shorten(step.name), argv: someWords(step.argv) }),
    (step) => ({ ...step, name: shorten(step.name), argv: [] }),
];
/** The phases as JSON, masked. What would be too long loses first its commands' further words, then the commands, then the steps. */
function boundedPhases(phases, mask) {
    const masked = phases.map((phase) => ({ ...phase, steps: phase.steps.map((step) => hideSecrets(step, mask)) }));
    for (const cut of CUTS) {
        const json = JSON.stringify(masked.map((phase) => ({ ...phase, steps: phase.steps.map(cut) })));
        if (Buffer.byteLength(json) <= PHASES_OUTPUT_BYTES)
            return json;
    }
    return JSON.stringify(masked.map((phase) => ({ ...phase, steps: [] })));
}
function hideSecrets(step, mask) {
    return { ...step, name: mask(step.name), argv: step.argv.map(mask) };
}
function someWords(argv) {
    const words = argv.slice(0, phases_output_WORDS).map(shorten);
    return argv.length > phases_output_WORDS ? [...words, "…"] : words;
}
function shorten(word) {
    return word.length > WORD_LENGTH ? `${word.slice(0, WORD_LENGTH - 1)}…` : word;
}

;// CONCATENATED MODULE: ./lib/action/outputs.js

/** What the outputs say when nothing ran. */
const NOTHING_RAN = {
    result: "failure",
    phases: "[]",
    "failed-phase": "",
    "cache-hit": "off",
    "cache-key": "",
    "report-path": "",
    matrix: "",
};
/** The outputs of a run that ended. `mask` hides secrets: the runner drops an output that has one in it. */
function outputsOf(end, options) {
    return {
        ...NOTHING_RAN,
        result: end.result,
        phases: boundedPhases(end.phases, options.mask),
        "failed-phase": failedPhase(end.phases)?.phase ?? "",
        "cache-hit": end.cache.hit,
        "cache-key": end.cache.key ?? "",
        matrix: options.matrix,
    };
}
/** The first phase that failed or timed out. */
function failedPhase(phases) {
    return phases.find(({ result }) => result === "failure" || result === "timed-out");
}
function setOutputs(core, outputs) {
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
}

;// CONCATENATED MODULE: ./lib/action/failure.js


/** The longest command, in UTF-16 units, that is shown in the line. */
const COMMAND_LENGTH = 300;
/**
 * One line that says what ended the run: the phase, the command and its exit code. Null: nothing did, the run succeeded.
 * The plan tells which steps may fail.
 */
function failureLine(end, plan) {
    if (end.result === "success" || end.result === "skipped")
        return null;
    if (end.result === "cancelled")
        return `The run was cancelled${during(end)}; exit code ${end.exitCode}.`;
    const phase = failedPhase(end.phases);
    if (phase === undefined)
        return `The run ended with exit code ${end.exitCode}.`;
    const planned = plan.phases.find((other) => other.phase === phase.phase)?.steps;
    const step = phase.steps.find(({ result }, at) => result === phase.result && planned?.[at]?.continueOnError !== true);
    if (step === undefined) {
        return phase.result === "timed-out"
            ? `Phase ${phase.phase} ran out of time; exit code ${end.exitCode}.`
            : `Phase ${phase.phase} failed; exit code ${end.exitCode}.${phase.error === undefined ? "" : ` ${phase.error.message}`}`;
    }
    return `Phase ${phase.phase} failed: ${command(step)} ${how(step)}.`;
}
function during(end) {
    const phase = end.phases.find(({ result }) => result === "cancelled");
    return phase === undefined ? "" : ` during ${phase.phase}`;
}
function command(step) {
    const words = (0,lib_spec/* quoteWords */.AD)(step.argv).replace(/\s+/g, " ");
    return `\`${words.length > COMMAND_LENGTH ? `${words.slice(0, COMMAND_LENGTH)}…` : words}\``;
}
function how(step) {
    const code = step.exitCode === null ? "" : `, exit code ${step.exitCode}`;
    if (step.result === "timed-out")
        return `ran out of time${code}`;
    if (step.signal !== null)
        return `was ended by ${step.signal}${code}`;
    return step.exitCode === null ? "could not be run" : `ended with exit code ${step.exitCode}`;
}

;// CONCATENATED MODULE: ./lib/action/inert.js
const inert_ZERO_WIDTH = "\u200b";
/** Lines that the runner takes no workflow commands from: a block of `stop-commands` with a token that nobody can guess. */
function inert(text, randomToken) {
    const token = randomToken();
    return `::stop-commands::${token}\n${undrawn(text)}\n::${token}::\n`;
}
/** Breaks, without showing, what the log page may draw as a command whatever stands around it. */
function undrawn(text) {
    return text.replaceAll("##[", `##${inert_ZERO_WIDTH}[`);
}

;// CONCATENATED MODULE: ./lib/action/reporters.js

/** Who is told of the run: the job's log, and the job summary unless it is turned off or the runner has none. */
function reportersFor(edge, { inputs, workspace }) {
    const { environment, log } = edge;
    const actions = actionsReporter({
        out: log,
        workflowCommands: inputs.workflowCommands === "on" ? "run" : "inert",
        annotations: inputs.annotations,
        workspace,
    });
    if (inputs.summary === "off" || !environment.GITHUB_STEP_SUMMARY)
        return [actions];
    return [actions, summaryReporter({ target: { file: environment.GITHUB_STEP_SUMMARY } })];
}

;// CONCATENATED MODULE: ./lib/action/saves.js





const STATE = "pendingSaves";
/** Makes the Actions cache, where the job has one; null: the cache directory is all there is. */
async function sharedStore(edge) {
    const { ActionsCache } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1378));
    if (!ActionsCache.isAvailable(edge.environment))
        return null;
    return (warn) => new ActionsCache({ warn });
}
/** Hands what is to be saved on to post, which has the time for it: the job's steps are over by then. */
function leaveForPost(core, pending) {
    if (pending.length > 0)
        core.saveState(STATE, JSON.stringify(pending));
}
/** Saves what main left for post. A fault is a warning of the store's. */
async function saveWhatIsLeft(edge) {
    const pending = read(edge.core.getState(STATE));
    const make = pending.length === 0 ? null : await sharedStore(edge);
    const store = make?.((message) => edge.core.warning(undrawn(message)));
    for (const left of pending) {
        const { what, key, paths } = left;
        if (!(await (0,kept_image/* isStillThere */.Tf)(left))) {
            edge.log.write(`The ${what} was not saved, since a later step made another: ${key}\n`);
            continue;
        }
        const saved = (await store?.save(key, paths)) ?? null;
        const size = saved === null ? "" : ` (${sizeText(saved.bytes)})`;
        edge.log.write(saved === null ? `The ${what} was not saved: ${key}\n` : `Saved the ${what}${size}: ${key}\n`);
        if (what === "environment" && paths[0] !== undefined)
            await (0,promises_.rm)((0,external_node_path_.dirname)(paths[0]), { recursive: true, force: true });
    }
}
function read(state) {
    return state === "" ? [] : JSON.parse(state);
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

// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
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

;// CONCATENATED MODULE: ./lib/action/tell.js







/** GitHub shows ten errors of a step; the last is the one that says why it failed. */
const MOST_ANNOTATIONS = 9;
/** Fails the job for what was thrown: bad usage and a bad spec in words for the user, anything else as a fault of forgexec's own. */
function tellFailure(edge, { error, annotations }) {
    if (error instanceof model_SpecError && error.code !== "invalid-spec") {
        tellPlaced(edge, { error, annotations });
        return;
    }
    if (error instanceof model_SpecError)
        tellDiagnostics(edge, { found: error, annotations });
    if (error instanceof errors/* UsageError */.e)
        edge.core.setFailed(undrawn((0,printable/* printableLines */.f)(error.message)));
    else
        tellFault(edge, error);
}
/** A sandbox that cannot be had, at the place in the spec that asks for it: its message says all there is. */
function tellPlaced(edge, { error, annotations }) {
    const [diagnostic] = error.diagnostics;
    const text = undrawn((0,printable/* printableLines */.f)(error.message));
    if (annotations === "off" || diagnostic === undefined)
        edge.core.setFailed(text);
    else {
        edge.core.error(text, { title: "Sandbox", ...placeOf(diagnostic) });
        edge.fail();
    }
}
/** Shows what was found in a spec that runs all the same. */
function tellWarnings(edge, { build, annotations }) {
    tellDiagnostics(edge, { found: build, annotations });
}
function tellDiagnostics(edge, options) {
    const { diagnostics, specText } = options.found;
    if (diagnostics.length === 0)
        return;
    const texts = diagnostics.map((diagnostic) => (0,lib_spec/* renderDiagnostic */.IW)(diagnostic, specText, { color: "never" }));
    edge.log.write(inert(texts.join("\n"), external_node_crypto_.randomUUID));
    if (options.annotations === "off")
        return;
    for (const severity of ["error", "warning"]) {
        const some = diagnostics.filter((diagnostic) => diagnostic.severity === severity).slice(0, MOST_ANNOTATIONS);
        for (const diagnostic of some)
            annotate(edge, diagnostic);
    }
}
function annotate({ core }, diagnostic) {
    const { severity, message, suggestion } = diagnostic;
    const hint = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
    core[severity](undrawn((0,printable/* printableLines */.f)(message + hint)), {
        title: "Build spec",
        ...placeOf(diagnostic),
    });
}
function placeOf({ file, line, column }) {
    return { file, startLine: line, startColumn: column };
}

;// CONCATENATED MODULE: ./lib/action/tools.js
const TOOLS = ["git", "python3", "uv"];
/** Tells the debug log, where the job has one, which tools the run will meet: what a report of a fault should say. */
async function tellTools({ core, environment }) {
    if (!core.isDebug())
        return;
    const { getExecOutput } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1260));
    for (const tool of TOOLS) {
        const options = { silent: true, ignoreReturnCode: true, env: { ...environment } };
        const version = await getExecOutput(tool, ["--version"], options).then(({ stdout }) => stdout.trim(), () => "not found");
        core.debug(`${tool}: ${version}`);
    }
}

;// CONCATENATED MODULE: ./lib/action/workspace.js




/** The job's workspace, links resolved: nothing that a spec or an input names may lie outside of it. */
async function workspace_workspaceOf(edge) {
    const given = edge.environment.GITHUB_WORKSPACE;
    if (!given) {
        throw new errors/* UsageError */.e("no-workspace", "GITHUB_WORKSPACE is not set, so this is no GitHub job. On other machines use the command line: forgexec run.");
    }
    return (0,promises_.realpath)(given).catch((error) => {
        throw new errors/* UsageError */.e("no-workspace", `The workspace ${given} cannot be opened: ${error.message}. Is actions/checkout missing?`);
    });
}
/** Refuses a spec that is not there, in words of the inputs. Of places outside of the workspace it tells nothing. */
async function requireSpec(workspace, inputs) {
    const shown = specPath(inputs);
    const path = (0,external_node_path_.resolve)(workspace, shown);
    if (!path.startsWith(workspace + external_node_path_.sep) || (await isThere(path)))
        return;
    // A working directory that is missing is told of as such.
    if (inputs.spec === null && !(await isThere((0,external_node_path_.dirname)(path))))
        return;
    const advice = inputs.spec === null
        ? 'Write one with "forgexec init", or name another file by the input "spec".'
        : 'The input "spec" names it.';
    throw new errors/* UsageError */.e("no-spec", `There is no ${shown} in the workspace ${workspace}. ${advice} Is actions/checkout missing?`);
}
async function isThere(path) {
    return (await (0,promises_.lstat)(path).catch(() => null)) !== null;
}

;// CONCATENATED MODULE: ./lib/action/main.js















/** Runs the spec and reports it. Sets every output whatever happens, and the exit code; never throws. */
async function main(edge) {
    let inputs = null;
    let outputs = NOTHING_RAN;
    try {
        inputs = readInputs((name) => edge.core.getInput(name));
        outputs = await main_run(edge, inputs);
    }
    catch (error) {
        tellFailure(edge, { error, annotations: inputs?.annotations ?? "on" });
    }
    finally {
        setOutputs(edge.core, outputs);
    }
}
async function main_run(edge, inputs) {
    const { core } = edge;
    hide(core, inputs.decryptionKey ?? "");
    hide(core, inputs.githubToken ?? "");
    const cancellation = cancelOn(edge.signals, CANCEL_GRACE_MS);
    try {
        await tellTools(edge);
        const workspace = await workspace_workspaceOf(edge);
        await requireSpec(workspace, inputs);
        const shared = await sharedStore(edge);
        const build = await prepareBuild(buildOptions(edge, inputs, { workspace, shared }));
        await edge.closeInherited();
        for (const secret of build.secrets)
            hide(core, secret);
        tellWarnings(edge, { build, annotations: inputs.annotations });
        // What is told begins with a word of ours, so that no runner takes a line for a command.
        const progress = (line) => void edge.log.write(`${undrawn(build.mask(line))}\n`);
        const events = build.run({ ...cancellation, progress });
        const end = await report(events, reportersFor(edge, { inputs, workspace }));
        leaveForPost(core, build.pendingSaves());
        const failure = failureLine(end, build.plan);
        if (failure !== null)
            core.setFailed(undrawn(build.mask(failure)));
        return outputsOf(end, { matrix: JSON.stringify(matrixOf(build.plan)), mask: build.mask });
    }
    finally {
        cancellation.release();
    }
}

;// CONCATENATED MODULE: ./lib/action/post.js





/** From SIGTERM to SIGKILL: nobody waits for a job that is over. */
const post_GRACE_MS = 1000;
/** Ends what a main that was killed left running, and puts back what it left changed. Never fails the job: a fault is a warning. */
async function post(edge) {
    const { core, environment, platform, home, cwd, now } = edge;
    try {
        await endStraysOfDeadRuns({ graceMs: post_GRACE_MS, hurry: new AbortController().signal });
        const directory = cacheDirectory({ environment, platform, home, cwd, now });
        await saveWhatIsLeft(edge);
        for (const note of await (0,recover/* recoverPackages */.cm)({ home, cacheDirectory: directory }))
            core.warning(undrawn(note));
    }
    catch (error) {
        core.warning(undrawn(`Cleaning up after the run failed: ${error instanceof Error ? error.message : String(error)}`));
    }
}

;// CONCATENATED MODULE: ./lib/action/run-action.js



const run_action_STATE = "isPost";
/** The whole action. Main and post are one bundle; the state that main saves tells post that it is post. Never throws. */
async function runAction(edge) {
    if (edge.core.getState(run_action_STATE) !== "")
        return post(edge);
    try {
        edge.core.saveState(run_action_STATE, "true");
        await main(edge);
    }
    catch (error) {
        tellFailure(edge, { error, annotations: "off" });
    }
}

;// CONCATENATED MODULE: ./lib/action/index.js





/***/ }),

/***/ 1378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ActionsCache: () => (/* reexport */ ActionsCache),
  Q: () => (/* reexport */ DirectoryCache)
});

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
const MOST_KEYS = 10;
/** A key as the service takes it: at most 512 characters, no commas. What it stood for is in the entry itself. */
function wireKey(key) {
    const plain = plainKey(key);
    if (plain.length <= LENGTH)
        return plain;
    return `${plain.slice(0, KEPT)}-${(0,external_node_crypto_.createHash)("sha256").update(key).digest("hex")}`;
}
/** The beginning of a key, likewise; it may fit more keys than the ones meant. */
function wirePrefix(prefix) {
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
var lib_command = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/cache/actions-faults.js
const COMMAND = /^::(warning|error)(?: [^:]*)?::(.*)$/;
const RESERVING = /^(?:::debug::Failed to reserve cache: |Failed to save: Unable to reserve cache with key .* More details: )(.*)$/;
/** Of another job, or of an earlier run of this one. */
const THERE_ALREADY = /already[ _]exist|another job|conflict|\b409\b/i;
/** The client tries some calls again, in silence, for half a minute. */
const TRIED = /^Attempt \d+ of \d+ failed with error: (.*?)\.? Retrying request in /;
const SECRET = /([?&]sig=|\btoken=|\bbearer )[^\s&"']+/gi;
/**
 * The fault that the Actions cache's client told of, from what it wrote: workflow commands, in a process whose output no
 * runner reads. Null: none, or one that is no fault, as that the key is there already.
 */
function faultIn(output) {
    const lines = output.split(/\r?\n/);
    if (lines.some((line) => THERE_ALREADY.test(RESERVING.exec(line)?.[1] ?? "")))
        return null;
    const told = lines.flatMap((line) => COMMAND.exec(line)?.[2] ?? []);
    const reserving = lines.flatMap((line) => RESERVING.exec(line)?.[1] ?? []);
    const tried = lines.flatMap((line) => TRIED.exec(line)?.[1] ?? []);
    const fault = tried.concat(reserving, told).at(-1);
    if (fault === undefined || THERE_ALREADY.test(fault))
        return null;
    return unescaped(fault).replaceAll(SECRET, "$1***");
}
function unescaped(text) {
    return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

;// CONCATENATED MODULE: ./lib/cache/actions-request.js
/** Outside of the folder that archives are unpacked in. */
const ANSWER = "../answer.json";

// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
;// CONCATENATED MODULE: ./lib/cache/guard.js

const TIMEOUT_MS = 120_000;
const SAVE_TIMEOUT_MS = 300_000;
const MESSAGE_LENGTH = 500;
/** What is called off may still clear up after itself; a file system that hangs doesn't even look at signals. */
const CLEAR_UP_MS = 5000;
/** A fault that says more than that the time was up. */
class StoreFault extends Error {
    name = "StoreFault";
}
/** Turns the faults of a store into one warning and a miss, and bounds its calls in time. */
class Guard {
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
            const late = ended.signal.aborted && !(error instanceof StoreFault);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
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
async function readRecord(folder) {
    const content = await (0,read_file/* readRegularFile */.X)(recordPath(folder), LIMIT).catch((error) => {
        if ((0,files/* isCode */._m)(error, "ENOENT") || (0,files/* isCode */._m)(error, "ENOTDIR"))
            return null;
        throw error;
    });
    if (content === null)
        return null;
    const [line = "", body = ""] = "bytes" in content ? content.bytes.toString("utf8").split("\n") : [];
    if (line !== digest(body))
        throw new Damaged("its record is damaged");
    const { success, data } = schema.safeParse(parsed(body));
    if (!success)
        throw new Damaged("another version of forgexec wrote it");
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
class Damaged extends Error {
    name = "Damaged";
}
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./lib/cache/actions-process.js









/** The program beside this file, as the library has it; the one of the bundles. */
const PROGRAMS = ["./entry.js", "../cache/index.js"];
/** Names of the machine's environment that would change what tar, Node or the client do. */
const LEFT_OUT = /^(TAR_OPTIONS|NODE_OPTIONS|RUNNER_DEBUG|ACTIONS_STEP_DEBUG|GZIP|ZSTD_.*)$/i;
const UNPACKING = /^Failed to restore: \S*tar\S* failed with error/;
/**
 * tar without `-P`: the client gives that, and then an archive's absolute names, `..` and links would lead out of the
 * folder that it is unpacked in.
 */
const SAFE_TAR = `#!/bin/sh
for word do
  shift
  [ "$word" = -P ] || set -- "$@" "$word"
done
PATH=\${PATH#*:} exec "\${0##*/}" "$@"
`;
/**
 * Asks the Actions cache's own client, in a process of its own: what it writes to standard output never mixes with a run's,
 * it can be ended when it hangs, and what it takes from the environment (folders, PATH) is its alone. It works below
 * `folder`; names in a request and in archives are relative to `exchangeFolder(folder)`.
 *
 * @throws StoreFault with what the client or the service told of; Damaged
 */
async function askActions(request, where, signal) {
    const { folder, environment } = where;
    const files = exchangeFolder(folder);
    await (0,promises_.mkdir)(files, { recursive: true, mode: 0o700 });
    const kept = Object.entries(environment).filter(([name]) => !LEFT_OUT.test(name));
    const command = new lib_command.Command(process.execPath, [program(), JSON.stringify(request)])
        .envAll(Object.fromEntries(kept))
        // The client puts paths into command lines without quotes, so there are none that a blank could be in. It runs tar in a
        // folder that it makes in RUNNER_TEMP and in this one: each path has to be right in both.
        .env("RUNNER_TEMP", "..")
        .env("GITHUB_WORKSPACE", (0,external_node_path_.join)("..", (0,external_node_path_.basename)(files)))
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
        command.env("PATH", await withSafeTar((0,external_node_path_.join)(folder, "tools"), environment.PATH ?? ""));
    const { stdout, stderr, reason, status } = await (await command.start()).wait();
    // A try that failed is no fault if another one did not.
    if (reason === null) {
        const { key } = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(files, ANSWER), "utf8"));
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
function exchangeFolder(folder) {
    return (0,external_node_path_.join)(folder, "client", "files");
}
async function withSafeTar(folder, path) {
    if (folder.includes(external_node_path_.delimiter))
        throw new Error(`${folder} can't be used: it has a "${external_node_path_.delimiter}" in it`);
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    for (const name of ["tar", "gtar"]) {
        if (path.split(external_node_path_.delimiter).some((each) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(each, name)))) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), SAFE_TAR, { mode: 0o700 });
        }
    }
    return `${folder}${external_node_path_.delimiter}${path}`;
}
function program() {
    const paths = PROGRAMS.map((name) => (0,external_node_url_.fileURLToPath)(new URL(name, import.meta.url)));
    const found = paths.find((path) => (0,external_node_fs_.existsSync)(path));
    if (found === undefined)
        throw new Error(`its client is missing: ${paths.join(", ")}`);
    return found;
}

;// CONCATENATED MODULE: ./lib/cache/hit.js
/** What is told of an entry. */
function hitOf({ key, bytes, parts }) {
    return { key, bytes, sha256s: parts.map((part) => (part.kind === "file" ? part.sha256 : null)) };
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
        throw new Damaged("its archive holds devices");
}
/** How folders are best archived here: zstd where it is to be had. */
async function bestArchive() {
    const { reason } = await new lib_command.Command("zstd", ["--version"]).timeout(10_000).allowFailure().run();
    return reason === null ? "tar+zstd" : "tar+gzip";
}
/** TAR_OPTIONS and the like of the machine must not reach it: `-P` would undo what keeps hostile archives in. */
function tar(...args) {
    return new lib_command.Command("tar", args.filter((arg) => arg !== null))
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
async function packEntry(folder, source, signal) {
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
            throw new Damaged("a part of it is no file");
        const found = reading === "always" ? await (0,lib_sha256/* sha256OfFile */.V)(handle, signal) : (await (0,lib_sha256/* rememberedSha256 */.g)(handle, signal)).sha256;
        if (found !== sha256)
            throw new Damaged("its sha256 is not the one it had");
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
            throw new Damaged("a part of it is missing");
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
async function unpackEntry(entry, signal) {
    const { paths, parts } = entry.record;
    const folders = [];
    try {
        const changes = [];
        for (const [index, part] of parts.entries()) {
            const path = (0,external_node_path_.resolve)(paths[index]);
            const own = await (0,own_folder/* makeOwnFolder */.x)((0,external_node_path_.dirname)(path), stagingPrefix(path));
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
function stagingPrefix(path) {
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
            const entry = (0,external_node_path_.join)(exchangeFolder(folder), path);
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
            await (0,promises_.mkdir)(exchangeFolder(folder), { recursive: true, mode: 0o700 });
            const record = await packEntry((0,external_node_path_.join)(exchangeFolder(folder), path), source, signal);
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
        const first = (0,external_node_path_.resolve)(paths[0] ?? "");
        const own = await (0,own_folder/* makeOwnFolder */.x)((0,external_node_path_.dirname)(first), stagingPrefix(first));
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
    return `forgexec-${(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(paths)).digest("hex").slice(0, 32)}`;
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
            const record = await readRecord(folder);
            if (record === null)
                throw new Damaged("its record is missing");
            return { id, folder, inode, record, used: (await (0,promises_.stat)(recordPath(folder))).mtimeMs };
        }
        catch (error) {
            if (!(error instanceof Damaged))
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
        this.#guard = new Guard(`the cache in ${directory}`, options);
        this.#now = options.now ?? Date.now;
    }
    restore(key, restoreKeys, paths, call = {}) {
        return this.#guard.run("restore", call, async (signal) => {
            await this.#entries.sweep();
            for await (const entry of this.#candidates([key, restoreKeys], paths)) {
                if (await this.#unpack(entry, signal))
                    return hitOf(entry.record);
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
                const record = await packEntry(folder, source, signal);
                await this.#entries.touch(folder, source.created);
                signal.throwIfAborted();
                return (await this.#entries.add(id, folder)) ? hitOf(record) : null;
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
            await unpackEntry({ folder, record }, signal);
        }
        catch (error) {
            if (!(error instanceof Damaged))
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
        if (error instanceof Damaged)
            return error.message;
        throw error;
    }
}
function described({ id, used, record: { key, paths, bytes, created } }) {
    return { id, key, paths, bytes, created, used };
}

;// CONCATENATED MODULE: ./lib/cache/index.js




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
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/* unused harmony exports widest, pad, padStart */
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

/***/ 9268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Command: () => (/* reexport */ Command),
  CommandError: () => (/* reexport */ CommandError),
  capabilityName: () => (/* reexport */ capabilityName),
  capabilityNumber: () => (/* reexport */ capabilityNumber),
  closeInheritedFds: () => (/* reexport */ closeInheritedFds),
  errorCode: () => (/* reexport */ errorCode),
  guardPlace: () => (/* reexport */ guardPlace),
  killMarked: () => (/* reexport */ killMarked),
  markedValues: () => (/* reexport */ markedValues),
  parentEnvironment: () => (/* reexport */ parentEnvironment),
  quote: () => (/* reexport */ quote),
  readProcess: () => (/* reexport */ readProcess),
  run: () => (/* reexport */ simple_run),
  saidError: () => (/* reexport */ saidError),
  startChild: () => (/* reexport */ startChild),
  systemError: () => (/* reexport */ systemError)
});

;// CONCATENATED MODULE: ./lib/command/capabilities.js
/** Linux's capabilities in the order of their numbers (capabilities(7), linux/capability.h). */
const names = [
    "chown",
    "dac_override",
    "dac_read_search",
    "fowner",
    "fsetid",
    "kill",
    "setgid",
    "setuid",
    "setpcap",
    "linux_immutable",
    "net_bind_service",
    "net_broadcast",
    "net_admin",
    "net_raw",
    "ipc_lock",
    "ipc_owner",
    "sys_module",
    "sys_rawio",
    "sys_chroot",
    "sys_ptrace",
    "sys_pacct",
    "sys_admin",
    "sys_boot",
    "sys_nice",
    "sys_resource",
    "sys_time",
    "sys_tty_config",
    "mknod",
    "lease",
    "audit_write",
    "audit_control",
    "setfcap",
    "mac_override",
    "mac_admin",
    "syslog",
    "wake_alarm",
    "block_suspend",
    "audit_read",
    "perfmon",
    "bpf",
    "checkpoint_restore",
];
/** The number of a capability, null where there is none of that name. */
function capabilityNumber(name) {
    const index = names.indexOf(name);
    return index < 0 ? null : index;
}
/** "CAP_NET_RAW" and "net_raw" are the same. */
function plainCapability(name) {
    return name.toLowerCase().replace(/^cap_/, "");
}
/** The name of the capability of that number, as CAP_CHOWN; null where there is none. */
function capabilityName(number) {
    const name = names[number];
    return name === undefined ? null : `CAP_${name.toUpperCase()}`;
}

;// CONCATENATED MODULE: ./lib/command/targets.js
/** null: it is nothing that stdin can be. */
function readInput(from) {
    if (isMode(from))
        return { type: from };
    if (typeof from === "string")
        return { type: "bytes", bytes: Buffer.from(from) };
    if (from instanceof Uint8Array)
        return { type: "bytes", bytes: Buffer.from(from) };
    if (typeof from === "number")
        return isFd(from) ? { type: "fd", fd: from } : null;
    return typeof from?.pipe === "function" ? { type: "stream", stream: from } : null;
}
function isMode(from) {
    return from === "null" || from === "inherit" || from === "pipe";
}
/** null: it is nothing that an output can be. */
function readOutput(to) {
    switch (to) {
        case "capture":
        case "buffer":
        case "pipe":
        case "inherit":
        case "null":
        case "stdout":
            return { type: to };
    }
    if (typeof to === "number")
        return isFd(to) ? { type: "fd", fd: to } : null;
    if (typeof to === "function")
        return { type: "line", line: to };
    return typeof to === "object" && typeof to?.write === "function" ? { type: "stream", stream: to } : null;
}
/** Whether it can be the number of a descriptor. */
function isFd(fd) {
    return Number.isInteger(fd) && fd >= 0;
}

;// CONCATENATED MODULE: ./lib/command/environment.js
/** What virCommandAddEnvPassCommon passes on, besides LC_ALL=C. */
const common = ["LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR"];
/** The environment that commands inherit; a library has no other place to take it from than its own process. */
function parentEnvironment() {
    return process.env;
}
/** Whether this process runs with rights its caller lacks (setuid or setgid), so that its environment may be an attack. */
function privileged() {
    return process.getuid?.() !== process.geteuid?.() || process.getgid?.() !== process.getegid?.();
}
/** The value that `envPass` passes on; undefined: the variable is not set. */
function passedValue(name, fallback, whenPrivileged) {
    const trusted = whenPrivileged === "pass" || !privileged();
    return (trusted ? parentEnvironment()[name] : undefined) ?? fallback;
}
/** The common set with a fixed locale, so that messages can be parsed. */
function commonVariables() {
    const passed = common.flatMap((name) => {
        const value = parentEnvironment()[name];
        return value === undefined ? [] : [[name, value]];
    });
    return [["LC_ALL", "C"], ...passed];
}
/** XDG base directories below a folder, as virCommandAddEnvXDG has them. */
function xdgVariables(baseDir) {
    return [
        ["XDG_DATA_HOME", `${baseDir}/.local/share`],
        ["XDG_CACHE_HOME", `${baseDir}/.cache`],
        ["XDG_CONFIG_HOME", `${baseDir}/.config`],
    ];
}

;// CONCATENATED MODULE: ./lib/command/quote.js
const safe = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** A word as a POSIX shell reads it back: as it is where that is safe, else in single quotes. */
function quote(word) {
    return safe.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** A program's name: an `=` in it would make it an assignment. */
function quoteProgram(program) {
    return program.includes("=") ? `'${program.replaceAll("'", "'\\''")}'` : quote(program);
}
/**
 * A command as text for a shell (POSIX, section 2.2): the variables that were added, the program, the arguments.
 * With `lineBreaks` each variable, the program, and each option with its value has a line of its own, joined by " \\\n".
 */
function commandText(command, options = {}) {
    const variables = [...(command.environment ?? [])].map(([name, value]) => `${name}=${quoteEmpty(value)}`);
    const lines = [...variables, quoteProgram(command.program)];
    let afterOption = false;
    // A word that is no string is refused later on, in a message that has the command in it.
    for (const arg of command.args.map(String)) {
        const option = arg.startsWith("-");
        if (afterOption && !option)
            lines[lines.length - 1] += ` ${quote(arg)}`;
        else
            lines.push(quote(arg));
        afterOption = option;
    }
    return lines.join(options.lineBreaks ? " \\\n" : " ");
}
/** A command as messages name it: without its variables, whose values may be secrets and whose number is great. */
function commandWords(command) {
    return commandText({ ...command, environment: null });
}
function quoteEmpty(value) {
    return value === "" ? "" : quote(value);
}

;// CONCATENATED MODULE: ./lib/command/settings.js
/** A command's settings before anything is asked of it: virCommand's defaults, which discard output. */
function defaultSettings(program, args) {
    return {
        program,
        args: [...args],
        environment: null,
        cwd: null,
        umask: null,
        limits: {},
        user: null,
        clearCapabilities: false,
        capabilities: [],
        selinuxLabel: null,
        appArmorProfile: null,
        stdin: { type: "null" },
        stdout: { type: "null" },
        stderr: { type: "null" },
        maxBuffer: 100 * 1024 * 1024,
        passed: [],
        pidFile: null,
        daemonize: false,
        preExec: null,
        handshake: false,
        timeoutMs: null,
        idleTimeoutMs: null,
        killGraceMs: 3000,
        drainMs: 250,
        signal: null,
        killSignal: null,
        allowFailure: false,
        leftovers: "keep",
        killMarker: null,
        session: null,
        inheritedFds: "close",
        enclosure: null,
        role: "command",
        ownWords: [],
    };
}

;// CONCATENATED MODULE: ./lib/command/words.js



/** A command's words and its environment: what it is as text. */
class CommandWords {
    settings;
    /** The first bad value, in words. */
    fault = null;
    constructor(program, args = []) {
        this.settings = defaultSettings(program, args);
    }
    /** Adds one argument. */
    arg(value) {
        return this.args(value);
    }
    /** Adds arguments; lists of them too. */
    args(...values) {
        this.settings.args.push(...values.flat());
        return this;
    }
    /** Adds one argument "name=value". */
    argPair(name, value) {
        return this.arg(`${name}=${value}`);
    }
    /** Sets a variable. The first call of any env* method starts from an empty environment; the last value of a name wins. */
    env(name, value) {
        this.#environment().set(name, value);
        return this;
    }
    /** Sets a variable from "NAME=value". */
    envString(pair) {
        const at = pair.indexOf("=");
        if (at < 1)
            return this.fail(`the environment string ${JSON.stringify(pair)} is not NAME=value`);
        return this.env(pair.slice(0, at), pair.slice(at + 1));
    }
    /** Sets every variable of a record; those whose value is undefined are left out, so process.env may be given. */
    envAll(variables) {
        const environment = this.#environment();
        for (const [name, value] of Object.entries(variables))
            if (value !== undefined)
                environment.set(name, value);
        return this;
    }
    /**
     * Passes on the parent's variable, as it is now; else the fallback; else it stays unset.
     * `whenPrivileged: "fallback"` does not trust the parent's value in a setuid or setgid process.
     */
    envPass(name, fallback, options = {}) {
        const environment = this.#environment();
        const value = passedValue(name, fallback, options.whenPrivileged ?? "pass");
        if (value !== undefined)
            environment.set(name, value);
        return this;
    }
    /** Passes on PATH, LD_PRELOAD, LD_LIBRARY_PATH, USER, HOME, LOGNAME and TMPDIR, and sets LC_ALL=C. */
    envPassCommon() {
        return this.envAll(Object.fromEntries(commonVariables()));
    }
    /** Sets XDG_DATA_HOME, XDG_CACHE_HOME and XDG_CONFIG_HOME to folders below `baseDir`. */
    envXdg(baseDir) {
        return this.envAll(Object.fromEntries(xdgVariables(baseDir)));
    }
    /** The program and its arguments. */
    toArgv() {
        return [this.settings.program, ...this.settings.args];
    }
    /** The command for a shell to read, the variables that were added first; `lineBreaks`: each option with its value on a line of its own. */
    toString(options = {}) {
        return commandText(this.settings, options);
    }
    fail(fault) {
        this.fault ??= fault;
        return this;
    }
    #environment() {
        this.settings.environment ??= new Map();
        return this.settings.environment;
    }
}

;// CONCATENATED MODULE: ./lib/command/builder.js



/**
 * A command being put together, word by word; no shell ever sees it. Nothing is reported before it is run: the first bad value
 * that was set is thrown there, as a CommandError with reason "invalid".
 */
class CommandBuilder extends CommandWords {
    /** The working directory. One that does not exist is reason "spawn". */
    cwd(directory) {
        this.settings.cwd = directory;
        return this;
    }
    /** The file mode creation mask, as 0o022. */
    umask(mask) {
        this.settings.umask = mask;
        return this;
    }
    /** Resource limits; soft and hard limit alike. One above this process's own hard limit is bad input. */
    limits(limits) {
        this.settings.limits = { ...this.settings.limits, ...limits };
        return this;
    }
    /** Who the command runs as. Without `gid` the group stays; without `groups` there are no supplementary ones. */
    user(ids) {
        this.settings.user = ids;
        return this;
    }
    /**
     * Takes all capabilities (capabilities(7)) but the allowed ones. A process that may not change its bounding set, as a common user's,
     * has none to lose: there it means empty sets and no_new_privs.
     */
    clearCapabilities() {
        this.settings.clearCapabilities = true;
        return this;
    }
    /** Leaves a capability to the command, as "net_bind_service". This process must hold it. */
    allowCapability(name) {
        this.settings.capabilities.push(plainCapability(name));
        return this;
    }
    /** The SELinux context that the command runs in. */
    selinuxLabel(label) {
        this.settings.selinuxLabel = label;
        return this;
    }
    /** The AppArmor profile that the command runs under. */
    appArmorProfile(name) {
        this.settings.appArmorProfile = name;
        return this;
    }
    /** Gives the child one of this process's descriptors; its number in the child. `closeInParent`: it is closed here once the start was tried. */
    passFd(fd, options = {}) {
        if (!isFd(fd))
            this.fail(`passFd was given ${fd}, not a descriptor`);
        return this.#pass({ type: "fd", fd, closeInParent: options.closeInParent ?? false });
    }
    /** Gives the child a pipe from which it reads the bytes; its number in the child. */
    sendBuffer(buffer) {
        return this.#pass({ type: "bytes", bytes: Buffer.from(buffer) });
    }
    #pass(passed) {
        return this.settings.passed.push(passed) + 2;
    }
    /** A file that holds the child's process id, written and locked (flock(2)) before exec; the child keeps the lock until it ends. */
    pidFile(path) {
        this.settings.pidFile = path;
        return this;
    }
    /** Leaves the child running in a session of its own, in the root folder, as nobody's child: `run` settles once it is started. */
    daemonize() {
        this.settings.daemonize = true;
        return this;
    }
    /** A command that runs in the child's place, with its process's rights, before exec. Where it fails, the command is not run. */
    preExec(argv) {
        this.settings.preExec = [...argv];
        return this;
    }
    /** The child stops before exec until `child.handshakeNotify()`; `child.handshakeWait()` tells whether it came that far. */
    handshake() {
        this.settings.handshake = true;
        return this;
    }
    /** Descriptors that this process itself inherited and that would reach every child: closed there (default) or passed on. */
    inheritedFds(what) {
        this.settings.inheritedFds = what;
        return this;
    }
    /** Input: text, bytes, a stream, a descriptor, or one of the modes "null" (default), "inherit" and "pipe" (`child.write`). */
    stdin(from) {
        const source = readInput(from);
        if (!source)
            return this.fail("stdin is neither text, Buffer, stream, descriptor nor mode");
        this.settings.stdin = source;
        return this;
    }
    setOutput(name, to) {
        const target = readOutput(to);
        if (!target || (name === "stdout" && target.type === "stdout"))
            return this.fail(`${name} is no place to write to`);
        this.settings[name] = target;
        return this;
    }
    /** How many bytes of each captured output are kept, the last ones; the others are counted. Default 100 MiB. */
    maxBuffer(bytes) {
        if (!(bytes >= 0))
            return this.fail(`maxBuffer is ${bytes}, not a number of bytes`);
        this.settings.maxBuffer = bytes;
        return this;
    }
    /** Ends the command's whole tree after so many milliseconds: reason "timeout". Infinity: never. */
    timeout(ms) {
        this.settings.timeoutMs = this.#duration("timeout", ms);
        return this;
    }
    /** Ends the command's whole tree when it has written nothing for so many milliseconds: reason "idle-timeout". */
    idleTimeout(ms) {
        this.settings.idleTimeoutMs = this.#duration("idleTimeout", ms);
        return this;
    }
    /** Milliseconds between SIGTERM and SIGKILL when the command is ended. Default 3000. */
    killGrace(ms) {
        if (!(ms >= 0))
            return this.fail(`killGrace is ${ms}, not a number of milliseconds`);
        this.settings.killGraceMs = ms;
        return this;
    }
    /** After the command's exit, milliseconds to wait for the end of output that a leftover process holds open. What is in the pipe is always read. Default 250. */
    drain(ms) {
        if (!(ms >= 0))
            return this.fail(`drain is ${ms}, not a number of milliseconds`);
        this.settings.drainMs = ms;
        return this;
    }
    /** Ends the command when aborted: SIGTERM, SIGKILL after `killGrace`; reason "aborted". */
    signal(signal) {
        this.settings.signal = signal;
        return this;
    }
    /** Ends the command with SIGKILL, at once, when aborted; reason "aborted". */
    killSignal(signal) {
        this.settings.killSignal = signal;
        return this;
    }
    /** What is left of the command's tree when it has exited: let live (default), or ended as `abort` would. */
    leftovers(what) {
        this.settings.leftovers = what;
        return this;
    }
    /** Processes with this variable in their environment belong to the command's tree. It is not set here: give it with `env`. */
    killMarker(marker) {
        this.settings.killMarker = marker;
        return this;
    }
    /** "new": a session of its own, out of the terminal's reach. "same": the caller's. Default: "same" where stdin is inherited, else "new". */
    session(which) {
        this.settings.session = which;
        return this;
    }
    /** Runs the command in another place, as a container or a sandbox that is open already. */
    within(enclosure) {
        this.settings.enclosure = enclosure;
        return this;
    }
    /** A result, with its `reason`, instead of a CommandError; bad input and what the host cannot do are errors still. */
    allowFailure() {
        this.settings.allowFailure = true;
        return this;
    }
    #duration(name, ms) {
        if (ms === Number.POSITIVE_INFINITY)
            return null;
        if (!(ms > 0))
            this.fail(`${name} is ${ms}, not a number of milliseconds above 0`);
        return ms;
    }
}

;// CONCATENATED MODULE: ./lib/command/error.js
/** The part of a result that a command has before it was started. */
const notStarted = {
    exitCode: null,
    signal: null,
    status: 126,
    stdout: "",
    stderr: "",
    durationMs: 0,
    pid: null,
    timedOut: false,
    truncated: false,
    truncatedBytes: 0,
};
/**
 * A command that did not succeed, with the fields of its result. `reason` says why, `command` is the command quoted for a shell,
 * and the message has both and the last lines of its stderr. An expected outcome: print the message, not the stack.
 */
class CommandError extends Error {
    name = "CommandError";
    reason;
    command;
    /** The message without the last lines of its stderr, for where they have been shown as they came. */
    shortMessage;
    exitCode;
    signal;
    status;
    stdout;
    stderr;
    durationMs;
    pid;
    timedOut;
    truncated;
    truncatedBytes;
    /** With reason "limit": which one, as "memory" or "pids". */
    limit;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        const result = details.result ?? notStarted;
        this.reason = details.reason;
        this.command = details.command;
        this.shortMessage = details.shortMessage ?? message;
        this.exitCode = result.exitCode;
        this.signal = result.signal;
        this.status = result.status;
        this.stdout = result.stdout;
        this.stderr = result.stderr;
        this.durationMs = result.durationMs;
        this.pid = result.pid;
        this.timedOut = result.timedOut;
        this.truncated = result.truncated;
        this.truncatedBytes = result.truncatedBytes;
        this.limit = details.limit ?? null;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/command/system-error.js


/** An error as Node makes it of a system call's, for one that another process met; `code` as errno(3) names it. */
function systemError(code, place = {}) {
    const number = -(external_node_os_.constants.errno[code] ?? 0);
    const text = (0,external_node_util_.getSystemErrorMap)().get(number)?.[1];
    const where = [place.syscall, place.path === undefined ? undefined : `'${place.path}'`].filter(Boolean).join(" ");
    const message = [text === undefined ? code : `${code}: ${text}`, where].filter(Boolean).join(", ");
    return Object.assign(new Error(message), number === 0 ? {} : { errno: number }, { code, ...place });
}
/** What strerror(3) says, in the locale C. */
const texts = {
    "Argument list too long": "E2BIG",
    "Cannot allocate memory": "ENOMEM",
    "Device or resource busy": "EBUSY",
    "Exec format error": "ENOEXEC",
    "File exists": "EEXIST",
    "File name too long": "ENAMETOOLONG",
    "Invalid argument": "EINVAL",
    "Is a directory": "EISDIR",
    "No space left on device": "ENOSPC",
    "No such device": "ENODEV",
    "No such file or directory": "ENOENT",
    "Not a directory": "ENOTDIR",
    "Operation not permitted": "EPERM",
    "Permission denied": "EACCES",
    "Read-only file system": "EROFS",
    "Resource temporarily unavailable": "EAGAIN",
    "Text file busy": "ETXTBSY",
    "Too many levels of symbolic links": "ELOOP",
    "Too many open files": "EMFILE",
};
/** How errno(3) names what strerror(3) says; null: unknown. */
function errorCode(text) {
    return texts[text] ?? null;
}
/** The error of a program's message, which ends with the system's text as is the custom; without one it is the message alone. */
function saidError(said, place = {}) {
    const code = errorCode(said.slice(said.lastIndexOf(": ") + 2).trim());
    return code === null ? new Error(said) : systemError(code, place);
}

;// CONCATENATED MODULE: ./lib/command/launch-fault.js

const statuses = { 127: "not-found", 126: "not-executable" };
/**
 * Whether a helper of the launch failed, rather than the program: the last line of stderr is the helper's, and it ended with the status
 * that these helpers end with. null: the program's own exit.
 */
function launchFault(exit, stderr, helpers) {
    const last = stderr.at(-1) ?? "";
    const speaker = last.slice(0, Math.max(0, last.indexOf(": ")));
    const name = helpers.find((helper) => speaker === helper || (speaker.startsWith("/") && speaker.endsWith(`/${helper}`)));
    if (name === undefined || exit.exitCode === null || ![1, 125, 126, 127].includes(exit.exitCode))
        return null;
    const couldNotExec = name === "env" || last.includes("failed to execute") ? statuses[exit.exitCode] : undefined;
    return {
        reason: couldNotExec ?? "spawn",
        why: `it could not be started: ${last}`,
        cause: causeOf(last, couldNotExec),
    };
}
/** The helper says it in the command's own language, whatever that is. */
function causeOf(said, reason) {
    const cause = saidError(said, { syscall: "execve" });
    if (cause.code !== undefined || reason === undefined)
        return cause;
    return systemError(reason === "not-found" ? "ENOENT" : "EACCES", { syscall: "execve" });
}

;// CONCATENATED MODULE: ./lib/command/message.js
/** What a failed command's error says: the command and the reason. */
function failureMessage(failure) {
    return `${failure.command}: ${why(failure)}`;
}
function why(failure) {
    const { ending, exit } = failure;
    if (failure.why !== null)
        return failure.why;
    switch (failure.reason) {
        case "timeout":
            return `took longer than ${failure.timeoutMs} ms and was stopped`;
        case "idle-timeout":
            return `wrote nothing for ${failure.idleTimeoutMs} ms and was stopped`;
        case "aborted":
            return ending?.type === "aborted" && ending.because ? `was stopped: ${ending.because}` : "was stopped on request";
        case "signal":
            return `was ended by ${exit.signal}`;
        default:
            return `exited with code ${exit.exitCode}`;
    }
}

;// CONCATENATED MODULE: ./lib/command/outcome.js

/** Why a command that was started did not succeed: what this process did to it goes before what it did itself. */
function reasonOf(exit, ending) {
    if (ending)
        return ending.type;
    if (exit.signal !== null)
        return "signal";
    return exit.exitCode === 0 ? null : "exit";
}
/** A shell's exit status: the exit code, or 128 + the signal's number. */
function statusOf({ exitCode, signal }) {
    if (signal !== null)
        return 128 + (external_node_os_.constants.signals[signal] ?? 0);
    return exitCode ?? 126;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/command/process-table.js

/** One process, or null where it is gone. */
function readProcess(pid) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "latin1");
    }
    catch {
        return null;
    }
    // The name is in parentheses and may hold anything, parentheses and spaces too: fields count from the last one.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state = "", parent = "", group = "", session = ""] = fields;
    return {
        pid,
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        start: fields[19] ?? "",
        zombie: state === "Z" || state === "X",
        stopped: state === "T" || state === "t",
    };
}
/** Whether there is a /proc to look at. */
function canSeeProcesses() {
    return readProcess(process.pid) !== null;
}
/** All processes; empty where there is no /proc. */
function readProcesses() {
    const entries = [];
    for (const pid of readPids()) {
        const entry = readProcess(pid);
        if (entry)
            entries.push(entry);
    }
    return entries;
}
/** The numbers of all processes; none where there is no /proc. */
function readPids() {
    try {
        return (0,external_node_fs_.readdirSync)("/proc")
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        return [];
    }
}
/** Whether the process was started with `variable` ("NAME=value") in its environment; false where that may not be read. */
function hasVariable(pid, variable) {
    try {
        return `\0${(0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, "latin1")}`.includes(`\0${variable}\0`);
    }
    catch {
        return false;
    }
}
/** The value that the process's environment gave `name` when it started; null: none, or it may not be read. */
function readVariable(pid, name) {
    try {
        const variables = (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, "utf8").split("\0");
        return variables.find((variable) => variable.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/command/start-child.js

/**
 * Node's spawn, with each way in which it says that nothing was started as one. Where the system has no descriptors left, or no processes,
 * Node gives a child that has not even its streams, and tells why only later.
 *
 * @throws the system's error, with its `code`.
 */
async function startChild(program, args, options) {
    const child = (0,external_node_child_process_.spawn)(program, args, options);
    if (child.pid !== undefined)
        return child;
    throw await new Promise((resolve) => child.once("error", resolve));
}

;// CONCATENATED MODULE: ./lib/command/make-pipes.js



/** open(2)'s O_PATH on Linux, which Node does not name. */
const O_PATH = 0o10000000;
/**
 * Makes anonymous pipes and gives O_PATH descriptors of them; fewer, or none, where the host does not let it.
 * A shell's pipeline is the only maker of pipes that is everywhere: each of its parts says that it is there and waits for input, the
 * pipes are taken hold of through /proc, and then the first part's end of input lets all of them end.
 */
async function makePipes(count) {
    const parts = Array.from({ length: count + 1 }, () => "f").join("|");
    const shell = startChild("/bin/sh", ["-c", `f() { echo >&2; read x; }; ${parts}`], {
        stdio: ["pipe", "ignore", "pipe"],
        env: {},
    });
    const child = await shell.catch(() => null);
    if (child === null)
        return [];
    const gone = new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.once("error", () => resolve());
    });
    child.stdin?.on("error", () => { });
    const ready = await Promise.race([said(child, count + 1), gone.then(() => false)]);
    const handles = ready ? holdPipes(child.pid) : [];
    child.stdin?.end();
    // A part that still ran would read what is meant for someone else.
    await gone;
    return handles;
}
/** Until so many bytes came. */
function said(child, bytes) {
    return new Promise((resolve) => {
        let seen = 0;
        child.stderr?.on("data", (chunk) => {
            seen += chunk.length;
            if (seen >= bytes)
                resolve(true);
        });
    });
}
function holdPipes(shell) {
    const handles = [];
    try {
        for (const pid of childrenOf(shell)) {
            const stdout = `/proc/${pid}/fd/1`;
            if (!(0,external_node_fs_.readlinkSync)(stdout).startsWith("pipe:"))
                continue;
            const handle = (0,external_node_fs_.openSync)(stdout, O_PATH);
            handles.push(handle);
            // A child that runs as another user may open /dev/stderr too; nobody gets here but through a process that has the pipe.
            (0,external_node_fs_.chmodSync)(`/proc/self/fd/${handle}`, 0o666);
        }
    }
    catch {
        for (const handle of handles.splice(0))
            (0,external_node_fs_.closeSync)(handle);
    }
    return handles;
}
function childrenOf(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, "latin1");
        return text.split(" ").filter(Boolean).map(Number);
    }
    catch {
        // A kernel without CONFIG_PROC_CHILDREN.
        return readProcesses()
            .filter((entry) => entry.parent === pid)
            .map((entry) => entry.pid);
    }
}

;// CONCATENATED MODULE: ./lib/command/pipe-pool.js


/** How many are made at once, and how many are kept while no command runs; those go as well after a moment. */
const batch = 4;
const idleKept = 4;
const idleMs = 200;
const idle = [];
let leased = 0;
let making = null;
let timer = null;
/** Takes pipes out of the pool; null where the host has none to offer (no Linux, no /proc), and Node's own must do. */
async function takePipes(count) {
    if (process.platform !== "linux")
        return null;
    while (idle.length < count) {
        making ??= fill(Math.max(batch, count)).finally(() => {
            making = null;
        });
        if (!(await making))
            return null;
    }
    leased += count;
    if (timer)
        clearTimeout(timer);
    timer = null;
    return idle.splice(idle.length - count, count);
}
/**
 * Gives a pipe back. One that some process still has open is let go, not used again: what it holds is not for the next command.
 * "ended": it was read to its end, so that nobody can write to it; who might still read it has this process's own rights, and could
 * as well open what it has open.
 */
function giveBack(pipe, seen) {
    leased -= 1;
    if (seen !== "ended" && (hasReader(pipe) || hasWriter(pipe)))
        (0,external_node_fs_.closeSync)(pipe.handle);
    else
        idle.push(pipe);
    closeIdle(Math.max(idleKept, leased));
    if (idle.length === 0)
        return;
    timer ??= setTimeout(() => closeIdle(0), idleMs).unref();
    timer.refresh();
}
/** Opens one end. This process's own is `nonBlocking`; a child's is not, since programs do not expect that. */
function openEnd(pipe, end, mode) {
    const flags = end === "read" ? external_node_fs_.constants.O_RDONLY : external_node_fs_.constants.O_WRONLY;
    return (0,external_node_fs_.openSync)(`/proc/self/fd/${pipe.handle}`, mode === "blocking" ? flags : flags | external_node_fs_.constants.O_NONBLOCK);
}
async function fill(count) {
    const handles = await makePipes(count);
    idle.push(...handles.map((handle) => ({ handle })));
    return handles.length > 0;
}
/** Writing to a pipe that nobody reads gives EPIPE. Where it cannot be tried, the answer is yes. */
function hasReader(pipe) {
    return !probe(pipe, "write", (fd) => {
        try {
            (0,external_node_fs_.writeSync)(fd, "\n");
            return false;
        }
        catch (error) {
            return error.code === "EPIPE";
        }
    });
}
/** Reading a pipe finds its end at once only where nobody can write to it. */
function hasWriter(pipe) {
    return !probe(pipe, "read", (fd) => (0,external_node_fs_.readSync)(fd, Buffer.alloc(1)) === 0);
}
function probe(pipe, end, look) {
    try {
        const fd = openEnd(pipe, end, "nonBlocking");
        try {
            return look(fd);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    catch {
        return false;
    }
}
function closeIdle(keep) {
    for (const pipe of idle.splice(keep))
        (0,external_node_fs_.closeSync)(pipe.handle);
    if (idle.length > 0 || timer === null)
        return;
    clearTimeout(timer);
    timer = null;
}

;// CONCATENATED MODULE: ./lib/command/setup-report.js



/**
 * The way back from a child that is not yet the program: it opens these pipes by their path below this process in /proc,
 * so that no descriptor of theirs is left in the program.
 */
class SetupReport {
    statusPath;
    goPath;
    /** The daemon's process, once it has said so. */
    pid = null;
    state = { type: "silent" };
    #pipes;
    #status;
    #go;
    /** Held open here too, since the child may not have opened it yet when it is let go. */
    #goRead;
    #socket;
    #watchers = new Set();
    #text = "";
    constructor(pipes) {
        this.#pipes = pipes;
        const [status, go] = pipes;
        const reading = openEnd(status, "read", "nonBlocking");
        this.#status = openEnd(status, "write", "nonBlocking");
        this.#goRead = openEnd(go, "read", "nonBlocking");
        this.#go = openEnd(go, "write", "nonBlocking");
        this.statusPath = `/proc/${process.pid}/fd/${this.#status}`;
        this.goPath = `/proc/${process.pid}/fd/${this.#go}`;
        this.#socket = new external_node_net_.Socket({ fd: reading, readable: true, writable: false });
        this.#socket.on("data", (chunk) => this.#read(chunk.toString("latin1"))).on("error", () => { });
    }
    /** null where the host has no pipes to offer. */
    static async open() {
        const [status, go] = (await takePipes(2)) ?? [];
        return status && go ? new SetupReport([status, go]) : null;
    }
    /** Settles with the state that first fits; never, where none comes. */
    until(fits) {
        return new Promise((resolve) => {
            const look = () => {
                if (!fits(this.state))
                    return;
                this.#watchers.delete(look);
                resolve(this.state);
            };
            this.#watchers.add(look);
            look();
        });
    }
    /** Lets the child go on. */
    go() {
        (0,external_node_fs_.writeSync)(this.#go, "go\n");
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#status);
        (0,external_node_fs_.closeSync)(this.#go);
        (0,external_node_fs_.closeSync)(this.#goRead);
        const [status, go] = this.#pipes;
        giveBack(go);
        this.#socket.once("close", () => giveBack(status));
        this.#socket.destroy();
    }
    #read(text) {
        const lines = (this.#text + text).split("\n");
        this.#text = lines.pop() ?? "";
        for (const line of lines)
            this.#take(line);
        for (const watcher of [...this.#watchers])
            watcher();
    }
    #take(line) {
        const [word, value] = line.split(" ");
        if (word === "pid")
            this.pid = Number(value);
        else if (word === "pre-exec")
            this.state = { type: word, status: Number(value) };
        else if (word === "ready" || word === "started" || word === "locked")
            this.state = { type: word };
    }
}
/** Why a set-up failed, in words. */
function setupFault(state, names) {
    if (state.type === "locked")
        return `another process holds the pid file ${names.pidFile}`;
    if (state.type === "pre-exec")
        return `the pre-exec command ${names.preExec} ended with status ${state.status}`;
    return "its set-up did not come to an end";
}

;// CONCATENATED MODULE: ./lib/command/conclude.js






/** The result, or the error that takes its place: first what this process did to the command, then the launch, then its own exit. */
function conclude(facts) {
    const { settings, outputs, ending, durationMs, pid } = facts;
    const launch = ending || facts.exit.exitCode === 0 ? null : (facts.verdict ?? failedLaunch(facts));
    const exit = exitOf(facts.exit, launch);
    const reason = launch?.reason ?? reasonOf(exit, ending);
    const truncatedBytes = (outputs.capture("stdout")?.dropped ?? 0) + (outputs.capture("stderr")?.dropped ?? 0);
    const result = {
        ...exit,
        status: statusOf(exit),
        stdout: captured(facts, "stdout"),
        stderr: captured(facts, "stderr"),
        durationMs,
        pid,
        timedOut: reason === "timeout" || reason === "idle-timeout",
        truncated: truncatedBytes > 0,
        truncatedBytes,
        reason,
    };
    if (reason === null || settings.allowFailure)
        return result;
    const command = commandWords(settings);
    const { timeoutMs, idleTimeoutMs } = settings;
    const why = launch?.why ?? null;
    const shortMessage = failureMessage({ command, reason, why, exit, ending, timeoutMs, idleTimeoutMs });
    const message = [shortMessage, ...outputs.lastLines()].join("\n");
    const cause = ending?.type === "aborted" ? ending.cause : launch?.cause;
    const limit = launch?.limit === undefined ? {} : { limit: launch.limit };
    return new CommandError(message, { reason, command, shortMessage, result, cause, ...limit });
}
/** What was not found or not executable has a shell's exit code, and what was not started none, whatever a client ended with. */
function exitOf(exit, launch) {
    if (launch?.reason === "not-found")
        return { exitCode: 127, signal: null };
    if (launch?.reason === "not-executable")
        return { exitCode: 126, signal: null };
    return launch?.notStarted ? { exitCode: null, signal: null } : exit;
}
function failedLaunch(facts) {
    const { settings, setup } = facts;
    if (setup && setup.type !== "started") {
        const why = setupFault(setup, {
            pidFile: settings.pidFile,
            preExec: (settings.preExec ?? []).map(quote).join(" "),
        });
        return { reason: settings.handshake ? "handshake" : "spawn", why };
    }
    return launchFault(facts.exit, facts.helpers.length > 0 ? facts.outputs.lastLines() : [], facts.helpers);
}
function captured({ settings, outputs }, name) {
    const capture = outputs.capture(name);
    if (settings[name].type === "buffer")
        return capture?.bytes() ?? Buffer.alloc(0);
    return capture?.text() ?? "";
}

;// CONCATENATED MODULE: ./lib/command/deadlines.js
/** setTimeout's longest delay; what is asked beyond it (24 days) never comes. */
const longestDelay = 2 ** 31 - 1;
/** Calls back once when a command has run or been silent for too long. Returns what stops the watch. */
function watchTime(options) {
    const { timeoutMs, idleTimeoutMs, pumps, onExpired } = options;
    const timers = new Set();
    const after = (ms, then) => {
        if (ms > longestDelay)
            return;
        const timer = setTimeout(() => {
            timers.delete(timer);
            then();
        }, ms);
        timers.add(timer);
    };
    if (timeoutMs !== null)
        after(timeoutMs, () => onExpired("timeout"));
    if (idleTimeoutMs !== null) {
        // One timer that looks at when the last output came: starting one anew at each chunk would cost more than the reading.
        const begun = performance.now();
        const look = () => {
            const last = Math.max(begun, ...pumps.map((pump) => (pump.held ? performance.now() : pump.lastActivity)));
            const left = last + idleTimeoutMs - performance.now();
            if (left <= 0)
                onExpired("idle-timeout");
            else
                after(Math.ceil(left), look);
        };
        after(idleTimeoutMs, look);
    }
    return () => {
        for (const timer of timers)
            clearTimeout(timer);
        timers.clear();
    };
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
;// CONCATENATED MODULE: ./lib/command/pump.js
/** What a pipe can hold at most (/proc/sys/fs/pipe-max-size as shipped): past it, nothing is from before the command's exit. */
const largestPipe = 1024 * 1024;
/** Carries one output of a command to its sink, at the sink's pace. */
class Pump {
    /** Settles when the last byte was taken; rejects where the sink failed. */
    done;
    /** When the command last wrote, or was last let write: performance.now(). */
    lastActivity = performance.now();
    #source;
    #sink;
    #bytes = 0;
    #held = null;
    #over = false;
    #finished = false;
    #failed = false;
    #resolve = () => { };
    #reject = () => { };
    #onMove = null;
    #hurried = null;
    constructor(source, sink) {
        this.#source = source;
        this.#sink = sink;
        this.done = new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
        });
        this.done.catch(() => { });
        source.on("data", this.#onData).on("end", this.#onEnd).on("error", this.#onEnd).on("close", this.#onEnd);
    }
    /** Whether the sink makes the command wait just now. */
    get held() {
        return this.#held !== null;
    }
    /** Whether `done` has settled well: there is nothing left to wait for. */
    get finished() {
        return this.#finished;
    }
    #onData = (chunk) => {
        this.#bytes += chunk.length;
        this.lastActivity = performance.now();
        this.#onMove?.();
        let wait;
        try {
            wait = this.#sink.write(chunk);
        }
        catch (error) {
            this.#fail(error);
            return;
        }
        if (wait)
            this.#hold(wait);
    };
    #hold(wait) {
        this.#source.pause();
        this.#held = wait.then(() => {
            this.#held = null;
            this.lastActivity = performance.now();
            if (!this.#over)
                this.#source.resume();
        }, (error) => {
            this.#held = null;
            this.#fail(error);
        });
    }
    /** The rest is read and dropped: the command is about to be ended and must not block meanwhile. */
    #fail(error) {
        this.#failed = true;
        this.#reject(error);
        if (this.#over)
            return;
        this.#over = true;
        this.#letGo();
        this.#onMove?.();
    }
    #onEnd = () => {
        if (this.#over)
            return;
        this.#over = true;
        if (this.#held)
            this.#held.then(this.#endSink);
        else
            this.#endSink();
        this.#onMove?.();
    };
    #endSink = () => {
        if (this.#failed)
            return;
        try {
            const last = this.#sink.end();
            if (last)
                last.then(this.#finish, this.#reject);
            else
                this.#finish();
        }
        catch (error) {
            this.#reject(error);
        }
    };
    #finish = () => {
        this.#finished = true;
        this.#resolve();
    };
    /** What still comes is for nobody, but a leftover process must not die of SIGPIPE for it, nor keep this process alive. */
    #letGo() {
        this.#source.off("data", this.#onData);
        this.#source.on("data", () => { }).resume();
        this.#source.unref?.();
    }
    /**
     * After the command's exit: all that is in the pipe is read. Then either its end comes, or some leftover process holds it open:
     * that one is waited for no longer than `graceMs`.
     */
    async settle(graceMs) {
        let deadline = performance.now() + graceMs;
        const before = this.#bytes;
        while (!this.#over) {
            if (this.#held) {
                const since = performance.now();
                await Promise.race([this.#held, this.done.catch(() => { })]);
                deadline += performance.now() - since;
                continue;
            }
            const seen = this.#bytes;
            await turn();
            await turn();
            if (this.#over || this.#held)
                continue;
            const late = performance.now() >= deadline;
            if (late && (this.#bytes === seen || this.#bytes - before > largestPipe)) {
                this.#onEnd();
                this.#letGo();
                return;
            }
            if (!late && this.#bytes === seen)
                await this.#move(deadline - performance.now());
        }
    }
    /** Waits no longer than so many milliseconds for a sink that takes nothing; what it has not taken is lost. */
    hurry(ms) {
        if (this.#over && this.#held === null)
            return;
        this.#hurried ??= setTimeout(() => {
            if (!this.#over) {
                this.#over = true;
                this.#letGo();
            }
            this.#finish();
        }, ms);
        const stop = () => clearTimeout(this.#hurried ?? undefined);
        this.done.then(stop, stop);
    }
    /** Until something comes, or the end, or the time is over. */
    #move(ms) {
        return new Promise((resolve) => {
            const timer = setTimeout(() => moved(), Math.max(0, ms));
            const moved = () => {
                clearTimeout(timer);
                this.#onMove = null;
                resolve();
            };
            this.#onMove = moved;
        });
    }
}
/** One round of the event loop: what the kernel has for the open sockets is delivered in it. */
function turn() {
    return new Promise((resolve) => setImmediate(resolve));
}

;// CONCATENATED MODULE: ./lib/command/signal-listeners.js
/**
 * Whether someone besides the one listener of this library's listens for a signal and so decides what becomes of the process. Those of
 * the package signal-exit (which execa and many others bring along) do not: like this library they only clear up before the signal ends
 * the process, and leave the decision to whoever else listens. Two that leave it to each other would make the signal do nothing.
 */
function othersDecide(signal) {
    return process.listenerCount(signal) > 1 + clearingUp();
}
function clearingUp() {
    const { [Symbol.for("signal-exit emitter")]: current } = globalThis;
    const { __signal_exit_emitter__: older } = process;
    return countOf(current) + countOf(older);
}
function countOf(emitter) {
    const { count } = (emitter ?? {});
    return typeof count === "number" ? count : 0;
}

;// CONCATENATED MODULE: ./lib/command/terminate-group.js

/**
 * Ends a child where /proc does not tell of its tree: on macOS its process group, on Windows what taskkill(1) finds below it.
 * Without a child there is nothing to go by.
 */
async function terminateGroup(options) {
    const { child, hurry } = options;
    if (!child || child.exitCode !== null || child.signalCode !== null)
        return true;
    const gone = new Promise((resolve) => child.once("exit", () => resolve()));
    if (child.pid !== undefined)
        signalGroup(child.pid, "SIGTERM");
    await new Promise((resolve) => {
        const timer = setTimeout(resolve, hurry.aborted ? 0 : options.graceMs);
        hurry.addEventListener("abort", () => resolve(), { once: true });
        void gone.then(() => {
            clearTimeout(timer);
            resolve();
        });
    });
    if (child.pid !== undefined)
        signalGroup(child.pid, "SIGKILL");
    await gone;
    return true;
}
/** Signals a process and those that go with it, as far as the system tells of them. */
function signalGroup(pid, signal) {
    if (process.platform === "win32") {
        const force = signal === "SIGKILL" ? ["/F"] : [];
        (0,external_node_child_process_.spawn)("taskkill", ["/PID", String(pid), "/T", ...force], { stdio: "ignore" }).on("error", () => { });
        return;
    }
    for (const target of [-pid, pid]) {
        try {
            process.kill(target, signal);
            return;
        }
        catch {
            // It leads no group: it shares the caller's session. Or it is gone.
        }
    }
}

;// CONCATENATED MODULE: ./lib/command/terminate.js


/** How often the tree is looked at while it has time to end; short at first, since most processes end at once. */
const pauses = [5, 10, 20, 40, 80];
/** A process in uninterruptible sleep outlives SIGKILL; it is not waited for longer than this. */
const killWaitMs = 2000;
/** Sends a signal, unless the number belongs to another process by now. */
function signalProcess(pid, start, signal) {
    if (readProcess(pid)?.start !== start)
        return;
    try {
        process.kill(pid, signal);
    }
    catch {
        // It ended meanwhile, or belongs to a user that this one may not signal.
    }
}
/** A process for good: its number alone may come to be another's. */
function nameOf({ pid, start }) {
    return `${pid} ${start}`;
}
/**
 * Stops all members that are not in `seen` yet, again and again until a look finds nothing new: what is stopped neither forks nor ends,
 * so that what it forked just before is still found by its parent, whatever session it moved to.
 */
function stopNew(tree, seen, counts = () => true) {
    const stopped = [];
    let quiet = 0;
    for (let round = 0;; round += 1) {
        const all = tree.members();
        const members = all.filter(counts);
        const fresh = members.filter((entry) => !seen.has(nameOf(entry)));
        // One that has not taken the signal yet may have forked after this look; one that the kernel holds up is not waited for.
        const running = stopped.length > 0 && members.some((entry) => !entry.stopped);
        quiet = fresh.length === 0 && !running ? quiet + 1 : 0;
        // A look lists the processes before it reads each: what one forked in between, before it stopped, the next look shows.
        const enough = stopped.length === 0 ? 1 : 2;
        if (quiet >= enough || round === 50)
            return { stopped, left: all };
        for (const entry of fresh) {
            seen.add(nameOf(entry));
            signalProcess(entry.pid, entry.start, "SIGSTOP");
        }
        stopped.push(...fresh);
    }
}
/**
 * Sends a signal to each process of a tree, as a terminal does to all in its foreground, and leaves the rest to them; not to what stands
 * for others. Waits for the first to be there, until `over` is aborted.
 */
async function signalTree(tree, signal, over) {
    if (!canSeeProcesses()) {
        if (tree.pid !== null && !over.aborted)
            signalGroup(tree.pid, signal);
        return;
    }
    for (let look = 0; !over.aborted; look += 1) {
        const members = tree.members().filter(({ pid }) => !tree.endsLast(pid));
        for (const { pid, start } of members)
            signalProcess(pid, start, signal);
        if (members.length > 0)
            return;
        await pause(pauses[look] ?? 100, over);
    }
}
/** Kills all there is now; a tree that forks meanwhile does not get away. */
function killNow(tree) {
    if (!canSeeProcesses()) {
        if (tree.pid !== null)
            signalGroup(tree.pid, "SIGKILL");
        return;
    }
    for (const { pid, start } of stopNew(tree, new Set()).stopped)
        signalProcess(pid, start, "SIGKILL");
}
/**
 * Ends a tree: SIGTERM (and SIGCONT) to each process, also to those that come later; SIGKILL to what is left after
 * `graceMs`, or once `hurry` is aborted. Settles when none is left: true, or when the kernel does not let go of one: false.
 * `child` stands for the tree where there is no /proc.
 */
async function terminate(tree, options) {
    if (!canSeeProcesses())
        return terminateGroup(options);
    const deadline = performance.now() + options.graceMs;
    const asked = new Set();
    for (let look = 0; performance.now() < deadline && !options.hurry.aborted; look += 1) {
        const { stopped, left } = stopNew(tree, asked, ({ pid }) => !tree.endsLast(pid));
        for (const { pid, start } of stopped)
            signalProcess(pid, start, "SIGTERM");
        // Children first: their parents need not know that they were stopped.
        for (const { pid, start } of stopped.reverse())
            signalProcess(pid, start, "SIGCONT");
        // What stands for another stops with it, as job control wants, and has to go on for its end.
        for (const { pid, start } of left.filter((entry) => tree.endsLast(entry.pid) && entry.stopped)) {
            signalProcess(pid, start, "SIGCONT");
        }
        if (left.length === 0)
            return true;
        await pause(Math.min(pauses[look] ?? 100, Math.max(1, deadline - performance.now())), options.hurry);
    }
    const end = performance.now() + killWaitMs;
    for (let look = 0; performance.now() < end; look += 1) {
        killNow(tree);
        if (tree.members().length === 0)
            return true;
        await pause(pauses[look] ?? 100, null);
    }
    return false;
}
function pause(ms, hurry) {
    return new Promise((resolve) => {
        const done = () => {
            clearTimeout(timer);
            hurry?.removeEventListener("abort", done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        hurry?.addEventListener("abort", done);
    });
}

;// CONCATENATED MODULE: ./lib/command/live.js




const deadly = ["SIGINT", "SIGTERM", "SIGHUP"];
/** What runs now, or is about to: commands go before the places that they run in. */
const commands = new Set();
const places = new Set();
let listening = false;
let dying = null;
/** Set in what ends a place: the commands that it takes are not held back for the end of it all. */
const ending = new external_node_async_hooks_.AsyncLocalStorage();
/**
 * Keeps a command's tree from outliving this process: when it exits, the tree is killed; when a signal is about to end it and nobody else
 * listens for that signal, the tree is ended first. The listeners are there while a command runs, and a moment longer. Made before the fork:
 * a signal that came just after it would else end this process and leave the child.
 */
class Guard {
    /** Set as soon as there is one. */
    tree = null;
    /** The command is over, or was not started. */
    release;
    #graceMs;
    constructor(graceMs) {
        this.#graceMs = graceMs;
        this.release = watch(commands, this);
    }
    async end(hurry) {
        if (this.tree)
            await terminate(this.tree, { graceMs: this.#graceMs, hurry });
    }
    endNow() {
        if (this.tree)
            killNow(this.tree);
    }
}
/** The same for a place that commands run in, as a container or a mount: it is ended after them. Returns what ends the watch. */
function guardPlace(place) {
    return watch(places, place);
}
function watch(set, guarded) {
    set.add(guarded);
    if (!listening)
        listen();
    return () => {
        if (set.delete(guarded) && isIdle())
            void unlistenLater();
    };
}
function isIdle() {
    return commands.size + places.size === 0;
}
function listen() {
    listening = true;
    process.on("exit", onExit);
    // First in line: a listener that was added with "once" is gone when those after it are called.
    for (const signal of deadly)
        process.prependListener(signal, onSignal);
}
function unlisten() {
    listening = false;
    process.off("exit", onExit);
    for (const signal of deadly)
        process.off(signal, onSignal);
}
/**
 * A signal that has come, but has not been told of yet, is forgotten with the last listener: it would neither be heard nor end the process.
 * In two turns it has been told of.
 */
async function unlistenLater() {
    await turn();
    await turn();
    if (isIdle())
        unlisten();
}
function onExit() {
    for (const guarded of [...commands, ...places])
        guarded.endNow();
}
/**
 * While a signal is about to end this process, its commands' results are held back, and none is begun: without them it would be gone
 * already, and must not take their end for a failure and go on.
 */
function beforeResult() {
    return ending.getStore() ? undefined : dying?.over;
}
/** An application that listens too decides for itself; whatever it does, its exit takes the trees along. */
function onSignal(signal) {
    if (othersDecide(signal))
        return;
    if (dying) {
        dying.hurry.abort();
        return;
    }
    const hurry = new AbortController();
    dying = { hurry, over: endAll(hurry.signal, signal) };
}
async function endAll(hurry, signal) {
    const endEach = (set) => Promise.allSettled([...set].map((guarded) => guarded.end(hurry)));
    await endEach(commands);
    await ending.run(true, () => endEach(places));
    unlisten();
    process.kill(process.pid, signal);
    // Still here: somebody else clears up before the end, or has begun to listen meanwhile. A listener is called a turn later.
    await turn();
    await turn();
    dying = null;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/command/capture.js
/** Keeps the last `limit` bytes of a stream and counts the others. */
class Capture {
    #limit;
    #chunks = [];
    #first = 0;
    #kept = 0;
    #dropped = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    write(chunk) {
        this.#chunks.push(chunk);
        this.#kept += chunk.length;
        for (;;) {
            const oldest = this.#chunks[this.#first];
            if (oldest === undefined || this.#kept - oldest.length < this.#limit)
                break;
            this.#kept -= oldest.length;
            this.#dropped += oldest.length;
            this.#first += 1;
        }
        // Cutting the list now and then keeps it short without moving it at each chunk.
        if (this.#first > 1024) {
            this.#chunks = this.#chunks.slice(this.#first);
            this.#first = 0;
        }
    }
    end() { }
    /** Bytes that came and were not kept. */
    get dropped() {
        return this.#dropped + Math.max(0, this.#kept - this.#limit);
    }
    bytes() {
        const all = Buffer.concat(this.#chunks.slice(this.#first));
        return all.length > this.#limit ? all.subarray(all.length - this.#limit) : all;
    }
    /** As text; a character that the cut went through is left out. */
    text() {
        const bytes = this.bytes();
        let start = 0;
        if (this.dropped > 0)
            while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80)
                start += 1;
        return bytes.toString("utf8", start);
    }
}

;// CONCATENATED MODULE: ./lib/command/held.js
/** No message of a client is longer, in bytes and in lines. */
const LONGEST = 64 * 1024;
const MOST_LINES = 2;
/** A client ends right after its message: what comes later, or not at all, is waited for no longer. */
const HOLD_MS = 2000;
const LINE_END = 0x0a;
/**
 * Passes output on, but for what begins as a client speaks for itself: a client that could not start the command says so, and nothing else was
 * written then. Whose it is is known only when the command is over.
 */
class Held {
    #next;
    #beginnings;
    /** All that has come, while it may be a client's message. */
    #message = Buffer.alloc(0);
    /** `told`: passed on, since it took too long; it may still be a client's. */
    #state = "held";
    #timer;
    constructor(next, beginnings) {
        this.#next = next;
        this.#beginnings = beginnings.map((text) => Buffer.from(text));
    }
    write(chunk) {
        if (this.#state === "passing")
            return this.#next.write(chunk);
        const before = this.#state;
        this.#message = Buffer.concat([this.#message, chunk]);
        if (!this.#mayBeClients()) {
            this.#settleOn("passing");
            return this.#next.write(before === "told" ? chunk : this.#message);
        }
        if (before === "told")
            return this.#next.write(chunk);
        this.#timer ??= setTimeout(() => this.#tell(), HOLD_MS);
        return undefined;
    }
    #mayBeClients() {
        const message = this.#message;
        // The end of the last line begins no other.
        if (message.length > LONGEST || message.subarray(0, -1).filter((byte) => byte === LINE_END).length >= MOST_LINES)
            return false;
        return this.#beginnings.some((beginning) => {
            const length = Math.min(message.length, beginning.length);
            return message.subarray(0, length).equals(beginning.subarray(0, length));
        });
    }
    #settleOn(state) {
        clearTimeout(this.#timer);
        this.#state = state;
    }
    #tell() {
        this.#settleOn("told");
        // A sink that fails says so again at the next write, or at the end.
        this.#next.write(this.#message)?.catch(() => { });
    }
    end() {
        if (this.line !== null)
            return undefined;
        this.#settleOn("over");
        return this.#next.end();
    }
    /** What may be a client's message; null: nothing. */
    get line() {
        const mayBe = this.#state !== "passing" && this.#message.length > 0;
        return mayBe ? this.#message.toString("utf8").trimEnd() : null;
    }
    /** Ends the output, with what is held back where it is the command's. To be called when the command is over. */
    async settle(whose) {
        const before = this.#state;
        if (before === "over")
            return;
        this.#settleOn("over");
        if (whose === "command" && before === "held" && this.#message.length > 0)
            await this.#next.write(this.#message);
        await this.#next.end();
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/command/line-splitter.js

/** A line longer than this many UTF-16 units is handed on in pieces, so that a stream without line ends needs no more memory than one with. */
const longestLine = 16 * 1024 * 1024;
/** Cuts UTF-8 bytes into lines at "\n" or "\r\n", a character split between chunks put together; what is no UTF-8 becomes U+FFFD. */
class LineSplitter {
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #rest = "";
    push(chunk) {
        return this.#split(this.#decoder.write(chunk));
    }
    /** The lines that are left at the end: the last one, if it has no line end. */
    end() {
        const lines = this.#split(this.#decoder.end());
        const last = this.#rest;
        this.#rest = "";
        if (last !== "")
            lines.push(last);
        return lines;
    }
    #split(text) {
        const lines = text.split("\n");
        lines[0] = this.#rest + (lines[0] ?? "");
        this.#rest = lines.pop() ?? "";
        for (const [index, line] of lines.entries()) {
            if (line.endsWith("\r"))
                lines[index] = line.slice(0, -1);
        }
        if (this.#rest.length > longestLine) {
            lines.push(this.#rest);
            this.#rest = "";
        }
        return lines;
    }
}

;// CONCATENATED MODULE: ./lib/command/sink.js

/** Reads and forgets, so that the command is not held up. */
const discard = { write: () => undefined, end: () => undefined };
/** Calls back for each line as it comes, without its line end; the last one also where it has none. */
function lineSink(onLine) {
    const splitter = new LineSplitter();
    return {
        write(chunk) {
            for (const line of splitter.push(chunk))
                onLine(line);
            return undefined;
        },
        end() {
            for (const line of splitter.end())
                onLine(line);
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/command/stream-sink.js
/**
 * Writes to a stream at the stream's own pace. The stream is not ended: it may serve the next command too, and many at once. Its failure
 * is the command's affair as long as it writes, and no uncaught error.
 */
function streamSink(stream) {
    let unwritten = 0;
    let waiting = null;
    let unlisten = null;
    let failure = null;
    const settle = (error) => {
        const { settle: done } = waiting ?? {};
        waiting = null;
        done?.(error);
    };
    const onWritten = (error) => {
        unwritten -= 1;
        failure ??= error ?? null;
        // The stream's own "error" comes a moment after this one, and must still find its listener then.
        if (error)
            setImmediate(settle, error);
        else if (unwritten === 0 && waiting?.until === "flushed")
            settle();
    };
    const handlers = {
        drain: () => {
            if (waiting?.until === "drained")
                settle();
        },
        error: (error) => {
            failure ??= error;
            unlisten?.();
            settle(error);
        },
        close: () => {
            unlisten?.();
            settle(stream_sink_reasonOf(stream));
        },
    };
    const wait = (until) => new Promise((resolve, reject) => {
        waiting = { until, settle: (error) => (error ? reject(error) : resolve()) };
    });
    return {
        write(chunk) {
            if (stream.destroyed || stream.writableEnded)
                return Promise.reject(stream_sink_reasonOf(stream));
            unlisten ??= stream_sink_listen(stream, handlers);
            unwritten += 1;
            return stream.write(chunk, onWritten) ? undefined : wait("drained");
        },
        end() {
            if (failure) {
                setImmediate(() => unlisten?.());
                return Promise.reject(failure);
            }
            if (unwritten === 0 || stream.destroyed) {
                unlisten?.();
                return undefined;
            }
            return wait("flushed").finally(() => unlisten?.());
        },
    };
}
function stream_sink_reasonOf(stream) {
    return stream.errored ?? new Error("it was closed");
}
/** More commands than Node expects listeners may write to one stream: that is no leak. */
function stream_sink_listen(stream, handlers) {
    const entries = Object.entries(handlers);
    const most = stream.getMaxListeners();
    const raised = most > 0 && Number.isFinite(most);
    if (raised)
        stream.setMaxListeners(most + 1);
    for (const [event, handler] of entries)
        stream.on(event, handler);
    let listening = true;
    return () => {
        if (!listening)
            return;
        listening = false;
        for (const [event, handler] of entries)
            stream.off(event, handler);
        if (raised)
            stream.setMaxListeners(stream.getMaxListeners() - 1);
    };
}

;// CONCATENATED MODULE: ./lib/command/tail.js
const keptBytes = 4096;
/** Passes output on and remembers its end, for the message of a failure. */
class Tail {
    #next;
    #chunks = [];
    constructor(next) {
        this.#next = next;
    }
    write(chunk) {
        if (chunk.length >= keptBytes)
            this.#chunks = [chunk];
        else {
            this.#chunks.push(chunk);
            if (this.#chunks.length > 64)
                this.#chunks = [this.#bytes()];
        }
        return this.#next.write(chunk);
    }
    end() {
        return this.#next.end();
    }
    #bytes() {
        const all = Buffer.concat(this.#chunks);
        return all.subarray(Math.max(0, all.length - keptBytes));
    }
    /** The last lines, at most `count`; where the first is cut, the cut shows. */
    lines(count) {
        const text = this.#bytes().toString("utf8").trimEnd();
        return text === "" ? [] : text.split(/\r?\n/).slice(-count);
    }
}

;// CONCATENATED MODULE: ./lib/command/outputs.js






/** Whether an output goes through a pipe of this process. With an idle timeout it does even to be dropped: its silence is timed. */
function passesThrough(target, settings) {
    if (target.type === "null")
        return settings.idleTimeoutMs !== null;
    return target.type !== "inherit" && target.type !== "fd" && target.type !== "stdout";
}
/** Decides how an output is carried. */
function planOutput(target, settings) {
    switch (target.type) {
        case "null":
            return passesThrough(target, settings) ? piped(discard, settings) : { type: "plain", stdio: "ignore" };
        case "inherit":
            return { type: "plain", stdio: "inherit" };
        case "fd":
            return { type: "plain", stdio: target.fd };
        case "stdout":
            return { type: "same-as-stdout" };
        case "stream":
            return piped(streamSink(target.stream), settings);
        case "line":
            return piped(lineSink(target.line), settings);
        case "capture":
        case "buffer": {
            const capture = new Capture(settings.maxBuffer);
            return { ...piped(capture, settings), capture };
        }
        case "pipe": {
            const readable = new external_node_stream_.PassThrough({ highWaterMark: 64 * 1024 });
            const sink = streamSink(readable);
            const ending = { write: sink.write, end: () => void readable.end() };
            return { ...piped(ending, settings), awaited: false, readable };
        }
    }
}
function piped(sink, { ownWords }) {
    const tail = new Tail(sink);
    const held = ownWords.length > 0 ? new Held(tail, ownWords) : null;
    return { type: "piped", sink: held ?? tail, awaited: true, capture: null, tail, held, readable: null };
}
/** Both outputs of one command, and what is known of them once it is over. */
class Outputs {
    plans;
    constructor(settings) {
        this.plans = { stdout: planOutput(settings.stdout, settings), stderr: planOutput(settings.stderr, settings) };
    }
    capture(name) {
        const plan = this.plans[name];
        return plan.type === "piped" ? plan.capture : null;
    }
    readable(name) {
        const plan = this.plans[name];
        return plan.type === "piped" ? plan.readable : null;
    }
    /** The last lines of stderr, or of stdout where both are one. */
    lastLines() {
        const { stdout, stderr } = this.plans;
        const plan = stderr.type === "same-as-stdout" ? stdout : stderr;
        return plan.type === "piped" ? plan.tail.lines(10) : [];
    }
    /** The last lines that may be a client's own. */
    heldBack() {
        return this.#piped().flatMap(({ held }) => held?.line ?? []);
    }
    /** Once it is known whose they are: they are passed on, or dropped. Settles when that has been taken by all that are waited for. */
    async settle(whose) {
        const settled = this.#piped().map(({ held, awaited }) => ({ awaited, done: held?.settle(whose).catch(() => { }) }));
        await Promise.all(settled.map(({ awaited, done }) => (awaited ? done : undefined)));
    }
    #piped() {
        return [this.plans.stderr, this.plans.stdout].filter((plan) => plan.type === "piped");
    }
}

;// CONCATENATED MODULE: ./lib/command/check.js



/** What is wrong with a command before anything runs: the first fault in words, or null. */
function findFault(settings) {
    const words = [settings.program, ...settings.args, ...(settings.preExec ?? [])];
    if (settings.program === "")
        return "the program's name is empty";
    if (settings.preExec?.length === 0)
        return "the pre-exec command is empty";
    for (const word of words) {
        if (typeof word !== "string")
            return `an argument is ${word === null ? "null" : `a ${typeof word}`}, not a string`;
        if (word.includes("\0"))
            return `the argument ${JSON.stringify(word)} has a NUL in it`;
    }
    for (const [name, value] of settings.environment ?? []) {
        const fault = variableFault(name, value);
        if (fault)
            return fault;
    }
    return textFault(settings) ?? closedFd(settings) ?? watchFault(settings) ?? daemonFault(settings);
}
function variableFault(name, value) {
    const shown = JSON.stringify(name);
    if (typeof name !== "string" || name === "")
        return "an environment variable's name is empty";
    if (name.includes("="))
        return `the environment variable's name ${shown} has a "=" in it`;
    if (name.includes("\0"))
        return `the environment variable's name ${shown} has a NUL in it`;
    if (typeof value !== "string")
        return `the environment variable ${shown} is no string`;
    if (value.includes("\0"))
        return `the environment variable ${shown} has a NUL in its value`;
    return null;
}
const check_texts = ["cwd", "pidFile", "selinuxLabel", "appArmorProfile"];
function textFault(settings) {
    for (const name of check_texts) {
        const text = settings[name];
        if (text === null)
            continue;
        if (typeof text !== "string" || text === "")
            return `${name} is ${JSON.stringify(text)}, not a text`;
        if (text.includes("\0"))
            return `${name} is ${JSON.stringify(text)}, which has a NUL in it`;
    }
    return null;
}
function closedFd(settings) {
    const uses = [];
    for (const name of ["stdin", "stdout", "stderr"]) {
        const use = settings[name];
        if (use.type === "fd")
            uses.push([name, use.fd]);
    }
    for (const passed of settings.passed)
        if (passed.type === "fd")
            uses.push(["a passed descriptor", passed.fd]);
    for (const [name, fd] of uses) {
        try {
            (0,external_node_fs_.fstatSync)(fd);
        }
        catch {
            return `${name} is descriptor ${fd}, which is not open`;
        }
    }
    return null;
}
/** Output that does not pass through this process is not seen, so its silence cannot be timed. */
function watchFault(settings) {
    if (settings.idleTimeoutMs === null)
        return null;
    for (const name of ["stdout", "stderr"]) {
        const type = settings[name].type;
        if (type === "fd" || type === "inherit") {
            return `idleTimeout cannot watch ${name}: it goes past this process (${type}); give it a stream instead`;
        }
    }
    return null;
}
/** A daemon outlives this process: nothing of it can run through here, and its folder is the root. */
function daemonFault(settings) {
    if (!settings.daemonize)
        return null;
    if (settings.cwd !== null)
        return "a daemon has no working directory but /";
    if (settings.timeoutMs !== null || settings.idleTimeoutMs !== null)
        return "a daemon has no timeout";
    if (settings.stdin.type !== "null" && settings.stdin.type !== "fd")
        return "a daemon's stdin is a descriptor or null";
    for (const name of ["stdout", "stderr"]) {
        if (passesThrough(settings[name], settings))
            return `a daemon's ${name} is a descriptor, "inherit" or null`;
    }
    return null;
}
/** Why the working directory cannot be one, or null. */
function findDirectoryFault(cwd) {
    if (cwd === null)
        return null;
    const fault = (what, cause) => ({ why: `the working directory ${cwd} ${what}`, cause });
    try {
        if (!(0,external_node_fs_.statSync)(cwd).isDirectory())
            return fault("is no directory", systemError("ENOTDIR", { syscall: "chdir", path: cwd }));
        (0,external_node_fs_.accessSync)(cwd, external_node_fs_.constants.X_OK);
        return null;
    }
    catch (error) {
        const code = error.code;
        return fault(code === "ENOENT" ? "does not exist" : `cannot be entered (${code})`, error);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/command/lookup.js



function look(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isDirectory() ? "not-executable" : "found";
    }
    catch (error) {
        const code = error.code;
        return code === "EACCES" || code === "EPERM" ? "not-executable" : "missing";
    }
}
/**
 * Finds a program as execvp(3) does: a name without a slash on the child's PATH if it sets one, else on the parent's;
 * a relative name or PATH entry is taken from the child's working directory.
 */
function lookUp(program, options) {
    const base = options.cwd ?? ".";
    if (program.includes("/")) {
        const path = (0,external_node_path_.isAbsolute)(program) ? program : (0,external_node_path_.resolve)(base, program);
        const seen = look(path);
        if (seen === "missing")
            return { type: "not-found" };
        return { type: seen, path };
    }
    const path = options.environment?.get("PATH") ?? parentEnvironment().PATH ?? "/usr/bin:/bin";
    let refused = null;
    for (const entry of path.split(external_node_path_.delimiter)) {
        const candidate = (0,external_node_path_.isAbsolute)(entry) ? `${entry}/${program}` : (0,external_node_path_.resolve)(base, entry, program);
        const seen = look(candidate);
        if (seen === "found")
            return { type: "found", path: candidate };
        if (seen === "not-executable" && !isDirectory(candidate))
            refused ??= candidate;
    }
    return refused === null ? { type: "not-found" } : { type: "not-executable", path: refused };
}
function isDirectory(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/command/host.js



const limitNames = {
    processes: "Max processes",
    openFiles: "Max open files",
    lockedMemory: "Max locked memory",
    coreSize: "Max core file size",
    cpuTime: "Max cpu time",
    addressSpace: "Max address space",
};
/** Whether there is a limit of that name. */
function isLimit(name) {
    return Object.hasOwn(limitNames, name);
}
/** This process and its machine. What a command does not depend on is not looked at: each look would cost its start time. */
function readHost() {
    let limits = null;
    let capabilities = null;
    return {
        platform: process.platform,
        pid: process.pid,
        uid: process.geteuid?.() ?? -1,
        gid: process.getegid?.() ?? -1,
        holds(name) {
            capabilities ??= effectiveCapabilities();
            return ((capabilities >> BigInt(capabilityNumber(name) ?? 64)) & 1n) === 1n;
        },
        hardLimit(name) {
            limits ??= read("/proc/self/limits");
            return hardLimit(limits, limitNames[name]);
        },
        get selinux() {
            return read("/sys/fs/selinux/enforce") !== "";
        },
        get appArmor() {
            return read("/sys/module/apparmor/parameters/enabled").startsWith("Y");
        },
        helper: findHelper,
    };
}
function effectiveCapabilities() {
    return BigInt(`0x${/^CapEff:\s*(\w+)/m.exec(read("/proc/self/status"))?.[1] ?? "0"}`);
}
/** The hard limit's column of /proc/self/limits (proc(5)). */
function hardLimit(table, name) {
    const line = table.split("\n").find((row) => row.startsWith(name));
    const value = line?.slice(name.length).trim().split(/\s+/)[1];
    return value === undefined || value === "unlimited" ? Number.POSITIVE_INFINITY : Number(value);
}
/** By name and PATH, which may change. */
const found = new Map();
/** Helpers are the system's own, whatever PATH the command is given. */
function findHelper(name) {
    const { PATH = "" } = parentEnvironment();
    const key = `${name}:${PATH}`;
    const known = found.get(key);
    if (known !== undefined)
        return known;
    const path = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", ...PATH.split(":")];
    for (const folder of path) {
        if (!folder.startsWith("/"))
            continue;
        try {
            (0,external_node_fs_.accessSync)(`${folder}/${name}`, external_node_fs_.constants.X_OK);
            found.set(key, `${folder}/${name}`);
            return `${folder}/${name}`;
        }
        catch {
            // Not in this folder.
        }
    }
    return null;
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "latin1");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/command/privileges.js


/** Why bad values of the limits, ids and capabilities cannot be meant, or null. */
function findPrivilegeFault(settings, host) {
    for (const name of settings.capabilities) {
        if (capabilityNumber(name) === null)
            return `there is no capability ${JSON.stringify(name)}`;
    }
    const { umask, user } = settings;
    if (umask !== null && !(Number.isInteger(umask) && umask >= 0 && umask <= 0o777)) {
        return `the umask ${umask} is not between 0 and 0o777`;
    }
    for (const id of user ? [user.uid, user.gid ?? 0, ...(user.groups ?? [])] : []) {
        if (!Number.isInteger(id) || id < 0 || id > 0xfffffffe)
            return `${id} is no user or group id`;
    }
    for (const [name, value] of limitsOf(settings)) {
        if (!isLimit(name))
            return `there is no limit ${JSON.stringify(name)}`;
        const hard = host.hardLimit(name);
        if (!(value >= 0) || (value !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(value))) {
            return `the limit ${name} is ${value}, not a whole number`;
        }
        if (value > hard)
            return `the limit ${name} of ${value} is above this process's hard limit of ${hard}`;
    }
    return null;
}
/** What the host cannot do of what is asked, named; null: it can do all. */
function findUnsupported(settings, host) {
    const asked = [
        [limitsOf(settings).length > 0, "limits", () => linux(host) ?? needs(host, "prlimit")],
        [settings.umask !== null, "umask", () => shell(host)],
        [settings.preExec !== null, "preExec", () => linux(host)],
        [settings.handshake, "handshake", () => linux(host)],
        [settings.daemonize, "daemonize", () => linux(host) ?? needs(host, "setsid")],
        [settings.pidFile !== null, "pidFile", () => linux(host) ?? needs(host, "flock")],
        [settings.user !== null, "user", () => user(settings, host)],
        [settings.clearCapabilities, "clearCapabilities", () => linux(host) ?? needs(host, "setpriv")],
        [settings.capabilities.length > 0, "allowCapability", () => capabilities(settings, host)],
        [settings.selinuxLabel !== null, "selinuxLabel", () => label(host, host.selinux, "SELinux")],
        [settings.appArmorProfile !== null, "appArmorProfile", () => label(host, host.appArmor, "AppArmor")],
        [
            settings.passed.length > 0,
            "passFd and sendBuffer",
            () => (host.platform === "win32" ? "Windows has none" : null),
        ],
    ];
    for (const [isAsked, name, why] of asked) {
        const missing = isAsked ? why() : null;
        if (missing !== null)
            return `${name} is not supported here: ${missing}`;
    }
    return null;
}
/** The limits that were given. */
function limitsOf(settings) {
    const entries = Object.entries(settings.limits);
    return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
/** Whether the ids are the process's own, so that there is nothing to change. */
function isOwnUser(settings, host) {
    const { user: ids } = settings;
    return ids === null || (ids.uid === host.uid && (ids.gid ?? host.gid) === host.gid && ids.groups === undefined);
}
function linux(host) {
    return host.platform === "linux" ? null : `it needs Linux, this is ${host.platform}`;
}
function shell(host) {
    return host.platform === "win32" ? "Windows has none" : needs(host, "sh");
}
function needs(host, helper) {
    return host.helper(helper) === null ? `it needs the program ${helper} (util-linux), which is not there` : null;
}
function user(settings, host) {
    if (host.platform === "win32")
        return "Windows has no user ids";
    if (isOwnUser(settings, host))
        return null;
    if (host.platform !== "linux")
        return host.uid === 0 ? null : "only root can change the user";
    if (!host.holds("setuid") || !host.holds("setgid"))
        return "this process has not the capabilities setuid and setgid";
    return needs(host, "setpriv");
}
function capabilities(settings, host) {
    const lacking = settings.capabilities.find((name) => !host.holds(name));
    if (lacking !== undefined)
        return `this process has not the capability ${lacking} itself`;
    return (linux(host) ?? (host.holds("setpcap") ? needs(host, "setpriv") : "this process has not the capability setpcap"));
}
function label(host, present, system) {
    return linux(host) ?? (present ? needs(host, "setpriv") : `${system} is not enabled on this host`);
}

;// CONCATENATED MODULE: ./lib/command/refusal.js






/** The error of a command that never ran; its status is a shell's: 127 not found, 126 otherwise. */
function refusal(settings, reason, why, cause) {
    const command = shortened(commandWords(settings));
    const status = reason === "not-found" ? 127 : 126;
    const known = reason === "not-found" || reason === "not-executable";
    return new CommandError(`${command}: ${why}`, {
        reason,
        command,
        cause,
        result: { ...notStarted, status, exitCode: known ? status : null, reason },
    });
}
/** What never ran may be longer than anybody reads. */
function shortened(command) {
    return command.length > MOST_SHOWN ? `${command.slice(0, MOST_SHOWN)}…` : command;
}
const MOST_SHOWN = 4096;
/** Throws for bad input. */
function refuseInvalid(settings, fault) {
    const found = fault ?? findFault(settings);
    if (found !== null)
        throw refusal(settings, "invalid", found);
}
/**
 * The file of the program; throws for what cannot be started here, before anything is. Where no helper comes first, spawn itself finds
 * the program just as well and tells why it did not, so that looking twice is saved.
 */
function findProgram(settings, host) {
    const searched = settings.program.includes("/") || settings.environment === null || settings.environment.has("PATH");
    if (!host && (searched || process.platform === "win32"))
        return settings.program;
    if (host)
        refuseUnsupported(settings, host);
    const directoryFault = findDirectoryFault(settings.cwd);
    if (directoryFault !== null)
        throw refusal(settings, "spawn", directoryFault.why, directoryFault.cause);
    const [hook] = settings.preExec ?? [];
    if (hook !== undefined)
        find(settings, hook);
    return find(settings, settings.program);
}
function refuseUnsupported(settings, host) {
    const fault = findPrivilegeFault(settings, host);
    if (fault !== null)
        throw refusal(settings, "invalid", fault);
    const missing = findUnsupported(settings, host);
    if (missing !== null)
        throw refusal(settings, "unsupported", missing);
}
function find(settings, program) {
    const found = lookUp(program, settings);
    if (found.type === "found")
        return found.path;
    // As spawn itself would tell.
    const place = { syscall: `spawn ${program}`, path: program };
    if (found.type === "not-found")
        throw notFound(settings, program, systemError("ENOENT", place));
    throw notExecutable(settings, program, systemError("EACCES", place));
}
/** What spawn(2)'s error means: first of all whether it was the working directory. */
function spawnError(settings, error) {
    const directoryFault = findDirectoryFault(settings.cwd);
    if (directoryFault !== null)
        return refusal(settings, "spawn", directoryFault.why, directoryFault.cause);
    if (error.code === "ENOENT" || error.code === "ENOTDIR")
        return notFound(settings, settings.program, error);
    if (error.code === "EACCES")
        return notExecutable(settings, settings.program, error);
    if (error.code === "E2BIG")
        return refusal(settings, "spawn", "its arguments and environment are too long for the system (E2BIG)", error);
    return refusal(settings, "spawn", `it could not be started (${error.code ?? error.message})`, error);
}
/** The error of a client that was not started, told of the command that it was to start: the client's own words mean nothing to people. */
function refusalOf(settings, { program }, error) {
    const why = error.message.slice(error.command.length + ": ".length);
    const missing = error.reason === "not-found" || error.reason === "not-executable";
    // Without a client the command itself is what is started.
    return refusal(settings, missing && program !== settings.program ? "spawn" : error.reason, why, error.cause);
}
function notFound(settings, program, cause) {
    const where = program.includes("/") ? "does not exist, or its interpreter does not" : "was not found on PATH";
    return refusal(settings, "not-found", `${program} ${where}`, cause);
}
function notExecutable(settings, program, cause) {
    return refusal(settings, "not-executable", `${program} is not an executable file`, cause);
}

;// CONCATENATED MODULE: ./lib/command/child.js







/** To make one for each command takes longer than most of what is done at its end. */
const OVER = new DOMException("the command is over", "AbortError");
/** Watches one child from its start to its result. */
class RunningChild {
    pid;
    stdout;
    stderr;
    /** Settles with what became of the command; never rejects. */
    over;
    #settings;
    #started;
    #client;
    #outputs;
    #hurry = null;
    #ending = null;
    #terminated = null;
    #exit = new AbortController();
    #giveUp = () => { };
    /** `client`: what stands here for a command that runs elsewhere. */
    constructor(settings, started, client = null) {
        this.#settings = settings;
        this.#started = started;
        this.#client = client;
        this.pid = started.pid;
        const exit = this.#exitOf(started.child);
        this.stdout = started.wiring.outputs.readable("stdout");
        this.stderr = started.wiring.outputs.readable("stderr");
        this.#outputs = started.wiring.connect(started.child, (error) => this.#streamFailed("stdin", error));
        this.over = this.#watch(exit);
    }
    async wait() {
        const outcome = await this.over;
        if (outcome instanceof CommandError)
            throw outcome;
        return outcome;
    }
    async signal(name) {
        if (this.#client?.signal)
            return this.#client.signal(name);
        await signalTree(this.#started.tree.marked(), name, this.#exit.signal);
    }
    async abort() {
        this.#end({ type: "aborted" });
        await this.over;
    }
    async kill() {
        this.#hurry ??= new AbortController();
        this.#hurry.abort();
        if (!this.#exit.signal.aborted)
            killNow(this.#started.tree);
        await this.abort();
    }
    async write(chunk) {
        return (await this.#started.wiring.stdin?.write(chunk)) ?? false;
    }
    closeStdin() {
        this.#started.wiring.stdin?.close();
    }
    async handshakeWait() {
        const setup = this.#handshake();
        await Promise.race([setup.until((state) => state.type !== "silent"), this.over]);
        if (setup.state.type === "ready" || setup.state.type === "started")
            return;
        const outcome = await this.over;
        if (outcome instanceof CommandError)
            throw outcome;
        throw refusal(this.#settings, "handshake", "its set-up failed");
    }
    handshakeNotify() {
        const setup = this.#handshake();
        if (!this.#exit.signal.aborted)
            setup.go();
    }
    #handshake() {
        const { setup } = this.#started;
        if (setup && this.#settings.handshake)
            return setup;
        throw refusal(this.#settings, "invalid", "the command was started without handshake()");
    }
    #end(ending) {
        if (this.#exit.signal.aborted) {
            // What is left to do is only to hand over output; nobody is to wait for a reader that has stopped.
            for (const { pump } of this.#outputs)
                pump.hurry(this.#settings.drainMs);
            return;
        }
        this.#ending ??= ending;
        this.#terminated ??= this.#terminate();
    }
    async #terminate() {
        const { tree, child } = this.#started;
        this.#hurry ??= new AbortController();
        const hurry = this.#hurry.signal;
        const asked = hurry.aborted ? undefined : this.#client?.signal?.("SIGTERM");
        const gone = await terminate(tree, { graceMs: this.#settings.killGraceMs, hurry, child });
        await asked;
        await this.#client?.signal?.("SIGKILL");
        if (!gone)
            this.#giveUp({ exitCode: null, signal: "SIGKILL" });
    }
    #streamFailed(name, cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        this.#end({ type: "aborted", because: `the stream at its ${name} failed: ${why}`, cause });
    }
    async #watch(exit) {
        const { wiring, guard, startedAt, setup, helpers } = this.#started;
        const release = this.#listen();
        const exited = await exit;
        this.#exit.abort(OVER);
        const durationMs = performance.now() - startedAt;
        if (this.#settings.leftovers === "kill")
            this.#terminated ??= this.#terminate();
        await this.#terminated;
        const held = beforeResult();
        if (held)
            await held;
        guard.release();
        if (this.#ending)
            for (const { pump } of this.#outputs)
                pump.hurry(this.#settings.drainMs);
        const unfinished = this.#outputs.filter(({ pump }) => !pump.finished);
        if (unfinished.length > 0)
            await Promise.all(unfinished.map((output) => this.#drain(output)));
        release?.();
        const state = setup ? await lastState(setup) : null;
        wiring.release();
        const { pid } = this;
        const { outputs } = wiring;
        const verdict = await this.#verdict(exited);
        const settled = outputs.settle(verdict?.notStarted ? "client" : "command");
        // A reader that has stopped is not waited for, as above.
        if (!this.#ending)
            await settled;
        return conclude({
            settings: this.#settings,
            outputs,
            pid,
            exit: exited,
            ending: this.#ending,
            setup: state,
            verdict,
            helpers,
            durationMs,
        });
    }
    /** What its place has to say of a failure. */
    async #verdict(exit) {
        const client = this.#client;
        if (!client)
            return null;
        try {
            if (this.#ending || exit.exitCode === 0)
                return null;
            const { outputs } = this.#started.wiring;
            return await client.judge({ exit, lastLines: outputs.lastLines(), heldBack: outputs.heldBack() });
        }
        finally {
            await client.leave();
        }
    }
    /** What may end the command from outside; returns what takes every listener and timer away. Most commands have none. */
    #listen() {
        for (const { plan, pump } of this.#outputs) {
            if (plan.awaited)
                pump.done.catch((error) => this.#streamFailed("output", error));
        }
        const { signal, killSignal, timeoutMs, idleTimeoutMs } = this.#settings;
        if (!signal && !killSignal && timeoutMs === null && idleTimeoutMs === null)
            return null;
        const pumps = this.#outputs.map(({ pump }) => pump);
        const onAbort = () => this.#end({ type: "aborted", cause: signal?.reason });
        const onKill = () => void this.kill();
        const stopTimers = watchTime({ timeoutMs, idleTimeoutMs, pumps, onExpired: (type) => this.#end({ type }) });
        signal?.addEventListener("abort", onAbort);
        killSignal?.addEventListener("abort", onKill);
        return () => {
            stopTimers();
            signal?.removeEventListener("abort", onAbort);
            killSignal?.removeEventListener("abort", onKill);
        };
    }
    async #drain({ plan, pump }) {
        const drained = pump.settle(this.#settings.drainMs).then(() => pump.done);
        drained.catch(() => { });
        if (!plan.awaited)
            return;
        await drained.catch((error) => {
            this.#ending ??= { type: "aborted", because: `the stream at its output failed: ${error.message}`, cause: error };
        });
    }
    #exitOf(child) {
        child.on("error", () => { });
        return new Promise((resolve) => {
            child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
            this.#giveUp = resolve;
        });
    }
}
/** What it said just before its exit may still be on its way. */
async function lastState(setup) {
    await turn();
    await turn();
    setup.close();
    return setup.state;
}

;// CONCATENATED MODULE: ./lib/command/tree.js

/**
 * The processes of a command: its session, their children and children's children whatever session they moved to, and those with the
 * marker in their environment. A process once seen stays a member when its parent ends and init adopts it.
 */
class ProcessTree {
    #root;
    #known = new Map();
    /** The root's start time, without which a later process of that number could be taken for it. */
    #start = null;
    constructor(root) {
        this.#root = root;
    }
    get pid() {
        return this.#root.pid;
    }
    /** Whether the process is to be left to end by itself, once the others have. */
    endsLast(pid) {
        return this.#root.relay === true && pid === this.#root.pid;
    }
    /** Those that have the marker, and what they started: not what the client that stands for them starts for itself. Without a marker all. */
    marked() {
        const { relay, marker } = this.#root;
        return relay === true && marker !== null ? new ProcessTree({ pid: null, leader: false, marker }) : this;
    }
    /** Learns the root's start time. To be called before its exit is known here, as long as nothing else can have its number. */
    pin() {
        const { pid } = this.#root;
        if (pid === null || this.#start !== null)
            return;
        this.#start = readProcess(pid)?.start ?? null;
        if (this.#start !== null)
            this.#known.set(pid, this.#start);
    }
    /** Those alive now; zombies are not. */
    members() {
        this.pin();
        const table = readProcesses().filter((entry) => entry.pid !== process.pid);
        const members = new Map();
        const add = (entry) => {
            if (members.has(entry.pid))
                return;
            members.set(entry.pid, entry);
            this.#known.set(entry.pid, entry.start);
        };
        for (const entry of table)
            if (this.#isOwn(entry))
                add(entry);
        for (let size = -1; size !== members.size;) {
            size = members.size;
            for (const entry of table)
                if (members.has(entry.parent))
                    add(entry);
        }
        return [...members.values()].filter((entry) => !entry.zombie);
    }
    #isOwn(entry) {
        if (this.#known.get(entry.pid) === entry.start)
            return true;
        const { pid, leader, marker } = this.#root;
        if (leader && pid !== null && entry.session === pid && startedSince(entry, this.#start))
            return true;
        return marker !== null && hasVariable(entry.pid, `${marker.name}=${marker.value}`);
    }
}
/** A session's number is free again once its last process is gone: one whose leader is another process is not ours. */
function startedSince(entry, start) {
    if (start === null)
        return true;
    return BigInt(entry.start || "0") >= BigInt(start);
}

;// CONCATENATED MODULE: ./lib/command/daemon.js







/** How often a daemon that is being set up is looked at: nobody is told of its death, since it is nobody's child. */
const lookMs = 50;
/** A daemon from its fork to its start; after that it is on its own, and `wait` is done. */
class Daemon {
    pid;
    stdout = null;
    stderr = null;
    /** Settles once the daemon is started or has failed to; never rejects. */
    over;
    #settings;
    #setup;
    #tree;
    constructor(settings, setup, started) {
        this.#settings = settings;
        this.#setup = setup;
        this.pid = setup.pid ?? started.pid;
        this.#tree = new ProcessTree({ pid: this.pid, leader: true, marker: settings.killMarker });
        this.#tree.pin();
        this.over = this.#watch(started);
    }
    /** Settles when the daemon's process is there. */
    static async start(settings, started) {
        const { setup, child, wiring, guard } = started;
        // A daemon is to outlive this process.
        guard.release();
        if (!setup)
            throw refusal(settings, "unsupported", "a daemon needs pipes in /proc");
        const forked = new Promise((resolve) => child.once("exit", resolve));
        wiring.connect(child, () => { });
        const known = setup.until(() => setup.pid !== null);
        const exitCode = await forked;
        if (exitCode === 0)
            await Promise.race([known, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
        if (setup.pid !== null)
            return new Daemon(settings, setup, started);
        setup.close();
        throw refusal(settings, "spawn", "its process could not be forked off");
    }
    async wait() {
        const outcome = await this.over;
        if (outcome instanceof CommandError)
            throw outcome;
        return outcome;
    }
    async signal(name) {
        // It is there by now, or is gone.
        await signalTree(this.#tree, name, AbortSignal.timeout(0));
    }
    async abort() {
        await terminate(this.#tree, { graceMs: this.#settings.killGraceMs, hurry: new AbortController().signal });
    }
    async kill() {
        killNow(this.#tree);
    }
    async write() {
        return false;
    }
    closeStdin() { }
    async handshakeWait() {
        if (!this.#settings.handshake)
            throw refusal(this.#settings, "invalid", "the command was started without handshake()");
        await Promise.race([this.#setup.until((state) => state.type !== "silent"), this.over]);
        if (this.#setup.state.type !== "ready" && this.#setup.state.type !== "started")
            await this.wait();
    }
    handshakeNotify() {
        if (!this.#settings.handshake)
            throw refusal(this.#settings, "invalid", "the command was started without handshake()");
        this.#setup.go();
    }
    async #watch({ startedAt, wiring }) {
        const setup = this.#setup;
        const settled = setup.until(({ type }) => type === "started" || type === "locked" || type === "pre-exec");
        await Promise.race([settled, this.#death()]);
        wiring.release();
        setup.close();
        const result = { ...notStarted, pid: this.pid, durationMs: performance.now() - startedAt };
        if (setup.state.type === "started")
            return { ...result, exitCode: 0, status: 0, reason: null };
        const preExec = (this.#settings.preExec ?? []).map(quote).join(" ");
        const reason = this.#settings.handshake ? "handshake" : "spawn";
        const error = refusal(this.#settings, reason, setupFault(setup.state, { pidFile: this.#settings.pidFile, preExec }));
        return this.#settings.allowFailure ? { ...result, reason } : error;
    }
    #death() {
        return new Promise((resolve) => {
            const timer = setInterval(() => {
                const entry = readProcess(this.pid);
                const over = this.#setup.state.type !== "silent" && this.#setup.state.type !== "ready";
                if (!over && entry && !entry.zombie)
                    return;
                clearInterval(timer);
                resolve();
            }, lookMs);
        });
    }
}

;// CONCATENATED MODULE: ./lib/command/dry-run.js






const current = new external_node_async_hooks_.AsyncLocalStorage();
/** Calls `inside` with dry run on, for it and all that it starts; other work of the process is not touched. */
function withinDryRun(run, inside) {
    return current.run(run, inside);
}
function currentDryRun() {
    return current.getStore() ?? null;
}
/** The child of a command that is not run: it writes what the responder says, and is over. */
async function pretend(settings, run, command) {
    run.commands.push(command);
    const input = settings.stdin.type === "bytes" ? settings.stdin.bytes : null;
    const response = (await run.respond?.(command, { input })) ?? {};
    const outputs = new Outputs(settings);
    const over = carry(outputs, response).then(() => outcome(settings, outputs, response));
    return {
        pid: null,
        stdout: outputs.readable("stdout"),
        stderr: outputs.readable("stderr"),
        async wait() {
            const result = await over;
            if (result instanceof CommandError)
                throw result;
            return result;
        },
        signal: async () => { },
        abort: async () => { },
        kill: async () => { },
        write: async () => true,
        closeStdin() { },
        handshakeWait: async () => { },
        handshakeNotify() { },
    };
}
async function carry(outputs, response) {
    const texts = { stdout: Buffer.from(response.stdout ?? ""), stderr: Buffer.from(response.stderr ?? "") };
    const { stdout, stderr } = outputs.plans;
    const first = stderr.type === "same-as-stdout" ? Buffer.concat([texts.stdout, texts.stderr]) : texts.stdout;
    const pumps = [];
    for (const [plan, bytes] of [
        [stdout, first],
        [stderr, texts.stderr],
    ]) {
        if (plan.type !== "piped")
            continue;
        const { done } = new Pump(external_node_stream_.Readable.from(bytes.length > 0 ? [bytes] : []), plan.sink);
        if (plan.awaited)
            pumps.push(done);
    }
    await Promise.all(pumps);
}
function outcome(settings, outputs, response) {
    const signal = response.signal ?? null;
    const exit = { exitCode: signal === null ? (response.exitCode ?? 0) : null, signal };
    return conclude({
        settings,
        outputs,
        pid: null,
        exit,
        ending: null,
        setup: null,
        verdict: null,
        helpers: [],
        durationMs: 0,
    });
}

;// CONCATENATED MODULE: ./lib/command/failed-child.js
/** The child of a command that could not be started, where failure is allowed: over already. Bad input and what the host cannot do still throw. */
function failedChild(error) {
    if (error.reason === "invalid" || error.reason === "unsupported")
        throw error;
    const { exitCode, signal, status, stdout, stderr, durationMs, pid, timedOut, truncated, truncatedBytes, reason } = error;
    const result = {
        exitCode,
        signal,
        status,
        stdout,
        stderr,
        durationMs,
        pid,
        timedOut,
        truncated,
        truncatedBytes,
        reason,
    };
    return {
        pid: null,
        stdout: null,
        stderr: null,
        wait: async () => result,
        signal: async () => { },
        abort: async () => { },
        kill: async () => { },
        write: async () => false,
        closeStdin() { },
        handshakeWait: async () => {
            throw error;
        },
        handshakeNotify() { },
    };
}

;// CONCATENATED MODULE: ./lib/command/lines.js

/** The lines of a child's stdout as they come, at the reader's pace; when the reader stops, the child is ended. */
async function* readLines(child) {
    const splitter = new LineSplitter();
    let finished = false;
    try {
        for await (const chunk of chunksOf(child.stdout))
            yield* splitter.push(chunk);
        yield* splitter.end();
        finished = true;
    }
    finally {
        if (!finished)
            await child.abort();
    }
    await child.wait();
}
/** The pieces of a child's stdout split at a separator; the last one also where no separator follows it. */
async function* readFields(child, separator) {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of chunksOf(child.stdout)) {
        const fields = (rest + decoder.decode(chunk, { stream: true })).split(separator);
        rest = fields.pop() ?? "";
        yield* fields;
    }
    rest += decoder.decode();
    if (rest !== "")
        yield rest;
    await child.wait();
}
function chunksOf(stdout) {
    return stdout ?? [];
}

;// CONCATENATED MODULE: ./lib/command/matching.js
/** A line's matches by every expression, in their order; none where one of them does not match, as virCommandRunRegex has it. */
function matchLine(line, expressions) {
    const matches = [];
    for (const expression of expressions) {
        expression.lastIndex = 0;
        const match = expression.exec(line);
        if (!match)
            return [];
        matches.push(match);
    }
    return matches;
}
/** Puts fields into rows of so many columns; the last row may be shorter. */
function toRows(fields, columns) {
    const rows = [];
    for (let at = 0; at < fields.length; at += columns)
        rows.push(fields.slice(at, at + columns));
    return rows;
}

;// CONCATENATED MODULE: ./lib/command/cover-fds.js
/**
 * Puts another descriptor over those that the child must not get, where there is no bash to close them: what they are of is out of reach
 * then, though their numbers are open.
 */
function coverFds(stdio, unwanted, cover) {
    const slots = [...stdio];
    for (const fd of unwanted) {
        // From 3 on, "ignore" leaves a number as it is: closed.
        while (slots.length < fd)
            slots.push("ignore");
        slots[fd] = cover;
    }
    return slots;
}

;// CONCATENATED MODULE: ./lib/command/inherited-fds.js

/** open(2)'s O_CLOEXEC on Linux. */
const O_CLOEXEC = 0o2000000;
/** Node opens everything else with O_CLOEXEC, so what a child would get unasked is what this process was started with. */
let candidates = null;
/** Descriptors above 2 that this process was started with and that would reach every child. None where /proc does not tell. */
function inheritedFds() {
    candidates ??= openFds().filter(staysOpen);
    return candidates.filter(staysOpen);
}
/**
 * Closes what this process was started with above descriptor 2, for good: its children then need no helper to be kept from it.
 * For programs of one's own, never for a library: someone may be using them.
 */
function closeInheritedFds() {
    for (const fd of inheritedFds())
        (0,external_node_fs_.closeSync)(fd);
}
function openFds() {
    try {
        return (0,external_node_fs_.readdirSync)("/proc/self/fd")
            .map(Number)
            .filter((fd) => fd > 2 && !isReadByNode(fd));
    }
    catch {
        return [];
    }
}
/** Where certificates and OpenSSL's configuration lie. */
const TRUST = ["/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/usr/lib/ssl", "/usr/share/ca-certificates"];
const NAMING_TRUST = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR", "OPENSSL_CONF"];
/**
 * Whether OpenSSL may be reading it: from Node 24 on certificates are, at the start and in a thread of their own, and are opened as fopen(3)
 * does. Were it closed here, that thread would close the next one of its number, such as the event loop's own.
 */
function isReadByNode(fd) {
    try {
        const target = (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${fd}`);
        const named = NAMING_TRUST.flatMap((name) => real(process.env[name] ?? "") ?? []);
        return [...TRUST, ...named].some((path) => target === path || target.startsWith(`${path}/`));
    }
    catch {
        return false;
    }
}
function real(path) {
    try {
        return path === "" ? null : (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return null;
    }
}
function staysOpen(fd) {
    try {
        const flags = /^flags:\s*(\d+)/m.exec((0,external_node_fs_.readFileSync)(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
        return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/command/shell-stage.js
/**
 * A shell's set-up and, after it, env(1) to undo what shells do to the environment: they set PWD and the like, and drop what is no name
 * of theirs. The shell's text is made of fixed pieces; all that varies is handed over as arguments. Empty where nothing asks for it.
 */
function shellStage(setup, facts) {
    const { host } = facts;
    const pieces = piecesOf(setup);
    if (pieces.length === 0)
        return [];
    const preExec = setup.preExec ?? [];
    const parameters = [
        setup.umask === null ? "" : `0${setup.umask.toString(8)}`,
        setup.pidFd === null ? "" : String(setup.pidFd),
        setup.statusPath ?? "",
        setup.goPath ?? "",
        host.helper("flock") ?? "flock",
        setup.closeFds.join(" "),
        String(preExec.length),
    ];
    const text = [...pieces, `shift ${parameters.length}`, ...(setup.preExec ? ['shift "$__forgexec_words"'] : []), run];
    // Only bash can name descriptors above 9; -p keeps it from reading start files and functions out of the environment.
    const shell = setup.closeFds.length > 0 ? [host.helper("bash") ?? "bash", "-p"] : [host.helper("sh") ?? "/bin/sh"];
    return [...shell, "-c", text.join("\n"), "forgexec", ...parameters, ...preExec, ...restoreStage(facts)];
}
const run = 'unset __forgexec_words __forgexec_word __forgexec_go\nexec "$@"';
function piecesOf(setup) {
    const pieces = [];
    if (setup.closeFds.length > 0)
        pieces.push("for __forgexec_word in $6; do exec {__forgexec_word}>&-; done");
    if (setup.joinOutputs)
        pieces.push("exec 2>&1");
    if (setup.reportPid)
        pieces.push('echo "pid $$" > "$3"');
    if (setup.umask !== null)
        pieces.push('umask "$1"');
    if (setup.pidFd !== null)
        pieces.push(lock);
    if (setup.preExec)
        pieces.push("__forgexec_words=$7", preExec);
    if (setup.goPath !== null) {
        pieces.push('echo ready > "$3"', 'read __forgexec_go < "$4" || exit 126');
    }
    if (setup.statusPath !== null)
        pieces.push('echo started > "$3"');
    return pieces;
}
const lock = `"$5" -n "$2" || { echo locked > "$3"; exit 126; }
echo $$ > "/proc/self/fd/$2"`;
/** The pre-exec command's words come before the program's. A subshell drops the others by turning them round. */
const preExec = `(
  shift 7
  for __forgexec_word in "$@"; do
    if [ "$__forgexec_words" -gt 0 ]; then
      set -- "$@" "$__forgexec_word"
      __forgexec_words=$((__forgexec_words - 1))
    fi
    shift
  done
  unset __forgexec_words __forgexec_word
  exec "$@" < /dev/null >&2
) || { echo "pre-exec $?" > "$3"; exit 126; }`;
const shellsOwn = /^(PWD|OLDPWD|SHLVL|_|IFS|PPID|LINENO|OPTIND|OPTERR|OPTARG|PS[0-4]|U?E?UID|GROUPS|RANDOM|SRANDOM|SECONDS|EPOCH\w+|DIRSTACK|FUNCNAME|HISTCMD|HOSTNAME|HOSTTYPE|MACHTYPE|OSTYPE|SHELL|SHELLOPTS|TERM|COLUMNS|LINES|MAILCHECK|PIPESTATUS|BASH\w*|COMP_\w+|__forgexec_\w+)$/;
function restoreStage(facts) {
    const set = [];
    for (const [name, value] of facts.environment) {
        if (shellsOwn.test(name) || !/^[A-Za-z_]\w*$/.test(name))
            set.push(`${name}=${value}`);
    }
    const env = facts.host.helper("env") ?? "/usr/bin/env";
    return [env, "-u", "PWD", "-u", "OLDPWD", "-u", "SHLVL", "-u", "_", "--", ...set];
}

;// CONCATENATED MODULE: ./lib/command/launcher.js


const prlimitOptions = {
    processes: "nproc",
    openFiles: "nofile",
    lockedMemory: "memlock",
    coreSize: "core",
    cpuTime: "cpu",
    addressSpace: "as",
};
/**
 * What has to happen between fork and exec, as a chain of helpers in the order in which it must happen: a session of its own for a
 * daemon; the shell's part, with the caller's rights; the environment as it was before the shell; limits; last the loss of rights.
 * Node has no hook there, and each helper keeps the process id.
 */
function planLaunch(settings, facts) {
    const setup = {
        umask: settings.umask,
        pidFd: facts.pidFd,
        preExec: settings.preExec,
        reportPid: settings.daemonize,
        statusPath: facts.statusPath,
        goPath: facts.goPath,
        closeFds: facts.closeFds,
        joinOutputs: facts.joinOutputs,
    };
    const shell = shellStage(setup, { host: facts.host, environment: facts.environment });
    const drops = privilegeStage(settings, facts.host, shell.length > 0);
    const chain = [
        ...(settings.daemonize ? [helper(facts.host, "setsid"), "--fork"] : []),
        ...shell,
        ...limitStage(settings, facts.host),
        ...drops.argv,
    ];
    // env(1) would take a program with "=" in its path for a variable, so that another helper has to come in between.
    if (chain.length > 0 && facts.program.includes("="))
        chain.push(helper(facts.host, "nice"), "-n", "0");
    const [file, ...rest] = [...chain, facts.program, ...settings.args];
    const argv0 = chain.length === 0 ? settings.program : null;
    const helpers = ["setsid", "env", "prlimit", "setpriv"].filter((name) => chain.includes(helper(facts.host, name)));
    return { file: file ?? facts.program, args: rest, argv0, ids: drops.ids, helpers };
}
/** prlimit(1), soft and hard limit alike. */
function limitStage(settings, host) {
    const limits = limitsOf(settings);
    if (limits.length === 0)
        return [];
    const value = (limit) => (limit === Number.POSITIVE_INFINITY ? "unlimited" : String(limit));
    const options = limits.map(([name, limit]) => `--${prlimitOptions[name]}=${value(limit)}:${value(limit)}`);
    return [helper(host, "prlimit"), ...options];
}
/** setpriv(1); where it is only the ids and nothing runs before the program, spawn sets them without a helper. */
function privilegeStage(settings, host, afterShell) {
    const caps = capabilityOptions(settings, host);
    const labels = [
        ...(settings.selinuxLabel === null ? [] : [`--selinux-label=${settings.selinuxLabel}`]),
        ...(settings.appArmorProfile === null ? [] : [`--apparmor-profile=${settings.appArmorProfile}`]),
    ];
    const user = isOwnUser(settings, host) ? null : settings.user;
    const groups = user?.groups ?? [];
    if (user && groups.length === 0 && !afterShell && caps.length === 0 && labels.length === 0) {
        return { argv: [], ids: { uid: user.uid, ...(user.gid === undefined ? {} : { gid: user.gid }) } };
    }
    const ids = user
        ? [
            `--reuid=${user.uid}`,
            `--regid=${user.gid ?? host.gid}`,
            groups.length > 0 ? `--groups=${groups.join(",")}` : "--clear-groups",
        ]
        : [];
    const options = [...ids, ...caps, ...labels];
    return { argv: options.length === 0 ? [] : [helper(host, "setpriv"), ...options], ids: {} };
}
/**
 * Allowed capabilities are inheritable and ambient too, else another user than root would lose them at exec. Without CAP_SETPCAP the
 * bounding set cannot be changed: such a process has no capabilities to lose, and no_new_privs keeps it from gaining any.
 */
function capabilityOptions(settings, host) {
    const allowed = settings.capabilities.map((name) => `+${name}`);
    if (!settings.clearCapabilities) {
        return allowed.length === 0 ? [] : [`--inh-caps=${allowed.join(",")}`, `--ambient-caps=${allowed.join(",")}`];
    }
    const set = ["-all", ...allowed].join(",");
    const sets = [`--inh-caps=${set}`, `--ambient-caps=${set}`];
    return host.holds("setpcap") ? [`--bounding-set=${set}`, ...sets] : ["--no-new-privs", ...sets];
}
function helper(host, name) {
    return host.helper(name) ?? name;
}

;// CONCATENATED MODULE: ./lib/command/spawn-child.js



/** Spawns what was planned. Throws the CommandError that says why nothing was started. */
async function spawnChild(settings, launch, stdio) {
    try {
        const child = await startChild(launch.file, launch.args, {
            ...(launch.argv0 === null ? {} : { argv0: launch.argv0 }),
            stdio: [...stdio],
            detached: hasOwnSession(settings),
            windowsHide: true,
            ...launch.ids,
            // A daemon's is the root folder, so that it keeps no file system from being unmounted.
            cwd: settings.daemonize ? "/" : (settings.cwd ?? undefined),
            env: settings.environment === null ? parentEnvironment() : Object.fromEntries(settings.environment),
        });
        return { child, pid: child.pid };
    }
    catch (error) {
        throw spawnError(settings, error);
    }
}
/** A command that shares the terminal stays in its session: Ctrl-C and job control reach it there. */
function hasOwnSession(settings) {
    if (process.platform === "win32")
        return false;
    return settings.session === null ? settings.stdin.type !== "inherit" : settings.session === "new";
}

;// CONCATENATED MODULE: ./lib/command/channel.js



/** A pipe that the child writes. Without a pipe of the pool it is Node's own, which the child cannot open again by name. */
function outputChannel(pipe, slot, writer) {
    if (pipe === null)
        return { ...nodePipe, open: (child) => nodeStream(child, slot) };
    const [ours, theirs] = openBoth(pipe, "read");
    return {
        stdio: theirs,
        closeChildEnd: () => (0,external_node_fs_.closeSync)(theirs),
        abandon() {
            (0,external_node_fs_.closeSync)(ours);
            (0,external_node_fs_.closeSync)(theirs);
            giveBack(pipe);
        },
        open() {
            const socket = new external_node_net_.Socket({ fd: ours, readable: true, writable: false });
            return socket.once("close", () => giveBack(pipe, writer === "own-rights" ? "ended" : undefined));
        },
    };
}
/** A pipe that the child reads. */
function inputChannel(pipe, slot) {
    if (pipe === null) {
        const open = (child) => nodeStream(child, slot);
        return { ...nodePipe, prefill: () => 0, open, close() { }, release() { } };
    }
    const [ours, theirs] = openBoth(pipe, "write");
    return {
        stdio: theirs,
        closeChildEnd: () => (0,external_node_fs_.closeSync)(theirs),
        abandon() {
            (0,external_node_fs_.closeSync)(ours);
            (0,external_node_fs_.closeSync)(theirs);
            giveBack(pipe);
        },
        prefill: (bytes) => fillPipe(ours, bytes),
        open: () => new external_node_net_.Socket({ fd: ours, readable: false, writable: true }),
        close: () => (0,external_node_fs_.closeSync)(ours),
        release: () => giveBack(pipe),
    };
}
/** This process's end and the child's; neither, where there are no descriptors for both. */
function openBoth(pipe, end) {
    const opened = [];
    try {
        const ours = openEnd(pipe, end, "nonBlocking");
        opened.push(ours);
        return [ours, openEnd(pipe, end === "read" ? "write" : "read", "blocking")];
    }
    catch (error) {
        for (const fd of opened)
            (0,external_node_fs_.closeSync)(fd);
        giveBack(pipe);
        throw error;
    }
}
const nodePipe = { stdio: "pipe", closeChildEnd() { }, abandon() { } };
function nodeStream(child, slot) {
    const stream = child.stdio[slot];
    if (!stream)
        throw new Error(`the child has no pipe at descriptor ${slot}`);
    return stream;
}
function fillPipe(fd, bytes) {
    let written = 0;
    try {
        while (written < bytes.length)
            written += (0,external_node_fs_.writeSync)(fd, bytes, written);
    }
    catch (error) {
        if (error.code !== "EAGAIN")
            throw error;
    }
    return written;
}

;// CONCATENATED MODULE: ./lib/command/input.js
/** Writes into a pipe of the child. That the child stops reading is its right and no error: what is left is dropped. */
class Feed {
    #channel;
    #stream = null;
    #prefilled = 0;
    #stop = () => { };
    constructor(channel) {
        this.#channel = channel;
    }
    /** Before the start: what the pipe holds is then there at once, and short input needs nothing after it. */
    prefill(bytes) {
        this.#prefilled = this.#channel.prefill(bytes);
    }
    feedBytes(child, bytes) {
        if (this.#channel.stdio !== "pipe" && this.#prefilled === bytes.length)
            this.#channel.close();
        else
            this.#open(child).end(bytes.subarray(this.#prefilled));
    }
    /** `onError`: the source failed, so that the child would take a part for the whole. */
    feedStream(child, source, onError) {
        const target = this.#open(child);
        const onEnd = () => target.end();
        const onClose = () => {
            if (!source.readableEnded && source.errored === null)
                onError(new Error("it was closed before its end"));
        };
        this.#stop = () => {
            source.unpipe(target);
            source.off("error", onError).off("close", onClose).off("end", onEnd);
        };
        target.once("close", () => this.#stop());
        source.once("error", onError).once("close", onClose).once("end", onEnd);
        if (source.errored)
            onError(source.errored);
        else if (source.readableEnded)
            onEnd();
        else
            source.pipe(target, { end: false });
    }
    openForWriting(child) {
        this.#open(child);
    }
    /** Settles when the bytes are on their way: false where the child no longer reads. */
    write(chunk) {
        const stream = this.#stream;
        if (!stream?.writable)
            return Promise.resolve(false);
        return new Promise((resolve) => stream.write(chunk, (error) => resolve(!error)));
    }
    close() {
        this.#stream?.end();
    }
    abandon() {
        this.#channel.abandon();
    }
    /** The command is over: nothing reads any more. */
    release() {
        this.#stop();
        const stream = this.#stream;
        if (stream === null || stream.closed) {
            this.#channel.release();
            return;
        }
        stream.once("close", () => this.#channel.release());
        stream.destroy();
    }
    #open(child) {
        const stream = this.#channel.open(child);
        stream.on("error", () => { });
        this.#stream = stream;
        return stream;
    }
}

;// CONCATENATED MODULE: ./lib/command/wiring.js





/** All descriptors of one child: what spawn is given, and what runs through them. */
class Wiring {
    stdio;
    #outputs = [];
    #feeds = [];
    #settings;
    stdin;
    outputs;
    constructor(settings, pipes) {
        this.#settings = settings;
        const next = () => pipes?.pop() ?? null;
        this.outputs = new Outputs(settings);
        try {
            const stdin = this.#input(next);
            this.stdin = this.#feeds[0]?.feed ?? null;
            this.stdio = [stdin, ...this.#outputSlots(next), ...this.#passedSlots(next)];
        }
        catch (error) {
            this.abandon();
            throw error;
        }
    }
    #outputSlots(next) {
        const { stdout, stderr } = this.outputs.plans;
        const slot = this.#output(stdout, next, 1);
        return [slot, stderr.type === "same-as-stdout" ? sameAs(slot) : this.#output(stderr, next, 2)];
    }
    #passedSlots(next) {
        return this.#settings.passed.map((passed, index) => passed.type === "fd" ? passed.fd : this.#bytes(passed.bytes, next(), index + 3));
    }
    /** Opens what the settings ask for; pipes are made first where there are too few. */
    static async open(settings) {
        const count = countPipes(settings);
        const pipes = count === 0 ? [] : await takePipes(count);
        const spare = pipes ?? [];
        try {
            return new Wiring(settings, pipes && spare);
        }
        catch (error) {
            for (const pipe of spare)
                giveBack(pipe);
            throw error;
        }
    }
    #input(next) {
        const source = this.#settings.stdin;
        if (source.type === "null")
            return "ignore";
        if (source.type === "inherit")
            return "inherit";
        if (source.type === "fd")
            return source.fd;
        if (source.type === "bytes")
            return this.#bytes(source.bytes, next(), 0);
        const channel = inputChannel(next(), 0);
        this.#feeds.push({ feed: new Feed(channel), channel, bytes: null });
        return channel.stdio;
    }
    #bytes(bytes, pipe, slot) {
        const channel = inputChannel(pipe, slot);
        const feed = new Feed(channel);
        feed.prefill(bytes);
        this.#feeds.push({ feed, channel, bytes });
        return channel.stdio;
    }
    #output(plan, next, slot) {
        if (plan.type === "plain")
            return plan.stdio;
        if (plan.type === "same-as-stdout")
            return "ignore";
        const channel = outputChannel(next(), slot, this.#settings.user === null ? "own-rights" : "other-rights");
        this.#outputs.push({ plan, channel });
        return channel.stdio;
    }
    /** Whether stderr has to be joined to stdout in the child: Node's own pipe cannot be given twice. */
    get joinsInChild() {
        return this.outputs.plans.stderr.type === "same-as-stdout" && this.stdio[1] === "pipe";
    }
    /** After the start: begins to carry. `onError` is told of a source of input that failed. */
    connect(child, onError) {
        for (const { channel } of [...this.#outputs, ...this.#feeds])
            channel.closeChildEnd();
        for (const { feed, bytes } of this.#feeds) {
            if (bytes)
                feed.feedBytes(child, bytes);
            else if (this.#settings.stdin.type === "stream")
                feed.feedStream(child, this.#settings.stdin.stream, onError);
            else
                feed.openForWriting(child);
        }
        return this.#outputs.map(({ plan, channel }) => ({ plan, pump: new Pump(channel.open(child), plan.sink) }));
    }
    /** Nothing was started: all is closed again. */
    abandon() {
        for (const { channel } of [...this.#outputs, ...this.#feeds])
            channel.abandon();
    }
    /** The command is over. */
    release() {
        for (const { feed } of this.#feeds)
            feed.release();
    }
}
/** Joined streams are one descriptor twice, so that they interleave as they were written. "inherit" would be the parent's own stderr. */
function sameAs(stdout) {
    if (typeof stdout === "number")
        return stdout;
    return stdout === "inherit" ? 1 : "ignore";
}
function countPipes(settings) {
    const outputs = [settings.stdout, settings.stderr].filter((target) => passesThrough(target, settings));
    const inputs = [settings.stdin, ...settings.passed].filter(({ type }) => fed.has(type));
    return outputs.length + inputs.length;
}
const fed = new Set(["bytes", "stream", "pipe"]);

;// CONCATENATED MODULE: ./lib/command/start.js













/** Starts the command, or throws the CommandError that says why nothing was started. Bad input has been refused before. */
async function startProcess(settings) {
    try {
        const unwanted = settings.inheritedFds === "close" ? inheritedFds() : [];
        const host = asksForHost(settings) || unwanted.length > 0 ? readHost() : null;
        const program = findProgram(settings, host);
        return await launchIn(settings, { host, program, unwanted });
    }
    catch (error) {
        const { code } = error;
        if (error instanceof CommandError || code === undefined)
            throw error;
        // This process has no descriptor left, or the like.
        throw spawnError(settings, error);
    }
    finally {
        for (const passed of settings.passed)
            if (passed.type === "fd" && passed.closeInParent)
                closeQuietly(passed.fd);
    }
}
async function launchIn(settings, plan) {
    const wiring = await Wiring.open(settings);
    let setup = null;
    let guard = null;
    const opened = [];
    try {
        if (reports(settings))
            setup = await openReport(settings);
        if (settings.pidFile !== null)
            opened.push(openPidFile(settings, settings.pidFile));
        // A signal is about to end this process: what it would leave behind is not begun.
        const held = beforeResult();
        if (held)
            await held;
        if (settings.signal?.aborted || settings.killSignal?.aborted) {
            throw refusal(settings, "aborted", "was stopped before it was started");
        }
        guard = new Guard(settings.killGraceMs);
        const startedAt = performance.now();
        const { launch, stdio } = planned(settings, { ...plan, wiring, setup, opened });
        const { child, pid } = await spawnChild(settings, launch, stdio);
        const tree = new ProcessTree({
            pid,
            leader: hasOwnSession(settings),
            marker: settings.killMarker,
            relay: settings.role === "relay",
        });
        guard.tree = tree;
        // What is looked at only while the command runs is pinned then; its leftovers are looked at after it.
        if (settings.leftovers === "kill")
            tree.pin();
        return { child, pid, wiring, tree, guard, startedAt, setup, helpers: launch.helpers };
    }
    catch (error) {
        guard?.release();
        wiring.abandon();
        setup?.close();
        throw error;
    }
    finally {
        opened.forEach(closeQuietly);
    }
}
/** Whether anything is asked that depends on what the host can do. */
function asksForHost(settings) {
    return (settings.umask !== null ||
        Object.keys(settings.limits).length > 0 ||
        settings.user !== null ||
        settings.clearCapabilities ||
        settings.capabilities.length > 0 ||
        settings.selinuxLabel !== null ||
        settings.appArmorProfile !== null ||
        settings.passed.length > 0 ||
        reports(settings));
}
/** Whether the launch may fail in a way, or at a moment, that only it can tell. */
function reports(settings) {
    return settings.pidFile !== null || settings.daemonize || settings.preExec !== null || settings.handshake;
}
/** What is spawned, and with which descriptors. */
function planned(settings, request) {
    const { program, setup, wiring, opened } = request;
    const host = request.host ?? (wiring.joinsInChild ? readHost() : null);
    if (!host) {
        const launch = { file: program, args: settings.args, argv0: settings.program, ids: {}, helpers: [] };
        return { launch, stdio: wiring.stdio };
    }
    const stdio = [...wiring.stdio, ...opened];
    // A number that the child's own descriptors take is closed by that.
    const unwanted = request.unwanted.filter((fd) => fd >= stdio.length);
    const covered = unwanted.length > 0 && host.helper("bash") === null;
    const launch = planLaunch(settings, {
        host,
        program,
        environment: settings.environment ?? definedOnes(parentEnvironment()),
        closeFds: covered ? [] : unwanted,
        pidFd: settings.pidFile === null ? null : stdio.length - 1,
        statusPath: setup?.statusPath ?? null,
        goPath: settings.handshake ? (setup?.goPath ?? null) : null,
        joinOutputs: wiring.joinsInChild,
    });
    if (!covered)
        return { launch, stdio };
    const cover = (0,external_node_fs_.openSync)("/dev/null", "r+");
    opened.push(cover);
    return { launch, stdio: coverFds(stdio, unwanted, cover) };
}
function definedOnes(environment) {
    return Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
async function openReport(settings) {
    const report = await SetupReport.open();
    if (!report)
        throw refusal(settings, "unsupported", "preExec, pidFile, daemonize and handshake need pipes in /proc");
    return report;
}
function openPidFile(settings, path) {
    try {
        return (0,external_node_fs_.openSync)(path, "a+", 0o644);
    }
    catch (error) {
        const code = error.code;
        throw refusal(settings, "spawn", `the pid file ${path} cannot be written (${code})`, error);
    }
}
function closeQuietly(fd) {
    try {
        (0,external_node_fs_.closeSync)(fd);
    }
    catch {
        // It was not open: that has been reported.
    }
}

;// CONCATENATED MODULE: ./lib/command/command.js










/**
 * A command: spawned without a shell, with nothing leaked in and nothing left behind. Put it together with the methods, then `run` or
 * `start` it; it may be run again once it is over.
 */
class Command extends CommandBuilder {
    #running = false;
    /**
     * Within `inside`, and all that it starts, no command is spawned: each is noted in `commands`, in order, and has done what `respond`
     * says (nothing, with success, unless it says otherwise). Gives what `inside` gives.
     */
    static dryRun(inside, options = {}) {
        const commands = [];
        const respond = options.respond;
        return withinDryRun({ commands, respond: respond ?? null }, () => inside(commands));
    }
    stdout(to) {
        return this.setOutput("stdout", to);
    }
    stderr(to) {
        return this.setOutput("stderr", to);
    }
    /** Runs the command to its end; a daemon, to its start. Rejects with a CommandError unless it succeeds or failure is allowed. */
    async run() {
        if (this.settings.handshake) {
            throw refusal(this.settings, "invalid", "with handshake() it can only be started: nobody would let it go on");
        }
        return (await this.start()).wait();
    }
    /** Starts the command. Rejects where nothing could be started; with `allowFailure` the child's `wait` tells instead. */
    async start() {
        return (await this.#start(this.settings));
    }
    /**
     * The lines of stdout as they come, without their ends ("\n" or "\r\n"), the command held back to the reader's pace. After the last one
     * a failure is thrown; leaving the loop early ends the command. A line over 16 Mi characters comes in pieces.
     */
    async *lines() {
        yield* readLines(await this.#start(this.#reading()));
    }
    /** For each line of stdout that every expression matches, its matches in the order of the expressions. */
    async matchLines(expressions) {
        const matches = [];
        for await (const line of this.lines())
            matches.push(...matchLine(line, expressions));
        return matches;
    }
    /** The fields of stdout, each ended by the separator, as rows of `columns` (default 1); the last row may be shorter. */
    async records(separator, options = {}) {
        const columns = options.columns ?? 1;
        if (separator === "" || !(Number.isInteger(columns) && columns > 0)) {
            throw refusal(this.settings, "invalid", "records needs a separator and a number of columns above 0");
        }
        const fields = [];
        for await (const field of readFields(await this.#start(this.#reading()), separator))
            fields.push(field);
        return toRows(fields, columns);
    }
    /** The settings for reading stdout here; stderr is kept for the error's message unless it goes somewhere. */
    #reading() {
        const { stderr } = this.settings;
        return {
            ...this.settings,
            stdout: { type: "pipe" },
            stderr: stderr.type === "null" ? { type: "capture" } : stderr,
        };
    }
    async #start(settings) {
        refuseInvalid(settings, this.fault);
        if (this.#running)
            throw refusal(settings, "invalid", "it is running already; make another Command for another run");
        const dry = currentDryRun();
        if (dry)
            return pretend(settings, dry, this);
        this.#running = true;
        const finish = expectErrors(settings);
        let client = null;
        try {
            client = (await settings.enclosure?.enter(settings)) ?? null;
            const started = await (client ? startClient(settings, client) : startProcess(settings));
            const child = settings.daemonize
                ? await Daemon.start(settings, started)
                : new RunningChild(settings, started, client);
            void child.over.then(() => {
                this.#running = false;
                finish();
                // A daemon that is started is in nobody's care any more.
                if (child instanceof Daemon)
                    void client?.leave();
            });
            return child;
        }
        catch (error) {
            this.#running = false;
            finish();
            await client?.leave();
            if (!(error instanceof CommandError) || !settings.allowFailure)
                throw error;
            return failedChild(error);
        }
    }
}
/** A client that cannot be started is told of in the words of the command that it stands for. */
async function startClient(settings, client) {
    try {
        return await startProcess(client.settings);
    }
    catch (error) {
        throw error instanceof CommandError ? refusalOf(settings, client.settings, error) : error;
    }
}
/** A source of input may fail before the command has come to read it: that is told then, and is no uncaught error. */
function expectErrors({ stdin }) {
    if (stdin.type !== "stream")
        return () => { };
    const ignore = () => { };
    stdin.stream.on("error", ignore);
    return () => stdin.stream.off("error", ignore);
}

;// CONCATENATED MODULE: ./lib/command/kill-marked.js



/**
 * Ends every process that carries the marker in its environment, and all their descendants: SIGTERM, SIGKILL after `graceMs` or as soon
 * as `hurry` is aborted. Settles when none is left; how many were found at first. Linux only: elsewhere none is found.
 */
async function killMarked(marker, options) {
    // The usual case, at the end of every run: a look at the environments alone is half the work of a look at the tree.
    if (!readPids().some((pid) => hasVariable(pid, `${marker.name}=${marker.value}`)))
        return 0;
    const tree = new ProcessTree({ pid: null, leader: false, marker });
    const found = tree.members().length;
    if (found > 0)
        await terminate(tree, { graceMs: options.graceMs, hurry: options.hurry ?? new AbortController().signal });
    return found;
}

;// CONCATENATED MODULE: ./lib/command/marked-values.js

/** Every value that the variable `name` was given in the environment of a live process that this one may look at. Linux only. */
function markedValues(name) {
    const values = readPids().flatMap((pid) => readVariable(pid, name) ?? []);
    return [...new Set(values)];
}

;// CONCATENATED MODULE: ./lib/command/simple.js

/** Runs a program to its end and gives what it wrote. Rejects with a CommandError unless it succeeds or failure is allowed. */
function simple_run(program, args = [], options = {}) {
    const command = new Command(program, args).stdout(options.stdout ?? "capture").stderr(options.stderr ?? "capture");
    if (options.env)
        command.envAll(options.env);
    if (options.cwd !== undefined)
        command.cwd(options.cwd);
    if (options.stdin !== undefined)
        command.stdin(options.stdin);
    if (options.maxBuffer !== undefined)
        command.maxBuffer(options.maxBuffer);
    if (options.timeout !== undefined)
        command.timeout(options.timeout);
    if (options.idleTimeout !== undefined)
        command.idleTimeout(options.idleTimeout);
    if (options.killGrace !== undefined)
        command.killGrace(options.killGrace);
    if (options.signal !== undefined)
        command.signal(options.signal);
    if (options.allowFailure)
        command.allowFailure();
    return command.run();
}

;// CONCATENATED MODULE: ./lib/command/index.js















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

/***/ 5505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ holder),
/* harmony export */   S2: () => (/* binding */ busy),
/* harmony export */   ex: () => (/* binding */ RETRY_MS),
/* harmony export */   qR: () => (/* binding */ withLockNow),
/* harmony export */   x$: () => (/* binding */ tryLockNow)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5428);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);





/** How long a taken lock is let alone before it is tried again. */
const RETRY_MS = 15;
const MAX_GUARDS = 4;
/**
 * Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over:
 * under a guard lock of its own, so that of several takers one wins and none removes what another has just taken.
 */
function tryLockNow(path, guards = 0) {
    const fresh = claim(path);
    const guardPath = `${path}.takeover`;
    // A guard that is there without a lock to take over was left by whoever was killed while they held it.
    if (fresh !== null && guards < MAX_GUARDS && isThere(guardPath))
        tryLockNow(guardPath, guards + 1)?.release();
    if (fresh !== null)
        return fresh;
    const seen = holder(path);
    if (seen.state === "live" || guards >= MAX_GUARDS)
        return null;
    const guard = tryLockNow(guardPath, guards + 1);
    if (guard === null)
        return null;
    try {
        if (holder(path).state === "dead")
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
        return claim(path);
    }
    finally {
        guard.release();
    }
}
/**
 * Does something under a lock that all hold only as long as this takes, waiting while all else in this process waits too: it can be the last
 * thing that a process does. Not to be nested. @throws UsageError `busy` after `timeoutMs`.
 */
function withLockNow(path, timeoutMs, work) {
    const end = Date.now() + timeoutMs;
    let lock = tryLockNow(path);
    while (lock === null) {
        if (Date.now() > end)
            throw busy(path, timeoutMs);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
        lock = tryLockNow(path);
    }
    try {
        return work();
    }
    finally {
        lock.release();
    }
}
/** What is told of a lock that did not become free in time. */
function busy(path, timeoutMs) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("busy", `${path} has been held by process ${holder(path).owner?.pid ?? "?"} for more than ${Math.round(timeoutMs / 1000)} s. ` +
        "If no forgexec runs, remove that file and try again.");
}
/**
 * The lock is a link that points at no file: its target is the text that names the owner. symlink(2) makes it whole at
 * once, fails where there is one, and leaves nothing else behind for whoever is killed meanwhile.
 */
function claim(path) {
    const content = JSON.stringify({ ...(0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .thisProcess */ .WF)(), nonce: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex") });
    const lock = { path, release: () => release(path, content) };
    try {
        if (process.platform === "win32")
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, content, FILE);
        else
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)(content, path);
        return lock;
    }
    catch (error) {
        if ((0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "EEXIST"))
            return null;
        if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, code)))
            throw readable(error, path);
    }
    // A file system without links.
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, content, FILE);
        return lock;
    }
    catch {
        return null;
    }
}
/** Without the text that names the owner, which tells nobody anything. */
function readable(error, path) {
    const { message, code } = error;
    return Object.assign(new Error(message.replace(/, symlink '.*$/s, `, ${path}`), { cause: error }), { code });
}
const FILE = { flag: "wx", mode: 0o600 };
function isThere(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** What is written into a lock. */
function contentOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(path);
    }
    catch (error) {
        if (!(0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "EINVAL") && !(0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "UNKNOWN"))
            throw error;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, "utf8");
    }
}
function release(path, content) {
    if (isHeld(path, content))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
}
/** Whether it is not another's by now, or gone. */
function isHeld(path, content) {
    try {
        return contentOf(path) === content;
    }
    catch {
        return false;
    }
}
/** Who holds the lock at `path`. */
function holder(path) {
    try {
        const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .asOwner */ .gv)(JSON.parse(contentOf(path)));
        return { state: owner !== null && (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(owner) ? "live" : "dead", owner };
    }
    catch (error) {
        return { state: (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOENT") ? "none" : "dead", owner: null };
    }
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bh: () => (/* binding */ tryLock),
/* harmony export */   gJ: () => (/* binding */ waitForLock),
/* harmony export */   ms: () => (/* binding */ lockHolder)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _lock_now_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5505);


/** Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over. */
async function tryLock(path) {
    const lock = (0,_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .tryLockNow */ .x$)(path);
    return lock && { path, release: async () => lock.release() };
}
/** Who holds the lock at `path`; null: nobody who still runs. */
async function lockHolder(path) {
    const { state, owner } = (0,_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .holder */ .Lm)(path);
    return state === "live" ? owner : null;
}
/** Waits for a lock that others hold for moments only. @throws UsageError `busy` after `timeoutMs`. */
async function waitForLock(path, timeoutMs) {
    const end = Date.now() + timeoutMs;
    for (;;) {
        const lock = await tryLock(path);
        if (lock !== null)
            return lock;
        if (Date.now() > end)
            throw (0,_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .busy */ .S2)(path, timeoutMs);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_lock_now_js__WEBPACK_IMPORTED_MODULE_1__/* .RETRY_MS */ .ex);
    }
}


/***/ }),

/***/ 4824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ removeLeftFolders),
/* harmony export */   x: () => (/* binding */ makeOwnFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3964);




/**
 * Makes a folder in `parent` whose name begins with `prefix`, and removes those whose owners are gone.
 *
 * @throws where nothing can be written to `parent`
 */
async function makeOwnFolder(parent, prefix = "") {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true, mode: 0o700 });
    await removeLeftFolders(parent, prefix);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`);
    const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .tryLock */ .bh)(`${path}.lock`);
    if (lock === null)
        throw new Error(`${path}.lock can't be taken`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode: 0o700 });
    }
    catch (error) {
        await lock.release();
        throw error;
    }
    return { path, remove: () => removeWithLock(path, lock) };
}
/** Removes the folders of that prefix whose owners are gone, as far as it can. */
async function removeLeftFolders(parent, prefix = "") {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])) {
        if (!name.startsWith(prefix) || !name.endsWith(".lock"))
            continue;
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .tryLock */ .bh)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name)).catch(() => null);
        if (lock !== null)
            await removeWithLock((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name.slice(0, -".lock".length)), lock);
    }
}
// The lock goes last, and stays where the folder does: somebody still has to remove it.
async function removeWithLock(path, lock) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true }).then(() => lock.release().catch(() => undefined), () => undefined);
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WF: () => (/* binding */ thisProcess),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   gv: () => (/* binding */ asOwner)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9268);



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

/***/ 3846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* reexport */ computeTag),
  B: () => (/* reexport */ openClients)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/packages/give-to.js
var give_to = __webpack_require__(7460);
// EXTERNAL MODULE: ./lib/packages/ini.js
var ini = __webpack_require__(3963);
// EXTERNAL MODULE: ./lib/packages/recover.js
var recover = __webpack_require__(1809);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/packages/clients/bypass.js


const OPTION = /^(?:-i|--index-url|--extra-index-url|--pypi-url|--default-index|--index)(?:=|$)/;
const SHORT = /^-i[^=]/;
const CLIENT = /(?:^|[\\/])(?:pip|pip3|pip3\.\d+|pip-compile|pip-sync|uv)(?:\.exe)?$/;
const LIST = /^(?:-r|--requirements?|-c|--constraints?)$/;
const MOST_LISTS = 50;
const MOST_BYTES = 1024 * 1024;
/** What of the planned commands names an index of its own, which is the user's will and goes past ours: in words, each once. */
async function bypasses(commands, directory) {
    const found = new Set();
    const lists = new Set();
    for (const words of commands.flatMap(clientCalls)) {
        const option = words.find((word) => OPTION.test(word) || SHORT.test(word));
        if (option !== undefined)
            found.add(`${option.split("=")[0]} in a command`);
        words.forEach((word, at) => {
            const name = LIST.test(word) ? words[at + 1] : /^(?:-r|-c|--requirements?=|--constraints?=)(.+)$/.exec(word)?.[1];
            if (name !== undefined && lists.size < MOST_LISTS)
                lists.add(name);
        });
    }
    for (const name of lists) {
        const text = await readList((0,external_node_path_.resolve)(directory, name));
        const option = /^\s*(-i|--index-url|--extra-index-url)(?=[\s=])/m.exec(text)?.[1];
        if (option !== undefined)
            found.add(`${option} in ${name}`);
    }
    return [...found];
}
/** What a client is called with in a command: a shell's text may have several, and other programs' words. */
function clientCalls(argv) {
    const parts = argv.map((word) => /\s/.test(word) ? word.replace(/[;&|()\n]+/g, ` ${BETWEEN} `).split(/\s+/) : [word]);
    const calls = [];
    let call = null;
    for (const word of parts.flat()) {
        if (word === BETWEEN)
            call = null;
        else if (call !== null)
            call.push(word);
        else if (CLIENT.test(word)) {
            call = [];
            calls.push(call);
        }
    }
    return calls;
}
/** Stands between the commands of a shell's text. */
const BETWEEN = ";";
const OWN_INDEX = /(?:^|[\s;&|(/\\])((?:uv\s+(?:-\S+\s+)*(?:sync|lock|add|tool)|(?:poetry|pdm|pipenv)\s+(?:-\S+\s+)*(?:install|sync|lock|add|update)|uvx))\b/;
/** What of the commands asks the index that its project or its lock names, whatever pip is told: in words, each once. */
function asksOwnIndex(commands) {
    return [...new Set(commands.flatMap((argv) => OWN_INDEX.exec(argv.join(" "))?.[1]?.replace(/\s+/g, " ") ?? []))];
}
async function readList(path) {
    const text = (await (0,read_file/* readText */.y)(path)) ?? "";
    return text.slice(0, MOST_BYTES);
}

;// CONCATENATED MODULE: ./lib/packages/clients/cache-variables.js

/** The clients that keep a cache, and the folder of each. */
const CLIENTS = ["pip", "uv", "poetry", "pdm"];
/** Variables that put the clients' caches into folders of `folder`, but those that the user has placed or switched off. */
function cacheVariables({ settings, placed, folder }) {
    const { environment } = settings;
    const none = (...names) => names.every((name) => !environment[name]);
    const pip = none("PIP_CACHE_DIR", "PIP_NO_CACHE_DIR") && !configures(settings, ["cache-dir", "no-cache-dir"]);
    return {
        ...(pip ? { PIP_CACHE_DIR: (0,external_node_path_.join)(folder, "pip") } : {}),
        ...(none("UV_CACHE_DIR", "UV_NO_CACHE") && !placed("uv") ? { UV_CACHE_DIR: (0,external_node_path_.join)(folder, "uv") } : {}),
        ...(none("POETRY_CACHE_DIR", "POETRY_NO_CACHE") && !placed("poetry")
            ? { POETRY_CACHE_DIR: (0,external_node_path_.join)(folder, "poetry") }
            : {}),
        ...(none("PDM_CACHE_DIR", "PDM_NO_CACHE") ? { PDM_CACHE_DIR: (0,external_node_path_.join)(folder, "pdm") } : {}),
    };
}
const PLACES = /^(PIP_(NO_)?(CACHE_DIR|COMPILE)|(UV|POETRY|PDM)_(NO_CACHE|CACHE_DIR)|UV_PROJECT_ENVIRONMENT|POETRY_VIRTUALENVS_PATH|PDM_(PYTHON|IGNORE_SAVED_PYTHON))$/;
/** The variables but those that say where and how clients keep things on this machine. */
function withoutPlaces(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !PLACES.test(name)));
}
/** Whether pip's files or variables say anything of one of these options. */
function configures({ sections, environment }, options) {
    return options.some((option) => {
        const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
        return Boolean(variable) || [...sections.values()].some((section) => Boolean(section.get(option)));
    });
}
/** How pip behaves in a run, unless the user has said how. */
function pipManners(settings) {
    return {
        // Modules are compiled when they are first imported, which most of a big environment never is. Both spellings stop pip.
        ...(configures(settings, ["compile", "no-compile"]) ? {} : { PIP_COMPILE: "0" }),
        ...(configures(settings, ["disable-pip-version-check", "no-disable-pip-version-check"])
            ? {}
            : { PIP_DISABLE_PIP_VERSION_CHECK: "1" }),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/packages/clients/lock-writers.js


/** Clients that write the addresses of indexes or files into what a project commits. */
const WRITERS = [
    /(?:^|[\s;&|(/\\"'])pip-compile\b/,
    /-m["',\s]+piptools\b/,
    /(?:^|[\s;&|(/\\])pip[\d.]*(?:\.exe)?\s+(?:-\S+\s+)*lock\b/,
    /-m\s+pip\s+(?:-\S+\s+)*lock\b/,
    /\buv\s+(?:-\S+\s+)*pip\s+compile\b.*(?:--emit-index|pylock)/,
];
/** Files that say what a program runs. */
const RECIPES = {
    tox: ["tox.ini", "tox.toml", "setup.cfg", "pyproject.toml"],
    nox: ["noxfile.py"],
    make: ["Makefile", "makefile", "GNUmakefile"],
    just: ["justfile", "Justfile"],
    task: ["Taskfile.yml", "Taskfile.yaml"],
    invoke: ["tasks.py"],
    inv: ["tasks.py"],
    doit: ["dodo.py"],
    hatch: ["pyproject.toml", "hatch.toml"],
    pdm: ["pyproject.toml"],
    poe: ["pyproject.toml"],
    "pre-commit": [".pre-commit-config.yaml"],
};
const SCRIPTS = [".sh", ".bash", ".py", ".mk"];
const lock_writers_MOST_BYTES = 1024 * 1024;
/**
 * Whether a command, as words, writes a lock file with addresses: itself, in the text that a shell is given, or by a
 * script or recipe of the project. A list of requirements does not count: it says at its top what wrote it.
 */
function writesLock(argv, directory) {
    if (matches(argv.join(" ")))
        return true;
    return recipesOf(argv).some((name) => matches(read((0,external_node_path_.resolve)(directory, name))));
}
function recipesOf(argv) {
    const words = argv.flatMap((word) => word.split(/\s+/));
    return words.flatMap((word) => {
        const name = (0,external_node_path_.basename)(word).replace(/\.exe$/, "");
        return Object.hasOwn(RECIPES, name) ? (RECIPES[name] ?? []) : SCRIPTS.includes((0,external_node_path_.extname)(word)) ? [word] : [];
    });
}
function matches(text) {
    return WRITERS.some((pattern) => pattern.test(text));
}
function read(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        // What is no file may never end.
        return !stats.isFile() || stats.size > lock_writers_MOST_BYTES ? "" : (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/packages/clients/uv-files.js



const NOT_LOOKED_INTO = /^(?:\..*|node_modules|__pycache__|venv|env|build|dist)$/;
const MOST_FOLDERS = 200;
const SYSTEM_FOLDERS = "/etc/xdg";
/** The folders where system-wide configuration is looked for, in the form of the variable XDG_CONFIG_DIRS. */
function configFolders(environment) {
    return environment.XDG_CONFIG_DIRS || SYSTEM_FOLDERS;
}
/** uv's configuration for the project: of its folder and those above, and of the folders right below, where steps may run. */
async function projectUvFiles({ directory }) {
    const folders = [];
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        folders.push(folder);
        if ((0,external_node_path_.dirname)(folder) === folder)
            break;
    }
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const below = entries.filter((entry) => entry.isDirectory() && !NOT_LOOKED_INTO.test(entry.name));
    folders.push(...below.slice(0, MOST_FOLDERS).map(({ name }) => (0,external_node_path_.join)(directory, name)));
    const found = await Promise.all(folders.flatMap((folder) => [uv_files_read((0,external_node_path_.join)(folder, "uv.toml")), readProject(folder)]));
    return found.filter((file) => file !== null);
}
/** The user's configuration of uv; null: none. */
function userUvFile({ environment, home }) {
    return uv_files_read((0,external_node_path_.join)(environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, ".config"), "uv", "uv.toml"));
}
/** The one system-wide configuration that uv would take; null: none. */
async function systemUvFile({ environment, root = "/" }) {
    const named = environment.XDG_CONFIG_DIRS ? configFolders(environment).split(":") : [(0,external_node_path_.join)(root, SYSTEM_FOLDERS)];
    for (const folder of [...named.filter(Boolean), (0,external_node_path_.join)(root, "etc")]) {
        const file = await uv_files_read((0,external_node_path_.join)(folder, "uv", "uv.toml"));
        if (file !== null)
            return file;
    }
    return null;
}
async function uv_files_read(path) {
    const text = await (0,read_file/* readText */.y)(path);
    return text === null ? null : { path, table: await parse(text) };
}
async function readProject(folder) {
    const path = (0,external_node_path_.join)(folder, "pyproject.toml");
    const text = await (0,read_file/* readText */.y)(path);
    if (text === null || !/\buv\b/.test(text))
        return null;
    const { tool } = (await parse(text));
    return tool?.uv === undefined ? null : { path, table: tool.uv };
}
/** What can't be read says nothing here: uv will complain of it. */
async function parse(text) {
    const { parse: parseToml } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return parseToml(text);
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/packages/clients/past-index.js





/**
 * Gives a command that writes a lock file the variables that it would have without the index, so that no address on
 * loopback gets into the lock; all others none. The configuration file for it, which may hold credentials as the user's
 * own does, is written when first needed, with mode 0600.
 */
function variablesPastIndex({ settings, directory, folder, owner, changed, uv, }) {
    let variables;
    return (argv) => {
        if (!writesLock(argv, directory))
            return {};
        variables ??= {
            // An empty one is none to pip.
            ...Object.fromEntries(changed.map((name) => [name, settings.environment[name] ?? ""])),
            ...(settings.files === "on" ? { PIP_CONFIG_FILE: writePlain(folder, { settings, owner }) } : {}),
            ...(uv === "pointed" ? { XDG_CONFIG_DIRS: configFolders(settings.environment) } : {}),
        };
        return variables;
    };
}
function writePlain(folder, { settings: { sections }, owner }) {
    const path = (0,external_node_path_.join)(folder, "past-index.pip.conf");
    (0,external_node_fs_.writeFileSync)(path, (0,ini/* writeIni */.cu)(sections), { mode: 0o600 });
    if (owner !== null)
        (0,external_node_fs_.chownSync)(path, owner.uid, owner.gid);
    return path;
}

// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
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
    const site = basePrefix === null ? [] : [(0,external_node_path_.join)(basePrefix, platform === "win32" ? "pip.ini" : "pip.conf")];
    return [...globalFiles(surroundings), ...userFiles(surroundings), ...site, ...(named ? [named] : [])];
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
async function pip_files_readPipConfiguration(surroundings) {
    const merged = new Map();
    for (const path of pipFiles(surroundings)) {
        const text = await (0,files/* readIfThere */.qC)(path).catch(() => null);
        if (text === null)
            continue;
        for (const [section, options] of (0,ini/* parseIni */.Ay)(text)) {
            const into = merged.get(section) ?? new Map();
            merged.set(section, into);
            for (const [name, value] of options)
                into.set(name.replaceAll("_", "-").replace(/^--/, ""), value);
        }
    }
    return merged;
}

// EXTERNAL MODULE: ./lib/packages/pip-merge.js
var pip_merge = __webpack_require__(3937);
;// CONCATENATED MODULE: ./lib/packages/clients/pip-settings.js


/** Reads what pip is configured with on the machine, and merges the spec's part. @throws UsageError `invalid-pip-configuration` */
async function readPipSettings(options) {
    const { environment, home, platform, root, interpreter } = options;
    const additions = (0,pip_merge/* pipAdditions */.dV)(options.pypi, options.directory);
    // Some file instead of the null device would bring the system's files back, which the user has switched off.
    if (isNullDevice(environment.PIP_CONFIG_FILE)) {
        const variables = (0,pip_merge/* pipVariables */.hl)(environment, additions, "always");
        return { sections: new Map(), files: "off", variables, environment: { ...environment, ...variables } };
    }
    const { basePrefix } = interpreter;
    const surroundings = { environment, home, platform, basePrefix, ...(root === undefined ? {} : { root }) };
    const sections = (0,pip_merge/* mergePipConfiguration */.cG)(await pip_files_readPipConfiguration(surroundings), additions);
    const variables = (0,pip_merge/* pipVariables */.hl)(environment, additions, "where-set");
    return { sections, files: "on", variables, environment: { ...environment, ...variables } };
}
/** The value that `pip install` goes by: of a variable, else of its own section, else of the global one. Empty ones don't count. */
function pipOption({ sections, environment }, option) {
    const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
    return variable || sections.get("install")?.get(option) || sections.get("global")?.get(option) || null;
}
/** Whether an option that is on or off is on, for any of pip's commands. */
function isOn(settings, option) {
    const { sections, environment } = settings;
    const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
    const values = [variable, ...[...sections.values()].map((options) => options.get(option))];
    return values.some((value) => /^(?:y|yes|t|true|on|1)$/i.test(value?.trim() ?? ""));
}
/** The words of an option that is a list. */
function words(value) {
    return (value ?? "").split(/\s+/).filter(Boolean);
}

// EXTERNAL MODULE: ./lib/packages/run-folder.js
var run_folder = __webpack_require__(3789);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/sha256.js
var sha256 = __webpack_require__(5468);
// EXTERNAL MODULE: ./lib/packages/files-below.js
var files_below = __webpack_require__(8158);
// EXTERNAL MODULE: ./lib/packages/index-server/wheel-metadata.js
var wheel_metadata = __webpack_require__(4127);
;// CONCATENATED MODULE: ./lib/packages/clients/built-notes.js








const SUFFIX = ".sha256";
/** So long after the last byte nobody is still writing a wheel; in ms. */
const AT_REST_MS = 2000;
const UV_NOTES = "forgexec";
const UV_ARCHIVES = /^archive-v\d+$/;
/**
 * Notes what pip and uv have just put into their caches in `folder` and install from without checking it again: of each
 * wheel that pip built its sha256; of each package that uv keeps unpacked, and whose files environments may share by hard
 * links, the sizes and times of its files. To be called before anything but the installers can have changed them.
 */
async function noteBuilt(folder) {
    for (const wheel of await pipWheels(folder)) {
        if ((await (0,read_file/* readText */.y)(wheel + SUFFIX)) === null)
            await (0,files/* writeAtomically */.vK)(wheel + SUFFIX, await sha256Of(wheel));
    }
    for (const { path, note } of await uvArchives(folder)) {
        if ((await (0,read_file/* readText */.y)(note)) !== null)
            continue;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(note), { recursive: true, mode: 0o700 });
        await (0,files/* writeAtomically */.vK)(note, await stateOf(path));
    }
}
/**
 * Removes what is not as it was noted, so that the client fetches or builds it again, and wheels that were never noted and
 * are no whole archives. Gives the names of what went.
 */
async function dropDamaged(folder) {
    const dropped = [];
    for (const wheel of await pipWheels(folder)) {
        const noted = await (0,read_file/* readText */.y)(wheel + SUFFIX);
        if (noted === null ? await isUsable(wheel) : noted === (await sha256Of(wheel)))
            continue;
        for (const path of [wheel, wheel + SUFFIX, (0,external_node_path_.join)((0,external_node_path_.dirname)(wheel), "origin.json")])
            await (0,promises_.rm)(path, { force: true });
        dropped.push((0,external_node_path_.basename)(wheel));
    }
    for (const { path, note } of await uvArchives(folder)) {
        const noted = await (0,read_file/* readText */.y)(note);
        if (noted === null || noted === (await stateOf(path)))
            continue;
        dropped.push(...(await distributionsIn(path)));
        for (const gone of [path, note])
            await (0,promises_.rm)(gone, { recursive: true, force: true });
    }
    return dropped;
}
async function pipWheels(folder) {
    return (await (0,files_below/* filesBelow */.D)((0,external_node_path_.join)(folder, "pip", "wheels"))).filter((path) => path.endsWith(".whl"));
}
async function uvArchives(folder) {
    const uv = (0,external_node_path_.join)(folder, "uv");
    const archives = [];
    for (const bucket of (await namesIn(uv)).filter((name) => UV_ARCHIVES.test(name))) {
        for (const id of await namesIn((0,external_node_path_.join)(uv, bucket)))
            archives.push({ path: (0,external_node_path_.join)(uv, bucket, id), note: (0,external_node_path_.join)(uv, UV_NOTES, bucket, id) });
    }
    return archives;
}
async function distributionsIn(archive) {
    const names = (await namesIn(archive)).filter((name) => name.endsWith(".dist-info"));
    return names.length > 0 ? names.map((name) => name.replace(/\.dist-info$/, "")) : [(0,external_node_path_.basename)(archive)];
}
/** Changes with each file's size and, in seconds, time: what came out of an archive has lost the fractions. */
async function stateOf(folder) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const path of (await (0,files_below/* filesBelow */.D)(folder)).toSorted()) {
        const { size, mtimeMs } = await (0,promises_.lstat)(path);
        hash.update(JSON.stringify([(0,external_node_path_.relative)(folder, path), size, Math.floor(mtimeMs / 1000)]));
    }
    return hash.digest("hex");
}
async function sha256Of(path) {
    const handle = await (0,promises_.open)(path, "r");
    try {
        return await (0,sha256/* sha256OfFile */.V)(handle);
    }
    finally {
        await handle.close();
    }
}
/** A wheel that another run is just putting there is not whole yet. */
async function isUsable(path) {
    const handle = await (0,promises_.open)(path, "r");
    try {
        const { size, mtimeMs } = await handle.stat();
        return Date.now() - mtimeMs < AT_REST_MS || (await (0,wheel_metadata/* wheelMetadata */.B)(handle, size)) !== null;
    }
    finally {
        await handle.close();
    }
}
async function namesIn(folder) {
    return (0,promises_.readdir)(folder).catch(() => []);
}

;// CONCATENATED MODULE: ./lib/packages/clients/drop-strange.js


/**
 * Removes from a folder that commands of a sandbox wrote to what would lead or hold up those who read it outside: links out of it, and what
 * is neither a file nor a folder. To be called while nothing in a sandbox writes to it, and before anything else looks into it.
 */
async function dropStrange(folder) {
    const root = await (0,promises_.realpath)(folder).catch(() => null);
    if (root !== null)
        await dropIn(root, root);
}
async function dropIn(folder, root) {
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => [])) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            await dropIn(path, root);
        else if (await isStrange(entry, { folder, root }))
            await (0,promises_.rm)(path, { force: true });
    }
}
async function isStrange(entry, { folder, root }) {
    if (!entry.isSymbolicLink())
        return !entry.isFile();
    const path = (0,external_node_path_.join)(folder, entry.name);
    const target = await (0,promises_.readlink)(path).catch(() => "..");
    // Past a link `..` is not what it seems.
    const climbs = /[^/.][^/]*\/(?:.*\/)?\.\.(?:\/|$)/.test(target);
    const inside = (place) => place === root || place.startsWith(root + external_node_path_.sep);
    return climbs || !inside((0,external_node_path_.resolve)(folder, target)) || !inside(await (0,promises_.realpath)(path).catch(() => root));
}

;// CONCATENATED MODULE: ./lib/packages/clients/link-tree.js



/** Smaller files are copied: programs write to some of them in place, and the one that is kept must not see it. */
const LINKED_FROM_BYTES = 64 * 1024;
/** Puts what is in a folder into another one, big files as hard links; what is there already stays, what goes meanwhile is left out. */
async function linkTree(from, to, links) {
    const entries = await (0,promises_.readdir)(from, { withFileTypes: true }).catch(() => []);
    if (entries.length === 0)
        return;
    await (0,promises_.mkdir)(to, { recursive: true, mode: 0o700 });
    await Promise.all(entries.map((entry) => put(entry, { from, to, links })));
}
async function put(entry, { from, to, links }) {
    const [source, target] = [(0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name)];
    if (entry.isDirectory())
        return linkTree(source, target, links);
    try {
        if (entry.isSymbolicLink())
            await (0,promises_.symlink)(await (0,promises_.readlink)(source), target);
        else if (entry.isFile())
            await putFile(source, target, links);
    }
    catch (error) {
        const { code } = error;
        if (code !== "EEXIST" && code !== "ENOENT")
            throw error;
    }
}
async function putFile(source, target, links) {
    const { size, atime, mtime } = await (0,promises_.stat)(source);
    if (links !== "none" && size >= LINKED_FROM_BYTES) {
        const linked = await (0,promises_.link)(source, target).then(() => true, (error) => {
            if (error.code === "EXDEV" || error.code === "EMLINK" || error.code === "EPERM")
                return false;
            throw error;
        });
        if (linked)
            return;
    }
    await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
    await (0,promises_.utimes)(target, atime, mtime);
}

;// CONCATENATED MODULE: ./lib/packages/clients/places.js







function placesOf({ slot, cacheDirectory, tag, cache, writable }) {
    const own = (0,run_folder/* runFolder */.k)(slot.path);
    const shared = cache === "on" && writable === "shared";
    return {
        own,
        caches: shared ? sharedCaches({ cacheDirectory, tag }) : (0,external_node_path_.join)(own, "caches"),
        store: shared ? (0,external_node_path_.join)(cacheDirectory, "index") : (0,external_node_path_.join)(own, "index"),
    };
}
function sharedCaches({ cacheDirectory, tag }) {
    return (0,external_node_path_.join)(cacheDirectory, "clients", tag);
}
// Not its locks, nor what others are just writing.
const STORE_PARTS = ["files", "pages", "references"].map((name) => (0,external_node_path_.join)("v1", name));
/** What has to be there before a client looks into its cache: all that is restored lazily, and the throw-away copies. Never rejects. */
async function prepareCaches(options, places) {
    const { beforeFirstUse, cache, writable, note, warn = (_code, message) => note(message) } = options;
    if (cache === "off")
        return;
    try {
        await beforeFirstUse?.();
        if (options.sandboxes === "some")
            await dropStrange(sharedCaches(options));
        if (writable === "private")
            await copyCaches(options, places);
        if (writable === "private")
            await (0,give_to/* giveTo */.j)(places.caches, options.owner ?? null);
        const dropped = await dropDamaged(places.caches);
        if (dropped.length > 0)
            warn("cache-damaged", `${dropped.join(", ")}: damaged in the cache, and made or fetched anew.`);
    }
    catch (error) {
        note(`What earlier runs have kept of packages can't be used: ${error.message}`);
    }
}
/** Notes what the clients have put into their caches by now. Never rejects: what is not noted is trusted. */
async function noteCaches({ cache, writable, sandboxes }, places) {
    if (cache !== "on" || writable !== "shared")
        return;
    if (sandboxes === "some")
        await dropStrange(places.caches);
    await noteBuilt(places.caches).catch(() => undefined);
}
async function copyCaches(options, places) {
    const { cacheDirectory, sandboxes } = options;
    const shared = sharedCaches(options);
    const links = sandboxes === "some" ? "none" : "of-big-files";
    const copies = CLIENTS.map((client) => linkTree((0,external_node_path_.join)(shared, client), (0,external_node_path_.join)(places.caches, client), links));
    const parts = STORE_PARTS.map((part) => 
    // The index alone writes to it.
    linkTree((0,external_node_path_.join)(cacheDirectory, "index", part), (0,external_node_path_.join)(places.store, part), "of-big-files"));
    await Promise.all([...copies, ...parts]);
}

;// CONCATENATED MODULE: ./lib/packages/clients/poetry.js


/** Reads whether the user's or the project's configuration of poetry places its folders. */
async function readPoetrySettings(options) {
    const { environment, directory } = options;
    const own = environment.POETRY_CONFIG_DIR || (0,external_node_path_.join)(configFolder(options), "pypoetry");
    const files = [(0,external_node_path_.join)(own, "config.toml"), (0,external_node_path_.join)(directory, "poetry.toml")];
    const texts = await Promise.all(files.map((file) => (0,read_file/* readText */.y)(file)));
    const says = (pattern) => texts.some((text) => pattern.test(text ?? ""));
    return {
        placesCache: says(/^\s*cache-dir\s*=/m),
        placesEnvironments: says(/^\s*(?:virtualenvs\.)?path\s*=/m) || Boolean(environment.POETRY_VIRTUALENVS_PATH),
    };
}
/** Poetry makes environments in its cache, where they would be kept as if they were one: they stay where they would be. */
function environmentsVariable(options) {
    return { POETRY_VIRTUALENVS_PATH: (0,external_node_path_.join)(cacheFolder(options), "virtualenvs") };
}
function configFolder({ environment, home, platform }) {
    if (platform === "win32")
        return environment.APPDATA || (0,external_node_path_.join)(home, "AppData", "Roaming");
    if (platform === "darwin")
        return environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, "Library", "Application Support");
    return environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, ".config");
}
function cacheFolder({ environment, home, platform }) {
    if (platform === "win32") {
        return (0,external_node_path_.join)(environment.LOCALAPPDATA || (0,external_node_path_.join)(home, "AppData", "Local"), "pypoetry", "Cache");
    }
    const folder = platform === "darwin" ? (0,external_node_path_.join)(home, "Library", "Caches") : (0,external_node_path_.join)(home, ".cache");
    return (0,external_node_path_.join)(environment.XDG_CACHE_HOME || folder, "pypoetry");
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/packages/index-server/upstream.js
var upstream = __webpack_require__(5625);
;// CONCATENATED MODULE: ./lib/packages/clients/served-indexes.js





/** Options of pip that name indexes. */
const INDEX_OPTIONS = ["index-url", "pypi-url", "extra-index-url"];
/** The path under which pip's built-in index is served. */
const DEFAULT_PATH = "/simple/";
/**
 * Chooses what stands in for each index that pip is configured with. A stand-in's name holds a hash of the upstream's
 * address: clients key what they keep by the address on loopback, and what came from one index must not be taken for
 * another's of the same name.
 */
function servedIndexes(settings, { named, further }) {
    const byId = new Map();
    for (const url of [...urlsOf(settings), ...further, ...named.map((each) => each.url)]) {
        const root = mirrorable(url, settings);
        if (root === null)
            continue;
        const known = byId.get(root.id);
        if (known !== undefined && (known.root.authorization !== null || root.authorization === null))
            continue;
        const label = named.find((each) => mirrorable(each.url, settings)?.id === root.id)?.name ?? null;
        byId.set(root.id, { name: `${label ?? "index"}-${root.id.slice(0, 8)}`, url, label, root });
    }
    return {
        served: [{ name: null, url: null, label: null }, ...[...byId.values()].map(({ root: _root, ...index }) => index)],
        pathOf(url) {
            const root = mirrorable(url, settings);
            const index = root === null ? undefined : byId.get(root.id);
            return index === undefined ? null : `/${index.name}/simple/`;
        },
    };
}
/** Every index that pip is configured with, anywhere. */
function urlsOf({ sections, environment }) {
    const variables = [environment.PIP_INDEX_URL, environment.PIP_PYPI_URL, environment.PIP_EXTRA_INDEX_URL];
    const options = [...sections.values()].flatMap((section) => INDEX_OPTIONS.map((option) => section.get(option)));
    return [...variables, ...options].flatMap(words);
}
/** An index that can be asked in pip's stead; null: pip has to ask it, or would refuse to. */
function mirrorable(url, settings) {
    let root;
    try {
        root = (0,upstream/* parseRoot */.q)(url);
    }
    catch {
        return null;
    }
    const { protocol, hostname, host, username, password } = new URL(url);
    if (protocol === "http:" && !isLoopback(hostname) && !isTrusted({ hostname, host }, settings))
        return null;
    if (protocol === "https:" && pipOption(settings, "client-cert") !== null)
        return null;
    if (password === "" && asksKeyring(settings, username))
        return null;
    return root;
}
/** pip looks into the keyring where it is told to; left to itself, if there is one, for a user without a password. */
function asksKeyring(settings, username) {
    const provider = pipOption(settings, "keyring-provider") ?? "auto";
    if (provider !== "auto")
        return provider !== "disabled";
    if (username === "")
        return false;
    const folders = (settings.environment.PATH ?? "").split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    return folders.some((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "keyring")) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "keyring.exe")));
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || ((0,external_node_net_.isIP)(hostname) === 4 && hostname.startsWith("127."));
}
function isTrusted({ hostname, host }, settings) {
    const trusted = words(pipOption(settings, "trusted-host")).map((each) => each.toLowerCase());
    return trusted.includes(hostname) || trusted.includes(host);
}
/** Whether pip is told to use no index at all: nothing is changed then. */
function usesNoIndex(settings) {
    return isOn(settings, "no-index");
}

;// CONCATENATED MODULE: ./lib/packages/clients/point-pip.js


/** Commands of pip that look packages up, except `lock`, which writes down the addresses that it is given. */
const COMMANDS = ["install", "download", "wheel", "list", "index"];
/** Variables of pip that name indexes. */
const INDEX_VARIABLES = ["PIP_INDEX_URL", "PIP_PYPI_URL", "PIP_EXTRA_INDEX_URL"];
/**
 * Leads pip through the index: by sections of those commands alone, so that `pip lock` still writes the real addresses.
 * Where the global section holds credentials it gets the stand-ins too: they are nobody's business.
 */
function pointPip(settings, standIns) {
    const list = (value) => words(value).map(standIns.of).join(" ");
    const sections = new Map([...settings.sections].map(([name, options]) => [name, new Map(options)]));
    const global = sections.get("global") ?? new Map();
    const original = settings.sections.get("global");
    for (const command of COMMANDS) {
        const section = sections.get(command) ?? new Map();
        sections.set(command, section);
        for (const option of INDEX_OPTIONS) {
            const value = section.get(option) || original?.get(option);
            if (value)
                section.set(option, list(value));
        }
        const named = section.has("index-url") || section.has("pypi-url");
        if (!named && standIns.builtIn !== null)
            section.set("index-url", standIns.builtIn);
    }
    for (const [name, section] of sections) {
        if (COMMANDS.includes(name))
            continue;
        for (const option of INDEX_OPTIONS) {
            const value = section.get(option);
            if (value !== undefined && words(value).some(hasCredentials))
                section.set(option, list(value));
        }
    }
    const remove = moveProxy(sections, global, settings);
    return { sections, variables: pointVariables(settings, standIns, list), remove };
}
function pointVariables({ environment, files }, { builtIn }, list) {
    const variables = {};
    for (const name of INDEX_VARIABLES) {
        const value = environment[name];
        if (value)
            variables[name] = list(value);
    }
    const named = variables.PIP_INDEX_URL !== undefined || variables.PIP_PYPI_URL !== undefined;
    if (files === "off" && !named && builtIn !== null)
        variables.PIP_INDEX_URL = builtIn;
    return variables;
}
/** pip sends everything through its proxy, also what goes to this machine. */
function moveProxy(sections, global, { environment }) {
    const proxy = environment.PIP_PROXY || global.get("proxy");
    for (const section of sections.values())
        section.delete("proxy");
    if (proxy)
        sections.set("lock", new Map([["proxy", proxy], ...(sections.get("lock") ?? [])]));
    return environment.PIP_PROXY ? ["PIP_PROXY"] : [];
}
function hasCredentials(url) {
    return URL.canParse(url) && (new URL(url).username !== "" || new URL(url).password !== "");
}

;// CONCATENATED MODULE: ./lib/packages/clients/point-uv.js



const VARIABLES = [
    "UV_DEFAULT_INDEX",
    "UV_INDEX",
    "UV_INDEX_URL",
    "UV_EXTRA_INDEX_URL",
    "UV_NO_INDEX",
    "UV_CONFIG_FILE",
    "UV_NO_CONFIG",
];
const KEYS = ["index", "index-url", "extra-index-url", "default-index", "no-index"];
/** Reads what uv would go by. */
async function readUvSettings(options) {
    const [project, user, system] = await Promise.all([
        projectUvFiles(options),
        userUvFile(options),
        systemUvFile(options),
    ]);
    const files = [...project, user, system].filter((file) => file !== null);
    const variable = VARIABLES.find((name) => options.environment[name]);
    return {
        system,
        own: variable ?? files.find(({ table }) => namesIndex(table))?.path ?? null,
        saysStrategy: files.some(({ table }) => table["index-strategy"] !== undefined),
        placesCache: files.some(({ table }) => table["cache-dir"] !== undefined || table["no-cache"] === true),
    };
}
function namesIndex(table) {
    const { pip } = table;
    return KEYS.some((key) => table[key] !== undefined || pip?.[key] !== undefined);
}
/**
 * Points `uv pip` at indexes by a system-wide configuration of this run's own, in `folder`: the only way that leaves
 * lock files alone, and that whatever the user says outranks. What else the machine's one says is taken over.
 */
async function pointUv(folder, { options, uv, indexUrl, extraIndexUrls, }) {
    // As pip has it. By uv's own rule the first index that knows a name is the only one: what uv found without being told
    // of further indexes would then be out of its reach.
    const strategy = uv.saysStrategy ? {} : { "index-strategy": "unsafe-best-match" };
    const several = { "extra-index-url": extraIndexUrls, ...strategy };
    const pip = { "index-url": indexUrl, ...(extraIndexUrls.length > 0 ? several : {}) };
    const path = (0,external_node_path_.join)(folder, "uv", "uv.toml");
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, "uv"), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(path, await point_uv_text(uv.system, pip), { mode: 0o600 });
    return { XDG_CONFIG_DIRS: `${folder}:${configFolders(options.environment)}` };
}
async function point_uv_text(system, pip) {
    if (system !== null) {
        const { stringify } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
        return stringify({ ...system.table, pip: { ...pip, ...system.table.pip } });
    }
    const lines = Object.entries(pip).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
    return `[pip]\n${lines.join("\n")}\n`;
}

;// CONCATENATED MODULE: ./lib/packages/clients/proxies.js

const PROXIES = ["http_proxy", "https_proxy", "all_proxy"];
const ADDRESS = "127.0.0.1";
/** The proxy that pip alone is told of; null: none. */
function pipProxy(settings) {
    return pipOption(settings, "proxy");
}
/** Whether what the upstreams are reached through is a proxy that the index can't speak to. */
function usesSocks({ environment }, proxy) {
    const all = [proxy, ...PROXIES.map((name) => variable(environment, name))];
    return all.some((url) => url !== null && /^socks/i.test(url));
}
/**
 * Variables that keep requests to the index from going to a proxy. Where pip has a proxy of its own, that becomes the
 * variables': pip would send requests to the index through it, and what does not go to the index still needs it.
 */
function proxyVariables(settings) {
    const { environment } = settings;
    const own = pipProxy(settings);
    const variables = own === null ? {} : { http_proxy: own, https_proxy: own };
    if (own === null && PROXIES.every((name) => variable(environment, name) === null))
        return {};
    for (const name of ["no_proxy", "NO_PROXY"])
        variables[name] = withAddress(variable(environment, "no_proxy"));
    return variables;
}
function withAddress(list) {
    const hosts = (list ?? "").split(/[\s,]+/).filter(Boolean);
    return hosts.includes("*") || hosts.includes(ADDRESS) ? hosts.join(",") : [...hosts, ADDRESS].join(",");
}
/** Programs look for the small letters first. */
function variable(environment, name) {
    return environment[name] || environment[name.toUpperCase()] || null;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./lib/packages/index-server/listen.js



/** How long a client's connection stays open between two requests, in ms. */
const KEEP_ALIVE_MS = 75_000;
/** Binds the first of the ports that is free; the port. @throws UsageError `not-listening` where none is, or the address is not this machine's */
async function listen(server, { host, ports }) {
    for (const [index, port] of ports.entries()) {
        try {
            await bind(server, host, port);
            return server.address().port;
        }
        catch (cause) {
            if ((0,files/* isCode */._m)(cause, "EADDRINUSE") && index < ports.length - 1)
                continue;
            const why = (0,files/* isCode */._m)(cause, "EADDRINUSE") ? "something else listens there" : cause.message;
            throw new errors/* UsageError */.e("not-listening", `The index can't listen on port ${port} of ${host}: ${why}.`, { cause });
        }
    }
    throw new errors/* UsageError */.e("not-listening", "The index was given no port to listen on.");
}
/** `http://HOST:PORT`, without a slash at the end. */
function addressOf(host, port) {
    return `http://${(0,external_node_net_.isIP)(host) === 6 ? `[${host}]` : host}:${port}`;
}
function bind(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen({ host, port }, () => {
            server.off("error", reject);
            resolve();
        });
    });
}

;// CONCATENATED MODULE: ./lib/packages/index-server/peer.js

/** Who owns the process at the other end of a connection over IPv4 loopback (/proc/net/tcp, proc(5)); null: it can't be told. */
async function peerUser({ remoteAddress, remotePort, }) {
    if (remoteAddress === undefined || remotePort === undefined)
        return null;
    const table = await (0,promises_.readFile)("/proc/net/tcp", "latin1").catch(() => "");
    const wanted = `${address(remoteAddress)}:${remotePort.toString(16).toUpperCase().padStart(4, "0")}`;
    for (const line of table.split("\n")) {
        const [, local, , , , , , user] = line.trim().split(/\s+/);
        if (local === wanted && user !== undefined)
            return Number(user);
    }
    return null;
}
/** The kernel writes an address as a number of the machine's byte order, which on all that Node runs on but s390x is the little one. */
function address(text) {
    const bytes = text.split(".").map((part) => Number(part).toString(16).toUpperCase().padStart(2, "0"));
    return bytes.reverse().join("");
}
/** Lets only one user, and root, in; on whichever system that can be told. Each connection is looked at once. */
class Doorkeeper {
    #user;
    #known = new WeakMap();
    /** @param user undefined: the system has no such thing. Root lets everybody in: it may run its commands as anyone. */
    constructor(user) {
        this.#user = user;
    }
    admits(socket) {
        let admitted = this.#known.get(socket);
        if (admitted === undefined) {
            admitted = this.#look(socket);
            this.#known.set(socket, admitted);
        }
        return admitted;
    }
    async #look(socket) {
        if (this.#user === undefined || this.#user === 0)
            return true;
        const user = await peerUser(socket);
        return user === null || user === 0 || user === this.#user;
    }
}

;// CONCATENATED MODULE: ./lib/packages/index-server/lazy.js



const HOST = "127.0.0.1";
const NOTHING = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };
/** Binds a port on loopback, and nothing else: a run that asks the index for nothing pays next to nothing for it. @throws UsageError `not-listening` */
async function openLazily(lazy) {
    const { ports, options, note } = lazy;
    let opening;
    let engine = null;
    const open = () => {
        opening ??= load(options).then((opened) => {
            engine = opened;
            return opened;
        }, (error) => {
            note(`The package index can't answer: ${error.message}`);
            return null;
        });
        return opening;
    };
    const doorkeeper = new Doorkeeper(lazy.user ?? process.getuid?.());
    const answer = async (way, request, response) => {
        const opened = await open();
        if (opened === null)
            refuse(response, { status: 503, why: "The package index is out of order." });
        else if (opened.reveals === "credentialed" && !(await doorkeeper.admits(request.socket)))
            refuse(response, { status: 403, why: "This index serves the user who runs the build." });
        else
            opened[way](request, response);
    };
    const serve = async (way, at) => {
        const server = (0,external_node_http_.createServer)({ keepAliveTimeout: KEEP_ALIVE_MS });
        server.on("request", (request, response) => {
            if (engine?.reveals === "public")
                engine[way](request, response);
            else
                void answer(way, request, response);
        });
        return { server, port: await listen(server, { host: HOST, ports: at }) };
    };
    const { server, port } = await serve("handle", ports);
    let offline;
    let closing;
    return {
        address: addressOf(HOST, port),
        port,
        async offlinePort() {
            offline ??= serve("handleOffline", [0]);
            return (await offline).port;
        },
        ready: async () => void (await open()),
        usage: () => engine?.usage() ?? NOTHING,
        close() {
            closing ??= (async () => {
                const second = await offline?.catch(() => null);
                for (const each of [server, second?.server]) {
                    each?.close();
                    each?.closeAllConnections();
                }
                await (await opening)?.close();
            })();
            return closing;
        },
    };
}
async function load(options) {
    const [{ openEngine }, settings] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(416), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 8788)), options()]);
    return openEngine(settings);
}
function refuse(response, { status, why }) {
    if (!response.destroyed)
        response.writeHead(status, { "content-type": "text/plain" }).end(`${why}\n`);
}

// EXTERNAL MODULE: ./lib/packages/python.js
var python = __webpack_require__(5163);
;// CONCATENATED MODULE: ./lib/packages/clients/built-in-index.js

const SCRIPT = `
import sys
sys.path[:0] = sys.argv[1:]
from pip._internal.models.index import PyPI
print(PyPI.simple_url)
`;
const TIMEOUT_MS = 12_000;
/** The index that pip has built in: asked of the interpreter's own pip, else of the one that its ensurepip brings. Null: there is no pip. */
function builtInIndex({ executable, pip, bundledPip, image }, environment) {
    if (image !== undefined) {
        const { builtInIndex: url } = image;
        return url === null ? null : async () => url;
    }
    if (pip === null && bundledPip === null)
        return null;
    const wheel = pip === null && bundledPip !== null ? [bundledPip] : [];
    return async (signal) => {
        const args = ["-I", "-c", SCRIPT, ...wheel];
        const text = await (0,python/* runPython */.w)({ python: executable, args, environment, cwd: "/", timeoutMs: TIMEOUT_MS, signal });
        return text.trim();
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/packages/clients/certificates.js




/** Where Linux distributions keep what the machine trusts. */
const SYSTEM = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];
const MOST_FILES = 1000;
const certificates_MOST_BYTES = 16 * 1024 * 1024;
/**
 * Certificates of the authorities that pip would believe, PEM: those of its option `cert`, of REQUESTS_CA_BUNDLE or
 * CURL_CA_BUNDLE alone, where one is given; else those that Node brings, the machine's own, and those that SSL_CERT_FILE and
 * NODE_EXTRA_CA_CERTS name. What can't be read is left out, with a note where it was asked for.
 */
async function authorities(settings, note) {
    const { environment } = settings;
    const named = pipOption(settings, "cert") || environment.REQUESTS_CA_BUNDLE || environment.CURL_CA_BUNDLE;
    if (named) {
        const found = await certificates_read(named);
        if (found.length > 0)
            return found;
        note(`No certificate can be read from ${named}, which pip is told to use: the index goes by the machine's own.`);
    }
    const { SSL_CERT_FILE, SSL_CERT_DIR, NODE_EXTRA_CA_CERTS } = environment;
    const further = [...(SSL_CERT_FILE ? [SSL_CERT_FILE] : SYSTEM), SSL_CERT_DIR, NODE_EXTRA_CA_CERTS];
    const lists = await Promise.all([...new Set(further)].map((path) => (path ? certificates_read(path) : [])));
    return [...new Set([...external_node_tls_.rootCertificates, ...lists.flat()])];
}
/** The certificates of a file, or of the files of a folder. */
async function certificates_read(path) {
    try {
        const isFolder = (await (0,promises_.stat)(path)).isDirectory();
        const files = isFolder ? (await (0,promises_.readdir)(path)).slice(0, MOST_FILES).map((name) => (0,external_node_path_.join)(path, name)) : [path];
        const texts = await Promise.all(files.map((file) => certificates_text(file)));
        return texts.flatMap((each) => each.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? []);
    }
    catch {
        return [];
    }
}
async function certificates_text(path) {
    const stats = await (0,promises_.stat)(path).catch(() => null);
    return stats?.isFile() && stats.size <= certificates_MOST_BYTES ? await (0,promises_.readFile)(path, "latin1").catch(() => "") : "";
}

;// CONCATENATED MODULE: ./lib/packages/clients/netrc.js


/** Reads the user's netrc, which pip takes credentials from for hosts that a URL gives none for: gives the header Authorization. */
async function readNetrc(environment, home) {
    const paths = environment.NETRC ? [environment.NETRC] : [(0,external_node_path_.join)(home, ".netrc"), (0,external_node_path_.join)(home, "_netrc")];
    for (const path of paths) {
        const text = await (0,promises_.readFile)(path, "utf8").catch(() => null);
        if (text === null)
            continue;
        const machines = netrc_parse(text);
        return ({ hostname }) => {
            const found = machines.get(hostname) ?? machines.get("");
            if (found === undefined)
                return null;
            return `Basic ${Buffer.from(`${found.login}:${found.password}`).toString("base64")}`;
        };
    }
    return () => null;
}
/** By host; "": the default one. Macros and comments are passed over. */
function netrc_parse(text) {
    const machines = new Map();
    const plain = text.replace(/^\s*macdef\b[\s\S]*?(?:\n\s*\n|(?![\s\S]))/gm, "\n").replace(/^\s*#.*$/gm, "");
    const tokens = [...plain.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    let current = null;
    for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at];
        if (token === "default" || token === "machine") {
            const host = token === "default" ? "" : (tokens[++at] ?? "");
            current = { login: "", password: "" };
            if (!machines.has(host))
                machines.set(host, current);
        }
        else if (token === "login" || token === "user") {
            const login = tokens[++at] ?? "";
            if (current !== null)
                current.login = login;
        }
        else if (token === "password") {
            const password = tokens[++at] ?? "";
            if (current !== null)
                current.password = password;
        }
        else if (token === "account")
            at++;
    }
    return machines;
}

;// CONCATENATED MODULE: ./lib/packages/clients/connection.js






/** How pip would reach its indexes: certificates, hosts that it trusts without, its own proxy, the user's netrc. */
async function connectionOf({ settings, environment, home, note, }) {
    const [certificates, authorization] = await Promise.all([authorities(settings, note), readNetrc(environment, home)]);
    const proxy = pipProxy(settings);
    return {
        authorities: certificates,
        authorization,
        trustedHosts: words(pipOption(settings, "trusted-host")),
        ...(proxy === null ? {} : { proxy }),
    };
}
/** The same for the machine's pip, whichever interpreter's that is. */
async function machineConnection(machine) {
    const { environment } = machine;
    const home = environment.HOME || environment.USERPROFILE || homedir();
    const sections = await readPipConfiguration({ ...machine, home, basePrefix: null });
    const settings = { sections, files: "on", variables: {}, environment };
    return connectionOf({ ...machine, settings, home });
}

;// CONCATENATED MODULE: ./lib/packages/clients/run-index.js







/** Below the ports that systems hand out by themselves. */
const FIRST_PORT = 18_500;
const PORTS = 4000;
/** Binds the index's port. What answers there, and what it needs to know, is loaded and read by the first request. */
async function openRunIndex({ options, settings, indexes, store, prepare }) {
    const ask = builtInIndex(options.interpreter, options.environment);
    const pins = pinsOf(options, settings, indexes);
    const lazy = await openLazily({
        ports: portsOf(options),
        note: options.note,
        options: async () => {
            const [connection] = await Promise.all([connectionOf({ ...options, settings }), prepare()]);
            return {
                store,
                upstreams: indexes.served,
                environment: options.environment,
                platform: options.platform,
                mode: options.mode,
                note: options.note,
                ...(options.mode === "offline"
                    ? {}
                    : {
                        fault: (reason) => options.note(`The package index had no answer from its upstream: ${reason}.`),
                    }),
                reach: "loopback",
                connection,
                pins,
                pipKeeps: "nothing",
                ...(ask === null ? {} : { ask: (ended) => ask(either(ended, options.signal)) }),
            };
        },
    });
    const standIn = (url) => {
        const path = indexes.pathOf(url);
        return path === null ? url : `${lazy.address}${path}`;
    };
    return { lazy, standIn, builtIn: ask === null ? null : `${lazy.address}${DEFAULT_PATH}` };
}
/**
 * The spec's pins by the names that the indexes are served under.
 *
 * @throws UsageError `pins-not-kept` where an index that pip asks itself could be asked for a pinned name
 */
function pinsOf({ pypi, indexes: further = [] }, settings, indexes) {
    const pins = pypi?.pins ?? [];
    if (pins.length === 0)
        return [];
    const past = [...urlsOf(settings), ...further.flatMap(words)].find((url) => indexes.pathOf(url) === null);
    if (past !== undefined) {
        throw new errors/* UsageError */.e("pins-not-kept", `pypi.packages: pip asks the index ${withoutCredentials(past)} itself (a folder, a client certificate, a keyring, or plain http from a host that is not trusted), so that a pinned name could reach it. Leave that index or the pins out.`);
    }
    return pins.map(({ pattern, index }) => {
        const served = indexes.served.find(({ label }) => label === index);
        return { pattern, index: served?.name ?? "" };
    });
}
function either(ended, signal) {
    return signal === undefined ? ended : AbortSignal.any([ended, signal]);
}
function withoutCredentials(url) {
    return url.replace(/\/\/[^/]*@/g, "//***@");
}
/**
 * Clients key what they keep by the index's address, so it should be the same in every run: it goes by the cache directory
 * and the slot, and whoever has another directory does not get in the way. The further ones are for another project's
 * run at the same time; 0: any.
 */
function portsOf({ cacheDirectory, slot }) {
    const own = (0,external_node_crypto_.createHash)("sha256").update(cacheDirectory).digest().readUInt32BE() + slot.number;
    const port = FIRST_PORT + (own % PORTS);
    return [port, port + PORTS, port + 2 * PORTS, 0];
}

;// CONCATENATED MODULE: ./lib/packages/clients/open-clients.js

















const open_clients_NOTHING = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };
/**
 * Points pip, uv, tox, nox, poetry, pdm and build backends at the package index of this run and at the caches that runs
 * share, without changing a command: by a configuration file of pip's (mode 0600), one of uv's, and variables.
 *
 * @throws UsageError `invalid-pip-configuration`, `pins-not-kept`
 */
async function openClients(given) {
    const environment = given.commandsIn === "image" ? withoutPlaces(given.environment) : given.environment;
    const options = { ...given, environment };
    const places = placesOf(options);
    await (0,promises_.rm)(places.own, { recursive: true, force: true });
    const [settings, uv, poetry] = await Promise.all([
        readPipSettings(options),
        readUvSettings(options),
        readPoetrySettings(options),
        ...[places.own, places.caches].map((folder) => (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 })),
    ]);
    const known = { options, settings, places, uv, poetry };
    const prepare = once(() => prepareCaches(options, places));
    const index = await indexFor(known, prepare);
    const close = once(async () => {
        await index?.lazy.close();
        await (0,promises_.rm)((0,recover/* pipConfigPath */.De)(options.slot.path), { force: true });
        await (0,promises_.rm)(places.own, { recursive: true, force: true });
    });
    try {
        const told = await tell(known, index);
        for (const given of [...told.places.readable, ...told.places.writable])
            await (0,give_to/* giveTo */.j)(given, options.owner ?? null);
        return {
            ...told,
            ready: () => (index === null ? prepare() : index.lazy.ready()),
            noteCaches: () => noteCaches(options, places),
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
/** Null: the clients ask the machine's indexes themselves. */
async function indexFor({ options, settings, places }, prepare) {
    const { cache, pypi, note } = options;
    const pinned = (pypi?.pins ?? []).length > 0;
    if ((cache === "off" && !pinned && options.reach !== "only-index") || usesNoIndex(settings))
        return null;
    if (usesSocks(settings, pipProxy(settings))) {
        if (pinned)
            throw new errors/* UsageError */.e("pins-not-kept", "pypi.packages: the package index, which keeps pinned names from other indexes, can't ask through a SOCKS proxy. Name an HTTP proxy, or leave the pins out.");
        note("The package index is not used: it can't ask through a SOCKS proxy.");
        return null;
    }
    const indexes = servedIndexes(settings, {
        named: pypi?.namedIndexes ?? [],
        further: (options.indexes ?? []).flatMap(words),
    });
    return openRunIndex({ options, settings, indexes, store: places.store, prepare });
}
/** Writes the configuration files; gives the variables. */
async function tell(known, index) {
    const { options, settings, places } = known;
    const pointed = index === null ? asItIs(settings) : pointPip(settings, { of: index.standIn, builtIn: index.builtIn });
    const led = { ...pointed.variables, ...(index === null ? {} : proxyVariables(settings)) };
    const uv = index === null ? {} : await uvVariables(known, index);
    const variables = {
        ...settings.variables,
        ...(options.cache === "on" ? { ...pipManners(settings), ...caches(known) } : {}),
        ...led,
        ...(await writePipConfiguration(options, settings, pointed.sections)),
        ...buildsEnvironment(options),
        ...uv,
    };
    if (index !== null)
        await tellOfBypasses(known);
    const pinned = (options.pypi?.pins ?? []).length > 0;
    const changed = [...Object.keys(pointed.variables), ...pointed.remove];
    const variablesFor = index === null || pinned
        ? () => ({})
        : variablesPastIndex({
            settings,
            directory: options.directory,
            folder: places.own,
            owner: options.owner ?? null,
            changed,
            uv: uv.XDG_CONFIG_DIRS === undefined ? "left-alone" : "pointed",
        });
    return {
        variables,
        remove: pointed.remove,
        variablesFor,
        standIn({ name, value, argv }) {
            const led = index !== null && INDEX_VARIABLES.includes(name) && Object.keys(variablesFor(argv)).length === 0;
            return led ? words(value).map(index.standIn).join(" ") : value;
        },
        index: index === null ? null : index.lazy,
        places: {
            readable: [places.own, ...(settings.files === "off" ? [] : [(0,recover/* pipConfigPath */.De)(options.slot.path)])],
            writable: [places.caches],
        },
        indexUrl: index === null ? null : (indexesOf(settings, index)?.indexUrl ?? null),
        usage: () => index?.lazy.usage() ?? open_clients_NOTHING,
    };
}
function asItIs({ sections }) {
    return { sections, variables: {}, remove: [] };
}
async function writePipConfiguration({ slot, environment }, { files }, sections) {
    if (files === "off")
        return { PIP_CONFIG_FILE: environment.PIP_CONFIG_FILE ?? "" };
    const path = (0,recover/* pipConfigPath */.De)(slot.path);
    await (0,promises_.rm)(path, { force: true });
    await (0,promises_.writeFile)(path, (0,ini/* writeIni */.cu)(sections), { flag: "wx", mode: 0o600 });
    return { PIP_CONFIG_FILE: path };
}
/** What makes clients with projects fill the build's environment, as VIRTUAL_ENV does by itself for pip, `uv pip` and poetry. */
function buildsEnvironment({ environment, slot }) {
    return {
        ...(environment.UV_PROJECT_ENVIRONMENT ? {} : { UV_PROJECT_ENVIRONMENT: slot.path }),
        // Of a developer's own environment, which pdm has noted in the project.
        ...(environment.PDM_IGNORE_SAVED_PYTHON || environment.PDM_PYTHON ? {} : { PDM_IGNORE_SAVED_PYTHON: "1" }),
    };
}
function caches({ options, settings, places, uv, poetry }) {
    const placed = (client) => (client === "uv" ? uv.placesCache : poetry.placesCache);
    const sections = options.commandsIn === "image" ? new Map() : settings.sections;
    const variables = cacheVariables({ settings: { ...settings, sections }, placed, folder: places.caches });
    const own = variables.POETRY_CACHE_DIR === undefined || poetry.placesEnvironments;
    return own ? variables : { ...variables, ...environmentsVariable(options) };
}
/** What stands for the indexes that `pip install` goes by; null: one of them is not served. */
function indexesOf(settings, { builtIn, standIn, lazy }) {
    const own = pipOption(settings, "index-url") ?? pipOption(settings, "pypi-url");
    const indexUrl = own === null ? builtIn : standIn(own);
    const extraIndexUrls = words(pipOption(settings, "extra-index-url")).map(standIn);
    const served = (url) => url.startsWith(`${lazy.address}/`);
    return indexUrl !== null && [indexUrl, ...extraIndexUrls].every(served) ? { indexUrl, extraIndexUrls } : null;
}
async function uvVariables({ options, settings, uv, places }, index) {
    const indexes = indexesOf(settings, index);
    // On Windows uv has one fixed place for a system-wide configuration.
    if (uv.own !== null || indexes === null || options.platform === "win32")
        return {};
    return pointUv((0,external_node_path_.join)(places.own, "config"), { options, uv, ...indexes });
}
async function tellOfBypasses({ options, uv }) {
    const { commands = [], isolatedCommands = [], directory, note } = options;
    const own = asksOwnIndex(isolatedCommands);
    const found = [...(await bypasses(commands, directory)), ...own];
    const usesUv = commands.some((argv) => argv.some((word) => /(?:^|[\s\\/])uv(?:\s|$)/.test(word)));
    if (uv.own !== null && usesUv)
        found.push(`${uv.own}, which says what uv asks`);
    if (found.length === 0)
        return;
    const cut = own.length > 0 || (await bypasses(isolatedCommands, directory)).length > 0;
    note(`Past the package index of this run go: ${found.join("; ")}.${cut ? ` ${CUT_OFF}` : ""}`);
}
const CUT_OFF = "An isolated network reaches nothing but that index. Say `network: undefined` in the `sandbox` of their phase, or install by pip or `uv pip` what they export.";
function once(action) {
    let running;
    return () => {
        running ??= action();
        return running;
    };
}

// EXTERNAL MODULE: ./lib/packages/system.js
var system = __webpack_require__(4016);
;// CONCATENATED MODULE: ./lib/packages/clients/tag.js



/**
 * Names the machines that can use each other's built wheels: system, architecture, C library and its version, level of
 * the processor, Python, as `linux-x64-glibc2.36-v3-cpython3.11`. Starts no process.
 */
function computeTag({ interpreter, platform }) {
    const { implementation, version, build, image } = interpreter;
    const minor = version.split(".").slice(0, 2).join(".");
    // Extension modules for Python without its lock are another ABI.
    const threads = /free-threading/i.test(build) ? "t" : "";
    const python = `${implementation}${minor}${threads}`;
    // Its C library is its own.
    const library = image === undefined ? libraryOf(platform) : `image${image.id.replace(/^.*:/, "").slice(0, 16)}`;
    const parts = [platform, (0,external_node_os_.arch)(), library, processor(platform), python];
    return parts.filter((part) => part !== "").join("-");
}
const LIBRARIES = {
    x64: ["/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/usr/lib/libc.so.6"],
    arm64: ["/lib/aarch64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/usr/lib/libc.so.6"],
};
const MUSL = { x64: "/lib/ld-musl-x86_64.so.1", arm64: "/lib/ld-musl-aarch64.so.1" };
let library;
/** The library says its version itself: asking Node for a report of the process takes three times as long. */
function libraryOf(platform) {
    if (platform !== "linux")
        return "";
    library ??= glibc() ?? musl() ?? reported();
    return library;
}
function glibc() {
    for (const path of LIBRARIES[(0,external_node_os_.arch)()] ?? []) {
        const version = find(path, /GNU C Library [^\n]*? version (\d+\.\d+)/);
        if (version !== null)
            return `glibc${version}`;
    }
    return null;
}
function musl() {
    const version = find(MUSL[(0,external_node_os_.arch)()] ?? "", /\0(1\.\d+)\.\d+\0/);
    return version === null ? null : `musl${version}`;
}
function reported() {
    Object.assign(process.report, { excludeNetwork: true });
    const { header } = process.report.getReport();
    return header.glibcVersionRuntime === undefined ? "musl" : `glibc${header.glibcVersionRuntime}`;
}
function processor(platform) {
    const level = (0,system/* processorLevel */.d)();
    if (level !== "" || platform === "linux")
        return level;
    const model = (0,external_node_os_.cpus)()[0]?.model ?? "";
    return model
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .slice(0, 40);
}
const PIECE = 256 * 1024;
/** The first group of the first match in a file, read piece by piece. */
function find(path, pattern) {
    try {
        const file = (0,external_node_fs_.openSync)(path, "r");
        try {
            const buffer = Buffer.allocUnsafe(PIECE);
            let rest = "";
            for (;;) {
                const count = (0,external_node_fs_.readSync)(file, buffer);
                if (count === 0)
                    return null;
                const text = rest + buffer.toString("latin1", 0, count);
                const found = pattern.exec(text)?.[1];
                if (found !== undefined)
                    return found;
                rest = text.slice(-256);
            }
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/packages/clients/index.js




/***/ }),

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ filesBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Paths of all that is in a folder and the folders below it, folders themselves excepted; none where it can't be read. Links are not followed. */
async function filesBelow(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath ?? entry.path, entry.name));
}


/***/ }),

/***/ 65:
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
// EXTERNAL MODULE: ./lib/packages/version-request.js
var version_request = __webpack_require__(2241);
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
        const parts = (0,version_request/* versionParts */.VJ)(name);
        const exact = installed.includes(name) ? name : undefined;
        const version = exact ?? (parts && installed.sort(version_request/* newestFirst */.ll).find((each) => (0,version_request/* matchesVersion */.y1)(each, parts)));
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
        // What is no file may never end.
        return (0,external_node_fs_.statSync)(path).isFile() ? (0,external_node_fs_.readFileSync)(path, "utf8") : null;
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
    return usable.sort((left, right) => (0,version_request/* newestFirst */.ll)(left.version, right.version));
}
/** Those of `installed` that a request's parts name. */
function matching(installed, parts) {
    return installed.filter(({ version }) => (0,version_request/* matchesVersion */.y1)(version, parts)).map(({ executable }) => executable);
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

// EXTERNAL MODULE: ./lib/packages/probe.js + 1 modules
var probe = __webpack_require__(6153);
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
    const parts = (0,version_request/* versionParts */.VJ)(request);
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
        const interpreter = await (0,probe/* probe */.d)(path, search);
        if (interpreter !== null)
            return interpreter;
    }
    throw new errors/* UsageError */.e("no-python", `No Python was found on PATH (${defaultNames(search.platform).join(", ")}).${elsewhere(search)} ` +
        "Install Python 3 (on GitHub: the actions/setup-python step before this one), or name an interpreter with `python` in the spec or --python.");
}
async function findVersion(request, parts, search) {
    const found = [];
    for (const path of candidatesFor(parts, search)) {
        const interpreter = await (0,probe/* probe */.d)(path, search);
        if (interpreter === null)
            continue;
        if ((0,version_request/* matchesVersion */.y1)(interpreter.version, parts))
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
    const interpreter = isProgram(executable) ? await (0,probe/* probe */.d)(executable, search) : null;
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
    const there = [...others].map(([executable, version]) => `${version} (${executable})`).sort(version_request/* newestFirst */.ll);
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

/***/ 7460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ giveTo)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5428);




/** Gives what is at a path and below it to a user; links themselves, and not what they lead to. Null: nothing is to be given. */
async function giveTo(path, owner) {
    if (owner === null)
        return;
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path, { recursive: true, withFileTypes: true }).catch((error) => {
        if ((0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOTDIR") || (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isCode */ ._m)(error, "ENOENT"))
            return [];
        throw error;
    });
    for (const each of [path, ...entries.map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath ?? entry.path, entry.name))]) {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(each, { throwIfNoEntry: false });
        if (stats !== undefined && (stats.uid !== owner.uid || stats.gid !== owner.gid))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lchown)(each, owner.uid, owner.gid);
    }
}


/***/ }),

/***/ 7108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xy: () => (/* reexport */ clearPlace),
  UY: () => (/* reexport */ openImage),
  TV: () => (/* reexport */ packImage),
  Vs: () => (/* reexport */ recoverImages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/packages/image/parts.js
var image_parts = __webpack_require__(9061);
// EXTERNAL MODULE: ./lib/packages/image/remove-parts.js
var remove_parts = __webpack_require__(1664);
;// CONCATENATED MODULE: ./lib/packages/image/clear-place.js



/**
 * Takes away what a killed run left mounted at an environment's place; costs a look where nothing is. The caller holds its slot.
 *
 * @throws ImageError where it can't be taken away
 */
async function clearPlace(environment) {
    const folder = await (0,promises_.lstat)(`${environment}.image`).catch(() => null);
    if (folder !== null)
        await (0,remove_parts/* removeParts */.h)(await (0,image_parts/* partsOf */.CI)(environment));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/packages/image/model.js
var model = __webpack_require__(7006);
;// CONCATENATED MODULE: ./lib/packages/image/format.js


const MAGIC = [
    ["68737173", "squashfs"],
    ["28b52ffd", "tar+zstd"],
    ["1f8b", "tar+gzip"],
];
/** What an image is, by its first bytes. @throws ImageError `damaged` where it is nothing known. */
async function formatOf(path) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
        const start = buffer.subarray(0, bytesRead).toString("hex");
        const match = MAGIC.find(([magic]) => start.startsWith(magic));
        if (match === undefined)
            throw new model/* ImageError */.C("damaged", `${path} is not an environment image`);
        return match[1];
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./lib/packages/image/privileged.js
var privileged = __webpack_require__(3526);
;// CONCATENATED MODULE: ./lib/packages/image/mount-image.js



const MOUNT_TIMEOUT_MS = 10_000;
const SAFE = "nodev,nosuid";
/**
 * Mounts a squashfs image read-only, and over it, at the environment's place, a file system that takes up changes: on
 * the disk, or in memory where the disk's file system can't be the upper one (in a container it is often an overlay
 * itself). The image is never written to.
 *
 * @throws ImageError where it can't be mounted; what was mounted by then stays, for `removeParts`.
 */
async function mountImage(file, parts) {
    await (0,promises_.mkdir)(parts.lower, { recursive: true, mode: 0o700 });
    await (0,promises_.rm)(parts.environment, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)(parts.environment, { mode: 0o755 });
    await mountLower(file, parts);
    try {
        await mountOverlay(parts, ".");
    }
    catch {
        await mountMemory(parts);
        await mountOverlay(parts, "memory");
    }
}
// Another run that just lets go of the same file's loop device can make this fail.
async function mountLower(file, { lower, folder }) {
    const args = ["-t", "squashfs", "-o", `loop,ro,${SAFE}`, "--", file, lower];
    const call = { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder };
    await (0,privileged/* runAsRoot */.y)("mount", args, call).catch((error) => {
        if ((0,privileged/* mayNot */.z)(error))
            throw error;
        return (0,privileged/* runAsRoot */.y)("mount", args, call);
    });
}
// Folders are named from the working directory: a comma, colon or backslash in a path would end the option.
async function mountOverlay({ folder, lower, environment }, writable) {
    const [upper, work] = [(0,external_node_path_.join)(writable, "upper"), (0,external_node_path_.join)(writable, "work")];
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, upper), { mode: 0o755 });
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, work), { mode: 0o700 });
    // The environment's own folder is the upper one, as this user's.
    await (0,promises_.chmod)((0,external_node_path_.join)(folder, upper), (await (0,promises_.stat)(lower)).mode & 0o777);
    const layers = `lowerdir=lower,upperdir=${upper},workdir=${work}`;
    // With redirect_dir a folder of the image can be renamed, as on any file system; nothing there has to last: volatile.
    const tries = [`${SAFE},redirect_dir=on,volatile,${layers}`, `${SAFE},${layers}`];
    let failure;
    for (const options of tries) {
        try {
            const args = ["-t", "overlay", "-o", options, "--", "overlay", environment];
            await (0,privileged/* runAsRoot */.y)("mount", args, { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder });
            return;
        }
        catch (error) {
            failure = error;
        }
    }
    throw failure;
}
async function mountMemory({ folder, memory }) {
    await (0,promises_.mkdir)(memory, { mode: 0o700 });
    const owner = `uid=${process.getuid?.() ?? 0},gid=${process.getgid?.() ?? 0}`;
    const args = ["-t", "tmpfs", "-o", `${SAFE},mode=0700,${owner}`, "--", "tmpfs", memory];
    await (0,privileged/* runAsRoot */.y)("mount", args, { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder });
}

// EXTERNAL MODULE: ./lib/packages/give-to.js
var give_to = __webpack_require__(7460);
;// CONCATENATED MODULE: ./lib/packages/image/listing.js


const MODE = "([-a-zA-Z])([-rwxsStTlL]{9})[.+@]?";
/** `unsquashfs -lln` and GNU `tar -tv --numeric-owner`: mode, uid/gid, size (of a device: its numbers), day, time, name. */
const GNU = new RegExp(String.raw `^${MODE} (\d+)\/(\d+) +(\d+(?:, *\d+)?) \d{4}-\d\d-\d\d \d\d:\d\d (.+)$`);
/** bsdtar: as `ls -ln`. */
const BSD = new RegExp(String.raw `^${MODE} +\d+ +(\d+) +(\d+) +(\d+(?:, *\d+)?) +\w{3} +\d+ +[\d:]+ (.+)$`);
/**
 * Reads the listing of an image and refuses what an environment has no use for and an attack has: devices, setuid and
 * setgid files, names that lead outside, hard links to what is not in the image, a name that comes twice or goes
 * through a link. The programs that unpack refuse most of it too; older ones have not always.
 *
 * @throws ImageError `refused`, with the member's name.
 */
class Listing {
    #links = new Set();
    #names = new Set();
    #files = new Set();
    #owners = new Set();
    #bytes = 0;
    #refusal = null;
    /** Takes the next line. */
    add(line) {
        if (line !== "")
            this.#refusal ??= this.#read(line);
    }
    /** Once every line is in. */
    contents() {
        if (this.#refusal !== null)
            throw new model/* ImageError */.C("refused", `the image is refused: ${this.#refusal}`);
        for (const name of this.#names)
            this.#refuseThroughLink(name);
        return { bytes: this.#bytes, ownedBy: (uid, gid) => [...this.#owners].every((owner) => owner === `${uid} ${gid}`) };
    }
    #read(line) {
        const match = GNU.exec(line) ?? BSD.exec(line);
        if (match === null)
            return `${shown(line)} is no line of a listing`;
        const [, type = "", mode = "", uid, gid, size = "", text = ""] = match;
        const [name = "", target, ...more] = text.split(type === "l" ? " -> " : type === "h" ? " link to " : "\0");
        if (!["-", "d", "l", "h"].includes(type))
            return `${shown(name)} is a device, a pipe or a socket`;
        // Folders may pass their group on.
        if (/s/i.test(mode) && type !== "d")
            return `${shown(name)} is setuid or setgid`;
        if (more.length > 0)
            return `${shown(text)} cannot be told apart`;
        const path = inside(name);
        if (path === null)
            return `${shown(name)} leads outside`;
        if (path !== "" && this.#names.has(path))
            return `${shown(name)} comes twice`;
        if (type === "h" && !this.#files.has(inside(target ?? "") ?? ""))
            return `${shown(name)} is a link to what is not in it`;
        this.#names.add(path);
        this.#owners.add(`${uid} ${gid}`);
        if (type === "l")
            this.#links.add(path);
        if (type === "-") {
            this.#files.add(path);
            this.#bytes += Number(size);
        }
        return null;
    }
    #refuseThroughLink(name) {
        for (let folder = external_node_path_.posix.dirname(name); folder !== "."; folder = external_node_path_.posix.dirname(folder)) {
            if (this.#links.has(folder))
                throw new model/* ImageError */.C("refused", `the image is refused: ${shown(name)} goes through a link`);
        }
    }
}
/** The member's path within the image, "" for its root; null: it leads outside. */
function inside(name) {
    if (name.startsWith("/") || name.split("/").includes(".."))
        return null;
    const path = external_node_path_.posix.normalize(name).replace(/\/$/, "");
    return path === "." ? "" : path;
}
function shown(name) {
    return JSON.stringify(name.slice(0, 200));
}

// EXTERNAL MODULE: ./lib/packages/image/tool.js
var tool = __webpack_require__(4893);
;// CONCATENATED MODULE: ./lib/packages/image/unpack-image.js





const UNPACK_TIMEOUT_MS = 300_000;
/**
 * Unpacks an image to where the environment belongs, in parallel where the format allows it: beside it first, so that
 * nobody sees half an environment. All is this user's own in the end.
 *
 * @throws ImageError `missing-tool` without the program for the format, `refused`, `no-space` or `failed`.
 */
async function unpackImage(request) {
    const { parts } = request;
    await (0,promises_.mkdir)(parts.folder, { recursive: true, mode: 0o700 });
    await (0,promises_.rm)(parts.unpacked, { recursive: true, force: true });
    try {
        const contents = await list(request);
        await refuseWithoutSpace(parts.folder, contents.bytes);
        await extract(request);
        await own(parts.unpacked, contents);
        await (0,promises_.rm)(parts.environment, { recursive: true, force: true, maxRetries: 3 });
        await (0,promises_.rename)(parts.unpacked, parts.environment);
    }
    catch (error) {
        await (0,promises_.rm)(parts.unpacked, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
        throw (0,tool/* isMissing */.b)(error) ? missing(request.format, error) : error;
    }
}
async function list({ file, format, signal }) {
    const listing = new Listing();
    const line = (text) => listing.add(text);
    const [program, args] = format === "squashfs"
        ? ["unsquashfs", ["-no-progress", "-lln", file]]
        : ["tar", ["-t", "-v", "--numeric-owner", "-f", file]];
    await (0,tool/* runTool */.q)(program, args, { timeoutMs: UNPACK_TIMEOUT_MS, signal, line });
    return listing.contents();
}
async function extract({ file, format, parts, signal }) {
    const call = { timeoutMs: UNPACK_TIMEOUT_MS, signal };
    if (format === "squashfs") {
        const args = ["-no-progress", "-quiet", "-no-xattrs", "-dest", parts.unpacked, file];
        await (0,tool/* runTool */.q)("unsquashfs", args, call);
        return;
    }
    await (0,promises_.mkdir)(parts.unpacked, { mode: 0o755 });
    await (0,tool/* runTool */.q)("tar", ["-x", "-p", "--no-same-owner", "-f", file, "-C", parts.unpacked], call);
}
async function refuseWithoutSpace(folder, bytes) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    const free = bavail * bsize;
    if (bytes > free)
        throw new model/* ImageError */.C("no-space", `the image unpacks to ${mib(bytes)}, and ${folder} has ${mib(free)} free`);
}
function mib(bytes) {
    return `${Math.ceil(bytes / 1024 ** 2)} MiB`;
}
// unsquashfs gives files to the owner that the image names, where it can: as root.
async function own(folder, contents) {
    const [uid, gid] = [process.getuid?.(), process.getgid?.()];
    if (uid !== 0 || gid === undefined || contents.ownedBy(uid, gid))
        return;
    await (0,give_to/* giveTo */.j)(folder, { uid, gid });
}
function missing(format, cause) {
    const what = format === "squashfs" ? "squashfs-tools is missing" : cause.message;
    return new model/* ImageError */.C("missing-tool", `${what}, so the environment's image can't be unpacked`, { cause });
}

// EXTERNAL MODULE: ./lib/sha256.js
var lib_sha256 = __webpack_require__(5468);
;// CONCATENATED MODULE: ./lib/packages/image/verify.js



/** sha256 of a file in hex, and its size. @throws the system's error where it can't be read. */
async function digestOf(path, signal) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const { sha256, stats } = await (0,lib_sha256/* rememberedSha256 */.g)(file, signal);
        return { sha256, bytes: Number(stats.size) };
    }
    finally {
        await file.close();
    }
}
/** @throws ImageError `damaged` where the file's bytes are not those that were packed. */
async function verifyImage(path, sha256, signal) {
    const found = await digestOf(path, signal);
    if (found.sha256 !== sha256)
        throw new model/* ImageError */.C("damaged", `${path} is damaged: its sha256 is ${found.sha256}, not ${sha256}`);
}

;// CONCATENATED MODULE: ./lib/packages/image/open-image.js









/**
 * Brings an environment back from its image: verified, then mounted where that is allowed and can be done (by root, or
 * by sudo without a password), else unpacked. What an earlier run left mounted at its place is taken away first.
 *
 * @throws ImageError where it can't be used: there is then no environment, and nothing is mounted. The signal's reason
 *   when aborted, likewise.
 */
async function openImage(request) {
    const { file, sha256, platform, signal } = request;
    if (platform === "win32")
        throw new model/* ImageError */.C("unsupported", "environment images are not used on Windows");
    const parts = await (0,image_parts/* partsOf */.CI)(request.environment);
    await (0,remove_parts/* removeParts */.h)(parts);
    try {
        await verifyImage(file, sha256, signal);
        const way = await restore(request, parts);
        await checkPython(parts.environment, request.python ?? "machine");
        signal?.throwIfAborted();
        return way === "mounted" ? { way, close: once(() => (0,remove_parts/* removeParts */.h)(parts)) } : { way, close: async () => undefined };
    }
    catch (error) {
        await (0,remove_parts/* removeParts */.h)(parts);
        signal?.throwIfAborted();
        throw asImageError(error);
    }
}
async function restore(request, parts) {
    const { file, mounting, platform, signal, note } = request;
    const format = await formatOf(file);
    if (mounting === "allowed" && platform === "linux" && format === "squashfs") {
        try {
            signal?.throwIfAborted();
            await mountImage(file, parts);
            return "mounted";
        }
        catch (error) {
            signal?.throwIfAborted();
            note?.(`The environment's image is unpacked, since it can't be mounted: ${error.message}.`);
            await (0,remove_parts/* removeParts */.h)(parts);
        }
    }
    await unpackImage({ file, format, parts, signal });
    return "unpacked";
}
// The cheap half of the question whether it works; the other is to start it.
async function checkPython(environment, whose) {
    const python = (0,external_node_path_.join)(environment, "bin", "python");
    try {
        if (whose === "image")
            await (0,promises_.lstat)(python);
        else
            await (0,promises_.access)(python, promises_.constants.X_OK);
    }
    catch (error) {
        throw new model/* ImageError */.C("refused", `${python} of the image is not there or can't be executed`, { cause: error });
    }
}
function asImageError(error) {
    const { code, message } = error;
    if (error instanceof model/* ImageError */.C || code === undefined)
        return error;
    return new model/* ImageError */.C(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "failed", message, { cause: error });
}
function once(action) {
    let running;
    return () => {
        running ??= action();
        return running;
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/packages/image/pack-squashfs.js

/** An environment of gigabytes on a slow disk still packs within it. */
const PACK_TIMEOUT_MS = 300_000;
// Chosen by bench/image.mjs: lz4 packs a little faster, into a file that is larger by a third; gzip is beaten in all.
const COMPRESSION = ["-comp", "zstd", "-Xcompression-level", "1"];
const OPTIONS = [
    ...["-no-progress", "-quiet", "-noappend", "-no-recovery", "-no-xattrs"],
    // Its queues: a quarter of the machine's memory by default, and no faster for it.
    ...["-mem", "256M"],
    // Else a file that can't be read is packed as an empty one, with success.
    "-exit-on-error",
    ...["-action", "exclude @ type(s) || type(p) || type(b) || type(c)"],
];
/** Packs a folder into a squashfs file. @throws ImageError `missing-tool` without mksquashfs. */
async function packSquashfs({ environment, file, signal }) {
    // Paths that begin with a dash would be options.
    await (0,tool/* runTool */.q)("mksquashfs", [environment, file, ...OPTIONS, ...COMPRESSION], { timeoutMs: PACK_TIMEOUT_MS, signal });
}

;// CONCATENATED MODULE: ./lib/packages/image/pack-tar.js




/** Packs a folder by tar, compressed by zstd where there is one, else by gzip. For GNU tar and bsdtar. */
async function packTar({ environment, file, signal }) {
    const names = await membersOf(environment);
    const zstd = await hasZstd();
    // The fastest levels: what is compressed is fetched once and unpacked once, and somebody waits for each.
    const program = zstd ? "zstd -1 -T0" : "gzip -1";
    const options = ["--null", "--no-recursion", "--use-compress-program", program];
    await (0,tool/* runTool */.q)("tar", ["-c", "-f", file, "-C", environment, ...options, "-T", "-"], {
        timeoutMs: PACK_TIMEOUT_MS,
        stdin: names.map((name) => `./${name}\0`).join(""),
        signal,
    });
    return zstd ? "tar+zstd" : "tar+gzip";
}
async function hasZstd() {
    try {
        await (0,tool/* runTool */.q)("zstd", ["--version"], { timeoutMs: 5000 });
        return true;
    }
    catch (error) {
        if ((0,tool/* isMissing */.b)(error))
            return false;
        throw error;
    }
}
// Folders come before what is in them.
async function membersOf(environment) {
    const entries = await (0,promises_.readdir)(environment, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
        .map((entry) => (0,external_node_path_.relative)(environment, (0,external_node_path_.join)(entry.parentPath ?? entry.path, entry.name)))
        .sort();
}

;// CONCATENATED MODULE: ./lib/packages/image/pack-image.js









/**
 * Packs an environment into one file: squashfs, which can be mounted, else a tar archive. Sockets, pipes, devices and
 * extended attributes are left out; owners, modes and times are kept. Nobody ever sees half of the file. Nothing may
 * write to the environment meanwhile.
 *
 * @throws ImageError where it can't be packed (the file is then as it was before); the signal's reason when aborted.
 */
async function packImage(request) {
    const { file, platform, signal } = request;
    if (platform === "win32")
        throw new model/* ImageError */.C("unsupported", "environment images are not made on Windows");
    const unfinished = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}${image_parts/* UNFINISHED */.yA}`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        const format = await packInto(unfinished, request);
        await sync(unfinished);
        const { sha256, bytes } = await digestOf(unfinished, signal);
        await (0,promises_.rename)(unfinished, file);
        return { file, sha256, bytes, format };
    }
    catch (error) {
        await (0,promises_.rm)(unfinished, { force: true }).catch(() => undefined);
        throw pack_image_asImageError(error, signal);
    }
}
async function packInto(unfinished, request) {
    const packing = { environment: request.environment, file: unfinished, signal: request.signal };
    try {
        await packSquashfs(packing);
        return "squashfs";
    }
    catch (error) {
        if (!(0,tool/* isMissing */.b)(error))
            throw error;
        if (request.platform === "linux")
            request.note?.("squashfs-tools is missing: the environment's image is a tar archive, which is slower to restore.");
        return packTar(packing);
    }
}
async function sync(path) {
    const file = await (0,promises_.open)(path, "r+");
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}
function pack_image_asImageError(error, signal) {
    if (signal?.aborted || error instanceof model/* ImageError */.C)
        return signal?.aborted ? signal.reason : error;
    const { code, message } = error;
    if (code === undefined)
        return error;
    return new model/* ImageError */.C(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "failed", message, { cause: error });
}

// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
// EXTERNAL MODULE: ./lib/packages/image/mount-table.js
var mount_table = __webpack_require__(9627);
;// CONCATENATED MODULE: ./lib/packages/image/recover-images.js






const SUFFIX = ".image";
/**
 * Takes away what runs left of their environment images that were ended by `kill -9`: mounts under `<cache
 * directory>/env`, and their files; the images' own files stay. For the start of every run; costs a look into that
 * folder and, where there are images, one at the table of mounts. A slot that a live run holds is left alone: its lock
 * is taken meanwhile. Gives sentences for the user, of what could not be removed; never throws.
 */
async function recoverImages(where) {
    const folder = await (0,promises_.realpath)((0,external_node_path_.join)(where.cacheDirectory, "env")).catch(() => null);
    if (folder === null)
        return [];
    const problems = [];
    for (const slot of await leftovers(folder)) {
        const lock = await (0,lib_lock/* tryLock */.bh)(`${slot}.lock`).catch(() => null);
        if (lock === null)
            continue;
        try {
            await (0,remove_parts/* removeParts */.h)(await (0,image_parts/* partsOf */.CI)(slot));
            await removeUnfinished(`${slot}${SUFFIX}`);
        }
        catch (error) {
            problems.push(error.message);
        }
        finally {
            await lock.release();
        }
    }
    return problems;
}
/** Environments with more beside them than an image's file. */
async function leftovers(folder) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX));
    if (names.length === 0)
        return [];
    const mounted = await (0,mount_table/* mountPoints */.l)();
    const slots = names.map((name) => (0,external_node_path_.join)(folder, name.slice(0, -SUFFIX.length)));
    const left = await Promise.all(slots.map(async (slot) => mounted.includes(slot) || (await (0,promises_.readdir)(`${slot}${SUFFIX}`).catch(() => [])).some(isPart)));
    return slots.filter((_, index) => left[index]);
}
function isPart(name) {
    return name.endsWith(image_parts/* UNFINISHED */.yA) || image_parts/* PART_NAMES */.zK.includes(name);
}
async function removeUnfinished(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names.filter((other) => other.endsWith(image_parts/* UNFINISHED */.yA)))
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
}

;// CONCATENATED MODULE: ./lib/packages/image/index.js






/***/ }),

/***/ 7006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ImageError)
/* harmony export */ });
/** An image that could not be packed or opened: an expected outcome, which costs time and not the build. */
class ImageError extends Error {
    name = "ImageError";
    fault;
    constructor(fault, message, options) {
        super(message, options);
        this.fault = fault;
    }
}


/***/ }),

/***/ 9627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ mountPoints)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/**
 * Mount points of this process's mount namespace in the order in which they were made: /proc/self/mountinfo, proc(5).
 * One that was mounted over comes as often as it was. None where there is no such table.
 */
async function mountPoints() {
    const table = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)("/proc/self/mountinfo", "latin1").catch(() => "");
    return table
        .split("\n")
        .map((line) => line.split(" ")[4])
        .filter((field) => field !== undefined)
        .map(decode);
}
/** Space, tab, line break and backslash are written as \ooo, the other bytes as they are. */
function decode(field) {
    const bytes = field.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    return Buffer.from(bytes, "latin1").toString("utf8");
}


/***/ }),

/***/ 9061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   yA: () => (/* binding */ UNFINISHED),
/* harmony export */   zK: () => (/* binding */ PART_NAMES)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Names within `Parts.folder` that are made when an image is opened and go when it is closed. */
const PART_NAMES = ["lower", "memory", "upper", "work", "unpacked"];
/** Ending of files that are not finished. */
const UNFINISHED = ".tmp";
/** The folder above the environment must be there. */
async function partsOf(environment) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(environment)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(environment));
    const folder = `${path}.image`;
    const part = (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    return { environment: path, folder, lower: part("lower"), memory: part("memory"), unpacked: part("unpacked") };
}


/***/ }),

/***/ 3526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ runAsRoot),
/* harmony export */   z: () => (/* binding */ mayNot)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7006);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4893);


/**
 * Runs a program as root: at once, or through sudo where it asks for no password. It never prompts. A process of root's
 * can't be ended by a common user, so under sudo its end comes from `timeout`.
 *
 * @throws ImageError where it fails, or this user may not.
 */
async function runAsRoot(program, args, call) {
    if (process.getuid?.() === 0) {
        await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .runTool */ .q)(program, args, call);
        return;
    }
    const seconds = String(Math.ceil(call.timeoutMs / 1000));
    const under = ["-n", "--", "timeout", "-k", "1", seconds, program, ...args];
    await (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .runTool */ .q)("sudo", under, { ...call, timeoutMs: call.timeoutMs + 3000 });
}
/** Whether an error is sudo's own: it is not installed, or this user may not without a password. */
function mayNot(error) {
    return (0,_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .isMissing */ .b)(error) || (error instanceof _model_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageError */ .C && /^sudo failed.* sudo: /.test(error.message));
}


/***/ }),

/***/ 1664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeParts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7006);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9627);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9061);
/* harmony import */ var _privileged_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3526);







const CALL = { timeoutMs: 10_000 };
/** What still runs in the environment gets so long to end; then the mount goes as soon as it does. */
const PAUSES_MS = [20, 80];
/**
 * Unmounts what is mounted at an environment and its parts, and removes the parts; the image's file stays. Whatever
 * still runs in it keeps the files that it has open. Nothing to do: one look at the table of mounts.
 *
 * @throws ImageError where a mount stays, with what to do.
 */
async function removeParts(parts) {
    // A mount in the environment that somebody else made goes with it, lazily; so does one over another.
    const ours = [parts.environment, parts.lower, parts.memory];
    const mounted = (await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountPoints */ .l)()).filter((point) => ours.includes(point));
    for (const point of ours.flatMap((path) => mounted.filter((other) => other === path)))
        await unmount(point);
    // The mount point, which is empty without a mount.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(parts.environment).catch(() => undefined);
    for (const name of _parts_js__WEBPACK_IMPORTED_MODULE_5__/* .PART_NAMES */ .zK)
        await removeTree((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parts.folder, name));
    // Unless the image's file is in it.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(parts.folder).catch(() => undefined);
}
async function unmount(point) {
    for (const pause of PAUSES_MS) {
        try {
            await (0,_privileged_js__WEBPACK_IMPORTED_MODULE_6__/* .runAsRoot */ .y)("umount", ["--", point], CALL);
            return;
        }
        catch {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pause);
        }
    }
    try {
        await (0,_privileged_js__WEBPACK_IMPORTED_MODULE_6__/* .runAsRoot */ .y)("umount", ["-l", "--", point], CALL);
    }
    catch (error) {
        throw new _model_js__WEBPACK_IMPORTED_MODULE_3__/* .ImageError */ .C("failed", `${point} is still mounted; unmount it with: sudo umount -l '${point}'`, {
            cause: error,
        });
    }
}
// Overlay leaves folders of root's there, and so do commands that run as root.
async function removeTree(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    }
    catch (error) {
        const args = ["-rf", "--one-file-system", "--", path];
        await (0,_privileged_js__WEBPACK_IMPORTED_MODULE_6__/* .runAsRoot */ .y)("rm", args, { timeoutMs: 60_000 }).catch(() => {
            throw new _model_js__WEBPACK_IMPORTED_MODULE_3__/* .ImageError */ .C("failed", `${path} could not be removed: ${error.message}`, { cause: error });
        });
    }
}


/***/ }),

/***/ 4893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMissing),
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9268);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7006);


const MAX_TEXT = 64 * 1024;
/**
 * Runs a helper program. The machine's environment is kept from it but for a few variables: SOURCE_DATE_EPOCH,
 * TAR_OPTIONS, ZSTD_CLEVEL and their like would change what it does.
 *
 * @throws ImageError `missing-tool` where it is not installed, `failed` or `no-space` with its own words.
 */
async function runTool(program, args, call) {
    const command = new _command_index_js__WEBPACK_IMPORTED_MODULE_0__.Command(program, args).envPassCommon().env("LC_ALL", "C").timeout(call.timeoutMs).killGrace(500);
    command.maxBuffer(MAX_TEXT).leftovers("kill").allowFailure();
    if (call.cwd !== undefined)
        command.cwd(call.cwd);
    if (call.stdin !== undefined)
        command.stdin(call.stdin);
    if (call.signal !== undefined)
        command.signal(call.signal);
    const result = await command
        .stdout(call.line ?? "capture")
        .stderr("capture")
        .run();
    call.signal?.throwIfAborted();
    if (result.reason !== null)
        throw faultOf(program, result, call);
    return String(result.stdout);
}
function faultOf(program, result, call) {
    if (result.reason === "not-found" || result.reason === "not-executable")
        return new _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C("missing-tool", `${program} is missing`);
    const words = (result.stderr || result.stdout).trim().replace(/\s+/g, " ").slice(-500);
    if (result.timedOut)
        return new _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C("failed", `${program} took longer than ${call.timeoutMs / 1000} s: ${words}`);
    const fault = /no space left|disk quota/i.test(words) ? "no-space" : "failed";
    return new _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C(fault, `${program} failed (${result.reason} ${result.status}): ${words}`);
}
/** Whether an error is a program's absence. */
function isMissing(error) {
    return error instanceof _model_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageError */ .C && error.fault === "missing-tool";
}


/***/ }),

/***/ 5625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseRoot)
/* harmony export */ });
/* unused harmony export parseUpstream */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** Reads what `--upstream` is given: `URL` or `NAME=URL`. @throws UsageError `invalid-upstream`; the message holds no credentials. */
function parseUpstream(text) {
    const match = /^([^=/:]*)=(.*)$/.exec(text);
    const [name, url] = match ? [match[1] ?? "", match[2] ?? ""] : [null, text];
    if (name !== null && (!NAME.test(name) || name.toLowerCase() === "simple")) {
        throw invalid(`'${name}' can't name an upstream: letters, digits, '.', '-' and '_' can, but the word 'simple' can't`);
    }
    parseRoot(url);
    return { name, url };
}
/** Takes an upstream's URL apart. @throws UsageError `invalid-upstream` */
function parseRoot(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) {
        throw invalid("an upstream is the http or https URL of a package index's root, such as https://index.example/simple");
    }
    if (url.search !== "" || url.hash !== "") {
        throw invalid(`the upstream at ${url.host} may not have a '?' or '#' part: give the root of the index`);
    }
    const authorization = authorizationOf(url);
    url.username = "";
    url.password = "";
    if (!url.pathname.endsWith("/"))
        url.pathname += "/";
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(url.href).digest("hex").slice(0, 24);
    return { url: url.href, origin: url.origin, authorization, id };
}
function authorizationOf({ username, password }) {
    if (username === "" && password === "")
        return null;
    return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}`;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function invalid(why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e("invalid-upstream", `--upstream: ${why}.`);
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ wheelMetadata)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);


const inflate = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateRaw);
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const MOST_DIRECTORY = 32 * 1024 * 1024;
const MOST_METADATA = 8 * 1024 * 1024;
const METADATA = /^[^/]+\.dist-info\/METADATA$/;
/** The file METADATA of a wheel (binary distribution format; ZIP without its 64-bit form); null: none that can be read. */
async function wheelMetadata(handle, size) {
    try {
        const entry = findEntry(await directoryOf(handle, size));
        if (entry === null || entry.size > MOST_METADATA || entry.packed > MOST_METADATA)
            return null;
        const local = await read(handle, entry.offset, 30);
        if (local.readUInt32LE(0) !== LOCAL)
            return null;
        const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
        const bytes = await read(handle, start, entry.packed);
        if (entry.method === 0)
            return bytes;
        return entry.method === 8 ? await inflate(bytes, { maxOutputLength: MOST_METADATA }) : null;
    }
    catch {
        return null;
    }
}
async function directoryOf(handle, size) {
    const length = Math.min(size, END_BYTES + MOST_COMMENT);
    const tail = await read(handle, size - length, length);
    for (let at = tail.length - END_BYTES; at >= 0; at--) {
        if (tail.readUInt32LE(at) !== END)
            continue;
        const bytes = tail.readUInt32LE(at + 12);
        if (bytes > MOST_DIRECTORY)
            break;
        return read(handle, tail.readUInt32LE(at + 16), bytes);
    }
    throw new Error("no directory");
}
function findEntry(directory) {
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
        const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
        if (METADATA.test(directory.toString("utf8", at + 46, nameEnd))) {
            return {
                method: directory.readUInt16LE(at + 10),
                packed: directory.readUInt32LE(at + 20),
                size: directory.readUInt32LE(at + 24),
                offset: directory.readUInt32LE(at + 42),
            };
        }
        at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return null;
}
async function read(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    if (bytesRead !== length)
        throw new Error("too short");
    return buffer;
}


/***/ }),

/***/ 3963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ parseIni),
/* harmony export */   N9: () => (/* binding */ isSectionName),
/* harmony export */   cu: () => (/* binding */ writeIni),
/* harmony export */   q5: () => (/* binding */ isOneLineValue)
/* harmony export */ });
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


/***/ }),

/***/ 1713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ takeLeft),
/* harmony export */   LR: () => (/* binding */ leaveImage),
/* harmony export */   Pj: () => (/* binding */ dropAbandonedImage),
/* harmony export */   Rf: () => (/* binding */ takeFromStore),
/* harmony export */   Tf: () => (/* binding */ isStillThere),
/* harmony export */   gt: () => (/* binding */ packForStore),
/* harmony export */   uz: () => (/* binding */ imagePaths),
/* harmony export */   zd: () => (/* binding */ dropImage)
/* harmony export */ });
/* unused harmony export imageFolder */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5428);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7108);




const PENDING = "pending";
const PENDING_MS = 24 * 60 * 60 * 1000;
/** The folder that the image of the environment at `path` lies in. */
function imageFolder(path) {
    return `${path}.image`;
}
function imagePaths(path) {
    return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(path), "image"), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(path), "image.json")];
}
/** Puts the environment of that key back to its place. Null: the store has none, or it is of no use, which a warning tells. */
async function takeFromStore(key, cache, place) {
    const { environment, signal } = place;
    const paths = imagePaths(environment);
    await dropImage(environment);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(imageFolder(environment), { recursive: true, mode: 0o700 });
    const hit = await cache.environments.restore(key, [], paths, signal === undefined ? {} : { signal });
    return hit === null ? null : openKept(cache, place, "store");
}
/** Puts the environment of that key back from an image that a run which failed has left beside it. Null: there is none. */
async function takeLeft(key, cache, place) {
    const left = await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(place.environment), PENDING));
    return left === key ? openKept(cache, place, "beside") : null;
}
async function openKept(cache, place, where) {
    const { environment, platform, signal } = place;
    const [file, record] = imagePaths(environment);
    try {
        const { sha256, bytes } = asRecord(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(record, "utf8")));
        const { mounting } = cache;
        const image = await (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openImage */ .UY)({
            file,
            sha256,
            environment,
            python: place.python,
            mounting,
            platform,
            signal,
            note: place.note,
        });
        return { image, bytes, where };
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        place.warn("environment-not-restored", `The kept environment can't be used: ${messageOf(error)}`);
        return null;
    }
}
/** Packs the environment for a store; null: it can't be packed, which a warning tells. */
async function packForStore(place) {
    const { environment, platform, signal } = place;
    const [file, record] = imagePaths(environment);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(imageFolder(environment), { recursive: true, mode: 0o700 });
        // An earlier step's, which was to be saved, is no longer there.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(environment), PENDING), { force: true });
        const image = await (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .packImage */ .TV)({ environment, file, platform, signal });
        const { sha256, bytes } = image;
        await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeAtomically */ .vK)(record, JSON.stringify({ sha256, bytes }));
        // A store may link to what nobody writes to.
        await Promise.all([file, record].map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o444)));
        return image;
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        await dropImage(environment);
        place.warn("environment-not-kept", `The environment can't be kept for the next run: ${messageOf(error)}`);
        return null;
    }
}
/** Says that a later process of this job saves the image under `key`: until then it stays. */
async function leaveImage(environment, key) {
    await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeAtomically */ .vK)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(environment), PENDING), key);
}
/** Whether what is to be saved is still there: a later step of the job may have put another environment in its place. */
async function isStillThere({ what, key, paths: [first = ""] }) {
    return what !== "environment" || (await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(first), PENDING))) === key;
}
/** Removes an image that nobody waits for. One that a later process was to save is waited for, a day at most. */
async function dropAbandonedImage(environment) {
    const pending = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(imageFolder(environment), PENDING)).catch(() => null);
    if (pending === null || Date.now() - pending.mtimeMs > PENDING_MS)
        await dropImage(environment);
}
async function dropImage(environment) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(imageFolder(environment), { recursive: true, force: true }).catch(() => undefined);
}
function asRecord(value) {
    const { sha256, bytes } = (value ?? {});
    if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(bytes))
        throw new Error("its record is damaged");
    return { sha256, bytes: bytes };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 3937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cG: () => (/* binding */ mergePipConfiguration),
/* harmony export */   dV: () => (/* binding */ pipAdditions),
/* harmony export */   hl: () => (/* binding */ pipVariables)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _ini_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3963);




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
    if (value !== "" && (0,_ini_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneLineValue */ .q5)(value) && !/\s/.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("invalid-pip-configuration", `pypi.${key}: ${JSON.stringify(withoutCredentials(value))} is empty or holds white space, which pip's configuration can't say. Write one URL, host or folder an entry.`);
}
function withoutCredentials(url) {
    return url.replace(/\/\/[^/]*@/g, "//***@");
}
// pip takes a list apart at white space and reads the file in the locale's encoding: such a folder goes in as a URL.
function findLink(value, directory) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(value))
        return value;
    if (value === "" || !(0,_ini_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneLineValue */ .q5)(value))
        return value;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(value) ? value : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, value);
    return /^[!-~]+$/.test(path) ? path : (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href;
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


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ pipWheel)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5428);
/* harmony import */ var _python_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5163);








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
    const bundled = interpreter.bundledPip !== null && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(interpreter.bundledPip) ? interpreter.bundledPip : null;
    if (pip === "bundled" && bundled !== null)
        return bundled;
    const pinned = pip !== "newest" && pip !== "bundled";
    if (pinned && bundled !== null && (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(bundled).startsWith(`pip-${pip}-`))
        return bundled;
    const kept = await recall(request);
    if (kept !== null && (pinned || Date.now() - kept.asked < FRESH_MS))
        return kept.path;
    const failure = request.network === "offline" ? new Error("no index is asked offline") : await download(request, bundled);
    if (failure instanceof Error === false)
        return failure.path;
    if (pinned) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e("pip-not-found", `pypi.pip: pip ${pip} could not be had for Python ${interpreter.version}: ${failure.message}. Give a version that the index has, "newest" or "bundled".`);
    }
    const instead = kept?.path ?? bundled;
    if (instead !== null)
        request.note(`The newest pip could not be had; ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(instead)} is taken: ${failure.message}`);
    return instead;
}
function folderOf({ cacheDirectory, interpreter }) {
    const minor = interpreter.version.split(".").slice(0, 2).join(".");
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(cacheDirectory, "pip", `${interpreter.implementation}-${minor}`);
}
function recordOf(request) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folderOf(request), `${request.pip.replace(/[^\w.]/g, "_")}.json`);
}
async function recall(request) {
    try {
        const kept = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(recordOf(request), "utf8"));
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folderOf(request), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(kept.file));
        return (await sha256(path)) === kept.sha256 ? { ...kept, path } : null;
    }
    catch {
        return null;
    }
}
async function download(request, bundled) {
    const { interpreter, pip } = request;
    const start = interpreter.pip !== null ? ["-I", "-m", "pip"] : bundled !== null ? ["-I", (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(bundled, "pip")] : null;
    if (start === null)
        return new Error("this Python has neither pip nor ensurepip");
    const temporary = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), "forgexec-pip-"));
    try {
        const wanted = pip === "newest" || pip === "bundled" ? "pip" : `pip==${pip}`;
        await (0,_python_js__WEBPACK_IMPORTED_MODULE_7__/* .runPython */ .w)({
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
        const file = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(temporary)).find((name) => /^pip-[\w.!+]+-py[\w.]+-none-any\.whl$/.test(name));
        if (file === undefined)
            return new Error("pip downloaded no wheel of itself");
        return { path: await keep(request, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(temporary, file)) };
    }
    catch (error) {
        if (request.signal?.aborted)
            throw error;
        return new Error(lastLine(error));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { recursive: true, force: true });
    }
}
function forDownload(environment) {
    const { PIP_CONSTRAINT, PIP_REQUIRE_HASHES, PIP_PLATFORM, PIP_PYTHON_VERSION, PIP_PRE, PIP_LOG, ...rest } = environment;
    return { ...rest, PIP_REQUIRE_VIRTUALENV: "0" };
}
async function keep(request, from) {
    const folder = folderOf(request);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(from));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.${Date.now()}.tmp`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, temporary);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, path);
    const kept = { file: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path), sha256: await sha256(path), asked: Date.now() };
    await (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeAtomically */ .vK)(recordOf(request), JSON.stringify(kept));
    return path;
}
async function sha256(path) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256")
        .update(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path))
        .digest("hex");
}
function lastLine(error) {
    const { stderr, message } = error;
    const lines = (stderr ?? "").split("\n").filter((line) => line.trim() !== "");
    const errors = lines.filter((line) => line.startsWith("ERROR"));
    return (errors.at(-1) ?? lines.at(-1) ?? message).trim();
}


/***/ }),

/***/ 6153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ PROBE),
  d: () => (/* binding */ probe)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
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


/***/ }),

/***/ 3845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ unmergePypirc),
/* harmony export */   a: () => (/* binding */ mergePypirc)
/* harmony export */ });
/* harmony import */ var _ini_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3963);

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
    const present = (0,_ini_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIni */ .Ay)(users);
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
    const present = (0,_ini_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIni */ .Ay)(users);
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


/***/ }),

/***/ 2354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r6: () => (/* binding */ changeParticipants),
  uM: () => (/* binding */ journalExists)
});

// UNUSED EXPORTS: journalPath

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/lock.js
var lib_lock = __webpack_require__(3964);
// EXTERNAL MODULE: ./lib/owner.js
var lib_owner = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/packages/pypirc-file.js
var pypirc_file = __webpack_require__(3845);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
// EXTERNAL MODULE: ./lib/files.js
var files = __webpack_require__(5428);
// EXTERNAL MODULE: ./lib/read-file.js
var read_file = __webpack_require__(1574);
;// CONCATENATED MODULE: ./lib/packages/pypirc-record.js





const section = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    repository: schemas/* string */.YjP(),
    username: schemas/* nullable */.mee(schemas/* string */.YjP()),
    password: schemas/* nullable */.mee(schemas/* string */.YjP()),
});
const participant = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    owner: schemas/* custom */.IeY((value) => (0,lib_owner/* asOwner */.gv)(value) !== null),
    project: schemas/* string */.YjP(),
    sections: schemas/* readonly */.tBZ(schemas/* array */.YOg(section)),
    definitions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
});
const standing = schemas/* object */.Ikc({
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
    before: schemas/* nullable */.mee(standing),
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
    const lock = await (0,lib_lock/* waitForLock */.gJ)(lockPath(path), LOCK_TIMEOUT_MS).catch((error) => {
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
    const [live, gone] = [true, false].map((wanted) => (journal?.participants ?? []).filter(({ owner }) => (0,lib_owner/* isAlive */._n)(owner) === wanted));
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
    const merged = (0,pypirc_file/* mergePypirc */.a)(before?.content ?? "", sectionsOf(next));
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
    const content = (0,pypirc_file/* unmergePypirc */.N)(current.content, journal.before?.content ?? "", names);
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


/***/ }),

/***/ 5163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ runPython)
/* harmony export */ });
/* harmony import */ var _command_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9268);

/** Runs Python and gives its standard output; rejects with a CommandError when it fails. PYTHONHOME never reaches it. */
async function runPython(call) {
    const { PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...env } = call.environment;
    const { python, args, cwd, timeoutMs: timeout, signal } = call;
    const options = { env, cwd, timeout, killGrace: 0, maxBuffer: 16 * 1024 * 1024 };
    const { stdout } = await (0,_command_index_js__WEBPACK_IMPORTED_MODULE_0__.run)(python, args, signal === undefined ? options : { ...options, signal });
    return stdout;
}


/***/ }),

/***/ 1809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ pipConfigPath),
/* harmony export */   cm: () => (/* binding */ recoverPackages),
/* harmony export */   wY: () => (/* binding */ shownPypircPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3964);
/* harmony import */ var _own_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4824);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7108);
/* harmony import */ var _kept_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1713);
/* harmony import */ var _pypirc_journal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2354);
/* harmony import */ var _run_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3789);








const LEFTOVER = /^(.+)\.(?:pip\.conf|pypirc|clients|image|lock)$/;
/** The pip configuration of the run that holds the environment at `path`. */
function pipConfigPath(path) {
    return `${path}.pip.conf`;
}
/** What a phase of the run that holds the environment at `path` sees as ~/.pypirc, in a sandbox. */
function shownPypircPath(path) {
    return `${path}.pypirc`;
}
function lockOf(path) {
    return `${path}.lock`;
}
/**
 * Undoes what runs of this user left that were ended by `kill -9`, whichever project they were of: mounted environments,
 * their sections in ~/.pypirc, their configuration files of pip and others, half-written files, and their locks. For the
 * start of every run; costs five look-ups when there is nothing. What live runs have stays. Gives sentences for the user.
 *
 * @throws UsageError where ~/.pypirc can't be read or written.
 */
async function recoverPackages(where) {
    const mounts = await (0,_image_index_js__WEBPACK_IMPORTED_MODULE_4__/* .recoverImages */ .Vs)(where);
    await removeLeftovers((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(where.cacheDirectory, "env"));
    // A run that finds all in place opens neither the index nor the store, which would see to it.
    for (const part of ["index", "store"])
        await (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLeftFolders */ .b)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(where.cacheDirectory, part, "v1", "tmp"));
    const pypirc = (await (0,_pypirc_journal_js__WEBPACK_IMPORTED_MODULE_6__/* .journalExists */ .uM)(where.home)) ? await (0,_pypirc_journal_js__WEBPACK_IMPORTED_MODULE_6__/* .changeParticipants */ .r6)(where.home, (live) => live) : [];
    return [...mounts, ...pypirc];
}
async function removeLeftovers(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    const slots = names.map((name) => LEFTOVER.exec(name)?.[1]).filter((slot) => slot !== undefined);
    for (const slot of new Set(slots)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, slot);
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .tryLock */ .bh)(lockOf(path)).catch(() => null);
        if (lock === null)
            continue;
        for (const file of [pipConfigPath(path), shownPypircPath(path)])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file, { force: true }).catch(() => undefined);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,_run_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .runFolder */ .k)(path), { recursive: true, force: true }).catch(() => undefined);
        await (0,_kept_image_js__WEBPACK_IMPORTED_MODULE_5__/* .dropAbandonedImage */ .Pj)(path);
        await lock.release();
    }
}


/***/ }),

/***/ 3789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runFolder)
/* harmony export */ });
/** The folder of the run that holds the environment at `path`, for what its clients are told and may write. */
function runFolder(path) {
    return `${path}.clients`;
}


/***/ }),

/***/ 9937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ slotName),
/* harmony export */   Qk: () => (/* binding */ takeSlot),
/* harmony export */   UG: () => (/* binding */ slotPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3964);





const MAX_SLOTS = 1000;
/** `<owner>-<repository>`, or the folder's name and a hash of its path where those are not known. */
function slotName({ owner, repository, directory }) {
    if (owner && repository)
        return `${plain(owner)}-${plain(repository)}`;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(directory).digest("hex").slice(0, 8);
    return `${plain((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory))}-${hash}`;
}
/** Path of the environment in slot `n`: the same in every run, since scripts hold it. */
function slotPath(owner, n) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(owner.cacheDirectory, "env", `${slotName(owner)}-${n}`);
}
/** Takes the lowest slot that no live run holds. @throws the system's error where the cache directory cannot be written to */
async function takeSlot(owner) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(owner.cacheDirectory, "env"), { recursive: true, mode: 0o700 });
    for (let n = 0; n < MAX_SLOTS; n++) {
        const path = slotPath(owner, n);
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .tryLock */ .bh)(`${path}.lock`);
        if (lock !== null)
            return { number: n, path, lock };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e("no-free-environment", `${MAX_SLOTS} environments of this project are in use under ${owner.cacheDirectory}/env. End some runs and try again.`);
}
// A leading dot or dash would make a hidden folder, or an option.
function plain(name) {
    const text = name.replace(/[^\w.-]+/g, "_").replace(/^[.-]+/, "_");
    return text.slice(0, 80) || "project";
}


/***/ }),

/***/ 4016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ processorLevel),
/* harmony export */   z: () => (/* binding */ systemRelease)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/**
 * The system that packages were built on, in one text that changes with its release: on Linux the distribution's ID and
 * version of os-release(5), since its libraries go with it; elsewhere the kernel's major version.
 */
function systemRelease(platform) {
    if (platform !== "linux")
        return `${platform}-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.arch)()}-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)().split(".")[0]}`;
    const text = read("/etc/os-release") ?? read("/usr/lib/os-release") ?? "";
    const field = (name) => new RegExp(`^${name}=["']?([^"'\\n]*)`, "m").exec(text)?.[1] ?? "";
    return `linux-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.arch)()}-${field("ID") || "unknown"}${field("VERSION_ID")}`;
}
const LEVELS = [
    ["v4", ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]],
    ["v3", ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]],
    ["v2", ["cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"]],
];
let level;
/**
 * The processor's level as x86-64's psABI numbers them (`v1` to `v4`), so that nothing built for this machine reaches one
 * that cannot run it; elsewhere, and where /proc/cpuinfo is not to be had, empty.
 */
function processorLevel() {
    level ??= (0,node_os__WEBPACK_IMPORTED_MODULE_1__.arch)() === "x64" ? levelOf(read("/proc/cpuinfo")) : "";
    return level;
}
function levelOf(text) {
    const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(text ?? "")?.[1]?.split(" "));
    if (flags.size === 0)
        return "";
    const has = (at) => LEVELS.slice(at).every(([, needed]) => needed.every((flag) => flags.has(flag)));
    return LEVELS.find((_, at) => has(at))?.[0] ?? "v1";
}
function read(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8");
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 2241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VJ: () => (/* binding */ versionParts),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   y1: () => (/* binding */ matchesVersion)
/* harmony export */ });
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
/* harmony export */   X: () => (/* binding */ readRegularFile),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/** Larger than any file of settings. */
const MOST_TEXT = 16 * 1024 * 1024;
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

/***/ 5468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sha256OfFile),
/* harmony export */   g: () => (/* binding */ rememberedSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const READ_BYTES = 1024 * 1024;
/** sha256 of an open file's bytes, in hex. Leaves its position as it is. @throws the signal's reason when aborted */
async function sha256OfFile(handle, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (let position = 0;;) {
        signal?.throwIfAborted();
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0)
            return hash.digest("hex");
        hash.update(buffer.subarray(0, bytesRead));
        position += bytesRead;
    }
}
const known = new Map();
/** As `sha256OfFile`, but what was read once in this process is not read again while inode, size and time are the same. */
async function rememberedSha256(handle, signal) {
    const stats = await handle.stat({ bigint: true });
    const before = known.get(identityOf(stats));
    if (before !== undefined)
        return { sha256: before, stats };
    const sha256 = await sha256OfFile(handle, signal);
    // It may have been written to meanwhile.
    const after = await handle.stat({ bigint: true });
    if (identityOf(after) === identityOf(stats))
        known.set(identityOf(stats), sha256);
    return { sha256, stats };
}
function identityOf({ dev, ino, size, mtimeNs }) {
    return `${dev} ${ino} ${size} ${mtimeNs}`;
}


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ux: () => (/* reexport */ LONGEST_TIMEOUT_MS),
  ZG: () => (/* reexport */ PHASES),
  K2: () => (/* reexport */ SANDBOX_BACKENDS),
  $7: () => (/* reexport */ SPEC_FILE),
  vt: () => (/* reexport */ findSpec),
  Dm: () => (/* reexport */ findVariables),
  a3: () => (/* reexport */ formatDuration),
  Xq: () => (/* reexport */ formatSize),
  II: () => (/* reexport */ loadSpec),
  E9: () => (/* reexport */ parseDuration),
  DB: () => (/* reexport */ parseSize),
  ZZ: () => (/* reexport */ parseTimeout),
  $t: () => (/* reexport */ placeOf),
  AD: () => (/* reexport */ quoteWords),
  IW: () => (/* reexport */ renderDiagnostic),
  V2: () => (/* reexport */ substitute),
  tu: () => (/* reexport */ substituteInScript)
});

// UNUSED EXPORTS: LARGEST_SPEC, VARIABLES, describeYaml, isVariable, openYaml, parseSpec, quoteWord, specJsonSchema, splitWords

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
const MOST = 200;
/** The document's syntax errors, each where a person would look for it, one a line: the rest mostly follows from the first. */
function syntaxProblems(document) {
    const ends = document.errors.some(isUnclosed) ? unclosable(document) : [];
    return document.errors.slice(0, MOST).map((error) => {
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
    const yaml = readYaml(source);
    const problems = [...yaml.problems];
    return {
        root: yaml.root,
        report: (problem) => {
            // What is read behind a syntax error is not what was meant.
            if (problem.offset < yaml.brokenAt)
                problems.push({ ...problem, offset: yaml.originalOffset(problem.offset) });
        },
        diagnostics: () => toDiagnostics(problems, file, positions(source)),
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
function parseTimeout(text) {
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
    for (let folder = (0,external_node_path_.resolve)(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        const path = (0,external_node_path_.join)(folder, SPEC_FILE);
        const found = await (0,promises_.stat)(path).then((stats) => !stats.isDirectory(), () => false);
        if (found)
            return path;
        if (folder === (0,external_node_path_.dirname)(folder))
            return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
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
const UNITS = ["TiB", "GiB", "MiB", "KiB"];
/** A size in bytes as people write it: `64MiB`; one that is no whole number of KiB in bytes. */
function formatSize(bytes) {
    const at = UNITS.findIndex((_, index) => bytes % 1024 ** (UNITS.length - index) === 0);
    return at < 0 || bytes === 0 ? `${bytes} bytes` : `${bytes / 1024 ** (UNITS.length - at)}${UNITS[at]}`;
}

;// CONCATENATED MODULE: ./lib/spec/schema/fields.js



const timeout = (description) => documented(checkedText({
    expected: "a time such as `90s`, `10m` or `1h30m`, more than 0 and at most 24d",
    code: "bad-duration",
    accepts: (value) => parseTimeout(value) !== undefined,
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
const PHASES = [
    "install",
    "linting",
    "execute",
    "staging/deploy",
    "staging/execute",
    "production/deploy",
    "production/execute",
];
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
const ARMOUR = /^\s*-----BEGIN AGE ENCRYPTED FILE-----\s[A-Za-z0-9+/=\s]+-----END AGE ENCRYPTED FILE-----\s*$/;
const reference = mappingWithOneOf({
    env: schemas/* optional */.lqM(patternText({
        expected: "the name of an environment variable",
        code: "bad-variable-name",
        pattern: VARIABLE_NAME,
    })),
    encrypted: schemas/* optional */.lqM(checkedText({
        expected: "a value encrypted with age, in its text form, as `forgexec encrypt` prints it",
        code: "not-encrypted",
        accepts: (value) => ARMOUR.test(value),
        pattern: ARMOUR,
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
var closest = __webpack_require__(4904);
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
    return withoutCredentials(starValues(continued));
}
/** The text with what names a user in its URLs starred. */
function withoutCredentials(text) {
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

;// CONCATENATED MODULE: ./lib/spec/yaml/node.js
/** The node as plain data; a part that stands in two places is one object. */
function toPlain(node, scalar = ({ value }) => value) {
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
function toWritten(node) {
    return node ? toPlain(node, ({ value, text }) => (value === null ? null : text)) : null;
}
/** What stands at a path of keys and indices; undefined where there is nothing. */
function at(root, path) {
    return path.reduce((node, part) => {
        if (node?.kind === "list")
            return node.items[Number(part)];
        return member(node, String(part));
    }, root);
}
/** The entry at a path whose last part is a mapping's key. */
function entryAt(root, path) {
    const holder = at(root, path.slice(0, -1));
    return holder?.kind === "map" ? holder.entries.get(String(path.at(-1))) : undefined;
}
/** The entry's value, where the node is a mapping that has the key. */
function member(node, key) {
    return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}
/** The scalar's text as written; undefined for null and for what is no scalar. */
function textOf(node) {
    return node?.kind === "scalar" && node.value !== null ? node.text : undefined;
}
/** What a person would call the node: `a list`, `the number 3`, `nothing`. */
function describe(node) {
    if (node.kind === "map")
        return "a mapping";
    if (node.kind === "list")
        return "a list";
    if (node.value === null)
        return "nothing";
    const text = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
    return typeof node.value === "string" ? JSON.stringify(text) : `the ${typeof node.value} ${text}`;
}

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
function meantKey(key, known) {
    const other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
    if (other && known.includes(other))
        return other;
    return Object.hasOwn(HOMES, key) ? undefined : (0,closest/* closest */.k)(key, known);
}
/** The finding for a key that is not known where it stands. */
function unknownKey(key, known, offset) {
    const suggestion = meantKey(key, known);
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
function reportIssues(issues, root, report) {
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
                error(node.offset, "bad-value", found, node.kind === "scalar" ? (0,closest/* closest */.k)(node.text, issue.values.map(String)) : undefined),
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

// EXTERNAL MODULE: ./lib/printable.js
var printable = __webpack_require__(6072);
;// CONCATENATED MODULE: ./lib/spec/problem.js

// What is wrong a hundred times is wrong in one way; a hostile spec does not get to print a million lines.
const problem_MOST = 100;
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
    const errorsFirst = unique.length > problem_MOST ? unique.filter(({ severity }) => severity === "error") : unique;
    const shown = (errorsFirst.length > 0 ? errorsFirst : unique).slice(0, problem_MOST);
    const diagnostics = shown.map(({ offset, severity, code, message, suggestion }) => ({
        file,
        ...positionOf(offset),
        severity,
        code,
        message: (0,printable/* printable */.g)(message),
        ...(suggestion === undefined ? {} : { suggestion: (0,printable/* printable */.g)(suggestion) }),
    }));
    const last = shown.at(-1);
    if (!last || unique.length <= problem_MOST)
        return diagnostics;
    const message = `${unique.length - shown.length} more findings are not shown.`;
    const more = { file, ...positionOf(last.offset), severity: last.severity, code: "too-many-findings", message };
    return [...diagnostics, more];
}

;// CONCATENATED MODULE: ./lib/spec/shell-contexts.js
const HERE = /^<<(-?)[ \t]*((?:'[^'\n]*'|"[^"\n]*"|\\.|[^\s;&|()<>'"\\])+)/;
/** Tells the context of each offset of a script, in rising order, by the quoting rules of POSIX's shell and of bash. */
function shellPlaces(script, offsets) {
    const places = [];
    const stack = ["script"];
    let waiting = [];
    let index = 0;
    const top = () => stack.at(-1) ?? "script";
    const pop = () => void (stack.length > 1 && stack.pop());
    /** Goes on to `end`; what is asked for up to there is in `context`. */
    const pass = (end, context) => {
        const backquotes = stack.filter((frame) => frame === "backquote").length;
        while (places.length < offsets.length && (offsets[places.length] ?? 0) < end)
            places.push({ context, backquotes });
        index = end;
    };
    const after = (found) => (found < 0 ? script.length : found + 1);
    const hereDocuments = () => {
        for (const { delimiter, literal, tabs } of waiting) {
            for (let ended = false; !ended && index < script.length;) {
                const end = after(script.indexOf("\n", index));
                const line = script.slice(index, end).replace(/\n$/, "");
                ended = (tabs ? line.replace(/^\t+/, "") : line) === delimiter;
                pass(end, literal ? "here-literal" : "here");
            }
        }
        waiting = [];
    };
    const dollar = () => {
        const inside = top() === "double" ? "double" : "plain";
        if (script.startsWith("$((", index)) {
            pass(index + 3, inside);
            stack.push("arithmetic");
        }
        else if (script.startsWith("$(", index)) {
            pass(index + 2, inside);
            stack.push("parenthesis");
        }
        else if (inside === "plain" && script.startsWith("$'", index)) {
            let end = index + 2;
            while (end < script.length && script.charAt(end) !== "'")
                end += script.charAt(end) === "\\" ? 2 : 1;
            pass(Math.min(end + 1, script.length), "ansi");
        }
        else {
            pass(index + 1, inside);
        }
    };
    const plain = (char) => {
        const here = char === "<" && top() !== "arithmetic" ? HERE.exec(script.slice(index, index + 1000)) : null;
        if (char === "'") {
            pass(after(script.indexOf("'", index + 1)), "single");
        }
        else if (char === "#" && /^$|[\s;&|()]/.test(script.charAt(index - 1)) && top() !== "arithmetic") {
            const end = script.indexOf("\n", index);
            pass(end < 0 ? script.length : end, "comment");
        }
        else if (script.startsWith("<<<", index)) {
            pass(index + 3, "plain");
        }
        else if (here) {
            const [whole, dash, word = ""] = here;
            waiting.push({ delimiter: word.replace(/['"\\]/g, ""), literal: /['"\\]/.test(word), tabs: dash === "-" });
            pass(index + whole.length, "plain");
        }
        else if (char === "(") {
            pass(index + 1, "plain");
            stack.push("parenthesis");
        }
        else if (char === ")") {
            const ends = top() === "arithmetic" && script.startsWith("))", index);
            if (ends || top() === "parenthesis")
                pop();
            pass(index + (ends ? 2 : 1), "plain");
        }
        else {
            pass(index + 1, "plain");
            if (char === "\n")
                hereDocuments();
        }
    };
    while (index < script.length) {
        const char = script.charAt(index);
        const inside = top() === "double" ? "double" : "plain";
        if (char === "\\")
            pass(Math.min(index + 2, script.length), inside);
        else if (char === "$")
            dollar();
        else if (char === "`" || char === '"') {
            const frame = char === '"' ? "double" : "backquote";
            const ends = top() === frame;
            pass(index + 1, inside);
            if (ends)
                pop();
            else
                stack.push(frame);
        }
        else if (inside === "double")
            pass(index + 1, "double");
        else
            plain(char);
    }
    pass(script.length + 1, top() === "double" ? "double" : "plain");
    return places;
}

;// CONCATENATED MODULE: ./lib/spec/quote.js
const UNSAFE = /[^\w@%+=:,./-]/;
/** The word as a POSIX shell reads it back, quoted only if need be: Python's `shlex.quote`. */
function quoteWord(word) {
    if (word === "")
        return "''";
    return UNSAFE.test(word) ? `'${word.replaceAll("'", `'"'"'`)}'` : word;
}
/** The words as one command line that `splitWords` and a POSIX shell split into the same words: Python's `shlex.join`. */
function quoteWords(words) {
    return words.map(quoteWord).join(" ");
}

;// CONCATENATED MODULE: ./lib/spec/shell-quote.js

/** A value as it must be written at a place of a shell's script, so that the shell reads just the value. */
function quoteAt(value, { context, backquotes }) {
    let quoted = quoteIn(value, context);
    for (let level = 0; level < backquotes; level++)
        quoted = quoted.replace(/[\\`$]/g, "\\$&");
    return quoted;
}
function quoteIn(value, context) {
    switch (context) {
        case "plain":
            return quoteWord(value);
        case "single":
            return value.replaceAll("'", `'\\''`);
        case "double":
            return value.replace(/[\\`$"]/g, "\\$&");
        case "ansi":
            return value.replace(/[^\w@%+=:,./-]+/g, (unsafe) => [...Buffer.from(unsafe)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""));
        case "comment":
            return value.replace(/[\r\n]/g, " ");
        case "here":
            return value.replace(/[\\`$]/g, "\\$&");
        case "here-literal":
            return value;
    }
}

;// CONCATENATED MODULE: ./lib/spec/variables.js


/** Every variable that a command, a working directory or an environment value may name as `{forge-…}`. */
const VARIABLES = [
    "forge-commit-count",
    "forge-pull-request",
    "forge-owner",
    "forge-repo",
    "forge-sha",
    "forge-action",
    "forge-run-id",
];
// The first branch is the literal brace; what follows it is then no variable any more.
const VARIABLE = /\{\{(?=forge-)|\{(forge-[\w.-]*)\}/g;
function isVariable(name) {
    return VARIABLES.includes(name);
}
/** Every `{forge-…}` of a text in order, unknown names too. `{{forge-` is a literal brace, all other braces are text. */
function findVariables(text) {
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
    const uses = findVariables(script);
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
const MOST_FINDINGS = 100;
/** Reports keys of the format that this version cannot serve yet. */
function refuseKeys(node, keys, reading) {
    if (node?.kind !== "map")
        return;
    for (const key of keys) {
        const entry = node.entries.get(key);
        if (entry)
            refuse(`\`${key}\``, entry.offset, reading);
    }
}
function refuse(what, offset, reading) {
    const message = `${what} is not supported by this version of forgexec yet.`;
    reading.report({ offset, severity: "error", code: "not-supported-yet", message });
}
/** Reports those uses of `{forge-…}` whose name is none; `offsetOf` gives a use's place in the spec's text. */
function checkVariables(uses, offsetOf, reading) {
    const unknown = uses.filter(({ name }) => !isVariable(name)).slice(0, MOST_FINDINGS);
    for (const { name, offset } of unknown) {
        const near = (0,closest/* closest */.k)(name.slice(PREFIX.length), VARIABLES.map((known) => known.slice(PREFIX.length)));
        const message = `There is no variable \`{${name}}\`. Known are ${VARIABLES.map((known) => `{${known}}`).join(", ")}.`;
        const suggestion = near ? { suggestion: `{${PREFIX}${near}}` } : {};
        reading.report({ offset: offsetOf(offset), severity: "error", code: "unknown-variable", message, ...suggestion });
    }
}

;// CONCATENATED MODULE: ./lib/spec/read/sandbox.js

/** Reads a `sandbox`; undefined where there is none. What is of a wrong type was reported by the schema. */
function readSandbox(node) {
    if (node?.kind !== "map")
        return undefined;
    return defined({
        backend: textOf(member(node, "backend")),
        filesystemRoot: textOf(member(node, "filesystem-root")),
        filesystemWritablePaths: textOf(member(node, "filesystem-writable-paths")) ?? texts(node, "filesystem-writable-paths"),
        mounts: textOf(member(node, "mounts")),
        extraMounts: items(node, "extra-mounts")?.map(readMount),
        network: textOf(member(node, "network")),
        limits: readLimits(member(node, "limits")),
        capabilities: readCapabilities(member(node, "capabilities")),
        degrade: plainOf(member(node, "degrade")),
    });
}
function readMount(node) {
    const text = (key) => textOf(member(node, key));
    return defined({
        type: text("type"),
        source: text("source"),
        target: text("target"),
        options: text("options"),
    });
}
function readLimits(node) {
    if (node?.kind !== "map")
        return undefined;
    const value = (key) => plainOf(member(node, key));
    return defined({
        memory: textOf(member(node, "memory")),
        cpus: value("cpus"),
        pids: value("pids"),
        openFiles: value("open-files"),
        timeout: textOf(member(node, "timeout")),
        deviceReadBps: readRates(member(node, "device-read-bps")),
        deviceWriteBps: readRates(member(node, "device-write-bps")),
        noOomKill: value("no-oom-kill"),
    });
}
function readRates(node) {
    if (node?.kind !== "map")
        return undefined;
    return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, textOf(value) ?? ""]));
}
function readCapabilities(node) {
    if (node?.kind !== "map")
        return undefined;
    return defined({ drop: texts(node, "drop"), add: texts(node, "add") });
}
function items(node, key) {
    const list = member(node, key);
    return list?.kind === "list" ? list.items : undefined;
}
function texts(node, key) {
    return items(node, key)?.flatMap((item) => textOf(item) ?? []);
}
function plainOf(node) {
    return node?.kind === "scalar" ? toPlain(node) : undefined;
}
/** The keys that have a value. The schema has seen to it that it is of the right type. */
function defined(from) {
    return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./lib/spec/operators.js
const WHOLE_WORD = /^(?:\|\|?|\|&|&&?|;;?|\d*(?:>>?|>\||<{1,3}|<>)|&>>?|\d*[<>]&(?:\d+|-))$/;
/**
 * The shell operators of a command: those that stand as a word of their own, and `$(`, backquotes and `*` anywhere.
 * What is quoted is no operator, as it would be none to a shell.
 */
function findOperators(words) {
    return words.flatMap(({ text, start, offsets, quoting }) => {
        const unquoted = quoting.every((kind) => kind === "none");
        if (unquoted && WHOLE_WORD.test(text))
            return [{ operator: text, offset: start }];
        for (let index = 0; index < text.length; index++) {
            const operator = operatorAt(text, index);
            const kind = quoting[index];
            const live = kind === "none" || (kind === "double" && operator !== "*");
            if (operator && live)
                return [{ operator, offset: offsets[index] ?? start }];
        }
        return [];
    });
}
function operatorAt(text, index) {
    const char = text.charAt(index);
    if (char === "`" || char === "*")
        return char;
    return char === "$" && text.charAt(index + 1) === "(" ? "$(" : undefined;
}

;// CONCATENATED MODULE: ./lib/spec/words.js
const WHITESPACE = new Set([" ", "\t", "\r", "\n"]);
/**
 * Splits a command into words by the rules of Python's `shlex.split(text)` (POSIX, comments off), and tells where each
 * character came from. A backslash outside quotes takes the next character as it is, a newline too; in double quotes it
 * does so before `"` and `\` only; in single quotes nothing is special.
 */
function scanWords(text) {
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
    const scanned = scanWords(text);
    return "problem" in scanned ? scanned : { words: scanned.words.map((word) => word.text) };
}

;// CONCATENATED MODULE: ./lib/spec/yaml/offsets.js
/**
 * The offset in the spec's text of one character of a scalar's value, whatever its style: quotes, escapes, folded lines
 * and a block's indentation are stepped over.
 */
function offsetWithin(text, node, index) {
    const [start, end] = node.scalar.range ?? [node.offset, node.offset];
    const style = node.scalar.type;
    const block = style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED";
    let at = block ? text.indexOf("\n", start) + 1 : start;
    if (style === "QUOTE_DOUBLE" || style === "QUOTE_SINGLE")
        at++;
    let found = at;
    for (let done = 0; done <= index && at < end;) {
        const wanted = node.text.charAt(done);
        const length = style === "QUOTE_DOUBLE" && text.charAt(at) === "\\" ? escapeLength(text.charAt(at + 1)) : 1;
        const blank = /\s/.test(text.charAt(at));
        if (length > 1 && /\s/.test(text.charAt(at + 1))) {
            at += length;
        }
        else if (length > 1 || text.charAt(at) === wanted || (blank && /\s/.test(wanted))) {
            found = at;
            at += style === "QUOTE_SINGLE" && wanted === "'" ? 2 : length;
            done++;
        }
        else if (blank) {
            at++;
        }
        else if (/\s/.test(wanted)) {
            done++;
        }
        else {
            return found;
        }
    }
    return found;
}
function escapeLength(letter) {
    return { x: 4, u: 6, U: 10 }[letter] ?? 2;
}

;// CONCATENATED MODULE: ./lib/spec/read/command.js





/** Reads a command; undefined (and reported) where nothing can be run. */
function readCommand(node, shell, reading) {
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
function readReady(node, reading) {
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
function readText(node, reading) {
    const text = textOf(node);
    if (text === undefined || node?.kind !== "scalar")
        return undefined;
    checkVariables(findVariables(text), (index) => offsetWithin(reading.text, node, index), reading);
    return text;
}
/** Reads a mapping of environment variables. */
function readEnvironment(node, reading) {
    if (node?.kind !== "map")
        return {};
    const values = [];
    for (const { key, value } of node.entries.values()) {
        if (value.kind === "list")
            refuse("A list of values, which makes a matrix,", value.offset, reading);
        const read = readText(value, reading) ?? readReference(value);
        if (read !== undefined)
            values.push([key, read]);
    }
    return Object.fromEntries(values);
}
/** Reads a password. One that stands there as it is, neither encrypted nor taken from a variable, gets a warning. */
function readPassword(node, reading) {
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






const LATER = ["report"];
const NOT_IN_BACKGROUND = ["timeout", "idle-timeout", "retry", "cached"];
const NO_OPTIONS = { environment: {}, retry: 0, continueOnError: false };
/** Reads one item of a phase's list: a step, or several where it is a list of background commands. */
function readSteps(node, reading) {
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
        continueOnError: isTrue(member(node, "continue-on-error")),
        ...(name === undefined ? {} : { name }),
        ...(shell === undefined ? {} : { shell }),
        ...(workingDirectory === undefined ? {} : { workingDirectory }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(idleTimeoutMs === undefined ? {} : { idleTimeoutMs }),
        ...(platform === undefined ? {} : { if: platform }),
        ...(stdin === undefined ? {} : { stdin }),
        ...(cached === undefined ? {} : { cached: isTrue(cached) }),
    };
}
function readShell(node) {
    if (node?.kind !== "scalar" || node.value === false || node.value === null)
        return undefined;
    return node.value === true ? "sh" : node.text;
}
function isTrue(node) {
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





const phase_LATER = ["shards"];
/** Reads a phase; undefined where it has no steps. */
function readPhase(name, entry, reading) {
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
function readNamedIndexes(items, reading) {
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
function readPins(node, indexes, reading) {
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
        const suggestion = (0,closest/* closest */.k)(index, known);
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
function readPypi(node, reading) {
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
        trustedHosts: pypi_texts(member(node, "trusted-host")),
        findLinks: pypi_texts(member(node, "find-links")),
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
function pypi_texts(node) {
    return asList(node).flatMap((item) => textOf(item) ?? []);
}

;// CONCATENATED MODULE: ./lib/spec/read/spec.js








const spec_LATER = ["matchers"];
/** Reads the whole spec. What it returns is worth something only if nothing was reported as an error. */
function readSpec(root, file, reading) {
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
const LARGEST_SPEC = 1024 * 1024;
/**
 * Reads a build spec. Never throws: whatever is wrong with the text is in the diagnostics, all of it at once. `file` is
 * the name that they carry.
 */
function parseSpec(text, file) {
    return parse(text.replace(/^\ufeff/, ""), file);
}
function parse(text, file) {
    const positionOf = problem_positions(text);
    const problems = [];
    const spec = Buffer.byteLength(text) > LARGEST_SPEC ? tooLarge(problems) : read({ text, file, positionOf }, problems);
    const failed = problems.some(({ severity }) => severity === "error");
    return { spec: failed ? undefined : spec, diagnostics: problem_toDiagnostics(problems, file, positionOf) };
}
function tooLarge(problems) {
    problems.push({ offset: 0, severity: "error", code: "too-large", message: "The spec is larger than 1 MiB." });
}
function read({ text, file, positionOf }, problems) {
    const yaml = read_readYaml(text);
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
    const checked = spec_specSchema.safeParse(toPlain(root));
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
        const content = await (0,read_file/* readRegularFile */.X)(path, LARGEST_SPEC);
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
    const { root, originalOffset } = read_readYaml(plain);
    for (const path of paths) {
        const found = root && (part === "value" ? at(root, path) : entryAt(root, path));
        if (found !== undefined)
            return problem_positions(plain)(originalOffset(found.offset));
    }
    return null;
}

// EXTERNAL MODULE: ./lib/columns.js
var columns = __webpack_require__(4648);
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

;// CONCATENATED MODULE: ./lib/spec/index.js
















/***/ }),

/***/ 2659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ makeStateFolder),
/* harmony export */   QI: () => (/* binding */ hiddenStateFolder),
/* harmony export */   Zn: () => (/* binding */ isOwnFolder),
/* harmony export */   l3: () => (/* binding */ homeStateFolder),
/* harmony export */   ug: () => (/* binding */ homelessState),
/* harmony export */   yp: () => (/* binding */ stateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/**
 * A folder of this user's for what sandboxes have to know of each other, which nobody else can write to: in the home, by the user database
 * whatever HOME says, which sandboxes hide. null: this user has none.
 */
function homeStateFolder(name) {
    const home = homeOf(process.geteuid?.() ?? -1);
    return home === null ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, ".local/state/forgexec", name);
}
const homes = new Map();
/** Looked up once: sandboxes ask for each command. */
function homeOf(uid) {
    const known = homes.get(uid);
    if (known !== undefined)
        return known;
    const home = lookUpHome();
    homes.set(uid, home);
    return home;
}
function lookUpHome() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().homedir;
    }
    catch {
        return null;
    }
}
/**
 * Where what is told to later runs lies: where XDG_STATE_HOME says, by the XDG Base Directory Specification, else as `hiddenStateFolder`.
 * A command in a sandbox may write there where that is in what the sandbox shows.
 */
function stateFolder(name) {
    const { XDG_STATE_HOME: state = "" } = process.env;
    const named = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(state) ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(state, "forgexec", name) : null;
    return named !== null && isUsable(named) ? named : hiddenStateFolder(name);
}
/** The same where no sandbox shows it: in the home, else, for those without one, where temporary files lie. */
function hiddenStateFolder(name) {
    const inHome = homeStateFolder(name);
    return inHome !== null && isUsable(inHome) ? inHome : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporaryState(), name);
}
/** The one of these that bubblewrap has to hide by itself, made where it is missing; null: it lies in the home. */
function homelessState() {
    const inHome = homeStateFolder("");
    return inHome !== null && isUsable(inHome) ? null : makeStateFolder(temporaryState());
}
function temporaryState() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `forgexec-state-${process.geteuid?.() ?? ""}`);
}
/** Whether a folder is there, or can be made, and this user can write to it. */
function isUsable(folder) {
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
            return false;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        return true;
    }
    catch (error) {
        const isMissing = error.code === "ENOENT";
        return isMissing && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== folder && isUsable((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder));
    }
}
/** Makes such a folder where it is missing. null: it cannot be made or written to, or somebody else can write to it as well. */
function makeStateFolder(folder) {
    try {
        if (folder === null)
            return null;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        return isOwnFolder(folder) ? folder : null;
    }
    catch {
        return null;
    }
}
/** Whether this user alone has a say in what is in a folder: what lies where temporary files do, anybody may have put there. */
function isOwnFolder(folder) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false });
    if (!stats?.isDirectory())
        return false;
    return stats.uid === process.geteuid?.() && (stats.mode & 0o022) === 0;
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of this package, as in package.json. */
const VERSION = "0.1.0";


/***/ }),

/***/ 2212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin)
/* harmony export */ });
/** Whether a path is a folder or lies in it; both absolute, with `/` between their parts, and plain: without `.`, `..` or a slash at the end. */
function isWithin(path, folder) {
    return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}


/***/ })

};
