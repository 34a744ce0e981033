import type { PictureReader, PictureText, Unread } from '../../bot/pictures.ts';
import { whyUnread } from './kind.ts';
import { type ReadingProcess, startReading } from './worker-process.ts';

/** How long reading may take, and how much may wait for it. */
export interface ReaderLimits {
  /** Milliseconds that one picture may take. */
  readonly patience: number;
  /** Milliseconds after the last picture until the process that reads is ended. */
  readonly idle: number;
  /** Bytes of all pictures that may wait together. */
  readonly waiting: number;
}

/** The limits of a bot. */
const usual: ReaderLimits = { patience: 20_000, idle: 60_000, waiting: 128 * 1024 * 1024 };

const unread = (why: Unread): PictureText => ({ outcome: 'unread', why });

/** Opens a reader of pictures. It costs nothing until the first one: each is read by a process of its own that is started then, reads one at a time, and is ended when it takes too long or has nothing to do. */
export function openPictureReader(limits = usual, start: () => ReadingProcess = startReading): PictureReader {
  let process: ReadingProcess | undefined;
  let rest: NodeJS.Timeout | undefined;
  let stopped = false;
  let bytes = 0;
  let line: Promise<unknown> = Promise.resolve();
  let ahead = 0;

  const end = async () => {
    clearTimeout(rest);
    const ending = process;
    process = undefined;
    await ending?.end();
  };

  const next = async (picture: Uint8Array): Promise<PictureText> => {
    if (stopped) return unread('failed');
    clearTimeout(rest);
    process ??= start();
    const tooLong = Promise.withResolvers<undefined>();
    const clock = setTimeout(() => tooLong.resolve(undefined), limits.patience);
    const reading = await Promise.race([process.read(picture), tooLong.promise]);
    clearTimeout(clock);
    if (reading === undefined) await end();
    else rest = setTimeout(end, limits.idle);
    return reading ?? unread('failed');
  };

  return {
    read: async (picture, waiting) => {
      const why = whyUnread(picture);
      if (why !== undefined) return unread(why);
      if (stopped || bytes + picture.length > limits.waiting) return unread('failed');
      bytes += picture.length;
      ahead += 1;
      if (ahead > 1) waiting();
      const turn = line.then(() => next(picture));
      line = turn;
      try {
        return await turn;
      } finally {
        bytes -= picture.length;
        ahead -= 1;
      }
    },
    stop: async () => {
      stopped = true;
      await end();
      await line;
    },
  };
}
