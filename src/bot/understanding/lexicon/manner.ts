import { part, re } from '../pattern.ts';
import { person, personEn } from './words.ts';

/** Whoever is no owner before: theirs was another PC. */
const who = part`(?<!前の|元の|以前の|情シスの|担当の|係の|会社の|店の|お店の)(?:(?!人)${person}|その子|あの子|うちの子|子供|子ども|彼|(?:隣の席|隣|別の部署|知らない|よその)の?人)`;
const theirPc = part`(?:会社|学校|職場|大学|仕事|社用|勤務先).{0,8}(?:pc|パソコン|ノート|端末|タブレット|やつ)`;
/** What was given or bought is the PC at hand. */
const handedOn = part`くれ|譲|お下がり|買ってもら|(?<![てで])もら[っい]|渡され`;

/** Asks. */
export const asking = re`
  (?:です|ます|ました|ません|でした|でしょう|だろう|るん|[るいたのん]|だっ)か(?:ね|な|なあ|しら|よ|ねえ)?$
  |かな[あ]?$|でしょう$|って(?:何|なに|なん|どこ|どう|誰)|とは$
  |(?:何|なに)(?:です|でしょ|なの|だろ|が|を(?!.{0,8}[てで]も)|$)|なん(?:でしょ|だろ)|なぜ(?!か)|何故(?!か)
  |どうして(?!も)|(?:^|[はがもに])なんで(?!も|す|し)|どう(?:す|し(?!て)|や(?!ら)|な(?:る|り|の|ん)|いう|でしょ)
  |どこ(?!も|ろ|か(?!ら))|どれ(?:くらい|ぐらい|だけ)|どの(?:くらい|ぐらい)|いつ(?!も|の間|から|ま)|いくら
  |^(?:so |and |but |then |ok )?(?:what|whats|how|hows|why|where|wheres|when|who|which)\b
  |^(?:so |and |but )?(?:do|does) (?!that|it|so|this|the|as|all|not|everything)\w+ \w+
  |^(?:so |and |but |then |ok )?(?!did it$)(?:is|are|am|was|do|does|did|can|could|should|would|will|shall|may|must|has|have
    |wont|isnt|doesnt|cant|shouldnt) (?:i|it|this|that|my|the|there|we|you|a|an|anyone|someone|they|he|she)\b`;
/** Supposes, or leaves two things open. */
export const supposing = re`
  場合|(?:^|[、はがに])もしも?(?!もし|かし|て|た|な)|仮に|例えば|たとえば|(?<!ー)としたら|(?<!ー)とすると|だとしても
  |(?:だっ|でし)たら|(?:の|pc|パソコン|もの|やつ|なん|ん)なら(?!な|ず)|ならば|だと(?!思|おも|言|聞|い)|かどうか
  |か(?:って|と)?(?:聞か|訊か|言われ)|のか(?:.{0,12}のか|どうか|は|が|$)
  |[るいただ]か(?:どうか)?(?:は|が|も)?(?:よく|全然)?(?:(?:わか|分か)(?:らな|りませ|らん)|覚えて(?:い)?(?:な|ま)|おぼえて)
  |か(?:自分|個人|会社|中古|私物).{0,6}か(?:は|が|も|分|わ|知|$)|\bif\b|\bwhether\b|suppose|supposing|in case
  |let(?:s)? say|hypothetically|\bwhat about\b|\bwere a\b|\bwould be\b`;
/** Tells what was read or heard. */
export const reporting = re`
  (?:って|と)(?:聞か|聞い|書いて?|書か|見た|読ん|調べ|検索|記事|説明)|という(?:話|記事|表示|意味|言葉)
  |(?:記事|サイト|ネットの情報|ググった).{0,8}(?:では|だと|によると|に書|に載)|ネットで(?:見|調べ|検索)
  |\b(?:i|we) (?:read|heard)\b|\bit says (?:this|my)\b|according to`;
/** Wishes, plans, or says what ought to be done. */
export const wishing = re`
  (?<!み)たい(?:です|んです|ん|の|と|けど|な|で|$)|つもり|予定
  |(?:し|ろ|こ|ご|ぼ|も|よ|え)うと(?:思|し(?!て(?:も|い?る)|た)|考)|よう(?:かな|か|かと)|ちゃおう|ましょう|べき
  |(?:した|いだ|った|んだ)(?:ほう|方)が|検討|考え(?:て|中)|必要|(?:すれ|げ|け|れ)ば
  |[てで](?:ください|下さい|くれ(?!た|ま))|して(?:も)?(?:いい|よい|大丈夫|平気)|今から|これから|明日|あした|来週
  |来月|今度|週明け|(?:たら|てから)(?:.{0,6})(?:やって|試し|やり|確認し|連絡し|つない|見)て?み?(?:る|ます|よう)
  |\b(?:want|wants|wanted|going|plan|planning|need|have|about|like|supposed|trying|try) to\b
  |\bthinking (?:of|about)\b|\bconsidering\b|\bshould\b|\bgonna\b|\bwanna\b|\bi(?:ll| will)\b|\blater\b
  |\btomorrow\b|\bnext (?:week|month|time)\b`;
