import { nai } from '../lexicon/words.ts';
import { reply } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Replies to "is the VPN connected?". */
export const vpn: readonly Rule[] = [
  [
    reply`
      (?:vpn(?:は|が)?)?(?:うちには|会社に|そもそも)?(?:ない|無い|ありませ|ありません|そんなもの(?:は)?ない
        |持って${nai})
      |(?:we |i )?(?:dont|do not|doesnt|never) (?:have|use|need|own|got) (?:one|any|it|that|a vpn)
      |there isnt one|none|no such thing`,
    { vpn: 'none' },
  ],
  [
    reply`
      (?:(?:つな|繋)(?:いで|いだり|がって|げて|がら|がり|げ|ぎ)|(?:接続|起動|ログイン|使用|利用)(?:は)?(?:して
        |できて|でき|し)|入れて|入って|使って|張って|立ち上げて|し|やって|して|できて|でき|つけて|ついて
        |うちは使って)${nai}
      |切(?:れ|った|って|断|り)(?:て|され|し)?(?:て|た|る|い(?:る|た|ます|ました)|ます|ました|ある|あります)*
      |(?:オフ|無効|未接続)(?:に|の)?(?:なって|して|し|まま)?(?:る|い(?:る|ます|ました)|た|ました|あります)*
      |落ちて(?:る|い(?:る|ます|ました)|た|ました)|(?:つな|繋)(?:がら|げら)(?:ず|ん|へん)|つながらん|まだ
      |(?:つな|繋)ごうと(?:しても|すると).{0,10}|外して(?:る|い(?:る|ます))|の?まま(?:進ま|終わら|動か)${nai}|不要|必要ない|いらない|要らない|入れ忘れ(?:てた|た|てました)?
      |(?:no )?not since .{1,16}|not (?:connected|on|yet|using it|running|now|right now|currently|at the moment|active|really)|off
      |disconnected|turned (?:it )?off|(?:i )?(?:cant|wont|couldnt) connect
      |it (?:keeps|kept) (?:disconnecting|dropping)|(?:it )?(?:just )?(?:dropped|disconnected)(?: out| again)?|it (?:isnt|wont connect|isnt connected)
      |(?:i )?(?:havent|didnt|have not)(?: (?:connected|connect|started|turned|turn|switched|logged|signed|it|on
        |in|yet|to))*
      |i didnt|isnt (?:connected|on)|im not|offline`,
    { vpn: 'off' },
  ],
  [
    reply`
      (?:ちゃんと|問題なく|常時)?(?:(?:つな|繋)(?:いで|いど|がって|げて)|(?:接続|起動|ログイン|使用|利用)(?:して
        |できて|されて)|入れて|入って|使って|張って|立ち上げて|して|やって|つけて|ついて|できて)(?:る|い(?:る
        |ます|ました)|あ(?:る|ります)|ます|おり|た)*
      |(?:つな|繋)(?:いだ|がった|げた|ぎました|がりました|げました|がる)
      |接続(?:済み?|中|した|しました|ok|は?(?:できた|できました))?
      |(?:オン|有効)(?:に)?(?:なって|して|し)?(?:る|い(?:る|ます|ました)|た|ました)*|常時接続
      |(?:入れ|つけ|つなぎ)っぱ(?:なし)?|ログイン済み?|on
      |(?:(?:re)?connected|up|running|active|using it|i use it|logged in|enabled|signed in|turned on|on it)`,
    { vpn: 'on' },
  ],
];
