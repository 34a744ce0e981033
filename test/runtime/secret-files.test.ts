import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printSettings } from '../../src/adapters/config/print.ts';
import { readSettings, readValues, variables } from '../../src/adapters/config/settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the path of a file that holds this. */
function holding(content: string | Uint8Array): string {
  const file = join(folder, `secret-${Math.random()}`);
  writeFileSync(file, content);
  return file;
}
const wrong = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
};

test('a secret is read from the file that its variable with _FILE names, without the line break at its end', () => {
  const values = readValues({
    SLACK_BOT_TOKEN_FILE: holding('xoxb-in-a-file\n'),
    MicrosoftAppPassword_FILE: holding('hunter2\r\n'),
    DATABASE_URL_FILE: holding('postgres://me:hunter2@db/x'),
  });
  expect(values).toMatchObject({
    SLACK_BOT_TOKEN: 'xoxb-in-a-file',
    MicrosoftAppPassword: 'hunter2',
    DATABASE_URL: 'postgres://me:hunter2@db/x',
  });
});

test('every secret setting is accepted by file, and no other', () => {
  const secrets = ['DATABASE_URL', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'];
  const more = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_ENCRYPTION_KEY', 'MicrosoftAppPassword'];
  const refused = Object.keys(variables).filter((name) =>
    wrong({ [`${name}_FILE`]: join(folder, 'missing') }).some((line) => line.includes('only secrets are read from')),
  );
  const byFile = Object.keys(variables).filter((name) => !refused.includes(name));
  expect(byFile).toEqual(expect.arrayContaining([...secrets, ...more]));
  expect(refused).toEqual(expect.arrayContaining(['SLACK_TEAMS', 'MicrosoftAppId', 'PORT', 'CONTACTS_FILE']));
});

test.each([
  ['that is missing', () => join(folder, 'xoxb-missing'), 'cannot be read (ENOENT)'],
  ['that is a folder', () => folder, 'is no regular file'],
  ['that is empty', () => holding(' \n'), 'is empty'],
  ['that is larger than 8 kB', () => holding(`xoxb-${'a'.repeat(8 * 1024)}`), 'is larger than 8 kB'],
  ['that is no text', () => holding(Uint8Array.of(0x78, 0xff, 0xfe)), 'is no text in UTF-8'],
])('a secret by a file %s is refused in one line that names the variable alone', (_title, file, why) => {
  const named = file();
  const said = wrong({ SLACK_BOT_TOKEN_FILE: named, SLACK_SIGNING_SECRET: 'abc' });
  expect(said.filter((line) => line.startsWith('SLACK_BOT_TOKEN_FILE: '))).toEqual([
    `SLACK_BOT_TOKEN_FILE: its file ${why}`,
  ]);
  expect(said.join()).not.toContain(named);
});

test('a file that waits for a writer does not hold the start up', () => {
  const pipe = join(folder, 'pipe');

  execFileSync('sh', ['-c', `mkfifo "$0"`, pipe]);
  expect(wrong({ SLACK_BOT_TOKEN_FILE: pipe })).toContain('SLACK_BOT_TOKEN_FILE: its file is no regular file');
});

test('a secret that is given both by itself and by a file is refused, without the content of either', () => {
  const said = wrong({ SLACK_BOT_TOKEN: 'xoxb-one', SLACK_BOT_TOKEN_FILE: holding('xoxb-two') });
  expect(said).toContain('SLACK_BOT_TOKEN_FILE: not together with SLACK_BOT_TOKEN; set one of them');
  expect(said.join()).not.toContain('xoxb');
});

test('a secret of a file that is not as expected is refused without its content', () => {
  const said = wrong({ SLACK_BOT_TOKEN_FILE: holding('hunter2') });
  expect(said).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN: must be a bot token/)]);
});

test('a misspelt variable for the file of a secret stops the start', () => {
  expect(wrong({ SLACK_BOT_TOKN_FILE: '/x' })).toEqual([
    'SLACK_BOT_TOKN_FILE: no such variable; did you mean SLACK_BOT_TOKEN_FILE?',
  ]);
});

test('a variable for a file without a value counts as not set', () => {
  expect(wrong({ SLACK_BOT_TOKEN_FILE: ' ', DATABASE_URL_FILE: '' })).toEqual([]);
});

test('npm run config says which secrets come from files, and shows none', () => {
  const printed = printSettings({ SLACK_BOT_TOKEN_FILE: holding('xoxb-hunter2') });
  expect(printed).toContain('SLACK_BOT_TOKEN=********  # by SLACK_BOT_TOKEN_FILE\n');
  expect(printed).not.toContain('hunter2');
});

test('a secret of the desks file may be in a file, too', () => {
  mkdirSync(join(folder, 'desks'));
  const file = join(folder, 'desks', 'desks.json');
  const via = { kind: 'webhook', url: 'https://desk.example/x', secret: '$DESK_KEY' };
  writeFileSync(file, JSON.stringify({ desks: [{ id: 'it', takes: ['it-admin'], via }] }));
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  expect(wrong({ DESKS_FILE: file, DESK_KEY_FILE: holding(`${secret}\n`) })).toEqual([]);
  const [said] = wrong({ DESKS_FILE: file, DESK_KEY_FILE: join(folder, 'missing') });
  expect(said).toContain('DESK_KEY_FILE: its file cannot be read (ENOENT)');
});
