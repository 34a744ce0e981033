import { re } from '../pattern.ts';
import type { Asking } from '../rule.ts';

/** What people ask in passing. */
export const topics: readonly Asking[] = [
  {
    topic: 'illegal',
    always: true,
    shape: re`違法|不正(?:コピー|品|な(?:もの|windows|ライセンス|pc)|利用|使用|ソフト|ライセンス)|海賊版|コピー品|偽(?:物|造|の(?:windows|ライセンス))|ニセモノ|にせもの|パチモン|割れ(?:品|版|もの)?(?:なの|ってこと|かな|かも|じゃ|だった)|捕ま|つかま(?:り|る|ったり|ら)(?!せた)|逮捕|犯罪|罰(?:金|せ|則)|訴え|警察|法(?:律)?(?:に|的|違反)|悪いこと(?:した|し)|怒られ|正規品(?:じゃ|では)ない|詐欺|騙され|だまされ|\b(?:illegal(?:ly)?|pirated?|piracy|counterfeit|arrest(?:ed)?|in trouble|jail|prison|sue|sued|lawsuit|police|fined|crime|criminal|against the law|legal|fake (?:windows|copy|licen[sc]e)|bootleg|stolen|scammed|ripped off|genuine)\b|\bgo(?:ing)? to (?:jail|prison)\b`,
  },
  {
    topic: 'privacy',
    shape: re`個人情報|プライバシー|(?:この)?(?:会話|チャット|内容|記録|入力した|書いた)(?:.{0,8})?(?:保存|残|記録|見られ|漏れ|使われ|送られ|共有|知られ|削除)|(?:誰|会社)に(?:見|知)られ|\bprivacy\b|\bpersonal (?:data|info\w*)\b|\b(?:is|are|do|will|does)\b.*\b(?:chat|conversation|stor(?:e|ed)|record(?:ed)?|log(?:ged)?|save(?:d)?|kept)\b.*\b(?:chat|conversation|data|this|what i|information|store|recorded|messages)\b|\bwho can (?:see|read)\b`,
  },
  {
    topic: 'files',
    shape: re`(?:データ|ファイル|写真|書類|中身|保存したもの|アプリ|ソフト|画像)(?:は|が|も|って|まで|とか)?(?:全部|どう|勝手に)?(?:消え|なくな|無くな|飛|失|残|無事|大丈夫|どうな|削除|引き継|消去)|(?:初期化|再インストール|入れ直|リセット|リカバリ|クリーンインストール).{0,10}(?:消え|データ|残|なくな)|\b(?:files?|data|photos?|pictures|documents?|stuff)\b(?: \w+){0,3} (?:be )?(?:deleted|lost|erased|gone|wiped|safe|ok|okay|kept|survive|removed|disappear|affected)\b|\b(?:lose|losing|keep|delete|erase|wipe) (?:\w+ ){0,3}(?:files|data|photos|everything|documents|pictures)\b`,
  },
  {
    topic: 'recoverable',
    shape: re`(?:データ|復旧|復元|ファイル|写真|取り出|hdd|ssd)(?:.{0,10})?(?:復旧(?:は|って)?(?:でき|可能|し)|復元(?:は|って)?(?:でき|可能)|取り出せ|戻(?:せ|り|って)|救え|助か|サルベージ|でき(?:る|ます))|復旧(?:は|って)?(?:でき|可能)|\b(?:recover(?:ed|able|y possible)?|rescue|salvage|restore|get back)\b(?: \w+){0,3} ?(?:data|files|photos|drive|it|them|possible)\b`,
  },
  {
    topic: 'recovery-time',
    shape: re`(?:復旧|復元|データ(?:の)?(?:取り出し|復旧)|取り出し|修理)(?:に|は|って|の)?(?:.{0,8})?(?:どれ|どの|何(?:日|時間|週)|いつ|期間|時間|日数|くらい|ぐらい)|\b(?:recovery|recover\w*|rescue)\b.*\b(?:how long|take|days|time)\b|\bhow (?:long|many days|soon)\b.*\b(?:recover\w*|rescue|repair)\b`,
  },
  {
    topic: 'diagnosis-cost',
    shape: re`(?:診断|見積|相談|復旧|調査|業者|依頼|送料)(?:料|費|費用|代金?|の(?:料金|費用|値段|お金)|って|は|に|を)?(?:.{0,8})?(?:無料|有料|ただ|タダ|いくら|料金|費用|お金|値段|高い|かか(?:る|り)|何円)|(?:無料|有料)(?:で)?(?:の)?(?:診断|相談|見積)|\b(?:diagnos\w+|quote|estimate|recovery|specialist|consultation)\b.*\b(?:cost|free|charge|price|expensive|much|fee)\b|\b(?:cost|free|how much|price|fee)\b.*\b(?:diagnos\w+|quote|estimate|recovery|specialist|consultation)\b`,
  },
  {
    topic: 'specialist-hours',
    shape: re`営業(?:時間|日)|受付時間|(?:何時|いつ)(?:まで|から)(?:.{0,6})?(?:電話|受付|やって|開い|対応|営業|相談|空い)|(?:電話|業者|専門|窓口|受付)(?:は|って|の)?(?:.{0,6})?(?:何時|土日|休日|夜|24時間|日曜|祝日|営業)|\b(?:opening|business|office|working) hours\b|\b(?:when|what time)\b.*\b(?:open|close|call|available)\b|\bopen (?:on|at|now|today|24)\b`,
  },
  {
    topic: 'buy-where',
    shape: re`(?:どこ|何処|どちら|どうやって|どうやったら)(?:で|に|なら|から)?(?:.{0,12})?(?:買え|買う|買った(?:ら|ほう|方)|買い|購入|売って|手に入|入手)|(?:ライセンス|windows|キー|プロダクトキー|正規版)(?:は|って|を|の)?(?:.{0,6})?(?:どこで(?:買|売|手|入)|いくら|値段|買え(?:る|ま)|購入方法|買い方|新しく買|買った方が|買う(?:べき|必要|しか))|\b(?:where|how)\b.*\b(?:buy|purchase|get|order)\b.*\b(?:licen[sc]e|windows|key|copy|one|it)\b|\b(?:should|do) i (?:have to |need to )?(?:buy|purchase)\b|\bhow much (?:is|does|for)\b.*\b(?:licen[sc]e|windows|key)\b`,
  },
  {
    topic: 'will-it-stop',
    shape: re`(?:使え|動か|起動でき|起動し|使用でき)(?:なく|ん)(?:なる|なり|なって|なった)|(?:使用|利用|動作)?(?:停止|ロック|強制終了|シャットダウン|制限)(?:する|され|に|し)(?:る|ます|な|た)?|(?:この|その|そのま)(?:まま)?(?:でも|で|も|ま)?(?:使(?:い続け|って(?:て)?も|える|えま|って大丈夫)|放置|ほっと|ほうっ|大丈夫|平気|問題|置いて)|(?:放置|放っ|ほっ|無視)(?:し|て|と)(?:.{0,8})?(?:どう|だめ|大丈夫|いい|平気|まず|問題)|いつまで使|使い続け(?:て|ら|る|ても)|(?:認証|ライセンス認証)(?:し|され)?(?:ない|なかった|ないと|なきゃ)(?:と|ま|ら)?(?:.{0,4})?(?:どう|困|まず|だめ|使え)|\b(?:stop|shut (?:down|off)|lock(?:ed)?|disabled?|brick\w*|expire|quit)\b(?: \w+){0,3} ?(?:work\w*|me out|down|pc|computer|windows|using)?|\b(?:keep|continue|still|safe to) (?:us(?:e|ing)|work(?:ing)?)\b|\bwhat happens if\b.*\b(?:dont|ignore|not|never|leave)\b|\bignore (?:it|this|the)\b`,
  },
  {
    topic: 'need-reinstall',
    shape: re`(?:再インストール|入れ(?:直|なお)|初期化|リカバリー?|クリーンインストール|リセット|フォーマット)(?:を|は|が|って|とか)?(?:し)?(?:.{0,6})?(?:必要|しないと|しなければ|しなきゃ|しなくて(?:も)?|しなく|しか(?:な|方)|いる|いり|要り|必須|すべき|せずに|なしで|ないと|さないと|さなきゃ)|\b(?:do|does|will|would|is|must|have|should)\b.*\b(?:have to|need to|need a|needed|necessary|required|must|should i)\b.*\b(?:re-?install\w*|reset|wipe|clean install|format)\b|\bshould i (?:just )?(?:re-?install|reset)|\b(?:re-?install\w*|reset|clean install)\b.*\b(?:necessary|needed|required|need)\b|(?:再インストール|入れ直し?た|初期化した)(?:ほう|方)が`,
  },
  {
    topic: 'how-long',
    shape: re`(?:どれ|どの)(?:くらい|ぐらい|だけ|ほど)(?:の)?(?:で|時間|かか|待|長|期間|直|終)|何(?:分|時間|日)(?:くらい|ぐらい|ほど|で)?(?:かか|待|で|す|必要|直|終)|(?:時間|期間)(?:は|って|が)?(?:どれ|どの|かか(?:る|り)|必要)|いつ(?:頃|ごろ|になったら|まで)(?:.{0,6})?(?:直|終|かか|待|復)|すぐ(?:に)?(?:終|直|でき)|\bhow (?:long|much time|many (?:minutes|hours|days))\b|\btake (?:a )?long\b|\bwhen will (?:it|this)\b`,
  },
  {
    topic: 'kms',
    shape: re`(?:kms|ケーエムエス|vl(?![a-z])|ボリュームライセンス|\bmak\b)(?:ライセンス|サーバー|認証)?(?:とは|って|は|と(?:いう|は)|の意味|が|$)|\b(?:kms|volume licen[sc]\w+|\bmak\b)\b`,
  },
  { topic: 'vpn', shape: re`(?:vpn|ブイピーエヌ|ビーピーエヌ)` },
  {
    topic: 'edition',
    shape: re`エディション|(?:home|pro|enterprise|ホーム|プロ)(?:と|か)(?:home|pro|enterprise|ホーム|プロ)|(?:windows|win)(?:の)?(?:種類|バージョン)|\bedition\b|\b(?:home|pro) (?:or|vs|and) (?:home|pro)\b|\bwhich (?:version|windows)\b`,
  },
  {
    topic: 'product-key',
    shape: re`プロダクト ?キー|ライセンス ?キー|シリアル(?:キー|番号)|25(?:文字|桁)|\b(?:product|licen[sc]e|activation) key\b|\b25[ -](?:character|digit)`,
  },
  {
    topic: 'error-code',
    shape: re`エラー(?:コード|番号)|(?:この)?コード(?:は|って|の|が)|0x[0-9a-f]{8}(?:って|は|とは|の意味|が何|というの)|\berror (?:code|number)\b|\bcode mean|what (?:is|does) (?:error )?0x`,
  },
  {
    topic: 'where-to-look',
    shape: re`(?:どこ|何処|どの(?:画面|ページ))(?:を|で|に|から|の)?(?:.{0,10})?(?:見|確認|開|わか|分か|調べ|探|ある|あり|書|出|表示|設定|画面)|(?:確認|見|調べ)(?:る|の)?(?:方法|仕方|かた|方)(?:は|を|が|って)|(?:設定|認証|ライセンス認証)(?:の)?(?:画面|ページ)(?:は|って)?(?:どこ|どう|開き)|どうやって(?:確認|見|調べ|開)|どう(?:確認|見れば|調べ)|\bwhere (?:do|can|should|is|are|would|to|s)\b|\bhow (?:do|can|should|would) i (?:check|see|find|tell|look|open|get to)\b|\bhow to (?:check|see|find|open)\b`,
  },
  {
    topic: 'server-cause',
    shape: re`(?:マイクロソフト|microsoft|ms|サーバー)(?:側|さん)?(?:の|が|は|に)?(?:.{0,8})?(?:障害|混|落ち|不具合|問題|トラブル|ダウン|メンテ|原因|せい)|\b(?:microsofts?|activation|ms|their) (?:servers?|side|end)(?: \w+)? (?:down|issue|problem|outage|busy|fault|having|overloaded)?|\boutage\b|\bare (?:the|their|your|microsofts?) servers\b`,
  },
  {
    topic: 'hardware-cause',
    shape: re`(?:マザーボード|マザボ|基板|ssd|hdd|メモリー?|グラボ|cpu|部品|パーツ|ハード(?:ウェア)?|ストレージ|構成)(?:を|の|が|は)?(?:.{0,6})?(?:交換|換装|変え|替え|換え|変更|増設|移|載せ|壊れ)(?:.{0,10})?(?:外れ|認証|関係|原因|影響|だめ|無効|切れ|消え|せい|出|使え)|(?:部品|パーツ|ハードウェア|マザボ)(?:が|の)?(?:原因|せい|関係)|\b(?:hardware|motherboard|ssd|part|component|drive|ram|gpu|cpu)\b.*\b(?:cause|affect|invalidat\w+|deactivat\w+|break|lose|related|matter)\b`,
  },
  {
    topic: 'organization-cause',
    shape: re`(?:会社|学校|組織|社用|職場|大学)(?:の)?(?:pc|パソコン|端末|ノート)?(?:だと|は|を|で|が)?(?:.{0,12})?(?:なぜ|どうして|なんで|自宅だと|家だと|社外だと|在宅だと)(?:.{0,12})?|(?:在宅|社外|自宅|家)(?:だ|で使う|にいる)と(?:.{0,8})?(?:認証|切れ|出|だめ)|\bwhy\b.*\b(?:company|work|school|corporate|organization)\b.*\b(?:home|network|vpn)\b`,
  },
  {
    topic: 'network-cause',
    shape: re`(?:ネット(?:ワーク)?|回線|wi-?fi|ルーター|ファイアウォール|セキュリティソフト|プロキシ|通信)(?:の|が|は)?(?:.{0,4})?(?:原因|せい|問題|関係|影響|悪)|\b(?:network|wi-?fi|router|firewall|proxy|internet|antivirus)\b.*\b(?:cause|problem|issue|to blame|fault|related|block\w*)\b`,
  },
  {
    topic: 'causes',
    shape: re`^(?!.*(?:word|excel|outlook|chrome|プリンタ|teams|zoom|\bprinter\b)).*(?:原因|理由|(?:なぜ|何故|なんで(?!す|し)|どうして)(?!も)|何が(?:悪|いけな|問題|起き|起こ)|何(?:の|を)せい|何でこう|\bwhat (?:is |could be |are )?(?:the )?(?:causes?|causing|caused|reason|went wrong|happened|is wrong|is going on)\b|\bwhats (?:causing|wrong|the (?:cause|reason)|going on)\b|\bwhy (?:is|does|do|did|am|are|has|would|wont|cant|isnt|doesnt|this|has)\b|\bhow come\b)`,
  },
];
