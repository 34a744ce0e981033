import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "is it borrowed, or was it given to you?". */
export const leaver: readonly Rule[] = [
  [
    reply`
      (?:会社|学校|大学|職場)?(?:から|に|の)?(?:まだ)?(?:借り(?:てる|ている|た|たまま|て(?:い)?ます|物|もの)
        |返(?:す|却|さない|却する|します|却します)(?:予定|つもり|といけない|必要がある)*|貸与(?:品
        |されて(?:い)?る)?|レンタル)(?:まま)?
      |(?:まだ)?返(?:して|却して)(?:い)?(?:ない|ません)|(?:会社|学校|大学|職場)の?(?:もの|まま)|会社|学校|(?:its )?(?:borrowed|theirs|on loan|a loaner|the companys)
      |(?:i )?(?:have to|need to|should|must|will) (?:return|give)(?: it)?(?: back)?|.{0,12}give it back`,
    { ownership: 'borrowed', origin: 'organization' },
  ],
  [
    reply`
      (?:会社|学校|大学|職場|退職時|記念)?(?:から|に|で)?(?:もらった(?:もの|物|やつ)|譲ってもらった(?:もの|物|やつ)|もらった|もらいました|貰った|貰いました
        |譲って(?:もらった|もらいました|くれた)|譲られた|譲り受けた|くれた|くれました|いただいた|頂いた
        |買い取った|引き取った|餞別(?:にくれた|でもらった)?)
      |自分のもの|私の(?:もの)?|(?:they |the company )?(?:let me keep it|gave it to me|gave me it)
      |given(?: to me)?|(?:a )?gift|mine|(?:i )?(?:bought|kept|keep) it|its mine now`,
    { ownership: 'given', origin: 'used' },
  ],
];
