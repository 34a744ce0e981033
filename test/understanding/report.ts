import { basename } from 'node:path';
import { measure, sets, strangers } from './measure.ts';

const asked = process.argv.slice(2);
for (const file of asked.length > 0 ? asked : [...sets, ...strangers]) {
  const results = measure(file);
  const right = results.filter((result) => result.right).length;
  const wrong = results.flatMap((result) => result.wrong);
  console.log(`${basename(file)}: ${right} of ${results.length} fully right, ${wrong.length} wrong labels`);
  for (const { item, expected, got, wrong } of results.filter((result) => !result.right)) {
    const where = item.ctx === undefined ? '' : ` [${item.ctx}]`;
    console.log(
      `  ${wrong.length > 0 ? '✗' : '·'} ${item.t}${where}: expected ${expected.join(' ') || '-'}, got ${got.join(' ') || '-'}`,
    );
  }
}
