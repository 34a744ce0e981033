import { wordsIn } from '../../../bot/i18n.ts';
import type { Choice, Form, Language, Outgoing, View } from '../../../bot/types.ts';
import { commands } from '../../../bot/view/choices.ts';
import { condensed } from '../../../bot/view/condensed.ts';
import { input } from '../receive/input.ts';
import { fieldPrefix } from '../receive/pressed.ts';
import { box, button, type Card, card, type Part, plain, row, text } from './card.ts';

/** The commands that get a button of their own; the others go into the overflow menu "…". */
const offered: readonly string[] = ['dont-know', 'human'];
/** Maximum number of buttons that Teams shows in a row: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const most = 6;

/** Renders a view as an Adaptive Card: the lead, the question or the steps, notes set apart, a form, a message to copy, and buttons. */
export function render(outgoing: Outgoing, language: Language): Card {
  const { view, handover } = condensed(outgoing);
  return card([
    ...said(view),
    ...(handover === null ? [] : letter(handover.text, language)),
    ...(view.form === null ? [] : inputs(view.form, language)),
    ...notes(view),
    ...buttons(view),
  ]);
}

/** Renders the card of an answered view: without buttons and inputs, with the chosen answer. */
export function settled(outgoing: Outgoing, answer: string, language: Language): Card {
  const { view, handover } = condensed(outgoing);
  return card([
    ...said(view),
    ...(handover === null ? [] : letter(handover.text, language)),
    ...notes(view),
    ...plain(wordsIn(language).text('teams:answered', { answer }), { weight: 'bolder', color: 'accent' }),
  ]);
}

const said = (view: View): readonly Part[] => [
  ...view.lead.map((line) => text(line)),
  ...(view.quote === '' ? [] : [box(plain(view.quote))]),
  ...(view.title === ''
    ? []
    : [text(view.title, { style: 'heading', weight: 'bolder', size: 'medium', spacing: 'medium' })]),
  ...(view.text === ''
    ? []
    : [text(view.text, view.title === '' && view.lead.length > 0 ? { separator: true, spacing: 'medium' } : {})]),
  ...view.steps.map(step),
];

/** Returns a step with its number in a separate column, so that its lines stay apart from the next step on a narrow screen. */
const step = (words: string, index: number): Part => ({
  type: 'ColumnSet',
  spacing: 'small',
  columns: [
    {
      type: 'Column',
      width: '24px',
      items: [text(`${index + 1}`, { weight: 'bolder', color: 'accent', horizontalAlignment: 'right' })],
    },
    { type: 'Column', width: 'stretch', items: [text(words)] },
  ],
});

const notes = ({ notes }: View): readonly Part[] =>
  notes.length === 0 ? [] : [box(notes.map((note) => text(note, { size: 'small' })))];

/** Returns the message to copy (handover): as text to read, and in an input field, since phones copy only from fields. */
const letter = (words: string, language: Language): readonly Part[] => [
  box(plain(words)),
  ...row([
    {
      type: 'Action.ShowCard',
      title: wordsIn(language).text('teams:copy.open'),
      card: card([
        {
          type: 'Input.Text',
          id: 'copy',
          label: wordsIn(language).text('teams:copy.label'),
          isMultiline: true,
          value: words,
        },
      ]),
    },
  ]),
];

const inputs = ({ fields }: Form, language: Language): readonly Part[] =>
  fields.map(({ id, label, hint, value }) =>
    input(`${fieldPrefix}${id}`, label, 500, language, { placeholder: hint, ...(value === '' ? {} : { value }) }),
  );

/** Returns the buttons: answers in rows of their own, then the commands, of which those seldom used go into the overflow menu "…". */
function buttons({ id, choices, form }: View): readonly Part[] {
  const press = ({ id: choice, label }: Choice, look = {}) =>
    button(label, { to: id, choice }, { associatedInputs: 'none', ...look });
  const end = choices.findLastIndex(({ id: choice }) => !commands.some((command) => command === choice)) + 1;
  // A form is sent by its own submit button, also when it is left empty, so it needs no skip button.
  const answers = choices.slice(0, end).filter(({ id: choice }) => form === null || choice !== 'skip');
  const submit = form === null ? [] : [button(form.submit, { to: id, form: true }, { style: 'positive' })];
  const shown = [...submit, ...answers.map((choice) => press(choice))];
  const always = choices
    .slice(end)
    .map((choice) => press(choice, offered.includes(choice.id) ? {} : { mode: 'secondary' }));
  return [
    ...Array.from({ length: Math.ceil(shown.length / most) }, (_, n) => n * most).flatMap((n) =>
      row(shown.slice(n, n + most)),
    ),
    ...row(always),
  ];
}
