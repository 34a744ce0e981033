import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

const who =
  '(?:出品者|販売(?:店|者|元|業者)|売(?:主|り手|った人|ってくれた(?:人|方)|った方)|購入(?:店|元|先)|買ったお?店|お?店(?:の人|員|側|さん|舗)?|ショップ|(?<!復旧|専門)業者|譲ってくれた(?:人|方)|くれた(?:人|方)|前の(?:持ち主|所有者)|元の?持ち主|オーナー|seller|shop|store|vendor|dealer|previous owner|retailer|the guy)';
const unreachable = { seller: 'unreachable' } as const;
const answered = { seller: 'answered' } as const;
const asked = { seller: 'asked' } as const;

/** Whether the seller was asked, and whether they answered. */
export const seller: Lexicon = {
  named: re`${who}`,
  questions: ['seller'],
  hearsay: true,
  deed: true,
  tells: [],
  answers: [
    [
      re`
        (?:返事|返信|回答|連絡|レス)(?:を|は|が)?(?:待ち|待って|まち|まだ)|まだ(?:返事|返信|回答|連絡)
        |\bwaiting (?:for|to hear|on)\b|\bhavent heard (?:back )?yet\b|\bno (?:reply|answer|response) yet\b`,
      asked,
    ],
    [
      re`
        (?:連絡|電話|メール|メッセージ)(?:が|は|も|先が|先は)?(?:取れ|とれ|つか|付か|つながら|繋がら|でき|届か
          |わから|分から|返って(?:こ|来))(?:て)?${nai}
        |(?:返事|返信|回答|反応|応答)(?:が|は|も)?(?:全然|まったく|一切)?(?:来|き|こ|ない|無い|なし|ありませ
          |もらえ)(?:て)?(?:${nai})?(?<=ない|ません|ん|無い|なし|ず|へん)
        |退会|音信不通
        |(?:潰れ|つぶれ|閉店|閉業|倒産|廃業|なくなっ|無くなっ|ブロックされ|無視|消え(?:た|て)|もういない)
        |\b(?:isnt|not|wont|doesnt|never|hasnt|havent|didnt) (?:\w+ )?(?:respond\w*|repl\w*|answer\w*|got back
          |heard)
        |\b(?:cant|cannot|couldnt|unable to|no way to) (?:reach|contact|find|get)
        |\b(?:gone|disappeared|vanished|closed|out of business|ghosted|ignor\w+|deleted|blocked|shut down)\b
        |\bno (?:reply|answer|response)\b`,
      unreachable,
    ],
    [
      re`
        (?:返事|返信|回答|連絡|答え)(?:が|を|は)?(?:あ(?:った|り(?:まし)?)|来(?:た|まし|て)|きた|きまし|届
          |もら(?:った|いまし|え(?:た|まし))|貰|返って(?:き|来)|いただ|頂)
        |(?:に|から)(?:は)?(?:.{0,12})(?:と言われ|って言われ|と回答|との(?:返事|回答|こと)|だそう|教えて(?:もら
          |くれ))
        |\b(?:replied|answered|responded|got back to me|wrote back|told me|got (?:a|an|the) (?:reply|answer
          |response)|heard back)\b`,
      answered,
    ],
    [
      re`
        (?:問い合わせ|問合せ|といあわせ|聞(?:い|き)|きい|連絡(?:し|済|を?入れ)|質問(?:し)?|メール(?:し|を)
          |メッセージ(?:を)?(?:し|送)|確認(?:し|中)|電話(?:し|を))(?:た|て(?!み(?:る|ます))|まし|済|中|だ|送)
        |(?:問い合わせ|連絡|確認|質問)(?:中|済)|\b(?:asked|contacted|emailed|messaged|called|wrote to|reached out|phoned)\b`,
      asked,
    ],
  ],
};
