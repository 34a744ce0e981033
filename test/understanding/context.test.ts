// To whoever works on src/bot/understand: in real use a question is always open, and nearly every first message is a
// free story told while `origin` is asked. A reply counts as the answer only where the clause says nothing else
// ("browser works fine" is no organisation, "pass me to IT please" neither): keep this green, then finish and report.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';
import type { QuestionId } from '../../src/flows/questions.ts';

interface Item {
  readonly t: string;
  readonly l: readonly string[];
  readonly ctx?: string;
}
const read = (file: string): readonly Item[] => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).items;
const heard = (text: string, question: QuestionId | undefined) =>
  understand(text, { question, at: question === undefined ? 'list' : 'question', choices: [] });
const originOf = (item: Item) => item.l.find((label) => label.startsWith('origin='));

test('a story that tells no origin gives none, while the origin is asked', () => {
  const items = ['test60.json', 'hold60.json', 'more.json', 'unseen.json'].flatMap(read);
  const guessed = items.filter(
    (item) =>
      (item.ctx ?? 'origin') === 'origin' &&
      originOf(item) === undefined &&
      heard(item.t, 'origin').facts.origin !== undefined,
  );
  expect(guessed.map(({ t }) => t)).toEqual([]);
});

test('a story that tells an origin gives the same one while another question is open', () => {
  const told = ['test60.json', 'hold60.json', 'more.json']
    .flatMap(read)
    .filter((item) => item.ctx === undefined && originOf(item) !== undefined);
  for (const question of ['origin', 'screen', 'data'] as const) {
    const lost = told.filter(({ t }) => heard(t, question).facts.origin !== heard(t, undefined).facts.origin);
    expect(
      lost.map(({ t }) => t),
      question,
    ).toEqual([]);
  }
});

test('an open question adds no fact to a message about something else', () => {
  const free = ['test60.json', 'hold60.json', 'more.json'].flatMap(read).filter((item) => item.ctx === undefined);
  for (const question of ['screen', 'data', 'vpn', 'place', 'hardware', 'key'] as const) {
    const added = free.filter(({ t }) => {
      const plain = heard(t, undefined);
      const slots = Object.keys(heard(t, question).facts);
      return Object.keys(plain.facts).length > 0 && slots.some((slot) => !(slot in plain.facts));
    });
    expect(
      added.map(({ t }) => t),
      question,
    ).toEqual([]);
  }
});

test.each(["it's my pc", 'it says windows is not activated', 'its my computer at home', 'it shows windows 11 pro'])(
  'the pronoun “it” is not read as an IT department: %s',
  (text) => {
    expect(heard(text, 'origin').facts.origin).not.toBe('organization');
  },
);

test.each(['our IT gave me this laptop', 'It was set up by the IT department', 'my IT guy set it up'])(
  'an IT department tells that the PC is an organisation’s: %s',
  (text) => {
    expect(heard(text, 'origin').facts.origin).toBe('organization');
  },
);

test.each([
  'バックアップ取りたい',
  'バックアップしたつもりだけど自信ない',
  'バックアップしてたっけ',
  'OneDriveに入ってると思う',
  'たぶんある',
  "i'm going to back up now",
  'probably backed up',
])('a wish, plan or belief about a backup does not count as a backup: %s', (text) => {
  expect(heard(text, 'data').facts.data).not.toBe('backed-up');
});

test.each([
  'Make sure you are on the network. If you continue having problems, contact your organization’s support person.',
  'If the problem continues contact customer support',
  'システム管理者に連絡してください',
  'Microsoft サポートに連絡してください。',
])('a request quoted from the screen is not a request for a person: %s', (text) => {
  expect(heard(`${text} 0xC004F074`, 'origin').intent).toBeUndefined();
});

test.each(['I want to contact customer support', '管理者に連絡したい'])(
  'a request for a person is read as one: %s',
  (text) => {
    expect(heard(text, 'origin').intent).toBe('human');
  },
);

test.each(['オンに戻しました', '戻したよ', '元に戻しました', '再開しました'])(
  'protection told as put back counts as done where that is asked: %s',
  (text) => {
    expect(understand(text, { question: undefined, at: 'advice', choices: [] }).intent).toBe('done');
  },
);

test.each(['戻ってます', '戻っています', 'もう戻ってる'])(
  'a report that protection is back is not read as the command “back”: %s',
  (text) => {
    expect(understand(text, { question: undefined, at: 'advice', choices: [] }).intent).toBe('done');
  },
);

test.each(['I have a problem, can you contact support', 'There are issues, please contact support for me'])(
  'a request for support counts although the message names a problem: %s',
  (text) => {
    expect(heard(text, 'origin').intent).toBe('human');
  },
);
