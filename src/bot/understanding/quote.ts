import { type Asked, placeAsked } from './asked.ts';
import { fold, normalize } from './fold.ts';
import { likelihoods } from './learnt.ts';

/** Characters (UTF-16) of a quotation; of a longer message the clause that matters is quoted. */
const longest = 24;
/** Clauses that are looked at, and characters (UTF-16) of each. */
const most = 10;
const width = 200;
/** Signs that a channel may take for formatting or a link. */
const markup = /[[\]()*_`~<>#|\\]+/g;
const ends = /[。、，,.!?！？;；\n]+/;

/** Returns the words of a message that a label rests on, as the person wrote them, to be quoted back. */
export function quoteOf(text: string, label: string, asked: Asked): string {
  const said = normalize(text)
    .split(ends)
    .map((clause) => clause.replace(markup, ' ').trim())
    .filter((clause) => clause !== '');
  const clauses = [...new Set(said)];
  const whole = clauses.join('、');
  if (whole.length <= longest) return whole;
  const ranked = clauses
    .slice(0, most)
    .map((clause) => ({ clause, sure: likelihoods(fold(clause.slice(0, width)), placeAsked(asked)).get(label) ?? 0 }))
    .toSorted((one, other) => other.sure - one.sure);
  const best = ranked[0]?.clause ?? '';
  return best.length <= longest ? best : `${best.slice(0, longest)}…`;
}
