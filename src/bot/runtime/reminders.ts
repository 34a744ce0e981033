import { remindAt } from '../desk/promise.ts';
import type { Lease } from './deps.ts';
import { laneNames } from './lanes.ts';
import type { ConversationRecord, Timer } from './record.ts';

/** The reminders of a ticket that nobody answers, in this order: its desk is reminded, another desk gets the case as well, the person hears how to reach people themselves. The names of their timers, which earlier versions take for follow-ups about nothing. */
export const reminders = ['remind-desk', 'remind-second', 'remind-person'] as const;

/** Returns true for the subject of a timer that is a reminder. */
export const isReminder = (subject: string): subject is (typeof reminders)[number] =>
  reminders.some((reminder) => reminder === subject);

/** Returns the timers of a ticket that nobody has answered, in the office hours of the first desk that has some. What was done already, and what there is no desk for, has none. */
export function remindersOf(record: ConversationRecord, { deskNamed }: Lease): readonly Timer[] {
  const { state } = record.handling;
  const { place } = record.talk.flow;
  const waits = place.kind === 'closed' && place.outcome === 'escalated' && (state === 'new' || state === 'taken');
  // Whoever writes in the conversation need not be of the desk: as long as nobody there has the case, the desk is reminded.
  const silent = record.quiet && state !== 'new';
  if (record.handed === 0 || silent || !waits) return [];
  const hours = desksOf(record).flatMap((desk) => deskNamed(desk)?.hours ?? [])[0];
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

/** Returns the ids of the desks that have the case, opened or to be opened. */
const desksOf = ({ opened, lanes }: ConversationRecord): readonly string[] => [
  ...opened.filter(({ over }) => !over).map(({ desk }) => desk),
  ...laneNames(lanes).flatMap((name) => (name.startsWith('desk:') ? [name.slice('desk:'.length)] : [])),
];
