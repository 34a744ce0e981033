// The process that reads pictures, one after the other. It gets a picture as a message and answers with its text; it ends with the bot.
import { constants, getPriority, setPriority } from 'node:os';
import type { PictureText } from '../../bot/pictures.ts';
import { rereadCodes } from './codes.ts';
import { decode } from './decode.ts';
import { engines } from './engine.ts';
import { linesOf } from './lines.ts';
import { prepare } from './prepare.ts';

/** Bytes of memory at which it gives up; what the engines take of it is limited by the bot when it starts this. */
const maxMemory = 390_000_000;
/** Milliseconds between two looks at the memory. */
const look = 20;

/** Pixels of the short side of a picture on which there may be text. */
const smallest = 32;

// Whoever writes to the bot goes before a picture.
const low = constants.priority.PRIORITY_BELOW_NORMAL;
if (getPriority() < low) setPriority(low);
process.on('disconnect', () => process.exit());
setInterval(() => {
  if (process.memoryUsage.rss() > maxMemory) process.exit(1);
}, look).unref();

const { page, code } = await engines();

async function read(picture: Uint8Array): Promise<PictureText> {
  const grey = await decode(picture);
  if (typeof grey === 'string') return { outcome: 'unread', why: grey };
  // Tesseract stumbles over less, and nobody could read it.
  if (Math.min(grey.width, grey.height) < smallest) return { outcome: 'read', lines: [] };
  const prepared = await prepare(grey);
  return { outcome: 'read', lines: linesOf(rereadCodes(prepared, page(prepared), code)) };
}

process.on('message', async (picture: Uint8Array) => {
  const reading = await read(picture).catch(() => process.exit(1));
  process.send?.(reading);
});
