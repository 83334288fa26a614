import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "@jest/globals";
import { tryLock } from "../../../src/lock.js";
import { packImage, recoverImages } from "../../../src/packages/image/index.js";
import { compileSources } from "../../support/compile.js";
import { isAlive } from "../../support/process.js";
import {
  loopsOf,
  makeEnvironment,
  mountsBelow,
  opened,
  packed,
  type Slot,
  slot,
  temporaryFolder,
  testWithMounts,
  testWithSquashfs,
  which,
  withPath,
} from "./support.js";

// Takes the slot's lock as a run does, then does what it is asked and says so.
const RUN = `
import { tryLock } from "./lock.js";
import { openImage, packImage } from "./packages/image/index.js";
const [what, options] = JSON.parse(process.argv[2]);
const lock = await tryLock(options.environment + ".lock");
console.log(lock === null ? "busy" : "locked");
await (what === "pack" ? packImage : openImage)(options);
console.log("ready");
setInterval(() => {}, 60_000);
`;

interface Run {
  readonly process: ChildProcess;
  /** The next thing that it says. */
  next(): Promise<string | undefined>;
  kill(): Promise<void>;
}

let sources: Promise<string> | undefined;
async function startRun(what: "pack" | "open", options: object, path = process.env.PATH): Promise<Run> {
  sources ??= temporaryFolder("js").then(async (folder) => {
    await compileSources(folder);
    await writeFile(join(folder, "run.js"), RUN);
    return folder;
  });
  const child = spawn(process.execPath, [join(await sources, "run.js"), JSON.stringify([what, options])], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PATH: path },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    next: async () => (await lines.next()).value,
    kill: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** A PATH on which one program, at its `nth` call, does half of its work, tells of it and stops there for good. */
async function stoppingAt(program: string, nth: number, half = ":") {
  const folder = await temporaryFolder("stop");
  const [fifo, calls] = [join(folder, "said"), join(folder, "calls")];
  execFileSync("mkfifo", [fifo]);
  const script = `#!/bin/sh
echo x >> '${calls}'
[ "$(wc -l < '${calls}')" -lt ${nth} ] && exec '${which(program)}' "$@"
${half}
echo $$ > '${fifo}'
exec sleep 1000
`;
  await writeFile(join(folder, program), script, { mode: 0o755 });
  const path = `${folder}:${process.env.PATH}`;
  /** Its process, once it has stopped. */
  const stopped = async (): Promise<number> => {
    const reader = spawn("cat", [fifo], { stdio: ["ignore", "pipe", "inherit"] });
    killers.push(() => reader.kill("SIGKILL"));
    const pid = Number((await once(reader.stdout, "data"))[0]);
    killers.push(() => process.kill(pid, "SIGKILL"));
    return pid;
  };
  const start = async (what: "pack" | "open", options: object) => {
    const run = await startRun(what, options, path);
    expect(await run.next()).toBe("locked");
    const goneOn = run.next().then((said: string | undefined) => {
      if (said !== undefined) throw new Error(`it did not stop, but said ${said}`);
      return new Promise(() => undefined);
    });
    await Promise.race([stopped(), goneOn]);
    return run;
  };
  return { path, stopped, start };
}
const killers: (() => void)[] = [];

async function expectNothingLeft(place: Slot): Promise<void> {
  for (const kill of killers.splice(0)) kill();
  expect(await recoverImages(place)).toEqual([]);
  expect(mountsBelow(place.cacheDirectory)).toEqual([]);
  expect(loopsOf(place.cacheDirectory)).toEqual([]);
  expect(await readdir(join(place.cacheDirectory, "env"))).toEqual(["acme-tool-0.image"]);
  expect(await readdir(`${place.environment}.image`)).toEqual(["image"]);
}

function openOptions(place: Slot, sha256: string, mounting: "allowed" | "never" = "allowed") {
  return { file: place.file, sha256, environment: place.environment, mounting, platform: process.platform };
}

testWithMounts("mounts of a killed run go, those of a live one stay", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const { sha256 } = await packed(place);
  const run = await startRun("open", openOptions(place, sha256));
  expect([await run.next(), await run.next()]).toEqual(["locked", "ready"]);
  await writeFile(join(place.environment, "written"), "");
  expect(await recoverImages(place)).toEqual([]);
  expect(mountsBelow(place.environment)).toHaveLength(2);
  expect(await readdir(place.environment)).toContain("written");
  await run.kill();
  expect(mountsBelow(place.environment)).toHaveLength(2);
  await expectNothingLeft(place);
});

