import { afterAll, expect, test } from "@jest/globals";
import { createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

interface Line {
  readonly type: string;
  readonly time: string;
  readonly [key: string]: unknown;
}

const lines = (stdout: string): Line[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

test("a run that succeeds: commands' output on standard output, progress on standard error", async () => {
  const cwd = await createFolder({ ".forge.yml": 'execute:\n  - sh -c "echo to stdout; echo to stderr >&2"\n' });
  const { code, stdout, stderr } = await forgexec(["run"], { cwd });
  expect(code).toBe(0);
  expect(stdout.trim()).toBe("to stdout");
  expect(stderr).toContain("execute");
  expect(stderr).toContain("to stderr");
});

test("in the log of GitHub Actions one stream keeps the order", async () => {
  const cwd = await createFolder({ ".forge.yml": 'execute:\n  - sh -c "echo to stdout"\n' });
  const { code, stdout, stderr } = await forgexec(["run"], { cwd, environment: { GITHUB_ACTIONS: "true" } });
  expect([code, stdout]).toEqual([0, ""]);
  expect(stderr).toContain("to stdout");
});

test.each([
  ["exit 3", 3],
  ["kill -9 $$", 137],
])("the exit code is the failed command's: %s", async (script, expected) => {
  const cwd = await createFolder({ ".forge.yml": `execute:\n  - sh -c '${script}'\n  - echo not reached\n` });
  const { code, stdout } = await forgexec(["run"], { cwd });
  expect(code).toBe(expected);
  expect(stdout).not.toContain("not reached");
});

test("--json: standard output holds one event a line and nothing else", async () => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - echo {one}\n  - sh -c 'exit 4'\n" });
  const { code, stdout } = await forgexec(["run", "--json"], { cwd });
  const events = lines(stdout);
  expect(code).toBe(4);
  expect(events[0]).toMatchObject({ type: "run.start", stage: "execute" });
  expect(events.at(-1)).toMatchObject({ type: "run.end", result: "failure", exitCode: 4 });
  expect(events.find(({ type }) => type === "output")).toMatchObject({ stream: "stdout", text: "{one}" });
  for (const { time } of events) expect(new Date(time).toISOString()).toBe(time);
});

test("a spec with errors: each with its place and line on standard error, nothing runs", async () => {
  const cwd = await createFolder({
    ".forge.yml": "execut:\n  - echo ran\nexecute:\n  - retry: 1\n    run: echo 'open\n",
  });
  for (const argv of [["run"], ["run", "--json"], ["plan"], ["exec", "true"]]) {
    const { code, stdout, stderr } = await forgexec(argv, { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/\.forge\.yml:1:1/);
    expect(stderr).toContain("did you mean `execute`");
    expect(stderr).toMatch(/\.forge\.yml:5:/);
  }
});

test("a spec's warnings are told before the run", async () => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - echo a && echo b\n" });
  const { code, stdout, stderr } = await forgexec(["run"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("a && echo b");
  expect(stderr).toContain("shell: true");
  expect(stderr.indexOf("shell: true")).toBeLessThan(stderr.indexOf("▶"));
});

test("--env, --phase, --from, --keep-going and --timeout reach the run", async () => {
  const cwd = await createFolder({
    ".forge.yml": "linting:\n  - sh -c 'echo lint $A $B; exit 5'\nexecute:\n  - sh -c 'echo exec $A'\n",
  });
  const variables = ["--env", "A=x=y", "--env", "B=z"];
  const kept = await forgexec(["run", "--keep-going", ...variables], { cwd });
  expect(kept.code).toBe(5);
  expect(kept.stdout).toContain("lint x=y z");
  expect(kept.stdout).toContain("exec x=y");
  const one = await forgexec(["run", "--phase", "execute", ...variables], { cwd });
  expect([one.code, one.stdout.trim()]).toEqual([0, "exec x=y"]);
  const from = await forgexec(["run", "--from", "execute"], { cwd });
  expect([from.code, from.stdout.trim()]).toEqual([0, "exec"]);
});

test("a run that takes too long ends with 124", async () => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - sleep 1000\n" });
  expect((await forgexec(["run", "--timeout", "1"], { cwd })).code).toBe(124);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
  ["SIGQUIT", 131],
] as const)("%s cancels the run, exit code %d", async (signal, expected) => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - sh -c 'echo started; exec sleep 1000'\n" });
  let sent = false;
  const { code, stdout, stderr } = await forgexec(["run", "--json"], {
    cwd,
    onOutput: (text, send) => {
      if (sent || !text.includes('"text":"started"')) return;
      sent = true;
      send(signal);
    },
  });
  expect(code).toBe(expected);
  expect(lines(stdout).at(-1)).toMatchObject({ type: "run.end", result: "cancelled" });
  expect(stderr).toContain(signal);
});

test("a command that ignores the first signal is killed by the second", async () => {
  const cwd = await createFolder({
    ".forge.yml": `execute:\n  - sh -c 'trap "echo deaf" TERM INT; echo started; while :; do sleep 1; done'\n`,
  });
  let sent = 0;
  const { code } = await forgexec(["run", "--json"], {
    cwd,
    onOutput: (text, send) => {
      if (sent === 0 && text.includes('"text":"started"')) {
        sent = 1;
        send("SIGINT");
      } else if (sent === 1 && text.includes("deaf")) {
        sent = 2;
        send("SIGINT");
      }
    },
  });
  expect([code, sent]).toEqual([130, 2]);
});

test("secrets of the spec are masked in everything that is printed", async () => {
  const cwd = await createFolder({
    ".forge.yml":
      "environment:\n  TOKEN: { env: MY_TOKEN }\nexecute:\n  - sh -c 'echo the $TOKEN; echo $TOKEN >&2; exit 1'\n",
  });
  for (const argv of [["run"], ["run", "--json"], ["run", "--verbose"]]) {
    const { stdout, stderr } = await forgexec(argv, { cwd, environment: { MY_TOKEN: "s3cr3t-value" } });
    expect(stdout + stderr).not.toContain("s3cr3t-value");
    expect(stdout).toContain("the ***");
  }
});

test("a fault of forgexec's own asks for a report, and shows a stack only when asked to", async () => {
  const cwd = await createFolder({ ".forge.yml": "execute:\n  - echo ran\n" });
  const told = await forgexec(["exec", "--", "tr\0ue"], { cwd });
  expect(told.code).toBe(70);
  expect(told.stderr).toContain("Please report it");
  expect(told.stderr).not.toMatch(/^\s+at /m);
  const debugged = await forgexec(["exec", "--", "tr\0ue"], { cwd, environment: { FORGEXEC_DEBUG: "1" } });
  expect(debugged.stderr).toMatch(/^\s+at /m);
});
