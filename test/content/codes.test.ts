import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import en from '../../locales/en/codes.json' with { type: 'json' };
import ja from '../../locales/ja/codes.json' with { type: 'json' };
import { type Cause, type Code, catalogue, isVolume, type Scope, type Sureness } from '../../src/flows/codes.ts';
import { list, listIds } from '../../src/flows/lists.ts';

const scope: z.ZodType<Scope> = z.enum(['any', 'volume', 'retail']);
const cause: z.ZodType<Cause> = z.enum([
  'network',
  'clock',
  'server',
  'organization',
  'key',
  'counterfeit',
  'hardware',
  'edition',
  'corruption',
  'other',
]);
const sure: z.ZodType<Sureness> = z.enum(['high', 'medium', 'low']);
const procedures = z.array(z.enum(listIds)).min(1);
const source = z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^(Microsoft|Public) .+/)]);
const schema = z.strictObject({
  scope,
  kms: z.literal(true).exactOptional(),
  cause,
  procedures,
  proceduresIfUsed: procedures.exactOptional(),
  sources: z.array(source).min(1),
  reviewed: z.iso.date(),
  sure,
  note: z.string().min(1).exactOptional(),
});

const codes = [...catalogue];
/** The codes of the entries that break a rule; an empty list reads better in a failure than `false`. */
const breaking = (rule: (entry: Code, code: string) => boolean) =>
  codes.filter(([code, entry]) => !rule(entry, code)).map(([code]) => code);
const odd = (words: Readonly<Record<string, string>>, rule: (text: string) => boolean) =>
  Object.entries(words).filter(([, text]) => !rule(text));

describe('the catalogue of error codes', () => {
  test('the catalogue writes every code as 0x and 8 upper-case hex digits', () => {
    expect(breaking((_, code) => /^0x[0-9A-F]{8}$/.test(code))).toEqual([]);
  });

  test('the codes of an organisation’s own server are those whose words name it, and the one that Microsoft lists for it', () => {
    const named = Object.entries(ja).flatMap(([code, text]) => (text.includes('KMS') ? code : []));
    expect(codes.flatMap(([code, { kms }]) => (kms === true ? code : [])).sort()).toEqual(
      [...named, '0x8007232A'].sort(),
    );
  });

  test('every entry has known lists, a known cause, scope and sureness, and at least one source with its date', () => {
    expect(codes.flatMap(([code, entry]) => schema.safeParse(entry).error?.issues.map((i) => [code, i]) ?? [])).toEqual(
      [],
    );
  });

  test('no entry names a list twice', () => {
    const once = (ids: readonly string[] = []) => new Set(ids).size === ids.length;
    expect(breaking(({ procedures, proceduresIfUsed }) => once(procedures) && once(proceduresIfUsed))).toEqual([]);
  });

  test('a code for volume licences leads only to lists of organisations', () => {
    expect(breaking((entry) => entry.scope !== 'volume' || only(entry.procedures, 'organization'))).toEqual([]);
  });

  test('a code for other licences leads to no list of organisations', () => {
    const none = ({ procedures }: Code) => procedures.every((id) => list(id).branch !== 'organization');
    expect(breaking((entry) => entry.scope === 'volume' || none(entry))).toEqual([]);
  });

  test('a code on a used PC leads only to lists of used PCs, except for one about the network', () => {
    expect(breaking(({ proceduresIfUsed = [] }) => only(proceduresIfUsed, 'used'))).toEqual(['0x8007267C']);
    expect(catalogue.get('0x8007267C')?.proceduresIfUsed).toEqual(['P1']);
  });

  test('isVolume() is true for volume codes only, and false for unknown codes', () => {
    expect(['0xC004F074', '0xC004F213', '0x12345678'].map(isVolume)).toEqual([true, false, false]);
  });

  test('the catalogue has the three codes that the article names', () => {
    expect(['0x80072EE7', '0xC004F074', '0xC004F213'].filter((code) => !catalogue.has(code))).toEqual([]);
  });
});

describe('the words for error codes', () => {
  test.each([
    ['Japanese', ja],
    ['English', en],
  ])('the words in %s cover the codes of the catalogue and no others', (_, words) => {
    expect(Object.keys(words).sort()).toEqual([...catalogue.keys()].sort());
  });

  test('every Japanese text of a code is one polite sentence of at most 60 characters', () => {
    expect(
      odd(ja, (text) => text.length <= 60 && /^[^。\n]+(です|ます|ません|ました|でした|ください)。$/.test(text)),
    ).toEqual([]);
  });

  test('every English text of a code is one sentence of at most 140 characters', () => {
    expect(odd(en, (text) => text.length <= 140 && /^[A-Z][^.\n]+\.$/.test(text))).toEqual([]);
  });

  test('the words for a code of which little is known say that its meaning is not certain', () => {
    const low = codes.filter(([, entry]) => entry.sure === 'low').map(([code]) => code);
    const certain = ({ ja, en }: { readonly ja: string; readonly en: string }) =>
      !/確か/.test(ja) || !/not certain/.test(en);
    const words = { ja: ja as Readonly<Record<string, string>>, en: en as Readonly<Record<string, string>> };
    expect(low.length).toBeGreaterThan(3);
    expect(low.filter((code) => certain({ ja: words.ja[code] ?? '', en: words.en[code] ?? '' }))).toEqual([]);
  });

  test('no text of a code accuses or frightens', () => {
    expect(
      odd(ja, (text) => !/違法|不正|海賊|偽|盗|犯|危険|警告|失敗|改ざん|ウイルス|マルウェア|壊/.test(text)),
    ).toEqual([]);
    expect(
      odd(en, (text) => !/illegal|pirat|stolen|counterfeit|fraud|tamper|malware|virus|danger|exploit|fail/i.test(text)),
    ).toEqual([]);
  });
});

function only(ids: Code['procedures'], branch: string): boolean {
  return ids.every((id) => list(id).branch === branch);
}
