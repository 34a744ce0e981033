import { asksKms } from '../../flows/codes.ts';
import type { Context } from '../../flows/context.ts';
import type { Recipient } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { activationHosts } from '../../flows/hosts.ts';
import { has } from '../../flows/lists.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { isSituation } from '../../flows/situations.ts';
import type { TextKey, Words } from '../i18n.ts';
import type { Field, Handover } from '../types.ts';
import { factPhrase } from './fact-phrases.ts';
import { asks, type Detail, type Line, letters, type Told } from './letters.ts';

/** Returns the ids of the fields that the form for this recipient may fill. */
export const fieldsOf = (context: Context): readonly string[] => letters[addresseeOf(context)].fields;

/** Returns true if the letter to this recipient has a line. */
export const hasLine = (context: Context, line: Line): boolean => letters[addresseeOf(context)].lines.includes(line);

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

/** The fields of the form for what happened, in the person's own words: before the trouble, and in a scam. */
const stories: readonly Detail[] = ['recent', 'incident'];

/** Returns what the person wrote in their own words for the letter to this recipient; empty if they wrote nothing. */
export const ownWordsIn = (context: Context): string =>
  stories
    .filter((field) => hasLine(context, field))
    .flatMap((field) => context.details[field] ?? [])
    .join(' / ');

/** Composes the handover message, ready to copy. What is not known is left out. */
export function compose(context: Context, { letters: words }: Words): Handover {
  const to = addresseeOf(context);
  const { facts } = context;
  const letter = letters[to];
  const about = frameOf(to, facts);
  const frame = (part: 'subject' | 'opening' | 'closing') =>
    words.text(`handover:${about}.${part}`, { subject: subjectOf(facts, words) });
  const code = letter.lines.includes('code') ? facts.errorCodes?.[0] : undefined;
  const subject = frame('subject');
  const lines = letter.lines.flatMap((line) => {
    const value = knownOf(line, context, words);
    return value === '' ? [] : [`・${words.text(`handover:lines.${line}`)}${words.text('handover:colon')}${value}`];
  });
  const told = [...letter.told.flatMap((slot) => toldIn(slot, facts, words)), ...triedIn(context, words)];
  const paragraphs = [
    [code === undefined ? subject : words.text('handover:subject-with-code', { subject, code })],
    [frame('opening'), ...(told.length + lines.length > 0 ? [words.text('handover:details')] : [])],
    told,
    lines,
    to === 'administrator' ? checksFor(facts, words) : [],
    [...askedIn(to, facts).map((id) => words.text(`handover:asks.${id}`)), frame('closing')],
  ];
  const text = paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join('\n'));
  return { to, text: text.join('\n\n') };
}

/** Returns the value of a slot, also of one that not every version of the memory has. */
const factIn = (facts: Facts, slot: string): string | undefined => (facts as Readonly<Record<string, string>>)[slot];

/** Recipients who have one concern only, whatever the case is about. */
const single: readonly Recipient[] = ['specialist', 'bank', 'police', 'administrator'];

/** Returns the words that begin and end a letter: the recipient's own, unless Windows is activated or the case is about something else. */
function frameOf(to: Recipient, facts: Facts): Recipient | 'about' | 'activated' {
  if (single.includes(to)) return to;
  if (factIn(facts, 'subject') !== undefined && factIn(facts, 'subject') !== 'unknown') return 'about';
  return isActivated(facts) ? 'activated' : to;
}

const isActivated = ({ message, hardware, errorCodes = [] }: Facts): boolean =>
  message === 'activated' || (message === 'digital-license' && hardware !== 'changed' && errorCodes.length === 0);

const subjectOf = (facts: Facts, words: Words): string =>
  words.text(`handover:subjects.${factIn(facts, 'subject') ?? 'other'}` as TextKey);

/** Returns the sentence that tells a fact; none if it is not known, or if the part that was replaced says more. */
function toldIn(slot: Told, facts: Facts, words: Words): readonly string[] {
  const value = factIn(facts, slot);
  const outdone = slot === 'hardware' && factIn(facts, 'part') !== undefined && facts.part !== 'unknown';
  return value === undefined || value === 'unknown' || outdone
    ? []
    : [words.text(`handover:told.${slot}.${value}` as TextKey)];
}

/** Returns the sentence that tells what was tried, and that it did not help. Recipients with one concern are told nothing of it. */
function triedIn(context: Context, words: Words): readonly string[] {
  const { facts, finished, skipped } = context;
  const to = addresseeOf(context);
  if (single.includes(to) && to !== 'administrator') return [];
  const lists = finished
    .filter((id) => !isSituation(id))
    .filter((id) => (id === 'wait' || !has(id, 'writes-message')) && !skipped.includes(id))
    .map((id) => words.text(id === 'wait' ? 'prompts:wait.title' : `lists:${id}.title`))
    .join(words.text('handover:comma'));
  if (lists === '') return [];
  const frame = frameOf(to, facts);
  return [words.text(`handover:${frame === 'about' || frame === 'activated' ? 'steps-done' : 'tried'}`, { lists })];
}

const askedIn = (to: Recipient, facts: Facts) => letters[to].asks.filter((id) => asks[id](facts));

/** Returns what an administrator checks: first what belongs to the kind of licence. */
const checksFor = ({ license }: Facts, words: Words): readonly string[] =>
  [
    ...words.lines(`handover:administrator.${license === 'subscription' ? 'checks_subscription' : 'checks_volume'}`),
    ...words.lines('handover:administrator.checks', {
      hosts: activationHosts.join(words.text('handover:comma')),
    }),
  ].map((check) => `□ ${check}`);

/** Returns the known value of a line, preferring the person's own entry in the form; empty if it is not known. */
function knownOf(line: Line | Detail, { facts, details }: Context, words: Words): string {
  const own = details[line];
  if (own !== undefined && own !== '') return own;
  switch (line) {
    case 'code':
      return (facts.errorCodes ?? []).join(', ');
    case 'kms':
      return asksKms(facts) ? words.text('handover:it-admin.kms') : '';
    case 'hosts':
      // A PC that asks its organisation's own server needs none of them.
      return asksKms(facts) ? '' : activationHosts.join(words.text('handover:comma'));
    case 'message':
    case 'edition':
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
