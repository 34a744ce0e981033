import type { Intent, Reading, Topic } from '../../flows/events.ts';
import { type Facts, gravest, slots } from '../../flows/facts.ts';
import { question } from '../../flows/questions.ts';
import { type Asked, placeAsked } from './asked.ts';
import {
  ahead,
  doubted,
  faint,
  feared,
  grave,
  hinted,
  late,
  perhapsOthers,
  thresholdOf,
  unhinted,
  unlikely,
} from './costs.ts';
import { likelihoods } from './learnt.ts';
import type { Likelihoods } from './likelihood.ts';
import { answerTo, readingOf } from './meanings.ts';
import { isByTheWay } from './origin-kept.ts';
import { asksSomething } from './question-asked.ts';
import { classesIn } from './stretches.ts';

/** A reading of a message: what is taken, and what is only likely. */
export interface Decided {
  /** The labels that are taken (`docs/labels.md`), the likeliest first. */
  readonly labels: readonly string[];
  readonly facts: Facts;
  readonly intent: Intent | undefined;
  readonly topic: Topic | undefined;
  /** The readings of harm that are likely enough to be asked about whatever else is said, the likeliest first. */
  readonly alarms: readonly Reading[];
  /** The readings that are worth asking, the likeliest first. */
  readonly asked: readonly Reading[];
  /** The label that the first of it rests on. */
  readonly doubt: string | undefined;
}

/** A label, what it means to the conversation, and how likely it is. */
interface Likely {
  readonly label: string;
  readonly reading: Reading | undefined;
  readonly probability: number;
}

/** The most readings that are asked about at once. */
const most = 3;
/** The intents by which is heard first of several. */
const order: readonly Intent[] = [
  ...(['bypass', 'human', 'restart', 'cancel', 'solved', 'tried-all', 'not-solved', 'stuck'] as const),
  ...(['not-yet', 'repeat', 'skip', 'steps', 'all', 'done', 'next', 'continue', 'help'] as const),
  ...(['wrong', 'dont-know', 'no', 'yes', 'back'] as const),
];
/** Intents that are worth a question; a bare yes or no only by what it would tell. */
const askable: readonly Intent[] = [
  ...(['human', 'restart', 'cancel', 'solved', 'tried-all', 'not-solved', 'stuck', 'not-yet', 'skip'] as const),
];

/** Topics that say too little to be asked about. */
const vague: readonly Topic[] = ['problem', 'what-next', 'how-other', 'word-other', 'upset', 'hurry'];
/** Topics that are answered before any other: a warning is in their answer. */
const urgent: readonly Topic[] = ['scam', 'malware'];

/** Letters or digits; a mark that only lengthens a sound is none. */
const worded = /[\p{Lo}\p{Ll}\p{N}]/u;

