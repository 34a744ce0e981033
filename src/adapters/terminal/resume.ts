import { placeOf } from '../../bot/conversation/conversation.ts';
import type { ConversationId, PersonId, Store } from '../../bot/ports.ts';
import { emptyLane } from '../../bot/runtime/lanes.ts';
import { type ConversationRecord, fromRow, toRow } from '../../bot/runtime/record.ts';
import { fromSnapshot } from '../../bot/runtime/snapshot.ts';
import type { Input, Language } from '../../bot/types.ts';

/** The one conversation of a terminal. */
export const terminalConversation = 'terminal:here' as ConversationId;
/** Whoever sits there. */
export const terminalPerson = 'terminal:me' as PersonId;

/** The conversation that was left here; one that is over, or cannot be read, makes way for a new one. */
export async function resume(store: Store): Promise<ConversationRecord | undefined> {
  const row = await store.load(terminalConversation);
  const saved = row === undefined ? undefined : fromRow(row);
  if (row === undefined || saved === undefined) return undefined;
  const { place } = saved.talk.flow;
  if (place.kind === 'closed' && place.outcome !== 'escalated') {
    await store.remove(terminalConversation, row.version);
    return undefined;
  }
  // What a chat that was cut off still owed is shown by the view that comes now.
  const rested: ConversationRecord = {
    ...saved,
    version: saved.version + 1,
    lanes: { channel: emptyLane, desk: emptyLane },
  };
  if (saved.lanes.channel.jobs.length > 0 && (await store.save(toRow(rested)))) return rested;
  return saved;
}

/** What a chat begins with: nothing said, or another language asked for. */
export const opening = (saved: ConversationRecord | undefined, language: Language | undefined): Input =>
  saved === undefined || language === undefined || language === saved.talk.language
    ? { type: 'text', text: '' }
    : {
        type: 'choice',
        to: placeOf(fromSnapshot(saved.talk).snapshot),
        choice: language === 'ja' ? 'japanese' : 'english',
      };
