import type { Facts } from './facts.ts';
import { type Flow, say } from './kit.ts';
import { type QuestionId, question } from './questions.ts';

/** Returns the transitions of a message that is not understood: with every second one in a row the question is left, as if it could not be answered. Whose the PC is decides too much for that. */
const goingOn = (unknown: Facts) =>
  [
    { guard: 'unsure', actions: 'consider' },
    { guard: 'lost', target: '#next', actions: [{ type: 'pass', params: unknown }, say('going-on')] },
    { guard: 'puzzled', actions: ['miss', say('offer-human')] },
    { actions: ['miss', say('rephrase')] },
  ] as const;

/** Returns the state of one question. An answer arrives as the event `tell` and leads on by itself; "I don't know" is an answer too. */
export const ask = (id: QuestionId) => {
  const { unknown, yes, no, options } = question(id);
  const answer = (facts: Facts) => ({ target: '#next', actions: { type: 'note', params: facts } }) as const;
  return {
    id,
    meta: { kind: 'question', id },
    on: {
      'dont-know': answer(unknown),
      'not-solved': { actions: say('not-solved-yet') },
      done: { actions: say('tried-already') },
      ...(id !== 'origin' && { unclear: goingOn(unknown) }),
      ...(yes !== undefined && { yes: answer(options[yes] ?? {}) }),
      ...(no !== undefined && { no: answer(options[no] ?? {}) }),
    },
  } as const satisfies Flow;
};
