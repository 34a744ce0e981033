import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { policy } from '../../src/bot/runtime/policy.ts';
import type { SentFile } from '../../src/bot/types.ts';
import { conversation, deliver, makeStage, pass, type Stage, staff } from './stage.ts';

/** Somebody at work whose case was handed over to the desk. */
async function handedOver(more: Parameters<typeof makeStage>[0] = {}) {
  const stage = await makeStage(more);
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  return { stage, process };
}
const png = (size = 100): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set(Buffer.from('89504e470d0a1a0a', 'hex'));
  return bytes;
};
/** A file that the channel has. */
function sent(stage: Stage, bytes: Uint8Array<ArrayBuffer>, more: Partial<SentFile> = {}): SentFile {
  const ref = `F${stage.files.size}`;
  stage.files.set(ref, bytes);
  return { ref, kind: 'picture', size: null, ...more };
}
const file = (stage: Stage, files: readonly SentFile[], text = '画面です') =>
  stage.incoming({ type: 'file', text, files });
const noted = ({ notes }: Stage) => notes.flatMap(({ note }) => (note.kind === 'file' ? [note] : []));
const newest = (stage: Stage) => stage.last().outgoing.view.lead.join('\n');
const row = async (stage: Stage) => {
  const found = await stage.store.load(conversation);
  if (found === undefined) throw new Error('Not stored');
  return found;
};
const later = (reason: 'rate limit' | 'outage', after = 1_000) =>
  ({ outcome: 'later', after, reason, why: 'busy' }) as const;

