export { cacheDirectory } from "./cache-directory.js";
export type { Machine } from "./machine.js";
export * from "./model.js";
export type { CacheChoice } from "./package-cache.js";
export { prepareBuild } from "./prepare.js";
export { sandboxFindings } from "./sandbox/contradictions.js";
