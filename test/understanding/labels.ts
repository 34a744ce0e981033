import type { Asked, Understood } from '../../src/bot/understanding/index.ts';

/** One labelled utterance, as the development sets write it. */
export interface Item {
  readonly t: string;
  readonly ctx?: string;
  readonly opts?: readonly string[];
  readonly yes?: string;
  readonly no?: string;
  readonly l: readonly string[];
  readonly code?: readonly string[];
  readonly edition?: string;
  readonly key?: boolean;
}

/** The labels that a set uses, by kind; what it does not use is not held against a reading. */
export type Space = Readonly<Record<string, readonly string[]>>;

/** A file of utterances. */
export interface LabelledSet {
  readonly labels?: Space;
  readonly items: readonly Item[];
}

/** The space of sets that do not name one. */
export const usualSpace: Space = {
  origin: ['personal', 'org', 'used'],
  place: ['remote', 'office'],
  vpn: ['on', 'off'],
  net: ['down', 'ok'],
  hw: ['changed', 'unchanged'],
  data: ['risk', 'backed_up'],
  intent: 'yes no done solved not_solved dont_know back restart human reinstall worried piracy'.split(' '),
};

const names: Readonly<Record<string, string>> = { hardware: 'hw', network: 'net', drive: 'data' };
const values: Readonly<Record<string, string>> = {
  'origin=organization': 'origin=org',
  'data=backed-up': 'data=backed_up',
  'data=failing': 'data=risk',
  'data=noisy': 'data=risk',
  'data=lost': 'data=risk',
  'topic=may-reinstall': 'intent=reinstall',
  'topic=phone-number': 'intent=human',
  'protection=stuck': 'protection=off',
  'reinstall=wanted': 'intent=reinstall',
  'topic=illegal': 'intent=worried',
  'intent=bypass': 'intent=piracy',
};
/** Readings that a set without a label of their own counts under a nearer one. */
const nearer: Readonly<Record<string, string>> = {
  'intent=stuck': 'intent=dont_know',
  'intent=tried_all': 'intent=not_solved',
  'vpn=none': 'vpn=off',
  'topic=will-it-stop': 'intent=worried',
  'topic=reset-erases': 'topic=files',
  'topic=vpn-connect': 'topic=vpn',
};
const meanings = ['vpn', 'kms', 'edition', 'product-key', 'error-code', 'where-to-look'];

/** The labels of a reading, as far as the space covers them. */
export function labelsOf(read: Understood, item: Item, space: Space): readonly string[] {
  if (read.choice !== undefined && item.opts?.includes(read.choice)) return [read.choice];
  const covered = (label: string) => space[label.split('=')[0] ?? '']?.includes(label.split('=')[1] ?? '') === true;
  const { errorCodes: _, edition: __, ...facts } = read.facts;
  const told = Object.entries(facts).map(([slot, value]) => `${names[slot] ?? slot}=${value}`);
  const intent = read.intent === undefined ? [] : [`intent=${onCheck(read.intent, item).replaceAll('-', '_')}`];
  const topic = read.topic === undefined ? [] : [`topic=${read.topic}`];
  const language = read.language === undefined ? [] : [`language=${read.language}`];
  const all = [...told, ...intent, ...language, ...topic].map((label) => values[label] ?? label);
  const labels = all.map((label) => (covered(label) ? label : (nearer[label] ?? label)));
  const asksMeaning = /って(?:何|なに|なん|どう|どこ)|とは|意味|what|where|how|どこ/i.test(item.t);
  const word = asksMeaning && read.topic !== undefined && meanings.includes(read.topic) && space['topic'] === undefined;
  if (word && intent.length === 0 && told.length === 0) labels.push('intent=dont_know');
  const asked = labels.map((label) =>
    label === 'intent=yes' ? (item.yes ?? label) : label === 'intent=no' ? (item.no ?? label) : label,
  );
  return [...new Set(asked.filter(covered))].toSorted();
}

/** At "is it gone?" yes and no say how it ended. */
const onCheck = (intent: string, { ctx }: Item): string =>
  ctx === 'check' ? ({ yes: 'solved', no: 'not_solved' }[intent] ?? intent) : intent;

/** What the person of an item is looking at. */
export function askedOf({ ctx, opts }: Item): Asked {
  const choices = (opts ?? []).map((label) => ({ id: label, label }));
  if (ctx === 'step' || ctx === 'check') return { question: undefined, at: ctx, choices };
  const id = ctx === 'hw' ? 'hardware' : ctx;
  return { question: id as Asked['question'], at: ctx === undefined ? 'closed' : 'question', choices };
}
