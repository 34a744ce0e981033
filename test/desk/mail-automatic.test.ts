import { expect, test } from 'vitest';
import { isAutomaticSubject } from '../../src/adapters/desk/mail-automatic.ts';

test.each([
  '自動応答: 田中花子：会社のPC',
  'Automatic reply: Tanaka',
  '不在: Re: 田中',
  'Out of Office Re: Tanaka',
  '【自動返信】お問い合わせを受け付けました',
  '［自動配信］受付番号 123',
  'Re: [自動] 受付完了',
  '[EXTERNAL] Automatic reply: Tanaka',
  'Undeliverable: 田中花子：会社のPC',
  'Delivery Status Notification (Failure)',
  'Re: 自動応答',
  'RE：自動応答： 田中花子',
  'Re: Re[2]: 返信: Fwd: Out of Office',
  `${'Re: '.repeat(40)}自動応答: 田中`,
])('nobody wrote a mail with the subject %s', (subject) => expect(isAutomaticSubject(subject)).toBe(true));

test.each([
  'Re: 田中花子：会社のPC',
  'Re: [helpdesk] 田中花子：会社のPC',
  'RE: Out of office licence',
  '返信: 不在の件',
  '不在の間のことについて',
  '自動更新について',
  '【自動更新】の件',
  'Autoreplyable',
  'Reply: what to do',
  '[',
  '【】',
  '',
])('somebody wrote a mail with the subject %s', (subject) => expect(isAutomaticSubject(subject)).toBe(false));

test.each(['re:', '[', '[]', '【】', '(', 're[1]:', ' '])(
  'a long subject takes no time: %j again and again',
  (piece) => {
    const start = performance.now();
    isAutomaticSubject(piece.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(500);
  },
);
