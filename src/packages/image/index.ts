export { clearPlace } from "./clear-place.js";
export type { Image, RestoredImage } from "./model.js";
export { type OpenRequest, openImage } from "./open-image.js";
export { type PackRequest, packImage } from "./pack-image.js";
export { recoverImages } from "./recover-images.js";
