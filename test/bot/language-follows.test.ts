import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { entryOf, languageButton, languages, writtenLanguages } from '../../src/bot/languages.ts';
import { openWith } from '../../src/bot/runtime/opening.ts';
import { fromSnapshot, snapshotSchema, toSnapshot } from '../../src/bot/runtime/snapshot.ts';
import type { Language } from '../../src/bot/types.ts';
import { fold, normalize } from '../../src/bot/understanding/fold.ts';
import { languageWritten } from '../../src/bot/understanding/language-written.ts';
import { compose } from '../../src/bot/view/handover.ts';
import { show } from '../../src/bot/view/index.ts';

const contacts = readContacts(exampleContacts);
const says = (talk: Conversation, ...texts: readonly string[]) =>
  texts.reduce((now, text) => advance(now, { type: 'text', text }), talk);
const presses = (talk: Conversation, choice: string) =>
  advance(talk, { type: 'choice', to: show(talk, contacts).view.id, choice });
const restored = (talk: Conversation) =>
  fromSnapshot(snapshotSchema.parse(JSON.parse(JSON.stringify(toSnapshot(talk)))));
/** What is read of a message, whichever language is present. */
const read = (text: string) => writtenLanguages.map(({ language }) => languageWritten(text, language));
const all = <T>(value: T) => writtenLanguages.map(() => value);

test.each([
  ['会社のPCです', 'ja'],
  ['はい', 'ja'],
  ['ｶｲｼｬﾉ ﾊﾟｿｺﾝ ﾃﾞｽ', 'ja'],
  ['Windows 11 Proの認証ができません', 'ja'],
  ['“Activate Windows. Go to Settings to activate Windows.” と出ます', 'ja'],
  ['Windows reported that the hardware of your device has changed と出ます', 'ja'],
  ['kaisha no pasokon desu', 'ja'],
  ['Windows ga ugokanai', 'ja'],
  ['purinta ga ugokanai', 'ja'],
  ['It works now', 'en'],
  ['laptop doesn’t boot', 'en'],
  ["I CAN'T ACTIVATE IT", 'en'],
  ['I can’t activate it', 'en'],
  ['It says 「ライセンス認証サーバーに到達できません」 on the screen', 'en'],
  ['It says ライセンス認証サーバーに到達できません on the screen', 'en'],
] as const)('the language of a message is that of the own words in it: %s', (text, expected) => {
  expect(read(text)).toEqual(all(expected));
});

test.each([
  ['I wrote 認証 twice and it is the word that I see on my screen', 'en'],
  ['画面の右下に please activate it と書かれた文字が出ています', 'ja'],
  ['学校のPC。they said I can keep it', 'en'],
] as const)('the larger part of a mixed message counts: %s', (text, expected) => {
  expect(read(text)).toEqual(all(expected));
});

test.each([
  ...[
    '',
    ' ',
    '1',
    '?',
    '👍',
    'yes',
    'ok',
    'Yes, ok',
    'thank you',
    'please help',
    'no',
    'VPN',
    'Pro',
    'Windows 11 Pro Education',
    'KMS',
    'hai',
  ],
  ...[
    '0xC004F074',
    '0xC004F074 0x80070005',
    'slmgr.vbs /dlv',
    '＂it is not the one that I have＂',
    'C:\\Users\\me\\is\\not\\the',
    'me@the.is.not.com',
  ],
  ...['https://example.com/it/is/not/the/one', '「ライセンス認証サーバーに到達できません」', '『ライセンス』'],
  ...["“We can't activate Windows on this device”", '"it is not the one that I have"', 'Windows is not activated'],
  ...['現在、Windows ライセンス認証サーバーに到達できません', 'オフィス', 'マイクロソフト', '不明', 'は？'],
  ...['Dell Inspiron Latitude Optiplex', 'Ich habe keinen Computer gekauft', 'mago ga utte kuremashita yo zutto mae'],
])('nothing is read of a message that has too few words of anybody: %s', (text) => {
  expect(read(text)).toEqual(all(undefined));
});

