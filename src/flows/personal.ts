import { ask } from './ask.ts';
import { give } from './give.ts';
import type { Flow } from './kit.ts';

const waited = { target: '#next', actions: { type: 'finish', params: { id: 'wait' } } } as const;

/** A PC of one's own: line and clock, protection, key, telephone; or waiting for a server. */
export const personal = {
  initial: 'P1',
  states: {
    wait: {
      id: 'wait',
      meta: { kind: 'advice', id: 'wait' },
      on: {
        done: waited,
        next: waited,
        'not-solved': waited,
        no: waited,
        skip: { ...waited, actions: [waited.actions, { type: 'skip', params: { id: 'wait' } }] },
        'dont-know': waited,
        yes: { target: '#solved' },
      },
    },
    P1: give('P1'),
    P2: give('P2'),
    hardware: ask('hardware'),
    key: ask('key'),
    P3: give('P3'),
    P4: give('P4'),
    part: ask('part'),
  },
} as const satisfies Flow;
