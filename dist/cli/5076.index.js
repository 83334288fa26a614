export const id = 5076;
export const ids = [5076,7597];
export const modules = {

/***/ 5076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SpecError: () => (/* reexport */ SpecError),
  cacheDirectory: () => (/* reexport */ cacheDirectory),
  prepareBuild: () => (/* reexport */ prepareBuild),
  sandboxFindings: () => (/* reexport */ sandboxFindings)
});

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

/** A spec with errors, or one that cannot be run here: all of its diagnostics at once, and its text to show their lines. */
class SpecError extends errors/* UsageError */.e {
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
// EXTERNAL MODULE: ./lib/github/index.js + 8 modules
var github = __webpack_require__(9889);
// EXTERNAL MODULE: ./lib/plan/index.js + 12 modules
var lib_plan = __webpack_require__(714);
// EXTERNAL MODULE: ./lib/secrets/index.js + 5 modules
var lib_secrets = __webpack_require__(7597);
// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var lib_spec = __webpack_require__(220);
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
        const found = await (0,lib_spec.findSpec)(start);
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

// EXTERNAL MODULE: ./lib/run/index.js + 17 modules
var run = __webpack_require__(5683);
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
            environment: (0,run/* phaseVariables */.n5)({
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

// EXTERNAL MODULE: ./lib/cache/index.js + 15 modules
var cache = __webpack_require__(1037);
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
        use: use === "auto" ? (0,github/* packageCacheUse */.Gd)(context, stage) : WORDS[use],
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
    const milliseconds = (0,lib_spec.parseDuration)(text);
    if (milliseconds !== undefined)
        return milliseconds;
    throw new errors/* UsageError */.e("invalid-freshness", `The freshness "${text}" is not a duration such as 12h, 3d or 0.`);
}

// EXTERNAL MODULE: ./lib/packages/index.js + 24 modules
var lib_packages = __webpack_require__(4329);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/state-folder.js
var state_folder = __webpack_require__(2659);
;// CONCATENATED MODULE: ./lib/build/sandbox/recover.js



/** Clears away the containers of runs that were killed. Gives a sentence for the user where there were some; costs a look into a folder where there are none. */
async function recoverSandboxes() {
    const places = [(0,external_node_os_.tmpdir)(), (0,state_folder/* stateFolder */.yp)("containers")];
    const names = await Promise.all(places.map((place) => (0,promises_.readdir)(place).catch(() => [])));
    if (!names.flat().some((name) => name.startsWith("forgexec-container-")))
        return [];
    const { recoverContainers } = await __webpack_require__.e(/* import() */ 5520).then(__webpack_require__.bind(__webpack_require__, 9491));
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
            ...(await (0,lib_packages/* recoverPackages */.cm)({ home: machine.home, cacheDirectory: cacheDirectory(machine) })),
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
            const session = await (0,lib_packages/* openPackages */._O)({ ...packageOptions(parts), ...run, ...wanted });
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
        await (0,lib_packages/* findImagePython */.jJ)(inImage.image, { request: plan.python, cacheDirectory: cacheDirectory(machine), signal });
        return;
    }
    await (0,lib_packages/* findInterpreter */.Ax)({
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
        return { cacheKey: await (0,lib_packages/* environmentKeyOf */._0)(options) };
    if ("why" in seen)
        return missing(seen.why);
    const { image } = seen;
    if (!(await (0,lib_packages/* isImagePythonKnown */.Np)(image, { request: plan.python, cacheDirectory: cacheDirectory(machine) })))
        return missing(`no run has asked the image ${image.name} for its Python yet`);
    return { cacheKey: await (0,lib_packages/* environmentKeyOf */._0)({ ...options, image }) };
}
function missing(cacheKeyMissing) {
    return { cacheKey: null, cacheKeyMissing };
}

;// CONCATENATED MODULE: ./lib/build/run-prepared.js



/** Sees to it that all sandboxes can be had, and runs. Fetching an image is part of the run's time. */
async function* runPrepared(parts, { control, services }) {
    const { sandboxes, plan } = parts;
    const began = performance.now();
    const late = plan.timeoutMs === null ? [] : [AbortSignal.timeout(Math.min(plan.timeoutMs, LONGEST_TIMER))];
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
    yield* (0,run/* run */.eF)({ ...plan, ...shown, warnings: [...plan.warnings, ...warnings] }, { ...services, spentMs });
}
/** The longest delay that Node's timers take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var command = __webpack_require__(9268);
;// CONCATENATED MODULE: ./lib/build/sandbox/faults.js


/** What may be done about what a backend cannot do, beside what the library says. */
function orDegrade({ namedBy }) {
    const by = namedBy === undefined ? "" : ` ${namedBy} names this backend.`;
    return `, or say \`degrade: true\` in the spec's \`sandbox\`.${by}`;
}
/** What a library of sandboxes says of a fault, for the writer of the spec; any other error as it is. */
function sandboxFault(code, error, hints = {}) {
    return error instanceof command.CommandError && error.reason !== "aborted" ? usageErrorOf(code, error, hints) : error;
}
function usageErrorOf(code, error, hints) {
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
class Blame {
    #source;
    constructor(source) {
        this.#source = source;
    }
    /** The error with the place of what it is about, where the spec says that. */
    placed(blamed) {
        return blamed.error instanceof SpecError ? blamed.error : (this.all([blamed]) ?? blamed.error);
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
        return new SpecError(why.join("\n"), first === undefined ? found : { ...found, place: first });
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
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
        sandbox: (0,lib_plan/* planSandbox */.lk)(spec, phase, context),
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
    const together = (0,lib_plan/* contradictionsOf */.WZ)(sandbox).map(({ key, message }) => ({
        at: [key],
        error: new errors/* UsageError */.e("sandbox-unsupported", message),
    }));
    const { getExecutor } = await __webpack_require__.e(/* import() */ 5520).then(__webpack_require__.bind(__webpack_require__, 9491));
    const { backend, image } = sandbox;
    const contained = image !== null && (backend === "auto" || backend === "container");
    const executor = getExecutor(backend !== "auto" ? backend : contained ? "container" : "bubblewrap");
    const { ports: _ports, image: named, ...config } = askedOf(sandbox);
    const faults = executor.faults(contained && named !== undefined ? { ...config, image: named } : config);
    const refused = faults.filter(({ error }) => sandbox.lacking === "refused" || error.reason !== "unsupported");
    const hints = { unsupported: orDegrade(sandbox) };
    return [
        ...together,
        ...refused.map(({ at, error }) => ({ at, error: usageErrorOf("sandbox-unsupported", error, hints) })),
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
            const why = missing ?? (name === "container" && !(0,lib_plan/* hasFiles */.YQ)(sandbox) ? lib_plan/* GIVE_FILES */.Q7 : null);
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
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
    const { describeImage } = await __webpack_require__.e(/* import() */ 5520).then(__webpack_require__.bind(__webpack_require__, 9491));
    const looked = describeImage(name, { pull: "never" }).then(({ id }) => ({ image: { name, id, files: filesOf(), run: notRun } }), (error) => ({ why: whyUnknown(name, error) }));
    const late = (0,external_node_timers_promises_.setTimeout)(LOOK_MS, { why: "the container engine does not answer" }, { ref: false });
    return Promise.race([looked, late]);
}
function whyUnknown(name, error) {
    if (!(error instanceof command.CommandError))
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
    return ({ at, error }) => ({ at, error: usageErrorOf("sandbox-not-opened", error, ofLimits(config)) });
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
        const library = await __webpack_require__.e(/* import() */ 5520).then(__webpack_require__.bind(__webpack_require__, 9491));
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
    const { platform } = build.machine;
    const seen = (0,github/* commandEnvironment */.J$)(environment, { workflowCommands: build.workflowCommands === "passed", platform });
    const opened = await (0,lib_secrets/* openSecrets */.cA)({
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
    const { spec, text, diagnostics } = await (0,lib_spec.loadSpec)(place.specPath, place.shown);
    if (spec === undefined)
        throw new SpecError(`${place.shown}: the spec has errors; nothing was run.`, { diagnostics, specText: text });
    const context = await (0,github/* readGithubContext */.zD)(machine.environment, (path) => (0,promises_.readFile)(path, "utf8"));
    const policy = (0,github/* policyFor */.KV)(context);
    const variables = await (0,github/* forgeVariables */.pQ)({
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
    const blame = new Blame({ file: place.shown, text, overridden });
    await refuseContradictions(planned.phases, blame);
    const masker = (0,lib_secrets/* createMasker */.aD)();
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
        environment: (0,github/* commandEnvironment */.J$)(machine.environment, {
            workflowCommands: options.workflowCommands === "passed",
            platform: machine.platform,
        }),
        idTokenEnvironment: (0,github/* idTokenEnvironment */.U)(machine.environment, { platform: machine.platform }),
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






/***/ }),

/***/ 9889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J$: () => (/* reexport */ commandEnvironment),
  pQ: () => (/* reexport */ forgeVariables),
  U: () => (/* reexport */ idTokenEnvironment),
  Gd: () => (/* reexport */ packageCacheUse),
  KV: () => (/* reexport */ policyFor),
  zD: () => (/* reexport */ readGithubContext)
});

// UNUSED EXPORTS: POLICY_TABLE, policyRow

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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/command/index.js + 56 modules
var command = __webpack_require__(9268);
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
        const result = await (0,command.run)("git", [...HARDENING, ...args], {
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
