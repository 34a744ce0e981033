import { expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import { conversation, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

const words = wordsIn('ja');
const day = 24 * 60 * 60 * 1_000;
const answered = (stage: Stage, text: string) =>
  stage.incoming(
    { type: 'desk', text, by: '', corrects: false, seen: null, attached: null },
    { person: staff, address: '', opens: false },
  );

/** A case that was handed over to the desk. */
const handOver = (stage: Stage) => [
  () => stage.text('会社のPCで0xC004F074が出ます'),
  () => stage.press('human'),
  () => stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: {}, files: [] }),
];

test('who has a desk is told that the bot sends the letter; where the desk cannot be reached, to send it themselves', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage));
  const to = { recipient: words.text('handover:recipients.it-admin') };
  const sendTo = words.text('handover:it-admin.send');
  const { view } = stage.last().outgoing;
  expect(view.text).toBe(words.text('prompts:escalated.sent', to));
  expect(view.notes).not.toContain(sendTo);
  const other = await makeStage();
  other.faults.open.push('never');
  const failing = other.process();
  await deliver(failing, ...handOver(other));
  await pass(other, failing, 60_000);
  const last = other.last().outgoing.view;
  expect(last.lead.join()).toContain('担当窓口へ送れませんでした');
  expect(last.text).toBe(words.text('prompts:escalated.text', to));
  expect(last.notes).toContain(sendTo);
  expect(last.choices.map(({ id }) => id)).not.toContain('withdraw');
});

test('an answer of the desk reaches the person once, in their own conversation, though it is delivered twice', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage));
  const { address, person } = await stage.saved();
  const answer = answered(stage, 'サーバーを直しました。\nもう一度お試しください。');
  await deliver(
    process,
    () => answer,
    () => answer,
  );
  const { view, handover } = stage.last().outgoing;
  expect(stage.messages).toHaveLength(4);
  expect(view).toMatchObject({
    id: 'closed.escalated',
    lead: [words.text('turns:desk-answered', { who: words.text('turns:staff') })],
    quote: 'サーバーを直しました。\nもう一度お試しください。',
    text: words.text('turns:desk-answered-next'),
  });
  expect(view.choices.map(({ id }) => id)).toContain('solved');
  expect(handover).toBeNull();
  expect(await stage.saved()).toMatchObject({ address, person });
  expect([...stage.tickets.values()].flat()).toHaveLength(1);
});

test('an equal second answer of the desk is not sent to the person again, a different one is', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage), () => answered(stage, '直しました'));
  expect(await process.bot.receive(answered(stage, '直しました'))).toBe('left alone');
  await process.bot.rest();
  expect(stage.messages).toHaveLength(4);
  await deliver(process, () => answered(stage, '念のため、再起動もお願いします'));
  expect(stage.messages).toHaveLength(5);
});

test('after an answer of the desk the person can report that the problem is solved', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    ...handOver(stage),
    () => answered(stage, '直しました'),
    () => stage.press('solved'),
  );
  expect(stage.last().outgoing).toMatchObject({ outcome: 'resolved', view: { quote: '' } });
});

test('a person who began anew before the desk answers gets the answer and their present question again', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    ...handOver(stage),
    () => stage.text('最初から'),
    () => answered(stage, '直しました'),
  );
  expect(stage.last().outgoing.view).toMatchObject({ id: 'question.origin', quote: '直しました' });
  expect(stage.last().outgoing.view.text).not.toBe('');
});

test('a day after an answer of the desk the person gets a follow-up, even if they had one before', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage));
  const pass = async () => {
    stage.clock += day + 1;
    await process.bot.sweep();
    await process.bot.rest();
  };
  await pass();
  await deliver(process, () => answered(stage, '直しました'));
  const before = stage.messages.length;
  await pass();
  expect(stage.messages).toHaveLength(before + 1);
  expect(stage.last().outgoing.view).toMatchObject({ lead: [words.text('turns:follow-up')], quote: '' });
});

test('a product key in an answer of the desk is neither stored nor shown, and an answer that is too long is cut', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const key = 'VK7JG-NPHTM-C97JM-9MPGT-3V66T';
  await deliver(process, ...handOver(stage), () => answered(stage, `${key} を入れてください。${'あ'.repeat(5_000)}`));
  const { quote } = stage.last().outgoing.view;
  expect(quote).toMatch(/^••• を入れてください。/);
  expect(quote.length).toBeLessThanOrEqual(2_000);
  expect(JSON.stringify(await stage.store.load(conversation))).not.toContain('NPHTM');
});

test('an answer of the desk is shown as it was written, with what only looks like a secret', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const written =
    '　ＶＰＮは　https://intra.example.co.jp/vpn　です。\n\n  KMS01-TOKYO-PROD2、TKYFS-PRD03-NW7K2、INC0012345';
  await deliver(process, ...handOver(stage), () => answered(stage, written));
  expect(stage.last().outgoing.view.quote).toBe(written);
});

test('an answer of the desk to a conversation that is not stored reaches nobody, and the caller learns so', async () => {
  const stage = await makeStage();
  const { bot } = stage.process();
  expect(await bot.receive(answered(stage, '直しました'))).toBe('no conversation');
  expect(stage.messages).toEqual([]);
  await bot.receive(stage.text('こんにちは'));
  expect(await bot.receive(answered(stage, '直しました'))).toBe('answered');
});

test('the own words of a ticket are those of the form that its letter tells, without secrets', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () =>
      stage.incoming({
        type: 'form',
        to: stage.last().outgoing.view.id,
        values: { recent: '更新のあとです。VK7JG-NPHTM-C97JM-9MPGT-3V66T', edition: 'Windows 11 Pro' },
        files: [],
      }),
  );
  const [ticket] = [...stage.tickets.values()].flat();
  expect(ticket?.words).toMatch(/^更新のあとです。/);
  expect(ticket?.words).not.toContain('VK7JG');
  expect(ticket?.handover.text).toContain(ticket?.words);
});
