import { giveAll } from './give.ts';
import { type Flow, say } from './kit.ts';
import { listsThat } from './lists.ts';

const after = { target: '#leave' } as const;
/** The reply to a person who is about to call: the number. */
const calling = { actions: { type: 'say', params: { answer: 'specialist-hours' } } } as const;
const putBack = { ...after, actions: { type: 'note', params: { protection: 'on' } } } as const;
const notYet = { actions: say('put-back-first') } as const;
/** The transitions for a person who said that it works, and takes that back. */
const stillNot = [
  {
    guard: { type: 'leavingTo', params: { to: 'resolved' } },
    actions: [{ type: 'leaveTo', params: { to: undefined } }, say('put-back-still')],
  },
  notYet,
] as const;
const cannot = {
  ...after,
  actions: [{ type: 'note', params: { protection: 'stuck' } }, say('protection-stuck')],
} as const;

/** The states that come before all others: a failing drive or lost data (0a), protection that is off (0d), data to save (0b, 0c). */
export const safety = {
  initial: 'drive',
  states: {
    drive: {
      id: 'drive',
      meta: { kind: 'advice', id: 'drive' },
      on: {
        no: { target: '#next', actions: { type: 'note', params: { drive: 'fine' } } },
        'not-yet': calling,
        yes: { target: '#handover' },
        'dont-know': { target: '#handover' },
      },
    },
    lost: {
      id: 'lost',
      meta: { kind: 'advice', id: 'lost' },
      on: {
        // Nothing is missing, but the data may still matter.
        no: { target: '#next', actions: { type: 'note', params: { data: 'unknown' } } },
        'not-yet': calling,
        yes: { target: '#handover' },
        'dont-know': { target: '#handover' },
      },
    },
    putback: {
      id: 'putback',
      meta: { kind: 'advice', id: 'putback' },
      on: {
        tell: { guard: 'restored', target: '#leave', actions: 'learn' },
        yes: putBack,
        done: putBack,
        no: notYet,
        next: notYet,
        'not-solved': stillNot,
        stuck: cannot,
        'dont-know': cannot,
      },
    },
    ...giveAll(listsThat('protects-data')),
  },
} as const satisfies Flow;
