import sharp from 'sharp';
import type { Grey } from './grey.ts';
import { levelled, skewOf } from './skew.ts';

/** Every how many pixels the ground is looked at, and how many of those looks around a place decide. */
const [stride, looks] = [5, 15];
/** Differences from the ground up to this are noise, and up to so many times the usual ones around: grain and moiré are everywhere, letters only here and there. */
const [noise, usual] = [8, 2.2];
/** Pixels of the squares of which the ink is looked for, and how many around a place decide how dark ink is there. */
const [square, squares] = [20, 5];
/** The least difference from the ground that is ink at its darkest. */
const faint = 40;

const raw = (width: number, height: number) => ({ raw: { width, height, channels: 1 } }) as const;

/** Prepares a picture for reading: black letters on plain white, whichever of letters and ground was lighter and however it was lit, in level lines. */
export async function prepare(grey: Grey): Promise<Grey> {
  const flat = await flattened(grey);
  const skew = skewOf(flat);
  // Less than a row or two from one end of a line to the other does no harm.
  const ends = (Math.abs(skew.slope) + (Math.abs(skew.fan) * grey.height) / 2) * grey.width;
  return ends < 6 ? flat : levelled(flat, skew);
}

/** Draws how far each pixel is from the ground around it, as ink on white, as dark where letters are faint as where they are not. */
async function flattened(grey: Grey): Promise<Grey> {
  const ground = await groundOf(grey);
  const ink = new Uint8Array(grey.pixels.length);
  for (let n = 0; n < ink.length; n += 1) ink[n] = Math.abs((grey.pixels[n] ?? 0) - (ground[n] ?? 0));
  const grain = await groundOf({ ...grey, pixels: ink });
  for (let n = 0; n < ink.length; n += 1)
    ink[n] = Math.max(0, (ink[n] ?? 0) - Math.max(noise, usual * (grain[n] ?? 0)));
  const darkest = await darkestOf({ ...grey, pixels: ink });
  const pixels = ink.map((value, n) => Math.max(0, 255 - (255 * value) / Math.max(faint, (darkest[n] ?? 0) * 0.85)));
  return { ...grey, pixels };
}

/** Returns the ground below the letters: the median of the surroundings, for letters cover less than half of them, and a median keeps the edges of windows and buttons. */
async function groundOf({ pixels, width, height }: Grey): Promise<Uint8Array> {
  const [columns, rows] = [Math.ceil(width / stride), Math.ceil(height / stride)];
  const seen = await sharp(pixels, raw(width, height))
    .resize({ width: columns, height: rows, fit: 'fill', kernel: 'nearest' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const middles = await sharp(seen, raw(columns, rows)).median(looks).toColourspace('b-w').raw().toBuffer();
  return enlarged(middles, columns, rows, width, height);
}

/** Returns how dark ink is at most around each pixel. */
async function darkestOf({ pixels, width, height }: Grey): Promise<Uint8Array> {
  const [columns, rows] = [Math.ceil(width / square), Math.ceil(height / square)];
  const most = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = Math.floor(y / square) * columns + Math.floor(x / square);
      most[at] = Math.max(most[at] ?? 0, pixels[y * width + x] ?? 0);
    }
  const around = await sharp(most, raw(columns, rows))
    .dilate(squares >> 1)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return enlarged(around, columns, rows, width, height);
}

const enlarged = (pixels: Uint8Array, columns: number, rows: number, width: number, height: number): Promise<Buffer> =>
  sharp(pixels, raw(columns, rows))
    .resize({ width, height, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
