export { cacheDirectory } from "./cache-directory.js";
export * from "./model.js";
export { prepareBuild } from "./prepare.js";
