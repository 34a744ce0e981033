import { market, nai } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "do you have a product key?". */
export const key: readonly Rule[] = [
  [
    reply`
      (?!.*けど)(?:ネットで|どこかで|海外(?:の)?(?:サイト)?(?:で|から)?|${market}(?:で|の|から)?)(?:安く|激安で
        |格安で)?(?:買った|購入した|もらった|手に入れた|拾った|の)(?:キー|やつ|もの)*
      |(?:安く|格安で|激安で)(?:買った|購入した)(?:キー|やつ|もの)*
      |(?:怪しい|激安|格安|安い|出所不明|出どころ不明)(?:の)?(?:キー|やつ|もの)*
      |正規か(?:どうか)?(?:わからない|分からない|不明)
      |(?:cheap |bought |a )*(?:cheap|sketchy|doubtful)(?: one| key)?(?: (?:from|on) (?:a site|${market}))?
      |(?:from |on |bought on )${market}`,
    { key: 'doubtful' },
  ],
  [
    reply`
      (?:手元に(?:は)?)?(?:ない|無い|なし|無し|ありませ|ありません|持って${nai}|もらって${nai})
      |(?:どこかに)?(?:なくし|失くし|無くし|紛失し|捨て)(?:た|ました|ちゃった|ちゃいました|てしまった
        |てしまいました)
      |見当たら${nai}|見つから${nai}|どっか行った|どこかに?(?:いった|行った)|(?:i )?lost(?: it)?|none|no key
      |(?:i )?(?:dont|never) (?:have|had|got)(?: one| it| any)?|(?:i )?cant find it`,
    { key: 'none' },
  ],
  [
    reply`
      (?:手元に|箱に|シールに|メールに|本体に|家に|紙で|正規の(?:もの|キー)?(?:が|は)?|ちゃんと)?(?:ある|あり
        |あります|持って(?:る|い(?:る|ます)|ます)|書いて(?:ある|あった|あります)|貼って(?:ある|あった|あります)
        |残って(?:る|い(?:る|ます))|見つかった|見つかりました|控えて(?:ある|あります))
      |正規(?:品|の(?:もの|キー|やつ))?|(?:i )?(?:do|have(?: one| it| a key)?|got (?:it|one)|found it)
      |(?:i have it )?on (?:the|a) (?:sticker|box|card|label)|in (?:the|an|my) (?:box|e?-?mail)|right here`,
    { key: 'held' },
  ],
];
