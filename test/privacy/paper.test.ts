import { describe, expect, test } from 'vitest';
import en from '../../locales/en/privacy.json' with { type: 'json' };
import ja from '../../locales/ja/privacy.json' with { type: 'json' };
import { readSettings } from '../../src/adapters/config/settings.ts';
import { privacyPaper, tablesIn } from '../../src/adapters/privacy/paper.ts';
import { postgres } from '../../src/adapters/store/postgres.ts';
import { sqlite } from '../../src/adapters/store/sqlite.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { startPostgres } from '../store/postgres-server.ts';

const sorted = (tables: readonly { readonly table: string; readonly columns: readonly string[] }[]) =>
  Object.fromEntries(tables.map(({ table, columns }) => [table, [...columns].sort()]).sort());
const worded = (words: typeof ja | typeof en) =>
  sorted(Object.entries(words.tables).map(([table, of]) => ({ table, columns: Object.keys(of.columns) })));
const inMemory = async () => {
  const database = await sqlite(':memory:');
  const tables = await tablesIn(database);
  await database.close();
  return tables;
};
const made = { at: '2026-12-01', version: '0.1.0' };

describe('every column of the database has its purpose in the paper, and the paper names no other', () => {
  test.each([
    ['ja', ja],
    ['en', en],
  ])('in SQLite: %s', async (_, words) => {
    expect(worded(words)).toEqual(sorted(await inMemory()));
  });

  test('in PostgreSQL', async () => {
    const server = await startPostgres();
    const database = await postgres(server.url, { info: () => {}, warn: () => {}, error: () => {} });
    const rows = await database.rows(
      "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'public'",
      [],
    );
    const tables = Map.groupBy(rows, (row) => String(row['t']));
    expect(sorted([...tables].map(([table, of]) => ({ table, columns: of.map((row) => String(row['c'])) })))).toEqual(
      worded(ja),
    );
    await database.close();
    await server.stop();
  });
});

test.each(['ja', 'en'] as const)(
  'the paper tells the times of the settings in force, and where things go: %s',
  async (language) => {
    const slack = {
      SLACK_BOT_TOKEN: 'xoxb-1-1-a',
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_SUPPORT_CHANNELS: 'C0123ABCD',
    };
    const settings = readSettings({
      ...slack,
      IDLE_DAYS: '11',
      RETENTION_DAYS: '22',
      INSIGHT_TOKEN: 'a token of many letters',
      INSIGHT_DAYS: '333',
      PICTURES: 'off',
    });
    const paper = privacyPaper(await inMemory(), settings, wordsIn(language), made);
    for (const said of ['11', '22', '333', '2026-12-01', 'Slack']) expect(paper).toContain(said);
    expect(paper).not.toContain('Microsoft');
    expect(paper).not.toContain('AI');
    const model = readSettings({ MODEL_URL: 'http://localhost:1/v1', MODEL_NAME: 'm', MODEL_PLACE: 'our rack' });
    expect(privacyPaper(await inMemory(), model, wordsIn(language), made)).toContain('our rack');
    expect(paper).not.toContain('{{');
    expect(paper).toContain(wordsIn(language).text('privacy:elsewhere.pictures-off'));
  },
);

test('a column without words stops the paper instead of being left out', () => {
  const tables = [{ table: 'conversations', columns: ['mood'] }];
  expect(() => privacyPaper(tables, readSettings({}), wordsIn('ja'), made)).toThrow(
    'tables.conversations.columns.mood',
  );
});
