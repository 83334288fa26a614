import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { compiledSources } from "../index-server/compiled.js";
import { local } from "./support/local.js";
import { sandboxesWork } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { root } = useRootFolder();
let sources = "";
beforeAll(async () => {
  if (sandboxesWork) sources = await compiledSources();
});

describe.each(local)("$name", ({ name, test }) => {
  test("with too few descriptors left nothing but a CommandError comes of it, however few they are", () => {
    const program = join(sources, `starved-${name}.mjs`);
    const configs = [{ filesystemRoot: root, env: { PATH: "/bin" } }, { cwd: "/" }];
    writeFileSync(
      program,
      `import { closeSync, openSync, readdirSync } from "node:fs";
       import { tmpdir } from "node:os";
       import { getExecutor } from "./sandbox/index.js";
       const executor = getExecutor(${JSON.stringify(name)});
       const inSession = async (config) => {
         const session = await executor.open(config);
         try {
           await session.command(["true"]).stdout("capture").run();
         } finally {
           await session.close();
         }
       };
       const alone = (config) => executor.runSandbox(["true"], config);
       const withFree = async (free, use, config) => {
         const held = [];
         try {
           for (;;) held.push(openSync("/dev/null"));
         } catch {}
         for (const fd of held.splice(0, free)) closeSync(fd);
         const outcome = await use(config).then(() => "ran", (error) => error);
         for (const fd of held) closeSync(fd);
         return outcome === "ran" ? outcome : outcome.reason ?? outcome.stack;
       };
       const own = () => readdirSync(tmpdir()).filter((entry) => entry.startsWith("forgexec-"));
       process.env.TMPDIR = ${JSON.stringify(sources)};
       const outcomes = new Set();
       // What is loaded when it is first needed is there then, and descriptors that are kept.
       for (const use of [inSession, alone]) await withFree(60, use, { cwd: "/" });
       for (const config of ${JSON.stringify(configs)})
         for (const use of [inSession, alone])
           for (let free = 0; free <= 40; free += free < 25 ? 1 : 15) outcomes.add(await withFree(free, use, config));
       console.log(JSON.stringify({ outcomes: [...outcomes].sort(), left: own() }));`,
    );
    const words = ["-c", 'ulimit -n 160; exec "$@"', "sh", process.execPath, program];
    const said = execFileSync("/bin/sh", words, { encoding: "utf8", timeout: 120_000 });
    expect(JSON.parse(said)).toEqual({ outcomes: ["ran", "spawn"], left: [] });
  });
});
