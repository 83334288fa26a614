import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { coverFds } from "../../src/command/cover-fds.js";
import { Command } from "../../src/command/index.js";
import { compiledCommand } from "./compiled.js";
import { python, reporter, reportOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const command = () => new Command(python, reporter);

test("only 0, 1 and 2 are open in the child", async () => {
  expect(Object.keys((await reportOf(command())).fds)).toEqual(["0", "1", "2"]);
});

test("passed descriptors have the numbers that were said, and are closed here if asked", async () => {
  const kept = openSync("/dev/null", "r");
  const given = openSync("/dev/zero", "r");
  const passing = command();
  const numbers = [passing.passFd(kept), passing.passFd(given, { closeInParent: true }), passing.sendBuffer("x")];
  expect(numbers).toEqual([3, 4, 5]);
  const { fds } = await reportOf(passing);
  expect(Object.keys(fds)).toEqual(["0", "1", "2", "3", "4", "5"]);
  expect(fds).toMatchObject({ 3: "/dev/null", 4: "/dev/zero" });
  expect(() => closeSync(given)).toThrow("EBADF");
  closeSync(kept);
});

test("more than seven are passed too", async () => {
  const passing = command();
  for (let count = 0; count < 12; count += 1) passing.sendBuffer(String(count));
  const { fds, umask } = await reportOf(passing.umask(0o77));
  expect([Object.keys(fds).length, umask]).toEqual([15, 0o77]);
});

test("buffers of any size are sent through descriptors of their own", async () => {
  const reading = new Command("sh", ["-c", "wc -c <&3; cat <&4"]).stdout("capture");
  reading.sendBuffer(Buffer.alloc(500_000));
  reading.sendBuffer("secret");
  expect((await reading.run()).stdout.replace(/\s+/g, " ").trim()).toBe("500000 secret");
});

// A process of its own, started by a shell with one more descriptor: 20 is past those that Node closes by itself.
const listing = `
const { Command, closeInheritedFds } = await import(process.argv[1]);
const open = async (how) => {
  const { stdout } = await new Command("ls", ["/proc/self/fd"]).inheritedFds(how).stdout("capture").run();
  return stdout.split("\\n").includes("20");
};
const before = [await open("close"), await open("pass")];
closeInheritedFds();
console.log(JSON.stringify([...before, await open("pass")]));
`;

test("descriptors that this process inherited are closed in the child, or passed on if asked", () => {
  const script = 'exec "$@" 20< /dev/null';
  const args = [process.execPath, "--input-type=module", "-e", listing, compiledCommand];
  const result = spawnSync("bash", ["-c", script, "bash", ...args], { encoding: "utf8" });
  expect(JSON.parse(result.stdout)).toEqual([false, true, false]);
});

test("certificates that Node reads in a thread of its own are left open: the thread closes them, and would close what has their number by then", () => {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-trust-"));
  const trust = join(folder, "trust.pem");
  writeFileSync(trust, "");
  const ask = `
    const { closeInheritedFds } = await import(process.argv[1]);
    const { existsSync } = await import("node:fs");
    closeInheritedFds();
    console.log(JSON.stringify([20, 21].map((fd) => existsSync("/proc/self/fd/" + fd))));`;
  const script = 'exec "$@" 20< "$NODE_EXTRA_CA_CERTS" 21< /dev/null';
  const args = [process.execPath, "--input-type=module", "-e", ask, compiledCommand];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: trust };
  const { stdout } = spawnSync("bash", ["-c", script, "bash", ...args], { encoding: "utf8", env });
  rmSync(folder, { recursive: true });
  expect(JSON.parse(stdout)).toEqual([true, false]);
});

test("where there is no bash to close them, nothing can be reached through them", () => {
  expect(coverFds([1, 2, 3], [3, 6], 9)).toEqual([1, 2, 3, 9, "ignore", "ignore", 9]);
  const [fd, closed] = [openSync("/proc/self/status", "r"), 40];
  const stdio = coverFds(["ignore", "pipe", "ignore"], [closed + 1], fd);
  const { stdout } = spawnSync("ls", ["-l", "/proc/self/fd"], { stdio, encoding: "utf8" });
  closeSync(fd);
  expect(stdout).toMatch(/ 41 -> \S+status$/m);
  expect(stdout).not.toMatch(/ 40 -> /);
});
