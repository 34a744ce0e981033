import { expect, test } from 'vitest';
import type { SentFile } from '../../src/bot/types.ts';
import { conversation, deliver, makeStage, pass, type Stage } from './stage.ts';

const png = new Uint8Array(Buffer.from('89504e470d0a1a0a00', 'hex'));

/** Somebody at work whose letter to the desk is being written, and a picture that the channel has. */
async function writing() {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
  );
  stage.files.set('F1', png);
  const picture: SentFile = { ref: 'F1', kind: 'picture', size: null };
  return { stage, process, picture };
}
const form = (stage: Stage, files: readonly SentFile[]) =>
  stage.incoming({ type: 'form', to: 'form', values: { edition: 'Windows 11 Pro' }, files });
const kinds = ({ notes }: Stage) => notes.map(({ note }) => note.kind);
const file = { kind: 'file', text: '', files: [{ name: 'image-1.png', type: 'image/png', bytes: png }], missing: 0 };

test('the files of a form are added to the ticket of its letter, once, though the form is delivered twice', async () => {
  const { stage, process, picture } = await writing();
  const sent = form(stage, [picture]);
  await deliver(
    process,
    () => sent,
    () => sent,
    () => form(stage, [picture]),
  );
  // Sent from another device, or long after.
  await pass(stage, process, 10_000);
  await deliver(process, () => form(stage, [picture]));
  expect(stage.tickets.size).toBe(1);
  expect(stage.notes.map(({ note }) => note)).toEqual([{ ...file, inForm: true }]);
});

test('they wait behind a ticket that cannot be opened yet, and what becomes of the case comes after them', async () => {
  const { stage, process, picture } = await writing();
  stage.faults.open.push({ later: 60_000 });
  await deliver(
    process,
    () => form(stage, [picture]),
    () => stage.press('withdraw'),
  );
  const waiting = await stage.store.load(conversation);
  expect(waiting?.format).toBe(3);
  expect(waiting?.body).toContain(JSON.stringify(picture));
  expect(kinds(stage)).toEqual([]);
  await pass(stage, process, 61_000);
  expect([stage.tickets.size, ...kinds(stage)]).toEqual([1, 'file', 'withdrawn']);
  expect((await stage.store.load(conversation))?.body).not.toContain('"ref"');
});

test('they join the ticket that has the same letter already, within the same delivery', async () => {
  const { stage, process, picture } = await writing();
  await deliver(
    process,
    () => form(stage, []),
    () => stage.press('other-recipient'),
    () => stage.press('it-admin'),
    () => form(stage, [picture]),
  );
  expect([stage.tickets.size, ...kinds(stage)]).toEqual([1, 'file']);
});

test('with a letter that the person sends themselves they go nowhere', async () => {
  const { stage, process, picture } = await writing();
  await deliver(
    process,
    () => stage.press('other-recipient'),
    () => stage.press('microsoft'),
    () => form(stage, [picture, { ...picture, kind: 'other' }]),
  );
  expect(stage.last().outgoing.outcome).toBe('escalated');
  expect([stage.tickets.size, ...kinds(stage), ...stage.fetched]).toEqual([0]);
  expect(stage.last().outgoing.view.lead.join()).not.toContain('窓口に渡せません');
});

test('those that an earlier version left without a sign of their origin lie in the conversation', async () => {
  const { stage, process, picture } = await writing();
  stage.faults.open.push({ later: 60_000 });
  await deliver(process, () => form(stage, [picture]));
  const row = await stage.store.load(conversation);
  if (row === undefined) throw new Error('Not stored');
  const older = { ...row, version: row.version + 1, body: row.body.replace(',"inForm":true', '') };
  expect(older.body).not.toBe(row.body);
  expect(await stage.store.save(older)).toBe(true);
  const next = stage.process();
  await pass(stage, next, 61_000);
  expect(stage.notes.map(({ note }) => note)).toEqual([{ ...file, inForm: false }]);
});
