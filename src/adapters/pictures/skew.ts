import type { Grey } from './grey.ts';

/** Degrees up to which lines are straightened. */
const limit = 12;

/** Returns by how many degrees the lines of a picture (dark on white) fall to the right; 0 if it has none. The angle is the one at which the sums of the rows differ most from one row to the next (Postl's projection profile). */
export function skewOf({ pixels, width, height }: Grey): number {
  const step = Math.max(1, Math.round(Math.max(width, height) / 1300));
  const [xs, ys, weights] = inked(pixels, width, height, step);
  if (xs.length === 0) return 0;
  const rows = Math.ceil(height / step);
  const reach = Math.ceil(Math.tan((limit * Math.PI) / 180) * (width / step)) + 2;
  const sums = new Float64Array(rows + 2 * reach + 2);
  const score = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    sums.fill(0);
    for (let n = 0; n < xs.length; n += 1) {
      const row = Math.round((ys[n] ?? 0) - (xs[n] ?? 0) * slope) + reach;
      sums[row] = (sums[row] ?? 0) + (weights[n] ?? 0);
    }
    let total = 0;
    for (let n = 1; n < sums.length; n += 1) total += ((sums[n] ?? 0) - (sums[n - 1] ?? 0)) ** 2;
    return total;
  };
  const best = (from: number, to: number, by: number): number => {
    let [angle, highest] = [0, -1];
    for (let at = from; at <= to + 1e-9; at += by) {
      const reached = score(at);
      if (reached > highest) [angle, highest] = [at, reached];
    }
    return angle;
  };
  const rough = best(-limit, limit, 0.5);
  return best(Math.max(-limit, rough - 0.5), Math.min(limit, rough + 0.5), 0.1);
}

/** Returns the places of the ink in steps of `step` pixels, and how dark it is; at most about 60,000, evenly. */
function inked(pixels: Uint8Array, width: number, height: number, step: number) {
  const [xs, ys, weights]: [number[], number[], number[]] = [[], [], []];
  for (let y = 0; y * step < height; y += 1)
    for (let x = 0; x * step < width; x += 1) {
      const ink = 255 - (pixels[y * step * width + x * step] ?? 255);
      if (ink > 60) {
        xs.push(x);
        ys.push(y);
        weights.push(Math.min(ink, 160));
      }
    }
  return [Float32Array.from(xs), Float32Array.from(ys), Float32Array.from(weights)] as const;
}
