import { catalogue } from '../../flows/codes.ts';
import { type Asked, placeAsked } from './asked.ts';
import { findCodes } from './codes.ts';
import { othersCode } from './costs.ts';
import { likelihoods } from './learnt.ts';
import { stretchesOf } from './stretches.ts';

const known = [...catalogue.keys()];
const others = 'whose=other';

/** Returns the error codes of the PC that help is wanted for: of a message that tells of another's PC, those in clauses that do not. `labels`: what is taken of the message. */
export function codesHere(text: string, folded: string, asked: Asked, labels: readonly string[]): readonly string[] {
  const codesIn = (part: string) => findCodes(part, asked.question === 'screen', known);
  const all = codesIn(text);
  if (all.length === 0 || !labels.includes(others)) return all;
  const place = placeAsked(asked);
  const told = stretchesOf(folded).map((stretch) => ({ ...stretch, codes: codesIn(stretch.text) }));
  const ours = told
    .filter(({ codes }) => codes.length > 0)
    .filter((clause) => (likelihoods(clause.text, place).get(others) ?? 0) < othersCode);
  return [...new Set(ours.flatMap(({ codes }) => codes))];
}
