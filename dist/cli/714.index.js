export const id = 714;
export const ids = [714];
export const modules = {

/***/ 714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q7: () => (/* reexport */ GIVE_FILES),
  WZ: () => (/* reexport */ contradictionsOf),
  YQ: () => (/* reexport */ hasFiles),
  W$: () => (/* reexport */ isDeploy),
  matrixOf: () => (/* reexport */ matrixOf),
  nY: () => (/* reexport */ planRun),
  lk: () => (/* reexport */ planSandbox)
});

// UNUSED EXPORTS: STAGES, phasesOf

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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var lib_spec = __webpack_require__(220);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
function planSandbox(spec, phase, context) {
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
        const sandbox = planSandbox(spec, phase, { ...context, overrides });
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








/***/ })

};
