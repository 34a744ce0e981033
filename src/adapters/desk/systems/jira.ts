import { z } from 'zod';
import { deskKind } from '../kind.ts';
import { apiOf, basic, fileForm, kept } from './api.ts';
import { systemDesk } from './desk.ts';
import { inWiki } from './escape.ts';
import { signed } from './mark.ts';
import { parsed } from './outcome.ts';
import { hmacOf, isEqual } from './signed.ts';
import {
  type HookHeard,
  type HookRequest,
  irrelevant,
  malformed,
  type Report,
  type System,
  unsigned,
} from './system.ts';
import { credential, hookSecret, numeric, systemAddress } from './via.ts';

const via = z.strictObject({
  url: systemAddress,
  email: credential,
  token: credential,
  serviceDesk: numeric,
  requestType: numeric,
  secret: hookSecret,
});

const created = z.object({ issueId: z.string().regex(/^\d{1,18}$/) });
const found = z.object({ issues: z.array(z.object({ id: z.string().regex(/^\d{1,18}$/) })) });
const comments = z.object({ comments: z.array(z.object({ body: z.string() })) });
const visibility = z.object({ jsdPublic: z.boolean() });
/** The answer to an upload: https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/#api-rest-servicedeskapi-servicedesk-servicedeskid-attachtemporaryfile-post */
const temporary = z.object({
  temporaryAttachments: z.tuple([z.object({ temporaryAttachmentId: z.string().min(1).max(500) })]),
});
const anything = z.looseObject({});

const person = z.object({
  accountId: z.string().min(1).max(200),
  accountType: z.string().max(50).default(''),
  displayName: z.string().max(500).default(''),
});
const issue = z.object({ id: z.string().regex(/^\d{1,18}$/) });
/** When an event happened, epoch milliseconds. */
const timestamp = z.number().int();
/** The age in milliseconds above which an event is a replay: Jira repeats a webhook that failed within half an hour. https://developer.atlassian.com/cloud/jira/platform/webhooks/#retry-policy and https://community.developer.atlassian.com/t/new-jira-cloud-webhook-retry-policy/30554 */
const oldest = 24 * 60 * 60_000;
/** The schema of what a webhook sends: https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
const payload = z.discriminatedUnion('webhookEvent', [
  z.object({
    webhookEvent: z.literal('comment_created'),
    timestamp,
    issue,
    comment: z.object({
      id: z.string().regex(/^\d{1,18}$/),
      body: z.string(),
      author: person,
      jsdPublic: z.boolean().optional(),
    }),
  }),
  z.object({
    webhookEvent: z.literal('jira:issue_updated'),
    timestamp,
    issue: issue.extend({
      fields: z.object({ status: z.object({ statusCategory: z.object({ key: z.string().max(50) }) }) }),
    }),
    user: person,
    changelog: z.object({
      id: z.string().regex(/^\d{1,18}$/),
      items: z
        .array(
          z.object({
            field: z.string().max(200),
            to: z.string().nullish(),
            // The display name, where the field is the assignee.
            toString: z.string().max(500).nullish().catch(null),
          }),
        )
        .max(200),
    }),
  }),
]);
type Changed = Extract<z.infer<typeof payload>, { webhookEvent: 'jira:issue_updated' }>;
const event = z.object({ webhookEvent: z.string().max(100) });
const known: readonly string[] = payload.options.map(({ shape }) => shape.webhookEvent.value);

/** Jira Service Management Cloud. A request is opened and commented on by its own API (https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/), and found by the mark at the end of its description, with JQL (https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/): a label would have to be on the form of the request type. What was written just now may be missing from a search for seconds, rarely minutes: https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile */
export function jira({ url, email, token, serviceDesk, requestType, secret }: z.infer<typeof via>): System {
  const api = apiOf('Jira', url, basic(email, token));
  const self = kept(async () => (await api.get('/rest/api/3/myself', person)).accountId);
  const isPublic = async (ticket: string, comment: string) =>
    (await api.get(`/rest/api/2/issue/${ticket}/comment/${comment}`, visibility)).jsdPublic;
  return {
    name: 'Jira',
    indexedAfter: 30_000,
    perSecond: 5,
    answers: 'public',
    escape: inWiki,
    create: async (mark, summary, body) => {
      const requestFieldValues = { summary, description: signed(body, mark) };
      const request = { serviceDeskId: serviceDesk, requestTypeId: requestType, requestFieldValues };
      const { issueId } = await api.send(
        'POST',
        '/rest/servicedeskapi/request',
        { body: request, headers: {} },
        created,
      );
      return issueId;
    },
    find: async (mark) => {
      const query = new URLSearchParams({
        jql: `reporter = currentUser() AND description ~ "${mark}"`,
        maxResults: '1',
      });
      return (await api.get(`/rest/api/3/search/jql?${query}`, found)).issues[0]?.id;
    },
    upload: async (_ticket, _mark, file) => {
      const path = `/rest/servicedeskapi/servicedesk/${serviceDesk}/attachTemporaryFile`;
      const form = await fileForm(file, { 'x-atlassian-token': 'no-check', 'x-experimentalapi': 'opt-in' });
      return (await api.send('POST', path, form, temporary)).temporaryAttachments[0].temporaryAttachmentId;
    },
    // A transition depends on the project’s workflow; a rule of the project can open a ticket again.
    comment: async (ticket, body, _reopens, files) => {
      const path = `/rest/servicedeskapi/request/${ticket}`;
      const attachment = { temporaryAttachmentIds: files, public: false, additionalComment: { body } };
      if (files.length > 0) await api.send('POST', `${path}/attachment`, { body: attachment, headers: {} }, anything);
      else await api.send('POST', `${path}/comment`, { body: { body, public: false }, headers: {} }, anything);
    },
    commented: async (ticket, mark) => {
      const path = `/rest/api/2/issue/${ticket}/comment?orderBy=-created&maxResults=100`;
      return (await api.get(path, comments)).comments.some(({ body }) => body.includes(mark));
    },
    // https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/#api-rest-servicedeskapi-servicedesk-servicedeskid-requesttype-requesttypeid-get
    check: async () => {
      await self();
      await api.get(`/rest/servicedeskapi/servicedesk/${serviceDesk}/requesttype/${requestType}`, anything);
    },
    mayBeSigned: ({ headers }) => /^sha256=[0-9a-f]{64}$/.test(String(headers['x-hub-signature'])),
    hear: (request) => hear(request, secret, self, isPublic),
  };
}

