import { catalogue } from '../../flows/codes.ts';
import type { Lead } from '../conversation/conversation.ts';
import type { TextKey, Words } from '../i18n.ts';
import type { Reachable } from '../types.ts';
import { factPhrases } from './fact-phrases.ts';

/** Returns the paragraphs of a lead, which are shown before the prompt. */
export function leadOf(lead: Lead, words: Words, { specialist }: Reachable): readonly string[] {
  if ('say' in lead) return [words.text(`says:${lead.say}`)];
  if ('answer' in lead) return words.lines(`answers:${lead.answer}`, { ...specialist, specialist: specialist.name });
  if ('desk' in lead) return [words.text('turns:desk-answered')];
  // What is quoted stands in the question itself.
  if ('quoted' in lead) return [];
  if ('code' in lead)
    return catalogue.has(lead.code)
      ? [words.text('says:code-known', { code: lead.code, meaning: words.text(`codes:${lead.code}` as TextKey) })]
      : [words.text('says:code-unknown', { code: lead.code })];
  return [words.text('says:noted', { facts: factPhrases(lead.noted, words).join(words.text('handover:comma')) })];
}
