/** What the locale of somebody who has chosen no language means, in every channel: a known one that is not spoken English, an unknown one Japanese. */
export const localeRule = [
  ['ja-JP', 'ja'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
  ['tlh', 'en'],
  [undefined, 'ja'],
] as const;