/** Returns what a folded message is taken to say in the light of what the person is looking at, by the likelihood of each label and what a mistake would cost. After the end only harm is asked about: else the conversation has a question of its own there. */
export function decide(folded: string, asked: Asked): Decided {
  const { at } = asked;
  const place = placeAsked(asked);
  const all: Likelihoods = worded.test(folded) ? likelihoods(folded, place) : new Map();
  const other = all.get('whose=other') ?? 0;
  const likely: readonly Likely[] = [...all]
    .filter(([label, probability]) => probability >= unlikely && !(at === 'rescue' && label === 'intent=no'))
    .toSorted(([, one], [, other]) => other - one)
    .map(([label, probability]) => ({ label, probability, reading: readingOf(label, at) }));
  const isQuestion = asksSomething(folded);
  const needed = ({ label, reading }: Likely): number =>
    reading !== undefined && 'facts' in reading && other >= doubted ? late : thresholdOf(label, place, isQuestion);
  const sure = likely.filter((one) => one.probability >= needed(one));
  const isAsking = isQuestion && at !== 'closed' && !sure.some((one) => isTopic(one) || isMove(one));
  const questions = isAsking ? topicsOf(all, at) : [];
  const passed = isAhead(questions) ? [...sure, ...questions.slice(0, 1)] : sure;
  const here = passed.some(({ label }) => label === 'case=another') ? { ...asked, origin: undefined } : asked;
  const taken = passed.filter(
    (one) => !(rivals(one, passed) || isDisputed(one, passed, all) || isByTheWay(factsOf(one), here, folded)),
  );
  const facts = taken.map(factsOf).toReversed().reduce(joined, {});
  const readings = taken.flatMap(({ reading }) => reading ?? []);
  const intents = readings.flatMap((reading) => ('intent' in reading ? reading.intent : []));
  const topics = readings.flatMap((reading) => ('topic' in reading ? reading.topic : []));
  const denied = taken.flatMap(({ label }) => deniedBy(label, asked.origin) ?? []);
  const rest = likely
    .filter((one) => !taken.includes(one) && !(isQuestion && feared.includes(one.label)))
    .map((one) => ({ ...one, reading: told(one.reading, asked) }))
    .filter((one) => isAskable(one, other, asked) && !denied.includes(factsOf(one).origin ?? ''));
  const left = leftBy(denied, taken, asked);
  const alarming = other < perhapsOthers ? [...alarmsIn(all, folded, taken), ...endIn(all, taken)] : [];
  const alarms = distinct(alarming.flatMap((label) => readingOf(label, at) ?? []));
  const asking = rest.length > 0 || taken.length > 0 ? rest : questions;
  const worthAsking = [...left, ...alarms, ...asking.flatMap(({ reading }) => reading ?? [])];
  return {
    labels: taken.map(({ label }) => label),
    facts,
    intent: order.find((intent) => intents.includes(intent)) ?? intents[0],
    topic: topics.find((topic) => urgent.includes(topic)) ?? topics.find((topic) => topic !== 'problem') ?? topics[0],
    alarms: alarms.slice(0, most),
    asked: at === 'closed' ? alarms.slice(0, most) : distinct(worthAsking).slice(0, most),
    doubt:
      left.length > 0
        ? taken.find(({ label }) => deniedBy(label, asked.origin) !== undefined)?.label
        : (alarming[0] ?? asking[0]?.label),
  };
}

const joined = (all: Facts, one: Facts): Facts => ({ ...all, ...one, ...gravest(all, one), ...licensed(all, one) });

/** The messages that are left on the screen, or sent by mail, although Windows is activated. */
const leftOver: readonly Facts['message'][] = ['watermark', 'expires-soon'];
/** Returns that a digital licence is shown where a message that may be left over is told beside it. */
const licensed = (all: Facts, one: Facts): Facts =>
  [all, one].some(({ message }) => message === 'digital-license') &&
  [all, one].some(({ message }) => leftOver.includes(message))
    ? { message: 'digital-license' }
    : {};
const factsOf = ({ reading }: Likely): Facts => (reading !== undefined && 'facts' in reading ? reading.facts : {});

/** Returns true for an intent that moves the talk. */
const isMove = ({ reading }: Likely): boolean =>
  reading !== undefined && 'intent' in reading && order.includes(reading.intent);
const isTopic = ({ label }: Likely): boolean => label.startsWith('topic=');
/** Returns the topics that a question may have, the likeliest first. */
const topicsOf = (all: Likelihoods, at: Asked['at']): readonly Likely[] =>
  [...all]
    .map(([label, probability]) => ({ label, probability, reading: readingOf(label, at) }))
    .filter((one) => isTopic(one) && one.probability >= faint && isAskable(one, 0, { question: undefined }))
    .toSorted((one, other) => other.probability - one.probability);
/** Returns true where the first of several topics is likeliest by far: to a question, the likeliest answer is better than none. */
const isAhead = ([first, second]: readonly Likely[]): boolean =>
  first !== undefined &&
  first.probability >= ahead.least &&
  first.probability >= ahead.times * (second?.probability ?? 0);

/** Returns true for one of two readings of whose the PC is: neither is taken. */
const rivals = (one: Likely, all: readonly Likely[]): boolean =>
  one.label.startsWith('origin=') && all.some((other) => other !== one && other.label.startsWith('origin='));

/** The labels that take back in the same breath that Windows is activated, or say it of another time, PC or product. */
const disputing = /^(?:intent=(?:not-solved|problem|stuck)|message=watermark|malware=|whose=|when=|subject=)/;
const ends: readonly string[] = ['message=activated', 'intent=solved'];
const unsolved: readonly string[] = ['intent=not-solved', 'intent=problem'];
/** Returns true where it is said that all is well, and something beside it that it cannot be true with, or that may be the contrary. */
const isDisputed = ({ label, probability }: Likely, passed: readonly Likely[], all: Likelihoods): boolean =>
  ends.includes(label) &&
  (passed.some((other) => disputing.test(other.label) || (isTopic(other) && probability < late)) ||
    unsolved.some((one) => (all.get(one) ?? 0) >= unlikely));

