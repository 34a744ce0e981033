import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';

/** What people ask the causes to be. */
export const causes: readonly Asking[] = [
  {
    topic: 'server-cause',
    shape: re`
      (?:マイクロソフト|microsoft|ms|サーバー)(?:側|さん)?(?:の|が|は|に)?(?:.{0,8})?(?:障害|混|落ち|不具合|問題
        |トラブル|ダウン|メンテ|原因|せい)
      |\b(?:microsofts?|activation|ms|their) (?:servers?|side|end)(?: \w+)? (?:down|issue|problem|outage|busy
        |fault|having|overloaded)?
      |\boutage\b|\bare (?:the|their|your|microsofts?) servers\b`,
  },
  {
    topic: 'hardware-cause',
    shape: re`
      (?:マザーボード|マザボ|基板|ssd|hdd|メモリー?|グラボ|cpu|部品|パーツ|ハード(?:ウェア)?|ストレージ
        |構成)(?:を|の|が|は)?(?:.{0,6})?(?:交換|換装|変え|替え|換え|変更|増設|移|載せ|壊れ)(?:.{0,10})?(?:外れ
        |認証|関係|原因|影響|だめ|無効|切れ|消え|せい|出|使え)
      |(?:部品|パーツ|ハードウェア|マザボ)(?:が|の)?(?:原因|せい|関係)
      |\b(?:hardware|motherboard|ssd|part|component|drive|ram|gpu|cpu)\b.*\b(?:cause|affect|invalidat\w+
        |deactivat\w+|break|lose|related|matter)\b`,
  },
  {
    topic: 'organization-cause',
    shape: re`
      (?:なぜ|どうして|なんで(?!す)).{0,10}(?:会社|学校|在宅|社外|自宅だと|家だと|家で|自宅で)
      |(?:会社|学校|組織|社用|職場|大学)(?:の)?(?:pc|パソコン|端末|ノート)?(?:だと|は|を|で
        |が)?(?:.{0,12})?(?:なぜ|どうして|なんで|自宅だと|家だと|社外だと|在宅だと)(?:.{0,12})?
      |(?:在宅|社外|自宅|家)(?:だ|で使う|にいる)と(?:.{0,8})?(?:認証|切れ|出|だめ)
      |(?:会社|学校|社内|校内|職場|オフィス)(?:の(?:ネット(?:ワーク)?|lan|wi-?fi))?(?:で|に)(?:つな|繋|接続|行|持って).{0,6}(?:ば|たら)(?:いい|よい|直|消え|解決)
      |\b(?:do|must|should|can) i .{0,12}(?:go|drive|come|travel|bring it) (?:in|back )?to (?:the |my )?(?:office|work|school|campus)\b|\bi (?:just |have to |should |must )?(?:bring|take) it (?:in|back )?to (?:the |my )?(?:office|work|school|campus)\b
      |\bwhy\b.*\b(?:company|work|school|corporate|organization)\b.*\b(?:home|network|vpn)\b`,
  },
  {
    topic: 'organization-cause',
    always: true,
    shape: re`^(?:校内|社内|学校|会社|職場|オフィス)(?:だと|では|なら)(?:(?:この)?(?:表示|エラー)は)?(?:出(?:ない|ません|ずに)|消え(?:る|ます))`,
  },
  {
    topic: 'network-cause',
    shape: re`
      (?:ネット(?:ワーク)?|回線|wi-?fi|ルーター|ファイアウォール|セキュリティソフト|プロキシ|通信)(?:の|が
        |は)?(?:.{0,4})?(?:原因|せい|問題|関係|影響|悪)
      |\b(?:network|wi-?fi|router|firewall|proxy|internet|antivirus)\b.*\b(?:cause|problem|issue|to blame|fault
        |related|block\w*)\b`,
  },
  {
    topic: 'causes',
    shape: re`
      ^(?!.*(?:word|excel|outlook|chrome|プリンタ|teams|zoom|\bprinter\b)).*(?:原因|理由|(?:なぜ|何故
        |^なんで(?!す|し)|どうして)(?!も)|何が(?:悪|いけな|問題|起き|起こ)|何(?:の|を)せい|何でこう
        |\bwhat (?:is |could be |are )?(?:the )?(?:causes?|causing|caused|reason|went wrong|happened|is wrong
        |is going on)\b|\bwhats (?:causing|wrong|the (?:cause|reason)|going on)\b|\bwhy (?:is|does|do|did|am|are
        |has|would|wont|cant|isnt|doesnt|this|has)\b|\bhow come\b)`,
  },
];
