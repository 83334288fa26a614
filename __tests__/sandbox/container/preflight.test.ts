import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test as plain } from "@jest/globals";
import { getExecutor } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { IMAGE } from "./images.js";

const sandbox = getExecutor("container");

describe.each(engines)("$title", ({ name, test, use }) => {
  use();

  test("the preflight tells whether a container starts, without an image", async () => {
    expect(await sandbox.preflight()).toEqual([]);
    // docker runs images only.
    if (name === "docker") return;
    const settings = process.env.CONTAINERS_CONF ?? "";
    const broken = `${settings}.broken`;
    const profile = '[containers]\nseccomp_profile = "/no/such/profile"';
    writeFileSync(broken, readFileSync(settings, "utf8").replace("[containers]", profile));
    process.env.CONTAINERS_CONF = broken;
    try {
      const [problem] = await sandbox.preflight();
      expect(problem?.code).toBe("container-not-started");
      expect(problem?.message).toMatch(/^podman \S+ answers, but starts no container\. .*\/no\/such\/profile/s);
    } finally {
      process.env.CONTAINERS_CONF = settings;
      rmSync(broken);
    }
  });

  test("what an engine starts by its name is found where PATH does not lead", async () => {
    const path = process.env.PATH;
    process.env.PATH = "/usr/local/bin:/usr/bin:/bin";
    try {
      expect(await sandbox.runSandbox(["true"], { image: IMAGE })).toMatchObject({ exitCode: 0 });
    } finally {
      process.env.PATH = path;
    }
  });

  test("containers' networks are entered where PATH leads to nothing but the engine", async () => {
    const path = process.env.PATH;
    const folder = mkdtempSync(join(tmpdir(), "forgexec-path-"));
    const client = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    symlinkSync(client, join(folder, name));
    process.env.PATH = folder;
    try {
      const forwards = [{ port: 3141, to: { port: 1 } }];
      const session = await sandbox.open({ image: IMAGE, network: "isolated", forwards });
      try {
        const at = { host: "127.0.0.1", port: 3141 };
        await session.untilAnswered?.(at, AbortSignal.timeout(30_000));
      } finally {
        await session.close();
      }
    } finally {
      process.env.PATH = path;
      rmSync(folder, { recursive: true });
    }
  });
});

plain("without an engine the preflight says what each lacks", async () => {
  const path = process.env.PATH;
  process.env.PATH = "/var/empty";
  try {
    const [problem] = await sandbox.preflight();
    expect(problem?.code).toBe("no-container-engine");
    expect(problem?.message).toContain("podman: it is not installed (not on PATH); docker: it is not installed");
    const error = await failureOf(sandbox.runSandbox(["true"], { image: IMAGE, limits: { memory: 1 } }));
    expect(error).toMatchObject({ reason: "unsupported" });
    expect(error.message).toContain("no container engine works on this machine");
  } finally {
    process.env.PATH = path;
  }
});
