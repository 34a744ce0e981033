import { ask } from './ask.ts';
import { branch } from './give.ts';

const waited = { target: '#next', actions: { type: 'finish', params: { id: 'wait' } } } as const;

/** The states for a personal PC: connection and clock, protection, key, telephone; or waiting for a server. */
export const personal = branch('personal', {
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
  hardware: ask('hardware'),
  key: ask('key'),
  part: ask('part'),
});
