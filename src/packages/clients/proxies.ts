import { type PipSettings, pipOption } from "./pip-settings.js";

const PROXIES = ["http_proxy", "https_proxy", "all_proxy"] as const;
const ADDRESS = "127.0.0.1";

/** The proxy that pip alone is told of; null: none. */
export function pipProxy(settings: PipSettings): string | null {
  return pipOption(settings, "proxy");
}

/** Whether what the upstreams are reached through is a proxy that the index can't speak to. */
export function usesSocks({ environment }: PipSettings, proxy: string | null): boolean {
  const all = [proxy, ...PROXIES.map((name) => variable(environment, name))];
  return all.some((url) => url !== null && /^socks/i.test(url));
}

/**
 * Variables that keep requests to the index from going to a proxy. Where pip has a proxy of its own, that becomes the
 * variables': pip would send requests to the index through it, and what does not go to the index still needs it.
 */
export function proxyVariables(settings: PipSettings): Readonly<Record<string, string>> {
  const { environment } = settings;
  const own = pipProxy(settings);
  const variables: Record<string, string> = own === null ? {} : { http_proxy: own, https_proxy: own };
  if (own === null && PROXIES.every((name) => variable(environment, name) === null)) return {};
  for (const name of ["no_proxy", "NO_PROXY"]) variables[name] = withAddress(variable(environment, "no_proxy"));
  return variables;
}

function withAddress(list: string | null): string {
  const hosts = (list ?? "").split(/[\s,]+/).filter(Boolean);
  return hosts.includes("*") || hosts.includes(ADDRESS) ? hosts.join(",") : [...hosts, ADDRESS].join(",");
}

/** Programs look for the small letters first. */
function variable(environment: Readonly<Record<string, string>>, name: string): string | null {
  return environment[name] || environment[name.toUpperCase()] || null;
}
