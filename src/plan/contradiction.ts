import type { PlannedSandbox } from "./model.js";

/** Two things that are asked for and do not go together. */
export interface Contradiction {
  /** The key of the spec, within `sandbox` or at the top, that has to change. */
  readonly key: string;
  readonly message: string;
}

/** What of a sandbox cannot be had on any machine; null: nothing that can be told without looking at one. */
export function contradictionOf(sandbox: PlannedSandbox): Contradiction | null {
  const { backend, image, ports, configuration, lacking } = sandbox;
  const root = configuration.filesystemRoot ?? "/";
  if (image !== null && root !== "/")
    return {
      key: "filesystem-root",
      message: "`image` and `filesystem-root` both say where files come from: leave one of them out.",
    };
  if (image !== null && lacking === "refused" && backend !== "container" && backend !== "auto")
    return {
      key: "backend",
      message: `The ${backend} sandbox cannot do image ${JSON.stringify(image)}: only containers have images. Name the backend container, leave the image out, or say \`degrade: true\` in the spec's \`sandbox\`.`,
    };
  if (ports.length > 0 && configuration.network === "isolated")
    return {
      key: "ports",
      message: "Ports cannot be published with an isolated network (`network: isolated`): leave one of the two out.",
    };
  return null;
}
