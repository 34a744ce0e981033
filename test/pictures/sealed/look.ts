import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asShown } from './codes.ts';
import type { Random } from './random.ts';
import type { Person } from './secrets.ts';

/** How a screen looks, and who sits before it. Lengths are CSS pixels. */
export interface Look {
  readonly random: Random;
  readonly language: 'ja' | 'en';
  readonly dark: boolean;
  readonly width: number;
  readonly height: number;
  readonly code: string;
  readonly who: Person;
  readonly font: string;
  /** The font of old dialogue boxes. */
  readonly oldFont: string;
  readonly mono: string;
  readonly accent: string;
  readonly wallpaper: string;
}

/** What a part of a text is, which the truth of a picture is taken from if it can be seen. */
type Mark = 'code' | 'secret' | 'sentence' | 'organisation';

/** Writes a text so that HTML shows it as it is. */
export const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Marks a text as what it is: several words if it is several things. */
export const mark = (what: Mark | 'sentence organisation', text: string) =>
  `<span data-is="${what}">${plain(text)}</span>`;

/** Shows the code of a screen. */
export const code = (look: Look) =>
  `<span data-is="code" style="white-space:nowrap">${asShown(look.random, look.code)}</span>`;

/** Gives the Japanese or the English of two texts. */
export const say = (look: Look, ja: string, en: string) => (look.language === 'ja' ? ja : en);

const dependencies = join(import.meta.dirname, '../../../node_modules');

/** Gives a rule of CSS for a font that a development dependency brings along; an empty text if it brings none (any more), so that the next font of a list is taken. */
function face(family: string, folder: string, file: RegExp): string {
  const home = join(dependencies, folder);
  const name = existsSync(home) ? readdirSync(home).find((one) => file.test(one)) : undefined;
  if (name === undefined) return '';
  const data = readFileSync(join(home, name)).toString('base64');
  return `@font-face { font-family: '${family}'; src: url(data:font/woff2;base64,${data}); font-weight: 200 800 }`;
}

/** Gives the rules of the fonts beside those of the system: a stranger's sans, and the one of Windows Terminal. */
export const faces = () =>
  face('Cascadia', '@microsoft/m365agentsplayground/dist/client/static/media', /^CascadiaCode\..*woff2$/) +
  face('Geist', 'emulate/dist/fonts', /^geist-sans\.woff2$/);

const fonts = {
  ja: [
    "font-family:'Noto Sans CJK JP';font-feature-settings:'palt';letter-spacing:.01em",
    "font-family:'Liberation Sans','Noto Sans CJK JP'",
    "font-family:'Geist','Noto Sans CJK JP';font-feature-settings:'palt'",
    "font-family:'DejaVu Sans Condensed','Noto Sans CJK JP'",
    "font-family:'Liberation Sans','Noto Sans CJK SC'",
    "font-family:'Geist','Noto Sans CJK JP';letter-spacing:.03em",
    "font-family:'Noto Sans CJK HK';letter-spacing:-.02em",
  ],
  en: [
    "font-family:'Geist','Liberation Sans'",
    "font-family:'Liberation Sans'",
    "font-family:'DejaVu Sans';font-size-adjust:.5",
    "font-family:'Noto Sans CJK KR','Noto Sans CJK JP'",
    "font-family:'DejaVu Sans Condensed'",
    "font-family:'Geist','Liberation Sans';letter-spacing:.02em",
  ],
} as const;
const oldFonts = {
  ja: [
    "font-family:'Noto Sans Mono CJK JP'",
    "font-family:'DejaVu Sans Condensed','Noto Sans CJK JP'",
    "font-family:'Liberation Sans','Noto Sans CJK JP'",
  ],
  en: [
    "font-family:'DejaVu Sans Condensed'",
    "font-family:'Liberation Sans'",
    "font-family:'Liberation Sans Narrow';letter-spacing:.04em",
  ],
} as const;
const monos = [
  "font-family:'Cascadia','Noto Sans Mono CJK JP'",
  "font-family:'DejaVu Sans Mono','Noto Sans Mono CJK JP'",
  "font-family:'Liberation Mono','Noto Sans Mono CJK JP'",
  "font-family:'Noto Sans Mono CJK JP'",
];
const accents = ['#0067c0', '#c2410c', '#0f766e', '#7c3aed', '#be185d', '#4d7c0f', '#475569'];
const wallpapers = [
  'radial-gradient(circle at 60% 60%, #7cc4ff 0, #1b5fc4 35%, #0a2a6b 80%)',
  'linear-gradient(160deg, #f6d9c4, #d98f7a 45%, #5b3f5e)',
  'linear-gradient(20deg, #0d1b2a, #1b3a4b 50%, #2c6e63)',
  'repeating-radial-gradient(circle at 20% 120%, #274472 0 90px, #2f5288 90px 180px)',
  'linear-gradient(#a7d3e8 0 55%, #6f9f57 55% 70%, #4b7a3b)',
  'linear-gradient(#2b2b2b, #101010)',
  'conic-gradient(from 40deg at 70% 40%, #ffd6e0, #c8b6ff, #b8c0ff, #ffd6e0)',
  '#00648c',
];

/** Makes a look by chance. */
export function lookOf(given: Pick<Look, 'random' | 'language' | 'dark' | 'width' | 'height' | 'code' | 'who'>): Look {
  const { random, language } = given;
  return {
    ...given,
    font: random.pick<string>(fonts[language]),
    oldFont: random.pick<string>(oldFonts[language]),
    mono: random.pick(monos),
    accent: random.pick(accents),
    wallpaper: random.pick(wallpapers),
  };
}
