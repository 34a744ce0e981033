import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import { z } from 'zod';
import type { Attempted } from './confirmed.ts';

/** Milliseconds of a whole attempt, and of its parts; less than the timeout of a delivery. */
const timeouts = { whole: 8_000, connect: 3_000, silence: 6_000 };
/** Milliseconds before a retry if the receiver does not say how long to wait. */
const pause = 5_000;
/** Maximum length in bytes of an answer that is read. */
const most = 64 * 1024;
/** The error codes of failures before anything was sent. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

const named = z.object({
  id: z.union([z.string().trim().min(1).max(200), z.number().int().transform(String)]),
});

/** Sends a signed event under its idempotency key. Rejects when it is not known whether it was taken. */
export type SendEvent = (key: string, event: object) => Promise<Attempted>;

/** Returns a function that sends events to a URL, signed by Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md. Redirects are not followed. */
export function eventSender(url: string, secret: string): SendEvent {
  const webhook = new Webhook(secret);
  const dispatcher = new Agent({
    connect: { timeout: timeouts.connect },
    headersTimeout: timeouts.silence,
    bodyTimeout: timeouts.silence,
  });
  return async (key, event) => {
    const body = JSON.stringify(event);
    const now = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': key,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': webhook.sign(key, now, body),
    };
    try {
      const signal = AbortSignal.timeout(timeouts.whole);
      const answer = await request(url, { method: 'POST', headers, body, dispatcher, signal });
      return await resultOf(key, answer.statusCode, answer.headers['retry-after'], answer.body);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const why = `The webhook cannot be reached: ${code}`;
      if (unsent.includes(code)) return { outcome: 'later', after: pause, reason: 'outage', why };
      throw new Error('It is not known whether the webhook took the event', { cause: error });
    }
  };
}

/** Returns the result that an answer means. */
async function resultOf(
  key: string,
  status: number,
  wait: string | readonly string[] | undefined,
  body: AsyncIterable<Uint8Array> & { destroy(): unknown; on(event: 'error', heard: () => void): unknown },
): Promise<Attempted> {
  if (status >= 200 && status < 300) return { outcome: 'taken', id: (await idIn(body)) ?? key };
  // What stands in a refusal is nobody's to read, and the connection is not worth keeping for it.
  body.on('error', () => {});
  body.destroy();
  const why = `The webhook answered ${status}`;
  if (status === 429) return { outcome: 'later', after: pauseIn(wait), reason: 'rate limit', why };
  if (status >= 500) return { outcome: 'later', after: pauseIn(wait), reason: 'outage', why };
  if (status === 410)
    return { outcome: 'never', why: `${why}: it takes no more events; remove the desk or enter its new url` };
  if (status < 400) return { outcome: 'never', why: `${why}, which is a redirect: enter the final address as its url` };
  return { outcome: 'never', why: `${why}: check url and secret` };
}

/** Returns the id that an answer gives the ticket; undefined if it gives none. The event is taken, whatever becomes of the rest of the answer. */
async function idIn(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > most) return undefined;
      chunks.push(chunk);
    }
    return named.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data?.id;
  } catch {
    return undefined;
  }
}

/** Returns the milliseconds of a Retry-After header, in seconds or as a date: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
function pauseIn(wait: string | readonly string[] | undefined): number {
  const text = typeof wait === 'string' ? wait.trim() : '';
  const given = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(given) && given > 0 ? given : pause;
}
