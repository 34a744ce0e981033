import { z } from 'zod';
import { digest } from '../lib/hash.ts';
import type { ConversationId, Handling, MessageRef, PersonId } from '../ports.ts';
import type { Occurrences, Row } from '../storage.ts';
import { redact } from '../understanding/redact.ts';
import type { Deliveries } from './deliveries.ts';
import { figuresOf } from './figures.ts';
import {
  emptyLane,
  isOfFormat3,
  type Job,
  type Lane,
  type Lanes,
  laneNames,
  laneOf,
  type Notice,
  notices,
} from './lanes.ts';
import { handedAtOf } from './open-case.ts';
import { type ConversationSnapshot, jsonOf, leadSchema, snapshotSchema } from './snapshot.ts';
import { idOf, laneSchema } from './stored-jobs.ts';

/** A timer: an action that is due at a time, epoch milliseconds. */
export type Timer = { readonly at: number } & (
  | { readonly kind: 'follow-up'; readonly subject: string }
  | { readonly kind: 'close' | 'delete' }
);

/** A press of a button or a submitted form (`choice`: `form`). */
export interface Press {
  readonly to: string;
  readonly choice: string;
  /** The message that carried the button; null if not known. */
  readonly on: MessageRef | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The newest format version of records that this version of the program reads. Format 2 has what desks do with a case, and notices of desks; it is written only for a case that was handed over, and while the person hears a notice or waits until one is over, so that earlier versions read all others. Format 3 has files that wait to be read or to be passed on, words for a desk after a rating, and answers of the helpdesk, and what a language model is asked or said to read; it is written only while there are any. */
export const recordFormat = 3;
type Format = 1 | 2 | 3;

/** An open message: one that still has its buttons. */
export interface OpenMessage {
  readonly message: MessageRef;
  /** The id of the view that it shows. */
  readonly view: string;
  /** Its leads; null if they are the present ones of the conversation. */
  readonly lead: ConversationSnapshot['lead'] | null;
  readonly notices: readonly Notice[];
}

/** The schema of stored open messages. */
export const openMessages: z.ZodType<readonly OpenMessage[]> = z.array(
  z.object({
    message: idOf<MessageRef>(),
    view: z.string(),
    lead: leadSchema.nullable(),
    notices: z.array(z.enum(notices)),
  }),
);

/** A conversation as it is stored: README.md beside this file describes every field. It holds nothing in the words in which a person wrote it, but for a note until it has reached the desk. */
export interface ConversationRecord {
  readonly format: Format;
  readonly conversation: ConversationId;
  /** The person who began it. */
  readonly person: PersonId;
  readonly version: number;
  /** The time when it began, epoch milliseconds. */
  readonly born: number;
  readonly address: string;
  readonly talk: ConversationSnapshot;
  /** The deliveries that were processed, for deduplication. */
  readonly seen: Deliveries;
  /** The last press, by which the second click of a double click is recognised. */
  readonly last: Press | null;
  /** The open messages that show the present view, oldest first: one, or a bounded number in records of earlier versions. */
  readonly live: readonly OpenMessage[];
  readonly lanes: Lanes;
  readonly alarms: readonly Timer[];
  /** The subjects of the follow-ups that were sent. */
  readonly followed: readonly string[];
  /** The ids of the notices that were heard, a bounded number. */
  readonly noticed: readonly string[];
  /** The idempotency keys of the tickets that were enqueued for the desk. */
  readonly tickets: readonly string[];
  /** The tickets that were opened, oldest first: the message at the desk (its id; empty in records of earlier versions). `over`: the case was solved since. `notes`: what was added to it. */
  readonly opened: readonly {
    readonly desk: string;
    readonly message: MessageRef;
    readonly over: boolean;
    readonly notes: readonly MessageRef[];
  }[];
  /** The time when the case was handed over last, epoch milliseconds; 0: it never was. */
  readonly handed: number;
  /** The state of the case at the desk, as its tickets show it. */
  readonly handling: Handling;
  /** The ids of the desks that had the case that is solved: they get what its person adds. */
  readonly served: readonly string[];
  /** The people whom the person named as helpers, a bounded number: a digest of each, since they are only to be recognised. */
  readonly helpers: readonly string[];
  /** The member of staff who took the case or answered it last, whom their desk calls when its person writes; null: nobody has it. */
  readonly owner: PersonId | null;
  /** True if staff has taken over: the bot speaks only when it is addressed. */
  readonly quiet: boolean;
  /** The dead letters: jobs that were given up, a bounded number. */
  readonly dead: readonly {
    readonly kind: 'post' | 'settle' | 'open';
    readonly key: string;
    readonly at: number;
    readonly why: string;
  }[];
}

const schema = z.object({
  format: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  conversation: idOf<ConversationId>(),
  person: idOf<PersonId>(),
  version: z.number(),
  born: z.number(),
  address: z.string(),
  talk: snapshotSchema,
  seen: z.array(z.string()),
  last: z
    .object({ to: z.string(), choice: z.string(), on: idOf<MessageRef>().nullable().default(null), at: z.number() })
    .nullable(),
  live: openMessages.default([]),
  lanes: z.object({ channel: laneSchema }).catchall(laneSchema),
  alarms: z.array(
    z.union([
      z.object({ at: z.number(), kind: z.literal('follow-up'), subject: z.string() }),
      z.object({ at: z.number(), kind: z.enum(['close', 'delete']) }),
    ]),
  ),
  followed: z.array(z.string()),
  // Earlier versions had no notices.
  noticed: z.array(z.string()).default([]),
  tickets: z.array(z.string()),
  // Earlier versions kept none of these.
  opened: z
    .array(
      z.object({
        desk: z.string(),
        message: idOf<MessageRef>(),
        over: z.boolean(),
        notes: z.array(idOf<MessageRef>()),
      }),
    )
    .default([]),
  handed: z.number().default(0),
  handling: z
    .object({
      state: z.enum(['new', 'taken', 'answered', 'solved', 'returned', 'closed']),
      by: z.string(),
      at: z.number(),
    })
    .default(() => unhandled),
  served: z.array(z.string()).default([]),
  // Earlier versions drop it: the person names them again.
  helpers: z.array(z.string()).default([]),
  // Earlier versions drop it: nobody is called.
  owner: idOf<PersonId>().nullable().default(null),
  quiet: z.boolean(),
  dead: z.array(
    z.object({ kind: z.enum(['post', 'settle', 'open']), key: z.string(), at: z.number(), why: z.string() }),
  ),
});

/** The state at the desk of a case that was not handed over. */
export const unhandled: Handling = { state: 'new', by: '', at: 0 };

/** Omits the snapshot from jobs that show the conversation's present state, as most do and those of an open ticket do when they are delivered, so that it is stored once: a desk may be down for days while a person writes. */
const lean = ({ lanes, talk }: ConversationRecord) =>
  mapLanes(lanes as Readonly<Record<string, Lane>>, (job: Job) =>
    job.talk === talk || ['note', 'show', 'attach', 'read', 'propose'].includes(job.kind)
      ? { ...job, talk: undefined }
      : job,
  );
const full = ({ lanes, ...rest }: z.infer<typeof schema>): ConversationRecord => ({
  ...rest,
  lanes: mapLanes(lanes, (job) => ({ ...job, talk: job.talk ?? rest.talk })) as unknown as Lanes,
});
/** Returns the lane of the channel, and the others that have jobs, with each job mapped. */
const mapLanes = <A, B>(lanes: Readonly<Record<string, { readonly jobs: readonly A[] }>>, map: (job: A) => B) =>
  Object.fromEntries(
    Object.entries(lanes)
      .filter(([name, { jobs }]) => name === 'channel' || jobs.length > 0)
      .map(([name, lane]) => [name, { ...lane, jobs: lane.jobs.map(map) }]),
  );

/** Returns the least format that can hold a record. Earlier versions would drop the tickets of a case, and who has it, or files that wait to be read or to be passed on, and could not read a word for the desk. */
const formatOf = ({ lanes, talk, live, handed, opened }: ConversationRecord): Format => {
  const jobs = laneNames(lanes).flatMap((name) => laneOf(lanes, name).jobs);
  const leads = [talk.lead, ...jobs.map((job) => job.talk.lead), ...live.map(({ lead }) => lead ?? [])];
  if (jobs.some(isOfFormat3) || leads.flat().some((lead) => 'own' in lead || 'model' in lead)) return 3;
  const isHanded = handed > 0 || opened.length > 0 || jobs.some(({ kind }) => kind === 'note' || kind === 'show');
  return isHanded || leads.flat().some(isOfNotice) ? 2 : 1;
};
/** Returns true for a lead that earlier versions cannot say. */
const isOfNotice = (lead: ConversationSnapshot['lead'][number]): boolean => 'notice' in lead || 'waitsUntil' in lead;

const earliest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times));

