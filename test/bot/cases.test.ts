import { expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { caseLine } from '../../src/bot/view/cases.ts';
import { quickAnswers, withQuick } from '../../src/bot/view/quick.ts';
import { isOvertaken } from '../../src/bot/view/ticket.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 30, 5, 2);

test.each([
  [0, '1 分前'],
  [59 * minute, '59 分前'],
  [60 * minute, '1 時間前'],
  [47 * 60 * minute, '47 時間前'],
  [48 * 60 * minute, '2 日前'],
  // The clock of the database may be ahead.
  [-minute, '1 分前'],
])('a case of %s milliseconds is said to have come in %s', (age, said) => {
  const handling = { state: 'new', by: '', at: 0 } as const;
  expect(caseLine({ facts: {}, urgency: '', handling, handedAt: now - age }, 'ja', 'Asia/Tokyo', now).state).toBe(
    `${said}に届きました。まだ担当がいません`,
  );
});

test('a case in a list names the danger to the data that it is about', () => {
  const one = { urgency: '', handling: { state: 'new', by: '', at: 0 }, handedAt: now } as const;
  const about = (facts: object) => caseLine({ ...one, facts }, 'ja', 'Asia/Tokyo', now).about;
  expect(about({ drive: 'noisy', data: 'lost' })).toBe('異音あり 消えたデータあり');
  expect(about({ drive: 'quiet', data: 'backed-up' })).toBe(wordsIn('ja').text('desk:title'));
});

test('a case in a list says which PC it is about, its codes, and who has it since when in the zone of the desk', () => {
  const one = {
    facts: { origin: 'organization', errorCodes: ['0xC004F074'] },
    urgency: '至急',
    handling: { state: 'taken', by: '佐藤', at: now },
    handedAt: now,
  } as const;
  expect(caseLine(one, 'en', 'Asia/Tokyo', now)).toEqual({
    about: expect.stringMatching(/0xC004F074 至急$/),
    state: expect.stringMatching(/^Came in 1 minute ago\. Taken by 佐藤 \(11\/30, 14:02\)$/),
  });
});

test('staff are overtaken by what somebody else did since they looked, not by themselves, nor by who lets a case go', () => {
  const done = { state: 'answered', by: '山田', at: 10 } as const;
  expect(isOvertaken(done, 9, '佐藤')).toBe(true);
  expect(isOvertaken(done, 10, '佐藤')).toBe(false);
  expect(isOvertaken(done, 9, '山田')).toBe(false);
  expect(isOvertaken({ ...done, by: '' }, 9, '')).toBe(true);
  expect(isOvertaken({ ...done, state: 'new' }, 9, '佐藤')).toBe(false);
});

test('a quick answer never makes an answer longer than it may be', () => {
  const all = quickAnswers('ja', 'ja');
  const [vpn] = all;
  expect(withQuick('あ', 'vpn', all, 10)).toBe('あ');
  expect(withQuick('あ\n', 'vpn', all, 2_000)).toBe(`あ\n${vpn?.text}`);
});
