import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { oneWorkspace } from '../../src/adapters/slack/install/one-workspace.ts';
import { type Token, watchToken } from '../../src/adapters/slack/install/token.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

const patience = { first: 10, longest: 40, again: 20, start: 200 };
let fake: FakeSlack;
let logged: string[];
let token: Token;
/** Returns a log of its own for each token: a check that is under way when one is stopped still writes to its own. */
const logTo = (lines: string[]) => ({
  info: (_: object, what: string) => void lines.push(`info ${what}`),
  warn: (about: object, what: string) => void lines.push(`warn ${what} ${JSON.stringify(about)}`),
  error: (_: object, what: string) => void lines.push(`error ${what}`),
});
const asked = () => fake.calls.filter(({ method }) => method === 'auth.test').length;

beforeAll(async () => {
  fake = await fakeSlack();
});
afterAll(() => fake.close());
beforeEach(() => {
  logged = [];
  token = watchToken(oneWorkspace('xoxb-one', fake.url).ask, logTo(logged), patience);
});
afterEach(() => {
  token.stop();
  fake.down(false);
  fake.says('auth.test', undefined);
});

test('a token that Slack accepts is ready, and that is logged once for many checks', async () => {
  expect(token.trouble()).toContain('has not yet said');
  await token.start();
  expect(token.trouble()).toBeUndefined();
  const before = asked();
  await expect.poll(asked).toBeGreaterThan(before + 2);
  expect(logged).toEqual(['info Slack knows the bot token']);
});

test('a token that Slack refuses is logged once, with what to do', async () => {
  fake.says('auth.test', { ok: false, error: 'invalid_auth' });
  await token.start();
  expect(token.trouble()).toMatch(/^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): install the app/);
  const before = asked();
  await expect.poll(asked).toBeGreaterThan(before + 2);
  expect(logged).toEqual([`error ${token.trouble()}`]);
});

test.each(['token_revoked', 'account_inactive', 'token_expired'])(
  'a token that Slack begins to refuse with %s is noticed, and so is its return',
  async (error) => {
    await token.start();
    fake.says('auth.test', { ok: false, error });
    await expect.poll(token.trouble).toContain(error);
    fake.says('auth.test', undefined);
    await expect.poll(token.trouble).toBeUndefined();
  },
);

test('an outage of Slack does not stop the start, and the token is checked until Slack answers', async () => {
  fake.down(true);
  await token.start();
  expect(token.trouble()).toContain('has not yet said');
  expect(logged[0]).toContain('HTTP 503');
  await expect.poll(() => logged.length).toBeGreaterThan(2);
  fake.down(false);
  await expect.poll(token.trouble).toBeUndefined();
});

test('a rate limit or an outage of Slack does not make an accepted token count as refused', async () => {
  await token.start();
  for (const error of ['ratelimited', 'internal_error', 'service_unavailable']) {
    const before = logged.length;
    fake.says('auth.test', { ok: false, error });
    await expect.poll(() => logged.length).toBeGreaterThan(before + 1);
    expect(token.trouble()).toBeUndefined();
  }
});

test('a Slack that never answers does not block the start', async () => {
  const never = watchToken(() => new Promise(() => {}), logTo(logged), patience);
  await never.start();
  expect(never.trouble()).toContain('has not yet said');
  never.stop();
});
