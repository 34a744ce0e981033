import { re } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "why do you want to reinstall?", however long. */
export const reason: readonly Rule[] = [
  [
    re`
      不安定|調子|重い|重く|重たい|遅い|遅く|フリーズ|固まる|落ちる|おかしい|動作|不調|バグ|壊れ|ウイルス
      |エラーが多|\b(?:slow|unstable|crash\w*|freez\w*|buggy|laggy|virus|malware|acting up|problems)\b`,
    { reason: 'unstable' },
  ],
  [
    re`
      認証|ライセンス|透かし|表示(?:を|が)?(?:消|出|直)|この(?:エラー|表示|メッセージ)|エラー|直(?:し|る|ると)
      |activat\w*|licen[sc]e|watermark|\bfix\b|\bthis error\b|get rid`,
    { reason: 'activation' },
  ],
  [
    re`
      ほか|他の|譲|売(?:る|り|却)|処分|捨て|廃棄|あげ|きれい|綺麗|すっきり|スッキリ|さっぱり|容量|空き|気分
      |下取り|引っ越|入れ替え|新品同様|まっさら
      |\b(?:other|sell\w*|give|gift|clean|space|fresh|donat\w*|dispose|recycl\w*)\b`,
    { reason: 'other' },
  ],
];
