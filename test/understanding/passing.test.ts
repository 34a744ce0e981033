import { describe, expect, test } from 'vitest';
import { understand } from '../../src/bot/understand/index.ts';
import type { Topic } from '../../src/flows/events.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });

/** What people ask or tell in passing, by the answer that they get. */
const asked: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  'may-reinstall': [
    '初期化していい？',
    '再インストールしてもいい？',
    '初期化しても大丈夫ですか',
    'is it ok to reset my pc?',
  ],
  'need-reinstall': ['再インストールは必要ですか', 'do I need to reinstall?'],
};

describe.each(Object.entries(asked))('%s is asked by', (topic, texts) => {
  test.each(texts)('%s', (text) => {
    expect(heard(text)).toMatchObject({ topic, intent: undefined, facts: {} });
  });
});

test.each(['初期化したい', 'もう初期化する', 'I will reset my PC'])('a decision to reset is one: %s', (text) => {
  expect(heard(text).facts.reinstall).toBe('wanted');
});
