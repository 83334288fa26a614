const COMMAND = /^::(warning|error)(?: [^:]*)?::(.*)$/;
const RESERVING =
  /^(?:::debug::Failed to reserve cache: |Failed to save: Unable to reserve cache with key .* More details: )(.*)$/;
/** Of another job, or of an earlier run of this one. */
const THERE_ALREADY = /already[ _]exist|another job|conflict|\b409\b/i;
/** The client tries some calls again, in silence, for half a minute. */
const TRIED = /^Attempt \d+ of \d+ failed with error: (.*?)\.? Retrying request in /;
const SECRET = /([?&]sig=|\btoken=|\bbearer )[^\s&"']+/gi;

/**
 * The fault that the Actions cache's client told of, from what it wrote: workflow commands, in a process whose output no
 * runner reads. Null: none, or one that is no fault, as that the key is there already.
 */
export function faultIn(output: string): string | null {
  const lines = output.split(/\r?\n/);
  if (lines.some((line) => THERE_ALREADY.test(RESERVING.exec(line)?.[1] ?? ""))) return null;
  const told = lines.flatMap((line) => COMMAND.exec(line)?.[2] ?? []);
  const reserving = lines.flatMap((line) => RESERVING.exec(line)?.[1] ?? []);
  const tried = lines.flatMap((line) => TRIED.exec(line)?.[1] ?? []);
  const fault = tried.concat(reserving, told).at(-1);
  if (fault === undefined || THERE_ALREADY.test(fault)) return null;
  return unescaped(fault).replaceAll(SECRET, "$1***");
}

function unescaped(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
