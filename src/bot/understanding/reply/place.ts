import { org, person } from '../lexicon/words.ts';
import { reply, replyUnless } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "where are you using the PC?". */
export const place: readonly Rule[] = [
  [
    reply`
      (?:自宅|家|うち|おうち|実家|自室|部屋|外|そと|外出先|出先|出張先?|社外|学外|ホテル|カフェ|喫茶店
        |在宅(?:勤務)?|寮|アパート|マンション|旅行先|海外|客先|取引先|訪問先|お客(?:様|さん)(?:先|のところ)|車|電車|図書館|テレワーク|リモート(?:ワーク)?
        |ネカフェ|(?:${person}の(?:家|うち|ところ))|友[人達]宅|(?:会社|学校|社)の外)(?:の(?:ホテル|カフェ|部屋
        |中|家|方|ほう))?(?:で|から|に|にて|い(?:る|ます)|おり|使って(?:い)?る|作業|中|して(?:い)?る|勤務)*
      |(?:(?:at|from|in|working from) )?(?:my |the |a |an )?(?:home|house|apartment|flat|dorm|room|hotel|cafe
        |coffee shop|airport|airbnb|parents (?:house|place))
      |リビング|寝室|キッチン|ベッド|ソファ|書斎
      |(?:on |in |at )?(?:my |the )?(?:kitchen(?: table)?|living room|bed|bedroom|sofa|couch)|outside|elsewhere
      |remote|remotely|wfh|travell?ing|on the road|away`,
    { place: 'remote' },
  ],
  [
    replyUnless('^(?:会社|職場|学校|大学)の(?:で|だ|$)')`
      (?:${org}|社内|校内|学内|院内|現場|社|席|自席|教室
        |キャンパス)(?:の(?:中|席|デスク|机|オフィス|ネットワーク|会議室|フロア|部屋|食堂|図書館|受付|倉庫|\d+階|[一二三四五六七八九十]+階))?(?:で|から|に
        |にて|い(?:る|ます)|おり|内|使って(?:い)?る|使って(?:い)?ます|作業中?)*`,
    { place: 'office' },
  ],
  [
    reply`
      (?:出社|出勤|登校)(?:中|して(?:い)?る|して(?:い)?ます|した|しました|済み)?
      |(?:(?:at|in|on) )?(?:my |the |our )?(?:office|work|school|campus|company|workplace|desk|hq|university
        |college)
      |on ?-?site|inside`,
    { place: 'office' },
  ],
];
