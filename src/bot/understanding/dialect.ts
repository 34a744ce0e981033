/** What 〜とる and 〜ちょる hang on to; 「連絡とる」, 「全てとる」 and 「少しとる」 are something else. */
const stem =
  '(?<=っ|(?<!少|すこ)し|(?!全)[一-龠][いえけげせてねべめれ]|[借足]り|落ち|でき|つい|きえ|いれ|きれ|つなげ|やめ|[出来見着])(?:と|ちょ)';
/** How western Japan says 〜ている, by how the examples have it. */
const forms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${stem}ら(?:ん|へん)かっ`, 'g'), 'てなかっ'],
  [new RegExp(`${stem}ら(?:ん|へん)`, 'g'), 'てない'],
  [new RegExp(`${stem}らず`, 'g'), 'てず'],
  [new RegExp(`${stem}(?:り(?=ま)|っ(?=[たて])|(?=る))`, 'g'), 'て'],
  [/(?<=っ)とう(?=よ|ばい|けん|けど|$)/g, 'てる'],
  [/(?<=つない|繋い|[一-龠]ん)どらん/g, 'でない'],
  [/(?<=つない|繋い|[一-龠]ん)ど(?:り(?=ま)|っ(?=[たて])|(?=る))/g, 'で'],
];

/** A text in the words of the standard language, as far as the examples depend on it. */
export const fromDialect = (text: string): string =>
  forms.reduce((told, [said, standard]) => told.replace(said, standard), text);
