import { z } from 'zod';
import type { Sent } from '../../../bot/ports.ts';
import { caller, limits } from './call.ts';
import { failed, limited, refused, taken } from './outcome.ts';

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

/** Shows messages in the Slack at this address. */
export function shower(apiUrl: string, patience = limits): Show {
  const call = caller(apiUrl, patience);
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
