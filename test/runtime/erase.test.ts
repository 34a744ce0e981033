import { expect, test } from 'vitest';
import type { Incoming } from '../../src/bot/ports.ts';
import { ann, bob, conversation, deliver, makeStage } from './stage.ts';

for (const request of [
  'データを消して',
  '私のデータをすべて削除してください。',
  'これまでのチャットの履歴を全部消してもらえますか？',
  '会話の記録は忘れてほしいです',
  'delete my data',
  'Please erase all of this conversation',
  'Please forget me.',
])
  test(`a person who asks for erasure has every conversation deleted: ${request}`, async () => {
    const stage = await makeStage();
    const process = stage.process();
    const other = { conversation: 'slack:T1/C2/9.9' as Incoming['conversation'] };
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.text('会社のPCです', other),
      () => stage.text(request),
    );
    const confirmed = /^[ -~]*$/.test(request) ? 'I have deleted everything' : 'すべて消しました';
    expect(stage.last().outgoing.view.text).toContain(confirmed);
    expect(await stage.store.of(ann)).toEqual([]);
    expect(await stage.store.load(conversation)).toBeUndefined();
  });

test('an erasure request is confirmed in the language that the person chose for all their conversations', async () => {
  const stage = await makeStage();
  const chosen = { language: 'en', languageChosen: true } as const;
  await deliver(
    stage.process(),
    () => stage.text('会社のPCです', chosen),
    () => stage.text('データを消して', chosen),
  );
  expect(stage.last().outgoing.view.text).toContain('I have deleted everything');
});

for (const about of [
  'データが消えた',
  'データを消してもいいですか',
  'データは消えますか',
  'データを全部消しても認証は残りますか',
  'delete my data?',
  'forget my data partition',
  'データを消して入れ直したい',
  'I want to delete my data and reinstall',
])
  test(`a message about the data on the PC is no erasure request and deletes nothing: ${about}`, async () => {
    const stage = await makeStage();
    await deliver(
      stage.process(),
      () => stage.text('自分のPCです'),
      () => stage.text(about),
    );
    expect(await stage.store.load(conversation)).toBeDefined();
  });

test('an erasure request said to others, or by another person in a case, deletes nothing of the person', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const overheard = { opens: false, addressed: false };
  const theirs = { conversation: 'slack:T1/C2/9.9' as Incoming['conversation'] };
  await deliver(
    process,
    () => stage.text('会社のPCです'),
    () => stage.text('履歴を削除してください', { ...overheard, ...theirs }),
    () => stage.text('履歴を削除してください', { ...overheard, person: bob }),
  );
  expect(stage.messages).toHaveLength(1);
  expect(await stage.store.load(conversation)).toBeDefined();
  await deliver(process, () => stage.text('履歴を削除してください', overheard));
  expect(await stage.store.load(conversation)).toBeUndefined();
});

for (const [fault, title] of [
  ['cut', 'is cut off after it took the answer'],
  ['throw', 'fails before it took the answer'],
  [{ later: 1 }, 'takes nothing for a while'],
] as const)
  test(`a person who asks for erasure is told once, by the repeated delivery, when the channel ${title}`, async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCです'));
    stage.faults.post.push(fault);
    const request = stage.text('履歴を削除してください', { opens: false, addressed: false });
    await expect(process.bot.receive(request)).rejects.toThrow();
    expect(await stage.store.load(conversation)).toBeUndefined();
    await Promise.all([process.bot.receive(request), process.bot.receive(request)]);
    await process.bot.receive({ ...request, addressed: true });
    expect(stage.messages.map(({ outgoing }) => outgoing.view.id)).toEqual([expect.any(String), 'notice']);
  });

test('what the bot posted about a person at the desk goes with everything else', async () => {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => stage.text('画面が青いままです'),
    () => stage.text('データを消して'),
  );
  expect(stage.erased).toEqual([...stage.tickets.keys(), ...stage.notes.map(({ key }) => key)]);
  expect(stage.last().outgoing.view.text).toContain('すべて消しました');
});

test('a desk that cannot delete a ticket holds no erasure up; the operator is told its number', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  Object.defineProperty(stage.erased, 'push', {
    value: () => {
      throw new Error('away');
    },
  });
  await deliver(process, () => stage.text('データを消して'));
  expect(stage.last().outgoing.view.text).toContain('すべて消しました');
  expect(process.log.join()).toContain([...stage.tickets.keys()][0]);
});
