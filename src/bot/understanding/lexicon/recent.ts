import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';

const reinstall = { recent: 'reinstall' } as const;

/** What was done to Windows just before: an update or a reinstall. */
export const recent: Lexicon = {
  deed: true,
  tells: [
    [
      re`
        (?:再インスト(?:ール)?|クリーンインスト(?:ール)?|(?:windows|os|ウィンドウズ)?(?:を)?(?<!(?:キー|電源|ルーター)(?:を|の|は|も)?)入れ(?:直|なお)
          |初期化|リカバリー?|フォーマット|工場出荷.{0,5}戻|pcを?リセット|リセット|新規インストール
          |クリーンインスト)(?:を|は|も|なら)?(?:.{0,4}もう)?(?:何度も|一度|1回|一回)?(?:し|さ|やっ|やり|いたし
          |済|し終|行)?(?:ちゃ)?(?:た|て(?:から|も(?!い)|み(?:た|まし)|しま(?!い)|ある)|まし|後|直後|済み?|だ
          |したばかり)(?!い|よ|く|ら.{0,6}(?:直|なお|治)(?:る|り(?!まし)))`,
      reinstall,
    ],
    [
      re`
        \b(?:reinstalled|re-installed|wiped|formatted|factory reset(?:ted)?|did a (?:clean|fresh|full|factory
          |re)(?: ?\w+)?(?: install| reset)?|reset (?:the |my |this )?(?:pc|computer|laptop
          |windows) (?:yesterday|last|this|today|recently|already)|(?:i|ive) (?:already reset|reset (?:it|the pc|my pc) already)|already (?:reset|wiped|reinstalled
          |formatted)(?: it| the pc)?|(?:after|since) (?:a |the |my |i )?(?:re-?install\w*|clean install
          |fresh install|factory reset|reset\w*|wip\w+|format\w*))\b`,
      reinstall,
    ],
    [
      re`
        (?:アップデート|アプデ|あぷで|更新(?:プログラム)?|windows ?update|ウィンドウズアップデート
          |バージョンアップ|アップグレード)(?:を|が|は)?(?:し(?:た|て|まし)|後|直後|の?(?:後|あと|直後)
          |かけ(?:た|て)|あて(?:た|て)|当て(?:た|て)|入(?:っ|れ)(?:た|て)|走(?:っ|り)|(?:来|き)(?:た|て)|あ(?:った|って
          |りまし)|終わ|され(?:た|て|まし)|適用|完了|済)`,
      { recent: 'update' },
    ],
    [
      re`
        \b(?:after|since|following) (?:a |an |the |my |i |this |that |last |latest |recent )*(?:\w+ )?(?:(?:windows )?updat(?:e
          |es|ed|ing)|upgrade|patch)\b
        |\b(?:i |just |windows |it |has |recently )(?:just )?(?:updated|installed (?:a |an |the |some )?(?:\w+ )?updates?)\b
        |\bupdate (?:was|got|has been) installed\b`,
      { recent: 'update' },
    ],
  ],
};
