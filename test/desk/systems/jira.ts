import { createHmac } from 'node:crypto';
import {
  type Answer,
  type Asked,
  type FakeSystem,
  fakeServer,
  formFile,
  holding,
  type Member,
  markIn,
  self,
} from './server.ts';

const email = 'navi@example.co.jp';
const token = 'jira-token-0123456789';
const secret = 'jira-secret-0123456789';
const authorization = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
const userOf = ({ id, name, kind }: Member) => ({
  accountId: `acc:${id}`,
  accountType: kind === 'customer' ? 'customer' : 'atlassian',
  displayName: name,
  active: true,
});

/** Starts a fake of Jira Service Management Cloud: https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/ */
export async function fakeJira(): Promise<FakeSystem> {
  const { tickets, next, open, add, held, upload, attach } = holding();
  const fake = { indexed: true };
  const commentOf = ({ id, text, isPublic, by }: ReturnType<typeof add>) => ({
    id: String(id),
    body: text,
    author: userOf(by),
    jsdPublic: isPublic,
  });

  async function answer(asked: Asked): Promise<Answer> {
    const { method, path, query, headers, body } = asked;
    if (headers['authorization'] !== authorization)
      return { status: 401, body: { errorMessages: ['Client must be authenticated to access this resource.'] } };
    const route = `${method} ${path.replace(/\d+/g, 'N').replace('/api/N/', '/api/V/')}`;
    const id = /(?:request|issue)\/(\d+)/.exec(path)?.[1];
    const ticket = held(id);
    switch (route) {
      case 'GET /rest/api/V/myself':
        return { status: 200, body: userOf(self) };
      case 'GET /rest/servicedeskapi/servicedesk/N/requesttype/N':
        return path.endsWith('/servicedesk/1/requesttype/10')
          ? { status: 200, body: { id: '10', serviceDeskId: '1', name: 'Get IT help' } }
          : { status: 404, body: { errorMessage: 'The request type ID you passed does not exist.' } };
      case 'POST /rest/servicedeskapi/request': {
        const { serviceDeskId, requestTypeId, requestFieldValues: values } = JSON.parse(body);
        if (serviceDeskId !== '1' || requestTypeId !== '10')
          return { status: 404, body: { errorMessage: 'The service desk ID you passed does not exist.' } };
        if (typeof values?.summary !== 'string' || values.summary.includes('\n') || values.summary.length > 255)
          return { status: 400, body: { errorMessage: 'summary', errors: { summary: 'You must specify a summary.' } } };
        const made = open(String(next()), values.summary, values.description, markIn(values.description));
        return { status: 201, body: { issueId: made.id, issueKey: `IT-${made.id}`, requestTypeId, serviceDeskId } };
      }
      case 'GET /rest/api/V/search/jql': {
        const mark = /^reporter = currentUser\(\) AND description ~ "(\w+)"$/.exec(query.get('jql') ?? '')?.[1];
        if (mark === undefined) return { status: 400, body: { errorMessages: ['Error in the JQL Query'] } };
        const issues = fake.indexed ? tickets.filter((one) => one.mark === mark) : [];
        return { status: 200, body: { issues: issues.map((one) => ({ id: one.id })), isLast: true } };
      }
      case 'POST /rest/servicedeskapi/request/N/comment': {
        if (ticket === undefined) return { status: 404, body: { errorMessage: 'The request does not exist.' } };
        const { body: text, public: isPublic } = JSON.parse(body);
        if (typeof text !== 'string' || typeof isPublic !== 'boolean')
          return { status: 400, body: { errorMessage: 'Comment body can not be empty!' } };
        return {
          status: 201,
          body: { id: String(add(ticket, text, self, isPublic).id), body: text, public: isPublic },
        };
      }
      case 'POST /rest/servicedeskapi/servicedesk/N/attachTemporaryFile': {
        const file = headers['x-atlassian-token'] === 'no-check' ? await formFile(asked) : undefined;
        if (file === undefined) return { status: 403, body: { errorMessage: 'XSRF check failed' } };
        const temporary = { temporaryAttachmentId: `temp${upload(file)}`, fileName: file.name };
        return { status: 201, body: { temporaryAttachments: [temporary] } };
      }
      case 'POST /rest/servicedeskapi/request/N/attachment': {
        if (ticket === undefined) return { status: 404, body: { errorMessage: 'The request does not exist.' } };
        const { temporaryAttachmentIds: temporary, public: isPublic, additionalComment } = JSON.parse(body);
        const ids = (temporary as string[]).map((one) => one.replace(/^temp/, ''));
        // As Jira writes it: the comment, and below it the places of the files.
        const text = `${additionalComment.body}\n\n${ids.map(() => '!image.png|thumbnail!').join('\n')}`;
        if (ids.length === 0 || !attach(ticket, ids, () => add(ticket, text, self, isPublic)))
          return { status: 400, body: { errorMessage: 'The temporary attachments have expired.' } };
        return { status: 201, body: { comment: {}, attachments: { size: ids.length } } };
      }
      case 'GET /rest/api/V/issue/N/comment':
        if (ticket === undefined) return { status: 404, body: { errorMessages: ['Issue does not exist'] } };
        return { status: 200, body: { comments: ticket.comments.map(commentOf).reverse(), startAt: 0, total: 1 } };
      case 'GET /rest/api/V/issue/N/comment/N': {
        const comment = ticket?.comments.find((one) => path.endsWith(`/${one.id}`));
        if (comment === undefined) return { status: 404, body: { errorMessages: ['Can not find a comment'] } };
        return { status: 200, body: commentOf(comment) };
      }
      default:
        return { status: 404, body: { message: 'null for uri' } };
    }
  }
  const server = await fakeServer(answer);
  const signs: FakeSystem['signs'] = (body, rightly = true) => ({
    query: '',
    headers: {
      'x-hub-signature': `sha256=${createHmac('sha256', rightly ? secret : 'another-secret')
        .update(body)
        .digest('hex')}`,
    },
    body,
  });
  const solved = { field: 'status', fieldtype: 'jira', from: '1', fromString: 'Open', to: '5', toString: 'Resolved' };
  const taken = (by: Member) => ({
    field: 'assignee',
    fieldtype: 'jira',
    from: null,
    to: `acc:${by.id}`,
    toString: by.name,
  });
  const changed = (id: string, by: Member, items: readonly object[], category: string) =>
    signs(
      JSON.stringify({
        timestamp: Date.now(),
        webhookEvent: 'jira:issue_updated',
        issue_event_type_name: 'issue_generic',
        user: userOf(by),
        issue: {
          id,
          key: `IT-${id}`,
          fields: { summary: '', status: { name: '', statusCategory: { key: category } } },
        },
        changelog: { id: String(next()), items },
      }),
    );
  const says: FakeSystem['says'] = (ticket, text, by, isPublic) => {
    const { jsdPublic, ...comment } = commentOf(add(ticket, text, by, isPublic));
    const told = ticket.comments.length % 2 === 0 ? { jsdPublic } : {};
    const issue = { id: ticket.id, key: `IT-${ticket.id}`, fields: { summary: ticket.subject } };
    return signs(
      JSON.stringify({
        timestamp: Date.now(),
        webhookEvent: 'comment_created',
        comment: { ...comment, ...told },
        issue,
      }),
    );
  };
  return Object.assign(fake, {
    kind: 'jira',
    server,
    tickets,
    via: (over = {}) => ({ url: server.url, email, token, serviceDesk: '1', requestType: 10, secret, ...over }),
    signs,
    attaches: ((ticket, text, by, isPublic) => [
      says(ticket, `${text}\n\n!screen.png|thumbnail!\n[^manual.pdf]`, by, isPublic),
    ]) satisfies FakeSystem['attaches'],
    says,
    solves: ((ticket, by) => {
      ticket.state = 'solved';
      return changed(ticket.id, by, [solved], 'done');
    }) satisfies FakeSystem['solves'],
    closes: ((ticket, by) => {
      Object.assign(ticket, { state: 'solved', assignee: by });
      return [changed(ticket.id, by, [solved, taken(by)], 'done'), changed(ticket.id, by, [taken(by)], 'done')];
    }) satisfies FakeSystem['closes'],
    takes: ((ticket, by) => {
      ticket.assignee = by;
      return changed(ticket.id, by, [taken(by)], 'indeterminate');
    }) satisfies FakeSystem['takes'],
  });
}
