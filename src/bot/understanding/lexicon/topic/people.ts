import { re } from '../../pattern.ts';
import type { Asking } from '../../rule.ts';
import { nai } from '../words.ts';

/** What people ask about those who could help, this bot among them, or tell of them. */
export const people: readonly Asking[] = [
  {
    topic: 'phone-number',
    always: true,
    shape: re`
      ^(?!.*(?:業者|復旧|画面の|印)).*(?:電話|窓口|センター|サポート|連絡先|デスク).{0,6}番号(?:を|は|って
        |が)?(?:教え|知り|何|なん|どこ|わか|分か|知って|ありま|ある|$)
      |\b(?:phone|telephone) number\b(?!.*\d)|\bnumber (?:to|i can) call\b|\bwhat(?:s| is) (?:the|their|your) number\b`,
  },
  {
    topic: 'told-desk',
    always: true,
    shape: re`
      (?:情シス|管理者|it部門|it担当|システム部|ヘルプデスク|社内の窓口|会社の窓口|担当者|先生|上司)(?:の人|さん)?(?:に|へ)(?:は|も)?(?:もう
        |既に|すでに|先に|昨日|今朝)?(?:言(?:った(?!ほう|方|ら)|って(?:あ|い)|いました)|(?:伝え|連絡し|報告し|話し|相談し
        |メールし|電話し|問い合わせ)(?:済|た(?!い|ら|ほう|方)|て(?:あ|い)(?:る|り|ます)|てます|まし(?!ょ)))
      |\b(?:already |ive |have |i )(?:already )?(?:told|informed|contacted|emailed|asked|called) (?:the |my |our )?(?:it|it (?:desk
        |team|department|dept|admin)|admin|administrator|help ?desk)(?: already)?\b(?! (?:to|for|if|about how))`,
  },
  {
    topic: 'desk-away',
    always: true,
    shape: re`
      (?:情シス|管理者|情報システム部?門?|it(?:部門|担当|管理者)|担当者|ヘルプデスク)(?:の人|さん)?(?:は|が|も)(?:今日は?|今は?|明日は?|もう|全員)*(?:休|不在|留守|つかまら|捕まら|電話に出)
      |\b(?:it|it (?:desk|department|team|admin)|admin|help ?desk) (?:is|are) (?:closed|away|off|out|on (?:leave|holiday|vacation))\b`,
  },
  {
    topic: 'it-desk',
    always: true,
    shape: re`
      (?:情シス|管理者|情報システム部?門?|it(?:部門|担当|管理者))(?:の人|さん|なんて|とか)?(?:って|とは|は|が
        |も|なんて)?(?:.{0,4})?(?:誰(?!に)|だれ(?!に)|何(?!も|度|回)|なに|どこ|どの人|い(?:ない|ません)|おらん|いない
        |おりませ|存在し${nai}|(?<=は|が|も|なんて)(?:ない|ありませ))
      |(?:誰|だれ|どこ|派遣先|派遣元|担当者?|会社|学校|上司|先生|総務)(?:の(?:人|担当者?))?(?:さん)?に(?:[言い]えば|聞けば|きけば|頼めば|連絡すれば
        |相談すれば|(?:言っ|聞い|連絡し|相談し)たら|頼んだら)(?:いい|よい|良い|ええ)
      |\bwho (?:should|do|can) i (?:ask|tell|contact)\b
      |\bwho(?:s| is) (?:the |my |our )?(?:it|it admin|admin|administrator|it desk)\b
      |\bwhat(?:s| is) (?:an? |the )?it (?:desk|department|admin)\b
      |\b(?:there(?:s| is)|we have) no it$|\b(?:no|dont have (?:an?|any)|without an?) (?:it (?:department|dept|desk|team|staff|person|admin)|admin|administrator)\b`,
  },
  {
    topic: 'who-are-you',
    shape: re`
      ^(?:あなた|そちら|これ|君|きみ|中の人|相手|このチャット|話し?てる?のは?)?(?:って|は|が|も)?(?:本物の
        |生身の)?(?:ai|ボット|bot|ロボット|人間|機械|人|自動応答|プログラム|chat ?gpt|gpt|何者|誰|だれ)(?:さん)?(?:です
        |なの|なん(?:です)?|が(?:答え|返事|話し)て(?:い?る|い?ます|くれて).{0,6})?(?:か|の)?$
      |(?:人|人間|ai|ボット|機械)と(?:話し|しゃべっ|チャットし)て(?:い?る|い?ます)(?:の|ん|か|$)
      |\b(?:are|r) (?:you|u) (?:\w+ ){0,2}(?:bot|robot|ai|human|person|machine|real|program|computer)\b
      |\bis (?:this|it|that) (?:\w+ ){0,2}(?:bot|robot|ai|human|person|machine|program)\b|\bwho are you\b
      |\bam i (?:talking|speaking|chatting) (?:to|with)\b`,
  },
  {
    topic: 'no-usb',
    always: true,
    shape: re`
      (?:usb|外付け|コピー先|保存先|sdカード)(?:の)?(?:メモリー?|ドライブ|hdd|ssd|ハードディスク|の機器)*(?:が|は|も|を|なんて
        |とか)?(?:手元に|家に|うちに|1つも|何も)?(?:な(?:い|く)|無い|ありませ|(?:持|も)って${nai}|持ち合わせ)
      |\b(?:dont have|no|havent got|without|dont own)(?: \w+){0,3} (?:usb|external (?:drive|disk|hard drive)|flash drive|thumb drive)`,
  },
];
