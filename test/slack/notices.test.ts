import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desk, drawnOn, person, staff, team } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import type { Held } from './fake-slack.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const text = 'VPNの障害です。\n<!channel> *12時* ごろ <https://example.com|直る> & 見込みです。';
/** In two hours, epoch seconds. */
const later = () => Math.ceil(Date.now() / 1_000) + 7_200;
/** A busy machine takes its time. */
const slow = { timeout: 9_000 };
let bot: Rig;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
});
afterEach(() => bot.stop());

/** The slash command with this text, and the modal that it opened, if any. */
async function ask(said = 'notice', channel: string = desk) {
  const trigger_id = await bot.slack.trigger(team, staff);
  const before = views('views.open').length;
  const answer = await bot.command({ team_id: team, user_id: staff, channel_id: channel, text: said, trigger_id });
  return { said: await answer.text(), modal: views('views.open')[before] };
}
interface Modal {
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}
const views = (method: string): readonly Modal[] =>
  bot.slack.calls
    .filter((call) => call.method === method)
    .map(({ body }) => JSON.parse(body['view'] ?? 'null') as Modal);
const field = (modal: Modal | undefined, id: string) =>
  modal?.blocks.find(({ block_id }) => block_id === id)?.['element'] as Readonly<Record<string, unknown>> | undefined;

/** Sends a modal as it was filled in; resolves to the errors beside its fields. */
async function send(modal: Modal | undefined, over: { readonly [field: string]: object } = {}, id = `V${nextTs()}`) {
  const option = { text: { type: 'plain_text', text: '会社', emoji: false }, value: 'organization' };
  const values = {
    text: { value: { type: 'plain_text_input', value: text } },
    origin: { value: { type: 'static_select', selected_option: option } },
    code: { value: { type: 'plain_text_input', value: null } },
    until: { value: { type: 'datetimepicker', selected_date_time: later() } },
    ...Object.fromEntries(Object.entries(over).map(([name, value]) => [name, { value }])),
  };
  const view = { id, type: 'modal', ...modal, state: { values } };
  const answer = await bot.interact({ type: 'view_submission', team: { id: team }, user: { id: staff }, view });
  const said = await answer.text();
  return said === '' ? undefined : (JSON.parse(said) as { errors?: object }).errors;
}
const atDesk = () => bot.slack.held(team, desk);
const newest = async (): Promise<Held | undefined> => (await atDesk()).at(-1);
/** The lines of the messages of the desk's channel. */
const lines = async () => (await atDesk()).map(({ blocks }) => shownIn(blocks ?? []).lines.join('\n'));
async function posted(over = {}) {
  const { modal } = await ask();
  expect(await send(modal, over)).toBeUndefined();
  await expect.poll(lines, slow).toHaveLength(1);
}
/** A press of a button of a message in a channel. */
const pressOn = async (message: Held | undefined, label: string, channel: string = desk) => {
  const on = { team, user: staff, channel, thread: message?.ts ?? '', on: message?.ts };
  return bot.interact(clickOf({ ...on, trigger: await bot.slack.trigger(team, staff) }, drawnOn(message, label)));
};

