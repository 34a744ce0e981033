import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotInstalled } from '../../src/adapters/slack/install/workspaces.ts';
import { type Begin, type Beginner, type Starts, startsIn } from '../../src/adapters/slack/receive/starts.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import type { Log } from '../../src/bot/ports.ts';
import type { Vault } from '../../src/bot/storage.ts';
import { waiting } from './waiting.ts';

const asked = {
  id: 'command:1',
  team: 'T0ONE00001',
  user: 'U000000001',
  channel: null,
  message: null,
  input: { type: 'text', text: '会社のPCです' },
} as const;
const address = { team: asked.team, channel: 'D000000001', thread: '1.1' };
const begin = vi.fn<Begin>(async () => address);
const gaveUp = vi.fn<Beginner['gaveUp']>(async () => {});
let vault: Vault;
let logged: string[];
let starts: Starts;
beforeEach(async () => {
  begin.mockClear();
  gaveUp.mockClear();
  logged = [];
  const line = (_about: object, what: string) => void logged.push(what);
  const log: Log = { info: line, warn: line, error: line };
  vault = vaultOf(await sqlite(':memory:'));
  // Whatever is there was left alone for long enough.
  const left: Vault = { ...vault, claim: (prefix) => vault.claim(prefix, -1_000) };
  starts = startsIn(left, { begin, gaveUp }, { log, aside: (_what, work) => void work.catch(() => {}) });
});
afterEach(() => starts.stop());
const leave = (value: string) => vault.set('slack-start:left', value, null);

test('a conversation whose start failed is looked up before it is begun again', async () => {
  begin.mockRejectedValueOnce(new Error('away'));
  expect(await (await starts.keep(asked)).begun).toEqual(address);
  expect(begin.mock.calls.map(([, unsure]) => unsure)).toEqual([false, true]);
  expect(await waiting(vault)).toEqual([]);
});

test('a start that another process left is looked up before it is begun', async () => {
  await leave(JSON.stringify({ ...asked, since: Date.now() - 59 * 60_000 }));
  starts.run();
  await expect
    .poll(() => begin.mock.calls.map(([{ input }, unsure]) => [input.text, unsure]))
    .toEqual([['会社のPCです', true]]);
  await expect.poll(() => waiting(vault)).toEqual([]);
});

test.each([
  ['is older than an hour', JSON.stringify({ ...asked, since: Date.now() - 61 * 60_000 })],
  ['cannot be read', '{'],
])('a stored start that %s is given up, and the operator is told', async (_what, value) => {
  await leave(value);
  starts.run();
  await expect.poll(() => logged).toEqual(['A conversation that was asked for is given up']);
  expect(begin).not.toHaveBeenCalled();
  expect(await waiting(vault)).toEqual([]);
});

test('a workflow that waits for a start hears that it is given up', async () => {
  const step = { ...asked, id: 'step:Fx1', since: Date.now() - 61 * 60_000 };
  await leave(JSON.stringify(step));
  starts.run();
  await expect.poll(() => gaveUp.mock.calls).toEqual([[step]]);
});

test('a start in a workspace without the bot is given up without a retry, and nothing stays stored', async () => {
  begin.mockRejectedValueOnce(new NotInstalled('gone'));
  expect(await (await starts.keep(asked)).begun).toBeUndefined();
  expect(begin).toHaveBeenCalledTimes(1);
  expect(await waiting(vault)).toEqual([]);
});
