import { keyWord, nai } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "how was the PC sold?". */
export const sale: readonly Rule[] = [
  [
    reply`
      (?:特に)?(?:何も|なにも|なー?んも)?(?:書いて|書かれて|ついて|付いて)${nai}(?:た|です)?
      |(?:特に)?(?:記載|説明|表示)(?:は|が|されて)?(?:なし|ない|なかった|ありません|${nai}た?)
      |(?:特に)?(?:何も|なにも|なー?んも)?(?:ない|無い|なし|無し|なかった|ありません)|nothing|none|neither|not mentioned
      |no mention(?: of it)?|it didnt(?: say)?|without(?: a licen[sc]e)?`,
    { sale: 'none' },
  ],
  [
    reply`
      (?:${keyWord}|シール|coa)(?:も|が|は|の(?:紙|シール|カード))?(?:付き|つき|付属|同梱|あり|あった|入って
        |貼って|付いて|ついて)?(?:あった|いた|た|されてた|されていた|きた|あり)*
      |(?:with |came with )?(?:a |the )?(?:product )?key(?: was| came)?(?: included| with it)?|coa sticker`,
    { sale: 'key', key: 'held' },
  ],
  [
    reply`
      (?:windows(?:の)?)?(?:正規(?:の)?)?(?:ライセンス|windows|os|品)?(?:付き|つき|込み|あり|付属|搭載
        |認証済み?)(?:って|と)?(?:書いて(?:あった|た)|あった|で売ってた)?
      |ライセンス|正規(?:品)?|(?:with |came with |sold with )?(?:a )?(?:windows )?licen[sc]ed?(?: included)?`,
    { sale: 'license' },
  ],
];
