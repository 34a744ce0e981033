import overlay from '../../../locales/overlay.json' with { type: 'json' };
import { baseOf } from '../../bot/languages.ts';
import { redact } from '../../bot/runtime/index.ts';
import type { Language } from '../../bot/types.ts';

/** How the length of a text is told in a language, and the longest that a worried person reads: a headline, the purpose of a list, a step, any other text. */
interface Measure {
  readonly unit: string;
  readonly length: (text: string) => number;
  readonly button: number;
  readonly headline: number;
  readonly purpose: number;
  readonly step: number;
  readonly longest: number;
}
const characters = (text: string): number => [...text].length;
const words = (text: string): number => text.split(/\s+/).length;
const inCharacters: Measure = {
  unit: 'characters',
  length: characters,
  button: 12,
  headline: 30,
  purpose: 60,
  step: 160,
  longest: 300,
};
const inWords: Measure = { unit: 'words', length: words, button: 24, headline: 9, purpose: 20, step: 80, longest: 150 };
const withBlanks: Measure = { ...inCharacters, length: (text) => characters(text.replaceAll(' ', '')), button: 20 };

const measureOf = (language: Language): Measure => {
  if (baseOf(language) !== language) return withBlanks;
  return language === 'ja' ? inCharacters : inWords;
};

/** The longest texts that Slack takes in its places, of which the product's own text shows which one it has: https://docs.slack.dev/reference/block-kit */
const places = [24, 75, 150, 300];
const ofChannels = /^(slack|teams|desk|notices):/;
const isButton = (key: string): boolean =>
  key.startsWith('choices:') ||
  /^questions:[^.]+\.options\./.test(key) ||
  /^handover:recipients\./.test(key) ||
  key === 'prompts:form.submit';

/** Returns the names of the placeholders of a text, sorted. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name = '']) => name).sort();

const begins = (prefixes: readonly string[], key: string) => prefixes.some((prefix) => `${key}.`.startsWith(prefix));

/** Returns why the text of a key must stay as it is; undefined if it may be another one. */
export function whyFixed(key: string): string | undefined {
  if (begins(overlay.cautions, key))
    return 'this text keeps people or their data from harm and stays as it is; add an answer of your own instead';
  return begins(overlay.fixed, key)
    ? 'this text is also recognised, or shown elsewhere, and stays as it is'
    : undefined;
}

/** Returns what is wrong with any text that people read; undefined if nothing is. */
export function wrongInText(text: string): string | undefined {
  if (text.trim() === '') return 'the text is empty';
  if (text !== text.trim()) return 'the text begins or ends with a blank';
  if (/\p{Cc}/u.test(text))
    return 'the text has a line break, a tab or another control character; write another line as another text of the list';
  if (/ {2}/.test(text)) return 'the text has two blanks in a row';
  if (/[<>]/.test(text)) return 'the text has < or >, which no channel shows as they are';
  const unequal = overlay.quotations.find(
    ([open = '', close = '']) => text.split(open).length !== text.split(close).length,
  );
  if (unequal !== undefined) return `a quotation is left open or closed twice: ${unequal}`;
  if (/http:\/\//.test(text)) return 'an address must begin with https://';
  return redact(text).secrets.length > 0 ? 'the text has what looks like a product key or an ID' : undefined;
}

/** Returns what is wrong with a text in place of the product's; undefined if nothing is. `key`: `<file>:<path>`. */
export function wrongWith(language: Language, key: string, product: string, text: string): string | undefined {
  const wrong = wrongInText(text);
  if (wrong !== undefined) return wrong;
  const [given, wanted] = [placeholdersIn(text), placeholdersIn(product)];
  const missing = wanted.filter((name) => !given.includes(name));
  const unknown = given.filter((name) => !wanted.includes(name));
  if (missing.length > 0) return `the placeholder ${braced(missing)} is missing`;
  if (unknown.length > 0)
    return `there is no placeholder ${braced(unknown)} in this text${wanted.length > 0 ? `, only ${braced(wanted)}` : ''}`;
  if (given.length !== wanted.length)
    return `a placeholder stands ${given.length > wanted.length ? 'twice' : 'once'} too often or too seldom: ${braced(wanted)}`;
  return tooLong(language, key, product, text);
}

const braced = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');

function tooLong(language: Language, key: string, product: string, text: string): string | undefined {
  const measure = measureOf(language);
  const { unit, length } = measure;
  const over = (most: number, long: number, what: string, of = unit) =>
    long > most ? `the text is too long: ${long} ${of}, ${what} has at most ${most}` : undefined;
  if (isButton(key))
    return over(Math.max(measure.button, characters(product)), characters(text), 'a button', 'characters');
  if (ofChannels.test(key)) {
    const most = places.find((place) => characters(product) <= place) ?? characters(product);
    return over(most, characters(text), 'this place', 'characters');
  }
  if (/^lists:..\.headlines\./.test(key)) return over(measure.headline, length(text), 'a headline');
  if (/^lists:..\.purpose$/.test(key)) return over(measure.purpose, length(text), 'a purpose');
  if (/^lists:..\.steps\./.test(key)) return over(measure.step, length(text), 'a step');
  return over(Math.max(measure.longest, length(product)), length(text), 'a text');
}

/** Returns what is wrong with the lines of an answer of the helpdesk; undefined if nothing is. */
export function wrongWithAnswer(language: Language, lines: readonly string[]): string | undefined {
  const { unit, length, longest } = measureOf(language);
  const wrong = lines.map(
    (line) => wrongInText(line) ?? (line.includes('{{') ? 'an answer of your own has no placeholders' : undefined),
  );
  const total = lines.reduce((sum, line) => sum + length(line), 0);
  const first = wrong.find((one) => one !== undefined);
  return first ?? (total > longest ? `the answer is too long: ${total} ${unit}, at most ${longest}` : undefined);
}
