import type { PlannedSandbox } from "./model.js";

/** Two things that are asked for and do not go together. */
export interface Contradiction {
  /** The key of the spec, within `sandbox` or at the top, that has to change. */
  readonly key: string;
  readonly message: string;
}

/** What to do where a container would have nothing in it. */
export const GIVE_FILES = "give `image` (--image) a name, or `filesystem-root` a folder.";

/** Whether a container can be made of it: it has none of this machine's files as they are. */
export function hasFiles({ image, configuration }: Pick<PlannedSandbox, "image" | "configuration">): boolean {
  return image !== null || (configuration.filesystemRoot ?? "/") !== "/";
}

/** What of a sandbox goes with nothing else that is asked of it; empty: nothing that can be told without looking at a machine. */
export function contradictionsOf(sandbox: PlannedSandbox): readonly Contradiction[] {
  const { backend, namedBy, image, ports, configuration, lacking } = sandbox;
  const found: Contradiction[] = [];
  if (backend === "container" && !hasFiles(sandbox))
    found.push({
      key: "backend",
      message: `The container sandbox${namedBy === undefined ? "" : `, which ${namedBy} names,`} has no files: ${GIVE_FILES}`,
    });
  if (image !== null && (configuration.filesystemRoot ?? "/") !== "/")
    found.push({
      key: "filesystemRoot",
      message: "`image` and `filesystem-root` both say where files come from: leave one of them out.",
    });
  if (image !== null && lacking === "refused" && backend !== "container" && backend !== "auto")
    found.push({
      key: "backend",
      message: `The ${backend} sandbox cannot do image ${JSON.stringify(image)}: only containers have images. Name the backend container, leave the image out, or say \`degrade: true\` in the spec's \`sandbox\`.`,
    });
  if (ports.length > 0 && configuration.network === "isolated")
    found.push({
      key: "network",
      message:
        "Ports cannot be published with an isolated network (`network: isolated`): leave one of the two out, or say `degrade: true` beside it for a sandbox without the ports.",
    });
  return found;
}
