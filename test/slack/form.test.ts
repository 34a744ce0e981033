import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextTs } from './deliver.ts';
import { clickOf, openedIn, submissionOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
let bot: Rig;
let thread: string;
const conversation = () => `slack:${team}:${channels.support}:${thread}`;
const held = () => bot.slack.held(team, channels.support, thread);
beforeEach(async () => {
  bot = await rig();
  thread = nextTs();
  const text = '会社のPCで0xC004F074が出ます。担当者に相談したいです';
  await bot.event(team, {
    type: 'message',
    channel: channels.support,
    channel_type: 'channel',
    user,
    text,
    ts: thread,
  });
  await bot.idle(conversation());
});
afterEach(() => bot.stop());

async function press(choice: string, trigger?: string): Promise<Response> {
  const message = (await held()).at(-1);
  const { buttons, form } = shownIn(message?.blocks ?? []);
  const drawn = choice === 'form' ? form : buttons.find((one) => one.choice === choice);
  if (drawn === undefined) throw new Error(`No button ${choice}`);
  const on = message?.ts;
  const click = {
    team,
    user,
    channel: channels.support,
    thread,
    on,
    trigger: trigger ?? (await bot.slack.trigger(team, user)),
  };
  const answer = await bot.interact(clickOf(click, drawn));
  await bot.idle(conversation());
  return answer;
}

async function send(values: Readonly<Record<string, string>>): Promise<unknown> {
  const answer = await bot.interact(submissionOf(team, user, openedIn(bot.slack), values));
  await bot.idle(conversation());
  const text = await answer.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

test('a product key in a form field gets an error beside the field, and is not stored', async () => {
  await press('form');
  const before = (await held()).length;
  expect(await send({ message: 'VK7JG-NPHTM-C97JM-9MPGT-3V66T', edition: 'Windows 11 Pro' })).toEqual({
    response_action: 'errors',
    errors: { message: expect.stringContaining('番号') },
  });
  expect(await held()).toHaveLength(before);
  expect((await bot.store.load(conversation() as Parameters<Rig['store']['load']>[0]))?.body).not.toContain('VK7JG');
});

test('a form field that is too long gets an error beside it', async () => {
  await press('form');
  expect(await send({ edition: 'あ'.repeat(501) })).toMatchObject({
    errors: { edition: expect.stringContaining('500') },
  });
});

test('a form that is opened again is filled with what the person sent before', async () => {
  await press('form');
  await send({ message: '組織のサーバーに接続できません', edition: 'Windows 11 Pro' });
  await press('other-recipient');
  await press('microsoft');
  await press('form');
  expect(openedIn(bot.slack).known).toMatchObject({
    message: '組織のサーバーに接続できません',
    edition: 'Windows 11 Pro',
  });
});

test('a form sent after the conversation moved on gets an error that says so, and sends nothing', async () => {
  await press('form');
  await press('cancel');
  const before = (await held()).length;
  expect(await send({ edition: 'Windows 11 Pro' })).toMatchObject({
    errors: expect.objectContaining({
      [Object.keys(openedIn(bot.slack).known)[0] ?? '']: expect.stringContaining('次に進んだ'),
    }),
  });
  expect(await held()).toHaveLength(before);
});

test('a form that Slack delivers again is acknowledged and sends nothing more', async () => {
  await press('form');
  expect(await send({ edition: 'Windows 11 Pro' })).toBeUndefined();
  const before = (await held()).length;
  expect(await (await bot.again()).text()).toBe('');
  expect(await held()).toHaveLength(before);
});

test('a form for one recipient is refused after the person has chosen another recipient', async () => {
  await press('form');
  const opened = openedIn(bot.slack);
  await press('other-recipient');
  await press('seller');
  const answer = await bot.interact(submissionOf(team, user, opened, { screenshot: 'あり' }));
  expect(await answer.json()).toMatchObject({ response_action: 'errors' });
});

test('a person whose form cannot be opened is asked to press the button again', async () => {
  expect((await press('form', 'expired')).status).toBe(200);
  await expect.poll(() => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
  expect(bot.logged.join('\n')).toContain('A Slack form could not be opened');
});
