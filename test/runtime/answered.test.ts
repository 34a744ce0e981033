import { describe, expect, test } from 'vitest';
import { hoursSchema } from '../../src/adapters/config/hours.ts';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { openConversation } from '../../src/bot/conversation/conversation.ts';
import { personId } from '../../src/bot/keys.ts';
import type { PersonId } from '../../src/bot/ports.ts';
import type { Store } from '../../src/bot/storage.ts';
import type { Language } from '../../src/bot/types.ts';
import { show } from '../../src/bot/view/index.ts';
import { deliver, makeStage, pass, type Stage, staff } from './stage.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const text = 'サーバーを直しました。再起動してください';

/** Somebody at work whose case was handed over to the desk. */
async function handedOver(given: Parameters<typeof makeStage>[0] = {}) {
  const stage = await makeStage(given);
  // A Monday morning in Japan.
  stage.clock = Date.parse('2026-11-30T10:00:00+09:00');
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  return { stage, process };
}
const answer = (stage: Stage, said = text, more: { readonly corrects?: boolean; readonly person?: PersonId } = {}) =>
  stage.incoming(
    { type: 'desk', text: said, by: '佐藤', corrects: more.corrects ?? false, seen: null, attached: null },
    { person: more.person ?? staff, address: '', opens: false },
  );
const read = ({ messages }: Stage) => messages.filter(({ outgoing }) => outgoing.view.quote === text).length;
const shown = ({ notes }: Stage) => notes.filter(({ note }) => note.kind === 'answer').map(({ note }) => note);
const note = { kind: 'answer', text, by: '佐藤', author: staff, corrects: false, late: false, files: 0 };

const solve = (stage: Stage) =>
  stage.incoming({ type: 'staff', act: 'solve', by: '佐藤', seen: null }, { person: staff, address: '', opens: false });

describe('an answer after the case has ended', () => {
  test.each(['solved', 'withdraw'])(
    'reaches the person with its words, opens nothing again, and is shown on the ticket as late: %s',
    async (end) => {
      const { stage, process } = await handedOver();
      await deliver(
        process,
        () => stage.press(end),
        () => answer(stage),
      );
      const { view, handover } = stage.last().outgoing;
      expect([read(stage), handover, view.title]).toEqual([1, null, '']);
      expect(view.text).toContain('ご相談が終わったあとに届いた返事です');
      expect(shown(stage)).toMatchObject([{ ...note, late: true }]);
      expect(stage.shows.at(-1)?.ticket.handling.state).toBe('closed');
      expect((await stage.saved()).opened).toMatchObject([{ over: true }]);
    },
  );

  test('of staff who solved it themselves leaves it solved, and what the person writes then opens it again', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => solve(stage),
      () => answer(stage),
    );
    expect(shown(stage)).toMatchObject([{ late: true }]);
    expect(stage.shows.map(({ ticket }) => ticket.handling.state)).toEqual(['solved']);
    await deliver(process, () => stage.text('まだ出ています。電話ください'));
    expect(stage.notes.at(-1)?.note).toEqual({ kind: 'words', text: 'まだ出ています。電話ください' });
    expect((await stage.saved()).handling.state).toBe('new');
  });

  test('on the ticket of an earlier case leaves the present one to be answered', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('withdraw'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect(stage.tickets.size).toBe(2);
    const [on] = (await stage.saved()).opened.map(({ message }) => message);
    await deliver(process, () => ({ ...answer(stage), on: on ?? null }));
    expect([read(stage), (await stage.saved()).handling.state]).toEqual([1, 'new']);
    expect(stage.last().outgoing.view.lead).toEqual(['担当の佐藤さんから、前のご相談への返事が届きました。']);
  });

  test('says so where the person has begun another case meanwhile, which goes on', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => stage.press('withdraw'),
      () => stage.text('別のPCで、Officeが使えません'),
      () => answer(stage),
    );
    const { view } = stage.last().outgoing;
    expect(view.lead).toEqual(['担当の佐藤さんから、前のご相談への返事が届きました。']);
    expect([view.quote, view.text]).not.toContain('');
  });
});

describe('an answer that comes late says what it is about', () => {
  test.each([
    ['on the same day it does not', 13 * hour, '担当の佐藤さんから返事が届きました。'],
    ['on the next day', 15 * hour, '担当の佐藤さんから、11月30日のご相談への返事が届きました。'],
    ['after days', 75 * hour, '担当の佐藤さんから、11月30日のご相談への返事が届きました。'],
  ])('%s', async (_when, since, said) => {
    const { stage, process } = await handedOver();
    await pass(stage, process, since);
    await deliver(process, () => answer(stage));
    expect(stage.last().outgoing.view.lead).toEqual([said]);
  });

  test('counted from what the person wrote last, where staff had answered before that', async () => {
    const { stage, process } = await handedOver();
    await pass(stage, process, 75 * hour);
    await deliver(
      process,
      () => answer(stage, 'もう一度お試しください'),
      () => stage.text('まだ出ています。電話ください'),
      () => answer(stage),
    );
    expect(stage.last().outgoing.view.lead).toEqual(['担当の佐藤さんから返事が届きました。']);
  });

  test('in English and in easy Japanese as well, and a correction names the answer that it replaces', async () => {
    const about = { at: Date.parse('2026-11-30T23:30:00Z'), zone: 'Asia/Tokyo' };
    const lead = (more: object) => [{ desk: text, by: '佐藤', about, ...more }];
    const said = (language: Language, more = {}) =>
      show({ ...openConversation(language), lead: lead(more) }, readContacts(exampleContacts)).view.lead.join();
    expect(said('en')).toContain('on December 1');
    expect(said('ja-easy')).toContain('12月1日の そうだんの 返事');
    expect(said('ja', { corrects: true })).toContain('前の返事の代わりに');
  });
});

