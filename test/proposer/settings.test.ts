import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/adapters/config/settings.ts';
import { proposedIn } from '../../src/adapters/proposer/call.ts';
import { homeOf } from '../../src/adapters/slack/render/home.ts';

const set = { MODEL_URL: 'https://models.example.com/v1', MODEL_NAME: 'reader', MODEL_PLACE: 'our own server' };

test('without MODEL_URL no model is set up, and nothing of it is loaded', () => {
  expect(readSettings({}).model).toBeUndefined();
  const app = readFileSync(new URL('../../src/adapters/app.ts', import.meta.url), 'utf8');
  expect(app).not.toMatch(/^import .*proposer/m);
});

test('a model is set up by its address, its name and where it runs', () => {
  expect(readSettings(set).model).toMatchObject({ name: 'reader', place: 'our own server', timeout: 4_000 });
  expect(readSettings(set).model?.url.href).toBe('https://models.example.com/v1/');
});

test.each([
  ['MODEL_NAME', { ...set, MODEL_NAME: '' }],
  ['MODEL_PLACE', { ...set, MODEL_PLACE: '' }],
  ['MODEL_URL', { ...set, MODEL_URL: '' }],
  ['MODEL_URL', { ...set, MODEL_URL: 'http://models.example.com/v1' }],
  ['MODEL_TIMEOUT_SECONDS', { ...set, MODEL_TIMEOUT_SECONDS: '60' }],
  ['MODEL_CALLS_PER_DAY', { ...set, MODEL_CALLS_PER_DAY: '0' }],
])('what is missing, not safe or cannot work is refused by its name: %s', (name, environment) => {
  expect(() => readSettings(environment)).toThrow(name);
});

test.each(['http://localhost:8000/v1', 'http://127.0.0.1:8000/v1', 'http://10.1.2.3/v1', 'http://model/v1'])(
  'a server in one’s own network may go without HTTPS: %s',
  (url) => {
    expect(readSettings({ ...set, MODEL_URL: url }).model?.url.protocol).toBe('http:');
  },
);

test('an answer in a fence of Markdown is read, and one with anything else beside it is not', () => {
  const answer = (content: string) => proposedIn(JSON.stringify({ choices: [{ message: { content } }] })).outcome;
  expect(answer('```json\n{"labels":[]}\n```')).toBe('answered');
  expect(answer('Here it is: {"labels":[]}')).toBe('broken');
  expect(proposedIn('[]').outcome).toBe('broken');
});

test('the home tab of Slack says that a model reads along and where, and only where one does', () => {
  expect(JSON.stringify(homeOf([], 'ja', '自社の<サーバー>'))).toContain('自社の&lt;サーバー&gt;のAI');
  expect(JSON.stringify(homeOf([], 'ja', ''))).not.toContain('AI');
});
