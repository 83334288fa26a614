import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { get, startIndex, temporaryFolder } from "./support.js";
import { faults, startUpstream, type UpstreamFile } from "./upstream.js";
import { hasTool } from "./wheels.js";

const METADATA = `Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n\n${"A long text. ".repeat(5000)}\n`;
const python = hasTool("python3") ? test : test.skip;
const why = hasTool("python3") ? "" : " (skipped: there is no python3)";

const PACK = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", getattr(zipfile, sys.argv[2])) as z:
    z.comment = b"x" * 500
    z.writestr("demo/other.dist-info/METADATA", "not this")
    z.writestr("demo-1.0.dist-info/METADATA", sys.stdin.read())
`;

async function wheel(packed: "ZIP_STORED" | "ZIP_DEFLATED"): Promise<Buffer> {
  const path = join(await temporaryFolder(), "wheel.whl");
  execFileSync("python3", ["-c", PACK, path, packed], { input: METADATA });
  return readFile(path);
}

/** An index that has kept the wheel, its page and nothing else, and whose upstream gives no metadata. */
async function askFor(body: Buffer, metadata: string): Promise<{ readonly status: number; readonly text: string }> {
  const upstream = await startUpstream();
  const file: UpstreamFile = { name: "demo-1.0-py3-none-any.whl", body, metadata };
  upstream.add("demo", file);
  upstream.instead.set(`/files/${file.name}.metadata`, faults.status(500));
  const index = await startIndex(upstream.url);
  expect((await get(`${index.url}demo/${file.name}`)).status).toBe(200);
  const answer = await get(`${index.url}demo/${file.name}.metadata`);
  return { status: answer.status, text: answer.body.toString() };
}

for (const packed of ["ZIP_STORED", "ZIP_DEFLATED"] as const) {
  python(
    `the metadata of a kept wheel is to be had from it, though the upstream gives none (${packed})${why}`,
    async () => {
      const { status, text } = await askFor(await wheel(packed), METADATA);
      expect([status, text === METADATA]).toEqual([200, true]);
    },
  );
}

python(`metadata that is not what the page names is not served${why}`, async () => {
  expect((await askFor(await wheel("ZIP_DEFLATED"), "Name: other\n")).status).toBe(503);
});

python(`a kept file that is no whole wheel gives no metadata, and does no harm${why}`, async () => {
  const whole = await wheel("ZIP_DEFLATED");
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, whole.length - 700, whole.length - 530);
  for (const body of [Buffer.alloc(0), randomBytes(3000), whole.subarray(0, 400), whole.subarray(400), damaged]) {
    expect((await askFor(body, METADATA)).status).toBe(503);
  }
});
