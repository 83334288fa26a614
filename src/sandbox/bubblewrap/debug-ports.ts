import { readdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProcess } from "../../command/index.js";

const NAME = /^(?:dotnet-diagnostic-(\d+)-\d+-socket|clr-debug-pipe-(\d+)-\d+-(?:in|out))$/;

/**
 * Where the .NET programs that this process is a part of, as GitHub's runner, listen for debuggers: whoever reaches that has the program's
 * memory, and can have it load code (.NET's documentation, "Diagnostic port"). They are sockets and pipes among temporary files. Those of
 * other programs come and go, which a mount point must not.
 */
export function debugPorts(folders: readonly string[] = ["/tmp", tmpdir()]): readonly string[] {
  return [...new Set(folders)].flatMap((folder) => {
    try {
      const names = readdirSync(folder).filter(isAncestors);
      return names.map((name) => join(realpathSync(folder), name));
    } catch {
      return [];
    }
  });
}

function isAncestors(name: string): boolean {
  const [, socket, pipe] = NAME.exec(name) ?? [];
  const pid = Number(socket ?? pipe);
  for (let next = process.pid; pid > 0 && next > 0; next = readProcess(next)?.parent ?? 0) {
    if (next === pid) return true;
  }
  return false;
}
