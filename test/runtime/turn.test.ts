import { expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { Incoming } from '../../src/bot/ports.ts';
import { type Deliveries, wasTaken, withDelivery } from '../../src/bot/runtime/deliveries.ts';
import { countsOf } from './counts.ts';
import { ann, asStaff, bob, conversation, deliver, makeStage, type Stage } from './stage.ts';

const ids = ({ messages }: Stage) => messages.map(({ outgoing }) => outgoing.view.id);

/** A conversation of a company PC, handed over to the desk. */
const handOver = (stage: Stage) => [
  () => stage.text('会社のPCで0xC004F074が出ます'),
  () => stage.press('human'),
  () =>
    stage.incoming({
      type: 'form',
      to: stage.last().outgoing.view.id,
      values: { message: 'つながりません' },
      files: [],
    }),
];

test('a first message that tells something gets one reply, without a greeting: the next view for what it says', async () => {
  const stage = await makeStage();
  await deliver(stage.process(), () => stage.text('会社のPCで0xC004F074が出ます'));
  expect(ids(stage)).toEqual(['list.O1']);
  expect(stage.last().outgoing.view.lead.join()).not.toContain(wordsIn('ja').text('says:greeting'));
  expect(stage.last().outgoing.facts).toMatchObject({ origin: 'organization', errorCodes: ['0xC004F074'] });
});

test.each(['こんにちは', 'hi', '', 'あなたは誰？', '何ができるの？', 'もしもーし'])(
  'whoever greets, asks what this is or writes next to nothing gets the greeting and the first question: “%s”',
  async (text) => {
    const stage = await makeStage();
    await deliver(stage.process(), () => stage.text(text));
    expect(ids(stage)).toEqual(['question.origin']);
    expect(stage.last().outgoing.view.lead[0]).toBe(wordsIn('ja').text('says:greeting'));
  },
);

test('the greeting alone answers a hello', async () => {
  const stage = await makeStage();
  await deliver(stage.process(), () => stage.text('こんにちは'));
  expect(stage.last().outgoing.view.lead).toHaveLength(1);
});

test.each(['こんにちは、会社のPCです', 'わからない', '英語で', 'バックアップはあります'])(
  'a first message that says something gets no greeting: “%s”',
  async (text) => {
    const stage = await makeStage();
    await deliver(stage.process(), () => stage.text(text));
    const greetings = (['ja', 'en'] as const).map((language) => wordsIn(language).text('says:greeting'));
    expect(stage.last().outgoing.view.lead.filter((line) => greetings.includes(line))).toEqual([]);
  },
);

test('a first message that is not understood gets an example, and the next one other words', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('ほげほげふがふがぴよぴよ'));
  const first = stage.last().outgoing.view.lead;
  await deliver(process, () => stage.text('ふがふが'));
  expect(first).toEqual([
    wordsIn('ja').text('says:rephrase', { sample: wordsIn('ja').text('samples:question.origin') }),
  ]);
  expect(stage.last().outgoing.view.lead).toEqual([wordsIn('ja').text('says:press-only')]);
});

test('a message that is not addressed to the bot opens no conversation', async () => {
  const stage = await makeStage();
  await deliver(stage.process(), () => stage.text('お昼に行きませんか', { opens: false }));
  expect(ids(stage)).toEqual([]);
  expect(await stage.store.load(conversation)).toBeUndefined();
});

test('a repeated delivery changes nothing, at the same process or another', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  const first = stage.text('会社のPCです');
  await deliver(one, () => first);
  const kept = await stage.saved();
  await deliver(one, () => first);
  await deliver(
    two,
    () => first,
    () => first,
  );
  expect(await stage.saved()).toEqual(kept);
  expect(stage.messages).toHaveLength(1);
});

test('a delivery repeated a day later changes nothing, also after 100 others', async () => {
  const stage = await makeStage();
  const process = stage.process();
  const early = stage.text('会社のPCです');
  await deliver(process, () => early);
  for (let n = 0; n < 100; n += 1) await deliver(process, () => stage.press('help'));
  stage.clock += 24 * 60 * 60 * 1_000;
  await deliver(process, () => early);
  expect(stage.messages).toHaveLength(101);
});

