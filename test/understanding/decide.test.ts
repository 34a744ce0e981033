import { expect, test } from 'vitest';
import { buckets } from '../../src/bot/understanding/features.ts';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';
import { modelOf, pack, steps } from '../../src/bot/understanding/model.ts';

const origin: Asked = { question: 'origin', at: 'question', choices: [] };

test('a word that no pattern knows and of which the model is not sure is asked about', () => {
  const { facts, candidates } = understand('お隣のご主人が組んでくれた', origin);
  expect(facts).toEqual({});
  expect(candidates).toContainEqual({ facts: { origin: 'used' } });
});

test('after the end of a case the model asks nothing', () => {
  const closed: Asked = { question: undefined, at: 'closed', choices: [] };
  expect(understand('なんの話でしたっけ', closed).candidates).toEqual([]);
});

test('a bare word decides nothing where a drive may fail', () => {
  const rescue: Asked = { question: undefined, at: 'rescue', choices: [] };
  expect(understand('違います', rescue)).toMatchObject({ facts: {}, intent: undefined, candidates: [] });
});

test('packed weights give the score that they were packed with', () => {
  const weights = [
    { label: 0, bucket: 0, steps: 64 },
    { label: 0, bucket: 128, steps: -127 },
    { label: 1, bucket: buckets - 1, steps: 127 },
  ];
  const model = modelOf({ labels: ['a', 'b'], biases: [-1, 2], packed: pack(weights, 2) });
  expect([...model.score([Int32Array.of(0), Int32Array.of(128, 0, buckets - 1, 5)])]).toEqual([
    64 / steps - 1,
    127 / (steps * 2) + 2,
  ]);
});
