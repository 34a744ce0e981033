import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}
/** Steps between two shades of a channel: text on white needs no more. */
const step = 17;

/** A PNG with 8 bits a channel again, with a palette of at most 256 colours: a third of the size. https://www.w3.org/TR/png-3/ */
export function withPalette(png: Buffer): Buffer {
  const chunks = read(png);
  const header = Buffer.from(chunks.find(({ type }) => type === 'IHDR')?.data ?? []);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = header[9] === 6 ? 4 : 3;
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = unfiltered(packed, width, height, bytes);
  const colours = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let n = 0; n < width * height; n += 1) {
    const shade = (at: number) => Math.round((pixels[n * bytes + at] ?? 0) / step) * step;
    const colour = shade(0) * 65_536 + shade(1) * 256 + shade(2);
    const index = colours.get(colour) ?? colours.size;
    colours.set(colour, index);
    rows[Math.floor(n / width) * (width + 1) + 1 + (n % width)] = index;
  }
  if (colours.size > 256) throw new Error(`${colours.size} colours are too many for a palette`);
  header[9] = 3;
  const palette = Buffer.from(
    [...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    png.subarray(0, 8),
    ...[
      { type: 'IHDR', data: header },
      { type: 'PLTE', data: palette },
      { type: 'IDAT', data: deflateSync(rows, { level: 9, memLevel: 9 }) },
      { type: 'IEND', data: Buffer.alloc(0) },
    ].map(write),
  ]);
}

function read(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) });
    at += size + 12;
  }
  return chunks;
}

function write({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** Takes back the filter of each row. */
function unfiltered(packed: Buffer, width: number, height: number, bytes: number): Buffer {
  const stride = width * bytes;
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= bytes ? (out[at - bytes] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= bytes && y > 0 ? (out[at - stride - bytes] ?? 0) : 0;
      out[at] = (packed[at + y + 1] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
