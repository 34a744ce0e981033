import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

const ok = { network: 'ok' } as const;
const down = { network: 'down' } as const;

/** Whether the internet works on this PC. */
export const network: Lexicon = {
  named: re`
    (?<!社内|校内|会社の|オフィスの|イントラ|内部|マーケ)(?:ネット(?!ワークアダ|ワークドライブ|ワークカード
      |ショップ|通販|オーク|で(?:買|購|調|安|見つ|拾|注文|検索|\d))|インターネット)
    |wi-?fi|ワイファイ|無線|回線|ルーター|モデム|onu|lanケーブル|通信|電波|youtube|ユーチューブ|yahoo
    |ヤフー(?!オク|シ)|google(?!ドライブ| ?drive)|グーグル|ブラウザー?|サイト|ウェブ|web|ホームページ
    |オンライン(?!スト|ショ|ゲ)|オフライン|圏外|機内モード|\bnet\b
    |\bpages? (?:wont|doesnt|dont|arent|not|load|open)|\binternets?\b|\bonline\b|\boffline\b|\bbrowser\b
    |\bwebsites?\b|\bweb ?pages?\b|\bnetwork\b|\bethernet\b|\brouters?\b|\bmodem\b|\bbroadband\b|\bnetflix\b`,
  deed: true,
  tells: [
    [
      re`
        (?:動画|zoom|ズーム|youtube|ユーチューブ|ネトフリ|netflix|インスタ|twitter|ツイッター|line
          |テレビ会議)(?:も|は|とか|なら|が)(?:.{0,6})?(?:見れ|見られ|使え|でき|問題な|つなが|観)(?:る|て|ます
          |い|ら)`,
      ok,
    ],
  ],
  answers: [
    [
      re`
        \bon my phone\b|スマホ(?:で|だと)は?.{0,10}(?:つなが|使え|見れ)
        |(?:ホテル|カフェ|スタバ|自宅|家|実家|空港|図書館|スマホ)の(?:wi-?fi|回線|ネット|インターネット)(?:で|を
          |から|に|使|経由)
        |vpn|サーバー|\bserver|組織|社内|校内|学内|会社の(?:lan|ネット|wi)
        |(?:office|company|corporate|school|organi[sz]ation\w*|internal|work) (?:\w+ )?(?:network|lan|wi-?fi)
        |intranet|遅|重い|\bslow`,
      {},
    ],
    [re`\bno (?:internet|network|wi-?fi|connection) (?:problems?|issues?|trouble)\b`, ok],
    [
      re`
        オフライン|圏外|機内モード|不通|\boffline\b|(?:つな|繋)が?[らりれっ](?:れ|て)*${nai}
        |(?:つな|繋)(?:がら|がん)(?:ん|な|へ)|(?:接続|通信)(?:が)?(?:でき|し|され|出来)(?:て|ら)?${nai}
        |(?:使え|見れ|見られ|みれ|開け|ひらけ|開か|表示(?:され|でき)|拾え|拾わ|掴ま|掴め|つかま|つかめ|飛んで
          |来て|入ら|できて|動いて|通って|届か)(?:て|ら)?${nai}
        |切れ|切断|落ち(?:て|た|ま)|死ん|死んでる|止ま|消え|壊れ|故障|障害|抜け(?:て|た)|抜いて|ささって${nai}
        |断線|x(?:が|印|に|マーク|つ|付)|バツ|調子(?:が)?(?:悪|わる|おかし)|不調|弱い|だめ|駄目|不安定|途切れ
        |途絶|(?:ネット|wi-?fi|回線|インターネット|電波)(?:環境)?(?:が|は|も)?(?:ない|無い|なし|ありませ|未接続)
        |未接続|ランプ.{0,4}(?:消|赤)|契約し${nai}
        |\b(?:no|without|lost|losing|not connected to) (?:any |my |the |our )?(?:internet|wi-?fi|network
          |connection|online)
        |\bbut not on (?:the|my|this) (?:pc|computer|laptop)
        |\b(?:is|are|s|went|gone|keeps going|been) (?:down|out|dead|off|broken)\b
        |\b(?:cant|cannot|couldnt|unable to|wont|doesnt|isnt|not|arent|dont)\b(?: \w+){0,3} (?:online|load|open
          |connect|connected|work|working|internet|browse|wi-?fi|access)
        |\b(?:dead|down|broken|out)$|\b(?:keeps dropping|drops|dropped|disconnected|unstable|spotty)\b`,
      down,
    ],
    [
      re`
        (?:問題|異常|不具合|支障)(?:は|も|が)?(?:な|あり)|つなが(?:って|り(?:ま|っ)|る|った)
        |繋が(?:って|り(?:ま|っ)|る|った)|接続(?:済|中|でき|されて|は?ok|して(?:い?る|い?ま))
        |(?:使え|見れ|見られ|みれ|見え|開け|ひらけ|できて|動い|いけ|見)(?:て|る|ます|てる|た)
        |(?:使|つか)って(?:る|い)|表示(?:される|でき|されま)
        |(?:は|も|なら|に)(?:ちゃんと|普通に|問題なく)?(?:開く|開き(?:ます)|つなが(?:る|ります)|繋が(?:る
          |ります)|でき(?:る|ます)|(?:見|開|使)(?:え|れ|られ|け)(?:る|ます))
        |生きて|正常|大丈夫|ok|オッケー|平気|普通|サクサク|快適|良好|安定|来て(?:る|い)`,
      ok,
    ],
    [
      re`
        \b(?:can|able to) (?:watch|browse|open|load|use|surf|get|stream)\b
        |\b(?:works?|working|fine|ok|okay|good|connected|loads?|loading|(?:is|are|s) up|up and|stable|running
          |normal|normally|alright|no problems?|no issues?|open|opens|browse)\b`,
      ok,
    ],
  ],
};
