import { type Intent, intents, type Reading, type Recipient, type Topic, topics } from '../../flows/events.ts';
import { type Facts, type Slot, slots } from '../../flows/facts.ts';
import type { ListId } from '../../flows/lists.ts';
import { type QuestionId, question } from '../../flows/questions.ts';
import type { Asked } from './asked.ts';
import { classesIn } from './stretches.ts';

/** Labels (`docs/labels.md`) that the conversation has under another name. */
const elsewhere: Readonly<Record<string, string>> = {
  'intent=write': 'intent=human',
  'intent=worried': 'topic=upset',
  'intent=problem': 'topic=problem',
  'intent=sending': 'intent=not-yet',
  'when=planned': 'intent=not-yet',
  'subject=mac': 'subject=other',
  'subject=phone': 'subject=other',
  'protection=stuck': 'protection=off',
};
const following: Readonly<Record<string, string>> = {
  'topic=how-other': 'intent=stuck',
  'topic=open-settings': 'intent=stuck',
  'topic=router-restart': 'intent=stuck',
  'topic=set-clock': 'intent=stuck',
  'topic=scan': 'intent=stuck',
  'topic=right-click': 'intent=stuck',
  'topic=run-command': 'intent=stuck',
  'topic=screenshot': 'intent=stuck',
  'topic=where-to-look': 'intent=stuck',
};
/** What a label means where the person is looking at something in particular. */
const there: Partial<Record<Asked['at'], Readonly<Record<string, string>>>> = {
  putback: {
    'protection=on': 'intent=done',
    'protection=off': 'intent=no',
    'protection=stuck': 'intent=stuck',
    'intent=not-yet': 'intent=no',
    'intent=yes': 'intent=done',
    'topic=how-other': 'intent=no',
  },
  situation: { 'intent=got-it': 'intent=done', 'intent=problem': 'intent=not-solved' },
  // A new complaint of Windows overrules that the matter is another one.
  subject: { 'intent=got-it': 'intent=done', 'intent=problem': 'intent=no' },
  recipient: { 'topic=who-to-ask': 'intent=dont-know' },
  list: following,
  step: following,
  stuck: following,
  closed: {
    'case=same': 'intent=not-solved',
    'topic=what-next': 'intent=repeat',
    'when=planned': 'intent=got-it',
    'intent=not-yet': 'intent=got-it',
    'intent=sending': 'intent=got-it',
  },
};

/** The recipients that words name, by the classes of the vocabulary. */
const called: Readonly<Record<string, Recipient>> = {
  maker: 'maker',
  microsoft: 'microsoft',
  'microsoft-word': 'microsoft',
  'it-staff': 'it-admin',
  'it-department': 'it-admin',
  'repair-person': 'repairer',
  'stranger-seller': 'seller',
  'used-shop': 'seller',
  'online-shop': 'seller',
  'electronics-shop': 'seller',
};
/** Returns whom a folded message names that may be written to; undefined if that is nobody, or more than one. */
export function recipientCalled(folded: string): Recipient | undefined {
  const [one, ...more] = new Set([...classesIn(folded)].flatMap((name) => called[name] ?? []));
  return more.length === 0 ? one : undefined;
}

/** The lists that a person may have tried before, as the labels name them. */
export const triedAs: Readonly<Record<string, ListId>> = { phone: 'P4', key: 'P3' };

/** Returns what a label means to the conversation where the person is looking at something; undefined if it knows nothing of it. */
export function readingOf(label: string, at: Asked['at']): Reading | undefined {
  const [name = '', value = ''] = (there[at]?.[label] ?? elsewhere[label] ?? label).split('=');
  if (name === 'to' && at !== 'recipient') return { intent: 'human' };
  if (name === 'intent') return intents.some((one) => one === value) ? { intent: value as Intent } : undefined;
  if (name === 'topic') return topics.some((one) => one === value) ? { topic: value as Topic } : undefined;
  const values: readonly string[] | undefined = slots[name as Slot];
  return values?.includes(value) === true ? { facts: { [name]: value } } : undefined;
}

/** Returns the facts that a bare yes or no tells where a question is put so; undefined where it is not. */
export function answerTo(id: QuestionId, bare: 'yes' | 'no'): Facts | undefined {
  const { options, [bare]: option } = question(id);
  return option === undefined ? undefined : options[option];
}
