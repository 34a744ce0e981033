import { setImmediate as others } from 'node:timers/promises';
import { running } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { isSearchable } from './calls.ts';
import { applyResult, isLast } from './delivery.ts';
import { type Deps, termsOf } from './deps.ts';
import { eraseOrphans } from './erase-tickets.ts';
import { type Job, type LaneName, laneNames, laneOf, type Result, release, timesOf, withLane } from './lanes.ts';
import { countResult, observeDelivery } from './observe.ts';
import { deliverInTurn } from './passing.ts';
import { proposeFor } from './proposing.ts';
import { readSent } from './reading.ts';
import type { ConversationRecord } from './record.ts';
import { update } from './record-store.ts';

/**
 * Delivers the jobs of one lane until it is empty, has to wait for a retry, or is held by another lease. The results are
 * stored when the lane is empty (then by write-behind, so that the next turn can include them in its own write), when it
 * is released, or when less than two timeouts of its lease are left: an edit and a reply share one write. If the
 * receiver cannot be asked what arrived, the result of a message is stored at once; an edit can be repeated. Rejects when the database does.
 */
export async function workOn(
  deps: Deps,
  given: ConversationRecord,
  name: LaneName,
  by: string,
  stopping: () => boolean,
): Promise<void> {
  const searchable = isSearchable(deps, given, name);
  const terms = termsOf(deps);
  let stored: ConversationRecord | undefined = given;
  while (stored !== undefined && holds(stored, name, by)) {
    const results: Result[] = [];
    let repeatable = true;
    let record: ConversationRecord = stored;
    while (
      holds(record, name, by) &&
      !stopping() &&
      laneOf(record.lanes, name).at - deps.now() > 2 * timesOf(name, deps.policy).timeout
    ) {
      const lane = laneOf(record.lanes, name);
      const job = lane.jobs[0];
      if (job === undefined) break;
      const attempt = () =>
        job.kind === 'read'
          ? readSent(deps, record, job)
          : job.kind === 'propose'
            ? proposeFor(deps, record, job)
            : deliverInTurn(deps, record, job, name);
      const result = await observeDelivery(deps, job, attempt);
      if (result === undefined) break;
      note(deps, record, job, result);
      results.push(result);
      record = applyResult(record, name, result, terms);
      repeatable = searchable || job.kind === 'settle';
      if (!repeatable) break;
    }
    // Once another lease holds the lane, only the completed deliveries are recorded in it.
    const mine = (before: ConversationRecord, { outcome }: Result) =>
      outcome === 'done' || laneOf(before.lanes, name).by === by;
    const done = (latest: ConversationRecord): ConversationRecord =>
      results.reduce(
        (before, result) => (mine(before, result) ? applyResult(before, name, result, terms) : before),
        latest,
      );
    stored =
      (repeatable ? await takenAlong(deps, stored, done, name, by) : undefined) ??
      (await update(deps, stored, (latest) => {
        const next = done(latest);
        return holds(next, name, by) ? hand(deps, next, name, stopping()) : next;
      }));
    if (stored === undefined && results.some(({ outcome }) => outcome === 'done'))
      await eraseOrphans(deps, record, name);
  }
}

const holds = ({ lanes }: ConversationRecord, name: LaneName, by: string): boolean =>
  laneOf(lanes, name).by === by && laneOf(lanes, name).jobs.length > 0;

/** Offers the results to the write-behind buffer if the lane is empty, since then nothing waits for them. Returns the record that a turn wrote with them; undefined if the caller has to store them. */
async function takenAlong(
  deps: Deps,
  stored: ConversationRecord,
  done: (latest: ConversationRecord) => ConversationRecord,
  name: LaneName,
  by: string,
): Promise<ConversationRecord | undefined> {
  const latest = deps.cache.get(stored.conversation) ?? stored;
  return holds(done(latest), name, by) ? undefined : deps.writeBehind.offer(stored.conversation, done);
}

/** Renews the lease of a lane, or releases the lane at once. */
function hand(deps: Deps, record: ConversationRecord, name: LaneName, go: boolean): ConversationRecord {
  const lane = laneOf(record.lanes, name);
  const next = go ? release(lane, deps.now()) : { ...lane, at: deps.now() + timesOf(name, deps.policy).lease };
  return { ...record, lanes: withLane(record.lanes, name, next) };
}

function note({ metrics, log, policy }: Deps, { conversation }: ConversationRecord, job: Job, result: Result): void {
  const about = { conversation, delivery: job.key, job: job.kind };
  const last = isLast(job, result, policy);
  countResult(metrics, job, result, last);
  if (result.outcome === 'done') return;
  if (last) log.error({ ...about, why: result.why }, 'job given up');
  else if (result.outcome === 'again' && result.reason !== 'slot')
    log.warn(
      { ...about, reason: result.reason, why: result.why, after: Math.round(result.after) },
      'job to be tried again',
    );
}

/** Maximum number of abandoned leases that a process remembers. */
const remembered = 1_000;

/** The workers of a process, which deliver the jobs of outboxes. */
export interface Workers {
  /** Begins to work on the lanes that a lease of this process has just acquired. To be called once for each lease. */
  begin(record: ConversationRecord, by: string): void;
  /** Remembers a lease whose write failed, since the database may have made the write all the same: its lanes can then be adopted. */
  abandon(by: string): void;
  /** Begins to work on the lanes that an abandoned lease of this process turns out to hold. Returns false if there are none. */
  adopt(record: ConversationRecord): boolean;
  /** Releases the lanes and resolves when the attempts in flight have ended. */
  stop(): Promise<void>;
  /** Resolves when no lane is being worked on. */
  rest(): Promise<void>;
}

/** Creates the workers of a process. They are the only place where jobs are delivered: in each lane in order, one at a time. */
export function workers(deps: Deps): Workers {
  const under = running();
  const abandoned = new Set<string>();
  let stopping = false;

  function begin(record: ConversationRecord, by: string): void {
    for (const name of laneNames(record.lanes)) {
      if (laneOf(record.lanes, name).by !== by) continue;
      // Deferred, so that the delivery is acknowledged to the channel first.
      const ended = others()
        .then(() => workOn(deps, record, name, by, () => stopping))
        .catch((error: unknown) => {
          // The lane stays held until its lease expires; then the sweeper acquires it and its jobs count as unsure.
          const about = { conversation: record.conversation, delivery: '', error: describeError(error) };
          deps.log.error(about, 'outbox left to the sweeper');
        });
      void under.track(ended);
    }
  }

  const rest = () => deps.writeBehind.hurry(under.rest);
  return {
    begin,
    abandon: (by) => {
      abandoned.add(by);
      const [oldest] = abandoned;
      if (abandoned.size > remembered && oldest !== undefined) abandoned.delete(oldest);
    },
    adopt: (record) => {
      const { lanes } = record;
      const adopted = laneNames(lanes)
        .map((name) => laneOf(lanes, name).by)
        .filter((by) => abandoned.delete(by));
      for (const by of adopted) begin(record, by);
      return adopted.length > 0;
    },
    rest,
    stop: () => {
      stopping = true;
      return rest();
    },
  };
}
