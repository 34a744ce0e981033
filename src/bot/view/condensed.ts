import type { Outgoing } from '../types.ts';
import { emptyBody } from './body.ts';

/** Returns the reply for a channel with a visible history: a body that repeats the previous message is replaced by the sentence that refers to it (`above`). */
export function condensed(outgoing: Outgoing): Outgoing {
  const { view, above, outcome } = outgoing;
  if (above === '') return outgoing;
  const title = outcome === null ? view.title : '';
  return { ...outgoing, view: { ...view, ...emptyBody, lead: [...view.lead, above], title }, handover: null };
}
