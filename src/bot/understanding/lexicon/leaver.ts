import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { market, nai, org, orgEn, secondhand, thing } from './words.ts';

const employer = '(?:会社|職場|勤務先|勤め先|学校|大学|バイト先|派遣先|職)';
const given = { employment: 'left', ownership: 'given', origin: 'used' } as const;
const borrowed = { employment: 'left', ownership: 'borrowed', origin: 'organization' } as const;
const left = { employment: 'left', origin: 'organization' } as const;

/** A PC of an employer or a school that the person has left. */
export const leaver: Lexicon = {
  grave: true,
  tells: [
    [re`${thing}(?:と)?(?:じゃ|では|で(?=な))${nai}`, {}],
    [
      re`
        (?:退職|卒業|定年|辞め|やめ)(?!.{0,12}買って(?:もら|くれ))(?!(?:た|し|て|い|る|す|の)*${employer}(?:の|から|で))(?:た|る|する|した|の)?(?:会社)?(?:時|とき|際|記念|祝い|後|ついで|にあたって
          |に)?.{0,14}(?:譲|もら(?!って${nai})|貰|買い取|買取|引き取|頂|いただ|餞別|くれ)
        |(?:前|元|以前|前職)の?(?:${org}).{0,10}(?:譲|買い取|買取|引き取|餞別|払い下げ)
        |\b(?:kept|keep|given|gave|bought)\b.{0,40}\bwhen i (?:left|quit|retired|graduated)\b
        |\b(?:left|quit|retired|graduated)\b.{0,40}\b(?:let me keep|gave (?:it|me)|i bought it)\b`,
      given,
    ],
    // Of a PC that was bought used, the former company is the owner's before.
    [re`${secondhand}|${market}`, {}],
    [
      re`
        (?:退職|辞め|やめ|卒業|前の${employer}|前職|元${employer}|元の${employer}).{0,24}(?:返(?:し|却|さ)
          |借り(?:た|て)).{0,8}(?:${nai}|忘れ|まま|必要|ないと|予定)
        |\b(?:left|quit|former|previous|old|ex)\b.{0,40}\b(?:still have|still got|still using|never returned
          |havent returned|have to return|need to return)\b`,
      borrowed,
    ],
    [
      re`
        (?:退職|辞め|やめ|クビになっ|卒業)(?:た|し|て|る|する|していた)*(?:後|あと|直後)?(?:の
          |元の)?${employer}(?:の|から|で)(?:.{0,6})?(?:${thing}|支給|貸与|借|もら|$)
        |(?:前|元|以前(?:の|いた|勤めて)|昔)の?(?:${employer})(?:の|から|で)?(?:.{0,6})?(?:${thing}|支給|貸与|借
          |使って)
        |(?:前職|前の職場|元職場|元勤務先)(?:の|で|から)(?:.{0,6})?(?:${thing}|支給|貸与|借|使って|もら)
        |(?:${org})を?(?:辞め|やめ|退職し|クビになっ|卒業し)(?:た|て|まし).{0,20}(?:${thing}|使って)
        |(?:${org}).{0,12}(?:${thing}|支給|貸与|配られ|借り).{0,10}(?:退職|卒業|離職)(?:後|した(?:後|あと)|してから)
        |(?:退職|卒業)(?:後|して).{0,10}(?:会社|学校|大学|職場)の?(?:${thing}|支給)
        |(?:\b(?:former|previous|ex)|\bmy (?:old|last))[ -]?(?:employers?|companys?|works?|jobs?|schools?
          |universitys?|workplace)\b
        |\b(?:company|job|employer|school) (?:that )?i (?:left|quit|used to work|no longer)\b
        |\bi (?:left|quit|was (?:fired|laid off)|got (?:fired|laid off)|retired|resigned)\b.{0,40}\b(?:laptop|pc
          |computer|machine|device|it)\b`,
      left,
    ],
    [
      re`
        (?:退職|辞職|離職|定年退職|転職)(?:し(?:た|て|まし)|済)
        |^(?!.*(?:息子|娘|子ども|子供|弟|妹|孫|兄|姉|友達|友人)さ?ん?[がは]).*卒業(?:し(?:まし)?た|済み?です)(?=$|よ|の[でに]|から|けど|が|ん)|\bi(?:ve| have)? (?:already |just )?graduated\b
        |(?:${employer})を?(?:辞め|やめ|退職し)(?:た|て|まし)
        |\bi(?:ve| have)? (?:left|quit) (?:the |my )?(?:company|job|employer|school)\b
        |\bi (?:no longer|dont) work (?:there|for)\b`,
      { employment: 'left' },
    ],
  ],
};

/** Whether a PC of an employer or a school is borrowed or given. */
export const ownership: Lexicon = {
  questions: ['leaver'],
  grave: true,
  tells: [
    // "I got it from my company" says it of a loan and of a gift; against the loan that is also heard, it leaves both open.
    [
      re`^(?!.*(?:支給|貸与|仕事|業務|入社|辞め|やめ|退職|卒業|前の|元の|前職)).*${org}から(?:もらっ|貰っ|頂い|いただい)`,
      { origin: 'used' },
    ],
    [
      re`
        返(?:さ|却し)なくて(?:も)?(?:いい|よい|良い|大丈夫|ok|構わ|かまわ)|返却(?:は|も)?(?:不要|いらない|の?必要(?:は|が)?な)
        |^(?:もう|今後も)?(?:その|この)まま(?:使|持)って(?:い)?(?:て)?(?:も)?(?:いい|よい|良い|ok)(?:よ)?(?:と|って)(?:言わ?れ|いわれ|$)
        |\b(?:they|(?:my|the) (?:${orgEn})) (?:\w+ )?(?:let me|(?:said|told me)(?: that)? (?:i (?:can|could|may)|to)) keep (?:it|this|that|the (?:\w+ )?(?:laptop|pc|computer))\b
        |\b(?:dont|do not) (?:have|need) to (?:return it|give it back)\b`,
      { ownership: 'given', origin: 'used' },
    ],
    [
      re`
        (?:pc|パソコン|ノートpc|端末|本体|機材|会社に|大学に|学校に)(?:は|を
          |も)?(?:まだ)?(?:.{0,4})?(?:返(?:して|却(?:して)?|せて|し)${nai}|借りたまま|返し忘れ)
        |\bstill (?:have|got|using) (?:their|the companys|the schools) `,
      { ownership: 'borrowed', origin: 'organization' },
    ],
  ],
};
