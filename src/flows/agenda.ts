import { type AdviceCause, causeOf } from './cause.ts';
import { catalogue } from './codes.ts';
import type { Facts } from './facts.ts';
import { has, type ListId, list, listIds, listsThat } from './lists.ts';
import { known, type QuestionId, questionIds } from './questions.ts';
import { rescueOf, routeOf, showsOrganization } from './route.ts';
import { holds, isBarred, type SituationId, situation, situationIds, situationsIn } from './situations.ts';

/** The names of all advice that is not a list: a failing drive or lost data (0a), protection to put back (0d), a server to wait for (2c), the situations. */
const adviceIds = ['drive', 'lost', 'putback', 'wait', ...situationIds] as const;
/** The name of a piece of advice that is not a list. */
export type AdviceId = (typeof adviceIds)[number];
/** An item of the agenda: a question to ask, a list or advice to give. */
export type Item = QuestionId | ListId | AdviceId;
/** All items: advice first, then questions, then lists. */
export const items: readonly Item[] = [...adviceIds, ...questionIds, ...listIds];
/** An item that can be finished, and is then never given again. */
export type Finished = ListId | 'wait' | SituationId;

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
  const advice = situationsIn(facts);
  const closing = advice.find((id) => situation(id).end === 'ends');
  const plan: readonly Item[] = closing !== undefined ? [closing] : planOf(facts, advice); // 4b
  const left = (some: readonly Item[]) =>
    some.filter(
      (next) => !isDone(next, facts, finished) && !(isList(next) && (isBarred(next, facts) || isSeen(next, facts))),
    );
  const given = left(plan);
  const underway = lowering.some((id) => id === item && id === given[0]);
  const putback = when(facts.protection === 'off' && !underway, 'putback'); // 0d
  return [...new Set([...left(advice.filter((id) => situation(id).urgent)), ...putback, ...given])];
}

/** Returns all that a case of activation may need: the advice that comes at once, data to save, then the branch with the advice that stands in it. */
const planOf = (facts: Facts, advice: readonly SituationId[]): readonly Item[] => [
  ...advice.filter((id) => situation(id).first.length === 0),
  ...when(facts.data === 'risk' || facts.reinstall === 'wanted', ...saving), // 0b, 0c
  ...when(facts.reinstall === 'wanted', 'reason'),
  ...advice.flatMap((id): Item[] => [...situation(id).first, id]),
  ...branch(facts),
];

/** Returns true where a person has told what the steps of a list show. Where signs of an organisation meet a PC said to be one's own, looking is what is asked for (1c). */
export const isSeen = (id: ListId, facts: Facts): boolean =>
  routeOf(facts) !== 'disputed' && routeOf(facts) !== 'unsorted' && list(id).seenBy.some((all) => holds(facts, all));

const saving = listsThat('protects-data');
const lowering = listsThat('lowers-protection');
const joins = listsThat('joins-network');
const when = (condition: boolean, ...then: Item[]): Item[] => (condition ? then : []);
const isList = (item: Item): item is ListId => listIds.some((id) => id === item);
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
      return (
        wayOf(facts) ?? ['screen', 'data', ...when(facts.network === 'down', 'P1'), ...plans[causeOf(facts)](facts)]
      );
  }
}

/** Returns the way of the first situation that has one of its own. A doubtful key is dealt with in its own way, but where there is no licence at all. */
const wayOf = (facts: Facts): readonly Item[] | undefined =>
  causeOf(facts) === 'counterfeit' && facts.license !== 'none'
    ? undefined
    : situationsIn(facts)
        .map((id) => situation(id).way)
        .find((way) => way.length > 0);

/** Returns the items of rows 1a, 1e, 1g and 5: a person who has left the organisation has no right to its VPN. */
function organization(facts: Facts): readonly Item[] {
  const { employment, place } = facts;
  if (employment === 'left') return ['leaver', 'screen', 'O1', 'O3'];
  const joining = joins.some((id) => !isBarred(id, facts));
  return ['screen', 'O1', ...when(joining, 'place', ...when(place !== 'office', 'vpn')), 'O2', 'O3'];
}

/** Returns the items of rows 1d, 1f, 3a and 3b. */
function used(facts: Facts): readonly Item[] {
  const { message, hardware, key, license } = facts;
  if (license === 'none') return ['U2'];
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
