import { wordsIn } from '../../../bot/i18n.ts';
import { defaultLanguage, languageButton, languages, nameIn, writtenLanguages } from '../../../bot/languages.ts';
import type { Language } from '../../../bot/types.ts';

/** The details of an app package: its publisher, its version, and the id under which the app is registered. */
export interface Offer {
  /** The application id of the Azure Bot, which is also the id of the app. */
  readonly app: string;
  readonly version: string;
  readonly developer: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

const schema = 'https://developer.microsoft.com/json-schemas/teams/v1.25';
const commands = ['start', 'restart', 'human'] as const;
const menu = (language: Language) => {
  const words = wordsIn(language);
  return [
    ...commands.map((command) => ({
      title: words.text(`teams:commands.${command}.title`),
      description: words.text(`teams:commands.${command}.description`),
    })),
    ...languages.map((one) => ({
      title: languageButton(one).label,
      description: words.text('teams:speak', { language: nameIn(language, one) }),
    })),
  ];
};
/** The localization file of each language. */
export const fileOf = (language: Language): string => `${language}.json`;

/** Returns the app manifest, in the default language: https://learn.microsoft.com/microsoft-365/extensibility/schema/ */
export function manifest({ app, version, developer, website, privacy, terms }: Offer) {
  const words = wordsIn(defaultLanguage);
  return {
    $schema: `${schema}/MicrosoftTeams.schema.json`,
    manifestVersion: '1.25',
    version,
    id: app,
    developer: { name: developer, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      defaultLanguageFile: fileOf(defaultLanguage),
      additionalLanguages: writtenLanguages
        .filter(({ language }) => language !== defaultLanguage)
        .map(({ language }) => ({ languageTag: language, file: fileOf(language) })),
    },
    name: { short: words.text('teams:app.short'), full: words.text('teams:app.full') },
    description: { short: words.text('teams:app.summary'), full: words.text('teams:app.description') },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#147ABE',
    bots: [
      {
        botId: app,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands: menu(defaultLanguage) }],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
  };
}

/** Returns the localization file of the manifest for one language. */
export function localisation(language: Language): Readonly<Record<string, string>> {
  const words = wordsIn(language);
  const commands = menu(language).flatMap(({ title, description }, n) => [
    [`bots[0].commandLists[0].commands[${n}].title`, title],
    [`bots[0].commandLists[0].commands[${n}].description`, description],
  ]);
  return {
    $schema: `${schema}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.text('teams:app.short'),
    'name.full': words.text('teams:app.full'),
    'description.short': words.text('teams:app.summary'),
    'description.full': words.text('teams:app.description'),
    ...Object.fromEntries(commands),
  };
}
