import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { ownCaseOf } from '../../src/bot/keys.ts';
import { alone, type PersonId } from '../../src/bot/ports.ts';
import { readerOf } from '../../src/bot/runtime/index.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import { fromRow } from '../../src/bot/runtime/record.ts';
import { ann, asStaff, bob, conversation, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

const eve = 'slack:T1/eve' as PersonId;
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
  return { stage, process };
}
const aside = { addressed: false } as const;
/** Somebody of the desk, who writes in the person's thread. */
const helpdesk = { person: bob, ...asStaff } as const;
/** Such a case, in whose thread staff have written since. */
async function takenOver() {
  const { stage, process } = await handedOver();
  await deliver(process, () => stage.text('担当の者です。確認します', { ...helpdesk, ...aside }));
  expect((await stage.saved()).quiet).toBe(true);
  return { stage, process, shown: stage.messages.length };
}
const said = ({ notes }: Stage) => notes.map(({ note }) => note);
const newest = (stage: Stage) => stage.last().outgoing.view;
const buttons = (stage: Stage) => newest(stage).choices.map(({ id }) => id);

describe('a hand-over that is taken back', () => {
  test.each([
    '取り下げる',
    'やっぱり取り下げます',
    '引き継ぎをやめたい',
    'やっぱり担当者への相談はキャンセルしたいです',
    'please withdraw it',
    "I'd like to withdraw my request",
    'やめる',
  ])('is told the desk, and the person hears so: %s', async (text) => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.text(text));
    expect(said(stage)).toEqual([{ kind: 'withdrawn' }]);
    expect(newest(stage).id).toBe('closed.cancelled');
    expect(newest(stage).lead.join()).toMatch(/担当窓口に伝えました|told the desk/);
  });

  test('has a button as long as the desk has the case', async () => {
    const { stage, process } = await handedOver();
    expect(buttons(stage)).toContain('withdraw');
    await deliver(process, () => stage.press('withdraw'));
    expect(said(stage)).toEqual([{ kind: 'withdrawn' }]);
    await deliver(
      process,
      () => stage.press('continue'),
      () => stage.press('solved'),
    );
    expect(said(stage)).toEqual([{ kind: 'withdrawn' }]);
  });

  test('opens a ticket of its own when it is handed over once more', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('withdraw'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect(newest(stage).id).toBe('closed.escalated');
    expect(stage.tickets.size).toBe(2);
  });

  test('is offered no longer once staff have ended it', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () =>
      stage.incoming(
        { type: 'staff', act: 'solve', by: '担当', seen: null },
        { person: staff, address: '', opens: false },
      ),
    );
    expect(newest(stage).id).toBe('closed.escalated');
    expect(buttons(stage)).not.toContain('withdraw');
  });

  test('is offered for no letter that went to no desk', async () => {
    const stage = await makeStage({ desk: false });
    await deliver(
      stage.process(),
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect(newest(stage).id).toBe('closed.escalated');
    expect(buttons(stage)).not.toContain('withdraw');
  });

  test.each(['その写真の手順をやめたほうがいいですか', '注文を取り消したほうがいいですか'])(
    'is not what something else is about: %s',
    async (text) => {
      const { stage, process } = await handedOver();
      await deliver(process, () => stage.text(text));
      expect(said(stage)).toEqual([{ kind: 'words', text }]);
    },
  );
});

