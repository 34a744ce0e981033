import type { Asked } from './asked.ts';
import { re } from './pattern.ts';
import { correcting, type Telling } from './settle.ts';

/** Speaks of the PC itself, or of a job that was left. */
const plainly = re`
  (?:pc|パソコン|ノーパソ|ノート|デスクトップ|ラップトップ|コンピューター?|端末|マシン|タブレット|本体)(?!用|の(?:キー|部品))
  |^これは?|私物|自作|(?:自分|個人|私|僕|俺|うち)の(?:もの|物|やつ|です|だ|や|$)|退職|辞め|やめ|卒業|定年
  |\b(?:laptop|computer|notebook|desktop|machine|tablet|pc)\b|\bmine\b|\bmy own$|\bi own (?:it|this)\b|\b(?:left|quit|retired)\b`;

/** Whether it stays an organisation's PC (G3, G4) unless the person speaks plainly of the PC: neither was it asked whose it is, nor is anything corrected. */
export const isKept = ({ question, issued }: Asked, folded: string): boolean =>
  issued === true && question !== 'provenance' && question !== 'leaver' && !correcting.shape.test(folded);

/** What is told of the origin, or, where that is said only by the way, both readings to ask about. */
export function byTheWay(telling: Telling): readonly Telling[] {
  const { slot, value, clause } = telling;
  if (slot !== 'origin' || value === 'organization' || clause.fits(plainly)) return [telling];
  return [
    { ...telling, sure: false },
    { ...telling, value: 'organization', sure: false },
  ];
}
