import { expect, test } from 'vitest';
import { deliver, handOver, makeStage } from './stage.ts';

/** Somebody at work whose case a desk has, and who then has a letter to Microsoft written. */
async function writtenElsewhere() {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    ...handOver(stage),
    () => stage.press('other-recipient'),
    () => stage.press('microsoft'),
    () => stage.press('skip'),
  );
  return { stage, process };
}

test('a letter to somebody else leaves the case with the desk, which hears of it and keeps the letter that it got', async () => {
  const { stage, process } = await writtenElsewhere();
  expect(stage.notes.map(({ note }) => note)).toEqual([
    { kind: 'words', text: '（Microsoftの窓口あての連絡文も、ボットで作りました。この相談は、窓口に残っています。）' },
  ]);
  await deliver(process, () => stage.text('来週の月曜までに必要です'));
  expect(stage.notes.at(-1)?.note).toEqual({ kind: 'words', text: '来週の月曜までに必要です' });
  expect(stage.shows.length).toBeGreaterThan(0);
  expect(stage.shows.map(({ ticket }) => ticket.handover.to)).not.toContain('microsoft');
});

test('the person reads that they send such a letter themselves, and may still take the hand-over back', async () => {
  const { stage } = await writtenElsewhere();
  const { view } = stage.last().outgoing;
  expect(view.text).toContain('コピーし');
  expect(view.text).not.toContain('こちらから送る');
  expect(view.choices.map(({ id }) => id)).toContain('withdraw');
});

test('no ticket says that a list was done which was only shown, also once it came back after it was solved', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.text('直りました'),
    () => stage.text('また同じ表示が出ました'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  const [[ticket] = []] = [...stage.tickets.values()];
  expect(ticket?.handover.to).toBe('it-admin');
  expect(ticket?.handover.text).not.toContain('次の手順を行いました');
});
