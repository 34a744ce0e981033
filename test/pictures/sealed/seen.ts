import type { Page } from 'playwright-core';
import type { Rect } from './camera.ts';

/** A marked text on a screen: what it is, what it says, its place in CSS pixels, and whether nothing hides it, or not all of it. */
interface Marked {
  readonly is: readonly string[];
  readonly text: string;
  readonly rect: Rect;
  readonly whole: boolean;
  readonly any: boolean;
}

/** Runs in the page: finds the marked texts, and asks at several points of each line whether something lies over it. */
const look = `[...document.querySelectorAll('[data-is]')].map((element) => {
  const seen = [...element.getClientRects()].flatMap((r) =>
    [0.02, 0.5, 0.98].map((share) => {
      const hit = document.elementFromPoint(r.left + r.width * share, r.top + r.height / 2);
      return hit !== null && element.contains(hit);
    }));
  const { x, y, width, height } = element.getBoundingClientRect();
  return {
    is: element.dataset.is.split(' '), text: element.textContent.trim(), rect: { x, y, width, height },
    whole: seen.length > 0 && seen.every((one) => one), any: seen.some((one) => one),
  };
})`;

/** What a picture of a page shows of the marked texts: those of a kind that are in it as a whole, or in part. */
export interface Seen {
  readonly whole: (is: string) => string[];
  readonly inPart: (is: string) => string[];
}

/** Looks which marked texts of a page are in a picture of it; `holds` says whether a point of the page, in CSS pixels, is in the picture. */
export async function seenOn(page: Page): Promise<(holds: (x: number, y: number) => boolean) => Seen> {
  const marks = await page.evaluate<Marked[]>(look);
  return (holds) => {
    const points = ({ x, y, width, height }: Rect) =>
      [x, x + width / 2, x + width].flatMap((across) =>
        [y, y + height / 2, y + height].map((down) => holds(across, down)),
      );
    const texts = (is: string, fits: (mark: Marked) => boolean) =>
      marks.filter((mark) => mark.is.includes(is) && fits(mark)).map((mark) => mark.text);
    return {
      whole: (is) => texts(is, (mark) => mark.whole && points(mark.rect).every((one) => one)),
      inPart: (is) => texts(is, (mark) => mark.any && points(mark.rect).some((one) => one)),
    };
  };
}
