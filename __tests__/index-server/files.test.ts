import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { open, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { get as httpGet } from "node:http";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { contents, get, startIndex, temporaryFolder } from "./support.js";
import { faults, sha256, startUpstream } from "./upstream.js";

const file = { name: "demo-1.0-py3-none-any.whl", body: randomBytes(300_000) };
const PATH = `/files/${file.name}`;

async function pathOf(store: string, body: Buffer): Promise<string> {
  const found = [...(await contents(store))].find(([, content]) => content.equals(body));
  if (found === undefined) throw new Error("the file is not kept");
  return found[0];
}

test("a file is fetched once and then kept under its sha256, also with the upstream gone", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", file);
  const index = await startIndex(upstream.url);
  const url = `${index.url}demo/${file.name}`;
  const fetched = await get(url);
  expect(fetched).toMatchObject({ status: 200, complete: true, body: file.body });
  expect(fetched.headers["content-length"]).toBe(String(file.body.length));
  await upstream.stop();
  const kept = await get(url);
  expect(kept).toMatchObject({ status: 200, complete: true, body: file.body });
  expect(kept.headers.etag).toBe(`"${sha256(file.body)}"`);
  expect(upstream.count(PATH)).toBe(1);
  await index.close();
  expect(await pathOf(index.store, file.body)).toMatch(new RegExp(`${sha256(file.body)}$`));
  const used = new Set([sha256(file.body)]);
  expect(index.usage()).toMatchObject({ fetched: used, fetchedBytes: file.body.length });
  const again = await startIndex(upstream.url, { store: index.store });
  expect((await get(`${again.url}demo/${file.name}`)).body).toEqual(file.body);
  expect(again.usage()).toEqual({ kept: used, fetched: new Set(), fetchedBytes: 0 });
  await again.close();
  expect([...(await contents(index.store)).keys()].filter((path) => path.includes("/v1/tmp/"))).toEqual([]);
});

test("a file counts from when a client has it whole, not only when the disk has it", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", file);
  const index = await startIndex(upstream.url);
  const some = await open(process.execPath);
  let flushed = () => {};
  const flush = jest.spyOn(Object.getPrototypeOf(some), "sync").mockReturnValue(
    new Promise<void>((resolve) => {
      flushed = resolve;
    }),
  );
  try {
    const usage = { kept: new Set(), fetched: new Set([sha256(file.body)]), fetchedBytes: file.body.length };
    expect(await get(`${index.url}demo/${file.name}`)).toMatchObject({ complete: true });
    expect(index.usage()).toEqual(usage);
    flushed();
    await index.close();
    expect(index.usage()).toEqual(usage);
  } finally {
    flush.mockRestore();
    await some.close();
  }
});

test.each([["kept"], ["on its way"]])("Range, If-Range, HEAD and ETag of a file that is %s", async (state) => {
  const upstream = await startUpstream();
  upstream.add("demo", file);
  const starts = async (): Promise<string> => {
    const index = await startIndex(upstream.url);
    if (state === "kept") await get(`${index.url}demo/${file.name}`);
    return `${index.url}demo/${file.name}`;
  };
  const url = await starts();
  const size = file.body.length;
  const part = async (range: string, headers: Record<string, string> = {}) =>
    get(state === "kept" ? url : await starts(), { range, ...headers });
  expect(await part("bytes=10-19")).toMatchObject({
    status: 206,
    body: file.body.subarray(10, 20),
    headers: { "content-range": `bytes 10-19/${size}`, "accept-ranges": "bytes", "content-length": "10" },
  });
  expect(await part("bytes=-7")).toMatchObject({ status: 206, body: file.body.subarray(-7) });
  expect(await part(`bytes=${size - 5}-`)).toMatchObject({ status: 206, body: file.body.subarray(-5) });
  expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, headers: { "content-range": `bytes */${size}` } });
  expect(await part("bytes=0-1,5-6")).toMatchObject({ status: 200, body: file.body });
  expect(await part("lines=1")).toMatchObject({ status: 200, body: file.body });
  expect(await part("bytes=0-4", { "if-range": '"other"' })).toMatchObject({ status: 200 });
  expect(await part("bytes=0-4", { "if-range": `"${sha256(file.body)}"` })).toMatchObject({ status: 206 });
  const head = await get(state === "kept" ? url : await starts(), {}, "HEAD");
  expect(head).toMatchObject({ status: 200, headers: { "content-length": String(size) } });
  expect(head.body.length).toBe(0);
  await get(url);
  expect((await get(url, { "if-none-match": `"${sha256(file.body)}"` })).status).toBe(304);
});

