import type { Context } from '../../flows/context.ts';
import type { Recipient } from '../../flows/events.ts';
import { has } from '../../flows/lists.ts';
import { recipientOf } from '../../flows/recipient.ts';
import type { TextKey, Words } from '../i18n.ts';
import type { Field, Handover } from '../types.ts';
import { factPhrase } from './fact-phrases.ts';

type Line = Extract<TextKey, `handover:lines.${string}`> extends `handover:lines.${infer Id}` ? Id : never;
type Detail =
  Extract<TextKey, `handover:fields.${string}`> extends `handover:fields.${infer Id}.${string}` ? Id : never;

/** The lines of the message to each recipient, and the fields that the form may ask the person for. */
const letters: Readonly<Record<Recipient, { readonly lines: readonly Line[]; readonly fields: readonly Detail[] }>> = {
  'it-admin': {
    lines: ['message', 'code', 'edition', 'place', 'vpn', 'recent', 'hardware', 'tried', 'screenshot'],
    fields: ['message', 'edition', 'recent', 'screenshot'],
  },
  microsoft: {
    lines: [
      'message',
      'code',
      'edition',
      'purchase',
      'proof',
      'key',
      'hardware',
      'hardwareDate',
      'account',
      'recent',
      'tried',
    ],
    fields: ['message', 'edition', 'purchase', 'proof', 'hardwareDate', 'account'],
  },
  seller: {
    lines: ['order', 'listing', 'message', 'code', 'edition', 'tried'],
    fields: ['order', 'listing', 'message', 'edition'],
  },
  maker: {
    lines: ['model', 'part', 'hardwareDate', 'message', 'code', 'edition', 'purchase', 'tried'],
    fields: ['model', 'hardwareDate', 'message', 'purchase'],
  },
  specialist: {
    lines: ['model', 'driveType', 'drive', 'signs', 'since', 'recent', 'lastOperation', 'data', 'wanted', 'bitlocker'],
    fields: ['model', 'driveType', 'signs', 'since', 'lastOperation', 'wanted', 'bitlocker'],
  },
};

/** Returns the recipient of the handover message: the person's choice, else the one who is responsible for the case, else Microsoft. */
export const addresseeOf = ({ recipient, facts, finished }: Context): Recipient =>
  recipient ?? recipientOf(facts, finished) ?? 'microsoft';

/** Returns the ids of the fields that the form for this recipient may fill. */
export const fieldsOf = (context: Context): readonly string[] => letters[addresseeOf(context)].fields;

/** Returns the fields of the form: those whose value is not known yet, and those that the person filled in before. */
export const askedFields = (context: Context, words: Words): readonly Field[] =>
  letters[addresseeOf(context)].fields
    .filter((id) => id !== 'hardwareDate' || context.facts.hardware === 'changed')
    .filter((id) => context.details[id] !== undefined || knownOf(id, context, words) === '')
    .map((id) => ({
      id,
      label: words.text(`handover:fields.${id}.label`),
      hint: words.text(`handover:fields.${id}.hint`),
      value: context.details[id] ?? '',
    }));

/** Composes the handover message, ready to copy. Unknown values are left out together with their lines. */
export function compose(context: Context, words: Words): Handover {
  const to = addresseeOf(context);
  const code = context.facts.errorCodes?.[0];
  const plain = words.text(`handover:${to}.subject`);
  const subject = code === undefined ? plain : words.text('handover:subject-with-code', { subject: plain, code });
  const lines = letters[to].lines.flatMap((line) => {
    const value = knownOf(line, context, words);
    return value === '' ? [] : [`${words.text(`handover:lines.${line}`)}${words.text('handover:colon')}${value}`];
  });
  const text = [
    subject,
    '',
    words.text(`handover:${to}.opening`),
    '',
    ...lines.map((line) => `・${line}`),
    '',
    words.text(`handover:${to}.closing`),
  ];
  return { to, text: text.join('\n') };
}

/** Returns the known value of a line, preferring the person's own entry in the form; empty if it is not known. */
function knownOf(line: Line | Detail, { facts, details, finished, skipped }: Context, words: Words): string {
  const own = details[line];
  if (own !== undefined && own !== '') return own;
  switch (line) {
    case 'code':
      return (facts.errorCodes ?? []).join(', ');
    case 'tried':
      return finished
        .filter((id) => (id === 'wait' || !has(id, 'writes-message')) && !skipped.includes(id))
        .map((id) => words.text(id === 'wait' ? 'prompts:wait.title' : `lists:${id}.title`))
        .join(words.text('handover:comma'));
    case 'message':
    case 'edition':
    case 'place':
    case 'vpn':
    case 'recent':
    case 'hardware':
    case 'part':
    case 'key':
    case 'drive':
    case 'data': {
      const value = facts[line];
      return value === undefined || value === 'unknown' || (value === 'none' && line === 'message')
        ? ''
        : factPhrase(line, value, words);
    }
    default:
      return '';
  }
}
