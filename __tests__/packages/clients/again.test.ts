import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { faults, sha256, startUpstream, type TestUpstream } from "../../index-server/upstream.js";
import { pythonWheel } from "../../index-server/wheels.js";
import { pythonSdist } from "./sdist.js";
import { type Machine, machine, openOn, runOn, write } from "./support.js";
import { installTools } from "./tools.js";

const tools = await installTools();
const real = tools === null ? test.skip : test;
const why = tools === null ? " (skipped: the clients can't be installed here)" : "";
const { bin, oldPython } = tools ?? { bin: "", oldPython: "" };
const python = join(bin, "python");

interface Scene {
  readonly where: Machine;
  readonly upstream: TestUpstream;
  /** How often a wheel was built from the sdist. */
  builds(): Promise<number>;
  /** What the upstream was asked for since the last call, without files' metadata. */
  asked(): readonly string[];
}

/** An upstream with a wheel that needs another one and an sdist, and a machine whose pip is configured with it. */
async function scene(): Promise<Scene> {
  const [where, upstream] = await Promise.all([machine(), startUpstream()]);
  const built = join(where.root, "built");
  upstream.add("demo", await pythonWheel({ name: "demo", version: "1.0", requires: ["helper>=2", "source"] }));
  upstream.add("helper", await pythonWheel({ name: "helper", version: "2.5", requires: [] }));
  upstream.add("source", pythonSdist({ name: "source", version: "3.0", log: built }));
  await write(join(where.home, ".config", "pip", "pip.conf"), `[global]\nindex-url = ${upstream.url}\n`);
  let seen = 0;
  return {
    where,
    upstream,
    builds: async () => (existsSync(built) ? (await readFile(built, "utf8")).split("\n").length - 1 : 0),
    asked() {
      const paths = upstream.requests.slice(seen).map(({ path }) => path);
      seen = upstream.requests.length;
      return paths;
    },
  };
}

const HASHES = (upstream: TestUpstream): string =>
  ["demo", "helper", "source"]
    .map((name) => {
      const [file] = upstream.projects.get(name) ?? [];
      const version = /-(\d+\.\d+)/.exec(file?.name ?? "")?.[1];
      return `${name}==${version} --hash=sha256:${sha256(file?.body ?? Buffer.of())}`;
    })
    .join("\n");

/** Before 23.1 pip built anew what it was to check by hashes. */
function buildsHashedAgain(interpreter: string): boolean {
  const said = spawnSync(interpreter, ["-m", "pip", "--version"], { encoding: "utf8" }).stdout;
  const [, major = 0, minor = 0] = (/^pip (\d+)\.(\d+)/.exec(said) ?? []).map(Number);
  return major < 23 || (major === 23 && minor < 1);
}

type Install = (list: readonly string[], target: string) => readonly string[];

const clients: Readonly<Record<string, Install>> = {
  "the newest pip": (list, target) => [python, "-m", "pip", "install", "--target", target, ...list],
  "the pip of a venv": (list, target) => [oldPython, "-m", "pip", "install", "--target", target, ...list],
  uv: (list, target) => [...[join(bin, "uv"), "pip", "install", "--python", python, "--target", target], ...list],
};

