import type { TextLine } from '../../src/bot/pictures.ts';
import type { Seen } from '../../src/bot/understanding/screen/seen.ts';
import type { Page, Truth } from './truth.ts';

/** How a code came out: as it stands there; of the catalogue though misread; not offered; another one offered; or rightly none. */
export type CodeScore = 'exact' | 'repaired' | 'none' | 'wrong' | 'rightly none';

/** What came of a picture. */
export interface Score {
  readonly truth: Truth;
  readonly code: CodeScore;
  readonly organisation: 'found' | 'missed' | 'imagined' | 'rightly none';
  readonly page: boolean;
  /** How many of the picture's secrets stand in what is kept of it. */
  readonly secrets: number;
  readonly milliseconds: number;
  readonly seen: Seen | undefined;
  /** Why it was not read, or what was read. */
  readonly read: string;
}

/** What the product may call each page; null where it may stay open. */
const pages: Readonly<Record<Page, readonly (string | null)[]>> = {
  activation: ['activation'],
  watermark: ['desktop'],
  dialogue: ['activation', null],
  troubleshooter: ['activation', null],
  script: ['output'],
  terminal: ['output'],
  winver: ['about', null],
  scam: ['warning'],
  office: ['office'],
  bitlocker: ['bitlocker'],
  'blue screen': ['blue-screen'],
  other: [null],
};

const squeezed = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '');

function codeScore(truth: Truth, codes: readonly string[], read: string): CodeScore {
  if (codes.some((code) => code !== truth.code)) return 'wrong';
  if (truth.code === null) return 'rightly none';
  if (codes.length === 0) return 'none';
  return squeezed(read).includes(truth.code.toUpperCase()) ? 'exact' : 'repaired';
}

/** Compares what was seen with what is true. `seen` is undefined if the picture was not read, for the reason that `lines` is then. */
export function scoreOf(
  truth: Truth,
  lines: readonly TextLine[] | string,
  seen: Seen | undefined,
  milliseconds: number,
): Score {
  const read = typeof lines === 'string' ? lines : lines.map(({ text }) => text).join('\n');
  const found = seen?.organization ?? false;
  const kept = squeezed(JSON.stringify(seen ?? {}));
  return {
    truth,
    code: codeScore(truth, seen?.codes ?? [], read),
    organisation: truth.organisation ? (found ? 'found' : 'missed') : found ? 'imagined' : 'rightly none',
    page: pages[truth.page].includes(seen?.page ?? null),
    secrets: truth.secrets.filter((secret) => kept.includes(squeezed(secret))).length,
    milliseconds,
    seen,
    read,
  };
}

/** Returns the value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? 'none shown' : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

/** Returns the figures of some pictures, a line each. */
export function summary(name: string, scores: readonly Score[]): readonly string[] {
  const count = (code: CodeScore) => scores.filter((score) => score.code === code).length;
  const shown = scores.filter(({ truth }) => truth.code !== null);
  const right = count('exact') + count('repaired');
  const theirs = scores.filter(({ truth }) => truth.organisation);
  const times = scores.map(({ milliseconds }) => milliseconds);
  const seconds = (part: number) => `${(percentile(times, part) / 1000).toFixed(1)} s`;
  return [
    `${name}: ${scores.length}`,
    `  code right        ${share(right, shown.length)}: ${count('exact')} exact, ${count('repaired')} repaired, ${count('none')} none`,
    `  code wrong        ${share(count('wrong'), scores.length)}`,
    `  organisation      ${share(theirs.filter(({ organisation }) => organisation === 'found').length, theirs.length)}, imagined ${scores.filter(({ organisation }) => organisation === 'imagined').length}`,
    `  page right        ${share(scores.filter(({ page }) => page).length, scores.length)}`,
    `  secrets kept      ${scores.reduce((sum, { secrets }) => sum + secrets, 0)}`,
    `  time              p50 ${seconds(0.5)}, p95 ${seconds(0.95)}, longest ${seconds(1)}`,
  ];
}

/** Returns what failed about a picture, or undefined if nothing did. */
export function failureOf({ truth, code, organisation, page, secrets, seen }: Score): string | undefined {
  const wrong = [
    ...(code === 'none' || code === 'wrong' ? [`code ${truth.code ?? '–'}, seen ${seen?.codes.join(' ') || '–'}`] : []),
    ...(organisation === 'missed' || organisation === 'imagined' ? [`organisation ${organisation}`] : []),
    ...(page ? [] : [`page ${truth.page}, seen ${seen?.page ?? '–'}`]),
    ...(secrets > 0 ? [`${secrets} secrets kept`] : []),
  ];
  const kind = [truth.language, truth.dark ? 'dark' : 'light', `${truth.scale} %`, truth.form, ...truth.treatment];
  return wrong.length === 0 ? undefined : `${truth.id} (${kind.join(', ')}): ${wrong.join('; ')}`;
}
