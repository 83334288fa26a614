/** What Gerrit itself says in the first line of a message; the reviewer's own words come after an empty line. */
export interface MessageHead {
  /** The patch set that it is about; null where it says none. */
  readonly patchSet: number | null;
  /** Labels with their value; 0: a vote that was taken back. */
  readonly votes: readonly { readonly label: string; readonly value: number }[];
}

/** Reads `Patch Set 2: Code-Review+1 -Verified` and what else begins with a patch set. */
export function readMessageHead(message: string): MessageHead {
  const line = /^[^\r\n]*/.exec(message)?.[0] ?? "";
  const found = /^(?:uploaded )?patch set (\d{1,9})(:?)(.*)$/i.exec(line);
  if (found === null) return { patchSet: null, votes: [] };
  const words = found[2] === ":" ? (found[3] ?? "").trim().split(/\s+/) : [];
  return { patchSet: Number(found[1]), votes: votesIn(words) };
}

/** The words up to the first that is no vote: what follows there is a person's, in the messages of old releases. */
function votesIn(words: readonly string[]): MessageHead["votes"] {
  const votes: { label: string; value: number }[] = [];
  for (const word of words) {
    const given = /^([A-Za-z][A-Za-z0-9-]*)([+-]\d)$/.exec(word);
    const taken = /^-([A-Za-z][A-Za-z0-9-]*)$/.exec(word);
    if (given !== null) votes.push({ label: given[1] ?? "", value: Number(given[2]) });
    else if (taken !== null) votes.push({ label: taken[1] ?? "", value: 0 });
    else break;
  }
  return votes;
}
