import { z } from 'zod';
import { deskKind } from '../kind.ts';
import { apiOf, basic, kept } from './api.ts';
import { systemDesk } from './desk.ts';
import { inHtml, withoutPlaceholders } from './escape.ts';
import { markBegin } from './mark.ts';
import { parsed, refusedIds } from './outcome.ts';
import { hmacOf, isEqual, isRecent } from './signed.ts';
import {
  type HookHeard,
  type HookRequest,
  irrelevant,
  malformed,
  type Report,
  type System,
  unsigned,
} from './system.ts';
import { credential, hookSecret, systemAddress } from './via.ts';

const via = z.strictObject({ url: systemAddress, email: credential, token: credential, secret: hookSecret });

/** Ids are numbers in the API and texts in events. */
const id = z
  .union([z.number().int().transform(String), z.string()])
  .refine((one) => /^-?\d{1,20}$/.test(one), 'must be a number');
const created = z.object({ ticket: z.object({ id }) });
const found = z.object({ tickets: z.array(z.object({ id, external_id: z.string().nullish() })) });
const comments = z.object({
  comments: z.array(z.object({ id, body: z.string().nullish(), public: z.boolean().default(false) })),
});
const me = z.object({ user: z.object({ id }) });
const anyone = z.object({ user: z.object({ id, name: z.string().max(500) }) });
const nobody = z.object({ user: z.object({ id: z.null() }) });
const upload = z.object({ upload: z.object({ token: z.string().min(1).max(500) }) });
const anything = z.looseObject({});

const common = {
  id: z.string().min(1).max(100),
  detail: z.object({
    id,
    external_id: z.string().max(500).nullish(),
    actor_id: id.nullish(),
    status: z.string().max(50).nullish(),
  }),
};
/** The schema of what an event subscription sends: https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events */
const payload = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('zen:event-type:ticket.comment_added'),
    ...common,
    event: z.object({
      comment: z.object({
        id,
        body: z.string(),
        is_public: z.boolean(),
        author: z.object({ id, is_staff: z.boolean(), name: z.string().max(500).default('') }),
      }),
    }),
  }),
  z.object({
    type: z.literal('zen:event-type:ticket.attachment_linked_to_comment'),
    ...common,
    event: z.object({ comment: z.object({ id }) }),
  }),
  z.object({
    type: z.literal('zen:event-type:ticket.status_changed'),
    ...common,
    event: z.object({ current: z.string().max(50) }),
  }),
  z.object({
    type: z.literal('zen:event-type:ticket.agent_assignment_changed'),
    ...common,
    event: z.object({ current: id.nullish() }),
  }),
]);
type Payload = z.infer<typeof payload>;
const event = z.object({ type: z.string().max(200) });
const known: readonly string[] = payload.options.map(({ shape }) => shape.type.value);

const timeHeader = 'x-zendesk-webhook-signature-timestamp';
const signatureHeader = 'x-zendesk-webhook-signature';

/** Zendesk Support. A ticket carries its mark as `external_id`, by which the list of tickets is filtered, and as Idempotency-Key, under which it is created once within two hours: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ and https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency. Notes are private comments. */
export function zendesk({ url, email, token, secret }: z.infer<typeof via>): System {
  const api = apiOf('Zendesk', url, basic(`${email}/token`, token));
  const self = kept(async () => (await api.get('/api/v2/users/me', me)).user.id);
  async function newest(ticket: string) {
    const query = new URLSearchParams({ sort: '-created_at', 'page[size]': '100' });
    return (await api.get(`/api/v2/tickets/${ticket}/comments?${query}`, comments)).comments;
  }
  const isPublic = async (ticket: string, comment: string) =>
    (await newest(ticket)).some((one) => one.id === comment && one.public);
  const nameOf = async (user: string) => (await api.get(`/api/v2/users/${user}`, anyone)).user.name;
  return {
    name: 'Zendesk',
    indexedAfter: 0,
    perSecond: 3,
    answers: 'public',
    escape: inHtml,
    create: async (mark, subject, body) => {
      const ticket = {
        subject: withoutPlaceholders(subject),
        comment: note(body),
        external_id: mark,
        tags: ['ninsho-navi'],
      };
      const sending = { body: { ticket }, headers: { 'idempotency-key': mark } };
      return (await api.send('POST', '/api/v2/tickets', sending, created)).ticket.id;
    },
    find: async (mark) => {
      const { tickets } = await api.get(`/api/v2/tickets?${new URLSearchParams({ external_id: mark })}`, found);
      return tickets.find(({ external_id }) => external_id === mark)?.id;
    },
    // A file that belongs to no comment is deleted after an hour: https://developer.zendesk.com/documentation/ticketing/managing-tickets/adding-ticket-attachments-with-the-api
    upload: async (_ticket, _mark, { name, type, bytes }) => {
      const path = `/api/v2/uploads?${new URLSearchParams({ filename: name })}`;
      return (await api.send('POST', path, { body: bytes, headers: { 'content-type': type } }, upload)).upload.token;
    },
    comment: async (ticket, body, reopens, files) => {
      const comment = { ...note(body), ...(files.length > 0 && { uploads: files }) };
      const change = { comment, ...(reopens && { status: 'open' }) };
      await api.send('PUT', `/api/v2/tickets/${ticket}`, { body: { ticket: change }, headers: {} }, anything);
    },
    commented: async (ticket, mark) => (await newest(ticket)).some(({ body }) => body?.includes(mark)),
    // Who is not known is told that nobody is signed in: https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self
    check: async () => {
      const { user } = await api.get('/api/v2/users/me', me.or(nobody));
      if (user.id === null)
        throw refusedIds('Zendesk', 'does not know email and token', 'check them in the desks file');
    },
    mayBeSigned: ({ headers }) =>
      isRecent(headers[timeHeader]) && /^[\w+/]{43}=$/.test(String(headers[signatureHeader])),
    hear: (request) => hear(request, secret, self, { nameOf, isPublic }),
  };
}

