import type { Chance } from '../random.ts';
import type { Page, Truth } from '../truth.ts';

/** What is given to a drawing of a screen. */
export interface Scene {
  readonly chance: Chance;
  readonly language: Truth['language'];
  readonly dark: boolean;
  /** The code that is shown where a page shows one. */
  readonly code: string;
  /** Width and height of the desktop in CSS pixels: a screen of 1920 by 1080 at its scaling. */
  readonly size: readonly [number, number];
  /** The person at the PC, shown by some pages. */
  readonly person: Person;
}

/** A person who was made up. */
export interface Person {
  readonly name: string;
  readonly mail: string;
}

/** A screen as HTML, and what is true of it. The element with the class `part` is what people crop to. */
export interface Screen {
  readonly page: Page;
  readonly html: string;
  readonly code: string | null;
  readonly organisation: boolean;
  readonly sentences: readonly string[];
  readonly secrets: readonly string[];
}

/** A drawing of a kind of screen. */
export type Draw = (scene: Scene) => Screen;

/** Returns a text as it is written in HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns a product key of the right form that no product has: the letters are those that keys use. */
export const productKey = (chance: Chance): string =>
  Array.from({ length: 5 }, () => chance.text('BCDFGHJKMPQRTVWXY2346789', 5)).join('-');

/** Returns an identifier like those that Windows shows, in lower-case letters. */
export const guid = (chance: Chance): string =>
  [8, 4, 4, 4, 12].map((length) => chance.text('0123456789abcdef', length)).join('-');

const people: Record<Truth['language'], readonly (readonly [string, string])[]> = {
  ja: [
    ['佐藤 花子', 'hanako.sato'],
    ['鈴木 一郎', 'i-suzuki'],
    ['高橋 美咲', 'misaki.t'],
    ['渡辺 健太', 'kenta_watanabe'],
    ['中村 さくら', 'nakamura.s'],
  ],
  en: [
    ['Emily Carter', 'emily.carter'],
    ['James Okafor', 'j.okafor'],
    ['Priya Nair', 'priya.nair'],
    ['Oliver Schmidt', 'oschmidt'],
    ['Maria Alvarez', 'maria_alvarez'],
  ],
};

/** Returns a made-up person with an address that nobody has (RFC 2606). */
export function personOf(chance: Chance, language: Truth['language']): Person {
  const [name, local] = chance.pick(people[language]);
  const host = chance.pick(['example.com', 'example.co.jp', 'corp.example.com', 'example.ac.jp', 'example.org']);
  return { name, mail: `${local}@${host}` };
}
