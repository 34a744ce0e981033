import { expect, test, vi } from 'vitest';
import type { Incoming } from '../../src/bot/ports.ts';
import { fromRow } from '../../src/bot/runtime/record.ts';
import { jobsIn } from './counts.ts';
import { bob, conversation, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

const minute = 60_000;
/** What the messages show in place of their buttons; undefined: they still have them. */
const answers = ({ messages }: Stage) => messages.map(({ answer }) => answer);

const turns: Readonly<Record<string, (stage: Stage) => readonly (() => Incoming)[]>> = {
  'a typed answer': (stage) => [() => stage.text('会社のPCです')],
  'three typed answers': (stage) => ['会社のPCです', '0xC004F074', '使い方'].map((text) => () => stage.text(text)),
  'a remark after which the question is repeated': (stage) => [() => stage.text('ありがとう')],
  'an empty message': (stage) => [() => stage.text('')],
  'a file': (stage) => [() => stage.incoming({ type: 'file', text: '', files: [] })],
  'a form that is no longer shown': (stage) => [
    () => stage.incoming({ type: 'form', to: 'form', values: {}, files: [] }),
  ],
  'a press on an earlier question': (stage) => [
    () => stage.text('会社のPCです'),
    () => stage.incoming({ type: 'choice', to: 'question.origin', choice: 'used' }),
  ],
  'an answer of the desk': (stage) => [
    () =>
      stage.incoming(
        { type: 'desk', text: '直しました', by: '', corrects: false, seen: null, attached: null },
        { person: staff, address: '', opens: false },
      ),
  ],
};

for (const [name, incomings] of Object.entries(turns))
  test(`only the newest message has buttons after ${name}; the others show no answer`, async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.text('こんにちは'), ...incomings(stage));
    const earlier = stage.messages.slice(1).map(() => '');
    expect(earlier.length).toBeGreaterThan(0);
    expect(answers(stage)).toEqual([...earlier, undefined]);
    expect(jobsIn(process.tally)).toMatchObject({ settles: earlier.length, dead: 0, retries: 0 });
  });

test('a follow-up takes the buttons from the message that it asks about', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  await pass(stage, process, 25 * 60 * minute);
  expect(stage.messages).toHaveLength(4);
  expect(answers(stage).slice(2)).toEqual(['', undefined]);
});

test('a press after typed answers shows its answer on the newest message alone', async () => {
  const stage = await makeStage();
  await deliver(
    stage.process(),
    () => stage.text('こんにちは'),
    () => stage.text('ありがとう'),
    () => stage.press('organization'),
  );
  const label = stage.messages[1]?.outgoing.view.choices.find(({ id }) => id === 'organization')?.label;
  expect(answers(stage)).toEqual(['', label, undefined]);
});

test('people who talk to each other leave the buttons where they are', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('こんにちは'),
    () => stage.text('お昼にしよう', { addressed: false, person: bob }),
  );
  expect(answers(stage)).toEqual([undefined]);
});

test('the reply to a typed answer is sent before the earlier message is edited', async () => {
  const stage = await makeStage();
  const process = stage.process({ timeout: 5_000 });
  await deliver(process, () => stage.text('こんにちは'));
  stage.faults.settle.push('hang');
  await process.bot.receive(stage.text('会社のPCです'));
  await vi.waitFor(() => expect(stage.faults.settle).toEqual([]));
  expect(stage.messages).toHaveLength(2);
});

test('a message that was answered in words while it waited is edited after the reply behind it is sent', async () => {
  const stage = await makeStage();
  const process = stage.process({ timeout: 5_000 });
  stage.faults.post.push({ later: minute });
  await deliver(
    process,
    () => stage.text('こんにちは'),
    () => stage.text('会社のPCです'),
  );
  expect(stage.messages).toEqual([]);
  stage.faults.settle.push('hang');
  stage.clock += 2 * minute;
  await process.bot.sweep();
  await vi.waitFor(() => expect(stage.faults.settle).toEqual([]));
  expect(stage.messages).toHaveLength(2);
});

test('replies overtake the edits after typed answers that wait, and each message is edited once in the end', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('こんにちは'));
  stage.faults.settle.push({ later: minute }, { later: minute }, 'throw', 'cut');
  for (const text of ['会社のPCです', '使い方', '0xC004F074']) {
    const before = stage.messages.length;
    await deliver(process, () => stage.text(text));
    expect(stage.messages).toHaveLength(before + 1);
  }
  stage.faults.post.push({ later: minute });
  await deliver(process, () => stage.text('使い方'));
  await deliver(process, () => stage.text('わからない'));
  const { jobs } = (await stage.saved()).lanes.channel;
  expect(jobs.map(({ kind }) => kind)).toEqual(['post', 'post', 'settle', 'settle', 'settle', 'settle']);
  expect(new Set(jobs.map(({ key }) => key)).size).toBe(jobs.length);
  for (let n = 0; n < 10; n += 1) await pass(stage, process, 2 * minute);
  expect(answers(stage)).toEqual(['', '', '', '', '', undefined]);
  expect(jobsIn(process.tally)).toMatchObject({ settles: 5, posts: 6, dead: 0 });
});

test('a question that is answered in words before its delivery was known loses its buttons all the same', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.post.push('cut');
  await deliver(
    process,
    () => stage.text('こんにちは'),
    () => stage.text('会社のPCです'),
  );
  await pass(stage, process, minute);
  expect(answers(stage)).toEqual(['', undefined]);
});

test('a process that dies between a reply and the edit after it leaves the edit to another process', async () => {
  const stage = await makeStage();
  const dying = stage.process();
  await deliver(dying, () => stage.text('こんにちは'));
  const { save } = stage.store;
  let saves = 0;
  Object.assign(stage.store, {
    save: (row: Parameters<typeof save>[0]) => (++saves === 2 ? new Promise(() => {}) : save(row)),
  });
  stage.faults.settle.push('throw');
  await dying.bot.receive(stage.text('会社のPCです'));
  await expect.poll(() => saves).toBe(2);
  const other = stage.process();
  await pass(stage, other, minute);
  expect(answers(stage)).toEqual(['', undefined]);
  expect((await stage.saved()).lanes.channel.jobs).toEqual([]);
});

test('the edit after a typed answer is stored in a form that earlier versions read: with an empty answer', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('こんにちは'));
  stage.faults.settle.push({ later: minute });
  await deliver(process, () => stage.text('会社のPCです'));
  const row = await stage.store.load(conversation);
  expect(row && JSON.parse(row.body).lanes.channel.jobs).toMatchObject([{ kind: 'settle', message: 'm0', answer: '' }]);
  expect(row && fromRow(row)?.live.map(({ message }) => message)).toEqual(['m1']);
});

test('a channel that cannot be searched gets no write of its own for the edit after a typed answer', async () => {
  const stage = await makeStage({ searchable: false });
  const process = stage.process({ flushInterval: minute });
  await process.bot.receive(stage.text('こんにちは'));
  await vi.waitFor(async () => expect((await stage.saved()).lanes.channel.jobs).toEqual([]));
  const { version } = await stage.saved();
  await process.bot.receive(stage.text('会社のPCです'));
  await vi.waitFor(() => expect(answers(stage)).toEqual(['', undefined]));
  // The turn, and that its reply arrived; that the edit arrived is stored with the next turn.
  expect((await stage.saved()).version).toBe(version + 2);
  await process.bot.receive(stage.text('使い方'));
  await vi.waitFor(() => expect(answers(stage)).toEqual(['', '', undefined]));
  expect((await stage.saved()).version).toBe(version + 4);
  await process.bot.rest();
});
