import { distance } from "fastest-levenshtein";

/** The candidate that a person most likely meant: one that begins so, else the nearest; undefined where none is near. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const begun = word.length > 2 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined;
  if (begun !== undefined) return begun;
  const near = candidates
    .map((candidate) => ({ candidate, cost: distance(word.toLowerCase().slice(0, 100), candidate.toLowerCase()) }))
    .filter(({ candidate, cost }) => cost <= Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3)))
    .sort((a, b) => a.cost - b.cost);
  return near[0]?.candidate;
}
