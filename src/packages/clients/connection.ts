import { homedir } from "node:os";
import type { UpstreamConnection } from "../index-server/options.js";
import { readPipConfiguration } from "../pip-files.js";
import { authorities } from "./certificates.js";
import { readNetrc } from "./netrc.js";
import { type PipSettings, pipOption, words } from "./pip-settings.js";
import { pipProxy } from "./proxies.js";

export interface ConnectionSource {
  readonly settings: PipSettings;
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly note: (line: string) => void;
}

/** How pip would reach its indexes: certificates, hosts that it trusts without, its own proxy, the user's netrc. */
export async function connectionOf({
  settings,
  environment,
  home,
  note,
}: ConnectionSource): Promise<UpstreamConnection> {
  const [certificates, authorization] = await Promise.all([authorities(settings, note), readNetrc(environment, home)]);
  const proxy = pipProxy(settings);
  return {
    authorities: certificates,
    authorization,
    trustedHosts: words(pipOption(settings, "trusted-host")),
    ...(proxy === null ? {} : { proxy }),
  };
}

/** The same for the machine's pip, whichever interpreter's that is. */
export async function machineConnection(machine: {
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  readonly note: (line: string) => void;
}): Promise<UpstreamConnection> {
  const { environment } = machine;
  const home = environment.HOME || environment.USERPROFILE || homedir();
  const sections = await readPipConfiguration({ ...machine, home, basePrefix: null });
  const settings: PipSettings = { sections, files: "on", variables: {}, environment };
  return connectionOf({ ...machine, settings, home });
}
