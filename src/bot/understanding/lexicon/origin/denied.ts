import type { Facts } from '../../../../flows/facts.ts';
import { part, re } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import type { Pattern } from '../../sieve.ts';
import { component, device, keyWord, market, nai, org, orgEn, secondhand, thing } from '../words.ts';

/** What sounds like an origin and is none. */
export const denied: readonly Rule[] = [
  // Nobody sells a PC for a few coins: "one" is a key then.
  [
    re`
      \b(?:bought|got|purchased|ordered|found) (?:one|it)\b.{0,24}(?:\$\d{1,2}\b|\b\d{1,2} (?:dollars|bucks|euros|pounds)\b)
      |(?:${market})(?:で|の).{0,4}(?<!\d)\d{1,3}円(?!台).{0,6}(?:の|で(?:買|購))(?!.*${device})`,
    {},
  ],
  // What somebody thinks of buying or selling is not the PC at hand.
  [
    re`
      (?:${secondhand}|${market}|新品).{0,8}(?:買お|買う(?![たて]|とき|時|際|前|まで|と)|買いた|購入(?:したい|を?検討|予定)|探し(?!て(?:買|購))
        |売(?:る|ろう|り(?:たい|ます))|売却|出品(?:する|し(?:よ|たい)))
      |\b(?:want(?:ed)?|going|plan(?:ning)?|like) to (?:\w+ )?(?:buy|get|sell) (?:\w+ ){0,3}(?:\bused\b|${secondhand}|${market})
      |\b(?:thinking (?:of|about)|consider(?:ing)?|should i|better to) (?:buy|get|sell)(?:ing)?\b.{0,16}(?:\bused\b|${secondhand}|${market})`,
    {},
  ],
  // A part, a key or a program with a history is not a PC with one.
  [
    re`
      (?:${market}|${secondhand})(?:(?!${device}).){0,14}(?:${component}|${keyWord}|ライセンス|office|ソフト
        |licen[sc]e)(?!${device})(?!付)
      |(?:${component}|${keyWord}|ライセンス|licen[sc]e).{0,14}(?:${market}|${secondhand}|\bused\b|新品)
      |新品(?:の|に)${component}|brand new ${component}`,
    {},
  ],
  // It is not that; what it is instead was not said.
  [
    re`
      (?:${secondhand}|${market}|社用|業務用|社給|支給品?|貸与品?|仕事用|会社用|私物|個人用?|自分の?|私の?|新品
        |${org}(?:の(?:${thing})?|から(?:もらった|支給された|借りた)?${thing}?|支給|用))${thing}?(?:の
        |と)?(?:という|って)?(?:わけ)?(?:じゃ|では|でも|で(?=な|は)|じゃあ)${nai}
      |(?:${secondhand}|${thing}|[のんと給用物])(?:や(?:な[いか]|あらへん)|と?ちゃ(?:う|い))(?!か)
      |${thing}(?:と)?(?:じゃ|では|で(?=な))${nai}|わけ(?:じゃ|では)${nai}
      |(?:支給|貸与|配布|譲)(?:さ|ら)れ?(?:た)?(?:わけ)?(?:もの)?(?:では|じゃ|て)${nai}`,
    {},
  ],
  [
    re`
      \b(?:not|isnt|aint|wasnt|never|no)\b(?: \w+){0,3} (?:${orgEn}|mine|my own|personal|used|second\w*
        |refurb\w*|pre\w*)\b
      |\b(?:dont|do not) (?:think|believe)(?: \w+){0,4} (?:${orgEn}|mine|my own|personal|used|second\w*|refurb\w*)\b
      |\bnot (?:from|by|owned|issued|provided)\b|\bdoesnt belong|\bdont own\b`,
    {},
  ],
];

const it = '^(?:いや|いえ|いいえ|違う|違います|うちの|私の|これ|それ|この(?:pc|パソコン)|は|も|、)*';
const isNot = part`(?:じゃ|では|でも|で(?=な)|じゃあ)(?:な(?:い|かった)|ありません)(?:です|でした|よ|ね|んです|けど|が|わ)*$`;
const itIsNot =
  '^(?:no |nope |its |it |this |that |is |was |pc )*(?:not|isnt|wasnt) (?:from |a |an |my |the |by |owned |issued |bought )*';

/** A message that only denies one origin, and the origins that it leaves. */
export const deniedOrigins: readonly (readonly [Pattern, readonly NonNullable<Facts['origin']>[]])[] = [
  [
    re`
      ${it}(?:${org}|仕事)(?:の(?:${thing})?|支給(?:の|品)?|用(?:の)?|から(?:もらった|支給された|借りた))?(?:${thing})?(?:の)?${isNot}
      |${itIsNot}${orgEn}s?(?: ${device}| pc)?$`,
    ['personal', 'used'],
  ],
  [re`${it}新品(?:の(?:${thing})?)?${isNot}|${itIsNot}(?:brand )?new(?: ${device}| pc)?$`, ['used', 'organization']],
  [
    re`${it}(?:${secondhand})(?:品|の(?:${thing})?)?${isNot}|${itIsNot}(?:used|second[ -]?hand|pre-?owned|refurb\w*)(?: ${device}| pc)?$`,
    ['personal', 'organization'],
  ],
];
