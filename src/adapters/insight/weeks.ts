import { describeError } from '../../bot/lib/describe-error.ts';
import { localTime, weekdayOf } from '../../bot/lib/zone.ts';
import type { Notices } from '../../bot/notices.ts';
import type { Desk, Log, WeekFigures } from '../../bot/ports.ts';
import type { Database } from '../store/database.ts';
import { occurredIn } from '../store/occurrences.ts';
import type { InsightSettings } from './config.ts';
import { hideSmallOf } from './hidden.ts';
import { type Period, weekBefore } from './period.ts';
import { hearings, reportOf } from './report.ts';

/** Milliseconds between two looks at the clock. */
const interval = 10 * 60_000;
/** The time on Mondays from which the figures are sent, in minutes of the day. */
const nine = 9 * 60;
/** The last day on which they are still sent where nothing ran before: Wednesday. */
const lastDay = 3;

/** What telling the figures of a week needs. `now` returns epoch milliseconds. */
interface Telling {
  readonly settings: Pick<InsightSettings, 'zone' | 'url'>;
  readonly database: Pick<Database, 'rows'>;
  readonly notices: Pick<Notices, 'week'>;
  readonly desks: readonly Pick<Desk, 'id' | 'takes'>[];
  readonly now: () => number;
  readonly log: Pick<Log, 'warn'>;
}

/** Has the desks that take letters to the IT desk told the figures of each week that is over, every process trying and one succeeding. Returns a function that ends it. */
export function tellWeeks(telling: Telling): () => void {
  let done = '';
  const tell = async () => {
    const { from } = weekBefore(telling.settings.zone, telling.now());
    if (from !== done && (await tellWeek(telling))) done = from;
  };
  const look = () =>
    void tell().catch((error: unknown) => {
      const about = { conversation: '', delivery: '', error: describeError(error) };
      telling.log.warn(about, 'figures of the week to be told later');
    });
  const timer = setInterval(look, interval);
  timer.unref();
  look();
  return () => clearInterval(timer);
}

/** Notes for each desk the figures of the week before, if something was begun in it. Returns false if it is not the time for that. Rejects when the database does. */
export async function tellWeek({ settings, database, notices, desks, now }: Telling): Promise<boolean> {
  const { day, minute } = localTime(settings.zone, now());
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday > lastDay || (weekday === 1 && minute < nine)) return false;
  const figures = await figuresOf(weekBefore(settings.zone, now()), settings.url ?? '', database);
  if (figures === undefined) return true;
  for (const { id, takes } of desks) if (takes.includes('it-admin')) await notices.week(id, figures, now());
  return true;
}

async function figuresOf(
  { since, until, from, to }: Period,
  url: string,
  database: Telling['database'],
): Promise<WeekFigures | undefined> {
  const occurred = await occurredIn(database, since, until);
  const { begun, ends } = reportOf(occurred);
  if (begun === 0) return undefined;
  const [resolved = null, escalated = null, byDesk = null, cancelled = null, idle = null] = ends;
  const heard = hideSmallOf(
    hearings.map((result) =>
      occurred.counts.reduce(
        (sum, { kind, name, count }) => sum + (kind === 'heard' && name === result ? count : 0),
        0,
      ),
    ),
  );
  return {
    from,
    to,
    begun,
    ends: { resolved, escalated, solved_by_desk: byDesk, cancelled, idle },
    notUnderstood: heard[hearings.indexOf('not_understood')] ?? null,
    answer: medianOf(occurred.answers.map(({ seconds }) => seconds)),
    url,
  };
}

/** Returns the time within which half of the answers came; null: there were too few. */
function medianOf(seconds: readonly number[]): number | null {
  const [count = null] = hideSmallOf([seconds.length]);
  return count === null || count === 0
    ? null
    : (seconds.toSorted((one, other) => one - other)[Math.ceil(count / 2) - 1] ?? null);
}
