import { component } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

const board =
  '(?:マザーボード|マザボ|まざーぼーど|メインボード|ロジックボード|システムボード|基板|基盤|motherboard|mainboard|mobo)';
const rest =
  '(?:製|の|に|で|を|が|pc|パソコン|修理|交換|出した|して|もらった|やった|買った|替えた|換えた|した|やつ|もの)*';

/** Replies to "which part was it?". */
export const partOf: readonly Rule[] = [
  [
    reply`
      (?:メーカー|修理(?:センター|業者|店)?|サポート|保証|dell|hp|nec|富士通|lenovo|レノボ|東芝|dynabook|vaio
        |asus|acer|パナソニック)${rest}(?:${board})?${rest}
      |${board}(?:を)?メーカー${rest}
      |(?:by )?(?:dell|hp|lenovo|acer|asus|manufacturer|warranty|oem)(?: ${board}| repair| replaced it)*`,
    { part: 'maker-board' },
  ],
  [
    reply`
      (?:自分で|自力で)${rest}${board}${rest}|(?:自作|bto|ショップ)${rest}(?:${board})?${rest}
      |(?:custom|self-?built|diy|my own)(?: ${board}| pc| build)*`,
    { part: 'own-board' },
  ],
  [reply`${board}${rest}`, {}],
  [
    reply`
      ${component}(?:と${component})*(?:だけ|など|とか)?${rest}|(?:それ以外|ほか|他)(?:の)?(?:部品|もの)?|other
      |another part`,
    { part: 'other' },
  ],
];
