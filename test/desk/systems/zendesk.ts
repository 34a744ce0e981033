import { createHmac, randomUUID } from 'node:crypto';
import {
  type Answer,
  type Asked,
  type FakeSystem,
  fakeServer,
  holding,
  type Member,
  self,
  suzuki,
  tanaka,
} from './server.ts';

const email = 'navi@example.co.jp';
const token = 'zendesk-token-0123456789';
const secret = 'zendesk-secret-0123456789';
const authorization = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;
const missing: Answer = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
const invalid = (field: string): Answer => ({
  status: 422,
  body: { error: 'RecordInvalid', description: 'Record validation errors', details: { [field]: [{ error: 'Blank' }] } },
});

/** Returns the text of HTML, without its tags. */
const textOf = (html: string): string =>
  html
    .replaceAll('<br>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));

/** Starts a fake of Zendesk Support: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
export async function fakeZendesk(): Promise<FakeSystem> {
  const { tickets, next, open, add, held, upload, attach } = holding();
  /** The body and the answer of each idempotency key. */
  const keys = new Map<string, { readonly body: string; readonly answer: Answer }>();

  function create(asked: Asked): Answer {
    const key = String(asked.headers['idempotency-key'] ?? '');
    const before = keys.get(key);
    if (before !== undefined && before.body !== asked.body)
      return { status: 400, body: { error: 'IdempotentRequestError', description: 'Request parameters mismatch' } };
    if (before !== undefined) return { ...before.answer, headers: { 'x-idempotency-lookup': 'hit' } };
    const { ticket } = JSON.parse(asked.body);
    if (typeof ticket?.comment?.html_body !== 'string') return invalid('comment');
    const made = open(String(next()), ticket.subject, textOf(ticket.comment.html_body), ticket.external_id);
    const answer = { status: 201, body: { ticket: { id: Number(made.id), external_id: made.mark, status: 'new' } } };
    if (key !== '') keys.set(key, { body: asked.body, answer });
    return answer;
  }

  function answer(asked: Asked): Answer {
    const { method, path, query, headers, body } = asked;
    if (headers['authorization'] !== authorization)
      return { status: 401, body: { error: "Couldn't authenticate you" } };
    const id = /\/(\d+)/.exec(path.replace('/api/v2', ''))?.[1];
    const ticket = held(id);
    switch (`${method} ${path.replace(/\/\d+/g, '/N')}`) {
      case 'GET /api/v2/users/me':
        return { status: 200, body: { user: { id: self.id, name: self.name, role: 'agent' } } };
      case 'GET /api/v2/users/N': {
        const user = [self, suzuki, tanaka].find((one) => String(one.id) === id);
        return user === undefined ? missing : { status: 200, body: { user: { id: user.id, name: user.name } } };
      }
      case 'POST /api/v2/tickets':
        return create(asked);
      case 'GET /api/v2/tickets': {
        const found = tickets.filter((one) => one.mark === query.get('external_id') && one.state !== 'gone');
        return { status: 200, body: { tickets: found.map((one) => ({ id: Number(one.id), external_id: one.mark })) } };
      }
      case 'PUT /api/v2/tickets/N': {
        if (ticket === undefined) return missing;
        const change = JSON.parse(body).ticket;
        if (typeof change?.comment?.html_body !== 'string') return invalid('comment');
        const { html_body, public: isPublic, uploads = [] } = change.comment;
        if (!attach(ticket, uploads, () => add(ticket, textOf(html_body), self, isPublic))) return invalid('uploads');
        if (change.status === 'open') ticket.state = 'open';
        return { status: 200, body: { ticket: { id: Number(ticket.id) }, audit: { id: next() } } };
      }
      case 'POST /api/v2/uploads': {
        const name = query.get('filename') ?? '';
        if (name === '') return invalid('filename');
        const file = { name, type: String(headers['content-type']), bytes: asked.bytes, comment: null };
        return { status: 201, body: { upload: { token: upload(file), attachment: { file_name: name } } } };
      }
      case 'GET /api/v2/tickets/N/comments': {
        if (ticket === undefined) return missing;
        const all = ticket.comments.map((one) => ({ id: one.id, body: one.text, public: one.isPublic }));
        return { status: 200, body: { comments: all.reverse(), meta: { has_more: false } } };
      }
      default:
        return { status: 404, body: { error: 'InvalidEndpoint', description: 'Not found' } };
    }
  }
  const server = await fakeServer(answer);
  const signs: FakeSystem['signs'] = (body, rightly = true) => {
    const time = new Date().toISOString();
    return {
      query: '',
      headers: {
        'x-zendesk-webhook-signature': createHmac('sha256', rightly ? secret : 'another-secret')
          .update(`${time}${body}`)
          .digest('base64'),
        'x-zendesk-webhook-signature-timestamp': time,
      },
      body,
    };
  };
  const event = (type: string, ticket: { id: string; mark: string }, by: Member, what: object, status = 'OPEN') =>
    signs(
      JSON.stringify({
        account_id: 22129848,
        detail: { id: ticket.id, external_id: ticket.mark, actor_id: String(by.id), status, subject: '' },
        event: what,
        id: randomUUID(),
        subject: `zen:ticket:${ticket.id}`,
        time: new Date().toISOString(),
        type: `zen:event-type:ticket.${type}`,
        zendesk_event_version: '2022-11-06',
      }),
    );
  return {
    kind: 'zendesk',
    server,
    tickets,
    indexed: true,
    via: (over = {}) => ({ url: server.url, email, token, secret, ...over }),
    signs,
    says: (ticket, text, by, isPublic) => {
      const { id } = add(ticket, text, by, isPublic);
      const author = { id: by.id, is_staff: by.kind !== 'customer', name: by.name };
      return event('comment_added', ticket, by, { comment: { id, body: text, is_public: isPublic, author } });
    },
    attaches: (ticket, text, by, isPublic) => {
      const { id } = add(ticket, text, by, isPublic);
      const author = { id: by.id, is_staff: by.kind !== 'customer', name: by.name };
      const linked = ['screen.png', 'manual.pdf'].map((filename) => ({
        comment: { id: String(id), attachment: { id: String(next()), filename, is_public: false } },
      }));
      return [
        event('comment_added', ticket, by, { comment: { id, body: text, is_public: isPublic, author } }),
        ...linked.map((one) => event('attachment_linked_to_comment', ticket, by, one)),
      ];
    },
    solves: (ticket, by) => {
      ticket.state = 'solved';
      return event('status_changed', ticket, by, { current: 'SOLVED', previous: 'OPEN' }, 'SOLVED');
    },
    closes: (ticket, by) => {
      Object.assign(ticket, { state: 'solved', assignee: by });
      return [
        event('status_changed', ticket, by, { current: 'SOLVED', previous: 'OPEN' }, 'SOLVED'),
        event('agent_assignment_changed', ticket, by, { current: String(by.id), previous: null }, 'SOLVED'),
      ];
    },
    takes: (ticket, by) => {
      ticket.assignee = by;
      return event('agent_assignment_changed', ticket, by, { current: String(by.id), previous: null });
    },
  };
}
