import { agenda } from '../../flows/agenda.ts';
import type { Event } from '../../flows/context.ts';
import { list } from '../../flows/lists.ts';
import { promptOf } from '../../flows/session.ts';
import { type Conversation, sendEvent, withLead } from './conversation.ts';

/** Returns the step (1-based) that a choice opens; undefined if it is another choice. */
export function stepOf(choice: string): number | undefined {
  const step = /^step-([1-9]\d?)$/.exec(choice)?.[1];
  return step === undefined ? undefined : Number(step);
}

/** Opens the help for a step of the list that is shown. Returns undefined if there is no such step. */
export function stuckAt(step: number, talk: Conversation): Conversation | undefined {
  const prompt = promptOf(talk.snapshot);
  if (prompt.kind !== 'list' || step > list(prompt.id).steps) return undefined;
  return [...wayTo(step), { type: 'stuck' } as const].reduce(sendEvent, talk);
}

/** Goes to a step of the present list. Without such a step the message counts as not understood. */
export function shownAt(step: number, talk: Conversation): Conversation {
  const prompt = promptOf(talk.snapshot);
  const listed = prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck';
  if (!listed || step > list(prompt.id).steps) return sendEvent(talk, { type: 'unclear', candidates: [] });
  return wayTo(step).reduce(sendEvent, prompt.kind === 'list' ? talk : sendEvent(talk, { type: 'all' }));
}

/** Goes on after a step that was done: to the next one; after the last, to what follows the list. Returns undefined if there is no such step. */
export function doneAt(step: number, talk: Conversation): Conversation | undefined {
  const prompt = promptOf(talk.snapshot);
  const isListed = prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck';
  if (!isListed || step > list(prompt.id).steps) return undefined;
  return step < list(prompt.id).steps ? shownAt(step + 1, talk) : sendEvent(talk, { type: 'done' });
}

/** Shows the list once more that was given before the present one, if it still fits what is known. Returns undefined if there was none. */
export function earlierShown(talk: Conversation): Conversation | undefined {
  const { context } = talk.snapshot;
  const prompt = promptOf(talk.snapshot);
  const present = 'id' in prompt ? prompt.id : undefined;
  const before = context.shown.findLast((id) => id !== present);
  if (before === undefined) return undefined;
  const fits = agenda({ ...context, finished: [], item: undefined }).some((item) => item === before);
  return withLead(talk, fits ? { say: 'earlier', list: before } : { say: 'earlier-over' });
}

/** Returns the events that lead from the whole list to one of its steps. */
const wayTo = (step: number): readonly Event[] => [
  { type: 'steps' },
  ...Array.from({ length: step - 1 }, (): Event => ({ type: 'next' })),
];
