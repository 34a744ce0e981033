import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import type { MessageRef } from '../../src/bot/ports.ts';
import { readerOf } from '../../src/bot/runtime/index.ts';
import type { StaffAct } from '../../src/bot/types.ts';
import { conversation, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

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
  return { stage, process };
}
const act = (stage: Stage, what: StaffAct, by = '佐藤', seen: number | null = null) =>
  stage.incoming({ type: 'staff', act: what, by, seen }, { person: staff, address: '', opens: false });
const answer = (stage: Stage, text: string, by = '佐藤', seen: number | null = null) =>
  stage.incoming(
    { type: 'desk', text, by, corrects: false, seen, attached: null },
    { person: staff, address: '', opens: false },
  );
const newest = (stage: Stage) => stage.last().outgoing.view;
const states = ({ shows }: Stage) => shows.map(({ ticket }) => `${ticket.handling.state} ${ticket.handling.by}`);

describe('what staff do with a case', () => {
  test('who takes it stands on the ticket, and the person hears who looks at their case', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'take'));
    expect(states(stage)).toEqual(['taken 佐藤']);
    expect(newest(stage).lead.join()).toContain('佐藤さんが、ご相談を見ています');
  });

  test('a second press of the same button changes nothing', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => act(stage, 'take'),
      () => act(stage, 'take'),
    );
    expect(states(stage)).toEqual(['taken 佐藤']);
  });

  test('of two who take it at once the first one has it, and the person hears of one only', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'take', '佐藤'));
    const { length } = stage.messages;
    await deliver(process, () => act(stage, 'take', '山田'));
    expect(states(stage)).toEqual(['taken 佐藤']);
    expect(stage.messages).toHaveLength(length);
  });

  test('who takes a case that somebody has a while later has it', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'take', '佐藤'));
    await pass(stage, process, 60_000);
    await deliver(process, () => act(stage, 'take', '山田'));
    expect(states(stage)).toEqual(['taken 佐藤', 'taken 山田']);
  });

  test.each(['withdraw', 'solved'])(
    'a ticket shows that the person ended the case, whoever had it: %s',
    async (button) => {
      const { stage, process } = await handedOver();
      await deliver(
        process,
        () => act(stage, 'take'),
        () => stage.press(button),
      );
      expect(states(stage)).toEqual(['taken 佐藤', 'closed ']);
    },
  );

  test('what a person has taken back is not taken up again over their head', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.press('withdraw'));
    const { length } = stage.messages;
    await deliver(process, () => act(stage, 'take'));
    expect(stage.messages).toHaveLength(length);
  });

  test.each(['take', 'solve'] as const)(
    'the person who hears that staff %s a case is not shown their letter once more',
    async (what) => {
      const { stage, process } = await handedOver();
      await deliver(process, () => act(stage, what));
      expect(stage.last().outgoing.above).toBe('');
    },
  );

  test('an answer is signed with the name of its author, on the ticket too', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => answer(stage, '再起動してください'));
    expect(newest(stage)).toMatchObject({ quote: '再起動してください' });
    expect(newest(stage).lead.join()).toContain('佐藤さんから返事が届きました');
    expect(states(stage)).toEqual(['answered 佐藤']);
  });

  test('who takes a solved case once more opens it again: what the person writes reaches the desk', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => act(stage, 'solve'),
      () => act(stage, 'take'),
      () => stage.text('まだ同じ表示です'),
    );
    expect(stage.notes.map(({ note }) => note)).toEqual([{ kind: 'words', text: 'まだ同じ表示です' }]);
    expect((await stage.saved()).opened).toMatchObject([{ over: false }]);
    expect(stage.tickets.size).toBe(1);
  });

  test('a case that is let go waits for somebody again, and the person hears nothing of it', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'take'));
    const { length } = stage.messages;
    await deliver(process, () => act(stage, 'pass'));
    expect(states(stage)).toEqual(['taken 佐藤', 'new 佐藤']);
    expect(stage.messages).toHaveLength(length);
  });

  test('a case that the desk ends is not closed over the person’s head: they are asked to see whether it works', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'solve'));
    expect(newest(stage)).toMatchObject({ id: 'closed.escalated' });
    expect(newest(stage).lead.join()).toContain('対応が終わった');
    await deliver(process, () => stage.press('solved'));
    expect(newest(stage).id).toBe('closed.resolved');
  });

  test('a case that its person called solved is solved on the ticket as well once the desk ends it, and the person hears nothing of it', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => stage.press('solved'));
    const { length } = stage.messages;
    await deliver(process, () => act(stage, 'solve'));
    expect(stage.messages).toHaveLength(length);
    expect(newest(stage).id).toBe('closed.resolved');
    expect(states(stage)).toEqual(['closed ', 'solved 佐藤']);
  });

  test('a letter that comes after the desk ended a case joins its ticket', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => act(stage, 'solve'),
      () => stage.press('not-solved'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect(stage.tickets.size).toBe(1);
    expect(stage.notes.at(-1)?.note.kind).toBe('letter');
    expect(states(stage).at(-1)).toBe('new ');
  });

  test('what staff do on the ticket of an earlier case leaves the present one alone', async () => {
    const { stage, process } = await handedOver();
    const earlier = [...stage.tickets.keys()][0] as MessageRef;
    await deliver(
      process,
      () => stage.press('solved'),
      () => stage.text('別の会社のPCで0xC004C008が出ます'),
      () => stage.press('organization'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect([newest(stage).id, stage.tickets.size]).toEqual(['closed.escalated', 2]);
    const { length } = stage.messages;
    await deliver(process, () => ({ ...act(stage, 'solve'), on: earlier }));
    expect(stage.messages).toHaveLength(length);
    await deliver(process, () => stage.text('席は3階です'));
    expect(stage.notes.at(-1)?.note).toEqual({ kind: 'words', text: '席は3階です' });
  });

  test('a case that is returned goes on with the bot, which speaks without being addressed', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'return'));
    expect(newest(stage).lead.join()).toContain('このボットで進める');
    expect(newest(stage).id).not.toBe('closed.escalated');
    expect(states(stage)).toEqual(['returned 佐藤']);
  });

  test.each(['return', 'continue'])(
    'the same letter after %s asks the desk once more, which hears of it',
    async (how) => {
      const { stage, process } = await handedOver();
      const back = () => (how === 'return' ? act(stage, 'return') : stage.press('continue'));
      await deliver(
        process,
        back,
        () => stage.press('human'),
        () => stage.press('skip'),
      );
      expect(stage.tickets.size).toBe(1);
      expect(stage.notes.at(-1)?.note.kind).toBe('letter');
      expect(stage.shows.at(-1)?.ticket.handling.state).toBe('new');
      expect(newest(stage).lead.join()).toContain('担当窓口に、次の内容を送ります。');
    },
  );

  test('the same case that is handed over again joins its ticket', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => act(stage, 'return'),
      () => stage.text('昨日アップデートしました'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect(stage.tickets.size).toBe(1);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['letter']);
    expect(stage.shows.at(-1)?.ticket).toMatchObject({ handling: { state: 'new' }, facts: { recent: 'update' } });
  });

  test.each(['throw', 'cut', { later: 1_000 }, 'hang'] as const)(
    'a ticket shows how the case stands though the call fails (%j)',
    async (fault) => {
      const { stage, process } = await handedOver();
      stage.faults.show.push(fault);
      await deliver(process, () => act(stage, 'take'));
      await pass(stage, process, 120_000);
      expect(stage.shows.at(-1)?.ticket.handling).toMatchObject({ state: 'taken', by: '佐藤' });
    },
  );
});

