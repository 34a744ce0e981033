import { promptOf } from '../../flows/session.ts';
import { type Conversation, openConversation, viewIdOf } from '../conversation/conversation.ts';
import { eventOf } from '../conversation/on-choice.ts';
import { heardAt } from '../conversation/on-text.ts';
import { advance } from '../conversation/step.ts';
import { wordsIn } from '../i18n.ts';
import { ownCaseOf, readConversation, readPerson } from '../keys.ts';
import { defaultLanguage, languageOfButton, writtenLanguages } from '../languages.ts';
import { digest } from '../lib/hash.ts';
import type { Incoming, PersonId } from '../ports.ts';
import type { Input } from '../types.ts';
import { saysHandBack } from '../understanding/desk-words.ts';
import { fold } from '../understanding/fold.ts';
import { markRepeat } from '../view/repeat.ts';
import { wasTaken } from './deliveries.ts';
import { asksForErasure } from './erase.ts';
import type { ConversationRecord } from './record.ts';
import { fromSnapshot } from './snapshot.ts';

/** Maximum number of helpers of a case; the one named first makes room. */
const most = 5;

type Case = Pick<ConversationRecord, 'conversation' | 'born' | 'person' | 'helpers' | 'seen'>;

/** Returns the digest by which a helper of a case is recognised. A channel mentions people of other workspaces by their own id alone. */
const markOf = ({ conversation, born }: Case, person: PersonId): string =>
  digest(conversation, String(born), readPerson(person)?.user ?? person).slice(0, 16);

/** Returns true if a person may speak in a case: it is theirs, or its person named them as a helper. */
export const speaksIn = (record: Case, person: PersonId): boolean =>
  person === record.person || record.helpers.includes(markOf(record, person));

/** Returns true for what staff say to the bot to hand a case back that they or others of them took over; whoever speaks to it there otherwise speaks for themselves. */
export const handsBack = (
  record: Case & Pick<ConversationRecord, 'quiet'>,
  { person, addressed, company, input }: Incoming,
): boolean =>
  record.quiet &&
  company.staff !== null &&
  !speaksIn(record, person) &&
  addressed &&
  input.type === 'text' &&
  saysHandBack(input.text);

/** Returns true unless a conversation is the case of another person than this one, who may not begin it. */
export const mayBegin = ({ conversation, person }: Incoming): boolean =>
  [null, person].includes(readConversation(conversation)?.person ?? null);

/** Returns the Incoming as one of the case that its person has, or gets, apart from the case of whoever opened the place. Undefined if it belongs to the place's case. `owner`: the person whose case that is; `record`: its record, if that can be read. */
export function inOwnCase(
  incoming: Incoming,
  owner: PersonId | undefined,
  record: ConversationRecord | undefined,
): Incoming | undefined {
  const { id, conversation, person, addressed, company, opens, input } = incoming;
  if (!['text', 'file', 'edit'].includes(input.type) || readConversation(conversation)?.person !== null)
    return undefined;
  const [named] = record === undefined ? [] : namedElse(record, incoming);
  if (named !== undefined) return { ...incoming, conversation: ownCaseOf(conversation, named), opens: false };
  const own = { ...incoming, conversation: ownCaseOf(conversation, person) };
  // The place's case is gone, or not there yet, and this may not open it.
  if (owner === undefined) return company.attended && !opens ? { ...own, opens: false } : undefined;
  if (person === owner || !(addressed || company.attended)) return undefined;
  if (record !== undefined && (speaksIn(record, person) || wasTaken(record.seen, id) || handsBack(record, incoming)))
    return undefined;
  return { ...own, opens: addressed && input.type !== 'edit' };
}

/** Returns the people whom staff speak to by a mention in a place that others opened: what they write is of the case that these have there, if of any. */
const namedElse = (record: ConversationRecord, { person, addressed, company }: Incoming): readonly PersonId[] =>
  company.staff === null || addressed || person === record.person || company.named.some((one) => speaksIn(record, one))
    ? []
    : company.named;

