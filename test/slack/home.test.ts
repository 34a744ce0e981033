import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
const folder = mkdtempSync(join(tmpdir(), 'ninsho-home-'));
const file = join(folder, 'bot.sqlite');
let bot: Rig;
beforeEach(async () => {
  bot = await rig({}, undefined, 0, file);
});
afterEach(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true });
});

const calls = (method: string) => bot.slack.calls.filter((call) => call.method === method);
const published = () => JSON.stringify(calls('views.publish').at(-1)?.body);
const opened = (tab: 'home' | 'messages') =>
  bot.event(team, { type: 'app_home_opened', user, channel: 'D0HOME0001', tab });
const press = (action: string) =>
  bot.interact({
    type: 'block_actions',
    team: { id: team },
    user: { id: user },
    trigger_id: nextTs(),
    container: { type: 'view', view_id: 'V1' },
    actions: [
      { type: 'button', action_id: `home:${action}`, block_id: 'home:start', value: action, action_ts: nextTs() },
    ],
  });
/** What the bot answers to something that a person writes at the top of the support channel. */
async function answerTo(text: string): Promise<string> {
  const ts = nextTs();
  await bot.event(team, { type: 'message', channel: channels.support, channel_type: 'channel', user, text, ts });
  await bot.idle(`slack:${team}:${channels.support}:${ts}`);
  const [first] = await bot.slack.held(team, channels.support, ts);
  return shownIn(first?.blocks ?? []).lines.join('\n');
}
const english = 'How did you get this PC?';
const japanese = 'このPC';

test('the home tab lists the open conversations of the person with links', async () => {
  await opened('home');
  await expect.poll(published).toContain('続いている相談はありません');
  await press('start');
  await expect.poll(published).toContain('archives');
  const direct = await bot.slack.direct(team, user);
  const root = (await bot.slack.held(team, direct)).at(-1);
  await bot.idle(`slack:${team}:${direct}:${root?.ts}`);
  expect(await bot.slack.held(team, direct, root?.ts)).toHaveLength(1);
});

test('the home tab lists a conversation without a link if Slack gives none', async () => {
  await press('start');
  bot.slack.fault('refused', 2, 'chat.getPermalink');
  await opened('home');
  await expect.poll(published).toContain('どうやって手に入れた');
  expect(published()).not.toContain('archives');
});

test('a double click on the start button of the home tab begins one conversation', async () => {
  await Promise.all([press('start'), press('start')]);
  expect(await bot.slack.held(team, await bot.slack.direct(team, user))).toHaveLength(1);
});

test('a person who opens the direct messages gets suggested prompts', async () => {
  await opened('messages');
  await expect.poll(() => calls('assistant.threads.setSuggestedPrompts').length).toBe(1);
});

test('a language chosen on the home tab applies at once, after a restart, and until another is chosen', async () => {
  await press('english');
  await expect.poll(published).toContain('Conversations still open');
  expect(await answerTo('hello')).toContain(english);
  await bot.stop();
  bot = await rig({}, undefined, 0, file);
  expect(await answerTo('hello')).toContain(english);
  await press('japanese');
  expect(await answerTo('こんにちは')).toContain(japanese);
});

test('a language chosen in a conversation applies to the next conversation', async () => {
  await answerTo('こんにちは');
  const conversation = (await bot.store.of(`slack:${team}:${user}` as Parameters<Rig['store']['of']>[0]))[0]
    ?.conversation;
  const thread = conversation?.split(':').at(-1) ?? '';
  const [message] = await bot.slack.held(team, channels.support, thread);
  const button = shownIn(message?.blocks ?? []).buttons.find(({ choice }) => choice === 'english');
  if (button === undefined) throw new Error('No button for English');
  await bot.interact(clickOf({ team, user, channel: channels.support, thread, on: message?.ts }, button));
  expect(await answerTo('hello')).toContain(english);
  const [settled] = await bot.slack.held(team, channels.support, thread);
  expect(shownIn(settled?.blocks ?? []).buttons).toEqual([]);
});

test('a language that nobody chose is that in which the person writes, whatever the locale', async () => {
  expect(await answerTo('hello, I need some help')).toContain(english);
  expect(await answerTo('こんにちは')).toContain(japanese);
});

test('a language chosen on the home tab stands, whatever language the person writes', async () => {
  await press('english');
  expect(await answerTo('こんにちは')).toContain(english);
  await press('japanese');
  expect(await answerTo('hello, I need some help')).toContain(japanese);
});

test('a language button of an answered question does not change the language', async () => {
  await answerTo('こんにちは');
  const [row] = await bot.store.of(`slack:${team}:${user}` as Parameters<Rig['store']['of']>[0]);
  const thread = row?.conversation.split(':').at(-1) ?? '';
  const [message] = await bot.slack.held(team, channels.support, thread);
  const { buttons } = shownIn(message?.blocks ?? []);
  for (const choice of ['personal', 'english']) {
    const button = buttons.find((one) => one.choice === choice);
    if (button === undefined) throw new Error(`No button ${choice}`);
    await bot.interact(clickOf({ team, user, channel: channels.support, thread, on: message?.ts }, button));
    await bot.idle(`slack:${team}:${channels.support}:${thread}`);
  }
  expect(await answerTo('hello')).toContain(japanese);
});

test.each([
  ['English please', english],
  ['日本語でお願いします', japanese],
])('a language asked for in words applies to the next conversation: %s', async (request, question) => {
  await press(request.startsWith('English') ? 'japanese' : 'english');
  await answerTo(request);
  expect(await answerTo('Windows')).toContain(question);
});

test('an erasure request deletes the language that the person chose', async () => {
  await press('english');
  expect(await bot.vault.get(`slack-language:${team}:${user}`)).toBeDefined();
  expect(await answerTo('Delete my data')).toContain('deleted');
  expect(await bot.vault.get(`slack-language:${team}:${user}`)).toBeUndefined();
  expect(await answerTo('こんにちは')).toContain(japanese);
});

test('a choice of language that cannot be stored is not acknowledged', async () => {
  await bot.store.close();
  expect((await press('english')).status).toBe(500);
  expect(bot.logged.join('\n')).toContain('could not be kept; Slack shows the person an error and does not repeat it');
});

test('the about tab, which Slack fills itself, causes no call and no log line', async () => {
  const called = () => bot.slack.calls.map(({ method }) => method);
  // At the start the token is looked at.
  await expect.poll(called).toContain('auth.test');
  const before = [called(), [...bot.logged]];
  await bot.event(team, { type: 'app_home_opened', user, channel: 'D0HOME0001', tab: 'about' });
  await bot.stop();
  expect([called(), bot.logged]).toEqual(before);
  bot = await rig({}, undefined, 0, file);
});
