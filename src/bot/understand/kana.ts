/** What people who type kana alone write without kanji, by how the lexicons know it; `つ` and `や` may be typed large. */
const words: readonly (readonly [RegExp, string])[] = [
  [/つ(?=[たてぷ])/g, 'っ'],
  [/ばつく/g, 'ばっく'],
  [/し[やゃ]しん/g, '写真'],
  [/かいし[やゃ]/g, '会社'],
  [/がつ?っ?こう/g, '学校'],
  [/じぶん/g, '自分'],
  [/(?<!た)まご(?!ころ|まご|つ)/g, '孫'],
  [/むすこ/g, '息子'],
  [/むすめ/g, '娘'],
  [/ともだち/g, '友達'],
  [/しんぴん/g, '新品'],
  [/ちゅうこ|ちゆうこ/g, '中古'],
  [/がめん/g, '画面'],
  [/みぎした/g, '右下'],
  [/にんしょう|にんしよう/g, '認証'],
  [/しょきか|しよきか/g, '初期化'],
  [/しごと/g, '仕事'],
  [/(?<!い)いえ(?=で|の)/g, '家'],
  [/ざいたく/g, '在宅'],
  [/しゅっし[やゃ]/g, '出社'],
  [/しゅっきん/g, '出勤'],
  [/だいがく/g, '大学'],
  [/ぶひん/g, '部品'],
  [/こうかん/g, '交換'],
  [/(?<=から|で|に|^)かり(?=[てた])/g, '借り'],
  [/(?<=[でをはがも])つか(?=っ[てた]|い?ます|う)/g, '使'],
  [/(?<=^|[でにを、 ])かっ(?=[たて])/g, '買っ'],
  [/(?<=[でをにが])かい(?=まし)/g, '買い'],
  [/とうたつ/g, '到達'],
  [/きえ(?=[たてるまなち])/g, '消え'],
  [/(?<=[がにもかと])でて(?=い?[まるな])/g, '出て'],
  [/(?<=[がにもかと])でます/g, '出ます'],
  [/おと(?=が[しすな])/g, '音'],
];
const kanji = /[一-龠]/;

/** A folded text with the words that were typed in kana only; a text that has any kanji stays as it is. */
export const fromKana = (folded: string): string =>
  kanji.test(folded) ? folded : words.reduce((text, [typed, known]) => text.replace(typed, known), folded);
