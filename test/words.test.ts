import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

const root = join(import.meta.dirname, '..');

/** What only brings a text into one form, and is no word that is said or heard. */
const normalisation: readonly string[] = ['fold', 'kana', 'dialect', 'redact/flatten'].map(
  (name) => `src/bot/understanding/${name}.ts`,
);

/** Words of patterns that belong to no language, and why. */
const technical: Readonly<Record<string, readonly string[]>> = {
  // Elements of HTML.
  'src/bot/understanding/redact/pieces.ts': ['div', 'span', 'strong', 'code', 'kbd', 'pre', 'table', 'tbody', 'thead'],
  // Units: 100MBPS, 64BIT.
  'src/bot/understanding/redact/characters.ts': ['bps', 'bit'],
  // The beginnings of files.
  'src/bot/desk/attachments.ts': ['png', 'gif', 'riff', 'webp', 'ftyp', 'hei', 'hev', 'mif', 'msf', 'pdf'],
  // The scheme of web addresses.
  'src/bot/lib/links.ts': ['https'],
  // Names of labels: docs/labels.md.
  'src/bot/understanding/costs.ts': ['scam', 'malware'],
  'src/bot/understanding/decide.ts': [
    ...['intent', 'message', 'malware', 'whose', 'when', 'subject'],
    ...['not', 'solved', 'problem', 'stuck', 'watermark'],
  ],
  // The ids of buttons.
  'src/bot/conversation/on-choice.ts': ['reading'],
  'src/bot/conversation/on-steps.ts': ['step'],
};

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly unknown[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** What makes a pattern of a string, wherever it is used. */
const alternatives = /\(\?|\w\|\w/;

/** A text in the code, and whether it is of a pattern. */
interface Written {
  readonly file: string;
  readonly text: string;
  readonly pattern: boolean;
}

/** Returns what the code of a file says in strings and patterns; comments are not among it. */
function writtenIn(file: string): readonly Written[] {
  const found: Written[] = [];
  const visit = (node: Node, pattern: boolean): void => {
    const { type, value, regex } = node;
    const add = (text: string) => found.push({ file, text, pattern: pattern || alternatives.test(text) });
    if (regex !== undefined) found.push({ file, text: regex.pattern, pattern: true });
    else if (type === 'Literal' && typeof value === 'string') add(value);
    else if (type === 'TemplateElement') add((value as { raw: string }).raw);
    const source = node.callee?.name === 'RegExp' ? node.arguments?.[0] : undefined;
    for (const child of childrenOf(node)) visit(child, pattern || child === source);
  };
  visit(parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'ts' }) as Node, false);
  return found;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.m?ts$/.test(file))
  .map((file) => `src/${file}`);
const written = files.flatMap(writtenIn);

const decoded = (text: string): string =>
  text.replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

test('no Japanese character stands in the code, escaped or not, but in what normalises texts', () => {
  const words = written.filter(({ file, text }) => !normalisation.includes(file) && japanese.test(decoded(text)));
  expect(words.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

/** Returns the words of a pattern in lower case: what is left of it without classes of characters, escapes and names of groups. */
const wordsOf = (pattern: string): readonly string[] =>
  pattern
    .replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\(\?<\w+>|\\./gi, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .match(/[a-z]{3,}/g) ?? [];

test('no pattern of the bot has a word of Latin letters that is not technical', () => {
  const patterns = written.filter(({ file, pattern }) => pattern && file.startsWith('src/bot/'));
  const words = patterns.flatMap(({ file, text }) =>
    wordsOf(text).flatMap((word) => (technical[file]?.includes(word) ? [] : `${file}: ${word}`)),
  );
  expect(words).toEqual([]);
});

test('no word is excepted that no pattern has', () => {
  const idle = Object.entries(technical).flatMap(([file, words]) => {
    const had = written.filter((one) => one.file === file && one.pattern).flatMap(({ text }) => wordsOf(text));
    return words.filter((word) => !had.includes(word)).map((word) => `${file}: ${word}`);
  });
  expect([...idle, ...normalisation.filter((file) => !files.includes(file))]).toEqual([]);
});
