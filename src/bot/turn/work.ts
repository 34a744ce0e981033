import { apply, isLast } from './apply.ts';
import { attempt } from './attempt.ts';
import { isSearchable } from './calls.ts';
import type { Job, Result } from './job.ts';
import { type LaneName, release } from './lane.ts';
import type { Saved } from './saved.ts';
import type { Counted } from './tally.ts';
import { update } from './update.ts';
import type { World } from './world.ts';

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
