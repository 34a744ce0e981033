import { nai } from '../lexicon/words.ts';
import { reply, replyUnless } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "what does the screen say?". */
export const screen: readonly Rule[] = [
  [
    reply`
      (?:サーバーに)?到達(?:でき(?:ません(?:でした)?|${nai}))?(?:って|て|と)?(?:言わ?れる|言われます|出(?:る|ます))?
      |(?:cant |cannot )?reach(?: the server)?`,
    { message: 'cannot-reach' },
  ],
  [
    reply`
      (?:画面に|右下に)?(?:windowsの?)?(?:ライセンス)?認証(?:しろ|してください)?(?:って|と)(?:だけ)?(?:出(?:て(?:い?る|い?ます)|る|ます)|表示(?:されて(?:い?る|い?ます)|される|されます))`,
    { message: 'watermark' },
  ],
  [reply`組織.{0,14}|(?:something about )?(?:my |the |your )?organi[sz]ation.{0,20}`, { message: 'org-server' }],
  [
    replyUnless('消え|なくな|出なく|gone|disappear')`
      (?:右下|透かし|認証して(?:ください)?|activate windows
      |watermark).{0,14}`,
    { message: 'watermark' },
  ],
  [
    reply`(?:サーバーに)?接続でき(?:ない|ません|ませんでした)(?:って|と)?(?:出(?:る|ます))?|cant connect`,
    { message: 'cannot-connect' },
  ],
  [
    reply`
      (?:特に)?(?:何も|なにも|なんも)(?:出て|表示(?:されて)?|書いて)?(?:い)?(?:ない|ません)?
      |(?:特に)?(?:なし|ない|ありません|出て(?:い)?(?:ない|ません)|表示(?:は)?(?:なし|ない|ありません
        |されて(?:い)?ない))
      |nothing|none|no (?:message|error)|blank|not showing(?: anything)?`,
    { message: 'none' },
  ],
];
