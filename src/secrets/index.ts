export { decryptValue, encryptValue, generateIdentity } from "./age.js";
export { createMasker, MASK, type Masker, type MaskStream } from "./masker.js";
export { type NeededValue, type OpenedSecrets, openSecrets } from "./open.js";
