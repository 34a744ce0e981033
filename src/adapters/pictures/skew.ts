import type { Grey } from './grey.ts';

/** How the lines of a picture run: `slope` is how far those through its middle fall to the right (tangent of the angle), `fan` by how much more those do one pixel further down, as lines do on a photo that was taken from the side. */
export interface Skew {
  readonly slope: number;
  readonly fan: number;
}

/** Slopes up to 12° are looked for, and lines that differ by up to 6° between the middle of a picture and its edge. */
const [maxSlope, maxFan] = [0.21, 0.105];
/** Pixels of the long side of what is looked at, and the places of ink at most, at first and for the last steps. */
const [side, few, many] = [1300, 10_000, 30_000];
/** How much sharper rows have to be along tilted lines than along level ones. */
const clearly = 1.1;

/** Returns how the lines run on a picture that is dark on white: such that the sums of its rows, taken along the lines, differ most from one to the next (Postl's projection profile). */
export function skewOf(picture: Grey): Skew {
  const step = Math.max(1, Math.max(picture.width, picture.height) / side);
  const half = picture.height / step / 2;
  const found = inked(picture, step);
  const [thin, ink] = [sample(found, few), sample(found, many)];
  // Each step is about what moves the ends of a line by a row or so.
  const rough = best(thin, half, [0, maxSlope, 0.014], [0, maxFan, 0.021]);
  const close = best(ink, half, [rough.slope, 0.0105, 0.0035], [rough.fan, 0.0105, 0.00525]);
  const { slope, fan, score } = best(ink, half, [close.slope, 0.0027, 0.0009], [close.fan, 0.004, 0.002]);
  if (score < clearly * sharpness(ink, half, 0, 0)) return { slope: 0, fan: 0 };
  return { slope, fan: fan / half / step };
}

/** Ink: its places from the middle of the picture, and how dark it is there. */
interface Ink {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly weights: Float32Array;
}

/** A search around a value: as far as `reach` to both sides, in steps. */
type Search = readonly [around: number, reach: number, step: number];

/** Returns the slope and the fan (at the edge of the picture, `half` rows from its middle) that fit best among those that are searched. */
function best(ink: Ink, half: number, slopes: Search, fans: Search): Skew & { readonly score: number } {
  let found = { slope: 0, fan: 0, score: -1 };
  for (const fan of around(fans))
    for (const slope of around(slopes)) {
      const score = sharpness(ink, half, slope, fan / half);
      if (score > found.score) found = { slope, fan, score };
    }
  return found;
}

const around = ([middle, reach, step]: Search): readonly number[] => {
  const steps = Math.round(reach / step);
  return Array.from({ length: 2 * steps + 1 }, (_, n) => middle + (n - steps) * step);
};

/** Returns how much the sums of the rows differ from one to the next. */
function sharpness({ xs, ys, weights }: Ink, half: number, slope: number, fan: number): number {
  const rows = Math.ceil(half * 5);
  const sums = new Float64Array(rows);
  for (let n = 0; n < xs.length; n += 1) {
    const [x, y] = [xs[n] ?? 0, ys[n] ?? 0];
    // The row of the middle to which the line belongs that runs through here.
    const row = Math.round((y - x * slope) / (1 + x * fan) + rows / 2);
    if (row >= 0 && row < rows) sums[row] = (sums[row] ?? 0) + (weights[n] ?? 0);
  }
  let total = 0;
  for (let n = 1; n < rows; n += 1) total += ((sums[n] ?? 0) - (sums[n - 1] ?? 0)) ** 2;
  return total;
}

/** Looks for ink every `step` pixels. */
function inked({ pixels, width, height }: Grey, step: number): Ink {
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const [xs, ys, weights] = [0, 1, 2].map(() => new Float32Array(columns * rows)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  let count = 0;
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const ink = 255 - (pixels[Math.floor(y * step) * width + Math.floor(x * step)] ?? 255);
      if (ink <= 60) continue;
      xs[count] = x - columns / 2;
      ys[count] = y - rows / 2;
      weights[count] = Math.min(ink, 160);
      count += 1;
    }
  return { xs: xs.subarray(0, count), ys: ys.subarray(0, count), weights: weights.subarray(0, count) };
}

/** Takes at most so many places of all, evenly. */
function sample(ink: Ink, most: number): Ink {
  const every = ink.xs.length / most;
  if (every <= 1) return ink;
  const taken = (all: Float32Array) => Float32Array.from({ length: most }, (_, n) => all[Math.floor(n * every)] ?? 0);
  return { xs: taken(ink.xs), ys: taken(ink.ys), weights: taken(ink.weights) };
}

/** Draws a picture anew so that its lines are level; what was outside of it is white. */
export function levelled({ pixels, width, height }: Grey, { slope, fan }: Skew): Grey {
  const out = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const [dx, dy] = [column - width / 2, row - height / 2];
      const x = dx - dy * slope + width / 2;
      const y = dy + dx * (slope + fan * dy) + height / 2;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const [right, down] = [x - left, y - top];
      const upper = (pixels[at] ?? 255) * (1 - right) + (pixels[at + 1] ?? 255) * right;
      const lower = (pixels[at + width] ?? 255) * (1 - right) + (pixels[at + width + 1] ?? 255) * right;
      out[row * width + column] = upper * (1 - down) + lower * down;
    }
  return { pixels: out, width, height };
}
