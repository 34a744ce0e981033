import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';
import { nai } from './words.ts';

/** Replies to "did you put protection back on?". 「そのまま」 alone is no yes: it may still be off. */
export const putback: readonly Phrase[] = [
  {
    intent: 'done',
    at: ['advice', 'putback'],
    whole: re`
      ^(?:はい|うん|ええ|もう|ちゃんと|全部|きちんと|元に|オンに)*(?:戻した|戻しました|戻してある|戻してあります
        |戻して(?:い?る|い?ます)|戻って(?:い?る|い?ます)|戻しといた|戻しておきました|もどした|もどしました|オンにした|オンにしました|有効にした
        |有効にしました|つけた|つけました|再開した|再開しました|元通り
        |元どおり|もとどおり|入れ直した|入れ直しました)(?:よ|ね|で|わ)?$
      |^(?:its |theyre |they are |it is |both |all )*(?:still |already |always )?on(?: again)?$
      |^(?:i )?left (?:it|them) on$`,
    clause: re`
      (?:切(?:っ|り)|止め|無効(?:に|化)?し|オフ(?!い)にし|停止し|変え|いじっ|触っ|さわっ|弱め)(?:て|た(?:こと|覚え)(?:は|が)?)(?:は|い)*${nai}
      |オン(?:の|に(?:した|なっている?|なってる))?(?:ままです|まま$|$)|オンになって(?:い?る|い?ます)|(?:最初|はじめ|もと|元)から(?:ずっと)?オン
      |(?:最初から|ずっと|触らず|元の?)(?:その)?まま
      |\b(?:never|didnt|havent|not) (?:\w+ )?(?:turn(?:ed)?|switch(?:ed)?|disabled?|paused?|touch(?:ed)?)\b(?!.*\b(?:back|on|yet)\b)`,
    unless: re`オフ(?!い)の?まま|切れ|オフ(?!い)に?なって`,
  },
  {
    // That something else was done says nothing of the protection.
    intent: 'done',
    at: ['putback'],
    plain: true,
    clause: re`
      (?:(?:戻|もど)し|(?:オン|有効)に(?:し|切り替え|なり)|再開(?:し)?)(?:まし)?た(?!い)|(?:オン|有効)になった
      |\b(?:turned|switched|put) (?:\w+ ){0,3}(?:back )?on\b|\bre-?enabled\b`,
  },
  {
    intent: 'no',
    at: ['advice', 'putback'],
    clause: re`
      まだ(?:です|だ|$|(?:.{0,6})(?:戻し|オンに|やって|して)${nai})|(?:戻|オンに|再開|有効に)(?:し|な)?(?:て|って)${nai}|忘れて|これからやり
      |オフ(?!い)の?まま|^そのまま(?:です)?$|(?:戻し|直し|入れ)(?:かた|方)(?:を|は|って)?(?:教え|どう|知り|$)
      |\b(?:havent|didnt|not) (?:\w+ )?(?:turn(?:ed)?|switch(?:ed)?|put)(?: it| them)?(?: back)? on\b
      |\bhow (?:do|can|should) i (?:turn|switch|put)\b|\b(?:not yet|still off|i forgot)\b`,
  },
  {
    intent: 'stuck',
    at: ['advice', 'putback'],
    clause: re`戻(?:せ|ら|り)${nai}|オンに(?:でき|なら|せ)${nai}|\b(?:cant|cannot|wont|unable)\b.{0,20}\b(?:on|back)\b`,
  },
];
