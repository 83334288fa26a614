import type { Readable } from "node:stream";
import { expect, test } from "@jest/globals";
import {
  type Child,
  Command,
  CommandError,
  type CommandResult,
  type Reason,
  type run,
} from "../../src/command/index.js";

/** Compiles only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => undefined;

/** Never called: the compiler is the test. */
async function types(command: Command): Promise<void> {
  same<Awaited<ReturnType<typeof run>>, CommandResult<string, string>>(true);
  const bytes = await command.stdout("buffer").run();
  same<typeof bytes, CommandResult<Buffer, string>>(true);
  const both = await command.stdout("buffer").cwd("/").stderr("buffer").run();
  same<typeof both, CommandResult<Buffer, Buffer>>(true);
  const text = await command.stdout("buffer").stdout("capture").stderr("stdout").run();
  same<typeof text, CommandResult<string, string>>(true);
  const child = await command.stdout("pipe").start();
  same<typeof child, Child<string, string>>(true);
  same<typeof child.stdout, Readable | null>(true);
  same<CommandResult["reason"], Reason | null>(true);
  const number = command.passFd(3);
  same<typeof number, number>(true);
  const answer = await Command.dryRun(async () => 5);
  same<typeof answer, number>(true);
  const result: CommandResult<string | Buffer, string | Buffer> = new CommandError("", { reason: "exit", command: "" });
  void result;
  command
    .stdin("any text")
    .stdout((line: string) => void line)
    .stderr(2);
  // @ts-expect-error: a mode that does not exist
  command.stdout("file");
  // @ts-expect-error: stdout cannot be joined to itself
  command.stdout("stdout");
  // @ts-expect-error: no such limit
  command.limits({ speed: 5 });
  // @ts-expect-error: arguments are strings
  command.arg(5);
  // @ts-expect-error: passFd ends a chain
  command.passFd(3).run();
  // @ts-expect-error: not a policy
  command.envPass("A", undefined, { whenPrivileged: "maybe" });
}

test("the types are as documented", () => {
  expect(types).toBeInstanceOf(Function);
});
