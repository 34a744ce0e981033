import type { ConversationId, PersonId, Row, Store } from '../../../bot/ports.ts';
import { fromRow, wasTaken } from '../../../bot/runtime/record.ts';
import { fromSnapshot } from '../../../bot/runtime/snapshot.ts';
import type { Contacts, Language, Outgoing } from '../../../bot/types.ts';
import { show } from '../../../bot/view/index.ts';

/** What a conversation shows. */
export interface Shown {
  readonly outgoing: Outgoing;
  readonly language: Language;
  /** Whether a delivery was taken into it already. */
  took(id: string): boolean;
}

/** What is kept of conversations, as far as the adapter shows it beyond replies. */
export interface Kept {
  /** What a conversation shows now, in its language; undefined: there is none. */
  present(conversation: ConversationId): Promise<Shown | undefined>;
  /** The conversations that a person has not ended, newest first. */
  openConversations(person: PersonId): Promise<readonly ({ readonly conversation: ConversationId } & Shown)[]>;
}

/** Reads from the store. */
export const keptIn = (store: Store, contacts: Contacts): Kept => {
  const shown = (row: Row): Shown | undefined => {
    const saved = fromRow(row);
    if (saved === undefined) return undefined;
    const { talk } = saved;
    return {
      outgoing: show(fromSnapshot(talk), contacts),
      language: talk.language,
      took: (id) => wasTaken(saved.seen, id),
    };
  };
  return {
    present: async (conversation) => {
      const row = await store.load(conversation);
      return row && shown(row);
    },
    openConversations: async (person) =>
      (await store.of(person)).flatMap((row) => {
        const now = shown(row);
        return now === undefined || now.outgoing.outcome !== null ? [] : [{ conversation: row.conversation, ...now }];
      }),
  };
};
