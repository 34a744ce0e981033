import type { Asked } from './asked.ts';
import { re } from './pattern.ts';
import { correcting, type Telling } from './settle.ts';

/** Speaks of the PC itself, of a job that was left, or of a PC that need not go back. */
const plainly = re`
  (?:pc|パソコン|ノーパソ|ノート|デスクトップ|ラップトップ|コンピューター?|端末|マシン|タブレット|本体)(?!用|の(?:キー|部品))
  |^これは?|私物|自作|(?:自分|個人|私|僕|俺|うち)の(?:もの|物|やつ|です|だ|や|$)|退職|辞め|やめ|卒業|定年
  |返(?:さ|却).{0,8}(?:なくて|不要)|まま使って|\bkeep it\b
  |\b(?:laptop|computer|notebook|desktop|machine|tablet|pc)\b|\bmine\b|\bmy own$|\bi own (?:it|this)\b|\b(?:left|quit|retired)\b`;

/** Whether it stays an organisation's PC (G3, G4) unless the person speaks plainly of the PC: neither was it asked whose it is, nor is anything corrected. */
export const isKept = ({ question, origin }: Pick<Asked, 'question' | 'origin'>, folded: string): boolean =>
  origin === 'organization' && question !== 'provenance' && question !== 'leaver' && !correcting.shape.test(folded);

/** What is told of the origin, or, where that is said only by the way, both readings to ask about. */
export function byTheWay(telling: Telling): readonly Telling[] {
  const { slot, value, clause } = telling;
  if (slot !== 'origin' || value === 'organization' || clause.fits(plainly)) return [telling];
  return [
    { ...telling, sure: false },
    { ...telling, value: 'organization', sure: false },
  ];
}
