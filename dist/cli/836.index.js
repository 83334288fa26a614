export const id = 836;
export const ids = [836,597];
export const modules = {

/***/ 836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareBuild: () => (/* reexport */ prepareBuild)
});

// UNUSED EXPORTS: SpecError, cacheDirectory

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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/build/model.js

/** A spec with errors: all of its diagnostics at once, and its text to show their lines. */
class SpecError extends errors/* UsageError */.e {
    diagnostics;
    specText;
    constructor(message, diagnostics, specText) {
        super("invalid-spec", message);
        this.diagnostics = diagnostics;
        this.specText = specText;
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

// EXTERNAL MODULE: ./lib/command/index.js + 50 modules
var command = __webpack_require__(6953);
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
    const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
    const env = {
        ...Object.fromEntries(kept),
        LC_ALL: "C",
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        GIT_NO_LAZY_FETCH: "1",
    };
    return async (...args) => {
        const result = await (0,command/* run */.eF)("git", [...HARDENING, ...args], {
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





// EXTERNAL MODULE: ./lib/plan/index.js + 8 modules
var lib_plan = __webpack_require__(8873);
// EXTERNAL MODULE: ./lib/run/index.js + 18 modules
var run = __webpack_require__(1840);
// EXTERNAL MODULE: ./lib/secrets/index.js + 5 modules
var lib_secrets = __webpack_require__(7597);
// EXTERNAL MODULE: ./lib/spec/index.js + 43 modules
var lib_spec = __webpack_require__(3515);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
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
    return { specPath, shown: shownPath(specPath, cwd), directory };
}
async function specOf(options, directory) {
    const { cwd } = options.machine;
    if (options.spec !== undefined) {
        const fromHere = (0,external_node_path_.resolve)(cwd, options.spec);
        const fromThere = (0,external_node_path_.resolve)(directory ?? cwd, options.spec);
        return (await exists(fromHere)) || !(await exists(fromThere)) ? fromHere : fromThere;
    }
    const start = directory ?? cwd;
    const found = await (0,lib_spec.findSpec)(start);
    if (found !== undefined)
        return found;
    const message = `No .forge.yml in ${start} or any folder above it. Write one with "forgexec init", or name a file with --spec.`;
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

;// CONCATENATED MODULE: ./lib/build/open.js


/** Makes the environment that a phase's commands get, without running any of them: for `shell` and `exec`. */
async function openBuild(options) {
    const { plan, services, note, signal } = options;
    const phase = phaseOf(plan, options.phase);
    for (const line of await services.recover())
        note(line);
    const session = plan.needsPython ? await services.openPackages({ note, signal, phases: [] }) : null;
    try {
        await session?.enterPhase(phase.phase);
        return {
            environment: (0,run/* phaseVariables */.n5)({ services, session, phase, values: phase.environment }),
            workingDirectory: plan.directory,
            session,
            close: async () => session?.close(),
        };
    }
    catch (error) {
        await session?.close();
        throw error;
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
    const deploys = plan.phases.some(({ phase }) => (0,lib_plan/* isDeploy */.W$)(phase));
    for (const server of spec.pypi?.indexServers ?? [])
        needed.push(...passwordOf(server, { deploys, environment }));
    return needed;
}
/** Without a deploy phase an encrypted password is not needed, nor is one from a variable that happens not to be set. */
function passwordOf({ name, password }, at) {
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
    const opened = await (0,lib_secrets/* openSecrets */.cA)({
        values: neededValues(plan, spec, environment),
        environment,
        decryptionKey: build.decryptionKey || environment.FORGE_DECRYPTION_KEY,
        decryption,
    });
    return { ...opened, secrets: [...opened.secrets, ...credentialsInUrls(spec)] };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/packages/version-request.js
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
        const parts = versionParts(name);
        const exact = installed.includes(name) ? name : undefined;
        const version = exact ?? (parts && installed.sort(newestFirst).find((each) => matchesVersion(each, parts)));
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
        return (0,external_node_fs_.readFileSync)(path, "utf8");
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
    return usable.sort((left, right) => newestFirst(left.version, right.version));
}
/** Those of `installed` that a request's parts name. */
function matching(installed, parts) {
    return installed.filter(({ version }) => matchesVersion(version, parts)).map(({ executable }) => executable);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/packages/files.js


/** Writes a file so that nobody ever sees half of it. Mode 0600 unless `mode` says otherwise. */
async function writeAtomically(path, content, mode = 0o600) {
    const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    try {
        const file = await (0,promises_.open)(temporary, "wx", mode);
        try {
            await file.writeFile(content);
            await file.chmod(mode);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}
/** Content of a text file; null where there is none. Other faults are thrown. */
async function readIfThere(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
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

;// CONCATENATED MODULE: ./lib/packages/python.js

/** Runs Python and gives its standard output; rejects with a CommandError when it fails. PYTHONHOME never reaches it. */
async function runPython(call) {
    const { PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...env } = call.environment;
    const { python, args, cwd, timeoutMs: timeout, signal } = call;
    const options = { env, cwd, timeout, killGrace: 0, maxBuffer: 16 * 1024 * 1024 };
    const { stdout } = await (0,command/* run */.eF)(python, args, signal === undefined ? options : { ...options, signal });
    return stdout;
}

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
            .then(() => writeAtomically(memo, JSON.stringify(content)))
            .catch(() => undefined);
    }
    return interpreter;
}
async function ask(executable, search) {
    try {
        const text = await runPython({
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
    const parts = versionParts(request);
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
        const interpreter = await probe(path, search);
        if (interpreter !== null)
            return interpreter;
    }
    throw new errors/* UsageError */.e("no-python", `No Python was found on PATH (${defaultNames(search.platform).join(", ")}).${elsewhere(search)} ` +
        "Install Python 3 (on GitHub: the actions/setup-python step before this one), or name an interpreter with `python` in the spec or --python.");
}
async function findVersion(request, parts, search) {
    const named = parts.length > 1 ? [`python${parts.slice(0, 2).join(".")}`] : [];
    const fromPath = onPath([...named, ...defaultNames(search.platform)], search);
    const found = [];
    for (const path of [...fromPath, ...matching(inVersionFolders(search), parts)]) {
        const interpreter = await probe(path, search);
        if (interpreter === null)
            continue;
        if (matchesVersion(interpreter.version, parts))
            return interpreter;
        found.push(interpreter);
    }
    throw new errors/* UsageError */.e("python-not-found", notThere(request, found, search));
}
async function findPath(request, search) {
    const path = (0,external_node_path_.isAbsolute)(request) ? request : (0,external_node_path_.resolve)(search.directory ?? "/", request);
    const inFolder = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory()
        ? interpreterIn(path, "", search)[0]?.executable
        : undefined;
    const executable = inFolder ?? path;
    const interpreter = isProgram(executable) ? await probe(executable, search) : null;
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
    const there = [...others].map(([executable, version]) => `${version} (${executable})`).sort(newestFirst);
    const list = there.length === 0 ? "No other Python was found either." : `Found: ${there.join(", ")}.`;
    return (`Python ${request} was asked for and is not on this machine. ${list} ` +
        `Install it (on GitHub: actions/setup-python with python-version: "${request}" before this step; elsewhere the system's packages or \`pyenv install ${request}\`), ` +
        "or ask for another with `python` in the spec or --python.");
}
function elsewhere(search) {
    const there = inVersionFolders(search).map(({ version, executable }) => `${version} (${executable})`);
    return there.length === 0 ? "" : ` Found elsewhere: ${there.join(", ")}.`;
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
    const project = await readIfThere((0,external_node_path_.join)(directory, "pyproject.toml")).catch(() => null);
    if (project === null || !HATCHLING.test(project))
        return false;
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, ".gitignore"), "utf8").catch(() => null);
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
        if (!isCode(error, code))
            throw error;
    };
}

;// CONCATENATED MODULE: ./lib/packages/pip-wheel.js








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
    const bundled = interpreter.bundledPip !== null && (0,external_node_fs_.existsSync)(interpreter.bundledPip) ? interpreter.bundledPip : null;
    if (pip === "bundled" && bundled !== null)
        return bundled;
    const pinned = pip !== "newest" && pip !== "bundled";
    if (pinned && bundled !== null && (0,external_node_path_.basename)(bundled).startsWith(`pip-${pip}-`))
        return bundled;
    const kept = await pip_wheel_recall(request);
    if (kept !== null && (pinned || Date.now() - kept.asked < FRESH_MS))
        return kept.path;
    const failure = await download(request, bundled);
    if (failure instanceof Error === false)
        return failure.path;
    if (pinned) {
        throw new errors/* UsageError */.e("pip-not-found", `pypi.pip: pip ${pip} could not be had for Python ${interpreter.version}: ${failure.message}. Give a version that the index has, "newest" or "bundled".`);
    }
    const instead = kept?.path ?? bundled;
    if (instead !== null)
        request.note(`The newest pip could not be had; ${(0,external_node_path_.basename)(instead)} is taken: ${failure.message}`);
    return instead;
}
function folderOf({ cacheDirectory, interpreter }) {
    const minor = interpreter.version.split(".").slice(0, 2).join(".");
    return (0,external_node_path_.join)(cacheDirectory, "pip", `${interpreter.implementation}-${minor}`);
}
function recordOf(request) {
    return (0,external_node_path_.join)(folderOf(request), `${request.pip.replace(/[^\w.]/g, "_")}.json`);
}
async function pip_wheel_recall(request) {
    try {
        const kept = JSON.parse(await (0,promises_.readFile)(recordOf(request), "utf8"));
        const path = (0,external_node_path_.join)(folderOf(request), (0,external_node_path_.basename)(kept.file));
        return (await sha256(path)) === kept.sha256 ? { ...kept, path } : null;
    }
    catch {
        return null;
    }
}
async function download(request, bundled) {
    const { interpreter, pip } = request;
    const start = interpreter.pip !== null ? ["-I", "-m", "pip"] : bundled !== null ? ["-I", (0,external_node_path_.join)(bundled, "pip")] : null;
    if (start === null)
        return new Error("this Python has neither pip nor ensurepip");
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "forgexec-pip-"));
    try {
        const wanted = pip === "newest" || pip === "bundled" ? "pip" : `pip==${pip}`;
        await runPython({
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
        const file = (await (0,promises_.readdir)(temporary)).find((name) => /^pip-[\w.!+]+-py[\w.]+-none-any\.whl$/.test(name));
        if (file === undefined)
            return new Error("pip downloaded no wheel of itself");
        return { path: await keep(request, (0,external_node_path_.join)(temporary, file)) };
    }
    catch (error) {
        if (request.signal?.aborted)
            throw error;
        return new Error(lastLine(error));
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
function forDownload(environment) {
    const { PIP_CONSTRAINT, PIP_REQUIRE_HASHES, PIP_PLATFORM, PIP_PYTHON_VERSION, PIP_PRE, PIP_LOG, ...rest } = environment;
    return { ...rest, PIP_REQUIRE_VIRTUALENV: "0" };
}
async function keep(request, from) {
    const folder = folderOf(request);
    const path = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(from));
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.${Date.now()}.tmp`;
    await (0,promises_.copyFile)(from, temporary);
    await (0,promises_.rename)(temporary, path);
    const kept = { file: (0,external_node_path_.basename)(path), sha256: await sha256(path), asked: Date.now() };
    await writeAtomically(recordOf(request), JSON.stringify(kept));
    return path;
}
async function sha256(path) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(await (0,promises_.readFile)(path))
        .digest("hex");
}
function lastLine(error) {
    const { stderr, message } = error;
    const lines = (stderr ?? "").split("\n").filter((line) => line.trim() !== "");
    const errors = lines.filter((line) => line.startsWith("ERROR"));
    return (errors.at(-1) ?? lines.at(-1) ?? message).trim();
}

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







const MAKE_TIMEOUT_MS = 120_000;
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
    const wheel = await pipWheel(request);
    if (wheel === null && request.index === "unnamed") {
        throw new errors/* UsageError */.e("no-pip", `${interpreter.executable} has neither pip nor ensurepip, and no index is named. Install pip for it (on Debian: python3-pip or python3-venv), or give pypi.index-url or PIP_INDEX_URL.`);
    }
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const call = { environment: request.environment, cwd: (0,external_node_os_.tmpdir)(), timeoutMs: MAKE_TIMEOUT_MS, signal };
    try {
        await runPython({ ...call, python: interpreter.executable, args: ["-I", "-m", "venv", "--without-pip", path] });
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
    await runPython({ ...call, python, args });
}

;// CONCATENATED MODULE: ./lib/packages/ini.js
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
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
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
    const site = (0,external_node_path_.join)(basePrefix, platform === "win32" ? "pip.ini" : "pip.conf");
    return [...globalFiles(surroundings), ...userFiles(surroundings), site, ...(named ? [named] : [])];
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
async function readPipConfiguration(surroundings) {
    const merged = new Map();
    for (const path of pipFiles(surroundings)) {
        const text = await readIfThere(path).catch(() => null);
        if (text === null)
            continue;
        for (const [section, options] of parseIni(text)) {
            const into = merged.get(section) ?? new Map();
            merged.set(section, into);
            for (const [name, value] of options)
                into.set(name.replaceAll("_", "-").replace(/^--/, ""), value);
        }
    }
    return merged;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/packages/pip-merge.js




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
    if (value !== "" && isOneLineValue(value) && !/\s/.test(value))
        return value;
    throw new errors/* UsageError */.e("invalid-pip-configuration", `pypi.${key}: ${JSON.stringify(withoutCredentials(value))} is empty or holds white space, which pip's configuration can't say. Write one URL, host or folder an entry.`);
}
function withoutCredentials(url) {
    return url.replace(/\/\/[^/]*@/g, "//***@");
}
// pip takes a list apart at white space and reads the file in the locale's encoding: such a folder goes in as a URL.
function findLink(value, directory) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(value))
        return value;
    if (value === "" || !isOneLineValue(value))
        return value;
    const path = (0,external_node_path_.isAbsolute)(value) ? value : (0,external_node_path_.resolve)(directory, value);
    return /^[!-~]+$/.test(path) ? path : (0,external_node_url_.pathToFileURL)(path).href;
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

;// CONCATENATED MODULE: ./lib/packages/pip-configuration.js




/**
 * Writes what pip is configured with, merged with the spec's part, to a file of mode 0600 at `path`, and gives the
 * variables that make pip use it. The user's own files are not touched.
 */
async function configurePip(path, additions, where) {
    const { environment, home, platform, root } = where.options;
    // Some file instead of the null device would bring the system's files back, which the user has switched off.
    if (isNullDevice(environment.PIP_CONFIG_FILE)) {
        return {
            PIP_CONFIG_FILE: environment.PIP_CONFIG_FILE,
            ...pipVariables(environment, additions, "always"),
        };
    }
    const { basePrefix } = where.interpreter;
    const surroundings = { environment, home, platform, basePrefix, ...(root === undefined ? {} : { root }) };
    const merged = mergePipConfiguration(await readPipConfiguration(surroundings), additions);
    await (0,promises_.rm)(path, { force: true });
    await (0,promises_.writeFile)(path, writeIni(merged), { flag: "wx", mode: 0o600 });
    return { PIP_CONFIG_FILE: path, ...pipVariables(environment, additions, "where-set") };
}

;// CONCATENATED MODULE: ./lib/packages/fingerprint.js



const TELLING = /\.(dist-info|egg-info|egg-link|pth)$/;
/**
 * A hash that changes when a distribution was installed into, updated in or removed from the environment: names and
 * times of site-packages' dist-info, egg-info, egg-link and pth entries. Null: there is no site-packages.
 */
async function fingerprint(environment, platform) {
    const folders = platform === "win32" ? [(0,external_node_path_.join)(environment, "Lib")] : await librariesOf(environment);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let seen = 0;
    for (const folder of folders) {
        const site = (0,external_node_path_.join)(folder, "site-packages");
        const names = await (0,promises_.readdir)(site).catch(() => null);
        if (names === null)
            continue;
        seen++;
        const telling = names.filter((name) => TELLING.test(name)).sort();
        const times = await Promise.all(telling.map(async (name) => (await (0,promises_.stat)((0,external_node_path_.join)(site, name)).catch(() => null))?.mtimeMs ?? 0));
        hash.update(JSON.stringify([folder, telling, times]));
    }
    return seen === 0 ? null : hash.digest("hex");
}
async function librariesOf(environment) {
    const folder = (0,external_node_path_.join)(environment, "lib");
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.sort().map((name) => (0,external_node_path_.join)(folder, name));
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
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
const SKIPPED = new Set([".git", ".hg", ".forge", "node_modules", ".venv", "venv", ".tox", ".nox", "__pycache__"]);
const MAX_FOLDERS = 3000;
const MAX_DEPTH = 10;
const MAX_FILES = 2000;
const MAX_BYTES = 8 * 1024 * 1024;
/**
 * Hashes the files that installing depends on: those that `install.inputs` names, else the usual ones in the tree
 * (requirements, constraints, pyproject.toml, setup.py and setup.cfg, locks, tox.ini, Pipfile), and in both cases files
 * which the commands name and what requirements files include. Bounded: a large tree is read only near its root.
 */
async function installInputs(directory, install) {
    const words = wordsOf(install).slice(0, MAX_FILES);
    const declared = install?.inputs;
    const patterns = Array.isArray(declared) ? declared.filter((each) => typeof each === "string") : USUAL;
    const found = await walk(directory, picomatch([...patterns], { dot: true }));
    const named = words.map((word) => (0,external_node_path_.resolve)(directory, word)).filter((path) => mayBeInput(directory, path));
    const contents = await readAll([...found, ...named]);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const [file, content] of [...contents].sort(([left], [right]) => (left < right ? -1 : 1)))
        hash.update(JSON.stringify([(0,external_node_path_.relative)(directory, file), content.length])).update(content);
    const fromPath = words.some(installsPath) || [...contents].some(([file, content]) => includesPath(file, content));
    return { hash: hash.digest("hex"), fromPath: fromPath ? "yes" : "no" };
}
async function readAll(files) {
    const contents = new Map();
    // A set goes on to what is added to it while it is walked.
    const queue = new Set(files);
    for (const file of queue) {
        if (contents.size >= MAX_FILES)
            break;
        const content = await contentOf(file);
        if (content === null)
            continue;
        contents.set(file, content);
        for (const other of includedBy(file, content).slice(0, MAX_FILES))
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
function includesPath(file, content) {
    if (!/\.(txt|in|pip|list)$/.test(file))
        return false;
    return /^\s*(-e|--editable|\.{1,2}(\/|\s|$|\[)|file:)/m.test(content.toString("latin1"));
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
    return word === "-e" || word === "--editable" || /^\.{1,2}(\/|$|\[)/.test(word) || PROJECT_INSTALLERS.has(word);
}
// A FIFO or a device would never end.
async function contentOf(path) {
    try {
        const stats = await (0,promises_.stat)(path);
        if (!stats.isFile())
            return null;
        return stats.size <= MAX_BYTES ? await (0,promises_.readFile)(path) : Buffer.from(`${stats.size} ${stats.mtimeMs}`);
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
            for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
                const path = (0,external_node_path_.join)(folder, entry.name);
                if (entry.isDirectory() && !SKIPPED.has(entry.name))
                    next.push(path);
                else if (!entry.isDirectory() && wanted((0,external_node_path_.relative)(directory, path).split(external_node_path_.sep).join("/")))
                    found.push(path);
            }
        }
        level = next;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/packages/stamp.js








const STAMP_FORMAT = 1;
/** The key of the environment as it would be made now. */
async function stampKey(source) {
    const { interpreter, inputs, platform } = source;
    const files = await installInputs(source.directory, inputs.install);
    return {
        "forgexec's format of environments": String(STAMP_FORMAT),
        "the system": `${platform} ${(0,external_node_os_.arch)()}`,
        "the user": String(process.getuid?.() ?? ""),
        "the environment's path": source.path,
        "the Python interpreter": digest([
            interpreter.version,
            interpreter.implementation,
            interpreter.build,
            interpreter.base,
        ]),
        "python in the spec": digest(inputs.python),
        "pypi in the spec": digest(inputs.pypi),
        "install in the spec": digest(inputs.install),
        "a file that install depends on": files.hash,
        "the project's folder": files.fromPath === "yes" ? source.directory : "",
    };
}
/** Looks at the environment at `source.path`. No Python is started. */
async function standing(source) {
    const stamp = await readStamp(source.path);
    const python = await (0,promises_.stat)(pythonOf(source.path, source.platform)).catch(() => null);
    if (stamp === null || python === null)
        return { state: "missing" };
    const key = await stampKey(source);
    const changed = Object.keys(key).filter((part) => stamp.key[part] !== key[part]);
    if (changed.length > 0)
        return { state: "outdated", reason: `${changed.join(" and ")} changed since it was made` };
    if (stamp.fingerprint !== (await fingerprint(source.path, source.platform)))
        return { state: "outdated", reason: "its packages were changed after install" };
    return { state: "valid" };
}
/** Says that the environment is whole. The last thing that is written to it. */
async function writeStamp(source) {
    const stamp = { key: await stampKey(source), fingerprint: await fingerprint(source.path, source.platform) };
    await writeAtomically(stampPath(source.path), `${JSON.stringify(stamp, null, 2)}\n`);
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
        const stamp = JSON.parse((await readIfThere(stampPath(path))) ?? "null");
        return stamp?.key && typeof stamp.key === "object" ? stamp : null;
    }
    catch {
        return null;
    }
}
function digest(value) {
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
 * Sees to it that a whole environment stands at `source.path`: the kept one while all that it depends on is the same,
 * else a new one. Without `install` among the phases a kept one stays as it is, since nothing would fill a new one.
 */
async function prepareEnvironment(source, options) {
    const { note } = options;
    const now = await standing(source);
    if (now.state === "valid")
        return;
    const installs = options.phases.includes("install");
    const filled = hasInstall(source.inputs.install);
    if (now.state === "outdated" && filled && !installs) {
        note(`The environment is used as it stands, although ${now.reason}. Run the install phase to bring it up to date.`);
        return;
    }
    if (now.state === "outdated")
        note(`The environment is made anew: ${now.reason}.`);
    await removeStamp(source.path);
    await makeEnvironment({
        path: source.path,
        interpreter: source.interpreter,
        pip: options.pypi?.pip ?? "newest",
        index: options.pypi?.indexUrl || options.environment.PIP_INDEX_URL ? "named" : "unnamed",
        cacheDirectory: options.cacheDirectory,
        environment: options.environment,
        platform: options.platform,
        note,
        signal: options.signal,
    });
    if (!filled)
        await writeStamp(source);
    else if (!installs)
        note("The environment is empty: it was not there, and install is not among the phases. Run the install phase first.");
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/packages/owner.js


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
    return start === owner.start && !isZombie(owner.pid);
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
        return `${(0,external_node_fs_.readFileSync)("/proc/sys/kernel/random/boot_id", "latin1").trim()} ${(0,external_node_fs_.readlinkSync)("/proc/self/ns/pid")}`;
    }
    catch {
        return null;
    }
}
// proc(5): the start time is the 22nd field, the state the 3rd; the 2nd is in parentheses and may hold spaces.
function statFields(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "latin1");
        return text.slice(text.lastIndexOf(")") + 2).split(" ");
    }
    catch {
        return null;
    }
}
function isZombie(pid) {
    return statFields(pid)?.[0] === "Z";
}
const mine = new Map();
function startTime(pid) {
    if (pid === process.pid && mine.has(pid))
        return mine.get(pid) ?? null;
    const start = statFields(pid)?.[19] ?? (process.platform === "darwin" ? startFromPs(pid) : null);
    if (pid === process.pid)
        mine.set(pid, start);
    return start;
}
function startFromPs(pid) {
    try {
        const env = { LC_ALL: "C", TZ: "UTC" };
        const text = (0,external_node_child_process_.execFileSync)("/bin/ps", ["-o", "lstart=", "-p", String(pid)], {
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/packages/lock.js






const RETRY_MS = 15;
const MAX_GUARDS = 4;
/**
 * Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over:
 * under a guard lock of its own, so that of several takers one wins and none removes what another has just taken.
 */
async function tryLock(path, guards = 0) {
    const fresh = await claim(path);
    const guardPath = `${path}.takeover`;
    // A guard that is there without a lock to take over was left by whoever was killed while they held it.
    if (fresh !== null && guards < MAX_GUARDS && (await isThere(guardPath)))
        await (await tryLock(guardPath, guards + 1))?.release();
    if (fresh !== null)
        return fresh;
    const seen = await holder(path);
    if (seen.state === "live" || guards >= MAX_GUARDS)
        return null;
    const guard = await tryLock(guardPath, guards + 1);
    if (guard === null)
        return null;
    try {
        if ((await holder(path)).state === "dead")
            await (0,promises_.rm)(path, { force: true });
        return await claim(path);
    }
    finally {
        await guard.release();
    }
}
/** Waits for a lock that others hold for moments only. @throws UsageError `busy` after `timeoutMs`. */
async function waitForLock(path, timeoutMs) {
    const end = Date.now() + timeoutMs;
    for (;;) {
        const lock = await tryLock(path);
        if (lock !== null)
            return lock;
        if (Date.now() > end) {
            const { owner } = await holder(path);
            throw new errors/* UsageError */.e("busy", `${path} has been held by process ${owner?.pid ?? "?"} for more than ${Math.round(timeoutMs / 1000)} s. ` +
                "If no forgexec runs, remove that file and try again.");
        }
        await (0,external_node_timers_promises_.setTimeout)(RETRY_MS);
    }
}
/**
 * The lock is a link that points at no file: its target is the text that names the owner. symlink(2) makes it whole at
 * once, fails where there is one, and leaves nothing else behind for whoever is killed meanwhile.
 */
async function claim(path) {
    const content = JSON.stringify({ ...thisProcess(), nonce: (0,external_node_crypto_.randomBytes)(8).toString("hex") });
    const lock = { path, release: () => release(path, content) };
    try {
        await (process.platform === "win32" ? (0,promises_.writeFile)(path, content, FILE) : (0,promises_.symlink)(content, path));
        return lock;
    }
    catch (error) {
        if (isCode(error, "EEXIST"))
            return null;
        if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => isCode(error, code)))
            throw error;
    }
    // A file system without links.
    return (0,promises_.writeFile)(path, content, FILE).then(() => lock, () => null);
}
const FILE = { flag: "wx", mode: 0o600 };
async function isThere(path) {
    return (await (0,promises_.lstat)(path).catch(() => null)) !== null;
}
/** What is written into a lock. */
async function lock_contentOf(path) {
    try {
        return await (0,promises_.readlink)(path);
    }
    catch (error) {
        if (!isCode(error, "EINVAL") && !isCode(error, "UNKNOWN"))
            throw error;
        return (0,promises_.readFile)(path, "utf8");
    }
}
async function release(path, content) {
    const current = await lock_contentOf(path).catch(() => null);
    if (current === content)
        await (0,promises_.rm)(path, { force: true });
}
async function holder(path) {
    try {
        const owner = asOwner(JSON.parse(await lock_contentOf(path)));
        return { state: owner !== null && isAlive(owner) ? "live" : "dead", owner };
    }
    catch (error) {
        return { state: isCode(error, "ENOENT") ? "none" : "dead", owner: null };
    }
}

;// CONCATENATED MODULE: ./lib/packages/pypirc-file.js

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
    const present = parseIni(users);
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
    const present = parseIni(users);
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
        if (isCode(error, "ENOENT"))
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
        if (!["EACCES", "EPERM", "EROFS", "EBUSY"].some((code) => isCode(error, code)))
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
    const lock = await waitForLock(lockPath(path), LOCK_TIMEOUT_MS).catch((error) => {
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
    const [live, gone] = [true, false].map((wanted) => (journal?.participants ?? []).filter(({ owner }) => isAlive(owner) === wanted));
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
    const merged = mergePypirc(before?.content ?? "", sectionsOf(next));
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
    const content = unmergePypirc(current.content, journal.before?.content ?? "", names);
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
async function readJournal(path) {
    const text = await readIfThere(path);
    if (text === null)
        return null;
    try {
        const journal = JSON.parse(text);
        const participants = journal.participants.filter(({ owner }) => asOwner(owner) !== null);
        return typeof journal.target === "string" && Array.isArray(journal.expected) ? { ...journal, participants } : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/packages/pypirc.js





/**
 * Puts the spec's servers into the user's ~/.pypirc (Python's packaging guide, "The .pypirc file"), mode 0600.
 *
 * @throws UsageError `invalid-pypirc` for a value that the file can't hold, `pypirc-conflict` when another live run
 *   defines a section differently, `pypirc-unusable` when the file can't be read.
 */
async function openPypirc(request) {
    const id = (0,external_node_crypto_.randomBytes)(8).toString("hex");
    const owner = thisProcess();
    const definitions = Object.fromEntries(request.servers.map((server) => [server.name, definitionOf(server, request)]));
    let state = "not-encrypted";
    async function write(passwords) {
        const sections = request.servers.map((server) => sectionOf(server, passwords, request));
        const participant = { id, owner, project: request.project, sections, definitions };
        const notes = await changeParticipants(request.home, (live) => {
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
        async close() {
            if (state === "closed")
                return;
            const notes = await changeParticipants(request.home, (live) => live.filter((each) => each.id !== id));
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
    if (!/^[!-~]+$/.test(server.name) || !isSectionName(server.name) || server.name.toLowerCase() === "distutils") {
        throw new errors/* UsageError */.e("invalid-pypirc", `pypi.index-servers: ${JSON.stringify(server.name)} can't be the name of a section of ~/.pypirc. Use letters, digits, dots, dashes.`);
    }
    const check = (key, value) => lineOf(`${server.name}.${key}`, value);
    const password = pypirc_passwordOf(server.password, passwords, request);
    return {
        name: server.name,
        repository: check("repository", server.repository),
        username: server.username === undefined ? null : check("username", server.username),
        password: password === null ? null : check("password", password),
    };
}
function pypirc_passwordOf(value, passwords, { resolve }) {
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
    if (!isOneLineValue(value)) {
        throw new errors/* UsageError */.e("invalid-pypirc", `pypi.index-servers: ${what} holds a line break, another control character, or white space at its start or end, which ~/.pypirc can't say.`);
    }
    return Buffer.from(value, "utf8").toString("latin1");
}
function definitionOf(server, request) {
    const { password } = server;
    const known = typeof password === "object" && "env" in password ? pypirc_passwordOf(password, "not-encrypted", request) : password;
    const definition = JSON.stringify([server.repository, server.username ?? null, known ?? null]);
    return (0,external_node_crypto_.createHash)("sha256").update(definition).digest("hex");
}

;// CONCATENATED MODULE: ./lib/packages/recover.js




const PIP_CONFIG = ".pip.conf";
/** The pip configuration of the run that holds the environment at `path`. */
function pipConfigPath(path) {
    return path + PIP_CONFIG;
}
/**
 * Undoes what runs of this user left that were ended by `kill -9`, whichever project they were of: their sections in
 * ~/.pypirc and their pip configuration files. For the start of every run; costs two look-ups when there is nothing.
 * What live runs have stays. Gives sentences for the user.
 *
 * @throws UsageError where ~/.pypirc can't be read or written.
 */
async function recoverPypirc(where) {
    await removePipConfigurations((0,external_node_path_.join)(where.cacheDirectory, "env"));
    return (await journalExists(where.home)) ? await changeParticipants(where.home, (live) => live) : [];
}
async function removePipConfigurations(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(PIP_CONFIG))) {
        const path = (0,external_node_path_.join)(folder, name);
        const lock = await tryLock(`${path.slice(0, -PIP_CONFIG.length)}.lock`).catch(() => null);
        if (lock === null)
            continue;
        await (0,promises_.rm)(path, { force: true }).catch(() => undefined);
        await lock.release();
    }
}

;// CONCATENATED MODULE: ./lib/packages/slot.js





const MAX_SLOTS = 1000;
/** `<owner>-<repository>`, or the folder's name and a hash of its path where those are not known. */
function slotName({ owner, repository, directory }) {
    if (owner && repository)
        return `${plain(owner)}-${plain(repository)}`;
    const hash = (0,external_node_crypto_.createHash)("sha256").update(directory).digest("hex").slice(0, 8);
    return `${plain((0,external_node_path_.basename)(directory))}-${hash}`;
}
/** Path of the environment in slot `n`: the same in every run, since scripts hold it. */
function slotPath(owner, n) {
    return (0,external_node_path_.join)(owner.cacheDirectory, "env", `${slotName(owner)}-${n}`);
}
/** Takes the lowest slot that no live run holds. */
async function takeSlot(owner) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(owner.cacheDirectory, "env"), { recursive: true, mode: 0o700 });
    for (let n = 0; n < MAX_SLOTS; n++) {
        const path = slotPath(owner, n);
        const lock = await tryLock(`${path}.lock`);
        if (lock !== null)
            return { path, lock };
    }
    throw new errors/* UsageError */.e("no-free-environment", `${MAX_SLOTS} environments of this project are in use under ${owner.cacheDirectory}/env. End some runs and try again.`);
}
// A leading dot or dash would make a hidden folder, or an option.
function plain(name) {
    const text = name.replace(/[^\w.-]+/g, "_").replace(/^[.-]+/, "_");
    return text.slice(0, 80) || "project";
}

;// CONCATENATED MODULE: ./lib/packages/open-packages.js












/**
 * Makes the build's Python environment ready, or takes the one kept from an earlier run, and configures pip and
 * ~/.pypirc for the length of the run. Null: the machine has no Python, and neither `python` nor `pypi` asks for it
 * (a note says so).
 *
 * @throws UsageError when an interpreter that is asked for is not there, an environment can't be made, or the spec's
 *   `pypi` part can't be put into pip's configuration or ~/.pypirc.
 */
async function openPackages(options) {
    const directory = await (0,promises_.realpath)(options.directory);
    const additions = pipAdditions(options.pypi, directory);
    const interpreter = await interpreterFor(options, directory);
    if (interpreter === null)
        return null;
    const slot = await takeSlot({ ...options, directory });
    const closers = [() => slot.lock.release()];
    try {
        const source = { ...options, path: slot.path, interpreter, inputs: options.environmentInputs, directory };
        const pypirc = await pypircFor(options, directory);
        closers.push(async () => pypirc?.close());
        await prepareEnvironment(source, options);
        const link = await linkEnvironment(directory, slot.path);
        if (link !== null)
            options.note(link);
        const configuration = pipConfigPath(slot.path);
        closers.push(() => (0,promises_.rm)(configuration, { force: true }));
        const variables = await configurePip(configuration, additions, { options, interpreter });
        return session({ options, slot, source, variables, pypirc, close: once(() => closeAll(closers)) });
    }
    catch (error) {
        await closeAll(closers);
        throw error;
    }
}
async function interpreterFor(options, directory) {
    const { python: request, environment, platform, cacheDirectory, signal } = options;
    const search = { request, environment, platform, directory, cacheDirectory };
    try {
        return await findInterpreter({ ...search, ...(signal === undefined ? {} : { signal }) });
    }
    catch (error) {
        const needed = options.pypi !== undefined || request !== null;
        if (needed || !(error instanceof errors/* UsageError */.e))
            throw error;
        options.note(`${error.message} The commands run without an environment of their own.`);
        return null;
    }
}
async function pypircFor(options, project) {
    const servers = options.pypi?.indexServers ?? [];
    const { home, resolve, note } = options;
    return servers.length === 0 ? null : await openPypirc({ home, project, servers, resolve, note });
}
function session({ options, slot, source, variables, pypirc, close }) {
    return {
        variables: { VIRTUAL_ENV: slot.path, ...variables },
        remove: ["PYTHONHOME", "__PYVENV_LAUNCHER__"],
        path: [programsOf(slot.path, options.platform)],
        environmentPath: slot.path,
        async enterPhase(phase) {
            if (phase === "install")
                await removeStamp(slot.path);
            await pypirc?.enterPhase(phase);
        },
        async leavePhase(phase, { succeeded }) {
            await pypirc?.leavePhase(phase);
            if (phase === "install" && succeeded)
                await writeStamp(source);
        },
        close,
    };
}
// The slot's lock is the first in and the last out: while it is held nobody else touches what belongs to the slot.
async function closeAll(closers) {
    let failure;
    for (const closer of closers.toReversed()) {
        await closer().catch((error) => {
            failure ??= error;
        });
    }
    if (failure !== undefined)
        throw failure;
}
function once(action) {
    let running;
    return () => {
        running ??= action();
        return running;
    };
}

;// CONCATENATED MODULE: ./lib/packages/index.js




;// CONCATENATED MODULE: ./lib/build/services.js


/** Puts a run's services together; each run control gives a set of its own. */
function servicesFor(parts) {
    const { machine, plan, spec, masker, resolve, idTokenEnvironment } = parts;
    const environment = withPath(parts.environment, machine.platform);
    const cache = cacheDirectory(machine);
    return ({ signal, killSignal }) => ({
        now: machine.now,
        environment,
        idTokenEnvironment,
        resolve,
        masker,
        signal,
        killSignal,
        recover: () => recoverPypirc({ home: machine.home, cacheDirectory: cache }),
        openPackages: (session) => openPackages({
            python: plan.python,
            pypi: spec.pypi,
            environmentInputs: spec.environmentInputs,
            directory: plan.directory,
            cacheDirectory: cache,
            owner: parts.owner,
            repository: parts.repository,
            environment,
            home: machine.home,
            platform: machine.platform,
            resolve,
            phases: plan.phases.filter(({ steps }) => steps.length > 0).map(({ phase }) => phase),
            ...session,
        }),
    });
}
/** An interpreter that the spec insists on must be there before anything runs; else a UsageError. */
async function requireInterpreter({ machine, plan, spec, environment }) {
    if (plan.python === null && spec.pypi === undefined)
        return;
    await findInterpreter({
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
    const { spec, text, diagnostics } = await (0,lib_spec.loadSpec)(place.specPath, place.shown);
    if (spec === undefined)
        throw new SpecError(`${place.shown}: the spec has errors; nothing was run.`, diagnostics, text);
    const context = await readGithubContext(machine.environment, (path) => (0,promises_.readFile)(path, "utf8"));
    const policy = policyFor(context);
    const variables = await forgeVariables({
        environment: machine.environment,
        context,
        directory: place.directory,
        needCommitCount: text.includes("forge-commit-count"),
    });
    const planned = (0,lib_plan/* planRun */.nY)(spec, {
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
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const masker = (0,lib_secrets/* createMasker */.aD)();
    const secrets = await secretsOf({ build: options, plan: planned, spec, decryption: policy.decryption });
    for (const secret of secrets.secrets)
        masker.add(secret);
    const plan = { ...planned, warnings: [...planned.warnings, ...secrets.warnings] };
    const parts = {
        machine,
        plan,
        spec,
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
    const services = servicesFor(parts);
    return {
        spec,
        plan,
        diagnostics,
        specText: text,
        mask: (value) => masker.mask(value),
        secrets: secrets.secrets,
        async *run(control) {
            await requireInterpreter(parts);
            yield* (0,run/* run */.eF)(plan, services(control));
        },
        open: (wanted) => openBuild({ ...wanted, plan, services: services({ signal: wanted.signal, killSignal: wanted.signal }) }),
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
function knownText(variable) {
    return "value" in variable ? variable.value : null;
}

;// CONCATENATED MODULE: ./lib/build/index.js





/***/ }),

/***/ 7597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aD: () => (/* reexport */ createMasker),
  encryptValue: () => (/* reexport */ encryptValue),
  generateIdentity: () => (/* reexport */ generateIdentity),
  cA: () => (/* reexport */ openSecrets)
});

// UNUSED EXPORTS: MASK, decryptValue

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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
        throw new errors/* UsageError */.e("invalid-recipient", `${name} is not a public key of age. ${hint}`, { cause });
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
    let finder = new Finder([]);
    return {
        add(value) {
            const before = needles.size;
            for (const needle of needlesOf(value))
                needles.add(needle);
            if (needles.size > before)
                finder = new Finder(needles);
        },
        mask: (text) => finder.longest === 0 ? text : replaceSpans({ text, finder, to: text.length, masked: NOTHING }).text,
        stream: () => createMaskStream(() => finder),
        get longest() {
            return finder.longest;
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
 * `environment` is forgexec's own; `decryptionKey` an age identity, or several; `decryption` what the event's policy says.
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
            const text = await textOf(value, { environment: options.environment, decrypt });
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





/***/ })

};
