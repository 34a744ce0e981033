import { re } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { namesOrganization } from '../message.ts';
import { copula, device, org, orgEn, thing } from '../words.ts';

const organization = { origin: 'organization' } as const;
const supply =
  '(?:支給|貸与|配布|配ら|配備|用意|貸し|貸出|借り|借|もら[っいう]|もろ|渡さ|渡し|わたさ|預|提供|供与|受け取|受取|届|与え|くれ(?:た|ま)|送られ|持ち(?:帰|出)|持って(?:帰|き|来)|セットアップ|キッティング)';

/** Provided by an employer or a school. */
export const issued: readonly Rule[] = [
  // What the screen names may have been left by an owner before.
  [namesOrganization, {}],
  [
    re`
      (?:${org}|仕事|業務|学内|社内|社)(?:さん)?(?:の|用の?|で|支給の?|貸与の?|管理の?|所有の?|契約の?
        |から(?:の)?|が|に|名義の)(?:.{0,10}?)?${supply}
      |(?:${org})(?:が|に)(?:.{0,6}?)(?:買って(?:もら|くれ)|購入し)
      |(?:${org}|仕事|業務|学内|社内)(?:さん)?(?:の|用の?|支給の?|貸与の?|管理の?|所有の?|契約の?
        |名義の)(?:(?!買|購入).){0,6}?(?:${device}(?!購入)|備品|資産|持ち物|所有|管理)
      |(?:会社|職場|経費|社費|公費|研究費|法人(?:名義)?|校費)で(?:買|購入)`,
    organization,
  ],
  [
    re`
      (?:${org}|仕事|業務)(?:用)?の(?:${thing}|方|ほう|${copula})
      |(?:${org}|仕事|業務)で(?:使(?:って|用して)(?:い)?る|使用中の|利用(?:して)?(?:い)?る
        |使う).{0,3}(?:${thing})
      |^(?:会社|学校|大学|職場|勤務先)(?:から)?(?:支給|貸与)(?:品|端末|機)?$|(?:社員|部下|従業員|職員)の(?:${device})|社用|社給|社有|社内(?:標準|の?${device})|社員(?:に|用|向け).{0,6}(?:配|支給|${device})
      |入社(?:時|した(?:とき|時|際))?(?:に)?.{0,6}(?:もら|渡|支給|貸)|(?:一人|1人|ひとり)(?:に)?(?:一台|1台)
      |業務(?:用|端末|機)|(?:支給|貸与|配布|貸し出)(?:された|されて|されま|品|の|${device})
      |社内で(?:使|共有|共用).{0,8}${thing}|貸し出され|配備され
      |(?:仕事|会社|職場|学校|学習|校務|事務)用(?!の?(?:アカ|ソフト|に(?:買|購)))
      |(?:会社|学校|法人|企業|社内|校内|仕事|大学|職場)${device}|ドメイン(?:に)?参加|gigaスクール|ギガスクール`,
    organization,
  ],
  [
    re`
      \b(?:${orgEn})(?:s)?[ -](?:issued |owned |provided |supplied |managed |given |assigned |loaned |-?issued |-?owned |-?provided )*(?:\w+ )?(?:${device}
        |pcs?\b|one\b|equipment|asset|loaner)
      |\b(?:issued|provided|given|supplied|assigned|lent|loaned|owned|managed|handed|sent|bought
        |set up) (?:to me )?by (?:my |the |our |a )?(?:\w+ )?${orgEn}\b
      |\b(?:belongs?|belonging) to (?:my |the |our |a )?(?:\w+ )?${orgEn}\b
      |\b(?:company|school|university|government|corporate) property\b|\bproperty of (?:my|the) (?:\w+)
      |\b(?:${orgEn})[ -](?:issued|owned|provided|supplied|managed|assigned)|\bdomain[ -]joined\b
      |\b(?:is|its|was) issued to me\b`,
    organization,
  ],
  [
    re`
      \b(?:my |our |the |old |former |ex )?(?:${orgEn}) (?:\w+ )?(?:gave|gives?|provided|provides?|issued|issues
        |lent|sent|supplied|supplies|bought|handed|assigned|loaned|set|purchased|owns)\b
      |\bfrom (?:my |the |our )?(?:current |former |old |ex-?)?${orgEn}\b(?! ?(?:wifi|network|lan|vpn|store))
      |\bfor work from\b
      |\b(?:their|the companys|the schools|my companys|my employers|my schools|works|my works) ${device}
      |\bits (?:the |my |our )?(?:(?:company|work|school|employer|university|hospital|college|office|firm|agency
        |charity|club|church)s|theirs)\b
      |\b(?:charity|club|church|ngo|nonprofit|hospital|company|school|employer).{0,24}\bowns (?:it|this)\b
      |\bwork-?provided\b|\bloaner from\b`,
    organization,
  ],
];

/** An account of an employer or a school, which may be used on a PC of one's own. */
export const organizationAccount = re`
  (?:会社|学校|大学|職場|仕事)の(?:microsoft|ms|マイクロソフト)?(?:アカウント|メール(?:アドレス)?)(?:で|を使って|に)(?:サインイン|ログイン|入って)
  |\b(?:work|school|company) account\b`;
