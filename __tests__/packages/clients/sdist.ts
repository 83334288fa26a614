import { gzipSync } from "node:zlib";
import type { UpstreamFile } from "../../index-server/upstream.js";

/** An sdist that builds itself without anything from an index, and adds a line to the file at `log` each time. */
export function pythonSdist(about: {
  readonly name: string;
  readonly version: string;
  readonly log: string;
}): UpstreamFile {
  const { name, version, log } = about;
  const root = `${name}-${version}`;
  const metadata = `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`;
  const backend = `
import os, zipfile
METADATA = ${JSON.stringify(metadata)}
INFO = ${JSON.stringify(`${root}.dist-info`)}
def prepare_metadata_for_build_wheel(directory, settings=None):
    os.makedirs(os.path.join(directory, INFO), exist_ok=True)
    with open(os.path.join(directory, INFO, "METADATA"), "w") as out:
        out.write(METADATA)
    with open(os.path.join(directory, INFO, "WHEEL"), "w") as out:
        out.write("Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    return INFO
def build_wheel(directory, settings=None, metadata_directory=None):
    with open(${JSON.stringify(log)}, "a") as out:
        out.write("built\\n")
    name = ${JSON.stringify(`${name}-${version}-py3-none-any.whl`)}
    with zipfile.ZipFile(os.path.join(directory, name), "w") as z:
        z.writestr(${JSON.stringify(`${name}.py`)}, "VERSION = " + repr(${JSON.stringify(version)}))
        z.writestr(INFO + "/METADATA", METADATA)
        z.writestr(INFO + "/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        z.writestr(INFO + "/RECORD", ${JSON.stringify(`${name}.py,,\n${root}.dist-info/METADATA,,\n${root}.dist-info/WHEEL,,\n${root}.dist-info/RECORD,,\n`)})
    return name
`;
  const project = `[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "${name}"\nversion = "${version}"\n`;
  const files = { "PKG-INFO": metadata, "pyproject.toml": project, "backend.py": backend };
  const entries = Object.entries(files).map(([file, text]) => entry(`${root}/${file}`, Buffer.from(text)));
  return { name: `${root}.tar.gz`, body: gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)])) };
}

/** A file of a tar archive (ustar). */
function entry(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(512);
  const put = (text: string, at: number): void => void header.write(text, at, "latin1");
  const octal = (number: number, width: number): string => `${number.toString(8).padStart(width - 1, "0")}\0`;
  put(name, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(body.length, 12), 124);
  put(octal(1_600_000_000, 12), 136);
  put("        ", 148);
  put("0", 156);
  put("ustar\x0000", 257);
  put(
    `${octal(
      [...header].reduce((sum, byte) => sum + byte, 0),
      7,
    )} `,
    148,
  );
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}
