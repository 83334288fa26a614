import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import { nameServers } from "../../src/sandbox/bubblewrap/name-servers.js";
import { testSandboxes as test } from "./support/machine.js";

let run = "";
let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "forgexec-name-servers-"));
  run = `/run/${scratch.split("/").at(-1)}`;
});
afterEach(() => {
  for (const folder of [scratch, run]) rmSync(folder, { recursive: true, force: true });
});

/** Those of this test's own, without its folder. */
const own = (configuration: string) =>
  nameServers(configuration).flatMap((path) => (path.startsWith(`${run}/`) ? [path.slice(run.length + 1)] : []));

test("each link on the way is shown, and the file at its end", () => {
  const configuration = join(scratch, "resolv.conf");
  mkdirSync(join(run, "interface"), { recursive: true });
  symlinkSync(join(scratch, "alternative"), configuration);
  // By a folder that is a link, as /var/run is.
  symlinkSync(run, join(scratch, "run"));
  symlinkSync("run/resolv.conf", join(scratch, "alternative"));
  symlinkSync("interface/resolv.conf", join(run, "resolv.conf"));
  expect(own(configuration)).toEqual([]);
  writeFileSync(join(run, "interface/resolv.conf"), "nameserver 127.0.0.1\n");
  expect(own(configuration)).toEqual(["resolv.conf", "interface/resolv.conf"]);
});

test("what is no file, or a link in a circle, is not", async () => {
  mkdirSync(run);
  const configuration = join(scratch, "resolv.conf");
  const server = createServer().listen(join(run, "socket"));
  await new Promise((resolve) => server.once("listening", resolve));
  symlinkSync(join(run, "socket"), configuration);
  expect(own(configuration)).toEqual([]);
  symlinkSync("circle", join(run, "circle"));
  expect(own(join(run, "circle"))).toEqual([]);
  server.close();
});
