import { device, market, org, person, personEn, secondhand, shop, thing } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

const bought = '(?:買った|買いました|購入した|購入しました|購入|落札した|手に入れた)';
const got =
  '(?:もらった|もらいました|貰った|貰いました|いただいた|いただきました|頂いた|譲って(?:もらった|もらいました|くれた)|譲られた|譲り受けた|もろた|くれた)';
const lent =
  '(?:支給|貸与|貸出|借り(?:た|てる|ている|て(?:い)?ます|物|もの)?|渡された|使って(?:い)?る|くれた|用意した?|された|されて(?:い)?る|品)';

/** Replies to "where did this PC come from?" and to "who gave it to you?". */
export const origin: readonly Rule[] = [
  [
    reply`
      (?:${secondhand}|${market})(?:品|屋|店|ショップ|アプリ)?(?:さん)?(?:で|の|から)?(?:${bought}|${thing})*
      |(?:${person}(?:から|に|の)(?:の)?)?(?:${got}|お下がり|もらい物|もらい)(?:${thing})*
      |${person}から(?:の)?(?:${thing})?
      |(?:bought |got it )?(?:used|second[ -]?hand|pre-?owned|refurb(?:ished)?)(?: ${device}| one)?
      |(?:gift |hand-?me-?down |got it |bought it )?from (?:a |my |an )?(?:\w+ )?${personEn}
      |(?:on |from |off |bought on |bought it on )?${market}`,
    { origin: 'used' },
  ],
  [
    reply`
      (?:(?:${org}|仕事|業務|勤め先|バイト)(?:さん)?(?:の|から|で|が|に|用)*(?:の)?(?:${lent}
        |${thing})*(?:の)?(?:${thing})?|(?:支給|貸与|配布|レンタル|借り(?:物|もの|た|てる|ている)|社給|社用
        |会社用)(?:品|された)?(?:の)?(?:${thing})?|(?:学生証|社員証)で借りた(?:${thing})?)
      |(?:(?:the|my|our|from|by) )*(?:company|companys|work|employers?|schools?|university|universitys|college
        |uni|office|corporate|business|job|workplace|organi[sz]ation|organi[sz]ations|government)(?: ${device}
        | owned| issued| provided| one)*
      |issued|borrowed|on loan|theirs
      |(?:my )?(?:work|job|company|school|employer) (?:gave|lent) (?:it to me|me (?:it|this))`,
    { origin: 'organization' },
  ],
  [
    reply`
      (?:自分|個人|私|わたし|僕|ぼく|俺|おれ|うち|プライベート|マイ|家族|家庭)(?:(?:の|で|用|が|専用
        |所有)*(?:${bought}|${thing})*)
      |(?:自宅|家)(?:の|用)(?:の)?(?:${thing})*
      |(?:新品|(?:お?店|電[器気]屋|家電屋|ネット|通販|${shop})(?:さん)?)(?:で|の|を)?(?:新品)?(?:を
        |で)?${bought}(?:${thing})?
      |新品(?:の)?(?:${thing})?|(?:お?店|電[器気]屋|家電屋|${shop})(?:さん)?(?:で新品|で|の新品)?
      |自作(?:${device}|機)?|mine|(?:my )?own(?: ${device})?|personal(?:ly)?(?: owned| use| one| ${device})?
      |private|(?:my |our )?home(?: ${device})|family|me|myself|self[ -]?(?:built|bought)
      |(?:i )?(?:bought|got|purchased|built) (?:it |this )?(?:brand )?(?:new|myself|from a (?:shop|store)
        |in a (?:shop|store))
      |(?:brand )?new|retail|(?:a )?(?:shop|store)`,
    { origin: 'personal' },
  ],
];
