import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { component, nai, person } from './words.ts';

const changed = { hardware: 'changed' } as const;
const unchanged = { hardware: 'unchanged' } as const;
const swap =
  '(?:交換|換装|取り?[替換]え|[替換変]わ|替え|換え|変え|変更|かえ|入れ[替換]え|差し?[替換変]え|挿し?[替換変]え|付け[替換]え|つけかえ|載せ[替換か]え|乗せ[替換か]え|のせかえ|移植|移(?:し|動|設)|移行|増設|増や|ふや|追加|足し|積み|増し|新調|新しく|アップグレード|アプグレ|グレードアップ|買い?替え|買い換え|クローン|引っ越し|修理)';
const touch =
  '(?:交換|換装|取り?[替換]え|替え|換え|変え|変更|かえ|入れ[替換]え|増設|増やし|追加|足し|いじ(?:っ|ら)|触っ|さわっ|触れ|開け(?:た|て)?|分解|改造|換え|付け[替足]|手を?(?:加え|入れ|付け|つけ)|弄)';

/** Whether a part of the PC was exchanged. */
export const hardware: Lexicon = {
  questions: ['hardware', 'part'],
  deed: true,
  hearsay: true,
  tells: [
    [
      re`
        (?:[替換変]え|交換し|増設し|足し)(?:た|まし)た?のは.{0,2}(?:別|他|ほか|前|もう一台|${person})の
        |変更されたこと|reported that|設定|パスワード|アカウント|\bsettings?\b|\bpassword
        |(?:usb|マウス|モニター?|ディスプレイ|プリンター?|液晶|\bmouse\b|\bmonitor\b|\bprinter\b)(?:を
          |は)?(?:.{0,4})${swap}`,
      {},
    ],
    [
      re`
        (?:${component}|構成|中身|本体|何|なに|どこ|一切|いっさい|全く|まったく|特に|とくに|別に|何一つ|なんも
          |何ひとつ|まだ|一度|1度|それ以外)(?:の)?(?:${swap})?(?:を|は|も|が|には|とか
          |など)?(?:.{0,6})?${touch}(?:を|は|も)?(?:た|し|て|ら|し?たり)?(?:は|も)?(?:し|いま?せ|こと(?:は|が
          |も)?)?(?:て)?${nai}
        |${component}(?:の)?(?:${swap})?(?:は|も|など)?(?:一切|全く|して|し|一度も)?${nai}
        |(?:交換|換装|増設|改造|変更)(?:は|も|など)?(?:.{0,5})?(?:して|し|やって)${nai}
        |(?:ハード|構成|部品|パーツ)(?:は|の)?(?:変更|交換|変化)?(?:は|も)?(?:なし|無し|ありませ|無い|同じ
          |そのまま|元のまま)
        |(?:買った|購入(?:した)?|届いた)(?:とき|時|頃|当時|状態)?(?:の)?(?:ま[まん]|状態|構成)
        |${component}(?:は|も)(?:何も|全く|全然)?変わって${nai}
        |構成(?:は|が|も)?(?:ずっと)?(?:そのまま|同じ|変わ(?:ら|って${nai}))|そのままの(?:構成|状態)
        |(?:部品|パーツ)?交換(?:した)?(?:の)?(?:経験|履歴|覚え|記憶|歴)(?:は|も|が)?(?:なし|ない|無い|ありませ)
        |(?:純正|吊るし|吊し|ノーマル|出荷時|デフォ(?:ルト)?|標準)(?:の)?(?:ま[まん]|状態|構成)
        |(?:開け|分解し|いじっ|触っ)た(?:こと|事|覚え)(?:は|も|が|すら)?${nai}
        |^(?:特に|とくに|別に)?(?:何|なに)(?:も|一つ|にも)(?:.{0,3})(?:変え|替|換|いじ|触|交換)(?:.{0,4})${nai}
        |何も(?:し|やって)て?${nai}`,
      unchanged,
    ],
    [
      re`
        (?:^|\b(?:i|we|ive|weve|and|but) )(?:have |did )?(?:havent|hasnt|not|didnt|never
          |dont)\b(?: \w+){0,3} (?:changed?|replaced?|swap(?:ped)?|touch(?:ed)?|upgraded?|modif(?:y|ied)|opened?
          |messed)\b(?! (?:my |the )?(?:settings?|password|name|key))
        |\b(?:havent|hasnt|have not|didnt|did not|never|not|no)\b(?: \w+){0,3} (?:changed?|replaced?|swapped
          |touched|upgraded?|added|add|installed|install)\b(?: \w+){0,3} ${component}
        |${component}(?: \w+)? (?:hasnt|havent|has not|never|wasnt|werent|isnt|arent|was not
          |were not) (?:been )?(?:changed|replaced|swapped|touched|upgraded)
        |\bno (?:\w+ )?(?:parts?|components?|hardware)\b.{0,16}\b(?:replaced|changed|swapped|touched)
        |\bno (?:hardware|part|component|physical|new)(?: \w+)? ?(?:changes?|upgrades?|swaps?|parts
          |modifications?|hardware|replacements?)
        |\bno changes? (?:to|in) (?:the )?(?:hardware|parts?|components?)
        |\b(?:same|original|stock|factory|exact same) (?:exact |old )?(?:parts?|hardware|components?|config\w*
          |setup|motherboard)
        |\bhardware (?:is |has |hasnt )?(?:been )?(?:the same|same|unchanged|not changed|never)
        |\b(?:as|since) (?:i |the day i )?bought it\b.*\b(?:same|never)|\bexactly as (?:i bought|it came)
        |\bnothing (?:\w+ )?(?:changed|replaced|different) (?:in|inside|on|with) (?:the |my )?(?:hardware|pc|it
          |computer)
        |\beverything (?:inside |in it )?(?:is |was )?(?:still )?(?:original|stock|untouched|the same)
        |\bnothing (?:inside|in it|hardware)\b(?: \w+){0,2} (?:changed|replaced|different|touched|upgraded)
        |\bnothing(?: has| was| is)? (?:been )?(?:changed|replaced|different|touched|upgraded)(?: inside| in it
          | hardware)(?:-?wise)?\b`,
      unchanged,
    ],
    [
      re`
        ${component}(?:だけ|のみ|とか|など|も|を|が|は|の|に|から|へ|と|,|、|ごと|まるごと
          |丸ごと)*(?:.{0,16}?)${swap}(?:え|し|する前|や|り|っ|ん|い|で|を|が|は|、)*(?:し|に(?:し|なっ|なり)
          |やっ|さ(?:れ)?|済|て?もら|頂|いただ|っ)*(?:た|て|だ|まし|後|済|ばかり|から|です|り|も|のが|$)
        |${component}(?:だけ|を|に)?(?:別|他|ほか|違う|新し[いく])の?(?:pc|パソコン|本体|マシン|の|もの|やつ|型
          |物)?(?:に|へ|を|と)?(?:.{0,10})?(?:移|載|乗|挿|差|付|つけ|取り付|入れ|し(?:た|まし)|替|交換)
        |(?:pc|パソコン|マシン|本体).{0,8}(?:から|の)${component}(?:を|だけ)?(?:.{0,16})(?:移|載|乗|挿|差|付
          |つけ|抜|入れ|使っ|流用)
        |(?:修理|保証|メーカー|サポート).{0,20}${component}(?:.{0,10})(?:新品|交換|取り?替|換え|新し|修理)
        |${component}(?:が|を)?(?:壊れて|だめになって|故障して).{0,8}(?:交換|替え|換え|新し|修理)
        |${component}(?:を|は|だけ)?(?:.{0,4})?(?:新し[いく]|大きい|大容量|別)(?:の|もの|やつ)?(?:に|へ)(?:し|変
          |替|換|なり|なっ|入れ)
        |(?:新し[いく]|新品の|別の)${component}(?:を|に|へ)?(?:付|つけ|取り付|挿|差|入れ|載|乗|買|し(?:た|て
          |まし)|なった|なって|変|替|交換|換|使)
        |${component}(?:交換|換装|増設|載せ替え|取り替え|新調|移植|変更)(?:済|後|したて|しました|した|してから|$
          |、|です|と(?!言|い|思|か))
        |${component}(?:を|は)?(?:.{1,8}から)?\d+(?:gb?|tb?|ギガ|テラ)(?:に|へ)(?:し(?:た|まし)|なった|なりまし|増)
        |(?:パーツ|部品)(?:交換|変更)(?:した|しま|後|済)
        |(?:メモリー?|ssd|hdd)(?:を)?(?:.{0,8})(?:増設|追加|足|増や)`,
      changed,
    ],
    [
      re`
        \bput (?:a|an|the|my|in) (?:\w+ ){0,3}${component}
        |\b(?:replaced?|stuck|swapped|changed|upgraded|installed|added|put in|fitted|moved|cloned|transplanted
          |migrated|switched|transferred|exchanged|got|had|bought|mounted
          |plugged in)\b(?: \w+){0,5}? ${component}
        |\b(?:new|different|bigger|larger|another|replacement|second|extra|more) (?:\w+ ){0,2}?(?:motherboard
          |mainboard|mobo|logic board|ssd|hdd|hard (?:drive|disk)|nvme|gpu|graphics card|video card|cpu
          |processor|ram|memory|power supply|psu|parts?|hardware|components?|drive|hard-?drive)\b
        |${component} (?:swap|upgrade|replacement|change|(?:was|were|got|has been|is) (?:replaced|swapped
          |changed|upgraded|new|repaired))
        |\bupgraded (?:the |my )?(?:pc|computer|rig|hardware|build)\b|\brebuilt (?:my|the|this) (?:pc|computer)`,
      changed,
    ],
  ],
};
