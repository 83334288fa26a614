import { expect, test } from "@jest/globals";
import { readUpstream } from "../../src/packages/index.js";
import { contents, get, startIndex } from "./support.js";
import { faults, startUpstream, type TestUpstream } from "./upstream.js";

const wheel = { name: "demo-1.0-py3-none-any.whl", body: Buffer.from("wheel") };
const SECRET = "s3cr et";
const BASIC = `Basic ${Buffer.from(`user:${SECRET}`).toString("base64")}`;

function withCredentials(upstream: TestUpstream): string {
  return upstream.url.replace("http://", `http://user:${encodeURIComponent(SECRET)}@`);
}

test("credentials of an upstream go to it, and to nothing else", async () => {
  const [upstream, elsewhere] = await Promise.all([startUpstream(), startUpstream()]);
  upstream.add("demo", wheel, {
    ...wheel,
    name: "demo-1.1-py3-none-any.whl",
    claim: { url: `${elsewhere.origin.replace("//", "//other:pass-word@")}/files/demo-1.1-py3-none-any.whl` },
  });
  elsewhere.add("demo", { ...wheel, name: "demo-1.1-py3-none-any.whl" }, { ...wheel, name: "moved.whl" });
  upstream.add("demo", { ...wheel, name: "moved.whl" });
  upstream.instead.set("/files/moved.whl", faults.redirect(`${elsewhere.origin}/files/moved.whl`));
  upstream.instead.set("/simple/closed/", faults.status(401));
  const index = await startIndex(withCredentials(upstream));
  const answers = [await get(`${index.url}demo/`), await get(`${index.url}closed/`), await get(index.url)];
  for (const name of [wheel.name, "demo-1.1-py3-none-any.whl", "moved.whl"]) {
    const answer = await get(`${index.url}demo/${name}`);
    expect(answer).toMatchObject({ status: 200, body: wheel.body });
    answers.push(answer);
  }
  await upstream.stop();
  index.pass(3_600_000);
  answers.push(await get(`${index.url}demo/`), await get(`${index.url}new/`));
  await index.close();

  expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual(upstream.requests.map(() => BASIC));
  expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  const kept = [...(await contents(index.store))].flat().map(String);
  const shown = answers.flatMap(({ body, headers }) => [body.toString(), JSON.stringify(headers)]);
  const everything = [...kept, ...shown, ...index.log, ...index.notes].join("\n");
  for (const secret of [SECRET, encodeURIComponent(SECRET), BASIC.slice(6), "user:", "pass-word"]) {
    expect(everything).not.toContain(secret);
  }
});

test("an upstream with a name is an index of its own: no name of it reaches another", async () => {
  const [open, own] = await Promise.all([startUpstream(), startUpstream()]);
  own.add("private", wheel);
  open.add("private", { name: "private-9.9.zip", body: Buffer.from("not ours") });
  const index = await startIndex([
    { name: null, url: open.url },
    { name: "own", url: own.url },
  ]);
  expect(index.urlOf("own")).toBe(index.url.replace("/simple/", "/own/simple/"));
  expect((await get(`${index.urlOf("own")}private/${wheel.name}`)).body).toEqual(wheel.body);
  await own.stop();
  expect((await get(`${index.urlOf("own")}other/`)).status).toBe(503);
  expect(open.requests).toEqual([]);
  expect((await get(`${index.url.replace("simple", "none/simple")}private/`)).status).toBe(404);
});

test("an upstream that can't be one is refused without showing what it holds", async () => {
  const bad = [
    "ftp://me:hidden@index.example/simple",
    "me:hidden",
    "simple=https://index.example/",
    "https://me:hidden@index.example/?t=hidden",
  ];
  for (const text of bad) {
    const error = await readUpstream(text).catch((caught: Error) => caught);
    expect(error).toMatchObject({ code: "invalid-upstream" });
    expect(String(error)).not.toContain("hidden");
  }
  await expect(
    startIndex([
      { name: null, url: "http://127.0.0.1:1/" },
      { name: null, url: "http://127.0.0.1:2/" },
    ]),
  ).rejects.toThrow("only one without a name");
});
