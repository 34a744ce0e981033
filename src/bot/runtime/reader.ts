import type { ConversationId, PersonId, Row, Store } from '../ports.ts';
import type { Contacts, Language, Outgoing } from '../types.ts';
import { show } from '../view/index.ts';
import { emptyLane } from './lanes.ts';
import { type ConversationRecord, fromRow, toRow, wasTaken } from './record.ts';
import { fromSnapshot } from './snapshot.ts';

/** A conversation as it stands, ready to show. */
export interface Presented {
  readonly outgoing: Outgoing;
  readonly language: Language;
  /** Returns whether a delivery was taken into it already. */
  took(id: string): boolean;
}

/** Reads conversations for adapters that show them beyond replies. Every method rejects when the database does. */
export interface Reader {
  /** Returns what a conversation shows now, in its language; undefined: there is none, or it cannot be read. */
  present(conversation: ConversationId): Promise<Presented | undefined>;
  /** Returns the conversations that a person has not ended, newest first. */
  openConversations(person: PersonId): Promise<readonly ({ readonly conversation: ConversationId } & Presented)[]>;
  /** Takes up a conversation where one view is shown at a time: lets go of what it owes, since that view shows it. Returns where it stands; undefined: there is none that goes on, and one that was over is removed. */
  resume(conversation: ConversationId): Promise<Presented | undefined>;
}

/** Returns a reader of what a store keeps. */
export function readerOf(store: Store, contacts: Contacts): Reader {
  const presented = (record: ConversationRecord): Presented => ({
    outgoing: show(fromSnapshot(record.talk), contacts),
    language: record.talk.language,
    took: (id) => wasTaken(record.seen, id),
  });
  const present = (row: Row): Presented | undefined => {
    const record = fromRow(row);
    return record && presented(record);
  };
  return {
    present: async (conversation) => {
      const row = await store.load(conversation);
      return row && present(row);
    },
    openConversations: async (person) =>
      (await store.of(person)).flatMap((row) => {
        const now = present(row);
        return now === undefined || now.outgoing.outcome !== null ? [] : [{ conversation: row.conversation, ...now }];
      }),
    resume: async (conversation) => {
      const row = await store.load(conversation);
      const record = row && fromRow(row);
      if (record === undefined) return undefined;
      const { place } = record.talk.flow;
      if (place.kind === 'closed' && place.outcome !== 'escalated') {
        await store.remove(conversation, record.version);
        return undefined;
      }
      const lanes = { channel: emptyLane, desk: emptyLane };
      if (record.lanes.channel.jobs.length > 0)
        await store.save(toRow({ ...record, version: record.version + 1, lanes }));
      return presented(record);
    },
  };
}
