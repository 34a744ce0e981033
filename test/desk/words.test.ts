import { describe, expect, test } from 'vitest';
import { readContacts } from '../../src/adapters/contacts.ts';
import { noteHead } from '../../src/adapters/desk/text.ts';
import { promise } from '../../src/bot/desk/promise.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { languages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { promiseSentence, specialistSentence } from '../../src/bot/view/promise.ts';
import { answered } from './outside.ts';
import { hoursOf, inTokyo, tokyo } from './sample.ts';

const hours = hoursOf();
const said = (language: Language, time: string, others: object) => {
  const at = tokyo(time);
  return promiseSentence(promise(hoursOf(others), at), wordsIn(language), at, hours.zone);
};
const always = [{ days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '00:00', to: '24:00' }];

type Told = readonly [fact: string, time: string, others: object, ja: string, easy: string, en: string];
/** When a person is told what, in Japanese, in easy Japanese and in English, by a desk that answers within two hours. */
const facts: readonly Told[] = [
  [
    'today by a time, while the desk is open',
    '2026-11-30 13:05',
    {},
    '今日の15時半ごろまでに、担当者がお返事します。',
    '今日の 15時半ごろまでに、係の 人が 返事を します。',
    'The support desk will answer you by about 15:30 today.',
  ],
  [
    'tomorrow morning, where too little of today is left',
    '2026-11-30 16:40',
    {},
    '明日の朝10時半ごろまでに、担当者がお返事します。',
    '明日の 朝 10時半ごろまでに、係の 人が 返事を します。',
    'The support desk will answer you by about 10:30 tomorrow morning.',
  ],
  [
    'on Monday, on a Friday at 17:29',
    '2026-11-27 17:29',
    {},
    '月曜日（11月30日）の11時ごろまでに、担当者がお返事します。',
    '月曜日（11月30日）の 11時ごろまでに、係の 人が 返事を します。',
    'The support desk will answer you by about 11:00 on Monday 30 November.',
  ],
  [
    'when the desk is open again, on a Friday at 17:31',
    '2026-11-27 17:31',
    {},
    '今は、担当窓口の対応時間外です。月曜日（11月30日）の9時に対応を始め、11時ごろまでに担当者がお返事します。',
    '今は、係の 人が 休みの 時間です。月曜日（11月30日）の 9時から、係の 人が います。11時ごろまでに、返事を します。',
    'The support desk is closed at the moment. It opens at 9:00 on Monday 30 November and will answer you by about 11:00.',
  ],
  [
    'the date after the holidays, at the end of the year',
    '2026-12-28 18:00',
    {},
    '今は、担当窓口の対応時間外です。1月4日（月曜日）の9時に対応を始め、11時ごろまでに担当者がお返事します。',
    '今は、係の 人が 休みの 時間です。1月4日（月曜日）の 9時から、係の 人が います。11時ごろまでに、返事を します。',
    'The support desk is closed at the moment. It opens at 9:00 on Monday 4 January and will answer you by about 11:00.',
  ],
  [
    'tomorrow morning, in the evening',
    '2026-11-30 20:00',
    {},
    '今は、担当窓口の対応時間外です。明日の朝9時に対応を始め、11時ごろまでに担当者がお返事します。',
    '今は、係の 人が 休みの 時間です。明日の 朝 9時から、係の 人が います。11時ごろまでに、返事を します。',
    'The support desk is closed at the moment. It opens at 9:00 tomorrow morning and will answer you by about 11:00.',
  ],
  [
    'both days, where the answer takes longer than the day on which the desk opens',
    '2026-11-28 12:00',
    { answersWithin: 600 },
    '今は、担当窓口の対応時間外です。月曜日（11月30日）の9時に対応を始め、火曜日（12月1日）の10時半ごろまでに担当者がお返事します。',
    '今は、係の 人が 休みの 時間です。月曜日（11月30日）の 9時から、係の 人が います。火曜日（12月1日）の 10時半ごろまでに、返事を します。',
    'The support desk is closed at the moment. It opens at 9:00 on Monday 30 November and will answer you by about 10:30 on Tuesday 1 December.',
  ],
  [
    'tomorrow afternoon, and a closing time to the minute',
    '2026-11-30 20:00',
    { open: [{ days: ['tue'], from: '13:00', to: '14:50' }], answersWithin: 110 },
    '今は、担当窓口の対応時間外です。明日の13時に対応を始め、14時50分ごろまでに担当者がお返事します。',
    '今は、係の 人が 休みの 時間です。明日の 13時から、係の 人が います。14時50分ごろまでに、返事を します。',
    'The support desk is closed at the moment. It opens at 13:00 tomorrow and will answer you by about 14:50.',
  ],
  [
    'midnight as the end of today',
    '2026-11-30 22:00',
    { open: always },
    '今日の24時ごろまでに、担当者がお返事します。',
    '今日の 24時ごろまでに、係の 人が 返事を します。',
    'The support desk will answer you by about midnight today.',
  ],
];

describe.each(facts)('a person is told %s', (_, time, others, ja, easy, en) => {
  test.each([
    ['ja', ja],
    ['ja-easy', easy],
    ['en', en],
  ] as const)('in %s', (language, sentence) => {
    expect(said(language, time, others)).toBe(sentence);
  });
});

