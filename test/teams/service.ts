import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultsIn } from './check.ts';

/** A message that the service holds. */
export interface Held {
  readonly id: string;
  /** Every version, the newest last. */
  readonly versions: readonly object[];
}

/** One call that the bot made. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What goes wrong with one call: an answer instead of the deed, or the deed and then a cut connection. */
export interface Fault {
  /** Calls that it strikes; a typing sign is struck by none. */
  readonly method: 'POST' | 'PUT' | 'any';
  readonly status: number | 'cut' | 'cut-after';
  readonly headers?: Readonly<Record<string, string>>;
  readonly code?: string;
  /** The whole answer, where it is none of the usual kind. */
  readonly text?: string;
}

/** The Bot Framework's side of a conversation: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
export interface Service {
  readonly url: string;
  readonly calls: readonly Call[];
  /** What was wrong with the cards that arrived. */
  readonly wrong: readonly string[];
  /** Faults to come, each for one call. */
  readonly faults: Fault[];
  /** The ids of the conversations that the bot began. */
  readonly conversations: readonly string[];
  held(path: string): readonly Held[];
  stop(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

/** A service on this machine. Conversations are kept apart by everything in the path before `/activities`. */
export async function startService(): Promise<Service> {
  const calls: Call[] = [];
  const wrong: string[] = [];
  const faults: Fault[] = [];
  const conversations: string[] = [];
  const held = new Map<string, { id: string; versions: object[] }[]>();
  let ids = Date.now();
  const next = (): string => {
    ids += 1;
    return String(ids);
  };

  const hold = (path: string, activity: Record<string, unknown>, id = next()): string => {
    if (activity['type'] === 'typing') return id;
    wrong.push(...faultsIn(activity));
    held.set(path, [...(held.get(path) ?? []), { id, versions: [activity] }]);
    return id;
  };

  function perform(method: string, path: string, body: Record<string, unknown>): [status: number, answer: object] {
    const [conversation = '', activity] = path.split('/activities');
    if (method === 'PUT') {
      wrong.push(...faultsIn(body));
      const message = held.get(conversation)?.find(({ id }) => `/${id}` === activity);
      message?.versions.push(body);
      return message
        ? [200, { id: message.id }]
        : [404, { error: { code: 'ActivityNotFoundInConversation', message: '' } }];
    }
    if (method === 'DELETE') {
      const kept = held.get(conversation)?.filter(({ id }) => `/${id}` !== activity) ?? [];
      held.set(conversation, kept);
      return [200, {}];
    }
    if (method === 'GET' && /\/pagedmembers\b/.test(path)) return [200, { members: [{ id: '29:1', name: '' }] }];
    const member = /\/members\/([^/]+)$/.exec(path)?.[1];
    if (method === 'GET' && member !== undefined) {
      const id = decodeURIComponent(member);
      return [200, { id, name: id, userPrincipalName: `${id.replace(/\W/g, '')}@example.co.jp` }];
    }
    if (activity !== undefined) return [201, { id: hold(conversation, body) }];
    if (/\/v3\/conversations\/?$/.test(path)) {
      const channel = (body['channelData'] as { channel?: { id: string } } | undefined)?.channel?.id;
      // A thread is called after its first message.
      const root = next();
      const id = channel === undefined ? `a:again-${root}` : `${channel};messageid=${root}`;
      conversations.push(id);
      const first = body['activity'] as Record<string, unknown> | undefined;
      const made = `${path.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
      return [201, { id, ...(first && { activityId: hold(made, first, root) }) }];
    }
    return [404, {}];
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '', headers } = request;
    const body = await bodyOf(request);
    calls.push({ method, path, authorization: headers.authorization ?? '', body });
    const struck =
      body['type'] === 'typing' ? -1 : faults.findIndex((fault) => fault.method === 'any' || fault.method === method);
    const [fault] = struck < 0 ? [] : faults.splice(struck, 1);
    if (fault?.status === 'cut') return request.socket.destroy();
    if (typeof fault?.status === 'number') {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      return response.end(
        fault.text ?? JSON.stringify({ error: { code: fault.code ?? 'Fault', message: 'on demand' } }),
      );
    }
    const [status, answer] = perform(method, path, body);
    if (fault?.status === 'cut-after') return request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    wrong,
    faults,
    conversations,
    held: (path) => held.get(path) ?? [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
