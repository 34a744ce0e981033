import { z } from 'zod';
import { defaultLanguage, writtenLanguages } from '../../bot/languages.ts';

const list = (one: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(one));

/** The schema of a setting that names a channel or a group chat. */
export const conversationName = z
  .string()
  .regex(/^19:\S+@\S+$/, 'must be the id of a channel or group chat (19:…@thread.…)');

/** The schemas of the Teams adapter's environment variables; the first four have the names that the Bot Framework uses. */
export const teamsVariables = {
  MicrosoftAppId: z.guid().optional().describe('Teams: the application (client) id of the Azure Bot'),
  MicrosoftAppPassword: z
    .string()
    .min(1)
    .optional()
    .describe('Teams: the client secret (single tenant only)')
    .meta({ secret: true }),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'])
    .optional()
    .describe('Teams: how the bot proves who it is: SingleTenant or UserAssignedMSI'),
  MicrosoftAppTenantId: z.guid().optional().describe('Teams: the id of the Microsoft Entra tenant of the bot'),
  TEAMS_TENANTS: list(z.guid())
    .optional()
    .describe('Teams: ids of further tenants that may talk to the bot, separated by commas'),
  TEAMS_SERVICE_HOSTS: list(z.hostname().toLowerCase())
    .default(['smba.trafficmanager.net'])
    .describe('Teams: hosts of the Bot Framework that are answered, separated by commas'),
  TEAMS_SERVICE_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://smba.trafficmanager.net/teams/')
    .describe('Teams: where the bot speaks first, for the desk'),
  TEAMS_SUPPORT_CONVERSATIONS: list(conversationName)
    .default([])
    .describe(
      'Teams: channels where every new post is answered, ids (19:…@thread.tacv2) separated by commas; elsewhere only mentions are. Needs a package with --rsc',
    ),
  TEAMS_DESK_CONVERSATION: conversationName
    .optional()
    .describe('Teams: the id of the channel (19:…@thread.tacv2) or group chat where cases for people are posted'),
  TEAMS_DESK_LANGUAGE: z
    .enum(writtenLanguages.map(({ language }) => language))
    .default(defaultLanguage)
    .describe('Teams: the language of that desk; people are answered in theirs'),
  TEAMS_POSTS_PER_SECOND: z.coerce
    .number({ error: 'must be a number' })
    .min(0)
    .max(10_000)
    .default(2)
    .describe('Teams: messages a second at most in one conversation; 0: no limit of our own'),
  TEAMS_LOCAL: z
    .stringbool()
    .default(false)
    .describe('Teams: true to try the bot on this machine without credentials (loopback only, never in production)'),
} as const;

/** The parsed values of the Teams adapter's environment variables. */
export type TeamsValues = { readonly [Name in keyof typeof teamsVariables]: z.output<(typeof teamsVariables)[Name]> };
