import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientOptions } from "./model.js";
import { configFolders, projectUvFiles, systemUvFile, type UvFile, userUvFile } from "./uv-files.js";

/** What uv is configured with on the machine. */
export interface UvSettings {
  /** The file that ours would hide. */
  readonly system: UvFile | null;
  /** What names an index for uv, so that it is left alone; null: nothing does. */
  readonly own: string | null;
  /** Whether a file says how several indexes go together. */
  readonly saysStrategy: boolean;
  /** Whether a file says where its cache lies. */
  readonly placesCache: boolean;
}

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
export async function readUvSettings(options: ClientOptions): Promise<UvSettings> {
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

function namesIndex(table: UvFile["table"]): boolean {
  const { pip } = table as { pip?: UvFile["table"] };
  return KEYS.some((key) => table[key] !== undefined || pip?.[key] !== undefined);
}

/**
 * Points `uv pip` at indexes by a system-wide configuration of this run's own, in `folder`: the only way that leaves
 * lock files alone, and that whatever the user says outranks. What else the machine's one says is taken over.
 */
export async function pointUv(
  folder: string,
  {
    options,
    uv,
    indexUrl,
    extraIndexUrls,
  }: {
    readonly options: ClientOptions;
    readonly uv: UvSettings;
    readonly indexUrl: string;
    readonly extraIndexUrls: readonly string[];
  },
): Promise<Readonly<Record<string, string>>> {
  // As pip has it. By uv's own rule the first index that knows a name is the only one: what uv found without being told
  // of further indexes would then be out of its reach.
  const strategy = uv.saysStrategy ? {} : { "index-strategy": "unsafe-best-match" };
  const several = { "extra-index-url": extraIndexUrls, ...strategy };
  const pip = { "index-url": indexUrl, ...(extraIndexUrls.length > 0 ? several : {}) };
  const path = join(folder, "uv", "uv.toml");
  await mkdir(join(folder, "uv"), { recursive: true, mode: 0o700 });
  await writeFile(path, await text(uv.system, pip), { mode: 0o600 });
  return { XDG_CONFIG_DIRS: `${folder}:${configFolders(options.environment)}` };
}

async function text(system: UvFile | null, pip: Readonly<Record<string, unknown>>): Promise<string> {
  if (system !== null) {
    const { stringify } = await import("smol-toml");
    return stringify({ ...system.table, pip: { ...pip, ...(system.table.pip as object | undefined) } });
  }
  const lines = Object.entries(pip).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return `[pip]\n${lines.join("\n")}\n`;
}
