import type { Reading } from '../../flows/events.ts';
import type { Facts, Slot } from '../../flows/facts.ts';
import { type QuestionId, question as questionOf } from '../../flows/questions.ts';
import { allClausesOf, type Clause } from './clause.ts';
import { lexicons } from './lexicon/index.ts';
import type { Lexicon, Rule } from './rule.ts';

/** What was told for certain, and what might be asked about. */
export interface Told {
  readonly facts: Facts;
  readonly candidates: readonly Reading[];
}

/** A telling of one clause: how sure, and by which clause. */
interface Telling {
  readonly slot: Slot;
  readonly value: string;
  readonly sure: boolean;
}

const corrects =
  /間違|まちが|やっぱ|実は|じつは|訂正|正しくは|すみません|ごめん|じゃなく|ではなく|actually|sorry|wrong|mistake|correction|i meant|rather/;

/** Reads the facts out of the clauses of a message. */
export function readFacts(clauses: readonly Clause[], question: QuestionId | undefined, folded: string): Told {
  const tellings = lexicons.flatMap((lexicon) =>
    listen(lexicon, lexicon.quoted === true ? allClausesOf(folded) : clauses, question),
  );
  const sure = tellings.filter(({ sure }) => sure);
  const facts = provenanceToo(settle(sure, corrects.test(folded)), question);
  const unsure = tellings.filter(({ slot }) => facts[slot] === undefined);
  const readings = new Map(
    unsure.map(({ slot, value }) => [`${slot}=${value}`, { facts: { [slot]: value } as Facts }]),
  );
  return { facts, candidates: [...readings.values()] };
}

/** Asked who provided the PC, an origin says it. */
function provenanceToo(facts: Facts, question: QuestionId | undefined): Facts {
  if (question !== 'provenance') return facts;
  const option = Object.values(questionOf('provenance').options).find(({ origin }) => origin === facts.origin);
  return { ...facts, ...option };
}

function listen(lexicon: Lexicon, clauses: readonly Clause[], question: QuestionId | undefined): readonly Telling[] {
  const asked = question !== undefined && lexicon.questions?.includes(question) === true;
  const tellings: Telling[] = [];
  let open = false;
  for (const clause of clauses) {
    if (clause.others) continue;
    const named = lexicon.named?.test(clause.text) === true;
    const rule = ruleFor(lexicon, clause, asked, named || open);
    open = named && rule === undefined;
    if (rule === undefined) continue;
    const sure = isSure(lexicon, clause, asked);
    for (const [slot, value] of Object.entries(rule[1]))
      tellings.push({ slot: slot as Slot, value: String(value), sure });
  }
  return tellings;
}

function ruleFor(lexicon: Lexicon, clause: Clause, asked: boolean, named: boolean): Rule | undefined {
  const fits = ([shape]: Rule) => shape.test(clause.text);
  return (
    lexicon.tells.find(fits) ??
    (named || asked ? lexicon.answers?.find(fits) : undefined) ??
    (asked && clause.text.length <= 40 ? lexicon.replies?.find(fits) : undefined)
  );
}

function isSure(lexicon: Lexicon, clause: Clause, asked: boolean): boolean {
  if (lexicon.anyhow) return true;
  if (
    clause.supposes ||
    (clause.asks && !clause.presumes) ||
    (clause.reports && lexicon.hearsay !== true) ||
    (lexicon.deed === true && clause.wishes)
  )
    return false;
  if (clause.guesses && lexicon.cautious !== true) return false;
  return !clause.believes || asked || lexicon.grave !== true;
}

/** Slots where the graver of two values stands, whatever the order. */
const graver: Partial<Record<Slot, string>> = {
  hardware: 'changed',
  data: 'risk',
  drive: 'failing',
  reinstall: 'wanted',
};

function settle(tellings: readonly Telling[], corrected: boolean): Facts {
  const values = new Map<Slot, string[]>();
  for (const { slot, value } of tellings) values.set(slot, [...(values.get(slot) ?? []), value]);
  const settled = [...values].flatMap(([slot, told]): [Slot, string][] => {
    const last = told.at(-1) ?? '';
    const grave = graver[slot];
    if (new Set(told).size === 1 || corrected) return [[slot, last]];
    if (grave !== undefined && told.includes(grave)) return [[slot, grave]];
    return slot === 'origin' ? [] : [[slot, last]];
  });
  return Object.fromEntries(settled) as Facts;
}
