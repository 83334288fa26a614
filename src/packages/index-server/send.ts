import type { ServerResponse } from "node:http";

/** Two take turns: one is read into while the other is on its way to the client. */
const BUFFER_BYTES = 512 * 1024;

/** Gives the next bytes of a file at a position; 0: there are no more. */
export type ReadAt = (buffer: Buffer, position: number) => Promise<number>;

/** Sends bytes from `start` to before `stop` (null: until there are no more), as fast as the client takes them. False: the client went away. */
export async function sendBytes(
  response: ServerResponse,
  { read, start, stop }: { readonly read: ReadAt; readonly start: number; readonly stop: number | null },
): Promise<boolean> {
  const length = stop === null ? BUFFER_BYTES : Math.min(BUFFER_BYTES, stop - start);
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
