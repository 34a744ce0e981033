import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';
import { nai } from './words.ts';

const working = ['list', 'step', 'stuck', 'check', 'advice', 'putback', 'rescue'] as const;

/** A step that cannot be done as it is written. */
export const trouble: readonly Phrase[] = [
  {
    intent: 'not-solved',
    at: working,
    whole: re`
      ^(?:エラー(?:が|に)?(?:出る|出ます|出た|出ました|なる|なります|なった|なりました)?|(?:it )?(?:gives |shows |i get )?(?:an )?error)$`,
  },
  {
    intent: 'stuck',
    at: working,
    clause: re`
      (?:メニュー|ボタン|項目|画面|設定|それ|これ|タブ|リンク)(?:は|って|が)?どこ
      |(?:(?:^|[の、])ー|項目|ボタン|メニュー|画面|アイコン|選択肢|欄|リンク|タブ|設定|表示|番号|そんな(?:もの|の)?|そういう(?:もの
        |の)?|その(?:.{1,8})|それ|これ|どこ(?:に)?|該当(?:する)?(?:.{0,4})?)(?:が|は|も|なんて|を
        |って)?(?:どこ(?:に)?(?:も)?)?(?:見つ(?:から|け)(?:ら|られ)?(?:${nai})?(?<=ない|ません|ん|ず|なくて
        |へん)|見当た(?:ら|り)|(?:ない|無い|ありませ|あらへん)(?!よう)|出て(?:こ|来|き)(?:な|ませ)|出(?:な|ませ)
        |表示され(?:な|ませ)|見え(?:な|ませ)|開(?:か|け|き)(?:${nai}))
      |(?:押|選|開|進|見つけ|入力|クリック|たどり着|操作|ログイン|起動|変更|実行|設定|コピー)(?:せ|べ|け|め|か|でき|ら
        |け)(?:られ)?${nai}
      |(?:グレー(?:アウト)?|灰色|薄く|うすく)(?:.{0,6})?(?:なって|に|し|て|押|で|$)|見当た(?:ら|り)${nai}
      |見つか(?:ら|り)${nai}|見つけられ${nai}
      |(?:つまず|つまづ|詰ま(?:っ|り)|行き詰ま|止ま(?:っ|り))(?:い|って|て|ま)|(?:先に|次に)進(?:め|ま)${nai}
      |(?:違う|別の|ちがう)(?:画面|表示|もの)(?:が|に)|(?:画面|表示|メニュー|手順|説明)(?:が|と)(?:違|ちが|異な)
      |無反応|反応(?:が)?(?:し${nai}|${nai})|やり方が(?:わ|分)|(?:この)?手順(?:が|は)?(?:でき|無理|難)`,
    unless: re`
      わから|分から|起動しない(?:こと|時|とき)|バックアップ|電源|vpn|サーバー|キーが|プロダクトキー
      |ライセンスキー|認証|同じ|透かし|ネット|wi-?fi|(?:エラー|メッセージ).{0,3}(?:出|表示)
      |表示(?:が|は)?(?:消|出|あり)|出品者|データ|変わら`,
  },
  {
    intent: 'stuck',
    at: ['list', 'step', 'stuck'],
    clause: re`
      (?:[1-9](?:番目?|つ目|個目)|手順 ?[1-9]|^[1-9](?=[がは]))(?:の.{0,6})?(?:が|は)?(?:どうしても|うまく)?(?:でき|出来|やれ|進め)(?:て)?${nai}
      |(?:止め|とめ|切り|戻し|入れ|開き|取り|コピーの?し|つなぎ|繋ぎ|押し|変え|替え|外し|再開の?し|停止の?し|無効の?し)(?:かた|方)(?:を|は
        |って|が)?(?:教え|知り|何|どう|$)
      |(?:どうやって|どうやったら|どうすれば)(?:.{0,6})?コピー|コピー(?:の?(?:仕方|しかた|やり方|方法)|って?(?:は)?どう)
      |\bhow (?:do|can|should|would) i (?:\w+ )?(?:pause|stop|turn|switch|disable|connect|change|restart|back ?up|copy)\b`,
  },
  {
    intent: 'stuck',
    at: working,
    whole: re`
      ^(?:できない|できません|出来ない|出来ません|できなかった|できませんでした|できへん|でけへん|やれない
        |進めない|進めません|進まない|開けない|開かない|押せない|ない|ありません|見つからない|見つかりません
        |見当たらない|どこ|どこにある|どこですか|どこにありますか|詰んだ|無理|stuck|im stuck|i cant|cant
        |i cannot|cannot|cant do (?:it|that|this)|i cant do (?:it|that|this)|unable|not possible|where
        |where is it|no such (?:option|button|menu|thing|item)|its missing|impossible)$`,
  },
  {
    intent: 'stuck',
    at: working,
    clause: re`
      \b(?:gr[ea]yed out|grayed|greyed)\b
      |\b(?:cant|cannot|couldnt|unable to|not able to|didnt|wont let me|doesnt let me|not allowed to) (?:even |seem to |really )?(?:find
        |see|open|click|do (?:this|that|it|step)|get (?:to|past|there)|press|select|locate|access|enter|type
        |change|proceed|go further)\b
      |\b(?:isnt|is not|not|arent|wasnt) (?:there|here|available|visible|showing|listed|present|on my)\b
      |\bno such (?:option|button|menu|item|thing|page|setting)\b
      |\b(?:there(?:s| is)|i have|i see|see|got) no (?:such |\w+ )?(?:option|button|menu|item|entry|setting|link
        |page|icon|tab)\b
      |\b(?:dont|do not|doesnt|cant) (?:see|have|find|show|exist)\b(?: \w+){0,3} ?(?:that|it|this|the|any|option
        |button|menu|one|exist)?
      |\b(?:option|button|menu|page|link|icon|setting|screen|tab)(?: \w+)? (?:is |isnt |are )?(?:missing|gone
        |different|not|doesnt|isnt|greyed|disabled)\b
      |\b(?:im|i am|got|get|getting) stuck\b|\bstuck (?:on|at|here|with)\b|\bwont (?:open|let me|start|load)\b
      |\blooks different\b|\bhow (?:do|can|am) i (?:\w+ )?(?:do|get|open|find|go) (?:that|this|it|there|to it)\b
      |\bnothing (?:happens|opens|appears)\b
      |\bwhere (?:is|do i find|can i find) (?:it|that|the (?:button|option|menu))\b`,
    unless: re`
      \b(?:backup|back up|usb|external|key|vpn|server|internet|online|wi-?fi|boot|clue|idea|reach|remember|know)\b
      |\bhave (?:a|an|the) (?:backup|key|vpn)`,
  },
];
