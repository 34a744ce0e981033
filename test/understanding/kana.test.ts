import { expect, test } from 'vitest';
import { fold } from '../../src/bot/understanding/fold.ts';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';
import { fromKana } from '../../src/bot/understanding/kana.ts';

const heard = (text: string, question: Asked['question']) =>
  understand(text, { question, at: 'question', choices: [] });

test('a message in kana alone, with large つ and や for small ones, is understood', () => {
  expect(heard('まごにかつてもらつたぱそこんです', 'origin').facts).toEqual({ origin: 'personal' });
  expect(heard('じぶんのぱそこん', 'origin').facts).toEqual({ origin: 'personal' });
  expect(heard('かいしやのぱそこんです', 'origin').facts).toEqual({ origin: 'organization' });
  expect(heard('じぶんでかいました', 'origin').facts).toEqual({ origin: 'personal' });
  expect(heard('らいせんすにんしょうさーばーにとうたつできませんってでます', 'screen').facts).toEqual({
    message: 'cannot-reach',
  });
  expect(heard('がめんのみぎしたになにかでてます', 'screen').facts).toEqual({ message: 'watermark' });
  expect(heard('ばつくあつぷはとつていません', 'data').facts).toEqual({ data: 'risk' });
  expect(heard('きょうはざいたく', 'place').facts).toEqual({ place: 'remote' });
  expect(heard('かいしゃからかりてる', 'origin').facts).toEqual({ origin: 'organization' });
  expect(heard('しやしんがきえてしまいますか', 'origin').topic).toBe('files');
});

test.each(['わからなかった', 'いつかためします', 'たまごいろのがぞう', 'できました', '会社でつかった'])(
  'a word that only looks like kana typing is left unchanged: %s',
  (text) => {
    expect(fromKana(text)).toBe(text);
  },
);

test.each([
  ['しゃしんを ひらけません', '写真をひらけません'],
  ['むすこの おさがりの ぱそこんです', '息子のおさがりのぱそこんです'],
  ['かいしゃの ぶひんを こうかん', '会社の部品を交換'],
])('words in kana alone are read as usually written, several in one message too: %s', (text, usual) => {
  expect(fold(text)).toBe(usual);
});

test.each([
  ['kaisha no desu', '会社のです'],
  ['gamen ni denwa shite kudasai to dete kienai', '画面に電話してくださいと出て消えない'],
])('Japanese in Latin letters is read as usually written: %s', (text, usual) => {
  expect(fold(text)).toBe(usual);
});

test.each(['it is a company laptop and no one can help', 'no desk to go to', 'made in japan'])(
  'English stays as it is: %s',
  (text) => {
    expect(fold(text)).toBe(text);
  },
);
