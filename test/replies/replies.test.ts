import { describe, expect, test } from 'vitest';
import { languages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { excessOf, lengthOf, measures } from './measure.ts';
import { repliesIn } from './views.ts';

/** A reply that may be longer than its kind. */
interface Longer {
  /** How long it may be: Japanese in characters, English in words. */
  readonly most: Readonly<Partial<Record<Language, number>>>;
  readonly why: string;
}
const longer: Readonly<Record<string, Longer>> = {
  'answer.proxy-hosts': {
    most: { ja: 430, 'ja-easy': 435 },
    why: 'the names of the hosts, for whoever looks after a proxy',
  },
  'detail.P2.2': {
    most: { ja: 215, 'ja-easy': 210 },
    why: 'where the firewall is, and that it need not be turned off',
  },
  'detail.P2.4': { most: { ja: 515, 'ja-easy': 530 }, why: 'the names of the hosts, for whoever looks after a router' },
  'detail.P3.2': { most: { ja: 225, 'ja-easy': 240 }, why: 'the warning of cheap keys, and how hyphens are typed' },
  'detail.P3.3': {
    most: { ja: 240, 'ja-easy': 245 },
    why: 'two long names on the screen, and when a part was replaced',
  },
  'detail.P4.2': {
    most: { ja: 275, 'ja-easy': 290, en: 90 },
    why: 'what the article says of the telephone, which Windows has overtaken',
  },
  'detail.O1.2': { most: { ja: 175, 'ja-easy': 195 }, why: 'two whole sentences on the screen' },
  'detail.O2.1': { most: { ja: 180, 'ja-easy': 225 }, why: 'what does not help at home, and what a VPN may block' },
  'detail.U2.1': { most: { ja: 225, 'ja-easy': 225 }, why: 'the warning of cheap keys, and whom to ask before buying' },
};

describe.each(languages)('the replies in %s', (language) => {
  const replies = repliesIn(language);
  const mostOf = (name: string) => longer[name]?.most[language];

  test('are of every kind', () => {
    const kinds = new Set(replies.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(measures[language].limits).sort());
  });

  test('are as short as a worried person can read, but for those that are listed', () => {
    const long = replies.filter((reply) => {
      const most = mostOf(reply.name);
      return most === undefined ? excessOf(reply, language) > 0 : lengthOf(reply, language) > most;
    });
    expect(long.map((reply) => `${reply.name}: ${lengthOf(reply, language)}`)).toEqual([]);
  });

  test('that are listed as longer are there, and over the limit', () => {
    const over = replies.filter((reply) => excessOf(reply, language) > 0).map(({ name }) => name);
    const listed = Object.keys(longer).filter((name) => mostOf(name) !== undefined);
    expect(over.sort()).toEqual(listed.sort());
  });

  test('have at most five buttons, and five more in the menu', () => {
    const many = replies.filter(({ buttons: { shown, more } }) => shown > 5 || more > 5);
    expect(many.map(({ name }) => name)).toEqual([]);
  });
});
