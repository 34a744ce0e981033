import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Returns the rows of a white picture, each behind the number of its filter: none. */
function white(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return rows;
}

/** Makes a white PNG in shades of grey of a size, whatever its rows hold: https://www.w3.org/TR/png-3/ */
export function png(width: number, height: number, rows = deflateSync(white(width, height))): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Makes a PNG whose rows hold no filter that exists, so that it opens and cannot be decoded. */
export const brokenPng = (): Buffer => png(100, 100, deflateSync(Buffer.alloc(101 * 100, 9)).subarray(0, 8));

/** Makes a GIF with a canvas of a size and as many frames of a size, of which only the first pixel is there: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export function gif(width: number, height: number, frames: number, side = 1): Buffer {
  const word = (value: number) => [value & 255, value >> 8];
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, ...word(side), ...word(side), 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([...word(width), ...word(height), 0x80, 0, 0, 255, 255, 255, 0, 0, 0]),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ]);
}
