import type { Reading } from '../../flows/events.ts';
import type { Facts } from '../../flows/facts.ts';
import type { Proposed } from '../proposals.ts';
import { type Asked, placeAsked } from './asked.ts';
import { proposable } from './costs.ts';
import { fold } from './fold.ts';
import type { Understood } from './index.ts';
import { likelihoods, modelLabels } from './learnt.ts';
import { readingOf } from './meanings.ts';

/** A label that a model has proposed and a message bears: with where its words stand in the text without secrets (UTF-16 offsets). It holds none of the words. */
export interface Borne {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Maximum number of labels of one message. */
const most = 6;
/** The fewest characters that bear a label. */
const shortest = 2;
const scheme: ReadonlySet<string> = new Set(modelLabels);

/** Returns what of a proposal a message bears: labels of the scheme whose words stand in it literally, of the person's own PC, as it is now. Everything else is dropped. */
export function borneBy(text: string, proposed: readonly Proposed[]): readonly Borne[] {
  const borne = proposed.flatMap(({ label, quote, whose, when }): readonly Borne[] => {
    const words = quote.trim();
    const start = words.length < shortest ? -1 : text.indexOf(words);
    if (start < 0 || whose === 'other' || when !== 'now' || !scheme.has(label)) return [];
    return [{ label, start, end: start + words.length }];
  });
  return borne.filter(({ label }, n) => borne.findIndex((other) => other.label === label) === n).slice(0, most);
}

/** Labels of the own reading by which a message speaks of another PC, or of another time. */
const isElsewhereBy = (label: string): boolean => label === 'whose=other' || label.startsWith('when=');
/** How likely the own reading has to find such a label for no fact of a proposal to count. */
const doubtful = 0.5;

/** Returns what a message says with what of a proposal it bears. What costs little where it is wrong is taken, and said back in the reply; what costs more becomes a button; what the own reading contradicts counts for nothing. The own reading stays as it is. */
export function withProposal(heard: Understood, borne: readonly Borne[], asked: Asked): Understood {
  if (borne.length === 0) return heard;
  const place = placeAsked(asked);
  const own = likelihoods(fold(heard.text), place);
  const isElsewhere = [...own].some(([label, likely]) => isElsewhereBy(label) && likely >= doubtful);
  const rated = borne.flatMap((one) => {
    const reading = readingOf(one.label, asked.at);
    const may = proposable(one.label, place, own.get(one.label) ?? 0);
    if (reading === undefined || may === 'never' || (isElsewhere && 'facts' in reading)) return [];
    return contradicts(reading, heard) ? [] : [{ ...one, reading, may }];
  });
  const taken = rated.filter(({ may }) => may === 'taken').map(({ reading }) => reading);
  const facts: Facts = Object.assign({}, ...taken.map((one) => ('facts' in one ? one.facts : {})), heard.facts);
  const intent = heard.intent ?? taken.flatMap((one) => ('intent' in one ? one.intent : []))[0];
  const topic = heard.topic ?? taken.flatMap((one) => ('topic' in one ? one.topic : []))[0];
  const asking = rated.filter(({ may }) => may === 'asked');
  const left = taken.length > 0 ? heard.candidates.filter(isGrave) : heard.candidates;
  const candidates = distinct([...left.filter(isGrave), ...asking.map(({ reading }) => reading), ...left]).slice(0, 3);
  const [first] = asking;
  const quoted = first === undefined || left.some(isGrave) ? heard.quote : heard.text.slice(first.start, first.end);
  return {
    ...heard,
    labels: [...heard.labels, ...rated.filter(({ may }) => may === 'taken').map(({ label }) => label)],
    facts,
    intent,
    topic,
    candidates,
    quote: candidates.length === 0 ? '' : quoted,
  };
}

/** Returns true where a fact is told otherwise already. */
const contradicts = (reading: Reading, { facts }: Understood): boolean =>
  'facts' in reading &&
  Object.entries(reading.facts).some(([slot, value]) => {
    const known = facts[slot as keyof Facts];
    return known !== undefined && known !== value;
  });

const isGrave = (reading: Reading): boolean =>
  'facts' in reading && ['drive', 'data', 'scam', 'malware', 'protection'].some((slot) => slot in reading.facts);

const distinct = (readings: readonly Reading[]): readonly Reading[] => [
  ...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values(),
];
