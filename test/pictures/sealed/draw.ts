import type { Browser } from 'playwright-core';
import type { Drawn, Form } from '../truth.ts';
import { photograph, type Rect } from './camera.ts';
import { codeFor } from './codes.ts';
import { lookOf } from './look.ts';
import type { Planned } from './plan.ts';
import { type Random, random as seeded } from './random.ts';
import { person } from './secrets.ts';
import { seenOn } from './seen.ts';
import { sent } from './sent.ts';
import { sheet } from './shell.ts';

const times = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

/** Widens a rectangle by up to so many pixels at each side, but not over an edge. */
function widened(random: Random, rect: Rect, by: number, edge: { readonly width: number; readonly height: number }) {
  const more = () => random.between(0, by);
  const x = Math.max(0, Math.floor(rect.x - more()));
  const y = Math.max(0, Math.floor(rect.y - more()));
  const width = Math.min(edge.width, Math.ceil(rect.x + rect.width + more())) - x;
  return { x, y, width, height: Math.min(edge.height, Math.ceil(rect.y + rect.height + more())) - y };
}

/** Chooses a screen in pixels and its scaling in percent: most are 1080p, some photos are of a small laptop. */
function screenFor(random: Random, photo: boolean) {
  const scale = random.pick([100, 125, 150]);
  return photo && random.chance(0.3) ? { across: 1366, down: 768, scale: 100 } : { across: 1920, down: 1080, scale };
}

/** Draws a picture: the screen in the browser, then the file as it is sent. What is true of it is what can be seen in it. Throws if the screen has not the part that is to be shown. */
export async function draw(browser: Browser, planned: Planned, faces: string): Promise<Drawn> {
  const { id, page: shown, language, photo } = planned;
  const random = seeded(id);
  const { across, down, scale } = screenFor(random, photo);
  const zoom = scale / 100;
  const size = { width: across / zoom, height: down / zoom };
  const code = codeFor(random, planned.kind);
  const look = lookOf({ random, language, dark: random.chance(0.4), ...size, code, who: person(random, language) });
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: zoom });
  try {
    const page = await context.newPage();
    await page.setContent(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${sheet(look, faces)}</style><body>${planned.scene(look)}</body></html>`,
    );
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const part = random.chance(photo ? 0.45 : 0.4) ? 'screen' : random.chance(0.7) ? 'window' : 'pane';
    const box = (await page.locator(`[data-part="${part}"]`).boundingBox()) ?? undefined;
    if (box === undefined) throw new Error(`${id} has no ${part}`);
    const clip = part === 'screen' ? { x: 0, y: 0, ...size } : widened(random, box, part === 'pane' ? 6 : 60, size);
    const form: Form = photo ? 'photo' : part === 'screen' ? 'full' : 'cropped';
    const seenIn = await seenOn(page);
    const taken = photo
      ? await photograph(random, await page.screenshot(), times(clip, zoom))
      : {
          ...(await sent(random, await page.screenshot({ clip }), scale)),
          holds: (x: number, y: number) =>
            x >= clip.x * zoom &&
            y >= clip.y * zoom &&
            x <= (clip.x + clip.width) * zoom &&
            y <= (clip.y + clip.height) * zoom,
        };
    const seen = seenIn((x, y) => taken.holds(x * zoom, y * zoom));
    return {
      id,
      bytes: taken.bytes,
      truth: {
        id,
        language,
        page: shown,
        code: seen.whole('code').length > 0 ? code : null,
        organisation: seen.whole('organisation').length > 0,
        sentences: seen.whole('sentence'),
        secrets: seen.inPart('secret'),
        dark: look.dark,
        scale,
        form,
        treatment: taken.treatment,
      },
    };
  } finally {
    await context.close();
  }
}
