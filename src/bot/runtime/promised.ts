import type { Conversation, Lead } from '../conversation/conversation.ts';
import { isHandedOver } from '../conversation/relay.ts';
import { promise } from '../desk/promise.ts';
import { isInDanger } from '../view/promise.ts';
import type { Lease } from './deps.ts';
import type { Notice } from './lanes.ts';
import type { ConversationRecord } from './record.ts';
import { desksWithTicket, escalated } from './tickets.ts';

/** What is said of when the desk answers: the conversation, and the notices before its reply. */
interface Told {
  readonly talk: Conversation;
  readonly notices: readonly Notice[];
}

const isAsked = (lead: Lead): boolean => 'answer' in lead && lead.answer === 'when-answer' && !('promised' in lead);

/** Returns what a person who waits for a desk hears of when it promised to answer; undefined where nothing was promised, and once that time is over. */
export function expectedOf(record: ConversationRecord, talk: Conversation, lease: Lease): Lead | undefined {
  const { hours, promised } = promisedBy(record, talk, lease);
  const { now } = lease;
  if (hours === null || promised.kind === 'none' || promised.by <= now) return undefined;
  const { zone } = hours;
  const seen =
    promised.kind === 'from' && promised.opens <= now ? ({ kind: 'within', by: promised.by } as const) : promised;
  const danger = isInDanger(talk.snapshot.context.facts);
  return { answer: 'when-answer', promised: seen, at: now, zone, danger };
}

/** Returns the office hours of the desk that has a case, and what it promised when that was handed over. */
function promisedBy(record: ConversationRecord, talk: Conversation, lease: Lease) {
  const [desk = ''] = desksWithTicket(record, talk, lease);
  const hours = lease.deskNamed(desk)?.hours ?? null;
  return { hours, promised: promise(hours, record.handed) };
}

/** Returns the conversation in which somebody who waits for a desk hears by when it promised to answer, in place of what is true of answers in general; once that time is over, how to reach people themselves. As it is where nothing was promised. `was`: the state before this turn. */
export function withPromise(
  record: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  lease: Lease,
): Told {
  const { handed, handling } = record;
  const waits = ['new', 'taken'].includes(handling.state) && handed > 0 && isHandedOver(talk);
  const asAlways = { talk, notices: [] };
  if (!waits || !talk.snapshot.context.atDesk || was === undefined || !escalated(was) || !talk.lead.some(isAsked))
    return asAlways;
  const { hours, promised } = promisedBy(record, talk, lease);
  if (hours === null || promised.kind === 'none') return asAlways;
  const told = expectedOf(record, talk, lease);
  if (told === undefined)
    return { talk: { ...talk, lead: talk.lead.filter((lead) => !isAsked(lead)) }, notices: ['desk-late'] };
  return { talk: { ...talk, lead: talk.lead.map((lead) => (isAsked(lead) ? told : lead)) }, notices: [] };
}
