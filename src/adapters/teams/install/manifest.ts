import { wordsIn } from '../../../bot/i18n.ts';
import { languageButton, languages, nameIn, writtenLanguages } from '../../../bot/languages.ts';
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
  /** The language of the manifest, for people of whose language there is none. */
  readonly language: Language;
  /** True if the bot is to hear every message of the teams and chats that it is added to (resource-specific consent), for support channels. */
  readonly rsc: boolean;
}

/** The permissions to hear messages without a mention: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-with-rsc */
export const hearing = ['ChannelMessage.Read.Group', 'ChatMessage.Read.Chat'] as const;

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

/** Returns the app manifest: https://learn.microsoft.com/microsoft-365/extensibility/schema/ */
export function manifest({ app, version, developer, website, privacy, terms, language: usual, rsc }: Offer) {
  const words = wordsIn(usual);
  return {
    $schema: `${schema}/MicrosoftTeams.schema.json`,
    manifestVersion: '1.25',
    version,
    id: app,
    developer: { name: developer, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    localizationInfo: {
      defaultLanguageTag: usual,
      defaultLanguageFile: fileOf(usual),
      additionalLanguages: writtenLanguages
        .filter(({ language }) => language !== usual)
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
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands: menu(usual) }],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
    ...(rsc && {
      // Teams wants a resource, and makes no use of it: https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/grant-resource-specific-consent
      webApplicationInfo: { id: app, resource: 'https://RscBasedStoreApp' },
      authorization: {
        permissions: { resourceSpecific: hearing.map((name) => ({ name, type: 'Application' as const })) },
      },
    }),
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
