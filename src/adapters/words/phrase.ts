import type { Phrase } from '../../../locales/language.ts';

/** Limits that keep the reading of a message linear and short. */
const most = { length: 200, parts: 20, alternatives: 20 };

/** Parses a phrase that somebody wrote: words that stand one after another, `(a|b)` one of some, `[a|b]` one of some or none. Throws an Error that says what is wrong with it. */
export function parsePhrase(written: string): Phrase {
  if (written.length > most.length) throw new Error(`the phrase is longer than ${most.length} characters`);
  const parts: (readonly string[])[] = [];
  for (const [token] of written.matchAll(/\([^()[\]]*\)|\[[^()[\]]*\]|[^()[\]]+|./gsu)) {
    const inside = token
      .slice(1, -1)
      .split('|')
      .map((one) => one.trim());
    if (token.startsWith('(') && token.length > 1) parts.push(some(inside, token));
    else if (token.startsWith('[') && token.length > 1) parts.push(['', ...some(inside, token)]);
    else if (/[()[\]]/.test(token)) throw new Error(`a bracket is not closed, or stands inside another one: ${token}`);
    else if (token.includes('|')) throw new Error('| stands only inside ( ) or [ ]');
    else if (token.trim() !== '') parts.push([token.trim()]);
  }
  if (parts.length > most.parts) throw new Error(`the phrase has more than ${most.parts} parts`);
  const shortest = parts.reduce((sum, part) => sum + Math.min(...part.map((word) => word.length)), 0);
  if (shortest < 2)
    throw new Error(
      'what must be said of it has less than two characters, so that it would be heard in nearly anything',
    );
  return parts;
}

function some(words: readonly string[], token: string): readonly string[] {
  if (words.some((word) => word === ''))
    throw new Error(`nothing stands beside a | or between the brackets of ${token}`);
  if (words.length > most.alternatives) throw new Error(`more than ${most.alternatives} words in ${token}`);
  return words;
}
