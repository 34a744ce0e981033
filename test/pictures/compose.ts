import { type Chance, chanceOf } from './random.ts';
import { style } from './screens/desktop.ts';
import { screens } from './screens/index.ts';
import { personOf, type Screen } from './screens/screen.ts';
import { drawnCodes } from './screens/sentences.ts';
import type { Truth } from './truth.ts';

/** A screen that is to be drawn: a whole HTML page, what is true of it, and the chance by which it goes on. */
export interface Composed extends Omit<Screen, 'html'>, Pick<Truth, 'id' | 'language' | 'dark' | 'scale'> {
  readonly html: string;
  readonly chance: Chance;
}

/** Composes the screen of a place in a set: the same for the same seed and place. */
export function composed(seed: number, at: number): Composed {
  const chance = chanceOf(Math.imul(seed, 0x9e3779b1) + Math.imul(at, 0x85ebca6b));
  const language: Truth['language'] = chance.happens(0.65) ? 'ja' : 'en';
  const scale = chance.pick([100, 100, 125, 125, 150]);
  const dark = chance.happens(0.35);
  const size = [Math.round(192000 / scale), Math.round(108000 / scale)] as const;
  const scene = { chance, language, dark, code: chance.pick(drawnCodes), size, person: personOf(chance, language) };
  const { html, ...told } = chance.pick(screens)(scene);
  return {
    ...told,
    id: `${seed}-${String(at).padStart(3, '0')}`,
    language,
    dark,
    scale,
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${style(scene)}</style><body>${html}</body></html>`,
    chance,
  };
}
