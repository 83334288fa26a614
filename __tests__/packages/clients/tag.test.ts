import { arch } from "node:os";
import { expect, test } from "@jest/globals";
import { computeTag } from "../../../src/packages/clients/index.js";
import { findInterpreter, type Interpreter } from "../../../src/packages/index.js";
import { machineEnvironment } from "../../index-server/support.js";

const { platform } = process;

async function interpreter(): Promise<Interpreter> {
  return findInterpreter({ request: null, environment: machineEnvironment(), platform });
}

const linux = platform === "linux";

(linux ? test : test.skip)(
  `a tag names all that a built wheel depends on${linux ? "" : " (skipped: not on Linux)"}`,
  async () => {
    const python = await interpreter();
    const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
    const library = header.glibcVersionRuntime === undefined ? "musl[\\d.]*" : `glibc${header.glibcVersionRuntime}`;
    const level = arch() === "x64" ? "-v[1-4]" : "";
    const minor = python.version.split(".").slice(0, 2).join(".");
    const tag = computeTag({ interpreter: { ...python, implementation: "cpython" }, platform });
    expect(tag).toMatch(new RegExp(`^linux-${arch()}-${library}${level}-cpython${minor}$`));
  },
);

test("another Python, or one without its lock, has another tag; a tag can be a folder's name and part of a key", async () => {
  const python = await interpreter();
  const others = [
    { ...python, version: "3.99.1" },
    { ...python, implementation: "pypy" },
    { ...python, build: "3.14.0 free-threading build" },
  ];
  const tags = [python, ...others].map((each) => computeTag({ interpreter: each, platform }));
  expect(new Set(tags).size).toBe(4);
  expect(computeTag({ interpreter: { ...python, version: "3.11.0" }, platform })).toBe(
    computeTag({ interpreter: { ...python, version: "3.11.9" }, platform }),
  );
  for (const tag of tags) expect(tag).toMatch(/^[\w.-]+$/);
});
