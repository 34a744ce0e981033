import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';

/** What people ask words to mean, and where things are. */
export const words: readonly Asking[] = [
  {
    topic: 'phone-activation',
    shape: re`
      電話(?:による|での?)?(?:ライセンス)?認証(?:って|とは|の意味)(?:、)?(?:何|なに|なん(?!で)|どう|$)
      |\bwhat(?:s| is) (?:tele)?phone activation\b|\bhow does (?:tele)?phone activation\b`,
  },
  {
    topic: 'activation',
    shape: re`
      (?:認証|アクティベーション)(?:って|とは)(?:、)?(?:そもそも|一体)?(?:何|なに|なん(?!で)|どういう)
      |(?:認証|アクティベーション)(?:とは|って)$|(?:認証|アクティベーション)の意味(?:は|が|って|$)
      |\bwhat (?:is|does|s) (?:windows )?activat(?:ion|ing|e)\b|\bwhat activation (?:is|means)\b`,
  },
  {
    topic: 'kms',
    shape: re`
      (?:kms|ケーエムエス|vl(?![a-z])|ボリュームライセンス|\bmak\b)(?:ライセンス|サーバー|認証)?(?:とは|って|は
        |と(?:いう|は)|の意味|が|$)
      |\b(?:kms|volume licen[sc]\w+|\bmak\b)\b`,
  },
  {
    topic: 'firewall',
    always: true,
    shape: re`(?:ファイアウォール|ファイヤーウォール)(?:って|て|とは|とか)(?:、)?(?:何|なに|なん(?!で)|どういう|$)|\bwhat(?:s| is) (?:an? |the )?firewall\b`,
  },
  {
    topic: 'vpn-connect',
    shape: re`
      (?:vpn|ブイピーエヌ|ビーピーエヌ)(?:って|は|を|に|も)?(?:.{0,4})?(?:(?:つな|繋)(?:い(?:だら|だ(?:ほう|方)が|で(?:も)?)|げば|がないと)|(?:接続し|入れ|オンにし)(?:たら|た(?:ほう|方)が|ても?|れば))(?:.{0,2})?(?:いい|よい|良い|ええ|だめ|大丈夫|直|消え|解決)
      |\b(?:should|do|must|shall) i (?:\w+ )?(?:connect|use|turn on|start)(?: \w+){0,3} vpn\b`,
  },
  { topic: 'vpn', shape: re`(?:vpn|ブイピーエヌ|ビーピーエヌ)` },
  {
    topic: 'edition',
    shape: re`
      エディション|(?:home|pro|enterprise|ホーム|プロ)(?:と|か)(?:home|pro|enterprise|ホーム|プロ)
      |(?:windows|win)(?:の)?(?:種類|バージョン)|\bedition\b|\b(?:home|pro) (?:or|vs|and) (?:home|pro)\b
      |\bwhich (?:version|windows)\b`,
  },
  {
    topic: 'product-key',
    shape: re`
      プロダクト ?キー|ライセンス ?キー|シリアル(?:キー|番号)|25(?:文字|桁)
      |\b(?:product|licen[sc]e|activation) key\b|\b25[ -](?:character|digit)`,
  },
  {
    topic: 'error-code',
    shape: re`
      エラー(?:コード|番号)|(?:この)?コード(?:は|って|の|が)|0x[0-9a-f]{8}(?:って|は|とは|の意味|が何|というの)
      |\berror (?:code|number)\b|\bcode mean|what (?:is|does) (?:error )?0x`,
  },
  {
    topic: 'where-to-look',
    shape: re`
      (?:どこ|何処|どの(?:画面|ページ))(?:を|で|に|から|の)?(?:.{0,10})?(?:見|確認|開|わか|分か|調べ|探|ある
        |あり|書|出|表示|設定|画面)
      |(?:確認|見|調べ)(?:る|の)?(?:方法|仕方|かた|方)(?:は|を|が|って)
      |(?:設定|認証|ライセンス認証)(?:の)?(?:画面|ページ)(?:は|って)?(?:どこ|どう|開き)
      |どうやって(?:確認|見|調べ|開)|どう(?:確認|見れば|調べ)|\bwhere (?:do|can|should|is|are|would|to|s)\b
      |\bhow (?:do|can|should|would) i (?:check|see|find|tell|look|open|get to)\b
      |\bhow to (?:check|see|find|open)\b`,
  },
];
