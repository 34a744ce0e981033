import { part, re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';
import type { Pattern } from '../../sieve.ts';

/** Says who else is meant: the people of one's own organisation or family, and what is asked for by oneself. */
const trusted = part`
  情シス|情報システム|it部|it担当|管理者|ヘルプデスク|社内|会社(?:に|へ|から)|学校(?:に|へ|から)|先生|上司|総務|息子|娘|友達|友人|折り返|返事|返信|予約`;
const trustedEn =
  '(?:\\b(?:help ?desk|our it|my it|the it|it (?:guy|team|desk|department|dept|staff|support|admin)|my (?:company|employer|school|boss|son|daughter|friend)|back)\\b)';
/** Speaks of activation by telephone, which is genuine. */
const genuine = part`電話(?:での?|による)?(?:ライセンス)?認証|電話で認証|slui|(?:インストール|確認) ?id|installation id|confirmation id|phone activation|activat\w+ by phone|activat\w+ (?:over|by|via) (?:the )?(?:tele)?phone|activation (?:line|cent)`;
const popup = part`ポップアップ|警告|アラート|ブラウザ|画面`;
const tool = part`
  any ?desk|エニーデスク|アニーデスク|team ?viewer|チームビューワ?ー?|ultra ?viewer|rust ?desk|log ?me ?in|クイックアシスト|quick ?assist
  |(?:遠隔|リモート)(?:操作|接続|サポート)?(?:の)?(?:ソフト|アプリ|ツール)`;
const toolEn =
  'any ?desk|team ?viewer|ultra ?viewer|rust ?desk|log ?me ?in|quick assist|remote (?:access |control |desktop |support )?(?:tool|program|software|app)|program for remote';
const voucher = part`
  ギフト(?:カード|券|コード|で)|プリペイド|プリカ|itunes|アイチューンズ|google ?play|グーグルプレイ|(?:アップル|apple)(?:の)?(?:ギフト|カード)|ビットキャッシュ|ウェブマネー|webmoney|電子マネー`;
const someone =
  '(?:he|she|they|hes|shes|theyre|someones?|somebody|guy|man|woman|lady|person|caller|agent|technician|stranger|scammers?|hackers?)';

/** What tells of a false warning, a false caller, remote control or a payment: told at once, whatever else was said. */
export const scam: readonly Asking[] = [
  // The screen wants to be called.
  {
    topic: 'scam',
    always: true,
    shape: re`
      ^(?!.*(?:${trusted})).*電話(?:を)?(?:(?:して|かけて|しろ|かけろ|せよ)(?:ください|下さい|くれ)?|ください|下さい)?(?:[」』"]?(?:って|と)|[」』"]の)(?:いう)?.{0,6}(?:出|表示|書い|鳴|言|${popup})
      |^(?!.*(?:${trusted}|${genuine})).*電話(?:を)?(?:しろ|かけろ|せよ|して(?:ください|下さい)|ください)(?:って|と).{0,4}(?:画面|警告|ポップアップ)
      |^(?!.*(?:${genuine}|手順|メール|箱|保証書|サイト|公式|ホームページ|教え)).*(?:電話|サポートの|連絡先の)番号(?:が|も|は)(?:画面に|急に|大きく|勝手に)?(?:出(?!てい?(?:ない|ません)|てこ|ない|ません)|で(?:てい?る|てい?ます|ます|ました)|表示(?!されて?(?:い)?(?:ない|ません))|書い(?:てあ|てる|てい|た)|書かれ|のって|載って)
      |^(?!.*${genuine}).*画面(?:いっぱい|全体|中)に.{0,8}(?:電話番号|電話しろ|電話して|連絡しろ)
      |(?<![0-9a-z-])0(?:50|120|800|101)\d*(?:から(?:始|はじ)|で(?:始|はじ)|から|-|の).{0,8}(?:番号|電話|かけ)
      |番号(?:に|へ)(?:今すぐ|すぐに?|お)*(?:電話(?:って|と|しろ|する(?:よう|と)|して(?:ください|って|と))|連絡しろ|かけ(?:ろ|て(?:ください|って|と)|るよう))
      |警告(?:の|する)?(?:画面|音|音声|ポップアップ)(?:が|は|も|で)?.{0,10}(?:閉じ(?:られ|れ)?(?:ない|ません)|止まら|鳴(?:り|っ))|電話(?:を)?(?:しろ|かけろ)[」』"]?って$
      |(?:大きな|大|すごい|うるさい)音(?:で|の).{0,6}警告|(?:偽|にせ|ニセ|詐欺|怪しい|あやしい)(?:の|っぽい)?(?:警告|画面|ポップアップ)
      |ウイルス(?:に)?感染.{0,14}(?:警告|画面|表示|メッセージ|電話)|(?:警告|ポップアップ).{0,12}(?:電話|番号)
      |(?:失効|期限切れ|切れ)(?:した|し|た)?.{0,8}電話(?:を|しろ|くだ|して(?:くだ|って|と))`,
  },
  // Somebody calls, takes over the PC, or asks for money.
  {
    topic: 'scam',
    always: true,
    shape: re`
      (?:画面|出た|表示(?:され)?た|警告(?:に|の|に出た|に出ていた)?|マイクロソフト|microsoft|サポート|ポップアップ)の?(?:電話)?番号(?:に|へ)(?:電話し|電話をし|かけ)(?:た(?!い)|ちゃ|て(?:しま|み)|まし)
      |^(?:もう|うっかり|つい)?(?:電話(?:を)?(?:して|かけて)(?:しま|しもた)|電話(?:を)?(?:し|かけ)ちゃ|お金(?:を)?払(?:って(?:しま|しもた)|っちゃ))
      |^(?!.*(?:${trusted})).*(?:マイクロソフト|microsoft|サポート(?:センター)?|知らない(?:人|外人|外国人|男|女|ところ|番号)|変な|怪しい|あやしい|不審な|謎の|片言|カタコト|外国人|外人)(?:を名乗る|って名乗る|っていう|の)?(?:人|男|女|社員|者|担当者|ところ)?.{0,4}(?:から|より|の|な|変な)?(?:突然|急に|の|いきなり)?電話(?:が|で|き|かか|あ[りっ])
      |^(?!.*(?:${trusted})).*(?:変な|怪しい|あやしい|不審な)電話
      |電話(?:が|で|を).{0,14}(?:マイクロソフト|microsoft|サポート)(?:です|だと|と名乗|と言|って言|を名乗)
      |(?:マイクロソフト|microsoft|サポート|ウィンドウズ|windows)(?:の(?:人|者|社員)|センター)?(?:だと|と|を|って)(?:名乗|かた(?:る|って)|騙|装)
      |^(?!.*(?:${trusted})).*(?:遠隔|リモート)(?:操作)?(?:で|に)?.{0,8}(?:入れられ|入れさせ|入られ|入ってき|入ってもら|操作され|操作させ|接続され|接続させ|つながれ|つながせ|見られて|覗かれ|触られ|いじられ|インストールさ|直してくれる(?:って|と)|直すと言|直させ)
      |(?:遠隔|リモート)(?:で)?(?:操作|接続)(?:を)?(?:され|させ|許可し)
      |^(?!.*(?:${trusted})).*(?:画面|マウス|カーソル|パソコン|pc)(?:を|が|も)?(?:今|勝手に|遠隔で|誰かに)*(?:操作され|乗っ取られ|動かされ)
      |(?:知らない|知らん|見知らぬ|誰か)(?:人)?が.{0,4}(?:パソコン|pc|画面|マウス)(?:を)?.{0,4}(?:動かし|操作し|触っ|いじっ)|電話の(?:人|相手|男|女|向こう)(?:に|が|から|の).{0,20}(?:ソフト|アプリ|コンビニ|カード|入れ|払|買|コード|操作)
      |(?:遠隔|リモート)で.{0,6}(?:消され|取られ|盗)|サポート(?:の)?契約.{0,12}(?:請求|払え|言われ)
      |^(?!.*(?:${trusted})).*(?:${tool}).{0,8}(?:入れ(?:ろ|させ|られ|ちゃ|てしま|るよう|て(?:くだ|って|と)|た|まし)|インストール(?:し(?:ちゃ|てしま|ろ|た|まし|て)|さ|する)|ダウンロード|使って(?:直|つな|操作))
      |(?:${voucher})(?:の)?(?:カード|券|番号)?.{0,10}(?:買|払|送|購入|要求|請求|教え|よこせ|で(?:の)?支払)
      |(?:カード|クレカ|クレジット|銀行|口座|暗証|ネットバンク)(?:の)?(?:カード|口座)?(?:の)?(?:番号|情報|パスワード|暗証番号)(?:を|も)?.{0,6}(?:聞かれ|訊かれ|求め|入れろ|入力(?:しろ|させ|して(?:くだ|って|と)|した|しちゃ|してしま)|教え(?:て(?:しま|って|と|くだ|しもた)|ろ|ちゃ|た|まし)|伝え|言っ(?:ちゃ|てしま|た))
      |(?:お金|料金|代金|修理代|ライセンス代|更新料|サポート(?:料|代)|\d万|\d円|\d千円|ドル)(?:を|も|分)?.{0,6}(?:払え(?:って|と)|払うよう(?:に)?(?:言|求)|払わ(?:され|ないと(?:止|使え))|払(?:っちゃ|ってしま)|要求され|振り込(?:ん|み|め(?:って|と)|むよう))
      |^振り込(?:んじゃ|んでしま|んだ|みまし)|電話.{0,12}(?:料金|お金|\d万円)(?:を)?.{0,4}(?:請求|払え|払わ)
      |^お金(?:を)?払え(?:って|と)|詐欺(?:っぽい|みたいな)?(?:の)?(?:電話|画面|警告|サイト|ポップアップ|広告|メール)|電話.{0,10}詐欺|サポート詐欺
      |(?:期限|ライセンス|認証).{0,14}(?:メール|sms|ショートメール)(?:が|も)(?:来|届|き(?:た|ま))
      |(?:メール|sms)(?:の|に(?:ある|書いてある))?リンク(?:を|は|も)?(?:押|クリック|開|踏|タップ)`,
  },
  {
    topic: 'scam',
    always: true,
    shape: re`
      ^(?!.*(?:${genuine}|${trustedEn})).*\b(?:pop ?-?ups?|alert|warning|screen|window|message|browser|voice|banner|it|page)\b.{0,40}\b(?:says?|said|saying|tells?|telling|told|asks?|asking|wants?|with|shows?|showing)\b.{0,24}\b(?:call|phone|dial|ring)(?:ing)? (?:now|a|an|this|that|the|microsoft|support|tech|them|immediately|toll|some|number|us|1|8)
      |\b(?:alert|warning|locked|infected|expired)\b.{0,16}\bcall (?:now|this|the|microsoft|windows|support|tech|us|them|a|1|8)
      |^(?!.*(?:${genuine})).*\b(?:toll ?-?free|phone|support|telephone) number\b.{0,20}\b(?:on|in) (?:the|my) (?:screen|pop|window|warning|message|browser)
      |^(?!.*(?:${genuine})).*\b(?:screen|pop ?-?up|warning|alert|page|browser)\b.{0,40}\b(?:phone|toll ?-?free|support|telephone) number\b
      |\bcall (?:now )?(?:at )?(?:\+?1[- ]?)?(?:8\d\d\b|0\d\d)|\b(?:warnings?|pop ?-?ups?)\b.{0,30}(?<!error |code )\bnumber\b(?! (?:of\b|0x))|\bnumber\b.{0,24}\b(?:do|should|shall|can|may) i (?:call|phone|ring|dial)\b
      |\b(?:call(?:ed|ing)?|phoned|rang|dialed|dialled)(?: the| a| this| that)? number (?:in|on|from) (?:the |a )?(?:pop|warning|screen|alert|page|message)|\bi called (?:the|that|this) number\b|\b(?:a|the|some|this) caller\b|^caller\b|\bmicrosoft (?:man|guy|woman|lady|person|technician|agent)\b|\bvoice ?-?mail\b.{0,30}\b(?:licen[sc]e|windows|microsoft)\b
      |\b(?:fake|bogus) (?:microsoft|support|virus|warning|alert|pop ?-?up|technician|tech)\b
      |\bscammers?\b|\bscammed by (?:\w+ )?(?:microsoft|support|tech|caller)|\b(?:tech )?support scam\b`,
  },
  {
    topic: 'scam',
    always: true,
    shape: re`
      ^(?!.*(?:${trustedEn})).*\b(?:from|with|at|of) (?:microsoft|windows)(?: support)?(?: who)? (?:just |suddenly )?(?:called|phoned|rang|calls|is calling|keeps calling|contacted)
      |^(?!.*(?:${trustedEn})).*\b(?:microsoft(?: support)?|windows(?: support)?|tech support|(?:unknown|strange|random|private) (?:number|caller)|someone|somebody) (?:just |keeps? |suddenly |then )*(?:called|phoned|rang|calls|calling) (?:me|us|my|and|to|about|saying)\b
      |^(?!.*(?:${trustedEn})).*\b(?:got|get|getting|received|had|have) (?:\w+ ){0,3}calls? (?:from|about|saying|that) .{0,40}\b(?:microsoft|windows|licen[sc]e|activation|support|virus|computer|pc)\b
      |^(?!.*(?:${trustedEn})).*\b${someone}\b.{0,24}\b(?:phoned|called|rang|calling|calls)\b.{0,30}\b(?:licen[sc]e|windows|activation|virus|computer|pc|laptop)\b
      |^(?!.*(?:${trustedEn})).*\b${someone}\b.{0,24}\b(?:control\w*|moving|took over|take over|taking over|accessed|connect(?:ed|s)? to|remot\w+ in(?:to)?|inside|got into|get into|is in|been in|logged in ?to) (?:to )?my (?:\w+ )?(?:mouse|cursor|screen|pc|computer|laptop|machine)\b
      |\b(?:took|taken|taking) over my (?:pc|computer|laptop|screen)\b|\bremote(?:ly)? (?:controll?ing|accessed|took over)\b|\b(?:they|he|she|guy|who|and) remot\w+ (?:in(?:to)? )?my (?:pc|computer|laptop)\b|\b(?:they|he|she|someone|somebody) locked my (?:pc|computer|laptop|screen)\b|\blet (?:some|a|this|the|him|her|them|someone|somebody)\b.{0,12}\bin(?:to)? my (?:pc|computer|laptop|machine)\b
      |^(?!.*(?:${trustedEn})).*\b(?:install\w*|download\w*|put|ran|open(?:ed)?|get)\b.{0,24}\b(?:${toolEn})\b
      |^(?!.*(?:${trustedEn})).*\b(?:${toolEn})\b.{0,20}\b(?:installed|downloaded|to fix|access|code)\b
      |\bmade me (?:install|download|pay|buy|open|call)\b|\b(?:told|asked|asks?|had|got|wants?) me (?:to )?(?:install|download|run|buy|get|pay (?:with|in))\b.{0,14}\b(?:remote|gift|prepaid|google play|itunes)\b`,
  },
  {
    topic: 'scam',
    always: true,
    shape: re`
      \b(?:needs?|wants?|wanted|asks?|asked|asking|told|buy|bought|pay|paid|send|sent|gave|get|read|scratch\w*)\b.{0,30}(?<!microsoft )\b(?:gift|itunes|google play|steam|prepaid|apple|vanilla|target) ?cards?\b|\bcodes? (?:on|of|from|off) the (?:back of the )?(?:gift )?cards?\b|\bransom\b
      |\b(?:${someone}|support|pop ?-?up)\b.{0,12}\b(?:wants?|wanted|asks?|asked|asking|charg\w+|demand\w*|needs?|needed)\b.{0,12}(?:\d+ ?(?:dollars|bucks|euros|pounds|usd)|\d{2,4} (?:to|for) (?:renew|fix|activate|repair|clean|unlock)|\b(?:money|payment|bitcoin|crypto)\b|\bmy (?:card|bank|credit|debit|password|pin|account|mouse|screen)\b)
      |\bpaid\b.{0,24}\b(?:tech support|support (?:guy|man|person|line)|the caller|microsoft support)\b|\bpaid (?:him|them|her|a guy|some guy|this guy)\b.{0,30}\b(?:activat\w*|renew\w*|licen[sc]e|fix|clean)\b
      |\b(?:gave|given|told|sent) (?:them|him|her) (?:my |the )?(?:\w+ )?(?:card|bank|account|pin)\b
      |\b(?:e-?mail|sms|text(?: message)?)\b.{0,30}\blicen[sc]e\b.{0,24}\b(?:expir|click|renew)|\b(?:is|are|does|do|would|will) microsoft (?:\w+ )?(?:call|calls|calling|phone|phoning)\b|\bclick(?:ed)? (?:on )?(?:the|that|a) link in (?:the|an?|that) (?:e-?mail|text)\b`,
  },
];

/** The same, told in more than one sentence: who called or what the screen shows, and what is asked for. */
export const scamInAll: readonly Pattern[] = [
  re`
    ^(?!.*(?:${trusted}|メーカー|修理|出品者|売主))(?=.*(?:電話口|電話の(?:人|男|女|相手|向こう)|(?:マイクロソフト|microsoft|ウィンドウズ)(?:の)?(?:人|窓口|社員|サポート)|サポート(?:の(?:人|男|女|窓口)|を名乗|って名乗|窓口)|知らない(?:人|会社|業者)|オペレーター|業者を名乗|電話したら))
    .*(?:カード.{0,8}番号|裏の番号|暗証|振り?込|\d万|万円|払(?:って|え|う|わ)|コンビニ|遠隔|リモート|操作|(?:中|画面)を(?:見て|見られ|のぞ|覗)|(?:ソフト|アプリ)(?:を)?入れ|画面を動かし)`,
  re`
    ^(?!.*(?:${trusted}|メーカー|修理|客|仕事の電話))(?=.*(?:電話が(?:突然|急に)?(?:かか|き(?:た|て|まし)|来|あ[っり])|着信が|音声の?電話|を名乗|って名乗))
    .*(?:ライセンス|期限|失効|止ま(?:る|り)|停止(?:する|され)|windows|ウィンドウズ|パソコン|ウイルス)`,
  re`
    ^(?!.*(?:${trusted}|${genuine}|教え|知り|何番|手順|公式))(?=.*(?:画面|急に|突然|ポップアップ|警告|大きい声|大声|大きな音))
    .*(?:電話番号|(?<!\d)0120|(?<!\d)050|フリーダイヤル).{0,8}(?:出(?!てい?(?:ない|ません)|ない|ません)|で(?:て|と|き|ま)|書|表示|流れ)`,
  re`^(?!.*(?:${trusted}|${genuine})).*(?:050|0120)(?:で|から|の)?.{0,6}(?:はじま|始ま).{0,14}電話|(?:振込先|口座)を(?:案内さ|教えら|指定さ|伝えら)れ`,
  re`
    ^(?!.*(?:${trustedEn}|\b(?:seller|shop|store|maker|manufacturer|dell|hp|lenovo)\b))(?=.*\b(?:support|technician|someone|somebody|man|guy|woman|lady|they|he|she|microsoft|windows dept|activation people|caller)\b)
    .*\b(?:wire transfer|remote access|card number|bank (?:details|account|login)|(?:on|in|inside) my (?:computer|pc|laptop) (?:now|right now)|must pay|pay (?:him|them|her)|(?:want|wants|asks?|asking|demand\w*) (?:for )?\d+ ?(?:dollars?|euros?|pounds?|bucks)|(?:technician|support|him|them|her) (?:from the pop ?-?up )?connect|police will)\b`,
  re`
    ^(?!.*(?:${trustedEn}|\b(?:i|we|ive) (?:just |already |have |then )?(?:called|phoned|call)|\b(?:seller|shop|store|maker|manufacturer)\b))(?=.*\b(?:on the (?:phone|line)|called|calls|calling|phoned)\b)
    .*\b(?:deactivat\w+|suspend\w*|expir\w*|terminat\w*|type (?:a|the|some|this) (?:code|command)|(?:see|share) my screen|lifetime|support plan|card)\b`,
  re`^(?=.*\bpop ?-?up\b).*\b(?:paid|bought|support plan|subscription|subscribe)\b`,
  re`
    ^(?!.*(?:${genuine}|${trustedEn}|\b(?:error|code|product|serial)\b))(?=.*\b(?:screen|pop ?-?up|browser|warning)\b)
    .*\b(?:do not (?:restart|shut|turn|close|power)|dont (?:restart|shut|turn|close)|call microsoft (?:immediately|now|at)|call (?:immediately|now)|(?:reads?|speaks?|reading|gives?) (?:out )?(?:a |the )?(?:phone )?number)\b`,
];
