import { type Conversation, openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { openWith } from '../../src/bot/runtime/opening.ts';
import { choicesOf } from '../../src/bot/view/choices.ts';

/** A view that can be reached, and the buttons that leave it standing. */
export interface Standing {
  readonly view: string;
  /** A talk that stands there, with the same buttons. */
  readonly talk: Conversation;
  readonly choice: string;
}

const openings = ['認証できません', '中古のPCを買いました', 'ドライブが壊れそう。再インストールしたい'];
/** No way to a view is longer; a machine in which one grows for ever is not walked for ever. */
const longest = 30;
/** What tells one visit of a view from another: enough to find every view, and the ways in which Back leads nowhere. */
const visit = ({ snapshot }: Conversation): string => {
  const { facts, trail } = snapshot.context;
  return `${placeOf(snapshot)} ${facts.origin} ${trail.length}`;
};

const offers = ({ snapshot }: Conversation, id: string): boolean =>
  choicesOf(snapshot, wordsIn('ja')).some((choice) => choice.id === id);

/** Presses every button of every view, and finds those that lead to the view they are in, which offers them again. */
export function standing(): readonly Standing[] {
  const visited = new Set<string>();
  const found = new Map<string, Standing>();
  const todo = openings.map((text) => openWith(openConversation('ja'), { type: 'text', text }));
  for (const talk of todo) {
    if (visited.has(visit(talk)) || talk.snapshot.context.trail.length > longest) continue;
    visited.add(visit(talk));
    const view = placeOf(talk.snapshot);
    for (const { id: choice } of choicesOf(talk.snapshot, wordsIn('ja'))) {
      const next = advance(talk, { type: 'choice', to: view, choice });
      const name = `${view} ${choice}`;
      if (placeOf(next.snapshot) !== view) todo.push(next);
      else if (!found.has(name) && offers(next, choice)) found.set(name, { view, talk, choice });
    }
  }
  return [...found.values()];
}
