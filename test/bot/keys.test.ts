import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressOf, conversationIn, personOf, userOf } from '../../src/adapters/slack/address.ts';
import { personIn, conversationOf as teamsConversation } from '../../src/adapters/teams/keys.ts';
import { activitySchema } from '../../src/adapters/teams/receive/activity.ts';
import { terminalConversation, terminalPerson } from '../../src/adapters/terminal/resume.ts';
import {
  type ConversationKey,
  channelOf,
  conversationId,
  isConversationId,
  isPersonId,
  personId,
  readConversation,
  readPerson,
} from '../../src/bot/keys.ts';
import { activity, type Place } from '../teams/people.ts';

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = numbers(8);
const some = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
const many = <T>(make: () => T): readonly T[] => Array.from({ length: 200 }, make);

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const base64url = `${upper}abcdefghijklmnopqrstuvwxyz-_`;
const digits = '0123456789';
const guid = () => [8, 4, 4, 4, 12].map((length) => some('0123456789abcdef', length)).join('-');
/** Ids as the products make them: tenant, place, person. */
const real: Readonly<Record<string, () => readonly [string | null, string, string]>> = {
  'a thread of a Slack workspace': () => [`T${some(upper, 10)}`, `C${some(upper, 10)}:${ts()}`, `U${some(upper, 10)}`],
  'a thread of a Slack enterprise': () => [`E${some(upper, 10)}`, `G${some(upper, 10)}:${ts()}`, `W${some(upper, 10)}`],
  'a channel of Teams': () => [
    guid(),
    `19:${some(base64url, 43)}1@thread.tacv2;messageid=${some(digits, 13)}`,
    teamsUser(),
  ],
  'an older channel of Teams': () => [
    guid(),
    `19:${some(base64url, 32)}@thread.skype;messageid=${some(digits, 13)}`,
    teamsUser(),
  ],
  'a group chat of Teams': () => [guid(), `19:${some(base64url, 32)}@thread.v2`, teamsUser()],
  'a meeting of Teams': () => [guid(), `19:meeting_${some(base64url, 46)}@thread.v2`, teamsUser()],
  'a personal chat of Teams': () => [guid(), teamsUser(), `8:orgid:${guid()}`],
  'a personal chat of before': () => [guid(), `a:1${some(base64url, 120)}`, teamsUser()],
  'Teams without a tenant': () => ['', `user-id-${some(digits, 1)}`, `user-id-${some(digits, 1)}`],
  'a terminal': () => [null, 'here', 'me'],
  'a desk by e-mail': () => [null, `${some(digits, 8)}`, `${some(base64url, 8)}+it@example.co.jp`],
};
const ts = () => `${some(digits, 10)}.${some(digits, 6)}`;
const teamsUser = () => `29:1${some(base64url, 100)}`;

describe.each(Object.entries(real))('the ids of %s', (_, make) => {
  test('are written as they are, and are the case of whoever opened the place', () => {
    for (const [tenant, place, user] of many(make)) {
      const parts: ConversationKey = { channel: 'one', tenant, place, person: null };
      const written = ['one', ...(tenant === null ? [] : [tenant]), place].join(':');
      expect(conversationId(parts)).toBe(written);
      expect(readConversation(written)).toEqual(parts);
      expect(channelOf(conversationId(parts))).toBe('one');
      const person = personId({ home: 'one', tenant, user });
      expect(person).toBe(['one', ...(tenant === null ? [] : [tenant]), user].join(':'));
      expect(readPerson(person)).toEqual({ home: 'one', tenant, user });
    }
  });

  test('have room for the case of another person, which sorts after the case of the place', () => {
    for (const [tenant, place, user] of many(make)) {
      const person = personId({ home: 'one', tenant, user });
      const parts: ConversationKey = { channel: 'one', tenant, place, person };
      const [theirs, opener] = [conversationId(parts), conversationId({ ...parts, person: null })];
      expect(readConversation(theirs)).toEqual(parts);
      expect(theirs > opener && theirs.startsWith(`${opener}#`)).toBe(true);
    }
  });
});

