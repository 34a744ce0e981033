import { z } from 'zod';
import type { Sent } from '../../../bot/ports.ts';
import { caller, callTimeouts } from './call.ts';
import { failed, limited, refused, taken } from './outcome.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), ts: z.string() }),
  z.object({ ok: z.literal(false), error: z.string().regex(/^[a-z_]{3,64}$/) }),
]);
type Content = { readonly channel: string; readonly [field: string]: unknown };

/** The functions that show a message by one of Slack's methods. They reject when it is unknown whether Slack accepted it: a server error, or a broken connection. `latest`: as for every call. */
export interface Show {
  post(token: string, message: Content, latest: number): Promise<Sent>;
  /** Replaces the message that `ts` names; resolves to undefined if it was deleted. */
  update(token: string, message: Content & { readonly ts: string }, latest: number): Promise<Sent | undefined>;
}

/** Returns the functions that post and update messages through the Web API at this address. */
export function shower(apiUrl: string, patience = callTimeouts): Show {
  const call = caller(apiUrl, patience);
  /** Calls a method; resolves to undefined if the message that it is about does not exist. */
  async function show(method: string, token: string, message: Content, latest: number): Promise<Sent | undefined> {
    let said: z.infer<typeof answer>;
    try {
      const { status, headers, text } = await call(token, method, message, latest);
      if (status === 429) return limited(Number(headers['retry-after']));
      said = answer.parse(JSON.parse(text));
    } catch (error) {
      return failed(error);
    }
    if (said.ok) return taken(said.ts);
    return said.error === 'message_not_found' ? undefined : refused(said.error);
  }
  return {
    post: async (...given) => (await show('chat.postMessage', ...given)) ?? refused('message_not_found'),
    update: (...given) => show('chat.update', ...given),
  };
}
