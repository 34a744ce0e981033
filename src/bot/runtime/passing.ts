import type { OutwardJob } from './calls.ts';
import { deliver } from './delivery.ts';
import type { Deps } from './deps.ts';
import { carriesFiles, type LaneName, type Result } from './lanes.ts';
import type { ConversationRecord } from './record.ts';

/** Milliseconds until a job asks again for its turn. */
const pause = 500;

/** Attempts to deliver a job as `deliver` does, one with files only while few others hold theirs in memory: after an outage many are due at once. */
export async function deliverInTurn(
  deps: Deps,
  record: ConversationRecord,
  job: OutwardJob,
  name: LaneName,
): Promise<Result | undefined> {
  if (!carriesFiles(job)) return deliver(deps, record, job, name);
  const { passing, policy, now } = deps;
  const { key, unsure, slot } = job;
  if (!(await passing.enter(job.since, policy.waitInPlace)))
    return {
      key,
      now: now(),
      outcome: 'again',
      reason: 'slot',
      after: pause,
      unsure,
      slot,
      why: 'other files go first',
    };
  try {
    return await deliver(deps, record, job, name);
  } finally {
    passing.leave();
  }
}