for (const [name, nth, mounts] of [
  ["before the image", 1, 0],
  ["before the overlay", 2, 1],
] as const) {
  testWithMounts(`killed while it mounts, ${name}`, async () => {
    const place = await slot();
    await makeEnvironment(place.environment);
    const { sha256 } = await packed(place);
    const stop = await stoppingAt(process.getuid?.() === 0 ? "mount" : "sudo", nth);
    const run = await stop.start("open", openOptions(place, sha256));
    await run.kill();
    expect(mountsBelow(place.environment)).toHaveLength(mounts);
    await expectNothingLeft(place);
  });
}

testWithSquashfs("killed while it unpacks", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const { sha256 } = await packed(place);
  const stop = await stoppingAt(
    "unsquashfs",
    2,
    `mkdir '${place.environment}.image/unpacked'; echo half > '${place.environment}.image/unpacked/a'`,
  );
  const run = await stop.start("open", openOptions(place, sha256, "never"));
  await run.kill();
  await expectNothingLeft(place);
});

testWithSquashfs("killed while it packs", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  await packed(place);
  await makeEnvironment(place.environment);
  const before = await readFile(place.file);
  const stop = await stoppingAt("mksquashfs", 1, 'echo half > "$2"');
  const run = await stop.start("pack", { ...place, platform: process.platform });
  expect(await readdir(`${place.environment}.image`)).toHaveLength(2);
  await run.kill();
  execFileSync("rm", ["-rf", place.environment]);
  await expectNothingLeft(place);
  expect((await readFile(place.file)).equals(before)).toBe(true);
});

testWithSquashfs("cancelled while it packs, the program ends and nothing is left", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const stop = await stoppingAt("mksquashfs", 1, 'echo half > "$2"');
  const abort = new AbortController();
  const options = { ...place, platform: process.platform, signal: abort.signal };
  const packing = withPath(stop.path, () => packImage(options)).then(
    () => "packed",
    (error: unknown) => error,
  );
  const pid = await stop.stopped();
  killers.splice(0);
  const reason = new Error("cancelled");
  abort.abort(reason);
  expect(await packing).toBe(reason);
  expect(isAlive(pid)).toBe(false);
  expect(await readdir(join(place.cacheDirectory, "env"))).toEqual(["acme-tool-0", "acme-tool-0.image"]);
  expect(await readdir(`${place.environment}.image`)).toEqual([]);
});

testWithMounts("a slot that somebody just takes is left to them", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const restored = await opened(place, await packed(place));
  const lock = await tryLock(`${place.environment}.lock`);
  expect(await recoverImages(place)).toEqual([]);
  expect(mountsBelow(place.environment)).toHaveLength(2);
  await lock?.release();
  await expectNothingLeft(place);
  await restored.close();
});

testWithMounts("four starting at once clear up after a killed one together", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  await opened(place, await packed(place));
  await Promise.all([1, 2, 3, 4].map(() => recoverImages(place)));
  await expectNothingLeft(place);
});

testWithSquashfs("what a machine left that lost its power goes too, and an image alone stays", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  await packed(place);
  for (const name of ["upper", "work", "lower"])
    await mkdir(join(`${place.environment}.image`, name, "x"), { recursive: true });
  await expectNothingLeft(place);
  await expectNothingLeft(place);
});

testWithSquashfs("without a cache directory there is nothing to do", async () => {
  expect(await recoverImages({ cacheDirectory: "/nowhere" })).toEqual([]);
});
