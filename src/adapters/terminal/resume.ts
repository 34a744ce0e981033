import { placeOf } from '../../bot/conversation/conversation.ts';
import type { ConversationId, PersonId, Store } from '../../bot/ports.ts';
import { idle } from '../../bot/runtime/lanes.ts';
import { fromRow, type Saved, toRow } from '../../bot/runtime/record.ts';
import { thawTalk } from '../../bot/runtime/snapshot.ts';
import type { Input, Language } from '../../bot/types.ts';

/** The one conversation of a terminal. */
export const conversation = 'terminal:here' as ConversationId;
/** Whoever sits there. */
export const person = 'terminal:me' as PersonId;

/** The conversation that was left here; one that is over, or cannot be read, makes way for a new one. */
export async function resume(store: Store): Promise<Saved | undefined> {
  const row = await store.load(conversation);
  const saved = row === undefined ? undefined : fromRow(row);
  if (row === undefined || saved === undefined) return undefined;
  const { place } = saved.talk.flow;
  if (place.kind === 'closed' && place.outcome !== 'escalated') {
    await store.remove(conversation, row.version);
    return undefined;
  }
  // What a chat that was cut off still owed is shown by the view that comes now.
  const rested: Saved = { ...saved, version: saved.version + 1, lanes: { channel: idle, desk: idle } };
  if (saved.lanes.channel.jobs.length > 0 && (await store.save(toRow(rested)))) return rested;
  return saved;
}

/** What a chat begins with: nothing said, or another language asked for. */
export const opening = (saved: Saved | undefined, language: Language | undefined): Input =>
  saved === undefined || language === undefined || language === saved.talk.language
    ? { type: 'text', text: '' }
    : {
        type: 'choice',
        to: placeOf(thawTalk(saved.talk).snapshot),
        choice: language === 'ja' ? 'japanese' : 'english',
      };
