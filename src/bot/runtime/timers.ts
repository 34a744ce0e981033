import type { Prompt } from '../../flows/context.ts';
import { has } from '../../flows/lists.ts';
import { viewIdOf } from '../conversation/conversation.ts';
import { advance } from '../conversation/step.ts';
import type { Lease } from './deps.ts';
import { enqueuePost, enqueueSettle, nextVersion } from './outbox.ts';
import type { ConversationRecord, Timer } from './record.ts';
import { follows, isReminder, putOff, type reminders, remindersOf } from './reminders.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { allDesks, enqueueNote, enqueueOpen } from './tickets.ts';

/** Applies the timers that are due, as a pure function: follow-ups, and the closing of an idle conversation. Returns undefined when the conversation should be deleted. */
export function fireTimers(record: ConversationRecord, lease: Lease): ConversationRecord | undefined {
  const due = record.alarms.filter(({ at }) => at <= lease.now);
  if (due.some(({ kind }) => kind === 'delete')) return undefined;
  const later = putOff(record, due, lease);
  const alarms = [...record.alarms.filter((alarm) => !due.includes(alarm)), ...(later ?? [])];
  const rest: ConversationRecord = { ...record, alarms };
  const rung = due.reduce<ConversationRecord>((before, alarm) => {
    if (alarm.kind === 'follow-up' && isReminder(alarm.subject)) {
      const isLast = !due.some((other) => other.kind === 'follow-up' && follows(other.subject, alarm.subject));
      return later === undefined ? remind(before, alarm.subject, isLast, lease) : before;
    }
    if (alarm.kind === 'follow-up') return follow(before, alarm.subject, lease);
    return alarm.kind === 'close' ? close(before, lease) : before;
  }, rest);
  return nextVersion(rung, lease);
}

function follow(record: ConversationRecord, subject: string, { now }: Lease): ConversationRecord {
  const stands =
    subject === notice ? waitsUntil(record) !== undefined : followUpSubject(record.talk.flow.place) === subject;
  if (record.quiet || !stands) return record;
  const asked = { ...enqueueSettle(record, '', now), talk: { ...record.talk, lead: referring(record) } };
  return enqueuePost(
    { ...asked, followed: [...record.followed, subject] },
    `follow-up ${subject} ${now}`,
    ['follow-up'],
    now,
  );
}

/** Returns the lead of a message that a timer sends: one about a hand-over refers to the letter above instead of showing it once more. */
const referring = ({ talk }: ConversationRecord): ConversationRecord['talk']['lead'] =>
  followUpSubject(talk.flow.place) === 'escalated' ? [{ say: 'message-above' }] : [];

/** Does what is due for a ticket that nobody has answered. Of several at once a desk is not reminded where something that comes after it is due: only the last one is said. */
function remind(
  before: ConversationRecord,
  subject: (typeof reminders)[number],
  isLast: boolean,
  lease: Lease,
): ConversationRecord {
  const record: ConversationRecord = { ...before, followed: [...before.followed, subject] };
  const desks = allDesks(record);
  switch (subject) {
    case 'remind-desk':
      return isLast
        ? enqueueNote(record, desks, `${subject} ${record.handed}`, { kind: 'reminder' }, lease.now)
        : record;
    case 'remind-second':
      return desks
        .flatMap((desk) => lease.deskNamed(desk)?.escalatesTo ?? '')
        .filter((desk) => desk !== '')
        .reduce<ConversationRecord>((next, desk) => enqueueOpen(next, desk, lease.now), record);
    case 'remind-person': {
      const asked = { ...enqueueSettle(record, '', lease.now), talk: { ...record.talk, lead: referring(record) } };
      return enqueuePost(asked, `${subject} ${record.handed}`, ['desk-late'], lease.now);
    }
  }
}

/** Closes a conversation without a message: nobody is to be messaged after a month of silence (`closeAfter`). */
function close(record: ConversationRecord, { now, policy }: Lease): ConversationRecord {
  const talk = fromSnapshot(record.talk);
  const closed = advance(talk, { type: 'choice', to: viewIdOf(talk), choice: 'cancel' });
  return { ...record, talk: toSnapshot(closed), live: [], alarms: [{ kind: 'delete', at: now + policy.deleteAfter }] };
}

/** The subject of the follow-up for somebody who waits until a notice is over, and the milliseconds after that. */
const notice = 'notice';
const afterNotice = 10 * 60 * 1_000;
/** Returns the time until which the person waits, epoch milliseconds; undefined if they wait for no notice. */
const waitsUntil = ({ talk }: Pick<ConversationRecord, 'talk'>): number | undefined =>
  talk.lead.find((lead) => 'waitsUntil' in lead)?.waitsUntil;

/** Returns the timer of somebody who waits until a notice is over; none if nobody does. */
function afterWaiting(record: ConversationRecord, { now, policy }: Lease): readonly Timer[] {
  const over = waitsUntil(record);
  if (over === undefined || policy.followUpAfter === 0 || record.quiet) return [];
  return [{ kind: 'follow-up', subject: notice, at: Math.max(now, over) + afterNotice }];
}

/** Returns the timers of a conversation that is active now. */
export function timersOf(record: ConversationRecord, lease: Lease): readonly Timer[] {
  const { talk, followed, quiet } = record;
  const { now, policy } = lease;
  const { place } = talk.flow;
  // Steps that a notice hides were not begun.
  const subject = talk.lead.some((lead) => 'notice' in lead) ? undefined : followUpSubject(place);
  const reminding = remindersOf(record, lease);
  // Who waits for a desk is not asked how it went, but hears if the desk lets them wait.
  const waits = reminding.some((timer) => timer.kind === 'follow-up' && timer.subject === 'remind-person');
  const ask = subject !== undefined && policy.followUpAfter > 0 && !quiet && !waits && !followed.includes(subject);
  const end: Timer =
    place.kind === 'closed'
      ? { kind: 'delete', at: now + policy.deleteAfter }
      : { kind: 'close', at: now + policy.closeAfter };
  const later: readonly Timer[] = ask ? [{ kind: 'follow-up', subject, at: now + policy.followUpAfter }] : [];
  return [...reminding, ...afterWaiting(record, lease), ...later, end];
}

/** Returns the subject of a follow-up: something that takes the person some time, namely a list that takes time, waiting for a server, or the desk's answer. Returns undefined if the prompt needs no follow-up. */
export function followUpSubject(prompt: Prompt): string | undefined {
  switch (prompt.kind) {
    case 'list':
    case 'step':
    case 'stuck':
    case 'check':
      return has(prompt.id, 'takes-time') ? prompt.id : undefined;
    case 'advice':
      return prompt.id === 'wait' ? prompt.id : undefined;
    case 'closed':
      return prompt.outcome === 'escalated' ? prompt.outcome : undefined;
    default:
      return undefined;
  }
}
