import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporary.js";

/** What must not reach a test from the machine: settings of the runner, of forgexec and of package tools, but certificates. */
const DROPPED =
  /^(GITHUB_|RUNNER_|ACTIONS_|INPUT_|STATE_|FORGE|CI$|PIP_(?!CERT$|DEFAULT_TIMEOUT$)|UV_|XDG_|VIRTUAL_ENV|PYTHON|NO_COLOR|FORCE_COLOR|NODE_OPTIONS|npm_)/;

/** A user who has just got the machine: an empty HOME, an empty cache. */
export interface Home {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Value of FORGEXEC_E2E_MARK in this user's environment: its processes are found by it. */
  readonly mark: string;
}

/** Makes a user of the test's own. */
export function newHome(): Home {
  const folder = temporaryFolder();
  const mark = randomUUID();
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !DROPPED.test(name));
  const temporary = path.join(folder, "tmp");
  mkdirSync(temporary);
  const environment = {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: folder,
    USERPROFILE: folder,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    FORGEXEC_CACHE_DIR: path.join(folder, "cache"),
    XDG_STATE_HOME: path.join(folder, "state"),
    GIT_CONFIG_NOSYSTEM: "1",
    FORGEXEC_E2E_MARK: mark,
  };
  return { folder, environment, mark };
}
