import type { Finished } from './agenda.ts';
import { causeOf } from './cause.ts';
import type { Recipient } from './events.ts';
import type { Facts } from './facts.ts';
import { listsThat } from './lists.ts';
import { rescueOf, routeOf } from './route.ts';

const buying = listsThat('buys-key');

/** Returns the recipient that the case belongs to (the exits of table B1). Undefined: the person has to choose. */
export function recipientOf(facts: Facts, finished: readonly Finished[]): Recipient | undefined {
  if (rescueOf(facts) !== undefined) return 'specialist';
  switch (routeOf(facts)) {
    case 'organization':
      return 'it-admin';
    case 'used':
      if (facts.message === 'digital-license') return 'microsoft';
      return facts.seller === undefined && !buying.some((id) => finished.includes(id)) ? 'seller' : 'microsoft';
    case 'disputed':
      return facts.provenance === 'retail' ? 'seller' : undefined;
    case 'personal':
      if (facts.part === 'maker-board') return 'maker';
      return causeOf(facts) === 'counterfeit' && facts.seller === undefined ? 'seller' : 'microsoft';
    default:
      return undefined;
  }
}
