import type { Writable } from 'node:stream';
import { withTimeout } from '../bot/lib/async.ts';

/** Bytes of lines that may wait for whoever reads standard error. */
const most = 1024 * 1024;
/** Milliseconds that an exit waits for whoever reads standard error. */
const patience = 500;

/** Makes writes to standard error return at once, also where its reader is slow, stalled or gone. Node does so for files, pipes and sockets on POSIX, but blocks on a terminal, which a person can hold: https://nodejs.org/api/process.html#a-note-on-process-io */
export function freeStderr(): Writable {
  const stream: Writable & { readonly _handle?: { setBlocking?(on: boolean): number } | null } = process.stderr;
  if (process.stderr.isTTY) stream._handle?.setBlocking?.(false);
  // Nobody is left to be told that nobody reads.
  stream.on('error', () => {});
  return stream;
}

/** Writes lines to a stream, of which at most `limit` bytes wait; the rest is dropped, and `tell` gets their number once those that waited are gone. */
export function boundedLines(
  stream: Writable,
  tell: (dropped: number) => void,
  limit: number = most,
): (line: string) => void {
  let dropped = 0;
  return (line) => {
    if (stream.writableLength + Buffer.byteLength(line) <= limit) {
      stream.write(line);
      return;
    }
    dropped += 1;
    if (dropped > 1) return;
    stream.once('drain', () => {
      const lost = dropped;
      dropped = 0;
      tell(lost);
    });
  };
}

/** Resolves once standard error has taken all that was written to it, and in half a second at the latest. Before `process.exit`, which takes along what waits. */
export const flushStderr = (): Promise<void> =>
  withTimeout(patience, new Promise<void>((resolve) => process.stderr.write('', () => resolve()))).catch(() => {});
