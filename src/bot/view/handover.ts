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

/** What each recipient is told, line by line, and what the form may ask the person for. */
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

/** Whom the message goes to: the person's choice, else whomever the case belongs to. */
export const addresseeOf = ({ recipient, facts, finished }: Context): Recipient =>
  recipient ?? recipientOf(facts, finished) ?? 'microsoft';

/** The fields that the form for this recipient may fill. */
export const fieldsOf = (context: Context): readonly string[] => letters[addresseeOf(context)].fields;

/** The form: what is not known yet, and what was written into it before. */
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

/** The message, ready to copy: what is unknown leaves no line. */
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

/** What is known for a line: the person's own words first. Empty: nothing. */
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
