import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createFolder, machineEnvironment, removeFolders } from "../cli/support.js";

const DATA = join(import.meta.dirname, "../fixtures/changes/github.jsonl");
const onUnix = process.platform === "win32" ? test.skip : test;
const python =
  spawnSync("python3", ["--version"]).status === 0 || (process.env.CI === "true" && process.platform === "linux");
const withTerminal = python && process.platform !== "win32" ? test : test.skip;

let entry = "";
let folder = "";

beforeAll(async () => {
  folder = await createFolder({ "package.json": '{ "type": "module" }' });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const tsc = resolve("node_modules/typescript/bin/tsc");
  spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", join(folder, "lib")]);
  entry = join(folder, "lib/cli/entry.js");
  expect(existsSync(entry)).toBe(true);
  writeFileSync(join(folder, "pager"), `#!/bin/sh\ncat > "$1"\necho "paged with LESS=$LESS"\n`);
  chmodSync(join(folder, "pager"), 0o755);
});
afterAll(removeFolders);

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...machineEnvironment(), HOME: folder, FORGEXEC_CACHE_DIR: join(folder, "cache"), TERM: "xterm", ...more };
}

/** Runs a program on a terminal of so many rows and columns, and prints what it wrote there. */
const TERMINAL = `
import fcntl, os, pty, struct, sys, termios
rows, columns, argv = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.execvp(argv[0], argv)
seen = b""
while True:
    try:
        data = os.read(fd, 4096)
    except OSError:
        break
    if not data:
        break
    seen += data
sys.stdout.buffer.write(seen.replace(b"\\r\\n", b"\\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

function onTerminal(rows: number, argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const args = [
    "-c",
    TERMINAL,
    String(rows),
    "100",
    process.execPath,
    entry,
    "changes",
    "list",
    "--from",
    DATA,
    ...argv,
  ];
  const { status, stdout } = spawnSync("python3", args, {
    cwd: folder,
    env: environment(more),
    encoding: "utf8",
    timeout: 50_000,
  });
  // On a busy machine the count of changes shows up before the report, and goes away again.
  const shown = stdout.split("\r\u001b[K").map((part) => part.replace(/^\d+ changes/, ""));
  return [status, shown.join("")] as const;
}

const PLAIN = ["--color", "never", "--now", "2030-01-14T09:00:00Z"];

withTerminal("a report that is longer than the terminal is shown by the pager (needs python3)", () => {
  const file = join(folder, "paged.txt");
  const [status, shown] = onTerminal(5, PLAIN, { PAGER: `'${folder}/pager' ${file}` });
  expect([status, shown]).toEqual([0, "paged with LESS=FRX\n"]);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(8);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  const kept = { PAGER: "false", FORGEXEC_PAGER: `${folder}/pager ${file}`, LESS: "S" };
  expect(onTerminal(5, PLAIN, kept)).toEqual([0, "paged with LESS=S\n"]);
});

withTerminal.each<[string, number, string[], Record<string, string>]>([
  ["there is room for it", 40, [], { PAGER: "false" }],
  ["it is turned off", 5, ["--no-pager"], { PAGER: "false" }],
  ["it is cat", 5, [], { PAGER: "cat" }],
  ["it is empty", 5, [], { PAGER: "" }],
  ["there is none", 5, [], { PAGER: "/nowhere/pager" }],
])("no pager where %s (needs python3)", (_, rows, argv, more) => {
  const [status, shown] = onTerminal(rows, [...PLAIN, ...argv], more);
  expect(status).toBe(0);
  expect(shown).toMatch(/^Changes: 6\nURL /);
});

withTerminal("a terminal gets colours, and no pager that leaves early is a fault (needs python3)", () => {
  expect(onTerminal(40, [])[1]).toContain("\u001b[1m\u001b[32m+2\u001b[39m\u001b[22m");
  expect(onTerminal(5, PLAIN, { PAGER: "true" })).toEqual([0, ""]);
});

onUnix.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends a fetch, exit code %i", async (signal, code) => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = once(server, "request");
  const env = environment({ GITHUB_API_URL: url, GITHUB_REPOSITORY: "acme/web" });
  const child = spawn(process.execPath, [entry, "changes", "list"], { cwd: folder, env, stdio: "ignore" });
  const ended = once(child, "close");
  // It waits for an answer that never comes.
  await asked;
  child.kill(signal);
  expect(await ended).toEqual([code, null]);
  server.closeAllConnections();
  server.close();
});
