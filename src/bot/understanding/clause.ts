import { foldKana } from './fold.ts';
import { asking, believing, guessing, others, presuming, reporting, supposing, wishing } from './lexicon/manner.ts';
import { re } from './pattern.ts';
import { type Pattern, sift } from './sieve.ts';

/** A stretch of a message that says one thing, and in which manner. */
export interface Clause {
  readonly text: string;
  /** Whether a pattern is found in it. */
  readonly fits: (pattern: Pattern) => boolean;
  /** A question. */
  readonly asks: boolean;
  /** A question that takes its subject for granted. */
  readonly presumes: boolean;
  /** A supposition or an alternative. */
  readonly supposes: boolean;
  /** Something read or heard. */
  readonly reports: boolean;
  /** A wish or a plan. */
  readonly wishes: boolean;
  /** Somebody else's affair. */
  readonly others: boolean;
  /** Said as a belief: good enough as an answer, not as news. */
  readonly believes: boolean;
  /** Said as a guess. */
  readonly guesses: boolean;
}

/** Clauses of a message that are read. */
const most = 120;
/** Characters (UTF-16) of a clause; a longer one is read in pieces of this length. */
const longest = 200;
const stretch = new RegExp(`[^]{1,${longest}}`, 'g');
const sentences = /[^。!?\n]+[。!?\n]*/g;
/** A question put to oneself: 「バックアップ？ないけど」 names the matter that the next words are about. */
const echoed = new RegExp(
  `(^|[。!?\\n、])(${foldKana('バックアップ|データ|写真|(?:プロダクト)?キー|vpn|時計|ネット|wi-?fi|ファイアウォール')})(?:ですか|か|って)?\\?(?=[ぁ-ん一-龠])`,
  'g',
);
const quotations = /「[^「」]*」|『[^『』]*』|"[^"]*"|“[^“”]*”/g;
const joints = [
  // Punctuation, but not the point inside a number or a name.
  '[、，,;]+|(?<=[a-z)])\\. ?(?![a-z0-9])|(?<=[^\\x00-\\x7e])\\.|\\. ',
  // "Not that, but", "although", "because", where they end a clause.
  '(?<=じゃなくて|じゃなく(?!て)|ではなくて|ではなく(?!て)|でなくて|じゃのうて|(?:けれど|けど)も?)(?!す)',
  '(?<=[いるただな]のに)(?![はしなすで変替])|(?<=[いるただなん]ので)(?![はすあごしー])',
  '(?<=(?:です|ます|ました|でした|ません|んだ|[っいんし]た|ない)が)',
  '(?<=(?:です|ます|ました|でした|ません|んだ|った|した|ない)(?:から|し))(?!たら|て)|(?<=(?:てる|ている|ます|です|ない|ある|れる|える)し)(?![たてま])',
  // Where somebody forgot the full stop.
  '(?<=ないです|ました|でした|ません|います|あります)(?=[一-龠a-z])',
  ' (?=(?:but|though|although|however|because|and (?:i|im|its|it|the|we|my)|so (?:i|it|the)|while|since i|even though)\\b)',
];
const joint = new RegExp(joints.join('|'));
/** Ends of clauses that the next clause completes, and asks for. */
const unfinished = re`(?:を|は|に|も|の|って|とか|pc|パソコン)$`;

/** Cuts a folded message into its clauses. What stands in quotation marks is left out, unless nothing else was written. */
export function clausesOf(text: string): readonly Clause[] {
  const folded = text.replace(echoed, '$1$2は');
  if (folded.search(quotations) < 0) return allClausesOf(folded);
  const unquoted = folded.replace(quotations, 'ー');
  return allClausesOf(/[^ー\P{L}]|\p{N}/u.test(unquoted) ? unquoted : folded);
}

/** The same, quotations included. */
export function allClausesOf(folded: string): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const [sentence] of folded.matchAll(sentences)) {
    if (clauses.length >= most) break;
    clauses.push(...clausesIn(sentence, most - clauses.length));
  }
  return clauses;
}

function clausesIn(sentence: string, room: number): readonly Clause[] {
  const pieces = sentence.split(joint).flatMap((piece) => piece.replace(/[。!?\n]+$/, '').match(stretch) ?? []);
  const texts = pieces.map((piece) => piece.trim()).filter((text) => text !== '');
  const backwards: Clause[] = [];
  for (const text of texts.slice(0, room).reverse()) {
    const next = backwards.at(-1);
    const questioned = next === undefined ? sentence.includes('?') : next.asks && unfinished.shape.test(text);
    backwards.push(clauseOf(text, questioned));
  }
  return backwards.reverse();
}

function clauseOf(text: string, questioned: boolean): Clause {
  const fits = sift(text);
  return {
    text,
    fits,
    asks: questioned || fits(asking),
    presumes: fits(presuming),
    supposes: fits(supposing),
    reports: fits(reporting),
    wishes: fits(wishing),
    others: fits(others),
    believes: fits(believing),
    guesses: fits(guessing),
  };
}
