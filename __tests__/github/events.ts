import { createRequire } from "node:module";
import { type GithubContext, readGithubContext } from "../../src/github/index.js";

/** A payload as JSON gives it: the tests adapt them freely. */
export type Example = ReturnType<typeof JSON.parse>;

interface Definition {
  readonly name: string;
  readonly examples: readonly Example[];
}

const definitions: readonly Definition[] = createRequire(import.meta.url)("@octokit/webhooks-examples");

/** A copy of the first real payload of an event that fits. */
export function example(event: string, fits: (payload: Example) => boolean = () => true): Example {
  const found = definitions.find(({ name }) => name === event)?.examples.find(fits);
  if (found === undefined) throw new Error(`there is no example of ${event}`);
  return structuredClone(found);
}

/** Another repository, as a fork's. */
export const FORK = { id: 987654321, full_name: "someone/hello-world", fork: true };

/** What GitHub's runner would show for a payload. */
export function contextOf(
  event: string,
  payload: unknown,
  variables: Readonly<Record<string, string>> = {},
): Promise<GithubContext> {
  const environment = {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: "/event.json",
    GITHUB_REPOSITORY: "octo/hello-world",
    GITHUB_SHA: "f".repeat(40),
    ...variables,
  };
  return readGithubContext(environment, async (path) => {
    if (path !== "/event.json" || payload === undefined) throw new Error("ENOENT");
    return typeof payload === "string" ? payload : JSON.stringify(payload);
  });
}
