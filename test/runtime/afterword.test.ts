import { describe, expect, test } from 'vitest';
import type { StaffAct } from '../../src/bot/types.ts';
import { bob, conversation, deliver, makeStage, type Process, pass, type Stage, staff } from './stage.ts';

const trouble = '会社のPCで0xC004F074が出ます';
const act = (stage: Stage, what: StaffAct) =>
  stage.incoming({ type: 'staff', act: what, by: '佐藤', seen: null }, { person: staff, address: '', opens: false });
const says = (stage: Stage) => stage.last().outgoing.view.lead.join();
const notes = (stage: Stage) => stage.notes.map(({ note }) => note);
const remarks = (stage: Stage) => notes(stage).filter(({ kind }) => kind === 'remark');
const invitation = '担当窓口へのひとことがあれば';

/** Somebody whose case a desk had, who has reported that it is solved and has not said yet whether the bot helped. */
async function solved(...more: readonly ((stage: Stage) => ReturnType<Stage['text']>)[]) {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text(trouble),
    () => stage.press('human'),
    () => stage.press('skip'),
    ...more.map((one) => () => one(stage)),
    () => stage.press('solved'),
  );
  expect(stage.last().outgoing.view.id).toBe('closed.resolved');
  return { stage, process };
}
async function rated(press: 'rate-good' | 'rate-bad' = 'rate-good') {
  const { stage, process } = await solved();
  await deliver(process, () => stage.press(press));
  return { stage, process };
}

