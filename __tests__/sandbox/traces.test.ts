import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { compiledSources } from "../index-server/compiled.js";
import { usePodman } from "./container/podman.js";
import { ofFolders } from "./support/backends.js";
import { limitsWork, sandboxesWork } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

usePodman();
const { root, scratch } = useRootFolder();
let sources = "";
beforeAll(async () => {
  if (sandboxesWork) sources = await compiledSources();
}, 60_000);

const isRoot = process.geteuid?.() === 0;
/** Others than root may have a mount namespace only with a user namespace, in which they stay themselves. */
const asSelf = isRoot ? [] : ["--map-current-user"];

describe.each(ofFolders)("$name", ({ name, test }) => {
  test("this machine's mounts, temporary files and mount points are the same before and after, whatever happens", () => {
    const temporary = join(scratch, `tmp-${name}`);
    mkdirSync(temporary);
    const program = join(sources, `traces-${name}.mjs`);
    writeFileSync(
      program,
      `import { readdirSync, readFileSync } from "node:fs";
       import { getExecutor } from "./sandbox/index.js";
       const executor = getExecutor(${JSON.stringify(name)});
       const isLimited = ["memory", "pids"].every((limit) => executor.capabilities.limits.includes(limit));
       const config = {
         filesystemRoot: ${JSON.stringify(root)}, env: { PATH: "/bin" }, filesystemWritablePaths: ["/data"],
         workspace: ${JSON.stringify(join(scratch, "root/data/1"))},
         extraMounts: [{ type: "proc", target: "/proc" }, { type: "tmpfs", target: "/made/on/demand" }],
         limits: isLimited ? { memory: "128MiB", pids: 60 } : {},
       };
       const traces = () => ({
         // Without numbers and propagation. A mount of somebody else's is gone here too once its mount point is.
         mounts: readFileSync("/proc/self/mountinfo", "utf8").trim().split("\\n").map((line) => line.split(" ").slice(2).join(" ").replace(/ (shared|master):[0-9]+/g, "")),
         temporary: readdirSync(${JSON.stringify(temporary)}),
         root: readdirSync(config.filesystemRoot).sort(),
       });
       const settled = (promise) => promise.then(({ exitCode }) => exitCode, ({ reason }) => reason);
       const session = async (use) => {
         const opened = await executor.open(config);
         await use(opened);
         await opened.close();
         return "closed";
       };
       const missing = { type: "bind", source: "/not/there", target: "/made/too" };
       const ways = {
         success: () => settled(executor.runSandbox(["sh", "-c", "true"], config)),
         failure: () => settled(executor.runSandbox(["sh", "-c", "exit 3"], config)),
         missing: () => settled(executor.runSandbox(["no-such-program"], config)),
         "time-out": () => settled(executor.runSandbox(["sleep", "1000"], { ...config, limits: { timeout: 2000 } })),
         mount: () => settled(executor.runSandbox(["true"], { ...config, extraMounts: [...config.extraMounts, missing] })),
         ...(isLimited && { memory: () => settled(executor.runSandbox(["awk", 'BEGIN { s = "0123456789"; while (1) s = s s }'], { ...config, limits: { memory: "24MiB" } })) }),
         closed: () => session((opened) => settled(opened.command(["sh", "-c", "sleep 1000 & exit 0"]).leftovers("keep").run())),
         "closed while it runs": () => session(async (opened) => {
           const child = await opened.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").allowFailure().start();
           await new Promise((resolve) => child.stdout.once("data", resolve));
         }),
       };
       const { root, temporary } = traces();
       // An engine may mount something once for all.
       await ways.closed();
       const outcomes = {};
       for (const [name, way] of Object.entries(ways)) {
         const before = { ...traces(), root, temporary };
         const changes = () => {
           const now = traces();
           return Object.entries(now).flatMap(([key, all]) => all.filter((each) => !before[key].includes(each)).map((each) => key + ": " + each));
         };
         const outcome = await way();
         // Streams of children are closed a turn later.
         for (let turn = 0; turn < 20 && changes().length > 0; turn += 1)
           await new Promise((resolve) => setTimeout(resolve, 10));
         outcomes[name] = [outcome, ...changes()];
       }
       console.log(JSON.stringify(outcomes));`,
    );
    // In a mount namespace of its own, where nobody else mounts anything meanwhile.
    const argv = [...asSelf, "--mount", "--propagation", "private", process.execPath, program];
    const env = { ...process.env, TMPDIR: temporary };
    const { memory, ...outcomes } = JSON.parse(execFileSync("unshare", argv, { encoding: "utf8", env }));
    expect(outcomes).toEqual({
      success: [0],
      failure: [3],
      missing: ["not-found"],
      "time-out": ["timeout"],
      mount: ["mount"],
      closed: ["closed"],
      "closed while it runs": ["closed"],
    });
    // With sudo, which has no rights in a user namespace, control groups are not to be had there.
    if (memory !== undefined || (isRoot && limitsWork)) expect(memory).toEqual(["limit"]);
  });
});
