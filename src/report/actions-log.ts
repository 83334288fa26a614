/** Breaks what would be read as a command, or drawn as one by the log page, without showing. */
const ZERO_WIDTH = "\u200b";

/**
 * The runner's log as text that commands can't act through. What is not forgexec's own goes into blocks in which the
 * runner reads no workflow commands (`stop-commands`); each block has a token of its own, and a text that has the token
 * of the block in it (a process may find it in the runner's own files) is broken.
 */
export class ActionsLog {
  readonly #randomToken: () => string;
  #block: { readonly token: string; readonly guess: RegExp } | undefined;
  #text = "";

  constructor(randomToken: () => string) {
    this.#randomToken = randomToken;
  }

  /** Adds whole lines, without the last newline, that must not act. */
  inert(text: string): void {
    if (text === "") return;
    this.#open();
    this.#text += `${this.#broken(text)}\n`;
  }

  /** Adds whole lines, without the last newline, that may. */
  live(text: string): void {
    if (text === "") return;
    this.close();
    this.#text += `${text}\n`;
  }

  /** Ends the block, if there is one: the lines before it have ended, so the token stands at the beginning of its own. */
  close(): void {
    if (this.#block !== undefined) this.#text += `::${this.#block.token}::\n`;
    this.#block = undefined;
  }

  /** What to write now. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }

  #open(): void {
    if (this.#block !== undefined) return;
    const token = this.#randomToken();
    this.#block = { token, guess: new RegExp(token.replace(/[^A-Za-z0-9]/g, "\\$&"), "gi") };
    this.#text += `::stop-commands::${token}\n`;
  }

  #broken(text: string): string {
    const drawn = text.includes("##[") ? text.replaceAll("##[", `##${ZERO_WIDTH}[`) : text;
    if (this.#block === undefined || !drawn.includes("::")) return drawn;
    return drawn.replace(this.#block.guess, (token) => `${token[0]}${ZERO_WIDTH}${token.slice(1)}`);
  }
}
