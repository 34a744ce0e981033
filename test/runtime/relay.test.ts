import { describe, expect, test } from 'vitest';
import type { MessageRef } from '../../src/bot/ports.ts';
import { bob, conversation, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

/** Somebody at work whose case was handed over to the desk. */
async function handedOver() {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  expect(stage.tickets.size).toBe(1);
  const [opened = ''] = stage.tickets.keys();
  return { stage, process, opened: opened as MessageRef };
}
const said = ({ notes }: Stage) => notes.map(({ note }) => note);
const newest = (stage: Stage) => stage.last().outgoing.view;

describe('after a case was handed over', () => {
  test('what the person writes is added to the ticket, and they are told so; no list begins anew', async () => {
    const { stage, process, opened } = await handedOver();
    await deliver(process, () => stage.text('昨日の夕方から、画面が青いままです'));
    expect(stage.notes).toMatchObject([
      { opened, note: { kind: 'words', text: '昨日の夕方から、画面が青いままです' } },
    ]);
    expect(newest(stage)).toMatchObject({ id: 'closed.escalated' });
    expect(newest(stage).lead.join()).toContain('担当窓口に伝えました');
    expect(stage.tickets.size).toBe(1);
  });

  test('a file is reported, with the text beside it', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.incoming({ type: 'file', text: '画面はこれです', files: [] }));
    expect(said(stage)).toEqual([{ kind: 'file', text: '画面はこれです', files: [], missing: 0, inForm: false }]);
  });

  test.each(['text', 'button'])('that it is solved closes the case and is told the desk (%s)', async (way) => {
    const { stage, process } = await handedOver();
    await deliver(process, () => (way === 'text' ? stage.text('直りました。認証できました') : stage.press('solved')));
    expect(said(stage)).toEqual([{ kind: 'solved' }]);
    expect(newest(stage).id).toBe('closed.resolved');
  });

  test('a question that the bot can answer is answered, and the desk hears of it too', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text('KMSって何ですか'));
    expect(newest(stage).lead.join()).toContain('KMS');
    expect(said(stage)).toHaveLength(1);
  });

  test.each([
    '1',
    '2番です',
    'ありがとうございます、資産番号はA-1234です',
    'ありがとうございます。やってみます。夕方に結果を書きます',
    '了解です、今から持って行きます',
    'わかりました。13時に席にいます',
    'わかりました。でもVPNの入り方がわかりません',
    'もう一度お願いします。VPNの名前が読めません',
    'それは違います、私のPCはノートです',
    '自分のPCです',
    'PCが違うかもしれません。隣の席のPCも同じです',
    '人に代わってもらえますか。電話がいいです',
    'Thanks. I will try and my asset number is A-1234',
  ])('what says more than thanks, or answers what staff asked, is added to the ticket: %s', async (text) => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text(text));
    expect(said(stage)).toEqual([{ kind: 'words', text }]);
    expect(newest(stage).id).toBe('closed.escalated');
  });

  test('a file is added to the ticket whatever is written beside it', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.incoming({ type: 'file', text: 'ありがとう', files: [] }));
    expect(said(stage)).toMatchObject([{ kind: 'file', text: 'ありがとう' }]);
  });

  test.each(['ありがとう', 'ありがとうございます。助かります', 'もう一度', 'ヘルプ', '  '])(
    'what is meant for the bot itself stays with it: %s',
    async (text) => {
      const { stage, process } = await handedOver();
      await deliver(process, () => stage.text(text));
      expect(said(stage)).toEqual([]);
    },
  );

  test('a product key is not passed on', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text('キーは VK7JG-NPHTM-C97JM-9MPGT-3V66T です。これでいいか見てください'));
    expect(JSON.stringify(stage.notes)).not.toContain('VK7JG');
    expect(newest(stage).lead.join()).toContain('残していません');
  });

  test.each([
    ['遠隔操作ソフトを入れてしまいました', 'advice.scam-installed'],
    ['ウイルスが見つかったと出ました', 'advice.malware-found'],
  ])('what must not wait for the desk is answered as well: %s', async (text, view) => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text(text));
    expect(newest(stage).id).toBe(view);
    expect(said(stage)).toEqual([{ kind: 'words', text }]);
  });

  test('what is told after a letter to somebody else, in another case, is no affair of the desk', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.text('最初から'),
      () => stage.text('自分のPCです。偽のサポートにお金を払いました'),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.text('口座は三井住友の1234567です'),
    );
    expect(stage.tickets.size).toBe(1);
    expect(said(stage)).toEqual([{ kind: 'with-bot' }]);
  });

  test('a case that was solved and is not after all is at the same ticket again', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('solved'),
      () => stage.press('not-solved'),
    );
    expect(newest(stage).id).toBe('closed.escalated');
    expect(stage.tickets.size).toBe(1);
    expect(said(stage).at(-1)).toEqual({ kind: 'words', text: 'まだ直らない' });
  });

  test('a correction of what was passed on is passed on, and reopens nothing', async () => {
    const { stage, process } = await handedOver();
    const first = stage.text('夕方から画面が青いです');
    await deliver(
      process,
      () => first,
      () => stage.incoming({ type: 'edit', text: '朝から画面が青いです', of: first.id }, { opens: false }),
    );
    expect(said(stage)).toMatchObject([
      { text: '夕方から画面が青いです' },
      { text: '（書き直し）朝から画面が青いです' },
    ]);
    expect(newest(stage).id).toBe('closed.escalated');
  });

  test('the mark of what is rewritten takes nothing from its words', async () => {
    const { stage, process } = await handedOver();
    const first = stage.text('夕方から画面が青いです');
    const text = '青'.repeat(2_000);
    await deliver(
      process,
      () => first,
      () => stage.incoming({ type: 'edit', text, of: first.id }, { opens: false }),
    );
    expect(said(stage).at(-1)).toMatchObject({ text: `（書き直し）${text}` });
  });

  test.each(['①席は３階です。②ﾌﾛｱ東側', 'ＶＰＮには つながります…'])(
    'what is passed on stays as it was written: %s',
    async (text) => {
      const { stage, process } = await handedOver();
      await deliver(process, () => stage.text(text));
      expect(said(stage)).toEqual([{ kind: 'words', text }]);
    },
  );

  test('a long message is cut, and the person is told so', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text(`画面が青いままです${'あ'.repeat(2_500)}`));
    expect(stage.notes[0]?.note).toMatchObject({ text: expect.stringMatching(/^.{2000}$/s) });
    expect(newest(stage).lead.join()).toContain('初めの部分だけ');
  });

  test('a ticket that is refused for good takes its notes with it, and the person is told once', async () => {
    const stage = await makeStage();
    const process = stage.process();
    stage.faults.open.push({ later: 60_000 }, 'never');
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.text('画面が青いままです'),
      () => stage.text('再起動しても同じでした'),
    );
    await pass(stage, process, 120_000);
    const told = stage.messages.filter(({ outgoing }) => outgoing.view.lead.join().includes('送れませんでした'));
    expect(told).toHaveLength(1);
    expect(said(stage)).toEqual([]);
  });

  test('what other people write is not passed on', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text('お昼にしよう', { person: bob, addressed: true }));
    expect(said(stage)).toEqual([]);
  });

  test('the answer of the desk leaves the way open', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () =>
        stage.incoming(
          { type: 'desk', text: '再起動してください', by: '', corrects: false, seen: null, attached: null },
          { person: staff, address: '', opens: false },
        ),
      () => stage.text('再起動しましたが、同じでした'),
    );
    expect(said(stage).map(({ kind }) => kind)).toEqual(['answer', 'words']);
  });

  test.each(['throw', 'cut', { later: 1_000 }] as const)(
    'a note is added once if its call fails (%j)',
    async (fault) => {
      const { stage, process } = await handedOver();
      stage.faults.note.push(fault);
      await deliver(process, () => stage.text('画面が青いままです'));
      await pass(stage, process, 120_000);
      expect(stage.notes).toHaveLength(1);
    },
  );

  test('a note that the desk refuses for good becomes a dead letter, and the person is told how to reach the desk', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push('never');
    await deliver(process, () => stage.text('画面が青いままです'));
    await pass(stage, process, 60_000);
    expect((await stage.saved()).dead).toMatchObject([{ kind: 'open' }]);
    expect(newest(stage).lead.join()).toContain('送れませんでした');
  });

  test('the words wait in the record only until they are delivered', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push({ later: 60_000 });
    await deliver(process, () => stage.text('画面が青いままです'));
    const waiting = await stage.store.load(conversation);
    expect(waiting?.body).toContain('画面が青いままです');
    await pass(stage, process, 120_000);
    expect((await stage.store.load(conversation))?.body).not.toContain('画面が青いままです');
  });
});

