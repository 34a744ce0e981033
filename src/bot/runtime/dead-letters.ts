import { addresseeOf } from '../../flows/recipient.ts';
import type { Desk } from '../ports.ts';
import type { Row, Store } from '../storage.ts';
import type { Lease } from './deps.ts';
import { withTicket } from './handed-over.ts';
import { enqueuePost } from './outbox.ts';
import { policy } from './policy.ts';
import { type ConversationRecord, fromRow, toRow } from './record.ts';
import { desksFor } from './registry.ts';
import { fromSnapshot } from './snapshot.ts';
import { allDesks, enqueueOpen, escalated } from './tickets.ts';

/** A dead letter: a job of a conversation that was given up. It holds nothing that anybody wrote. */
export type DeadLetter = ConversationRecord['dead'][number];

/** The outcome for a dead letter: it is enqueued again, dropped, or the reason why it cannot be retried. */
export type Handled =
  | 'enqueued'
  | 'dropped'
  | 'gone'
  | 'is an edit'
  | 'no longer handed over'
  | 'has its ticket'
  | 'no desk';

/** Returns the dead letters in a row; none if it cannot be read. */
export const deadLettersIn = (row: Row): readonly DeadLetter[] => fromRow(row)?.dead ?? [];

/** Returns the record with the work of a dead letter enqueued once more, or why that cannot be: a message shows how the conversation stands now; a ticket is opened if the case is handed over still and has none. The words of a note that was given up are not kept. */
function retried(record: ConversationRecord, { kind, key }: DeadLetter, lease: Lease): ConversationRecord | Handled {
  if (kind === 'settle') return 'is an edit';
  if (kind === 'post') return enqueuePost(record, `retry ${key} ${record.version}`, [], lease.now);
  if (!escalated(record.talk)) return 'no longer handed over';
  const talk = fromSnapshot(record.talk);
  const present = allDesks(record);
  const missing = lease.desks(record.conversation, talk.snapshot.context).filter((desk) => !present.includes(desk));
  if (present.length > 0 && missing.length === 0) return 'has its ticket';
  if (present.length > 0) return missing.reduce((next, desk) => enqueueOpen(next, desk, lease.now), record);
  const next = withTicket({ ...record, tickets: [] }, undefined, talk, lease);
  return allDesks(next).length > 0 ? next : 'no desk';
}

/** Returns what a retry of a dead letter would do now, without doing it. */
export function retryOutcome(desks: readonly Desk[], row: Row, letter: DeadLetter): Handled {
  const record = fromRow(row);
  const next = record === undefined ? 'gone' : retried(record, letter, leaseOf(desks));
  return typeof next === 'string' ? next : 'enqueued';
}

/** Retries or drops a dead letter beside running processes, by compare-and-set. Rejects when the database does. */
export async function handleDeadLetter(
  store: Store,
  desks: readonly Desk[],
  { conversation }: Row,
  key: string,
  what: 'retry' | 'drop',
): Promise<Handled> {
  for (;;) {
    const row = await store.load(conversation);
    const record = row && fromRow(row);
    const letter = record?.dead.find((one) => one.key === key);
    if (record === undefined || letter === undefined) return 'gone';
    const next = what === 'drop' ? record : retried(record, letter, leaseOf(desks));
    if (typeof next === 'string') return next;
    const dead = next.dead.filter((one) => one.key !== key);
    if (await store.save(toRow({ ...next, dead, version: record.version + 1 })))
      return what === 'drop' ? 'dropped' : 'enqueued';
  }
}

/** Returns the terms for a change from outside of the bot, which holds no lane. */
const leaseOf = (desks: readonly Desk[]): Lease => ({
  by: '',
  now: Date.now(),
  policy,
  deskNamed: (id) => desks.find((desk) => desk.id === id),
  desks: (conversation, context) =>
    desksFor({ adapters: [], desks }, conversation, addresseeOf(context), context.facts).map(({ id }) => id),
  shows: () => false,
  notices: [],
  pictures: 'not read',
  model: '',
});
