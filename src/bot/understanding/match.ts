import type { Clause } from './clause.ts';
import type { Lexicon, Rule } from './rule.ts';

/** A rule that fits a clause. */
export interface Match {
  readonly lexicon: Lexicon;
  readonly clause: Clause;
  readonly rule: Rule;
}

/** The first rule that fits a clause. */
export const ruleFor = (rules: readonly Rule[] | undefined, { fits }: Clause): Rule | undefined =>
  rules?.find(([shape]) => fits(shape));

/** What a lexicon finds in a message, whatever was asked. */
export function matchesIn(lexicon: Lexicon, clauses: readonly Clause[]): readonly Match[] {
  const matches: Match[] = [];
  let pending = false;
  let spokenOf = false;
  for (const clause of clauses) {
    const named = lexicon.named !== undefined && clause.fits(lexicon.named);
    const past = lexicon.past !== undefined && clause.fits(lexicon.past);
    const rule: Rule | undefined = past
      ? undefined
      : (ruleFor(lexicon.tells, clause) ??
        (named || pending ? ruleFor(lexicon.answers, clause) : undefined) ??
        (spokenOf ? ruleFor(lexicon.next, clause) : undefined));
    spokenOf ||= named;
    // "About the VPN: it is off" names the matter in one clause and tells in the next.
    pending = (named || (past && pending)) && rule === undefined;
    if (rule !== undefined) matches.push({ lexicon, clause, rule });
  }
  return matches;
}
