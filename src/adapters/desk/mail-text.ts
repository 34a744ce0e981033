import { wordsIn } from '../../bot/i18n.ts';
import { languages, writtenLanguages } from '../../bot/languages.ts';

/** Maximum length of a line that is looked at; a longer one is somebody's own. */
const longest = 300;
/** Maximum number of lines of a signature below a rule, and below `--`. */
const signatureLines = { rule: 12, dashes: 8 } as const;

/** Returns words of mail programs in all languages, in lower case. */
export const mailWords = (
  pick: (words: (typeof writtenLanguages)[number]['mail']) => readonly string[],
): readonly string[] => writtenLanguages.flatMap(({ mail }) => pick(mail)).map((word) => word.toLowerCase());
const headers = mailWords((words) => words.headers);
const originals = mailWords((words) => words.original);
const signatures = mailWords((words) => words.signatures);
const borders = languages.map((language) => wordsIn(language).letters.text('desk:mail.above').toLowerCase());

/** Returns the line below which a reply may not be written, in the language of a desk. */
export const border = (words: string): string => `──── ${words} ────`;

/** The own words of a reply. */
export interface OwnPart {
  /** Their words, without the mails that they quote and without their signature. */
  readonly text: string;
  /** The signature that was left out; empty if there was none. */
  readonly signature: string;
}

/** Returns what somebody wrote in a reply. What may be theirs is theirs: lines that only look like a quotation or a signature stay. Linear in the length of the text. */
export function ownPart(text: string): OwnPart {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const seen = lines.map((line) => (line.length > longest ? '' : line.trim().toLowerCase()));
  const at = seen.findIndex((_, n) => isBorder(seen[n]) || isOriginal(seen[n]) || isHeaders(seen, n));
  const end = at < 0 ? lines.length : at;
  const attributions = attributed(seen);
  const [quoted = lines.length] = attributions;
  const own = lines.slice(0, end).filter((line, n) => !(line.startsWith('>') && n > quoted) && !attributions.has(n));
  const before = signatureAt(own);
  const [words, signature] = [own.slice(0, before), own.slice(before + 1).filter((line) => !isRule(line.trim()))];
  return { text: words.join('\n').trim(), signature: signature.join('\n').trim() };
}

const isBorder = (line = ''): boolean => borders.some((words) => line.includes(words));

/** Returns true for a line such as “-----Original Message-----”. */
const isOriginal = (line = ''): boolean => line.startsWith('--') && originals.some((words) => line.includes(words));

/** Returns true where the header of a quoted mail begins: three lines of “Name: value” within the next five, with an address or a time. */
function isHeaders(seen: readonly string[], n: number): boolean {
  if (!isHeader(seen[n])) return false;
  const block = seen.slice(n, n + 5).filter(isHeader);
  return block.length >= 3 && block.some((line) => /@|\d[:：]\d\d/.test(line));
}

function isHeader(line = ''): boolean {
  const bare = line.replace(/^[*> ]{1,8}/, '');
  return headers.some((name) => bare.startsWith(name) && /^[ *]{0,4}[:：]/.test(bare.slice(name.length)));
}

/** Returns the lines that say whose words are quoted below them: “On Monday, 30 November 2026, … wrote:”, on one line or two. In the order in which they stand. */
function attributed(seen: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isDated = (line = '') => /\d{4}/.test(line);
  const isAddressed = (line = '') => /@[a-z0-9-]+\.[a-z0-9]/.test(line);
  for (const [n, line] of seen.entries()) {
    if (!/[:：]$/.test(line)) continue;
    const below = seen[n + 1] === '' ? seen[n + 2] : seen[n + 1];
    if (below === undefined || !(below.startsWith('>') || isBorder(below))) continue;
    const above = seen[n - 1];
    if (isDated(line) && (isAddressed(line) || /\d[:：]\d\d/.test(line))) found.add(n);
    else if (isDated(above) && (isAddressed(above) || isAddressed(line))) found.add(n - 1).add(n);
    else if (isAddressed(line)) found.add(n);
  }
  return found;
}

/** Returns the line above a signature; the number of lines if there is none. */
function signatureAt(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const written = lines.slice(0, last + 1);
  const lastStep = written.findLastIndex(isStep);
  const at = written.findIndex((line, n) => {
    if (lastStep > n) return false;
    const low = line.slice(0, longest).trim().toLowerCase();
    const length = last - n;
    if (line === '-- ') return true;
    if (low === '--') return length <= signatureLines.dashes && isContact(written, n + 1);
    if (length > signatureLines.rule) return false;
    return (
      signatures.some((words) => low.startsWith(words)) || (isRule(low) && (length <= 0 || isSigned(written, n + 1)))
    );
  });
  return at < 0 ? lines.length : at;
}

/** Returns true for a line that is nothing but a rule. */
const isRule = (line: string): boolean => /^[-_=*~─━―＝＿＊]{4,}$/u.test(line);

/** Returns true for a numbered line, or one of a list: what somebody is to do. */
const isStep = (line: string): boolean => /^\s{0,20}(?:[(（]?\p{Nd}{1,2}[.)．）、](?!\d)|\p{No}|[・•])/u.test(line);

/** Returns true if lines say how somebody is reached. */
const isContact = (lines: readonly string[], from: number): boolean =>
  lines.slice(from).some((line) => line.includes('@') || /\d{2,4}-\d{2,4}-\d{3,4}/.test(line.slice(0, longest)));

/** Returns true if an address stands between a rule and the next one, or the end. */
function isSigned(lines: readonly string[], from: number): boolean {
  const below = lines.slice(from);
  const next = below.findIndex((line) => isRule(line.trim()));
  return below.slice(0, next < 0 ? below.length : next).some((line) => line.includes('@'));
}
