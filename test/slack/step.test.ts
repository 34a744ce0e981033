import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/bot/ports.ts';
import { envelopeOf, nextTs } from './deliver.ts';
import { installed, installIn } from './install.ts';
import { linesOf, openedBy } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { waiting } from './waiting.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());

/** The event of a step as Slack sends it: https://docs.slack.dev/reference/events/function_executed */
const stepOf = (inputs: object, execution: string, callback = 'start_case') => ({
  type: 'function_executed',
  function: {
    id: 'Fn123456789O',
    callback_id: callback,
    title: '認証の相談を始める',
    type: 'app',
    input_parameters: [],
    output_parameters: [],
    app_id: 'A000000001',
    date_created: 1_694_727_597,
    date_updated: 1_698_947_481,
    date_deleted: 0,
  },
  inputs,
  function_execution_id: execution,
  workflow_execution_id: 'WxABC123DEF0',
  event_ts: nextTs(),
  bot_access_token: 'xwfp-1',
});
const run = (inputs: object, execution = 'Fx1234567O9L', callback?: string) =>
  bot.event(team, stepOf(inputs, execution, callback));
/** What the workflows were told, oldest first. */
const told = () =>
  bot.slack.calls
    .filter(({ method }) => method.startsWith('functions.'))
    .map(({ method, body }) => ({ how: method.replace('functions.complete', ''), ...body }));
const ended = (count = 1) => expect.poll(told, { timeout: 9_000 }).toHaveLength(count);
const opened = (channel: string) => openedBy(bot, team, channel);

test('a workflow step begins a case with the person in a direct message, with what they wrote, and gives its link', async () => {
  expect((await run({ user_id: user, text: '会社のPCで 0xC004F074 が出ます' })).status).toBe(200);
  await ended();
  const direct = await bot.slack.direct(team, user);
  const { root, replies } = await opened(direct);
  expect(linesOf(root)).toContain(`<@${user}>さん`);
  expect(linesOf(replies[0])).toContain('0xC004F074');
  const link = `https://${team}.slack.com/archives/${direct}/p${root?.ts.replace('.', '')}`;
  expect(told()).toMatchObject([
    { how: 'Success', function_execution_id: 'Fx1234567O9L', outputs: JSON.stringify({ case_link: link }) },
  ]);
  expect(await waiting(bot.vault)).toEqual([]);
});

test('a workflow step begins the case in its channel where the person and the bot are', async () => {
  bot.slack.members(channels.general, ['U0OTHER001', 'U0OTHER002', user]);
  await run({ user_id: user, channel_id: channels.general });
  await ended();
  const { root, replies } = await opened(channels.general);
  expect(linesOf(root)).toContain(`<@${user}>さん`);
  expect(linesOf(replies[0])).toContain('どうやって手に入れた');
  const answer = { type: 'message', channel_type: 'channel', channel: channels.general, user, ts: nextTs() };
  await bot.event(team, { ...answer, text: '会社のPCです', thread_ts: root?.ts });
  expect((await opened(channels.general)).replies).toHaveLength(2);
});

test.each([
  ['the person', channels.general],
  ['the bot', 'C0PRIVATE1'],
])('a workflow step begins the case in a direct message where %s is not in its channel', async (_who, channel) => {
  bot.slack.members(channel, channel === channels.general ? ['U0OTHER001'] : [user]);
  await run({ user_id: user, channel_id: channel });
  await ended();
  expect(await bot.slack.held(team, channel)).toEqual([]);
  expect((await opened(await bot.slack.direct(team, user))).replies).toHaveLength(1);
});

test('an event that comes again, while its case begins or after that, begins no second one', async () => {
  bot.slack.fault('slow', 1, 'chat.postMessage');
  await run({ user_id: user });
  await bot.again();
  await ended();
  await bot.again();
  await ended(2);
  const direct = await bot.slack.direct(team, user);
  expect(await bot.slack.held(team, direct)).toHaveLength(1);
  expect((await opened(direct)).replies).toHaveLength(1);
});

