import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { MessageRef } from '../../src/bot/ports.ts';
import { bytesOf, picture, protocol, sent } from './files.ts';
import { type DeskRig, deskRig, fakes, ticketOf } from './systems/rig.ts';
import { type Fault, type HeldTicket, self, suzuki } from './systems/server.ts';

const words = wordsIn('ja');
const says = (name: 'file' | 'file-attached' | 'file-partly') => words.text(`teams:ticket.note.${name}`);
const thread = 'https://chat.example/thread';
const ticket = ticketOf({ contact: { name: '佐藤', mail: '', chat: '', thread } });
const both = sent([picture, protocol]);

describe.each(fakes)('a file in %s', (kind, fakeOf) => {
  let rig: DeskRig;
  let held: HeldTicket;
  let ref: MessageRef;
  beforeEach(async () => {
    rig = await deskRig(await fakeOf());
    const done = await rig.desk.open('opened', ticket);
    const [first] = rig.fake.tickets;
    if (done.outcome !== 'done' || first === undefined) throw new Error('no ticket');
    held = first;
    ref = done.message;
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rig.stop();
  });
  const faults = () => rig.fake.server.faults;
  const later = (milliseconds: number) => {
    const at = Date.now() + milliseconds;
    vi.spyOn(Date, 'now').mockReturnValue(at);
  };
  const note = (given = both, desk = rig.desk) => desk.note('note', ref, ticket, given);
  const uploads = () =>
    rig.fake.server.asked.filter(({ method, path }) => method === 'POST' && /attach|upload/i.test(path));
  /** Expects one comment, and these files on the ticket, in any order. */
  function expectOnce(heading: string, files: readonly { readonly type: string; readonly bytes: Uint8Array }[]): void {
    expect(held.comments).toHaveLength(1);
    expect(held.comments[0]?.text.split('\n')[0]).toBe(heading);
    expect(held.comments[0]?.text).toContain('> 画面です');
    const found = held.files.map(({ type, bytes }) => `${type} ${bytes.toString('base64')}`);
    expect(found.toSorted()).toEqual(
      files.map(({ type, bytes }) => `${type} ${Buffer.from(bytes).toString('base64')}`).toSorted(),
    );
  }

  test('comes to the ticket byte for byte, once, with the note of the person, and is no answer to them', async () => {
    expect(await note()).toEqual({ outcome: 'done', message: ref });
    expectOnce(says('file-attached'), [picture, protocol]);
    const [{ id, isPublic } = { id: 0, isPublic: true }] = held.comments;
    if (kind !== 'backlog') expect(isPublic).toBe(false);
    expect(held.files.map(({ comment }) => comment)).toEqual(kind === 'servicenow' ? [null, null] : [id, id]);
    expect(held.files.map(({ name }) => name).toSorted()).toEqual(
      kind === 'servicenow'
        ? [expect.stringMatching(/^image-1-\w{12}\.png$/), expect.stringMatching(/^text-1-\w{12}\.txt$/)]
        : ['image-1.png', 'text-1.txt'],
    );
    expect(held.comments[0]?.text).not.toContain(thread);
  });

  test('that the channel did not give is said to lie in the conversation, with its link', async () => {
    await note(sent([picture], 1));
    expectOnce(says('file-partly'), [picture]);
    expect(held.comments[0]?.text).toContain(thread);
    held.comments.length = 0;
    await rig.desk.note('none', ref, ticket, sent([], 2));
    expectOnce(says('file'), [picture]);
    expect(held.comments[0]?.text).toContain(thread);
  });

  test.each([400, 403, 413, 422])(
    'that is refused for good (%i) is left out, and the note says where it lies',
    async (status) => {
      faults().upload.push({ status });
      expect(await note()).toMatchObject({ outcome: 'done' });
      expect(held.files).toHaveLength(1);
      expect(held.comments.map(({ text }) => text.split('\n').slice(0, 2))).toEqual([
        [says('file-partly'), expect.stringContaining(thread)],
      ]);
    },
  );

  test('after which all are refused leaves a note without files', async () => {
    faults().upload.push({ status: 403 }, { status: 403 });
    await note();
    expectOnce(says('file'), []);
    expect(held.comments[0]?.text).toContain(thread);
  });

  test.each<Fault>(['cut before', 'cut after', 'page', { status: 503 }, { status: 500 }])(
    'whose upload ends by %j is uploaded again later, and is on the ticket once',
    async (fault) => {
      faults().upload.push(fault);
      expect(await note()).toMatchObject({ outcome: 'later', reason: 'outage' });
      expect(held.comments).toEqual([]);
      expect(await note()).toMatchObject({ outcome: 'done' });
      expectOnce(says('file-attached'), [picture, protocol]);
    },
  );

  test('that comes too fast is uploaded when the system says, however long that takes', async () => {
    faults().upload.push({ status: 429, headers: { 'retry-after': '7' } });
    expect(await note()).toMatchObject({ outcome: 'later', reason: 'rate limit', after: 7_000 });
    later(60 * 60_000);
    faults().upload.push({ status: 429, headers: { 'retry-after': '7' } });
    expect(await note()).toMatchObject({ outcome: 'later', reason: 'rate limit', after: 7_000 });
    expect(await note()).toMatchObject({ outcome: 'done' });
    expectOnce(says('file-attached'), [picture, protocol]);
  });

  test('that cannot be uploaded for two minutes does not hold the words up any longer', async () => {
    faults().upload.push({ status: 503 }, { status: 503 });
    expect(await note()).toMatchObject({ outcome: 'later' });
    later(2 * 60_000);
    faults().upload.push({ status: 503 }, { status: 503 });
    expect(await note()).toMatchObject({ outcome: 'done' });
    expectOnce(says('file'), []);
  });

  test('waits with its words through an outage of the whole system, and comes with them in the end', async () => {
    for (const minutes of [0, 1, 4, 60]) {
      later(minutes * 60_000);
      faults().upload.push({ status: 503 }, { status: 503 });
      faults().write.push({ status: 503 });
      expect(await note()).toMatchObject({ outcome: 'later' });
      faults().upload.length = 0;
      faults().write.length = 0;
    }
    expect(await note()).toMatchObject({ outcome: 'done' });
    expectOnce(says('file-attached'), [picture, protocol]);
  });

  test('with which the comment is refused is left out of the next attempt', async () => {
    if (kind === 'servicenow') return;
    faults().write.push({ status: 422 });
    expect(await note()).toMatchObject({ outcome: 'later', reason: 'refusal' });
    expect(await note()).toMatchObject({ outcome: 'done' });
    expectOnce(says('file'), []);
  });

  test('does not keep a ticket that is gone from being given up', async () => {
    held.state = 'gone';
    let last = await note();
    for (let n = 0; n < 3 && last.outcome === 'later'; n += 1) last = await note();
    expect(last).toMatchObject({ outcome: 'never' });
  });

  test.each<Fault>(['cut before', 'cut after', { status: 500 }])(
    'whose comment ends by %j is looked for by another process, and is on the ticket once',
    async (fault) => {
      faults().write.push(fault);
      await expect(note()).rejects.toThrow();
      const other = rig.second();
      const found = await other.find('note', ticket, 0, ref);
      expect(found).toBe(fault === 'cut after' ? ref : undefined);
      if (found === undefined) await note(both, other);
      expectOnce(says('file-attached'), [picture, protocol]);
    },
  );

  test('is attached again where the person sends it again', async () => {
    await note(sent([picture]));
    await rig.desk.note('another', ref, ticket, sent([picture]));
    expect(held.files.map(({ bytes }) => bytes.equals(Buffer.from(picture.bytes)))).toEqual([true, true]);
  });

  test('is not taken for another that had its name in an earlier attempt', async () => {
    faults().write.push('cut before');
    await expect(note(sent([picture]))).rejects.toThrow();
    const other = { ...picture, bytes: bytesOf(2_000, 5) };
    await note(sent([other]));
    expect(held.files.filter(({ bytes }) => bytes.equals(Buffer.from(other.bytes)))).toHaveLength(1);
  });

  test('that is uploaded while the process stood still has no comment of it, since another may go on', async () => {
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + (uploads().length > 0 ? 60_000 : 0));
    await expect(note(sent([picture]))).rejects.toThrow('stood still');
    expect(held.comments).toEqual([]);
  });

  test('of ten megabytes is taken', async () => {
    const large = { ...picture, bytes: bytesOf(10_000_000) };
    // On a machine with other work it may take more than one attempt, as in the product.
    await vi.waitFor(async () => expect(await note(sent([large]))).toMatchObject({ outcome: 'done' }), 20_000);
    expect(held.files.some(({ bytes }) => bytes.equals(Buffer.from(large.bytes)))).toBe(true);
  });

  test('is not in the log, and no error tells of it', async () => {
    const told: unknown[] = [];
    for (const fault of ['cut after', { status: 500 }, { status: 422 }] as const) {
      faults().upload.push(fault);
      told.push(await note().catch((error: unknown) => [String(error), (error as Error).stack]));
    }
    const text = JSON.stringify([told, rig.log]);
    for (const hidden of [
      'image-1',
      'スキャン',
      '画面です',
      Buffer.from(picture.bytes).toString('base64').slice(0, 20),
    ])
      expect(text).not.toContain(hidden);
  });

  test('that staff attach to an answer is not passed on, and the ticket says so once; the words are', async () => {
    await rig.hook(rig.fake.says(held, '最初の返事', suzuki, true));
    const calls = rig.fake.attaches(held, '手順書をご覧ください。', suzuki, true);
    for (const call of [...calls, ...calls]) expect(await rig.hook(call)).toBe(200);
    const answers = rig.received.map(({ input }) => (input.type === 'desk' ? input.text.trim() : input));
    expect(answers.slice(0, 2)).toEqual(['最初の返事', '手順書をご覧ください。']);
    expect(new Set(rig.received.map(({ id }) => id)).size).toBe(2);
    const told = held.comments.filter(({ by, text }) => by === self && text.includes(words.text('desk:systems.files')));
    // ServiceNow tells of a comment without its files.
    expect(told).toHaveLength(kind === 'servicenow' ? 0 : 1);
    if (kind !== 'backlog') expect(told.every(({ isPublic }) => !isPublic)).toBe(true);
  });

  test('that staff attach to what is no answer, and those of the bot itself, are nobody’s concern', async () => {
    const calls = [
      ...rig.fake.attaches(held, '社内のメモ', suzuki, false),
      ...rig.fake.attaches(held, 'ボットの控え', self, true),
    ];
    for (const call of calls) expect(await rig.hook(call)).toBe(200);
    expect(rig.received).toEqual([]);
    expect(held.comments.filter(({ text }) => text.includes(words.text('desk:systems.files')))).toEqual([]);
  });
});

test('an upload without an end holds nothing up for longer than an attempt may take', async () => {
  const rigs = await Promise.all(fakes.map(async ([, fakeOf]) => deskRig(await fakeOf())));
  const refs = await Promise.all(rigs.map(({ desk }) => desk.open('opened', ticket)));
  for (const { fake } of rigs) fake.server.faults.upload.push('hang');
  const before = performance.now();
  const all = await Promise.all(
    rigs.map(({ desk }, n) => {
      const opened = refs[n];
      return opened?.outcome === 'done' ? desk.note('note', opened.message, ticket, both) : opened;
    }),
  );
  expect(all.map((one) => one?.outcome)).toEqual(['later', 'later', 'later', 'later']);
  expect(performance.now() - before).toBeLessThan(5_000);
  await Promise.all(rigs.map((rig) => rig.stop()));
}, 10_000);
