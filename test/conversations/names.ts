import type { Words } from '../../src/bot/i18n.ts';
import { textsOf } from '../content/texts.ts';

const texts = textsOf('ja');

/** The names of the texts instead of the texts, each with what is filled in: what is shown in these words is told by name, and no wording changes it. */
export const names: Words = {
  get letters() {
    return names;
  },
  text: (key, values = {}) => punctuation[key] ?? named(key, shortOf(key), values),
  lines: (key, values = {}) => {
    // A fact that was heard is told by its slot and value, whatever its forms.
    if (key.startsWith('heard:facts.')) return [key.slice('heard:facts.'.length)];
    const keys = [...texts.keys()].filter((one) => one.startsWith(`${key}.`));
    return keys.map((one, n) => named(one, `${shortOf(key)}.${n + 1}/${keys.length}`, values));
  },
};

/** Writes names in a row; a list of texts that is there from its first to its last is called by one name. */
export const inARow = (all: readonly string[]): string =>
  all.join(', ').replaceAll(/([^\s,]+)\.1\/(\d+)(?:, \1\.\d+\/\2)*/g, (found, list: string, count: string) => {
    const every = Array.from({ length: Number(count) }, (_, n) => `${list}.${n + 1}/${count}`);
    return found === every.join(', ') ? list : found;
  });

const punctuation: Readonly<Record<string, string>> = { 'handover:comma': ', ', 'handover:colon': ': ' };

function named(key: string, short: string, values: Readonly<Record<string, string | number>>): string {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`No text ${key}`);
  const slots = [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, slot = '']) => String(values[slot]));
  const filled = [...new Set(slots)].filter((value) => value !== '');
  return filled.length === 0 ? short : `${short}(${filled.join(', ')})`;
}

/** Shortens the name of a text. What is said before a prompt keeps its kind; of the others the rest says enough. */
export const shortOf = (key: string): string =>
  key
    .replace(/^says:/, 'say:')
    .replace(/^samples:/, 'sample:')
    .replace(/^answers:/, 'answer:')
    .replace(/^notes:\w+\./, '')
    .replace(/^readings:/, 'short:')
    .replace(/^(?!say:|sample:|answer:|heard:|short:)[a-z]+:/, '');
