import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSlacks } from '../../src/adapters/slack/send/download.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { desk, handedOver, openAnswer, person, staff, team, ticketIn } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import type { TestFile } from './fake-files.ts';
import { submissionOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { channels } from './workspace.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(3_000)]);
const picture: TestFile = { bytes: png, mimetype: 'image/png' };

let bot: Rig;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
});
afterEach(() => bot.stop());

/** Sends files in a case that was just handed over, and waits until they are passed on. */
async function send(files: readonly TestFile[], text = '画面です') {
  const { conversation, held } = await handedOver(bot);
  const thread = conversation.split(':')[3] ?? '';
  const own = { type: 'message', subtype: 'file_share', channel: channels.support, channel_type: 'channel' };
  const described = files.map((one) => bot.slack.files.add(one));
  await bot.event(team, { ...own, user: person, text, ts: nextTs(), thread_ts: thread, files: described });
  await bot.idle(conversation);
  return { conversation, held };
}
/** What the desk got in the thread of the newest ticket. */
async function gotten() {
  const all = await bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts);
  const files = all.flatMap((one) => one.files ?? []);
  return {
    notes: all.filter((one) => one.metadata !== undefined).map((one) => one.text),
    files: await Promise.all(
      files.map(async ({ id, title }) => ({ title, bytes: Buffer.from(await bot.slack.bytesOf(team, id)) })),
    ),
  };
}
const aside = '相談のスレッドで見られます';

