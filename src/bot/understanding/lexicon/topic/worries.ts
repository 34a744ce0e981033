import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';

/** What people worry about, or ask of the specialist. */
export const worries: readonly Asking[] = [
  {
    topic: 'scolded',
    always: true,
    shape: re`
      (?:怒|叱)ら(?:れ|え)(?:る|ま|そう|た[くら]|ない|な|ちゃ)|しかられ|クビに(?:な(?:る|り|ら)|され)|始末書|弁償|私のせい
      |自分のせい|\b(?:boss|company|work|they|teacher) (?:\w+ )?be (?:mad|angry|upset)\b
      |\b(?:get|be) (?:fired|blamed|scolded|told off)\b|\bmy fault\b`,
  },
  {
    topic: 'illegal',
    always: true,
    shape: re`
      違法|不正(?:コピー|品|な(?:もの|windows|ライセンス|pc)|利用|使用|ソフト|ライセンス)|海賊版|コピー品
      |偽(?:物|造|の(?:windows|ライセンス))|ニセモノ|にせもの|パチモン
      |割れ(?:品|版|もの)?(?:なの|ってこと|かな|かも|じゃ|だった)|捕ま|つかま(?:り|る|ったり|ら)(?!せた)|逮捕
      |犯罪|罰(?:金|せ|則)|訴え|警察|法(?:律)?(?:に|的|違反)|悪いこと(?:した|し)|正規品(?:じゃ|では)ない|詐欺
      |騙され|だまされ
      |\b(?:illegal(?:ly)?|pirated?|piracy|counterfeit|arrest(?:ed)?|in trouble|jail|prison|sue|sued|lawsuit
        |police|fined|crime|criminal|against the law|legal|fake|bootleg|stolen|scammed|ripped off|genuine)\b
      |\bgo(?:ing)? to (?:jail|prison)\b`,
  },
  {
    topic: 'privacy',
    shape: re`
      個人情報|プライバシー
      |(?:この)?(?:会話|チャット|内容|記録|入力した|書いた)(?:.{0,8})?(?:保存|残|記録|見られ|漏れ|使われ|送られ
        |共有|知られ|削除)
      |(?:誰|会社)に(?:見|知)られ|\bprivacy\b|\bpersonal (?:data|info\w*)\b
      |\b(?:is|are|do|will|does)\b.*\b(?:chat|conversation|stor(?:e|ed)|record(?:ed)?|log(?:ged)?|save(?:d)?
        |kept)\b.*\b(?:chat|conversation|data|this|what i|information|store|recorded|messages)\b
      |\bwho can (?:see|read)\b`,
  },
  {
    topic: 'reset-erases',
    shape: re`
      (?:初期化|再インストール|入れ直|リセット|リカバリ|クリーンインストール).{0,10}(?:消え|データ|写真|ファイル|残|なくな)
      |\b(?:reset|re-?install\w*|format\w*|wip(?:e|ing))\b.*\b(?:delete|erase|lose|remove|keep)\b`,
  },
  {
    topic: 'files',
    shape: re`
      (?:データ|ファイル|写真|書類|中身|保存したもの|アプリ|ソフト|画像)(?:は|が|も|って|まで|とか)?(?:全部|どう
        |勝手に)?(?:消え|なくな|無くな|飛|失|残|無事|大丈夫|どうな|削除|引き継|消去)
      |\b(?:files?|data|photos?|pictures|documents?|stuff)\b(?: \w+){0,3} (?:be )?(?:deleted|lost|erased|gone
        |wiped|safe|ok|okay|kept|survive|removed|disappear|affected)\b
      |\b(?:lose|losing|keep|delete|erase|wipe) (?:\w+ ){0,3}(?:files|data|photos|everything|documents
        |pictures)\b`,
  },
  {
    topic: 'recoverable',
    shape: re`
      (?:データ|復旧|復元|ファイル|写真|取り出|hdd|ssd)(?:.{0,10})?(?:復旧(?:は|って)?(?:でき|可能|し)|復元(?:は
        |って)?(?:でき|可能)|取り出せ|戻(?:せ|り|って)|救え|助か|サルベージ|でき(?:る|ます))
      |復旧(?:は|って)?(?:でき|可能)|^(?:もう|まだ|全部)?(?:取り)?(?:戻せ|戻り|直せ)(?:る|ます)(?:の|ん)?(?:です)?か?$
      |\b(?:data|files|photos|pictures|documents|drive|it|they)\b.{0,12}\b(?:recovered|restored|rescued|recoverable)\b
      |\b(?:recover(?:ed|able|y possible)?|rescue|salvage|restore|get back)\b(?: \w+){0,3} ?(?:data|files|photos
        |drive|it|them|possible)\b`,
  },
  {
    topic: 'recovery-time',
    shape: re`
      ^(?!.*(?:いくら|料金|費用|値段|お金|金額)).*(?:復旧|復元|データ(?:の)?(?:取り出し|復旧)|取り出し|修理)(?:に|は|って|の)?(?:.{0,8})?(?:どれ|どの
        |何(?:日|時間|週)|いつ|期間|時間|日数|くらい|ぐらい)
      |\b(?:recovery|recover\w*|rescue)\b.*\b(?:how long|take|days|time)\b
      |\bhow (?:long|many days|soon)\b.*\b(?:recover\w*|rescue|repair)\b`,
  },
  {
    topic: 'will-it-stop',
    always: true,
    shape: re`
    (?:使え|動か|起動し)なく(?:な).{0,8}(?:心配|不安|怖|こわ|どうしよう|困)
    |\b(?:afraid|worried|scared)\b.*\b(?:stop|shut|lock|die)`,
  },
];