test('two steps begin two cases', async () => {
  await run({ user_id: user }, 'Fx1');
  await run({ user_id: user }, 'Fx2');
  await ended(2);
  expect(await bot.slack.held(team, await bot.slack.direct(team, user))).toHaveLength(2);
});

test('a workflow that could not be told is told again, and its case begins once', async () => {
  bot.slack.fault('broken', 1, 'functions.completeSuccess');
  await run({ user_id: user });
  await ended(2);
  expect(await bot.slack.held(team, await bot.slack.direct(team, user))).toHaveLength(1);
  await expect.poll(() => waiting(bot.vault)).toEqual([]);
});

test('a workflow that Slack ended meanwhile is told no more, which is not logged', async () => {
  bot.slack.says('functions.completeSuccess', { ok: false, error: 'execution_not_in_running_state' });
  await run({ user_id: user });
  await ended();
  await expect.poll(() => waiting(bot.vault)).toEqual([]);
  expect(bot.logged.join('\n')).not.toContain('was not told');
});

test('a workflow hears that no case could be begun where Slack lets the bot write nowhere', async () => {
  bot.slack.says('conversations.open', { ok: false, error: 'user_not_found' });
  await run({ user_id: user });
  await ended();
  expect(told()).toMatchObject([{ how: 'Error', error: expect.stringContaining('今は始められませんでした') }]);
  await expect.poll(() => waiting(bot.vault)).toEqual([]);
});

test.each([
  ['names no person', {}, undefined],
  ['is not one of ours', { user_id: user }, 'other_step'],
])('a step that %s is ended with an error and logged', async (_what, inputs, callback) => {
  expect((await run(inputs, 'Fx1', callback)).status).toBe(200);
  await ended();
  expect(told()).toMatchObject([{ how: 'Error', function_execution_id: 'Fx1' }]);
  expect(bot.logged.join('\n')).toContain('A Slack workflow step that cannot be read');
});

test('a step that cannot be stored is not acknowledged, so that Slack sends it again', async () => {
  bot.freeze(true);
  expect((await run({ user_id: user })).status).toBe(500);
  bot.freeze(false);
  expect((await bot.again()).status).toBe(200);
  await ended();
  expect(await bot.slack.held(team, await bot.slack.direct(team, user))).toHaveLength(1);
});

test.each(['データを消してください', 'English please'])(
  'what a workflow says neither erases the data of a person nor changes their language: %s',
  async (text) => {
    await run({ user_id: user }, 'Fx1');
    await ended();
    await run({ user_id: user, text }, 'Fx2');
    await ended(2);
    const { replies } = await opened(await bot.slack.direct(team, user));
    expect(linesOf(replies[0])).toContain('どうやって手に入れた');
    expect(await bot.store.of(`slack:${team}:${user}` as PersonId)).toHaveLength(2);
  },
);

test('a product key in what a form of the workflow says is neither stored nor shown', async () => {
  bot.slack.fault('slow', 1, 'conversations.open');
  await run({ user_id: user, text: 'キーは ABCDE-12345-FGHIJ-67890-KLMNO です' });
  expect(JSON.stringify(await waiting(bot.vault))).not.toContain('67890');
  await ended();
  expect(linesOf((await opened(await bot.slack.direct(team, user))).root)).not.toContain('67890');
});

test('a workflow step begins a case by Socket Mode as well, and its envelope is acknowledged', async () => {
  await bot.stop();
  bot = await rig({ transport: { kind: 'socket', appToken: 'xapp-1' } });
  await expect.poll(() => bot.slack.sockets()).toBe(1);
  const envelope = envelopeOf(team, stepOf({ user_id: user }, 'Fx1'));
  expect(await bot.slack.envelope('events_api', envelope)).toBeNull();
  await ended();
  expect(told()).toMatchObject([{ how: 'Success' }]);
});

test('a step is ended with the token of the workspace whose workflow it is', async () => {
  await bot.stop();
  bot = await rig({ installed });
  await installIn(bot.vault);
  await bot.event('T0TWO00002', stepOf({ user_id: user }, 'Fx9'));
  await ended();
  expect(bot.slack.calls.findLast(({ method }) => method === 'functions.completeSuccess')?.team).toBe('T0TWO00002');
});
