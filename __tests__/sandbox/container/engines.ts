import { afterAll, beforeAll, test } from "@jest/globals";
import { docker, obstacle as dockersObstacle, useDocker } from "./docker.js";
import { podman, obstacle as podmansObstacle, usePodman } from "./podman.js";

/** An engine that tests of containers run with. */
export interface EngineRow {
  readonly name: "podman" | "docker";
  /** Its name, and why it cannot be had here. */
  readonly title: string;
  readonly test: typeof test.skip;
  /** Calls the engine's client; what it printed. */
  readonly call: (...args: readonly string[]) => string;
  /** Has it be the engine of the tests beside this call, with settings and a storage of its own. */
  readonly use: () => { readonly folder: () => string; readonly rootFolder: () => string };
}

/** Each engine, real, with images of its own; one that is missing here is left out, but never for root in CI on Linux. */
export const engines: readonly EngineRow[] = [
  row("podman", { obstacle: podmansObstacle, call: podman, set: usePodman }),
  row("docker", { obstacle: dockersObstacle, call: docker, set: useDocker }),
];

function row(
  name: EngineRow["name"],
  parts: {
    readonly obstacle: string | null;
    readonly call: EngineRow["call"];
    readonly set: () => ReturnType<EngineRow["use"]>;
  },
): EngineRow {
  const { obstacle, call, set } = parts;
  return {
    name,
    title: obstacle === null ? name : `${name} (left out: ${obstacle})`,
    test: obstacle === null ? test : test.skip,
    call,
    use() {
      const used = set();
      const chosen = process.env.FORGEXEC_CONTAINER_ENGINE;
      beforeAll(() => {
        process.env.FORGEXEC_CONTAINER_ENGINE = name;
      });
      afterAll(() => {
        if (chosen === undefined) delete process.env.FORGEXEC_CONTAINER_ENGINE;
        else process.env.FORGEXEC_CONTAINER_ENGINE = chosen;
      });
      return used;
    },
  };
}
