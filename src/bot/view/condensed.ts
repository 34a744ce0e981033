import type { Outgoing } from '../types.ts';
import { emptyBody } from './body.ts';

/** What a turn shows to somebody who sees what came before: what stands above is named, not shown once more. */
export function condensed(outgoing: Outgoing): Outgoing {
  const { view, above, outcome } = outgoing;
  if (above === '') return outgoing;
  const title = outcome === null ? view.title : '';
  return { ...outgoing, view: { ...view, ...emptyBody, lead: [...view.lead, above], title }, handover: null };
}
