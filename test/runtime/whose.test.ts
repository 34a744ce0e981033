import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { ownCaseOf } from '../../src/bot/keys.ts';
import { writtenLanguages } from '../../src/bot/languages.ts';
import { alone, type ConversationId, type Incoming, type PersonId } from '../../src/bot/ports.ts';
import { asksForAnother } from '../../src/bot/runtime/index.ts';
import { type ConversationRecord, fromRow } from '../../src/bot/runtime/record.ts';
import { helpersAfter } from '../../src/bot/runtime/whose.ts';
import { ann, bob, conversation, deliver, makeStage, type Stage } from './stage.ts';

const words = wordsIn('ja');
const bobs = ownCaseOf(conversation, bob);
const eve = 'slack:T1/eve' as PersonId;
const of = (person: PersonId, more: Partial<Incoming> = {}): Partial<Incoming> => ({ person, ...more });
const unaddressed = { addressed: false, opens: false };
const attended = { company: { ...alone, attended: true } };
const naming = (...named: readonly PersonId[]) => ({ company: { ...alone, named } });
const recordOf = async ({ store }: Stage, of: ConversationId): Promise<ConversationRecord | undefined> => {
  const row = await store.load(of);
  return row && fromRow(row);
};
const factsOf = async (stage: Stage, of: ConversationId) => (await recordOf(stage, of))?.talk.flow.keep.facts;

describe('a second person in a place', () => {
  test('gets a case of their own when they address the bot, is told so once, and changes nothing of the first one', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCで0xC004F074が出ます'));
    const before = await stage.saved();
    await deliver(process, () => stage.text('自分のPCです。0x803F7001と出ます', of(bob)));
    expect(await stage.saved()).toEqual(before);
    expect(await recordOf(stage, bobs)).toMatchObject({ person: bob });
    expect(await factsOf(stage, bobs)).toMatchObject({ origin: 'personal', errorCodes: ['0x803F7001'] });
    expect(stage.last().outgoing.view.lead).toContain(words.text('says:own-case'));
    await deliver(process, () => stage.text('ヘルプ', of(bob)));
    expect(stage.last().outgoing.view.lead).not.toContain(words.text('says:own-case'));
    expect(await stage.saved()).toEqual(before);
  });

  test('is left alone in their own case too when they talk to others, except where the bot hears everything', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.text('自分のPCです', of(bob)),
    );
    const [first, second] = [await stage.saved(), await recordOf(stage, bobs)];
    await deliver(process, () => stage.text('0x803F7001と出ます', of(bob, unaddressed)));
    expect(await recordOf(stage, bobs)).toEqual(second);
    await deliver(process, () => stage.text('0x803F7001と出ます', of(bob, { ...unaddressed, ...attended })));
    expect(await factsOf(stage, bobs)).toMatchObject({ errorCodes: ['0x803F7001'] });
    expect(await stage.saved()).toEqual(first);
  });

  test('who never addressed the bot gets no case, also where it hears everything', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.text('私もです', of(bob, { ...unaddressed, ...attended })),
    );
    expect(await recordOf(stage, bobs)).toBeUndefined();
    expect(stage.messages).toHaveLength(1);
  });

  test('costs one more load than the first person, and people who talk to each other cost none', async () => {
    const stage = await makeStage();
    const loads: ConversationId[] = [];
    const { load } = stage.store;
    Object.assign(stage.store, {
      load: (one: ConversationId) => {
        loads.push(one);
        return load(one);
      },
    });
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCです'));
    loads.length = 0;
    await deliver(process, () => stage.text('自分のPCです', of(bob)));
    expect(loads).toEqual([conversation, bobs]);
    loads.length = 0;
    await deliver(process, () => stage.text('お昼にしよう', of(eve, unaddressed)));
    expect(loads).toEqual([conversation]);
    loads.length = 0;
    await deliver(process, () => stage.text('VPNはつないでいません'));
    expect(loads).toEqual([]);
  });

  test('who deletes what is stored of them keeps the first person’s case as it is', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.text('自分のPCです', of(bob)),
    );
    const before = await stage.saved();
    await deliver(process, () => stage.text('私の記録を消してください', of(bob, { ...unaddressed, ...attended })));
    expect(await recordOf(stage, bobs)).toBeUndefined();
    expect(await stage.saved()).toEqual(before);
  });

  test('begins no case of somebody else by pressing a button of one that is gone', async () => {
    const stage = await makeStage();
    const process = stage.process();
    const press = { type: 'choice', to: 'question.origin', choice: 'own' } as const;
    await deliver(process, () => stage.incoming(press, of(eve, { conversation: bobs })));
    expect(await recordOf(stage, bobs)).toBeUndefined();
  });
});

