import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPart as read } from '../../src/adapters/desk/mail-text.ts';
import { wordsIn } from '../../src/bot/i18n.ts';

const answer = 'KMSサーバーに届いていません。\nVPNにつないで、もう一度お試しください。';
const quoted = ['> 会社のPCで 0xC004F074 と出ます。', '>', '> わかっていること：組織のPC'].join('\n');

/** What mail programs put below a reply. */
const below: readonly (readonly [string, string])[] = [
  ['Gmail in Japanese', `2026年11月30日(月) 10:00 認証ナビ <navi@example.co.jp>:\n\n${quoted}`],
  ['Gmail in English', `On Mon, Nov 30, 2026 at 10:00 AM Navi <navi@example.co.jp> wrote:\n\n${quoted}`],
  [
    'Gmail in English, on two lines',
    `On Mon, Nov 30, 2026 at 10:00 AM Ninsho Navi of the Helpdesk <\nnavi@example.co.jp> wrote:\n\n${quoted}`,
  ],
  ['Apple Mail in Japanese', `2026/11/30 10:00、認証ナビ <navi@example.co.jp>のメール：\n\n${quoted}`],
  ['Thunderbird in Japanese', `2026/11/30 10:00 に 認証ナビ さんは書きました:\n${quoted}`],
  [
    'Outlook in Japanese',
    `________________________________\n差出人: 認証ナビ <navi@example.co.jp>\n送信日時: 2026年11月30日 10:00\n宛先: it@example.co.jp\n件名: 田中花子：会社のPC\n\n会社のPCで 0xC004F074 と出ます。`,
  ],
  [
    'Outlook in English',
    `From: Navi <navi@example.co.jp>\nSent: Monday, November 30, 2026 10:00 AM\nTo: it@example.co.jp\nSubject: Tanaka\n\nThe PC says 0xC004F074.`,
  ],
  ['an older Outlook', '-----Original Message-----\nThe PC says 0xC004F074.'],
  ['an older Outlook in Japanese', '-----元のメッセージ-----\n会社のPCで 0xC004F074 と出ます。'],
  ['a program that quotes without a mark', '──── 返信はこの線より上に書いてください ────\n\n相談した人：田中花子'],
  ['a program that quotes the line', `> ──── ${wordsIn('en').text('desk:mail.above')} ────\n> Tanaka`],
  ['a signature', '-- \n佐藤 情報システム部'],
  ['a phone', 'iPhoneから送信'],
  ['a phone in English', 'Sent from my iPhone'],
  ['a signature between rules', '━━━━━━━━━━━━\n情報システム部 佐藤\nsato@example.co.jp\n━━━━━━━━━━━━'],
  ['a short signature below dashes without a blank', '--\n佐藤\nTEL 03-1234-5678'],
  ['a long signature', `-- \n${'株式会社サンプル\n'.repeat(20)}`],
];

const ownPart = (text: string): string => read(text).text;

describe('of a reply by e-mail', () => {
  test.each(below)('only what was written is passed on, and nothing of what stands below: %s', (_, rest) => {
    expect(ownPart(`${answer}\n\n${rest}\n`)).toBe(answer);
    expect(ownPart(`${answer}\r\n\r\n${rest.replaceAll('\n', '\r\n')}`)).toBe(answer);
  });

  test('what stands between quotations is kept', () => {
    const text = `2026年11月30日(月) 10:00 認証ナビ <navi@example.co.jp>:\n> コードは？\n0xC004F074です。\n> ほかには？\nありません。`;
    expect(ownPart(text)).toBe('0xC004F074です。\nありません。');
  });

  test.each([
    'まず次のとおりです:\n1. 設定を開く\n2. 認証を選ぶ',
    'From: で始まる行があれば送ってください。',
    '手順\n----------\n1. 設定を開く\n2. 認証を選ぶ',
    '10:00から順に見ます。\n\n終わったら連絡します。',
    'サーバーは KMS01-TOKYO-PROD2 です --- 確認済み',
    '件名: を見てください\n宛先: はそのままで',
    '次のとおり実行してください。\n> slmgr /ato\nよろしくお願いします',
    '2026年版の手順です:\n> slmgr /ato',
    '手順です\n--\nまず再起動\n次にVPN',
    `手順です\n--\n${'再起動\n'.repeat(8)}sato@example.co.jp`,
    '手順です\n--\n1. 再起動\n2. 内線 03-1234-5678 へ電話',
    '手順です\n-- \n① 再起動\n② VPN',
    '以下を確認してください\n----------\n1. VPN\n2. 内線 03-1234-5678 へ電話',
    '以下を確認してください\n----------\n・VPN\n・it@example.co.jp へ連絡',
    '以下を確認してください\n----------\nVPN\n内線 03-1234-5678 へ電話',
    'iPhoneから送信するときは\n1. 設定を開く',
    '宛先: 情シス\n件名: 認証\n日時: 11月30日 のメールをご覧ください\n本文です',
  ])('what only looks like that is kept: %s', (text) => {
    expect(ownPart(text)).toBe(text);
  });

  test('what stands between rules is kept, and the signature below the last one is not', () => {
    expect(read('手順\n-----\nVPNにつなぐ\n-----\n佐藤\nsato@example.co.jp\n-----')).toEqual({
      text: '手順\n-----\nVPNにつなぐ',
      signature: '佐藤\nsato@example.co.jp',
    });
  });

  test('what was left out as a signature is told, and what a phone or a quotation leaves is none', () => {
    const signatures = below.map(([name, rest]) => [name, read(`${answer}\n\n${rest}`).signature]);
    expect(Object.fromEntries(signatures.filter(([, signature]) => signature !== ''))).toEqual({
      'a signature': '佐藤 情報システム部',
      'a short signature below dashes without a blank': '佐藤\nTEL 03-1234-5678',
      'a long signature': '株式会社サンプル\n'.repeat(20).trim(),
      'a signature between rules': '情報システム部 佐藤\nsato@example.co.jp',
    });
  });

  test('nothing is left of a mail that only quotes', () => {
    for (const [, rest] of below) expect(ownPart(`\n${rest}`)).toBe('');
  });

  test('nothing is added, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const lines = text.replace(/\r\n?/g, '\n').split('\n');
        expect(lines.join('\n')).toContain(ownPart(text).split('\n')[0] ?? '');
      }),
    );
  });

  test.each([
    '>',
    ':\n',
    '----------\n',
    '-- \n',
    '--\n',
    '1. \n--\n',
    '@\n----\n',
    '\n',
    'From: \n',
    'a@b 2026:\n>',
    '-',
    '_',
    ' ',
  ])('a long text takes no time: %j again and again', (piece) => {
    const start = performance.now();
    ownPart(piece.repeat(400_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
