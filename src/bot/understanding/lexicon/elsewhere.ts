import { re } from '../pattern.ts';

/** Speaks of another time, another PC, another product, or of who did it: an end of that sort closes nothing by itself. */
export const elsewhere = re`
  (?<![名直手事気])前(?:は|に(?!進)|も|まで|の(?:とき|時|pc))|以前|昔|去年|昨年|一昨年|先月|先週|おととい|一昨日|当時|当初|数年前|(?:年|月|週間|日)前|(?:最初|はじめ|初め|もともと|元々)(?:は|から|に)|(?:一度|一回|1度|1回|いったん|一旦)は|ついこの間
  |(?:買った|購入した|届いた|もらった|新品の|出荷)(?:とき|時|頃|ころ|当時|直後|ばかり)|購入時|購入当初|windows ?(?:7|8|10)(?:で|の)
  |(?:と|って)(?:聞い|聞き|言わ|いわ)|[ただ](?:そう|らしい)(?:です|だ|$)|たって$|(?:別|他|ほか)の?(?:pc|パソコン|端末|マシン)
  |もう(?:一|1)台|もうひとつの|もう一つの|(?:別|他|ほか|隣|みんな)の.{0,6}(?:は|では|も|が|なら|だけ)|(?:友達|友人|知人|同僚|先輩|後輩|妻|夫|嫁|旦那|息子|娘|父|母|親|兄|姉|弟|妹|家族|部下|上司)(?:さん|ちゃん)?の.{0,8}(?:は|も|だけ)
  |office(?:の(?:認証|ライセンス|ほう|方))?(?:は|が|も|だけ|なら|、|製品|ソフト)|オフィス(?:ソフト|製品|は認|が認)|エクセル|ワード(?!プレス)|アウトルック|プリンタ|アカウント(?:は|が|も|の認証)|本人|(?:スマホ|携帯)(?:は|が|も|の認証)|二段階|二要素|多要素|生体|指紋|顔認証|メール認証
  |スクリプト|(?<!シューティング)ツール(?:で|を使)|kms(?!サーバー)|クラック|(?:お?店|ショップ|販売店|修理(?:店|屋)|業者|出品者|売主|前の(?:持ち主|人)|持ち主)(?:で|が|に(?!持|電話|問|聞))(?!.*[ただ]ら)
  |\bwhen (?:i|we) (?:first )?(?:bought|got|purchased|received|had)\b|\bwhen (?:it )?(?:arrived|was new|new)\b|\b(?:originally|initially|at first|at the time|back then|previously|in the past|the first time|years?|months?|weeks?) ago\b|\b(?:originally|initially|at first|back then|previously|had been)\b|\blast (?:week|month|year|night|time)\b|\byesterday\b
  |\bby (?:the |a |my |some )?(?:\w+ )?(?:shop|store|seller|technician|owner|vendor|friend|guy|repair\w*|reseller|manufacturer)\b|\b(?:with|using|via|through) (?:a |an |some |the )?(?:\w+ )?(?:script|crack|kms|activator|massgrave|generic key|hack|loader)\b
  |\b(?:my|the|our|an?|his|her|their) (?:other|second|old|previous|wifes|husbands|sons|daughters|friends|brothers|sisters|moms|mums|dads|colleagues|bosss|others?) (?:\w+ )?(?:pc|laptop|computer|one|machine|desktop)?\b|\banother (?:pc|laptop|computer|machine|one)\b
  |(?<!\b(?:the|at|in|from|my|our|to) )\boffice\b(?! (?:wi-?fi|network|lan|vpn))|\boffice (?:is|isnt|was|wasnt|wont|cant|works|got|apps?|licen)|\bms office\b|\b(?:microsoft|office) 365\b|\b(?:word|excel|outlook|printer|adobe|antivirus)\b|\baccount (?:is|was|got)\b`;

/** Takes back in the same breath what is said of the activation. */
export const contrary = re`
  けど|けれど|のに|ですが|ますが|ましたが|しかし|なのに|できな|できま|消えな|消えま|残って|まだ|\b(?:but|not|isnt|still|stays?|stuck|cant|cannot|wont|though|however|yet|until|before)\b`;
