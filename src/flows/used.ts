import { ask } from './ask.ts';
import type { Context } from './context.ts';
import { branch } from './give.ts';
import { giverOf } from './recipient.ts';

const giver = {
  type: 'address',
  params: ({ context }: { context: Context }) => ({ to: giverOf(context.facts) }),
} as const;
const asked = { actions: ['learn', giver], target: '#handover' } as const;

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
