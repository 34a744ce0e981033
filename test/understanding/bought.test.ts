import { describe, expect, test } from 'vitest';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { understand } from '../../src/bot/understanding/index.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });
const said = (...lines: readonly string[]): Conversation =>
  lines.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja'));
const originAfter = (...lines: readonly string[]) => said(...lines).snapshot.context.facts.origin;

const aside = [
  'Amazonでプロダクトキーを買いました',
  '家電量販店でキーを買ってきました',
  'Officeは自分で買いました',
  '自分で買ったマウスをつなぎました',
  '昨日、量販店でUSBメモリを買いました',
  '個人のMicrosoftアカウントでサインインしました',
  '個人で使うことはないです',
  'I bought Office myself',
  'I bought a mouse at Best Buy',
  'I bought a product key from the Microsoft Store',
];

test.each(aside)('a purchase of something other than the PC tells no origin: %s', (text) => {
  expect(heard(text).facts.origin).toBeUndefined();
});

test.each([
  '会社が新品で買った',
  '上司が量販店で買ってきた',
  '中古で会社が買ったものです',
  '会社がヨドバシで買ったPCです',
  '学校が去年まとめて購入しました',
])('a PC that an employer or school bought is an organisation’s: %s', (text) => {
  expect(heard(text).facts.origin).toBe('organization');
});

test.each([
  ['量販店でマウスと一緒に買ったPCです', 'personal'],
  ['自分で買ったノートPC', 'personal'],
  ['AmazonでPCとキーを買いました', 'personal'],
  ['会社が休みの日に量販店で買ったPCです', 'personal'],
  ['会社が買い取った中古を譲ってもらった', 'used'],
  ['学校が買えと言うので自分でパソコンを買いました', 'personal'],
  ['I bought this PC and a mouse at Best Buy', 'personal'],
  ['個人で使っているPCです', 'personal'],
] as const)('a purchase of the PC tells its origin: %s', (text, origin) => {
  expect(heard(text).facts.origin).toBe(origin);
});

describe('a conversation about an organisation’s PC', () => {
  test.each([
    ...aside,
    '新品で買いました',
    '中古です',
    '量販店で買いました',
    'ok bought it from microsoft store',
    '会社が新品で買った',
    '中古で会社が買ったものです',
  ])('the origin stays “organization” after a remark about a purchase: %s', (text) => {
    expect(originAfter('会社のPCです', text)).toBe('organization');
    expect(originAfter("it's a work laptop", text)).toBe('organization');
  });

  test('a bare purchase is asked about, and what is chosen is stored', () => {
    expect(said('会社のPCです', '新品で買いました').snapshot.context.candidates).toContainEqual({
      facts: { origin: 'personal' },
    });
    expect(originAfter('会社のPCです', '新品で買いました', '1')).toBe('personal');
  });

  test.each([
    ['このPCは自分で買いました', 'personal'],
    ['間違えました、自分のPCです', 'personal'],
    ['私物です', 'personal'],
    ['すみません、中古でした', 'used'],
    ['自分のノートパソコンです', 'personal'],
    ["sorry, it's mine", 'personal'],
    ['this is my own laptop', 'personal'],
  ] as const)('a plain correction of whose PC it is changes the origin: %s', (text, origin) => {
    expect(originAfter('会社のPCです', text)).toBe(origin);
  });
});
