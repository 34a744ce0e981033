import { type Flow, say } from './kit.ts';

const reopen = { target: '#next', actions: say('reopened') } as const;
const onward = [{ guard: 'more', ...reopen }] as const;
/** The way on from an end: to the next item, or to a person where no item is left. */
const anyway = [...onward, { ...reopen, target: '#handover' }] as const;

/** The states of a conversation that has ended. Each can be left again: another message is never refused. */
export const closed = {
  on: {
    tell: { target: '#next', actions: ['learn', say('reopened')] },
    // Another PC, or another problem after one that was solved: nothing of the old case holds.
    'new-case': { target: '#next', actions: ['renew', 'learn', say('new-case')] },
    unclear: [
      { guard: 'unsure', actions: 'consider' },
      { guard: 'lost', actions: ['wonder', say('press-only')] },
      { guard: 'puzzled', actions: ['wonder', say('offer-human')] },
      { actions: ['wonder', say('rephrase')] },
    ],
    yes: { actions: say('got-it') },
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
      on: { 'not-solved': anyway, no: anyway, continue: anyway },
    },
    escalated: {
      id: 'escalated',
      meta: { kind: 'closed', outcome: 'escalated' },
      on: { 'not-solved': onward, continue: onward },
    },
    cancelled: {
      id: 'cancelled',
      meta: { kind: 'closed', outcome: 'cancelled' },
      on: { 'not-solved': anyway, continue: anyway },
    },
  },
} as const satisfies Flow;
