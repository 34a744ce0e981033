import type { Lead } from '../../src/bot/conversation/conversation.ts';
import { type Transcript, turnsOf } from '../conversations/transcript.ts';

/** The sentences with which something is shown again because it was asked for, or because the talk begins anew. */
const asking: readonly string[] = [
  ...(['repeat', 'back', 'restarted', 'resume', 'reopened', 'language-changed', 'not-a-choice', 'new-case'] as const),
];
const isAsked = (lead: Lead): boolean => 'say' in lead && asking.includes(lead.say);

/** Returns the paragraphs of a transcript that are shown again though nobody asked for it. */
export function repeatsIn(transcript: Transcript): readonly string[] {
  const seen = new Set<string>();
  return turnsOf(transcript).flatMap(({ screen, talk }) => {
    const again = talk.lead.some(isAsked) ? [] : screen.lines.filter((line) => seen.has(line));
    for (const line of screen.lines) seen.add(line);
    return again;
  });
}
