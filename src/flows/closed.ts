import { type Flow, say } from './kit.ts';

const reopen = { target: '#next', actions: say('reopened') } as const;
const onward = [{ guard: 'more', ...reopen }] as const;
/** The way on from an end: to the next item, or to a person where no item is left. */
const anyway = [...onward, { ...reopen, target: '#handover' }] as const;

/** The way back to the desk that had the case. */
const again = { guard: 'hadDesk', target: '#escalated', actions: 'atDesk' } as const;

/** Whoever asks for a person after the end goes on with the case that ended. */
const human = {
  target: '#handover',
  actions: [{ type: 'address', params: { to: undefined } }, say('reopened')],
} as const;

const shelve = (escalated: boolean) => ({ type: 'shelve', params: { escalated } }) as const;

/** The states of a conversation that has ended. Each can be left again: another message is never refused. */
export const closed = {
  on: {
    tell: { target: '#next', actions: ['learn', say('reopened')] },
    // Another PC, or what comes after the end: nothing of the old case holds, unless the person goes on with it.
    'new-case': { target: '#next', actions: [shelve(false), 'learn', say('new-case')] },
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
    'desk-again': again,
  },
  initial: 'resolved',
  states: {
    resolved: {
      id: 'resolved',
      meta: { kind: 'closed', outcome: 'resolved' },
      on: {
        human,
        'not-solved': anyway,
        no: anyway,
        continue: anyway,
        'rate-good': { guard: 'unrated', actions: ['rate', say('rated')] },
        'rate-bad': { guard: 'unrated', actions: ['rate', say('rated-bad')] },
      },
    },
    escalated: {
      id: 'escalated',
      meta: { kind: 'closed', outcome: 'escalated' },
      on: {
        'not-solved': onward,
        continue: onward,
        'at-desk': { actions: 'atDesk' },
        'off-desk': { actions: 'leaveDesk' },
        withdraw: { target: '#cancelled', actions: ['withdrawDesk', say('withdrawn')] },
        'new-case': { target: '#next', actions: [shelve(true), 'learn', say('new-case')] },
      },
    },
    cancelled: {
      id: 'cancelled',
      meta: { kind: 'closed', outcome: 'cancelled' },
      on: { human, 'not-solved': anyway, continue: anyway },
    },
  },
} as const satisfies Flow;
