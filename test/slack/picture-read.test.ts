import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPictureReader } from '../../src/adapters/pictures/reader.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { nextTs } from './deliver.ts';
import { clickOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const team = 'T0ONE00001';
const ann = 'U000000001';
let bot: Rig;
beforeAll(async () => {
  bot = await rig({}, undefined, 0, ':memory:', openPictureReader());
});
afterAll(() => bot.stop());

/** Draws a window of Windows in which something stands. */
const drawn = (...lines: readonly string[]): Promise<Buffer> => {
  const texts = lines.map(
    (line, n) => `<text x="60" y="${120 + n * 60}" font-family="DejaVu Sans, sans-serif" font-size="28">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="480"><rect width="1000" height="480" fill="white"/>${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
};

test('a screenshot in Slack is read on this machine, one press confirms it, and nothing of it is kept before or logged at all', async () => {
  const bytes = await drawn('Windows is not activated', 'Error code: 0xC004F074', 'zanzibar planted', 'Windows 11 Pro');
  const file = bot.slack.files.add({ bytes, mimetype: 'image/png' });
  const ts = nextTs();
  const id = `slack:${team}:${channels.support}:${ts}` as ConversationId;
  const event = {
    type: 'message',
    subtype: 'file_share',
    channel: channels.support,
    user: ann,
    text: 'これです',
    ts,
  };
  await bot.event(team, { ...event, channel_type: 'channel', files: [file] });
  await bot.idle(id);
  const held = await bot.slack.held(team, channels.support, ts);
  expect(held).toHaveLength(2);
  expect(linesOf(held[0])).toContain('画像を読み取っています');
  expect(linesOf(held[1])).toContain('0xC004F074');
  const row = await bot.store.load(id);
  expect(JSON.parse(row?.body ?? '').talk.flow.keep.facts).toEqual({});
  const yes = shownIn(held[1]?.blocks ?? []).buttons.find(({ choice }) => choice === 'reading-0');
  if (yes === undefined) throw new Error('No yes');
  await bot.interact(clickOf({ team, user: ann, channel: channels.support, thread: ts, on: held[1]?.ts }, yes));
  await bot.idle(id);
  const after = await bot.store.load(id);
  expect(JSON.parse(after?.body ?? '').talk.flow.keep.facts).toMatchObject({ errorCodes: ['0xC004F074'] });
  expect(`${row?.body}${after?.body}${bot.logged.join()}`).not.toContain('zanzibar');
}, 60_000);

test('the shortcut on a message with a screenshot reads that', async () => {
  const bytes = await drawn('Windows is not activated', 'Error code: 0xC004F074');
  const file = bot.slack.files.add({ bytes, mimetype: 'image/png' });
  const ts = nextTs();
  const id = `slack:${team}:${channels.general}:${ts}` as ConversationId;
  await bot.interact({
    team: { id: team },
    user: { id: ann },
    trigger_id: nextTs(),
    type: 'message_action',
    callback_id: 'consult',
    channel: { id: channels.general },
    message: { ts, text: '', user: ann, files: [file] },
    message_ts: ts,
  });
  await bot.idle(id);
  const held = await bot.slack.held(team, channels.general, ts);
  expect(linesOf(held.at(-1))).toContain('画像から「エラーコード 0xC004F074」と読み取りました');
}, 60_000);
