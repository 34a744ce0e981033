import { bar, slowest, warmUp } from './cost.ts';
import { literals } from './literals.ts';
import { patterns } from './patterns.ts';
import { pumped } from './pumped.ts';
import { chance, long, type Recipe, repeats, seen } from './recipes.ts';

/** How many of the slowest are printed. */
const shown = 5;
/** Characters of a recipe that are printed. */
const width = 160;

const words = literals();
const kinds: Readonly<Record<string, readonly Recipe[]>> = {
  seen,
  long,
  'near matches': patterns().flatMap((source, n) => pumped(source, n, 1)),
  'repeated literals': repeats(words),
  chance: chance(words, 1, 60),
};

warmUp(long.filter((_, n) => n % 9 === 0).map(({ text }) => text));
let slow = 0;
for (const [kind, recipes] of Object.entries(kinds)) {
  const costs = recipes.map(({ name, text }) => ({ name, ...slowest(text) }));
  slow += costs.filter(({ ms }) => ms > bar).length;
  console.log(`${kind}: ${recipes.length} texts, the slowest:`);
  for (const { name, reading, ms } of costs.toSorted((one, other) => other.ms - one.ms).slice(0, shown)) {
    console.log(`  ${ms.toFixed(1)} ms (${reading}) ${name.slice(0, width)}`);
  }
}
console.log(`${slow} texts above ${bar} ms of CPU`);
process.exitCode = slow > 0 ? 1 : 0;
