import sharp from 'sharp';
import type { Chance } from './random.ts';

/** A picture as its bytes, and what was done to it, for people. */
export interface Treated {
  readonly bytes: Uint8Array;
  readonly treatment: readonly string[];
}

/** A part of a screen, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A screenshot as three bytes a pixel. */
interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

type Vector = readonly [number, number, number];

/** How a camera looks at a screen. Lengths are pixels of the screen, but for `wide`, `high` and `focal` (pixels of the photo). */
interface Shot {
  readonly wide: number;
  readonly high: number;
  readonly focal: number;
  /** The middle of what is looked at, seen from the camera. */
  readonly centre: Vector;
  /** The directions of the screen's rows and columns, seen from the camera. */
  readonly right: Vector;
  readonly down: Vector;
  /** The pixel of the screen that is at the centre. */
  readonly at: readonly [number, number];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Returns a shot by hand: tilted by up to 8° about each axis; `near`: only the box fills it, not the whole screen. */
function shotOf(
  chance: Chance,
  screen: Pixels,
  box: Box,
  near: boolean,
  portrait: boolean,
): Shot & { readonly tilt: number } {
  const [wide, high] = portrait ? [3024, 4032] : [4032, 3024];
  const focal = 0.75 * 4032;
  const seen = near ? box : { x: 0, y: 0, width: screen.width, height: screen.height };
  const share = near ? chance.between(0.7, 0.92) : chance.between(0.76, 0.96);
  const distance = focal * Math.max(seen.width / (share * wide), seen.height / (share * high));
  const angle = (most: number) => (chance.between(-most, most) * Math.PI) / 180;
  const [yaw, pitch, roll] = [angle(8), angle(8), angle(5)];
  const [cy, sy, cp, sp, cr, sr] = [
    Math.cos(yaw),
    Math.sin(yaw),
    Math.cos(pitch),
    Math.sin(pitch),
    Math.cos(roll),
    Math.sin(roll),
  ];
  const turned = ([x, y, z]: Vector): Vector => {
    const [x1, y1] = [x * cr - y * sr, x * sr + y * cr];
    const [y2, z2] = [y1 * cp - z * sp, y1 * sp + z * cp];
    return [x1 * cy + z2 * sy, y2, z2 * cy - x1 * sy];
  };
  const off = (size: number) => chance.between(-0.03, 0.03) * size;
  return {
    wide,
    high,
    focal,
    centre: [off(seen.width), off(seen.height), distance],
    right: turned([1, 0, 0]),
    down: turned([0, 1, 0]),
    at: [seen.x + seen.width / 2, seen.y + seen.height / 2],
    tilt: Math.round((Math.max(Math.abs(yaw), Math.abs(pitch), Math.abs(roll)) * 180) / Math.PI),
  };
}

/** What light and camera do to a photo. */
interface Light {
  /** How much the grid of the screen's pixels beats with that of the sensor, and between which rows and columns. */
  readonly moire: number;
  /** A reflection: its place and radii as parts of the photo, and its strength out of 255. */
  readonly glare: {
    readonly x: number;
    readonly y: number;
    readonly rx: number;
    readonly ry: number;
    readonly strength: number;
  };
  /** What the screen's black looks like in the room, out of 255, and the gain of its white. */
  readonly black: number;
  readonly gain: number;
  /** How much brighter one side is than the other. */
  readonly slope: readonly [number, number];
  readonly tint: Vector;
  readonly noise: number;
  readonly desk: Vector;
  readonly wall: Vector;
}

function lightOf(chance: Chance): Light {
  const glaring = chance.happens(0.6);
  return {
    moire: chance.between(0.02, 0.13),
    glare: {
      x: chance.between(0.1, 0.9),
      y: chance.between(0.1, 0.8),
      rx: chance.between(0.08, 0.3),
      ry: chance.between(0.08, 0.3),
      strength: glaring ? chance.between(40, 150) : 0,
    },
    black: chance.between(6, 30),
    gain: chance.between(0.7, 0.9),
    slope: [chance.between(-0.14, 0.14), chance.between(-0.14, 0.14)],
    tint: [chance.between(0.94, 1.04), 1, chance.between(0.92, 1.08)],
    noise: chance.between(4, 13),
    desk: chance.pick<Vector>([
      [140, 105, 72],
      [188, 184, 178],
      [70, 62, 58],
      [168, 138, 104],
    ]),
    wall: chance.pick<Vector>([
      [196, 192, 184],
      [150, 156, 160],
      [210, 204, 190],
    ]),
  };
}

/** Returns the photo, row by row: the screen, its bezel, and what is around, in the light of the room. */
function exposed(screen: Pixels, shot: Shot, light: Light, seed: number): Buffer {
  const { data, width, height } = screen;
  const { wide, high, focal, centre, right, down } = shot;
  const { moire, glare, black, gain, slope, tint, noise, desk, wall } = light;
  const normal: Vector = [
    right[1] * down[2] - right[2] * down[1],
    right[2] * down[0] - right[0] * down[2],
    right[0] * down[1] - right[1] * down[0],
  ];
  const [plane, along, across] = [dot(centre, normal), dot(centre, right), dot(centre, down)];
  const out = Buffer.allocUnsafe(wide * high * 3);
  let random = seed | 1;
  const colour = [0, 0, 0];
  const beats = new Float32Array(Math.ceil(wide / 2) * 3).fill(1);
  const turn = 2 * Math.PI;
  for (let y = 0; y < high; y++) {
    const dy = y - high / 2;
    for (let x = 0; x < wide; x++) {
      const dx = x - wide / 2;
      const depth = plane / (dx * normal[0] + dy * normal[1] + focal * normal[2]);
      const u = depth * (dx * right[0] + dy * right[1] + focal * right[2]) - along + shot.at[0];
      const v = depth * (dx * down[0] + dy * down[1] + focal * down[2]) - across + shot.at[1];
      let shine = 0;
      if (u >= 0 && v >= 0 && u < width - 1 && v < height - 1) {
        const [left, top] = [Math.floor(u), Math.floor(v)];
        const [fu, fv] = [u - left, v - top];
        const from = (top * width + left) * 3;
        const below = from + width * 3;
        // The sensor takes each colour once in four pixels, which is what makes moiré coloured and coarse.
        const cell = (x >> 1) * 3;
        if ((x & 1) === 0 && (y & 1) === 0) {
          const row = 1 + moire * 0.7 * Math.cos(turn * v);
          for (let c = 0; c < 3; c++) beats[cell + c] = row * (1 + moire * Math.cos(turn * (u - (2 * c + 1) / 6)));
        }
        for (let c = 0; c < 3; c++) {
          const above = (data[from + c] ?? 0) * (1 - fu) + (data[from + 3 + c] ?? 0) * fu;
          const under = (data[below + c] ?? 0) * (1 - fu) + (data[below + 3 + c] ?? 0) * fu;
          colour[c] = black + (above * (1 - fv) + under * fv) * gain * (beats[cell + c] ?? 1);
        }
        const [gx, gy] = [(x / wide - glare.x) / glare.rx, (y / high - glare.y) / glare.ry];
        shine = glare.strength * Math.exp(-(gx * gx + gy * gy));
      } else {
        const edge = Math.max(-u, u - width, -v, (v - height) * 0.45);
        const frame = edge < 26;
        const ground = v > height * 0.98 ? desk : wall;
        for (let c = 0; c < 3; c++) colour[c] = frame ? 20 + (edge < 3 ? 14 : 0) : (ground[c] ?? 0) * 0.8;
      }
      const corner = (dx * dx + dy * dy) / (wide * wide + high * high);
      const lit = (1 + (slope[0] * dx) / wide + (slope[1] * dy) / high) * (1 - 0.9 * corner);
      const to = (y * wide + x) * 3;
      for (let c = 0; c < 3; c++) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        const grain = ((random & 0xff) + ((random >>> 8) & 0xff) + ((random >>> 16) & 0xff) - 382.5) / 128;
        const value = (colour[c] ?? 0) * lit * (tint[c] ?? 1) + shine + grain * noise;
        out[to + c] = Math.max(0, Math.min(value, 255));
      }
    }
  }
  return out;
}

