import { writtenLanguages } from '../languages.ts';
import { fold } from './fold.ts';
import { phrasesOf } from './phrases.ts';
import { clausesIn } from './stretches.ts';

const withdraws = phrasesOf(writtenLanguages.flatMap(({ deskWords }) => deskWords.withdraw));
const goesOn = phrasesOf(writtenLanguages.flatMap(({ deskWords }) => deskWords.withBot));
const handsBack = phrasesOf(writtenLanguages.flatMap(({ deskWords }) => deskWords.handBack));

/** Characters (UTF-16) of the longest message that is read here. */
const longest = 100;
const says = (said: typeof withdraws, text: string): boolean =>
  text.length <= longest && said(fold(text)) !== undefined;

/** Returns true if a message, as a whole or by its last clause, takes a hand-over back: 「もう大丈夫なので取り下げます」. */
export const saysWithdraw = (text: string): boolean =>
  says(withdraws, text) || says(withdraws, clausesIn(fold(text.slice(0, longest))).at(-1) ?? '');
/** Returns true if a message, as a whole, asks the bot to go on while a desk has the case: 「ボットで続けたい」. */
export const saysWithBot = (text: string): boolean => says(goesOn, text);
/** Returns true if a message, as a whole or by its last sentence, hands a case that staff took over back to the bot: 「ありがとうございます。ボットに戻します」. */
export const saysHandBack = (text: string): boolean =>
  says(handsBack, text) || says(handsBack, text.slice(-longest).match(/[^。．.！!\n]+[。．.！!\s]*$/)?.[0] ?? '');
