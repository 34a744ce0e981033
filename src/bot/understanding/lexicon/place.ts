import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai, org } from './words.ts';

const remote = { place: 'remote' } as const;
const office = { place: 'office' } as const;

/** Where the PC is being used: inside the organisation or anywhere else. */
export const place: Lexicon = {
  questions: ['place'],
  deed: true,
  tells: [
    [
      re`
        \b(?:was|were|worked) (?!.*\b(?:now|since)\b).*\b(?:last \w+|yesterday)\b|\byesterday\b.*\b(?:was|were)\b
        |\b(?:been|was|were) used (?:in|at)\b|\b(?:he|she|they|who) (?:\w+ )?used\b
        |(?:自宅|家)では(?:まだ)?(?:使|試|作業|やって)(?:っ|せ|い)?(?:て(?:い|は)?)?${nai}
        |(?:会社|職場|学校|オフィス|事務所)で(?:.{0,6})?使(?:って(?:い)?た|われて(?:い)?た)
        |(?:[人名]|小さ[いな]|小規模な?|零細|中小|個人|普通|家族)(?:だけ)?の?(?:会社|職場|事務所|オフィス)で
        |(?:校内|社内|学校|会社)(?:だと|では|なら)(?:.{0,6})?(?:出|消え|でき|つなが|通)
        |(?:つな|繋|行|持って)(?:い|げ|け)(?:で|って|って行)?(?:ば|たら)(?:いい|よい|直)
        |\b(?:issued|given|gave|provided|handed|lent|got|bought|received)\b.*\bat work\b|リモートデスクトップ
        |リモートで(?:見て|直して|操作|対応|確認して|サポート|やって)(?:して)?(?:もら|くれ|いただ|頂)
        |(?:在宅|出社|リモート|テレワーク)の(?:日|とき|時)(?:は|だけ|に)
        |リモート(?:で)?(?:操作|接続|サポート)|remote (?:desktop|access|support|server)
        |出張(?:修理|サポート|サービス|買取)|在宅医療|home ?(?:edition|版|page|premium|button|screen)
        |windows(?: 1[01])? home|win ?1[01] ?home|ホームページ`,
      {},
    ],
    [
      re`
        (?:昨日|きのう|一昨日|先週|先日|以前|前は|普段|ふだん|通常)(?!から).{0,10}(?:会社|オフィス|出社|職場
          |学校|家|自宅|在宅)
        |(?:家|自宅|在宅).{0,4}も.{0,4}(?:会社|オフィス|職場|学校|出社)
        |(?:会社|オフィス|職場|学校).{0,4}も.{0,4}(?:家|自宅|在宅)`,
      {},
    ],
    [re`(?:在宅|リモート|テレワーク|自宅|家|社外|出先)(?:勤務)?(?:じゃ|では)${nai}`, {}],
    [
      re`
        (?:会社|オフィス|職場|学校)の外|(?:出社|登校|出勤)(?:は)?(?:して|でき|し)${nai}
        |(?:会社|オフィス|職場|学校|社内|事務所)(?:に|へ|には)?(?:は)?(?:い|行って|来て|行け|出て)${nai}
        |\bnot (?:at|in) (?:the |my )?(?:office|work|campus|school)\b
        |\b(?:away from|outside|out of|off) (?:the )?(?:office|campus|work)\b|\boff-?site\b`,
      remote,
    ],
    [
      re`
        (?:会社|オフィス|職場|学校|社内|事務所|出社|出勤|校内)(?:じゃ|では|で)${nai}
        |\b(?:not|isnt|arent) (?:at |from |working )*(?:home|remote)`,
      {},
    ],
    [
      re`
        在宅|テレワ|リモワ|ネカフェ|ネットカフェ|漫画喫茶|テレワーク|てれわーく|リモートワーク
        |リモート(?:勤務|で|中|です|だ|なう|から|出勤|$)|ワーケーション|社外|学外|校外
        |(?:自宅|(?<![専門国作画農実])家|(?<![のそ])うち|実家|帰省先|部屋|アパート|マンション|下宿|寮)(?:から
          |で(?:は)?(?:使|作業|仕事|働|やって|操作|つな|繋|試|開|見|勤務|今|すけど|起動)|に(?:い(?:る|ま|て)|居
          |おり|おる|持ち帰|持って帰|帰(?:って(?:い|き|る|て)|りま|宅))|です|だ(?![と])|なう|なん|の(?:光|固定
          |ひかり)?(?:回線|ネット|wi-?fi|ルーター|インターネット|lan)|回線|待機|作業|(?<!うち)$)
        |(?:自宅|(?<![専国])家)で${org}の.{0,8}(?:使|利用|作業)|持ち帰(?:って|り)|カフェ|喫茶|スタバ|ドトール
        |マック(?!ブ)で|マクド|ファミレス|ホテル|旅館|出張(?:先|中|で|に|して|$)|外出(?:先|中)|出先|移動中
        |新幹線|電車|空港|旅行|帰省|海外(?:から|に|で|出張|在住|赴任)|コワーキング
        |(?:図書館|ホテル|カフェ|空港|駅)の(?:free|フリー)?(?:wi-?fi|ネット|回線|lan)|図書館(?:で|に|から)
        |客先(?:で|に|から|常駐)|(?:取引先|訪問先|お客様先)(?:に(?:い[るま]|来て|おり)|で(?:使|作業|仕事|つな|す))|テザリング|(?:スマホ|自宅|家庭|モバイル)(?:の)?回線|ポケットwi-?fi`,
      remote,
    ],
    [
      re`
        \bwfh\b|^(?:im )?home(?: today| now| right now| office| this week)?$
        |\b(?:work|working|works|worked|logging in|studying|connecting|doing this) (?:from (?:my |the )?(?:home
          |house|apartment|place|hotel)|remotely|remote|off-?site)\b
        |\b(?:am|im|were|i|currently|fully|all|working|hybrid but) remote\b
        |\bremote (?:work|worker|employee|today|now|this|right|at)\b|\bremotely\b
        |\bat (?:my )?(?:home|house|place|apartment|parents)\b
        |\b(?:im|am|its|is|here|now|currently|using it|use it) (?:at |back |from )?home\b|\bfrom home\b
        |\b(?:in|at|from) (?:a |an |the |my )?(?:hotel|cafe|coffee ?shop|starbucks|airport|airbnb|dorm|library
          |train|apartment|home office|(?:\w+ )?house|(?:\w+ )?place|flat|coworking(?: space)?)\b
        |\bon (?:the road|a trip|a business trip|the train|vacation)\b
        |\b(?:travell?ing|business trip|abroad|overseas)\b
        |\bhome (?:wi-?fi|network|internet|connection|router)\b|\bworking from (?:a |my )|\bhome office\b`,
      remote,
    ],
    [
      re`
        (?:今日は|本日は|今は)(?:もう)?(?:会社|オフィス|職場|学校|大学)(?:です|だ(?!と)|なん(?!か)|にあ[るり]|から|$)
        |出社(?:中|し(?:て|た|ま)|日|済)|出勤(?:中|し(?:て|た|ま))|登校(?:中|し)
        |(?:会社|オフィス|職場|事務所|学校|大学|本社|支店|研究室|キャンパス|教室|社屋|庁舎|院内|病院
          |勤務先)(?:に(?:い(?:る|ま|て)|居|おり|おる|来(?:て|た|ま|る)|きて|出て(?:き|来)|出勤|着|戻(?:って|り)
          |行って|行き(?:まし)|持って(?:行|来|き)|持ち込)|で(?!一人|1人|全員|も(?!試|やって|だめ|同じ|つな|繋)
          |使|利用|買|購入|支給|もら|貰|借|配|貸|管理|契約|用意|指定|教|言|聞|作ら|組|働いて(?:い)?た|入れ|設定
          |決|は(?:使|許)|す|した|な|も(?:ら|な|あ)|渡|なく|は${nai}|、|$)|にて|から(?:です|つな|繋|接続
          |アクセス|操作|やって|書|チャット|問い合わせ)|の(?:会議室|フロア|休憩室|食堂|中|lan|wi-?fi
          |ネット(?:ワーク)?|有線|デスク(?!トップ)|回線|席)(?:に|で|へ|から|は|を)?|なう)
        |(?:オフィス|事務所|キャンパス|職場|校舎|社屋|構内|自席)(?:の)?(?:中|内)?(?:から|勤務|なう|に(?:い|居
          |おり)|です(?!く)|っす|だ(?!と)|なん(?!か))
        |社内(?:です|だ(?!と)|なの|なん(?!か)|から|に(?:い|おり|居)|で(?:す|作業|つな|繋|試)|lan|wi-?fi|ネット|に(?:い|お)|網
          |勤務)
        |校内(?:です|から|で|lan|wi)|学内(?:です|から|で|lan|wi)|自席|デスクで`,
      office,
    ],
    [
      re`
        \b(?:at|in|inside|into|(?:work\w*|connect\w*|log\w*|online|now|here|writing) from) (?:the |my |our )?(?:\w+ )?(?:office
          |work|workplace|campus|headquarters|hq)\b(?! (?:laptop|pc|computer|machine|account|from))(?! gave)
        |\bat (?:the |my )?(?:school|university|college|uni)\b|\bin (?:class|school|the lab|the classroom)\b
        |\bon-? ?(?:site|campus|premises?)\b|\boffice (?:lan|network|wi-?fi|ethernet|internet)\b
        |\b(?:company|corporate|work|school|campus|internal) (?:lan|network|wi-?fi|ethernet)\b
        |\b(?:at|in) my (?:desk|cubicle|office)\b|\bcubicle\b
        |\bi(?:m| have|ve| just|d)? ?(?:came|got|went|gone|come|drove) (?:in\b|(?:in)?to (?:the )?(?:office|work
          |school|campus))
        |\b(?:got|came|went) to (?:the )?(?:office|work|campus)\b
        |\bdrove (?:in|(?:in)?to (?:the )?(?:office|work|school|campus))\b`,
      office,
    ],
  ],
};
