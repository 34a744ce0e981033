import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { channelFindings } from '../../src/adapters/slack/install/check-channels.ts';
import { oneWorkspace } from '../../src/adapters/slack/install/one-workspace.ts';
import { deskOn } from './desk-on.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { channels } from './workspace.ts';

let fake: FakeSlack;
beforeAll(async () => {
  fake = await fakeSlack();
});
afterAll(() => fake.close());
afterEach(() => fake.says('conversations.info', undefined));

/** What is found in these channels. */
async function said(support: readonly string[], desk?: string, team?: string): Promise<readonly string[]> {
  const named = (channel: string) => ({ team, channel });
  const config = { support: support.map(named), desks: desk === undefined ? [] : [deskOn(desk, { team })] };
  const findings = await channelFindings(config, oneWorkspace('xoxb-one', fake.url));
  return findings.map(({ state, what }) => `${state} ${what}`);
}
const channel = (fields: object) => ({ ok: true, channel: { id: channels.support, name: 'help', ...fields } });

test('a configured channel that the app is in is no finding', async () => {
  expect(await said([channels.support], channels.general)).toEqual([]);
  expect(await said([], undefined)).toEqual([]);
});

test('a configured channel that does not exist is found with its setting, and the other channels are still checked', async () => {
  const line = (setting: string, id: string) =>
    `wrong ${setting} ${id}: there is no such channel, or it is private; check the id, or invite the app to it (channel_not_found)`;
  expect(await said(['C0NOWHERE1', channels.support], 'C0NOWHERE2')).toEqual([
    line('SLACK_SUPPORT_CHANNELS', 'C0NOWHERE1'),
    line('SLACK_DESK_CHANNEL', 'C0NOWHERE2'),
  ]);
});

test.each([
  ['the app is not in', channel({ is_member: false }), 'the app is not in #help; invite the app to #help'],
  ['is archived', channel({ is_member: true, is_archived: true }), '#help is archived'],
  [
    'Slack does not show',
    { ok: false, error: 'not_in_channel' },
    'the app is not in it; invite the app to it (not_in_channel)',
  ],
  [
    'the app may not look at',
    { ok: false, error: 'missing_scope', needed: 'groups:read', provided: 'chat:write' },
    'the app may not look at it, for which it needs groups:read; update the app from its manifest (npm run -s slack:manifest) and install it again (missing_scope)',
  ],
])('a configured channel that %s is found with what to do', async (_title, answer, what) => {
  fake.says('conversations.info', answer);
  expect(await said([], channels.support)).toEqual([`wrong SLACK_DESK_CHANNEL ${channels.support}: ${what}`]);
});

test('a desk in a channel that is shared with another company is a warning, a support channel there is not', async () => {
  fake.says('conversations.info', channel({ is_member: true, is_ext_shared: true }));
  const [line, ...more] = await said([channels.support], channels.general);
  expect(line).toMatch(/^warning SLACK_DESK_CHANNEL C000000002: #help is shared with another company/);
  expect(more).toEqual([]);
});

test('a configured channel of a workspace without the app is found', async () => {
  const [line] = await said([channels.support], undefined, 'T0NOBODY01');
  expect(line).toContain('the app is not installed in workspace T0NOBODY01');
});

test('a check of a channel that Slack cannot answer is found to be away and nothing else', async () => {
  fake.says('conversations.info', { ok: false, error: 'internal_error' });
  const [line] = await said([channels.support]);
  expect(line).toContain('away SLACK_SUPPORT_CHANNELS C000000001: could not be checked');
  expect(line).toContain('internal_error');
});
