import { wordsIn } from '../../bot/i18n.ts';
import { leavesBlank, saysCommand } from '../../bot/runtime/index.ts';
import type { Field, Language, View } from '../../bot/types.ts';
import { apart, commandsIn } from '../../bot/view/choices.ts';

/** A form that is filled in line by line: the fields that are left, and the values so far. */
export interface FillIn {
  readonly left: readonly Field[];
  readonly values: Readonly<Record<string, string>>;
}

/** Returns the empty form of a view; undefined if the view has no form. */
export const emptyForm = ({ form }: View): FillIn | undefined =>
  form === null ? undefined : { left: form.fields, values: {} };

/** Returns the form after one more line, the value of its current field. An empty line skips the field, as does one that says that it is not known or not needed; the `skip` button skips all remaining fields. */
export function fillIn({ left: [field, ...left], values }: FillIn, line: string, button: string | undefined): FillIn {
  if (button === 'skip') return { left: [], values };
  const empty = field === undefined || leavesBlank(line) || button === 'dont-know';
  return { left, values: empty ? values : { ...values, [field.id]: line } };
}

/** Returns the id of the button that a line presses, by its full label or the number of an answer; undefined if it presses none. A command need not be shown. */
export function pressed(line: string, { choices }: View, language: Language): string | undefined {
  const said = line.normalize('NFKC').trim();
  if (/^\d$/.test(said)) return apart(choices).answers[Number(said) - 1]?.id;
  return [...choices, ...commandsIn(wordsIn(language))].find(({ label }) => label === said)?.id;
}

/** Returns true if a line fills in the form: it neither presses a button that leads elsewhere, nor gives a command, nor asks a question. */
export function fills(line: string, button: string | undefined): boolean {
  if (button !== undefined) return button === 'skip' || button === 'dont-know';
  const said = line.normalize('NFKC').trim();
  return leavesBlank(said) || !(/[^?]\?$/.test(said) || saysCommand(said));
}
