import type { Reading, Source } from '../../flows/events.ts';
import { type Facts, forget } from '../../flows/facts.ts';
import { promptOf, withDetails, withReadings } from '../../flows/session.ts';
import type { Unread } from '../pictures.ts';
import type { NotFetched } from '../ports.ts';
import type { Seen } from '../understanding/screen/seen.ts';
import { markRepeat } from '../view/repeat.ts';
import { type Conversation, type Lead, withLead } from './conversation.ts';
import { isOver } from './new-case.ts';

/** The result of looking at a file that was sent: what was seen, or why nothing could be. */
export type Sight = { readonly seen: Seen; readonly why: null } | { readonly seen: null; readonly why: Unseen };

/** The reason why a file could not be looked at: it is not there any more, the bot may not fetch it, it is of a kind or size that is not read, or it could not be read in time. */
export type Unseen = Unread | NotFetched;

/** A reading of what was sent. */
type SeenReading = Extract<Reading, { readonly from: Source }>;

/** Returns true for a reading of what was sent. */
export const wasSent = (reading: Reading): reading is SeenReading => 'from' in reading;

/** Returns the readings of what was sent that the person is asked about. */
const openIn = ({ snapshot }: Conversation): readonly SeenReading[] => snapshot.context.candidates.filter(wasSent);

/** Maximum number of codes that are offered, and of facts beside them. */
const most = { codes: 3, facts: 4 };

/**
 * Asks whether what was seen on a picture, or in a log, is right: nothing of it is taken before. What is known, or was
 * denied, is not asked; what is asked already is asked together with it. `more`: others are still to be read, so that
 * one of which nothing came is passed over. Returns the same conversation where there is nothing to say.
 */
