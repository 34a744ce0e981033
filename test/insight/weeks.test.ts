import { expect, test } from 'vitest';
import { newsText } from '../../src/adapters/desk/text.ts';
import { newsData } from '../../src/adapters/desk/webhook-event.ts';
import { tellWeek } from '../../src/adapters/insight/weeks.ts';
import { newsMessage } from '../../src/adapters/slack/desk/news.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { newsCard } from '../../src/adapters/teams/desk/news.ts';
import type { DeskNews, WeekFigures } from '../../src/bot/ports.ts';
import type { Occurrence } from '../../src/bot/storage.ts';
import { row } from '../store/rows.ts';

const at = (time: string) => Date.parse(`${time}+09:00`);
const desks = [
  { id: 'it', takes: ['it-admin'] },
  { id: 'data', takes: ['specialist'] },
] as const;
const what = (kind: Occurrence['kind'], name: string, seconds: number | null = null): Occurrence => ({
  ...{ kind, name, from: '', seconds },
});

/** A database in which so many cases occurred at a time, and what desks are told of it. */
async function week(time: string, cases: number) {
  const database = await sqlite(':memory:');
  const notices = noticesOf(database);
  const store = storeOf(database);
  for (let n = 0; n < cases; n += 1) {
    const all = [
      what('begun', 'slack'),
      what('ended', n < 7 ? 'resolved' : 'escalated'),
      what('answered', 'it', 600 * n),
    ];
    const occurrences = { hour: at(time), channel: 'slack', origin: '', code: '', situation: '', all };
    await store.save(row({ occurrences }));
  }
  const settings = { zone: 'Asia/Tokyo', url: 'https://bot.example.com/insight' };
  return {
    tell: (now: string) =>
      tellWeek({ settings, database, notices, desks, now: () => at(now), log: { warn: () => {} } }),
    told: async (now: string) =>
      (await notices.claim(at(now), at(now) + 1_000)).map(({ desk, news }) => ({ desk, news })),
    end: () => store.close(),
  };
}

test('on Monday at nine a desk that takes letters to the IT desk is told the week before, once', async () => {
  const { tell, told, end } = await week('2026-11-25T12:00', 12);
  expect(await tell('2026-11-29T12:00')).toBe(false);
  expect(await tell('2026-11-30T08:59')).toBe(false);
  expect(await told('2026-11-30T08:59')).toEqual([]);
  await Promise.all([tell('2026-11-30T09:00'), tell('2026-11-30T09:00')]);
  const [one, ...more] = await told('2026-11-30T09:01');
  expect(more).toEqual([]);
  expect(one?.desk).toBe('it');
  expect(one?.news).toMatchObject({
    kind: 'week',
    week: {
      ...{ from: '2026-11-23', to: '2026-11-29', begun: 12, answer: 3_000, notUnderstood: 0 },
      ends: { resolved: 7, escalated: 5, solved_by_desk: 0, cancelled: 0, idle: 0 },
    },
  });
  await end();
});

test('where nothing ran on Monday it is told until Wednesday, and not later', async () => {
  const { tell, told, end } = await week('2026-11-25T12:00', 12);
  expect(await tell('2026-12-03T09:00')).toBe(false);
  expect(await told('2026-12-03T09:00')).toEqual([]);
  expect(await tell('2026-12-02T23:59')).toBe(true);
  expect(await told('2026-12-03T00:00')).toHaveLength(1);
  await end();
});

test('a week in which nothing was begun is not told', async () => {
  const { tell, told, end } = await week('2026-11-30T00:00', 12);
  expect(await tell('2026-11-30T09:00')).toBe(true);
  expect(await told('2026-11-30T09:01')).toEqual([]);
  await end();
});

test('of a week with fewer than five cases no number is told', async () => {
  const { tell, told, end } = await week('2026-11-25T12:00', 4);
  await tell('2026-11-30T09:00');
  const [one] = await told('2026-11-30T09:01');
  expect(one?.news).toMatchObject({ week: { begun: null, answer: null, ends: { resolved: null, escalated: 0 } } });
  await end();
});

const figures: WeekFigures = {
  ...{ from: '2026-11-23', to: '2026-11-29', begun: 212, notUnderstood: null, answer: 5_400 },
  ends: { resolved: 120, escalated: 60, solved_by_desk: 33, cancelled: 12, idle: null },
  url: 'https://bot.example.com/insight',
};
const news: DeskNews = { kind: 'week', at: at('2026-11-30T09:00'), week: figures };
const setup = { language: 'ja' } as Parameters<typeof newsText>[1];
const lines = [
  '先週の認証ナビ（11月23日から11月29日まで）',
  '始まった相談：212',
  '解決：120',
  '引き継いだ：60',
  '担当が解決：33',
  'やめた：12',
  '途絶えた：–',
  'わからなかった言葉：–',
  '返事までの時間（半数）：1時間30分',
  'くわしく：https://bot.example.com/insight',
];

test('the figures of a week are the same in Slack, in Teams, by e-mail and at a webhook', () => {
  const everywhere = {
    slack: JSON.stringify(newsMessage(news, 'ja')).replace(/<(https:[^>]*)>/, '$1'),
    teams: JSON.stringify(newsCard(news, '', 'ja')),
    mail: newsText(news, setup).body,
    webhook: newsData('key', news, setup).text,
  };
  for (const [where, text] of Object.entries(everywhere))
    expect(
      lines.filter((line) => !text.includes(line)),
      where,
    ).toEqual([]);
  expect(newsData('key', news, setup)).toMatchObject({ kind: 'week', code: '', cases: 0 });
  expect(newsText(news, { ...setup, language: 'en' }).subject).toBe(
    'Ninshō Navi last week (from November 23 to November 29)',
  );
});
