import { describe, expect, test } from 'vitest';
import { fromSnapshot } from '../../src/bot/runtime/snapshot.ts';
import { viewTicket } from '../../src/bot/view/ticket.ts';
import { asStaff, bob, deliver, makeStage, type Process, type Stage } from './stage.ts';

const trouble = '会社のPCで0xC004F074が出ます';
const opened = ({ tickets }: Stage) => [...tickets.values()].flat().at(-1);
const detail = async (stage: Stage) => fromSnapshot((await stage.saved()).talk).snapshot.context.details['urgency'];
const form = (stage: Stage, values: Readonly<Record<string, string>>) =>
  stage.incoming({ type: 'form', to: 'form', values, files: [] });
const field = (stage: Stage) => stage.last().outgoing.view.form?.fields.find(({ id }) => id === 'urgency')?.value;
const says = (stage: Stage) => stage.last().outgoing.view.lead.join();

async function begun(...texts: readonly string[]): Promise<{ stage: Stage; process: Process }> {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...texts.map((text) => () => stage.text(text)));
  return { stage, process };
}

describe('how urgent a case is, as its person says it,', () => {
  test('is kept from the first message until a hand-over long after it, and stands in the one line of the ticket', async () => {
    const { stage, process } = await begun(`${trouble}。至急です。15時の会議までに使いたいです`);
    expect(await detail(stage)).toBe('至急、15時の会議まで');
    await deliver(
      process,
      () => stage.press('done'),
      () => stage.press('not-solved'),
      () => stage.text('担当者に相談'),
    );
    expect(stage.last().outgoing.view.id).toBe('form');
    expect(field(stage)).toBe('至急、15時の会議まで');
    await deliver(process, () => stage.press('skip'));
    const ticket = opened(stage);
    expect(ticket?.urgency).toBe('至急、15時の会議まで');
    expect(ticket?.handover.text).toContain('急ぎの度合い：至急、15時の会議まで');
    expect(ticket && viewTicket(ticket, 'ja', 'slack', 'Asia/Tokyo').summary).toBe(
      '佐藤：会社・学校のPC 0xC004F074 至急、15時の会議まで',
    );
  });

  test('is heard in a later message, the last one counts, and the place stays the same', async () => {
    const { stage, process } = await begun(trouble);
    const { id } = stage.last().outgoing.view;
    await deliver(
      process,
      () => stage.text('至急です'),
      () => stage.text('急いでいません'),
    );
    expect(await detail(stage)).toBe('急いでいません');
    expect(stage.last().outgoing.view.id).toBe(id);
    expect(says(stage)).toContain('急ぎの度合いも伝えますね');
  });

  test('is heard in a sentence at the form, which it goes into alone', async () => {
    const { stage, process } = await begun(trouble, '担当者に相談', '至急です。15時の会議までに使いたいです');
    expect(says(stage)).toContain('連絡文に入れました');
    expect(field(stage)).toBe('至急、15時の会議まで');
    expect(stage.last().outgoing.view.form?.fields.find(({ id }) => id === 'recent')?.value).toBe('');
    await deliver(process, () => stage.text('至急です。昨日の夕方から画面が青いままです'));
    expect(field(stage)).toBe('至急');
    expect(stage.last().outgoing.view.form?.fields.find(({ id }) => id === 'recent')?.value).toContain('画面が青い');
  });

  test('never takes the place of what the person wrote into the form, which may change what was heard', async () => {
    const { stage, process } = await begun(`${trouble}。今日中にお願いします`, '担当者に相談');
    await deliver(
      process,
      () => form(stage, { urgency: '部長の会議が3時から' }),
      () => stage.text('至急です'),
    );
    expect(opened(stage)?.urgency).toBe('部長の会議が3時から');
    expect(await detail(stage)).toBe('部長の会議が3時から');
  });

  test('is taken back by emptying the field of the form', async () => {
    const { stage, process } = await begun(`${trouble}。今日中にお願いします`, '担当者に相談');
    await deliver(process, () => form(stage, { urgency: '' }));
    expect(opened(stage)?.urgency).toBe('');
  });

  test('may still be said anew where the form was sent with what was heard', async () => {
    const { stage, process } = await begun(`${trouble}。今日中にお願いします`, '担当者に相談');
    await deliver(
      process,
      () => form(stage, { urgency: '今日中' }),
      () => stage.text('やっぱり明日までにお願いします'),
    );
    expect(stage.shows.at(-1)?.ticket.urgency).toBe('明日まで');
  });

  test('is shown on the ticket at once where it is told after the hand-over, besides being passed on', async () => {
    const { stage, process } = await begun(trouble, '担当者に相談');
    await deliver(
      process,
      () => stage.press('skip'),
      () => stage.text('至急です。15時までにお願いします'),
    );
    expect(stage.notes.map(({ note }) => note)).toEqual([{ kind: 'words', text: '至急です。15時までにお願いします' }]);
    expect(stage.shows.map(({ ticket }) => ticket.urgency)).toEqual(['至急、15時まで']);
    await deliver(process, () => stage.text('まだ青いままです'));
    expect(stage.shows).toHaveLength(1);
  });

  test('is shown on a ticket that was still to be opened when it was told', async () => {
    const { stage, process } = await begun(trouble, '担当者に相談');
    stage.faults.open.push({ later: 60_000 });
    await deliver(
      process,
      () => stage.press('skip'),
      () => stage.text('至急です'),
    );
    stage.clock += 120_000;
    await process.bot.sweep();
    await process.bot.rest();
    expect(stage.shows.at(-1)?.ticket.urgency).toBe('至急');
  });

  test('is shown on the ticket while staff write in the conversation, without a reply', async () => {
    const { stage, process } = await begun(trouble, '担当者に相談');
    await deliver(
      process,
      () => stage.press('skip'),
      () => stage.text('見てみますね', { person: bob, addressed: false, ...asStaff }),
      () => stage.text('至急です。15時までにお願いします', { addressed: false }),
    );
    const { length } = stage.messages;
    expect(stage.shows.at(-1)?.ticket.urgency).toBe('至急、15時まで');
    expect(stage.acknowledged).toHaveLength(1);
    await deliver(process, () => stage.text('今日中でも大丈夫です。今日中に', { addressed: false }));
    expect(stage.shows.at(-1)?.ticket.urgency).toBe('今日中');
    expect(stage.messages).toHaveLength(length);
  });

  test('ends with its case', async () => {
    const { stage, process } = await begun('自分のPCで認証できません。至急です', '直りました。認証できました');
    await deliver(process, () => stage.text('至急でした、助かりました'));
    await deliver(process, () => stage.text('会社の別のPCで0xC004F074が出ます'));
    expect(await detail(stage)).toBeUndefined();
  });
});
