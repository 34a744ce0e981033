import { digest } from './digest.ts';
import type { Duty } from './duty.ts';
import { type Again, type Job, type Post, type Refusals, type Result, type Settle, untried } from './job.ts';
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
  const again: Job = { ...job, unsure: result.unsure, slot: result.slot, refusals: refusalsOf(job, result) };
  if (isGivenUp(again, result, terms)) return bury(put(go(lane, others)), job, result.why, result.now);
  // An edit never holds up a message.
  if (job.kind === 'settle' && others.some(({ kind }) => kind === 'post'))
    return put({ ...lane, jobs: [...others, again] });
  const tries = lane.tries + (result.reason === 'slot' ? 0 : 1);
  return put({ ...release({ ...lane, jobs: [again, ...others] }, result.now + result.after), tries });
}

/** Whether an attempt was the last of its job. */
export const isLast = (job: Job, result: Result, terms: Duty['terms']): boolean =>
  result.outcome === 'never' ||
  (result.outcome === 'again' && isGivenUp({ ...job, refusals: refusalsOf(job, result) }, result, terms));

/** The refusals of a job after an attempt: time counts only between two that followed each other. */
function refusalsOf({ refusals: { count, span, lastAt } }: Job, { reason, now }: Again & Result): Refusals {
  if (reason === 'slot') return { count, span, lastAt };
  if (reason !== 'refusal') return { count, span, lastAt: null };
  return { count: count + 1, span: span + (lastAt === null ? 0 : Math.max(0, now - lastAt)), lastAt: now };
}

/** Whether a job was refused often and long enough, or its receiver was away for too long. A receiver that only asks to wait will take it. */
function isGivenUp({ kind, since, refusals }: Job, { reason, now }: Again & Result, { retry }: Duty['terms']): boolean {
  if (reason === 'slot' || reason === 'rate limit') return false;
  const { maxAttempts, giveUpAfter, deadline } = retry[kind];
  return now - since >= deadline || (refusals.count >= maxAttempts && refusals.span >= giveUpAfter);
}

/** The lane with fewer jobs, still held as long as there are any. */
const go = (lane: Lane, jobs: readonly Job[]): Lane => (jobs.length === 0 ? idle : { ...lane, jobs, tries: 0 });

const settling = ({ key, since, talk, notices }: Post, answer: string, message: Settle['message']): Settle => ({
  kind: 'settle',
  key: digest(key, 'settle'),
  since,
  ...untried,
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
