import { LRUCache } from 'lru-cache';
import type { Attachment, TicketNote } from '../../bot/ports.ts';
import type { Attempted } from './confirmed.ts';

/** A note that has files of the person. */
export type FileNote = Extract<TicketNote, { readonly kind: 'file' }>;

/** Returns a note with these of its files; the others are missing from it. */
export const withFiles = (note: FileNote, files: readonly Attachment[]): FileNote => ({
  ...note,
  files,
  missing: note.missing + note.files.length - files.length,
});

/** Returns a note with as many of its files, in their order, as have at most `most` bytes together. */
export function withinSize(note: TicketNote, most: number): TicketNote {
  if (note.kind !== 'file') return note;
  let left = most;
  const files = note.files.filter(({ bytes }) => {
    if (bytes.length > left) return false;
    left -= bytes.length;
    return true;
  });
  return withFiles(note, files);
}

/** Milliseconds until a note goes without the files with which it was refused. */
const pause = 1_000;

/** Returns a function that sends notes under their keys to a receiver that may not take their files: a note that was refused with files goes without them, and so does one of which it was not known so many times (`patience`) whether it was taken, since the files may be why. It then says where they lie. */
export function sparing(patience: number) {
  /** The number of attempts with files after which nothing is known; of refused ones `patience`. */
  const failed = new LRUCache<string, number>({ max: 10_000 });

  return async (key: string, note: TicketNote, send: (note: TicketNote) => Promise<Attempted>): Promise<Attempted> => {
    if (note.kind !== 'file' || note.files.length === 0) return send(note);
    const before = failed.get(key) ?? 0;
    if (before >= patience) return send(withFiles(note, []));
    failed.set(key, before + 1);
    const sent = await send(note);
    failed.set(key, sent.outcome === 'never' ? patience : before);
    return sent.outcome === 'never' ? { outcome: 'later', after: pause, reason: 'refusal', why: sent.why } : sent;
  };
}
