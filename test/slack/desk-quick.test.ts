import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Modal } from '../../src/adapters/slack/render/blocks.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { desk, handedOver, openAnswer, sendAnswer, staff, team } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { openedIn } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';

let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
  await openAnswer(bot.slack, bot.interact);
});
afterEach(() => bot.stop());

const views = () => bot.slack.calls.filter(({ method }) => method === 'views.open' || method === 'views.update');
const shown = (): Modal => JSON.parse(views().at(-1)?.body['view'] ?? '{}') as Modal;
const fieldIn = ({ blocks }: Modal) => blocks.find((block) => block.type === 'input');
/** Chooses a quick answer while this is written; `metadata`: of the modal. */
const choose = (id: string, text = '', metadata = shown().private_metadata) =>
  bot.interact({
    type: 'block_actions',
    team: { id: team },
    user: { id: staff, team_id: team },
    trigger_id: 'x',
    container: { type: 'view', view_id: 'V1' },
    view: {
      id: 'V1',
      hash: 'h1',
      private_metadata: metadata,
      state: { values: { [fieldIn(shown())?.block_id ?? '']: { value: { type: 'plain_text_input', value: text } } } },
    },
    actions: [
      {
        type: 'static_select',
        action_id: 'desk:quick',
        block_id: 'desk:quick',
        action_ts: nextTs(),
        selected_option: { value: id },
      },
    ],
  });
const filled = () => fieldIn(shown())?.element;

test('the answer form offers six quick answers', () => {
  const menu = shownIn(shown().blocks).buttons;
  expect(menu.map(({ label }) => label)).toHaveLength(6);
  expect(menu[0]?.label).toBe(wordsIn('ja').text('desk:templates.vpn'));
});

test('a quick answer fills a field of its own in the language of the person, and is sent as staff leave it', async () => {
  bot.slack.locale('en-US');
  const say = { type: 'message', channel: 'C000000001', channel_type: 'channel', user: 'U000000001' };
  await bot.event(team, { ...say, text: 'English', ts: nextTs(), thread_ts: asked.conversation.split(':').at(-1) });
  await bot.idle(asked.conversation);
  const before = fieldIn(shown())?.block_id;
  await choose('vpn');
  expect(views().at(-1)?.body).toMatchObject({ view_id: 'V1', hash: 'h1' });
  expect(filled()).toMatchObject({ initial_value: wordsIn('en').text('turns:quick.vpn') });
  expect(fieldIn(shown())?.block_id).not.toBe(before);
  const form = openedIn({ ...bot.slack, calls: [{ team, method: 'views.open', body: views().at(-1)?.body ?? {} }] });
  expect(await sendAnswer(bot.interact, form, 'Please connect the VPN.')).toBeUndefined();
  await bot.idle(asked.conversation);
  expect(shownIn((await asked.held()).at(-1)?.blocks ?? []).lines).toContain('Please connect the VPN.');
});

test('a quick answer stands below what is written already, and in place of another one', async () => {
  const [vpn, call] = [wordsIn('ja').text('turns:quick.vpn'), wordsIn('ja').text('turns:quick.call')];
  await choose('vpn', '佐藤です。');
  expect(filled()).toMatchObject({ initial_value: `佐藤です。\n${vpn}` });
  await choose('call', vpn);
  expect(filled()).toMatchObject({ initial_value: call });
  await choose('call', 'あ'.repeat(2_000));
  expect(filled()).toMatchObject({ initial_value: 'あ'.repeat(2_000) });
});

test('a quick answer that is chosen in a form of another channel is logged and fills nothing', async () => {
  const { length } = views();
  await choose('vpn', '', JSON.stringify({ ...JSON.parse(shown().private_metadata), channel: 'C0OTHER001' }));
  expect(views()).toHaveLength(length);
  expect(bot.logged.join('\n')).toContain('none of the desk’s');
});
