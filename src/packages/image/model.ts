/** One file that holds an environment as it stood after install. */
export interface Image {
  /** Absolute. */
  readonly file: string;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: ImageFormat;
}

/** squashfs where mksquashfs is to be had, else a tar archive compressed by zstd or gzip. */
export type ImageFormat = "squashfs" | "tar+zstd" | "tar+gzip";

/** An environment that came out of an image. */
export interface RestoredImage {
  readonly way: "mounted" | "unpacked";
  /** Takes the mounts away again, whatever still runs in them; nothing for an unpacked one. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Why there is no image, or none that can be used. `damaged`: not the bytes that were packed; `refused`: it holds what
 * an environment has no use for; `missing-tool`: the program that reads its format is not installed; `no-space`;
 * `failed`: a tool failed, in its own words; `unsupported`: not on this system.
 */
export type ImageFault = "damaged" | "refused" | "missing-tool" | "no-space" | "failed" | "unsupported";

/** An image that could not be packed or opened: an expected outcome, which costs time and not the build. */
export class ImageError extends Error {
  override readonly name = "ImageError";
  readonly fault: ImageFault;

  constructor(fault: ImageFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
