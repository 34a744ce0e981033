import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { channel, offeredIn, threadsAt } from './at-desk.ts';
import { type Chat, local, startChat } from './chat.ts';
import { faultsIn, partsOf } from './check.ts';
import { deskOn } from './desk-on.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { type Shown, shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

const words = wordsIn('ja');
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const answer = 'サーバーを直しました。\n**もう一度**、お試しください。';
let service: Service;
let chat: Chat;
/** The person is served elsewhere than the desk. */
let place: Place;
beforeEach(async () => {
  service = await startService();
  place = { service: service.url, tenant: 'two', conversation: 'a:asker', kind: 'personal' };
  chat = await startChat({ ...local, desks: [deskOn(service.url, channel)] }, ':memory:', log);
  await handOver();
});
afterEach(async () => {
  await chat.stop();
  await service.stop();
  vi.clearAllMocks();
  expect(service.wrong).toEqual([]);
});
const shown = async (): Promise<readonly Shown[]> => {
  await chat.idle(idOf(place));
  return service.held(pathOf(place)).map(({ versions }) => shownIn(versions.at(-1) ?? {}));
};
const say = (text: string) => chat.deliver(activity(place, 'asker', written(text)));
/** The person is given the message to the desk, and the desk gets the case. */
async function handOver(): Promise<void> {
  await say('会社のPCです。担当者に相談したいです');
  const submit = (await shown()).at(-1)?.buttons.find(({ data }) => 'form' in data);
  const form = service.held(pathOf(place)).at(-1)?.id ?? '';
  await chat.deliver(activity(place, 'asker', press(form, submit?.data ?? {})));
  await chat.idle(idOf(place));
}
const thread = () => {
  const [first] = threadsAt(service);
  if (first === undefined) throw new Error('The desk has no case');
  return { ...first, offered: offeredIn(first.ticket) };
};
/** What Teams delivers when somebody of the desk sends this answer. */
const answering = (text: string, where = thread().place, by = 'staff') =>
  activity(where, by, press(thread().id, thread().offered?.button['data'] ?? {}, { answer: text }));
const told = (text: string) => ({ status: 200, body: { statusCode: 200, value: text } });
const said = (key: 'done' | 'gone' | 'secret' | 'empty' | 'foreign') => told(words.text(`teams:reply.${key}`));

test('a ticket has a button with a field for an answer, which accepts no product key', () => {
  const { offered } = thread();
  expect(offered).toMatchObject({
    title: words.text('teams:reply.open'),
    field: { isMultiline: true, maxLength: 2_000, errorMessage: expect.stringContaining('2,000') },
    button: { data: { reply: idOf(place) }, fallback: { type: 'Action.Submit', data: { reply: idOf(place) } } },
  });
  const pattern = new RegExp(String(offered?.field['regex']));
  expect([answer, 'あ'.repeat(2_000)].every((text) => pattern.test(text))).toBe(true);
  expect(pattern.test('キーは\nABCDE-12345-FGHIJ-67890-KLMNO')).toBe(false);
});

