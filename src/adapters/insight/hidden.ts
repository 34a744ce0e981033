/** The fewest occurrences that are shown: fewer might be about somebody whom the reader knows. */
export const least = 5;

/** A cell of a table; null: it is hidden. */
export type Cell = number | null;

/** Returns a table of counts with the small ones hidden, and in each row and column as many others as it takes that none can be worked out from a total. A zero tells of nobody, and stays. */
export function hideSmall(table: readonly (readonly number[])[]): readonly (readonly Cell[])[] {
  const isHidden = table.map((row) => row.map((count) => count > 0 && count < least));
  const across = table.map((row, y) => row.map((_, x) => [y, x] as const));
  const down = (table[0] ?? []).map((_, x) => table.map((_, y) => [y, x] as const));
  const at = ([y, x]: readonly [number, number]) => table[y]?.[x] ?? 0;
  const hides = ([y, x]: readonly [number, number]) => isHidden[y]?.[x] === true;
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of [...across, ...down]) {
      const gone = line.filter(hides);
      const sum = gone.reduce((total, place) => total + at(place), 0);
      if (gone.length === 0 || (gone.length > 1 && sum >= least)) continue;
      const [next] = line.filter((place) => at(place) > 0 && !hides(place)).sort((one, other) => at(one) - at(other));
      const row = next && isHidden[next[0]];
      if (next === undefined || row === undefined) continue;
      row[next[1]] = true;
      changed = true;
    }
  }
  return table.map((row, y) => row.map((count, x) => (hides([y, x]) ? null : count)));
}

/** Returns counts whose total may be known, with the small ones hidden. */
export const hideSmallOf = (counts: readonly number[]): readonly Cell[] => hideSmall([counts])[0] ?? [];
