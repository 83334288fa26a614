import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { compiledSources } from "../index-server/compiled.js";
import { limited } from "./support/local.js";
import { sandboxesWork } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { root } = useRootFolder();
let sources = "";
beforeAll(async () => {
  if (sandboxesWork) sources = await compiledSources();
});

/** Opens a session with a command in it, says which process that is, and closes it when it is told to. */
const THREAD = `
const { parentPort, workerData: { library, name, root, pids } } = require("node:worker_threads");
import(library).then(async ({ getExecutor }) => {
  const config = { filesystemRoot: root, env: { PATH: "/bin" }, limits: { pids } };
  const session = await getExecutor(name).open(config);
  const child = await session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").allowFailure().start();
  await new Promise((resolve) => child.stdout.once("data", resolve));
  parentPort.postMessage(child.pid);
  const over = child.wait();
  await new Promise((resolve) => parentPort.once("message", resolve));
  await session.close();
  const { status } = await over;
  parentPort.postMessage(status);
});`;

describe.each(limited)("$name", ({ name, test }) => {
  test("sandboxes of two threads have limits of their own, and the end of one is not the other's", () => {
    const program = join(sources, `threads-${name}.mjs`);
    const data = { library: join(sources, "sandbox/index.js"), name, root };
    writeFileSync(
      program,
      `import { once } from "node:events";
       import { readFileSync } from "node:fs";
       import { Worker } from "node:worker_threads";
       const open = async (pids) => {
         const workerData = { ...${JSON.stringify(data)}, pids };
         const worker = new Worker(${JSON.stringify(THREAD)}, { eval: true, workerData });
         const [pid] = await once(worker, "message");
         const close = async () => {
           worker.postMessage("close");
           return (await once(worker, "message"))[0];
         };
         return { pid, close, group: readFileSync("/proc/" + pid + "/cgroup", "latin1") };
       };
       const first = await open(20);
       const second = await open(500);
       const apart = first.group !== second.group;
       const status = await second.close();
       const survives = readFileSync("/proc/" + first.pid + "/cmdline", "latin1") !== "";
       await first.close();
       console.log(JSON.stringify({ apart, status, survives }));`,
    );
    const said = execFileSync(process.execPath, [program], { encoding: "utf8", timeout: 60_000 });
    expect(JSON.parse(said)).toEqual({ apart: true, status: 137, survives: true });
  });
});
