import { component, nai } from '../lexicon/words.ts';
import { reply, replyUnless } from '../pattern.ts';
import type { Rule } from '../rule.ts';

const nothing =
  '(?:特に|とくに|別に|べつに|まだ)?(?:何も|なにも|なんも|どこも|全然|全く|一切|どっちも|どちらも|両方とも|何一つ)';
const did = '(?:し|やった|やりました|た|ました|済み?|のみ|だけ)*';

/** Replies to "did you exchange a part, or reinstall Windows?". */
export const hardware: readonly Rule[] = [
  [
    replyUnless('けど')`
      (?:windows|os)?(?:を|の)?(?:再インスト(?:ール)?|入れ(?:直|なお)|初期化|リカバリー?
        |クリーンインスト(?:ール)?)(?:を)?${did}`,
    { hardware: 'unchanged', recent: 'reinstall' },
  ],
  [
    reply`
      (?:i )?(?:only )?(?:reinstalled(?: windows| it)?|did a (?:clean|fresh) install|clean install(?:ed)?
        |factory reset|fresh install|wiped it)`,
    { hardware: 'unchanged', recent: 'reinstall' },
  ],
  [
    reply`
      ${nothing}(?:は|も)?(?:(?:し|やっ|変え|替え|換え|触っ|さわっ|いじっ|交換し|変更し)て?${nai})?(?:いない)?
      |(?:特に|とくに|別に)?(?:なし|無し|ない|ありませ|ありません|そのまま|元のまま|同じ|変わらず|とくに|特に)
      |ノータッチ|(?:し|やっ|変え|替え|換え|触っ|さわっ|いじっ|交換し|変更し)て${nai}
      |(?:心当たり|覚え)(?:は|が|も)?(?:ない|なし|ありませ|ありません)
      |(?:no )?(?:nothing(?: at all| changed| new| like that)?|none|no changes|same(?: as (?:always|before|ever)
        | parts| hardware)?|unchanged|(?:its )?all (?:original|stock|the same)|never|i havent|i didnt|havent
        |neither|not that i (?:know|remember)(?: of)?)`,
    { hardware: 'unchanged' },
  ],
  [
    reply`
      ${component}(?:と${component})?(?:だけ|のみ|を|も|の|が|は)*(?:新しく|交換|換装|増設|(?:取り?|入れ|付け|載せ|買い)?[替換変]え|増や
        |足|追加|新調|壊れ)?(?:て)?${did}
      |${component}(?:を|が)?(?:.{1,8}から)?\d+(?:gb?|tb?|ギガ|テラ)?(?:に|へ)(?:し|なり|増やし|変え|替え|換え|増設(?:し)?|交換(?:し)?)?${did}
      |(?:部品(?:を|の)?)?(?:交換|換装|変更|増設|修理)(?:済み?|あり|し(?:た|ました)|は?した)
      |(?:替え|換え|変え|かえ|増やし|足し)(?:た|ました)
      |(?:the |a |my |new |only |replaced |swapped |changed |upgraded |added |and )*${component}(?: and (?:the |my )?${component})?`,
    { hardware: 'changed' },
  ],
];
