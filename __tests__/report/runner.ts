/** What the runner acted on: a command's name and its decoded data. */
export interface Acted {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands that GitHub's runner knows. */
const COMMANDS = [
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
];

/**
 * How GitHub's runner reads a step's standard output: lines end at CR, LF or CRLF; `::name props::data` at the beginning
 * of a line, after white space, or `##[name props]data` anywhere in it; names in any case; between `stop-commands` and
 * its token nothing but the token.
 */
export class Runner {
  readonly acted: Acted[] = [];
  /** Lines that were only shown. */
  readonly shown: string[] = [];
  readonly tokens: string[] = [];
  #stopped: string | undefined;

  constructor(log: string) {
    for (const line of log.replace(/\n$/, "").split(/\r\n|\r|\n/)) this.#line(line);
  }

  get stopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** Names of the commands that were acted on. */
  get names(): string[] {
    return this.acted.map(({ command }) => command);
  }

  #line(line: string): void {
    const command = this.#second(line) ?? this.#first(line);
    if (command === undefined) {
      this.shown.push(line);
    } else if (this.#stopped !== undefined) {
      if (command.command === this.#stopped.toLowerCase()) this.#stopped = undefined;
      else this.shown.push(line);
    } else if (command.command === "stop-commands") {
      this.#stopped = command.data;
      this.tokens.push(command.data);
    } else {
      this.acted.push(command);
    }
  }

  #second(line: string): Acted | undefined {
    const text = line.trimStart();
    if (!text.startsWith("::")) return undefined;
    const end = text.indexOf("::", 2);
    if (end < 0) return undefined;
    return this.#known(text.slice(2, end), ",", text.slice(end + 2));
  }

  #first(line: string): Acted | undefined {
    const start = line.indexOf("##[");
    const end = start < 0 ? -1 : line.indexOf("]", start);
    if (end < 0) return undefined;
    return this.#known(line.slice(start + 3, end), ";", line.slice(end + 1));
  }

  #known(info: string, separator: string, data: string): Acted | undefined {
    const space = info.indexOf(" ");
    const command = (space < 0 ? info : info.slice(0, space)).toLowerCase();
    if (!COMMANDS.includes(command) && command !== this.#stopped?.toLowerCase()) return undefined;
    const pairs = space < 0 ? [] : info.slice(space + 1).split(separator);
    const properties = Object.fromEntries(
      pairs.map((pair) => pair.trim().split(/=(.*)/s)).map(([key = "", value = ""]) => [key, decode(value)]),
    );
    return { command, properties, data: decode(data) };
  }
}

function decode(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
