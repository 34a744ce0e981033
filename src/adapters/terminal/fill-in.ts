import { saysCommand } from '../../bot/runtime/index.ts';
import type { Field, View } from '../../bot/types.ts';

/** A form that a person fills in line by line. */
export interface FillIn {
  readonly left: readonly Field[];
  readonly values: Readonly<Record<string, string>>;
}

/** A form of which nothing is filled in yet; undefined where the view has none. */
export const emptyForm = ({ form }: View): FillIn | undefined =>
  form === null ? undefined : { left: form.fields, values: {} };

/** Leaves a field out in words. */
const nothing = /^(?:いら(?:ない|ないです|ん)|いりません|不要(?:です)?|パス|スキップ|skip|pass)?$/i;

/** The form with one more line: what the field that is asked for holds. An empty line leaves the field as it is, as does one that says that it is not known or not needed; "that will do" leaves all the rest. */
export function fillIn({ left: [field, ...left], values }: FillIn, line: string, button: string | undefined): FillIn {
  if (button === 'skip') return { left: [], values };
  const empty = field === undefined || nothing.test(line.trim()) || button === 'dont-know';
  return { left, values: empty ? values : { ...values, [field.id]: line } };
}

/** The button that a line presses: its label in full, or its number. */
export function pressed(line: string, { choices }: View): string | undefined {
  const said = line.normalize('NFKC').trim();
  const choice = /^\d$/.test(said) ? choices[Number(said) - 1] : choices.find(({ label }) => label === said);
  return choice?.id;
}

/** Whether a line is part of filling in: it neither presses a button that leads elsewhere, nor gives a command, nor asks something. */
export function fills(line: string, button: string | undefined): boolean {
  if (button !== undefined) return button === 'skip' || button === 'dont-know';
  const said = line.normalize('NFKC').trim();
  return nothing.test(said) || !(/[^?]\?$/.test(said) || saysCommand(said));
}
