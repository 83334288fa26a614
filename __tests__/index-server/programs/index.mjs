// A server in a process of its own: sources, store, upstream. Tells its parent its URL, and when asked its memory at the most.
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
process.on("message", () => process.send({ peak: process.resourceUsage().maxRSS * 1024 }));