describe('a file that a person sends after a hand-over', () => {
  test('it is fetched when its note is delivered, and attached with its bytes under a name of the bot', async () => {
    const { stage, process } = await handedOver();
    const bytes = png();
    await deliver(process, () => file(stage, [sent(stage, bytes)]));
    expect(noted(stage)).toEqual([
      {
        kind: 'file',
        text: '画面です',
        files: [{ name: 'image-1.png', type: 'image/png', bytes }],
        missing: 0,
        inForm: false,
      },
    ]);
    expect(noted(stage)[0]?.files[0]?.bytes).toEqual(bytes);
  });

  test('text is passed on without the keys and IDs in it, and else byte for byte; the person hears so', async () => {
    const { stage, process } = await handedOver();
    const log = (key: string) => `名前: Windows(R), Professional edition\r\nキー: ${key}\r\n0xC004F074`;
    const bytes = (text: string) => new TextEncoder().encode(text);
    const harmless = bytes(log('なし'));
    await deliver(process, () =>
      file(stage, [
        sent(stage, bytes(log('VK7JG-NPHTM-C97JM-9MPGT-3V66T')), { kind: 'text' }),
        sent(stage, harmless, { kind: 'text' }),
      ]),
    );
    expect(newest(stage)).toContain('取り除いてから担当窓口に渡します');
    expect(noted(stage)[0]?.files.map((one) => one.bytes)).toEqual([bytes(log('•••')), harmless]);
  });

  test('text that is too long to look for secrets stays where it is', async () => {
    const { stage, process } = await handedOver();
    const long = new TextEncoder().encode('0xC004F074\n'.repeat(10_000));
    await deliver(process, () => file(stage, [sent(stage, long, { kind: 'text' })]));
    expect(noted(stage)).toMatchObject([{ files: [], missing: 1 }]);
  });

  test('is held in memory by few jobs at a time, however many people send at once, and none is lost', async () => {
    const { stage, process } = await handedOver();
    const people = Array.from({ length: 12 }, (_, n) => `slack:T1/C1/2.${n}` as typeof conversation);
    const at = (one: typeof conversation, incoming: ReturnType<Stage['text']>) => ({ ...incoming, conversation: one });
    for (const one of people)
      await deliver(
        process,
        () => at(one, stage.text('会社のPCで0xC004F074が出ます')),
        () => at(one, { ...stage.press('human'), input: { type: 'text', text: '担当者に相談したい' } }),
        () => at(one, stage.press('skip')),
      );
    let [under, most] = [0, 0];
    stage.beforeContact = async () => {
      under += 1;
      most = Math.max(most, under);
      await sleep(5);
      under -= 1;
    };
    await Promise.all(people.map((one) => process.bot.receive(at(one, file(stage, [sent(stage, png())])))));
    await process.bot.rest();
    expect(noted(stage)).toHaveLength(12);
    expect(most).toBe(4);
  });

  test('only its reference is stored, in a format that earlier versions leave alone, and no longer than it waits', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push({ later: 60_000 });
    const one = sent(stage, png());
    await deliver(process, () => file(stage, [one]));
    const waiting = await row(stage);
    expect(waiting.format).toBe(3);
    expect(waiting.body).toContain(JSON.stringify(one));
    expect(waiting.body).not.toContain('image-1');
    expect(waiting.body.length).toBeLessThan(20_000);
    await pass(stage, process, 61_000);
    expect(noted(stage)).toHaveLength(1);
    expect((await row(stage)).format).toBe(2);
    expect((await row(stage)).body).not.toContain('"ref"');
  });

  test.each([
    ['PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image-1.png'],
    ['JPEG', Buffer.from('ffd8ffe000', 'hex'), 'image-1.jpg'],
    ['GIF', Buffer.from('GIF89a'), 'image-1.gif'],
    ['WebP', Buffer.from('RIFF\x01\x02\x03\x04WEBPVP8 ', 'latin1'), 'image-1.webp'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'image-1.heic'],
    ['PDF', Buffer.from('%PDF-1.7\n\0'), 'document-1.pdf'],
    ['text', Buffer.from('エラー 0xC004F074\r\n'), 'text-1.txt'],
    ['text of Japanese Windows', Buffer.from('8347838981 5b0d0a'.replace(' ', ''), 'hex'), 'text-1.txt'],
    ['text in UTF-16', Buffer.from('\ufeffエラー', 'utf16le'), 'text-1.txt'],
    ['a program', Buffer.from('MZ\0\x01'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
    ['an Office document', Buffer.from('PK\x03\x04\0'), undefined],
  ])('its kind follows from its content, whatever the channel says: %s', async (_, bytes, name) => {
    const { stage, process } = await handedOver();
    await deliver(process, () => file(stage, [sent(stage, new Uint8Array(bytes))]));
    expect(noted(stage)[0]?.files.map((one) => one.name)).toEqual(name === undefined ? [] : [name]);
    expect(noted(stage)[0]?.missing).toBe(name === undefined ? 1 : 0);
  });

  test('of another kind, or too large by what the channel says, it is not fetched, and the person hears so at once', async () => {
    const { stage, process } = await handedOver();
    const files = [
      sent(stage, png(), { kind: 'other' }),
      sent(stage, png(), { size: 10_000_001 }),
      sent(stage, png(), { size: 10_000_000 }),
    ];
    await deliver(process, () => file(stage, files));
    expect(stage.fetched).toEqual(['F2']);
    expect(noted(stage)).toMatchObject([{ missing: 2 }]);
    expect(newest(stage)).toContain('画像・PDF・テキスト以外のファイルは、担当窓口に渡せませんでした');
    expect(newest(stage)).toContain('10MBを超えるファイルは、担当窓口に渡せませんでした');
  });

  test('the person of a file that is passed on hears of no limit', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => file(stage, [sent(stage, png())]));
    expect(newest(stage)).not.toContain('渡せません');
  });

  test('the files of a message have at most 20 MB together', async () => {
    const { stage, process } = await handedOver();
    const files = [9_000_000, 9_000_000, 9_000_000, 2_000_000].map((size) => sent(stage, png(size)));
    await deliver(process, () => file(stage, files));
    expect(noted(stage)[0]?.files.map(({ bytes }) => bytes.length)).toEqual([9_000_000, 9_000_000, 2_000_000]);
    expect(noted(stage)[0]?.missing).toBe(1);
  });

  test('what is gone or may not be read is missing, and the rest arrives', async () => {
    const { stage, process } = await handedOver();
    stage.faults.fetch.push({ outcome: 'none', why: 'not allowed' });
    const gone: SentFile = { ref: 'F9', kind: 'picture', size: null };
    await deliver(process, () => file(stage, [sent(stage, png()), gone, sent(stage, png())]));
    expect(noted(stage)).toMatchObject([{ files: [{ name: 'image-1.png' }], missing: 2 }]);
  });

  test('a note waits for a file as long as the channel says, and words after it keep their order', async () => {
    const { stage, process } = await handedOver();
    stage.faults.fetch.push(later('rate limit', 30_000));
    await deliver(
      process,
      () => file(stage, [sent(stage, png())]),
      () => stage.text('昨日の夕方から、画面が青いままです'),
    );
    expect(stage.notes).toEqual([]);
    await pass(stage, process, 31_000);
    expect(stage.notes.map(({ note }) => note.kind)).toEqual(['file', 'words']);
    expect(noted(stage)).toMatchObject([{ missing: 0 }]);
  });

  test('after ten minutes the note goes without a file that cannot be fetched', async () => {
    const { stage, process } = await handedOver();
    const one = sent(stage, png());
    stage.faults.fetch.push(...Array.from({ length: 500 }, () => later('outage', 0)));
    await deliver(process, () => file(stage, [one]));
    for (let minutes = 0; minutes < 9; minutes += 1) await pass(stage, process, 60_000);
    expect(stage.notes).toEqual([]);
    for (let minutes = 0; minutes < 6; minutes += 1) await pass(stage, process, 60_000);
    expect(noted(stage)).toMatchObject([{ files: [], missing: 1 }]);
  });

  test('after an hour the note goes without a file that the desk does not take', async () => {
    const { stage, process } = await handedOver();
    stage.faults.note.push(...Array.from({ length: 100 }, () => 'throw' as const));
    await deliver(process, () => file(stage, [sent(stage, png())]));
    for (let minutes = 0; minutes < 62; minutes += 1) await pass(stage, process, 60_000);
    stage.faults.note.length = 0;
    for (let minutes = 0; minutes < 6; minutes += 1) await pass(stage, process, 60_000);
    expect(noted(stage)).toMatchObject([{ files: [], missing: 1 }]);
  });

  test('a process that ends while it is passed on loses none, and doubles none', async () => {
    for (const fault of ['hang', 'cut', 'throw'] as const) {
      const { stage, process } = await handedOver();
      stage.faults.note.push(fault);
      const bytes = png();
      await deliver(process, () => file(stage, [sent(stage, bytes)]));
      const next = stage.process();
      stage.clock += policy.lease + 1;
      for (let n = 0; n < 5; n += 1) await pass(stage, next, 60_000);
      expect([fault, noted(stage).length]).toEqual([fault, 1]);
      expect(noted(stage)[0]?.files[0]?.bytes).toEqual(bytes);
    }
  });
});

