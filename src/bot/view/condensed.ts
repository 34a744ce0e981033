import type { Outgoing } from '../types.ts';
import { emptyBody } from './body.ts';

/** Returns the reply for a channel with a visible history: a body that repeats the previous message is replaced by the sentence that refers to it (`above`), and a list is shown in short. */
export function condensed(outgoing: Outgoing): Outgoing {
  const { view, above, outcome } = outgoing;
  if (above === null) return view.headlines.length > 0 ? { ...outgoing, view: inShort(view) } : outgoing;
  const title = outcome === null ? view.title : '';
  return {
    ...outgoing,
    view: { ...view, ...emptyBody, lead: [...view.lead, ...(above === '' ? [] : [above])], title },
    handover: null,
  };
}

const inShort = (view: Outgoing['view']): Outgoing['view'] => ({
  ...view,
  steps: view.headlines.map(({ text }) => text),
  notes: view.hints,
});
