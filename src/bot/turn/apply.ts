import { digest } from './digest.ts';
import type { Duty } from './duty.ts';
import type { Job, Post, Result, Settle } from './job.ts';
import { idle, type Lane, type LaneName, release } from './lane.ts';
import { goOn, nowLive } from './live.ts';
import { owePost } from './owe.ts';
import type { Saved } from './saved.ts';

/** So many jobs that were given up are remembered. */
const remembered = 20;

/** The record after an attempt at one of its jobs, as a pure function. A job that is no longer there changes nothing. */
export function apply(saved: Saved, name: LaneName, result: Result, terms: Duty['terms']): Saved {
  const lane = saved.lanes[name];
  const job = lane.jobs.find(({ key }) => key === result.key);
  if (job === undefined) return saved;
  const others = lane.jobs.filter((other) => other !== job);
  const put = (next: Lane): Saved => ({ ...saved, lanes: { ...saved.lanes, [name]: next } });
  if (result.outcome === 'done') {
    const next = put(
      go(
        lane,
        job.kind === 'post' && job.answer !== null ? [settling(job, job.answer, result.message), ...others] : others,
      ),
    );
    return job.kind === 'post' && job.answer === null ? nowLive(next, job, result.message) : next;
  }
  if (result.outcome === 'never') return bury(put(go(lane, others)), job, result.why, result.now);
  if (givenUp(job, result, terms)) return bury(put(go(lane, others)), job, 'tried too long', result.now);
  const again: Job = { ...job, unsure: result.outcome === 'unknown' };
  // An edit never holds up a message.
  if (job.kind === 'settle' && others.some(({ kind }) => kind === 'post'))
    return put({ ...lane, jobs: [...others, again] });
  return put({ ...release({ ...lane, jobs: [again, ...others] }, result.now + result.after), tries: lane.tries + 1 });
}

/** Whether a job that failed again was tried for long enough. */
export const givenUp = ({ kind, since }: Job, { now }: Result, { patience }: Duty['terms']): boolean =>
  now - since >= patience[kind];

/** The lane with fewer jobs, still held as long as there are any. */
const go = (lane: Lane, jobs: readonly Job[]): Lane => (jobs.length === 0 ? idle : { ...lane, jobs, tries: 0 });

const settling = ({ key, since, talk, notices }: Post, answer: string, message: Settle['message']): Settle => ({
  kind: 'settle',
  key: digest(key, 'settle'),
  since,
  unsure: false,
  talk,
  message,
  notices,
  answer,
});

/** Gives a job up where it can be seen; a ticket that could not be opened is told to the person. */
function bury(saved: Saved, { kind, key }: Job, why: string, at: number): Saved {
  const dead = [...saved.dead, { kind, key, at, why: why.slice(0, 200) }].slice(-remembered);
  const told: Saved = { ...saved, dead };
  return kind === 'open' ? owePost(goOn(told, { ...told.talk, lead: [] }), `dead ${key}`, ['desk-failed'], at) : told;
}
