import { expect, test } from 'vitest';
import { heard } from '../../src/adapters/slack/receive/heard.ts';
import type { MessageEvent } from '../../src/adapters/slack/receive/payloads.ts';
import { plainText } from '../../src/adapters/slack/render/text.ts';
import { channels } from './workspace.ts';

const [team, bot] = ['T0ONE00001', 'U0BOT00001'];
const event = (more: Partial<MessageEvent> = {}): MessageEvent => ({
  type: 'message',
  channel: channels.support,
  channel_type: 'channel',
  user: 'U000000001',
  text: '認証できません',
  ts: '1.1',
  ...more,
});
const support = (of: string | undefined) => [{ team: of, channel: channels.support }];

test('a support channel of one workspace is none in another workspace with a channel of the same id', () => {
  expect(heard(event(), team, bot, support(team))).toBeDefined();
  expect(heard(event(), team, bot, support(undefined))).toBeDefined();
  expect(heard(event(), team, bot, support('T0TWO00002'))).toBeUndefined();
});

test('a message that Slack hides from people is ignored', () => {
  expect(heard(event({ hidden: true }), team, bot, support(team))).toBeUndefined();
});

test.each([
  ['AT&amp;T &lt;PC&gt;', 'AT&T <PC>'],
  ['<https://example.com|手順> を見ました', '手順 を見ました'],
  ['<https://example.com> を見ました', 'https://example.com を見ました'],
  ['<#C000000001|support> で聞きました', '#support で聞きました'],
  ['<mailto:a@example.com>', 'a@example.com'],
  [`<@${bot}> 認証できません`, '認証できません'],
])('the Slack text %s is read as people see it', (text, seen) => {
  expect(plainText(text, bot)).toBe(seen);
});
