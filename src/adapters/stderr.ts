import type { Writable } from 'node:stream';
import { withTimeout } from '../bot/lib/async.ts';

/** Maximum number of bytes of lines that are buffered for the reader of standard error. */
const most = 1024 * 1024;
/** Timeout of the flush before an exit, in milliseconds. */
const patience = 500;

/** Returns standard error with non-blocking writes, also if its reader is slow, stalled or gone. Node does so for pipes and sockets on POSIX, and no reader can stall a file, but it blocks on a terminal, which a person can pause: https://nodejs.org/api/process.html#a-note-on-process-io */
export function freeStderr(): Writable {
  const stream: Writable & { readonly _handle?: { setBlocking?(on: boolean): number } | null } = process.stderr;
  if (process.stderr.isTTY) stream._handle?.setBlocking?.(false);
  // An error of standard error itself can be reported nowhere.
  stream.on('error', () => {});
  return stream;
}

/** Returns a function that writes lines to a stream and buffers at most `limit` bytes. Under backpressure further lines are dropped, and `tell` gets their number once the buffer has drained. */
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

/** Flushes standard error: resolves once it has taken everything written to it, after half a second at the latest. Call it before `process.exit`, which discards the buffer. */
export const flushStderr = (): Promise<void> =>
  withTimeout(patience, new Promise<void>((resolve) => process.stderr.write('', () => resolve()))).catch(() => {});
