import { part } from '../pattern.ts';

/** What follows a Japanese verb stem or て-form that is denied. */
export const nai = part`
  (?:い|お|おり|は|はい|も|もい|ら|ん|あり|はあり|もあり|ござい)?(?:な[いかくしさ]|ませ[んず]|ませ|まへん
    |(?<!ー)ん(?![だで]|です)|ず|へん|ひん|ねえ|ねー|らん)`;
/** The end of a Japanese sentence that says that something did not help. */
export const unsolved = part`
  (?:だめ|駄目|無理|むり|ムリ|アカン|あかん|同じ(?!こと|の|よう)|一緒(?!に|の)|いっしょ(?!に|の)|おなじ(?!こと)|おんなじ|変わら|変わんな
    |変わんね|居座|出たまま|かわら|直ら|なおら|治ら|消え${nai}|通(?:ら|り(?!ま(?:した|す))|って${nai})|認証(?:が
    |は)?(?:され|でき|通)(?:て)?${nai}|でき${nai}|でけ${nai}|出来${nai}|効果|意味${nai}|出(?:る|ます|て(?:い|る|く|き|ま))
    |表示(?:され(?:る|ます|て|続)|が(?:出|消))|アクティブに(?:なら|なり)|うまくいか|失敗|エラー|つながら|繋がら)`;
/** A computer, as people call it. */
export const device = part`
  (?:pc|パソコン|ぱそ|ノーパソ|ノート(?:ブック)?|デスクトップ|ラップトップ|コンピューター?|端末|マシン|機械
    |タブレット|モバイル|機(?!能|会|種変)|デバイス|windows|ウィンドウズ|win|レッツノート|サーフェス|surface
    |thinkpad|シンクパッド|dynabook|ダイナブック|vaio|macbook|dell|hp|lenovo|富士通|laptop|computer|notebook
    |desktop|machine|workstation|device|tablet)`;
/** The end of a Japanese sentence that says what a thing is. */
export const copula = part`
  (?:です(?!く)|でした|っす|だ(?!け(?!ど|れ)|[とが]っ)|や(?:で|ねん|けど|ろ|$)|で(?=した|$)|な(?:ん|の)
    |ん(?=です|だ|やけど)|や$|よ$|$)`;
/** Somebody one knows, from whom a PC may have come. */
export const person = part`
  (?:友達|ともだち|友人|ダチ|知人|知り合い|先輩|後輩|同僚|上司|近所の人|隣の人|隣人|親戚|身内|両親|親父|おやじ
    |親|お?父(?:さん)?|お?母(?:さん|ちゃん)?|お袋|おふくろ|パパ|ママ|兄貴|姉貴|お?兄(?:さん|ちゃん)?
    |お?姉(?:さん|ちゃん)?|弟|妹|兄弟|姉妹|祖父|祖母|(?:お?[じば]い|お?じ|お?ば|お?ばあ)(?:さん|ちゃん)|叔父
    |叔母|伯父|伯母|おじ|おば|いとこ|従兄弟?|従姉妹?|甥(?:っ子)?|姪(?:っ子)?|義(?:父|母|兄|弟|理)|舅|姑|彼氏|彼女|元カ[レノ]|旦那
    |主人|夫|妻|嫁|奥さん|息子|娘|孫|ルームメイト|大家|先生|他人|知らない人|個人|人)(?:さん|ちゃん|くん|君|の人
    |の方)?`;
/** The same in English. */
export const personEn = part`
  (?:friends?|buddy|mates?|guy|dude|lady|colleagues?|cowork\w+|co-workers?|neighbou?rs?|brothers?|sisters?
    |siblings?|dads?|fathers?|moms?|mums?|mothers?|parents?|uncles?|aunts?|cousins?|nephews?|nieces?|relatives?
    |grandpas?|grandmas?|grandfathers?|grandmothers?|grandparents?|boyfriends?|girlfriends?|exs?|husbands?
    |wifes?|wives|partners?|sons?|daughters?|in-laws?|roommates?|flatmates?|landlords?|strangers?|someone
    |somebody|individual|person|private (?:seller|party|person))`;
/** The same, or a word that stands for it. */
export const thing = part`(?:${device}|もの|物(?![理置])|やつ|ヤツ|奴|備品|資産|所有|持ち物|支給品|貸与品|貸出品|管理)`;
/** An employer or a school. */
export const org = part`
  (?:会社|かいしゃ|カイシャ|職場|勤務先|勤め先|つとめ先|仕事先|職員|弊社|当社|自社|我が社|わが社|うちの社|本社
    |支社|支店|営業所|事業所|事務所|オフィス|役所|役場|市役所|区役所|県庁|官公庁|自治体|病院|クリニック|施設
    |工場|学校|大学院?|高校|中学校?|小学校|専門学校|高専|塾|幼稚園|保育園|研究室|研究所|ラボ|ゼミ|教育委員会
    |図書館|法人|企業|雇用主|雇い主|派遣先|派遣元|派遣会社|出向先|バイト先|パート先|客先|取引先|クライアント
    |常駐先|組織|部署|情シス|情報システム部?門?|システム部|it部門?|総務部?|人事部?|管理部|上司|上長|ボス|課長
    |部長|店長|社長|院長|校長|会社側|親会社|団体|組合|協会|財団|npo)`;
