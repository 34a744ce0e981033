import { z } from 'zod';
import { digest } from '../lib/hash.ts';
import type { ConversationId, MessageRef, PersonId, Row } from '../ports.ts';
import { redact } from '../understanding/redact.ts';
import { type Job, type Lane, type LaneName, laneNames, type Notice, notices, untried } from './lanes.ts';
import { type ConversationSnapshot, jsonOf, leadSchema, snapshotSchema } from './snapshot.ts';

/** Something to be done at a time, epoch milliseconds. */
export type Timer = { readonly at: number } & (
  | { readonly kind: 'follow-up'; readonly subject: string }
  | { readonly kind: 'close' | 'delete' }
);

/** A button that was pressed, or a form that was sent (`choice`: `form`). */
export interface Press {
  readonly to: string;
  readonly choice: string;
  /** The message that it was on; null: not known. */
  readonly on: MessageRef | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The newest format of a record that this version writes and reads. */
export const recordFormat = 1;

/** A message that still has its buttons. */
export interface OpenMessage {
  readonly message: MessageRef;
  /** The view that it shows. */
  readonly view: string;
  /** What it said before that; null: what the conversation says now. */
  readonly lead: ConversationSnapshot['lead'] | null;
  readonly notices: readonly Notice[];
}

/** Accepts what was kept of them. */
export const openMessages: z.ZodType<readonly OpenMessage[]> = z.array(
  z.object({
    message: z.custom<MessageRef>((given) => typeof given === 'string'),
    view: z.string(),
    lead: leadSchema.nullable(),
    notices: z.array(z.enum(notices)),
  }),
);

/** All that is kept of one conversation: see README.md beside this file. Nothing in it was written by a person as it stands here. */
export interface ConversationRecord {
  readonly format: typeof recordFormat;
  readonly conversation: ConversationId;
  /** The person who began it. */
  readonly person: PersonId;
  readonly version: number;
  /** When it began, epoch milliseconds. */
  readonly born: number;
  readonly address: string;
  readonly talk: ConversationSnapshot;
  /** The deliveries that were taken. */
  readonly seen: Deliveries;
  /** What was pressed last, so that the second click of a double click can be told. */
  readonly last: Press | null;
  /** The messages that show the present view, oldest first, a bounded number. */
  readonly live: readonly OpenMessage[];
  readonly lanes: Readonly<Record<LaneName, Lane>>;
  readonly alarms: readonly Timer[];
  /** What the person was asked about once already. */
  readonly followed: readonly string[];
  /** The keys of the tickets that were owed to the desk. */
  readonly tickets: readonly string[];
  /** Whether staff has taken over: the bot speaks only when spoken to. */
  readonly quiet: boolean;
  /** Jobs that were given up, a bounded number. */
  readonly dead: readonly {
    readonly kind: Job['kind'];
    readonly key: string;
    readonly at: number;
    readonly why: string;
  }[];
}

const string = <T extends string>() => z.custom<T>((value) => typeof value === 'string');
const owed = {
  key: z.string(),
  since: z.number(),
  unsure: z.boolean(),
  slot: z.object({ limit: z.string(), number: z.number() }).nullable().default(null),
  refusals: z
    .object({ count: z.number(), span: z.number(), lastAt: z.number().nullable() })
    .default(() => untried.refusals),
  talk: snapshotSchema.optional(),
};
const job = z.discriminatedUnion('kind', [
  z.object({ ...owed, kind: z.literal('post'), notices: z.array(z.enum(notices)), answer: z.string().nullable() }),
  z.object({
    ...owed,
    kind: z.literal('settle'),
    message: string<MessageRef>(),
    notices: z.array(z.enum(notices)).default([]),
    answer: z.string(),
  }),
  z.object({ ...owed, kind: z.literal('open') }),
]);
const lane = z.object({ jobs: z.array(job), by: z.string(), at: z.number(), tries: z.number() });
const schema = z.object({
  format: z.literal(recordFormat),
  conversation: string<ConversationId>(),
  person: string<PersonId>(),
  version: z.number(),
  born: z.number(),
  address: z.string(),
  talk: snapshotSchema,
  seen: z.array(z.string()),
  last: z
    .object({ to: z.string(), choice: z.string(), on: string<MessageRef>().nullable().default(null), at: z.number() })
    .nullable(),
  live: openMessages.default([]),
  lanes: z.object({ channel: lane, desk: lane }),
  alarms: z.array(
    z.union([
      z.object({ at: z.number(), kind: z.literal('follow-up'), subject: z.string() }),
      z.object({ at: z.number(), kind: z.enum(['close', 'delete']) }),
    ]),
  ),
  followed: z.array(z.string()),
  tickets: z.array(z.string()),
  quiet: z.boolean(),
  dead: z.array(
    z.object({ kind: z.enum(['post', 'settle', 'open']), key: z.string(), at: z.number(), why: z.string() }),
  ),
});

/** Most jobs show the conversation as it stands, which is then written once. */
const lean = ({ lanes, talk }: ConversationRecord) =>
  mapLanes(lanes, (job: Job) => (job.talk === talk ? { ...job, talk: undefined } : job));
const full = ({ lanes, ...rest }: z.infer<typeof schema>): ConversationRecord => ({
  ...rest,
  lanes: mapLanes(lanes, (job) => ({ ...job, talk: job.talk ?? rest.talk })),
});
const mapLanes = <A, B>(
  { channel, desk }: Readonly<Record<LaneName, Omit<Lane, 'jobs'> & { readonly jobs: readonly A[] }>>,
  map: (job: A) => B,
) => ({
  channel: { ...channel, jobs: channel.jobs.map(map) },
  desk: { ...desk, jobs: desk.jobs.map(map) },
});

const earliest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times));

