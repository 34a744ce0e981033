import { type Colour, png } from './png.ts';

type Point = readonly [x: number, y: number];
/** A predicate: returns true if a point of the unit square belongs to the shape. */
type Shape = (point: Point) => boolean;

const distance = ([x, y]: Point, [a, b]: Point) => Math.hypot(x - a, y - b);
/** Returns a map pin, the symbol of a guide: a circle with a tip below. */
const pin =
  (middle: Point, radius: number, tip: number): Shape =>
  ([x, y]) => {
    const far = tip - middle[1];
    const touch = middle[1] + (radius * radius) / far;
    const half = radius * Math.sqrt(1 - (radius / far) ** 2);
    return (
      distance([x, y], middle) < radius || (y > touch && Math.abs(x - middle[0]) < (half * (tip - y)) / (tip - touch))
    );
  };
const line =
  ([a, b]: Point, [c, d]: Point, width: number): Shape =>
  ([x, y]) => {
    const along = Math.min(1, Math.max(0, ((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2)));
    return distance([x, y], [a + along * (c - a), b + along * (d - b)]) < width / 2;
  };
/** Returns a tick, which stands for "activated". */
const tick = (width: number): Shape => {
  const [short, long] = [line([0.39, 0.42], [0.47, 0.5], width), line([0.47, 0.5], [0.61, 0.34], width)];
  return (point) => short(point) || long(point);
};

/** Returns how much of a pixel a shape covers, from 0 to 1 (antialiasing). */
function cover(shape: Shape, x: number, y: number, size: number): number {
  const fine = 4;
  const inside = Array.from(
    { length: fine * fine },
    (_, n): Point => [(x + ((n % fine) + 0.5) / fine) / size, (y + (Math.floor(n / fine) + 0.5) / fine) / size],
  ).filter(shape);
  return inside.length / (fine * fine);
}

const body = pin([0.5, 0.42], 0.26, 0.86);
const hollow = pin([0.5, 0.42], 0.2, 0.77);
const [mark, thinMark] = [tick(0.075), tick(0.085)];

/** Returns the colour icon, 192 × 192 pixels: a white pin with a tick, on a blue that deepens downwards. */
export function colourIcon(): Buffer {
  const size = 192;
  return png(size, (x, y): Colour => {
    const white = cover((point) => body(point) && !mark(point), x, y, size);
    const deep = y / size;
    const ground = [20 - 8 * deep, 122 - 42 * deep, 190 - 40 * deep];
    const [red = 0, green = 0, blue = 0] = ground.map((part) => Math.round(part + (255 - part) * white));
    return [red, green, blue, 255];
  });
}

/** Returns the outline icon, 32 × 32 pixels: white on transparent, as Teams requires. */
export function outlineIcon(): Buffer {
  const size = 32;
  const shape: Shape = (point) => (body(point) && !hollow(point)) || thinMark(point);
  return png(size, (x, y): Colour => [255, 255, 255, Math.round(255 * cover(shape, x, y, size))]);
}
