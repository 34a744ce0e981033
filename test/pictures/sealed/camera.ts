import sharp from 'sharp';
import type { Random } from './random.ts';

/** A place in a picture, in its pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A photo of a screen: its file, what was done, and whether it holds a point of the screen. */
export interface Photo {
  readonly bytes: Uint8Array;
  readonly treatment: readonly string[];
  readonly holds: (x: number, y: number) => boolean;
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ].map((n) => n / det) as unknown as Matrix;
}

/** Gives a table of values, so that none is computed twelve million times. */
const table = (size: number, make: (n: number) => number) => Float32Array.from({ length: size }, (_, n) => make(n));
const wave = table(256, (n) => Math.cos((2 * Math.PI * n) / 256));

/** The pose of a camera before a screen, as a map from the screen's pixels to the photo's. */
function pose(
  random: Random,
  screen: { readonly width: number; readonly height: number },
  at: Rect,
  photo: { readonly width: number; readonly height: number },
) {
  const degrees = random.between(1, 8) * random.pick([-1, 1]);
  const [roll, yaw, pitch] = [degrees, random.between(-13, 13), random.between(-9, 9)].map(
    (n) => (n * Math.PI) / 180,
  ) as [number, number, number];
  const [cr, sr, cy, sy, cp, sp] = [
    Math.cos(roll),
    Math.sin(roll),
    Math.cos(yaw),
    Math.sin(yaw),
    Math.cos(pitch),
    Math.sin(pitch),
  ];
  // What is photographed fills the photo but for a margin, seen from 1.6 of its widths away.
  const margin = random.between(0.84, 0.94);
  const scale =
    margin *
    Math.min(
      photo.width / (at.width * cr + at.height * Math.abs(sr)),
      photo.height / (at.height * cr + at.width * Math.abs(sr)),
    );
  const far = 1.6 * screen.width;
  const [mx, my] = [at.x + at.width / 2, at.y + at.height / 2];
  const ex = [cr * cy, sr * cy, -sy];
  const ey = [cr * sy * sp - sr * cp, sr * sy * sp + cr * cp, cy * sp];
  const centre = [photo.width * random.between(0.485, 0.515), photo.height * random.between(0.485, 0.515)];
  const focal = scale * far;
  const row = (n: 0 | 1, c: number): [number, number, number] => {
    const [x, y] = [focal * (ex[n] ?? 0) + c * (ex[2] ?? 0), focal * (ey[n] ?? 0) + c * (ey[2] ?? 0)];
    return [x, y, c * far - x * mx - y * my];
  };
  const [ez, fz] = [ex[2] ?? 0, ey[2] ?? 0];
  const to: Matrix = [...row(0, centre[0] ?? 0), ...row(1, centre[1] ?? 0), ez, fz, far - ez * mx - fz * my];
  return { to, degrees: Math.round(Math.abs(degrees) * 10) / 10 };
}

/** Draws what surrounds a screen at a place on its plane: bezel, then desk or wall. Gives a colour from 0 to 255. */
function around(random: Random, width: number, height: number) {
  const bezel = random.whole(14, 46);
  const chin = bezel * random.pick([1, 1.6, 3]);
  const frame = random.pick([
    [22, 22, 24],
    [34, 35, 38],
    [176, 178, 180],
    [228, 226, 220],
  ]);
  const wall = random.pick([
    [214, 208, 196],
    [186, 190, 196],
    [120, 112, 104],
    [232, 230, 226],
  ]);
  const desk = random.pick([
    [150, 112, 78],
    [196, 170, 134],
    [88, 72, 60],
    [210, 208, 204],
  ]);
  return (u: number, v: number, channel: number): number => {
    if (u > -bezel && u < width + bezel && v > -bezel && v < height + chin) return frame[channel] ?? 0;
    if (v < height + chin + 40) return (wall[channel] ?? 0) * (0.9 + 0.1 * (wave[(u >> 5) & 255] ?? 0));
    return (desk[channel] ?? 0) * (0.92 + 0.06 * (wave[((v * 3 + (wave[(u >> 3) & 255] ?? 0) * 20) | 0) & 255] ?? 0));
  };
}

