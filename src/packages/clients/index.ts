export type { ClientOptions, ClientSettings } from "./model.js";
export { openClients } from "./open-clients.js";
export { computeTag } from "./tag.js";
