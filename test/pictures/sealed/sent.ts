import sharp from 'sharp';
import type { Random } from './random.ts';

/** The widths to which chats and their previews scale a picture, in pixels. */
const widths = [720, 960, 1024, 1280, 1440, 1600];

/** Writes a screenshot as it reaches a chat: perhaps smaller, if its text stays at least as large as 80 % of that of a screen at 100 %, and as a file of some kind. `scale` is in percent. */
export async function sent(
  random: Random,
  png: Uint8Array,
  scale: number,
): Promise<{ readonly bytes: Uint8Array; readonly treatment: readonly string[] }> {
  const { width = 0 } = await sharp(png).metadata();
  const fitting = widths.filter((one) => one < width * 0.95 && one / width >= 80 / scale);
  const smaller = fitting.length > 0 && random.chance(0.55) ? random.pick(fitting) : undefined;
  const image = smaller === undefined ? sharp(png) : sharp(png).resize({ width: smaller });
  const said = smaller === undefined ? [] : [`${smaller} wide`];
  const quality = random.pick([70, 75, 80, 85, 90]);
  const kind = random.pick(['PNG', 'PNG', 'JPEG', 'JPEG', 'WebP'] as const);
  if (kind === 'PNG') return { bytes: await image.png().toBuffer(), treatment: [...said, 'PNG'] };
  const file = kind === 'JPEG' ? image.jpeg({ quality }) : image.webp({ quality });
  return { bytes: await file.toBuffer(), treatment: [...said, `${kind} ${quality}`] };
}
