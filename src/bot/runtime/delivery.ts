import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../lib/async.ts';
import { describeError } from '../lib/describe-error.ts';
import { digest } from '../lib/hash.ts';
import { RateLimitedError } from '../lib/rates.ts';
import type { MessageRef, Sent } from '../ports.ts';
import { type Call, callsOf, type OutwardJob } from './calls.ts';
import type { Deps, Terms } from './deps.ts';
import { withSecond } from './desk-away.ts';
import { leftByDesk } from './handed-over.ts';
import {
  type Again,
  deskOfLane,
  emptyLane,
  inOrder,
  type Job,
  type Lane,
  type LaneName,
  laneNames,
  laneOf,
  type Post,
  type QueueSlot,
  type Refusals,
  type Result,
  release,
  type Settle,
  untried,
  withLane,
} from './lanes.ts';
import { withOpenMessage } from './open-messages.ts';
import { enqueuePost, enqueueSettle } from './outbox.ts';
import type { Permit } from './rate-limit.ts';
import type { ConversationRecord } from './record.ts';
import { passedOn } from './second-desk.ts';
import { endsTicket } from './tickets.ts';

/** Number of consecutive failures of a job that pause its rate limit for all calls; after that the fault may lie in the job itself, and only the job is delayed. */
const exemplary = 6;

/** Attempts to deliver a job once, if its rate limits permit. Returns undefined if too little of the lease is left for an attempt, for example after the process was suspended. Never throws: an attempt that ends in an unknown way or exceeds the timeout is to be retried, and its job is unsure. */
export async function deliver(
  deps: Deps,
  record: ConversationRecord,
  job: OutwardJob,
  name: LaneName,
): Promise<Result | undefined> {
  const { policy, now } = deps;
  const { at, tries } = laneOf(record.lanes, name);
  const backoff = backoffOf(deps, tries);
  // An edit does not wait in place, since a message that is enqueued meanwhile goes before it.
  const waitInPlace = job.kind === 'settle' ? 0 : policy.waitInPlace;
  let { slot, unsure } = job;
  const again = (reason: Again['reason'], why: string, permit: Permit): Result => {
    // The lane becomes due before its slot comes, since a worker needs some time to acquire it.
    const early = permit.slot === null ? 0 : (waitInPlace * 2) / 3;
    const after = Math.min(policy.maxWait, Math.max(0, permit.due - early - now()));
    return { key: job.key, now: now(), outcome: 'again', reason, after, unsure, slot: permit.slot, why };
  };
  const later = (after: number): Permit => ({ due: now() + after, slot: null });

  try {
    const calls = await callsOf(deps, record, job, name);
    for (const [n, call] of calls.entries()) {
      const until = Math.min(now() + waitInPlace, at - (calls.length - n) * policy.timeout);
      const permit = await enter(deps, call, slot, until);
      if (permit.due > now()) return again('slot', 'its rate limit', permit);
      slot = permit.slot;
      if (at - now() < policy.timeout) return undefined;
      const sent = await made(deps, record, job, call);
      if (sent === undefined) {
        slot = null;
        // What was looked for is not there; a message that cannot be replaced says nothing of one that was posted.
        if (call.name === 'find') unsure = false;
        continue;
      }
      if (sent.outcome === 'done' || sent.outcome === 'never') return { key: job.key, now: now(), ...sent };
      const { reason, after, why } = sent;
      // Nothing is sent by fetching what is to be sent.
      if (call.name !== 'fetch') unsure = sent.outcome === 'unknown' || call.name === 'find';
      if (reason === 'refusal' || (reason === 'outage' && tries >= exemplary))
        return again(reason, why, later(Math.max(after, backoff)));
      const limited = reason === 'rate limit' && call.limit.perSecond > 0;
      const pause = limited ? after : Math.max(after, backoff);
      return again(reason, why, await deps.limiter.hold(call.limit, slot, pause, limited));
    }
    throw new Error('A job without a call that sends it');
  } catch (error) {
    // A rate limit could not be determined or changed: nothing more was sent, and the next attempt follows the backoff.
    return again('outage', describeError(error), { ...later(backoff), slot });
  }
}