describe('two staff at once', () => {
  const seenNow = async (stage: Stage) => (await stage.saved()).handling.at;
  const both = async (stage: Stage, one: () => ReturnType<typeof act>, other: () => ReturnType<typeof act>) => {
    const results = await Promise.all([one(), other()].map((incoming) => stage.process().bot.receive(incoming)));
    await pass(stage, stage.process(), 120_000);
    return results;
  };

  test('who take a case that nobody had are one owner, and one of them is told to be second', async () => {
    const { stage } = await handedOver();
    const { length } = stage.messages;
    const seen = await seenNow(stage);
    const results = await both(
      stage,
      () => act(stage, 'take', '佐藤', seen),
      () => act(stage, 'take', '山田', seen),
    );
    expect([...results].sort()).toEqual(['answered', 'overtaken']);
    const first = results[0] === 'answered' ? '佐藤' : '山田';
    expect((await stage.saved()).handling).toMatchObject({ state: 'taken', by: first });
    expect(new Set(states(stage))).toEqual(new Set([`taken ${first}`]));
    expect(stage.messages).toHaveLength(length + 1);
  });

  test('who answer at once send one answer, and the other once its author has seen the first', async () => {
    const { stage } = await handedOver();
    const seen = await seenNow(stage);
    const results = await both(
      stage,
      () => answer(stage, '再起動してください', '佐藤', seen),
      () => answer(stage, '再起動しないでください', '山田', seen),
    );
    expect([...results].sort()).toEqual(['answered', 'overtaken']);
    expect(stage.messages.filter(({ outgoing }) => outgoing.view.quote !== '')).toHaveLength(1);
    const late = results[0] === 'answered' ? '山田' : '佐藤';
    const again = answer(stage, 'それでも送ります', late, await seenNow(stage));
    expect(await stage.process().bot.receive(again)).toBe('answered');
  });

  test('who take over from somebody that they saw have the case then', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => act(stage, 'take', '佐藤', 0));
    expect(await process.bot.receive(act(stage, 'take', '山田', await seenNow(stage)))).toBe('answered');
    expect((await stage.saved()).handling).toMatchObject({ state: 'taken', by: '山田' });
  });

  test('who press an old button long after somebody took the case, or at a desk that shows no state, have it then', async () => {
    const { stage, process } = await handedOver();
    const seen = await seenNow(stage);
    await deliver(process, () => act(stage, 'take', '佐藤', seen));
    stage.clock += 60_000;
    expect(await process.bot.receive(act(stage, 'take', '鈴木', null))).toBe('answered');
    expect(await process.bot.receive(act(stage, 'take', '山田', seen))).toBe('overtaken');
    stage.clock += 6 * 60_000;
    expect(await process.bot.receive(act(stage, 'take', '山田', seen))).toBe('answered');
  });

  test('a repeat of what was taken is none that others overtook', async () => {
    const { stage, process } = await handedOver();
    const taken = act(stage, 'take', '佐藤', await seenNow(stage));
    await deliver(process, () => taken);
    stage.clock += 60_000;
    await deliver(process, () => act(stage, 'take', '山田', null));
    expect(await process.bot.receive(taken)).toBe('left alone');
  });
});

test('the open cases of a desk are found behind any number of newer ones of other desks', async () => {
  const { stage } = await handedOver();
  const row = await stage.store.load(conversation);
  const page = (n: number) => Array.from({ length: n }, () => row).filter((one) => one !== undefined);
  const others = page(500).map((one) => ({ ...one, body: one.body.replaceAll('office', 'other') }));
  const pages = [others, others, page(1)];
  const store = { ...stage.store, handedOver: async () => pages.shift() ?? [] };
  expect(
    await readerOf(store, readContacts(exampleContacts), () => ({ adapters: [], desks: [] })).openCases('office'),
  ).toHaveLength(1);
});