test("a file that is not what its page says is never complete at a client, and not kept", async () => {
  const upstream = await startUpstream();
  const wrong = "f".repeat(64);
  const names = ["sha256", "md5", "sha512", "size"];
  const claims: Record<string, Record<string, unknown>> = {
    sha256: { hashes: { sha256: wrong } },
    md5: { hashes: { md5: "f".repeat(32), sha256: sha256(file.body) } },
    sha512: { hashes: { sha512: "f".repeat(128) } },
    size: { size: 299_999 },
  };
  for (const name of names) upstream.add("demo", { ...file, name: `${name}.whl`, claim: claims[name] ?? {} });
  const index = await startIndex(upstream.url);
  for (const name of names) {
    const got = await get(`${index.url}demo/${name}.whl`);
    expect(got.status === 502 || !got.complete).toBe(true);
    expect(got.body.equals(file.body)).toBe(false);
  }
  await index.close();
  for (const [path, content] of await contents(index.store))
    expect([path, content.equals(file.body)]).toEqual([path, false]);
});

test("a download that breaks off is taken up where it ended; one that can't be is cut", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", file, { ...file, name: "lost.whl" });
  upstream.instead.set(PATH, (request, response) => {
    upstream.instead.delete(PATH);
    faults.truncate(file.body, 100_000)(request, response);
  });
  upstream.instead.set("/files/lost.whl", faults.truncate(file.body, 100_000));
  const { url } = await startIndex(upstream.url);
  expect(await get(`${url}demo/${file.name}`)).toMatchObject({ status: 200, complete: true, body: file.body });
  // What had not been read when the connection was lost is lost with it.
  const [, from = ""] = /^bytes=(\d+)-$/.exec(upstream.requests.at(-1)?.headers.range ?? "") ?? [];
  expect(Number(from)).toBeGreaterThan(0);
  expect(Number(from)).toBeLessThanOrEqual(100_000);
  const lost = await startIndex(upstream.url);
  upstream.instead.set(PATH, faults.truncate(file.body, 100_000));
  expect((await get(`${lost.url}demo/${file.name}`)).complete).toBe(false);
});

test.each([
  ["hangs", faults.hang(), [504]],
  ["refuses", faults.refuse(), [503]],
  ["answers 500", faults.status(500), [503]],
  ["answers 404", faults.status(404), [404]],
  ["answers 403", faults.status(403), [502]],
])("a file whose upstream %s", async (_what, answer, expected) => {
  const upstream = await startUpstream();
  upstream.add("demo", file);
  const patience = { headersMs: 1000, stallMs: 1000 };
  const { url } = await startIndex(upstream.url, { patience });
  upstream.instead.set(PATH, answer);
  expect(expected).toContain((await get(`${url}demo/${file.name}`)).status);
  upstream.instead.delete(PATH);
  expect(await get(`${url}demo/${file.name}`)).toMatchObject({ status: 200, body: file.body });
});

test("links that are good for a time only are taken from a new page when they are used up", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", { ...file, claim: { url: `${PATH}?signed=1` } });
  const { url } = await startIndex(upstream.url);
  await get(`${url}demo/`);
  upstream.instead.set(`${PATH}?signed=1`, faults.status(403));
  upstream.projects.set("demo", [{ ...file, claim: { url: PATH } }]);
  expect(await get(`${url}demo/${file.name}`)).toMatchObject({ status: 200, body: file.body });
});

test("a client has the first bytes while the rest is still on its way", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", file);
  let finish: () => void = () => {};
  upstream.instead.set(PATH, (_request, response) => {
    response.writeHead(200, { "content-length": file.body.length });
    response.write(file.body.subarray(0, 1000));
    finish = () => void response.end(file.body.subarray(1000));
  });
  const { url } = await startIndex(upstream.url);
  const request = httpGet(`${url}demo/${file.name}`);
  const [response] = await once(request, "response");
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(response, "data");
  finish();
  await once(response, "end");
  expect(Buffer.concat(chunks).equals(file.body)).toBe(true);
});

