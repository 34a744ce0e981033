import type { Facts } from '../../flows/facts.ts';
import { type TextKey, type Words, wordsIn } from '../i18n.ts';
import { channelOf } from '../keys.ts';
import { baseOf, nameIn } from '../languages.ts';
import type { ConversationId, Handling, Ticket, TicketNote } from '../ports.ts';
import type { Language, StaffAct } from '../types.ts';
import { factPhrase, factPhrases } from './fact-phrases.ts';

/** The content of a ticket for the people of a desk, with every string ready to show. */
export interface TicketView {
  /** The one line that a notification or a list shows: who, which PC, the codes. */
  readonly summary: string;
  /** Who asked; from another channel than the desk's, with the channel. */
  readonly asker: string;
  /** The labelled lines: who asked, how they are reached, what is known. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** How the case stands at the desk. */
  readonly state: string;
  /** What staff may do now besides answering, each with the label of its button. */
  readonly acts: readonly { readonly id: StaffAct; readonly label: string }[];
  /** The letter that the person was given. */
  readonly letter: string;
}

/** Maximum number of characters (UTF-16) of what a summary says of the urgency. */
const mostUrgent = 30;

/** Returns the content of a ticket in the language of its desk. `home`: the id of the channel in which the desk is; `zone`: its IANA time zone, in which times are shown. */
export function viewTicket(
  { from, contact, handover, facts, urgency, words: own, handling }: Ticket,
  language: Language,
  home: string,
  zone: string,
): TicketView {
  const words = wordsIn(language).letters;
  const channel = channelOf(from.conversation);
  const name = contact.name === '' ? namelessIn(from.conversation, language) : contact.name;
  const known = factPhrases(facts, words).join(words.text('handover:comma'));
  const asker =
    channel === home || contact.name === ''
      ? name
      : words.text('desk:elsewhere', { name, channel: channelName(channel, words) });
  const line = (id: 'person' | 'mail' | 'recipient' | 'language' | 'facts' | 'words', value: string) =>
    value === '' ? [] : [{ label: words.text(`desk:lines.${id}`), value }];
  return {
    summary: words.text('desk:summary', { name, about: aboutOf(facts, urgency, words) }),
    asker,
    lines: [
      ...line('person', asker),
      ...line('mail', contact.mail),
      ...line('recipient', words.text(`handover:recipients.${handover.to}`)),
      ...line('language', nameIn(baseOf(language), baseOf(from.language))),
      ...line('facts', known),
      ...line('words', own === '' ? '' : words.text('desk:quoted', { words: own })),
    ],
    state: stateOf(handling, language, zone),
    acts: offered[handling.state].map((id) => ({ id, label: words.text(`desk:acts.${id}`) })),
    letter: handover.text,
  };
}

/** Returns what a case is about, in a few words: which PC, the codes, the danger to its data, how urgent it is. */
export function aboutOf({ origin, errorCodes = [], drive, data }: Facts, urgency: string, words: Words): string {
  const known = [
    ...(origin === undefined ? [] : [words.text(`facts:origin.${origin}` as TextKey)]),
    ...errorCodes,
    ...(drive === 'failing' || drive === 'noisy' ? [factPhrase('drive', drive, words)] : []),
    ...(data === 'lost' ? [factPhrase('data', data, words)] : []),
    urgency.replace(/\s+/g, ' ').slice(0, mostUrgent),
  ].filter((part) => part !== '');
  return known.length === 0 ? words.text('desk:title') : known.join(' ');
}

/** Returns how somebody from a channel is called whose name is not known. */
export const namelessIn = (conversation: ConversationId, language: Language): string => {
  const words = wordsIn(language).letters;
  return words.text('desk:someone', { channel: channelName(channelOf(conversation), words) });
};

/** What staff may do with a case besides answering, by how it stands. */
const offered: Readonly<Record<Handling['state'], readonly StaffAct[]>> = {
  new: ['take', 'solve', 'return'],
  taken: ['solve', 'return', 'pass'],
  answered: ['solve', 'return', 'pass'],
  solved: ['take'],
  returned: ['take'],
  closed: [],
};

/** Returns true for a note that whoever has the case should see: it waits for them. */
export const isForOwner = ({ kind }: TicketNote): boolean => kind === 'words' || kind === 'file' || kind === 'letter';

/** Returns true if somebody else has done something with a case since staff saw how it stands: `seen` is the time of what they saw, `own` their own name. */
export const isOvertaken = ({ state, by, at }: Handling, seen: number, own: string): boolean =>
  at > seen && state !== 'new' && (by !== own || own === '');

/** Returns true for what staff may do with a case. */
export const isStaffAct = (given: unknown): given is StaffAct =>
  given === 'take' || given === 'pass' || given === 'solve' || given === 'return';

/** Returns the name of a channel; its id if it has none. */
const channelName = (channel: string, words: Words): string =>
  channel === 'slack' || channel === 'teams' || channel === 'terminal'
    ? words.text(`desk:channels.${channel}`)
    : channel;

/** Returns the sentence that says how a case stands at the desk, who made it so, and when. */
export function stateOf({ state, by, at }: Handling, language: Language, zone: string): string {
  const words = wordsIn(language).letters;
  if (state === 'new' && by === '') return words.text('desk:states.new');
  const values = { by: by === '' ? words.text('desk:states.by-desk') : by, at: momentOf(at, baseOf(language), zone) };
  return words.text(`desk:states.${state === 'new' ? 'passed' : state}`, values);
}

/** Returns a time of day with its date, as people of a language write it. */
export const momentOf = (at: number, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
