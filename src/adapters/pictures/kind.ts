import type { Unread } from '../../bot/pictures.ts';

/** Bytes that a picture may have at most. */
export const maxBytes = 12 * 1024 * 1024;
/** Pixels that a picture may have at most. */
export const maxPixels = 40_000_000;

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** Brands of pictures in HEIF files, HEIC and AVIF among them: https://mp4ra.org/registered-types/brands */
const heif = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'hevm',
  'hevs',
  'mif1',
  'mif2',
  'msf1',
  'avif',
  'avis',
]);

/** Tells by its first bytes, without decoding, why a picture is not read; `undefined`: it is a PNG, JPEG, WebP or GIF of a size that is read. */
export function whyUnread(picture: Uint8Array): Unread | undefined {
  const head = latin(picture, 0, 12);
  if (head.slice(4, 8) === 'ftyp' && heif.has(head.slice(8, 12))) return 'heic';
  const known =
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF87a') ||
    head.startsWith('GIF89a') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'));
  if (!known) return 'not a picture';
  return picture.length > maxBytes ? 'too large' : undefined;
}
