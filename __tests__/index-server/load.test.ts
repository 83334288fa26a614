import { fork } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { once } from "node:events";
import { get as httpGet } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { compiledSources } from "./compiled.js";
import { atEnd, temporaryFolder } from "./support.js";
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

test("20 clients that ask for one missing file of 50 MB cost one download and little memory", async () => {
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
});
