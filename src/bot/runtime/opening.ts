import type { Conversation, Lead } from '../conversation/conversation.ts';
import { advance } from '../conversation/step.ts';
import { withUrgency } from '../conversation/urgency.ts';
import { widthOf } from '../lib/width.ts';
import type { Input } from '../types.ts';
import type { Borne } from '../understanding/proposed.ts';

/** The sentences that make no sense at the beginning of a conversation. */
const notFirst = ['welcome-back', 'not-a-choice'];
const fits = (lead: Lead): boolean => !('say' in lead && notFirst.includes(lead.say));
/** Returns true for what answers somebody who only says hello, asks what this is or who is speaking, or presses a button that is long gone. */
const greets = (lead: Lead): boolean =>
  !fits(lead) || ('say' in lead && lead.say === 'help') || ('answer' in lead && lead.answer === 'who-are-you');

/** The greatest width of a first message that is taken for a hello where it is not understood: 「あのー」, “hey there”. */
const hello = 16;

/** Applies the person's first input to a conversation that was just opened. Whoever tells or asks something gets the reply alone, anybody else a greeting. */
export function openWith(opened: Conversation, input: Input, borne: readonly Borne[] = []): Conversation {
  if (input.type === 'text' && input.text.trim() === '') return opened;
  const next = advance(opened, input, borne);
  const { facts, candidates, misses } = next.snapshot.context;
  if (misses > 0 && next.lead.length === 1 && input.type === 'text' && widthOf(input.text.trim()) <= hello)
    return withUrgency({ ...opened, language: next.language }, input.text);
  const told = Object.keys(facts).length > 0 || candidates.length > 0;
  const greeting = !told && next.lead.length > 0 && next.lead.every(greets) ? opened.lead : [];
  return { ...next, lead: [...greeting, ...next.lead.filter(fits)] };
}
