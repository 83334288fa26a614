import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError } from "../../command/index.js";
import { normalise } from "../normalise.js";
import type { Caller } from "./lending.js";
import { openContainer } from "./open.js";

/**
 * Makes a container of an empty folder, which takes no image, and takes it away again: why that failed, for people; null: it works. docker
 * runs images only, so that of it no more is known than that its engine answers.
 */
export async function tryOut(caller: Caller): Promise<string | null> {
  const { engine } = caller;
  if (engine.name === "docker") return null;
  const root = mkdtempSync(join(tmpdir(), "forgexec-preflight-"));
  try {
    const session = await openContainer(normalise({ filesystemRoot: root, network: "isolated" }), caller);
    await session.close();
    return null;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return `${engine.name} ${engine.version} answers, but starts no container. ${error.message}`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
