import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent } from '../ports.ts';
import { RateLimitedError } from '../rates.ts';
import { type Call, callsOf } from './calls.ts';
import { describeError } from './describe-error.ts';
import type { Again, Job, Result, Slot } from './job.ts';
import type { Lane } from './lane.ts';
import type { Permit } from './limiter.ts';
import type { Saved } from './saved.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

/** So many failures in a row hold up what waits behind a job at the same rate limit; after that the fault may be its own. */
const exemplary = 6;

/** Tries a job once, where its rate limits let it; undefined: the lease ran out before, as where the process stood still. Never throws: what ended in an unknown way, or took longer than the timeout, is to be tried again and may have arrived. */
export async function attempt(world: World, saved: Saved, job: Job, { at, tries }: Lane): Promise<Result | undefined> {
  const { terms, now } = world;
  const backoff = Math.round(
    Math.min(terms.slowest, terms.pause * 2 ** Math.min(tries, 30)) * (0.75 + world.random() / 2),
  );
  // A message may come while an edit waits, and goes before it.
  const waitInPlace = job.kind === 'settle' ? 0 : terms.waitInPlace;
  let { slot, unsure } = job;
  const again = (reason: Again['reason'], why: string, permit: Permit): Result => {
    // Somebody has to be there when a slot comes, and needs some time to get ready.
    const early = permit.slot === null ? 0 : (waitInPlace * 2) / 3;
    const after = Math.min(terms.horizon, Math.max(0, permit.due - early - now()));
    return { key: job.key, now: now(), outcome: 'again', reason, after, unsure, slot: permit.slot, why };
  };
  const later = (after: number): Permit => ({ due: now() + after, slot: null });

  try {
    const calls = await callsOf(world, saved, job);
    for (const [n, call] of calls.entries()) {
      const until = Math.min(now() + waitInPlace, at - (calls.length - n) * terms.timeout);
      const permit = await enter(world, call, slot, until);
      if (permit.due > now()) return again('slot', 'its rate limit', permit);
      slot = permit.slot;
      if (at - now() < terms.timeout) return undefined;
      const sent = await made(world, saved, job, call);
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
      return again(reason, why, await world.limiter.hold(call.limit, slot, pause, limited));
    }
    throw new Error('A job without a call that sends it');
  } catch (error) {
    // Nothing was sent, nor was it decided when it may be.
    return again('outage', describeError(error), { ...later(backoff), slot });
  }
}

/** Asks for a slot for a call, and waits for it where it comes no later than `until`. */
async function enter({ limiter, now }: World, { limit }: Call, given: Slot | null, until: number) {
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
  world: World,
  { conversation }: Saved,
  { key, kind }: Job,
  { name, run }: Call,
): Promise<Exclude<Sent, { outcome: 'later' }> | Later | undefined> {
  try {
    return await within(world.terms.timeout, run());
  } catch (error) {
    const why = describeError(error);
    if (error instanceof RateLimitedError) return { outcome: 'later', after: error.after, reason: 'rate limit', why };
    world.log.warn({ conversation, delivery: key, job: kind, call: name, error: why }, 'attempt ended unknown');
    return { outcome: 'unknown', after: 0, reason: 'outage', why };
  }
}
