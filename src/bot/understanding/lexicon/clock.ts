import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai } from './words.ts';

/** Whether the clock of the PC is right. */
export const clock: Lexicon = {
  named: re`
    時計|時刻|日付|日時|年月日|タイムゾーン
    |時間(?:が|は|も)(?:.{0,6})(?:ずれ|ズレ|狂|くる|合|あっ|違|おかし|遅れ|進)|\bclock\b|\bdate\b|\btime ?zone\b
    |\btime (?:is|was|on|shows|keeps)\b`,
  tells: [],
  answers: [
    [
      re`
        (?:ずれ|狂|くる|おかしく|間違|違)(?:っ|い|わ)?て?${nai}|合って(?:い?る|い?ま)|あって(?:い?る|い?ま)
        |合って(?:た|いた)|正(?:しい|確|常)(?:です|だ|$|はず|な|時(?:刻|間)(?:です|だ|に))|問題な|ぴったり
        |\b(?:is|are|s|looks|seems) (?:right|correct|fine|ok|okay|accurate|good)|\bnot (?:wrong|off)`,
      { clock: 'right' },
    ],
    [
      re`
        ずれ|ズレ|狂|くるって|おかし|間違|違(?:う|い|って)|合って${nai}|あって${nai}|合わ${nai}|遅れ|進んで
        |(?:19|20)\d\d年?(?:に|の|って)|過去|未来|リセット|戻って|初期
        |\b(?:wrong|off|incorrect|behind|ahead|slow|fast|messed|drift\w*|reset\w*|resets|out of sync
          |not (?:right|correct)|isnt (?:right|correct))\b
        |(?:19|20)\d\d\b`,
      { clock: 'wrong' },
    ],
  ],
};
