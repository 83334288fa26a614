type Environment = Readonly<Record<string, string | undefined>>;

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

/** How names are compared: on Windows regardless of case, as its own programs do. */
export type NamingPlatform = NodeJS.Platform;

/**
 * What commands get of the machine's environment: all but what belongs to the runner and to forgexec. Taken out are every
 * input (`INPUT_*`, in any case), the runner's tokens and addresses, `STATE_*`, FORGE_DECRYPTION_KEY, GITHUB_TOKEN where
 * it is the token that was given as the input `github-token`, and, unless `workflowCommands`, the files that take workflow
 * commands. RUNNER_TRACKING_ID stays: by it the runner finds what a job left behind.
 */
export function commandEnvironment(
  environment: Environment,
  options: { readonly workflowCommands: boolean; readonly platform?: NamingPlatform },
): Record<string, string> {
  const canonical = canonicalName(options.platform);
  const token = inputToken(environment);
  const withheld = [...WITHHELD, ...(options.workflowCommands ? [] : COMMAND_FILES)];
  const kept = entriesOf(environment).filter(([name, value]) => {
    if (/^INPUT_/i.test(name)) return false;
    if (canonical(name) === "GITHUB_TOKEN" && value === token) return false;
    return !withheld.some((pattern) => matches(canonical(name), pattern));
  });
  return Object.fromEntries(kept);
}

/** The variables by which a command asks for an OIDC token: only for phases that say `id-token: true`. */
export function idTokenEnvironment(
  environment: Environment,
  options: { readonly platform?: NamingPlatform } = {},
): Record<string, string> {
  const canonical = canonicalName(options.platform);
  return Object.fromEntries(entriesOf(environment).filter(([name]) => matches(canonical(name), "ACTIONS_ID_TOKEN_*")));
}

function canonicalName(platform: NamingPlatform | undefined): (name: string) => string {
  return platform === "win32" ? (name) => name.toUpperCase() : (name) => name;
}

function entriesOf(environment: Environment): [string, string][] {
  return Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function inputToken(environment: Environment): string | undefined {
  const input = entriesOf(environment).find(([name]) => /^INPUT_GITHUB[-_]TOKEN$/i.test(name));
  return input?.[1] === "" ? undefined : input?.[1];
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
