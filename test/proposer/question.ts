import { type ChatMessage, messagesOf } from '../../src/adapters/proposer/prompt.ts';
import { type Understood, understand } from '../../src/bot/understanding/index.ts';
import { modelLabels } from '../../src/bot/understanding/learnt.ts';
import { askedOf, type Item } from '../understanding/labels.ts';
import { candidateLabels } from '../understanding/readings.ts';

/** The places at which no model is asked. */
const closed: readonly string[] = ['form', 'recipient', 'closed', 'putback', 'rescue', 'clarify'];

/** Returns true where the bot would ask a model about a message, as it does in a conversation: it understands nothing, or would ask. */
export function isAskedAbout({ t, asked = 'none' }: Item, read: Understood): boolean {
  if (closed.includes(asked) || read.secrets.length > 0 || !/\p{L}{2}/u.test(t)) return false;
  const { facts, intent, topic, language, tried, choice, candidates } = read;
  const isSilent =
    Object.keys(facts).length === 0 && [intent, topic, language, tried, choice].every((one) => one === undefined);
  return candidates.length > 0 || isSilent;
}

/** Returns exactly what a model would be told about a message, where nothing is known of the PC yet. */
export function promptFor(item: Item): readonly ChatMessage[] {
  const { text, candidates } = understand(item.t, askedOf(item));
  const possible = candidateLabels(candidates);
  return messagesOf({ text, language: 'ja', place: item.asked ?? 'none', known: [], possible, labels: modelLabels });
}
