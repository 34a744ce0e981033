// Draws the sealed set and prints what is in it and its digests, to see that it is the one of README.md. Reads no picture. Needs Chromium, and the fonts that README.md names.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { pictures } from './set.ts';

const executablePath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  existsSync,
);
if (executablePath === undefined)
  throw new Error('No Chromium found. On Debian: apt-get install chromium fonts-noto-cjk');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-lcd-text'] });
const truths = createHash('sha256');
const files = createHash('sha256');
const counts = new Map<string, number>();
const started = performance.now();
try {
  for await (const { id, bytes, truth } of pictures(browser)) {
    truths.update(`${id} ${JSON.stringify(truth)}\n`);
    files.update(bytes);
    const photo = truth.form === 'photo' ? 'photos' : 'screenshots';
    const said = [
      ...[
        'all',
        truth.form,
        truth.language,
        truth.dark ? 'dark' : 'light',
        `${truth.scale} %`,
        `${truth.page}: ${photo}`,
      ],
      ...(truth.code === null ? [] : ['code', `code: ${photo}`]),
      ...(truth.organisation ? ['organisation', `organisation: ${photo}`] : []),
      ...(truth.secrets.length > 0 ? ['secrets'] : []),
    ];
    for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
} finally {
  await browser.close();
}
for (const [name, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b))) console.log(`${count}\t${name}`);
console.log(`ids and truths: ${truths.digest('hex')}\nfiles: ${files.digest('hex')}`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
