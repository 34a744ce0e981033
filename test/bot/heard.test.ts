import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { languages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { heardSentence } from '../../src/bot/view/heard.ts';
import { type Facts, type Slot, slotNames, slots } from '../../src/flows/facts.ts';

const single = slotNames.flatMap((slot) => slots[slot].map((value): Facts => ({ [slot]: value })));
const slotOf = (facts: Facts) => Object.keys(facts)[0] as Slot;
const pairs = single.flatMap((one, n) =>
  single.slice(n + 1).flatMap((other) => (slotOf(one) === slotOf(other) ? [] : [{ ...one, ...other }])),
);
const say = (facts: Facts, language: Language = 'ja') => heardSentence(facts, wordsIn(language)).join('|');

/** What a sentence may be, for each language: its greatest length in characters, its end, and what sounds wrong in it. */
const rules: Readonly<Record<Language, readonly [length: number, end: RegExp, wrong: RegExp]>> = {
  ja: [60, /のですね。$/, /([をにがのでとはも])\1|[、。]{2}|でのですね|[だす]のですね|\s{2}/],
  'ja-easy': [40, /のですね。$/, /([をにがのでとはも]) ?\1(?! )|[、。]{2}|でのですね|[だす]のですね|\s{2}/],
  en: [130, /^So [^.]+\.$/, /\b(\w+) \1\b|\band and\b|, and .*, and |\s{2}/],
};

describe.each(languages)('what was heard in %s', (language) => {
  const [length, end, wrong] = rules[language];
  // The blanks between easy words are no characters to read.
  const lengthOf = (text: string) => [...(language === 'ja-easy' ? text.replaceAll(' ', '') : text)].length;
  const sentences = [...single, ...pairs].map((facts) => say(facts, language));

  test('every fact and every two facts make one sentence that is short and ends as it should', () => {
    expect(sentences.length).toBeGreaterThan(4000);
    expect(sentences.filter((one) => lengthOf(one) > length || !end.test(one) || one.includes('|'))).toEqual([]);
  });

  test('no two facts double a particle or leave a gap', () => {
    expect(sentences.filter((one) => wrong.test(one) || /\{\{|undefined|heard:/.test(one))).toEqual([]);
  });

  test('every fact alone has a sentence of its own', () => {
    const alone = single.map((facts) => say(facts, language));
    expect(alone.filter((one, n) => alone.indexOf(one) !== n)).toEqual([]);
  });

  test('more facts than two make no longer a sentence', () => {
    const many = Object.assign({}, ...single) as Facts;
    expect(lengthOf(say(many, language))).toBeLessThanOrEqual(length);
  });
});

test.each<[Facts, string]>([
  [{ origin: 'used', message: 'watermark' }, '中古か譲り受けたPCで、右下に認証の文字が出ているのですね。'],
  [{ message: 'watermark', scam: 'paid', clock: 'wrong' }, 'お金か情報を渡したあとなのですね。'],
  [
    { origin: 'personal', data: 'backed-up', message: 'none' },
    'ご自分で用意したPCで、画面には何も出ていないのですね。',
  ],
  [{ origin: 'personal', data: 'lost', message: 'none' }, 'ご自分で用意したPCで、消えたデータがあるのですね。'],
  [{ vpn: 'on', malware: 'found' }, 'ウイルスなどが見つかったのですね。'],
  [{ recent: 'reinstall', data: 'lost' }, 'Windowsを入れ直したあとで、消えたデータがあるのですね。'],
])('the two weightiest facts are said, as one tells them: %o', (facts, sentence) => {
  expect(say(facts)).toBe(sentence);
});

test.each<[Facts, Facts]>([
  [{ origin: 'personal', provenance: 'retail' }, { provenance: 'retail' }],
  [{ origin: 'organization', provenance: 'employer', ownership: 'borrowed' }, { ownership: 'borrowed' }],
  [{ origin: 'used', provenance: 'employer' }, { origin: 'used' }],
  [{ hardware: 'changed', part: 'other' }, { part: 'other' }],
  [{ origin: 'used', key: 'unknown' }, { origin: 'used' }],
])('of facts that say the same the closest is said: %o', (facts, said) => {
  expect(say(facts)).toBe(say(said));
});

test('an error code alone has no sentence, and none is counted beside facts', () => {
  expect(heardSentence({ errorCodes: ['0xC004F074'] }, wordsIn('ja'))).toEqual([]);
  expect(say({ origin: 'organization', errorCodes: ['0xC004F074'] })).toBe('会社・学校のPCなのですね。');
});

test.each(languages)('what one does not know is only confirmed in %s', (language) => {
  expect(say({ key: 'unknown' }, language)).toBe(
    { ja: 'わかりました。', 'ja-easy': 'わかりました。', en: 'Got it.' }[language],
  );
});