test('delivery ids are kept for 25 hours, at least the last 64 and at most 2,000', () => {
  const hour = 60 * 60 * 1_000;
  const add = (taken: Deliveries, from: number, to: number, now: number): Deliveries => {
    let all = taken;
    for (let n = from; n < to; n += 1) all = withDelivery(all, `d${n}`, now);
    return all;
  };
  const first = add([], 0, 100, 7 * hour);
  expect([0, 99].map((n) => wasTaken(first, `d${n}`))).toEqual([true, true]);
  const nextDay = add(first, 100, 110, 32 * hour);
  expect([0, 99, 100].map((n) => wasTaken(nextDay, `d${n}`))).toEqual([true, true, true]);
  const later = add(nextDay, 110, 111, 33 * hour);
  expect([0, 40, 60, 99, 100, 110].map((n) => wasTaken(later, `d${n}`))).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
  const flood = add(later, 111, 3_000, 34 * hour);
  expect(flood).toHaveLength(2_000);
  expect([999, 1_010, 2_999].map((n) => wasTaken(flood, `d${n}`))).toEqual([false, true, true]);
});

test('a first delivery that arrives at twenty processes at once opens one conversation with one reply', async () => {
  const stage = await makeStage();
  const processes = Array.from({ length: 20 }, () => stage.process());
  const first = stage.text('会社のPCです');
  await Promise.all(processes.map(({ bot }) => bot.receive(first)));
  await Promise.all(processes.map(({ bot }) => bot.rest()));
  expect(stage.messages).toHaveLength(1);
});

test('facts from messages that arrive at once at several processes are all stored, with a reply each', async () => {
  const stage = await makeStage();
  const processes = [stage.process(), stage.process(), stage.process()];
  await deliver(processes[0] ?? stage.process(), () => stage.text('こんにちは'));
  const told = ['会社のPCです', '0xC004F074と出ます', '自宅で使っています', 'VPNはつないでいません'];
  await Promise.all(told.map((text, n) => processes[n % 3]?.bot.receive(stage.text(text))));
  for (const { bot } of [...processes, ...processes]) await bot.rest();
  expect((await stage.saved()).talk.flow.keep.facts).toMatchObject({
    origin: 'organization',
    place: 'remote',
    vpn: 'off',
    errorCodes: ['0xC004F074'],
  });
  expect(stage.messages).toHaveLength(5);
  expect(new Set(stage.messages.map(({ key }) => key)).size).toBe(5);
});

test('a message of another person is ignored unless it is addressed to the bot', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('こんにちは'));
  await deliver(process, () => stage.text('会社のPCです', { person: bob, addressed: false }));
  expect(stage.messages).toHaveLength(1);
  await deliver(process, () => stage.text('会社のPCです', { person: bob }));
  expect(stage.last().outgoing.facts).toEqual({ origin: 'organization' });
  expect((await stage.saved()).person).toBe(ann);
  await deliver(process, () => stage.text('VPNはつないでいません', { addressed: false }));
  expect(stage.messages).toHaveLength(3);
});

test('after staff writes in a case that was handed over, the bot answers only what is addressed to it', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage));
  const shown = stage.messages.length;
  const unaddressed = { addressed: false };
  await deliver(process, () => stage.text('担当の者です。確認します', { person: bob, ...asStaff, ...unaddressed }));
  await deliver(process, () => stage.text('お願いします', unaddressed));
  expect(stage.messages).toHaveLength(shown);
  expect((await stage.saved()).quiet).toBe(true);
  await deliver(process, () => stage.text('直りました'));
  expect(stage.last().outgoing.outcome).toBe('resolved');
  await deliver(process, () => stage.text('よかったです', { person: bob, ...asStaff, ...unaddressed }));
  expect(stage.messages).toHaveLength(shown + 1);
});

test.each(['直りました', 'おかげさまで解消しました', "it's solved, thanks"])(
  'a person’s report that the problem is solved ends the takeover by staff, and the bot answers again: %s',
  async (text) => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, ...handOver(stage));
    const unaddressed = { addressed: false };
    await deliver(process, () => stage.text('担当の者です。確認します', { person: bob, ...asStaff, ...unaddressed }));
    await deliver(process, () => stage.text('お願いします', unaddressed));
    await deliver(process, () => stage.text('まだ直りません', unaddressed));
    expect((await stage.saved()).quiet).toBe(true);
    const shown = stage.messages.length;
    await deliver(process, () => stage.text(text, unaddressed));
    expect(stage.last().outgoing.outcome).toBe('resolved');
    expect(await stage.saved()).toMatchObject({ quiet: false });
    await deliver(process, () => stage.text('また出ました', unaddressed));
    expect(stage.messages).toHaveLength(shown + 2);
    expect(stage.last().outgoing.outcome).toBe('escalated');
  },
);

