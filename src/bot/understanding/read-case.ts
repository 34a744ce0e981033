import { part, re } from './pattern.ts';
import { sift } from './sieve.ts';

const pc = part`pc|パソコン|ノートパソコン|ノーパソ|ノート|デスクトップ|ラップトップ|端末|マシン|タブレット`;
const pcEn = '(?:pc|computer|laptop|notebook|machine|desktop|tablet|one)';

/** Speaks of another PC than before. */
const otherPc = re`
  (?:別|他|ほか|新しい|新しく買った|もう(?:一|1)台|もうひとつ|もう一つ|(?:二|2)台目|次)(?:の|に買った)?(?:${pc}|やつ)|もう(?:一|1)台|(?:二|2)台目
  |(?:今度|次)は.{0,6}の(?:${pc})|^(?:あと|それから|ついでに|今度は)?(?:妻|夫|嫁|旦那|息子|娘|父|母|親|両親|弟|妹|兄|姉|祖父|祖母)(?:さん|ちゃん)?の(?:${pc}|ほう|方)(?:で|が|も|の|、)
  |\b(?:another|different|second|other|next|new) (?:\w+ )?${pcEn}\b|\bthis time (?:its )?(?:my|the|a) 
  |\bmy (?:wife|husband|son|daughter|mom|mum|dad|mother|father|brother|sister|parent)s (?:\w+ )?${pcEn}\b`;

/** Goes on with what was spoken of before, or takes it back. */
const sameCase = re`
  また|再び|ふたたび|再度|再発|ぶり返|やっぱ|やはり|まだ|戻っ|もどっ|相変わらず|同じ|続き|さっき|先ほど|前回|この前|こないだ|昨日の|例の
  |実は|じつは|間違|まちが|訂正|勘違い|じゃなく|ではなく|(?:でした|だった)(?:よ|わ|ね)?$
  |\b(?:again|still|back|same|returned|reappeared|continue|earlier|before|actually|sorry|i meant|mistake|wrong|as i said)\b`;

/** The case that somebody speaks of who writes after the end; undefined: they do not say. */
export type CaseNamed = 'same' | 'another' | undefined;

/** Returns which case a folded message says that it is about. */
export function readCase(folded: string): CaseNamed {
  const fits = sift(folded);
  if (fits(otherPc)) return 'another';
  return fits(sameCase) ? 'same' : undefined;
}
