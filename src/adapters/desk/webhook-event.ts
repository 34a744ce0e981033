import { z } from 'zod';
import { baseOf } from '../../bot/languages.ts';
import type { DeskNews, Ticket, TicketNote } from '../../bot/ports.ts';
import { viewTicket } from '../../bot/view/ticket.ts';
import type { DeskSetup } from './kind.ts';
import { newsText, ticketText } from './text.ts';

const ticket = z.object({
  /** The id of the ticket: the one that the receiver gave it, or the key under which it was opened. */
  id: z.string(),
  /** The idempotency key of this event, the same for every attempt; it is the header `webhook-id`, too. */
  key: z.string(),
  /** One line: who, which PC, the codes. */
  summary: z.string(),
  /** Who asked; what their channel does not tell is empty. */
  asker: z.object({ name: z.string(), mail: z.string() }),
  /** What is known, by the names and values of docs/labels.md. */
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** How urgent it is, in the person's own words, redacted; empty if they did not say. */
  urgency: z.string(),
  /** The letter that the person was given, redacted. */
  letter: z.string(),
  /** How the case stands at the desk: who made it so (empty for the bot), and when; `closed`: the person has ended it. */
  state: z.object({
    name: z.enum(['new', 'taken', 'answered', 'solved', 'returned', 'closed']),
    by: z.string(),
    at: z.iso.datetime(),
  }),
  /** The language in which the person is answered, a BCP 47 tag. */
  language: z.string(),
  /** URLs: a chat with the person, and their conversation with the bot; empty where there is none. */
  links: z.object({ chat: z.string(), thread: z.string() }),
  /** All of that as plain text, in the language of the desk. */
  text: z.string(),
});
const note = z.object({
  kind: z.enum([
    'words',
    'file',
    'letter',
    'remark',
    'solved',
    'withdrawn',
    'with-bot',
    'reminder',
    'answer',
    'correction',
  ]),
  /** The person's own words, redacted; of `answer` and `correction` what staff wrote to the person at another desk; empty for `solved`, `withdrawn`, `with-bot` (they go on with the bot, the ticket stays open) and `reminder` (nobody has answered yet). */
  text: z.string(),
  /** The name of the member of staff who wrote it; empty where it is not known, and for what is not of staff. */
  by: z.string(),
  /** Of `file` what the person sent, up to 1 MB together: a name that says its kind and number only, its media type by its content, and its bytes in base64. */
  files: z.array(z.object({ name: z.string(), type: z.string(), content: z.base64() })),
  /** The number of files that are not among these: they lie in the conversation only (`links.thread`), or, sent with the form of the letter, with the person only. */
  missing: z.int().min(0),
});
const news = z.object({
  /** The idempotency key of this event, as of a ticket. */
  key: z.string(),
  /** Many have one code at once; a notice of this desk was posted, or ended; the figures of the week that is over. */
  kind: z.enum(['surge', 'posted', 'ended', 'week']),
  /** The error code that it is about; empty for none. */
  code: z.string(),
  /** How many people have it; 0 for a notice and for a week. */
  cases: z.int().min(0),
  /** All of that as plain text, in the language of the desk. */
  text: z.string(),
});
const common = { timestamp: z.iso.datetime(), data: ticket };

/** The schema of what a webhook desk is sent. */
export const webhookEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ticket.opened'), ...common }),
  z.object({ type: z.literal('ticket.noted'), ...common, data: ticket.extend({ note }) }),
  z.object({ type: z.literal('ticket.updated'), ...common }),
  z.object({ type: z.literal('desk.news'), timestamp: z.iso.datetime(), data: news }),
]);
/** An event that a webhook desk is sent. */
export type WebhookEvent = z.infer<typeof webhookEvent>;
type TicketData = z.infer<typeof ticket>;

/** Returns a ticket as the data of an event. */
export function ticketData(id: string, key: string, of: Ticket, setup: DeskSetup): TicketData {
  const { contact, facts, urgency, handling, from } = of;
  const { summary, letter } = viewTicket(of, setup.language, setup.id, setup.zone);
  return {
    id,
    key,
    summary,
    asker: { name: contact.name, mail: contact.mail },
    facts: Object.fromEntries(
      Object.entries(facts).map(([slot, value]) => [slot, typeof value === 'string' ? value : [...value]]),
    ),
    urgency,
    letter,
    state: { name: handling.state, by: handling.by, at: new Date(handling.at).toISOString() },
    language: baseOf(from.language),
    links: { chat: contact.chat, thread: contact.thread },
    text: ticketText(of, setup).body,
  };
}

/** Returns a note as the data of an event. */
export const noteData = (given: TicketNote): z.infer<typeof note> => ({
  kind: given.kind === 'answer' && given.corrects ? 'correction' : given.kind,
  text: 'text' in given ? given.text : '',
  by: given.kind === 'answer' ? given.by : '',
  files:
    given.kind === 'file'
      ? given.files.map(({ name, type, bytes }) => ({ name, type, content: Buffer.from(bytes).toString('base64') }))
      : [],
  missing: given.kind === 'file' ? given.missing : 0,
});

/** Returns news that belong to no case as the data of an event. */
export function newsData(key: string, given: DeskNews, setup: DeskSetup): z.infer<typeof news> {
  const { kind } = given;
  const [code, cases] =
    kind === 'surge' ? [given.code, given.cases] : ['notice' in given ? (given.notice.match.code ?? '') : '', 0];
  return { key, kind, code, cases, text: newsText(given, setup).body };
}
