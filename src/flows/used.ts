import { ask } from './ask.ts';
import { give } from './give.ts';
import type { Flow } from './kit.ts';

const asked = { actions: ['learn', { type: 'address', params: { to: 'seller' } }], target: '#handover' } as const;

/** A PC that was bought used or given: look, ask the seller, buy a licence only then. */
export const used = {
  initial: 'U1',
  states: {
    U1: give('U1'),
    sale: ask('sale'),
    seller: {
      ...ask('seller'),
      on: {
        ...ask('seller').on,
        tell: [
          { guard: 'asksSeller', ...asked },
          { actions: 'learn', target: '#next' },
        ],
      },
    },
    U2: give('U2'),
  },
} as const satisfies Flow;