describe('the sentences of a year, read by somebody who only knows Japanese', () => {
  /** Returns the times that a sentence names, in epoch milliseconds, from its words alone. */
  const read = (sentence: string, now: number): readonly number[] => {
    let date = inTokyo(now).slice(0, 10);
    const on = (text: string, days: number) =>
      text === '' ? '' : inTokyo(tokyo(`${text} 12:00`) + days * 86_400_000).slice(0, 10);
    const moment =
      /(?:(今日)の|(明日)の朝?|(?:日|月|火|水|木|金|土)曜日（(\d+)月(\d+)日）の|(\d+)月(\d+)日（.曜日）の)?(\d+)時(半)?(?=に|ごろ)/g;
    return [...sentence.matchAll(moment)].map(
      ([, today, tomorrow, month, day, laterMonth, laterDay, hour = '', half]) => {
        const named = [month ?? laterMonth, day ?? laterDay].map((part) => part?.padStart(2, '0'));
        if (today) date = on(inTokyo(now).slice(0, 10), 0);
        else if (tomorrow) date = on(inTokyo(now).slice(0, 10), 1);
        else if (named[0] !== undefined) {
          const thisYear = `${inTokyo(now).slice(0, 4)}-${named.join('-')}`;
          date =
            thisYear >= inTokyo(now).slice(0, 10) ? thisYear : `${Number(thisYear.slice(0, 4)) + 1}-${named.join('-')}`;
        }
        return tokyo(`${date} ${hour.padStart(2, '0')}:${half ? '30' : '00'}`);
      },
    );
  };

  test('name exactly the times that are promised', () => {
    const words = wordsIn('ja');
    const wrong: string[] = [];
    for (let at = tokyo('2026-04-01 00:03'); at < tokyo('2027-04-01 00:00'); at += 181 * 60_000) {
      const promised = promise(hours, at);
      const sentence = promiseSentence(promised, words, at, hours.zone);
      const times =
        promised.kind === 'none' ? [] : promised.kind === 'within' ? [promised.by] : [promised.opens, promised.by];
      if (String(read(sentence, at)) !== String(times)) wrong.push(`${inTokyo(at)}: ${sentence}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('a day that is more than half a year ahead is told with its year, and minutes as a clock shows them', () => {
  const far = { kind: 'from', opens: tokyo('2027-10-04 09:05'), by: tokyo('2027-10-05 09:00') } as const;
  const sentences = languages.map((language) =>
    promiseSentence(far, wordsIn(language), tokyo('2026-11-30 12:00'), hours.zone),
  );
  expect(sentences).toEqual([
    '今は、担当窓口の対応時間外です。2027年10月4日（月曜日）の9時5分に対応を始め、2027年10月5日（火曜日）の9時ごろまでに担当者がお返事します。',
    'The support desk is closed at the moment. It opens at 9:05 on Monday 4 October 2027 and will answer you by about 9:00 on Tuesday 5 October 2027.',
    '今は、係の 人が 休みの 時間です。2027年10月4日（月曜日）の 9時5分から、係の 人が います。2027年10月5日（火曜日）の 9時ごろまでに、返事を します。',
  ]);
});

test('where nothing is promised, nothing is said', () => {
  const at = tokyo('2026-11-30 12:00');
  expect(languages.map((language) => promiseSentence(promise(null, at), wordsIn(language), at, hours.zone))).toEqual(
    languages.map(() => ''),
  );
});

test('times are told in the zone that is asked for', () => {
  const at = tokyo('2026-11-30 13:05');
  expect(promiseSentence(promise(hours, at), wordsIn('en'), at, 'Europe/Berlin')).toBe(
    'The support desk will answer you by about 7:30 today.',
  );
});

test('whoever fears for data is told name, telephone and hours of the specialist as they are configured, and no more', () => {
  const contacts = readContacts(new URL('../../src/adapters/contacts.json', import.meta.url));
  expect(languages.map((language) => specialistSentence(wordsIn(language), contacts[language]))).toEqual([
    'データが心配なときは、お返事を待たずにデジタルデータリカバリーへ相談できます。電話は0800-333-6302、受付は24時間です。',
    'If you are worried about your data, there is no need to wait: call Digital Data Recovery (デジタルデータリカバリー). Phone: 0800-333-6302 (in Japan), hours: at any hour.',
    'データが 心配な ときは、返事を 待たないで、デジタルデータリカバリーに 相談できます。電話は 0800-333-6302、受けつけは 24時間です。',
  ]);
});

test('a desk reads of an answer who gave it, that it came after the end of the case, and how many files came with it', () => {
  const told = (late: boolean, language: Language) => noteHead({ ...answered, late }, wordsIn(language));
  expect(told(false, 'ja')).toBe('鈴木さんが、本人に返事しました。');
  expect(told(true, 'ja')).toBe('相談が終わったあとに、鈴木さんが返事しました。返事は本人に届きます。');
  expect(told(true, 'en')).toContain('鈴木 replied after the case was closed');
  expect(noteHead({ ...answered, files: 2 }, wordsIn('ja'))).toBe(
    '鈴木さんが、本人に返事しました。（ファイル2件つき）',
  );
});
