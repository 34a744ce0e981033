import { ask } from './ask.ts';
import { give } from './give.ts';
import type { Flow } from './kit.ts';

/** A PC of a company or school: look, connect, tell the IT desk. */
export const organization = {
  initial: 'O1',
  states: { O1: give('O1'), place: ask('place'), vpn: ask('vpn'), O2: give('O2'), O3: give('O3') },
} as const satisfies Flow;
