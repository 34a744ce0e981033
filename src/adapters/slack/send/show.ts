import { z } from 'zod';
import type { Sent } from '../../../bot/ports.ts';
import { caller, callTimeouts } from './call.ts';
import { failed, limited, refused, taken } from './outcome.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), ts: z.string() }),
  z.object({ ok: z.literal(false), error: z.string().regex(/^[a-z_]{3,64}$/) }),
]);

/** The function that posts or updates a message by one of Slack's methods; `ts` names the message to replace. It rejects when it is unknown whether Slack accepted it: a server error, or a broken connection. `latest`: as for every call. */
export type Show = (
  token: string,
  method: 'chat.postMessage' | 'chat.update',
  message: { readonly channel: string; readonly ts?: string; readonly [field: string]: unknown },
  latest: number,
) => Promise<Sent>;

/** Returns a function that posts and updates messages through the Web API at this address. */
export function shower(apiUrl: string, patience = callTimeouts): Show {
  const call = caller(apiUrl, patience);
  return async (token, method, message, latest) => {
    let said: z.infer<typeof answer>;
    try {
      const { status, headers, text } = await call(token, method, message, latest);
      if (status === 429) return limited(Number(headers['retry-after']));
      said = answer.parse(JSON.parse(text));
    } catch (error) {
      return failed(error);
    }
    if (said.ok) return taken(said.ts);
    // The message was deleted: nothing is left to replace.
    return said.error === 'message_not_found' && message.ts !== undefined ? taken(message.ts) : refused(said.error);
  };
}
