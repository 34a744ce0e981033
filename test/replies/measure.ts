import type { Language } from '../../src/bot/types.ts';
import type { Reply } from './views.ts';

/** The kind of a reply, by which it may be long. A list is one that is shown by its headlines. */
export type Kind = 'reply' | 'list' | 'warning' | 'detail';

/** How long a reply is that a worried person reads: Japanese by characters, English by words. */
interface Measure {
  readonly unit: string;
  readonly count: (text: string) => number;
  readonly limits: Readonly<Record<Kind, number>>;
  /** How long a sentence is, without the names that it quotes. */
  readonly sentence: number;
  readonly quoted: RegExp;
  readonly end: RegExp;
}

const japanese: Measure = {
  unit: 'characters',
  count: (text) => [...text].length,
  limits: { reply: 220, list: 300, warning: 300, detail: 160 },
  sentence: 60,
  quoted: /「[^」]*」(?:→「[^」]*」)*/g,
  end: /(?<=[。？])/,
};

/** The measure of each language. */
export const measures: Readonly<Record<Language, Measure>> = {
  ja: japanese,
  // The blanks between the words are no characters to read.
  'ja-easy': { ...japanese, count: (text) => [...text.replaceAll(' ', '')].length, sentence: 40 },
  en: {
    unit: 'words',
    count: (text) => text.split(/\s+/).filter((word) => word !== '').length,
    limits: { reply: 110, list: 150, warning: 150, detail: 80 },
    sentence: 30,
    quoted: /“[^”]*”(?: > “[^”]*”)*/g,
    end: /(?<=[.?!]) /,
  },
};

/** Returns the length of a reply, in characters or words. */
export function lengthOf({ paragraphs }: Reply, language: Language): number {
  const { count } = measures[language];
  return paragraphs.reduce((sum, paragraph) => sum + count(paragraph), 0);
}

/** Returns by how much a reply is longer than its kind may be; 0 or less if it is not. */
export const excessOf = (reply: Reply, language: Language): number =>
  lengthOf(reply, language) - measures[language].limits[reply.kind];

/** Returns the sentences that are too long to be read at once. */
export function longSentences({ paragraphs }: Reply, language: Language): readonly string[] {
  const { count, sentence, quoted, end } = measures[language];
  const sentences = paragraphs.flatMap((paragraph) => paragraph.split(end));
  return sentences.filter((one) => count(one.replaceAll(quoted, '')) > sentence);
}
