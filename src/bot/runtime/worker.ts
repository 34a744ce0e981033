import { setImmediate as others } from 'node:timers/promises';
import { running } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { isSearchable } from './calls.ts';
import { apply, attempt, isLast } from './delivery.ts';
import type { World } from './deps.ts';
import { type Job, type LaneName, laneNames, type Result, release } from './lanes.ts';
import type { Counted } from './metrics.ts';
import type { Saved } from './record.ts';
import { update } from './record-store.ts';

/**
 * Works on one lane until it is empty, has to wait, or is held by another. What was done is written down when the
 * lane is empty (then within a moment, so that the next turn takes it along), is given up, or its lease is half over: one
 * write for an edit and a reply together. Where nobody can be asked what arrived, it is written down at once. Rejects
 * when the database does.
 */
export async function work(
  world: World,
  given: Saved,
  name: LaneName,
  by: string,
  stopping: () => boolean,
): Promise<void> {
  const searchable = isSearchable(world, given, name);
  let stored: Saved | undefined = given;
  while (stored !== undefined && holds(stored, name, by)) {
    const results: Result[] = [];
    let saved: Saved = stored;
    while (holds(saved, name, by) && !stopping() && saved.lanes[name].at - world.now() > 2 * world.terms.timeout) {
      const lane: Saved['lanes'][LaneName] = saved.lanes[name];
      const job = lane.jobs[0];
      if (job === undefined) break;
      const result = await attempt(world, saved, job, lane);
      if (result === undefined) break;
      note(world, saved, job, result);
      results.push(result);
      saved = apply(saved, name, result, world.terms);
      if (!searchable && job.kind !== 'settle') break;
    }
    // Once another holds the lane, it is only told what was done.
    const mine = (before: Saved, { outcome }: Result) => outcome === 'done' || before.lanes[name].by === by;
    const done = (latest: Saved): Saved =>
      results.reduce(
        (before, result) => (mine(before, result) ? apply(before, name, result, world.terms) : before),
        latest,
      );
    stored =
      (searchable ? await takenAlong(world, stored, done, name, by) : undefined) ??
      (await update(world, stored, (latest) => {
        const next = done(latest);
        return holds(next, name, by) ? hand(world, next, name, stopping()) : next;
      }));
  }
}

const holds = ({ lanes }: Saved, name: LaneName, by: string): boolean =>
  lanes[name].by === by && lanes[name].jobs.length > 0;

/** Where the lane is empty, nobody is kept waiting: the record as a turn wrote it that came in the next moment; undefined: none did. */
async function takenAlong(
  world: World,
  stored: Saved,
  done: (latest: Saved) => Saved,
  name: LaneName,
  by: string,
): Promise<Saved | undefined> {
  const latest = world.recent.get(stored.conversation) ?? stored;
  return holds(done(latest), name, by) ? undefined : world.along.offer(stored.conversation, done);
}

/** The lane held for longer, or let go at once. */
function hand(world: World, saved: Saved, name: LaneName, go: boolean): Saved {
  const lane = saved.lanes[name];
  const next = go ? release(lane, world.now()) : { ...lane, at: world.now() + world.terms.lease };
  return { ...saved, lanes: { ...saved.lanes, [name]: next } };
}

const counts: Readonly<Record<Job['kind'], { readonly done: Counted; readonly dead: Counted }>> = {
  post: { done: 'posts', dead: 'dead_posts' },
  settle: { done: 'settles', dead: 'dead_settles' },
  open: { done: 'tickets', dead: 'dead_tickets' },
};

function note({ tally, log, terms }: World, { conversation }: Saved, job: Job, result: Result): void {
  const about = { conversation, delivery: job.key, job: job.kind };
  if (result.outcome === 'done') tally.add(counts[job.kind].done);
  else if (isLast(job, result, terms)) {
    tally.add('dead');
    tally.add(counts[job.kind].dead);
    log.error({ ...about, why: result.why }, 'job given up');
  } else if (result.outcome === 'again' && result.reason !== 'slot') {
    tally.add('retries');
    log.warn(
      { ...about, reason: result.reason, why: result.why, after: Math.round(result.after) },
      'job to be tried again',
    );
  }
}

/** Maximum number of abandoned duties that a process remembers. */
const remembered = 1_000;

/** Does what is owed in outboxes. */
export interface Drain {
  /** Begins to work on the lanes that a duty of this process has just taken; to be called once for each. */
  begin(saved: Saved, by: string): void;
  /** Remembers a duty whose write failed, since it may have been made all the same: its lanes may be adopted. */
  abandon(by: string): void;
  /** Begins to work on the lanes that an abandoned duty of this process turns out to hold. Returns whether there are any. */
  adopt(saved: Saved): boolean;
  /** Lets go of what waits and resolves when the attempts under way have ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way. */
  rest(): Promise<void>;
}

/** The one place where a process does jobs: in each lane in order, one at a time. */
export function drain(world: World): Drain {
  const under = running();
  const abandoned = new Set<string>();
  let stopping = false;

  function begin(saved: Saved, by: string): void {
    for (const name of laneNames) {
      if (saved.lanes[name].by !== by) continue;
      // Who sent the message is acknowledged first.
      const ended = others()
        .then(() => work(world, saved, name, by, () => stopping))
        .catch((error: unknown) => {
          // The lane stays held until its lease ends; then the sweeper asks what arrived.
          const about = { conversation: saved.conversation, delivery: '', error: describeError(error) };
          world.log.error(about, 'outbox left to the sweeper');
        });
      void under.track(ended);
    }
  }

  const rest = () => world.along.hurry(under.rest);
  return {
    begin,
    abandon: (by) => {
      abandoned.add(by);
      const [oldest] = abandoned;
      if (abandoned.size > remembered && oldest !== undefined) abandoned.delete(oldest);
    },
    adopt: (saved) => {
      const adopted = laneNames.map((name) => saved.lanes[name].by).filter((by) => abandoned.delete(by));
      for (const by of adopted) begin(saved, by);
      return adopted.length > 0;
    },
    rest,
    stop: () => {
      stopping = true;
      return rest();
    },
  };
}
