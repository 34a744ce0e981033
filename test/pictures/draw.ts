import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { type Composed, composed } from './compose.ts';
import { type Box, photographed, type Treated } from './photo.ts';
import type { Chance } from './random.ts';
import type { Drawn, Form, Pictures } from './truth.ts';

/** Which pictures are drawn. */
export interface Options {
  /** A seed: the same pictures each time; another one, others. */
  readonly seed: number;
  readonly count: number;
  /** The place of the first, from 0: the picture of a place is the same whatever was drawn before. */
  readonly from: number;
  /** Screenshots, photos of a screen, or both by turns. */
  readonly as: 'screenshots' | 'photos' | 'both';
}

/** Starts the Chromium that draws. Throws an Error that says how to get one if there is none. */
export async function openBrowser(): Promise<Browser> {
  const places = [
    process.env['CHROMIUM'] ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const executablePath = places.find((file) => file !== '' && existsSync(file));
  if (executablePath === undefined)
    throw new Error('No Chromium found. On Debian: apt-get install chromium fonts-noto-cjk');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-lcd-text', '--font-render-hinting=none'],
  });
}

/** Returns where the element stands that people crop to, in pixels of the screen. */
async function partOf(page: Page, scale: number): Promise<Box> {
  const box = await page.locator('.part').first().boundingBox();
  if (box === null) throw new Error('A screen has no part to crop to');
  const x = Math.max(0, box.x * scale);
  const y = Math.max(0, box.y * scale);
  return {
    x,
    y,
    width: Math.min(1920, (box.x + box.width) * scale) - x,
    height: Math.min(1080, (box.y + box.height) * scale) - y,
  };
}

/** Returns a screenshot as it arrives: PNG, or JPEG; sometimes as small as a chat makes it. */
async function sent(chance: Chance, shot: Uint8Array, scale: number): Promise<Treated> {
  const { width } = await sharp(shot).metadata();
  const small = width > 1300 && chance.happens(0.35) ? (scale > 100 && chance.happens(0.4) ? 960 : 1280) : undefined;
  const image = small === undefined ? sharp(shot) : sharp(shot).resize({ width: small });
  const sized = small === undefined ? [] : [`${small} wide`];
  if (chance.happens(0.45)) return { bytes: await image.png().toBuffer(), treatment: sized };
  const quality = chance.whole(60, 85);
  return { bytes: await image.jpeg({ quality }).toBuffer(), treatment: [...sized, `JPEG ${quality}`] };
}

/** Returns a part of a screenshot cut out by hand: a little more or less than the window. */
async function cropped(chance: Chance, shot: Uint8Array, box: Box): Promise<Uint8Array> {
  const edge = () => chance.whole(-4, 40);
  const left = Math.max(0, Math.round(box.x - edge()));
  const top = Math.max(0, Math.round(box.y - edge()));
  const width = Math.min(1920, Math.round(box.x + box.width + edge())) - left;
  const height = Math.min(1080, Math.round(box.y + box.height + edge())) - top;
  return sharp(shot).extract({ left, top, width, height }).png().toBuffer();
}

async function drawOne(pages: ReadonlyMap<number, Page>, screen: Composed, photo: boolean): Promise<Drawn> {
  const { html, chance, ...told } = screen;
  const page = pages.get(told.scale);
  if (page === undefined) throw new Error(`No page at ${told.scale} %`);
  await page.setContent(html);
  const shot = await page.screenshot({ type: 'png' });
  const box = await partOf(page, told.scale / 100);
  const form: Form = photo ? 'photo' : chance.happens(0.55) ? 'cropped' : 'full';
  const { bytes, treatment } =
    form === 'photo'
      ? await photographed(chance, shot, box)
      : await sent(chance, form === 'full' ? shot : await cropped(chance, shot, box), told.scale);
  return { id: told.id, bytes, truth: { ...told, form, treatment } };
}

/** The pictures to tune with: sixty, a third of them photos. */
const usual: Options = { seed: 1, count: 60, from: 0, as: 'both' };

/** Draws pictures one after another; each has the same pixels for the same seed and place. Rejects if the browser ends. */
export async function* pictures(browser: Browser, { seed, count, from, as }: Options = usual): ReturnType<Pictures> {
  const pages = new Map<number, Page>();
  for (const scale of [100, 125, 150]) {
    const viewport = { width: Math.round(192000 / scale), height: Math.round(108000 / scale) };
    pages.set(scale, await browser.newPage({ viewport, deviceScaleFactor: scale / 100 }));
  }
  try {
    for (let at = from; at < from + count; at++) {
      const photo = as === 'photos' || (as === 'both' && at % 3 === 2);
      yield await drawOne(pages, composed(seed, at), photo);
    }
  } finally {
    for (const page of pages.values()) await page.close();
  }
}
