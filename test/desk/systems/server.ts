import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one call: the connection breaks before or after it was taken, no answer comes although it was taken, it comes in single bytes without end, a page in place of JSON, or a status. */
export type Fault =
  | 'cut before'
  | 'cut after'
  | 'hang'
  | 'drip'
  | 'page'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object };

/** A request as a fake system gets it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The body before it was decoded. */
  readonly bytes: Buffer<ArrayBuffer>;
}

/** The answer of a fake system. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP server of a fake system, and what goes wrong with the next reads, writes and uploads of files. */
export interface FakeServer {
  readonly url: string;
  readonly faults: { readonly read: Fault[]; readonly write: Fault[]; readonly upload: Fault[] };
  readonly asked: Asked[];
  stop(): Promise<void>;
}

/** Starts the server of a fake system. */
export async function fakeServer(answer: (asked: Asked) => Answer | Promise<Answer>): Promise<FakeServer> {
  const faults: FakeServer['faults'] = { read: [], write: [], upload: [] };
  const all: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    const { method = '' } = request;
    const bytes = Buffer.concat(chunks);
    const body = bytes.toString('utf8');
    const asked: Asked = { method, path: pathname, query: searchParams, headers: request.headers, body, bytes };
    all.push(asked);
    const fault = faults[kindOf(asked)].shift();
    if (fault === 'cut before') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object') {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(JSON.stringify(fault.body ?? {}));
      return;
    }
    const given = await answer(asked);
    if (fault === 'cut after') request.socket.destroy();
    if (fault === 'cut after' || fault === 'hang') return;
    if (fault === 'drip') {
      response.writeHead(201, { 'content-type': 'application/json' });
      const drops = setInterval(() => response.write(' '), 500);
      request.socket.once('close', () => clearInterval(drops));
      return;
    }
    if (fault === 'page') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>Your instance is hibernating</html>');
      return;
    }
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
    response.end(JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    asked: all,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Returns what a request does; the addresses of uploads are those of the four systems. */
function kindOf({ method, path }: Asked): keyof FakeServer['faults'] {
  if (method === 'GET') return 'read';
  return /\/(?:attachTemporaryFile|attachment\/file|uploads|space\/attachment)$/.test(path) ? 'upload' : 'write';
}

/** A file as a fake system holds it: which comment has it with it, if any. */
export interface HeldFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly comment: number | null;
}

/** Returns the only field of a form, `file`, as a file; undefined if there is no such field. */
export async function formFile({ bytes, headers }: Asked): Promise<HeldFile | undefined> {
  const type = String(headers['content-type']);
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const [[name, file] = ['', ''], ...others] = [...form];
  if (name !== 'file' || typeof file === 'string' || others.length > 0) return undefined;
  return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()), comment: null };
}

/** A comment as a fake system holds it. */
export interface HeldComment {
  readonly id: number;
  readonly text: string;
  readonly isPublic: boolean;
  readonly by: Member;
}

/** A ticket as a fake system holds it. */
export interface HeldTicket {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly mark: string;
  state: 'open' | 'solved' | 'gone';
  assignee: Member | undefined;
  readonly comments: HeldComment[];
  readonly files: HeldFile[];
}

/** A user of a fake system. */
export interface Member {
  readonly id: number;
  readonly name: string;
  readonly kind: 'bot' | 'staff' | 'customer';
}
export const self: Member = { id: 900, name: 'Ninsho Navi', kind: 'bot' };
export const suzuki: Member = { id: 901, name: '鈴木', kind: 'staff' };
export const tanaka: Member = { id: 902, name: '田中', kind: 'staff' };
export const customer: Member = { id: 903, name: 'Visitor', kind: 'customer' };

/** A request to the desk's webhook. */
export interface Hook {
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A fake ticket system: its server answers as the documentation of the real one says. */
export interface FakeSystem {
  readonly kind: string;
  /** The other fields of `via`; `over`: in place of some. */
  readonly via: (over?: object) => object;
  readonly server: FakeServer;
  readonly tickets: HeldTicket[];
  /** Hides what is not indexed yet from searches, where the real system has an index. */
  indexed: boolean;
  /** A member writes a comment; returns what the system sends to the webhook. */
  says(ticket: HeldTicket, text: string, by: Member, isPublic: boolean): Hook;
  /** A member writes a comment with a file; returns all that the system sends. */
  attaches(ticket: HeldTicket, text: string, by: Member, isPublic: boolean): readonly Hook[];
  solves(ticket: HeldTicket, by: Member): Hook;
  /** A member solves a ticket and takes it, in one change; returns all that the system sends. */
  closes(ticket: HeldTicket, by: Member): readonly Hook[];
  takes(ticket: HeldTicket, by: Member): Hook;
  /** Signs a body as the system does; wrongly with another secret. */
  signs(body: string, rightly?: boolean): Hook;
}

/** Returns what the four fakes have in common: their tickets, and ids for what is new. */
export function holding() {
  let last = 10_000;
  const tickets: HeldTicket[] = [];
  const next = () => {
    last += 1;
    return last;
  };
  /** The files that no comment has with it yet. */
  const uploads = new Map<string, HeldFile>();
  return {
    tickets,
    next,
    open: (id: string, subject: string, body: string, mark: string): HeldTicket => {
      const ticket: HeldTicket = {
        id,
        subject,
        body,
        mark,
        state: 'open',
        assignee: undefined,
        comments: [],
        files: [],
      };
      tickets.push(ticket);
      return ticket;
    },
    add: (ticket: HeldTicket, text: string, by: Member, isPublic: boolean): HeldComment => {
      const comment = { id: next(), text, isPublic, by };
      ticket.comments.push(comment);
      return comment;
    },
    upload: (file: HeldFile): string => {
      const id = String(next());
      uploads.set(id, file);
      return id;
    },
    /** Gives uploaded files to a comment; returns false if one of them is not there (any more). */
    attach: (ticket: HeldTicket, ids: readonly string[], comment: () => HeldComment): boolean => {
      const files = ids.flatMap((id) => uploads.get(id) ?? []);
      if (files.length < ids.length) return false;
      const { id } = comment();
      for (const one of ids) uploads.delete(one);
      ticket.files.push(...files.map((file) => ({ ...file, comment: id })));
      return true;
    },
    held: (id: string | undefined) => tickets.find((one) => one.id === id && one.state !== 'gone'),
  };
}

/** Returns the mark at the end of a body. */
export const markIn = (body: string): string => /\[(ninsho[0-9a-f]{20})\]$/.exec(body)?.[1] ?? '';
