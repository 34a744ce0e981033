import { re } from '../pattern.ts';
import type { Phrase } from '../rule.ts';

/** What people say out of politeness. */
export const courtesy: readonly Phrase[] = [
  {
    intent: 'thanks',
    whole: re`
      ^(?:どうも|本当に|ほんとに|誠に|いろいろ|色々|ご丁寧に|親切に|丁寧に|教えてくれて|とても|大変|すごく
        |マジで|まじ|thanks|ok|了解)*(?:ありがと(?:う)?(?:ございま(?:す|した)|です|ね|な)?
        |有難う(?:ございま(?:す|した))?|有り難う(?:ございま(?:す|した))?|あざ(?:す|っす|ます|ました|まーす)
        |サンキュー?|サンクス|サンクー|さんきゅー?|感謝(?:します|です|しかない)?|[良よ]かった|安心し(?:た|ました)|ほっとし(?:た|ました)|助かり(?:ます|ました)|助かった|たすかった
        |おおきに|どうも|thanks|thank you|thank u|thx|thnx|ty|tysm|tks|cheers|much appreciated|appreciate it
        |appreciated|many thanks|thanks a lot|thank you so much|thank you very much|thanks so much
        |thanks for (?:your |the |all )*(?:help|support|info|time)|thank you for (?:your |the )*(?:help|support
        |time)|great thanks|ok thanks|nice one|you rock)+$`,
    clause: re`^(?:どうも)?ありがとう|\bthank(?:s| you)\b`,
  },
  {
    intent: 'got-it',
    at: ['closed'],
    whole: re`
      ^(?:わかりました|わかった|分かりました|分かった|了解|了解しました|承知しました|かしこまりました
        |(?:じゃあ?|では|明日|あした|来週|週末|情シスに|学校に|会社に|お?店に|先生に)*(?:待ちます|やります|やってみます|(?:連絡し|電話し|問い合わせ|送っ|伝え|聞い|きい|頼ん)[てで]み(?:ます|る)|送ります|聞きます|伝えます)
        |(?:もう一度|もう一回|あとで|後で|これから|早速|さっそく)?(?:試して|ためして|やって)み(?:ます|る|ますね)
        |got it|will do|understood|ill (?:try|do) (?:it|that|this)|ill try)+$`,
  },
  {
    intent: 'greeting',
    whole: re`
      ^(?:こんにち[はわ]|こんばん[はわ]|おはよう?(?:ございます)?|おは|はじめまして|初めまして|もしもし|やあ
        |よろしく(?:お願い(?:します|いたします|致します))?|宜しくお願いします|お世話になって(?:い|お)?(?:ります
        |ます)|お疲れ様(?:です)?|おつかれ(?:さま)?(?:です)?|すみません|すいません|hello|hi|hey|hiya|yo|heya
        |hi there|hello there|hey there|good (?:morning|afternoon|evening|day)|greetings|howdy|sup|whats up
        |hi bot|hello bot|ハロー|ども|どうも|ちわ|ちわっす|ちーす)+$`,
  },
];
