import type { Intent } from '../../flows/events.ts';
import { decide } from './decide.ts';
import { fold } from './fold.ts';

/** What steers the conversation from anywhere. */
const steering: readonly Intent[] = ['back', 'restart', 'cancel', 'repeat', 'help'];
/** Characters (UTF-16) of the longest line that is a command and no content of a form. */
const longest = 20;

/** Whether a line, as a whole, is a command that works everywhere: 「戻る」, 「やめる」. */
export function saysCommand(line: string): boolean {
  const folded = fold(line);
  if (folded === '' || folded.length > longest) return false;
  const { intent, facts, topic } = decide(folded, { question: undefined, at: 'form', choices: [] });
  return intent !== undefined && steering.includes(intent) && topic === undefined && Object.keys(facts).length === 0;
}