/** Returns the pause after a number of consecutive failures, in milliseconds. */
export const backoffOf = ({ policy, random }: Pick<Deps, 'policy' | 'random'>, tries: number): number =>
  Math.round(Math.min(policy.maxInterval, policy.initialInterval * 2 ** Math.min(tries, 30)) * (0.75 + random() / 2));

/** Asks the rate limiter for a permit, and waits for the slot if it comes no later than `until`, epoch milliseconds. */
async function enter({ limiter, now }: Deps, { limit }: Call, given: QueueSlot | null, until: number) {
  for (let slot = given; ; ) {
    const permit = await limiter.ask(limit, slot);
    const wait = permit.due - now();
    if (wait <= 0 || permit.due > until) return permit;
    await sleep(wait);
    slot = permit.slot;
  }
}

type Later = Omit<Extract<Sent, { outcome: 'later' }>, 'outcome'> & { readonly outcome: 'later' | 'unknown' };

/** Makes a call with the timeout and returns its result; undefined if a `find` shows that nothing arrived, or the message to replace is gone. Never rejects. */
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

/** Maximum number of dead letters (jobs that were given up) that a record keeps. */
const remembered = 20;

/** Applies the result of an attempt to the record, as a pure function. A job that is no longer in the lane changes nothing. */
export function applyResult(
  record: ConversationRecord,
  name: LaneName,
  result: Result,
  terms: Terms,
): ConversationRecord {
  const lane = laneOf(record.lanes, name);
  const job = lane.jobs.find(({ key }) => key === result.key);
  if (job === undefined) return record;
  const others = lane.jobs.filter((other) => other !== job);
  const put = (next: Lane): ConversationRecord => ({ ...record, lanes: withLane(record.lanes, name, next) });
  if (result.outcome === 'done') {
    const next = put(
      go(
        lane,
        job.kind === 'post' && job.answer !== null
          ? inOrder([settling(job, job.answer, result.message), ...others])
          : others,
      ),
    );
    if (job.kind === 'open') return withTicket(next, deskOfLane(name), result.message, others);
    if (job.kind === 'note') return withNote(next, deskOfLane(name), result.message);
    return job.kind === 'post' && job.answer === null ? withOpenMessage(next, job, result.message) : next;
  }
  if (result.outcome === 'never') return bury(put(go(lane, others)), job, name, result, terms);
  const again: Job = { ...job, unsure: result.unsure, slot: result.slot, refusals: refusalsOf(job, result) };
  if (isGivenUp(again, result, terms.policy)) return bury(put(go(lane, others)), job, name, result, terms);
  // An edit, or a file, that has to be retried never delays a message.
  if ((job.kind === 'settle' || job.kind === 'attach') && others.some(({ kind }) => kind === 'post'))
    return put({ ...lane, jobs: [...others, again] });
  const tries = lane.tries + (result.reason === 'slot' ? 0 : 1);
  const waiting = put({ ...release({ ...lane, jobs: [again, ...others] }, result.now + result.after), tries });
  return again.kind === 'open' ? withSecond(waiting, again, name, result, terms) : waiting;
}

/** Returns true if the job is given up after this attempt. */
export const isLast = (job: Job, result: Result, policy: Terms['policy']): boolean =>
  result.outcome === 'never' ||
  (result.outcome === 'again' && isGivenUp({ ...job, refusals: refusalsOf(job, result) }, result, policy));

/** Returns the refusals of a job after an attempt. Only the time between two consecutive refusals is added to `span`. */
function refusalsOf({ refusals: { count, span, lastAt } }: Job, { reason, now }: Again & Result): Refusals {
  if (reason === 'slot') return { count, span, lastAt };
  if (reason !== 'refusal') return { count, span, lastAt: null };
  return { count: count + 1, span: span + (lastAt === null ? 0 : Math.max(0, now - lastAt)), lastAt: now };
}

