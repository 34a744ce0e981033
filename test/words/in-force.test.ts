import { afterEach, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { storeOf } from '../../src/adapters/store/store.ts';
import { withStanding } from '../../src/adapters/words/notices.ts';
import { wordsFrom } from '../../src/adapters/words/watch.ts';
import { noWords, useWords } from '../../src/bot/helpdesk.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId, PersonId } from '../../src/bot/ports.ts';
import { fromRow, toRow } from '../../src/bot/runtime/record.ts';
import { makeStage } from '../runtime/stage.ts';
import { folderOf } from './folder.ts';

const contacts = readContacts(exampleContacts);
const product = wordsIn('ja').text('says:greeting');
const greeting = (text: string) => JSON.stringify({ greeting: text });
const hears = () => wordsIn('ja').text('says:greeting');
afterEach(() => useWords(noWords));

/** Words that are looked at by hand. */
function watched(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const logged: string[] = [];
  const log = {
    info: (_: object, what: string) => void logged.push(`info ${what}`),
    warn: () => {},
    error: (_: object, what: string) => void logged.push(`error ${what}`),
  };
  const words = wordsFrom(folder.directory, contacts, log, 1e9);
  return {
    ...folder,
    logged,
    words,
    /** What was changed stands as it is for two looks. */
    look: () => {
      words.look();
      words.look();
    },
    end: () => {
      words.stop();
      folder.end();
    },
  };
}

test('a sentence is said in the helpdesk’s words, and again in the product’s when its file is gone', () => {
  const { look, remove, end } = watched({ 'ja/says.json': greeting('こんにちは。') });
  expect(hears()).toBe('こんにちは。');
  remove('ja/says.json');
  look();
  expect(hears()).toBe(product);
  end();
});

test('a change is taken up once its file stands as it is, and the log says what, when and whose', () => {
  const { words, write, logged, end } = watched({ 'ja/says.json': greeting('1つ目。') });
  write('ja/says.json', greeting('2つ目。です'));
  words.look();
  expect(hears()).toBe('1つ目。');
  words.look();
  expect(hears()).toBe('2つ目。です');
  expect(logged.at(-1)).toMatch(
    /^info WORDS_DIR: in force: ja\/says\.json \(changed 20\d\d-\d\d-\d\dT[\d:.]+Z, user \d+\)$/,
  );
  end();
});

test('a broken change is refused with its line, the last good words stay, and the mended one is taken', () => {
  const { write, look, logged, end } = watched({ 'ja/says.json': greeting('よい。') });
  write('ja/says.json', '{\n  "greeting": "",\n}');
  look();
  look();
  expect(hears()).toBe('よい。');
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([
    expect.stringContaining('WORDS_DIR: ja/says.json:3: '),
    'error WORDS_DIR: not taken, 1 to be mended; what was in force stays',
  ]);
  write('ja/says.json', greeting('なおった。です'));
  look();
  expect(hears()).toBe('なおった。です');
  end();
});

test('a directory that is broken at the start leaves the product’s words in force, so that people are answered', () => {
  const { logged, end } = watched({ 'ja/says.json': '{' });
  expect(hears()).toBe(product);
  expect(logged.length).toBe(2);
  end();
});

test('a directory that goes away leaves the last words in force, and says so once', () => {
  const { words, end, logged } = watched({ 'ja/says.json': greeting('残る。') });
  end();
  words.look();
  words.look();
  expect(hears()).toBe('残る。');
  expect(logged.filter((line) => line.includes('cannot be read'))).toHaveLength(1);
});

test('contacts in the directory take the place of those of CONTACTS_FILE, also when they change', () => {
  const own = (name: string) =>
    JSON.stringify({ ...contacts, ja: { ...contacts.ja, desk: { ...contacts.ja.desk, name } } }, [
      'ja',
      'en',
      'desk',
      'specialist',
      'name',
      'address',
      'phone',
      'phoneHours',
      'visitHours',
      'diagnosis',
      'postage',
    ]);
  const { words, write, remove, look, end } = watched({ 'contacts.json': own('IT窓口') });
  expect(words.contacts.ja.desk.name).toBe('IT窓口');
  write('contacts.json', own('サポート窓口'));
  look();
  expect(words.contacts.ja.desk.name).toBe('サポート窓口');
  remove('contacts.json');
  look();
  expect(words.contacts.ja).toEqual(contacts.ja);
  end();
});

const answers = JSON.stringify({
  'vpn-howto': {
    asked: { ja: ['[社内]VPN(の|への)(つなぎ方|接続方法)[を教えて]'], en: ['how do i connect to the vpn'] },
    says: { ja: ['タスクバーの「GlobalConnect」を開きます。'], en: ['Open “GlobalConnect” in the taskbar.'] },
  },
  'where-is-it': { asked: { ja: ['ヘルプデスクはどこ'] }, topic: 'it-desk' },
});

test('a standing notice is heard once by people with a matching case, until its end, and anew when its text changes', async () => {
  const notice = (text: string) =>
    JSON.stringify({ vpn: { text, for: 'organization', until: '2026-11-23T00:00:00+09:00' } });
  const { words, write, look, end } = watched({ 'notices.json': notice('VPNを入れ替えています。') });
  const stage = await makeStage();
  Object.assign(stage, { notices: withStanding(stage.notices, words.notices) });
  const { bot } = stage.process();
  const say = async (text: string, n: number) => {
    const over = { conversation: `slack:T1/C1/${n}.1` as ConversationId, person: `slack:T1/p${n}` as PersonId };
    await bot.sweep();
    await bot.receive(stage.text(text, over));
    await bot.rest();
    return JSON.stringify(stage.last().outgoing.view);
  };
  expect(await say('会社のPCで0xC004F074が出ます', 1)).toContain('VPNを入れ替えています。');
  expect(await say('自分で買ったPCです。0x803F7001です', 2)).not.toContain('VPNを入れ替え');
  write('notices.json', notice('VPNは木曜に戻ります。'));
  look();
  stage.clock += 60_000;
  expect(await say('会社のPCで0xC004F074が出ます', 3)).toContain('VPNは木曜に戻ります。');
  stage.clock = Date.parse('2026-11-23T00:00:01+09:00');
  expect(await say('会社のPCで0xC004F074が出ます', 4)).not.toContain('VPNは木曜に戻ります。');
  end();
});

test('a question of the helpdesk’s own is answered in its words, and the conversation stays where it was', async () => {
  const { end } = watched({ 'answers.json': answers });
  const stage = await makeStage();
  const { bot } = stage.process();
  await bot.receive(stage.text('会社のPCです'));
  await bot.receive(stage.text('社内VPNへの接続方法を教えて'));
  await bot.rest();
  expect(stage.last().outgoing.view).toMatchObject({
    id: 'question.screen',
    lead: ['タスクバーの「GlobalConnect」を開きます。'],
  });
  await bot.receive(stage.text('ヘルプデスクはどこ？'));
  await bot.rest();
  expect(stage.last().outgoing.view.lead).toEqual(wordsIn('ja').lines('answers:it-desk'));
  end();
});

test('a reply that is shown again after its answer was taken away is shown without it, and earlier versions leave its record alone', async () => {
  const { write, look, end } = watched({ 'answers.json': answers });
  const stage = await makeStage();
  const { bot } = stage.process();
  await bot.receive(stage.text('会社のPCです'));
  await bot.receive(stage.text('社内VPNへの接続方法を教えて'));
  await bot.rest();
  const saved = await stage.saved();
  expect(toRow(saved).format).toBe(3);
  expect(fromRow(toRow(saved))?.talk.lead).toEqual([{ own: 'vpn-howto' }]);
  write('answers.json', '{}');
  look();
  await bot.receive(stage.text('もう一度言って'));
  await bot.rest();
  expect(stage.last().outgoing.view.id).toBe('question.screen');
  end();
});

test('a change under a thousand open conversations loses no answer, and mixes no words in one', async () => {
  const said = (n: number) => ({
    'ja/says.json': JSON.stringify({ greeting: `こんにちは。版${n}です。`, thanks: `どういたしまして。版${n}です。` }),
    'ja/questions.json': JSON.stringify({ origin: { text: `どうやって手に入れたPCですか？版${n}` } }),
  });
  const { write, look, end } = watched(said(1));
  const database = await sqlite(':memory:');
  const stage = await makeStage({ store: storeOf(database) });
  const { bot } = stage.process();
  const people = Array.from({ length: 1_000 }, (_, n) => ({
    conversation: `slack:T1/C1/${n}.1` as ConversationId,
    person: `slack:T1/p${n}` as PersonId,
  }));
  await Promise.all(people.map((over) => bot.receive(stage.text('ありがとう', over))));
  let version = 1;
  const changes = setInterval(() => {
    version += 1;
    for (const [name, text] of Object.entries(said(version))) write(name, text);
    look();
  }, 5);
  for (let round = 0; round < 3; round += 1)
    await Promise.all(people.map((over) => bot.receive(stage.text('ありがとう', over))));
  await bot.rest();
  clearInterval(changes);
  expect(version).toBeGreaterThan(5);
  expect(stage.messages).toHaveLength(4 * people.length);
  const versionsIn = (text: string) => new Set([...text.matchAll(/版(\d+)/g)].map(([, n]) => n));
  const shown = stage.messages.map(({ outgoing: { view } }) => versionsIn([...view.lead, view.text].join()));
  expect(shown.filter((versions) => versions.size !== 1)).toEqual([]);
  expect(new Set(shown.flatMap((versions) => [...versions])).size).toBeGreaterThan(2);
  end();
  await database.close();
});
