import { catalogue } from './codes.ts';
import type { Facts } from './facts.ts';

/** Which branch applies. `disputed`: called the person's own, yet it shows signs of an organisation; `unsorted`: nobody knows whose it is. */
export type Route = 'personal' | 'organization' | 'used' | 'disputed' | 'unsorted';

/** Whether the PC shows signs of an organisation's licence: its message, a volume code, or an edition that is never sold at retail (rows 1b-1g). */
export const showsOrganization = ({ message, edition, errorCodes = [] }: Facts): boolean =>
  message === 'org-server' ||
  message === 'org-service' ||
  edition === 'enterprise' ||
  edition === 'education' ||
  errorCodes.some((code) => catalogue.get(code)?.scope === 'volume');

/** The single rule of which branch applies; undefined until the origin was told or asked. */
export function routeOf(facts: Facts): Route | undefined {
  if (facts.origin === undefined) return undefined;
  if (facts.origin === 'unknown') return 'unsorted';
  return facts.origin === 'personal' && showsOrganization(facts) ? 'disputed' : facts.origin;
}

/** What comes before the licence and belongs to a specialist (row 0a): a drive that may be failing, or data that is gone. */
export const rescueOf = ({ drive, data }: Facts): 'drive' | 'lost' | undefined => {
  if (drive === 'failing' || drive === 'noisy') return 'drive';
  return data === 'lost' ? 'lost' : undefined;
};

/** Whether keys and lowered protection must never come up (G3, G4): it is, or may be, an organisation's PC. */
export const mayBeOrganization = (facts: Facts): boolean =>
  facts.origin === 'organization' || (facts.origin !== 'used' && showsOrganization(facts));