/** Returns a conversation that was just opened, with a sentence that says so where it is a case of the person's own beside another. */
export const toldApart = ({ conversation }: Incoming, talk: Conversation): Conversation =>
  (readConversation(conversation)?.person ?? null) === null
    ? talk
    : { ...talk, lead: [...talk.lead, { say: 'own-case' }] };

/** Buttons, and intents that a button confirms, which end, restart or hand over a case. */
const reserved: readonly string[] = [
  'form',
  'restart',
  'cancel',
  'human',
  'solved',
  'continue',
  'withdraw',
  'last-case',
  'notice-wait',
];

/** Returns true for a press that only the person whose case it is, or a helper, may make, made by somebody else. */
export function mayNotPress(record: ConversationRecord, { person, input }: Incoming): boolean {
  if ((input.type !== 'choice' && input.type !== 'form') || speaksIn(record, person)) return false;
  return input.type === 'form' || decides(fromSnapshot(record.talk), input);
}

/** Returns true for a press that ends, restarts or hands over a case, or changes its language. */
function decides(talk: Conversation, input: Extract<Input, { readonly type: 'choice' }>): boolean {
  const { choice, to } = input;
  if (reserved.includes(choice) || languageOfButton(choice) !== undefined) return true;
  if (to !== viewIdOf(talk)) return false;
  const event = eventOf(talk, choice);
  const reading = event.type === 'pick' ? talk.snapshot.context.candidates[event.reading] : undefined;
  if (reading !== undefined && 'intent' in reading && reserved.includes(reading.intent)) return true;
  const [was, next] = [promptOf(talk.snapshot).kind, promptOf(advance(talk, input).snapshot).kind];
  return ['recipient', 'form', 'closed'].includes(was) || next === 'closed' || (was === 'advice' && next === 'form');
}

/** Returns the label of a pressed button, with who pressed it unless that was the person whose case it is. */
export function pressedBy(record: ConversationRecord, { person, company }: Incoming, label: string): string {
  if (label === '' || company.shown === '' || person === record.person) return label;
  return wordsIn(record.talk.language).text('turns:pressed-by', { answer: label, person: company.shown });
}

const folded = (words: readonly string[]): readonly string[] => words.map(fold);
/** The words of people about a helper, and what makes the contrary of them. */
const helping = folded(writtenLanguages.flatMap((language) => language.helping.words));
const unless = folded(writtenLanguages.flatMap((language) => language.helping.unless));
const saysHelp = (text: string): boolean => {
  const said = fold(text);
  return helping.some((words) => said.includes(words)) && !unless.some((words) => said.includes(words));
};

type Naming = Pick<Incoming, 'person' | 'addressed' | 'company' | 'input'>;

/** Returns the helpers of a case after an Incoming, by which its person may name some: they are mentioned beside the bot, and it says that they help. The very same list if nobody was named. */
export function helpersAfter(record: Case, { person, addressed, company, input }: Naming): readonly string[] {
  const named = company.named.filter((one) => one !== record.person);
  const names = person === record.person && addressed && named.length > 0;
  if (!names || input.type !== 'text' || !saysHelp(input.text)) return record.helpers;
  const marks = named.map((one) => markOf(record, one));
  return [...record.helpers.filter((one) => !marks.includes(one)), ...marks].slice(-most);
}

/** Returns the conversation after a message that named a helper: that is confirmed, and what else it tells is heard. */
export function afterNaming(talk: Conversation, input: Input): Conversation {
  const heard = advance(talk, input);
  const known = (one: Conversation) => JSON.stringify(one.snapshot.context.facts);
  const tells = known(heard) !== known(talk) && heard.snapshot.context.candidates.length === 0;
  const named = { say: 'helper-named' } as const;
  return tells ? { ...heard, lead: [named, ...heard.lead] } : markRepeat(talk, { ...talk, lead: [named] });
}

/** Returns true for a message that tells no problem of its own, such as 「見てあげて」 under somebody's message: neither a fact, nor a topic, nor something that everybody asks for themselves alone. */
export function asksForAnother(text: string): boolean {
  if (asksForErasure({ type: 'text', text })) return false;
  const { facts, topic, language, secrets } = heardAt(openConversation(defaultLanguage), text);
  return Object.keys(facts).length === 0 && topic === undefined && language === undefined && secrets.length === 0;
}
