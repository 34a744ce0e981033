import type { Reading } from '../../flows/events.ts';
import type { Facts, Slot } from '../../flows/facts.ts';
import { questions } from '../../flows/questions.ts';
import type { Asked } from './asked.ts';
import { allClausesOf, type Clause } from './clause.ts';
import { lexicons } from './lexicon/index.ts';
import { saysNew } from './lexicon/origin/personal.ts';
import { matchesIn, ruleFor } from './match.ts';
import { byTheWay, isKept } from './origin-kept.ts';
import { re } from './pattern.ts';
import { replies } from './reply/index.ts';
import type { Lexicon, Rule } from './rule.ts';
import { settle, type Telling } from './settle.ts';

/** The facts that are certain, and readings of the rest to ask about. */
export function readFacts(
  clauses: readonly Clause[],
  folded: string,
  asked: Pick<Asked, 'question' | 'origin'>,
): { readonly facts: Facts; readonly candidates: readonly Reading[] } {
  const { question } = asked;
  const own = clauses.filter(({ others }) => !others);
  const isAsked = ({ questions: ids }: Lexicon) => question !== undefined && ids?.includes(question) === true;
  const replied = own.flatMap((clause) => {
    const rule = question === undefined ? undefined : ruleFor(replies[question], clause);
    return rule === undefined ? [] : [{ clause, rule }];
  });
  // A reply to the question tells nothing else: 「職場」 is then no place, 「メルカリで買った」 a key and no PC.
  const free = own.filter((clause) => !replied.some((reply) => reply.clause === clause));
  const quoted = /["「『“]/.test(folded) ? allClausesOf(folded) : free;
  const told = lexicons.flatMap((lexicon) => {
    if (lexicon.quoted) return matchesIn(lexicon, quoted);
    return matchesIn(lexicon, lexicon.cautious || isAsked(lexicon) ? own : free);
  });
  const heard = [
    ...replied.flatMap(({ clause, rule }) => tellingsOf(rule, clause, isAnswer(rule, clause))),
    ...told.flatMap(({ lexicon, clause, rule }) =>
      tellingsOf(rule, clause, isSure(lexicon, rule, clause, isAsked(lexicon))),
    ),
  ];
  const tellings = isKept(asked, folded) ? heard.flatMap(byTheWay) : heard;
  const settled = settle(
    tellings.filter(({ sure }) => sure),
    folded,
  );
  // Where a used PC was bought, or whose it is now, makes it no new one.
  const still = asked.origin === 'used' && settled.origin === 'personal' && !own.some(({ fits }) => fits(saysNew));
  const facts: Facts = still ? { ...settled, origin: 'used' } : settled;
  const rest = tellings.filter(({ slot }) => facts[slot] === undefined);
  const readings = new Map(rest.map(({ slot, value }) => [`${slot} ${value}`, { facts: { [slot]: value } as Facts }]));
  return { facts: question === 'provenance' ? withProvenance(facts) : facts, candidates: [...readings.values()] };
}

/** Where it was asked who provided the PC, the origin says it. */
function withProvenance(facts: Facts): Facts {
  const options: readonly Facts[] = Object.values(questions.provenance.options);
  return { ...facts, ...options.find(({ origin }) => origin === facts.origin) };
}

const tellingsOf = ([, facts]: Rule, clause: Clause, sure: boolean): readonly Telling[] =>
  Object.entries(facts).map(([slot, value]) => ({ slot: slot as Slot, value: String(value), clause, sure }));

const planned = re`たい(?:です|んです|ん|の|と|けど|な|で|$)|予定|つもり|べき|\b(?:should|ought|want|will|(?:going|plan|planning|would like) to)\b`;

/** Nobody's data is safe because it ought to be: only a plain statement says that it is. */
const isHope = ([, { data }]: Rule, { asks, supposes, believes, guesses, fits }: Clause): boolean =>
  data === 'backed-up' && (asks || supposes || believes || guesses || fits(planned));

const isAnswer = (rule: Rule, clause: Clause): boolean =>
  !(isHope(rule, clause) || clause.asks || clause.supposes || clause.guesses);

function isSure(lexicon: Lexicon, rule: Rule, clause: Clause, asked: boolean): boolean {
  if (lexicon.anyhow) return true;
  if (isHope(rule, clause)) return false;
  if ((clause.supposes && !lexicon.cautious) || (clause.asks && !clause.presumes)) return false;
  if (clause.reports && !lexicon.hearsay) return false;
  if (clause.wishes && lexicon.deed) return false;
  if (clause.guesses && !lexicon.cautious) return false;
  return !clause.believes || asked || !lexicon.grave;
}
