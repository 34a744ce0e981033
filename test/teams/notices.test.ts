import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { zoneOf } from '../../src/adapters/zone.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { nextTime } from '../../src/bot/lib/zone.ts';
import { channel } from './at-desk.ts';
import { type Chat, local, startChat } from './chat.ts';
import { partsOf } from './check.ts';
import { deskOn } from './desk-on.ts';
import { activity, mentioning, type Place, pathOf, press, written } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

const words = wordsIn('ja');
const text = 'VPNの障害です。**12時** ごろ <直る> 見込みです。';
const group = '19:desk@thread.v2';
/** A busy machine takes its time. */
const slow = { timeout: 9_000 };
let service: Service;
let chat: Chat;
let desk: Place;
/** Starts the bot with its desk in a group chat or a channel. */
async function start(conversation = group, more: Parameters<typeof deskOn>[2] = {}): Promise<void> {
  service = await startService();
  desk = { service: service.url, tenant: 'one', conversation, kind: conversation === group ? 'groupChat' : 'channel' };
  chat = await startChat({ ...local, desks: [deskOn(service.url, conversation, more)] }, ':memory:', undefined, {
    noticeInterval: 30,
  });
}
beforeEach(() => start());
afterEach(async () => {
  await chat.stop();
  await service.stop();
  expect(service.wrong).toEqual([]);
});
const heldAt = (place: Place) => service.held(pathOf(place)).map(({ versions }) => versions.at(-1) ?? {});
const linesAt = (place: Place) => heldAt(place).map((one) => shownIn(one).lines);
const elsewhere = (): Place => ({ service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' });
/** The button of the newest card with such data. */
function buttonOf(kind: 'post' | 'end' | 'open', at = desk) {
  const buttons = heldAt(at).flatMap((one) => shownIn(one).buttons);
  return buttons.findLast(({ data }) => data?.['notice'] === kind)?.data ?? {};
}
/** Asks for the form. */
const ask = async (said = 'お知らせ', place = desk, more = {}) =>
  chat.deliver(activity(place, 'sato', { ...mentioning(said), ...more }));
const filled = (over: Readonly<Record<string, string>> = {}) => ({
  'notice-text': text,
  'notice-origin': 'organization',
  'notice-code': '',
  'notice-until': '23:59',
  ...over,
});
const send = (over?: Readonly<Record<string, string>>, place = desk) =>
  chat.deliver(activity(place, 'sato', press('1', buttonOf('post'), filled(over))));
const answered = (said: string) => ({ status: 200, body: { statusCode: 200, value: said } });

describe('staff in Teams', () => {
  test.each(['お知らせ', 'notice', 'Notice'])('get a form by the word %s in the desk’s conversation', async (said) => {
    await ask(said);
    const [form] = heldAt(desk);
    const fields = partsOf(form).filter(({ type }) => String(type).startsWith('Input.'));
    expect(fields.map(({ id }) => id)).toEqual(['notice-text', 'notice-origin', 'notice-code', 'notice-until']);
    expect(fields[0]).toMatchObject({ maxLength: 500, isRequired: true });
  });

  test('post a notice, which the desk sees with its author and its end, and people hear', async () => {
    await ask('お知らせ', desk, { localTimezone: 'Asia/Tokyo' });
    expect(JSON.stringify((await send()).body)).toContain(words.text('notices:done'));
    await vi.waitFor(() => expect(heldAt(desk)).toHaveLength(2), slow);
    const posted = linesAt(desk)[1]?.join('\n') ?? '';
    for (const part of [text, '23:59まで', '29:sato', words.text('facts:origin.organization')])
      expect(posted).toContain(part);
    expect(JSON.stringify(heldAt(desk)[1]).match(/"TextBlock"/g)).toHaveLength(1);
    await chat.deliver(activity(elsewhere(), 'asker', written('会社のPCで0xC004F074が出ます')));
    await vi.waitFor(() => expect(linesAt(elsewhere()).at(-1)).toContain(text), slow);
    expect(shownIn(heldAt(elsewhere()).at(-1) ?? {}).answers.map(({ title }) => title)).toEqual([
      'それでも手順を見る',
      '待ってみる',
    ]);
  });

  test('end a notice by its button, once, and the desk sees who did it', async () => {
    await ask();
    await send();
    await vi.waitFor(() => expect(heldAt(desk)).toHaveLength(2), slow);
    const end = () => chat.deliver(activity(desk, 'kato', press('2', buttonOf('end'))));
    expect(await end()).toMatchObject(answered(words.text('notices:over')));
    expect(await end()).toMatchObject(answered(words.text('notices:gone')));
    await vi.waitFor(() => expect(heldAt(desk)).toHaveLength(3), slow);
    expect(linesAt(desk)[2]?.join('\n')).toMatch(/お知らせが終わりました[\s\S]*29:kato[\s\S]*VPN/);
  });

  test('see in the form what is in force, and can end it there', async () => {
    await ask();
    await send();
    await vi.waitFor(() => expect(heldAt(desk)).toHaveLength(2), slow);
    await ask();
    const form = heldAt(desk).at(-1);
    expect(shownIn(form ?? {}).lines.join('\n')).toContain(text);
    expect(shownIn(form ?? {}).buttons.map(({ data }) => data['notice'])).toEqual(['end', 'post']);
  });

  test('send a form that Teams delivers twice as one notice', async () => {
    await ask();
    const sent = activity(desk, 'sato', press('1', buttonOf('post'), filled()));
    await Promise.all([chat.deliver(sent), chat.deliver(sent)]);
    await chat.deliver(sent);
    await ask();
    expect(shownIn(heldAt(desk).at(-1) ?? {}).buttons.filter(({ data }) => data['notice'] === 'end')).toHaveLength(1);
  });

  test.each([
    ['a product key', { 'notice-text': 'VK7JG-NPHTM-C97JM-9MPGT-3V66T' }, 'secret'],
    ['what may be part of one', { 'notice-text': 'キーはNPHTM-C97JM-9MPGTから始まります' }, 'doubtful'],
    ['no words', { 'notice-text': ' ' }, 'empty'],
    ['too many words', { 'notice-text': 'あ'.repeat(501) }, 'long'],
    ['no code where one is written', { 'notice-code': 'エラー' }, 'code-wrong'],
    ['no time', { 'notice-until': 'soon' }, 'until-wrong'],
  ] as const)('are told why a notice with %s is not posted', async (_what, over, why) => {
    await ask();
    expect(await send(over)).toMatchObject(answered(words.text(`notices:${why}`, { parts: 'NPHTM-C97JM-9MPGT' })));
    await ask();
    expect(shownIn(heldAt(desk).at(-1) ?? {}).buttons.map(({ data }) => data['notice'])).toEqual(['post']);
  });

  test('who press a button of another hand get an answer, and nothing is posted', async () => {
    for (const data of [{ notice: 'post', 'notice-text': 1 }, { notice: 'nonsense' }, { notice: 'end' }])
      expect(await chat.deliver(activity(desk, 'sato', press('1', data)))).toMatchObject(
        answered(words.text('notices:failed')),
      );
  });
});

describe('anybody else in Teams', () => {
  test('is told kindly where notices are posted', async () => {
    await chat.deliver(activity(elsewhere(), 'asker', written('お知らせ')));
    expect(linesAt(elsewhere())).toEqual([[words.text('notices:elsewhere')]]);
  });

  test('posts and ends nothing with the buttons of the desk', async () => {
    await ask();
    expect(await send({}, elsewhere())).toMatchObject(answered(words.text('notices:elsewhere')));
    await send();
    await vi.waitFor(() => expect(heldAt(desk)).toHaveLength(2), slow);
    const stolen = activity(elsewhere(), 'asker', press('2', buttonOf('end')));
    expect(await chat.deliver(stolen)).toMatchObject(answered(words.text('notices:elsewhere')));
    await ask();
    expect(buttonOf('end')).not.toEqual({});
  });
});

test('a desk in a channel of Teams is told in threads of their own that many have one code, with a button to the form', async () => {
  await chat.stop();
  await service.stop();
  await start(channel);
  for (let n = 0; n < 6; n += 1)
    await chat.deliver(
      activity({ ...elsewhere(), conversation: `a:p${n}` }, `p${n}`, written('会社のPCで0xC004F074が出ます')),
    );
  await vi.waitFor(() => expect(service.conversations).toHaveLength(1), slow);
  const thread: Place = { ...desk, conversation: service.conversations[0] ?? '' };
  expect(linesAt(thread)[0]?.join()).toContain('0xC004F074');
  expect(buttonOf('open', thread)).toEqual({ notice: 'open', code: '0xC004F074' });
  await chat.deliver(activity(thread, 'sato', press('1', buttonOf('open', thread))));
  const code = partsOf(heldAt(thread).at(-1)).find(({ id }) => id === 'notice-code');
  expect(code).toMatchObject({ value: '0xC004F074' });
});

test('a desk in Teams that names its staff lets nobody else post a notice, and speaks its own language', async () => {
  await chat.stop();
  await service.stop();
  await start(group, { staff: ['44444444-4444-4444-8444-444444444444'], language: 'en' });
  await ask();
  expect(linesAt(desk)).toEqual([[wordsIn('en').text('desk:acted.not-staff')]]);
  const sent = press('1', { notice: 'post', zone: 'Asia/Tokyo' }, filled());
  expect(await chat.deliver(activity(desk, 'sato', sent))).toMatchObject(
    answered(wordsIn('en').text('desk:acted.not-staff')),
  );
});

describe('the end of a notice', () => {
  const now = Date.parse('2026-03-28T14:00:30Z');
  test.each([
    ['later today', '23:30', 'Asia/Tokyo', '2026-03-28T14:30:00Z'],
    ['tomorrow, as that time is over today', '09:00', 'Asia/Tokyo', '2026-03-29T00:00:00Z'],
    ['while the clocks go forward over it', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['after the clocks went forward', '09:00', 'Europe/Berlin', '2026-03-29T07:00:00Z'],
  ])('is the next time that the clock shows: %s', (_when, clock, zone, at) => {
    expect(nextTime(clock, zone, now)).toBe(Date.parse(at));
  });

  test('is the second of two where clocks went back and the first is over', () => {
    const second = Date.parse('2026-10-25T01:10:00Z');
    expect(nextTime('02:30', 'Europe/Berlin', second)).toBe(Date.parse('2026-10-25T01:30:00Z'));
    expect(nextTime('02:05', 'Europe/Berlin', second)).toBe(Date.parse('2026-10-26T01:05:00Z'));
  });

  test('is none without a time, and a zone that is none is the usual one', () => {
    for (const clock of ['', '24:00', '9', '12:60', '1e1:00'])
      expect(nextTime(clock, 'Asia/Tokyo', now)).toBeUndefined();
    expect([zoneOf('Europe/Berlin'), zoneOf('Mars/Base'), zoneOf(undefined)]).toEqual([
      'Europe/Berlin',
      'Asia/Tokyo',
      'Asia/Tokyo',
    ]);
  });
});
