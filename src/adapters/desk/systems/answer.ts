import { wordsIn } from '../../../bot/i18n.ts';
import { redact } from '../../../bot/runtime/index.ts';
import type { Language } from '../../../bot/types.ts';

/** Maximum number of characters of an answer; the bot would cut a longer one. */
const most = 2_000;

/** Returns the reason why an answer that staff wrote in a ticket system cannot be passed on, in words for its author: it is empty, too long, or holds a secret. Returns undefined if it can. */
export function answerFlaw(answer: string, language: Language): string | undefined {
  const { letters: words } = wordsIn(language);
  if (answer.length > most) return words.text('teams:reply.long', { most: most.toLocaleString('en') });
  const { text, secrets } = redact(answer);
  if (secrets.length > 0) return words.text('teams:reply.secret');
  return text.trim() === '' ? words.text('teams:reply.empty') : undefined;
}