test('a note that an earlier version stored for a file names none, and is passed on', async () => {
  const { stage, process } = await handedOver();
  stage.faults.note.push({ later: 60_000 });
  await deliver(process, () => file(stage, []));
  const stored = await row(stage);
  expect(stored.format).toBe(2);
  const earlier = { ...stored, version: stored.version + 1, body: stored.body.replace(',"files":[]', '') };
  expect(earlier.body).not.toBe(stored.body);
  expect(await stage.store.save(earlier)).toBe(true);
  await pass(stage, stage.process(), 61_000);
  expect(noted(stage)).toMatchObject([{ text: '画面です', files: [], missing: 0 }]);
});

describe('files that come with an answer of the desk', () => {
  const answered = (stage: Stage, files: readonly SentFile[], desk = 'office') =>
    stage.incoming(
      { type: 'desk', text: 'こちらです', by: '佐藤', corrects: false, seen: null, attached: { desk, files } },
      { person: staff, address: '', opens: false },
    );

  test('the person gets the answer first, then the files, in one message', async () => {
    const { stage, process } = await handedOver();
    stage.faults.post.push({ later: 5_000 });
    await deliver(process, () => answered(stage, [sent(stage, png()), sent(stage, png())]));
    expect(stage.attached).toEqual([]);
    await pass(stage, process, 6_000);
    expect(stage.last().outgoing.view.quote).toContain('こちらです');
    expect(stage.attached).toMatchObject([{ files: [{ name: 'image-1.png' }, { name: 'image-2.png' }], missing: 0 }]);
  });

  test('while they wait, only their references are stored, in a format that earlier versions leave alone', async () => {
    const { stage, process } = await handedOver();
    stage.faults.attach.push({ later: 60_000 });
    await deliver(process, () => answered(stage, [sent(stage, png())]));
    expect((await row(stage)).format).toBe(3);
    await pass(stage, process, 61_000);
    expect(stage.attached).toHaveLength(1);
    expect((await row(stage)).format).toBe(2);
  });

  test('they never delay a reply', async () => {
    const { stage, process } = await handedOver();
    stage.faults.attach.push({ later: 600_000 });
    await deliver(
      process,
      () => answered(stage, [sent(stage, png())]),
      () => stage.text('KMSって何ですか'),
    );
    expect(newest(stage)).toContain('KMS');
    await pass(stage, process, 601_000);
    expect(stage.attached).toHaveLength(1);
  });

  test('a process that ends while they are shown loses none', async () => {
    for (const fault of ['hang', 'throw'] as const) {
      const { stage, process } = await handedOver();
      stage.faults.attach.push(fault);
      await deliver(process, () => answered(stage, [sent(stage, png())]));
      const next = stage.process();
      for (let n = 0; n < 5; n += 1) await pass(stage, next, 60_000);
      expect([fault, stage.attached.length]).toEqual([fault, 1]);
    }
  });

  test('those of a desk that is not set up any more are told of', async () => {
    const { stage, process } = await handedOver();
    await deliver(process, () => answered(stage, [sent(stage, png())], 'gone'));
    expect(stage.attached).toMatchObject([{ files: [], missing: 1 }]);
  });
});
