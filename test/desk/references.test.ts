import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { Desk, MessageRef, Ticket } from '../../src/bot/ports.ts';
import type { Store } from '../../src/bot/storage.ts';
import { mailbox, outside, secret, served, signedPost, ticket } from './outside.ts';
import { deskRig, fakes, ticketOf } from './systems/rig.ts';
import { suzuki } from './systems/server.ts';

const told: readonly [string, (desk: Desk, opened: MessageRef, of: Ticket) => Promise<unknown>][] = [
  ['a note', (desk, opened, of) => desk.note('n', opened, of, { kind: 'words', text: 'まだです' })],
  ['how the case stands', (desk, opened, of) => desk.show(opened, of)],
];

/** Deletes what was kept before the work, as the retention time does. */
async function expireAllBut(store: Store, work: () => Promise<unknown>): Promise<void> {
  await sleep(20);
  const before = Date.now();
  await sleep(20);
  await work();
  await store.purge(before, 99);
}

const openedBy = async (desk: Desk, of: Ticket): Promise<MessageRef> => {
  const sent = await desk.open('k'.repeat(22), of);
  if (sent.outcome !== 'done') throw new Error(JSON.stringify(sent));
  return sent.message;
};

describe.each(told)('answers come back as long as the case lives, if the desk is told of it: %s', (_, tell) => {
  test.each(fakes)('in %s', async (_kind, fakeOf) => {
    const rig = await deskRig(await fakeOf());
    const opened = await openedBy(rig.desk, ticketOf());
    const [held] = rig.fake.tickets;
    if (held === undefined) throw new Error('no ticket');
    for (let n = 0; n < 2; n += 1) await expireAllBut(rig.store, () => tell(rig.desk, opened, ticketOf()));
    expect(await rig.hook(rig.fake.says(held, '直しました', suzuki, true))).toBe(200);
    await expireAllBut(rig.store, async () => {});
    expect(await rig.hook(rig.fake.says(held, '直しました', suzuki, true))).toBe(404);
    await rig.stop();
  });

  test('by webhook, under the id and under the key', async () => {
    const receiver = createServer(
      (request, response) => void request.resume().on('end', () => response.end('{"id":7}')),
    );
    await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const database = await sqlite(':memory:');
    const desk = await outside({ kind: 'webhook', url, secret }, { vault: vaultOf(database) });
    const http = await served(desk);
    const opened = await openedBy(desk.desk, ticket);
    for (let n = 0; n < 2; n += 1) await expireAllBut(storeOf(database), () => tell(desk.desk, opened, ticket));
    for (const id of ['7', 'k'.repeat(22)]) {
      const report = { id: `r${id}`, ticket: id, action: 'answer', by: '佐藤', text: '直しました' };
      expect((await signedPost(http.port, '/desks/helpdesk/webhook', report)).status).toBe(200);
    }
    await http.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  test('by e-mail', async () => {
    const server = await mailbox();
    const database = await sqlite(':memory:');
    const from = 'navi@bot.example.jp';
    const smtp = `smtp://127.0.0.1:${server.port}`;
    const via = { kind: 'mail', smtp, tls: 'none', from, to: 'it@example.co.jp', inbound: { secret } };
    const desk = await outside(via, { vault: vaultOf(database) });
    const http = await served(desk);
    const opened = await openedBy(desk.desk, ticket);
    for (let n = 0; n < 2; n += 1) await expireAllBut(storeOf(database), () => tell(desk.desk, opened, ticket));
    const reply = { id: '<1@example.co.jp>', from: 'it@example.co.jp', inReplyTo: opened, text: '直しました' };
    expect((await signedPost(http.port, '/desks/helpdesk/mail', reply)).status).toBe(200);
    await http.stop();
    await server.close();
  });
});
