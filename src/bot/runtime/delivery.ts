import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { digest } from '../lib/hash.ts';
import { RateLimitedError } from '../lib/rates.ts';
import type { Sent } from '../ports.ts';
import { type Call, callsOf } from './calls.ts';
import type { Deps, Lease } from './deps.ts';
import {
  type Again,
  emptyLane,
  type Job,
  type Lane,
  type LaneName,
  type Post,
  type Refusals,
  type Result,
  release,
  type Settle,
  type Slot,
  untried,
} from './lanes.ts';
import { goOn, withOpenMessage } from './open-messages.ts';
import { enqueuePost } from './outbox.ts';
import type { Permit } from './rate-limit.ts';
import type { ConversationRecord } from './record.ts';

/** So many failures in a row hold up what waits behind a job at the same rate limit; after that the fault may be its own. */
const exemplary = 6;

/** Tries a job once, where its rate limits let it; undefined: the lease ran out before, as where the process stood still. Never throws: what ended in an unknown way, or took longer than the timeout, is to be tried again and may have arrived. */
export async function deliver(
  deps: Deps,
  record: ConversationRecord,
  job: Job,
  { at, tries }: Lane,
): Promise<Result | undefined> {
  const { policy, now } = deps;
  const backoff = Math.round(
    Math.min(policy.maxInterval, policy.initialInterval * 2 ** Math.min(tries, 30)) * (0.75 + deps.random() / 2),
  );
  // A message may come while an edit waits, and goes before it.
  const waitInPlace = job.kind === 'settle' ? 0 : policy.waitInPlace;
  let { slot, unsure } = job;
  const again = (reason: Again['reason'], why: string, permit: Permit): Result => {
    // Somebody has to be there when a slot comes, and needs some time to get ready.
    const early = permit.slot === null ? 0 : (waitInPlace * 2) / 3;
    const after = Math.min(policy.maxWait, Math.max(0, permit.due - early - now()));
    return { key: job.key, now: now(), outcome: 'again', reason, after, unsure, slot: permit.slot, why };
  };
  const later = (after: number): Permit => ({ due: now() + after, slot: null });

  try {
    const calls = await callsOf(deps, record, job);
    for (const [n, call] of calls.entries()) {
      const until = Math.min(now() + waitInPlace, at - (calls.length - n) * policy.timeout);
      const permit = await enter(deps, call, slot, until);
      if (permit.due > now()) return again('slot', 'its rate limit', permit);
      slot = permit.slot;
      if (at - now() < policy.timeout) return undefined;
      const sent = await made(deps, record, job, call);
      if (sent === undefined) {
        [slot, unsure] = [null, false];
        continue;
      }
      if (sent.outcome === 'done' || sent.outcome === 'never') return { key: job.key, now: now(), ...sent };
      const { reason, after, why } = sent;
      unsure = sent.outcome === 'unknown' || call.name === 'find';
      if (reason === 'refusal' || (reason === 'outage' && tries >= exemplary))
        return again(reason, why, later(Math.max(after, backoff)));
      const limited = reason === 'rate limit' && call.limit.perSecond > 0;
      const pause = limited ? after : Math.max(after, backoff);
      return again(reason, why, await deps.limiter.hold(call.limit, slot, pause, limited));
    }
    throw new Error('A job without a call that sends it');
  } catch (error) {
    // Nothing was sent, nor was it decided when it may be.
    return again('outage', describeError(error), { ...later(backoff), slot });
  }
}

/** Asks for a slot for a call, and waits for it where it comes no later than `until`. */
async function enter({ limiter, now }: Deps, { limit }: Call, given: Slot | null, until: number) {
  for (let slot = given; ; ) {
    const permit = await limiter.ask(limit, slot);
    const wait = permit.due - now();
    if (wait <= 0 || permit.due > until) return permit;
    await sleep(wait);
    slot = permit.slot;
  }
}

type Later = Omit<Extract<Sent, { outcome: 'later' }>, 'outcome'> & { readonly outcome: 'later' | 'unknown' };

