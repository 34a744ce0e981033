import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

const off = { protection: 'off' } as const;
const on = { protection: 'on' } as const;

/** Whether the protection of the PC is switched off. */
export const protection: Lexicon = {
  named: re`
    ファイアウォール|ファイヤーウォール|ファイヤウォール|ファイアーウォール|fw\b
    |ウイルス(?:対策|ソフト|バスター|セキュリティ|スキャン)?|ウィルス|セキュリティ(?:ソフト|対策)?(?!キー|更新)
    |アンチウイルス|ディフェンダー|defender|ノートン|norton|マカフィー|mcafee|eset|カスペルスキー|kaspersky
    |avast|アバスト|bitdefender|リアルタイム(?:保護|スキャン)|保護(?:機能)?|\bfirewalls?\b|\banti-?virus\b|\bav\b
    |\bprotection\b|\bsecurity (?:software|suite|program)`,
  deed: true,
  next: [
    [
      re`
        (?:元に|もとに|オンに|有効に|まだ)?戻(?:せ|し|って)(?:て)?(?:い)?${nai}|戻し忘|(?:戻す|つける|入れる|(?:オン|有効)にする)の(?:を|も|が)?.{0,4}(?:忘|面倒|後回し)
        |\b(?:havent|hasnt|have not|didnt|did not|never|forgot(?:ten)? to|not)\b(?: \w+){0,4} (?:back on|on again|on yet|re-?enabl\w*)\b|\bnever re-?enabled\b|\b(?:its |it is )?still off\b`,
      off,
    ],
    [
      re`
        ^(?:でも|しかし|すぐ|すぐに|今は|いまは|もう|また|その後|そのあと|現在は|あとで|後で|ちゃんと|全部|すでに|既に|試したあと|確認後|さっき|先ほど)*(?:元(?:に|へ|どおりに?|通りに?))?(?:戻し(?:た|て(?:い?る|い?ます|あ|おき)|まし)|戻って(?:い?る|い?ます)|(?:オン|有効)に(?:し(?:た|て|まし)|戻し|なって(?:い?る|い?ます))|再開し(?:た|て|まし)|つけ(?:直し|なおし|た|まし|て(?:い?る|い?ます))|入れ(?:直し|なおし|た|まし|て(?:い?る|い?ます))|動かして(?:い?る|い?ます)|復活)
        |\b(?:turned|switched|put|its|it is|theyre|is|now|got) (?:\w+ ){0,3}(?:back on|on again|running again|on now|enabled again)\b|^(?:(?:since|then|later|now|but|and|already|i|ive|have) )*re-?enabled\b`,
      on,
    ],
  ],
  tells: [],
  answers: [
    // An expired subscription or a question for leave switches nothing off.
    [
      re`(?:期限|契約|有効期間|ライセンス)(?:が|は|も)?(?:もう)?切れ|(?:切っ|止め|オフ(?!い)にし|無効にし)て(?:も)?(?:いい|ええ|よい|良い|大丈夫|平気)`,
      {},
    ],
    [
      re`
        (?:切|止め|オフ(?!い)|無効|停止)(?:っ|り|ら|に|し|って)*(?:て|し)*${nai}
        |\b(?:never|not|didnt|havent|dont) (?:\w+ )?(?:turn\w*|disabl\w*
          |switch\w*)(?: \w+)? ?(?:off)?\b(?!.*\bback on)`,
      {},
    ],
    [
      re`
        (?:オン|元|有効|on|起動)(?:に|へ)?(?:.{0,4})?(?:戻|なら|でき|なって|し|せ|切り替わ|入ら)(?:ら|せ|れ|て
          |し)*${nai}
        |戻(?:ら|せ|り|し|れ|って)(?:て)?${nai}|戻し忘|つけ忘|入れ忘
        |(?:戻す|つける|入れる|(?:オン|有効)にする|再開する|戻し|つけ直す|入れ直す)の(?:を|も|は|が)?.{0,4}(?:忘|面倒|後回し)
        |\b(?:wont|cant|cannot|doesnt|does not|will not|unable to|couldnt|isnt|not)\b(?: \w+){0,4} (?:on|back
          |enable|start|work|running|enabled)\b
        |\b(?:havent|hasnt|have not|has not|didnt|did not|never|forgot(?:ten)? to|forget to|yet to|without)\b(?: \w+){0,5} (?:back on|on again|on yet|re-?enabl\w*|resum\w*|back)\b|\bnever re-?enabled\b
        |\b(?:greyed|grayed) out`,
      off,
    ],
    [
      re`
        (?:オン|有効|元|on)(?:に|へ)(?:戻|し(?:た|て|ま|直)|なって(?:い?る|い?ま)|切り替え)|戻し(?:た|て|ま)
        |再開し|(?:つけ|入れ)(?:直|なお|まし|た$|て(?:い?る|ます))|動いて(?:い?る|い?ま)
        |有効(?:です|だ|になって|$)
        |\b(?:turned|switched|put|is|are|its|back|re-?enabled|enabled|running)\b(?: \w+){0,3} (?:on|back on
          |enabled|running|active)\b
        |\b(?:re-?)enabled\b`,
      on,
    ],
    [
      re`
        切(?:った|って|り(?:ま|っぱ)|れて)|オフ(?!い)(?:に|の(?:まま)?|です|だ|$|って|なって)|\boff\b
        |無効(?:に|化?し|化|の|です|なって|$)|停止(?:し|中|した|のまま)|止め(?:た|て|ま)|止まって
        |アンインストール(?:し(?:た|て|ま))|外し(?:た|て)
        |\b(?:disabled|deactivated|paused|uninstalled|removed|stopped)\b`,
      off,
    ],
  ],
};