test('in a message with as much of one language as of another the present one stays', () => {
  expect(languages.map((present) => languageWritten('it is the one 認証のです', present))).toEqual(languages);
});

describe.each([
  ['ja', 'It is my own PC', 'en'],
  ['en', '会社のPCです', 'ja'],
] as const)('a conversation in %s that somebody goes on with “%s”', (before, text, after) => {
  test(`goes on in ${after}, and no sentence says so`, () => {
    const next = says(openConversation(before), text);
    expect(next).toMatchObject({ language: after, languageChosen: false });
    expect(JSON.stringify(next.lead)).not.toContain('language-changed');
    const shown = JSON.stringify(show(next, contacts).view);
    expect(/[ぁ-ん]/.test(shown)).toBe(after === 'ja');
  });

  test(`gets letters in ${after}, were everything before said in ${before}`, () => {
    const begun = presses(says(openConversation(before), '0xC004F074'), 'organization');
    const thanks = after === 'ja' ? 'ありがとうございます' : 'thank you, that is kind';
    const escalated = presses(says(begun, thanks), 'human');
    const form = show(escalated, contacts).view.form;
    expect(form).not.toBeNull();
    const sent = advance(escalated, { type: 'form', to: show(escalated, contacts).view.id, values: {}, files: [] });
    const { text: letter } = compose(sent.snapshot.context, wordsIn(sent.language));
    expect(/[ぁ-ん]/.test(letter)).toBe(after === 'ja');
    expect(/[ぁ-ん]/.test(JSON.stringify(form))).toBe(after === 'ja');
  });

  test('stays so when little is said, and follows back', () => {
    const next = says(openConversation(before), text);
    expect(says(next, 'ok', '0xC004F074', 'VPN', 'Pro').language).toBe(after);
    expect(says(next, before === 'ja' ? 'わかりません' : "I don't know that").language).toBe(before);
  });

  test('begins so, too, with the first message, were it only a hello', () => {
    const hello = after === 'ja' ? 'こんにちは' : 'hello, can you help';
    for (const first of [text, hello])
      expect(openWith(openConversation(before), { type: 'text', text: first }).language).toBe(after);
    const vague = after === 'ja' ? 'あのー、ええと' : 'hm, it is that';
    expect(openWith(openConversation(before), { type: 'text', text: vague })).toMatchObject({ language: after });
  });

  test('follows what is written beside a picture', () => {
    expect(advance(openConversation(before), { type: 'file', text, files: [] }).language).toBe(after);
    expect(advance(openConversation(before), { type: 'file', text: '', files: [] }).language).toBe(before);
  });

  test('follows neither a desk nor what is entered in a form', () => {
    expect(
      advance(openConversation(before), { type: 'desk', text, by: '', corrects: false, seen: null, attached: null })
        .language,
    ).toBe(before);
    const form = presses(says(openConversation(before), '0xC004F074'), 'human');
    expect(
      advance(form, { type: 'form', to: show(form, contacts).view.id, values: { before: text }, files: [] }).language,
    ).toBe(before);
  });

  test('stays as it was chosen by a button or by word, also once it was stored', () => {
    const pressed = presses(openConversation(before), languageButton(before).id);
    const worded = says(openConversation(after), entryOf(before).name);
    for (const chosen of [pressed, worded]) {
      expect(chosen).toMatchObject({ language: before, languageChosen: true });
      expect(says(chosen, text).language).toBe(before);
      expect(says(restored(chosen), text).language).toBe(before);
      expect(presses(chosen, languageButton(after).id).language).toBe(after);
      expect(says(chosen, entryOf(after).name).language).toBe(after);
    }
  });

  test('follows where an earlier version stored it, which kept no choice', () => {
    const { languageChosen: _, ...earlier } = toSnapshot(openConversation(before));
    const read = fromSnapshot(snapshotSchema.parse(JSON.parse(JSON.stringify(earlier))));
    expect(read.languageChosen).toBe(false);
    expect(says(read, text).language).toBe(after);
  });
});

