import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { findOnPath } from "../../src/sandbox/programs.js";
import { testEverybodys as inSandbox } from "../sandbox/support/machine.js";
import { createFolder, machineEnvironment, removeFolders } from "./support.js";

const onUnix = process.platform === "win32" ? test.skip : test;
const onLinux = process.platform === "linux" ? test : test.skip;
// Without it these tests are left out, but never in CI on Linux.
const python =
  spawnSync("python3", ["--version"]).status === 0 || (process.env.CI === "true" && process.platform === "linux");
const withTerminal = python && process.platform !== "win32" ? test : test.skip;

let entry: string;
let home: string;

beforeAll(async () => {
  const folder = await createFolder({ "package.json": '{ "type": "module" }' });
  home = join(folder, "home");
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const tsc = resolve("node_modules/typescript/bin/tsc");
  // Faults of types are the type check's affair; what counts here is that there is something to run.
  spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", join(folder, "lib")]);
  entry = join(folder, "lib/cli/entry.js");
  expect(existsSync(entry)).toBe(true);
});
afterAll(removeFolders);

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    ...machineEnvironment(),
    HOME: home,
    XDG_STATE_HOME: join(home, "state"),
    FORGEXEC_CACHE_DIR: join(home, "cache"),
    ...more,
  };
}

interface Started {
  readonly child: ChildProcess;
  /** Resolves once standard output holds the text. */
  readonly sees: (text: string) => Promise<void>;
  /** `[exit code, standard output]`. */
  readonly ended: Promise<readonly [number | null, string]>;
}

function start(cwd: string, argv: readonly string[]): Started {
  const child = spawn(process.execPath, [entry, ...argv], {
    cwd,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint += chunk;
  });
  child.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  const ended = once(child, "close").then(([code]) => [code, text] as const);
  return {
    child,
    sees: async (wanted) => {
      while (!text.includes(wanted)) {
        const next = await Promise.race([once(child.stdout ?? child, "data"), ended.then(() => null)]);
        if (next === null && !text.includes(wanted)) throw new Error(`It ended before it said ${wanted}: ${complaint}`);
      }
    },
    ended,
  };
}

const EMPTY = { ".forge.yml": "environment:\n  MODE: test\nexecute:\n  - echo ran\n" };

onUnix.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("a run that gets %s ends with %d and leaves no process", async (signal, expected) => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - sh -c 'sleep 1000 & echo pid=$!; wait'\n" });
  const run = start(cwd, ["run"]);
  await run.sees("pid=");
  run.child.kill(signal);
  const [code, stdout] = await run.ended;
  expect(code).toBe(expected);
  const pid = Number(/pid=(\d+)/.exec(stdout)?.[1]);
  // Ended; whoever is the parent of orphans here may not have collected it yet.
  expect(spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout).toMatch(/^(Z.*\n)?$/);
});

inSandbox.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("a command in a sandbox gets %s, and its exit code is exec's, or %d", async (signal, expected) => {
  const cwd = await createFolder(EMPTY);
  for (const [script, code] of [
    // By exec: a dash that is just forking takes no SIGINT, as at a terminal, and waits for what it forked.
    ["echo up; exec sleep 1000", expected],
    [`trap "echo caught; exit 3" ${signal.slice(3)}; sleep 1000 & echo up; wait`, 3],
  ] as const) {
    const exec = start(cwd, ["exec", "--sandbox", "bubblewrap", "--", "sh", "-c", script]);
    await exec.sees("up\n");
    exec.child.kill(signal);
    expect(await exec.ended).toEqual([code, code === 3 ? "up\ncaught\n" : "up\n"]);
  }
});

onUnix("a reader that has seen enough ends the run quietly", async () => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - sh -c 'while echo line; do :; done'\n" });
  for (const flag of ["", "--json"]) {
    const script = `"$0" "$1" run ${flag} 2>errors | head -n 1; echo "code \${PIPESTATUS[0]}"`;
    const { stdout } = spawnSync("bash", ["-c", script, process.execPath, entry], {
      cwd,
      env: environment(),
      encoding: "utf8",
    });
    expect(stdout).toContain("code 141");
    expect(execFileSync("cat", ["errors"], { cwd, encoding: "utf8" })).not.toMatch(/EPIPE|forgexec itself/);
  }
  const { stdout, stderr } = spawnSync("bash", ["-c", '"$0" "$1" schema | true', process.execPath, entry], {
    cwd,
    env: environment(),
    encoding: "utf8",
  });
  expect([stdout, stderr]).toEqual(["", ""]);
});

