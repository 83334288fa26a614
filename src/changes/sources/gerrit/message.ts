/** What Gerrit itself says in the first line of a message; the reviewer's own words come after an empty line. */
export interface MessageHead {
  /** The patch set that it is about; null where it says none. */
  readonly patchSet: number | null;
  /** Labels with their value; 0: a vote that was taken back. */
  readonly votes: readonly { readonly label: string; readonly value: number }[];
}

const HEAD = /^(?:uploaded )?patch set (\d{1,9})(?::([^\r\n]*))?/i;
/** One after the other; what follows the first word that is no vote is a person's, in the messages of old releases. */
const VOTE = /[ \t]*(?:([A-Za-z][A-Za-z0-9-]*)([+-]\d)|-([A-Za-z][A-Za-z0-9-]*))(?![^ \t])/y;

/** Reads `Patch Set 2: Code-Review+1 -Verified` and what else begins with a patch set. */
export function readMessageHead(message: string): MessageHead {
  const found = HEAD.exec(message);
  return found === null
    ? { patchSet: null, votes: [] }
    : { patchSet: Number(found[1]), votes: votesIn(found[2] ?? "") };
}

function votesIn(text: string): MessageHead["votes"] {
  const votes: { label: string; value: number }[] = [];
  VOTE.lastIndex = 0;
  for (let found = VOTE.exec(text); found !== null; found = VOTE.exec(text)) {
    const [, given, value, taken] = found;
    votes.push({ label: given ?? taken ?? "", value: given === undefined ? 0 : Number(value) });
  }
  return votes;
}