export function sees(before: Conversation, from: Source, { seen, why }: Sight, more: boolean): Conversation {
  const prompt = promptOf(before.snapshot);
  if (prompt.kind === 'closed' && prompt.outcome === 'escalated') return before;
  const open = openIn(before);
  const talk: Conversation = { ...before, lead: [] };
  const readings = seen === null ? [] : merged(open, readingsOf(before, seen, from));
  const secret: readonly Lead[] = seen?.secret === true ? [{ say: 'sight-secret' }] : [];
  if (seen !== null && !isSame(readings, open)) {
    const isUnclear = seen.unclear && readings.every(({ facts }) => facts.errorCodes === undefined);
    const unclear: readonly Lead[] = isUnclear ? [{ say: 'sight-unclear' }] : [];
    return offered(withLead(talk, ...secret, ...calming(seen), ...unclear), readings);
  }
  if (open.length > 0) return secret.length > 0 ? offered(withLead(talk, ...secret), open) : before;
  if (more && secret.length === 0) return before;
  return markRepeat(
    before,
    withLead(talk, ...secret, ...(more ? [] : [{ say: unseenOf(before, seen, why) } as const])),
  );
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const offered = (talk: Conversation, readings: readonly SeenReading[]): Conversation => ({
  ...talk,
  snapshot: withReadings(talk.snapshot, readings),
});

/** Returns the conversation without the question about what was seen: where what comes in cannot be its answer, as an edit of the message that was sent with a picture, or a form that was open before. */
export const behindSight = (talk: Conversation): Conversation => (openIn(talk).length === 0 ? talk : offered(talk, []));

/** Returns the conversation with the question about what was seen asked again, where the person has told something else instead of answering it. Whoever has typed a code is asked about no other. */
export function stillAsking(before: Conversation, next: Conversation): Conversation {
  const isTold = next.lead.some((lead) => 'noted' in lead || 'answer' in lead);
  const isSameCase = isOver(before) === isOver(next) && promptOf(next.snapshot).kind !== 'closed';
  if (!isTold || !isSameCase || next.snapshot.context.candidates.length > 0) return next;
  const typed = codesIn(next).some((code) => !codesIn(before).includes(code));
  const open = openIn(before)
    .slice(0, typed ? 1 : undefined)
    .flatMap(({ facts, from }) => asNews(next, { facts: typed ? forget(facts, ['errorCodes']) : facts, from }));
  return open.length === 0 ? next : offered(next, open);
}

const codesIn = ({ snapshot }: Conversation): readonly string[] => snapshot.context.facts.errorCodes ?? [];

/** Returns the conversation in which the person has denied what was seen: it is not asked about again, and they are asked to write it. */
export function denied(talk: Conversation): Conversation {
  const tokens = openIn(talk).flatMap(({ facts }) => tokensOf(facts));
  const all = [...new Set([...deniedIn(talk), ...tokens])].slice(-remembered).join(' ');
  const snapshot = withDetails(talk.snapshot, { [field]: all });
  return withLead({ ...talk, snapshot }, { say: 'sight-denied' });
}

/** The detail, which no form shows, that keeps what was denied, and how much of it. */
const field = 'denied-sight';
const remembered = 40;

const deniedIn = ({ snapshot }: Conversation): readonly string[] =>
  (snapshot.context.details[field] ?? '').split(' ').filter((token) => token !== '');

/** Returns facts as words without blanks, each code and each slot with its value. */
const tokensOf = ({ errorCodes = [], ...facts }: Facts): readonly string[] => [
  ...errorCodes,
  ...Object.entries(facts).map(([slot, value]) => `${slot}=${value}`),
];

/** Returns what of some facts is neither known nor denied. Nothing of a closed case holds for what is sent after it. */
function newsOf(talk: Conversation, { errorCodes = [], ...facts }: Facts): Facts {
  const known: Facts = isOver(talk) ? {} : talk.snapshot.context.facts;
  const gone = deniedIn(talk);
  const codes = errorCodes.filter((code) => !known.errorCodes?.includes(code) && !gone.includes(code));
  const others = Object.entries(facts).filter(
    ([slot, value]) => known[slot as keyof Facts] !== value && !gone.includes(`${slot}=${value}`),
  );
  return { ...Object.fromEntries(others), ...(codes.length > 0 && { errorCodes: codes }) };
}

function asNews(talk: Conversation, { facts, from }: SeenReading): readonly SeenReading[] {
  const news = newsOf(talk, facts);
  return Object.keys(news).length === 0 ? [] : [{ facts: news, from }];
}

/** Returns the readings of what was seen: one, or one for each of several codes, with the same facts beside it. */
function readingsOf(talk: Conversation, seen: Seen, from: Source): readonly SeenReading[] {
  const { facts, codes, page } = seen;
  // A warning that wants a call shows codes of its own making.
  const isWarning = page === 'warning';
  const news = newsOf(talk, { ...facts, ...(!isWarning && codes.length > 0 && { errorCodes: codes }) });
  const { errorCodes = [], ...others } = news;
  const blue: readonly Facts[] = [{ drive: 'failing' }, { subject: 'other' }];
  if (page === 'blue-screen' && errorCodes.length === 0)
    return blue.flatMap((one) => asNews(talk, { facts: one, from }));
  return together(errorCodes, others, from);
}

/** Returns the readings of codes of which one is right, and of the facts beside each. */
function together(codes: readonly string[], facts: Facts, from: Source): readonly SeenReading[] {
  const beside: Facts = Object.fromEntries(Object.entries(facts).slice(0, most.facts));
  if (codes.length === 0) return Object.keys(beside).length === 0 ? [] : [{ facts: beside, from }];
  return codes.slice(0, most.codes).map((code) => ({ facts: { ...beside, errorCodes: [code] }, from }));
}

/** Returns the readings that are asked about with those of another picture added. */
function merged(open: readonly SeenReading[], news: readonly SeenReading[]): readonly SeenReading[] {
  const [first] = open;
  if (first === undefined || news.length === 0) return first === undefined ? news : open;
  const all = [...open, ...news];
  const codes = [...new Set(all.flatMap(({ facts }) => facts.errorCodes ?? []))];
  const facts = [...sharedBy(news), ...sharedBy(open)];
  return together(codes, Object.fromEntries(facts), first.from);
}

/** Returns the facts besides codes that all of some readings have. */
const sharedBy = (readings: readonly SeenReading[]): readonly (readonly [string, unknown])[] =>
  Object.entries(readings[0]?.facts ?? {}).filter(
    ([slot, value]) => slot !== 'errorCodes' && readings.every(({ facts }) => facts[slot as keyof Facts] === value),
  );

/** Returns what is said at once of a picture on which something alarming is seen. */
function calming({ page }: Seen): readonly Lead[] {
  if (page === 'warning') return [{ say: 'sight-warning' }];
  return page === 'blue-screen' ? [{ say: 'sight-blue' }] : [];
}

type Sentence = Extract<Lead, { readonly say: unknown }>['say'];

/** Returns the sentence about something of which nothing is asked: what to send instead, or that it is known. */
function unseenOf(talk: Conversation, seen: Seen | null, why: Unseen | null): Sentence {
  if (seen === null) return why === null ? 'sight-nothing' : sentences[why];
  const tokens = tokensOf({ ...seen.facts, errorCodes: seen.codes });
  if (tokens.some((token) => deniedIn(talk).includes(token))) return 'sight-failed';
  if (seen.unclear) return 'sight-unclear';
  return tokens.length > 0 ? 'sight-known' : 'sight-nothing';
}

const sentences: Readonly<Record<Unseen, Sentence>> = {
  gone: 'sight-gone',
  // To send it again would not help.
  'not allowed': 'sight-failed',
  'not this type': 'send-picture',
  'not a picture': 'send-picture',
  heic: 'sight-heic',
  'too large': 'sight-large',
  damaged: 'sight-failed',
  failed: 'sight-failed',
};
