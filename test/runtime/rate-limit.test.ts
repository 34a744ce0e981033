import { expect, test } from 'vitest';
import type { Rate, RateLimit } from '../../src/bot/lib/rates.ts';
import { admit, pause, reserve } from '../../src/bot/runtime/rate-limit.ts';

const limit: RateLimit = { name: 'one channel', perSecond: 5, burst: 5 };
const second = 1_000;
/** Calls that wait, by their names, with the number and the time that each was given. */
type Queue = readonly { readonly number: number; readonly due: number }[];

/** Hands out so many numbers at a time. */
function many(given: Rate | undefined, count: number, now: number): readonly [Rate, Queue] {
  let rate = given;
  const queue = Array.from({ length: count }, () => {
    const [next, reserved] = reserve(rate, limit, 0, now);
    rate = next;
    return reserved;
  });
  if (rate === undefined) throw new Error('Nobody waits');
  return [rate, queue];
}

/** A channel that takes so many calls a second, played against the limit on a clock of its own: who was taken, in order, and when; and how many were refused. */
function play(configured: RateLimit, allowed: number, waiting: number) {
  let rate: Rate | undefined;
  let tokens = 5;
  let [now, filled, refused] = [0, 0, 0];
  const taken: number[] = [];
  const queue = Array.from({ length: waiting }, (_, name) => {
    const [next, reserved] = reserve(rate, configured, 0, now);
    rate = next;
    return { name, ...reserved };
  });
  while (taken.length < waiting) {
    const next = queue.filter(({ name }) => !taken.includes(name)).sort((one, other) => one.due - other.due)[0];
    if (next === undefined) throw new Error('Somebody is lost');
    now = Math.max(now + 1, next.due);
    const admitted = admit(rate, configured, next.number, now);
    rate = admitted[0];
    Object.assign(next, admitted[1]);
    if (next.due > now) continue;
    tokens = Math.min(5, tokens + ((now - filled) / second) * allowed);
    filled = now;
    if (tokens >= 1) {
      tokens -= 1;
      taken.push(next.name);
      continue;
    }
    refused += 1;
    const held = pause(rate, configured, next.number, { after: second, slower: true }, now);
    rate = held[0];
    Object.assign(next, held[1]);
  }
  return { taken, refused, seconds: now / second };
}

test('a rate limit admits a burst at once and then one call per interval', () => {
  const [, queue] = many(undefined, 8, 0);
  expect(queue.map(({ due }) => due)).toEqual([0, 0, 0, 0, 0, 204, 408, 612]);
});

test('a new call gets a number behind the calls that wait, and an idle rate limit admits a burst again', () => {
  const [rate] = many(undefined, 30, 0);
  const [next, [newcomer]] = many(rate, 1, 100);
  expect(newcomer?.due).toBe(204 * 26);
  const [, rested] = many(next, 6, 60 * second);
  expect(rested.map(({ due }) => Math.max(0, due - 60 * second))).toEqual([0, 0, 0, 0, 0, 204]);
});

test('after a 429 the refused call goes first, and the others follow in order at longer intervals', () => {
  const [before, queue] = many(undefined, 8, 0);
  const sixth = queue[5]?.number ?? 0;
  const [admitted] = admit(before, limit, sixth, 204);
  const [after, again] = pause(admitted, limit, sixth, { after: 3 * second, slower: true }, 210);
  expect(again).toEqual({ number: sixth, due: 3_210 });
  const [, { due }] = admit(after, limit, queue[6]?.number ?? 0, 1_000);
  expect(due).toBeGreaterThan(3_210 + 204 * 1.4);
  // A second refusal of a call that was under way with the first changes nothing.
  expect(pause(after, limit, sixth, { after: 2 * second, slower: true }, 250)[0]).toEqual(after);
});

test('an outage pauses a rate limit without making its interval longer', () => {
  const [before, queue] = many(undefined, 8, 0);
  const sixth = queue[5]?.number ?? 0;
  const [after] = pause(before, limit, sixth, { after: second, slower: false }, 204);
  expect(after.interval).toBe(before.interval);
});

test('calls that were due during an outage are admitted in order, and no more than a burst at once', () => {
  const [before, queue] = many(undefined, 50, 0);
  const now = 3_600 * second;
  let rate = before;
  const dues = queue.slice(5).map(({ number }) => {
    const [next, { due }] = admit(rate, limit, number, now);
    rate = next;
    return due;
  });
  expect(dues.filter((due) => due <= now).length).toBeLessThanOrEqual(limit.burst + 1);
  expect(dues).toEqual([...dues].sort((one, other) => one - other));
});

test('a number that was passed over goes before those that wait, and uses the place of one call', () => {
  const [before, queue] = many(undefined, 50, 0);
  const [late, ...others] = queue.slice(5, 30).map(({ number }) => number);
  let [rate, now] = [before, 0];
  for (const number of others) {
    now = Math.max(now, admit(rate, limit, number, now)[1].due);
    rate = admit(rate, limit, number, now)[0];
  }
  const [after, { due }] = admit(rate, limit, late ?? 0, now);
  expect(due).toBeLessThanOrEqual(now);
  const next = queue[30]?.number ?? 0;
  expect(admit(after, limit, next, now)[1].due - admit(rate, limit, next, now)[1].due).toBeGreaterThan(150);
});

test('a rate limit configured as the channel has it causes no 429, keeps its rate and its order', () => {
  const { taken, refused, seconds } = play(limit, 5, 500);
  expect(refused).toBe(0);
  expect(seconds).toBeLessThan(105);
  expect(taken).toEqual(Array.from({ length: 500 }, (_, n) => n));
});

test('a rate limit configured above that of the channel adapts after at most 20 of 500 calls get a 429', () => {
  const { taken, refused, seconds } = play({ ...limit, perSecond: 20 }, 5, 500);
  expect(refused).toBeLessThanOrEqual(20);
  expect(seconds).toBeLessThan(130);
  expect(taken).toEqual(Array.from({ length: 500 }, (_, n) => n));
});

test('a clock that jumps back makes no call wait longer than an hour', () => {
  const [before] = many(undefined, 5, 10 * 3_600 * second);
  expect(reserve(before, limit, 0, 0)[1].due).toBeLessThanOrEqual(204);
});
