import { commonVariables, passedValue, xdgVariables } from "./environment.js";
import { commandText } from "./quote.js";
import { defaultSettings, type Settings } from "./settings.js";

/** A command's words and its environment: what it is as text. */
export class CommandWords {
  protected readonly settings: Settings;
  /** The first bad value, in words. */
  protected fault: string | null = null;

  constructor(program: string, args: readonly string[] = []) {
    this.settings = defaultSettings(program, args);
  }

  /** Adds one argument. */
  arg(value: string): this {
    return this.args(value);
  }

  /** Adds arguments; lists of them too. */
  args(...values: readonly (string | readonly string[])[]): this {
    this.settings.args.push(...values.flat());
    return this;
  }

  /** Adds one argument "name=value". */
  argPair(name: string, value: string): this {
    return this.arg(`${name}=${value}`);
  }

  /** Sets a variable. The first call of any env* method starts from an empty environment; the last value of a name wins. */
  env(name: string, value: string): this {
    this.#environment().set(name, value);
    return this;
  }

  /** Sets a variable from "NAME=value". */
  envString(pair: string): this {
    const at = pair.indexOf("=");
    if (at < 1) return this.fail(`the environment string ${JSON.stringify(pair)} is not NAME=value`);
    return this.env(pair.slice(0, at), pair.slice(at + 1));
  }

  /** Sets every variable of a record; those whose value is undefined are left out, so process.env may be given. */
  envAll(variables: Readonly<Record<string, string | undefined>>): this {
    const environment = this.#environment();
    for (const [name, value] of Object.entries(variables)) if (value !== undefined) environment.set(name, value);
    return this;
  }

  /**
   * Passes on the parent's variable, as it is now; else the fallback; else it stays unset.
   * `whenPrivileged: "fallback"` does not trust the parent's value in a setuid or setgid process.
   */
  envPass(name: string, fallback?: string, options: { readonly whenPrivileged?: "pass" | "fallback" } = {}): this {
    const environment = this.#environment();
    const value = passedValue(name, fallback, options.whenPrivileged ?? "pass");
    if (value !== undefined) environment.set(name, value);
    return this;
  }

  /** Passes on PATH, LD_PRELOAD, LD_LIBRARY_PATH, USER, HOME, LOGNAME and TMPDIR, and sets LC_ALL=C. */
  envPassCommon(): this {
    return this.envAll(Object.fromEntries(commonVariables()));
  }

  /** Sets XDG_DATA_HOME, XDG_CACHE_HOME and XDG_CONFIG_HOME to folders below `baseDir`. */
  envXdg(baseDir: string): this {
    return this.envAll(Object.fromEntries(xdgVariables(baseDir)));
  }

  /** The program and its arguments. */
  toArgv(): string[] {
    return [this.settings.program, ...this.settings.args];
  }

  /** The command for a shell to read, the variables that were added first; `lineBreaks`: each option with its value on a line of its own. */
  toString(options: { readonly lineBreaks?: boolean } = {}): string {
    return commandText(this.settings, options);
  }

  protected fail(fault: string): this {
    this.fault ??= fault;
    return this;
  }

  #environment(): Map<string, string> {
    this.settings.environment ??= new Map();
    return this.settings.environment;
  }
}
