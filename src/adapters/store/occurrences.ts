import { type Occurrence, type Occurrences, occurrenceKinds } from '../../bot/storage.ts';
import type { Columns, Database } from './database.ts';

/** The SQL that deletes what occurred before `$1`, epoch milliseconds. */
export const dropOccurrences = 'DELETE FROM occurrences WHERE hour < $1';

/** Returns occurrences as the text of a column, which a trigger copies to their table. */
export const toColumn = ({ all, ...rest }: Occurrences): string =>
  JSON.stringify({ ...rest, all: all.map(({ kind, name, from, seconds }) => [kind, name, from, seconds]) });

/** A group of occurrences that differ in nothing but their time, and their number. */
export interface OccurrenceCount extends Omit<Occurrence, 'seconds'>, Omit<Occurrences, 'hour' | 'all'> {
  readonly count: number;
}

/** What occurred in a time: all occurrences in groups, and how long each answer of a desk took, in seconds. */
export interface Occurred {
  readonly counts: readonly OccurrenceCount[];
  readonly answers: readonly { readonly desk: string; readonly seconds: number }[];
}

const sql = {
  counts: `SELECT kind, name, place, channel, origin, code, situation, count(*) AS size FROM occurrences
    WHERE hour >= $1 AND hour < $2 GROUP BY kind, name, place, channel, origin, code, situation`,
  answers: `SELECT name, seconds FROM occurrences WHERE hour >= $1 AND hour < $2 AND kind = 'answered'`,
} as const;

/** Returns what occurred from `since` until before `until`, epoch milliseconds. A kind that only a later version knows is left out. Rejects when the database does. */
export async function occurredIn({ rows }: Pick<Database, 'rows'>, since: number, until: number): Promise<Occurred> {
  const [counts, answers] = await Promise.all([rows(sql.counts, [since, until]), rows(sql.answers, [since, until])]);
  return {
    counts: counts.flatMap(toCount),
    answers: answers.map((row) => ({ desk: String(row['name']), seconds: Number(row['seconds']) })),
  };
}

function toCount(row: Columns): readonly OccurrenceCount[] {
  const kind = occurrenceKinds.find((one) => one === row['kind']);
  if (kind === undefined) return [];
  const text = (column: string) => String(row[column]);
  return [
    {
      kind,
      name: text('name'),
      from: text('place'),
      channel: text('channel'),
      origin: text('origin'),
      code: text('code'),
      situation: text('situation'),
      count: Number(row['size']),
    },
  ];
}
