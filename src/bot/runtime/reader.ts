import type { Facts } from '../../flows/facts.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { ownCaseOf } from '../keys.ts';
import { withTimeout } from '../lib/async.ts';
import type { ConversationId, Destination, Handling, Incoming, MessageRef, PersonId } from '../ports.ts';
import type { Row, Store } from '../storage.ts';
import type { Contacts, Language, Outgoing } from '../types.ts';
import { show } from '../view/index.ts';
import { wasTaken } from './deliveries.ts';
import { desksBehind } from './handed-over.ts';
import { emptyLane, laneFor, laneOf } from './lanes.ts';
import { handedAtOf, handlingOf } from './open-case.ts';
import { type ConversationRecord, fromRow, toRow } from './record.ts';
import { adapterFor, desksFor, type Registry } from './registry.ts';
import { fromSnapshot } from './snapshot.ts';
import { speaksIn } from './whose.ts';

/** The present state of a conversation, ready to show. */
export interface Presented {
  /** The person whose case it is. */
  readonly person: PersonId;
  readonly outgoing: Outgoing;
  readonly language: Language;
  /** How the case stands at the desk. */
  readonly handling: Handling;
  /** True if a desk takes the letter that is written now; else the person sends it themselves. */
  readonly toDesk: boolean;
  /** Returns true if a delivery was processed in it already. */
  took(id: string): boolean;
  /** Returns true if a person may end the case or hand it over: it is theirs, or they were named as a helper. */
  isOf(person: PersonId): boolean;
}

/** A case that stands open at a desk. */
export interface OpenCase extends Destination {
  readonly person: PersonId;
  readonly facts: Facts;
  /** How urgent it is, in the person's own words, redacted; empty if they did not say. */
  readonly urgency: string;
  readonly handling: Handling;
  /** The time when it was handed over, epoch milliseconds. */
  readonly handedAt: number;
  /** Its ticket at the desk; undefined while that is not opened. */
  readonly ticket: MessageRef | undefined;
}

/** The number of open cases that are read at a time, and the maximum number of times. */
const atOnce = 500;
const mostPages = 20;

/** Milliseconds to wait for the name of a person, without which their case is shown all the same. */
const patience = 1_000;

/** Maximum number of people mentioned in a message whose cases are looked for. */
const mostNamed = 3;

/** A reader of conversations for adapters that show them other than by replies. Every method that reads the database rejects when that does. */
export interface Reader {
  /** Where a language model runs that reads along; empty: none does. */
  readonly model: string;
  /** Returns the present reply of a conversation, in its language; undefined if there is none or it cannot be read. */
  present(conversation: ConversationId): Promise<Presented | undefined>;
  /** Returns the conversations that a person has not ended, newest first. */
  openConversations(person: PersonId): Promise<readonly ({ readonly conversation: ConversationId } & Presented)[]>;
  /** Returns the cases that stand open at a desk, newest first; of more than 10,000 at all desks together, the newest. */
  openCases(desk: string): Promise<readonly OpenCase[]>;
  /** Returns the name of whoever asked, as the channel of their case tells it; empty if it does not, within a second. Never rejects. */
  askerOf(one: OpenCase): Promise<string>;
  /** Returns the ids of the desks whose staff take a case over by writing in its conversation, if the author is one of them: the desks that have it, or that of somebody whom they mention there. None if the case is the author's, or no desk has it. */
  desksBehind(said: Pick<Incoming, 'conversation' | 'person' | 'company'>): Promise<readonly string[]>;
  /** Resumes a conversation in a channel that shows one view at a time. Empties its outbox, since that view shows what was to be delivered. Returns its present state; undefined if there is none to resume, and one that has ended is deleted. */
  resume(conversation: ConversationId): Promise<Presented | undefined>;
}

/** Returns a reader of the conversations in a store. `served` returns the channels and desks that are served, asked at each reading, since they are created after the reader. */
export function readerOf(store: Store, contacts: Contacts, served: () => Registry, model = ''): Reader {
  const presented = (record: ConversationRecord): Presented => {
    const talk = fromSnapshot(record.talk);
    const { context } = talk.snapshot;
    return {
      person: record.person,
      outgoing: show(talk, contacts),
      language: record.talk.language,
      handling: handlingOf(record.handling, record.opened.length > 0 && record.opened.every(({ over }) => over)),
      toDesk: desksFor(served(), record.conversation, addresseeOf(context), context.facts).length > 0,
      took: (id) => wasTaken(record.seen, id),
      isOf: (person) => speaksIn(record, person),
    };
  };
  const present = (row: Row): Presented | undefined => {
    const record = fromRow(row);
    return record && presented(record);
  };
  return {
    model,
    present: async (conversation) => {
      const row = await store.load(conversation);
      return row && present(row);
    },
    openConversations: async (person) =>
      (await store.of(person)).flatMap((row) => {
        const now = present(row);
        return now === undefined || now.outgoing.outcome !== null ? [] : [{ conversation: row.conversation, ...now }];
      }),
    openCases: async (desk) => {
      const found: OpenCase[] = [];
      let last: Row | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const rows: readonly Row[] = await store.handedOver(atOnce, last);
        found.push(...rows.flatMap((row) => caseIn(row, desk)));
        last = rows.at(-1) ?? null;
        if (rows.length < atOnce) break;
      }
      return found;
    },
    askerOf: async (one) => {
      const adapter = adapterFor(served(), one.conversation);
      if (adapter === undefined) return '';
      const contact = await withTimeout(patience, adapter.contactOf(one, one.person)).catch(() => undefined);
      return contact?.name ?? '';
    },
    desksBehind: async ({ conversation, person, company }) => {
      const others = company.named.slice(0, mostNamed).map((one) => ownCaseOf(conversation, one));
      const rows = await Promise.all([conversation, ...others].map((one) => store.load(one)));
      const records = rows.flatMap((row) => (row && fromRow(row)) ?? []);
      return [...new Set(records.flatMap((record) => desksBehind(record, person)))];
    },
    resume: async (conversation) => {
      const row = await store.load(conversation);
      const record = row && fromRow(row);
      if (record === undefined) return undefined;
      const { place } = record.talk.flow;
      if (place.kind === 'closed' && place.outcome !== 'escalated') {
        await store.remove(conversation, record.version);
        return undefined;
      }
      const lanes = { channel: emptyLane };
      if (record.lanes.channel.jobs.length > 0)
        await store.save(toRow({ ...record, version: record.version + 1, lanes }));
      return presented(record);
    },
  };
}

/** Returns the case in a row if it stands open at a desk, else nothing. A ticket of an earlier version, which knew no other desks, is at each. */
function caseIn(row: Row, desk: string): readonly OpenCase[] {
  const record = fromRow(row);
  const handedAt = record === undefined ? null : handedAtOf(record);
  if (record === undefined || handedAt === null) return [];
  const { conversation, person, address, handling, opened, lanes, talk } = record;
  const own = opened.findLast((one) => !one.over && (one.desk === desk || one.desk === ''));
  const waits = laneOf(lanes, laneFor(desk)).jobs.some(({ kind }) => kind === 'open');
  if (own === undefined && !waits) return [];
  const { facts, details } = fromSnapshot(talk).snapshot.context;
  const { language } = talk;
  const urgency = details['urgency'] ?? '';
  return [{ conversation, person, address, language, facts, urgency, handling, handedAt, ticket: own?.message }];
}