/** Parts that somebody chose to take the form of another id. */
const hostile = [
  'x#slack:T1:U1',
  'x%23slack:T1:U1',
  '#',
  '%',
  '%23',
  '%2523',
  '%%3A#',
  '%3A',
  ':',
  '::',
  'T1:C1:1.1',
  'slack:T1:U1',
  '%25%32%33',
  '＃',
  '../..',
  ' ',
];

test('whatever stands in the parts, two different sets of parts never have one id, and each id is read as it was made', () => {
  const made = new Map<string, ConversationKey>();
  const persons = [null, ...hostile.map((user) => personId({ home: 'teams', tenant: null, user }))];
  for (const channel of ['slack', 'teams'])
    for (const tenant of [null, '', 'T1', ...hostile])
      for (const place of hostile)
        for (const person of persons) {
          const parts = { channel, tenant, place, person };
          const id = conversationId(parts);
          expect(made.get(id), id).toBeUndefined();
          made.set(id, parts);
          expect(readConversation(id), id).toEqual(parts);
        }
});

test('an id from Teams that looks like the case of another person stays the place that it is', () => {
  const place: Place = {
    service: 'https://teams',
    tenant: 'one',
    conversation: '19:x#teams:one:29:victim',
    kind: 'groupChat',
  };
  const read = readConversation(teamsConversation(activitySchema.parse(activity(place, 'somebody'))));
  expect(read).toMatchObject({ channel: 'teams', place: place.conversation, person: null });
  expect(readPerson(personIn('one:29:victim', '#x'))).toEqual({ home: 'teams', tenant: 'one:29:victim', user: '#x' });
});

test('a thread of Slack is found by its id, and no other id is taken for one', () => {
  const address = { team: 'T0ONE00001', channel: 'C000000001', thread: '1712345678.000100' };
  const own = conversationIn(address);
  expect(addressOf(own)).toEqual(address);
  const person = personOf('T0ONE00001', 'U000000001');
  expect(userOf(person)).toEqual({ team: 'T0ONE00001', user: 'U000000001' });
  expect(addressOf(conversationIn(address, person)), 'the case of a second person there').toEqual(address);
  for (const other of [
    `${own}#teams:one:29:x`,
    `${own}#`,
    `${own}:1`,
    own.replace('slack', 'teams'),
    own.replace('1712', '%31712'),
    '',
  ])
    expect(addressOf(other), other).toBeUndefined();
  for (const other of ['slack:U1', 'teams:T1:U1', 'slack:T1:', `${own}#${person}`])
    expect(userOf(other), other).toBeUndefined();
});

test.each([
  '',
  ':',
  'slack',
  'slack:',
  'slack::',
  ':T1:C1',
  'Slack:T1:C1',
  'sl ack:T1:C1',
  'slack:T1:C1#',
  'slack:T1:C1#U1',
  'slack:T1:C1#slack:T1:U1#slack:T1:U2',
  '#slack:T1:U1',
  'slack:T1:%2523%3A',
  'slack:T1\u0000:C1',
  'slack:T1:\ud800',
  `slack:T1:${'x'.repeat(512)}`,
])('what nobody made is no id of a conversation: %j', (text) => {
  expect(isConversationId(text)).toBe(false);
  expect(isPersonId(text)).toBe(false);
});

test('an id whose channel is none is not made', () => {
  for (const home of ['', 'Slack', 'a:b', '#'])
    expect(() => personId({ home, tenant: null, user: 'x' })).toThrow('a-z, 0-9 and -');
});

test('the ids of the terminal are those of its first version', () => {
  expect([terminalConversation, terminalPerson]).toEqual(['terminal:here', 'terminal:me']);
});

test('every id in the records of earlier versions is the case of whoever opened the place', () => {
  const text = readFileSync(new URL('../runtime/records/51f6a99.json', import.meta.url), 'utf8');
  const records = Object.values(JSON.parse(text) as Record<string, { row: { conversation: string; person: string } }>);
  expect(records.length).toBeGreaterThan(0);
  for (const { row } of records) {
    expect(readConversation(row.conversation)).toMatchObject({ channel: 'slack', person: null });
    expect(readPerson(row.person)).toMatchObject({ home: 'slack' });
  }
});
