import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

const risk = { data: 'risk' } as const;
const saved = { data: 'backed-up' } as const;
const nothing = { data: 'none' } as const;
const stuff =
  '(?:データ|写真|画像|動画|ファイル|書類|資料|論文|レポート|卒論|原稿|仕事|作品|思い出|中身|アルバム|音楽|セーブ|家計簿|住所録|帳簿|プロジェクト|メール|もの|もん|物|やつ)';
/** What nobody means by the message on the screen. */
const files = '(?:データ|写真|画像|動画|ファイル|フォルダー?|書類|資料|論文|レポート|思い出|中身)';
const backup = '(?:バックアップ|ばくあっぷ|バクアップ|バックアプ|backup)';
/** A copy of what is on the PC: not of Windows, nor of a key or a receipt. */
const copy = '(?<!(?:不正|違法|(?:ソフト|キー|ライセンス|証明書|領収書|レシート|保証書|コード)の))コピー';

/** Whether what is on the PC is safe, at risk, or of no importance. */
export const data: Lexicon = {
  named: re`${backup}`,
  answers: [[re`^(?:まだ|全然|一度も|一回も)*(?:取|と|し|やっ)(?:っ|れ)?て(?:い)?${nai}`, risk]],
  questions: ['data'],
  cautious: true,
  tells: [
    [re`${backup}.{0,8}つもり|[ただ]つもり|${backup}.{0,6}関係(?:が|は)?な|なんで.{0,4}${backup}`, {}],
    [
      re`${files}(?:は|が|も)?.{0,4}(?:消え|[な無]くなっ|失われ)た(?:という)?(?:わけ|の|もの)(?:じゃ|では|でも)(?:ない(?!か)|ありませんが|なく)`,
      {},
    ],
    [re`${files}(?:は|が|も)?.{0,4}(?:消え|[な無]くなっ|失われ)たん(?:じゃ|では)ないか`, risk],
    [
      re`(?:写真|画像|動画|書類|資料|論文|レポート)だけ(?:は|を)?.{0,10}(?:移し|移動|コピー|保存|退避|入れ)(?:し)?(?:た|て|まし|済)`,
      risk,
    ],
    // Under way is not done.
    [
      re`
        (?:コピー|${backup}|保存|退避|移動)(?:を)?(?:(?:し|させ)て(?:い?る|い?ます)(?:ところ|最中|途中)|中(?!身|の)|(?:の)?(?:最中|途中))
        |(?:今|いま|現在)(?:.{0,8})?(?:コピー|${backup}|移動)(?:を)?(?:し|させ)て(?:い?る|い?ます)
        |\b(?:still|currently|now|im|i am) (?:\w+ )?(?:copying|backing)\b|^(?:copying|backing up)\b`,
      {},
    ],
    [
      re`
        ${files}(?:が|は|も|を)?(?:全部|全て|すべて|ぜんぶ|みんな|丸ごと|いくつか)?(?:(?:消え|[な無]くなっ|飛ん|失っ
          |失われ)(?:(?:て(?:い)?)?(?:[ただ](?![らりい])|まし)|てい?(?:る(?!こと|か)|ます))|(?:[な無]くなり|失い)まし
          |(?:消[えし]|[な無]くなっ?|なくし|飛ん?)(?:ちゃ|じゃ|[てで]しま)(?:った|い))
        |^(?!.*\bif\b).*\b(?:lost|deleted|erased) (?:\w+ ){0,3}(?:data|files|photos|pictures|documents
          |everything)\b
        |\b(?:data|files|photos|pictures|documents)(?: \w+){0,2}? (?:are |is |were |was |got |has been |have been
          |have |has )(?:all )?(?:gone|lost|deleted|erased|wiped)\b
        |\beverything (?:is|was|got|has been) (?:lost|deleted|erased|wiped)\b`,
      { data: 'lost' },
    ],
    [
      re`
        (?:初期化|フォーマット|リカバリー?|工場出荷.{0,6}戻し?|全消し)(?:を|ボタン)?(?:もう)?(?:し|やっ|やり|押し)?(?:ちゃった
          |ちゃいました|てしまった|てしまいました|ちまった)
        |\bi (?:accidentally (?:wiped|formatted|reset)|already (?:wiped|formatted)|wiped (?:everything|all|my))\b`,
      { data: 'lost', recent: 'reinstall' },
    ],
    [
      re`
        ${backup}(?:は|なんて|とか)?(?:特に|別に)?(?:不要|いら${nai}|要ら${nai}|必要(?:は|が)?${nai})
        |\b(?:no need (?:for|of|to)|dont need)(?: to| a| any)? back ?-?(?:ed )?ups?`,
      nothing,
    ],
    [
      re`
        ${backup}(?:を|は|も|だけ)?(?:.{0,4})?(?:取り|とり|し|やり|作り)たい
        |(?:これから|今から|あとで|後で|明日|先に|まず).{0,6}${backup}
        |${backup}(?:を|は)?(?:これから|今から|あとで|後で|明日)
        |${backup}(?:の)?(?:取り方|とり方|やり方|しかた|仕方|方法)(?:が|は|も)?(?:わから|分から)`,
      risk,
    ],
    [
      re`
        (?:大事|大切|重要|必要|大した|たいした|消えて困る|困る)な?${stuff}?(?:は|も|が|なんて)?(?:特に|何も
          |一つも)?(?:入って|保存して|残って|置いて|ない|無い|ありませ|入れて)(?:${nai})?(?<=ない|ません|へん
          |なし|無い|ん)
        |${stuff}(?:は|も|が|なら|なんて)?(?:全部|別に|最悪)?(?:消え|なくな|飛ん|無くな)(?:て|って|で)も(?:いい
          |よい|良い|構わ|かまわ|平気|大丈夫|ok|問題|困ら)
        |(?:消え|なくな|飛ん)(?:て|って|で)も(?:いい|構わ|かまわ|困ら|問題|平気|大丈夫)
        |${stuff}(?:は|なんか|なんて)?(?:全部|別に)?どうでもいい
        |(?:中身|データ)(?:は|が)?(?:空|から(?=っぽ|です|だ|$)|ほぼない|何もない|なにもない)
        |\bnothing (?:important|valuable|of value|to lose|worth|i need|i care)
        |\bno (?:important|valuable|personal) (?:data|files?|stuff|documents?)
        |\b(?:dont|do not) (?:care|mind) (?:about |if |losing )(?:\w+ )*(?:data|files|lose|lost|lost)?
        |^(?:theres |there is )?nothing(?: is)? on (?:it|there|this pc)(?: yet| anyway| really)*$
        |\b(?:empty|brand new) (?:pc|drive|disk|laptop)\b.*\bno|\bcan lose (?:it|everything)`,
      nothing,
    ],
    // A wish is no copy yet, and a plan says nothing.
    [
      re`
        ^(?=.*(?:usb|外付け|クラウド|ドライブ|icloud|nas|dropbox|sdカード|別の(?:pc|パソコン)|スマホ|${files})).*(?:(?:コピー|保存|退避|移動|同期|避難)(?:を)?(?:し|させ)(?:ておき|とき)?|(?:移し|入れ|逃がし|取り出し|移動させ|避難させ)(?:ておき|とき)?)たい
        |\b(?:want|like|need|trying|wish|hope|hoping) to (?:\w+ )?(?:copy|back ?up|save|move|rescue)\b.{0,30}\b(?:usb|external|stick|cloud|onedrive|drive|nas|files?|photos?|data|documents?|pictures)\b`,
      risk,
    ],
    [
      re`
        ^(?!.*(?:毎|いつも|定期|自動)).*(?:コピー|保存|退避|移動|同期|アップロード)(?:を)?(?:し(?:ます|よう|ておきます|ときます)(?!た)|する(?:予定|つもり|ね|よ|$)|すれば|しないと)
        |(?:移し|入れ|逃がし|上げ)(?:ます|よう|ておきます|ときます)(?!た)|(?:移す|入れる|逃がす)(?:予定|つもり)`,
      {},
    ],
    // Some of it, or none.
    [
      re`
        ${copy}(?:は|を|も|が|なんて|とか)?(?:まだ|全然|全く|一切|一度も|特に|何も)?(?:(?:取|と)って|して|できて|(?:取|と)れて)(?:${nai}|おけば)
        |(?:古い|昔の|以前の|前の|(?:去年|昨年|おととし|先月|先週)の|(?:年|月|週間)前の)${backup}(?!ソフト)
        |^最近の(?:もの|やつ|分|データ|写真|ファイル|書類)?(?:は|が|だけ)?(?:まだ)?(?:ない|ありませ|(?:取|と|し|入)っ?て${nai})
        |\b(?:havent|have not|didnt|never|not)(?: \w+){0,2} copied\b(?!.*\b(?:key|code|licen[sc]e|windows|message)\b)`,
      risk,
    ],
    [
      re`
        ${backup}(?:は|を|も|が|なんて|なんか|とか|してる|という|って)?(?:まだ|全然|全く|一切|一度も|特に|とくに
          |何も|ぜんぜん|最近|ちゃんと|きちんと)?(?:は|も)?(?:.{0,4})?(?:取|と|撮|し|でき|出来|やっ|持っ|残し
          |作っ)?(?:っ|れ|ら|り)?(?:て|た(?:こと|覚え)(?:が|は|も)?|忘れ|そびれ|損ね)?(?:${nai}|まだ|忘れ
          |そびれ)
        |${backup}(?:は|が|も)?(?:ない|無い|無し|なし|ゼロ|まだ|ありませ|古い|途中|一部|不完全|サボ|さぼ)
        |${backup}.{0,6}(?:一部|半分|少し|ちょっと)(?:だけ|しか)
        |\b(?:no|none|without|never|not|havent|hasnt|didnt|dont|isnt|arent|nothing|forgot|wasnt|need to|should
          |doesnt)\b(?: \w+){0,5}? (?:back ?-?ups?|back(?:ed)?(?: \w+)? up|saved anywhere)\b
        |\bbacked up (?:nothing|none)\b|\bback ?ups? (?:is|are|was) (?:old|outdated|missing|broken|gone)`,
      risk,
    ],
    [
      re`
        ${stuff}?(?:が|も|は|を)?(?:全部|全て|ぜんぶ)?(?:消え|消し|消さ|(?<![いえかきけしせてられ])なくな|無くな|失|うしな|飛ん|とん|飛ば
          |壊れ|ロスト|パー)(?:え|れ|る|う|わ|っ|せ|す|い|り|な|に|ん)*(?:たら|ると|るの(?:だけ)?|れると|うと
          |うの|ちゃ(?:う|っ)|ては|ば|でしま|てしま|だら|られると|たく${nai}|くな)(?:.{0,8})?(?:勘弁|困|終|泣
          |まず|やば|嫌|いや|死|怖|こわ|立ち直|大変|最悪|つら|悲|無理|だめ|きつ|不安|心配|ない|ん|アウト|詰)
        |(?:消し|失い|なくし|無くし|飛ばし|うしない|消え(?:て)?ほし|壊し)(?:たく)?${nai}
        |(?:大事|大切|重要|貴重|かけがえのない|消せない|代わりのない|必要)な?(?:仕事の|家族の
          |子供の)?${stuff}(?:が|も|は)?(?:たくさん|いっぱい|全部|多く|山ほど|結構|かなり|まだ|この中
          |中)?(?:に)?(?:入って|ある|あり|残って|保存|詰まって|あって|いっぱい|たくさん|が)
        |(?:顧客|取引先|業務|仕事|会計|経理|家族|子供)の?(?:データ|写真|ファイル|書類)(?:が|も)
        |(?:論文|卒論|修論|レポート|原稿|作品|思い出)(?:の?データ)?(?:が|も)(?:.{0,4})?(?:入って|ある|あり
          |あって|保存)
        |(?:データ|写真|ファイル|中身|これ)?(?:は|が)?(?:絶対(?:に)?)?(?<!(?:画面|表示|透かし|すかし|警告|メッセージ|文字|エラー|ポップアップ|通知|マーク)(?:が|を|は|も)?)消(?:せ${nai}|したら(?:だめ|まず))
        |(?:データ|写真|ファイル)(?:だけは|は絶対|だけ).{0,8}(?:守|救|残|助|取り出|消)
        |${stuff}(?:の)?(?:データ)?が(?:心配|不安)
        |${stuff}(?:が|も)(?:全部|たくさん|いっぱい|大量に|山ほど|ぎっしり)(?:入|あ|残|詰)
        |(?:この)?(?:pc|パソコン|中)にしか(?:ない|ありませ|入って)
        |${stuff}(?:が|は)(?:全部)?(?:この)?(?:pc|パソコン|中)(?:の中)?(?:だけ|にしか)`,
      risk,
    ],
    [
      re`
        \b(?:important|irreplaceable|precious|valuable|critical|work|family|all my|years of
          |only copy of) (?:\w+ )?(?:files?|data|photos?|pictures|documents?|docs|stuff|memories|projects?
          |videos?)\b(?:.{0,30}\b(?:on (?:it|this|here|there|the)|in (?:it|there)|here|there|stored)\b)
        |\b(?:cant|cannot|dont want to|do not want to|afraid (?:to|of|ill)|scared (?:to|of|ill)|worried (?:about
          |ill)|must not|mustnt|hate to|wouldnt want to|cant afford to|not) (?:\w+ )?los(?:e|ing)\b(?! (?:my |the |our )?(?:job|work|licen[sc]e|money|time|access|position))
        |\bif i lose\b|\blose (?:everything|it all)\b
        |\b(?:whole life|everything i have|years of work|lifes work)\b
        |\b(?:would|will|could|might) (?:be lost|lose (?:everything|all|my))\b
        |\bmy (?:thesis|dissertation|photos|only copy|lifes work|work files)\b.{0,20}\b(?:is|are|on)\b
        |\bhave my (?:thesis|photos|work|files|dissertation|data|project)\b|\bonly copy\b`,
      risk,
    ],
    [
      re`
        ${backup}(?:なら|は|を|も|が|済|自体は)?(?:もう|既に|すでに|全部|ちゃんと|一応|毎日|毎週|定期的に|昨日
          |先週|事前に|しっかり|いつも|自動で|普段から)*(?:は|も|を)?(?:取|と|し|完了|済|ある|あり|あっ|できて
          |でき(?:た|ま)|終わ|残し|作|持っ|ok|ばっちり|大丈夫|万全)
        |(?:外付け|usb|クラウド|onedrive|ワンドライブ|one drive|google ?ドライブ|googleドライブ|google ?drive
          |グーグルドライブ|googleフォト|グーグルフォト|google ?photos|amazonフォト|dropbox|ドロップボックス
          |icloud|nas|別の?(?:pc|パソコン|ドライブ|場所|ディスク)|他の?(?:pc|パソコン)|sdカード|サーバー)(?:hdd
          |ssd|メモリー?|ドライブ|ハードディスク)?(?:に|へ)(?:も)?(?:全部|全て|すべて|データ|写真|${stuff}|を|は
          |大事な|もう)*(?:.{0,6})?(?:コピー|移し|移動|保存|退避|入れ(?:て|た|まし)|上げ|アップ(?:ロード)?し|同期
          |バックアップ|置いて|逃が|避難|取って|入って(?:る|い|ま)|ある(?!と)|あり)
        |(?:データ|写真|ファイル|中身)(?:は|を|も)?(?:全部|全て|すべて|もう)?(?:コピー|移し|退避|保存|避難
          |バックアップ|逃が)(?:し)?(?:済|て(?:ある|あり|い|る|お)|た|まし)
        |(?:データ|写真|ファイル).{0,4}コピー(?:は|も|を)?(?:取|と)(?:っ|り)(?:て|た|まし)
        |コピー(?:は|も|を)?(?:もう|全部|ちゃんと)*(?:取|と)(?:って(?:あ(?:る|ります)|い?る|い?ます)|った(?!ら|り)|りました)
        |コピー(?:は|が|も)?(?:全部|すべて|全て|無事に?|ちゃんと)?(?:でき(?:た|まし(?:た)?)|終わ(?:った|りました)|完了)(?!の|分|もの|やつ)
        |${backup}は.{1,14}[がに](?:ちゃんと)?(?:残って(?:い?る|い?ます)|あ(?:る|ります))(?!の|か)
        |(?:データ|写真|ファイル|書類)(?:は|も)(?:全部|全て|すべて|もう)?(?:クラウド|onedrive|ワンドライブ|google ?ドライブ|icloud|nas|外付け(?:hdd|ssd)?)(?:の(?:中|方|ほう))?(?:です(?!か)|だけ|$)
        |${backup}(?:され(?:て(?:い?る|い?ま)|る|た))|コピー済|退避済|\b(?:backed|backing)(?: \w+){0,3} up\b
        |\b(?:have|got|made|there(?:s| is)|took|with|keep|did) (?:a |an |the |my |full |recent |complete |daily |regular )*back ?ups?\b
        |\bback ?ups? (?:are|is|was|were) (?:all )?(?:done|complete\w*|fine|in place|good|up to date|ok|there
          |finished|made)
        |\bcopied (?:\w+ )*(?:to|onto)\b
        |\b(?:saved|stored|synced|uploaded|copied|copies|on|in) (?:\w+ )*(?:to |on |in |onto )?(?:my |an? |the )?(?:onedrive
          |one drive|google drive|dropbox|icloud|cloud|external|nas|usb)\b`,
      saved,
    ],
  ],
};
