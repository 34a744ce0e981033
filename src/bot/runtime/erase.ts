import { wordsIn } from '../i18n.ts';
import { ownCaseOf } from '../keys.ts';
import { writtenLanguages } from '../languages.ts';
import { singleFlight } from '../lib/async.ts';
import { digest } from '../lib/hash.ts';
import type { Incoming } from '../ports.ts';
import type { Input } from '../types.ts';
import { fold } from '../understanding/fold.ts';
import { languageWritten } from '../understanding/language-written.ts';
import { phrasesOf } from '../understanding/phrases.ts';
import { notice } from '../view/notice.ts';
import type { Deps } from './deps.ts';
import { eraseTickets, report } from './erase-tickets.ts';
import type { ConversationRecord } from './record.ts';
import { adapterFor } from './registry.ts';

// The whole message has to be the request: 「データが消えた」 (the data is gone) or 「データを消して入れ直す」 (erase the data
// and reinstall) is about the PC.
const requested = phrasesOf(writtenLanguages.flatMap(({ erasure }) => erasure.requests));

/** Milliseconds within which a channel retries a delivery. */
const repeated = 60 * 60 * 1_000;

/** Returns true if a message, as a whole, is an erasure request: it asks to delete everything that is stored about the person. */
export const asksForErasure = (input: Input): boolean =>
  input.type === 'text' && input.text.length <= 100 && requested(fold(input.text)) !== undefined;

/** Returns a handler of erasure requests. It deletes everything that is stored about the person and confirms that once; it resolves to false if the message is no such request. It rejects when the database or the channel is unavailable, so that the delivery is retried. */
export function eraser(deps: Deps): (incoming: Incoming) => Promise<boolean> {
  const once = singleFlight<void>();
  /** Keys of requests that are not confirmed yet: a retry of the delivery has to confirm them, although the record that told the conversation's owner is deleted. */
  const unsaid = new Set<string>();
  return async (incoming) => {
    if (!asksForErasure(incoming.input)) return false;
    const key = digest(incoming.conversation, incoming.id);
    if (!unsaid.has(key) && !(await isOwn(deps, incoming))) return false;
    unsaid.add(key);
    await once(key, () => forget(deps, incoming, key));
    unsaid.delete(key);
    return true;
  };
}

/** Returns true if the request is made to the bot: where people talk to each other, it counts only in a conversation that the person began, or where the bot hears everything and they have a case. */
const isOwn = async (
  { store }: Deps,
  { addressed, opens, company, conversation, person }: Incoming,
): Promise<boolean> =>
  addressed ||
  opens ||
  (await store.load(conversation))?.person === person ||
  (company.attended && (await store.load(ownCaseOf(conversation, person))) !== undefined);

/** Returns the newest state of a record: what was delivered just now may not be stored yet. */
const newest =
  ({ writeBehind }: Deps) =>
  (stored: ConversationRecord): ConversationRecord => {
    const { change, end } = writeBehind.take(stored.conversation);
    end(undefined);
    return change(stored);
  };

async function forget(deps: Deps, incoming: Incoming, key: string): Promise<void> {
  const { conversation, person, address, input } = incoming;
  // A desk that is down must not hold the erasure up for long.
  const tickets = await eraseTickets(deps, person, { within: deps.policy.timeout, latest: newest(deps) });
  const deleted = await deps.store.forget(person);
  deps.cache.forget(person);
  report(deps.log, tickets);
  deps.log.info({ conversation, delivery: key, deleted }, 'person forgotten');
  const adapter = adapterFor(deps, conversation);
  const written =
    input.type === 'text' && !incoming.languageChosen ? languageWritten(input.text, incoming.language) : undefined;
  const language = written ?? incoming.language;
  const to = { conversation, address, language };
  if (adapter === undefined || (await adapter.find(to, key, deps.now() - repeated)) !== undefined) return;
  const { outcome } = await adapter.post(to, key, notice(wordsIn(language).text('turns:forgotten')));
  if (outcome === 'later') throw new Error('The channel takes no message now');
}
