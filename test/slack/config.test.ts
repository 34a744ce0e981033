import { expect, test } from 'vitest';
import { z } from 'zod';
import { slackConfig } from '../../src/adapters/slack/config.ts';
import { type SlackValues, slackVariables } from '../../src/adapters/slack/variables.ts';
import { deskOn } from './desk-on.ts';

const read = (environment: Readonly<Record<string, string>>) =>
  slackConfig(z.object(slackVariables).parse(environment) as SlackValues, []);
const key = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 255).toString('base64url');
const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
const oauth = {
  SLACK_SIGNING_SECRET: 's',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c',
  SLACK_STATE_SECRET: 'x'.repeat(16),
  SLACK_ENCRYPTION_KEY: key,
};

test('Slack is off without any of its settings', () => {
  expect(read({})).toBeUndefined();
});

test('a bot token and a signing secret configure one workspace over HTTP', () => {
  expect(read({ ...http, SLACK_SUPPORT_CHANNELS: 'C1, C2', SLACK_DESK_CHANNEL: 'C3' })).toEqual({
    installed: { kind: 'one', token: 'xoxb-1' },
    transport: { kind: 'http', signingSecret: 's' },
    support: [
      { team: undefined, channel: 'C1' },
      { team: undefined, channel: 'C2' },
    ],
    desks: [deskOn('C3')],
    rates: { postsPerSecond: 1, editsPerMinute: 50, readsPerMinute: 50 },
    apiUrl: 'https://slack.com/api/',
  });
});

test('an app token configures Socket Mode without a signing secret', () => {
  expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })?.transport).toEqual({
    kind: 'socket',
    appToken: 'xapp-1',
  });
});

test('OAuth settings configure many workspaces, with channels named by their workspace', () => {
  const config = read({ ...oauth, SLACK_DESK_CHANNEL: 'T1/C3' });
  expect([config?.installed.kind, config?.desks]).toEqual(['many', [deskOn('C3', { team: 'T1' })]]);
});

test('OAuth allows every workspace unless SLACK_TEAMS lists some, and accepts several encryption keys', () => {
  expect(read(oauth)?.installed).toMatchObject({ keys: [key], teams: [] });
  const more = read({ ...oauth, SLACK_TEAMS: 'T1, T2', SLACK_ENCRYPTION_KEY: `${other}, ${key}` });
  expect(more?.installed).toMatchObject({ keys: [other, key], teams: ['T1', 'T2'] });
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a token without a way for events to arrive', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET: missing'],
  ['a signing secret without a token', { SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN: missing'],
  ['only a desk', { SLACK_DESK_CHANNEL: 'C1' }, 'SLACK_BOT_TOKEN: missing'],
  ['half of OAuth', { SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1.2' }, 'SLACK_ENCRYPTION_KEY: missing'],
  ['a token and OAuth', { ...http, ...oauth }, 'SLACK_BOT_TOKEN: not together'],
  ['one workspace with a list of workspaces', { ...http, SLACK_TEAMS: 'T1' }, 'SLACK_TEAMS: only with OAuth'],
  [
    'a channel of a workspace that may not install it',
    { ...oauth, SLACK_TEAMS: 'T1', SLACK_SUPPORT_CHANNELS: 'T1/C1,T2/C2' },
    'T2/C2: not in a workspace of SLACK_TEAMS',
  ],
  ['many workspaces with a bare channel', { ...oauth, SLACK_SUPPORT_CHANNELS: 'C1' }, 'T0123ABCD/C1'],
])('the settings of Slack are refused with a clear line for %s', (_title, environment, line) => {
  expect(() => read(environment)).toThrow(line);
});

test('channels may be of an organisation, where a user group of staff is named with its workspace', () => {
  const entry = (staff: readonly string[]) => ({
    setup: deskOn('C1', { id: 'it' }),
    via: { kind: 'slack', channel: 'E1/C1', staff },
  });
  const settings = z.object(slackVariables).parse({ ...oauth, SLACK_SUPPORT_CHANNELS: 'E1/C2' }) as SlackValues;
  expect(slackConfig(settings, [entry(['T1/S1', 'U1'])])?.support).toEqual([{ team: 'E1', channel: 'C2' }]);
  expect(() => slackConfig(settings, [entry(['S1'])])).toThrow('DESKS_FILE it S1: in an organisation write workspace');
});

test.each([
  ['SLACK_BOT_TOKEN', 'xoxp-user'],
  ['SLACK_BOT_TOKEN', 'xoxb-1 xoxb-2'],
  ['SLACK_BOT_TOKEN', '"xoxb-1"'],
  ['SLACK_APP_TOKEN', 'xapp-'],
  ['SLACK_SIGNING_SECRET', "'s'"],
  ['SLACK_CLIENT_ID', 'A0123ABCD'],
  ['SLACK_ENCRYPTION_KEY', 'short'],
  ['SLACK_ENCRYPTION_KEY', ' , '],
  ['SLACK_ENCRYPTION_KEY', `${key},short`],
  ['SLACK_ENCRYPTION_KEY', `${key.slice(0, 20)}!${key.slice(20)}`],
  ['SLACK_TEAMS', 'one'],
  ['SLACK_SUPPORT_CHANNELS', '#help'],
  ['SLACK_API_URL', 'ftp://x'],
])('a value of %s that cannot be right is refused', (name, value) => {
  expect(z.object(slackVariables).safeParse({ [name]: value }).error?.issues[0]?.path[0]).toBe(name);
});
