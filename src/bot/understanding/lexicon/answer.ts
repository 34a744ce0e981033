import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';
import { nai } from './words.ts';

/** A yes in so many words: 「わかりました」 and "ok" only say that something was read. */
export const plainYes = re`
  ^(?:はい|うん|ええ|ある|あります|もちろん|yes|yep|yeah|yea|yup|y|ya|i do|i am|i have|it is|we do|they are
    |of course|certainly|definitely)+$`;
/** Asks to go on, whatever was asked. */
export const request = re`お願い|おねがい|^それで$|\bplease\b`;

/** Yes, no, and not knowing. */
export const answer: readonly Phrase[] = [
  {
    intent: 'yes',
    at: ['check'],
    whole: re`
      ^(?:できた|できました|出来た|出来ました|終わった|終わりました|いけた|いけました|大丈夫|大丈夫そう
        |うまくいった|ok|はいできました)$`,
  },
  {
    intent: 'yes',
    unasked: true,
    whole: re`
      ^(?:はい|そうです|そうっす|そうなんです|そうなのです|うい|ういっす|うす|うっす|らじゃー?
        |うん|うむ|ええ|えー|そう|そうだ|そうなん|それ|まさに|その通り
        |そのとおり|(?:(?:それ|これ|その認識)で)?合って(?:る|い?ます)|それでいい|あって(?:る|い?ます)|正解
        |ビンゴ|いえす|おっけー?|おけ|おk|ok|okay|おーけー|k|了解|りょ
        |りょうかい|わかった|わかりました|分かりました|承知しました|かしこまりました|もちろん|ぜひ|お願い
        |お願いします|おねがいします|いいよ|いいとも|いいっす|そうします|そうする|ほい|へい|おう|おお|んだ|せや
        |せやで|せやな|ほんま|当たり|確かに|たしかに|ですね|だね|ですよね
        |間違いない|間違いありません|yes|yep|yeah|yea|yup|yas|ya|y|yess|sure|sure thing|correct|right
        |thats right|that is right|exactly|absolutely|of course|certainly|definitely|indeed|affirmative|aye|i do
        |i am|i did|i have|i can|it is|it does|it did|they are|we do|thats it|thats the one|that one|uh huh|uhuh
        |mm?-?hm+|sounds good|please do|yes please|please|go ahead|agreed|i think so|think so|i believe so
        |i guess so|probably|たぶん|多分|おそらく|だと思う|だと思います|そのはず
        |true|roger|got it|that is correct|thats correct|you got it|bingo)+$`,
    clause: re`
      ^(?:はい|うん|ええ|yes|yep|yeah|yup)$|^(?:はい|うん|ええ|yes|yep|yeah|yup)(?: |$|はい|そう|お願い)
      |^(?:yes|yeah|yep) (?:i|it|we|that|please|thats)\b|^その(?:通り|とおり)(?:です|だ)`,
  },
  {
    intent: 'no',
    whole: re`
      ^(?:どっちでもない|どちらでもない|どれでもない|どれでもありません|どちらでもありません|どれも違う
        |どれも違います|いいえ|いえ|いいや|いや|ううん|んーん|うーうん|いーえ|のー|否
        |そんなことない|そんなことありません|そんなことはない|そんなことはありません|(?:それは|これは)違う
        |(?:それは|これは)違います|違う|違います|違いました|ちがう|ちがいます|ちゃう|ちゃいます|違うかな
        |違うと思う|違うと思います|そうじゃない|そうじゃありません|そうではない|そうではありません|そうでもない
        |そうでもありません|別に|特に|ないない|まだ|no|nope|nah|na|no way|noo|n|not really
        |not at all|not exactly|not yet|i dont|i dont think so|dont think so|i am not|im not|i havent
        |i havent yet|i didnt|it isnt|it doesnt|it is not|its not|thats not it|not that|neither|wrong|incorrect
        |negative|none of (?:those|these|them|the above)|that is wrong|thats wrong|absolutely not|of course not
        |never)+$`,
    clause: re`
      そう(?:いう(?:わけ|こと)?|いうの)?(?:じゃ|では|でも)${nai}|^(?:いいえ|いえ|いや|ううん|no|nope|nah)$
      |^(?:いいえ|いえいえ|いえ|ううん|いや|いやいや)(?!ー?(?:す|さ|だ|な|で|に|が|の|り|、))
      |(?:^|いや)(?:違|ちが)(?:う|い)(?:ます|ました|と思|かも|よ|ん|$)|^(?:no|nope|nah) (?!(?:error |other )?(?:codes?|messages?|numbers?)$)`,
  },
  {
    intent: 'dont-know',
    whole: re`
      ^(?:さあ|さぁ|はて|わからん|わからない|どうだろう?|どうだったか|何それ|なにそれ|何だそれ|なんだそれ
        |どういうこと|どゆこと|どういう意味|意味不明|不明|忘れた|忘れました|忘れちゃった|忘れてしまった|しらん
        |しらない|しらねえ|忘れてしまいました|もう忘れた|わすれた|微妙|びみょう|どっち|どっちだ|どっちだっけ
        |どれ|どれだ|難しい|むずい|ムズい|無知ですみません|huh|what|whats that|what is that|hmm+|um+|uh+|idk
        |dunno|no idea|no clue|not sure|unsure|unknown|confused|i forgot|forgot|beats me|who knows|cant remember
        |what do you mean|dk|pass on that|im lost|lost|hard to say|could be either|either|maybe|no idea sorry)$`,
    clause: re`
      (?:わか|分か|解か|判か|判)(?:ら|ん|り|りかね|って(?:い)?)(?:${nai}|ん|な|へん|ず|ませ|かね|ねえ|にく|づら)
      |わかん(?:な|ね)|分かん(?:な|ね)|わけ(?:が)?わか|不明(?:です|だ|で|な(?!場合)|$)
      |知(?:ら|り)(?:${nai}|ん|ねえ|ませ)(?!人|店|サイト|業者|相手|うち|間)|知らん(?!うち|間|人)|覚えて${nai}
      |おぼえて${nai}|思い出せ${nai}|記憶(?:に|が)?(?:な|あり|曖昧|あいまい)|^さあ|^さぁ|さっぱり
      |ちんぷんかんぷん|見当(?:が|も)?つ|検討(?:が|も)つか|自信(?:が|は)?${nai}|(?:なん|何)て(?:答え|書け)
      |どう答え|判断(?:が|は)?(?:でき|つ(?:か|き))${nai}|見分け(?:が)?つ|区別(?:が)?つ|はっきり(?:し|わか)
      |どっち(?:だ|か|だろ|なん|でし|の)(?:.{0,6})?(?:$|な|わ|分)
      |どれ(?:だろ|だっけ|なの?か|に(?:当て|該当)|が(?:どれ|正))|何(?:を)?(?:言|いっ)って
      |意味(?:が)?(?:不明|わ|分|つか)|難し(?:い(?!言葉|話|用語|こと|操作|単語)|く|すぎ)|むずかし|理解(?:でき|が)
      |ついていけ|(?:聞いた|見た)こと(?:が|も)?${nai}|(?:どれ|どっち|どこ|何)の(?:こと|話)|ピンと(?:こ|来)
      |何のこと|なんのこと|(?:何|なん)(?:すか|ですか)(?:それ|これ)
      |(?:何|なん|なに)(?:やねん|や|じゃ|だ)?(?:それ|そりゃ)|初心者な|詳しく${nai}|くわしく${nai}
      |疎(?:い|く)|曖昧|あやふや|うろ覚え|なんだろ|なんでしょうね|どうだ(?:った|っけ)|どうやって(?:見|確認|調べ)`,
    unless: re`
      誰も|何が(?:悪|原因|いけな)|原因(?:が|は|も)?(?:全く|さっぱり|全然)?(?:わか|分か|不明)
      |かわから(?:ず|なくて)困|(?:わ|分)か(?:った|りました)`,
  },
  {
    intent: 'dont-know',
    clause: re`
      \b(?:dont|do not|didnt|doesnt|wouldnt|cant|cannot|couldnt|not) (?:really |even |quite |exactly |fully |actually |for sure )*(?:know
        |remember|recall|understand|get (?:it|this|that|what)|tell|follow|be sure|certain|see what)\b
      |\bdunno\b|\bno (?:idea|clue)\b|\b(?:have|havent|got) (?:a |no |the |any )?(?:clue|idea|foggiest)\b
      |\bnot (?:\w+ )?(?:sure|certain)\b|\bunsure\b|\buncertain\b|\bconfus(?:ed|ing)\b|\bbeats me\b
      |\bwho knows\b|\bi forg(?:o|e)t\b|\bwhat do you mean\b|\bwhat does (?:that|this|it) mean\b
      |\b(?:how|where) (?:am|should|would|do|can|could) i (?:\w+ )?(?:supposed to )?(?:know|tell|check|find out
        |see)\b
      |\bidk\b|\bi(?:m| am) lost\b|\bover my head\b|\btoo (?:technical|complicated|hard)\b|\bmakes no sense\b
      |\bno recollection\b|\bwhat(?:s| is) (?:that|this)$`,
    unless: re`\bwhy\b|\bwhat to do\b`,
  },
];
