import type { Facts } from '../../flows/facts.ts';
import { wordsIn } from '../i18n.ts';
import { type Understood, understand } from '../understanding/index.ts';
import { answersSight, deniesCodes, isCourtesy } from '../understanding/sight-answered.ts';
import { choicesOf } from '../view/choices.ts';
import { type Answering, clausesOf } from './clauses.ts';
import type { Conversation } from './conversation.ts';

type Choices = Parameters<typeof understand>[1]['choices'];

/**
 * Returns how a message begins that answers whether what was seen on a picture is right. A yes counts only where nothing
 * beside it makes it doubtful: 「はい？」, 「はい、違います」, "yes, but it is Home" and "yes, done", which answers
 * something else, leave it open. Undefined for a message that does not begin with an answer.
 */
export function answerToSight(talk: Conversation, text: string): Answering | undefined {
  const all = choicesOf(talk.snapshot, wordsIn(talk.language));
  const choices = all.filter(({ id }) => id === 'none-of-these' || id.startsWith('reading-'));
  if (deniesCodes(text)) return { choice: 'none-of-these', rest: '' };
  const { first, rest } = clausesOf(text);
  const said = verdictOf(talk, first, choices);
  if (said === undefined || said === 'none-of-these') return said && { choice: said, rest };
  if (/^[\s]*[?？]/.test(text.slice(first.length))) return { choice: undefined, rest };
  return confirmed(talk, said, rest, choices);
}

/** Clauses that may repeat or take back a yes. */
const most = 4;

/** Returns what a yes comes to with what follows it. */
function confirmed(talk: Conversation, choice: string, following: string, choices: Choices): Answering {
  let rest = following;
  for (let n = 0; n < most; n += 1) {
    const { first, rest: next } = clausesOf(rest);
    const also = isCourtesy(first) ? choice : verdictOf(talk, first, choices);
    if (also === undefined) break;
    if (also !== choice) return { choice: 'none-of-these', rest: next };
    rest = next;
  }
  if (!/\p{L}|\p{N}/u.test(rest)) return { choice, rest: '' };
  const { candidates } = talk.snapshot.context;
  const reading = candidates[Number(choice.slice('reading-'.length))];
  const heard = understand(rest, { question: undefined, at: 'clarify', choices: [] });
  const isClear =
    isTold(heard) && !contradicts(heard.facts, reading !== undefined && 'facts' in reading ? reading.facts : {});
  return isClear
    ? { choice, rest }
    : { choice: undefined, rest: isTold(heard) || heard.intent !== undefined ? rest : '' };
}

/** Returns true where facts or a question are told, and nothing is meant that answers another question. */
const isTold = ({ facts, intent, topic }: Understood): boolean =>
  intent === undefined && (Object.keys(facts).length > 0 || topic !== undefined);

/** Returns true where facts say something else than those that were seen. */
const contradicts = ({ errorCodes = [], ...told }: Facts, { errorCodes: seen, ...others }: Facts): boolean =>
  (seen !== undefined && errorCodes.some((code) => !seen.includes(code))) ||
  Object.entries(others).some(([slot, value]) => (told[slot as keyof typeof told] ?? value) !== value);

/** What says that it is not right, or that the person cannot tell. */
const refusals = ['intent=no', 'intent=wrong', 'intent=dont-know'];

/** Returns the button that a clause stands for, as a yes to the only reading does. */
function verdictOf({ snapshot }: Conversation, clause: string, choices: Choices): string | undefined {
  const { choice, labels } = understand(clause, { question: undefined, at: 'clarify', choices });
  if (choice !== undefined) return choice;
  const answer = answersSight(clause);
  if (answer === 'no' || labels.some((label) => refusals.includes(label))) return 'none-of-these';
  const isYes = answer === 'yes' || labels.includes('intent=yes');
  return isYes && snapshot.context.candidates.length === 1 ? 'reading-0' : undefined;
}
