import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "@jest/globals";
import { dockerFacts } from "../../../src/sandbox/container/docker-facts.js";
import type { Engine } from "../../../src/sandbox/container/engine.js";
import { networkOf, whyNotEntered } from "../../../src/sandbox/container/enter-network.js";
import { testOnLinux } from "../../command/on-linux.js";
import { executable } from "./executable.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-enter-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** docker as root's, with a PATH. */
function engine(PATH: string, uid = 0): Engine {
  const probed = dockerFacts({ program: "/p", environment: { PATH }, uid, host: "h", info: { ServerVersion: "27.1" } });
  if (probed.type === "fails") throw new Error(probed.why);
  return probed.engine;
}

testOnLinux("nsenter is taken from PATH, else from the system's folders, and what is missing is named", () => {
  executable(join(folder, "nsenter"), "exit 1");
  expect(networkOf(engine(`relative:/no/such:${folder}`), 7)).toEqual([`${folder}/nsenter`, "--net=/proc/7/ns/net"]);
  expect(whyNotEntered(engine(""), `/no/such:${folder}`)).toBeNull();
  expect(whyNotEntered(engine("/no/such"), "/no/such")).toBe(
    "nsenter is missing, which is part of util-linux: install that",
  );
});

testOnLinux("the network of another user's containers, or of another machine's, is not to be entered", () => {
  expect(whyNotEntered(engine(folder, 1000))).toContain("docker's service runs as another user");
  expect(networkOf(engine(folder, 1000), 7)).toBeNull();
  expect(whyNotEntered({ ...engine(folder), processes: "none" })).toContain("on another machine");
});
