import type { Conversation, Lead } from '../conversation/conversation.ts';
import type { Terms } from './deps.ts';
import { deskOfLane, type LaneName, laneFor, laneOf, type Open, type Result } from './lanes.ts';
import type { ConversationRecord } from './record.ts';
import { passedOn } from './second-desk.ts';
import { allDesks } from './tickets.ts';

/** Consecutive failures after which a desk counts as away: about three seconds. */
const failures = 2;

/** Returns true where no desk that has a case can be reached now, so that what is for it waits. */
const isAway = (record: ConversationRecord): boolean => {
  const desks = allDesks(record);
  return desks.length > 0 && desks.every((desk) => laneOf(record.lanes, laneFor(desk)).tries >= failures);
};

const isPassedOn = (lead: Lead): boolean => 'say' in lead && lead.say === 'passed-on';

/** Returns a conversation in which the person hears the truth of what they wrote for a desk that is away: it waits, and how to reach people themselves. Any other as it is. */
export const withDelay = (record: ConversationRecord, talk: Conversation): Conversation =>
  talk.lead.some(isPassedOn) && isAway(record)
    ? { ...talk, lead: talk.lead.map((lead) => (isPassedOn(lead) ? { say: 'passed-on', waits: true } : lead)) }
    : talk;

/** Milliseconds for which a ticket waits for a desk that is away before the desk behind it gets the case as well. */
const patience = 10 * 60_000;

/** Returns the record with the ticket of a job that failed again at the desk behind it as well, once it has waited long. */
export const withSecond = (
  record: ConversationRecord,
  job: Open,
  name: LaneName,
  { now }: Result,
  terms: Terms,
): ConversationRecord =>
  now - job.since < patience || deskOfLane(name) === '' ? record : (passedOn(record, job, name, terms, now) ?? record);
