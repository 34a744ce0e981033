import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { understand } from '../../src/bot/understanding/index.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });
const told = (...texts: readonly string[]) =>
  texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja')).snapshot.context.facts;
const readings = (...origins: readonly string[]) => origins.map((origin) => ({ facts: { origin } }));

describe('an origin that is only denied', () => {
  test.each([
    '会社じゃないです',
    '会社のではないです',
    '会社のPCじゃない',
    '学校のではありません',
    'not a company pc',
    "it isn't from work",
  ])('a denied organisation offers “personal” and “used”: %s', (text) => {
    expect(heard(text)).toMatchObject({ facts: {}, candidates: readings('personal', 'used') });
  });

  test.each(['新品じゃないです', '新品ではありません', "it's not new"])(
    'a denied new PC offers “organization” and “used”: %s',
    (text) => {
      expect(heard(text)).toMatchObject({ facts: {}, candidates: readings('organization', 'used') });
    },
  );

  test.each(['中古じゃないです', '中古ではないよ', "it's not second hand"])(
    'a denied used PC offers “personal” and “organization”: %s',
    (text) => {
      expect(heard(text)).toMatchObject({ facts: {}, candidates: readings('personal', 'organization') });
    },
  );

  test.each(['会社にはいません', '新品じゃないと言われた気がするけど会社のPCです', '会社の人じゃないです'])(
    'a denial of something else offers no origin: %s',
    (text) => {
      expect(heard(text).candidates).toEqual([]);
    },
  );
});

describe('an origin corrected within one message', () => {
  test.each<[string, string]>([
    ['会社のPC、いや違った自分のPCだった', 'personal'],
    ['自分のPC、いや会社のでした', 'organization'],
    ['会社のPCです。違った、中古で買ったPCでした', 'used'],
  ])('the later origin counts: %s', (text, origin) => {
    expect(heard(text).facts).toEqual({ origin });
  });

  test('「もういや」 is not read as a correction of the origin', () => {
    expect(heard('会社のPC、もういや、自分のPCです').facts.origin).toBeUndefined();
  });
});

describe('a PC told as bought used', () => {
  test.each(['お店で買いました', '自分で買いました', '自分のPCです', 'I bought it myself'])(
    'the origin stays “used” after a word where or by whom the PC was bought: %s',
    (text) => {
      expect(told('中古で買ったPCです', '0xC004F074', text).origin).toBe('used');
    },
  );

  test.each([
    'やっぱり新品でした',
    'すみません、自分で買った新品です',
    '間違えました、自分で買ったPCです',
    'it was brand new actually',
  ])('the origin becomes “personal” after a word that the PC is new: %s', (text) => {
    expect(told('中古で買ったPCです', '0xC004F074', text).origin).toBe('personal');
  });
});

describe('a PC of a school or company that the person has left', () => {
  test.each([
    '大学で配られたPCを卒業後も使ってます',
    '会社で支給されたノートを退職後も使っています',
    '大学を卒業しました。大学から借りたPCです',
  ])('the origin is “organization” and the person has left: %s', (text) => {
    expect(heard(text).facts).toMatchObject({ origin: 'organization', employment: 'left' });
  });

  test.each(['卒業しました', 'もう卒業した', 'I graduated'])(
    'a report of leaving is read after the origin was told: %s',
    (text) => {
      expect(told('学校のPCです', text).employment).toBe('left');
    },
  );

  test('a report that somebody else left is not read as the person’s leaving', () => {
    expect(told('娘が大学を卒業したので買いました').employment).toBeUndefined();
  });

  test.each(['来年卒業します', '卒業できますか', '卒業したらどうなりますか', '卒業祝いに買ってもらいました'])(
    'a plan, question or gift about leaving is not read as having left: %s',
    (text) => {
      expect(told('学校のPCです', text).employment).toBeUndefined();
    },
  );

  test.each([
    '返さなくていいと言われました',
    '返却不要です',
    '返却しなくていいって',
    'そのまま使っていいと言われました',
    'they said I can keep it',
    'my school let me keep it',
  ])('a PC that need not be returned is a used one that was given: %s', (text) => {
    expect(told('学校のPCです', text)).toMatchObject({ origin: 'used', ownership: 'given' });
    expect(heard(`学校のPC。${text}`).facts).toMatchObject({ origin: 'used', ownership: 'given' });
  });

  test.each(['返さなくていいですか', '返さないといけません', 'このまま使っていいですか', 'can I keep it?'])(
    'a question or duty about returning does not make the PC a given one: %s',
    (text) => {
      expect(told('学校のPCです', text).ownership).not.toBe('given');
    },
  );

  test('a gift on graduation is read from one English sentence', () => {
    expect(heard('I graduated and they let me keep the laptop').facts).toMatchObject({
      origin: 'used',
      ownership: 'given',
    });
  });
});

describe('notes of words separated by spaces', () => {
  test.each([
    ['会社支給 自宅 VPN on', { origin: 'organization', provenance: 'employer', place: 'remote', vpn: 'on' }],
    ['会社支給 在宅 VPNオン', { origin: 'organization', provenance: 'employer', place: 'remote', vpn: 'on' }],
    ['会社PC 自宅 VPN接続済', { origin: 'organization', place: 'remote', vpn: 'on' }],
    ['中古 メルカリ 認証 エラー', { origin: 'used' }],
  ])('the facts are read from: %s', (text, facts) => {
    expect(heard(text).facts).toEqual(facts);
  });

  test('a message that only the words together name is read', () => {
    expect(heard('ライセンス 認証 サーバー 到達できません').facts).toEqual({ message: 'cannot-reach' });
  });

  test.each(['会社 電話 つながらない', '自分 では わからない', '自宅 では ない です'])(
    'a single word of the notes gives no fact: %s',
    (text) => {
      expect(heard(text).facts).toEqual({});
    },
  );
});
