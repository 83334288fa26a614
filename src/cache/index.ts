export { ActionsCache, type ActionsCacheOptions } from "./actions.js";
export { type CacheEntry, DirectoryCache, type DirectoryCacheOptions, type DirectoryCheck } from "./directory.js";
export type { CacheCall, CacheHit, CacheOptions, CacheStore } from "./model.js";
export type { PruneLimits } from "./prune.js";
