import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';

const noun =
  '(?:再インスト(?:ール)?|クリーン ?インスト(?:ール)?|初期化|リカバリー?|フォーマット|工場出荷(?:時|状態)?(?:の状態)?(?:に|へ)?(?:戻)?|出荷(?:時|状態)に戻|新規インストール|osリセット|(?:pc|パソコン|ノート|windows)(?:の|を|ごと)?リセット|リセット(?!され))';
const verb =
  '(?:(?:windows|os|ウィンドウズ)?(?:を|は|から|ごと)?(?:全部|一から|いちから|まるごと)?(?:入れ(?:直|なお)|インストールし(?:直|なお))|まっさらに|真っさらに|全消し)';
const en =
  '(?:re-?install(?!ed|ation was)\\w*|clean install|fresh install|factory reset|wip(?:e(?!d)|ing)|format(?:ting)?|nuke|start(?:ing)? fresh|reset(?:ting)? (?:the |my |this )?(?:pc|computer|laptop|windows|everything|it))';

/** Asks, or says, whether a reinstall is all right or would help. */
export const mayReinstall = re`
  (?:${noun}|${verb})(?:を|は|って)?(?:し|やっ|やり|し直し|戻し)?て?(?:も)?(?:いい|良い|よい|大丈夫|平気|構わない
    |かまわない|問題(?:は)?ない)(?!ように|から)
  |(?:${noun}|${verb})(?:を|は|って)?(?:し|やっ|直し|戻し)?(?:たら|ては|ちゃ)(?:だめ|駄目|いけな|まずい|危な)
  |(?:${noun}|${verb})(?:を|は|って)?(?:し|やっ|戻し|すれ|やれ|せ)?(?:たら|ば)(?:.{0,6})?(?:直|なお|治)(?:る|り)
    (?:ます|ん(?:です)?|もの(?:です)?)?(?:か(?!も)|の(?:か|で|$)|でしょう|よね|$)
  |\b(?:will|would|does|can|could|is) (?:a |an )?${en} (?:\w+ )?(?:fix|help|solve|work)
  |\b(?:can|could|may) (?:i|we) (?:just |now |also )?${en}
  |\b(?:ok|okay|safe|fine|all ?right|alright) (?:for me )?(?:to|if i) (?:just )?${en}`;

/** Whether the person means to reinstall Windows or to reset the PC. */
export const reinstall: Lexicon = {
  anyhow: true,
  tells: [
    // Who asks for leave has not decided; the answer is given in passing.
    [mayReinstall, {}],
    [
      re`
        (?:${noun}|${verb})(?:.{0,6})?(?:したく(?:は)?な|たく(?:は)?な|たくありませ|せず|しないで|しなく
          |ないで済|なしで|避け|嫌|いや|怖|無理|する気(?:は|が)?な|は(?:なし|ちょっと|最後)|以外)
        |(?:せずに|しないで)
        |\b(?:dont|do not|not|wont|without|avoid|rather not|never|no|prefer not to|cant)\b(?: \w+){0,4}? ?${en}`,
      {},
    ],
    [
      re`
        \b(?:already|yesterday|last (?:week|month|night|year))\b.*${en}
        |${en}.*\b(?:already|yesterday|last (?:week|month|night|year)|ago)\b
        |\b(?:do|does|will|would|must) (?:i|we|it) (?:really |even |still |just )?(?:(?:have|need) to )?${en}
        |(?:${noun}|${verb})(?:を|は|も|と|って)?(?:しないと|しなければ|しなきゃ|しなくては|しか(?:ない|方法)
          |は?必要|は?いる|は?要り|が?必須|って(?:何|なに|どう)|とは|方法は|すると|したら(?!い|どう|直|なお|治)
          |した(?:後|場合)|が)
        |\b(?:do|does|will|would|is|must|have|need)(?: \w+){0,3} (?:have to|need to|needed|need|required
          |necessary)?\b ?${en}.{0,20}(?:\?|needed|required|necessary)`,
      {},
    ],
    [
      re`
        (?:${noun}|${verb})(?:を|は|も|でも|から)?(?:ごと|全部)?(?:し|して|す|やっ|やり|で|に|戻)?(?:さ|せ|る|そ
          |す|み)?(?:たい|よう|ちゃ(?:おう|う(?!と)|って)|[るす]しか|つもり|予定|[るす](?:わ|ね|よ|ぞ|か$)
          |して(?:から)?(?:.{0,6})?(?:たい|よう)|ます(?!か)|ますね|[るす]$|[るす](?:事|こと)に|すか$|すかな
          |そうかな|うかな|う(?:と|か)|てみ(?:る|よう|たい|ます)|た(?:ほう|方)が|ほうが|れば(?:い|直|早)|るべき
          |ば(?:いい|直)|ていい|てもいい|でいい|検討|考え|一択|で(?:いい|解決|直)|ろう|せば|した(?:ら)?どう
          |したら(?:直|なお|治)(?:る|り(?!まし))|の(?:方法|やり方|手順)|方法|やり方|お願い|希望|して(?:ください|もらえ|ほしい)
          |を?決め)
        |いっそ(?:.{0,8})(?:${noun}|${verb})|^(?:${noun})(?:する|します|したい)?$`,
      { reinstall: 'wanted' },
    ],
    [
      re`
        \b(?:should|going to|gonna|want to|wanna|will|ill|i will|let me|lets|can i|could i|may i|might
          |might as well|just|thinking (?:of|about)|plan(?:ning)? (?:to|on)|how (?:do|can|to)(?: i)?|considering
          |decided to|about to|like to|tempted to|maybe|better to|rather|easier to|try(?:ing)? to
          |i)\b(?: \w+){0,3}? ?${en}
        |^${en}`,
      { reinstall: 'wanted' },
    ],
  ],
};
