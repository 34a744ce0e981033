import type { Choice } from '../types.ts';
import { apart } from './choices.ts';

/** The maximum number of buttons side by side, and of entries of the overflow menu beside them. */
const most = { shown: 5, more: 5 };
/** The commands that get a button of their own where there is room. */
const visible: readonly string[] = ['dont-know', 'human'];

/** Divides what can be pressed into buttons and entries of the overflow menu, at most five each: the answers come first. `own`: how many buttons the channel adds; `extras`: what it adds to the menu where there is room. */
export function placed(
  choices: readonly Choice[],
  own: number,
  extras: readonly Choice[],
): { readonly shown: readonly Choice[]; readonly more: readonly Choice[] } {
  const { answers, after } = apart(choices);
  const first = [...answers, ...after.filter(({ id }) => visible.includes(id))];
  const shown = first.slice(0, most.shown - own);
  const left = [...first.slice(shown.length), ...after.filter(({ id }) => !visible.includes(id))];
  return { shown, more: [...left, ...extras].slice(0, most.more) };
}
