import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { promptFor } from '../proposer/question.ts';
import { explain } from './explain.ts';
import type { LabelledSet } from './labels.ts';
import { measure, readSet, scoreOf, sets } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    explain: { type: 'string' },
    at: { type: 'string', default: 'none' },
    model: { type: 'boolean', default: false },
    space: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

if (values.explain !== undefined && values.model)
  console.log(JSON.stringify(promptFor({ t: values.explain, asked: values.at }), null, 2));
else if (values.explain !== undefined) console.log(explain(values.explain, values.at));
else if (values.write) writeScores();
else if (positionals.length > 0) for (const file of positionals) report(basename(file), readSet(file));
else for (const [name, set] of Object.entries(sets)) report(name, set());

/** Writes the scores that `scores.test.ts` holds understanding to. */
function writeScores(): void {
  const scores = Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, scoreOf(measure(set()))]));
  writeFileSync(join(import.meta.dirname, 'scores.json'), `${JSON.stringify(scores, null, 2)}\n`);
}

function report(name: string, set: LabelledSet): void {
  const results = measure(set, values.space === 'all');
  const { of, right, wrong, asked, needless } = scoreOf(results);
  const labels = results.flatMap((result) => result.wrong).length;
  console.log(`${name}: ${right} of ${of} fully right, ${labels} wrong labels`);
  console.log(`  ${wrong} with a wrong label`);
  console.log(`  ${asked} where all that is missing is among what is asked`);
  console.log(`  ${needless} needlessly asked`);
  console.log(`  ${of - right - wrong - asked} neither`);
  for (const result of results.filter((one) => !one.right)) {
    const place = result.item.asked ?? result.item.ctx;
    const where = place === undefined ? '' : ` [${place}]`;
    const sign = result.wrong.length > 0 ? '✗' : '·';
    const [expected, got] = [result.expected, result.got].map((some) => some.join(' ') || '-');
    console.log(`  ${sign} ${result.item.t}${where}: expected ${expected}, got ${got}`);
  }
}
