import { foldKana } from './fold.ts';
import { file, type Pattern } from './sieve.ts';

type Source = readonly [strings: TemplateStringsArray, ...parts: readonly string[]];

/** A pattern over folded text. Line breaks and indents in the source mean nothing; a long vowel mark that ends a word may be missing in the text. */
export const re = (...source: Source): Pattern => file(new RegExp(written(source)));

/** A piece of a pattern, to be used inside others. */
export const part = (...source: Source): string => `(?:${written(source)})`;

/** A pattern for a whole reply, but for what people put around it: 「たぶん…だと思います」. */
export const reply = (...source: Source): Pattern => file(new RegExp(`^${before}*(?:${written(source)})${after}*$`));

function written([{ raw }, ...parts]: Source): string {
  const joined = raw.map((piece, at) => piece + (parts[at] ?? '')).join('');
  return foldKana(joined.replace(/\n\s*/g, '')).replace(/(?<=[ぁ-ん]ー?[ぁ-ん][ぁ-んー]?)ー(?![ぁ-ん?])/g, 'ー?');
}

const before = part`
  (?:はい|いいえ|いえ|うん|ええ|いや|あ|あの|えっと|まあ|たぶん|多分|おそらく|確か|たしか|一応|今は|いまは|今日は|本日は|今
    |いま|現在は?|もう|まだ|やっぱり?|実は|さっき|先ほど|朝から|昨日から|ずっと|さっきから|これは?|それは?
    |この(?:pc|パソコン)は|普通に|普通の|ただの|yes|yeah|yep|but|ok|well|i think|i believe|i guess|probably|its
    |it is|it was|this is|thats|im|i am|we are|just|actually|currently|a|an|the)[、 ]?`;
const after = part`
  (?:です|でした|だった|った|だ|よ|ね|な|なあ|わ|さ|っす|や|やで|やわ|やねん|ばい|けん|ます|ました|と思う|と思います
    |と思うんです|かと思います|みたい|っぽい|はず|なん|んだ|ん|の|ので|けど|けども|から|が|かな
    |かも(?:しれ(?:ない|ません))?|w| ?(?:please|i think|i guess|lol|now|right now|too|probably|though|actually
    |at the moment|currently))`;
