import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChat } from './terminal/run.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const block = (text: string, kind: string, n = 0) =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\n([^]*?)\`\`\``, 'g'))][n]?.[1] ?? '';

describe.each(['README.md', 'README.ja.md'])('%s', (file) => {
  test('the example conversation shows what the chat says', async () => {
    const [said = '', ...lines] = block(read(file), 'text')
      .split('\n')
      .filter((line) => line !== '');
    const { out } = await runChat(['--lang', 'ja', '--new'], [said.replace('> ', '')]);
    expect(lines.filter((line) => !out.includes(line))).toEqual([]);
  });

  test('the page names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(file).matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('the page links only to files that exist', () => {
    const linked = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(linked.length).toBeGreaterThan(0);
    for (const path of linked)
      expect(() => readFileSync(join(import.meta.dirname, '..', path)), path).not.toThrow(/ENOENT/);
  });
});

const pages = [
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'src/bot/runtime/README.md',
  'docs/operations/metrics.md',
  'docs/teams.md',
  ...readdirSync(join(import.meta.dirname, '../docs/decisions')).map((file) => `docs/decisions/${file}`),
];

describe.each(pages)('%s', (page) => {
  const text = read(page);
  /** Returns which of these paths lead nowhere, from a folder of the repository. */
  const missing = (folder: string, paths: readonly string[]) =>
    paths.filter((path) => !existsSync(join(import.meta.dirname, '..', folder, path)));

  test('the page names only files that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|locales|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(missing('.', named)).toEqual([]);
  });

  test('the page links only to files that exist', () => {
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);
    expect(missing(dirname(page), linked)).toEqual([]);
  });

  test('the page names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the tables of the runtime name only files of src/bot/runtime', () => {
  const rows = [read('CONTRIBUTING.md'), read('src/bot/runtime/README.md')].flatMap((text) =>
    text.split('\n').filter((line) => line.startsWith('| ')),
  );
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file = '']) => file));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(join(import.meta.dirname, '../src/bot/runtime', file)))).toEqual([]);
});

test('the README’s example of the JSON protocol prints the first view and one line per message', async () => {
  const example = /printf '%s\\n' (.+) \| npm run -s chat -- --json/.exec(read('README.md'))?.[1] ?? '';
  const messages = [...example.matchAll(/'([^']+)'/g)].map(([, message = '']) => message);
  const { out } = await runChat(['--json', '--new'], messages);
  const turns = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(turns.map(({ view }) => view.id)).toEqual(['question.origin', 'question.screen', 'list.O1']);
  expect(turns[2]).toMatchObject({
    facts: { origin: 'organization', errorCodes: ['0xC004F074'] },
    list: 'O1',
    outcome: null,
    handover: null,
  });
});
