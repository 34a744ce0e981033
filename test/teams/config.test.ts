import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DeskEntry } from '../../src/adapters/desk/file.ts';
import { teamsConfig } from '../../src/adapters/teams/config.ts';
import { admits, trusts } from '../../src/adapters/teams/trust.ts';
import { type TeamsValues, teamsVariables } from '../../src/adapters/teams/variables.ts';

const app = '44444444-4444-4444-8444-444444444444';
const tenant = '11111111-1111-4111-8111-111111111111';
const single = {
  MicrosoftAppId: app,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
};
const read = (environment: Record<string, string>, entries: readonly DeskEntry[] = []) =>
  teamsConfig(z.object(teamsVariables).parse(environment) as TeamsValues, environment['NODE_ENV'], entries);

describe('the settings of Teams', () => {
  test('Teams is off without any of its settings', () => {
    expect(read({})).toBeUndefined();
  });

  test('a single-tenant bot serves its own tenant and those of TEAMS_TENANTS', () => {
    const config = read({ ...single, TEAMS_TENANTS: ' 22222222-2222-4222-8222-222222222222 ,' });
    expect(config?.identity).toEqual({ kind: 'secret', app, secret: 'secret', tenant });
    expect(config?.tenants).toEqual([tenant, '22222222-2222-4222-8222-222222222222']);
  });

  test('a managed identity is configured without a password, and refused with one', () => {
    const { MicrosoftAppPassword: _, ...rest } = { ...single, MicrosoftAppType: 'UserAssignedMSI' };
    expect(read(rest)?.identity).toEqual({ kind: 'managed', app, tenant });
    expect(() => read({ ...rest, MicrosoftAppPassword: 'secret' })).toThrow('MicrosoftAppPassword: not together');
  });

  test('TEAMS_LOCAL configures a bot without credentials', () => {
    expect(read({ TEAMS_LOCAL: 'true' })?.identity).toEqual({ kind: 'local' });
  });
});

test('support channels are those of TEAMS_SUPPORT_CONVERSATIONS, none without it', () => {
  expect(read(single)?.support).toEqual([]);
  const listed = { ...single, TEAMS_SUPPORT_CONVERSATIONS: '19:a@thread.tacv2, 19:b@thread.tacv2' };
  expect(read(listed)?.support.map(({ conversation }) => conversation)).toEqual([
    '19:a@thread.tacv2',
    '19:b@thread.tacv2',
  ]);
  expect(() => read({ TEAMS_SUPPORT_CONVERSATIONS: '19:a@thread.tacv2' })).toThrow(
    'MicrosoftAppId: missing; TEAMS_SUPPORT_CONVERSATIONS is set',
  );
});

describe('settings of Teams that are refused', () => {
  const names = Object.keys(single) as (keyof typeof single)[];
  for (const name of names)
    test(`credentials without ${name} are refused`, () => {
      const { [name]: _, ...rest } = single;
      expect(() => read(rest)).toThrow(`${name}: missing`);
    });

  for (const [name, value] of [
    ['MicrosoftAppType', 'SingleTenent'],
    ['MicrosoftAppType', 'MultiTenant'],
    ['MicrosoftAppId', 'my-bot'],
    ['MicrosoftAppTenantId', 'contoso.com'],
    ['TEAMS_LOCAL', 'perhaps'],
    ['TEAMS_DESK_CONVERSATION', 'General'],
    ['TEAMS_DESK_CONVERSATION', '19:'],
    ['TEAMS_SUPPORT_CONVERSATIONS', 'General'],
    ['TEAMS_SERVICE_HOSTS', 'https://smba.trafficmanager.net'],
  ] as const)
    test(`the setting ${name}=${value} is refused`, () => {
      expect(() => read({ ...single, [name]: value })).toThrow(name);
    });

  test('TEAMS_LOCAL is refused in production and beside credentials', () => {
    expect(() => read({ TEAMS_LOCAL: 'true', NODE_ENV: 'production' })).toThrow('refused when NODE_ENV is production');
    expect(() => read({ ...single, TEAMS_LOCAL: 'true' })).toThrow('MicrosoftAppId: not together with TEAMS_LOCAL');
  });

  test('a desk is refused without credentials, and at a service URL that is not trusted', () => {
    expect(() => read({ TEAMS_DESK_CONVERSATION: '19:x@thread.tacv2' })).toThrow('MicrosoftAppId: missing');
    expect(() => read({ ...single, TEAMS_SERVICE_URL: 'https://teams.example/' })).toThrow('TEAMS_SERVICE_URL');
    expect(() => read({ ...single, TEAMS_SERVICE_URL: 'http://smba.trafficmanager.net/' })).toThrow(
      'TEAMS_SERVICE_URL',
    );
  });

  test('all missing settings are named at once, one line each, without values', () => {
    const wrong = () => read({ MicrosoftAppPassword: 'hunter2' });
    expect(wrong).toThrow(/^MicrosoftAppId: .+\nMicrosoftAppType: .+\nMicrosoftAppTenantId: [^\n]+$/);
    expect(wrong).not.toThrow(/hunter/);
  });
});

test('the token is sent only to listed hosts over https', () => {
  const config = read(single);
  if (config === undefined) throw new Error('not configured');
  const trusted = ['https://smba.trafficmanager.net/teams/', 'https://SMBA.trafficmanager.net/jp/x/'];
  const others = [
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.example/',
    'https://example/smba.trafficmanager.net',
    'https://127.0.0.1/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
  ];
  expect(trusted.filter((url) => !trusts(config, url))).toEqual([]);
  expect(others.filter((url) => trusts(config, url))).toEqual([]);
  expect([admits(config, tenant), admits(config, ''), admits(config, app)]).toEqual([true, false, false]);
});

test('a host in TEAMS_SERVICE_HOSTS is compared without regard to case', () => {
  const config = read({ ...single, TEAMS_SERVICE_HOSTS: 'SMBA.TrafficManager.net' });
  expect(config && trusts(config, 'https://smba.trafficmanager.net/teams/')).toBe(true);
});

test('a bot without credentials trusts only addresses of the local machine', () => {
  const config = read({ TEAMS_LOCAL: 'true' });
  if (config === undefined) throw new Error('not configured');
  const urls = [
    'http://127.0.0.1:56150/_connector',
    'http://localhost:1/',
    'http://[::1]:1/',
    'https://smba.trafficmanager.net/',
    'http://192.168.0.1/',
  ];
  expect(urls.map((url) => trusts(config, url))).toEqual([true, true, true, false, false]);
});
