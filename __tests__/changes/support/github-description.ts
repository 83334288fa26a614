import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** JSON as it comes: the tests adapt it freely. */
export type Json = ReturnType<typeof JSON.parse>;

/** The operations that change reports need; of the whole description the checks would take minutes to make. */
const PATHS = [
  "/repos/{owner}/{repo}/pulls",
  "/repos/{owner}/{repo}/pulls/{pull_number}",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "/repos/{owner}/{repo}/pulls/{pull_number}/files",
  "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  "/repos/{owner}/{repo}/commits/{ref}/check-runs",
  "/repos/{owner}/{repo}/commits/{ref}/status",
  "/repos/{owner}/{repo}/commits/{ref}/statuses",
  "/repos/{owner}/{repo}/git/matching-refs/{ref}",
];

const described: Json = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json"), "utf8"),
);

/** The example that GitHub's description gives of an answer, a copy. */
export function exampleOf(name: string): Json {
  const example = described.components.examples[name];
  if (example === undefined) throw new Error(`GitHub's description has no example ${name}`);
  return structuredClone(example.value);
}

/** GitHub's published description of its API, cut down to those operations and what they refer to. */
export function githubDescription(): Json {
  const paths = Object.fromEntries(PATHS.map((path) => [path, { get: described.paths[path].get }]));
  const components: Json = {};
  const missing = referencesIn(paths);
  for (const reference of missing) {
    const [, , kind, name] = reference.split("/") as [string, string, string, string];
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    components[kind][name] = described.components[kind][name];
    for (const further of referencesIn(components[kind][name])) missing.add(further);
  }
  for (const value of Object.values<Json>(components.schemas)) allowNull(value);
  return { openapi: described.openapi, info: described.info, paths, components };
}

/** OpenAPI 3.0 takes `nullable` for enough; JSON Schema wants null among the values too. */
function allowNull(schema: Json): void {
  if (typeof schema !== "object" || schema === null) return;
  if (schema.nullable === true && Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum.push(null);
  for (const part of Object.values(schema)) allowNull(part);
}

function referencesIn(value: unknown): Set<string> {
  return new Set([...JSON.stringify(value).matchAll(/"\$ref":"(#\/components\/[^"]+)"/g)].map(([, it]) => it ?? ""));
}
