import { ask } from './ask.ts';
import { branch } from './give.ts';

/** The states for a PC of a company or school: look, connect, tell the IT desk. */
export const organization = branch('organization', { place: ask('place'), vpn: ask('vpn') });
