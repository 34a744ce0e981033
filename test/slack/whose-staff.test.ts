import { afterEach, describe, expect, test } from 'vitest';
import type { SlackConfig } from '../../src/adapters/slack/config.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { desk, handedOver, person, staff, team } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { installed, installIn } from './install.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { channels, workspaces } from './workspace.ts';

const colleague = 'U0OTHER001';
const mention = `<@${workspaces[team].bot}>`;
let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
/** Starts the bot, in whose support channel a case was just handed over to the desk. */
async function start(more: Partial<SlackConfig> = { desks: [deskOn(desk)] }, where: string = team) {
  bot = await rig(more);
  if (more.installed !== undefined) await installIn(bot.vault);
  // The emulator does not know what people wrote.
  bot.slack.says('reactions.add', { ok: true });
  bot.slack.members(desk, ['U0LEAD0001', workspaces[team].bot, staff]);
  asked = await handedOver(bot, where);
}
afterEach(() => bot.stop());

/** Writes in the thread of the case as somebody. */
async function say(user: string, text: string, more: object = {}): Promise<number> {
  const [, where = '', , thread] = asked.conversation.split(':');
  const event = { channel: channels.support, user, text, ts: nextTs(), thread_ts: thread, ...more };
  const answer = await bot.event(where, { ...event, type: 'message', channel_type: 'channel' });
  if (text.includes(mention)) await bot.event(where, { ...event, type: 'app_mention' });
  for (const one of [asked.conversation, `${asked.conversation}#slack:${team}:${user}`]) await bot.idle(one);
  return answer.status;
}
const called = (name: string) => bot.slack.calls.filter(({ method }) => method === name);
const looked = () => called('conversations.members').length;
/** Has the person write again, and returns whether the bot acknowledged that by a reaction only. */
async function isSilent(): Promise<boolean> {
  const [before, reactions] = [(await asked.held()).length, called('reactions.add').length];
  await say(person, '電源を入れ直しました');
  const silent = (await asked.held()).length === before;
  if (silent) await expect.poll(() => called('reactions.add')).toHaveLength(reactions + 1);
  return silent;
}
const tickets = async () => (await bot.slack.held(team, desk)).map(linesOf).join();

describe('in the thread of a case that a desk in Slack has', () => {
  test('whoever is in the channel of the desk takes the case over, from the last of its members on', async () => {
    await start();
    await say(staff, '担当の者です。確認します');
    expect(await isSilent()).toBe(true);
    expect(looked()).toBe(2);
  });

  test('a colleague who is not in that channel changes nothing, is passed on to nobody, and the bot goes on answering', async () => {
    await start();
    const stored = () => bot.store.load(asked.conversation as string as ConversationId);
    const [before, at] = [await stored(), await tickets()];
    await say(colleague, '私も昨日なりました');
    expect(await stored()).toEqual(before);
    expect(await tickets()).toBe(at);
    expect(await isSilent()).toBe(false);
  });

  test('staff hand the case back by a mention, and a colleague’s mention with the same words begins a case of their own', async () => {
    await start();
    await say(staff, '担当の者です。確認します');
    await say(colleague, `${mention} ボットに戻します`);
    expect(await isSilent()).toBe(true);
    expect(await bot.store.of(`slack:${team}:${colleague}` as PersonId)).toHaveLength(1);
    await say(staff, `${mention} ボットに戻します`);
    expect(linesOf((await asked.held()).at(-1))).toContain('続きをこのボットで進める');
    expect(await isSilent()).toBe(false);
  });

  test('the members are asked for once in a while, and never for the person’s own messages', async () => {
    await start();
    await say(person, '電源を入れ直しました');
    expect(looked()).toBe(0);
    for (const user of [colleague, staff, colleague]) await say(user, 'こちらでも見ています');
    expect(looked()).toBe(2);
  });

  test('those whom the desk names count, of user groups too, and the others in its channel do not', async () => {
    await start({ desks: [deskOn(desk, { staff: ['U0NAMED001', 'S0GROUP001'] })] });
    bot.slack.says('usergroups.users.list', { ok: true, users: ['U0GROUPED1'] });
    await say(staff, '見てみます');
    expect(await isSilent()).toBe(false);
    await say('U0GROUPED1', '担当の者です');
    expect(await isSilent()).toBe(true);
    expect(looked()).toBe(0);
  });

  test('in another workspace than the desk’s, its people count where that channel is shared with theirs, and nobody with the same id there', async () => {
    await start({ installed, desks: [deskOn(desk, { team })] }, 'T0TWO00002');
    await say(staff, '見てみます');
    expect(await isSilent()).toBe(false);
    expect(looked()).toBe(0);
    await say(staff, '担当の者です', { user_team: team });
    expect(await isSilent()).toBe(true);
  });

  test('the staff of another desk do not count', async () => {
    const other = { id: 'rescue', takes: ['specialist'], staff: ['U0RESCUE01'] } as const;
    await start({ desks: [deskOn(desk), deskOn('C000000003', other)] });
    await say('U0RESCUE01', 'データは大丈夫ですか');
    expect(await isSilent()).toBe(false);
  });
});

describe('where Slack does not tell who is staff', () => {
  test('within a second, the bot goes on speaking; a later message of theirs is known', async () => {
    await start();
    bot.slack.fault('slow', 2, 'conversations.members');
    const since = Date.now();
    expect(await say(staff, '担当の者です')).toBe(200);
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await isSilent()).toBe(false);
    await expect.poll(looked, { timeout: 3_000 }).toBe(2);
    await expect.poll(async () => say(staff, '確認しました').then(isSilent), { timeout: 5_000 }).toBe(true);
    expect(looked()).toBe(2);
  });

  test.each(['broken', 'busy'] as const)('since it fails (%s), the same, and it is asked again', async (fault) => {
    await start();
    bot.slack.fault(fault, 1, 'conversations.members');
    expect(await say(staff, '担当の者です')).toBe(200);
    expect(await isSilent()).toBe(false);
    await say(staff, '確認しました');
    expect(await isSilent()).toBe(true);
  });

  test('for want of a scope, the log names it', async () => {
    await start();
    bot.slack.says('conversations.members', { ok: false, error: 'missing_scope', needed: 'groups:read' });
    await say(staff, '担当の者です');
    expect(await isSilent()).toBe(false);
    const line = bot.logged.find((one) => one.includes('does not say who is staff'));
    expect(line).toContain('groups:read');
    expect(line).not.toContain(staff);
  });
});

describe('nobody is looked up', () => {
  test('where no desk is in Slack: nobody takes the case over, and the bot goes on answering', async () => {
    await start({ desks: [] });
    await say(staff, '見てみます');
    const before = (await asked.held()).length;
    await say(person, '電源を入れ直しました');
    expect(await asked.held()).toHaveLength(before + 1);
    expect(looked()).toBe(0);
  });

  test('at the top of a channel, in the thread of a case that was not handed over or has ended, and in one without a case', async () => {
    await start();
    const thread = nextTs();
    await say(colleague, 'Windowsの認証ができません', { ts: thread, thread_ts: undefined });
    await say(staff, 'こちらでも見ています', { thread_ts: thread });
    await say(staff, 'お昼にしよう', { channel: channels.general, thread_ts: nextTs() });
    await say(person, '直りました');
    await say(staff, 'よかったです');
    expect(looked()).toBe(0);
  });
});