for (const [client, install] of Object.entries(clients)) {
  for (const hashes of ["with hashes", "without"] as const) {
    real(
      `${client}: a second run downloads and builds nothing, also with the upstream gone (${hashes})${why}`,
      async () => {
        const all = await scene();
        const { where, upstream } = all;
        const list = await write(join(where.root, "list.txt"), HASHES(upstream));
        const wanted = hashes === "with hashes" ? ["--require-hashes", "-r", list] : ["demo"];
        const slot = { path: join(where.cacheDirectory, "env", "acme-tool-0"), number: 901 };
        const again = client === "the pip of a venv" && hashes === "with hashes" && buildsHashedAgain(oldPython);
        for (const [index, run] of (["first", "second", "third"] as const).entries()) {
          if (run === "third") await upstream.stop();
          const target = join(where.root, run);
          const settings = await openOn(where, { slot });
          expect(await runOn(where, settings, install(wanted, target))).toMatchObject({ code: 0 });
          const { fetched } = settings.usage();
          await settings.close();
          expect(await readdir(target)).toEqual(expect.arrayContaining(["demo.py", "helper.py", "source.py"]));
          expect(existsSync(join(target, "__pycache__"))).toBe(false);
          expect(await all.builds()).toBe(again ? index + 1 : 1);
          if (run === "first") expect([all.asked().length > 0, fetched.size > 0]).toEqual([true, true]);
          else expect([all.asked(), fetched.size]).toEqual([[], 0]);
        }
        expect(where.notes).toEqual([]);
        const caches = await readdir(join(where.cacheDirectory, "clients", "test", "pip")).catch(() => []);
        expect(caches.filter((name) => name.startsWith("http"))).toEqual([]);
      },
      120_000,
    );
  }
}

real(
  `tox and nox install through the index, and again with the upstream gone${why}`,
  async () => {
    const all = await scene();
    const { where, upstream } = all;
    const ini =
      "[tox]\nskipsdist = true\n[testenv]\ndeps = demo\nskip_install = true\ncommands = python -c 'import demo, source'\n";
    await write(join(where.project, "tox.ini"), ini);
    await write(
      join(where.project, "noxfile.py"),
      'import nox\n@nox.session\ndef tests(session):\n    session.install("demo")\n    session.run("python", "-c", "import demo, source")\n',
    );
    for (const run of ["first", "second"] as const) {
      if (run === "second") await upstream.stop();
      await Promise.all(
        [".tox", ".nox"].map((name) => rm(join(where.project, name), { recursive: true, force: true })),
      );
      const settings = await openOn(where);
      const ran = await Promise.all([
        runOn(where, settings, [join(bin, "tox"), "run", "-e", "py"]),
        runOn(where, settings, [join(bin, "nox"), "-s", "tests"]),
      ]);
      expect(ran).toMatchObject([{ code: 0 }, { code: 0 }]);
      await settings.close();
      expect(all.asked().length > 0).toBe(run === "first");
    }
  },
  180_000,
);

real(
  `what is kept is served offline; what is not says so${why}`,
  async () => {
    const all = await scene();
    const { where } = all;
    const install = (name: string, target: string) => [
      ...[python, "-m", "pip", "install", "--retries", "0", "--target", join(where.root, target), name],
    ];
    const online = await openOn(where);
    expect(await runOn(where, online, install("helper", "a"))).toMatchObject({ code: 0 });
    await online.close();
    all.asked();
    const offline = await openOn(where, { mode: "offline" });
    expect(await runOn(where, offline, install("helper", "b"))).toMatchObject({ code: 0 });
    expect((await runOn(where, offline, install("demo", "c"))).code).not.toBe(0);
    expect(all.asked()).toEqual([]);
  },
  120_000,
);

real(
  `an upstream that fails never becomes a wrong install${why}`,
  async () => {
    const all = await scene();
    const { where, upstream } = all;
    const wheel = "/files/helper-2.5-py3-none-any.whl";
    const body = upstream.projects.get("helper")?.[0]?.body ?? Buffer.of();
    const ways = [
      faults.status(500),
      faults.refuse(),
      faults.truncate(body, 100),
      faults.send(Buffer.alloc(body.length)),
      faults.send(Buffer.alloc(body.length + 1)),
    ];
    const settings = await openOn(where);
    const target = join(where.root, "target");
    const install = [python, "-m", "pip", "install", "--retries", "0", "--target", target, "helper"];
    for (const way of ways) {
      upstream.instead.set(wheel, way);
      expect((await runOn(where, settings, install)).code).not.toBe(0);
      expect(existsSync(join(target, "helper.py"))).toBe(false);
    }
    upstream.instead.clear();
    expect(await runOn(where, settings, install)).toMatchObject({ code: 0 });
  },
  180_000,
);
