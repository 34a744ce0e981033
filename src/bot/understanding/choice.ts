import type { Asked } from './asked.ts';
import { fold } from './fold.ts';

const digits = '①②③④⑤⑥⑦⑧⑨';
const kanji = '一二三四五六七八九';
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const counted = ['ひと', 'ふた', 'みっ', 'よっ', 'いつ', 'むっ', 'なな', 'やっ', 'ここの'];
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const bare =
  /^(?:(?:番号|選択肢|答え|回答|option|number|choice|answer|no\.?|#)(?:は|で|:)? ?)?(?:the )?\(?([1-9]|one|two|three|four|five|six|seven|eight|nine|[一二三四五六七八九])(?:st|nd|rd|th)?\)?(?:番目?|つ目|つめ|個目|こめ|個め|ばん|のやつ|の|つ|を|で|が|番の| one| option){0,4}(?:です|だ|かな|かも|でお願いします|お願いします|に近い|ね|よ){0,4}[.。!、)]*$/;
const word =
  /^(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?: one| option| choice)?(?: please)?[.!]*$/;
const count =
  /^(ひと|ふた|みっ|よっ|いつ|むっ|なな|やっ|ここの)つ(?:目|め)(?:のやつ|の|を|で|が|もの){0,4}(?:です|だ|かな|でお願いします|お願いします|ね|よ){0,4}[.。!]*$/;
const top =
  /^(?:一番|いちばん|1番)?(?:上|うえ|最初|はじめ|左)(?:のやつ|の|もの|を|で|が){0,4}(?:です|だ|かな|でお願いします|ね|よ){0,4}[.。!]*$|^(?:the )?top(?: one| option)?$/;
const middle =
  /^(?:真ん中|まんなか|中央|中)(?:のやつ|の|もの|を|で|が){0,4}(?:です|だ|かな|でお願いします|ね|よ){0,4}[.。!]*$|^(?:the )?middle(?: one| option)?$/;
/** 「した」 alone says that it is done. */
const last =
  /^(?:(?:一番|いちばん|1番)?(?:下|最後|さいご|右)|(?:一番|いちばん|1番)した|した(?=の))(?:のやつ|の|もの|を|で|が){0,4}(?:です|だ|かな|でお願いします|ね|よ){0,4}[.。!]*$|^(?:the )?(?:last|bottom)(?: one| option)?$/;

/** The labels of buttons are few, and compared with every message. */
const labels = new Map<string, string>();

/** The id of the choice that a message picks, by its number, its place or its label. */
export function choiceOf(text: string, folded: string, choices: Asked['choices']): string | undefined {
  if (choices.length === 0 || text.length > 60) return undefined;
  const sign = text.trim().replace(/[です。.]*$/, '');
  if (sign !== '' && digits.includes(sign)) return choices[digits.indexOf(sign)]?.id;
  const naked = strip(folded);
  const labelled = choices.find(({ label }) => naked !== '' && nakedLabel(label) === naked);
  return labelled?.id ?? choices[placeOf(folded, choices.length)]?.id;
}

const strip = (folded: string): string => folded.replace(/[。、，,.!?「」『』"()\s…・]/g, '');

function nakedLabel(label: string): string {
  const known = labels.get(label);
  if (known !== undefined) return known;
  const naked = strip(fold(label));
  if (labels.size < 1000) labels.set(label, naked);
  return naked;
}

function placeOf(folded: string, length: number): number {
  const number = bare.exec(folded)?.[1];
  if (number !== undefined) {
    return /\d/.test(number) ? Number(number) - 1 : Math.max(kanji.indexOf(number), words.indexOf(number));
  }
  const ordinal = word.exec(folded)?.[1];
  if (ordinal !== undefined) return ordinals.indexOf(ordinal);
  const counter = count.exec(folded)?.[1];
  if (counter !== undefined) return counted.indexOf(counter);
  if (length > 1 && top.test(folded)) return 0;
  if (length === 3 && middle.test(folded)) return 1;
  return length > 1 && last.test(folded) ? length - 1 : -1;
}
