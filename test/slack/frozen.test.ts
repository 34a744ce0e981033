import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { test as base, describe, expect, vi } from 'vitest';
import type { PersonId } from '../../src/bot/ports.ts';
import { policy } from '../../src/bot/runtime/policy.ts';
import { askIn } from './asked.ts';
import { nextTs } from './deliver.ts';
import { installed, installIn } from './install.ts';
import { clickOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { waiting } from './waiting.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const user = 'U000000001';
/** Each has a bot of its own, so that they can wait at once. */
const test = base.extend<{ readonly bot: Rig }>({
  bot: async ({ task: _ }, use) => {
    const bot = await rig();
    await use(bot);
    await bot.stop();
  },
});

const calls = ({ slack }: Rig, method: string) => slack.calls.filter((call) => call.method === method);

describe.concurrent('a database that hangs', () => {
  /** A question with buttons in the support channel, and what presses one of them. */
  async function asked(bot: Rig) {
    const { button, ...place } = await askIn(bot, team, user);
    const press = (choice: string) => bot.interact(clickOf({ team, user, ...place }, button(choice)));
    return { thread: place.thread, press };
  }

  test('a press during a hang is not acknowledged, and the person is asked to press again', async ({ bot }) => {
    const { thread, press } = await asked(bot);
    bot.freeze(true);
    expect((await press('organization')).status).toBe(500);
    await vi.waitFor(() => expect(calls(bot, 'chat.postEphemeral')).toHaveLength(1), 5_000);
    expect(calls(bot, 'chat.postEphemeral')[0]?.body).toMatchObject({
      channel: channels.support,
      user,
      thread_ts: thread,
      text: expect.stringContaining('もう一度押して'),
    });
    expect(bot.logged.join('\n')).toContain('Slack shows the person an error and does not repeat it');
  });

  test('a press repeated after a hang moves the conversation once, even if the first press is stored', async ({
    bot,
  }) => {
    const { thread, press } = await asked(bot);
    bot.freeze(true);
    expect((await press('organization')).status).toBe(500);
    const again = press('organization');
    bot.freeze(false);
    expect((await again).status).toBe(200);
    await bot.idle(`slack:${team}:${channels.support}:${thread}`);
    const [first, answer, ...more] = await bot.slack.held(team, channels.support, thread);
    expect(shownIn(first?.blocks ?? []).buttons).toEqual([]);
    expect(linesOf(answer)).toContain('画面には何と出ていますか');
    expect(more).toEqual([]);
  });

  test('a press repeated after its reply has come changes nothing and gets the same question again', async ({
    bot,
  }) => {
    const { thread, press } = await asked(bot);
    bot.freeze(true);
    expect((await press('organization')).status).toBe(500);
    bot.freeze(false);
    await expect.poll(async () => (await bot.slack.held(team, channels.support, thread)).length).toBe(2);
    // Sooner it would be the second half of a double click.
    await sleep(policy.doubleClickWindow);
    await bot.idle(`slack:${team}:${channels.support}:${thread}`);
    expect((await press('organization')).status).toBe(200);
    await bot.idle(`slack:${team}:${channels.support}:${thread}`);
    const [, answer, again] = await bot.slack.held(team, channels.support, thread);
    expect(linesOf(again).split('\n').at(-1)).toBe(linesOf(answer).split('\n').at(-1));
  });

  /** Nothing waits, and nobody is written to, some time after the database answers again. */
  async function nothingBegins(bot: Rig): Promise<void> {
    bot.freeze(false);
    // Each comes after what was to be written before it.
    for (const marker of ['a', 'b', 'c']) await bot.vault.set(marker, '', null);
    expect(await waiting(bot.vault)).toEqual([]);
    expect(calls(bot, 'chat.postMessage')).toEqual([]);
    expect(await bot.store.of(`slack:${team}:${user}` as PersonId)).toEqual([]);
  }

  test('a slash command during a hang gets an apology and begins no conversation later', async ({ bot }) => {
    bot.freeze(true);
    const answer = await bot.command({
      team_id: team,
      user_id: user,
      channel_id: channels.general,
      trigger_id: nextTs(),
    });
    expect(await answer.text()).toContain('今は始められませんでした');
    await nothingBegins(bot);
  });

  const shortcut = { team: { id: team }, user: { id: user } };
  const home = { type: 'view', view_id: 'V1' };
  test.for([
    ['a shortcut', { ...shortcut, type: 'shortcut', callback_id: 'begin' }],
    [
      'the start on the home tab',
      {
        ...shortcut,
        type: 'block_actions',
        container: home,
        actions: [
          { type: 'button', action_id: 'home:start', block_id: 'home:start', value: 'start', action_ts: '1.1' },
        ],
      },
    ],
  ] as const)('%s during a hang is not acknowledged and begins no conversation later', async ([, payload], { bot }) => {
    bot.freeze(true);
    expect((await bot.interact({ ...payload, trigger_id: nextTs() })).status).toBe(500);
    await nothingBegins(bot);
  });

  test('a message shortcut during a hang is not acknowledged, and the person is asked to try again', async ({
    bot,
  }) => {
    const said: string[] = [];
    const answers = createServer(async (request, response) => {
      for await (const chunk of request) said.push(String(chunk));
      response.end('ok');
    });
    await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve));
    const response_url = `http://127.0.0.1:${(answers.address() as AddressInfo).port}/`;
    const message = { ts: nextTs(), text: '認証できません', user };
    const consult = { ...shortcut, type: 'message_action', callback_id: 'consult', channel: { id: channels.general } };
    bot.freeze(true);
    expect((await bot.interact({ ...consult, message, response_url, trigger_id: nextTs() })).status).toBe(500);
    await vi.waitFor(() => expect(said.join('')).toContain('もう一度'), 5_000);
    expect(JSON.parse(said.join(''))).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    await nothingBegins(bot);
    answers.close();
  });

  test('a slash command is refused and begins nothing later if its installation cannot be read during a hang', async () => {
    const bot = await rig({ installed });
    await installIn(bot.vault);
    bot.freeze(true);
    const command = { team_id: team, user_id: user, channel_id: channels.general, trigger_id: nextTs() };
    expect((await bot.command(command)).status).toBe(500);
    await nothingBegins(bot);
    await bot.stop();
  });
});
