import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';
import { type QuestionId, questions } from '../../src/flows/questions.ts';
import { readExamples } from './training/examples.ts';

// In real use a question is always open, and nearly every first message is a free story told while `origin` is asked.
const heard = (text: string, question: QuestionId | undefined) =>
  understand(text, { question, at: question === undefined ? 'list' : 'question', choices: [] });
const every = <T>(nth: number, all: readonly T[]): readonly T[] => all.filter((_, n) => n % nth === 0);
/** Stories of the opening: of a few words and more, so that they say the same wherever they are told. */
const free = readExamples().filter(({ asked, t }) => asked === 'none' && t.length >= 14);
const originOf = ({ labels }: (typeof free)[number]) =>
  labels.find((label) => label.startsWith('origin='))?.slice('origin='.length);

test('a story that tells no origin gives none, but for one in a hundred, while the origin is asked', () => {
  const items = every(
    3,
    free.filter((item) => originOf(item) === undefined),
  );
  const guessed = items.filter(({ t }) => heard(t, 'origin').facts.origin !== undefined);
  expect(guessed.length, guessed.map(({ t }) => t).join('\n')).toBeLessThanOrEqual(items.length / 100);
});

test.each([undefined, 'origin', 'screen', 'data', 'vpn', 'place', 'hardware', 'key'] as const)(
  'a story that tells an origin gives no other while a question is open, but for one in fifty: %s',
  (question) => {
    const told = every(
      8,
      free.filter((item) => originOf(item) !== undefined),
    );
    const others = told.filter((item) => {
      const { origin } = heard(item.t, question).facts;
      return origin !== undefined && origin !== originOf(item);
    });
    expect(others.length, others.map(({ t }) => t).join('\n')).toBeLessThanOrEqual(told.length / 50);
  },
);

test.each(['screen', 'data', 'vpn', 'place', 'hardware'] as const)(
  'a story about something else does not answer the open question, but for one in fifty: %s',
  (question) => {
    // A code is read wherever it stands.
    const slots: readonly string[] = questions[question].slots.filter((slot) => slot !== 'errorCodes');
    const items = every(15, free).filter(
      ({ labels }) => !labels.some((label) => slots.includes(label.split('=')[0] ?? '')),
    );
    const added = items.filter(({ t }) => Object.keys(heard(t, question).facts).some((slot) => slots.includes(slot)));
    expect(added.length, added.map(({ t }) => t).join('\n')).toBeLessThanOrEqual(items.length / 50);
  },
);

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
