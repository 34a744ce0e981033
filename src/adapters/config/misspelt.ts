/** Minimum length of a variable's name to be compared: `PORT` and `HOST` are too similar to names that every system sets. */
const shortest = 8;
/** Names used by other programs that are similar to ours by chance: Slack's own older tools read this one. */
const foreign = ['SLACK_API_TOKEN'];

/** Returns one line for each misspelt variable, whose name resembles one of `ours` without being one: its value would be ignored silently. Any other name, and one without a value, belongs to other programs. */
export function misspelt(
  environment: Readonly<Record<string, string | undefined>>,
  ours: readonly string[],
): readonly string[] {
  return Object.entries(environment)
    .filter(([name, value]) => value?.trim() && !ours.includes(name) && !foreign.includes(name))
    .flatMap(([name]) => {
      const meant = ours.find((one) => isNear(name, one));
      return meant === undefined ? [] : [`${name}: no such variable; did you mean ${meant}?`];
    });
}

/** Returns true if two names are equal except for case and underscores, or differ by an edit distance of at most two letters, or one where `our` has fewer than ten. Short names never match. */
function isNear(name: string, our: string): boolean {
  if (our.length < shortest) return false;
  const [one, other] = [name.toUpperCase(), our.toUpperCase()];
  if (one.replaceAll('_', '') === other.replaceAll('_', '')) return true;
  const most = our.length < 10 ? 1 : 2;
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** Returns the edit distance of two words: the number of letters to add, remove, change, or swap with their neighbour (optimal string alignment, https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance). */
function distance(one: string, other: string): number {
  let [before, last]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, n) => n),
  ];
  const at = (row: readonly number[], n: number) => row[n] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          at(row, j - 1) + 1,
          at(last, j) + 1,
          at(last, j - 1) + (same ? 0 : 1),
          swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return at(last, other.length);
}
