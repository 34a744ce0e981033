import { promptOf } from '../../flows/session.ts';
import { placeOf, type Talk } from '../talk.ts';
import type { Input } from '../types.ts';
import { choicesOf } from '../view/choices.ts';
import { wordsIn } from '../words.ts';

/** What a channel may offer beside every view. */
const beside = ['cancel', 'japanese', 'english'] as const;

/** The label of what was chosen in the present view; undefined: nothing of it was chosen. */
export function answerTo({ snapshot, language }: Talk, input: Input): string | undefined {
  if ((input.type !== 'choice' && input.type !== 'form') || input.to !== placeOf(snapshot)) return undefined;
  if (input.type === 'choice') {
    const command = beside.find((id) => id === input.choice);
    if (command !== undefined) return wordsIn(language).text(`choices:${command}`);
    return choicesOf(snapshot, language).find(({ id }) => id === input.choice)?.label;
  }
  return promptOf(snapshot).kind === 'form' ? wordsIn(language).text('choices:submit') : undefined;
}
