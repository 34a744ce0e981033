import { expect, test } from 'vitest';
import type { MessageRef } from '../../src/bot/ports.ts';
import { deliver, makeStage, type Stage } from './stage.ts';

const ids = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);

test('an answered message is edited to show the label of the pressed button', async () => {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('こんにちは'),
    () => stage.press('organization'),
  );
  const label = stage.messages[0]?.outgoing.view.choices.find(({ id }) => id === 'organization')?.label;
  expect(stage.messages.map(({ answer }) => answer)).toEqual([label, undefined]);
});

test('an answered message is edited to its own text, also after a follow-up about it was sent', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCです'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => stage.text('ありがとう'),
  );
  stage.clock += 25 * 60 * 60 * 1_000;
  await process.bot.sweep();
  await process.bot.rest();
  await deliver(process, () => stage.press('solved'));
  const answered = stage.messages.slice(-4).map(({ answer }) => answer !== undefined);
  expect(answered).toEqual([true, true, true, false]);
});

test('the edit of an answered message keeps the notices that the runtime added to it', async () => {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.text('担当者に相談'),
    () => stage.incoming({ type: 'form', to: 'form', values: {}, files: [] }),
    () => stage.press('continue'),
  );
  const handed = stage.messages.find(({ outgoing }) => outgoing.outcome === 'escalated');
  expect(handed?.outgoing.view.lead.at(0)).toContain('担当窓口');
  expect(handed?.answer).toBeTypeOf('string');
});

test('a click on an earlier question asks the present one again and changes no fact', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('こんにちは'));
  const old = stage.last().outgoing.view.id;
  await deliver(process, () => stage.press('personal'));
  await deliver(process, () => stage.incoming({ type: 'choice', to: old, choice: 'organization' }));
  expect(ids(stage)).toEqual(['question.origin', 'question.screen', 'question.screen']);
  expect(stage.last().outgoing.facts).toEqual({ origin: 'personal' });
});

test('the repeated clicks of a double click do nothing, at two processes too, and count again a minute later', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(one, () => stage.text('こんにちは'));
  const clicks = [stage.press('personal'), stage.press('personal')] as const;
  await Promise.all([one.bot.receive(clicks[0]), two.bot.receive(clicks[1])]);
  await Promise.all([one.bot.rest(), two.bot.rest()]);
  expect(ids(stage)).toEqual(['question.origin', 'question.screen']);
  stage.clock += 500;
  await deliver(one, () => ({ ...clicks[0], id: 'third click' }));
  expect(ids(stage)).toEqual(['question.origin', 'question.screen']);
  stage.clock += 60_000;
  await deliver(one, () => ({ ...clicks[0], id: 'a minute later' }));
  expect(ids(stage)).toEqual(['question.origin', 'question.screen', 'question.screen']);
});

test('a button that leaves the present question open can be pressed again', async () => {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('こんにちは'),
    () => stage.press('help'),
    () => stage.press('help'),
  );
  expect(stage.messages).toHaveLength(3);
});

test('two equal clicks on one message count once; a click on its reply counts as another', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const on = (message: string) => ({ on: message as MessageRef });
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('stuck', on('one')),
  );
  const help = () => stage.press('help', on('two'));
  await deliver(process, help, help);
  expect(stage.messages).toHaveLength(3);
  await deliver(process, () => stage.press('help', on('three')));
  expect(stage.messages).toHaveLength(4);
  stage.clock += 3_000;
  await deliver(process, () => stage.press('help', on('three')));
  expect(stage.messages).toHaveLength(5);
});

test('a form that is sent twice from one message counts once', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
  );
  const to = stage.last().outgoing.view.id;
  const send = () =>
    stage.incoming({ type: 'form', to, values: { message: 'x' }, files: [] }, { on: 'form' as MessageRef });
  await deliver(process, send, send);
  expect(ids(stage).slice(2)).toEqual(['closed.escalated']);
});

test('a press on a message answers a newer one of the same question that was not yet sent', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  stage.faults.post.push({ later: 1_000 });
  await deliver(process, () => stage.text('使い方'));
  await deliver(process, () => stage.press('dont-know'));
  stage.clock += 2_000;
  await process.bot.sweep();
  await process.bot.rest();
  expect(stage.messages.map(({ answer }) => answer)).toEqual(['', expect.stringMatching(/./), undefined]);
});
