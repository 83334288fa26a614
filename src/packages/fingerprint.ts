import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const TELLING = /\.(dist-info|egg-info|egg-link|pth)$/;

/**
 * A hash that changes when a distribution was installed into, updated in or removed from the environment: names and
 * times, in seconds, of site-packages' dist-info, egg-info, egg-link and pth entries. Null: there is no site-packages.
 */
export async function fingerprint(environment: string, platform: NodeJS.Platform): Promise<string | null> {
  const folders = platform === "win32" ? [join(environment, "Lib")] : await librariesOf(environment);
  const hash = createHash("sha256");
  let seen = 0;
  for (const folder of folders) {
    const site = join(folder, "site-packages");
    const names = await readdir(site).catch(() => null);
    if (names === null) continue;
    seen++;
    const telling = names.filter((name) => TELLING.test(name)).sort();
    const times = await Promise.all(
      telling.map(async (name) => wholeSeconds(await stat(join(site, name)).catch(() => null))),
    );
    hash.update(JSON.stringify([folder, telling, times]));
  }
  return seen === 0 ? null : hash.digest("hex");
}

// What came out of an image has lost the fractions.
function wholeSeconds(stats: Stats | null): number {
  return Math.floor((stats?.mtimeMs ?? 0) / 1000);
}

async function librariesOf(environment: string): Promise<readonly string[]> {
  const folder = join(environment, "lib");
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => join(folder, name));
}
