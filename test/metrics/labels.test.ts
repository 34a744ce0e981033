import { expect, test } from 'vitest';
import { formatFor } from '../../src/adapters/metrics/text.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { openTelemetry } from '../../src/adapters/tracing.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { newMetrics } from '../../src/bot/runtime/metrics.ts';
import { deliver, makeStage, pass } from '../runtime/stage.ts';
import { crowd } from './crowd.ts';
import { fakeTraces } from './fake-traces.ts';

const planted = ['PLANTED', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'sato@example.co.jp', '佐藤', 'T1', 'office'];

test('no name, key, mail address, word or id of a person, conversation, workspace or desk is in the metrics', async () => {
  const { process } = await crowd(storeOf(await sqlite(':memory:')), 20, (n) => `PLANTED${n}/1.1`);
  const stage = await makeStage();
  const other = stage.process();
  await deliver(
    other,
    () => stage.text(`佐藤 sato@example.co.jp です。会社のPCで0xC004F074が出ます。VK7JG-NPHTM-C97JM-9MPGT-3V66T`),
    () => stage.press('human'),
    () =>
      stage.incoming({ type: 'form', to: stage.last().outgoing.view.id, values: { name: '佐藤 PLANTED' }, files: [] }),
  );
  for (const { tally } of [process, other]) {
    const text = formatFor(undefined).write(tally.read());
    expect(text).toContain('ninsho_cases_begun_total{channel="slack"}');
    expect(planted.filter((one) => text.includes(one))).toEqual([]);
  }
});

test('a channel that is not served here is no label, whatever its id is', async () => {
  const stage = await makeStage();
  const { bot, tally } = stage.process();
  const foreign = { conversation: 'planted-sato:T1/1' as ConversationId, person: 'planted-sato:T1/u' as PersonId };
  await expect(bot.receive(stage.text('こんにちは', foreign))).rejects.toThrow('no channel');
  await expect(bot.receive(stage.text('x', { conversation: 'no id at all' as ConversationId }))).rejects.toThrow();
  const channels = tally
    .read()
    .flatMap(({ samples }) => samples.flatMap(({ labels }) => labels))
    .filter(([name]) => name === 'channel')
    .map(([, value]) => value);
  expect(new Set(channels)).toEqual(new Set(['unknown']));
});

test('a trace has the turn, and its deliveries linked to it, and no id nor word', async () => {
  const { api, spans } = fakeTraces();
  const traces = await openTelemetry(async () => api);
  const stage = await makeStage({ spans: traces });
  const { bot } = stage.process();
  stage.faults.post.push('throw');
  await bot.receive(stage.text('佐藤 PLANTED 会社のPCで0xC004F074が出ます'));
  await bot.rest();
  await pass(stage, { bot, tally: newMetrics(), log: [] }, 10_000);
  const [turn, first, second] = spans;
  expect(turn).toMatchObject({
    name: 'turn',
    kind: 4,
    links: [],
    attributes: { 'ninsho.channel': 'slack', 'ninsho.input': 'text', 'ninsho.result': 'taken' },
    ended: true,
  });
  expect(first).toMatchObject({
    name: 'delivery',
    kind: 3,
    attributes: { 'ninsho.job': 'post', 'ninsho.unsure': false, 'ninsho.outcome': 'outage' },
    ended: true,
  });
  expect(second?.attributes).toEqual({ 'ninsho.job': 'post', 'ninsho.unsure': true, 'ninsho.outcome': 'done' });
  for (const delivery of [first, second]) expect(delivery?.links).toEqual([{ context: turn?.context }]);
  expect(spans).toHaveLength(3);
  const text = JSON.stringify(spans);
  expect([...planted, 'delivery-1', 'C1'].filter((one) => text.includes(one))).toEqual([]);
});

test('the span of a turn that fails shows the class of its error, without its message', async () => {
  const { api, spans } = fakeTraces();
  const stage = await makeStage({ spans: await openTelemetry(async () => api) });
  const { bot } = stage.process({}, { ...stage.store, load: () => Promise.reject(new TypeError('PLANTED')) });
  await expect(bot.receive(stage.text('x'))).rejects.toThrow();
  expect(spans).toMatchObject([
    { attributes: { 'ninsho.result': 'failed' }, status: { code: 2, message: 'Error' }, ended: true },
  ]);
});

test('TRACES=on without the package, or with another one under its name, stops the start and says what to do', async () => {
  await expect(openTelemetry()).rejects.toThrow(
    'TRACES=on needs the package @opentelemetry/api: npm install @opentelemetry/api',
  );
  await expect(openTelemetry(async () => ({ trace: {} }))).rejects.toThrow('version 1 has');
});
