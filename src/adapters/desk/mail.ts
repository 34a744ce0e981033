import { z } from 'zod';
import { unlimited } from '../../bot/lib/rates.ts';
import type { Desk, MessageRef, Receive, Ticket } from '../../bot/ports.ts';
import type { HttpRoute } from '../http/route.ts';
import { type Attempted, confirmed } from './confirmed.ts';
import { deskKind } from './kind.ts';
import { addressIn, mailboxSchema, staffSchema } from './mail-address.ts';
import { mailRoute } from './mail-inbound.ts';
import { type MailPeople, messageIdOf, mostInMail, newsMail, noteMail, ticketMail } from './mail-message.ts';
import { sparing, withinSize } from './note-files.ts';
import { doubtsOf } from './recalled.ts';
import { ticketReferences } from './references.ts';
import { webhookSecret } from './signed.ts';
import { type Mail, mailServer, sendMail, smtpUrl } from './smtp.ts';
import { checkMailServer } from './smtp-check.ts';

const via = z
  .strictObject({
    smtp: smtpUrl,
    tls: z.enum(['required', 'none']).default('required'),
    from: mailboxSchema,
    to: z.union([mailboxSchema.transform((one) => [one]), z.array(mailboxSchema).min(1).max(20)]),
    /** How answers come back: the secret by which they are signed, where they go (none given: to `from`), and who may answer (none given: all of the domains of `to`). */
    inbound: z
      .strictObject({
        secret: webhookSecret,
        replyTo: mailboxSchema.optional(),
        staff: z.array(staffSchema).min(1).max(200).optional(),
      })
      .optional(),
  })
  .refine(({ from, to, inbound }) => inbound === undefined || !to.some((one) => addressIn(one) === addressIn(from)), {
    path: ['from'],
    error: 'must be another address than those in to: what comes from it is taken for the bot’s own',
  });

/** The kind of desk that reads its tickets in e-mail. */
export const mailKind = deskKind('mail', via, (setup, { smtp, tls, from, to, inbound }, { log, vault }) => {
  const server = mailServer(smtp, tls === 'none');
  const people: MailPeople = { from, to, replyTo: inbound === undefined ? null : (inbound.replyTo ?? from) };
  const references = ticketReferences(vault, setup.id);
  const taken = confirmed(references);
  // Another mail cannot be taken back: the next attempt has no files, which may be why it took too long.
  const spare = sparing(1);
  let receive: Receive | undefined;

  async function send(key: string, ticket: Ticket, mail: Mail): Promise<Attempted> {
    const sent = await sendMail(server, mail);
    if (sent.outcome !== 'taken') return sent;
    const about = { conversation: ticket.from.conversation, delivery: key, desk: setup.id, refused: sent.refused };
    if (sent.refused > 0) log.warn(about, 'the mail server refused some addresses of the desk');
    return { outcome: 'taken', id: sent.id === '' ? messageIdOf(key, from) : sent.id };
  }
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
      taken.send(key, ticket, async () => send(key, ticket, await ticketMail(key, ticket, setup, people))),
    note: async (key, opened, ticket, note) => {
      await references.renew(opened, ticket);
      return taken.send(key, ticket, () =>
        spare(key, withinSize(note, mostInMail), async (said) =>
          send(key, ticket, await noteMail(key, opened, ticket, said, setup, people)),
        ),
      );
    },
    // A mail cannot be edited, and one for each state would only fill the mailbox.
    show: async (opened, ticket) => {
      await references.renew(opened, ticket);
      return { outcome: 'done', message: opened };
    },
    find: taken.find,
    // Answers bring no files from here.
    fetch: async () => ({ outcome: 'none', why: 'not allowed' }),
    // What lies in mailboxes is the operator’s to delete.
    erase: async () => false,
    start: async (given) => {
      receive = given;
    },
    stop: async () => {},
    tell: async (key, news) => {
      const sent = await sendMail(server, await newsMail(key, news, setup, people));
      return sent.outcome === 'taken' ? { outcome: 'done', message: messageIdOf(key, from) as MessageRef } : sent;
    },
  };
  const routes: readonly HttpRoute[] =
    inbound === undefined
      ? []
      : [
          mailRoute({
            setup,
            people,
            vault,
            secret: inbound.secret,
            staff: inbound.staff ?? to.map((one) => `@${addressIn(one)?.split('@')[1] ?? ''}`),
            references,
            doubts: doubtsOf(vault, setup.id),
            log,
            receive: () => receive,
            send: (mail) => sendMail(server, mail),
          }),
        ];
  return { desk, routes, check: () => checkMailServer(server) };
});
