import { callerHere } from "./here.js";
import { type Image, type ImageOptions, prepareImage } from "./image.js";

/**
 * What is to be known of a container image before anything runs in it; it is fetched where it is not on this machine, unless `pull` is
 * `never`. `onProgress` is told each line of the engine's about the fetching, which takes at most 30 minutes; `signal` ends it.
 *
 * @throws CommandError `spawn` where it is missing or cannot be fetched, `invalid` for what is no image's name, `unsupported` where there is
 * no container engine, `aborted` by the signal.
 */
export async function describeImage(reference: string, options: Partial<ImageOptions> = {}): Promise<Image> {
  return prepareImage(callerHere().engine, reference, { pull: "missing", ...options });
}
