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
  /** The time at which it was made, in epoch milliseconds; every activity makes a new one. */
  met: z.number().default(0),
});

/** The address of a conversation, by which it can be reached at any time: the Bot Framework's conversation reference. */
export type Address = z.output<typeof schema>;

/** Returns the address of the conversation that an activity belongs to, as JSON text. */
export const addressOf = (activity: Activity): string =>
  JSON.stringify({
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    kind: activity.conversation.conversationType,
    tenant: tenantOf(activity),
    bot: activity.recipient,
    user: { id: activity.from.id, name: activity.from.name },
    met: Date.now(),
  } satisfies Address);

/** Parses the text of an address; returns undefined if it is not an address of Teams. */
export function readAddress(text: string): Address | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