/** Photographs a part of a screen at 12 megapixels, as a hand with a telephone does; `png` is the whole screen, `at` the part in its pixels. */
export async function photograph(random: Random, png: Uint8Array, at: Rect): Promise<Photo> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const upright = at.width < at.height * 1.25 ? random.chance(0.7) : random.chance(0.2);
  const [width, height] = upright ? [3024, 4032] : [4032, 3024];
  const { to, degrees } = pose(random, info, at, { width, height });
  const [a, b, c, d, e, f, g, h, i] = inverse(to);
  const beyond = around(random, info.width, info.height);
  const [stripe, line] = [random.between(0.03, 0.1), random.between(0.01, 0.05)];
  // Bands as wide as a dozen pixels of the screen and more, where the two rasters beat.
  const band = {
    u: random.between(0.01, 0.07),
    v: random.between(-0.05, 0.05),
    bow: random.between(-9e-6, 9e-6),
    depth: random.between(0.015, 0.06),
  };
  const warmth = [random.between(0.95, 1.06), 1, random.between(0.9, 1.04)];
  // A telephone takes a dark screen brighter, and a bright one darker.
  const bright = (await sharp(png).stats()).channels[1]?.mean ?? 128;
  const exposure = random.between(0.82, 1.02) * (bright < 60 ? 1.4 : bright < 110 ? 1.2 : 1);
  const black = random.between(6, 24);
  const [tiltX, tiltY] = [random.between(-0.16, 0.16), random.between(-0.16, 0.16)];
  const glare = random.chance(0.65) ? random.between(30, 90) : 0;
  const spot = {
    x: random.between(0.05, 0.95),
    y: random.between(0.05, 0.95),
    size: random.between(0.07, 0.2),
    long: random.between(0.5, 2),
  };
  const out = Buffer.alloc(width * height * 3);
  const bell = table(1024, (n) => Math.exp(-n / 128));
  for (let y = 0, o = 0; y < height; y++) {
    const ny = y / height;
    for (let x = 0; x < width; x++) {
      const w = 1 / (g * x + h * y + i);
      const u = (a * x + b * y + c) * w;
      const v = (d * x + e * y + f) * w;
      const nx = x / width;
      const sx = (nx - spot.x) / spot.size;
      const sy = (ny - spot.y) / (spot.size * spot.long);
      const shine = glare * (bell[Math.min(1023, ((sx * sx + sy * sy) * 128) | 0)] ?? 0);
      const light =
        exposure * (1 + tiltX * (nx - 0.5) + tiltY * (ny - 0.5)) * (1 - 0.22 * ((nx - 0.5) ** 2 + (ny - 0.5) ** 2));
      const inside = u >= 0 && v >= 0 && u < info.width - 1 && v < info.height - 1;
      const u0 = Math.floor(u);
      const v0 = Math.floor(v);
      const fu = u - u0;
      const fv = v - v0;
      const p = (v0 * info.width + u0) * 3;
      // The sensor sees red and blue at every second place only: this is what makes bands of colour.
      const beat = band.u * u + band.v * v + band.bow * (u * u + v * v);
      const red = x & 1 ? (a - g * u) * w : 0;
      for (let k = 0; k < 3; k++) {
        let value: number;
        if (inside) {
          const q = p + k;
          const below = q + info.width * 3;
          const top = (data[q] ?? 0) * (1 - fu) + (data[q + 3] ?? 0) * fu;
          const bottom = (data[below] ?? 0) * (1 - fu) + (data[below + 3] ?? 0) * fu;
          const column = (wave[(((k === 1 ? u : u - red) + k / 3) * 256) & 255] ?? 0) * stripe;
          const rowWave = (wave[(v * 256) & 255] ?? 0) * line;
          const bands = (wave[((beat + k / 3) * 256) & 255] ?? 0) * band.depth;
          value = black + (top * (1 - fv) + bottom * fv) * (1 - stripe - line + column + rowWave + bands) * 0.95;
        } else value = beyond(u, v, k) * 0.62;
        value = value * light * (warmth[k] ?? 1) + shine;
        out[o++] = Math.min(255, value);
      }
    }
  }
  const blur = random.between(0.7, 1.5);
  const soft = await sharp(out, { raw: { width, height, channels: 3 } })
    .blur(blur)
    .raw()
    .toBuffer();
  const grain = random.between(2, 6.5);
  noise(random, soft, grain);
  const whole = sharp(soft, { raw: { width, height, channels: 3 } });
  const file = (upright ? whole.rotate(270).withMetadata({ orientation: 6 }) : whole).jpeg({ quality: 80 });
  const [m, n, r, s, t, z, q, j, l] = to;
  return {
    bytes: await file.toBuffer(),
    treatment: [
      '12 megapixels',
      `tilted by ${degrees}°`,
      'perspective',
      'moiré',
      ...(glare === 0 ? [] : ['glare']),
      `blur ${blur.toFixed(1)}`,
      `noise ${grain.toFixed(1)}`,
      ...(upright ? ['turned by EXIF'] : []),
      'JPEG 80',
    ],
    holds: (x, y) => {
      const w = q * x + j * y + l;
      const [px, py] = [(m * x + n * y + r) / w, (s * x + t * y + z) / w];
      return px > 0 && py > 0 && px < width && py < height;
    },
  };
}

/** Adds the noise of a sensor, more where it is bright; `grain` is its spread in steps of 256. */
function noise(random: Random, pixels: Buffer, grain: number): void {
  const rolls = table(65_536, () => (random.next() + random.next() + random.next() + random.next() - 2) * 1.73 * grain);
  let at = random.whole(0, 65_535);
  for (let n = 0; n < pixels.length; n++) {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
    const old = pixels[n] ?? 0;
    const value = old + (rolls[at >>> 16] ?? 0) * (0.6 + old / 400);
    pixels[n] = value < 0 ? 0 : Math.min(255, value);
  }
}
