import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { nextTs } from './deliver.ts';
import { clickOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels, workspaces } from './workspace.ts';

const team = 'T0ONE00001';
const [ann, bob] = ['U000000001', 'U0OTHER001'];
const navi = `<@${workspaces[team].bot}>`;
const words = wordsIn('ja');
let bot: Rig;
beforeEach(async () => {
  bot = await rig();
});
afterEach(() => bot.stop());

const idOf = (channel: string, thread: string, person?: string) =>
  `slack:${team}:${channel}:${thread}${person === undefined ? '' : `#slack:${team}:${person}`}` as ConversationId;
/** Writes as somebody, in a thread or at the top of a channel, as Slack tells it: a mention comes as two events. */
async function say(user: string, text: string, thread?: string, channel: string = channels.general): Promise<string> {
  const ts = nextTs();
  const event = { type: 'message', channel, user, text, ts, ...(thread !== undefined && { thread_ts: thread }) };
  await bot.event(team, { ...event, channel_type: 'channel' });
  if (text.includes(navi)) await bot.event(team, { ...event, type: 'app_mention' });
  for (const person of [undefined, ann, bob]) await bot.idle(idOf(channel, thread ?? ts, person));
  return ts;
}
const held = (thread: string, channel: string = channels.general) => bot.slack.held(team, channel, thread);
const last = async (thread: string, channel: string = channels.general) => (await held(thread, channel)).at(-1);
async function press(user: string, thread: string, choice: string, on = -1) {
  const message = (await held(thread)).at(on);
  const found = shownIn(message?.blocks ?? []).buttons.find((one) => one.choice === choice);
  if (found === undefined) throw new Error(`No button ${choice}`);
  await bot.interact(clickOf({ team, user, channel: channels.general, thread, on: message?.ts }, found));
  for (const person of [undefined, ann, bob]) await bot.idle(idOf(channels.general, thread, person));
}
const person = (user: string) => `slack:${team}:${user}` as PersonId;
const factsOf = async (id: ConversationId) =>
  JSON.parse((await bot.store.load(id))?.body ?? '{}').talk?.flow.keep.facts;
const ephemeral = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral');

describe('two people in one thread', () => {
  test('have a case each, whose buttons go on with it, whoever pressed first', async () => {
    const thread = await say(ann, `${navi} 認証できません`);
    await say(bob, `${navi} 認証できません`, thread);
    expect(await held(thread)).toHaveLength(2);
    expect(linesOf(await last(thread))).toContain(words.text('says:own-case'));
    await press(bob, thread, 'personal', 1);
    await press(ann, thread, 'organization', 0);
    expect(await factsOf(idOf(channels.general, thread))).toEqual({ origin: 'organization' });
    expect(await factsOf(idOf(channels.general, thread, bob))).toEqual({ origin: 'personal' });
    expect(await bot.store.of(person(bob))).toHaveLength(1);
  });

  test('are told apart: what is said to the second begins with a mention of them, also once it is answered', async () => {
    const thread = await say(ann, `${navi} 認証できません`);
    await say(bob, `${navi} 認証できません`, thread);
    const first = (n: number) => held(thread).then((all) => JSON.stringify(all[n]?.blocks?.[0]));
    expect(await first(1)).toContain(`{"type":"user","user_id":"${bob}"}`);
    expect((await held(thread))[1]?.text).toMatch(new RegExp(`^<@${bob}> `));
    await press(bob, thread, 'personal', 1);
    expect(await first(1)).toContain(`{"type":"user","user_id":"${bob}"}`);
    expect(await first(0)).not.toContain('"type":"user"');
  });

  test('who write in a support channel need no mention once they have a case', async () => {
    const thread = await say(ann, '認証できません', undefined, channels.support);
    await say(bob, 'こちらもです', thread, channels.support);
    expect(await held(thread, channels.support)).toHaveLength(1);
    await say(bob, `${navi} 認証できません`, thread, channels.support);
    await say(bob, '自分のPCです', thread, channels.support);
    expect(await factsOf(idOf(channels.support, thread, bob))).toMatchObject({ origin: 'personal' });
    expect(await factsOf(idOf(channels.support, thread))).toEqual({});
  });

  test('have forms of their own: what the second fills in goes into their letter', async () => {
    const thread = await say(ann, `${navi} 認証できません`);
    await say(bob, `${navi} 会社のPCで0xC004F074が出ます`, thread);
    await press(bob, thread, 'human');
    const message = await last(thread);
    const { form } = shownIn(message?.blocks ?? []);
    if (form === undefined) throw new Error('No form');
    const trigger = await bot.slack.trigger(team, bob);
    const on = { team, user: bob, channel: channels.general, thread, on: message?.ts, trigger };
    await bot.interact(clickOf(on, form));
    const opened = bot.slack.calls.findLast(({ method }) => method === 'views.open');
    expect(opened?.body['view']).toContain(`#slack:${team}:${bob}`);
  });
});

