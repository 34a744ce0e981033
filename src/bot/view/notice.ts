import type { Outgoing } from '../types.ts';

/** Words alone, without a question: what is said outside of any conversation that is kept. */
export const notice = (text: string): Outgoing => ({
  view: { id: 'notice', lead: [], quote: '', title: '', text, steps: [], notes: [], choices: [], form: null },
  facts: {},
  list: null,
  outcome: null,
  above: '',
  handover: null,
});
