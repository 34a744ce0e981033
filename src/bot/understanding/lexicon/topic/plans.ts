import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';
import { mayReinstall } from '../reinstall.ts';
import { device, market } from '../words.ts';

/** What people ask about going on: costs, time, what to buy. */
export const plans: readonly Asking[] = [
  {
    topic: 'power-off',
    shape: re`
      (?:電源|パソコン|pc)(?:を|は|も)?(?:すぐ|一旦|いったん)?(?:切(?:っ|る|り)|落と(?:し|す))(?:た(?:ほう|方)が|て(?:も)?(?:いい|よい|大丈夫)|べき|たら|とく)
      |シャットダウン(?:を)?(?:し(?:た(?:ほう|方)が|て(?:も|おいて)?(?:いい|よい|大丈夫))|すべき|するべき)
      |\b(?:should|do|must|can) i (?:\w+ )?(?:turn|switch|power|shut) (?:(?:it|the pc|my pc|the computer|this) )?(?:off|down)\b`,
  },
  {
    topic: 'will-it-stop',
    shape: re`
      ^(?:え|これ|それ|あの|もしかして|結構|かなり|って|、)*(?:って|は)?(?:やば|ヤバ|まず|深刻|重症|危な|危険)(?:い|な|そう)?(?:状態|こと)?(?:です|なの|なん|の|ん)*か?$
      |^(?:is|are) (?:it|this|that|things) (?:\w+ )?(?:bad|serious|dangerous)$`,
  },
  {
    topic: 'diagnosis-cost',
    always: true,
    shape: re`
      (?:業者|データ復旧)(?:さん)?(?:は|って|に頼むと|も)?.{0,4}(?:高(?:い|そう|くつ)|お金がかか|払え)
      |\b(?:specialist|recovery)\b.{0,12}\b(?:too )?expensive\b`,
  },
  {
    topic: 'specialist-hours',
    always: true,
    shape: re`(?:業者|復旧会社|専門店)(?:さん)?(?:に|へ)(?:電話|連絡)(?:し(?:て)?(?:み)?(?:ます|る)|する)|\bi(?:ll| will) call (?:the|a) (?:specialist|recovery)`,
  },
  {
    topic: 'diagnosis-cost',
    shape: re`
      (?:診断|見積|復旧|調査|業者|送料)(?:料|費|費用|代金?|の(?:料金|費用|値段|お金)|って|は|に
        |を)?(?:.{0,8})?(?:無料|有料|ただ|タダ|いくら|料金|費用|お金|値段|高い|かか(?:る|り)|何円)
      |(?:無料|有料)(?:で)?(?:の)?(?:診断|相談|見積)
      |\b(?:diagnos\w+|quote|estimate|recovery|specialist|consultation)\b.*\b(?:cost|free|charge|price|expensive
        |much|fee)\b
      |\b(?:cost|free|how much|price|fee)\b.*\b(?:diagnos\w+|quote|estimate|recovery|specialist|consultation)\b`,
  },
  {
    topic: 'specialist-hours',
    shape: re`
      (?:どこ|どの|おすすめ)の?業者|(?:業者|専門店|専門家)(?:さん)?(?:って|は|の)?(?:、)?(?:どこ|どちら|どんな|何て)|\bwhere(?:s| is| are) (?:the |a )?(?:\w+ )?specialists?\b
      |(?:業者|復旧|専門店).{0,8}(?:電話|番号)|営業(?:時間|日)|受付時間
      |(?:何時|いつ)(?:まで|から)(?:.{0,6})?(?:電話|受付|やって|開い|対応|営業|相談|空い)
      |(?:電話|業者|専門|窓口|受付)(?:は|って|の)?(?:.{0,6})?(?:何時|土日|休日|夜|24時間|日曜|祝日|営業)
      |\b(?:opening|business|office|working) hours\b|\b(?:when|what time)\b.*\b(?:open|close|call|available)\b
      |\bopen (?:on|at|now|today|24)\b`,
  },
  {
    topic: 'buy-where',
    shape: re`
      (?:どこ|何処|どちら|どうやって|どうやったら)(?:で|に|なら|から)?(?:.{0,12})?(?:買え|買う|買った(?:ら|ほう
        |方)|買い|購入|売って|手に入|入手)
      |(?:ライセンス|windows|キー|プロダクトキー|正規版)(?:は|って|を|の)?(?:.{0,6})?(?:どこで(?:買|売|手|入)
        |いくら|値段|買え(?:る|ま)|購入方法|買い方|新しく買|買った方が|買う(?:べき|必要|しか))
      |(?:home|pro|windows|正規(?:品|版)?).{0,6}買(?:えば|ったら)(?:いけ|いい|使え|直|解決|大丈夫)
      |(?:キー|ライセンス).{0,12}(?:買えば|買ったら|買って(?:入れ(?:れば|ちゃ)?)?(?:たら|ても?|も|は)?|買っちゃ|入れたら|入れても?|入れれば|入れちゃ).{0,3}(?:いい|だめ|駄目|ええ|あかん|大丈夫|問題|解決|直)
      |(?:買う|買い直す|購入する)しか(?:ない|ありません|方法)
      |^(?:じゃあ?|では|それなら|もう|結局|やっぱり?|新しく|新品を?|正規(?:の|品)?(?:を)?)*買(?:えば|ったら|い直せば|い直したら)(?:いい|よい|良い|直|解決)
      |買わ(?:ないと|なきゃ|なければ)(?:だめ|駄目|いけ|なら)
      |\bkeys?\b.{0,30}\b(?:ok|okay|safe|legit|legal|fine|any good)$
      |\b(?:can|could|may|shall) i (?:just |maybe )?(?:buy|purchase|order|get)\b.*\b(?:keys?|licen[sc]es?)\b
      |\b(?:where|how)\b.*\b(?:buy|purchase|get|order)\b.*\b(?:licen[sc]e|windows|key|copy|one|it)\b
      |\b(?:should|do) i (?:have to |need to )?(?:buy|purchase)\b
      |\bhow much (?:is|does|for)\b.*\b(?:licen[sc]e|windows|key)\b`,
  },
  {
    // A cheap key that somebody saw.
    topic: 'buy-where',
    always: true,
    shape: re`
      ^(?!.*(?:買っ|購入し|落札し|${device})).*(?:${market}|ネット)(?:で|に)(?:は)?.{0,8}(?:\d{2,4}円|格安|激安|安い).{0,6}(?:の|キー|ライセンス|やつ)(?:が|を|も)?(?:あ(?:った|る|り)|売って|出て|見つけ|見つか)`,
  },
  {
    topic: 'will-it-stop',
    shape: re`
      (?:使え|動か|起動でき|起動し|使用でき)(?:なく|ん)(?:なる|なり|なって|なった)
      |(?:使用|利用|動作)?(?:停止|ロック|強制終了|シャットダウン|制限)(?:する|され|に|し)(?:る|ます|な|た)?
      |(?:この|その|そのま)(?:まま)?(?:でも|で|も|ま)?(?:使(?:い続け|って(?:て)?も|える|えま|って大丈夫)|放置
        |ほっと|ほうっ|大丈夫|平気|問題|置いて)
      |(?:放置|放っ|ほっ|無視)(?:し|て|と)(?:.{0,8})?(?:どう|だめ|大丈夫|いい|平気|まず|問題)|いつまで使
      |使い続け(?:て|ら|る|ても)
      |(?:認証|ライセンス認証)(?:し|され)?(?:ない|なかった|ないと|なきゃ)(?:と|ま|ら)?(?:.{0,4})?(?:どう|困|まず
        |だめ|使え)
      |\b(?:stop|shut (?:down|off)|lock(?:ed)?|disabled?|brick\w*|expire|quit)\b(?: \w+){0,3} ?(?:work\w*|me out
        |down|pc|computer|windows|using)?
      |\b(?:keep|continue|still|safe to) (?:us(?:e|ing)|work(?:ing)?)\b
      |\bwhat happens if\b.*\b(?:dont|ignore|not|never|leave)\b|\bignore (?:it|this|the)\b`,
  },
  { topic: 'may-reinstall', always: true, shape: mayReinstall },
  {
    topic: 'need-reinstall',
    shape: re`
      (?:再インストール|入れ(?:直|なお)|初期化|リカバリー?|クリーンインストール|リセット|フォーマット)(?:を|は
        |が|って|とか)?(?:し)?(?:.{0,6})?(?:必要|しないと|しなければ|しなきゃ|しなくて(?:も)?|しなく|しか(?:な
        |方)|いる|いり|要り|必須|すべき|せずに|なしで|ないと|さないと|さなきゃ)
      |\b(?:do|does|will|would|is|must|have|should)\b.*\b(?:have to|need to|need a|needed|necessary|required
        |must|should i)\b.*\b(?:re-?install\w*|reset|wipe|clean install|format)\b
      |\bshould i (?:just )?(?:re-?install|reset)
      |\b(?:re-?install\w*|reset|clean install)\b.*\b(?:necessary|needed|required|need)\b
      |(?:再インストール|入れ直し?た|初期化した)(?:ほう|方)が`,
  },
  {
    topic: 'how-long',
    shape: re`
      (?:どれ|どの)(?:くらい|ぐらい|だけ|ほど)(?:の)?(?:で|時間|かか|待|長|期間|直|終)
      |何(?:分|時間|日)(?:くらい|ぐらい|ほど|で)?(?:かか|待|で|す|必要|直|終)
      |(?:時間|期間)(?:は|って|が)?(?:どれ|どの|かか(?:る|り)|必要)
      |いつ(?:頃|ごろ)?(?:に)?(?:直|なお|終)|いつ(?:頃|ごろ|になったら|まで)(?:.{0,6})?(?:直|終|かか|待|復)|すぐ(?:に)?(?:終|直|でき)
      |\bhow (?:long|much time|many (?:minutes|hours|days))\b|\btake (?:a )?long\b|\bwhen will (?:it|this)\b`,
  },
  {
    topic: 'cost',
    shape: re`
      お?金(?:は|が|って|も)?(?:.{0,4})?(?:かか|いる|いり|取ら|とら|払|必要)|料金|費用|値段|有料|無料(?!の|で(?!す))|手数料
      |いくら(?:かか|です|くらい|ぐらい|になり|でし|$)|^(?:これ|ここ)?(?:って|は)?(?:ただ|タダ)(?:です|なの|$)
      |\bcosts?\b|\bhow much\b|\b(?:is|are) (?:it|this|you|that|the chat|asking) free\b|\bfree of charge\b
      |\b(?:have|need) to pay\b|\bcharge(?:d)?\b(?!.*\bbattery)`,
  },
];
