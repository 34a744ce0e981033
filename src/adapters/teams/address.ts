import { z } from 'zod';
import { type Activity, tenantOf } from './receive/activity.ts';

const account = z.object({ id: z.string(), name: z.string() });
const schema = z.object({
  serviceUrl: z.string(),
  conversation: z.string(),
  kind: z.enum(['personal', 'groupChat', 'channel']),
  tenant: z.string(),
  bot: account,
  user: account,
  /** When it was made, in epoch milliseconds: every activity makes a new one. */
  met: z.number().default(0),
});

/** How to reach a conversation at any time: what the Bot Framework calls a conversation reference. */
export type Address = z.output<typeof schema>;

/** The address of the conversation that an activity belongs to, as text. */
export const addressOf = (activity: Activity): string =>
  JSON.stringify({
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    kind: activity.conversation.conversationType,
    tenant: tenantOf(activity),
    bot: activity.recipient,
    user: activity.from,
    met: Date.now(),
  } satisfies Address);

/** Reads an address back; undefined: it is not one of Teams. */
export function readAddress(text: string): Address | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