describe('a picture that a person sends after a hand-over in Slack', () => {
  test('its bytes arrive unchanged in the thread of the ticket, once, under a name of the bot', async () => {
    await send([picture]);
    const { notes, files } = await gotten();
    expect(files).toEqual([{ title: 'image-1.png', bytes: png }]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).not.toContain(aside);
  });

  test('of several files those arrive that are passed on, and the note says that the rest lies in the conversation', async () => {
    const log: TestFile = { bytes: Buffer.from('ライセンス認証エラー 0xC004F074'), mimetype: 'text/plain' };
    const office: TestFile = { bytes: Buffer.from('PK\x03\x04…'), mimetype: 'application/vnd.ms-excel' };
    const fake: TestFile = { bytes: Buffer.from('MZ\0\0\x01'), mimetype: 'image/png' };
    await send([picture, log, office, picture, fake]);
    const { notes, files } = await gotten();
    expect(files.map(({ title }) => title)).toEqual(['image-1.png', 'text-1.txt', 'image-2.png']);
    expect(notes[0]).toContain(aside);
    expect(bot.slack.files.downloads).toHaveLength(4);
  });

  test('a file that is too large, hidden or elsewhere is not downloaded, and the note says where it lies', async () => {
    const large = { ...picture, more: { size: 10_000_001 } };
    const hidden = { ...picture, more: { mode: 'hidden_by_limit' } };
    const elsewhere = { ...picture, more: { url_private_download: 'https://drive.example.com/x' } };
    await send([large, hidden, elsewhere]);
    const { notes, files } = await gotten();
    expect([files, bot.slack.files.downloads]).toEqual([[], []]);
    expect(notes[0]).toContain(aside);
  });

  test('a file of another workspace is asked for by its id, and not downloaded if it is too large', async () => {
    const { conversation } = await handedOver(bot);
    const { id } = bot.slack.files.add(picture);
    const large = bot.slack.files.add({ ...picture, more: { size: 10_000_001 } });
    const own = { type: 'message', subtype: 'file_share', channel: channels.support, channel_type: 'channel' };
    const thread_ts = conversation.split(':')[3];
    const files = [id, large.id].map((one) => ({ id: one, file_access: 'check_file_info' }));
    await bot.event(team, { ...own, user: person, text: '', ts: nextTs(), thread_ts, files });
    await bot.idle(conversation);
    expect((await gotten()).files).toEqual([{ title: 'image-1.png', bytes: png }]);
    expect(bot.slack.files.downloads).toHaveLength(1);
  });

  test.each([
    ['busy', 'files.info'],
    ['broken', 'files.info'],
    ['broken', 'files-pri'],
    ['cut', 'files.info'],
    ['busy', 'files.getUploadURLExternal'],
    ['broken', 'upload'],
    ['cut', 'upload'],
    ['busy', 'files.completeUploadExternal'],
    ['broken', 'files.completeUploadExternal'],
    ['cut', 'files.completeUploadExternal'],
    ['unanswered', 'files.completeUploadExternal'],
    ['broken', 'chat.postMessage'],
    ['cut', 'chat.postMessage'],
  ] as const)(
    'it arrives once where Slack is %s at %s',
    async (fault, method) => {
      const { conversation } = await handedOver(bot);
      bot.slack.fault(fault, 1, method);
      const own = { type: 'message', subtype: 'file_share', channel: channels.support, channel_type: 'channel' };
      const files = [bot.slack.files.add(picture)];
      const thread_ts = conversation.split(':')[3];
      await bot.event(team, { ...own, user: person, text: '', ts: nextTs(), thread_ts, files });
      await bot.idle(conversation);
      const got = await gotten();
      expect(got.files).toEqual([{ title: 'image-1.png', bytes: png }]);
      expect(got.notes).toHaveLength(1);
    },
    30_000,
  );

  test('without the scopes the note goes without it, and the operator is told once what to do', async () => {
    bot.slack.says('files.info', { ok: false, error: 'missing_scope', needed: 'files:read' });
    await send([picture, picture]);
    expect((await gotten()).notes[0]).toContain(aside);
    expect(bot.logged.filter((line) => line.includes('Files are not passed on'))).toHaveLength(1);
    bot.slack.says('files.info', undefined);
    bot.slack.says('files.completeUploadExternal', { ok: false, error: 'missing_scope', needed: 'files:write' });
    await send([picture]);
    expect((await gotten()).files).toEqual([]);
    expect((await gotten()).notes[0]).toContain(aside);
    expect(bot.logged.filter((line) => line.includes('slack:manifest'))).toHaveLength(2);
  });

  test('the page to sign in is not taken for the file', async () => {
    await send([{ ...picture, page: true }]);
    expect((await gotten()).files).toEqual([]);
    expect(bot.logged.filter((line) => line.includes('Files are not passed on'))).toHaveLength(1);
  });

  test('while it waits, the database has its id alone, and neither that nor the log its name or its bytes', async () => {
    const { conversation } = await handedOver(bot);
    bot.slack.says('files.info', { ok: false, error: 'ratelimited' });
    const described = bot.slack.files.add(picture);
    const own = { type: 'message', subtype: 'file_share', channel: channels.support, channel_type: 'channel' };
    const thread_ts = conversation.split(':')[3];
    await bot.event(team, { ...own, user: person, text: '', ts: nextTs(), thread_ts, files: [described] });
    const stored = async () => (await bot.store.load(conversation as ConversationId))?.body ?? '';
    await vi.waitFor(async () => expect(await stored()).toContain(`"ref":"${described.id}"`));
    expect(await stored()).not.toMatch(/佐藤|x\.png|base64/);
    bot.slack.says('files.info', undefined);
    await bot.idle(conversation);
    expect((await gotten()).files).toEqual([{ title: 'image-1.png', bytes: png }]);
    expect(await stored()).not.toContain(described.id);
    expect(bot.logged.join('\n')).not.toContain('佐藤');
  }, 20_000);

  test('an erasure deletes it from the channel of the desk', async () => {
    const { conversation } = await send([picture]);
    const [file] = (await bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts)).flatMap(
      (one) => one.files ?? [],
    );
    const thread_ts = conversation.split(':')[3];
    const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person };
    await bot.event(team, { ...own, text: 'データを削除してください', ts: nextTs(), thread_ts });
    await bot.idle(conversation);
    expect(await bot.slack.held(team, desk)).toEqual([]);
    expect(bot.slack.calls.filter(({ method }) => method === 'files.delete').map(({ body }) => body['file'])).toEqual([
      file?.id,
    ]);
  });
});

