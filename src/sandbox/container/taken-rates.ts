import { deviceNumber } from "../groups/settings.js";
import type { NormalLimits } from "../normal.js";
import { refuse } from "../refuse.js";
import { type Engine, pick } from "./engine.js";
import { call, saidBy } from "./engine-call.js";

type Rates = Pick<NormalLimits, "deviceReadBps" | "deviceWriteBps">;

/** @throws CommandError `invalid` where a device that a rate is for is none of this machine's */
export function requireDevices({ deviceReadBps, deviceWriteBps }: Rates): void {
  for (const { device } of [...deviceReadBps, ...deviceWriteBps]) deviceNumber(device);
}

/**
 * Looks whether a container has the device rates that were asked for: docker's client 26.1 leaves them out of what it asks its service for,
 * and says nothing. Costs nothing where there are none.
 *
 * @throws CommandError `unsupported` where one is missing
 */
export async function requireRates(
  engine: Engine,
  name: string,
  { deviceReadBps, deviceWriteBps }: Rates,
): Promise<void> {
  const rates = Object.entries({ deviceReadBps, deviceWriteBps }).filter(([, asked]) => asked.length > 0);
  if (rates.length === 0) return;
  const seen = await call(engine, ["container", "inspect", "--format", "{{json .HostConfig}}", name]);
  if (seen.exitCode !== 0)
    throw refuse("spawn", `${engine.name} does not tell what limits its container has: ${saidBy(seen)}`);
  const has: unknown = JSON.parse(seen.stdout);
  for (const [key, asked] of rates) {
    const taken = pick(has, `BlkioD${key.slice(1)}`);
    const devices = Array.isArray(taken) ? taken.map((rate) => pick(rate, "Path")) : [];
    const lost = asked.find(({ device }) => !devices.includes(device));
    if (lost !== undefined)
      throw refuse(
        "unsupported",
        `limits.${key}: ${engine.name} ${engine.version} took the rate of ${lost.device} without a word, and did not set it. Leave it out, or use another version of ${engine.name}'s client`,
      );
  }
}
