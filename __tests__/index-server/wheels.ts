import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./support.js";
import type { UpstreamFile } from "./upstream.js";

const spawn = promisify(execFile);
const ZIP = `import json,sys,zipfile
with zipfile.ZipFile(sys.argv[1], "w") as z:
    for name, text in json.loads(sys.argv[2]).items(): z.writestr(name, text)`;

export function hasTool(name: string): boolean {
  return spawnSync(name, ["--version"]).status === 0;
}

/** A wheel with one module that holds its version, and its metadata. */
export async function pythonWheel(about: {
  readonly name: string;
  readonly version: string;
  readonly requires: readonly string[];
}): Promise<UpstreamFile> {
  const { name, version, requires } = about;
  const info = `${name}-${version}.dist-info`;
  const metadata = [
    "Metadata-Version: 2.1",
    `Name: ${name}`,
    `Version: ${version}`,
    ...requires.map((each) => `Requires-Dist: ${each}`),
    "",
  ].join("\n");
  const record = [`${name}.py,,`, `${info}/METADATA,,`, `${info}/WHEEL,,`, `${info}/RECORD,,`, ""].join("\n");
  const files = {
    [`${name}.py`]: `VERSION = "${version}"\n`,
    [`${info}/METADATA`]: metadata,
    [`${info}/WHEEL`]: "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    [`${info}/RECORD`]: record,
  };
  const path = join(await temporaryFolder(), "wheel.zip");
  await spawn("python3", ["-c", ZIP, path, JSON.stringify(files)]);
  return { name: `${name}-${version}-py3-none-any.whl`, body: await readFile(path), metadata };
}
