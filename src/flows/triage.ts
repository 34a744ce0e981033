import { ask } from './ask.ts';
import type { Flow } from './kit.ts';

/** Whose PC it is, what it shows, and what is at stake. */
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