/** Returns HTML with line breaks as a private comment. */
const note = (html: string) => ({ html_body: html.replaceAll('\n', '<br>'), public: false });

/** The questions to the system about an event: the name of a user, and whether a comment is public. */
interface Asked {
  nameOf(user: string): Promise<string>;
  isPublic(ticket: string, comment: string): Promise<boolean>;
}

/** Hears a webhook that is signed with its secret, over its timestamp and its body: https://developer.zendesk.com/documentation/webhooks/verifying/ */
function hear({ headers, body }: HookRequest, secret: string, self: () => Promise<string>, asked: Asked): HookHeard {
  const time = headers[timeHeader];
  const own = hmacOf(secret, `${String(time)}${body}`, 'base64');
  if (!isRecent(time) || !isEqual(headers[signatureHeader], own)) return unsigned;
  const given = parsed(body);
  const { data } = payload.safeParse(given);
  if (data === undefined) {
    const type = event.safeParse(given).data?.type;
    return type === undefined || known.includes(type) ? malformed : irrelevant;
  }
  // The events of all tickets come here; those of others get no error, after many of which Zendesk pauses a webhook.
  if (!data.detail.external_id?.startsWith(markBegin)) return irrelevant;
  return {
    kind: 'ticket',
    ticket: data.detail.id,
    reports: async () => {
      const report = await reportOf(data, asked);
      return report === undefined || report.user === (await self()) ? [] : [report];
    },
  };
}

/** Returns true for the name of a status in which a ticket is over. */
const isDone = (status: string): boolean => ['solved', 'closed'].includes(status.toLowerCase());

/** Returns what an event says that staff did; undefined if that is nothing to pass on. */
async function reportOf(data: Payload, { nameOf, isPublic }: Asked): Promise<Report | undefined> {
  const actor = data.detail.actor_id ?? '';
  switch (data.type) {
    case 'zen:event-type:ticket.comment_added': {
      const { id: comment, body: text, is_public, author } = data.event.comment;
      if (!is_public || !author.is_staff) return undefined;
      return { id: `comment:${comment}`, user: author.id, by: author.name.trim(), did: { kind: 'answer', text } };
    }
    case 'zen:event-type:ticket.attachment_linked_to_comment': {
      // Whether its own `is_public` is that of the comment is not documented.
      const { id: comment } = data.event.comment;
      if (!/^\d+$/.test(actor) || !(await isPublic(data.detail.id, comment))) return undefined;
      return { id: `comment:${comment}:files`, user: actor, by: '', did: { kind: 'files' } };
    }
    case 'zen:event-type:ticket.status_changed': {
      // What Zendesk does by itself, such as closing what was solved, has a negative or no actor.
      if (!isDone(data.event.current) || !/^\d+$/.test(actor)) return undefined;
      return { id: `event:${data.id}`, user: actor, by: await nameOf(actor), did: { kind: 'solve' } };
    }
    case 'zen:event-type:ticket.agent_assignment_changed': {
      const agent = data.event.current ?? '';
      // Who solves a ticket of nobody becomes its assignee.
      if (!/^\d+$/.test(agent) || isDone(data.detail.status ?? '')) return undefined;
      return { id: `event:${data.id}`, user: agent, by: await nameOf(agent), did: { kind: 'take' } };
    }
  }
}

/** The kind of desk in Zendesk Support. */
export const zendeskKind = deskKind('zendesk', via, (setup, given, surroundings) =>
  systemDesk(setup, zendesk(given), given.secret !== '', surroundings),
);
