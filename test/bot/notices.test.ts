import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation, viewIdOf } from '../../src/bot/conversation/conversation.ts';
import { hearFirst } from '../../src/bot/conversation/notices.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import type { DeskNotice, NoticeMatch, PersonId } from '../../src/bot/ports.ts';
import { readNotice } from '../../src/bot/runtime/index.ts';
import type { Language } from '../../src/bot/types.ts';
import { show } from '../../src/bot/view/index.ts';

const contacts = readContacts(exampleContacts);
const now = Date.parse('2026-11-22T00:00:00Z');
const everybody: NoticeMatch = { origin: null, code: null, list: null };
const noticeOf = (match: Partial<NoticeMatch> = {}, over: Partial<DeskNotice> = {}): DeskNotice => ({
  id: 'n1',
  desk: 'slack',
  text: 'VPNの障害です。',
  match: { ...everybody, ...match },
  postedAt: now,
  postedBy: 'slack:T1:sato' as PersonId,
  until: Date.parse('2026-11-22T03:00:00Z'),
  zone: 'Asia/Tokyo',
  ...over,
});
/** Where a talk stands after these messages and presses (`[id]`). */
function after(lines: readonly string[], language: Language = 'ja'): Conversation {
  return lines.reduce<Conversation>((talk, line) => {
    const choice = /^\[(.+)\]$/.exec(line)?.[1];
    return advance(
      talk,
      choice === undefined ? { type: 'text', text: line } : { type: 'choice', to: viewIdOf(talk), choice },
    );
  }, openConversation(language));
}
const hears = (talk: Conversation, ...notices: readonly DeskNotice[]): readonly string[] =>
  hearFirst(talk, [], { notices, now }).noticed;
const atWork = ['会社のPCで「組織のライセンス認証サーバーに接続できません」0xC004F074と出ます', '[office]'];
/** Somebody at work who has just heard a notice. */
const hearing = (language: Language = 'ja', notice = noticeOf()) =>
  hearFirst(after(atWork, language), [], { notices: [notice], now }).talk;

describe('a notice is heard', () => {
  test.each([
    ['by everybody', {}],
    ['by the origin of the PC', { origin: 'organization' }],
    ['by an error code', { code: '0xC004F074' }],
    ['by the list that is to be shown', { list: 'O2' }],
    ['by all of them', { origin: 'organization', code: '0xC004F074', list: 'O2' }],
  ] as const)('%s', (_by, match) => {
    expect(hears(after(atWork), noticeOf(match))).toEqual(['n1']);
  });

  test.each([
    ['of another origin', { origin: 'personal' }],
    ['of another code', { code: '0x80072EE7' }],
    ['of another list', { list: 'P1' }],
    ['that meets it in one part only', { origin: 'organization', code: '0x80072EE7' }],
  ] as const)('by nobody with a case %s', (_of, match) => {
    expect(hears(after(atWork), noticeOf(match))).toEqual([]);
  });

  test.each([
    ['at a question', ['会社のPCです']],
    ['at the warning of a failing drive', ['会社のPCです', 'ディスクからカチカチ異音がします']],
    ['at a scam', ['偽のサポートにお金を払いました']],
    ['at a list that saves data', ['[personal]', '[cannot-reach]', '[risk]']],
    ['after the end', ['会社のPCです', '直りました']],
  ])('not %s', (_where, lines) => {
    expect(hears(after(lines), noticeOf())).toEqual([]);
  });

  test('at a list that saves data, where it is about that list', () => {
    expect(hears(after(['[personal]', '[cannot-reach]', '[risk]']), noticeOf({ list: 'U3' }))).toEqual(['n1']);
  });

  test('once: one that was heard gives way to the next', () => {
    const [one, two] = [noticeOf(), noticeOf({}, { id: 'n2' })];
    expect(hearFirst(after(atWork), ['n1'], { notices: [one, two], now }).noticed).toEqual(['n1', 'n2']);
    expect(hearFirst(after(atWork), ['n1', 'n2'], { notices: [one, two], now }).talk.lead).toEqual(after(atWork).lead);
  });
});

describe('the end of a notice is told', () => {
  const lead = (language: Language, over: Partial<DeskNotice>) =>
    show(hearing(language, noticeOf({}, over)), contacts).view.lead.at(-1);

  test('by the time in the desk’s own zone, and by the day where that is another', () => {
    expect(lead('ja', {})).toContain('（12:00まで）');
    expect(lead('ja', { zone: 'Europe/Berlin' })).toContain('（4:00まで）');
    expect(lead('ja', { until: Date.parse('2026-11-23T00:30:00Z') })).toContain('11月23日 9:30まで');
  });
});

