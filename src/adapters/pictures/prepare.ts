import sharp from 'sharp';
import type { Grey } from './grey.ts';
import { skewOf } from './skew.ts';

/** Every how many pixels the ground is looked at, and how many of those looks around a place decide. */
const [stride, looks] = [5, 15];
/** Differences from the ground up to this are noise: JPEG, moiré. */
const noise = 10;
/** Degrees of tilt that reading does not mind. */
const upright = 0.25;

const rawOf = ({ width, height }: Grey) => ({ raw: { width, height, channels: 1 } }) as const;

/** Prepares a picture for reading: dark letters on plain white, whichever of letters and ground was lighter and however unevenly it was lit, in level lines. */
export async function prepare(grey: Grey): Promise<Grey> {
  const flat = await flattened(grey);
  const angle = skewOf(flat);
  if (Math.abs(angle) < upright) return flat;
  const { data, info } = await sharp(flat.pixels, rawOf(flat))
    .rotate(-angle, { background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

/** Draws how far each pixel is from the ground around it, as ink on white. The ground is the median of the surroundings, for letters cover less than half of them and a median keeps the edges of windows and buttons. */
async function flattened(grey: Grey): Promise<Grey> {
  const [width, height] = [Math.ceil(grey.width / stride), Math.ceil(grey.height / stride)];
  const small = await sharp(grey.pixels, rawOf(grey))
    .resize({ width, height, fit: 'fill', kernel: 'nearest' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const { data } = await sharp(small, { raw: { width, height, channels: 1 } })
    .median(looks)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ground = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ width: grey.width, height: grey.height, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const pixels = new Uint8Array(grey.pixels.length);
  for (let n = 0; n < pixels.length; n += 1) {
    const far = Math.abs((grey.pixels[n] ?? 0) - (ground[n] ?? 0)) - noise;
    pixels[n] = far <= 0 ? 255 : Math.max(0, 255 - far * 2);
  }
  return { ...grey, pixels };
}
