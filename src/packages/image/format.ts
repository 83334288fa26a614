import { open } from "node:fs/promises";
import { ImageError, type ImageFormat } from "./model.js";

const MAGIC: readonly (readonly [string, ImageFormat])[] = [
  ["68737173", "squashfs"],
  ["28b52ffd", "tar+zstd"],
  ["1f8b", "tar+gzip"],
];

/** What an image is, by its first bytes. @throws ImageError `damaged` where it is nothing known. */
export async function formatOf(path: string): Promise<ImageFormat> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.subarray(0, bytesRead).toString("hex");
    const match = MAGIC.find(([magic]) => start.startsWith(magic));
    if (match === undefined) throw new ImageError("damaged", `${path} is not an environment image`);
    return match[1];
  } finally {
    await file.close();
  }
}
