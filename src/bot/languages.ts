import * as registry from '../../locales/index.ts';
import type { LanguageEntry, RegisterEntry } from '../../locales/language.ts';
import type { Choice, Language } from './types.ts';

const entries: Readonly<Record<Language, LanguageEntry | RegisterEntry>> = registry;

/** The language of people of whom no other is known. */
export const defaultLanguage: Language = 'ja';
/** The language of people whose own is known and not spoken. */
export const commonLanguage: Language = 'en';

/** The ids of the languages that the bot speaks; the default one first. */
export const languages: readonly Language[] = [
  defaultLanguage,
  ...(Object.keys(entries) as Language[]).filter((language) => language !== defaultLanguage),
];

/** Returns what the bot says in a language or register, and how it is asked for. */
export const entryOf = (language: Language): LanguageEntry | RegisterEntry => entries[language];

/** The languages that people write in, with everything that is particular to each: registers are none. */
export const writtenLanguages: readonly (LanguageEntry & { readonly language: Language })[] = languages.flatMap(
  (language) => {
    const entry = entries[language];
    return 'of' in entry ? [] : { language, ...entry };
  },
);
/** The registers of the languages. */
export const registers: readonly (RegisterEntry & { readonly language: Language })[] = languages.flatMap((language) => {
  const entry = entries[language];
  return 'of' in entry ? { language, ...entry } : [];
});

/** Returns the language that a register belongs to; any other language is its own. */
export function baseOf(language: Language): Language {
  const entry = entries[language];
  return 'of' in entry ? (entry.of as Language) : language;
}

/** Returns the language of the people of a locale (a BCP 47 tag); undefined if none of ours is. The longest tag that it begins with counts. */
export function languageFor(locale: string): Language | undefined {
  const given = `${locale.toLowerCase().replaceAll('_', '-')}-`;
  const fitting = languages.flatMap((language) =>
    entries[language].locales.filter((tag) => given.startsWith(`${tag}-`)).map((tag) => ({ language, tag })),
  );
  return fitting.toSorted((one, other) => other.tag.length - one.tag.length)[0]?.language;
}

/** The language in which a person is spoken to, and whether they chose it. */
interface Spoken {
  readonly language: Language;
  readonly languageChosen: boolean;
}

/**
 * Returns the language in which a person is spoken to, by the one rule for every channel: the language that they chose,
 * by a button or by word, in any of their conversations of the channel; else that of their locale (a BCP 47 tag; empty if
 * it is not known); else, where that is known and not spoken, the common one; else the default one. A conversation
 * whose person chose none goes over to the language in which they write to it (`conversation/language.ts`).
 */
export function spokenTo(chosen: Language | undefined, locale: string): Spoken {
  const given = locale === '' ? defaultLanguage : (languageFor(locale) ?? commonLanguage);
  return { language: chosen ?? given, languageChosen: chosen !== undefined };
}

/** Returns the button that switches to a language, labelled with the language's name in itself. */
export const languageButton = (language: Language): Choice => ({
  id: entries[language].button,
  label: entries[language].name,
});

/** Returns the language that a button switches to; undefined if it switches to none. */
export const languageOfButton = (id: string): Language | undefined =>
  languages.find((language) => entries[language].button === id);

/** Returns the buttons that switch from a language to the others, or from a register back to its language. */
export const otherLanguages = (language: Language): readonly Choice[] =>
  writtenLanguages
    .map((other) => other.language)
    .filter((other) => (baseOf(language) === language ? other !== language : other === baseOf(language)))
    .map(languageButton);

/** Returns the name of a language in another one, or in itself: 英語, "Japanese". A register has one name. */
export const nameIn = (reader: Language, language: Language): string =>
  baseOf(language) === language
    ? (new Intl.DisplayNames(baseOf(reader), { type: 'language' }).of(language) ?? entries[language].name)
    : entries[language].name;