/** What became of a call; undefined: what was looked for never arrived. */
async function made(
  deps: Deps,
  { conversation }: ConversationRecord,
  { key, kind }: Job,
  { name, run }: Call,
): Promise<Exclude<Sent, { outcome: 'later' }> | Later | undefined> {
  try {
    return await withTimeout(deps.policy.timeout, run());
  } catch (error) {
    const why = describeError(error);
    if (error instanceof RateLimitedError) return { outcome: 'later', after: error.after, reason: 'rate limit', why };
    deps.log.warn({ conversation, delivery: key, job: kind, call: name, error: why }, 'attempt ended unknown');
    return { outcome: 'unknown', after: 0, reason: 'outage', why };
  }
}

/** So many jobs that were given up are remembered. */
const remembered = 20;

/** The record after an attempt at one of its jobs, as a pure function. A job that is no longer there changes nothing. */
export function applyResult(
  record: ConversationRecord,
  name: LaneName,
  result: Result,
  policy: Lease['policy'],
): ConversationRecord {
  const lane = record.lanes[name];
  const job = lane.jobs.find(({ key }) => key === result.key);
  if (job === undefined) return record;
  const others = lane.jobs.filter((other) => other !== job);
  const put = (next: Lane): ConversationRecord => ({ ...record, lanes: { ...record.lanes, [name]: next } });
  if (result.outcome === 'done') {
    const next = put(
      go(
        lane,
        job.kind === 'post' && job.answer !== null ? [settling(job, job.answer, result.message), ...others] : others,
      ),
    );
    return job.kind === 'post' && job.answer === null ? withOpenMessage(next, job, result.message) : next;
  }
  if (result.outcome === 'never') return bury(put(go(lane, others)), job, result.why, result.now);
  const again: Job = { ...job, unsure: result.unsure, slot: result.slot, refusals: refusalsOf(job, result) };
  if (isGivenUp(again, result, policy)) return bury(put(go(lane, others)), job, result.why, result.now);
  // An edit never holds up a message.
  if (job.kind === 'settle' && others.some(({ kind }) => kind === 'post'))
    return put({ ...lane, jobs: [...others, again] });
  const tries = lane.tries + (result.reason === 'slot' ? 0 : 1);
  return put({ ...release({ ...lane, jobs: [again, ...others] }, result.now + result.after), tries });
}

/** Whether an attempt was the last of its job. */
export const isLast = (job: Job, result: Result, policy: Lease['policy']): boolean =>
  result.outcome === 'never' ||
  (result.outcome === 'again' && isGivenUp({ ...job, refusals: refusalsOf(job, result) }, result, policy));

/** The refusals of a job after an attempt: time counts only between two that followed each other. */
function refusalsOf({ refusals: { count, span, lastAt } }: Job, { reason, now }: Again & Result): Refusals {
  if (reason === 'slot') return { count, span, lastAt };
  if (reason !== 'refusal') return { count, span, lastAt: null };
  return { count: count + 1, span: span + (lastAt === null ? 0 : Math.max(0, now - lastAt)), lastAt: now };
}

/** Whether a job was refused often and long enough, or its receiver was away for too long. A receiver that only asks to wait will take it. */
function isGivenUp(
  { kind, since, refusals }: Job,
  { reason, now }: Again & Result,
  { retry }: Lease['policy'],
): boolean {
  if (reason === 'slot' || reason === 'rate limit') return false;
  const { maxAttempts, giveUpAfter, deadline } = retry[kind];
  return now - since >= deadline || (refusals.count >= maxAttempts && refusals.span >= giveUpAfter);
}

/** The lane with fewer jobs, still held as long as there are any. */
const go = (lane: Lane, jobs: readonly Job[]): Lane => (jobs.length === 0 ? emptyLane : { ...lane, jobs, tries: 0 });

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
function bury(record: ConversationRecord, { kind, key }: Job, why: string, at: number): ConversationRecord {
  const dead = [...record.dead, { kind, key, at, why: why.slice(0, 200) }].slice(-remembered);
  const told: ConversationRecord = { ...record, dead };
  return kind === 'open'
    ? enqueuePost(goOn(told, { ...told.talk, lead: [] }), `dead ${key}`, ['desk-failed'], at)
    : told;
}
