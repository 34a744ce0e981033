import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type Answer, type Asked, type FakeSystem, fakeServer, holding, type Member, self } from './server.ts';

const user = 'ninsho.navi';
const password = 'servicenow-password-0123';
const secret = `whsec_${Buffer.from('servicenow-secret-0123456').toString('base64')}`;
const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const group = 'd625dccec0a8016700a222a0f7900d06';
const failure = (status: number, message: string, detail: string): Answer => ({
  status,
  body: { error: { message, detail }, status: 'failure' },
});
const sysId = (of: string): string => createHash('md5').update(of).digest('hex');
const nameOf = (by: Member) => (by.kind === 'bot' ? user : `user${by.id}`);

/** Starts a fake of the Table API of ServiceNow: https://www.servicenow.com/docs/r/zurich/api-reference/rest-api-explorer/t_GetStartedCreateInt.html */
export async function fakeServiceNow(): Promise<FakeSystem> {
  const { tickets, next, open, add, held } = holding();
  let updates = 0;

  function answer({ method, path, query, headers, body, bytes }: Asked): Answer {
    if (headers['authorization'] !== authorization)
      return failure(401, 'User Not Authenticated', 'Required to provide Auth information');
    if (path === '/api/now/attachment') {
      const [, ticketId, name] =
        /^table_sys_id=(\w+)\^file_name=([\w.-]+)$/.exec(query.get('sysparm_query') ?? '') ?? [];
      const there = (held(ticketId)?.files ?? []).filter((file) => file.name === name);
      return {
        status: 200,
        body: { result: there.map((file) => ({ sys_id: sysId(file.name), file_name: file.name })) },
      };
    }
    if (path === '/api/now/attachment/file' && method === 'POST') {
      const onto = held(query.get('table_sys_id') ?? undefined);
      const name = query.get('file_name') ?? '';
      if (onto === undefined || query.get('table_name') !== 'incident' || !/^[\w.-]+$/.test(name))
        return failure(404, 'No Record found', '');
      onto.files.push({ name, type: String(headers['content-type']), bytes, comment: null });
      return {
        status: 201,
        body: { result: { sys_id: sysId(name), file_name: name, size_bytes: String(bytes.length) } },
      };
    }
    const [, table, id] = /^\/api\/now\/table\/(\w+)(?:\/([0-9a-f]{32}))?$/.exec(path) ?? [];
    if (table !== 'incident') return failure(400, `Invalid table ${table}`, '');
    const ticket = held(id);
    if (id !== undefined && ticket === undefined)
      return failure(404, 'No Record found', 'Record doesn’t exist or ACL restricts the record retrieval');
    const written = body === '' ? {} : JSON.parse(body);
    switch (method) {
      case 'POST': {
        if (written.assignment_group !== group) return failure(403, 'Operation Failed', 'ACL Exception Insert Failed');
        if (written.short_description.length > 160) return failure(400, 'too long', '');
        const made = sysId(String(next()));
        open(made, written.short_description, written.description, written.correlation_id);
        return { status: 201, body: { result: { sys_id: made } } };
      }
      case 'PATCH': {
        if (ticket === undefined || typeof written.work_notes !== 'string') return failure(400, 'Bad Request', '');
        add(ticket, written.work_notes, self, false);
        if (written.state === '2') ticket.state = 'open';
        return { status: 200, body: { result: { sys_id: ticket.id } } };
      }
      default: {
        if (ticket !== undefined) {
          const notes = ticket.comments.filter(({ isPublic }) => !isPublic).toReversed();
          const all = notes
            .map(({ text, by }) => `2026-11-30 10:00:00 - ${by.name} (Work notes)\n${text}\n\n`)
            .join('');
          return { status: 200, body: { result: { work_notes: all } } };
        }
        const mark = /^correlation_id=(\w+)$/.exec(query.get('sysparm_query') ?? '')?.[1];
        const found = tickets.filter((one) => one.mark === mark && one.state !== 'gone');
        return { status: 200, body: { result: found.map((one) => ({ sys_id: one.id })) } };
      }
    }
  }
  const server = await fakeServer(answer);
  const signedAs = (id: string, body: string, rightly = true) => {
    const now = new Date();
    return {
      query: '',
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': new Webhook(rightly ? secret : `whsec_${btoa('another-secret')}`).sign(id, now, body),
      },
      body,
    };
  };
  const reported = (ticket: string, by: Member, kind: string, value: string) => {
    updates += 1;
    const body = JSON.stringify({ ticket, user: nameOf(by), name: by.name, kind, value });
    return signedAs(`${ticket}:${updates}:${kind}`, body);
  };
  return {
    kind: 'servicenow',
    server,
    tickets,
    indexed: true,
    via: (over = {}) => ({ url: server.url, user, password, group, secret, ...over }),
    signs: (body, rightly) => signedAs('x:1:comment', body, rightly),
    says: (ticket, text, by, isPublic) => {
      add(ticket, text, by, isPublic);
      // The rule sends comments that customers see; of a work note it sends what else changed, here nothing done.
      return isPublic ? reported(ticket.id, by, 'comment', text) : reported(ticket.id, by, 'state', '2');
    },
    // The rule tells of no files: they are records of their own.
    attaches: (ticket, text, by, isPublic) => {
      add(ticket, text, by, isPublic);
      return isPublic ? [reported(ticket.id, by, 'comment', text)] : [];
    },
    solves: (ticket, by) => {
      ticket.state = 'solved';
      return reported(ticket.id, by, 'state', '6');
    },
    // What the rule sends of it: test/desk/systems-script.test.ts.
    closes: (ticket, by) => {
      Object.assign(ticket, { state: 'solved', assignee: by });
      return [reported(ticket.id, by, 'state', '6')];
    },
    takes: (ticket, by) => {
      ticket.assignee = by;
      return reported(ticket.id, by, 'assigned', by.name);
    },
  };
}
