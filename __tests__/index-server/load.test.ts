import { fork } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { get as httpGet } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { compiledSources } from "./compiled.js";
import { atEnd, startIndex, temporaryFolder } from "./support.js";
import { sha256, startUpstream } from "./upstream.js";

const SIZE = 50 * 1024 * 1024;

/** The sha256 of what a URL gives; nothing is held. */
function digestOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    httpGet(url, { agent: false }, (response) => {
      const hash = createHash("sha256");
      response.on("data", (chunk) => hash.update(chunk));
      response.once("end", () => resolve(hash.digest("hex")));
      response.once("error", reject);
    }).once("error", reject);
  });
}

const proc = process.platform === "linux";
const why = proc ? "" : " (skipped: there is no /proc)";

(proc ? test : test.skip)(
  `20 clients that ask for one missing file of 50 MB cost one download and little memory${why}`,
  async () => {
    const upstream = await startUpstream();
    const body = randomFillSync(Buffer.allocUnsafe(SIZE));
    upstream.add("demo", { name: "demo-1.0.zip", body });
    const program = join(fileURLToPath(import.meta.url), "..", "programs", "index.mjs");
    const child = fork(program, [await compiledSources(), await temporaryFolder(), upstream.url]);
    atEnd(async () => child.kill("SIGKILL"));
    const [{ url }] = (await once(child, "message")) as [{ url: string }];
    const digests = await Promise.all(Array.from({ length: 20 }, () => digestOf(`${url}demo/demo-1.0.zip`)));
    expect(new Set(digests)).toEqual(new Set([sha256(body)]));
    expect(upstream.count("/files/demo-1.0.zip")).toBe(1);
    child.send("memory");
    const [{ peak }] = (await once(child, "message")) as [{ peak: number }];
    expect(peak).toBeLessThan(150 * 1024 * 1024);
  },
);

test("what a server leaves that is killed in the middle of a download is cleared by the next, which serves it right", async () => {
  const upstream = await startUpstream();
  const body = randomFillSync(Buffer.allocUnsafe(1_000_000));
  upstream.add("demo", { name: "demo-1.0.zip", body });
  upstream.instead.set("/files/demo-1.0.zip", (_request, response) => {
    response.writeHead(200, { "content-length": body.length }).write(body.subarray(0, 500_000));
  });
  const store = await temporaryFolder();
  const program = join(fileURLToPath(import.meta.url), "..", "programs", "index.mjs");
  const child = fork(program, [await compiledSources(), store, upstream.url]);
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  const request = httpGet(`${url}demo/demo-1.0.zip`);
  request.on("error", () => {});
  const [response] = await once(request, "response");
  response.on("error", () => {});
  await once(response, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await readdir(join(store, "v1", "tmp"))).toHaveLength(2);
  upstream.instead.clear();
  const index = await startIndex(upstream.url, { store });
  expect(await digestOf(`${index.url}demo/demo-1.0.zip`)).toBe(sha256(body));
  await index.close();
  expect(await readdir(join(store, "v1", "tmp"))).toEqual([]);
});
