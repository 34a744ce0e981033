import type { Conversation } from '../conversation/conversation.ts';
import { wordsIn } from '../i18n.ts';
import { digest } from '../lib/hash.ts';
import type { PendingNote } from '../ports.ts';
import { compose } from '../view/handover.ts';
import type { Lease } from './deps.ts';
import { append, deskOfLane, isDeskLane, type Job, laneFor, laneNames, laneOf, untried, withLane } from './lanes.ts';
import { solvedMark } from './open-case.ts';
import type { ConversationRecord } from './record.ts';
import { isReminder } from './reminders.ts';

/** Maximum number of tickets of one conversation whose keys are remembered. */
const remembered = 20;

/** Stands before the delivery by which a person went on with the bot while their ticket stayed open. */
const withBotMark = 'with-bot ';

/** Enqueues a ticket at each desk that takes the letter, if the case was just handed over to one. Where the case has a ticket already, the letter joins it. The same letter is never enqueued twice (idempotency). */
export function enqueueTicket(
  record: ConversationRecord,
  before: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  lease: Lease,
): ConversationRecord {
  if (!escalated(record.talk) || (before !== undefined && escalated(before))) return record;
  const desks = lease.desks(record.conversation, talk.snapshot.context);
  if (desks.length === 0) return record;
  const { text } = compose(talk.snapshot.context, wordsIn(talk.language));
  const solved = record.tickets.find((one) => one.startsWith(solvedMark)) ?? '';
  // Whoever comes back from the bot with the same letter asks again.
  const { state, at } = record.handling;
  const back =
    state === 'returned' ? String(at) : (record.tickets.findLast((one) => one.startsWith(withBotMark)) ?? '');
  const since = back === '' ? [] : [back];
  const letter = digest(record.conversation, String(record.born), 'ticket', text, solved, ...since);
  if (record.tickets.includes(letter)) return record;
  const handed: ConversationRecord = {
    ...record,
    handed: lease.now,
    handling: { state: 'new', by: '', at: lease.now },
    owner: record.opened.some(({ over }) => !over) ? record.owner : null,
    followed: record.followed.filter((subject) => !isReminder(subject)),
    tickets: [...record.tickets, letter].slice(-remembered),
  };
  return desks.reduce((next, desk) => {
    const key = digest(letter, desk);
    const joined = isAt(record, desk);
    const common = { key, since: lease.now, ...untried, talk: record.talk };
    const job: Job = joined ? { ...common, kind: 'note', note: { kind: 'letter', text } } : { ...common, kind: 'open' };
    const put = withJob(next, desk, job);
    return joined ? enqueueShow(put, [desk], lease.now) : put;
  }, handed);
}

/** Returns the ids of the desks at which the present letter has a ticket, opened or to be opened: those that take it, and those that got it since nobody answered. Where it is for somebody else, those that have the case. */
export function desksWithTicket(record: ConversationRecord, talk: Conversation, lease: Lease): readonly string[] {
  const first = lease.desks(record.conversation, talk.snapshot.context);
  const second = first.map((desk) => lease.deskNamed(desk)?.escalatesTo ?? '').filter((desk) => desk !== '');
  const present = [...new Set([...first, ...second])].filter((desk) => isAt(record, desk));
  return present.length === 0 && talk.snapshot.context.atDesk ? allDesks(record) : present;
}

/** Returns the ids of all desks at which the case has a ticket, opened or to be opened. */
export function allDesks(record: ConversationRecord): readonly string[] {
  const waiting = laneNames(record.lanes).filter(isDeskLane).map(deskOfLane);
  return [...new Set([...record.opened.map(({ desk }) => desk), ...waiting])].filter((desk) => isAt(record, desk));
}

/** Returns true for a note after which nothing is to be done at the desk. */
export const endsTicket = ({ kind }: PendingNote): boolean => kind === 'solved' || kind === 'withdrawn';

