import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import overlay from '../../locales/overlay.json' with { type: 'json' };
import { parsePhrase } from '../../src/adapters/words/phrase.ts';
import { valueLines } from '../../src/adapters/words/positions.ts';
import { readWords } from '../../src/adapters/words/read.ts';
import { whyFixed, wrongWith } from '../../src/adapters/words/rules.ts';
import { textsOf } from '../../src/adapters/words/texts.ts';
import { languages } from '../../src/bot/languages.ts';
import { phrasesOf } from '../../src/bot/understanding/phrases.ts';
import { broken } from './broken.ts';
import { folderOf } from './folder.ts';

test('more than forty ways to break a words directory are known', () => {
  expect(broken.length).toBeGreaterThanOrEqual(40);
});

test.each(broken)('%s is refused, with its line', (_, file, marked, said) => {
  const line = (marked.split('👉')[0] ?? '').split('\n').length;
  const folder = folderOf({ 'en/says.json': '{ "greeting": "Hello." }', [file]: marked.replace('👉', '') });
  const { problems } = readWords(folder.directory);
  expect(problems.map((problem) => [problem.file, problem.line])).toEqual([[file, line]]);
  expect(problems[0]?.what).toContain(said);
  folder.end();
});

test('a file that is too large, and a directory with too many, are refused before they are read', () => {
  const large = folderOf({ 'ja/says.json': `{ "greeting": "${'あ'.repeat(100_000)}" }` });
  expect(readWords(large.directory).problems).toEqual([
    { file: 'ja/says.json', line: 1, what: 'the file is larger than 256 KiB' },
  ]);
  large.end();
  const many = folderOf(Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`ja/${n}.json`, '{}'])));
  expect(readWords(many.directory).problems[0]?.what).toContain('more than 100 files');
  many.end();
});

test('every text of the product that may be another one would itself be taken', () => {
  const refused = languages.flatMap((language) =>
    [...textsOf(language)].flatMap(([key, text]) => {
      const wrong = whyFixed(key) === undefined ? wrongWith(language, key, text, text) : undefined;
      return wrong === undefined ? [] : [`${language} ${key}: ${wrong}`];
    }),
  );
  expect(refused).toEqual([]);
});

test('every key that stays as it is names a text', () => {
  const keys = [...textsOf('ja')].map(([key]) => `${key}.`);
  const astray = [...overlay.cautions, ...overlay.fixed].filter(
    (prefix) => !keys.some((key) => key.startsWith(prefix)),
  );
  expect(astray).toEqual([]);
});

test('lines are those of the values, at any depth, whatever stands in the texts', () => {
  const lines = valueLines('{\n "a": "}{\\"[,\\n",\n\n "b": {"c": [1,\n {"d": null}],\n "e": true}\n}');
  expect(Object.fromEntries(lines)).toEqual({ a: 2, b: 4, 'b.c': 4, 'b.c.0': 4, 'b.c.1': 5, 'b.c.1.d': 5, 'b.e': 6 });
});

test('a phrase is words one after another, some of them one of several, or left out', () => {
  const isAsked = phrasesOf([parsePhrase('[社内]VPN(の|への)(つなぎ方|接続方法)[を教えて]')]);
  expect(['vpnのつなぎ方', '社内vpnへの接続方法を教えて', 'vpn の つなぎ方。'].map((text) => isAsked(text))).toEqual([
    '',
    '',
    '',
  ]);
  expect(['vpn', 'vpnのつなぎ', '昨日vpnのつなぎ方'].map((text) => isAsked(text))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('npm run words -- check prints each problem with its line, and ends with 1', () => {
  const folder = folderOf({ 'ja/says.json': '{\n  "greeting": ""\n}' });
  const run = (...given: readonly string[]) =>
    spawnSync(process.execPath, ['src/adapters/cli/words.ts', ...given], { encoding: 'utf8' });
  const wrong = run('check', folder.directory);
  expect([wrong.stdout.split('\n')[0], wrong.status]).toEqual(['ja/says.json:2: the text is empty', 1]);
  folder.write('ja/says.json', '{ "greeting": "こんにちは。" }');
  expect(run('check', folder.directory).status).toBe(0);
  expect(run('list', 'en', 'says:greeting').stdout).toMatch(/^says:greeting {2}Hello/);
  expect(run('check').stderr).toContain('WORDS_DIR is not set');
  folder.end();
});

test('the examples of docs/words.md are taken', () => {
  const page = readFileSync(new URL('../../docs/words.md', import.meta.url), 'utf8');
  const [sentence = '', answers = '', notices = ''] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, text]) => text,
  );
  const folder = folderOf({ 'ja/says.json': sentence, 'answers.json': answers, 'notices.json': notices });
  const { words, problems } = readWords(folder.directory);
  expect(problems).toEqual([]);
  expect(words.answers.map(({ id }) => id)).toEqual(['vpn-howto', 'where-is-it']);
  folder.end();
});

test('a model is taken for the version that it was trained for, and refused for another, or where it is damaged', () => {
  const { source, ...product } = JSON.parse(readFileSync(new URL('../../locales/model.json', import.meta.url), 'utf8'));
  const problems = (over: object) => {
    const folder = folderOf({ 'model.json': JSON.stringify({ base: source, source: 'own', ...product, ...over }) });
    const read = readWords(folder.directory);
    folder.end();
    return [read.words.model === null, read.problems.map(({ what }) => what.split(';')[0])];
  };
  expect(problems({})).toEqual([false, []]);
  expect(problems({ base: 'another' })).toEqual([true, ['was trained for another version of the bot']]);
  expect(problems({ biases: [] })).toEqual([true, ['is no model']]);
  expect(problems({ packed: product.packed.slice(0, 1_000) })).toEqual([
    true,
    ['the weights of the model are damaged'],
  ]);
});
