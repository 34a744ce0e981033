import { type Hours, nextOpening } from '../desk/hours.ts';
import { remindAt } from '../desk/promise.ts';
import { digest } from '../lib/hash.ts';
import type { Lease } from './deps.ts';
import { laneNames } from './lanes.ts';
import type { ConversationRecord, Timer } from './record.ts';

/** The reminders of a ticket that nobody answers, in this order: its desk is reminded, another desk gets the case as well, the person hears how to reach people themselves. The names of their timers, which earlier versions take for follow-ups about nothing. */
export const reminders = ['remind-desk', 'remind-second', 'remind-person'] as const;

/** Returns true for the subject of a timer that is a reminder. */
export const isReminder = (subject: string): subject is (typeof reminders)[number] =>
  reminders.some((reminder) => reminder === subject);

/** Returns true for the subject of a reminder that comes after another one. */
export const follows = (subject: string, before: string): boolean =>
  isReminder(subject) && isReminder(before) && reminders.indexOf(subject) > reminders.indexOf(before);

/** Returns the timers of a ticket that nobody has answered, in the office hours of the first desk that has some. What was done already, and what there is no desk for, has none. */
export function remindersOf(record: ConversationRecord, lease: Lease): readonly Timer[] {
  const { state } = record.handling;
  const { place } = record.talk.flow;
  const waits = place.kind === 'closed' && place.outcome === 'escalated' && (state === 'new' || state === 'taken');
  // Staff who have the case and write in its conversation themselves need no reminder.
  const silent = record.quiet && state !== 'new';
  if (record.handed === 0 || silent || !waits) return [];
  const hours = hoursOf(record, lease);
  if (hours === undefined) return [];
  const times = remindAt(hours, record.handed);
  return reminders.flatMap((subject, n) => {
    const at = times[n];
    const unheard = record.quiet && subject === 'remind-person';
    return at === undefined || unheard || record.followed.includes(subject)
      ? []
      : [{ kind: 'follow-up' as const, subject, at }];
  });
}

/** Milliseconds after which a reminder that is due was missed, since no process ran. */
const missed = 10 * 60_000;
/** Milliseconds over which missed reminders are spread: a desk is not told of all of its cases at once. */
const spread = 30 * 60_000;

/** Returns the reminders that are due, put off where one of them was missed: each case to a time of its own soon after now, when the desk is open. Undefined where none was missed. */
export function putOff(record: ConversationRecord, due: readonly Timer[], lease: Lease): readonly Timer[] | undefined {
  const reminding = due.filter((timer) => timer.kind === 'follow-up' && isReminder(timer.subject));
  if (!reminding.some(({ at }) => lease.now - at > missed)) return undefined;
  const hours = hoursOf(record, lease);
  const own = Buffer.from(digest(record.conversation), 'base64url').readUInt32BE() % spread;
  const opens = (at: number) => (hours === undefined ? at : (nextOpening(hours, at) ?? at));
  const soon = opens(lease.now) + own;
  const at = opens(soon) === soon ? soon : opens(opens(soon) + own);
  return reminding.map((timer) => ({ ...timer, at }));
}

/** Returns the office hours of the first desk that has a case and has some. */
const hoursOf = (record: ConversationRecord, { deskNamed }: Lease): Hours | undefined =>
  desksOf(record).flatMap((desk) => deskNamed(desk)?.hours ?? [])[0];

/** Returns the ids of the desks that have the case, opened or to be opened. */
const desksOf = ({ opened, lanes }: ConversationRecord): readonly string[] => [
  ...opened.filter(({ over }) => !over).map(({ desk }) => desk),
  ...laneNames(lanes).flatMap((name) => (name.startsWith('desk:') ? [name.slice('desk:'.length)] : [])),
];
