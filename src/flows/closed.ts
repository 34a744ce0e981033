import { type Flow, say } from './kit.ts';

const reopen = { target: '#next', actions: say('reopened') } as const;
const onward = [{ guard: 'more', ...reopen }] as const;

/** The ends. Each can be left again: a word more is never refused. */
export const closed = {
  on: {
    tell: { target: '#next', actions: ['learn', say('reopened')] },
    back: [
      { guard: 'underway', target: '#last' },
      { guard: 'more', target: '#next' },
      { actions: say('nothing-back') },
    ],
    'other-recipient': { target: '#to' },
  },
  initial: 'resolved',
  states: {
    resolved: {
      id: 'resolved',
      meta: { kind: 'closed', outcome: 'resolved' },
      on: { 'not-solved': onward, no: onward, continue: onward },
    },
    escalated: {
      id: 'escalated',
      meta: { kind: 'closed', outcome: 'escalated' },
      on: { 'not-solved': onward, continue: onward },
    },
    cancelled: {
      id: 'cancelled',
      meta: { kind: 'closed', outcome: 'cancelled' },
      on: { 'not-solved': onward, continue: onward },
    },
  },
} as const satisfies Flow;
