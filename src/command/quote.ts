const safe = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A word as a POSIX shell reads it back: as it is where that is safe, else in single quotes. */
export function quote(word: string): string {
  return safe.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A program's name: an `=` in it would make it an assignment. */
function quoteProgram(program: string): string {
  return program.includes("=") ? `'${program.replaceAll("'", "'\\''")}'` : quote(program);
}

/**
 * A command as text for a shell (POSIX, section 2.2): the variables that were added, the program, the arguments.
 * With `lineBreaks` each variable, the program, and each option with its value has a line of its own, joined by " \\\n".
 */
export function commandText(
  command: {
    readonly environment: ReadonlyMap<string, string> | null;
    readonly program: string;
    readonly args: readonly string[];
  },
  options: { readonly lineBreaks?: boolean } = {},
): string {
  const variables = [...(command.environment ?? [])].map(([name, value]) => `${name}=${quoteEmpty(value)}`);
  const lines = [...variables, quoteProgram(command.program)];
  let afterOption = false;
  // A word that is no string is refused later on, in a message that has the command in it.
  for (const arg of command.args.map(String)) {
    const option = arg.startsWith("-");
    if (afterOption && !option) lines[lines.length - 1] += ` ${quote(arg)}`;
    else lines.push(quote(arg));
    afterOption = option;
  }
  return lines.join(options.lineBreaks ? " \\\n" : " ");
}

/** A command as messages name it: without its variables, whose values may be secrets and whose number is great. */
export function commandWords(command: { readonly program: string; readonly args: readonly string[] }): string {
  return commandText({ ...command, environment: null });
}

function quoteEmpty(value: string): string {
  return value === "" ? "" : quote(value);
}
