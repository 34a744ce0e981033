import type { Outgoing } from '../../src/bot/types.ts';
import { commands } from '../../src/bot/view/choices.ts';
import { condensed } from '../../src/bot/view/condensed.ts';
import { inARow } from './names.ts';

/** What a person can read, fill in and press; read back from what a channel was really sent. */
export interface Screen {
  /** Leads, title, text, steps (`1. …`), the handover text, notes (`※ …`), one paragraph each. */
  readonly lines: readonly string[];
  readonly fields: readonly { readonly id: string; readonly label: string }[];
  /** The labels of the answers; the commands that are everywhere are left out. */
  readonly buttons: readonly string[];
}

const answersIn = ({ choices }: Outgoing['view']) =>
  choices.filter(({ id }) => !commands.some((command) => command === id));

/** Returns what a turn shows, as a person reads it. */
export function screenOf(outgoing: Outgoing): Screen {
  const { view, handover } = condensed(outgoing);
  return {
    lines: [
      ...view.lead,
      view.title,
      view.text,
      ...view.steps.map((step, n) => `${n + 1}. ${step}`),
      handover?.text ?? '',
      ...view.notes.map((note) => `※ ${note}`),
    ].filter((line) => line !== ''),
    fields: (view.form?.fields ?? []).map(({ id, label }) => ({ id, label })),
    buttons: answersIn(view).map(({ label }) => label),
  };
}

/** Writes a screen in full words. */
export const inWords = ({ lines, fields, buttons }: Screen): readonly string[] => [
  ...lines.flatMap((line) => line.split('\n')),
  ...fields.map(({ label }) => `${label}: ____`),
  ...(buttons.length > 0 ? [buttons.map((label) => `[${label}]`).join(' ')] : []),
];

/** Writes what a turn shows by its names: leads; the view with its texts, form, notes and answers; the message to a person. `outgoing` is shown in `names`. */
export function byName(outgoing: Outgoing): readonly string[] {
  const { view, handover } = condensed(outgoing);
  const { id, lead, title, text, steps, notes, form } = view;
  const here = id.split('.');
  const own = (name: string) => name.replace(/^([^.(]+)\./, (all, first: string) => (here.includes(first) ? '' : all));
  const row = (before: string, all: readonly string[], after = '') =>
    all.length === 0 ? '' : `${before}${inARow(all.map(own))}${after}`;
  const answers = answersIn(view).map((one) =>
    one.label.split('.').at(-1) === one.id ? one.id : `${one.id}=${one.label}`,
  );
  const shown = [
    `${id}${row(
      ': ',
      [title, text, ...steps].filter((name) => name !== ''),
    )}`,
    row('{', form?.fields.map((field) => field.id) ?? [], '}'),
    row('※ ', notes),
    row('[', answers, ']'),
  ];
  return [
    ...(lead.length > 0 ? [inARow(lead)] : []),
    shown.filter((part) => part !== '').join(' '),
    ...(handover === null ? [] : [`to ${handover.to}: ${letter(handover.text)}`]),
  ];
}

const letter = (text: string): string => {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.replace(/^・lines\./, '')).join('; ');
};
