import { describe, expect, test } from 'vitest';
import type { StaffAct } from '../../src/bot/types.ts';
import { deliver, makeStage, type Stage, staff } from './stage.ts';

const act = (stage: Stage, what: StaffAct) =>
  stage.incoming({ type: 'staff', act: what, by: '佐藤', seen: null }, { person: staff, address: '', opens: false });

/** Somebody at work whose case the desk has ended. */
async function endedByDesk() {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => act(stage, 'solve'),
  );
  return { stage, process };
}
const said = ({ notes }: Stage) => notes.map(({ note }) => note);

describe('a case that the desk has ended', () => {
  test.each(['また同じ表示が出ました', 'まだ直っていません'])(
    'is open again for somebody to take once its person writes 「%s」, which reaches the desk',
    async (text) => {
      const { stage, process } = await endedByDesk();
      await deliver(process, () => stage.text(text));
      expect(said(stage)).toEqual([{ kind: 'words', text }]);
      expect(stage.shows.at(-1)?.ticket.handling.state).toBe('new');
      expect(stage.last().outgoing.view.lead.join()).toContain('担当窓口に伝えました');
      expect((await stage.saved()).opened).toMatchObject([{ over: false }]);
      expect(stage.tickets.size).toBe(1);
      await deliver(process, () => act(stage, 'take'));
      expect(stage.shows.at(-1)?.ticket.handling).toMatchObject({ state: 'taken', by: '佐藤' });
    },
  );

  test.each(['ありがとうございました', '直りました'])('stays ended by 「%s」', async (text) => {
    const { stage, process } = await endedByDesk();
    await deliver(process, () => stage.text(text));
    expect(said(stage)).toEqual([]);
    expect((await stage.saved()).opened).toMatchObject([{ over: true }]);
  });
});
