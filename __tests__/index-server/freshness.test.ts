import { expect, test } from "@jest/globals";
import { get, getJson, startIndex } from "./support.js";
import { faults, startUpstream } from "./upstream.js";

const first = { name: "demo-1.0-py3-none-any.whl", body: Buffer.from("one"), metadata: "Name: demo\n" };
const second = { name: "demo-2.0-py3-none-any.whl", body: Buffer.from("two") };
const PAGE = "/simple/demo/";
const LATER = 11 * 60 * 1000;

test("a page is believed for its time to live, then checked by its ETag", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", first);
  const index = await startIndex(upstream.url);
  await get(`${index.url}demo/`);
  index.pass(9 * 60 * 1000);
  await get(`${index.url}demo/`);
  expect(upstream.count(PAGE)).toBe(1);
  index.pass(2 * 60 * 1000);
  expect((await getJson(`${index.url}demo/`)).files).toHaveLength(1);
  expect(upstream.requests.at(-1)?.headers["if-none-match"]).toMatch(/^"\w+"$/);
  await get(`${index.url}demo/`);
  expect(upstream.count(PAGE)).toBe(2);
  index.pass(LATER);
  upstream.add("demo", second);
  expect((await getJson(`${index.url}demo/`)).files).toHaveLength(2);
  await get(`${index.url}demo/`, { "cache-control": "no-cache" });
  expect(upstream.count(PAGE)).toBe(4);
});

test("a page outlives the server, with its age", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", first);
  const { url, store, close } = await startIndex(upstream.url);
  await get(`${url}demo/`);
  await close();
  const again = await startIndex(upstream.url, { store });
  await get(`${again.url}demo/`);
  expect(upstream.count(PAGE)).toBe(1);
  again.pass(LATER);
  await get(`${again.url}demo/`);
  expect(upstream.count(PAGE)).toBe(2);
});

test("a file that the kept page lacks is looked for on a new one; one that is nowhere is a 404", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", first);
  const { url } = await startIndex(upstream.url);
  await get(`${url}demo/`);
  upstream.add("demo", second);
  expect(await get(`${url}demo/${second.name}`)).toMatchObject({ status: 200, body: second.body });
  expect(await get(`${url}demo/demo-3.0.zip`)).toMatchObject({ status: 404 });
});

test.each([
  ["refuses", faults.refuse()],
  ["hangs", faults.hang()],
  ["drips", faults.drip()],
  ["answers 500", faults.status(500)],
  ["answers 503", faults.status(503)],
  ["answers 429", faults.status(429)],
  ["answers 403", faults.status(403)],
  ["breaks off", faults.truncate(Buffer.alloc(1000, "<a href='x-1.zip'>"), 500)],
  ["sends nonsense", faults.send("{", { "content-type": "application/json" })],
  ["redirects to a file", faults.redirect("file:///etc/passwd")],
  ["redirects in a circle", faults.redirect(PAGE)],
])("with an upstream that %s the kept page is served and says so; without one it is a 5xx", async (_what, answer) => {
  const upstream = await startUpstream();
  upstream.add("demo", first);
  const index = await startIndex(upstream.url);
  const fresh = await get(`${index.url}demo/`);
  expect(fresh.headers.warning).toBeUndefined();
  upstream.instead.set(PAGE, answer);
  upstream.instead.set("/simple/new/", answer);
  index.pass(LATER);
  const stale = await get(`${index.url}demo/`);
  expect(stale).toMatchObject({ status: 200, complete: true });
  expect(stale.headers.warning).toContain("110");
  expect(stale.headers["x-forgexec-stale"]).toBeTruthy();
  expect((await get(`${index.url}new/`)).status).toBeGreaterThanOrEqual(500);
  const lacking = await get(`${index.url}demo/${second.name}`);
  expect(lacking.status).toBeGreaterThanOrEqual(500);
  upstream.instead.clear();
  index.pass(LATER);
  expect((await get(`${index.url}demo/`)).headers.warning).toBeUndefined();
});

test("an upstream that hangs is not waited for again and again", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", first);
  upstream.add("other", second);
  const index = await startIndex(upstream.url);
  await Promise.all([get(`${index.url}demo/`), get(`${index.url}other/`)]);
  upstream.instead.set(PAGE, faults.hang());
  upstream.instead.set("/simple/other/", faults.hang());
  index.pass(LATER);
  await get(`${index.url}demo/`);
  expect((await get(`${index.url}other/`)).headers.warning).toContain("110");
  expect(upstream.count("/simple/other/")).toBe(1);
});

test("a project that the upstream does not have is a 404, for a short time without asking", async () => {
  const upstream = await startUpstream();
  const index = await startIndex(upstream.url);
  expect((await get(`${index.url}demo/`)).status).toBe(404);
  expect((await get(`${index.url}demo/`)).status).toBe(404);
  expect(upstream.count(PAGE)).toBe(1);
  upstream.add("demo", first);
  index.pass(60_000);
  expect((await get(`${index.url}demo/`)).status).toBe(200);
  upstream.projects.clear();
  index.pass(LATER);
  expect((await get(`${index.url}demo/`)).status).toBe(404);
});

test("a page that can't be checked names only metadata that is kept", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", first, { ...second, metadata: "Name: demo\nVersion: 2\n" });
  const index = await startIndex(upstream.url);
  const named = async () => (await getJson(`${index.url}demo/`)).files.map((file) => "core-metadata" in file);
  expect(await named()).toEqual([true, true]);
  const metadata = await get(`${index.url}demo/${first.name}.metadata`);
  expect(metadata.body.toString()).toBe(first.metadata);
  expect((await get(`${index.url}demo/demo-3.0.zip.metadata`)).status).toBe(404);
  await upstream.stop();
  index.pass(LATER);
  expect(await named()).toEqual([true, false]);
});

test("offline, nobody is asked: what is kept is served, the rest is a 504", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", first, second);
  const { url, store, close } = await startIndex(upstream.url);
  await get(`${url}demo/${first.name}`);
  await close();
  const asked = upstream.requests.length;
  const offline = await startIndex(upstream.url, { store, mode: "offline" });
  offline.pass(LATER);
  expect((await get(`${offline.url}demo/`)).status).toBe(200);
  expect((await get(`${offline.url}demo/${first.name}`)).body).toEqual(first.body);
  expect((await get(`${offline.url}demo/${second.name}`)).status).toBe(504);
  expect((await get(`${offline.url}demo/demo-9.zip`)).status).toBe(504);
  expect((await get(`${offline.url}new/`)).status).toBe(504);
  expect(upstream.requests.length).toBe(asked);
});
