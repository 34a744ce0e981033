import { createInstance } from 'i18next';
import type { Texts } from '../../locales/language.ts';
import { layered } from '../../locales/layered.ts';
import { baseOf, defaultLanguage, entryOf, languages } from './languages.ts';
import type { Language } from './types.ts';

/** The keys of all texts below `Node`; the keys of the lists of texts if `Leaf` is `string[]`. */
type Names<Node, Leaf> = Node extends Leaf
  ? ''
  : Node extends string | readonly string[]
    ? never
    : {
        [K in keyof Node & string]: Names<Node[K], Leaf> extends infer Rest extends string
          ? Rest extends ''
            ? K
            : `${K}.${Rest}`
          : never;
      }[keyof Node & string];
type Keys<Leaf> = { [N in keyof Texts]: `${N}:${Names<Texts[N], Leaf>}` }[keyof Texts];
/** The translation key of a text, `<file>:<path>`; a misspelt key does not compile. */
export type TextKey = Keys<string>;
/** The translation key of a list of texts. */
export type LinesKey = Keys<readonly string[]>;

/** Returns a language's id as i18next keeps it: it would write `ja-easy` as `ja-Easy`, and look for that in `ja` as well. */
const idOf = (language: Language): string => language.toLowerCase();

const i18n = createInstance();
void i18n.init({
  resources: Object.fromEntries(languages.map((language) => [idOf(language), { ...entryOf(language).texts }])),
  lng: idOf(defaultLanguage),
  fallbackLng: false,
  load: 'currentOnly',
  lowerCaseLng: true,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The translations of one language, with `{{placeholders}}` filled in. */
export interface Words {
  text(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  lines(key: LinesKey, values?: Readonly<Record<string, string | number>>): readonly string[];
  /** The translations in which letters to others are written: those of the language whose register this is, else these. */
  readonly letters: Words;
}

/** Has the texts of each language be those of the product with others in place of them; a language that is left out has the product's alone. */
export function useTexts(own: Partial<Readonly<Record<Language, object>>>): void {
  for (const language of languages) {
    const texts = layered(entryOf(language).texts, own[language] ?? {});
    for (const [file, words] of Object.entries(texts)) i18n.addResourceBundle(idOf(language), file, words, false, true);
    fixedTexts[language].clear();
  }
}

/** A cache of the texts without placeholders: a view needs dozens, so each is looked up once. Null: it has placeholders. */
const fixedTexts = Object.fromEntries(languages.map((language) => [language, new Map<string, unknown>()])) as Record<
  Language,
  Map<string, unknown>
>;

const speak = (language: Language): Words => {
  const t = i18n.getFixedT(idOf(language)) as (key: string, values: object) => unknown;
  const fixed = fixedTexts[language];
  const lookUp = (key: string) => {
    const [file = '', path = ''] = key.split(':');
    const text: unknown = i18n.getResource(idOf(language), file, path);
    fixed.set(key, JSON.stringify(text)?.includes('{{') ? null : t(key, { returnObjects: true }));
  };
  const say = (key: string, values: object | undefined) => {
    if (!fixed.has(key)) lookUp(key);
    return fixed.get(key) ?? t(key, { ...values, returnObjects: true });
  };
  return {
    text: (key, values) => say(key, values) as string,
    lines: (key, values) => say(key, values) as readonly string[],
    get letters() {
      return wordsIn(baseOf(language));
    },
  };
};
const spoken = Object.fromEntries(languages.map((language) => [language, speak(language)])) as Record<Language, Words>;

/** Returns the translations of a language. */
export const wordsIn = (language: Language): Words => spoken[language];
