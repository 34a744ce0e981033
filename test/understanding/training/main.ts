import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { placesOf } from '../../../src/bot/understanding/likelihood.ts';
import type { StoredModel } from '../../../src/bot/understanding/model.ts';
import { type Example, readExamples } from './examples.ts';
import { byHeart } from './heart.ts';
import { sourceOf, stretchesIn } from './source.ts';
import { train } from './train.ts';

/** A label of fewer examples than this is not taught. */
const fewest = 3;

const examples = readExamples();
const taught = examples.filter(({ set }) => set === 'train');
const heard = examples.filter(({ set }) => set !== 'dev');
const counts = Map.groupBy(
  taught.flatMap(({ labels }) => labels),
  (label) => label,
);
const labels = [...counts]
  .filter(([, of]) => of.length >= fewest)
  .map(([label]) => label)
  .sort();
const numbers = new Map(labels.map((label, i) => [label, i]));
const sampleOf = (example: Example) => ({
  stretches: stretchesIn(example),
  labels: new Set(example.labels.flatMap((label) => numbers.get(label) ?? [])),
});

/** Characters (UTF-16) from which a message tells a story: it says the same wherever it is told. */
const story = 14;
const places = [...new Set(taught.map(({ asked }) => asked))].sort();
/** The stories of the opening once more, each as if told at another place. */
const retold: readonly Example[] = taught
  .filter(({ t, asked }) => placesOf(asked).length > 1 && t.length >= story)
  .map((example, i) => ({ ...example, asked: places[i % places.length] ?? example.asked }));

const samples = taught.map(sampleOf);
const trained = train([...samples, ...retold.map(sampleOf)], labels);
const model: StoredModel = { source: sourceOf(examples), ...trained, byHeart: byHeart(trained, heard) };
const file = join(import.meta.dirname, '../../../locales/model.json');
const text = `${JSON.stringify(model)}\n`;
console.log(`${taught.length} examples, ${labels.length} labels, ${Math.round(text.length / 1_000)} kB`);
// `--check`: the model in the repository is the one that its examples give. Its weights are compared as they were before
// they were compressed: another version of Node may compress them otherwise.
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!isDeepStrictEqual(loose(JSON.parse(readFileSync(file, 'utf8'))), loose(model))) {
  console.error('locales/model.json is not what its examples give: npm run understanding:train');
  process.exitCode = 1;
}

function loose(stored: StoredModel) {
  return { ...stored, packed: brotliDecompressSync(Buffer.from(stored.packed, 'base64')) };
}