test('a list that stands above in another language is shown again, in the one that was written', () => {
  const list = says(openConversation('ja'), '会社のPCで0xC004F074が出ます');
  const next = says(list, 'thank you, that is kind of you');
  expect(show(next, contacts).view.id).toBe(show(list, contacts).view.id);
  expect(JSON.stringify(next.lead)).not.toContain('steps-above');
});

test('no word that shows a language is one that another is typed with in Latin letters', () => {
  const typed = writtenLanguages.flatMap(({ language, typed: { romaji, particles } }) =>
    [...Object.keys(romaji), ...Object.keys(particles)].map((word) => ({ word, language })),
  );
  const others = (one: Language) => writtenLanguages.filter(({ language }) => language !== one);
  const shown = ({ word, language }: (typeof typed)[number]) =>
    others(language).some(({ writing }) => writing.signs.words.includes(word));
  expect(typed.filter(shown)).toEqual([]);
});

test('words and names in the data are as messages are compared with them', () => {
  for (const { writing } of writtenLanguages) {
    const { signs, neutral } = writing;
    expect(signs.words.map(fold)).toEqual(signs.words);
    expect(neutral.map((name) => normalize(name).toLowerCase())).toEqual(neutral);
  }
});

describe('the easy register of Japanese', () => {
  test.each([
    'この パソコンは ともだちに もらいました',
    'がめんに もじが でて います',
    'つかえません たすけて ください',
    'PCの がめんが くろいです。エラーは 0xC004F074 です',
  ])('is chosen by itself for whoever writes in kana with blanks between the words: %s', (text) => {
    expect(read(text)).toEqual(all('ja-easy'));
  });

  test.each([
    ['kanji', 'この パソコンは 友だちに もらいました'],
    ['no blanks', 'このぱそこんはともだちにもらいました'],
    ['two words', 'パソコン こわれた'],
    ['names of things', 'ネットワーク エラー サーバー'],
    ['lines', 'ありがとう。\nなおりました。\nたすかりました。'],
    ['blanks after marks', 'はい、 そうです、 おねがいします'],
    ['names in which blanks stand', 'Windows の ライセンス認証'],
    ['a quoted screen', '「これは ほんとうに でて いる」と出ています'],
  ])('is not chosen by itself for %s', (_, text) => {
    expect(languageWritten(text, 'ja')).not.toBe('ja-easy');
  });

  test('stays for whoever writes short or with blanks, and gives way to kanji without any, and to another language', () => {
    const easy = says(openConversation('ja'), 'がめんに もじが でて います');
    expect(says(easy, '会社のパソコンです').language).toBe('ja-easy');
    expect(says(easy, '画面の 右下に 認証の 文字が 出て います').language).toBe('ja-easy');
    expect(says(easy, '画面の右下に認証の文字が出ています').language).toBe('ja');
    expect(says(easy, 'I cannot read that, sorry').language).toBe('en');
  });

  test.each([
    ['やさしい日本語で', 'ja-easy'],
    ['もっとやさしい言葉でお願いします', 'ja-easy'],
    ['かんたんな ことばで おねがいします', 'ja-easy'],
    ['easy Japanese please', 'ja-easy'],
    ['ふつうの日本語に戻して', 'ja'],
  ] as const)('is asked for by word, and left by word: %s', (text, language) => {
    const from = language === 'ja' ? 'ja-easy' : 'ja';
    expect(says(openConversation(from), text)).toMatchObject({ language, languageChosen: true });
  });

  test('is kept with the conversation, and read as Japanese by versions that do not know it', () => {
    const easy = says(openConversation('ja'), 'やさしい言葉で');
    expect(restored(easy).language).toBe('ja-easy');
    expect(snapshotSchema.parse({ ...toSnapshot(easy), language: 'of a later version' }).language).toBe('ja');
  });

  test('says what the bot says, and leaves the letter as others read it', () => {
    const easy = says(openConversation('ja-easy'), '会社のPCで0xC004F074が出ます', '担当者に相談');
    const sent = presses(easy, 'skip');
    expect(show(sent, contacts).handover?.text).toBe(compose(sent.snapshot.context, wordsIn('ja')).text);
    expect(show(sent, contacts).view.title).toBe(wordsIn('ja-easy').text('prompts:escalated.title'));
  });
});
