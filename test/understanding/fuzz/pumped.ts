import fc from 'fast-check';
import { longest } from '../../../src/bot/understanding/fold.ts';
import { withoutLooks } from './patterns.ts';
import { endings, type Recipe, repeated } from './recipes.ts';

/** Texts that nearly match a pattern, with a piece of the match over and over: alone, and as often as a message can hold it in clauses of its own. The same for the same seed. */
export function pumped(source: string, seed: number, numRuns: number): readonly Recipe[] {
  const shape = fc.stringMatching(new RegExp(`^(?:${withoutLooks(source)})$`));
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const made = fc.tuple(
    shape,
    part,
    part,
    fc.constantFrom(3, 6, 12, 24, 200),
    fc.constantFrom(...endings),
    fc.constantFrom(20, 60, 150),
  );
  return fc.sample(made, { seed, numRuns }).flatMap(([match, one, other, times, ending, length]) => {
    const [from = 0, to = 0] = [one, other].map((place) => Math.round(place * match.length)).toSorted((a, b) => a - b);
    const piece = match.slice(from, to) || match || 'a';
    const alone = repeated(piece, times, match.slice(to) + ending, match.slice(0, from));
    const clause = alone.text.slice(0, length);
    const clauses = repeated(`${clause}。`, Math.ceil(longest / (clause.length + 1)));
    return [alone, { ...clauses, name: `clauses of ${length} characters of ${alone.name}` }];
  });
}
