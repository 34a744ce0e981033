import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIn, personOf, writeAddress } from '../../src/adapters/slack/address.ts';
import { languages } from '../../src/adapters/slack/languages.ts';
import { oneWorkspace } from '../../src/adapters/slack/one-workspace.ts';
import { statuses } from '../../src/adapters/slack/status.ts';
import type { Incoming } from '../../src/bot/ports.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

const team = 'T0ONE00001';
let slack: FakeSlack;
beforeEach(async () => {
  slack = await fakeSlack();
});
afterEach(() => slack.close());
const here = () => oneWorkspace('xoxb-one', slack.url);
const calls = (method: string) => slack.calls.filter((call) => call.method === method).length;

describe('the language of a person', () => {
  test.each([
    ['ja-JP', 'ja'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
    [undefined, 'ja'],
  ])('with the locale %s it is %s', async (locale, expected) => {
    slack.locale(locale);
    expect(await languages(here()).of(team, 'U000000001')).toBe(expected);
  });

  test('is asked once', async () => {
    const known = languages(here());
    await Promise.all([known.of(team, 'U000000001'), known.of(team, 'U000000001')]);
    await known.of(team, 'U000000001');
    expect(calls('users.info')).toBe(1);
  });

  test('is Japanese while Slack is away, within a second', async () => {
    slack.down(true);
    expect(await languages(here()).of(team, 'U000000001')).toBe('ja');
  });

  test('is the one that was chosen', async () => {
    const known = languages(here());
    known.choose(team, 'U000000001', 'en');
    expect(await known.of(team, 'U000000001')).toBe('en');
  });
});

describe('the status in a direct message', () => {
  const address = { team, channel: 'D0DIRECT01', thread: '1.1' };
  const incoming: Incoming = {
    id: '1',
    conversation: conversationIn(address),
    person: personOf(team, 'U000000001'),
    address: writeAddress(address),
    language: 'ja',
    opens: true,
    addressed: true,
    input: { type: 'text', text: '' },
  };

  test('is set when the reply takes long, and only before it', async () => {
    const status = statuses(here());
    status.begin(incoming);
    await sleep(800);
    await status.end(incoming.conversation);
    expect(calls('assistant.threads.setStatus')).toBe(1);
  });

  test('is not set when the reply comes soon, or in a channel', async () => {
    const status = statuses(here());
    status.begin(incoming);
    await status.end(incoming.conversation);
    status.begin({ ...incoming, address: writeAddress({ ...address, channel: 'C0CHANNEL1' }) });
    await sleep(800);
    expect(calls('assistant.threads.setStatus')).toBe(0);
  });
});
