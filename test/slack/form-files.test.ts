import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId } from '../../src/bot/ports.ts';
import { desk, person, team, ticketIn } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import type { TestFile } from './fake-files.ts';
import { clickOf, openedIn, submissionOf } from './interactions.ts';
import { linesOf } from './opened.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(3_000)]);
const picture: TestFile = { bytes: png, mimetype: 'image/png' };

const words = wordsIn('ja');
const asker = { person: `<@${person}>` };

let bot: Rig;
let thread: string;
const conversation = () => `slack:${team}:${channels.support}:${thread}`;
const held = () => bot.slack.held(team, channels.support, thread);
const stored = async () => (await bot.store.load(conversation() as ConversationId))?.body ?? '';

/** Begins the bot with a desk for these letters, and a case whose letter is being written. */
async function begin(takes: readonly 'it-admin'[], text = '会社のPCで0xC004F074が出ます。担当者に相談したいです') {
  bot = await rig({ desks: [deskOn(desk, { takes })] });
  thread = nextTs();
  const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person };
  await bot.event(team, { ...own, text, ts: thread });
  await bot.idle(conversation());
}
beforeEach(() => begin(['it-admin']));
afterEach(() => bot.stop());

const pressing = async () => ({
  team,
  user: person,
  channel: channels.support,
  thread,
  on: (await held()).at(-1)?.ts,
  trigger: await bot.slack.trigger(team, person),
});
async function press(choice: string) {
  const { buttons } = shownIn((await held()).at(-1)?.blocks ?? []);
  const drawn = buttons.find((one) => one.choice === choice);
  if (drawn === undefined) throw new Error(`No button ${choice}`);
  await bot.interact(clickOf(await pressing(), drawn));
  await bot.idle(conversation());
}
/** Opens the form of the letter. */
async function open() {
  const { form } = shownIn((await held()).at(-1)?.blocks ?? []);
  if (form === undefined) throw new Error('No form');
  await bot.interact(clickOf(await pressing(), form));
  await bot.idle(conversation());
  return openedIn(bot.slack);
}
/** Submits the form that was opened last with files; resolves to the answer of the bot. */
async function submit(files: readonly TestFile[], opened = openedIn(bot.slack)) {
  const sent = submissionOf(team, person, opened, { edition: 'Windows 11 Pro' });
  const described = files.map((one) => bot.slack.files.add(one));
  const values = { ...sent.view.state.values, files: { value: { type: 'file_input', files: described } } };
  const answer = await bot.interact({ ...sent, view: { ...sent.view, state: { values } } });
  expect(answer.status).toBe(200);
  return answer.text();
}
/** The tickets at the desk, and what stands below the newest. */
async function gotten() {
  const tickets = (await bot.slack.held(team, desk)).filter((one) => one.metadata !== undefined);
  const below = await bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts);
  const files = below.flatMap((one) => one.files ?? []);
  return {
    tickets: tickets.length,
    notes: below.filter((one) => one.metadata !== undefined).map((one) => one.text ?? ''),
    files: await Promise.all(
      files.map(async ({ id, title }) => ({ title, bytes: Buffer.from(await bot.slack.bytesOf(team, id)) })),
    ),
  };
}

