import { expect, test } from "@jest/globals";
import { get, getJson, JSON_TYPE, startIndex } from "./support.js";
import { faults, startUpstream } from "./upstream.js";

const wheel = { name: "demo-1.0-py3-none-any.whl", body: Buffer.from("wheel") };

test("a page is HTML or JSON, as Accept weighs them", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", wheel);
  const { url } = await startIndex(upstream.url);
  const type = async (accept?: string) => {
    const { status, headers } = await get(`${url}demo/`, accept === undefined ? {} : { accept });
    return status === 200 ? headers["content-type"] : status;
  };
  expect(await type()).toBe("text/html; charset=utf-8");
  expect(await type("*/*")).toBe("text/html; charset=utf-8");
  expect(await type(`${JSON_TYPE}, text/html;q=0.1`)).toBe(JSON_TYPE);
  expect(await type(`${JSON_TYPE};q=0.1, text/html;q=0.9`)).toBe("text/html; charset=utf-8");
  expect(await type("application/vnd.pypi.simple.latest+json")).toBe(JSON_TYPE);
  expect(await type("application/vnd.pypi.simple.v1+html")).toBe("application/vnd.pypi.simple.v1+html");
  expect(await type("image/png")).toBe(406);
  expect((await get(`${url}demo/?format=${encodeURIComponent(JSON_TYPE)}`)).headers["content-type"]).toBe(JSON_TYPE);
  expect((await get(`${url}demo/`)).headers.vary).toBe("Accept");
  expect(upstream.count("/simple/demo/")).toBe(1);
});

test("an unchanged page costs a client that has it no body; HEAD has none either", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", wheel);
  const { url } = await startIndex(upstream.url);
  const whole = await get(`${url}demo/`);
  const { etag = "" } = whole.headers;
  expect(await get(`${url}demo/`, { "if-none-match": etag })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  expect(await get(`${url}demo/`, { "if-none-match": '"other"' })).toMatchObject({ status: 200 });
  const head = await get(`${url}demo/`, {}, "HEAD");
  expect(head.headers["content-length"]).toBe(String(whole.body.length));
  expect(head.body.length).toBe(0);
});

test("names that are not normal, and a missing slash, redirect; other paths are nothing", async () => {
  const upstream = await startUpstream();
  upstream.add("demo-tool", wheel);
  const { url } = await startIndex(upstream.url);
  expect(await get(`${url}Demo._Tool/`)).toMatchObject({ status: 301, headers: { location: "/simple/demo-tool/" } });
  expect(await get(`${url}demo-tool`)).toMatchObject({ status: 301, headers: { location: "/simple/demo-tool/" } });
  expect(await get(`${url}Demo_Tool/a%20b.whl`)).toMatchObject({
    headers: { location: "/simple/demo-tool/a%20b.whl" },
  });
  for (const path of ["..%2f..%2fetc/", "%ff/", "-x-/", "a/b/c", "demo-tool/..%2f..%2fx", "a%0ab/"]) {
    expect(await get(`${url}${path}`)).toMatchObject({ status: 404 });
  }
  expect(upstream.requests).toEqual([]);
});

test("the root page lists only what is kept", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", wheel);
  const { url, close, store } = await startIndex(upstream.url);
  await get(`${url}demo/`);
  await close();
  const again = await startIndex(upstream.url, { store });
  expect(await getJson(again.url)).toMatchObject({ projects: [{ name: "demo" }] });
  expect((await get(again.url)).body.toString()).toContain('<a href="demo/">demo</a>');
  expect(upstream.count("/simple/")).toBe(0);
});

const told = {
  yanked: "broken <b>",
  "requires-python": ">=3.8",
  size: 5,
  "upload-time": "2024-01-02T03:04:05Z",
  "core-metadata": true,
  "dist-info-metadata": { sha256: "0".repeat(64) },
};

test("what PEP 592, 629, 658, 700 and 708 say passes through, by today's names", async () => {
  const upstream = await startUpstream();
  const page = {
    meta: { "api-version": "1.4", tracks: ["https://index.example/simple/demo/"], other: "x" },
    name: "demo",
    versions: ["1.0", "2.0"],
    "alternate-locations": ["https://other.example/simple/demo/"],
    "project-status": { status: "archived", reason: "old" },
    files: [{ filename: "demo-1.0.tar.gz", url: "/files/demo-1.0.tar.gz", hashes: { md5: "0".repeat(32) }, ...told }],
  };
  upstream.instead.set(
    "/simple/demo/",
    faults.send(JSON.stringify(page), { "content-type": JSON_TYPE, "x-secret": "1" }),
  );
  const { url } = await startIndex(upstream.url);
  const { "dist-info-metadata": _old, ...today } = told;
  expect(await getJson(`${url}demo/`)).toEqual({
    meta: { "api-version": "1.4", tracks: ["https://index.example/simple/demo/"] },
    name: "demo",
    versions: ["1.0", "2.0"],
    "alternate-locations": ["https://other.example/simple/demo/"],
    "project-status": { status: "archived", reason: "old" },
    files: [{ filename: "demo-1.0.tar.gz", url: "demo-1.0.tar.gz", hashes: { md5: "0".repeat(32) }, ...today }],
  });
  const { body, headers } = await get(`${url}demo/`);
  const html = body.toString();
  expect(headers["x-secret"]).toBeUndefined();
  expect(html).toContain('<meta name="pypi:repository-version" content="1.4">');
  expect(html).toContain('<meta name="pypi:tracks" content="https://index.example/simple/demo/">');
  expect(html).toContain(`href="demo-1.0.tar.gz#md5=${"0".repeat(32)}"`);
  expect(html).toContain('data-requires-python="&gt;=3.8"');
  expect(html).toContain('data-yanked="broken &lt;b&gt;"');
  expect(html).toContain('data-core-metadata="true"');
});

