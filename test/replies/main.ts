import { parseArgs } from 'node:util';
import { languages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { transcripts } from '../conversations/transcript.ts';
import { excessOf, lengthOf, longSentences, measures } from './measure.ts';
import { repeatsIn } from './repeats.ts';
import { type Reply, repliesIn } from './views.ts';

const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, show: { type: 'string' } },
});
/** How many of the longest are printed. */
const most = values.all ? Number.POSITIVE_INFINITY : 20;

if (values.show !== undefined) for (const language of languages) printTexts(language, values.show);
else {
  for (const language of languages) printTable(language, repliesIn(language));
  printRepeats();
}

/** Prints the longest replies, those over their limit marked, and what all together come to. */
function printTable(language: Language, replies: readonly Reply[]): void {
  const { limits, unit, sentence } = measures[language];
  const long = replies.filter((reply) => excessOf(reply, language) > 0);
  const kinds = Object.entries(limits).map(
    ([kind, limit]) => `${kind} ≤ ${limit}: ${long.filter((reply) => reply.kind === kind).length} over`,
  );
  const sentences = new Set(replies.flatMap((reply) => longSentences(reply, language)));
  const full = replies.filter(({ buttons }) => buttons.shown > 5 || buttons.more > 5);
  console.log(`${language}: ${replies.length} replies, ${long.length} over their limit (${kinds.join(', ')})`);
  console.log(`  ${sentences.size} sentences over ${sentence} ${unit}, ${full.length} replies with too many buttons`);
  row(['', unit, 'limit', 'shown', 'more', 'long']);
  const sorted = replies.toSorted((a, b) => excessOf(b, language) - excessOf(a, language));
  for (const reply of sorted.slice(0, most)) {
    const { name, kind, buttons } = reply;
    const sign = excessOf(reply, language) > 0 ? '✗' : ' ';
    const long = longSentences(reply, language).length;
    row([`${sign} ${name}`, lengthOf(reply, language), limits[kind], buttons.shown, buttons.more, long]);
  }
  console.log();
}

function row(cells: readonly (string | number)[]): void {
  console.log(cells.map((cell, n) => (n === 0 ? String(cell).padEnd(32) : String(cell).padStart(11))).join(''));
}

/** Prints the paragraphs of the replies whose name begins so. */
function printTexts(language: Language, start: string): void {
  for (const reply of repliesIn(language).filter(({ name }) => name.startsWith(start)))
    console.log([`${reply.name}: ${lengthOf(reply, language)}`, ...reply.paragraphs, ''].join('\n'));
}

/** Prints how often transcripts show a paragraph again unasked, and which ones most often. */
function printRepeats(): void {
  const repeats = transcripts.map(repeatsIn);
  const counts = new Map<string, number>();
  for (const line of repeats.flat()) counts.set(line, (counts.get(line) ?? 0) + 1);
  const some = repeats.filter((lines) => lines.length > 0).length;
  console.log(
    `${transcripts.length} transcripts: ${some} show a paragraph again unasked, ${repeats.flat().length} times`,
  );
  const often = [...counts].toSorted(([, a], [, b]) => b - a);
  for (const [line, count] of often.slice(0, most)) console.log(`${String(count).padStart(5)} ${line}`);
}
