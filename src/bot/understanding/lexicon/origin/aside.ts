import { part, re } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { component, device, keyWord, nai, org, shop } from '../words.ts';

const organization = { origin: 'organization' } as const;
const pc = part`
  (?:pc|パソコン|ノーパソ|ノート|デスクトップ|ラップトップ|コンピューター?|端末|マシン|タブレット|サーフェス|surface|laptop
    |computer|notebook|desktop|machine|tablet)`;
/** What is bought for a PC, and is none. */
const goods = part`
  (?:${keyWord}|ライセンス|office|オフィスソフト|microsoft ?365|マウス|キーボード|モニター?|ディスプレイ|usb(?:メモリー?|ハブ|ケーブル)?
    |外付け(?:hdd|ssd|ドライブ)?|ケーブル|アダプター?|プリンター?|ルーター|イヤホン|ヘッドセット|充電器|ハブ|カメラ|ソフト|アプリ
    |${component})`;
const goodsEn =
  '(?:office|microsoft 365|mouse|keyboard|monitor|screen|usb|cable|charger|adapter|headset|headphones|printer|router|dock|hub|camera|webcam|software|antivirus|keys?|licen[sc]e|ssd|hdd|ram|memory|gpu|drive)';
/** The PC itself is spoken of as bought, used or one's own as well. */
const itself = `(?:(?:買った|購入した|もらった|中古の?|新品の?|自作の?|(?:自分|私|僕|俺|うち)の)${pc}|${pc}(?:と|や|も|を|本体)|\\b(?:bought|got|purchased|ordered|built) (?:\\w+ ){0,3}${pc})`;
const besides = part`
  (?:${goods}(?:を|は|も|だけ|なら)(?:(?!${pc}).){0,14}(?:買(?!い替え)|購入|注文|取り寄せ|ポチ)
    |(?:買(?:った|ってきた|っておいた)|購入した)(?:新しい|新品の|別の|安い)?${goods}(?!付|つき|込|入り|搭載|${pc})
    |\b(?:bought|got|purchased|ordered) (?:(?!it\b|this\b|one\b|${pc})\w+ ){0,3}${goodsEn}\b)`;

/** What was bought besides the PC, or is used with it, tells nothing of it. */
export const aside: readonly Rule[] = [
  [re`^(?=.*${org}の${device}).*${besides}`, organization],
  [re`^(?!.*${itself}).*${besides}`, {}],
  [re`(?:個人|私用|プライベート)(?:で|では|でも|的に)?(?:は)?使(?:う(?:こと|の)|って|い|わ)?(?:は|が|も)?${nai}`, {}],
];

/** Bought by an employer or a school, new or used. */
export const purchased: readonly Rule[] = [
  [
    re`
      ^(?!.*(?:譲|もら|くれ|払い?下げ|引き取|買い?取|退職|辞め)).*${org}(?:さん|側)?が(?:(?:新品|中古|まとめて|一括|新しく|去年
        |昨年|今年|先月|${shop}|ネット|経費|業務|${device}|社員|全員|みんな)(?:で|を|に|用に|から|の|まで)?)*(?:買(?:った|ってき
        |いました|い与え|って(?:あ|お))|購入(?:し(?:た|て|ました)|品)|調達)`,
    organization,
  ],
];
