import { isDeploy, type Plan } from "../plan/index.js";
import type { NeededValue } from "../secrets/index.js";
import type { IndexServer, Spec } from "../spec/index.js";

/** Every value of the plan that must be found before anything runs, each with its place. */
export function neededValues(plan: Plan, spec: Spec, environment: Readonly<Record<string, string>>): NeededValue[] {
  const needed: NeededValue[] = [];
  for (const { phase, steps } of plan.phases) {
    for (const { step, skip, environment: values } of steps) {
      for (const [name, value] of skip === null ? Object.entries(values) : []) {
        if (typeof value === "object")
          needed.push({ value, where: `phase ${phase}, step ${step}: variable ${name}`, use: "environment" });
      }
    }
  }
  const deploys = plan.phases.some(({ phase }) => isDeploy(phase));
  for (const server of spec.pypi?.indexServers ?? []) needed.push(...passwordOf(server, { deploys, environment }));
  return needed;
}

/** Without a deploy phase an encrypted password is not needed, nor is one from a variable that happens not to be set. */
function passwordOf(
  { name, password }: IndexServer,
  at: { readonly deploys: boolean; readonly environment: Readonly<Record<string, string>> },
): NeededValue[] {
  if (password === undefined) return [];
  const optional = typeof password === "object" && !("env" in password && at.environment[password.env] !== undefined);
  if (optional && !at.deploys) return [];
  return [{ value: password, where: `index server ${name}: password`, use: "password" }];
}

/** Passwords that stand in the spec's own addresses, which tools print: as written and decoded. */
export function credentialsInUrls(spec: Spec): string[] {
  const { indexUrl, extraIndexUrls = [], findLinks = [], indexServers = [] } = spec.pypi ?? {};
  const addresses = [
    indexUrl ?? "",
    ...extraIndexUrls,
    ...findLinks,
    ...indexServers.map((server) => server.repository),
  ];
  return addresses.flatMap((address) => {
    const { password = "" } = URL.canParse(address) ? new URL(address) : {};
    return password === "" ? [] : [password, decoded(password)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
