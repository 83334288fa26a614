import { UsageError } from "../../errors.js";
import { findInterpreter } from "../find-interpreter.js";
import { runPython } from "../python.js";

/** pip's own parser merges its configuration files, its variables and what is built in. */
const SCRIPT = `
import json
from pip._internal.commands import create_command
options, _ = create_command("download").parser.parse_args([])
print("\\n" + json.dumps({"url": options.index_url, "none": bool(options.no_index)}))
`;
const TIMEOUT_MS = 12_000;

/** What pip is asked with. */
export interface PipQuestion {
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  /** Python puts it on its path: a folder that nobody else writes to. */
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/**
 * The index that the machine's pip is configured to use: `index-url` of its files, PIP_INDEX_URL, else pip's built-in one.
 *
 * @throws UsageError where there is no Python, its pip can't be asked, or is told to use no index
 */
export async function defaultUpstream({ environment, platform, cwd, signal }: PipQuestion): Promise<string> {
  const { executable } = await findInterpreter({ request: null, environment, platform, signal });
  const args = ["-W", "ignore", "-c", SCRIPT];
  const text = await runPython({ python: executable, args, environment, cwd, timeoutMs: TIMEOUT_MS, signal }).catch(
    (cause) => {
      // Its own message would show what pip said, which may hold the credentials of an index.
      throw new UsageError("no-pip", `the pip of ${executable} can't be asked`, { cause });
    },
  );
  const { url, none } = JSON.parse(text.trim().split("\n").at(-1) ?? "") as { url: string; none: boolean };
  if (none) throw new UsageError("no-index", "pip is configured with no-index");
  return url;
}
