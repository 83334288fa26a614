import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test as plain } from "@jest/globals";
import type { TestUpstream } from "../index-server/upstream.js";
import { faults } from "../index-server/upstream.js";
import { Beacon } from "./support/beacon.js";
import { cachedRun, indexOfTwo, LIST, mountsBelow, projectOf } from "./support/cached.js";
import { startCli } from "./support/cli.js";
import { type Home, newHome } from "./support/home.js";
import { newProject } from "./support/project.js";
import { testWithPython as test } from "./support/python.js";

const TIME = 180_000;
const onLinux = process.platform === "linux";
/** Only root may mount. */
const mountTest = onLinux && process.getuid?.() === 0 ? test : plain.skip;

let upstream: TestUpstream;
/** A user whose cache has the newest pip, so that no test needs a network for it. */
beforeAll(async () => {
  upstream = await indexOfTwo();
}, TIME);

const cacheOf = (home: Home): string => path.join(home.folder, "cache");

/** As on a new machine that has the cache: the environments are gone. */
function forget(home: Home): void {
  rmSync(path.join(cacheOf(home), "env"), { recursive: true, force: true });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe("a second run", () => {
  test(
    "has the whole environment, asks the index for nothing and runs install's commands all the same",
    async () => {
      const home = newHome();
      const cwd = projectOf("alpha==1.0\nbeta==1.0\n");
      const first = await cachedRun(home, upstream, { cwd });
      expect(first.exitCode).toBe(0);
      expect(first.end.cache).toMatchObject({ hit: "none", savedKey: first.end.cache.key });
      expect(first.end.cache.reason).toContain("no environment of this project");
      forget(home);
      upstream.requests.splice(0);
      const second = await cachedRun(home, upstream, { cwd });
      expect(second.exitCode).toBe(0);
      expect(second.output).toContain("alpha 1.0 beta 1.0");
      expect(second.end.cache).toMatchObject({ hit: "exact", key: first.end.cache.key, savedKey: null });
      expect(second.end.cache.bytes).toBeGreaterThan(100_000);
      expect(second.end.phases[0]?.steps[0]).toMatchObject({ result: "success", exitCode: 0 });
      expect(upstream.requests).toEqual([]);
      if (onLinux) expect(mountsBelow(home.folder)).toEqual([]);
    },
    TIME,
  );

  test(
    "leaves out the steps that install.inputs lets it leave out, and runs the others",
    async () => {
      const home = newHome();
      const spec = `install:\n  inputs: [requirements.txt]\n  steps: [pip install -q -r requirements.txt, "python -c 'print(40 + 2)'"]\n`;
      const cwd = projectOf("beta==1.0\n", spec);
      await cachedRun(home, upstream, { cwd });
      forget(home);
      const second = await cachedRun(home, upstream, { cwd });
      const [install] = second.end.phases;
      expect(install).toMatchObject({ result: "success", cached: true });
      expect(install?.steps.map(({ result, cached }) => [result, cached])).toEqual([
        ["skipped", true],
        ["success", undefined],
      ]);
      expect(second.output).toContain("42");
      expect(second.output).toContain("beta 1.0");
    },
    TIME,
  );

  test(
    "works while the index is down, also where the environment has to be made anew",
    async () => {
      const home = newHome();
      const gone = await indexOfTwo();
      const cwd = projectOf("alpha==1.0\n");
      await cachedRun(home, gone, { cwd });
      await gone.stop();
      forget(home);
      expect((await cachedRun(home, gone, { cwd })).end.cache.hit).toBe("exact");
      forget(home);
      writeFileSync(path.join(cwd, "setup.cfg"), "# another file that install depends on\n");
      const third = await cachedRun(home, gone, { cwd });
      expect(third.exitCode).toBe(0);
      expect(third.end.cache).toMatchObject({ hit: "partial", reason: "a file that install depends on changed" });
      expect(third.output).toContain("alpha 1.0 beta 2.0");
    },
    TIME,
  );

  test(
    "goes through the run's index also where the spec's own variables name the upstream",
    async () => {
      const home = newHome();
      const own = await indexOfTwo();
      const files = { "requirements.txt": "beta==1.0\n" };
      const spec = `environment: { PIP_INDEX_URL: "${own.url}" }\ninstall: [pip install -q -r requirements.txt]\nexecute:\n  - ${LIST}\n`;
      const cwd = newProject({ ".forge.yml": spec, ...files });
      expect((await cachedRun(home, upstream, { cwd })).exitCode).toBe(0);
      await own.stop();
      forget(home);
      writeFileSync(path.join(cwd, "setup.cfg"), "# another file that install depends on\n");
      const second = await cachedRun(home, upstream, { cwd });
      expect([second.exitCode, second.output.trim()]).toEqual([0, "beta 1.0"]);
    },
    TIME,
  );

  test(
    "after a change has just what a fresh environment would have",
    async () => {
      const home = newHome();
      const cwd = projectOf("alpha==1.0\n");
      expect((await cachedRun(home, upstream, { cwd })).output).toContain("alpha 1.0 beta 2.0");
      writeFileSync(path.join(cwd, "requirements.txt"), "beta==2.0\n");
      const second = await cachedRun(home, upstream, { cwd });
      expect(second.end.cache).toMatchObject({ hit: "partial", reason: "a file that install depends on changed" });
      expect(second.output.trim().split("\n").at(-1)).toBe("beta 2.0");
    },
    TIME,
  );

  test(
    "makes anew what a later phase has changed",
    async () => {
      const home = newHome();
      const files = { "requirements.txt": "beta==1.0\n" };
      const spec = `install: [pip install -q -r requirements.txt]\nexecute:\n  - ${LIST}\n  - pip install -q alpha==2.0\n`;
      const cwd = newProject({ ".forge.yml": spec, ...files });
      await cachedRun(home, upstream, { cwd });
      const second = await cachedRun(home, upstream, { cwd });
      expect(second.end.cache.hit).toBe("exact");
      expect(second.output.trim().split("\n")[0]).toBe("beta 1.0");
    },
    TIME,
  );
});

describe("flags", () => {
  test(
    "--no-cache takes nothing and keeps nothing",
    async () => {
      const home = newHome();
      const cwd = projectOf("beta==1.0\n");
      const args = ["--no-cache"];
      const first = await cachedRun(home, upstream, { cwd, args });
      expect(first.end.cache).toEqual({ hit: "off", key: null, restoredMs: 0, savedKey: null, bytes: 0 });
      expect(existsSync(path.join(cacheOf(home), "store"))).toBe(false);
      const second = await cachedRun(home, upstream, { cwd, args });
      expect(second.output).toContain("beta 1.0");
      expect(upstream.count("/files/beta-1.0-py3-none-any.whl")).toBeGreaterThan(0);
    },
    TIME,
  );

  test(
    "--offline serves what is kept, and fails by name for what is not",
    async () => {
      const home = newHome();
      const cwd = projectOf("beta==1.0\n");
      await cachedRun(home, upstream, { cwd });
      upstream.requests.splice(0);
      forget(home);
      writeFileSync(path.join(cwd, "tox.ini"), "");
      const args = ["--offline"];
      expect((await cachedRun(home, upstream, { cwd, args })).output).toContain("beta 1.0");
      writeFileSync(path.join(cwd, "requirements.txt"), "alpha==1.0\n");
      const lacking = await cachedRun(home, upstream, { cwd, args });
      expect(lacking.exitCode).toBe(1);
      expect(lacking.output).toContain("alpha");
      expect(upstream.requests).toEqual([]);
    },
    TIME,
  );

  test(
    "forgexec plan prints the key that the run has",
    async () => {
      const home = newHome();
      const cwd = projectOf("beta==1.0\n");
      const { stdout } = await startCli(["plan", "--json"], { home, cwd, environment: { PIP_INDEX_URL: upstream.url } })
        .result;
      const { end, events } = await cachedRun(home, upstream, { cwd });
      expect(JSON.parse(stdout).cacheKey).toBe(end.cache.key);
      expect(events[0]).toMatchObject({ type: "run.start", plan: { cacheKey: end.cache.key } });
    },
    TIME,
  );

  test(
    "a failed run keeps no environment for others, but what it downloaded",
    async () => {
      const home = newHome();
      const spec = "install: [pip install -q -r requirements.txt]\nlinting: ['false']\n";
      const cwd = projectOf("beta==1.0\n", spec);
      const first = await cachedRun(home, upstream, { cwd });
      expect(first.exitCode).toBe(1);
      expect(first.end.cache.savedKey).toBe(null);
      forget(home);
      upstream.requests.splice(0);
      const second = await cachedRun(home, upstream, { cwd });
      expect(second.end.cache.hit).toBe("partial");
      // The newest pip is looked for each time that it can't be had.
      expect(upstream.requests.filter(({ path: asked }) => asked !== "/simple/pip/")).toEqual([]);
    },
    TIME,
  );
});

describe("whatever befalls the cache, the build succeeds with the right packages", () => {
  const primed = async (): Promise<{ readonly home: Home; readonly cwd: string }> => {
    const home = newHome();
    const cwd = projectOf("alpha==1.0\nbeta==1.0\n");
    expect((await cachedRun(home, upstream, { cwd })).exitCode).toBe(0);
    forget(home);
    return { home, cwd };
  };
  const flip = (file: string, at: number): void => {
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    rmSync(file);
    writeFileSync(file, bytes);
  };

  test.each([
    ["a flipped byte in the middle of every file", (file: string) => flip(file, Math.floor(statSync(file).size / 2))],
    ["a flipped first byte of every file", (file: string) => flip(file, 0)],
    ["every file cut in half", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ["every file empty", (file: string) => truncateSync(file, 0)],
  ])(
    "%s",
    async (_name, damage) => {
      const { home, cwd } = await primed();
      for (const folder of ["store", "index"]) {
        for (const file of filesBelow(path.join(cacheOf(home), folder))) if (statSync(file).size > 0) damage(file);
      }
      const run = await cachedRun(home, upstream, { cwd });
      expect(run.exitCode).toBe(0);
      expect(run.output).toContain("alpha 1.0 beta 1.0");
      expect(run.end.cache.hit).not.toBe("exact");
      expect(run.warnings.length).toBeLessThanOrEqual(1);
      forget(home);
      expect((await cachedRun(home, upstream, { cwd })).end.cache.hit).toBe("exact");
    },
    TIME,
  );

  test(
    "a store of another format",
    async () => {
      const { home, cwd } = await primed();
      for (const file of filesBelow(path.join(cacheOf(home), "store")))
        if (file.endsWith("record")) writeFileSync(file, '{"format": 99, "what": "from the future"}');
      const run = await cachedRun(home, upstream, { cwd });
      expect([run.exitCode, run.end.cache.hit]).toEqual([0, "partial"]);
    },
    TIME,
  );

  test(
    "a cache directory that can't be written to",
    async () => {
      const home = newHome();
      const file = path.join(home.folder, "a-file");
      writeFileSync(file, "");
      const environment = { FORGEXEC_CACHE_DIR: path.join(file, "cache") };
      const run = await cachedRun(home, upstream, { cwd: projectOf("beta==1.0\n"), environment });
      expect([run.exitCode, run.end.cache.hit, run.output.trim()]).toEqual([0, "off", "beta 1.0"]);
      expect(run.warnings).toEqual([expect.stringContaining("is left out")]);
      expect(readdirSync(path.join(home.folder, "tmp"))).toEqual([]);
    },
    TIME,
  );

  mountTest(
    "a full disk and a read-only one (root)",
    async () => {
      const { home, cwd } = await primed();
      const cache = cacheOf(home);
      for (const options of ["size=8m", "size=8m,ro"]) {
        execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", cache]);
        try {
          const run = await cachedRun(home, upstream, { cwd });
          expect([run.exitCode, run.output.trim()]).toEqual([0, "alpha 1.0 beta 1.0"]);
          expect(run.warnings).toEqual([expect.stringContaining("is left out")]);
        } finally {
          execFileSync("umount", [cache]);
        }
      }
    },
    TIME,
  );

  test(
    "an index that gives wrong bytes never gets them installed",
    async () => {
      const home = newHome();
      const wrong = await indexOfTwo();
      const [file] = wrong.projects.get("beta") ?? [];
      wrong.instead.set(`/files/${file?.name}`, faults.send(Buffer.alloc(file?.body.length ?? 0, 1)));
      const run = await cachedRun(home, wrong, { cwd: projectOf("beta==1.0\n") });
      expect(run.exitCode).not.toBe(0);
      wrong.instead.clear();
      expect((await cachedRun(home, wrong, { cwd: projectOf("beta==1.0\n") })).exitCode).toBe(0);
    },
    TIME,
  );
});

describe("ends", () => {
  const endless = (beacon: Beacon) =>
    newProject({
      ".forge.yml": `install: [pip install -q -r requirements.txt]\nexecute:\n  - ${beacon.command("endless")}\n`,
      "requirements.txt": "beta==1.0\n",
    });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "mounts are gone after %s, or after the next run",
    async (signal) => {
      const home = newHome();
      const beacon = await Beacon.listen();
      const cwd = endless(beacon);
      const environment = { PIP_INDEX_URL: upstream.url };
      const first = startCli(["run"], { home, cwd, environment });
      await first.until(beacon.names(1));
      beacon.release("endless");
      expect((await first.result).exitCode).toBe(0);
      forget(home);
      const ended = startCli(["run"], { home, cwd, environment });
      await ended.until(beacon.names(2));
      ended.child.kill(signal);
      if (signal === "SIGKILL") beacon.release("endless");
      await ended.result;
      await beacon.dark();
      if (signal === "SIGKILL") {
        const next = startCli(["run"], {
          home,
          cwd: newProject({ ".forge.yml": "execute: [node -e 0]\n" }),
          environment,
        });
        expect((await next.result).exitCode).toBe(0);
      }
      if (onLinux) expect(mountsBelow(home.folder)).toEqual([]);
      const left = readdirSync(path.join(cacheOf(home), "env"));
      expect(left.filter((name) => /\.lock|\.conf|\.image|\.clients/.test(name))).toEqual([]);
    },
    TIME,
  );

  test.each(["phase.start", "step.start", "step.end", "phase.end", "run.end"])(
    "killed by kill -9 at %s, cold or warm, the next run is right",
    async (moment) => {
      const home = newHome();
      const cwd = projectOf("alpha==1.0\nbeta==1.0\n");
      const environment = { PIP_INDEX_URL: upstream.url };
      for (let round = 0; round < 2; round++) {
        const killed = startCli(["run", "--json"], { home, cwd, environment });
        await killed.printed(`"${moment}"`);
        killed.child.kill("SIGKILL");
        await killed.result;
        const next = await cachedRun(home, upstream, { cwd });
        expect([next.exitCode, next.output.trim()]).toEqual([0, "alpha 1.0 beta 1.0"]);
        if (onLinux) expect(mountsBelow(home.folder)).toEqual([]);
        forget(home);
      }
    },
    TIME,
  );

  test(
    "four runs at once on one cache directory are all right",
    async () => {
      const home = newHome();
      const projects = [
        "alpha==1.0\nbeta==1.0\n",
        "alpha==2.0\nbeta==1.0\n",
        "beta==2.0\n",
        "alpha==2.0\nbeta==2.0\n",
      ].map((requirements) => projectOf(requirements));
      const environment = { FORGE_OWNER: "acme", FORGE_REPO: "tool" };
      for (const hit of [/none|partial/, /exact/]) {
        const runs = await Promise.all(projects.map((cwd) => cachedRun(home, upstream, { cwd, environment })));
        expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
        expect(runs.map(({ output }) => output.trim().split("\n").at(-1))).toEqual([
          "alpha 1.0 beta 1.0",
          "alpha 2.0 beta 1.0",
          "beta 2.0",
          "alpha 2.0 beta 2.0",
        ]);
        if (hit.source === "exact") break;
        forget(home);
      }
    },
    TIME,
  );
});
