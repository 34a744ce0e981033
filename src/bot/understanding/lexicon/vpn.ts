import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';
import { nai, org } from './words.ts';

const on = { vpn: 'on' } as const;
const off = { vpn: 'off' } as const;
const none = { vpn: 'none' } as const;

/** Whether the VPN is connected, or does not exist. */
export const vpn: Lexicon = {
  named: re`
    vpn|ブイピーエヌ|ビーピーエヌ|ヴイピーエヌ|any ?connect|エニーコネクト|global ?protect|グローバルプロテクト
    |forti ?(?:client|net|gate)?|フォーティ(?:クライアント|ネット)|pulse ?secure|ivanti|zscaler|open ?vpn|wire ?guard|cisco secure|secure client
    |direct ?access`,
  past: re`
    (?:以前|昔|前(?:回|に)?は|前まで|(?:昨日|先週|先月|今朝|朝|普段|いつも|さっき|今|これ)まで|(?:昨日|先週|先月|今朝
      |朝)は)(?!.*(?:今は|今日は|現在)).{0,14}(?:[てでえけげせねべめれいし]い?(?:た|まし)|なかった|ませんでした)
    |(?:切れ|切断され|落ち|外れ)て(?:い?た|(?:い?|おり)まし)た?(?:の|もの)?(?:で|から)$
    |\b(?:was|were|used to)\b(?!.*\bnow\b).*\b(?:yesterday|before|earlier|until|till|last \w+)\b
    |\bused to (?:have|use|connect|be)\b|\b(?:yesterday|before|earlier|until|till)\b.*\b(?:was|were)\b`,
  questions: ['vpn'],
  deed: true,
  tells: [],
  answers: [
    [re`(?:つな|繋)が(?:ないと|なきゃ|なくては)(?!.{0,4}(?:出|つな|繋))`, {}],
    [
      re`
        (?:つなぎ|繋ぎ|接続し|張り)(?:直し|なおし)(?:て(?!も|い?な)|た(?!い)|まし)(?!.*(?:切れ|落ち|つなが|繋が))
        |\breconnected\b(?!.*\b(?:dropped|drops|again|off)\b)`,
      on,
    ],
    [
      re`
        (?:vpn|ブイピーエヌ)(?:は|が|なんて|なんか)(?:うち|${org})(?:の(?:${org}))?に(?:は|も)?(?:特に|そもそも)?(?:ない|無い|ありませ|あらへん)
        |(?:vpn|ブイピーエヌ)(?:自体|そのもの|なんて|なんか|とか|って|という)?(?:は|が|も|の(?:設定|ソフト|案内
          |仕組み|環境))?(?:特に|そもそも|もともと)?(?:ない(?!で(?!す))|無い(?!で(?!す))|ありませ|あらへん
          |存在し${nai}|知ら${nai})
        |(?:導入|支給|用意|設定|提供|契約|配布|準備|許可)(?:は)?(?:され|し)て?${nai}
        |(?:もら|貰|教え(?:て)?もら)(?:って|え)${nai}|(?:使|つか)わ(?:ない|ず)会社
        |\b(?:dont|doesnt|do not|does not|didnt|havent|never) (?:\w+ )?(?:have|use|got|get|given|provide|offer
          |been given)(?: \w+)? (?:a |any |the )?vpn
        |\bthere(?:s| is) no vpn|\bno such thing|\bnever (?:had|got|been given) (?:a |any )?vpn
        |\bvpn (?:doesnt|does not) exist|\bno vpn (?:here|at (?:my|our|all))|\bwithout any vpn set
        |\b(?:we|they|company|i|employer|school) (?:dont|doesnt|do not|does not|never) (?:have|use|own|got
          |provide|offer) (?:one|any|a vpn|vpns?)\b`,
      none,
    ],
    [
      re`
        (?:切(?:れ|って|断)|落ち|外れ)(?:され|し)?て?${nai}
        |\b(?:not|isnt|never|hasnt) (?:been )?(?:disconnected|off|dropped|dropping)`,
      on,
    ],
    [
      re`
        (?:つな|繋)[いぐがげえ](?:で|って|だ|て|ら|れ|り|い)*${nai}
        |(?:接続|起動|ログイン|サインイン|オン|on|有効|利用|使用|確立)(?:に|は|が)?(?:し|さ|で|でき|出来|なって
          |なら|され|成功)(?:て|せ|れ)?${nai}
        |(?:入れ|入って|使って|使え|張って|張れ|はって|通し|通って|通ら|立ち上げ|立ち上が|動いて|動か|いけて
          |上がって|できて|でき|成功し|確立)(?:て|ら)?${nai}
        |切れ|切っ|切り|切断|オフ(?!い)|\boff\b|vpnoff|未接続|未使用|落ち(?:て|た|る|ま)
        |外(?:れ|し|して)(?:て|た|る)|止ま(?:って|り|る)|止め|停止|無効|disconnect
        |使(?:った|用した)こと(?:が|は|も)?${nai}|(?<!っぱ)なしで?|無しで?|無し|忘れ|失敗
        |つなが(?:り|ら)(?:ず|な|ま|ん|へん)|グレー|灰色|赤(?:く|い|に)|バツ|入れ(?:な|ませ|ん)|弾かれ|はじかれ
        |タイムアウト|エラー`,
      off,
    ],
    [
      re`
        \b(?:not|isnt|arent|aint|never|havent|hasnt|didnt|dont|doesnt|wasnt
          |no longer)\b(?: \w+){0,4}? ?(?:connect(?:ed|ing)?|on|using|use|running|run|logged|active|up|vpn
          |turned|started|enabled|signed|working|work|open|opened)\b
        |\b(?:cant|cannot|couldnt|can not|unable to|wont|fails? to|failed to|failing to) (?:\w+ )?(?:connect|get
          |reach|log|sign|start|use|open)
        |\bwont (?:connect|start|open)|\b(?:without|no|w/o) (?:the |a |my )?(?:vpn|any ?connect|global ?protect)
        |\bnot (?:today|now|any ?more|since)\b|\b(?:drops?|dropped|dropping|keeps? (?:dropping|disconnecting
          |failing)|failed|failing|fails|down|broken|forgot|inactive|disabled|offline|times? out|timed out)\b`,
      off,
    ],
    [
      re`
        つな(?:いで|いど|いだ|ぎ(?!方|か)|がって|がり(?:ま|っぱ|済)|がった|がる)
        |繋(?:いで|いど|いだ|ぎ(?!方|か)|がって|がり(?:ま|っぱ|済)|がった|がる|げて|げた|げま)
        |つなげ(?:て|た|ま)|つなが(?:って|り)
        |接続(?:し(?:て|た|ま)|済|中|でき(?:て|た|ま)|され(?:て|た|ま)|は?(?:ok|問題な|完了|成功)|です|状態|$)
        |オン|(?:^|[^a-z])on(?:$|[^a-z])|入(?:れて|れた|って|れま|りま)|張(?:って|った|り)|はって
        |使(?:って|い(?:ま|な)|え(?:て|る|ます))|利用(?:中|して)|使用(?:中|して)|経由|通(?:して|って)
        |つけ(?:て|た|ま)|常時|(?:入れ|つけ|つなぎ)っぱ|起動(?:し(?:て|た|ま)|中|済)|立ち上げ(?:て|た|ま)
        |ログイン(?:し|中|済)|サインイン(?:し|済)|有効|確立|問題な|正常|ばっちり`,
      on,
    ],
    [
      re`
        \b(?:connected|connecting|up|vpns up|active|running|using|use|enabled|logged in(?:to)?|logged on(?:to)?
          |signed in|established|turned (?:it |the vpn )?on|turned on|works|working|fine|reconnected|through
          |over|via)\b`,
      on,
    ],
  ],
};