describe('a press by somebody whose case it is not', () => {
  test('counts where it only answers, and the message mentions who pressed', async () => {
    const thread = await say(ann, `${navi} 認証できません`);
    await press(bob, thread, 'organization');
    const [first] = await held(thread);
    expect(JSON.stringify(first?.blocks)).toContain(`{"type":"user","user_id":"${bob}"}`);
    expect(linesOf(first)).toContain(`（@${bob}さん）`);
    expect(await factsOf(idOf(channels.general, thread))).toEqual({ origin: 'organization' });
  });

  test.each(['human', 'restart', 'cancel', 'english'])(
    'that would decide is answered to them alone: %s',
    async (choice) => {
      const thread = await say(ann, `${navi} 認証できません`);
      await press(bob, thread, choice);
      expect(await held(thread)).toHaveLength(1);
      await expect.poll(ephemeral).toHaveLength(1);
      expect(ephemeral()[0]?.body).toMatchObject({
        user: bob,
        thread_ts: thread,
        text: words.text('turns:not-allowed'),
      });
      expect(await bot.vault.get(`slack-language:${team}:${bob}`)).toBeUndefined();
    },
  );

  test('opens no form', async () => {
    const thread = await say(ann, `${navi} 会社のPCで0xC004F074が出ます`);
    await press(ann, thread, 'human');
    const message = await last(thread);
    const { form } = shownIn(message?.blocks ?? []);
    if (form === undefined) throw new Error('No form');
    await bot.interact(clickOf({ team, user: bob, channel: channels.general, thread, on: message?.ts }, form));
    await expect.poll(ephemeral).toHaveLength(1);
    expect(bot.slack.calls.map(({ method }) => method)).not.toContain('views.open');
  });

  test('counts like the person’s own after they named that helper in a message', async () => {
    const thread = await say(ann, `${navi} 認証できません`);
    await say(ann, `${navi} <@${bob}> さんが手伝ってくれます`, thread);
    expect(linesOf(await last(thread))).toContain(words.text('says:helper-named'));
    await press(bob, thread, 'human');
    expect(ephemeral()).toEqual([]);
    await say(bob, `${navi} 会社のPCです`, thread);
    expect(await factsOf(idOf(channels.general, thread))).toMatchObject({ origin: 'organization' });
    expect(await bot.store.of(person(bob))).toEqual([]);
  });
});

describe('a colleague’s mention under somebody’s message', () => {
  /** Writes at the top of a channel where the bot answers only mentions, with Slack holding the message. */
  async function wrote(text: string, more: object = {}): Promise<string> {
    const ts = nextTs();
    bot.slack.says('conversations.replies', {
      ok: true,
      messages: [{ type: 'message', user: ann, text, ts, thread_ts: ts, ...more }],
    });
    return ts;
  }
  const unheld = () => bot.slack.says('conversations.replies', undefined);

  test('opens the case of the person who wrote that message, with its text, once', async () => {
    const thread = await wrote('0xC004F074 と出て、仕事のPCが使えません');
    await say(bob, `${navi} 見てあげて`, thread);
    await expect.poll(() => bot.store.of(person(ann))).toHaveLength(1);
    await bot.idle(idOf(channels.general, thread));
    unheld();
    expect(await factsOf(idOf(channels.general, thread))).toMatchObject({ errorCodes: ['0xC004F074'] });
    expect((await bot.again()).status).toBe(200);
    expect(await held(thread)).toHaveLength(1);
    expect(await bot.store.of(person(bob))).toEqual([]);
    await say(ann, '会社のPCです', thread);
    expect(await held(thread)).toHaveLength(2);
  });

  test.each([
    ['tells a problem of their own', `${navi} 自分のPCも0x803F7001です`, {}],
    ['stands under a message of a bot', `${navi} 見てあげて`, { bot_id: 'B1' }],
    ['stands under their own message', `${navi} お願いします`, { user: bob }],
  ])('that %s opens their own case', async (_what, text, more) => {
    const thread = await wrote('0xC004F074 と出ます', more);
    await say(bob, text, thread);
    unheld();
    expect(await bot.store.of(person(ann))).toEqual([]);
    expect(await bot.store.of(person(bob))).toHaveLength(1);
    expect(linesOf(await last(thread))).not.toContain(words.text('says:own-case'));
  });

  test('shows how the case of the person who opened the thread stands, where they have one, and opens none', async () => {
    const thread = await wrote('0xC004F074 と出て、仕事のPCが使えません');
    await say(ann, `${navi} 0xC004F074 と出て、仕事のPCが使えません`, thread);
    const shown = await held(thread);
    await say(bob, `${navi} 見てあげて`, thread);
    unheld();
    expect((await held(thread)).length).toBe(shown.length + 1);
    expect(linesOf(await last(thread))).toContain(words.text('says:welcome-back'));
    expect(await bot.store.of(person(bob))).toEqual([]);
  });

  test('waits in a support channel for that message itself, which opens its case there', async () => {
    const thread = (Date.now() / 1_000 - 5).toFixed(6);
    const event = {
      type: 'app_mention',
      channel: channels.support,
      user: bob,
      text: `${navi} 見てあげて`,
      ts: nextTs(),
    };
    expect((await bot.event(team, { ...event, ts: (Date.now() / 1_000).toFixed(6), thread_ts: thread })).status).toBe(
      500,
    );
    expect(bot.slack.calls.map(({ method }) => method)).not.toContain('conversations.replies');
    expect(await bot.store.of(person(bob))).toEqual([]);
  });

  test('is answered as their own where Slack does not show that message', async () => {
    const thread = nextTs();
    bot.slack.says('conversations.replies', { ok: false, error: 'thread_not_found' });
    await say(bob, `${navi} 見てあげて`, thread);
    unheld();
    expect(await bot.store.of(person(bob))).toHaveLength(1);
  });

  test('is delivered again by Slack where that message cannot be read now', async () => {
    const thread = nextTs();
    bot.slack.fault('broken', 1, 'conversations.replies');
    const ts = nextTs();
    const event = { type: 'app_mention', channel: channels.general, user: bob, text: `${navi} 見てあげて`, ts };
    expect((await bot.event(team, { ...event, thread_ts: thread })).status).toBe(500);
    expect(await bot.store.of(person(bob))).toEqual([]);
  });
});
