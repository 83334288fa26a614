import type { Image } from "../../sandbox/index.js";
import { sandboxFault } from "./faults.js";

/** Of what is prepared before anything runs. */
export interface Preparing {
  readonly signal: AbortSignal;
  /** Told of what takes a while, a line each. */
  readonly progress: (line: string) => void;
}

/** Looks at images, at each once. */
export function describer(
  { describeImage }: typeof import("../../sandbox/index.js"),
  { signal, progress }: Preparing,
): (name: string) => Promise<Image> {
  const images = new Map<string, Promise<Image>>();
  return (name) => {
    const onProgress = (line: string): void => progress(`image ${name}: ${line}`);
    const looked = images.get(name) ?? describeImage(name, { signal, onProgress });
    images.set(name, looked);
    return looked.catch((error: unknown) => {
      throw sandboxFault("no-image", error);
    });
  };
}
