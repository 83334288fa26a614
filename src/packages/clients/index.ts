export type { ClientOptions, ClientSettings, ClientUsage } from "./model.js";
export { openClients } from "./open-clients.js";
export { computeTag } from "./tag.js";
