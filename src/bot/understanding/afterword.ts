import { writtenLanguages } from '../languages.ts';
import { fold, foldWord } from './fold.ts';
import { phrasesOf } from './phrases.ts';
import { hasQuestion } from './question-asked.ts';

const nothing = phrasesOf(writtenLanguages.flatMap(({ afterword }) => afterword.nothing));
/** A word as it stands in folded texts, alone or within one. */
const folded = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word) => [fold(word), foldWord(word)])),
];
const signs = folded(writtenLanguages.flatMap(({ afterword }) => afterword.signs));
const trouble = folded(writtenLanguages.flatMap(({ afterword }) => afterword.trouble));
const harmless = folded(writtenLanguages.flatMap(({ afterword }) => afterword.harmless));

/** Characters (UTF-16) of the longest message that has nothing to add. */
const longest = 60;

/** Returns true if a message, as a whole, says that there is nothing to add: 「特にありません」. */
export const hasNothing = (text: string): boolean => text.length <= longest && nothing(fold(text)) !== undefined;

/** Returns true if a message sounds like a word for the desk, by one of the words that such have, and like no trouble or request: 「画面が真っ黒です」. It is rather taken for none. */
export function soundsLikeAfterword(text: string): boolean {
  const whole = fold(text);
  const said = harmless.reduce((rest, words) => rest.replaceAll(words, '、'), whole);
  const isSafe = !trouble.some((words) => said.includes(words)) && !hasQuestion(said) && !/[?？]\s*$/.test(text);
  return isSafe && signs.some((words) => whole.includes(words));
}