describe('a press by somebody whose case it is not', () => {
  const pressing = (person: PersonId, shown = '<@U1>') => of(person, { company: { ...alone, shown } });

  test('answers a question, and the message shows who pressed', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('認証できません'),
      () => stage.press('organization', pressing(bob)),
    );
    expect(await factsOf(stage, conversation)).toMatchObject({ origin: 'organization' });
    expect(stage.messages[0]?.answer).toMatch(/（<@U1>さん）$/);
    expect(await recordOf(stage, bobs)).toBeUndefined();
  });

  test('of the person’s own shows no name', async () => {
    const stage = await makeStage();
    await deliver(
      stage.process(),
      () => stage.text('認証できません'),
      () => stage.press('organization', pressing(ann)),
    );
    expect(stage.messages[0]?.answer).not.toContain('<@U1>');
  });

  test('leaves the address by which the person is reached as it is', async () => {
    const stage = await makeStage();
    await deliver(
      stage.process(),
      () => stage.text('認証できません'),
      () => stage.press('organization', of(bob, { address: '{"channel":"C2"}' })),
    );
    expect(await stage.saved()).toMatchObject({ address: '{"channel":"C1"}' });
  });

  test.each(['restart', 'cancel', 'human', 'form', 'english', 'easy-japanese'])(
    'that ends, restarts, hands over or translates the case changes nothing: %s',
    async (choice) => {
      const stage = await makeStage();
      const process = stage.process();
      await deliver(process, () => stage.text('会社のPCで0xC004F074が出ます'));
      const before = await stage.saved();
      expect(await process.bot.receive(stage.press(choice, of(bob)))).toBe('not allowed');
      expect(await stage.saved()).toEqual(before);
      expect(stage.messages).toHaveLength(1);
    },
  );

  test('that would send the letter, or go on after the end changes nothing', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
    );
    expect(stage.last().outgoing.view.form).not.toBeNull();
    for (const choice of ['skip', 'other-recipient'])
      expect(await process.bot.receive(stage.press(choice, of(bob)))).toBe('not allowed');
    const form = () =>
      stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: {}, files: [] }, of(bob));
    expect(await process.bot.receive(form())).toBe('not allowed');
    await deliver(process, () => stage.press('skip'));
    for (const choice of ['solved', 'continue', 'other-recipient'])
      expect(await process.bot.receive(stage.press(choice, of(bob)))).toBe('not allowed');
    expect(await stage.saved()).toMatchObject({ talk: { flow: { place: { outcome: 'escalated' } } } });
  });
});

test('“yes” to whether it is solved counts from the person alone, “not yet” from others too', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('自分で買ったPCです。大型アップデートの直後から到達できませんと出ます'),
    () => stage.press('backed-up'),
  );
  expect(stage.last().outgoing.view.id).toBe('advice.wait');
  expect(await process.bot.receive(stage.press('yes', of(bob)))).toBe('not allowed');
  expect(await process.bot.receive(stage.press('done', of(bob)))).toBe('answered');
});

test.each(writtenLanguages)(
  'every word for a helper names one, and every contrary of it nobody ($language)',
  (language) => {
    const record = { conversation, born: 0, person: ann, helpers: [], seen: [] };
    const names = (text: string) => {
      const incoming = {
        person: ann,
        addressed: true,
        company: { ...alone, named: [bob] },
        input: { type: 'text' as const, text },
      };
      return helpersAfter(record, incoming).length > 0;
    };
    const { words: helps, unless } = language.helping;
    expect(helps.filter((text) => !names(text))).toEqual([]);
    expect(unless.filter((text) => names(text) || names(`${text} ${helps[0]}`))).toEqual([]);
  },
);

