import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { decodedHeader, type GotMail, header, mailbox, secret, textOf } from '../outside.ts';
import { fakeServiceNow } from '../systems/servicenow.ts';
import { fakeZendesk } from '../systems/zendesk.ts';
import { chosen, cutting, spoiling } from './spoiling.ts';

/** Of a hundred calls to a desk, so many are spoilt. At a ticket system each fault holds up the calls of all cases for a while, as its rate limit wants. */
const spoilt = { direct: 15, system: 6 } as const;

/** What a receiver has of a case: tickets, and the texts of notes, each as often as whoever reads it sees it. */
export interface Arrived {
  readonly tickets: number;
  readonly notes: readonly string[];
}

/** The receiver of a desk. */
export interface Receiver {
  /** How it is reached, in the desks file. */
  readonly via: object;
  /** Returns what it has of each case, by the name of its person. */
  arrived(): ReadonlyMap<string, Arrived>;
  /** Counts what arrived again, and was known as a repeat. */
  repeats(): number;
  stop(): Promise<void>;
}

/** The name of a person at the beginning of a summary. */
const nameIn = (summary: string): string => /p\d+/.exec(summary)?.[0] ?? '';

/** Gathers what arrived by name. */
function gathered(all: Iterable<{ readonly name: string; readonly note: string | undefined }>) {
  const found = new Map<string, { tickets: number; notes: string[] }>();
  for (const { name, note } of all) {
    const one = found.get(name) ?? { tickets: 0, notes: [] };
    if (note === undefined) one.tickets += 1;
    else one.notes.push(note);
    found.set(name, one);
  }
  return found;
}

/** An event of a webhook, as far as it is looked at. */
interface Event {
  readonly type: string;
  readonly data: { readonly asker: { readonly name: string }; readonly note?: { readonly text?: string } };
}

/** Starts a receiver of signed webhooks that knows a repeat by its `webhook-id`. */
async function hookReceiver(): Promise<Receiver> {
  const events = new Map<string, Event>();
  let repeats = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const event = new Webhook(secret).verify(body, headers) as Event;
    const id = headers['webhook-id'] ?? '';
    if (events.has(id)) repeats += 1;
    events.set(id, event);
    response.end(event.type === 'ticket.opened' ? JSON.stringify({ id: `T-${id}` }) : '{}');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const front = await spoiling(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, spoilt.direct);
  return {
    via: { kind: 'webhook', url: `${front.url}/`, secret },
    arrived: () =>
      gathered(
        [...events.values()]
          .filter(({ type }) => type === 'ticket.opened' || type === 'ticket.noted')
          .map(({ type, data }) => ({
            name: data.asker.name,
            note: type === 'ticket.opened' ? undefined : (data.note?.text ?? ''),
          })),
      ),
    repeats: () => repeats,
    stop: async () => {
      await front.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts a mail server whose mailboxes show mails of one Message-ID as one. */
async function mailReceiver(): Promise<Receiver> {
  const mails: GotMail[] = [];
  const server = await mailbox({
    onMailFrom: (_address, _session, done) => {
      const fault = chosen(spoilt.direct);
      if (fault === '429' || fault === '503')
        return done(Object.assign(new Error('Try again later'), { responseCode: 421 }));
      done();
    },
    onData: async (stream, session, done) => {
      try {
        const source = await text(stream);
        await sleep(5 + Math.random() * 45);
        const fault = chosen(spoilt.direct);
        if (fault === '429' || fault === '503' || fault === 'cut before')
          return done(Object.assign(new Error('Out of order'), { responseCode: 421 }));
        const { rcptTo } = session.envelope;
        mails.push({ from: '', to: rcptTo.map(({ address }) => address), source });
        if (fault === 'hang') return;
        // The mail is taken, and its sender hears that it is not.
        if (fault !== undefined) return done(Object.assign(new Error('Out of order'), { responseCode: 421 }));
        done();
      } catch {
        // The process that sent has died in the middle of it.
      }
    },
  });
  const front = await cutting(server.port);
  const distinct = () => new Map(mails.map((mail) => [header(mail, 'Message-ID'), mail]));
  return {
    via: {
      kind: 'mail',
      smtp: `smtp://127.0.0.1:${front.port}`,
      tls: 'none',
      from: 'navi@bot.example.jp',
      to: 'it@example.co.jp',
    },
    arrived: () =>
      gathered(
        [...distinct().values()].map((mail) => ({
          name: nameIn(decodedHeader(mail, 'Subject')),
          note: header(mail, 'In-Reply-To') === '' ? undefined : textOf(mail),
        })),
      ),
    repeats: () => mails.length - distinct().size,
    stop: async () => {
      await front.stop();
      await server.close();
    },
  };
}

/** Starts a ticket system. */
async function systemReceiver(fakeOf: typeof fakeZendesk): Promise<Receiver> {
  const fake = await fakeOf();
  const front = await spoiling(fake.server.url, spoilt.system);
  return {
    via: { kind: fake.kind, ...fake.via({ url: front.url }) },
    arrived: () =>
      gathered(
        fake.tickets.flatMap(({ subject, comments }) => [
          { name: nameIn(subject), note: undefined },
          ...comments.map((comment) => ({ name: nameIn(subject), note: comment.text })),
        ]),
      ),
    repeats: () => 0,
    stop: async () => {
      await front.stop();
      await fake.server.stop();
    },
  };
}

/** Starts all receivers, by the ids of their desks: one that knows repeats by idempotency key, mailboxes, one that the bot searches, and one with both. */
export const receivers = async () => ({
  webhook: await hookReceiver(),
  mail: await mailReceiver(),
  servicenow: await systemReceiver(fakeServiceNow),
  zendesk: await systemReceiver(fakeZendesk),
});
