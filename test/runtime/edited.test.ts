import { expect, test } from 'vitest';
import { deliver, makeStage, type Stage } from './stage.ts';

/** Somebody who has written this first, and edits their messages. */
async function wrote(...texts: readonly string[]) {
  const stage = await makeStage();
  const process = stage.process();
  const sent = texts.map((text) => stage.text(text));
  await deliver(process, ...sent.map((incoming) => () => incoming));
  const edit = (of: string, text: string) =>
    deliver(process, () => stage.incoming({ type: 'edit', text, of }, { opens: false }));
  return { stage, process, edit, ids: sent.map(({ id }) => id), last: sent.at(-1)?.id ?? '' };
}
const views = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);
const factsIn = async (stage: Stage) => stage.messages.at(-1)?.outgoing.facts;

test('the last message that was edited is understood anew: what it told before is taken back', async () => {
  const { stage, edit, last } = await wrote('自分で買ったPCです');
  await edit(last, '会社のPCです');
  expect(await factsIn(stage)).toEqual({ origin: 'organization' });
  expect(stage.messages).toHaveLength(2);
  expect(stage.messages[0]?.answer).toBe('');
  expect(stage.messages[1]?.outgoing.view.lead.join()).not.toContain('取り消し');
});

test('a message that was not understood is read as it was edited', async () => {
  const { stage, edit, last } = await wrote('会社のPCです', 'どどどどど');
  await edit(last, '0xC004F074');
  expect(await factsIn(stage)).toMatchObject({ errorCodes: ['0xC004F074'] });
});

test('what an edited message no longer says is taken back: another fact, and a code', async () => {
  const one = await wrote('会社のPCで、VPNにつないでいます');
  await one.edit(one.last, '会社のPCで、自宅にいます');
  expect(await factsIn(one.stage)).toEqual({ origin: 'organization', place: 'remote' });
  const other = await wrote('会社のPCです', '0xC004F074が出ます');
  await other.edit(other.last, '0xC004C003が出ます');
  expect(await factsIn(other.stage)).toMatchObject({ errorCodes: ['0xC004C003'] });
});

test('a message that stays unclear however it is edited is no further miss', async () => {
  const { stage, edit, last } = await wrote('会社のPCです', 'どどどどど');
  for (const text of ['どどどど', 'どどど', 'どど']) await edit(last, text);
  expect(views(stage)).toHaveLength(2);
});

test('what was only polite may turn into news', async () => {
  const { stage, edit, last } = await wrote('会社のPCです', 'ありがとう');
  await edit(last, 'ありがとう。0xC004F074が出ます');
  expect(await factsIn(stage)).toMatchObject({ errorCodes: ['0xC004F074'] });
});

test('a message may be edited more than once', async () => {
  const { stage, edit, last } = await wrote('自分で買ったPCです');
  await edit(last, '会社のPCです');
  await edit(last, '中古で買ったPCです');
  expect(await factsIn(stage)).toMatchObject({ origin: 'used' });
});

test.each([
  ['a slip that changes nothing of what it says is not answered', '会社のPCでし', '会社のPCです。'],
  ['a command is not given twice', '最初から', '最初から！'],
])('%s', async (_, text, now) => {
  const { stage, edit, last } = await wrote('こんにちは', text);
  const before = views(stage);
  await edit(last, now);
  expect(views(stage)).toEqual(before);
});

test('a message before the last one stays as it was understood', async () => {
  const { stage, edit, ids } = await wrote('自分で買ったPCです', 'エディションはProです');
  const before = views(stage);
  await edit(ids[0] ?? '', '会社のPCです');
  expect(views(stage)).toEqual(before);
  expect(await factsIn(stage)).toMatchObject({ origin: 'personal' });
});

test('an edited message opens no conversation', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () =>
    stage.incoming({ type: 'edit', text: '会社のPCです', of: 'delivery-0' }, { opens: false }),
  );
  expect(stage.messages).toEqual([]);
});

test('the same report of an edit counts once', async () => {
  const { stage, process, last } = await wrote('自分で買ったPCです');
  const report = stage.incoming({ type: 'edit', text: '会社のPCです', of: last }, { opens: false });
  await deliver(
    process,
    () => report,
    () => report,
  );
  expect(stage.messages).toHaveLength(2);
});