describe('the form of a letter that goes to a desk', () => {
  test('has a field for at most four files; a form of a letter that the person sends themselves has none', async () => {
    await open();
    const view = () => bot.slack.calls.findLast(({ method }) => method === 'views.open')?.body['view'] ?? '';
    expect(view()).toContain('"type":"file_input"');
    expect(view()).toContain('"max_files":4');
    await press('other-recipient');
    await press('microsoft');
    await open();
    expect(view()).not.toContain('file_input');
  });

  test('has none where no desk takes letters', async () => {
    await bot.stop();
    await begin([]);
    expect(Object.values((await open()).labels)).not.toContain('files');
  });

  test('opens without that field where Slack refuses it', async () => {
    bot.slack.fault('refused', 1, 'views.open');
    const { labels } = await open();
    expect(Object.values(labels)).toContain('edition');
    expect(Object.values(labels)).not.toContain('files');
    expect(bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral')).toEqual([]);
  });
});

describe('a picture that is sent with the form', () => {
  test('opens one ticket, and its bytes arrive below that once, though the form is sent twice', async () => {
    await open();
    await submit([picture]);
    await bot.again();
    await submit([picture]);
    await bot.idle(conversation());
    const { tickets, notes, files } = await gotten();
    expect(tickets).toBe(1);
    expect(files).toEqual([{ title: 'image-1.png', bytes: png }]);
    expect(notes).toEqual([words.text('slack:desk.note.file-attached', asker)]);
    expect(linesOf(await ticketIn(bot.slack))).toContain('Windows 11 Pro');
  });

  test('arrives once behind the ticket where Slack does not confirm that', async () => {
    await open();
    bot.slack.fault('cut', 1, 'chat.postMessage');
    bot.slack.fault('broken', 1, 'files.completeUploadExternal');
    await submit([picture]);
    await bot.idle(conversation());
    const { tickets, notes, files } = await gotten();
    expect([tickets, notes.length, files]).toEqual([1, 1, [{ title: 'image-1.png', bytes: png }]]);
  }, 30_000);

  test('waits in the database as its id alone, in a format that earlier versions leave alone', async () => {
    await open();
    bot.slack.says('files.info', { ok: false, error: 'ratelimited' });
    await submit([picture]);
    await vi.waitFor(async () => expect(await stored()).toContain('"inForm":true'));
    expect(await stored()).toContain('"format":3');
    expect(await stored()).not.toMatch(/佐藤|x\.png|base64/);
    bot.slack.says('files.info', undefined);
    await bot.idle(conversation());
    expect((await gotten()).files).toEqual([{ title: 'image-1.png', bytes: png }]);
    expect(await stored()).toContain('"format":2');
    expect(await stored()).not.toContain('F0TEST');
    expect(bot.logged.join('\n')).not.toContain('佐藤');
  }, 20_000);

  test('that is too large, or no picture, is told of, and the desk learns to ask for it', async () => {
    const large = { ...picture, more: { size: 10_000_001 } };
    const office: TestFile = { bytes: Buffer.from('PK\x03\x04…'), mimetype: 'application/vnd.ms-excel' };
    await open();
    await submit([large, office, picture]);
    await bot.idle(conversation());
    const said = (await held()).map(linesOf).join('\n');
    expect(said).toContain(words.text('says:file-large'));
    expect(said).toContain(words.text('says:file-kind'));
    const { notes, files } = await gotten();
    expect(files.map(({ title }) => title)).toEqual(['image-1.png']);
    expect(notes).toEqual([words.text('slack:desk.note.file-form-partly', asker)]);
  });

  test('that Slack shows to nobody is asked for as well, and of five files four are taken', async () => {
    await open();
    await submit([{ ...picture, more: { mode: 'tombstone' } }]);
    await bot.idle(conversation());
    expect(await gotten()).toMatchObject({ files: [], notes: [words.text('slack:desk.note.file-form', asker)] });
    await bot.stop();
    await begin(['it-admin']);
    await open();
    await submit([picture, picture, picture, picture, picture]);
    await bot.idle(conversation());
    expect((await gotten()).files).toHaveLength(4);
  });

  test('adds nothing where the form is sent after the conversation has gone on', async () => {
    const opened = await open();
    await press('skip');
    expect(await submit([picture], opened)).toContain(JSON.stringify(words.text('slack:form.over')));
    await bot.idle(conversation());
    expect(await gotten()).toMatchObject({ tickets: 1, notes: [], files: [] });
    expect(bot.slack.files.downloads).toEqual([]);
  });

  test('joins the ticket of a letter that is sent again unchanged', async () => {
    await open();
    await submit([]);
    await bot.idle(conversation());
    expect(await gotten()).toMatchObject({ tickets: 1, notes: [] });
    await press('other-recipient');
    await press('it-admin');
    await open();
    await submit([picture]);
    await bot.idle(conversation());
    expect(await gotten()).toMatchObject({ tickets: 1, files: [{ title: 'image-1.png', bytes: png }] });
  });

  test('goes with a letter to nobody where no desk takes it', async () => {
    await bot.stop();
    await begin([]);
    await open();
    await submit([picture]);
    await bot.idle(conversation());
    expect(await bot.slack.held(team, desk)).toEqual([]);
    expect(bot.slack.files.downloads).toEqual([]);
    expect((await held()).map(linesOf).join('\n')).toContain('Windows 11 Pro');
  });
});
