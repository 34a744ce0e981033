import { ask } from './ask.ts';
import type { Flow } from './kit.ts';

/** The states that sort a case: the origin of the PC, its message, the data at stake. */
export const triage = {
  initial: 'origin',
  states: {
    origin: ask('origin'),
    provenance: ask('provenance'),
    leaver: ask('leaver'),
    screen: ask('screen'),
    data: ask('data'),
    reason: ask('reason'),
  },
} as const satisfies Flow;
