import { expect, test } from 'vitest';
import type { MessageRef } from '../../src/bot/ports.ts';
import { deliver, makeStage, pass, type Stage } from './stage.ts';

/** Somebody to whom a list of steps is shown. */
async function atList() {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('自分のPCです。データはコピーしてあります。認証サーバーに到達できません'));
  expect(views(stage)).toEqual(['list.P1']);
  const turn = (choice: string) => stage.press(choice, { on: `m${stage.messages.length - 1}` as MessageRef });
  return { stage, process, turn };
}
const views = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);
const answers = ({ messages }: Stage) => messages.map(({ answer }) => answer);

test('a list turns its pages in its own message: a step, the next one, the way back, the help, and all steps', async () => {
  const { stage, process, turn } = await atList();
  const seen: string[] = [];
  for (const choice of ['step-2', 'next', 'back', 'stuck', 'all', 'steps']) {
    await deliver(process, () => turn(choice));
    seen.push(...views(stage));
  }
  expect(seen).toEqual(['step.P1.2', 'step.P1.3', 'step.P1.2', 'stuck.P1.2', 'list.P1', 'step.P1.1']);
  expect(answers(stage)).toEqual([undefined]);
});

test('what ends a list is a new message, and the old one shows what was pressed', async () => {
  const { stage, process, turn } = await atList();
  await deliver(
    process,
    () => turn('step-6'),
    () => turn('next'),
  );
  expect(views(stage)).toEqual(['step.P1.6', 'check.P1']);
  expect(answers(stage)).toEqual(['次へ', undefined]);
});

test('what is typed turns no page: its reply is a new message', async () => {
  const { stage, process } = await atList();
  await deliver(process, () => stage.text('手順2を見せて'));
  expect(views(stage)).toEqual(['list.P1', 'step.P1.2']);
  expect(answers(stage)).toEqual(['', undefined]);
});

test('a press on a message that is not the newest turns no page', async () => {
  const { stage, process } = await atList();
  await deliver(
    process,
    () => stage.text('ありがとう'),
    () => stage.press('step-2', { on: 'm0' as MessageRef }),
  );
  expect(views(stage)).toEqual(['list.P1', 'list.P1', 'step.P1.2']);
});

test('a press whose message is not known turns no page', async () => {
  const { stage, process } = await atList();
  await deliver(process, () => stage.press('step-2'));
  expect(views(stage)).toEqual(['list.P1', 'step.P1.2']);
});

test('a page whose message was deleted is a new message', async () => {
  const { stage, process } = await atList();
  await deliver(process, () => stage.press('step-2', { on: 'm0' as MessageRef }));
  stage.messages.length = 0;
  await deliver(process, () =>
    stage.incoming({ type: 'choice', to: 'step.P1.2', choice: 'next' }, { on: 'm0' as MessageRef }),
  );
  expect(views(stage)).toEqual(['step.P1.3']);
});

test('a page whose message is gone is looked for before it is posted once more', async () => {
  const { stage, process, turn } = await atList();
  stage.faults.replace.push('throw');
  await deliver(process, () => turn('step-2'));
  const shown = stage.messages.splice(0);
  stage.faults.post.push('cut');
  await pass(stage, process, 60_000);
  await pass(stage, process, 60_000);
  expect(views(stage)).toEqual(['step.P1.2']);
  expect(shown).toHaveLength(1);
});

test('a page whose message must not be edited is a new message', async () => {
  const { stage, process, turn } = await atList();
  stage.faults.replace.push('never');
  await deliver(process, () => turn('step-2'));
  expect(views(stage)).toEqual(['list.P1', 'step.P1.2']);
});

test.each(['throw', 'cut', { later: 1_000 }] as const)(
  'a page that fails once (%j) is shown later, in the same message',
  async (fault) => {
    const { stage, process, turn } = await atList();
    stage.faults.replace.push(fault);
    await deliver(process, () => turn('step-2'));
    await pass(stage, process, 60_000);
    expect(views(stage)).toEqual(['step.P1.2']);
    await deliver(process, () => turn('next'));
    expect(views(stage)).toEqual(['step.P1.3']);
  },
);

test('a double click turns one page', async () => {
  const { stage, process, turn } = await atList();
  const [one, two] = [turn('steps'), turn('steps')];
  await Promise.all([process.bot.receive(one), process.bot.receive(two)]);
  await process.bot.rest();
  expect(views(stage)).toEqual(['step.P1.1']);
});
