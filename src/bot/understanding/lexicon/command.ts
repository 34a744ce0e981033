import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';

/** What people say to steer the conversation. */
export const command: readonly Phrase[] = [
  {
    intent: 'restart',
    whole: re`
      ^(?:最初|はじめ|初め|始め|頭|一|いち|ゼロ|スタート)(?:から|に(?:戻る?|戻って|戻りたい|戻して)?)$
      |^(?:リセット|リスタート|再スタート|やり直し|やりなおし|やり直したい|やり直す|restart|start over
        |start again|reset|from the (?:start|top|beginning)|begin again|redo)$`,
    clause: re`
      (?:最初|さいしょ|はじめ|初め|始め|頭|あたま|一|いち|ゼロ|0|スタート|トップ)(?:の(?:質問|画面|ところ
        |メニュー))?(?:から|に)(?:もう(?:一度|一回|いっかい|いちど)|全部)?(?:.{0,4})?(?:やり|やっ|始|はじ|お願
        |聞|説明|戻|もど|して|し直|答え|教え|たの|頼|$)
      |(?:もう(?:一度|一回|いちど|いっかい|1回|1度)|もっかい|もう1回)(?:.{0,3})(?:最初|はじめ|初め|始め|頭
        |一)(?:から)
      |リセットして(?:.{0,4})?(?:もう|やり直|最初|始め)
      |(?:会話|チャット|質問|診断|案内)(?:を|は)?(?:.{0,6})?(?:リセット|やり直|やりなお|最初から)
      |\bstart(?:ing)? (?:all )?over\b
      |\b(?:start|begin|do (?:it|this)|go|again|redo)(?: \w+){0,3} from (?:the )?(?:very )?(?:beginning|scratch
        |start|top|zero)\b
      |\bfrom (?:the )?(?:very )?(?:beginning|scratch|start|top)$|\bstart again\b
      |\b(?:restart|reset) (?:the |this )?(?:chat|conversation|session|bot|questions?)\b
      |\bback to (?:the )?(?:start|beginning|square one|top|first question)\b|\bbegin again\b`,
    unless: re`
      (?:最初|はじめ|初め|始め)から(?:認証|切|オン|触|付|つ|入|ない|ずっと|出|windows|あ|だめ|エラー|持|インスト|中古)
      |(?:windows|os|pc|パソコン)|\b(?:windows|install|reinstall|pc|computer|laptop|wipe)\b|一から(?:入れ|組)`,
  },
  {
    intent: 'repeat',
    whole: re`
      ^(?:(?:今の|いまの|さっきの|先ほどの)(?:やつ|説明|話|文|内容|案内|表示|質問(?=を|もう))?(?:を|は)?)?(?:もう一度
        |もう一回|もういちど|もういっかい|もう1回|もう1度|もっかい|再度)(?:全部)?(?:言って|いって|見せて|みせて
        |教えて|説明して|書いて|出して|表示して|聞かせて|お願い(?:します)?)?(?:ください|くれ|もらえる
        |もらえます|ほしい)?$
      |^(?:(?:can|could|would) you |please )*(?:say|show|repeat|tell|explain)(?: me)?(?: it| that| this)?(?: to me)?(?: again| once more| one more time)(?: please)?$
      |^(?:(?:can|could|would) you |please )*repeat(?: it| that| this)?(?: please)?$
      |^(?:come again|pardon(?: me)?|sorry what|what was that|(?:one more time|once more|again) please)$`,
  },
  {
    // Whoever asks what to do has done nothing yet, however they begin.
    intent: 'repeat',
    at: ['list', 'step', 'stuck', 'check', 'advice', 'putback', 'rescue', 'form', 'recipient', 'clarify'],
    whole: re`
      ^(?:はい|うん|ええ|ok|わかった|わかりました|分かった|分かりました|了解)*(?:で|それで|では|じゃあ?|なら)?(?:次(?:は|に)?|まず|今|私は
        |これから|結局|あと)*(?:(?:何|なに)(?:を)?(?:すれば|したら|やれば|やったら|せな)|(?:どう|どない)(?:すれば|したら))(?:いい|よい|良い
        |ええ|あかん)?(?:の|ん|のか)?$
      |^(?:(?:ok|okay|so|and|now|well|then|alright|yes) )*what (?:do|should|must|can|am|shall) i (?:supposed to )?(?:do|try)(?: now| next| then| first)*$`,
  },
  {
    intent: 'back',
    whole: re`
      ^(?:戻る|もどる|戻って|戻りたい|戻して|戻ります|前へ|前に|前の質問|前の画面|一つ前|ひとつ前|1つ前|一個前
        |バック|取り消し|取消|さっきの|訂正|訂正します|間違えた|間違えました|まちがえた|まちがえました|間違い
        |まちがい|ミスった|押し間違えた|back|go back|previous|prev|undo|oops|wrong button|my mistake
        |previous (?:question|step|page|screen)|last (?:question|step)|take that back|return)$`,
    clause: re`
      (?:一つ|ひとつ|1つ|一個|1個|いっこ|さっき|先ほど|前|まえ|直前|一回|1回|ひとつまえ|その前)(?:の|に|へ
        |前)?(?:の)?(?:質問|画面|手順|ステップ|ところ|選択|やつ|問い|項目)?(?:に|へ|まで|を)?(?:戻|もど|もう一度
        |もう一回)
      |(?:答え|回答|選択|返事|返答|入力|さっき|先ほど|今の)(?:の|を|が|は)?(?:.{0,6})?(?:間違|まちが|訂正
        |直し(?:たい|て)|変え(?:たい|て|させ)|修正|違って|違った|取り消)
      |(?:押し|選び|答え|打ち|タップ)?(?:間違|まちが)え(?:た|て|まし|ちゃ)
      |間違(?:って|えて)(?:押|選|タップ|クリック|答)|(?:選択|押す)(?:の)?(?:を)?(?:ミス|間違)
      |やっぱ(?:り)?(?:さっきの)?(?:違|戻|変え)|取り消し(?:たい|て)|\bgo(?:ing)? back\b|\btake me back\b
      |\bprevious (?:question|step|page|screen|one|answer)\b
      |\b(?:picked|clicked|pressed|chose|selected|hit|gave|entered|answered) (?:the |a )?wrong\b
      |\b(?:made|was) a (?:mistake|typo)\b
      |\bchange (?:my|the|that) (?:last |previous )?(?:answer|choice|selection|reply)\b|\bmis-?click\w*\b
      |\bundo\b|\b(?:back|return) (?:one|a) (?:step|question)\b|\bstep back\b|\bwrong (?:button|answer|option)\b`,
    unless: re`
      出荷|オン|元に|windows ?10|状態に|設定を|有効|ファイア|保護
      |\b(?:windows|on|turn\w*|get)\b(?!.*\b(?:question|step|answer)\b)|キー(?:を|の|が)|パスワード|コード`,
  },
  {
    intent: 'cancel',
    whole: re`
      ^(?:キャンセル(?:する|します|で|したい|して)?|やめる|やめます|やめたい|やめとく|やめときます|やめて|やめ
        |もうやめる|もうやめます|もうやめたい|止める|中止(?:する|します|して)?|中断(?:する|します)?|終了(?:する
        |します|して)?|終わり(?:に(?:する|します|したい))?|おわり|もういい|もう結構|結構
        |また今度(?:に(?:する|します))?|また後で|またあとで|また後日|あとでやる|あとでやります
        |今日は(?:やめる|ここまで|もういい)(?:に(?:する|します))?|ここまで(?:で(?:いい)?|に(?:する|します))?
        |ばいばい|バイバイ|さようなら|さよなら|諦める|諦めます|あきらめる|never ?mind|nvm|cancel|quit|exit|stop
        |stop it|forget it|forget about it|im done here|end|bye|goodbye|bye bye|ill do it later|later|not now
        |no thanks|no thank you|abort|i give up|give up|leave|end (?:the )?(?:chat|conversation)|cancel (?:this
        |it|that)(?: please)?|stop this)(?:please)?$`,
    clause: re`
      (?:この(?:会話|チャット|相談|質問)|チャット|会話|相談|対応|案内)(?:を|は)?(?:もう)?(?:やめ|終了|終わ
        |キャンセル|中止)
      |もう(?:大丈夫|いい|結構)(?:です|よ|や)?$|また(?:今度|あとで|後で|明日|後日)(?:に|やり|お願|にし|来)
      |今日は(?:もう)?(?:やめ|ここまで|おしまい|終わ)|\bnever ?mind\b|\bforget (?:it|about it|this)\b
      |\b(?:end|stop|close|quit|cancel) (?:this|the|our) (?:chat|conversation|session)\b|\bi give up\b`,
    // What others ended, or said to be at an end.
    unless: re`
      音声|電話|サービス|サポート|窓口|情シス|メーカー|ガイダンス|(?:と|って)(?:言|いわ|聞|出(?:て|た|る|ま)|表示|書|いう)|(?:終了|終わ).{0,6}(?:たら|たの|たと|ますか|ですか|てから|た後|ると)|(?:終了|終わ)(?:し)?て(?:い?た|しま|い?まし)`,
    unasked: true,
  },
  {
    intent: 'cancel',
    whole: re`
      ^(?:(?:どうも|本当に)?ありがとう(?:ございま(?:す|した))?|thanks(?: a lot| so much)?|thank you(?: so much| very much)?|ok|okay|alright| )*(?:bye(?: ?bye)?|goodbye|good night|see (?:you|ya)(?: later)?
        |またね|じゃあね|ではまた|さようなら|さよなら|ばいばい|(?:あとで|後で|明日|来週|今度)?また(?:来|き)ます)(?:ね)?$`,
    clause: re`\bi(?:ll| will| think ill) leave it(?: (?:there|here|at that|for now|be))?$|\bthats (?:it|all) for (?:now|today)\b`,
  },
  {
    // At a question the same words answer it.
    intent: 'cancel',
    at: ['list', 'step', 'stuck', 'check', 'advice', 'putback', 'rescue', 'form', 'recipient', 'closed'],
    whole: re`^(?:いらない|いりません|必要ない|不要)$`,
  },
  {
    intent: 'continue',
    whole: re`
      ^(?:続き|つづき|続きから|続きを(?:お願い(?:します)?|やる|したい|見たい|教えて)?|続ける|続けます|続けて
        |続けたい|つづける|つづけて|続行|再開(?:する|します|したい|して)?|再開|続きやる|前回の続き(?:から|を)?
        |continue|resume|carry on|keep going|pick up where (?:i|we) left off|lets continue|go ahead and continue
        |continue please|please continue)(?:お願い(?:します)?|ください|please)?$`,
    clause: re`続きから(?:お願|やり|し)|前回の続き|\bpick up where\b`,
  },
  {
    intent: 'help',
    whole: re`
      ^(?:ヘルプ|へるぷ|使い方|使い方(?:を教えて|は|教えて|が知りたい|を知りたい)|つかいかた|何ができる(?:の
        |ん)?|何ができますか|なにができるの|どう使うの|どうやって使うの|どう使えばいい|何を聞けばいい|たすけて
        |助けて|助けてください|コマンド|メニュー|説明|help|help me|i need help|please help|help please|menu
        |commands|what can you do|how do i use (?:this|it|you)|how does this work|how do you work
        |\?)(?:ください)?$`,
  },
];
