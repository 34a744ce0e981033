import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';
import { nai } from '../words.ts';

const stick = '(?:usb|外付け|sdカード|クラウド|onedrive|ワンドライブ)';

/** What people ask about a backup, and about copying what is dear to them. */
export const copies: readonly Asking[] = [
  {
    topic: 'backup',
    always: true,
    shape: re`
      バックアップの?(?:取り方|とり方|やり方|しかた|仕方|方法)(?:を|は|って|も|が)?(?:教え|知り|何|どう|$)|バックアップの意味
      |\b(?:what(?:s| is)(?: an?)? back ?-?up|what do you mean by (?:an? )?back ?-?up|how (?:do|can|should) i (?:make (?:an? )?)?back ?-?up)\b`,
  },
  {
    topic: 'backup',
    shape: re`
      バックアップ(?:って|とは|というのは)(?:、)?(?:そもそも)?(?:何|なに|なん(?!で)|どういう|$)
      |バックアップ(?:って|は|が)?(?:本当に|絶対に?)?(?:必要|いる(?:の|ん|で|か)|要る(?:の|ん|で|か)|しないと|取らないと)
      |(?:どうやって|どうやったら|どうすれば).{0,6}バックアップ|バックアップ(?:は|って)?どう(?:やっ|すれ|やれ|した)
      |\bdo i (?:really )?need (?:an? )?back ?-?up\b`,
  },
  {
    topic: 'copy-what',
    shape: re`
      ユーザー(?:」|』)?(?:の)?フォルダー?(?:って|は|が|を|の)?.{0,6}(?:どこ|何|なに|どう|どれ)
      |(?:何|なに|どれ|どのファイル|どのフォルダー?|どこ(?:から|まで))を?(?:コピー|バックアップ|保存)
      |\bwhere (?:is|do i find) (?:the |my )?users? folder\b|\bwhat (?:should|do|must) i (?:copy|back ?up)\b`,
  },
  {
    topic: 'copy-to',
    always: true,
    shape: re`
      ^(?:usbの?)?(?:空き)?容量(?:が|は|も)?(?:全然|全く|もう)?(?:足り|たり)(?:て)?${nai}|(?:入り|はいり)き[られり]?(?:${nai}|なそう)|入り切ら${nai}
      |${stick}(?:の)?(?:メモリー?|ドライブ|hdd|ssd|ハードディスク)*(?:なら|しか|でも|で)(?:も)?(?:、)?(?:手元に|家に)?(?:あり|ある|持って|${nai}(?:です|けど|$)|(?:いい|よい|ok|大丈夫|平気)(?!よう))
      |(?:どこ|何)に(?:コピー|バックアップ|保存)
      |\b(?:not enough|no|out of) (?:space|room)\b|\bdoesnt fit\b|\bwhere (?:should|do|can) i (?:copy|back)\b`,
  },
];
