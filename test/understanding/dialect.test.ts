import { expect, test } from 'vitest';
import { fromDialect } from '../../src/bot/understanding/dialect.ts';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';
import type { Facts } from '../../src/flows/facts.ts';

const heard = (text: string, question: Asked['question']) =>
  understand(text, { question, at: 'question', choices: [] });

test.each<[string, NonNullable<Asked['question']>, Facts]>([
  ['つながっとるよ', 'vpn', { vpn: 'on' }],
  ['つないどらん', 'vpn', { vpn: 'off' }],
  ['切れとります', 'vpn', { vpn: 'off' }],
  ['出勤しとります', 'place', { place: 'office' }],
  ['なんもいじっとらんのに急に出てきよった', 'hardware', { hardware: 'unchanged' }],
  ['変えちょらんばい', 'hardware', { hardware: 'unchanged' }],
  ['ちゃんと取っとる', 'data', { data: 'backed-up' }],
  ['取っとらん', 'data', { data: 'risk' }],
])('dialect is understood as standard Japanese: %s', (text, question, facts) => {
  expect(heard(text, question).facts).toEqual(facts);
});

test('「なんやそれ」 is read as “don’t know”', () => {
  expect(heard('VPN？なんやそれ', 'vpn').intent).toBe('dont-know');
});

test.each(['会社のパソコンちゃうで', '会社のPCやないで', '中古ちゃいます', 'わしのパソコンやないねん'])(
  'an origin denied in dialect tells no origin: %s',
  (text) => {
    expect(heard(text, 'origin').facts).toEqual({});
  },
);

test.each(['写真だけとった', '連絡とります', '全てとってます', 'ずっとルーターを', '少しとった'])(
  'a word that only looks like dialect is left unchanged: %s',
  (text) => {
    expect(fromDialect(text)).toBe(text);
  },
);
