import { Agent } from 'undici';
import type { z } from 'zod';
import { withTimeout } from '../../../bot/lib/async.ts';
import type { Attachment } from '../../../bot/ports.ts';
import { exchange, type HttpAnswer } from '../../http/exchange.ts';
import { failure, NotDoneError, parsed, refusedCall, unknown } from './outcome.ts';

/** Milliseconds that a call may take, from the start of an attempt to the end of the answer: an attempt makes one write, at most one read before it, and ends before the runtime's timeout of 10 s. */
const readWithin = 3_000;
const writeWithin = 5_500;
/** Maximum number of bytes of an answer. */
const longest = 8 * 1024 * 1024;

/** The calls to a ticket system. They reject with a NotDoneError if they surely did nothing; any other error leaves the result unknown. Redirects are not followed, since they would take the secret elsewhere. */
export interface Api {
  /** Reads what is at a path below the system's address. */
  get<Read>(path: string, schema: z.ZodType<Read>): Promise<Read>;
  /** Writes JSON, a form, or a file. */
  send<Read>(method: 'POST' | 'PUT' | 'PATCH', path: string, sending: Sending, schema: z.ZodType<Read>): Promise<Read>;
}

/** The content of a write: an object as JSON or a form, or a file, whose type is among the headers. */
export interface Sending {
  readonly body: object | URLSearchParams | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the calls to a system at this address. `headers` are sent with each, `query` is appended to each path. */
export function apiOf(
  system: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  query = new URLSearchParams(),
): Api {
  const { origin, pathname } = new URL(url);
  const base = pathname === '/' ? '' : pathname;
  const agent = new Agent({
    connect: { timeout: 2_000 },
    headersTimeout: writeWithin,
    bodyTimeout: 2_000,
    maxResponseSize: longest,
  });

  async function call(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, sending?: Sending): Promise<HttpAnswer> {
    const body = sending?.body;
    const form = body instanceof URLSearchParams;
    const file = body instanceof Uint8Array;
    const type = `application/${form ? 'x-www-form-urlencoded' : 'json'}`;
    const joint = path.includes('?') ? '&' : '?';
    const request = {
      origin,
      path: `${base}${path}${query.size === 0 ? '' : `${joint}${query}`}`,
      method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...sending?.headers,
        ...(body !== undefined && !file && { 'content-type': type }),
      },
      body: body === undefined ? null : form ? body.toString() : file ? body : JSON.stringify(body),
    };
    const within = sending === undefined ? readWithin : writeWithin;
    try {
      return await withTimeout(within, exchange(agent, request, performance.now() + within));
    } catch (error) {
      throw failure(system, error);
    }
  }

  function read<Read>(answer: HttpAnswer, schema: z.ZodType<Read>, writes: boolean): Read {
    if (answer.status < 200 || answer.status > 299) throw refusedCall(system, answer, writes);
    const { data } = schema.safeParse(answer.text === '' ? {} : parsed(answer.text));
    if (data !== undefined) return data;
    // Such as the page of an instance that sleeps, or of a proxy.
    const why = `${system} answered ${answer.status}, but not as documented`;
    if (writes) throw unknown(why, 'NOT_AS_DOCUMENTED');
    throw new NotDoneError({ outcome: 'later', after: 5_000, reason: 'outage', why });
  }

  return {
    get: async (path, schema) => read(await call('GET', path), schema, false),
    send: async (method, path, sending, schema) => read(await call(method, path, sending), schema, true),
  };
}

/** Returns the header of HTTP Basic authentication. */
export const basic = (user: string, secret: string): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
});

/** Returns a file as the field `file` of a form, encoded as `multipart/form-data`. */
export async function fileForm({ name, type, bytes }: Attachment, headers: Sending['headers'] = {}): Promise<Sending> {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), name);
  const encoded = new Response(form);
  return {
    body: new Uint8Array(await encoded.arrayBuffer()),
    headers: { ...headers, 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}

/** Returns a function that gets a value once and keeps it; a failure is not kept. */
export function kept<Value>(get: () => Promise<Value>): () => Promise<Value> {
  let got: Promise<Value> | undefined;
  return () => {
    got ??= get().catch((error: unknown) => {
      got = undefined;
      throw error;
    });
    return got;
  };
}
