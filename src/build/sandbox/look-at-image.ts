import { setTimeout as sleep } from "node:timers/promises";
import { CommandError } from "../../command/index.js";
import type { PythonImage } from "../../packages/index.js";
import { filesOf } from "./python-image.js";

/** An engine that has not answered by then is not waited for, where nothing but a line of text depends on it; in ms. */
const LOOK_MS = 10_000;

/** An image as it is on this machine, or why nothing is known of it. Nothing is fetched, and nothing can be run in what it gives. */
export async function lookAtImage(name: string): Promise<{ readonly image: PythonImage } | { readonly why: string }> {
  const { describeImage } = await import("../../sandbox/index.js");
  const looked = describeImage(name, { pull: "never" }).then(
    ({ id }) => ({ image: { name, id, files: filesOf(), run: notRun } }),
    (error: unknown) => ({ why: whyUnknown(name, error) }),
  );
  const late = sleep(LOOK_MS, { why: "the container engine does not answer" }, { ref: false });
  return Promise.race([looked, late]);
}

function whyUnknown(name: string, error: unknown): string {
  if (!(error instanceof CommandError)) throw error;
  if (error.reason === "unsupported") return "no container engine works on this machine";
  return error.reason === "invalid" ? error.message : `the image ${name} is not on this machine`;
}

async function notRun(): Promise<never> {
  throw new Error("the image is only looked at");
}