describe('staff in Slack', () => {
  test('get a form by the slash command in the desk’s channel, with nothing but the end filled in', async () => {
    const { said, modal } = await ask();
    expect(said).toBe('');
    expect(modal?.blocks.map(({ block_id }) => block_id)).toEqual(['text', 'origin', 'code', 'until']);
    expect(field(modal, 'text')).toMatchObject({ max_length: 500 });
    expect(Number(field(modal, 'until')?.['initial_date_time'])).toBeGreaterThan(Date.now() / 1_000);
    expect((await ask('お知らせ')).modal).toBeDefined();
  });

  test('post a notice, which the desk sees with its author, and people hear unchanged', async () => {
    bot.slack.says('users.info', { ok: true, user: { id: staff, tz: 'Europe/Berlin' } });
    await posted();
    const [seen = ''] = await lines();
    expect(seen).toMatch(/お知らせを出しました（.*\d+:\d\dまで）/);
    for (const part of [`<@${staff}>`, '会社・学校のPC', text]) expect(seen).toContain(part);
    expect((await bot.notices.active(Date.now()))[0]).toMatchObject({ text, zone: 'Europe/Berlin', desk: 'slack' });
    const thread = nextTs();
    const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person, ts: thread };
    await bot.event(team, { ...own, text: '会社のPCで0xC004F074が出ます' });
    await bot.idle(`slack:${team}:${channels.support}:${thread}`);
    const heard = (await bot.slack.held(team, channels.support, thread)).at(-1);
    const shown = shownIn(heard?.blocks ?? []);
    expect(shown.lines).toContain(text);
    expect(shown.answers.map(({ label }) => label)).toEqual(['それでも手順を見る', '待ってみる']);
    expect(heard?.text).not.toContain('<!channel>');
  });

  test('end a notice by the button of its message, once, and the desk sees who did it', async () => {
    await posted();
    const message = await newest();
    await pressOn(message, '終える');
    await expect.poll(lines, slow).toHaveLength(2);
    expect((await lines())[1]).toContain('お知らせが終わりました');
    expect((await lines())[1]).toContain(`<@${staff}>`);
    await pressOn(message, '終える');
    const hints = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral');
    await expect.poll(hints, slow).toHaveLength(1);
    expect(hints()[0]?.body['text']).toBe('このお知らせは、もう終わっています。');
    expect(await lines()).toHaveLength(2);
  });

  test('see in the form what is in force, and end it there', async () => {
    await posted();
    const { modal } = await ask();
    const entry = modal?.blocks.find(({ accessory }) => accessory !== undefined);
    expect(JSON.stringify(entry?.['text'])).toContain('&lt;!channel&gt;');
    const action = { ...(entry?.['accessory'] as object), type: 'button', block_id: 'b', action_ts: nextTs() };
    const view = { id: 'V1', type: 'modal', ...modal };
    const container = { type: 'view', view_id: 'V1' };
    const click = { type: 'block_actions', team: { id: team }, user: { id: staff, team_id: team }, trigger_id: 'x' };
    expect((await bot.interact({ ...click, container, view, actions: [action] })).status).toBe(200);
    await expect.poll(() => views('views.update'), slow).toHaveLength(1);
    expect(views('views.update')[0]?.blocks.map(({ block_id }) => block_id)).toEqual([
      'text',
      'origin',
      'code',
      'until',
    ]);
    expect(await bot.notices.active(Date.now())).toEqual([]);
  });

  test('send a form that Slack delivers twice as one notice', async () => {
    const { modal } = await ask();
    await Promise.all([send(modal, {}, 'V7'), send(modal, {}, 'V7')]);
    await send(modal, {}, 'V7');
    expect(await bot.notices.active(Date.now())).toHaveLength(1);
  });

  test.each([
    ['a product key', { text: { value: 'VK7JG-NPHTM-C97JM-9MPGT-3V66T' } }, 'text', 'プロダクトキー'],
    [
      'what may be part of one',
      { text: { value: 'キーはNPHTM-C97JM-9MPGTから始まります' } },
      'text',
      'NPHTM-C97JM-9MPGT',
    ],
    ['no words', { text: { value: ' \n' } }, 'text', '書いてください'],
    ['too many words', { text: { value: 'あ'.repeat(501) } }, 'text', '500文字'],
    ['no code where one is written', { code: { value: 'エラー' } }, 'code', '0x'],
    ['an end that is over', { until: { selected_date_time: 1_700_000_000 } }, 'until', 'これから'],
  ])('are told beside the field why a notice with %s is not posted', async (_what, over, id, why) => {
    const { modal } = await ask();
    expect(await send(modal, over)).toEqual({ [id]: expect.stringContaining(why) });
    expect(await bot.notices.active(Date.now())).toEqual([]);
  });

  test('are told once of a notice though the connection breaks after Slack took the message', async () => {
    bot.slack.fault('cut', 1, 'chat.postMessage');
    const { modal } = await ask();
    await send(modal);
    await expect.poll(lines, slow).toHaveLength(1);
    const claimed = () => bot.notices.claim(Date.now() + 60_000, Date.now());
    await claimed();
    const told = async () => (await claimed()).length;
    await expect.poll(told, slow).toBe(0);
    expect(await lines()).toHaveLength(1);
  });
});

test('the desk in Slack is told once that six people have one code, with a button to the form that is filled in', async () => {
  for (let n = 0; n < 7; n += 1) {
    const thread = nextTs();
    const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: `U00000001${n}` };
    await bot.event(team, { ...own, text: '会社のPCで0xC004F074が出ます', ts: thread });
    await bot.idle(`slack:${team}:${channels.support}:${thread}`);
  }
  await expect.poll(lines, slow).toEqual([expect.stringContaining('0xC004F074')]);
  await pressOn(await newest(), 'お知らせを出す');
  await expect.poll(() => views('views.open'), slow).toHaveLength(1);
  expect(field(views('views.open')[0], 'code')).toMatchObject({ initial_value: '0xC004F074' });
  expect(await lines()).toHaveLength(1);
});

describe('anybody else in Slack', () => {
  test('is told kindly where notices are posted, and no talk begins', async () => {
    const { said, modal } = await ask('notice', channels.support);
    expect(modal).toBeUndefined();
    expect(said).toContain('担当窓口');
    expect(await bot.slack.held(team, channels.support)).toEqual([]);
  });

  test('posts and ends nothing with the form and the buttons of the desk', async () => {
    await posted();
    const { modal } = await ask();
    const metadata = JSON.stringify({ channel: channels.support });
    expect(await send(modal && { ...modal, private_metadata: metadata })).toBeUndefined();
    await pressOn(await newest(), '終える', channels.support);
    expect(await bot.notices.active(Date.now())).toHaveLength(1);
    expect(bot.logged.filter((line) => line.includes('outside of the desk’s channel'))).toHaveLength(2);
  });

  test('is told so where the desk names its staff, by the command, the form and the buttons', async () => {
    await posted();
    const { modal } = await ask();
    await bot.stop();
    bot = await rig({ desks: [deskOn(desk, { staff: ['U0OTHERS1'] })] });
    expect((await ask()).said).toContain('担当者');
    expect(await send(modal)).toEqual({ text: expect.stringContaining('担当者') });
    expect(await bot.notices.active(Date.now())).toEqual([]);
  });
});

test('a desk in Slack posts and reads notices in its own language', async () => {
  await bot.stop();
  bot = await rig({ desks: [deskOn(desk, { id: 'office', language: 'en' })] });
  const { modal } = await ask('お知らせ');
  expect(JSON.stringify(modal)).toContain('Post a notice');
  expect(await send(modal)).toBeUndefined();
  await expect.poll(lines, slow).toEqual([expect.stringContaining('A notice was posted')]);
  expect(await bot.notices.active(Date.now())).toMatchObject([{ desk: 'office' }]);
});
