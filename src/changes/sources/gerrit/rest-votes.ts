import type { Person, Vote } from "../../model.js";
import type { Fields } from "../fields.js";
import { keyOf } from "../people.js";
import { labelVote } from "./labels.js";
import { readMessageHead, votesIn } from "./message.js";
import { accountAt, accountOf } from "./person.js";

/** The votes on the current patch set, as `labels` has them: with DETAILED_LABELS everybody's, else what decides. Null: not told. */
export function currentVotes(change: Fields): Vote[] | null {
  const labels = change.object("labels");
  if (labels === null) return null;
  return labels.entries().flatMap(([name, label]) => {
    const votes = label.has("all") ? label.list("all").map((vote) => detailed(name, vote)) : deciding(name, label);
    return votes.filter((vote) => vote !== null);
  });
}

function detailed(name: string, vote: Fields): Vote | null {
  return labelVote({ name, value: vote.number("value"), by: accountOf(vote), at: vote.time("date") });
}

function deciding(name: string, label: Fields): (Vote | null)[] {
  const kinds: [string, number][] = [
    ["rejected", -2],
    ["approved", 2],
    ["disliked", -1],
    ["recommended", 1],
  ];
  return kinds.flatMap(([field, value]) => {
    const by = accountAt(label, field);
    return by === null ? [] : [labelVote({ name, value, by, at: null })];
  });
}

/**
 * The votes on each patch set as messages tell of them: `labels` knows the current one's alone. A later vote of the same person
 * with the same label takes the place of an earlier one.
 */
export function toldVotes(messages: readonly Fields[]): Map<number, Vote[]> {
  const told = new Map<number, Map<string, Vote | null>>();
  for (const message of messages) {
    const head = readMessageHead(message.text("message") ?? "");
    const number = message.number("_revision_number") ?? head.patchSet;
    if (number === null) continue;
    const by = accountAt(message, "author");
    const votesOfSet = told.get(number) ?? new Map<string, Vote | null>();
    told.set(number, votesOfSet);
    for (const { label, value } of votesIn(head)) {
      votesOfSet.set(
        JSON.stringify([label, voter(message, by)]),
        labelVote({ name: label, value, by, at: message.time("date") }),
      );
    }
  }
  return new Map([...told].map(([number, votes]) => [number, [...votes.values()].filter((vote) => vote !== null)]));
}

/** Accounts may have no name and no e-mail address; their number they always have. */
function voter(message: Fields, by: Person | null): string | number | null {
  return message.object("author")?.number("_account_id") ?? (by === null ? null : keyOf(by));
}