test("an index that has only old HTML is read, odd markup and all", async () => {
  const upstream = await startUpstream();
  const hash = "a".repeat(64);
  const html = `<HTML><head><base href="/files/deep/"><meta name="pypi:repository-version" content="1.0"></head>
    <A HREF='../demo-1.0.tar.gz#sha256=${hash.toUpperCase()}' data-requires-python='&gt;=3.6'>demo-1.0.tar.gz</a><p>
    <a href=demo-1.1.zip data-yanked>no closing tag, no hash
    <a rel="homepage" href="https://project.example/about">home</a>
    <a href="https://cdn.example/x/demo-2.0%2Blocal.whl?token=1#sha256=${hash}&egg=demo">other host</a>
    <!-- <a href="demo-9.zip">not there</a> --><a>no link</a><a href="../">up</a>`;
  upstream.instead.set("/simple/demo/", faults.gzip(html, "text/html; charset=utf-8"));
  const { url } = await startIndex(upstream.url);
  const { files, meta } = await getJson(`${url}demo/`);
  expect(meta).toEqual({ "api-version": "1.0" });
  expect(files).toEqual([
    { filename: "demo-1.0.tar.gz", url: "demo-1.0.tar.gz", hashes: { sha256: hash }, "requires-python": ">=3.6" },
    { filename: "demo-1.1.zip", url: "demo-1.1.zip", hashes: {}, yanked: true },
    { filename: "demo-2.0+local.whl", url: "demo-2.0%2Blocal.whl", hashes: { sha256: hash } },
  ]);
});

test("what a page may not name is left out", async () => {
  const upstream = await startUpstream();
  const ok = { filename: "good.whl", url: "good.whl", hashes: {} };
  const bad = [
    { url: "javascript:alert(1)", filename: "a.whl" },
    { url: "file:///etc/passwd", filename: "b.whl" },
    { url: "c.whl", filename: "../../c.whl" },
    { url: "d.whl", filename: "d\nSet-Cookie: x.whl" },
    { url: "e.whl", filename: ".." },
    { url: "f.whl", filename: "f\\g.whl" },
    { url: "h.whl", filename: "h".repeat(300) },
    { url: "i.whl", filename: "i.whl", hashes: { sha256: "short" } },
    { url: 7, filename: "j.whl" },
    { filename: "k.whl" },
    null,
    ok,
  ];
  const page = { meta: { "api-version": "1.0" }, name: "evil", files: [ok, ...bad] };
  upstream.instead.set("/simple/demo/", faults.send(JSON.stringify(page), { "content-type": JSON_TYPE }));
  const { url } = await startIndex(upstream.url);
  expect(await getJson(`${url}demo/`)).toEqual({ meta: { "api-version": "1.0" }, name: "demo", files: [ok] });
});

test("pages that are too large, broken or of another protocol are refused, not passed on", async () => {
  const upstream = await startUpstream();
  const { url } = await startIndex(upstream.url);
  const json = { "content-type": JSON_TYPE };
  const cases = {
    large: faults.send(Buffer.alloc(50 * 1024 * 1024, 32)),
    bomb: faults.gzip(" ".repeat(50 * 1024 * 1024), "text/html"),
    broken: faults.send('{"files": [', json),
    list: faults.send("[]", json),
    later: faults.send('{"meta": {"api-version": "2.0"}, "files": []}', json),
    picture: faults.send("x", { "content-type": "image/png" }),
    packed: faults.send("x", { "content-encoding": "zstd" }),
    half: faults.truncate(Buffer.from("<a href='demo-1.zip'>demo</a>"), 10),
  };
  for (const [name, answer] of Object.entries(cases)) {
    upstream.instead.set(`/simple/${name}/`, answer);
    const { status } = await get(`${url}${name}/`);
    expect([502, 503]).toContain(status);
  }
});

test("only its own machine's names are served on loopback, and only read", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", wheel);
  const { url } = await startIndex(upstream.url);
  expect(await get(`${url}demo/`, { host: "attacker.example" })).toMatchObject({ status: 403 });
  expect(await get(`${url}demo/`, { host: "localhost:1" })).toMatchObject({ status: 200 });
  expect((await fetch(`${url}demo/`, { method: "POST" })).status).toBe(405);
});

test("an upstream that leads back to the index is told of, not followed for ever", async () => {
  const upstream = await startUpstream();
  const { url } = await startIndex(upstream.url);
  upstream.instead.set("/simple/demo/", faults.redirect(`${url}demo/`));
  expect(await get(`${url}demo/`)).toMatchObject({ status: 503 });
});
