import type { Field, View } from '../../bot/types.ts';

/** A form that a person fills in line by line. */
export interface FillIn {
  readonly left: readonly Field[];
  readonly values: Readonly<Record<string, string>>;
}

/** A form of which nothing is filled in yet; undefined where the view has none. */
export const emptyForm = ({ form }: View): FillIn | undefined =>
  form === null ? undefined : { left: form.fields, values: {} };

/** The form with one more line: what the field that is asked for holds. An empty line leaves the field as it is. */
export function fillIn({ left: [field, ...left], values }: FillIn, line: string): FillIn {
  return { left, values: field === undefined || line.trim() === '' ? values : { ...values, [field.id]: line } };
}

/** Whether a line presses a button of the view instead: its label in full, or its number. */
export function presses(line: string, { choices }: View): boolean {
  const said = line.normalize('NFKC').trim();
  return /^\d$/.test(said) ? choices[Number(said) - 1] !== undefined : choices.some(({ label }) => label === said);
}
