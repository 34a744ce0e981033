import { wordsIn } from '../../../bot/i18n.ts';
import type { PersonId } from '../../../bot/ports.ts';
import type { Choice, Form, Headline, Language, Outgoing, View } from '../../../bot/types.ts';
import { placed } from '../../../bot/view/buttons.ts';
import { apart } from '../../../bot/view/choices.ts';
import { condensed } from '../../../bot/view/condensed.ts';
import { input } from '../receive/input.ts';
import { fieldPrefix } from '../receive/pressed.ts';
import { box, button, type Card, card, escaped, type Mention, type Part, plain, row, text, written } from './card.ts';

/** Renders a view as an Adaptive Card: the lead, the question or the steps, notes set apart, a form, a message to copy, and buttons. `person`: whose case the buttons carry; null for that of whoever opened the place. `to`: who is mentioned first, where it could be taken for another's. */
export function render(outgoing: Outgoing, language: Language, person: PersonId | null, to?: Mention): Card {
  const { view, handover } = condensed(outgoing);
  return calling(to, [
    ...said(view, language),
    ...(handover === null ? [] : letter(handover.text, language)),
    ...(view.form === null ? [] : inputs(view.form, language)),
    ...notes(view),
    ...buttons(view, person),
  ]);
}

/** Returns a card that begins with the mention of a person. */
const calling = (to: Mention | undefined, parts: readonly Part[]): Card =>
  to === undefined ? card(parts) : card([text(to.text), ...parts], [to]);

/** Renders the card of a view once a newer one replaces it: without buttons and inputs, with the chosen answer unless it is empty. `to`: as in `render`. */
export function settled(outgoing: Outgoing, answer: string, language: Language, to?: Mention): Card {
  const { view, handover } = condensed(outgoing);
  return calling(to, [
    ...said(view, language),
    ...(handover === null ? [] : letter(handover.text, language)),
    ...notes(view),
    ...(answer === ''
      ? []
      : plain(wordsIn(language).text('teams:answered', { answer }), { weight: 'bolder', color: 'accent' })),
  ]);
}

const said = (view: View, language: Language): readonly Part[] => [
  ...view.lead.map((line) => text(escaped(line))),
  ...(view.quote === '' ? [] : written(view.quote)),
  ...(view.title === ''
    ? []
    : [text(escaped(view.title), { style: 'heading', weight: 'bolder', size: 'medium', spacing: 'medium' })]),
  ...(view.text === ''
    ? []
    : [
        text(
          escaped(view.text),
          view.title === '' && view.lead.length > 0 ? { separator: true, spacing: 'medium' } : {},
        ),
      ]),
  ...(view.headlines.length > 0 ? inShort(view.headlines, language) : view.steps.map(step)),
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

/** Returns the steps of a list in short, with how they are opened. */
const inShort = (headlines: readonly Headline[], language: Language): readonly Part[] => [
  ...headlines.flatMap(opening),
  text(wordsIn(language).text('teams:open'), { id: 'how', size: 'small', isSubtle: true }),
];

/** Returns a step in short, which opens its detail below itself when it is pressed. */
function opening({ text: short, detail }: Headline, index: number): readonly Part[] {
  const id = `step-${index + 1}`;
  const items = detail.map((words) => text(words, { size: 'small' }));
  return [
    { ...step(short, index), selectAction: { type: 'Action.ToggleVisibility', targetElements: [id] } },
    { ...box(items), id, isVisible: false, spacing: 'small' },
  ];
}

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

/** Returns the buttons: a row of answers, then one of commands. Those for which there is no room go into the overflow menu "…". */
function buttons({ id, choices, form }: View, person: PersonId | null): readonly Part[] {
  const whose = person === null ? {} : { whose: person };
  const press = ({ id: choice, label }: Choice, look = {}) =>
    button(label, { to: id, choice, ...whose }, { associatedInputs: 'none', ...look });
  const submit = form === null ? [] : [button(form.submit, { to: id, form: true, ...whose }, { style: 'positive' })];
  // A form is sent by its own submit button, also when it is left empty, so it needs no skip button.
  const offered = choices.filter(({ id: choice }) => form === null || choice !== 'skip');
  const { answers } = apart(offered);
  const { shown, more } = placed(offered, submit.length, []);
  return [
    ...row([...submit, ...shown.filter((choice) => answers.includes(choice)).map((choice) => press(choice))]),
    ...row([
      ...shown.filter((choice) => !answers.includes(choice)).map((choice) => press(choice)),
      ...more.map((choice) => press(choice, { mode: 'secondary' })),
    ]),
  ];
}
