import { advance } from '../advance.ts';
import { type Lead, open, type Talk } from '../talk.ts';
import type { Input, Language } from '../types.ts';

/** What makes no sense as the first word of a conversation. */
const notFirst = ['rephrase', 'offer-human', 'welcome-back', 'not-a-choice'];
const fits = (lead: Lead): boolean => !('say' in lead && notFirst.includes(lead.say));

/** Opens a conversation by what the person did first: the greeting, and the answer to what was said already. */
export function begin(language: Language, input: Input): Talk {
  const opened = open(language);
  if (input.type === 'text' && input.text.trim() === '') return opened;
  const next = advance(opened, input);
  const lost = next.snapshot.context.misses > 0 && next.snapshot.context.candidates.length === 0;
  return {
    ...(lost ? { ...next, snapshot: opened.snapshot } : next),
    lead: [...opened.lead, ...next.lead.filter(fits)],
  };
}
