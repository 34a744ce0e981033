import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { deskKind } from '../kind.ts';
import { isSignedBody, signatureOf, webhookSecret } from '../signed.ts';
import { apiOf, basic } from './api.ts';
import { systemDesk } from './desk.ts';
import { inJournal } from './escape.ts';
import { parsed } from './outcome.ts';
import { type HookHeard, type HookRequest, irrelevant, malformed, type System, unsigned } from './system.ts';
import { credential, systemAddress } from './via.ts';

const via = z.strictObject({
  url: systemAddress,
  user: credential,
  password: credential,
  table: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,79}$/, 'must be the name of a table, such as incident')
    .default('incident'),
  /** The sys_id of the assignment group; empty: the instance's own rules assign the ticket. */
  group: z
    .string()
    .regex(/^([0-9a-f]{32})?$/, 'must be a sys_id')
    .default(''),
  secret: z.string().trim().pipe(z.literal('').or(webhookSecret)).default(''),
});

const sysId = z.string().regex(/^[0-9a-f]{32}$/);
const created = z.object({ result: z.object({ sys_id: sysId }) });
const found = z.object({ result: z.array(z.object({ sys_id: sysId })) });
const journal = z.object({ result: z.object({ work_notes: z.string() }) });
const anything = z.looseObject({});

/** The schema of what the business rule of docs/desks-systems.md sends. */
const payload = z.object({
  ticket: sysId,
  user: z.string().min(1).max(100),
  name: z.string().max(500).default(''),
  kind: z.enum(['comment', 'state', 'assigned']),
  /** The comment, the number of the state, or the name of whoever it was assigned to. */
  value: z.string(),
});
/** The numbers of the states Resolved and Closed of an incident, as instances are delivered; the documentation names the states only: https://www.servicenow.com/docs/r/it-service-management/incident-management/c_IncidentManagementStateModel.html */
const done: readonly string[] = ['6', '7'];

/** ServiceNow by its Table API (https://www.servicenow.com/docs/r/zurich/api-reference/rest-api-explorer/t_GetStartedCreateInt.html). A ticket carries its mark in `correlation_id`, by which the table is queried. Notes are work notes, which only staff see; files lie on the ticket itself (https://www.servicenow.com/docs/r/zurich/api-reference/rest-apis/c_AttachmentAPI.html). */
export function serviceNow({ url, user, password, table, group, secret }: z.infer<typeof via>): System {
  const api = apiOf('ServiceNow', url, basic(user, password));
  const path = `/api/now/table/${table}`;
  return {
    name: 'ServiceNow',
    indexedAfter: 0,
    perSecond: 5,
    answers: 'public',
    escape: inJournal,
    create: async (mark, subject, description) => {
      const record = {
        short_description: subject,
        description,
        correlation_id: mark,
        correlation_display: 'ninsho-navi',
        ...(group !== '' && { assignment_group: group }),
      };
      const { result } = await api.send(
        'POST',
        `${path}?sysparm_fields=sys_id`,
        { body: record, headers: {} },
        created,
      );
      return result.sys_id;
    },
    find: async (mark) => {
      const query = { sysparm_query: `correlation_id=${mark}`, sysparm_fields: 'sys_id', sysparm_limit: '1' };
      return (await api.get(`${path}?${new URLSearchParams(query)}`, found)).result[0]?.sys_id;
    },
    // Attached at once, under a name of which a ticket has one, so that no repeat attaches it again.
    upload: async (ticket, mark, { name, type, bytes }) => {
      const dot = name.lastIndexOf('.');
      const sign = createHash('sha256').update(mark).update(bytes).digest('hex').slice(0, 12);
      const file_name = `${name.slice(0, dot)}-${sign}${name.slice(dot)}`;
      const query = { sysparm_query: `table_sys_id=${ticket}^file_name=${file_name}`, sysparm_limit: '1' };
      const { result } = await api.get(`/api/now/attachment?${new URLSearchParams(query)}`, found);
      if (result[0] !== undefined) return result[0].sys_id;
      const about = new URLSearchParams({ table_name: table, table_sys_id: ticket, file_name });
      const sending = { body: bytes, headers: { 'content-type': type } };
      return (await api.send('POST', `/api/now/attachment/file?${about}`, sending, created)).result.sys_id;
    },
    comment: async (ticket, text, reopens) => {
      // 2 is In Progress.
      const change = { work_notes: text, ...(reopens && table === 'incident' && { state: '2' }) };
      await api.send('PATCH', `${path}/${ticket}?sysparm_fields=sys_id`, { body: change, headers: {} }, anything);
    },
    commented: async (ticket, mark) => {
      const query = new URLSearchParams({ sysparm_fields: 'work_notes', sysparm_display_value: 'true' });
      return (await api.get(`${path}/${ticket}?${query}`, journal)).result.work_notes.includes(mark);
    },
    check: async () => {
      await api.get(`${path}?${new URLSearchParams({ sysparm_fields: 'sys_id', sysparm_limit: '1' })}`, found);
    },
    mayBeSigned: ({ headers }) => signatureOf(headers) !== undefined,
    hear: (request) => hear(request, secret, user),
  };
}

/** Hears the business rule, which signs by Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function hear({ headers, body }: HookRequest, secret: string, self: string): HookHeard {
  if (!isSignedBody(new Webhook(secret), headers, body)) return unsigned;
  const { data } = payload.safeParse(parsed(body));
  const id = String(headers['webhook-id']);
  if (data === undefined || !/^[\w:.-]{1,200}$/.test(id)) return malformed;
  const { ticket, user, name, kind, value } = data;
  if (user === self || (kind === 'state' && !done.includes(value)) || (kind === 'assigned' && value === ''))
    return irrelevant;
  const by = (kind === 'assigned' ? value.slice(0, 500) : name).trim();
  const did =
    kind === 'comment'
      ? ({ kind: 'answer', text: value } as const)
      : ({ kind: kind === 'state' ? 'solve' : 'take' } as const);
  return { kind: 'ticket', ticket, reports: async () => [{ id, user, by, did }] };
}

/** The kind of desk in ServiceNow. */
export const serviceNowKind = deskKind('servicenow', via, (setup, given, surroundings) =>
  systemDesk(setup, serviceNow(given), given.secret !== '', surroundings),
);
