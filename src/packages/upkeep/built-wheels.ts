import { readFile, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { filesIn, namesIn } from "./tree.js";

/** A wheel that a client built and keeps. */
export interface BuiltWheel {
  readonly path: string;
  readonly client: "pip" | "uv";
  readonly from: "sdist" | "elsewhere";
}

/** uv's folders of what was built from a file, of an index or a URL. */
const UV_SDISTS: ReadonlySet<string> = new Set(["index", "pypi", "url"]);
const UV_BUILT = /^(?:sdists|built-wheels)-v\d+$/;

/** Wheels that pip and uv built on machines of that tag. */
export async function builtWheels(clients: string): Promise<readonly BuiltWheel[]> {
  const pip = (await namesIn(join(clients, "pip"))).includes("wheels")
    ? (await filesIn(join(clients, "pip", "wheels"))).filter(isWheel)
    : [];
  const ofPip = pip.map(async (path) => ({ path, client: "pip", from: await pipSource(path) }) as const);
  return [...(await Promise.all(ofPip)), ...(await uvWheels(join(clients, "uv")))];
}

async function uvWheels(uv: string): Promise<readonly BuiltWheel[]> {
  const wheels: BuiltWheel[] = [];
  // The rest of uv's cache is big.
  for (const version of (await namesIn(uv)).filter((name) => UV_BUILT.test(name))) {
    for (const bucket of await namesIn(join(uv, version))) {
      const from = UV_SDISTS.has(bucket) ? "sdist" : "elsewhere";
      const paths = (await filesIn(join(uv, version, bucket))).filter(isWheel);
      wheels.push(...paths.map((path) => ({ path, client: "uv", from }) as const));
    }
  }
  return wheels;
}

/** Takes a wheel of pip's out of its cache, with what pip notes beside it. */
export async function removePipWheel({ path }: BuiltWheel): Promise<void> {
  const folder = dirname(path);
  await rm(path, { force: true });
  const left = (await filesIn(folder)).filter(isWheel);
  if (left.length > 0) return;
  await rm(folder, { recursive: true, force: true });
  // Up to the folder that pip keeps them all in.
  for (let above = dirname(folder); basename(above) !== "wheels"; above = dirname(above)) {
    if (
      !(await rmdir(above).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

function isWheel(path: string): boolean {
  return path.endsWith(".whl");
}

/** pip notes what it built a wheel from (PEP 610); before version 22.2 it did not, and built only what had no local source. */
async function pipSource(path: string): Promise<BuiltWheel["from"]> {
  try {
    const origin = JSON.parse(await readFile(join(dirname(path), "origin.json"), "utf8")) as Record<string, unknown>;
    return "vcs_info" in origin || "dir_info" in origin ? "elsewhere" : "sdist";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "sdist" : "elsewhere";
  }
}
