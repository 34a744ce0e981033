import { LRUCache } from 'lru-cache';
import type { Words } from '../../../bot/i18n.ts';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { MessageRef, Ticket, TicketNote } from '../../../bot/ports.ts';
import { type FileNote, withFiles } from '../note-files.ts';
import { headOf, noteHead } from '../text.ts';
import { markOf, signed } from './mark.ts';
import { NotDoneError } from './outcome.ts';
import type { System } from './system.ts';

/** Milliseconds that uploading the files of a note may take, before the comment that has them with it. */
export const uploadWithin = 4_000;
/** Milliseconds after which a note goes without the files that the system does not take now, since its words wait for them. */
const longestWait = 2 * 60_000;
/** Milliseconds before a retry, where files were not taken now, and where a note goes without the files with which it was refused. */
const pause = { outage: 5_000, refusal: 1_000 } as const;

/** Returns a function that adds a note to a ticket, with its files. What the system refuses of them, or does not take for two minutes, lies in the conversation only, as the note says; its errors are those of the system's port. `inTime` throws where it is too late to write. */
export function noteWriter(system: System, words: Words) {
  /** When the files of a note were first not taken, epoch milliseconds, by its key. */
  const failing = new LRUCache<string, number>({ max: 10_000 });
  /** The keys of notes that go without files. */
  const bare = new LRUCache<string, true>({ max: 10_000 });

  /** Returns true if the files of a note, which were not taken now, have not been for too long. */
  function isLasting(key: string): boolean {
    const since = failing.get(key) ?? Date.now();
    failing.set(key, since);
    return Date.now() - since >= longestWait;
  }

  /** Uploads the files of a note, all at once. Returns the note with those that were taken, and their references. */
  async function uploaded(
    key: string,
    opened: string,
    note: FileNote,
  ): Promise<readonly [FileNote, readonly string[]]> {
    if (bare.has(key)) return [withFiles(note, []), []];
    const results = await Promise.all(
      note.files.map((file) =>
        withTimeout(uploadWithin, system.upload(opened, markOf(key), file)).then(
          (ref) => ({ file, ref }),
          (error: unknown) => ({ error: postponed(system, error) }),
        ),
      ),
    );
    const errors = results.flatMap((one) => ('error' in one && one.error !== undefined ? [one.error] : []));
    const error = errors.find(isRateLimit) ?? errors[0];
    if (error !== undefined && (isRateLimit(error) || !isLasting(key))) throw error;
    const taken = results.flatMap((one) => ('ref' in one ? [one] : []));
    return [
      withFiles(
        note,
        taken.map(({ file }) => file),
      ),
      taken.map(({ ref }) => ref),
    ];
  }

  return async (
    key: string,
    opened: MessageRef,
    ticket: Ticket,
    given: TicketNote,
    inTime: () => void,
  ): Promise<void> => {
    const [note, refs] = given.kind === 'file' ? await uploaded(key, opened, given) : [given, []];
    inTime();
    const text = signed(noteText(note, ticket, words, system), markOf(key));
    try {
      await system.comment(opened, text, note.kind === 'letter', refs);
    } catch (error) {
      const isRefused = error instanceof NotDoneError && error.sent.outcome === 'never';
      if (refs.length === 0 || (error instanceof NotDoneError && !isRefused)) throw error;
      if (!isRefused) {
        if (isLasting(key)) bare.set(key, true);
        throw error;
      }
      bare.set(key, true);
      throw new NotDoneError({ outcome: 'later', after: pause.refusal, reason: 'refusal', why: error.message });
    }
  };
}

const isRateLimit = ({ sent }: NotDoneError): boolean => sent.outcome === 'later' && sent.reason === 'rate limit';

/** Returns the error of a file that is to be uploaded later, since nothing is seen of one that no comment has with it; undefined for one that was refused for good. */
function postponed({ name }: System, error: unknown): NotDoneError | undefined {
  if (!(error instanceof NotDoneError)) {
    const why = `It is not known whether ${name} took a file`;
    return new NotDoneError({ outcome: 'later', after: pause.outage, reason: 'outage', why });
  }
  return error.sent.outcome === 'never' ? undefined : error;
}

/** Returns a note as a comment: what it is, where the files lie that it has not with it, and below it the words of the person, or of whoever answered, as a quotation. */
function noteText(note: TicketNote, { contact }: Ticket, words: Words, system: System): string {
  const isElsewhere = note.kind === 'file' && headOf(note) !== 'file-attached' && contact.thread !== '';
  const link = `${words.text('desk:open')}${words.text('handover:colon')}${contact.thread}`;
  const heading = system.escape([noteHead(note, words), ...(isElsewhere ? [link] : [])].join('\n'));
  if (!('text' in note) || note.text.trim() === '') return heading;
  const quoted = system
    .escape(note.text)
    .split('\n')
    .map((line) => `> ${line}`);
  return [heading, '', ...quoted].join('\n');
}