describe('an answer to a notice in words', () => {
  const answer = (text: string, language: Language = 'ja') =>
    show(advance(hearing(language), { type: 'text', text }), contacts).view;

  test.each(['それでも手順を見る', '手順を見せて', '次へ', 'いいえ', '1'])('goes on: %s', (text) => {
    expect(answer(text)).toMatchObject({ id: 'list.O2', quote: '' });
    expect(answer(text).headlines.length).toBeGreaterThan(0);
  });

  test.each(['待ってみる', '待ってみます', '少し待ちます', '2'])('waits: %s', (text) => {
    expect(answer(text)).toMatchObject({ id: 'closed.cancelled' });
  });

  test.each(['はい', 'わかりました', 'ありがとう', 'ほげほげ', ''])(
    'that answers neither leaves the notice where it is: “%s”',
    (text) => {
      expect(answer(text)).toMatchObject({ id: 'desk-notice', quote: 'VPNの障害です。' });
    },
  );

  test.each([
    ['直りました', 'closed.resolved'],
    ['KMSって何ですか', 'list.O2'],
    ['担当者に相談したい', 'form'],
    ['自分のPCでした', 'question'],
  ])('that says something else is taken as what it says: %s', (text, id) => {
    expect(answer(text).id).toContain(id);
    expect(answer(text).quote).toBe('');
  });

  test('a question beside it is answered, and the steps, which nobody has seen yet, are shown in full', () => {
    const outgoing = show(advance(hearing(), { type: 'text', text: 'KMSって何ですか' }), contacts);
    expect(outgoing.above).toBeNull();
    expect(outgoing.view.lead.join()).toContain('KMS');
  });

  test('a press on an earlier message, and on a language, leave the notice where it is', () => {
    const outdated = advance(hearing(), { type: 'choice', to: 'list.O2', choice: 'done' });
    const translated = advance(hearing(), { type: 'choice', to: 'desk-notice', choice: 'english' });
    const unknown = advance(hearing(), { type: 'choice', to: 'desk-notice', choice: 'done' });
    for (const talk of [outdated, translated, unknown]) expect(show(talk, contacts).view.quote).toBe('VPNの障害です。');
    expect(translated.language).toBe('en');
    expect(show(translated, contacts).view.choices[0]?.label).toBe('Show the steps anyway');
  });

  test('whoever waits with protection lowered is first asked to put it back', () => {
    const lowered = after([
      ...['[personal]', '[cannot-reach]', '[none]', '[skip]'],
      'セキュリティソフトを一時的にオフにしました',
    ]);
    const heard = hearFirst(lowered, [], { notices: [noticeOf()], now }).talk;
    expect(viewIdOf(heard)).toBe('desk-notice');
    expect(viewIdOf(advance(heard, { type: 'choice', to: 'desk-notice', choice: 'notice-wait' }))).toBe(
      'advice.putback',
    );
  });
});

describe('a draft of a notice', () => {
  const draft = { text: ' 障害です。*太字* <b> \n', origin: 'organization', code: '', until: now + 60_000 };
  const flaws = (over: Partial<typeof draft> | { readonly until: undefined }) => {
    const read = readNotice({ ...draft, ...over }, now);
    return 'flaws' in read ? read.flaws : {};
  };

  test('keeps the words as they are, and reads for whom it is', () => {
    expect(readNotice({ ...draft, code: 'C004F074' }, now)).toEqual({
      text: '障害です。*太字* <b>',
      match: { origin: 'organization', code: '0xC004F074', list: null },
      until: draft.until,
    });
    expect(readNotice({ ...draft, origin: 'all' }, now)).toMatchObject({ match: everybody });
  });

  test.each([
    ['no words', { text: ' \n' }, { text: 'empty' }],
    ['too many words', { text: 'あ'.repeat(501) }, { text: 'long' }],
    ['a product key', { text: 'キーは VK7JG-NPHTM-C97JM-9MPGT-3V66T です' }, { text: 'secret' }],
    ['no code where one is written', { code: 'エラー' }, { code: 'code-wrong' }],
    ['two codes', { code: '0xC004F074 0x80072EE7' }, { code: 'code-wrong' }],
    ['a time that is over', { until: now }, { until: 'until-wrong' }],
    ['a time too far ahead', { until: now + 15 * 24 * 3_600_000 }, { until: 'until-wrong' }],
    ['no time', { until: undefined }, { until: 'until-wrong' }],
  ] as const)('with %s is refused', (_what, over, why) => {
    expect(flaws(over)).toEqual(why);
  });

  test('of 500 characters is taken', () => {
    expect(flaws({ text: 'あ'.repeat(500) })).toEqual({});
  });
});
