import { describe, expect, test } from 'vitest';
import type { Phrase } from '../../locales/language.ts';
import { writtenLanguages } from '../../src/bot/languages.ts';
import { asksForErasure, languageAsked, leavesBlank } from '../../src/bot/runtime/index.ts';
import { choiceOf } from '../../src/bot/understanding/choice.ts';
import { findCodes } from '../../src/bot/understanding/codes.ts';
import { saysHandBack, saysWithBot, saysWithdraw } from '../../src/bot/understanding/desk-words.ts';
import { fold } from '../../src/bot/understanding/fold.ts';
import { phrasesOf } from '../../src/bot/understanding/phrases.ts';
import { answersSight, deniesCodes, isCourtesy } from '../../src/bot/understanding/sight-answered.ts';
import { stepNamed } from '../../src/bot/understanding/step-named.ts';
import { urgencyIn } from '../../src/bot/understanding/urgency.ts';

const said = (words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .join(' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '');

/** Returns texts in which every word of a phrase stands once, with the least beside it. `{{…}}` is said as `name`. */
function examplesOf(phrase: Phrase, name = ''): readonly string[] {
  const named = phrase.map((part) => part.map((word) => word.replace(/^\{\{\w+\}\}$/, name)));
  const least = named.map((part) => (part.includes('') ? '' : (part[0] ?? '')));
  return named.flatMap((part, n) => part.map((word) => said(least.with(n, word))));
}

const choices = ['1', '2', '3'].map((id) => ({ id, label: `${id}x` }));

describe.each(writtenLanguages)('in the language $language', (entry) => {
  const { language, wish, erasure, picking, blank, name, codes, steps, deskWords: desk, urgency, sight } = entry;

  test('every word of a request for a language asks for it', () => {
    const texts = wish.requests.flatMap((request) => examplesOf(request, name));
    expect(texts.filter((text) => languageAsked(text) !== language)).toEqual([]);
  });

  test('every word of a request to erase is one', () => {
    const texts = erasure.requests.flatMap((request) => examplesOf(request));
    expect(texts.filter((text) => !asksForErasure({ type: 'text', text }))).toEqual([]);
  });

  test('every word beside a place picks the choice there', () => {
    const texts = picking.picks.flatMap((pick) => examplesOf(pick, '2'));
    expect(texts.filter((text) => choiceOf(text, fold(text), choices) !== '2')).toEqual([]);
  });

  test('every word for a place picks the choice there', () => {
    const { top, middle, last, ...numbers } = picking.places;
    const places = {
      ...numbers,
      1: [...numbers[1], ...top],
      2: [...numbers[2], ...middle],
      3: [...numbers[3], ...last],
    };
    const wrong = Object.entries(places).flatMap(([id, words]) =>
      words.filter((word) => choiceOf(word, fold(word), choices) !== choices.find((one) => one.id === id)?.id),
    );
    expect(wrong).toEqual([]);
  });

  test('every word that leaves a field out does', () => {
    const texts = blank.phrases.flatMap((phrase) => examplesOf(phrase));
    expect(texts.filter((text) => !leavesBlank(text))).toEqual([]);
  });

  test.each([
    ['takes a hand-over back', desk.withdraw, saysWithdraw],
    ['goes on with the bot', desk.withBot, saysWithBot],
    ['hands a case back to the bot', desk.handBack, saysHandBack],
  ] as const)('every word of a phrase that %s does', (_, phrases, says) => {
    expect(phrases.flatMap((phrase) => examplesOf(phrase)).filter((text) => !says(text))).toEqual([]);
  });

  test('every word that answers whether what was seen is right does, and only a courtesy is one', () => {
    const all = (phrases: typeof sight.yes) => phrases.flatMap((phrase) => examplesOf(phrase));
    expect(all(sight.yes).filter((text) => answersSight(text) !== 'yes')).toEqual([]);
    expect(all(sight.no).filter((text) => answersSight(text) !== 'no')).toEqual([]);
    expect(all(sight.polite).filter((text) => !isCourtesy(text) || answersSight(text) !== undefined)).toEqual([]);
    expect(sight.deniedAfter.filter((word) => !deniesCodes(said(['0xC004F074', word])))).toEqual([]);
    expect(sight.deniedBefore.filter((word) => !deniesCodes(said([word, '0xC004F074'])))).toEqual([]);
  });

  test('every word of how urgent it is says so', () => {
    const place = /\{\{(\w+)\}\}/;
    const filled = (word: string): readonly string[] => {
      const name = place.exec(word)?.[1];
      if (name === undefined) return [word];
      const words = name === 'number' ? ['5', '15'] : (urgency.classes[name] ?? []);
      return words.map((one) => word.replace(place, one));
    };
    const texts = urgency.said.flatMap(({ parts, followed }) => {
      const [first = ''] = followed;
      const end = first === '。' ? [''] : [first];
      return examplesOf([...parts.map((part) => part.flatMap(filled)), end]);
    });
    expect(texts.filter((text) => urgencyIn(text) === undefined)).toEqual([]);
  });

  test('no phrase can be empty', () => {
    const phrases = [
      ...[...wish.requests, ...erasure.requests, ...picking.picks, ...blank.phrases],
      ...[...sight.yes, ...sight.no, ...sight.polite],
      ...[...desk.withdraw, ...desk.withBot, ...desk.handBack],
    ];
    expect(phrases.filter((phrase) => phrasesOf([phrase])('') !== undefined)).toEqual([]);
  });

  test('every word about codes has the characters read beside it taken for one', () => {
    const texts = codes.about.map((word) => said([word.replace('*', ''), 'F074']));
    expect(texts.filter((text) => findCodes(text).length !== 1)).toEqual([]);
    const corrected = codes.corrects.map((word) => `0xC004F074 ${word} 0xC004F034`);
    expect(corrected.filter((text) => findCodes(text).join() !== '0xC004F034')).toEqual([]);
    const kept = codes.otherwise.map((word) => `0xC004F074 ${word} 0xC004F034`);
    expect(kept.filter((text) => findCodes(text).length !== 2)).toEqual([]);
  });

  test('every word beside a digit makes it a step', () => {
    const of = (text: string) => stepNamed(fold(text));
    expect(steps.before.filter((word) => of(said([`x, ${word}`, '2'])) !== 2)).toEqual([]);
    expect(steps.after.filter((word) => of(`x2${word}x`) !== 2)).toEqual([]);
    expect(steps.unless.filter((word) => of(`x2${word}x`) !== undefined)).toEqual([]);
    expect(steps.subject.filter((word) => of(`2${word}x`) !== 2)).toEqual([]);
  });
});
