import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { readsPictures } from '../../src/adapters/pictures/available.ts';
import { openPictureReader } from '../../src/adapters/pictures/reader.ts';
import { type ReadingProcess, startReading } from '../../src/adapters/pictures/worker-process.ts';
import type { PictureReader, PictureText } from '../../src/bot/pictures.ts';
import { gif, png } from './making.ts';

const limits = { patience: 20_000, idle: 60_000, waiting: 64 * 1024 * 1024 };
const failed: PictureText = { outcome: 'unread', why: 'failed' };
const blank: PictureText = { outcome: 'read', lines: [] };
const white = png(60, 60);
const deaf = () => startReading(new URL('./workers/deaf.ts', import.meta.url));
/** A process that answers at once. */
const quick = () => startReading(new URL('./workers/prying.ts', import.meta.url));
const nobody = () => {};

const open: PictureReader[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.stop()));
});
function reading(...given: Parameters<typeof openPictureReader>): PictureReader {
  const reader = openPictureReader(...given);
  open.push(reader);
  return reader;
}

/** Draws a line of text, black on white. */
async function drawn(text: string): Promise<Sharp> {
  const { data, info } = await sharp({ text: { text, font: 'sans', dpi: 170, rgba: true } })
    .extractChannel(3)
    .negate()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 1 } as const;
  const around = { top: 60, bottom: 90, left: 80, right: 80, background: '#fff' };
  return sharp(await sharp(data, { raw }).extend(around).toColourspace('srgb').png().toBuffer());
}
const textOf = (read: PictureText): string =>
  read.outcome === 'read' ? read.lines.map(({ text }) => text).join('\n') : read.why;

test('a code is read, be it dark on light, light on dark, tilted, or turned by EXIF', async () => {
  // The machine may be busy with other tests.
  const reader = reading({ ...limits, patience: 150_000 });
  const picture = await drawn('Activation failed. Error code: 0xC004F074');
  const made = {
    plain: picture.clone(),
    inverted: picture.clone().negate(),
    tilted: picture.clone().rotate(5, { background: '#fff' }),
    'with 16 bits a colour': picture.clone().toColourspace('rgb16').png(),
    'in shades of grey': picture.clone().toColourspace('b-w').png(),
    'in the colours of print': picture.clone().toColourspace('cmyk').jpeg(),
    transparent: picture.clone().toColourspace('srgb').ensureAlpha(0.9).png(),
    turned: sharp(await picture.clone().rotate(270).jpeg().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg(),
  };
  for (const [name, image] of Object.entries(made)) {
    const read = await reader.read(await image.toBuffer(), nobody);
    expect(textOf(read), name).toContain('0xC004F074');
    if (read.outcome === 'read') for (const { sure } of read.lines) expect(sure).toSatisfy((n) => n >= 0 && n <= 100);
  }
}, 160_000);

test('a picture that is sent while others are read waits its turn, and says so once', async () => {
  const reader = reading(limits, quick);
  const order: number[] = [];
  const waited = [0, 0, 0];
  await Promise.all(
    waited.map(async (_, n) => {
      await reader.read(white, () => {
        waited[n] = (waited[n] ?? 0) + 1;
      });
      order.push(n);
    }),
  );
  expect({ order, waited }).toEqual({ order: [0, 1, 2], waited: [0, 1, 1] });
});

test('more pictures than may wait are not kept', async () => {
  const reader = reading({ ...limits, waiting: white.length * 2 }, quick);
  const read = await Promise.all([1, 2, 3].map(() => reader.read(white, nobody)));
  expect(read).toEqual([blank, blank, failed]);
  expect(await reader.read(white, nobody)).toEqual(blank);
});

test('a picture that takes too long fails alone, and its process is ended', async () => {
  const before = await atRest();
  const starts = [deaf, quick];
  const reader = reading({ ...limits, patience: 3_000 }, () => (starts.shift() ?? quick)());
  const both = [reader.read(white, nobody), reader.read(white, nobody)];
  expect(await Promise.all(both)).toEqual([failed, blank]);
  await expect.poll(running, { timeout: 20_000 }).toBe(before + 1);
});

test('a process that is killed while it reads fails that picture only', async () => {
  const started: ReadingProcess[] = [];
  const reader = reading(limits, () => {
    started.push(started.length === 0 ? deaf() : quick());
    return started.at(-1) as ReadingProcess;
  });
  const both = [reader.read(white, nobody), reader.read(white, nobody)];
  await sleep(50);
  await started[0]?.end();
  expect(await Promise.all(both)).toEqual([failed, blank]);
});

test('a process that cannot be started fails the picture', async () => {
  const reader = reading(limits, () => startReading(new URL('./workers/none.ts', import.meta.url)));
  expect(await reader.read(white, nobody)).toEqual(failed);
});

test('nothing runs before the first picture, nor when there was none for a while', async () => {
  const before = await atRest();
  const reader = reading({ ...limits, idle: 1_000 }, quick);
  expect(running()).toBe(before);
  await reader.read(white, nobody);
  expect(running()).toBe(before + 1);
  await expect.poll(running, { timeout: 20_000 }).toBe(before);
  expect(await reader.read(white, nobody)).toEqual(blank);
});

test('stopping ends the reading under way and those that wait', async () => {
  const before = await atRest();
  const reader = reading(limits, deaf);
  const both = [reader.read(white, nobody), reader.read(white, nobody)];
  await sleep(50);
  await reader.stop();
  await expect.poll(running, { timeout: 20_000 }).toBe(before);
  expect(await Promise.all(both)).toEqual([failed, failed]);
  expect(await reader.read(gif(1, 1, 1), nobody)).toEqual(failed);
});

test('the process that reads can write no file, start nothing, and knows no setting of the bot', async () => {
  const reader = reading(limits, quick);
  expect(await reader.read(white, nobody)).toEqual(blank);
});

test('the bot itself loads nothing that decodes or reads pictures', () => {
  const folder = join(import.meta.dirname, '../../src/adapters/pictures');
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.ts')) return;
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type ).*?from '([^']+)'/gms))
      visit(from.startsWith('.') ? join(dirname(file), from) : from);
  };
  visit(join(folder, 'reader.ts'));
  visit(join(folder, 'available.ts'));
  expect([...seen].filter((name) => /sharp|tesseract|worker\.ts$/.test(name))).toEqual([]);
});

test('whether pictures are read follows from the packages that are installed', () => {
  expect(readsPictures()).toBe(true);
  expect(readsPictures(pathToFileURL('/nowhere/'))).toBe(false);
});

/** Returns how many processes run that are none of the test's, once those of the test before have gone. */
async function atRest(): Promise<number> {
  await sleep(500);
  return running();
}

/** The processes that were started here and have not ended. */
function running(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
}
