import { type Flow, say } from './kit.ts';
import { type AdviceEnd, type SituationId, situation, situationIds } from './situations.ts';

/** Returns the state that names one situation, with its advice. */
const advise = (id: SituationId) => {
  const finish = { type: 'finish', params: { id } } as const;
  const onward = { target: '#next', actions: finish } as const;
  const after: Readonly<Record<AdviceEnd, object>> = {
    'goes-on': onward,
    ends: { target: '#cancelled' },
    works: { target: '#solved', actions: finish },
  };
  const { end, urgent } = situation(id);
  const done = after[end];
  const not = { target: '#next', actions: [{ type: 'takeBack', params: { id } }, say('something-else')] } as const;
  // What is urgent is not passed over: whoever cannot do it needs somebody who can.
  const person = { target: '#handover', actions: { type: 'address', params: { to: undefined } } } as const;
  const unsure = urgent
    ? { ...person, actions: [person.actions, say('somebody-else')] }
    : end === 'ends'
      ? { target: '#handover' }
      : onward;
  return {
    id,
    meta: { kind: 'advice', id },
    on: {
      done,
      yes: done,
      next: done,
      skip: done,
      no: end === 'works' ? onward : not,
      wrong: not,
      'not-solved': end === 'ends' ? { actions: say('not-solved-yet') } : onward,
      'tried-all': end === 'ends' ? { actions: say('not-solved-yet') } : onward,
      stuck: unsure,
      'dont-know': unsure,
    },
  } satisfies Flow;
};

/** The states of the situations beside the lists. */
export const beside = {
  initial: situationIds[0],
  states: Object.fromEntries(situationIds.map((id) => [id, advise(id)])),
} as const satisfies Flow;
