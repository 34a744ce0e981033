import { z } from 'zod';
import { digest } from '../../bot/lib/hash.ts';
import { unlimited } from '../../bot/lib/rates.ts';
import type { Desk, MessageRef, Receive } from '../../bot/ports.ts';
import { confirmed } from './confirmed.ts';
import { deskKind } from './kind.ts';
import { sparing, withinSize } from './note-files.ts';
import { ticketReferences } from './references.ts';
import { webhookSecret } from './signed.ts';
import { isSafeAddress } from './via.ts';
import { checkWebhook } from './webhook-check.ts';
import { newsData, noteData, ticketData, type WebhookEvent } from './webhook-event.ts';
import { webhookRoute } from './webhook-inbound.ts';
import { eventSender } from './webhook-send.ts';

const via = z.strictObject({
  url: z.url().refine(isSafeAddress, 'must be an https URL without a password, or http on this computer'),
  secret: webhookSecret,
});

/** Maximum size of the files of an event together, in bytes; in base64 they have a third more. */
const mostInEvent = 1_000_000;

/** The kind of desk that is any program which takes signed webhooks. */
export const webhookKind = deskKind('webhook', via, (setup, { url, secret }, { vault }) => {
  const references = ticketReferences(vault, setup.id);
  const taken = confirmed(references);
  const send = eventSender(url, secret);
  // The receiver knows a repeat, so that it is tried once more.
  const spare = sparing(2);
  let receive: Receive | undefined;
  const now = () => new Date().toISOString();

  const desk: Desk = {
    id: setup.id,
    name: setup.name,
    takes: setup.takes,
    serves: setup.serves,
    hours: setup.hours,
    zone: setup.zone,
    escalatesTo: setup.escalatesTo,
    people: setup.id,
    searchable: false,
    limitOf: async () => unlimited,
    open: (key, ticket) =>
      taken.send(key, ticket, () => {
        const data = ticketData(key, key, ticket, setup);
        return send(key, { type: 'ticket.opened', timestamp: now(), data } satisfies WebhookEvent);
      }),
    note: async (key, opened, ticket, note) => {
      await references.renew(opened, ticket);
      return taken.send(key, ticket, () =>
        spare(key, withinSize(note, mostInEvent), async (said) => {
          const data = { ...ticketData(opened, key, ticket, setup), note: noteData(said) };
          const sent = await send(key, { type: 'ticket.noted', timestamp: now(), data } satisfies WebhookEvent);
          // A note is no ticket, whatever it is called there.
          return sent.outcome === 'taken' ? { outcome: 'taken', id: key } : sent;
        }),
      );
    },
    show: async (opened, ticket) => {
      await references.renew(opened, ticket);
      const shown = ticketData(opened, '', ticket, setup);
      const key = digest('show', setup.id, JSON.stringify(shown));
      const data = { ...shown, key };
      const sent = await send(key, { type: 'ticket.updated', timestamp: now(), data } satisfies WebhookEvent);
      return sent.outcome === 'taken' ? { outcome: 'done', message: opened } : sent;
    },
    find: taken.find,
    // Answers bring no files from here.
    fetch: async () => ({ outcome: 'none', why: 'not allowed' }),
    // What the receiver keeps is the operator’s to delete.
    erase: async () => false,
    start: async (given) => {
      receive = given;
    },
    stop: async () => {},
    tell: async (key, news) => {
      const data = newsData(key, news, setup);
      const sent = await send(key, { type: 'desk.news', timestamp: now(), data } satisfies WebhookEvent);
      return sent.outcome === 'taken' ? { outcome: 'done', message: key as MessageRef } : sent;
    },
  };
  const routes = [webhookRoute(setup, secret, references, () => receive)];
  return { desk, routes, check: () => checkWebhook(url) };
});
