import { longest } from '../../../src/bot/understanding/fold.ts';
import { readExamples } from '../training/examples.ts';
import { bar, growth, readings, slowest, steepest, warmUp } from './cost.ts';
import { literals } from './literals.ts';
import { pumped } from './pumped.ts';
import { chance, long, type Recipe, repeats, seen, units } from './recipes.ts';

/** How many of the slowest are printed. */
const shown = 5;
/** Characters of a recipe that are printed. */
const width = 160;

/** Number of texts of a kind from which on each is read in some of the situations only. */
const many = 500;
const every = (step: number, from: number) => new Map([...readings].filter((_, at) => (at + from) % step === 0));

const words = literals();
const kinds: Readonly<Record<string, readonly Recipe[]>> = {
  seen,
  long,
  examples: readExamples().flatMap(({ t }, n) => (n % 40 === 0 ? pumped(t, n, 1) : [])),
  'repeated literals': repeats(words),
  chance: chance(words, 1, 40),
};

warmUp(long.filter((_, n) => n % 9 === 0).map(({ text }) => text));
let slow = 0;
for (const [kind, recipes] of Object.entries(kinds)) {
  // Of so many texts each is read in a few of the situations, in turn: all of them would take a quarter of an hour.
  const part = recipes.length > many ? 8 : 1;
  const costs = recipes.map(({ name, text }, n) => ({ name, ...slowest(text, every(part, n)) }));
  slow += costs.filter(({ ms }) => ms > bar).length;
  console.log(`${kind}: ${recipes.length} texts, the slowest:`);
  for (const { name, reading, ms } of costs.toSorted((one, other) => other.ms - one.ms).slice(0, shown)) {
    console.log(`  ${ms.toFixed(1)} ms (${reading}) ${name.slice(0, width)}`);
  }
}
console.log(`${slow} texts above ${bar} ms of CPU`);

const places = ['origin', 'list'].flatMap((name) => readings.get(name) ?? []);
const steep = units
  .map((unit) => ({ unit, times: Math.max(...places.map((read) => growth(unit, longest, read))) }))
  .toSorted((one, other) => other.times - one.times);
for (const { unit, times } of steep.slice(0, shown)) {
  console.log(`  ${times.toFixed(2)} times as long for twice the length: ${JSON.stringify(unit)}`);
}
process.exitCode = slow > 0 || steep.some(({ times }) => times > steepest) ? 1 : 0;
