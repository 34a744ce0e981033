import type { Intent, Reading, Topic } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { type QuestionId, question } from '../../flows/questions.ts';
import { choiceOf } from './choice.ts';
import { clausesOf } from './clause.ts';
import { findCodes } from './codes.ts';
import { fold } from './fold.ts';
import { readFacts } from './read-facts.ts';
import { readIntent } from './read-intent.ts';
import { readTopic } from './read-topic.ts';
import { redact, type Secret } from './redact.ts';

export type { Secret } from './redact.ts';

/** What the person is looking at. */
export interface Asked {
  readonly question: QuestionId | undefined;
  readonly at:
    | 'question'
    | 'list'
    | 'step'
    | 'stuck'
    | 'check'
    | 'advice'
    | 'form'
    | 'recipient'
    | 'closed'
    | 'clarify';
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** What a message says, as far as it is certain. */
export interface Understood {
  /** The message without the secrets that were in it. */
  readonly text: string;
  readonly secrets: readonly Secret[];
  /** The shown choice that was picked by its number or its label. */
  readonly choice: string | undefined;
  /** What was told; never guessed. */
  readonly facts: Facts;
  readonly intent: Intent | undefined;
  readonly topic: Topic | undefined;
  /** Up to four readings to ask about when nothing is sure. */
  readonly candidates: readonly Reading[];
}

/** Reads one message in the light of what the person is looking at. */
export function understand(text: string, asked: Asked): Understood {
  const clean = redact(text);
  const folded = fold(clean.text);
  const clauses = clausesOf(folded);
  const errorCodes = findCodes(clean.text, asked.question === 'screen');
  const told = readFacts(clauses, asked.question, folded);
  const choice = choiceOf(clean.text, asked.choices);
  const telling = Object.keys(told.facts).length > 0;
  const intent = readIntent(clauses, folded, asked.at, telling);
  const answered = answerTo(asked.question, intent, telling);
  const facts = { ...answered, ...told.facts, ...(errorCodes.length > 0 && { errorCodes }) };
  const topic = readTopic(clauses);
  const meant = answered === undefined ? intent : undefined;
  const sure = choice !== undefined || meant !== undefined || topic !== undefined || Object.keys(facts).length > 0;
  return { ...clean, choice, facts, intent: meant, topic, candidates: sure ? [] : told.candidates.slice(0, 4) };
}

/** The facts that a bare yes or no tells where the question is put so. */
function answerTo(id: QuestionId | undefined, intent: Intent | undefined, telling: boolean): Facts | undefined {
  if (id === undefined || telling || (intent !== 'yes' && intent !== 'no')) return undefined;
  const { options, [intent]: option } = question(id);
  return option === undefined ? undefined : options[option];
}
