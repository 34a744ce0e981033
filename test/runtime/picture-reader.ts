import type { PictureReader } from '../../src/bot/pictures.ts';
import type { SentFile } from '../../src/bot/types.ts';
import { deliver, makeStage, type Process, type Stage } from './stage.ts';

/** A reader to which a picture is the text on it, in UTF-8; `!` and a reason: it cannot be read. */
export interface FakeReader extends PictureReader {
  /** What was read, in order. */
  readonly pictures: string[];
  /** The greatest number of pictures that were read at once. */
  together(): number;
  /** Has readings wait from now on, until the function that is returned is called. */
  hold(): () => void;
}

/** Returns a reader that reads at once what it is given. */
export function fakeReader(): FakeReader {
  const pictures: string[] = [];
  let [under, most] = [0, 0];
  let stopped = false;
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  return {
    pictures,
    together: () => most,
    hold: () => {
      gate = Promise.withResolvers();
      return gate.resolve;
    },
    read: async (picture) => {
      under += 1;
      most = Math.max(most, under);
      const text = new TextDecoder().decode(picture);
      pictures.push(text);
      await gate.promise;
      under -= 1;
      if (stopped) return { outcome: 'unread', why: 'failed' };
      if (text.startsWith('!')) return { outcome: 'unread', why: text.slice(1) as 'heic' };
      return { outcome: 'read', lines: text.split('\n').map((line) => ({ text: line, sure: 90 })) };
    },
    stop: async () => {
      stopped = true;
      gate.resolve();
    },
  };
}

export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Returns a file of the stage's channel, with what is on it. */
export function sent(stage: Stage, text: string, kind: SentFile['kind'] = 'picture'): SentFile {
  const ref = `F${stage.files.size + 1}`;
  stage.files.set(ref, bytes(text));
  return { ref, kind, size: text.length };
}

/** Returns a stage with a reader and a process. */
export async function reading(...given: Parameters<typeof makeStage>) {
  const stage = await makeStage(...given);
  const reader = fakeReader();
  stage.pictures = reader;
  return { stage, reader, process: stage.process() };
}

/** Sends pictures, each with a text on it, and words beside them. */
export const send = (stage: Stage, process: Process, texts: readonly string[], text = ''): Promise<void> =>
  deliver(process, () => stage.incoming({ type: 'file', text, files: texts.map((one) => sent(stage, one)) }));
