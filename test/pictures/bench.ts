// Reads drawn pictures as the product does, and prints what it gets right: node test/pictures/bench.ts [--count 60] [--from 0] [--seed 1] [--photos | --screenshots] [--show]
// --set FILE: another set, a module that exports `pictures` (truth.ts). --show: what was read of those that failed.
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openPictureReader } from '../../src/adapters/pictures/reader.ts';
import { readScreen } from '../../src/bot/understanding/screen/index.ts';
import { openBrowser, pictures } from './draw.ts';
import { watchMemory } from './memory.ts';
import { failureOf, type Score, scoreOf, summary } from './score.ts';
import type { Drawn, Pictures } from './truth.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    photos: { type: 'boolean', default: false },
    screenshots: { type: 'boolean', default: false },
    set: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});
const as = values.photos ? 'photos' : values.screenshots ? 'screenshots' : 'both';

/** The pictures that are asked for: of another set all, or those of one form. */
async function* wanted(): AsyncGenerator<Drawn> {
  if (values.set === undefined) {
    yield* pictures(browser, { seed: Number(values.seed), from: Number(values.from), count: Number(values.count), as });
    return;
  }
  const other = (await import(pathToFileURL(resolve(values.set)).href)) as { readonly pictures: Pictures };
  for await (const picture of other.pictures(browser)) {
    if (as === 'both' || (as === 'photos') === (picture.truth.form === 'photo')) yield picture;
  }
}

const reader = openPictureReader();
const browser = await openBrowser();
const memory = watchMemory();
const scores: Score[] = [];
for await (const { bytes, truth } of wanted()) {
  const since = performance.now();
  const reading = await reader.read(bytes, () => {});
  const seen = reading.outcome === 'read' ? readScreen(reading.lines) : undefined;
  const score = scoreOf(
    truth,
    reading.outcome === 'read' ? reading.lines : reading.why,
    seen,
    performance.now() - since,
  );
  scores.push(score);
  const failure = failureOf(score);
  if (failure !== undefined) console.log(seen === undefined ? `${failure}; not read: ${score.read}` : failure);
  if (failure !== undefined && values.show) console.log(score.read.replaceAll(/^/gm, '    | '));
}
await browser.close();
await reader.stop();
memory.stop();
const isPhoto = ({ truth }: Score) => truth.form === 'photo';
const groups = { Screenshots: scores.filter((score) => !isPhoto(score)), Photos: scores.filter(isPhoto) };
for (const [name, some] of Object.entries(groups)) {
  if (some.length > 0) console.log(summary(name, some).join('\n'));
}
console.log(
  `Machine: ${availableParallelism()} cores, ${loadavg()[0]?.toFixed(1)} processes at work in the last minute`,
);
console.log(`Memory of the process that reads: at most ${memory.peak()?.toFixed(0) ?? '?'} MB`);