test('without a desk, what is written after the message was made is understood as before', async () => {
  const stage = await makeStage({ desk: false });
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => stage.text('エディションはEnterpriseです'),
  );
  expect(newest(stage).id).not.toBe('closed.escalated');
});

test('earlier versions leave a case alone from its hand-over on, since they would lose its tickets, and read any other', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const formatNow = async () => (await stage.store.load(conversation))?.format;
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
  );
  expect(await formatNow()).toBe(1);
  await deliver(
    process,
    () => stage.press('skip'),
    () => stage.press('solved'),
  );
  await pass(stage, process, 120_000);
  expect(await formatNow()).toBe(2);
});

test('a hand-over that is withdrawn before its ticket was opened ends that ticket, and the next opens another', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.open.push({ later: 60_000 });
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
    () => stage.press('withdraw'),
  );
  await pass(stage, process, 120_000);
  expect((await stage.saved()).opened).toMatchObject([{ over: true }]);
  await deliver(
    process,
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  expect(stage.tickets.size).toBe(2);
});

test('a ticket is opened within seconds, once, where the channel does not say how the person is reached', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.beforeContact = () => new Promise(() => {});
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  expect([...stage.tickets.values()].flat()).toMatchObject([{ contact: { name: '' } }]);
}, 10_000);

test('a record grows by little more than the words themselves while a desk is down', async () => {
  const { stage, process } = await handedOver();
  stage.faults.note.push({ later: 3_600_000 });
  const size = async () => (await stage.store.load(conversation))?.body.length ?? 0;
  await deliver(process, () => stage.text('画面が青いままです'));
  const before = await size();
  for (let n = 0; n < 20; n += 1) await deliver(process, () => stage.text(`画面が青いままです ${n}`));
  expect((await size()) - before).toBeLessThan(20 * 500);
});
