/** Names under which projects list what their tests need, the more telling first. */
const FOR_TESTS = ["tests", "test", "testing", "dev", "develop", "development"];

/** Of several lists of requirements, the one that is for testing; null: none is, or it is empty. */
export function pickForTests(lists: ReadonlyMap<string, readonly string[]>): string | null {
  return FOR_TESTS.find((name) => (lists.get(name)?.length ?? 0) > 0) ?? null;
}
