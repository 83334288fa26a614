import { type Answer, type Probed, pick } from "./engine.js";

/** What `docker info` says of limits, and the limits' names. */
const BY_FLAG: Readonly<Record<string, readonly string[]>> = {
  MemoryLimit: ["memory"],
  CpuCfsQuota: ["cpus"],
  PidsLimit: ["pids"],
  OomKillDisable: ["noOomKill"],
};

/** What `docker info --format '{{json .}}'` says. A client without an engine may say all this and succeed. */
export function dockerFacts({ program, environment, uid, info }: Answer): Probed {
  const errors = pick(info, "ServerErrors");
  if (Array.isArray(errors) && errors.length > 0) return { type: "fails", why: errors.map(String).join(" ") };
  const version = pick(info, "ServerVersion");
  if (typeof version !== "string" || version === "") return { type: "fails", why: "no engine answers its client" };
  const options = pick(info, "SecurityOptions");
  const rootless = Array.isArray(options) && options.some((option) => String(option).includes("name=rootless"));
  const flags = Object.entries(BY_FLAG).filter(([flag]) => pick(info, flag) === true);
  const devices = rootless ? [] : ["deviceReadBps", "deviceWriteBps"];
  const here =
    process.platform === "linux" && isLocal(environment) && pick(info, "OperatingSystem") !== "Docker Desktop";
  return {
    type: "works",
    engine: {
      name: "docker",
      program,
      environment,
      version,
      rights: rootless ? "rootless" : "root",
      limits: ["openFiles", "timeout", ...devices, ...flags.flatMap(([, limits]) => limits)],
      swap: pick(info, "SwapLimit") === true ? "bounded" : "free",
      hardProcesses: null,
      pullFolder: null,
      architecture: String(pick(info, "Architecture") ?? ""),
      processes: !here ? "none" : rootless || uid === 0 ? "own" : "foreign",
    },
  };
}

function isLocal({ DOCKER_HOST }: Readonly<Record<string, string>>): boolean {
  return DOCKER_HOST === undefined || DOCKER_HOST === "" || DOCKER_HOST.startsWith("unix://");
}
