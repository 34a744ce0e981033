import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { keyWord, market, nai } from './words.ts';

const held = { key: 'held' } as const;
const none = { key: 'none' } as const;
const doubtful = { key: 'doubtful' } as const;
const cheap =
  '(?:激安|格安|安(?:い|く|かった|価|物|売り)|やす(?:い|く)|\\d{1,4}円|数百円|ワンコイン|怪し|あやし|海外(?:の)?サイト|出(?:どころ|所)|拾(?:っ|い)|ネットで(?:見つけ|拾|もら|買|安)|知らない(?:人|サイト|店)|非正規|共有|使い回し|オーク|g2a|kinguin|キングイン|gamivo|cdkeys|aliexpress|アリエク|wish|\\bcheap\\b|\\bsketchy\\b|\\bdodgy\\b|\\bshady\\b|\\bgr[ea]y market\\b|\\breseller site\\b|\\b\\$\\d{1,2}\\b|\\b\\d{1,2} (?:dollars|bucks|euros)\\b|\\bfound online\\b|\\bfrom a (?:random )?(?:site|website)\\b|\\bsomeones?\\b|\\bshared\\b)';

/** Whether there is a product key, and whether its source can be trusted. */
export const key: Lexicon = {
  named: re`
    ${keyWord}|(?:windows|os|正規|デジタル|新しい|別の)の?ライセンス(?:を)?(?:買|購入)
    |ライセンス(?:を)?(?:安く|激安)`,
  questions: ['key'],
  tells: [
    [
      re`${keyWord}の?(?:シール|ラベル).{0,4}(?:貼って(?:あ|い?[るま])|付いて(?:い?[るま])|ついて(?:い?[るま])|あ(?:る|ります))|^(?:the |my )?(?:product )?key is (?:in|on) (?:my|the|an?)\b`,
      held,
    ],
  ],
  answers: [
    [
      re`
        windowsキーと|キーを(?:押|同時)|windows key (?:and|\+)|キー(?:を)?(?:変更|入力)(?:から|画面|欄|の)
        |(?:プロダクト)?キーの?変更|見つか(?:りません|らなかったこと)|\bpress\b|\bchange product key\b
        |no product key was found|\bthe key (?:is|to|thing)\b|キーは(?:要|必要|いり)|(?:説明|ページ|出品).{0,16}(?:書|記載|触れ|載)`,
      {},
    ],
    [re`${cheap}|${market}`, doubtful],
    [
      re`
        (?:なくし|失くし|無くし|紛失|捨て|すて|行方不明|見当た|見つから|手元に(?:は)?(?:ない|あり?ませ)
          |どこ(?:か)?(?:行|いっ|やっ)|ど(?:っ)?か(?:行|いっ)|読め${nai}|読み取れ|剥がれ|はがれ|かすれ
          |控えて${nai}|もらって${nai}|貰って${nai}|つい(?:て)?(?:い|き)?(?:て)?${nai}|付(?:い
          |属)(?:して)?(?:て)?${nai}|持って${nai}|届いて${nai}|書いて${nai}|持ってた(?:こと)?${nai})
        |${keyWord}(?:なんて|なんか|とか|って|そのもの|自体|らしきもの)?(?:は|が|も)?(?:特に|全然|もう)?(?:ない
          |無い|なし|無し|ありませ|あらへん|ねえ|存在し)
        |\b(?:lost|misplaced|threw (?:away|out)|no longer have|cant find|cannot find|couldnt find|dont have
          |do not have|never (?:had|got|received|given)|didnt (?:get|come|receive)|havent got|havent (?:a|any
          |the)|without|no|missing|wasnt given)\b(?: \w+){0,3} ?(?:key|serial)`,
      none,
    ],
    [
      re`
        (?:手元|手もと|家|箱|ケース|メール|紙|カード|シール|パッケージ|証書|領収書|アカウント)(?:に|の中に|で
          |には)(?:ちゃんと)?(?:ある|あり|あっ|書|残|記載|届|貼|入って|保管|見つ|控え)
        |${keyWord}(?:なら|は|も|が|を|だけ)?(?:ちゃんと|一応|正規の|今|もう)?(?:ある(?!の|か)|あり(?:ま|$)
          |持って(?:い?る|い?ま|ます)|控えて(?:い?る|あ|い?ま)|わか(?:る|って|りま)|分か(?:る|って|りま)|メモ
          |見つか(?:った|りまし)|保管|とって|取って(?:あ|お)|買(?:った|いました)|購入(?:した|しました|済)
          |届(?:いた|きま)|用意)
        |\b(?:i|we|ive|weve|do|still|already|^)(?: \w+)? ?(?:have|got|found|bought|purchased|own|received
          |keep)\b(?: \w+){0,3} (?:key|serial)\b(?! (?:is|was|has|not))`,
      held,
    ],
  ],
};
