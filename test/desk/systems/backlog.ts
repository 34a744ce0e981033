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

const apiKey = 'backlog-key-0123456789';
const secret = 'backlog-secret-0123456789';
const failure = (status: number, code: number, message: string): Answer => ({
  status,
  body: { errors: [{ message, code, moreInfo: '' }] },
});
const userOf = ({ id, name }: Member) => ({ id, userId: `u${id}`, name, roleType: 2, lang: 'ja' });

/** Starts a fake of Backlog: https://developer.nulab.com/docs/backlog/api/2/add-issue, errors: https://developer.nulab.com/docs/backlog/error-response */
export async function fakeBacklog(): Promise<FakeSystem> {
  const { tickets, next, open, add, held, upload, attach } = holding();
  const fake = { indexed: true };
  /** What changed with a comment, by its id. */
  const logs = new Map<number, readonly { readonly field: string; readonly newValue: string }[]>();
  const commentOf = ({ id, text, by }: ReturnType<typeof add>) => ({
    id,
    content: text === '' ? null : text,
    changeLog: logs.get(id) ?? [],
    createdUser: userOf(by),
  });

  async function answer(asked: Asked): Promise<Answer> {
    const { method, path, query, body } = asked;
    if (query.get('apiKey') !== apiKey) return failure(401, 11, 'Authentication failure.');
    const form = new URLSearchParams(body);
    const ticket = held(/\/issues\/(\d+)/.exec(path)?.[1]);
    if (/\/issues\/\d/.test(path) && ticket === undefined) return failure(404, 6, 'No issue.');
    switch (`${method} ${path.replace(/\/\d+/g, '/N')}`) {
      case 'GET /api/v2/users/myself':
        return { status: 200, body: userOf(self) };
      case 'GET /api/v2/projects/N/issueTypes':
        return path.includes('/12/')
          ? {
              status: 200,
              body: [
                { id: 33, projectId: 12, name: 'Task' },
                { id: 34, projectId: 12, name: 'Help' },
              ],
            }
          : failure(404, 6, 'No project.');
      case 'POST /api/v2/issues': {
        const [project, type, priority] = ['projectId', 'issueTypeId', 'priorityId'].map((name) => form.get(name));
        const summary = form.get('summary');
        if (project !== '12' || type !== '34' || priority !== '3' || !summary)
          return failure(400, 7, 'is required or wrong');
        const description = form.get('description') ?? '';
        const made = open(String(next()), summary, description, markIn(description));
        return { status: 201, body: { id: Number(made.id), issueKey: `IT-${made.id}`, summary, description } };
      }
      case 'GET /api/v2/issues': {
        const mark = query.get('keyword') ?? '';
        const found = fake.indexed ? tickets.filter((one) => one.body.includes(mark)) : [];
        return { status: 200, body: found.map((one) => ({ id: Number(one.id), description: one.body })) };
      }
      case 'GET /api/v2/issues/N':
        return {
          status: 200,
          body: {
            id: Number(ticket?.id),
            status: { id: ticket?.state === 'solved' ? 4 : 1, name: '' },
            assignee: ticket?.assignee === undefined ? null : userOf(ticket.assignee),
          },
        };
      case 'PATCH /api/v2/issues/N': {
        if (ticket === undefined) return failure(404, 6, 'No issue.');
        add(ticket, form.get('comment') ?? '', self, true);
        if (form.get('statusId') === '1') ticket.state = 'open';
        return { status: 200, body: { id: Number(ticket.id) } };
      }
      case 'POST /api/v2/space/attachment': {
        const file = await formFile(asked);
        if (file === undefined) return failure(400, 7, 'file is required');
        return { status: 200, body: { id: Number(upload(file)), name: file.name, size: file.bytes.length } };
      }
      case 'POST /api/v2/issues/N/comments': {
        const content = form.get('content');
        if (ticket === undefined || !content) return failure(400, 7, 'content is required');
        const before = ticket.comments.length;
        if (!attach(ticket, form.getAll('attachmentId[]'), () => add(ticket, content, self, true)))
          return failure(400, 7, 'attachmentId is wrong');
        return { status: 201, body: ticket.comments.slice(before).map(commentOf)[0] ?? {} };
      }
      case 'GET /api/v2/issues/N/comments':
        return { status: 200, body: (ticket?.comments ?? []).map(commentOf).reverse() };
      case 'GET /api/v2/issues/N/comments/N': {
        const found = ticket?.comments.find((one) => path.endsWith(`/${one.id}`));
        return found === undefined ? failure(404, 6, 'No comment.') : { status: 200, body: commentOf(found) };
      }
      default:
        return failure(404, 5, 'Undefined resource.');
    }
  }
  const server = await fakeServer(answer);
  const signs: FakeSystem['signs'] = (body, rightly = true) => ({
    query: `?token=${rightly ? secret : 'another-secret'}`,
    headers: {},
    body,
  });
  const activity = (ticket: { id: string; subject: string }, comment: ReturnType<typeof add>, type: number) =>
    signs(
      JSON.stringify({
        created: new Date().toISOString(),
        project: { id: 12, projectKey: 'IT', name: 'IT' },
        id: next(),
        type,
        // Neither these words nor this author count.
        content: {
          id: Number(ticket.id),
          key_id: 1,
          summary: ticket.subject,
          comment: { id: comment.id, content: 'forged' },
        },
        createdUser: userOf(comment.by),
      }),
    );
  const solved = { field: 'status', newValue: '完了' };
  const taken = (by: Member) => ({ field: 'assigner', newValue: by.name });
  const changes = (
    ticket: FakeSystem['tickets'][number],
    by: Member,
    ...log: readonly { field: string; newValue: string }[]
  ) => {
    const comment = add(ticket, '', by, true);
    logs.set(comment.id, log);
    return activity(ticket, comment, 2);
  };
  return Object.assign(fake, {
    kind: 'backlog',
    server,
    tickets,
    via: (over = {}) => ({ url: server.url, apiKey, project: 12, issueType: '34', priority: 3, secret, ...over }),
    signs,
    says: ((ticket, text, by, isPublic) =>
      // What is not to be passed on has no mark.
      activity(ticket, add(ticket, isPublic ? `【回答】${text}` : text, by, true), 3)) satisfies FakeSystem['says'],
    attaches: ((ticket, text, by, isPublic) => {
      const comment = add(ticket, isPublic ? `【回答】${text}` : text, by, true);
      logs.set(comment.id, [{ field: 'attachment', newValue: 'screen.png' }]);
      return [activity(ticket, comment, 3)];
    }) satisfies FakeSystem['attaches'],
    solves: ((ticket, by) => {
      ticket.state = 'solved';
      return changes(ticket, by, solved);
    }) satisfies FakeSystem['solves'],
    closes: ((ticket, by) => {
      Object.assign(ticket, { state: 'solved', assignee: by });
      return [changes(ticket, by, taken(by), solved), changes(ticket, by, taken(by))];
    }) satisfies FakeSystem['closes'],
    takes: ((ticket, by) => {
      ticket.assignee = by;
      return changes(ticket, by, taken(by));
    }) satisfies FakeSystem['takes'],
  });
}
