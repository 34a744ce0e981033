import fc from 'fast-check';
import { longest } from '../../../src/bot/understanding/fold.ts';
import { endings, type Recipe, repeated } from './recipes.ts';

/** Texts of an example with a piece of it over and over: alone, and as often as a message can hold it in clauses of its own. The same for the same seed. */
export function pumped(example: string, seed: number, numRuns: number): readonly Recipe[] {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const made = fc.tuple(
    part,
    part,
    fc.constantFrom(3, 6, 12, 24, 200),
    fc.constantFrom(...endings),
    fc.constantFrom(20, 60, 150),
  );
  return fc.sample(made, { seed, numRuns }).flatMap(([one, other, times, ending, length]) => {
    const [from = 0, to = 0] = [one, other]
      .map((place) => Math.round(place * example.length))
      .toSorted((a, b) => a - b);
    const piece = example.slice(from, to) || example || 'a';
    const alone = repeated(piece, times, example.slice(to) + ending, example.slice(0, from));
    const clause = alone.text.slice(0, length);
    const clauses = repeated(`${clause}。`, Math.ceil(longest / (clause.length + 1)));
    return [alone, { ...clauses, name: `clauses of ${length} characters of ${alone.name}` }];
  });
}