describe('a file that staff send with an answer in Slack', () => {
  /** Answers the newest ticket with files; `received`: what the person sees after it, and the bytes of its files. */
  async function answerWith(files: readonly TestFile[], fault: () => void = () => {}) {
    const { conversation, held } = await handedOver(bot);
    const form = await openAnswer(bot.slack, bot.interact);
    fault();
    const before = (await held()).length;
    const submitted = submissionOf(team, staff, form, { 返事: 'この画面のとおりに押してください' });
    const described = files.map((one) => bot.slack.files.add(one));
    const values = { ...submitted.view.state.values, files: { value: { type: 'file_input', files: described } } };
    const sent = { ...submitted, view: { ...submitted.view, state: { values } } };
    expect((await bot.interact(sent)).status).toBe(200);
    await bot.interact(sent);
    await bot.idle(conversation);
    const after = (await held()).slice(before);
    const received = await Promise.all(
      after.map(async ({ text, files = [] }) => ({
        text,
        files: await Promise.all(files.map(async ({ id }) => Buffer.from(await bot.slack.bytesOf(team, id)))),
      })),
    );
    return { conversation, received };
  }

  test('the person gets the answer first, then the file with its bytes unchanged, once', async () => {
    const { received } = await answerWith([picture]);
    expect(received.map(({ files }) => files)).toEqual([[], [png]]);
    expect(received[0]?.text).toContain('この画面のとおりに押してください');
    expect(received[1]?.text).toBe('担当窓口からのファイルです。');
  });

  test('a file that is not passed on is told of, and how to get it', async () => {
    const { received } = await answerWith([{ ...picture, more: { mode: 'tombstone' } }]);
    expect(received.map(({ files }) => files)).toEqual([[], []]);
    expect(received[1]?.text).toContain('別の方法で受け取りたい');
  });

  test.each([
    ['busy', 'files.info'],
    ['broken', 'upload'],
    ['cut', 'files.completeUploadExternal'],
    ['broken', 'files.completeUploadExternal'],
    ['cut', 'chat.postMessage'],
  ] as const)(
    'it arrives once where Slack is %s at %s',
    async (fault, method) => {
      const { received } = await answerWith([picture], () => bot.slack.fault(fault, 1, method));
      expect(received.map(({ files }) => files)).toEqual([[], [png]]);
    },
    30_000,
  );

  test('the modal takes at most three files of the kinds that are passed on', async () => {
    await answerWith([picture, picture, picture, picture]);
    const opened = bot.slack.calls.find(({ method }) => method === 'views.open')?.body['view'] ?? '';
    expect(JSON.parse(opened)).toMatchObject({
      blocks: expect.arrayContaining([
        expect.objectContaining({
          optional: true,
          element: expect.objectContaining({ type: 'file_input', max_files: 3 }),
        }),
      ]),
    });
    expect(bot.slack.files.downloads).toHaveLength(3);
  });
});

test('the bot’s token goes to Slack alone, or where the Web API is configured to be', () => {
  const at = (url: string, api = 'https://slack.com/api/') => isSlacks(url, api);
  expect(at('https://files.slack.com/files-pri/T1-F1/x.png')).toBe(true);
  expect(at('https://files.slack-gov.com/x', 'https://slack-gov.com/api/')).toBe(true);
  expect(at('http://127.0.0.1:3000/x', 'http://127.0.0.1:3000/api/')).toBe(true);
  for (const url of [
    'http://files.slack.com/x',
    'https://files.slack.com:8443/x',
    'https://a@files.slack.com/x',
    'https://slack.com.example/x',
    'https://notslack.com/x',
    'http://127.0.0.1:3000/x',
    'file:///etc/passwd',
    '',
  ])
    expect([url, at(url)]).toEqual([url, false]);
  expect(at('http://127.0.0.1:3001/x', 'http://127.0.0.1:3000/api/')).toBe(false);
});
