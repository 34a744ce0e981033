import { type Cause as CodeCause, catalogue } from './codes.ts';
import type { Facts } from './facts.ts';

/** The most likely reason why a personal PC is not activated (rows 2a-2h); `none`: no sign yet. */
export type AdviceCause = CodeCause | 'no-key' | 'busy' | 'none';

const special: Readonly<Record<string, AdviceCause>> = { '0xC004F213': 'no-key', '0xC004E028': 'busy' };

/** The order of causes: codes with a remedy of their own come before codes of a broken connection. */
const weight: readonly AdviceCause[] = [
  'counterfeit',
  'hardware',
  'no-key',
  'edition',
  'key',
  'server',
  'busy',
  'clock',
  'network',
];
const rank = (cause: AdviceCause) => (weight.includes(cause) ? weight.indexOf(cause) : weight.length);

/** Returns the most telling cause among the facts: a doubtful key first, then the codes, then recent changes. */
export function causeOf({ errorCodes = [], key, hardware, clock, firmware, recent }: Facts): AdviceCause {
  const causes = errorCodes.flatMap((code) => special[code] ?? catalogue.get(code)?.cause ?? []);
  const [first] = causes.sort((a, b) => rank(a) - rank(b));
  if (key === 'doubtful') return 'counterfeit';
  if (first !== undefined && first !== 'no-key') return first;
  if (hardware === 'changed') return 'hardware';
  if (first !== undefined) return first;
  if (clock === 'wrong' || firmware === 'battery') return 'clock';
  if (recent === 'edition') return 'edition';
  return recent === 'update' ? 'server' : 'none';
}
