import type { Finished } from './agenda.ts';
import { causeOf } from './cause.ts';
import type { Context } from './context.ts';
import { type Recipient, recipients } from './events.ts';
import type { Facts } from './facts.ts';
import { listsThat } from './lists.ts';
import { rescueOf, routeOf } from './route.ts';
import { situation, situationsIn } from './situations.ts';

const buying = listsThat('buys-key');

/** The most recipients that are offered at once. */
const most = 5;

/** Returns whom a used PC came from: a former employer that gave it away, else the seller or giver. */
export const giverOf = ({ employment, provenance }: Facts): Recipient =>
  employment === 'left' || provenance === 'employer' ? 'employer' : 'seller';

/** Returns who is meant by a recipient that was named: an administrator writes to no IT desk, and a former employer is no seller. */
export const meantBy = (named: Recipient, facts: Facts): Recipient =>
  named === 'it-admin' && facts.reader === 'administrator'
    ? 'administrator'
    : named === 'seller'
      ? giverOf(facts)
      : named;

/** Returns the exit of the situations that the facts show. Undefined: that of the branch; the desk of an organisation, where there is one, knows the rest. */
function exitOf(facts: Facts): Recipient | undefined {
  const exits = situationsIn(facts).flatMap((id) => situation(id).exit ?? []);
  const ofReader = facts.reader === 'administrator' || facts.reader === 'no-it';
  return routeOf(facts) === 'organization' && !ofReader ? exits.find((exit) => exit === 'bank') : exits[0];
}

/** Returns the recipient that the case belongs to (the exits of table B1). Undefined: the person has to choose. */
export function recipientOf(facts: Facts, finished: readonly Finished[]): Recipient | undefined {
  if (rescueOf(facts) !== undefined) return 'specialist';
  const exit = exitOf(facts);
  if (exit !== undefined) return exit;
  switch (routeOf(facts)) {
    case 'organization':
      return 'it-admin';
    case 'used':
      if (facts.message === 'digital-license') return 'microsoft';
      return facts.seller === undefined && !buying.some((id) => finished.includes(id)) ? giverOf(facts) : 'microsoft';
    case 'disputed':
      return facts.provenance === 'retail' ? 'seller' : undefined;
    case 'personal':
      if (facts.part === 'maker-board') return 'maker';
      return causeOf(facts) === 'counterfeit' && facts.seller === undefined ? 'seller' : 'microsoft';
    default:
      return undefined;
  }
}

/** Returns the recipient of the letter: the person's choice, else the one who is responsible for the case, else Microsoft. */
export const addresseeOf = ({
  recipient,
  facts,
  finished,
}: Pick<Context, 'recipient' | 'facts' | 'finished'>): Recipient =>
  recipient ?? recipientOf(facts, finished) ?? 'microsoft';

/** Returns the recipients that are offered, at most five: the one that the case belongs to, and those whom the facts point at. */
export function recipientsFor(facts: Facts, finished: readonly Finished[]): readonly Recipient[] {
  const { scam, reader, hardware, firmware } = facts;
  const own = recipientOf(facts, finished);
  const likely: readonly Recipient[] = [
    ...(own === undefined ? [] : [own]),
    ...(scam === 'installed' || scam === 'paid' ? (['bank', 'police'] as const) : []),
    ...(hardware === 'changed' || firmware === 'changed' || reader === 'no-it' ? (['repairer'] as const) : []),
    ...desk(reader),
    'microsoft',
    giverOf(facts),
    'maker',
    'specialist',
  ];
  const offered = [...new Set(likely)].slice(0, most);
  return recipients.filter((one) => offered.includes(one));
}

/** Returns who looks after the PCs of an organisation: nobody, the person, or a desk. */
const desk = (reader: Facts['reader']): readonly Recipient[] =>
  reader === 'no-it' ? [] : reader === 'administrator' ? ['administrator'] : ['it-admin'];