/** Returns what a bare yes or no would tell there; any other reading as it is. */
function told(reading: Reading | undefined, { question: id, at }: Asked): Reading | undefined {
  if (reading === undefined || !('intent' in reading)) return reading;
  const { intent } = reading;
  if (intent !== 'yes' && intent !== 'no') return reading;
  if (at === 'check') return { intent: intent === 'yes' ? 'solved' : 'not-solved' };
  const facts = id === undefined ? undefined : answerTo(id, intent);
  return facts === undefined ? reading : { facts };
}

/** Facts, and slots, that lead nowhere else: they are asked about only where the question is about them. */
const idle: readonly string[] = [
  ...['edition=home', 'edition=pro', 'reader=helper', 'network=ok', 'clock=right', 'hardware=unchanged', 'recent=none'],
  ...['sale', 'seller', 'place', 'vpn', 'provenance', 'ownership', 'part'],
];
const isIdle = (label: string): boolean => idle.includes(label) || idle.includes(label.split('=')[0] ?? '');

const isAskable = ({ label, reading }: Likely, other: number, { question: id }: Pick<Asked, 'question'>): boolean => {
  if (reading === undefined) return false;
  if ('facts' in reading) {
    const asksFor: readonly string[] = id === undefined ? [] : question(id).slots;
    const isAsked = Object.keys(reading.facts).some((slot) => asksFor.includes(slot));
    return other < perhapsOthers && (isAsked || !isIdle(label));
  }
  return 'intent' in reading ? askable.includes(reading.intent) : !vague.includes(reading.topic);
};

/** Returns what is left to ask where a message tells only whose the PC is not, or only that an employer provided it, or that a work account is on it. */
function leftBy(denied: readonly string[], taken: readonly Likely[], { origin }: Asked): readonly Reading[] {
  if (denied.length === 0 || taken.some(({ label }) => label.startsWith('origin='))) return [];
  const left = slots.origin.filter((one) => !denied.includes(one) && one !== origin);
  return left.map((one) => ({ facts: { origin: one } }));
}

/** Returns the labels of what would do harm if it were missed, where nothing of their slot is taken; the likeliest first. */
function alarmsIn(all: Likelihoods, folded: string, taken: readonly Likely[]): readonly string[] {
  const slots = taken.map(({ label }) => label.split('=')[0]);
  const likely = Object.entries(grave)
    .map(([label, words]) => ({ label, words, p: all.get(label) ?? 0 }))
    .filter(({ label, p }) => p >= hinted && !slots.includes(label.split('=')[0]))
    .toSorted((one, other) => other.p - one.p);
  // A question has such words as well, and tells of nothing. Most messages have no need to be searched for them.
  const isSearched = !slots.includes('topic') && likely.some(({ p }) => p < unhinted);
  const found = isSearched ? classesIn(folded) : new Set<string>();
  return likely
    .filter(({ p, words }) => p >= unhinted || words.some((word) => found.has(word)))
    .map(({ label }) => label);
}

/** Returns the end of the trouble where it is likely and not taken: who thanks for it, or tells how it came, is asked whether it is gone. */
function endIn(all: Likelihoods, taken: readonly Likely[]): readonly string[] {
  const probability = all.get('intent=solved') ?? 0;
  const isTaken = taken.some(
    ({ reading }) => reading !== undefined && 'intent' in reading && reading.intent === 'solved',
  );
  const isUnsolved = unsolved.some((one) => (all.get(one) ?? 0) >= probability);
  return probability >= doubted && !isTaken && !isUnsolved ? ['intent=solved'] : [];
}

/** Returns whose the PC is not, by a label. Where nothing else is known of it, one that an employer provided is not new, and one with a work account is not second-hand. */
function deniedBy(label: string, origin: Facts['origin']): string | undefined {
  if (label.startsWith('not=')) return label.slice('not='.length);
  if (origin !== undefined) return undefined;
  return { 'provenance=employer': 'personal', 'account=work': 'used' }[label];
}

const distinct = (readings: readonly Reading[]): readonly Reading[] => [
  ...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values(),
];