/** Returns true if a job is to be given up: it was refused often and long enough, or is older than its deadline. Never because of a rate limit, after which the receiver will accept it. */
function isGivenUp(
  { kind, since, refusals }: Job,
  { reason, now }: Again & Result,
  { retry }: Terms['policy'],
): boolean {
  if (reason === 'slot' || reason === 'rate limit') return false;
  const { maxAttempts, giveUpAfter, deadline } = retry[kind];
  return now - since >= deadline || (refusals.count >= maxAttempts && refusals.span >= giveUpAfter);
}

/** Returns the lane with the jobs that remain, still held as long as there are any. */
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

/** Maximum number of opened tickets that a record keeps. */
const kept = 20;

/** Returns the record with a ticket that was just opened at a desk. It is over if the case was solved or withdrawn meanwhile. */
const withTicket = (
  record: ConversationRecord,
  desk: string,
  message: MessageRef,
  others: readonly Job[],
): ConversationRecord => ({
  ...record,
  opened: [
    ...record.opened,
    { desk, message, over: others.some((job) => job.kind === 'note' && endsTicket(job.note)), notes: [] },
  ].slice(-kept),
});

/** Maximum number of notes of a ticket that a record keeps. */
const keptNotes = 100;

/** Returns the record with a note that was just added to the last ticket at a desk. */
function withNote(record: ConversationRecord, desk: string, note: MessageRef): ConversationRecord {
  const last = record.opened.findLastIndex((one) => one.desk === desk);
  const opened = record.opened.map((one, n) =>
    n === last ? { ...one, notes: [...one.notes, note].slice(-keptNotes) } : one,
  );
  return { ...record, opened };
}

/** Moves a job to the dead letters of the record. A ticket goes to the desk behind then, if there is one. If it was a ticket or a note of the person, and no other desk has the case, a message tells the person how to reach the desk. */
function bury(
  record: ConversationRecord,
  job: Job,
  name: LaneName,
  { why, now: at }: Result & { readonly why: string },
  terms: Terms,
): ConversationRecord {
  const { kind, key } = job;
  // Kept as what it belongs to: earlier versions know no others.
  const known =
    kind === 'note' || kind === 'show'
      ? 'open'
      : kind === 'attach' || kind === 'read' || kind === 'propose'
        ? 'post'
        : kind;
  const dead = [...record.dead, { kind: known, key, at, why: why.slice(0, 200) }].slice(-remembered);
  // The answer itself has reached the person.
  const isAnswer = job.kind === 'note' && job.note.kind === 'answer';
  if ((kind !== 'open' && kind !== 'note') || isAnswer) return { ...record, dead };
  const second = job.kind === 'open' ? (passedOn(record, job, name, terms, at) ?? record) : record;
  const lane = laneOf(second.lanes, name);
  // Without its ticket no note can arrive, and the person is told once.
  const jobs = kind === 'open' ? lane.jobs.filter((one) => one.kind !== 'note' && one.kind !== 'show') : lane.jobs;
  const lanes = withLane(second.lanes, name, jobs.length === 0 ? emptyLane : { ...lane, jobs });
  const told: ConversationRecord = { ...second, lanes, dead };
  const elsewhere =
    told.opened.some(({ desk, over }) => desk !== deskOfLane(name) && !over) ||
    laneNames(lanes).some((other) => other !== name && laneOf(lanes, other).jobs.some((job) => job.kind === 'open'));
  return elsewhere
    ? told
    : enqueuePost(
        {
          ...enqueueSettle(told, '', at),
          talk: { ...(kind === 'open' ? leftByDesk(told.talk) : told.talk), lead: [] },
        },
        `dead ${key}`,
        ['desk-failed'],
        at,
      );
}
