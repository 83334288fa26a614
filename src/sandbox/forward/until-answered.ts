import { Command, CommandError, parentEnvironment } from "../../command/index.js";
import { printable } from "../../printable.js";
import type { SandboxAddress } from "../model.js";
import { refuse } from "../refuse.js";
import type { EnterNetwork } from "./listen-inside.js";

/** Asks again and again, in the network that it was started in, and ends when there was an answer. One try must not outlast 2 s. */
const ASKER = `
const at = JSON.parse(process.argv[1]);
const pauses = [25, 50, 100, 200];
const tcp = (done) => {
  const socket = require("node:net").connect({ host: at.host, port: at.port, timeout: 2000 });
  socket.once("connect", () => done(true)).once("timeout", () => socket.destroy()).once("error", () => {}).once("close", () => done(false));
};
const http = (done) => {
  const { get } = require(at.url.startsWith("https:") ? "node:https" : "node:http");
  const request = get(at.url, { agent: false, timeout: 2000 }, ({ statusCode }) => {
    done(statusCode >= 200 && statusCode < 400);
    request.destroy();
  });
  request.once("timeout", () => request.destroy()).on("error", () => {}).once("close", () => done(false));
};
const ask = (count) => {
  let answered = false;
  (at.url === undefined ? tcp : http)((ready) => {
    if (answered) return;
    answered = true;
    if (ready) process.exit(0);
    setTimeout(ask, pauses[count] ?? 250, count + 1);
  });
};
ask(0);`;

/**
 * Waits until something answers in a sandbox's network. Nothing of the sandbox but the answer reaches the program that asks.
 * @throws CommandError "spawn" where that network cannot be entered
 */
export async function untilAnswered(enter: EnterNetwork, at: SandboxAddress, signal: AbortSignal): Promise<void> {
  const [program, ...words] = [...enter, process.execPath, "-e", ASKER, JSON.stringify(at)];
  const { PATH = "" } = parentEnvironment();
  try {
    await new Command(program, words).envAll({ PATH }).stderr("capture").killGrace(0).signal(signal).run();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CommandError)) throw error;
    const why = printable(String(error.stderr).trim()) || error.shortMessage.slice(error.command.length + ": ".length);
    throw refuse("spawn", `its network could not be entered: ${why}`, { cause: error });
  }
}
