import { isDeepStrictEqual } from 'node:util';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { noticesOf } from '../../src/adapters/store/notices.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import type { Hours } from '../../src/bot/desk/hours.ts';
import { type RateLimit, RateLimitedError, unlimited } from '../../src/bot/lib/rates.ts';
import type { Notices } from '../../src/bot/notices.ts';
import type { PictureReader } from '../../src/bot/pictures.ts';
import {
  type Adapter,
  type Attachment,
  alone,
  type ConversationId,
  type Desk,
  type DeskNews,
  type Destination,
  type Fetched,
  type Incoming,
  type MessageRef,
  type PersonId,
  type Sent,
  type Ticket,
  type TicketNote,
} from '../../src/bot/ports.ts';
import type { Proposer } from '../../src/bot/proposals.ts';
import { type Bot, bot } from '../../src/bot/runtime/index.ts';
import { type Metrics, newMetrics } from '../../src/bot/runtime/metrics.ts';
import { type Policy, policy } from '../../src/bot/runtime/policy.ts';
import { type ConversationRecord, fromRow } from '../../src/bot/runtime/record.ts';
import { noSpans, type Spans } from '../../src/bot/runtime/spans.ts';
import type { Store } from '../../src/bot/storage.ts';
import type { Input, Outgoing } from '../../src/bot/types.ts';

/** What goes wrong with one call: told to wait, refused for now or for good, failed before or after it was taken, never answered, or answered late. */
export type Fault =
  | { readonly later: number }
  | { readonly refused: number }
  | 'never'
  | 'throw'
  | 'cut'
  | 'hang'
  | 'slow'
  | 'none';

/** A message as the fake channel shows it. */
export interface Shown {
  readonly key: string;
  outgoing: Outgoing;
  answer: string | undefined;
}

/** One process: a bot of its own over the shared store, channel and desk. */
export interface Process {
  readonly bot: Bot;
  readonly tally: Metrics;
  readonly log: string[];
}

/** A channel and a desk that do what they are told, and a clock that is moved by hand. */
export interface Stage {
  readonly store: Store;
  readonly messages: Shown[];
  readonly tickets: Map<string, Ticket[]>;
  readonly notices: Notices;
  /** What the desk was told that belongs to no case. */
  readonly told: { readonly key: string; readonly news: DeskNews }[];
  readonly notes: { readonly key: string; readonly opened: MessageRef; readonly note: TicketNote }[];
  /** The deliveries that were acknowledged by a reaction. */
  readonly acknowledged: string[];
  /** What the desk was told to delete. */
  readonly erased: MessageRef[];
  /** What the tickets were made to show, in order. */
  readonly shows: { readonly opened: MessageRef; readonly ticket: Ticket }[];
  /** `find`: look-ups that are put off for so many milliseconds. */
  readonly faults: Readonly<Record<'post' | 'replace' | 'settle' | 'open' | 'note' | 'show' | 'tell', Fault[]>> & {
    find: number[];
    acknowledge: true[];
    fetch: Fetched[];
    attach: Fault[];
  };
  /** The files of the desk that the person was shown. */
  readonly attached: { readonly key: string; readonly files: readonly Attachment[]; readonly missing: number }[];
  /** The files that the channel has, by their reference. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** The references of the files that were asked for. */
  readonly fetched: string[];
  /** The reader of pictures of the processes that are started from now on; null at first. */
  pictures: PictureReader | null;
  /** The language model of the processes that are started from now on; null at first. */
  proposer: Proposer | null;
  clock: number;
  /** Runs before a ticket is opened, or looked for. */
  beforeOpen: () => Promise<void>;
  /** Runs before a ticket is deleted. */
  beforeErase: () => Promise<void>;
  /** Runs before the channel says how a person is reached. */
  beforeContact: () => Promise<void>;
  /** The adapter of the only channel. */
  readonly adapter: Adapter;
  /** Starts a process; `own`: its view of the store, for one that is killed. */
  process(over?: Partial<Policy>, own?: Store): Process;
  incoming(input: Input, over?: Partial<Incoming>): Incoming;
  text(text: string, over?: Partial<Incoming>): Incoming;
  /** A press of a button of the last message. */
  press(choice: string, over?: Partial<Incoming>): Incoming;
  last(): Shown;
  /** What is kept of the cases that were counted. */
  counted(): Promise<readonly object[]>;
  saved(): Promise<ConversationRecord>;
}

