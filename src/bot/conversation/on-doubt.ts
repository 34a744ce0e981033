import { promptOf } from '../../flows/session.ts';
import { wordsIn } from '../i18n.ts';
import { understand } from '../understanding/index.ts';
import { choicesOf } from '../view/choices.ts';
import { type Answering, clausesOf } from './clauses.ts';
import type { Conversation } from './conversation.ts';
import { answerToSight } from './on-sight.ts';
import { wasSent } from './seen.ts';

/** Returns true where the person is asked which of several readings they meant. */
const isDoubting = ({ snapshot }: Conversation): boolean =>
  snapshot.context.candidates.length > 0 &&
  (promptOf(snapshot).kind !== 'closed' || snapshot.context.candidates.some(wasSent));

/** Returns how a message begins that answers which reading was meant: a yes to a single one, a no, or words for one of the buttons; undefined if it does not. */
export function answerToDoubt(talk: Conversation, text: string): Answering | undefined {
  if (!isDoubting(talk)) return undefined;
  if (talk.snapshot.context.candidates.some(wasSent)) return answerToSight(talk, text);
  const { first, rest } = clausesOf(text);
  const choices = choicesOf(talk.snapshot, wordsIn(talk.language));
  const own = choices.filter(({ id }) => id === 'none-of-these' || id.startsWith('reading-'));
  const { choice, labels } = understand(first, { question: undefined, at: 'clarify', choices: own });
  if (choice !== undefined) return { choice, rest };
  const single = talk.snapshot.context.candidates.length === 1;
  if (labels.includes('intent=yes') && single) return { choice: 'reading-0', rest };
  return labels.includes('intent=no') || labels.includes('intent=wrong')
    ? { choice: 'none-of-these', rest }
    : undefined;
}
