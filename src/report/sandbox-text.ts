import type { PlannedSandbox } from "../plan/index.js";
import { oneLine } from "../terminal-text.js";

/** What a phase is shut into, in a line: `bubblewrap, network isolated, memory 2GiB`. */
export function sandboxText({ backend, namedBy, image, ports, configuration, lacking }: PlannedSandbox): string {
  const {
    network,
    mounts,
    filesystemRoot,
    filesystemWritablePaths: writable,
    extraMounts,
    limits,
    capabilities,
  } = configuration;
  const parts = [
    namedBy === undefined ? backend : `${backend} (${namedBy})`,
    ...(image === null ? [] : [`image ${image}`]),
    ...ports.map(({ host, sandbox }) => `port ${host} → ${sandbox}`),
    ...(network === undefined ? [] : [`network ${network}`]),
    ...(mounts === undefined ? [] : [`mounts ${mounts}`]),
    ...(filesystemRoot === undefined ? [] : [`root ${filesystemRoot}`]),
    ...(writable === undefined
      ? []
      : [`writable: ${typeof writable === "string" ? writable : writable.join(" ") || "none"}`]),
    ...(extraMounts ?? []).map(({ type, target }) => `${type} at ${target}`),
    ...Object.entries(limits ?? {}).map(([name, value]) => `${kebab(name)} ${valueText(value)}`),
    ...Object.entries(capabilities ?? {}).map(([name, values]) => `${name} ${values.join(" ")}`),
    ...(lacking === "left-out" ? ["what it cannot do is left out"] : []),
  ];
  return oneLine(parts.join(", "));
}

function valueText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, rate]) => `${name} ${rate}`)
    .join(" ");
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
