// Writes drawn pictures and what is true of each into a folder, for people to look at: node test/pictures/write.ts FOLDER [--count 60] [--from 0] [--seed 1] [--as both|screenshots|photos]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Options, openBrowser, pictures } from './draw.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '60' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    as: { type: 'string', default: 'both' },
  },
});
const [folder] = positionals;
const kinds: readonly Options['as'][] = ['both', 'screenshots', 'photos'];
const as = kinds.find((kind) => kind === values.as);
if (folder === undefined || as === undefined) {
  console.error('node test/pictures/write.ts FOLDER [--count 60] [--from 0] [--seed 1] [--as both|screenshots|photos]');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
let since = performance.now();
for await (const { id, bytes, truth } of pictures(browser, {
  seed: Number(values.seed),
  count: Number(values.count),
  from: Number(values.from),
  as,
})) {
  const name = `${id}-${truth.page.replace(' ', '-')}`;
  writeFileSync(join(folder, `${name}.${bytes[0] === 0x89 ? 'png' : 'jpg'}`), bytes);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(truth, undefined, 2)}\n`);
  const now = performance.now();
  console.log(
    `${name} ${truth.form} ${truth.language} ${truth.code ?? '–'} ${truth.treatment.join(', ')} (${Math.round(now - since)} ms)`,
  );
  since = now;
}
await browser.close();
