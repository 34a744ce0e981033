import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskOf } from '../../src/adapters/teams/desk/index.ts';
import { teams } from '../../src/adapters/teams/index.ts';
import { connectorOf } from '../../src/adapters/teams/send/connector.ts';
import type { Attachment, ConversationId, MessageRef, PersonId, Ticket } from '../../src/bot/ports.ts';
import { channel, handOver, threadsAt } from './at-desk.ts';
import { type Chat, local, silent, startChat } from './chat.ts';
import { deskOn } from './desk-on.ts';
import { forgetful } from './forgetful.ts';
import { activity, bot, idOf, type Place, pathOf, tenants } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';
import { surrounding } from './surroundings.ts';

const pictureOf = (size: number) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(size)]);
const dataOf = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
const partly = '相談の場所で見られます';

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  await service.stop();
  expect(service.wrong).toEqual([]);
});

/** What was posted below a ticket: the pictures of messages, and the notes in words. */
const below = () => {
  const [thread] = threadsAt(service);
  const path = `/one/v3/conversations/${encodeURIComponent(thread?.place.conversation ?? '')}`;
  const all = service.held(path).slice(1);
  const sent = all.map(({ versions }) => versions.at(-1) as { attachments?: readonly { contentUrl?: string }[] });
  const isPicture = (one: (typeof sent)[number]) => one.attachments?.some(({ contentUrl }) => contentUrl !== undefined);
  return {
    pictures: sent.filter(isPicture).map((one) => one.attachments?.map(({ contentUrl }) => contentUrl)),
    notes: sent.filter((one) => !isPicture(one)).map((one) => shownIn(one)),
  };
};

