import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import type { PackageCache, PackageOptions, PendingSave } from "../../src/packages/index.js";
import { isStillThere } from "../../src/packages/index.js";
import { open, place, temporaryFolder } from "./support.js";

const TIME = 60_000;

async function job(): Promise<(install: string) => Promise<readonly PendingSave[]>> {
  const where = await place();
  const cache: PackageCache = {
    use: "read-write",
    environments: new DirectoryCache(join(await temporaryFolder(), "store")),
    packages: null,
    saving: "later",
    prefix: "",
    freshnessMs: 0,
    mounting: "never",
  };
  return async (install) => {
    const part: Partial<PackageOptions> = {
      cache,
      environmentInputs: { python: null, pypi: null, install: [install] },
    };
    const session = await open(where, part);
    await session.enterPhase("install");
    await session.leavePhase("install", { succeeded: true });
    await session.close({ succeeded: true });
    return session.pending();
  };
}

test(
  "a later step that finds the environment in place leaves what is still to be saved",
  async () => {
    const step = await job();
    const [first] = await step("pip install demo");
    expect(first?.what).toBe("environment");
    expect(await step("pip install demo")).toEqual([]);
    expect(first && (await isStillThere(first))).toBe(true);
  },
  TIME,
);

test(
  "a later step that makes another environment in its place: that one alone is saved, each under its own key",
  async () => {
    const step = await job();
    const [first] = await step("pip install demo");
    const [second] = await step("pip install other");
    expect(
      first && second && [first.key === second.key, await isStillThere(first), await isStillThere(second)],
    ).toEqual([false, false, true]);
  },
  TIME,
);
