import { part, re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

const failing = { drive: 'failing' } as const;
const noisy = { drive: 'noisy' } as const;
const noise =
  '(?:クリック音|カチカチ|カッチカッチ|チクタク|チクチク|コチコチ|コツコツ|カチンカチン|kachi ?kachi|kata ?kata|kara ?kara|(?<!clock is )(?<!time is )\\btick(?:s|ing| tick)\\b(?! (?:the|a|all|it|off|this|that)\\b)|\\bbuzz(?:es|ing)\\b|カチャカチャ|カラカラ|カリカリ|ガラガラ|ガタガタ|ブーン|ピーピー|カチッ|カタカタ|カッコン|カコン|ガリガリ|ガコン|ガコガコ|ゴリゴリ|ギーギー|ギギ|キュルキュル|キーン|ジージー|チッチッ|異音|(?:変|へん|妙|おかし|嫌|いや|怪し|異常|聞き慣れ)(?:な|い)?(?:音|おと)|\\bclick(?:s|ing)?\\b(?! (?:on|the|activate|ok|next|here|it|that|a))|\\bgrind(?:s|ing)?\\b|\\b(?:strange|weird|odd|loud|funny|scratching|clunking) (?:noise|sound)s?\\b|\\bclunk(?:s|ing)?\\b|\\bwhirring\\b|\\bmak(?:es?|ing) (?:\\w+ )?(?:noises?|sounds?)\\b)';
const trouble =
  '(?:フリーズ|ふりーず|カクカク|固ま(?:る|って|り|っ)|かたま(?:る|って|り)|ハングアップ|ブルースクリーン|ブルスク|青い画面|bsod|blue ?screen)';
/** What follows a sign that is denied. */
const denied = part`
  (?:する|がする|こと|すること|たり)?(?:は|も|なんて|が)?(?:特に|全然|全く|一切)?(?:(?:し|聞こえ|なら|鳴ら|出|あり|起き)?(?:て)?${nai}
    |なし|無し)`;

/** Whether the drive shows signs of failing. */
export const drive: Lexicon = {
  questions: ['data'],
  cautious: true,
  tells: [
    // A noise that stopped was there.
    [
      re`
        ${noise}音?(?:が|は|も)?(?:もう|今は|急に)?(?:(?:し|聞こえ|なら|鳴ら|出)?(?:なく|無く)な(?:り|っ)|やん|止ん|止ま
          |とま|おさま|収ま|治ま|消え)
        |${noise}音?(?:が|は|も)?(?:もう|今は)(?:し|聞こえ|鳴ら|出)(?:て)?${nai}
        |\b(?:noises?|sounds?|clicking|grinding) (?:has |have |is |are )?(?:stopped|gone|went away)`,
      failing,
    ],
    [
      re`
        (?:${noise}(?:音?(?:など|とか|なんか)|.{0,4}(?:${trouble}|不具合))|(?:${trouble}|不具合).{0,4}${noise})${denied}
        |(?:ドライブ|hdd|ssd|ディスク)(?:は|も)?(?:正常|問題な|異常な|壊れて${nai}|元気|大丈夫)
        |\bno (?:strange |weird |odd |clicking |grinding )?(?:noises?|sounds?|click\w*|grinding) (?:or|and|nor) (?:freez\w+|crash\w+)
        |\bno (?:freez\w+|crash\w+) (?:or|and|nor) (?:\w+ )?(?:noises?|sounds?|click\w*|grinding)|不具合${denied}`,
      { drive: 'fine' },
    ],
    [
      re`
        ${trouble}${denied}|\bno (?:freez\w+|crash\w+)
        |\b(?:doesnt|does not|never|not|isnt|dont) (?:\w+ )?(?:freez\w+|crash\w*)`,
      { drive: 'steady' },
    ],
    [
      re`
        ${noise}音?${denied}
        |\bno (?:strange |weird |odd |clicking |grinding )?(?:noises?|sounds?|click\w*|grinding)\b
        |\b(?:doesnt|does not|never|not|isnt|dont) (?:\w+ )?(?:click\w*|make)`,
      { drive: 'quiet' },
    ],
    [
      re`
        (?:hdd|ssd|ハードディスク|ディスク|ドライブ).{0,14}(?:交換|換装|新し|新品|買い替え|入れ替え)|ネット|回線
        |通信|wi-?fi|サイト|ページ|ダウンロード|\binternet\b|\bnetwork\b|\bwebsites?\b|プリンター?|アプリ|ソフト
        |エクセル|ワード|\bword\b|\bexcel\b|\bzoom\b|\bteams\b|スピーカー|カメラ|vpn|認証(?:が|は)|マウス
        |キーボード|画面共有|返事|返信|返答|チャット|タイピング`,
      {},
    ],
    [
      re`(?<!dvd|cd|光学)(?:hdd|ssd|ハードディスク|ディスク|ドライブ)(?:の|から)(?:.{0,4})?音(?:が|も)?(?:.{0,6})?(?:うるさ|大き|やば|ひど|すご)(?!くは?${nai})`,
      noisy,
    ],
    // A copy that stops by itself; no room is another matter.
    [
      re`
        ^(?!.*(?:容量|空き|いっぱい|入りき|ネット|自分で)).*コピー(?:の途中|が途中|して(?:い?る|た)途中|中に|中で)(?:で|に)?(?:勝手に|急に|何度も)?(?:止ま|とま|固ま|動かな|進まな|切れ)
        |\b(?:stops?|stopped|freezes|hangs|stuck) (?:half ?way |in the middle of |during |while )+(?:the )?copy`,
      failing,
    ],
    [re`${noise}|(?!いろ|いち|そろ)(..っ?)\1(?:と|って)?(?:音|おと|いう|いって|いい|鳴|なって|なる)`, noisy],
    [
      re`
        ${trouble}|(?:動か|反応し)なく(?:なる|なって|なり)
        |(?:勝手に|突然|急に|よく|何度も|何回も|しょっちゅう|頻繁に|いきなり)(?:電源が)?(?:落ち|再起動
          |シャットダウン|切れ)(?:る|て|ます|す|し)
        |\bfreez(?:e|es|ing)\b|\bfroze(?:n)?\b|\bhangs?\b(?! up)|\bcrash(?:es|ing|ed)?\b|\blocks? up\b
        |\bunresponsive\b|\bshuts? (?:down|off) (?:by itself|randomly|on its own|suddenly)`,
      failing,
    ],
    [
      re`
        (?:起動|立ち上が|起ち上が|ブート|電源|動か)(?:が|に|も|は)?(?:し|ら|入ら|でき)?(?:ない|ません|なく
          |なかった|にくい|づらい|失敗)(?:こと|時|とき|場合|日|なる|なっ|なり|です|んで|ん|$)
        |(?:起動|立ち上が)(?:.{0,6})(?:何回|何度|時々|たまに|失敗)
        |(?:時々|たまに|よく|何回かに).{0,6}(?:起動し|立ち上がら)
        |\b(?:doesnt|does not|wont|will not|didnt|sometimes|fails to|refuses to|cant|not always
          |not) (?:\w+ )?(?:boot|start up|startup|start (?:windows|the computer)|turn on)\b
        |\bboot(?:s|ing)? (?:only|fails?|loop)\b
        |\btakes? (?:forever|ages|10|ten|20|an hour|half) (?:\w+ )?to (?:boot|start|load|open)`,
      failing,
    ],
    [
      re`
        (?:めちゃ(?:くちゃ|めちゃ)?|めっちゃ|すごく|すごい|凄く|ものすごく|もの凄く|とても|異常(?:に|な)|異様に
          |極端に|やたら|やけに|かなり|非常に|えらい|ずいぶん|ひどく|死ぬほど|信じられない(?:くらい|ほど)
          |尋常じゃな(?:い|く)|激|ありえない(?:くらい|ほど)|鬼|動作が?)(?:.{0,6})?(?:遅い|遅く|おそい|重い|重く
          |おもい|重たい|もっさり|時間がかか)
        |激重|激遅
        |(?:起動|動作|読み込み|読込|書き込み|開くの|動き|立ち上がり|ファイルを開く)(?:が|も|に
          |は)?(?:.{0,4})?(?:遅すぎ|重すぎ|何十分|10分|20分|30分|1時間|異常)
        |\b(?:very|really|extremely|super|so|terribly|painfully|incredibly|unbearably|awfully|insanely|crazy
          |too) (?:slow|sluggish|laggy)\b
        |\bslow as\b|\bcrawl(?:s|ing)\b`,
      failing,
    ],
    [
      re`
        (?:hdd|ssd|ハードディスク|ディスク|ドライブ|ストレージ)(?:が|も|は)?(?:.{0,6})?(?:壊|故障|死|不良|寿命
          |逝|いかれ|やられ|だめ|エラー|認識(?:し|され)|見え|読め|読み込|異常|瀕死|危な|やば|100)
        |不良セクタ|クリスタルディスク|crystaldisk|s\.?m\.?a\.?r\.?t\.?(?:.{0,6})(?:注意|異常|警告|エラー)
        |代替処理
        |(?:データ|ファイル|写真|フォルダー?)(?:が|も)(?:.{0,6})?(?:消えて(?:い[くき]|い?ること)|開(?:け|か)${nai}|壊れ(?:て|た)|見つから${nai}|読め${nai}|見当たら${nai}|破損)
        |\b(?:drive|disk|ssd|hdd|hard ?drive)(?: \w+){0,2} (?:fail\w*|dying|dead|dies|died|broken|corrupt\w*
          |errors?|isnt (?:detected|recogni[sz]ed)|not (?:detected|recogni[sz]ed)|disappear\w*|bad)\b
        |\bbad sectors?\b|\b(?:failing|dying|faulty|damaged|corrupted) (?:drive|disk|ssd|hdd|hard)
        |\bfiles? (?:are |is |went |have |has |keep |have gone |gone )?(?:\w+ )?(?:missing|disappear\w*
          |vanish\w*|corrupt\w*|unreadable)\b
        |\bsmart (?:error|warning|failure)`,
      failing,
    ],
  ],
};