describe('going on with the bot while the desk has the case', () => {
  test.each(['ボットで続ける', 'ボットで続けたいです', 'go on with the bot', '続ける'])(
    'leads on, the ticket stays open, and the desk hears of it: %s',
    async (text) => {
      const { stage, process } = await handedOver();
      await deliver(process, () => stage.text(text));
      expect(newest(stage).id).toBe('list.O1');
      expect(newest(stage).lead.join()).toMatch(/そのまま残して|stays open/);
      expect(said(stage)).toEqual([{ kind: 'with-bot' }]);
    },
  );

  test('by its button; what is written after it is for the bot until the next hand-over', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('continue'),
      () => stage.text('VPNはつないでいません'),
    );
    expect(newest(stage).id).not.toBe('closed.escalated');
    expect(said(stage)).toEqual([{ kind: 'with-bot' }]);
    await deliver(
      process,
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.text('夕方から画面が青いです'),
    );
    expect(said(stage).at(-1)).toEqual({ kind: 'words', text: '夕方から画面が青いです' });
  });

  test('that it is solved then is told the desk, whose ticket is open still', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('continue'),
      () => stage.text('直りました'),
    );
    expect(said(stage)).toEqual([{ kind: 'with-bot' }, { kind: 'solved' }]);
    await deliver(
      process,
      () => stage.text('また出ました'),
      () => stage.text('直りました'),
    );
    expect(said(stage).slice(2)).toEqual([{ kind: 'words', text: 'また出ました' }, { kind: 'solved' }]);
    expect(stage.tickets.size).toBe(1);
  });

  test('says so where the bot has nothing left to show', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCで0xC004F074が出ます。VPNはつないでいます。社内にいます'));
    for (let n = 0; n < 20 && newest(stage).id !== 'closed.escalated'; n += 1)
      await deliver(process, () =>
        stage.press(
          ['tried-all', 'skip', 'not-solved', 'dont-know'].find((id) => buttons(stage).includes(id)) ?? 'skip',
        ),
      );
    expect(newest(stage).id).toBe('closed.escalated');
    expect(buttons(stage)).not.toContain('continue');
    await deliver(process, () => stage.text('ボットで続けたい'));
    expect(newest(stage).lead.join()).toContain('もうありません');
    expect(said(stage)).toEqual([]);
  });
});

