export { type GithubContext, readGithubContext } from "./context.js";
export { commandEnvironment, idTokenEnvironment } from "./environment.js";
export { POLICY_TABLE, type PolicyRow, packageCacheUse, policyFor, policyRow } from "./policy.js";
export { forgeVariables } from "./variables.js";
