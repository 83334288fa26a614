export { cacheDirectory } from "./cache-directory.js";
export * from "./model.js";
export type { CacheChoice } from "./package-cache.js";
export { prepareBuild } from "./prepare.js";
