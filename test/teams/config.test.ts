import { describe, expect, test } from 'vitest';
import { z } from 'zod';
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
const read = (environment: Record<string, string>) =>
  teamsConfig(z.object(teamsVariables).parse(environment) as TeamsValues, environment['NODE_ENV']);

describe('Teams starts', () => {
  test('not at all where nothing is set', () => {
    expect(read({})).toBeUndefined();
  });

  test('as a single-tenant bot, for its own tenant and those that are listed', () => {
    const config = read({ ...single, TEAMS_TENANTS: ' 22222222-2222-4222-8222-222222222222 ,' });
    expect(config?.identity).toEqual({ kind: 'secret', app, secret: 'secret', tenant });
    expect(config?.tenants).toEqual([tenant, '22222222-2222-4222-8222-222222222222']);
  });

  test('with a managed identity, which has no password', () => {
    const { MicrosoftAppPassword: _, ...rest } = { ...single, MicrosoftAppType: 'UserAssignedMSI' };
    expect(read(rest)?.identity).toEqual({ kind: 'managed', app, tenant });
    expect(() => read({ ...rest, MicrosoftAppPassword: 'secret' })).toThrow('MicrosoftAppPassword: not together');
  });

  test('without credentials only by the switch', () => {
    expect(read({ TEAMS_LOCAL: 'true' })?.identity).toEqual({ kind: 'local' });
  });
});

describe('Teams does not start', () => {
  const names = Object.keys(single) as (keyof typeof single)[];
  for (const name of names)
    test(`without ${name} where the others are set`, () => {
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
    ['TEAMS_SERVICE_HOSTS', 'https://smba.trafficmanager.net'],
  ] as const)
    test(`with ${name} ${value}`, () => {
      expect(() => read({ ...single, [name]: value })).toThrow(name);
    });

  test('with the switch in production, or beside credentials', () => {
    expect(() => read({ TEAMS_LOCAL: 'true', NODE_ENV: 'production' })).toThrow('refused when NODE_ENV is production');
    expect(() => read({ ...single, TEAMS_LOCAL: 'true' })).toThrow('MicrosoftAppId: not together with TEAMS_LOCAL');
  });

  test('with a desk but no credentials, or a desk at an address that is not trusted', () => {
    expect(() => read({ TEAMS_DESK_CONVERSATION: '19:x@thread.tacv2' })).toThrow('MicrosoftAppId: missing');
    expect(() => read({ ...single, TEAMS_SERVICE_URL: 'https://teams.example/' })).toThrow('TEAMS_SERVICE_URL');
    expect(() => read({ ...single, TEAMS_SERVICE_URL: 'http://smba.trafficmanager.net/' })).toThrow(
      'TEAMS_SERVICE_URL',
    );
  });

  test('and says everything that is wrong, one line each, without values', () => {
    const wrong = () => read({ MicrosoftAppPassword: 'hunter2' });
    expect(wrong).toThrow(/^MicrosoftAppId: .+\nMicrosoftAppType: .+\nMicrosoftAppTenantId: [^\n]+$/);
    expect(wrong).not.toThrow(/hunter/);
  });
});

test('the token goes to listed hosts over https alone', () => {
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

test('a host is the same in capitals', () => {
  const config = read({ ...single, TEAMS_SERVICE_HOSTS: 'SMBA.TrafficManager.net' });
  expect(config && trusts(config, 'https://smba.trafficmanager.net/teams/')).toBe(true);
});

test('a bot without credentials speaks with this machine alone', () => {
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
