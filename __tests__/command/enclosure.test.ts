import type { Readable } from "node:stream";
import { expect } from "@jest/globals";
import { type Client, Command, type Enclosure, type Settings, type Verdict } from "../../src/command/index.js";
import { failureOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

/** A place whose client is a shell here, with the command's words as its arguments, and what it was asked. */
class Shell implements Enclosure {
  readonly ends: Parameters<Client["judge"]>[0][] = [];
  readonly signals: string[] = [];
  left = 0;
  readonly #script: string;
  readonly #change: { readonly verdict?: Verdict; readonly settings?: Partial<Settings> };

  constructor(script: string, change: { readonly verdict?: Verdict; readonly settings?: Partial<Settings> } = {}) {
    this.#script = script;
    this.#change = change;
  }

  async enter(settings: Readonly<Settings>): Promise<Client> {
    const args = ["-c", this.#script, settings.program, ...settings.args];
    return {
      settings: { ...settings, program: "/bin/sh", args, cwd: null, enclosure: null, ...this.#change.settings },
      judge: async (end) => {
        this.ends.push(end);
        return this.#change.verdict ?? null;
      },
      signal: async (name) => void this.signals.push(name),
      leave: async () => {
        this.left += 1;
      },
    };
  }
}

test("a client runs in the command's place, with its streams", async () => {
  const place = new Shell('read line; echo "$0 $1 $line"');
  const command = new Command("program", ["word"]).cwd("/no/such/folder").within(place);
  const { stdout } = await command.stdin("typed\n").stdout("capture").run();
  expect(stdout).toBe("program word typed\n");
  expect([place.ends, place.left]).toEqual([[], 1]);
  expect(command.toString()).toBe("program word");
});

test("a failure is what the place says that it is, under the command's own name", async () => {
  const verdict = { reason: "limit", limit: "memory", why: "there was not enough of it" } as const;
  const place = new Shell("echo out; echo last >&2; exit 9", { verdict });
  const error = await failureOf(new Command("program").within(place).stdout("capture").stderr("capture").run());
  expect(error).toMatchObject({ reason: "limit", limit: "memory", exitCode: 9, command: "program", stdout: "out\n" });
  expect(error.message).toBe("program: there was not enough of it\nlast");
  expect(place.ends).toEqual([{ exit: { exitCode: 9, signal: null }, lastLines: ["last"], heldBack: [] }]);
});

test("output that begins as a client's own message is none where nothing was started, and else the command's", async () => {
  const script = "printf 'Sa'; echo id: out; printf 'Said: not\\nthe last\\n' >&2; exit 9";
  const settings = { ownWords: ["Said: "] };
  const run = async (verdict?: Verdict) => {
    const place = new Shell(script, { settings, ...(verdict ? { verdict } : {}) });
    const lines: string[] = [];
    const command = new Command("program")
      .within(place)
      .stdout("capture")
      .stderr((line) => lines.push(line));
    const { stdout, message, exitCode, status } = await failureOf(command.run());
    expect(place.ends).toMatchObject([{ lastLines: [], heldBack: ["Said: not\nthe last", "Said: out"] }]);
    return { stdout, lines, message, exitCode, status };
  };
  const whole = { stdout: "Said: out\n", lines: ["Said: not", "the last"], exitCode: 9 };
  expect(await run()).toMatchObject(whole);
  expect(await run({ reason: "limit", why: "too much" })).toMatchObject(whole);
  expect(await run({ reason: "spawn", why: "nothing there", notStarted: true })).toEqual({
    stdout: "",
    lines: [],
    message: "program: nothing there",
    exitCode: null,
    status: 126,
  });
});

test.each([
  ["begins otherwise", "printf 'Sad' >&2; read line", ["Sad"]],
  ["only goes on so", "printf 'x\\nSaid: ' >&2; read line", ["x\nSaid: "]],
  ["is longer", "printf 'Said: ' >&2; read line; printf 'a\\nb\\nc' >&2; read line", ["Said: a\nb\nc"]],
  // Nobody looks in vain for why a command waits.
  ["stays alone", "printf 'Said: ' >&2; read line; read line; printf 'more' >&2; read line", ["Said: ", "more"]],
])("output that %s is passed on while the command runs", async (kind, script, expected) => {
  const child = await new Command("program")
    .within(new Shell(script, { settings: { ownWords: ["Said: "] } }))
    .stdin("pipe")
    .stderr("pipe")
    .start();
  const read = (child.stderr as Readable)[Symbol.asyncIterator]();
  if (kind !== "stays alone") await child.write("on\n");
  for (const text of expected) {
    expect(String((await read.next()).value)).toBe(text);
    await child.write("on\non\n");
  }
  await child.abort();
  await child.wait().catch(() => {});
});

test("a failure of which the place knows nothing is the client's", async () => {
  const place = new Shell("exit 3");
  expect(await failureOf(new Command("program").within(place).run())).toMatchObject({ reason: "exit", exitCode: 3 });
  expect([place.ends.length, place.left]).toEqual([1, 1]);
});

test("a client that cannot be started is left too", async () => {
  const place = new Shell("", { settings: { program: "/no/such/client" } });
  const error = await failureOf(new Command("program").within(place).run());
  expect(error).toMatchObject({ reason: "spawn", command: "program" });
  expect(error.message).toBe("program: /no/such/client does not exist, or its interpreter does not");
  expect([place.ends.length, place.left]).toEqual([0, 1]);
});

test("a daemon leaves its place as soon as it is on its own", async () => {
  const place = new Shell("exec sleep 0");
  await new Command("program").within(place).daemonize().run();
  expect([place.ends.length, place.left]).toEqual([0, 1]);
});

test("a relay is let end by itself, once those that it stands for have; nobody judges what was ended on purpose", async () => {
  const marked = "env MARK=forgexec-enclosure sh -c 'echo up; exec sleep 1000'";
  const script = `trap 'echo told' TERM; ${marked} & wait; wait; echo relayed`;
  const settings = { role: "relay", killMarker: { name: "MARK", value: "forgexec-enclosure" } } as const;
  const place = new Shell(script, { settings });
  const lines: string[] = [];
  let up = () => {};
  const started = new Promise<void>((resolve) => {
    up = resolve;
  });
  const child = await new Command("program")
    .within(place)
    .stdout((line) => {
      lines.push(line);
      if (line === "up") up();
    })
    .start();
  await started;
  await child.abort();
  await expect(child.wait()).rejects.toMatchObject({ reason: "aborted" });
  expect(lines).toEqual(["up", "relayed"]);
  expect([place.ends, place.left, place.signals]).toEqual([[], 1, ["SIGTERM", "SIGKILL"]]);
});
