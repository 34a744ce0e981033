import type { Item } from './agenda.ts';
import { causeOf } from './cause.ts';
import type { Outcome } from './context.ts';
import type { Facts } from './facts.ts';
import { lists } from './lists.ts';
import { mayBeOrganization, rescueOf, routeOf, showsOrganization } from './route.ts';

/** A place where a remark can stand. */
export type Place = Item | Outcome;

/** The remarks, each with the situation that it holds in; words in `notes.json` → `hints`. */
const hints = {
  'protection-off': ({ protection }) => protection === 'off' || protection === 'stuck',
  'drive-remains': (facts) => rescueOf(facts) === 'drive',
  'lost-remains': (facts) => rescueOf(facts) === 'lost',
  'network-down': ({ network }) => network === 'down',
  'clock-first': (facts) => causeOf(facts) === 'clock',
  'unknown-origin': (facts) => routeOf(facts) === 'unsorted',
  'hardware-first': (facts) => causeOf(facts) === 'hardware' || facts.hardware === 'changed',
  'no-key': ({ key }) => key === 'none',
  'troubleshooter-edition': (facts) => causeOf(facts) === 'edition',
  'already-running': (facts) => causeOf(facts) === 'busy',
  'check-only': (facts) => routeOf(facts) !== 'organization',
  'vpn-is-on': ({ vpn }) => vpn === 'on',
  'leaver-admin': ({ employment }) => employment === 'left',
  'leaver-seller': ({ ownership }) => ownership === 'given',
  'digital-license-shown': ({ message }) => message === 'digital-license',
  'save-first': ({ data }) => data !== 'backed-up' && data !== 'none',
  'ask-before-reset': (facts) => facts.reinstall === 'wanted' && mayBeOrganization(facts),
  'organization-data': mayBeOrganization,
} as const satisfies Record<string, (facts: Facts) => boolean>;

/** The name of a remark. */
export type HintId = keyof typeof hints;

const onLists: Partial<Record<Place, { readonly hints: readonly HintId[] }>> = lists;
const elsewhere: Partial<Record<Place, readonly HintId[]>> = {
  drive: ['protection-off'],
  lost: ['protection-off'],
  'scam-paid': ['protection-off'],
  'scam-installed': ['protection-off'],
  'scam-told': ['protection-off'],
  'malware-found': ['protection-off'],
  activator: ['protection-off'],
  seller: ['leaver-seller'],
  reason: ['save-first', 'ask-before-reset'],
  // A licence that works says nothing about the data.
  resolved: ['protection-off', 'drive-remains', 'lost-remains'],
  escalated: ['protection-off'],
  cancelled: ['protection-off', 'drive-remains', 'lost-remains'],
};

/** Returns the remarks that hold at a place, in the order they are shown. */
export const hintsOn = (place: Place, facts: Facts): readonly HintId[] =>
  (onLists[place]?.hints ?? elsewhere[place] ?? []).filter((id) => hints[id](facts));

/** The step (1-based) that a list begins with, shown step by step, while a remark says so; words as the remark's. */
const begins: Partial<Record<HintId, number>> = { 'clock-first': 3, 'hardware-first': 3 };

/** Returns the step, from 0, that is shown first where a list is shown step by step. */
export const firstStepOf = (place: Place, facts: Facts): number =>
  Math.max(...hintsOn(place, facts).map((id) => begins[id] ?? 1), 1) - 1;

/** Returns the variant of a question's wording that fits the situation; words in `questions.json` → `text_<variant>`. Undefined: its usual wording. */
export function variantOf(item: Item, facts: Facts): string | undefined {
  if (item === 'origin' && showsOrganization(facts)) return 'evidence';
  if (item === 'provenance' && routeOf(facts) === 'disputed') return 'disputed';
  return item === 'screen' && facts.origin === 'unknown' ? 'look' : undefined;
}
