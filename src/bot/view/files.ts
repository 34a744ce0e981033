import { wordsIn } from '../i18n.ts';
import type { Language } from '../types.ts';

/** Returns what a person is told of the files of a desk. `shown`: how many are shown; `missing`: how many cannot be. */
export function filesSentence(shown: number, missing: number, language: Language): string {
  const words = wordsIn(language);
  if (missing === 0) return words.text('turns:files');
  return words.text(shown === 0 ? 'turns:files-missing' : 'turns:files-partly');
}
