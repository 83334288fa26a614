export type ColorMode = "auto" | "always" | "never";

/**
 * Whether to write colours. A mode other than `auto` decides; then NO_COLOR (no-color.org: set and not empty),
 * FORCE_COLOR (force-color.org; `0` and `false` say no, as Node's own), CLICOLOR_FORCE and CLICOLOR
 * (bixense.com/clicolors), TERM=dumb, and whether the stream is a terminal.
 */
export function shouldColor(options: {
  readonly mode: ColorMode;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean | undefined;
}): boolean {
  const { mode, environment } = options;
  if (mode !== "auto") return mode === "always";
  if (isSet(environment.NO_COLOR)) return false;
  const force = environment.FORCE_COLOR;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (isSet(environment.CLICOLOR_FORCE) && environment.CLICOLOR_FORCE !== "0") return true;
  if (environment.CLICOLOR === "0" || environment.TERM === "dumb") return false;
  return options.isTTY === true;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
