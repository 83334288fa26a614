import { delimiter } from "node:path";
import { parentEnvironment } from "../../command/index.js";
import { refuse } from "../refuse.js";
import { type Detection, detectEngine } from "./detect.js";
import type { Caller } from "./lending.js";

/** Where what engines start by its name lies (iptables), which the PATH of many users does not lead to. */
const SYSTEM_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

type Environment = Readonly<Record<string, string>>;

/** The engine is called with this process's own environment: that is where its settings are. `change`: what is different in it. */
export function detectHere(change: (environment: Environment) => Environment = (same) => same): Detection {
  const set = Object.entries(parentEnvironment()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const environment = change(Object.fromEntries(set));
  return detectEngine({ ...environment, PATH: withSystemFolders(environment.PATH ?? "") });
}

function withSystemFolders(path: string): string {
  if (process.platform === "win32") return path;
  const folders = path.split(delimiter);
  return [...folders, ...SYSTEM_FOLDERS.filter((folder) => !folders.includes(folder))].join(delimiter);
}

export function callerHere(): Caller {
  const detection = detectHere();
  if (detection.type === "found") return { engine: detection.engine, uid: process.geteuid?.() ?? -1 };
  throw refuse("unsupported", missingEngine(detection.reasons));
}

/** For people who want containers and have no engine. */
export function missingEngine(reasons: readonly string[]): string {
  return (
    `no container engine works on this machine (${reasons.join("; ")}). ` +
    "Install podman (the package podman of Debian, Ubuntu and Fedora), or start docker's service and see that this user may use it"
  );
}
