import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';

/** What people say to go through a list faster, slower or past it. */
export const pace: readonly Phrase[] = [
  {
    intent: 'skip',
    whole: re`
      ^(?:この(?:手順|ステップ|質問)?(?:は|を)?)?(?:スキップ|すきっぷ|(?:飛|と)ば(?:す|し|して|します|したい)
        |パス|ぱす|後回し|あと回し|省略)(?:する|します|して|で|したい|お願い(?:します)?|したいです|できますか
        |ください)?$
      |^(?:please )?(?:skip|skip (?:it|this|that|this (?:step|one|question|part|list))|pass)(?: please)?$
      |^can (?:i|we) skip (?:this|it|that)(?: step| one| part)?$|^この手順は(?:いい|いらない|不要)$`,
    clause: re`
      (?:この|その|これ|それ|ここ|今の)?(?:手順|ステップ|質問|リスト|作業|は|を)?(?:スキップ|飛ば)(?:し(?:たい
        |て(?:も)?(?:いい|ください|くれ|ほしい|次)|ます|よう)|す(?:$|よ|ね)|で)
      |\b(?:lets|id like to|want to|ill|can i|can we|could we) skip\b|^skip (?:this|that|it|the)\b`,
  },
  {
    intent: 'skip',
    at: ['list', 'step', 'stuck', 'advice', 'putback'],
    clause: re`
      (?:切り|止め|とめ|オフ(?!い)にし|無効にし|やり|触り|さわり|いじり)たく(?:は|も)?(?:な(?:い|く)|ありません)
      |(?:ほか|他)(?:の|に)?(?:いい|良い|別の)?(?:方法|手段|やり方|手)(?:(?:は|って|が)?(?:な(?:い|さそう)|あ(?:る|ります|りません))(?:の|ん)?(?:です)?か?|は|って)$
      |\b(?:dont|do not|rather not|wont) (?:want to |wanna )?(?:turn|switch|disable|stop|pause|touch) (?:it|that|this|them|the \w+|my \w+)\b
      |\b(?:any|another|is there a different) (?:other )?(?:way|option|method)s?$|\banything else (?:i can|to) try$`,
  },
  {
    intent: 'steps',
    at: ['list'],
    whole: re`
      ^(?:手順|説明|文|文章|全部)?(?:が|は)?(?:もっと)?(?:ちょっと|少し)?(?:長(?:い|すぎ(?:る|ます|て(?:読めない|わからない))?|くて(?:読めない|読めません|わからない|わかりません|無理))|短く(?:言って|して|お願い(?:します)?|教えて|まとめて)?)(?:ください)?$
      |^(?:thats |its |this is |way |much )*too long(?: to read)?$|^(?:make it |keep it )?(?:shorter|short)(?: please)?$|^tl;?dr$`,
  },
  {
    intent: 'steps',
    whole: re`
      ^(?:(?:手順(?:を|は)?)?(?:1つずつ|一つずつ|ひとつずつ|1個ずつ|一個ずつ|順番に|順に|ステップごとに?|1ステップずつ
        |少しずつ)(?:見る|言って|見たい|やる|やりたい|教えて|お願い(?:します)?|表示(?:して)?|進めたい|進める|説明して
        |で)?(?:ください)?|(?:show (?:me )?(?:it |them )?)?(?:step by step|one by one|one at a time
        |one step at a time)(?: please)?)$`,
    clause: re`
      (?:手順|ステップ) ?[1-9](?:番目?)?(?:だけ|のみ|を|の|は|って)*(?:見せ|見たい|教え|説明|表示|出し|知り|お願|$)
      |^[1-9](?:番目?|つ目|個目)(?:の(?:手順|ステップ))?(?:だけ|のみ|を)*(?:見せ|見たい|教え|説明|表示|出し|お願|(?<=だけ|のみ)$)
      |\b(?:show|give|tell|see|just|only)(?: me)? (?:the )?step (?:number )?[1-9]\b|^step [1-9](?: please| only)?$
      |(?:1つずつ|一つずつ|ひとつずつ|1個ずつ|1ステップずつ)(?:.{0,4})?(?:教え|見|お願|説明|進|案内|やり)
      |\b(?:step by step|one (?:step )?at a time|one by one)\b`,
  },
  {
    intent: 'all',
    whole: re`
      ^(?:(?:手順(?:を|は)?)?(?:まとめて|一気に|一度に|全部まとめて|一覧で?|全部|全手順|全ステップ)(?:見る
        |見たい|見せて|表示(?:して)?|教えて|出して|お願い(?:します)?)(?:ください)?|まとめて|一覧
        |(?:show (?:me )?)?(?:all steps|everything|them all|all of (?:them|it)|all at once|the (?:whole
        |full) list|it all|all)(?: at once)?(?: please)?)$`,
    clause: re`
      (?:まとめて|一気に|一度に|全部まとめて)(?:見|表示|教え|出し)|\ball (?:the )?steps at once\b
      |\bshow (?:me )?(?:all|everything|the whole|the full)\b`,
  },
  {
    intent: 'next',
    whole: re`
      ^(?:次|次へ|つぎ|次に|次の手順|次のステップ|次の質問|次は|次いこう|次お願い(?:します)?|次に進(?:む|みたい
        |みます|んで)|次へ進(?:む|みます)|次をお願い(?:します)?|進む|進みます|進んで|進めて|進めます|進めたい
        |先へ|先に進(?:む|みたい|んで)|ネクスト|next|next (?:step|one|please|question)|go on|proceed|move on
        |whats next|what next|and then|then|onward|go to (?:the )?next(?: step)?|what is next)$`,
  },
];
