// What the benchmarks share: medians of alternating runs, so that a machine whose speed drifts is fair to both sides.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

export const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Milliseconds that a command takes as a whole process; a failing one ends the benchmark. */
export function timed(argv, options = {}) {
  const began = performance.now();
  const result = spawnSync(argv[0], argv.slice(1), { stdio: ["ignore", "ignore", "pipe"], ...options });
  const took = performance.now() - began;
  if (result.status !== 0) throw new Error(`${argv.join(" ")}: ${result.status}\n${result.stderr}`);
  return took;
}

/** Medians of commands run in turn, after one round that is not counted. */
export function inTurn(commands, runs) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const [name, action] of Object.entries(commands)) {
      const took = action();
      if (round > 0) times[name].push(took);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** A folder with a spec in it, gone when the benchmark is over. */
export function project(spec) {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-"));
  writeFileSync(join(folder, ".forge.yml"), spec);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command with its output thrown away; milliseconds, and the peak of its own memory in MiB (Linux). */
export async function withPeak(argv, options = {}) {
  const began = performance.now();
  const child = spawn(argv[0], argv.slice(1), { stdio: ["ignore", "ignore", "inherit"], ...options });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It is gone.
    }
  }, 20);
  const code = await new Promise((done) => child.once("exit", done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${argv.join(" ")}: ${code}`);
  return { ms: performance.now() - began, peak };
}

export function row(name, value, note = "") {
  console.log(`${name.padEnd(52)} ${value.padStart(12)}  ${note}`);
}
