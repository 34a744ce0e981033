import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { openPictureReader } from '../../src/adapters/pictures/reader.ts';
import type { Unread } from '../../src/bot/pictures.ts';
import { brokenPng, gif, png } from './making.ts';

// The machine may be busy with other tests.
const reader = openPictureReader({ patience: 50_000, idle: 60_000, waiting: 128 * 1024 * 1024 });
afterAll(() => reader.stop());

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><image href="file:///etc/passwd"/></svg>';
const noise = sharp(randomBytes(300 * 200 * 3), { raw: { width: 300, height: 200, channels: 3 } });
const [jpeg, webp, tiff, avif] = await Promise.all([
  noise.clone().jpeg().toBuffer(),
  noise.clone().webp().toBuffer(),
  noise.clone().tiff().toBuffer(),
  noise.clone().avif({ effort: 0 }).toBuffer(),
]);

const refused: Readonly<Record<Unread, Readonly<Record<string, Uint8Array>>>> = {
  'not a picture': {
    'an empty file': Buffer.alloc(0),
    'one byte': latin('\x89'),
    'a text': latin('0xC004F074'),
    'an SVG': latin(svg),
    'a PDF': latin('%PDF-1.7\n'),
    'a TIFF': tiff,
    'a ZIP that ends as a PNG': Buffer.concat([latin('PK\x03\x04'), png(9, 9)]),
    'a RIFF that is a sound': latin('RIFF\x24\x00\x00\x00WAVEfmt '),
    'a film': latin('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00'),
  },
  heic: {
    'a HEIC': latin('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'),
    'a HEIF sequence': latin('\x00\x00\x00\x18ftypmsf1\x00\x00\x00\x00'),
    'an AVIF': avif,
  },
  'too large': {
    'a PNG of more than 12 MB': Buffer.concat([png(9, 9), Buffer.alloc(12 * 1024 * 1024)]),
    'a PNG of 60,000 by 60,000': png(60_000, 60_000, Buffer.alloc(8)),
    'a PNG of a line of 50 million pixels': png(50_000_000, 1, Buffer.alloc(8)),
    'a GIF with a canvas of 65,535 by 65,535': gif(65_535, 65_535, 1, 65_535),
  },
  damaged: {
    'a PNG of no size': png(0, 0),
    'a PNG of a quarter of a pixel row': brokenPng(),
    'a PNG that says more than it holds': png(6_000, 6_000, Buffer.alloc(8)),
    'a PNG that is cut off': png(400, 400).subarray(0, 50),
    'a JPEG that is cut off': jpeg.subarray(0, jpeg.length >> 1),
    'a WebP that is cut off': webp.subarray(0, webp.length >> 1),
    'a JPEG of its first bytes': jpeg.subarray(0, 12),
    'an SVG behind the first bytes of a PNG': latin(`\x89PNG\r\n\x1a\n${svg}`),
  },
  failed: {},
};

for (const [why, files] of Object.entries(refused))
  for (const [name, file] of Object.entries(files))
    test(`${name} is not read: ${why}`, async () => {
      expect(await reader.read(file, () => {})).toEqual({ outcome: 'unread', why });
    });

const harmless: Readonly<Record<string, Uint8Array>> = {
  'a PNG of one pixel': png(1, 1),
  'a PNG of a row of pixels': png(5_000, 1),
  'a PNG of a column of pixels': png(1, 5_000),
  'a PNG of 36 megapixels': png(6_000, 6_000),
  'a GIF with a canvas that is not filled': gif(65_535, 65_535, 1),
  'a GIF whose frame has no size': gif(9, 9, 1, 0),
  'a GIF of 10,000 frames': gif(300, 200, 10_000),
  'a PNG with a program behind it': Buffer.concat([png(90, 90), latin('MZ\x90\x00<script>alert(1)</script>')]),
};
for (const [name, file] of Object.entries(harmless))
  test(`${name} is read as any other`, async () => {
    expect(await reader.read(file, () => {})).toEqual({ outcome: 'read', lines: [] });
  });

test('noise, of which all looks like letters, is read or given up in time', async () => {
  const hurried = openPictureReader({ patience: 3_000, idle: 60_000, waiting: jpeg.length });
  const began = performance.now();
  const read = await hurried.read(jpeg, () => {});
  expect(read.outcome === 'read' || read.why === 'failed').toBe(true);
  expect(performance.now() - began).toBeLessThan(10_000);
  await hurried.stop();
});
