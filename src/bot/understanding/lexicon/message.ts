import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

/** The screen names an organisation, in the person's own words. */
export const namesOrganization = re`
  (?:組織|会社|学校|大学)(?:の|が)?(?:もの|ライセンス|認証|サーバー|管理者?|ネットワーク|表示|文字?|メッセージ|名前)+(?:に.{0,12})?(?:が
    |と|って|とか)?(?:か|の)?(?:いう)?.{0,6}(?:表示|出(?:る|て|ま|た|ち)|書いてあ|書かれて)
  |組織(?:が|の|に|と)?(?:どうこう|どうの(?:こうの)?|なんとか|何とか|なんちゃら|なんたら|うんぬん|云々|とか)(?:と|って)?(?:いう)?.{0,8}(?:表示|出(?:る|て|ま|た|ち)|書い)
  |(?:組織|会社|学校|大学)の(?:pc|パソコン|端末|デバイス)(?:だ|です)?(?:と|って)(?:いう)?.{0,4}(?:表示|出(?:る|て|ま|た|ち)|書い)
  |\b(?:says?|shows?|showing|reads?|message).{0,20}\b(?:my |an? |the |some |your )(?:organi[sz]ation|company|school)s?\b`;

/** What the screen says, as it is quoted or retold. */
export const message: Lexicon = {
  anyhow: true,
  quoted: true,
  questions: ['screen'],
  tells: [
    [
      re`
        (?:透かし|表示|メッセージ|文字|エラー|ウォーターマーク|watermark|message|error)(?:は|が|も| is| has
          | isnt| was)?(?:.{0,4})?(?:消え(?:た|まし|て(?!な|い(?:な|ま)))|出なく|なくなっ|無くなっ|gone
          |disappeared)
        |は(?:出て|表示されて)(?:い)?(?:な|ま)`,
      {},
    ],
    [
      re`
        組織の(?:ライセンス)?認証サービス
        |activated (?:using|by|through|with) (?:your |the |an? |our |my )?organi[sz]ations? (?:\w+ )?(?:service
          |activation)`,
      { message: 'org-service' },
    ],
    [
      re`
        組織の(?:windows)?(?:ライセンス)?(?:認証)?サーバー|組織のライセンス認証
        |組織のネットワーク(?:に|へ)(?:接続|つな|繋)|組織の(?:.{0,6})(?:接続でき|つながら|繋がら)
        |(?:your|the|my|our) organi[sz]ations? (?:activation|licen[sc]\w+)? ?server|organi[sz]ations? activation`,
      { message: 'org-server' },
    ],
    [namesOrganization, { message: 'org-server' }],
    [
      re`プロダクト ?キーが見つから(?:な|ま)|no product key was found|couldnt find a product key`,
      { message: 'no-key-found' },
    ],
    [
      re`
        ハードウェアが変更されたこと|ハードウェア(?:が|の)変更(?:され)?(?:が|を)?(?:報告|検出)
        |hardware of your device has changed|reported that the hardware`,
      { message: 'hardware-changed' },
    ],
    [
      re`
        デジタルライセンス(?:で|に|によ|に関連|認証)(?:.{0,10})(?:認証|済|関連)
        |activated with a digital licen[sc]e|digital licen[sc]e linked`,
      { message: 'digital-license' },
    ],
    [
      re`
        (?:ライセンス)?認証サーバー(?:に|へ|と)?(?:.{0,6})?(?:到達|届|たどり|辿り|到着)
        |(?:cant|cannot|could not|couldnt|unable to|not) (?:be )?reach(?:ed)? (?:the |microsofts? |our |windows )?(?:licen[sc]e )?(?:activation |licen[sc]ing )?servers?
        |activation servers? (?:\w+ ){0,3}(?:unreachable|not reachable|cant be reached|cannot be reached
          |arent available|not available|unavailable)
        |サーバーに到達でき|到達でき${nai}`,
      { message: 'cannot-reach' },
    ],
    [
      re`
        (?:ライセンス)?認証サーバー(?:に|へ|と)?(?:.{0,6})?(?:接続|つなが|繋が|アクセス)
        |(?:cant|cannot|could not|couldnt|unable to|not|failed to) connect(?:ed)? to (?:the |microsofts? |our |windows )?(?:licen[sc]e )?(?:activation |licen[sc]ing )servers?`,
      { message: 'cannot-connect' },
    ],
    [
      re`
        (?:windows|ウィンドウズ)は(?:既に)?(?:ライセンス)?認証(?:されて|済)(?!い?ま?せん|いな|な)
        |windows is activated\b|^(?:ライセンス認証の?状態(?:は|が|:)?)?アクティブ(?:です|と|$|って)
        |状態(?:は|が)アクティブ(?!では|じゃ)`,
      { message: 'activated' },
    ],
    [
      re`
        (?:ライセンス)?認証して(?:ください|下さい|くれ(?!た|ま))|(?:ライセンス)?認証を行ってください
        |(?:ライセンス)?認証(?:しろ|せよ|が必要(?:です|と|って))
        |(?:右下|画面)(?:に|の|へ).{0,18}(?:文字|透かし|表示|メッセージ|認証|警告|ロゴ)|右下(?:に|の|へ).{0,10}(?:字|何か|なにか|なんか).{0,4}(?:出|表示|見え)|透かし|すかし
        |ウォーターマーク|watermark|go to settings to activate
        |\b(?:writing|text|words|sign|letters) (?:\w+ )?(?:in|at|on) (?:the )?(?:\w+ )?(?:corner|bottom right|lower right)
        |(?:says?|saying|shows?|showing|message|reads?|displays?|pop(?:s|ped)? up|corner
          |screen) .{0,20}\bactivate windows\b
        |^activate windows$
        |\bactivate windows\b.{0,30}\b(?:corner|message|screen|text|bottom|showing|appears|popup|pop-up|sign
          |notice|overlay)\b`,
      { message: 'watermark' },
    ],
  ],
};
