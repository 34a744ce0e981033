import { wordsIn } from '../../../bot/i18n.ts';
import { otherLanguages } from '../../../bot/languages.ts';
import type { Choice, Language, View } from '../../../bot/types.ts';
import { commands } from '../../../bot/view/choices.ts';
import { type Block, type Button, limits } from './blocks.ts';
import { label } from './text.ts';

/** The maximum number of buttons side by side; the rest goes into the overflow menu "⋯". */
const most = 6;
/** The commands that get a button of their own where there is room. */
const visible: readonly string[] = ['dont-know', 'human'];

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

/** Returns the buttons of a view: the form, the answers, the commands. Those for which there is no room go into overflow menus. */
export function buttonsOf(view: View, blockId: string, language: Language): readonly Block[] {
  const words = wordsIn(language);
  const isCommand = ({ id }: Choice) => commands.some((command) => command === id);
  const answers = view.choices.filter((choice) => !isCommand(choice));
  const asked = view.choices.filter(({ id }) => visible.includes(id));
  const room = most - (view.form === null ? 0 : 1);
  const shown = [...answers, ...asked].slice(0, room);
  const left = [
    ...answers,
    ...asked,
    ...view.choices.filter((choice) => isCommand(choice) && !asked.includes(choice)),
  ].filter((choice) => !shown.includes(choice));
  if (shown.length === 0 && view.form === null) return [];
  const others = otherLanguages(language);
  const extras: readonly Choice[] = [
    ...others,
    ...(view.id.startsWith('closed') ? [] : [{ id: 'cancel', label: words.text('choices:cancel') }]),
  ];
  // One language more never takes the place of a command.
  const places = Math.max(limits.options, left.length) + Math.max(0, others.length - 1);
  const menu = [...left, ...extras].slice(0, places);
  return [
    {
      type: 'actions',
      block_id: blockId,
      elements: [
        ...(view.form === null
          ? []
          : [button('form', words.text('slack:form.open'), writeValue(view.id, 'form'), 'primary')]),
        ...shown.map((choice) => button(`choose:${choice.id}`, choice.label, writeValue(view.id, choice.id))),
        ...menus(menu, view.id),
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

const menus = (choices: readonly Choice[], to: string) =>
  Array.from({ length: Math.ceil(choices.length / limits.options) }, (_, n) => ({
    type: 'overflow' as const,
    action_id: `more:${n}`,
    options: choices
      .slice(n * limits.options, (n + 1) * limits.options)
      .map(({ id, label: name }) => ({ text: label(name, limits.option), value: writeValue(to, id) })),
  }));