/** Returns a photo of 12 megapixels of a screen (the bytes of an image file), as a telephone takes it: a JPEG, turned by its EXIF data if it was held upright. */
export async function photographed(chance: Chance, screenshot: Uint8Array, box: Box): Promise<Treated> {
  const { data, info } = await sharp(screenshot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const screen = { data, width: info.width, height: info.height };
  const portrait = chance.happens(0.3);
  const near = chance.happens(0.5);
  const shot = shotOf(chance, screen, box, near, portrait);
  const light = lightOf(chance);
  const blur = chance.between(0.5, 1.5);
  const raw = { width: shot.wide, height: shot.high, channels: 3 } as const;
  const seen = sharp(exposed(screen, shot, light, chance.whole(1, 1e9)), { raw }).blur(blur);
  const upright = chance.happens(0.5) ? 6 : 8;
  const held = portrait ? seen.rotate(upright === 6 ? 270 : 90) : seen;
  const bytes = await held
    .withMetadata(portrait ? { orientation: upright } : {})
    .jpeg({ quality: 80 })
    .toBuffer();
  return {
    bytes,
    treatment: [
      near ? 'photo of the window' : 'photo of the screen',
      ...(portrait ? [`upright by EXIF ${upright}`] : []),
      `tilted by ${shot.tilt}°`,
      `blur ${blur.toFixed(1)}`,
      `moiré ${light.moire.toFixed(2)}`,
      `glare ${Math.round(light.glare.strength)}`,
      `noise ${Math.round(light.noise)}`,
    ],
  };
}
