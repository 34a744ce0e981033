import { type AdviceCause, causeOf } from './cause.ts';
import { catalogue } from './codes.ts';
import type { Facts } from './facts.ts';
import { has, type ListId, list, listIds, listsThat } from './lists.ts';
import { known, type QuestionId, questionIds } from './questions.ts';
import { rescueOf, routeOf, showsOrganization } from './route.ts';

/** The names of all advice that is not a list: a failing drive or lost data (0a), protection to put back (0d), a server to wait for (2c). */
export const adviceIds = ['drive', 'lost', 'putback', 'wait'] as const;
/** The name of a piece of advice that is not a list. */
export type AdviceId = (typeof adviceIds)[number];
/** An item of the agenda: a question to ask, a list or advice to give. */
export type Item = QuestionId | ListId | AdviceId;
/** All items: advice first, then questions, then lists. */
export const items: readonly Item[] = [...adviceIds, ...questionIds, ...listIds];
/** An item that can be finished, and is then never given again. */
export type Finished = ListId | 'wait';

/** The part of the memory that decides the agenda. */
export interface Standing {
  readonly facts: Facts;
  readonly finished: readonly Finished[];
  /** The item under way. */
  readonly item: Item | undefined;
}

/** Returns the items that are left, first things first: table B1 of the domain, row by row. Empty: hand over to a person. */
export function agenda({ facts, finished, item }: Standing): readonly Item[] {
  const rescue = rescueOf(facts);
  if (rescue !== undefined) return [rescue]; // 0a
  const plan: readonly Item[] = [
    ...when(facts.data === 'risk' || facts.reinstall === 'wanted', ...saving), // 0b, 0c
    ...when(facts.reinstall === 'wanted', 'reason'),
    ...branch(facts),
  ].filter((next) => !isDone(next, facts, finished));
  const underway = lowering.some((id) => id === item && id === plan[0]);
  return facts.protection === 'off' && !underway ? ['putback', ...plan] : plan; // 0d
}

const saving = listsThat('protects-data');
const lowering = listsThat('lowers-protection');
const when = (condition: boolean, ...then: Item[]): Item[] => (condition ? then : []);
const isQuestion = (item: Item): item is QuestionId => questionIds.some((id) => id === item);
const isDone = (item: Item, facts: Facts, finished: readonly Finished[]) =>
  isQuestion(item) ? known(facts, item) : finished.some((id) => id === item);

function branch(facts: Facts): readonly Item[] {
  switch (routeOf(facts)) {
    case undefined:
      return ['origin']; // 1b
    case 'unsorted':
      return [
        'provenance',
        'screen',
        ...(showsOrganization(facts) ? (['O1'] as const) : (['data', 'P1', 'U1'] as const)),
      ]; // 1b, 4
    case 'disputed':
      return ['provenance', 'O1']; // 1c
    case 'organization':
      return organization(facts);
    case 'used':
      return used(facts);
    case 'personal':
      return ['screen', 'data', ...when(facts.network === 'down', 'P1'), ...plans[causeOf(facts)](facts)];
  }
}

/** Returns the items of rows 1a, 1e, 1g and 5: a person who has left the organisation has no right to its VPN. */
function organization({ employment, place }: Facts): readonly Item[] {
  if (employment === 'left') return ['leaver', 'screen', 'O1', 'O3'];
  return ['screen', 'O1', 'data', 'place', ...when(place !== 'office', 'vpn'), 'O2', 'O3'];
}

/** Returns the items of rows 1d, 1f, 3a and 3b. */
function used(facts: Facts): readonly Item[] {
  const { message, hardware, key } = facts;
  if (message === 'digital-license' && hardware === 'changed') return ['data', 'U1', 'P3'];
  return ['screen', 'data', 'U1', 'sale', 'seller', ...when(key === 'held' && !showsOrganization(facts), 'P3'), 'U2'];
}

const network = ['P1', 'P2', 'hardware', 'key', 'P3', 'P4'] as const;
/** Returns the lists that the catalogue names for the codes, without those for organisations and those that come before a reinstall. */
const listed = ({ errorCodes = [] }: Facts): Item[] =>
  errorCodes
    .flatMap((code) => catalogue.get(code)?.procedures ?? [])
    .filter((id) => list(id).branch !== 'organization' && !has(id, 'protects-data'));

/** The items of rows 2a-2h, for a personal PC, by its most likely cause. */
const plans: Readonly<Record<AdviceCause, (facts: Facts) => readonly Item[]>> = {
  none: () => network, // 2a
  network: () => network, // 2a
  clock: () => ['P1', 'P2', 'P3'], // 2b
  server: () => ['wait', 'P1'], // 2c
  key: () => ['key', 'P3', 'P4'], // 2d
  counterfeit: () => ['P3', 'U1', 'U2'], // 2e
  hardware: () => ['P3', 'P4', 'part'], // 2f
  'no-key': () => ['hardware', 'key', 'P3', 'P4'], // 2g
  edition: () => ['P3'], // 2h
  busy: () => ['P3'], // G5
  organization: () => [],
  corruption: listed,
  other: listed,
};
