import type { Terms } from './deps.ts';
import { deskOfLane, type Job, type LaneName, laneOf, type Open, untried } from './lanes.ts';
import type { ConversationRecord } from './record.ts';
import { allDesks, endsTicket, openKey, withJobs } from './tickets.ts';

/** Returns the record with the ticket of a job enqueued at the desk behind the one that gave it up, and with all that waited to be added to it. Undefined where there is no such desk, it has the case already, the job was passed on to it by another one, or the case has ended meanwhile. `name`: the lane of the job; `now`: epoch milliseconds. */
export function passedOn(
  record: ConversationRecord,
  job: Open,
  name: LaneName,
  { deskNamed }: Terms,
  now: number,
): ConversationRecord | undefined {
  const desk = deskOfLane(name);
  const second = deskNamed(desk)?.escalatesTo ?? '';
  const waiting = laneOf(record.lanes, name).jobs.filter(({ kind }) => kind === 'note');
  const hasEnded = waiting.some((one) => one.kind === 'note' && endsTicket(one.note));
  if (second === '' || hasEnded || allDesks(record).includes(second) || job.key === openKey(record, desk))
    return undefined;
  const open: Job = { ...job, ...untried, key: openKey(record, second), since: now };
  return withJobs(record, second, [open, ...waiting.map((one) => ({ ...one, ...untried, since: now }))]);
}
