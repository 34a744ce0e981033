import { re } from '../pattern.ts';
import type { Lexicon } from '../rule.ts';

const component =
  '(?:ssd|hdd|ハードディスク|ストレージ|メモリー?|\\bram\\b|グラボ|グラフィック(?:ボード|カード)|グラカ|gpu|rtx|cpu|電源|クーラー|m\\.2|nvme|ドライブ|無線カード|lanカード|\\bmemory\\b|graphics card|video card|hard (?:drive|disk)|power supply|psu|processor)';
const board =
  '(?:マザーボード|マザボ|まざーぼーど|メインボード|ロジックボード|システムボード|基板|基盤|m/b|motherboard|mainboard|mobo|logic board|system board)';
const maker =
  '(?:メーカー|修理センター|サポートセンター|サポート|保証|正規(?:店|サービス)|dell|hp|nec|富士通|lenovo|レノボ|東芝|dynabook|vaio|asus|acer|パナソニック|マウス|エイスース|manufacturer|warranty|oem)';
const swap =
  '(?:交換|換装|替え|換え|変え|変更|増設|増や|追加|足し|新しく|買い?替え|アップグレード|replac|swap|chang|upgrad|installed |added |put in|new |more |bigger )';

/** Which part was exchanged, where that was said. */
export const partOf: Lexicon = {
  questions: ['part', 'hardware'],
  deed: true,
  tells: [
    [
      re`
        変更されたこと|報告|(?:別|他|ほか|古い|前|元)の?(?:pc|パソコン|マシン|本体)
        |\b(?:another|other|old|different) (?:pc|computer|laptop|machine)
        |(?:ない|ませ|ずに|\bnot\b|\bhavent\b|\bnever\b|\bno\b|\bdidnt\b|\bhasnt\b|\bwithout\b)|移植|移し`,
      {},
    ],
    [
      re`${maker}.{0,24}${board}|${board}.{0,24}(?:${maker}).{0,10}(?:交換|修理|替|換|replaced)?`,
      { part: 'maker-board' },
    ],
    [
      re`
        (?:自分|自力|自作|bto|ショップ).{0,12}${board}|${board}.{0,8}(?:自分|自力)で
        |\b(?:myself|my own|self|custom|built)\b.{0,24}${board}|${board}.{0,24}\b(?:myself|self)\b`,
      { part: 'own-board' },
    ],
    [re`${board}`, {}],
    [re`${component}.{0,16}${swap}|${swap}.{0,24}${component}`, { part: 'other' }],
  ],
};
