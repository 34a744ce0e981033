import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIn, personOf, writeAddress } from '../../src/adapters/slack/address.ts';
import { oneWorkspace } from '../../src/adapters/slack/install/one-workspace.ts';
import { statuses } from '../../src/adapters/slack/send/status.ts';
import { alone, type Incoming } from '../../src/bot/ports.ts';
import { nextTs } from './deliver.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { rig } from './rig.ts';

const team = 'T0ONE00001';
let slack: FakeSlack;
beforeEach(async () => {
  slack = await fakeSlack();
});
afterEach(() => slack.close());
const here = () => oneWorkspace('xoxb-one', slack.url);
const calls = (method: string) => slack.calls.filter((call) => call.method === method).length;

test('the status in a direct message is set before the reply and never after it', async () => {
  const bot = await rig();
  try {
    const direct = await bot.slack.direct(team, 'U000000001');
    const ts = nextTs();
    bot.slack.fault('slow', 1, 'users.info');
    await bot.event(team, {
      type: 'message',
      channel: direct,
      channel_type: 'im',
      user: 'U000000001',
      text: '認証できません',
      ts,
    });
    await bot.idle(`slack:${team}:${direct}:${ts}`);
    await sleep(1_000);
    const said = bot.slack.calls
      .filter(({ method }) => /setStatus|postMessage/.test(method))
      .map(({ method }) => method);
    expect(said.at(-1)).toBe('chat.postMessage');
  } finally {
    await bot.stop();
  }
});

describe('the status in a direct message', () => {
  const address = { team, channel: 'D0DIRECT01', thread: '1.1' };
  const incoming: Incoming = {
    id: '1',
    conversation: conversationIn(address),
    person: personOf(team, 'U000000001'),
    address: writeAddress(address),
    language: 'ja',
    languageChosen: false,
    opens: true,
    addressed: true,
    company: alone,
    on: null,
    input: { type: 'text', text: '' },
  };

  test('the status is set when the reply takes long, and not after the reply', async () => {
    const status = statuses(here());
    await status.during(incoming, async () => 'answered');
    await sleep(800);
    await status.end(incoming.conversation);
    expect(calls('assistant.threads.setStatus')).toBe(1);
  });

  test('a slow call that sets the status does not delay the reply, and the status is removed after it', async () => {
    const { promise: slow, resolve } = Promise.withResolvers<void>();
    const said: string[] = [];
    const setStatus = ({ status }: { status: string }) => (said.push(status) === 1 ? slow : Promise.resolve());
    const status = statuses({ ...here(), client: () => ({ assistant: { threads: { setStatus } } }) as never });
    await status.during(incoming, async () => 'answered');
    await sleep(800);
    const began = performance.now();
    await status.end(incoming.conversation);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(said).toHaveLength(1);
    resolve();
    await expect.poll(() => said.at(-1)).toBe('');
  });

  test('the status is taken back where the reply edits a message, also one that is not set yet', async () => {
    const said: string[] = [];
    const setStatus = async ({ status }: { status: string }) => void said.push(status);
    const status = statuses({ ...here(), client: () => ({ assistant: { threads: { setStatus } } }) as never });
    await status.during(incoming, async () => 'answered');
    status.takeBack(incoming.conversation);
    await sleep(800);
    expect(said).toEqual([]);
    await status.during(incoming, async () => 'answered');
    await expect.poll(() => said).toHaveLength(1);
    status.takeBack(incoming.conversation);
    await expect.poll(() => said.at(-1)).toBe('');
  });

  test('the status is not set when the reply comes soon, nor in a channel', async () => {
    const status = statuses(here());
    await status.during(incoming, async () => 'answered');
    await status.end(incoming.conversation);
    const channel = writeAddress({ ...address, channel: 'C0CHANNEL1' });
    await status.during({ ...incoming, address: channel }, async () => 'answered');
    await sleep(800);
    expect(calls('assistant.threads.setStatus')).toBe(0);
  });

  test('the status is not set for a delivery that is repeated or cannot be stored', async () => {
    const status = statuses(here());
    await status.during(incoming, async () => 'left alone');
    await expect(status.during(incoming, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await sleep(800);
    expect(calls('assistant.threads.setStatus')).toBe(0);
  });
});