/** Speaks of somebody else's PC. */
export const others = re`
  (?:友達|友人|知人|知り合い|同僚|先輩|後輩|隣の人|別の人|他の人|ほかの人|みんな|他の社員|ネットの人|彼女?)(?:は
    |も|(?:の|が(?:使って|持って)い?る)(?:.{0,4})?(?:pc|パソコン|ノート|やつ)(?:は|も|で|が|だ|です)|の場合
    |(?:が|の|で).{0,16}(?:同じ|似た)(?:症状|エラー|現象|問題|状態|こと)|(?:が|に)(?:同じ|聞か|相談|頼ま|困))
  |(?:別|他|ほか|もう一台)の(?:pc|パソコン|端末)(?:は|も|では|なら)
  |\bmy (?:friend|coworker|colleague|neighbou?r|buddy|mate)(?:s)? (?:has|have|is|uses|used|got|said|says|had
    |with|also|pc|computer|laptop|work|company)\b
  |(?:弟|妹|兄|姉|父|母|息子|娘|家族|妻|夫|嫁|親|友達|友人|同僚)の(?:pc|パソコン|ノート)(?:で|でも|も|は
    |が).{0,6}同じ
  |\b(?:his|her|their) (?:own |work |company )?(?:pc|computer|laptop)\b.*\b(?:same|too|also)\b
  |^(?!.*(?:${handedOn})).*${who}(?:さん)?(?:は|も|が|の).{0,14}同じ(?!pc|パソコン|機種|型|もの|会社)
  |^(?!.*(?:${handedOn})).*${who}(?:さん)?(?:は|も|が)(?:.{0,4})?${theirPc}で.{0,24}(?:同じ|らしい|そうです|そうだ|って$|と言って|って言って|聞い|ことがある|ことある|とのこと)
  |${who}(?:さん)?(?:は|も|の.{0,4}は|のが).{0,6}(?:会社|学校|情シス|職場|店).{0,10}(?:直し|直っ|対応|交換|見て).{0,10}(?:らしい|そう(?:です|だ)|って$)
  |${who}(?:さん)?の.{0,8}(?:pc|パソコン|ノート|端末|やつ)(?:では|だと|なら|は).{0,6}(?:出ない|出ません|出てない|大丈夫|平気|問題な|問題あり|普通に|ちゃんと|認証でき(?:た|て|まし)|認証され(?:た|て(?!い?な|い?ま?せ)|まし))|${who}いわく
  |(?:ネット|sns|ツイッター|掲示板|知恵袋|ブログ|動画|youtube|レディット)(?:で|に|の).{0,16}(?:人|方)(?:が|は|も)
  |\b${personEn}\b(?: of mine| at \w+| on \w+| online| here)? (?:also |once |already )?(?:had|saw|experienced|ran into|went through) (?:this|it|that|the same|something|a similar)\b
  |\b${personEn}\b.{0,40}\b(?:had|has|have|got|gets|shows?|showed|did|does|says?) (?:exactly )?(?:the same|(?:that|this|it) (?:too|as well))\b
  |\b(?:his|her|their) (?:\w+ ){0,2}(?:pc|computer|laptop|tablet|machine)\b.{0,20}\b(?:same|too|also|as well)\b
  |\b(?:other people|someone else|everyone)\b`;
/** Believes. */
export const believing = re`
  たぶん|多分|おそらく|恐らく|と(?:は)?(?:思|おも)|はず|っぽい|みたい|らしい|\bprobably\b
  |\bi (?:think|believe|guess|suppose|assume)\b|\bpretty sure\b|\blikely\b|\bseems?\b`;
/** Guesses. */
export const guessing = re`
  かも|かな[あ]?(?:$|と|って)|っけ(?:な[あ]?)?$|自信(?:が)?ない|気がする|気もする|もしかし|ひょっとし|適当|勘で
  |\bmaybe\b|\bperhaps\b|\bmight\b|\bcould be\b|\bmay be\b|\bpossibly\b|\bnot (?:really |quite |entirely )?(?:sure|certain)\b
  |\bjust (?:a guess|guessing)\b`;
/** Asks about what it takes for granted: why, how, what about my own. */
export const presuming = re`
  ^(?:so |and |but )?(?:why|how|what|where|when)\b.*\bmy\b|のは(?:なぜ|どうして|なんで|何故|何で)
  |(?:なぜ|どうして|なんで|何故).*(?:の|んです|んだろう|でしょう)か?$`;
