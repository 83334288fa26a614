import type { ServerResponse } from "node:http";

/** Two such buffers take turns: one is read into while the other is on its way to the client. */
export const BUFFER_BYTES = { kept: 512 * 1024, coming: 64 * 1024 } as const;

/** Gives the next bytes of a file at a position; 0: there are no more. */
export type ReadAt = (buffer: Buffer, position: number) => Promise<number>;

export interface Sending {
  readonly read: ReadAt;
  readonly start: number;
  /** null: until there are no more. */
  readonly stop: number | null;
  readonly bufferBytes: number;
}

/** Sends bytes from `start` to before `stop`, as fast as the client takes them. False: the client went away. */
export async function sendBytes(
  response: ServerResponse,
  { read, start, stop, bufferBytes }: Sending,
): Promise<boolean> {
  const length = stop === null ? bufferBytes : Math.min(bufferBytes, stop - start);
  const buffers = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)] as const;
  let sent: Promise<unknown> = Promise.resolve();
  let position = start;
  for (let turn = 0; stop === null || position < stop; turn = 1 - turn) {
    const buffer = buffers[turn === 0 ? 0 : 1];
    const wanted = stop === null ? buffer : buffer.subarray(0, stop - position);
    const count = await read(wanted, position);
    await sent;
    if (response.destroyed) return false;
    if (count === 0) return stop === null;
    sent = written(response, wanted.subarray(0, count));
    position += count;
  }
  await sent;
  return !response.destroyed;
}

/** Resolves when the system has taken the bytes, or the client is gone. */
export function written(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("close", done);
      resolve();
    };
    response.on("close", done);
    response.write(bytes, done);
    if (response.destroyed) done();
  });
}