/** Enqueues a note for the tickets at these desks. `name` makes its idempotency key. That a case is solved or withdrawn ends its tickets, which show it. */
export function enqueueNote(
  record: ConversationRecord,
  desks: readonly string[],
  name: string,
  note: PendingNote,
  now: number,
): ConversationRecord {
  const key = digest(record.conversation, String(record.born), 'note', name);
  const noted = desks.reduce(
    (next, desk) =>
      withJob(next, desk, {
        kind: 'note',
        key: digest(key, desk),
        since: now,
        ...untried,
        talk: record.talk,
        note,
      }),
    record,
  );
  if (note.kind === 'with-bot') return { ...noted, tickets: [...noted.tickets, withBotMark + key].slice(-remembered) };
  return endsTicket(note) ? over(enqueueShow(noted, desks, now), key) : noted;
}

/** Returns the record with its tickets ended: what is handed over later opens others. `key` tells this end from others. */
export const over = (record: ConversationRecord, key: string): ConversationRecord => ({
  ...record,
  tickets: [solvedMark + key],
  opened: record.opened.map((one) => ({ ...one, over: true })),
});

/** Returns the record with the tickets open again that staff had ended: the newest of each desk. They wait for an answer from now on. `key` tells this time from others; `now`: epoch milliseconds. */
export const reopened = (record: ConversationRecord, key: string, now: number): ConversationRecord => ({
  ...record,
  handed: now,
  followed: record.followed.filter((subject) => !isReminder(subject)),
  tickets: [...record.tickets, digest(record.conversation, String(record.born), 'reopened', key)].slice(-remembered),
  opened: record.opened.map((one, n, all) =>
    all.findLastIndex(({ desk }) => desk === one.desk) === n ? { ...one, over: false } : one,
  ),
});

/** Enqueues that the tickets at these desks show how the case stands. */
export const enqueueShow = (record: ConversationRecord, desks: readonly string[], now: number): ConversationRecord =>
  desks.reduce((next, desk) => withShow(next, desk, now), record);

/** Enqueues that the ticket at a desk shows how the case stands. What waits to show it does so too, unless a worker holds the lane: that delivers what it read before. A ticket that waits to be opened says what was known when it was enqueued. */
function withShow(record: ConversationRecord, desk: string, now: number): ConversationRecord {
  const name = laneFor(desk);
  const lane = laneOf(record.lanes, name);
  if (lane.by === '' && lane.jobs.some(({ kind }) => kind === 'show')) return record;
  const jobs = lane.jobs.filter(({ kind }, n) => kind !== 'show' || n === 0);
  const key = digest(record.conversation, String(record.born), 'show', desk, String(record.version));
  const lanes = withLane(record.lanes, name, { ...lane, jobs });
  return withJob({ ...record, lanes }, desk, { kind: 'show', key, since: now, ...untried, talk: record.talk });
}

/** Returns true if the case has a ticket at a desk, opened or to be opened, that is not over. */
const isAt = ({ opened, lanes }: ConversationRecord, desk: string): boolean => {
  const { jobs } = laneOf(lanes, laneFor(desk));
  const end = jobs.findLastIndex((job) => job.kind === 'note' && endsTicket(job.note));
  return jobs.some(({ kind }, n) => kind === 'open' && n > end) || opened.some((one) => one.desk === desk && !one.over);
};

/** Returns the idempotency key of a ticket that a desk gets behind another one which does not answer, or gave it up. */
export const openKey = ({ conversation, born, handed }: ConversationRecord, desk: string): string =>
  digest(conversation, String(born), 'ticket', desk, String(handed));

/** Enqueues a ticket at a desk where the case has none. */
export const enqueueOpen = (record: ConversationRecord, desk: string, now: number): ConversationRecord =>
  isAt(record, desk)
    ? record
    : withJob(record, desk, {
        kind: 'open',
        key: openKey(record, desk),
        since: now,
        ...untried,
        talk: record.talk,
      });

/** Returns the record with jobs enqueued for a desk. */
export function withJobs(record: ConversationRecord, desk: string, jobs: readonly Job[]): ConversationRecord {
  const name = laneFor(desk);
  return { ...record, lanes: withLane(record.lanes, name, append(laneOf(record.lanes, name), ...jobs)) };
}
const withJob = (record: ConversationRecord, desk: string, job: Job): ConversationRecord =>
  withJobs(record, desk, [job]);

/** Returns true for the state of a conversation whose case is handed over. */
export const escalated = ({ flow: { place } }: ConversationRecord['talk']): boolean =>
  place.kind === 'closed' && place.outcome === 'escalated';
