import type { Item } from './agenda.ts';
import { causeOf } from './cause.ts';
import type { Outcome } from './context.ts';
import type { Facts } from './facts.ts';
import { mayBeOrganization, rescueOf, routeOf, showsOrganization } from './route.ts';

/** Where a remark can stand. */
export type Place = Item | Outcome;

/** A remark that holds only in some situations; words in `notes.json` → `hints`. */
interface Hint {
  readonly on: readonly Place[];
  readonly when: (facts: Facts) => boolean;
}

const hints = {
  'protection-off': {
    on: ['drive', 'lost', 'resolved', 'escalated', 'cancelled'],
    when: ({ protection }) => protection === 'off' || protection === 'stuck',
  },
  // That the licence works says nothing of the data.
  'drive-remains': { on: ['resolved', 'cancelled'], when: (facts) => rescueOf(facts) === 'drive' },
  'lost-remains': { on: ['resolved', 'cancelled'], when: (facts) => rescueOf(facts) === 'lost' },
  'network-down': { on: ['P1'], when: ({ network }) => network === 'down' },
  'clock-first': { on: ['P1'], when: (facts) => causeOf(facts) === 'clock' },
  'unknown-origin': { on: ['P1', 'U1'], when: (facts) => routeOf(facts) === 'unsorted' },
  'hardware-first': { on: ['P3'], when: (facts) => causeOf(facts) === 'hardware' || facts.hardware === 'changed' },
  'no-key': { on: ['P3'], when: ({ key }) => key === 'none' },
  'troubleshooter-edition': { on: ['P3'], when: (facts) => causeOf(facts) === 'edition' },
  'already-running': { on: ['P3'], when: (facts) => causeOf(facts) === 'busy' },
  'check-only': { on: ['O1'], when: (facts) => routeOf(facts) !== 'organization' },
  'vpn-is-on': { on: ['O2'], when: ({ vpn }) => vpn === 'on' },
  'leaver-admin': { on: ['O3'], when: ({ employment }) => employment === 'left' },
  'leaver-seller': { on: ['U1', 'seller'], when: ({ ownership }) => ownership === 'given' },
  'digital-license-shown': { on: ['U1'], when: ({ message }) => message === 'digital-license' },
  'save-first': { on: ['reason'], when: ({ data }) => data !== 'backed-up' && data !== 'none' },
  'ask-before-reset': {
    on: ['U3', 'reason'],
    when: (facts) => facts.reinstall === 'wanted' && mayBeOrganization(facts),
  },
  'organization-data': { on: ['U3'], when: mayBeOrganization },
} as const satisfies Record<string, Hint>;

/** The name of a remark. */
export type HintId = keyof typeof hints;

/** The remarks that hold at a place, in the order they are shown. */
export const hintsOn = (place: Place, facts: Facts): readonly HintId[] =>
  (Object.entries(hints) as [HintId, Hint][])
    .filter(([, hint]) => hint.on.includes(place) && hint.when(facts))
    .map(([id]) => id);

/** The wording of a question that a situation asks for; words in `questions.json` → `text_<variant>`. */
export function variantOf(item: Item, facts: Facts): string | undefined {
  if (item === 'origin' && showsOrganization(facts)) return 'evidence';
  if (item === 'provenance' && routeOf(facts) === 'disputed') return 'disputed';
  return item === 'screen' && facts.origin === 'unknown' ? 'look' : undefined;
}