describe('a picture that a person pastes after a hand-over in Teams', () => {
  let pasted: Server;
  let chat: Chat;
  const place = (): Place => ({ service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' });
  const picture = pictureOf(3_000);
  beforeEach(async () => {
    pasted = createServer((_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(picture));
    await new Promise<void>((resolve) => pasted.listen(0, '127.0.0.1', resolve));
    chat = await startChat({ ...local, desks: [deskOn(service.url, channel)] });
    await handOver(chat, service, place());
  });
  afterEach(async () => {
    await chat.stop();
    pasted.closeAllConnections();
    await new Promise((resolve) => pasted.close(resolve));
  });

  test('its bytes stand unchanged in the thread of the ticket, once, before the note that says so', async () => {
    const contentUrl = `http://127.0.0.1:${(pasted.address() as AddressInfo).port}/v3/attachments/1/views/original`;
    const attachments = [{ contentType: 'image/*', contentUrl }];
    const sent = activity(place(), 'asker', { text: '画面です', attachments });
    expect(await chat.deliver(sent)).toMatchObject({ status: 200 });
    await chat.deliver(sent);
    await chat.idle(idOf(place()));
    const { pictures, notes } = below();
    expect(pictures).toEqual([[dataOf(picture)]]);
    expect(notes.map(({ lines }) => lines.join('\n'))).toEqual([expect.stringContaining('画面です')]);
    expect(notes[0]?.lines.join('\n')).not.toContain(partly);
  });

  test('what lies elsewhere is not fetched, and the note links the conversation', async () => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.com/picture.png' }];
    await chat.deliver(activity(place(), 'asker', { text: '', attachments }));
    await chat.idle(idOf(place()));
    const { pictures, notes } = below();
    expect(pictures).toEqual([]);
    expect(notes.map(({ lines }) => lines.join('\n'))).toEqual([expect.stringContaining(partly)]);
  });
});

describe('a note with files at a desk in Teams', () => {
  const ticket: Ticket = {
    from: { conversation: 'slack:T1:C1:1' as ConversationId, language: 'ja', address: '{}' },
    person: 'slack:T1:U1' as PersonId,
    handover: { to: 'it-admin', text: '件名' },
    contact: { name: '田中', mail: '', chat: '', thread: 'https://one.slack.com/archives/C1/p1' },
    handling: { state: 'new', by: '', at: 0 },
    urgency: '',
    facts: {},
    words: '',
    owner: null,
  };
  const file = (bytes: Buffer, type = 'image/png', name = 'image-1.png'): Attachment => ({
    name,
    type,
    bytes: new Uint8Array(bytes),
  });
  const note = (files: readonly Attachment[]) =>
    ({ kind: 'file', text: '', files, missing: 0, inForm: false }) as const;
  const begin = async (vault = forgetful()) => {
    const desk = deskOf(connectorOf(local), deskOn(service.url, channel), local, vault);
    const opened = await desk.open('ticket', ticket);
    return { desk, vault, opened: opened.outcome === 'done' ? opened.message : ('' as MessageRef) };
  };

  test('a picture that is too large for Teams, and a file that it does not show, are told of with the link', async () => {
    const { desk, opened } = await begin();
    const [small, large] = [pictureOf(10), pictureOf(1_000_000)];
    await desk.note('note', opened, ticket, note([file(small), file(large), file(small, 'application/pdf')]));
    const { pictures, notes } = below();
    expect(pictures).toEqual([[dataOf(small)]]);
    expect(notes[0]?.lines.join('\n')).toContain(partly);
    expect(JSON.stringify(service.calls.at(-1)?.body)).toContain('https://one.slack.com/archives/C1/p1');
  });

  test('a picture that Teams refuses is told of, and the note is posted all the same', async () => {
    const { desk, opened } = await begin();
    service.faults.push({ method: 'POST', status: 413 });
    const sent = await desk.note('note', opened, ticket, note([file(pictureOf(10))]));
    expect(sent.outcome).toBe('done');
    expect(below().pictures).toEqual([]);
    expect(below().notes[0]?.lines.join('\n')).toContain(partly);
  });

  test('a rate limit puts off the note with the picture, and nothing is posted twice', async () => {
    const { desk, vault, opened } = await begin();
    const given = note([file(pictureOf(10))]);
    service.faults.push({ method: 'POST', status: 429, headers: { 'retry-after': '0' } });
    expect(await desk.note('note', opened, ticket, given)).toMatchObject({ outcome: 'later' });
    // The process ends after the picture and before the note.
    service.faults.push({ method: 'any', status: 'cut' });
    await expect(desk.note('note', opened, ticket, given)).rejects.toThrow();
    const next = deskOf(connectorOf(local), deskOn(service.url, channel), local, vault);
    await next.note('note', opened, ticket, given);
    await next.note('note', opened, ticket, given);
    expect(below().pictures).toHaveLength(1);
    expect(below().notes).toHaveLength(1);
  });

  test('an erasure deletes the pictures with the ticket', async () => {
    const { desk, opened } = await begin();
    const sent = await desk.note('note', opened, ticket, note([file(pictureOf(10))]));
    const notes = sent.outcome === 'done' ? [sent.message] : [];
    await desk.erase(opened, notes, ticket.from.conversation);
    const path = `/one/v3/conversations/${encodeURIComponent(`${channel};messageid=${opened}`)}`;
    expect(service.held(path)).toEqual([]);
  });
});

describe('a file of a desk for a person in Teams', () => {
  const file = (bytes: Buffer, type = 'image/png'): Attachment => ({
    name: 'image-1.png',
    type,
    bytes: new Uint8Array(bytes),
  });
  /** Shows files in a personal chat; resolves to the result and what the person sees. */
  async function show(files: readonly Attachment[], missing = 0) {
    const place: Place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
    const { adapter } = teams(local, surrounding(silent));
    const address = JSON.stringify({
      serviceUrl: `${service.url}/one/`,
      conversation: place.conversation,
      kind: place.kind,
      tenant: tenants.one,
      bot,
      user: { id: '29:asker', name: 'asker' },
    });
    const to = { conversation: idOf(place) as ConversationId, address, language: 'ja' as const };
    const result = await adapter.attach(to, 'key', files, missing);
    const seen = service.held(pathOf(place)).map(({ versions }) => versions.at(-1) as Seen);
    return { result, seen: seen.map(({ text, attachments = [] }) => [text, attachments.map((one) => one.contentUrl)]) };
  }
  interface Seen {
    readonly text: string;
    readonly attachments?: readonly { readonly contentUrl: string }[];
  }
  const told =
    '担当窓口からファイルが届きましたが、ここには出せません。別の方法で受け取りたいときは、ここに書いてください。窓口に伝えます。';

  test('a picture is shown with its bytes unchanged and a line of words', async () => {
    const picture = pictureOf(3_000);
    const { seen } = await show([file(picture)]);
    expect(seen).toEqual([['担当窓口からのファイルです。', [dataOf(picture)]]]);
  });

  test('what Teams shows no person, or could not be fetched, is told of without a link', async () => {
    expect((await show([file(pictureOf(1_000_000)), file(pictureOf(10), 'application/pdf')])).seen).toEqual([
      [told, []],
    ]);
    expect((await show([], 1)).seen.at(-1)).toEqual([told, []]);
  });

  test('a picture that Teams refuses is told of, and after a rate limit it is to be tried again', async () => {
    service.faults.push({ method: 'POST', status: 429, headers: { 'retry-after': '3' } });
    expect((await show([file(pictureOf(10))])).result).toMatchObject({ outcome: 'later', after: 3_000 });
    service.faults.push({ method: 'POST', status: 413 });
    expect((await show([file(pictureOf(10))])).seen).toEqual([[told, []]]);
  });
});