test('a mention without words shows the present question again', async () => {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('会社のPCです'),
    () => stage.text('  '),
  );
  expect(ids(stage)).toEqual(['question.screen', 'question.screen']);
});

test('a handover opens one ticket with the facts and tells the person, and a repeated one opens none', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...handOver(stage));
  const [ticket] = [...stage.tickets.values()].flat();
  expect(ticket?.handover).toEqual(stage.last().outgoing.handover);
  expect(ticket?.facts).toMatchObject({ origin: 'organization' });
  expect(ticket?.from.conversation).toBe(conversation);
  expect(stage.last().outgoing.view.lead.join()).toContain('担当窓口');
  await deliver(
    process,
    () => stage.press('continue'),
    () => stage.press('human'),
  );
  await deliver(process, () =>
    stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: {}, files: [] }),
  );
  expect(stage.last().outgoing.outcome).toBe('escalated');
  expect([...stage.tickets.values()].flat()).toHaveLength(1);
});

test('a checklist for an administrator’s own use opens no ticket, and the person is not told of one', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('情シスです。社内のPCで0xC004F074が出ます'));
  await deliver(process, () => stage.text('連絡文を作って'));
  await deliver(process, () => stage.press('skip'));
  expect(stage.last().outgoing.handover?.to).toBe('administrator');
  expect([...stage.tickets.values()].flat()).toEqual([]);
  expect(stage.last().outgoing.view.lead.join()).not.toContain('担当窓口');
});

test.each([
  ['銀行に送ります', 'bank'],
  ['Microsoftに送ります', 'microsoft'],
  ['買ったお店に送ります', 'seller'],
  ['メーカーに送ります', 'maker'],
])('a letter that is the person’s own affair opens no ticket: %s', async (said, to) => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('連絡文を作って'));
  await deliver(process, () => stage.text(said));
  await deliver(process, () => stage.press('skip'));
  expect(stage.last().outgoing.handover?.to).toBe(to);
  expect([...stage.tickets.values()].flat()).toEqual([]);
  expect(stage.last().outgoing.view.lead.join()).not.toContain('担当窓口');
});

test('a handover without a desk opens no ticket and mentions none to the person', async () => {
  const stage = await makeStage({ desk: false });
  await deliver(stage.process(), ...handOver(stage));
  expect(stage.last().outgoing.outcome).toBe('escalated');
  expect(stage.last().outgoing.view.lead.join()).not.toContain('担当窓口');
});

test('an oversized text is cut and the person is told, and messages of odd characters are answered', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text(`会社のPCです${'あ'.repeat(5_000)}`));
  expect(stage.last().outgoing.view.lead.join()).toContain(wordsIn('ja').text('says:cut'));
  for (const odd of ['\u0000\u0007\u001b[31m', '\ud83d', '\u202edrowssap', '<b>&amp;*_`~', '\u{1f600}'.repeat(300)]) {
    await deliver(process, () => stage.text(odd));
    await deliver(process, () => stage.incoming({ type: 'choice', to: odd, choice: odd }));
    await deliver(process, () => stage.incoming({ type: 'form', to: odd, values: { [odd]: odd }, files: [] }));
  }
  expect(stage.messages).toHaveLength(16);
});

test('a delivery with an invalid id or conversation is refused', async () => {
  const stage = await makeStage();
  const { bot } = stage.process();
  for (const over of [{ id: '' }, { id: 'a\u0000b' }, { conversation: 'elsewhere' }, { id: 'x'.repeat(600) }])
    await expect(bot.receive(stage.text('はい', over as Partial<Incoming>))).rejects.toThrow();
});

test('an unreadable record is set aside, and the conversation begins anew with an apology', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  const row = await stage.store.load(conversation);
  for (const body of ['{', '{"format":2}', row?.body.replace('"seen"', '"scene"') ?? '']) {
    const now = await stage.store.load(conversation);
    if (now === undefined) throw new Error('no row');
    await stage.store.save({ ...now, version: now.version + 1, body });
    await deliver(process, () => stage.text('会社のPCです', { opens: false }));
    expect(stage.last().outgoing.view.lead[0]).toContain('前回の記録を読み取れません');
    expect(stage.last().outgoing.view.id).toBe('question.screen');
  }
  expect(process.log.filter((line) => line.startsWith('error record cannot be read'))).toHaveLength(3);
  expect(countsOf(process.tally)['ninsho_records_unreadable_total']).toBe(3);
});
