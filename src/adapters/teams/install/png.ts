import { crc32, deflateSync } from 'node:zlib';

/** The colour of a pixel: red, green, blue and opacity, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** Returns a square picture as a PNG file, `size` pixels wide: https://www.w3.org/TR/png-3/ */
export function png(size: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => colourAt(x, y)).flat(),
  ]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sides = Buffer.alloc(8);
  sides.writeUInt32BE(data.length, 0);
  sides.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([sides.subarray(0, 4), named, sides.subarray(4)]);
}
