import { wordsIn } from '../../../bot/i18n.ts';
import type { Choice, Form, Language, Outgoing, View } from '../../../bot/types.ts';
import { commands } from '../../../bot/view/choices.ts';
import { condensed } from '../../../bot/view/condensed.ts';
import { input } from '../receive/input.ts';
import { fieldPrefix } from '../receive/pressed.ts';
import { box, button, type Card, card, type Part, plain, row, text } from './card.ts';

/** Commands that are worth a button of their own; the rest go behind "…". */
const offered: readonly string[] = ['dont-know', 'human'];
/** Teams shows this many buttons of a row: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const most = 6;

/** A view as a card: what is said, the question or the steps, notes set apart, a form, a message to copy, buttons. */
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

/** The same card once it is answered: without buttons and inputs, with the answer. */
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

/** A step with its number in a column of its own, so that its lines stay apart from the next on a narrow screen. */
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

/** The message to copy: to read as text, and in a field, since phones copy only from fields. */
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

/** The answers in rows of their own, then the commands; those that are seldom used behind "…". */
function buttons({ id, choices, form }: View): readonly Part[] {
  const press = ({ id: choice, label }: Choice, look = {}) =>
    button(label, { to: id, choice }, { associatedInputs: 'none', ...look });
  const end = choices.findLastIndex(({ id: choice }) => !commands.some((command) => command === choice)) + 1;
  // A form is sent by its own button, also when it is left empty.
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
