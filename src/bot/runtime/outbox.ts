import type { Context } from '../../flows/context.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { wordsIn } from '../i18n.ts';
import { digest } from '../lib/hash.ts';
import type { TicketNote } from '../ports.ts';
import { addresseeOf, compose } from '../view/handover.ts';
import type { Lease } from './deps.ts';
import { acquire, append, laneNames, type Notice, type Post, type Settle, untried } from './lanes.ts';
import { answerableMessages } from './open-messages.ts';
import type { ConversationRecord } from './record.ts';

/** Returns the record with its version incremented and its free lanes acquired under a lease. */
export const nextVersion = (record: ConversationRecord, { by, now, policy }: Lease): ConversationRecord => ({
  ...record,
  version: record.version + 1,
  lanes: Object.fromEntries(
    laneNames.map((name) => [name, acquire(record.lanes[name], by, now, policy)]),
  ) as ConversationRecord['lanes'],
});

/** Enqueues a message that shows the present state of the conversation. `name` makes its idempotency key; `instead`: see `Post`. */
export function enqueuePost(
  record: ConversationRecord,
  name: string,
  notices: readonly Notice[],
  now: number,
  instead: Post['instead'] = null,
): ConversationRecord {
  const key = digest(record.conversation, String(record.born), name);
  const post: Post = { kind: 'post', key, since: now, ...untried, talk: record.talk, notices, answer: null, instead };
  return { ...record, lanes: { ...record.lanes, channel: append(record.lanes.channel, post) } };
}

/** Enqueues edits of the open messages, since a new message is about to replace them: the newest one alone has buttons. A message still in the outbox is settled once its delivery is confirmed. `answer`: the label of the button that was pressed; empty if none was. `instead`: the message whose place the new one takes, which is not edited before. */
export function enqueueSettle(
  record: ConversationRecord,
  answer: string,
  now: number,
  instead: Post['instead'] = null,
): ConversationRecord {
  const { conversation, born } = record;
  const { channel } = record.lanes;
  const last = channel.jobs.findLastIndex(({ kind }) => kind === 'post');
  const jobs = channel.jobs.map((job, n) =>
    job.kind === 'post' ? { ...job, answer: job.answer ?? (n === last ? answer : '') } : job,
  );
  const old = answerableMessages(record).filter(({ message }) => message !== instead);
  const settles = old.map(({ message, talk, notices }): Settle => {
    const key = digest(conversation, String(born), 'settle', message);
    return { kind: 'settle', key, since: now, ...untried, talk, message, notices, answer };
  });
  const next = { ...channel, jobs };
  return {
    ...record,
    live: [],
    lanes: { ...record.lanes, channel: settles.length > 0 ? append(next, ...settles) : next },
  };
}

/** Maximum number of tickets of one conversation whose keys are remembered. */
const remembered = 20;

/** Returns true for a letter that is the desk's affair: one to the IT desk, or to a specialist about a PC of the organisation. What somebody writes to Microsoft, a shop or their bank is their own. */
function isForDesk(context: Context): boolean {
  const to = addresseeOf(context);
  return to === 'it-admin' || (to === 'specialist' && context.facts.origin === 'organization');
}

/** Stands before the delivery by which a case was reported as solved or withdrawn: the same letter after it opens another ticket. */
const solvedMark = 'solved ';

/** Enqueues a ticket if the case was just handed over to the desk and there is one. The same handover message is never enqueued twice (idempotency). */
export function enqueueTicket(
  record: ConversationRecord,
  before: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  { desk, now }: Lease,
): ConversationRecord {
  if (!desk || !escalated(record.talk) || (before !== undefined && escalated(before))) return record;
  const { context } = talk.snapshot;
  if (!isForDesk(context)) return record;
  const { text } = compose(context, wordsIn(talk.language));
  const solved = record.tickets.find((one) => one.startsWith(solvedMark)) ?? '';
  const key = digest(record.conversation, String(record.born), 'ticket', text, solved);
  if (record.tickets.includes(key)) return record;
  const open = { kind: 'open', key, since: now, ...untried, talk: record.talk } as const;
  return {
    ...record,
    tickets: [...record.tickets, key].slice(-remembered),
    lanes: { ...record.lanes, desk: append(record.lanes.desk, open) },
  };
}

/** Returns true if the present case has a ticket at the desk, opened or to be opened. */
export const hasTicket = ({ ticket, lanes }: ConversationRecord, talk: Conversation): boolean =>
  isForDesk(talk.snapshot.context) && (ticket !== null || lanes.desk.jobs.some(({ kind }) => kind === 'open'));

/** Enqueues a note for the ticket. `name` makes its idempotency key. */
export function enqueueNote(
  record: ConversationRecord,
  name: string,
  note: TicketNote,
  now: number,
): ConversationRecord {
  const key = digest(record.conversation, String(record.born), 'note', name);
  const job = { kind: 'note', key, since: now, ...untried, talk: record.talk, note } as const;
  const noted = { ...record, lanes: { ...record.lanes, desk: append(record.lanes.desk, job) } };
  return note.kind === 'solved' || note.kind === 'withdrawn' ? { ...noted, tickets: [solvedMark + key] } : noted;
}

const escalated = ({ flow: { place } }: ConversationRecord['talk']): boolean =>
  place.kind === 'closed' && place.outcome === 'escalated';
