import type { Recipient } from '../../../flows/events.ts';
import { re } from '../pattern.ts';
import type { Pattern } from '../sieve.ts';
import { nai } from './words.ts';

/** Says of somebody that they are not the one to write to. */
export const notTheOne = re`
  (?:連絡|相談|話)(?:が|は|も|先)?(?:でき|取れ|とれ|つか|付か|わか|し)(?:て)?${nai}|いな(?:い|く)|いませ|おらん|以外|(?:じゃ|では)${nai}
  |頼め${nai}|聞け${nai}|\b(?:cant|cannot|couldnt|not|no longer|except|dont)\b`;
/** What people call those whom a message can go to. */
export const recipientNames: readonly (readonly [Pattern, Recipient])[] = [
  [re`復旧|データ.{0,4}業者|\b(?:recovery|specialist)\b`, 'specialist'],
  [
    re`
      情シス|情報システム|システム部|管理者|(?:社内|会社|学校|大学|職場)(?:の)?(?:窓口|担当|人|$|に|へ)|it(?:部門|担当|管理者
        |の人)|ヘルプデスク|先生|上司|\bto it\b|^it$|\b(?:it (?:desk|department|dept|team|admin|support)|admin\w*
        |help ?desk)\b|\b(?:company|school|work|boss)(?: please)?$`,
    'it-admin',
  ],
  [re`マイクロソフト|microsoft|\bms\b`, 'microsoft'],
  [
    re`
      出品者|販売|売(?:り手|主|った|ってくれ)|譲(?:り主|ってくれ)|(?:買った|購入した)?お?店(?!で)|ショップ(?!で)|くれた人|買った(?:ところ|先)
      |\b(?:seller|shop|store|dealer|previous owner)\b`,
    'seller',
  ],
  [re`メーカー|富士通|nec|dell|\bhp\b|lenovo|レノボ|dynabook|\b(?:maker|manufacturer)\b`, 'maker'],
];
