import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';
import { nai } from './words.ts';

/** What people write once it is over: that it is not, or what it was that helped. */
export const afterwards: readonly Phrase[] = [
  {
    intent: 'not-solved',
    at: ['closed'],
    unasked: true,
    clause: re`
      まだ(?:.{0,8})?(?:困|おかし|変(?!わ)|だめ|終わ(?:って)?${nai})|困ったまま|(?:直|なお|治|終わ|解決し|済ん)(?:って|で|て)い?(?:ない|ません)
      |(?:また|再び|ふたたび|やっぱり?).{0,24}(?:出(?:た|て|る|ま)|表示(?:され|が)|なっ(?:た|て|ちゃ)|切れ|外れ|エラー|戻っ|認証され(?:な|ま))|ぶり返|^(?:え|いや|あの|ちょっと)*待って
      |\b(?:still|not) (?:having|need(?:s|ing)?|stuck|done|finished|over|resolved|solved)\b|\b(?:came|is|its|has come) back\b(?! (?:to|on|up|in|home))
      |\b(?:reappeared|returned)\b|\bhappen(?:s|ed|ing) again\b|\b(?:not|isnt) gone\b|\bagain$|^(?:wait|hold on|hang on)\b`,
  },
  {
    intent: 'solved',
    clause: re`\b(?:it|windows) (?:is |has |was |got |finally |now )*activated (?:after|once|when|as soon as) i (?:\w+ )?(?:connected|restarted|rebooted|signed|entered|ran|did|reset|turned|bought|put|set|switched|used)\b`,
    plain: true,
  },
];
