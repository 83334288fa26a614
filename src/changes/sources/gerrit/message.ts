/** What Gerrit itself says in the first line of a message; the reviewer's own words come after an empty line. */
export interface MessageHead {
  /** The patch set that it is about; null where it says none. */
  readonly patchSet: number | null;
  /** What follows it in the line. */
  readonly rest: string;
}

export interface LabelChange {
  readonly label: string;
  /** 0: a vote that was taken back. */
  readonly value: number;
}

const HEAD = /^(?:uploaded )?patch set (\d{1,9})(?::([^\r\n]*))?/i;
/** One after the other; what follows the first word that is no vote is a person's, in the messages of old releases. */
const VOTE = /[ \t]*(?:([A-Za-z][A-Za-z0-9-]*)([+-]\d)|-([A-Za-z][A-Za-z0-9-]*))(?![^ \t])/y;

/** Reads `Patch Set 2: Code-Review+1 -Verified` and what else begins with a patch set. */
export function readMessageHead(message: string): MessageHead {
  const found = HEAD.exec(message);
  return found === null ? { patchSet: null, rest: "" } : { patchSet: Number(found[1]), rest: found[2] ?? "" };
}

export function votesIn({ rest }: MessageHead): LabelChange[] {
  const votes: LabelChange[] = [];
  VOTE.lastIndex = 0;
  for (let found = VOTE.exec(rest); found !== null; found = VOTE.exec(rest)) {
    const [, given, value, taken] = found;
    votes.push({ label: given ?? taken ?? "", value: given === undefined ? 0 : Number(value) });
  }
  return votes;
}

/** Whether a vote was given, and not only taken back. */
export function hasVote({ rest }: MessageHead): boolean {
  VOTE.lastIndex = 0;
  for (let found = VOTE.exec(rest); found !== null; found = VOTE.exec(rest)) {
    if (found[2] !== undefined && Number(found[2]) !== 0) return true;
  }
  return false;
}
