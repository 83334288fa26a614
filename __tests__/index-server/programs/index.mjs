// A server in a process of its own: sources, store, upstream. Tells its parent its URL, and when asked its memory at the most.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [sources, store, upstream] = process.argv.slice(2);
const { openIndex } = await import(join(sources, "packages", "index.js"));
const { url } = await openIndex({
  store,
  upstreams: [{ name: null, url: upstream }],
  environment: {},
  platform: process.platform,
  note: console.error,
});
process.send({ url });
// getrusage(2) would count what the parent had when it made this process.
process.on("message", () =>
  process.send({ peak: Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status"))[1]) * 1024 }),
);
