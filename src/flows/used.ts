import { ask } from './ask.ts';
import { branch } from './give.ts';

const asked = { actions: ['learn', { type: 'address', params: { to: 'seller' } }], target: '#handover' } as const;

/** The states for a PC that was bought used or given: look, ask the seller, buy a licence only then. */
export const used = branch('used', {
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
});
