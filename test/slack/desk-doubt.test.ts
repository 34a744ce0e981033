import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Block, Modal } from '../../src/adapters/slack/render/blocks.ts';
import { desk, handedOver, openAnswer, sendTicked, team, ticketIn } from './at-desk.ts';
import { deskOn } from './desk-on.ts';
import type { OpenForm } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';

const doubtful = '　ｻｰﾊﾞｰ TKYFS-PRD03-NW7K2 を、\n\n  再起動しました。';
let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
let form: OpenForm;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
  form = await openAnswer(bot.slack, bot.interact);
});
afterEach(() => bot.stop());

const send = (text: string, ticked: readonly string[] = []) => sendTicked(bot.interact, form, text, ticked);
const inputsOf = (modal: Modal | undefined) => (modal?.blocks ?? []).filter((block) => block.type === 'input');
/** The box by which an answer is sent anyway. */
const boxOf = (modal: Modal | undefined) => inputsOf(modal).find(({ element }) => element.type === 'checkboxes');
/** What the person sees last. */
async function seen(): Promise<readonly Block[]> {
  await bot.idle(asked.conversation);
  return (await asked.held()).at(-1)?.blocks ?? [];
}
const inTicket = async () => bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts);
const linksOf = (blocks: readonly Block[]) => JSON.stringify(blocks).match(/"type":"link","url":"[^"]*"/g) ?? [];

test('an answer that may hold a secret is sent to nobody, and the modal keeps its text, says what it is and offers a box', async () => {
  const before = (await asked.held()).length;
  const kept = await send(doubtful);
  expect(kept?.response_action).toBe('update');
  const [field] = inputsOf(kept?.view);
  expect(field?.element).toMatchObject({ type: 'plain_text_input', initial_value: doubtful });
  expect(shownIn(kept?.view?.blocks ?? []).lines).toContain('TKYFS-PRD03-NW7K2');
  expect(boxOf(kept?.view)?.element).toMatchObject({ options: [{ text: { text: 'このまま送る' } }] });
  expect(kept?.view).toMatchObject({ callback_id: form.callback, private_metadata: form.metadata });
  await seen();
  expect(await asked.held()).toHaveLength(before);
  expect(await inTicket()).toEqual([]);
});

test('an answer whose box is ticked reaches the person as it was written, and is shown so in the ticket’s thread', async () => {
  const box = boxOf((await send(doubtful))?.view)?.block_id ?? '';
  expect(await send(doubtful, [box])).toBeUndefined();
  expect(shownIn(await seen()).lines).toContain(doubtful);
  await expect.poll(inTicket).toHaveLength(1);
  expect(shownIn((await inTicket())[0]?.blocks ?? []).lines).toContain(doubtful);
});

test('an answer is asked about again without a tick, and with a tick that was meant for another doubt', async () => {
  const box = boxOf((await send(doubtful))?.view)?.block_id ?? '';
  expect((await send(doubtful))?.response_action).toBe('update');
  const other = await send(`${doubtful} VK7JG-NPHTM-C97JM`, [box]);
  expect(other?.response_action).toBe('update');
  expect(boxOf(other?.view)?.block_id).not.toBe(box);
});

test('an answer with a whole product key is refused, also if its box is ticked', async () => {
  const box = boxOf((await send(doubtful))?.view)?.block_id ?? '';
  const before = (await asked.held()).length;
  const kept = await send(`${doubtful}\nvk7jg nphtm c97jm 9mpgt 3v66t`, [box]);
  expect(kept).toEqual({ response_action: 'errors', errors: { answer: expect.stringContaining('送れません') } });
  await seen();
  expect(await asked.held()).toHaveLength(before);
});

test('the web addresses of an answer are live links for the person and in the ticket’s thread', async () => {
  const text = '＊手順＊は https://intra.example.co.jp/vpn?a=1&b=<2> です。\n(https://aka.ms/x)';
  expect(await send(text)).toBeUndefined();
  const links = ['https://intra.example.co.jp/vpn?a=1&b=', 'https://aka.ms/x'].map(
    (url) => `"type":"link","url":"${url}"`,
  );
  const blocks = await seen();
  expect(shownIn(blocks).lines).toContain(text);
  expect(linksOf(blocks)).toEqual(links);
  await expect.poll(inTicket).toHaveLength(1);
  expect(linksOf((await inTicket())[0]?.blocks ?? [])).toEqual(links);
});

test('an answer of nothing but addresses reaches the person whole, with a bounded number of live links', async () => {
  const text = 'https://it.example/help '.repeat(83).trim();
  expect(await send(text)).toBeUndefined();
  const blocks = await seen();
  expect(shownIn(blocks).lines).toContain(text);
  expect(linksOf(blocks)).toHaveLength(20);
});
