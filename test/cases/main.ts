import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { files, readQuestions } from './cards.ts';
import { measure, scoreOf, type Verdict } from './judge.ts';
import type { Turn } from './play.ts';
import { answered } from './questions.ts';
import { rows } from './rows.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'boolean', default: false },
    show: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

if (values.questions) printQuestions();
else if (values.write) writeScores();
else if (values.show !== undefined) printTalks(values.show);
else for (const file of files) printTable(file, measure(file));

/** Writes the scores that `cases.test.ts` holds the conversation to. */
function writeScores(): void {
  const scores = Object.fromEntries(files.map((file) => [file, scoreOf(measure(file))]));
  writeFileSync(join(import.meta.dirname, 'scores.json'), `${JSON.stringify(scores, null, 2)}\n`);
}

/** Prints what each row came to, and all together. */
function printTable(file: string, verdicts: readonly Verdict[]): void {
  const line = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, n) => (n === 0 ? String(cell).padEnd(8) : String(cell).padStart(8))).join(''));
  const count = (name: string, some: readonly Verdict[]) => {
    const { of, named, barred, exit } = scoreOf(some);
    line([name, of, some.filter((one) => one.named === 'at once').length, named, barred, exit]);
  };
  line([file, 'of', 'at once', 'named', 'barred', 'exit']);
  for (const row of rows)
    count(
      row,
      verdicts.filter(({ card }) => card.row === row),
    );
  count('all', verdicts);
  console.log();
}

/** Prints the talks of a row, turn by turn, each under its verdict. */
function printTalks(row: string): void {
  for (const file of files)
    for (const { card, turns, named, barred, isRightExit, exit } of measure(file).filter((one) => one.card.row === row))
      console.log(
        [
          `${named !== 'no' && barred.length === 0 && isRightExit ? '✓' : '✗'} ${file} ${row} [${card.language}]: ${card.fact}`,
          `  named: ${named}; barred lists: ${barred.join(' ') || 'none'}; exit: ${exit || 'none'}, expected ${card.exit}`,
          ...turns.flatMap(linesOf),
          '',
        ].join('\n'),
      );
}

function linesOf({ input, talk, reply: { view, above } }: Turn): readonly string[] {
  const said = input.type === 'text' ? input.text : input.type === 'choice' ? `[${input.choice}]` : '';
  const heard = [...view.lead, above, view.title, view.text].filter((part) => part !== '').join(' / ');
  return [`  > ${said}`, `    ${view.id}: ${heard}`, `    ${JSON.stringify(talk.snapshot.context.facts)}`];
}

/** Prints every question with its reply. */
function printQuestions(): void {
  for (const file of files) {
    console.log(`== ${file}\n`);
    for (const [n, question] of readQuestions(file).entries()) console.log(answered(question, n + 1));
  }
}
