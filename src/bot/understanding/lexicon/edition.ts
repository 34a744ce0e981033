import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';

const win = '(?:windows|win|ウィンドウズ|ウインドウズ)[ -]?(?:1[01]|11|10)? ?(?:の)?';
const code = '0x[0-9a-f]{8}';
/** Said of nothing but a code beside it. */
const beside = (name: string): string =>
  `^${code} ?(?:${win})?${name}(?:版|です|だ)*$|^(?:${win})?${name}版? ?${code}(?:です|だ)?$`;
const not = '(?!(?:版|エディション| edition)?(?:じゃ|では)(?:な|あり))';

/** Which edition of Windows it is. */
export const edition: Lexicon = {
  hearsay: true,
  quoted: true,
  tells: [
    [
      re`
        ${win}(?:home|ホーム)\b${not}|${win}ホーム|(?:home|ホーム)(?:版|エディション| edition)${not}
        |エディション(?:は|が|:|も)?(?:windows ?(?:1[01])? ?)?(?:home|ホーム)
        |\b(?:version|edition) (?:is |of windows is )?home\b|^home(?:を|です|だ)|${beside('(?:home|ホーム)')}
        |(?<![a-z ])home(?:の(?:ノート|pc|パソコン)|入り|搭載)`,
      { edition: 'home' },
    ],
    [
      re`
        ${win}(?:enterprise|エンタープライズ|エンプラ|ent)${not}
        |(?:enterprise|エンタープライズ)(?:版|エディション| edition|を|です|だ|って|と|$)${not}
        |エディション(?:は|が|:)?(?:enterprise|エンタープライズ)|\b(?:version|edition) (?:is )?enterprise\b`,
      { edition: 'enterprise' },
    ],
    [
      re`
        ${win}(?:education|エデュケーション)${not}
        |(?:education|エデュケーション)(?:版|エディション| edition|を|です|だ|って|と|$)${not}`,
      { edition: 'education' },
    ],
    [
      re`
        ^(?:${win})?(?:pro|プロ|professional)(?: edition|版)?(?:です|だ)?$|${beside('(?:pro|プロ)')}|${win}(?:pro|プロ|professional)(?![a-z]|グラ|セス|ダク|バイ|パテ|キシ)${not}
        |(?<!surface |サーフェス|サーフェス |macbook |elite ?book |airpods |ipad )\b(?:pro|professional)(?:版
          |入り|搭載|エディション| edition|を(?:使|入|買)|です|なんで|なので|だけど|の(?:はず|方|ほう|よう)
          |って(?:出|書|表示|なって))${not}
        |プロ(?:版|エディション)${not}|エディション(?:は|が|:)?(?:windows ?(?:1[01])? ?)?(?:pro|プロ)(?!グ)
        |\b(?:version|edition) (?:is )?pro\b`,
      { edition: 'pro' },
    ],
  ],
};
