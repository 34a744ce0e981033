import type { Outgoing } from '../types.ts';
import { emptyBody } from './body.ts';

/** Returns a reply with a text only, without prompt or buttons, for messages outside of any stored conversation. */
export const notice = (text: string): Outgoing => ({
  view: { ...emptyBody, id: 'notice', lead: [], quote: '', text, choices: [], form: null },
  facts: {},
  list: null,
  outcome: null,
  above: null,
  handover: null,
});
