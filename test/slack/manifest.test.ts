import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { manifest, startCase } from '../../src/adapters/slack/install/manifest.ts';
import { stepInputs } from '../../src/adapters/slack/receive/payloads.ts';
import { manifestRules, told, uses } from './manifest-rules.ts';

const url = 'https://bot.example.com';
const folder = new URL('../../src/adapters/slack/', import.meta.url);
/** The adapter without its manifest: what only the manifest speaks of, nothing uses. */
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('/manifest.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe.each([
  ['HTTP', { url, step: false, language: 'ja' }],
  ['Socket Mode', { url: undefined, step: false, language: 'ja' }],
  ['HTTP with a workflow step', { url, step: true, language: 'ja' }],
  ['HTTP in English', { url, step: true, language: 'en' }],
] as const)('the Slack manifest for %s', (_title, offer) => {
  const made = manifest(offer);
  const { scopes } = made.oauth_config;
  const { bot_events: events } = made.settings.event_subscriptions;

  test('the manifest keeps the rules of Slack', () => {
    expect(manifestRules.safeParse(made).error).toBeUndefined();
  });

  test('the manifest asks for the scopes that the code uses and no others', () => {
    expect(scopes.bot.toSorted()).toEqual(Object.keys(uses).toSorted());
    for (const [scope, use] of Object.entries(uses)) expect([scope, source.includes(use)]).toEqual([scope, true]);
  });

  test('the manifest subscribes to the events that the code handles and no others, with their scopes', () => {
    const handled = Object.keys(told).filter((event) => offer.step || event !== 'function_executed');
    expect(events.toSorted()).toEqual(handled.toSorted());
    for (const event of events) {
      const [name] = event.split('.');
      expect([event, source.includes(`'${name}'`)]).toEqual([event, true]);
      expect(['', ...scopes.bot]).toContain(told[event] ?? '');
    }
  });

  test('the manifest has the scopes for assistant threads, commands and messages', () => {
    expect(scopes.bot).toEqual(expect.arrayContaining(['assistant:write', 'commands', 'chat:write']));
  });

  test('the manifest has a message shortcut and a global shortcut with different callback ids', () => {
    expect(made.features.shortcuts.map(({ type }) => type)).toEqual(['message', 'global']);
    expect(new Set(made.features.shortcuts.map(({ callback_id }) => callback_id)).size).toBe(2);
  });
});

test('the manifest for HTTP has one address for events, interactions and commands', () => {
  const { features, settings, oauth_config } = manifest({ url, step: false, language: 'ja' });
  const arriving = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    ...features.slash_commands.map((command) => ('url' in command ? command.url : undefined)),
  ];
  expect(new Set(arriving)).toEqual(new Set([`${url}/slack/events`]));
  expect(oauth_config.redirect_urls).toEqual([`${url}/slack/oauth_redirect`]);
  expect(settings.socket_mode_enabled).toBe(false);
});

test('the manifest for Socket Mode has no address', () => {
  expect(JSON.stringify(manifest({ url: undefined, step: false, language: 'ja' }))).not.toContain('http');
  expect(manifest({ url: undefined, step: false, language: 'ja' }).settings.socket_mode_enabled).toBe(true);
});

test('the manifest can be installed by an organisation', () => {
  expect(manifest({ url, step: false, language: 'ja' }).settings.org_deploy_enabled).toBe(true);
});

test('the manifest declares the workflow step only where it is asked for', () => {
  const { functions, settings } = manifest({ url, step: true, language: 'ja' });
  expect(Object.keys(functions ?? {})).toEqual([startCase]);
  expect(settings).toMatchObject({ function_runtime: 'remote', org_deploy_enabled: true });
  const without = JSON.stringify(manifest({ url, step: false, language: 'ja' }));
  expect(without).not.toMatch(/function/);
});

test('the workflow step takes what the bot reads, and gives what the bot gives', () => {
  const step = manifest({ url, step: true, language: 'ja' }).functions?.[startCase];
  expect(Object.keys(step?.input_parameters.properties ?? {}).toSorted()).toEqual(
    Object.keys(stepInputs.shape).toSorted(),
  );
  for (const given of Object.keys(step?.output_parameters.properties ?? {})) expect(source).toContain(`${given}:`);
});

const printed = (...given: readonly string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('../cli/slack-manifest.ts', folder)), ...given], {
    encoding: 'utf8',
  });

test('npm run slack:manifest prints the manifest for the address of a server', () => {
  expect(JSON.parse(printed(url).stdout)).toEqual(
    JSON.parse(JSON.stringify(manifest({ url, step: false, language: 'ja' }))),
  );
  expect(JSON.parse(printed(`${url}:8443/`).stdout).oauth_config.redirect_urls).toEqual([
    `${url}:8443/slack/oauth_redirect`,
  ]);
});

test.each([
  `${url}/base`,
  `${url}/?a=b`,
  `${url}/#a`,
  'https://me:secret@bot.example.com',
  'http://bot.example.com',
  'bot',
])('npm run slack:manifest refuses an address that is not a bare https origin: %s', (address) => {
  const { status, stdout, stderr } = printed(address);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('https://bot.example.com ');
});

test('npm run slack:manifest --workflow-step prints the manifest with the workflow step', () => {
  const { stdout } = printed('--workflow-step', url);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(manifest({ url, step: true, language: 'ja' }))));
});

test('npm run slack:manifest refuses an option that it does not have, and a second address', () => {
  expect(printed('--steps', url).status).toBe(2);
  expect(printed(url, url).status).toBe(2);
});

test('npm run slack:manifest --lang en prints it in English, but for the names of other languages', () => {
  const english = JSON.parse(printed('--lang', 'en', '--workflow-step', url).stdout);
  expect(english).toEqual(JSON.parse(JSON.stringify(manifest({ url, step: true, language: 'en' }))));
  expect(JSON.stringify(english).replace(english.display_information.long_description, '')).not.toMatch(
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  );
  expect(printed('--lang', 'fr', url).status).toBe(2);
});
