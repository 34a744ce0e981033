import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { keyWord, nai } from './words.ts';

const withLicense = { sale: 'license' } as const;
const withKey = { sale: 'key', key: 'held' } as const;
const without = { sale: 'none' } as const;

/** With what licence a used PC was sold. */
export const sale: Lexicon = {
  questions: ['sale'],
  hearsay: true,
  tells: [
    [
      re`
        (?:商品|出品)?(?:説明|ページ|紹介)(?:文|欄)?(?:に|で)?(?:は|も)?.{0,14}(?:書いて|書かれて|記載(?:され|して)?|触れ(?:られ)?|載って)(?:て)?${nai}
        |(?:ライセンス|os|windows)(?:は|が|も)?(?:付いて|ついて|付属して|書いて|付き(?:じゃ|では))${nai}
        |(?:os|ライセンス|windows)(?:なし|無し|レス|別売)(?:で|の|と|って|です|だ|販売|$)
        |\b(?:without|no) (?:an? |any )?(?:os|windows|licen[sc]e|operating system)\b.{0,14}\b(?:included|sold
          |came|come|mentioned)
        |\b(?:sold|came|listed) (?:\w+ )?(?:without|no) (?:a |an )?(?:os|windows|licen[sc]e)`,
      without,
    ],
    [
      re`
        (?!認証済み?(?:だ|です|と(?!して)|って|で(?!売|販|届|買)|$))(?:ライセンス|認証|正規(?:の)?(?:os|windows))(?:も)?(?:付き?|つき|込み?|済み?)(?:で|の|と|って|だ|です
          |商品|pc|パソコン|中古|$|販売|で売|を買|届)
        |(?:windows|os)(?: ?1[01])?(?: ?(?:pro|home))?(?:の)?(?:正規)?(?:ライセンス)?(?:付き|つき|込み
          |搭載済)(?!合|く)
        |正規(?:版)?(?:ライセンス)?(?:搭載|認証済)
        |\b(?:sold|came|comes|come|advertised|listed|shipped|bought) (?:\w+ )?(?:with|as having|including
          |as) (?:a |an |the )?(?:\w+ )*licen[sc]e(?:d)?\b
        |\bincluded (?:a |the )?(?:\w+ )?licen[sc]e|\blicen[sc]e (?:was |is )?included
        |\bgenuine windows (?:included|installed)|\bactivated when (?:i bought|sold)`,
      withLicense,
    ],
    [
      re`
        (?:買った|購入|届いた|商品|箱|本体|中|pc|パソコン)(?:.{0,8})${keyWord}(?:も|が|の(?:紙|シール
          |カード))?(?:.{0,6})?(?:付いて|ついて(?:い?た|き)|同梱|付属|入って(?:い?た)|貼(?:って|られ))
        |${keyWord}(?:も|が|は|の(?:紙|シール|カード))?(?:同梱|付属して|付いてき|ついてき|ついて(?:い)?た
          |付いて(?:い)?た|付き(?:で|の|だ|$))(?!${nai})
        |coaシール|\b(?:came|sold|shipped|comes) with (?:a |the )?(?:\w+ )?(?:key|coa|sticker)\b
        |\b(?:coa|key) (?:sticker|included|in the box)`,
      withKey,
    ],
  ],
};
