import { existsSync } from "node:fs";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { tryLock } from "../../../src/lock.js";
import { recoverPackages } from "../../../src/packages/index.js";
import { get } from "../../index-server/support.js";
import { startUpstream } from "../../index-server/upstream.js";
import { machine, openOn, write } from "./support.js";

test("runs at once have indexes of their own over one store, and a run alone has its usual address", async () => {
  const [where, upstream] = await Promise.all([machine(), startUpstream()]);
  upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
  await write(join(where.home, ".config", "pip", "pip.conf"), `[global]\nindex-url = ${upstream.url}\n`);
  const names = ["a", "b", "c", "d", "e"];
  const slots = names.map((name) => ({ path: join(where.cacheDirectory, "env", name), number: 903 }));
  const [first, ...others] = await Promise.all(slots.map((slot) => openOn(where, { slot })));
  const all = [first, ...others].map((settings) => settings?.indexUrl ?? "");
  expect(new Set(all).size).toBe(5);
  const answers = await Promise.all(all.map((url) => get(`${url}demo/demo-1.zip`)));
  expect(answers.map(({ status, body }) => [status, body.toString()])).toEqual(all.map(() => [200, "x"]));
  await Promise.all([first, ...others].map((settings) => settings?.close()));
  const again = await openOn(where, { slot: { path: join(where.cacheDirectory, "env", "z"), number: 903 } });
  expect(all).toContain(again.indexUrl);
});

test("a run pays nothing for an index that it does not ask: nobody else is asked, and nothing is opened", async () => {
  const where = await machine();
  const settings = await openOn(where);
  expect(settings.usage()).toEqual({ kept: new Set(), fetched: new Set(), fetchedBytes: 0 });
  await settings.close();
  expect([existsSync(join(where.cacheDirectory, "index")), where.notes]).toEqual([false, []]);
});

test("an upstream that gives no answer is told of once for each reason, without its password", async () => {
  const [where, upstream] = await Promise.all([machine(), startUpstream()]);
  const url = upstream.url.replace("://", "://builder:hidden@");
  await write(join(where.home, ".config", "pip", "pip.conf"), `[global]\nindex-url = ${url}\n`);
  upstream.instead.set("/simple/denied/", (_request, response) => response.writeHead(401).end());
  const settings = await openOn(where);
  const pages = [`${settings.indexUrl}denied/`, `${settings.indexUrl}other/`];
  expect([(await get(pages[0] ?? "")).status, (await get(pages[0] ?? "")).status]).toEqual([502, 502]);
  await upstream.stop();
  expect((await get(pages[1] ?? "")).status).toBe(503);
  await settings.close();
  expect(where.notes).toEqual([
    expect.stringMatching(/^The package index had no answer from its upstream: .*401/),
    expect.stringMatching(/^The package index had no answer from its upstream: .*ECONNREFUSED/),
  ]);
  expect(where.notes.join()).not.toContain("hidden");
});

test("after the end nothing answers, and closing again does no harm", async () => {
  const where = await machine();
  const settings = await openOn(where);
  const url = `${settings.indexUrl}demo/`;
  await get(url);
  await Promise.all([settings.close(), settings.close()]);
  await expect(get(url)).rejects.toThrow("ECONNREFUSED");
});

test("what a killed run was told goes with the next run; a live run's stays", async () => {
  const where = await machine();
  const folder = join(where.cacheDirectory, "env");
  for (const name of ["dead-0", "live-0"]) await mkdir(join(folder, `${name}.clients`, "caches"), { recursive: true });
  const halves = ["index", "store"].map((part) => join(where.cacheDirectory, part, "v1", "tmp"));
  for (const half of halves) {
    await write(join(half, "dead", "half"), "");
    await symlink('{"pid":999999999,"start":"1"}', join(half, "dead.lock"));
  }
  const lock = await tryLock(join(folder, "live-0.lock"));
  await recoverPackages({ home: where.home, cacheDirectory: where.cacheDirectory });
  const there = ["dead-0", "live-0"].map((name) => existsSync(join(folder, `${name}.clients`)));
  await lock?.release();
  expect(there).toEqual([false, true]);
  expect(await Promise.all(halves.map((half) => readdir(half)))).toEqual([[], []]);
});