onLinux("standard output that cannot be written is told, not taken for a fault", async () => {
  const cwd = await createFolder(EMPTY);
  const full = openSync("/dev/full", "w");
  for (const argv of [["schema"], ["plan", "--json"]]) {
    const { status, stderr } = spawnSync(process.execPath, [entry, ...argv], {
      cwd,
      env: environment(),
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    expect(status).toBe(74);
    expect(stderr).toContain("standard output cannot be written: ENOSPC");
    expect(stderr).not.toContain("report it");
  }
  closeSync(full);
});

test("exec runs one command in the build's environment and passes its exit code on", async () => {
  const cwd = await createFolder(EMPTY);
  const code = "process.stdout.write(process.env.MODE + process.env.MORE + process.env.FORGE_ACTION); process.exit(7)";
  const argv = [entry, "exec", "--env", "MORE=+more+", "--", process.execPath, "-e", code, "--", "--json"];
  const { status, stdout } = spawnSync(process.execPath, argv, { cwd, env: environment(), encoding: "utf8" });
  expect([status, stdout]).toEqual([7, "test+more+execute"]);
});

onUnix("exec: what the shell opened reaches the command, as do standard input and signals", async () => {
  const cwd = await createFolder({ ...EMPTY, low: "from 3" });
  const script =
    'echo typed | "$0" "$1" exec cat - <(echo from a pipe) /dev/fd/3 3<low; "$0" "$1" exec -- sh -c "kill -9 \\$\\$"; echo $?';
  const { stdout } = spawnSync("bash", ["-c", script, process.execPath, entry], {
    cwd,
    env: environment(),
    encoding: "utf8",
  });
  const low = process.platform === "linux" ? "from 3" : "";
  expect(stdout).toBe(`typed\nfrom a pipe\n${low}137\n`);

  const run = start(cwd, [
    "exec",
    "--",
    "sh",
    "-c",
    'trap "echo got it; exit 9" TERM; echo ready; while :; do sleep 0.1; done',
  ]);
  await run.sees("ready");
  run.child.kill("SIGTERM");
  expect(await run.ended).toEqual([9, "ready\ngot it\n"]);
});

onUnix.each([
  ["nowhere", 127, "not found"],
  ["./low", 126, "not executable"],
])("exec %s: exit code %d, %s", async (program, expected, message) => {
  const cwd = await createFolder({ ...EMPTY, low: "text" });
  const { status, stderr } = spawnSync(process.execPath, [entry, "exec", program], {
    cwd,
    env: environment(),
    encoding: "utf8",
  });
  expect(status).toBe(expected);
  expect(stderr).toContain(message);
});

onUnix("shell reads commands from standard input, in the phase's environment", async () => {
  const cwd = await createFolder({ ...EMPTY, "sub/file": "" });
  const argv = [entry, "shell", "--directory", "..", "--spec", "../.forge.yml", "execute"];
  const options = {
    cwd: join(cwd, "sub"),
    env: environment({ SHELL: "/bin/sh" }),
    input: "echo $MODE; pwd; exit 5",
    encoding: "utf8",
  } as const;
  const { status, stdout } = spawnSync(process.execPath, argv, options);
  expect([status, stdout]).toEqual([5, `test\n${cwd}\n`]);
});

/** Drives a program on a terminal of its own: writes each line once the text before it has been seen, and prints all it saw. */
const DRIVER = `
import os, pty, sys, json
steps, argv = json.loads(sys.argv[1]), sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)
seen, at = "", 0
def read():
    global seen
    try:
        data = os.read(fd, 4096)
    except OSError:
        data = b""
    seen += data.decode(errors="replace")
    return len(data) > 0
for wanted, line in steps:
    while wanted not in seen[at:] and read():
        pass
    at = seen.find(wanted, at) + len(wanted)
    os.write(fd, line.encode())
while read():
    pass
print(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

function onTerminal(
  cwd: string,
  options: {
    readonly argv: readonly string[];
    readonly steps: readonly (readonly [string, string])[];
    readonly shell?: string;
  },
) {
  const { argv, steps, shell = "/bin/sh" } = options;
  const env = environment({ SHELL: shell, TERM: "xterm" });
  return spawnSync("python3", ["-c", DRIVER, JSON.stringify(steps), process.execPath, entry, ...argv], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 50_000,
    killSignal: "SIGKILL",
  });
}

const shells = ["/bin/sh", "/bin/bash"].filter((shell) => existsSync(shell));

withTerminal.each(shells.map((shell) => [shell]))(
  "shell on a terminal: %s has job control, the build's PATH and a prompt that tells (needs python3)",
  async (shell) => {
    const cwd = await createFolder({ ...EMPTY, ".bashrc": "PATH=/elsewhere:$PATH\n" });
    const { status, stdout } = onTerminal(cwd, {
      shell,
      argv: ["shell", "execute", "--env", `HOME=${cwd}`, "--env", `TMPDIR=${cwd}`],
      steps: [
        ["(execute) ", "echo first=$PATH mode=$MODE\n"],
        // What is typed comes back too: a marker is typed in two parts.
        ["mode=test", "sh -c 'echo first\"\"-running; exec sleep 1000'\n"],
        ["first-running", "\u001a"],
        ["Stopped", 'kill %1; fg; echo now""-gone\n'],
        ["now-gone", "sh -c 'echo second\"\"-running; exec sleep 1000'\n"],
        ["second-running", "\u0003"],
        ["(execute) ", "exit 6\n"],
      ],
    });
    expect(status).toBe(6);
    expect(stdout).not.toContain("first=/elsewhere");
    expect(readdirSync(cwd).filter((name) => name.startsWith("forgexec-"))).toEqual([]);
  },
);

const withShutTerminal = withTerminal === test ? inSandbox : test.skip;

withShutTerminal.each(shells.map((shell) => [shell]))(
  "shell on a terminal, in a sandbox: a line that names it, and a prompt that tells, whatever SHELL is: %s (needs python3)",
  async (shell) => {
    const cwd = await createFolder({
      ".forge.yml": "sandbox: { network: isolated }\nexecute: { sandbox: { backend: bubblewrap }, steps: [x] }\n",
    });
    const { status, stdout } = onTerminal(cwd, {
      shell,
      argv: ["shell", "execute"],
      steps: [["(execute) ", "exit 6\n"]],
    });
    expect(status).toBe(6);
    expect(stdout).toContain("the environment of execute in a sandbox (bubblewrap, network isolated); exit or Ctrl-D");
  },
);

withTerminal("encrypt asks on a terminal, and what is typed is not shown (needs python3)", async () => {
  const cwd = await createFolder();
  const key = spawnSync(process.execPath, [entry, "keygen"], { env: environment(), encoding: "utf8" }).stderr;
  const recipient = key.replace("Public key: ", "").trim();
  const { status, stdout } = onTerminal(cwd, {
    argv: ["encrypt", "--recipient", recipient],
    steps: [["(not shown): ", "hush-hush\r"]],
  });
  expect(status).toBe(0);
  expect(stdout).toContain("-----END AGE ENCRYPTED FILE-----");
  expect(stdout).not.toContain("hush");
});

test("the entry itself prints the version", () => {
  const { status, stdout } = spawnSync(process.execPath, [entry, "--version"], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});

inSandbox("where there is neither bubblewrap nor an engine, no image is asked for", async () => {
  const spec = { ".forge.yml": "sandbox: { network: isolated }\nexecute: [echo ran]\n" };
  const cwd = await createFolder(spec);
  const bwrap = findOnPath("bwrap") ?? "";
  // In the system's own folders it is found whatever PATH is.
  const without = ["--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--ro-bind", "/dev/null", realpathSync(bwrap)];
  const env = environment({ PATH: join(cwd, "nothing") });
  const argv = [...without, process.execPath, entry, "run"];
  const { status, stdout, stderr } = spawnSync(bwrap, argv, { cwd, env, encoding: "utf8" });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^bubblewrap: .*bwrap/m);
  expect(stderr).toMatch(/^container: no container engine works on this machine/m);
  expect(stderr).not.toContain("give `image`");
});
