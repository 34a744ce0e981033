import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { component, device, keyWord, market, nai, org, orgEn, secondhand, shop, thing } from './words.ts';

const nothing = {};
const personal = { origin: 'personal' } as const;
const organization = { origin: 'organization' } as const;
const used = { origin: 'used' } as const;
const janai = `(?:という|って)?(?:わけ)?(?:じゃ|では|で(?=な|は)|じゃあ)${nai}`;

/** Who provided the PC: the person, an employer or school, or somebody before. */
export const origin: Lexicon = {
  questions: ['origin', 'provenance'],
  grave: true,
  tells: [
    // A part, a key or a program with a history is not a PC with one.
    [
      re`(?:${market}|${secondhand}).{0,14}(?:${component}|${keyWord}|ライセンス|office|ソフト|licen[sc]e)(?!${device})(?!付)|(?:${component}|${keyWord}|ライセンス|licen[sc]e).{0,14}(?:${market}|${secondhand}|\bused\b|新品)|新品(?:の|に)${component}|brand new ${component}`,
      nothing,
    ],
    // Denied: it is not that; what it is instead was not said.
    [
      re`(?:${secondhand}|${market}|社用|業務用|社給|支給品?|貸与品?|仕事用|会社用|私物|個人用?|自分の?|新品|${org}(?:の(?:${thing})?|から(?:もらった|支給された|借りた)?${thing}?|支給|用))${thing}?(?:の)?${janai}|わけ(?:じゃ|では)${nai}|(?:支給|貸与|配布|譲)(?:さ|ら)れ?(?:た)?(?:わけ)?(?:もの)?(?:では|じゃ|て)${nai}`,
      nothing,
    ],
    [
      re`\b(?:not|isnt|aint|wasnt|never|no)\b(?: \w+){0,3} (?:${orgEn}|mine|my own|personal|used|second|refurb|pre)|\bnot (?:from|by|owned|issued|provided)\b|\bdoesnt belong`,
      nothing,
    ],
    // Given away by an employer for good.
    [
      re`(?:${org}|退職|卒業|定年|辞め|やめ).{0,14}(?:譲|払い下げ|払下げ|買い取|買取|引き取|餞別|お下がり|おさがり|使わなくな|不要にな|処分(?:する|した|品))`,
      used,
    ],
    [
      re`(?:退職|卒業|定年|辞め|やめ)(?:た|る|する|した|の)?(?:時|とき|際|記念|祝い|ついで|にあたって).{0,10}(?:もら|貰|頂|いただ|くれ|給)`,
      used,
    ],
    [
      re`(?:前|元|以前)の(?:持ち主|所有者|オーナー|使用者|ユーザー|使って(?:い)?た)|元(?:持ち主|オーナー)|前(?:オーナー|所有者)`,
      used,
    ],
    [
      re`${secondhand}|(?:${market})(?:で|に|から|経由|の|っ|$)|^(?:${market})|\b(?:on|from|off|via|at|through) (?:a |an |the )?(?:\w+ )?${market}`,
      used,
    ],
    [
      re`\bused (?:\w+ )?${device}|\b(?:bought|got|purchased|it|is|its|was|buy) (?:it |this |one |them )?used\b(?! to| by| at| for| in| it| my)|\b(?:bought|got|purchased|inherited|received|picked (?:it |this )?up) (?:\w+ ){0,3}(?:from|off) (?:a |an |my |some |this )?(?:\w+ )?(?:friend|guy|colleague|coworker|co-worker|neighbou?r|brother|sister|dad|father|mom|mum|mother|uncle|aunt|cousin|relative|stranger|someone|somebody|individual|private|roommate|son|grandpa|grandfather)|\b(?:friend|colleague|coworker|neighbou?r|brother|sister|uncle|aunt|cousin|relative|dad|father|mom|mum|roommate|someone) (?:gave|sold|passed|handed|left)\b|\binherited\b|\bused to (?:be|belong)\b|\bgiven to me by (?:a|my) (?:friend|brother|sister|uncle|neighbou?r|relative|cousin|dad|father)`,
      used,
    ],
    // A present, bought new for the person.
    [
      re`(?:親|父|母|両親|祖父|祖母|じいちゃん|ばあちゃん|夫|旦那|妻|家族|兄|姉)(?:さん)?(?:に|が|から)(?:.{0,8})(?:買って(?:もら|くれ)|購入して(?:もら|くれ)|プレゼント)`,
      personal,
    ],
    [
      re`(?:譲(?:って|り受け|られ|っても|渡)|ゆずって|ゆずり)|(?:友達|友人|知人|知り合い|ともだち|先輩|後輩|同僚|ご?近所|親戚|親|父|母|兄|姉|弟|妹|いとこ|おじ|おば|祖父|祖母|叔父|叔母|彼氏|彼女|旦那|夫|妻|息子|娘|先生|人|他人|個人)(?:さん|ちゃん)?(?:から|に|が使って(?:い)?た.{0,8}を?)(?:の)?(?:.{0,6})?(?:もら[っいうえ]|貰|買い?(?:取|った|いました|って|受け)|購入|頂|いただ|引き継|受け継|もろ)(?!て買)|(?:父|母|兄|姉|弟|妹|親|祖父|夫|妻|旦那|家族|友達|友人|知人|人|先輩|同僚|親戚|叔父|叔母)(?:さん)?が(?:.{0,6}?)(?:使って(?:い)?た|(?:使わ|要ら|いら)なくなった|買い替え)|(?:友達|友人|知人|知り合い|同僚|先輩|兄|姉|父|母|親戚|叔父)(?:さん)?が(?:くれ|売って)|個人(?:間)?(?:売買|取引)|個人(?:の人)?から`,
      used,
    ],
    // Bought for oneself, even for work.
    [
      re`自腹|自費|私費|自前|私物|マイpc|自作(?!自演)|自分で(?:.{0,10})?(?:買|購入|組|作|用意|選ん)|自分用|(?:自分|個人)(?:で|が)(?:買|購入|所有|契約)|個人(?:的)?(?:な|の|用|所有|利用|使用|購入|持ち|保有)(?!情報|事業|売買|間|認|アカ|番)|個人(?:${device})|プライベート(?:用|の|で(?:使|買|購入)|な|${device})|パーソナル`,
      personal,
    ],
    [
      re`(?:${shop})(?:さん)?(?:で|から|にて|の)(?:.{0,14})?(?:買|購入|注文|ポチ|組|手に入れ|ゲット|入手|新品|取り寄せ|買い替え)|新品(?:で|を|の|${device})?(?:.{0,8})?(?:買|購入|注文|ポチ|手に入れ|です|だ|$)|新しく(?:買|購入)|新品(?:の(?:${device}|もの|やつ|まま)|で(?!は|も|す)|を|$)`,
      personal,
    ],
    // Provided by an employer or a school.
    [
      re`(?:${org}|仕事|業務|学内|社内|社)(?:さん)?(?:の|用の?|で|支給の?|貸与の?|管理の?|所有の?|から(?:の)?|が|に|名義の)(?:.{0,10}?)?(?:支給|貸与|配布|配ら|配備|用意|貸し|貸出|借り|借|もら[っいう]|もろ|渡さ|渡し|わたさ|預|提供|供与|受け取|受取|届|与え|くれ(?:た|ま)|送られ)|(?:${org})(?:が|に)(?:.{0,6}?)(?:買って(?:もら|くれ)|購入し)|(?:${org}|仕事|業務|学内|社内)(?:さん)?(?:の|用の?|支給の?|貸与の?|管理の?|所有の?|名義の)(?:.{0,6}?)?(?:${device}(?!購入)|備品|資産|持ち物|所有|管理)|(?:会社|職場|経費|社費|公費|研究費|法人(?:名義)?|校費)で(?:買|購入)`,
      organization,
    ],
    [
      re`(?:${org}|仕事|業務)(?:用)?の(?:もの|物|やつ|ヤツ|奴|です(?!く)|だ(?!と)|で(?:す(?!く)|した|$)|な[んの]|ん|っす|や|方|ほう|$)|(?:${org}|仕事|業務)で(?:使(?:って|用して)(?:い)?る|使用中の|利用(?:して)?(?:い)?る|使う)(?:${device}|もの|やつ|.{1,3}${device})|社用|社給|社有|社内(?:標準|の?${device})|社員(?:に|用|向け).{0,6}(?:配|支給|${device})|入社(?:時|した(?:とき|時|際))?(?:に)?.{0,6}(?:もら|渡|支給|貸)|(?:一人|1人|ひとり)(?:に)?(?:一台|1台)|業務(?:用|端末|機)|支給(?:された|され|品|の|${device})|貸与(?:された|され|品|の|${device})|貸し出され|配備され|(?:仕事|会社|職場|学校|学習|校務)用(?!の?(?:アカ|ソフト|に(?:買|購)))|(?:会社|学校|法人|企業|社内|校内|仕事|大学)(?:${device})|レンタル(?:${device})?(?:を)?(?:会社|学校)|gigaスクール|ギガスクール`,
      organization,
    ],
    [
      re`\b(?:${orgEn})(?:s)?[ -](?:issued |owned |provided |supplied |managed |given |assigned |loaned |-?issued |-?owned |-?provided )*(?:\w+ )?(?:${device}|pcs?\b|one\b|equipment|asset|loaner)|\b(?:issued|provided|given|supplied|assigned|lent|loaned|owned|managed|handed|sent|bought|set up) (?:to me )?by (?:my |the |our |a )?(?:\w+ )?${orgEn}\b|\b(?:belongs?|belonging) to (?:my |the |our |a )?(?:\w+ )?${orgEn}\b|\b(?:company|school|university|government|corporate) property\b|\bproperty of (?:my|the) (?:\w+)|\b(?:${orgEn})[ -](?:issued|owned|provided|supplied|managed|assigned)`,
      organization,
    ],
    [
      re`\b(?:my |our |the |old |former |ex )?(?:${orgEn}) (?:\w+ )?(?:gave|provided|issued|lent|sent|supplied|bought|handed|assigned|loaned|set|purchased|owns)\b|\bfrom (?:my |the |our )?(?:current |former |old |ex-?)?${orgEn}\b(?! ?(?:wifi|network|lan|vpn|store))|\bfor work from\b|\b(?:their|the companys|the schools|my companys|my employers|my schools|works|my works) ${device}|\bits (?:the |my )?(?:companys|works|schools|employers|universitys|theirs)\b|\bwork-?provided\b`,
      organization,
    ],
    // One's own.
    [
      re`(?:自分|私|わたし|あたし|僕|ぼく|俺|おれ|うち|ウチ|わし|自宅|家|家庭|我が家|わが家|家族|父|母|親|両親|夫|旦那|主人|妻|嫁|息子|娘|子供|子ども|兄|姉|弟|妹|祖父|祖母|実家)(?:さん|ちゃん|自身)?(?:の|用(?:の)?|共用の?|専用の?|兼用の?)(?:個人の?|ゲーミング|新しい|メイン)?(?:${device}|もの|物|やつ|ヤツ|所有|持ち物|です|だ|で(?:す(?!く)|した|$)|なん|$)|(?:自宅|家庭|家族|ホーム)(?:用|共用|${device})|ゲーミング(?:pc|ノート|パソコン)`,
      personal,
    ],
    [
      re`\bmine\b|\bmy own\b|\bi own\b|\bmyself\b|\bself-?(?:built|bought|purchased)\b|\b(?:personal|personally|private|privately|privately owned|home|family|household|gaming|custom(?: built)?|diy)(?:ly)?(?: \w+)? (?:owned|${device}|pcs?|rig|build|one|use)\b|\bi (?:built|bought|purchased|ordered|got|assembled) (?:it|this|the|my|a)(?: \w+)*(?: myself| new| brand| from (?:a |the )?(?:\w+ )?(?:shop|store|retailer)| at | online| in a (?:shop|store)| from ${shop})|\bbelongs to me\b|\b(?:brand )?new (?:from|at|in|off)\b|\b(?:brand new|bought new|bought it new|purchased new|got it new)\b|\b(?:bought|purchased|ordered|got) (?:it |this |mine |one )?(?:brand new |new |directly |straight |online |recently |last \w+ |yesterday )*(?:from|at|in|on|off) (?:an? |the )?(?:\w+ )?(?:${shop}|store|shop|retailer)\b|\bfor (?:personal|home|private) use\b|\bmy (?:wife|husband|son|daughter|kid|kids|mom|mum|dad|mother|father|parents|childs?|sons|daughters|wifes|husbands|moms|dads|family)s? (?:new |own |personal )?(?:${device}|pc)\b`,
      personal,
    ],
  ],
  replies: [
    [
      re`^(?:${secondhand}|${market}|もら[っい]|貰|譲|個人から|知り合い|知人|友[達人]|親戚|人から|used|second|gift from|(?:from )?(?:a |my )?(?:friend|relative|colleague|neighbou?r|brother|sister|uncle|cousin))|(?:もらった|貰った|もらい|いただいた|頂いた|譲って)(?:もの|やつ|物|ん|の)?(?:です|だ|$)`,
      used,
    ],
    [
      re`(?:${org}|仕事|業務|レンタル|学生証|社員証|勤め|バイト|支給|貸与|借り(?:て|た|物|もの))|\b(?:${orgEn}|employers?|works|issued|organi[sz]ation|students?|borrowed|theirs)\b`,
      organization,
    ],
    [
      re`自分|個人|私|わたし|僕|ぼく|俺|おれ|うち|家(?:族|庭)?|自宅|マイ|買(?:った|い|って)|購入|自作|${shop}|retail|\b(?:personal|own|private|home|me|myself|family|new|store|shop|bought)\b`,
      personal,
    ],
  ],
};
