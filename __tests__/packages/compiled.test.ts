import { appendFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import type { PackageCache, PackageSession } from "../../src/packages/index.js";
import { command, open, type Place, place, temporaryFolder } from "./support.js";

const TIME = 60_000;
/** Modules of 300 kB and more when compiled. */
const MODULES = 8;
const IMPORT = ["python", "-c", `${Array.from({ length: MODULES }, (_, at) => `import heavy${at}`).join("; ")}`];

/** A project whose install writes modules into the environment. */
async function heavy(): Promise<{
  readonly where: Place;
  readonly run: (execute: (session: PackageSession) => Promise<unknown>) => Promise<void>;
  /** What the environment holds compiled of those modules once it came back from the store: what Python did not compile again. */
  readonly compiledInImage: () => Promise<readonly string[]>;
}> {
  const where = await place();
  const cache: PackageCache = {
    use: "read-write",
    environments: new DirectoryCache(join(await temporaryFolder(), "store")),
    packages: null,
    saving: "at-end",
    prefix: "",
    freshnessMs: 0,
    mounting: "never",
  };
  const openSession = () => open(where, { cache });
  return {
    where,
    async run(execute) {
      const session = await openSession();
      await session.enterPhase("install");
      const site = await siteOf(session);
      const body = Array.from({ length: 4000 }, (_, line) => `value_${line} = "${line}"`).join("\n");
      for (let at = 0; at < MODULES; at++) await writeFile(join(site, `heavy${at}.py`), `${body}\n`);
      await session.leavePhase("install", { succeeded: true });
      await session.enterPhase("execute");
      await execute(session);
      await session.leavePhase("execute", { succeeded: true });
      await session.close({ succeeded: true });
      expect(session.cache().savedKey).not.toBeNull();
      await rm(join(where.cacheDirectory, "env"), { recursive: true, force: true });
    },
    async compiledInImage() {
      const session = await openSession();
      expect(session.cache().hit).toBe("exact");
      const before = await compiled(await siteOf(session));
      await command(where, session, IMPORT);
      const after = await compiled(await siteOf(session));
      await session.close();
      return before.filter((file) => after.includes(file));
    },
  };
}

/** Name and number of the file of each compiled module. */
async function compiled(site: string): Promise<readonly string[]> {
  const folder = join(site, "__pycache__");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith("heavy"));
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(folder, name))).ino}`));
}

async function siteOf(session: PackageSession): Promise<string> {
  const library = join(session.environmentPath, "lib");
  const [python = ""] = await readdir(library);
  return join(library, python, "site-packages");
}

test(
  "what later phases import comes back compiled, and Python takes it for current",
  async () => {
    const { where, run, compiledInImage } = await heavy();
    await run((session) => command(where, session, IMPORT));
    expect(await compiledInImage()).toHaveLength(MODULES);
  },
  TIME,
);

test(
  "an environment in which anything else was written to is kept as install left it",
  async () => {
    const { where, run, compiledInImage } = await heavy();
    await run(async (session) => {
      await command(where, session, IMPORT);
      await appendFile(join(await siteOf(session), "heavy0.py"), "leaked = True\n");
    });
    expect(await compiledInImage()).toEqual([]);
  },
  TIME,
);

test(
  "so is one whose program was changed, although no package was",
  async () => {
    const { where, run, compiledInImage } = await heavy();
    await run(async (session) => {
      await command(where, session, IMPORT);
      await writeFile(join(session.environmentPath, "bin", "activate"), "");
    });
    expect(await compiledInImage()).toEqual([]);
  },
  TIME,
);

test(
  "nothing that phases in a sandbox have compiled goes on",
  async () => {
    const { where, run, compiledInImage } = await heavy();
    await run(async (session) => {
      await session.expose("execute");
      await command(where, session, IMPORT);
    });
    expect(await compiledInImage()).toEqual([]);
  },
  TIME,
);
