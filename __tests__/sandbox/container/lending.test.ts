import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "@jest/globals";
import { changeOwner } from "../../../src/sandbox/container/change-owner.js";
import type { Engine } from "../../../src/sandbox/container/engine.js";
import type { Image } from "../../../src/sandbox/container/image.js";
import { keepIdFor, requireGivingBack } from "../../../src/sandbox/container/lending.js";
import { readLoan } from "../../../src/sandbox/container/loan.js";
import { alone } from "../../../src/sandbox/container/open-loans.js";
import { testOnLinux as test } from "../../command/on-linux.js";
import { executable } from "./executable.js";

const scratch = mkdtempSync(join(tmpdir(), "forgexec-lending-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const engine: Engine = {
  name: "podman",
  program: "/usr/bin/podman",
  environment: { PATH: scratch },
  version: "4.3.1",
  rights: "rootless",
  limits: [],
  swap: "free",
  hardProcesses: null,
  pullFolder: null,
  architecture: "amd64",
  processes: "own",
};
const image = (user: string): Image => ({ id: "sha256:0", user, environment: {}, workingDirectory: null });

test.each([
  ["1000", { uid: 1000, gid: 1000 }],
  ["1000:50", { uid: 1000, gid: 50 }],
  ["0:0", null],
  ["", null],
  ["builder", null],
])("the image's user %s is who calls, under a podman without root's rights", (user, expected) => {
  expect(keepIdFor(image(user), engine)).toEqual(expected);
  for (const other of [{ rights: "root" }, { name: "docker" }, { version: "4.2.0" }, { version: "3.4.4" }] as const)
    expect(keepIdFor(image(user), { ...engine, ...other })).toBeNull();
  expect(keepIdFor(image(user), { ...engine, version: "5.0.0" })).toEqual(expected);
});

test("a workspace that could not be given back is refused before anything runs", () => {
  const docker = { ...engine, name: "docker", rights: "root", processes: "foreign" } as const;
  const refused = () => requireGivingBack("/w", { engine: docker, uid: 1000 });
  executable(join(scratch, "sudo"), "exit 1");
  expect(refused).toThrow(expect.objectContaining({ reason: "unsupported" }));
  executable(join(scratch, "sudo"), "exit 0");
  expect(refused).not.toThrow();
  executable(join(scratch, "sudo"), "exit 1");
  requireGivingBack(null, { engine: docker, uid: 1000 });
  requireGivingBack("/w", { engine: docker, uid: 0 });
  requireGivingBack("/w", { engine, uid: 1000 });
  requireGivingBack("/w", { engine: { ...docker, processes: "none" }, uid: 1000 });
});

test("nobody else can keep who lends a folder waiting: what they wait for lies where only they can write", () => {
  const before = readdirSync(tmpdir());
  const meanwhile = alone(() => readdirSync(tmpdir()));
  expect(meanwhile.filter((name) => /loan|lock/.test(name) && !before.includes(name))).toEqual([]);
});

test("without root owners are changed by a helper, which gets the paths as they are", () => {
  const odd = join(scratch, "an odd\nname");
  writeFileSync(odd, "");
  writeFileSync(join(scratch, "link"), "");
  // Instead of changing owners it notes what it would have changed; xargs and printf are the real ones.
  executable(join(scratch, "chown"), `printf '%s|' "$@" > '${scratch}/noted'`);
  executable(join(scratch, "podman"), '[ "$1" = unshare ] && shift && exec "$@"');
  const real = execFileSync("sh", ["-c", "command -v xargs"], { encoding: "utf8" }).trim();
  executable(join(scratch, "xargs"), `exec ${real} "$@"`);
  const rootless = { ...engine, program: join(scratch, "podman") };
  const entry = (path: string) => ({ path, dev: 0, ino: 0 });
  changeOwner(rootless, 1000)([odd, "/-rf"].map(entry), { uid: 0, gid: 0 });
  expect(execFileSync("cat", [join(scratch, "noted")], { encoding: "utf8" })).toBe(
    `--no-dereference|0:0|--|${odd}|/-rf|`,
  );
  expect(() => changeOwner({ ...engine, name: "docker" }, 1000)([entry(odd)], { uid: 0, gid: 0 })).toThrow(
    "`sudo --non-interactive chown` failed",
  );
  expect(statSync(odd).isFile()).toBe(true);
});

test("what is no loan is none", () => {
  for (const text of [
    "",
    "[]",
    "{}",
    "null",
    '{"folder":"relative","owner":{"uid":1,"gid":1},"since":1}',
    '{"folder":"/w","owner":{"uid":"x"},"since":1}',
  ])
    expect(readLoan(text)).toBeNull();
  const loan = { folder: "/w", owner: { uid: 1, gid: 2 }, since: 3.5 };
  expect(readLoan(JSON.stringify({ ...loan, more: 1 }))).toEqual(loan);
});
