import type { Outgoing } from '../types.ts';

/** Returns a reply with a text only, without prompt or buttons, for messages outside of any stored conversation. */
export const notice = (text: string): Outgoing => ({
  view: { id: 'notice', lead: [], quote: '', title: '', text, steps: [], notes: [], choices: [], form: null },
  facts: {},
  list: null,
  outcome: null,
  above: '',
  handover: null,
});
