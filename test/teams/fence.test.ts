import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../src/bot/languages.ts';
import { textsOf } from '../content/texts.ts';

const root = join(import.meta.dirname, '../..');
const importing = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.m?[jt]s$/.test(file))
  .filter((file) => /['"](botbuilder|botframework-)/.test(readFileSync(join(root, 'src', file), 'utf8')));

test('one file alone imports the Bot Framework SDK', () => {
  expect(importing).toEqual(['adapters/teams/send/connector.ts']);
});

test('no text of the bot contains markdown that a card would draw', () => {
  const marked = /[*_`~#<>]|\[.*\]\(|^\s*([-+]|\d+\.)\s/m;
  const drawn = languages.flatMap((language) => [...textsOf(language)]);
  // A letter is shown as it is written; only the checks for administrators, and of a KMS host, are in nothing but a letter. How to sign in stands on the operator's page alone.
  const elsewhere = /^(?:handover:(?:administrator\.checks|it-admin\.kms)|insight:sign-in\.)/;
  const inCards = drawn.filter(([key]) => !elsewhere.test(key));
  expect(inCards.filter(([, text]) => marked.test(text))).toEqual([]);
});
