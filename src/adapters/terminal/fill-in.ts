import type { Field, View } from '../../bot/types.ts';

/** A form that a person fills in line by line. */
export interface FillIn {
  readonly left: readonly Field[];
  readonly values: Readonly<Record<string, string>>;
}

/** A form of which nothing is filled in yet; undefined where the view has none. */
export const emptyForm = ({ form }: View): FillIn | undefined =>
  form === null ? undefined : { left: form.fields, values: {} };

/** The form with one more line: what the field that is asked for holds. An empty line leaves the field as it is, as does not knowing; "that will do" leaves all the rest. */
export function fillIn({ left: [field, ...left], values }: FillIn, line: string, button: string | undefined): FillIn {
  if (button === 'skip') return { left: [], values };
  const empty = field === undefined || line.trim() === '' || button === 'dont-know';
  return { left, values: empty ? values : { ...values, [field.id]: line } };
}

/** The button that a line presses: its label in full, or its number. */
export function pressed(line: string, { choices }: View): string | undefined {
  const said = line.normalize('NFKC').trim();
  const choice = /^\d$/.test(said) ? choices[Number(said) - 1] : choices.find(({ label }) => label === said);
  return choice?.id;
}

/** Whether a button is part of filling in, and leads nowhere else. */
export const fills = (button: string | undefined): boolean =>
  button === undefined || button === 'skip' || button === 'dont-know';
