import { expect } from "@jest/globals";
import type { Command } from "../../../src/command/index.js";
import { detectEngine } from "../../../src/sandbox/container/detect.js";
import { openContainer } from "../../../src/sandbox/container/open.js";
import { normalise } from "../../../src/sandbox/normalise.js";
import { BARE_IMAGE, IMAGE, USER_IMAGE } from "./images.js";
import { testWithPodman as test, usePodman } from "./podman.js";

usePodman();

/** A session as if its processes were a service's of another user: not to be found from here. For real: foreign.test.ts, remote.test.ts. */
async function openForeign(image: string) {
  const detection = detectEngine(process.env as Record<string, string>);
  if (detection.type === "none") throw new Error(detection.reasons.join("\n"));
  return openContainer(normalise({ image }), { engine: { ...detection.engine, processes: "none" }, uid: 0 });
}

async function started(command: Command) {
  const child = await command.stdout("pipe").start();
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  return child;
}

test.each([IMAGE, USER_IMAGE])("a command that cannot be seen from here is ended from inside (%s)", async (image) => {
  const session = await openForeign(image);
  try {
    const other = await started(session.command(["sh", "-c", "echo up; exec sleep 2001"]));
    const child = await started(
      session.command(["sh", "-c", "trap '' TERM; sleep 2002 & echo up; wait; sleep 2003"]).killGrace(500),
    );
    await child.abort();
    const { stdout } = await session.command(["ps", "-o", "args"]).stdout("capture").run();
    expect(stdout).toContain("sleep 2001");
    expect(stdout).not.toMatch(/sleep 200[23]/);
    await other.abort();
  } finally {
    await session.close();
  }
});

test("where the image has nothing to end it with, the container ends", async () => {
  const session = await openForeign(BARE_IMAGE);
  try {
    const child = await session.command(["/cat"]).stdin("pipe").stdout("pipe").killGrace(500).start();
    const echoed = new Promise((resolve) => child.stdout?.once("data", resolve));
    await child.write("up");
    await echoed;
    await child.abort();
    await expect(session.command(["/cat"]).run()).rejects.toMatchObject({ reason: "spawn" });
  } finally {
    await session.close();
  }
});
