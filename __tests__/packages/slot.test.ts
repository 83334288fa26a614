import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { takeSlot } from "../../src/packages/slot.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-"));
afterAll(() => rmSync(folder, { recursive: true }));

const owner = { directory: "/project", owner: "octo", repository: "cat" };

test("runs side by side get places of their own, the lowest that is free", async () => {
  const cacheDirectory = join(folder, "cache");
  const first = await takeSlot({ ...owner, cacheDirectory });
  const second = await takeSlot({ ...owner, cacheDirectory });
  expect([first.path, second.path]).toEqual([0, 1].map((n) => join(cacheDirectory, "env", `octo-cat-${n}`)));
  await first.lock.release();
  const third = await takeSlot({ ...owner, cacheDirectory });
  expect(third.path).toBe(first.path);
  await Promise.all([second.lock.release(), third.lock.release()]);
});
