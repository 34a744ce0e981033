import { z } from 'zod';

const id = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const account = z.object({ id, name: z.string().max(500).default(''), role: z.string().max(100).default('') });
/** The data that a button of the bot sends back; any other field in it is an input of the card. */
const pressed = z.record(z.string().max(100), z.unknown());

/** The schema of the fields of an Activity that the bot reads: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md */
export const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().max(200).default(''),
  action: z.string().max(100).default(''),
  channelId: z.literal('msteams'),
  serviceUrl: z.url().max(500),
  locale: z.string().max(50).default(''),
  text: z.string().default(''),
  /** The time zone (IANA) of the person's client. */
  localTimezone: z.string().max(64).optional().catch(undefined),
  /** The time of the activity, or of its change. */
  timestamp: z.string().max(100).default(''),
  replyToId: id.optional(),
  /** With the object id of the person in Microsoft Entra. */
  from: account.extend({ aadObjectId: z.string().max(100).default('') }),
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).catch('groupChat'),
    tenantId: z.string().max(100).optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(100) }).optional() }).default({}),
  membersAdded: z.array(z.object({ id })).catch([]),
  entities: z
    .array(
      z.object({
        type: z.string(),
        text: z.string().nullish(),
        mentioned: z.object({ id }).nullish().catch(null),
      }),
    )
    .catch([]),
  attachments: z
    .array(z.object({ contentType: z.string(), contentUrl: z.string().nullish(), content: z.unknown().optional() }))
    .catch([]),
  value: pressed.optional().catch(undefined),
});

/** An Activity of the Bot Framework, parsed. */
export type Activity = z.output<typeof activitySchema>;

/** Maximum number of items of each list, and of fields of `value`. No message of Teams has more: it has at most 10 attachments, a mention takes 100 bytes, and an update names members in batches. */
const mostItems = { entities: 500, attachments: 100, membersAdded: 2_000, value: 500 } as const;

/** Returns true if every list of an unparsed activity is short enough to be walked; it reads only their lengths. */
export function isShort(activity: unknown): boolean {
  if (typeof activity !== 'object' || activity === null) return true;
  const fields = new Map(Object.entries(activity));
  return Object.entries(mostItems).every(([name, most]) => countIn(fields.get(name)) <= most);
}

const countIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
};

/** Returns the tenant that an activity comes from; empty if it names none. */
export const tenantOf = ({ conversation, channelData }: Activity): string =>
  conversation.tenantId ?? channelData.tenant?.id ?? '';
