import { type Intent, intents, type Reading, type Topic, topics } from '../../flows/events.ts';
import { type Facts, type Slot, slots } from '../../flows/facts.ts';
import type { Asked } from './asked.ts';
import { likelihoods } from './likelihood.ts';

/**
 * How sure a reading must be before it is taken; what is less sure is asked. The costs are not equal. To miss a drive
 * that fails, a scam or protection that is off does harm, so those are taken early. A backup, protection that is on
 * and an end that are not there do harm as well, so those are taken late.
 */
const early = 0.35;
const usual = 0.6;
const late = 0.8;
/** The likelihood below which a reading is not even asked. */
const unlikely = 0.15;

const soon: readonly string[] = [
  'drive=failing',
  'drive=noisy',
  'data=lost',
  'protection=off',
  'protection=stuck',
  'scam',
  'malware',
];
const slow: readonly string[] = [
  ...['data=backed-up', 'data=none', 'protection=on', 'drive=fine', 'drive=quiet', 'drive=steady', 'reinstall=wanted'],
  ...['solved', 'cancel', 'restart', 'bypass', 'tried-all'].map((intent) => `intent=${intent}`),
];
const thresholdOf = (label: string): number =>
  soon.some((one) => label === one || label.startsWith(`${one}=`)) ? early : slow.includes(label) ? late : usual;

/** Labels that the conversation has under another name. */
const meant: Readonly<Record<string, string>> = {
  'intent=write': 'intent=human',
  'intent=worried': 'topic=upset',
  'intent=problem': 'topic=problem',
  'scam=told': 'topic=scam',
  'scam=installed': 'topic=scam',
  'scam=paid': 'topic=scam',
  'malware=found': 'topic=malware',
};

/** A reading of a message: what is taken, and what is only likely, the likeliest first. */
export interface Decided {
  readonly likelihoods: ReadonlyMap<string, number>;
  readonly facts: Facts;
  readonly intent: Intent | undefined;
  readonly topic: Topic | undefined;
  readonly asked: readonly Reading[];
}

/** The most readings that are asked about at once. */
const most = 3;
/** Where a bare word would decide over data, over protection or over the end: it takes more than a likelihood. */
const grave: readonly Asked['at'][] = ['putback', 'rescue', 'check'];
const bare: readonly string[] = ['intent=yes', 'intent=no', 'intent=done'];
/** From these likelihoods on that a message speaks of another's PC, a fact is not asked; it must be as likely as one that is taken late. */
const perhapsOthers = 0.05;
const others = 0.3;

/** Returns what a folded message is taken to say in the light of what the person is looking at, by the likelihood of each label and what a mistake would cost. After the end nothing is asked: there the conversation has a question of its own. */
export function decide(folded: string, { question, at }: Asked): Decided {
  const place = question ?? (at === 'question' ? 'none' : at === 'stuck' ? 'step' : at);
  const all = likelihoods(folded, place);
  const other = all.get('whose=other') ?? 0;
  const silent = grave.includes(at) || question === 'data' ? bare : [];
  const likely = [...all]
    .filter(([label, probability]) => probability >= unlikely && !silent.includes(label))
    .toSorted(([, one], [, other]) => other - one);
  const facts: Partial<Record<Slot, string>> = {};
  const readings: { intent?: Intent; topic?: Topic } = {};
  const asked: Reading[] = [];
  for (const [label, probability] of likely) {
    const reading = readingOf(meant[label] ?? label);
    if (reading === undefined) continue;
    const threshold = 'facts' in reading && other >= others ? late : thresholdOf(label);
    const passed = 'facts' in reading && other >= perhapsOthers;
    if (probability < threshold) asked.push(...(passed ? [] : [reading]));
    else if ('facts' in reading) Object.assign(facts, { ...reading.facts, ...facts });
    else if ('intent' in reading) readings.intent ??= reading.intent;
    else readings.topic ??= reading.topic;
  }
  return {
    likelihoods: all,
    facts: facts as Facts,
    intent: readings.intent,
    topic: readings.topic,
    asked: at === 'closed' ? [] : asked.filter(isNoLament).slice(0, most),
  };
}

const isNoLament = (reading: Reading): boolean => !('topic' in reading && reading.topic === 'problem');

/** Returns what a label means to the conversation; undefined if it knows nothing of it. */
function readingOf(label: string): Reading | undefined {
  const [name = '', value = ''] = label.split('=');
  if (name === 'intent') return intents.some((one) => one === value) ? { intent: value as Intent } : undefined;
  if (name === 'topic') return topics.some((one) => one === value) ? { topic: value as Topic } : undefined;
  const values: readonly string[] | undefined = slots[name as Slot];
  return values?.includes(value) === true ? { facts: { [name]: value } } : undefined;
}

/** The likelihood below which the model contradicts a pattern: its reading is not taken, but asked. */
const contradicted = 0.03;
/** Where the model may contradict. It leaves alone what does harm when it is missed, and what one word commands. */
const doubtable: readonly string[] = ['origin', 'place', 'vpn', 'network', 'hardware'];
const doubtableIntents: readonly Intent[] = ['dont-know', 'not-solved'];

/** The facts and the intent that patterns found in a message. */
interface Told {
  readonly facts: Facts;
  readonly intent: Intent | undefined;
}

/** Returns what patterns found without what the model contradicts: of a slot of which it is sure itself, its own value; else nothing, and what is contradicted is asked. What a bare yes or no `answered` is not doubted. */
export function agree(
  { facts, intent }: Told,
  answered: Facts,
  { likelihoods: all, facts: learned, asked }: Decided,
): Told & Pick<Decided, 'asked'> {
  const contradicts = (label: string) => (all.get(label) ?? 1) < contradicted;
  // Whose PC it is that somebody kept who left has a question of its own.
  const doubted = Object.entries(facts).filter(
    ([slot, value]) =>
      doubtable.includes(slot) &&
      !(slot in answered) &&
      contradicts(`${slot}=${value}`) &&
      !(slot === 'origin' && 'employment' in facts),
  );
  const gone = doubted.map(([slot]) => slot);
  const instead = Object.entries(learned).filter(([slot]) => gone.includes(slot));
  const kept = Object.entries(facts).filter(([slot]) => !gone.includes(slot));
  const vague = intent !== undefined && doubtableIntents.includes(intent) && contradicts(`intent=${intent}`);
  const perhaps: readonly Reading[] = [
    ...doubted.map(([slot, value]) => ({ facts: { [slot]: value } })),
    ...(vague ? [{ intent }] : []),
  ];
  const others = asked.filter((reading) => !perhaps.some((one) => JSON.stringify(one) === JSON.stringify(reading)));
  return {
    facts: Object.fromEntries([...kept, ...instead]),
    intent: vague ? undefined : intent,
    asked: [...perhaps, ...others].slice(0, most),
  };
}
