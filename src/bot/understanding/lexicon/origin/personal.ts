import { re } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { copula, device, person, shop } from '../words.ts';

const personal = { origin: 'personal' } as const;
const self =
  '(?:自分|私|わたし|わたくし|あたし|僕|ぼく|俺|おれ|わし|うち|自宅|家|家庭|我が家|わが家|家族|父|母|親|両親|夫|旦那|主人|妻|嫁|息子|娘|子供|子ども|兄|姉|弟|妹|祖父|祖母|実家)(?:さん|ちゃん|自身)?';
const buy = '(?:買|購入|注文|ポチ|組(?:ん|み)|手に入れ|ゲット|入手|取り寄せ)';

/** Says that it is new, or takes back what was said. */
export const saysNew = re`
  新品|新しく|自作(?!自演)|やっぱ|実は|じつは|間違|まちが|勘違い|訂正|(?:^|いや|いえ)(?:違|ちが)(?:った|い)|(?:じゃ|では)な(?:く|い)
  |\bnew\b|\bactually\b|\bsorry\b|\bmistake\b|\bi meant\b|\bwrong\b|\bbuilt\b|\bassembled\b`;

/** A present, bought new for the person. */
export const present: readonly Rule[] = [
  [
    re`
      ${person}(?:に|が|から)(?:.{0,8})(?:買って(?:もら|くれ)|購入して(?:もら|くれ)|新品|プレゼント(?!した))
      |(?:プレゼント|お祝い|入学祝い|就職祝い|クリスマス).{0,8}(?:新品|買って)
      |\b(?:christmas|birthday|gift|present|graduation)\b.{0,20}\bnew\b|\bnew\b.{0,20}\b(?:gift|present)\b`,
    personal,
  ],
];

/** Bought by oneself, even for work, or bought new. */
export const bought: readonly Rule[] = [
  [
    re`
      自腹|私用で.{0,6}${buy}|自費|私費|自前|私物|マイpc|自作(?!自演)
      |(?:自分|個人)(?:用)?(?:で|が|に|として)(?:.{0,10})?(?:${buy}|作(?:っ|り)|用意|選ん|所有|契約)
      |自分(?:用|専用)
      |個人(?:的)?(?:な|の|用|所有|利用|使用|持ち|保有)(?!判断|責任|自由|力|情報|設定|事業|売買|間|認|アカ|番|(?:microsoft|ms|マイクロソフト|google) ?アカ|スマホ|携帯|メール|回線)
      |個人${device}|(?:家族|個人|家庭)(?:みんな|全員|\d人)?で(?:使|共有|利用|共用)|(?:自分|個人)名義
      |プライベート(?:用|の|で(?:使|買|購入)|な|${device})|パーソナル`,
    personal,
  ],
  [
    re`
      ${shop}(?:さん)?(?:で|から|にて|の)(?:.{0,14})?(?:${buy}|新品|買い替え)
      |新品(?:で|を|の|${device})?(?:.{0,8})?(?:${buy}|もら)
      |新品(?:の|を|で)?(?:${device})?(?:です(?!く)|だ(?!と)|$)|${shop}(?:に|へ)?(?:行|い)って.{0,14}(?:買|購入)
      |新しく(?:買|購入)|新品(?:の(?:${device}|もの|やつ|まま)|で(?!は|も|す)|を|$)
      |(?:自宅|家|家庭)(?:用|で使う(?:ため)?)(?:に)?(?:.{0,6})${buy}
      |(?:ボーナス|小遣い|お年玉|給料|貯金)で.{0,6}${buy}`,
    personal,
  ],
];

/** One's own or the family's. */
export const own: readonly Rule[] = [
  [
    re`
      ${self}(?:の|用(?:の)?|共用の?|専用の?|兼用の?)(?:個人の?|ゲーミング|新しい|メイン)?(?:${device}|もの|物
        |やつ|ヤツ|所有|持ち物|${copula})
      |(?:自宅|家庭|家族|ホーム)(?:用|共用|${device})|ゲーミング(?:pc|ノート|パソコン)`,
    personal,
  ],
  [
    re`
      \bmine\b|\bmy own\b|\bi own\b|\b(?:bought|built|purchased|paid|ordered|assembled|got)\b.{0,24}\bmyself\b
      |\bself-?(?:built|bought|purchased)\b
      |\b(?:personal|personally|private|privately|home|family|household|gaming|custom(?: built)?
        |diy)(?:ly)?(?: \w+)? (?:owned|${device}|pcs?|rig|build|one|use)\b
      |\b(?:i|we) (?:built|bought|purchased|ordered|got) (?:it|this|the|my|a|one)(?: \w+)*(?: myself| new| brand
        | from (?:a |the )?(?:\w+ )?(?:shop|store|retailer)| at | online| in a (?:shop|store)| from ${shop})
      |^i build (?:it|this|my) (?:\w+ )?(?:myself|last)\b|\bi (?:built|assembled|put together) (?:it|this|the|my)\b|^built my (?:own )?(?:${device}|pc|rig)\b|\b(?:belongs to|owned by) me\b
      |\b(?:built|assembled|bought|purchased) by me\b|\bfor (?:personal|home|private) use\b`,
    personal,
  ],
  [
    re`
      \b(?:brand )?new (?:from|at|in|off)\b
      |\b(?:bought|purchased|got|ordered) (?:a |my |this |the )?(?:brand )?new (?:\w+ )?(?:${device}|pc)\b
      |^i (?:buy|buyed) (?:a |my |this |the )?(?:brand )?new (?:\w+ )?(?:${device}|pc)\b.*\b(?:from|in|at) (?:a |the )?(?:${shop}|shop|store)\b
      |\b(?:brand new|(?:bought|purchased|got|ordered) (?:it |this )?(?:online )?(?:brand )?new)\b
      |\b(?:bought|purchased|ordered|got) (?:it |this |mine |one )?(?:brand new |new |directly |straight |online |recently |last \w+ |yesterday )*(?:from
        |at|in|on|off) (?:an? |the )?(?:\w+ )?(?:${shop}|store|shop|retailer)\b
      |\bmy (?:wife|husband|son|daughter|kid|kids|mom|mum|dad|mother|father|parents|childs?|sons|daughters|wifes
        |husbands|moms|dads|family)s? (?:new |own |personal )?(?:${device}|pc)\b`,
    personal,
  ],
];
