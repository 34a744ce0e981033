import sharp from 'sharp';
import type { Unread } from '../../bot/pictures.ts';
import type { Grey } from './grey.ts';
import { maxPixels } from './kind.ts';

// Whatever else libvips can open (SVG, PDF, TIFF, …) is no picture here. VipsForeignLoad is the root of all loaders: https://sharp.pixelplumbing.com/api-utility/#block
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});
sharp.cache(false);
sharp.concurrency(1);

/** Pixels of the long side that a picture is brought to. */
const longSide = 2600;
/** How many times as large a small picture is drawn at most: beyond, letters only get softer. */
const maxGrowth = 2;

/** Each colour counts the same. On a photo of a screen the stripes of its red, green and blue dots are a third of a dot apart, so that their moiré cancels out. */
const third = [1 / 3, 1 / 3, 1 / 3] as [number, number, number];
const even: [typeof third, typeof third, typeof third] = [third, third, third];

/** Decodes a picture to shades of grey, upright, on white, its long side near 2,600 pixels. Returns why not if it is damaged or has too many pixels. */
export async function decode(picture: Uint8Array): Promise<Grey | Unread> {
  const open = () => sharp(picture, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true, pages: 1 });
  const head = await open()
    .metadata()
    .catch((error: unknown) => String(error));
  if (typeof head === 'string') return head.includes('pixel limit') ? 'too large' : 'damaged';
  const { width, height, space, orientation = 1 } = head;
  if (width * height > maxPixels) return 'too large';
  const factor = Math.min(longSide / Math.max(width, height), maxGrowth);
  try {
    const white = open().flatten({ background: '#fff' });
    const grey = space === 'srgb' ? white.recomb(even).extractChannel(0) : white.grayscale();
    const { data, info } = await grey
      .resize({
        width: Math.max(1, Math.round(width * factor)),
        height: Math.max(1, Math.round(height * factor)),
        fit: 'fill',
        kernel: factor > 1 ? 'cubic' : 'lanczos3',
      })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return await upright({ pixels: data, width: info.width, height: info.height }, orientation);
  } catch {
    return 'damaged';
  }
}

/** Turns and mirrors a picture as its EXIF orientation (1 to 8) says: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf, "Orientation". */
async function upright(grey: Grey, orientation: number): Promise<Grey> {
  if (orientation <= 1 || orientation > 8) return grey;
  const mirrored = [2, 4, 5, 7].includes(orientation);
  const turn = [0, 0, 0, 180, 180, 270, 90, 90, 270][orientation] ?? 0;
  const raw = { width: grey.width, height: grey.height, channels: 1 } as const;
  const { data, info } = await sharp(grey.pixels, { raw })
    .flop(mirrored)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data }) =>
      sharp(data, { raw }).rotate(turn).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true }),
    );
  return { pixels: data, width: info.width, height: info.height };
}
