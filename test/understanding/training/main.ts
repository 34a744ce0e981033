import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../../src/bot/understanding/fold.ts';
import { stretchesOf } from '../../../src/bot/understanding/stretches.ts';
import { type Example, readExamples } from './examples.ts';
import { train } from './train.ts';

/** A label of fewer examples than this is not taught. */
const fewest = 3;

const examples = readExamples();
const taught = examples.filter(({ set }) => set === 'train');
const counts = Map.groupBy(
  taught.flatMap(({ labels }) => labels),
  (label) => label,
);
const labels = [...counts]
  .filter(([, of]) => of.length >= fewest)
  .map(([label]) => label)
  .sort();
const numbers = new Map(labels.map((label, i) => [label, i]));
const sampleOf = ({ t, asked, labels: of }: Example) => ({
  stretches: stretchesOf(fold(t), asked).map(({ features }) => features),
  labels: new Set(of.flatMap((label) => numbers.get(label) ?? [])),
});

const model = train(taught.map(sampleOf), labels);
const file = join(import.meta.dirname, '../../../locales/model.json');
const text = `${JSON.stringify(model)}\n`;
console.log(`${taught.length} examples, ${labels.length} labels, ${Math.round(text.length / 1_000)} kB`);
// `--check`: the model in the repository is the one that its examples give.
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('locales/model.json is not what its examples give: npm run understanding:train');
  process.exitCode = 1;
}
