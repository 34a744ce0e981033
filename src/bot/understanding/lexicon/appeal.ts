import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';

/** What people ask for that this bot hands on or refuses: a person, or a way around activation. */
export const appeal: readonly Phrase[] = [
  {
    intent: 'bypass',
    clause: re`
      割れ(?:を|で)?(?:使|認証|入れ|したい)|割れ(?:キー|ツール|版|ソフト|物|os|windows|てる)|割れキー
      |クラック(?:ツール|版|し|方法|キー|$|の|を|使)
      |kms ?(?:pico|ピコ|auto|オート|ツール|アクティベーター?|_?vl|tools?|activat\w+|エミュ)|kmsぴこ
      |マス?グレイブ|massgrave|\bmas (?:script|スクリプト)|アクティベーター|アクチベーター
      |(?:認証|アクティベーション|ライセンス(?:認証)?)(?:を|の|は)?(?:回避|すり抜け|迂回|突破|ごまかし|ごまかす
        |バイパス|かいくぐ|無効化し|不正に|偽装)
      |(?:ただ|タダ|無料|無償|フリー|(?<!\d)0円|金(?:を)?(?:かけず|払わ))(?:で)?(?:.{0,6})?(?:認証(?:する|でき
        |通|し|させ|の)|アクティベート|ライセンス認証|windowsを?使|使い続|キー(?:を|が|って|ない|は|欲|ほ|もら
        |くれ|教|あ|配)|ライセンス(?:キー)?(?:を|が|もら|くれ|欲|ほ))
      |(?:ただ|タダ|無料|無償)で(?:手に入|入手|ゲット|もらえ|ダウンロード|認証|使い続)
      |(?:お?金|料金)(?:を)?(?:払わ|かけ)(?:ず|ない).{0,6}(?:認証|使|ライセンス)
      |(?:買わ|払わ)(?:ず|ない).{0,8}(?:使|認証).{0,8}(?:方法|やり方|手段|ない)
      |(?:裏技|裏ワザ|裏わざ|抜け道|裏道|抜け穴|ズル)
      |(?:プロダクトキー|ライセンスキー|キ[ー])(?:を|って)?(?:(?:誰か)?(?:くれ(?!た|ま)|ください|ちょうだい|頂戴
        |恵んで|譲って(?:くれ|くだ)|貸して|配って)|の?(?:ジェネ|生成))
      |キージェネ|有効なキー(?:を)?(?:教えて|くだ|くれ)
      |透かし(?:だけ)?(?:を)?(?:消す|隠す|非表示)(?:.{0,4})?(?:方法|ツール|裏|コマンド|レジストリ|だけで)
      |(?:認証|ライセンス)(?:せず|しない|なし|買わ)(?:に|で|ず|ない)?(?:.{0,6})?(?:使い続け|ずっと使|透かし)
      |不正(?:認証|アクティベ)|rearm|リアーム`,
    unless: re`
      (?:前の(?:持ち主|所有者)|出品者|売主|友達|友人|知り合い|業者|店)(?:が|に|は)|使われ
      |入って(?:い)?(?:た|る)|インストールされて
      |(?:割れ|クラック|不正)(?:品|版|コピー|もの)?(?:って|なの|ですか|だった|かも|かな|なんで|でしょ|じゃ)`,
  },
  {
    intent: 'bypass',
    clause: re`
      \b(?:crack(?:s|ed|ing)?|keygen|key generator|activator|kms ?pico|kms(?:auto| auto| tools?| activator\w*)
        |massgrave|mas script|rearm|loader|pirated? keys?)\b
      |\b(?:bypass|circumvent|get (?:around|past|round)|work(?:ing)? around|trick|skip|avoid|disable|defeat|fake
        |hack)(?:ing)? (?:the |windows |this |microsofts? )*(?:activation|licen[sc](?:e|ing)|drm)\b
      |\bfree (?:\w+ )?(?:key|keys|activation|licen[sc]e|product key|windows key|serial)\b
      |\b(?:activate|use|get|have) (?:\w+ ){0,4}(?:for free|without (?:paying|buying|a (?:key|licen[sc]e))
        |illegally)\b
      |\b(?:give|send|tell|share|got|find) (?:me )?(?:a |an |any |some )?(?:working |valid |free )*(?:product |activation |licen[sc]e |windows )?keys?\b(?! i)
      |\bgeneric key\b|\b(?:hide|remove|get rid of) (?:the )?watermark (?:without|permanently|with)\b`,
    unless: re`
      \b(?:is|was|are) (?:it|this|that|my (?:pc|copy|windows)|mine) (?:a )?(?:cracked|pirated|fake)|\bseller\b
      |\bprevious owner\b|\bused a crack\b|\b(?:might|may) be\b`,
  },
  {
    intent: 'human',
    whole: re`
      ^(?:人(?:は|って)?(?:い(?:る|ます|ない|ません))|人|人間|有人|オペレーター|担当者|担当|電話|窓口|サポート|スタッフ|問い合わせ|担当者に相談|人に代わって
        |電話したい|電話で話したい|相談したい|問い合わせたい|人と|人に|operator|agent|human|person
        |representative|rep|support|a human|real person|a person|customer (?:service|support)|live (?:chat|agent
        |person))(?:に|と|を|へ)?(?:つないで|繋いで|お願い(?:します)?|呼んで|出して|代わって|相談|請います|plz
        |please)?(?:ください)?$`,
    clause: re`
      (?:人|人間|担当(?:者|の人|の方)?|オペレーター|スタッフ|係(?:の人|員)?|専門(?:家|の人|スタッフ)|詳しい人
        |中の人|サポート(?:の人|の方|窓口|センター|デスク)?|窓口|ヘルプデスク|情シス|情報システム部?|it(?:部門
        |担当|管理者|の人)|管理者|システム管理者|マイクロソフト|microsoft|メーカー|誰か|だれか|生身の人間?
        |実際の人|ほかの人|他の人|お客様センター|コールセンター)(?:さん)?(?:に|と|へ|を|から|の|で)?(?:直接
        |電話で|電話|チャットで|すぐに?|今すぐ)?(?:話(?:し|せ|さ|を|がし|したい|せる)|しゃべ|喋|聞(?:け|きたい
        |いて(?:ほし|もら)|く(?:こと|方法|に))|相談(?:し(?:たい|て(?:も)?(?:いい|もらえ|くれ|ください))|でき
        |させ|に乗|を?お願|する(?:$|に|方法|には)|$)|連絡(?:し(?:たい|て(?:ほし|もら|くれ|くだ))|先|を?取(?:り
        |れ)|でき|する(?:に|方法|$))|つない|つなぐ|つなげ|繋い|繋ぐ|繋げ|代わ|替わ|かわって|変わって(?:くだ|ほし
        |もら)|呼|お願い|頼み|対応(?:し|を?お願|$)|問い合わせ(?:たい|でき|る(?:に|$))|電話(?:し(?:たい|て(?:ほし
        |もら))|でき|番号|をかけ|$)|取り次|転送|エスカレ|見て(?:もら|ほし)|教えて(?:もら|ほし)|聞い(?:た
        |て)(?:ほう|方)が|出して|回して|回すこと|頼(?:み|め)|はい(?:ない|ませ)|い(?:ない|ませ)(?:の|ん|か))
      |(?:人|人間|担当(?:者|の人)?|責任者|上司|社員|オペレーター)(?:を)?(?:出せ|だせ|呼べ|よべ)|電話(?:を)?(?:させ|かけさせ)(?:ろ|て)
      |業者(?:さん)?(?:を|で)?(?:お願いし?|呼んで|手配して)(?:ます|たい|ください|ほしい|$)
      |業者(?:さん)?に(?:頼(?:む|み|める|め)|お願い|依頼(?:し(?:たい|ます)|する))
      |(?:電話|通話)(?:で|して|を)(?:.{0,8})?(?:話|聞|相談|問い合わ|サポート|対応|お願|教え|たい|ください|できる
        |できま|ほし)
      |(?:電話|有人|チャット)(?:の|での?)?サポート|サポート(?:の)?(?:電話|窓口)
      |(?:コールセンター|サポート|窓口|ヘルプデスク|問い合わせ先?)(?:の)?(?:番号|電話|連絡先)
      |直接(?:話|聞|相談|電話|問い合わ)(?:し|せ|き|い|わ)?(?:たい|でき|せま|せる|ください|て)
      |有人(?:の)?(?:対応|サポート|チャット|で|に)|人(?:の|による)(?:対応|サポート)
      |ボット(?:じゃ|では)(?:.{0,8})?(?:人|だめ|無理|なく|らち)|機械(?:じゃ|では)なく|ロボット(?:じゃ|では)`,
    unless: re`
      電話認証|(?:って|と)(?:いう(?:画面|表示|メッセージ|警告)|出(?:て|る|ま|た)|表示|書い(?:て|た))|(?:電話|連絡)し(?:ちゃ|てしま)|聞いて(?:み|き|お)|聞い(?:た(?!ほう|方)|てた)|聞かれ
      |(?:連絡|相談|電話|問い合わせ)し(?:た(?!い)|て(?:み|お|あ|い(?:る|ま))|まし|ている)|相談済|返事|連絡待ち
      |(?:情シス|管理者)(?:さん|の人)?(?:は|が)?(?:い|おり)(?:な|ませ)|言われ|つながりませ|繋がらない|前の|出品者|(?:管理者|microsoft ?サポート)に連絡してください`,
  },
  {
    intent: 'human',
    whole: re`
      ^(?:連絡文|相談文|問い合わせ文|依頼文|文面)(?:だけ|のみ)?(?:を|の|が)?(?:作る|作り(?:ます|たい)|作成(?:する|したい)?|お願い(?:します)?|ほしい|欲しい)?$
      |^(?:サポート|マイクロソフト|microsoft|メーカー|情シス|it(?:部門|担当)?|管理者|担当者|窓口|ヘルプデスク|専門家|詳しい人)(?:さん|の人)?に(?:聞く|きく|相談(?:する)?|頼む|任せる|まかせる|問い合わせる|つなぐ)$
      |^ひとに(?:かわって|代わって|つないで|きく|聞く|相談(?:する|したい)?)(?:ください|ほしい)?$`,
    clause: re`
      (?:連絡文|問い合わせ(?:文|の文|メール)|依頼文|相談文|文面|文章|メール|連絡)(?:を|も)?(?:作っ|作成し|書い|つくっ
        |用意し|考え)て(?:$|ほし|くだ|くれ(?!た|ま)|もら(?:え|い)|ちょうだい|お)
      |(?:連絡文|問い合わせ文|依頼文|相談文|文面)(?:を|の(?:作成|用意)を?)?(?:お願い|おねがい|頼み|頼む|ください|下さい|ちょうだい|ほしい|欲しい)
      |(?:送る|連絡する|伝える|渡す|見せる|出す|問い合わせる|相談する)(?:ための)?(?:メッセージ|文章?|文面|メール)(?:だけ|のみ)?(?:で(?:いい|も)|を|が|も)*(?:作(?!りました|った)|つくっ|書(?!きました|いた)|ください|下さい|ほし|欲し|くれ|ちょうだい|頂戴|お願い|おねがい|教え|用意|考え)
      |^(?:連絡の?|その)?(?:メッセージ|文章|文面|メール)(?:だけ|のみ)(?:で|を|が)?(?:いい(?:から)?|ください|下さい|ほし|欲し|くれ|ちょうだい|お願い)
      |\b(?:give|get|send|show|want|need|just|only) (?:me )?(?:a|the|that|some) (?:\w+ )?(?:message|e?-?mail|letter|text) (?:to send|(?:i can |to )?(?:send|forward|give) to|for) (?:\w+ )?(?:it|support|microsoft|admin\w*|help ?desk|seller|boss|school|company)\b
      |\b(?:write|compose|draft|make|prepare) (?:me )?(?:the|a|an|that|my) (?:\w+ )?(?:message|e?-?mail|letter)\b
      |\bwrite (?:it|one|that) for me\b`,
    unless: re`\b(?:i|ill|they|he|she) (?:write|wrote|sent)\b`,
  },
  {
    intent: 'human',
    clause: re`
      \b(?:talk|speak|chat|connect me|put me through|transfer(?: me)?|pass me|hand me|escalate|get me|connect
        |call|contact|refer me|send me|reach|phone)\b(?: \w+){0,4} (?:\w+ )?(?:human|person|agent|operator
        |representative|rep|someone|somebody|support|staff|technician|it|it (?:admin|department|desk|support
        |team|guy)|admin|administrator|help ?desk|microsoft|people|expert|specialist|advisor|manager|you)\b
      |\b(?:real|actual|live|human) (?:person|human|agent|operator|being|support|help|chat)\b|\ba human\b
      |\b(?:is there|can|could|may)\b(?: \w+){0,5} (?:human|someone|somebody|person|operator|agent)\b
      |\b(?:want|need|prefer|would like|like) (?:to (?:talk|speak|call) )?(?:\w+ )?(?:a |an |with )?(?:human
        |person|agent|operator|representative|technician)\b
      |\bcustomer (?:service|support|care)\b|\bphone (?:number|support)\b|\btechnician\b(?! (?:\w+ )?(?:swapped|replaced|changed|came|fixed|said|told|installed|repaired|did|has|was)\b)|\bhelp ?desk\b
      |\bcall (?:me|someone|you)\b`,
    unless: re`
      \b(?:called|contacted|spoke|talked|asked|emailed) 
      |\b(?:seller|vpn|network|wi-?fi|internet|server|laptop|office)\b
      |\bcontact your (?:organi[sz]ation|system admin)
      |\b(?:continues?|persists?)(?: \w+){0,2} contact\b
      |\b(?:cant|cannot|couldnt) (?:connect|reach)\b|\bit says\b|\bcall me at\b|\bconnect to\b|\bconnect it\b`,
  },
];
