import { refuse } from "../refuse.js";
import { type Engine, pick } from "./engine.js";
import { call } from "./engine-call.js";
import { pullImage, type Waiting } from "./pull.js";

/** An image that is on this machine. */
export interface Image {
  /** The digest of its configuration, as `sha256:…`: the same image has the same everywhere. */
  readonly id: string;
  /** As the image says it: a name or a number, perhaps with a group; empty: root. */
  readonly user: string;
  /** Its variables, by which commands find its programs. */
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string | null;
}

/** How an image is looked for. */
export interface ImageOptions extends Waiting {
  /** Whether one that is not there is fetched. */
  readonly pull: "missing" | "never";
}

/** A reference that no client can take for an option. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,1023}$/;

/**
 * Sees to it that the image is here. @throws CommandError that says why it cannot be had, or `aborted` by the signal; nothing of it has run
 * then.
 */
export async function prepareImage(engine: Engine, reference: string, options: ImageOptions): Promise<Image> {
  if (!REFERENCE.test(reference))
    throw refuse("invalid", `image is ${JSON.stringify(reference)}, which is no name of a container image`);
  const here = await look(engine, reference);
  if (here) return here;
  if (options.pull === "never") {
    const hint = `Get it with \`${engine.name} pull ${reference}\`, or set pull to missing`;
    throw refuse("spawn", `the image ${reference} is not on this machine, and pull is never. ${hint}`);
  }
  await pullImage(engine, reference, options);
  const there = await look(engine, reference);
  if (there) return there;
  throw refuse("spawn", `${engine.name} pulled the image ${reference}, but does not find it`);
}

async function look(engine: Engine, reference: string): Promise<Image | null> {
  const seen = await call(engine, ["image", "inspect", "--format", "{{json .}}", reference]);
  if (seen.exitCode !== 0) return null;
  // podman gives a list, whatever the format.
  const [facts]: unknown[] = [JSON.parse(seen.stdout)].flat();
  const id = String(pick(facts, "Id") ?? "");
  const variables = pick(facts, "Config.Env");
  const workingDirectory = pick(facts, "Config.WorkingDir");
  return {
    id: id.includes(":") ? id : `sha256:${id}`,
    user: String(pick(facts, "Config.User") ?? ""),
    environment: Object.fromEntries((Array.isArray(variables) ? variables : []).map((pair) => split(String(pair)))),
    workingDirectory: typeof workingDirectory === "string" && workingDirectory !== "" ? workingDirectory : null,
  };
}

function split(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}
