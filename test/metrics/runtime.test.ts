import { expect, test } from 'vitest';
import type { RateLimit } from '../../src/bot/lib/rates.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { measuredLimiter } from '../../src/bot/runtime/observe.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import type { Limiter } from '../../src/bot/runtime/rate-limit.ts';
import { countedIn, countsOf } from '../runtime/counts.ts';
import { conversation, deliver, makeStage, pass } from '../runtime/stage.ts';

const day = 24 * 60 * 60 * 1_000;

test('what a process left in a crash counts as taken over, once, where the sweeper of another or a turn takes it', async () => {
  for (const by of ['sweeper', 'turn'] as const) {
    const stage = await makeStage();
    let dead = false;
    const save: typeof stage.store.save = (row) => (dead ? new Promise(() => {}) : stage.store.save(row));
    const [one, two] = [stage.process({}, { ...stage.store, save }), stage.process()];
    await one.bot.receive(stage.text('会社のPCです'));
    dead = true;
    stage.clock += policy.lease + 1;
    if (by === 'sweeper') await pass(stage, two, 0);
    else await deliver(two, () => stage.text('0xC004F074'));
    expect(countedIn(two.tally)['ninsho_leases_taken_over_total']).toBe(1);
    await pass(stage, two, 5 * 60_000);
    expect(countedIn(two.tally)['ninsho_leases_taken_over_total']).toBe(1);
    expect(countsOf(one.tally)['ninsho_leases_taken_over_total']).toBe(0);
  }
});

test('a retry of a job that failed takes over no lease', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.post.push('throw', 'throw');
  await deliver(process, () => stage.text('会社のPCです'));
  for (let n = 0; n < 3; n += 1) await pass(stage, process, 60_000);
  expect(stage.messages).toHaveLength(1);
  expect(countsOf(process.tally)['ninsho_leases_taken_over_total']).toBe(0);
});

test('a case that is left alone for a month ends as idle, without having been cancelled', async () => {
  const stage = await makeStage();
  const process = stage.process({ followUpAfter: 0 });
  await deliver(process, () => stage.text('会社のPCです'));
  await pass(stage, process, 31 * day);
  const ends = Object.entries(countedIn(process.tally)).filter(([name]) => name.startsWith('ninsho_cases_ended'));
  expect(ends).toEqual([['ninsho_cases_ended_total{outcome=idle}', 1]]);
});

test('each call that has to wait for its turn in a rate limit is measured once', async () => {
  const limit: RateLimit = { name: 'one', perSecond: 1, burst: 2 };
  const stage = await makeStage({ limit });
  const process = stage.process({ waitInPlace: 0, flushInterval: 1 });
  for (let n = 0; n < 6; n += 1) {
    const own = { conversation: `slack:T1/${n}` as ConversationId, person: `slack:T1/p${n}` as PersonId };
    await deliver(process, () => stage.text('会社のPCです', own));
  }
  const waiting = 6 - stage.messages.length;
  expect(waiting).toBeGreaterThan(2);
  for (let n = 0; n < 40; n += 1) await pass(stage, process, 250);
  expect(stage.messages).toHaveLength(6);
  expect(countedIn(process.tally)['ninsho_rate_limit_wait_seconds_count']).toBe(waiting);
  expect(countedIn(process.tally)['ninsho_deliveries_total{job=post,outcome=done}']).toBe(6);
});

test('a call that asks again with its number before that is called up is not measured again', async () => {
  const metrics = newMetrics();
  const slot = { limit: 'digest', number: 7 };
  const queue: Limiter = { ask: async () => ({ due: 5_000, slot }), hold: async () => ({ due: 5_000, slot }) };
  const limiter = measuredLimiter(queue, metrics, () => 1_000);
  await limiter.ask({ name: 'one', perSecond: 1, burst: 2 }, null);
  await limiter.ask({ name: 'one', perSecond: 1, burst: 2 }, slot);
  expect(countedIn(metrics)).toEqual({ ninsho_rate_limit_wait_seconds_count: 1 });
});

test('a delivery that had to wait is measured from when it was enqueued', async () => {
  const stage = await makeStage();
  const process = stage.process();
  stage.faults.post.push({ later: 90_000 });
  await deliver(process, () => stage.text('会社のPCです'));
  await pass(stage, process, 90_000);
  const family = process.tally.read().find(({ name }) => name === 'ninsho_delivery_duration_seconds');
  const sum = family?.samples.find(({ suffix, labels }) => suffix === '_sum' && labels[0]?.[1] === 'post');
  expect(sum?.value).toBe(90);
});

test('a write that comes second counts as a conflict, and a request for erasure as erased', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(one, () => stage.text('会社のPCです'));
  await deliver(two, () => stage.text('0xC004F074'));
  await deliver(one, () => stage.text('もう一度'));
  expect(countedIn(one.tally)['ninsho_save_conflicts_total']).toBe(1);
  await deliver(one, () => stage.text('データを消して'));
  expect(countedIn(one.tally)['ninsho_turns_total{channel=slack,input=text,result=erased}']).toBe(1);
  expect(await stage.store.load(conversation)).toBeUndefined();
});
