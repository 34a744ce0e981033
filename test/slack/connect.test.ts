import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { desk, handedOver, ticketIn } from './at-desk.ts';
import { envelopeOf, json, nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { installed, installIn } from './install.ts';
import { clickOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels, workspaces } from './workspace.ts';

/** The workspace that has the bot, and a firm that shares channels with it. */
const [host, firm] = ['T0ONE00001', 'T0GUEST001'] as const;
const [asker, guest] = ['U000000001', 'U0GUEST001'] as const;
const mention = `<@${workspaces[host].bot}>`;
let bot: Rig;
const start = async (more: Parameters<typeof rig>[0] = {}) => {
  bot = await rig({ installed, support: [{ team: host, channel: channels.support }], ...more });
  await installIn(bot.vault);
};
afterEach(() => bot.stop());

/** An event about somebody of the other firm, as Slack tells the installation of the host. */
function tell(event: object) {
  const { authorizations } = envelopeOf(host, event);
  const shared = { team_id: firm, context_team_id: host, context_enterprise_id: null, is_ext_shared_channel: true };
  return bot.post(JSON.stringify({ ...envelopeOf(firm, event), ...shared, authorizations }), json);
}
const message = (channel: string, text: string, ts: string, more: object = {}) => ({
  type: 'message',
  channel,
  channel_type: 'channel',
  user: guest,
  team: firm,
  user_team: firm,
  source_team: firm,
  user_profile: { team: firm, real_name: 'Guest' },
  text,
  ts,
  event_ts: ts,
  ...more,
});
/** The same message as a mention: of the author's firm it names `team` only. */
const mentioned = (channel: string, text: string, ts: string, more: object = {}) => ({
  type: 'app_mention',
  channel,
  user: guest,
  team: firm,
  text,
  ts,
  event_ts: ts,
  ...more,
});
const held = async (channel: string, thread: string) => {
  await bot.idle(`slack:${host}:${channel}:${thread}`);
  return bot.slack.held(host, channel, thread);
};
const cases = (home: string, user: string) => bot.store.of(`slack:${home}:${user}` as PersonId);

describe('a mention by somebody of another firm', () => {
  beforeEach(() => start());

  test.each([
    ['the message', [message, mentioned]],
    ['the mention', [mentioned, message]],
  ])('begins one case of theirs, whichever event comes first: %s', async (_which, events) => {
    const thread = nextTs();
    for (const event of events) await tell(event(channels.general, `${mention} 認証できません`, thread));
    expect(await held(channels.general, thread)).toHaveLength(1);
    await tell(message(channels.general, '会社のPCです', nextTs(), { thread_ts: thread }));
    expect(await held(channels.general, thread)).toHaveLength(2);
    expect(await cases(firm, guest)).toHaveLength(1);
    expect(await cases(host, guest)).toEqual([]);
  });

  test('in the thread of somebody’s case begins a case of their own beside it, once', async () => {
    const thread = nextTs();
    const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: asker };
    await bot.event(host, { ...own, text: '認証できません', ts: thread });
    const ts = nextTs();
    for (const event of [mentioned, message])
      await tell(event(channels.support, `${mention} 私のPCは 0xC004F074 です`, ts, { thread_ts: thread }));
    await bot.idle(`slack:${host}:${channels.support}:${thread}#slack:${firm}:${guest}`);
    const [, second, ...more] = await held(channels.support, thread);
    expect(linesOf(second)).toContain(`@${guest}`);
    expect(more).toEqual([]);
    expect(await cases(firm, guest)).toHaveLength(1);
  });
});

test('the last message of somebody of another firm can be edited, and is understood anew', async () => {
  await start();
  const thread = nextTs();
  await tell(message(channels.support, '0xC004F074 が出ます', thread));
  await held(channels.support, thread);
  const ts = nextTs();
  const before = message(channels.support, '会社のPCです', ts, { thread_ts: thread });
  await tell(before);
  expect(linesOf((await held(channels.support, thread)).at(-1))).not.toContain('個人');
  await tell({
    type: 'message',
    subtype: 'message_changed',
    channel: channels.support,
    channel_type: 'channel',
    ts: nextTs(),
    message: { ...before, text: '自分で買ったPCです', edited: { user: guest, ts: nextTs() } },
    previous_message: before,
  });
  const shown = (await held(channels.support, thread)).map(linesOf);
  expect(shown).toHaveLength(3);
  expect(await cases(firm, guest)).toHaveLength(1);
});

