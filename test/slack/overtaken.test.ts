import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { envelopeOf, json, nextTs } from './deliver.ts';
import { fakeSlack } from './fake-slack.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { channels, workspaces } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
const question = '認証できません';
const answer = '会社のPCです';
/** Slack delivers an event once, and three times more where it is not acknowledged: https://docs.slack.dev/apis/events-api/#retries */
const last = 3;

let http: Rig;
let socket: Rig;
let direct: string;
beforeAll(async () => {
  http = await rig();
  socket = await rig({ transport: { kind: 'socket', appToken: 'xapp-1' } }, await fakeSlack());
  direct = await http.slack.direct(team, user);
  while (socket.slack.sockets() === 0) await sleep(10);
});
afterAll(async () => {
  await http.stop();
  await socket.stop();
});

type Deliver = (event: object, retry: number) => Promise<boolean>;
const overHttp: Deliver = async (event, retry) =>
  (await http.post(JSON.stringify(envelopeOf(team, event)), json, { retry })).status === 200;
const overSocket: Deliver = async (event, retry) => {
  const envelope = socket.slack.envelope('events_api', envelopeOf(team, event), retry);
  return Promise.race([envelope.then(() => true), sleep(3_000, false)]);
};

/** Delivers as Slack does, but for its pauses; resolves to how often that was, or to undefined where it gave up. */
async function insist(deliver: Deliver, event: object): Promise<number | undefined> {
  for (let retry = 0; retry <= last; retry += 1) if (await deliver(event, retry)) return retry + 1;
  return undefined;
}

const message = (channel: string, text: string, more: object) => ({
  type: 'message',
  channel,
  channel_type: channel.startsWith('D') ? 'im' : 'channel',
  user,
  text,
  ...more,
});

/** What the bot says in a thread. */
async function said({ slack, idle }: Rig, channel: string, thread: string): Promise<readonly string[]> {
  await idle(`slack:${team}:${channel}:${thread}`);
  return (await slack.held(team, channel, thread)).map(linesOf);
}

const mention = `<@${workspaces[team].bot}> `;

/** Counts the looks of the bot for the conversation of a thread. */
const looks = (thread: string): number =>
  http.logged.filter((line) => line.startsWith('left alone') && line.includes(thread)).length;

describe.concurrent('replies', () => {
  describe('a reply that overtakes the first message of its thread', () => {
    test.each([
      ['support channel, 0.3 s', 'support', 300, 'http'],
      ['support channel, 3 s', 'support', 3_000, 'http'],
      ['support channel, 3 s, by Socket Mode', 'support', 3_000, 'socket'],
      ['direct message, 0.3 s', 'direct', 300, 'http'],
      ['direct message, 3 s', 'direct', 3_000, 'http'],
      ['channel where the bot is only mentioned, 0.3 s', 'general', 300, 'http'],
    ] as const)(
      'the reply is answered after the first message, and both once: %s',
      async (_title, where, delay, transport) => {
        const channel = where === 'direct' ? direct : channels[where];
        const [bot, deliver] = transport === 'http' ? [http, overHttp] : [socket, overSocket];
        const first = where === 'general' ? mention + question : question;
        const [usual, late] = [nextTs(), nextTs()];
        await insist(deliver, message(channel, first, { ts: usual }));
        await said(bot, channel, usual);
        await insist(deliver, message(channel, answer, { ts: nextTs(), thread_ts: usual }));
        const expected = await said(bot, channel, usual);
        expect(expected).toHaveLength(2);

        const reply = insist(deliver, message(channel, answer, { ts: nextTs(), thread_ts: late }));
        await sleep(delay);
        expect(await insist(deliver, message(channel, first, { ts: late }))).toBe(1);
        expect(await reply).toBeDefined();
        expect(await said(bot, channel, late)).toEqual(expected);
      },
    );
  });

  describe('a reply in a thread whose first message the bot did not take', () => {
    test('the reply is refused up to its third delivery, and ignored at the last', async () => {
      const [one, other] = [nextTs(), nextTs()];
      const reply = (thread: string) => message(channels.support, answer, { ts: nextTs(), thread_ts: thread });
      const taken = await Promise.all([overHttp(reply(one), last - 1), overHttp(reply(other), last)]);
      expect(taken).toEqual([false, true]);
      expect(http.logged.join('\n')).toContain('came before the message that it answers; Slack will repeat it');
      expect(await said(http, channels.support, other)).toEqual([]);
    });

    test.each([
      ['in a direct message', 'direct', answer],
      ['with a mention', 'support', mention + answer],
    ] as const)('the reply opens the conversation at its second delivery: %s', async (_title, where, text) => {
      const channel = where === 'direct' ? direct : channels[where];
      const thread = nextTs();
      expect(await insist(overHttp, message(channel, text, { ts: nextTs(), thread_ts: thread }))).toBe(2);
      expect(await said(http, channel, thread)).toHaveLength(1);
    });

    test('the reply is acknowledged at once in a channel where the bot answers only mentions', async () => {
      const thread = nextTs();
      expect(await insist(overHttp, message(channels.general, answer, { ts: nextTs(), thread_ts: thread }))).toBe(1);
    });

    test.each([
      ['began minutes before it', 300, 0],
      ['began a moment before it, but long ago', 3_600, 3_590],
    ])('the reply is acknowledged at once if the thread %s', async (_title, root, reply) => {
      const at = (seconds: number) => `${Math.floor(Date.now() / 1_000) - seconds}.${nextTs().split('.')[1]}`;
      const [thread, ts] = [at(root), at(reply)];
      expect(await insist(overHttp, message(channels.support, answer, { ts, thread_ts: thread }))).toBe(1);
      expect(looks(thread)).toBe(1);
    });

    test('an erasure request in the reply is carried out at once and answered once', async () => {
      const thread = nextTs();
      const forget = message(direct, '私の記録を消してください', {
        ts: nextTs(),
        thread_ts: thread,
        user: 'U0FORGET01',
      });
      expect(await insist(overHttp, forget)).toBe(1);
      expect(await said(http, direct, thread)).toHaveLength(1);
    });
  });
});