describe('who answered what', () => {
  test('is a note on the ticket, with the time of the state that it made', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => answer(stage));
    const { at } = (await stage.saved()).handling;
    expect(shown(stage)).toEqual([{ ...note, at }]);
  });

  test('is shown once though the desk fails for a while, and the person reads it at once', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push('throw', { later: minute }, 'throw', { refused: second });
    await deliver(process, () => answer(stage));
    expect([read(stage), shown(stage).length]).toEqual([1, 0]);
    for (let n = 0; n < 5; n += 1) await pass(stage, process, 2 * minute);
    expect([read(stage), shown(stage).length]).toEqual([1, 1]);
  });

  test.each([
    ['before it was shown', { later: second }],
    ['after it was shown, before that was stored', 'cut'],
  ] as const)('is shown once though the process is killed %s', async (_when, fault) => {
    const { stage } = await handedOver();
    stage.faults.note.push(fault);
    const dying = stage.process({}, killedAfterOne(stage.store));
    await dying.bot.receive(answer(stage));
    await expect.poll(() => stage.faults.note).toEqual([]);
    const other = stage.process();
    await pass(stage, other, 31 * second);
    await pass(stage, other, minute);
    expect([read(stage), shown(stage).length]).toEqual([1, 1]);
    expect((await stage.saved()).lanes['desk:office']).toBeUndefined();
  });

  test('that a delivery repeats is shown once', async () => {
    const { stage, process } = await handedOver();
    const sent = answer(stage);
    await deliver(
      process,
      () => sent,
      () => sent,
    );
    expect(shown(stage)).toHaveLength(1);
  });

  test('is shown at both desks that have the case', async () => {
    const open = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:30' }];
    const { stage, process } = await handedOver({ hours: hoursSchema.parse({ open, answersWithin: 60 }) });
    for (let n = 0; n < 3; n += 1) await pass(stage, process, hour);
    expect(stage.tickets.size).toBe(2);
    await deliver(process, () => answer(stage));
    expect(shown(stage).map(({ kind }) => kind)).toEqual(['answer', 'answer']);
    const at = stage.notes.filter((one) => one.note.kind === 'answer').map(({ opened }) => opened);
    expect(new Set(at)).toEqual(new Set(stage.tickets.keys()));
  });

  test('is not shown where it was written, in the own system of a desk, and is shown there if it was written elsewhere', async () => {
    const { stage, process } = await handedOver({ people: 'office' });
    const person = personId({ home: 'office', tenant: null, user: 'sato' });
    await deliver(process, () => answer(stage, text, { person }));
    expect([read(stage), shown(stage).length]).toEqual([1, 0]);
    const other = await handedOver();
    await deliver(other.process, () => answer(other.stage, text, { person: staff }));
    expect(shown(other.stage)).toHaveLength(1);
  });

  test('that is corrected is shown as a correction', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => answer(stage, '再起動してください'),
      () => answer(stage, text, { corrects: true }),
    );
    expect(shown(stage)).toMatchObject([{ corrects: false }, { ...note, corrects: true }]);
    expect(stage.last().outgoing.view.lead.join()).toContain('前の返事を直しました');
  });

  test('goes with the ticket when the person asks for erasure', async () => {
    const { stage, process } = await handedOver();
    await deliver(
      process,
      () => answer(stage),
      () => stage.text('データを消して'),
    );
    expect(stage.erased).toEqual([...stage.tickets.keys(), ...stage.notes.map(({ key }) => key)]);
    expect(stage.notes).toHaveLength(1);
  });

  test('is kept in the record only until the desk has it and the next turn is delivered', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push({ later: minute });
    await deliver(process, () => answer(stage));
    expect(JSON.stringify((await stage.saved()).lanes)).toContain(text);
    await pass(stage, process, 2 * minute);
    await deliver(process, () => stage.press('solved'));
    expect(JSON.stringify(await stage.saved())).not.toContain(text);
  });

  test('that the desk never takes is given up, and the person is told nothing of it', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push('never');
    await deliver(process, () => answer(stage));
    await pass(stage, process, minute);
    expect((await stage.saved()).dead).toHaveLength(1);
    expect(process.log.join()).toContain('job given up');
    expect(stage.last().outgoing.view.quote).toBe(text);
  });
});

/** Returns a store to which one write gets through and then nothing any more, as if the process were killed after it. */
function killedAfterOne(store: Store): Store {
  let saves = 0;
  return {
    ...store,
    save: (row) => {
      saves += 1;
      return saves === 1 ? store.save(row) : new Promise(() => {});
    },
  };
}
