import { foldKana } from './fold.ts';

const wordsOf = (words: string): readonly string[] => foldKana(words).split('|');

const before = wordsOf(
  [
    'はい|いいえ|いえ|うん|ええ|いや|あ|あの|えっと|まあ|たぶん|多分|おそらく|確か|たしか|一応|今は|いまは|今日は|本日は|今|いま',
    '現在|現在は|もう|まだ|やっぱ|やっぱり|実は|さっき|先ほど|朝から|昨日から|ずっと|さっきから|これ|これは|それ|それは',
    'このpcは|このパソコンは|普通に|普通の|ただの|yes|yeah|yep|but|ok|well|i think|i believe|i guess|probably|its',
    'it is|it was|this is|thats|im|i am|we are|just|actually|currently|a|an|the',
  ].join('|'),
);
const after = wordsOf(
  [
    'です|でした|だった|った|だ|よ|ね|な|なあ|わ|さ|っす|や|やで|やわ|やねん|ばい|けん|ます|ました|と思う|と思います',
    'と思うんです|かと思います|みたい|っぽい|はず|なん|んだ|ん|の|ので|けど|けども|から|が|かな|かも|かもしれない',
    'かもしれません|w|please|i think|i guess|lol|now|right now|too|probably|though|actually|at the moment|currently',
  ].join('|'),
);
const any = (words: readonly string[]): string => `(?:${words.join('|')})`;
/** What may stand around a reply, as a pattern; it is not for matching, since no pattern takes it apart in linear time. */
export const around = { before: `(?:${any(before)}[、 ]?)`, after: `(?: ?${any(after)})` };

/** Places where a reply may begin, and where it may end; nobody puts more around one. */
const begins = 6;
const ends = 12;

/** A reply with what follows it, and where it ends in that. */
export interface Peeled {
  readonly rest: string;
  readonly text: string;
}

let last: { readonly text: string; readonly peeled: readonly Peeled[] } = { text: '', peeled: [] };

/** The replies that a clause may consist of, without what people put around them: 「たぶん…だと思います」; the fullest first. */
export function peel(text: string): readonly Peeled[] {
  if (last.text === text) return last.peeled;
  const starts = startsIn(text);
  const stops = stopsIn(text);
  const peeled = starts.flatMap((start) =>
    stops.filter((stop) => stop > start).map((stop) => ({ rest: text.slice(start), text: text.slice(start, stop) })),
  );
  last = { text, peeled };
  return peeled;
}

function startsIn(text: string): readonly number[] {
  const found = new Set([0]);
  for (const at of found) {
    if (found.size >= begins) break;
    for (const word of before.filter((one) => text.startsWith(one, at))) {
      const next = at + word.length;
      found.add(next);
      if (/[、 ]/.test(text.charAt(next))) found.add(next + 1);
    }
  }
  return [...found];
}

function stopsIn(text: string): readonly number[] {
  const found = new Set([text.length]);
  for (const at of found) {
    if (found.size >= ends) break;
    for (const word of after.filter((one) => text.endsWith(one, at))) {
      const next = at - word.length;
      found.add(next);
      if (text.charAt(next - 1) === ' ') found.add(next - 1);
    }
  }
  return [...found];
}
