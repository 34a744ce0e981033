import type { Intent } from '../../flows/events.ts';
import { bareOf } from './bare.ts';
import { fold } from './fold.ts';
import { phrases } from './lexicon/phrases.ts';
import { sift } from './sieve.ts';

/** What steers the conversation from anywhere. */
const steering: readonly Intent[] = ['back', 'restart', 'cancel', 'repeat', 'help'];
const commands = phrases.filter(({ intent, at }) => at === undefined && steering.includes(intent));

/** Whether a line, as a whole, is a command that works everywhere: 「戻る」, 「やめる」. */
export function saysCommand(line: string): boolean {
  const bare = bareOf(fold(line)).map(sift);
  return commands.some(({ whole }) => whole !== undefined && bare.some((fits) => fits(whole)));
}