describe('a helper', () => {
  test.each([
    'bobさんが手伝ってくれます',
    'bobさんに代わりに答えてもらいます',
    'bob helps me with this',
    'bob can answer for me',
  ])('whom the person mentions beside the bot is confirmed in one line: “%s”', async (text) => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCです'));
    const before = await stage.saved();
    await deliver(process, () => stage.text(text, naming(bob)));
    expect(stage.last().outgoing.view.lead[0]).toMatch(/お名前の出た方|The person you named/);
    expect((await stage.saved()).talk.flow.place).toEqual(before.talk.flow.place);
  });

  test('speaks in the person’s case when they address the bot, and may hand it over', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.text('bobさんが手伝ってくれます', naming(bob)),
      () => stage.text('0xC004F074と出ます', of(bob)),
    );
    expect(await factsOf(stage, conversation)).toMatchObject({ errorCodes: ['0xC004F074'] });
    expect(await recordOf(stage, bobs)).toBeUndefined();
    await deliver(
      process,
      () => stage.press('human', of(bob)),
      () => stage.press('skip', of(bob)),
      () => stage.text('お昼にしよう', of(bob, { ...unaddressed, ...attended })),
    );
    expect(await stage.saved()).toMatchObject({ quiet: false, talk: { flow: { place: { outcome: 'escalated' } } } });
  });

  test('names no further one', async () => {
    const stage = await makeStage();
    await deliver(
      stage.process(),
      () => stage.text('会社のPCです'),
      () => stage.text('bobさんが手伝ってくれます', naming(bob)),
      () => stage.text('eveさんも手伝ってくれます', of(bob, naming(eve))),
    );
    expect((await stage.saved()).helpers).toHaveLength(1);
  });

  test.each([
    ['somebody else names', of(eve, naming(bob)), 'bobさんが手伝ってくれます'],
    ['is named to others, not to the bot', { ...naming(bob), addressed: false }, 'bobさんが手伝ってくれます'],
    ['is only mentioned', naming(bob), 'bobさんのPCも同じです'],
    ['does not help', naming(bob), 'bobさんは手伝ってくれません'],
  ])('is nobody who %s', async (_who, over, text) => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.text(text, over),
    );
    expect(await stage.saved()).toMatchObject({ helpers: [] });
  });

  test('is named in the very first message as well, whose problem is heard', async () => {
    const stage = await makeStage();
    await deliver(stage.process(), () =>
      stage.text('会社のPCで0xC004F074が出ます。bobさんが手伝ってくれます', naming(bob)),
    );
    expect(await stage.saved()).toMatchObject({ helpers: [expect.any(String)] });
    expect(await factsOf(stage, conversation)).toMatchObject({ errorCodes: ['0xC004F074'] });
  });

  test('makes room for others after five, and no id of theirs is stored', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCです'));
    for (const one of ['a', 'b', 'c', 'd', 'e', 'f'])
      await deliver(process, () => stage.text('手伝ってくれます', naming(`slack:T1:U0${one}` as PersonId)));
    expect((await stage.saved()).helpers).toHaveLength(5);
    expect((await stage.store.load(conversation))?.body).not.toContain('slack:T1:U0');
    expect(await process.bot.receive(stage.press('restart', of('slack:T1:U0a' as PersonId)))).toBe('not allowed');
    expect(await process.bot.receive(stage.press('restart', of('slack:T1:U0f' as PersonId)))).toBe('answered');
  });
});

test('staff who write after a hand-over take over where the bot hears everything too', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => stage.text('担当の者です', of(bob, { ...unaddressed, company: { ...alone, attended: true, staff: '佐藤' } })),
  );
  expect(await stage.saved()).toMatchObject({ quiet: true });
});

test('staff who mention one of two people with cases in a thread take over the case of that one alone', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const hands = () => [
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  ];
  await deliver(process, ...hands());
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます', of(bob)),
    () => stage.press('human', { ...of(bob), conversation: bobs }),
    () => stage.press('skip', { ...of(bob), conversation: bobs }),
  );
  const company = { ...alone, attended: true, staff: '佐藤', named: [bob] };
  await deliver(process, () => stage.text('こちらで見ます', of(eve, { ...unaddressed, company })));
  expect((await stage.saved()).quiet).toBe(false);
  expect(await recordOf(stage, bobs)).toMatchObject({
    quiet: true,
    handling: { state: 'taken', by: '佐藤' },
    owner: eve,
  });
});

test.each([
  ['見てあげて', true],
  ['お願いします', true],
  ['can you help her?', true],
  ['', true],
  ['会社のPCで0xC004F074が出ます', false],
  ['私の記録を消してください', false],
  ['英語で', false],
])('“%s” is a request for somebody else: %s', (text, expected) => {
  expect(asksForAnother(text)).toBe(expected);
});
