import { normalize } from './fold.ts';
import { flatten } from './redact/flatten.ts';
import { markIds } from './redact/ids.ts';
import { markKeys } from './redact/keys.ts';
import { type Piece, piecesOf } from './redact/pieces.ts';
import { namesEnds, namesId, namesKey } from './redact/spelling.ts';
import { isWholeId, isWholeKey } from './redact/whole.ts';

/** A kind of secret that a person may paste by mistake. */
export type Secret = 'product-key' | 'installation-id' | 'confirmation-id';

/** A text without its secrets. */
export interface Redacted {
  readonly text: string;
  /** The kinds of secrets that were in it; empty: none. */
  readonly secrets: readonly Secret[];
}

/** Stands where a secret was. */
const removed = '•••';

/** Takes product keys, installation ids and confirmation ids out of a text, however they are written, whole or in part; what only looks like one goes too. Linear in the length of the text. */
export function redact(text: string): Redacted {
  const [redacted] = redactTogether([text]);
  return redacted ?? { text: '', secrets: [] };
}

/** Takes the secrets out of texts that belong together, such as the fields of a form: a secret may be spread over them. */
export function redactTogether(texts: readonly string[]): readonly Redacted[] {
  const found = secretsIn(texts.join('\n'));
  let start = 0;
  return texts.map((text) => {
    const from = start;
    start += text.length + 1;
    const own = found.filter((one) => one.start < from + text.length && one.end > from);
    const within = own.map((one) => ({ start: Math.max(one.start - from, 0), end: one.end - from }));
    return { text: normalize(without(text, within)), secrets: [...new Set(own.map(({ kind }) => kind))] };
  });
}

/** Returns a text in which a mark stands for each of these parts, and all else is as it was. They stand in their order. */
export function without(text: string, parts: readonly Pick<Found, 'start' | 'end'>[]): string {
  let left = '';
  let done = 0;
  for (const { start, end } of parts) {
    left += `${text.slice(done, start)}${removed}`;
    done = end;
  }
  return left + text.slice(done);
}

/** Takes the secrets out of a form, all its fields together; `secrets` names the fields that held some. */
export function redactForm(values: Readonly<Record<string, string>>): {
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
} {
  const ids = Object.keys(values);
  const redacted = redactTogether(Object.values(values)).map((one, n) => ({ ...one, id: ids[n] ?? '' }));
  return {
    values: Object.fromEntries(redacted.map(({ id, text }) => [id, text])),
    secrets: redacted.filter(({ secrets }) => secrets.length > 0).map(({ id }) => id),
  };
}

/** A part of a text that is, or looks like, a secret: where it begins and ends in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: Secret;
  /** True if the text holds all of a secret of this kind, and not only what may be a part of one, or something else. */
  readonly whole: boolean;
}

/** Two groups of a key are as long, in characters: less is no secret. */
const shortest = 10;
/** Parts from what stands before. */
const elsewhere = { letters: Number.POSITIVE_INFINITY, marks: 0, dash: false };

/** Tells whether one of these words stands shortly before a place of a text. */
function shortlyAfter(words: RegExp, flat: string): (at: number) => boolean {
  const ends = [...flat.matchAll(words)].map(({ 0: { length }, index }) => index + length);
  return (at) => ends.some((end) => end <= at && at - end <= 30);
}

/** Finds the secrets of a text, and what looks like one, in their order. Linear in the length of the text. */
export function secretsIn(text: string): readonly Found[] {
  if (text.length < shortest) return [];
  const { text: flat, at } = flatten(text);
  const pieces = piecesOf(flat);
  const kinds = new Map<number, Secret>();
  markIds(pieces, shortlyAfter(namesId, flat), (piece, kind) => kinds.set(piece, kind));
  const rest = pieces.map((piece, n) => {
    const { written, start, end } = piece;
    return kinds.has(n) ? { text: '', written, start, end, gap: elsewhere } : piece;
  });
  markKeys(rest, { named: shortlyAfter(namesKey, flat), ends: flat.search(namesEnds) >= 0 }, (piece) =>
    kinds.set(piece, 'product-key'),
  );
  const stretches = stretchesOf(pieces, kinds);
  const whole = wholeOf(stretches);
  return stretches.map(({ start, end, kind }) => ({
    start: at[start] ?? 0,
    end: at[end] ?? text.length,
    kind,
    whole: whole(kind),
  }));
}

/** A stretch of a flat text that is a secret, and its parts as they are written there. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: Secret;
  readonly texts: readonly string[];
}

/** Returns a function that tells of which kind there is a whole secret. */
function wholeOf(stretches: readonly Stretch[]): (kind: Secret) => boolean {
  const keys = stretches.filter(({ kind }) => kind === 'product-key').map(({ texts }) => texts);
  const ids = stretches.filter(({ kind }) => kind !== 'product-key').flatMap(({ texts }) => texts);
  const [key, id] = [isWholeKey(keys), isWholeId(ids)];
  return (kind) => (kind === 'product-key' ? key : id);
}

/** The stretches of a flat text that are secrets: marks between groups go with them, and the numbers of groups. */
function stretchesOf(pieces: readonly Piece[], kinds: ReadonlyMap<number, Secret>): readonly Stretch[] {
  const stretches: { start: number; end: number; kind: Secret; texts: string[] }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [n, { start, end, gap, written }] of pieces.entries()) {
    const kind = kinds.get(n);
    if (kind === undefined) continue;
    const before = stretches.at(-1);
    const joined =
      gap.letters === 0 &&
      n - last <= 4 &&
      pieces.slice(last + 1, n).every((piece) => piece.text.length <= 2 && piece.gap.letters === 0);
    if (before?.kind === kind && joined) {
      before.end = end;
      before.texts.push(written);
    } else stretches.push({ start, end, kind, texts: [written] });
    last = n;
  }
  return stretches;
}
