import { expect, test } from 'vitest';
import codes from '../../src/flows/codes.json' with { type: 'json' };
import { composed } from './compose.ts';

const many = Array.from({ length: 400 }, (_, at) => composed(1, at));

/** Returns what a person can read of a page. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');

test('the screen of a place is the same each time, and another one for another seed', () => {
  expect(composed(1, 7).html).toBe(many[7]?.html);
  expect(composed(2, 7).html).not.toBe(many[7]?.html);
});

test('what is said to be true of a screen stands on it', () => {
  for (const { id, page, html, code, sentences, secrets } of many) {
    const text = textOf(html);
    for (const shown of [...sentences, ...secrets, ...(code === null ? [] : [code])]) {
      expect(text, `${id} ${page}`).toContain(shown);
    }
  }
});

test('no code of the catalogue stands on a screen of which it is not said', () => {
  for (const { id, html, code } of many) {
    const shown = textOf(html).match(/0x[\dA-F]{8}/g) ?? [];
    expect(
      shown.filter((one) => one in codes && one !== code),
      id,
    ).toEqual([]);
  }
});

test('every kind of page is drawn in both languages', () => {
  const pages = new Set(many.map(({ page }) => page));
  expect(pages.size).toBe(12);
  for (const language of ['ja', 'en']) {
    expect(new Set(many.filter((one) => one.language === language).map(({ page }) => page))).toEqual(pages);
  }
});
