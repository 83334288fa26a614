import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, test } from "@jest/globals";
import type { Image, OpenRequest, PackRequest, RestoredImage } from "../../../src/packages/image/index.js";
import { openImage, packImage } from "../../../src/packages/image/index.js";

const required = process.env.CI === "true" && process.platform === "linux";
const isRoot = process.getuid?.() === 0;

function works(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

const hasSquashfs = process.platform === "linux" && which("mksquashfs") !== null && which("unsquashfs") !== null;
const mayMount =
  process.platform === "linux" && (isRoot ? works("unshare", "-m", "true") : works("sudo", "-n", "true"));

type Test = typeof test;
function only(condition: boolean, reason: string): (name: string, body: () => Promise<void> | void) => void {
  const run: Test = condition || required ? test : (test.skip as unknown as Test);
  return (name, body) => run(condition || required ? name : `${name} (left out: ${reason})`, body);
}

/** A test that needs squashfs-tools: left out where they are missing, but never in CI on Linux. */
export const testWithSquashfs = only(hasSquashfs, "squashfs-tools are not installed");
/** A test that mounts images: as root, or by sudo without a password. */
export const testWithMounts = only(hasSquashfs && mayMount, "nothing can be mounted here");
/** A test that mounts file systems of its own. */
export const testAsRoot = isRoot && hasSquashfs && mayMount ? test : test.skip;
export const testOnPosix = process.platform === "win32" ? test.skip : test;

/** A program's path; null where there is none. */
export function which(program: string): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, program)).find((path) => works("test", "-x", path));
  return found ?? null;
}

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder that goes when the test file is done; links resolved. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `forgexec-test-${name}-`)));
  folders.push(folder);
  return folder;
}

/** A place for environments: a cache directory's `env`, and a slot in it. */
export interface Slot {
  readonly cacheDirectory: string;
  readonly environment: string;
  readonly file: string;
}

export async function slot(name = "acme-tool-0", cacheDirectory?: string): Promise<Slot> {
  const folder = cacheDirectory ?? (await temporaryFolder("image"));
  const environment = join(folder, "env", name);
  await mkdir(`${environment}.image`, { recursive: true });
  return { cacheDirectory: folder, environment, file: join(`${environment}.image`, "image") };
}

/** Makes a real virtual environment with some files of every kind that may be in one. */
export async function makeEnvironment(path: string): Promise<void> {
  execFileSync("python3", ["-m", "venv", "--without-pip", path]);
  const site = execFileSync(
    join(path, "bin/python"),
    ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
    {
      encoding: "utf8",
    },
  ).trim();
  mkdirSync(join(site, "demo", "deep"), { recursive: true });
  writeFileSync(join(site, "demo", "__init__.py"), "VALUE = 41\n");
  writeFileSync(join(site, "demo", "deep", "ü b.txt"), "text\n");
  writeFileSync(join(site, "demo", "noise.bin"), Buffer.alloc(300_000, "forgexec"));
  await writeFile(join(path, "forgexec-environment.json"), '{"key":"k"}');
  await symlink("demo", join(site, "alias"));
  await writeFile(join(path, "bin", "tool"), `#!${join(path, "bin/python")}\nimport demo\nprint(demo.VALUE)\n`, {
    mode: 0o755,
  });
}

/** Packs the slot's environment, and removes it. */
export async function packed(place: Slot, part: Partial<PackRequest> = {}): Promise<Image> {
  const request = { environment: place.environment, file: place.file, platform: process.platform };
  const image = await packImage({ ...request, ...part });
  execFileSync("rm", ["-rf", place.environment]);
  return image;
}

export function opened(place: Slot, image: Image, part: Partial<OpenRequest> = {}): Promise<RestoredImage> {
  const { file, sha256 } = image;
  const request = {
    file,
    sha256,
    environment: place.environment,
    mounting: "allowed",
    platform: process.platform,
  } as const;
  return openImage({ ...request, ...part });
}

/** What the environment's own script prints: it runs its Python and imports what was installed. */
export function tool(place: Slot): string {
  return execFileSync(join(place.environment, "bin/tool"), { encoding: "utf8" }).trim();
}

/** Lines of the kernel's table of mounts that have to do with a folder. */
export function mountsBelow(folder: string): readonly string[] {
  const table = spawnSync("cat", ["/proc/self/mountinfo"], { encoding: "utf8" }).stdout ?? "";
  return table.split("\n").filter((line) => line.includes(folder));
}

/** Loop devices whose file lies in a folder. */
export function loopsOf(folder: string): readonly string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/sys/block")
    .filter((name) => name.startsWith("loop"))
    .filter((name) => {
      try {
        return readFileSync(`/sys/block/${name}/loop/backing_file`, "utf8").includes(folder);
      } catch {
        return false;
      }
    });
}

/** A PATH with nothing but these programs; those that are missing here stay missing. */
export async function onlyPrograms(...programs: string[]): Promise<string> {
  const folder = await temporaryFolder("path");
  for (const program of programs) {
    const path = which(program);
    if (path !== null) await symlink(path, join(folder, program));
  }
  return folder;
}

/** Runs something while programs are looked up on another PATH. */
export async function withPath<T>(path: string, action: () => Promise<T>): Promise<T> {
  const before = process.env.PATH;
  process.env.PATH = path;
  try {
    return await action();
  } finally {
    process.env.PATH = before;
  }
}
