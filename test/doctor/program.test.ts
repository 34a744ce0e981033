import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp } from '../../src/adapters/app.ts';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { exampleContacts } from '../../src/adapters/contacts.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { vaultOf } from '../../src/adapters/store/vault.ts';
import { signingSecret } from '../slack/deliver.ts';
import { type FakeSlack, fakeSlack } from '../slack/fake-slack.ts';
import { installIn } from '../slack/install.ts';
import { channels } from '../slack/workspace.ts';
import { ownContacts } from './own-contacts.ts';

const program = fileURLToPath(new URL('../../src/adapters/cli/doctor.ts', import.meta.url));
let fake: FakeSlack;
let folder: string;
beforeAll(async () => {
  fake = await fakeSlack();
});
afterAll(() => fake.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the doctor in a folder of its own. */
async function doctor(environment: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', SLACK_API_URL: fake.url, ...environment },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { lines: out.trim().split('\n'), err, code };
}
const slack = { SLACK_BOT_TOKEN: 'xoxb-one', SLACK_SIGNING_SECRET: signingSecret };
test('the doctor ends with 0 where nothing has to be mended, says what it looked at, and leaves nothing behind', async () => {
  const { lines, err, code } = await doctor({
    ...slack,
    CONTACTS_FILE: ownContacts(folder),
    SLACK_DESK_CHANNEL: channels.general,
  });
  expect([code, err]).toEqual([0, '']);
  expect(lines).toEqual([
    'ok       settings',
    'ok       contacts',
    'ok       database',
    'ok       Slack',
    'Nothing has to be mended.',
  ]);
  expect(readdirSync(folder)).toEqual(['own-contacts.json']);
});

test('example contacts in force are a warning, by themselves or as an unchanged copy', async () => {
  const none = await doctor(slack);
  expect(none.lines[1]).toMatch(
    /^warning {2}contacts: CONTACTS_FILE is not set, so people are sent to the example contacts; copy/,
  );
  const file = join(folder, 'copy.json');
  copyFileSync(exampleContacts, file);
  const copied = await doctor({ ...slack, CONTACTS_FILE: file });
  expect(copied.lines[1]).toMatch(/^warning {2}contacts: CONTACTS_FILE holds the example contacts unchanged; copy/);
  expect([none.code, copied.code]).toEqual([0, 0]);
});

test('the doctor ends with 1 and one line with its remedy for each problem, and shows no secret', async () => {
  writeFileSync(join(folder, 'bad.json'), '{\n"ja": {}\n}');
  const via = { kind: 'mail', smtp: '$SMTP_URL', from: 'a@example.jp', to: 'b@example.jp' };
  writeFileSync(join(folder, 'desks.json'), JSON.stringify({ desks: [{ id: 'helpdesk', takes: ['it-admin'], via }] }));
  const { lines, code } = await doctor({
    ...slack,
    SLACK_DESK_CHANNEL: 'C0NOWHERE1',
    CONTACTS_FILE: join(folder, 'bad.json'),
    DESKS_FILE: join(folder, 'desks.json'),
    SMTP_URL: 'smtp://me:hunter2@127.0.0.1:1',
    DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/x',
  });
  expect(code).toBe(1);
  expect(lines).toEqual([
    'ok       settings',
    expect.stringMatching(/^wrong {4}contacts: The contacts file .+ cannot be used: /),
    'away     database: the database at DATABASE_URL could not be asked (Error ECONNREFUSED)',
    expect.stringMatching(
      /^wrong {4}Slack: SLACK_DESK_CHANNEL C0NOWHERE1: there is no such channel, .+ invite the app to it/,
    ),
    'away     helpdesk: The mail server cannot be reached (ECONNREFUSED)',
    'To be mended or asked again: 4',
  ]);
  expect(lines.join()).not.toMatch(/hunter2|xoxb/);
});

test('the doctor names wrong settings and ends with 1', async () => {
  const { lines, code } = await doctor({ ...slack, PORT: 'eighty', SLACK_TEAM: 'T1' });
  expect(code).toBe(1);
  expect(lines).toEqual([
    'wrong    settings: SLACK_TEAM: no such variable; did you mean SLACK_TEAMS?',
    'wrong    settings: PORT: must be a number',
    'To be mended or asked again: 2',
  ]);
});

test('the doctor finds an encryption key that decrypts nothing, and encrypts nothing with a new one', async () => {
  const key = (n: number) => Buffer.alloc(32, n).toString('base64');
  const database = await sqlite(join(folder, 'ninsho-navi.sqlite'));
  await installIn(vaultOf(database), { keys: [key(7)], teams: [] });
  const kept = () => database.rows('SELECT * FROM vault ORDER BY 1', []);
  const before = await kept();
  const { SLACK_BOT_TOKEN: _, ...http } = slack;
  const oauth = { ...http, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c', SLACK_STATE_SECRET: 'x'.repeat(16) };
  const both = await doctor({ ...oauth, DATA_DIR: folder, SLACK_ENCRYPTION_KEY: `${key(8)},${key(7)}` });
  expect(both.lines).toContain('ok       Slack');
  const other = await doctor({ ...oauth, DATA_DIR: folder, SLACK_ENCRYPTION_KEY: key(8) });
  expect(other.lines.join('\n')).toContain('SLACK_ENCRYPTION_KEY does not decrypt what these installed: T0ONE00001');
  expect(other.code).toBe(1);
  expect(await kept()).toEqual(before);
  await database.close();
});

test('the program says at its start what the doctor would, once it serves', async () => {
  const logged: string[] = [];
  const line = (level: string) => (_: object, what: string) => void logged.push(`${level} ${what}`);
  const settings = readSettings({
    ...slack,
    SLACK_API_URL: fake.url,
    SLACK_DESK_CHANNEL: 'C0NOWHERE1',
    DATA_DIR: folder,
    PORT: '0',
    DRAIN_SECONDS: '0',
  });
  const app = await startApp(settings, { info: line('info'), warn: line('warn'), error: line('error') });
  await expect
    .poll(() => logged.join('\n'))
    .toContain('error Slack: SLACK_DESK_CHANNEL C0NOWHERE1: there is no such channel');
  await expect.poll(() => logged.join('\n')).toContain('warn contacts: CONTACTS_FILE is not set');
  await app.stop();
});
