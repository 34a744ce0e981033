import type { Conversation, Lead } from '../conversation/conversation.ts';
import { isHandedOver } from '../conversation/relay.ts';
import { promise } from '../desk/promise.ts';
import { isInDanger } from '../view/promise.ts';
import type { Lease } from './deps.ts';
import type { Notice } from './lanes.ts';
import type { ConversationRecord } from './record.ts';
import { escalated } from './tickets.ts';

/** What is said of when the desk answers: the conversation, and the notices before its reply. */
interface Told {
  readonly talk: Conversation;
  readonly notices: readonly Notice[];
}

const isAsked = (lead: Lead): boolean => 'answer' in lead && lead.answer === 'when-answer';

/** Returns the conversation in which somebody who waits for a desk hears by when it promised to answer, in place of what is true of answers in general; once that time is over, how to reach people themselves. As it is where nothing was promised. `was`: the state before this turn. */
export function withPromise(
  { conversation, handed, handling }: ConversationRecord,
  was: ConversationRecord['talk'] | undefined,
  talk: Conversation,
  lease: Lease,
): Told {
  const { context } = talk.snapshot;
  const waits = ['new', 'taken'].includes(handling.state) && handed > 0 && context.atDesk && isHandedOver(talk);
  const asAlways = { talk, notices: [] };
  if (!waits || was === undefined || !escalated(was) || !talk.lead.some(isAsked)) return asAlways;
  const [desk = ''] = lease.desks(conversation, context);
  const hours = lease.deskNamed(desk)?.hours ?? null;
  const promised = promise(hours, handed);
  if (hours === null || promised.kind === 'none') return asAlways;
  const { now } = lease;
  if (promised.by <= now)
    return { talk: { ...talk, lead: talk.lead.filter((lead) => !isAsked(lead)) }, notices: ['desk-late'] };
  const { zone } = hours;
  const seen =
    promised.kind === 'from' && promised.opens <= now ? ({ kind: 'within', by: promised.by } as const) : promised;
  const told: Lead = { answer: 'when-answer', promised: seen, at: now, zone, danger: isInDanger(context.facts) };
  return { talk: { ...talk, lead: talk.lead.map((lead) => (isAsked(lead) ? told : lead)) }, notices: [] };
}
