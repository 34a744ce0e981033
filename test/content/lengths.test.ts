import { describe, expect, test } from 'vitest';
import { entryOf, languages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { listIds } from '../../src/flows/lists.ts';

const characters = (text: string) => [...text].length;
const wordCount = (text: string) => text.split(/\s+/).length;

/** How the length of a text is told in a language, and how long a text may be that a worried person reads. */
interface Measure {
  readonly length: (text: string) => number;
  /** What stands between two texts that are told as one. */
  readonly between: string;
  readonly headline: number;
  readonly purpose: number;
  readonly list: number;
  readonly step: number;
  readonly advice: number;
  /** An advice by which something may be saved: after a scam, or with a drive that fails. */
  readonly warning: number;
}
const measures: Readonly<Record<Language, Measure>> = {
  ja: { length: characters, between: '', headline: 30, purpose: 60, list: 300, step: 160, advice: 220, warning: 300 },
  // The blanks between the words are no characters to read.
  'ja-easy': {
    length: (text) => characters(text.replaceAll(' ', '')),
    between: '',
    headline: 30,
    purpose: 60,
    list: 300,
    step: 160,
    advice: 220,
    warning: 300,
  },
  en: { length: wordCount, between: ' ', headline: 9, purpose: 20, list: 150, step: 80, advice: 110, warning: 150 },
};
/** What the headline of a step must not leave out, by its place in its list. */
const kept: readonly (readonly [(typeof listIds)[number], number, Readonly<Record<Language, string>>])[] = [
  ['P2', -2, { ja: '保護をオンに戻す', 'ja-easy': 'オンに もどす', en: 'turn protection back on' }],
  ['O3', -1, { ja: 'キーは買わない', 'ja-easy': 'キーは 買わない', en: "don't buy a key" }],
  ['U3', -1, { ja: 'PCから外す', 'ja-easy': '外す', en: 'unplug the external drive' }],
];

describe.each(languages)('the lengths in %s', (language) => {
  const measure = measures[language];
  const { lists, prompts, situations } = entryOf(language).texts;
  const longer = (most: number, texts: readonly string[]) => texts.filter((text) => measure.length(text) > most);
  const whole = (...texts: readonly string[]) => texts.join(measure.between);

  test('every step has a headline, which fits on a line and is no sentence', () => {
    const counts = (part: 'headlines' | 'steps') => listIds.map((id) => [id, lists[id][part].length]);
    expect(counts('headlines')).toEqual(counts('steps'));
    const headlines = listIds.flatMap((id) => lists[id].headlines);
    expect(longer(measure.headline, headlines)).toEqual([]);
    expect(headlines.filter((text) => /[。.]$/.test(text))).toEqual([]);
  });

  test('the headlines keep what must not be missed: protection goes back on, no key is bought, the drive is unplugged', () => {
    const lost = kept.filter(([id, place, words]) => !lists[id].headlines.at(place)?.includes(words[language]));
    expect(lost.map(([id]) => id)).toEqual([]);
  });

  test('the purpose of a list is one short sentence', () => {
    const purposes = listIds.map((id) => lists[id].purpose);
    expect(longer(measure.purpose, purposes)).toEqual([]);
    expect(purposes.filter((text) => !/^[^。.]+[。.]$/.test(text))).toEqual([]);
  });

  test('a list by its headlines, and each of its steps in full, are short', () => {
    const outlines = listIds.map((id) => whole(lists[id].title, lists[id].purpose, ...lists[id].headlines));
    expect(longer(measure.list, outlines)).toEqual([]);
    const steps = listIds.flatMap((id) => lists[id].steps);
    expect(longer(measure.step, steps)).toEqual([]);
  });

  test('an advice is short as a whole, and a warning is not much longer', () => {
    const { wait, putback, drive, lost } = prompts;
    const { 'scam-paid': paid, 'scam-installed': installed, 'scam-told': told, ...others } = situations;
    const advice = (all: readonly { title: string; text: string; steps: readonly string[] }[]) =>
      all.map(({ title, text, steps }) => whole(title, text, ...steps));
    expect(longer(measure.advice, advice([wait, putback, ...Object.values(others)]))).toEqual([]);
    expect(longer(measure.warning, advice([drive, lost, paid, installed, told]))).toEqual([]);
  });
});
