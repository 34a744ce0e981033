import { Agent } from 'undici';
import { z } from 'zod';
import type { Sent } from '../../bot/ports.ts';
import { exchange } from './exchange.ts';
import { failed, limited, refused, taken } from './outcome.ts';

/** Milliseconds that each part of a call may take: until there is a connection, until the answer begins, and between its parts. Together they are less than a turn's own limit for an attempt. */
export const limits = { connect: 2_000, headers: 5_000, body: 1_000 };
const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), ts: z.string() }),
  z.object({ ok: z.literal(false), error: z.string().regex(/^[a-z_]{3,64}$/) }),
]);

/** Shows a message by one of Slack's methods that do; `ts`: which one is replaced. Rejects where it is not known whether Slack took it: a server error, or a connection that was cut. */
export type Show = (
  token: string,
  method: 'chat.postMessage' | 'chat.update',
  message: { readonly channel: string; readonly ts?: string; readonly [field: string]: unknown },
) => Promise<Sent>;

/** Shows messages in the Slack at this address. Every turn ends here, and the SDK's client takes four times the CPU for the same call (`npm run bench:slack`). */
export function shower(apiUrl: string, { connect, headers, body } = limits): Show {
  const { origin, pathname } = new URL(apiUrl);
  const agent = new Agent({ connect: { timeout: connect }, headersTimeout: headers, bodyTimeout: body });
  const call = (token: string, method: string, message: object) =>
    exchange(agent, {
      origin,
      path: `${pathname}${method}`,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
    });
  return async (token, method, message) => {
    let said: z.infer<typeof answer>;
    try {
      const { status, headers, text } = await call(token, method, message);
      if (status === 429) return limited(Number(headers['retry-after']));
      said = answer.parse(JSON.parse(text));
    } catch (error) {
      return failed(error);
    }
    if (said.ok) return taken(said.ts);
    // Somebody deleted the message: nothing is left to replace.
    return said.error === 'message_not_found' && message.ts !== undefined ? taken(message.ts) : refused(said.error);
  };
}