export const conversation = 'slack:T1/C1/1.1' as ConversationId;
export const ann = 'slack:T1/ann' as PersonId;
export const bob = 'slack:T1/bob' as PersonId;
/** Somebody of the desk, whose people write in Teams. */
export const staff = 'teams:one:staff' as PersonId;
/** Where the author is known as staff of the desk. */
export const asStaff: Pick<Incoming, 'company'> = { company: { ...alone, staff: '佐藤' } };
/** The terms of the product, with a short real-time timeout. */
export const quick: Policy = { ...policy, timeout: 40, reading: { ...policy.reading, waitInPlace: 5 } };

export async function makeStage({
  desk = true,
  searchable = true,
  limit = unlimited,
  store,
  hours = null,
  takes = ['it-admin'],
  people = 'teams',
  spans = noSpans,
}: {
  desk?: boolean;
  /** Whose letters the desk takes. */
  takes?: Desk['takes'];
  /** Where the people of the desk write: a channel, or `office`, its own system. */
  people?: string;
  /** The office hours of the desk, behind which there is a second one then. */
  hours?: Hours | null;
  searchable?: boolean;
  limit?: RateLimit;
  store?: Store;
  spans?: Spans;
} = {}): Promise<Stage> {
  const database = await sqlite(':memory:');
  const kept = store ?? storeOf(database);
  const notices = noticesOf(database);
  const contacts = readContacts(exampleContacts);
  const messages: Shown[] = [];
  const tickets = new Map<string, Ticket[]>();
  const notes: Stage['notes'] = [];
  const shows: Stage['shows'] = [];
  const erased: MessageRef[] = [];
  const told: Stage['told'] = [];
  const faults: Stage['faults'] = {
    post: [],
    replace: [],
    settle: [],
    open: [],
    note: [],
    show: [],
    tell: [],
    find: [],
    acknowledge: [],
    fetch: [],
    attach: [],
  };
  const attached: Stage['attached'] = [];
  const files: Stage['files'] = new Map();
  const fetched: string[] = [];
  const acknowledged: string[] = [];
  let delivery = 0;

  async function call(list: Fault[], work: () => MessageRef): Promise<Sent> {
    const fault = list.shift() ?? 'none';
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 15));
    if (fault === 'none' || fault === 'slow') return { outcome: 'done', message: work() };
    if (fault === 'never') return { outcome: 'never', why: 'gone' };
    if (fault === 'hang') return new Promise(() => {});
    if (fault === 'cut') work();
    if (fault === 'throw' || fault === 'cut') throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
    if ('refused' in fault) return { outcome: 'later', after: fault.refused, reason: 'refusal', why: 'token_revoked' };
    return { outcome: 'later', after: fault.later, reason: 'rate limit', why: 'busy' };
  }
  const adapter: Adapter = {
    channel: 'slack',
    searchable,
    limitOf: () => limit,
    start: async () => {},
    post: (_to, key, outgoing) =>
      call(faults.post, () => {
        messages.push({ key, outgoing, answer: undefined });
        return `m${messages.length - 1}` as MessageRef;
      }),
    replace: async (_to, message, _key, outgoing) => {
      const shown = messages[Number(message.slice(1))];
      if (shown === undefined) return undefined;
      return call(faults.replace, () => {
        shown.outgoing = outgoing;
        return message;
      });
    },
    settle: (_to: Destination, message, outgoing, answer) =>
      call(faults.settle, () => {
        const shown = messages[Number(message.slice(1))];
        if (!isDeepStrictEqual(shown?.outgoing, outgoing)) throw new Error('not what that message showed');
        if (shown !== undefined) shown.answer = answer;
        return message;
      }),
    find: async (_to, key) => {
      const putOff = faults.find.shift();
      if (putOff !== undefined) throw new RateLimitedError(putOff, undefined);
      const at = messages.findIndex((shown) => shown.key === key);
      return at < 0 ? undefined : (`m${at}` as MessageRef);
    },
    acknowledge: async (_to, delivery) => {
      if (faults.acknowledge.shift() !== undefined) throw new Error('missing_scope');
      acknowledged.push(delivery);
    },
    fetch: async (_to, { ref }, most) => {
      fetched.push(ref);
      const fault = faults.fetch.shift();
      if (fault !== undefined) return fault;
      const bytes = files.get(ref);
      if (bytes === undefined) return { outcome: 'none', why: 'gone' };
      return bytes.length > most ? { outcome: 'none', why: 'too large' } : { outcome: 'fetched', bytes };
    },
    attach: (_to, key, files, missing) =>
      call(faults.attach, () => {
        attached.push({ key, files, missing });
        return key as MessageRef;
      }),
    contactOf: async (_to, person) => {
      await stage.beforeContact();
      return { name: person === ann ? '佐藤' : '', mail: '', chat: '', thread: '' };
    },
    stop: async () => {},
  };
  const office: Desk = {
    id: 'office',
    name: '',
    takes,
    hours,
    zone: 'Asia/Tokyo',
    escalatesTo: hours === null ? '' : 'second',
    serves: [],
    people,
    searchable,
    limitOf: async () => {
      await stage.beforeOpen();
      return limit;
    },
    open: (key, ticket) =>
      call(faults.open, () => {
        tickets.set(key, [...(tickets.get(key) ?? []), ticket]);
        return key as MessageRef;
      }),
    note: (key, opened, _ticket, note) =>
      call(faults.note, () => {
        notes.push({ key, opened, note });
        return key as MessageRef;
      }),
    show: (opened, ticket) =>
      call(faults.show, () => {
        shows.push({ opened, ticket });
        return opened;
      }),
    fetch: async ({ ref }, most) => adapter.fetch({} as Destination, { ref, kind: 'other', size: null }, most),
    erase: async (opened, added) => {
      await stage.beforeErase();
      erased.push(opened, ...added);
      return true;
    },
    find: async (key) => (tickets.has(key) || notes.some((one) => one.key === key) ? (key as MessageRef) : undefined),
    start: async () => {},
    stop: async () => {},
    tell: (key, news) =>
      call(faults.tell, () => {
        told.push({ key, news });
        return key as MessageRef;
      }),
  };

  const stage: Stage = {
    store: kept,
    messages,
    tickets,
    notes,
    acknowledged,
    files,
    fetched,
    attached,
    shows,
    erased,
    notices,
    told,
    faults,
    beforeOpen: async () => {},
    beforeErase: async () => {},
    beforeContact: async () => {},
    adapter,
    pictures: null,
    proposer: null,
    clock: Date.parse('2026-11-22T00:00:00Z'),
    process: (over = {}, own = kept) => {
      const log: string[] = [];
      const line = (level: string) => (about: object, what: string) =>
        void log.push(`${level} ${what} ${JSON.stringify(about)}`);
      const counts = newMetrics([], spans);
      return {
        log,
        tally: counts,
        bot: bot({
          store: own,
          notices: stage.notices,
          adapters: [adapter],
          desks: desk
            ? [office, ...(hours === null ? [] : [{ ...office, id: 'second', takes: [], escalatesTo: '' }])]
            : [],
          contacts,
          log: { info: line('info'), warn: line('warn'), error: line('error') },
          pictures: stage.pictures,
          proposer: stage.proposer,
          metrics: counts,
          now: () => stage.clock,
          random: Math.random,
          by: crypto.randomUUID(),
          policy: { ...quick, ...over },
        }),
      };
    },
    incoming: (input, over = {}) => {
      delivery += 1;
      return {
        id: `delivery-${delivery}`,
        conversation,
        person: ann,
        address: '{"channel":"C1"}',
        language: 'ja',
        languageChosen: false,
        opens: true,
        addressed: true,
        company: alone,
        on: null,
        input,
        ...over,
      };
    },
    text: (text, over) => stage.incoming({ type: 'text', text }, over),
    press: (choice, over) => stage.incoming({ type: 'choice', to: stage.last().outgoing.view.id, choice }, over),
    last: () => {
      const shown = messages.at(-1);
      if (shown === undefined) throw new Error('Nothing was shown');
      return shown;
    },
    counted: () => database.rows('SELECT * FROM case_counts', []),
    saved: async () => {
      const row = await kept.load(conversation);
      const saved = row === undefined ? undefined : fromRow(row);
      if (saved === undefined) throw new Error('Nothing is kept');
      return saved;
    },
  };
  return stage;
}

/** Delivers one after another, each answered before the next. */
export async function deliver({ bot: navi }: Process, ...make: readonly (() => Incoming)[]): Promise<void> {
  for (const one of make) {
    await navi.receive(one());
    await navi.rest();
  }
}

/** Goes on in time and sweeps, until nothing is due any more. */
export async function pass(stage: Stage, { bot: navi }: Process, milliseconds: number): Promise<void> {
  stage.clock += milliseconds;
  for (let rounds = 0; rounds < 50; rounds += 1) {
    const found = await navi.sweep();
    await navi.rest();
    if (found === 0) return;
  }
  throw new Error('Work stays due for ever');
}

/** Returns what somebody at work does to hand a case over, each to be made when the one before it is answered. */
export const handOver = (stage: Stage): readonly (() => Incoming)[] => [
  () => stage.text('会社のPCで0xC004F074が出ます'),
  () => stage.press('human'),
  () => stage.press('skip'),
];
