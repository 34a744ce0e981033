import { z } from 'zod';
import { describeError } from '../lib/describe-error.ts';
import { RateLimitedError } from '../lib/rates.ts';
import type { Adapter, Attachment, Destination, Fetched, PendingNote, TicketNote } from '../ports.ts';
import { longestRef, mostFiles, type SentFile } from '../types.ts';

/** Maximum size of a file that is passed on, in bytes. */
export const mostBytes = 10_000_000;
/** Maximum size of the files of one message together, in bytes. */
export const mostTogether = 20_000_000;

/** The schema of the reference of a file that was sent. */
export const fileSchema: z.ZodType<SentFile, unknown> = z.object({
  ref: z.string().max(longestRef),
  kind: z.enum(['picture', 'text', 'pdf', 'other']),
  size: z.number().nullable(),
});
/** The schema of the references of files that were sent. */
export const sentFiles: z.ZodType<readonly SentFile[], unknown> = z.array(fileSchema).max(mostFiles);

/** The name and the media type of a kind of file, by its content. */
interface Kind {
  readonly name: string;
  readonly ending: string;
  readonly type: string;
}

/** The kinds of files with a beginning of their own (as Latin-1): the format's own specification, in HEIC the brand of ISO/IEC 23008-12. */
const kinds: readonly (Kind & { readonly begins: RegExp })[] = [
  { name: 'image', ending: 'png', type: 'image/png', begins: /^\x89PNG\r\n/ },
  { name: 'image', ending: 'jpg', type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { name: 'image', ending: 'gif', type: 'image/gif', begins: /^GIF8[79]a/ },
  { name: 'image', ending: 'webp', type: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/ },
  { name: 'image', ending: 'heic', type: 'image/heic', begins: /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/ },
  { name: 'document', ending: 'pdf', type: 'application/pdf', begins: /^%PDF-/ },
];
const text: Kind = { name: 'text', ending: 'txt', type: 'text/plain' };

/** Returns the kind of a file by its content; undefined for one that is not passed on. Text is what decodes as UTF-8, UTF-16 with its mark, or Shift_JIS, the code page of Japanese Windows, without control characters. */
function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const known = kinds.find(({ begins }) => begins.test(head));
  if (known !== undefined) return known;
  return textOf(bytes) === undefined ? undefined : text;
}

/** Returns the text of a file, in any of the encodings of `kindOf`; undefined if it is none. */
export function textOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2)).toString('latin1');
  const encodings = /^(?:\xff\xfe|\xfe\xff)/.test(head) ? ['utf-16le', 'utf-16be'] : ['utf-8', 'shift_jis'];
  return encodings.map((encoding) => decoded(bytes, encoding)).find((one) => one !== undefined);
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const read = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /(?![\t\n\v\f\r])\p{Cc}/u.test(read) ? undefined : read;
  } catch {
    return undefined;
  }
}

/** Returns what was fetched as attachments, whose names say their kind and number only, without what is of a kind that is not passed on. */
function attached(all: readonly Fetched[]): readonly Attachment[] {
  const found = all.flatMap((one) => {
    const kind = one.outcome === 'fetched' ? kindOf(one.bytes) : undefined;
    return one.outcome === 'fetched' && kind !== undefined ? [{ ...kind, bytes: one.bytes }] : [];
  });
  return found.map(({ name, ending, type, bytes }, n) => {
    const number = found.slice(0, n + 1).filter((one) => one.name === name).length;
    return { name: `${name}-${number}.${ending}`, type, bytes };
  });
}

/** Returns the reason why a file is not passed on, as far as its size and type tell at once; undefined: it may be. */
export const barred = ({ kind, size }: SentFile): 'too large' | 'not this type' | undefined => {
  if (kind === 'other') return 'not this type';
  return (size ?? 0) > mostBytes ? 'too large' : undefined;
};

/** Milliseconds of one delivery within which the fetching of another file may begin; the rest stays where it is. With `fetchTimeout` it is less than the timeout of a call. */
const patience = 4_000;
/** Milliseconds after which a note goes without a file that cannot be fetched, since its words and what comes after them wait for it. */
const longestWait = 10 * 60 * 1_000;

/** Fetches the files of a note that was enqueued at `since`, epoch milliseconds, as `now` is. Resolves to the note for the desk, or that it is to be retried. Never rejects. */
export async function fetchFiles(
  adapter: Adapter,
  to: Destination,
  { text, files }: Extract<PendingNote, { readonly kind: 'file' }>,
  since: number,
  now: () => number,
): Promise<Extract<TicketNote, { readonly kind: 'file' }> | Extract<Fetched, { readonly outcome: 'later' }>> {
  const began = now();
  const all: Fetched[] = [];
  let left = mostTogether;
  for (const file of files) {
    if (now() - began > patience) break;
    const one = await fetchOne(adapter, to, file, Math.min(left, mostBytes));
    if (one.outcome === 'later' && (one.reason === 'rate limit' || began - since < longestWait)) return one;
    if (one.outcome === 'fetched') left -= one.bytes.length;
    all.push(one);
  }
  const found = attached(all);
  return { kind: 'file', text, files: found, missing: files.length - found.length };
}

/** Fetches a file, unless its size or type tell that it is not passed on. */
async function fetchOne(adapter: Adapter, to: Destination, file: SentFile, most: number): Promise<Fetched> {
  const why = barred(file);
  if (why !== undefined) return { outcome: 'none', why };
  try {
    return await adapter.fetch(to, file, most);
  } catch (error) {
    if (error instanceof RateLimitedError)
      return { outcome: 'later', after: error.after, reason: 'rate limit', why: describeError(error) };
    return { outcome: 'later', after: 0, reason: 'outage', why: describeError(error) };
  }
}
