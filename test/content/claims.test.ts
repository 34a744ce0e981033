import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import data from '../../locales/claims.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { languages } from '../../src/bot/languages.ts';
import { catalogue } from '../../src/flows/codes.ts';
import hosts from '../../src/flows/hosts.json' with { type: 'json' };
import answers from '../../src/flows/sources.json' with { type: 'json' };
import { astray, claimsOf, isFresh, type Register, register, releasedOn, unsaid, unsourced } from './claims.ts';
import { textsOf } from './texts.ts';

const entries = register.parse(data);
const codes: ReadonlySet<string> = new Set(catalogue.keys());
/** Texts whose sources are kept beside them: the words for each code, and each answer. */
const apart = [
  ...[...codes].map((code) => `codes:${code}`),
  ...Object.keys(answers.topics).map((id) => `answers:${id}`),
];
/** Texts that claim nothing: what samples quote is for people to write, and test/bot/samples.test.ts holds it; the operator's pages say what the program does; the others only name months and the times of a clock. */
const written = (key: string): boolean => /^(samples:|insight:|privacy:|hours:(months|clock)\.)/.test(key);
const said = languages.flatMap((language) =>
  [...textsOf(language)].filter(([key]) => !written(key)).flatMap(([key, text]) => claimsOf(language, key, text)),
);
const release = releasedOn(readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8'), packageJson.version);

describe('the register of claims', () => {
  test('every name, code, date and figure in a text has a source with its date, and how sure it is', () => {
    expect(unsourced(said, entries, codes, apart)).toEqual([]);
  });

  test('every claim of the register stands in a text', () => {
    expect(unsaid(said, entries)).toEqual([]);
  });

  test('every claim names sources that the register has, and every source has a claim', () => {
    expect(astray(entries)).toEqual([]);
  });

  test('no source was last looked at more than a year before the release', () => {
    const seen = [
      ...Object.entries(entries.sources).map(([id, source]) => ({ id, seen: source.seen })),
      ...[...catalogue].map(([id, code]) => ({ id, seen: code.reviewed })),
      { id: 'hosts.json', seen: hosts.reviewed },
      ...Object.entries(answers.sources).map(([id, source]) => ({ id, seen: source.seen })),
    ];
    expect(seen.filter((one) => !isFresh(one.seen, release)).map(({ id }) => id)).toEqual([]);
  });

  test('the hosts have sources, a date and how sure they are', () => {
    const [source = '', ...more] = hosts.sources;
    expect([source, ...more].filter((url) => !url.startsWith('https://'))).toEqual([]);
    expect([hosts.reviewed, hosts.sure]).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), 'high']);
  });
});

describe('how claims are found', () => {
  const saysIn = (language: 'ja' | 'en', text: string) => claimsOf(language, 'x:y', text).map(({ says }) => says);

  test('names in quotation marks, pages, codes, dates and figures are claims', () => {
    expect(saysIn('ja', '「次へ」と0xC004F074。2025年12月までに180日間、aka.ms/aohで25文字。')).toEqual([
      '次へ',
      'aka.ms/aoh',
      '0xC004F074',
      '2025年12月',
      '180日間',
      '25文字',
    ]);
    expect(saysIn('en', 'Select “Next”: 7 days, half a year, December 2025, October 14, 2025, slui 4.')).toEqual([
      'Next',
      'slui 4',
      '7 days',
      'half a year',
      'December 2025',
      'October 14, 2025',
    ]);
  });

  test('placeholders, versions of Windows, steps of a list and the word "one" are no claims', () => {
    expect(saysIn('ja', 'Windows 11では、手順1と2を{{step}}で1つずつ、1回だけ。')).toEqual([]);
    expect(saysIn('en', 'On Windows 11, begin with steps 3 and 4, or “{{quote}}”.')).toEqual([]);
  });
});

describe('what the register does not let pass', () => {
  const known: Register = {
    sources: { page: { source: 'https://example.com/', seen: '2026-01-31' } },
    claims: [{ from: ['page'], sure: 'high', names: ['次へ'], figures: { 'notes:dated.a': ['180日間'] } }],
  };
  const at = (key: string, text: string) =>
    unsourced(claimsOf('ja', key, text), known, new Set(['0xC004F074']), ['answers:own']);

  test('a name, a code, a date and a figure without a source are each named with their text', () => {
    expect(at('notes:dated.a', '「次へ」「戻る」0xC004F074と0x80072EE7。2025年12月まで180日間、7日ごと。')).toEqual([
      'name 戻る (notes:dated.a)',
      'code 0x80072EE7 (notes:dated.a)',
      'figure 2025年12月 (notes:dated.a)',
      'figure 7日 (notes:dated.a)',
    ]);
  });

  test('a figure has its source in the text that it was looked up for, and in no other', () => {
    expect(at('notes:dated.ab', '180日間です。')).toEqual(['figure 180日間 (notes:dated.ab)']);
  });

  test('a text whose sources are kept beside it needs no other, and its neighbours do', () => {
    expect([at('answers:own.0', '7日です。'), at('answers:owner.0', '7日です。')]).toEqual([
      [],
      ['figure 7日 (answers:owner.0)'],
    ]);
  });

  test('a claim that no text makes any more, and a source that is not there or not used, are named', () => {
    expect(unsaid(claimsOf('ja', 'notes:dated.a', '「戻る」'), known)).toEqual(['次へ', '180日間 (notes:dated.a)']);
    expect(astray({ ...known, claims: [{ from: ['other'], sure: 'low' }] })).toEqual(['page', 'other']);
  });

  test('a source without a day, or that is neither a page nor one of the three, is refused', () => {
    const refused = (source: object) => !register.safeParse({ sources: { a: source }, claims: [] }).success;
    expect([{ source: 'general' }, { source: 'hearsay', seen: '2026-01-31' }].map(refused)).toEqual([true, true]);
    expect(register.safeParse({ sources: {}, claims: [{ from: ['a'] }] }).success).toBe(false);
  });

  test('a source that was looked at a year and a day before the release is too old', () => {
    expect(['2026-01-31', '2026-02-01', '2026-12-31'].map((seen) => isFresh(seen, '2027-02-01'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('the release’s date stands beside its version in the changelog, and nothing is released without', () => {
    expect(releasedOn('# Changelog\n\n## 0.2.0 - 2027-02-01\n', '0.2.0')).toBe('2027-02-01');
    expect(() => releasedOn('# Changelog\n\n## 0.2.0\n', '0.2.0')).toThrow('## 0.2.0 - YYYY-MM-DD');
  });
});