describe('whoever has said whether the bot helped with a case that a desk had', () => {
  test.each(['rate-good', 'rate-bad'] as const)('is invited to add a word for the desk (%s), once', async (press) => {
    const { stage, process } = await rated(press);
    expect(says(stage)).toContain(invitation);
    await deliver(process, () => stage.text('ありがとう。とても助かりました'));
    expect(says(stage)).not.toContain(invitation);
  });

  test.each(['佐藤さんの説明がわかりやすかったです', '対応が少し遅かったです', 'ありがとうございました'])(
    'has the word 「%s」 passed to the ticket, which stays closed, and is thanked in one line',
    async (text) => {
      const { stage, process } = await rated();
      const [ticket] = stage.tickets.keys();
      const { length } = stage.shows;
      await deliver(process, () => stage.text(text));
      expect(remarks(stage)).toEqual([{ kind: 'remark', text }]);
      expect(stage.notes.at(-1)?.opened).toBe(ticket);
      expect(stage.last().outgoing.view.lead).toEqual(['担当窓口に伝えました。ありがとうございます。']);
      const record = await stage.saved();
      expect(record.opened).toMatchObject([{ over: true }]);
      expect(record.alarms.map(({ kind }) => kind)).toEqual(['delete']);
      expect(stage.tickets.size).toBe(1);
      expect(stage.shows).toHaveLength(length);
    },
  );

  test('has the word kept for the desk in a record that earlier versions leave alone, since they know no such note', async () => {
    const { stage, process } = await rated();
    stage.faults.note.push({ later: 60_000 });
    await deliver(process, () => stage.text('対応が少し遅かったです'));
    expect((await stage.store.load(conversation))?.format).toBe(3);
    await pass(stage, process, 61_000);
    expect(remarks(stage)).toHaveLength(1);
    expect((await stage.store.load(conversation))?.format).toBe(2);
  });

  test.each([
    [
      'en',
      "If you'd like to say a word to the desk, write it here",
      'The instructions were clear, thanks',
      "I've passed it on to the desk. Thank you.",
    ],
    [
      'ja-easy',
      '係の 人に 言いたい ことが',
      '係の 人が やさしかったです',
      '係の 人に つたえました。ありがとうございます。',
    ],
  ] as const)('reads it in the language %s', async (language, invited, text, thanked) => {
    const stage = await makeStage();
    const process = stage.process();
    const over = { language, languageChosen: true };
    await deliver(
      process,
      () => stage.text(language === 'en' ? 'my work laptop shows 0xC004F074' : trouble, over),
      () => stage.press('human', over),
      () => stage.press('skip', over),
      () => stage.press('solved', over),
      () => stage.press('rate-bad', over),
    );
    expect(says(stage)).toContain(invited);
    await deliver(process, () => stage.text(text, over));
    expect(remarks(stage)).toEqual([{ kind: 'remark', text }]);
    expect(says(stage)).toBe(thanked);
  });

  test('is answered as before by the second message, which the desk does not get', async () => {
    const { stage, process } = await rated();
    await deliver(
      process,
      () => stage.text('説明がわかりやすかったです'),
      () => stage.text('ありがとうございました'),
    );
    expect(remarks(stage)).toHaveLength(1);
    expect(says(stage)).toContain('どういたしまして');
  });

  test('has a word passed on again that they edit', async () => {
    const { stage, process } = await rated();
    const first = stage.text('説明がわかりやすかたです');
    await deliver(
      process,
      () => first,
      () => stage.incoming({ type: 'edit', text: '説明がわかりやすかったです', of: first.id }),
    );
    expect(remarks(stage)).toEqual([
      { kind: 'remark', text: '説明がわかりやすかたです' },
      { kind: 'remark', text: '説明がわかりやすかったです' },
    ]);
  });

  test('has keys and IDs removed from the word, and is told so', async () => {
    const { stage, process } = await rated();
    await deliver(process, () => stage.text('助かりました。キーは VK7JG-NPHTM-C97JM-9MPGT-3V66T でした'));
    expect(JSON.stringify(notes(stage))).not.toContain('NPHTM');
    expect(says(stage)).toContain('残していません');
    expect(JSON.stringify(await stage.saved())).not.toContain('NPHTM');
  });

  test('leaves no word behind once the desk has it', async () => {
    const { stage, process } = await rated();
    await deliver(process, () => stage.text('説明がわかりやすかったです'));
    await pass(stage, process, 1_000);
    expect(JSON.stringify(await stage.saved())).not.toContain('わかりやすか');
  });

  test.each(['特にありません', 'いいえ', 'いえ、大丈夫です'])(
    'may say 「%s」: nothing is passed on, and the case stays closed',
    async (text) => {
      const { stage, process } = await rated();
      await deliver(process, () => stage.text(text));
      expect(remarks(stage)).toEqual([]);
      expect(stage.last().outgoing.view.id).toBe('closed.resolved');
    },
  );

  test.each([
    ['今度は自分のPCでプロダクトキーが見つかりません', /^(?!closed)/],
    ['プリンターが動かない', /^advice/],
    ['0xC004F074が出ました', /^(?!closed)/],
    ['データが消えました', /^advice/],
    ['ありがとう。でも今度はプリンターが動きません', /^advice/],
    ['担当者に相談', /^form/],
    ['最初から', /^question/],
  ])('goes on as usual by what tells a trouble or is a command: 「%s」', async (text, view) => {
    const { stage, process } = await rated();
    await deliver(process, () => stage.text(text));
    expect(remarks(stage)).toEqual([]);
    expect(stage.last().outgoing.view.id).toMatch(view);
  });

  test.each(['画面が真っ黒です', 'キーボードが反応しない', 'パソコンが熱いです', 'VPNは切っていいですか'])(
    'is asked what is meant, as usual, by what is not understood: 「%s」',
    async (text) => {
      const { stage, process } = await rated();
      await deliver(process, () => stage.text(text));
      expect(remarks(stage)).toEqual([]);
      expect(says(stage)).not.toContain('伝えました');
    },
  );

  test('is invited as well where the desk had ended the case before', async () => {
    const { stage, process } = await solved((one) => act(one, 'solve'));
    await deliver(
      process,
      () => stage.press('rate-good'),
      () => stage.text('説明がわかりやすかったです'),
    );
    expect(remarks(stage)).toHaveLength(1);
    expect((await stage.saved()).opened).toMatchObject([{ over: true }]);
  });

  test('is invited as well after they went on with the bot while the desk had the case', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text(trouble),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.press('continue'),
      () => stage.text('直りました。認証できました'),
      () => stage.press('rate-good'),
    );
    expect(says(stage)).toContain(invitation);
  });

  test('has nobody else speak for them', async () => {
    const { stage, process } = await rated();
    await deliver(process, () => stage.text('説明がわかりやすかったですね', { person: bob, addressed: false }));
    expect(remarks(stage)).toEqual([]);
  });
});

describe('nothing changes', () => {
  const ask = async (stage: Stage, process: Process) => {
    await deliver(process, () => stage.press('rate-good'));
    expect(says(stage)).not.toContain(invitation);
    await deliver(process, () => stage.text('説明がわかりやすかったです'));
    expect(remarks(stage)).toEqual([]);
  };

  test('where no desk had the case', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('自分のPCで認証できません'),
      () => stage.text('直りました。認証できました'),
    );
    await ask(stage, process);
  });

  test('where a desk had only the case before it', async () => {
    const { stage, process } = await rated();
    await deliver(
      process,
      () => stage.text('別の自分のPCで認証できません'),
      () => stage.text('直りました。認証できました'),
    );
    await ask(stage, process);
  });

  test('where the person took the hand-over back and it was solved later', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text(trouble),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.press('withdraw'),
      () => stage.press('continue'),
      () => stage.text('直りました。認証できました'),
    );
    await ask(stage, process);
  });
});
