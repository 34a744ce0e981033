import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';
import { nai } from '../words.ts';

/** Says no more than that Windows is not activated, or that help is needed: heard where nothing else was. */
export const problem = re`
  (?:認証|アクティベート|アクティベーション)(?:が|を|は|も)?(?:でき|出来|でけ|され|通|とお|しよう)(?:て|ら|り)?(?:${nai}|と)
  |(?:アクチベーション|アクチベート)(?:が|を|は|も)?(?:でき|出来|され|通)(?:て)?${nai}|(?:認証|ライセンス)(?:が|は)?(?:切れ|外れ|はずれ)(?:た|て|まし)
  |^(?:これ|それ|で|じゃあ?|私は|もう|まず)*(?:どう|どない|何(?:を)?|なに(?:を)?)(?:したら|すれば)(?:いい|ええ|よい)|困(?:って|り)|助けて|エラーが(?:出|で)
  |\b(?:not|isnt|wont|cant|cannot|doesnt|unable to|never)(?: \w+)? activat\w*|\bsay(?:s|ing)? not activ\w+|\bhelp me\b|\bwhat (?:do|should) i do\b`;

/** What people tell of themselves or of their account: no news of the PC, but not to be passed over. */
export const moods: readonly Asking[] = [
  {
    topic: 'account',
    always: true,
    shape: re`
      ^(?!.*(?:vpn|会社|学校|社内|配られ)).*(?:アカウント|パスワード|サインイン)(?:.{0,8})?(?:忘れ|わすれ|思い出せ${nai}|(?:わか|分か)ら(?:ない|ん|なく))
      |\b(?:forgot|forget|dont remember|lost)\b.{0,20}\b(?:account|password|pass ?code)\b`,
  },
  {
    topic: 'not-linked',
    always: true,
    shape: re`
      (?:紐|ひも)(?:付|づ|つ)(?:け|い|く)?.{0,10}(?:${nai}|デバイス)(?:が|は)?(?:.{0,4})?(?:${nai})?|リンクされて${nai}
      |\b(?:no|any) devices? (?:linked|found)|\bnot linked\b|\b(?:never|didnt|hasnt been) link(?:ed)?\b`,
  },
  {
    topic: 'virus',
    shape: re`(?:ウイルス|ウィルス|マルウェア|ハッキング|乗っ取)(?:です|でしょう|なの|なん|かな|に(?:感染|かかっ)|され)|\b(?:virus|malware|hacked|scam)\b`,
  },
  {
    topic: 'hurry',
    always: true,
    shape: re`
      急ぎ(?:です|なん|なので|ます|で(?!は)|たい|$)|急いで(?:い?る|い?ます|ん)|^(?:もう|いいから)*(?:早|はや)く(?:して|教えて|なおして|直して)(?:よ|ね|くれ|くだ|ほし|$)
      |(?:今日中|今夜|今晩|今すぐ|明日まで|至急)(?:に|には)?(?:は|でも)?(?:.{0,8})?(?:なんと|使い|必要|直し|提出|要る|困|$|なの)
      |締め?切り?(?:が|は|で|に|まで)|\b(?:urgent(?:ly)?|asap|in a hurry|deadline|as soon as possible)\b`,
  },
  {
    topic: 'upset',
    always: true,
    shape: re`
      時間の無駄|いい加減に|ふざけ(?:ん|る)な|役(?:に)?立た(?:ない|ん|ねえ)|使えねえ|うんざり|いらいら|腹(?:が)?立|話にならな|ぽんこつ
      |^(?:ああ|もう|本当に|ほんと)+(?:いや|嫌|やだ)(?:だ|です|$)|(?:いや|嫌)にな(?:っ|る|り)|(?:疲|つか)れ(?:た|まし)|泣きそう|泣きたい|心が?折れ
      |\b(?:waste of (?:my )?time|useless|ridiculous|frustrat\w+|fed up|stupid bot)\b`,
  },
];
