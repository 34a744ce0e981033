import { offsetAt } from '../lib/zone.ts';
import { type Hours, nextOpening, nextSpan, openMinutesAfter } from './hours.ts';

/** What a person may be told of when a desk answers, all times in epoch milliseconds and in its office hours. */
export type Promised =
  /** The desk is open, and answers by a time, today or on the next day that it is open. */
  | { readonly kind: 'within'; readonly by: number }
  /** The desk is closed now, opens at a time, and answers by a later one. */
  | { readonly kind: 'from'; readonly opens: number; readonly by: number }
  /** Nothing. */
  | { readonly kind: 'none' };

const halfHour = 30 * 60_000;

/** Returns what a person may be told at a time, epoch milliseconds, of when a desk answers; nothing where it has no office hours, or does not work long enough within 400 days. What is asked later is never promised earlier. */
export function promise(hours: Hours | null, at: number): Promised {
  if (hours === null) return { kind: 'none' };
  const opens = nextOpening(hours, at);
  const due = openMinutesAfter(hours, at, hours.answersWithin);
  if (opens === undefined || due === undefined) return { kind: 'none' };
  const by = roundedUp(hours, due);
  return opens === at ? { kind: 'within', by } : { kind: 'from', opens, by };
}

/** Returns a time as it is told, no earlier: the next full or half hour of the desk's clock, but not after it closes. */
function roundedUp(hours: Hours, due: number): number {
  const span = nextSpan(hours, due);
  // Due at the very moment at which the desk closes.
  if (span === undefined || span.start > due) return due;
  const offset = offsetAt(hours.zone, due);
  return Math.min(Math.ceil((due + offset) / halfHour) * halfHour - offset, span.end);
}

/** After how many working minutes a ticket that nobody answers reminds its desk, then a second desk, and after how many the person hears how to reach people themselves. */
export interface ReminderPolicy {
  readonly desk: number;
  readonly secondDesk: number;
  readonly person: number;
}

/** Returns the reminder policy of a desk for which none is configured: once, twice and three times the time within which it answers. */
export const reminderPolicyOf = ({ answersWithin }: Hours): ReminderPolicy => ({
  desk: answersWithin,
  secondDesk: 2 * answersWithin,
  person: 3 * answersWithin,
});

/** Returns the times, epoch milliseconds, at which a ticket that was opened at `since` and that nobody answers reminds its desk, then a second desk, and then tells the person, in this order. At each the desk is open, so what is due when it closes is left for when it opens next. What is further than 400 days ahead is left out. */
export function remindAt(
  hours: Hours,
  since: number,
  { desk, secondDesk, person }: ReminderPolicy = reminderPolicyOf(hours),
): readonly number[] {
  return [desk, secondDesk, person].flatMap((minutes) => {
    const due = openMinutesAfter(hours, since, minutes);
    return due === undefined ? [] : (nextOpening(hours, due) ?? []);
  });
}
