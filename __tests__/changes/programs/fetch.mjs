// Fetches in a process of its own: the sources' folder, the options. Tells its parent how many changes came, and its memory at the most.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [sources, options] = process.argv.slice(2);
const { openSource } = await import(join(sources, "changes", "sources", "index.js"));
const source = await openSource({ ...JSON.parse(options), environment: {}, now: Date.now, note: console.error });
const query = { statuses: ["open"], projects: [], with: new Set(["reviews"]) };
let count = 0;
for await (const _ of source.changes(query, new AbortController().signal)) count++;
// getrusage(2) would count what the parent had when it made this process.
const peak =
  process.platform === "linux" ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status"))[1]) * 1024 : 0;
process.send({ count, peak });
process.disconnect();
