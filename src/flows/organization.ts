import { ask } from './ask.ts';
import { branch } from './give.ts';

/** A PC of a company or school: look, connect, tell the IT desk. */
export const organization = branch('organization', { place: ask('place'), vpn: ask('vpn') });
