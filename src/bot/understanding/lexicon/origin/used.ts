import { re } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { device, market, org, person, personEn, secondhand } from '../words.ts';

const used = { origin: 'used' } as const;

/** A PC that was somebody else's before. */
export const usedPc: readonly Rule[] = [
  // Given away by an employer for good.
  [
    re`
      (?:${org}|退職|卒業|定年|辞め|やめ).{0,14}(?:譲|払い下げ|払下げ|買い取|買取|引き取|餞別|お下がり|おさがり
        |使わなくな|不要にな|処分(?:する|した|品))
      |\b(?:gave|given|kept|let me keep)\b.{0,40}\bwhen i (?:left|quit|retired|graduated)\b
      |(?:退職|卒業|定年|辞め|やめ)(?:た|る|する|した|の)?(?:時|とき|際|記念|祝い|ついで
        |にあたって).{0,10}(?:もら|貰|頂|いただ|くれ|給)`,
    used,
  ],
  [
    re`
      (?:前|元|以前)の(?:持ち主|所有者|オーナー|使用者|ユーザー|人|使って(?:い)?た)|元(?:持ち主|オーナー)
      |前(?:オーナー|所有者)|${secondhand}|(?:${market})(?:で|に|から|経由|の|っ|$)|^(?:${market})
      |\b(?:on|from|off|via|at|through) (?:a |an |the )?(?:\w+ )?${market}`,
    used,
  ],
  [
    re`
      \bused (?:\w+ )?${device}
      |\b(?:bought|got|purchased|it|is|its|was|buy) (?:it |this |one |them )?used\b(?! to| by| at| for| in| it
        | my| up| as| when)
      |\binherited\b|\bused to belong\b|\b(?:ex-?)?boss sold\b`,
    used,
  ],
  [
    re`
      \b(?:bought|got|purchased|received|picked (?:it |this )?up|passed down|hand(?:ed)? down
        |came) (?:\w+ ){0,3}(?:from|off) (?:a |an |my |some |this |the )?(?:\w+ )?${personEn}\b
      |\b${personEn} (?:gave|sold|passed|handed|left) (?:it|this|me|his|her|us|one|the|that|a)\b
      |\b(?:given|passed|sold|handed) (?:down |on )?to me by (?:a|my|some) (?:\w+ )?${personEn}\b
      |\b${personEn} old (?:\w+ )?${device}|\b(?:he|she) (?:gave|sold|passed|left) (?:it|this) (?:on )?to me\b`,
    used,
  ],
];

/** The same, where nobody bought it new as a present. */
export const handedOn: readonly Rule[] = [
  [
    re`
      譲(?:って|り受け|られ|渡|りう)|ゆずって|ゆずり
      |${person}(?:から|に|が使って(?:い)?た.{0,8}を?)(?:の)?(?:.{0,6}?)(?:(?<![てで])もら[っいうえ]|(?:譲|売
        |分け|くれ)って?もら|貰|頂|いただ|引き継|受け継|もろ)(?!て買)
      |${person}から(?:.{0,8}?)(?:買い?(?:取|った|いました|って|受け)|購入|入手)
      |${person}が(?:.{0,6}?)(?:使って(?:い)?た|(?:使わ|要ら|いら)なくなった|買い替え|置いてい|残し|捨て|手放)
      |(?:友達|友人|知人|知り合い|同僚|先輩|後輩|兄|姉|弟|親戚|叔父|叔母|おじ|おば|いとこ|彼氏|彼女)(?:さん
        |ちゃん|貴)?が(?:.{0,8})?(?:くれ|売って)
      |個人(?:間)?(?:売買|取引)|個人(?:の人)?から`,
    used,
  ],
];
