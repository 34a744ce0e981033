import { type Words, wordsIn } from '../../../bot/i18n.ts';
import { otherLanguages } from '../../../bot/languages.ts';
import type { Choice, Language, View } from '../../../bot/types.ts';
import { placed } from '../../../bot/view/buttons.ts';
import { type Block, type Button, limits } from './blocks.ts';
import { label } from './text.ts';

/** Returns the value of a button: the view that it answers, and the choice. */
export const writeValue = (to: string, choice: string): string => `${to} ${choice}`;
/** Parses the value of a button into view and choice. A value that the bot did not write answers no view, so that the present question is asked again. */
export function readValue(value: string): { readonly to: string; readonly choice: string } {
  const [to, choice, ...rest] = value.split(' ');
  return to !== undefined && choice !== undefined && rest.length === 0
    ? { to, choice }
    : { to: 'unknown', choice: 'unknown' };
}

/** Returns the block id for the buttons of a view: its conversation and the message's key, so that every message has a fresh one. */
export const writeBlockId = (conversation: string, key: string): string => `${conversation} ${key}`.slice(0, limits.id);
/** Returns the conversation that a block of buttons belongs to. */
export const readBlockId = (id: string): string => id.split(' ')[0] ?? '';

/** Returns the buttons of a view: the form, the answers, the commands. Those for which there is no room go into the overflow menu "⋯", with the other languages and the end of the conversation. */
export function buttonsOf(view: View, blockId: string, language: Language): readonly Block[] {
  const words = wordsIn(language);
  const form =
    view.form === null ? [] : [button('form', words.text('slack:form.open'), writeValue(view.id, 'form'), 'primary')];
  const { shown, more } = placed(view.choices, form.length, [
    ...otherLanguages(language),
    ...(view.id.startsWith('closed') ? [] : [{ id: 'cancel', label: words.text('choices:cancel') }]),
  ]);
  if (shown.length + form.length === 0) return [];
  return [
    {
      type: 'actions',
      block_id: blockId,
      elements: [
        ...opening(view, words),
        ...form,
        ...shown.map((choice) => button(`choose:${choice.id}`, choice.label, writeValue(view.id, choice.id))),
        ...menu(more, view.id),
      ],
    },
  ];
}

/** Returns a Block Kit button with a value. */
export const button = (action: string, name: string, value: string, style?: 'primary'): Button => ({
  type: 'button',
  action_id: action,
  text: label(name, limits.button),
  value,
  ...(style !== undefined && { style }),
});

/** Returns the menu that opens one step of a list; nothing where there is no list. */
const opening = ({ id, headlines }: View, words: Words) =>
  headlines.length === 0
    ? []
    : [
        {
          type: 'static_select' as const,
          action_id: 'open',
          placeholder: label(words.text('slack:open'), limits.placeholder),
          options: headlines.slice(0, limits.selectable).map(({ text }, n) => ({
            text: label(`${n + 1}. ${text}`, limits.option),
            value: writeValue(id, `step-${n + 1}`),
          })),
        },
      ];

const menu = (choices: readonly Choice[], to: string) =>
  choices.length === 0
    ? []
    : [
        {
          type: 'overflow' as const,
          action_id: 'more:0',
          options: choices.map(({ id, label: name }) => ({
            text: label(name, limits.option),
            value: writeValue(to, id),
          })),
        },
      ];
