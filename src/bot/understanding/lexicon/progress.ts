import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';
import { unsolved } from './words.ts';

/** Not all of it, or something else than files. */
const partly = '(?:だけ|しか|一部|半分|途中|まで|少し|ちょっと|コード|アドレス|メッセージ|url|番号|前に|昔|昨年|去年)';

/** How far somebody got with a list. */
export const progress: readonly Phrase[] = [
  {
    intent: 'tried-all',
    at: ['step', 'stuck'],
    clause: re`
      (?:全部|ぜんぶ|全て|すべて|一通り|ひととおり|何もかも|最後まで|どれも|どれを?やっても|何をやっても).{0,12}${unsolved}
      |トラブルシューティング(?:ツール)?(?:も|でも|を?しても|やっても).{0,6}${unsolved}
      |\btried (?:everything|it all|all of (?:it|them)|them all|all the steps)\b
      |\bnone of (?:it|them|this|these|the steps) (?:works?|worked|helps?|helped)\b
      |\bnothing (?:works|worked|helps|helped)\b|\btroubleshoot\w* (?:didnt|doesnt|failed|also|cant|couldnt)`,
    unless: re`途中|まだ全|(?:全部|最後まで|どれも|全て|すべて)(?:は|が)?でき(?:な|ませ)|までは|\b(?:havent|not yet|except)\b`,
  },
  {
    // Nothing was done yet by whoever says when they will.
    intent: 'not-yet',
    at: ['question', 'list', 'step', 'stuck', 'check', 'form'],
    clause: re`
      (?:明日|あした|あとで|後で|のちほど|後ほど|今度|週末|来週|来月|帰(?:ったら|ってから|宅し(?:たら|てから))|出社(?:し)?(?:たら|してから|時)|これから|今から).{0,14}(?:み(?:る|ます)|[しりいき]ます|する|やる|聞く|行く|言う|いう|頼む)(?:ね|わ|よ)?$
      |(?:に|へ)(?:聞き|きき|頼み|相談し|連絡し|電話し|問い合わせ)ます(?:ね|わ|よ)?$|^(?:じゃあ?|では|なら|もう)?(?:少し|しばらく)?待(?:ちます|つことにします)(?:ね|わ|よ)?$
      |(?:^|[はで])(?:少し|ちょっと|いったん|一旦|一度|よく|しばらく|もう少し)*考え(?:ます|てみます|させて(?:ください|下さい|もらいます)?|る)(?:ね|わ|よ)?$
      |(?:連絡し|電話し|問い合わせ|メールし|伝え|言っ|聞い|訊い)てみ(?:る|ます)(?:ね|わ|よ)?$|(?:聞|きい|訊|つない|繋い|試し|やっ|確認し|頼ん|相談し|持って行っ|待っ)(?:て|で)み(?:る|ます)(?:ね|わ|よ)?$|(?:返事|返信|連絡|回答)(?:を|が(?:来る|くる)(?:まで|の)?を?)?待(?:ち(?:ます|たい)|って(?:み|い?)(?:る|ます)|つ$)
      |\b(?:ill|i will|id rather|let me|i can|i need to) (?:\w+ )?(?:think (?:about it|it over)|wait|ask (?:him|her|them|my|it|the)\b|try (?:it |that |this )?(?:later|tomorrow|tonight|at))\b`,
  },
  {
    // The specialist, while data is to be rescued.
    intent: 'not-yet',
    at: ['rescue'],
    clause: re`
      ^(?:じゃあ|では|すぐに?|今から|これから)*(?:電話|連絡|相談)(?:を)?(?:し(?:て)?(?:み)?(?:ます|る)|する)(?:ね|わ|よ)?$
      |^(?:ok |okay )?(?:ill|i will) (?:call|phone|ask)(?: them| him| now| a specialist| the specialist)*$`,
    unasked: true,
  },
  {
    intent: 'not-yet',
    at: ['list', 'step', 'stuck', 'rescue'],
    whole: re`
      ^(?:いや|いえ|いいえ|すみません)*(?:まだ(?:途中|(?:コピー(?:は|を|が)?)?(?:やって|できて|終わって|試して|して|取って)い?(?:ない|ません))?
        |(?:今|いま)?(?:やって|試して)い?(?:る|ます)(?:ところ|最中)?|ちょっと待って|少し待って)(?:ください)?$
      |^(?:no )?not yet$|^(?:im |i am )?(?:still )?(?:working on it|doing it|trying it)$
      |^(?:hold on|one moment|wait a (?:moment|minute|second))$`,
    clause: re`
      (?:コピー|バックアップ|ダウンロード|再起動|更新|保存|退避)(?:を)?(?:(?:して|させて|やって)(?:い?る|い?ます)(?:ところ|最中|途中)|中(?!身|の|に|は)|(?:の)?(?:最中|途中))
      |(?:今|いま)(?:.{0,8})?(?:コピー|バックアップ|再起動)(?:を)?(?:して|させて|やって)(?:い?る|い?ます)
      |\b(?:still|currently|now|im|i am) (?:\w+ )?(?:copying|backing|restarting|rebooting)\b|^(?:copying|backing up)\b`,
    unless: re`途中で(?:止|固|エラー|だめ|失敗)|中に`,
  },
  {
    intent: 'done',
    at: ['step', 'stuck'],
    whole: re`
      ^(?:はい|うん|無事)*(?:開けた|開けました|開きました|押せた|押せました|選べた|選べました|入れた|入れました
        |進めた|進めました|見つかった|見つかりました|見つけた|見つけました|あった|ありました)(?:よ|ね)?$
      |^(?:ok |okay |yes )?(?:i )?(?:found|opened|selected|pressed|can see|see) (?:it|that)(?: now)?$`,
  },
  {
    // The copies open; of the message nothing is said.
    intent: 'done',
    at: ['check'],
    whole: re`
      ^(?:はい|うん|無事|全部|ちゃんと|問題なく|普通に|コピーした|ファイル|写真|データ|中身|(?<=[一-龠ぁ-ん])[はがもを]|(?:開け|ひらけ)(?:た|ました)(?:し)?)*(?:開け|ひらけ|見れ|見られ|読め)(?:た|ました|ます|る)(?:よ|ね)?$
      |^(?:yes |ok |all |the |they |my )*(?:files|photos|copies|they|all)? ?(?:can be opened|open(?:ed|s)?)(?: fine| ok| okay| well| without problems?)?$`,
  },
  {
    intent: 'done',
    at: ['list', 'step', 'stuck'],
    clause: re`
      (?:コピー|バックアップ|退避)(?:を|は|が|も)?(?:全部|すべて|全て|ちゃんと|無事に?|もう)?(?:(?:し|でき|出来|終わり|おわり|完了し|済ませ|取り|しておき|して(?:もらい|くれ))(?:まし)?た
        |(?:終わっ|取っ|して(?:もらっ|おい))た|しときました|しといた)(?:よ|ね|の?で|から)?$
      |^(?:全部|ちゃんと|(?:コピーした)?(?:写真|ファイル|データ|中身)(?:は|が|も)|全部)+(?:開け|ひらけ|見れ|見られ|読め)(?:た|ました|ます|る)(?:よ|ね)?$
      |^(?:ok |all |everything |ive |i |have |now |just |already )*copied(?: (?:it|them|everything|all|the files|my files))*$`,
    unless: re`${partly}`,
    plain: true,
  },
  {
    intent: 'done',
    at: ['question'],
    whole: re`^(?:はい|うん|無事)*(?:開けた|開けました|押せた|押せました)(?:よ|ね)?$`,
  },
  {
    intent: 'next',
    at: ['list'],
    whole: re`^(?:はい|うん|無事)*(?:画面(?:が|は|を)?|設定(?:が|を)?)?(?:開けた|開けました|開きました|開いた)(?:よ|ね)?$
      |^(?:ok |okay |yes )?i(?:ve| have)? opened (?:it|that|settings|the (?:page|screen|settings|window))$`,
  },
];
