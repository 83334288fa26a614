import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, test as everyTest, expect } from "@jest/globals";
import { makeGroup, removeGroup } from "../../src/sandbox/groups/make.js";
import { readLimits } from "../../src/sandbox/normalise-limits.js";
import { Reader } from "../../src/sandbox/reader.js";
import { compiledSources } from "../index-server/compiled.js";
import { local } from "./support/local.js";
import { limitsWork, sandboxesWork, testSandboxes } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { scratch } = useRootFolder();
let sources = "";
beforeAll(async () => {
  if (sandboxesWork) sources = await compiledSources();
});
/** Only root may change the limit of the group that it is in. */
const test = limitsWork ? testSandboxes : everyTest.skip;

describe.each(local)("$name", ({ name }) => {
  test("where forgexec itself may start no more processes, that is told, and no mount point is left", () => {
    const group = makeGroup(readLimits({ pids: 500 }, new Reader()));
    const [folder = ""] = group?.folders ?? [];
    const program = join(sources, `crowded-${name}.mjs`);
    const config = { cwd: "/", extraMounts: [{ type: "tmpfs", target: join(scratch, "made") }] };
    writeFileSync(
      program,
      `import { existsSync, readFileSync, writeFileSync } from "node:fs";
       import { getExecutor } from "./sandbox/index.js";
       const use = async () => {
         const session = await getExecutor(${JSON.stringify(name)}).open(${JSON.stringify(config)});
         try {
           await session.command(["true"]).stdout("capture").run();
         } finally {
           await session.close();
         }
       };
       const room = (processes) => writeFileSync(${JSON.stringify(join(folder, "pids.max"))}, processes);
       // Node starts its threads when it first needs them.
       await use();
       const outcomes = [];
       for (let more = 0; more < 10; more++) {
         const now = Number(readFileSync(${JSON.stringify(join(folder, "pids.current"))}, "latin1"));
         room(String(now + more));
         const outcome = await use().then(() => "ran", ({ reason, message }) => ({ reason, message }));
         room("max");
         outcomes.push({ outcome, left: existsSync(${JSON.stringify(join(scratch, "made"))}) });
       }
       console.log(JSON.stringify(outcomes));`,
    );
    try {
      const words = ["-c", 'echo $$ > "$1"; shift; exec "$@"', "sh", join(folder, "cgroup.procs")];
      const said = execFileSync("/bin/sh", [...words, process.execPath, program], { encoding: "utf8" });
      const outcomes: readonly { readonly outcome: unknown; readonly left: boolean }[] = JSON.parse(said);
      expect(outcomes.at(-1)?.outcome).toBe("ran");
      const refusals = outcomes.filter(({ outcome }) => outcome !== "ran");
      expect(refusals.length).toBeGreaterThan(1);
      for (const { outcome } of refusals)
        expect(outcome).toEqual({ reason: "spawn", message: expect.stringMatching(/EAGAIN|Resource temporarily/) });
      expect(outcomes.filter(({ left }) => left)).toEqual([]);
    } finally {
      removeGroup(group);
    }
  });
});
