import { z } from 'zod';
import { attached, barred, mostBytes, mostTogether, textOf } from '../desk/attachments.ts';
import { withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { RateLimitedError } from '../lib/rates.ts';
import { type Attachment, type Fetched, fetchTimeout } from '../ports.ts';
import { longestRef, mostFiles, type SentFile } from '../types.ts';
import { secretsIn, without } from '../understanding/redact.ts';

/** The schema of the reference of a file that was sent. */
export const fileSchema: z.ZodType<SentFile, unknown> = z.object({
  ref: z.string().max(longestRef),
  kind: z.enum(['picture', 'text', 'pdf', 'other']),
  size: z.number().nullable(),
});
/** The schema of the references of files that were sent. */
export const sentFiles: z.ZodType<readonly SentFile[], unknown> = z.array(fileSchema).max(mostFiles);

/** Milliseconds of one delivery within which the fetching of another file may begin; the rest stays where it is. With `fetchTimeout` it is less than the timeout of a call. */
const patience = 4_000;
/** Milliseconds after which a message goes without a file that cannot be fetched, since its words and what comes after them wait for it. */
const longestWait = 10 * 60 * 1_000;
/** Milliseconds after which a message goes without its files, since its receiver does not take them. */
const longestHold = 60 * 60 * 1_000;

/** Files that were fetched to be passed on, and the number of those that could not be, or are not passed on. */
export interface Filed {
  readonly files: readonly Attachment[];
  readonly missing: number;
}
type Fetch = (file: SentFile, most: number) => Promise<Fetched>;

/** Fetches files that are to be passed on since a time, epoch milliseconds, as `now` is. Resolves to what was fetched, or that it is to be retried. Never rejects. */
export async function fetchFiles(
  fetch: Fetch,
  files: readonly SentFile[],
  since: number,
  now: () => number,
): Promise<Filed | Extract<Fetched, { readonly outcome: 'later' }>> {
  const began = now();
  if (began - since > longestHold) return { files: [], missing: files.length };
  const all: Uint8Array<ArrayBuffer>[] = [];
  let left = mostTogether;
  for (const file of files) {
    if (now() - began > patience) break;
    const one = await fetchOne(fetch, file, Math.min(left, mostBytes));
    if (one.outcome === 'later' && (one.reason === 'rate limit' || began - since < longestWait)) return one;
    if (one.outcome !== 'fetched') continue;
    left -= one.bytes.length;
    all.push(one.bytes);
  }
  const found = attached(all);
  return { files: found, missing: files.length - found.length };
}

/** Maximum size of a text file that is passed on, in bytes: to look for secrets in it takes a fifth of a second. */
const mostText = 100_000;

/** Returns files of a person as a desk gets them: text without the keys and IDs that are in it, as UTF-8 then. Longer text stays where it is. What stands on pictures and in PDFs is not looked at. */
export function withoutSecrets({ files, missing }: Filed): Filed {
  const safe = files.filter(({ type, bytes }) => type !== 'text/plain' || bytes.length <= mostText);
  return { files: safe.map(cleared), missing: missing + files.length - safe.length };
}

function cleared(file: Attachment): Attachment {
  const text = file.type === 'text/plain' ? textOf(file.bytes) : undefined;
  const found = text === undefined ? [] : secretsIn(text);
  return text === undefined || found.length === 0
    ? file
    : { ...file, bytes: new TextEncoder().encode(without(text, found)) };
}

/** Fetches a file, unless its size or type tell that it is not passed on. */
async function fetchOne(fetch: Fetch, file: SentFile, most: number): Promise<Fetched> {
  const why = barred(file);
  if (why !== undefined) return { outcome: 'none', why };
  try {
    return await withTimeout(fetchTimeout, fetch(file, most));
  } catch (error) {
    if (error instanceof RateLimitedError)
      return { outcome: 'later', after: error.after, reason: 'rate limit', why: describeError(error) };
    return { outcome: 'later', after: 0, reason: 'outage', why: describeError(error) };
  }
}
