import { parseTimeout } from "../duration.js";
import { PHASES, type Phase, type PhaseName, type PublishedPort, type Spec } from "../model.js";
import { type Entry, member, type Node, textOf, toWritten } from "../yaml/node.js";
import { type Reading, refuse, refuseKeys } from "./context.js";
import { readPhase } from "./phase.js";
import { readPypi } from "./pypi.js";
import { readSandbox } from "./sandbox.js";
import { readEnvironment } from "./value.js";

const LATER = ["matchers"];

/** Reads the whole spec. What it returns is worth something only if nothing was reported as an error. */
export function readSpec(root: Node, file: string, reading: Reading): Spec {
  refuseKeys(root, LATER, reading);
  const python = root.kind === "map" ? root.entries.get("python") : undefined;
  if (python?.value.kind === "list") refuse("A list of values, which makes a matrix,", python.value.offset, reading);
  const image = member(root, "image");
  if (image?.kind === "list") refuse("A list of images, which makes a matrix,", image.offset, reading);
  const imageName = textOf(image);
  const sandbox = readSandbox(member(root, "sandbox"));
  const interpreter = textOf(python?.value);
  const timeoutMs = parseTimeout(textOf(member(root, "timeout")) ?? "");
  const pypi = readPypi(member(root, "pypi"), reading);
  return {
    file,
    environment: readEnvironment(member(root, "environment"), reading),
    ports: readPorts(root, reading),
    phases: readPhases(root, reading),
    environmentInputs: {
      python: toWritten(member(root, "python")),
      pypi: toWritten(member(root, "pypi")),
      install: toWritten(member(root, "install")),
    },
    ...(imageName === undefined ? {} : { image: imageName }),
    ...(sandbox === undefined ? {} : { sandbox }),
    ...(interpreter === undefined ? {} : { python: interpreter }),
    ...(pypi === undefined ? {} : { pypi }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}

function readPorts(root: Node, reading: Reading): readonly PublishedPort[] {
  const entry = root.kind === "map" ? root.entries.get("ports") : undefined;
  if (entry?.value.kind !== "map") return [];
  if (member(root, "image") === undefined) {
    const message =
      "`ports` are those of a container: give `image` too, or leave them out. Without one, commands listen on this machine's own ports.";
    reading.report({ offset: entry.offset, severity: "error", code: "ports-without-image", message });
  }
  return [...entry.value.entries.values()].map(({ key, value }) => ({
    host: Number(key),
    sandbox: Number(textOf(value)),
  }));
}

function readPhases(root: Node, reading: Reading): Spec["phases"] {
  const phases: Partial<Record<PhaseName, Phase>> = {};
  for (const name of PHASES) {
    const phase = readPhase(name, phaseEntry(root, name), reading);
    if (phase) phases[name] = phase;
  }
  return phases;
}

function phaseEntry(root: Node, name: PhaseName): Entry | undefined {
  const [first = "", second] = name.split("/");
  const holder = second === undefined ? root : member(root, first);
  return holder?.kind === "map" ? holder.entries.get(second ?? first) : undefined;
}