/** Hears a webhook that is signed with its secret, by X-Hub-Signature: https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks. The signature has no time of its own, so that of the event counts, which is signed with it. */
function hear(
  { headers, body }: HookRequest,
  secret: string,
  self: () => Promise<string>,
  isPublic: (ticket: string, comment: string) => Promise<boolean>,
): HookHeard {
  if (!isEqual(headers['x-hub-signature'], `sha256=${hmacOf(secret, body, 'hex')}`)) return unsigned;
  const given = parsed(body);
  const { data } = payload.safeParse(given);
  if (data === undefined) {
    const name = event.safeParse(given).data?.webhookEvent;
    return name === undefined || known.includes(name) ? malformed : irrelevant;
  }
  if (Math.abs(Date.now() - data.timestamp) > oldest) return unsigned;
  const by = data.webhookEvent === 'comment_created' ? data.comment.author : data.user;
  // Others are customers of the portal (`customer`), apps and rules (`app`).
  if (by.accountType !== 'atlassian') return irrelevant;
  return {
    kind: 'ticket',
    ticket: data.issue.id,
    reports: async () => {
      if (by.accountId === (await self())) return [];
      if (data.webhookEvent === 'jira:issue_updated') return changesIn(data);
      const { id, jsdPublic, body: text } = data.comment;
      // The documentation of webhooks does not promise this field.
      if (!(jsdPublic ?? (await isPublic(data.issue.id, id)))) return [];
      const of = (report: string, did: Report['did']): Report => ({
        id: report,
        user: by.accountId,
        by: by.displayName.trim(),
        did,
      });
      return [
        of(`comment:${id}`, { kind: 'answer', text: plain(text) }),
        ...(text.search(embedded) >= 0 ? [of(`comment:${id}:files`, { kind: 'files' })] : []),
      ];
    },
  };
}

/** Returns what the changes to an issue say that staff did. */
function changesIn({ changelog: { id, items }, issue, user }: Changed): readonly Report[] {
  const isDone = issue.fields.status.statusCategory.key === 'done';
  const of = (kind: 'take' | 'solve', name: string): Report => ({
    id: `change:${id}:${kind}`,
    user: user.accountId,
    by: name.trim(),
    did: { kind },
  });
  return items.flatMap(({ field, to, toString: name }) => {
    if (field === 'status' && isDone) return [of('solve', user.displayName)];
    return field === 'assignee' && to && !isDone ? [of('take', name ?? '')] : [];
  });
}

/** The places of files in wiki text, `[^manual.pdf]` and `!image.png|thumbnail!`: https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=attachments */
const embedded = /\[\^[^[\]\n]{1,255}\]|!(?!https?:)[^!|\s][^!|\n]{0,250}\.\w{1,5}(?:\|[^!\n]{0,100})?!/g;

/** Returns wiki text without the places of files, and with its links as plain text: `[label|address]`, `[label|address|smart-link]`. */
const plain = (wiki: string): string =>
  wiki
    .replace(embedded, '')
    .replace(/\[([^[\]|\n]{1,300})\|(https?:[^[\]|\s]{1,2000})(?:\|[a-z-]{1,20})?\]/g, (_, label, url) =>
      label === url ? url : `${label} ${url}`,
    );

/** The kind of desk in Jira Service Management Cloud. */
export const jiraKind = deskKind('jira', via, (setup, given, surroundings) =>
  systemDesk(setup, jira(given), given.secret !== '', surroundings),
);
