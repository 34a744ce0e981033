import type { Reading } from '../../flows/events.ts';
import type { QuestionId } from '../../flows/questions.ts';
import type { Clause } from './clause.ts';
import { deniedOrigins } from './lexicon/origin/denied.ts';
import { organizationAccount } from './lexicon/origin/organization.ts';
import { ruleFor } from './match.ts';
import { re } from './pattern.ts';
import { isItOver } from './read-end.ts';
import { replies } from './reply/index.ts';

/** The questions that a stray word may answer. */
const open: readonly QuestionId[] = ['origin', 'place', 'vpn', 'hardware', 'key'];
/** A word that would answer more questions than this says nothing. */
const most = 3;

/** Thinks, but is not sure, that it is over. */
const maybeOver = re`(?:(?:直|治|なお)(?:った|りました)|消え(?:た|ました))(?:の?か(?:も|な|$)|気が|っぽい)|もう大丈夫(?:そう|みたい|っぽい|に)|お騒がせ(?:し|いたし|致し)|\bsorry (?:to (?:have )?bother|for (?:the )?(?:bother|fuss|trouble|noise))|\b(?:maybe|might be|i think) (?:it is |its |it |be )?(?:fixed|gone|solved|working)\b`;

/** Said of a PC sooner than of a VPN. */
const ofThePc = re`起動|立ち上|使って|やって|^(?:今は?|普通に|いまは?)*して`;

/** What a message might tell that would only be clear as a reply: 「会社」; or that would only be clear without a doubt: 「直ったかも」. */
export function readGuesses(clauses: readonly Clause[]): readonly Reading[] {
  if (clauses.some(({ fits }) => fits(maybeOver))) return isItOver;
  const [clause, ...more] = clauses;
  if (clause === undefined || more.length > 0) return [];
  if (clause.fits(organizationAccount))
    return [{ facts: { origin: 'organization' } }, { facts: { origin: 'personal' } }];
  const left = deniedOrigins.find(([shape]) => clause.fits(shape))?.[1];
  if (left !== undefined) return left.map((origin) => ({ facts: { origin } }));
  const readings = open
    .filter((id) => id !== 'vpn' || !clause.fits(ofThePc))
    .flatMap((id) => {
      const facts = ruleFor(replies[id], clause)?.[1] ?? {};
      return Object.keys(facts).length > 0 ? [{ facts }] : [];
    });
  return readings.length > most ? [] : readings;
}
