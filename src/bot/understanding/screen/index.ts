import type { Facts } from '../../../flows/facts.ts';
import { writtenLanguages } from '../../languages.ts';
import type { TextLine } from '../../pictures.ts';
import { type CodesSeen, codesPrinted, codesSeen } from './codes-repaired.ts';
import { editionIn } from './edition.ts';
import { noLicense, readPrinted } from './printed.ts';
import { showsSecret } from './secrets-seen.ts';
import type { Seen } from './seen.ts';
import { shapeOf, shapeOfLines } from './shape.ts';
import { type Page, pages, type SignId, signIds, signs } from './signs.ts';
import { finderOf } from './stems.ts';

export { type Seen, seenSchema } from './seen.ts';

/** Lines of a picture that are read, and characters (UTF-16) of each; lines above and below a log in which its person's words are looked for. */
const most = { lines: 200, width: 300, beside: 20 };
/** Letters and digits in which sentences are looked for: no screen shows more. */
const sentences = 20_000;
/** Characters (UTF-16) of a log that are read. */
const longest = 100_000;

const screens = writtenLanguages.map((language) => language.screens);
const find = finderOf(signIds.map((id) => [id, screens.flatMap((words) => words.signs[id] ?? [])] as const));
const findOutput = finderOf([['output', screens.flatMap(({ outputs }) => outputs)]]);
const headings = screens.flatMap((words) => words.headings).map(shapeOf);
/** Pages that say nothing by themselves. */
const silent: readonly (Page | null)[] = ['about', 'accounts'];
/** A telephone number, as it stands on a warning. */
const telephone = /(?<![\d.-])(?:\+|\(?0)\d{0,4}\)?[- .(]{0,2}\d{1,4}[- .)]{1,2}\d{2,4}[- .]\d{3,4}(?![\d.-])/;

/** Returns what the lines of a picture show, however badly they were read. Linear in their length, up to 200 lines of 300 characters; the rest is left out. */
export function readScreen(lines: readonly TextLine[]): Seen {
  const texts = lines.slice(0, most.lines).map(({ text }) => inOneWidth(text, most.width));
  return seenIn(texts, codesSeen(texts), true);
}

/** Returns what a log shows that was pasted or attached as text: as {@link readScreen} does, but nothing is taken for misread in its codes and names. */
export function readLog(text: string): Seen {
  const log = inOneWidth(text, longest);
  return seenIn(log.split(/\r?\n/), codesPrinted(log), false);
}

/** Returns true for a message that is the output of a program about licences, for sure. */
export function isLog(text: string): boolean {
  const lines = text
    .slice(0, longest)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const { fields } = readPrinted(lines, false);
  return fields >= 2 || (lines.length >= 2 && findOutput(shapeOfLines(lines, sentences)).size > 0);
}

/** Returns what a person wrote above and below the output of a program in one message: whole lines that begin at the margin and that no program prints; empty if there are none. */
export function wordsBesideLog(text: string): string {
  const lines = text
    .slice(0, longest)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const [top, bottom] = [lines.slice(0, most.beside), lines.slice(-most.beside)];
  const first = top.findIndex(isPrinted);
  const last = bottom.findLastIndex(isPrinted);
  return [...top.slice(0, Math.max(0, first)), ...(last < 0 ? [] : bottom.slice(last + 1))].join('\n');
}

function isPrinted(line: string): boolean {
  if (/^[\s|+*#=-]|[:：]/.test(line)) return true;
  const shape = shapeOfLines([line.slice(0, most.width)], sentences);
  return headings.some((one) => shape.text.startsWith(one)) || findOutput(shape).size > 0 || find(shape).size > 0;
}

/** Returns the beginning of a text in one width, of so many characters (UTF-16): one may be made into eighteen. */
const inOneWidth = (text: string, length: number): string =>
  text.slice(0, length).toWellFormed().normalize('NFKC').slice(0, length);

function seenIn(lines: readonly string[], { codes, unclear }: CodesSeen, misread: boolean): Seen {
  const shape = shapeOfLines(lines, sentences);
  const all = find(shape);
  const page = pageOf(all, lines);
  const ids = signIds.filter((id) => all.has(id) && counts(id, all, page));
  const printed = readPrinted(lines, misread);
  const isPrinted = Object.values(printed.license).some((value) => value !== null);
  const isOutput = isPrinted || printed.fields >= 2 || findOutput(shape).size > 0;
  const facts: Facts = page === 'warning' ? { scam: 'told' } : factsOf(ids, { ...editionIn(lines), ...printed.facts });
  const shown = isOutput && page !== 'warning' ? 'output' : page;
  const seen = {
    codes,
    unclear: unclear && page !== 'blue-screen',
    page: shown,
    facts,
    signs: ids,
    organization: page !== 'warning' && (printed.organization || ids.some((id) => signs[id].organization)),
    license: isOutput ? printed.license : noLicense,
    secret: showsSecret(lines.join('\n')),
  };
  const says = isOutput || ids.some((id) => signs[id].page !== null && !silent.includes(signs[id].page));
  const empty = codes.length === 0 && !seen.unclear && Object.keys(facts).length === 0 && !says;
  return { ...seen, empty };
}

/** Returns the kind of page that some sentences make; a warning has several of its own, or one beside a telephone number. */
function pageOf(all: ReadonlySet<SignId>, lines: readonly string[]): Page | null {
  const alarms = ['infected', 'call-now', 'locked'].filter((id) => all.has(id as SignId)).length;
  if (alarms >= 2 || (alarms === 1 && lines.some((line) => telephone.test(line)))) return 'warning';
  const own = [...all].map((id) => signs[id].page);
  const page = pages.find((one) => own.includes(one));
  return page ?? (all.has('watermark-title') ? 'desktop' : null);
}

/** Returns true for a sentence that counts beside the others: a heading is a watermark only where no page is shown, and nothing is activated where something says that it is not. */
function counts(id: SignId, all: ReadonlySet<SignId>, page: Page | null): boolean {
  if (id === 'watermark-title') return page === 'desktop';
  if (id === 'activated' || id === 'digital-license') return !all.has('not-activated');
  if (id === 'office') return page === 'office';
  return true;
}

/** Returns the facts of some sentences; of a slot the first counts. */
function factsOf(ids: readonly SignId[], others: Facts): Facts {
  const all: readonly Facts[] = [...ids.map((id): Facts => signs[id].facts), others];
  return Object.fromEntries(all.toReversed().flatMap((facts) => Object.entries(facts)));
}
