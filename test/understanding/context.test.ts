// To whoever works on src/bot/understand: in real use a question is always open, and nearly every first message is a
// free story told while `origin` is asked. A reply counts as the answer only where the clause says nothing else
// ("browser works fine" is no organisation, "pass me to IT please" neither): keep this green, then finish and report.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understand/index.ts';
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

test('no origin is read into a story that tells none, while the origin is asked', () => {
  const items = ['test60.json', 'hold60.json', 'more.json', 'unseen.json'].flatMap(read);
  const guessed = items.filter(
    (item) =>
      (item.ctx ?? 'origin') === 'origin' &&
      originOf(item) === undefined &&
      heard(item.t, 'origin').facts.origin !== undefined,
  );
  expect(guessed.map(({ t }) => t)).toEqual([]);
});

test('an origin that a story tells is understood while another question is open', () => {
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

test('an open question adds nothing to a message that is about something else', () => {
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
  '"it" names no IT department: %s',
  (text) => {
    expect(heard(text, 'origin').facts.origin).not.toBe('organization');
  },
);

test.each(['our IT gave me this laptop', 'It was set up by the IT department', 'my IT guy set it up'])(
  'an IT department is heard: %s',
  (text) => {
    expect(heard(text, 'origin').facts.origin).toBe('organization');
  },
);
