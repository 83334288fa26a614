import type { Person } from "./model.js";

/** A set of people by what they are called: login, name or email address, in any case. */
export interface People {
  has(person: Person | null): boolean;
}

const BOT = /\[bot\]$/;

/** Everybody who goes by one of the names. Nobody is nobody: a deleted account is in no set. */
export function peopleCalled(names: readonly string[]): People {
  const known = new Set(names.map((name) => name.toLowerCase()));
  const isKnown = (name: string | null): boolean => name !== null && known.has(name.toLowerCase());
  return {
    has: (person) => person !== null && (isKnown(person.login) || isKnown(person.name) || isKnown(person.email)),
  };
}

/** The bots among the people: those named, with or without GitHub's `[bot]`, and whoever has that in the login. */
export function botsCalled(names: readonly string[]): People {
  const named = peopleCalled(names.flatMap((name) => [name, name.replace(BOT, ""), `${name.replace(BOT, "")}[bot]`]));
  return { has: (person) => named.has(person) || (person?.login != null && BOT.test(person.login)) };
}

/** What somebody is called in a report: the login, else the name, else the email address; null where nothing is known. */
export function nameOf(person: Person | null): string | null {
  return person?.login || person?.name || person?.email || null;
}

/** Finds the team that somebody is in; of several the first. Null: none. */
export function teamFinder(
  teams: Readonly<Record<string, readonly string[]>>,
): (person: Person | null) => string | null {
  const sets = Object.entries(teams).map(([team, members]) => ({ team, members: peopleCalled(members) }));
  return (person) => sets.find(({ members }) => members.has(person))?.team ?? null;
}
