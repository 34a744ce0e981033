import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { placesOf } from '../../../src/bot/understanding/likelihood.ts';
import type { StoredModel } from '../../../src/bot/understanding/model.ts';
import { type Example, readExamples, readOwnExamples } from './examples.ts';
import { byHeart } from './heart.ts';
import { sourceOf, stretchesIn } from './source.ts';
import { train } from './train.ts';

/** A label of fewer examples than this is not taught. */
const fewest = 3;

/** `--with DIR`: the examples of a helpdesk as well; the model goes into its words directory. */
const { values: given } = parseArgs({
  options: { with: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const product = readExamples();
const examples = given.with === undefined ? product : [...product, ...readOwnExamples(given.with)];
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
// A model with a helpdesk's examples says which product it belongs to.
const text = `${JSON.stringify(given.with === undefined ? model : { base: sourceOf(product), ...model })}\n`;
console.log(`${taught.length} examples, ${labels.length} labels, ${Math.round(text.length / 1_000)} kB`);
// `--check`: the model in the repository is the one that its examples give. Its weights are compared as they were before
// they were compressed: another version of Node may compress them otherwise.
if (given.with !== undefined) writeFileSync(join(given.with, 'model.json'), text);
else if (!given.check) writeFileSync(file, text);
else if (!isDeepStrictEqual(loose(JSON.parse(readFileSync(file, 'utf8'))), loose(model))) {
  console.error('locales/model.json is not what its examples give: npm run understanding:train');
  process.exitCode = 1;
}

function loose(stored: StoredModel) {
  return { ...stored, packed: brotliDecompressSync(Buffer.from(stored.packed, 'base64')) };
}
