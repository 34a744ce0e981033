import { catalogue } from '../../../flows/codes.ts';

/** The codes that stand on a picture. */
export interface CodesSeen {
  /** Codes of the catalogue, in the order in which they stand. */
  readonly codes: readonly string[];
  /** A code stands there that could not be read surely, or is none of the catalogue. */
  readonly unclear: boolean;
}

/** What a reader of pictures makes of `0x`; then digits that begin as those of a code, maybe with spaces, and broken over two lines. */
const marked =
  /(?:(?<!\d)0[0O]?|(?<![0-9A-Z])[OQDU©]0?) ?[X×✕✖Х*%]{1,2} ?((?=[CG(8B&SD60O][ \t\n-]?[0OQDU@7T8CG])(?:[0-9A-Z(|!?§$&£€@][ \t\n-]?){4,10})/g;
/** Eight characters alone that begin as a code does. */
const bare = /(?<![0-9A-Z-])[0OQDU]?[^0-9A-Z\s]?((?:[CG(]|8|B|D)[0O7][0-9A-Z|]{6})(?![0-9A-Z-])/g;
/** Candidates of a kind that are looked at: more codes stand on no page. */
const enough = 60;

/** Characters that are never a digit of a code, as the only digit that they are read for. */
const foreign: Readonly<Record<string, string>> = { O: '0', Q: '0', L: '1', I: '1', '|': '1', '!': '1' };
/** Characters that are taken for one another; the digits of a code and others. */
const confused = [
  '0DOQU©',
  '08',
  '9GQ',
  '8B&S',
  '5S$§',
  '6G',
  'CG(',
  '4A',
  'FEP',
  '2Z',
  '17',
  '7T?',
  '38',
  'E£€',
  '@0',
].flatMap((set) => [...set].flatMap((one) => [...set].filter((other) => other !== one).map((other) => one + other)));
const pairs = new Set(confused);
const hexadecimal = /^[0-9A-F]{8}$/;
const none = 9;
/** How the codes of the software protection platform begin */
const own = 'C004';
const known = [...catalogue.keys()].map((code) => ({ code, digits: code.slice(2) }));

/** A place where a code seems to stand, and the one that it is. */
interface Candidate {
  readonly at: number;
  readonly code: string | undefined;
}

/** Returns the error codes on the lines of a picture, in one width: of the catalogue alone, each either read exactly or the only one that can be meant. A wrong code does more harm than none. */
export function codesSeen(lines: readonly string[]): CodesSeen {
  const text = lines.join('\n').toUpperCase();
  const found = (pattern: RegExp, read: (characters: string) => string | undefined): readonly Candidate[] =>
    [...text.matchAll(pattern)]
      .slice(0, enough)
      .map((match) => ({ at: match.index, code: read(charactersOf(match[1] ?? '')) }));
  const alike = found(bare, alone).filter(({ code }) => code !== undefined);
  const candidates = [...found(marked, repaired), ...alike];
  const codes = candidates.toSorted((one, other) => one.at - other.at).flatMap(({ code }) => code ?? []);
  return { codes: [...new Set(codes)], unclear: candidates.some(({ code }) => code === undefined) };
}

/** Returns the codes of the catalogue that a program printed, which misreads nothing. */
export function codesPrinted(text: string): CodesSeen {
  const printed = [...text.toUpperCase().matchAll(/(?<![0-9A-Z])0X([0-9A-F]{8})(?![0-9A-Z])/g)].map(
    ([, digits]) => `0x${digits}`,
  );
  // Zero means that nothing failed.
  const codes = [...new Set(printed)].filter((code) => Number(code) !== 0).slice(0, enough);
  return { codes: codes.filter((code) => catalogue.has(code)), unclear: codes.some((code) => !catalogue.has(code)) };
}

/** Takes the characters of a code from what stands behind its mark: up to a space or the end of the line once there are eight. */
function charactersOf(run: string): string {
  let characters = '';
  for (const one of run) {
    if (!/[ \t\n-]/.test(one)) characters += one;
    else if (characters.length >= 8) break;
  }
  return [...withoutDoubles(characters)].map((one) => foreign[one] ?? one).join('');
}

/** Returns characters without those that were read twice, where there are too many: one that is no digit, beside what it is taken for. */
function withoutDoubles(characters: string): string {
  let left = characters;
  for (let at = 0; at < left.length && left.length > 8; ) {
    const one = left.charAt(at);
    const isDouble =
      !/[0-9A-F]/.test(one) && [left.charAt(at - 1), left.charAt(at + 1)].some((beside) => pairs.has(beside + one));
    if (isDouble) left = left.slice(0, at) + left.slice(at + 1);
    else at += 1;
  }
  return left;
}

/** Returns the code of the catalogue that is read exactly, or as the only near one. Eight good digits are another code rather than this one misread, unless every difference is a usual one, or they are of activation's own codes, which the catalogue has, and no other is near. */
function repaired(read: string): string | undefined {
  const eight = read.slice(0, 8);
  const isLonger = /^[0-9A-F]$/.test(read.charAt(8));
  if (catalogue.has(`0x${eight}`) && !isLonger) return `0x${eight}`;
  const isGood = hexadecimal.test(eight);
  const most = isGood && !eight.startsWith(own) ? 0.5 : 1;
  const [best, next] = nearest(read);
  if (best === undefined) return undefined;
  const gap = (next?.distance ?? none) - best.distance;
  // One character too many may be any of them.
  const far = isLonger || (isGood && best.distance > 0.5) ? 1 : 0.5;
  if (best.distance <= most && gap >= far) return best.code;
  return best.distance <= (isGood ? 1 : 2) && (next?.distance ?? none) > 3 ? best.code : undefined;
}

/** Returns the code of the catalogue that stands alone, without a mark. */
function alone(read: string): string | undefined {
  // Digits alone number anything.
  if (!/[A-F]/.test(read)) return undefined;
  if (catalogue.has(`0x${read}`)) return `0x${read}`;
  const [best, next] = nearest(read);
  return best !== undefined && best.distance <= 0.5 && (next?.distance ?? none) >= 1 ? best.code : undefined;
}

/** Returns the two codes of the catalogue that are nearest to what was read, the nearer first. */
function nearest(read: string): readonly { readonly code: string; readonly distance: number }[] {
  return known
    .map(({ code, digits }) => ({ code, distance: distanceOf(digits, read) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 2);
}

/** Returns the distance of a code to the nearest beginning of what was read: 1 for a character that is wrong, missing or too many, less for one of those that are taken for one another, or that is read twice. */
function distanceOf(digits: string, read: string): number {
  let before = Array.from({ length: read.length + 1 }, (_, n) => n);
  for (let i = 0; i < digits.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < read.length; j += 1) {
      const wrong = wrongness(digits.charAt(i), read.charAt(j));
      const extra = j > 0 && read.charAt(j) === read.charAt(j - 1) ? 0.5 : 1;
      row.push(Math.min((before[j] ?? none) + wrong, (before[j + 1] ?? none) + 1, (row[j] ?? none) + extra));
    }
    before = row;
  }
  // What follows a code may stand close to it.
  return Math.min(...before.slice(7));
}

/** Returns how wrong it is to read one character for a digit: a letter that is no digit was surely misread. */
function wrongness(digit: string, read: string): number {
  if (digit === read) return 0;
  if (!pairs.has(digit + read)) return 1;
  return /[0-9A-F]/.test(read) ? 0.5 : 0.25;
}
