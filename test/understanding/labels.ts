import { isDeepStrictEqual } from 'node:util';
import type { Asked, Understood } from '../../src/bot/understanding/index.ts';
import { answerTo } from '../../src/bot/understanding/meanings.ts';
import { questions } from '../../src/flows/questions.ts';
import { candidateLabels } from './readings.ts';

/** One labelled utterance: as the older sets write it (`ctx`, `l`), or as examples do (`asked`, `labels`). */
export interface Item {
  readonly t: string;
  readonly ctx?: string;
  readonly asked?: string;
  readonly opts?: readonly string[];
  readonly yes?: string;
  readonly no?: string;
  readonly l?: readonly string[];
  readonly labels?: readonly string[];
  readonly code?: readonly string[];
  readonly edition?: string;
  readonly key?: boolean;
}

/** The labels that a set is judged by, by kind; others are left out on both sides. `undefined`: every label. */
export type Space = Readonly<Record<string, readonly string[]>> | undefined;

/** A file of utterances. */
export interface LabelledSet {
  readonly labels?: Exclude<Space, undefined>;
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

/** What the older sets call a label of the scheme (`docs/labels.md`). */
const older: Readonly<Record<string, string>> = {
  'origin=organization': 'origin=org',
  'data=backed-up': 'data=backed_up',
  'drive=failing': 'data=risk',
  'drive=noisy': 'data=risk',
  'data=lost': 'data=risk',
  'topic=may-reinstall': 'intent=reinstall',
  'topic=need-reinstall': 'intent=reinstall',
  'reinstall=wanted': 'intent=reinstall',
  'topic=illegal': 'intent=worried',
  'intent=bypass': 'intent=piracy',
  'intent=write': 'intent=human',
};
const slots: Readonly<Record<string, string>> = { hardware: 'hw', network: 'net' };
/** Labels that a space without them has under a nearer one. */
const nearer: Readonly<Record<string, string>> = {
  'intent=stuck': 'intent=dont_know',
  'intent=tried_all': 'intent=not_solved',
  'intent=wrong': 'intent=back',
  'vpn=none': 'vpn=off',
  'topic=will-it-stop': 'intent=worried',
  'topic=reset-erases': 'topic=files',
  'topic=vpn-connect': 'topic=vpn',
};

/** Returns labels as a space names them; without one, as they are. */
function within(labels: readonly string[], space: Space): readonly string[] {
  if (space === undefined) return [...new Set(labels)].toSorted();
  const isCovered = (label: string) => space[label.split('=')[0] ?? '']?.includes(label.split('=')[1] ?? '') === true;
  const named = labels.map((label) => {
    const [slot = '', value = ''] = label.split('=');
    const own = `${slots[slot] ?? slot}=${slot === 'intent' ? value.replaceAll('-', '_') : value}`;
    const name = isCovered(own) ? own : (older[label] ?? own);
    return isCovered(name) ? name : (nearer[name] ?? name);
  });
  return [...new Set(named.filter(isCovered))].toSorted();
}

/** Returns the labels that an utterance should be given. */
export const expectedOf = ({ l = [], labels = l, code = [], edition, key }: Item, space: Space): readonly string[] =>
  [
    ...within(labels, space),
    ...code,
    ...(edition === undefined ? [] : [`edition=${edition.toLowerCase()}`]),
    ...(key === true ? ['key'] : []),
  ].toSorted();

/** Returns the labels that a reading has. */
export function labelsOf(read: Understood, item: Item, space: Space): readonly string[] {
  if (read.choice !== undefined && item.opts?.includes(read.choice)) return [read.choice];
  const language = read.language === undefined ? [] : [`language=${read.language}`];
  const put = ({ yes, no }: Item) => ({ 'intent=yes': yes, 'intent=no': no }) as Readonly<Record<string, string>>;
  const said = [...read.labels, ...language].map((label) => put(item)[label] ?? onCheck(label, item));
  const { errorCodes = [], edition } = read.facts;
  const told = item.l !== undefined && edition !== undefined ? [`edition=${edition}`] : [];
  const codes = item.l === undefined ? [] : errorCodes;
  return [...within(said, space), ...codes, ...told, ...(item.key === true && read.secrets.length > 0 ? ['key'] : [])]
    .filter((label, at, all) => all.indexOf(label) === at)
    .toSorted();
}

/** Returns the labels of what a reading asks about. */
export const askedLabelsOf = (read: Understood, item: Item, space: Space): readonly string[] =>
  within(
    [...candidateLabels(read.candidates), ...bareAsked(read, item)].map((label) => onCheck(label, item)),
    space,
  );

/** Returns a bare yes or no that is asked about by what it would tell there. */
const bareAsked = ({ candidates }: Understood, item: Item): readonly string[] => {
  const { question, at } = askedOf(item);
  return (['yes', 'no'] as const).flatMap((bare) => {
    const facts = question === undefined ? undefined : answerTo(question, bare);
    const end = { intent: bare === 'yes' ? 'solved' : 'not-solved' };
    const reading = at === 'check' ? end : { facts };
    return candidates.some((one) => isDeepStrictEqual(one, reading)) ? [`intent=${bare}`] : [];
  });
};

/** At "is it gone?" yes and no say how it ended. */
const onCheck = (label: string, { ctx, asked = ctx, l }: Item): string =>
  asked === 'check' && l !== undefined
    ? ({ 'intent=yes': 'intent=solved', 'intent=no': 'intent=not-solved' }[label] ?? label)
    : label;

/** Returns what the person of an utterance is looking at. */
export function askedOf({ ctx, asked = ctx, opts }: Item): Asked {
  const choices = (opts ?? []).map((label) => ({ id: label, label }));
  const place = asked === 'hw' ? 'hardware' : asked;
  if (place === undefined || place === 'none') return { question: undefined, at: 'question', choices };
  return place in questions
    ? { question: place as Asked['question'], at: 'question', choices }
    : { question: undefined, at: place as Asked['at'], choices };
}
