import { part, re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';
import { unsolved as bad, nai } from './words.ts';

const sign = part`
  (?:透かし|表示|メッセージ|エラー|文字|マーク|警告|ウォーターマーク|あれ|それ|やつ|右下|画面|watermark|message
    |error|warning|text|it|sign|notice)`;
/** How an attempt ended. */
export const outcome: readonly Phrase[] = [
  {
    intent: 'not-solved',
    at: ['question', 'check', 'advice', 'putback', 'closed', 'clarify'],
    whole: re`
      ^(?:やっぱり?|結局|やはり)?(?:できませんでした|できなかった|出来ませんでした|出来なかった
        |うまくできなかった|うまくできませんでした)$`,
  },
  {
    intent: 'not-solved',
    whole: re`
      ^(?:(?:やっぱり?|全然|やはり|結局|まだ|うーん|残念ながら|全く|ぜんぜん|いや|いいえ|no|sorry)?(?:だめ|ダメ
        |駄目|無理|むり|あかん|アカン)(?:みたい|っぽい)?|(?:まだ)?(?:出(?:る|ます|て(?:い)?(?:る|ます))|消えない
        |消えません|消えてない|消えてません|残ってる|残っています)|同じ|おんなじ|失敗|効果なし|変化なし|still
        |still there|no good|no luck|nope still|failed|not fixed|not working|doesnt work|not solved|unsolved
        |same|same thing|no change|no dice|nothing happened|it didnt)$`,
    clause: re`
      まだ(?:.{0,12})?${bad}|まだ(?:.{0,10})?(?:あり|残って|続い)
      |(?:なぜ|なんで|どうして).{0,10}(?:直ら|なおら|消えな)`,
    unless: re`音|バックアップ|データ|写真`,
  },
  {
    intent: 'not-solved',
    unasked: true,
    clause: re`
      (?:て|で)も(?:.{0,12})?${bad}|直(?:ら|って|り)${nai}|なお(?:ら|って)${nai}|治ら
      |(?:変わ?|かわ)ら(?:な|ん|ず|へん)|変わり(?:ませ|な|ありま)|変わん(?:な|ね|ない)|としか(?:言|出|表示)
      |変化(?:が|は|も)?(?:な|あり)|解決(?:し|でき|に)(?:て|は|なら)?(?:${nai}|なら)
      |解消(?:し|され|でき)(?:て)?${nai}|(?:だめ|駄目)(?:です|でした|だった|だ|みたい|っぽい|なん|や|で$|$)
      |無理(?:です|でした|だった|みたい|$)|うまく(?:は)?(?:い|行)(?:か|き)(?:${nai}|ませ|な)
      |失敗(?:した|しました|です)|効果(?:が|は|も)?(?:な|あり)
      |改善(?:は|も|が)?(?:し|され|せ|見られ|な)(?:て)?(?:${nai}|ず)|消え(?:て)?(?:${nai}|ません)|${sign}(?:が|は|も|を)?消せ(?:${nai}|ません)
      |同じ(?:です|でした|だ|で$|ま[まん]|エラー|結果|表示|メッセージ|状態|画面|$)
      |(?:また|やっぱり|やはり|相変わらず|依然)(?:.{0,8})?(?:${bad}|エラー|だめ)
      |(?<=[っいしきみん]たのに|ましたのに)${bad}
      |(?:(?:やっ|し|試し|入れ|つない|繋い|直し|替え|換え|押し|開い|見|切っ|待っ|戻し|入力し|交換し)(?:た|だ|ました
        |てみた|てみました)|(?:つないで|繋いで|繋がって|つながって|入って|入れて|出社して)(?:い)?(?:る|ます)
        |(?:つなぎ|繋ぎ)ました|通りに|とおりに)(?:のに|ん?(?:です)?けど|けれど|けども|が
        |ものの)(?:、)?(?:.{0,6})?${bad}
      |(?:一向に|いっこうに|いつまでも|何度も|何回も)(?:.{0,10})?(?:だめ|失敗|エラー|消え|直ら|変わら)
      |入れ(?:たら|ても|たけど|ましたが).{0,4}(?:弾か|はじか|使え${nai}|通ら${nai})
      |(?:認証|アクティベーション)(?:が|は)まだ(?:です|だ|で|みたい)?$
      |${sign}(?:が|は|も)?(?:まだ|また|ずっと)(?:出|あ|残|表示)|また(?:.{0,4})出(?:た|まし|て)
      |(?:元|もと)に戻って(?:しまい|しま|ちゃ)|再発`,
    unless: re`
      (?:エクセル|excel|ワード|\bword\b|プリンタ|スマホ|ゲーム|部品|パーツ|構成|ハード|データ|ファイル|写真
        |ブルースク|(?:買|もら|購入|落札|届い).{0,12}(?:けど|のに|が|たら)|(?:後|から|以降|以来)(?:、
        |ずっと)?(?:.{0,8})消え|買っても|かどうか|だったら|出社しても|音|バックアップ|どちらも|見た目)
      |何も変わって|設定(?:は|も)変わ|変わった|(?:しないと|やらないと)だめ`,
  },
  {
    intent: 'not-solved',
    clause: re`
      \bstill (?:not|no|isnt|doesnt|wont|cant|cannot|the same|same|says?|shows?|getting|get|there|broken|having
        |have|see|seeing|fails?|failing|unactivated|showing|saying|appears?|coming|happen\w*|asks?|stuck|nothing
        |on (?:the )?screen|an? )`,
    unless: re`
      \b(?:if|unless)\b|\bvpn (?:doesnt|isnt|wont|didnt|not)|\bi(?:m| am) not\b|\bback ?up
      |\bstill (?:have|got) (?:their|the|my|a|an|it|his) 
      |\bstill (?:have|using)\b(?! (?:the )?(?:same|error|problem|issue|watermark|message))`,
  },
  {
    intent: 'not-solved',
    unasked: true,
    clause: re`
      \b(?:didnt|did not|doesnt|does not|hasnt|wont|dont|havent|never) (?:really |actually |even |seem to |just |help |get |been )*(?:work(?:ed)?
        |help(?:ed)?|fix(?:ed)?|solved?|resolved?|do (?:anything|the trick)|make (?:a |any )?difference|go away
        |gone away|succeed)\b
      |\b(?:isnt|not|wasnt|hasnt been|arent) (?:really |actually |even |quite )?(?:working|fixed|solved|resolved
        |helping|helpful)\b
      |\bno (?:luck|change|difference|good|joy|dice|success|effect|avail)\b
      |\bsame (?:error|problem|message|thing|result|issue|story|code|screen|outcome)\b
      |\bnothing (?:changed|happens|happened|works|worked|helps|helped)\b|\bfailed(?: again)?$
      |\b(?:it|that|this|activation) (?:just )?(?:fails|failed)\b
      |\bkeeps? (?:saying|coming|showing|popping|appearing|failing|happening|telling|asking)\b
      |\b(?:its|it is|error|message|watermark|came|is|comes) (?:is )?back\b(?! (?:to|on|up|in|home))
      |\bback again\b|\btried (?:everything|it all|all of|that).*\b(?:but|no|still|not)|\bto no avail\b
      |\btroubleshoot\w*\b.{0,20}\b(?:found nothing|cant|couldnt|failed)\b
      |\bunsuccessful\w*\b|\bpersists?\b|\bremains\b`,
    unless: re`
      \b(?:if|unless)\b|\bvpn (?:doesnt|isnt|wont|didnt|not)|\bi(?:m| am) not\b|\bback ?up
      |\b(?:clock|internet|wi-?fi|browser|hardware|drive|button|link|page|menu)\b(?!.*\bstill)
      |\bstill (?:have|got) (?:their|the|my|a|an|it|his) 
      |\bstill (?:have|using)\b(?! (?:the )?(?:same|error|problem|issue|watermark|message))`,
  },
  {
    intent: 'solved',
    whole: re`
      ^(?:(?:無事|ついに|やっと|やったー?|お|ちゃんと|全部|今度は|あ|おかげ(?:さま)?で|お陰(?:様)?で)*(?:通った|通りました|(?:認証が)?できるようになった|(?:認証が)?できるようになりました|直った|直りました
        |直って(?:い?る|い?ます|い?ました)|なおった|なおりました|治った|治りました|解決|解決した|解決しました|解決済み?|解消した|解消しました
        |消えた|消えました|消えてる|消えています|出なくなった|出なくなりました|認証された|認証されました
        |認証できた|認証できました|認証成功|認証完了|アクティブになった|アクティブになりました|うまくいった
        |うまくいきました|いけた|いけました|いけたいけた|成功|成功した|成功しました)|(?:its |yes |now )?(?:fixed
        |solved|resolved|activated|it worked|worked|works|works now|gone|success|all good|all set|all fixed
        |sorted|working|working now)(?: it| now)?)$`,
    clause: re`
      (?:認証|アクティベーション|アクティベート)(?:が|は|も|に|を)?(?:無事|ちゃんと|ようやく|やっと
        |すんなり)?(?:され(?:た|まし)|通(?:った|りまし)|でき(?:た|まし)|完了(?:し|です|の|に|$)|成功(?:し(?:た
        |まし)|です|$)|とお(?:った|りまし)|済ませ)
      |(?:ちゃんと|見たら|開いたら|確認したら|いつの間にか|気づいたら|今見たら)(?:.{0,6})?認証(?:され
        |でき)て(?:い)?(?:た|まし|る|ます)
      |アクティブに(?:な(?:った|りまし|って(?:い?る|い?ま)))
      |[ただ]ら(?:もう|ちゃんと)?認証(?:され|でき)て(?:い)?(?:た|まし|る|ます)
      |[ただ]ら(?:すぐに?|無事に?|ちゃんと|一発で)?(?:通(?:った|りまし)|とお(?:った|りまし)|いけ(?:た|まし))
      |(?:問題|エラー|トラブル|不具合|これで|無事|やっと|ようやく|おかげ(?:さま|様)?で
        |ので)?(?:.{0,6})?解決(?:し(?:た(?!い)|まし|て(?:い)?ます)|でき(?:た|まし)|です|済|!|$)
      |(?:認証済み?)(?:に|と)(?:な(?:った|りまし|って(?:い?る|い?ま))|表示|出)
      |アクティブ(?:って|と)?(?:に|表示|出)(?:なった|なりまし|される(?:よう)|されました|されるよう|た|ました)
      |解消(?:し(?:た|まし)|され(?:た|まし))|(?:直|治|なお)(?:った|りまし)(?!ら|り)
      |${sign}(?:は|が|も)?(?:きれいに|完全に|ちゃんと|やっと|もう|全部)?(?:消え(?:た|まし|て(?:い?る|い?ま))
        |出なくな(?:った|りまし)|なくな(?:った|りまし)|無くな(?:った|りまし)|出て(?:い)?(?:ない|ませ))
      |出なくな(?:った|りまし)|うまく(?:い|行)(?:った|きまし)
      |(?:無事|ぶじ)(?:に)?(?:.{0,6})?(?:でき|終わ|完了|通|認証|アクティブ|直|使え)(?:.{0,4})?(?:た|まし)`,
    unless: re`
      (?:たら(?!すぐ|無事|ちゃんと|直|なお|治|消え|解決|うまく|でき|認証|通|とお|いけ|アク|出なく)|れば|ません|(?<!つ)ない|(?<!おかげさ|お陰さ
        |おかげ様)まで(?!も)|以前|前は|昨日は|ずっと|はずの?|と(?:思っ|いう)|としたら|のに|かどうか|(?<!再)起動|音|写真
        |ファイル|データ|フォルダ|買った(?!ら)|もらった(?!ら)|購入(?!し(?:たら|て)))(?!.*(?:解決し|直り|消えま))
      |と出(?:る|て|ま)|(?:し)?(?:て|で)(?:い)?${nai}`,
    plain: true,
  },
  {
    intent: 'solved',
    clause: re`
      \b(?:its|it is|it was|it got|windows is|got it|is|are|now|all|finally|everything is|everythings|that
        |problem|issue|error) (?:now |finally |all |been |just |successfully )*(?:activated|fixed|solved
        |resolved|sorted|working (?:now|again|fine|properly)|fine now)\b
      |\b(?:it|that|this|everything|activation|one) (?:all |finally |just |now )*(?:works|worked|did the trick
        |did it|fixed it|solved it|went through|succeeded|activated)\b(?! until| before| yesterday
        | fine (?:before|until))
      |\b(?:fixed|solved|sorted|resolved)(?: it)?(?: now)?(?:$| thanks| thank| after\b| by\b| with\b)
      |\bnow (?:it |everything |all )?(?:is|its) (?:ok|okay|fine|good)\b|\b(?:it|everything|all)s? (?:is )?(?:ok|okay|fine) now\b|^(?:now )?activated(?: now)?$
      |\b(?:gone|disappeared|went away|vanished)(?: now)?$
      |\b(?:watermark|message|error|warning|it)(?:s| is| has)? (?:finally |now |all )?(?:gone|disappeared
        |cleared|vanished|away)\b
      |\ball (?:good|set|fine|sorted|clear)(?: now)?\b|\bno more (?:error|watermark|message|problem)s?\b
      |\bproblem solved\b|\bworking (?:now|again|fine|perfectly)\b
      |\bactivation (?:succeeded|successful|complete|worked|is done)\b|\bsuccessfully activated\b
      |\bthat (?:worked|helped|fixed)\b`,
    unless: re`
      \b(?:not|isnt|didnt|hasnt|havent|never|wont|doesnt|dont|until|before|previously|used to|last|if|cant
        |internet|wi-?fi|browser|websites?|vpn|network|clock|files?|data|pictures|documents|backup|backed|photos|says?|yesterday|digital
        |using|organi[sz]\w+|old|other|seller)\b`,
    plain: true,
  },
  {
    intent: 'solved',
    at: ['list', 'step', 'stuck', 'check', 'advice', 'putback', 'rescue', 'form'],
    clause: re`
      [ただ]ら(?:すぐに?|無事に?|ちゃんと|きれいに|全部)?(?:消え(?:た|まし)|(?:直|治|なお)(?:った|りまし)|出なくな)
      |^(?:(?:透かし|表示|文字|エラー)(?:は|が)?)?(?:消えた|消えました|消えてる|消えてます|なくなった
        |なくなりました|直った|直りました|出なくなった)(?:よ|わ|ね|ぞ|で)*$
      |^(?:おお?|やった|あ)?(?:いけた|いけました|うまくいった|うまくいきました)(?:よ|わ|ね|ぞ|で)*$
      |^(?:its )?gone$|^(?:it |yes |ok )?(?:works|worked|fixed|solved)(?: now)?$`,
    unless: re`初期化|フォーマット|再インスト|データ|写真|ファイル`,
  },
  {
    intent: 'done',
    whole: re`
      ^(?:(?:はい|うん|ええ|ok|とりあえず|ひととおり|一通り|全部|言われた(?:通り|とおり)|手順(?:通り|どおり)?
        |指示(?:通り|どおり))*(?:やった|やりました|やってみた|やってみました|やってた|できた|できました|出来た
        |出来ました|でけた|終わった|終わりました|おわった|おわりました|完了|完了した|完了しました|済|済み|済んだ
        |すんだ|済みました|した|しました|してみた|してみました|見た|見ました|みた|押した|開いた|確認した
        |確認済み?|再起動した|試した|試しました|試してみた|待った|待ちました|待ってみた
        |待ってみました)|(?:ok |okay |yes |yep |all |its )?(?:done|did it
        |did that|did so|finished|completed|complete|ive done it|i did|i did it|i have|done that|done it
        |all done|tried it|tried that|done with that)(?: now| it)?)$`,
    plain: true,
  },
  {
    intent: 'done',
    at: ['question', 'list', 'step', 'stuck', 'check', 'advice', 'form', 'recipient', 'closed', 'clarify'],
    clause: re`
      (?:実施|実行|対応|作業|手順)済み?(?:です|$)
      |(?:やり|試し|終わり|おわり|完了し|実施し|実行し|確認し|設定し|設定(?:を)?(?:変え|戻し)|再起動し|押し|開き
        |クリックし|選び|選択し|入力し|入れ直し|つなぎ直し|接続し|やってみ|試してみ|オンにし|オフ(?!い)にし
        |切り替え|進め|済ませ|でき|出来|見)(?:まし)?た$
      |(?:やって|試して)み(?:た|まし)
      |(?:やった|終わった|完了した|試した|済んだ|できた|実行した|確認した|押した|開いた|再起動した)[よで]?$
      |\b(?:i(?:ve| have)?|we(?:ve| have)?) (?:just |already |now |also )?(?:done|did|finished|completed
        |restarted|rebooted|clicked|pressed|opened|checked|followed|ran|run|tried)\b
      |^(?:ok |okay |yes |and )?(?:done|finished|completed|restarted|rebooted|did (?:it|that|so)|all (?:done
        |steps))\b`,
    unless: re`
      (?:が|から|なく|ら|つもり|ない|誰か|前に|昔|昨日|買|間違|なくな)(?:.*(?:でき|出来))|間違|認証でき
      |(?:エラー|表示).{0,4}(?:見|でき)|\b(?:not|never|nothing|havent|didnt|wrong|yet|hardware|until)\b`,
    plain: true,
  },
];
