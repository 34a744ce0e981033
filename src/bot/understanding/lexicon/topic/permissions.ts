import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';

const protection =
  '(?:ファイアウォール|ファイヤーウォール|ウイルス|ウィルス|セキュリティ|ディフェンダー|defender|マカフィー|ノートン|保護)';

/** What people ask leave for, or what about it, before they do it. */
export const permissions: readonly Asking[] = [
  {
    topic: 'may-pause',
    always: true,
    shape: re`
      ${protection}.{0,14}(?:止め|切っ|切|オフ(?!い)に|無効に|停止)(?:し|って|て)?(?:て)?(?:も)?(?:いい|ええ|よい|良い|大丈夫|平気|安全|危な)
      |^(?:これ|それ)?(?:は|を)?(?:一旦|いったん|一時的に)?(?:止め|切っ|オフにし|無効にし)て(?:も)?(?:いい|ええ|よい|良い|大丈夫|平気)(?:の|ん|です)*か?$
      |${protection}.{0,8}(?:切った|オフ(?!い)の|無効の|止めた|切れた)まま.{0,10}(?:いい|大丈夫|平気|危な|安全|進め|続け)
      |\b(?:safe|ok|okay|fine|dangerous|bad|risky)\b.{0,24}\b(?:with|without) (?:the |my |an? )?(?:anti-?virus|firewall|protection|defender)
      |\b(?:ok|okay|safe|fine) to (?:pause|disable|turn off|stop)\b.*\b(?:anti-?virus|firewall|protection|defender)
      |\b(?:can|should|may) i (?:pause|disable|turn off|stop)\b.*\b(?:anti-?virus|firewall|protection|defender)`,
  },
  {
    topic: 'may-fix',
    shape: re`
      (?:^|[でをは、])(?:直し|なおし|設定を変え|触っ|さわっ|いじっ)て(?:も)?(?:いい|ええ|よい|良い|大丈夫)(?!ように)
      |(?:自分|勝手)(?:で|に)(?:.{0,6})?(?:直し|なおし|やっ|進め|触っ|さわっ|設定し|試し)て(?:も)?(?:いい|ええ|よい|良い|大丈夫|構わ|かまわ)
      |\b(?:can|may|should) i (?:just |even )?(?:fix|repair|solve|do) (?:it|this) (?:by )?myself\b|\bam i allowed to (?:fix|do)`,
  },
  {
    topic: 'may-copy',
    shape: re`
      (?:コピー|バックアップ|データ.{0,6}(?:移し|取り出し))(?:を)?(?:し|取っ|とっ)?(?:た(?:ほう|方)が(?:いい|よい|良い|ええ)|て(?:も)?(?:いい|大丈夫|平気)|とく(?:ほう|方)が)
      |^(?:先に|今|やっぱり?)?(?:取っ|とっ)(?:と(?:い|っ)|てお(?:い)?)?(?:た(?:ほう|方)|くべき)が?(?:いい|よい|良い|ええ)
      |\b(?:should|can|may) i (?:\w+ )?(?:copy|back up|save) (?:it|them|my|the)\b|\b(?:ok|safe) to copy\b`,
  },
  {
    topic: 'return',
    always: true,
    shape: re`
      返品(?:する)?ことに(?:し|決め)|返品(?:します|する)$|返品(?:した(?:い|ほう|方)|でき|し(?:よう|て(?:も)?(?:いい|もら))|する(?:べき|ほう|方)|可|って|は)|返金(?:でき|して(?:もら|ほし)|され(?:る|ます)|って|は|を)
      |\b(?:get (?:a |my )?(?:refund|money back)|(?:return it|send it back)(?: to (?:the|him|her|them))?$|should i (?:return|send back))`,
  },
  {
    topic: 'why-asked',
    always: true,
    shape: re`
      バックアップ.{0,8}関係|(?:なんで|なぜ|どうして).{0,10}(?:聞く|訊く|聞かれ|答え(?:る|ない))|(?:なんで|なぜ|どうして).{0,4}バックアップ
      |\bwhy (?:do|are|would) you (?:ask|need|want)\b`,
  },
];
