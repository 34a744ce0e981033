import type { Intent, Recipient } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import { addresseeOf } from '../../flows/recipient.ts';
import { promptOf } from '../../flows/session.ts';
import { widthOf } from '../lib/width.ts';
import { type Understood, understand } from '../understanding/index.ts';
import { asksSomething } from '../understanding/question-asked.ts';
import { redactForm } from '../understanding/redact.ts';
import { fieldsOf, hasLine } from '../view/handover.ts';
import type { Detail } from '../view/letters.ts';
import { type Conversation, sendEvent, withLead } from './conversation.ts';
import { withoutUrgency } from './urgency.ts';

/** Maximum length of a field in UTF-16 code units; a longer one is cut. */
const longest = 500;
/** The dialogue context by which fields are read: error codes in a field become facts. */
const copied = { question: 'screen', at: 'form', choices: [] } as const;
/** The fields for what happened, in the person's own words: before the trouble, and in a scam, of which only the bank and the police are told. */
const story = { before: 'recent', scam: 'incident' } as const;

/** Applies a submitted form: ignores unknown fields, redacts secrets, and records error codes and what was told freely as facts. Every field is optional. */
export function readForm(talk: Conversation, given: Readonly<Record<string, string>>): Conversation {
  const ids = fieldsOf(talk.snapshot.context);
  // Redacted all together, and before any is cut: a secret may be spread over several fields, or lie across the limit.
  const clean = redactForm(Object.fromEntries(ids.map((id) => [id, given[id] ?? ''])));
  const read = ids.flatMap((id) => {
    const heard = understand((clean.values[id] ?? '').slice(0, longest), copied);
    const text = heard.text.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ ...heard, id, text }];
  });
  const errorCodes = read.flatMap(({ facts }) => facts.errorCodes ?? []);
  const codes: Facts = errorCodes.length > 0 ? { errorCodes } : {};
  const values = Object.fromEntries(read.map(({ id, text }) => [id, text]));
  const freely = understand(values[story.before] ?? values[story.scam] ?? '', { ...copied, question: undefined }).facts;
  const warned = clean.secrets.length > 0 ? withLead(talk, { say: 'secret-removed' }) : talk;
  const told = tellHere(warned, { ...freely, ...codes }) ?? tellHere(warned, codes) ?? warned;
  return sendEvent(withoutUrgency(told, given), { type: 'submit', values });
}

/** Tells facts while the form stays open for the same recipient. Returns undefined where they lead elsewhere. */
function tellHere(talk: Conversation, facts: Facts): Conversation | undefined {
  if (Object.keys(facts).length === 0) return talk;
  const to = addresseeOf(talk.snapshot.context);
  const told = sendEvent(talk, { type: 'tell', facts });
  if (promptOf(told.snapshot).kind !== 'form') return undefined;
  return addresseeOf(told.snapshot.context) === to ? told : address(told, to);
}

/** Opens the form for a recipient who was named, where a message is being prepared. */
export function address(talk: Conversation, to: Recipient): Conversation {
  const { kind } = promptOf(talk.snapshot);
  const choosing = kind === 'form' ? sendEvent(talk, { type: 'other-recipient' }) : talk;
  return kind === 'form' || kind === 'recipient' ? sendEvent(choosing, { type: 'address', to }) : talk;
}

/** Intents that steer the talk: a message with one is no content of a letter. */
const steering: readonly Intent[] = [
  ...(['human', 'restart', 'cancel', 'back', 'solved', 'bypass', 'repeat', 'help', 'continue', 'wrong'] as const),
  ...(['thanks', 'got-it', 'greeting', 'skip', 'not-yet', 'steps', 'all'] as const),
];
/** The least width of a message that is taken into the letter: with a number in it (a date, an amount), without any, and where its facts may tell it whole (「会社のPCです」). */
const least = { numbered: 6, plain: 16, telling: 26 };
/** Returns true if a text has a number besides codes and Windows 11. */
const hasNumber = (text: string): boolean => /\d/.test(text.replace(/0x\w+|(?<=[a-z]\s?)1[01]/gi, ''));

/** Returns true if a message at the form belongs into the letter: it tells something, and neither asks nor steers. */
export function isForLetter({ choice, language, intent, topic, facts, labels, text }: Understood): boolean {
  const harmed = labels.some((label) => label.startsWith('scam=') || label.startsWith('malware='));
  const telling = harmed || Object.keys(facts).length > 0;
  const steers = choice !== undefined || language !== undefined || (intent !== undefined && steering.includes(intent));
  const onTopic = topic === undefined || topic === 'problem' || harmed || (telling && topic === 'upset');
  const says = telling || intent === undefined || intent === 'not-solved' || intent === 'tried-all';
  if (steers || !onTopic || !says || asksSomething(text)) return false;
  return widthOf(text.trim()) >= least[hasNumber(text) ? 'numbered' : telling ? 'telling' : 'plain'];
}

/** Returns true for "write it": where the letter is being prepared, that is no wish for a person. A longer wish may name somebody. */
export const asksToWrite = ({ intent, labels, text }: Understood): boolean =>
  intent === 'human' && labels.includes('intent=write') && widthOf(text.trim()) <= least.plain;

/** Returns the field that a message at the form goes into. What it tells of a scam is kept for the letters that tell of one. */
export const fieldFor = ({ snapshot: { context } }: Conversation, { labels }: Understood): Detail =>
  hasLine(context, story.scam) || labels.some((label) => label.startsWith('scam=')) ? story.scam : story.before;

/** Adds a message in the person's own words to a field of the letter. */
export function enter(talk: Conversation, field: Detail, text: string): Conversation {
  const before = talk.snapshot.context.details[field];
  const said = text.replace(/\s+/g, ' ').trim();
  const { values } = redactForm({ [field]: before ? `${before} / ${said}` : said });
  return sendEvent(talk, { type: 'enter', values: { [field]: (values[field] ?? '').slice(0, longest) } });
}
