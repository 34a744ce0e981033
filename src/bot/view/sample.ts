import type { Prompt } from '../../flows/context.ts';
import { list } from '../../flows/lists.ts';
import { isSituation, situation } from '../../flows/situations.ts';
import type { TextKey, Words } from '../i18n.ts';

type Sample = Extract<TextKey, `samples:${string}`>;

/** Returns the sentence with examples of what is understood at a prompt. */
export const sampleOf = (prompt: Prompt, words: Words): string => words.text(sampleKey(prompt));

function sampleKey(prompt: Prompt): Sample {
  switch (prompt.kind) {
    case 'question':
      return `samples:question.${prompt.id}`;
    case 'check':
      return `samples:check.${list(prompt.id).ending === 'saved' ? 'saved' : 'solved'}`;
    case 'advice':
      return `samples:advice.${isSituation(prompt.id) ? situation(prompt.id).end : prompt.id}`;
    case 'closed':
      return `samples:closed.${prompt.outcome}`;
    default:
      return `samples:${prompt.kind}`;
  }
}