/** A record as the store keeps it. Earlier versions look for `shown`, the last message with buttons. */
export const toRow = (record: ConversationRecord): Row => ({
  conversation: record.conversation,
  person: record.person,
  version: record.version,
  born: record.born,
  workAt: earliest(laneNames.flatMap((name) => (record.lanes[name].jobs.length === 0 ? [] : [record.lanes[name].at]))),
  alarmAt: earliest(record.alarms.map(({ at }) => at)),
  format: record.format,
  body: `{"talk":${jsonOf(record.talk)},${JSON.stringify({ ...record, shown: null, talk: undefined, lanes: lean(record) }).slice(1)}`,
});

/** Returns the record in a row; undefined where it cannot be read: it is damaged, or of a newer format. The row's own version holds: earlier versions counted it up over a body that they could not read. */
export function fromRow({ body, version }: Row): ConversationRecord | undefined {
  try {
    return { ...full(schema.parse(JSON.parse(body))), version };
  } catch {
    return undefined;
  }
}

/** Returns whether a row was written by a newer version of the program, whose it stays. */
export const isNewer = ({ format }: Row): boolean => format > recordFormat;

/** Returns what takes the place of a damaged record once that was set aside, until it is deleted or the person writes again. */
export const emptied = (row: Row, deleteAt: number): Row => ({
  ...row,
  version: row.version + 1,
  workAt: null,
  alarmAt: deleteAt,
  format: recordFormat,
  body: '',
});

/** Returns whether a row is what was left of a damaged record. */
export const isEmptied = ({ body }: Row): boolean => body === '';

/**
 * The deliveries that a conversation took, oldest first: a digest each, and a mark (`@` and the hour, counted from the
 * epoch) before the first of each hour. Plain strings, so that earlier versions read them as digests that fit nothing.
 */
export type Deliveries = readonly string[];

const hour = 60 * 60 * 1_000;
/** Hours that a delivery is remembered at least; channels repeat one for some hours at most. */
const lasting = 25;
/** Number of entries that is always kept, whatever their age. */
const least = 64;
/** Maximum number of entries, so that a flood of messages cannot make a record grow without end. */
const most = 2_000;

const mark = '@';

/** Returns whether a delivery was taken already; earlier versions kept longer digests. */
export function wasTaken(taken: Deliveries, id: string): boolean {
  const delivery = deliveryOf(id);
  return taken.some((one) => one.startsWith(delivery));
}

/** Adds a delivery that is taken now, epoch milliseconds, and drops those that are old enough. */
export function withDelivery(taken: Deliveries, id: string, now: number): Deliveries {
  const current = Math.floor(now / hour);
  const last = taken.findLast((one) => one.startsWith(mark));
  const all = [...taken, ...(last === mark + current ? [] : [mark + current]), deliveryOf(id)];
  const marks = all.filter((one) => one.startsWith(mark));
  const fresh = marks.find((one) => Number(one.slice(1)) >= current - lasting) ?? '';
  // What stands before the first mark, of an earlier version or cut off from its own, is as old as that.
  const start = fresh === marks[0] ? 0 : all.indexOf(fresh);
  return all.slice(Math.max(all.length - most, Math.min(start, all.length - least), 0));
}

/** The name of a delivery, shorter since a record holds many: one of 2,000 is mistaken for another once in 10^14 deliveries. */
const deliveryOf = (id: string): string => digest(id).slice(0, 10);

/** Accepts ids as channels make them, names and numbers: too short for a secret, and most of all ids. */
const ordinary = /^(?:[a-z]+:)?[\d.:]{1,21}$/;

/** Returns an id from dependencies as a log may show it: one that holds something like a key as a digest. */
export const printable = (id: string): string =>
  ordinary.test(id) || redact(id).secrets.length === 0 ? id : digest(id);
