import { expect, test } from "@jest/globals";
import { judge } from "../../../src/sandbox/container/judge.js";

const none = { memory: 0, pids: 0 };
const limits = { memory: 1024, pids: 12 };
const known = { program: "x", cwd: "/w", limits, before: none, after: none, container: "runs" } as const;

/** What is made of an end, with the last line of stderr. */
function verdict(exitCode: number, said: string, more: object = {}) {
  const end = { exit: { exitCode, signal: null }, lastLines: ["earlier"], heldBack: [said] };
  return judge({ end, ...known, ...more });
}

// As podman 4 with runc and with crun, and docker, say it.
test.each([
  [
    127,
    'Error: runc: exec failed: unable to start container process: exec: "x": executable file not found in $PATH: OCI runtime attempted to invoke a command that was not found',
    "not-found",
  ],
  [
    127,
    "Error: crun: executable file `x` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found",
    "not-found",
  ],
  [
    127,
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "x": executable file not found in $PATH: unknown',
    "not-found",
  ],
  [
    126,
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "x": executable file not found in $PATH: unknown',
    "not-found",
  ],
  [
    127,
    'Error: runc: exec failed: unable to start container process: exec: "/x": stat /x: no such file or directory: OCI runtime attempted to invoke a command that was not found',
    "not-found",
  ],
  [
    126,
    'Error: runc: exec failed: unable to start container process: exec: "/etc": permission denied: OCI permission denied',
    "not-executable",
  ],
  [126, "Error: crun: open executable: Permission denied: OCI permission denied", "not-executable"],
  [
    127,
    'Error: runc: exec failed: unable to start container process: chdir to cwd ("/w") set in config.json failed: no such file or directory: OCI runtime attempted to invoke a command that was not found',
    "spawn",
  ],
  [125, "Error: container state improper", "spawn"],
  // podman 5.
  [
    255,
    'Error: OCI runtime error: runc: exec failed: unable to start container process: exec: "/etc": is a directory',
    "not-executable",
  ],
  [
    126,
    "Error: crun: the path `/etc` is not a regular file: Operation not permitted: OCI permission denied",
    "not-executable",
  ],
])("an engine's failure with %d is told from the command's own", (exitCode, said, reason) => {
  expect(verdict(exitCode, said)).toMatchObject({ reason, notStarted: true });
});

test("what the command itself lacks is said in a sentence, and anything else in the engine's words", () => {
  const runc = "Error: runc: exec failed: unable to start container process: ";
  const inFolder = (why: string) => verdict(127, `${runc}chdir to cwd ("/w") set in config.json failed: ${why}`)?.why;
  expect(inFolder("no such file or directory: OCI runtime attempted to invoke a command that was not found")).toBe(
    "the working directory /w is not there in the container",
  );
  expect(inFolder("permission denied: OCI permission denied")).toBe(
    "the working directory /w cannot be entered in the container",
  );
  expect(verdict(126, `${runc}exec: "/x": permission denied: OCI permission denied`)?.why).toBe(
    "x cannot be executed in the container (permission denied)",
  );
  const gone = `${runc}exec: "x": executable file not found in $PATH: OCI runtime attempted to invoke a command that was not found`;
  expect(verdict(127, gone)?.why).toBe("x was not found in the container");
  const improper = "Error: container state improper";
  expect(verdict(125, improper)?.why).toBe(`it could not be started in the container: ${improper}`);
});

test("what the system said is the cause, in Go's words as in C's", () => {
  const codeOf = (said: string, exitCode = 126) =>
    (verdict(exitCode, said)?.cause as { code?: string } | undefined)?.code;
  const runc = "Error: runc: exec failed: unable to start container process: ";
  expect(codeOf(`${runc}exec: "x": executable file not found in $PATH: OCI runtime error`)).toBe("ENOENT");
  expect(codeOf(`${runc}exec /x: exec format error: OCI runtime error`)).toBe("ENOEXEC");
  expect(codeOf("Error: crun: open executable: Permission denied: OCI permission denied")).toBe("EACCES");
  expect(codeOf("Error: crun: the path `/etc` is not a regular file: Operation not permitted: OCI x")).toBe("EACCES");
  expect(codeOf(`${runc}chdir to cwd ("/w") set in config.json failed: not a directory: OCI x`)).toBe("ENOTDIR");
  expect(codeOf(`${runc}chdir to cwd ("/w") set in config.json failed: something else: OCI x`)).toBeUndefined();
});

test("a command's own 127, and its own words, are no engine's", () => {
  expect(verdict(127, "sh: x: not found")).toBeNull();
  expect(verdict(1, "Error: x: executable file not found in $PATH")).toBeNull();
  for (const code of [125, 126, 127]) expect(verdict(code, "Error: no such image, or executable file")).toBeNull();
  expect(verdict(126, "")).toBeNull();
  expect(verdict(126, "Erro")).toBeNull();
  expect(verdict(255, "Error: no such file or directory")).toBeNull();
});

test("a limit that was met while the command ran is the reason, memory before processes", () => {
  expect(verdict(1, "", { after: { memory: 0, pids: 2 } })).toMatchObject({ reason: "limit", limit: "pids" });
  expect(verdict(137, "", { after: { memory: 1, pids: 2 } })).toMatchObject({ reason: "limit", limit: "memory" });
  expect(verdict(1, "", { before: { memory: 1, pids: 1 }, after: { memory: 1, pids: 1 } })).toBeNull();
});

test("a command that the engine could not start at a limit is told by the limit", () => {
  const said =
    "Error: OCI runtime error: runc: exec failed: unable to start container process: read init-p: connection reset by peer";
  expect(verdict(255, said)).toMatchObject({ reason: "spawn" });
  expect(verdict(255, said, { after: { memory: 0, pids: 1 } })).toEqual({
    reason: "limit",
    limit: "pids",
    why: "a process could not be started: the sandbox has 12 already, and limits.pids allows no more",
    notStarted: true,
  });
  expect(verdict(255, said, { after: { memory: 1, pids: 0 } })).toMatchObject({ reason: "limit", limit: "memory" });
  const missing =
    'Error: runc: exec failed: exec: "x": executable file not found in $PATH: OCI runtime attempted to invoke a command that was not found';
  expect(verdict(127, missing, { after: { memory: 0, pids: 1 } })).toMatchObject({ reason: "not-found" });
  expect(verdict(1, "Error: mine", { after: { memory: 0, pids: 1 } })).not.toHaveProperty("notStarted");
});

test("a container that has ended is the reason, where nothing else is", () => {
  const improper = "Error: can only create exec sessions on running containers: container state improper";
  expect(verdict(255, improper.replace("Error: ", "Error: OCI runtime error: "), { container: "gone" })).toEqual({
    reason: "spawn",
    why: "the sandbox is not open any more",
    notStarted: true,
  });
  expect(verdict(125, improper, { container: "gone" })?.why).toBe("the sandbox is not open any more");
  expect(verdict(137, "", { before: none, after: null, container: "gone" })).toMatchObject({ reason: "spawn" });
});

test("docker's message counts on stdout too, where it puts it", () => {
  const end = {
    exit: { exitCode: 127, signal: null },
    lastLines: [],
    heldBack: ["OCI runtime exec failed: exec failed: executable file not found in $PATH: unknown"],
  };
  expect(judge({ end, ...known, before: null, after: null })).toMatchObject({ reason: "not-found" });
});