describe('where staff write in the conversation themselves', () => {
  test('what the person writes, corrects or sends goes to the ticket and is acknowledged by a reaction, without a reply', async () => {
    const { stage, process, shown } = await takenOver();
    const words = stage.text('続けてみます。会社の電源を入れ直しました', aside);
    const file = stage.incoming({ type: 'file', text: '画面です', files: [] }, aside);
    const edit = stage.incoming({ type: 'edit', text: '画面の写真です', of: file.id }, { ...aside, opens: false });
    for (const one of [words, file, edit]) await deliver(process, () => one);
    expect(said(stage)).toEqual([
      { kind: 'words', text: '続けてみます。会社の電源を入れ直しました' },
      { kind: 'file', text: '画面です', files: [], missing: 0, inForm: false },
      { kind: 'words', text: '（書き直し）画面の写真です' },
    ]);
    expect(stage.acknowledged).toEqual([words.id, file.id, edit.id]);
    expect(stage.messages).toHaveLength(shown);
    expect((await stage.saved()).quiet).toBe(true);
  });

  test('a delivery that is repeated is noted and acknowledged once', async () => {
    const { stage, process } = await takenOver();
    const words = stage.text('電源を入れ直しました', aside);
    await deliver(
      process,
      () => words,
      () => words,
    );
    expect(said(stage)).toHaveLength(1);
    expect(stage.acknowledged).toEqual([words.id]);
  });

  test('a reaction that fails is not tried again, and the note arrives all the same', async () => {
    const { stage, process } = await takenOver();
    stage.faults.acknowledge.push(true);
    await deliver(process, () => stage.text('電源を入れ直しました', aside));
    await pass(stage, process, 120_000);
    expect(said(stage)).toHaveLength(1);
    expect(stage.acknowledged).toEqual([]);
    expect(process.log.join()).toContain('not acknowledged');
    expect(process.log.join()).not.toContain('電源');
  });

  test.each(['やめておきます', 'やめる', '最初から教えてください', 'ありがとうございます', '担当者に相談'])(
    'nothing but a wish about the hand-over itself is taken for the bot: %s',
    async (text) => {
      const { stage, process, shown } = await takenOver();
      await deliver(process, () => stage.text(text, aside));
      expect(said(stage)).toEqual([{ kind: 'words', text }]);
      expect(stage.messages).toHaveLength(shown);
    },
  );

  test.each([
    ['取り下げます', 'withdrawn', 'closed.cancelled'],
    ['もう大丈夫なので取り下げます', 'withdrawn', 'closed.cancelled'],
    ['自分で何とかするので、依頼は取り消してください', 'withdrawn', 'closed.cancelled'],
    ['解決しなくていいです、キャンセルで', 'withdrawn', 'closed.cancelled'],
    ["I'll manage myself, please cancel the request", 'withdrawn', 'closed.cancelled'],
    ['直ったので取り下げます', 'solved', 'closed.resolved'],
    ['直りました。依頼は取り消してください', 'solved', 'closed.resolved'],
    ['It works now, you can close the ticket', 'solved', 'closed.resolved'],
    ['ボットで続けたいです', 'with-bot', 'list.O1'],
    ['直りました', 'solved', 'closed.resolved'],
  ])('a wish about the hand-over is followed: %s', async (text, kind, view) => {
    const { stage, process } = await takenOver();
    await deliver(process, () => stage.text(text, aside));
    expect(said(stage)).toEqual([{ kind }]);
    expect(newest(stage).id).toBe(view);
    expect((await stage.saved()).quiet).toBe(false);
    const shown = stage.messages.length;
    await deliver(process, () => stage.text('また出ました', aside));
    expect(stage.messages).toHaveLength(shown + 1);
  });

  test.each([
    ['staff', helpdesk],
    ['somebody else', { person: bob }],
  ])('the words of %s are no note, and get no reaction', async (_who, who) => {
    const { stage, process } = await takenOver();
    await deliver(process, () => stage.text('電源は入っていますか', { ...who, ...aside }));
    expect(said(stage)).toEqual([]);
    expect(stage.acknowledged).toEqual([]);
  });

  test('a button goes on with the bot, which answers from then on', async () => {
    const { stage, process } = await takenOver();
    await deliver(process, () => stage.press('continue'));
    expect(newest(stage).id).toBe('list.O1');
    expect((await stage.saved()).quiet).toBe(false);
    const shown = stage.messages.length;
    await deliver(process, () => stage.text('VPNはつないでいません', aside));
    expect(stage.messages).toHaveLength(shown + 1);
  });

  test.each([
    'ボットに戻す',
    'では、ボットに戻しますね',
    'ありがとうございます。ボットに戻します',
    'hand back to the bot',
    'handing this back to the bot',
    'Thanks. I will hand this back to the bot',
  ])('staff hand the case back by a mention: %s', async (text) => {
    const { stage, process } = await takenOver();
    await deliver(process, () => stage.text(text, helpdesk));
    expect(newest(stage).id).toBe('list.O1');
    expect(newest(stage).lead.join()).toMatch(/佐藤さんから、続きをこのボットで進める|佐藤 asks you to go on/);
    expect(said(stage)).toEqual([]);
    expect(stage.shows.at(-1)?.ticket.handling).toMatchObject({ state: 'returned', by: '佐藤' });
    expect(await stage.saved()).toMatchObject({ quiet: false, person: ann });
  });

  test('nothing is handed back without a mention, or where nobody took over', async () => {
    const { stage, process } = await takenOver();
    await deliver(process, () => stage.text('ボットに戻します', { ...helpdesk, ...aside }));
    expect((await stage.saved()).quiet).toBe(true);
    const other = await handedOver();
    await deliver(other.process, () => other.stage.text('ボットに戻します', helpdesk));
    expect(newest(other.stage).lead.join()).not.toContain('このボットで進める');
  });

  test('nothing is handed back by somebody who is no staff: what they mention the bot for is a case of their own', async () => {
    const { stage, process } = await takenOver();
    const before = await stage.saved();
    await deliver(process, () => stage.text('ボットに戻します', { person: bob }));
    expect(await stage.saved()).toEqual(before);
    expect(said(stage)).toEqual([]);
    expect(await stage.store.load(ownCaseOf(conversation, bob))).toBeDefined();
  });

  test('without a ticket, what people say to each other stays with them', async () => {
    const stage = await makeStage({ desk: false });
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004F074が出ます'),
      () => stage.press('human'),
      () => stage.press('skip'),
      () => stage.text('見てみます', { ...helpdesk, ...aside }),
    );
    const shown = stage.messages.length;
    await deliver(process, () => stage.text('エディションはEnterpriseです', aside));
    expect(stage.messages).toHaveLength(shown);
    expect(stage.acknowledged).toEqual([]);
  });
});

