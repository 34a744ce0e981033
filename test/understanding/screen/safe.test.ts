import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLog, readLog, readScreen, seenSchema } from '../../../src/bot/understanding/screen/index.ts';
import { linesOf } from './lines.ts';

const pieces = [
  ...[
    '組織のライセンス認証サーバー',
    'Windows is activated ',
    '0xC004F07',
    '0xC004F074 ',
    'C004F074',
    'taro@secret.example ',
    '0x80 ',
  ],
  ...[
    'Installation ID: ',
    '1234567 ',
    'License Status: ',
    'VK7JG-NPHTM-C97JM-9MPGT-3V66T',
    '\n',
    '\ufdfa',
    '\ud800',
    '|',
    ' ',
    '(03) 1',
  ],
  ...['KMS machine name: host-secret ', 'AzureAdJoined : YES', '停止コード', 'ー', 'windows11', '%'],
];
const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 }).map((all) => all.join(''));

test('whatever stands on a picture or in a log, nothing is thrown, and only closed labels come out', () => {
  fc.assert(
    fc.property(texts, (text) => {
      isLog(text);
      for (const seen of [readScreen(linesOf(text)), readLog(text)]) seenSchema.parse(JSON.parse(JSON.stringify(seen)));
    }),
    { numRuns: 300 },
  );
});

test('a product key, an installation ID and a mail address are told of, and not kept', () => {
  const secrets = [
    'VK7JG-NPHTM-C97JM-9MPGT-3V66T',
    '1234567 2345678 3456789 4567890 5678901 6789012 7890123 8901234 9012345',
    'taro.yamada@contoso.co.jp',
  ];
  for (const secret of secrets) {
    const page = `プロダクト キーの変更\n${secret}\n0xC004F074`;
    for (const seen of [readScreen(linesOf(page)), readLog(page)]) {
      expect(seen).toMatchObject({ secret: true, codes: ['0xC004F074'] });
      const kept = JSON.stringify(seen);
      expect(secret.split(/[- @.]/).filter((part) => part.length > 4 && kept.includes(part))).toEqual([]);
    }
  }
  expect(readScreen(linesOf('Partial Product Key: 2YT43')).secret).toBe(false);
});

/** Milliseconds of CPU; a page of the usual size takes some ten. */
const bar = 1_500;
const cpu = (read: () => unknown): number => {
  const before = process.cpuUsage().user;
  read();
  return (process.cpuUsage().user - before) / 1_000;
};

test.each(pieces)('however often “%s” stands there, it is read in time', (piece) => {
  const line = { text: piece.repeat(400), sure: 50 };
  expect(cpu(() => readScreen(Array.from({ length: 1_000 }, () => line)))).toBeLessThan(bar);
  expect(cpu(() => readLog(piece.repeat(200_000)))).toBeLessThan(bar);
  expect(cpu(() => isLog(piece.repeat(200_000)))).toBeLessThan(bar);
});
