import { describe, expect, test } from 'vitest';
import { understand } from '../../src/bot/understand/index.ts';
import type { Topic } from '../../src/flows/events.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });

/** What people ask or tell in passing, by the answer that they get. */
const asked: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  'may-reinstall': [
    '初期化していい？',
    '再インストールしてもいい？',
    '初期化しても大丈夫ですか',
    '初期化したらだめですか',
    'is it ok to reset my pc?',
  ],
  'need-reinstall': ['再インストールは必要ですか', 'do I need to reinstall?'],
  cost: [
    'お金かかる？',
    'これ無料？',
    '無料ですか',
    '値段は？',
    'いくらかかりますか',
    '相談は有料ですか',
    'is this free?',
    'how much does it cost',
  ],
  'diagnosis-cost': ['データ復旧っていくらくらいかかる？', '復旧の料金はどのくらい？', 'how much is a data recovery?'],
  'recovery-time': ['復旧にどれくらいかかりますか', 'how long does the recovery take?'],
  scolded: ['怒られますか', '会社に叱られる？', 'クビになりますか', 'will I get fired?', 'is it my fault?'],
  illegal: ['違法ですか', 'is this illegal?'],
  'phone-number': [
    'マイクロソフトの電話番号は？',
    '電話番号教えて',
    '情シスの電話番号わかる？',
    'what is the phone number?',
  ],
  'specialist-hours': ['復旧業者の電話番号は？', '業者は何時まで？'],
  'how-long': ['いつ直りますか', 'どれくらいかかりますか'],
  recoverable: ['戻せますか', 'データは戻りますか', 'can my photos be recovered?'],
  activation: ['ライセンス認証ってなに', '認証とは', 'what is activation?'],
  'it-desk': [
    '情シスって誰',
    '情シスがいない',
    '管理者って誰ですか',
    'who is the IT admin?',
    'we have no IT department',
    'there is no IT',
  ],
  'told-desk': ['もう情シスに言った', '先生にもう言いました', '情シスにはもう連絡しました', 'I already told IT'],
  'no-usb': ['USBがない', '外付けHDD持ってない', "I don't have a USB stick"],
  'who-are-you': [
    'あなたはAIですか',
    '人間ですか',
    'ボットなの？',
    '人と話してるの？',
    'are you a bot?',
    'who are you?',
  ],
};

describe.each(Object.entries(asked))('%s is asked by', (topic, texts) => {
  test.each(texts)('%s', (text) => {
    expect(heard(text)).toMatchObject({ topic, intent: undefined, facts: {} });
  });
});

test.each(['初期化したい', 'もう初期化する', 'I will reset my PC'])('a decision to reset is one: %s', (text) => {
  expect(heard(text).facts.reinstall).toBe('wanted');
});

test.each([
  '人間と話せますか',
  'オペレーターにつないで',
  '人いますか？',
  '業者に頼みたい',
  'サポートに電話したい',
  '連絡文作って',
  '連絡文を作る',
  '問い合わせ文を作って',
])('a wish for a person, or for a message to one, is no question about either: %s', (text) => {
  expect(heard(text)).toMatchObject({ topic: undefined, intent: 'human' });
});

test.each([
  '情シスに連絡したい',
  '情シスに言ったほうがいい？',
  '電話番号は 03-1234-5678',
  '会社の情シスが設定しました',
])('no answer is given to what nobody asked or told: %s', (text) => {
  expect(['told-desk', 'it-desk', 'phone-number']).not.toContain(heard(text).topic);
});
