import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { socketReceiver } from '../../src/adapters/slack/receive/socket.ts';
import { expectPlayed } from '../conversations/play.ts';
import { transcript } from '../conversations/transcript.ts';
import { envelopeOf, nextTs } from './deliver.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { hostilePayloads } from './hostile.ts';
import { type Line, slackPlayer } from './player.ts';
import { type Rig, rig } from './rig.ts';
import { channels } from './workspace.ts';

const transport = { kind: 'socket', appToken: 'xapp-1' } as const;
let fake: FakeSlack;
let bot: Rig;
beforeEach(async () => {
  fake = await fakeSlack();
});
afterEach(() => bot.stop());

const overSocket = (slack: FakeSlack): Line => ({
  event: async (event) => void (await slack.envelope('events_api', envelopeOf('T0ONE00001', event, `Ev${nextTs()}`))),
  interact: async (payload) => void (await slack.envelope('interactive', payload)),
});

async function connected(): Promise<void> {
  for (let tries = 0; tries < 500 && fake.sockets() === 0; tries += 1) await sleep(10);
}

for (const file of ['work-pc-at-home.chat', 'own-pc.en.chat', 'drive-failing.chat'])
  test(`${file} shows by Socket Mode what the transcript says`, async () => {
    bot = await rig({ transport }, fake);
    const written = transcript(file);
    await expectPlayed(written, slackPlayer(bot, overSocket(fake), written.language));
  });

const asked = () => ({
  type: 'message',
  channel: channels.support,
  channel_type: 'channel',
  user: 'U000000001',
  text: '認証できません',
  ts: nextTs(),
});

test('a Socket Mode connection that Slack cuts is opened again and delivers events', async () => {
  bot = await rig({ transport }, fake);
  fake.down(true);
  await sleep(100);
  fake.down(false);
  await connected();
  const event = asked();
  await overSocket(fake).event(event);
  await bot.idle(`slack:T0ONE00001:${channels.support}:${event.ts}`);
  expect(await fake.held('T0ONE00001', channels.support, event.ts)).toHaveLength(1);
});

test('the bot starts during an outage of Slack and connects after it', async () => {
  fake.down(true);
  bot = await rig({ transport }, fake);
  expect(bot.logged.join('\n')).toContain('No connection to Slack');
  fake.down(false);
  await connected();
  const event = asked();
  await overSocket(fake).event(event);
  await bot.idle(`slack:T0ONE00001:${channels.support}:${event.ts}`);
  expect(await fake.held('T0ONE00001', channels.support, event.ts)).toHaveLength(1);
});

test('an event that cannot be stored is not acknowledged by Socket Mode', async () => {
  bot = await rig({ transport }, fake);
  await bot.store.close();
  const answered = await Promise.race([
    overSocket(fake)
      .event(asked())
      .then(() => 'acknowledged'),
    sleep(400, 'silent'),
  ]);
  expect(answered).toBe('silent');
  expect(bot.logged.join('\n')).toContain('could not be kept; Slack will repeat it');
});

test.each([
  ...hostilePayloads,
  { title: 'null', kind: 'events_api', payload: null },
  { title: 'a list', kind: 'interactive', payload: [] },
  { title: 'a kind of envelope that nobody knows', kind: 'nonsense', payload: {} },
  // By these names the SDK tells itself of its connection.
  ...['close', 'connected', 'disconnected', 'error', 'ws_message'].map((type) => ({
    title: `an event called ${type}`,
    kind: 'events_api',
    payload: envelopeOf('T0ONE00001', { type }),
  })),
])('an unknown or malformed envelope is acknowledged and breaks nothing: $title', async ({ kind, payload }) => {
  bot = await rig({ transport }, fake);
  const answered = fake.envelope(kind, payload).then(() => 'acknowledged');
  expect(await Promise.race([answered, sleep(2_000, 'silent')])).toBe('acknowledged');
  expect(bot.logged.filter((line) => line.includes('could not be kept') || line.includes('No connection'))).toEqual([]);
  expect(fake.sockets()).toBe(1);
});

test.each([{}, null, { type: 'event_callback', event: null }])(
  'an event payload of an unknown kind is logged: %j',
  async (payload) => {
    bot = await rig({ transport }, fake);
    await fake.envelope('events_api', payload);
    expect(bot.logged.join('\n')).toContain('A Slack payload of a kind that is not known');
  },
);

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an envelope without a name', '{"type":"events_api","payload":{}}'],
  ['bytes', Buffer.from('{"type":"disconnect"}')],
])('a frame that is %s is ignored, and the next event is answered', async (_title, frame) => {
  bot = await rig({ transport }, fake);
  fake.frame(frame);
  await expect.poll(() => bot.logged.join('\n')).toContain('no envelope');
  const event = asked();
  await overSocket(fake).event(event);
  await bot.idle(`slack:T0ONE00001:${channels.support}:${event.ts}`);
  expect(await fake.held('T0ONE00001', channels.support, event.ts)).toHaveLength(1);
});

test('the acknowledgement of a command carries a text, that of an event none', async () => {
  bot = await rig({ transport }, fake);
  const [team_id, user_id, channel_id] = ['T0ONE00001', 'U000000001', channels.general];
  const command = { command: '/activation', team_id, user_id, channel_id, text: '', trigger_id: nextTs() };
  expect(await fake.envelope('slash_commands', command)).toEqual({ text: expect.stringMatching(/<http.*\|DM>/) });
  expect(await fake.envelope('events_api', envelopeOf(team_id, asked()))).toBeNull();
});

/** A door whose log is kept, with the time of each line in milliseconds. */
function door(times: Parameters<typeof socketReceiver>[3]) {
  const logged: { readonly what: string; readonly at: number }[] = [];
  const line = (about: object, what: string) =>
    void logged.push({ what: `${what} ${JSON.stringify(about)}`, at: performance.now() });
  return { logged, receiver: socketReceiver('xapp-1', fake.url, { info: line, warn: line, error: line }, times) };
}

test('a Socket Mode connection without a greeting is closed and opened again', async () => {
  bot = await rig({}, fake);
  const { logged, receiver } = door({ first: 50, longest: 50, greeting: 200, start: 100 });
  fake.mute(true);
  try {
    await receiver.start();
    expect(receiver.trouble()).toContain('no connection by Socket Mode');
    await expect.poll(() => logged[0]?.what).toContain('trying again {"error":"no greeting"}');
    fake.mute(false);
    await expect.poll(receiver.trouble).toBeUndefined();
    await expect.poll(fake.sockets).toBe(1);
  } finally {
    await receiver.stop();
  }
});

test('the pauses between connection attempts double up to the configured maximum', async () => {
  bot = await rig({}, fake);
  const { logged, receiver } = door({ first: 100, longest: 300, greeting: 1_000, start: 1_000 });
  fake.down(true);
  try {
    await receiver.start();
    await expect.poll(() => logged.length, { timeout: 10_000 }).toBeGreaterThan(7);
  } finally {
    await receiver.stop();
  }
  const pauses = logged.slice(1).map(({ at }, n) => at - (logged[n]?.at ?? 0));
  // A timer may fire a little early.
  for (const [n, least] of [95, 195, 295, 295].entries()) expect(pauses[n]).toBeGreaterThan(least);
  // Doubled without end, the last would be far longer.
  expect(Math.min(...pauses.slice(4))).toBeLessThan(800);
});
