import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Environment, readSettings } from '../../src/adapters/config/settings.ts';
import { readDesks } from '../../src/adapters/desk/file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninsho-desks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (content: unknown): string => {
  const file = join(folder, 'desks.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const desk = { id: 'it', takes: ['it-admin'], via: { kind: 'elsewhere', key: '$DESK_KEY' } };
const two = { ...desk, id: 'two' };
const hours = { open: [{ days: ['mon'], from: '09:00', to: '17:00' }], answersWithin: 60 };
const read = (content: unknown, environment: Environment = { DESK_KEY: 'secret' }) =>
  readDesks(written(content), environment, ['slack', 'teams']);

test('a desk takes the cases of all channels unless it names some; secrets come from the environment', () => {
  expect(read({ desks: [desk, { ...desk, id: 'two', channels: ['teams'], name: '情報システム部' }] })).toEqual([
    {
      setup: {
        id: 'it',
        name: '',
        takes: ['it-admin'],
        serves: ['slack', 'teams'],
        language: 'ja',
        zone: 'Asia/Tokyo',
        hours: null,
        escalatesTo: '',
      },
      via: { kind: 'elsewhere', key: 'secret' },
    },
    {
      setup: {
        id: 'two',
        name: '情報システム部',
        takes: ['it-admin'],
        serves: ['teams'],
        language: 'ja',
        zone: 'Asia/Tokyo',
        hours: null,
        escalatesTo: '',
      },
      via: { kind: 'elsewhere', key: 'secret' },
    },
  ]);
});

test.each([
  ['a text that is no JSON', '{', 'JSON'],
  ['no desks', { desks: [] }, 'desks'],
  ['a letter that is the person’s own', { desks: [{ ...desk, takes: ['microsoft'] }] }, 'takes'],
  ['an id with a blank', { desks: [{ ...desk, id: 'our desk' }] }, 'lower-case'],
  ['an unknown field', { desks: [{ ...desk, colour: 'red' }] }, 'colour'],
  ['a time zone that does not exist', { desks: [{ ...desk, zone: 'Asia/Tokio' }] }, 'Asia/Tokyo'],
  ['an offset in place of a time zone', { desks: [{ ...desk, zone: '+09:00' }] }, 'Asia/Tokyo'],
  ['an abbreviation in place of a time zone', { desks: [{ ...desk, zone: 'JST' }] }, 'Asia/Tokyo'],
  ['a channel that does not exist', { desks: [{ ...desk, channels: ['matrix'] }] }, 'matrix'],
  ['hours without a day', { desks: [{ ...desk, hours: { open: [], answersWithin: 60 } }] }, 'hours'],
  ['a second desk that does not exist', { desks: [{ ...desk, escalatesTo: 'night' }] }, 'there is no desk night'],
  ['a desk that gets nothing', { desks: [desk, { ...desk, id: 'night', takes: [] }] }, 'night: takes nothing'],
  ['a desk that is its own second desk', { desks: [{ ...desk, hours, escalatesTo: 'it' }] }, 'must be another desk'],
  ['a second desk without hours', { desks: [{ ...desk, escalatesTo: 'two' }, two] }, 'it: escalatesTo needs hours'],
  [
    'a second desk by the hours of a desk that never has the same case',
    {
      desks: [
        { ...desk, escalatesTo: 'two' },
        { ...two, hours, takes: ['specialist'] },
      ],
    },
    'it: escalatesTo needs hours',
  ],
  [
    'a second desk by the hours of a desk in another channel',
    {
      desks: [
        { ...desk, channels: ['slack'], escalatesTo: 'two' },
        { ...two, hours, channels: ['teams'] },
      ],
    },
    'it: escalatesTo needs hours',
  ],
  ['two desks of one id', { desks: [desk, desk] }, 'two desks are called it'],
])('a desks file is refused with the file and the reason: %s', (_, content, why) => {
  expect(() => read(content)).toThrow(/DESKS_FILE .*desks\.json cannot be used/);
  expect(() => read(content)).toThrow(why);
});

test('a second desk need not take letters of its own', () => {
  const { takes: _, ...night } = { ...desk, id: 'night' };
  const [first, second] = read({ desks: [{ ...desk, hours, escalatesTo: 'night' }, night] });
  expect([first?.setup.escalatesTo, second?.setup.takes]).toEqual(['night', []]);
});

test('a second desk is taken with hours of the desk, or of another one that has the same cases', () => {
  const escalating = { ...desk, escalatesTo: 'two' };
  for (const desks of [
    [{ ...escalating, hours }, two],
    [escalating, { ...two, hours }],
    [
      { ...escalating, channels: ['slack'] },
      { ...two, hours },
    ],
    [escalating, { ...two, hours, channels: ['teams'] }],
  ])
    expect(read({ desks }).map(({ setup }) => setup.escalatesTo)).toEqual(['two', '']);
});

test('a secret that is not set is named, and its value never shown', () => {
  expect(() => read({ desks: [desk] }, {})).toThrow('the environment variable DESK_KEY is not set');
});

test('a desk of an unknown kind, or in a chat that is not set up, keeps the program from starting', () => {
  const start = (via: object) => () => readSettings({ DESKS_FILE: written({ desks: [{ ...desk, via }] }) });
  expect(start({ kind: 'pigeon' })).toThrow('there is no kind pigeon');
  expect(start({ kind: 'slack', channel: 'C1' })).toThrow('a desk in Slack, which is not set up');
});
