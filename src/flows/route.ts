import { catalogue } from './codes.ts';
import type { Facts } from './facts.ts';

/** The branch that applies. `disputed`: said to be personal, yet with signs of an organisation; `unsorted`: the origin is unknown. */
export type Route = 'personal' | 'organization' | 'used' | 'disputed' | 'unsorted';

/** Returns true where the PC shows signs of an organisation's licence: its message, a volume code, or an edition that is never sold at retail (rows 1b-1g). */
export const showsOrganization = ({ message, edition, errorCodes = [] }: Facts): boolean =>
  message === 'org-server' ||
  message === 'org-service' ||
  edition === 'enterprise' ||
  edition === 'education' ||
  errorCodes.some((code) => catalogue.get(code)?.scope === 'volume');

/** Returns the branch that applies; undefined until the origin was told or asked. No other place decides it. */
export function routeOf(facts: Facts): Route | undefined {
  if (facts.origin === undefined) return undefined;
  if (facts.origin === 'unknown') return 'unsorted';
  return facts.origin === 'personal' && showsOrganization(facts) ? 'disputed' : facts.origin;
}

/** Returns the emergency that comes before the licence and belongs to a specialist (row 0a): a drive that may be failing, or lost data. Undefined: none. */
export const rescueOf = ({ drive, data }: Facts): 'drive' | 'lost' | undefined => {
  if (drive === 'failing' || drive === 'noisy') return 'drive';
  return data === 'lost' ? 'lost' : undefined;
};

/** Returns true where the PC is, or may be, an organisation's: keys and lowered protection must never come up (G3, G4). */
export const mayBeOrganization = (facts: Facts): boolean =>
  facts.origin === 'organization' || (facts.origin !== 'used' && showsOrganization(facts));
