import { promptOf } from '../../flows/session.ts';
import { wordsIn } from '../i18n.ts';
import { understand } from '../understanding/index.ts';
import { choicesOf } from '../view/choices.ts';
import type { Conversation } from './conversation.ts';
import { wasSent } from './seen.ts';

/** The end of the first clause of a message. */
const end = /[、。，,.!?！？\n]+/;
/** Returns the first clause of a message, and what follows it. */
export function clausesOf(text: string): { readonly first: string; readonly rest: string } {
  const at = text.search(end);
  return at < 0 ? { first: text, rest: '' } : { first: text.slice(0, at), rest: text.slice(at).replace(end, '') };
}

/** An answer to the question which of several readings was meant: the button that it stands for, and what else the message says. */
interface Answer {
  readonly choice: string;
  readonly rest: string;
}

/** Returns true where the person is asked which of several readings they meant. */
const isDoubting = ({ snapshot }: Conversation): boolean =>
  snapshot.context.candidates.length > 0 &&
  (promptOf(snapshot).kind !== 'closed' || snapshot.context.candidates.some(wasSent));

/** Returns how a message begins that answers which reading was meant: a yes to a single one, a no, or words for one of the buttons; undefined if it does not. */
export function answerToDoubt(talk: Conversation, text: string): Answer | undefined {
  if (!isDoubting(talk)) return undefined;
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