test('a shortcut on a message of somebody of another firm begins their case, not one of the host’s people', async () => {
  await start();
  const ts = nextTs();
  const { text, user, team } = mentioned(channels.general, '0xC004F074 が出ます', ts);
  await bot.interact({
    type: 'message_action',
    callback_id: 'consult',
    team: { id: host },
    user: { id: asker, team_id: host },
    trigger_id: nextTs(),
    channel: { id: channels.general },
    message: { type: 'message', ts, text, user, team },
    message_ts: ts,
  });
  expect(await held(channels.general, ts)).toHaveLength(1);
  expect(await cases(firm, guest)).toHaveLength(1);
});

describe('people of another firm, in the channel where a case was handed over', () => {
  let asked: Awaited<ReturnType<typeof handedOver>>;
  const thread = () => asked.conversation.split(':')[3] ?? '';
  const stored = () => bot.store.load(asked.conversation as string as ConversationId);
  const atDesk = async () => (await bot.slack.held(host, desk)).map(linesOf).join();
  beforeEach(async () => {
    await start({ desks: [deskOn(desk, { team: host })] });
    bot.slack.members(desk, ['U0STAFF001', workspaces[host].bot]);
    asked = await handedOver(bot, host);
  });

  test('take over nothing by what they write, which reaches no desk', async () => {
    const [before, tickets] = [await stored(), await atDesk()];
    await tell(message(channels.support, '担当の者です。こちらで見ます', nextTs(), { thread_ts: thread() }));
    await bot.idle(asked.conversation);
    expect(await stored()).toEqual(before);
    expect(await atDesk()).toBe(tickets);
  });

  test('hear nothing of the desk’s cases', async () => {
    const ts = nextTs();
    await tell(message(channels.support, `${mention} 状況`, ts));
    expect((await held(channels.support, ts)).map(linesOf).join()).not.toContain('0xC004F074');
    const command = { user_id: guest, channel_id: desk, text: 'status', trigger_id: nextTs(), response_url: '' };
    // Their own workspace has the bot as well, and shares the desk's channel.
    const said = await (await bot.command({ team_id: 'T0TWO00002', ...command })).text();
    expect(said).not.toContain('0xC004F074');
    expect(said).not.toContain('件');
  });

  test('cannot end or restart the case by its buttons, and are told so alone', async () => {
    const [last] = (await asked.held()).slice(-1);
    const drawn = shownIn(last?.blocks ?? []).buttons.find(({ choice }) => choice === 'withdraw');
    if (drawn === undefined) throw new Error('No button to withdraw');
    const on = { team: firm, user: guest, channel: channels.support, thread: thread(), on: last?.ts };
    const before = await stored();
    await bot.interact({ ...clickOf(on, drawn), message: { type: 'message', user: workspaces[host].bot } });
    await bot.idle(asked.conversation);
    expect(await stored()).toEqual(before);
    const alone = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral');
    await expect.poll(() => alone().map(({ team, body }) => [team, body['user']])).toEqual([[host, guest]]);
  });

  test('press no button of a ticket from elsewhere', async () => {
    const ticket = await ticketIn(bot.slack, host);
    const drawn = shownIn(ticket?.blocks ?? []).buttons.find(({ label }) => label === '担当する');
    if (drawn === undefined) throw new Error('No button to take the case');
    const on = { team: firm, user: guest, channel: channels.support, thread: thread(), on: ticket?.ts };
    const before = await stored();
    await bot.interact({ ...clickOf(on, drawn), message: { type: 'message', user: workspaces[host].bot } });
    await bot.idle(asked.conversation);
    expect(await stored()).toEqual(before);
  });
});
