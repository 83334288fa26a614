import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { Command, run } from "../../src/command/index.js";
import { failureOf } from "./helper.js";

test("in a dry run nothing is spawned, and the commands are noted in order", async () => {
  const noted = await Command.dryRun(async (commands) => {
    expect(await run("/nonexistent/a", ["b c"])).toMatchObject({ exitCode: 0, stdout: "", pid: null });
    await new Command("rm", ["-rf", "/"]).env("A", "B").run();
    return commands.map(String);
  });
  expect(noted).toEqual(["/nonexistent/a 'b c'", "A=B rm -rf /"]);
});

test("a responder answers for each command", async () => {
  const respond = (command: Command<unknown, unknown>, { input }: { input: Buffer | null }) => {
    const [, verb] = command.toArgv();
    if (verb === "fail") return { exitCode: 3, stderr: "sorry\n" };
    if (verb === "die") return { signal: "SIGKILL" as const };
    return { stdout: `${verb}\n${input ?? ""}` };
  };
  await Command.dryRun(
    async (commands) => {
      expect((await run("git", ["status"], { stdin: "typed" })).stdout).toBe("status\ntyped");
      expect(await failureOf(run("git", ["fail"]))).toMatchObject({
        exitCode: 3,
        stderr: "sorry\n",
        message: "git fail: exited with code 3\nsorry",
      });
      expect(await run("git", ["die"], { allowFailure: true })).toMatchObject({ signal: "SIGKILL", status: 137 });
      expect(commands).toHaveLength(3);
    },
    { respond },
  );
});

test("the answer goes where the output goes", async () => {
  await Command.dryRun(
    async () => {
      const lines: string[] = [];
      for await (const line of new Command("x").lines()) lines.push(line);
      await new Command("x").stdout((line) => lines.push(line)).run();
      expect(lines).toEqual(["out", "2", "out", "2"]);
      const stream = new PassThrough();
      await new Command("x").stdout(stream).run();
      expect(String(stream.read())).toBe("out\n2\n");
      expect((await new Command("x").stdout("buffer").run()).stdout).toEqual(Buffer.from("out\n2\n"));
      expect((await new Command("x").stdout("capture").stderr("stdout").run()).stdout).toBe("out\n2\nerr\n");
      expect(await new Command("x").matchLines([/\d/])).toHaveLength(1);
    },
    { respond: async () => ({ stdout: "out\n2\n", stderr: "err\n" }) },
  );
});

test("it holds for what it starts and for nothing else", async () => {
  const outside = run("echo", ["real"]);
  const inside = Command.dryRun(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return (await run("echo", ["real"])).stdout;
  });
  expect([(await outside).stdout, await inside]).toEqual(["real\n", ""]);
  expect((await run("echo", ["real"])).stdout).toBe("real\n");
});

test("bad input is reported in a dry run too", async () => {
  const refused = Command.dryRun(async () => failureOf(run("a\0b")));
  expect(await refused).toMatchObject({ reason: "invalid" });
});