describe('a colleague who is no staff and writes in the conversation', () => {
  test.each([true, false])(
    'changes nothing, and the bot goes on answering the person (a desk has it: %s)',
    async (desk) => {
      const stage = await makeStage({ desk });
      const process = stage.process();
      await deliver(
        process,
        () => stage.text('会社のPCで0xC004F074が出ます'),
        () => stage.press('human'),
        () => stage.press('skip'),
      );
      const before = await stage.saved();
      for (const text of ['私も昨日なりました', 'もう直りましたよ', '取り下げます', 'ボットに戻します'])
        await deliver(process, () => stage.text(text, { person: bob, ...aside }));
      expect(await stage.saved()).toEqual(before);
      expect(said(stage)).toEqual([]);
      const shown = stage.messages.length;
      await deliver(process, () => stage.text('電源を入れ直しました', aside));
      expect(stage.messages).toHaveLength(shown + 1);
      expect(stage.acknowledged).toEqual([]);
      expect(said(stage)).toEqual(desk ? [{ kind: 'words', text: '電源を入れ直しました' }] : []);
    },
  );

  test('brings the bot into no conversation that staff have taken over', async () => {
    const { stage, process, shown } = await takenOver();
    await deliver(
      process,
      () => stage.text('私も昨日なりました', { person: eve, ...aside }),
      () => stage.text('電源を入れ直しました', aside),
    );
    expect(stage.messages).toHaveLength(shown);
    expect(said(stage)).toEqual([{ kind: 'words', text: '電源を入れ直しました' }]);
  });
});

describe('the desks whose staff take a case over by writing in its conversation', () => {
  const desksBehind = ({ store }: Stage, person: PersonId) =>
    readerOf(store, readContacts(exampleContacts), () => ({ adapters: [], desks: [] })).desksBehind({
      conversation,
      person,
      company: alone,
    });

  test('are those that have it, until it ends', async () => {
    const { stage, process } = await handedOver();
    expect(await desksBehind(stage, bob)).toEqual(['office']);
    await deliver(process, () => stage.text('直りました'));
    expect(await desksBehind(stage, bob)).toEqual([]);
  });

  test('are none while its person goes on with the bot', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.press('continue'));
    expect(await desksBehind(stage, bob)).toEqual([]);
  });

  test('are none for the person, a helper, before the hand-over, and where no desk takes it', async () => {
    const { stage, process } = await handedOver();
    expect(await desksBehind(stage, ann)).toEqual([]);
    await deliver(process, () => stage.text('bobさんが手伝ってくれます', { company: { ...alone, named: [bob] } }));
    expect(await desksBehind(stage, bob)).toEqual([]);
    expect(await desksBehind(stage, eve)).toEqual(['office']);
    const early = await makeStage();
    expect(await desksBehind(early, bob)).toEqual([]);
    await deliver(early.process(), () => early.text('会社のPCで0xC004F074が出ます'));
    expect(await desksBehind(early, bob)).toEqual([]);
    const nobodys = await makeStage({ desk: false });
    await deliver(
      nobodys.process(),
      () => nobodys.text('会社のPCで0xC004F074が出ます'),
      () => nobodys.press('human'),
      () => nobodys.press('skip'),
    );
    expect(await desksBehind(nobodys, bob)).toEqual([]);
  });
});

describe('after a case was closed', () => {
  test('a takeover by staff has ended, and what comes next is another case', async () => {
    const { stage, process } = await takenOver();
    await deliver(
      process,
      () => stage.text('直りました', aside),
      () => stage.text('0xC004F213が出ます', aside),
    );
    expect(newest(stage).id).toBe('question.origin');
    expect(stage.last().outgoing.facts).toEqual({ errorCodes: ['0xC004F213'] });
  });

  test('nothing of a case that was closed after a long silence is left in what comes next, and one press goes on with it', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('会社のPCで0xC004F074が出ます'));
    await pass(stage, process, policy.closeAfter);
    await deliver(process, () => stage.text('  '));
    expect(stage.last().outgoing.facts).toEqual({});
    expect(newest(stage)).toMatchObject({ id: 'question.origin' });
    await deliver(process, () => stage.press('last-case'));
    expect(stage.last().outgoing.facts).toMatchObject({ origin: 'organization' });
  });

  test('whoever goes on with another PC after a hand-over gets back to it by one press', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.text('別のPCで0xC004F213が出ます'),
      () => stage.press('last-case'),
    );
    expect(newest(stage).id).toBe('closed.escalated');
    await deliver(process, () => stage.text('夕方から画面が青いです'));
    expect(said(stage)).toEqual([{ kind: 'words', text: '夕方から画面が青いです' }]);
    expect(stage.tickets.size).toBe(1);
  });

  test('going on is offered beside the first question only', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('solved'),
      () => stage.text('0xC004F213が出ます'),
    );
    expect(buttons(stage)).toContain('last-case');
    await deliver(process, () => stage.press('personal'));
    expect(buttons(stage)).not.toContain('last-case');
    const row = await stage.store.load(conversation);
    expect(JSON.stringify(row && fromRow(row)?.talk)).not.toContain('0xC004F074');
  });
});
