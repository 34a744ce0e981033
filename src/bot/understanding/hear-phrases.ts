import type { Intent } from '../../flows/events.ts';
import type { Asked } from './asked.ts';
import { bareOf } from './bare.ts';
import type { Clause } from './clause.ts';
import { elsewhere } from './lexicon/elsewhere.ts';
import { phrases } from './lexicon/phrases.ts';
import type { Phrase } from './rule.ts';
import { sift } from './sieve.ts';

/** What a message may mean. */
export interface Heard {
  /** By the whole of it. */
  readonly whole: ReadonlySet<Intent>;
  /** By the whole of it or by any of its clauses. */
  readonly said: ReadonlySet<Intent>;
  /** How an attempt ended: what was said last counts, and a result counts more than a deed. */
  readonly end: Intent | undefined;
  /** It sounds solved, but for another time, another PC or another product. */
  readonly doubted: boolean;
}

const ends: readonly Intent[] = ['tried-all', 'not-solved', 'solved', 'done'];

/** Finds the phrases in a message. */
export function hearPhrases(clauses: readonly Clause[], folded: string, at: Asked['at']): Heard {
  const bare = bareOf(folded).map(sift);
  const whole = new Set<Intent>();
  const said = new Set<Intent>();
  const found = clauses.map((): Intent[] => []);
  const doubts = clauses.map((clause, n) => isElsewhere(clauses[n - 1], clause));
  let doubted = false;
  const contrasted = clauses.map((clause, n) => against(clauses[n - 1], clause));
  for (const phrase of phrases) {
    const { intent, whole: shape } = phrase;
    if (phrase.at !== undefined && !phrase.at.includes(at)) continue;
    if (shape !== undefined && !isOpen(phrase, clauses.at(-1)) && bare.some((fits) => fits(shape))) whole.add(intent);
    for (const [n, clause] of clauses.entries()) {
      const fits = (ends.includes(intent) ? contrasted[n] : undefined) ?? clause.fits;
      if (clause.others || !means(phrase, fits, clause)) continue;
      if (intent === 'solved' && doubts[n]) doubted = true;
      else found[n]?.push(intent);
    }
  }
  for (const intent of [...whole, ...found.flat()]) said.add(intent);
  const results = found.flatMap((intents) => ends.find((end) => intents.includes(end)) ?? []);
  const result = results.findLast((end) => end !== 'done') ?? results[0];
  return { whole, said, end: ends.find((end) => whole.has(end)) ?? result, doubted: doubted && result === undefined };
}

const contrast = /(?:のに|けど|けれど|けども|が|ものの)$/;

/** A clause with the one before it that it stands against: "I did …, but …". */
const against = (before: Clause | undefined, { text, fits }: Clause): Clause['fits'] =>
  before !== undefined && contrast.test(before.text) ? sift(`${before.text}、${text}`) : fits;

/** Returns true where a clause, or what it begins with before a comma, speaks of another time, another PC or another product. */
const isElsewhere = (before: Clause | undefined, { fits }: Clause): boolean =>
  fits(elsewhere) || (before !== undefined && leading.test(before.text) && before.fits(elsewhere));
const leading = /(?:は|が|も|では|で|の|時|とき|頃|ころ)$|^(?:when|before|until|last|back)\b/;

/** Whether a whole message leaves open what the phrase would take for said: 「直ったかな？」. */
const isOpen = ({ unasked, plain }: Phrase, last: Clause | undefined): boolean =>
  last !== undefined && ((last.asks && (unasked || plain)) || (last.guesses && plain)) === true;

function means(phrase: Phrase, fits: Clause['fits'], { asks, supposes, wishes, guesses }: Clause): boolean {
  if (phrase.clause === undefined || !fits(phrase.clause)) return false;
  if (phrase.unless !== undefined && fits(phrase.unless)) return false;
  if (phrase.unasked && asks) return false;
  return !phrase.plain || !(asks || supposes || wishes || guesses);
}
