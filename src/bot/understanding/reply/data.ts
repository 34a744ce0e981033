import { nai } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

const backup = '(?:バックアップ(?:は|なら|も)?)?';
const named = '(?:バックアップ(?:は|なら|も))';

/** Replies to "is there a backup? does the drive click or freeze?". */
export const data: readonly Rule[] = [
  [
    reply`
      ${backup}(?:外付け|usb|クラウド)?(?:メモリー?)?(?:に|へ)?(?:コピー|バックアップ|保存)?(?:中|して(?:い?る|い?ます)(?:ところ|最中))
      |(?:still |currently )?(?:copying|backing up)(?: it| them| everything)?(?: to .{1,14})?`,
    { data: 'risk' },
  ],
  [
    reply`
      (?:大事|大切|重要)な(?:もの|データ|ファイル)(?:は|も)?(?:特に)?(?:ない|ありません)
      |(?:特に)?(?:大事|大切|重要)な(?:もの|データ)(?:は|も)?ない|消えてもいい|いらない|いりません|必要ない|不要|nothing important
      |no important (?:data|files)|i dont care`,
    { data: 'none' },
  ],
  [
    reply`
      ${backup}(?:一部|半分|途中|少し|ちょっと|大体|だいたい|ほとんど|写真|データ|ファイル|書類)(?:だけ|しか
        |まで|は|くらい|ぐらい|程度)+(?:取った|取りました|取(?:っ|れ)て(?:る|ある|あります|${nai})|ある
        |あります)?
      |(?:でも)?${backup}(?:でも|ただ)?(?:ちょっと|少し|かなり|だいぶ|もう)?古い(?:もの|の|やつ|分)?(?:なら|だけ|しか|が)?(?:ある|あります)?
      |(?:でも)?(?:ちょっと|少し|すごく|とても|かなり|だいぶ)?(?:心配|不安)|まだ(?:取って${nai}|途中)?
      |${backup}(?:取っ|とっ|し|でき|やっ)て${nai}|${backup}(?:ない|無い|なし|無し|ありません)
      |not (?:yet|really|all of it)|none|only (?:some|part|half)(?: of it)?|some(?: of it)?|partial(?:ly)?
      |(?:its |very |quite |too |an |a )*(?:old|outdated)(?: one)?|part of it|half|i dont|dont have one|havent|i (?:never|havent|didnt|dont) (?:made?|did|do|taken?|took|have|had|got)(?: one| any| it| that)?(?: yet)?|i havent|worried|im worried|no backup`,
    { data: 'risk' },
  ],
  [
    reply`
      ${backup}(?:全部|ちゃんと)?(?:ある|あり|取って(?:ある|る|い(?:る|ます)|あります)|とって(?:ある|る|い(?:る
        |ます)|あります|ます)|取ってます|取った|取りました|とった|して(?:ある|る|い(?:る|ます)|あります)|した
        |できて(?:る|い(?:る|ます))|済み?|完了|ばっちり|全部)
      |${named}(?:ok|大丈夫)
      |(?:外付け|usb|クラウド|nas)(?:hdd|ssd|メモリー?|ドライブ)?に(?:全部)?
      |i do|i have(?: one| it)?|have one|done|its done|all of it|everything`,
    { data: 'backed-up' },
  ],
  [
    reply`
      (?:調子(?:が)?(?:悪い|わるい)|不調|固ま(?:る|り)|壊れ(?:た|てる|そう)|slow|broken|failing|both)`,
    { drive: 'failing' },
  ],
  [reply`(?:変な)?音(?:が)?(?:する|して(?:る|いる)|鳴る|なる)|noisy|noise`, { drive: 'noisy' }],
];
