import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleFile, printSettings } from '../../src/adapters/config/print.ts';
import { readSettings, SettingsError, variables } from '../../src/adapters/config/settings.ts';
import { policyOf } from '../../src/adapters/policy.ts';

const lines = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return error instanceof Error ? error.message.split('\n') : [];
  }
};

test('an empty environment gives a bot for the terminal alone, with the defaults of all settings', () => {
  const { core, services } = readSettings({});
  expect(services).toEqual([]);
  expect(core).toMatchObject({
    PORT: 3978,
    DATA_DIR: './data',
    FOLLOW_UP_HOURS: 24,
    IDLE_DAYS: 30,
    RETENTION_DAYS: 90,
  });
});

test('every environment variable has a description', () => {
  for (const [name, schema] of Object.entries(variables)) expect(schema.description, name).toMatch(/\w{3}/);
});

test('an environment variable that is empty or blank counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' }).core.PORT).toBe(3978);
});

test('an empty DATA_DIR is refused, except beside a DATABASE_URL', () => {
  for (const empty of ['', '  ']) {
    expect(lines({ DATA_DIR: empty })).toEqual([expect.stringMatching(/^DATA_DIR: empty; name a folder/)]);
    expect(lines({ DATA_DIR: empty, DATABASE_URL: 'postgres://me@db/x' })).toEqual([]);
  }
  expect(lines({ DATA_DIR: ':memory:' })).toEqual([expect.stringContaining('in memory nothing outlives the process')]);
});

test('a value is read without spaces and tabs around it', () => {
  expect(readSettings({ PORT: ' 80\t', LOG_LEVEL: 'info ' }).core).toMatchObject({ PORT: 80, LOG_LEVEL: 'info' });
});

test.each([
  ['PORT', '0x50'],
  ['PORT', '1e3'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['HOST', 'http://localhost'],
  ['HOST', 'localhost:3978'],
  ['IDLE_DAYS', '0.0001'],
  ['RETENTION_DAYS', '0'],
  ['FOLLOW_UP_HOURS', '-1'],
  ['DRAIN_SECONDS', '3s'],
])('a setting with a value that cannot work is refused: %s=%s', (name, value) => {
  expect(lines({ [name]: value })).toEqual([expect.stringMatching(`^${name}: `)]);
});

test('fractions of days and hours become whole milliseconds', () => {
  const { closeAfter, deleteAfter, followUpAfter } = policyOf(
    readSettings({ IDLE_DAYS: '0.333333', RETENTION_DAYS: '1.0000001', FOLLOW_UP_HOURS: '0.3333333' }).core,
    0,
  );
  expect([closeAfter, deleteAfter, followUpAfter]).toEqual([28_799_971, 86_400_009, 1_200_000]);
});

test('all wrong settings are reported at once, one line each, without their values', () => {
  const wrong = lines({
    PORT: 'many',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    LOG_LEVEL: 'loud',
    RETENTION_DAYS: '-1',
    TEAMS_TENANT: 'hunter2',
  });
  const names = ['TEAMS_TENANT', 'PORT', 'DATABASE_URL', 'RETENTION_DAYS', 'LOG_LEVEL'];
  expect(wrong.map((line) => line.split(':')[0])).toEqual(names);
  expect(wrong.join()).not.toMatch(/hunter2|many|loud/);
});

test('a channel with only some of its settings stops the start', () => {
  expect(lines({ SLACK_SIGNING_SECRET: 'abc' }).join()).toContain('SLACK_BOT_TOKEN');
  expect(lines({ MicrosoftAppId: '00000000-0000-4000-8000-000000000000' }).join()).toContain('MicrosoftAppPassword');
  const both = lines({ SLACK_SIGNING_SECRET: 'abc', MicrosoftAppPassword: 'hunter2' });
  expect(both.some((line) => line.startsWith('SLACK_')) && both.some((line) => line.startsWith('Microsoft'))).toBe(
    true,
  );
  expect(both.join()).not.toContain('hunter2');
});

test('npm run config prints the settings with secrets masked', () => {
  const printed = printSettings({
    DATABASE_URL: 'postgres://me:hunter2@db/x',
    SLACK_BOT_TOKEN: 'xoxb-hunter2',
    MicrosoftAppPassword: 'hunter2',
    PORT: '80',
  });
  expect(printed).not.toContain('hunter2');
  expect(printed).toContain('SLACK_BOT_TOKEN=********\n');
  expect(printed).toContain('\nDATABASE_URL=********\n');
  expect(printed.startsWith('PORT=80\n')).toBe(true);
  expect(printed.split('\n')).toHaveLength(Object.keys(variables).length);
});

test('.env.example equals what npm run config -- --example prints', () => {
  expect(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')).toBe(exampleFile());
});
