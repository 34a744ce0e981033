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

/** Hands a case over in some conversation. */
const handOver = (stage: Awaited<ReturnType<typeof makeStage>>, over: Partial<Incoming> = {}) => [
  () => stage.text('会社のPCで0xC004F074が出ます', over),
  () => stage.press('human', over),
  () => stage.press('skip', over),
];
const erasure = (stage: Awaited<ReturnType<typeof makeStage>>) => () => stage.text('データを消して');
const logged = ({ log }: { readonly log: readonly string[] }, what: string) =>
  log.filter((line) => line.includes(what));

test('the tickets of all conversations of a person are deleted, of however many', async () => {
  const stage = await makeStage();
  const process = stage.process({ timeout: 5_000 });
  for (let n = 0; n < 103; n += 1)
    await deliver(process, ...handOver(stage, { conversation: `slack:T1/C1/${n}.1` as Incoming['conversation'] }));
  await deliver(process, erasure(stage));
  expect(new Set(stage.erased)).toEqual(new Set(stage.tickets.keys()));
  expect(stage.erased).toHaveLength(103);
});

test('a ticket that was opened, and the confirmation was lost, is looked for and deleted', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.open.push('cut');
  await deliver(process, ...handOver(stage));
  expect((await stage.saved()).opened).toEqual([]);
  await deliver(process, erasure(stage));
  expect(stage.erased).toEqual([...stage.tickets.keys()]);
  expect(logged(process, 'ticket of a forgotten person')).toEqual([]);
});

test('a ticket that was not opened yet leaves nothing to be named', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.open.push({ later: 60_000 });
  await deliver(process, ...handOver(stage), erasure(stage));
  expect(stage.tickets.size).toBe(0);
  expect(logged(process, 'ticket of a forgotten person')).toEqual([]);
});

test('a ticket that may have arrived where a desk cannot be asked is named by its key', async () => {
  const stage = await makeStage({ searchable: false });
  const process = stage.process();
  stage.faults.open.push('throw');
  await deliver(process, ...handOver(stage));
  const [key] = (await stage.saved()).lanes['desk:office']?.jobs.map((job) => job.key) ?? [];
  await deliver(process, erasure(stage));
  expect(logged(process, 'may have been opened').join()).toContain(key);
});

test('a ticket that is being opened while its person is forgotten is deleted as soon as it is open', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const [first, human, skip] = handOver(stage);
  if (first === undefined || human === undefined || skip === undefined) throw new Error('Nothing to hand over');
  await deliver(process, first, human);
  stage.faults.open.push('slow');
  const opening = new Promise<void>((resolve) => {
    stage.beforeOpen = async () => resolve();
  });
  await process.bot.receive(skip());
  await opening;
  await process.bot.receive(erasure(stage)());
  await process.bot.rest();
  expect(await stage.store.load(conversation)).toBeUndefined();
  expect(stage.tickets.size).toBe(1);
  expect(stage.erased).toEqual([...stage.tickets.keys()]);
  expect(logged(process, 'deleted once it was open')).toHaveLength(1);
});

test('a desk that does not answer holds an erasure of many tickets up for one timeout in all, and they are named', async () => {
  const stage = await makeStage();
  const process = stage.process({ timeout: 200 });
  const places = Array.from({ length: 10 }, (_, n) => `slack:T1/C1/${n}.1` as Incoming['conversation']);
  for (const place of places) await deliver(process, ...handOver(stage, { conversation: place }));
  stage.beforeErase = () => new Promise(() => {});
  const before = performance.now();
  await deliver(process, erasure(stage));
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(stage.last().outgoing.view.text).toContain('すべて消しました');
  expect(logged(process, 'delete it by hand')).toHaveLength(10);
});
