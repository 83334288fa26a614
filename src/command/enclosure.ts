import type { Exit } from "./outcome.js";
import type { Reason } from "./result.js";
import type { Settings } from "./settings.js";

/** A place that a command runs in, as a container: something here, the client, starts it there and stands for it. */
export interface Enclosure {
  /** The client for a command. Throws the CommandError that says why the command cannot be run there. */
  enter(settings: Readonly<Settings>): Promise<Client>;
}

/** What is started here so that the command runs there. */
export interface Client {
  /**
   * The client's own program, arguments and environment, with the command's input and outputs. Its `killMarker` finds the processes there;
   * the client itself is asked to end only by SIGKILL, so that it can hand over what they still write.
   */
  readonly settings: Settings;
  /** What the client's failure means, where it was not the command's own; null: that is all. Not asked where this process ended it. */
  judge(end: ClientEnd): Promise<Verdict | null>;
  /** Called once, when all is over, also where the client could not be started. Never rejects. */
  leave(): Promise<void>;
}

/** How a client ended, with the last lines of its stderr (none where they went past this process). */
export interface ClientEnd {
  readonly exit: Exit;
  readonly lastLines: readonly string[];
}

/** Why a command did not succeed, as its place knows it. */
export interface Verdict {
  readonly reason: Reason;
  /** For people; untrusted text may be in it. */
  readonly why: string;
  /** With reason "limit": which. */
  readonly limit?: string;
}
