import { wordsIn } from '../../bot/i18n.ts';
import { languages, writtenLanguages } from '../../bot/languages.ts';

/** Maximum length of a line that is looked at; a longer one is somebody's own. */
const longest = 300;
/** Maximum number of lines of a signature below a rule. */
const signatureLines = 12;

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

/** Returns what somebody wrote in a reply, without the mails that it quotes and without signatures. Linear in the length of the text. */
export function ownPart(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const seen = lines.map((line) => (line.length > longest ? '' : line.trim().toLowerCase()));
  const at = seen.findIndex((_, n) => isBorder(seen[n]) || isOriginal(seen[n]) || isHeaders(seen, n));
  const end = at < 0 ? lines.length : at;
  const quoted = attributed(seen);
  const own = lines.slice(0, end).filter((line, n) => !line.startsWith('>') && !quoted.has(n));
  return unsigned(own).join('\n').trim();
}

const isBorder = (line = ''): boolean => borders.some((words) => line.includes(words));

/** Returns true for a line such as “-----Original Message-----”. */
const isOriginal = (line = ''): boolean => line.startsWith('--') && originals.some((words) => line.includes(words));

/** Returns true where the header of a quoted mail begins: three lines of “Name: value” within the next five. */
const isHeaders = (seen: readonly string[], n: number): boolean =>
  isHeader(seen[n]) && seen.slice(n, n + 5).filter(isHeader).length >= 3;

function isHeader(line = ''): boolean {
  const bare = line.replace(/^[*> ]{1,8}/, '');
  return headers.some((name) => bare.startsWith(name) && /^[ *]{0,4}[:：]/.test(bare.slice(name.length)));
}

/** Returns the lines that say whose words are quoted below them: “On Monday, 30 November 2026, … wrote:”, on one line or two. */
function attributed(seen: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const dated = (n: number) => /\d{4}/.test(seen[n] ?? '');
  for (const [n, line] of seen.entries()) {
    if (!/[:：]$/.test(line)) continue;
    const below = seen[n + 1] === '' ? seen[n + 2] : seen[n + 1];
    if (below === undefined || !(below.startsWith('>') || isBorder(below))) continue;
    if (dated(n)) found.add(n);
    else if (dated(n - 1)) found.add(n - 1).add(n);
    else if (line.includes('@')) found.add(n);
  }
  return found;
}

/** Returns lines without the signature below them. */
function unsigned(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line, n) => {
    const low = line.slice(0, longest).trim().toLowerCase();
    return low === '--' || signatures.some((words) => low.startsWith(words)) || (isRule(low) && isSigned(lines, n + 1));
  });
  return at < 0 ? lines : lines.slice(0, at);
}

/** Returns true for a line that is nothing but a rule. */
const isRule = (line: string): boolean => /^[-_=*~─━―＝＿＊]{4,}$/u.test(line);

/** Returns true for the few lines below a rule that say how somebody is reached, or where there are none. */
function isSigned(lines: readonly string[], from: number): boolean {
  if (lines.length - from > signatureLines) return false;
  const below = lines.slice(from).map((line) => line.slice(0, longest).trim());
  return (
    below.every((line) => line === '') ||
    below.some((line) => line.includes('@') || /\d{2,4}-\d{2,4}-\d{3,4}/.test(line))
  );
}
