import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { events, manifest, scopes } from '../../src/adapters/slack/manifest.ts';

const url = 'https://bot.example.com';

/** Slack's limits of a manifest: https://docs.slack.dev/reference/app-manifest */
const limits: readonly (readonly [string, (made: ReturnType<typeof manifest>) => readonly string[], number])[] = [
  ['name', (made) => [made.display_information.name], 35],
  ['description', (made) => [made.display_information.description], 140],
  ['bot name', (made) => [made.features.bot_user.display_name], 80],
  ['agent description', (made) => [made.features.agent_view.agent_description], 300],
  ['shortcut name', (made) => made.features.shortcuts.map(({ name }) => name), 24],
  ['shortcut description', (made) => made.features.shortcuts.map(({ description }) => description), 150],
  ['command', (made) => made.features.slash_commands.map(({ command }) => command), 32],
  ['command description', (made) => made.features.slash_commands.map(({ description }) => description), 2_000],
  ['command hint', (made) => made.features.slash_commands.map(({ usage_hint }) => usage_hint), 1_000],
];

/** What each scope is for: a scope that nothing needs does not belong in the manifest. */
const needed: Readonly<Record<(typeof scopes)[number], string>> = {
  'app_mentions:read': 'app_mention',
  'assistant:write': 'assistant.threads',
  'channels:history': 'conversations.replies',
  'channels:read': 'conversations.info',
  'chat:write': 'chat.postMessage',
  commands: '/activation',
  'files:read': 'file_share',
  'groups:history': 'conversations.history',
  'groups:read': 'conversations.info',
  'im:history': "'im'",
  'im:read': 'is_im',
  'im:write': 'conversations.open',
  'users:read': 'users.info',
};
const sources = ['begin', 'desk', 'heard', 'languages', 'manifest', 'messages', 'person', 'payloads', 'status']
  .map((name) => readFileSync(new URL(`../../src/adapters/slack/${name}.ts`, import.meta.url), 'utf8'))
  .join('\n');

describe.each([
  ['HTTP', url],
  ['Socket Mode', undefined],
])('the manifest for %s', (_title, address) => {
  const made = manifest(address);

  test.each(limits)('keeps to the limit of the %s', (_name, texts, most) => {
    for (const text of texts(made)) expect(text.length).toBeLessThanOrEqual(most);
    expect(texts(made).every((text) => text.length > 0)).toBe(true);
  });

  test('has a long description that Slack takes', () => {
    expect(made.display_information.long_description.length).toBeGreaterThanOrEqual(175);
    expect(made.display_information.long_description.length).toBeLessThanOrEqual(4_000);
  });

  test('asks for what the code uses and nothing else', () => {
    expect(made.oauth_config.scopes.bot).toEqual([...scopes]);
    for (const [scope, use] of Object.entries(needed)) expect([scope, sources.includes(use)]).toEqual([scope, true]);
  });

  test('is told of what the code takes and nothing else', () => {
    expect(made.settings.event_subscriptions.bot_events).toEqual([...events]);
    const taken = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message', 'tokens_revoked'];
    expect([...new Set(events.map((event) => event.split('.')[0]))].toSorted()).toEqual(taken);
    for (const name of taken) expect([name, sources.includes(`'${name}'`)]).toEqual([name, true]);
  });

  test('has at most four suggested prompts', () => {
    expect(made.features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  });
});

test('over HTTP everything arrives at one address; by Socket Mode there is none', () => {
  expect(manifest(url).settings.interactivity).toEqual({ is_enabled: true, request_url: `${url}/slack/events` });
  expect(manifest(url).oauth_config.redirect_urls).toEqual([`${url}/slack/oauth_redirect`]);
  expect(JSON.stringify(manifest(undefined))).not.toContain('http');
  expect(manifest(undefined).settings.socket_mode_enabled).toBe(true);
});
