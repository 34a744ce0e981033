import type { Columns, Database } from './database.ts';

/** How the conversations in a database stand, all processes together. Times in epoch milliseconds, null where there is none. */
export interface Census {
  /** Conversations by their state: under way, with their case open at a desk, or over. */
  readonly conversations: { readonly open: number; readonly withDesk: number; readonly closed: number };
  /** Jobs in outboxes. */
  readonly jobs: number;
  /** The time when the oldest of them was enqueued. */
  readonly oldestJob: number | null;
  /** Jobs that were given up and are kept as dead letters. */
  readonly dead: number;
  /** The time of the hand-over that waits longest at a desk, and the mean of all such times. */
  readonly oldestTicket: number | null;
  readonly meanTicket: number | null;
  /** Records that were set aside since they could not be read. */
  readonly asides: number;
}

/** Milliseconds ahead within which all work of outboxes is due: its longest wait is an hour. */
const ahead = 2 * 60 * 60 * 1_000;

const sql = {
  closed: 'SELECT closed, count(*) AS size FROM conversations GROUP BY closed',
  handed: `SELECT count(*) AS size, min(handed_at) AS oldest, avg(handed_at) AS mean FROM conversations
    WHERE handed_at IS NOT NULL`,
  // A row is due no later than its work, so the index over `due_at` finds all work. A row that an earlier version wrote has
  // no number of its jobs: it has one at least.
  jobs: `SELECT COALESCE(sum(CASE WHEN jobs = 0 THEN 1 ELSE jobs END), 0) AS size, min(COALESCE(oldest_job, work_at)) AS oldest
    FROM conversations WHERE due_at <= $1 AND work_at IS NOT NULL`,
  dead: 'SELECT COALESCE(sum(dead), 0) AS size FROM conversations WHERE dead > 0',
  asides: 'SELECT count(*) AS size FROM asides',
} as const;

/** Counts the conversations in a database by statements that read indexes and narrow columns, no bodies. `now`: epoch milliseconds. Rejects when the database does. */
export async function censusOf({ rows }: Pick<Database, 'rows'>, now: number): Promise<Census> {
  const one = async (text: string, values: readonly number[] = []) => (await rows(text, values))[0] ?? {};
  const [closed, handed, jobs, dead, asides] = await Promise.all([
    rows(sql.closed, []),
    one(sql.handed),
    one(sql.jobs, [now + ahead]),
    one(sql.dead),
    one(sql.asides),
  ]);
  const ended = (value: number) => sizeOf(closed.find((row) => row['closed'] === value) ?? {});
  const withDesk = sizeOf(handed);
  return {
    conversations: { open: Math.max(0, ended(0) - withDesk), withDesk, closed: ended(1) },
    jobs: sizeOf(jobs),
    oldestJob: timeIn(jobs, 'oldest'),
    dead: sizeOf(dead),
    oldestTicket: timeIn(handed, 'oldest'),
    meanTicket: timeIn(handed, 'mean'),
    asides: sizeOf(asides),
  };
}

const sizeOf = (row: Columns): number => Number(row['size'] ?? 0);
const timeIn = (row: Columns, column: string): number | null => {
  const value = row[column] ?? null;
  return value === null ? null : Number(value);
};