/** Serialises a record to a row, with what occurred in the turn that writes it. `shown` is always null; earlier versions look for it: it was the last message with buttons. */
export const toRow = (record: ConversationRecord, occurrences: Occurrences | null = null): Row => ({
  conversation: record.conversation,
  person: record.person,
  version: record.version,
  born: record.born,
  workAt: earliest(
    laneNames(record.lanes).flatMap((name) => {
      const { jobs, at } = laneOf(record.lanes, name);
      return jobs.length === 0 ? [] : [at];
    }),
  ),
  alarmAt: earliest(record.alarms.map(({ at }) => at)),
  handedAt: handedAtOf(record),
  format: formatOf(record),
  figures: figuresOf(record),
  occurrences,
  body: `{"talk":${jsonOf(record.talk)},${JSON.stringify({ ...record, format: formatOf(record), shown: null, talk: undefined, lanes: { desk: emptyLane, ...lean(record) } }).slice(1)}`,
});

/** Parses the record in a row. Returns undefined if it is damaged or of a newer format. The row's `version` takes precedence over the body's, since earlier versions incremented only the former when they could not read the body. */
export function fromRow({ body, version }: Row): ConversationRecord | undefined {
  try {
    return { ...full(schema.parse(JSON.parse(body))), version };
  } catch {
    return undefined;
  }
}

/** Returns true if a row has a newer format, written by a newer version of the program. Such a row must be left unchanged. */
export const isNewer = ({ format }: Row): boolean => format > recordFormat;

/** The pattern of ordinary ids of channels, names and numbers, as most ids are: too short to hold a secret. */
const ordinary = /^(?:[a-z]+:)?[\d.:]{1,21}$/;

/** Returns an id from outside in a form that may be logged: its digest if redaction finds something like a product key in it, else the id itself. */
export const printable = (id: string): string =>
  ordinary.test(id) || redact(id).secrets.length === 0 ? id : digest(id);