describe('an answer of the desk in Teams', () => {
  test('the answer reaches the person as a new card in their own chat', async () => {
    const before = await shown();
    expect(await chat.deliver(answering(answer))).toMatchObject(said('done'));
    const [card, ...more] = (await shown()).slice(before.length);
    expect(more).toEqual([]);
    const who = words.text('turns:staff-named', { by: 'staff さん' });
    expect(card?.lines).toEqual([
      words.text('turns:desk-answered', { who }),
      answer,
      words.text('turns:desk-answered-next'),
    ]);
    const earlier = (await shown()).slice(0, before.length);
    expect(earlier.map(({ lines }) => lines)).toEqual(before.map(({ lines }) => lines));
    expect(earlier.flatMap(({ buttons }) => buttons)).toEqual([]);
  });

  test('the answer is posted in the thread of the ticket with its author, as plain text', async () => {
    await chat.deliver(answering(answer, thread().place, '**山田**'));
    await vi.waitFor(() => expect(thread().notes).toHaveLength(1));
    expect(thread().notes[0]?.lines).toEqual([
      words.text('teams:reply.done'),
      `${words.text('teams:reply.by')}：**山田** さん`,
      answer,
    ]);
    const [, note] = service.held(pathOf(thread().place));
    expect(JSON.stringify(note).match(/"TextBlock"/g)).toHaveLength(1);
  });

  test('the answer that Teams delivers three times is posted once to the person and once at the desk', async () => {
    const before = await shown();
    const sent = answering(answer);
    const answers = await Promise.all([chat.deliver(sent), chat.deliver(sent)]);
    for (const one of [...answers, await chat.deliver(sent)]) expect(one).toMatchObject(said('done'));
    expect(await shown()).toHaveLength(before.length + 1);
    await vi.waitFor(() => expect(thread().notes).toHaveLength(1));
    await chat.stop();
    expect(thread().notes).toHaveLength(1);
  });

  test('two different answers are both posted to the person', async () => {
    const before = await shown();
    await chat.deliver(answering('一つ目'));
    await chat.deliver(answering('二つ目'));
    expect((await shown()).slice(before.length).map(({ lines }) => lines[1])).toEqual(['一つ目', '二つ目']);
  });

  test('the answer reaches the person and the other staff once each though Teams fails for a while, and the log does not contain it', async () => {
    const before = await shown();
    service.faults.push(...Array.from({ length: 6 }, () => ({ method: 'POST' as const, status: 503 })));
    expect(await chat.deliver(answering(answer))).toMatchObject(said('done'));
    expect(await shown()).toHaveLength(before.length + 1);
    expect(thread().notes).toHaveLength(1);
    expect(service.faults).toEqual([]);
    expect(JSON.stringify([log.info, log.warn, log.error].map(({ mock }) => mock.calls))).not.toContain('サーバー');
  });

  for (const [title, text, key] of [
    ['with a product key', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T を入れてください', 'secret'],
    ['with a product key without dashes', 'VK7JGNPHTMC97JM9MPGT3V66T', 'secret'],
    ['without words', ' \n\u200b ', 'empty'],
  ] as const)
    test(`the answer ${title} is sent to nobody, and its author is told why`, async () => {
      const before = await shown();
      expect(await chat.deliver(answering(text))).toMatchObject(said(key));
      expect(await shown()).toEqual(before);
      expect(thread().notes).toEqual([]);
    });

  describe('that may hold a secret', () => {
    const doubtful = '　ｻｰﾊﾞｰ TKYFS-PRD03-NW7K2 を、\n\n  再起動しました。';
    /** The card that takes the place of the ticket, as its author sees it. */
    const cardIn = ({ body }: { readonly body: unknown }) => {
      const { type, value } = body as { type?: string; value?: object };
      expect(type).toBe('application/vnd.microsoft.card.adaptive');
      const activity = { attachments: [{ contentType: type ?? '', content: value ?? {} }] };
      expect(faultsIn(activity)).toEqual([]);
      return { ...shownIn(activity), field: partsOf(value).find((part) => part['type'] === 'Input.Text') };
    };
    const pressing = (data: object, text: string) =>
      chat.deliver(activity(thread().place, 'staff', press(thread().id, data, { answer: text })));

    test('the answer is sent to nobody, and its form comes back with its text, what it is and a button to send it anyway', async () => {
      const before = await shown();
      const form = cardIn(await chat.deliver(answering(doubtful)));
      expect(form.lines).toContain('TKYFS-PRD03-NW7K2');
      expect(form.field).toMatchObject({ value: doubtful });
      expect(form.buttons.map(({ title }) => title)).toEqual([
        words.text('teams:reply.send'),
        words.text('teams:reply.anyway'),
        words.text('desk:templates.fill'),
      ]);
      expect(await shown()).toEqual(before);
      expect(thread().notes).toEqual([]);
    });

    test('the answer that is sent anyway reaches the person as it was written, and the form becomes what was sent', async () => {
      const before = await shown();
      const [, anyway] = cardIn(await chat.deliver(answering(doubtful))).buttons;
      const sent = cardIn(await pressing(anyway?.data ?? {}, doubtful));
      expect(sent.lines).toContain(doubtful);
      expect(sent.field).not.toHaveProperty('value');
      expect((await shown()).slice(before.length).map(({ lines }) => lines[1])).toEqual([doubtful]);
      await vi.waitFor(() => expect(thread().notes).toHaveLength(1));
    });

    test('the form is shown again for another doubt, and a whole product key is refused whatever is pressed', async () => {
      const before = await shown();
      const [again, anyway] = cardIn(await chat.deliver(answering(doubtful))).buttons;
      cardIn(await pressing(again?.data ?? {}, doubtful));
      cardIn(await pressing(anyway?.data ?? {}, `${doubtful} VK7JG-NPHTM-C97JM`));
      const whole = await pressing(anyway?.data ?? {}, `${doubtful} VK7JG NPHTM C97JM 9MPGT 3V66T`);
      expect(whole).toMatchObject(said('secret'));
      expect(await shown()).toEqual(before);
    });

    test('the form that comes back can be sent without what was doubtful', async () => {
      const [again] = cardIn(await chat.deliver(answering(doubtful))).buttons;
      expect(cardIn(await pressing(again?.data ?? {}, '再起動しました。')).lines).toContain('再起動しました。');
    });

    test('a client without Action.Execute gets the form as a post in the thread of the ticket', async () => {
      const value = { ...(thread().offered?.button['data'] ?? {}), answer: doubtful };
      expect(await chat.deliver(activity(thread().place, 'staff', { value }))).toMatchObject({ status: 200, body: {} });
      await vi.waitFor(() => expect(thread().notes).toHaveLength(1));
      expect(thread().notes[0]?.buttons.map(({ title }) => title)).toContain(words.text('teams:reply.anyway'));
    });
  });

  test('the web addresses of the answer have buttons that open them, and its words are unchanged', async () => {
    const text = '**手順**は https://intra.example.co.jp/vpn_(a)?b=1&c=*2 です。\nhttps://aka.ms/x、https://aka.ms/x';
    expect(await chat.deliver(answering(text))).toMatchObject(said('done'));
    expect((await shown()).at(-1)?.lines[1]).toBe(text);
    const openers = partsOf(service.held(pathOf(place)).at(-1)).filter(({ type }) => type === 'Action.OpenUrl');
    expect(openers).toMatchObject([
      { title: 'intra.example.co.jp/vpn_(a)?b=1&c=*2', url: 'https://intra.example.co.jp/vpn_(a)?b=1&c=*2' },
      { title: 'aka.ms/x', url: 'https://aka.ms/x' },
    ]);
  });

  test('the answer that is too long is sent to nobody, and its author is told so', async () => {
    const before = await shown();
    expect(await chat.deliver(answering('あ'.repeat(2_001)))).toMatchObject(
      told(words.text('teams:reply.long', { most: '2,000' })),
    );
    expect(await shown()).toEqual(before);
  });

  test('the answer of 1,000 lines keeps the limits of Teams at both places', async () => {
    const before = await shown();
    await chat.deliver(answering('あ\n'.repeat(1_000)));
    expect(await shown()).toHaveLength(before.length + 1);
    await vi.waitFor(() => expect(thread().notes).toHaveLength(1));
    expect((await shown()).at(-1)?.lines[1]?.match(/あ/g)).toHaveLength(1_000);
  });

  test('the answer to a deleted conversation reaches nobody, and its author is told so', async () => {
    const late = answering(answer);
    await say('データを消して');
    const before = await shown();
    expect(await chat.deliver(late)).toMatchObject(said('gone'));
    expect(await shown()).toEqual(before);
  });

  test('the answer from a conversation other than the desk’s is refused and logged', async () => {
    const before = await shown();
    const others = ['19:other@thread.tacv2', `${channel}x`, '19:other@thread.tacv2;messageid=1'];
    for (const conversation of others)
      expect(await chat.deliver(answering(answer, { ...thread().place, conversation }))).toMatchObject(said('foreign'));
    expect(await chat.deliver(answering(answer, place, 'asker'))).toMatchObject(said('foreign'));
    expect(await shown()).toEqual(before);
    expect(log.warn).toHaveBeenCalledTimes(4);
  });
});

describe('an answer of the desk in Teams that somebody else overtook', () => {
  const late = '山田の返事です';
  const before = () => answering(late, thread().place, 'yamada');

  test('is not sent: its form comes back with its text and what they did, and is sent when it is sent again', async () => {
    const mine = before();
    await chat.deliver(answering('佐藤の返事です', thread().place, 'sato'));
    const { body } = await chat.deliver(mine);
    const { value } = body as { value: object };
    const form = { attachments: [{ contentType: '', content: value }] };
    expect(faultsIn(form)).toEqual([]);
    expect(shownIn(form).lines.join('\n')).toContain('sato さんさんが返事しました');
    expect(partsOf(value).find((part) => part['type'] === 'Input.Text')).toMatchObject({ value: late });
    expect((await shown()).flatMap(({ lines }) => lines)).not.toContain(late);
    const [again] = shownIn(form).buttons;
    await chat.deliver(activity(thread().place, 'yamada', press(thread().id, again?.data ?? {}, { answer: late })));
    expect((await shown()).flatMap(({ lines }) => lines)).toContain(late);
  });

  test('is not sent either where both were sent at once', async () => {
    const both = [answering('佐藤の返事です', thread().place, 'sato'), before()];
    const heard = await Promise.all(both.map((one) => chat.deliver(one)));
    const values = heard.map(({ body }) => (body as { value: unknown }).value);
    expect(values.filter((value) => value === words.text('teams:reply.done'))).toHaveLength(1);
    const said = (await shown()).flatMap(({ lines }) => lines);
    expect(['佐藤の返事です', late].filter((text) => said.includes(text))).toHaveLength(1);
  });

  test('is sent at once from the ticket that shows what they did', async () => {
    await chat.deliver(answering('佐藤の返事です', thread().place, 'sato'));
    await shown();
    expect(await chat.deliver(before())).toMatchObject(said('done'));
  });
});

test('of two who take a case in Teams at once one has it, and the other hears who does', async () => {
  const taking = shownIn(thread().ticket).buttons.find(({ data }) => data['staff'] === 'take');
  const take = (by: string) => chat.deliver(activity(thread().place, by, press(thread().id, taking?.data ?? {})));
  const heard = await Promise.all([take('sato'), take('yamada')]);
  const values = heard.map(({ body }) => String((body as { value: unknown }).value));
  const first = values[0] === words.text('teams:accepted') ? 'sato' : 'yamada';
  expect(values.filter((value) => value === words.text('teams:accepted'))).toHaveLength(1);
  expect(values.join()).toMatch(new RegExp(`ほかの人がこの相談を進めた.* ${first} さんさんが担当しています`));
});

describe('a quick answer at the desk in Teams', () => {
  const fill = (text: string, quick: string, by = 'staff') => {
    const { data } = partsOf(offeredCard()).find((part) => part['title'] === words.text('desk:templates.fill')) ?? {};
    return chat.deliver(activity(thread().place, by, press(thread().id, data as object, { answer: text, quick })));
  };
  const offeredCard = () => thread().offered?.inner;
  const formIn = ({ body }: { readonly body: unknown }) => {
    const { value } = body as { value: object };
    expect(faultsIn({ attachments: [{ contentType: '', content: value }] })).toEqual([]);
    return partsOf(value);
  };
  const valueIn = (parts: ReturnType<typeof formIn>) => parts.find(({ type }) => type === 'Input.Text')?.['value'];

  test('fills the field in the language of the person and is sent to nobody until it is sent', async () => {
    await say('English');
    const before = await shown();
    const parts = formIn(await fill('', 'vpn'));
    const text = wordsIn('en').text('turns:quick.vpn');
    expect(valueIn(parts)).toBe(text);
    expect(await shown()).toEqual(before);
    const send = parts.find(({ title, type }) => title === words.text('teams:reply.send') && type === 'Action.Execute');
    await chat.deliver(
      activity(thread().place, 'staff', press('1', (send?.['data'] ?? {}) as object, { answer: text })),
    );
    expect((await shown()).at(-1)?.lines).toContain(text);
  });

  test('that was chosen and not put into the field is not sent, and the button that puts it there is named', async () => {
    const before = await shown();
    const data = thread().offered?.button['data'] ?? {};
    const send = activity(thread().place, 'staff', press(thread().id, data, { answer: ' ', quick: 'vpn' }));
    const { body } = await chat.deliver(send);
    expect(body).toMatchObject({ value: expect.stringContaining('「返事に入れる」') });
    expect(await shown()).toEqual(before);
  });

  test('stands below what is written already, and in place of another one', async () => {
    const [vpn, call] = [words.text('turns:quick.vpn'), words.text('turns:quick.call')];
    expect(valueIn(formIn(await fill('こんにちは。', 'vpn')))).toBe(`こんにちは。\n${vpn}`);
    expect(valueIn(formIn(await fill(vpn, 'call')))).toBe(call);
    expect(valueIn(formIn(await fill('こんにちは。', 'no such')))).toBe('こんにちは。');
  });
});

test('an answer of the desk in Teams is corrected with what was written, and the person is told that it replaces the one before', async () => {
  await chat.deliver(answering('一つ目'));
  const notes = () => service.held(pathOf(thread().place)).slice(1);
  await vi.waitFor(() => expect(notes()).toHaveLength(1));
  const offered = offeredIn(notes()[0]?.versions[0] ?? {});
  expect(offered?.title).toBe(words.text('teams:reply.correct'));
  expect(offered?.field).toMatchObject({ value: '一つ目' });
  const data = offered?.button['data'] as object;
  const sent = await chat.deliver(activity(thread().place, 'staff', press(thread().id, data, { answer: '二つ目' })));
  expect(sent).toMatchObject(told(words.text('teams:reply.corrected')));
  const [before, after] = (await shown()).slice(-2);
  expect(before?.lines).toContain('一つ目');
  expect(after?.lines).toContain('二つ目');
  expect(after?.lines.join()).toContain('前の返事を直しました');
  await vi.waitFor(() => expect(notes()).toHaveLength(2));
  expect(thread().notes[1]?.lines[0]).toBe(words.text('teams:reply.corrected'));
});

test('what the bot posted below a ticket in Teams, answers of staff included, is deleted when the person is forgotten', async () => {
  await chat.deliver(answering('田中さん、内線1234の山田です'));
  await vi.waitFor(() => expect(thread().notes).toHaveLength(1));
  // A client without Action.Execute gets the form once more as a post.
  const data = thread().offered?.button['data'] ?? {};
  const typed = { type: 'message', value: { ...data, seen: 0, answer: '鈴木の返事です' } };
  await chat.deliver(activity(thread().place, 'suzuki', typed));
  await vi.waitFor(() => expect(thread().notes).toHaveLength(2));
  const at = pathOf(thread().place);
  await say('データを消して');
  await chat.idle(idOf(place));
  expect(service.held(at)).toEqual([]);
  expect(log.warn).not.toHaveBeenCalled();
});