test("a file without a hash or a length is kept too, and looked at again after the time to live", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", { ...file, claim: { hashes: {} } });
  upstream.instead.set(PATH, (_request, response) => {
    response.writeHead(200);
    response.write(file.body.subarray(0, 5));
    response.end(file.body.subarray(5));
  });
  const index = await startIndex(upstream.url);
  const url = `${index.url}demo/${file.name}`;
  expect(await get(url)).toMatchObject({ status: 200, complete: true, body: file.body });
  await index.close();
  const again = await startIndex(upstream.url, { store: index.store });
  const kept = await get(`${again.url}demo/${file.name}`);
  expect(kept).toMatchObject({ status: 200, body: file.body, headers: { "cache-control": "no-cache" } });
  expect(upstream.count(PATH)).toBe(1);
  again.pass(3_600_000);
  await get(`${again.url}demo/${file.name}`);
  expect(upstream.count(PATH)).toBe(2);
  await upstream.stop();
  again.pass(3_600_000);
  expect(await get(`${again.url}demo/${file.name}`)).toMatchObject({ status: 200, body: file.body });
});

test("a byte that flipped on disk is found, also in a page: both are fetched again", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", file);
  const index = await startIndex(upstream.url);
  await get(`${index.url}demo/${file.name}`);
  await index.close();
  for (const path of (await contents(index.store)).keys()) {
    const { atime, mtime } = await stat(path);
    const content = await readFile(path);
    content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
    await writeFile(path, content);
    await utimes(path, atime, mtime);
  }
  const again = await startIndex(upstream.url, { store: index.store });
  expect(await get(`${again.url}demo/${file.name}`)).toMatchObject({ status: 200, complete: true, body: file.body });
  expect([upstream.count("/simple/demo/"), upstream.count(PATH)]).toEqual([2, 2]);

  // In use already: noticed by its date.
  await again.close();
  const third = await startIndex(upstream.url, { store: index.store });
  await get(`${third.url}demo/${file.name}`);
  const path = await pathOf(third.store, file.body);
  const handle = await open(path, "r+");
  await handle.write(Buffer.from([1, 2, 3]), 0, 3, 500);
  await handle.close();
  expect(await get(`${third.url}demo/${file.name}`)).toMatchObject({ status: 200, complete: true, body: file.body });
  expect(upstream.count(PATH)).toBe(3);
});

test("two servers on one store both read and write it", async () => {
  const upstream = await startUpstream();
  const files = Array.from({ length: 12 }, (_, index) => ({ name: `demo-${index}.zip`, body: randomBytes(50_000) }));
  upstream.add("demo", ...files);
  const store = await temporaryFolder();
  const [one, two] = await Promise.all([startIndex(upstream.url, { store }), startIndex(upstream.url, { store })]);
  const all = await Promise.all(
    [one, two].flatMap(({ url }) =>
      files.map(async ({ name, body }) => (await get(`${url}demo/${name}`)).body.equals(body)),
    ),
  );
  expect(all.every(Boolean)).toBe(true);
  await Promise.all([one.close(), two.close()]);
  await upstream.stop();
  const three = await startIndex(upstream.url, { store });
  for (const { name, body } of files) expect((await get(`${three.url}demo/${name}`)).body.equals(body)).toBe(true);
  expect([...one.notes, ...two.notes, ...three.notes]).toEqual([]);
});

test("a store that can't be written costs no file, and is told of once", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", file, { ...file, name: "wrong.whl", claim: { hashes: { sha256: "f".repeat(64) } } });
  const store = join(await temporaryFolder(), "file");
  await writeFile(store, "no folder");
  const index = await startIndex(upstream.url, { store });
  expect((await get(`${index.url}demo/`)).status).toBe(200);
  const got = await get(`${index.url}demo/${file.name}`);
  expect(got).toMatchObject({ status: 200, complete: true, body: file.body });
  const part = await get(`${index.url}demo/wrong.whl`);
  expect(part.complete && part.body.length === file.body.length).toBe(false);
  expect(index.notes).toHaveLength(1);
});
