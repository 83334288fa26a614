import type { Person } from "../model.js";

/** Those of the list that are somebody, each once. */
export function distinctPeople(people: readonly (Person | null)[]): Person[] {
  const found = new Map<string, Person>();
  for (const person of people) {
    if (person === null) continue;
    const key = keyOf(person);
    if (key !== null && !found.has(key)) found.set(key, person);
  }
  return [...found.values()];
}

/** What tells two people apart; null where nothing is known of them. */
export function keyOf({ login, email, name }: Person): string | null {
  return login ?? email ?? name;
}
