import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { debugPorts } from "../../src/sandbox/bubblewrap/debug-ports.js";

test("the debug ports of what this process was started by are found, and no others", () => {
  if (process.platform !== "linux") return;
  const folder = mkdtempSync(join(tmpdir(), "forgexec-debug-"));
  try {
    const own = [`clr-debug-pipe-${process.pid}-7-in`, `dotnet-diagnostic-${process.ppid}-7-socket`];
    const others = ["dotnet-diagnostic-4194305-7-socket", `dotnet-diagnostic-${process.pid}-socket`, "clr-debug-pipe"];
    for (const name of [...own, ...others]) writeFileSync(join(folder, name), "");
    expect([...debugPorts([folder, folder])].sort()).toEqual(own.map((name) => join(folder, name)));
    expect(debugPorts([join(folder, "missing")])).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
