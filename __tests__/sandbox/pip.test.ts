import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { usePodman } from "./container/podman.js";
import { ofFolders } from "./support/backends.js";
import { limitsWork, sandboxesWork } from "./support/machine.js";
import { hasSystemPython, makePythonRoot } from "./support/python-root.js";

usePodman();
const upstream = new TestUpstream();
const scratch = mkdtempSync(join(tmpdir(), "forgexec-pip-"));
const root = join(scratch, "root");
const works = sandboxesWork && (hasSystemPython || process.env.CI === "true");

beforeAll(async () => {
  if (!works) return;
  makePythonRoot(root);
  await upstream.start();
  upstream.add("alpha", await pythonWheel({ name: "alpha", version: "1.0", requires: ["beta"] }));
  upstream.add("beta", await pythonWheel({ name: "beta", version: "2.0", requires: [] }));
});
afterAll(async () => {
  if (works) await upstream.stop();
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(ofFolders)("$name", ({ name, test }) => {
  test("pip installs in a root of its own, from an index of this machine", async () => {
    if (!works) return;
    const before = readdirSync(root, { recursive: true }).sort();
    const port = Number(new URL(upstream.url).port);
    const isolated: SandboxConfig = { network: "isolated", forwards: [{ port, to: { port } }] };
    const session = await getExecutor(name).open({
      filesystemRoot: root,
      env: { PATH: "/usr/bin:/bin", HOME: "/tmp", PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0" },
      filesystemWritablePaths: ["/opt", "/tmp"],
      extraMounts: [
        { type: "tmpfs", target: "/opt" },
        { type: "tmpfs", target: "/tmp" },
        { type: "proc", target: "/proc" },
        // The others have devices of their own.
        ...(name === "chroot" ? ([{ type: "bind", source: "/dev/null", target: "/dev/null" }] as const) : []),
      ],
      limits: { ...(limitsWork ? { memory: "512MiB", pids: 100 } : {}), timeout: "2m" },
      ...(name === "chroot" ? {} : isolated),
    });
    try {
      const run = async (...argv: readonly string[]) => {
        const command = session.command(argv).stdout("capture").stderr("capture").allowFailure();
        const { stdout, stderr, exitCode } = await command.run();
        return { stdout, stderr: exitCode === 0 ? "" : stderr, exitCode };
      };
      expect(await run("python3", "-m", "venv", "/opt/env")).toMatchObject({ stderr: "", exitCode: 0 });
      const pip = ["/opt/env/bin/pip", "--disable-pip-version-check", "install", "--no-cache-dir", "-q"];
      expect(await run(...pip, "alpha")).toMatchObject({ stderr: "", exitCode: 0 });
      const versions = "import alpha, beta, sys; print(alpha.VERSION, beta.VERSION, sys.prefix, sys.base_prefix)";
      expect((await run("/opt/env/bin/python", "-c", versions)).stdout).toBe("1.0 2.0 /opt/env /usr\n");
      expect((await run(...pip, "--target", "/usr/lib/here", "beta")).exitCode).not.toBe(0);
    } finally {
      await session.close();
    }
    expect(upstream.requests.map(({ path }) => path)).toContain("/simple/beta/");
    expect(existsSync(join(root, "opt"))).toBe(false);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before);
  });
});
