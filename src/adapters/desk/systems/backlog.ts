import { z } from 'zod';
import { wordsIn } from '../../../bot/i18n.ts';
import { deskKind } from '../kind.ts';
import { type Api, apiOf, fileForm, kept } from './api.ts';
import { systemDesk } from './desk.ts';
import { inBacklog } from './escape.ts';
import { signed } from './mark.ts';
import { parsed, refusedIds } from './outcome.ts';
import { isEqual } from './signed.ts';
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
  apiKey: credential,
  project: numeric,
  issueType: numeric,
  priority: numeric,
  secret: hookSecret,
});

const id = z.number().int().positive().transform(String);
const created = z.object({ id });
const found = z.array(z.object({ id, description: z.string().nullish() }));
const comments = z.array(z.object({ content: z.string().nullish() }));
const person = z.object({ id, name: z.string().max(500).default('') });
const anything = z.looseObject({});
const issue = z.object({ status: z.object({ id }), assignee: person.nullish() });
const comment = z.object({
  id,
  content: z.string().nullish(),
  changeLog: z.array(z.object({ field: z.string().max(200) })).nullish(),
  createdUser: person,
});

/** The schema of what a webhook sends of an issue that was changed (2) or commented on (3): https://developer.nulab.com/docs/backlog/api/2/get-recent-updates */
const payload = z.object({
  type: z.union([z.literal(2), z.literal(3)]),
  project: z.object({ id }),
  content: z.object({ id, comment: z.object({ id }).nullish() }),
});
const event = z.object({ type: z.number().int() });
/** The ids of the statuses Resolved and Closed, the same in every project; 1 is Open: https://developer.nulab.com/docs/backlog/api/2/get-issue */
const done: readonly string[] = ['3', '4'];

/** Backlog by its API (https://developer.nulab.com/docs/backlog/api/2/add-issue). An issue carries its mark at the end of its description, and is found by keyword (https://developer.nulab.com/docs/backlog/api/2/get-issue-list), once it is indexed; how long that takes is not documented. It has no comments for staff only, so an answer to the person is what begins with `answerMark`. */
export function backlog(
  { url, apiKey, project, issueType, priority, secret }: z.infer<typeof via>,
  answerMark: string,
): System {
  const api = apiOf('Backlog', url, {}, new URLSearchParams({ apiKey }));
  const self = kept(async () => (await api.get('/api/v2/users/myself', person)).id);
  const form = (fields: Readonly<Record<string, string>>) => ({ body: new URLSearchParams(fields), headers: {} });
  return {
    name: 'Backlog',
    indexedAfter: 30_000,
    perSecond: 1,
    answers: 'marked',
    escape: inBacklog,
    create: async (mark, summary, body) => {
      const fields = { projectId: project, issueTypeId: issueType, priorityId: priority, summary };
      const description = signed(body, mark);
      return (await api.send('POST', '/api/v2/issues', form({ ...fields, description }), created)).id;
    },
    find: async (mark) => {
      const query = new URLSearchParams({ 'projectId[]': project, keyword: mark, sort: 'created', count: '20' });
      const issues = await api.get(`/api/v2/issues?${query}`, found);
      return issues.find(({ description }) => description?.includes(mark))?.id;
    },
    // A file that belongs to no comment is deleted after an hour: https://developer.nulab.com/docs/backlog/api/2/post-attachment-file
    upload: async (_ticket, _mark, file) =>
      (await api.send('POST', '/api/v2/space/attachment', await fileForm(file), created)).id,
    comment: async (ticket, text, reopens, files) => {
      const path = `/api/v2/issues/${ticket}`;
      const sending = form(reopens ? { statusId: '1', comment: text } : { content: text });
      for (const file of files) sending.body.append('attachmentId[]', file);
      if (reopens) await api.send('PATCH', path, sending, anything);
      else await api.send('POST', `${path}/comments`, sending, anything);
    },
    commented: async (ticket, mark) => {
      const newest = await api.get(`/api/v2/issues/${ticket}/comments?order=desc&count=100`, comments);
      return newest.some(({ content }) => content?.includes(mark));
    },
    // https://developer.nulab.com/docs/backlog/api/2/get-issue-type-list/
    check: async () => {
      const types = await api.get(`/api/v2/projects/${project}/issueTypes`, z.array(created));
      if (!types.some((type) => type.id === issueType))
        throw refusedIds('Backlog', 'has no such issueType in project', 'check both in the desks file');
    },
    mayBeSigned: ({ query }) => isEqual(query.get('token'), secret),
    hear: (request) => hear(request, { secret, project, api, self, answerMark }),
  };
}

/** Hears a webhook, which Backlog does not sign (https://support-ja.backlog.com/hc/ja/articles/360036147713-Webhook): its URL holds the token, and nothing in its body counts but the ids, by which the API is asked. */
function hear({ query, body }: HookRequest, { secret, project, api, self, answerMark }: Hearing): HookHeard {
  if (!isEqual(query.get('token'), secret)) return unsigned;
  const given = parsed(body);
  const { data } = payload.safeParse(given);
  if (data === undefined) {
    const type = event.safeParse(given).data?.type;
    return type === undefined || type === 2 || type === 3 ? malformed : irrelevant;
  }
  const { content } = data;
  if (data.project.id !== project || !content.comment) return irrelevant;
  const path = `/api/v2/issues/${content.id}`;
  const commentPath = `${path}/comments/${content.comment.id}`;
  return {
    kind: 'ticket',
    ticket: content.id,
    reports: async () => {
      const said = await api.get(commentPath, comment);
      const { createdUser: by } = said;
      if (by.id === (await self())) return [];
      const of = (did: Report['did'], name = by.name): Report => ({
        id: `comment:${said.id}:${did.kind}`,
        user: by.id,
        by: name.trim(),
        did,
      });
      const text = (said.content ?? '').trim();
      const changed = (said.changeLog ?? []).map(({ field }) => field);
      const asked = ['status', 'assigner'].some((field) => changed.includes(field));
      const now = asked ? await api.get(path, issue) : undefined;
      const isDone = now !== undefined && done.includes(now.status.id);
      const isAnswer = text.startsWith(answerMark);
      return [
        ...(isAnswer ? [of({ kind: 'answer', text: text.slice(answerMark.length).trimStart() })] : []),
        ...(isAnswer && changed.includes('attachment') ? [of({ kind: 'files' })] : []),
        ...(changed.includes('assigner') && now?.assignee && !isDone ? [of({ kind: 'take' }, now.assignee.name)] : []),
        ...(changed.includes('status') && isDone ? [of({ kind: 'solve' })] : []),
      ];
    },
  };
}

/** The dependencies of hearing a webhook of Backlog. */
interface Hearing {
  readonly secret: string;
  readonly project: string;
  readonly api: Api;
  readonly self: () => Promise<string>;
  readonly answerMark: string;
}

/** The kind of desk in Backlog. */
export const backlogKind = deskKind('backlog', via, (setup, given, surroundings) => {
  const mark = wordsIn(setup.language).letters.text('desk:systems.mark');
  return systemDesk(setup, backlog(given, mark), given.secret !== '', surroundings);
});
