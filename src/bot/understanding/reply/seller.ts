import { nai } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "have you asked the seller?". */
export const seller: readonly Rule[] = [
  [
    reply`
      (?:文面(?:を)?)?(?:作って|作る|作成して?)(?:ほしい|ください|もらえますか)?|文面|お願い(?:します)?
      |質問(?:する|したい|します)|聞いて(?:みる|みます|みたい)|(?:返事|返信|回答|連絡)?待ち(?:中)?
      |(?:もう)?(?:聞いた|聞きました|問い合わせ(?:た|ました|中)|連絡(?:した|しました|済み))|write it|compose
      |ill ask(?: them)?|ask them
      |(?:i )?(?:already )?(?:asked|emailed|contacted|messaged)(?: them| him| her| the seller)?
      |waiting(?: for (?:a|their) reply)?`,
    { seller: 'asked' },
  ],
  [
    reply`
      (?:返事|返信|回答|連絡)(?:が|は|を)?(?:来た|きた|来ました|きました|あった|ありました|もらった
        |もらいました)
      |(?:they|he|she) (?:replied|answered|responded|got back(?: to me)?)
      |got (?:a|an|their) (?:reply|answer|response)`,
    { seller: 'answered' },
  ],
  [
    reply`
      (?:返事|返信|回答|反応)(?:が|は)?(?:ない|来${nai}|こない|なし|ありません)
      |連絡(?:が|は)?(?:取れ|とれ|つか|付か|でき)${nai}|(?:もう)?(?:いない|退会してた?|閉店した?|潰れた)
      |連絡先(?:が|を|も)?(?:わからない|分からない|知らない|不明|ない)|no (?:reply|answer|response)
      |(?:i )?cant (?:reach|contact|find) (?:them|him|her|the seller)|(?:they|hes|shes|seller is) gone`,
    { seller: 'unreachable' },
  ],
];