/** The same in English. */
export const orgEn = part`
  (?:company|work|works|office|corporate|business|employer|employers|enterprise|school|schools|university
    |college|uni|campus|district|government|gov|agency|hospital|organi[sz]ation|firm|workplace|job|department
    |lab|boss|manager|hospital|charity|club|church|ngo|nonprofit|hr|human resources
    |it (?:department|dept|team|desk|staff|support|admins?|guys?|people)
    |(?<=\b(?:our|my|the|by) )it)`;
/** A shop or a maker that sells new computers. */
export const shop = part`
  (?:pcデポ|デポ|ユニットコム|ツートップ|ドンキ|ニトリ|necダイレクト|富士通直販|ワンズ|ark|アーク|家電量販店
    |量販店|電器屋|電気屋|電機屋|家電屋|家電店|パソコンショップ|pcショップ|btoショップ|bto|ヨドバシ|ビックカメラ
    |ビックロ|ヤマダ電?機?|ヤマダデンキ|ケーズ|エディオン|ジョーシン|コジマ|ノジマ|ベスト電器|ドスパラ
    |パソコン工房|ツクモ|tsukumo|アプライド|マウスコンピューター|フロンティア|サイコム|アマゾン|amazon|アマプラ
    |楽天|ヤフーショッピング|yahooショッピング|ジャパネット|コストコ|イオン|通販|ネット通販|ネットショップ
    |オンラインストア|オンラインショップ|直販|公式(?:サイト|ストア|ショップ)?|メーカー|生協|coop|アキバ|秋葉原
    |量販|お?店(?:頭|舗)?|ストア|マイクロソフトストア|レノボ|富士通(?:の)?web ?mart|web ?mart|microsoft store
    |best ?buy|costco|walmart|target|newegg|micro ?center|currys|staples|dell|hp|lenovo|asus|acer)`;
/** A place where used things change hands. */
export const market = part`
  (?:メルカリ|ラクマ|ヤフオク|オークション|オクで|フリマ|フリーマーケット|ジモティー|ハードオフ|ブックオフ
    |セカスト|セカンドストリート|トレファク|じゃんぱら|イオシス|パソコン市場|リサイクルショップ|リサイクル店
    |質屋|ebay|イーベイ|liquidation|estate sale|surplus sale|craigs ?list|(?:facebook|fb) marketplace
    |marketplace|offer ?up|gumtree|swappa|back ?market|goodwill|thrift|pawn ?shop|flea market|garage sale
    |yard sale|auction|kijiji|vinted)`;
/** Used, as goods are. */
export const secondhand = part`
  (?:中古|ちゅうこ|ユーズド|セカンドハンド|お?下がり|おさがり|お古(?![いくか])|おふる|リース(?:落ち|アップ
    |上がり|流れ|切れ|返却|満了|品|終了)|払い下げ|払下げ|整備済|リファービッシュ|リファビッシュ|再生(?:pc|品
    |パソコン)|ジャンク|もらい物|貰い物|もらいもの|頂き物|譲渡品|形見|second[ -]?hand|pre-?owned
    |refurb(?:ished)?|hand[ -]?me[ -]?down|off-?lease|ex-?lease|ex-?corporate|previously owned|previous owner
    |former owner|original owner|renewed)`;
/** A key or a licence, as goods. */
export const keyWord = part`
  (?:プロダクト ?キー|プロダクトコード|ライセンス ?キー|シリアル(?:キー|番号|ナンバー)?|認証キー|windowsキー
    |osのキー|キ[ー](?!ボ)|product ?key|licen[sc]e key|activation key|\bkeys?\b|\bserial\b)`;
/** A part of a computer that can be exchanged. */
export const component = part`
  (?:マザーボード|マザボ|まざーぼーど|メインボード|ロジックボード|システムボード|基板|基盤|m/b|ssd|hdd
    |ハードディスク|ハードドライブ|ストレージ|ディスク|ドライブ(?!レコ)|m\.2|nvme|メモリー?|\bram\b|グラボ
    |グラフィックボード|グラフィックカード|グラカ|ビデオカード|gpu|rtx|cpu|プロセッサー?|電源ユニット|電源
    |クーラー|ファン(?!タ|ク)|マザー(?!ズ)|パーツ|部品|ハードウェア|ハード(?!オフ(?!い)|ル)|無線カード
    |wi-?fiカード|lanカード|ネットワークカード|サウンドカード|光学ドライブ|バッテリー|キーボード|motherboard
    |mainboard|mobo|logic board|system board|hard (?:drive|disk)|memory|graphics card|video card|power supply
    |psu|processor|network card|drive|hardware|components?|parts?|storage|boot drive)`;
